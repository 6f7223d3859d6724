"""What a calculated number is worth for a patient, in words."""

from __future__ import annotations

from typing import Any

from critc.emit.python.runtime.entries import amount
from critc.emit.python.runtime.numbers import INFINITY, exact, number, shortened
from critc.emit.python.runtime.terms import Never, Scope, Term

# --- worth: calculated numbers in words -----------------------------------------------------------

FEWEST_DIGITS = 4
MOST_DIGITS = 20


class Worth:
    """A number that is compared: what it is called, its unit, and whether it stands at the right."""

    __slots__ = ("right", "title", "unit")

    def __init__(self, title: str, unit: str, right: bool = False) -> None:
        self.title = title
        self.unit = unit
        self.right = right

    def in_words(self, term: Term, limit: Term | None, scope: Scope) -> str | None:
        """Creatinine clearance: 28.3 mL/min; None if nothing is known of it."""
        too_few = term.too_few(scope)
        if too_few is not None:
            return f"{self.title}: {too_few}"
        so_far = term.so_far(scope)
        if so_far is not None:
            total, unknown = so_far
            rest = f" so far, and {unknown} not known" if unknown else ""
            return f"{self.title}: {amount(total, self.unit)}{rest}"
        try:
            value = term.value(scope, set())
            beside = None if limit is None else limit.value(scope, set())
        except Never:
            return None
        if value is None or value.low == -INFINITY or value.high == INFINITY:
            return None
        limits = [] if beside is None else [beside.low, beside.high]
        low, high = (readable(end, limits) for end in (value.low, value.high))
        if low == high:
            return f"{self.title}: {amount(low, self.unit)}"
        return f"{self.title}: from {amount(low, '')} to {amount(high, self.unit)}"


def readable(value: Any, limits: list[Any]) -> Any:
    """A number with few digits, but so many that it does not look like a limit that it is not."""
    found = exact(value)
    if (found * 1000).denominator == 1:
        return number(found)
    digits = FEWEST_DIGITS
    while digits < MOST_DIGITS and not on_its_side(shortened(found, digits), found, limits):
        digits += 1
    return number(shortened(found, digits))


def on_its_side(short: Any, value: Any, limits: list[Any]) -> bool:
    """Whether a shortened number lies on the same side of each limit."""
    return all((short < limit) == (value < limit) and short != limit for limit in limits)
