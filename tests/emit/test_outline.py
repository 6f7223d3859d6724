"""The document that paper and page share: what is asked, once, and how it hangs together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from emit.reading import lines_of, nested_brackets, words_of
from emit.sample import PLANNED, PROGRAM, asked, criterion

from critc.ir.nodes import All, AnyOf, Condition, Not, Program
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
    assert second[0].see == "as ticked at inclusion 1, line a"
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
    assert again == ["written down at exclusion 1"]


def test_an_exception_stands_under_what_it_excepts() -> None:
    treated = section(outline(PROGRAM, PLANNED), "E2").lines[1]
    assert treated.text == "Brain metastases: treated"
    [group] = treated.groups
    assert group.exception
    assert group.heading == "unless all of these hold"
    assert [line.label for line in group.lines] == ["b1", "b2", "b3"]
    assert group.lines[2].by == "radiologist"


def test_an_exception_of_the_whole_list_is_in_its_lead() -> None:
    e7 = section(outline(PROGRAM, {}), "E7")
    assert e7.lead == (
        "Bars the patient if at least two of lines a to d hold, unless line e holds."
    )
    assert [line.label for group in e7.exceptions for line in group.lines] == ["e"]


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
    assert said.applies.see == "as ticked at inclusion 5, line b1"
    assert long.applies is not None
    assert long.applies.text == "line a holds"
    assert long.lead == "Bars the patient if at least one of lines b and c holds."
    assert "does not apply" in long.outcomes


def test_the_words_of_the_decisions_are_used() -> None:
    document = outline(PROGRAM, {})
    assert section(document, "I1").outcomes == ("fulfilled", "not fulfilled", "not known yet")
    assert section(document, "E1").outcomes == ("does not bar", "bars", "not known yet")
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
