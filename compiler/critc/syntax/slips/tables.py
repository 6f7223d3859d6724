"""Slips in tables, of limits and of a patient's records."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic, Related
from critc.syntax.layout import Line
from critc.syntax.slips.spot import Spot, code

_EMPTY_CELL = re.compile(r"^\||\| *(?=\|)|\|$")
_WITH_TABLES = ("table", "patient", "case")


def empty_cell(spot: Spot) -> Diagnostic | None:
    """``a | | b``"""
    match = _EMPTY_CELL.search(spot.code)
    if not match or spot.piece.word not in _WITH_TABLES:
        return None
    known = "Write `not known`, `none` or `no`, whichever is true."
    return Diagnostic(
        "E0162",
        spot.found(match),
        "A cell of this row is empty.",
        label="what stands here?",
        help="The sign | stands between two cells, not at the ends of the row. "
        + ("" if spot.piece.word == "table" else known),
    )


def rows_missing(spot: Spot) -> Diagnostic | None:
    """A header and nothing in its column below it."""
    if spot.piece.word not in _WITH_TABLES or spot.word or "|" not in spot.code:
        return None
    below = spot.piece.lines[spot.index + 1 : spot.index + 2]
    if below and below[0].column == spot.line.column:
        return None
    outside = Related(below[0].span, "this row does not") if below and _is_row(below[0]) else None
    return Diagnostic(
        "E0158",
        spot.line.span,
        "No row stands below this header.",
        label="rows start in this column",
        help="The first row of a table names its columns; below it, in the same column, stand its rows.",
        related=(outside,) if outside else (),
    )


def row_out_of_column(spot: Spot) -> Diagnostic | None:
    """A row that does not start where its header starts."""
    if spot.piece.word not in _WITH_TABLES or not spot.at_start or not _is_row(spot.line):
        return None
    if spot.above is None or not _is_row(spot.above):
        return None
    return Diagnostic(
        "E0120",
        spot.line.span,
        "This row does not start in the column of its table.",
        label=f"column {spot.above.column + 1}",
        help="All rows of a table start in one column.",
        related=(Related(spot.above.span, "the row above"),),
    )


def _is_row(line: Line) -> bool:
    return "|" in code(line)
