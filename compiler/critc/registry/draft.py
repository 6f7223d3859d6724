"""From a registry record to a draft of a `.crit` file.

Prose is not understood here. Each criterion gets its words and, for a condition, a judgement whose
name begins with ``draft_``, with a query that says so; thus every output shows what is still to be
done, and no verdict rests on a guess.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Template

from critc.registry.headings import Kind
from critc.registry.items import Group, Item, groups
from critc.registry.plain import quotable
from critc.registry.record import Record
from critc.registry.verbatim import verbatim
from critc.templating import environment

WIDTH = 100
_MARGIN = len("  > ")
_COMMENT = WIDTH - len("# ")

# What the text may count from, and the words that suggest it.
_MOMENTS = (
    ("consent", "Date of informed consent", r"\bconsent"),
    ("screening", "Date of screening", r"\bscreen"),
    ("enrolment", "Date of enrolment", r"\benrol|\bstudy entry\b"),
    ("randomisation", "Date of randomisation", r"\brandomi[sz]"),
    (
        "first_dose",
        "Date of the first dose of study treatment",
        r"\bfirst (?:\w+ ){0,2}(?:dos|administ|infus|inject)|\bstart of (?:\w+ ){0,2}(?:treat|drug)",
    ),
)
_AGE = re.compile(r"\bage[ds]?\b|\byears?\b|\b(?:adult|child|infant|newborn|neonat)", re.IGNORECASE)
_SEX = re.compile(r"\b(?:fe)?males?\b|\b(?:wo)?m[ae]n\b|\bgirls?\b|\bboys?\b", re.IGNORECASE)
_SEXES = {"ALL": "female or male", "FEMALE": "female", "MALE": "male"}


@dataclass(frozen=True, slots=True)
class Stub:
    """A criterion to be encoded: its lines of text, and what to say beside the record's words."""

    number: str
    lines: tuple[str, ...]
    under: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """Words of the record that stand in no criterion."""

    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Criteria of one kind under one heading of the record; ``said``: the record names the kind."""

    kind: Kind
    heading: str
    said: bool
    entries: tuple[Stub | Comment, ...]


class NothingToDraftError(Exception):
    """The record's text holds no criterion, and no other field either."""


def draft(record: Record) -> str:
    """The draft, which passes ``critc check``. Raises NothingToDraftError."""
    found = groups(record.criteria)
    parts = tuple(_parts(found))
    missing = tuple(_missing(record, _following(parts)))
    if not missing and not any(isinstance(e, Stub) for part in parts for e in part.entries):
        raise NothingToDraftError("The record's text holds no criterion.")
    text = _template().render(
        record=record,
        parts=parts,
        missing=missing,
        moments=[(name, title) for name, title, words in _MOMENTS if _says(record, words)],
        fields=tuple(_fields(record)),
    )
    return text.rstrip() + "\n"


def _parts(found: tuple[Group, ...]) -> Iterator[Part]:
    labels = {kind: iter(_numbers(found, kind)) for kind in ("inclusion", "exclusion")}
    for group in found:
        kind = _kind(group)
        entries = tuple(
            Stub(next(labels[kind]), verbatim(each, WIDTH - _MARGIN), each.under)
            if isinstance(each, Item)
            else Comment(each.paragraph.letter_and_words)
            for each in group.parts
        )
        yield Part(kind, group.heading, group.kind is not None, entries)


def _kind(group: Group) -> Kind:
    return group.kind or "inclusion"


def _numbers(found: tuple[Group, ...], kind: Kind) -> list[str]:
    """The record's own numbers where all criteria of a kind have one and they grow; else counted."""
    items = [item for group in found if _kind(group) == kind for item in group.items]
    own = [item.first.number or 0 for item in items]
    if 0 in own or any(a >= b for a, b in pairwise(own)):
        own = list(range(1, len(items) + 1))
    return list(map(str, own))


def _following(parts: tuple[Part, ...]) -> int:
    """The number after the last inclusion criterion."""
    stubs = (e for part in parts if part.kind == "inclusion" for e in part.entries)
    return max((int(each.number) for each in stubs if isinstance(each, Stub)), default=0) + 1


def _missing(record: Record, number: int) -> Iterator[Stub]:
    """Criteria for what the record has as a field and its text does not mention."""
    ages = [f"{word} {age}" for word, age in _ages(record)]
    if ages and not _AGE.search(record.criteria):
        yield Stub(str(number), (), asks=f"Is the patient's age {' and '.join(ages)}?")
        number += 1
    if record.sex in ("FEMALE", "MALE") and not _SEX.search(record.criteria):
        yield Stub(str(number), (), asks=f"Is the patient {_SEXES[record.sex]}?")


def _ages(record: Record) -> Iterator[tuple[str, str]]:
    given = (("at least", record.minimum_age), ("at most", record.maximum_age))
    return ((word, age) for word, age in given if age and age != "N/A")


def _fields(record: Record) -> Iterator[str]:
    yield from (f"age {word} {age}" for word, age in _ages(record))
    if record.sex:
        yield f"sex {_SEXES[record.sex]}"


def _says(record: Record, words: str) -> bool:
    return re.search(words, record.criteria, re.IGNORECASE) is not None


def _comment(words: str) -> str:
    lines = textwrap.wrap(words, _COMMENT, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"# {line}" for line in lines)


def _rule(words: str) -> str:
    return f"# {'-' * max(4, WIDTH - len('#  ') - len(words))} {words}"


@cache
def _template() -> Template:
    templates = environment(Path(__file__).parent / "templates", autoescape=False)
    templates.filters.update(quotable=quotable, comment=_comment, rule=_rule)
    templates.tests["stub"] = lambda each: isinstance(each, Stub)
    return templates.get_template("draft.crit.j2")
