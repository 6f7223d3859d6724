"""Text and places in it: a file, a span of characters, a line and a column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open run of characters ``[start, end)`` of a source text, counted from 0."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of ``other``."""
        return Span(self.start, max(self.end, other.end))

    def moved(self, by: int) -> Span:
        """The span so many characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True)
class Source:
    """A source file: its name as the user gave it, and its whole text.

    What it borrows from other files (``use … from``) counts as standing behind its own text: one
    offset says in which file, and where in it.
    """

    name: str
    text: str = field(repr=False)
    borrowed: tuple[Borrowed, ...] = field(default=(), repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8 and of all that is borrowed, in hexadecimal."""
        digest = sha256(self.text.encode())
        for each in self.borrowed:
            digest.update(each.source.text.encode())
        return digest.hexdigest()

    @property
    def end(self) -> int:
        """The first offset behind the text and all that is borrowed."""
        last = self.borrowed[-1] if self.borrowed else None
        return last.start + last.source.end + 1 if last else len(self.text) + 1

    def lender(self, offset: int) -> Borrowed | None:
        """Whom a place is borrowed from; None for one in this file."""
        return next((each for each in reversed(self.borrowed) if offset >= each.start), None)

    def holding(self, span: Span) -> tuple[Source, Span]:
        """The file that a span lies in, and the span there."""
        lender = self.lender(span.start)
        return (lender.source, span.moved(-lender.start)) if lender else (self, span)

    def words(self, span: Span) -> str:
        """The text of a span."""
        source, inside = self.holding(span)
        return source.text[inside.start : inside.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of this file, both from 1; columns count characters."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_of(self, offset: int) -> int:
        """The line of an offset, counted from 1; of a borrowed place, that of its ``use``."""
        lender = self.lender(offset)
        return bisect_right(self._starts, lender.used_at if lender else offset)

    def order(self, offset: int) -> tuple[int, int]:
        """By what declarations are put in order: a borrowed one stands where it is used."""
        lender = self.lender(offset)
        return (lender.used_at if lender else offset, offset)

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its end; empty past the last line."""
        if not 1 <= line <= len(self._starts):
            return ""
        start = self._starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


@dataclass(frozen=True)
class Borrowed:
    """A file of which a source uses declarations.

    ``start`` is the offset that its first character counts as, ``used_at`` that of the ``use``,
    ``path`` what stands there, and ``version`` what the file says of itself. ``broken`` are the names
    of what was to be borrowed and could not be understood.
    """

    source: Source
    start: int
    used_at: int
    path: str
    version: str = ""
    broken: frozenset[str] = frozenset()
