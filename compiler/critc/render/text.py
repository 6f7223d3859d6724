"""Diagnostics for a terminal: the place, the line with what is meant underlined, and what to do."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from critc.diagnostic import Diagnostic, Severity
from critc.source import Source, Span

WIDEST = 100
"""No more columns of a source line are shown; of a longer one the part around the place."""

_QUOTED_CODE = re.compile(r"`[^`]*`")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
_BOLD, _FAINT, _BLUE = "1", "2", "34"


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes words, painted if that is wanted, and free of what a terminal would act on."""

    color: bool

    def __call__(self, text: str, style: str = "") -> str:
        text = "".join("�" if _harmful(character) else character for character in text)
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text


def render(diagnostics: Iterable[Diagnostic], source: Source, color: bool = False) -> str:
    """The diagnostics of a file as text, one after the other, an empty line between two.

    Ends with a line feed, unless there is nothing to say. ``color`` puts in ANSI colours.
    """
    pen = _Pen(color)
    return "\n".join(_diagnostic(diagnostic, source, pen) for diagnostic in diagnostics)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in a line: its columns from 0, what it is underlined with, what is said of it."""

    line: int
    start: int
    end: int
    sign: str
    style: str
    label: str


def _diagnostic(diagnostic: Diagnostic, source: Source, pen: _Pen) -> str:
    style = _COLOURS[diagnostic.severity]
    holder, place = source.holding(diagnostic.span)
    line, column = holder.position(place.start)
    kind = pen(f"{diagnostic.severity.value}[{diagnostic.code}]", style + ";" + _BOLD)
    lines = [
        f"{kind} {pen(holder.name)}:{line}:{column}",
        f"  {pen(diagnostic.message, _BOLD)}",
        "",
        *_excerpts(diagnostic, source, pen),
    ]
    if diagnostic.help:
        lines += ["", *(f"  {pen(line)}" for line in wrapped(diagnostic.help))]
    lines += _suggestion(diagnostic, source, pen)
    return "".join(f"{line.rstrip()}\n" for line in lines)


# ---- the lines of the source --------------------------------------------------------------------


def _excerpts(diagnostic: Diagnostic, source: Source, pen: _Pen) -> Iterator[str]:
    """The lines that the diagnostic points at, in the order of the file; other files after it."""
    files = _marks(diagnostic, source)
    gutter = max(len(str(mark.line)) for marks in files.values() for mark in marks)
    for number, (holder, marks) in enumerate(files.items()):
        if number:
            yield pen(f" {'':>{gutter}} in {holder.name}:", _FAINT)
        yield from _of_file(holder, marks, gutter, pen)


def _marks(diagnostic: Diagnostic, source: Source) -> dict[Source, list[_Mark]]:
    """The places of the diagnostic by file, that of the diagnostic first."""
    style = _COLOURS[diagnostic.severity]
    places = [(diagnostic.span, "^", style, diagnostic.label)]
    places += [(other.span, "-", _BLUE, other.message) for other in diagnostic.related]
    found: dict[Source, list[_Mark]] = {}
    for span, sign, colour, label in places:
        holder, place = source.holding(span)
        found.setdefault(holder, []).append(_mark(holder, place, sign, colour, label))
    return found


def _mark(source: Source, span: Span, sign: str, style: str, label: str) -> _Mark:
    """Of a span over several lines the first; an empty one is a column wide."""
    line, column = source.position(span.start)
    start, text = column - 1, source.line_text(line).rstrip()
    end = min(max(start + span.end - span.start, start + 1), max(len(text), start + 1))
    said = textwrap.shorten(label, WIDEST, placeholder=" …")
    return _Mark(line, start, end, sign, style, said)


def _of_file(source: Source, marks: list[_Mark], gutter: int, pen: _Pen) -> Iterator[str]:
    before = 0
    for line, text, shown in _lines(source, marks):
        if before and line > before + 1:
            yield pen("...", _FAINT)
        before = line
        first = _first(text, shown)
        number = pen(f" {line:>{gutter}} |", _FAINT)
        beside = pen(f" {'':>{gutter}} |", _FAINT)
        yield f"{number} {pen(_untabbed(text[first : first + WIDEST]))}"
        for row in _layers(shown):
            yield from (f"{beside} {words}" for words in _below(row, text, first, pen))


def _lines(source: Source, marks: list[_Mark]) -> Iterator[tuple[int, str, list[_Mark]]]:
    """Each line once with all its marks; one too long to show them together, once for each."""
    for line in sorted({mark.line for mark in marks}):
        text = source.line_text(line).rstrip()
        there = [mark for mark in marks if mark.line == line]
        if len(text) > WIDEST and max(mark.end for mark in there) > WIDEST:
            yield from ((line, text, [mark]) for mark in sorted(there, key=lambda mark: mark.start))
        else:
            yield line, text, there


def _first(text: str, marks: list[_Mark]) -> int:
    """The first column shown of a line: of a long one the part around its mark."""
    if max(mark.end for mark in marks) <= WIDEST:
        return 0
    return max(0, min(marks[0].start - WIDEST // 4, len(text) - WIDEST))


def _layers(marks: list[_Mark]) -> list[list[_Mark]]:
    """The marks of a line in rows, each from left to right; those that overlap in separate ones."""
    rows: list[list[_Mark]] = []
    for mark in marks:
        free = (row for row in rows if all(_apart(mark, other) for other in row))
        row = next(free, None)
        if row is None:
            rows.append([mark])
        else:
            row.append(mark)
    return [sorted(row, key=lambda mark: mark.start) for row in rows]


def _apart(one: _Mark, other: _Mark) -> bool:
    return one.end <= other.start or other.end <= one.start


def _below(row: list[_Mark], text: str, first: int, pen: _Pen) -> Iterator[str]:
    """The marks below a line. The last has its words beside it, the others below, last to first."""
    columns = [width(text[first : mark.start]) for mark in row]
    signs = [
        mark.sign * max(1, width(text[mark.start : min(mark.end, first + WIDEST)])) for mark in row
    ]
    signs[-1] = f"{signs[-1]} {row[-1].label}".rstrip()
    yield _beside(columns, signs, row, pen)
    told = [place for place, mark in enumerate(row[:-1]) if mark.label]
    while told:
        last = told.pop()
        words = ["|" if place in told else "" for place in range(last)]
        yield _beside(columns, [*words, row[last].label], row, pen)


def _beside(columns: list[int], words: list[str], row: list[_Mark], pen: _Pen) -> str:
    """Words each in its column, in the colour of its mark."""
    line, end = "", 0
    for column, word, mark in zip(columns, words, row, strict=False):
        if word:
            line += " " * (column - end) + pen(word, mark.style)
            end = column + width(word)
    return line


# ---- what would mend it ---------------------------------------------------------------------------


def _suggestion(diagnostic: Diagnostic, source: Source, pen: _Pen) -> list[str]:
    """The lines as they would be with the replacement, if it is not to be seen in label or help."""
    mended = diagnostic.replacement
    if mended is None or not mended.strip() or mended.strip() in diagnostic.help + diagnostic.label:
        return []
    holder, place = source.holding(diagnostic.span)
    line, column = holder.position(place.start)
    text = holder.line_text(line)
    end = column - 1 + diagnostic.span.end - diagnostic.span.start
    whole = text[: column - 1] + mended + text[end:].rstrip()
    if max(map(len, whole.splitlines())) > 2 * WIDEST:
        return []
    return ["", "  Write:", *(pen(f"    {part.rstrip()}", "32") for part in whole.splitlines())]


def wrapped(text: str) -> list[str]:
    """The text in lines of a readable length; what stands between backticks is not broken."""
    whole = _QUOTED_CODE.sub(lambda quoted: quoted.group().replace(" ", "\0"), text)
    lines = (textwrap.wrap(line, WIDEST - 4, break_long_words=False) for line in whole.splitlines())
    return [line.replace("\0", " ") for part in lines for line in part]


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_columns, _untabbed(text)))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _untabbed(text: str) -> str:
    return text.replace("\t", "  ")


def _harmful(character: str) -> bool:
    """Control characters, halves of characters, and marks that turn the direction of writing."""
    return unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING
