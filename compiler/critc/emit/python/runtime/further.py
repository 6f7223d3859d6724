"""A further result of a measurement, where none that is recorded counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from critc.emit.python.runtime.answers import (
    FIRST_DAY,
    LAST_DAY,
    Stretch,
    days_in_words,
    either,
    together,
)
from critc.emit.python.runtime.clauses import Clause
from critc.emit.python.runtime.entries import Entry, entry_at
from critc.emit.python.runtime.limits import answered, day_limits, open_leaves, recorded_at
from critc.emit.python.runtime.picks import Selected
from critc.emit.python.runtime.terms import Scope
from critc.emit.python.runtime.values import Records

# --- further: a result that is sought, where none that is recorded counts --------------------------

MOST_TRIED = 100


class Unrecorded:
    """A record of which nothing is known."""

    __slots__ = ()

    def __getattr__(self, name: str) -> None:
        return None


class Sought:
    """A result that would count: its words, the path of its value, and the scope that has it."""

    __slots__ = ("path", "scope", "words")

    def __init__(self, words: str, path: str, scope: Scope) -> None:
        self.words = words
        self.path = path
        self.scope = scope


def sought(
    path: str, clauses: Mapping[str, Clause], scope: Scope, dictionary: Mapping[str, Entry]
) -> Sought | None:
    """A further result of a measurement, for the first pick that finds none; None without one."""
    if f"{path}.value" not in dictionary:
        return None
    known = recorded_at(path, scope)
    items = () if known is None else known.items
    record = f"{path}[{len(items)}]"
    more = answered(answered(scope, path, Records((*items, Unrecorded()))), f"{record}.value", None)
    for clause in clauses.values():
        for leaf, at in open_leaves(clause, scope):
            if not isinstance(leaf, Selected) or leaf.records.name != path:
                continue
            if not leaf.records.members(at):
                return placed(leaf, at, more, record, dictionary)
    return None


def placed(
    pick: Selected, at: Scope, more: Scope, record: str, dictionary: Mapping[str, Entry]
) -> Sought | None:
    """A record that the pick would take: its day, and what else is asked of it."""
    where = pick.records.where
    inside = Scope(more.patient, at.records, more.given, {}).bind(
        pick.records.var, Unrecorded(), record
    )
    days = [day.read(inside)[1] for day, _ in pick.date.days()]
    if len(days) != 1:
        return None
    for chosen in options(where, inside, record, dictionary):
        trying, sure = inside, more
        for path, option in chosen.items():
            trying, sure = answered(trying, path, option), answered(sure, path, option)
        holding = [
            each
            for each in stretches(where, trying, days[0])
            if holds(where, trying, days[0], each)
        ]
        if holding:
            words = [in_full(entry_at(dictionary, path), option) for path, option in chosen.items()]
            when = either([days_in_words(each, ENDS) for each in together(holding, "date")])
            text = "a result" if when == "any day" else f"a result {when}"
            text += f" ({', '.join(words)})" if words else ""
            return Sought(text, f"{record}.value", answered(sure, days[0], holding[-1].tried[0]))
    return None


ENDS = (FIRST_DAY, LAST_DAY)


def options(
    where: Clause, scope: Scope, record: str, dictionary: Mapping[str, Entry]
) -> Iterator[dict[str, str]]:
    """What the choices may be that are asked of a record."""
    asked = dict.fromkeys(path for path, _ in where.values(scope) if path.startswith(f"{record}."))
    chosen = [path for path in asked if entry_at(dictionary, path).kind == "choice"]
    labels = [list(entry_at(dictionary, path).labels) for path in chosen]
    for number, each in enumerate(product(*labels)):
        if number == MOST_TRIED:
            return
        yield dict(zip(chosen, each, strict=True))


def stretches(where: Clause, scope: Scope, path: str) -> list[Stretch]:
    """The stretches of days over which a condition of a record does not change."""
    limits = day_limits(where, scope, path, ENDS)
    starts = sorted({FIRST_DAY, *(limits or ())})
    ends = [*(start - 1 for start in starts[1:]), LAST_DAY]
    return [
        Stretch([date.fromordinal(end if start == FIRST_DAY else start)], start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def holds(where: Clause, scope: Scope, path: str, days: Stretch) -> bool:
    """Whether a record of these days satisfies the condition."""
    both = (date.fromordinal(day) for day in (days.low, days.high))
    return all(where.judge(answered(scope, path, day)).outcome for day in both)


def in_full(entry: Entry, option: str) -> str:
    """What is answered, and the answer: Laboratory: central."""
    return f"{entry.question.rstrip('?')}: {entry.labels[option]}"
