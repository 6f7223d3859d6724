"""W0606, W0611: exceptions that except nobody, or nobody that another one does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from critc.check import protocol as p
from critc.diagnostic import Diagnostic, Related
from critc.lint.reasoning import Reasoning
from critc.lint.subject import Subject, walk


def _excepted(subject: Subject) -> Iterator[p.Except]:
    for body in subject.bodies():
        yield from (each for each in walk(body.condition) if isinstance(each, p.Except))


def excepts_nobody(subject: Subject) -> Iterator[Diagnostic]:
    """``unless`` where nobody who is meant has the exception; ``accepted if`` where all pass anyway."""
    for found in _excepted(subject):
        if _is_idle(subject.reasoning, found):
            yield _said_idle(subject, found)


def _is_idle(reasoning: Reasoning, found: p.Except) -> bool:
    if not reasoning.possible(found.exception):
        return True
    if not reasoning.possible(found.part) or reasoning.certain(found.part):
        return False  # told of the part itself
    if found.word == "unless":
        return reasoning.excludes(found.part, found.exception)
    return reasoning.implies(found.exception, found.part)


def _said_idle(subject: Subject, found: p.Except) -> Diagnostic:
    words = subject.words(found.exception.span)
    if not subject.reasoning.possible(found.exception):
        why, label = f"`{words}` can hold for no patient", "never so"
    elif found.word == "unless":
        why, label = (
            f"`{words}` never holds together with what it is excepted from",
            "never together",
        )
    else:
        why, label = f"whoever fulfils `{words}` fulfils the requirement already", "lets nobody in"
    return Diagnostic(
        "W0606",
        found.exception.span,
        f"This exception is for nobody: {why}.",
        label=label,
        related=(Related(found.part.span, "excepted from this"),),
        help="Compare both with the protocol's text: their numbers, signs and choices, and the line at "
        "which the exception stands.",
    )


# ---- one in another ---------------------------------------------------------------------------


def contained(subject: Subject) -> Iterator[Diagnostic]:
    """Of two exceptions from one thing, the one that excepts nobody whom the other does not."""
    told = set[int]()
    for found in _excepted(subject):
        beside = list(_alternatives(found.exception))
        inner = [each for part in _members(found.part, found.word) for each in part]
        pairs = [*permutations(beside, 2), *((one, other) for one in inner for other in beside)]
        for one, other in pairs:
            if id(other) in told or id(one) in told:
                continue
            if _within(subject.reasoning, one, other):
                told.add(id(one))
                yield _said_contained(subject, one, other)


def _alternatives(exception: p.Condition) -> Iterator[p.Condition]:
    """The exceptions in one: the members of ``any of``, each with what is excepted from it."""
    if isinstance(exception, p.ListOf) and exception.word == "any of":
        yield from exception.parts
    else:
        yield exception


def _members(part: p.Condition, word: str) -> Iterator[tuple[p.Condition, ...]]:
    """The exceptions of the lines of a list that has one as a whole."""
    if isinstance(part, p.ListOf):
        for member in part.parts:
            yield from _members(member, word)
    elif isinstance(part, p.Except) and part.word == word:
        yield tuple(_alternatives(part.exception))


def _within(reasoning: Reasoning, one: p.Condition, other: p.Condition) -> bool:
    if not reasoning.possible(one) or reasoning.certain(other):
        return False  # told of the exception itself
    return reasoning.implies(one, other)


def _said_contained(subject: Subject, one: p.Condition, other: p.Condition) -> Diagnostic:
    words, wider = subject.words(one.span), subject.words(other.span)
    twice = words == wider
    return Diagnostic(
        "W0611",
        one.span,
        f"The exception `{words}` is made twice."
        if twice
        else f"Whoever has the exception `{words}` has the exception `{wider}` too.",
        label="made here too" if twice else "contained in the other",
        related=(Related(other.span, "the other exception"),),
        help="Leave the narrower one out, or compare its limits with the protocol's text: perhaps the "
        "wider one should not reach so far.",
    )
