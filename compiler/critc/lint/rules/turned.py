"""W0614: a condition that turns its text round: `<` where the text says `≥`, LLN where it says ULN."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from critc.check import protocol as p
from critc.coverage.condition import queries_of
from critc.coverage.reading import Direction, Phrase, phrases
from critc.diagnostic import Diagnostic, Related
from critc.lint.reasoning.things import key
from critc.lint.subject import Criterion, Subject
from critc.lint.verbatim import place
from critc.source import Span

_DIRECTIONS: dict[str, Direction] = {"<": "down", "≤": "down", ">": "up", "≥": "up", "=": ""}
_SIGNS = {("up", "from"): "≥", ("up", "above"): ">", ("down", "above"): "≤", ("down", "from"): "<"}
_NEGATED = re.compile(
    r"(?i)\b(?:no|not|non|none|nor|neither|never|without|cannot|unless|except\w*|exclu\w+|ineligible"
    r"|other than|unable|absence|fail\w*|free of|if|lack\w*|prohibited|unacceptable)\b|n[’']t\b"
)
_REQUIRED = re.compile(r"(?i)\b(?:must|required?|requirements?|adequate|acceptable|allowed)\b")
_SENTENCE = re.compile(r"[.;]\s+|\n")
_LEAD = re.compile(r"[^\n]*:(?=\s*\n)")
_LIMITS = {
    "upper": re.compile(r"(?i)\b(?:ULN|UNL|upper\s+limits?)\b"),
    "lower": re.compile(r"(?i)\b(?:LLN|lower\s+limits?)\b"),
}


@dataclass(frozen=True, slots=True)
class Opposite:
    """What the text says of an amount, and the comparison that says the opposite."""

    said: Phrase
    found: p.Compare


@dataclass(frozen=True, slots=True)
class _Stated:
    """A comparison with a number; ``plain``: the condition holds because of it, not in spite of it."""

    found: p.Compare
    phrase: Phrase
    plain: bool

    @property
    def thing(self) -> Hashable:
        """What is compared."""
        return key(self.found.left)

    @property
    def direction(self) -> Direction:
        """Which of its values are meant."""
        return _DIRECTIONS[self.found.sign]


def turned(subject: Subject) -> Iterator[Diagnostic]:
    """Comparisons and limits of normal of a criterion that are the opposite of what its text says.

    Inclusions say what has to be, exclusions what bars: in both the condition reads as the text does.
    Told only where nothing in the text, the condition or a query leaves it open.
    """
    for criterion in subject.criteria():
        for opposite in opposites(subject, criterion):
            yield _compares(subject, criterion, opposite)
        yield from _other_limits(subject, criterion)


def opposites(subject: Subject, criterion: Criterion) -> Iterator[Opposite]:
    """The comparisons of a criterion that its text has the other way round."""
    stated = list(_stated(subject, criterion))
    for each in stated:
        said = _said(criterion, each) if each.plain else ()
        directions = {phrase.direction for phrase in said}
        if len(directions) != 1 or directions & {"", each.direction}:
            continue
        alike = [other for other in stated if _same(other.phrase, each.phrase)]
        rivals = (
            alike if len(said) == 1 else [other for other in alike if other.thing == each.thing]
        )
        agreed = any(not other.plain or other.direction in directions for other in rivals)
        unsure = any(phrase.counts or _may_be_negated(criterion, phrase) for phrase in said)
        if not (agreed and not each.found.says) and not unsure and not _is_asked(criterion, each):
            yield Opposite(said[0], each.found)


def _said(criterion: Criterion, each: _Stated) -> tuple[Phrase, ...]:
    """Where the text has that amount: in the words that the comparison quotes, else anywhere."""
    text, quoted = criterion.core.text, each.found.says
    start = text.find(quoted) if quoted else -1
    found = [phrase for phrase in phrases(text) if _same(phrase, each.phrase)]
    inside = [phrase for phrase in found if start <= phrase.start < start + len(quoted)]
    return tuple(inside if start >= 0 and inside else found)


def _same(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases say one amount in one unit; of years the unit may go without saying."""
    if one.amount is None or other.amount is None or one.of_normal != other.of_normal:
        return False
    if one.amount.unit == other.amount.unit:
        return one.amount.value == other.amount.value
    bare_years = one.amount.is_time and not other.amount.unit
    return bare_years and one.amount.written == other.amount.written


