"""The terms of a clause: what is read of the patient, and what is computed from it."""

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
    exact_end,
    larger,
    meet,
    negative,
    number,
    plus,
    point,
    power,
    reciprocal,
    root,
    rounded,
    scaled,
    smaller,
    times,
)
from critc.emit.python.runtime.values import PartialDate, Period, Quantity

# --- terms: what is read of the patient, and what is computed from it -----------------------------

MISSING = "missing"
NOT_YET = "not yet answered"
VAGUE = "date too vague"
INCOMPLETE = "list incomplete"
CANNOT = "cannot be computed"

# What is not known: a cause, and the path to ask for, or "" when asking is of no use.
Unknowns = set[tuple[str, str]]


class Never(Exception):  # noqa: N818
    """A date is recorded as none: every comparison, window or length on it is false."""


class Scope:
    """A patient, the records that quantifiers have bound, and values that are tried in their place."""

    __slots__ = ("fixed", "given", "patient", "records")

    def __init__(
        self,
        patient: Any,
        records: dict[str, tuple[Any, str]],
        given: dict[str, Any],
        fixed: dict[str, int],
    ) -> None:
        self.patient = patient
        self.records = records
        self.given = given
        self.fixed = fixed

    def bind(self, var: str, record: Any, path: str) -> Scope:
        """The scope in which ``var`` is that record; dates in it belong to the clauses in it."""
        return Scope(self.patient, {**self.records, var: (record, path)}, self.given, {})

    def fix(self, days: dict[str, int]) -> Scope:
        """The scope in which partial dates are these days."""
        return Scope(self.patient, self.records, self.given, days)


class Ref:
    """A fact of the patient, or a field of the record bound to ``var``."""

    __slots__ = ("attribute", "name", "var")

    def __init__(self, name: str, var: str, attribute: str) -> None:
        self.name = name
        self.var = var
        self.attribute = attribute

    def path(self, scope: Scope) -> str:
        """Where it stands in the patient's data: ``therapies[0].given``."""
        return f"{scope.records[self.var][1]}.{self.name}" if self.var else self.name

    def read(self, scope: Scope) -> Any:
        """The value; None when it is absent."""
        if scope.given:
            path = self.path(scope)
            if path in scope.given:
                return scope.given[path]
        owner = scope.records[self.var][0] if self.var else scope.patient
        return getattr(owner, self.attribute)


def fact(name: str, attribute: str = "") -> Ref:
    """A fact of the patient."""
    return Ref(name, "", attribute or name)


def field(var: str, name: str, attribute: str = "") -> Ref:
    """A field of the record bound to ``var``."""
    return Ref(name, var, attribute or name)


class Term:
    """A number or a day, as far as it is known."""

    __slots__ = ()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        """Its interval, or None when it has no value; what is not known is added to ``unknown``."""
        raise NotImplementedError

    def parts(self) -> Iterator[tuple[Term, int]]:
        """The terms it is made of: 1 for those it grows with, -1 for those it falls with, else 0."""
        return iter(())

    def days(self, sign: int = 1) -> Iterator[tuple[DateOf, int]]:
        """The days it mentions, each with the direction in which it moves the whole."""
        for part, direction in self.parts():
            yield from part.days(sign * direction)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads: paths and values."""
        for part, _ in self.parts():
            yield from part.refs(scope)


class Const(Term):
    """A number of the protocol."""

    __slots__ = ("known",)

    def __init__(self, value: str | int) -> None:
        self.known = point(number(value))

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:  # noqa: ARG002
        return self.known


class Value(Term):
    """A number, quantity or ordered choice; ``low`` and ``high`` are the declared range."""

    __slots__ = ("high", "low", "options", "ref")

    def __init__(
        self,
        ref: Ref,
        low: str | int | None = None,
        high: str | int | None = None,
        options: tuple[str, ...] = (),
    ) -> None:
        self.ref = ref
        self.low = -INFINITY if low is None else number(low)
        self.high = INFINITY if high is None else number(high)
        if options:
            self.low, self.high = 0, len(options) - 1
        self.options = options

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        known = self.ref.read(scope)
        if known is None:
            unknown.add((MISSING, self.ref.path(scope)))
            return anything()
        if isinstance(known, str):
            return point(self.options.index(known))
        if not isinstance(known, Quantity):
            return point(number(known))
        if known.bound:
            unknown.add((CANNOT, ""))
            return self.bounded(known)
        return point(number(known.value))

    def bounded(self, known: Quantity) -> Interval:
        """What a laboratory reported as below or above a number."""
        limit = number(known.value)
        if known.bound in (">", ">="):
            return Interval(limit, INFINITY, known.bound == ">", True)
        low = self.low if self.low <= limit else -INFINITY
        return Interval(low, limit, low == -INFINITY, known.bound == "<")

    def ranged(self, scope: Scope, unknown: Unknowns) -> Interval:
        """Its interval where the declared range counts: in the numbers of a list, as a key."""
        interval = self.value(scope, unknown)
        return interval if interval.known else meet(interval, self.declared())

    def declared(self) -> Interval:
        """The declared range."""
        return Interval(self.low, self.high, self.low == -INFINITY, self.high == INFINITY)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


class Limit(Term):
    """The laboratory's upper or lower limit of normal that came with a quantity."""

    __slots__ = ("ref", "side")

    def __init__(self, side: Literal["uln", "lln"], ref: Ref) -> None:
        self.side = side
        self.ref = ref

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        known = self.ref.read(scope)
        if known is None:
            unknown.add((MISSING, self.ref.path(scope)))
            return None
        limit = getattr(known, self.side)
        if limit is None:
            unknown.add((CANNOT, ""))
            return None
        return point(number(limit))

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


