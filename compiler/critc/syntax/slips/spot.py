"""The place where a declaration stopped being understood, as the slips look at it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from critc.diagnostic import Diagnostic
from critc.source import Span
from critc.syntax.layout import Line, Piece

LOOKED_AT = 400
"""So much of a line is searched for slips; more is no condition that a person wrote."""

WITH_CONDITIONS = ("inclusion", "exclusion", "define", "formula")
"""The declarations that conditions stand in."""

OPENINGS = re.compile(r"(?:only|assessed|let)\b")
EXCEPTIONS = re.compile(r"(?:whole +list +)?(?:unless|accepted +if)\b")
HEADING = re.compile(
    r"(?:.* )?(?:(?:all|any|none) of|whichever applies"
    r"|(?:at least|at most|more than|fewer than|exactly) \d+ of|from \d+ to \d+ of)(?: \"+)?$"
)
_QUOTED = re.compile(r'"[^"]*"?')
_WORD = re.compile(r"\w+|\S")


@dataclass(frozen=True)
class Spot:
    """A line of a declaration, and the offset in its text where the parser stopped."""

    piece: Piece
    index: int
    at: int

    @property
    def line(self) -> Line:
        return self.piece.lines[self.index]

    @property
    def above(self) -> Line | None:
        return self.piece.lines[self.index - 1] if self.index else None

    @cached_property
    def lead(self) -> int:
        """How many characters the dash takes, and the blanks after it."""
        return lead(self.line)

    @cached_property
    def code(self) -> str:
        """The line without its dash, and with nothing but quotes where words are quoted."""
        return code(self.line)

    @property
    def column(self) -> int:
        """The column of the line's words: after the dash, if there is one."""
        return self.line.column + self.lead

    @property
    def offset(self) -> int:
        """Where the parser stopped, as an offset in ``code``."""
        return min(max(0, self.at - self.lead), len(self.code))

    @property
    def at_start(self) -> bool:
        """Whether not even the first word of the line fits."""
        return self.at <= self.lead

    @cached_property
    def word(self) -> str:
        """The word, or the sign, where the parser stopped; "" at the end of the line."""
        found = _WORD.match(self.code, self.offset)
        return found.group() if found else ""

    @cached_property
    def before(self) -> str:
        """The word, or the sign, before that."""
        words = _WORD.findall(self.code[: self.offset])
        return words[-1] if words else ""

    def part(self, start: int, end: int) -> Span:
        """The place of ``code[start:end]`` in the file."""
        return self.line.part(self.lead + start, self.lead + end)

    def found(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The place of what a pattern found in ``code``."""
        return self.part(*match.span(group))

    def written(self, start: int, end: int | None = None) -> str:
        """``code[start:end]`` with the quoted words in it."""
        return self.line.text[self.lead :][start:end]

    @property
    def body(self) -> Span:
        """The place of the line without its dash."""
        return self.line.part(self.lead, len(self.line.text))


Slip = Callable[[Spot], Diagnostic | None]
"""Recognises one kind of mistake at the place where the parser stopped."""


def spot_at(piece: Piece, offset: int) -> Spot:
    """The spot of an offset of the file."""
    starts = [line.start - line.column for line in piece.lines]
    index = max(0, bisect_right(starts, offset) - 1)
    line = piece.lines[index]
    return Spot(piece, index, max(0, min(offset - line.start, len(line.text))))


def lead(line: Line) -> int:
    """How many characters of the line the dash takes, and the blanks after it."""
    if line.verbatim or not line.text.startswith("- "):
        return 0
    return len(line.text) - len(line.text[1:].lstrip())


def code(line: Line) -> str:
    """The line without its dash, with nothing but quotes where words are quoted, and not too long."""
    words = line.text[lead(line) :][:LOOKED_AT]
    return _QUOTED.sub(lambda quoted: '"' * len(quoted.group()), words)
