"""When: windows, orders of dates, how long. What each means for a period is decision 6 and 7."""

from __future__ import annotations

from critc.check.context import Context
from critc.check.fit import declared, key_of, suits
from critc.check.moments import date_of, duration, moment
from critc.check.protocol import (
    Bound,
    Condition,
    DateOrder,
    Declared,
    During,
    Falls,
    FieldRef,
    IsOneOf,
    Lasting,
    Listed,
    Mistaken,
    Pick,
    Term,
    Throughout,
    Window,
)
from critc.check.scope import Scope
from critc.check.terms import meaning
from critc.check.types import UNKNOWN, Choice, Date, Period, said
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree

_SIGNS = {"before": "<", "after": ">", "on or before": "≤", "on or after": "≥"}


def timed(context: Context, scope: Scope, condition: tree.Timed) -> Condition:
    """``progressed within 6 months after end of given``"""
    subject = condition.subject
    found = meaning(context, scope, subject)
    if isinstance(found, Bound | Pick):
        if found.records.measurement:
            return of_measurement(context, scope, found, condition.timing, condition.span)
        found = date_of(context, found, subject)
    return of_term(context, scope, found, condition.timing, subject.span, condition.span)


def of_measurement(
    context: Context, scope: Scope, record: Bound | Pick, timing: tree.Timing, span: Span
) -> Condition:
    """A measurement in time: its date; ``at m`` means the visit m (decision 11)."""
    fields = record.records.fields
    if isinstance(timing, tree.Order) and timing.word == "at":
        return _visit(context, scope, record, timing, span)
    date = FieldRef(record, fields["date"], span=span)
    return of_term(context, scope, date, timing, span, span)


def _visit(
    context: Context, scope: Scope, record: Bound | Pick, timing: tree.Order, span: Span
) -> Condition:
    visit = record.records.fields.get("visit")
    at = timing.moment
    name = at.path[0].text if isinstance(at, tree.Ref) and len(at.path) == 1 else ""
    if visit and isinstance(visit.type, Choice) and visit.type.rank(name) is not None:
        return IsOneOf(FieldRef(record, visit, span=span), (name,), span=span)
    found = moment(context, scope, at)
    if found.type != UNKNOWN:
        context.say(
            "E0321",
            at.span,
            f"`at` says at which visit the {record.records.words} was measured, "
            "and a visit is one of the moments.",
            label="not a moment",
            related=declared(found),
            help=f"For the same day write `date of {record.records.name} at …`; or declare the visit "
            'as a moment: `moment visit_1 "…"`.',
        )
    return Mistaken(span=span)


def of_records(
    context: Context, scope: Scope, bound: Bound, timing: tree.Timing, span: Span
) -> Condition:
    """A window on records: on the only date or period that they have."""
    if bound.records.measurement:
        return of_measurement(context, scope, bound, timing, timing.span)
    date = the_date(context, bound.records, timing, span)
    if date is None:
        return Mistaken(span=timing.span)
    term = FieldRef(bound, date, span=timing.span)
    return of_term(context, scope, term, timing, timing.span, timing.span)


def the_date(context: Context, records: Listed, timing: tree.Timing, span: Span) -> Declared | None:
    """The list's only date or period field; None after a report."""
    dates = [f for f in records.fields.values() if isinstance(f.type, Date | Period)]
    if len(dates) == 1:
        return dates[0]
    if any(f.type == UNKNOWN for f in records.fields.values()):
        return None
    if not context.first_time("dates", records.name):
        return None
    words = context.source.words(timing.span)
    if not dates:
        context.say(
            "E0311",
            span,
            f"The {records.words} have no date: nothing says when they were.",
            label="when?",
            related=[Related(records.span, "declared here")],
            help="Give them one: `- given : period`, or `- given_on : date`.",
            because=[each.key for each in records.fields.values()],
        )
        return None
    names = " or ".join(f.name for f in dates)
    context.say(
        "E0312",
        span,
        f"The {records.words} have several dates: which one is meant, {names}?",
        label="by which date?",
        related=[Related(f.span, f"{said(f.type)}") for f in dates],
        help=f"Name it after `where`: `where {dates[0].name} {words}`.",
        because=[each.key for each in dates],
    )
    return None


def of_term(
    context: Context, scope: Scope, term: Term, timing: tree.Timing, at: Span, span: Span
) -> Condition:
    """A date or period, and when. ``at`` is where the term stands."""
    if term.type == UNKNOWN:
        _check_only(context, scope, timing)
        return Mistaken(span=span)
    if not isinstance(term.type, Date | Period):
        _check_only(context, scope, timing)
        context.say(
            "E0311",
            at,
            f"When was it? This is {said(term.type)}, which has no date.",
            label="when?",
            related=declared(term),
            help="A window asks for a date, a period, a measurement, or a list of records that has one.",
            about=key_of(term),
        )
        return Mistaken(span=span)
    match timing:
        case tree.Window():
            return _window(context, scope, term, timing, at, span)
        case tree.Order():
            return _order(context, scope, term, timing, at, span)
        case tree.Lasting():
            return _lasting(context, scope, term, timing, at, span)


