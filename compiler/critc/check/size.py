"""How much a protocol comes to when its formulas, tables and definitions are written out.

What is used by name is put in where it is used, and each alternative gets its own copy of the line that
it stands in. Both can double with every step, so both are counted before anything is written out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from critc.check import protocol as p
from critc.check.context import Context

LARGEST = 200_000
"""How many parts one criterion or definition may come to."""

DEEPEST = 60
"""How many values may be nested in each other, everything put in."""


@dataclass(frozen=True, slots=True)
class Size:
    """Parts, alternatives, and levels of a value."""

    parts: int = 1
    ways: int = 1
    depth: int = 1


def check_sizes(context: Context, protocol: p.Protocol) -> None:
    """Report what would grow out of all proportion. Circles must have been reported before."""
    if any(d.code == "E0407" for d in context.diagnostics):
        return
    measure = _Measure(protocol)
    for criterion in protocol.criteria:
        conditions = [criterion.condition, *([criterion.applies] if criterion.applies else [])]
        _refuse(context, criterion, max(measure.condition(c) for c in conditions), measure)
    for definition in protocol.definitions.values():
        _refuse(context, definition, measure.condition(definition.condition), measure)


def _refuse(context: Context, of: p.Node, parts: int, measure: _Measure) -> None:
    deep, measure.deepest = measure.deepest, 0
    if parts <= LARGEST and deep <= DEEPEST:
        return
    context.say(
        "E0409",
        of.span,
        "Its calculation is nested too deeply."
        if parts <= LARGEST
        else "With all that it refers to written out, this is too large.",
        label="too large",
        help="Declare parts of it as facts of their own, or write it with fewer steps.",
    )


class _Measure:
    """Measures conditions and values; what has a name is measured once."""

    def __init__(self, protocol: p.Protocol) -> None:
        self.protocol = protocol
        self.deepest = 0
        self._terms: dict[int, Size] = {}
        self._called: dict[str, Size] = {}
        self._defined: dict[str, int] = {}

    def condition(self, condition: p.Condition) -> int:
        """How many parts a condition comes to."""
        match condition:
            case p.Applied(name=name, arguments=()):
                return 1
            case p.Applied(name=name, arguments=arguments):
                given = sum(self.term(a).parts * self.term(a).ways for a in arguments)
                return self._definition(name) * (1 + given)
            case p.Compare(left=left, right=right):
                return self._atom((left, right))
            case p.Between(term=term, low=low, high=high):
                return self._atom((term, low, high))
            case p.DateOrder(left=left, right=right):
                return self._atom((left, right))
            case p.IsOneOf(of=of):
                return self._atom((of,))
            case p.Falls(of=of, window=window):
                return self._atom((of, window.length, window.moment))
            case p.Throughout(length=length, moment=moment):
                return self._atom((length, moment))
            case p.Lasting(length=length, window=window):
                return self._atom((length, window.length, window.moment))
            case p.During(moment=moment):
                return self._atom((moment,))
            case _:
                return 1 + sum(self.condition(part) for part in p.parts_of(condition))

    def _definition(self, name: str) -> int:
        if name not in self._defined:
            definition = self.protocol.definitions.get(name)
            self._defined[name] = self.condition(definition.condition) if definition else 1
        return self._defined[name]

    def _atom(self, terms: Iterable[p.Term]) -> int:
        size = self._joined(terms)
        self.deepest = max(self.deepest, size.depth)
        return size.parts * size.ways

    def _joined(self, terms: Iterable[p.Term]) -> Size:
        parts, ways, depth = 1, 1, 0
        for term in terms:
            size = self.term(term)
            parts, ways, depth = parts + size.parts, ways * size.ways, max(depth, size.depth)
        return Size(parts, ways, depth + 1)

    def term(self, term: p.Term) -> Size:
        """The size of a value; one that a ``let`` names is measured once, however often it is used."""
        found = self._terms.get(id(term))
        if found is None:
            found = self._terms[id(term)] = self._term(term)
        return found

    def _term(self, term: p.Term) -> Size:
        match term:
            case p.Arithmetic(left=left, right=right):
                return self._joined((left, right))
            case p.Extreme(terms=terms):
                return self._joined(terms)
            case p.Shifted(date=date, length=length):
                return self._joined((date, length))
            case p.DaysBetween(start=start, end=end):
                return self._joined((start, end))
            case p.Age(birth=birth, at=at):
                return self._joined((birth, at))
            case p.Aggregate(where=where):
                return Size(1 + sum(self.condition(c) for c in where))
            case p.Alternatives(cases=cases):
                return self._alternatives(cases)
            case p.Call(name=name, arguments=arguments):
                called, given = self._call(name), self._joined(arguments)
                depth = called.depth + given.depth
                return Size(called.parts * given.parts, called.ways * given.ways, depth)
            case _:
                return Size()

    def _alternatives(self, cases: tuple[p.Alternative, ...]) -> Size:
        sizes = [self.term(case.value) for case in cases]
        asked = sum(self.condition(case.condition) for case in cases if case.condition)
        return Size(
            1 + asked + sum(size.parts for size in sizes),
            sum(size.ways for size in sizes) or 1,
            1 + max((size.depth for size in sizes), default=0),
        )

    def _call(self, name: str) -> Size:
        if name not in self._called:
            self._called[name] = self._callable(name)
        return self._called[name]

    def _callable(self, name: str) -> Size:
        if name in self.protocol.formulas:
            return self.term(self.protocol.formulas[name].value)
        table = self.protocol.tables.get(name)
        if table is None:
            return Size()
        sizes = [self.term(row.value) for row in (*table.rows, *table.otherwise)]
        return Size(
            max((size.parts for size in sizes), default=1),
            sum(size.ways for size in sizes) or 1,
            1 + max((size.depth for size in sizes), default=0),
        )
