"""Numbers, dates and lengths of time, lowered.

A value may depend on a condition or on a table. So what is to be done with a value is passed along
as ``use``, which gives the condition for one possible value; alternatives and rows call it once each.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from critc.check import protocol as p
from critc.check import types as t
from critc.check.units import NUMBER, Unit, conversion
from critc.ir import nodes as n
from critc.source import Source

Leaf = Callable[[p.Term, "Arguments"], n.Condition]
UseNumber = Callable[[n.NumberTerm], n.Condition]
UseLength = Callable[[n.LengthTerm], n.Condition]
UseDate = Callable[[n.DateTerm], n.Condition]


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """What the parameters of a definition, formula or table stand for, each with its own surroundings."""

    values: Mapping[str, tuple[p.Term, Arguments]]


NO_ARGUMENTS = Arguments({})


@dataclass(slots=True)
class Picked:
    """A selection that an atom mentions."""

    pick: p.Pick
    var: str
    where: n.Condition
    arguments: Arguments


@dataclass(slots=True)
class Atom:
    """An atom while it is built: the picks in it; a quantifier is one atom with all that is in it."""

    quantified: bool
    picks: dict[tuple[int, str, int], Picked] = field(default_factory=dict)


class Terms(ABC):
    """Lowers the values of one criterion or definition."""

    def __init__(self, protocol: p.Protocol, source: Source) -> None:
        self.protocol, self.source = protocol, source
        self.at = n.Origin()
        self._atom: Atom | None = None
        self._vars: dict[int, str] = {}
        self._used: dict[str, int] = {}

    @abstractmethod
    def condition(self, condition: p.Condition, arguments: Arguments) -> n.Condition:
        """The core of a condition."""

    # ---- atoms and picks --------------------------------------------------------------------

    def atom(self, build: Callable[[], n.Condition], quantified: bool = False) -> n.Condition:
        """Build an atom, and put the selections that it mentions around it (decision 14)."""
        if self._atom and self._atom.quantified:
            return build()
        outer, self._atom = self._atom, Atom(quantified)
        condition = build()
        picks, self._atom = self._atom.picks, outer
        for picked in reversed(picks.values()):
            condition = _selection(picked, condition)
        return condition

    @contextmanager
    def _quantified(self) -> Iterator[None]:
        """What is lowered in here belongs to the atom that is being built."""
        atom = self._atom
        assert atom is not None, "a value outside an atom"
        before, atom.quantified = atom.quantified, True
        yield
        atom.quantified = before

    def fresh(self, records: str) -> str:
        """A variable that no other quantifier of the criterion has."""
        self._used[records] = self._used.get(records, 0) + 1
        return f"{records}_{self._used[records]}"

    def _pick(self, pick: p.Pick, arguments: Arguments) -> str:
        """The variable of a pick in this atom; the picks that it depends on come before it."""
        atom = self._atom
        assert atom is not None, "a pick outside an atom"
        key = (pick.key, pick.records.name, id(arguments))
        if key not in atom.picks:
            var = self.fresh(pick.records.name)
            with self._quantified():
                where = self.where(pick.key, var, pick.where, arguments)
            atom.picks[key] = Picked(pick, var, where, arguments)
        return atom.picks[key].var

    def where(
        self, key: int, var: str, conditions: tuple[p.Condition, ...], arguments: Arguments
    ) -> n.Condition:
        """Conditions on the record that is bound to ``var``."""
        self._vars[key] = var
        return joined(tuple(self.condition(c, arguments) for c in conditions))

    # ---- places -----------------------------------------------------------------------------

    def place(self, term: p.Term, arguments: Arguments) -> n.Ref:
        """The fact or field that a term names."""
        match term:
            case p.FactRef(of=fact):
                return n.Fact(fact.name)
            case p.FieldRef(record=p.Pick() as pick, of=declared):
                return n.Field(self._pick(pick, arguments), declared.name)
            case p.FieldRef(record=p.Bound(key=key), of=declared):
                return n.Field(self._vars[key], declared.name)
            case p.ParameterRef(of=parameter):
                return self.place(*arguments.values[parameter.name])
            case _:
                raise AssertionError(f"{term} names no fact")

    # ---- what a value depends on ------------------------------------------------------------

    def each(self, term: p.Term, arguments: Arguments, leaf: Leaf) -> n.Condition:
        """``leaf`` for each value that a term can have: alternatives, rows, or itself."""
        match term:
            case p.Alternatives(cases=cases):
                return self._alternatives(cases, arguments, leaf)
            case p.Call(name=name) if name in self.protocol.tables:
                return self._table(self.protocol.tables[name], term, arguments, leaf)
            case p.Call(name=name):
                formula = self.protocol.formulas[name]
                inner = bind(formula.parameters, term.arguments, arguments)
                return self.each(formula.value, inner, leaf)
            case p.ParameterRef(of=parameter):
                value, outer = arguments.values[parameter.name]
                return self.each(value, outer, leaf)
            case _:
                return leaf(term, arguments)

    def _alternatives(
        self, cases: tuple[p.Alternative, ...], arguments: Arguments, leaf: Leaf
    ) -> n.Condition:
        found: list[n.Case] = []
        otherwise: n.Condition | None = None
        for case in cases:
            then = self.each(case.value, arguments, leaf)
            if case.condition is None:
                otherwise = then
            else:
                found.append(n.Case(self.condition(case.condition, arguments), then))
        return n.Cases(tuple(found), otherwise, at=self.at)

    def _table(self, table: p.Table, call: p.Call, arguments: Arguments, leaf: Leaf) -> n.Condition:
        inner = bind(table.parameters, call.arguments, arguments)
        return self._keys(table, inner, leaf, ())

    def _keys(
        self,
        table: p.Table,
        inner: Arguments,
        leaf: Leaf,
        keys: tuple[n.NumberTerm | n.Ref, ...],
    ) -> n.Condition:
        """The keys one by one, since a key may itself depend on something; then the rows."""
        if len(keys) == len(table.keys):
            rows = tuple(self._row(row, inner, leaf) for row in table.rows)
            return n.Table(
                table.name, keys, rows, self._otherwise(table, inner, leaf, keys), at=self.at
            )
        parameter = table.parameters[table.keys[len(keys)]]
        term, outer = inner.values[parameter.name]
        if isinstance(parameter.type, t.Number):
            unit = parameter.type.unit
            return self.number(
                term, unit, outer, lambda key: self._keys(table, inner, leaf, (*keys, key))
            )
        return self._keys(table, inner, leaf, (*keys, self.place(term, outer)))

    def _row(self, row: p.Row, inner: Arguments, leaf: Leaf) -> n.Row:
        return n.Row(tuple(_cell(cell) for cell in row.cells), self.each(row.value, inner, leaf))

    def _otherwise(
        self,
        table: p.Table,
        inner: Arguments,
        leaf: Leaf,
        keys: tuple[n.NumberTerm | n.Ref, ...],
    ) -> n.Condition | None:
        """The last row; when a key's options stand in the header, a table of that key alone."""
        if not table.otherwise:
            return None
        if not table.otherwise[0].cells:
            return self.each(table.otherwise[0].value, inner, leaf)
        rows = tuple(self._row(row, inner, leaf) for row in table.otherwise)
        return n.Table(table.name, keys[-1:], rows, at=self.at)

    # ---- numbers ----------------------------------------------------------------------------

    def number(self, term: p.Term, unit: Unit, arguments: Arguments, use: UseNumber) -> n.Condition:
        """A number, counted in ``unit``."""
        match term:
            case p.Call(name=name) if name in self.protocol.formulas:
                return self._formula(self.protocol.formulas[name], term, unit, arguments, use)
            case p.ParameterRef(of=parameter, bare=bare):
                value, outer = arguments.values[parameter.name]
                declared = parameter.type
                assert isinstance(declared, t.Number)
                return self.number(value, declared.unit if bare else unit, outer, use)
            case p.Alternatives() | p.Call():
                return self.each(
                    term, arguments, lambda part, inner: self.number(part, unit, inner, use)
                )
            case p.Arithmetic():
                return self._arithmetic(term, unit, arguments, use)
            case p.Extreme(terms=terms, which=which):
                return self._numbers(
                    terms, unit, arguments, lambda found: use(n.Extreme(which, found))
                )
            case p.Age(unit=counted):
                own = self._own(term)
                return self.date(
                    term.birth,
                    arguments,
                    lambda birth: self.date(
                        term.at,
                        arguments,
                        lambda at: use(convert(n.Age(counted, birth, at), own, unit)),
                    ),
                )
            case p.DaysBetween(start=start, end=end):
                own = self._own(term)
                return self.date(
                    start,
                    arguments,
                    lambda first: self.date(
                        end,
                        arguments,
                        lambda last: use(convert(n.DaysBetween(first, last), own, unit)),
                    ),
                )
            case _:
                return use(self._simple(term, unit, arguments))

    def _own(self, term: p.Term) -> Unit:
        return term.type.unit if isinstance(term.type, t.Number) else NUMBER

    def _simple(self, term: p.Term, unit: Unit, arguments: Arguments) -> n.NumberTerm:
        """A number that depends on nothing."""
        own, mass = self._own(term), None
        found: n.NumberTerm
        match term:
            case p.Literal(value=value):
                found = n.Const(value, shown_literal(term))
            case p.Rank(place=place, option=option):
                found = n.Const(Fraction(place), option.replace("_", " "))
            case p.LimitOf(of=of, side=side):
                found = n.ReferenceLimit(self.place(of, arguments), side)
            case p.Aggregate():
                found = self._aggregate(term, arguments)
            case _:
                found = n.Value(self.place(term, arguments))
        if isinstance(term.type, t.Number):
            mass = term.type.molar_mass
        return convert(found, own, unit, mass)

    def _formula(
        self, formula: p.Formula, call: p.Call, unit: Unit, arguments: Arguments, use: UseNumber
    ) -> n.Condition:
        inner = bind(formula.parameters, call.arguments, arguments)
        declared = formula.type
        assert isinstance(declared, t.Number)
        if not formula.empirical:
            return self.number(formula.value, unit, inner, use)
        return self.number(
            formula.value,
            NUMBER,
            inner,
            lambda found: use(convert(found, declared.unit, unit)),
        )

    def _arithmetic(
        self, term: p.Arithmetic, unit: Unit, arguments: Arguments, use: UseNumber
    ) -> n.Condition:
        """Sums are counted in the unit of the whole, products each in its own."""
        own = term.type.unit
        added = term.sign in ("+", "-")
        left = own if added else self._own(term.left)
        right = own if added else self._own(term.right)
        return self.number(
            term.left,
            left,
            arguments,
            lambda one: self.number(
                term.right,
                right,
                arguments,
                lambda other: use(convert(_calculated(term.sign, one, other), own, unit)),
            ),
        )

    def _numbers(
        self,
        terms: tuple[p.Term, ...],
        unit: Unit,
        arguments: Arguments,
        use: Callable[[tuple[n.NumberTerm, ...]], n.Condition],
        found: tuple[n.NumberTerm, ...] = (),
    ) -> n.Condition:
        if len(found) == len(terms):
            return use(found)
        return self.number(
            terms[len(found)],
            unit,
            arguments,
            lambda one: self._numbers(terms, unit, arguments, use, (*found, one)),
        )

    def _aggregate(self, term: p.Aggregate, arguments: Arguments) -> n.NumberTerm:
        records = term.bound.records
        var = self.fresh(records.name)
        with self._quantified():
            where = self.where(term.bound.key, var, term.where, arguments)
        of = n.Field(var, term.of.name)
        if term.op == "mean":
            date = n.DateOf(n.Field(var, date_field(records).name))
            return n.MeanOfLast(term.last, records.name, var, date, where, of)
        op: Literal["sum", "highest", "lowest"] = "sum" if term.op == "total" else term.op
        return n.Aggregate(op, records.name, var, where, of)

    # ---- lengths of time --------------------------------------------------------------------

    def length(self, term: p.Term, arguments: Arguments, use: UseLength) -> n.Condition:
        """A length of time; days stay days and months months."""
        match term:
            case p.Extreme(terms=terms, which=which):
                word: Literal["shorter", "longer"] = "shorter" if which == "smaller" else "longer"
                return self._lengths(
                    terms, arguments, lambda found: use(n.ExtremeLength(word, found))
                )
            case p.Alternatives() | p.ParameterRef():
                return self.each(term, arguments, lambda part, inner: self.length(part, inner, use))
            case p.Call(name=name) if name in self.protocol.tables or _mixed(term.type):
                return self.each(term, arguments, lambda part, inner: self.length(part, inner, use))
            case _:
                unit, word_of = _length_unit(term)
                return self.number(
                    term, unit, arguments, lambda amount: use(n.Length(_bare(amount), word_of))
                )

    def _lengths(
        self,
        terms: tuple[p.Term, ...],
        arguments: Arguments,
        use: Callable[[tuple[n.LengthTerm, ...]], n.Condition],
        found: tuple[n.LengthTerm, ...] = (),
    ) -> n.Condition:
        if len(found) == len(terms):
            return use(found)
        return self.length(
            terms[len(found)],
            arguments,
            lambda one: self._lengths(terms, arguments, use, (*found, one)),
        )

    # ---- dates ------------------------------------------------------------------------------

    def date(self, term: p.Term, arguments: Arguments, use: UseDate) -> n.Condition:
        """A date."""
        match term:
            case p.Day(value=value):
                return use(n.DateConst(value))
            case p.EndOf(of=of, side=side):
                return use(n.EndOf(self.place(of, arguments), side))
            case p.Shifted(date=date, direction=direction, length=length):
                return self.date(
                    date,
                    arguments,
                    lambda day: self.length(
                        length, arguments, lambda far: use(n.Shift(day, direction, far))
                    ),
                )
            case p.Extreme(which=which, terms=terms):
                return self._dates(
                    terms, arguments, lambda found: self._extreme_date(which, found, use)
                )
            case p.Alternatives() | p.Call() | p.ParameterRef():
                return self.each(term, arguments, lambda part, inner: self.date(part, inner, use))
            case _:
                return use(n.DateOf(self.place(term, arguments)))

    def _dates(
        self,
        terms: tuple[p.Term, ...],
        arguments: Arguments,
        use: Callable[[tuple[n.DateTerm, ...]], n.Condition],
        found: tuple[n.DateTerm, ...] = (),
    ) -> n.Condition:
        if len(found) == len(terms):
            return use(found)
        return self.date(
            terms[len(found)],
            arguments,
            lambda one: self._dates(terms, arguments, use, (*found, one)),
        )

    def _extreme_date(self, which: str, dates: tuple[n.DateTerm, ...], use: UseDate) -> n.Condition:
        """The later of several dates: the first that none of the others is after."""
        op: Literal["<=", ">="] = ">=" if which == "larger" else "<="
        cases = tuple(
            n.Case(
                joined(
                    tuple(
                        n.DateOrder(op, one, other, at=self.at)
                        for other in dates
                        if other is not one
                    )
                ),
                use(one),
            )
            for one in dates[:-1]
        )
        return n.Cases(cases, use(dates[-1]), at=self.at)

    def period(self, term: p.Term, arguments: Arguments) -> tuple[n.EndOf, n.EndOf]:
        """First and last day of a period."""
        place = self.place(term, arguments)
        return n.EndOf(place, "start"), n.EndOf(place, "end")


