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


def number(value: Decimal | Fraction | int | str) -> Fraction | int:
    """The number as a whole one if it is whole, else as a fraction: whole ones are quicker."""
    if isinstance(value, int):
        return value
    fraction = exact(value) if isinstance(value, str) else value
    numerator, denominator = fraction.as_integer_ratio()
    return numerator if denominator == 1 else exact(fraction)


def shortened(value: Fraction, digits: int) -> Fraction:
    """A number rounded to so many significant digits, whole numbers to ones at least."""
    size = len(str(abs(value.numerator) // value.denominator)) if abs(value) >= 1 else 0
    if not size:
        size = 1 - len(str(value.denominator // abs(value.numerator)))
    unit = exact(10) ** min(size - digits, 0)
    return round(value / unit) * unit


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
    def finite(self) -> bool:
        """Whether it is one number, and that is not infinite."""
        return self.low == self.high and -INFINITY < self.low < INFINITY

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
    if left.finite and right.finite:
        return point(left.low + right.low)
    low, high = left.low + right.low, left.high + right.high
    if low != low or high != high:  # an infinity less an infinity
        return anything()
    return Interval(low, high, left.low_open or right.low_open, left.high_open or right.high_open)


def negative(term: Interval) -> Interval:
    """The number with the other sign."""
    return Interval(-term.high, -term.low, term.high_open, term.low_open)


def times(left: Interval, right: Interval) -> Interval:
    """The product; nothing is known of it when nothing is known of a factor."""
    if left.finite and right.finite:
        return point(left.low * right.low)
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


def scaled(term: Interval, factor: Fraction | int, offset: Fraction | int) -> Interval:
    """``term × factor + offset``."""
    product = term if factor == 1 else times(term, point(factor))
    return product if offset == 0 else plus(product, point(offset))


def smaller(terms: list[Interval]) -> Interval:
    """The smallest of several."""
    if all(term.finite for term in terms):
        return min(terms, key=lambda term: term.low)
    return negative(larger([negative(term) for term in terms]))


def larger(terms: list[Interval]) -> Interval:
    """The largest of several."""
    if all(term.finite for term in terms):
        return max(terms, key=lambda term: term.low)
    low = max(term.low for term in terms)
    high = max(term.high for term in terms)
    return Interval(
        low,
        high,
        all(term.low_open for term in terms if term.low == low),
        all(term.high_open for term in terms if term.high == high),
    )


def meet(one: Interval, other: Interval) -> Interval:
    """What two intervals have in common."""
    return Interval(
        max(one.low, other.low),
        min(one.high, other.high),
        any(each.low_open for each in (one, other) if each.low >= max(one.low, other.low)),
        any(each.high_open for each in (one, other) if each.high <= min(one.high, other.high)),
    )


def rounded(term: Interval, digits: int) -> Interval:
    """Rounded to so many decimals, half away from zero; an end that is not reached is approached."""
    low = round_up(term.low, digits) if term.low_open else nearest(term.low, digits)
    high = round_down(term.high, digits) if term.high_open else nearest(term.high, digits)
    return Interval(low, high, low == -INFINITY, high == INFINITY)


def nearest(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded half away from zero, as people round by hand."""
    return round_up(value, digits) if value >= 0 else round_down(value, digits)


def round_up(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded, halves upwards."""
    if value in (INFINITY, -INFINITY):
        return value
    scale = exact(10) ** digits
    return (exact_end(value) * scale * 2 + 1) // 2 / scale


def round_down(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded, halves downwards."""
    return -round_up(-value, digits)


# Beyond these an exponent is a slip, not a formula: the power cannot be computed.
LARGEST_WHOLE_EXPONENT = 1_000
LARGEST_FRACTION = 1_000_000


def power(base: Interval, exponent: Fraction) -> Interval | None:
    """``base ^ exponent``; None when it has no value."""
    if exponent.denominator != 1:
        return fractional_power(base, exponent)
    n = int(exponent)
    if abs(n) > LARGEST_WHOLE_EXPONENT:
        return None
    if n < 0:
        inverted = reciprocal(base)
        return None if inverted is None else whole_power(inverted, -n)
    return anything() if base.unbounded else whole_power(base, n)


def whole_power(base: Interval, n: int) -> Interval:
    """``base ^ n`` for a whole ``n`` from 0."""
    if n == 0:
        return point(1)
    ends = [(base.low**n, base.low_open), (base.high**n, base.high_open)]
    if n % 2 == 0 and base.low < 0:
        ends.sort(key=lambda end: (end[0], not end[1]))
        if base.high > 0:
            ends[0] = (0, False)
    (low, low_open), (high, high_open) = ends
    return Interval(low, high, low_open, high_open)


def root(term: Interval, degree: int) -> Interval | None:
    """The root of a number that is exactly known; None when it has no value."""
    return power(term, exact(f"1/{degree}"))


def fractional_power(base: Interval, exponent: Fraction) -> Interval | None:
    """A power that is not whole: exact if it has at most 20 significant digits.

    Else the interval from its value cut after 20 significant digits to one unit of the last of them.
    None for a power of a negative number, or of one that is not exactly known.
    """
    if not base.known or base.low < 0 or base.low == INFINITY:
        return None
    if max(abs(exponent.numerator), exponent.denominator) > LARGEST_FRACTION:
        return None
    value = exact_end(base.low)
    if value == 0:
        return point(0) if exponent > 0 else None
    if (value, exponent) not in powers:
        if len(powers) == MOST_POWERS:
            powers.clear()
        powers[value, exponent] = positive_power(value, exponent)
    return powers[value, exponent]


# The days of a partial date ask for few powers, each of them often.
MOST_POWERS = 1_000
powers: dict[tuple[Fraction, Fraction], Interval] = {}


def positive_power(value: Fraction, exponent: Fraction) -> Interval:
    """The same of a number above 0."""
    rational = rational_power(value, exponent)
    guard = 40
    while True:
        approximate = approximate_power(value, exponent, guard)
        unit = exact(10) ** (approximate.adjusted() - 19)
        in_units = (exact(approximate) if rational is None else rational) / unit
        digits = int(in_units)
        near = exact(10) ** (5 - guard)
        if rational is not None and in_units == digits:
            return point(rational)
        if rational is not None or near < in_units - digits < 1 - near:
            return Interval(digits * unit, (digits + 1) * unit)
        guard *= 2


def rational_power(value: Fraction, exponent: Fraction) -> Fraction | None:
    """A power that is a fraction: numerator and denominator have whole roots. Else None."""
    numerator = whole_root(value.numerator, exponent.denominator)
    denominator = whole_root(value.denominator, exponent.denominator)
    if numerator is None or denominator is None:
        return None
    return (exact(numerator) / denominator) ** exponent.numerator


def whole_root(value: int, degree: int) -> int | None:
    """The root of a whole number from 1, if it is whole."""
    if value == 1 or degree >= value.bit_length():
        return 1 if value == 1 else None
    found = 1 << -(-value.bit_length() // degree)
    while True:  # Newton's method, from above
        better = ((degree - 1) * found + value // found ** (degree - 1)) // degree
        if better >= found:
            return found if found**degree == value else None
        found = better


def approximate_power(value: Fraction, exponent: Fraction, guard: int) -> Decimal:
    """The power with an error below one part in ten to the power of 20 + ``guard``."""
    from decimal import MAX_EMAX, MIN_EMIN, Context

    longest = max(value.numerator.bit_length(), value.denominator.bit_length())
    size = len(str(longest)) + len(str(abs(exponent.numerator)))
    context = Context(prec=30 + guard + 2 * size, Emax=MAX_EMAX, Emin=MIN_EMIN)
    logarithm = context.subtract(
        context.ln(Decimal(value.numerator)), context.ln(Decimal(value.denominator))
    )
    logarithm = context.multiply(logarithm, Decimal(exponent.numerator))
    return context.exp(context.divide(logarithm, Decimal(exponent.denominator)))
