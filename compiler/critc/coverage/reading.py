"""Reading a protocol's words for what carries a number, a unit, a window or a comparison.

It does not understand prose. It finds numbers, tells those that measure from those that belong to a
name or a citation, and takes in the words around them that belong together: "≥ 9 g/dL", "within 14
days prior to", "1.5 x ULN", "more than one".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from critc.coverage import spelling
from critc.coverage.amounts import NUMBER_WORDS, ROMAN, Amount, amount

Cut = Literal["from", "above", ""]
"""On which side of a limit the limit itself lies: ``≥`` and ``<`` part *from* it on, ``>`` and ``≤``
part what is *above* it; "" when no comparison is written."""

Direction = Literal["up", "down", ""]
"""Whether what is larger than a limit is meant, or what is smaller; "" when no comparison says so."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together, ``text[start:end]``.

    ``kind`` says what they carry: an amount; the limits of normal; an order of events; the longer or
    shorter of two. ``direction`` says which amounts are meant, more or less. ``of_normal`` marks a
    multiple of a limit, ``end_of`` the ends of a range;
    ``a_day`` is what an amount comes to, "50 mg twice daily".
    """

    start: int
    end: int
    kind: Literal["amount"] | spelling.Alone
    amount: Amount | None = None
    cut: Cut = ""
    of_normal: bool = False
    end_of: Literal["low", "high", ""] = ""
    counts: bool = False
    a_day: Amount | None = None
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in the text."""

    start: int
    end: int
    value: Fraction
    decimals: int = 0
    written: Literal["digits", "word", "roman"] = "digits"

    @property
    def word(self) -> bool:
        """Whether it is a number word."""
        return self.written == "word"


def phrases(text: str) -> tuple[Phrase, ...]:
    """What carries a number, unit, window or comparison, in the order of the text."""
    plain = text.translate(spelling.PLAIN)
    found = list(_amounts(plain))
    taken = [(phrase.start, phrase.end) for phrase in found]
    for kind, pattern in spelling.ALONE.items():
        for match in pattern.finditer(plain):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(Phrase(match.start(), match.end(), kind))
                taken.append(match.span())
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _amounts(text: str) -> Iterator[Phrase]:
    """The phrases around numbers; the low end of a range has the unit of the high one."""
    dates = [_date(match) for match in spelling.DATE.finditer(text)]
    read: list[Phrase] = []
    for figure in _measuring(text):
        inside = any(date.start <= figure.start < date.end for date in dates)
        if not inside and (not read or figure.start >= read[-1].end):  # else a power, "10^9"
            read += _phrases(text, figure)
    yield from dates
    for i, phrase in enumerate(read):
        later = read[i + 1] if i + 1 < len(read) else None
        earlier = read[i - 1] if i else None
        if later and _is_range(text, phrase, later):
            phrase = replace(_in_unit_of(phrase, later), end_of="low")
        if earlier and _is_range(text, earlier, phrase):
            phrase = replace(phrase, end_of="high")
        yield phrase


def _date(match: re.Match[str]) -> Phrase:
    """A date as an amount: its year."""
    year = match.group("named") or match.group("iso") or match.group("year")
    return Phrase(match.start(), match.end(), "amount", amount(Fraction(year)))


def _is_range(text: str, low: Phrase, high: Phrase) -> bool:
    between = text[low.end : high.start]
    lead = text[max(0, low.start - 12) : low.start].lower()
    joint = spelling.RANGE.fullmatch(between) is not None
    return joint or (between.strip() == "and" and lead.rstrip().endswith("between"))


def _in_unit_of(low: Phrase, high: Phrase) -> Phrase:
    one, other = low.amount, high.amount
    if one is None or other is None or one.unit or not other.unit:
        return low
    factor = other.value / other.written if other.written else Fraction(1)
    return replace(
        low,
        amount=replace(one, value=one.written * factor, unit=other.unit),
        of_normal=high.of_normal,
    )


# ---- numbers that measure ---------------------------------------------------------------------


def _measuring(text: str) -> Iterator[_Figure]:
    """The numbers of a text without those of names, citations and numbering."""
    labelled_to = -1
    listing = [match.span() for match in spelling.NUMBERING.finditer(text)]
    for figure in _figures(text):
        if any(start <= figure.start < end for start, end in listing):
            continue
        if figure.written == "roman":
            yield figure
        elif _continues(text, labelled_to, figure) or _labelled(text, figure):
            labelled_to = figure.end
        elif not _of_a_name(text, figure):
            yield figure


def _figures(text: str) -> Iterator[_Figure]:
    found = [_digits(match) for match in spelling.DIGITS.finditer(text)]
    found += [_word(match) for match in spelling.NUMBER_WORD.finditer(text)]
    found += [_one_past(match) for match in spelling.PAST_UNIT.finditer(text)]
    for scale in spelling.SCALE_IN_ROMAN.finditer(text):
        for match in spelling.ROMAN.finditer(text, scale.start("figures"), scale.end("figures")):
            value = Fraction(ROMAN[match.group()])
            found.append(_Figure(match.start(), match.end(), value, written="roman"))
    yield from sorted(found, key=lambda figure: figure.start)


def _digits(match: re.Match[str]) -> _Figure:
    plain = match.group().replace(",", "")
    return _Figure(match.start(), match.end(), Fraction(plain), len(plain.partition(".")[2]))


def _word(match: re.Match[str]) -> _Figure:
    words = re.sub(r"[\s-]+", "-", match.group("word").lower())
    return _Figure(match.start(), match.end(), NUMBER_WORDS[words], written="word")


