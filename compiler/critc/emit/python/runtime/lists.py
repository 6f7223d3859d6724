"""Lists of records: how many there are, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from critc.emit.python.runtime.clauses import Clause, Finding
from critc.emit.python.runtime.comparisons import Comparison, End
from critc.emit.python.runtime.dates import DateOf
from critc.emit.python.runtime.joined import TIED
from critc.emit.python.runtime.numbers import (
    INFINITY,
    Interval,
    exact,
    larger,
    plus,
    point,
    scaled,
    smaller,
)
from critc.emit.python.runtime.terms import (
    CANNOT,
    INCOMPLETE,
    MISSING,
    VAGUE,
    Const,
    Never,
    Scope,
    Term,
    Unknowns,
    Value,
)
from critc.emit.python.runtime.values import PartialDate, Quantity

# --- lists: how many records there are, what they add up to, which is the latest ------------------


# What is recorded is of another time or kind than is asked for.
NONE_COUNTS = "none of those recorded counts"


class Member:
    """A record of a list that satisfies a condition, or may do so."""

    __slots__ = ("finding", "first", "last", "scope")

    def __init__(self, scope: Scope, finding: Finding) -> None:
        self.scope = scope
        self.finding = finding
        self.first: Any = -INFINITY
        self.last: Any = INFINITY

    @property
    def certain(self) -> bool:
        """Whether it satisfies the condition."""
        return self.finding.outcome is True

    @property
    def dated(self) -> bool:
        """Whether its day is known in full."""
        return bool(self.first == self.last)

    @property
    def day(self) -> Any:
        """Its day, if it is known in full."""
        return self.first if self.dated else None


class Listing:
    """The records of a list, each bound to ``var``, that satisfy ``where``."""

    __slots__ = ("attribute", "name", "var", "where")

    def __init__(self, name: str, var: str, where: Clause, attribute: str = "") -> None:
        self.name = name
        self.var = var
        self.where = where
        self.attribute = attribute or name

    def read(self, scope: Scope) -> Any:
        """The list as recorded."""
        if self.name in scope.given:
            return scope.given[self.name]
        return getattr(scope.patient, self.attribute)

    def bound(self, scope: Scope) -> Iterator[Scope]:
        """The scope of each record."""
        recorded = self.read(scope)
        for index, record in enumerate(() if recorded is None else recorded.items):
            yield scope.bind(self.var, record, f"{self.name}[{index}]")

    def members(self, scope: Scope) -> list[Member]:
        """The records that satisfy the condition or may do so."""
        found = [Member(each, self.where.judge(each)) for each in self.bound(scope)]
        return [member for member in found if member.finding.outcome is not False]

    def dated(self, scope: Scope, date: Term) -> list[Member]:
        """The same with their days, without those that are recorded as never having been.

        One that may never have been is not certain, and its day is one of the reasons.
        """
        dated = []
        for member in self.members(scope):
            unknown: Unknowns = set()
            try:
                days = date.value(member.scope, unknown)
            except Never:
                continue
            if days is not None:
                member.first, member.last = days.low, days.high
            if any(day.never(member.scope) for day, _ in date.days()):
                member.finding = Finding(None, member.finding.unknown | unknown)
            dated.append(member)
        return dated

    def open(self, scope: Scope) -> Unknowns:
        """Why there may be more records than those listed; empty if there are none."""
        recorded = self.read(scope)
        if recorded is None:
            return {(MISSING, self.name)}
        return set() if recorded.complete else {(INCOMPLETE, self.name)}

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What decides of the list and of its records."""
        yield self.name, self.read(scope)
        for each in self.bound(scope):
            for clause, _, at in self.where.deciding(each):
                yield from clause.values(at)


def doubts(members: list[Member]) -> Unknowns:
    """What is not known of the condition of those that may satisfy it."""
    return set().union(*(member.finding.unknown for member in members))


class Aggregate(Term):
    """A number over the records of a list."""

    __slots__ = ("records",)

    def __init__(self, records: Listing) -> None:
        self.records = records

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:  # noqa: ARG002
        """What is read of a record beside its condition."""
        return iter(())

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield from self.records.refs(scope)
        for member in self.records.members(scope):
            yield from self.of_each(member.scope)


class Count(Aggregate):
    """How many records satisfy the condition."""

    __slots__ = ()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        certain = sum(member.certain for member in members)
        return Interval(certain, INFINITY if opened else len(members), False, bool(opened))