class Sum(Term):
    """Two terms added, or subtracted."""

    __slots__ = ("left", "right", "sign")

    def __init__(self, left: Term, op: Literal["+", "-"], right: Term) -> None:
        self.left = left
        self.sign = 1 if op == "+" else -1
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if left is None or right is None:
            return None
        return plus(left, right if self.sign > 0 else negative(right))

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 1
        yield self.right, self.sign


class Product(Term):
    """Two terms multiplied."""

    __slots__ = ("left", "right")

    def __init__(self, left: Term, right: Term) -> None:
        self.left = left
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        return None if left is None or right is None else times(left, right)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 0
        yield self.right, 0


class Quotient(Term):
    """A term divided by another; it has no value when the divisor may be zero."""

    __slots__ = ("left", "right")

    def __init__(self, left: Term, right: Term) -> None:
        self.left = left
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if left is None or right is None:
            return None
        if right.known and right.low == 0:
            unknown.add((CANNOT, ""))
        inverted = reciprocal(right)
        return None if inverted is None else times(left, inverted)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 0
        yield self.right, 0


class Convert(Term):
    """``term × factor + offset``: the same quantity in another unit."""

    __slots__ = ("factor", "offset", "term")

    def __init__(self, term: Term, factor: str | int, offset: str | int = 0) -> None:
        self.term = term
        self.factor = number(factor)
        self.offset = number(offset)

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        return None if term is None else scaled(term, self.factor, self.offset)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1 if self.factor > 0 else -1


class Power(Term):
    """``term ^ exponent``."""

    __slots__ = ("exponent", "term")

    def __init__(self, term: Term, exponent: Term) -> None:
        self.term = term
        self.exponent = exponent

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        base, exponent = self.term.value(scope, unknown), self.exponent.value(scope, unknown)
        if base is None or exponent is None or not exponent.known or exponent.unbounded:
            return None
        result = power(base, exact_end(exponent.low))
        if result is None and base.known:
            unknown.add((CANNOT, ""))
        return result

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 0
        yield self.exponent, 0


class Root(Term):
    """The ``degree``-th root, to 20 significant digits unless it is exact."""

    __slots__ = ("degree", "term")

    def __init__(self, degree: int, term: Term) -> None:
        self.degree = degree
        self.term = term

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        if term is None:
            return None
        result = root(term, self.degree)
        if result is None and term.known:
            unknown.add((CANNOT, ""))
        return result

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 0


class Round(Term):
    """Rounded half away from zero."""

    __slots__ = ("digits", "term")

    def __init__(self, term: Term, digits: int) -> None:
        self.term = term
        self.digits = digits

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        return None if term is None else rounded(term, self.digits)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1


class Extreme(Term):
    """The smaller or larger of several numbers, the earlier or later of several days."""

    __slots__ = ("terms", "which")

    def __init__(self, which: Literal["smaller", "larger"], *terms: Term) -> None:
        self.which = which
        self.terms = terms

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        values = [term.value(scope, unknown) for term in self.terms]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        return smaller(known) if self.which == "smaller" else larger(known)

    def parts(self) -> Iterator[tuple[Term, int]]:
        for term in self.terms:
            yield term, 1


# --- terms: days and lengths of time --------------------------------------------------------------


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
        if birth.unbounded or moment.low == -INFINITY:
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
