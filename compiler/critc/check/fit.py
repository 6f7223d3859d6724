"""Whether two values can be compared: units, kinds, options; and what to say when they cannot."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from critc.check.context import Context
from critc.check.protocol import (
    Aggregate,
    Call,
    Callable,
    Declared,
    DefinedRef,
    EndOf,
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
        if key_of(left) != key_of(right) and _is_plain(left) and _is_plain(right):
            suits(context, left, right)  # a value and its own limit say nothing of their unit
        return True
    say_mixed(context, left, right, right.span, "compares")
    return False


def in_range(context: Context, place: Term, literal: Term) -> bool:
    """Whether a limit can be reached; a report if not: a grade from 0 to 5 is never 7."""
    kind = place.type
    if not isinstance(literal, Literal) or not isinstance(kind, Number):
        return True
    if literal.type.unit.dimension != kind.unit.dimension:
        return True
    factor, offset = conversion(literal.type.unit, kind.unit)
    value = literal.value * factor + offset
    if kind.whole and value.denominator != 1:
        same = literal.type.unit == kind.unit
        amount = literal.text if same else f"{literal.text} {_written(literal.type.unit)}"
        message = f"This is {said(kind)}: it never comes to {amount}."
    elif (kind.low is not None and value < kind.low) or (
        kind.high is not None and value > kind.high
    ):
        message = f"{literal.text} lies outside what is recorded, {kind.low} to {kind.high}."
    else:
        return True
    context.say(
        "E0319",
        literal.span,
        message,
        label="outside its range",
        related=declared(place),
        help="Correct the number here, or the range where it is declared."
        if literal.type.unit == kind.unit
        else f"Is it meant in {_written(kind.unit)}, not in {_written(literal.type.unit)}?",
        about=None if (key := key_of(place)) is None else (*key, "range"),
    )
    return False


def by_molar_mass(one: Number, other: Number) -> bool:
    """Whether the molar mass turns one unit into the other; a literal carries that of its neighbour."""
    if other.molar_mass is None:
        return False
    return mass_and_moles(one.unit, other.unit)


def mass_and_moles(one: Unit, other: Unit) -> bool:
    """Whether one is a mass where the other is an amount, and they agree in all else."""
    moles = [per_mole(one), per_mole(other)]
    return (moles[0] or None) == dict(other.dimension) or (moles[1] or None) == dict(one.dimension)


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


def _is_plain(term: Term) -> bool:
    """Whether a number is written or declared, and not calculated."""
    return isinstance(term, Literal) or key_of(term) is not None


def _bare_literal(term: Term) -> bool:
    return isinstance(term, Literal) and term.type.unit == NUMBER


def _declared_bare(term: Term) -> bool:
    """A value that is declared without a unit; what was calculated may have come to have none."""
    place = isinstance(term, FactRef | FieldRef | ParameterRef | LimitOf)
    return place and isinstance(term.type, Number) and term.type.unit == NUMBER


def _say_missing(context: Context, literal: Term, other: Term) -> bool:
    assert isinstance(literal, Literal)
    assert isinstance(other.type, Number)
    mended = amount(literal.text, other.type.unit, other.type.noun)
    context.say(
        "E0303",
        literal.span,
        f"{literal.text} what? The number needs its unit.",
        label="no unit",
        related=shown_at(context, other, literal.span),
        help=f"Write `{mended}`.",
        replacement=mended,
        about=key_of(other),
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
        about=key_of(other),
    )
    return False


def say_mixed(context: Context, left: Term, right: Term, span: Span, verb: str) -> None:
    """Two numbers whose units do not go together."""
    one, other = numbers(left, right)
    dimensions = {one.unit.dimension, other.unit.dimension}
    related = [*shown_at(context, left, span), *shown_at(context, right, span)]
    names = f"{_kind(one.unit)} and {_kind(other.unit)}"
    if dimensions == {DAYS, MONTHS}:
        context.say(
            "E0305",
            span,
            "Months and years have no fixed number of days: the two cannot be compared.",
            label=f"{verb} {names}",
            related=related,
            help="Use one of the two on both sides: months with months, days with days.",
            about=key_of(left, right),
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
            about=key_of(left, right),
        )
        return
    context.say(
        "E0302",
        span,
        f"This {verb} {names}: the units do not go together.",
        label=shown(other.unit),
        related=related,
        help=_advice(one.unit, other.unit),
        about=key_of(left, right),
    )


def _advice(one: Unit, other: Unit) -> str:
    kinds = dict(one.dimension).keys() | dict(other.dimension).keys()
    if "IU" in kinds:
        return "International units convert to nothing else: each substance has its own factor."
    return f"Write the number in {shown(one)} or in a unit of the same kind."


def shown(unit: Unit) -> str:
    """The unit as people read it."""
    return unit.shown or (unit.code if unit != NUMBER else "no unit")


def amount(number: str, unit: Unit, noun: str = "") -> str:
    """A number with a unit as one writes it: ``9 g/dL``, ``3 × 10^9/L``, ``18 years``."""
    written = noun or _written(unit)
    return f"{number} × {written}" if written.startswith("10^") else f"{number} {written}"


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
        case LimitOf(of=of) | EndOf(of=of):
            return declared(of)
        case Aggregate(of=of, bound=bound):
            span = bound.records.span if bound.records.measurement else of.span
            return [Related(span, f"declared here as {said(of.type)}")]
        case _:
            return []


def key_of(*terms: Term) -> tuple[int, str] | None:
    """The key of the first declaration that one of the terms names; parameters come last."""
    named = [of for term in terms if (of := _named(term))]
    named.sort(key=lambda of: isinstance(of, Parameter))
    return named[0].key if named else None


def _named(term: Term) -> Declared | Parameter | None:
    match term:
        case FactRef(of=of) | FieldRef(of=of) | Aggregate(of=of):
            return of
        case ParameterRef(of=parameter):
            return parameter
        case LimitOf(of=place) | EndOf(of=place):
            return place.of
        case _:
            return None


def suits(context: Context, *terms: Term) -> None:
    """Note of the terms that their declarations suit the use that is made of them."""
    for term in terms:
        context.fits(key_of(term))


def option_key(kind: Choice | Set, of: Declared | Parameter, name: str) -> tuple[object, ...]:
    """An answer that is not there: of a named ``choices``, or of one declaration."""
    return "answer", kind.name or of.key, name


def shown_at(context: Context, term: Term, beside: Span) -> list[Related]:
    """Where a number's unit is to be seen: where it is declared, else where it stands.

    What stands in ``beside``, the place of the diagnostic, needs no second mark.
    """
    if found := declared(term):
        return found
    if isinstance(term, Call) and (symbol := context.symbols.get(term.name)):
        return [Related(symbol.span, f"declared here as {said(term.type)}")]
    apart = term.span.end <= beside.start or beside.end <= term.span.start
    if not apart or not isinstance(term.type, Number):
        return []
    return [Related(term.span, _in_unit(term))]


def _in_unit(term: Term) -> str:
    assert isinstance(term.type, Number)
    unit = _kind(term.type.unit)
    if isinstance(term, Literal):
        return unit if term.type.unit == NUMBER else f"in {unit}"
    return f"comes out as {unit}" if term.type.unit == NUMBER else f"comes out in {unit}"


def answers(context: Context, kind: Type) -> list[Related]:
    """Where the answers of a named ``choices`` are listed."""
    name = kind.name if isinstance(kind, Choice | Set) else ""
    symbol = context.symbols.get(name)
    return [Related(symbol.span, "the possible answers")] if symbol else []


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
        case _ if _takes(wanted, term):
            suits(context, term)
            return True
        case _:
            pass
    context.say(
        "E0318",
        span,
        f"`{signature.name}` asks here for {said(wanted)} (its {parameter.name}); this is "
        f"{said(given)}.",
        label=f"not {said(wanted)}",
        help="The values stand in the order in which they are asked for, with commas.",
        related=[Related(parameter.span, "asked for here"), *declared(term)],
        about=key_of(term),
    )
    return False


def _takes(wanted: Type, term: Term) -> bool:
    """Whether a value that is no number is of the kind that is wanted."""
    match wanted, term.type:
        case (Duration(), given):
            return is_time(given)
        case (Date(), Date()):
            return True
        case (YesNo(), YesNo() | Judged()) | (Period(), Period()):
            return _is_place(term)
        case (Choice(options=one), Choice(options=other)) | (Set(options=one), Set(options=other)):
            return one == other and _is_place(term)
        case _:
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
