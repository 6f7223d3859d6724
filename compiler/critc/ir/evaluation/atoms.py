"""One comparison, range or window: over all completions of the partial dates in it, jointly.

Each date is tried once however often it is mentioned. Instead of day by day, runs of days are tried:
what holds for every day that a run may stand for, holds for each of them; a run that leaves it open
is halved, down to single days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Literal

from critc.ir.evaluation.intervals import End, Interval, at_most, equal, less, negation, plus, point
from critc.ir.evaluation.results import Judgement, Term, all_of, any_of, union, unknown
from critc.ir.evaluation.scope import Scope, partial_date
from critc.ir.evaluation.terms import date, extreme_of, joined, number, reach
from critc.ir.nodes import (
    Aggregate,
    Compare,
    Count,
    DateBetween,
    DateOf,
    DateOrder,
    DateTerm,
    Distinct,
    During,
    EndOf,
    Falls,
    LastsFor,
    MeanOfLast,
    NumberTerm,
    Range,
    Shift,
    Throughout,
    Touches,
    Window,
)

Timed = Compare | Range | DateOrder | DateBetween | Falls | Touches | Throughout | During | LastsFor
Op = Literal["<", "<=", "=", "!=", ">=", ">"]
Test = Callable[[Scope], Judgement]


@dataclass(frozen=True, slots=True)
class Ends:
    """What an atom asks: all of one or two tests, or any of them (outside a window)."""

    tests: tuple[Test, ...]
    one_suffices: bool = False

    def __call__(self, scope: Scope) -> Judgement:
        judged = [test(scope) for test in self.tests]
        outcomes = [one.outcome for one in judged]
        outcome = any_of(outcomes) if self.one_suffices else all_of(outcomes)
        return Judgement(outcome, union(one.unknowns for one in judged if one.outcome is None))


def judge_atom(atom: Timed, scope: Scope) -> Judgement:
    """The atom's outcome. An end that is settled in every completion is not what leaves it open."""
    ends = _ends(atom)
    days = dict(partial_dates(atom, scope))
    outcome = settled(ends, scope, days)
    if outcome is not None:
        return Judgement(outcome)
    unsettled = [test for test in ends.tests if settled(test, scope, days) is None]
    return unknown(union(test(scope).unknowns for test in unsettled))


# ---- completions -----------------------------------------------------------------------------


def partial_dates(node: object, scope: Scope) -> Iterator[tuple[str, Interval]]:
    """The partial dates that a node mentions, by path. Those of counts are not its own."""
    match node:
        case Count() | Distinct() | Aggregate() | MeanOfLast():
            return
        case DateOf(ref=ref):
            yield from partial_date(ref, "", scope).items()
        case EndOf(ref=ref, side=side):
            yield from partial_date(ref, side, scope).items()
        case tuple():
            for part in node:
                yield from partial_dates(part, scope)
        case _ if is_dataclass(node):
            for field in fields(node):
                yield from partial_dates(getattr(node, field.name), scope)
        case _:
            return


def settled(test: Test, scope: Scope, days: Mapping[str, Interval]) -> bool | None:
    """True or false if it is so in every joint completion of these days, else unknown."""
    judged = test(scope.trying(days))
    if judged.outcome is not None:
        return judged.outcome
    vague = {one.path for one in judged.unknowns}
    halves = halved({path: day for path, day in days.items() if path in vague})
    if halves is None:
        return None
    first, second = ({**days, **half} for half in halves)
    found = settled(test, scope, first)
    if found is None or settled(test, scope, second) is not found:
        return None
    return found


def halved(
    days: Mapping[str, Interval],
) -> tuple[Mapping[str, Interval], Mapping[str, Interval]] | None:
    """The completions in two halves, by the vaguest date; None when every date is one day."""
    path = max(days, key=lambda path: days[path].high - days[path].low, default=None)
    if path is None or days[path].is_point:
        return None
    low, high = days[path].low, days[path].high
    middle = Fraction(floor((low + high) / 2))
    return (
        {**days, path: Interval(low, middle)},
        {**days, path: Interval(middle + 1, high)},
    )


# ---- what each atom asks ---------------------------------------------------------------------


def _ends(atom: Timed) -> Ends:
    match atom:
        case Compare():
            return Ends((numbers(atom.op, atom.left, atom.right),))
        case Range():
            return Ends(
                (
                    numbers(">=" if atom.low_closed else ">", atom.term, atom.low),
                    numbers("<=" if atom.high_closed else "<", atom.term, atom.high),
                )
            )
        case DateOrder():
            return Ends((dates(atom.op, atom.left, atom.right),))
        case DateBetween():
            return Ends(
                (
                    dates(">=" if atom.low_closed else ">", atom.term, atom.low),
                    dates("<=" if atom.high_closed else "<", atom.term, atom.high),
                )
            )
        case Falls():
            return _touches(atom.term, atom.term, atom.window)
        case Touches():
            return _touches(atom.start, atom.end, atom.window)
        case Throughout():
            return _throughout(atom)
        case During():
            return Ends((dates("<=", atom.start, atom.moment), dates(">=", atom.end, atom.moment)))
        case LastsFor():
            return Ends((partial(_lasts_for, atom),))


