"""The document that paper and page share: what is asked, once, and how it hangs together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from emit.reading import lines_of, nested_brackets, words_of
from emit.sample import PLANNED, PROGRAM, asked, criterion

from critc.ir.nodes import All, AnyOf, Condition, Except, Not, Program
from critc.ir.outline import Document, Section, outline


def section(document: Document, criterion_id: str) -> Section:
    return next(each for each in document.sections if each.id == criterion_id)


def sample(*conditions: Condition) -> Document:
    """The sample's dictionary with these conditions as inclusion 1, 2, …"""
    criteria = [criterion(f"I{i}", "Text.", each) for i, each in enumerate(conditions, start=1)]
    return outline(replace(PROGRAM, criteria=tuple(criteria)), {})


def test_no_identifier_no_operator_no_nested_bracket(program: Program) -> None:
    for dates in ({}, PLANNED):
        for words in words_of(outline(program, dates)):
            assert not re.search(r"\w_\w", words), words
            assert not re.search(r"[≥≤≠<>=]", words), words
            assert not nested_brackets(words), words
            assert words == words.strip(), repr(words)


def test_each_criterion_says_what_to_look_up_and_how_it_comes_out(program: Program) -> None:
    document = outline(program, {})
    assert [each.id for each in document.sections] == [each.id for each in program.criteria]
    for each in document.sections:
        assert any(line.ticked or line.see for line in lines_of(each)), each.id
        assert each.single == (not each.lead)
        assert all(line.text for line in lines_of(each))


def test_labels_are_unique_and_lead_where_they_say(program: Program) -> None:
    document = outline(program, {})
    anchors = Counter(line.anchor for each in document.sections for line in lines_of(each))
    assert {anchor: n for anchor, n in anchors.items() if anchor and "-" in anchor and n > 1} == {}
    known = {*anchors, *(each.id for each in document.sections)}
    for each in document.sections:
        for line in lines_of(each):
            assert line.see_at is None or line.see_at.anchor in known


def test_what_is_asked_once_is_asked_once() -> None:
    ask = asked("meningeal")
    document = sample(AnyOf((ask, asked("cord"))), ask, All((Not(ask), asked("smoker"))))
    first, second, third = (list(lines_of(each)) for each in document.sections)
    assert first[0].ticked
    assert not second[0].ticked
    assert second[0].see == "as answered at inclusion 1, line a"
    assert third[0].see == "the opposite of inclusion 1, line a"
    assert third[1].ticked


def test_a_value_is_written_down_once() -> None:
    document = outline(PROGRAM, {})
    blanks = [line.blanks for line in lines_of(section(document, "E8")) if line.ticked]
    assert blanks == [("see inclusion 7, line a",), ("see inclusion 7, line a",)]


def test_records_are_written_down_where_they_are_first_needed() -> None:
    document = outline(PROGRAM, {})
    listed = Counter(sheet.title for each in document.sections for sheet in each.sheets)
    assert set(listed.values()) == {1}
    assert [sheet.title for sheet in section(document, "E1").sheets] == ["Corticosteroid courses"]
    again = [line.see for line in lines_of(section(document, "E9")) if "steroid" in line.text]
    assert again == ["recorded at exclusion 1"]


def test_an_exception_stands_under_what_it_excepts() -> None:
    treated = section(outline(PROGRAM, PLANNED), "E2").lines[1]
    assert treated.text == "Brain metastases: treated"
    [group] = treated.groups
    assert group.exception
    assert group.heading == "does not count if all of lines b1 to b3 hold"
    assert [line.label for line in group.lines] == ["b1", "b2", "b3"]
    assert group.lines[2].by == "radiologist"


def test_an_exception_of_the_whole_list_is_in_its_lead() -> None:
    e7 = section(outline(PROGRAM, {}), "E7")
    assert e7.lead == (
        "Bars the patient if at least two of lines a to d hold, unless line e holds."
    )
    [group] = e7.exceptions
    assert group.heading == "Lines a to d do not count if line e holds"
    assert [line.label for line in group.lines] == ["e"]


def test_an_exception_says_what_it_does_to_a_line_that_is_ticked() -> None:
    accepted = section(outline(PROGRAM, {}), "I6").lines[0].groups[-1]
    assert accepted.heading == "counts as fulfilled too if line a1 holds"
    ask, cord, smoker = asked("meningeal"), asked("cord"), asked("smoker")
    nested = Except(ask, Except(cord, smoker, "unless"), "unless")
    [line] = sample(AnyOf((nested, asked("gilbert")))).sections[0].lines[:1]
    [group] = line.groups
    assert group.heading == "does not count if line a1 holds"
    assert [each.heading for each in group.lines[0].groups] == ["does not count if line a1a holds"]
    [counted] = section(outline(PROGRAM, {}), "E4").lines[0].groups
    assert counted.heading == "not counted if this holds"


