"""The clauses of criteria and definitions: their leaves and joints, and when each is asked.

A negation is no clause of its own: it is seen with what it denies. Nor is a formula's way to its value:
a comparison of the value is one clause, whichever alternative gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from critc.ir.nodes import (
    Aggregate,
    All,
    AnyOf,
    Asked,
    Cases,
    CellOptions,
    CellRange,
    Compare,
    Condition,
    Consecutive,
    Const,
    Count,
    Distinct,
    Except,
    Fact,
    Field,
    HowMany,
    Is,
    KOf,
    MeanOfLast,
    Node,
    Not,
    NumberTerm,
    Origin,
    Ref,
    Row,
    Select,
    Table,
    Truth,
    When,
)
from critc.ir.words.walk import OverRecords, outermost

EVERYBODY = Truth(True)


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A leaf, or a joint of its parts; ``line`` and ``end_line`` are those of the source, from 1."""

    condition: Condition
    line: int
    end_line: int
    parts: tuple[Part, ...]

    @property
    def is_joint(self) -> bool:
        """Whether it joins others: "all of", "unless", alternatives."""
        return isinstance(self.condition, All | AnyOf | KOf | Except | When) or (
            isinstance(self.condition, Cases | Table) and not self.condition.at.formula
        )

    def walk(self) -> Iterator[Clause]:
        """This clause, and those in it, in the order of the source."""
        yield self
        for part in self.parts:
            yield from part.clause.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A clause in another: asked of each record of a list (``records``, ``var``), or of the patient.

    It is asked only where ``given`` is not false: of alternatives that which holds, of picked records
    those that are picked from.
    """

    clause: Clause
    given: Condition = EVERYBODY
    records: str = ""
    var: str = ""


def clause_of(condition: Condition, around: Origin) -> Clause:
    """The clause of a condition; what has no place of its own has that of what is ``around`` it."""
    at = condition.at if condition.at.line else around
    if isinstance(condition, Not):
        return clause_of(condition.part, at)
    return Clause(condition, at.line, at.end_line, tuple(_parts(condition, at)))


def _parts(condition: Condition, at: Origin) -> Iterator[Part]:
    match condition:
        case Cases() | Table() if condition.at.formula:
            return
        case All(parts) | AnyOf(parts) | KOf(parts=parts):
            yield from (Part(clause_of(part, at)) for part in parts)
        case Except(part, exception):
            yield from (Part(clause_of(part, at)), Part(clause_of(exception, at)))
        case When(who, part):
            yield from (Part(clause_of(who, at)), Part(clause_of(part, at), who))
        case Cases():
            yield from _alternatives(condition, at)
        case Table():
            yield from _rows(condition, at)
        case HowMany(count):
            yield from _of_records(count, at)
        case Select() | Consecutive():
            yield from _of_records(condition, at)
            then = clause_of(condition.then, at)
            yield Part(then, condition.where, condition.records, condition.var)
        case _:
            yield from (part for term in _counted(condition) for part in _of_records(term, at))


def _alternatives(of: Cases, at: Origin) -> Iterator[Part]:
    """Each condition where none above it holds, and what follows where it does."""
    conditions = [case.condition for case in of.cases]
    followed: list[tuple[Condition, Condition]] = []
    for i, case in enumerate(of.cases):
        not_above = Not(AnyOf(tuple(conditions[:i])))
        yield Part(clause_of(case.condition, at), not_above)
        followed.append((case.then, All((not_above, case.condition))))
    if of.otherwise is not None:
        followed.append((of.otherwise, Not(AnyOf(tuple(conditions)))))
    yield from _following(followed, at)


def _rows(of: Table, at: Origin) -> Iterator[Part]:
    """What follows in each row, for those whom the row is for."""
    fits = [_fits(row, of.keys) for row in of.rows]
    followed = [(row.then, fit) for row, fit in zip(of.rows, fits, strict=True)]
    if of.otherwise is not None:
        followed.append((of.otherwise, Not(AnyOf(tuple(fits)))))
    yield from _following(followed, at)


def _following(followed: Sequence[tuple[Condition, Condition]], at: Origin) -> Iterator[Part]:
    """Those that follow, each once, where one of its conditions holds."""
    for then in dict.fromkeys(then for then, _ in followed):
        when = AnyOf(tuple(when for other, when in followed if other == then))
        yield Part(clause_of(then, at), when)


def _fits(row: Row, keys: Sequence[NumberTerm | Ref]) -> Condition:
    """That a row is the patient's."""
    pairs = zip(row.cells, keys, strict=True)
    return All(tuple(_in_cell(cell, key) for cell, key in pairs if cell is not None))


def _in_cell(cell: CellRange | CellOptions, key: NumberTerm | Ref) -> Condition:
    match cell, key:
        case CellOptions(options), Fact() | Field():
            answers: dict[str, Condition] = {"yes": Asked(key), "no": Not(Asked(key))}
            if set(options) <= answers.keys():
                return AnyOf(tuple(answers[option] for option in options))
            return Is(key, options)
        case CellRange(low, high), term if not isinstance(term, Fact | Field):
            ends: list[Condition] = []
            if low is not None:
                ends.append(Compare(">=" if cell.low_closed else ">", term, Const(low)))
            if high is not None:
                ends.append(Compare("<=" if cell.high_closed else "<", term, Const(high)))
            return All(tuple(ends))
        case _:
            raise TypeError(f"a cell {cell} under the key {key}")


def _of_records(of: OverRecords, at: Origin) -> Iterator[Part]:
    """Which records are meant, unless all are."""
    if of.where != EVERYBODY:
        yield Part(clause_of(of.where, at), EVERYBODY, of.records, of.var)


def _counted(node: Node) -> Iterator[Count | Distinct | Aggregate | MeanOfLast]:
    """The records that are counted or added up in the numbers of a leaf."""
    return outermost(node, Count, Distinct, Aggregate, MeanOfLast)
