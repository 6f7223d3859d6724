"""The protocols that documents are made from: the sample, and those of the house."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from emit.sample import PROGRAM

from critc.ir.nodes import Program
from critc.pipeline import compile_source, read_source

CRITERIA = Path(__file__).parents[2] / "criteria"


@cache
def compiled(path: Path) -> Program:
    compilation = compile_source(read_source(path))
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


@pytest.fixture(params=["sample", *sorted(path.name for path in CRITERIA.glob("*.crit"))])
def program(request: pytest.FixtureRequest) -> Program:
    """Each protocol in turn, compiled."""
    return PROGRAM if request.param == "sample" else compiled(CRITERIA / request.param)
