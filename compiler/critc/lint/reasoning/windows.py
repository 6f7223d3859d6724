"""Windows as distances: how many days, or months, a date lies before (below 0) or after a moment.

A month has from 28 to 31 days, so that a window of months bounds the days from both sides; among
themselves months compare exactly.
"""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from math import ceil, floor

from critc.check import protocol as p
from critc.check.types import DAYS, MONTHS, Number
from critc.check.units import Unit, conversion, parse_unit
from critc.lint.reasoning.things import key, may_be_none
from critc.lint.reasoning.values import NO, YES, Values, between, compared
from critc.lint.reasoning.worlds import Worlds, both, either, only

_FAR = Fraction(10_000_000)
_NEVER = between(-100 * _FAR, -100 * _FAR)
"""Where what never was stands among the distances: farther than any day."""
_SOME_DAY = between(-_FAR, _FAR)

_MEAN_MONTH = Fraction(365_2425, 12 * 10_000)


def in_order(sign: str, left: p.Term, right: p.Term, truth: bool) -> Worlds:
    """One date before, at or after another."""
    values = compared(sign, Fraction(0))
    return _apart("days", left, right, values.whole(), values.whole(), truth)


def never_was(term: p.Term, truth: bool) -> Worlds:
    """``surgery is none``"""
    return only(("none", key(term)), YES if truth else NO)


def in_window(term: p.Term, window: p.Window, truth: bool) -> Worlds | None:
    """A date in a window of days or of months; None for other lengths."""
    match window.length:
        case p.Literal(value=value, type=Number(unit=unit)) if unit.dimension == DAYS:
            days = _counted_in("d", value, unit)
            if days.denominator != 1:
                return None
            exact = _reached(window, days).whole()
            return _apart("days", term, window.moment, exact, exact, truth)
        case p.Literal(value=value, type=Number(unit=unit)) if unit.dimension == MONTHS:
            months = _counted_in("mo", value, unit)
            exact = _reached(window, months)
            one, other = (_reached(window, days).whole() for days in _days_of(months))
            outer, inner = one | other, one & other
            return both(
                (
                    _apart("months", term, window.moment, exact, exact, truth),
                    _apart("days", term, window.moment, outer, inner, truth),
                )
            )
        case _:
            return None


def length_key(length: p.Term) -> Hashable:
    """What tells a length of time from others: 4 weeks and 28 days are one."""
    match length:
        case p.Literal(value=value, type=Number(unit=unit)) if unit.dimension == DAYS:
            return "days", _counted_in("d", value, unit)
        case p.Literal(value=value, type=Number(unit=unit)) if unit.dimension == MONTHS:
            return "months", _counted_in("mo", value, unit)
        case _:
            return length


def _counted_in(code: str, value: Fraction, unit: Unit) -> Fraction:
    """A length in days, or in months."""
    counted = parse_unit(code)
    assert counted is not None, code
    return value * conversion(unit, counted)[0]


def _days_of(months: Fraction) -> tuple[Fraction, Fraction]:
    """So many months have at least, and at most, so many days."""
    days = months * _MEAN_MONTH
    return Fraction(max(28, floor(days) - 3) if months else 0), Fraction(ceil(days) + 3)


def _reached(window: p.Window, length: Fraction) -> Values:
    """The distances inside a window of a length; those before are below 0."""
    before, after = window.side != "after", window.side != "before"
    near = between(-length if before else Fraction(0), length if after else Fraction(0))
    edges = between(-length, -length) | between(length, length)
    match window.word:
        case "within":
            return near
        case "less than":
            return near - edges
        case "at least":
            beyond = between(None, -length) if before else NOTHING
            return beyond | (between(length, None) if after else NOTHING)
        case "more than":
            beyond = between(None, -length, high_closed=False) if before else NOTHING
            return beyond | (between(length, None, low_closed=False) if after else NOTHING)


NOTHING = Values(())


def _apart(
    unit: str, left: p.Term, right: p.Term, outer: Values, inner: Values, truth: bool
) -> Worlds:
    """Two dates at a distance of ``outer`` where it holds, and not of ``inner`` where it does not."""
    thing: Hashable = (unit, key(left), key(right))
    open_ = [each for each in (left, right) if may_be_none(each)]
    if truth:
        return both((only(thing, outer & _SOME_DAY), *(never_was(each, False) for each in open_)))
    never = [both((only(thing, _NEVER), never_was(each, True))) for each in open_]
    return either((only(thing, _SOME_DAY - inner), *never))
