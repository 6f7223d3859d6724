"""Comparisons: numbers with units, options of choices and sets, ranges, values that depend."""

from __future__ import annotations

from dataclasses import replace

from critc.check import conditions, counted
from critc.check.context import Context
from critc.check.fit import (
    answers,
    capital,
    declared,
    in_range,
    key_of,
    mass_and_moles,
    numbers_fit,
    option_key,
    question,
    same_options,
    suits,
)
from critc.check.gaps import check_alternatives
from critc.check.protocol import (
    Alternative,
    Alternatives,
    Between,
    Compare,
    Condition,
    FactRef,
    FieldRef,
    Includes,
    IsOneOf,
    Literal,
    Mistaken,
    NormalRange,
    ParameterRef,
    Rank,
    Term,
    Wrong,
    negated,
)
from critc.check.scope import Scope, reaches
from critc.check.suggest import did_you_mean
from critc.check.terms import limit_of, value
from critc.check.types import (
    UNKNOWN,
    Choice,
    Date,
    Duration,
    Judged,
    Number,
    Period,
    Set,
    Unknown,
    YesNo,
    listed,
    said,
)
from critc.check.units import NUMBER
from critc.source import Span
from critc.syntax import tree


def compare(context: Context, scope: Scope, written: tree.Compare) -> Condition:
    """``x ≥ 9 g/dL``, also with ``whichever applies`` on the right."""
    left = value(context, scope, written.left)
    inner = replace(scope, subject=_subject(left))
    if isinstance(left.type, YesNo | Judged) and (answer := _answer(written)):
        _say_no_options(context, tree.Is(written.left, answer, span=written.span), left)
        return Mistaken(span=written.span)
    unordered = isinstance(left.type, Choice) and not left.type.ordered
    if unordered and written.sign == "=" and isinstance(written.right, tree.Ref):
        _say_is(context, written, left)
        return Mistaken(span=written.span)
    if isinstance(written.right, tree.ValueCases):
        right: Term = _alternatives(context, inner, left, written.right, written.span)
    else:
        right = operand(context, inner, left, written.right)
        if not comparable(context, left, right, written.right.span):
            return Mistaken(span=written.span)
        in_range(context, left, right)
    if UNKNOWN in (left.type, right.type):
        return Mistaken(span=written.span)
    return Compare(written.sign, left, right, span=written.span)


def _say_is(context: Context, written: tree.Compare, left: Term) -> None:
    """``sex = male``"""
    words = context.source.words
    mended = f"{words(written.left.span)} is {words(written.right.span)}"
    context.say(
        "E0309",
        written.span,
        "One of several answers is asked for with `is`, not with =.",
        label=f"`{mended}`?",
        related=declared(left),
        help="Write `is`, `is not`, or `is one of` with commas. The sign = is for numbers.",
        replacement=mended,
    )


def _answer(written: tree.Compare) -> tuple[tree.Name, ...]:
    """The answer in ``pregnant = yes``."""
    match written:
        case tree.Compare("=", _, tree.Ref((name,))) if name.text in ("yes", "true", "false"):
            return (name,)
        case _:
            return ()


def _subject(term: Term) -> FieldRef | ParameterRef | Wrong | None:
    """What ``ULN`` to the right belongs to: a measured value by itself."""
    if term.type == UNKNOWN:
        return Wrong(span=term.span)
    if isinstance(term, ParameterRef):
        return term
    if isinstance(term, FieldRef) and term.record.records.measurement:
        return term
    return None


def operand(context: Context, scope: Scope, left: Term, written: tree.Expression) -> Term:
    """The other side of a comparison; an option's name when the left side is a choice."""
    if isinstance(left.type, Choice) and isinstance(written, tree.Ref) and len(written.path) == 1:
        place = left.type.rank(written.path[0].text)
        if place is not None:
            return Rank(written.path[0].text, place, left.type, span=written.span)
        if not _known(context, scope, written.path[0].text):
            option(context, left, written.path[0])
            return Wrong(span=written.span)
    return _beside(left, value(context, scope, written))