def _one_past(match: re.Match[str]) -> _Figure:
    """The one that goes without saying: "within the past year"."""
    return _Figure(match.end(), match.end(), Fraction(1), written="word")


def _before(text: str, at: int) -> str:
    """The words before a place, as many as may belong to what stands there."""
    return text[max(0, at - _REACH) : at]


_REACH = 80
"""Characters; a phrase's first words are not farther from its number."""


def _continues(text: str, labelled_to: int, figure: _Figure) -> bool:
    """Whether the number goes on with a citation: "Visits 1 and 2", "version 2, 2016"."""
    if labelled_to < 0 or figure.word or spelling.UNIT.match(text, figure.end):
        return False
    return spelling.JOINT.fullmatch(text, labelled_to, figure.start) is not None


def _labelled(text: str, figure: _Figure) -> bool:
    """Whether a word before it makes the number a name: "Visit 1", "Section 8.1", "RECIST 1.1"."""
    if figure.word or spelling.UNIT.match(text, figure.end):
        return False
    before = _before(text, figure.start)
    if spelling.LABEL.search(before):
        return True
    goes_on = spelling.OR_BEYOND.match(text, figure.end) or spelling.RANGE_ON.match(
        text, figure.end
    )
    return figure.decimals > 0 and spelling.ACRONYM.search(before) is not None and not goes_on


def _of_a_name(text: str, figure: _Figure) -> bool:
    """Whether a number belongs to a name, repeats a word or is the year of a citation."""
    if figure.word:
        return _idle_word(text, figure)
    before, after = _before(text, figure.start), text[figure.end : figure.end + _REACH]
    if spelling.NAME_BEFORE.search(before) and not spelling.SCALE_BEFORE.search(before):
        return True
    if before.endswith("(") and after.startswith(")"):
        return True  # "four (4) weeks"
    if spelling.UNIT.match(text, figure.end) or spelling.NORMAL_MULTIPLE.match(text, figure.end):
        return False
    if spelling.NAME_AFTER.match(after):
        return True
    year = spelling.YEAR.fullmatch(text, figure.start, figure.end)
    return year is not None and not spelling.COMPARISON_BEFORE.search(before)


def _idle_word(text: str, figure: _Figure) -> bool:
    """Whether a number word counts nothing: "one of the methods", "no one", "single-arm"."""
    after = text[figure.end : figure.end + _REACH]
    if re.match(r"-[a-z]", after) and not spelling.UNIT.match(text, figure.end):
        return True
    word = text[figure.start : figure.end].lower()
    if word != "one":
        return False
    before = _before(text, figure.start)
    compared = spelling.COMPARISON_BEFORE.search(before) or spelling.OR_BEYOND.match(after)
    idle = re.match(r"\s+(?:of|another|is|was|has|who|that|which)\b", after) or re.search(
        r"\b(?:no|any|each|the)\s$", before
    )
    return bool(idle) and not compared


# ---- the words around a number ----------------------------------------------------------------


def _phrases(text: str, figure: _Figure) -> Iterator[Phrase]:
    """The phrase around a number, and what goes on from it: "or copies/mL", "twice daily"."""
    phrase = _phrase(text, figure)
    read = phrase.amount
    if read is None or not read.unit:
        yield phrase
    elif times := spelling.TIMES_A_DAY.match(text, phrase.end):
        often = _times(times.group("times"))
        a_day = amount(read.value * often, f"{read.unit}/d")
        yield replace(phrase, a_day=a_day)
        yield Phrase(times.start("times"), times.end(), "amount", amount(often), a_day=a_day)
    else:
        yield phrase
        if also := spelling.OR_UNIT.match(text, phrase.end):
            same = amount(read.written, also.group("unit"), read.decimals)
            yield replace(phrase, start=also.start("unit"), end=also.end(), amount=same)


def _phrase(text: str, figure: _Figure) -> Phrase:
    start, compared = _compared(text, figure.start)
    cut, direction = spelling.cut_of(compared), spelling.direction_of(compared)
    value, end = figure.value, figure.end
    if cut and re.search(r"[-−]$", text[start : figure.start]):
        value = -value
    unit, of_normal = "", False
    if multiple := spelling.NORMAL_MULTIPLE.match(text, end):
        end, of_normal = multiple.end(), True
    elif united := spelling.UNIT.match(text, end):
        unit, end = united.group("unit"), united.end()
    if beyond := spelling.OR_BEYOND.match(text, end):
        end, cut = beyond.end(), "from" if beyond.group("more") else "above"
        direction = "up" if beyond.group("more") else "down"
        if not unit and (united := spelling.UNIT.match(text, end)):
            unit, end = united.group("unit"), united.end()
    if sided := spelling.SIDE.match(text, end):
        end = sided.end()
    read = amount(value, unit, figure.decimals)
    counts = figure.word and not unit
    return Phrase(start, end, "amount", read, cut, of_normal, counts=counts, direction=direction)


def _times(words: str) -> Fraction:
    """How often a day: "twice", "three times"."""
    first = words.lower().split()[0]
    return Fraction(first) if first.isdigit() else NUMBER_WORDS.get(first, Fraction(1))


def _compared(text: str, start: int) -> tuple[int, str]:
    """Where the comparison before a number begins, and its words."""
    before = _before(text, start)
    match = spelling.COMPARISON_BEFORE.search(before)
    if match is None:
        scale = spelling.SCALE_WORD.search(before)
        return start - len(scale.group()) if scale else start, ""
    return start - len(before) + match.start(), match.group("last")
