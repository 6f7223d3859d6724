"""What the grammar lets stand at a place of a declaration that is still being written."""

from __future__ import annotations

from lark import UnexpectedInput

from critc.diagnostic import Diagnostic
from critc.syntax.grammar import STARTS, parser
from critc.syntax.layout import Line, Piece, mark

_HERE = "¤¤¤"
"""Stands for what is about to be written."""


def expected(word: str, above: tuple[Line, ...], column: int, written: str) -> frozenset[str]:
    """The grammar's terminals that may come next in a declaration that begins with ``word``.

    ``above`` are its lines so far, ``written`` what the line of the place has before it, from
    ``column`` on. Empty where what stands there already is not understood.
    """
    if word not in STARTS or written.count('"') % 2:
        return frozenset()
    here = Line(above[-1].span.end + 1 if above else 0, " " * column, f"{written}{_HERE}")
    marked = mark(Piece(word, (*above, here)))
    if isinstance(marked, Diagnostic):
        return frozenset()
    before = marked.text[: marked.text.rindex(_HERE)]
    interactive = parser().parse_interactive(before, start=STARTS[word])
    try:
        interactive.exhaust_lexer()
    except UnexpectedInput:
        return frozenset()
    accepted: set[str] = interactive.accepts()  # type: ignore[no-untyped-call]
    return frozenset(map(_spelled, accepted))


def _spelled(terminal: str) -> str:
    """The terminal's name; where the grammar gives none, its words: ``ONLY_IF`` of "only if"."""
    if not terminal.startswith("__ANON"):
        return terminal
    pattern = next(each.pattern.value for each in parser().terminals if each.name == terminal)
    return pattern.removesuffix(r"\b").replace(" +", "_").upper()
