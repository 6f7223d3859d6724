"""Rows of a table that overlap are found, and only those."""

from __future__ import annotations

from fractions import Fraction

import pytest

from critc.ir.nodes import CellOptions, CellRange, Row, Truth
from critc.ir.tables import overlapping

ONE, FIVE = Fraction(1), Fraction(5)


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (CellRange(None, FIVE), CellRange(FIVE, None), True),
        (CellRange(None, FIVE, high_closed=False), CellRange(FIVE, None), False),
        (CellRange(None, FIVE), CellRange(FIVE, None, low_closed=False), False),
        (CellRange(ONE, FIVE), CellRange(ONE, ONE), True),
        (CellRange(FIVE, None), CellRange(None, ONE), False),
        (CellRange(), CellRange(ONE, ONE), True),
        (CellOptions(("a", "b")), CellOptions(("b",)), True),
        (CellOptions(("a",)), CellOptions(("b",)), False),
        (None, CellOptions(("b",)), True),
        (None, CellRange(ONE, FIVE), True),
    ],
)
def test_cells(
    a: CellRange | CellOptions | None, b: CellRange | CellOptions | None, overlap: bool
) -> None:
    for pair in ((a, b), (b, a)):
        rows = [Row((cell,), Truth(True)) for cell in pair]
        assert overlapping(rows) == (((0, 1),) if overlap else ())


def test_rows_overlap_only_if_all_their_cells_do() -> None:
    young, old = CellRange(None, FIVE), CellRange(FIVE, None, low_closed=False)
    female, male = CellOptions(("female",)), CellOptions(("male",))
    rows = [Row((age, sex), Truth(True)) for age in (young, old) for sex in (female, male)]
    assert overlapping(rows) == ()
    assert overlapping([*rows, Row((old, None), Truth(True))]) == ((2, 4), (3, 4))
