"""Random protocols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Listed
from strategies.conditions import Conditions
from strategies.dictionary import facts, lists
from strategies.terms import Terms

DEPTH = 3


@dataclass(frozen=True)
class _Drawing:
    """Draws conditions over one dictionary."""

    draw: st.DrawFn
    facts: Sequence[Declared]
    lists: Sequence[Listed]
    depth: int

    def condition(self, conditions: Conditions) -> n.Condition:
        terms = Terms(self.draw, self.facts, self.lists, conditions)
        return conditions(terms, self.depth)


@st.composite
def programs(draw: st.DrawFn, criteria: int = 3, depth: int = DEPTH) -> n.Program:
    """A well-formed program with up to so many criteria, whose conditions are so many levels deep."""
    drawing = _Drawing(draw, draw(facts()), draw(lists()), depth)
    parts = ("phase_1", "phase_3") if draw(st.booleans()) else ()
    definitions = [
        n.Definition(f"definition_{i}", f"Definition {i}", drawing.condition(Conditions()), 1)
        for i in range(draw(st.integers(0, 2)))
    ]
    named = Conditions([one.name for one in definitions], (), parts)
    found: list[n.Criterion] = []
    for number in range(1, draw(st.integers(1, criteria)) + 1):
        before = Conditions(named.definitions, [one.id for one in found], parts)
        found.append(_criterion(drawing, number, before))
    return n.Program(
        "NCT00000000",
        "A random protocol",
        "1",
        "",
        "random.crit",
        "0" * 64,
        tuple(drawing.facts),
        tuple(drawing.lists),
        tuple(found),
        tuple(definitions),
        tuple(n.Part(part, part) for part in parts),
    )


def _criterion(drawing: _Drawing, number: int, conditions: Conditions) -> n.Criterion:
    kinds: list[Literal["inclusion", "exclusion"]] = ["inclusion", "exclusion"]
    kind = drawing.draw(st.sampled_from(kinds))
    condition = drawing.condition(conditions)
    applies = None
    if drawing.draw(st.integers(0, 3)) == 3:
        applies = _Drawing(drawing.draw, drawing.facts, drawing.lists, 1).condition(conditions)
    return n.Criterion(
        f"{kind[0].upper()}{number}",
        kind,
        str(number),
        f"Criterion {number}",
        condition,
        number,
        number,
        applies,
    )
