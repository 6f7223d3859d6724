"""What may be written down: the allowed answers of facts and records, and blanks for them."""

from __future__ import annotations

import re

from critc.ir.dictionary import (
    Choice,
    Code,
    Date,
    Declared,
    Judged,
    Listed,
    Number,
    Option,
    Period,
    Quantity,
    Set,
    Text,
    Type,
    YesNo,
)
from critc.ir.outline.document import Answer, Place, Sheet
from critc.ir.words.english import capital, enumerated, lowered, plain, printed, recording, visible
from critc.ir.words.terms import shown

BLANK = "…………"
_SYSTEMS = {"loinc": "LOINC", "snomed": "SNOMED CT", "rxnorm": "RxNorm", "ucum": "UCUM"}


def allowed(kind: Type, proper: frozenset[str] = frozenset()) -> str:
    """The answers that a type allows, in words: "in IU/mL", "0 to 5", "a date"."""
    match kind:
        case YesNo():
            return "yes or no"
        case Judged():
            return "yes, no or not yet"
        case Number():
            return _number(kind)
        case Quantity():
            unit = printed(kind.units[0].shown)
            limits = ", with the laboratory’s limits of normal" if kind.limits else ""
            return f"in {unit}{limits}"
        case Date(or_none):
            return f"day, month and year{', or none' if or_none else ''}"
        case Period(or_none):
            return f"from, to; or ongoing{'; or none' if or_none else ''}"
        case Choice(options):
            return _options(options, proper)
        case Set(options):
            return f"any of: {_options(options, proper)}"
        case Text():
            return ""


def _options(options: tuple[Option, ...], proper: frozenset[str]) -> str:
    labels = [lowered(plain(option.label), proper) for option in options]
    if any(re.search(r"[,:;]| or ", label) for label in labels):
        return "; ".join(labels)
    return enumerated(labels, "or")


def _number(kind: Number) -> str:
    noun = kind.noun or ("a whole number" if kind.whole else "a number")
    if kind.low is not None and kind.high is not None:
        return f"{noun} from {shown(kind.low)} to {shown(kind.high)}"
    if kind.low is not None:
        return f"{noun}, {shown(kind.low)} or more"
    return noun if kind.high is None else f"{noun}, {shown(kind.high)} or less"


def blank(declared: Declared) -> str:
    """A blank to write the answer in, with its unit; "" where a tick says it all."""
    words = _blank(declared.type)
    note = recording(declared.question)
    if not note and isinstance(declared.type, Date | Period) and declared.type.or_none:
        note = "none"
    if words and note.startswith("none"):
        return visible(f"{words} or ☐ {note}")
    return visible("; ".join(filter(None, (words, note))))


def _blank(kind: Type) -> str:
    match kind:
        case Quantity(units, limits=limits):
            unit = printed(units[0].shown)
            return f"{BLANK} {unit}{f', upper limit of normal {BLANK}' if limits else ''}"
        case Number(noun=noun):
            return f"{BLANK} {noun}".rstrip()
        case Date():
            return f"date {BLANK}"
        case Period():
            return f"first day {BLANK} last day {BLANK} or ☐ ongoing"
        case YesNo() | Judged() | Choice() | Set() | Text():
            return ""


def measured(listed: Listed) -> str:
    """A blank for one result of a measurement."""
    words = (_blank(listed.field("value").type), f"date {BLANK}", recording(listed.title))
    return visible("; ".join(filter(None, words)))


def answer(declared: Declared, proper: frozenset[str], asked_in: tuple[Place, ...] = ()) -> Answer:
    """A fact or field as an entry of the data dictionary; ``proper`` are words with a capital."""
    kind = declared.type
    return Answer(
        question=visible(capital(declared.question)),
        allowed=visible(allowed(kind, proper)),
        by=visible(kind.role.replace("_", " ")) if isinstance(kind, Judged) else "",
        codes=codes(declared.codes),
        asked_in=asked_in,
    )


def sheet(listed: Listed, at: Place, proper: frozenset[str]) -> Sheet:
    """A list as a sheet: what to write down of each record."""
    fields = tuple(answer(field, proper) for field in listed.fields)
    return Sheet(visible(listed.title), fields, at, codes(listed.codes))


def codes(of: tuple[Code, ...]) -> str:
    """Codes with their systems: "LOINC 742-7"."""
    return visible(
        ", ".join(f"{_SYSTEMS.get(each.system, each.system)} {each.value}" for each in of)
    )
