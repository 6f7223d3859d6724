"""Mistakes, and what is said of them: one file a mistake, in a folder with the name of its code.

The first lines of a file say what is expected, in order: ``# error E0112 on "the text underlined"``
(of a text over several lines the first; what cannot be seen as ``\\t`` or ``\\u200b``). Beside it
stands the message as a reader gets it; ``--update-golden`` writes that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from critc.diagnostic import Diagnostic
from critc.pipeline import compile_source, diagnose
from critc.render.text import render
from critc.source import Source
from critc.syntax.messages import CODES

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(FOLDER.rglob("*.crit"))
_EXPECTED = re.compile(r'# (error|warning) ([EW]\d{4}) on "(.*)"')
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})|\\t")

Said = tuple[str, str, str]
"""Severity, code, and the text underlined."""


def source_of(path: Path) -> Source:
    return Source(path.name, path.read_bytes().decode("utf-8"))


def expected(source: Source) -> list[Said]:
    found: list[Said] = []
    for line in source.text.splitlines():
        match = _EXPECTED.fullmatch(line)
        if not match:
            return found
        found.append((match[1], match[2], _ESCAPED.sub(_character, match[3])))
    return found


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else "\t"


def said(diagnostic: Diagnostic, source: Source) -> Said:
    underlined = source.text[diagnostic.span.start : diagnostic.span.end]
    return diagnostic.severity.value, diagnostic.code, underlined.partition("\n")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_mistake_is_told(path: Path, golden: Callable[[Path, str], None]) -> None:
    source = source_of(path)
    compilation = compile_source(source)
    diagnostics = compilation.diagnostics
    assert expected(source), "the first line says what is expected"
    assert [said(diagnostic, source) for diagnostic in diagnostics] == expected(source)
    assert path.parent.name in {code for _, code, _ in expected(source)}
    golden(path.with_suffix(".txt"), render(diagnostics, compilation.source))


def test_every_code_of_the_syntax_has_a_file() -> None:
    assert set(CODES) - {path.parent.name for path in FILES} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_offered_mends_the_mistake(path: Path) -> None:
    """Put in place of what is underlined, the replacement leaves none of the same mistake there."""
    source = source_of(path)
    for diagnostic in diagnose(source):
        if diagnostic.replacement is None:
            continue
        start, end = diagnostic.span.start, diagnostic.span.end
        mended = source.text[:start] + diagnostic.replacement + source.text[end:]
        left = diagnose(Source(source.name, mended))
        same = [d for d in left if d.code == diagnostic.code and d.span.start == start]
        assert same == []
