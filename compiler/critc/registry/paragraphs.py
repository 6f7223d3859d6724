"""From a record's text to paragraphs: wrapped lines joined, bullets and numbers taken apart.

The registry has three styles: Markdown (a paragraph is a line), text wrapped at some 90 columns with
indented bullets and a blank line before each, and bare lines. The first line of all tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from critc.registry.plain import plain

_BULLET = r"[-*–—](?=\s)|-(?=[^\W\d])|[•･·∙●▪■□◦○‣➢►✓](?=\s*\S)|o(?=\s+[A-Z0-9≥≤<>])"
_NUMBER = r"\(?\d{1,3}[a-z]?\)(?=\s*\S)|\d{1,3}[a-z]?\.(?=\s|[^\W\d])|\d{1,2}、"
_LETTER = (
    r"\([a-z]{1,4}\)(?=\s)|(?:[a-zA-Z]|[ivx]{2,5})\)(?=\s)"
    r"|(?:[a-z]|[ivx]{2,5})\.(?=\s+[A-Z0-9≥≤<>])"
)
_MARKED = re.compile(rf"(?P<bullet>{_BULLET})|(?P<number>{_NUMBER})|(?P<letter>{_LETTER})")
_SPACED_LIST = re.compile(r"^ {2,}(?:-  |\d+\. )")
_WIDEST_WRAPPED, _NARROWEST_WRAPPED = 100, 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words of the record that belong together.

    ``marker`` is the bullet, number or letter that they begin with, or ""; ``indent`` counts the
    spaces before it. ``gap``: a blank line stands above. ``glued``: no space after the marker.
    """

    words: str
    indent: int = 0
    marker: str = ""
    gap: bool = False
    glued: bool = False

    @property
    def end(self) -> int:
        """The column after the marker."""
        return self.indent + len(self.marker)

    @property
    def style(self) -> str:
        """What markers of one list have in common: "-", "1.", "(a)"; "" without a marker."""
        return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+[a-z]?", "1", self.marker))

    @property
    def number(self) -> int | None:
        """Its number, if it has one."""
        digits = re.search(r"\d+", self.marker)
        return int(digits[0]) if digits else None

    @property
    def lettered(self) -> bool:
        """Whether the marker is a letter; it may then be a word of the text."""
        return any(map(str.isalpha, self.marker)) and self.number is None and self.marker != "o"

    @property
    def letter_and_words(self) -> str:
        """The words, with the letter that may be one of them."""
        return f"{self.marker} {self.words}" if self.lettered else self.words

    @property
    def announces(self) -> bool:
        """Whether it ends in a colon."""
        return self.words.endswith((":", "："))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a record's text, from above."""
    lines = plain(text).split("\n")
    width = max(map(len, lines))
    first = next((line for line in lines if marked(line.strip()).marker), "")
    spaced = width <= _WIDEST_WRAPPED and bool(_SPACED_LIST.match(first))
    found: list[Paragraph] = []
    last = ""
    for line, each in _with_gaps(lines):
        listed = each if each.gap or not found or not spaced else _unmarked(each)
        if found and _continues(found[-1], last, listed, line, width, spaced):
            found[-1] = replace(found[-1], words=f"{found[-1].words} {listed.words}")
        else:
            found.append(listed)
        last = line
    return tuple(found)


def marked(line: str) -> Paragraph:
    """A line without indentation: its marker, and the words after it."""
    found = _MARKED.match(line)
    if not found or not line[found.end() :].strip():
        return Paragraph(" ".join(line.split()))
    words = line[found.end() :]
    return Paragraph(" ".join(words.split()), marker=found[0], glued=not words[0].isspace())


def _with_gaps(lines: list[str]) -> Iterator[tuple[str, Paragraph]]:
    gap = True
    for line in lines:
        words = line.strip()
        if words:
            yield line, replace(marked(words), indent=len(line) - len(line.lstrip()), gap=gap)
        gap = not words


def _unmarked(each: Paragraph) -> Paragraph:
    """A wrapped line that happens to begin like a list's."""
    space = "" if each.glued or not each.marker else " "
    return replace(each, words=each.marker + space + each.words, marker="", glued=False)


def _continues(
    above: Paragraph, last: str, each: Paragraph, line: str, width: int, spaced: bool
) -> bool:
    """Whether a line goes on with the paragraph above, being wrapped."""
    if each.marker or each.gap or width > _WIDEST_WRAPPED:
        return False
    if spaced and above.marker and each.indent > above.indent:
        return True
    forced = len(last) + 1 + len(line.split()[0]) > max(width, _NARROWEST_WRAPPED)
    return forced and len(last) >= _NARROWEST_WRAPPED
