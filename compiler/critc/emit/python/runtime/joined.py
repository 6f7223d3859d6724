"""Clauses joined: all of, any of, unless, alternatives; criteria and definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from critc.emit.python.runtime.clauses import Clause, Finding, IsOneOf
from critc.emit.python.runtime.terms import VAGUE, Scope, Unknowns

# --- joined clauses --------------------------------------------------------------------------------


class Joined(Clause):
    """Clauses of which so many hold, from ``low`` to ``high``; None is no limit."""

    __slots__ = ("clauses", "high", "low")

    def __init__(self, line: int, low: int | None, high: int | None, *clauses: Clause) -> None:
        super().__init__(line, "")
        self.low = low
        self.high = high
        self.clauses = clauses

    def judge(self, scope: Scope) -> Finding:
        unknown: Unknowns = set()
        holding = possible = 0
        for clause in self.clauses:
            finding = clause.judge(scope)
            holding += finding.outcome is True
            possible += finding.outcome is not False
            unknown |= finding.unknown
        return Finding(within(holding, possible, self.low, self.high), unknown)

    def parts(self) -> tuple[Clause, ...]:
        return self.clauses

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        """Of alternatives that fail, first the nearest to holding, and last who is not asked."""
        findings = [clause.judge(scope) for clause in self.clauses]
        outcome = within(
            sum(finding.outcome is True for finding in findings),
            sum(finding.outcome is not False for finding in findings),
            self.low,
            self.high,
        )
        same = [finding.outcome is outcome for finding in findings]
        plainly = self.high is None and self.low in (1, len(same))
        if not any(same) or (outcome is not None and not plainly):
            same = [True] * len(same)
        deciding = [clause for clause, alike in zip(self.clauses, same, strict=True) if alike]
        if self.low == len(same) and outcome is False:
            deciding = other_kinds(deciding) or deciding
        if len(same) > 1 and self.low == 1 and self.high is None and outcome is False:
            deciding = sorted(deciding, key=lambda clause: short_of(clause, scope))
        yield from chain.from_iterable(clause.deciding(scope) for clause in deciding)


def other_kinds(clauses: list[Clause]) -> list[Clause]:
    """Those by which a record is of another kind: what else is asked of that kind does not matter."""
    return [clause for clause in clauses if isinstance(clause, IsOneOf) and clause.ref.var]


def short_of(clause: Clause, scope: Scope) -> tuple[bool, int, int]:
    """For sorting alternatives that fail: first the one of which the least fails and most holds."""
    is_condition = isinstance(clause, Not) and not clause.words
    if not isinstance(clause, Joined) or clause.low != len(clause.clauses):
        return is_condition, 1, 0
    outcomes = [part.judge(scope).outcome for part in clause.clauses]
    return is_condition, outcomes.count(False), -outcomes.count(True)


def within(holding: int, possible: int, low: int | None, high: int | None) -> bool | None:
    """Whether a count between ``holding`` and ``possible`` is from ``low`` to ``high``."""
    if (low is None or holding >= low) and (high is None or possible <= high):
        return True
    if (low is not None and possible < low) or (high is not None and holding > high):
        return False
    return None


def all_of(line: int, *clauses: Clause) -> Joined:
    """All of the clauses hold."""
    return Joined(line, len(clauses), None, *clauses)


def any_of(line: int, *clauses: Clause) -> Joined:
    """One of the clauses holds, or several."""
    return Joined(line, 1, None, *clauses)


def so_many_of(line: int, low: int | None, high: int | None, *clauses: Clause) -> Joined:
    """From ``low`` to ``high`` of the clauses hold."""
    return Joined(line, low, high, *clauses)


class Not(Clause):
    """The clause does not hold. With words of its own it is a clause by itself."""

    __slots__ = ("clause",)

    def __init__(self, clause: Clause, words: str = "") -> None:
        super().__init__(clause.line, words)
        self.clause = clause

    def judge(self, scope: Scope) -> Finding:
        finding = self.clause.judge(scope)
        return finding if finding.outcome is None else Finding(not finding.outcome)

    def parts(self) -> tuple[Clause, ...]:
        return (self.clause,)

    def worths(self, scope: Scope) -> Iterator[str]:
        yield from self.clause.worths(scope)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        if self.words:
            yield self, self.judge(scope).outcome, scope
        else:
            yield from self.clause.deciding(scope)


def unless(line: int, clause: Clause, exception: Clause) -> Joined:
    """The clause holds, and the exception does not."""
    return all_of(line, clause, Not(exception))


def accepted_if(line: int, clause: Clause, exception: Clause) -> Joined:
    """The clause holds, or else the exception."""
    return any_of(line, clause, exception)


def only_for(line: int, who: Clause, clause: Clause, otherwise: bool) -> Joined:
    """A clause that is asked only of some; for the others it counts as ``otherwise``."""
    return any_of(line, Not(who), clause) if otherwise else all_of(line, who, clause)


class Criterion(Clause):
    """Whether a criterion is satisfied: it does not apply, or its condition is as it should be."""

    __slots__ = ("applies", "condition", "exclusion")

    def __init__(self, exclusion: bool, condition: Clause, applies: Clause | None = None) -> None:
        super().__init__(condition.line, "")
        self.exclusion = exclusion
        self.condition = condition
        self.applies = applies

    def judge(self, scope: Scope) -> Finding:
        met = self.condition.judge(scope)
        outcome = met.outcome if not self.exclusion or met.outcome is None else not met.outcome
        if self.applies is None or outcome:
            return Finding(outcome, met.unknown)
        applies = self.applies.judge(scope)
        if applies.outcome is False:
            return Finding(True)
        if applies.outcome:
            return Finding(outcome, met.unknown)
        return Finding(None, met.unknown | applies.unknown)

    def parts(self) -> tuple[Clause, ...]:
        return (self.condition,) if self.applies is None else (self.condition, self.applies)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        applies = True if self.applies is None else self.applies.judge(scope).outcome
        if self.applies is not None and applies is not True:
            yield from self.applies.deciding(scope)
        if applies is not False:
            yield from self.condition.deciding(scope)


class Elsewhere(Clause):
    """What a definition or another criterion says; it is built when it is first needed."""

    __slots__ = ("build",)

    def __init__(self, line: int, words: str, build: Callable[[], Clause]) -> None:
        super().__init__(line, words)
        self.build = build

    def judge(self, scope: Scope) -> Finding:
        return self.build().judge(scope)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.build().values(scope)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        return self.build().deciding(scope)


class Alternatives(Clause):
    """Alternatives, read from the top: the first whose condition holds, else ``otherwise``.

    ``same`` numbers the clauses, those of the cases and then ``otherwise``; equal ones are alike.
    """

    __slots__ = ("cases", "otherwise", "same")

    def __init__(
        self,
        line: int,
        words: str,
        otherwise: Clause | None,
        *cases: tuple[Clause, Clause],
        same: tuple[int, ...] = (),
    ) -> None:
        super().__init__(line, words)
        self.cases = cases
        self.otherwise = otherwise
        self.same = same or tuple(range(len(cases) + 1))

    def judge(self, scope: Scope) -> Finding:
        possible = self.possible(scope)
        thens = {self.same[number]: then for number, then, _ in possible}
        findings = [then.judge(scope) for then in thens.values() if then is not None]
        choosing = [finding for _, _, finding in self.choosing(possible)]
        return agreed(findings, choosing, complete=None not in thens.values())

    def choosing(
        self, possible: list[tuple[int, Clause | None, Finding]]
    ) -> list[tuple[int, Clause | None, Finding]]:
        """Those after which another clause may be the one."""
        return [
            each
            for place, each in enumerate(possible)
            if any(self.same[each[0]] != self.same[other] for other, *_ in possible[place + 1 :])
        ]

    def possible(self, scope: Scope) -> list[tuple[int, Clause | None, Finding]]:
        """The alternatives that may be the one, numbered, and what their conditions say."""
        possible: list[tuple[int, Clause | None, Finding]] = []
        for number, (condition, then) in enumerate(self.cases):
            finding = condition.judge(scope)
            if finding.outcome is not False:
                possible.append((number, then, finding))
            if finding.outcome:
                return possible
        return [*possible, (len(self.cases), self.otherwise, Finding(True))]

    def parts(self) -> tuple[Clause, ...]:
        both = [clause for case in self.cases for clause in case]
        return (*both, *([] if self.otherwise is None else [self.otherwise]))

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        whole = self.judge(scope).outcome
        possible = self.possible(scope)
        deciding = {number for number, _, finding in possible if finding.outcome}
        if whole is None:
            deciding |= {number for number, *_ in self.choosing(possible)}
        for number, (condition, _) in enumerate(self.cases):
            if number in deciding:
                yield from condition.deciding(scope)
        for _, clause, _ in possible:
            if clause is None:
                yield self, None, scope
            elif clause.judge(scope).outcome is whole:
                yield from clause.deciding(scope)


def agreed(findings: list[Finding], choosing: list[Finding], complete: bool) -> Finding:
    """The outcome on which all alternatives agree that may be the one.

    ``choosing`` are the findings on which it depends which one it is; without ``complete`` it may be
    none of them.
    """
    outcomes = {finding.outcome for finding in findings}
    if len(outcomes) == 1 and complete and None not in outcomes:
        return Finding(outcomes.pop())
    unknown: Unknowns = set()
    for finding in findings if not findings else (*findings, *choosing):
        unknown |= finding.unknown
    return Finding(None, unknown)


def tie(days: list[tuple[Any, bool | None]]) -> bool:
    """Whether of two records of one full day one satisfies something and the other does not."""
    seen: dict[Any, set[bool | None]] = {}
    for day, outcome in days:
        if day is not None:
            seen.setdefault(day, set()).add(outcome)
    return any({True, False} <= outcomes for outcomes in seen.values())


TIED = (VAGUE, "")
