"""The names, answers and units that may stand at the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsprotocol.types import CompletionItemKind

from critc.check.units import accepted, parse_unit
from critc.lsp.declared import Entry
from critc.lsp.dictionary import Answer, Dictionary
from critc.lsp.document import Document
from critc.lsp.surroundings import Surroundings
from critc.lsp.vocabulary import LENGTHS, ONE_LENGTH, ROLES, UNITS

_CHOOSES = re.compile(r"\b(?:is|includes)(?: not)?(?: one of| any of| all of| only)?(?: \w+,)* *\Z")
_SIGNED = re.compile(r"[<>≤≥=] *\Z")
_LISTS = re.compile(
    r"(?:\b(?:some|no|consecutive|latest|earliest|in)"
    r"|\b(?:at least|at most|more than|fewer than|exactly|last|from \d+ to) +\d+"
    r"|\b(?:mean|total|highest|lowest) of) *\Z"
)
_DATES = re.compile(r"\b(?:before|after|at|completed \w+ from|completed \w+ from \w+ to) *\Z")
_WINDOW = re.compile(
    r"\b(?:within|at least|more than|less than|throughout|for \w+ \w+) +\d+(?:\.\d+)? *\Z"
)
_SETTING = re.compile(r"- *([A-Za-z]\w*) *= *")
_ENDS = re.compile(r"\b(?:start|end) of *\Z")
_OF = re.compile(r"\b(\w+) of *\Z")

_KINDS = {
    "fact": CompletionItemKind.Variable,
    "judgement": CompletionItemKind.Variable,
    "moment": CompletionItemKind.Event,
    "records": CompletionItemKind.Struct,
    "measurement": CompletionItemKind.Value,
    "define": CompletionItemKind.Function,
    "formula": CompletionItemKind.Function,
    "table": CompletionItemKind.Function,
    "part": CompletionItemKind.Class,
    "patient": CompletionItemKind.Class,
    "choices": CompletionItemKind.Enum,
}
_ASKED = ("fact", "judgement", "measurement", "define", "formula", "table", "moment")
_GIVEN = ("fact", "judgement", "moment", "records", "measurement")
_CALLED = ("formula", "table")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing to offer. ``snippet`` is what is written when it is not the label; less ``rank`` is
    more likely.
    """

    label: str
    kind: CompletionItemKind
    detail: str = ""
    about: str = ""
    snippet: str = ""
    rank: int = 0


def names_at(document: Document, around: Surroundings) -> Iterator[Candidate]:
    """The names that may stand at the cursor."""
    names, written = document.names, around.written
    if not around.above:
        yield from _in_head(names, written)
    elif around.word in ("patient", "case"):
        yield from _in_patient(names, around)
    elif written.startswith("only in"):
        yield from _entries(names.of("part"))
    elif re.search(r"\bby *\Z", written):
        yield from _roles(names)
    elif _CHOOSES.search(written):
        yield from _answers(around.subject(names))
    elif _ENDS.search(written):
        yield from _by_type(names, around, ("period",))
    elif (of := _OF.search(written)) and of.group(1) not in _AGGREGATES:
        yield from _locals(names, around)
        yield from _entries(names.of("measurement"))
    elif _LISTS.search(written):
        yield from _entries(names.of("records", "measurement"))
    elif _DATES.search(written):
        yield from _by_type(names, around, ("date",))
        yield from _by_type(names, around, ("period",), rank=2000)
    else:
        if _SIGNED.search(written) and around.subject(names).ordered:
            yield from _answers(around.subject(names))
        yield from _asked(names, around)


_AGGREGATES = ("mean", "total", "highest", "lowest", "all", "any", "none", "one", "least")


def _in_head(names: Dictionary, written: str) -> Iterator[Candidate]:
    """In the first line: whose case it is, who judges. What is declared is for the writer to name."""
    if re.search(r"\bby *\Z", written):
        yield from _roles(names)
    elif written.startswith("case"):
        yield from _entries(names.of("patient"))


def _roles(names: Dictionary) -> Iterator[Candidate]:
    roles = [getattr(each.node, "role", "") for each in names.of("judgement")]
    for rank, role in enumerate(dict.fromkeys(each for each in [*roles, *ROLES] if each)):
        yield Candidate(role, CompletionItemKind.Constant, "who decides", rank=rank)


def _asked(names: Dictionary, around: Surroundings) -> Iterator[Candidate]:
    """What a condition may speak of: what is in reach here, then what the file knows."""
    for records in around.lists_in_reach(names):
        yield from _fields(names, records)
    yield from _locals(names, around)
    yield from _entries(names.of(*_ASKED), rank=1000)


def _locals(names: Dictionary, around: Surroundings) -> Iterator[Candidate]:
    for name in around.locals(names):
        yield Candidate(name, CompletionItemKind.Variable, "of this declaration", rank=500)


