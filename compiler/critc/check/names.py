"""The names of a file: one namespace, whatever the order; inline facts and judgements too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from critc.check.context import Context
from critc.check.declared_types import (
    fact_type,
    measurement_type,
    parameter_type,
    refuse_repeated,
    resolve_type,
)
from critc.check.protocol import (
    BasePatient,
    Callable,
    Choices,
    Declared,
    Listed,
    Parameter,
    Part,
    Symbol,
)
from critc.check.types import Choice, Date, Judged, Type, YesNo
from critc.check.walk import Inline, inline_declarations
from critc.diagnostic import Related
from critc.source import Source, Span
from critc.syntax import tree

RESERVED = frozenset({"id", "protocol", "parts"})
"""Keys of a patient's data that say something else (decision 20)."""

MEASURED = ("value", "date", "visit", "laboratory")
"""The fields that every measurement has (decision 11)."""


def collect(context: Context) -> None:
    """Fill the context's tables of names; report what is declared twice or may not be declared."""
    declarations = context.file.declarations
    for declaration in declarations:  # types that others refer to come first
        if isinstance(declaration, tree.Choices):
            refuse_repeated(context, declaration.options)
            _add(context, declaration.name, _choices(declaration))
        for found in inline_declarations(declaration):
            context.inline.setdefault(found.records, []).append(found)
    context.visits = _visits(declarations)
    _refuse_second_protocol(context)
    for declaration in declarations:
        _declare(context, declaration)
    for found in context.inline.get("", ()):
        _add(context, found.declaration.name, _inline(found))
    _refuse_shared_names(context)


def amended(
    environment: Context, declaration: tree.Declaration, source: Source, gone: tuple[Span, ...]
) -> Context:
    """The context of one declaration that was written anew, all others being as they were.

    ``environment`` was collected from the file as it was; ``gone`` are the places in it that the
    declaration stands in for, ``source`` has the text of both.
    """
    fresh = Context(source, tree.File((declaration,), span=declaration.span))
    fresh.symbols = {k: s for k, s in environment.symbols.items() if not _in(s.span, gone)}
    fresh.criteria = {k: c for k, c in environment.criteria.items() if not _in(c.head, gone)}
    fresh.holders = {field: list(lists) for field, lists in environment.holders.items()}
    for records, asked in environment.inline.items():
        if records:  # those of the patient are among the symbols already
            kept = [each for each in asked if not _in(each.declaration.name.span, gone)]
            fresh.inline[records] = kept
    for found in inline_declarations(declaration):
        listed = fresh.symbols.get(found.records)
        if isinstance(listed, Listed):
            fields = {**listed.fields, found.declaration.name.text: _inline(found)}
            fresh.symbols[found.records] = replace(listed, fields=fields)
    collect(fresh)
    fresh.visits = environment.visits
    fresh.attempted = environment.attempted
    return fresh


def _in(span: Span, places: tuple[Span, ...]) -> bool:
    return any(place.start <= span.start < place.end for place in places)


def _declare(context: Context, declaration: tree.Declaration) -> None:
    """Enter one declaration into the namespace."""
    match declaration:
        case tree.Fact() | tree.Judgement() | tree.Moment():
            _add(context, declaration.name, _fact(context, declaration))
        case tree.Records(name=name):
            _add_list(context, name, _records(context, declaration))
        case tree.Measurement(name=name):
            _add_list(context, name, _measurement(context, declaration))
        case tree.Define() | tree.Formula() | tree.Table():
            _add(context, declaration.name, _callable(context, declaration))
        case tree.Part(name=name, title=title):
            _add(context, name, Part(name.text, title, span=name.span))
        case tree.Patient(name=name):
            _add(context, name, BasePatient(name.text, span=name.span))
        case tree.Criterion():
            _add_criterion(context, declaration)
        case tree.Protocol() | tree.Library() | tree.Use() | tree.Choices() | tree.Case():
            pass


def _refuse_second_protocol(context: Context) -> None:
    heads = [d for d in context.file.declarations if isinstance(d, tree.Protocol)]
    for head in heads[1:]:
        context.say(
            "E0202",
            head.name.span,
            "A file holds one protocol.",
            label="the second",
            related=[Related(heads[0].name.span, "the first")],
            help="Give this one, with all that belongs to it, a file of its own.",
        )


def _add(context: Context, name: tree.Name, symbol: Symbol) -> None:
    if name.text in RESERVED and isinstance(symbol, Declared | Listed):
        context.say(
            "E0209",
            name.span,
            f"`{name.text}` cannot be the name of a question: a patient's data uses it already.",
            label="taken",
            help="Choose a longer name, one that says what is asked.",
        )
    first = context.symbols.get(name.text)
    if first is not None:
        _say_twice(context, name, first.span)
        context.first_time("kind of", name.text)
        return
    context.symbols[name.text] = symbol


