"""Numbers and dates as data write them, and data as a message may show them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,20})?")
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
YEARS = range(1000, 3000)  # any other year is a slip
FLOAT_DIGITS = 15  # a float with no more significant digits still is the decimal that was written
SHOWN = 60


def decimal(given: object) -> Fraction | None:
    """The exact value of a JSON number or of its text; None for an exponent or binary noise.

    A number is spelled as in JSON, with at most 20 digits on either side of the point.
    """
    text = _plain(given)
    return Fraction(text) if text is not None and NUMBER.fullmatch(text) else None


def _plain(given: object) -> str | None:
    """The decimal text of a JSON number or of text, None for anything else."""
    match given:
        case bool():
            return None
        case str():
            return given
        case int():
            return str(given) if abs(given) < 10**20 else None
        case float():
            digits = repr(given).replace("-", "").replace(".", "").strip("0")
            return repr(given) if len(digits) <= FLOAT_DIGITS else None
        case Decimal():
            return f"{given:f}" if given.is_finite() and abs(given.adjusted()) < 40 else None
        case _:
            return None


def is_text(given: object) -> bool:
    """Whether it is text, all of whose characters can be written down."""
    return isinstance(given, str) and not any(
        char == "\0" or "\ud800" <= char <= "\udfff" for char in given
    )


def days_of(given: object) -> tuple[int, int] | None:
    """First and last day of ``"2026"``, ``"2026-03"`` or ``"2026-03-02"``, as ordinals."""
    found = DATE.fullmatch(given) if isinstance(given, str) else None
    if found is None or int(found[1]) not in YEARS:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    if found[3]:
        return first.toordinal(), first.toordinal()
    after = date(year + month // 12, month % 12 + 1, 1) if found[2] else date(year + 1, 1, 1)
    return first.toordinal(), (after - timedelta(days=1)).toordinal()


def shown(given: object) -> str:
    """A value as it may stand in a message: in one line, and not longer than that."""
    try:
        text = repr(given)
    except (ValueError, RecursionError):  # an endless number, or a bottomless nest
        return f"a {type(given).__name__}"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."
