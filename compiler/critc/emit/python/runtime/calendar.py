"""The calendar: months that are clamped, completed years, lengths of time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from critc.emit.python.runtime.numbers import INFINITY

# --- calendar -------------------------------------------------------------------------------------

# The Gregorian calendar repeats itself after 400 years.
DAYS_OF_400_YEARS = 146097


def civil(day: Fraction | float) -> tuple[int, int, int]:
    """Year, month and day of the month; days are counted from 1 January of the year 1, which is 1."""
    cycle, rest = divmod(int(day // 1) - 1, DAYS_OF_400_YEARS)
    known = date.fromordinal(rest + 1)
    return known.year + 400 * cycle, known.month, known.day


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day; a day that the month does not have is its last."""
    cycle, year_of_cycle = divmod(year - 1, 400)
    first = date(year_of_cycle + 1, month, 1).toordinal()
    length = date(year_of_cycle + 1 + month // 12, month % 12 + 1, 1).toordinal() - first
    return first + min(day, length) - 1 + DAYS_OF_400_YEARS * cycle


def months_later(day: Fraction | float, months: int) -> Fraction | float:
    """So many months after a day (before it, if negative), on the same day of the month or its last."""
    if day in (INFINITY, -INFINITY):
        return day
    year, month, day_of_month = civil(day)
    years, month_index = divmod(month - 1 + months, 12)
    return ordinal(year + years, month_index + 1, day_of_month) + day % 1


def completed_months(birth: Fraction | float, moment: Fraction | float) -> float:
    """Months of age at a moment. Who was born on the 31st completes one on the 31st or the next 1st."""
    if birth in (INFINITY, -INFINITY) or moment in (INFINITY, -INFINITY):
        return moment - birth  # type: ignore[return-value]
    year, month, day = civil(birth)
    at_year, at_month, at_day = civil(moment)
    return (at_year - year) * 12 + at_month - month - (at_day < day)


def completed_years(birth: Fraction | float, moment: Fraction | float) -> float:
    """Years of age at a moment. Who was born on 29 February completes one on 1 March of a common year."""
    months = completed_months(birth, moment)
    return months if months in (INFINITY, -INFINITY) else months // 12
