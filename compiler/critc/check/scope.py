"""What a name can mean at one place: parameters, ``let`` names, records in reach, then the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from critc.check.context import Context
from critc.check.fit import declared, key_of, suits
from critc.check.protocol import (
    Bound,
    Condition,
    Declared,
    EndOf,
    FactRef,
    FieldRef,
    Listed,
    Parameter,
    ParameterRef,
    Part,
    Pick,
    Record,
    Term,
    Wrong,
)
from critc.check.suggest import did_you_mean
from critc.check.types import UNKNOWN, Date, Period, said
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree
from critc.syntax.slips.prose import NUMBERS

LIMITS = ("ULN", "LLN")


@dataclass(frozen=True, slots=True)
class Assessed:
    """``assessed …``: which measurement a bare name means; the conditions are on ``Bound(key)``."""

    key: int
    where: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """A record in reach: by its fields, by the list's name, or by the name after ``as``."""

    bound: Bound
    alias: str = ""
    assessed: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one place. ``subject`` is what ``ULN`` belongs to; ``owner`` is "exclusion 4", or
    the name of the definition, formula or table.

    ``asked`` says that a query asks about what is left undefined here, ``bare`` that numbers have no
    unit (an empirical formula), ``open`` that a list in reach is not known, so that any name may be
    one of its fields. ``accepted`` is the `accepted if` that this stands in, after a count.
    """

    owner: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    lets: Mapping[str, Term | Pick] = field(default_factory=dict)
    records: tuple[Reach, ...] = ()
    assessed: Assessed | None = None
    subject: FieldRef | ParameterRef | Wrong | None = None
    bare: bool = False
    asked: bool = False
    open: bool = False
    accepted: Span | None = None

    def let(self, name: str, value: Term | Pick) -> Scope:
        """With one more ``let``."""
        return replace(self, lets={**self.lets, name: value})

    def reaching(self, bound: Bound, alias: str = "") -> Scope:
        """With one more record in reach."""
        return replace(self, records=(*self.records, Reach(bound, alias)), subject=None)


Meaning = Term | Bound | Pick


def look_up(context: Context, scope: Scope, ref: tree.Ref) -> Meaning:
    """What a reference means, from its last name to its first; a mistake is reported once."""
    meaning = _base(context, scope, ref.path[-1])
    for part in reversed(ref.path[:-1]):
        meaning = _part(context, meaning, part, ref)
    return meaning


def as_value(context: Context, meaning: Meaning, span: Span) -> Term:
    """A measurement's record stands for its value; a record of a list has none."""
    if not isinstance(meaning, Bound | Pick):
        return meaning
    if meaning.records.measurement:
        return FieldRef(meaning, meaning.records.fields["value"], span=span)
    fields = ", ".join(meaning.records.fields)
    context.say(
        "E0207",
        span,
        f"This is one whole record of the {meaning.records.words}: a condition needs one of its fields.",
        label="which field of it?",
        related=[Related(meaning.records.span, "declared here")],
        help=f"Write `… of {context.source.words(span)}`. Its fields: {fields}.",
    )
    return Wrong(span=span)


# ---- one name ---------------------------------------------------------------------------------


def _base(context: Context, scope: Scope, name: tree.Name) -> Meaning:
    if name.text in scope.lets:
        return scope.lets[name.text]
    if name.text in scope.parameters:
        return ParameterRef(scope.parameters[name.text], scope.bare, span=name.span)
    for reach in reversed(scope.records):
        if name.text == reach.alias or (not reach.alias and name.text == reach.bound.records.name):
            return reach.bound
    holders = [r for r in scope.records if name.text in r.bound.records.fields]
    if holders:
        return _field(context, name, holders)
    return _of_file(context, scope, name)


