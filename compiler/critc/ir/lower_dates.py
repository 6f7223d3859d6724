"""Lengths of time and dates, lowered: days stay days and months months."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from critc.check import protocol as p
from critc.check import types as t
from critc.check.units import NUMBER, Unit
from critc.ir import nodes as n
from critc.ir.lower_atoms import Arguments, UseDate, UseLength, joined
from critc.ir.lower_numbers import Numbers


class Dates(Numbers):
    """Lowers lengths of time and dates."""

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
            case p.Call(name=name) if name in self.protocol.tables or isinstance(
                term.type, t.Duration
            ):
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
