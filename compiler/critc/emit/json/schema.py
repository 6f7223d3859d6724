"""The JSON Schema (2020-12) of a patient: what it accepts, the generated validator accepts.

``UNSAYABLE`` lists what no schema can say; it stands in the schema as its ``$comment``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

from critc.emit.json.number_text import DIGITS, NUMBER, WHOLE, at_least, at_most
from critc.emit.json.written import written
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
    UnitOption,
    YesNo,
)
from critc.ir.nodes import Program
from critc.ir.words import question, shown

Schema = dict[str, Any]

UNSAYABLE = (
    "A schema cannot say, but a validator refuses: a key given twice in an object; a number literal "
    f"with an exponent or with more than {DIGITS} decimals (numbers are decimal text, never binary "
    "floating point: a checker of this schema has to read them so); an lln above the uln; half of a "
    "surrogate pair in a text."
)

NULL: Schema = {"type": "null"}
YEAR = "[12][0-9]{3}"
LEAP = "([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)"
MONTH = "(0[1-9]|1[0-2])"
DAYS = (
    f"{YEAR}-({MONTH}-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    f"|{LEAP}-02-29"
)

# The lengths keep out a line feed at the end, which $ lets pass in some dialects.
DATE: Schema = {
    "description": "A day, or only its month or year: 2026-03-02, 2026-03, 2026",
    "anyOf": [
        {"type": "string", "pattern": f"^({DAYS})$", "maxLength": 10},
        {"type": "string", "pattern": f"^{YEAR}-{MONTH}$", "maxLength": 7},
        {"type": "string", "pattern": f"^{YEAR}$", "maxLength": 4},
    ],
}
TEXT: Schema = {"type": "string", "pattern": r"^[^\x00]*$"}


@dataclass
class _Definitions:
    """Schemas that are referred to by name."""

    schemas: dict[str, Schema] = field(default_factory=dict)

    def ref(self, name: str, schema: Schema) -> Schema:
        """A reference to a schema, which is put under this name."""
        self.schemas[name] = schema
        return {"$ref": f"#/$defs/{name}"}


def schema(program: Program) -> str:
    """The schema of one patient's JSON, the same text each time."""
    definitions = _Definitions()
    properties: Schema = {
        "id": {"title": "Identifier of the patient", **_or_null(definitions.ref("text", TEXT))},
        "protocol": {"enum": [program.protocol, None]},
    }
    if program.parts:
        parts = tuple(Option(part.name, part.title) for part in program.parts)
        properties["parts"] = {"title": "Parts of the study", **_set(parts)}
    for declared in program.facts:
        properties[declared.name] = _property(declared, definitions)
    for listed in program.lists:
        properties[listed.name] = _list(listed, definitions)
    return written(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"A patient of {program.protocol}: {program.title}",
            "description": "What is known of one patient. Absent and null mean: not known.",
            "$comment": UNSAYABLE,
            **_object(properties),
            "$defs": dict(sorted(definitions.schemas.items())),
        }
    )


def _object(properties: Schema, required: Iterable[str] = ()) -> Schema:
    needed: Schema = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, NULL]}


# ---- facts and fields ----


def _property(declared: Declared, definitions: _Definitions) -> Schema:
    """The schema of a fact or field, titled with its question."""
    return {"title": question(declared), **_described(declared), **_typed(declared, definitions)}


def _described(declared: Declared) -> Schema:
    match declared.type:
        case Judged(role=role):
            return {"description": f"Decided by the {role}"}
        case Choice(options=options) | Set(options=options):
            labels = [
                f"{o.name}: {o.label}" for o in options if o.label != o.name.replace("_", " ")
            ]
            return {"description": "; ".join(labels)} if labels else {}
        case Number(noun=noun):
            return {"description": f"In {noun}"} if noun else {}
        case Quantity(units=units):
            return {"description": f"Counted in {units[0].shown}"}
        case YesNo() | Date() | Period() | Text():
            return {}


def _typed(declared: Declared, definitions: _Definitions) -> Schema:
    match declared.type:
        case YesNo():
            return {"type": ["boolean", "null"]}
        case Judged():
            return _judgement(definitions)
        case Number() as number:
            return _or_null(_number(_Range(number.low, number.high), definitions, number.whole))
        case Quantity() as quantity:
            return _or_null(_quantity(quantity, definitions))
        case Date(or_none=or_none):
            return {"anyOf": [definitions.ref("date", DATE), {"enum": _nothing(or_none)}]}
        case Period(or_none=or_none):
            return {"anyOf": [_period(definitions), {"enum": _nothing(or_none)}]}
        case Choice(options=options):
            return {"enum": [*(option.name for option in options), None]}
        case Set(options=options):
            return _set(options)
        case Text():
            return _or_null(definitions.ref("text", TEXT))


def _nothing(or_none: bool) -> list[str | None]:
    return ["none", None] if or_none else [None]


def _judgement(definitions: _Definitions) -> Schema:
    answers: list[str | None] = ["yes", "no", "not yet"]
    signed: Schema = {
        "answer": {"enum": answers},
        "by": _or_null(definitions.ref("text", TEXT)),
        "on": _or_null(definitions.ref("date", DATE)),
    }
    return definitions.ref(
        "judgement", {"anyOf": [{"enum": [*answers, None]}, _object(signed, ["answer"])]}
    )


def _period(definitions: _Definitions) -> Schema:
    date = definitions.ref("date", DATE)
    ends: Schema = {
        "start": _or_null(date),
        "end": {"anyOf": [date, {"enum": ["ongoing", None]}]},
    }
    return definitions.ref("period", _object(ends))


def _set(options: tuple[Option, ...]) -> Schema:
    names = [option.name for option in options]
    return _complete_or_not("values", {"enum": names}, {"uniqueItems": True})


