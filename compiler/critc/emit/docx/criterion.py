"""One criterion: its words, what to look up as tables with boxes, its outcome, its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document as Docx
from docx.shared import Length, Mm

from critc.emit.docx.tables import TOLD, Cell, Shape, add_table, cell
from critc.emit.docx.words import Bold, Box, Words, write
from critc.ir.outline import Grid, Section, Sheet
from critc.ir.outline.rows import Row, grids, rows

NBSP = "\u00a0"
LABEL, TICK, NOTE = Mm(11), Mm(15), Mm(46)
_RECORDS = ("there are none", "all are written down", f"there may be{NBSP}more")


@dataclass(frozen=True, slots=True)
class Sheets:
    """Where a document is written: the file, the width of its text, and the numbers of its boxes."""

    docx: Docx
    width: Length
    ids: Iterator[int]

    def paragraph(self, style: str, *words: str | Bold | Box) -> None:
        """Adds a paragraph."""
        write(self.docx.add_paragraph(style=style), words, self.ids)

    def origin(self, version: str, source: str) -> None:
        """Adds the line with version and source of a protocol, as far as they are known."""
        known = (("Version", version), ("Source", source))
        if line := " · ".join(f"{name}: {words}" for name, words in known if words):
            self.paragraph("Fine Print", line)

    def shares(self, *parts: int) -> tuple[Length, ...]:
        """Widths of columns that share the width of the text in these parts."""
        return tuple(Length(self.width * part // sum(parts)) for part in parts)

    def table(self, shape: Shape, head: tuple[str, ...], body: Sequence[tuple[Cell, ...]]) -> None:
        """Adds a table."""
        add_table(self.docx, shape, head, body, self.ids)

    # ---- a criterion --------------------------------------------------------------------------

    def criterion(self, section: Section) -> None:
        """Adds a criterion."""
        self.paragraph("Heading 2", section.title)
        for line in section.text.split("\n"):
            self.paragraph("Quote", line)
        for each in section.sheets:
            self._records(each)
        if section.applies:
            see = f", {section.applies.see}" if section.applies.see else ""
            self.paragraph("Note", Bold("Applies only if"), f" {section.applies.text}{see}.")
        if section.results:
            self.paragraph("Note", section.results)
        if section.lead:
            self.paragraph("Lead", section.lead)
        self._lines(section)
        for grid in grids(section):
            self._grid(grid, section)
        if not section.single:
            self._outcome(section)
        for query in section.queries:
            self.paragraph(
                "Sponsor Question",
                Bold(f"Question for the sponsor ({query.number}):"),
                f" {query.question} ",
                Bold("Until answered, read as:"),
                f" {query.reading}.",
            )

    def _records(self, sheet: Sheet) -> None:
        """The records to write down: what is asked of each, and room for three."""
        boxes = [piece for words in _RECORDS for piece in ("   ", Box(words), NBSP + words)]
        self.paragraph(
            "Note",
            Bold(f"{sheet.title}."),
            f" Write down each {sheet.each or 'of them'}:",
            *boxes,
        )
        shape = Shape(sheet.title, self.shares(37, 21, 21, 21), height=Mm(9))
        body = [(Cell((_question(row.question, row.allowed, row.by),)), *[Cell()] * 3)
                for row in sheet.rows]  # fmt: skip
        self.table(shape, ("Question", "1", "2", "3"), body)

    def _lines(self, section: Section) -> None:
        ticks = len(section.answers)
        words = Length(self.width - LABEL - NOTE - ticks * TICK)
        shape = Shape(f"Lines of {section.title}", (LABEL, words, *[TICK] * ticks, NOTE))
        initials = ", initials, date" if section.single else ""
        head = ("Line", "What to look up", *section.answers, f"Value, source document{initials}")
        self.table(shape, head, [_row(row, section) for row in rows(section)])

    def _grid(self, grid: Grid, section: Section) -> None:
        if grid.caption:
            self.paragraph("Lead", grid.caption)
        shape = Shape(
            grid.caption or f"Table of {section.title}", self.shares(*[1] * len(grid.head))
        )
        self.table(shape, grid.head, [tuple(cell(words) for words in row) for row in grid.rows])

    def _outcome(self, section: Section) -> None:
        boxes = [piece for said in section.outcomes for piece in ("   ", Box(said), NBSP + said)]
        blanks = "\tInitials …………… Date ……………"
        self.paragraph("Outcome", Bold(f"{section.title}:"), *boxes, blanks)


def _question(question: str, allowed: str, by: str) -> Words:
    may_be = f" ({allowed})" if allowed else ""
    return (f"{question}{may_be}", *((" — ", Bold(f"{by} decides")) if by else ()))


def _row(row: Row, section: Section) -> tuple[Cell, ...]:
    notes = Cell(tuple((note,) for note in row.notes))
    if not row.ticked:
        told = Cell((_said(row),), len(section.answers) + 1, row.depth, ground=TOLD)
        return (cell(row.label), told, notes)
    boxes = [Cell(((Box(said),),), style="Box Cell") for said in section.answers]
    return (cell(row.label), Cell((_said(row),), depth=row.depth), *boxes, notes)


def _said(row: Row) -> Words:
    """The words of a row, who decides, and how what hangs under it is joined."""
    dash = "– " if row.depth and not row.label and row.text else ""
    by = (" — ", Bold(f"{row.by} decides")) if row.by else ()
    joint = (" — " if row.text else "", Bold(f"{row.joint}:")) if row.joint else ()
    return (dash + row.text, *by, *joint)
