"""What to ask while the verdict is undetermined, and which answers settle it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from critc.emit.python.runtime.answers import (
    FIRST_DAY,
    LAST_DAY,
    Stretch,
    days_in_words,
    either,
    number_stretches,
    span_in_words,
    together,
    whole_in_words,
    whole_stretches,
)
from critc.emit.python.runtime.clauses import Clause
from critc.emit.python.runtime.entries import Entry, entry_at, pattern, place
from critc.emit.python.runtime.further import sought
from critc.emit.python.runtime.limits import answered, day_limits, number_limits, recorded_at
from critc.emit.python.runtime.numbers import INFINITY, exact
from critc.emit.python.runtime.terms import Scope
from critc.emit.python.runtime.values import Choices, PartialDate, Records

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
    ranked = []
    for path, clauses in standing.items():
        entry = entry_at(dictionary, path)
        trial = Trial(path, entry, clauses, scope, dictionary)
        decisive = trial.decides_alone(len(criteria))
        settles = [trial.settles(name) for name in clauses]
        label = label_of(path, entry, dictionary)
        question = Question(path, entry.question, min(causes[path]), settles, label)
        ranked.append((not decisive, -len(clauses), place(path, dictionary), question))
    ranked.sort(key=lambda each: each[:3])
    return [question for *_, question in ranked]


# What is recorded beside or in a value, by the end of its path.
PARTS = {
    "start": "first day",
    "end": "last day",
    "uln": "upper limit of normal",
    "lln": "lower limit of normal",
}


def label_of(path: str, entry: Entry, dictionary: Mapping[str, Entry]) -> str:
    """A question with which a sentence begins."""
    asked = entry.question
    name, _, rest = path.partition("[")
    if pattern(path) not in dictionary:
        part = PARTS[path.rpartition(".")[2]]
        is_result = rest and asked == dictionary[name].question
        asked = part if is_result else f"{asked.rstrip('?:')} ({part})"
    if rest:
        asked = f"{dictionary[name].question}, no. {int(rest.partition(']')[0]) + 1}: {asked}"
    return asked if asked.endswith("?") else f"{asked}:"


def criterion_in_words(name: str) -> str:
    """ "inclusion 3" for "I3"."""
    return f"{'inclusion' if name[0] == 'I' else 'exclusion'} {name[1:]}"


# --- settling: the answers that are tried ---------------------------------------------------------


class Trial:
    """The answers to one question, and what each does to the criteria in which it stands."""

    __slots__ = (
        "clauses",
        "entry",
        "further",
        "kind",
        "outcomes",
        "path",
        "result",
        "scope",
        "stretches",
    )

    def __init__(
        self,
        path: str,
        entry: Entry,
        clauses: Mapping[str, Clause],
        scope: Scope,
        dictionary: Mapping[str, Entry],
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
        self.further: Trial | None = None
        found = sought(path, clauses, scope, dictionary) if self.kind == "list" else None
        self.result = found.words if found else ""
        if found:
            value = entry_at(dictionary, found.path)
            self.further = Trial(found.path, value, clauses, found.scope, dictionary)

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
        may_be_none = self.entry.or_none and self.recorded() is None
        none = [Stretch(["none"], "none", "none")] if may_be_none else []
        if self.kind == "date":
            return [*self.days(), *([] if "." in self.path and self.of_period() else none)]
        return [*(self.numbers() if self.kind == "number" else []), *none]

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
        if self.further and self.further.decides_alone(open_criteria):
            return True
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
        if not self.further:
            return Settles(name, words[True], words[False])
        result = self.further.settles(name)
        return Settles(
            name,
            self.or_result(words[True], result.satisfies),
            self.or_result(words[False], result.violates),
        )

    def or_result(self, words: str | None, value: str | None) -> str | None:
        """Answers in words, with those of a further result."""
        result = None if value is None else f"{self.result}, {value}"
        return either([each for each in (words, result) if each]) if words or result else None

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
