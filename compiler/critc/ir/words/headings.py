"""What must hold of the parts of a list."""

from __future__ import annotations

from critc.ir.nodes import All, AnyOf, Condition, KOf, Not
from critc.ir.words.english import number_word


def heading(condition: Condition, positive: bool = True, of: str = "these") -> str:
    """What must hold of the parts of a list: "all of these hold", "any of these holds"."""
    match condition:
        case Not(part):
            return heading(part, not positive, of)
        case All(parts):
            if not positive:
                return f"not all of {of} hold"
            return f"both of {of} hold" if len(parts) == 2 else f"all of {of} hold"
        case AnyOf(parts):
            if not positive:
                return f"none of {of} holds"
            return f"at least one of {of} holds" if len(parts) == 2 else f"any of {of} holds"
        case KOf(low, high):
            return _k_of(low, high, of, positive)
        case _:
            return "this holds" if positive else "this does not hold"


def _k_of(low: int | None, high: int | None, of: str, positive: bool) -> str:
    if not positive:
        return f"it is not so that {_k_of(low, high, of, True)}"
    if high == 0:
        return f"none of {of} holds"
    return f"{between(low, high)} of {of} {'holds' if (high or low) == 1 else 'hold'}"


def between(low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        return f"exactly {number_word(low)}"
    if high is None:
        return f"at least {number_word(low or 0)}"
    if not low:
        return f"at most {number_word(high)}"
    return f"{number_word(low)} {'or' if high == low + 1 else 'to'} {number_word(high)}"
