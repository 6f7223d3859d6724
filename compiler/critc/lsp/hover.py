"""What is known of a word: what is asked, its type, unit and codes, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from critc.check.units import NUMBER, Unit, accepted, parse_unit
from critc.ir.verbatim import joined
from critc.lsp.declared import Entry
from critc.lsp.dictionary import MEASURED, Answer
from critc.lsp.document import Document
from critc.lsp.occurrences import Occurrence, Target
from critc.lsp.ranges import range_of
from critc.source import Source
from critc.syntax import tree

_MOST = 12
_WORDS = {
    "define": "definition",
    "records": "list of records",
    "part": "part of the study",
    "choices": "list of answers",
}


def hover(document: Document, offset: int) -> Hover | None:
    """What there is to say of the word at an offset."""
    found = document.occurrence(offset)
    if found is None:
        return None
    occurrence, _, start = found
    parts = [part for part in _said(document, occurrence) if part]
    if not parts:
        return None
    text = MarkupContent(MarkupKind.Markdown, "\n\n".join(parts))
    return Hover(text, range_of(document, occurrence.span.moved(start)))


def _said(document: Document, found: Occurrence) -> Iterator[str]:
    target, names = found.target, document.names
    match target.kind:
        case "criterion":
            yield from _criterion(names.criteria.get(target.name))
        case "unit":
            yield from _unit(target.name)
        case "option":
            yield from _option(document, target)
        case "field":
            yield from _field(document, found)
        case "name" if entry := names.entries.get(target.name):
            yield from entry_words(document, entry)
        case "local":
            answer = names.worth(found.answer)
            yield f"**{target.name}**, of this declaration alone"
            yield _type_words(answer)
        case _:
            pass
    if target.kind in ("name", "field", "option", "criterion"):
        yield _used(document, target)


def entry_words(document: Document, entry: Entry) -> Iterator[str]:
    """What a name is declared as, in paragraphs."""
    node = entry.node
    yield f"**{entry.name}**: {_WORDS.get(entry.word, entry.word)}{_asked_in(entry)}"
    title = getattr(node, "question", "") or getattr(node, "title", "")
    yield title
    if isinstance(node, tree.Measurement):
        yield _type_words(document.names.field_answer(entry.name, "value"))
    elif isinstance(node, tree.Records):
        yield "\n".join(f"- `{each.name.text}`: {each.question}" for each in node.fields)
    elif isinstance(node, tree.Formula | tree.Table):
        yield _signature(node)
        yield _type_words(document.names.answer_of(entry))
    elif isinstance(node, tree.Judgement):
        yield f"Answered yes or no, by the {node.role.replace('_', ' ')}"
    else:
        yield _type_words(document.names.answer_of(entry))
    yield _codes(getattr(node, "codes", ()))
    yield _origin(node, entry)


def _asked_in(entry: Entry) -> str:
    return f", asked in {entry.asked_in}" if entry.asked_in else ""


def _signature(node: tree.Formula | tree.Table) -> str:
    given = ", ".join(f"{each.name.text} : {_type_text(each.type)}" for each in node.parameters)
    return f"`{node.name.text}({given})`"


def _type_text(kind: tree.Type) -> str:
    return kind.unit or kind.word


def _origin(node: object, entry: Entry) -> str:
    """Where a declaration comes from: its source and note, and the library that it is borrowed from."""
    said = []
    if source := getattr(node, "source", ""):
        said.append(f"Source: {source}")
    if note := getattr(node, "note", ""):
        said.append(f"Note: {note}")
    if isinstance(entry.place.holder, Source):
        said.append(f"Borrowed from `{entry.place.holder.name.rpartition('/')[2]}`")
    return "\n\n".join(each.replace("\n", "; ") for each in said)


def _codes(codes: tuple[tree.Code, ...]) -> str:
    return ", ".join(f"{code.system.upper()} {code.value}" for code in codes)


def _type_words(answer: Answer) -> str:
    match answer.word:
        case "":
            return ""
        case "yes/no" | "judgement":
            return "Answered yes or no"
        case "unit":
            return _in_unit(answer.unit)
        case "one of" | "any of":
            order = ", the least first" if answer.ordered else ""
            shown = [_option_line(option) for option in answer.options[:_MOST]]
            more = len(answer.options) - len(shown)
            rest = [f"- … and {more} more"] if more > 0 else []
            kind = "One of" if answer.word == "one of" else "Any of"
            return "\n".join([f"{kind}{order}:", *shown, *rest])
        case "whole number" if answer.unit:
            return f"A whole number of {answer.unit}"
        case "records":
            return ""
        case word:
            article = {"text": "Free", "number": "A", "whole number": "A"}.get(word, "A")
            return f"{article} {word}"


def _option_line(option: tree.Option) -> str:
    return f"- `{option.name.text}`" + (f": {option.label}" if option.label else "")


def _in_unit(text: str) -> str:
    unit = parse_unit(text)
    if unit is None:
        return f"In `{text}`"
    return f"In {unit.shown or unit.code} (UCUM `{unit.code}`)"


def _unit(text: str) -> Iterator[str]:
    unit = parse_unit(text)
    if unit is None:
        yield f"`{text}` is not a unit"
        return
    yield f"**{unit.shown or unit.code}**: UCUM `{unit.code}`"
    others = [each.code for each in accepted(unit) if each.code != unit.code]
    if unit != NUMBER and others:
        yield f"Values may also come in {', '.join(f'`{each}`' for each in others[:_MOST])}"
    yield _no_conversion(unit)


def _no_conversion(unit: Unit) -> str:
    kinds = dict(unit.dimension)
    if "month" in kinds:
        return "Counted by the calendar: months and years have no fixed number of days"
    if "IU" in kinds:
        return "International units convert to nothing else: each substance has its own factor"
    return ""


def _criterion(entry: Entry | None) -> Iterator[str]:
    """The protocol's own words, quoted."""
    node = entry.node if entry else None
    if not isinstance(node, tree.Criterion):
        return
    yield f"**{node.kind} {node.number}**"
    if node.text:
        yield "\n".join(f"> {line}" for line in joined(node.text).split("\n"))
    for query in node.body.queries:
        reading = f"; read as: {query.reading}" if query.reading else ""
        yield f"*{query.kind}*: {query.question}{reading}"


