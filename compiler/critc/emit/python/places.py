"""Where a condition is written, and how it is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from critc.emit.python.expressions import Expressions
from critc.emit.python.flow import Function
from critc.ir.dictionary import Listed


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
