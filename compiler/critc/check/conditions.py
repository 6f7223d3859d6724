"""Conditions: each resolved and typed, or reported and left out."""

from __future__ import annotations

from dataclasses import replace

from critc.check import counted
from critc.check.context import Context
from critc.check.fit import declared, in_range, numbers_fit, same_options
from critc.check.gaps import check_alternatives
from critc.check.names import identifier
from critc.check.protocol import (
    Alternative,
    Alternatives,
    Applied,
    Between,
    CaseOf,
    CasesOf,
    Cites,
    Compare,
    Condition,
    FactRef,
    FieldRef,
    Holds,
    Includes,
    IsOneOf,
    ListOf,
    Literal,
    Mistaken,
    NormalRange,
    Not,
    ParameterRef,
    Rank,
    Term,
    Wrong,
)
from critc.check.scope import Scope, as_value, look_up, reaches
from critc.check.suggest import did_you_mean
from critc.check.terms import arguments, limit_of, signature_of, value
from critc.check.timing import timed
from critc.check.types import (
    UNKNOWN,
    Choice,
    Date,
    Judged,
    Number,
    Period,
    Set,
    Type,
    YesNo,
    listed,
    said,
)
from critc.check.units import NUMBER
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree


def condition(context: Context, scope: Scope, written: tree.Condition) -> Condition:
    """The condition that is written, resolved; what its line says in quotes stays with it."""
    found = _condition(context, scope, written)
    return replace(found, says=written.says) if written.says else found


def _condition(context: Context, scope: Scope, written: tree.Condition) -> Condition:
    match written:
        case tree.Holds():
            return _holds(context, scope, written)
        case tree.Compare():
            return _compare(context, scope, written)
        case tree.Between():
            return _between(context, scope, written)
        case tree.Is():
            return _is(context, scope, written)
        case tree.NormalRange():
            return _normal_range(context, scope, written)
        case tree.Includes():
            return _includes(context, scope, written)
        case tree.Timed():
            return timed(context, scope, written)
        case tree.Counted():
            return counted.how_many(context, scope, written)
        case tree.Asked():
            return _asked(context, scope, written)
        case tree.Cites():
            return _cites(context, scope, written)
        case tree.Listed():
            return _list(context, scope, written)
        case tree.ConditionCases():
            return _cases(context, scope, written)


def _negated(found: Condition, negated: bool) -> Condition:
    return Not(found, span=found.span) if negated else found


# ---- yes or no --------------------------------------------------------------------------------


def _holds(context: Context, scope: Scope, written: tree.Holds) -> Condition:
    if isinstance(written.of, tree.Call):
        return _negated(_applied(context, scope, written.of), written.negated)
    path = written.of.path
    signature = context.callable(path[0].text) if len(path) == 1 else None
    local = path[0].text in scope.parameters or path[0].text in scope.lets
    if signature and not local:
        found = _applied(context, scope, tree.Call(path[0], (), span=written.of.span))
        return _negated(found, written.negated)
    term = as_value(context, look_up(context, scope, written.of), written.of.span)
    if isinstance(term, FactRef | FieldRef | ParameterRef) and isinstance(
        term.type, YesNo | Judged
    ):
        return _negated(Holds(term, span=written.span), written.negated)
    if term.type != UNKNOWN:
        _say_not_a_condition(context, written, term)
    return Mistaken(span=written.span)


def _applied(context: Context, scope: Scope, call: tree.Call) -> Condition:
    signature = signature_of(context, call.name)
    if signature is None:
        for argument in call.arguments:
            value(context, scope, argument)
        return Mistaken(span=call.span)
    if signature.type is not None:
        context.say(
            "E0320",
            call.span,
            f"`{signature.name}` gives {said(signature.type)}: what must be true of it?",
            related=[Related(signature.span, "declared here")],
            help=f"Compare it: `{signature.name}(…) ≥ …`.",
        )
        return Mistaken(span=call.span)
    found = arguments(context, scope, call, signature)
    if found is None:
        return Mistaken(span=call.span)
    context.use(scope.owner, signature.name, call.name.span)
    return Applied(signature.name, found, span=call.span)


def _say_not_a_condition(context: Context, written: tree.Holds, term: Term) -> None:
    name = context.source.text[written.of.span.start : written.of.span.end]
    context.say(
        "E0320",
        written.of.span,
        f"What must be true of `{name}`? It is {said(term.type)}.",
        related=declared(term),
        help=_question(name, term.type),
    )


def _question(name: str, type: Type) -> str:  # noqa: A002
    match type:
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


def _asked(context: Context, scope: Scope, written: tree.Asked) -> Condition:
    """A fact or judgement declared here; inside ``where`` it is a field of the record."""
    declaration = written.declaration
    name = declaration.name
    if isinstance(declaration, tree.Fact) and declaration.type is not None:
        context.say(
            "E0320",
            declaration.type.span,
            "What is declared inside a condition is a yes/no question.",
            help="Declare this one above the criterion, and compare it here.",
        )
        return Mistaken(span=written.span)
    reach = next(reaches(scope), None)
    if reach is None:
        symbol = context.symbols.get(name.text)
        place: Term = (
            FactRef(symbol, span=name.span)  # type: ignore[arg-type]
            if symbol is not None and symbol.span == name.span
            else Wrong(span=name.span)
        )
    elif name.text in reach.records.fields:
        place = FieldRef(reach, reach.records.fields[name.text], span=name.span)
    else:
        place = _say_no_record(context, scope, name)
    if isinstance(place, FactRef | FieldRef):
        return _negated(Holds(place, span=written.span), written.negated)
    return Mistaken(span=written.span)


def _say_no_record(context: Context, scope: Scope, name: tree.Name) -> Term:
    if not scope.open:
        context.say(
            "E0419",
            name.span,
            "`assessed` chooses among all measurements: nothing new can be asked of each of them.",
            help="Ask it of one: `let test be latest … where fact …`.",
        )
    return Wrong(span=name.span)


# ---- numbers and choices ----------------------------------------------------------------------


def _compare(context: Context, scope: Scope, written: tree.Compare) -> Condition:
    left = value(context, scope, written.left)
    inner = replace(scope, subject=_subject(left))
    if isinstance(written.right, tree.ValueCases):
        right: Term = _alternatives(context, inner, left, written.right)
    else:
        right = operand(context, inner, left, written.right)
        if not comparable(context, left, right, written.right.span):
            return Mistaken(span=written.span)
        in_range(context, left, right)
    if UNKNOWN in (left.type, right.type):
        return Mistaken(span=written.span)
    return Compare(written.sign, left, right, span=written.span)


def _subject(term: Term) -> FieldRef | ParameterRef | None:
    """What ``ULN`` to the right belongs to: a measured value by itself."""
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
    return _counting(left, value(context, scope, written))


def _counting(left: Term, term: Term) -> Term:
    """A bare number beside what counts years counts years too: `completed years … ≥ 18`."""
    type = left.type  # noqa: A001
    if isinstance(term, Literal) and isinstance(type, Number) and type.noun:
        if term.type.unit == NUMBER:
            return replace(term, type=Number(type.unit))
    return term


def _known(context: Context, scope: Scope, name: str) -> bool:
    fields = any(name in bound.records.fields for bound in reaches(scope))
    return fields or name in context.symbols or name in scope.lets or name in scope.parameters


def comparable(context: Context, left: Term, right: Term, at: Span) -> bool:
    """Whether two values can be compared by a sign; a report if not."""
    one, other = left.type, right.type
    if UNKNOWN in (one, other):
        return True
    if isinstance(one, Number) and isinstance(other, Number):
        return numbers_fit(context, left, right)
    if isinstance(one, Choice) and same_options(one, other):
        if one.ordered:
            return True
        context.say(
            "E0309",
            at,
            f"None of {listed(one.options)} is more than another: they have no order.",
            related=declared(left),
            help="Write `is` or `is one of`. If they do have one, declare it: "
            "`choices … in order`, the least first.",
        )
        return False
    if isinstance(one, Date) and isinstance(other, Date):
        context.say(
            "E0307",
            at,
            "Dates are compared with words, not with signs.",
            related=declared(left),
            help="Write `before`, `after`, `on or before`, `on or after` or `at`.",
        )
        return False
    context.say(
        "E0307",
        at,
        f"{_capital(said(one))} cannot be compared with {said(other)}.",
        related=[*declared(left), *declared(right)],
        help=_question("it", one) if not isinstance(one, Number) else "",
    )
    return False


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _alternatives(context: Context, scope: Scope, left: Term, written: tree.ValueCases) -> Term:
    """``whichever applies`` to the right of a sign: each value must fit the left side."""
    cases = []
    for case in written.cases:
        term = operand(context, scope, left, case.value)
        if not comparable(context, left, term, case.value.span):
            term = Wrong(span=case.value.span)
        cases.append(_alternative(context, scope, case, term))
    return alternatives_of(context, scope, cases, written)


