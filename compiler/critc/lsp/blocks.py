"""A file as its declarations, each by itself: what an edit does not touch is kept as it is.

Spans of a block count from its own start, so that they hold wherever in the file it comes to stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from critc.diagnostic import Diagnostic
from critc.lsp.declared import Entry, attempted, entries
from critc.source import Span
from critc.syntax import tree
from critc.syntax.layout import Piece, cut
from critc.syntax.parse import parse_piece


@dataclass(frozen=True, eq=False)
class Block:
    """One declaration with the text that it has; the same block is the same object."""

    text: str
    piece: Piece = field(repr=False)

    @cached_property
    def parsed(self) -> tuple[tree.Declaration | None, tuple[Diagnostic, ...]]:
        """The declaration, None where it is not understood, and what is wrong with it."""
        declaration, problems = parse_piece(self.piece)
        return (None if problems else declaration), tuple(problems)

    @property
    def declaration(self) -> tree.Declaration | None:
        """The declaration, if it is understood."""
        return self.parsed[0]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The names that it gives; those that it seems to give while it is not understood."""
        declaration = self.declaration
        return tuple(attempted(self) if declaration is None else entries(declaration, self))

    @property
    def head(self) -> str:
        """Its first line."""
        return self.piece.lines[0].text

    def line_at(self, offset: int) -> Span:
        """The line that an offset lies in, without its indentation."""
        index = bisect_right(self.piece.lines, offset, key=lambda line: line.start) - 1
        return self.piece.lines[max(0, index)].span


def moved(piece: Piece, by: int) -> Piece:
    """The piece so many characters further on."""
    lines = tuple(replace(line, start=line.start + by) for line in piece.lines)
    return Piece(piece.word, lines)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a text, in order, and where each starts."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def edited(self, text: str, start: int, end: int, grown: int) -> Blocks:
        """The blocks of ``text``, made by replacing ``[start, end)`` by what is so much longer."""
        first = max(0, bisect_right(self.starts, start) - 2)
        begin = self.starts[first] if first else 0
        after = bisect_left(self.starts, end + 1) + 1  # one more, to meet what was there
        while after < len(self.starts):
            found = list(_placed(text, begin, self._end(after) + grown))
            if found and found[-1].is_at(self.starts[after] + grown, self.blocks[after]):
                kept = tuple(each + grown for each in self.starts[after:])
                return self._joined(first, found[:-1], after, kept)
            after += 1 + (after - first)
        return self._joined(first, list(_placed(text, begin, len(text))), len(self.blocks), ())

    def _joined(self, first: int, found: list[_Found], after: int, kept: tuple[int, ...]) -> Blocks:
        before = {block.text: block for block in self.blocks[first:after]}
        made = tuple(before.pop(each.text) if each.text in before else each.block for each in found)
        return Blocks(
            (*self.blocks[:first], *made, *self.blocks[after:]),
            (*self.starts[:first], *(each.start for each in found), *kept),
        )

    def _end(self, index: int) -> int:
        return self.starts[index] + len(self.blocks[index].text)


def blocks(text: str) -> Blocks:
    """The blocks of a text."""
    found = list(_placed(text, 0, len(text)))
    return Blocks(tuple(each.block for each in found), tuple(each.start for each in found))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    text: str
    piece: Piece

    @property
    def block(self) -> Block:
        return Block(self.text, moved(self.piece, -self.start))

    def is_at(self, start: int, block: Block) -> bool:
        """Whether it is that block, at that place."""
        return (start, block.text) == (self.start, self.text)


def _placed(text: str, begin: int, stop: int) -> Iterator[_Found]:
    for piece in cut(text[begin:stop]):
        start = piece.lines[0].start - piece.lines[0].column
        end = piece.lines[-1].span.end
        words = text[begin + start : begin + end]
        yield _Found(begin + start, words, moved(piece, begin))
