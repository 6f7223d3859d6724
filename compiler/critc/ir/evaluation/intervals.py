"""Intervals of exact numbers, and of days counted as ordinals: what a value may still be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, inf
from typing import Literal

End = Fraction | float
"""An end of an interval: exact, or plus or minus infinity (the only floats there are)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``. An infinite end is open, except that of what is ongoing."""

    low: End
    high: End
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def is_entire(self) -> bool:
        """Nothing is known, as of an absent number."""
        return self.low == -inf and self.high == inf

    @property
    def contains_zero(self) -> bool:
        starts = self.low < 0 or (self.low == 0 and not self.low_open)
        ends = self.high > 0 or (self.high == 0 and not self.high_open)
        return starts and ends


ENTIRE = Interval(-inf, inf, True, True)


def point(value: End | int) -> Interval:
    exact = Fraction(value) if isinstance(value, int) else value
    return Interval(exact, exact)


# ---- comparison ------------------------------------------------------------------------------


def at_most(a: Interval, b: Interval) -> bool | None:
    """a ≤ b."""
    if a.high <= b.low:
        return True
    if a.low > b.high or (a.low == b.high and (a.low_open or b.high_open)):
        return False
    return None


def less(a: Interval, b: Interval) -> bool | None:
    """a < b, which is not b ≤ a."""
    return negation(at_most(b, a))


def equal(a: Interval, b: Interval) -> bool | None:
    """a = b."""
    if at_most(a, b) is True and at_most(b, a) is True:
        return True
    if less(a, b) is True or less(b, a) is True:
        return False
    return None


def negation(outcome: bool | None) -> bool | None:
    return None if outcome is None else not outcome


# ---- arithmetic ------------------------------------------------------------------------------


def negative(a: Interval) -> Interval:
    return Interval(-a.high, -a.low, a.high_open, a.low_open)


def plus(a: Interval, b: Interval) -> Interval:
    return Interval(
        sum_of_ends(a.low, b.low, -inf),
        sum_of_ends(a.high, b.high, inf),
        a.low_open or b.low_open,
        a.high_open or b.high_open,
    )


def sum_of_ends(x: End, y: End, doubtful: float) -> End:
    """x + y; ``doubtful`` where one is infinite one way and the other the other way."""
    if isinstance(x, float) and isinstance(y, float):
        return x if x == y else doubtful
    if isinstance(x, float):
        return x
    return y if isinstance(y, float) else x + y


def times(a: Interval, b: Interval) -> Interval:
    """a × b. With an absent part it is not computed, also if the other part is 0."""
    if a.is_entire or b.is_entire:
        return ENTIRE
    products = [
        _product(x, x_open, y, y_open)
        for x, x_open in ((a.low, a.low_open), (a.high, a.high_open))
        for y, y_open in ((b.low, b.low_open), (b.high, b.high_open))
    ]
    low, high = min(p for p, _ in products), max(p for p, _ in products)
    return Interval(low, high, (low, False) not in products, (high, False) not in products)


def _product(x: End, x_open: bool, y: End, y_open: bool) -> tuple[End, bool]:
    """The product of two ends, and whether it is open; a 0 that is reached stays 0."""
    if x == 0 or y == 0:
        reached = (x == 0 and not x_open) or (y == 0 and not y_open)
        return Fraction(0), not reached
    if isinstance(x, Fraction) and isinstance(y, Fraction):
        return x * y, x_open or y_open
    return (inf if (x > 0) == (y > 0) else -inf), x_open or y_open


def divided(a: Interval, b: Interval) -> Interval | None:
    """a ÷ b; no value when b may be 0."""
    return None if b.contains_zero else times(a, _reciprocal(b))


def _reciprocal(b: Interval) -> Interval:
    """1 ÷ b for a b without 0, which may be its open end."""
    low = _inverse(b.high, -inf)
    high = _inverse(b.low, inf)
    return Interval(low, high, b.high_open or low == -inf, b.low_open or high == inf)


def _inverse(x: End, of_zero: float) -> End:
    if x == 0:
        return of_zero
    return Fraction(0) if isinstance(x, float) else 1 / x


def whole_power(a: Interval, exponent: int) -> Interval | None:
    """a to a whole power; no value for a negative one when a may be 0."""
    if exponent < 0:
        return None if a.contains_zero else _reciprocal(_raised(a, -exponent))
    if a.is_entire:
        return ENTIRE
    return point(1) if exponent == 0 else _raised(a, exponent)


def _raised(a: Interval, exponent: int) -> Interval:
    if exponent % 2 == 0:
        a = _magnitude(a)
    return Interval(
        _raised_end(a.low, exponent), _raised_end(a.high, exponent), a.low_open, a.high_open
    )


def _raised_end(x: End, exponent: int) -> End:
    if isinstance(x, float):
        return x if exponent % 2 else inf
    return x**exponent


def _magnitude(a: Interval) -> Interval:
    """The distances from 0."""
    if a.low >= 0:
        return a
    if a.high <= 0:
        return negative(a)
    farther = extreme("larger", [Interval(Fraction(0), -a.low, False, a.low_open), a])
    return Interval(Fraction(0), farther.high, False, farther.high_open)


def rounded(a: Interval, digits: int) -> Interval:
    """Half away from zero, as people round by hand."""
    low = _just_above(a.low, digits) if a.low_open else _nearest(a.low, digits)
    high = _just_below(a.high, digits) if a.high_open else _nearest(a.high, digits)
    return Interval(low, high, isinstance(low, float), isinstance(high, float))


HALF = Fraction(1, 2)


def _nearest(x: End, digits: int) -> End:
    return _just_above(x, digits) if x >= 0 else _just_below(x, digits)


def _just_above(x: End, digits: int) -> End:
    """What the numbers next above x are rounded to."""
    scale = Fraction(10) ** digits
    return x if isinstance(x, float) else floor(x * scale + HALF) / scale


def _just_below(x: End, digits: int) -> End:
    scale = Fraction(10) ** digits
    return x if isinstance(x, float) else ceil(x * scale - HALF) / scale


def extreme(which: Literal["smaller", "larger"], intervals: Iterable[Interval]) -> Interval:
    """The smallest or the largest of several: one side is known already when one of them is."""
    if which == "smaller":
        return negative(extreme("larger", [negative(a) for a in intervals]))
    several = list(intervals)
    low, high = max(a.low for a in several), max(a.high for a in several)
    return Interval(
        low,
        high,
        any(a.low_open for a in several if a.low == low),
        all(a.high_open for a in several if a.high == high),
    )


def meet(a: Interval, b: Interval) -> Interval:
    """What is in both; ``b`` has closed ends and something in common with ``a``."""
    low, low_open = (b.low, False) if b.low > a.low else (a.low, a.low_open)
    high, high_open = (b.high, False) if b.high < a.high else (a.high, a.high_open)
    return Interval(low, high, low_open, high_open)
