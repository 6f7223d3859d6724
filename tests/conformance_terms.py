"""The expressions of the worked examples, in nodes of the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as calendar_date
from fractions import Fraction
from itertools import count
from typing import Any, Literal, cast

from conformance_units import Measured, Refused, alike, base_of, product_of, root_of, unit_of

from critc.check.units import NUMBER
from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.tables import overlapping

Expression = Any  # JSON: a name, a literal, or a prefix list
COMPARISONS = ("<", "<=", "=", "!=", ">=", ">")
DATE_ORDER: Mapping[str, Literal["<", "<=", "=", ">=", ">"]] = {
    "before": "<",
    "on or before": "<=",
    "same day": "=",
    "on or after": ">=",
    "after": ">",
}
AGGREGATES = ("sum", "highest", "lowest")


@dataclass(frozen=True, slots=True)
class Bound:
    """A variable of a row: a record of a list, under a name of its own."""

    records: str
    var: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A variable of a row for which a value of a table stands in."""

    value: Expression
    scope: Translator


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates expressions where ``names`` are bound. ``numbers`` makes variables unique."""

    facts: Mapping[str, d.Declared]
    lists: Mapping[str, d.Listed]
    names: Mapping[str, Bound | Standing] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))

    # ---- names ----

    def binding(self, name: str, bound: Bound | Standing) -> Translator:
        return replace(self, names={**self.names, name: bound})

    def record(self, records: str, name: str) -> tuple[Translator, str]:
        bound = Bound(records, f"{name}_{next(self.numbers)}")
        return self.binding(name, bound), bound.var

    def ref(self, name: str) -> n.Ref:
        bound = self.names.get(name.partition(".")[0])
        return (
            n.Field(bound.var, name.partition(".")[2]) if isinstance(bound, Bound) else n.Fact(name)
        )

    def field(self, name: str) -> n.Field:
        return cast(n.Field, self.ref(name))

    def type(self, name: str) -> d.Type:
        bound = self.names.get(name.partition(".")[0])
        if isinstance(bound, Bound):
            return self.lists[bound.records].field(name.partition(".")[2]).type
        return self.facts[name].type

    def standing(self, name: Expression) -> Standing | None:
        found = self.names.get(name) if isinstance(name, str) else None
        return found if isinstance(found, Standing) else None

    # ---- conditions ----

    def condition(self, given: Expression) -> n.Condition:
        match given:
            case bool():
                return n.Truth(given)
            case str():
                return n.Asked(self.ref(given))
            case ["and", *parts]:
                return n.All(tuple(map(self.condition, parts)))
            case ["or", *parts]:
                return n.AnyOf(tuple(map(self.condition, parts)))
            case ["not", part]:
                return n.Not(self.condition(part))
            case ["none of", *parts]:
                return n.Not(n.AnyOf(tuple(map(self.condition, parts))))
            case ["at least" | "at most" | "exactly" as how, {"num": k}, *parts]:
                low = None if how == "at most" else int(k)
                high = None if how == "at least" else int(k)
                return n.KOf(low, high, tuple(map(self.condition, parts)))
            case ["unless", part, *exceptions]:
                excepted = self.condition(part)
                for exception in exceptions:
                    excepted = n.Except(excepted, self.condition(exception), "unless")
                return excepted
            case ["table" | "cases", *_]:
                return self.alternatives(given)
            case ["some" | "no" | "every" | "latest" | "earliest" | "two_consecutive", *_]:
                return self.over_records(given)
            case _:
                return self.atom(given)

    def atom(self, given: Expression) -> n.Condition:
        match given:
            case [op, left, right] if op in COMPARISONS:
                return self.comparison(op, left, right)
            case ["range", term, low, high, *ends]:
                among, least, most = (
                    one.term for one in alike(*map(self.measured, (term, low, high)))
                )
                return n.Range(among, least, most, *_closed(ends))
            case ["is", ref, {"choice": option}]:
                return n.Is(self.ref(ref), (option,))
            case ["one of", ref, {"set": options}]:
                return n.Is(self.ref(ref), tuple(options))
            case ["includes", ref, {"choice": option}]:
                return n.Includes(self.ref(ref), (option,), "any")
            case ["includes any" | "includes all" | "includes only" as how, ref, {"set": options}]:
                mode = cast(Literal["any", "all", "only"], how.removeprefix("includes "))
                return n.Includes(self.ref(ref), tuple(options), mode)
            case ["between", term, low, high, *ends]:
                day, first, last = map(self.date, (term, low, high))
                return n.DateBetween(day, first, last, *_closed(ends))
            case ["window", term, rel, length, side, moment]:
                window = n.Window(rel, self.length(length), side, self.date(moment))
                return n.Falls(self.date(term), window)
            case ["lasting", start, end, rel, length, moment]:
                return self.lasting(start, end, rel, length, moment)
            case [order, left, right] if order in DATE_ORDER:
                return n.DateOrder(DATE_ORDER[order], self.date(left), self.date(right))
            case _:
                raise ValueError(f"{given} is no condition")

    def comparison(self, op: Any, left: Expression, right: Expression) -> n.Condition:
        for name, choice in ((left, right), (right, left)):
            if isinstance(name, str) and isinstance(choice, dict) and "choice" in choice:
                same = n.Is(self.ref(name), (choice["choice"],))
                if not self.ordered(name):
                    return same if op == "=" else n.Not(same)
        ranked = left if isinstance(left, str) else right
        a, b = alike(self.measured(left, ranked), self.measured(right, ranked))
        return n.Compare(op, a.term, b.term)

    def ordered(self, name: str) -> bool:
        kind = self.type(name)
        return not isinstance(kind, d.Choice) or kind.ordered

    def lasting(
        self, start: Expression, end: Expression, rel: str, length: Expression, moment: Expression
    ) -> n.Condition:
        first, last, up_to = map(self.date, (start, end, moment))
        match rel:
            case "at least" | "more than":
                return n.Throughout(first, last, rel, self.length(length), "before", up_to)
            case _:
                window = n.Window(cast(n.Rel, rel), self.length(length), "before", up_to)
                return n.All((n.Falls(first, window), n.DateOrder(">=", last, up_to)))

    # ---- over records ----

    def over_records(self, given: Expression) -> n.Condition:
        match given:
            case ["some", records, name, where]:
                return n.HowMany(self.counted(records, name, where), low=1)
            case ["no", records, name, where]:
                return n.HowMany(self.counted(records, name, where), high=0)
            case ["every", records, name, where, then]:
                failing = ["and", where, ["not", then]]
                return n.HowMany(self.counted(records, name, failing), high=0)
            case ["latest" | "earliest" as order, records, name, day, where, then]:
                inner, var = self.record(records, name)
                return n.Select(
                    order,
                    records,
                    var,
                    inner.date(day),
                    inner.condition(where),
                    inner.condition(then),
                )
            case ["two_consecutive", records, name, day, where, then]:
                inner, var = self.record(records, name)
                return n.Consecutive(
                    2,
                    records,
                    var,
                    inner.date(day),
                    inner.condition(where),
                    inner.condition(then),
                )
            case _:
                raise ValueError(f"{given} is no condition over records")

    def counted(self, records: str, name: str, where: Expression) -> n.Count:
        inner, var = self.record(records, name)
        return n.Count(records, var, inner.condition(where))

    # ---- tables and alternatives ----

    def alternatives(self, given: Expression) -> n.Condition:
        match given:
            case ["table", {"keys": keys, "rows": rows, **rest}, name, then]:
                terms = [self.key(key) for key in keys.values()]
                units = [term.unit if isinstance(term, Measured) else NUMBER for term in terms]
                held = self.holding(name, then)
                table = n.Table(
                    name,
                    tuple(term.term if isinstance(term, Measured) else term for term in terms),
                    tuple(
                        n.Row(
                            tuple(
                                self.cell(row["when"].get(key), unit)
                                for key, unit in zip(keys, units, strict=True)
                            ),
                            held(row["value"]),
                        )
                        for row in rows
                    ),
                    held(rest["otherwise"]) if "otherwise" in rest else None,
                )
                if overlapping(table.rows):
                    raise Refused("rows overlap")
                return table
            case ["cases", cases, otherwise, name, then]:
                held = self.holding(name, then)
                return n.Cases(
                    tuple(n.Case(self.condition(one), held(value)) for one, value in cases),
                    None if otherwise is None else held(otherwise),
                )
            case _:
                raise ValueError(f"{given} has no alternatives")

    def holding(self, name: str, then: Expression) -> Callable[[Expression], n.Condition]:
        """The condition that uses a value, with the value put in."""
        return lambda value: self.binding(name, Standing(value, self)).condition(then)

    def key(self, given: Expression) -> Measured | n.Ref:
        if isinstance(given, str) and not self.is_number(given):
            return self.ref(given)
        return self.measured(given)

    def is_number(self, name: str) -> bool:
        return isinstance(self.type(name), d.Number | d.Quantity)

    def cell(self, given: Any, unit: Any) -> n.CellRange | n.CellOptions | None:
        match given:
            case None:
                return None
            case {"is": bool() as answer}:
                return n.CellOptions(("yes" if answer else "no",))
            case {"is": option}:
                return n.CellOptions((option,))
            case {"any_of": options}:
                return n.CellOptions(
                    tuple({True: "yes", False: "no"}.get(one, one) for one in options)
                )
            case _:
                low = given.get("from", given.get("above"))
                high = given.get("to", given.get("below"))
                return n.CellRange(
                    self.end(low, unit),
                    self.end(high, unit),
                    "above" not in given,
                    "below" not in given,
                )

    def end(self, given: Any, unit: Any) -> Fraction | None:
        if given is None:
            return None
        return cast(n.Const, self.measured(given).to(unit).term).value

    # ---- numbers ----

    def measured(self, given: Expression, ranked: Expression = None) -> Measured:
        """A number and its unit; an option literal ranks among those of the fact ``ranked``."""
        standing = self.standing(given)
        if standing:
            return standing.scope.measured(standing.value)
        match given:
            case {"num": text}:
                return Measured(n.Const(Fraction(text)), NUMBER, literal=True)
            case {"qty": text, "unit": code}:
                return Measured(n.Const(Fraction(text)), unit_of(code), literal=True)
            case {"choice": option}:
                names = [one.name for one in cast(d.Choice, self.type(ranked)).options]
                return Measured(n.Const(Fraction(names.index(option))), NUMBER, literal=True)
            case str():
                return Measured(n.Value(self.ref(given)), self.unit(given))
            case [op, left, right] if op in ("+", "-", "*", "/"):
                return self.arithmetic(op, self.measured(left), self.measured(right))
            case ["count" | "distinct" | "sum" | "highest" | "lowest" | "mean_last", *_]:
                return self.aggregate(given)
            case ["age" | "age_months" | "days", start, end]:
                return self.elapsed(given[0], self.date(start), self.date(end))
            case _:
                return self.function(given)

    def unit(self, name: str) -> Any:
        kind = self.type(name)
        return unit_of(kind.units[0].code) if isinstance(kind, d.Quantity) else NUMBER

    def arithmetic(self, op: Any, left: Measured, right: Measured) -> Measured:
        if op in ("+", "-"):
            a, b = alike(left, right)
            return Measured(n.Arith(op, a.term, b.term), a.unit)
        unit = product_of(left.unit, right.unit, 1 if op == "*" else -1)
        return Measured(n.Arith(op, left.term, right.term), unit)

    def elapsed(self, what: str, start: n.DateTerm, end: n.DateTerm) -> Measured:
        if what == "days":
            return Measured(n.DaysBetween(start, end), unit_of("d"))
        return Measured(n.Age("years" if what == "age" else "months", start, end), NUMBER)

    def function(self, given: Expression) -> Measured:
        match given:
            case ["uln" | "lln" as which, name]:
                side: Literal["upper", "lower"] = "upper" if which == "uln" else "lower"
                return Measured(n.ReferenceLimit(self.ref(name), side), self.unit(name))
            case ["to_mass", term, {"num": mass}]:
                molar = Measured(n.Const(Fraction(mass)), unit_of("g/mol"))
                return self.arithmetic("*", self.measured(term), molar)
            case ["in_unit", term, code]:
                return self.measured(term).to(unit_of(code))
            case ["smaller" | "larger" as which, *terms]:
                several = alike(*map(self.measured, terms))
                return Measured(
                    n.Extreme(which, tuple(one.term for one in several)), several[0].unit
                )
            case ["round", term, {"num": digits}, *code]:
                inner = self.measured(term)
                inner = inner.to(unit_of(code[0])) if code else inner
                return Measured(n.Round(inner.term, int(digits)), inner.unit)
            case ["root", {"num": degree}, term]:
                inner = self.measured(term)
                inner = inner.to(base_of(inner.unit))
                return Measured(n.Root(int(degree), inner.term), root_of(inner.unit, int(degree)))
            case ["pow", term, exponent]:
                return self.power(self.measured(term), self.measured(exponent).to(NUMBER))
            case _:
                raise ValueError(f"{given} is no number")

    def power(self, base: Measured, exponent: Measured) -> Measured:
        unit = NUMBER
        if base.unit.dimension:
            whole = exponent.term.value if isinstance(exponent.term, n.Const) else None
            if whole is None or whole.denominator != 1:
                raise Refused("units")
            unit = product_of(NUMBER, base.unit, int(whole))
        return Measured(n.Power(base.term, exponent.term), unit)

    def aggregate(self, given: Expression) -> Measured:
        match given:
            case ["count", records, name, where]:
                return Measured(self.counted(records, name, where), NUMBER)
            case ["distinct", records, name, where, of]:
                inner, var = self.record(records, name)
                where_ = inner.condition(where)
                return Measured(n.Distinct(records, var, where_, inner.field(of)), NUMBER)
            case ["sum" | "highest" | "lowest" as op, records, name, where, of]:
                inner, var = self.record(records, name)
                where_ = inner.condition(where)
                term = n.Aggregate(op, records, var, where_, inner.field(of))
                return Measured(term, inner.unit(of))
            case ["mean_last", {"num": k}, records, name, day, where, of]:
                inner, var = self.record(records, name)
                mean = n.MeanOfLast(
                    int(k),
                    records,
                    var,
                    inner.date(day),
                    inner.condition(where),
                    inner.field(of),
                )
                return Measured(mean, inner.unit(of))
            case _:
                raise ValueError(f"{given} is no aggregate")

    # ---- dates and lengths ----

    def is_date(self, given: Expression) -> bool:
        match given:
            case {"date": _} | ["plus" | "minus", *_]:
                return True
            case str():
                return isinstance(self.type(given), d.Date | d.Period)
            case _:
                return False

    def date(self, given: Expression) -> n.DateTerm:
        standing = self.standing(given)
        if standing:
            return standing.scope.date(standing.value)
        match given:
            case {"date": text}:
                return n.DateConst(calendar_date.fromisoformat(text))
            case str():
                ref = self.ref(given)
                ongoing = isinstance(self.type(given), d.Period)
                return n.EndOf(ref, "end") if ongoing else n.DateOf(ref)
            case ["plus", day, length]:
                return n.Shift(self.date(day), "after", self.length(length))
            case ["minus", day, length]:
                return n.Shift(self.date(day), "before", self.length(length))
            case _:
                raise ValueError(f"{given} is no date")

    def length(self, given: Expression) -> n.LengthTerm:
        standing = self.standing(given)
        if standing:
            return standing.scope.length(standing.value)
        match given:
            case {"dur": text, "unit": unit}:
                return n.Length(n.Const(Fraction(text)), unit)
            case ["shorter" | "longer" as which, *lengths]:
                return n.ExtremeLength(which, tuple(map(self.length, lengths)))
            case _:
                return self.measured_length(self.measured(given))

    def measured_length(self, counted: Measured) -> n.LengthTerm:
        months = counted.unit.dimension == unit_of("mo").dimension
        unit: n.LengthUnit = "month" if months else "day"
        return n.Length(counted.to(unit_of("mo" if months else "d")).term, unit)

    # ---- values ----

    def check(
        self, given: Expression, code: str | None, op: str, value: Fraction | calendar_date
    ) -> n.Condition:
        """Whether a value, in a unit if it is named, compares so with the one that is expected."""
        if self.is_date(given):
            day = value if isinstance(value, calendar_date) else calendar_date(2000, 1, 1)
            return n.DateOrder(cast(Any, op), self.date(given), n.DateConst(day))
        found = self.measured(given)
        found = found.to(unit_of(code)) if code else found
        limit = value if isinstance(value, Fraction) else Fraction(0)
        return n.Compare(cast(Any, op), found.term, n.Const(limit))


def _closed(ends: Sequence[str]) -> tuple[bool, bool]:
    text = ends[0] if ends else "[]"
    return text[0] == "[", text[1] == "]"
