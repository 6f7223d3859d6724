"""Slips in tables, of limits and of a patient's records."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic, Related
from critc.syntax.layout import Line
from critc.syntax.slips.spot import Spot, code

_EMPTY_CELL = re.compile(r"^\||\| *(?=\|)|\|$")
_VALUE = re.compile(r"[<>≤≥]?=? ?\d|[-−+]\d|\"|[A-Za-z]")
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
        help="The sign | stands between two cells, not at the ends of the row."
        + ("" if spot.piece.word == "table" else f" {known}"),
    )


def header_missing(spot: Spot) -> Diagnostic | None:
    """Values in the first row of a table, where the names of its columns stand."""
    if spot.piece.word not in _WITH_TABLES or not _is_row(spot.line) or not spot.word:
        return None
    above = spot.above
    first = above is None or not _is_row(above) or above.column != spot.line.column
    if not first or not _VALUE.match(spot.code, spot.offset):
        return None
    if above and spot.piece.word != "table" and not above.text.endswith("="):
        return None
    return Diagnostic(
        "E0158",
        spot.line.span,
        "The first row of a table names its columns; this one has values.",
        label="which columns are these?",
        help="Above it write the names of the columns, with | between them: `value | date`.",
    )


def table_of_nothing(spot: Spot) -> Diagnostic | None:
    """Rows below which no list is named: ``- bilirubin =`` is missing above them."""
    if spot.piece.word not in ("patient", "case") or not _is_row(spot.line):
        return None
    if spot.word in ("ULN", "LLN"):
        return Diagnostic(
            "E0158",
            spot.line.span,
            "This row names columns, as the first row of a table does; it is not the first here.",
            label="a table of its own?",
            help="Above the first row stands what the table is of: `- bilirubin =`.",
        )
    if not spot.at_start:
        return None
    if spot.above and (_is_row(spot.above) or re.search(r"=(?: incomplete)?$", spot.above.text)):
        return None
    return Diagnostic(
        "E0158",
        spot.line.span,
        "Here is a table, but no line above it says of what.",
        label="of which measurement or records?",
        help="Write it on the line above: `- bilirubin =`.",
    )


def two_in_a_cell(spot: Spot) -> Diagnostic | None:
    """``2026-02-16 screening | …``: a bar is missing, or a word."""
    if spot.piece.word not in _WITH_TABLES or not _is_row(spot.line) or not spot.word:
        return None
    start = spot.code.rfind("|", 0, spot.offset) + 1
    end = spot.code.find("|", spot.offset)
    before = spot.code[start : spot.offset].strip()
    if not before or not _VALUE.match(spot.code, spot.offset):
        return None
    cell = spot.part(
        start + len(spot.code[start:]) - len(spot.code[start:].lstrip()),
        len(spot.code) if end < 0 else len(spot.code[:end].rstrip()),
    )
    period = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", before)
    word = spot.written(spot.offset).split()[0]
    return Diagnostic(
        "E0161",
        cell,
        "Two things stand in this cell.",
        label="one value?",
        help="Between two cells stands |"
        + (f"; a period is written `{before} to {word}`." if period else "."),
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
