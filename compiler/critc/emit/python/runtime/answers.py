"""Answers that have one outcome, in words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from critc.emit.python.runtime.entries import Entry, amount, day_in_words
from critc.emit.python.runtime.numbers import INFINITY, exact
from critc.emit.python.runtime.values import Quantity

# --- answers: stretches of them that have one outcome, in words ------------------------------------

FIRST_DAY = date(1000, 1, 1).toordinal()
LAST_DAY = date(2999, 12, 31).toordinal()


class Stretch:
    """Answers that all have one outcome: ``tried`` is one of them; the ends are None without limit."""

    __slots__ = ("high", "high_open", "low", "low_open", "tried")

    def __init__(
        self, tried: list[Any], low: Any, high: Any, low_open: bool = False, high_open: bool = False
    ) -> None:
        self.tried = tried
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open


def whole_stretches(limits: list[Any], low: Any, high: Any) -> list[Stretch]:
    """Whole numbers: around each limit, and between."""
    edges = sorted({edge for limit in limits for edge in (-(-limit // 1), limit // 1 + 1)})
    starts = [low, *(edge for edge in edges if low < edge <= high)]
    ends = [*(start - 1 for start in starts[1:]), high]
    return [
        Stretch([tried_between(start, end)], start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def tried_between(low: Any, high: Any) -> int:
    """A whole number between two."""
    if low == -INFINITY:
        return 0 if high == INFINITY else int(high)
    return int(low)


def number_stretches(limits: list[Any], low: Any, high: Any, quantity: bool) -> list[Stretch]:
    """Each limit, and the gaps between them."""
    stretches = []
    edges = [low, *(limit for limit in limits if low < limit < high), high]
    if low in limits or low == high:
        stretches.append(Stretch([tried_number(low, quantity)], low, low))
    for start, end in pairwise(edges):
        tried = [tried_number(each, quantity) for each in numbers_between(start, end)]
        closed_low = start == low and low != -INFINITY and low not in limits
        closed_high = end == high and high != INFINITY and high not in limits
        stretches.append(Stretch(tried, start, end, not closed_low, not closed_high))
        if end in limits:
            stretches.append(Stretch([tried_number(end, quantity)], end, end))
    return stretches


def numbers_between(low: Any, high: Any) -> list[Any]:
    """Some numbers between two."""
    if low == -INFINITY:
        return [exact(0)] if high == INFINITY else [high - 1, high - exact("0.001")]
    if high == INFINITY:
        return [low + 1, low + exact("0.001")]
    return [(exact(low) + high) / 2, (exact(low) * 999 + high) / 1000]


def tried_number(value: Any, quantity: bool) -> Any:
    """A number as a patient's record has it."""
    return Quantity(value) if quantity else value


def together(stretches: list[Stretch], kind: str) -> list[Stretch]:
    """Stretches in order, those that meet as one."""
    merged: list[Stretch] = []
    for each in stretches:
        last = merged[-1] if merged else None
        if last is not None and meets(last, each, kind):
            merged[-1] = Stretch(last.tried, last.low, each.high, last.low_open, each.high_open)
        else:
            merged.append(each)
    return merged


def meets(one: Stretch, other: Stretch, kind: str) -> bool:
    """Whether nothing lies between two stretches."""
    if one.high == other.low:
        return not (one.high_open and other.low_open)
    whole = kind in ("date", "score") or isinstance(one.tried[0], int)
    return whole and bool(one.high + 1 == other.low)


def whole_in_words(of: Stretch, entry: Entry) -> str:
    """Whole numbers in words: 3, 0 or 1, 2 to 5, 18 or more, at most 4."""
    low, high = of.low, of.high
    if low == -INFINITY or (low == declared(entry.low) and entry.high is None):
        return "any number" if high == INFINITY else f"at most {int(high)}"
    if high == INFINITY:
        return f"{int(low)} or more"
    if low == high:
        return f"{int(low)}"
    return f"{int(low)} {'or' if high == low + 1 else 'to'} {int(high)}"


def span_in_words(of: Stretch, entry: Entry) -> str:
    """Numbers in words: below 1000 IU/mL, from 5 to 9 g/dL."""
    low, high = of.low, of.high
    unit = entry.unit
    from_start = low == -INFINITY or (low == declared(entry.low) and not of.low_open)
    to_end = high == INFINITY or (high == declared(entry.high) and not of.high_open)
    if low == high:
        return amount(low, unit)
    if from_start and to_end:
        return "any value"
    if from_start:
        return f"{'below' if of.high_open else 'at most'} {amount(high, unit)}"
    if to_end:
        return f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
    if of.low_open or of.high_open:
        start = f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
        return f"{start} and {'below' if of.high_open else 'at most'} {amount(high, unit)}"
    return f"from {amount(low, '')} to {amount(high, unit)}"


def declared(limit: str | int | None) -> Any:
    """An end of the declared range."""
    return None if limit is None else exact(limit)


def days_in_words(of: Stretch, ends: tuple[int, int]) -> str:
    """Days in words: on or before 15 February 2026."""
    first, last = (day_in_words(date.fromordinal(day)) for day in (of.low, of.high))
    if (of.low, of.high) == ends:
        return "any day"
    if of.low == of.high:
        return f"on {first}"
    if of.low == ends[0]:
        return f"on or before {last}"
    if of.high == ends[1]:
        return f"on or after {first}"
    return f"from {first} to {last}"


def either(parts: list[str]) -> str:
    """Several answers, of which one is given."""
    if len(parts) < 2:
        return parts[0]
    return f"{', '.join(parts[:-1])} or {parts[-1]}"
