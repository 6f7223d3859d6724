"""How much a protocol comes to when its formulas, tables and definitions are written out.

What is used by name is put in where it is used, and each alternative gets its own copy of the line
that it stands in. Both can double with every step, so both are counted before anything is written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from critc.check import protocol as p
from critc.check.context import Context
from critc.check.types import Date

LARGEST = 200_000
"""How many parts one criterion or definition may come to."""

DEEPEST = 60
"""How many values may be nested in each other, everything put in."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of a value: in how many ways it can come out, its parts in all of them, and its levels."""

    ways: int = 1
    parts: int = 1
    depth: int = 1

    def capped(self) -> Size:
        """No larger than it takes to be refused, so that sizes are few and can be remembered."""
        most = LARGEST + 1
        return Size(min(self.ways, most), min(self.parts, most), min(self.depth, DEEPEST + 1))


@dataclass(slots=True)
class Given:
    """The sizes of what the parameters stand for, and of the values that were measured with them."""

    sizes: Mapping[str, Size] = field(default_factory=dict)
    terms: dict[int, Size] = field(default_factory=dict)


def check_sizes(context: Context, protocol: p.Protocol) -> None:
    """Report what would grow out of all proportion, if it can be followed to its end at all."""
    if any(d.code in ("E0407", "E0409") for d in context.diagnostics):
        return
    measure = _Measure(protocol)
    for criterion in protocol.criteria:
        conditions = [criterion.condition, *([criterion.applies] if criterion.applies else [])]
        _refuse(context, criterion, conditions, measure)
    for definition in protocol.definitions.values():
        if not definition.parameters:
            _refuse(context, definition, [definition.condition], measure)


def _refuse(
    context: Context, of: p.Node, conditions: Iterable[p.Condition], measure: _Measure
) -> None:
    measure.deepest = 0
    parts = sum(measure.condition(condition, Given()) for condition in conditions)
    if parts <= LARGEST and measure.deepest <= DEEPEST:
        return
    context.say(
        "E0409",
        of.span,
        "With all that it refers to written out, this is too large."
        if parts > LARGEST
        else "Its calculation is nested too deeply.",
        label="too large",
        help="Declare parts of it as facts of their own, or write it with fewer steps.",
    )


