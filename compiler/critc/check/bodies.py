"""Bodies: what stands before a condition, the condition, and what is excepted from it."""

from __future__ import annotations

from dataclasses import replace

from critc.check import comparisons, conditions, counted, timing
from critc.check.context import Context
from critc.check.names import LABORATORY
from critc.check.protocol import (
    Aggregate,
    Bound,
    Condition,
    Declared,
    Except,
    InParts,
    Listed,
    ListOf,
    Mistaken,
    Part,
    Pick,
    Term,
    When,
    Wrong,
)
from critc.check.scope import Assessed, Reach, Scope
from critc.check.suggest import did_you_mean
from critc.check.terms import meaning
from critc.check.types import UNKNOWN, Date, Number, said
from critc.diagnostic import Related
from critc.syntax import tree


def criterion_body(
    context: Context, scope: Scope, body: tree.Body
) -> tuple[Condition, Condition | None]:
    """The condition of a criterion, and for whom it is (None: for everybody)."""
    return _body(context, scope, body)


def member(context: Context, scope: Scope, body: tree.Body) -> Condition:
    """A member of a list, perhaps asked only of some."""
    condition, who = _body(context, scope, body)
    return condition if who is None else When(who, condition, span=body.span)


def inside(context: Context, scope: Scope, body: tree.Body) -> Condition:
    """A body elsewhere: of an exception or a definition, where ``only if`` has no place."""
    for opening in body.openings:
        if isinstance(opening, tree.OnlyIf | tree.OnlyIn):
            context.say(
                "E0410",
                opening.span,
                "`only if` and `only in` say for whom a criterion is, or a line of a list.",
                label="not here",
                help="Put it at the top of the criterion or of the line, or write an `all of` with it.",
            )
    condition, _ = _body(context, scope, body)
    return condition


def _body(context: Context, scope: Scope, body: tree.Body) -> tuple[Condition, Condition | None]:
    who: list[Condition] = []
    if any(query.kind == "undefined" for query in body.queries):
        scope = replace(scope, asked=True)
    for opening in body.openings:
        match opening:
            case tree.OnlyIf():
                who.append(conditions.condition(context, scope, opening.condition))
            case tree.OnlyIn():
                who.append(_parts(context, opening))
            case tree.Assessed():
                scope = replace(scope, assessed=_assessed(context, scope, opening))
            case tree.Let():
                scope = _let(context, scope, opening)
    return _excepted(context, scope, body), _joined(who)


def _joined(who: list[Condition]) -> Condition | None:
    if len(who) < 2:
        return who[0] if who else None
    return ListOf("all of", tuple(who), span=who[0].span.to(who[-1].span))


def _excepted(context: Context, scope: Scope, body: tree.Body) -> Condition:
    exception, condition = body.exception, body.condition
    if exception is None:
        return conditions.condition(context, scope, condition)
    if isinstance(condition, tree.Counted) and exception.word == "unless":
        found = counted.how_many(context, scope, condition, exception.body)
        return replace(found, says=condition.says) if condition.says else found
    part = conditions.condition(context, scope, condition)
    after_count = isinstance(condition, tree.Counted)
    inner = replace(scope, accepted=exception.word_span) if after_count else scope
    held = inside(context, inner, exception.body)
    return Except(part, held, exception.word, span=body.span)


# ---- only in, assessed --------------------------------------------------------------------------


def _parts(context: Context, opening: tree.OnlyIn) -> Condition:
    for name in opening.parts:
        symbol = context.symbols.get(name.text)
        if isinstance(symbol, Part) or (symbol is None and name.text in context.attempted):
            continue
        parts = [part for part, s in context.symbols.items() if isinstance(s, Part)]
        help_, replacement = did_you_mean(name.text, parts, f'Declare it: `part {name.text} "…"`.')
        context.say(
            "E0212",
            name.span,
            f"The study has no part called `{name.text}`.",
            label="not a part of the study",
            related=context.offered(replacement),
            help=help_,
            replacement=replacement,
        )
        return Mistaken(span=opening.span)
    return InParts(tuple(name.text for name in opening.parts), span=opening.span)


def _assessed(context: Context, scope: Scope, opening: tree.Assessed) -> Assessed:
    """``assessed …``: conditions on a measurement of any name."""
    fields = {"date": Declared("date", Date()), "laboratory": Declared("laboratory", LABORATORY)}
    if context.visits:
        fields["visit"] = Declared("visit", context.visits)
    bound = Bound(context.key(), Listed("measurements", "", fields, measurement=True))
    inner = replace(scope.reaching(bound), assessed=scope.assessed)
    found = [timing.of_measurement(context, inner, bound, opening.timing, opening.timing.span)]
    if opening.where:
        found.append(conditions.condition(context, inner, opening.where))
    return Assessed(bound.key, tuple(found))


# ---- let ----------------------------------------------------------------------------------------


def _let(context: Context, scope: Scope, let: tree.Let) -> Scope:
    name = let.name
    taken = name.text in scope.lets or name.text in scope.parameters
    if taken or name.text in context.symbols or name.text in context.holders:
        context.say(
            "E0202",
            name.span,
            f"`{name.text}` is the name of something else already.",
            label="taken",
            related=_taken_by(context, scope, name.text),
            help="Give the value that is chosen here a name of its own.",
        )
    return scope.let(name.text, let_value(context, scope, let))


