"""How many records: ``some``, ``no``, ``at least 2 consecutive``, ``from 2 to 3 distinct …``."""

from __future__ import annotations

from critc.check import bodies, conditions, timing
from critc.check.context import Context
from critc.check.protocol import (
    Between,
    Bound,
    Condition,
    Declared,
    Except,
    HowMany,
    Listed,
    Literal,
    Mistaken,
    Not,
    Rank,
)
from critc.check.scope import Scope
from critc.check.suggest import did_you_mean
from critc.check.types import UNKNOWN, Choice, Date, Number, said
from critc.diagnostic import Related
from critc.syntax import tree


def how_many(
    context: Context, scope: Scope, written: tree.Counted, unless: tree.Body | None = None
) -> Condition:
    """A count of records; ``unless`` is the exception that describes them (decision 1)."""
    records = records_of(context, written.records, written.count.word)
    if records is None:
        _check_only(context, scope, written, unless)
        return Mistaken(span=written.span)
    bound = Bound(context.key(), records)
    inner = scope.reaching(bound, written.alias.text if written.alias else "")
    when = None
    if written.timing:
        when = timing.of_records(context, inner, bound, written.timing, written.records.span)
    where = conditions.condition(context, inner, written.where) if written.where else None
    where = _except(context, inner, where, unless)
    low, high = bounds(context, written.count)
    distinct = _distinct(context, records, written.distinct)
    if written.count.consecutive and not _may_be_consecutive(context, written, records):
        return Mistaken(span=written.span)
    return HowMany(
        bound, low, high, when, where, distinct, written.count.consecutive, span=written.span
    )


def _except(
    context: Context, scope: Scope, where: Condition | None, unless: tree.Body | None
) -> Condition | None:
    if unless is None:
        return where
    exception = bodies.inside(context, scope, unless)
    if where is None:
        return Not(exception, span=unless.span)
    return Except(where, exception, "unless", span=where.span.to(unless.span))


def records_of(context: Context, name: tree.Name, word: str = "some") -> Listed | None:
    """The list or measurement of that name; None after a report."""
    symbol = context.symbols.get(name.text)
    if isinstance(symbol, Listed):
        return symbol
    if symbol is not None:
        advice = ""
        if isinstance(symbol, Declared) and symbol.type != UNKNOWN:
            advice = f"It is {said(symbol.type)}: " + (
                f"write `{'not ' if word == 'no' else ''}{name.text}`."
                if said(symbol.type).startswith(("a yes", "a judgement"))
                else "compare it."
            )
        context.say(
            "E0207",
            name.span,
            f"`{name.text}` is not a list: there is nothing to count.",
            label="not a list",
            related=[Related(symbol.span, "declared here")],
            help=advice,
        )
    elif context.is_news(name.text):
        lists = [listed.name for listed in context.lists()]
        help_, replacement = did_you_mean(
            name.text, lists, f"Declare it: `records {name.text}` with its fields below."
        )
        context.say(
            "E0201",
            name.span,
            f"There is no list called `{name.text}`.",
            label="not declared",
            related=context.offered(replacement),
            help=help_,
            replacement=replacement,
        )
    return None


def _check_only(
    context: Context, scope: Scope, written: tree.Counted, unless: tree.Body | None
) -> None:
    """With an unknown list any name may be one of its fields; other mistakes are still told."""
    inner = bodies.without_fields(scope)
    if written.where:
        conditions.condition(context, inner, written.where)
    if unless:
        bodies.inside(context, inner, unless)


def _distinct(context: Context, records: Listed, name: tree.Name | None) -> Declared | None:
    if name is None:
        return None
    field = records.fields.get(name.text)
    if field is None:
        if context.is_news(name.text):
            help_, replacement = did_you_mean(
                name.text, records.fields, f"They have: {', '.join(records.fields)}."
            )
            context.say(
                "E0208",
                name.span,
                f"The {records.words} have no `{name.text}` to count.",
                label="no such field",
                related=[Related(records.span, "declared here")],
                help=help_,
                replacement=replacement,
            )
        return None
    if not isinstance(field.type, Number | Choice | Date) and field.type != UNKNOWN:
        context.say(
            "E0307",
            name.span,
            f"Different values of `{name.text}` cannot be told apart: it is {said(field.type)}.",
            label="not to be counted",
            related=[Related(field.span, "declared here")],
            help="Count different numbers, choices or dates.",
            about=field.key,
        )
    return field


def _may_be_consecutive(context: Context, written: tree.Counted, records: Listed) -> bool:
    """``consecutive`` goes with ``at least`` and dated records (decision 17)."""
    count = written.count
    if count.word != "at least" or written.distinct:
        context.say(
            "E0414",
            count.span,
            "Only `at least` so many consecutive ones can be asked for.",
            label="consecutive?",
            help="Write `at least 2 consecutive …`; for other counts leave `consecutive` out.",
        )
        return False
    dates = [f for f in records.fields.values() if isinstance(f.type, Date)]
    if len(dates) == 1:
        return True
    context.say(
        "E0414",
        count.span,
        f"Consecutive by which date? The {records.words} have {len(dates) or 'none'}.",
        label="by which date?",
        related=[Related(f.span, "a date") for f in dates]
        or [Related(records.span, "declared here")],
        help="Only measurements, and records with one date, have an order in time.",
        because=[each.key for each in records.fields.values()],
    )
    return False


# ---- numbers of ---------------------------------------------------------------------------------


def bounds(context: Context, count: tree.Count) -> tuple[int | None, int | None]:
    """Least and greatest number, ends included; None is no limit."""
    if "." in count.low or "." in count.high:
        context.say(
            "E0415",
            count.span,
            "There is no part of a record: count whole ones.",
            label="not a whole number",
        )
        return None, None
    low, high = int(count.low or 0), int(count.high or 0)
    limits: dict[str, tuple[int | None, int | None]] = {
        "some": (1, None),
        "no": (None, 0),
        "at least": (low, None),
        "more than": (low + 1, None),
        "at most": (None, low),
        "fewer than": (None, low - 1),
        "exactly": (low, low),
        "from": (low, high),
    }
    least, greatest = limits[count.word]
    _refuse_impossible(context, count, least, greatest)
    return least, greatest


def _refuse_impossible(
    context: Context, count: tree.Count, least: int | None, greatest: int | None
) -> None:
    if least is not None and greatest is not None and least > greatest:
        context.say(
            "E0322",
            count.span,
            f"No number is from {least} to {greatest}.",
            label="upside down",
            help=f"Write the smaller one first: `from {greatest} to {least}`.",
        )
    elif least == 0 and greatest is None:
        context.say(
            "E0415",
            count.span,
            "At least 0 is always so.",
            label="always so",
            help="Write how many there must be; `some` is one or more.",
        )
    elif greatest is not None and greatest < 0:
        context.say(
            "E0415", count.span, "Fewer than 0 is never so.", label="never so", help="Write `no`."
        )


def refuse_empty(context: Context, found: Between) -> Condition | None:
    """``is from 75 to 18 years`` is never so."""
    low, high = found.low, found.high
    if isinstance(low, Rank) and isinstance(high, Rank):
        upside_down = low.place > high.place
    elif isinstance(low, Literal) and isinstance(high, Literal):
        upside_down = low.value * low.type.unit.factor > high.value * high.type.unit.factor
    else:
        return None
    if not upside_down:
        return None
    context.say(
        "E0322",
        found.span,
        "Nothing lies in this range: its first end is the larger one.",
        label="upside down",
        help="Write the smaller end first.",
    )
    return Mistaken(span=found.span)
