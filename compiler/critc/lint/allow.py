"""What a writer allows, at its place and with the reason: ``# allow W0607: a prognosis, no measurement``.

A comment of this form counts for the line that it stands behind, or for the next line that says
something. The protocol's own words have no room for a comment: what is found in them can also be allowed
at the criterion's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from critc.diagnostic import Diagnostic, in_order
from critc.format.rows import Row, sections
from critc.source import Source, Span

_ALLOW = re.compile(
    r"#\s*allow\s+(?P<codes>[EW]\d{4}(?:\s*,\s*[EW]\d{4})*)\s*(?P<reason>:.*)?$", re.IGNORECASE
)
_CODE = re.compile(r"[EW]\d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allow:
    """A comment that allows codes in some lines, counted from 1; ``codes`` with their places."""

    span: Span
    codes: tuple[tuple[str, Span], ...]
    reason: str
    lines: frozenset[int]


def allowed(found: tuple[Diagnostic, ...], source: Source) -> tuple[Diagnostic, ...]:
    """What is not allowed; and the allows without a reason, and those of what is not there."""
    if "allow" not in source.text:
        return found
    allows = list(_allows(source))
    left = [each for each in found if not any(_covers(allow, each, source) for allow in allows)]
    return in_order((*left, *_faults(allows, found, source)))


def _covers(allow: Allow, found: Diagnostic, source: Source) -> bool:
    line, _ = source.position(found.span.start)
    return line in allow.lines and any(code == found.code for code, _ in allow.codes)


def _faults(
    allows: list[Allow], found: tuple[Diagnostic, ...], source: Source
) -> Iterator[Diagnostic]:
    for allow in allows:
        if not allow.reason:
            yield Diagnostic(
                "W0612",
                allow.span,
                "This allows a finding and does not say why.",
                label="the reason is missing",
                help=f"Write it behind a colon: `# allow {allow.codes[0][0]}: a prognosis, no "
                "measurement`. Who reads the file next has to know it.",
            )
        here = {each.code for each in found if _covers(allow, each, source)}
        for code, span in allow.codes:
            if code not in here:
                yield Diagnostic(
                    "W0613",
                    span,
                    f"There is no {code} here that could be allowed.",
                    label="allows nothing",
                    help="Leave it out; or move it to the end of the line that the finding is in, or "
                    "onto a line of its own above that one.",
                )


# ---- where they stand -------------------------------------------------------------------------


def _allows(source: Source) -> Iterator[Allow]:
    """The comments that allow something, in the order of the file."""
    rows = [row for section in sections(source.text) for row in (*section.above, *section.rows)]
    starts = _line_starts(source.text)
    for index, row in enumerate(rows):
        match = _ALLOW.match(row.comment)
        if match:
            start = source.text.index(row.comment, starts[index] + _code_end(row))
            codes = tuple(
                (each.group().upper(), Span(*each.span()).moved(start))
                for each in _CODE.finditer(row.comment, 0, match.end("codes"))
            )
            reason = (match.group("reason") or "").removeprefix(":").strip()
            span = Span(start, start + len(row.comment))
            yield Allow(span, codes, reason, frozenset(_lines(rows, index)))


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _code_end(row: Row) -> int:
    return row.column + len(row.code.text) if row.code else row.column


def _lines(rows: list[Row], index: int) -> Iterator[int]:
    """The lines that a comment is for; that of a criterion's number has its words with it."""
    first = next((i for i in range(index, len(rows)) if rows[i].code), None)
    if first is None:
        return
    yield first + 1
    code = rows[first].code
    heads = code is not None and not code.column
    for i in range(first + 1, len(rows)):
        code = rows[i].code
        if code and not (heads and code.verbatim):
            return
        yield i + 1
