"""From the document of a protocol to a checklist for Word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from types import MappingProxyType

import docx.api
from docx.document import Document as Docx
from docx.shared import Mm

from critc.emit.docx.criterion import Sheets
from critc.emit.docx.package import saved
from critc.emit.docx.styles import dress, run_along
from critc.emit.docx.tables import Cell, Shape, cell
from critc.emit.docx.words import Bold, Box, text
from critc.ir.nodes import Program
from critc.ir.outline import Document, Reference, outline
from critc.ir.outline.foot import foot
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})
_LONGEST = 255  # letters of a property
_PATIENT = "Patient …………………………………… Site ……………………"
_DATED = (
    "The calendar dates below are worked out from these. If one of them changes, ask for a new list; "
    "do not correct dates by hand."
)
_UNANSWERED = (
    "These may not have been asked yet. Until the sponsor answers, the criteria are read as the last "
    "column says."
)


def emit(program: Program, dates: Mapping[str, date] = NO_DATES, paper: str = "A4") -> bytes:
    """The checklist of a protocol. ``dates`` are planned moments, by name (``first_dose``).

    ``paper`` is "A4" or "letter".
    """
    document = outline(program, dates)
    file = docx.api.Document()
    sheets = Sheets(file, dress(file, paper), count(1))
    run_along(file, _PATIENT, foot(document))
    _name(file, document)
    _front(sheets, document)
    for kind, name in (("inclusion", "Inclusion criteria"), ("exclusion", "Exclusion criteria")):
        if document.of_kind(kind):
            sheets.paragraph("Heading 1", name)
        for section in document.of_kind(kind):
            sheets.criterion(section)
    _result(sheets, document)
    _queries(sheets, document)
    _references(sheets, document)
    made = f"made from {document.file} (SHA-256 {document.sha256}) by critc {__version__}"
    words = (document.protocol, document.version, made)
    sheets.paragraph("Fine Print", " · ".join(filter(None, words)))
    return saved(file)


def _name(file: Docx, document: Document) -> None:
    """What the file says of itself."""
    properties = file.core_properties
    properties.title = text(f"{document.protocol}: eligibility checklist")[:_LONGEST]
    properties.subject = text(document.title)[:_LONGEST]
    properties.author = f"critc {__version__}"
    properties.comments = f"Source SHA-256 {document.sha256}"
    properties.language = "en-GB"


def _front(sheets: Sheets, document: Document) -> None:
    sheets.paragraph("Title", f"{document.protocol}: eligibility checklist")
    sheets.paragraph("Subtitle", document.title)
    sheets.origin(document.version, document.source)
    _blanks(sheets, "Patient", "Site", "Filled in by", "Date")
    if document.moments:
        shape = Shape("Dates that the list counts from", sheets.shares(60, 40))
        body = [(cell(each.question), Cell(((Bold(each.date),),))) for each in document.moments]
        sheets.table(shape, ("Dates that the list counts from", "Date"), body)
    if document.moments and document.dated:
        sheets.paragraph("Fine Print", _DATED)
    sheets.paragraph("Heading 1", "How to fill it in")
    for hint in document.hints:
        sheets.paragraph("List Bullet", hint)


def _blanks(sheets: Sheets, *names: str) -> None:
    """Room for names, dates and signatures."""
    shape = Shape(", ".join(names), sheets.shares(*[1] * len(names)), height=Mm(9))
    sheets.table(shape, names, [tuple(Cell() for _ in names)])


def _result(sheets: Sheets, document: Document) -> None:
    sheets.paragraph("Heading 1", "Result")
    body = [
        (Cell(((Box(verdict),),), style="Box Cell"), Cell(((Bold(verdict),),)), cell(when))
        for verdict, when in document.verdicts
    ]
    sheets.table(Shape("Result", sheets.shares(8, 46, 46)), ("Tick one", "Result", "When"), body)
    _blanks(sheets, "Investigator", "Signature", "Date")


def _queries(sheets: Sheets, document: Document) -> None:
    if not document.queries:
        return
    sheets.paragraph("Heading 1", "Questions for the sponsor")
    sheets.paragraph("Fine Print", _UNANSWERED)
    body = [
        (cell(str(each.number)), cell(each.place.words), cell(each.question), cell(each.reading))
        for each in document.queries
    ]
    shape = Shape("Questions for the sponsor", sheets.shares(6, 14, 42, 38))
    sheets.table(shape, ("No.", "Criterion", "Question", "Until answered, read as"), body)


def _references(sheets: Sheets, document: Document) -> None:
    if document.references:
        sheets.paragraph("Heading 1", "How values are worked out, and what terms mean")
    for each in document.references:
        _reference(sheets, each)


def _reference(sheets: Sheets, of: Reference) -> None:
    sheets.paragraph("Heading 2", f"{of.label} {of.title}")
    for line in of.note:
        sheets.paragraph("Normal", line)
    for line in of.written:
        sheets.paragraph("Written", line)
    if of.source:
        sheets.paragraph("Fine Print", f"Source: {' '.join(of.source)}")
    if of.library:
        sheets.paragraph("Fine Print", f"From {of.library}")
