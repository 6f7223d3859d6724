"""Diagnostics as SARIF 2.1.0, the form that code hosts and editors show beside the lines.

The standard: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0,
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. The sections named below are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from textwrap import shorten
from urllib.parse import quote

from critc.diagnostic import Diagnostic, severity_of
from critc.messages import page, titles
from critc.source import Source, Span
from critc.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

Object = dict[str, object]


def as_log(found: Iterable[tuple[Sequence[Diagnostic], Source]]) -> Object:
    """One run with the diagnostics of all files, each with the source that it is of."""
    all_found = [(each, source) for diagnostics, source in found for each in diagnostics]
    codes = sorted({each.code for each, _ in all_found})
    known = titles()
    driver: Object = {
        "name": "critc",
        "version": __version__,
        "rules": [_rule(code, code in known) for code in codes],
    }
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, source, codes.index(each.code)) for each, source in all_found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, is_told: bool) -> Object:
    """A code, and what its page says of it (§3.49)."""
    rule: Object = {"id": code, "defaultConfiguration": {"level": severity_of(code).value}}
    if is_told:
        told = page(code)
        words = "\n\n".join(told.paragraphs)
        rule["shortDescription"] = {"text": told.title}
        rule["help"] = {"text": words, "markdown": words}
    return rule


def _result(found: Diagnostic, source: Source, rule: int) -> Object:
    """One diagnostic (§3.27). What to do stands in the message: many viewers show nothing else."""
    result: Object = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity.value,
        "message": {"text": " ".join(part for part in (found.message, found.help) if part)},
        "locations": [_location(found.span, found.label, source)],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.span, other.message, source)}
            for number, other in enumerate(found.related, start=1)
        ]
    if found.replacement is not None:
        result["fixes"] = [_fix(found, found.replacement, source)]
    return result


def _location(span: Span, words: str, source: Source) -> Object:
    """A place and what is to be seen there (§3.28)."""
    holder, place = source.holding(span)
    location: Object = {
        "physicalLocation": {"artifactLocation": _file(holder), "region": _region(holder, place)}
    }
    return location | ({"message": {"text": words}} if words else {})


def _file(source: Source) -> Object:
    """A file by its URI: relative as it was named, so that it is found in the repository (§3.4)."""
    path = PurePath(source.name)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _region(source: Source, place: Span) -> Object:
    """Lines and columns from 1; the end column is the first behind the text (§3.30)."""
    line, column = source.position(place.start)
    end_line, end_column = source.position(place.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }


def _fix(found: Diagnostic, replacement: str, source: Source) -> Object:
    """The edit that mends it (§3.55)."""
    holder, place = source.holding(found.span)
    edit: Object = {
        "deletedRegion": _region(holder, place),
        "insertedContent": {"text": replacement},
    }
    change: Object = {"artifactLocation": _file(holder), "replacements": [edit]}
    words = shorten(replacement, 60, placeholder=" …")
    what = f"Write `{words}`." if words else "Leave it out."
    return {"description": {"text": what}, "artifactChanges": [change]}
