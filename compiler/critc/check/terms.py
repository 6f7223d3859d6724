"""Values: names resolved, literals read, units carried through arithmetic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from critc.check.context import Context
from critc.check.declared_types import unit_or_report
from critc.check.fit import fits_argument, say_mixed
from critc.check.protocol import (
    Age,
    Arithmetic,
    Bound,
    Call,
    Callable,
    Day,
    DaysBetween,
    DefinedRef,
    Extreme,
    FieldRef,
    LimitOf,
    Literal,
    ParameterRef,
    Pick,
    Shifted,
    Term,
    Wrong,
)
from critc.check.scope import Meaning, Scope, as_value, look_up
from critc.check.suggest import did_you_mean
from critc.check.types import (
    DAYS,
    UNKNOWN,
    Date,
    Duration,
    Number,
    Period,
    Type,
    is_time,
    said,
)
from critc.check.units import NUMBER, Unit
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree


def value(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """The term of an expression; a measurement stands for its value."""
    return as_value(context, meaning(context, scope, expression), expression.span)


def meaning(context: Context, scope: Scope, expression: tree.Expression) -> Meaning:
    """The term of an expression, or the record that its name stands for."""
    match expression:
        case tree.Number():
            return literal(context, scope, expression)
        case tree.DateLiteral():
            return day(context, expression)
        case tree.Ref():
            return look_up(context, scope, expression)
        case tree.Limit():
            return _limit(context, scope, expression)
        case tree.Call():
            return _call(context, scope, expression)
        case tree.Binary():
            return _binary(context, scope, expression)
        case tree.Extreme():
            return _extreme(context, scope, expression)
        case tree.Age():
            return _age(context, scope, expression)


def literal(context: Context, scope: Scope, number: tree.Number) -> Term:
    """A number as written. In an empirical formula it has no unit."""
    if not number.unit:
        return Literal(Fraction(number.value), Number(), number.value, span=number.span)
    unit = unit_or_report(context, number.unit, number.unit_span)
    if unit is None:
        return Wrong(span=number.span)
    if scope.bare:
        context.say(
            "E0304",
            number.span,
            "An empirical formula counts with bare numbers, in the units that it declares.",
            label="has a unit",
            help="Leave the unit out, or leave out the line `empirical`.",
            replacement=number.value,
        )
        return Wrong(span=number.span)
    return Literal(Fraction(number.value), Number(unit), number.value, span=number.span)


def day(context: Context, literal: tree.DateLiteral) -> Term:
    """A whole date; months and years alone are no day of a protocol."""
    try:
        found = date.fromisoformat(literal.text) if len(literal.text) == 10 else None
    except ValueError:
        context.say(
            "E0310",
            literal.span,
            f"There is no such day as {literal.text}.",
            help="Dates are written year-month-day: 2026-03-02.",
        )
        return Wrong(span=literal.span)
    if found is None:
        context.say(
            "E0310",
            literal.span,
            f"{literal.text} is not a day: in a criterion the whole date is needed.",
            help=f"Write the day too: {literal.text[:7]}-01.",
        )
        return Wrong(span=literal.span)
    return Day(found, span=literal.span)


# ---- the laboratory's limits ------------------------------------------------------------------


def _limit(context: Context, scope: Scope, limit: tree.Limit) -> Term:
    of: Meaning | None = scope.subject
    if limit.of is not None:
        of = as_value(context, look_up(context, scope, limit.of), limit.of.span)
        if of.type == UNKNOWN:
            return Wrong(span=limit.span)
    if not isinstance(of, FieldRef | ParameterRef):
        context.say(
            "E0308",
            limit.span,
            f"{limit.side} of what? To the left of it stands no measurement.",
            help=f"Write `{limit.side} of alt`, with the measurement whose limit is meant.",
        )
        return Wrong(span=limit.span)
    return limit_of(context, of, "upper" if limit.side == "ULN" else "lower", limit.span)


def limit_of(context: Context, of: FieldRef | ParameterRef, side: str, span: Span) -> Term:
    """The upper or lower limit that came with a measured value, if it may come with one."""
    type = of.type  # noqa: A001
    if isinstance(type, Number) and (type.limits or isinstance(of, ParameterRef)):
        return LimitOf(of, "upper" if side == "upper" else "lower", Number(type.unit), span=span)
    name = of.record.records.name if isinstance(of, FieldRef) else of.of.name
    at = of.record.records.span if isinstance(of, FieldRef) else of.of.span
    context.say(
        "E0308",
        span,
        f"The {name.replace('_', ' ')} has no limit of normal: nothing says that the laboratory "
        "gives one.",
        related=[Related(at, "declared here")],
        help=f"Declare it `with reference range`: `measurement {name} : … with reference range`.",
    )
    return Wrong(span=span)


# ---- calls ------------------------------------------------------------------------------------


def _call(context: Context, scope: Scope, call: tree.Call) -> Term:
    signature = signature_of(context, call.name)
    if signature is None:
        for argument in call.arguments:
            meaning(context, scope, argument)
        return Wrong(span=call.span)
    if signature.type is None:
        context.say(
            "E0307",
            call.span,
            f"`{signature.name}` is true or false of a patient, not a value.",
            related=[Related(signature.span, "a definition")],
            help="Write it by itself, as a line of its own.",
        )
        return Wrong(span=call.span)
    found = arguments(context, scope, call, signature)
    if found is None:
        return Wrong(span=call.span)
    context.use(scope.owner, signature.name, call.name.span)
    return Call(signature.name, found, signature.type, span=call.span)


def signature_of(context: Context, name: tree.Name) -> Callable | None:
    """The definition, formula or table of that name; None after a report."""
    signature = context.callable(name.text)
    if signature is not None:
        return signature
    if name.text in context.symbols:
        context.say(
            "E0207",
            name.span,
            f"`{name.text}` takes nothing in parentheses: it is no formula, table or definition.",
            related=context.declared_at(name.text),
        )
    elif name.text not in context.attempted:
        known = [n for n, s in context.symbols.items() if isinstance(s, Callable)]
        help_, replacement = did_you_mean(
            name.text, known, f"Declare a `formula {name.text} (…)` or a `table {name.text} (…)`."
        )
        context.say(
            "E0201",
            name.span,
            f"There is no formula or table called `{name.text}`.",
            help=help_,
            replacement=replacement,
        )
    return None


def arguments(
    context: Context, scope: Scope, call: tree.Call, signature: Callable
) -> tuple[Term, ...] | None:
    """The arguments of a call, each fit for its parameter; None after a report."""
    found = [_argument(context, scope, argument) for argument in call.arguments]
    wanted = signature.parameters
    if len(found) != len(wanted):
        names = ", ".join(parameter.name for parameter in wanted)
        context.say(
            "E0318",
            call.span,
            f"`{signature.name}` asks for {_counted(len(wanted), 'value')} ({names}), "
            f"here {'is' if len(found) == 1 else 'are'} {len(found)}.",
            related=[Related(signature.span, "declared here")],
        )
        return None
    fit = [
        fits_argument(context, term, parameter, signature, argument.span)
        for term, parameter, argument in zip(found, wanted, call.arguments, strict=True)
    ]
    return tuple(found) if all(fit) else None


def _argument(context: Context, scope: Scope, argument: tree.Expression) -> Term:
    """An argument; a definition's name may stand for a yes/no parameter."""
    if isinstance(argument, tree.Ref) and len(argument.path) == 1:
        name = argument.path[0].text
        signature = context.callable(name)
        if signature and name not in scope.parameters and signature.kind == "define":
            if signature.parameters:
                context.say("E0318", argument.span, f"`{name}` itself asks for values.")
                return Wrong(span=argument.span)
            context.use(scope.owner, name, argument.span)
            return DefinedRef(name, span=argument.span)
    return value(context, scope, argument)


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