def _may_be_negated(criterion: Criterion, phrase: Phrase) -> bool:
    """Whether other words of its sentence, or of a line that leads to a list, may turn it."""
    text = criterion.core.text
    starts = [match.end() for match in _SENTENCE.finditer(text, 0, phrase.start)]
    end = _SENTENCE.search(text, phrase.end)
    before = text[: phrase.start][starts[-1] if starts else 0 :]
    after = text[phrase.end : end.start() if end else len(text)]
    around = " … ".join((*_LEAD.findall(text[: phrase.start]), before, after))
    required = criterion.written.kind == "exclusion" and _REQUIRED.search(around)
    return bool(_NEGATED.search(around) or required)


def _is_asked(criterion: Criterion, each: _Stated) -> bool:
    """Whether a query speaks of that amount as the condition compares it."""
    return any(
        _same(phrase, each.phrase) and phrase.direction in ("", each.direction)
        for query in queries_of(criterion.core)
        for words in (query.question, query.reading)
        for phrase in phrases(words)
    )


# ---- the comparisons of a condition -------------------------------------------------------------


def _stated(subject: Subject, criterion: Criterion) -> Iterator[_Stated]:
    resolved = criterion.resolved
    found = [*_comparisons(subject, resolved.condition, plain=True)]
    if resolved.applies:
        found += _comparisons(subject, resolved.applies, plain=False)
    for compare, plain in found:
        if phrase := _limit(subject, compare):
            yield _Stated(compare, phrase, plain)


def _comparisons(
    subject: Subject, condition: p.Condition, plain: bool
) -> Iterator[tuple[p.Compare, bool]]:
    """All comparisons, and whether nothing around them turns or lifts them."""
    match condition:
        case p.Compare():
            yield condition, plain
        case p.Applied(name=name, arguments=()):
            yield from _comparisons(subject, subject.protocol.definitions[name].condition, plain)
        case p.Except(part=part, exception=exception):
            yield from _comparisons(subject, part, plain)
            yield from _comparisons(subject, exception, plain=False)
        case p.When(who=who, part=part):
            yield from _comparisons(subject, who, plain=False)
            yield from _comparisons(subject, part, plain)
        case p.CasesOf(cases=cases):
            for case in cases:
                yield from _comparisons(subject, case.then, plain)
                if case.condition:
                    yield from _comparisons(subject, case.condition, plain=False)
        case _:
            plain = plain and not _turns(condition)
            for part in p.parts_of(condition):
                yield from _comparisons(subject, part, plain)


def _turns(condition: p.Condition) -> bool:
    """Whether it may hold because its parts do not."""
    match condition:
        case p.Not() | p.ListOf(word="none of"):
            return True
        case p.ListOf(high=high) | p.HowMany(high=high):
            return high is not None
        case _:
            return False


def _limit(subject: Subject, compare: p.Compare) -> Phrase | None:
    """The number that something is compared with, read as the text is: "≥ 9 g/dL"."""
    match compare.right:
        case p.Literal() | p.Arithmetic("×", p.Literal(), p.LimitOf()):
            if isinstance(compare.left, p.Literal) or not subject.own(compare.span):
                return None
            words = f"{compare.sign} {subject.source.words(compare.right.span)}"
            read = [each for each in phrases(words) if each.amount]
            return read[0] if len(read) == 1 else None
        case _:
            return None


