"""The questions to the sponsor as a Word document, with room for the answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import docx.api
from docx.shared import Mm

from critc.emit.docx.criterion import Sheets
from critc.emit.docx.package import saved
from critc.emit.docx.styles import dress, run_along
from critc.emit.docx.tables import Cell, Shape, cell
from critc.emit.docx.words import Bold, text
from critc.ir.nodes import Program
from critc.ir.queries import Queried, queried
from critc.ir.words.english import visible
from critc.version import __version__

TITLE = "Questions for the sponsor"
HEAD = ("No.", "Kind", "Question", "Until answered, read as", "Answer")
_UNTIL = (
    "Until the sponsor answers, the criteria are read as the last column but one says. The numbers "
    "are those of the checklist."
)
_NOTHING = "The protocol leaves nothing open that its criteria ask."
_LONGEST = 255  # letters of a property


def queries(programs: Sequence[Program], paper: str = "A4") -> bytes:
    """The list of questions of some protocols. ``paper`` is "A4" or "letter"."""
    file = docx.api.Document()
    sheets = Sheets(file, dress(file, paper), count(1))
    names = ", ".join(visible(program.protocol) for program in programs)
    run_along(file, TITLE, names[:_LONGEST])
    file.core_properties.title = text(f"{names}: questions for the sponsor")[:_LONGEST]
    file.core_properties.author = f"critc {__version__}"
    file.core_properties.language = "en-GB"
    for program in programs:
        _protocol(sheets, program)
    return saved(file)


def _protocol(sheets: Sheets, program: Program) -> None:
    sheets.paragraph("Title", f"{visible(program.protocol)}: questions for the sponsor")
    sheets.paragraph("Subtitle", visible(program.title))
    sheets.origin(visible(program.version), visible(program.source))
    criteria = queried(program)
    sheets.paragraph("Normal", _UNTIL if criteria else _NOTHING)
    for criterion in criteria:
        _criterion(sheets, criterion)
    made = f"made from {visible(program.file)} (SHA-256 {program.sha256}) by critc {__version__}"
    sheets.paragraph("Fine Print", f"{visible(program.protocol)} · {made}")


def _criterion(sheets: Sheets, of: Queried) -> None:
    sheets.paragraph("Heading 2", of.title)
    for line in of.text.split("\n"):
        sheets.paragraph("Quote", line)
    sheets.paragraph("Note", Bold("What hangs on it:"), f" {of.consequence}")
    body = [
        (cell(str(q.number)), cell(q.kind), cell(q.question), cell(q.reading), Cell())
        for q in of.questions
    ]
    shape = Shape(f"Questions about {of.title}", sheets.shares(6, 17, 29, 25, 23), Mm(12))
    sheets.table(shape, HEAD, body)
