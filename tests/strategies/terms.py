"""Random numbers, dates and lengths of time, over what is declared and what is bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import count
from typing import TypeVar

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n

NUMBERS = [Fraction(text) for text in ("-3", "-1", "0", "0.5", "1", "1.5", "2", "3", "5", "18")]
EXPONENTS = [Fraction(text) for text in ("0", "1", "2", "3", "-1", "-2", "1/2", "3/2", "-1/3")]
LENGTHS: list[tuple[str, n.LengthUnit]] = [
    ("0", "day"),
    ("1", "day"),
    ("14", "day"),
    ("7.5", "day"),
    ("36", "hour"),
    ("2", "week"),
    ("4", "week"),
    ("1", "month"),
    ("3", "month"),
    ("1", "year"),
]
DAYS = [
    date.fromisoformat(text)
    for text in (
        "2008-02-29",
        "2024-02-29",
        "2025-02-28",
        "2025-08-31",
        "2026-01-31",
        "2026-02-02",
        "2026-02-16",
        "2026-02-28",
        "2026-03-02",
        "2026-05-31",
    )
]
T = TypeVar("T")


@dataclass(frozen=True)
class Terms:
    """Draws terms where some variables stand for records of lists.

    ``condition`` draws a condition of so many levels: counts need one.
    """

    draw: st.DrawFn
    facts: Sequence[d.Declared]
    lists: Sequence[d.Listed]
    condition: Callable[[Terms, int], n.Condition]
    bound: Mapping[str, d.Listed] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def one_of(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(options))

    def chance(self) -> bool:
        return self.draw(st.booleans())

    # ---- what is declared ----

    def binding(self, listed: d.Listed) -> tuple[Terms, str]:
        var = f"x{next(self.numbers)}"
        return replace(self, bound={**self.bound, var: listed}), var

    def refs(self, wanted: Callable[[d.Type], bool]) -> list[n.Ref]:
        fields: list[n.Ref] = [
            n.Field(var, one.name)
            for var, listed in self.bound.items()
            for one in listed.fields
            if wanted(one.type)
        ]
        return fields + [n.Fact(one.name) for one in self.facts if wanted(one.type)]

    def ref(self, *types: type[d.Type]) -> n.Ref:
        """A fact or field of one of these types; a field twice as often, where there is one."""
        refs = self.refs(lambda kind: isinstance(kind, types))
        fields = [ref for ref in refs if isinstance(ref, n.Field)]
        return self.one_of(fields) if fields and self.chance() else self.one_of(refs)

    def type_of(self, ref: n.Ref) -> d.Type:
        match ref:
            case n.Fact(name=name):
                return next(one.type for one in self.facts if one.name == name)
            case n.Field(var=var, name=name):
                return self.bound[var].field(name).type

    # ---- numbers ----

    def number(self, depth: int = 1) -> n.NumberTerm:
        leaves: list[Callable[[], n.NumberTerm]] = [
            self.const,
            self.value,
            self.value,
            self.limit,
            self.age,
            self.days_between,
        ]
        inner: list[Callable[[int], n.NumberTerm]] = [
            self.arithmetic,
            self.convert,
            self.power,
            self.root,
            self.rounded,
            self.extreme,
            self.counted,
            self.distinct,
            self.aggregate,
            self.aggregate,
            self.mean,
            self.mean,
        ]
        deeper: list[Callable[[], n.NumberTerm]] = [partial(one, depth - 1) for one in inner]
        return self.one_of(deeper if depth > 0 and self.chance() else leaves)()

    def const(self) -> n.NumberTerm:
        return n.Const(self.one_of(NUMBERS))

    def value(self) -> n.NumberTerm:
        refs = self.refs(is_number)
        fields = [ref for ref in refs if isinstance(ref, n.Field)]
        return n.Value(self.one_of(fields or refs))

    def limit(self) -> n.NumberTerm:
        refs = self.refs(lambda kind: isinstance(kind, d.Quantity) and kind.limits)
        return n.ReferenceLimit(self.one_of(refs), self.one_of(["upper", "lower"]))

    def age(self) -> n.NumberTerm:
        return n.Age(self.one_of(["years", "months"]), self.date(0), self.date(0))

    def days_between(self) -> n.NumberTerm:
        return n.DaysBetween(self.date(0), self.date(0))

    def arithmetic(self, depth: int) -> n.NumberTerm:
        return n.Arith(self.one_of(["+", "-", "*", "/"]), self.number(depth), self.number(depth))

    def convert(self, depth: int) -> n.NumberTerm:
        factor = self.one_of([Fraction(1, 10), Fraction(5, 9), Fraction(12)])
        return n.Convert(self.number(depth), factor, self.one_of([Fraction(0), Fraction(-160, 9)]))

    def power(self, depth: int) -> n.NumberTerm:
        if self.chance() and self.chance():
            return n.Power(self.number(depth), n.Value(n.Fact("ecog")))
        return n.Power(self.number(depth), n.Const(self.one_of(EXPONENTS)))

    def root(self, depth: int) -> n.NumberTerm:
        return n.Root(self.one_of([2, 3]), self.number(depth))

    def rounded(self, depth: int) -> n.NumberTerm:
        return n.Round(self.number(depth), self.one_of([0, 1, 2]))

    def extreme(self, depth: int) -> n.NumberTerm:
        terms = (self.number(depth), self.number(depth), *([self.const()] * self.chance()))
        return n.Extreme(self.one_of(["smaller", "larger"]), terms)

    def counted(self, depth: int = 1) -> n.Count:
        listed = self.one_of(self.lists)
        inner, var = self.binding(listed)
        return n.Count(listed.name, var, self.condition(inner, depth))

    def distinct(self, depth: int = 1) -> n.Distinct:
        listed = self.one_of(self.lists)
        inner, var = self.binding(listed)
        countable = (d.Number, d.Quantity, d.Choice, d.Date)
        names = [one.name for one in listed.fields if isinstance(one.type, countable)]
        where = self.condition(inner, depth)
        return n.Distinct(listed.name, var, where, n.Field(var, self.one_of(names)))

    def aggregate(self, depth: int) -> n.NumberTerm:
        listed, inner, var, of = self.measure()
        where = self.condition(inner, depth)
        return n.Aggregate(self.one_of(["sum", "highest", "lowest"]), listed.name, var, where, of)

    def mean(self, depth: int) -> n.NumberTerm:
        listed, inner, var, of = self.measure()
        last = self.one_of([0, 1, 2, 3])
        day = self.day_of_record(listed, var)
        return n.MeanOfLast(last, listed.name, var, day, self.condition(inner, depth), of)

    def measure(self) -> tuple[d.Listed, Terms, str, n.Field]:
        """A list, bound, and one of its numbers."""
        having = [
            (listed, one.name)
            for listed in self.lists
            for one in listed.fields
            if is_number(one.type)
        ]
        listed, name = self.one_of(having)
        inner, var = self.binding(listed)
        return listed, inner, var, n.Field(var, name)

    # ---- dates and lengths ----

    def date(self, depth: int = 1) -> n.DateTerm:
        leaves = [self.date_const, self.date_of, self.date_of, self.end_of]
        return self.one_of(leaves + [partial(self.shift, depth - 1)] * (depth > 0))()

    def date_const(self) -> n.DateTerm:
        return n.DateConst(self.one_of(DAYS))

    def date_of(self) -> n.DateTerm:
        return n.DateOf(self.ref(d.Date))

    def end_of(self) -> n.DateTerm:
        return n.EndOf(self.ref(d.Period), self.one_of(["start", "end"]))

    def shift(self, depth: int) -> n.DateTerm:
        return n.Shift(self.date(depth), self.one_of(["after", "before"]), self.length(depth))

    def day_of_record(self, listed: d.Listed, var: str) -> n.DateTerm:
        """What orders the records of a list: a date that is no *or none*, or a period's end."""
        if listed.kind == "measurement":
            return n.DateOf(n.Field(var, "date"))
        if self.chance():
            return n.DateOf(n.Field(var, "stopped"))
        return n.EndOf(n.Field(var, "given"), self.one_of(["start", "end"]))

    def length(self, depth: int = 1) -> n.LengthTerm:
        options = [self.written, self.written, self.recorded]
        return self.one_of(options + [self.extreme_length] * (depth > 0))()

    def written(self) -> n.LengthTerm:
        amount, unit = self.one_of(LENGTHS)
        return n.Length(n.Const(Fraction(amount)), unit)

    def recorded(self) -> n.LengthTerm:
        """A length that data give: of hours or months, whole or not, absent or negative."""
        hours = n.Arith("*", n.Const(Fraction(5)), n.Value(n.Fact("half_life")))
        options: list[n.LengthTerm] = [
            n.Length(hours, "hour"),
            n.Length(n.Value(n.Fact("interval")), "month"),
            n.Length(n.Value(n.Fact("interval")), "year"),
            n.Length(n.Value(n.Fact("children")), "month"),
            n.Length(n.Value(n.Fact("score")), "week"),
        ]
        return self.one_of(options)

    def extreme_length(self) -> n.LengthTerm:
        lengths = (self.length(0), self.length(0), *([self.written()] * self.chance()))
        return n.ExtremeLength(self.one_of(["shorter", "longer"]), lengths)

    def window(self, rels: Sequence[n.Rel], sides: Sequence[n.Side]) -> n.Window:
        return n.Window(self.one_of(rels), self.length(), self.one_of(sides), self.date())


def is_number(kind: d.Type) -> bool:
    """Whether it can be counted with: numbers, quantities, ordered choices."""
    match kind:
        case d.Number() | d.Quantity() | d.Choice(ordered=True):
            return True
        case _:
            return False
