"""What a criterion mentions: the amounts and comparisons of its condition, its questions, its queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from critc.coverage.condition import Kind, Mention, Reader, queries_of
from critc.coverage.reading import phrases
from critc.ir import nodes as n


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that a criterion mentions.

    ``compared`` are the comparisons without a number that its condition or a question makes
    ("normal", "before", "after", "whichever"), ``queried`` those of its queries.
    """

    amounts: tuple[Mention, ...]
    compared: frozenset[str]
    queried: frozenset[str]


def mentions(criterion: n.Criterion, program: n.Program) -> Mentions:
    """What a criterion mentions, with the definitions and criteria that its condition uses.

    A number in a question, in an option or in a query is not computed with, but it is known to
    whoever reads it there.
    """
    read = Reader(program)
    read.criterion(criterion)
    queries = [words for q in queries_of(criterion) for words in (q.question, q.reading)]
    return Mentions(
        (*read.amounts, *_amounts_in(read.texts, "asked"), *_amounts_in(queries, "queried")),
        frozenset((*_compared_by(read.nodes), *_compared_in(read.texts))),
        frozenset(_compared_in(queries)),
    )


def _amounts_in(texts: Iterable[str], kind: Kind) -> Iterator[Mention]:
    for text in texts:
        for phrase in phrases(text):
            if phrase.amount:
                yield Mention(phrase.amount, kind, phrase.cut, phrase.of_normal)


# ---- comparisons without a number ---------------------------------------------------------------

_IN_TIME = (
    n.DateOrder, n.DateBetween, n.Falls, n.Touches, n.Throughout, n.During, n.LastsFor, n.Shift,
    n.DaysBetween,
)  # fmt: skip
_WORDS = {
    "normal": r"normal|[UL]LN|reference",
    "before": r"before|prior|previous(?:ly)?|preceding|earlier|until|yet|past|ever|history|pre",
    "after": r"after|following|since|once|later|despite|post|under|from",
    "whichever": r"whichever|longe(?:r|st)|shorte(?:r|st)|greate(?:r|st)|later|earlier",
}
_SAID = {kind: re.compile(rf"(?i)\b(?:{words})\b") for kind, words in _WORDS.items()}


def _compared_by(nodes: Iterable[n.Node]) -> Iterator[str]:
    """The comparisons that a condition makes; several lengths of time are alternatives too."""
    lengths = 0
    for node in nodes:
        if isinstance(node, n.ReferenceLimit):
            yield "normal"
        elif isinstance(node, n.Extreme | n.ExtremeLength | n.Cases):
            yield "whichever"
        elif isinstance(node, _IN_TIME):
            yield from ("before", "after")
        lengths += isinstance(node, n.Length)
    if lengths > 1:
        yield "whichever"


def _compared_in(texts: Iterable[str]) -> Iterator[str]:
    words = " ".join(texts)
    return (kind for kind, pattern in _SAID.items() if pattern.search(words))
