"""``unless`` or ``accepted if`` (decision 3): each place, with the word that belongs there."""

from __future__ import annotations

import pytest
from check.checked import codes

PLACES = {
    "inclusion": ("inclusion 1\n  > T.\n  smoker\n  {}\n", "accepted if"),
    "exclusion": ("exclusion 1\n  > T.\n  smoker\n  {}\n", "unless"),
    "under none of in an exclusion": (
        "exclusion 1\n  > T.\n  none of\n    - smoker\n      {}\n    - sex is male\n",
        "accepted if",
    ),
    "under none of in an inclusion": (
        "inclusion 1\n  > T.\n  none of\n    - smoker\n      {}\n    - sex is male\n",
        "unless",
    ),
    "under at most in an inclusion": (
        "inclusion 1\n  > T.\n  at most 1 of\n    - smoker\n      {}\n    - sex is male\n",
        "unless",
    ),
    "where of some in an inclusion": (
        "inclusion 1\n  > T.\n  some visits where any of\n    - well\n      {}\n    - not well\n",
        "accepted if",
    ),
    "where of no in an inclusion": (
        "inclusion 1\n  > T.\n  no visits where any of\n    - well\n      {}\n    - not well\n",
        "unless",
    ),
    "exception to an exception": (
        "exclusion 1\n  > T.\n  smoker\n  unless\n    sex is male\n    {}\n",
        "unless",
    ),
    "exception among several": (
        "exclusion 1\n  > T.\n  smoker\n  unless any of\n    - sex is male\n      {}\n    - ecog = 0\n",
        "unless",
    ),
    "requirement of an exception": (
        "exclusion 1\n  > T.\n  smoker\n  unless all of\n    - sex is male\n      {}\n    - ecog = 0\n",
        "accepted if",
    ),
    "exception to an acceptance": (
        "inclusion 1\n  > T.\n  smoker\n  accepted if\n    sex is male\n    {}\n",
        "unless",
    ),
    "definition used in an inclusion": (
        'define d "D"\n  smoker\n  {}\ninclusion 1\n  > T.\n  d\n',
        "accepted if",
    ),
    "definition used in an exclusion": (
        'define d "D"\n  smoker\n  {}\nexclusion 1\n  > T.\n  d\n',
        "unless",
    ),
    "definition used negated in an exclusion": (
        'define d "D"\n  smoker\n  {}\nexclusion 1\n  > T.\n  not d\n',
        "accepted if",
    ),
    "definition used through another": (
        'define d "D"\n  smoker\n  {}\ndefine e "E"\n  not d\ninclusion 1\n  > T.\n  e\n',
        "unless",
    ),
    "definition in only if": (
        'define d "D"\n  smoker\n  {}\ninclusion 1\n  > T.\n  only if d\n  sex is male\n',
        "unless",
    ),
    "definition as an exception of an exclusion": (
        'define d "D"\n  smoker\n  {}\nexclusion 1\n  > T.\n  sex is male\n  unless d\n',
        "accepted if",
    ),
    "whole list": (
        "inclusion 1\n  > T.\n  all of\n    - smoker\n    - sex is male\n  whole list {}\n",
        "accepted if",
    ),
}

WRONG = {"accepted if": ("unless", "E0401"), "unless": ("accepted if", "E0402")}
EXCEPTED = 'fact spared "Spared?"'


@pytest.mark.parametrize("place", PLACES)
def test_the_word_that_belongs_there(place: str) -> None:
    text, word = PLACES[place]
    assert codes(text.format(f"{word} {EXCEPTED}")) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_other_word_is_refused(place: str) -> None:
    text, word = PLACES[place]
    other, code = WRONG[word]
    assert codes(text.format(f"{other} {EXCEPTED}")) == [code]


NEITHER = {
    "definition used both ways": (
        'define d "D"\n  smoker\n  {}\ninclusion 1\n  > T.\n  d\nexclusion 1\n  > T.\n  d\n'
    ),
    "condition of an alternative": (
        'define d "D"\n  smoker\n  {}\ninclusion 1\n  > T.\n  whichever applies\n'
        "    - sex is male if d\n    - sex is female otherwise\n"
    ),
    "exactly so many": (
        "inclusion 1\n  > T.\n  exactly 1 of\n    - smoker\n      {}\n    - sex is male\n"
    ),
}


@pytest.mark.parametrize("place", NEITHER)
@pytest.mark.parametrize("word", WRONG)
def test_where_neither_word_is_clear(place: str, word: str) -> None:
    assert codes(NEITHER[place].format(f"{word} {EXCEPTED}")) == ["E0403"]


@pytest.mark.parametrize("kind", ["inclusion", "exclusion"])
@pytest.mark.parametrize("count", ["some", "no", "exactly 2", "at most 2"])
def test_unless_after_a_count_describes_the_records_everywhere(kind: str, count: str) -> None:
    text = f"{kind} 1\n  > T.\n  {count} visits where seen before screening\n  unless {EXCEPTED}\n"
    assert codes(text) == []


def test_a_definition_that_nothing_uses_may_say_either() -> None:
    for word in WRONG:
        assert codes(f'define d "D"\n  smoker\n  {word} {EXCEPTED}\n') == []


def test_two_readings_are_written_out() -> None:
    from check.checked import checked

    text = PLACES["inclusion"][0].format(f"unless {EXCEPTED}")
    [diagnostic] = checked(text)[1]
    assert "`accepted if spared`" in diagnostic.help
    assert "`- smoker` and `- not spared`" in diagnostic.help
    assert diagnostic.replacement is None
