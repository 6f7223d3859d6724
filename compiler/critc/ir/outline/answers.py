"""What may be written down: the allowed answers of facts and records, and blanks for them."""

from __future__ import annotations

import re
from collections.abc import Set as Set_

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
from critc.ir.outline.uses import Uses
from critc.ir.words.english import capital, enumerated, lowered, plain, printed, recording, visible
from critc.ir.words.terms import shown, visit

BLANK = "…………"
NONE: frozenset[str] = frozenset()
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


def blank(declared: Declared, sides: Set_[str] = NONE) -> str:
    """A blank to write the answer in, with its unit; "" where a tick says it all.

    ``sides`` are the limits of normal to write down with it, "upper" and "lower".
    """
    words = _blank(declared.type, sides)
    note = recording(declared.question)
    if not note and isinstance(declared.type, Date | Period) and declared.type.or_none:
        note = "none"
    if words and note.startswith("none"):
        return visible(f"{words} or ☐ {note}")
    return visible("; ".join(filter(None, (words, note))))


def _blank(kind: Type, sides: Set_[str] = NONE) -> str:
    match kind:
        case Quantity(units):
            return f"{BLANK} {printed(units[0].shown)}".rstrip() + _normal(sides)
        case Number(noun=noun):
            return f"{BLANK} {noun}".rstrip() + _normal(sides)
        case Date():
            return f"date {BLANK}"
        case Period():
            return f"first day {BLANK} last day {BLANK} or ☐ ongoing"
        case YesNo() | Judged() | Choice() | Set() | Text():
            return ""


def _normal(sides: Set_[str]) -> str:
    """Where to write the laboratory's limits of normal."""
    if len(sides) == 2:
        return f", normal range {BLANK} to {BLANK}"
    return "".join(f", {side} limit of normal {BLANK}" for side in sides)


def boxes(declared: Declared) -> str:
    """The answers of a question to tick, for one that no line asks by itself."""
    match declared.type:
        case YesNo():
            return "☐ yes ☐ no"
        case Judged(role):
            return f"☐ yes ☐ no ({role.replace('_', ' ')} decides)"
        case Choice(options) | Set(options):
            return visible(" ".join(f"☐ {plain(option.label)}" for option in options))
        case _:
            return ""


def measured(listed: Listed, sides: Set_[str] = NONE) -> str:
    """A blank for one result of a measurement."""
    words = (_blank(listed.field("value").type, sides), f"date {BLANK}", recording(listed.title))
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


def sheet(listed: Listed, at: Place, proper: frozenset[str], uses: Uses | None = None) -> Sheet:
    """A list as a sheet: what to write down of each record, where a protocol has uses for it."""
    rows = [
        _visit(field, proper) if listed.kind == "measurement" and field.name == "visit"
        else answer(field, proper)
        for field in (uses.of(listed) if uses else listed.fields)
    ]  # fmt: skip
    each = "result" if listed.kind == "measurement" else ""
    return Sheet(visible(listed.title), tuple(rows), at, codes(listed.codes), each)


def _visit(field: Declared, proper: frozenset[str]) -> Answer:
    """The visit at which something was measured: "Visit 1; the visit of randomisation"."""
    assert isinstance(field.type, Choice)
    labels = [visit(lowered(plain(option.label), proper)) for option in field.type.options]
    return Answer(visible(capital(field.question)), visible("; ".join(labels)))


def codes(of: tuple[Code, ...]) -> str:
    """Codes with their systems: "LOINC 742-7"."""
    return visible(
        ", ".join(f"{_SYSTEMS.get(each.system, each.system)} {each.value}" for each in of)
    )
