"""The data dictionary, as the generated module shows values and asks questions with it."""

from __future__ import annotations

from collections.abc import Iterator

from critc.emit.python.calls import Call, call, mapping
from critc.emit.python.layout import literal
from critc.emit.python.terms import declared_range
from critc.ir import nodes
from critc.ir.dictionary import (
    Choice,
    Date,
    Declared,
    Judged,
    Number,
    Option,
    Period,
    Quantity,
    Set,
    Text,
    YesNo,
)
from critc.ir.words import question
from critc.ir.words.english import visible


def dictionary(program: nodes.Program) -> list[str]:
    """The function that gives it, by the paths of facts, lists and fields."""
    lines = [
        "def dictionary() -> dict[str, Entry]:",
        '    """What the data dictionary says of each fact, list and field."""',
        "    return {",
    ]
    for path, made in entries(program):
        lines += made.lines(8, f"{literal(path)}: ", ",")
    return [*lines, "    }"]


def entries(program: nodes.Program) -> Iterator[tuple[str, Call]]:
    """Paths and entries."""
    if program.parts:
        parts = tuple(Option(part.name, visible(part.title)) for part in program.parts)
        asked = literal("Parts of the study that the patient is in")
        yield "parts", call("Entry", '"set"', asked, labels(parts))
    for fact in program.facts:
        yield fact.name, entry(fact)
    for listed in program.lists:
        yield listed.name, call("Entry", '"list"', literal(visible(listed.title)))
        for field in listed.fields:
            yield f"{listed.name}.{field.name}", entry(field)


def entry(of: Declared) -> Call:
    """One entry."""
    asked = literal(question(of))
    match of.type:
        case YesNo() | Judged():
            return call("Entry", '"yes/no"', asked)
        case Number(whole=whole, low=low, high=high, noun=noun):
            kind = '"whole"' if whole else '"number"'
            return call("Entry", kind, asked, *unit(noun), **declared_range(low, high))
        case Quantity(units=units, low=low, high=high):
            measured = unit(visible(units[0].shown))
            return call("Entry", '"quantity"', asked, *measured, **declared_range(low, high))
        case Date(or_none=or_none):
            return call("Entry", '"date"', asked, or_none="True" if or_none else None)
        case Period(or_none=or_none):
            return call("Entry", '"period"', asked, or_none="True" if or_none else None)
        case Choice(options=options):
            return call("Entry", '"choice"', asked, labels(options))
        case Set(options=options):
            return call("Entry", '"set"', asked, labels(options))
        case Text():
            return call("Entry", '"text"', asked)


def unit(shown: str) -> list[str]:
    """The argument for a unit."""
    return [literal(shown)] if shown else []


def labels(options: tuple[Option, ...]) -> Call:
    """The options in words."""
    words = {literal(option.name): literal(visible(option.label)) for option in options}
    return mapping(words, "labels=")