def _say_twice(context: Context, name: tree.Name, other: Span) -> None:
    first, again = sorted((other, name.span), key=lambda span: context.source.order(span.start))
    context.say(
        "E0202",
        again,
        f"`{name.text}` is declared twice: no one could tell which of the two is meant.",
        label="declared again",
        related=[Related(first, "first declared here"), *_borrowed_at(context, again, first)],
        help="Keep one, or give this one a name of its own. What is asked once is used by its name.",
    )


def _borrowed_at(context: Context, *places: Span) -> Iterator[Related]:
    """The ``use`` lines that bring in what stands in a library."""
    lenders = (context.source.lender(place.start) for place in places)
    lines = {lender.used_at for lender in lenders if lender}
    for use in context.file.declarations:
        if isinstance(use, tree.Use) and use.span.start in lines:
            yield Related(use.span, "this line borrows it")


def _add_list(context: Context, name: tree.Name, listed: Listed) -> None:
    _add(context, name, listed)
    for field in listed.fields:
        context.holders.setdefault(field, []).append(listed)


def _add_criterion(context: Context, criterion: tree.Criterion) -> None:
    key = identifier(criterion.kind, criterion.number)
    first = context.criteria.get(key)
    if first is None:
        context.criteria[key] = criterion
        return
    context.say(
        "E0406",
        criterion.head,
        f"There are two criteria with the name {criterion.kind} {criterion.number}.",
        label="the second",
        related=[Related(first.head, "the first")],
        help="Number them as the protocol does; 3a and 3b are numbers too.",
    )
    context.misnumbered.add(criterion.kind)


def identifier(kind: str, number: str) -> str:
    """``I3`` for inclusion 3, ``E12`` for exclusion 12."""
    return kind[0].upper() + number


# ---- each declaration -------------------------------------------------------------------------


def _choices(declaration: tree.Choices) -> Choices:
    kind = Choice(declaration.options, declaration.ordered, declaration.name.text)
    return Choices(declaration.name.text, kind, span=declaration.name.span)


def _fact(context: Context, declaration: tree.Fact | tree.Judgement | tree.Moment) -> Declared:
    name, question = declaration.name, declaration.question
    codes: tuple[tree.Code, ...] = ()
    match declaration:
        case tree.Moment():
            kind: Type = Date()
        case tree.Judgement(role=role):
            kind = Judged(role)
        case tree.Fact():
            kind = fact_type(context, declaration)
            codes = declaration.codes
    moment = isinstance(declaration, tree.Moment)
    _refuse_empty_question(context, declaration)
    return Declared(name.text, kind, question, codes, moment, span=name.span)


def _refuse_empty_question(
    context: Context, declaration: tree.Fact | tree.Judgement | tree.Moment
) -> None:
    if not declaration.question.strip():
        context.say(
            "E0151",
            declaration.name.span,
            f"The question of `{declaration.name.text}` is empty.",
            label="in which words is it asked?",
            help="Write between the quotes what a nurse reads: "
            '`fact pregnant "Is the patient pregnant?"`.',
        )


def _inline(found: Inline) -> Declared:
    declaration = found.declaration
    name, question = declaration.name, declaration.question
    if isinstance(declaration, tree.Judgement):
        kind: Type = Judged(declaration.role)
        return Declared(name.text, kind, question, (), False, found.criterion, span=name.span)
    codes = declaration.codes
    return Declared(name.text, YesNo(), question, codes, False, found.criterion, span=name.span)


def _records(context: Context, declaration: tree.Records) -> Listed:
    fields: dict[str, Declared] = {}
    for field in declaration.fields:
        kind = fact_type(context, field)
        declared = Declared(
            field.name.text, kind, field.question, field.codes, span=field.name.span
        )
        _add_field(context, fields, field.name, declared)
    for found in context.inline.get(declaration.name.text, ()):
        _add_field(context, fields, found.declaration.name, _inline(found))
    name = declaration.name
    return Listed(name.text, declaration.title, fields, span=name.span)


def _measurement(context: Context, declaration: tree.Measurement) -> Listed:
    name, title = declaration.name, declaration.title
    value = measurement_type(context, declaration)
    kinds: dict[str, tuple[Type, str]] = {"value": (value, title), "date": (Date(), "Date")}
    if context.visits:
        kinds["visit"] = (context.visits, "Visit")
    kinds["laboratory"] = (LABORATORY, "Laboratory")
    fields = {
        field: Declared(field, kind, question, span=name.span)
        for field, (kind, question) in kinds.items()
    }
    for found in context.inline.get(declaration.name.text, ()):
        _add_field(context, fields, found.declaration.name, _inline(found))
    return Listed(name.text, title, fields, True, declaration.codes, span=name.span)


LABORATORY = Choice((tree.Option(tree.Name("central")), tree.Option(tree.Name("local"))))


def _visits(declarations: tuple[tree.Declaration, ...]) -> Choice | None:
    """A measurement's visit is one of the moments; ``none``: it was not taken at a visit."""
    moments = [d for d in declarations if isinstance(d, tree.Moment)]
    options = tuple(tree.Option(moment.name, moment.question) for moment in moments)
    outside = tree.Option(tree.Name("none"), "not at one of these visits")
    return Choice((*options, outside)) if options else None


