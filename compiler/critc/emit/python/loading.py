"""The code that reads a patient's data: the runtime's readers, put together for one dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from critc.emit.python.layout import WIDTH, bracketed, called, fitted, literal
from critc.emit.python.names import attribute
from critc.emit.python.patient import record_names
from critc.ir.dictionary import (
    Choice,
    Date,
    Declared,
    Judged,
    Listed,
    Number,
    Period,
    Quantity,
    Set,
    Text,
    YesNo,
)
from critc.ir.nodes import Program
from critc.ir.words import shown


@dataclass
class _Constants:
    """Constants at the top level of the generated module: their text, and the names taken."""

    lines: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def name(self, owner: str, name: str, kind: str) -> str:
        """A name for what is declared of a fact or field; ``owner`` is its list, or ""."""
        stem = "_".join(part for part in (owner, name) if part)[:40]
        chosen = f"_{stem}_{kind}".upper()
        while chosen in self.names:
            chosen += "_"
        self.names.add(chosen)
        return chosen


def loaders(program: Program) -> str:
    """Source text of the functions that read each list's records, and the patient."""
    constants = _Constants()
    names = record_names(program)
    functions = [_record(listed, names[listed.name], constants) for listed in program.lists]
    functions.append(_patient(program, constants))
    return "\n\n\n".join("\n".join(lines) for lines in [constants.lines, *functions])


def _patient(program: Program, constants: _Constants) -> list[str]:
    names = [fact.name for fact in program.facts] + [listed.name for listed in program.lists]
    keys = ["id", *(["parts"] if program.parts else []), *names, "protocol"]
    lines = [
        "def _read_patient(data: Any, found: list[Problem]) -> Patient:",
        *_fields(
            constants, "patient", keys, '""', "a patient's record, an object with named facts"
        ),
        '    _protocol(made.pop("protocol"), found, PROTOCOL)',
        '    value = made["id"]',
        "    if value is None:",
        '        made["id"] = ""',
        "    elif type(value) is not str or not value.isprintable():",
        '        _text(value, "", "id", found)',
    ]
    if program.parts:
        options = _options(constants, "", "parts", [part.name for part in program.parts])
        lines += _read("parts", "_set", ['""', '"parts"'], options)
    for fact in program.facts:
        lines += _value(fact, "", constants)
    for listed in program.lists:
        lines += _read_list(listed.name)
    return [*lines, *_renamed(names), *_instance("Patient", "patient")]


def _record(listed: Listed, name: str, constants: _Constants) -> list[str]:
    fields = [declared.name for declared in listed.fields]
    value = listed.fields[0]
    beside = _beside(listed)
    lines = [
        *bracketed(
            "",
            f"def _read_{listed.name}(",
            ["data: Any", "at: str", "found: list[Problem]"],
            f") -> {name}:",
        ),
        *_fields(
            constants,
            listed.name,
            [*fields, *beside],
            "at",
            "a record, an object with named fields",
        ),
    ]
    for declared in listed.fields:
        if declared is value and isinstance(value.type, Quantity) and beside:
            measure = _measure(constants, listed.name, value.name, value.type)
            lines += called(
                "    ", 'made["value"] = _amount(', ["made", "at", '""', "found", measure]
            )
            lines += [f"    del {', '.join(f'made[{key!r}]' for key in beside)}".replace("'", '"')]
        else:
            lines += _value(declared, listed.name, constants)
    return [*lines, *_renamed(fields), *_instance(name, "record")]


def _beside(listed: Listed) -> tuple[str, ...]:
    """The keys of a record that belong to its value: a measured quantity has no object of its own."""
    amount = listed.kind == "measurement" and isinstance(listed.fields[0].type, Quantity)
    return ("unit", "bound", "uln", "lln") if amount else ()


def _fields(constants: _Constants, owner: str, keys: list[str], at: str, what: str) -> list[str]:
    """The lines that begin a reader: ``made`` has all keys, and the data no others."""
    name = constants.name(owner, "", "keys")
    quoted = [literal(key) for key in keys]
    comma = "," if len(keys) == 1 else ""
    constants.lines += fitted(
        f"{name}: dict[str, Any] = dict.fromkeys(({', '.join(quoted)}{comma}))",
        [
            f"{name}: dict[str, Any] = dict.fromkeys(",
            *("    (", *(f"        {key}," for key in quoted), "    )", ")"),
        ],
    )
    return [
        "    if type(data) is not dict:",
        f"        data = _object(data, {at}, found, {literal(what)})",
        f"    made = {name} | data",
        f"    if len(made) != {len(keys)}:",
        f"        _undeclared(data, {name}, {at}, found)",
    ]