# ---- what needs no state ----------------------------------------------------------------------


def joined(parts: tuple[n.Condition, ...]) -> n.Condition:
    """All of the parts; one alone stands for itself."""
    if not parts:
        return n.Truth(True)
    return parts[0] if len(parts) == 1 else n.All(parts)


def date_field(records: p.Listed) -> p.Declared:
    """The date by which records are ordered: the measurement's, or the only one."""
    if records.measurement:
        return records.fields["date"]
    return next(f for f in records.fields.values() if isinstance(f.type, t.Date))


def _selection(picked: Picked, then: n.Condition) -> n.Condition:
    pick, var = picked.pick, picked.var
    date = n.DateOf(n.Field(var, pick.date.name))
    return n.Select(pick.order, pick.records.name, var, date, picked.where, then, at=then.at)


def bind(
    parameters: tuple[p.Parameter, ...], values: tuple[p.Term, ...], outer: Arguments
) -> Arguments:
    return Arguments(
        {
            parameter.name: (value, outer)
            for parameter, value in zip(parameters, values, strict=True)
        }
    )


def _cell(cell: p.CellOf) -> n.CellRange | n.CellOptions:
    match cell:
        case p.CellRange(low=low, high=high, low_closed=low_closed, high_closed=high_closed):
            return n.CellRange(low, high, low_closed, high_closed)
        case p.CellOptions(options=options):
            return n.CellOptions(options)


