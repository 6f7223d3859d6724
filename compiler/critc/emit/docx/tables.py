"""Tables that keep their head on each page and their rows whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.document import Document as Docx
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row

from critc.emit.docx.words import Words, text, write

ROW = Mm(6)
_MARGINS = """\
<w:tblCellMar xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:left w:w="68" w:type="dxa"/>
  <w:right w:w="68" w:type="dxa"/>
</w:tblCellMar>
"""
HEAD, TOLD = "ECECEC", "F6F6F6"  # grounds of a head, and of a row that asks nothing


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns it spans, how deep it is set in, and its style."""

    paragraphs: tuple[Words, ...] = ((),)
    span: int = 1
    depth: int = 0
    style: str = "Cell"
    ground: str = ""


def cell(*words: str) -> Cell:
    """A cell of one paragraph of plain words."""
    return Cell((words,))


@dataclass(frozen=True, slots=True)
class Shape:
    """The widths of a table's columns, its title for screen readers, and the least height of a row."""

    title: str
    widths: tuple[Length, ...]
    height: Length = ROW


def add_table(
    docx: Docx,
    shape: Shape,
    head: Iterable[str],
    rows: Iterable[tuple[Cell, ...]],
    ids: Iterator[int],
) -> None:
    """Adds a table, and a little room after it. ``ids`` numbers the boxes in it."""
    table = docx.add_table(rows=0, cols=len(shape.widths), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _describe(table, shape)
    for column, width in zip(table.columns, shape.widths, strict=True):
        column.width = width
    _head(table, shape, tuple(head), ids)
    filled = [_fill(_new_row(table), shape, cells, ids) for cells in rows]
    _keep_together(filled)
    docx.add_paragraph(style="Gap")


def _describe(table: Table, shape: Shape) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text(shape.title))
    properties = table._tbl.tblPr
    properties.insert_element_before(parse_xml(_MARGINS), "w:tblLook")  # the schema has an order
    properties.append(caption)


def _head(table: Table, shape: Shape, head: tuple[str, ...], ids: Iterator[int]) -> None:
    cells = tuple(Cell(((words,),), style="Column Head", ground=HEAD) for words in head)
    row = _fill(_new_row(table), shape, cells, ids)
    row.height = None
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _fill(row: _Row, shape: Shape, cells: tuple[Cell, ...], ids: Iterator[int]) -> _Row:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row.height, row.height_rule = shape.height, WD_ROW_HEIGHT_RULE.AT_LEAST
    places, at = row.cells, 0
    for each in cells:
        place = places[at]
        if each.span > 1:
            place = place.merge(places[at + each.span - 1])
        place.width = Length(sum(shape.widths[at : at + each.span]))
        _write(place, each, ids)
        at += each.span
    return row


def _write(place: _Cell, of: Cell, ids: Iterator[int]) -> None:
    for extra in place.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    for i, words in enumerate(of.paragraphs or ((),)):
        line = place.add_paragraph() if i else place.paragraphs[0]
        line.style = of.style
        line.paragraph_format.left_indent = Mm(4 * of.depth) if of.depth else None
        if of.style == "Box Cell":
            line.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
        write(line, words, ids)
    if of.ground:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), of.ground)
        place._tc.get_or_add_tcPr().append(shade)


def _keep_together(rows: list[_Row]) -> None:
    """Keeps the first two rows on one page, and the last two with what follows the table."""
    for row in dict.fromkeys((*rows[:1], *rows[-2:])):
        for place in row.cells:
            for line in place.paragraphs:
                line.paragraph_format.keep_with_next = True
