"""Worked examples as programs of the core and patients' data, so that every backend can run them.

A row's question is a condition, which becomes the inclusion criterion I1; a value, which is asked for
by comparisons (``value_checks``); or criteria, taken as they are. Its facts become a patient's JSON.
Where rows and the language say things differently:

- A yes/no fact that is "not yet answered" is declared as a judgement: only those can be so.
- The end of ``lasting`` may be "ongoing", which a date cannot: that fact is declared as a period of
  which nothing but the end is used. It is asked for as ``en``, so paths lose ``.end`` again.
- Sides of a comparison, ends of a range, terms of a sum are converted to the unit of the first one
  that is not a literal; the units of products and quotients are worked out.
- ``lasting`` with *within* or *less than* is two atoms, there is no node for it.
- The value of a table or of alternatives stands in for its name; so every row has its condition.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, cast

from critc.check.units import NUMBER, Unit, accepted, conversion, convertible, parse_unit
from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.tables import overlapping

FOLDER = Path(__file__).parent / "conformance"
Expression = Any  # JSON: a name, a literal, or a prefix list
ARITHMETIC: Mapping[str, Literal["+", "-", "*", "/"]] = {"+": "+", "-": "-", "*": "*", "/": "/"}
COMPARISONS = ("<", "<=", "=", "!=", ">=", ">")
DATE_ORDER: Mapping[str, Literal["<", "<=", "=", ">=", ">"]] = {
    "before": "<",
    "on or before": "<=",
    "same day": "=",
    "on or after": ">=",
    "after": ">",
}


class Refused(Exception):  # noqa: N818 - it is what a compiler says, not a defect
    """A compiler must refuse the question; ``why`` is "units" or "rows overlap"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Row:
    """One worked example."""

    file: str
    id: str
    types: Mapping[str, Any]
    facts: Mapping[str, Any]
    question: Expression
    expected: Mapping[str, Any]


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    """The rows of every file of a folder. Raises FileNotFoundError when it has none."""
    files = sorted(path for path in folder.glob("*.json") if path.name != "schema.json")
    if not files:
        raise FileNotFoundError(f"{folder} has no worked examples")
    for path in files:
        for row in json.loads(path.read_text(encoding="utf-8"))["rows"]:
            given = row["given"]
            yield Row(
                path.name, row["id"], given["types"], given["facts"], row["question"], row["expected"]
            )


# ---- programs --------------------------------------------------------------------------------


def program(row: Row) -> n.Program:
    """The program of a row's question. Raises Refused where a compiler must refuse it."""
    translator = _Translator(row)
    match row.question:
        case {"criteria": criteria}:
            return translator.program([_criterion(translator, one) for one in criteria])
        case {"value": term, **rest}:
            checks = value_checks(row.expected["value"])
            conditions = [translator.check(term, rest.get("unit"), check) for check in checks]
        case condition:
            conditions = [translator.condition(condition)]
    return translator.program(
        [_inclusion(f"I{i}", one) for i, one in enumerate(conditions, start=1)]
    )


def value_checks(value: Any) -> Sequence[tuple[str, Expression]]:
    """Comparisons of a value that are true when it is as expected (unknown, for "unknown")."""
    match value:
        case {"exact": text}:
            return [("=", Fraction(text))]
        case {"from": low, "to": high}:
            return [(">=", Fraction(low)), ("<=", Fraction(high))]
        case {"date": text}:
            return [("=", date.fromisoformat(text))]
        case _:
            return [("=", Fraction(0)), (">=", Fraction(0))]


def _inclusion(name: str, condition: n.Condition) -> n.Criterion:
    return n.Criterion(name, "inclusion", name[1:], "", condition, 1, 1)


def _criterion(translator: _Translator, given: Mapping[str, Any]) -> n.Criterion:
    condition = translator.condition(given["condition"])
    criterion = replace(_inclusion(given["id"], condition), kind=given["kind"])
    if "applies" not in given:
        return criterion
    return replace(criterion, applies=translator.condition(given["applies"]))


def patient(row: Row) -> dict[str, Any]:
    """The JSON of a row's facts."""
    ends = _ends(row.question)
    return {
        name: {"end": _datum(fact)} if name in ends else _datum(fact)
        for name, fact in row.facts.items()
        if _datum(fact) is not None
    }


def _datum(fact: Any) -> Any:
    match fact:
        case {"num": text} | {"date": text} | {"choice": text} | {"answer": text}:
            return text
        case {"qty": value, **rest}:
            return {"value": value, **rest}
        case {"set": values, "complete": complete}:
            return values if complete else {"values": values, "complete": False}
        case {"list": records, "complete": complete}:
            items = [{name: _datum(one) for name, one in record.items()} for record in records]
            return items if complete else {"records": items, "complete": False}
        case {"absent": _}:
            return None
        case _:
            return fact


def asked(row: Row, paths: frozenset[str]) -> frozenset[str]:
    """The paths that a backend asks for, as rows name them."""
    ends = _ends(row.question)
    return frozenset(
        path.removesuffix(".end") if path.removesuffix(".end") in ends else path for path in paths
    )


