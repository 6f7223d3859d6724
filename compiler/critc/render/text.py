"""Diagnostics for a terminal: the place, the line with what is meant underlined, and what to do."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
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


def _diagnostic(diagnostic: Diagnostic, source: Source, pen: _Pen) -> str:
    style = _COLOURS[diagnostic.severity]
    holder, place = source.holding(diagnostic.span)
    line, column = holder.position(place.start)
    kind = pen(f"{diagnostic.severity.value}[{diagnostic.code}]", style + ";" + _BOLD)
    lines = [
        f"{kind} {pen(holder.name)}:{line}:{column}",
        f"  {pen(diagnostic.message, _BOLD)}",
    ]
    gutter = _gutter(diagnostic, source)
    lines += ["", *_excerpt(holder, place, diagnostic.label, "^", style, gutter, pen)]
    for related in diagnostic.related:
        other, there = source.holding(related.span)
        if other is not holder:
            lines.append(pen(f" {'':>{gutter}} in {other.name}:", _FAINT))
        lines += _excerpt(other, there, related.message, "-", _BLUE, gutter, pen)
    if diagnostic.help:
        lines += ["", *(f"  {pen(line)}" for line in wrapped(diagnostic.help))]
    lines += _suggestion(diagnostic, source, pen)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _gutter(diagnostic: Diagnostic, source: Source) -> int:
    """The width of the largest line number shown."""
    spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
    held = (source.holding(span) for span in spans)
    return max(len(str(holder.line_of(place.start))) for holder, place in held)


def _excerpt(
    source: Source, span: Span, label: str, mark: str, style: str, gutter: int, pen: _Pen
) -> list[str]:
    """A source line with a part of it underlined; of a span over several lines, the first."""
    line, column = source.position(span.start)
    text = source.line_text(line).rstrip()
    start = column - 1
    end = min(max(start + span.end - span.start, start + 1), max(len(text), start + 1))
    first = 0 if end <= WIDEST else max(0, min(start - WIDEST // 4, len(text) - WIDEST))
    shown = text[first : first + WIDEST]
    before = text[first:start]
    marks = mark * max(1, width(text[start : min(end, first + WIDEST)]))
    said = f"{marks} {textwrap.shorten(label, WIDEST, placeholder=' …')}".rstrip()
    number = pen(f" {line:>{gutter}} |", _FAINT)
    beside = pen(f" {'':>{gutter}} |", _FAINT)
    return [
        f"{number} {pen(_untabbed(shown))}",
        f"{beside} {' ' * width(before)}{pen(said, style)}",
    ]


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
