"""The records of a list that a condition picks out: how many, how much, and the mean of the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Literal

from critc.ir.dictionary import Declared
from critc.ir.evaluation.intervals import (
    ENTIRE,
    Interval,
    divided,
    extreme,
    negative,
    plus,
    point,
)
from critc.ir.evaluation.results import (
    NOTHING,
    TIED,
    Term,
    Unknown,
    Unknowns,
    union,
)
from critc.ir.evaluation.scope import Scope, amount_in_range, declared_range
from critc.ir.nodes import Condition, Field
from critc.ir.record import Amount, Day, Rows


@dataclass(frozen=True, slots=True)
class Member:
    """A record that satisfies the condition (``certain``), or may do so."""

    scope: Scope
    certain: bool
    unknowns: Unknowns


@dataclass(frozen=True, slots=True)
class Tally:
    """The members; ``open`` tells why there may be more, None when there are no others."""

    records: str
    members: tuple[Member, ...]
    open: Unknown | None

    @property
    def certain(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.certain)

    @property
    def opened(self) -> Unknowns:
        return frozenset({self.open}) if self.open else NOTHING

    @property
    def too_few(self) -> Unknowns:
        """The records that are there do not suffice: those to come are asked for."""
        return frozenset({Unknown("missing", self.records)})

    @property
    def unknowns(self) -> Unknowns:
        """Whether there are more records, and which of the listed ones are members."""
        return union([self.opened, *(member.unknowns for member in self.members)])


def tally(records: str, var: str, where: Condition, scope: Scope) -> Tally:
    """The records of a list for which the condition is not false."""
    rows = scope.record.lists.get(records)
    if rows is None:
        return Tally(records, (), Unknown("missing", records))
    members = []
    for index in range(len(rows.items)):
        inner = scope.binding(var, records, index)
        judged = inner.judge(where, inner)
        if judged.outcome is not False:
            members.append(Member(inner, judged.outcome is True, judged.unknowns))
    return Tally(records, tuple(members), _open(records, rows))


def _open(records: str, rows: Rows) -> Unknown | None:
    return None if rows.complete else Unknown("list incomplete", records)


def dated(of: Tally, days: Sequence[Term]) -> tuple[Tally, Sequence[Term]]:
    """The members that have a day, and their days: what never happened has none.

    One that may be so is no certain member, and its day is one of the reasons.
    """
    kept = [(m, day) for m, day in zip(of.members, days, strict=True) if day.never is not True]
    members = tuple(
        member
        if day.never is False
        else Member(member.scope, False, member.unknowns | day.unknowns)
        for member, day in kept
    )
    return Tally(of.records, members, of.open), [day for _, day in kept]


# ---- how many --------------------------------------------------------------------------------


def count(of: Tally) -> Term:
    """How many members there are."""
    return Term(_from_to(len(of.certain), len(of.members), of), unknowns=of.unknowns)


def _from_to(low: int, high: int, of: Tally) -> Interval:
    """A number of records; without limit while there may be more."""
    most = inf if of.open else point(high).high
    return Interval(point(low).low, most, False, of.open is not None)


def distinct(of: Tally, field: Field) -> Term:
    """How many values of a field the members have: values not known may be new or not."""
    certain = [_value(member, field) for member in of.members if member.certain]
    every = [_value(member, field) for member in of.members]
    low = max(_different(certain), 1 if certain else 0)
    high = len({value for value in every if _is_exact(value)}) + sum(
        not _is_exact(value) for value in every
    )
    unknowns = union([of.unknowns, *(_field_unknowns(member, field) for member in of.members)])
    return Term(_from_to(low, high, of), unknowns=unknowns)


def _value(member: Member, field: Field) -> object:
    return member.scope.known(field)


def _is_exact(value: object) -> bool:
    match value:
        case None:
            return False
        case Amount(bound=bound):
            return not bound
        case Day(first=first, last=last):
            return first == last
        case _:
            return True


def _different(values: Iterable[object]) -> int:
    """The greatest number of values that differ for certain; days differ if they cannot meet."""
    exact, days = set[object](), list[Day]()
    for value in values:
        match value:
            case Day():
                days.append(value)
            case Amount(value=number, bound=""):
                exact.add(number)
            case None | Amount():
                pass
            case _:
                exact.add(value)
    found, after = 0, -inf
    for day in sorted(days, key=lambda day: day.last):
        if day.first > after:
            found, after = found + 1, day.last
    return len(exact) + found


def _field_unknowns(member: Member, field: Field) -> Unknowns:
    known = member.scope.known(field)
    if known is None:
        return member.scope.absence(field)
    if isinstance(known, Day) and known.first < known.last:
        return frozenset({Unknown("date too vague", member.scope.path(field))})
    return NOTHING if _is_exact(known) else frozenset({Unknown("cannot be computed")})


# ---- how much --------------------------------------------------------------------------------


def aggregate(
    op: Literal["sum", "highest", "lowest"], of: Tally, field: Field, declared: Declared
) -> Term:
    """Sum, highest or lowest of a field; the declared range bounds what is not known."""
    terms = [amount_in_range(field, member.scope) for member in of.members]
    values = [ENTIRE if term.value is None else term.value for term in terms]
    unknowns = union([of.unknowns, *(term.unknowns for term in terms)])
    allowed = declared_range(declared)
    if op == "sum":
        return Term(_sum(of, values, allowed), unknowns=unknowns)
    if not of.certain:
        return Term(None, unknowns=unknowns or of.too_few)
    if op == "highest":
        return Term(_highest(of, values, allowed), unknowns=unknowns)
    lowest = negative(_highest(of, [negative(value) for value in values], negative(allowed)))
    return Term(lowest, unknowns=unknowns)


def _sum(of: Tally, values: Sequence[Interval], allowed: Interval) -> Interval:
    total = point(0)
    for member, value in zip(of.members, values, strict=True):
        total = plus(total, value if member.certain else _or_nothing(value))
    if not of.open:
        return total
    negatives, positives = allowed.low < 0, allowed.high > 0
    return Interval(
        -inf if negatives else total.low,
        inf if positives else total.high,
        negatives or total.low_open,
        positives or total.high_open,
    )


def _or_nothing(value: Interval) -> Interval:
    """The values, and 0."""
    low, high = min(value.low, Fraction(0)), max(value.high, Fraction(0))
    return Interval(low, high, low != 0 and value.low_open, high != 0 and value.high_open)


def _highest(of: Tally, values: Sequence[Interval], allowed: Interval) -> Interval:
    pairs = list(zip(of.members, values, strict=True))
    least = extreme("larger", [value for member, value in pairs if member.certain])
    most = extreme("larger", [*values, *([allowed] if of.open else [])])
    return Interval(least.low, most.high, least.low_open, most.high_open)


# ---- the mean --------------------------------------------------------------------------------


def span(day: Term) -> Interval:
    """The days on which something may be; where they cannot be computed, any."""
    return ENTIRE if day.value is None else day.value


def mean_of_last(n: int, of: Tally, field: Field, days: Sequence[Term]) -> Term:
    """The mean of the last n members by day; of all of them for n = 0. None are skipped."""
    if of.open:
        return Term(None, unknowns=of.opened)
    of, days = dated(of, days)
    if len(of.certain) < max(n, 1):
        enough = len(of.members) >= max(n, 1)
        return Term(None, unknowns=of.unknowns if enough else of.too_few)
    terms = [amount_in_range(field, member.scope) for member in of.members]
    if n == 0:
        unknowns = union([of.unknowns, *(term.unknowns for term in terms)])
        return Term(_mean_of_some(of, [term.value or ENTIRE for term in terms]), unknowns=unknowns)
    return _mean_of_last(n, of, terms, days)


def _mean_of_last(n: int, of: Tally, terms: Sequence[Term], days: Sequence[Term]) -> Term:
    spans = [span(day) for day in days]
    everyone = range(len(of.members))
    surely = [x for x in everyone if of.members[x].certain and _among_last(n, x, spans)]
    maybe = [x for x in everyone if x not in surely and not _before_last(n, x, of, spans)]
    unknowns = [terms[x].unknowns for x in (*surely, *maybe)]
    unknowns += [of.members[x].unknowns | days[x].unknowns for x in maybe]
    if len({spans[x] for x in maybe if spans[x].is_point}) < sum(spans[x].is_point for x in maybe):
        unknowns.append(TIED)
    values = [term.value or ENTIRE for term in terms]
    total = plus(
        _total(values[x] for x in surely),
        _total_of_some(n - len(surely), [values[x] for x in maybe]),
    )
    return Term(divided(total, point(n)), unknowns=union(unknowns))


def _among_last(n: int, x: int, spans: Sequence[Interval]) -> bool:
    others = sum(spans[y].high >= spans[x].low for y in range(len(spans)) if y != x)
    return others < n


def _before_last(n: int, x: int, of: Tally, spans: Sequence[Interval]) -> bool:
    later = sum(
        of.members[y].certain and spans[y].low > spans[x].high for y in range(len(spans)) if y != x
    )
    return later >= n


def _total(values: Iterable[Interval]) -> Interval:
    total = point(0)
    for value in values:
        total = plus(total, value)
    return total


def _total_of_some(n: int, values: Sequence[Interval]) -> Interval:
    """The sum of n of them, whichever they are."""
    least = _total(sorted(values, key=lambda value: (value.low, value.low_open))[:n])
    most = _total(
        sorted(values, key=lambda value: (value.high, not value.high_open), reverse=True)[:n]
    )
    return Interval(least.low, most.high, least.low_open, most.high_open)


def _mean_of_some(of: Tally, values: Sequence[Interval]) -> Interval:
    """The mean of all that are certain and of any of the others."""
    pairs = list(zip(of.members, values, strict=True))
    certain = _total(value for member, value in pairs if member.certain)
    others = [value for member, value in pairs if not member.certain]
    means = []
    for n in range(len(others) + 1):
        total = plus(certain, _total_of_some(n, others))
        mean = divided(total, point(len(of.certain) + n))
        means.append(ENTIRE if mean is None else mean)
    low = extreme("smaller", means)
    high = extreme("larger", means)
    return Interval(low.low, high.high, low.low_open, high.high_open)