def _alternative(context: Context, scope: Scope, case: tree.ValueCase, term: Term) -> Alternative:
    inner = replace(scope, subject=None)
    held = condition(context, inner, case.condition) if case.condition else None
    return Alternative(term, held, span=case.span)


def alternatives_of(
    context: Context, scope: Scope, cases: list[Alternative], written: tree.ValueCases
) -> Term:
    """The alternatives as one term, of the type of the first."""
    check_last(context, [(case.condition, case.span) for case in written.cases])
    held = [case.condition for case in cases]
    check_alternatives(context, held, _heading(context, written.span), scope.asked)
    wrong = any(case.value.type == UNKNOWN for case in cases)
    type = UNKNOWN if wrong or not cases else cases[0].value.type  # noqa: A001
    return Alternatives(tuple(cases), type, span=written.span)


def _heading(context: Context, span: Span) -> Span:
    """The first line of what is written there."""
    end = context.source.text.find("\n", span.start, span.end)
    return Span(span.start, end) if end > 0 else span


def let_alternatives(context: Context, scope: Scope, written: tree.ValueCases) -> Term:
    """``let factor be whichever applies``: the values must go with each other."""
    cases = []
    first: Term | None = None
    for case in written.cases:
        term = value(context, scope, case.value)
        if first is not None and not comparable(context, first, term, case.value.span):
            term = Wrong(span=case.value.span)
        first = first or term
        cases.append(_alternative(context, scope, case, term))
    return alternatives_of(context, scope, cases, written)


def _between(context: Context, scope: Scope, written: tree.Between) -> Condition:
    subject = value(context, scope, written.subject)
    inner = replace(scope, subject=_subject(subject))
    low = operand(context, inner, subject, _with_unit(written.low, written.high))
    high = operand(context, inner, subject, _with_unit(written.high, written.low))
    for term, end in ((low, written.low), (high, written.high)):
        if not comparable(context, subject, term, end.span):
            return Mistaken(span=written.span)
        in_range(context, subject, term)
    if UNKNOWN in (subject.type, low.type, high.type):
        return Mistaken(span=written.span)
    found = Between(subject, low, high, written.high_open, span=written.span)
    return counted.refuse_empty(context, found) or found


def _with_unit(end: tree.Expression, other: tree.Expression) -> tree.Expression:
    """``from 5 to < 10 %``: the unit of one end is that of both."""
    if isinstance(end, tree.Number) and not end.unit and isinstance(other, tree.Number):
        return replace(end, unit=other.unit, unit_span=other.unit_span)
    return end


def _is(context: Context, scope: Scope, written: tree.Is) -> Condition:
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    if not isinstance(subject.type, Choice):
        _say_no_options(context, written, subject)
        return Mistaken(span=written.span)
    options = [option(context, subject, name) for name in written.options]
    if None in options:
        return Mistaken(span=written.span)
    found = IsOneOf(subject, tuple(o for o in options if o), span=written.span)
    return _negated(found, written.negated)


def option(context: Context, subject: Term, name: tree.Name) -> str | None:
    """The option of that name; None after a report."""
    type = subject.type  # noqa: A001
    assert isinstance(type, Choice | Set)
    if type.rank(name.text) is not None:
        return name.text
    names = [one.name.text for one in type.options]
    help_, replacement = did_you_mean(name.text, names, f"It is one of {', '.join(names)}.")
    context.say(
        "E0205",
        name.span,
        f"`{name.text}` is not one of the possible answers.",
        label=f"not one of {listed(type.options)}",
        related=declared(subject),
        help=help_,
        replacement=replacement,
    )
    return None


def _say_no_options(context: Context, written: tree.Is, subject: Term) -> None:
    text = context.source.text[written.subject.span.start : written.subject.span.end]
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
        related=declared(subject),
        help=help_,
        replacement=replacement,
    )


