"""Every worked example of the language's meaning, in every backend."""

from __future__ import annotations

import pytest
from conformance_backends import BACKENDS
from conformance_check import disagreements
from conformance_rows import Example, examples

ROWS = list(examples())


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row(row: Example, backend: str) -> None:
    assert disagreements(row, backend) == []


def test_a_wrong_expectation_is_found() -> None:
    row = next(row for row in ROWS if row.id == "kleene-and-01")
    wrong = Example(row.file, row.id, row.types, row.facts, row.question, {"outcome": "false"})
    for backend in BACKENDS:
        [line] = disagreements(wrong, backend)
        assert line.startswith("outcome: expected {'I1': 'violated'}")
