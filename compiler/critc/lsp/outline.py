"""The outline of a file: its declarations, each with its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import DocumentSymbol, SymbolKind

from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.ranges import range_of
from critc.source import Span
from critc.syntax import tree

_LONGEST = 80
_NUMBERED = re.compile(r"(?:inclusion|exclusion)\s+\d+[a-z]?")
_KINDS = {
    "protocol": SymbolKind.Module,
    "library": SymbolKind.Module,
    "use": SymbolKind.Package,
    "moment": SymbolKind.Event,
    "part": SymbolKind.Class,
    "choices": SymbolKind.Enum,
    "fact": SymbolKind.Variable,
    "judgement": SymbolKind.Boolean,
    "records": SymbolKind.Array,
    "measurement": SymbolKind.Number,
    "define": SymbolKind.Function,
    "formula": SymbolKind.Function,
    "table": SymbolKind.Struct,
    "inclusion": SymbolKind.Method,
    "exclusion": SymbolKind.Method,
    "patient": SymbolKind.Object,
    "case": SymbolKind.Constant,
}


def outline(document: Document) -> list[DocumentSymbol]:
    """Every declaration in the order of the text; one that is not understood by its first line."""
    return [_symbol(document, block, start) for block, start in document.placed()]


def _symbol(document: Document, block: Block, start: int) -> DocumentSymbol:
    name, detail, at = _title(block)
    whole = range_of(document, Span(start, start + len(block.text)))
    return DocumentSymbol(
        name=name,
        detail=detail,
        kind=_KINDS.get(block.piece.word, SymbolKind.String),
        range=whole,
        selection_range=range_of(document, at.moved(start)),
        children=list(_children(document, block, start)) or None,
    )


def _title(block: Block) -> tuple[str, str, Span]:
    """What a declaration is called, what it is about, and where its name stands."""
    head = block.line_at(0)
    match block.declaration:
        case tree.Criterion(kind=kind, number=number, text=text):
            return f"{kind} {number}", _short(text), head
        case tree.Case(title=title, of=of):
            return f"case {title}" if title else "case", f"of {of.text}", head
        case tree.Use(names=names, path=path):
            return f"use {', '.join(name.text for name in names)}", f"from {path}", head
        case None:
            return _of_text(block)
        case node:
            return node.name.text, _about(node), node.name.span


def _about(node: tree.Declaration) -> str:
    return _short(getattr(node, "question", "") or getattr(node, "title", ""))


def _of_text(block: Block) -> tuple[str, str, Span]:
    """Of a declaration that is being written: as much as its first line says."""
    entry = next((each for each in block.entries if each.word == block.piece.word), None)
    if entry:
        return entry.name, "", entry.place.span
    numbered = _NUMBERED.match(block.head)
    name = numbered.group() if numbered else _short(block.head)
    return name, "", block.line_at(0)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _children(document: Document, block: Block, start: int) -> Iterator[DocumentSymbol]:
    match block.declaration:
        case tree.Records(fields=fields):
            for field in fields:
                about = _short(field.question)
                yield _child(document, start, field.name, field, about, SymbolKind.Field)
        case tree.Choices(options=options) | tree.Fact(options=options):
            for option in options:
                about = _short(option.label)
                yield _child(document, start, option.name, option, about, SymbolKind.EnumMember)
        case tree.Criterion() | tree.Define():
            for entry in block.entries:
                node = entry.node
                if isinstance(node, tree.Fact | tree.Judgement):
                    kind = _KINDS[type(node).__name__.lower()]
                    yield _child(document, start, node.name, node, _short(node.question), kind)
        case _:
            pass


def _child(
    document: Document, start: int, name: tree.Name, node: tree.Node, about: str, kind: SymbolKind
) -> DocumentSymbol:
    whole = node.span.to(name.span) if node.span.start <= name.span.start else name.span
    return DocumentSymbol(
        name=name.text,
        detail=about,
        kind=kind,
        range=range_of(document, whole.moved(start)),
        selection_range=range_of(document, name.span.moved(start)),
    )
