"""Conditions, lowered: each becomes one atom, a quantifier, or a joining of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from critc.check import protocol as p
from critc.check import types as t
from critc.check.units import NUMBER, Unit
from critc.ir import nodes as n
from critc.ir.lower_atoms import NO_ARGUMENTS, Arguments, UseNumber, bind
from critc.ir.lower_dates import Dates
from critc.ir.lower_numbers import date_field
from critc.source import Span

_UseWindow = Callable[[n.Window], n.Condition]

_OPS: dict[str, Literal["<", "<=", "=", ">=", ">"]] = {
    "<": "<",
    "≤": "<=",
    "=": "=",
    "≥": ">=",
    ">": ">",
}
_SIDES: dict[str, n.Side] = {"before": "before", "after": "after", "before or after": "around"}


class Lowering(Dates):
    """Lowers one criterion or definition; variables are unique in it."""

    def condition(self, condition: p.Condition, arguments: Arguments = NO_ARGUMENTS) -> n.Condition:
        """The core of a condition, with the place that it came from."""
        at = self._origin(condition)
        match condition:
            case p.Not() | p.ListOf() | p.Except() | p.When() | p.CasesOf():
                return self._joined(condition, arguments, at)
            case p.Applied():
                return self._applied(condition, arguments, at)
            case p.HowMany():
                return self.atom(lambda: self._how_many(condition, arguments, at), quantified=True)
            case _:
                outer, self.at = self.at, at
                found = self.atom(lambda: self._atom_of(condition, arguments, at))
                self.at = outer
                return found

    def _origin(self, condition: p.Condition) -> n.Origin:
        span: Span = condition.span
        first = self.source.line_of(span.start)
        return n.Origin(first, max(first, self.source.line_of(span.end - 1)), condition.says)

    # ---- joined -----------------------------------------------------------------------------

    def _joined(
        self,
        condition: p.Not | p.ListOf | p.Except | p.When | p.CasesOf,
        arguments: Arguments,
        at: n.Origin,
    ) -> n.Condition:
        match condition:
            case p.Not(part=part):
                return n.Not(self.condition(part, arguments), at=at)
            case p.ListOf():
                return self._list(condition, arguments, at)
            case p.Except(part=part, exception=exception, word=word):
                return n.Except(
                    self.condition(part, arguments),
                    self.condition(exception, arguments),
                    word,
                    at=at,
                )
            case p.When():
                return self._when(condition, arguments, at, otherwise=False)
            case p.CasesOf(cases=cases):
                return self._cases(cases, arguments, at)

    def _list(self, condition: p.ListOf, arguments: Arguments, at: n.Origin) -> n.Condition:
        parts = tuple(
            self._when(part, arguments, self._origin(part), condition.word == "all of")
            if isinstance(part, p.When)
            else self.condition(part, arguments)
            for part in condition.parts
        )
        match condition.word:
            case "all of":
                return n.All(parts, at=at)
            case "any of":
                return n.AnyOf(parts, at=at)
            case "none of":
                return n.Not(n.AnyOf(parts, at=at), at=at)
            case "count":
                return n.KOf(condition.low, condition.high, parts, at=at)

    def _when(
        self, condition: p.When, arguments: Arguments, at: n.Origin, otherwise: bool
    ) -> n.Condition:
        """A member that does not apply is left out of its list (decision 12)."""
        who, part = condition.who, condition.part
        return n.When(
            self.condition(who, arguments), self.condition(part, arguments), otherwise, at=at
        )

    def _cases(
        self, cases: tuple[p.CaseOf, ...], arguments: Arguments, at: n.Origin
    ) -> n.Condition:
        found: list[n.Case] = []
        otherwise: n.Condition | None = None
        for case in cases:
            then = self.condition(case.then, arguments)
            if case.condition is None:
                otherwise = then
            else:
                found.append(n.Case(self.condition(case.condition, arguments), then))
        return n.Cases(tuple(found), otherwise, at=at)

    def _applied(self, condition: p.Applied, arguments: Arguments, at: n.Origin) -> n.Condition:
        """A definition by name; one with parameters is written out, its arguments put in."""
        if not condition.arguments:
            return n.Defined(condition.name, at=at)
        definition = self.protocol.definitions[condition.name]
        inner = bind(definition.parameters, condition.arguments, arguments)
        return replace(self.condition(definition.condition, inner), at=at)

    # ---- quantifiers ------------------------------------------------------------------------

    def _how_many(self, condition: p.HowMany, arguments: Arguments, at: n.Origin) -> n.Condition:
        records, key = condition.bound.records, condition.bound.key
        var = self.fresh(records.name)
        when = (condition.timing,) if condition.timing else ()
        where = (condition.where,) if condition.where else ()
        if condition.consecutive:
            date = n.DateOf(n.Field(var, date_field(records).name))
            among = self.where(key, var, when, arguments)
            then = self.where(key, var, where, arguments)
            return n.Consecutive(condition.low or 0, records.name, var, date, among, then, at=at)
        kept = self.where(key, var, (*when, *where), arguments)
        if condition.distinct:
            of = n.Field(var, condition.distinct.name)
            count: n.Count | n.Distinct = n.Distinct(records.name, var, kept, of)
        else:
            count = n.Count(records.name, var, kept)
        return n.HowMany(count, condition.low, condition.high, at=at)

    # ---- atoms ------------------------------------------------------------------------------

    def _atom_of(self, condition: p.Condition, arguments: Arguments, at: n.Origin) -> n.Condition:
        match condition:
            case p.Holds(of=of):
                return self._holds(of, arguments, at)
            case p.Compare():
                return self._compare(condition, arguments, at)
            case p.Between():
                return self._between(condition, arguments, at)
            case p.IsOneOf(of=of, options=options):
                return self.each(
                    of, arguments, lambda part, inner: self._is(part, options, inner, at)
                )
            case p.Includes(of=of, options=options, mode=mode):
                return n.Includes(self.place(of, arguments), options, mode, at=at)
            case p.NormalRange(of=of, side=side):
                return _normal_range(self.place(of, arguments), side, at)
            case p.Cites(criterion=criterion):
                return n.Status(criterion, at=at)
            case p.InParts(parts=parts):
                return n.InParts(parts, at=at)
            case _:
                return self._timed(condition, arguments, at)

    def _holds(self, of: p.Place, arguments: Arguments, at: n.Origin) -> n.Condition:
        term: p.Term = of
        if isinstance(of, p.ParameterRef):
            term, arguments = self.given(of.of, arguments)
        if isinstance(term, p.DefinedRef):
            return n.Defined(term.name, at=at)
        return n.Asked(self.place(term, arguments), at=at)

    def _is(
        self, term: p.Term, options: tuple[str, ...], arguments: Arguments, at: n.Origin
    ) -> n.Condition:
        if isinstance(term, p.OptionNamed):
            return n.Truth(term.option in options, at=at)
        return n.Is(self.place(term, arguments), options, at=at)

    def _compare(self, condition: p.Compare, arguments: Arguments, at: n.Origin) -> n.Condition:
        left, right = condition.left, condition.right
        unit = _common_unit(left, right)
        op = _OPS[condition.sign]
        return self.number(
            left,
            unit,
            arguments,
            lambda one: self.number(
                right, unit, arguments, lambda other: n.Compare(op, one, other, at=at)
            ),
        )

    def _between(self, condition: p.Between, arguments: Arguments, at: n.Origin) -> n.Condition:
        unit = _common_unit(condition.term, condition.low)
        closed = not condition.high_open

        def number(term: p.Term, use: UseNumber) -> n.Condition:
            return self.number(term, unit, arguments, use)

        return number(
            condition.term,
            lambda term: number(
                condition.low,
                lambda low: number(
                    condition.high,
                    lambda high: n.Range(term, low, high, True, closed, at=at),
                ),
            ),
        )

    # ---- when -------------------------------------------------------------------------------

    def _timed(self, condition: p.Condition, arguments: Arguments, at: n.Origin) -> n.Condition:
        match condition:
            case p.DateOrder(sign=sign, left=left, right=right):
                op = _OPS[sign]
                return self.date(
                    left,
                    arguments,
                    lambda one: self.date(
                        right, arguments, lambda other: n.DateOrder(op, one, other, at=at)
                    ),
                )
            case p.Falls(of=of, window=window):
                return self._window(
                    window, arguments, lambda found: self._falls(of, found, arguments, at)
                )
            case p.Throughout():
                return self._throughout(condition, arguments, at)
            case p.During(of=of, moment=moment):
                start, end = self.period(of, arguments)
                return self.date(moment, arguments, lambda day: n.During(start, end, day, at=at))
            case p.Lasting():
                return self._lasting(condition, arguments, at)
            case _:
                raise AssertionError(f"{condition} is no atom")

    def _window(self, window: p.Window, arguments: Arguments, use: _UseWindow) -> n.Condition:
        side = _SIDES[window.side]
        return self.length(
            window.length,
            arguments,
            lambda length: self.date(
                window.moment,
                arguments,
                lambda moment: use(n.Window(window.word, length, side, moment)),
            ),
        )

    def _falls(
        self, of: p.Term, window: n.Window, arguments: Arguments, at: n.Origin
    ) -> n.Condition:
        if isinstance(of.type, t.Period):
            start, end = self.period(of, arguments)
            return n.Touches(start, end, window, at=at)
        return self.date(of, arguments, lambda day: n.Falls(day, window, at=at))

    def _throughout(
        self, condition: p.Throughout, arguments: Arguments, at: n.Origin
    ) -> n.Condition:
        start, end = self.period(condition.of, arguments)
        side = condition.side
        return self.length(
            condition.length,
            arguments,
            lambda length: self.date(
                condition.moment,
                arguments,
                lambda day: n.Throughout(start, end, "at least", length, side, day, at=at),
            ),
        )

    def _lasting(self, condition: p.Lasting, arguments: Arguments, at: n.Origin) -> n.Condition:
        start, end = self.period(condition.of, arguments)
        word = condition.word
        return self.length(
            condition.length,
            arguments,
            lambda length: self._window(
                condition.window,
                arguments,
                lambda window: n.LastsFor(start, end, word, length, window, at=at),
            ),
        )


def _common_unit(left: p.Term, right: p.Term) -> Unit:
    """The unit in which two numbers are compared: that of the fact, if one side is a literal."""
    term = right if isinstance(left, p.Literal) else left
    return term.type.unit if isinstance(term.type, t.Number) else NUMBER


def _normal_range(ref: n.Ref, side: str, at: n.Origin) -> n.Condition:
    value = n.Value(ref)
    low, high = n.ReferenceLimit(ref, "lower"), n.ReferenceLimit(ref, "upper")
    match side:
        case "above":
            return n.Compare(">", value, high, at=at)
        case "below":
            return n.Compare("<", value, low, at=at)
        case "inside":
            return n.Range(value, low, high, at=at)
        case _:
            return n.Not(n.Range(value, low, high, at=at), at=at)
