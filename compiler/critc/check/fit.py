"""Whether two values can be compared: units, kinds, options; and what to say when they cannot."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from critc.check.context import Context
from critc.check.protocol import (
    Callable,
    DefinedRef,
    FactRef,
    FieldRef,
    LimitOf,
    Literal,
    Parameter,
    ParameterRef,
    Term,
)
from critc.check.types import (
    DAYS,
    MONTHS,
    Choice,
    Date,
    Duration,
    Judged,
    Number,
    Period,
    Set,
    Type,
    Unknown,
    YesNo,
    is_time,
    said,
)
from critc.check.units import NUMBER, Unit, accepted, conversion, usual
from critc.diagnostic import Related
from critc.source import Span


def numbers(left: Term, right: Term) -> tuple[Number, Number]:
    """The types of two terms that are known to be numbers."""
    one, other = left.type, right.type
    assert isinstance(one, Number)
    assert isinstance(other, Number)
    return one, other


def numbers_fit(context: Context, left: Term, right: Term) -> bool:
    """Whether two numbers have units that convert; a report if not.

    A literal without a unit does not fit a value that has one, percent included: 5 and 5 % differ by
    a factor of a hundred.
    """
    one, other = left.type, right.type
    if not isinstance(one, Number) or not isinstance(other, Number):
        return False
    if _bare_literal(right) and one.unit != NUMBER:
        return _say_missing(context, right, left)
    if _bare_literal(left) and other.unit != NUMBER:
        return _say_missing(context, left, right)
    if _declared_bare(left) and other.unit != NUMBER:
        return _say_needless(context, right, left)
    if _declared_bare(right) and one.unit != NUMBER:
        return _say_needless(context, left, right)
    if one.unit.dimension == other.unit.dimension or by_molar_mass(one, other):
        return True
    say_mixed(context, left, right, right.span, "compares")
    return False


def in_range(context: Context, place: Term, literal: Term) -> None:
    """Report a limit that the declared range makes pointless: a grade from 0 to 5 is never 7."""
    kind = place.type
    if not isinstance(literal, Literal) or not isinstance(kind, Number):
        return
    if literal.type.unit.dimension != kind.unit.dimension:
        return
    factor, offset = conversion(literal.type.unit, kind.unit)
    value = literal.value * factor + offset
    if kind.whole and value.denominator != 1:
        message = f"This is {said(kind)}: it never comes to {literal.text}."
    elif (kind.low is not None and value < kind.low) or (
        kind.high is not None and value > kind.high
    ):
        message = f"{literal.text} lies outside what is recorded, {kind.low} to {kind.high}."
    else:
        return
    context.say(
        "E0319",
        literal.span,
        message,
        label="outside its range",
        related=declared(place),
        help="Correct the number here, or the range where it is declared.",
    )


def by_molar_mass(one: Number, other: Number) -> bool:
    """Whether the molar mass turns one unit into the other; a literal carries that of its neighbour."""
    if other.molar_mass is None:
        return False
    return mass_and_moles(one.unit, other.unit)


def mass_and_moles(one: Unit, other: Unit) -> bool:
    """Whether one is a mass where the other is an amount, and they agree in all else."""
    return per_mole(one) == dict(other.dimension) or per_mole(other) == dict(one.dimension)


def units_of(kind: Number) -> tuple[Unit, ...]:
    """The units in which data may give a number, the declared one first.

    With a molar mass these are masses and moles, whichever the laboratory reports.
    """
    if not kind.molar_mass:
        return accepted(kind.unit)
    return accepted(kind.unit) + tuple(u for u in usual() if mass_and_moles(kind.unit, u))


def exchange(own: Unit, unit: Unit, mass: Fraction | None) -> tuple[Fraction, Fraction]:
    """Factor and offset from one unit to another, by the molar mass (g/mol) where need be."""
    if own.dimension == unit.dimension:
        return conversion(own, unit)
    assert mass is not None, f"{own.code} does not convert to {unit.code}"
    moles = dict(own.dimension).get("mol")
    return own.factor * (mass if moles else 1 / mass) / unit.factor, Fraction(0)


def per_mole(unit: Unit) -> dict[str, int]:
    """The dimension with its mass replaced by an amount: g/L becomes mol/L."""
    powers = dict(unit.dimension)
    if powers.get("g") != 1 or "mol" in powers:
        return {}
    del powers["g"]
    return powers | {"mol": 1}


def _bare_literal(term: Term) -> bool:
    return isinstance(term, Literal) and term.type.unit == NUMBER


def _declared_bare(term: Term) -> bool:
    """A value that is declared without a unit; what was calculated may have come to have none."""
    place = isinstance(term, FactRef | FieldRef | ParameterRef | LimitOf)
    return place and isinstance(term.type, Number) and term.type.unit == NUMBER


def _say_missing(context: Context, literal: Term, other: Term) -> bool:
    assert isinstance(literal, Literal)
    assert isinstance(other.type, Number)
    unit = other.type.noun or _written(other.type.unit)
    context.say(
        "E0303",
        literal.span,
        f"{literal.text} what? The number needs its unit.",
        label="no unit",
        related=declared(other),
        help=f"Write `{literal.text} {unit}`.",
        replacement=f"{literal.text} {unit}",
    )
    return False


def _say_needless(context: Context, number: Term, other: Term) -> bool:
    assert isinstance(number.type, Number)
    context.say(
        "E0304",
        number.span,
        f"This is in {shown(number.type.unit)}; what it is compared with is declared without a unit.",
        label="has a unit",
        related=declared(other),
        help="Declare the unit: `: %`, `: mg/dL`. Then the two can be compared without a slip.",
    )
    return False


def say_mixed(context: Context, left: Term, right: Term, span: Span, verb: str) -> None:
    """Two numbers whose units do not go together."""
    one, other = numbers(left, right)
    dimensions = {one.unit.dimension, other.unit.dimension}
    related = [*declared(left), *declared(right)]
    names = f"{_kind(one.unit)} and {_kind(other.unit)}"
    if dimensions == {DAYS, MONTHS}:
        context.say(
            "E0305",
            span,
            "Months and years have no fixed number of days: the two cannot be compared.",
            label=f"{verb} {names}",
            related=related,
            help="Use one of the two on both sides: months with months, days with days.",
        )
        return
    if mass_and_moles(one.unit, other.unit):
        context.say(
            "E0306",
            span,
            "A mass turns into moles only by the molar mass of the substance, which is not given.",
            label=f"{verb} {names}",
            related=related,
            help="Write the limit in the unit of the measurement, or declare its molar mass: "
            '`measurement glucose : mg/dL "…" molar mass 180.156 g/mol`.',
        )
        return
    context.say(
        "E0302",
        span,
        f"This {verb} {names}: the units do not go together.",
        label=shown(other.unit),
        related=related,
        help=_advice(one.unit, other.unit),
    )


def _advice(one: Unit, other: Unit) -> str:
    kinds = dict(one.dimension).keys() | dict(other.dimension).keys()
    if "IU" in kinds:
        return "International units convert to nothing else: each substance has its own factor."
    return f"Write the number in {shown(one)} or in a unit of the same kind."


def shown(unit: Unit) -> str:
    """The unit as people read it."""
    return unit.shown or (unit.code if unit != NUMBER else "no unit")


def _written(unit: Unit) -> str:
    """The unit as it is written in a file."""
    return {"a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours"}.get(
        unit.code, unit.code.replace("10*", "10^")
    )


def _kind(unit: Unit) -> str:
    """``a number without a unit``, ``mg/dL``."""
    return "a number without a unit" if unit == NUMBER else shown(unit)


def declared(term: Term) -> list[Related]:
    """Where what a term names is declared."""
    match term:
        case FactRef(of=of) | ParameterRef(of=of):
            return [Related(of.span, f"declared here as {said(of.type)}")]
        case FieldRef(of=of, record=record):
            span = record.records.span if record.records.measurement else of.span
            return [Related(span, f"declared here as {said(of.type)}")]
        case _:
            return []


def fits_argument(
    context: Context, term: Term, parameter: Parameter, signature: Callable, span: Span
) -> bool:
    """Whether a value can stand for a parameter; a report if not."""
    wanted, given = parameter.type, term.type
    match wanted, given:
        case (Unknown(), _) | (_, Unknown()):
            return not isinstance(given, Unknown)
        case Number(), Number():
            place = ParameterRef(parameter, span=parameter.span)
            return numbers_fit(context, place, _at(term, span))
        case Duration(), _ if is_time(given):
            return True
        case Date(), Date():
            return True
        case (YesNo(), YesNo() | Judged()) | (Period(), Period()) if _is_place(term):
            return True
        case (Choice(options=one), Choice(options=other)) | (Set(options=one), Set(options=other)):
            if one == other and _is_place(term):
                return True
        case _:
            pass
    context.say(
        "E0318",
        span,
        f"`{signature.name}` asks here for {said(wanted)} (its {parameter.name}); this is "
        f"{said(given)}.",
        label=f"not {said(wanted)}",
        related=[Related(parameter.span, "asked for here"), *declared(term)],
    )
    return False


def _is_place(term: Term) -> bool:
    """Whether a term is what a fact or field says, and not calculated."""
    return isinstance(term, FactRef | FieldRef | ParameterRef | DefinedRef)


def _at(term: Term, span: Span) -> Term:
    return term if term.span == span else replace(term, span=span)


def same_options(one: Type, other: Type) -> bool:
    """Whether two choices have the same options."""
    return isinstance(one, Choice) and isinstance(other, Choice) and one.options == other.options


def question(name: str, kind: Type) -> str:
    """What may be asked of something of this type, as a help line."""
    match kind:
        case Choice(options=options):
            return f"Write which: `{name} is {options[0].name.text}`."
        case Set(options=options):
            return f"Write which: `{name} includes {options[0].name.text}`."
        case Date() | Period():
            return f"Write when: `{name} within 4 weeks before …`."
        case Number():
            return f"Compare it: `{name} ≥ …`."
        case _:
            return "Ask a yes/no question."


def capital(words: str) -> str:
    """With a capital letter at the start, for the beginning of a sentence."""
    return words[:1].upper() + words[1:]