def _field(context: Context, name: tree.Name, holders: list[Reach]) -> Meaning:
    """A field by its bare name: only one list in reach may have it."""
    reach = holders[-1]
    keys = {holder.bound.key for holder in holders}
    if len(keys) == 1:
        return FieldRef(reach.bound, reach.bound.records.fields[name.text], span=name.span)
    if context.first_time("of either", *sorted(keys)):  # a name for one of them mends them all
        lists = " and ".join(f"the {holder.bound.records.words}" for holder in holders)
        context.say(
            "E0204",
            name.span,
            f"`{name.text}` could be that of either list: {lists} have one.",
            label="of which?",
            related=[
                Related(r.bound.records.fields[name.text].span, f"of {r.bound.records.name}")
                for r in holders
            ],
            help=f"Name the record, `some {holders[0].bound.records.name} as x where …`, and write "
            f"`{name.text} of x`.",
        )
    return Wrong(span=name.span)


def _of_file(context: Context, scope: Scope, name: tree.Name) -> Meaning:
    match context.symbols.get(name.text):
        case Declared() as fact:
            return FactRef(fact, span=name.span)
        case Listed() as listed:
            return _list(context, scope, name, listed)
        case Part():
            context.say(
                "E0207",
                name.span,
                f"`{name.text}` is a part of the study.",
                label="no question",
                related=context.declared_at(name.text),
                help=f"Say for whom a criterion is: `only in {name.text}`, above its condition.",
            )
        case None:
            _say_unknown(context, scope, name)
        case other:
            _say_no_question(context, name, other.span)
    return Wrong(span=name.span)


def _say_no_question(context: Context, name: tree.Name, declared: Span) -> None:
    if context.first_time("kind of", name.text):
        context.say(
            "E0207",
            name.span,
            f"`{name.text}` cannot stand here: nothing is known of a patient by this name.",
            label="no question",
            help="Write the name of a fact, a field or a measurement.",
            related=[Related(declared, "declared here")],
        )


def _list(context: Context, scope: Scope, name: tree.Name, listed: Listed) -> Meaning:
    if not listed.measurement:
        context.say(
            "E0207",
            name.span,
            f"`{name.text}` is a list: say how many of them there must be.",
            label="how many?",
            related=[Related(listed.span, "declared here")],
            help=f"Write `some {name.text}`, `no {name.text}` or `at least 2 {name.text}`, and after "
            "`where` what is asked of each.",
            about=("how many", scope.owner, name.text),
        )
        return Wrong(span=name.span)
    if scope.assessed is None:
        if not context.first_time("assessed", scope.owner):
            return Wrong(span=name.span)  # one `assessed` mends them all
        context.say(
            "E0206",
            name.span,
            f"Which {listed.words}? A patient may have several.",
            label="which one?",
            related=[Related(listed.span, "declared here: dated values")],
            help="Say it above the condition: `assessed within 14 days before …` takes the latest one "
            f"there; `let baseline be earliest {name.text} …` gives another one a name.",
        )
        return Wrong(span=name.span)
    date = listed.fields["date"]
    return Pick(scope.assessed.key, listed, "latest", date, scope.assessed.where)


def _say_unknown(context: Context, scope: Scope, name: tree.Name) -> None:
    if scope.open or not context.is_news(name.text):
        return
    if name.text in context.holders:
        _say_outside(context, scope, name, context.holders[name.text])
        return
    known = [*context.symbols, *scope.lets, *scope.parameters]
    for reach in scope.records:
        known += reach.bound.records.fields
    help_, replacement = did_you_mean(
        name.text,
        known,
        f'Declare it: `fact {name.text} "…"` with the wording of the question, and its type unless it '
        "is answered yes or no. A day that windows are counted from is a `moment`.",
    )
    if name.text.upper() in LIMITS:
        help_, replacement = "The limits of normal are written in capitals.", name.text.upper()
    elif name.text in NUMBERS:
        help_, replacement = f"Write {NUMBERS[name.text]}.", str(NUMBERS[name.text])
    elif name.text in ("age", "Age"):
        help_, replacement = _age(context), None
    context.say(
        "E0201",
        name.span,
        f"Nothing in this file is called `{name.text}`.",
        label="not declared",
        related=_meant(context, scope, replacement),
        help=help_,
        replacement=replacement,
    )


