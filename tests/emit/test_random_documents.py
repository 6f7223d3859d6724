"""Documents of random protocols: every node can be said, and what comes out is whole."""

from __future__ import annotations

import re
from datetime import date

import html5lib
from emit.reading import nested_brackets, words_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import programs

from critc.emit import html, markdown
from critc.ir.nodes import Program
from critc.ir.outline import outline
from critc.ir.words import opposite, say

PLANS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def planned(program: Program, day: date) -> dict[str, date]:
    return {fact.name: day for fact in program.facts if fact.moment}


@given(programs(), PLANS)
@settings(max_examples=60)
def test_every_condition_is_said_and_denied(program: Program, day: date) -> None:
    for criterion in program.criteria:
        for dates in ({}, planned(program, day)):
            words = say(criterion.condition, program, dates)
            assert words == words.strip()
            assert opposite(criterion.condition, program, dates) != words


@given(programs(), PLANS)
@settings(max_examples=60)
def test_documents_are_whole(program: Program, day: date) -> None:
    dates = planned(program, day)
    for words in words_of(outline(program, dates)):
        assert not re.search(r"[≥≤≠<>=]", words), words
        assert not nested_brackets(words), words
    html5lib.HTMLParser(strict=True).parse(html.emit(program, dates))
    assert markdown.emit(program, dates) == markdown.emit(program, dates)