# ---- arithmetic -------------------------------------------------------------------------------


def _binary(context: Context, scope: Scope, binary: tree.Binary) -> Term:
    left, right = value(context, scope, binary.left), value(context, scope, binary.right)
    if UNKNOWN in (left.type, right.type):
        return Wrong(span=binary.span)
    if isinstance(left.type, Date) and binary.sign in ("+", "-"):
        return _date_sum(context, binary, left, right)
    for term, operand in ((left, binary.left), (right, binary.right)):
        if not isinstance(term.type, Number):
            context.say(
                "E0307",
                operand.span,
                f"This is {said(term.type)}: it cannot be used in a calculation.",
                help="Only numbers can be added, subtracted, multiplied and divided.",
            )
            return Wrong(span=binary.span)
    match binary.sign:
        case "+" | "-":
            return _sum(context, binary, left, right)
        case "×" | "/":
            return _product(binary, left, right)
        case "^":
            return _power(context, binary, left, right)


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
        help="Write it with its unit: `first_dose + 14 days`.",
    )
    return Wrong(span=binary.span)


def _sum(context: Context, binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = left.type, right.type
    assert isinstance(one, Number) and isinstance(other, Number)
    if one.unit.dimension != other.unit.dimension or (one.unit == NUMBER) != (other.unit == NUMBER):
        say_mixed(context, left, right, binary.span, "adds" if binary.sign == "+" else "subtracts")
        return Wrong(span=binary.span)
    unit = other.unit if isinstance(left, Literal) else one.unit
    return Arithmetic(binary.sign, left, right, Number(unit), span=binary.span)


def _product(binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = left.type, right.type
    assert isinstance(one, Number) and isinstance(other, Number)
    unit = multiplied(one.unit, other.unit, 1 if binary.sign == "×" else -1)
    return Arithmetic(binary.sign, left, right, Number(unit), span=binary.span)


def _power(context: Context, binary: tree.Binary, left: Term, right: Term) -> Term:
    one, other = left.type, right.type
    assert isinstance(one, Number) and isinstance(other, Number)
    exponent = right.value if isinstance(right, Literal) else None
    if one.unit == NUMBER and other.unit == NUMBER:
        return Arithmetic("^", left, right, Number(), span=binary.span)
    if exponent is None or other.unit != NUMBER or exponent.denominator != 1:
        context.say(
            "E0307",
            binary.right.span,
            "A value with a unit can only be raised to a whole number, written out.",
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


# ---- the longer, the greater, the later -------------------------------------------------------


def _extreme(context: Context, scope: Scope, extreme: tree.Extreme) -> Term:
    terms = [value(context, scope, operand) for operand in extreme.operands]
    which = "larger" if extreme.word in ("longer", "greater", "later") else "smaller"
    if any(term.type == UNKNOWN for term in terms):
        return Wrong(span=extreme.span)
    type = _extreme_type(context, extreme, terms)  # noqa: A001
    if type == UNKNOWN:
        return Wrong(span=extreme.span)
    return Extreme(which, tuple(terms), type, span=extreme.span)  # type: ignore[arg-type]


def _extreme_type(context: Context, extreme: tree.Extreme, terms: list[Term]) -> Type:
    kinds = {"longer": "lengths of time", "shorter": "lengths of time", "later": "dates",
             "earlier": "dates", "greater": "numbers", "smaller": "numbers"}  # fmt: skip
    kind = kinds[extreme.word]
    for term, operand in zip(terms, extreme.operands, strict=True):
        if kind == "lengths of time" and not is_time(term.type):
            return _say_not_a(context, operand, term, extreme.word, "a length of time")
        if kind == "dates" and not (isinstance(term.type, Date) and not term.type.or_none):
            return _say_not_a(context, operand, term, extreme.word, "a date that is always there")
        if kind == "numbers" and not isinstance(term.type, Number):
            return _say_not_a(context, operand, term, extreme.word, "a number")
    if kind == "lengths of time":
        return Duration()
    if kind == "dates":
        return Date()
    first = next((term for term in terms if not isinstance(term, Literal)), terms[0])
    for term in terms:
        one, other = first.type, term.type
        assert isinstance(one, Number) and isinstance(other, Number)
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
        help="`longer` and `shorter` are for lengths of time, `later` and `earlier` for dates, "
        "`greater` and `smaller` for numbers.",
    )
    return UNKNOWN


# ---- dates ------------------------------------------------------------------------------------


def _age(context: Context, scope: Scope, age: tree.Age) -> Term:
    birth, at = moment(context, scope, age.birth), moment(context, scope, age.at)
    if UNKNOWN in (birth.type, at.type):
        return Wrong(span=age.span)
    unit = context.unit(age.unit) or NUMBER
    return Age(age.unit, birth, at, Number(unit, whole=True, noun=age.unit), span=age.span)


def moment(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """The date that a window is counted from; a measurement stands for its date."""
    found = date_or_period(context, scope, expression)
    match found.type:
        case Date():
            return found
        case Period():
            name = context.source.text[expression.span.start : expression.span.end]
            context.say(
                "E0313",
                expression.span,
                f"`{name}` lasts from a first to a last day: from which of the two is it counted?",
                help=f"Write `start of {name}` or `end of {name}`.",
            )
        case _:
            if found.type == UNKNOWN:
                return Wrong(span=expression.span)
            context.say(
                "E0311",
                expression.span,
                f"This is {said(found.type)}, not a date.",
                help="A window is counted from a moment, a date, the `start of` or `end of` a "
                "period, or a measurement.",
            )
    return Wrong(span=expression.span)


def date_or_period(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """A term; a measurement stands for its date."""
    found = meaning(context, scope, expression)
    if isinstance(found, Bound | Pick):
        return date_of(context, found, expression)
    return found


def date_of(context: Context, record: Bound | Pick, expression: tree.Expression) -> Term:
    """The date of a record: of a measurement, or the only one that a list's records have."""
    if record.records.measurement:
        return FieldRef(record, record.records.fields["date"], span=expression.span)
    dates = [f for f in record.records.fields.values() if isinstance(f.type, Date | Period)]
    if len(dates) == 1:
        return FieldRef(record, dates[0], span=expression.span)
    return as_value(context, record, expression.span)


def duration(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """A length of time. Months are whole ones (semantics, time)."""
    term = value(context, replace(scope, subject=None), expression)
    if not is_time(term.type):
        text = context.source.text[expression.span.start : expression.span.end]
        bare = isinstance(term, Literal) and term.type.unit == NUMBER
        context.say(
            "E0303" if bare else "E0317",
            expression.span,
            f"{text} what? A window needs its unit."
            if bare
            else f"A window is as long as a length of time; this is {said(term.type)}.",
            help=f"Write `{text} days`, or weeks, months, years." if bare else "",
        )
        return Wrong(span=expression.span)
    for part in _literals(term):
        months = part.value * part.type.unit.factor
        if part.type.unit.dimension not in (DAYS, ()) and months.denominator != 1:
            context.say(
                "E0317",
                part.span,
                "Part of a month has no fixed number of days.",
                help="Write whole months, or weeks or days.",
            )
            return Wrong(span=expression.span)
    return term


def _literals(term: Term) -> list[Literal]:
    match term:
        case Literal():
            return [term]
        case Extreme(terms=terms):
            return [found for part in terms for found in _literals(part)]
        case _:
            return []
