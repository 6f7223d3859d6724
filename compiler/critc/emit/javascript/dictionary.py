"""The data dictionary as the page carries it: what it reads a patient's data by, and asks with."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Any

from critc.ir.dictionary import (
    Choice,
    Date,
    Declared,
    Judged,
    Listed,
    Number,
    Option,
    Period,
    Quantity,
    Set,
    Text,
    Type,
    UnitOption,
    YesNo,
)
from critc.ir.nodes import Program
from critc.ir.outline.answers import codes
from critc.ir.outline.groups import groups_of
from critc.ir.outline.uses import Uses, uses_of
from critc.ir.words import Names, names_of, question, shown
from critc.ir.words.english import capital, lowered, plain, printed, visible
from critc.ir.words.terms import visit
from critc.ir.words.walk import asked_in

Data = dict[str, Any]
"""An object of JSON. What is false, empty or not declared is left out of it."""


def dictionary(program: Program) -> Data:
    """Parts, facts and lists, each in the order of the source."""
    names = names_of(program)
    groups, criteria, uses = groups_of(program), _criteria(program), uses_of(program, names)

    def asked(name: str) -> Data:
        """Of a fact or list: which limits of normal are asked, in which criteria, its group."""
        sides = sorted(uses.sides(name))
        return _given(sides=sides, criteria=criteria.get(name), group=groups[name])

    return {
        "parts": [{"name": part.name, "title": visible(part.title)} for part in program.parts],
        "facts": [_declared(fact) | asked(fact.name) for fact in program.facts],
        "lists": [_listed(each, uses, names) | asked(each.name) for each in program.lists],
    }


def _criteria(program: Program) -> dict[str, list[str]]:
    """The ids of the criteria that ask a fact or a list, by its name."""
    found: dict[str, list[str]] = {}
    for criterion in program.criteria:
        conditions = filter(None, (criterion.applies, criterion.condition))
        for name in set().union(*(asked_in(each, program) for each in conditions)):
            found.setdefault(name, []).append(criterion.id)
    return found


def _given(**properties: Any) -> Data:
    """The properties that say something."""
    return {name: value for name, value in properties.items() if value}


def _listed(listed: Listed, uses: Uses, names: Names) -> Data:
    wanted = uses.of(listed)
    fields = [
        _field(field, listed, names) | _given(unused=field not in wanted) for field in listed.fields
    ]
    return {
        "name": listed.name,
        "title": visible(listed.title),
        "kind": listed.kind,
        "each": "result" if listed.kind == "measurement" else "record",
        "fields": fields,
        **_given(codes=codes(listed.codes)),
    }


def _field(field: Declared, listed: Listed, names: Names) -> Data:
    """A field; the visits at which something is measured are worded: "Visit of randomisation"."""
    data = _declared(field)
    if listed.kind == "measurement" and field.name == "visit":
        for option in data["options"]:
            words = lowered(plain(option["label"]), names.proper)
            option["label"] = capital(visit(words))
    return data


def _declared(of: Declared) -> Data:
    """A fact or a field."""
    return {
        "name": of.name,
        "question": capital(question(of)),
        **_type(of.type),
        **_given(moment=of.moment, codes=codes(of.codes)),
    }


def _type(kind: Type) -> Data:
    match kind:
        case YesNo():
            return {"kind": "yes/no"}
        case Judged(role=role):
            return {"kind": "judgement", "role": visible(role.replace("_", " "))}
        case Number():
            return _number(kind)
        case Quantity(units=units, limits=limits):
            ends = _given(low=_end(kind.low), high=_end(kind.high))
            return {"kind": "quantity", "units": _units(units), **ends, **_given(limits=limits)}
        case Date(or_none=or_none):
            return {"kind": "date", **_given(orNone=or_none)}
        case Period(or_none=or_none):
            return {"kind": "period", **_given(orNone=or_none)}
        case Choice(options=options, ordered=ordered):
            return {"kind": "choice", "options": _options(options), **_given(ordered=ordered)}
        case Set(options=options):
            return {"kind": "set", "options": _options(options)}
        case Text():
            return {"kind": "text"}


def _number(kind: Number) -> Data:
    """A bare number; the ends of a range of whole numbers are whole."""
    low, high = kind.low, kind.high
    if kind.whole:
        low = None if low is None else Fraction(ceil(low))
        high = None if high is None else Fraction(floor(high))
    ends = _given(noun=visible(kind.noun), low=_end(low), high=_end(high))
    return {"kind": "whole" if kind.whole else "number", **ends}


def _end(number: Fraction | None) -> str:
    """An end of a range, exactly; "" for none."""
    return "" if number is None else shown(number)


def _units(units: tuple[UnitOption, ...]) -> list[Data]:
    """The declared unit; then others, with what turns a value into the declared one."""
    first, *others = units
    return [
        _unit(first),
        *({**_unit(unit), "factor": shown(unit.factor), **_offset(unit.offset)} for unit in others),
    ]


def _unit(unit: UnitOption) -> Data:
    return {"code": unit.code, "shown": visible(printed(unit.shown))}


def _offset(offset: Fraction) -> Data:
    return {"offset": shown(offset)} if offset else {}


def _options(options: tuple[Option, ...]) -> list[Data]:
    return [{"name": option.name, "label": visible(option.label)} for option in options]
