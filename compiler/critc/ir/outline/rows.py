"""The lines of a criterion as the rows of one table, for paper: each with how deep it hangs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from critc.ir.outline.document import Grid, Group, Line, Section


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its words, what ends them, and what is written beside them.

    ``depth`` counts from 0. ``joint`` is how the rows under it are joined, or that they except it; a
    row of a joint alone has no ``text``. ``notes`` are blanks and where to look. ``ticked`` says that
    it is answered.
    """

    depth: int
    text: str
    label: str = ""
    by: str = ""
    joint: str = ""
    ticked: bool = False
    notes: tuple[str, ...] = ()


def rows(section: Section) -> tuple[Row, ...]:
    """The lines of a criterion, and what excepts all of them."""
    lines = [row for line in section.lines for row in _of_line(line, 0)]
    excepted = [row for group in section.exceptions for row in _of_group(group, 0)]
    return (*lines, *excepted)


def _of_line(line: Line, depth: int) -> Iterator[Row]:
    ending, others = line.joined
    joint = ending.heading if ending else ""
    goes_on = (ending is not None or others) and not joint
    notes = (*line.blanks, line.see, *(place.words for place in line.basis))
    yield Row(
        depth,
        f"{line.text}:" if goes_on else line.text,
        line.label,
        line.by,
        joint,
        line.ticked,
        tuple(filter(None, notes)),
    )
    for each in ending.lines if ending else ():
        yield from _of_line(each, depth + 1)
    for group in others:
        yield from _of_group(group, depth + 1)


def _of_group(group: Group, depth: int) -> Iterator[Row]:
    yield Row(depth, "", joint=group.heading)
    for line in group.lines:
        yield from _of_line(line, depth + 1)


def grids(section: Section) -> tuple[Grid, ...]:
    """The protocol's own tables that a criterion refers to, each once."""
    excepted = [line for group in section.exceptions for line in group.lines]
    found = (grid for line in (*section.lines, *excepted) for grid in _grids(line))
    return tuple(dict.fromkeys(found))


def _grids(line: Line) -> Iterator[Grid]:
    if line.grid is not None:
        yield line.grid
    for group in line.groups:
        for each in group.lines:
            yield from _grids(each)
