"""What is known of one patient: the JSON shape read into exact values, or every problem with it.

Shapes: yes/no ``true``; judgement ``"yes"``, ``"no"``, ``"not yet"`` or ``{"answer", "by", "on"}``;
number a JSON number or its text; quantity ``{"value", "unit", "bound", "uln", "lln"}``; date
``"2026"``, ``"2026-03"``, ``"2026-03-02"``, or ``"none"`` where declared; period ``{"start", "end"}``,
the end may be ``"ongoing"``; choice its name; set ``[...]`` or ``{"values", "complete"}``; list
``[...]`` or ``{"records", "complete"}``. ``null`` is the same as leaving the key out. A measurement's
quantity stands in its record: ``{"value", "unit", ..., "date"}``.

A slip must not look like an answer: whatever does not fit is a problem, and a record with a problem
has no outcome at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

from critc.ir import dictionary as types
from critc.ir.dictionary import Declared, Listed
from critc.ir.nodes import Program
from critc.ir.written import days_of, decimal, is_text, shown


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or quantity in its declared unit; ``bound`` reads "reported as < 20"."""

    value: Fraction
    bound: str = ""
    uln: Fraction | None = None
    lln: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A date: some day from ``first`` to ``last``, both proleptic Gregorian ordinals."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Never:
    """It never happened (``or none``)."""


@dataclass(frozen=True, slots=True)
class Ongoing:
    """The end of what has not ended."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period; None is an end that is not known."""

    start: Day | None = None
    end: Day | Ongoing | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """The options of a set that hold; the others do not, unless it is incomplete."""

    values: frozenset[str] = frozenset()
    complete: bool = True


Known = bool | str | Amount | Day | Never | Span | Members


