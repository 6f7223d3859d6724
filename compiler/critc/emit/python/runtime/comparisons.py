"""Comparisons, ranges and windows: in every joint completion of the dates they mention."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from critc.emit.python.runtime.clauses import Clause, Finding
from critc.emit.python.runtime.dates import Age, DateOf, DaysBetween
from critc.emit.python.runtime.numbers import INFINITY, Interval, at_most, below, point
from critc.emit.python.runtime.terms import Never, Scope, Term, Unknowns
from critc.emit.python.runtime.values import PartialDate
from critc.emit.python.runtime.worth import Worth

# --- comparisons: two numbers or two days, in every completion of vague dates ----------------------

# More completions than two years, day by day, are not tried: the answer is then None ("ask").
MOST_COMPLETIONS = 366 * 366


class End:
    """One end of a comparison: ``left`` ≤ ``right``, or < if ``strict``."""

    __slots__ = ("left", "right", "strict")

    def __init__(self, left: Term, right: Term, strict: bool = False) -> None:
        self.left = left
        self.right = right
        self.strict = strict

    def judge(self, scope: Scope, pivot: Term | None, at: int) -> Finding:
        """The outcome, where the term ``pivot`` is the number ``at``."""
        unknown: Unknowns = set()
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if left is None or right is None:
            return Finding(None, unknown)
        left = point(at) if self.left is pivot else left
        right = point(at) if self.right is pivot else right
        outcome = below(left, right) if self.strict else at_most(left, right)
        finding = Finding(outcome)
        finding.unknown = unknown
        return finding

    def days(self) -> Iterator[tuple[DateOf, int]]:
        """The days it mentions, each with the direction in which it favours the end."""
        yield from self.left.days(-1)
        yield from self.right.days(1)


class Comparison(Clause):
    """A comparison, range or window: one atom, whose ends all hold (or, with ``any_end``, one of them).

    It is true (false) when it is so in every joint completion of the partial dates that it mentions.
    A date that moves all ends one way is taken from its first to its last day, any other day by day.
    """

    __slots__ = ("any_end", "days", "ends", "negated", "together", "worth")

    def __init__(
        self,
        line: int,
        words: str,
        *ends: End,
        any_end: bool = False,
        negated: bool = False,
        together: bool = False,
        worth: tuple[Worth, Term, Term | None] | None = None,
    ) -> None:
        super().__init__(line, words)
        self.worth = worth
        self.together = together
        self.ends = ends
        self.days = [list(end.days()) for end in ends]
        self.any_end = any_end
        self.negated = negated

    def judge(self, scope: Scope) -> Finding:
        never = [any(day.never(scope) for day, _ in days) for days in self.days]
        try:
            tally = self.tally(scope, never)
        except Never:
            return Finding(False)
        outcome = tally.outcome()
        if outcome is None:
            return Finding(None, self.unknown(scope, tally, self.together))
        if not self.negated:
            return Finding(outcome)
        if not outcome and any(never):
            return Finding(None, self.unknown(scope, tally, True))
        return Finding(not outcome)

    def unknown(self, scope: Scope, tally: Tally, in_all: bool) -> Unknowns:
        """What is not known in the ends that are not settled in every completion, or in all."""
        findings = tally.findings
        if tally.by_day:
            findings = [end.judge(scope, None, 0) for end in self.ends]
        unknown: Unknowns = set()
        for number, finding in enumerate(findings):
            if in_all or not tally.settled(number):
                unknown |= finding.unknown
        return unknown

    def tally(self, scope: Scope, never: list[bool]) -> Tally:
        """The outcomes over the completions of the dates that do not move all ends one way."""
        tally = Tally(self.any_end, never if not self.negated else [False] * len(never))
        partial = mixed_dates(scope, self.days)
        if not partial:
            tally.add([end.judge(scope, None, 0) for end in self.ends])
            return tally
        tally.by_day = True
        pivot = self.pivot(scope, partial)
        for path in set() if pivot is None else partial_dates(scope, pivot):
            partial.pop(path, None)
        count = 1
        for known in partial.values():
            count *= (known.last - known.first).days + 1
        if count > MOST_COMPLETIONS:
            partial, pivot = {}, None
        for chosen in product(*(every_day(known) for known in partial.values())):
            completion = scope.fix({**scope.fixed, **dict(zip(partial, chosen, strict=True))})
            for at in (0,) if pivot is None else self.candidates(completion, pivot):
                tally.add([end.judge(completion, pivot, at) for end in self.ends])
            if tally.decided():
                break
        return tally

    def pivot(self, scope: Scope, partial: dict[str, PartialDate]) -> Term | None:
        """A whole number that stands alone on one side, and takes every value between two.

        It is a date, an age or a number of days between dates that are mentioned nowhere else.
        """
        for end in self.ends:
            for term in (end.left, end.right):
                if not takes_all(term, scope):
                    continue
                own = partial_dates(scope, term)
                if own.isdisjoint(partial):
                    continue
                sides = [side for other in self.ends for side in (other.left, other.right)]
                elsewhere = [partial_dates(scope, side) for side in sides if side is not term]
                interval = term.value(scope, set())
                if (
                    own.isdisjoint(set().union(*elsewhere))
                    and interval is not None
                    and not infinite(interval)
                ):
                    return term
        return None

    def candidates(self, scope: Scope, pivot: Term) -> Iterator[int]:
        """Numbers of which one stands for each stretch of the pivot's values with one outcome."""
        interval = pivot.value(scope, set())
        assert interval is not None
        low, high = int(interval.low), int(interval.high)
        tried = {low, high}
        for end in self.ends:
            for side in (end.left, end.right):
                value = None if side is pivot else side.value(scope, set())
                for limit in () if value is None else (value.low, value.high):
                    if low - 1 <= limit <= high + 1:
                        tried.update(range(int(limit // 1) - 1, int(limit // 1) + 3))
        return (number for number in sorted(tried) if low <= number <= high)

    def worths(self, scope: Scope) -> Iterator[str]:
        if self.worth is not None:
            worth, term, limit = self.worth
            words = worth.in_words(term, limit, scope)
            yield from [] if words is None else [words]

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for end in self.ends:
            yield from end.left.refs(scope)
            yield from end.right.refs(scope)


def mixed_dates(scope: Scope, days: list[list[tuple[DateOf, int]]]) -> dict[str, PartialDate]:
    """The partial dates that do not move all ends one way, by their paths."""
    directions: dict[str, set[int]] = {}
    partial: dict[str, PartialDate] = {}
    for mentioned in days:
        for day, direction in mentioned:
            known, path = day.read(scope)
            if isinstance(known, PartialDate):
                partial[path] = known
                directions.setdefault(path, set()).add(direction)
    return {
        path: known
        for path, known in partial.items()
        if len(directions[path]) > 1 or 0 in directions[path]
    }


def partial_dates(scope: Scope, term: Term) -> set[str]:
    """The paths of the partial dates that a term mentions."""
    days = (day.read(scope) for day, _ in term.days())
    return {path for known, path in days if isinstance(known, PartialDate)}


def every_day(known: PartialDate) -> range:
    """The days that a partial date may be."""
    return range(known.first.toordinal(), known.last.toordinal() + 1)


def takes_all(term: Term, scope: Scope) -> bool:
    """Whether a term takes every whole number between its ends as its dates take every day."""
    paths = [day.read(scope)[1] for day, _ in term.days()]
    return plain(term) and len(set(paths)) == len(paths)


def plain(term: Term) -> bool:
    """Whether a term is a date, an age or the days between two dates."""
    if isinstance(term, Age):
        return isinstance(term.birth, DateOf) and isinstance(term.moment, DateOf)
    if isinstance(term, DaysBetween):
        return isinstance(term.start, DateOf) and isinstance(term.end, DateOf)
    return isinstance(term, DateOf)


def infinite(interval: Interval) -> bool:
    """Whether an end is not limited."""
    return interval.low == -INFINITY or interval.high == INFINITY


class Tally:
    """The outcomes of a comparison over the completions of its dates."""

    __slots__ = ("any_end", "by_day", "ends", "false", "findings", "never", "open", "true")

    def __init__(self, any_end: bool, never: list[bool]) -> None:
        self.any_end = any_end
        self.never = never
        self.ends: list[set[bool | None]] = [set() for _ in never]
        self.true = self.false = self.open = False
        self.by_day = False  # whether dates were tried, whose causes are those of no one day
        self.findings: list[Finding] = []

    def add(self, findings: list[Finding]) -> None:
        """Count one completion. What may never have been leaves a true end open."""
        self.findings = findings
        outcomes = [
            None if finding.outcome and never else finding.outcome
            for finding, never in zip(findings, self.never, strict=True)
        ]
        outcome = kleene_or(outcomes) if self.any_end else kleene_and(outcomes)
        self.true |= outcome is True
        self.false |= outcome is False
        self.open |= outcome is None
        for seen, found in zip(self.ends, outcomes, strict=True):
            seen.add(found)

    def decided(self) -> bool:
        """Whether further completions can change neither the outcome nor its causes."""
        mixed = self.open or (self.true and self.false)
        return mixed and all(len(seen) > 1 or None in seen for seen in self.ends)

    def outcome(self) -> bool | None:
        """The outcome in every completion, or None."""
        return None if self.open or self.true == self.false else self.true

    def settled(self, number: int) -> bool:
        """Whether an end has one outcome in every completion."""
        return len(self.ends[number]) == 1 and None not in self.ends[number]


def kleene_and(outcomes: list[bool | None]) -> bool | None:
    """Strong Kleene: the least of false, unknown and true."""
    return False if False in outcomes else None if None in outcomes else True


def kleene_or(outcomes: list[bool | None]) -> bool | None:
    """Strong Kleene: the greatest of false, unknown and true."""
    return True if True in outcomes else None if None in outcomes else False
