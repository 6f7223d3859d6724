"""The terms of clauses, as the calls that make them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from critc.ir import nodes
from critc.ir.clauses.calls import Argument, Call, Cause, call, exact, items_of
from critc.ir.dictionary import Choice, Date, Declared, Judged, Listed, Number, Period, Quantity


@dataclass(frozen=True)
class Bound:
    """The program, and the list over which each variable in sight runs."""

    program: nodes.Program
    lists: dict[str, Listed]

    def bind(self, var: str, records: str) -> Bound:
        """With one more variable."""
        return Bound(self.program, {**self.lists, var: self.program.listed(records)})

    def declared(self, ref: nodes.Ref) -> Declared:
        """What the data dictionary says of a fact or field."""
        if isinstance(ref, nodes.Fact):
            return self.program.fact(ref.name)
        return self.lists[ref.var].field(ref.name)


def reference(ref: nodes.Ref) -> Call:
    """A fact or field."""
    if isinstance(ref, nodes.Fact):
        return call("fact", ref.name)
    return call("field", ref.var, ref.name)


def number(term: nodes.NumberTerm, bound: Bound) -> Call:
    """A number."""
    match term:
        case nodes.Const(value=value):
            return call("Const", exact(value))
        case nodes.Value(ref=ref):
            return value_of(ref, bound)
        case nodes.ReferenceLimit(ref=ref, side=side):
            return call("Limit", {"upper": "uln", "lower": "lln"}[side], reference(ref))
        case nodes.Arith(op="*", left=left, right=right):
            return call("Product", number(left, bound), number(right, bound))
        case nodes.Arith(op="/", left=left, right=right):
            return call("Quotient", number(left, bound), number(right, bound))
        case nodes.Arith(op=op, left=left, right=right):
            return call("Sum", number(left, bound), op, number(right, bound))
        case nodes.Convert(term=part, factor=factor, offset=offset):
            more = [] if offset == 0 else [exact(offset)]
            return call("Convert", number(part, bound), exact(factor), *more)
        case nodes.Power(term=part, exponent=exponent):
            return call("Power", number(part, bound), number(exponent, bound))
        case nodes.Root(degree=degree, term=part):
            return call("Root", degree, number(part, bound))
        case nodes.Round(term=part, digits=digits):
            return call("Round", number(part, bound), digits)
        case nodes.Extreme(which=which, terms=terms):
            return call("Extreme", which, *(number(part, bound) for part in terms))
        case nodes.Age(unit=unit, birth=birth, at_date=at_date):
            return call("Age", unit, day(birth, bound), day(at_date, bound))
        case nodes.DaysBetween(start=start, end=end):
            return call("DaysBetween", day(start, bound), day(end, bound))
        case nodes.Count() | nodes.Distinct() | nodes.Aggregate() | nodes.MeanOfLast():
            return aggregate(term, bound)


def value_of(ref: nodes.Ref, bound: Bound) -> Call:
    """The number of a fact or field, with the range that is declared for it."""
    match bound.declared(ref).type:
        case Number(low=low, high=high) | Quantity(low=low, high=high):
            return call("Value", reference(ref), **declared_range(low, high))
        case Choice(options=options):
            names = items_of(option.name for option in options)
            return call("Value", reference(ref), options=names)
        case other:
            raise TypeError(f"{ref.name} is no number: {other}")


def declared_range(low: Fraction | None, high: Fraction | None) -> dict[str, int | str | None]:
    """The named arguments for a range."""
    return {
        "low": None if low is None else exact(low),
        "high": None if high is None else exact(high),
    }


Aggregate = nodes.Count | nodes.Distinct | nodes.Aggregate | nodes.MeanOfLast


def aggregate(term: Aggregate, bound: Bound) -> Call:
    """A number over the records of a list."""
    from critc.ir.clauses.conditions import clause_of

    inner = bound.bind(term.var, term.records)
    return aggregate_of(term, clause_of(term.where, inner).call, bound)


def aggregate_of(term: Aggregate, where: Call, bound: Bound) -> Call:
    """The same with the clause that the records satisfy."""
    records = listing(term.records, term.var, where)
    inner = bound.bind(term.var, term.records)
    match term:
        case nodes.Count():
            return call("Count", records)
        case nodes.Distinct(of=of):
            judged = isinstance(inner.declared(of).type, Judged)
            cause = Cause("NOT_YET") if judged else None
            return call("Distinct", records, distinct(of, inner), cause=cause)
        case nodes.Aggregate(op="sum", of=of):
            return call("Total", records, value_of(of, inner))
        case nodes.Aggregate(op=op, of=of):
            lowest = True if op == "lowest" else None
            return call("Highest", records, value_of(of, inner), lowest=lowest)
        case nodes.MeanOfLast(n=n, date=date, of=of):
            return call("MeanOfLast", n, records, day(date, inner), value_of(of, inner))


def distinct(of: nodes.Field, bound: Bound) -> Call:
    """The field whose values are told apart."""
    match bound.declared(of).type:
        case Date(or_none=or_none):
            return call("DateOf", reference(of), or_none=or_none or None)
        case Number() | Quantity():
            return value_of(of, bound)
        case _:
            return call("FieldOf", reference(of))


def listing(records: str, var: str, where: Call) -> Call:
    """The records of a list that satisfy a clause."""
    return call("Listing", records, var, where)


def day(term: nodes.DateTerm, bound: Bound) -> Call:
    """A date."""
    match term:
        case nodes.DateConst(value=value):
            return call("DayConst", value.year, value.month, value.day)
        case nodes.DateOf(ref=ref):
            return call("DateOf", reference(ref), or_none=or_none(ref, bound))
        case nodes.EndOf(ref=ref, side=side):
            return call("DateOf", reference(ref), side, or_none=or_none(ref, bound))
        case nodes.Shift(term=part, direction=direction, length=reach):
            return call("Shift", day(part, bound), direction, length(reach, bound))


def or_none(ref: nodes.Ref, bound: Bound) -> bool | None:
    """True if the date or period may be recorded as none, else None."""
    declared = bound.declared(ref).type
    return (isinstance(declared, (Date, Period)) and declared.or_none) or None


def length(term: nodes.LengthTerm, bound: Bound) -> Call:
    """A length of time."""
    match term:
        case nodes.Length(amount=amount, unit=unit):
            whole = unit in ("month", "year") and is_whole(amount, bound)
            return call("Length", number(amount, bound), unit, whole=whole or None)
        case nodes.ExtremeLength(which=which, lengths=lengths):
            return call("ExtremeLength", which, *(length(part, bound) for part in lengths))


def is_whole(term: nodes.NumberTerm, bound: Bound) -> bool:
    """Whether a term can be nothing but a whole number."""
    match term:
        case nodes.Const(value=value):
            return value.denominator == 1
        case nodes.Value(ref=ref):
            kind = bound.declared(ref).type
            return isinstance(kind, Choice) or (isinstance(kind, Number) and kind.whole)
        case nodes.Arith(op=op, left=left, right=right):
            return op != "/" and is_whole(left, bound) and is_whole(right, bound)
        case nodes.Extreme(terms=terms):
            return all(is_whole(part, bound) for part in terms)
        case nodes.Round(digits=digits):
            return digits <= 0
        case nodes.Age() | nodes.Count() | nodes.Distinct():
            return True
        case _:
            return False


def window(term: nodes.Window, bound: Bound) -> Call:
    """A stretch of days."""
    reach, moment = length(term.length, bound), day(term.moment, bound)
    return call("Window", term.rel, reach, term.side, moment)


def cell(of: nodes.CellRange | nodes.CellOptions | None) -> Argument:
    """A cell of a table."""
    match of:
        case None:
            return None
        case nodes.CellOptions(options=options):
            return call("Options", *(option for option in options))
        case nodes.CellRange(low=low, high=high):
            ends = brackets(of.low_closed, of.high_closed)
            return call(
                "Numbers",
                None if low is None else exact(low),
                None if high is None else exact(high),
                *ends,
            )


def brackets(low_closed: bool, high_closed: bool) -> list[str]:
    """The ends of a range, unless both are included."""
    ends = ("[" if low_closed else "(") + ("]" if high_closed else ")")
    return [] if ends == "[]" else [ends]
