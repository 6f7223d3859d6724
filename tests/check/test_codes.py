"""The table of codes, the codes that the checks report, and the files that show them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from critc.check.codes import CODES
from critc.pipeline import diagnose
from critc.source import Source

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "bad"
FILES = sorted(path for path in BAD.rglob("*.crit") if path.parent.name in CODES)


def reported() -> set[str]:
    """The codes that stand in the code of the checks."""
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "compiler/critc/check").glob("*.py")]
    return {
        code
        for text in texts
        if "CODES = {" not in text
        for code in re.findall(r'"([EW]0[2-5]\d\d)"', text)
    }


def test_the_table_has_each_code_that_is_reported_and_no_other() -> None:
    assert set(CODES) == reported()


def test_each_code_has_a_file_that_shows_it() -> None:
    assert set(CODES) - {path.parent.name for path in FILES} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_message_speaks_of_the_medicine(path: Path) -> None:
    """A sentence, a label, and no word of the compiler's own."""
    source = Source(path.name, path.read_text(encoding="utf-8"))
    diagnostics = diagnose(source)
    assert diagnostics
    for diagnostic in diagnostics:
        assert diagnostic.label, diagnostic
        assert diagnostic.message[-1] in ".?", diagnostic
        words = f"{diagnostic.message} {diagnostic.label} {diagnostic.help}"
        assert not re.search(
            r"\b(?i:token|identifier|expression|boolean|literal|null|invalid|undefined symbol)\b",
            words,
        ), words