def _taken_by(context: Context, scope: Scope, name: str) -> tuple[Related, ...]:
    """What has the name of a ``let`` already: a parameter, something of the file, or a field."""
    found = [scope.parameters.get(name), context.symbols.get(name)]
    found += [listed.fields[name] for listed in context.holders.get(name, ())]
    return tuple(Related(each.span, "declared here") for each in found if each)[:1]


def let_value(context: Context, scope: Scope, let: tree.Let) -> Term | Pick:
    """What a ``let`` name stands for."""
    match let.value:
        case tree.Chosen() as chosen:
            return _chosen(context, scope, chosen)
        case tree.ValueCases() as cases:
            return comparisons.let_alternatives(context, scope, cases, let.span)
        case expression:
            found = meaning(context, replace(scope, subject=None), expression)
            return found if not isinstance(found, Bound) else Wrong(span=expression.span)


def _chosen(context: Context, scope: Scope, chosen: tree.Chosen) -> Term | Pick:
    records = counted.records_of(context, chosen.records)
    if records is None:
        if chosen.where:
            conditions.condition(context, without_fields(scope), chosen.where)
        return Wrong(span=chosen.span)
    bound = Bound(context.key(), records)
    inner = scope.reaching(bound)
    found: list[Condition] = []
    if chosen.timing:
        found.append(timing.of_records(context, inner, bound, chosen.timing, chosen.records.span))
    if chosen.where:
        found.append(conditions.condition(context, inner, chosen.where))
    if chosen.word in ("latest", "earliest"):
        return _pick(context, chosen, bound, tuple(found))
    return _aggregate(context, chosen, bound, tuple(found))


def _pick(
    context: Context, chosen: tree.Chosen, bound: Bound, where: tuple[Condition, ...]
) -> Term | Pick:
    date = _only_date(context, chosen, bound.records)
    if date is None:
        return Wrong(span=chosen.span)
    return Pick(bound.key, bound.records, chosen.word, date, where)  # type: ignore[arg-type]


def _only_date(context: Context, chosen: tree.Chosen, records: Listed) -> Declared | None:
    dates = [f for f in records.fields.values() if isinstance(f.type, Date)]
    if records.measurement:
        return records.fields["date"]
    if len(dates) == 1:
        return dates[0]
    if all(f.type != UNKNOWN for f in records.fields.values()):
        context.say(
            "E0312" if dates else "E0311",
            chosen.records.span,
            f"The {chosen.word} by which date? The {records.words} have "
            + ("several." if dates else "none: a period has two ends."),
            label="by which date?",
            related=[Related(f.span, "a date") for f in dates]
            or [Related(records.span, "declared here")],
            help="Only measurements, and records with one date, have an order in time.",
            because=[each.key for each in records.fields.values()],
        )
    return None


def _aggregate(
    context: Context, chosen: tree.Chosen, bound: Bound, where: tuple[Condition, ...]
) -> Term:
    records = bound.records
    field = _field(context, chosen, records)
    if field is None or field.type == UNKNOWN:
        return Wrong(span=chosen.span)
    if not isinstance(field.type, Number):
        span = chosen.what.span if chosen.what else chosen.records.span
        context.say(
            "E0307",
            span,
            f"There is no {chosen.word} of this: it is {said(field.type)}.",
            label="no number",
            related=[Related(field.span, "declared here")],
            help="Only numbers have a mean, a total, a highest and a lowest one.",
            about=field.key,
        )
        return Wrong(span=chosen.span)
    if chosen.word == "mean" and _only_date(context, chosen, records) is None:
        return Wrong(span=chosen.span)
    last = _last(context, chosen)
    kind = Number(field.type.unit)
    return Aggregate(chosen.word, bound, field, last, where, kind, span=chosen.span)  # type: ignore[arg-type]


def _last(context: Context, chosen: tree.Chosen) -> int:
    if not chosen.last:
        return 0
    if chosen.word != "mean" or "." in chosen.last or int(chosen.last) < 1:
        context.say(
            "E0415",
            chosen.span,
            f"`last {chosen.last}` cannot be said here.",
            label="`last` belongs to `mean`",
            help="Write `mean of last 3 …`; other words look at all records of the window.",
        )
        return 0
    return int(chosen.last)


def _field(context: Context, chosen: tree.Chosen, records: Listed) -> Declared | None:
    """What is added up: a field, or the value of a measurement."""
    if chosen.what is None:
        if records.measurement:
            return records.fields["value"]
        context.say(
            "E0208",
            chosen.records.span,
            f"The {chosen.word} of which field of the {records.words}?",
            label="which field of them?",
            related=[Related(records.span, "declared here")],
            help=f"Write `{chosen.word} of dose in {records.name}`, with the field that is meant.",
        )
        return None
    field = records.fields.get(chosen.what.text)
    if field is None and context.is_news(chosen.what.text):
        help_, replacement = did_you_mean(
            chosen.what.text, records.fields, f"They have: {', '.join(records.fields)}."
        )
        context.say(
            "E0208",
            chosen.what.span,
            f"The {records.words} have no `{chosen.what.text}`.",
            label="no such field",
            related=[Related(records.span, "declared here")],
            help=help_,
            replacement=replacement,
        )
    return field


def without_fields(scope: Scope) -> Scope:
    """In reach of a record of which nothing is known."""
    unknown = Bound(-1, Listed("", "", {}))
    return replace(scope, records=(*scope.records, Reach(unknown)), open=True)
