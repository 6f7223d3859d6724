"""Where an editor's line and column are in a text: columns count UTF-16 units unless agreed otherwise."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END = re.compile(r"\r\n?|\n")


def units(text: str, encoding: Encoding) -> int:
    """How many units of the encoding a text takes."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(char > "\uffff" for char in text)


def characters(text: str, count: int, encoding: Encoding) -> int:
    """How many characters so many units are; one that they cut through is left out."""
    if encoding == "utf-32" or text.isascii():
        return min(count, len(text))
    taken = 0
    for index, char in enumerate(text):
        taken += units(char, encoding)
        if taken > count:
            return index
    return len(text)


class Lines:
    """The lines of a text. Lines and columns count from 0, as editors do; they end as editors say."""

    def __init__(self, text: str, starts: list[int] | None = None) -> None:
        self.text = text
        self.starts = [0, *_starts(text)] if starts is None else starts

    def edited(self, start: int, end: int, new: str) -> Lines:
        """The lines after ``text[start:end]`` was replaced by ``new``; the others are kept."""
        text = self.text[:start] + new + self.text[end:]
        grown = len(new) - (end - start)
        # A line end may be joined or split by its neighbour: a line more is read on either side.
        first = self.line(max(0, start - 1))
        after = self.line(min(len(self.text), end + 1)) + 1
        begin = self.starts[first]
        stop = self.starts[after] + grown if after < len(self.starts) else len(text)
        read = [begin + each for each in _starts(text[begin:stop])]
        kept = [each + grown for each in self.starts[after:]]
        if kept and read and read[-1] == kept[0]:
            read.pop()
        return Lines(text, [*self.starts[: first + 1], *read, *kept])

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self.starts, offset) - 1

    def line_text(self, line: int) -> str:
        """The text of a line without its end; empty past the last line."""
        if not 0 <= line < len(self.starts):
            return ""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[line] : end].rstrip("\r\n")

    def position(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        """Line and column of an offset."""
        line = self.line(offset)
        return line, units(self.text[self.starts[line] : offset], encoding)

    def offset(self, line: int, column: int, encoding: Encoding) -> int:
        """The offset of a line and column; past the end of a line it is the end of that line."""
        if line >= len(self.starts):
            return len(self.text)
        return self.starts[line] + characters(self.line_text(line), column, encoding)


def _starts(text: str) -> list[int]:
    return [match.end() for match in _LINE_END.finditer(text)]
