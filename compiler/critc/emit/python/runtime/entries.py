"""The data dictionary, and values in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from critc.emit.python.runtime.numbers import shortened
from critc.emit.python.runtime.values import Choices, PartialDate, Period, Quantity, Records

# --- entries: the data dictionary, and values in words --------------------------------------------

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Entry:
    """What the data dictionary says of a fact, a field or a list.

    ``kind`` is "yes/no", "whole", "number", "quantity", "date", "period", "choice", "set", "text" or
    "list"; ``labels`` are the options in words; ``low`` and ``high`` the declared range, as text.
    """

    __slots__ = ("high", "kind", "labels", "low", "or_none", "question", "unit")

    def __init__(
        self,
        kind: str,
        question: str,
        unit: str = "",
        low: str | int | None = None,
        high: str | int | None = None,
        or_none: bool = False,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        self.kind = kind
        self.question = question
        self.unit = unit
        self.low = low
        self.high = high
        self.or_none = or_none
        self.labels = labels or {}


def pattern(path: str) -> str:
    """A path without the numbers of records: ``therapies.given.end`` of ``therapies[0].given.end``."""
    return "".join(part.partition("]")[2] if i else part for i, part in enumerate(path.split("[")))


def entry_at(dictionary: Mapping[str, Entry], path: str) -> Entry:
    """The entry of a path; the ends of a period have that of the period."""
    name = pattern(path)
    return dictionary[name] if name in dictionary else dictionary[name.rpartition(".")[0]]


def in_words(value: Any, entry: Entry) -> str:
    """A recorded value as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return entry.labels.get(value, value)
    if isinstance(value, (date, PartialDate)):
        return day_in_words(value)
    if isinstance(value, Quantity):
        sign = {"": "", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ "}[value.bound]
        return sign + amount(value.value, entry.unit)
    if isinstance(value, Period):
        return f"{end_in_words(value.start)} to {end_in_words(value.end)}"
    if isinstance(value, Choices):
        named = ", ".join(entry.labels.get(each, each) for each in sorted(value.values))
        return f"{named or 'none'}{'' if value.complete else ', perhaps more'}"
    if isinstance(value, Records):
        return records_in_words(value)
    return amount(value, entry.unit)


def amount(value: Any, unit: str) -> str:
    """A number and its unit."""
    return f"{number_in_words(value)} {unit}".strip()


FEW_DIGITS = 4


def number_in_words(value: Any) -> str:
    """A number as a decimal; one that is none, to a few digits: about 84.71."""
    if isinstance(value, (int, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    denominator = value.denominator
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    if denominator != 1:
        return f"about {number_in_words(shortened(value, FEW_DIGITS))}"
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    text = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    whole = f"{text[:-digits]}.{text[-digits:]}" if digits else text
    return f"-{whole}" if value < 0 else whole


def day_in_words(day: date | PartialDate) -> str:
    """A date written out: 15 February 2026, February 2026, 2026."""
    if isinstance(day, PartialDate):
        if day.first.year == day.last.year and day.first.month == day.last.month:
            return f"{MONTHS[day.first.month - 1]} {day.first.year}"
        return day.text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def end_in_words(day: Any) -> str:
    """An end of a period."""
    if day is None:
        return "not known"
    return day if isinstance(day, str) else day_in_words(day)


def records_in_words(value: Records[Any]) -> str:
    """How many records there are."""
    count = len(value.items)
    listed = "none" if count == 0 else "1 record" if count == 1 else f"{count} records"
    if value.complete:
        return listed
    return f"{listed}, perhaps more" if count else "perhaps some"


def place(path: str, dictionary: Mapping[str, Entry]) -> tuple[int, int, int, str]:
    """Where a path stands in the dictionary: for sorting."""
    names = list(dictionary)
    name, _, rest = path.partition("[")
    index, _, field = rest.partition("].")
    if not field:
        name, _, end = name.partition(".")
        return names.index(name), -1, -1, end
    field, _, end = field.partition(".")
    return names.index(name), int(index), names.index(f"{name}.{field}"), end
