"""The protocols and libraries of this repository: findings are mended, or allowed with a reason."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from critc.lint import lint
from critc.pipeline import compile_source, read_source

ROOT = Path(__file__).parents[2] / "criteria"
FILES = [*sorted(ROOT.glob("*.crit")), *sorted(ROOT.glob("library/*.crit"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_left_to_say(path: Path) -> None:
    compilation = compile_source(read_source(path))
    assert compilation.program is not None
    started = time.process_time()
    found = lint(compilation)
    spent = time.process_time() - started
    assert [(each.code, each.message) for each in found] == []
    assert spent < 2, "an editor asks for it at each pause in typing"  # twice what a slow one needs


def test_the_folder_is_not_empty() -> None:
    assert len(FILES) > 10
