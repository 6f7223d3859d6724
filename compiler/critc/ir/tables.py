"""Tables of a program: rows must not overlap, since nothing says which of two would hold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from critc.ir.nodes import CellOptions, CellRange, Row


def overlapping(rows: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    """The pairs of rows, by index, that some combination of keys would hit both."""
    return tuple(
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(rows), 2)
        if all(_meet(x, y) for x, y in zip(a.cells, b.cells, strict=True))
    )


def _meet(a: CellRange | CellOptions | None, b: CellRange | CellOptions | None) -> bool:
    match a, b:
        case CellOptions(options=these), CellOptions(options=those):
            return not set(these).isdisjoint(those)
        case CellRange(), CellRange():
            return _begins_by(a, b) and _begins_by(b, a)
        case _:
            return True


def _begins_by(a: CellRange, b: CellRange) -> bool:
    """Whether ``a`` begins no later than ``b`` ends."""
    low: Fraction | None = a.low
    if low is None or b.high is None or low < b.high:
        return True
    return low == b.high and a.low_closed and b.high_closed
