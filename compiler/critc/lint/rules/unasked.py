"""W0602: what is declared in a protocol and never used by a condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from critc.check import protocol as p
from critc.check.types import Date
from critc.diagnostic import Diagnostic
from critc.lint.subject import Subject
from critc.source import Span
from critc.syntax import tree

Use = str | tuple[str, str]
"""The name of what is used; of a field, with that of its list."""


def unasked(subject: Subject) -> Iterator[Diagnostic]:
    """Facts, lists, fields, definitions, formulas and tables that nothing in the protocol uses.

    A library is there to be borrowed from, and text is there to be read.
    """
    if subject.is_library:
        return
    used = set(_used(subject.protocol))
    for declaration in subject.protocol.declarations:
        match declaration:
            case tree.Fact(name=name, type=kind) if not (kind and kind.word == "text"):
                if name.text not in used:
                    yield _said(name, "asks for")
            case tree.Moment(name=name) | tree.Judgement(name=name) | tree.Measurement(name=name):
                if name.text not in used:
                    yield _said(name, "asks for")
            case tree.Records(name=name):
                yield from _of_records(declaration, used)
            case tree.Define(name=name) | tree.Formula(name=name) | tree.Table(name=name):
                if name.text not in used:
                    yield _said(name, "uses")
            case _:
                pass


def _of_records(records: tree.Records, used: set[Use]) -> Iterator[Diagnostic]:
    listed = records.name.text
    if listed not in used:
        yield _said(records.name, "asks for")
        return
    for field in records.fields:
        is_text = field.type is not None and field.type.word == "text"
        if (listed, field.name.text) not in used and not is_text:
            yield _said(
                field.name, "asks for", f"`{field.name.text}` of {listed.replace('_', ' ')}"
            )


def _said(name: tree.Name, verb: str, named: str = "") -> Diagnostic:
    named = named or f"`{name.text}`"
    return Diagnostic(
        "W0602",
        name.span,
        f"No criterion {verb} {named}.",
        label="not used",
        help="Was a condition forgotten? If not, leave the declaration out: nobody should be asked for "
        "what decides nothing."
        if verb == "asks for"
        else "Was it to stand in a criterion? If not, leave it out.",
    )


def _used(protocol: p.Protocol) -> Iterator[Use]:
    """What conditions, formulas and tables mention; none of them uses itself."""
    for criterion in protocol.criteria:
        yield from _within(criterion)
    for named in (protocol.definitions, protocol.formulas, protocol.tables):
        for name, body in named.items():
            yield from (use for use in _within(body) if use != name)


def _within(body: p.Node) -> Iterator[Use]:
    return (use for node in _everything(body) for use in _uses(node))


def _uses(node: object) -> Iterator[Use]:
    match node:
        case p.FactRef(of=of):
            yield of.name
        case p.FieldRef(record=record, of=of):
            yield record.records.name, of.name
        case p.HowMany(bound=bound, distinct=distinct, consecutive=consecutive):
            yield bound.records.name
            if distinct:
                yield bound.records.name, distinct.name
            yield from _dates(bound.records) if consecutive else ()
        case p.Aggregate(bound=bound, of=of, op=op):
            yield bound.records.name
            yield bound.records.name, of.name
            yield from _dates(bound.records) if op == "mean" else ()
        case p.Pick(records=records, date=date):
            yield records.name
            yield records.name, date.name
        case p.Applied(name=name) | p.DefinedRef(name=name) | p.Call(name=name):
            yield name
        case p.IsOneOf(of=p.FieldRef(of=p.Declared(name="visit")), options=options):
            yield from options
        case _:
            pass


def _dates(records: p.Listed) -> Iterator[Use]:
    """Records that stand in an order do so by their date."""
    dated = (each.name for each in records.fields.values() if isinstance(each.type, Date))
    return ((records.name, name) for name in dated)


def _everything(node: object) -> Iterator[object]:
    """A node and all that it is made of; what is declared elsewhere is not followed."""
    left = [node]
    while left:
        node = left.pop()
        if isinstance(node, tuple):
            left += node
        elif is_dataclass(node) and not isinstance(node, p.Declared | p.Listed | Span):
            yield node
            left += [getattr(node, each.name) for each in fields(node)]