def _includes(context: Context, scope: Scope, written: tree.Includes) -> Condition:
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    if not isinstance(subject.type, Set) or not isinstance(
        subject, FactRef | FieldRef | ParameterRef
    ):
        text = context.source.text[written.subject.span.start : written.subject.span.end]
        context.say(
            "E0307",
            written.subject.span,
            f"`{text}` is {said(subject.type)}: it cannot include several.",
            related=declared(subject),
            help=f"Write `{text} is {written.options[0].text}`."
            if isinstance(subject.type, Choice)
            else "Declare it `any of …` if a patient can have several of them.",
        )
        return Mistaken(span=written.span)
    options = [option(context, subject, name) for name in written.options]
    if None in options:
        return Mistaken(span=written.span)
    mode = {"": "any", "any of": "any", "all of": "all", "only": "only"}[written.word]
    if written.word == "" and len(options) > 1:
        context.say(
            "E0307",
            written.span,
            "Any one of these, or all of them?",
            help="Write `includes any of …` or `includes all of …`.",
        )
        return Mistaken(span=written.span)
    return Includes(subject, tuple(o for o in options if o), mode, span=written.span)  # type: ignore[arg-type]


def _normal_range(context: Context, scope: Scope, written: tree.NormalRange) -> Condition:
    subject = value(context, scope, written.subject)
    if subject.type == UNKNOWN:
        return Mistaken(span=written.span)
    place = _subject(subject)
    if place is None or not isinstance(subject.type, Number):
        context.say(
            "E0308",
            written.subject.span,
            f"Only a measurement has a normal range; this is {said(subject.type)}.",
            related=declared(subject),
            help="Declare it as a `measurement … with reference range`.",
        )
        return Mistaken(span=written.span)
    if isinstance(limit_of(context, place, "upper", written.span), Wrong):
        return Mistaken(span=written.span)
    return NormalRange(place, written.side, span=written.span)


# ---- other criteria, lists, alternatives ------------------------------------------------------


def _cites(context: Context, scope: Scope, written: tree.Cites) -> Condition:
    cited = identifier(written.kind, written.number)
    wanted = "inclusion" if written.word == "satisfies" else "exclusion"
    if written.kind != wanted:
        right = _right_citation(written)
        context.say(
            "E0408",
            written.span,
            f"{_capital(written.kind)} {written.number} is an {written.kind}: a patient "
            + (
                "is barred by an exclusion." if wanted == "inclusion" else "satisfies an inclusion."
            ),
            help=f"Write `{right}`.",
            replacement=right,
        )
        return Mistaken(span=written.span)
    if cited not in context.criteria:
        if cited not in context.attempted:
            known = [c.number for c in context.criteria.values() if c.kind == written.kind]
            context.say(
                "E0210",
                written.span,
                f"There is no {written.kind} {written.number} in this file.",
                help=f"It has {written.kind} {', '.join(known[:12])}." if known else "",
            )
        return Mistaken(span=written.span)
    context.use(scope.owner, f"{written.kind} {written.number}", written.span)
    found = Cites(cited, span=written.span)
    return _negated(found, (written.word == "barred by") != written.negated)


def _right_citation(written: tree.Cites) -> str:
    """What was probably meant by ``satisfies exclusion 3`` or ``barred by inclusion 3``."""
    barred = written.kind == "exclusion"
    negated = written.negated != True  # noqa: E712 - the other word says the opposite
    word = "barred by" if barred else "satisfies"
    return f"{'not ' if negated else ''}{word} {written.kind} {written.number}"


def _list(context: Context, scope: Scope, written: tree.Listed) -> Condition:
    from critc.check.bodies import member

    parts = tuple(member(context, scope, item) for item in written.items)
    if written.word != "count" or written.count is None:
        return ListOf(written.word, parts, span=written.span)
    low, high = counted.bounds(context, written.count, most=len(parts))
    return ListOf("count", parts, low, high, span=written.span)


def _cases(context: Context, scope: Scope, written: tree.ConditionCases) -> Condition:
    check_last(context, [(case.condition, case.span) for case in written.cases])
    cases = []
    for case in written.cases:
        then = condition(context, scope, case.then)
        held = condition(context, scope, case.condition) if case.condition else None
        cases.append(CaseOf(then, held, span=case.span))
    held_all = [case.condition for case in cases]
    check_alternatives(context, held_all, _heading(context, written.span), scope.asked)
    return CasesOf(tuple(cases), span=written.span)


def check_last(context: Context, cases: list[tuple[tree.Condition | None, Span]]) -> None:
    """``otherwise`` is the last case, and there is one of it at most."""
    for held, span in cases[:-1]:
        if held is None:
            context.say(
                "E0413",
                span,
                "`otherwise` stands last: what comes below it would never apply.",
                help="Move this line to the end of the list.",
            )
