"""The cases of this repository's protocols and libraries see each clause both true and false."""

from __future__ import annotations

from pathlib import Path

import pytest

from critc.casecoverage import case_coverage
from critc.pipeline import compile_source, read_source

CRITERIA = Path(__file__).parents[2] / "criteria"
FILES = [*sorted(CRITERIA.glob("*.crit")), *sorted(CRITERIA.glob("library/*.crit"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_clause_lacks_a_case(path: Path) -> None:
    compilation = compile_source(read_source(path))
    assert compilation.program is not None
    found = case_coverage(compilation.program, compilation.source, compilation.cases)
    lacking = [f"{rule.name}, line {c.line}: {c.words}" for rule in found.rules for c in rule.open]
    assert lacking == []
    assert found.totals.percent == 100
    assert found.totals.constant == 0