def _calculated(sign: str, left: n.NumberTerm, right: n.NumberTerm) -> n.NumberTerm:
    match sign:
        case "^":
            return n.Power(left, right)
        case "×":
            return n.Arith("*", left, right)
        case "+":
            return n.Arith("+", left, right)
        case "-":
            return n.Arith("-", left, right)
        case _:
            return n.Arith("/", left, right)


def convert(
    term: n.NumberTerm, own: Unit, unit: Unit, mass: Fraction | None = None
) -> n.NumberTerm:
    """A number of ``own`` units, counted in ``unit``; a literal keeps the words it was written in."""
    factor, offset = _exchange(own, unit, mass)
    if factor == 1 and offset == 0:
        return term
    if isinstance(term, n.Const):
        return n.Const(term.value * factor + offset, term.shown)
    return n.Convert(term, factor, offset, unit.shown or unit.code)


def _exchange(own: Unit, unit: Unit, mass: Fraction | None) -> tuple[Fraction, Fraction]:
    """Factor and offset from one unit to another, by the molar mass (g/mol) where need be."""
    if own.dimension == unit.dimension:
        return conversion(own, unit)
    assert mass is not None, f"{own.code} does not convert to {unit.code}"
    moles = dict(own.dimension).get("mol")
    return own.factor * (mass if moles else 1 / mass) / unit.factor, Fraction(0)


