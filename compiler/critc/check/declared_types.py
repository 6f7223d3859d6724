"""Types as written, resolved: units parsed, named choices looked up, ranges read."""

from __future__ import annotations

from fractions import Fraction

from critc.check.context import THOUSANDS, Context
from critc.check.protocol import Choices
from critc.check.suggest import did_you_mean
from critc.check.types import (
    UNKNOWN,
    Choice,
    Date,
    Duration,
    Number,
    Period,
    Set,
    Text,
    Type,
    Unknown,
    YesNo,
)
from critc.check.units import NUMBER, Unit
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree


def fact_type(context: Context, declaration: tree.Fact | tree.Field) -> Type:
    """The type of a fact or field; without one written it is yes/no."""
    if declaration.type is None:
        return YesNo()
    kind = resolve_type(context, declaration.type, declaration.options)
    if isinstance(kind, Duration):
        context.say(
            "E0324",
            declaration.type.span,
            "A length of time is recorded in a unit: in days, hours or weeks.",
            label="counted in what?",
            help=f"Write the unit: `{declaration.name.text} : d` for days, `h` for hours.",
        )
        return UNKNOWN
    return kind


def measurement_type(context: Context, declaration: tree.Measurement) -> Type:
    """The type of a measurement's value: a number, or one of some results."""
    kind = resolve_type(context, declaration.type, declaration.options)
    match kind:
        case Number(unit=unit, whole=whole, low=low, high=high):
            mass = _molar_mass(context, declaration.molar_mass)
            if declaration.reference_range and unit == NUMBER:
                _say_no_unit_for_limits(context, declaration.type)
                return UNKNOWN
            return Number(unit, whole, low, high, declaration.reference_range, mass, kind.noun)
        case Choice():
            return kind
        case Unknown():
            return UNKNOWN
        case _:
            context.say(
                "E0318",
                declaration.type.span,
                "A measurement gives a number or one of several results.",
                label="not a result",
                help="Write its unit, or `one of positive, negative`. A date or a period is a fact, "
                "or a field of records.",
            )
            return UNKNOWN


def _say_no_unit_for_limits(context: Context, kind: tree.Type) -> None:
    context.say(
        "E0308",
        kind.span,
        "A bare number comes without the laboratory's limits: they come with a value and its unit.",
        label="in which unit?",
        help="For a ratio such as the INR, name what it is between braces: `{ratio}`.",
        replacement="{ratio}",
    )


def _molar_mass(context: Context, mass: tree.Number | None) -> Fraction | None:
    if mass is None:
        return None
    unit = context.unit(mass.unit)
    if unit is None or unit.dimension != (("g", 1), ("mol", -1)):
        context.say(
            "E0302",
            mass.span,
            "A molar mass is a mass per mole.",
            label="not per mole",
            help="Write it in g/mol: `molar mass 180.156 g/mol`.",
        )
        return None
    return Fraction(mass.value) * unit.factor


def parameter_type(context: Context, kind: tree.Type) -> Type:
    """The type of a parameter."""
    return resolve_type(context, kind)


def resolve_type(
    context: Context,
    kind: tree.Type,
    options: tuple[tree.Option, ...] = (),
) -> Type:
    """The type that is written; ``options`` are those that follow it as dashes."""
    match kind.word:
        case "yes/no":
            return YesNo()
        case "whole number":
            return _whole_number(context, kind)
        case "number":
            low, high = _range(context, kind)
            return Number(low=low, high=high)
        case "date":
            return Date(kind.or_none)
        case "period":
            return Period(kind.or_none)
        case "duration":
            return Duration()
        case "text":
            return Text()
        case "one of" | "any of":
            return _options(context, kind, options)
        case "unit":
            return _unit_or_choices(context, kind, kind.unit)
        case "named":
            return _unit_or_choices(context, kind, kind.name.text if kind.name else "")


def _whole_number(context: Context, kind: tree.Type) -> Type:
    low, high = _range(context, kind)
    unit = context.unit(kind.unit) if kind.unit else NUMBER
    return Number(unit or NUMBER, True, low, high, noun=kind.unit)


def _range(context: Context, kind: tree.Type) -> tuple[Fraction | None, Fraction | None]:
    """The declared range, in the declared unit; either end may be open."""
    low = Fraction(kind.low) if kind.low else None
    high = Fraction(kind.high) if kind.high else None
    if low is not None and high is not None and low > high:
        context.say(
            "E0322",
            kind.span,
            f"No number is from {kind.low} to {kind.high}: the first is the larger one.",
            label="upside down",
            help=f"Write the smaller one first: `from {kind.high} to {kind.low}`.",
        )
        low, high = high, low
    return low, high