def _age(context: Context) -> str:
    """How the age is said, with the names of the file."""
    dates = [fact for fact in context.facts() if isinstance(fact.type, Date)]
    birth = next((fact.name for fact in dates if "birth" in fact.name), "birth_date")
    moment = next((fact.name for fact in dates if fact.moment), "consent")
    return (
        f"The age is counted on a day: write `completed years from {birth} to {moment}`; or give that"
        f" the name with a line above, `let age be completed years from {birth} to {moment}`."
    )


def _meant(context: Context, scope: Scope, name: str | None) -> tuple[Related, ...]:
    """Where the name is declared that is offered instead."""
    if name is None:
        return ()
    fields = [bound.records.fields.get(name) for bound in reaches(scope)]
    found = [each for each in (*fields, scope.parameters.get(name)) if each]
    if not found:
        return context.offered(name)
    return (Related(found[0].span, f"`{name}` is declared here"),)


def _say_outside(context: Context, scope: Scope, name: tree.Name, lists: list[Listed]) -> None:
    listed = lists[0]
    if not context.first_time("outside", scope.owner, listed.name):
        return  # one `some … where` mends them all
    because = [("how many", scope.owner, each.name) for each in lists]
    if listed.measurement and name.text in ("value", "date", "visit", "laboratory"):
        context.say(
            "E0203",
            name.span,
            f"The {name.text} of which measurement?",
            label="of which one?",
            related=[Related(each.span, "a measurement") for each in lists if each.measurement],
            help=f"Write `{name.text} of {listed.name}`, with the measurement that is meant.",
        )
        return
    context.say(
        "E0203",
        name.span,
        f"`{name.text}` is asked of each of the {listed.words}, not of the patient.",
        label="of which one?",
        related=[Related(listed.fields[name.text].span, f"a field of {listed.name}")],
        help=f"Say of how many: `some {listed.name} where {name.text} …`.",
        because=[*because, ("accepted if", scope.accepted)],
    )


# ---- part of something ------------------------------------------------------------------------


def _part(context: Context, meaning: Meaning, part: tree.Name, ref: tree.Ref) -> Meaning:
    """``end of given``, ``date of first_test``, ``grade of event``."""
    if isinstance(meaning, Bound | Pick):
        return _field_of(context, meaning, part)
    if meaning.type == UNKNOWN:
        return Wrong(span=ref.span)
    if part.text in ("start", "end"):
        return end_of(context, meaning, part, ref)
    inner = ref.path[-1].text
    context.say(
        "E0208",
        part.span,
        f"`{inner}` has no `{part.text}`: it is {said(meaning.type)}.",
        label="no such part",
        related=declared(meaning),
        help="A period has a `start` and an `end`; a measurement a `date`, a `visit`, a `laboratory`.",
    )
    return Wrong(span=ref.span)


def end_of(context: Context, meaning: Term, part: tree.Name, ref: tree.Ref) -> Term:
    """``start of given``, ``end of given``."""
    if isinstance(meaning.type, Period) and isinstance(meaning, FactRef | FieldRef | ParameterRef):
        suits(context, meaning)
        return EndOf(meaning, "start" if part.text == "start" else "end", span=ref.span)
    context.say(
        "E0208",
        part.span,
        f"Only a period has a start and an end; `{ref.path[-1].text}` is {said(meaning.type)}.",
        label="not a period",
        related=declared(meaning),
        help="Leave it out, or declare a `period`.",
        about=key_of(meaning),
    )
    return Wrong(span=ref.span)


def _field_of(context: Context, record: Record, part: tree.Name) -> Meaning:
    fields = record.records.fields
    if part.text in fields:
        return FieldRef(record, fields[part.text], span=part.span)
    if not context.is_news(part.text):
        return Wrong(span=part.span)
    help_, replacement = did_you_mean(part.text, fields, f"They have: {', '.join(fields)}.")
    context.say(
        "E0208",
        part.span,
        f"The {record.records.words} have no `{part.text}`.",
        label="no such field",
        related=[Related(record.records.span, "declared here")],
        help=help_,
        replacement=replacement,
    )
    return Wrong(span=part.span)


def reaches(scope: Scope) -> Iterator[Bound]:
    """The records in reach, the innermost first."""
    for reach in reversed(scope.records):
        yield reach.bound
