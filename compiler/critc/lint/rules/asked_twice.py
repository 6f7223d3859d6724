"""W0603: one question asked under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from critc.diagnostic import Diagnostic, Related
from critc.ir.dictionary import Declared
from critc.lint.subject import Subject
from critc.source import Span

_IDLE = frozenset(
    "a an the is are was were be been being has have had do does did of in on at for to by with from "
    "there that this these which who whom whose it its as any patient patients subject subjects "
    "participant participants his her their please".split()
)
"""Words that make a sentence of a question and ask nothing."""

_SAME = {
    "previously": "prior", "previous": "prior", "earlier": "prior", "history": "prior",
    "ever": "prior", "received": "use", "receive": "use", "receiving": "use", "taken": "use",
    "took": "use", "taking": "use", "used": "use", "uses": "use", "using": "use", "got": "use",
    "given": "use", "presence": "present", "diagnosis": "diagnosed", "currently": "current",
    "now": "current", "last": "latest", "recent": "latest", "female": "woman", "male": "man",
}  # fmt: skip
"""Ways of saying one thing in questions."""

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


def asked_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Facts of one kind whose questions have the same telling words, however they are put."""
    places = subject.named()
    seen: dict[object, Declared] = {}
    for fact in subject.program.facts:
        asked = _telling(fact.question)
        if fact.moment or fact.name not in places or not asked:
            continue
        other = seen.setdefault((asked, fact.type), fact)
        if other is not fact and other.name in places:
            yield _said(fact, places[fact.name], other, places[other.name])


def _telling(question: str) -> frozenset[str]:
    """The words of a question that tell it from others, each in one form."""
    words = (match.group() for match in _WORD.finditer(question.casefold()))
    return frozenset(_plain(word) for word in words if word not in _IDLE)


def _plain(word: str) -> str:
    """A word without its ending, in one spelling: "tumours" and "tumor", "anaemia" and "anemia"."""
    word = _SAME.get(word, word).replace("ae", "e").replace("oe", "e").replace("our", "or")
    word = re.sub(r"isation|ise\b", lambda m: m.group().replace("s", "z", 1), word)
    return re.sub(r"(?<=\w{3})(?:es?|s)$", "", word)


def _said(fact: Declared, place: Span, other: Declared, other_place: Span) -> Diagnostic:
    return Diagnostic(
        "W0603",
        place,
        f"`{fact.name}` asks what `{other.name}` asks already, in other words.",
        label=f"“{fact.question}”",
        related=(Related(other_place, f"“{other.question}”"),),
        help="Ask once and use the one name in both places: two answers to one question can differ. If "
        "they do ask two things, say in the questions what tells them apart.",
    )
