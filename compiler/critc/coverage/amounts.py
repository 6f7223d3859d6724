"""Amounts: a number with its unit, in a form in which two ways of saying the same are equal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS: dict[str, Fraction] = {
    **{word: Fraction(n) for n, word in enumerate(_WORDS)},
    **{word: Fraction(10 * n) for n, word in enumerate(_TENS, start=2)},
    **{
        f"{tens}-{word}": Fraction(10 * n + m)
        for n, tens in enumerate(_TENS, start=2)
        for m, word in enumerate(_WORDS[1:10], start=1)
    },
    "single": Fraction(1),
    "twice": Fraction(2),
    "thrice": Fraction(3),
    "half": Fraction(1, 2),
}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

DAYS, MONTHS = "days", "months"
TIMES: dict[str, tuple[Fraction, str]] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), (Fraction(1, 24), DAYS)),
    **dict.fromkeys(("d", "day", "days"), (Fraction(1), DAYS)),
    **dict.fromkeys(("wk", "wks", "week", "weeks"), (Fraction(7), DAYS)),
    **dict.fromkeys(("mo", "mos", "month", "months"), (Fraction(1), MONTHS)),
    **dict.fromkeys(("a", "y", "yr", "yrs", "year", "years"), (Fraction(12), MONTHS)),
}
"""What a unit of time is in days or months; the two never convert (language reference, dates)."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SPELLINGS = {
    "gm": "g", "gram": "g", "grams": "g", "kilograms": "kg", "milligrams": "mg", "micrograms": "ug",
    "liter": "l", "litre": "l", "deciliter": "dl", "decilitre": "dl", "milliliter": "ml",
    "millilitre": "ml", "mls": "ml", "microliter": "ul", "microlitre": "ul", "lb": "lbav",
    "lbs": "lbav",
    "sec": "s", "msec": "ms", "minute": "min", "minutes": "min", "hr": "h", "hour": "h", "hours": "h",
    "day": "d", "days": "d", "week": "wk", "month": "mo", "year": "a", "bpm": "/min",
    "gray": "gy", "percent": "%", "°c": "cel", "°f": "degf",
    "millimetresofmercury": "mmhg", "millimetersofmercury": "mmhg",
    "beats": "", "cells": "", "copies": "",
}  # fmt: skip
"""Units as people write them, and as they are compared; what is counted has no unit."""

_COUNTED = frozenset(("unit", "units", "half-life", "half-lives", "half life", "half lives"))
"""What is counted rather than measured: the number stands alone in a condition."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    ``value`` is counted in ``unit``: days or months for a length of time, else the unit that was
    written, spelled in one way; "" for a bare number. ``written`` is the number as it was written,
    with ``decimals`` places: "2 weeks" is 14 days, written 2.
    """

    value: Fraction
    unit: str
    written: Fraction
    decimals: int = 0

    @property
    def is_time(self) -> bool:
        """Whether it is a length of time."""
        return self.unit in (DAYS, MONTHS)


def amount(written: Fraction, unit: str = "", decimals: int = 0) -> Amount:
    """An amount in a unit as people write it: "weeks", "10^9/L", "mcg"."""
    words = unit.strip().lower()
    if words in _COUNTED:
        words = unit = ""
    if words in TIMES:
        factor, counted = TIMES[words]
        return Amount(written * factor, counted, written, decimals)
    return Amount(written, unit_key(unit), written, decimals)


def unit_key(unit: str) -> str:
    """A unit spelled in one way: ``x 10**9 / L`` and ``10⁹/L`` are ``10^9/l``."""
    text = unit.lower().translate(_SUPERSCRIPTS).replace("²", "2").replace("³", "3")
    text = re.sub(r"[\[\]{}().'_]|^\s*[x×*]\s*", "", text.replace("1.73", "173"))
    text = re.sub(r"\s+per\s+", "/", text)
    text = re.sub(r"\s*daily$", "/d", text)
    text = re.sub(r"\s+", "", text)
    text = re.sub(r"10(?:\^|\*\*|\*|e)?(\d{1,2})(?=/|$)", r"10^\1", text)
    text = re.sub(r"(?<!10)\^", "", text)
    parts = [
        _SPELLINGS.get(part, part) for part in text.replace("µ", "u").replace("μ", "u").split("/")
    ]
    return "/".join(_micro(part) for part in parts).replace("//", "/")


def _micro(part: str) -> str:
    """``mcg`` is ``ug``; "I.U." is misprinted as "lU" so often that the two count as one."""
    part = re.sub(r"^mc(?=g$|l$|mol$)", "u", part)
    return re.sub(r"lu$", "iu", part)