@dataclass(frozen=True, slots=True)
class Rows:
    """The records of a list, each its known fields by name."""

    items: tuple[Mapping[str, Known], ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a patient, by name; what is not there is not known."""

    facts: Mapping[str, Known]
    lists: Mapping[str, Rows]
    parts: Members | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the data; ``path`` reads ``therapies[0].given.end``."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class DataError(Exception):
    """The data of a patient do not fit the protocol's dictionary. ``problems`` has all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read(program: Program, data: Mapping[str, object]) -> Record:
    """A patient's data as exact values. Raises DataError with every problem that they have."""
    reader = _Reader(program)
    record = reader.patient(data)
    if reader.problems:
        raise DataError(reader.problems)
    return record


QUANTITY_KEYS = ("unit", "bound", "uln", "lln")


class _Reader:
    """Reads one patient; problems are collected, so each method returns None where it found one."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.problems: list[Problem] = []

    def problem(self, path: str, message: str) -> None:
        self.problems.append(Problem(path, message))

    # ---- the patient and its lists ----

    def patient(self, data: object) -> Record:
        given = self.mapping("", data, "a patient")
        facts = {declared.name: declared for declared in self.program.facts}
        lists = {listed.name: listed for listed in self.program.lists}
        reserved = {"id", "protocol"} | ({"parts"} if self.program.parts else set())
        self.undeclared("", given, facts.keys() | lists.keys() | reserved)
        return Record(
            self.fields("", given, self.program.facts),
            {
                name: self.rows(name, listed, given[name])
                for name, listed in lists.items()
                if given.get(name) is not None
            },
            self.parts(given.get("parts")),
            self.identity(given),
        )

    def identity(self, given: Mapping[str, object]) -> str:
        protocol, name = given.get("protocol"), given.get("id")
        if protocol is not None and protocol != self.program.protocol:
            self.problem("protocol", f"{shown(protocol)} is not {self.program.protocol}")
        return "" if name is None else self.text("id", name) or ""

    def parts(self, given: object) -> Members | None:
        if given is None or not self.program.parts:
            return None
        return self.members("parts", {part.name for part in self.program.parts}, given)

    def rows(self, path: str, listed: Listed, given: object) -> Rows:
        items, complete = self.complete(path, given, "records")
        return Rows(
            tuple(self.row(f"{path}[{i}]", listed, item) for i, item in enumerate(items)),
            complete,
        )

    def row(self, path: str, listed: Listed, given: object) -> Mapping[str, Known]:
        item = self.mapping(path, given, "a record")
        names = {declared.name for declared in listed.fields}
        measured = next((f for f in listed.fields if f.name == "value"), None)
        if listed.kind != "measurement" or measured is None:
            self.undeclared(path, item, names)
            return self.fields(f"{path}.", item, listed.fields)
        if not isinstance(measured.type, types.Quantity):
            self.undeclared(path, item, names)
            return self.fields(f"{path}.", item, listed.fields)
        self.undeclared(path, item, names | set(QUANTITY_KEYS))
        quantity = {key: item[key] for key in ("value", *QUANTITY_KEYS) if key in item}
        rest = self.fields(f"{path}.", item, [f for f in listed.fields if f is not measured])
        amount = self.measured(path, measured.type, quantity)
        return rest if amount is None else {**rest, "value": amount}

    def fields(
        self, prefix: str, given: Mapping[str, object], declared: Iterable[Declared]
    ) -> dict[str, Known]:
        found: dict[str, Known] = {}
        for one in declared:
            value = given.get(one.name)
            known = None if value is None else self.value(prefix + one.name, one.type, value)
            if known is not None:
                found[one.name] = known
        return found

    def value(self, path: str, kind: types.Type, given: object) -> Known | None:
        match kind:
            case types.YesNo():
                return self.yes_no(path, given)
            case types.Judged():
                return self.judgement(path, given)
            case types.Number():
                return self.number(path, kind, given)
            case types.Quantity():
                return self.quantity(path, kind, given)
            case types.Date(or_none=or_none):
                return Never() if or_none and given == "none" else self.date(path, given)
            case types.Period(or_none=or_none):
                return Never() if or_none and given == "none" else self.period(path, given)
            case types.Choice(options=options):
                return self.choice(path, {option.name for option in options}, given)
            case types.Set(options=options):
                return self.members(path, {option.name for option in options}, given)
            case types.Text():
                return self.text(path, given)

    # ---- answers ----

    def yes_no(self, path: str, given: object) -> bool | None:
        if not isinstance(given, bool):
            self.problem(path, f"{shown(given)} is neither true nor false")
            return None
        return given

    def judgement(self, path: str, given: object) -> bool | None:
        answer = given
        if isinstance(given, Mapping):
            self.undeclared(path, given, {"answer", "by", "on"})
            answer = given.get("answer")
            if given.get("by") is not None:
                self.text(f"{path}.by", given["by"])
            if given.get("on") is not None:
                self.date(f"{path}.on", given["on"])
        if not isinstance(answer, str) or answer not in ("yes", "no", "not yet"):
            self.problem(path, f'{shown(answer)} is not "yes", "no" or "not yet"')
            return None
        return {"yes": True, "no": False, "not yet": None}[answer]

    def choice(self, path: str, options: set[str], given: object) -> str | None:
        if not isinstance(given, str) or given not in options:
            self.problem(path, f"{shown(given)} is not one of {', '.join(sorted(options))}")
            return None
        return given

    def members(self, path: str, options: set[str], given: object) -> Members:
        items, complete = self.complete(path, given, "values")
        chosen = [self.choice(f"{path}[{i}]", options, item) for i, item in enumerate(items)]
        for i, name in enumerate(chosen):
            if name is not None and name in chosen[:i]:
                self.problem(f"{path}[{i}]", f"{shown(name)} is listed twice")
        return Members(frozenset(name for name in chosen if name is not None), complete)

    def text(self, path: str, given: object) -> str | None:
        if not isinstance(given, str) or not is_text(given):
            self.problem(path, f"{shown(given)} is not text")
            return None
        return given

    # ---- numbers ----

    def number(self, path: str, kind: types.Number, given: object) -> Amount | None:
        value = self.decimal(path, given)
        if value is None:
            return None
        if kind.whole and value.denominator != 1:
            self.problem(path, f"{shown(given)} is not a whole number")
            return None
        return Amount(value) if self.in_range(path, kind, value, given) else None

    def measured(
        self, path: str, kind: types.Quantity, given: Mapping[str, object]
    ) -> Amount | None:
        """The quantity of a measurement. Nothing of it may stand without its value."""
        if given.get("value") is not None:
            return self.quantity(path, kind, given)
        for key in QUANTITY_KEYS:
            if given.get(key) is not None:
                self.problem(f"{path}.{key}", "is given without a value")
        return None

    def quantity(self, path: str, kind: types.Quantity, given: object) -> Amount | None:
        parts = self.mapping(path, given, "a quantity with value and unit")
        if parts is not given:
            return None
        self.undeclared(path, parts, {"value", *QUANTITY_KEYS})
        unit = self.unit(path, kind, parts)
        value = self.decimal(f"{path}.value", parts.get("value"))
        bound = self.bound(path, parts.get("bound"))
        uln, lln = (self.limit(path, kind, key, parts.get(key)) for key in ("uln", "lln"))
        if uln is not None and lln is not None and lln > uln:
            self.problem(f"{path}.lln", "the lower limit is above the upper one")
        if unit is None or value is None:
            return None
        amount = Amount(*(_converted(unit, value), bound), _limit(unit, uln), _limit(unit, lln))
        return amount if self.possible(path, kind, amount, parts["value"]) else None

    def unit(
        self, path: str, kind: types.Quantity, parts: Mapping[str, object]
    ) -> types.UnitOption | None:
        code = parts.get("unit")
        for option in kind.units:
            if option.code == code:
                return option
        accepted = ", ".join(option.code for option in kind.units)
        self.problem(f"{path}.unit", f"{shown(code)} is not one of {accepted}")
        return None

    def bound(self, path: str, given: object) -> str:
        if given is None:
            return ""
        if not isinstance(given, str) or given not in ("<", "<=", ">", ">="):
            self.problem(f"{path}.bound", f"{shown(given)} is not <, <=, > or >=")
            return ""
        return given

    def limit(self, path: str, kind: types.Quantity, key: str, given: object) -> Fraction | None:
        if given is None:
            return None
        if not kind.limits:
            self.problem(f"{path}.{key}", "no reference range is declared for it")
            return None
        return self.decimal(f"{path}.{key}", given)

    def possible(self, path: str, kind: types.Quantity, amount: Amount, given: object) -> bool:
        """Whether the value is in the declared range, and some value agrees with its bound."""
        if not self.in_range(f"{path}.value", kind, amount.value, given):
            return False
        nothing = (amount.bound == "<" and amount.value == kind.low) or (
            amount.bound == ">" and amount.value == kind.high
        )
        if nothing:
            self.problem(f"{path}.bound", "no value of the declared range agrees with it")
        return not nothing

    def in_range(
        self, path: str, kind: types.Number | types.Quantity, value: Fraction, given: object
    ) -> bool:
        below = kind.low is not None and value < kind.low
        above = kind.high is not None and value > kind.high
        if below or above:
            self.problem(path, f"{shown(given)} is out of the declared range")
        return not (below or above)

    def decimal(self, path: str, given: object) -> Fraction | None:
        """An exact number, of a JSON number or its text. Exponents and binary noise are refused."""
        value = decimal(given)
        if value is None:
            self.problem(path, f"{shown(given)} is not a decimal number")
        return value

    # ---- dates ----

    def date(self, path: str, given: object) -> Day | None:
        days = days_of(given)
        if days is None:
            self.problem(path, f"{shown(given)} is not a date")
            return None
        return Day(*days)

    def period(self, path: str, given: object) -> Span | None:
        parts = self.mapping(path, given, "a period with start and end")
        if parts is not given:
            return None
        self.undeclared(path, parts, {"start", "end"})
        start, end = parts.get("start"), parts.get("end")
        return Span(
            None if start is None else self.date(f"{path}.start", start),
            Ongoing()
            if end == "ongoing"
            else None
            if end is None
            else self.date(f"{path}.end", end),
        )

    # ---- shapes ----

    def mapping(self, path: str, given: object, what: str) -> Mapping[str, object]:
        if isinstance(given, Mapping):
            return given
        self.problem(path, f"{shown(given)} is not {what}")
        return {}

    def undeclared(self, path: str, given: Mapping[str, object], known: AbstractSet[str]) -> None:
        for key in given:
            if key not in known:
                self.problem(f"{path}.{key}" if path else str(key), "is not declared")

    def complete(self, path: str, given: object, key: str) -> tuple[Sequence[object], bool]:
        """The items of ``[...]`` or ``{key: [...], "complete": ...}``, and whether they are all."""
        if isinstance(given, Mapping):
            self.undeclared(path, given, {key, "complete"})
            complete = given.get("complete")
            if not isinstance(complete, bool):
                self.problem(f"{path}.complete", f"{shown(complete)} is neither true nor false")
            return self.items(f"{path}.{key}", given.get(key)), complete is True
        return self.items(path, given), True

    def items(self, path: str, given: object) -> Sequence[object]:
        if isinstance(given, list):
            return given
        self.problem(path, f"{shown(given)} is not a list")
        return ()


def _converted(unit: types.UnitOption, value: Fraction) -> Fraction:
    return value * unit.factor + unit.offset


def _limit(unit: types.UnitOption, value: Fraction | None) -> Fraction | None:
    return None if value is None else _converted(unit, value)
