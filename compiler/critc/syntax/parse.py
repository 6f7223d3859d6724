"""Source to syntax tree: cut, mark, parse with Lark, build; a mistake stays in its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lark import Token, Tree, UnexpectedInput

from critc.diagnostic import Diagnostic, in_order
from critc.source import Source, Span
from critc.syntax import messages, shape, slips, tree
from critc.syntax.build import DeclarationBuilder
from critc.syntax.build_values import NestingError
from critc.syntax.grammar import STARTS, parser
from critc.syntax.layout import Marked, Piece, cut, mark
from critc.syntax.recovery import set_aside
from critc.syntax.slips.spot import Spot, spot_at

MOST = 20
"""No more lines of one declaration are told."""


def parse(source: Source) -> tuple[tree.File, tuple[Diagnostic, ...]]:
    """The declarations that are understood, and what is wrong with the others.

    Never raises, whatever the text.
    """
    declarations, problems = list[tree.Declaration](), list[Diagnostic]()
    for piece in cut(source.text):
        declaration, found = parse_piece(piece)
        if not found and declaration:
            declarations.append(declaration)
        problems.extend(found)
    whole = Span(0, len(source.text))
    return tree.File(tuple(declarations), span=whole), in_order(problems)


def parse_piece(piece: Piece) -> tuple[tree.Declaration | None, list[Diagnostic]]:
    """One declaration, and what is wrong with it. Never raises, whatever the text."""
    marked = mark(piece)
    if isinstance(marked, Diagnostic):
        return None, [marked]
    parsed = _parsed(STARTS[piece.word], marked.text)
    if isinstance(parsed, int):
        return None, list(_mistakes(piece, marked, parsed))
    builder = DeclarationBuilder(marked, lambda node: shape.problems(node, piece.first_line))
    try:
        declaration: tree.Declaration = builder.build(parsed)
    except NestingError as deep:
        return None, [messages.too_deep(piece.first_line(deep.span))]
    return declaration, builder.problems


def _mistakes(piece: Piece, marked: Marked, stopped: int) -> Iterator[Diagnostic]:
    """What is wrong with the line where the parser stopped, and with later ones that stand alone.

    Where a line has no place, those that follow it may have lost theirs: then no more is told.
    """
    spot: Spot | None = spot_at(piece, marked.span(stopped, stopped + 1).start)
    told = 0
    while spot and told < MOST:
        problem = slips.explain(spot)
        in_itself = problem.code in slips.OF_ONE_LINE and not spot.at_start
        if in_itself or not told:
            yield problem
            told += 1
        spot = _next_mistake(spot) if in_itself else None


def _next_mistake(spot: Spot) -> Spot | None:
    """Where the declaration stops being understood once the line of the spot is set aside."""
    rest = set_aside(spot.piece, spot.index)
    marked = mark(rest) if rest else None
    if rest is None or not isinstance(marked, Marked):
        return None
    stopped = _parsed(STARTS[rest.word], marked.text)
    if not isinstance(stopped, int):
        return None
    later = spot_at(rest, marked.span(stopped, stopped + 1).start)
    return later if later.line.start > spot.line.start else None


@lru_cache(maxsize=2048)
def _parsed(rule: str, marked_text: str) -> Tree[Token] | int:
    """Lark's parse tree of one marked declaration, or the offset where it is not understood.

    Kept by its text: what an editor has not changed is not parsed again.
    """
    try:
        return parser().parse(marked_text, start=rule)
    except UnexpectedInput as unexpected:
        return cast(int, unexpected.pos_in_stream)
