"""Whether a condition can hold, and whether it can fail, by types, ranges and numbers alone."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from critc.check import protocol as p
from critc.check.types import Choice, Date, Period, Set
from critc.lint.reasoning import windows
from critc.lint.reasoning.things import beside, key
from critc.lint.reasoning.values import NO, YES, Values, between
from critc.lint.reasoning.worlds import ANYBODY, NOBODY, Worlds, both, either, only

_OPPOSITE = {"<": ">", "≤": "≥", "=": "=", "≥": "≤", ">": "<"}


@dataclass(slots=True)
class Reasoning:
    """Answers for the conditions of one protocol; what was worked out is kept."""

    protocol: p.Protocol
    _known: dict[tuple[int, bool], tuple[p.Condition, Worlds]] = field(default_factory=dict)

    def possible(self, condition: p.Condition) -> bool:
        """Whether it can hold for somebody, as far as this can tell."""
        return bool(self.worlds(condition, True))

    def certain(self, condition: p.Condition) -> bool:
        """Whether it holds for everybody of whom all is known."""
        return not self.worlds(condition, False)

    def implies(self, one: p.Condition, other: p.Condition) -> bool:
        """Whether the other holds wherever the one does."""
        return not both((self.worlds(one, True), self.worlds(other, False)))

    def excludes(self, one: p.Condition, other: p.Condition) -> bool:
        """Whether the two never hold together."""
        return not both((self.worlds(one, True), self.worlds(other, True)))

    def worlds(self, condition: p.Condition, truth: bool) -> Worlds:
        """Where a condition holds (``truth``), or does not."""
        known = id(condition), truth
        if known not in self._known:
            self._known[known] = condition, self._worlds(condition, truth)
        return self._known[known][1]

    def _worlds(self, condition: p.Condition, truth: bool) -> Worlds:
        match condition:
            case p.Not(part=part):
                return self.worlds(part, not truth)
            case p.ListOf():
                return self._list(condition, truth)
            case p.Except(part=part, exception=exception, word="unless"):
                parts = self.worlds(part, truth), self.worlds(exception, not truth)
                return both(parts) if truth else either(parts)
            case p.Except(part=part, exception=exception):
                parts = self.worlds(part, truth), self.worlds(exception, truth)
                return either(parts) if truth else both(parts)
            case p.When(who=who, part=part):
                return self._when(who, part, truth, otherwise=False)
            case p.CasesOf(cases=cases):
                return either(self._case(case.then, case.condition, truth) for case in cases)
            case p.Applied(name=name, arguments=()):
                return self.worlds(self.protocol.definitions[name].condition, truth)
            case p.HowMany():
                return self._how_many(condition, truth)
            case _:
                return self._atom(condition, truth)

    # ---- joined -----------------------------------------------------------------------------

    def _list(self, condition: p.ListOf, truth: bool) -> Worlds:
        match condition.word:
            case "all of":
                found = (self._member(part, truth, otherwise=True) for part in condition.parts)
                return both(found) if truth else either(found)
            case "any of":
                found = (self._member(part, truth, otherwise=False) for part in condition.parts)
                return either(found) if truth else both(found)
            case "none of":
                found = (self._member(part, not truth, otherwise=False) for part in condition.parts)
                return both(found) if truth else either(found)
            case "count":
                return self._so_many(condition, truth)

    def _member(self, part: p.Condition, truth: bool, otherwise: bool) -> Worlds:
        if isinstance(part, p.When):
            return self._when(part.who, part.part, truth, otherwise)
        return self.worlds(part, truth)

    def _when(self, who: p.Condition, part: p.Condition, truth: bool, otherwise: bool) -> Worlds:
        """What is asked only of some stands for ``otherwise`` for the others."""
        asked = both((self.worlds(who, True), self.worlds(part, truth)))
        return either((asked, self.worlds(who, False))) if truth == otherwise else asked

    def _so_many(self, condition: p.ListOf, truth: bool) -> Worlds:
        """So many of the members: known from how many of them can hold, and can fail."""
        members = [
            [self._member(part, held, otherwise=False) for held in (True, False)]
            for part in condition.parts
        ]
        most = sum(bool(holding) for holding, _ in members)
        least = sum(not failing for _, failing in members)
        low = 0 if condition.low is None else condition.low
        high = len(members) if condition.high is None else condition.high
        can = most >= low and least <= high
        can_fail = least < low or most > high
        return ANYBODY if (can if truth else can_fail) else NOBODY

    def _case(self, then: p.Condition, condition: p.Condition | None, truth: bool) -> Worlds:
        given = ANYBODY if condition is None else self.worlds(condition, True)
        return both((given, self.worlds(then, truth)))

    def _how_many(self, condition: p.HowMany, truth: bool) -> Worlds:
        """So many records: where none can be meant, the number is 0."""
        asked = [part for part in (condition.timing, condition.where) if part]
        low = condition.low or 0
        if not both(self.worlds(part, True) for part in asked):
            return ANYBODY if (low == 0) == truth else NOBODY
        wanted = between(
            Fraction(low), None if condition.high is None else Fraction(condition.high)
        )
        counted = between(Fraction(0), None)
        thing: Hashable = replace(condition, low=None, high=None, says="")
        if not asked and not condition.distinct:
            thing = ("records", condition.bound.records.name)
        left = counted & wanted if truth else counted - wanted
        return only(thing, left.whole())

    # ---- atoms ------------------------------------------------------------------------------

    def _atom(self, condition: p.Condition, truth: bool) -> Worlds:
        match condition:
            case p.Holds(of=of):
                return only(key(of), YES if truth else NO)
            case p.Compare(sign=sign, left=left, right=right):
                return self._compare(sign, left, right, truth)
            case p.Between(term=term, low=low, high=high, high_open=high_open):
                ends = (
                    self._compare("≥", term, low, truth),
                    self._compare("<" if high_open else "≤", term, high, truth),
                )
                return both(ends) if truth else either(ends)
            case p.IsOneOf(of=of, options=options):
                return _is(condition, of, options, truth)
            case p.Includes(of=of, options=options, mode=mode) if isinstance(of.type, Set):
                return _includes(of, of.type, options, mode, truth)
            case p.NormalRange(of=of, side=side):
                return _normal(of, side, truth)
            case p.DateOrder(sign=sign, left=left, right=right):
                return windows.in_order(sign, left, right, truth)
            case p.Falls(of=of, window=window) if isinstance(of.type, Date):
                found = windows.in_window(of, window, truth)
                return _whether(condition, truth) if found is None else found
            case _:
                return _whether(condition, truth)

    def _compare(self, sign: str, left: p.Term, right: p.Term, truth: bool) -> Worlds:
        if isinstance(right, p.Alternatives):
            return either(self._beside_case(sign, left, case, truth) for case in right.cases)
        for term, limit, read in ((left, right, sign), (right, left, _OPPOSITE[sign])):
            if (found := beside(term, read, limit)) is not None:
                return only(found.thing, found.holding if truth else found.failing)
        return _ordered(sign, left, right, truth)

    def _beside_case(self, sign: str, left: p.Term, case: p.Alternative, truth: bool) -> Worlds:
        given = ANYBODY if case.condition is None else self.worlds(case.condition, True)
        return both((given, self._compare(sign, left, case.value, truth)))


def _whether(condition: p.Condition, truth: bool) -> Worlds:
    """A condition of which nothing is known but whether it holds."""
    return only(replace(condition, says=""), YES if truth else NO)


_SIGNS = {"<": (-1, -1), "≤": (-1, 0), "=": (0, 0), "≥": (0, 1), ">": (1, 1)}


def _ordered(sign: str, left: p.Term, right: p.Term, truth: bool) -> Worlds:
    """Two values of which nothing is known but their order: below, the same, above."""
    low, high = _SIGNS[sign]
    every = between(Fraction(-1), Fraction(1)).whole()
    held = between(Fraction(low), Fraction(high)).whole()
    return only(("order", key(left), key(right)), held if truth else every - held)


def _is(condition: p.Condition, of: p.Term, options: tuple[str, ...], truth: bool) -> Worlds:
    if isinstance(of.type, Date | Period):
        return windows.never_was(of, truth)
    if not isinstance(of.type, Choice) or isinstance(of, p.OptionNamed | p.Alternatives | p.Call):
        return _whether(condition, truth)
    ranks = [of.type.rank(name) for name in options]
    named = Values(())
    for rank in ranks:
        if rank is not None:
            named |= between(Fraction(rank), Fraction(rank)).whole()
    every = between(Fraction(0), Fraction(len(of.type.options) - 1)).whole()
    return only(key(of), named if truth else every - named)


def _includes(of: p.Term, kind: Set, options: tuple[str, ...], mode: str, truth: bool) -> Worlds:
    """Each option of a set is a question of its own."""

    def has(name: str, held: bool) -> Worlds:
        return only(("includes", key(of), name), YES if held else NO)

    match mode:
        case "any":
            found = [has(name, truth) for name in options]
            return either(found) if truth else both(found)
        case "all":
            found = [has(name, truth) for name in options]
            return both(found) if truth else either(found)
        case _:
            names = [option.name.text for option in kind.options]
            others = [has(name, not truth) for name in names if name not in options]
            return both(others) if truth else either(others)


def _normal(of: p.Term, side: str, truth: bool) -> Worlds:
    """A value and the laboratory's limits, as multiples of them."""
    above = only(("ratio", key(of), "upper"), between(Fraction(1), None, low_closed=False))
    below = only(("ratio", key(of), "lower"), between(None, Fraction(1), high_closed=False))
    not_above = only(("ratio", key(of), "upper"), between(None, Fraction(1)))
    not_below = only(("ratio", key(of), "lower"), between(Fraction(1), None))
    match side:
        case "above":
            return above if truth else not_above
        case "below":
            return below if truth else not_below
        case "inside":
            return both((not_above, not_below)) if truth else either((above, below))
        case _:
            return either((above, below)) if truth else both((not_above, not_below))
