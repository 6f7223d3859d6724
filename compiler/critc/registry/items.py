"""From a section of a record's text to its criteria, and what stands around them.

A criterion is a bullet or number of the outermost list with all that is nested in it; in a section
without a list it is a paragraph. Lead-ins, sub-headings and closing remarks belong to no criterion.
Where it is not clear what a paragraph is, it is a criterion: that is seen, a lost one is not.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from critc.registry.headings import Kind
from critc.registry.paragraphs import Paragraph
from critc.registry.sections import Section, sections

_NOTE = re.compile(
    r"\(?(?:please )?note[sd]?\b|n\.?b\.?[ :]|exceptions?\b|however\b|[*†‡§]", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\W*(?:none|n/?a|nil|not applicable|\d{1,3}"
    r"|no (?:further |additional |specific )?(?:in|ex)clusion criteria)?\W*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\b(?:eligib\w+|enrol\w*|participat\w+|includ(?:e|ed)|exclud\w+|(?:in|ex)clusion|be studied"
    r"|(?:enter|join)\w* the (?:study|trial))\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"\b(?:criteri\w+|following|if|apply)\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:(?:above|listed|following|more|further) information|information (?:listed )?above"
    r"|not intended to contain|protocol[- ](?:defined|specified) [\w/ -]*criteria"
    r"|criteria (?:may )?apply)\b",
    re.IGNORECASE,
)
_GLYPHS = "•･·∙●▪■□◦○‣➢►✓"
_LONGEST_SUBHEADING = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A criterion of a record: its paragraphs, the first and those nested in it.

    ``under`` are the words of the sub-heading that it stands under, or "".
    """

    paragraphs: tuple[Paragraph, ...]
    under: str = ""

    @property
    def first(self) -> Paragraph:
        """The paragraph that begins it."""
        return self.paragraphs[0]

    def with_also(self, paragraph: Paragraph) -> Item:
        """The criterion with one more paragraph."""
        return Item((*self.paragraphs, paragraph), self.under)


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph that belongs to no criterion."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Group:
    """A section with its criteria and remarks, in the record's order."""

    kind: Kind | None
    heading: str
    parts: tuple[Item | Remark, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Its criteria."""
        return tuple(each for each in self.parts if isinstance(each, Item))


def groups(text: str) -> tuple[Group, ...]:
    """The criteria of a record's text, by section."""
    first, *others = sections(text)
    return (_preamble(first) if others else _group(first), *map(_group, others))


def _preamble(section: Section) -> Group:
    """What stands above the first heading; without a list it is no criterion."""
    if section.heading or any(each.marker for each in section.paragraphs):
        return _group(section)
    return Group(section.kind, "", tuple(map(Remark, section.paragraphs)))


def _group(section: Section) -> Group:
    reading = _Listed if any(each.marker for each in section.paragraphs) else _Bare
    return Group(section.kind, section.heading, tuple(reading(section.paragraphs).parts()))


@dataclass(slots=True)
class _Reader(ABC):
    """Reads paragraphs one by one: the criterion that is open, and the sub-heading it stands under."""

    paragraphs: Sequence[Paragraph]
    item: Item | None = None
    under: str = ""
    begun: bool = False
    listed = False

    def parts(self) -> Iterator[Item | Remark]:
        """The criteria and remarks, in order."""
        for index, each in enumerate(self.paragraphs):
            if self.item and self.belongs(each, index):
                self.item = self.item.with_also(each)
                continue
            yield from self.closed()
            if _NOTHING.fullmatch(each.words) or self.remarks(each):
                yield Remark(each)
            elif self.announces(each, index):
                yield from self.announced(each)
            else:
                self.item = Item((each,), self.under_which(index))
            self.begun = self.begun or self.item is not None
        yield from self.closed()

    def announced(self, each: Paragraph) -> Iterator[Item | Remark]:
        """A lead-in; a short sub-heading; or words that count, and that a list goes on with."""
        short = len(each.words.split()) <= _LONGEST_SUBHEADING
        leads_in = not self.begun and bool(_LEADS_IN.search(each.words))
        if short or leads_in:
            yield Remark(each)
        else:
            self.item = Item((each,), self.under)
        self.under = "" if leads_in and _SAYS_NOTHING.search(each.words) else each.words

    def remarks(self, each: Paragraph) -> bool:
        """Whether it speaks of the list, and is no part of it."""
        if each.marker or each.announces:
            return False
        if self.begun:
            return bool(_CLOSES.search(each.words))
        return bool(_LEADS_IN.search(each.words)) and ". " not in each.words and self.listed

    def closed(self) -> Iterator[Item]:
        """The criterion that was open."""
        if self.item:
            yield self.item
        self.item = None

    @abstractmethod
    def belongs(self, each: Paragraph, index: int) -> bool:
        """Whether a paragraph is part of the criterion above it."""

    @abstractmethod
    def announces(self, each: Paragraph, index: int) -> bool:
        """Whether it is a sub-heading: of all that follows, it says "Phase 2 only:"."""

    def under_which(self, index: int) -> str:
        """The sub-heading under which a criterion stands that begins here."""
        del index
        return self.under

    def next(self, index: int) -> Paragraph | None:
        """The paragraph after this one."""
        return self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None


class _Bare(_Reader):
    """Reads a section without any list: its paragraphs are the criteria."""

    def belongs(self, each: Paragraph, index: int) -> bool:
        """Notes belong to what they note."""
        del index
        return bool(_NOTE.match(each.words))

    def announces(self, each: Paragraph, index: int) -> bool:
        """A colon announces, if something follows."""
        return each.announces and self.next(index) is not None

    def under_which(self, index: int) -> str:
        """A blank line ends what a colon announced, where the lines of it stand close together."""
        close = index >= 2 and not self.paragraphs[index - 1].gap
        if self.paragraphs[index].gap and close and not self.paragraphs[index - 1].announces:
            self.under = ""
        return self.under


class _Listed(_Reader):
    """Reads a section with bullets or numbers."""

    listed = True

    def belongs(self, each: Paragraph, index: int) -> bool:
        """What is nested, what goes on without a blank line, and notes."""
        assert self.item
        if each.marker:
            return self._nested(each, index)
        first = self.item.first
        if first.marker and each.indent > first.indent:
            return not self._heads_the_list(each, index)
        if not each.gap:
            return not self.announces(each, index) and (bool(first.marker) or not self._bare)
        if _NOTE.match(each.words):
            return True
        return not self._bare and not self.announces(each, index) and self._more(index)

    def announces(self, each: Paragraph, index: int) -> bool:
        """A colon, or a few words without a full stop just above a list."""
        after = self.next(index)
        if each.marker or after is None:
            return False
        if each.announces:
            return True
        short = len(each.words.split()) <= _LONGEST_SUBHEADING and each.words[-1] not in ".;,"
        return short and each.gap and bool(after.marker) and not self._bare

    def _heads_the_list(self, each: Paragraph, index: int) -> bool:
        """Whether it is a sub-heading of the outer list, though it is indented like a nested one."""
        assert self.item
        after = self.next(index)
        outer = after is not None and bool(after.marker) and after.indent <= self.item.first.indent
        return each.announces and each.gap and outer

    @property
    def _bare(self) -> bool:
        """Whether the criteria are paragraphs all the same, and the lists are nested in them."""
        outer = min(each.indent for each in self.paragraphs)
        plain = [
            each
            for each in self.paragraphs
            if not each.marker and not each.announces and each.indent == outer and each.gap
        ]
        listed = [each for each in self.paragraphs if each.marker and each.indent == outer]
        return len(plain) >= 3 and len(plain) >= len(listed)

    def _more(self, index: int) -> bool:
        return any(each.marker for each in self.paragraphs[index + 1 :])

    def _nested(self, each: Paragraph, index: int) -> bool:
        assert self.item
        first, last = self.item.first, self.item.paragraphs[-1]
        if not first.marker:
            return self._bare
        if each.indent > first.indent and each.end > first.end:
            return not self._stray(each, index)
        if each.style == first.style:
            return False
        return last.announces or first.announces or self._goes_on(index)

    def _goes_on(self, index: int) -> bool:
        """Whether the list of the open criterion goes on below: "1. …, * …, * …, 2. …"."""
        assert self.item
        first = self.item.first
        later = (
            each
            for each in self.paragraphs[index + 1 :]
            if each.style == first.style and each.indent <= first.indent
        )
        found = next(later, None)
        return found is not None and (first.number is None or found.number == first.number + 1)

    def _stray(self, each: Paragraph, index: int) -> bool:
        """Whether a lone glyph glued to its words begins a criterion that lost its bullet."""
        assert self.item
        alone = each.glued and each.marker in _GLYPHS and each.gap
        after = self.next(index)
        like_it = after is not None and after.style == each.style
        return alone and not like_it and not self.item.paragraphs[-1].announces
