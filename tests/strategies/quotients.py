"""Quotients of quotients, of patients whose numbers are often 0: what has no value, and what has."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n

NAMES = "wxyz"
NUMBERS = ["0", "0", "1", "-1", "2", "0.5"]
RANGES = [(None, None), (Fraction(0), None), (Fraction(1, 10), Fraction(2)), (None, Fraction(0))]


@st.composite
def quotients(draw: st.DrawFn) -> tuple[n.Program, dict[str, Any]]:
    """A program of one criterion that divides, and a patient."""
    facts = tuple(draw(declared(name)) for name in NAMES)
    limit = n.Const(Fraction(draw(st.sampled_from(NUMBERS))))
    term, others = draw(divided(3)), draw(divided(1))
    conditions: list[n.Condition] = [
        n.Compare(draw(st.sampled_from(["<", "<=", "=", "!=", ">"])), term, limit),
        n.Compare("<", limit, term),
        n.Compare("<", term, others),
        n.Range(term, limit, others),
    ]
    condition = draw(st.sampled_from(conditions))
    criterion = n.Criterion("I1", "inclusion", "1", "", condition, 1, 1)
    program = n.Program("T", "", "", "", "t.crit", "0" * 64, facts, (), (criterion,))
    return program, {one.name: draw(known(one)) for one in facts}


@st.composite
def declared(draw: st.DrawFn, name: str) -> d.Declared:
    """A number, with or without a range."""
    low, high = draw(st.sampled_from(RANGES))
    return d.Declared(name, d.Number(low=low, high=high), name, 1)


@st.composite
def known(draw: st.DrawFn, of: d.Declared) -> Any:
    """A number of the range, or nothing."""
    assert isinstance(of.type, d.Number)
    low, high = of.type.low, of.type.high
    fitting = [
        text
        for text in NUMBERS
        if (low is None or Fraction(text) >= low) and (high is None or Fraction(text) <= high)
    ]
    return draw(st.sampled_from([*fitting, None]))


@st.composite
def divided(draw: st.DrawFn, depth: int) -> n.NumberTerm:
    """A number of the patient, or what is worked out of several."""
    if depth == 0 or draw(st.integers(0, 5)) == 0:
        return n.Value(n.Fact(draw(st.sampled_from(NAMES))))
    part = divided(depth - 1)
    match draw(st.integers(0, 7)):
        case 0:
            return n.Power(draw(part), n.Const(Fraction(draw(st.sampled_from(["-1", "-2", "2"])))))
        case 1:
            return n.Extreme(draw(st.sampled_from(["smaller", "larger"])), (draw(part), draw(part)))
        case 2:
            return n.Arith(draw(st.sampled_from(["+", "-", "*"])), draw(part), draw(part))
        case _:
            return n.Arith("/", draw(part), draw(part))
