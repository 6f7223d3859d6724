"""Worked examples as programs of the core and patients' data, so that every backend can run them.

A row's question is a condition, which becomes the inclusion criterion I1; or a value, which is asked
for by comparisons, each an inclusion criterion that is satisfied when the value is as expected; or
criteria, taken as they are. Its facts become a patient's JSON. Where rows and the language say things
differently:

- A yes/no fact that is "not yet answered" is declared as a judgement: only those can be so.
- The end of ``lasting`` may be "ongoing", which a date cannot: that fact is declared as a period of
  which nothing but the end is used. Rows ask for it as ``en``, so paths lose ``.end`` again.
- Sides of a comparison, ends of a range and terms of a sum are converted to the unit of the first one
  that is no literal; the units of products, powers and roots are worked out.
- ``lasting`` with *within* or *less than* is two atoms: there is no node for it.
- The value of a table's row, or of an alternative, is put in where its name stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from conformance_terms import Expression, Translator
from conformance_units import unit_of

from critc.check.units import accepted, conversion
from critc.ir import dictionary as d
from critc.ir import nodes as n

FOLDER = Path(__file__).parent / "conformance"


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example: a row of a file."""

    file: str
    id: str
    types: Mapping[str, Any]
    facts: Mapping[str, Any]
    question: Expression
    expected: Mapping[str, Any]


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """The rows of every file of a folder. Raises FileNotFoundError when it has none."""
    files = sorted(path for path in folder.glob("*.json") if path.name != "schema.json")
    if not files:
        raise FileNotFoundError(f"{folder} has no worked examples")
    for path in files:
        for row in json.loads(path.read_text(encoding="utf-8"))["rows"]:
            types, facts = row["given"]["types"], row["given"]["facts"]
            yield Example(path.name, row["id"], types, facts, row["question"], row["expected"])


# ---- programs --------------------------------------------------------------------------------


def program_of(example: Example) -> n.Program:
    """The program of a row's question. Raises Refused where a compiler must refuse it."""
    facts, lists = _dictionary(example)
    translator = Translator({one.name: one for one in facts}, {one.name: one for one in lists})
    return n.Program(
        "ROWS",
        "Worked examples",
        "1",
        "",
        "rows.crit",
        "",
        facts,
        lists,
        tuple(_criteria(example, translator)),
    )


def _criteria(example: Example, translator: Translator) -> Iterator[n.Criterion]:
    match example.question:
        case {"criteria": criteria}:
            for one in criteria:
                yield _criterion(one, translator)
        case {"value": term}:
            checks = _checks(example.expected.get("value", "unknown"))
            for i, (op, value) in enumerate(checks, start=1):
                yield _inclusion(
                    f"I{i}", translator.check(term, example.question.get("unit"), op, value)
                )
        case condition:
            yield _inclusion("I1", translator.condition(condition))


def _checks(value: Any) -> Sequence[tuple[str, Fraction | date]]:
    """Comparisons that are true of the value; of one that is unknown, so are they."""
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
    return n.Criterion(name, "inclusion", name[1:], name, condition, 1, 1)


def _criterion(given: Mapping[str, Any], translator: Translator) -> n.Criterion:
    condition = translator.condition(given["condition"])
    criterion = replace(_inclusion(given["id"], condition), kind=given["kind"])
    if "applies" not in given:
        return criterion
    return replace(criterion, applies=translator.condition(given["applies"]))


# ---- dictionary ------------------------------------------------------------------------------


def _dictionary(example: Example) -> tuple[tuple[d.Declared, ...], tuple[d.Listed, ...]]:
    ends, facts, lists = _ends(example.question), [], []
    for name, given in example.types.items():
        if isinstance(given, dict) and "list" in given:
            fields = tuple(_declared(key, _type(one, None)) for key, one in given["list"].items())
            lists.append(d.Listed(name, name, fields, "records", 1))
        else:
            kind = d.Period() if name in ends else _type(given, example.facts.get(name))
            facts.append(_declared(name, kind))
    return tuple(facts), tuple(lists)


def _declared(name: str, kind: d.Type) -> d.Declared:
    return d.Declared(name, kind, f"{name}?", 1)


def _type(given: Any, fact: Any) -> d.Type:
    match given:
        case "yes/no":
            unanswered = fact == {"absent": "not yet answered"}
            return d.Judged("investigator") if unanswered else d.YesNo()
        case "judgement":
            return d.Judged("investigator")
        case "date":
            return d.Date()
        case {"number": options}:
            return d.Number(options.get("whole", False), *_range(options))
        case {"quantity": code}:
            return d.Quantity(_units(code), *_range(given), given.get("limits", False))
        case {"choice": names}:
            return d.Choice(_options(names), given.get("ordered", False))
        case {"set": names}:
            return d.Set(_options(names))
        case _:
            raise ValueError(f"{given} is no type")


def _range(options: Mapping[str, Any]) -> tuple[Fraction | None, Fraction | None]:
    low, high = options.get("min"), options.get("max")
    return None if low is None else Fraction(low), None if high is None else Fraction(high)


def _options(names: Sequence[str]) -> tuple[d.Option, ...]:
    return tuple(d.Option(name, name) for name in names)


def _units(code: str) -> tuple[d.UnitOption, ...]:
    declared = unit_of(code)
    others = [one for one in accepted(declared) if one.code != code]
    return (
        d.UnitOption(code, declared.shown),
        *(d.UnitOption(one.code, one.shown, *conversion(one, declared)) for one in others),
    )


# ---- patients --------------------------------------------------------------------------------


def patient_of(example: Example) -> dict[str, Any]:
    """The JSON of a row's facts."""
    ends = _ends(example.question)
    given = {name: _datum(fact) for name, fact in example.facts.items()}
    return {
        name: {"end": datum} if name in ends else datum
        for name, datum in given.items()
        if datum is not None
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


def paths_of(example: Example, paths: frozenset[str]) -> frozenset[str]:
    """The paths that a backend asks for, as rows name them."""
    ends = {f"{name}.end": name for name in _ends(example.question)}
    return frozenset(ends.get(path, path) for path in paths)


def _ends(expression: Expression) -> frozenset[str]:
    """The facts that are the end of something lasting."""
    match expression:
        case ["lasting", _, str() as end, *rest]:
            return frozenset({end}).union(*map(_ends, rest))
        case list():
            return frozenset[str]().union(*map(_ends, expression))
        case dict():
            return frozenset[str]().union(*map(_ends, expression.values()))
        case _:
            return frozenset()
