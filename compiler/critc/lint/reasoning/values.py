"""Sets of numbers: runs between two ends, each end with or without the number itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, inf

End = tuple[Fraction | float, int]
"""A place between numbers: before the number (0), or behind it (1)."""

_FIRST: End = (-inf, 0)
_LAST: End = (inf, 1)


@dataclass(frozen=True, slots=True)
class Values:
    """A set of numbers: runs in their order, each from one end to a later one, that do not touch."""

    runs: tuple[tuple[End, End], ...]

    def __bool__(self) -> bool:
        """Whether there is any number in it."""
        return bool(self.runs)

    def __and__(self, other: Values) -> Values:
        """The numbers of both."""
        return _joined(
            (max(start, other_start), min(end, other_end))
            for start, end in self.runs
            for other_start, other_end in other.runs
        )

    def __or__(self, other: Values) -> Values:
        """The numbers of either."""
        return _joined((*self.runs, *other.runs))

    def __sub__(self, other: Values) -> Values:
        """The numbers that the other has not."""
        cuts = [_FIRST, *(end for run in other.runs for end in run), _LAST]
        return self & _joined(zip(cuts[::2], cuts[1::2], strict=True))

    def whole(self) -> Values:
        """Its whole numbers: the same set for everything that counts in ones."""
        return _joined((_counted(start), _counted(end)) for start, end in self.runs)


def _joined(runs: Iterable[tuple[End, End]]) -> Values:
    """The runs that have something in them, those that touch as one."""
    found: list[tuple[End, End]] = []
    for start, end in sorted(run for run in runs if run[0] < run[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return Values(tuple(found))


def _counted(end: End) -> End:
    """The same end among whole numbers: before the first of them that follows."""
    number, side = end
    if isinstance(number, float):
        return end
    return Fraction(floor(number) + 1 if side else ceil(number)), 0


ALL = Values(((_FIRST, _LAST),))
YES = Values((((Fraction(1), 0), (Fraction(2), 0)),))
NO = Values((((Fraction(0), 0), (Fraction(1), 0)),))
"""Whether something holds, as the whole numbers 1 and 0."""


def between(
    low: Fraction | None, high: Fraction | None, low_closed: bool = True, high_closed: bool = True
) -> Values:
    """The numbers from ``low`` to ``high``; None is no limit."""
    start = _FIRST if low is None else (low, 0 if low_closed else 1)
    end = _LAST if high is None else (high, 1 if high_closed else 0)
    return _joined([(start, end)])


def compared(sign: str, value: Fraction) -> Values:
    """The numbers x of which ``x < value`` holds, and so on for ≤ = ≥ >."""
    match sign:
        case "<":
            return between(None, value, high_closed=False)
        case "≤":
            return between(None, value)
        case ">":
            return between(value, None, low_closed=False)
        case "≥":
            return between(value, None)
        case _:
            return between(value, value)