def _ends(expression: Expression) -> frozenset[str]:
    """The facts that are the end of something lasting."""
    match expression:
        case ["lasting", _, str() as end, *rest]:
            return frozenset({end}).union(*map(_ends, rest))
        case list():
            return frozenset().union(*map(_ends, expression))
        case dict():
            return frozenset().union(*map(_ends, expression.values()))
        case _:
            return frozenset()


# ---- the dictionary --------------------------------------------------------------------------


def _declared(name: str, kind: d.Type) -> d.Declared:
    return d.Declared(name, kind, f"{name}?", 1)


def _type(given: Any, fact: Any) -> d.Type:
    match given:
        case "yes/no":
            return d.Judged("") if fact == {"absent": "not yet answered"} else d.YesNo()
        case "judgement":
            return d.Judged("")
        case "date":
            return d.Date()
        case {"number": options}:
            return d.Number(options.get("whole", False), *_limits(options))
        case {"quantity": code, **options}:
            return d.Quantity(_units(code), *_limits(options), options.get("limits", False))
        case {"choice": names, **options}:
            return d.Choice(_options(names), options.get("ordered", False))
        case {"set": names}:
            return d.Set(_options(names))
        case _:
            raise ValueError(f"{given} is no type")


def _limits(options: Mapping[str, str]) -> tuple[Fraction | None, Fraction | None]:
    low, high = options.get("min"), options.get("max")
    return low and Fraction(low), high and Fraction(high)  # type: ignore[return-value]


def _options(names: Sequence[str]) -> tuple[d.Option, ...]:
    return tuple(d.Option(name, name) for name in names)


def _units(code: str) -> tuple[d.UnitOption, ...]:
    declared = unit(code)
    options = [
        d.UnitOption(one.code, one.shown, *conversion(one, declared)) for one in accepted(declared)
    ]
    return (d.UnitOption(code, declared.shown), *(one for one in options if one.code != code))


# ---- units -----------------------------------------------------------------------------------


def unit(code: str) -> Unit:
    found = parse_unit(code)
    if found is None:
        raise ValueError(f"{code} is no unit")
    return found


def _product(a: Unit, b: Unit, power: int = 1) -> Unit:
    """The unit of a × b^power."""
    powers = dict(a.dimension)
    for name, exponent in b.dimension:
        powers[name] = powers.get(name, 0) + power * exponent
    dimension = tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
    return Unit(f"{a.code}·{b.code}^{power}", a.factor * b.factor**power, dimension=dimension)


def _root(a: Unit, degree: int) -> Unit:
    if any(exponent % degree for _, exponent in a.dimension):
        raise Refused("units")
    return Unit(
        f"root of {a.code}",
        Fraction(1),
        dimension=tuple((name, exponent // degree) for name, exponent in a.dimension),
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and its unit; a literal takes the unit of what it is compared with."""

    term: n.NumberTerm
    unit: Unit
    literal: bool = False

    def to(self, other: Unit) -> Measured:
        """The same in another unit. Raises Refused where it does not convert."""
        if not convertible(self.unit, other):
            raise Refused("units")
        factor, offset = conversion(self.unit, other)
        if (factor, offset) == (1, 0):
            return replace(self, unit=other)
        if isinstance(self.term, n.Const):
            return Measured(n.Const(self.term.value * factor + offset), other, self.literal)
        return Measured(n.Convert(self.term, factor, offset, other.code), other)


def _alike(terms: Sequence[Measured]) -> list[Measured]:
    """The terms in one unit."""
    first = next((one for one in terms if not one.literal), terms[0])
    return [one.to(first.unit) for one in terms]


# ---- expressions -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bound:
    """A variable of a row: a record of a list, under a name of its own."""

    records: str
    var: str


class _Translator:
    """Translates one row's expressions. ``names`` has the variables that are bound in places."""

    def __init__(self, row: Row) -> None:
        ends = _ends(row.question)
        self.facts: dict[str, d.Declared] = {}
        self.lists: dict[str, d.Listed] = {}
        self.names: dict[str, Bound | tuple[Expression, dict[str, Any]]] = {}
        self.bound = 0
        for name, given in row.types.items():
            if isinstance(given, dict) and "list" in given:
                fields = [_declared(key, _type(one, None)) for key, one in given["list"].items()]
                self.lists[name] = d.Listed(name, name, tuple(fields), "records", 1)
            else:
                kind = d.Period() if name in ends else _type(given, row.facts.get(name))
                self.facts[name] = _declared(name, kind)

    def program(self, criteria: Sequence[n.Criterion]) -> n.Program:
        return n.Program(
            "ROWS",
            "Worked examples",
            "1",
            "rows",
            "rows.crit",
            "",
            tuple(self.facts.values()),
            tuple(self.lists.values()),
            tuple(criteria),
        )

    # ---- names ----

    def ref(self, name: str) -> n.Ref:
        var, dot, field = name.partition(".")
        bound = self.names.get(var)
        if dot and isinstance(bound, Bound):
            return n.Field(bound.var, field)
        return n.Fact(name)

    def declared(self, name: str) -> d.Declared:
        var, dot, field = name.partition(".")
        bound = self.names.get(var)
        if dot and isinstance(bound, Bound):
            return self.lists[bound.records].field(field)
        return self.facts[name]

    def binding(self, records: str, var: str) -> n_Binding:
        self.bound += 1
        return n_Binding(self, var, Bound(records, f"{var}_{self.bound}"))
