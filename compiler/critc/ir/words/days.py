"""Windows as calendar dates, worked out from the moments that are known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from critc.ir.nodes import (
    Const,
    DateConst,
    DateOf,
    DateTerm,
    EndOf,
    ExtremeLength,
    Fact,
    Length,
    LengthTerm,
    LengthUnit,
    Rel,
    Shift,
    Window,
)

_DAYS: dict[LengthUnit, Fraction] = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
}
_MONTHS: dict[LengthUnit, int] = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both included; None is open."""

    first: date | None
    last: date | None


def date_words(day: date) -> str:
    """ "16 February 2026", the same in every locale."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def window_dates(window: Window, dates: Mapping[str, date]) -> tuple[Stretch, ...]:
    """The days of a window: one stretch, two outside a window on both sides, () if not known.

    Not known is a window whose moment or length depends on the patient. The rules are those of the
    language's semantics (time): the moment's own day is in, strictness concerns the far end.
    """
    moment = day_of(window.moment, dates)
    if moment is None:
        return ()
    try:
        before = _far_end(window.rel, window.length, moment, "before")
        after = _far_end(window.rel, window.length, moment, "after")
    except OverflowError:
        return ()
    if before is None or after is None:
        return ()
    if window.rel in ("at least", "more than"):
        outside = (Stretch(None, before), Stretch(after, None))
        return {"before": outside[:1], "after": outside[1:], "around": outside}[window.side]
    match window.side:
        case "before":
            return (Stretch(before, moment),)
        case "after":
            return (Stretch(moment, after),)
        case "around":
            return (Stretch(before, after),)


def day_of(term: DateTerm, dates: Mapping[str, date]) -> date | None:
    """The calendar day of a date term, if it is known."""
    match term:
        case DateConst(value):
            return value
        case DateOf(Fact(name)):
            return dates.get(name)
        case Shift(inner, direction, Length(Const(amount), unit)):
            start = day_of(inner, dates)
            whole = amount.denominator == 1 and unit != "hour"
            try:
                return _moved(start, amount, unit, direction) if start and whole else None
            except OverflowError:
                return None
        case DateOf() | EndOf() | Shift():
            return None


def _far_end(
    rel: Rel, length: LengthTerm, moment: date, side: Literal["before", "after"]
) -> date | None:
    """The last day, going away from the moment, that is inside; or the first that is beyond.

    Inside for ``within`` and ``less than``, beyond for ``at least`` and ``more than``.
    """
    match length:
        case ExtremeLength(which, lengths):
            ends = [_far_end(rel, each, moment, side) for each in lengths]
            known = [end for end in ends if end is not None]
            if len(known) < len(ends):
                return None
            return max(known) if (which == "shorter") == (side == "before") else min(known)
        case Length(Const(amount), unit):
            return _one_far_end(rel, max(amount, Fraction(0)), unit, moment, side)
        case Length():
            return None


def _one_far_end(
    rel: Rel, amount: Fraction, unit: LengthUnit, moment: date, side: Literal["before", "after"]
) -> date | None:
    away = timedelta(-1 if side == "before" else 1)
    if unit in _MONTHS:
        if amount.denominator != 1:
            return None
        end = _moved(moment, amount, unit, side)
        return end + {"within": 0, "at least": 0, "less than": -1, "more than": 1}[rel] * away
    days = amount * _DAYS[unit]
    whole = {
        "within": floor(days),
        "less than": ceil(days) - 1,
        "at least": ceil(days),
        "more than": floor(days) + 1,
    }
    return moment + whole[rel] * away


def _moved(
    day: date, amount: Fraction, unit: LengthUnit, direction: Literal["before", "after"]
) -> date:
    """``amount`` units before or after a day; months are clamped. Raises OverflowError."""
    sign = -1 if direction == "before" else 1
    if unit not in _MONTHS:
        return day + timedelta(sign * int(amount * _DAYS[unit]))
    year, month = divmod(day.year * 12 + day.month - 1 + sign * int(amount) * _MONTHS[unit], 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
