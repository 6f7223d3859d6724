"""What a reader sees of a document: its lines in order, as words without their typography."""

from __future__ import annotations

import re
from collections.abc import Iterator

from critc.ir.outline import Document, Group, Line, Section


def squeezed(text: str) -> str:
    """The text without what only sets it apart on the page: dashes, colons, spaces."""
    return " ".join(re.sub(r"[—–:\u2003]", " ", text).split())


def lines_of(section: Section) -> Iterator[Line]:
    """All lines of a criterion, from the top."""
    for line in section.lines:
        yield from _with_inner(line)
    for group in section.exceptions:
        yield from _of_group(group)


def _with_inner(line: Line) -> Iterator[Line]:
    yield line
    for group in line.groups:
        yield from _of_group(group)


def _of_group(group: Group) -> Iterator[Line]:
    for line in group.lines:
        yield from _with_inner(line)


def headings_of(section: Section) -> Iterator[str]:
    """The headings between its lines."""
    for line in lines_of(section):
        yield from (group.heading for group in line.groups if group.heading)
    yield from (group.heading for group in section.exceptions)


def words_of(document: Document) -> Iterator[str]:
    """Every line of words that the tool made, those of the protocol's authors aside."""
    for section in document.sections:
        yield section.lead
        yield from headings_of(section)
        yield from section.outcomes
        for line in (*lines_of(section), *filter(None, (section.applies,))):
            yield from (line.text, line.see, *line.blanks)
            if line.grid is not None:
                yield from (cell for row in (line.grid.head, *line.grid.rows) for cell in row)
        for sheet in section.sheets:
            yield from (row.allowed for row in sheet.rows)


def nested_brackets(text: str) -> bool:
    """Whether brackets stand in brackets."""
    return re.search(r"\([^()]*\(", text) is not None