def _add_field(
    context: Context, fields: dict[str, Declared], name: tree.Name, declared: Declared
) -> None:
    if name.text in fields:
        _say_twice(context, name, fields[name.text].span)
        return
    if name.text in RESERVED:
        context.say(
            "E0209",
            name.span,
            f"`{name.text}` cannot be the name of a field: a patient's data uses it already.",
            label="taken",
            help="Choose a longer name, one that says what is asked.",
        )
    fields[name.text] = declared


def _callable(context: Context, declaration: tree.Define | tree.Formula | tree.Table) -> Callable:
    parameters: dict[str, Parameter] = {}
    for parameter in declaration.parameters:
        name = parameter.name
        if name.text in parameters:
            _say_twice(context, name, parameters[name.text].span)
        kind = parameter_type(context, parameter.type)
        parameters[name.text] = Parameter(name.text, kind, span=name.span)
    name, given = declaration.name, tuple(parameters.values())
    if isinstance(declaration, tree.Define):
        return Callable(name.text, "define", given, None, span=name.span)
    result = resolve_type(context, declaration.type)
    word: Literal["formula", "table"] = (
        "formula" if isinstance(declaration, tree.Formula) else "table"
    )
    return Callable(name.text, word, given, result, span=name.span)


def _refuse_shared_names(context: Context) -> None:
    """A field and a fact may not share a name (decision 20)."""
    for field, lists in context.holders.items():
        symbol = context.symbols.get(field)
        if symbol is None or isinstance(symbol, Choices | Part | BasePatient):
            continue
        at = lists[0].fields[field].span
        if lists[0].measurement and field in MEASURED:
            context.say(
                "E0215",
                symbol.span,
                f"`{field}` is what every measurement calls its {field}: a reader could not tell "
                "the two apart.",
                label="taken",
                related=[Related(at, "a measurement")],
                help="Give this one a longer name.",
            )
            continue
        context.say(
            "E0215",
            at,
            f"`{field}` is asked of each of the {lists[0].words}, and the patient has a `{field}` "
            "too: a reader could not tell the two apart.",
            label="of each",
            related=[
                Related(symbol.span, "of the patient"),
                *(Related(each.fields[field].span, "of each") for each in lists[1:]),
            ],
            help="Give one of them a longer name.",
        )


# ---- names that broken declarations tried to declare ------------------------------------------

_HEAD = re.compile(r"[A-Za-z]\w*(?:\s+[A-Za-z]\w*)?")
_NUMBERED = re.compile(r"[A-Za-z]\w*\s+(\d+[a-z]?)\b")
_USE = re.compile(r"use\s+(.+?)(?:\s+from\b|$)")
_INLINE = re.compile(r"\b(?:fact|judgement)\s+([A-Za-z]\w*)")
_WRITTEN = re.compile(r"[A-Za-z]+\s+([A-Za-z][\w\s-]*?)\s*(?:[:\"(]|\bby\b|$)")
_DASH = re.compile(r"\s*-\s*([A-Za-z]\w*)")
_WORD = re.compile(r"[A-Za-z]\w*")


def attempted(source: Source, file: tree.File) -> frozenset[str]:
    """Names that the text's broken declarations tried to declare; criteria as ``I3``.

    What a broken declaration tried to declare is left out of the tree: it must not make its uses
    look like mistakes. Its first word may be misspelt or missing, so both words at its head count.
    """
    kept = sorted((d.span.start, d.span.end) for d in file.declarations)
    return frozenset(_attempts(source.text, kept))


def _attempts(text: str, kept: list[tuple[int, int]]) -> Iterator[str]:
    start, place = 0, 0
    for line in text.split("\n"):
        while place < len(kept) and kept[place][1] <= start:
            place += 1
        whole = place < len(kept) and kept[place][0] <= start < kept[place][1]
        if not whole:
            yield from _attempts_of_line(line)
        start += len(line) + 1


def _attempts_of_line(line: str) -> Iterator[str]:
    if match := _USE.match(line):
        yield from ("use", *_WORD.findall(match.group(1)))
    elif match := _NUMBERED.match(line):
        yield from (kind + match.group(1) for kind in "IE")
    elif match := _HEAD.match(line):
        yield from match.group().split()
        if written := _WRITTEN.match(line):
            yield from _one_name(written.group(1))
    elif match := _DASH.match(line):
        yield match.group(1)
    for match in _INLINE.finditer(line):
        yield match.group(1)
        if written := _WRITTEN.match(line, match.start()):
            yield from _one_name(written.group(1))


def _one_name(written: str) -> Iterator[str]:
    """``minor-surgery`` and ``Minor surgery`` as the names that were probably meant."""
    name = re.sub(r"[\s-]+", "_", written.strip())
    yield from (name, name.lower())
