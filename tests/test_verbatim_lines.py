"""Verbatim text: wrapped lines are joined, bullets keep a line of their own."""

from __future__ import annotations

import pytest

from critc.ir.verbatim import joined


@pytest.mark.parametrize(
    ("wrapped", "read"),
    [
        ("ECOG 0 or 1.", "ECOG 0 or 1."),
        ("Adequate\nfunction,", "Adequate function,"),
        (
            "All of:\n- ANC ≥ 1,500\n- platelets\n  ≥ 75,000",
            "All of:\n- ANC ≥ 1,500\n- platelets ≥ 75,000",
        ),
        ("Any:\n1. one\n2. two", "Any:\n1. one\n2. two"),
        ("Any:\n- one\n    - nested\n      words", "Any:\n- one\n    - nested words"),
        ("First.\n\nSecond.", "First.\nSecond."),
        ("Limits.\nNote: central laboratory\nonly", "Limits.\nNote: central laboratory only"),
        ("≥10\nmm) and not\n15 mm", "≥10 mm) and not 15 mm"),
        ("", ""),
    ],
)
def test_lines(wrapped: str, read: str) -> None:
    assert joined(wrapped) == read
    assert wrapped.split() == read.split()
