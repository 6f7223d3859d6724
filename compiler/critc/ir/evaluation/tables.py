"""Limits that depend on keys, and alternatives: all rows that may be hit must agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import ceil, floor, inf

from critc.ir import dictionary as types
from critc.ir.evaluation.atoms import halved, partial_dates
from critc.ir.evaluation.intervals import End, Interval
from critc.ir.evaluation.results import (
    NOTHING,
    Judgement,
    Term,
    Unknowns,
    union,
    unknown,
)
from critc.ir.evaluation.scope import Scope, amount_in_range
from critc.ir.evaluation.terms import convert, is_whole, number
from critc.ir.nodes import (
    Cases,
    CellOptions,
    CellRange,
    Condition,
    Convert,
    Fact,
    Field,
    NumberTerm,
    Ref,
    Row,
    Table,
    Value,
)

Class = str | int
"""What a key may be: an option, or the index of a piece of the number line (from 0)."""

NO_VALUE, NEVER = "no value", "never"  # neither is a name, so neither is an option
Combination = tuple[Class, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table. ``pieces`` are the parts of the number line that its cells tell apart."""

    term: NumberTerm | Ref
    pieces: tuple[Interval, ...]


def judge_table(table: Table, scope: Scope) -> Judgement:
    keys = [Key(term, _pieces(table, i)) for i, term in enumerate(table.keys)]
    days = [dict(partial_dates(key.term, scope)) for key in keys]
    combinations = _completions(keys, days, scope, dict(chain(*(d.items() for d in days))))
    hit = {combination: _row(table, keys, combination) for combination in combinations}
    thens = [then for then in dict.fromkeys(hit.values()) if then is not None]
    uncomputed = any(NO_VALUE in combination for combination in hit)
    if not thens and not uncomputed:
        return unknown(NOTHING)
    reasons = union(
        _key_unknowns(key.term, scope)
        for i, key in enumerate(keys)
        if _matters(i, hit, days) or any(combination[i] == NO_VALUE for combination in hit)
    )
    return _agreement(thens, None in hit.values(), reasons, scope)


def judge_cases(cases: Cases, scope: Scope) -> Judgement:
    """Read from the top: an alternative is possible if it may hold, and none above it does."""
    possible: list[tuple[Condition | None, Unknowns]] = []
    for case in cases.cases:
        judged = scope.judge(case.condition, scope)
        if judged.outcome is not False:
            possible.append((case.then, judged.unknowns))
        if judged.outcome is True:
            break
    else:
        possible.append((cases.otherwise, NOTHING))
    thens = [then for then in dict.fromkeys(then for then, _ in possible) if then is not None]
    if not thens:
        return unknown(NOTHING)
    reasons = [
        unknowns
        for i, (then, unknowns) in enumerate(possible)
        if any(other != then for other, _ in possible[i + 1 :])
    ]
    without_value = any(then is None for then, _ in possible)
    return _agreement(thens, without_value, union(reasons), scope)


def _agreement(
    thens: Sequence[Condition], without_value: bool, reasons: Unknowns, scope: Scope
) -> Judgement:
    """The outcome on which all agree; with a completion that has no value, there is none."""
    judged = [scope.judge(then, scope) for then in thens]
    outcomes = {one.outcome for one in judged}
    if len(outcomes) == 1 and None not in outcomes and not without_value:
        return Judgement(outcomes.pop())
    return unknown(reasons | union(one.unknowns for one in judged))


# ---- completions of the keys -----------------------------------------------------------------


def _completions(
    keys: Sequence[Key],
    own_days: Sequence[Mapping[str, Interval]],
    scope: Scope,
    days: Mapping[str, Interval],
) -> set[Combination]:
    """What the keys may be together, over all completions of the dates in them."""
    classes = [_classes(key, scope.trying(days)) for key in keys]
    vague = {
        path
        for found, own in zip(classes, own_days, strict=True)
        if len(found) > 1 or NO_VALUE in found
        for path in own
    }
    halves = halved({path: days[path] for path in vague})
    if halves is None:
        return set(product(*classes))
    return set().union(*(_completions(keys, own_days, scope, {**days, **half}) for half in halves))


def _classes(key: Key, scope: Scope) -> Sequence[Class]:
    match key.term:
        case Fact() | Field():
            return _options(key.term, scope)
        case _:
            term = _in_range(key.term, scope)
            return _number_classes(term, key.pieces, is_whole(key.term, scope))


