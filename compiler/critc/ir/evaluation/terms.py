"""Numbers, dates and lengths of time, as what they may still be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from math import floor, inf
from typing import Literal

from critc.ir import dictionary as types
from critc.ir.evaluation import days
from critc.ir.evaluation.intervals import (
    End,
    Interval,
    divided,
    extreme,
    negative,
    plus,
    point,
    rounded,
    sum_of_ends,
    times,
    whole_power,
)
from critc.ir.evaluation.lists import aggregate, count, distinct, mean_of_last, tally
from critc.ir.evaluation.powers import WHOLE_EXPONENT, power
from critc.ir.evaluation.results import NOT_COMPUTED, Term, union
from critc.ir.evaluation.scope import Scope, amount, date_of, end_of, reference_limit
from critc.ir.nodes import (
    Age,
    Aggregate,
    Arith,
    Const,
    Convert,
    Count,
    DateConst,
    DateOf,
    DateTerm,
    DaysBetween,
    Distinct,
    EndOf,
    Extreme,
    ExtremeLength,
    Length,
    LengthTerm,
    LengthUnit,
    MeanOfLast,
    NumberTerm,
    Power,
    ReferenceLimit,
    Root,
    Round,
    Shift,
    Value,
)

Direction = Literal["after", "before"]


def number(term: NumberTerm, scope: Scope) -> Term:
    """A number, exact or as an interval."""
    match term:
        case Const(value=value):
            return Term(point(value))
        case Value(ref=ref):
            return amount(ref, scope)
        case ReferenceLimit(ref=ref, side=side):
            return reference_limit(ref, side, scope)
        case Arith():
            return _arithmetic(term.op, number(term.left, scope), number(term.right, scope))
        case Convert():
            return convert(term, number(term.term, scope))
        case Power():
            return _power(number(term.term, scope), number(term.exponent, scope))
        case Root():
            return _power(number(term.term, scope), Term(point(Fraction(1, term.degree))))
        case Round():
            inner = number(term.term, scope)
            return replace(inner, value=inner.value and rounded(inner.value, term.digits))
        case Extreme():
            return joined(extreme_of(term.which), [number(one, scope) for one in term.terms])
        case Age():
            ends = date(term.birth, scope), date(term.at_date, scope)
            return joined(_age(term.unit), ends)
        case DaysBetween():
            ends = date(term.start, scope), date(term.end, scope)
            return joined(lambda start, end: plus(end, negative(start)), ends)
        case Count():
            return count(tally(term.records, term.var, term.where, scope))
        case Distinct():
            return distinct(tally(term.records, term.var, term.where, scope), term.of)
        case Aggregate():
            declared = scope.program.listed(term.records).field(term.of.name)
            members = tally(term.records, term.var, term.where, scope)
            return aggregate(term.op, members, term.of, declared)
        case MeanOfLast():
            members = tally(term.records, term.var, term.where, scope)
            dates = [date(term.date, member.scope) for member in members.members]
            return mean_of_last(term.n, members, term.of, dates)


def joined(operation: Callable[..., Interval | None], terms: Iterable[Term]) -> Term:
    """What an operation makes of some terms; of one that has no value it makes none."""
    several = list(terms)
    values = [term.value for term in several]
    return Term(
        None if None in values else operation(*values),
        _never(several),
        union(term.unknowns for term in several),
    )


def _never(terms: Iterable[Term]) -> bool | None:
    flags = [term.never for term in terms]
    if True in flags:
        return True
    return None if None in flags else False


def extreme_of(which: Literal["smaller", "larger"]) -> Callable[..., Interval]:
    return lambda *values: extreme(which, values)


# ---- numbers ---------------------------------------------------------------------------------


def _arithmetic(op: Literal["+", "-", "*", "/"], left: Term, right: Term) -> Term:
    match op:
        case "+":
            return joined(plus, (left, right))
        case "-":
            return joined(lambda a, b: plus(a, negative(b)), (left, right))
        case "*":
            return joined(times, (left, right))
        case "/":
            by_zero = right.value is not None and right.value == point(0)
            return _blamed(joined(divided, (left, right)), by_zero)


def _blamed(term: Term, to_blame: bool) -> Term:
    """``term``; if it has no value and its known parts are to blame, that is one of the causes."""
    if term.value is None and to_blame:
        return replace(term, unknowns=term.unknowns | NOT_COMPUTED)
    return term


def convert(conversion: Convert, term: Term) -> Term:
    factor, offset = point(conversion.factor), point(conversion.offset)
    return joined(lambda value: plus(times(value, factor), offset), [term])


def _power(base: Term, exponent: Term) -> Term:
    known = [term.value is not None and term.value.is_point for term in (base, exponent)]
    return _blamed(joined(_powered, (base, exponent)), all(known))


def _powered(base: Interval, exponent: Interval) -> Interval | None:
    """A power; one that is not whole only of what is known."""
    if not exponent.is_point or isinstance(exponent.low, float):
        return None
    if exponent.low.denominator == 1:
        whole = exponent.low.numerator
        return whole_power(base, whole) if abs(whole) <= WHOLE_EXPONENT else None
    if not base.is_point or isinstance(base.low, float):
        return None
    return power(base.low, exponent.low)


def _age(unit: Literal["years", "months"]) -> Callable[[Interval, Interval], Interval]:
    completed = days.completed_years if unit == "years" else days.completed_months

    def age(birth: Interval, at: Interval) -> Interval:
        low = _completed(completed, birth.high, at.low, -inf)
        high = _completed(completed, birth.low, at.high, inf)
        return Interval(low, high, low == -inf, high == inf and low != inf)

    return age


def _completed(completed: Callable[[int, int], int], birth: End, at: End, doubtful: float) -> End:
    if isinstance(birth, float) or isinstance(at, float):
        return sum_of_ends(at, -birth, doubtful)
    return Fraction(completed(floor(birth), floor(at)))


def is_whole(term: NumberTerm, scope: Scope) -> bool:
    """Whether a term can be nothing but a whole number."""
    match term:
        case Const(value=value):
            return value.denominator == 1
        case Value(ref=ref):
            match scope.declared(ref).type:
                case types.Number(whole=whole):
                    return whole
                case types.Choice():
                    return True
                case _:
                    return False
        case Arith(op="/"):
            return False
        case Arith(left=left, right=right):
            return is_whole(left, scope) and is_whole(right, scope)
        case Extreme(terms=terms):
            return all(is_whole(one, scope) for one in terms)
        case Round(digits=digits):
            return digits <= 0
        case Age() | Count() | Distinct():
            return True
        case _:
            return False


# ---- dates and lengths -----------------------------------------------------------------------


def date(term: DateTerm, scope: Scope) -> Term:
    """A day, as an ordinal: exact, or as the days that it may be."""
    match term:
        case DateConst(value=value):
            return Term(point(value.toordinal()))
        case DateOf(ref=ref):
            return date_of(ref, scope)
        case EndOf(ref=ref, side=side):
            return end_of(ref, side, scope)
        case Shift():
            return reach(date(term.term, scope), term.direction, term.length, scope)


def reach(origin: Term, direction: Direction, length: LengthTerm, scope: Scope) -> Term:
    """The day a length after (before) another. The dates reached tell which length is shorter."""
    match length:
        case Length():
            return _shifted(origin, direction, length, scope)
        case ExtremeLength():
            nearer_is_smaller = direction == "after"
            smaller = (length.which == "shorter") == nearer_is_smaller
            reached = [reach(origin, direction, one, scope) for one in length.lengths]
            return joined(extreme_of("smaller" if smaller else "larger"), reached)


IN_DAYS = {"hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7)}
IN_MONTHS = {"month": Fraction(1), "year": Fraction(12)}


def _shifted(origin: Term, direction: Direction, length: Length, scope: Scope) -> Term:
    counted = number(length.amount, scope)
    counted = replace(counted, value=counted.value and extreme("larger", [counted.value, point(0)]))
    if length.unit in IN_DAYS:
        return joined(
            lambda day, n: plus(day, n if direction == "after" else negative(n)),
            (origin, _scaled(counted, IN_DAYS[length.unit])),
        )
    months = _whole_months(length.amount, length.unit, counted, scope)
    return joined(
        lambda day, n: _months_away(day, n if direction == "after" else negative(n)),
        (origin, months),
    )


def _scaled(term: Term, factor: Fraction) -> Term:
    return replace(term, value=term.value and times(term.value, point(factor)))


def _whole_months(amount: NumberTerm, unit: LengthUnit, counted: Term, scope: Scope) -> Term:
    """A number of months; none if it is a fraction, or may turn out to be one."""
    months = _scaled(counted, IN_MONTHS[unit])
    if months.value is None:
        return months
    low = months.value.low
    if not months.value.is_point:
        return months if is_whole(amount, scope) else replace(months, value=None)
    if isinstance(low, Fraction) and low.denominator != 1:
        return replace(months, value=None, unknowns=months.unknowns | NOT_COMPUTED)
    return months


def _months_away(day: Interval, months: Interval) -> Interval:
    low = _month_shift(day.low, months.low, -inf)
    high = _month_shift(day.high, months.high, inf)
    return Interval(low, high, day.low_open or low == -inf, day.high_open and high == inf)


def _month_shift(day: End, months: End, doubtful: float) -> End:
    """Several days may be clamped to one, so a finite end that is open before is not so after."""
    if isinstance(day, float) or isinstance(months, float):
        return sum_of_ends(day, months, doubtful)
    return Fraction(days.months_later(floor(day), floor(months)))