def _known(context: Context, scope: Scope, name: str) -> bool:
    fields = any(name in bound.records.fields for bound in reaches(scope))
    return fields or name in context.symbols or name in scope.lets or name in scope.parameters


def _beside(left: Term, term: Term) -> Term:
    """What a literal takes from its neighbour.

    Beside what counts years a bare number counts years too (`completed years … ≥ 18`); beside a
    measurement with a molar mass, moles are those of its substance.
    """
    kind = left.type
    if not isinstance(term, Literal) or not isinstance(kind, Number):
        return term
    if kind.noun and term.type.unit == NUMBER:
        return replace(term, type=Number(kind.unit))
    if kind.molar_mass and mass_and_moles(kind.unit, term.type.unit):
        return replace(term, type=Number(term.type.unit, molar_mass=kind.molar_mass))
    return term


def comparable(context: Context, left: Term, right: Term, at: Span) -> bool:
    """Whether two values can be compared by a sign; a report if not."""
    one, other = left.type, right.type
    if UNKNOWN in (one, other):
        return True
    if isinstance(one, Number) and isinstance(other, Number):
        return numbers_fit(context, left, right)
    if isinstance(one, Choice) and same_options(one, other):
        if one.ordered:
            suits(context, left, right)
            return True
        context.say(
            "E0309",
            at,
            f"None of {listed(one.options)} is more than another: they have no order.",
            label="more than which?",
            related=[*declared(left), *answers(context, one)],
            help="Write `is` or `is one of`. If they do have one, declare it: "
            "`choices … in order`, the least first.",
            about=key_of(left),
        )
        return False
    if isinstance(one, Date) and isinstance(other, Date):
        context.say(
            "E0307",
            at,
            "Dates are compared with words, not with signs.",
            label="a date",
            related=[*declared(left), *declared(right)],
            help="Write `before`, `after`, `on or before`, `on or after` or `at`.",
            about=key_of(left),
        )
        return False
    context.say(
        "E0307",
        at,
        f"{capital(said(one))} cannot be compared with {said(other)}.",
        label=said(other),
        related=[*declared(left), *declared(right)],
        help=_advice(context.source.words(left.span), left, right),
        about=key_of(left, right),
    )
    return False


def _advice(name: str, left: Term, right: Term) -> str:
    """What may be asked instead; with a date and a number, an age is probably meant."""
    advice = question(name, left.type)
    if isinstance(left.type, Date) and isinstance(right.type, Number):
        advice += f" An age is counted on a day: `completed years from {name} to …`."
    return advice


def _alternatives(
    context: Context, scope: Scope, left: Term, written: tree.ValueCases, span: Span
) -> Term:
    """``whichever applies`` to the right of a sign: each value must fit the left side."""
    cases = []
    for case in written.cases:
        term = operand(context, scope, left, case.value)
        if not comparable(context, left, term, case.value.span):
            term = Wrong(span=case.value.span)
        cases.append(_alternative(context, scope, case, term))
    return _whichever(context, scope, cases, span)


def _alternative(context: Context, scope: Scope, case: tree.ValueCase, term: Term) -> Alternative:
    inner = replace(scope, subject=None)
    held = conditions.condition(context, inner, case.condition) if case.condition else None
    return Alternative(term, held, span=case.span)


def _whichever(context: Context, scope: Scope, cases: list[Alternative], span: Span) -> Term:
    """The alternatives as one term, of the type of the first."""
    held = [case.condition for case in cases]
    check_alternatives(context, held, heading(context, span), scope.asked)
    wrong = any(case.value.type == UNKNOWN for case in cases)
    kind = UNKNOWN if wrong or not cases else cases[0].value.type
    return Alternatives(tuple(cases), kind, span=span)


