"""What a declaration gives a name to: itself, its fields, and what it asks where it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from critc.check.walk import inline_declarations
from critc.source import Source, Span
from critc.syntax import tree

if TYPE_CHECKING:
    from critc.lsp.blocks import Block

NAMED = (
    tree.Moment
    | tree.Part
    | tree.Choices
    | tree.Fact
    | tree.Judgement
    | tree.Records
    | tree.Measurement
    | tree.Define
    | tree.Formula
    | tree.Table
    | tree.Patient
)
"""The declarations that share the one namespace of a file."""

Declaring = NAMED | tree.Field | tree.Criterion

_HEAD = re.compile(r"(\w+)\s+([A-Za-z]\w*)")
_ASKED = re.compile(r"\b(fact|judgement)\s+([A-Za-z]\w*)")


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a declaration of this file, or of a library's text."""

    holder: Block | Source
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and what it is declared as. ``word`` is that of the declaration.

    ``records`` is the list that a field belongs to, ``asked_in`` the criterion ("inclusion 3") that
    asks it where it is declared. ``node`` is None while its declaration cannot be understood.
    """

    name: str
    word: str
    place: Place
    node: Declaring | None = None
    records: str = ""
    asked_in: str = ""


def entries(declaration: tree.Declaration, holder: Block | Source) -> Iterator[Entry]:
    """The names that a declaration gives, each with its place."""
    if isinstance(declaration, NAMED):
        name, word = declaration.name, type(declaration).__name__.lower()
        yield Entry(name.text, word, Place(holder, name.span), declaration)
    if isinstance(declaration, tree.Records):
        for field in declaration.fields:
            place = Place(holder, field.name.span)
            yield Entry(field.name.text, "field", place, field, declaration.name.text)
    if isinstance(declaration, tree.Criterion):
        name_ = f"{declaration.kind} {declaration.number}"
        yield Entry(name_, "criterion", Place(holder, declaration.head), declaration)
    for found in inline_declarations(declaration):
        asked = declaration if isinstance(declaration, tree.Criterion) else None
        where = f"{asked.kind} {asked.number}" if asked else ""
        inner = found.declaration
        word = "field" if found.records else type(inner).__name__.lower()
        place = Place(holder, inner.name.span)
        yield Entry(inner.name.text, word, place, inner, found.records, where)


def attempted(block: Block) -> Iterator[Entry]:
    """The names that a declaration which is not understood seems to give."""
    head = _HEAD.match(block.text)
    if head and not block.piece.word.startswith(("inclusion", "exclusion", "case", "use")):
        yield Entry(head.group(2), head.group(1), Place(block, Span(*head.span(2))))
    start = head.end() if head else 0
    for match in _ASKED.finditer(block.text, start):
        yield Entry(match.group(2), match.group(1), Place(block, Span(*match.span(2))))
