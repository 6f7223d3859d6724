"""Where a condition is written, what it can use there, and how it is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from critc.emit.python.constants import Constants
from critc.emit.python.expressions import Expressions
from critc.emit.python.flow import Function
from critc.emit.python.names import function
from critc.emit.python.patient import record_names
from critc.ir import nodes
from critc.ir.dictionary import Listed

# Words that generated functions use; no local name may hide one.
WORDS = frozenset(
    "MANY above abs added age_in amount applies at_least bool both date day_by day_from"
    " day_in divided doubt estimated first_day found frozenset hit holding holds in_a_row"
    " is_above is_at_least is_at_most is_below is_between is_equal is_unequal item"
    " larger_of last_day least len list max min months_between months_from most multiplied"
    " not_after not_before object on one_or_other opposite p part perhaps period_in"
    " possible raised rough seen set side smaller_of subtracted total_of total_of_last"
    " tuple type unknown within years_between".split()
)


@dataclass(frozen=True)
class Module:
    """What all functions of a module share; ``reserved`` are names that mean something in it."""

    program: nodes.Program
    constants: Constants
    classes: Mapping[str, str]
    reserved: frozenset[str]

    @staticmethod
    def of(program: nodes.Program) -> Module:
        """The module of a protocol."""
        functions = [function(each.id) for each in program.criteria]
        functions += [f"defined_{each.name}" for each in program.definitions]
        others = [f"{name}_{what}" for name in functions for what in ("clauses", "applies")]
        reserved = WORDS.union(functions, others)
        return Module(program, Constants(), record_names(program), reserved)


@dataclass(frozen=True)
class Exits:
    """What to do when a condition is true, false or unknown; each ends in a jump."""

    true: list[str]
    false: list[str]
    unknown: list[str]

    @staticmethod
    def returning(true: str = "True", false: str = "False") -> Exits:
        """Leave the function with these values."""
        return Exits([f"return {true}"], [f"return {false}"], ["return None"])


@dataclass(frozen=True)
class Place:
    """Where something is written: the function, the records in sight, and whether in a loop."""

    function: Function
    expressions: Expressions
    lists: Mapping[str, Listed]
    records: Mapping[str, str]
    part: str = "part"
    doubt: str = "unknown"
    looping: bool = False
