"""Roots and fractional powers to 20 significant digits: exact where they end within them."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from critc.ir.evaluation.intervals import Interval, point

DIGITS = 20
WHOLE_EXPONENT = 1_000  # beyond these, nobody's formula but a slip: it cannot be computed
FRACTIONAL_EXPONENT = 1_000_000


@lru_cache(maxsize=1_000)  # the completions of a partial date ask for few powers, each often
def power(base: Fraction, exponent: Fraction) -> Interval | None:
    """``base`` to a fractional power; no value of a negative base, or of 0 to a negative power."""
    if base < 0 or (base == 0 and exponent < 0):
        return None
    if max(abs(exponent.numerator), exponent.denominator) > FRACTIONAL_EXPONENT:
        return None
    if base == 0:
        return point(0)
    exact = _exact(base, exponent)
    return _approximate(base, exponent) if exact is None else _truncated(exact)


def _exact(base: Fraction, exponent: Fraction) -> Fraction | None:
    """The power if it is rational: then numerator and denominator of the base have whole roots."""
    roots = [_whole_root(n, exponent.denominator) for n in (base.numerator, base.denominator)]
    if None in roots:
        return None
    return Fraction(*[root for root in roots if root is not None]) ** exponent.numerator


def _whole_root(n: int, degree: int) -> int | None:
    """The root of n ≥ 1 if it is whole."""
    if degree > n.bit_length():
        return 1 if n == 1 else None
    low, high = 1, 1 << (n.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= n else (low, middle)
    return low if low**degree == n else None


def _truncated(value: Fraction) -> Interval:
    """A rational as it is, or the two numbers of 20 significant digits around it."""
    unit = Fraction(10) ** (_magnitude(value) - DIGITS + 1)
    low = floor(value / unit) * unit
    return point(value) if low == value else Interval(low, low + unit)


def _magnitude(value: Fraction) -> int:
    """The power of ten of the first digit."""
    guess = len(Decimal(value.numerator).as_tuple().digits) - len(
        Decimal(value.denominator).as_tuple().digits
    )
    return guess if value >= Fraction(10) ** guess else guess - 1


def _approximate(base: Fraction, exponent: Fraction) -> Interval:
    """The two numbers of 20 significant digits around an irrational power.

    It is computed to more digits until those after the twentieth are neither all 0 nor all 9, so
    that the error of the last ones cannot reach it.
    """
    guard = 40
    while True:
        result = _logarithmic(base, exponent, guard)
        unit = Decimal((0, (1,), result.adjusted() - DIGITS + 1))
        exact = Context(prec=DIGITS + guard, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN)
        low = exact.quantize(result, unit)
        margin = exact.divide(exact.subtract(result, low), unit)
        if Decimal((0, (1,), 5 - guard)) < margin < 1 - Decimal((0, (1,), 5 - guard)):
            return Interval(Fraction(low), Fraction(low) + Fraction(unit))
        guard *= 2


def _logarithmic(base: Fraction, exponent: Fraction, guard: int) -> Decimal:
    """base ^ exponent with a relative error below 10 ^ -(20 + guard)."""
    longest = max(base.numerator.bit_length(), base.denominator.bit_length())
    size = len(str(longest)) + len(str(abs(exponent.numerator)))
    context = Context(prec=DIGITS + guard + 2 * size + 5, Emax=MAX_EMAX, Emin=MIN_EMIN)
    logarithm = context.subtract(
        context.ln(Decimal(base.numerator)), context.ln(Decimal(base.denominator))
    )
    scaled = context.divide(
        context.multiply(logarithm, Decimal(exponent.numerator)), Decimal(exponent.denominator)
    )
    return context.exp(scaled)
