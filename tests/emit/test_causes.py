"""Why something is not known: the validator names the causes that the core names."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from critc.emit.python import load
from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.evaluate import screen
from critc.ir.record import read

FIVE = n.Const(Fraction(5))
ROOT_OF_DAYS = n.Root(2, n.DaysBetween(n.DateOf(n.Fact("since")), n.DateConst(date(2020, 1, 1))))
CONDITIONS: dict[str, n.Condition] = {
    "compared": n.Compare("<", ROOT_OF_DAYS, FIVE),
    "ranged": n.Range(ROOT_OF_DAYS, n.Const(Fraction(1)), FIVE),
    "looked up": n.Table(
        "t", (ROOT_OF_DAYS,), (n.Row((n.CellRange(None, Fraction(5)),), n.Truth(True)),), None
    ),
}


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
@pytest.mark.parametrize(
    ("since", "causes"),
    [
        # No day of the month has a root: the day is what may still be found out.
        ("2025-02", {"date too vague"}),
        ("2025-02-03", {"cannot be computed"}),
        (None, {"missing"}),
    ],
)
def test_the_root_of_a_negative_number_of_days(
    condition: n.Condition, since: str | None, causes: set[str]
) -> None:
    criterion = n.Criterion("I1", "inclusion", "1", "", condition, 1, 1)
    facts = (d.Declared("since", d.Date(), "since", 1),)
    program = n.Program("T", "", "", "", "t.crit", "0" * 64, facts, (), (criterion,))
    assert screen(program, read(program, {"since": since})).results["I1"].causes == causes
    module = load(program)
    [result] = module.screen(module.Patient.from_dict({"since": since})).criteria
    assert {cause for because in result.because for cause in because.causes} == causes