def test_how_to_fill_it_in_explains_the_exceptions_that_occur() -> None:
    def explained(document: Document) -> tuple[bool, bool]:
        hints = " ".join(document.hints)
        return "does not count if" in hints, "counts as fulfilled too if" in hints

    ask, cord = asked("meningeal"), asked("cord")
    assert explained(outline(PROGRAM, {})) == (True, True)
    assert explained(sample(Except(ask, cord, "unless"))) == (True, False)
    assert explained(sample(Except(ask, cord, "accepted if"))) == (False, True)
    assert explained(sample(ask)) == (False, False)


def test_a_blank_says_what_to_write_where_the_line_does_not() -> None:
    document = outline(PROGRAM, {})
    assert section(document, "I1").lines[0].blanks == ("date of birth …………",)
    stable, steroid = section(document, "E2").lines[1].groups[0].lines[:2]
    assert stable.blanks == ("first day ………… last day ………… or ☐ ongoing or ☐ none: never",)
    assert steroid.blanks == ("date ………… or ☐ none: never given",)


def test_the_first_box_says_that_the_sentence_beside_it_is_true() -> None:
    for each in outline(PROGRAM, {}).of_kind("inclusion"):
        assert each.outcomes[0] == "fulfilled"
    for each in outline(PROGRAM, {}).of_kind("exclusion"):
        assert each.outcomes[0] == "bars"


def test_a_criterion_that_asks_one_thing_is_one_line() -> None:
    document = outline(PROGRAM, {})
    single = [each for each in document.sections if each.single]
    assert {"I1", "I3", "I4", "E1", "E4", "E6"} == {each.id for each in single}
    assert all(len(each.lines) == 1 and each.answers == each.outcomes for each in single)


def test_a_population_is_said_or_asked() -> None:
    """A short one stands in a sentence, a longer one is looked up like any line."""
    document = outline(PROGRAM, {})
    said, long = section(document, "E5"), section(document, "E9")
    assert said.applies is not None
    assert said.applies.text == "sex is female"
    assert said.applies.see == "as answered at inclusion 5, line b1"
    assert long.applies is not None
    assert long.applies.text == "line a holds"
    assert long.lead == "Bars the patient if at least one of lines b and c holds."
    assert "does not apply" in long.outcomes


def test_the_words_of_the_decisions_are_used() -> None:
    document = outline(PROGRAM, {})
    assert section(document, "I1").outcomes == ("fulfilled", "not fulfilled", "not known yet")
    assert section(document, "E1").outcomes == ("bars", "does not bar", "not known yet")
    assert section(document, "E2").answers == ("yes", "no", "not known")
    assert not any(re.search(r"\bmet\b", words) for words in words_of(document))


def test_queries_are_numbered_through_the_protocol() -> None:
    document = outline(PROGRAM, {})
    assert [query.number for query in document.queries] == [1, 2, 3]
    assert [query.place.anchor for query in document.queries] == ["I1", "E1", "E1"]


def test_the_dictionary_says_where_a_fact_is_asked() -> None:
    document = outline(PROGRAM, {})
    asked_in = {each.question: [place.anchor for place in each.asked_in] for each in document.facts}
    assert asked_in["Sex"] == ["I5", "I7", "E5", "E8", "E9"]
    assert asked_in["Has undergone menarche"] == ["I5", "E9"]  # through the definition
    codes = {each.question: each.codes for each in document.facts}
    assert codes["Date of birth"] == "LOINC 21112-8"


@pytest.mark.parametrize("depth", [1, 12, 40])
def test_depth_neither_breaks_labels_nor_lines(depth: int) -> None:
    condition: Condition = asked("cord")
    for level in range(depth):
        parts = (condition, asked("meningeal"))
        condition = All(parts) if level % 2 else AnyOf(parts)
    lines = [line for each in sample(condition).sections for line in lines_of(each)]
    assert len({line.label for line in lines}) == len(lines)


def test_many_lines_have_their_own_labels() -> None:
    names = [fact.name for fact in PROGRAM.facts if fact.question.startswith(("Is", "Lepto"))]
    condition = AnyOf(tuple(asked(names[i % len(names)]) for i in range(60)))
    labels = [line.label for line in sample(condition).sections[0].lines]
    assert labels[:3] == ["a", "b", "c"]
    assert labels[25:28] == ["z", "aa", "ab"]
    assert len(set(labels)) == 60
