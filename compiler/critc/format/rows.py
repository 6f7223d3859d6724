"""The lines of a file with all that layout leaves out: comments and blank lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from critc.syntax.layout import Line, Piece, cut


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file: its column, what it says, its comment with the ``#``.

    A blank line has neither ``code`` nor ``comment``.
    """

    column: int
    code: Line | None = None
    comment: str = ""

    @property
    def blank(self) -> bool:
        """Whether the line says nothing at all."""
        return not self.code and not self.comment


@dataclass(frozen=True, slots=True)
class Section:
    """A declaration with its comments, and the comments and blank lines above it.

    ``piece`` is None at the end of a file, where only comments are left.
    """

    above: tuple[Row, ...]
    piece: Piece | None = None
    rows: tuple[Row, ...] = ()


def sections(text: str) -> Iterator[Section]:
    """The declarations of a file in their order, and after them what is left.

    An indented comment below a declaration belongs to it.
    """
    pieces = list(cut(text))
    rows = list(_rows(text, (line for piece in pieces for line in piece.lines)))
    at = 0
    for piece in pieces:
        first = _index(rows, piece.lines[0], at)
        last = _index(rows, piece.lines[-1], first)
        end = _end_of_comments(rows, last + 1)
        yield Section(tuple(rows[at:first]), piece, tuple(rows[first:end]))
        at = end
    yield Section(tuple(rows[at:]))


def comments(text: str) -> list[str]:
    """The comments of a file, without the room around them."""
    lines = (line for piece in cut(text) for line in piece.lines)
    return [row.comment for row in _rows(text, lines) if row.comment]


def _rows(text: str, lines: Iterable[Line]) -> Iterator[Row]:
    saying = {line.start - line.column: line for line in lines}
    start = 0
    for raw in text.split("\n"):
        line = saying.get(start)
        if line:
            rest = raw[line.column + len(line.text) :].strip()
            yield Row(line.column, line, rest)
        else:
            comment = raw.strip()
            yield Row(raw.index(comment), comment=comment)
        start += len(raw) + 1


def _index(rows: list[Row], line: Line, start: int) -> int:
    return next(index for index in range(start, len(rows)) if rows[index].code is line)


def _end_of_comments(rows: list[Row], start: int) -> int:
    """Behind the last of the indented comments that begin at ``start``, blank lines among them."""
    end = start
    for index in range(start, len(rows)):
        row = rows[index]
        if row.code or (row.comment and not row.column):
            break
        if row.comment:
            end = index + 1
    return end
