"""Names, and what a mistake does not drag behind it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from check.checked import checked, codes, core

from critc.check import check
from critc.check.names import attempted
from critc.diagnostic import Diagnostic
from critc.ir import dictionary as d
from critc.source import Source
from critc.syntax.parse import parse

PROTOCOL = Path(__file__).parent.parent.parent / "criteria" / "NCT07289048.crit"
NOTHING_BUT = 'fact smoker "Smoker?"\n'


def said(text: str) -> list[Diagnostic]:
    """Everything that is said of a text, by parser and checks."""
    source = Source("test.crit", text)
    tree, unparsed = parse(source)
    return [*unparsed, *check(tree, source)[1]]


def test_facts_stand_in_the_order_of_the_source_and_know_their_criterion() -> None:
    program = core(
        """inclusion 1
  > Text.
  fact first "First?"
fact second "Second?"
define third_is "Third"
  fact third "Third?"
exclusion 2
  > Text.
  judgement fourth by investigator "Fourth?"
""",
        "",
    )
    found = [(fact.name, fact.criterion) for fact in program.facts]
    assert found == [("first", "I1"), ("second", ""), ("third", ""), ("fourth", "E2")]
    assert program.fact("fourth").type == d.Judged("investigator")


def test_a_field_without_a_question_is_asked_by_its_name() -> None:
    program = core('records drugs "Drugs"\n  - still_taken\n  - last_dose : date\n', "")
    questions = [field.question for field in program.listed("drugs").fields]
    assert questions == ["Still taken?", "Last dose"]


def test_a_measurement_has_its_fields() -> None:
    program = core('moment visit_1 "Visit 1"\nmeasurement alt : U/L "ALT"\n', "")
    alt = program.listed("alt")
    assert alt.kind == "measurement"
    assert [field.name for field in alt.fields] == ["value", "date", "visit", "laboratory"]
    visit = alt.field("visit").type
    assert isinstance(visit, d.Choice)
    labels = [(o.name, o.label) for o in visit.options]
    assert labels == [("visit_1", "Visit 1"), ("none", "not at one of these visits")]


def test_without_moments_a_measurement_has_no_visit() -> None:
    alt = core('measurement alt : U/L "ALT"\n', "").listed("alt")
    assert [field.name for field in alt.fields] == ["value", "date", "laboratory"]


def test_units_of_data_convert_to_the_declared_one() -> None:
    weight = core('fact weight : kg "Weight"\n', "").fact("weight").type
    assert isinstance(weight, d.Quantity)
    assert weight.units[0] == d.UnitOption("kg", "kg")
    assert {unit.code: unit.factor for unit in weight.units}["g"] * 1000 == 1


def test_a_parameter_may_have_the_name_of_a_fact() -> None:
    text = """fact age : years "Age"
define grown (age : years) "Grown up"
  age ≥ 18 years
inclusion 1
  > Text.
  grown(age)
"""
    assert codes(text, "") == []


def test_a_field_of_two_lists_is_that_of_the_inner_one_when_only_it_has_it() -> None:
    text = """records visits "Visits"
  - seen : date
records drugs "Drugs"
  - taken : date
inclusion 1
  > Text.
  some visits where some drugs where taken before seen
"""
    assert codes(text, "") == []


def test_names_that_broken_declarations_tried_to_declare() -> None:
    text = """fact good "Good?"
fct misspelt : date "Date"
moment without_its_question
records list
  - first_field : nonsense nonsense
  - second_field
measure alt : U/L "ALT"
exclusio 7
  > Text.
  fact inline "Inline?" or judgement other by someone "Other?"
use one, two from library/things
"""
    source = Source("test.crit", text)
    names = attempted(source, parse(source)[0])
    expected = {"misspelt", "without_its_question", "list", "first_field", "second_field", "alt",
                "I7", "E7", "inline", "other"}  # fmt: skip
    assert expected <= names
    assert "good" not in names


@pytest.mark.parametrize("broken", ["fct hiv : one of a, b \"HIV\"", "fact hiv : : \"HIV\"",
                                    "hiv : one of a, b \"HIV\"", "fact hiv"])  # fmt: skip
def test_uses_of_a_broken_declaration_are_not_reported(broken: str) -> None:
    use = "exclusion 1\n  > Text.\n  hiv is a\npatient p\n  - hiv = a\n"
    found = said(f"{broken}\n{use}")
    assert len(found) == 1
    assert found[0].code.startswith("E01")


def test_an_unknown_list_is_told_and_not_its_fields() -> None:
    text = "exclusion 1\n  > Text.\n  some drugs where dose > 5 mg\n  unless route is topical\n"
    assert codes(text, "") == ["E0201"]


def test_a_value_that_is_wrong_is_told_and_not_what_is_done_with_it() -> None:
    text = "exclusion 1\n  > Text.\n  assessed at screening\n  nobody × 3 > 5 × ULN\n"
    assert codes(text) == ["E0201"]


LINES = [
    (number, line)
    for number, line in enumerate(PROTOCOL.read_text(encoding="utf-8").split("\n"))
    if re.match(r"(?:fact|moment|judgement|measurement|records|choices|define) ", line)
]


@pytest.mark.parametrize(("number", "line"), LINES[::3], ids=lambda part: str(part)[:40])
def test_one_slip_in_a_declaration_of_the_protocol_is_one_message(number: int, line: str) -> None:
    """Its first word misspelt: whatever uses it stays silent."""
    lines = PROTOCOL.read_text(encoding="utf-8").split("\n")
    lines[number] = line[0] + line[2:]
    found = said("\n".join(lines))
    assert {diagnostic.code for diagnostic in found} == {"E0109"}
    assert len(found) == 1


def test_nothing_is_said_of_the_protocol() -> None:
    assert said(PROTOCOL.read_text(encoding="utf-8")) == []


def test_what_is_said_stands_at_its_place() -> None:
    _, [diagnostic] = checked("inclusion 1\n  > Text.\n  smokr\n", NOTHING_BUT)
    assert diagnostic.replacement == "smoker"
