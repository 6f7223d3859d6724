"""The mends that diagnostics propose, as actions of the editor."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol.types import CodeAction, CodeActionKind, Diagnostic, TextEdit, WorkspaceEdit

from critc.lsp.analysis import Finding
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.ranges import range_of
from critc.source import Span


def actions(
    document: Document, findings: Iterable[Finding], start: int, end: int, asked: list[Diagnostic]
) -> list[CodeAction]:
    """The actions for what is wrong in a stretch of the text. ``asked`` are the editor's diagnostics."""
    found = []
    for finding in findings:
        span = _span(document, finding)
        if span is None or finding.replacement is None or span.start > end or span.end < start:
            continue
        edit = TextEdit(range_of(document, span), finding.replacement)
        mended = [each for each in asked if _same(each, finding, edit)]
        found.append(
            CodeAction(
                _title(document.text[span.start : span.end], finding.replacement),
                kind=CodeActionKind.QuickFix,
                diagnostics=mended or None,
                is_preferred=True,
                edit=WorkspaceEdit(changes={document.uri: [edit]}),
            )
        )
    return found


def _span(document: Document, finding: Finding) -> Span | None:
    if not isinstance(finding.place.holder, Block):
        return None
    start = document.start_of(finding.place.holder)
    return None if start is None else finding.place.span.moved(start)


def _title(before: str, after: str) -> str:
    if not after.strip():
        return f"Leave out `{before.strip()}`"
    return f"Write `{after.strip()}`" if "\n" not in after.strip() else "Write it so"


def _same(shown: Diagnostic, finding: Finding, edit: TextEdit) -> bool:
    return shown.code == finding.code and shown.range == edit.range
