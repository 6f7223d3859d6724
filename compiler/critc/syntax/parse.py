"""Source to syntax tree: cut, mark, parse with Lark, build; a mistake stays in its declaration."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from lark import Token, Tree, UnexpectedInput

from critc.diagnostic import Diagnostic, in_order
from critc.source import Source, Span
from critc.syntax import messages, shape, slips, tree
from critc.syntax.build import DeclarationBuilder
from critc.syntax.build_values import NestingError
from critc.syntax.grammar import STARTS, parser
from critc.syntax.layout import Piece, cut, mark


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
        return None, [slips.explain(piece, marked.span(parsed, parsed + 1).start)]
    builder = DeclarationBuilder(marked, lambda node: shape.problems(node, piece.first_line))
    try:
        declaration: tree.Declaration = builder.build(parsed)
    except NestingError as deep:
        return None, [messages.too_deep(piece.first_line(deep.span))]
    return declaration, builder.problems


@lru_cache(maxsize=2048)
def _parsed(rule: str, marked_text: str) -> Tree[Token] | int:
    """Lark's parse tree of one marked declaration, or the offset where it is not understood.

    Kept by its text: what an editor has not changed is not parsed again.
    """
    try:
        return parser().parse(marked_text, start=rule)
    except UnexpectedInput as unexpected:
        return cast(int, unexpected.pos_in_stream)