def _value(declared: Declared, owner: str, constants: _Constants) -> list[str]:
    """The lines that read one fact or field. What is usual is checked in place, without a call."""
    name = declared.name
    place = ["at", f'".{name}"'] if owner else ['""', f'"{name}"']
    match declared.type:
        case YesNo():
            wrong = "value is not None and value is not False and value is not True"
            return _checked(name, wrong, "_yes_no", place)
        case Judged():
            return _read_judgement(name, place)
        case Number(whole=True, low=low, high=high):
            ends = [
                f"{None if low is None else ceil(low)}",
                f"{None if high is None else floor(high)}",
            ]
            return _read(name, "_whole", place, *ends, but=_but_whole(*ends))
        case Number(low=low, high=high):
            return _read(name, "_number", place, _bound(low), _bound(high))
        case Quantity():
            return _read(name, "_quantity", place, _measure(constants, owner, name, declared.type))
        case Date(or_none=or_none):
            return _read_date(name, place, or_none)
        case Period(or_none=or_none):
            return _read(name, "_period", place, but=' and value != "none"' if or_none else "")
        case Choice(options=options):
            constant = _options(constants, owner, name, [option.name for option in options])
            wrong = f"value is not None and value not in {constant}"
            return _checked(name, wrong, "_choice", place, constant)
        case Set(options=options):
            constant = _options(constants, owner, name, [option.name for option in options])
            return _read(name, "_set", place, constant)
        case Text():
            wrong = "value is not None and (type(value) is not str or not value.isprintable())"
            return _checked(name, wrong, "_text", place)


def _but_whole(low: str, high: str) -> str:
    """That a value is no whole number of a range; nothing where the range has no ends."""
    if "None" in (low, high):
        return ""
    return f" and not (type(value) is int and {low} <= value <= {high})"


def _read(name: str, reader: str, place: list[str], *more: str, but: str = "") -> list[str]:
    """Lines that put a value into ``made`` as its reader gives it, ``but`` not what may stay."""
    return [
        f'    value = made["{name}"]',
        f"    if value is not None{but}:",
        *called("        ", f'made["{name}"] = {reader}(', ["value", *place, "found", *more]),
    ]


def _read_date(name: str, place: list[str], or_none: bool) -> list[str]:
    """Lines that read a date; one that was read before is found in place."""
    given = ' and value != "none"' if or_none else ""
    found = f'        made["{name}"] = _dates[value]'
    if len(found) > WIDTH:
        return _read(name, "_date", place, but=given)
    return [
        f'    value = made["{name}"]',
        "    if type(value) is str and value in _dates:",
        found,
        f"    elif value is not None{given}:",
        *called("        ", f'made["{name}"] = _date(', ["value", *place, "found"]),
    ]


def _read_judgement(name: str, place: list[str]) -> list[str]:
    """Lines that read a judgement; the usual answers are read in place."""
    return [
        f'    value = made["{name}"]',
        '    if value == "yes" or value == "no":',
        f'        made["{name}"] = value == "yes"',
        "    elif value is not None:",
        *called("        ", f'made["{name}"] = _judgement(', ["value", *place, "found"]),
    ]


def _read_list(name: str) -> list[str]:
    """Lines that read a list; most lists of most patients are empty."""
    arguments = ["value", f'"{name}"', "found", f"_read_{name}"]
    return [
        f'    value = made["{name}"]',
        "    if value == []:",
        f'        made["{name}"] = _NO_RECORDS',
        "    elif value is not None:",
        *called("        ", f'made["{name}"] = _records(', arguments),
    ]


def _checked(name: str, wrong: str, reader: str, place: list[str], *more: str) -> list[str]:
    """Lines that leave a value as it is, and have its reader say what is wrong with it."""
    return [
        f'    value = made["{name}"]',
        f"    if {wrong}:",
        *called("        ", f"{reader}(", ["value", *place, "found", *more]),
    ]


def _instance(kind: str, name: str) -> list[str]:
    """The lines that end a reader: what ``_made`` does, without the call."""
    return [
        f"    {name} = _new({kind})",
        f'    _set_attribute({name}, "__dict__", made)',
        f"    return {name}",
    ]


def _renamed(names: Iterable[str]) -> list[str]:
    """Lines for the few names that Python has another use for."""
    changed = [(name, attribute(name)) for name in names if attribute(name) != name]
    return [f'    made["{new}"] = made.pop("{old}")' for old, new in changed]


# ---- constants ----


def _options(constants: _Constants, owner: str, name: str, options: list[str]) -> str:
    constant = constants.name(owner, name, "options")
    constants.lines += bracketed("", f"{constant} = (", [literal(o) for o in options], ")")
    return constant


def _measure(constants: _Constants, owner: str, name: str, quantity: Quantity) -> str:
    constant = constants.name(owner, name, "measure")
    declared, *others = quantity.units
    lines = [f"    {literal(declared.code)},"]
    if others:
        changes = [f"        {literal(u.code)}: {_change(u.factor, u.offset)}," for u in others]
        lines += ["    {", *changes, "    },"]
    else:
        lines += ["    {},"]
    lines += [f"    low={_bound(quantity.low)},"] * (quantity.low is not None)
    lines += [f"    high={_bound(quantity.high)},"] * (quantity.high is not None)
    lines += ["    limits=True,"] * quantity.limits
    constants.lines += [f"{constant} = _Measure(", *lines, ")"]
    return constant


def _change(factor: Fraction, offset: Fraction) -> str:
    """What turns a value into the declared unit, see the runtime's ``_Measure``."""
    if offset:
        return f'"{factor} {offset}"'
    return f'"{factor}"' if "/" in shown(factor) else _decimal(factor)


def _bound(bound: Fraction | None) -> str:
    """An end of a range as an expression, exact."""
    if bound is None:
        return "None"
    return f'_fraction("{bound}")' if "/" in shown(bound) else _decimal(bound)


def _decimal(number: Fraction) -> str:
    return f"Decimal({number})" if number.denominator == 1 else f'Decimal("{shown(number)}")'
