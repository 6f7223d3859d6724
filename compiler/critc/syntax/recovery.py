"""Reading on after a line that is not understood, so that a later one is told as well."""

from __future__ import annotations

import re
from dataclasses import replace

from critc.syntax.layout import Line, Piece
from critc.syntax.slips.spot import EXCEPTIONS, OPENINGS, WITH_CONDITIONS, code, lead

_UNREAD = "unread"
"""Stands for a condition that is not understood."""

_QUERY = re.compile(r"(?:query|read +as)\b")


def set_aside(piece: Piece, index: int) -> Piece | None:
    """The declaration without a line and what is below that; None where nothing is left to read.

    A condition leaves a stand-in: that its list is shorter, or its place empty, would be no mistake
    of the file.
    """
    if index == 0 or piece.word == "formula":
        return None
    line, rest = piece.lines[index], piece.lines[index + 1 :]
    below = next((i for i, other in enumerate(rest) if other.column <= line.column), len(rest))
    kept = (*piece.lines[:index], *_instead(piece.word, line), *rest[below:])
    return Piece(piece.word, kept) if len(kept) > index else None


def _instead(word: str, line: Line) -> tuple[Line, ...]:
    words = code(line)
    if word not in WITH_CONDITIONS or any(
        begins.match(words) for begins in (OPENINGS, EXCEPTIONS, _QUERY)
    ):
        return ()
    return (replace(line, text=line.text[: lead(line)] + _UNREAD),)