def _check_only(context: Context, scope: Scope, timing: tree.Timing) -> None:
    """What is wrong inside a window is told even if what it belongs to is wrong."""
    match timing:
        case tree.Window(length=length, moment=at):
            duration(context, scope, length)
            moment(context, scope, at)
        case tree.Order(moment=at):
            moment(context, scope, at)
        case tree.Lasting(length=length, window=window):
            duration(context, scope, length)
            if window:
                _check_only(context, scope, window)


def _window(
    context: Context, scope: Scope, term: Term, timing: tree.Window, at: Span, span: Span
) -> Condition:
    length, from_ = duration(context, scope, timing.length), moment(context, scope, timing.moment)
    if UNKNOWN in (length.type, from_.type):
        return Mistaken(span=span)
    if timing.word == "throughout":
        return _throughout(context, term, timing, length, from_, at, span)
    period = isinstance(term.type, Period)
    if period and timing.side == "before or after" and timing.word != "within":
        context.say(
            "E0316",
            timing.span,
            f"`{timing.word} … before or after` of a period can be read in several ways.",
            label="which of its days?",
            related=declared(term),
            help="Say which day counts: `start of …` or `end of …`; or use `within`.",
        )
        return Mistaken(span=span)
    window = Window(timing.word, length, timing.side, from_, span=timing.span)
    return Falls(term, window, span=span)


def _throughout(
    context: Context,
    term: Term,
    timing: tree.Window,
    length: Term,
    from_: Term,
    at: Span,
    span: Span,
) -> Condition:
    if not isinstance(term.type, Period):
        context.say(
            "E0315",
            at,
            "`throughout` asks for every day of a stretch of time, and this is a single date.",
            label="a single date",
            related=declared(term),
            help="Declare a `period` (first to last day); or ask for the date: "
            "`at least 4 weeks before …`.",
            about=key_of(term),
        )
        return Mistaken(span=span)
    if timing.side == "before or after":
        context.say(
            "E0316",
            timing.span,
            "Throughout which time: the one before, or the one after?",
            label="before, or after?",
            related=declared(term),
            help="Write `before` or `after`; both together are two conditions under `all of`.",
        )
        return Mistaken(span=span)
    suits(context, term)
    return Throughout(term, length, timing.side, from_, span=span)


def _order(
    context: Context, scope: Scope, term: Term, timing: tree.Order, at: Span, span: Span
) -> Condition:
    day = moment(context, scope, timing.moment)
    if day.type == UNKNOWN:
        return Mistaken(span=span)
    if not isinstance(term.type, Period):
        suits(context, term)
        sign = _SIGNS.get(timing.word, "=")
        return DateOrder(sign, term, day, span=span)  # type: ignore[arg-type]
    if timing.word == "at":
        suits(context, term)
        return During(term, day, span=span)
    name = term.of.name if isinstance(term, FieldRef) else "it"
    text = context.source.words(at)
    name = text if text.isidentifier() else name
    context.say(
        "E0313",
        at,
        f"`{name}` lasts from a first to a last day: which of the two is {timing.word} the date?",
        label="its first or its last day?",
        related=[*declared(term), *declared(day)],
        help=f"Write `start of {name}` or `end of {name}`; for any day of it, a window: "
        f"`{name} within 4 weeks before …`.",
        about=key_of(term),
    )
    return Mistaken(span=span)


def _lasting(
    context: Context, scope: Scope, term: Term, timing: tree.Lasting, at: Span, span: Span
) -> Condition:
    length = duration(context, scope, timing.length)
    if not isinstance(term.type, Period):
        context.say(
            "E0314",
            at,
            "`for` asks how long something lasted, and this is a single date.",
            label="a single date",
            related=declared(term),
            help="Declare a `period` (first to last day).",
            about=key_of(term),
        )
        return Mistaken(span=span)
    if timing.window is None:
        words = context.source.words(timing.length.span)
        context.say(
            "E0314",
            timing.span,
            "How long, up to when? What is still going on would last for ever.",
            label="no window",
            related=declared(term),
            help=f"Write `throughout {words} before …` if it must still hold then, or add the window: "
            f"`for … {words} within 90 days before …`.",
        )
        return Mistaken(span=span)
    return _lasting_within(context, scope, term, timing, timing.window, length, span)


def _lasting_within(
    context: Context,
    scope: Scope,
    term: Term,
    timing: tree.Lasting,
    window: tree.Window,
    length: Term,
    span: Span,
) -> Condition:
    far, from_ = duration(context, scope, window.length), moment(context, scope, window.moment)
    if UNKNOWN in (length.type, far.type, from_.type):
        return Mistaken(span=span)
    if window.word != "within":
        context.say(
            "E0314",
            window.span,
            f"The days are counted inside a stretch of time; `{window.word}` names none.",
            label="within?",
            help="Write `within 90 days before …`.",
        )
        return Mistaken(span=span)
    suits(context, term)
    resolved = Window("within", far, window.side, from_, span=window.span)
    return Lasting(term, timing.word, length, resolved, span=span)
