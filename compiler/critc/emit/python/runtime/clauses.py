"""The clauses of a criterion: what each asks, and what the patient's record says to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, Literal

from critc.emit.python.runtime.numbers import (
    INFINITY,
    Interval,
    at_most,
    below,
    point,
)
from critc.emit.python.runtime.terms import (
    CANNOT,
    INCOMPLETE,
    MISSING,
    NOT_YET,
    VAGUE,
    Age,
    DateOf,
    DaysBetween,
    Never,
    Ref,
    Scope,
    Term,
    Unknowns,
)
from critc.emit.python.runtime.values import PartialDate

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

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:  # noqa: ARG002
        """What it reads of the patient: paths and values."""
        return iter(())

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


# --- clauses: two numbers or two days compared ----------------------------------------------------

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

    __slots__ = ("any_end", "ends", "negated", "together")

    def __init__(
        self,
        line: int,
        words: str,
        *ends: End,
        any_end: bool = False,
        negated: bool = False,
        together: bool = False,
    ) -> None:
        super().__init__(line, words)
        self.together = together
        self.ends = ends
        self.any_end = any_end
        self.negated = negated

    def judge(self, scope: Scope) -> Finding:
        days = [list(end.days()) for end in self.ends]
        never = [any(day.never(scope) for day, _ in mentioned) for mentioned in days]
        if self.negated:
            never = [False for _ in never]
        try:
            tally = self.tally(scope, [pair for mentioned in days for pair in mentioned], never)
        except Never:
            return Finding(False)
        outcome = tally.outcome()
        if outcome is None:
            return Finding(None, self.unknown(scope, tally, self.together))
        if not self.negated:
            return Finding(outcome)
        if not outcome and any(day.never(scope) for mentioned in days for day, _ in mentioned):
            return Finding(None, self.unknown(scope, tally, True))
        return Finding(not outcome)

    def unknown(self, scope: Scope, tally: Tally, in_all: bool) -> Unknowns:
        """What is not known in the ends that are not settled in every completion, or in all."""
        findings = tally.findings
        if tally.completions > 1:
            findings = [end.judge(scope, None, 0) for end in self.ends]
        unknown: Unknowns = set()
        for number, finding in enumerate(findings):
            if in_all or not tally.settled(number):
                unknown |= finding.unknown
        return unknown

    def tally(self, scope: Scope, days: list[tuple[DateOf, int]], never: list[bool]) -> Tally:
        """The outcomes over the completions of the dates that do not move all ends one way."""
        tally = Tally(self.any_end, never)
        partial = mixed_dates(scope, days)
        pivot = self.pivot(scope, partial) if partial else None
        if pivot is not None:
            for day, _ in pivot.days():
                partial.pop(day.read(scope)[1], None)
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

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for end in self.ends:
            yield from end.left.refs(scope)
            yield from end.right.refs(scope)


def mixed_dates(scope: Scope, days: list[tuple[DateOf, int]]) -> dict[str, PartialDate]:
    """The partial dates that do not move all ends one way, by their paths."""
    directions: dict[str, set[int]] = {}
    partial: dict[str, PartialDate] = {}
    for day, direction in days:
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

    __slots__ = ("any_end", "completions", "ends", "false", "findings", "never", "open", "true")

    def __init__(self, any_end: bool, never: list[bool]) -> None:
        self.any_end = any_end
        self.never = never
        self.ends: list[set[bool | None]] = [set() for _ in never]
        self.true = self.false = self.open = False
        self.completions = 0
        self.findings: list[Finding] = []

    def add(self, findings: list[Finding]) -> None:
        """Count one completion. What may never have been leaves a true end open."""
        self.completions += 1
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


# --- clauses: joined ------------------------------------------------------------------------------


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
        findings = [clause.judge(scope) for clause in self.clauses]
        outcome = within(
            sum(finding.outcome is True for finding in findings),
            sum(finding.outcome is not False for finding in findings),
            self.low,
            self.high,
        )
        same = [finding.outcome is outcome for finding in findings]
        counted = outcome is not None and not (self.high is None and self.low in (1, len(same)))
        for clause, alike in zip(self.clauses, same, strict=True):
            if alike or counted or not any(same):
                yield from clause.deciding(scope)


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

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.clause.values(scope)

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
