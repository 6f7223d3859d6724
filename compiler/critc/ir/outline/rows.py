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
    return tuple(_row(depth, each) for depth, each in in_order(section))


def _row(depth: int, of: Line | Group) -> Row:
    if isinstance(of, Group):
        return Row(depth, "", joint=of.heading)
    ending, others = of.joined
    joint = ending.heading if ending else ""
    goes_on = (ending is not None or others) and not joint
    text = f"{of.text}:" if goes_on else of.text
    return Row(depth, text, of.label, of.by, joint, of.ticked, notes(of))


def notes(line: Line) -> tuple[str, ...]:
    """What is written beside a line: its blanks, and where to look."""
    words = (*line.blanks, line.see, *(place.words for place in line.basis))
    return tuple(filter(None, words))


def in_order(section: Section) -> Iterator[tuple[int, Line | Group]]:
    """Lines, and groups with a heading of their own, each with how deep it hangs, from 0."""
    for line in section.lines:
        yield from _with_its_lines(line, 0)
    for group in section.exceptions:
        yield from _with_its_lines(group, 0)


def _with_its_lines(of: Line | Group, depth: int) -> Iterator[tuple[int, Line | Group]]:
    yield depth, of
    if isinstance(of, Group):
        under: tuple[Line | Group, ...] = of.lines
    else:
        ending, others = of.joined
        under = (*(ending.lines if ending else ()), *others)
    for each in under:
        yield from _with_its_lines(each, depth + 1)


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
