"""What to ask while the verdict is undetermined, and which answers settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from critc.emit.python.runtime.clauses import (
    Clause,
    Comparison,
    Elsewhere,
    End,
)
from critc.emit.python.runtime.entries import Entry, amount, day_in_words, entry_at
from critc.emit.python.runtime.lists import Aggregate, Consecutive, Listing, Selected
from critc.emit.python.runtime.numbers import INFINITY, exact
from critc.emit.python.runtime.tables import NumberKey, Table
from critc.emit.python.runtime.terms import Convert, Never, Scope, Term, Value
from critc.emit.python.runtime.values import Choices, PartialDate, Quantity, Records

# --- settling: what to ask, and which answers settle it -------------------------------------------


class Settles:
    """For one criterion: the values in words that satisfy it, and that violate it, or None."""

    __slots__ = ("criterion", "satisfies", "violates")

    def __init__(self, criterion: str, satisfies: str | None, violates: str | None) -> None:
        self.criterion = criterion
        self.satisfies = satisfies
        self.violates = violates

    @property
    def text(self) -> str:
        """It in one sentence: "0 or 1 satisfies inclusion 5, 2 to 5 violates it"."""
        name = criterion_in_words(self.criterion)
        if self.satisfies is None and self.violates is None:
            return f"settles {name} with others"
        if self.satisfies is None:
            return f"{self.violates} violates {name}"
        violates = "" if self.violates is None else f", {self.violates} violates it"
        return f"{self.satisfies} satisfies {name}{violates}"


class Question:
    """A fact to ask for: its path and question, the criteria it stands in, and what settles them."""

    __slots__ = ("cause", "criteria", "fact", "question", "settles", "text")

    def __init__(
        self, fact: str, question: str, cause: str, settles: list[Settles], label: str
    ) -> None:
        self.fact = fact
        self.question = question
        self.cause = cause
        self.criteria = [each.criterion for each in settles]
        self.settles = settles
        self.text = f"{label} {'; '.join(each.text for each in settles)}"

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "fact": self.fact,
            "question": self.question,
            "criteria": self.criteria,
            "cause": self.cause,
            "settles": [
                {
                    "criterion": each.criterion,
                    "satisfies": each.satisfies,
                    "violates": each.violates,
                }
                for each in self.settles
            ],
            "text": self.text,
        }


def questions(
    criteria: Mapping[str, Clause], scope: Scope, dictionary: Mapping[str, Entry]
) -> list[Question]:
    """What can still change the outcome of these unknown criteria.

    First what settles the verdict alone, then what stands in the most criteria, then in the order of
    the dictionary.
    """
    standing: dict[str, dict[str, Clause]] = {}
    causes: dict[str, set[str]] = {}
    for name, clause in criteria.items():
        for cause, path in clause.judge(scope).unknown:
            if path:
                standing.setdefault(path, {})[name] = clause
                causes.setdefault(path, set()).add(cause)
    places = {name: place for place, name in enumerate(dictionary)}
    ranked = []
    for path, clauses in standing.items():
        entry = entry_at(dictionary, path)
        trial = Trial(path, entry, clauses, scope)
        decisive = trial.decides_alone(len(criteria))
        settles = [trial.settles(name) for name in clauses]
        label = label_of(path, entry, dictionary)
        question = Question(path, entry.question, min(causes[path]), settles, label)
        ranked.append((not decisive, -len(clauses), order(path, places), question))
    ranked.sort(key=lambda each: each[:3])
    return [question for *_, question in ranked]


def order(path: str, places: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Where a path stands in the dictionary."""
    name, _, rest = path.partition("[")
    index, _, field = rest.partition("].")
    if not field:
        name, _, end = name.partition(".")
        return places[name], -1, -1, end
    field, _, end = field.partition(".")
    return places[name], int(index), places[f"{name}.{field}"], end


def label_of(path: str, entry: Entry, dictionary: Mapping[str, Entry]) -> str:
    """A question with which a sentence begins."""
    asked = entry.question
    if path.endswith((".start", ".end")):
        asked += " (first day)" if path.endswith(".start") else " (last day)"
    name, _, rest = path.partition("[")
    if rest:
        asked = f"{dictionary[name].question}, no. {int(rest.partition(']')[0]) + 1}: {asked}"
    return asked if asked.endswith("?") else f"{asked}:"


