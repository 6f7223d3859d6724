"""Diagnostics as data, for programs."""

from __future__ import annotations

from collections.abc import Iterable

from critc.diagnostic import Diagnostic
from critc.source import Source, Span


def as_data(diagnostics: Iterable[Diagnostic], source: Source) -> list[dict[str, object]]:
    """One object for each diagnostic. Lines and columns count from 1, columns in characters."""
    return [
        {
            "file": source.name,
            "code": found.code,
            "severity": found.severity.value,
            **_place(found.span, source),
            "message": found.message,
            "label": found.label,
            "help": found.help,
            "replacement": found.replacement,
            "related": [
                {**_place(other.span, source), "message": other.message} for other in found.related
            ],
        }
        for found in diagnostics
    ]


def _place(span: Span, source: Source) -> dict[str, object]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
