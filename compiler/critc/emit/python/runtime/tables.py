"""Tables: a clause for each combination of keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

from critc.emit.python.runtime.clauses import (
    MOST_COMPLETIONS,
    Clause,
    Finding,
    agreed,
    every_day,
    partial_dates,
    plain,
)
from critc.emit.python.runtime.numbers import INFINITY, Interval, exact
from critc.emit.python.runtime.terms import MISSING, Never, Ref, Scope, Term, Unknowns, Value

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

    def values(self, scope: Scope, cells: list[Cell], unknown: Unknowns) -> list[Any] | None:
        """A number for each stretch that no cell divides; None if the key has no value."""
        if isinstance(self.term, Value):
            interval: Interval | None = self.term.ranged(scope, unknown)
        else:
            interval = self.term.value(scope, unknown)
        if interval is None:
            return None
        limits = sorted({limit for cell in cells if cell is not None for limit in cell.limits()})
        if interval.known:
            return [interval.low]
        return whole_numbers(interval, limits) if self.whole else numbers(interval, limits)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads."""
        return self.term.refs(scope)


def whole_numbers(interval: Interval, limits: list[Any]) -> list[Any]:
    """Whole numbers of an interval, one at least for each stretch between the limits."""
    low, high = -(-interval.low // 1), interval.high // 1
    low += interval.low_open and low == interval.low
    high -= interval.high_open and high == interval.high
    tried = {end for end in (low, high) if end not in (INFINITY, -INFINITY)}
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
    ) -> list[Any] | None:
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
    """A row: a cell for each key (None: any), and the clause with the row's value put in."""

    __slots__ = ("cells", "then")

    def __init__(self, then: Clause, *cells: Cell) -> None:
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
        otherwise: Clause | None = None,
    ) -> None:
        super().__init__(line, words)
        self.keys = keys
        self.rows = rows
        self.otherwise = otherwise

    def judge(self, scope: Scope) -> Finding:
        unknown: list[Unknowns] = [set() for _ in self.keys]
        hits = self.hits(scope, unknown)
        if hits is None:
            return Finding(None, set().union(*unknown))
        rows, changing = hits
        thens = [self.then(row) for row in sorted(rows)]
        findings = [then.judge(scope) for then in thens if then is not None]
        choosing = [Finding(None, unknown[key]) for key in sorted(changing)]
        return agreed(findings, choosing, complete=None not in thens)

    def then(self, row: int) -> Clause | None:
        """The clause of a row; the number after the last one is that of ``otherwise``."""
        return self.rows[row].then if row < len(self.rows) else self.otherwise

    def hits(self, scope: Scope, unknown: list[Unknowns]) -> tuple[set[int], set[int]] | None:
        """The rows that may apply, and the keys of which one alone changes the row.

        None when a key has no value.
        """
        rows: set[int] = set()
        changing: set[int] = set()
        for completion in self.completions(scope):
            masks = []
            for index, key in enumerate(self.keys):
                mask = self.masks(index, key, completion, unknown[index])
                if mask is None:
                    return None
                masks.append(mask)
            combine(masks, len(self.rows), rows, changing)
        if len(rows) > 1:
            changing |= self.enumerated(scope)
        return rows, changing

    def masks(
        self, index: int, key: NumberKey | OptionKey, scope: Scope, unknown: Unknowns
    ) -> list[int] | None:
        """For each value that a key may have, the rows whose cell has it, as bits."""
        cells = [row.cells[index] for row in self.rows]
        try:
            values = key.values(scope, cells, unknown)
        except Never:
            values = None
        if values is None:
            return None
        return sorted(
            {
                sum(1 << n for n, cell in enumerate(cells) if cell is None or cell.has(value))
                for value in values
            }
        )

    def joint(self, scope: Scope) -> dict[str, Any]:
        """The partial dates that must be tried day by day: those of several keys, or of a sum."""
        partial: dict[str, Any] = {}
        seen: set[str] = set()
        tried = set()
        for key in self.keys:
            if isinstance(key, NumberKey):
                own = partial_dates(scope, key.term)
                tried |= own & seen if plain(key.term) else own
                seen |= own
                for day, _ in key.term.days():
                    known, path = day.read(scope)
                    if path in own:
                        partial[path] = known
        return {path: known for path, known in partial.items() if path in tried}

    def enumerated(self, scope: Scope) -> set[int]:
        """The keys whose dates are tried day by day."""
        joint = set(self.joint(scope))
        return {
            index
            for index, key in enumerate(self.keys)
            if isinstance(key, NumberKey) and partial_dates(scope, key.term) & joint
        }

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
        thens = [row.then for row in self.rows]
        return (*thens, *([] if self.otherwise is None else [self.otherwise]))

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for key in self.keys:
            yield from key.refs(scope)
        hits = self.hits(scope, [set() for _ in self.keys])
        for row in () if hits is None else sorted(hits[0]):
            then = self.then(row)
            if then is not None:
                yield from then.values(scope)


def combine(masks: list[list[int]], rows: int, hit: set[int], changing: set[int]) -> None:
    """Add the rows hit by a combination of the keys' values, and the keys that alone change the row."""
    found: dict[tuple[int, ...], int] = {}
    for chosen in product(*(range(len(mask)) for mask in masks)):
        bits = (1 << rows) - 1
        for mask, index in zip(masks, chosen, strict=True):
            bits &= mask[index]
        found[chosen] = (bits & -bits).bit_length() - 1 if bits else rows
    hit.update(found.values())
    for key in range(len(masks)):
        others: dict[tuple[int, ...], int] = {}
        for chosen, row in found.items():
            rest = chosen[:key] + chosen[key + 1 :]
            if others.setdefault(rest, row) != row:
                changing.add(key)
                break