def _complete_or_not(key: str, items: Schema, more: Schema) -> Schema:
    """An array, complete; or an object that holds it, and says whether it is."""
    array: Schema = {"type": "array", "items": items, **more}
    marked = _object({key: array, "complete": {"type": "boolean"}}, [key, "complete"])
    return {"anyOf": [array, marked, NULL]}


# ---- numbers and quantities ----


@dataclass(frozen=True)
class _Range:
    """A range of numbers. Its ends are in it unless the data report a bound there: nothing is < 0."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_strict: bool = False
    high_strict: bool = False

    def inside(self, bound: str) -> _Range:
        """The values that may be reported with a bound."""
        return replace(self, low_strict=bound == "<", high_strict=bound == ">")

    def in_unit(self, unit: UnitOption) -> _Range:
        """The range as values in another unit, which have no more than ``DIGITS`` decimals."""
        low, high, scale = self.low, self.high, 10**DIGITS
        if low is not None:
            low = Fraction(ceil((low - unit.offset) / unit.factor * scale), scale)
        if high is not None:
            high = Fraction(floor((high - unit.offset) / unit.factor * scale), scale)
        return _Range(
            low,
            high,
            self.low_strict and low is not None and low * unit.factor + unit.offset == self.low,
            self.high_strict and high is not None and high * unit.factor + unit.offset == self.high,
        )


ANY = _Range()


def _number(span: _Range, definitions: _Definitions, whole: bool = False) -> Schema:
    """A number in a range, as a literal or as text."""
    literal: Schema = {"type": "integer" if whole else "number"}
    text: Schema = {"type": "string", "pattern": WHOLE if whole else NUMBER}
    patterns: list[Schema] = []
    name = "whole" if whole else "number"
    if span.low is None:
        literal["exclusiveMinimum"] = -(10**DIGITS)
    else:
        literal["exclusiveMinimum" if span.low_strict else "minimum"] = span.low
        patterns.append({"pattern": at_least(span.low, span.low_strict)})
        name += f"-{'above' if span.low_strict else 'from'}-{shown(span.low)}"
    if span.high is None:
        literal["exclusiveMaximum"] = 10**DIGITS
    else:
        literal["exclusiveMaximum" if span.high_strict else "maximum"] = span.high
        patterns.append({"pattern": at_most(span.high, span.high_strict)})
        name += f"-{'below' if span.high_strict else 'to'}-{shown(span.high)}"
    if patterns:
        text["allOf"] = patterns
    text["not"] = {"pattern": "[^-.0-9]"}
    return definitions.ref(name, {"anyOf": [literal, text]})


def _quantity(quantity: Quantity, definitions: _Definitions) -> Schema:
    """``{"value", "unit", "bound"?, "uln"?, "lln"?}``."""
    amount = _amount(quantity, definitions)
    return {**_object(amount, ["value", "unit"]), **_conditions(quantity, definitions)}


def _amount(quantity: Quantity, definitions: _Definitions) -> Schema:
    limit = _or_null(_number(ANY, definitions)) if quantity.limits else NULL
    spans = _spans(quantity)
    return {
        "value": _number(spans[0][0] if len(spans) == 1 else ANY, definitions),
        "unit": {"enum": [unit.code for unit in quantity.units]},
        "bound": {"enum": ["<", "<=", ">", ">=", None]},
        "uln": limit,
        "lln": {"description": "Not above uln", **limit} if quantity.limits else limit,
    }


def _spans(quantity: Quantity, bound: str = "") -> list[tuple[_Range, list[str]]]:
    """The declared range in each unit: the different ones, each with its units."""
    units: dict[_Range, list[str]] = {}
    for unit in quantity.units:
        span = _Range(quantity.low, quantity.high).inside(bound).in_unit(unit)
        units.setdefault(span, []).append(unit.code)
    return list(units.items())


def _conditions(quantity: Quantity, definitions: _Definitions) -> Schema:
    """What the value has to be for some units, and where a bound is reported."""
    cases: list[tuple[_Range, Schema]] = []
    plain = _spans(quantity)
    if len(plain) > 1:
        cases += [(span, {"unit": {"enum": units}}) for span, units in plain]
    for bound, end in (("<", quantity.low), (">", quantity.high)):
        if end is not None:
            cases += [
                (span, {"unit": {"enum": units}, "bound": {"const": bound}})
                for span, units in _spans(quantity, bound)
            ]
    return {"allOf": [_case(span, given, definitions) for span, given in cases]} if cases else {}


def _case(span: _Range, given: Schema, definitions: _Definitions) -> Schema:
    return {
        "if": {"properties": given, "required": list(given)},
        "then": {"properties": {"value": _number(span, definitions)}},
    }


# ---- lists ----


def _list(listed: Listed, definitions: _Definitions) -> Schema:
    fields = {field.name: _property(field, definitions) for field in listed.fields}
    value = listed.fields[0].type
    if listed.kind == "measurement" and isinstance(value, Quantity):
        record = _measured(value, fields, definitions)
    else:
        record = _object(fields)
    items = definitions.ref(f"record-{listed.name}", record)
    return {"title": listed.title, **_complete_or_not("records", items, {})}


def _measured(quantity: Quantity, fields: Schema, definitions: _Definitions) -> Schema:
    """A record of a measurement: the quantity's keys stand in it, all or none of them."""
    amount = _amount(quantity, definitions)
    return {
        **_object({**dict.fromkeys(amount, True), **fields, "value": True}),
        "if": {"properties": {"value": NULL}},
        "then": {"properties": dict.fromkeys(list(amount)[1:], NULL)},
        "else": {
            "properties": amount,
            "required": ["value", "unit"],
            **_conditions(quantity, definitions),
        },
    }