def shown_literal(literal: p.Literal) -> str:
    """The literal as people read it: ``75 × 10⁹/L``, ``9 g/dL``, ``10 %``."""
    unit = literal.type.unit.shown
    if not unit:
        return literal.text
    return f"{literal.text} × {unit}" if unit.startswith("10") else f"{literal.text} {unit}"


def _mixed(type: t.Type) -> bool:  # noqa: A002 - what the field is called
    return isinstance(type, t.Duration)


def _bare(amount: n.NumberTerm) -> n.NumberTerm:
    """The number of a length without its unit, which the length itself says."""
    if isinstance(amount, n.Const):
        return n.Const(amount.value, amount.shown.split(" ")[0])
    return amount


_UNITS: dict[str, n.LengthUnit] = {
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year",
}


def _length_unit(term: p.Term) -> tuple[Unit, n.LengthUnit]:
    """The unit in which a length is counted; years that are not whole are counted in months."""
    unit = term.type.unit if isinstance(term.type, t.Number) else NUMBER
    whole = not isinstance(term, p.Literal) or term.value.denominator == 1
    if unit.code in _UNITS and (whole or unit.code != "a"):
        return unit, _UNITS[unit.code]
    if unit.dimension == t.MONTHS:
        return MONTH, "month"
    return DAY, "day"


MONTH = Unit("mo", Fraction(1), dimension=t.MONTHS, shown="months")
DAY = Unit("d", Fraction(86400), dimension=t.DAYS, shown="days")
