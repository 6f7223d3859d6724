"""W0610: two windows that meet on a day which both have, or neither."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from critc.check import protocol as p
from critc.coverage.amounts import amount
from critc.coverage.condition import queries_of
from critc.coverage.reading import phrases
from critc.diagnostic import Diagnostic, Related
from critc.lint.reasoning.things import key
from critc.lint.reasoning.windows import length_key
from critc.lint.subject import Body, Criterion, Subject, walk

_NEAR = {"within": True, "less than": False}
_FAR = {"at least": True, "more than": False}
"""The words that look near the moment, and those that look beyond; whether they have the day itself."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A window where it stands, and its body."""

    found: p.Falls
    body: Body

    @property
    def word(self) -> str:
        """How it reaches its length."""
        return self.found.window.word


def touching(subject: Subject) -> Iterator[Diagnostic]:
    """Windows of one length before (after) one moment, on one thing: one inside, one beyond."""
    seen: dict[Hashable, list[_Seen]] = {}
    for body in subject.bodies():
        for condition in walk(body.condition):
            for about, window in _windows(subject, condition):
                seen.setdefault(about, []).append(_Seen(window, body))
    for windows in seen.values():
        for one, other in combinations(windows, 2):
            near, far = (one, other) if one.word in _NEAR else (other, one)
            if near.word in _NEAR and far.word in _FAR:
                shared = _NEAR[near.word]
                if shared == _FAR[far.word] and not _is_asked(near, far):
                    yield _said(subject, one, other, shared)


def _windows(subject: Subject, condition: p.Condition) -> Iterator[tuple[Hashable, p.Falls]]:
    """A window, and what it is about: the thing, the side, the length and the moment."""
    match condition:
        case p.Falls(of=of, window=p.Window(length=length, side=side, moment=moment)):
            yield (key(of), side, length_key(length), key(moment)), condition
        case p.HowMany(
            bound=bound, timing=p.Falls(of=p.FieldRef() as of, window=window) as timing, where=where
        ):
            which = subject.source.words(where.span) if where else ""
            thing = bound.records.name, of.of.name, which
            yield (thing, window.side, length_key(window.length), key(window.moment)), timing
        case _:
            pass


def _is_asked(one: _Seen, other: _Seen) -> bool:
    """Whether a query of one of the two speaks of that day: it says the length, or "exactly"."""
    lengths = {_amount(each.found.window.length) for each in (one, other)} - {None}
    for body in (one.body, other.body):
        if isinstance(body.of, Criterion):
            for query in queries_of(body.of.core):
                words = f"{query.question} {query.reading}"
                said = {(a.value, a.unit) for each in phrases(words) if (a := each.amount)}
                if "exactly" in words or lengths & said:
                    return True
    return False


def _amount(length: p.Term) -> tuple[Fraction, str] | None:
    """A length as people's words for it are read."""
    if isinstance(length, p.Literal):
        read = amount(length.value, length.type.unit.code)
        return read.value, read.unit
    return None


def _said(subject: Subject, one: _Seen, other: _Seen, shared: bool) -> Diagnostic:
    first, second = one.found.window, other.found.window
    day = f"{subject.words(first.length.span)} {first.side}"
    these = f"`{subject.words(first.span)}` and `{subject.words(second.span)}`"
    owners = "both windows" if shared else "neither window"
    return Diagnostic(
        "W0610",
        second.span,
        f"The day {day} belongs to {owners}: {these} meet there.",
        label="whose is that day?",
        related=(Related(first.span, "the other window"),),
        help="`within` goes with `more than`, and `less than` with `at least`. Where the text leaves it "
        "open, ask the sponsor with a `query`.",
    )
