"""Dates, and lengths of time: what a window is counted from, and how long it is."""

from __future__ import annotations

from dataclasses import replace

from critc.check import terms
from critc.check.context import Context
from critc.check.fit import declared, key_of, suits
from critc.check.protocol import (
    Age,
    Bound,
    Extreme,
    FieldRef,
    Literal,
    Pick,
    Term,
    Wrong,
)
from critc.check.scope import Scope, as_value
from critc.check.types import (
    DAYS,
    UNKNOWN,
    Date,
    Number,
    Period,
    is_time,
    said,
)
from critc.check.units import NUMBER
from critc.syntax import tree


def age(context: Context, scope: Scope, written: tree.Age) -> Term:
    """``completed years from birth_date to consent``"""
    birth, at = moment(context, scope, written.birth), moment(context, scope, written.at)
    if UNKNOWN in (birth.type, at.type):
        return Wrong(span=written.span)
    unit = context.unit(written.unit) or NUMBER
    return Age(
        written.unit, birth, at, Number(unit, whole=True, noun=written.unit), span=written.span
    )


def moment(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """The date that a window is counted from; a measurement stands for its date."""
    found = date_or_period(context, scope, expression)
    match found.type:
        case Date():
            suits(context, found)
            return found
        case Period():
            name = context.source.words(expression.span)
            context.say(
                "E0313",
                expression.span,
                f"`{name}` lasts from a first to a last day: from which of the two is it counted?",
                label="its first or its last day?",
                related=declared(found),
                help=f"Write `start of {name}` or `end of {name}`.",
                about=key_of(found),
            )
        case _:
            if found.type == UNKNOWN:
                return Wrong(span=expression.span)
            context.say(
                "E0311",
                expression.span,
                f"This is {said(found.type)}, not a date.",
                label="not a date",
                related=declared(found),
                help="A window is counted from a moment, a date, the `start of` or `end of` a "
                "period, or a measurement.",
                about=key_of(found),
            )
    return Wrong(span=expression.span)


def date_or_period(context: Context, scope: Scope, expression: tree.Expression) -> Term:
    """A term; a measurement stands for its date."""
    found = terms.meaning(context, scope, expression)
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
    term = terms.value(context, replace(scope, subject=None), expression)
    if not is_time(term.type):
        text = context.source.words(expression.span)
        bare = isinstance(term, Literal) and term.type.unit == NUMBER
        context.say(
            "E0303" if bare else "E0317",
            expression.span,
            f"{text} what? A window needs its unit."
            if bare
            else f"A window is as long as a length of time; this is {said(term.type)}.",
            label="no unit" if bare else said(term.type),
            related=declared(term),
            help=f"Write `{text} days`, or weeks, months, years."
            if bare
            else "Write a length of time, such as `14 days` or `5 × half_life`.",
            about=key_of(term),
        )
        return Wrong(span=expression.span)
    for part in _literals(term):
        if part.value < 0:
            context.say(
                "E0317",
                part.span,
                "A length of time cannot be negative.",
                label="below zero",
                help="Write how long it is; `before` and `after` say on which side.",
            )
            return Wrong(span=expression.span)
        months = part.value * part.type.unit.factor
        if part.type.unit.dimension not in (DAYS, ()) and months.denominator != 1:
            context.say(
                "E0317",
                part.span,
                "Part of a month has no fixed number of days.",
                label="how many days?",
                help="Write whole months, or weeks or days.",
            )
            return Wrong(span=expression.span)
    return term


def _literals(term: Term) -> list[Literal]:
    match term:
        case Literal():
            return [term]
        case Extreme(terms=parts):
            return [found for part in parts for found in _literals(part)]
        case _:
            return []