def _by_type(
    names: Dictionary, around: Surroundings, words: tuple[str, ...], rank: int = 0
) -> Iterator[Candidate]:
    """The names whose value is of one of these types: moments first, then what is in reach."""
    if "date" in words:
        yield from _entries(names.of("moment"), rank)
    for records in around.lists_in_reach(names):
        for each in _fields(names, records, rank + 100):
            if names.field_answer(records, each.label).word in words:
                yield each
    facts = [each for each in names.of("fact") if names.answer_of(each).word in words]
    yield from _entries(facts, rank + 200)
    if "date" in words:
        yield from _locals(names, around)


def _fields(names: Dictionary, records: str, rank: int = 0) -> Iterator[Candidate]:
    for place, field in enumerate(names.fields_of(records)):
        entry = names.fields.get(records, {}).get(field)
        about = getattr(entry.node, "question", "") if entry else ""
        yield Candidate(field, CompletionItemKind.Field, f"of {records}", about, rank=rank + place)


def _entries(entries: Iterable[Entry], rank: int = 0) -> Iterator[Candidate]:
    for place, entry in enumerate(entries):
        about = getattr(entry.node, "question", "") or getattr(entry.node, "title", "")
        snippet = f"{entry.name}($0)" if entry.word in _CALLED else ""
        kind = _KINDS.get(entry.word, CompletionItemKind.Text)
        yield Candidate(entry.name, kind, entry.word, about, snippet, rank + place)


def _answers(answer: Answer) -> Iterator[Candidate]:
    """The possible answers, in the order in which they were declared."""
    for place, option in enumerate(answer.options):
        yield Candidate(option.name.text, CompletionItemKind.EnumMember, option.label, rank=place)


# ---- patients ---------------------------------------------------------------------------------


def _in_patient(names: Dictionary, around: Surroundings) -> Iterator[Candidate]:
    setting = _SETTING.match(around.written)
    if setting:
        yield from _values(names.answer(setting.group(1)))
    elif around.written.startswith("-"):
        yield from _entries(names.of(*_GIVEN))
    elif around.written.startswith("expect"):
        yield from _entries(names.of("define"))
    else:
        yield from _in_rows(names, around)


def _values(answer: Answer) -> Iterator[Candidate]:
    if answer.word in ("yes/no", "judgement"):
        yield Candidate("yes", CompletionItemKind.EnumMember)
    yield from _answers(answer)


def _in_rows(names: Dictionary, around: Surroundings) -> Iterator[Candidate]:
    """A table of records: the fields in its header, the answers in its columns."""
    heads = [line for line in around.above if line.column < around.column]
    setting = _SETTING.match(heads[-1].text) if heads else None
    if setting is None:
        return
    records, below = setting.group(1), around.above[around.above.index(heads[-1]) + 1 :]
    rows = [line for line in below if line.column == around.column]
    if not rows:
        yield from _fields(names, records)
        return
    columns = [each.strip() for each in rows[0].text.split("|")]
    place = around.written.count("|")
    if place < len(columns):
        yield from _values(names.field_answer(records, columns[place]))


# ---- units, numbers of criteria, libraries ----------------------------------------------------


def units_at(document: Document, around: Surroundings) -> Iterator[Candidate]:
    """The units that fit what stands before the cursor; in a declaration also lists of answers."""
    names = document.names
    if re.search(r":\s*\Z", around.written):
        yield from _entries(names.of("choices"))
        yield from _units(UNITS, 100)
    elif _WINDOW.search(around.written):
        is_one = around.written.split()[-1] == "1"
        yield from _units(ONE_LENGTH if is_one else LENGTHS)
    else:
        declared = around.subject(names).unit
        unit = parse_unit(declared) if declared else None
        fitting = [declared, *(each.code for each in accepted(unit))] if unit else UNITS
        yield from _units(dict.fromkeys(fitting))


def _units(codes: Iterable[str], rank: int = 0) -> Iterator[Candidate]:
    for place, code in enumerate(codes):
        unit = parse_unit(code)
        shown = unit.shown if unit and unit.shown != code else ""
        yield Candidate(code, CompletionItemKind.Unit, shown, rank=rank + place)


def labels(document: Document, around: Surroundings) -> Iterator[Candidate]:
    """The numbers of the criteria that there are; not those of a new one."""
    kind = "exclusion" if around.written.rstrip().endswith("exclusion") else "inclusion"
    if not around.above:
        return
    for place, name in enumerate(document.names.criteria):
        if name.startswith(kind):
            number = name.rpartition(" ")[2]
            yield Candidate(number, CompletionItemKind.Reference, name, rank=place)


def libraries() -> Iterator[Candidate]:
    """The libraries that come with critc."""
    for place, name in enumerate(("formulas", "scales", "definitions")):
        yield Candidate(f"library/{name}", CompletionItemKind.Module, rank=place)
