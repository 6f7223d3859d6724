"""A file that is open in the editor: its text, its declarations, its names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from critc.lsp.blocks import Block, Blocks, blocks
from critc.lsp.declared import Entry
from critc.lsp.dictionary import Dictionary, dictionary
from critc.lsp.occurrences import Occurrence, Target, occurrences
from critc.lsp.positions import Encoding, Lines
from critc.source import Span

_WORD = re.compile(r"[A-Za-z]\w*")


@dataclass(frozen=True, eq=False)
class Document:
    """One version of an open file. Offsets are those of its text; spans in a block are the block's.

    ``borrowed`` are the names that it has from libraries, as they were when it was last checked.
    """

    uri: str
    version: int
    lines: Lines
    blocks: Blocks
    encoding: Encoding = "utf-16"
    borrowed: tuple[Entry, ...] = ()
    _occurrences: dict[Block, tuple[Occurrence, ...]] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.lines.text

    def edited(self, start: int, end: int, new: str, version: int) -> Document:
        """The document after ``text[start:end]`` was replaced by ``new``."""
        lines = self.lines.edited(start, end, new)
        found = self.blocks.edited(lines.text, start, end, len(new) - (end - start))
        return replace(self, version=version, lines=lines, blocks=found, _occurrences={})

    def with_borrowed(self, borrowed: tuple[Entry, ...]) -> Document:
        """The document with what its libraries have to give."""
        return replace(self, borrowed=borrowed, _occurrences={})

    # ---- places -----------------------------------------------------------------------------

    def offset(self, line: int, column: int) -> int:
        """The offset of an editor's line and column."""
        return self.lines.offset(line, column, self.encoding)

    def index_before(self, offset: int) -> int:
        """The index of the last block that starts at or before an offset; -1 before the first."""
        return bisect_right(self.blocks.starts, offset) - 1

    def at(self, offset: int) -> tuple[Block, int] | None:
        """The block that an offset lies in or just behind, and the block's start."""
        index = self.index_before(offset)
        if index < 0:
            return None
        block, start = self.blocks.blocks[index], self.blocks.starts[index]
        return (block, start) if offset <= start + len(block.text) else None

    def __contains__(self, block: Block) -> bool:
        return block in self._starts

    def start_of(self, block: Block) -> int | None:
        """Where a block starts; None if it is not in this version any more."""
        return self._starts.get(block)

    @cached_property
    def _starts(self) -> dict[Block, int]:
        return dict(zip(self.blocks.blocks, self.blocks.starts, strict=True))

    def placed(self) -> Iterable[tuple[Block, int]]:
        """Every block with its start."""
        return zip(self.blocks.blocks, self.blocks.starts, strict=True)

    def between(self, start: int, end: int) -> Iterator[tuple[Block, int]]:
        """The blocks that reach into a stretch of the text."""
        first = max(0, self.index_before(start))
        for index in range(first, len(self.blocks.starts)):
            if self.blocks.starts[index] >= end:
                return
            yield self.blocks.blocks[index], self.blocks.starts[index]

    # ---- names ------------------------------------------------------------------------------

    @cached_property
    def names(self) -> Dictionary:
        """What the file declares, and what it borrows."""
        own = (entry for block in self.blocks.blocks for entry in block.entries)
        return dictionary((*own, *self.borrowed))

    def occurrences(self, block: Block) -> tuple[Occurrence, ...]:
        """What a block names; nothing while it is not understood."""
        found = self._occurrences.get(block)
        if found is None:
            node = block.declaration
            found = occurrences(node, block.text, self.names) if node else ()
            self._occurrences[block] = found
        return found

    def occurrence(self, offset: int) -> tuple[Occurrence, Block, int] | None:
        """What is named at an offset, with its block and the block's start."""
        place = self.at(offset)
        if place is None:
            return None
        block, start = place
        found = self.occurrences(block) if block.declaration else tuple(self._words(block))
        inside = [each for each in found if _holds(each.span, offset - start)]
        if not inside:
            return None
        return min(inside, key=lambda each: each.span.end - each.span.start), block, start

    def _words(self, block: Block) -> Iterator[Occurrence]:
        """The names of the file that seem to stand in a declaration which is not understood."""
        for match in _WORD.finditer(block.text):
            if match.group() in self.names.entries:
                answer = self.names.answer(match.group())
                target = Target("name", match.group())
                yield Occurrence(Span(*match.span()), target, answer=answer)

    def uses(self, target: Target, inside: Block | None = None) -> Iterator[tuple[Occurrence, int]]:
        """Every place that names the same, with the start of its block.

        ``inside`` is the block of a local name, which means something there alone.
        """
        word = target.name.rpartition(" ")[2]
        for block, start in self.placed():
            if word in block.text and (target.kind != "local" or block is inside):
                for each in self.occurrences(block):
                    if each.target == target:
                        yield each, start


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def opened(uri: str, version: int, text: str, encoding: Encoding = "utf-16") -> Document:
    """A file as the editor has just opened it."""
    return Document(uri, version, Lines(text), blocks(text), encoding)