def _touches(start: DateTerm, end: DateTerm, window: Window) -> Ends:
    """A period and a window, counted from its moment. A date is a period of one day."""
    moment = window.moment
    early = Shift(moment, "before", window.length)
    late = Shift(moment, "after", window.length)
    match window.rel, window.side:
        case "within" | "less than", side:
            strict = window.rel == "less than"
            latest = late if side != "before" else moment
            earliest = early if side != "after" else moment
            return Ends(
                (
                    dates("<" if strict and latest is late else "<=", start, latest),
                    dates(">" if strict and earliest is early else ">=", end, earliest),
                )
            )
        case rel, side:
            strict = rel == "more than"
            before = dates("<" if strict else "<=", end, early)
            after = dates(">" if strict else ">=", start, late)
            tests = {"before": (before,), "after": (after,), "around": (before, after)}
            return Ends(tests[side], one_suffices=True)


def _throughout(atom: Throughout) -> Ends:
    far = Shift(atom.moment, atom.side, atom.length)
    strict = atom.rel == "more than"
    if atom.side == "before":
        return Ends(
            (dates("<" if strict else "<=", atom.start, far), dates(">=", atom.end, atom.moment))
        )
    return Ends(
        (dates("<=", atom.start, atom.moment), dates(">" if strict else ">=", atom.end, far))
    )


def numbers(op: Op, left: NumberTerm, right: NumberTerm) -> Test:
    return _comparison(op, partial(number, left), partial(number, right))


def dates(op: Op, left: DateTerm, right: DateTerm) -> Test:
    return _comparison(op, partial(date, left), partial(date, right))


def _comparison(op: Op, left: Callable[[Scope], Term], right: Callable[[Scope], Term]) -> Test:
    def test(scope: Scope) -> Judgement:
        a, b = left(scope), right(scope)
        return Judgement(compared(op, a, b), a.unknowns | b.unknowns)

    return test


def compared(op: Op, a: Term, b: Term) -> bool | None:
    """A comparison. Of what never happened it is false; of what has no value, unknown."""
    if a.never or b.never:
        return False
    if a.value is None or b.value is None:
        return None
    outcome = _compared(op, a.value, b.value)
    doubtful = a.never is None or b.never is None
    return None if outcome and doubtful else outcome


def _compared(op: Op, a: Interval, b: Interval) -> bool | None:
    match op:
        case "<":
            return less(a, b)
        case "<=":
            return at_most(a, b)
        case "=":
            return equal(a, b)
        case "!=":
            return negation(equal(a, b))
        case ">=":
            return at_most(b, a)
        case ">":
            return less(b, a)


# ---- how long a period lasts inside a window -------------------------------------------------


def _lasts_for(atom: LastsFor, scope: Scope) -> Judgement:
    """With first and last the clipped ends: last ⊕ 1 day ≥ first ⊕ length."""
    first, last = _clipped(atom, scope)
    after = joined(lambda day: plus(day, point(1)), [last])
    target = reach(first, "after", atom.length, scope)
    overlap = compared("<=", first, last)
    long_enough = compared(">" if atom.rel == "more than" else ">=", after, target)
    lasting = all_of([overlap, long_enough])
    outcome = negation(lasting) if atom.rel == "less than" else lasting
    both = joined(extreme_of("larger"), (after, target))
    if both.never:
        outcome = False
    elif both.never is None and outcome:
        outcome = None
    return Judgement(outcome, both.unknowns)


def _clipped(atom: LastsFor, scope: Scope) -> tuple[Term, Term]:
    """First and last day of the period that are in the window."""
    start, end = date(atom.start, scope), date(atom.end, scope)
    opens, closes = _window_days(atom.window, scope)
    return (
        joined(extreme_of("larger"), [start, opens]) if opens else start,
        joined(extreme_of("smaller"), [end, closes]) if closes else end,
    )


def _window_days(window: Window, scope: Scope) -> tuple[Term | None, Term | None]:
    """First and last day of a window; None where it has no end."""
    moment = date(window.moment, scope)
    early = reach(moment, "before", window.length, scope)
    late = reach(moment, "after", window.length, scope)
    match window.rel, window.side:
        case "within" | "less than", side:
            strict = window.rel == "less than"
            opens = _next_day(early, strict) if side != "after" else moment
            closes = _last_day(late, strict) if side != "before" else moment
            return opens, closes
        case rel, "before":
            return None, _last_day(early, rel == "more than")
        case rel, "after":
            return _next_day(late, rel == "more than"), None
        case _:
            raise ValueError("a period has no length outside a window on both sides")


def _next_day(term: Term, strict: bool) -> Term:
    """The first whole day from a point in time on, or after it."""
    return joined(lambda value: _mapped(value, partial(_up, strict)), [term])


def _last_day(term: Term, strict: bool) -> Term:
    return joined(lambda value: _mapped(value, partial(_down, strict)), [term])


def _mapped(value: Interval, step: Callable[[End], End]) -> Interval:
    return Interval(step(value.low), step(value.high), value.low_open, value.high_open)


def _up(strict: bool, day: End) -> End:
    if isinstance(day, float):
        return day
    return Fraction(floor(day) + 1 if strict else ceil(day))


def _down(strict: bool, day: End) -> End:
    if isinstance(day, float):
        return day
    return Fraction(ceil(day) - 1 if strict else floor(day))
