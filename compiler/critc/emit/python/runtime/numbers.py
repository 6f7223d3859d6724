"""Exact numbers that may be known only within limits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

# --- numbers: exact, or known only within limits --------------------------------------------------

INFINITY = float("inf")


def exact(value: Decimal | Fraction | int | str) -> Fraction:
    """The number as a fraction; text may be "2.5" or "1/3"."""
    from fractions import Fraction

    return Fraction(value)


class Interval:
    """A number between two ends, each of which it may reach unless that end is open.

    What is known exactly has both ends alike; what is not known at all reaches from minus infinity to
    infinity. Days are numbers too: those of the calendar, counted from 1 January of the year 1.
    """

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(
        self,
        low: Fraction | float,
        high: Fraction | float,
        low_open: bool = False,
        high_open: bool = False,
    ) -> None:
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def unbounded(self) -> bool:
        """Whether nothing is known of it."""
        return self.low == -INFINITY and self.high == INFINITY


def point(value: Fraction | float) -> Interval:
    """The number itself."""
    return Interval(value, value)


def anything() -> Interval:
    """A number of which nothing is known."""
    return Interval(-INFINITY, INFINITY, True, True)


def at_most(left: Interval, right: Interval) -> bool | None:
    """Whether ``left`` ≤ ``right``; None when that is not known."""
    if left.high <= right.low:
        return True
    if left.low > right.high:
        return False
    if left.low == right.high and (left.low_open or right.high_open):
        return False
    return None


def below(left: Interval, right: Interval) -> bool | None:
    """Whether ``left`` < ``right``; None when that is not known."""
    outcome = at_most(right, left)
    return None if outcome is None else not outcome


def plus(left: Interval, right: Interval) -> Interval:
    """The sum."""
    low, high = left.low + right.low, left.high + right.high
    if low != low or high != high:  # an infinity less an infinity
        return anything()
    return Interval(low, high, left.low_open or right.low_open, left.high_open or right.high_open)


def negative(term: Interval) -> Interval:
    """The number with the other sign."""
    return Interval(-term.high, -term.low, term.high_open, term.low_open)


def times(left: Interval, right: Interval) -> Interval:
    """The product; nothing is known of it when nothing is known of a factor."""
    if left.unbounded or right.unbounded:
        return anything()
    corners = [
        corner(x, x_open, y, y_open)
        for x, x_open in ((left.low, left.low_open), (left.high, left.high_open))
        for y, y_open in ((right.low, right.low_open), (right.high, right.high_open))
    ]
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    return Interval(
        low,
        high,
        all(is_open for value, is_open in corners if value == low),
        all(is_open for value, is_open in corners if value == high),
    )


def corner(
    x: Fraction | float, x_open: bool, y: Fraction | float, y_open: bool
) -> tuple[Fraction | float, bool]:
    """The product of two ends, and whether it is not reached. A zero that is reached gives zero."""
    if x == 0 or y == 0:
        return 0, not ((x == 0 and not x_open) or (y == 0 and not y_open))
    return x * y, x_open or y_open


def reciprocal(term: Interval) -> Interval | None:
    """One divided by it; None when it may be zero."""
    if term.low < 0 < term.high:
        return None
    if (term.low == 0 and not term.low_open) or (term.high == 0 and not term.high_open):
        return None
    low = -INFINITY if term.high == 0 else inverse(term.high)
    high = INFINITY if term.low == 0 else inverse(term.low)
    return Interval(
        low, high, term.high_open or term.high == INFINITY, term.low_open or term.low == -INFINITY
    )


def inverse(value: Fraction | float) -> Fraction | float:
    """One divided by a number other than zero."""
    return 0 if value in (INFINITY, -INFINITY) else 1 / exact_end(value)


def exact_end(value: Fraction | float) -> Fraction:
    """An end that is not infinite, as a fraction."""
    from fractions import Fraction

    return Fraction(value)


def scaled(term: Interval, factor: Fraction, offset: Fraction) -> Interval:
    """``term × factor + offset``."""
    product = term if factor == 1 else times(term, point(factor))
    return product if offset == 0 else plus(product, point(offset))


def smaller(terms: list[Interval]) -> Interval:
    """The smallest of several."""
    return negative(larger([negative(term) for term in terms]))


def larger(terms: list[Interval]) -> Interval:
    """The largest of several."""
    low = max(term.low for term in terms)
    high = max(term.high for term in terms)
    return Interval(
        low,
        high,
        all(term.low_open for term in terms if term.low == low),
        all(term.high_open for term in terms if term.high == high),
    )


def rounded(term: Interval, digits: int) -> Interval:
    """Rounded to so many decimals, half away from zero."""
    return Interval(round_half_away(term.low, digits), round_half_away(term.high, digits))


def round_half_away(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded to so many decimals, half away from zero, as people round by hand."""
    if value in (INFINITY, -INFINITY):
        return value
    ten = exact(10) ** digits
    size = (abs(exact_end(value)) * ten * 2 + 1) // 2
    return (size if value >= 0 else -size) / ten