def heading(context: Context, span: Span) -> Span:
    """The first line of what is written there."""
    end = context.source.words(span).find("\n")
    return Span(span.start, span.start + end) if end > 0 else span


def let_alternatives(context: Context, scope: Scope, written: tree.ValueCases, span: Span) -> Term:
    """``let factor be whichever applies``: the values must go with each other."""
    cases: list[Alternative] = []
    for case in written.cases:
        term = value(context, scope, case.value)
        if not isinstance(term.type, Number | Date | Duration | Choice | Unknown):
            context.say(
                "E0307",
                case.value.span,
                f"This is {said(term.type)}: it cannot be one of several values.",
                label="not a value",
                related=declared(term),
                help="Values are numbers, dates, lengths of time and choices. For conditions write "
                "`whichever applies` where the condition stands.",
            )
            term = Wrong(span=case.value.span)
        first = cases[0].value if cases else term
        if not _same_kind(first, term) and not comparable(context, first, term, case.value.span):
            term = Wrong(span=case.value.span)
        cases.append(_alternative(context, scope, case, term))
    return _whichever(context, scope, cases, span)


def _same_kind(one: Term, other: Term) -> bool:
    """Whether both are dates, lengths of time, or one of the same options."""
    if isinstance(one.type, Date | Duration):
        return type(one.type) is type(other.type)
    return one is other or same_options(one.type, other.type)


def between(context: Context, scope: Scope, written: tree.Between) -> Condition:
    """``x is from 5 to < 10 %``"""
    subject = value(context, scope, written.subject)
    inner = replace(scope, subject=_subject(subject))
    low = operand(context, inner, subject, _with_unit(written.low, written.high))
    high = operand(context, inner, subject, _with_unit(written.high, written.low))
    for term, end in ((low, written.low), (high, written.high)):
        if not comparable(context, subject, term, end.span):
            return Mistaken(span=written.span)
    if in_range(context, subject, low):  # what is wrong with one end is mostly wrong with both
        in_range(context, subject, high)
    if UNKNOWN in (subject.type, low.type, high.type):
        return Mistaken(span=written.span)
    found = Between(subject, low, high, written.high_open, span=written.span)
    return counted.refuse_empty(context, found) or found


def _with_unit(end: tree.Expression, other: tree.Expression) -> tree.Expression:
    """``from 5 to < 10 %``: the unit of one end is that of both."""
    if isinstance(end, tree.Number) and not end.unit and isinstance(other, tree.Number):
        return replace(end, unit=other.unit, unit_span=other.unit_span)
    return end


def is_option(context: Context, scope: Scope, written: tree.Is) -> Condition:
    """``x is a``, ``x is not one of a, b``"""
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    if isinstance(subject.type, Date | Period) and [o.text for o in written.options] == ["none"]:
        return _is_none(context, written, subject)
    if not isinstance(subject.type, Choice):
        _say_no_options(context, written, subject)
        return Mistaken(span=written.span)
    options = [option(context, subject, name) for name in written.options]
    if None in options:
        return Mistaken(span=written.span)
    suits(context, subject)
    found = IsOneOf(subject, tuple(o for o in options if o), span=written.span)
    return negated(found, written.negated)


def _is_none(context: Context, written: tree.Is, subject: Term) -> Condition:
    """``x is none``: it is recorded that it never was."""
    text = context.source.words(written.subject.span)
    if isinstance(subject.type, Date | Period) and subject.type.or_none:
        return negated(IsOneOf(subject, ("none",), span=written.span), written.negated)
    kind = "date" if isinstance(subject.type, Date) else "period"
    context.say(
        "E0307",
        written.span,
        f"`{text}` always happened, as it is declared: none cannot be recorded of it.",
        label="never none",
        related=declared(subject),
        help=f"If it may never have happened, declare it `{kind} or none`.",
        about=None if (key := key_of(subject)) is None else (*key, "none"),
        because=[key_of(subject)],
    )
    return Mistaken(span=written.span)


