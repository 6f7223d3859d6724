"""Tables: a clause for each combination of keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

from critc.emit.python.runtime.clauses import Clause, Finding
from critc.emit.python.runtime.comparisons import (
    MOST_COMPLETIONS,
    every_day,
    partial_dates,
    plain,
    takes_all,
)
from critc.emit.python.runtime.joined import agreed
from critc.emit.python.runtime.numbers import INFINITY, Interval, exact, scaled
from critc.emit.python.runtime.terms import (
    MISSING,
    Convert,
    Never,
    Ref,
    Scope,
    Term,
    Unknowns,
    Value,
)
from critc.emit.python.runtime.values import PartialDate

# --- tables: a clause for each combination of keys ------------------------------------------------


class Numbers:
    """A cell of numbers; None is no limit."""

    __slots__ = ("ends", "high", "low")

    def __init__(self, low: str | int | None, high: str | int | None, ends: str = "[]") -> None:
        self.low = None if low is None else exact(low)
        self.high = None if high is None else exact(high)
        self.ends = ends

    def has(self, value: Any) -> bool:
        """Whether the number is in the cell."""
        if self.low is not None and (
            value < self.low or (value == self.low and self.ends[0] == "(")
        ):
            return False
        return self.high is None or (
            value < self.high or (value == self.high and self.ends[1] == "]")
        )

    def limits(self) -> Iterator[Any]:
        """The ends that it has."""
        yield from (limit for limit in (self.low, self.high) if limit is not None)


class Options:
    """A cell of choices."""

    __slots__ = ("options",)

    def __init__(self, *options: str) -> None:
        self.options = options

    def has(self, value: Any) -> bool:
        """Whether the choice is in the cell."""
        return value in self.options

    def limits(self) -> Iterator[Any]:
        """A choice has no ends."""
        return iter(())


Cell = Numbers | Options | None


class NumberKey:
    """A key that is a number; it takes every value that is possible."""

    __slots__ = ("term", "whole")

    def __init__(self, term: Term, whole: bool = False) -> None:
        self.term = term
        self.whole = whole or plain(term)

    def values(self, scope: Scope, cells: list[Cell], unknown: Unknowns) -> list[Any]:
        """A number for each stretch that no cell divides; what has no value stands for itself."""
        try:
            interval = in_range(self.term, scope, unknown)
        except Never:
            return [NEVER]
        never = [NEVER] if any(day.never(scope) for day, _ in self.term.days()) else []
        if interval is None:
            return [NO_VALUE]
        limits = sorted({limit for cell in cells if cell is not None for limit in cell.limits()})
        if interval.known:  # an age counted from what is ongoing is no number
            return never if interval.low_open else [interval.low, *never]
        found = whole_numbers(interval, limits) if self.whole else numbers(interval, limits)
        return [*found, *never]

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads."""
        return self.term.refs(scope)


# What is in no cell: a key without value, and one of something that never was.
NO_VALUE = "no value"
NEVER = "never"


def in_range(term: Term, scope: Scope, unknown: Unknowns) -> Interval | None:
    """A number; one that is absent lies in the declared range."""
    if isinstance(term, Value):
        return term.ranged(scope, unknown)
    if isinstance(term, Convert):
        inner = in_range(term.term, scope, unknown)
        return None if inner is None else scaled(inner, term.factor, term.offset)
    return term.value(scope, unknown)


