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
    environment.filters.update(
        md=inline, quoted=quoted, rows=rows, bullets=bullets, grids=grids, said=said
    )
    return environment.get_template("checklist.md.j2")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a criterion's table, in Markdown."""

    label: str
    text: str
    ticked: bool
    note: str


def rows(section: Section) -> tuple[Row, ...]:
    """The lines of a criterion as the rows of a table, indented as they hang together."""
    return (
        *(row for line in section.lines for row in _rows(line, 0)),
        *(row for group in section.exceptions for row in _group_rows(group, 0)),
    )


def _rows(line: Line, depth: int) -> Iterator[Row]:
    note = "; ".join(inline(words) for words in (*line.blanks, line.see) if words)
    yield Row(line.label, _indent(depth) + said(line), line.ticked, note)
    for number, group in enumerate(line.groups):
        if number == 0:
            for each in group.lines:
                yield from _rows(each, depth + 1)
        else:
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
    if line.groups:
        heading = inline(line.groups[0].heading)
        words += f" — **{heading}:**" if heading else ":"
    return words


def bullets(line: Line, depth: int = 0) -> str:
    """What hangs under a line, as a list."""
    parts: list[str] = []
    for number, group in enumerate(line.groups):
        if number:
            parts.append(f"{'  ' * depth}- **{inline(group.heading)}:**")
        inner = depth + 1 if number else depth
        for each in group.lines:
            parts.append(f"{'  ' * inner}- {said(each)}")
            parts.extend(filter(None, [bullets(each, inner + 1)]))
    return "\n".join(parts)


def grids(section: Section) -> list[tuple[Line, Grid]]:
    """The tables of the protocol that a criterion needs."""

    def found(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Grid]]:
        for line in lines:
            if line.grid is not None:
                yield line, line.grid
            for group in line.groups:
                yield from found(group.lines)

    return list(
        found((*section.lines, *(each for group in section.exceptions for each in group.lines)))
    )