def option(context: Context, subject: Term, name: tree.Name) -> str | None:
    """The option of that name; None after a report."""
    kind = subject.type
    assert isinstance(kind, Choice | Set)
    if kind.rank(name.text) is not None:
        return name.text
    names = [one.name.text for one in kind.options]
    help_, replacement = did_you_mean(name.text, names, f"It is one of {', '.join(names)}.")
    for one in kind.options:
        if one.label.lower().replace(" ", "_") == name.text.lower():
            replacement = one.name.text
            help_ = f"“{one.label}” is called `{replacement}` here."
    context.say(
        "E0205",
        name.span,
        f"`{name.text}` is not one of the possible answers.",
        label="not one of them",
        related=[*declared(subject), *answers(context, kind)],
        help=help_,
        replacement=replacement,
        about=_option_of(subject, kind, name.text),
    )
    return None


def _option_of(subject: Term, kind: Choice | Set, name: str) -> tuple[object, ...] | None:
    match subject:
        case FactRef(of=of) | FieldRef(of=of) | ParameterRef(of=of):
            return option_key(kind, of, name)
        case _:
            return None


def _say_no_options(context: Context, written: tree.Is, subject: Term) -> None:
    text = context.source.words(written.subject.span)
    name = written.options[0]
    plain = replacement = None
    match subject.type:
        case YesNo() | Judged():
            negated = written.negated != (name.text in ("no", "false"))
            plain = replacement = f"not {text}" if negated else text
            help_ = f"Write `{plain}`."
        case Set():
            help_ = f"It can be several at once: write `{text} includes {name.text}`."
        case Number():
            help_ = f"Compare it with a sign: `{text} = …`, `{text} ≥ …`."
        case Date() | Period():
            help_ = f"Say when: `{text} within 4 weeks before …`."
        case _:
            help_ = "Only one of several declared answers can be asked for with `is`."
    context.say(
        "E0307",
        written.span,
        f"`{text}` is {said(subject.type)}: there is no list of answers to choose from.",
        label=said(subject.type),
        related=declared(subject),
        help=help_,
        replacement=replacement,
        about=key_of(subject),
    )


def includes(context: Context, scope: Scope, written: tree.Includes) -> Condition:
    """``class includes any of a, b``"""
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    if not isinstance(subject.type, Set) or not isinstance(
        subject, FactRef | FieldRef | ParameterRef
    ):
        text = context.source.words(written.subject.span)
        context.say(
            "E0307",
            written.subject.span,
            f"`{text}` is {said(subject.type)}: it cannot include several.",
            label=said(subject.type),
            related=declared(subject),
            help=f"Write `{text} is {written.options[0].text}`."
            if isinstance(subject.type, Choice)
            else "Declare it `any of …` if a patient can have several of them.",
            about=key_of(subject),
        )
        return Mistaken(span=written.span)
    options = [option(context, subject, name) for name in written.options]
    if None in options:
        return Mistaken(span=written.span)
    suits(context, subject)
    mode = {"": "any", "any of": "any", "all of": "all", "only": "only"}[written.word]
    return Includes(subject, tuple(o for o in options if o), mode, span=written.span)  # type: ignore[arg-type]


def normal_range(context: Context, scope: Scope, written: tree.NormalRange) -> Condition:
    """``x is outside the normal range``"""
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    place = _subject(subject)
    if not isinstance(place, FieldRef | ParameterRef) or not isinstance(subject.type, Number):
        context.say(
            "E0308",
            written.subject.span,
            f"Only a measurement has a normal range; this is {said(subject.type)}.",
            label="no measurement",
            related=declared(subject),
            help="Declare it as a `measurement … with reference range`.",
            about=key_of(subject),
        )
        return Mistaken(span=written.span)
    if isinstance(limit_of(context, place, "upper", written.span), Wrong):
        return Mistaken(span=written.span)
    return NormalRange(place, written.side, span=written.span)
