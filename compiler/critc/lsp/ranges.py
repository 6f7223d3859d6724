"""Places as the editor names them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import Location, Position, Range

from critc.lsp.blocks import Block
from critc.lsp.declared import Place
from critc.lsp.document import Document
from critc.lsp.positions import Encoding, Lines
from critc.source import Span


def position(lines: Lines, offset: int, encoding: Encoding) -> Position:
    """An offset as the editor's line and column."""
    line, column = lines.position(offset, encoding)
    return Position(line, column)


def range_of(document: Document, span: Span) -> Range:
    """A span of the document's text."""
    return Range(
        position(document.lines, span.start, document.encoding),
        position(document.lines, span.end, document.encoding),
    )


def location(document: Document, place: Place, places: Mapping[str, Path]) -> Location | None:
    """Where a place is: here, or in the file of a library; None if it is gone."""
    if isinstance(place.holder, Block):
        start = document.start_of(place.holder)
        if start is None:
            return None
        return Location(document.uri, range_of(document, place.span.moved(start)))
    path = places.get(place.holder.name)
    if path is None:
        return None
    lines, encoding = Lines(place.holder.text), document.encoding
    start_, end = place.span.start, place.span.end
    found = Range(position(lines, start_, encoding), position(lines, end, encoding))
    return Location(path.as_uri(), found)
