"""Where the lines of a declaration went when it was printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import chain

from critc.syntax import tree
from critc.syntax.layout import Line, Piece, cut
from critc.syntax.parse import parse_piece


def places(piece: Piece, node: tree.Declaration, printed: Sequence[str]) -> list[int]:
    """For each line of a declaration, which of the printed lines says it, counted from 0.

    What is printed is parsed again: the two trees are the same, and their spans tell where each
    node began and where it begins now. A line where no node begins (``source "…"``, verbatim text)
    is found by its words.
    """
    [again] = cut("\n".join(printed))
    reread, _ = parse_piece(again)
    moved = _moved(node, reread)
    offsets, starts = sorted(moved), [line.start for line in again.lines]
    found = [0]
    for line in piece.lines[1:]:
        nearest = bisect_left(offsets, line.start)
        if nearest < len(offsets) and offsets[nearest] < line.span.end:
            found.append(bisect_right(starts, moved[offsets[nearest]]) - 1)
        else:
            found.append(_by_words(line, again.lines, found[-1] + 1))
    return found


def _moved(node: object, reread: object) -> dict[int, int]:
    """Where nodes began → where they begin now; of those that began at one place, the first."""
    moved: dict[int, int] = {}
    for before, after in _pairs(node, reread):
        start = before.span.start
        moved[start] = min(after.span.start, moved.get(start, after.span.start))
    return moved


def _pairs(one: object, other: object) -> Iterator[tuple[tree.Node, tree.Node]]:
    """The nodes of two trees that are the same, side by side."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        for parts in zip(one, other, strict=True):
            yield from _pairs(*parts)
    elif isinstance(one, tree.Node) and isinstance(other, tree.Node):
        yield one, other
        for field in fields(one):
            if field.compare:
                yield from _pairs(getattr(one, field.name), getattr(other, field.name))


def _by_words(line: Line, printed: Sequence[Line], start: int) -> int:
    """The printed line of the same words, the first from ``start`` on; else the one before."""
    words = "".join(line.text.split())
    for index in chain(range(start, len(printed)), range(start)):
        if "".join(printed[index].text.split()) == words:
            return index
    return start - 1
