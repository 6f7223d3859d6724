"""The data dictionary of a checked protocol: its types as data has them, its questions worded."""

from __future__ import annotations

from critc.check import protocol as p
from critc.check import types as t
from critc.check.fit import exchange, units_of
from critc.check.units import NUMBER, Unit
from critc.ir import dictionary as d
from critc.source import Source
from critc.syntax import tree


def dictionary(
    protocol: p.Protocol, source: Source
) -> tuple[tuple[d.Declared, ...], tuple[d.Listed, ...]]:
    """Facts and lists, in the order of the source."""
    facts = tuple(_declared(fact, source) for fact in protocol.facts)
    lists = tuple(_listed(listed, source) for listed in protocol.lists)
    return facts, lists


def _declared(fact: p.Declared, source: Source) -> d.Declared:
    return d.Declared(
        fact.name,
        _type(fact.type),
        fact.question or _worded(fact),
        source.line_of(fact.span.start),
        _codes(fact.codes),
        fact.moment,
        fact.criterion,
    )


def _worded(fact: p.Declared) -> str:
    """The name in plain words, where no question is given."""
    words = fact.name.replace("_", " ").capitalize()
    return words + "?" if isinstance(fact.type, t.YesNo | t.Judged) else words


def _listed(listed: p.Listed, source: Source) -> d.Listed:
    return d.Listed(
        listed.name,
        listed.title or listed.name.replace("_", " ").capitalize(),
        tuple(_declared(field, source) for field in listed.fields.values()),
        "measurement" if listed.measurement else "records",
        source.line_of(listed.span.start),
        _codes(listed.codes),
    )


def _codes(codes: tuple[tree.Code, ...]) -> tuple[d.Code, ...]:
    return tuple(d.Code(code.system, code.value) for code in codes)


def _type(kind: t.Type) -> d.Type:
    match kind:
        case t.YesNo():
            return d.YesNo()
        case t.Judged(role=role):
            return d.Judged(role)
        case t.Number():
            return _number(kind)
        case t.Date(or_none=or_none):
            return d.Date(or_none)
        case t.Period(or_none=or_none):
            return d.Period(or_none)
        case t.Choice(options=options, ordered=ordered):
            return d.Choice(_options(options), ordered)
        case t.Set(options=options):
            return d.Set(_options(options))
        case t.Text():
            return d.Text()
        case t.Duration() | t.Unknown():
            raise AssertionError(f"{t.said(kind)} is no type of a fact")


def _number(kind: t.Number) -> d.Number | d.Quantity:
    if kind.unit == NUMBER or kind.noun:
        return d.Number(kind.whole, kind.low, kind.high, kind.noun)
    units = tuple(_unit_option(unit, kind) for unit in units_of(kind))
    return d.Quantity(units, kind.low, kind.high, kind.limits)


def _unit_option(unit: Unit, declared: t.Number) -> d.UnitOption:
    factor, offset = exchange(unit, declared.unit, declared.molar_mass)
    return d.UnitOption(unit.code, unit.shown, factor, offset)


def _options(options: tuple[tree.Option, ...]) -> tuple[d.Option, ...]:
    return tuple(
        d.Option(
            option.name.text,
            option.label or option.name.text.replace("_", " "),
            _codes(option.codes),
        )
        for option in options
    )
