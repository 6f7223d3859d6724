"""The file in the one style; a file with mistakes stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from lsprotocol.types import TextEdit

from critc.format import UnfaithfulError, formatted
from critc.lsp.document import Document
from critc.lsp.ranges import range_of
from critc.source import Source, Span


def formatting(document: Document) -> list[TextEdit]:
    """The edit that brings the style: one, over what changes, so that the cursor keeps its place."""
    before = document.text
    try:
        after = formatted(Source(document.uri, before))
    except UnfaithfulError:
        return []
    if not isinstance(after, str) or after == before:
        return []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    above = _alike(zip(old, new, strict=False))
    below = _alike(zip(reversed(old[above:]), reversed(new[above:]), strict=False))
    start, end = len("".join(old[:above])), len("".join(old[: len(old) - below]))
    return [TextEdit(range_of(document, Span(start, end)), "".join(new[above : len(new) - below]))]


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are alike, up to the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
