"""What of a criterion's text its condition does not mention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from critc.coverage import spelling
from critc.coverage.amounts import Amount
from critc.coverage.condition import Mention, words_of
from critc.coverage.mentions import Mentions
from critc.coverage.reading import Phrase, phrases

Why = Literal["absent", "limit", "query"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of a text, ``text[start:end]``, that carry something which no condition mentions.

    ``why``: "absent", nothing mentions it; "limit", the amount is mentioned, and the limit itself
    falls on the other side (≥ in the text, > in the condition); "query", only a question to the
    protocol's authors mentions it.
    """

    start: int
    end: int
    words: str
    why: Why

    @property
    def forgotten(self) -> bool:
        """Whether nobody has thought of it: a query has."""
        return self.why != "query"


def gaps(text: str, found: Mentions) -> tuple[Gap, ...]:
    """The words of a text that no condition mentions, in the order of the text."""
    return tuple(
        Gap(phrase.start, phrase.end, text[phrase.start : phrase.end], why)
        for phrase, why in _unmentioned(text, found)
    )


def _unmentioned(text: str, found: Mentions) -> Iterator[tuple[Phrase, Why]]:
    read = phrases(text)
    previous: tuple[Phrase, Why | None] | None = None
    for phrase in read:
        why = _why(phrase, found)
        if why is None and _is_of_another(text, phrase, read, found):
            why = "absent"
        if why and previous and _restates(text, previous[0], phrase):
            why = previous[1]
        if why:
            yield phrase, why
        previous = (phrase, why)


def _why(phrase: Phrase, found: Mentions) -> Why | None:
    """Why words are a gap; None where they are mentioned."""
    if phrase.kind != "amount":
        if phrase.kind in found.compared:
            return None
        return "query" if phrase.kind in found.queried else "absent"
    same = _same_in(phrase, found)
    alike = [each for each in same if _cuts_alike(phrase, each)]
    if any(each.kind != "queried" for each in alike):
        return None
    if alike:
        return "query"
    return "limit" if any(not each.exact for each in same) else "absent"


def _cuts_alike(phrase: Phrase, mention: Mention) -> bool:
    if mention.exact:
        return phrase.cut == mention.cut
    return mention.in_words or not phrase.cut or not mention.cut or phrase.cut == mention.cut


# ---- the same amount --------------------------------------------------------------------------


def _same_in(phrase: Phrase, found: Mentions) -> list[Mention]:
    """The mentions of a phrase's amount."""
    said = phrase.amount
    if said is None:
        return []
    return [each for each in found.amounts if _same(said, phrase, each)]


def _same(said: Amount, phrase: Phrase, mention: Mention) -> bool:
    """Whether two amounts are the same, whatever the unit they are said in."""
    meant = mention.amount
    if mention.kind == "declared":
        return bool(phrase.end_of) and said.written == meant.value
    if phrase.of_normal or mention.of_normal:
        return phrase.of_normal == mention.of_normal and said.written == meant.written
    if phrase.end_of == "high" and mention.open_end and _is_last_before(said, meant):
        return True
    if phrase.a_day and (phrase.a_day.unit, phrase.a_day.value) == (meant.unit, meant.value):
        return True
    if said.is_time:
        if meant.unit or mention.kind != "value":
            return (said.unit, said.value) == (meant.unit, meant.value)
        return said.written == meant.written
    if not said.unit:
        return said.written == meant.written and _may_be_bare(mention, phrase.counts)
    return _same_measure(said, mention)


def _may_be_bare(mention: Mention, counts: bool) -> bool:
    """Whether a text may say the number alone: "platelets of 100,000", "aged 18"; never a window."""
    if mention.kind == "converted":
        return mention.amount.unit.startswith("/")
    return mention.kind != "length" and not (counts and mention.amount.is_time)


def _is_last_before(said: Amount, meant: Amount) -> bool:
    """Whether the end of a range leaves no number below a limit: "2-5.99" is from 2 to less than 6."""
    return said.written + Fraction(1, 10**said.decimals) == meant.written


def _same_measure(said: Amount, mention: Mention) -> bool:
    """The same with a unit that is not of time; a number without one may be meant in any."""
    meant = mention.amount
    if said.unit == meant.unit or meant.unit.startswith(f"{said.unit}/"):  # "40 mg of it a day"
        return said.value == meant.value
    if meant.unit:
        return False
    if said.unit == "%":
        part = said.value / 100
        return meant.value in (said.value, part, 1 - part, 1 + part)
    return mention.kind != "count" and said.written == meant.written


def _restates(text: str, one: Phrase, other: Phrase) -> bool:
    """Whether an amount says the one before it in another unit: "15 mmol/L (270 mg/dL)"."""
    if one.amount is None or other.amount is None or one.amount.unit == other.amount.unit:
        return False
    if one.amount.is_time or other.amount.is_time or one.of_normal or other.of_normal:
        return False
    return spelling.IN_OTHER_WORDS.fullmatch(text, one.end, other.start) is not None


# ---- the same amount of something else ----------------------------------------------------------


def _is_of_another(text: str, phrase: Phrase, read: tuple[Phrase, ...], found: Mentions) -> bool:
    """Whether the condition mentions the amount for another occurrence of it in the text alone.

    "AST ≤ 3 x ULN; ALT ≤ 3 x ULN": where the condition has nothing but AST, the number of ALT is
    forgotten although it is there. Told by the words: the condition compares something that the other
    clause names, and nothing that this one does.
    """
    others = [each for each in read if each is not phrase and _equal(each, phrase)]
    same = _same_in(phrase, found)
    if not others or any(each.in_words for each in same):
        return False
    about = frozenset(word for each in same for word in each.about)
    own = _clause(text, phrase)
    clauses = [_clause(text, each) for each in others]
    return not about & own and any(about & other for other in clauses)


def _equal(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases say the same amount."""
    if one.amount is None or other.amount is None:
        return False
    return (one.amount.value, one.amount.unit, one.of_normal) == (
        other.amount.value,
        other.amount.unit,
        other.of_normal,
    )


def _clause(text: str, phrase: Phrase) -> frozenset[str]:
    """The telling words of the clause around a phrase."""
    ends = [match.end() for match in spelling.CLAUSE.finditer(text)]
    start = max((end for end in ends if end <= phrase.start), default=0)
    end = min((end for end in ends if end > phrase.end), default=len(text))
    return words_of(text[start : phrase.start] + " " + text[phrase.end : end])