def _options(
    context: Context,
    kind: tree.Type,
    options: tuple[tree.Option, ...],
) -> Type:
    all_options = (*(tree.Option(name, span=name.span) for name in kind.options), *options)
    refuse_repeated(context, all_options)
    if not all_options:
        context.say(
            "E0318",
            kind.span,
            "The possible answers are not given.",
            label="which ones?",
            help="Write them after it, `one of positive, negative`, or below, each with a dash.",
        )
        return UNKNOWN
    return Choice(all_options) if kind.word == "one of" else Set(all_options)


def refuse_repeated(context: Context, options: tuple[tree.Option, ...]) -> None:
    """Report an option that is listed twice."""
    first: dict[str, Span] = {}
    for option in options:
        name = option.name
        if name.text in first:
            context.say(
                "E0202",
                name.span,
                f"`{name.text}` is listed twice.",
                label="again",
                related=[Related(first[name.text], "first listed here")],
                help="Leave one of them out.",
            )
        first.setdefault(name.text, name.span)


def _unit_or_choices(context: Context, kind: tree.Type, text: str) -> Type:
    """A unit, or the name of a ``choices``: the grammar cannot tell ``sex`` from ``kg``."""
    symbol = context.symbols.get(text)
    if isinstance(symbol, Choices):
        return symbol.type
    unit = context.unit(text)
    if unit is not None:
        low, high = _range(context, kind)
        return Number(unit, low=low, high=high)
    if text not in context.attempted:
        say_unknown_unit(context, kind.span, text, about=("type", text))
    return UNKNOWN


_YES_OR_NO = "Of what is answered yes or no, leave this word out, and the colon before it."
_OTHER_TYPES: dict[str, tuple[str, str | None]] = {
    "boolean": (_YES_OR_NO, None),
    "bool": (_YES_OR_NO, None),
    "integer": ("Write `whole number`.", "whole number"),
    "int": ("Write `whole number`.", "whole number"),
    "decimal": ("Write `number`, or the unit it has.", "number"),
    "float": ("Write `number`, or the unit it has.", "number"),
    "string": ("Write `text`.", "text"),
}
"""Types as other languages call them."""


def say_unknown_unit(
    context: Context, span: Span, text: str, about: tuple[str, str] | None = None
) -> None:
    """Report a unit that does not exist; thousands per volume get their own advice."""
    if text.startswith(THOUSANDS):
        _say_thousands(context, span, text)
        return
    choices = [name for name, symbol in context.symbols.items() if isinstance(symbol, Choices)]
    known = ["mg", "g", "kg", "mm", "cm", "mL", "mg/dL", "g/dL", "mmol/L", "U/L", "10^9/L", "days",
             "weeks", "months", "years", "mm[Hg]", "mL/min", "mg/d", "[IU]/mL", *choices]  # fmt: skip
    other = _OTHER_TYPES.get(text.lower())
    help_, replacement = other or ("", None)
    if not other:
        help_, replacement = did_you_mean(
            text,
            known,
            "Units are written as in UCUM: mg/dL, 10^9/L, mmol/L, U/L, [IU]/mL, mm[Hg].",
        )
    context.say(
        "E0301",
        span,
        "This kind of answer is said in another way."
        if other
        else f"`{text}` is not a unit that is known"
        + (", nor one of the file's `choices`." if text.isidentifier() else "."),
        label="which kind of answer?" if other else "not a unit",
        related=context.offered(replacement),
        help=help_,
        replacement=replacement,
        about=about,
    )


def _say_thousands(context: Context, span: Span, text: str) -> None:
    letter, _, volume = text.partition("/")
    word, power = ("a million", 6) if letter == "M" else ("a thousand", 3)
    per_litre = f"10^{power + 6}/L" if volume in ("uL", "µL", "mcL", "ul", "mm3") else ""
    context.say(
        "E0323",
        span,
        f"`{letter}` is not the sign for {word} in a unit.",
        label=f"{word} per {volume}?",
        help=f"Write `{per_litre or f'10^{power}/{volume}'}`, which is the same.",
        replacement=per_litre or f"10^{power}/{volume}",
    )


def unit_or_report(context: Context, text: str, span: Span) -> Unit | None:
    """The unit of a literal; None after reporting that there is no such unit."""
    unit = context.unit(text)
    if unit is None:
        say_unknown_unit(context, span, text)
    return unit
