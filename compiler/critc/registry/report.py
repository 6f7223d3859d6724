"""The differences between a file and a record, for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from critc.ir.words.english import visible
from critc.registry.compare import Difference
from critc.registry.side import CONTEXT

_WIDTH = 98
_OPEN, _CLOSE = "⟦", "⟧"
_RECORD, _FILE, _FAINT, _BOLD = "31", "32", "2", "1"


def as_data(differences: Sequence[Difference]) -> list[dict[str, object]]:
    """One object for each difference: the fields of ``Difference``, and ``note``."""
    return [{**asdict(each), "note": each.note} for each in differences]


def text(differences: Sequence[Difference], file: str, record: str, color: bool = False) -> str:
    """The differences in words; ends with a line feed.

    What differs stands in ⟦ ⟧, with ``color`` in colours: red what the record has, green the file.
    """
    found = [each for each in differences if not each.note]
    notes = [each for each in differences if each.note]
    lines = [visible(_summary(len(found), file, record))]
    for each in (*found, *notes):
        lines += ["", *_difference(each, color)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _summary(count: int, file: str, record: str) -> str:
    if not count:
        return f"{file} says what {record} says, word by word"
    places = "1 place" if count == 1 else f"{count} places"
    return f"{file} differs from {record} in {places}"


def _difference(each: Difference, color: bool) -> Iterator[str]:
    head = visible(_head(each))
    yield "  " + (f"\x1b[{_FAINT if each.note else _BOLD}m{head}\x1b[0m" if color else head)
    partly = each.what in ("missing", "added", "changed")
    if each.record and each.what != "elsewhere":
        yield from _said("record", each, each.record, _RECORD, color, partly)
    if each.file:
        yield from _said("file", each, each.file, _FILE, color, partly)


def _head(each: Difference) -> str:
    where = f"{each.criterion}, line {each.line}"
    match each.what:
        case "number":
            return "another registry number"
        case "title":
            return "another title"
        case "missing":
            return f"{where}: words are missing"
        case "added":
            return f"{where}: words are added"
        case "changed":
            return f"{where}: other words"
        case "criterion missing":
            return f"{each.place} of the record is missing"
        case "criterion added":
            return f"{where}: not in the record"
        case "elsewhere":
            note = "note: " if each.note else ""
            return f"{note}{where}: it stands elsewhere in the record, as {each.place}"
        case "no text":
            return f"note: {where} has no words of the record"
        case "remark":
            return "note: words of the record that stand in no criterion"


def _said(
    side: str, each: Difference, words: str, style: str, color: bool, partly: bool
) -> Iterator[str]:
    """One side's words, with what both have around them."""
    shown = words
    if partly:
        shown = f"{_before(each.before)}{_OPEN}{words}{_CLOSE}{_after(each.after)}"
    start = "    " if each.what == "remark" else f"    {side:<6}  "
    wrapped = textwrap.wrap(
        visible(shown),
        _WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in wrapped:
        yield _painted(line, style) if color else line


def _before(words: str) -> str:
    more = "… " if len(words.split()) == CONTEXT else ""
    return f"{more}{words} " if words else ""


def _after(words: str) -> str:
    more = " …" if len(words.split()) == CONTEXT else ""
    return f" {words}{more}" if words else ""


def _painted(line: str, style: str) -> str:
    return line.replace(_OPEN, f"\x1b[{style}m").replace(_CLOSE, "\x1b[0m")
