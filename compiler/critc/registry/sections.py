"""From a record's text to its sections: what includes, what excludes, and under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from critc.registry.headings import (
    Heading,
    Kind,
    announcement,
    heading,
    is_eligibility,
    split_at_headings,
)
from critc.registry.paragraphs import Paragraph, paragraphs

_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under one heading. ``kind`` is None where nothing says what they are.

    ``heading`` is in the record's words, with the title of the cohort that stands above it, or "".
    """

    kind: Kind | None
    heading: str
    paragraphs: tuple[Paragraph, ...]


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a record's text, from above; at least one.

    Where no heading names a kind, sentences that announce a list do.
    """
    every = tuple(_cut(paragraphs(text)))
    named = {found.kind for each in every if (found := heading(each)) and found.kind}
    return tuple(_sections(every, named))


def _cut(every: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for each in every:
        first, *others = split_at_headings(each.words)
        yield replace(each, words=first)
        yield from (Paragraph(words, gap=True) for words in others)


def _sections(every: tuple[Paragraph, ...], named: set[Kind]) -> Iterator[Section]:
    section = Section(None, "", ())
    for each in every:
        found = heading(each) or _announced(each, section.kind, named)
        if not found:
            section = replace(section, paragraphs=(*section.paragraphs, each))
            continue
        section, title = _without_title(section, found.kind)
        if section.paragraphs or section.heading:
            yield section
        words = " – ".join(filter(None, (title, found.words)))
        below = (Paragraph(found.rest),) if found.rest else ()
        section = Section(found.kind, words, below)
    yield section


def _announced(each: Paragraph, current: Kind | None, named: set[Kind]) -> Heading | None:
    kind = announcement(each)
    if "exclusion" in named and is_eligibility(each):
        kind = "inclusion"
    if kind is None or kind == current or kind in named:
        return None
    return Heading(kind, each.words)


def _without_title(section: Section, kind: Kind | None) -> tuple[Section, str]:
    """A section, and the title of the next cohort that stands at its end: "Healthy volunteers"."""
    last = section.paragraphs[-1] if section.paragraphs else None
    if last is None or kind != "inclusion" or section.kind == "inclusion":
        return section, ""
    if last.marker or not last.gap or len(last.words.split()) > _LONGEST_TITLE:
        return section, ""
    if last.words.endswith((".", ";")):
        return section, ""
    return replace(section, paragraphs=section.paragraphs[:-1]), last.words
