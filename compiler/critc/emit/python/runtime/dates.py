"""Dates and lengths of time, as terms of a clause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from critc.emit.python.runtime.calendar import completed_months, completed_years, months_later
from critc.emit.python.runtime.numbers import (
    INFINITY,
    Interval,
    anything,
    exact,
    larger,
    negative,
    plus,
    point,
    smaller,
    times,
)
from critc.emit.python.runtime.terms import (
    CANNOT,
    MISSING,
    VAGUE,
    Never,
    Ref,
    Scope,
    Term,
    Unknowns,
)
from critc.emit.python.runtime.values import PartialDate, Period

# --- dates, and lengths of time --------------------------------------------------------------------


class DateOf(Term):
    """A date, or with ``side`` an end of a period; ``or_none`` says that it may never have been."""

    __slots__ = ("or_none", "ref", "side")

    def __init__(
        self, ref: Ref, side: Literal["", "start", "end"] = "", or_none: bool = False
    ) -> None:
        self.ref = ref
        self.side = side
        self.or_none = or_none

    def read(self, scope: Scope) -> tuple[Any, str]:
        """The date as recorded (None: absent), and the path to ask for."""
        known, path = self.ref.read(scope), self.ref.path(scope)
        if not self.side:
            return known, path
        end = f"{path}.{self.side}"
        if end in scope.given:
            return scope.given[end], end
        return (getattr(known, self.side), end) if isinstance(known, Period) else (known, path)

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        known, path = self.read(scope)
        if known is None:
            unknown.add((MISSING, path))
            return Interval(-INFINITY, INFINITY, True, self.side != "end")
        if known == "none":
            raise Never
        if known == "ongoing":
            return point(INFINITY)
        if isinstance(known, PartialDate):
            unknown.add((VAGUE, path))
            if path in scope.fixed:
                return point(scope.fixed[path])
            return Interval(known.first.toordinal(), known.last.toordinal())
        return point(known.toordinal())

    def days(self, sign: int = 1) -> Iterator[tuple[DateOf, int]]:
        yield self, sign

    def never(self, scope: Scope) -> bool:
        """Whether it is absent and may turn out never to have been."""
        return self.or_none and self.ref.read(scope) is None

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        known, path = self.read(scope)
        yield path, known


class DayConst(Term):
    """A date of the protocol."""

    __slots__ = ("day",)

    def __init__(self, year: int, month: int, day: int) -> None:
        self.day = date(year, month, day).toordinal()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:  # noqa: ARG002
        return point(self.day)


class Age(Term):
    """Completed years or months from a birth to a moment."""

    __slots__ = ("birth", "moment", "unit")

    def __init__(self, unit: Literal["years", "months"], birth: Term, moment: Term) -> None:
        self.unit = unit
        self.birth = birth
        self.moment = moment

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        birth, moment = self.birth.value(scope, unknown), self.moment.value(scope, unknown)
        if birth is None or moment is None:
            return None
        endless = birth.low == INFINITY and moment.high == INFINITY  # both are still to come
        if birth.unbounded or moment.low == -INFINITY or endless:
            return anything()
        completed = completed_years if self.unit == "years" else completed_months
        low, high = completed(birth.high, moment.low), completed(birth.low, moment.high)
        return Interval(low, high, low_open=low == -INFINITY)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.birth, -1
        yield self.moment, 1


class DaysBetween(Term):
    """Days from one date to another."""

    __slots__ = ("end", "start")

    def __init__(self, start: Term, end: Term) -> None:
        self.start = start
        self.end = end

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        start, end = self.start.value(scope, unknown), self.end.value(scope, unknown)
        return None if start is None or end is None else plus(end, negative(start))

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.start, -1
        yield self.end, 1


DAYS_IN = {"day": 1, "week": 7}
MONTHS_IN = {"month": 1, "year": 12}


class Length:
    """So many hours, days, weeks, months or years; a negative number of them counts as none.

    ``whole`` says that the amount can be nothing but a whole number.
    """

    __slots__ = ("amount", "unit", "whole")

    def __init__(
        self,
        amount: Term,
        unit: Literal["hour", "day", "week", "month", "year"],
        whole: bool = False,
    ) -> None:
        self.amount = amount
        self.unit = unit
        self.whole = whole

    def reach(
        self, start: Interval, direction: int, scope: Scope, unknown: Unknowns
    ) -> Interval | None:
        """The day so far after ``start`` (before it, for a ``direction`` of -1)."""
        amount = self.amount.value(scope, unknown)
        if amount is None:
            return None
        amount = larger([amount, point(0)])
        if self.unit not in MONTHS_IN:
            days = DAYS_IN[self.unit] if self.unit in DAYS_IN else exact("1/24")
            length = times(amount, point(days))
            return plus(start, length if direction > 0 else negative(length))
        months = times(amount, point(MONTHS_IN[self.unit]))
        if not months.known and not self.whole:
            return None
        if months.known and months.low % 1:
            unknown.add((CANNOT, ""))
            return None
        return moved(start, months if direction > 0 else negative(months))

    def terms(self) -> Iterator[Term]:
        """What it is counted with."""
        yield self.amount


def moved(start: Interval, months: Interval) -> Interval:
    """So many months after ``start``; several days may be clamped to one, which is then reached."""
    low = month_end(start.low, months.low, -INFINITY)
    high = month_end(start.high, months.high, INFINITY)
    low_open = low == -INFINITY or start.low_open
    return Interval(low, high, low_open, high == INFINITY and start.high_open)


def month_end(day: Fraction | float, months: Fraction | float, doubtful: float) -> Fraction | float:
    """So many months after a day; ``doubtful`` where both are infinite, one each way."""
    if abs(months) == INFINITY:
        return doubtful if abs(day) == INFINITY and day != months else months
    return months_later(day, int(months))


class ExtremeLength:
    """The shorter or longer of several lengths: the one that reaches the nearer or the farther day."""

    __slots__ = ("lengths", "which")

    def __init__(
        self, which: Literal["shorter", "longer"], *lengths: Length | ExtremeLength
    ) -> None:
        self.which = which
        self.lengths = lengths

    def reach(
        self, start: Interval, direction: int, scope: Scope, unknown: Unknowns
    ) -> Interval | None:
        """The day so far after ``start`` (before it, for a ``direction`` of -1)."""
        reached = [length.reach(start, direction, scope, unknown) for length in self.lengths]
        known = [day for day in reached if day is not None]
        if len(known) < len(reached):
            return None
        return smaller(known) if (self.which == "shorter") == (direction > 0) else larger(known)

    def terms(self) -> Iterator[Term]:
        """What the lengths are counted with."""
        for length in self.lengths:
            yield from length.terms()


class Shift(Term):
    """So long after a day, or before it."""

    __slots__ = ("direction", "length", "term")

    def __init__(
        self, term: Term, direction: Literal["after", "before"], length: Length | ExtremeLength
    ) -> None:
        self.term = term
        self.direction = 1 if direction == "after" else -1
        self.length = length

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        start = self.term.value(scope, unknown)
        reached = self.length.reach(start or anything(), self.direction, scope, unknown)
        return None if start is None else reached

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1
        for term in self.length.terms():
            yield term, self.direction


class WholeDay(Term):
    """The first whole day from a moment on, or the last up to it; ``strict`` leaves it out."""

    __slots__ = ("direction", "strict", "term")

    def __init__(self, term: Term, direction: Literal["from", "to"], strict: bool) -> None:
        self.term = term
        self.direction = 1 if direction == "from" else -1
        self.strict = strict

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        if term is None:
            return None
        return Interval(self.whole(term.low), self.whole(term.high), term.low_open, term.high_open)

    def whole(self, day: Fraction | float) -> Fraction | float:
        """The whole day next to a moment."""
        if day in (INFINITY, -INFINITY):
            return day
        up = -(-day * self.direction // 1)
        return (up + (self.strict and up == day * self.direction)) * self.direction

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1
