"""W0608: a vague word of the text that nobody decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from critc.coverage.condition import queries_of
from critc.diagnostic import Diagnostic
from critc.lint.subject import Criterion, Subject
from critc.lint.verbatim import place
from critc.source import Span


def vague(subject: Subject) -> Iterator[Diagnostic]:
    """Words such as "adequate", of which neither a query nor a judgement of the criterion speaks."""
    for criterion in subject.criteria():
        text = criterion.core.text
        said = set[str]()
        for match in _words().finditer(text):
            word = match.group().casefold()
            if word in said or _is_defined(text, match) or _is_decided(subject, criterion, word):
                continue
            said.add(word)
            span = place(subject.source, criterion, match.start(), match.end())
            yield _said(criterion, span, word)


@cache
def _words() -> re.Pattern[str]:
    """Any of the vague words, the longest that fits."""
    lines = Path(__file__).with_name("vague_words.txt").read_text(encoding="utf-8").splitlines()
    words = sorted((line for line in lines if line and line[0] != "#"), key=len, reverse=True)
    spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])")


_DEFINED = re.compile(
    r"(?i)\b(?:defined|specified|described|evidenced|indicated|follows|following|i\.e\.)|:"
    r"|\((?!\s*(?:e\.g\.|for example|such as|including)|(?-i:[A-Z-]+)\))"
)
_SENTENCE_END = re.compile(r"(?<!e\.g)(?<!i\.e)[.;]\s|\n")


def _is_defined(text: str, word: re.Match[str]) -> bool:
    """Whether the sentence goes on to say what the word means: "as defined", "(at least …)"."""
    end = _SENTENCE_END.search(text, word.end())
    rest = text[word.end() : end.start() if end else len(text)]
    return _DEFINED.search(rest) is not None


def _is_decided(subject: Subject, criterion: Criterion, word: str) -> bool:
    """Whether a person is asked to judge, or a query asks the sponsor what the word means."""
    if subject.judged(criterion):
        return True
    queries = " ".join(f"{q.question} {q.reading}" for q in queries_of(criterion.core)).casefold()
    return word in " ".join(queries.split())


def _said(criterion: Criterion, span: Span, word: str) -> Diagnostic:
    return Diagnostic(
        "W0608",
        span,
        f"`{word}` means something else to each reader, and nothing in {criterion.named} decides it.",
        label="who decides?",
        help=f"Ask the sponsor: `query undefined \"What is '{word}' here?\"` with the reading taken; or "
        'give it to a person: `judgement … by investigator "…"`.',
    )
