"""Conditions on days, as expressions over days that are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from critc.emit.python.runtime.days import months_from
from critc.ir import nodes

# Longer windows than this may leave the calendar; they are worked out in full.
LONGEST_DAYS = 300_000
LONGEST_MONTHS = 9_000

HOURS_IN = {"hour": 1, "day": 24, "week": 168}
MONTHS_IN = {"month": 1, "year": 12}


@dataclass(frozen=True)
class Limit:
    """A day that is counted from a moment: ``months`` and then ``days`` later (earlier if negative)."""

    moment: nodes.DateConst | nodes.DateOf | nodes.EndOf
    months: int = 0
    days: int = 0

    def later(self, days: int) -> Limit:
        """So many days later."""
        return Limit(self.moment, self.months, self.days + days)


def limit(term: nodes.DateTerm) -> Limit | None:
    """The day itself, if it is a date, or the first day of a period."""
    match term:
        case nodes.DateConst() | nodes.DateOf() | nodes.EndOf(side="start"):
            return Limit(term)
        case _:
            return None


def far_end(
    moment: nodes.DateTerm, side: str, length: nodes.LengthTerm, inward: bool, strict: bool
) -> Limit | None:
    """The last whole day in a window on its far side.

    ``inward`` windows reach from the moment to the far end, the others lie beyond it; ``strict`` ones
    leave the end itself out. None if the length is not a number of the protocol.
    """
    start = limit(moment)
    amount = constant(length)
    if start is None or amount is None:
        return None
    size, unit = amount
    sign = -1 if side == "before" else 1
    inside = -sign if inward else sign
    if unit in MONTHS_IN:
        months = size * MONTHS_IN[unit]
        if months.denominator != 1 or months > LONGEST_MONTHS:
            return None
        return Limit(start.moment, sign * int(months)).later(inside * strict)
    days = size * HOURS_IN[unit] / 24
    if days > LONGEST_DAYS:
        return None
    whole = floor(days) if inward else ceil(days)
    return start.later(sign * whole + inside * (strict and whole == days))


def constant(length: nodes.LengthTerm) -> tuple[Fraction, str] | None:
    """Amount and unit of a length that the protocol states."""
    if isinstance(length, nodes.Length) and isinstance(length.amount, nodes.Const):
        return max(Fraction(0), length.amount.value), length.unit
    return None


def moved_date(day: date, months: int, days: int) -> date:
    """A date of the protocol so many months and then days later; kept inside the calendar."""
    try:
        return months_from(day, months) + timedelta(days=days)
    except (OverflowError, ValueError):
        return date.max if months + days > 0 else date.min


Span = tuple[Limit | None, Limit | None]


def window_span(window: nodes.Window) -> Span | None:
    """First and last day of a window (None: without limit); None for one that is not a stretch."""
    inward = window.rel in ("within", "less than")
    strict = window.rel in ("less than", "more than")
    before = far_end(window.moment, "before", window.length, inward, strict)
    after = far_end(window.moment, "after", window.length, inward, strict)
    moment = limit(window.moment)
    if before is None or after is None or moment is None:
        return None
    if strict and inward and is_zero(window.length):
        return None
    match window.side, inward:
        case "before", True:
            span: Span = before, moment
        case "before", False:
            span = None, before
        case "after", True:
            span = moment, after
        case "after", False:
            span = after, None
        case _:
            return (before, after) if inward else None
    return span


def is_zero(length: nodes.LengthTerm) -> bool:
    """Whether a length is nothing, so that a strict window is empty."""
    amount = constant(length)
    return amount is not None and amount[0] == 0


def order_span(op: str, right: Limit) -> Span:
    """The days before, on or after another."""
    spans: dict[str, Span] = {
        "<": (None, right.later(-1)),
        "<=": (None, right),
        "=": (right, right),
        ">=": (right, None),
        ">": (right.later(1), None),
    }
    return spans[op]


MIRRORED = {"<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<"}
