"""Clauses that no case can make both true and false: they say the same of everybody."""

from __future__ import annotations

from critc.casecoverage.clauses import Clause
from critc.casecoverage.seen import Rule, Seen, ask
from critc.ir.dictionary import Declared, Number, Quantity
from critc.ir.evaluation.conditions import patient_scope
from critc.ir.nodes import Program
from critc.ir.record import Amount, Known, Record, Rows


def constant(program: Program, rule: Rule) -> frozenset[Clause]:
    """The clauses of a rule that are settled for a patient of whom only the declarations are known.

    They are what is always true or false, comparisons that the declared range settles, what these
    settle in turn, and what is asked only where something holds that never does.
    """
    found: Seen = {clause: set() for clause in rule.clauses()}
    for root in rule.roots:
        ask(root, patient_scope(program, _anybody(program)), found)
    return frozenset(clause for clause, outcomes in found.items() if None not in outcomes)


def _anybody(program: Program) -> Record:
    """A patient with no more than the declared ranges, and one such record in each list."""
    return Record(
        _ranges(program.facts),
        {each.name: Rows((_ranges(each.fields),), complete=False) for each in program.lists},
    )


def _ranges(declared: tuple[Declared, ...]) -> dict[str, Known]:
    """Each number that has a range, as a laboratory may report it: "at most", "at least"."""
    found: dict[str, Known] = {}
    for each in declared:
        match each.type:
            case Number(high=high) | Quantity(high=high) if high is not None:
                found[each.name] = Amount(high, "<=")
            case Number(low=low) | Quantity(low=low) if low is not None:
                found[each.name] = Amount(low, ">=")
            case _:
                pass
    return found