# A power is worked out as long as its digits fit in a few screens; criteria stay far below.
LARGEST_POWER = 1 << 16
LARGEST_DEGREE = 1 << 10

# A root is worked out to 60 digits. One that differs by less than this from a number of 20 digits, in
# units of the last of them, is compared exactly.
NEAR = 1e-30


def power(base: Interval, exponent: Fraction) -> Interval | None:
    """``base ^ exponent``; None when it has no value."""
    if exponent.denominator != 1:
        return root_of_power(base, exponent)
    n = int(exponent)
    if base.unbounded:
        return anything() if n >= 0 else None
    if n < 0:
        inverted = reciprocal(base)
        return None if inverted is None else power(inverted, -exponent)
    if n * max(bits(base.low), bits(base.high)) > LARGEST_POWER:
        return None
    return whole_power(base, n)


def bits(value: Fraction | float) -> int:
    """How long an end is, written out in binary."""
    if value in (INFINITY, -INFINITY):
        return 1
    fraction = exact_end(value)
    return max(fraction.numerator.bit_length(), fraction.denominator.bit_length())


def whole_power(base: Interval, n: int) -> Interval:
    """``base ^ n`` for a whole ``n`` from 0."""
    if n == 0:
        return point(1)
    ends = [(base.low**n, base.low_open), (base.high**n, base.high_open)]
    if n % 2 == 0 and base.low < 0:
        ends.sort(key=lambda end: end[0])
        if base.high > 0:
            ends[0] = (0, False)
    (low, low_open), (high, high_open) = ends
    return Interval(low, high, low_open, high_open)


def root_of_power(base: Interval, exponent: Fraction) -> Interval | None:
    """``base ^ exponent`` for a fraction; None when it has no value or the base is not known."""
    if not base.known or base.low < 0 or base.unbounded:
        return None
    value = exact_end(base.low)
    if value == 0:
        return point(0) if exponent > 0 else None
    degree, times_itself = exponent.denominator, abs(exponent.numerator)
    if times_itself * bits(value) > LARGEST_POWER:
        return None
    raised = value**times_itself
    return root(point(raised if exponent > 0 else 1 / raised), degree)


def root(term: Interval, degree: int) -> Interval | None:
    """The root of a known number from 0: exact if it has at most 20 significant digits.

    Else the interval from the root cut after 20 significant digits to one unit of the last. None for
    the root of a negative or of what is not exactly known.
    """
    if not term.known or term.low < 0 or term.low == INFINITY:
        return None
    value = exact_end(term.low)
    if value == 0 or value == 1:
        return point(value)
    approximate = approximate_root(value, degree)
    unit = exact(10) ** (approximate.adjusted() - 19)
    in_units = exact(approximate) / unit
    nearest = round(in_units)
    if abs(in_units - nearest) > NEAR:
        return Interval(int(in_units) * unit, (int(in_units) + 1) * unit)
    if degree > LARGEST_DEGREE:
        return None
    raised = (nearest * unit) ** degree
    if raised == value:
        return point(nearest * unit)
    low = nearest if raised < value else nearest - 1
    return Interval(low * unit, (low + 1) * unit)


def approximate_root(value: Fraction, degree: int) -> Decimal:
    """The root to some fifty digits."""
    from decimal import Context

    context = Context(prec=60)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return context.power(quotient, context.divide(Decimal(1), Decimal(degree)))
