"""Days as criteria ask for them most: full, partial, missing or none, against days that are known."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from critc.emit.python.runtime.values import PartialDate, Period, Quantity

# --- days: against days that are known ------------------------------------------------------------
#
# A limit of None is not known. A day recorded as none is in no window; an ongoing end lies after
# every day.

ONE_DAY = timedelta(days=1)


def day_in(
    day: date | PartialDate | str | None, low: date | None, high: date | None
) -> bool | None:
    """Whether a day lies from ``low`` to ``high``, which are known together or not at all."""
    return kleene_both(day_from(day, low), day_by(day, high))


def kleene_both(one: bool | None, other: bool | None) -> bool | None:
    """Strong Kleene: both, where no day is before the first and after the second."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def day_by(day: date | PartialDate | str | None, limit: date | None) -> bool | None:
    """Whether a day is on or before the limit."""
    if isinstance(day, str):
        return False
    if day is None or limit is None:
        return None
    if isinstance(day, PartialDate):
        return True if day.last <= limit else False if day.first > limit else None
    return day <= limit


def day_from(day: date | PartialDate | str | None, limit: date | None) -> bool | None:
    """Whether a day is on or after the limit."""
    if isinstance(day, str):
        return day == "ongoing"
    if day is None or limit is None:
        return None
    if isinstance(day, PartialDate):
        return True if day.first >= limit else False if day.last < limit else None
    return day >= limit


def first_day(period: Period | Literal["none"] | None) -> date | PartialDate | str | None:
    """The first day of a period."""
    return period.start if isinstance(period, Period) else period


def last_day(period: Period | Literal["none"] | None) -> date | PartialDate | str | None:
    """The last day of a period."""
    return period.end if isinstance(period, Period) else period


def period_in(
    period: Period | Literal["none"] | None,
    start_by: date | None,
    end_from: date | None,
) -> bool | None:
    """Whether a period begins on or before one day and ends on or after another."""
    if isinstance(period, Period):
        return kleene_both(day_by(period.start, start_by), day_from(period.end, end_from))
    return None if period is None else False


def months_from(day: date, months: int) -> date:
    """So many months after a day (before, if negative), on the same day of the month or its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - ONE_DAY


def years_between(birth: date, moment: date) -> int:
    """Completed years; who was born on 29 February completes one on 1 March of a common year."""
    years = moment.year - birth.year
    if moment.month != birth.month:
        return years if moment.month > birth.month else years - 1
    return years if moment.day >= birth.day else years - 1


def months_between(birth: date, moment: date) -> int:
    """Completed months; who was born on the 31st completes one on the 31st or the next 1st."""
    months = (moment.year - birth.year) * 12 + moment.month - birth.month
    return months if moment.day >= birth.day else months - 1


def age_in(
    unit: Literal["years", "months"],
    birth: date | PartialDate | str | None,
    moment: date | None,
    low: int | None,
    high: int | None,
) -> bool | None:
    """Whether an age is from ``low`` to ``high``; of a partial birth date every age between counts."""
    if isinstance(birth, str):
        return False
    if birth is None or moment is None:
        return None
    completed = years_between if unit == "years" else months_between
    if isinstance(birth, PartialDate):
        least, most = completed(birth.last, moment), completed(birth.first, moment)
    else:
        least = most = completed(birth, moment)
    if (low is None or low <= least) and (high is None or most <= high):
        return True
    if (low is not None and most < low) or (high is not None and high < least):
        return False
    return None


def at_least(amount: Quantity, limit: Decimal) -> bool | None:
    """Whether an amount that is reported as below or above a number reaches a limit."""
    if amount.bound in (">", ">="):
        return True if amount.value >= limit else None
    below = amount.value <= limit if amount.bound == "<" else amount.value < limit
    return False if below else None


def above(amount: Quantity, limit: Decimal) -> bool | None:
    """Whether an amount that is reported as below or above a number is above a limit."""
    if amount.bound in ("<", "<="):
        return False if amount.value <= limit else None
    beyond = amount.value >= limit if amount.bound == ">" else amount.value > limit
    return True if beyond else None
