"""Values: names resolved, literals read, units carried through arithmetic."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from critc.check import arithmetic, moments
from critc.check.context import Context
from critc.check.declared_types import unit_or_report
from critc.check.fit import fits_argument
from critc.check.protocol import (
    Call,
    Callable,
    Day,
    DefinedRef,
    FieldRef,
    LimitOf,
    Literal,
    ParameterRef,
    Term,
    Wrong,
)
from critc.check.scope import Meaning, Scope, as_value, look_up
from critc.check.suggest import did_you_mean
from critc.check.types import (
    UNKNOWN,
    Number,
)
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
            return arithmetic.binary(context, scope, expression)
        case tree.Extreme():
            return arithmetic.extreme(context, scope, expression)
        case tree.Age():
            return moments.age(context, scope, expression)


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
            label="not in the calendar",
            help="Dates are written year-month-day: 2026-03-02.",
        )
        return Wrong(span=literal.span)
    if found is None:
        context.say(
            "E0310",
            literal.span,
            f"{literal.text} is not a day: in a criterion the whole date is needed.",
            label="which day?",
            help=f"Write the day too: {literal.text[:7]}-01.",
        )
        return Wrong(span=literal.span)
    return Day(found, span=literal.span)


# ---- the laboratory's limits ------------------------------------------------------------------


def _limit(context: Context, scope: Scope, limit: tree.Limit) -> Term:
    of: Meaning | None = scope.subject
    if isinstance(of, Wrong) and limit.of is None:
        return Wrong(span=limit.span)
    if limit.of is not None:
        of = as_value(context, look_up(context, scope, limit.of), limit.of.span)
        if of.type == UNKNOWN:
            return Wrong(span=limit.span)
    if not isinstance(of, FieldRef | ParameterRef):
        context.say(
            "E0308",
            limit.span,
            f"{limit.side} of what? To the left of it stands no measurement.",
            label="of what?",
            help=f"Write `{limit.side} of alt`, with the measurement whose limit is meant.",
        )
        return Wrong(span=limit.span)
    return limit_of(context, of, "upper" if limit.side == "ULN" else "lower", limit.span)


def limit_of(context: Context, of: FieldRef | ParameterRef, side: str, span: Span) -> Term:
    """The upper or lower limit that came with a measured value, if it may come with one."""
    kind = of.type
    if isinstance(of, ParameterRef):
        return _limit_of_parameter(context, of, span)
    if isinstance(kind, Number) and kind.limits:
        return LimitOf(of, "upper" if side == "upper" else "lower", Number(kind.unit), span=span)
    name = of.record.records.name
    context.say(
        "E0308",
        span,
        f"The {name.replace('_', ' ')} has no limit of normal: nothing says that the laboratory "
        "gives one.",
        label="no such limit",
        related=[Related(of.record.records.span, "declared here")],
        help=f"Declare it `with reference range`: `measurement {name} : … with reference range`.",
        about=("limits", name),
    )
    return Wrong(span=span)


def _limit_of_parameter(context: Context, of: ParameterRef, span: Span) -> Term:
    name = of.of.name
    context.say(
        "E0308",
        span,
        f"`{name}` stands for any value: its laboratory's limit does not come with it.",
        label="no such limit",
        related=[Related(of.of.span, "what is asked for")],
        help="Ask for the limit too, and give it where this is used: `(alt, ULN of alt)`.",
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
            label="not a value",
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
            label="takes nothing",
            help="Write the name alone, or put a sign such as × before the parenthesis.",
            related=context.declared_at(name.text),
        )
    elif context.is_news(name.text):
        known = [n for n, s in context.symbols.items() if isinstance(s, Callable)]
        help_, replacement = did_you_mean(
            name.text, known, f"Declare a `formula {name.text} (…)` or a `table {name.text} (…)`."
        )
        context.say(
            "E0201",
            name.span,
            f"There is no formula or table called `{name.text}`.",
            label="not declared",
            related=context.offered(replacement),
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
            label="not as many as it asks for",
            help=f"Write one for each, in this order: `{signature.name}({names})`.",
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
                context.say(
                    "E0318",
                    argument.span,
                    f"`{name}` itself asks for values.",
                    label="asks for values",
                    help="Write a condition here, or a definition that asks for nothing.",
                    related=[Related(signature.span, "declared here")],
                )
                return Wrong(span=argument.span)
            context.use(scope.owner, name, argument.span)
            return DefinedRef(name, span=argument.span)
    return value(context, scope, argument)


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