class Distinct(Aggregate):
    """How many different values a field has over those records."""

    __slots__ = ("cause", "of")

    def __init__(
        self, records: Listing, of: Value | DateOf | FieldOf, cause: str = MISSING
    ) -> None:
        super().__init__(records)
        self.of = of
        self.cause = cause

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        certain, possible, absent = set(), set(), 0
        for member in members:
            known = self.known(member.scope, unknown)
            if known is None:
                absent += 1
            else:
                possible.add((id(member), known) if isinstance(known, PartialDate) else known)
                if member.certain:
                    certain.add(known)
        low = apart(certain) or int(any(member.certain for member in members))
        high = INFINITY if opened else len(possible) + absent
        return Interval(low, high, False, bool(opened))

    def known(self, scope: Scope, unknown: Unknowns) -> Any:
        """The value of the field; None when it is absent or known only within limits."""
        (path, known), *_ = self.of.refs(scope)
        if known is None:
            unknown.add((self.cause, path))
        if isinstance(known, PartialDate):
            unknown.add((VAGUE, path))
        if isinstance(known, Quantity):
            if known.bound:
                unknown.add((CANNOT, ""))
            return None if known.bound else known.value
        return known

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.of.refs(scope)


class FieldOf(Term):
    """A choice or an answer, of which only equality matters."""

    __slots__ = ("ref",)

    def __init__(self, ref: Any) -> None:
        self.ref = ref

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


def apart(values: set[Any]) -> int:
    """How many values there are; of dates, the greatest number of which no two can be one day."""
    partial = [value for value in values if isinstance(value, PartialDate)]
    if not partial:
        return len(values)
    days = [value for value in values if isinstance(value, date)]
    spans = [(day, day) for day in days] + [(value.first, value.last) for value in partial]
    count, until = len(values) - len(spans), None
    for first, last in sorted(spans, key=lambda span: span[1]):
        if until is None or first > until:
            count, until = count + 1, last
    return count


class Total(Aggregate):
    """The sum of a field over those records; that of no records is 0."""

    __slots__ = ("of",)

    def __init__(self, records: Listing, of: Value) -> None:
        super().__init__(records)
        self.of = of

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        opened = self.records.open(scope)
        unknown |= opened
        total = point(0)
        for member in self.records.members(scope):
            unknown |= member.finding.unknown
            term = self.of.ranged(member.scope, unknown)
            if not member.certain:
                term = Interval(
                    min(term.low, 0),
                    max(term.high, 0),
                    term.low < 0 and term.low_open,
                    term.high > 0 and term.high_open,
                )
            total = plus(total, term)
        if opened:
            more = Interval(
                0 if self.of.low >= 0 else -INFINITY,
                0 if self.of.high <= 0 else INFINITY,
                self.of.low < 0,
                self.of.high > 0,
            )
            total = plus(total, more)
        return total

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:
        if self.records.read(scope) is None:
            return None
        members = self.records.members(scope)
        known = [self.of.value(member.scope, set()) for member in members if member.certain]
        total = sum(value.low for value in known if value.known)
        return total, len(members) - sum(value.known for value in known)

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.of.refs(scope)


class Highest(Total):
    """The highest (or lowest) value of a field over those records."""

    __slots__ = ("lowest",)

    def __init__(self, records: Listing, of: Value, lowest: bool = False) -> None:
        super().__init__(records, of)
        self.lowest = lowest

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        return None

    def too_few(self, scope: Scope) -> str | None:
        if self.records.open(scope) or not self.records.read(scope).items:
            return None
        return None if self.records.members(scope) else NONE_COUNTS

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        values = [(member.certain, self.of.ranged(member.scope, unknown)) for member in members]
        certain = [value for is_certain, value in values if is_certain]
        if not certain:
            if not members and not opened:
                unknown.add((MISSING, self.records.name))
            return None
        every = [value for _, value in values] + ([self.of.declared()] if opened else [])
        if self.lowest:
            least, most = smaller(every), smaller(certain)
        else:
            least, most = larger(certain), larger(every)
        return Interval(least.low, most.high, least.low_open, most.high_open)


