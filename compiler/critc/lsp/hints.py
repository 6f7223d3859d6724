"""What a line leaves to be worked out: the days of a window, a limit in the unit of the question."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from lsprotocol.types import InlayHint, InlayHintKind

from critc.check.fit import exchange, mass_and_moles
from critc.check.units import NUMBER, Unit, parse_unit
from critc.lsp.blocks import Block
from critc.lsp.dictionary import Answer
from critc.lsp.document import Document
from critc.lsp.nodes import inside
from critc.lsp.ranges import position
from critc.source import Span
from critc.syntax import tree

_DAYS = {"h": Fraction(1, 24), "d": Fraction(1), "wk": Fraction(7)}
_CALENDAR = {"mo": "month", "a": "year"}
_DIGITS = 6

Hint = tuple[int, str, str]
"""Where in the block, what is shown, and why."""


def hints(document: Document, start: int, end: int) -> list[InlayHint]:
    """The hints of a stretch of the text."""
    return [
        InlayHint(
            position(document.lines, place + at, document.encoding),
            f" {words}",
            InlayHintKind.Type,
            tooltip=why,
            padding_left=True,
        )
        for block, place in document.between(start, end)
        for at, words, why in sorted(_of_block(document, block))
        if start <= place + at <= end
    ]


def _of_block(document: Document, block: Block) -> Iterator[Hint]:
    answers = {each.span.end: each.answer for each in document.occurrences(block)}
    for node in inside(block.declaration):
        match node:
            case tree.Window():
                yield from _window(node)
            case tree.Compare(left=left, right=tree.Number() as right):
                yield from _converted(document, answers, left, right)
            case tree.Between(subject=subject, low=low, high=high):
                for limit in (low, high):
                    if isinstance(limit, tree.Number):
                        yield from _converted(document, answers, subject, limit)
            case _:
                pass


# ---- windows ----------------------------------------------------------------------------------


def _window(window: tree.Window) -> Iterator[Hint]:
    if isinstance(window.length, tree.Number):
        words = window_words(window, window.length)
        if words:
            why = "The days that this window takes in, counted from the day that it names (day 0)."
            yield window.span.end, words, why


def window_words(window: tree.Window, length: tree.Number) -> str:
    """The days of a window: "0 to 28 days before"; "" where the patient's data decide them."""
    unit = parse_unit(length.unit)
    if unit is None:
        return ""
    amount = Fraction(length.value)
    if unit.code in _DAYS:
        return _in_days(window, amount * _DAYS[unit.code])
    if unit.code in _CALENDAR and amount.denominator == 1:
        return _by_calendar(window, f"{_counted(int(amount), _CALENDAR[unit.code])}")
    return ""


def _in_days(window: tree.Window, days: Fraction) -> str:
    """The rules are those of the language: the moment's own day is in, the word decides the far end."""
    last = {
        "within": floor(days),
        "throughout": floor(days),
        "less than": ceil(days) - 1,
        "at least": ceil(days),
        "more than": floor(days) + 1,
    }[window.word]
    if window.word in ("at least", "more than"):
        sides = {"before": ("before", "or earlier"), "after": ("after", "or later")}
        if window.side in sides:
            side, further = sides[window.side]
            return f"{_counted(last, 'day')} {side}, {further}"
        return f"{_counted(last, 'day')} before or earlier, or {last} after or later"
    if window.side == "before or after":
        return f"{_counted(last, 'day')} before to {last} after"
    if window.word == "throughout":
        return f"every day from {last} to 0 days {window.side}"
    return f"0 to {_counted(last, 'day')} {window.side}"


def _by_calendar(window: tree.Window, length: str) -> str:
    """Months and years keep the day of the month."""
    near = f"the same day {length} {window.side}"
    match window.word:
        case "within":
            return f"to {near}, which is in"
        case "less than":
            return f"to the day next to {near}, which is out"
        case "at least":
            return f"{near}, or {'earlier' if window.side == 'before' else 'further away'}"
        case "more than":
            return f"beyond {near}, which is out"
        case "throughout":
            return f"every day from {near} to that day"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# ---- units ------------------------------------------------------------------------------------


def _converted(
    document: Document, answers: dict[int, Answer], left: tree.Expression, limit: tree.Number
) -> Iterator[Hint]:
    """The limit in the unit in which the question is answered."""
    answer = answers.get(_name_of(left).end)
    if answer is None:
        return
    declared, unit = parse_unit(document.names.worth(answer).unit), parse_unit(limit.unit)
    if not declared or not unit or NUMBER in (declared, unit) or declared.code == unit.code:
        return
    factor = _factor(document, answer, unit, declared)
    if factor is None:
        return
    value = Fraction(limit.value) * factor[0] + factor[1]
    shown = declared.shown or declared.code
    why = f"The limit in {shown}, in which the question is answered. The comparison is exact."
    yield limit.span.end, f"{_decimal(value)} {shown}", why


def _name_of(value: tree.Expression) -> Span:
    match value:
        case tree.Ref(path=path):
            return path[0].span
        case tree.Call(name=name):
            return name.span
        case _:
            return Span(-1, -1)


def _factor(
    document: Document, answer: Answer, unit: Unit, declared: Unit
) -> tuple[Fraction, Fraction] | None:
    if unit.dimension == declared.dimension:
        return exchange(unit, declared, None)
    entry = document.names.entries.get(answer.owner)
    mass = entry.node.molar_mass if entry and isinstance(entry.node, tree.Measurement) else None
    per_mole = parse_unit(mass.unit) if mass else None
    if mass is None or per_mole is None or not mass_and_moles(unit, declared):
        return None
    return exchange(unit, declared, Fraction(mass.value) * per_mole.factor)


def _decimal(value: Fraction) -> str:
    """The number, after "=" where its decimals end, after "≈" where they are cut."""
    text = f"{float(value):.{_DIGITS}g}" if value else "0"
    if "e" in text:
        text = f"{float(value):.{_DIGITS}f}".rstrip("0").rstrip(".")
    return f"= {text}" if Fraction(text) == value else f"≈ {text}"
