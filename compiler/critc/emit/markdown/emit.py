"""From the document of a protocol to a checklist in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from critc.emit.markdown.escape import inline, quoted
from critc.ir.nodes import Program
from critc.ir.outline import Grid, Group, Line, Section, outline
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})


def emit(program: Program, dates: Mapping[str, date] = NO_DATES) -> str:
    """The checklist of a protocol. ``dates`` are planned moments, by name (``first_dose``)."""
    return _template().render(document=outline(program, dates), compiler=__version__)


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=inline, quoted=quoted, said=said, rows=rows, grids=grids)
    return environment.get_template("checklist.md.j2")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a criterion's table, in Markdown: its label, words, whether ticked, and blanks."""

    label: str
    text: str
    ticked: bool
    note: str


def rows(section: Section) -> tuple[Row, ...]:
    """The lines of a criterion as the rows of a table, indented as they hang together."""
    lines = [row for line in section.lines for row in _rows(line, 0)]
    excepted = [row for group in section.exceptions for row in _group_rows(group, 0)]
    return (*lines, *excepted)


def _rows(line: Line, depth: int) -> Iterator[Row]:
    notes = (*line.blanks, line.see, *(place.words for place in line.basis))
    note = "; ".join(inline(words) for words in notes if words)
    dash = "– " if depth and not line.label else ""
    yield Row(line.label, _indent(depth) + dash + said(line), line.ticked, note)
    ending, others = line.joined
    for each in ending.lines if ending else ():
        yield from _rows(each, depth + 1)
    for group in others:
        yield from _group_rows(group, depth + 1)


def _group_rows(group: Group, depth: int) -> Iterator[Row]:
    yield Row("", f"{_indent(depth)}**{inline(group.heading)}:**", False, "")
    for line in group.lines:
        yield from _rows(line, depth + 1)


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


def grids(section: Section) -> list[Grid]:
    """The protocol's own tables that a criterion refers to."""
    excepted = [line for group in section.exceptions for line in group.lines]
    found = (grid for line in (*section.lines, *excepted) for grid in _grids(line))
    return list(dict.fromkeys(found))


def _grids(line: Line) -> Iterator[Grid]:
    if line.grid is not None:
        yield line.grid
    for group in line.groups:
        for each in group.lines:
            yield from _grids(each)