class MeanOfLast(Total):
    """The mean of a field over the last ``n`` records by date, or over all of them for an ``n`` of 0."""

    __slots__ = ("date", "n")

    def __init__(self, n: int, records: Listing, date: Term, of: Value) -> None:
        super().__init__(records, of)
        self.n = n
        self.date = date

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        return None

    def too_few(self, scope: Scope) -> str | None:
        if self.records.open(scope) or not self.records.read(scope).items:
            return None
        found = len(self.records.dated(scope, self.date))
        if not found:
            return NONE_COUNTS
        return f"only {found} of those recorded count" if found < self.n else None

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        opened = self.records.open(scope)
        if opened:
            unknown |= opened
            return None
        members = self.records.dated(scope, self.date)
        certain = [member for member in members if member.certain]
        if len(certain) < max(self.n, 1):
            enough = members and len(members) >= self.n
            unknown |= doubts(members) if enough else {(MISSING, self.records.name)}
            return None
        if self.n == 0:
            return self.over_all(members, unknown)
        return self.over_last(members, certain, unknown)

    def over_all(self, members: list[Member], unknown: Unknowns) -> Interval:
        """The mean over those that satisfy the condition, with any of those that may."""
        unknown |= doubts(members)
        values = [(member.certain, self.of.ranged(member.scope, unknown)) for member in members]
        certain = [value for is_certain, value in values if is_certain]
        others = [value for is_certain, value in values if not is_certain]
        lows = [mean([*certain, *least]) for least in prefixes(sorted(others, key=lowest_first))]
        highs = [mean([*certain, *most]) for most in prefixes(sorted(others, key=highest_first))]
        low, high = min(lows, key=lowest_first), min(highs, key=highest_first)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def over_last(
        self, members: list[Member], certain: list[Member], unknown: Unknowns
    ) -> Interval:
        """The mean over those that are surely among the last and the least of the others, or the most."""
        possible = [
            member
            for member in members
            if sum(other.first > member.last for other in certain if other is not member) < self.n
        ]
        sure = [
            member
            for member in certain
            if sum(other.last >= member.first for other in members if other is not member) < self.n
        ]
        unknown |= doubts(possible)
        values = {id(member): self.of.ranged(member.scope, unknown) for member in possible}
        others = [member for member in possible if member not in sure]
        unknown |= undated(others, self.date)
        days = [member.day for member in others if member.dated]
        if len(set(days)) < len(days):
            unknown.add(TIED)
        certain_values = [values[id(member)] for member in sure]
        other_values = [values[id(member)] for member in others]
        rest = self.n - len(sure)
        low = mean([*certain_values, *sorted(other_values, key=lowest_first)[:rest]])
        high = mean([*certain_values, *sorted(other_values, key=highest_first)[:rest]])
        return Interval(low.low, high.high, low.low_open, high.high_open)


def mean(values: list[Interval]) -> Interval:
    """The mean of several numbers."""
    total = point(0)
    for value in values:
        total = plus(total, value)
    return scaled(total, exact(1) / len(values), exact(0))


def lowest_first(value: Interval) -> tuple[Any, bool]:
    """For sorting: the value that may be the lowest comes first."""
    return value.low, value.low_open


def highest_first(value: Interval) -> tuple[Any, bool]:
    """For sorting: the value that may be the highest comes first."""
    return -value.high, value.high_open


def prefixes(values: list[Interval]) -> list[list[Interval]]:
    """None of the values, the first, the first two, and so on."""
    return [values[:count] for count in range(len(values) + 1)]


def undated(members: list[Member], date: Term) -> Unknowns:
    """The days of these records that are not known in full."""
    unknown: Unknowns = set()
    for member in members:
        date.value(member.scope, unknown)
    return unknown


class HowMany(Comparison):
    """So many records, or distinct values; both ends included."""

    __slots__ = ("count",)

    def __init__(
        self,
        line: int,
        words: str,
        count: Count | Distinct,
        low: int | None = None,
        high: int | None = None,
    ) -> None:
        ends = [] if low is None else [End(Const(low), count)]
        ends += [] if high is None else [End(count, Const(high))]
        super().__init__(line, words, *ends)
        self.count = count

    def parts(self) -> tuple[Clause, ...]:
        return (self.count.records.where,)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.count.records.name, self.count.records.read(scope)
        for inner in self.counted(scope):
            for clause, _, at in self.count.records.where.deciding(inner):
                yield from clause.values(at)
            yield from self.count.of_each(inner)

    def worths(self, scope: Scope) -> Iterator[str]:
        for inner in self.counted(scope):
            for clause, _, at in self.count.records.where.deciding(inner):
                yield from clause.worths(at)

    def counted(self, scope: Scope) -> list[Scope]:
        """The records that decide: those that count, where these settle it, else all that may."""
        members = self.count.records.members(scope)
        outcome = self.judge(scope).outcome
        certain = [member.scope for member in members if member.certain]
        if outcome is None:
            return [member.scope for member in members]
        settled = all(end.right is self.count for end in self.ends) is outcome
        return certain if certain and settled else list(self.count.records.bound(scope))