def _option(document: Document, target: Target) -> Iterator[str]:
    names = document.names
    records, _, inner = target.owner.rpartition(".")
    answer = names.field_answer(records, inner) if records else names.answer(target.owner)
    option = names.worth(answer).option(target.name)
    label = f": {option.label}" if option and option.label else ""
    yield f"**{target.name}**{label}"
    yield f"One of the answers of `{target.owner}`" if target.owner else ""
    yield _codes(option.codes) if option else ""


def _field(document: Document, found: Occurrence) -> Iterator[str]:
    target = found.target
    of = f"a field of `{target.owner}`" if target.owner else "a field of every measurement"
    yield f"**{target.name}**: {of}"
    entry = document.names.fields.get(target.owner, {}).get(target.name)
    yield getattr(entry.node, "question", "") if entry else MEASURED.get(target.name, "")
    yield _type_words(document.names.field_answer(target.owner, target.name))
    yield _codes(getattr(entry.node, "codes", ())) if entry else ""


def _used(document: Document, target: Target) -> str:
    """The criteria, definitions and formulas that name it; cases are counted."""
    users, cases = list[str](), 0
    for occurrence, start in document.uses(target):
        if occurrence.declares:
            continue
        block = document.at(start)
        match block[0].declaration if block else None:
            case tree.Criterion(kind=kind, number=number):
                users.append(f"{kind} {number}")
            case tree.Define(name=name) | tree.Formula(name=name) | tree.Table(name=name):
                users.append(f"`{name.text}`")
            case tree.Case() | tree.Patient():
                cases += 1
            case _:
                pass
    found = list(dict.fromkeys(users))
    if cases:
        found.append(f"{cases} {'place' if cases == 1 else 'places'} in patients and cases")
    return f"Used in {', '.join(found)}" if found else ""
