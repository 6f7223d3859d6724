"""The proleptic Gregorian calendar on ordinals, of any size: shifting by months, and ages."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097  # the calendar repeats itself after 400 years


def civil(ordinal: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal; day 1 is 1 January of the year 1."""
    cycles, rest = divmod(ordinal - 1, CYCLE_DAYS)
    day = date.fromordinal(rest + 1)
    return day.year + cycles * CYCLE_YEARS, day.month, day.day


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day of any year. A day beyond the month's end becomes its last one."""
    cycles, rest = divmod(year - 1, CYCLE_YEARS)
    last = monthrange(rest + 1, month)[1]
    return date(rest + 1, month, min(day, last)).toordinal() + cycles * CYCLE_DAYS


def months_later(day: int, months: int) -> int:
    """The same day of another month, clamped: 31 January and one month is 28 or 29 February."""
    year, month, of_month = civil(day)
    years, month0 = divmod(month - 1 + months, 12)
    return ordinal(year + years, month0 + 1, of_month)


def completed_months(birth: int, at: int) -> int:
    """Completed months: born on the 31st, one is completed on the 1st after a shorter month."""
    born, then = civil(birth), civil(at)
    return 12 * (then[0] - born[0]) + then[1] - born[1] - (then[2] < born[2])


def completed_years(birth: int, at: int) -> int:
    """Completed years: born on 29 February, one is completed on 1 March of a common year."""
    born, then = civil(birth), civil(at)
    return then[0] - born[0] - (then[1:] < born[1:])
