"""Diagnostics as data, for programs."""

from __future__ import annotations

from collections.abc import Iterable

from critc.diagnostic import Diagnostic
from critc.source import Source, Span


def as_data(diagnostics: Iterable[Diagnostic], source: Source) -> list[dict[str, object]]:
    """One object for each diagnostic. Lines and columns count from 1, columns in characters."""
    return [
        {
            "file": source.holding(found.span)[0].name,
            "code": found.code,
            "severity": found.severity.value,
            **_place(found.span, source),
            "message": found.message,
            "label": found.label,
            "help": found.help,
            "replacement": found.replacement,
            "related": [
                {
                    "file": source.holding(other.span)[0].name,
                    **_place(other.span, source),
                    "message": other.message,
                }
                for other in found.related
            ],
        }
        for found in diagnostics
    ]


def _place(span: Span, source: Source) -> dict[str, object]:
    holder, place = source.holding(span)
    line, column = holder.position(place.start)
    end_line, end_column = holder.position(place.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
