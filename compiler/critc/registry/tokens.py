"""Words as they are compared: bullets, list numbers, wrapping and escapes do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from critc.registry.items import Group, Item, Remark
from critc.registry.paragraphs import Paragraph, marked
from critc.registry.plain import plain

_ONLY_BULLETS = re.compile(r"[•･·∙●▪■□◦○‣➢►✓]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``owner`` is the index of the criterion that it stands in; a remark's is negative.

    ``optional``: it begins a line and may be a bullet or a number of a list, which do not count.
    """

    text: str
    owner: int
    optional: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it may be a bullet."""
        return self.optional and not any(map(str.isalnum, self.text))

    @property
    def key(self) -> str:
        """By what it is the same as another."""
        return unicodedata.normalize("NFC", _unglued(self.text))


def _unglued(word: str) -> str:
    """A word without the bullet or number of a list that may be glued to it: "1)Age", "-Age"."""
    while (found := marked(word)).glued:
        word = found.words
    return word


def of_record(found: tuple[Group, ...]) -> Iterator[Token]:
    """The words of a record's sections; criteria count from 0, remarks from -1 downwards."""
    items, remarks = 0, -1
    for group in found:
        for part in group.parts:
            match part:
                case Item(paragraphs):
                    for paragraph in paragraphs:
                        yield from _of_paragraph(paragraph, items)
                    items += 1
                case Remark(paragraph):
                    yield from _of_paragraph(paragraph, remarks)
                    remarks -= 1


def of_text(text: str, owner: int) -> Iterator[Token]:
    """The words of a criterion of a file, with a line feed where its source has a bullet."""
    for line in plain(text).split("\n"):
        yield from _of_paragraph(marked(line.strip()), owner)


def _of_paragraph(paragraph: Paragraph, owner: int) -> Iterator[Token]:
    marker, words = paragraph.marker, paragraph.words
    while marker:
        if not _ONLY_BULLETS.fullmatch(marker):
            yield Token(marker, owner, optional=True)
        further = marked(words)
        marker, words = further.marker, further.words
    empty = not any(map(str.isalnum, words))
    yield from (
        Token(word, owner, optional=empty)
        for word in words.split()
        if not _ONLY_BULLETS.fullmatch(word)
    )
