"""What there is to say of an open file: all of it when the writer pauses, a declaration at once.

A whole check of a long file takes longer than a writer waits between two keys. So what it found is
kept by declaration; what is written anew is checked against the names that the file had then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from critc.check import check_again, environment
from critc.check.context import Context
from critc.diagnostic import Diagnostic, Severity
from critc.lsp.blocks import Block, moved
from critc.lsp.declared import Entry, Place, entries
from critc.lsp.document import Document
from critc.lsp.shelf import Shelf
from critc.pipeline import check_source
from critc.source import Borrowed, Source, Span
from critc.syntax import tree
from critc.syntax.parse import parse_piece


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic whose places hold wherever its declaration comes to stand."""

    code: str
    severity: Severity
    place: Place
    message: str
    label: str = ""
    help: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    replacement: str | None = None


Findings = Mapping[Block, tuple[Finding, ...]]


@dataclass(frozen=True, eq=False)
class Analysis:
    """A version of a file, checked as a whole: what was found, and what it was checked against."""

    document: Document
    known: Context
    findings: Findings
    borrowed: tuple[Entry, ...]
    places: Mapping[str, Path]


def analyse(document: Document, name: str, shelf: Shelf) -> Analysis:
    """The whole check of a document; ``name`` is the path that its libraries stand beside."""
    for block in document.blocks.blocks:
        block.parsed  # noqa: B018 - here, and not while the writer waits
    checked = check_source(Source(name, document.text), shelf.find)
    linked = checked.linked
    known = environment(linked.file, linked.source)
    known.attempted  # noqa: B018 - likewise
    where = Places(document, linked.source)
    borrowed = [d for d in linked.file.declarations if linked.source.lender(d.span.start)]
    return Analysis(
        document,
        known,
        by_block(where.finding(each) for each in checked.diagnostics),
        tuple(_lent(borrowed, linked.source)),
        dict(shelf.places),
    )


def check_block(analysis: Analysis, block: Block, document: Document) -> tuple[Finding, ...]:
    """What there is to say of a declaration that was written after the analysis."""
    declaration, problems = block.parsed
    start = document.start_of(block)
    if declaration is None or start is None:
        return tuple(_own(block, each) for each in problems)
    old = analysis.known.source
    lent = Borrowed(Source(old.name, block.text), old.end, start, "")
    source = replace(old, borrowed=(*old.borrowed, lent))
    placed, _ = parse_piece(moved(block.piece, lent.start))
    if placed is None:
        return ()
    gone = tuple(_gone(analysis.document, document))
    where = Places(analysis.document, source, (block, lent))
    found = check_again(analysis.known, placed, source, gone)
    return tuple(where.finding(each) for each in found)


def _gone(before: Document, now: Document) -> Iterator[Span]:
    """The places in the earlier version of what is not in the later one as it was."""
    for block, start in before.placed():
        if block not in now:
            yield Span(start, start + len(block.text))


def _own(block: Block, found: Diagnostic) -> Finding:
    related = tuple((Place(block, each.span), each.message) for each in found.related)
    return _finding(found, Place(block, found.span), related)


def _finding(
    found: Diagnostic, place: Place, related: tuple[tuple[Place, str], ...], prefix: str = ""
) -> Finding:
    return Finding(
        found.code,
        found.severity,
        place,
        prefix + found.message,
        found.label,
        found.help,
        related,
        None if prefix else found.replacement,
    )


def by_block(found: Iterable[Finding]) -> Findings:
    """The findings by the declaration that they belong to."""
    by_block = dict[Block, list[Finding]]()
    for each in found:
        if isinstance(each.place.holder, Block):
            by_block.setdefault(each.place.holder, []).append(each)
    return {block: tuple(each) for block, each in by_block.items()}


def _lent(borrowed: Iterable[tree.Declaration], source: Source) -> Iterator[Entry]:
    """The names that libraries give, each with its place there."""
    for declaration in borrowed:
        lender = source.lender(declaration.span.start)
        assert lender is not None, "it is borrowed"
        for entry in entries(declaration, lender.source):
            span = entry.place.span.moved(-lender.start)
            yield replace(entry, place=Place(lender.source, span))


class Places:
    """From the offsets of a linked source to places that keep. ``fresh`` stands behind the others."""

    def __init__(
        self, document: Document, source: Source, fresh: tuple[Block, Borrowed] | None = None
    ) -> None:
        self.document = document
        self.source = source
        self.fresh = fresh

    def finding(self, found: Diagnostic) -> Finding:
        """The diagnostic by its places. What is wrong in a library is told where it is used."""
        related = tuple((self.place(each.span), each.message) for each in found.related)
        place = self.place(found.span)
        if isinstance(place.holder, Block):
            return _finding(found, place, related)
        lender = self.source.lender(found.span.start)
        assert lender is not None, "it lies in another file"
        line, _ = place.holder.position(place.span.start)
        used = self.place(Span(lender.used_at, lender.used_at))
        assert isinstance(used.holder, Block), "it is used in this file"
        at = Place(used.holder, used.holder.line_at(used.span.start))
        prefix = f"In {lender.path}, line {line}: "
        return _finding(found, at, ((place, found.label or "here"), *related), prefix)

    def place(self, span: Span) -> Place:
        """The block or the library that a span lies in, and the span there."""
        lender = self.source.lender(span.start)
        if lender is not None:
            inner = span.moved(-lender.start)
            if self.fresh and lender is self.fresh[1]:
                return Place(self.fresh[0], inner)
            return Place(lender.source, inner)
        blocks = self.document.blocks
        index = max(0, bisect_right(blocks.starts, span.start) - 1)
        return Place(blocks.blocks[index], span.moved(-blocks.starts[index]))
