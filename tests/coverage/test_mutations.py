"""A number taken out of a real protocol's condition is missed in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from fractions import Fraction

import pytest

from critc.coverage.gaps import gaps
from critc.coverage.mentions import mentions
from critc.ir import nodes as n
from critc.ir.words.walk import walk

# Each number of NCT07289048 that a condition compares or counts in, and the words of the text that
# say it, from the registry record. A number that several lines share is taken out of all of them.
NUMBERS = {
    ("I1", 18): ["18"],
    ("I1", 75): ["75 years"],
    ("I4", 15): ["≥15 mm"],
    ("I4", 10): ["≥10 mm"],
    ("I5", 0): ["0"],
    ("I5", 1): ["1"],
    ("I8", 7): ["within 7 days prior to"],
    ("E2", 3): ["≥ Grade 3"],
    ("E3", 4): ["within 4 weeks prior to"],
    ("E4", 14): ["within 14 days prior to"],
    ("E4", 10): [">10 mg/day"],
    ("E4", 4): ["within 4 weeks"],
    ("E5", 14): ["within 14 days prior to"],
    ("E6", 4): ["within 4 weeks prior to"],
    ("E8", 1): ["≤ Grade 1"],
    ("E9", 4): ["≥4 weeks prior to"],
    ("E9", 2): ["≥2 weeks"],
    ("E12", 1000): ["≥1000 IU/mL", "copies/mL"],
    ("E15", 2): ["in the past 2 years"],
    ("E16", 3): ["≥ Grade 3"],
    ("E16", 2): ["≥ Grade 2"],
    ("E17", 2): ["≥2 years"],
    ("E18", 1): ["≥1 week after"],
    ("E18", 5): ["at least 5 half-lives"],
    ("E18", 21): ["21 days"],
}
NOT_IN_THE_TEXT = {("E12", 0)}  # "not detected" is written as 0, a reading of the query's


def replaced(node: n.Node, old: Fraction, new: n.Const) -> n.Node:
    """The node with another number wherever it has the old one."""
    if isinstance(node, n.Const):
        return new if node.value == old else node
    changes: dict[str, object] = {}
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, n.Node):
            changes[each.name] = replaced(value, old, new)
        elif isinstance(value, tuple):
            changes[each.name] = tuple(
                replaced(item, old, new) if isinstance(item, n.Node) else item for item in value
            )
    return replace(node, **changes)  # type: ignore[arg-type]


def numbers(criterion: n.Criterion) -> Iterator[tuple[str, Fraction]]:
    for node in walk(criterion.condition):
        if isinstance(node, n.Const):
            yield criterion.id, node.value


def unmentioned(criterion: n.Criterion, program: n.Program) -> list[str]:
    return [gap.words for gap in gaps(criterion.text, mentions(criterion, program))]


def found(program: n.Program, name: str) -> n.Criterion:
    return next(criterion for criterion in program.criteria if criterion.id == name)


@pytest.mark.parametrize(("name", "number"), NUMBERS)
def test_another_number_in_its_place_is_noticed(
    protocol: n.Program, name: str, number: int
) -> None:
    criterion = found(protocol, name)
    other = n.Const(Fraction(number) + 17)
    condition = replaced(criterion.condition, Fraction(number), other)
    before = unmentioned(criterion, protocol)
    after = unmentioned(replace(criterion, condition=condition), protocol)  # type: ignore[arg-type]
    assert [words for words in after if words not in before] == NUMBERS[name, number]


def test_no_number_of_the_protocol_was_left_out(protocol: n.Program) -> None:
    there = {each for criterion in protocol.criteria for each in numbers(criterion)}
    assert there == {(name, Fraction(number)) for name, number in NUMBERS.keys() | NOT_IN_THE_TEXT}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("I1", ["18", "75 years"]), ("I3", ["2", "3"]), ("I5", ["0", "1"]), ("I6", ["≥ 3 months"]),
        ("I9", ["before"]), ("E6", ["within 4 weeks prior to"]), ("E12", [
            "≥1000 IU/mL", "copies/mL", "above the upper limit of normal",
        ]),
    ],
)  # fmt: skip
def test_without_a_condition_all_of_it_is_left(
    protocol: n.Program, name: str, words: list[str]
) -> None:
    criterion = replace(found(protocol, name), condition=n.Truth(True))
    assert unmentioned(criterion, protocol) == words


def test_nothing_of_the_protocol_is_forgotten(protocol: n.Program) -> None:
    """Grade 2 neuropathy (E8) is an example in the text, of which a query asks."""
    left = {c.id: unmentioned(c, protocol) for c in protocol.criteria if unmentioned(c, protocol)}
    assert left == {"E8": ["Grade 2"]}