def whole_numbers(interval: Interval, limits: list[Any]) -> list[Any]:
    """Whole numbers of an interval, one at least for each stretch between the limits."""
    low, high = interval.low, interval.high
    if low != -INFINITY:
        low = low // 1 + 1 if interval.low_open else -(-low // 1)
    if high != INFINITY:
        high = -(-high // 1) - 1 if interval.high_open else high // 1
    tried = {end for end in (low, high) if abs(end) != INFINITY}
    for limit in limits or [0]:
        tried.update(range(int(limit // 1) - 1, int(limit // 1) + 3))
    return [number for number in sorted(tried) if low <= number <= high]


def numbers(interval: Interval, limits: list[Any]) -> list[Any]:
    """Numbers of an interval: the limits, and one from each stretch between them."""
    inner = [limit for limit in limits if interval.low < limit < interval.high]
    ends = [end for end in (interval.low, interval.high) if end not in (INFINITY, -INFINITY)]
    finite = [*inner, *ends] or [0]
    low = interval.low if interval.low in ends else min(finite) - 1
    high = interval.high if interval.high in ends else max(finite) + 1
    points = [low, *inner, high]
    between = [exact(a + b) / 2 for a, b in pairwise(points)]
    reached = [] if interval.low_open else [interval.low]
    reached += [] if interval.high_open else [interval.high]
    return [*inner, *between, *reached]


class OptionKey:
    """A key that is a choice or an answer; one that is absent may be any of the options."""

    __slots__ = ("cause", "options", "ref")

    def __init__(self, ref: Ref, *options: str, cause: str = MISSING) -> None:
        self.ref = ref
        self.options = options
        self.cause = cause

    def values(
        self,
        scope: Scope,
        cells: list[Cell],  # noqa: ARG002
        unknown: Unknowns,
    ) -> list[Any]:
        """The option, or all of them."""
        known = self.ref.read(scope)
        if known is None:
            unknown.add((self.cause, self.ref.path(scope)))
            return list(self.options)
        return [("no", "yes")[known] if isinstance(known, bool) else known]

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads."""
        yield self.ref.path(scope), self.ref.read(scope)


class Row:
    """A row: a cell for each key (None: any), and the clause with the row's value put in.

    A number stands for the clause of the row of that number, which says the same.
    """

    __slots__ = ("cells", "then")

    def __init__(self, then: Clause | int, *cells: Cell) -> None:
        self.then = then
        self.cells = cells


class Table(Clause):
    """Rows by keys; a combination without a row has no value, unless there is an ``otherwise``."""

    __slots__ = ("keys", "otherwise", "rows")

    def __init__(
        self,
        line: int,
        words: str,
        keys: tuple[NumberKey | OptionKey, ...],
        rows: tuple[Row, ...],
        otherwise: Clause | int | None = None,
    ) -> None:
        super().__init__(line, words)
        self.keys = keys
        self.rows = rows
        self.otherwise = otherwise

    def judge(self, scope: Scope) -> Finding:
        unknown: list[Unknowns] = [set() for _ in self.keys]
        found = self.combinations(scope, unknown)
        thens = [self.clause(row) for row in sorted(set(found.values()))]
        findings = [then.judge(scope) for then in thens if then is not None]
        choosing = [
            Finding(None, unknown[key])
            for key in range(len(self.keys))
            if self.matters(key, found, scope) or any(NO_VALUE in each[key] for each in found)
        ]
        no_value = any(NO_VALUE in each for combination in found for each in combination)
        if not findings and no_value:
            return Finding(None, set().union(*(finding.unknown for finding in choosing)))
        return agreed(findings, choosing, complete=None not in thens)

    def clause(self, row: int) -> Clause | None:
        """The clause of a row; after the last one come ``otherwise`` and no clause at all."""
        then = self.then(row)
        return self.clause(then) if isinstance(then, int) else then

    def then(self, row: int) -> Clause | int | None:
        """The same, as it was given."""
        if row < len(self.rows):
            return self.rows[row].then
        return self.otherwise if row == len(self.rows) else None

    def combinations(
        self, scope: Scope, unknown: list[Unknowns]
    ) -> dict[tuple[tuple[Any, ...], ...], int]:
        """What the keys may be together, and the row of each; equal rows have one number.

        A key is given as the rows whose cell has it, with ``NO_VALUE`` or ``NEVER`` if it is that.
        """
        found: dict[tuple[tuple[Any, ...], ...], int] = {}
        for index, key in enumerate(self.keys):  # no one day of a date tells why it is not known
            self.kinds(index, key, scope, unknown[index])
        for completion in self.completions(scope):
            kinds = [self.kinds(i, key, completion, set()) for i, key in enumerate(self.keys)]
            for combination in product(*kinds):
                found[combination] = self.row(combination)
        return found

    def kinds(
        self, index: int, key: NumberKey | OptionKey, scope: Scope, unknown: Unknowns
    ) -> set[tuple[Any, ...]]:
        """The values that a key may have, as far as the cells tell them apart."""
        cells = [row.cells[index] for row in self.rows]
        kinds = set()
        for value in key.values(scope, cells, unknown):
            special = [value] if value in (NO_VALUE, NEVER) and isinstance(key, NumberKey) else []
            rows = [
                row
                for row, cell in enumerate(cells)
                if cell is None or (not special and cell.has(value))
            ]
            kinds.add((*special, *rows))
        return kinds

    def row(self, combination: tuple[tuple[Any, ...], ...]) -> int:
        """The first row of which all cells fit."""
        fitting = set(range(len(self.rows))).intersection(*combination)
        if fitting:
            row = min(fitting)
        elif any(NO_VALUE in kind for kind in combination):
            row = len(self.rows) + 1
        else:
            row = len(self.rows)
        same = self.then(row)
        if same is None:
            return len(self.rows) + 1
        return same if isinstance(same, int) else row

    def matters(
        self, key: int, found: dict[tuple[tuple[Any, ...], ...], int], scope: Scope
    ) -> bool:
        """Whether a key alone can change the row; keys that share a date change together."""
        if self.shared(key, scope):
            return len(set(found.values())) > 1
        rows: dict[tuple[tuple[Any, ...], ...], int] = {}
        return any(
            rows.setdefault(combination[:key] + combination[key + 1 :], row) != row
            for combination, row in found.items()
        )

    def shared(self, key: int, scope: Scope) -> bool:
        """Whether a key has a partial date in common with another."""
        dates = [
            partial_dates(scope, each.term) if isinstance(each, NumberKey) else set()
            for each in self.keys
        ]
        return any(dates[key] & other for n, other in enumerate(dates) if n != key)

    def joint(self, scope: Scope) -> dict[str, Any]:
        """The partial dates that must be tried day by day: those of several keys, or of a sum."""
        tried: dict[str, Any] = {}
        for number, key in enumerate(self.keys):
            if isinstance(key, NumberKey) and not (
                takes_all(key.term, scope) and not self.shared(number, scope)
            ):
                for day, _ in key.term.days():
                    known, path = day.read(scope)
                    if isinstance(known, PartialDate):
                        tried[path] = known
        return tried

    def completions(self, scope: Scope) -> Iterator[Scope]:
        """The scope with those dates fixed, once for each completion."""
        joint = self.joint(scope)
        count = 1
        for known in joint.values():
            count *= len(every_day(known))
        if count > MOST_COMPLETIONS:
            joint = {}
        for chosen in product(*(every_day(known) for known in joint.values())):
            yield scope.fix({**scope.fixed, **dict(zip(joint, chosen, strict=True))})

    def parts(self) -> tuple[Clause, ...]:
        given = [*(row.then for row in self.rows), self.otherwise]
        return tuple(then for then in given if isinstance(then, Clause))

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for key in self.keys:
            yield from key.refs(scope)
        for then in self.possible(scope):
            yield from then.values(scope)

    def worths(self, scope: Scope) -> Iterator[str]:
        for then in self.possible(scope):
            for clause, _, at in then.deciding(scope):
                yield from clause.worths(at)

    def possible(self, scope: Scope) -> list[Clause]:
        """The clauses of the rows that may be the one."""
        found = self.combinations(scope, [set() for _ in self.keys])
        thens = [self.clause(row) for row in sorted(set(found.values()))]
        return [then for then in thens if then is not None]