class _Measure:
    """Measures conditions and values; what is called with the same sizes is measured once."""

    def __init__(self, protocol: p.Protocol) -> None:
        self.protocol = protocol
        self.deepest = 0
        self._level = 0
        self._called: dict[tuple[str, tuple[Size, ...]], Size] = {}
        self._applied: dict[tuple[str, tuple[Size, ...]], int] = {}

    # ---- conditions -------------------------------------------------------------------------

    def condition(self, condition: p.Condition, given: Given) -> int:
        """How many parts a condition comes to."""
        match condition:
            case p.Applied(arguments=()):
                return 1
            case p.Applied(name=name, arguments=arguments):
                sizes = tuple(self.term(a, given) for a in arguments)
                return self._definition(self.protocol.definitions[name], sizes)
            case p.Compare(left=left, right=right) | p.DateOrder(left=left, right=right):
                return self._atom((left, right), given)
            case p.Between(term=term, low=low, high=high):
                return self._atom((term, low, high), given)
            case p.IsOneOf(of=of) | p.Holds(of=of) | p.Includes(of=of) | p.NormalRange(of=of):
                return self._atom((of,), given)
            case p.Falls(of=of, window=window):
                return self._atom((of, window.length, window.moment), given)
            case p.Throughout(of=of, length=length, moment=moment):
                return self._atom((of, length, moment), given)
            case p.Lasting(of=of, length=length, window=window):
                return self._atom((of, length, window.length, window.moment), given)
            case p.During(of=of, moment=moment):
                return self._atom((of, moment), given)
            case _:
                inner = sum(self.condition(part, given) for part in p.parts_of(condition))
                return min(1 + inner, LARGEST + 1)

    def _definition(self, definition: p.Definition, sizes: tuple[Size, ...]) -> int:
        key = (definition.name, sizes)
        if key not in self._applied:
            inner = _given(definition.parameters, sizes)
            self._applied[key] = self.condition(definition.condition, inner)
        return self._applied[key]

    def _atom(self, terms: Iterable[p.Term], given: Given) -> int:
        size = self._joined(terms, given)
        self.deepest = max(self.deepest, size.depth)
        return size.parts

    # ---- values -----------------------------------------------------------------------------

    def term(self, term: p.Term, given: Given) -> Size:
        """The size of a value; one that a ``let`` names is measured once, and counted each time."""
        found = given.terms.get(id(term))
        if found is None:
            self._level += 1
            too_deep = self._level > DEEPEST
            found = Size(depth=DEEPEST + 1) if too_deep else self._term(term, given).capped()
            given.terms[id(term)] = found
            self._level -= 1
        return found

    def _term(self, term: p.Term, given: Given) -> Size:
        match term:
            case p.ParameterRef(of=parameter):
                return given.sizes.get(parameter.name, Size())
            case p.EndOf(of=of) | p.LimitOf(of=of):
                return self.term(of, given)
            case p.Arithmetic(left=left, right=right):
                return self._joined((left, right), given)
            case p.Extreme(terms=terms, type=kind):
                whole = self._joined(terms, given)
                dates = len(terms) if isinstance(kind, Date) else 1
                return Size(whole.ways * dates, whole.parts * dates, whole.depth)
            case p.Shifted(date=date, length=length):
                return self._joined((date, length), given)
            case p.DaysBetween(start=start, end=end):
                return self._joined((start, end), given)
            case p.Age(birth=birth, at=at):
                return self._joined((birth, at), given)
            case p.Aggregate(where=where) | p.FieldRef(record=p.Pick(where=where)):
                return self._asked(where, given)
            case p.Alternatives(cases=cases):
                asked = self._asked([c.condition for c in cases if c.condition], given)
                return _either([self.term(case.value, given) for case in cases], asked)
            case p.Call(name=name, arguments=arguments):
                return self._call(name, tuple(self.term(a, given) for a in arguments))
            case _:
                return Size()

    def _joined(self, terms: Iterable[p.Term], given: Given) -> Size:
        """Several values in one: each way of one goes with each of the others."""
        ways, parts, depth = 1, 1, 0
        for term in terms:
            size = self.term(term, given)
            parts = parts * size.ways + size.parts * ways
            ways, depth = ways * size.ways, max(depth, size.depth)
        return Size(ways, parts, depth + 1).capped()

    def _asked(self, conditions: Iterable[p.Condition], given: Given) -> Size:
        """The conditions that a value depends on."""
        before, self.deepest = self.deepest, 0
        parts = 1 + sum(self.condition(condition, given) for condition in conditions)
        depth, self.deepest = self.deepest, before
        return Size(1, parts, 1 + depth)

    def _call(self, name: str, sizes: tuple[Size, ...]) -> Size:
        key = (name, sizes)
        if key not in self._called:
            self._called[key] = self._callable(name, sizes).capped()
        return self._called[key]

    def _callable(self, name: str, sizes: tuple[Size, ...]) -> Size:
        formula = self.protocol.formulas.get(name)
        if formula is not None:
            return self.term(formula.value, _given(formula.parameters, sizes))
        table = self.protocol.tables[name]
        inner = _given(table.parameters, sizes)
        rows = [self.term(row.value, inner) for row in (*table.rows, *table.otherwise)]
        keys = [sizes[place] for place in table.keys]
        found = _either(rows, Size())
        for key in keys:
            found = Size(found.ways * key.ways, found.parts * key.ways + key.parts, found.depth)
        return found


def _given(parameters: tuple[p.Parameter, ...], sizes: tuple[Size, ...]) -> Given:
    return Given({parameter.name: size for parameter, size in zip(parameters, sizes, strict=True)})


def _either(sizes: list[Size], asked: Size) -> Size:
    """One of several values, and what decides between them."""
    return Size(
        sum(size.ways for size in sizes) or 1,
        asked.parts + sum(size.parts for size in sizes),
        1 + max([asked.depth, *(size.depth for size in sizes)]),
    )
