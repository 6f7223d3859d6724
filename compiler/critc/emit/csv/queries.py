"""The questions to the sponsor as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from critc.ir.nodes import Program
from critc.ir.queries import queried
from critc.ir.words.english import visible

HEAD = (
    "protocol", "number", "criterion", "text", "kind", "question", "read until answered as",
    "consequence",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would work out."""


def queries(programs: Iterable[Program]) -> str:
    """A row for each question, in the order of the protocols; lines end in CR LF, as RFC 4180 says.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    for program in programs:
        writer.writerows(map(_guarded, row) for row in _rows(program))
    return text.getvalue()


def _rows(program: Program) -> Iterator[tuple[str, ...]]:
    for of in queried(program):
        for each in of.questions:
            asked = (each.kind, each.question, each.reading, of.consequence)
            yield (visible(program.protocol), str(each.number), of.id, of.text, *asked)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
