"""Source to syntax tree: cut, mark, parse with Lark, build; a mistake stays in its declaration."""

from __future__ import annotations

from functools import lru_cache

from lark import Token, Tree, UnexpectedInput

from critc.diagnostic import Diagnostic, in_order
from critc.source import Source, Span
from critc.syntax import tree
from critc.syntax.build import DeclarationBuilder
from critc.syntax.build_values import TooDeep
from critc.syntax.grammar import STARTS, parser
from critc.syntax.layout import Marked, Piece, cut, mark


def parse(source: Source) -> tuple[tree.File, tuple[Diagnostic, ...]]:
    """The declarations that are understood, and what is wrong with the others.

    Never raises, whatever the text.
    """
    declarations, problems = list[tree.Declaration](), list[Diagnostic]()
    for piece in cut(source.text):
        declaration, found = _parse_piece(piece)
        problems.extend(found)
        if declaration:
            declarations.append(declaration)
    whole = Span(0, len(source.text))
    return tree.File(tuple(declarations), span=whole), in_order(problems)


def _parse_piece(piece: Piece) -> tuple[tree.Declaration | None, tuple[Diagnostic, ...]]:
    marked = mark(piece)
    if isinstance(marked, Diagnostic):
        return None, (marked,)
    parsed = _parsed(STARTS[piece.word], marked.text)
    if isinstance(parsed, int):
        return None, (Diagnostic("E0199", marked.span(parsed, parsed + 1), "This line is not understood here."),)
    try:
        return DeclarationBuilder(marked).build(parsed), ()
    except TooDeep as deep:
        return None, (Diagnostic("E0107", deep.span, "too deep"),)


@lru_cache(maxsize=4096)
def _parsed(rule: str, marked_text: str) -> Tree[Token] | int:
    """Lark's parse tree of one marked declaration, or the offset where it is not understood."""
    try:
        return parser().parse(marked_text, start=rule)
    except UnexpectedInput as unexpected:
        return unexpected.pos_in_stream or 0
