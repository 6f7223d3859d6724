"""Quotients in a straight line: a division by nothing has no value, however deep it stands."""

from __future__ import annotations

from fractions import Fraction

import pytest

from critc.emit.python import load
from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.evaluate import screen
from critc.ir.record import read

X, Y, Z = (n.Value(n.Fact(name)) for name in "xyz")
FACTS = tuple(d.Declared(name, d.Number(), name, 1) for name in "xyz")


def protocol(term: n.NumberTerm) -> n.Program:
    condition = n.Compare("<=", term, n.Const(Fraction(5)))
    criterion = n.Criterion("I1", "inclusion", "1", "", condition, 1, 1)
    return n.Program("T", "", "", "", "t.crit", "0" * 64, FACTS, (), (criterion,))


@pytest.mark.parametrize(
    ("term", "values", "outcome"),
    [
        (n.Arith("/", X, Y), "1 2 1", True),
        (n.Arith("/", X, Y), "11 2 1", False),
        (n.Arith("/", X, Y), "1 0 1", None),
        (n.Arith("/", X, n.Arith("/", Y, Z)), "1 2 3", True),
        (n.Arith("/", X, n.Arith("/", Y, Z)), "1 2 -3", True),
        (n.Arith("/", X, n.Arith("/", Y, Z)), "4 2 3", False),
        (n.Arith("/", X, n.Arith("/", Y, Z)), "1 2 0", None),
        (n.Arith("/", X, n.Arith("/", Y, Z)), "1 0 2", None),
        (n.Arith("*", n.Arith("/", X, Y), n.Const(Fraction(0))), "1 0 1", None),
    ],
)
def test_a_quotient_is_compared_as_in_the_core(
    term: n.NumberTerm, values: str, outcome: bool | None
) -> None:
    program = protocol(term)
    data = dict(zip("xyz", values.split(), strict=True))
    module = load(program)
    assert screen(program, read(program, data)).results["I1"].outcome is outcome
    assert module.outcomes(module.Patient.from_dict(data)) == {"I1": outcome}
