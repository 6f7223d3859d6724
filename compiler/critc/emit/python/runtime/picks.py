"""The latest or earliest record of a list, and several in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Literal

from critc.emit.python.runtime.clauses import Clause, Finding
from critc.emit.python.runtime.joined import TIED, tie
from critc.emit.python.runtime.lists import NONE_COUNTS, Listing, Member, doubts, undated
from critc.emit.python.runtime.numbers import INFINITY
from critc.emit.python.runtime.terms import MISSING, Scope, Term

# --- picks: the latest record, and several in a row ------------------------------------------------


class Selected(Clause):
    """The latest (earliest) record by date satisfies ``then``."""

    __slots__ = ("date", "order", "records", "then")

    def __init__(
        self,
        line: int,
        words: str,
        order: Literal["latest", "earliest"],
        records: Listing,
        date: Term,
        then: Clause,
    ) -> None:
        super().__init__(line, words)
        self.order = order
        self.records = records
        self.date = date
        self.then = then

    def judge(self, scope: Scope) -> Finding:
        opened = self.records.open(scope)
        if opened:
            return Finding(None, opened)
        members = self.records.dated(scope, self.date)
        if not members:
            return Finding(None, {(MISSING, self.records.name)})
        candidates = self.candidates(members)
        findings = [self.then.judge(member.scope) for member in candidates]
        outcomes = [finding.outcome for finding in findings]
        certain = any(member.certain for member in members)
        if certain and len(set(outcomes)) == 1 and None not in outcomes:
            return Finding(outcomes[0])
        unknown = doubts(candidates).union(*(finding.unknown for finding in findings))
        if len(candidates) > 1 and set(outcomes) != {None}:
            unknown |= undated(candidates, self.date)
            if tie([(member.day, out) for member, out in zip(candidates, outcomes, strict=True)]):
                unknown.add(TIED)
        return Finding(None, unknown)

    def candidates(self, members: list[Member]) -> list[Member]:
        """The records that can be the one: none that surely counts is surely beyond them."""
        certain = [member for member in members if member.certain]
        if not certain:
            return members
        if self.order == "latest":
            bound = max(member.first for member in certain)
            return [member for member in members if member.last >= bound]
        bound = min(member.last for member in certain)
        return [member for member in members if member.first <= bound]

    def worths(self, scope: Scope) -> Iterator[str]:
        if self.records.open(scope):
            return
        members = self.records.dated(scope, self.date)
        if not members and self.records.read(scope).items:
            yield NONE_COUNTS
        for member in self.candidates(members):
            yield from self.then.worths(member.scope)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.records.name, self.records.read(scope)
        if self.records.open(scope):
            return
        members = self.records.dated(scope, self.date)
        if not members:
            yield from self.records.refs(scope)
            for each in self.records.bound(scope):
                yield from self.date.refs(each)
                yield from self.then.values(each)
        for member in self.candidates(members):
            yield from self.date.refs(member.scope)
            yield from self.then.values(member.scope)

    def parts(self) -> tuple[Clause, ...]:
        return (self.records.where, self.then)


class Consecutive(Clause):
    """``k`` records that follow one another by date satisfy ``then``."""

    __slots__ = ("date", "k", "records", "then")

    def __init__(
        self, line: int, words: str, k: int, records: Listing, date: Term, then: Clause
    ) -> None:
        super().__init__(line, words)
        self.k = k
        self.records = records
        self.date = date
        self.then = then

    def judge(self, scope: Scope) -> Finding:
        opened = self.records.open(scope)
        if opened:
            return Finding(None, opened)
        members = self.records.dated(scope, self.date)
        judged = [(member, self.then.judge(member.scope)) for member in members]
        outcomes = [(member, finding.outcome) for member, finding in judged]
        if self.surely(outcomes):
            return Finding(True)
        if not self.possibly(outcomes):
            return Finding(False)
        unknown = doubts(members) | undated(members, self.date)
        unknown |= set().union(*(finding.unknown for _, finding in judged))
        if tie([(member.day, outcome) for member, outcome in outcomes]):
            unknown.add(TIED)
        return Finding(None, unknown)

    def surely(self, outcomes: list[tuple[Member, bool | None]]) -> bool:
        """Whether ``k`` of them satisfy it with no other that might come between them."""
        holding = [member for member, outcome in outcomes if outcome and member.certain]
        others = [member for member, outcome in outcomes if outcome is not True]
        for start in holding:
            lasts = sorted(m.last for m in holding if m is not start and m.first >= start.first)
            if len(lasts) < self.k - 1:
                continue
            last = max(start.last, lasts[self.k - 2]) if self.k > 1 else start.last
            if not any(o.last >= start.first and o.first <= last for o in others):
                return True
        return False

    def possibly(self, outcomes: list[tuple[Member, bool | None]]) -> bool:
        """Whether ``k`` of them may satisfy it, no two of which are surely parted by one that does not.

        One that does not satisfy it parts those before its first day from those after its last. So no
        two are parted when each begins before the first such end that comes after the other: each has
        a stretch of days, and those that share a day can follow one another.
        """
        parting = [member for member, outcome in outcomes if outcome is False and member.certain]
        stretches = []
        for member, outcome in outcomes:
            if outcome is not False:
                ends = [other.last for other in parting if other.first > member.last]
                stretches.append((member.first, min(ends, default=INFINITY)))
        return any(
            sum(first <= start <= last for first, last in stretches) >= self.k
            for start, _ in stretches
        )

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.records.name, self.records.read(scope)
        members = self.records.dated(scope, self.date)
        yield from chain.from_iterable(
            chain(self.date.refs(member.scope), self.then.values(member.scope))
            for member in members
        )

    def parts(self) -> tuple[Clause, ...]:
        return (self.records.where, self.then)
