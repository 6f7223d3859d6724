"""Lines that one change makes understood: a word missing, one too many, two that changed places.

The grammar itself is asked: the change is made, and the declaration read again up to that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lark import UnexpectedInput

from critc.diagnostic import Diagnostic
from critc.source import Span
from critc.syntax.grammar import STARTS, parser
from critc.syntax.layout import LINE_END, Piece, mark
from critc.syntax.slips.spot import LOOKED_AT, Spot

_WORD = re.compile(r'"[^"]*"|\w[\w./^%\[\]-]*|[<>]=|\S')
_WORDS = (
    "to of is = if where by from than least at most judgement fact some or on one in as be and for not"
    " with applies any all expect only assessed more less before after reference | : ,"
).split()
"""Words and signs of the language that get lost, tried in this order."""
_KINDS = {"x": "a name", "1": "a number", '"x"': "words in quotes", "< 1": "a sign and a number"}
_COMPARING = "≥"


@dataclass(frozen=True)
class _Place:
    """The words of a line, and which of them was not understood; at the end, one more than there are."""

    spot: Spot
    words: tuple[re.Match[str], ...]
    at: int

    def text(self, index: int) -> str:
        return self.words[index].group() if 0 <= index < len(self.words) else ""

    def understood(self, start: int, end: int, instead: str) -> bool:
        """Whether the line is understood with other characters from ``start`` to ``end``."""
        line = self.spot.line
        changed = replace(line, text=line.text[:start] + instead + line.text[end:])
        above = self.spot.piece.lines[: self.spot.index]
        marked = mark(Piece(self.spot.piece.word, (*above, changed)))
        if isinstance(marked, Diagnostic):
            return False
        text = marked.text[: marked.text.rindex(LINE_END) + 1]
        reading = parser().parse_interactive(text, start=STARTS[self.spot.piece.word])
        try:
            reading.exhaust_lexer()
        except UnexpectedInput:
            return False
        return True


def repaired(spot: Spot) -> Diagnostic | None:
    """What one change would mend, if there is one."""
    line = spot.line.text
    if spot.piece.word not in STARTS or len(line) > LOOKED_AT or spot.line.verbatim:
        return None
    words = tuple(_WORD.finditer(line, spot.lead))
    stop = max(spot.at, spot.lead)
    at = next((index for index, word in enumerate(words) if word.end() > stop), len(words))
    place = _Place(spot, words, at)
    for look in (_doubled, _missing, _swapped, _too_many, _missing_kind):
        if problem := look(place):
            return problem
    return None


def _doubled(place: _Place) -> Diagnostic | None:
    """``of of``"""
    word, before = place.text(place.at), place.text(place.at - 1)
    if not word or word != before:
        return None
    start, end = place.words[place.at - 1].end(), place.words[place.at].end()
    if not place.understood(start, end, ""):
        return None
    return Diagnostic(
        "E0129",
        place.spot.line.part(start, end),
        f"`{word}` stands here twice.",
        label="once",
        help="Take one of them away.",
        replacement="",
    )


def _missing(place: _Place) -> Diagnostic | None:
    """``2025-06-01 ongoing``, ``haemoglobin 9 g/dL``: a word or sign of the language is missing."""
    for index in (place.at, place.at + 1, place.at - 1, place.at + 2):
        if not 0 <= index <= len(place.words):
            continue
        start = (
            place.words[index].start() if index < len(place.words) else len(place.spot.line.text)
        )
        gap = "" if index < len(place.words) else " "
        if index == place.at and place.understood(start, start, f"{gap}{_COMPARING} "):
            return _sign_missing(place)
        each = (word for word in _WORDS if place.understood(start, start, f"{gap}{word} "))
        fitting = list(islice(each, 2))
        if fitting:
            return _say_missing(place, index, fitting)
    return None


def _sign_missing(place: _Place) -> Diagnostic:
    before, word = place.text(place.at - 1), place.text(place.at)
    return Diagnostic(
        "E0128",
        _here(place, place.at),
        f"Between `{_short(before)}` and `{_short(word)}` a sign is missing.",
        label="≥, >, ≤ or <?",
        help=f"Write the sign that is meant: `{_short(before)} ≥ {_short(word)}`.",
    )


def _say_missing(place: _Place, index: int, fitting: list[str]) -> Diagnostic:
    first = fitting[0]
    before, word = place.text(index - 1), place.text(index)
    offered = " or ".join(f"`{each}`" for each in fitting)
    where = f"Before `{_short(word)}`" if word else f"After `{_short(before)}`"
    return Diagnostic(
        "E0128",
        _here(place, index),
        f"{where} a word is missing." if first[0].isalpha() else f"{where} a sign is missing.",
        label=f"{offered}?",
        help=f"Write `{' '.join(each for each in (_short(before), first, _short(word)) if each)}`.",
        replacement=f"{first} {word}" if len(fitting) == 1 and word else None,
    )


def _swapped(place: _Place) -> Diagnostic | None:
    """``of any``, ``≤ kg/m2 20``"""
    for index in (place.at, place.at + 1, place.at - 1):
        if not 0 < index < len(place.words):
            continue
        one, other = place.words[index - 1], place.words[index]
        between = place.spot.line.text[one.end() : other.start()]
        turned = f"{other.group()}{between}{one.group()}"
        if one.group() != other.group() and place.understood(one.start(), other.end(), turned):
            return Diagnostic(
                "E0130",
                place.spot.line.part(one.start(), other.end()),
                "These two words stand the other way round.",
                label=f"`{_short(turned)}`?",
                help=f"Write `{_short(other.group())}` before `{_short(one.group())}`.",
                replacement=turned,
            )
    return None


def _too_many(place: _Place) -> Diagnostic | None:
    """``weight ≥ date 50 kg``"""
    for index in (place.at, place.at - 1, place.at + 1):
        if not 0 <= index < len(place.words):
            continue
        word = place.words[index]
        rest = place.spot.line.text[word.end() :]
        end = word.end() + len(rest) - len(rest.lstrip())
        if place.understood(word.start(), end, ""):
            without = (place.spot.line.text[place.spot.lead : word.start()] + rest.lstrip()).strip()
            return Diagnostic(
                "E0129",
                _here(place, index),
                f"`{_short(word.group())}` has no place in this line.",
                label="one word too many, or in another place?"
                if word.group()[0].isalpha()
                else "too much, or in another place?",
                help=_without(place, word, without),
            )
    return None


def _without(place: _Place, word: re.Match[str], rest: str) -> str:
    """What is said of a line with a word less; of a value cut short, not that it is understood."""
    line = place.spot.line.text
    glued = word.start() > 0 and line[word.start() - 1 : word.end() + 1].strip() != word.group()
    inside = glued and " " not in line[word.start() - 1 : word.end() + 1].strip(word.group())
    if word.group()[0].isdigit() or word.group() in ("ULN", "LLN") or inside:
        return "Compare the value with the protocol's: a number, its unit, or × and ULN."
    return f"Without it the line is understood: `{rest}`." if rest else "Take it away."


def _missing_kind(place: _Place) -> Diagnostic | None:
    """``completed years from to consent``: a name, a number or quoted words are missing."""
    for index in _indices(place):
        start = (
            place.words[index].start() if index < len(place.words) else len(place.spot.line.text)
        )
        for written, kind in _KINDS.items():
            if place.understood(start, start, f" {written} "):
                before, word = place.text(index - 1), place.text(index)
                where = f"After `{_short(before)}`" if before else f"Before `{_short(word)}`"
                return Diagnostic(
                    "E0128",
                    _here(place, index - 1 if before else index),
                    f"{where} {kind} is missing.",
                    label=f"{kind} after this" if before else f"{kind} before this",
                    help=f"Write {kind} {'after' if before else 'before'} it.",
                )
    return None


def _indices(place: _Place) -> Iterator[int]:
    yield place.at
    if place.at:
        yield place.at - 1


def _here(place: _Place, index: int) -> Span:
    """The word of that index; of one after the last, the last."""
    word = place.words[min(index, len(place.words) - 1)]
    return place.spot.line.part(*word.span())


def _short(words: str) -> str:
    """Words in a message: quoted ones are cut short."""
    return words if len(words) < 50 or " " not in words else f"{words[:40].rstrip()} …"
