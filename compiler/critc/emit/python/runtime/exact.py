"""Numbers that are known: sums and products without rounding, and estimates of roots and powers."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, Inexact

# --- exact: sums and products without rounding ----------------------------------------------------

_UNROUNDED = Context(prec=5000, traps=[Inexact])


def multiplied(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The product, exactly."""
    return _UNROUNDED.multiply(one, other)


def added(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The sum, exactly."""
    return _UNROUNDED.add(one, other)


def subtracted(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The difference, exactly."""
    return _UNROUNDED.subtract(one, other)


def is_below(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is less than the second."""
    return one < other


def is_at_most(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not more than the second."""
    return one <= other


def is_equal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are one number."""
    return one == other


def is_unequal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are different numbers."""
    return one != other


def is_at_least(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not less than the second."""
    return one >= other


def is_above(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is more than the second."""
    return one > other


def is_between(low: Decimal | int, number: Decimal | int, high: Decimal | int) -> bool:
    """A number is not less than one number, and not more than another."""
    return low <= number <= high


def both(one: bool, other: bool) -> bool:
    """Both hold."""
    return one and other


def one_or_other(one: bool, other: bool) -> bool:
    """One holds, or both."""
    return one or other


def smaller_of(*numbers: Decimal | int) -> Decimal | int:
    """The smallest of several."""
    return min(numbers)


def larger_of(*numbers: Decimal | int) -> Decimal | int:
    """The largest of several."""
    return max(numbers)


# ---- over the records of a list ----


def not_before(day: date, other: date | None) -> bool:
    """A day is not before another, if there is another."""
    return other is None or day >= other


def not_after(day: date, other: date | None) -> bool:
    """A day is not after another, if there is another."""
    return other is None or day <= other


def total_of(numbers: list[Decimal | int]) -> Decimal | int:
    """The sum, exactly."""
    total: Decimal | int = 0
    for number in numbers:
        total = _UNROUNDED.add(total, number)
    return total


def total_of_last(
    results: list[tuple[date, Decimal | int]] | None, count: int
) -> Decimal | int | None:
    """The sum of the last by date; None if there are fewer, or a day leaves open which these are."""
    if results is None or len(results) < count:
        return None
    results.sort()
    if len(results) > count and results[-count][0] == results[-count - 1][0]:
        return None
    return total_of([number for _, number in results[-count:]])


def in_a_row(results: list[tuple[date, bool]] | None, count: int) -> bool | None:
    """Whether so many that follow one another by date hold; None where a day leaves their order open."""
    if results is None:
        return None
    results.sort()
    longest = run = 0
    before: tuple[date, bool] | None = None
    for result in results:
        if before is not None and before[0] == result[0] and before[1] != result[1]:
            return None
        before = result
        run = run + 1 if result[1] else 0
        longest = max(longest, run)
    return longest >= count


# ---- estimates ----
#
# Every factor lies within 10 to the power of ±40, and a product has few: it stays in the floats, and
# its error lies below one part in 10 to the power of 11. What is outside is "not a number".

_NAN = float("nan")
_CLEARLY = 1e-9


def rough(number: Decimal | int) -> float:
    """A number above 0 as a float."""
    value = float(number)
    return value if 1e-40 < value < 1e40 else _NAN


def estimated(*factors: float) -> float:
    """The product of several."""
    found = 1.0
    for factor in factors:
        found *= factor
    return found


def divided(number: float, *divisors: float) -> float:
    """A number divided by several, none of which is 0."""
    for divisor in divisors:
        number /= divisor
    return number


def raised(base: float, exponent: float) -> float:
    """A power of a number above 0."""
    if not (1e-240 < base < 1e240 and -200 <= exponent <= 200):
        return _NAN
    try:
        power = base**exponent
    except OverflowError:
        return _NAN
    return power if 1e-40 < power < 1e40 else _NAN


def least(*numbers: float) -> float:
    """The smallest of several."""
    return min(numbers) if all(number == number for number in numbers) else _NAN


def most(*numbers: float) -> float:
    """The largest of several."""
    return max(numbers) if all(number == number for number in numbers) else _NAN


def side(one: float, other: float) -> int:
    """-1 if the first is clearly less than the second, 1 if it is clearly more; 0 if they are near."""
    if not abs(one - other) > _CLEARLY * max(one, other):
        return 0
    return -1 if one < other else 1
