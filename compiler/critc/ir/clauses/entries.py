"""The data dictionary, as runtimes show values and ask questions with it."""

from __future__ import annotations

from collections.abc import Iterator

from critc.ir import nodes
from critc.ir.clauses.calls import Call, Labels, call
from critc.ir.clauses.terms import declared_range
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


def entries(program: nodes.Program) -> Iterator[tuple[str, Call]]:
    """Entries by the paths of facts, lists and fields."""
    if program.parts:
        parts = tuple(Option(part.name, visible(part.title)) for part in program.parts)
        asked = "Parts of the study that the patient is in"
        yield "parts", call("Entry", "set", asked, labels=labels(parts))
    for fact in program.facts:
        yield fact.name, entry(fact)
    for listed in program.lists:
        yield listed.name, call("Entry", "list", visible(listed.title))
        for field in listed.fields:
            yield f"{listed.name}.{field.name}", entry(field)


def entry(of: Declared) -> Call:
    """One entry."""
    asked = question(of)
    match of.type:
        case YesNo() | Judged():
            return call("Entry", "yes/no", asked)
        case Number(whole=whole, low=low, high=high, noun=noun):
            kind = "whole" if whole else "number"
            return call("Entry", kind, asked, *unit(noun), **declared_range(low, high))
        case Quantity(units=units, low=low, high=high):
            measured = unit(visible(units[0].shown))
            return call("Entry", "quantity", asked, *measured, **declared_range(low, high))
        case Date(or_none=or_none):
            return call("Entry", "date", asked, or_none=or_none or None)
        case Period(or_none=or_none):
            return call("Entry", "period", asked, or_none=or_none or None)
        case Choice(options=options):
            return call("Entry", "choice", asked, labels=labels(options))
        case Set(options=options):
            return call("Entry", "set", asked, labels=labels(options))
        case Text():
            return call("Entry", "text", asked)


def unit(shown: str) -> list[str]:
    """The argument for a unit."""
    return [shown] if shown else []


def labels(options: tuple[Option, ...]) -> Labels:
    """The options in words."""
    return Labels(tuple((option.name, visible(option.label)) for option in options))
