"""From the document of a protocol to a checklist in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Template

from critc.emit.markdown.escape import inline, quoted
from critc.ir.nodes import Program
from critc.ir.outline import Group, Line, Section, outline
from critc.ir.outline.rows import grids, in_order, notes
from critc.templating import environment
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})


def emit(program: Program, dates: Mapping[str, date] = NO_DATES) -> str:
    """The checklist of a protocol. ``dates`` are planned moments, by name (``first_dose``)."""
    return _template().render(document=outline(program, dates), compiler=__version__)


@cache
def _template() -> Template:
    templates = environment(Path(__file__).parent / "templates", autoescape=False)
    templates.filters.update(md=inline, quoted=quoted, said=said, rows=rows, grids=grids)
    return templates.get_template("checklist.md.j2")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a criterion's table, in Markdown: its label, words, whether ticked, and blanks."""

    label: str
    text: str
    ticked: bool
    note: str


def rows(section: Section) -> tuple[Row, ...]:
    """The lines of a criterion as the rows of a table, indented as they hang together."""
    return tuple(_row(depth, each) for depth, each in in_order(section))


def _row(depth: int, of: Line | Group) -> Row:
    if isinstance(of, Group):
        return Row("", f"{_indent(depth)}**{inline(of.heading)}:**", False, "")
    dash = "– " if depth and not of.label else ""
    note = "; ".join(map(inline, notes(of)))
    return Row(of.label, _indent(depth) + dash + said(of), of.ticked, note)


def _indent(depth: int) -> str:
    return "&emsp;" * depth


def said(line: Line) -> str:
    """The words of a line, who decides, and how what hangs under it is joined."""
    words = inline(line.text)
    if line.by:
        words += f" — **{inline(line.by)} decides**"
    ending, others = line.joined
    if ending and ending.heading:
        return f"{words} — **{inline(ending.heading)}:**"
    return f"{words}:" if ending or others else words
