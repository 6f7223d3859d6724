"""Numbers, lowered: each counted in the unit that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from critc.check import protocol as p
from critc.check import types as t
from critc.check.fit import exchange
from critc.check.units import NUMBER, Unit
from critc.ir import nodes as n
from critc.ir.lower_atoms import Arguments, Atoms, UseNumber, bind


class Numbers(Atoms):
    """Lowers numbers."""

    def number(self, term: p.Term, unit: Unit, arguments: Arguments, use: UseNumber) -> n.Condition:
        """A number, counted in ``unit``."""
        match term:
            case p.Call(name=name) if name in self.protocol.formulas:
                return self._formula(self.protocol.formulas[name], term, unit, arguments, use)
            case p.ParameterRef(of=parameter, bare=bare):
                value, outer = arguments.values[parameter.name]
                declared = parameter.type
                own = declared.unit if bare and isinstance(declared, t.Number) else unit
                return self.number(value, own, outer, use)
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
            case p.OptionNamed(option=option, type=kind):
                names = [each.name.text for each in kind.options]
                found = n.Const(Fraction(names.index(option)), option.replace("_", " "))
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
        """Its value, with its title; what is done with the value is outside of it again."""
        inner = bind(formula.parameters, call.arguments, arguments)
        declared = formula.type
        assert isinstance(declared, t.Number)
        own = NUMBER if formula.empirical else unit
        outer, self.formula = self.formula, self.formula or formula.title

        def leave(found: n.NumberTerm) -> n.Condition:
            if formula.empirical:
                found = convert(found, declared.unit, unit)
            within, self.formula = self.formula, outer
            condition = use(_titled(found, formula.title))
            self.formula = within
            return condition

        condition = self.number(formula.value, own, inner, leave)
        self.formula = outer
        return condition

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
        with self.quantified():
            where = self.where(term.bound.key, var, term.where, arguments)
        of = n.Field(var, term.of.name)
        if term.op == "mean":
            date = n.DateOf(n.Field(var, date_field(records).name))
            return n.MeanOfLast(term.last, records.name, var, date, where, of)
        op: Literal["sum", "highest", "lowest"] = "sum" if term.op == "total" else term.op
        return n.Aggregate(op, records.name, var, where, of)


# ---- what needs no state ----------------------------------------------------------------------


def date_field(records: p.Listed) -> p.Declared:
    """The date by which records are ordered: the measurement's, or the only one."""
    if records.measurement:
        return records.fields["date"]
    return next(f for f in records.fields.values() if isinstance(f.type, t.Date))


def _titled(term: n.NumberTerm, title: str) -> n.NumberTerm:
    return replace(term, at=n.Origin(formula=title))


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
    factor, offset = exchange(own, unit, mass)
    if factor == 1 and offset == 0:
        return term
    if isinstance(term, n.Const):
        return n.Const(term.value * factor + offset, term.shown)
    return n.Convert(term, factor, offset, unit.shown or unit.code)


def shown_literal(literal: p.Literal) -> str:
    """The literal as people read it: ``75 × 10⁹/L``, ``9 g/dL``, ``10 %``."""
    unit = literal.type.unit.shown
    if not unit:
        return literal.text
    return f"{literal.text} × {unit}" if unit.startswith("10") else f"{literal.text} {unit}"
