"""Atoms: the places they read, the selections they mention, and what a value in them depends on.

A value may depend on a condition or on a table. So what is to be done with a value is passed along
as ``use`` or ``leaf``, which gives the condition for one possible value; alternatives and rows call
it once each, and put the atom into each of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from critc.check import protocol as p
from critc.check import types as t
from critc.check.units import Unit
from critc.ir import nodes as n
from critc.source import Source
from critc.syntax import tree

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
    """A selection that an atom mentions; ``of`` are the records that it depends on, by their keys."""

    pick: p.Pick
    var: str
    where: n.Condition
    of: frozenset[int]
    arguments: Arguments


PickKey = tuple[int, str, int]
"""A pick by its key, its measurement, and the arguments under which it is read."""


@dataclass(slots=True)
class Atom:
    """An atom while it is built: the picks in it; a quantifier is one atom with all that is in it."""

    quantified: bool
    picks: dict[PickKey, Picked] = field(default_factory=dict)


class Atoms(ABC):
    """What the lowering of one criterion or definition keeps track of; the next classes add to it."""

    def __init__(self, protocol: p.Protocol, source: Source) -> None:
        self.protocol, self.source = protocol, source
        self.at = n.Origin()
        self.formula = ""  # the title of the formula whose value is being lowered
        self._atom: Atom | None = None
        self._vars: dict[int, str] = {}
        self._seen: set[int] = set()
        self._used: dict[str, int] = {}

    @abstractmethod
    def condition(self, condition: p.Condition, arguments: Arguments) -> n.Condition:
        """The core of a condition."""

    @abstractmethod
    def number(self, term: p.Term, unit: Unit, arguments: Arguments, use: UseNumber) -> n.Condition:
        """A number, counted in ``unit``."""

    @abstractmethod
    def date(self, term: p.Term, arguments: Arguments, use: UseDate) -> n.Condition:
        """A date."""

    # ---- atoms and picks --------------------------------------------------------------------

    def atom(self, build: Callable[[], n.Condition], quantified: bool = False) -> n.Condition:
        """Build an atom, and put the selections that it mentions around it (decision 14).

        In a quantifier, only those stay with the inner atom that depend on the record it looks at.
        """
        if self._atom and self._atom.quantified:
            return self._inner_atom(self._atom.picks, build)
        outer, self._atom = self._atom, Atom(quantified)
        condition = build()
        picks, self._atom = self._atom.picks, outer
        return _selected(tuple(picks.values()), condition)

    def _inner_atom(
        self, picks: dict[PickKey, Picked], build: Callable[[], n.Condition]
    ) -> n.Condition:
        before = set(picks)
        condition = build()
        own = [key for key, picked in picks.items() if picked.of and key not in before]
        return _selected(tuple(picks.pop(key) for key in own), condition)

    @contextmanager
    def quantified(self) -> Iterator[None]:
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
            before, self._seen = self._seen, set()
            with self.quantified():
                where = self.where(pick.key, var, pick.where, arguments)
            of = frozenset(self._seen - {pick.key})
            self._seen = before
            atom.picks[key] = Picked(pick, var, where, of, arguments)
        self._seen |= atom.picks[key].of
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
                self._seen.add(key)
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
        return n.Cases(tuple(found), otherwise, at=self.here)

    @property
    def here(self) -> n.Origin:
        """The condition's place, and the formula whose value is being lowered."""
        return replace(self.at, formula=self.formula) if self.formula else self.at

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
            otherwise = self._otherwise(table, inner, leaf, keys)
            return n.Table(table.name, keys, rows, otherwise, self._title(table), at=self.here)
        parameter = table.parameters[table.keys[len(keys)]]
        term, outer = self.given(parameter, inner)
        if isinstance(term, p.DefinedRef):
            return self._by_definition(table, term, inner, leaf, keys)
        if isinstance(parameter.type, t.Number):
            unit = parameter.type.unit
            return self.number(
                term, unit, outer, lambda key: self._keys(table, inner, leaf, (*keys, key))
            )
        return self._keys(table, inner, leaf, (*keys, self.place(term, outer)))

    def _title(self, table: p.Table) -> str:
        """What people call a table."""
        declared = (each for each in self.protocol.declarations if isinstance(each, tree.Table))
        return next((each.title for each in declared if each.name.text == table.name), "")

    def given(self, parameter: p.Parameter, arguments: Arguments) -> tuple[p.Term, Arguments]:
        """What a parameter stands for, through the parameters that it was passed on by."""
        term, outer = arguments.values[parameter.name]
        while isinstance(term, p.ParameterRef) and not isinstance(term.type, t.Number):
            term, outer = outer.values[term.of.name]
        return term, outer

    def _by_definition(
        self,
        table: p.Table,
        key: p.DefinedRef,
        inner: Arguments,
        leaf: Leaf,
        keys: tuple[n.NumberTerm | n.Ref, ...],
    ) -> n.Condition:
        """A definition as a key: the rows of "yes" if it holds, else those of "no"."""
        yes, no = (
            self._keys(_answered(table, len(keys), answer), inner, leaf, keys)
            for answer in ("yes", "no")
        )
        return n.Cases((n.Case(n.Defined(key.name, at=self.at), yes),), no, at=self.here)

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
        return n.Table(table.name, keys[-1:], rows, at=self.here)


# ---- what needs no state ----------------------------------------------------------------------


def joined(parts: tuple[n.Condition, ...]) -> n.Condition:
    """All of the parts; one alone stands for itself."""
    if not parts:
        return n.Truth(True)
    return parts[0] if len(parts) == 1 else n.All(parts)


def _selected(picks: tuple[Picked, ...], condition: n.Condition) -> n.Condition:
    """The condition with the selections around it, those that others depend on outermost."""
    for picked in reversed(picks):
        condition = _selection(picked, condition)
    return condition


def _selection(picked: Picked, then: n.Condition) -> n.Condition:
    pick, var = picked.pick, picked.var
    date = n.DateOf(n.Field(var, pick.date.name))
    return n.Select(pick.order, pick.records.name, var, date, picked.where, then, at=then.at)


def bind(
    parameters: tuple[p.Parameter, ...], values: tuple[p.Term, ...], outer: Arguments
) -> Arguments:
    """The arguments of a call, each with what its own parameters stand for."""
    return Arguments(
        {
            parameter.name: (value, outer)
            for parameter, value in zip(parameters, values, strict=True)
        }
    )


def _answered(table: p.Table, place: int, answer: str) -> p.Table:
    """The rows for one answer of a yes/no key, without that key."""
    keys = (*table.keys[:place], *table.keys[place + 1 :])
    otherwise = table.otherwise
    if place == len(table.keys) - 1 and otherwise and otherwise[0].cells:
        otherwise = _rows_for(otherwise, 0, answer)
    return replace(table, keys=keys, rows=_rows_for(table.rows, place, answer), otherwise=otherwise)


def _rows_for(rows: tuple[p.Row, ...], place: int, answer: str) -> tuple[p.Row, ...]:
    return tuple(
        replace(row, cells=(*row.cells[:place], *row.cells[place + 1 :]))
        for row in rows
        if isinstance(cell := row.cells[place], p.CellOptions) and answer in cell.options
    )


def _cell(cell: p.CellOf) -> n.CellRange | n.CellOptions:
    match cell:
        case p.CellRange(low=low, high=high, low_closed=low_closed, high_closed=high_closed):
            return n.CellRange(low, high, low_closed, high_closed)
        case p.CellOptions(options=options):
            return n.CellOptions(options)