def _options(ref: Ref, scope: Scope) -> Sequence[str]:
    match scope.known(ref):
        case bool() as answer:
            return ["yes" if answer else "no"]
        case str() as option:
            return [option]
        case _:
            match scope.declared(ref).type:
                case types.Choice(options=options):
                    return [option.name for option in options]
                case _:
                    return ["yes", "no"]


def _in_range(term: NumberTerm, scope: Scope) -> Term:
    """A number; of an absent one, the declared range."""
    match term:
        case Value(ref=ref):
            return amount_in_range(ref, scope)
        case Convert(term=inner):
            return convert(term, _in_range(inner, scope))
        case _:
            return number(term, scope)


def _number_classes(term: Term, pieces: Sequence[Interval], whole: bool) -> Sequence[Class]:
    if term.never:
        return [NEVER]
    if term.value is None:
        return [NO_VALUE]
    maybe: list[Class] = [NEVER] if term.never is None else []
    return maybe + [i for i, piece in enumerate(pieces) if _meet(term.value, piece, whole)]


def _pieces(table: Table, key: int) -> tuple[Interval, ...]:
    """The ends of the cells of a column, and the gaps between them, from left to right."""
    cells = [row.cells[key] for row in table.rows]
    ranges = [cell for cell in cells if isinstance(cell, CellRange)]
    ends = {end for cell in ranges for end in (cell.low, cell.high) if end is not None}
    pieces = []
    left: End = -inf
    for end in sorted(ends):
        pieces += [Interval(left, end, left != -inf, True), Interval(end, end)]
        left = end
    return (*pieces, Interval(left, inf, left != -inf, False))


def _meet(a: Interval, b: Interval, whole: bool) -> bool:
    """Whether two intervals have a number in common, or a whole number."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    low_open = any(i.low_open for i in (a, b) if i.low == low)
    high_open = any(i.high_open for i in (a, b) if i.high == high)
    if low == high:
        return not (low_open or high_open)
    if not whole or isinstance(low, float) or isinstance(high, float):
        return low < high
    return (floor(low) + 1 if low_open else ceil(low)) <= (
        ceil(high) - 1 if high_open else floor(high)
    )


# ---- rows ------------------------------------------------------------------------------------


def _row(table: Table, keys: Sequence[Key], combination: Combination) -> Condition | None:
    """What holds for a combination of keys; None when it has no value."""
    for row in table.rows:
        if _fits(row, keys, combination):
            return row.then
    return None if NO_VALUE in combination else table.otherwise


def _fits(row: Row, keys: Sequence[Key], combination: Combination) -> bool:
    for cell, key, found in zip(row.cells, keys, combination, strict=True):
        match cell:
            case None:
                fits = True
            case CellOptions(options=options):
                fits = found in options
            case CellRange():
                fits = isinstance(found, int) and _covers(cell, key.pieces[found])
        if not fits:
            return False
    return True


def _covers(cell: CellRange, piece: Interval) -> bool:
    """Whether a piece lies in a cell: no end of a cell lies inside a piece."""
    low = -inf if cell.low is None else cell.low
    high = inf if cell.high is None else cell.high
    if piece.is_point and piece.low in (low, high):
        return (piece.low != low or cell.low_closed) and (piece.high != high or cell.high_closed)
    return low <= piece.low and piece.high <= high


def _matters(
    i: int,
    hit: Mapping[Combination, Condition | None],
    days: Sequence[Mapping[str, Interval]],
) -> bool:
    """Whether varying one key alone changes the row; keys that share a date vary together."""
    shared = any(days[i].keys() & other.keys() for j, other in enumerate(days) if j != i)
    if shared:
        return len(set(hit.values())) > 1
    rows: dict[Combination, set[Condition | None]] = {}
    for combination, then in hit.items():
        rows.setdefault(combination[:i] + combination[i + 1 :], set()).add(then)
    return any(len(several) > 1 for several in rows.values())


def _key_unknowns(key: NumberTerm | Ref, scope: Scope) -> Unknowns:
    match key:
        case Fact() | Field():
            return NOTHING if scope.known(key) is not None else scope.absence(key)
        case _:
            return number(key, scope).unknowns
