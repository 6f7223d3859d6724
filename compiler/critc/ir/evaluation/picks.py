"""The latest or earliest of some records, and several in a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from critc.ir.evaluation.intervals import Interval
from critc.ir.evaluation.lists import Tally, span
from critc.ir.evaluation.results import TIED, Judgement, Term, Unknowns, union, unknown


def select(
    order: Literal["latest", "earliest"],
    of: Tally,
    days: Sequence[Term],
    judged: Sequence[Judgement],
) -> Judgement:
    """Whether the latest (earliest) member satisfies something; ``judged`` is that, of each.

    All that can be the latest must agree, records of one day among them: nobody chooses silently.
    """
    if of.open:
        return unknown(of.opened)
    if not of.members:
        return unknown(of.too_few)
    spans = [span(day) for day in days]
    candidates = [x for x in range(len(spans)) if not _beaten(x, order, of, spans)]
    outcomes = {judged[x].outcome for x in candidates}
    if of.certain and len(outcomes) == 1 and None not in outcomes:
        return Judgement(outcomes.pop())
    reasons = [of.members[x].unknowns | judged[x].unknowns for x in candidates]
    if outcomes != {None}:
        reasons += _order(candidates, spans, days, judged)
    return unknown(union(reasons))


def _beaten(
    x: int, order: Literal["latest", "earliest"], of: Tally, spans: Sequence[Interval]
) -> bool:
    """Whether a record that certainly is a member certainly is later (earlier) than x."""
    for other, member in zip(spans, of.members, strict=True):
        later = other.low > spans[x].high if order == "latest" else other.high < spans[x].low
        if member.certain and later:
            return True
    return False


def _order(
    candidates: Sequence[int],
    spans: Sequence[Interval],
    days: Sequence[Term],
    judged: Sequence[Judgement],
) -> list[Unknowns]:
    """Why it is not known which candidate is the latest, where that can matter."""
    if len(candidates) < 2:
        return []
    return [*(days[x].unknowns for x in candidates), *_ties(candidates, spans, judged)]


def _ties(
    candidates: Sequence[int], spans: Sequence[Interval], judged: Sequence[Judgement]
) -> list[Unknowns]:
    """Records of one day that differ."""
    return [
        TIED
        for x, y in combinations(candidates, 2)
        if spans[x] == spans[y]
        and spans[x].is_point
        and {judged[x].outcome, judged[y].outcome} == {True, False}
    ]


def consecutive(k: int, of: Tally, days: Sequence[Term], judged: Sequence[Judgement]) -> Judgement:
    """Whether k members in a row, by day, satisfy something; ``judged`` is that, of each."""
    if of.open:
        return unknown(of.opened)
    spans = [span(day) for day in days]
    everyone = range(len(spans))
    holding = [x for x in everyone if of.members[x].certain and judged[x].outcome is True]
    if any(_unbroken(run, spans, judged) for run in combinations(holding, k)):
        return Judgement(True)
    possible = [x for x in everyone if judged[x].outcome is not False]
    breaking = [x for x in everyone if of.members[x].certain and judged[x].outcome is False]
    if all(_parted(run, breaking, spans) for run in combinations(possible, k)):
        return Judgement(False)
    reasons = [of.unknowns, *(one.unknowns for one in judged), *(day.unknowns for day in days)]
    return unknown(union([*reasons, *_ties(everyone, spans, judged)]))


def _unbroken(run: Sequence[int], spans: Sequence[Interval], judged: Sequence[Judgement]) -> bool:
    """No record that may not satisfy it can lie between them, or on the same days."""
    first, last = min(spans[x].low for x in run), max(spans[x].high for x in run)
    return not any(
        spans[y].low <= last and spans[y].high >= first
        for y, other in enumerate(judged)
        if other.outcome is not True
    )


def _parted(run: Sequence[int], breaking: Sequence[int], spans: Sequence[Interval]) -> bool:
    """A record that does not satisfy it certainly lies between two of them."""
    return any(
        any(spans[x].high < spans[y].low for x in run)
        and any(spans[x].low > spans[y].high for x in run)
        for y in breaking
    )
