"""What compiles and is probably wrong: one file a finding, in a folder with the name of its code.

The first lines say what is found, in order: ``# warning W0601 on "the text underlined"`` (of a text over
several lines the first). Beside it stands the message as a reader gets it; ``--update-golden`` writes
that. A file that is called ``fine…`` is much like those, and nothing is found in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from critc.diagnostic import Diagnostic
from critc.lint import CODES, lint
from critc.pipeline import Compilation, compile_source
from critc.render.text import render
from critc.source import Source

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("W*/*.crit"))
FOUND = [path for path in FILES if not path.stem.startswith("fine")]
FINE = [path for path in FILES if path.stem.startswith("fine")]
_EXPECTED = re.compile(r'# warning (W\d{4}) on "(.*)"')

Said = tuple[str, str]
"""Code, and the text underlined."""


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def compiled(path: Path) -> Compilation:
    """A file that has nothing wrong but what the lints see."""
    compilation = compile_source(Source(path.name, path.read_text(encoding="utf-8")))
    assert compilation.diagnostics == ()
    return compilation


def expected(source: Source) -> list[Said]:
    matches = (_EXPECTED.fullmatch(line) for line in source.text.splitlines())
    return [(match[1], match[2]) for match in matches if match]


def said(diagnostic: Diagnostic, source: Source) -> Said:
    return diagnostic.code, source.words(diagnostic.span).partition("\n")[0]


@pytest.mark.parametrize("path", FOUND, ids=named)
def test_a_finding_is_told(path: Path, golden: Callable[[Path, str], None]) -> None:
    compilation = compiled(path)
    source = compilation.source
    found = lint(compilation)
    assert expected(source), "the first line says what is expected"
    assert [said(each, source) for each in found] == expected(source)
    assert path.parent.name in {each.code for each in found}
    golden(path.with_suffix(".txt"), render(found, source))


@pytest.mark.parametrize("path", FINE, ids=named)
def test_what_only_looks_like_it_is_not_told(path: Path) -> None:
    found = lint(compiled(path))
    assert [(each.code, each.message) for each in found] == []


def test_every_code_has_a_finding_and_a_near_miss() -> None:
    assert {path.parent.name for path in FOUND} == set(CODES)
    assert {path.parent.name for path in FINE} == set(CODES) - {"W0612"}


@pytest.mark.parametrize("path", FOUND, ids=named)
def test_what_is_offered_mends_the_finding(path: Path) -> None:
    compilation = compiled(path)
    text = compilation.source.text
    for each in lint(compilation):
        if each.replacement is None:
            continue
        mended = text[: each.span.start] + each.replacement + text[each.span.end :]
        left = lint(compile_source(Source(path.name, mended)))
        assert (each.code, each.span.start) not in {(d.code, d.span.start) for d in left}


@pytest.mark.parametrize("path", FOUND, ids=named)
def test_messages_are_for_clinicians(path: Path) -> None:
    """A label, a help, no words of compilers, no blame."""
    for each in lint(compiled(path)):
        words = f"{each.message} {each.label} {each.help}"
        assert each.label, each
        assert each.help, each
        assert not re.search(r"(?i)\b(?:invalid|token|syntax|expression|boolean|you)\b", words), (
            words
        )


def test_a_file_with_errors_has_first_to_be_mended() -> None:
    source = Source("x.crit", 'protocol P "P"\n\ninclusion 1\n  > Adequate.\n  nothing_declared\n')
    compilation = compile_source(source)
    assert compilation.program is None
    assert lint(compilation) == ()