def criterion_in_words(name: str) -> str:
    """ "inclusion 3" for "I3"."""
    return f"{'inclusion' if name[0] == 'I' else 'exclusion'} {name[1:]}"


# --- settling: the answers that are tried ---------------------------------------------------------


class Stretch:
    """Answers that all have one outcome: ``tried`` is one of them; the ends are None without limit."""

    __slots__ = ("high", "high_open", "low", "low_open", "tried")

    def __init__(
        self, tried: list[Any], low: Any, high: Any, low_open: bool = False, high_open: bool = False
    ) -> None:
        self.tried = tried
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open


class Trial:
    """The answers to one question, and what each does to the criteria in which it stands."""

    __slots__ = ("clauses", "entry", "kind", "outcomes", "path", "scope", "stretches")

    def __init__(
        self, path: str, entry: Entry, clauses: Mapping[str, Clause], scope: Scope
    ) -> None:
        self.path = path
        self.entry = entry
        self.clauses = clauses
        self.scope = scope
        self.kind = self.kind_of()
        self.stretches = self.answers()
        self.outcomes: dict[str, list[bool | None]] = {
            name: [self.outcome(clause, stretch) for stretch in self.stretches]
            for name, clause in clauses.items()
        }

    def kind_of(self) -> str:
        """The kind of answer; the ends of a period are days."""
        if self.entry.kind == "period" and self.path.endswith((".start", ".end")):
            return "date"
        low, high = self.entry.low, self.entry.high
        if self.entry.kind == "whole" and low is not None and high is not None:
            return "score" if exact(high) - exact(low) < MOST_OPTIONS else "number"
        return "number" if self.entry.kind in ("whole", "quantity") else self.entry.kind

    def recorded(self) -> Any:
        """What is recorded so far."""
        return recorded_at(self.path, self.scope)

    def answers(self) -> list[Stretch]:
        """Answers to try, so that each possible answer has the outcome of one of them."""
        if self.kind == "yes/no":
            return [Stretch([each], each, each) for each in (True, False)]
        if self.kind == "choice":
            return [Stretch([each], each, each) for each in self.entry.labels]
        if self.kind == "score":
            low, high = int(exact(self.entry.low or 0)), int(exact(self.entry.high or 0))
            return [Stretch([each], each, each) for each in range(low, high + 1)]
        if self.kind == "set":
            return self.sets()
        if self.kind == "list":
            known = self.recorded()
            if known is not None and known.complete:
                return []
            listed = Records(() if known is None else known.items)
            return [Stretch([listed], listed, listed)]
        none = [Stretch(["none"], "none", "none")] if self.entry.or_none else []
        if self.kind == "date":
            return [*self.days(), *([] if "." in self.path and self.of_period() else none)]
        return [*self.numbers(), *none]

    def of_period(self) -> bool:
        """Whether the answer is an end of a period."""
        return self.entry.kind == "period"

    def sets(self) -> list[Stretch]:
        """With each further option, and without any."""
        known = self.recorded() or Choices(frozenset(), False)
        more = [each for each in self.entry.labels if each not in known.values]
        stretches = [Stretch([Choices(known.values | {each}, False)], each, each) for each in more]
        return [*stretches, Stretch([Choices(known.values)], None, None)]

    def outcome(self, clause: Clause, stretch: Stretch) -> bool | None:
        """The criterion's outcome with these answers; None if they differ."""
        found = {self.with_answer(clause, answer) for answer in stretch.tried}
        return found.pop() if len(found) == 1 else None

    def with_answer(self, clause: Clause, answer: Any) -> bool | None:
        """The criterion's outcome with this answer."""
        return clause.judge(answered(self.scope, self.path, answer)).outcome

    def decides_alone(self, open_criteria: int) -> bool:
        """Whether some answer settles the verdict, all else being as it is."""
        for number in range(len(self.stretches)):
            found = [outcomes[number] for outcomes in self.outcomes.values()]
            if False in found or (found.count(True) == open_criteria):
                return True
        return False

    def settles(self, name: str) -> Settles:
        """The answers that satisfy a criterion, and that violate it."""
        words = {
            outcome: self.in_words(
                [
                    stretch
                    for stretch, found in zip(self.stretches, self.outcomes[name], strict=True)
                    if found is outcome
                ]
            )
            for outcome in (True, False)
        }
        return Settles(name, words[True], words[False])

    # ---- numbers and days ----

    def numbers(self) -> list[Stretch]:
        """The limits that the number meets, and the gaps between them."""
        limits: set[Any] = set()
        for clause in self.clauses.values():
            found = number_limits(clause, self.scope, self.path)
            if found is None:
                return []
            limits |= found
        low = -INFINITY if self.entry.low is None else exact(self.entry.low)
        high = INFINITY if self.entry.high is None else exact(self.entry.high)
        inner = sorted(limit for limit in limits if low <= limit <= high)
        if self.entry.kind == "whole":
            return whole_stretches(inner, low, high)
        return number_stretches(inner, low, high, self.entry.kind == "quantity")

    def days(self) -> list[Stretch]:
        """The days on which an outcome can change, and the stretches between them."""
        known = self.recorded()
        first, last = FIRST_DAY, LAST_DAY
        if isinstance(known, PartialDate):
            first, last = known.first.toordinal(), known.last.toordinal()
        splits: set[int] = set()
        for clause in self.clauses.values():
            found = day_limits(clause, self.scope, self.path, (first, last))
            if found is None:
                return []
            splits |= found
        starts = sorted({first, *(split for split in splits if first < split <= last)})
        ends = [*(start - 1 for start in starts[1:]), last]
        stretches = [
            Stretch(
                [date.fromordinal(day) for day in sorted({start, (start + end) // 2, end})],
                start,
                end,
            )
            for start, end in zip(starts, ends, strict=True)
        ]
        if self.path.endswith(".end") and self.of_period() and known is None:
            stretches.append(Stretch(["ongoing"], "ongoing", "ongoing"))
        return stretches

    def in_words(self, stretches: list[Stretch]) -> str | None:
        """Answers in words; None if there are none."""
        if not stretches:
            return None
        if self.kind == "list":
            known = self.recorded()
            return "none" if known is None or not known.items else "none but those listed"
        if self.kind == "set":
            return either([self.option(stretch.low) for stretch in stretches])
        if self.kind in ("date", "number", "score"):
            return self.stretches_in_words(stretches)
        return either([self.option(stretch.low) for stretch in stretches])

    def option(self, answer: Any) -> str:
        """One answer of a few."""
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if answer is None:
            known = self.recorded()
            return "none" if known is None or not known.values else "none but those listed"
        label = self.entry.labels.get(answer, str(answer))
        return f"“{label}”" if " " in label else label

    def stretches_in_words(self, stretches: list[Stretch]) -> str:
        """Stretches in words, those that meet put together."""
        named = [stretch.low for stretch in stretches if isinstance(stretch.low, str)]
        merged = together([each for each in stretches if not isinstance(each.low, str)], self.kind)
        if self.kind == "date":
            known = self.recorded()
            ends = (FIRST_DAY, LAST_DAY)
            if isinstance(known, PartialDate):
                ends = known.first.toordinal(), known.last.toordinal()
            return either([*(days_in_words(each, ends) for each in merged), *named])
        whole = self.entry.kind == "whole"
        words = [
            whole_in_words(each, self.entry) if whole else span_in_words(each, self.entry)
            for each in merged
        ]
        return either([*words, *named])


MOST_OPTIONS = 100
FIRST_DAY = date(1000, 1, 1).toordinal()
LAST_DAY = date(2999, 12, 31).toordinal()


def answered(scope: Scope, path: str, answer: Any) -> Scope:
    """The scope in which a question has this answer."""
    return Scope(scope.patient, scope.records, {**scope.given, path: answer}, {})


def recorded_at(path: str, scope: Scope) -> Any:
    """What a path holds."""
    value: Any = scope.patient
    for step in path.split("."):
        name, _, index = step.partition("[")
        if value is None or isinstance(value, str):
            return None
        attribute = next(each for each in (name, f"{name}_", f"x{name}") if hasattr(value, each))
        value = getattr(value, attribute)
        if index:
            value = value.items[int(index[:-1])]
    return value


# --- settling: where the outcome can change -------------------------------------------------------


def open_leaves(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses that are not settled, down to those that ask one thing, each with its records."""
    if clause.judge(scope).outcome is not None:
        return
    if isinstance(clause, Elsewhere):
        yield from open_leaves(clause.build(), scope)
        return
    if isinstance(clause, (Comparison, Selected, Consecutive, Table)) or not clause.parts():
        yield clause, scope
    for part, inner in inside(clause, scope):
        yield from open_leaves(part, inner)


def inside(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses in a clause, those on records once for each record."""
    if isinstance(clause, (Selected, Consecutive)):
        for inner in clause.records.bound(scope):
            yield clause.records.where, inner
            yield clause.then, inner
        return
    if isinstance(clause, Comparison):
        for records in {id(each): each for each in listings(clause)}.values():
            for inner in records.bound(scope):
                yield records.where, inner
        return
    for part in clause.parts():
        yield part, scope


def listings(clause: Comparison) -> Iterator[Listing]:
    """The lists over which a comparison counts or sums."""
    for end in clause.ends:
        for term in (*terms_in(end.left), *terms_in(end.right)):
            if isinstance(term, Aggregate):
                yield term.records


def terms_in(term: Term) -> Iterator[Term]:
    """A term and those that it is made of."""
    yield term
    for part, _ in term.parts():
        yield from terms_in(part)


def own_paths(term: Term, scope: Scope) -> set[str]:
    """The paths of values that a term itself reads."""
    paths = set()
    for each in terms_in(term):
        if isinstance(each, Aggregate):
            for member in each.records.bound(scope):
                paths |= {path for path, _ in each.of_each(member)}
        elif not any(True for _ in each.parts()):
            paths |= {path for path, _ in each.refs(scope)}
    return paths


def number_limits(clause: Clause, scope: Scope, path: str) -> set[Any] | None:
    """The numbers at which a clause can change; None if the number is part of a formula."""
    limits: set[Any] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_limits(end, at, path)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, Table):
            for index, key in enumerate(leaf.keys):
                if not isinstance(key, NumberKey) or path not in own_paths(key.term, at):
                    continue
                if not isinstance(key.term, Value):
                    return None
                for row in leaf.rows:
                    cell = row.cells[index]
                    limits.update(() if cell is None else cell.limits())
    return limits


def end_limits(end: End, scope: Scope, path: str) -> set[Any] | None:
    """The same for one end of a comparison."""
    for side, other in ((end.left, end.right), (end.right, end.left)):
        if path not in own_paths(side, scope):
            continue
        factor, offset, bare = exact(1), exact(0), side
        while isinstance(bare, Convert):
            factor, offset, bare = factor * bare.factor, offset + factor * bare.offset, bare.term
        if not isinstance(bare, Value) or path in own_paths(other, scope):
            return None
        value = other.value(scope, set())
        if value is None:
            return set()
        ends = [limit for limit in (value.low, value.high) if abs(limit) != INFINITY]
        return {(limit - offset) / factor for limit in ends}
    return set()


def day_limits(clause: Clause, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The first days of stretches over which a clause does not change; None if that is not known."""
    limits: set[int] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_days(end, at, path, span)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, (Selected, Consecutive)):
            limits |= other_days(leaf, at)
        elif isinstance(leaf, Table) and any(path == read for read, _ in leaf.values(at)):
            return None
    return limits


def other_days(leaf: Selected | Consecutive, scope: Scope) -> set[int]:
    """The days around those of the records, where the order of records can change."""
    days: set[int] = set()
    for member in leaf.records.dated(scope, leaf.date):
        for day in (member.first, member.last):
            if abs(day) != INFINITY:
                days |= {int(day), int(day) + 1}
    return days


def end_days(end: End, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The same for one end of a comparison, which a day moves one way."""
    mentioned = [(day, sign) for day, sign in end.days() if day.read(scope)[1] == path]
    directions = {sign for _, sign in mentioned}
    if not directions:
        return None if path in own_paths(end.left, scope) | own_paths(end.right, scope) else set()
    if len(directions) > 1 or 0 in directions:
        return None

    def outcome(day: int) -> bool | None:
        try:
            at = answered(scope, path, date.fromordinal(day))
            return end.judge(at, None, 0).outcome
        except Never:
            return False

    changes: set[int] = set()
    waiting = [span]
    while waiting:
        low, high = waiting.pop()
        if outcome(low) is outcome(high):
            continue
        if high - low == 1:
            changes.add(high)
            continue
        middle = (low + high) // 2
        waiting += [(low, middle), (middle, high)]
    return changes


# --- settling: answers in words -------------------------------------------------------------------


def whole_stretches(limits: list[Any], low: Any, high: Any) -> list[Stretch]:
    """Whole numbers: around each limit, and between."""
    edges = sorted({edge for limit in limits for edge in (-(-limit // 1), limit // 1 + 1)})
    starts = [low, *(edge for edge in edges if low < edge <= high)]
    ends = [*(start - 1 for start in starts[1:]), high]
    return [
        Stretch([tried_between(start, end)], start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def tried_between(low: Any, high: Any) -> int:
    """A whole number between two."""
    if low == -INFINITY:
        return 0 if high == INFINITY else int(high)
    return int(low)


def number_stretches(limits: list[Any], low: Any, high: Any, quantity: bool) -> list[Stretch]:
    """Each limit, and the gaps between them."""
    stretches = []
    edges = [low, *(limit for limit in limits if low < limit < high), high]
    if low in limits or low == high:
        stretches.append(Stretch([tried_number(low, quantity)], low, low))
    for start, end in pairwise(edges):
        tried = [tried_number(each, quantity) for each in numbers_between(start, end)]
        closed_low = start == low and low != -INFINITY and low not in limits
        closed_high = end == high and high != INFINITY and high not in limits
        stretches.append(Stretch(tried, start, end, not closed_low, not closed_high))
        if end in limits:
            stretches.append(Stretch([tried_number(end, quantity)], end, end))
    return stretches


def numbers_between(low: Any, high: Any) -> list[Any]:
    """Some numbers between two."""
    if low == -INFINITY:
        return [exact(0)] if high == INFINITY else [high - 1, high - exact("0.001")]
    if high == INFINITY:
        return [low + 1, low + exact("0.001")]
    return [(exact(low) + high) / 2, (exact(low) * 999 + high) / 1000]


def tried_number(value: Any, quantity: bool) -> Any:
    """A number as a patient's record has it."""
    return Quantity(value) if quantity else value


def together(stretches: list[Stretch], kind: str) -> list[Stretch]:
    """Stretches in order, those that meet as one."""
    merged: list[Stretch] = []
    for each in stretches:
        last = merged[-1] if merged else None
        if last is not None and meets(last, each, kind):
            merged[-1] = Stretch(last.tried, last.low, each.high, last.low_open, each.high_open)
        else:
            merged.append(each)
    return merged


def meets(one: Stretch, other: Stretch, kind: str) -> bool:
    """Whether nothing lies between two stretches."""
    if one.high == other.low:
        return not (one.high_open and other.low_open)
    whole = kind in ("date", "score") or isinstance(one.tried[0], int)
    return whole and bool(one.high + 1 == other.low)


def whole_in_words(of: Stretch, entry: Entry) -> str:
    """Whole numbers in words: 3, 0 or 1, 2 to 5, 18 or more, at most 4."""
    low, high = of.low, of.high
    if low == -INFINITY or (low == declared(entry.low) and high == INFINITY):
        return "any number" if high == INFINITY else f"at most {int(high)}"
    if high == INFINITY:
        return f"{int(low)} or more"
    if low == high:
        return f"{int(low)}"
    return f"{int(low)} {'or' if high == low + 1 else 'to'} {int(high)}"


def span_in_words(of: Stretch, entry: Entry) -> str:
    """Numbers in words: below 1000 IU/mL, from 5 to 9 g/dL."""
    low, high = of.low, of.high
    unit = entry.unit
    from_start = low == -INFINITY or (low == declared(entry.low) and not of.low_open)
    to_end = high == INFINITY or (high == declared(entry.high) and not of.high_open)
    if low == high:
        return amount(low, unit)
    if from_start and to_end:
        return "any value"
    if from_start:
        return f"{'below' if of.high_open else 'at most'} {amount(high, unit)}"
    if to_end:
        return f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
    if of.low_open or of.high_open:
        start = f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
        return f"{start} and {'below' if of.high_open else 'at most'} {amount(high, unit)}"
    return f"from {amount(low, '')} to {amount(high, unit)}"


def declared(limit: str | int | None) -> Any:
    """An end of the declared range."""
    return None if limit is None else exact(limit)


def days_in_words(of: Stretch, ends: tuple[int, int]) -> str:
    """Days in words: on or before 15 February 2026."""
    first, last = (day_in_words(date.fromordinal(day)) for day in (of.low, of.high))
    if (of.low, of.high) == ends:
        return "any day"
    if of.low == of.high:
        return f"on {first}"
    if of.low == ends[0]:
        return f"on or before {last}"
    if of.high == ends[1]:
        return f"on or after {first}"
    return f"from {first} to {last}"


def either(parts: list[str]) -> str:
    """Several answers, of which one is given."""
    if len(parts) < 2:
        return parts[0]
    return f"{', '.join(parts[:-1])} or {parts[-1]}"
