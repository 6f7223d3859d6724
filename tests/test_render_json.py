"""Diagnostics as JSON: everything that the terminal shows, by file, line and column."""

from __future__ import annotations

from typing import Any

from critc.diagnostic import Diagnostic, Related
from critc.render.json import as_data
from critc.source import Borrowed, Source, Span

SOURCE = Source("a.crit", "one\n  b𝒳 two\nthree\n")


def test_a_diagnostic_is_told_whole() -> None:
    found = Diagnostic(
        "E0303",
        Span(6, 8),
        "What?",
        label="no unit",
        help="Write the unit.",
        related=(Related(Span(0, 3), "here"), Related(Span(9, 18), "and here")),
        replacement="b mg",
    )
    assert as_data([found], SOURCE) == [
        {
            "file": "a.crit",
            "code": "E0303",
            "severity": "error",
            "line": 2,
            "column": 3,
            "end_line": 2,
            "end_column": 5,
            "message": "What?",
            "label": "no unit",
            "help": "Write the unit.",
            "replacement": "b mg",
            "related": [
                {
                    "file": "a.crit",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 4,
                    "message": "here",
                },
                {
                    "file": "a.crit",
                    "line": 2,
                    "column": 6,
                    "end_line": 3,
                    "end_column": 6,
                    "message": "and here",
                },
            ],
        }
    ]


def test_what_is_not_said_is_there_and_empty() -> None:
    [data] = as_data([Diagnostic("W0505", Span(0, 3), "It is odd.")], SOURCE)
    assert (data["severity"], data["label"], data["help"]) == ("warning", "", "")
    assert (data["related"], data["replacement"]) == ([], None)


def test_a_place_in_a_library_is_named_with_its_file() -> None:
    library = Source("library/house.crit", "fact a\nfact b\n")
    start = SOURCE.end
    linked = Source(SOURCE.name, SOURCE.text, (Borrowed(library, start, 0, "library/house"),))
    related = (Related(Span(start + 12, start + 13), "declared here"),)
    data: Any
    [data] = as_data([Diagnostic("E0202", Span(0, 3), "Twice.", related=related)], linked)
    [other] = data["related"]
    assert (data["file"], other["file"]) == ("a.crit", "library/house.crit")
    assert (other["line"], other["column"]) == (2, 6)
