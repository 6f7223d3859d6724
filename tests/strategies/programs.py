"""Random protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Literal

from hypothesis import strategies as st

from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Listed
from strategies.conditions import AboutRecords, Conditions
from strategies.dictionary import facts, lists
from strategies.terms import Terms

DEPTH = 3


@dataclass(frozen=True)
class _Drawing:
    """Draws conditions over one dictionary."""

    draw: st.DrawFn
    facts: Sequence[Declared]
    lists: Sequence[Listed]
    depth: int

    def condition(self, conditions: Conditions) -> n.Condition:
        terms = Terms(self.draw, self.facts, self.lists, conditions)
        return conditions(terms, self.depth)


@st.composite
def programs(draw: st.DrawFn, criteria: int = 3, depth: int = DEPTH) -> n.Program:
    """A well-formed program with up to so many criteria, whose conditions are so many levels deep.

    It declares what its conditions mention.
    """
    drawing = _Drawing(draw, draw(facts()), draw(lists()), depth)
    parts = ("phase_1", "phase_3") if draw(st.booleans()) else ()
    definitions = [
        n.Definition(f"definition_{i}", f"Definition {i}", drawing.condition(Conditions()), 1)
        for i in range(draw(st.integers(0, 2)))
    ]
    named = Conditions([one.name for one in definitions], (), parts)
    found: list[n.Criterion] = []
    for number in range(1, draw(st.integers(1, criteria)) + 1):
        before = Conditions(named.definitions, [one.id for one in found], parts)
        found.append(_criterion(drawing, number, before))
    used = names_used((found, definitions))
    return n.Program(
        "NCT00000000",
        "A random protocol",
        "1",
        "",
        "random.crit",
        "0" * 64,
        tuple(one for one in drawing.facts if one.name in used),
        tuple(_pruned(one, used) for one in drawing.lists if one.name in used),
        tuple(found),
        tuple(definitions),
        tuple(n.Part(part, part) for part in parts),
    )


@st.composite
def dated_atoms(draw: st.DrawFn) -> n.Program:
    """A program of one criterion: one comparison of dates, ages or periods, over facts alone."""
    conditions = Conditions()
    terms = Terms(draw, draw(facts()), (), conditions)
    atoms: list[Callable[[Terms], n.Condition]] = [
        conditions.order,
        conditions.between,
        conditions.falls,
        conditions.touches,
        conditions.throughout,
        conditions.during,
        conditions.lasts_for,
        _age_compared,
        _age_ranged,
    ]
    condition = draw(st.sampled_from(atoms))(terms)
    return _of_one(condition, terms)


@st.composite
def record_atoms(draw: st.DrawFn) -> n.Program:
    """A program of one criterion: one question about the records of a list."""
    conditions = AboutRecords()
    terms = Terms(draw, (), draw(lists())[:1], conditions)
    return _of_one(conditions.over_records(terms), terms)


def _of_one(condition: n.Condition, terms: Terms) -> n.Program:
    used = names_used(condition)
    return n.Program(
        "NCT00000000",
        "A random atom",
        "1",
        "",
        "random.crit",
        "0" * 64,
        tuple(one for one in terms.facts if one.name in used),
        tuple(_pruned(one, used) for one in terms.lists if one.name in used),
        (n.Criterion("I1", "inclusion", "1", "Criterion 1", condition, 1, 1),),
    )


def _age_compared(terms: Terms) -> n.Condition:
    return n.Compare(terms.one_of(["<=", "=", ">"]), terms.age(), terms.const())


def _age_ranged(terms: Terms) -> n.Condition:
    low, high = terms.const(), terms.const()
    return n.Range(terms.age(), low, high, terms.chance(), terms.chance())


def _criterion(drawing: _Drawing, number: int, conditions: Conditions) -> n.Criterion:
    kinds: list[Literal["inclusion", "exclusion"]] = ["inclusion", "exclusion"]
    kind = drawing.draw(st.sampled_from(kinds))
    condition = drawing.condition(conditions)
    applies = None
    if drawing.draw(st.integers(0, 3)) == 3:
        applies = _Drawing(drawing.draw, drawing.facts, drawing.lists, 1).condition(conditions)
    return n.Criterion(
        f"{kind[0].upper()}{number}",
        kind,
        str(number),
        f"Criterion {number}",
        condition,
        number,
        number,
        applies,
    )


def names_used(node: object) -> frozenset[str]:
    """The names of the facts, lists and fields that a node mentions, among other texts."""
    match node:
        case str():
            return frozenset({node})
        case tuple() | list():
            return frozenset[str]().union(*map(names_used, node))
        case _ if is_dataclass(node):
            parts = [getattr(node, field.name) for field in fields(node) if field.name != "at"]
            return names_used(parts)
        case _:
            return frozenset()


def _pruned(listed: Listed, used: frozenset[str]) -> Listed:
    """A list with the fields that are used; a measurement keeps its value and its date."""
    kept = used | {"value", "date"}
    named = tuple(one for one in listed.fields if one.name in kept)
    return replace(listed, fields=named or listed.fields[:1])
