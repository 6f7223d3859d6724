"""What can be folded: declarations, the protocol's own words, and blocks of comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from lsprotocol.types import FoldingRange, FoldingRangeKind

from critc.lsp.document import Document


def folding(document: Document) -> list[FoldingRange]:
    """The stretches of several lines, in the order of the text."""
    lines = document.lines
    found = list(_comments(document))
    for block, start in document.placed():
        first, last = lines.line(start), lines.line(start + len(block.text))
        if last > first:
            found.append(FoldingRange(first, last))
        verbatim = [line.start for line in block.piece.lines if line.verbatim]
        if len(verbatim) > 1:
            ends = lines.line(start + verbatim[0]), lines.line(start + verbatim[-1])
            found.append(FoldingRange(*ends, kind=FoldingRangeKind.Region))
    return sorted(found, key=lambda each: (each.start_line, -each.end_line))


def _comments(document: Document) -> Iterator[FoldingRange]:
    """Runs of lines that are comments alone."""
    starts = [*document.lines.starts, len(document.text) + 1]
    text = document.text
    commented = (
        (text[start:end].lstrip().startswith("#"), line)
        for line, (start, end) in enumerate(pairwise(starts))
    )
    for is_comment, run in groupby(commented, key=lambda each: each[0]):
        lines = [line for _, line in run]
        if is_comment and len(lines) > 1:
            yield FoldingRange(lines[0], lines[-1], kind=FoldingRangeKind.Comment)
