"""The clauses of a criterion: what each asks, and what the patient's record says to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from critc.emit.python.runtime.terms import (
    CANNOT,
    INCOMPLETE,
    MISSING,
    NOT_YET,
    Ref,
    Scope,
    Unknowns,
)

# --- clauses: what a criterion asks, as data ------------------------------------------------------


MANY = 1 << 62  # records of a list that may have more


class Finding:
    """What a record says to a clause: True, False or None, and why it is not known."""

    __slots__ = ("outcome", "unknown")

    def __init__(self, outcome: bool | None, unknown: Unknowns | None = None) -> None:
        self.outcome = outcome
        self.unknown = (unknown or {(CANNOT, "")}) if outcome is None else set()


class Clause:
    """A clause of a criterion: its words, the line of the source, and how it is judged."""

    __slots__ = ("line", "words")

    def __init__(self, line: int, words: str) -> None:
        self.line = line
        self.words = words

    def judge(self, scope: Scope) -> Finding:
        """The outcome, and what is not known of it."""
        raise NotImplementedError

    def parts(self) -> tuple[Clause, ...]:
        """The clauses that it joins."""
        return ()

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads of the patient: paths and values."""
        for part in self.parts():
            yield from part.values(scope)

    def worths(self, scope: Scope) -> Iterator[str]:
        """What the calculated numbers that decide it are worth, in words."""
        for clause, _, at in self.deciding(scope):
            if clause is not self:
                yield from clause.worths(at)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        """The clauses that decide its outcome, each with its own outcome."""
        yield self, self.judge(scope).outcome, scope


class Truth(Clause):
    """Always so, or never."""

    __slots__ = ("outcome",)

    def __init__(self, line: int, words: str, outcome: bool) -> None:
        super().__init__(line, words)
        self.outcome = outcome

    def judge(self, scope: Scope) -> Finding:  # noqa: ARG002
        return Finding(self.outcome)


class Asked(Clause):
    """Answered yes or no; ``cause`` is that of an answer that is not there."""

    __slots__ = ("cause", "ref")

    def __init__(self, line: int, words: str, ref: Ref, cause: str = MISSING) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.cause = cause

    def judge(self, scope: Scope) -> Finding:
        answer = self.ref.read(scope)
        return Finding(answer, {(self.cause, self.ref.path(scope))})

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


def judged(line: int, words: str, ref: Ref) -> Asked:
    """What only a person can decide."""
    return Asked(line, words, ref, NOT_YET)


class IsOneOf(Clause):
    """A choice is one of these options."""

    __slots__ = ("options", "ref")

    def __init__(self, line: int, words: str, ref: Ref, *options: str) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.options = options

    def judge(self, scope: Scope) -> Finding:
        known = self.ref.read(scope)
        if known is None:
            return Finding(None, {(MISSING, self.ref.path(scope))})
        return Finding(known in self.options)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


class Includes(Clause):
    """A set of choices includes any of, all of, or only these options."""

    __slots__ = ("mode", "options", "ref")

    def __init__(
        self,
        line: int,
        words: str,
        ref: Ref,
        mode: Literal["any", "all", "only"],
        *options: str,
    ) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.mode = mode
        self.options = frozenset(options)

    def judge(self, scope: Scope) -> Finding:
        known = self.ref.read(scope)
        if known is None:
            return Finding(None, {(MISSING, self.ref.path(scope))})
        if self.mode == "any":
            settled, outcome = not known.values.isdisjoint(self.options), True
        elif self.mode == "all":
            settled, outcome = known.values >= self.options, True
        else:
            settled, outcome = not known.values <= self.options, False
        if settled or known.complete:
            return Finding(outcome if settled else not outcome)
        return Finding(None, {(INCOMPLETE, self.ref.path(scope))})

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)
