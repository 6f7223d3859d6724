"""W0607: a judgement that hides a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from critc.check import protocol as p
from critc.check.types import Judged
from critc.check.walk import inline_declarations
from critc.coverage.gaps import gaps
from critc.coverage.mentions import Mentions, mentions
from critc.coverage.reading import phrases
from critc.diagnostic import Diagnostic
from critc.lint.subject import Criterion, Subject, walk
from critc.source import Span
from critc.syntax import tree


def hidden_number(subject: Subject) -> Iterator[Diagnostic]:
    """Numbers in the words of a judgement, which a condition of its criteria could compare."""
    told = set[str]()
    for judgement in _judgements(subject):
        name, words = judgement.name.text, judgement.question
        if _amounts(words):
            asking = (c for c in subject.criteria() if name in {a.name for a in subject.asked(c)})
            if span := _hidden(subject, judgement.span, words, asking):
                told.add(name)
                yield _said(subject, span, "its question")
    for criterion, holds, name in _judged(subject):
        if name not in told and _amounts(holds.says):
            end = subject.source.text.find("\n", holds.span.end)
            line = Span(holds.span.start, end if end >= 0 else len(subject.source.text))
            if span := _hidden(subject, line, holds.says, [criterion]):
                yield _said(subject, span, "the text that it stands for")


def _judged(subject: Subject) -> Iterator[tuple[Criterion, p.Holds, str]]:
    """Where a criterion asks for a judgement, and the name of that."""
    for body in subject.bodies():
        for found in walk(body.condition):
            match found:
                case p.Holds(of=p.FactRef(of=of) | p.FieldRef(of=of)) if isinstance(
                    of.type, Judged
                ) and isinstance(body.of, Criterion):
                    yield body.of, found, of.name
                case _:
                    pass


def _judgements(subject: Subject) -> Iterator[tree.Judgement]:
    """The judgements that the file itself declares, alone or where they are asked."""
    for declaration in subject.protocol.declarations:
        if isinstance(declaration, tree.Judgement):
            yield declaration
        for inline in inline_declarations(declaration):
            if isinstance(inline.declaration, tree.Judgement):
                yield inline.declaration


def _computed(subject: Subject, criterion: Criterion) -> Mentions:
    """The amounts that a criterion compares; what only its questions say is left out."""
    found = mentions(criterion.core, subject.program)
    return replace(found, amounts=tuple(each for each in found.amounts if not each.in_words))


_EXAMPLE = re.compile(r"(?i)(?:e\.g\.|\bfor example\b|\bsuch as\b)[^()]*$")


def _amounts(words: str) -> tuple[tuple[int, int], ...]:
    """Where the amounts in some words are; a mere example is none, nor is the "one" of "this one"."""
    found = (each for each in phrases(words) if each.amount and not each.counts)
    return tuple((e.start, e.end) for e in found if not _EXAMPLE.search(words[: e.start]))


def _hidden(subject: Subject, span: Span, words: str, asking: Iterable[Criterion]) -> Span | None:
    """The place of the first amount in these words that none of the criteria compares."""
    computed = [_computed(subject, criterion) for criterion in asking]
    absent = [
        {(gap.start, gap.end) for gap in gaps(words, each) if gap.why == "absent"}
        for each in computed
    ]
    for amount in _amounts(words):
        if all(amount in each for each in absent):
            at = max(0, subject.source.words(span).find(words))
            return Span(*amount).moved(span.start + at)
    return None


def _said(subject: Subject, span: Span, where: str) -> Diagnostic:
    words = subject.words(span)
    return Diagnostic(
        "W0607",
        span,
        f"A judgement hides `{words}`: {where} has a number, and no condition compares it.",
        label="left to whoever answers",
        help="Declare what is measured as a fact or a measurement, and write the comparison in the "
        "condition. Where only a person can say it (how long a patient will live), allow it with that "
        "reason.",
    )
