"""Where a condition is evaluated: the patient, the records that are bound, and the days tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from critc.ir import dictionary as types
from critc.ir.dictionary import Declared
from critc.ir.evaluation.intervals import ENTIRE, Interval, meet, point
from critc.ir.evaluation.results import NOT_COMPUTED, NOTHING, Judgement, Term, Unknown, Unknowns
from critc.ir.nodes import Condition, Fact, Field, Program, Ref
from critc.ir.record import Amount, Day, Known, Never, Ongoing, Record, Span

ANY_DAY = ENTIRE
ANY_DAY_OR_ONGOING = Interval(-inf, inf, low_open=True)
ONGOING = point(inf)


@dataclass(frozen=True, slots=True)
class Scope:
    """``bound`` has the list and the index of the record that a variable stands for.

    ``days`` narrows partial dates, by path, to some of their days: the completions being tried.
    ``judge`` evaluates a condition, so that a term may count the records that satisfy one.
    """

    program: Program
    record: Record
    judge: Callable[[Condition, Scope], Judgement]
    bound: Mapping[str, tuple[str, int]]
    days: Mapping[str, Interval]

    def binding(self, var: str, records: str, index: int) -> Scope:
        """A scope for the condition of one record: its atoms try days of their own."""
        return replace(self, bound={**self.bound, var: (records, index)}, days={})

    def trying(self, days: Mapping[str, Interval]) -> Scope:
        return replace(self, days=days)

    def declared(self, ref: Ref) -> Declared:
        match ref:
            case Fact(name=name):
                return self.program.fact(name)
            case Field(var=var, name=name):
                return self.program.listed(self.bound[var][0]).field(name)

    def known(self, ref: Ref) -> Known | None:
        """What is known of a fact or field; None when nothing is."""
        match ref:
            case Fact(name=name):
                return self.record.facts.get(name)
            case Field(var=var, name=name):
                records, index = self.bound[var]
                return self.record.lists[records].items[index].get(name)

    def path(self, ref: Ref) -> str:
        """How data and questions name it: ``therapies[0].given``."""
        match ref:
            case Fact(name=name):
                return name
            case Field(var=var, name=name):
                records, index = self.bound[var]
                return f"{records}[{index}].{name}"

    def absence(self, ref: Ref) -> Unknowns:
        """Why a fact or field of which nothing is known is unknown."""
        judged = isinstance(self.declared(ref).type, types.Judged)
        return frozenset({Unknown("not yet answered" if judged else "missing", self.path(ref))})


# ---- numbers ---------------------------------------------------------------------------------


def amount(ref: Ref, scope: Scope) -> Term:
    """A number, a quantity, or the rank of an ordered choice. Absent, it may be anything."""
    known, declared = scope.known(ref), scope.declared(ref)
    match known:
        case None:
            return Term(ENTIRE, unknowns=scope.absence(ref))
        case Amount(bound=""):
            return Term(point(known.value))
        case Amount():
            return Term(_reported(known, declared), unknowns=NOT_COMPUTED)
        case str() if isinstance(declared.type, types.Choice):
            return Term(point([option.name for option in declared.type.options].index(known)))
        case _:
            raise TypeError(f"{scope.path(ref)} is no number")


def amount_in_range(ref: Ref, scope: Scope) -> Term:
    """The same, where the declared range counts: in aggregates, and for the keys of a table."""
    term = amount(ref, scope)
    if term.value is None or term.value.is_point:
        return term
    return replace(term, value=meet(term.value, declared_range(scope.declared(ref))))


def declared_range(declared: Declared) -> Interval:
    """The least and the greatest value that the declaration allows."""
    match declared.type:
        case types.Number(low=low, high=high) | types.Quantity(low=low, high=high):
            return Interval(
                -inf if low is None else low,
                inf if high is None else high,
                low is None,
                high is None,
            )
        case types.Choice(options=options):
            return Interval(point(0).low, point(len(options) - 1).high)
        case _:
            return ENTIRE


def _reported(known: Amount, declared: Declared) -> Interval:
    """What a laboratory's "< 20" or "≥ 60" leaves open."""
    if known.bound in (">", ">="):
        return Interval(known.value, inf, known.bound == ">", True)
    least = declared_range(declared)
    return Interval(least.low, known.value, least.low_open, known.bound == "<")


def reference_limit(ref: Ref, side: Literal["upper", "lower"], scope: Scope) -> Term:
    """The upper or lower limit of normal that the laboratory gave with a quantity."""
    known = scope.known(ref)
    if known is None:
        return Term(None, unknowns=scope.absence(ref))
    if not isinstance(known, Amount):
        raise TypeError(f"{scope.path(ref)} is no quantity")
    limit, name = (known.uln, "uln") if side == "upper" else (known.lln, "lln")
    if limit is None:
        absent = Unknown("cannot be computed", f"{scope.path(ref)}.{name}")
        return Term(None, unknowns=frozenset({absent}))
    return Term(point(limit))


# ---- dates -----------------------------------------------------------------------------------


def date_of(ref: Ref, scope: Scope) -> Term:
    """A date. A partial one is all its days, or those that are being tried."""
    known = scope.known(ref)
    match known:
        case None:
            return Term(ANY_DAY, _may_be_never(scope.declared(ref)), scope.absence(ref))
        case Never():
            return Term(ANY_DAY, never=True)
        case Day():
            return _dated(known, scope.path(ref), scope)
        case _:
            raise TypeError(f"{scope.path(ref)} is no date")


def end_of(ref: Ref, side: Literal["start", "end"], scope: Scope) -> Term:
    """The first or last day of a period. An end that is not known may be ongoing."""
    known = scope.known(ref)
    unlimited = ANY_DAY if side == "start" else ANY_DAY_OR_ONGOING
    path = f"{scope.path(ref)}.{side}"
    match known:
        case None:
            return Term(unlimited, _may_be_never(scope.declared(ref)), scope.absence(ref))
        case Never():
            return Term(unlimited, never=True)
        case Span():
            match known.start if side == "start" else known.end:
                case None:
                    return Term(unlimited, unknowns=frozenset({Unknown("missing", path)}))
                case Ongoing():
                    return Term(ONGOING)
                case Day() as day:
                    return _dated(day, path, scope)
        case _:
            raise TypeError(f"{scope.path(ref)} is no period")


def partial_date(ref: Ref, side: Literal["", "start", "end"], scope: Scope) -> dict[str, Interval]:
    """The days of a date, or of a period's end, by its path, if it is known but not to the day."""
    known = scope.known(ref)
    day = (known.start if side == "start" else known.end) if isinstance(known, Span) else known
    if isinstance(day, Day) and day.first < day.last:
        return {f"{scope.path(ref)}.{side}" if side else scope.path(ref): _days(day)}
    return {}


def _dated(day: Day, path: str, scope: Scope) -> Term:
    vague = day.first < day.last
    unknowns = frozenset({Unknown("date too vague", path)}) if vague else NOTHING
    return Term(scope.days.get(path, _days(day)), unknowns=unknowns)


def _days(day: Day) -> Interval:
    return Interval(point(day.first).low, point(day.last).high)


def _may_be_never(declared: Declared) -> bool | None:
    match declared.type:
        case types.Date(or_none=True) | types.Period(or_none=True):
            return None
        case _:
            return False
