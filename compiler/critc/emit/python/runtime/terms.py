"""The terms of a clause: what is read of the patient, and what is computed from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from critc.emit.python.runtime.numbers import (
    INFINITY,
    Interval,
    anything,
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
from critc.emit.python.runtime.values import Quantity

if TYPE_CHECKING:
    from critc.emit.python.runtime.dates import DateOf

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

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        """Of a sum: what is known of it, and how many addends are not; None for other terms."""
        return None

    def too_few(self, scope: Scope) -> str | None:  # noqa: ARG002
        """Of a number over records: that too few of those recorded count; None otherwise."""
        return None

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
        if self.ref.read(scope) is None:
            unknown.add((MISSING, self.ref.path(scope)))
            return None
        limit = self.read(scope)
        if limit is None:
            unknown.add((CANNOT, self.path(scope)))
            return None
        return point(number(limit))

    def path(self, scope: Scope) -> str:
        """Where it stands beside the quantity: ``alt[0].value.uln``."""
        return f"{self.ref.path(scope)}.{self.side}"

    def read(self, scope: Scope) -> Any:
        """The limit; None when it is absent."""
        path = self.path(scope)
        if path in scope.given:
            return scope.given[path].value
        known = self.ref.read(scope)
        return None if known is None else getattr(known, self.side)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)
        if self.ref.read(scope) is not None:
            yield self.path(scope), self.read(scope)


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
        if right is not None and right.known and right.low == 0:
            unknown.add((CANNOT, ""))
        if left is None or right is None:
            return None
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
