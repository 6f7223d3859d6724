"""Numbers, dates, lengths of time and windows in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

from critc.ir.dictionary import Quantity
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
    Fact,
    Field,
    Length,
    LengthTerm,
    MeanOfLast,
    NumberTerm,
    Power,
    Ref,
    ReferenceLimit,
    Root,
    Round,
    Shift,
    Value,
    Window,
)
from critc.ir.words.days import Stretch, date_words, day_of, window_dates
from critc.ir.words.english import NUMBERED, aside, counted, enumerated, printed
from critc.ir.words.names import Names
from critc.ir.words.signs import decimals, nested, signs

_ARITHMETIC = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}
_SIDES = {"before": "before", "after": "after", "around": "before or after"}
_LIMITS = {"upper": "upper limit of normal", "lower": "lower limit of normal"}


def shown(number: Fraction) -> str:
    """An exact decimal, else a fraction: "1.5", "1/3"."""
    denominator = number.denominator
    places = 0
    while denominator % 10 == 0 or denominator % 5 == 0 or denominator % 2 == 0:
        denominator //= 10 if denominator % 10 == 0 else 5 if denominator % 5 == 0 else 2
        places += 1
    if denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    digits = f"{abs(int(number * 10**places)):0{places + 1}d}"
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{decimals}".rstrip("0").rstrip(".") if decimals else sign + whole


# ---- numbers --------------------------------------------------------------------------------


def number(term: NumberTerm, names: Names, beside: NumberTerm | None = None) -> str:
    """A number in words; ``beside`` is what it is compared with, which gives it its unit.

    The value of a formula goes by the formula's title.
    """
    if term.at.formula:
        return names.lower(term.at.formula)
    if nested(term):
        return signs(term, lambda each: operand(each, names))
    match term:
        case Const(value, literal):
            return constant(value, literal, beside, names)
        case Value(ref):
            return names.noun(ref)
        case ReferenceLimit(ref, side):
            own = isinstance(beside, Value) and beside.ref == ref
            limit = f"the {_LIMITS[side]}"
            return limit if own else f"{limit} of {names.noun(ref)}"
        case Arith():
            return _arithmetic(term, names, beside)
        case Convert(inner, _, _, unit):
            words = number(inner, names, beside)
            return f"{words} in {printed(unit)}" if unit else words
        case Power(base, exponent):
            return f"{operand(base, names)} to the power of {operand(exponent, names)}"
        case Root(degree, inner):
            roots = {2: "square", 3: "cube"}
            return f"the {roots.get(degree, f'{degree}th')} root of {operand(inner, names)}"
        case Round(inner, digits):
            return f"{operand(inner, names)} rounded to {decimals(digits)}"
        case Extreme(which, terms):
            return f"the {which} of {enumerated([number(each, names) for each in terms], 'and')}"
        case Age():
            return _age(term, names)
        case DaysBetween(start, end):
            return f"number of days from {moment(start, names)} to {moment(end, names)}"
        case Count() | Distinct() | Aggregate() | MeanOfLast():
            return _over_records(term, names)


def _arithmetic(term: Arith, names: Names, beside: NumberTerm | None) -> str:
    """A sum or a product of two, or a product that is divided."""
    op, left, right = term.op, term.left, term.right
    if op in "+-":
        return f"{operand(left, names, beside)} {_ARITHMETIC[op]} {operand(right, names, beside)}"
    if op == "*" and isinstance(left, Const) and isinstance(right, Value):
        return f"{number(left, names)} times the {names.noun(right.ref)}"
    first = None if isinstance(left, Const) else beside
    chained = isinstance(left, Arith) and left.op in "*/"
    start = number(left, names, first) if chained else operand(left, names, first)
    comma = "," if isinstance(left, Arith) else ""
    second = None if isinstance(right, Const) else beside
    return f"{start}{comma} {_ARITHMETIC[op]} {operand(right, names, second)}"


def _age(age: Age, names: Names) -> str:
    day = day_of(age.at_date, names.dates)
    if "birth" not in dated(age.birth, names):
        birth = moment(age.birth, names)
        return f"completed {age.unit} from {birth} to {known(age.at_date, names)}"
    return f"age on {known(age.at_date, names)}" if day else f"age at {moment(age.at_date, names)}"


def operand(term: NumberTerm, names: Names, beside: NumberTerm | None = None) -> str:
    """A number inside a longer one."""
    return f"the {number(term, names)}" if term.at.formula else number(term, names, beside)


def constant(value: Fraction, literal: str, beside: NumberTerm | None, names: Names) -> str:
    """A number of the protocol, with the unit that it was written with or that its like has."""
    figures = printed(literal) or shown(value)
    ref = beside.ref if isinstance(beside, Value) else None
    if ref is not None and (option := names.ranked(ref, value)):
        return option
    if any(char.isalpha() or char == "%" for char in figures):
        return figures
    if isinstance(beside, Age):
        return counted(figures, beside.unit.removesuffix("s"))
    if isinstance(beside, DaysBetween):
        return counted(figures, "day")
    unit = names.unit(ref) if ref is not None else ""
    if figures == "1" and unit in ("hours", "days", "weeks", "months", "years"):
        unit = unit.removesuffix("s")
    return f"{figures} {unit}".rstrip()


def _over_records(term: Count | Distinct | Aggregate | MeanOfLast, names: Names) -> str:
    inside = names.inside(term)
    listed = names.lists[term.records]
    records = names.title(listed)
    which = f" {words}" if (words := inside.tell(term.where)) else ""
    measured = listed.kind == "measurement"
    match term:
        case Count():
            return f"number of {'results of ' if measured else ''}{records}{which}"
        case Distinct(of=of):
            return f"number of different entries for {inside.noun(of)} in {records}{which}"
        case Aggregate(op, of=of):
            counted = f", counting those{which}" if which.startswith(" where") else which
            return f"{_aggregate(op, '' if measured else inside.noun(of), records)}{counted}"
        case MeanOfLast(n, of=of):
            last = f"the last {n}" if n else "all"
            what = f"results of {records}" if measured else f"{inside.noun(of)} in {records}"
            return f"mean of {last} {what}{which}"


def _aggregate(op: str, noun: str, records: str) -> str:
    """A sum or an extreme of a list: "total dose of courses", "highest systolic in readings"."""
    if not noun:
        return f"{'total of' if op == 'sum' else op} {records}"
    if op != "sum":
        return f"{op} {noun} in {records}"
    if "," in noun or noun.startswith("total"):
        return f"total of the {noun}{',' if ',' in noun else ''} in {records}"
    return f"total {noun} of {records}"


def refs(term: NumberTerm) -> Iterator[Ref]:
    """The facts and fields that a number is computed from, outside counts of records."""
    match term:
        case Value(ref) | ReferenceLimit(ref):
            yield ref
        case Arith(_, left, right) | Power(left, right):
            yield from refs(left)
            yield from refs(right)
        case Convert(inner) | Root(_, inner) | Round(inner):
            yield from refs(inner)
        case Extreme(_, terms):
            for each in terms:
                yield from refs(each)
        case Age(_, birth, at_date):
            yield from date_refs(birth)
            yield from date_refs(at_date)
        case DaysBetween(start, end):
            yield from date_refs(start)
            yield from date_refs(end)
        case Const() | Count() | Distinct() | Aggregate() | MeanOfLast():
            return


def date_refs(term: DateTerm) -> Iterator[Ref]:
    """The facts and fields that a date is taken from."""
    match term:
        case DateOf(ref) | EndOf(ref):
            yield ref
        case Shift(inner):
            yield from date_refs(inner)
        case DateConst():
            return


# ---- dates and lengths ----------------------------------------------------------------------


def dated(term: DateTerm, names: Names) -> str:
    """A date as the subject of a line: "last steroid dose", "end of hormone therapy"."""
    match term:
        case DateOf(Field() as field) if is_date_of_measurement(term, names):
            return "measured" if field.var not in names.picked else moment(term, names)
        case DateOf(ref):
            return _event(names.noun(ref))
        case EndOf(ref, side):
            return _end(names.noun(ref), side)
        case DateConst() | Shift():
            return moment(term, names)


def moment(term: DateTerm, names: Names, short: bool = False) -> str:
    """A date that something is counted from: "the first dose of study treatment"."""
    match term:
        case DateConst(value):
            return date_words(value)
        case DateOf(Fact(name) as ref) if names.facts[name].moment:
            return _with_article(_short(ref, names) if short else _event(names.noun(ref)))
        case DateOf(Field() as field) if is_date_of_measurement(term, names):
            return f"the day of {names.result(field)}"
        case DateOf(Field() as field):
            event = _event(names.noun(field))
            return event if re.match(r"(?:this|its|her|his) ", event) else f"the {event}"
        case DateOf(ref):
            return _with_article(_event(names.noun(ref)))
        case EndOf(ref, side):
            return f"the {_end(names.noun(ref), side)}"
        case Shift(inner, direction, each):
            return f"the day {length(each, names)} {direction} {moment(inner, names, short)}"


def _end(noun: str, side: Literal["start", "end"]) -> str:
    """ "last day of active infection" from "first to last day of active infection"."""
    if noun.startswith("first to last "):
        return noun.replace("first to last", "first" if side == "start" else "last", 1)
    return f"{side} of {noun}"


def _event(noun: str) -> str:
    """ "first dose" from "date of the first dose": what happened on that day."""
    bare = re.sub(r" \([^()]*\)$", "", noun)
    return (
        bare if bare == "date of this one" else bare.removeprefix("date of ").removeprefix("the ")
    )


def _with_article(noun: str) -> str:
    """The noun with its article; a name, a doing and "study entry" have none: "signing the form"."""
    without = NUMBERED.match(noun) or re.match(r"\w+ing (?:the|an?) |study \w+$", noun)
    named = without or " " not in noun
    return noun if named else f"the {noun}"


def visit(label: str) -> str:
    """A visit that something is done at: "the screening visit", "Visit 1"."""
    return label if label.startswith("not ") else _with_article(_event(label))


def _short(ref: Fact, names: Names) -> str:
    """ "first dose" for "first dose of study treatment", where no other moment is called so."""
    full = _event(names.noun(ref))
    head = full.partition(" of ")[0]
    moments = [_event(names.noun(Fact(each.name))) for each in names.facts.values() if each.moment]
    alone = sum(each.partition(" of ")[0] == head for each in moments) == 1
    return head if alone and " " in head else full


def length(term: LengthTerm, names: Names) -> str:
    """A length of time: "2 weeks", "the shorter of 21 days and 5 times the half-life"."""
    match term:
        case ExtremeLength(which, lengths):
            parts = enumerated([length(each, names) for each in lengths], "and")
            return f"the {which} of {parts}"
        case Length(Const(value, literal), unit):
            figures = shown(max(value, Fraction(0)))
            written = literal and any(char.isalpha() for char in literal)
            return printed(literal) if written else counted(figures, unit)
        case Length(amount, unit):
            words = number(amount, names)
            measured = any(isinstance(names.declared(ref).type, Quantity) for ref in refs(amount))
            the = "the " if isinstance(amount, Value) and not words.startswith("the ") else ""
            return f"{the}{words}" if measured else f"{the}{words} in {unit}s"


# ---- windows --------------------------------------------------------------------------------


def window(term: Window, names: Names, began: str = "") -> str:
    """Where a window lies: calendar dates with the rule in brackets, or the rule alone.

    ``began`` is "began " or "ended " where a period is meant whose near end counts.
    """
    if isinstance(term.length, ExtremeLength):
        return began + _whichever(term, term.length, names)
    if not window_dates(term, names.dates):
        return f"{began}{rule(term, names)} {known(term.moment, names)}"
    rule_words = f"{rule(term, names)} {moment(term.moment, names, short=True)}"
    return began + aside(_stretches(term, names), rule_words)


def rule(term: Window, names: Names) -> str:
    """The rule of a window up to its moment: "within 4 weeks before"."""
    long = length(term.length, names)
    if term.rel == "at least":
        return f"{long} or more {_SIDES[term.side]}"
    return f"{term.rel} {long} {_SIDES[term.side]}"


def _whichever(term: Window, of: ExtremeLength, names: Names) -> str:
    """A window by several lengths, each with its dates: "within A, or within B, before C, …"."""
    far = [_stretches(Window(term.rel, each, term.side, term.moment), names) for each in of.lengths]
    long = [f"{term.rel} {length(each, names)}" for each in of.lengths]
    ends = [aside(a, b) if b else a for a, b in zip(long, far, strict=True)]
    at = moment(term.moment, names, short=True) if any(far) else known(term.moment, names)
    which = of.which if len(ends) == 2 else {"shorter": "shortest", "longer": "longest"}[of.which]
    return f"{', or '.join(ends)}, {_SIDES[term.side]} {at}, whichever is {which}"


def _stretches(term: Window, names: Names) -> str:
    return " or ".join(_stretch(each) for each in window_dates(term, names.dates))


def _stretch(stretch: Stretch) -> str:
    match stretch:
        case Stretch(None, date() as last):
            return f"on {date_words(last)} or earlier"
        case Stretch(date() as first, None):
            return f"on {date_words(first)} or later"
        case Stretch(date() as first, date() as last) if first == last:
            return f"on {date_words(first)}"
        case Stretch(date() as first, date() as last) if first > last:
            return "on no day"
        case Stretch(date() as first, date() as last):
            return f"from {date_words(first)} to {date_words(last)}"
        case _:
            return "on any day"


def known(term: DateTerm, names: Names) -> str:
    """A date as a calendar date with what it is in brackets, or what it is alone."""
    day = day_of(term, names.dates)
    if day is None or isinstance(term, DateConst):
        return moment(term, names)
    return aside(date_words(day), moment(term, names, short=True))


def is_date_of_measurement(term: DateTerm, names: Names) -> bool:
    """Whether a date is that of a measurement's own record."""
    match term:
        case DateOf(Field() as field):
            return names.listed(field).kind == "measurement" and field.name == "date"
        case _:
            return False
