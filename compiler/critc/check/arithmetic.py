"""Arithmetic: units carried through sums, products and powers; the longer, the greater, the later."""

from __future__ import annotations

from critc.check import terms
from critc.check.context import Context
from critc.check.fit import declared, key_of, numbers, say_mixed
from critc.check.protocol import (
    Arithmetic,
    DaysBetween,
    Extreme,
    Literal,
    Shifted,
    Term,
    Wrong,
)
from critc.check.scope import Scope
from critc.check.types import (
    UNKNOWN,
    Date,
    Duration,
    Number,
    Type,
    is_time,
    said,
)
from critc.check.units import NUMBER, Unit
from critc.syntax import tree


def binary(context: Context, scope: Scope, written: tree.Binary) -> Term:
    """``a + b``: of numbers, or of a date and a length of time."""
    left, right = (
        terms.value(context, scope, written.left),
        terms.value(context, scope, written.right),
    )
    if UNKNOWN in (left.type, right.type):
        return Wrong(span=written.span)
    if isinstance(left.type, Date) and written.sign in ("+", "-"):
        return _date_sum(context, written, left, right)
    for term, operand in ((left, written.left), (right, written.right)):
        if not isinstance(term.type, Number):
            context.say(
                "E0307",
                operand.span,
                f"This is {said(term.type)}: it cannot be used in a calculation.",
                label="no number",
                related=declared(term),
                help="Only numbers can be added, subtracted, multiplied and divided.",
                about=key_of(term),
            )
            return Wrong(span=written.span)
    if any(kind.unit.offset for kind in numbers(left, right)):
        context.say(
            "E0307",
            written.span,
            "Degrees on a scale cannot be added or multiplied: their zero is not nothing.",
            label="degrees",
            related=[*declared(left), *declared(right)],
            help="Compare the temperature as it is: `temperature ≥ 38 Cel`.",
        )
        return Wrong(span=written.span)
    match written.sign:
        case "+" | "-":
            return _sum(context, written, left, right)
        case "×" | "/":
            return _product(written, left, right)
        case "^":
            return _power(context, written, left, right)


def _date_sum(context: Context, binary: tree.Binary, left: Term, right: Term) -> Term:
    if isinstance(right.type, Date) and binary.sign == "-":
        days = context.unit("d") or NUMBER
        return DaysBetween(right, left, Number(days), span=binary.span)
    if is_time(right.type):
        direction = "after" if binary.sign == "+" else "before"
        return Shifted(left, direction, right, span=binary.span)  # type: ignore[arg-type]
    context.say(
        "E0307",
        binary.right.span,
        f"To a date only a length of time can be added, not {said(right.type)}.",
        label="not a length of time",
        related=[*declared(left), *declared(right)],
        help="Write it with its unit: `first_dose + 14 days`.",
        about=key_of(right),
    )
    return Wrong(span=binary.span)


def _sum(context: Context, binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = numbers(left, right)
    if one.unit.dimension != other.unit.dimension or (one.unit == NUMBER) != (other.unit == NUMBER):
        say_mixed(context, left, right, binary.span, "adds" if binary.sign == "+" else "subtracts")
        return Wrong(span=binary.span)
    unit = other.unit if isinstance(left, Literal) else one.unit
    return Arithmetic(binary.sign, left, right, Number(unit), span=binary.span)


def _product(binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = numbers(left, right)
    unit = multiplied(one.unit, other.unit, 1 if binary.sign == "×" else -1)
    return Arithmetic(binary.sign, left, right, Number(unit), span=binary.span)


def _power(context: Context, binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = numbers(left, right)
    exponent = right.value if isinstance(right, Literal) else None
    if one.unit == NUMBER and other.unit == NUMBER:
        return Arithmetic("^", left, right, Number(), span=binary.span)
    if exponent is None or other.unit != NUMBER or exponent.denominator != 1:
        context.say(
            "E0307",
            binary.right.span,
            "A value with a unit can only be raised to a whole number, written out.",
            label="not a whole number",
            related=[*declared(left), *declared(right)],
            help="Divide it by its unit first: `(weight / 1 kg) ^ 0.425`.",
        )
        return Wrong(span=binary.span)
    unit = NUMBER
    for _ in range(min(abs(int(exponent)), 9)):
        unit = multiplied(unit, one.unit, 1 if exponent > 0 else -1)
    return Arithmetic("^", left, right, Number(unit), span=binary.span)


def multiplied(one: Unit, other: Unit, sign: int) -> Unit:
    """The unit of a product (``sign`` 1) or a quotient (-1)."""
    if other == NUMBER:
        return one
    if one == NUMBER and sign > 0:
        return other
    powers = dict(one.dimension)
    for base, power in other.dimension:
        powers[base] = powers.get(base, 0) + sign * power
    dimension = tuple(sorted((base, power) for base, power in powers.items() if power))
    factor = one.factor * other.factor**sign
    if not dimension and factor == 1:
        return NUMBER
    join = "." if sign > 0 else "/"
    code = f"{one.code}{join}{other.code}"
    shown = f"{one.shown or one.code}{'·' if sign > 0 else '/'}{other.shown or other.code}"
    return Unit(code, factor, dimension=dimension, shown=shown)


def extreme(context: Context, scope: Scope, written: tree.Extreme) -> Term:
    """``the longer of a, b and c``"""
    found = [terms.value(context, scope, operand) for operand in written.operands]
    which = "larger" if written.word in ("longer", "greater", "later") else "smaller"
    if any(term.type == UNKNOWN for term in found):
        return Wrong(span=written.span)
    kind = _extreme_type(context, written, found)
    if kind == UNKNOWN:
        return Wrong(span=written.span)
    return Extreme(which, tuple(found), kind, span=written.span)  # type: ignore[arg-type]


def _extreme_type(context: Context, extreme: tree.Extreme, found: list[Term]) -> Type:
    kinds = {"longer": "lengths of time", "shorter": "lengths of time", "later": "dates",
             "earlier": "dates", "greater": "numbers", "smaller": "numbers"}  # fmt: skip
    wanted = kinds[extreme.word]
    for term, operand in zip(found, extreme.operands, strict=True):
        if wanted == "lengths of time" and not is_time(term.type):
            return _say_not_a(context, operand, term, extreme.word, "a length of time")
        if wanted == "dates" and not (isinstance(term.type, Date) and not term.type.or_none):
            return _say_not_a(context, operand, term, extreme.word, "a date that is always there")
        if wanted == "numbers" and not isinstance(term.type, Number):
            return _say_not_a(context, operand, term, extreme.word, "a number")
    if wanted == "lengths of time":
        return Duration()
    if wanted == "dates":
        return Date()
    first = next((term for term in found if not isinstance(term, Literal)), found[0])
    for term in found:
        one, other = numbers(first, term)
        if one.unit.dimension != other.unit.dimension:
            say_mixed(context, first, term, extreme.span, "compares")
            return UNKNOWN
    assert isinstance(first.type, Number)
    return Number(first.type.unit)


def _say_not_a(
    context: Context, operand: tree.Expression, term: Term, word: str, wanted: str
) -> Type:
    context.say(
        "E0307",
        operand.span,
        f"`the {word} of` asks for {wanted}; this is {said(term.type)}.",
        label=f"not {wanted}",
        related=declared(term),
        help="`longer` and `shorter` are for lengths of time, `later` and `earlier` for dates, "
        "`greater` and `smaller` for numbers.",
        about=key_of(term),
    )
    return UNKNOWN