def _compares(subject: Subject, criterion: Criterion, opposite: Opposite) -> Diagnostic:
    said, found = opposite.said, opposite.found
    words = " ".join(criterion.core.text[said.start : said.end].split())
    if found.sign == "=":
        message = f"the condition takes `{subject.words(found.span)}`, and no other value"
        label = "this one value alone"
    else:
        message = f"the condition asks for the opposite, `{subject.words(found.span)}`"
        label = "the other way round"
    return Diagnostic(
        "W0614",
        found.span,
        f"The text of {criterion.named} says `{words}`; {message}.",
        label=label,
        related=(Related(place(subject.source, criterion, said.start, said.end), "the text"),),
        help=_help(criterion),
        replacement=_with_the_sign_of(subject, said, found),
    )


def _help(criterion: Criterion) -> str:
    if criterion.written.kind == "inclusion":
        return (
            "An inclusion says what a patient has to fulfil: its condition has the sign of its text. "
            "As it stands, patients whom the text keeps out are let in."
        )
    return (
        "An exclusion says what bars a patient: its condition has the sign of its text. As it stands, "
        "patients whom the text bars are let in."
    )


def _with_the_sign_of(subject: Subject, said: Phrase, found: p.Compare) -> str | None:
    """The comparison with the text's sign."""
    sign = _SIGNS.get((said.direction, said.cut))
    between = Span(found.left.span.end, found.right.span.start)
    words, number = re.subn(r"[<>≤≥=]+", sign or "", subject.source.words(between))
    if sign is None or number != 1:
        return None
    before = subject.source.words(Span(found.span.start, between.start))
    return before + words + subject.source.words(Span(between.end, found.span.end))


# ---- the other limit of normal --------------------------------------------------------------------


def _other_limits(subject: Subject, criterion: Criterion) -> Iterator[Diagnostic]:
    """LLN in a condition whose text has only ULN, or ULN where it has only LLN."""
    text = criterion.core.text
    named = [side for side, words in _LIMITS.items() if words.search(text)]
    limits = [each for each in _limits(criterion.resolved.condition) if subject.own(each.span)]
    if len(named) != 1 or any(_asked_of_limits(words) for words in _queries(criterion)):
        return
    (side,) = named
    if all(each.side != side for each in limits):
        for limit in limits:
            yield _limit_of(subject, criterion, limit)


def _queries(criterion: Criterion) -> Iterator[str]:
    for query in queries_of(criterion.core):
        yield from (query.question, query.reading)


def _asked_of_limits(words: str) -> bool:
    return any(pattern.search(words) for pattern in _LIMITS.values())


def _limits(node: p.Condition) -> Iterator[p.LimitOf]:
    """The limits of normal that comparisons are made with."""
    match node:
        case p.Compare(right=p.LimitOf() as limit):
            yield limit
        case p.Compare(right=p.Arithmetic(right=p.LimitOf() as limit)):
            yield limit
        case _:
            for part in p.parts_of(node):
                yield from _limits(part)


def _limit_of(subject: Subject, criterion: Criterion, limit: p.LimitOf) -> Diagnostic:
    here, there = ("LLN", "ULN") if limit.side == "lower" else ("ULN", "LLN")
    meant = _LIMITS["upper" if limit.side == "lower" else "lower"]
    match = meant.search(criterion.core.text)
    words = subject.source.words(limit.span)
    text = [place(subject.source, criterion, *match.span())] if match else []
    return Diagnostic(
        "W0614",
        limit.span,
        f"The text of {criterion.named} has the {'upper' if there == 'ULN' else 'lower'} limit of "
        f"normal, and the condition the {'lower' if here == 'LLN' else 'upper'} one.",
        label="the other limit",
        related=tuple(Related(span, "the text") for span in text),
        help=f"Write `{there}`. If the text means the other limit, ask the sponsor with a `query`.",
        replacement=words.replace(here, there) if here in words else None,
    )
