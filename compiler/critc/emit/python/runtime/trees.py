"""The clauses of a criterion, as functions that are straightforward fall back on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from critc.emit.python.runtime.clauses import Clause
from critc.emit.python.runtime.terms import Scope

# --- trees: the clauses of a criterion, built when they are needed --------------------------------


class Tree:
    """The clauses of a criterion or a definition; they are built when they are first asked for."""

    __slots__ = ("build", "numbered", "root")

    def __init__(self, build: Callable[[], Clause]) -> None:
        self.build = build
        self.root: Clause | None = None
        self.numbered: list[Clause] = []

    def __call__(self) -> Clause:
        """The outermost clause."""
        if self.root is None:
            self.root = self.build()
        return self.root

    def in_full(self, number: int, patient: Any, /, **records: Any) -> bool | None:
        """What the record says to a clause, in all cases; clauses are numbered as they are read."""
        if not self.numbered:
            waiting = [self()]
            while waiting:
                clause = waiting.pop()
                self.numbered.append(clause)
                waiting.extend(reversed(clause.parts()))
        bound = {var: (record, "") for var, record in records.items()}
        return self.numbered[number].judge(Scope(patient, bound, {}, {})).outcome


def opposite(outcome: bool | None) -> bool | None:
    """That something does not hold."""
    return None if outcome is None else not outcome
