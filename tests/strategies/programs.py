"""Random protocols."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from hypothesis import strategies as st

from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Listed
from critc.ir.evaluation.conditions import patient_scope
from critc.ir.evaluation.intervals import Interval
from critc.ir.evaluation.terms import number
from critc.ir.record import read
from strategies.conditions import AboutRecords, Conditions
from strategies.data import Values
from strategies.dictionary import facts, lists
from strategies.formulas import Formulas, OfFormulas, measured
from strategies.patients import Data, patients
from strategies.terms import NUMBERS, Terms
from strategies.trials import OfTrials

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
    for place in range(1, draw(st.integers(1, criteria)) + 1):
        before = Conditions(named.definitions, [one.id for one in found], parts)
        found.append(_criterion(drawing, place, before))
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
    return of_one(condition, terms)


@st.composite
def record_atoms(draw: st.DrawFn) -> n.Program:
    """A program of one criterion: one question about the records of a list."""
    conditions = AboutRecords()
    terms = Terms(draw, (), draw(lists())[:1], conditions)
    return of_one(conditions.over_records(terms), terms)


@st.composite
def trials(draw: st.DrawFn) -> n.Program:
    """A program of one criterion with a construct of real trials, others in it."""
    conditions = OfTrials()
    terms = Terms(draw, draw(facts()), draw(lists()), conditions)
    program = of_one(conditions(terms, 3), terms)
    return replace(program, parts=tuple(n.Part(part, part) for part in conditions.parts))


@st.composite
def formulas(draw: st.DrawFn) -> tuple[n.Program, Data]:
    """A program of one criterion on formulas, and a patient for whom they are near their limits."""
    everything = Terms(draw, draw(measured()), draw(lists()), Conditions())
    declared = of_one(n.Truth(True), everything, pruned=False)
    data = draw(patients(declared, USUAL, gaps=(8, 99)))
    scope = patient_scope(declared, read(declared, data))
    conditions = OfFormulas(limit=lambda term: n.Const(draw(near(number(term, scope).value))))
    terms = Formulas(draw, everything.facts, everything.lists, conditions)
    program = of_one(conditions.formula(terms), terms)
    return program, known_to(program, data)


USUAL = Values(
    [Fraction(text) for text in ("0", "0.6", "0.9", "1", "1.5", "4", "37", "54.6", "88", "172")],
    [date(1971, 3, 2), date(2008, 2, 29), date(2026, 3, 2)],
)


def near(value: Interval | None) -> st.SearchStrategy[Fraction]:
    """A limit at a number, or so near that only exact arithmetic tells them apart."""
    if value is None or isinstance(value.low, float) or isinstance(value.high, float):
        return st.sampled_from(NUMBERS)
    middle = (value.low + value.high) / 2
    digits = Fraction(10) ** (3 - len(str(abs(int(middle)))))
    least = abs(middle) / 10**22
    beside = [value.low - least, value.low, middle, value.high, value.high + least]
    written = [limit for limit in beside if limit.denominator < 10**300]
    return st.sampled_from([*written, round(middle * digits) / digits])


def known_to(program: n.Program, data: Data) -> Data:
    """What a program declares of a patient's data."""
    known: Data = {one.name: data[one.name] for one in program.facts if one.name in data}
    for listed in program.lists:
        if listed.name in data:
            names = {one.name for one in listed.fields}
            known[listed.name] = _rows_of(data[listed.name], names)
    return known


def _rows_of(given: Any, names: Set[str]) -> Any:
    # The number of a measurement stands in the record itself, with its unit and its limits.
    kept = names | {"value", "unit", "bound", "uln", "lln"}
    if isinstance(given, Mapping):
        return {**given, "records": _rows_of(given["records"], names)}
    return [{name: row[name] for name in row if name in kept} for row in given]


def of_one(condition: n.Condition, terms: Terms, pruned: bool = True) -> n.Program:
    """A program of one criterion; it declares what that mentions (``pruned``), or everything."""
    used = names_used(condition)
    return n.Program(
        "NCT00000000",
        "A random atom",
        "1",
        "",
        "random.crit",
        "0" * 64,
        tuple(one for one in terms.facts if not pruned or one.name in used),
        tuple(
            _pruned(one, used) if pruned else one
            for one in terms.lists
            if not pruned or one.name in used
        ),
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
