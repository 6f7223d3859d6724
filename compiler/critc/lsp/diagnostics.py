"""What is wrong and what is doubtful, as the editor shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
)

from critc.diagnostic import Severity
from critc.lsp.analysis import Finding
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.ranges import location, range_of

_UNUSED = "W0505"
_SEVERITY = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
}


def shown(
    document: Document, findings: Iterable[Finding], places: Mapping[str, Path]
) -> list[Diagnostic]:
    """The findings that still have their place in this version, as the editor takes them."""
    made = (_one(document, each, places) for each in findings)
    return [each for each in made if each is not None]


def _one(document: Document, found: Finding, places: Mapping[str, Path]) -> Diagnostic | None:
    if not isinstance(found.place.holder, Block):
        return None
    start = document.start_of(found.place.holder)
    if start is None:
        return None
    related = [
        DiagnosticRelatedInformation(place, message)
        for each, message in found.related
        if (place := location(document, each, places))
    ]
    return Diagnostic(
        range=range_of(document, found.place.span.moved(start)),
        message="\n".join(part for part in (found.message, found.help) if part),
        severity=_SEVERITY[found.severity],
        code=found.code,
        source="critc",
        related_information=related or None,
        tags=[DiagnosticTag.Unnecessary] if found.code == _UNUSED else None,
    )
