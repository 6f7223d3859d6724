"""An age from a day still to come to a day still to come: any age, here as in the core."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from critc.emit.python import load
from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.evaluate import screen
from critc.ir.record import read

LAST_DAY = n.EndOf(n.Fact("infection"), "end")
POSITIVE = n.Compare(">=", n.Value(n.Fact("x")), n.Const(Fraction(0)))


def rows(*cells: n.CellRange) -> tuple[n.Row, ...]:
    return tuple(n.Row((cell,), POSITIVE) for cell in cells)


PROGRAM = n.Program(
    "T",
    "",
    "",
    "",
    "t.crit",
    "0" * 64,
    (d.Declared("infection", d.Period(), "Infection", 1), d.Declared("x", d.Number(), "X", 2)),
    (),
    (
        n.Criterion(
            "I1",
            "inclusion",
            "1",
            "",
            n.Table(
                "limits",
                (n.Age("months", LAST_DAY, LAST_DAY),),
                rows(n.CellRange(None, Fraction(3)), n.CellRange(Fraction(3), None, False)),
            ),
            1,
            1,
        ),
    ),
)


@pytest.mark.parametrize("end", ["ongoing", "2025-03", "2025-03-02", None])
def test_what_is_settled_for_any_day_is_settled_for_none_so_far(end: str | None) -> None:
    infection: dict[str, Any] = {"end": end} if end else {}
    data = {"infection": infection, "x": "1"}
    module = load(PROGRAM)
    assert screen(PROGRAM, read(PROGRAM, data)).results["I1"].outcome is True
    assert module.outcomes(module.Patient.from_dict(data)) == {"I1": True}
    patient = module.Patient.from_dict(data)
    assert module.screen(patient).to_dict()["criteria"][0]["outcome"] == "satisfied"
