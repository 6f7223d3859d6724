"""A file in the one style."""

from __future__ import annotations

from collections.abc import Iterable

from critc.diagnostic import Diagnostic
from critc.format.around import with_comments
from critc.format.places import places
from critc.format.proof import prove
from critc.format.rows import Section, sections
from critc.format.verbatim import wrapped
from critc.source import Source
from critc.syntax.parse import parse, parse_piece
from critc.syntax.printer import declaration


def formatted(source: Source) -> str | tuple[Diagnostic, ...]:
    """The text of a file in the one style, or what keeps the file from being understood.

    Lines end as the first one does. Raises UnfaithfulError where the result would not say the same.
    """
    file, problems = parse(source)
    if problems:
        return problems
    before = source.text.removeprefix("\ufeff")
    after = "".join(f"{line}\n" for line in _lines(sections(wrapped(before))))
    if after != before:
        prove(file, before, after)
    return after.replace("\n", "\r\n") if before.partition("\n")[0].endswith("\r") else after


def _lines(found: Iterable[Section]) -> list[str]:
    """All lines: blank ones one at a time, and one at each end of a declaration of several lines."""
    lines, several = list[str](), False
    for section in found:
        printed = _printed(section)
        gap = [row.comment for row in section.above]
        if "" not in gap and (several or len(printed) > 1):
            gap.insert(0, "")
        for comment in gap:
            if comment or (lines and lines[-1]):
                lines.append(comment)
        lines += printed
        several = len(printed) > 1
    return lines if not lines or lines[-1] else lines[:-1]


def _printed(section: Section) -> list[str]:
    """A declaration with its comments; none at the end of a file."""
    if section.piece is None:
        return []
    node, _ = parse_piece(section.piece)
    assert node is not None, "the whole file has been parsed"
    printed = [line.rstrip() for line in declaration(node)]
    if all(row.code and not row.comment for row in section.rows):
        return printed
    return with_comments(section.rows, printed, places(section.piece, node, printed))
