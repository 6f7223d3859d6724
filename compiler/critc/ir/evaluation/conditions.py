"""Conditions: strong Kleene logic over atoms, and over the records of lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from critc.ir.evaluation.atoms import judge_atom
from critc.ir.evaluation.intervals import Interval, at_most, negation, point
from critc.ir.evaluation.lists import Tally, dated, tally
from critc.ir.evaluation.picks import consecutive, select
from critc.ir.evaluation.results import (
    Judgement,
    Term,
    Unknown,
    all_of,
    any_of,
    union,
    unknown,
)
from critc.ir.evaluation.scope import Scope
from critc.ir.evaluation.tables import judge_cases, judge_table
from critc.ir.evaluation.terms import date, number
from critc.ir.nodes import (
    All,
    AnyOf,
    Asked,
    Cases,
    Compare,
    Condition,
    Consecutive,
    Criterion,
    DateBetween,
    DateOrder,
    Defined,
    During,
    Except,
    Falls,
    HowMany,
    Includes,
    InParts,
    Is,
    KOf,
    LastsFor,
    Not,
    Program,
    Range,
    Ref,
    Select,
    Status,
    Table,
    Throughout,
    Touches,
    Truth,
    When,
)
from critc.ir.record import Members, Never, Record


def patient_scope(program: Program, record: Record) -> Scope:
    """Where the conditions of a criterion begin."""
    return Scope(program, record, judge, {}, {})


def satisfied(criterion: Criterion) -> Condition:
    """What makes a criterion satisfied: it does not apply, or its condition is as it should be."""
    met = criterion.condition if criterion.kind == "inclusion" else Not(criterion.condition)
    return met if criterion.applies is None else AnyOf((Not(criterion.applies), met))


def judge(condition: Condition, scope: Scope) -> Judgement:
    """The outcome of a condition, and what it is unknown for."""
    match condition:
        case Truth(value=value):
            return Judgement(value)
        case Asked(ref=ref):
            return _asked(ref, scope)
        case Is(ref=ref, options=options):
            return _is(ref, options, scope)
        case Includes():
            return _includes(condition, scope)
        case InParts(parts=parts):
            return _any_included(scope.record.parts, parts, "parts")
        case Status(criterion=criterion):
            return judge(satisfied(_criterion(criterion, scope.program)), scope)
        case (
            Compare()
            | Range()
            | DateOrder()
            | DateBetween()
            | Falls()
            | Touches()
            | Throughout()
            | During()
            | LastsFor()
        ):
            return judge_atom(condition, scope)
        case HowMany():
            return _how_many(condition, scope)
        case Select():
            return _select(condition, scope)
        case Consecutive():
            return _consecutive(condition, scope)
        case Not(part=part):
            judged = judge(part, scope)
            return Judgement(negation(judged.outcome), judged.unknowns)
        case All(parts=parts):
            return _all(judge(part, scope) for part in parts)
        case AnyOf(parts=parts):
            return _any(judge(part, scope) for part in parts)
        case KOf():
            return _k_of(condition, scope)
        case Except(part=part, exception=exception, word="unless"):
            return judge(All((part, Not(exception))), scope)
        case Except(part=part, exception=exception):
            return judge(AnyOf((part, exception)), scope)
        case When(who=who, part=part, otherwise=True):
            return judge(AnyOf((Not(who), part)), scope)
        case When(who=who, part=part):
            return judge(All((who, part)), scope)
        case Cases():
            return judge_cases(condition, scope)
        case Table():
            return judge_table(condition, scope)
        case Defined(name=name):
            return judge(scope.program.definition(name).condition, scope)


def _criterion(name: str, program: Program) -> Criterion:
    return next(one for one in program.criteria if one.id == name)


# ---- joined ----------------------------------------------------------------------------------


def _joined(outcome: bool | None, parts: Sequence[Judgement]) -> Judgement:
    """An unknown outcome is so for its unknown parts alone."""
    if outcome is not None:
        return Judgement(outcome)
    return unknown(union(part.unknowns for part in parts if part.outcome is None))


def _all(parts: Iterable[Judgement]) -> Judgement:
    several = list(parts)
    return _joined(all_of(part.outcome for part in several), several)


def _any(parts: Iterable[Judgement]) -> Judgement:
    several = list(parts)
    return _joined(any_of(part.outcome for part in several), several)


def _k_of(condition: KOf, scope: Scope) -> Judgement:
    parts = [judge(part, scope) for part in condition.parts]
    true = sum(part.outcome is True for part in parts)
    undecided = sum(part.outcome is None for part in parts)
    holding = Interval(point(true).low, point(true + undecided).high)
    return _joined(_between(condition.low, holding, condition.high), parts)


def _between(low: int | None, value: Interval, high: int | None) -> bool | None:
    return all_of(
        [
            low is None or at_most(point(low), value),
            high is None or at_most(value, point(high)),
        ]
    )


# ---- answers and choices ---------------------------------------------------------------------


def _asked(ref: Ref, scope: Scope) -> Judgement:
    answer = scope.known(ref)
    return Judgement(answer) if isinstance(answer, bool) else unknown(scope.absence(ref))


def _is(ref: Ref, options: Sequence[str], scope: Scope) -> Judgement:
    known = scope.known(ref)
    if known is None:
        return unknown(scope.absence(ref))
    choice = "none" if isinstance(known, Never) else known
    return Judgement(choice in options)


def _includes(condition: Includes, scope: Scope) -> Judgement:
    members, path = scope.known(condition.ref), scope.path(condition.ref)
    found = members if isinstance(members, Members) else None
    match condition.mode:
        case "any":
            return _any_included(found, condition.options, path)
        case "all":
            return _all(_included(found, option, path) for option in condition.options)
        case "only":
            return _only_included(found, condition.options, path)


def _any_included(members: Members | None, options: Sequence[str], path: str) -> Judgement:
    return _any(_included(members, option, path) for option in options)


def _included(members: Members | None, option: str, path: str) -> Judgement:
    if members is not None and option in members.values:
        return Judgement(True)
    return _complete(members, False, path)


def _only_included(members: Members | None, options: Sequence[str], path: str) -> Judgement:
    if members is not None and not members.values <= set(options):
        return Judgement(False)
    return _complete(members, True, path)


def _complete(members: Members | None, outcome: bool, path: str) -> Judgement:
    """``outcome``, if the set is complete."""
    if members is None:
        return unknown(frozenset({Unknown("missing", path)}))
    if not members.complete:
        return unknown(frozenset({Unknown("list incomplete", path)}))
    return Judgement(outcome)


# ---- over records ----------------------------------------------------------------------------


def _how_many(condition: HowMany, scope: Scope) -> Judgement:
    counted = number(condition.count, scope)
    outcome = None
    if counted.value is not None:
        outcome = _between(condition.low, counted.value, condition.high)
    return unknown(counted.unknowns) if outcome is None else Judgement(outcome)


def _select(condition: Select, scope: Scope) -> Judgement:
    members, days, judged = _in_order(condition, scope)
    return select(condition.order, members, days, judged)


def _consecutive(condition: Consecutive, scope: Scope) -> Judgement:
    members, days, judged = _in_order(condition, scope)
    return consecutive(condition.k, members, days, judged)


def _in_order(
    condition: Select | Consecutive, scope: Scope
) -> tuple[Tally, Sequence[Term], Sequence[Judgement]]:
    """The members that have a day, their days, and whether each satisfies ``then``."""
    members = tally(condition.records, condition.var, condition.where, scope)
    dates = [date(condition.date, member.scope) for member in members.members]
    members, days = dated(members, dates)
    return members, days, [judge(condition.then, member.scope) for member in members.members]
