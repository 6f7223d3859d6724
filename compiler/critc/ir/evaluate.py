"""What a checked protocol means for a patient: the reference that every backend must agree with.

It follows the language's definitions to the letter, without regard to speed, and shares nothing with
any emitter. Nothing raises on a record that ``critc.ir.record.read`` accepted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from critc.ir.evaluation.conditions import judge, patient_scope, satisfied
from critc.ir.evaluation.results import Judgement
from critc.ir.nodes import Condition, Criterion, Program
from critc.ir.record import Record

Status = Literal["satisfied", "violated", "unknown", "does not apply"]


@dataclass(frozen=True, slots=True)
class Result:
    """True, false or unknown (None); an unknown one with its causes, and what to ask for.

    ``missing`` has paths: ``ecog``, ``therapies[0].given.end``, ``therapies`` (are there more?). What
    cannot be computed has a cause, and nothing to ask for.
    """

    outcome: bool | None
    causes: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Ineligible if a criterion is violated, else undetermined if one is unknown, else eligible.

    ``results`` says of each criterion whether it is satisfied. ``ask`` and ``causes`` are those of
    the unknown criteria while the verdict is undetermined, else empty.
    """

    verdict: Literal["eligible", "ineligible", "undetermined"]
    statuses: Mapping[str, Status]
    results: Mapping[str, Result]
    ask: frozenset[str]
    causes: frozenset[str]


def evaluate(condition: Condition, program: Program, record: Record) -> Result:
    """The outcome of a condition of a program for one patient."""
    return _result(judge(condition, patient_scope(program, record)))


def screen(program: Program, record: Record) -> Verdict:
    """All criteria of a program for one patient."""
    results = {one.id: evaluate(satisfied(one), program, record) for one in program.criteria}
    statuses = {one.id: _status(one, results[one.id], program, record) for one in program.criteria}
    undetermined = "violated" not in statuses.values() and "unknown" in statuses.values()
    unknown = [result for result in results.values() if undetermined]
    return Verdict(
        _verdict(statuses),
        statuses,
        results,
        frozenset().union(*(result.missing for result in unknown)),
        frozenset().union(*(result.causes for result in unknown)),
    )


def _verdict(
    statuses: Mapping[str, Status],
) -> Literal["eligible", "ineligible", "undetermined"]:
    if "violated" in statuses.values():
        return "ineligible"
    return "undetermined" if "unknown" in statuses.values() else "eligible"


def _status(criterion: Criterion, result: Result, program: Program, record: Record) -> Status:
    applies = criterion.applies
    if applies is not None and evaluate(applies, program, record).outcome is False:
        return "does not apply"
    match result.outcome:
        case True:
            return "satisfied"
        case False:
            return "violated"
        case None:
            return "unknown"


def _result(judged: Judgement) -> Result:
    if judged.outcome is not None:
        return Result(judged.outcome)
    paths = [one.path for one in judged.unknowns]
    return Result(
        None,
        frozenset(one.cause for one in judged.unknowns),
        frozenset(path for path in paths if path is not None),
    )
