"""What to write down beside a line: values, results, answers, and what is worked out from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from critc.ir.dictionary import Choice, Judged, YesNo
from critc.ir.nodes import (
    Aggregate,
    Asked,
    Atom,
    Compare,
    Condition,
    Const,
    Count,
    DateBetween,
    DateOrder,
    Defined,
    Fact,
    Falls,
    HowMany,
    Includes,
    Is,
    MeanOfLast,
    Node,
    Not,
    Range,
    Select,
    Value,
)
from critc.ir.outline.answers import BLANK, blank, boxes, measured
from critc.ir.outline.memory import Memory, Spot
from critc.ir.words import terms
from critc.ir.words.conditions import Computed, clause, computed, counting, is_used, selected
from critc.ir.words.english import printed, visible
from critc.ir.words.names import Names
from critc.ir.words.walk import OverRecords, children, facts_in, walk

_TOTALS = {"sum": "total", "highest": "highest", "lowest": "lowest"}


@dataclass(frozen=True, slots=True)
class Blanks:
    """The blanks of the line at ``spot``; what was written down before is referred to."""

    names: Names
    memory: Memory
    spot: Spot

    def of(self, condition: Condition) -> tuple[str, ...]:
        """What to write down for a condition, each where it is asked first."""
        found = (
            *self._formula(condition),
            *self._totals(condition),
            *self._results(condition),
            *self._facts(condition),
            *self._definitions(condition),
            *self._moments(condition),
        )
        return tuple(visible(words) for words in _gathered(found))

    def _moments(self, condition: Condition) -> Iterator[str]:
        """Where the days are that a line compares, where all of them are moments of the protocol."""
        facts = self._asked_here(condition)
        dated = isinstance(condition, Falls | DateOrder | DateBetween)
        if dated and facts and all(self._is_moment(fact) for fact in facts):
            yield "see the dates at the beginning"

    def _formula(self, condition: Condition) -> Iterator[str]:
        """The value of a formula, or what is computed from several results."""
        found = computed(condition, self.names.assuming(""))
        if found is None or (not found.formula and _is_read_off(found)):
            return
        sources = [selected(pick, around) for pick, around in found.picks]
        words = self._once(
            " | ".join((found.subject, *sources)), f"{BLANK} {_unit(found)}".rstrip()
        )
        yield f"{found.formula or 'result'}: {words}"

    def _totals(self, condition: Condition) -> Iterator[str]:
        """Sums, means and numbers that somebody has to work out, once or for each record."""
        found = [
            node
            for each in walk(condition)
            if isinstance(each, Compare | Range)
            for side in children(each)
            for node in walk(side)
            if isinstance(node, Aggregate | MeanOfLast | Count)
        ]
        for node in dict.fromkeys(found):
            said = terms.number(node, self.names)
            unit = "" if isinstance(node, Count) else self.names.inside(node).unit(node.of)
            name = said if len(found) > 1 else _total(node)
            if isinstance(condition, HowMany):
                name = f"for each of them, {name}"
            yield f"{name}: {self._once(said, f'{BLANK} {unit}'.rstrip())}"

    def _results(self, condition: Condition) -> Iterator[str]:
        """The results of which one is picked, save those that the line itself says where to find.

        It says so of a result that was written down before and of which only the day is used.
        """
        names = self.names.assuming("").seeing(self.written(condition))
        keys = [selected(*each) for each in picks_in(condition, self.names.assuming("").seeing({}))]
        found = dict(zip(keys, picks_in(condition, names), strict=True))
        picks = {
            key: (pick, around)
            for key, (pick, around) in found.items()
            if is_used(pick) or id(pick) not in names.written
        }
        windows = {counting(pick.where, around.inside(pick)) for pick, around in picks.values()}
        said = clause(condition, names)
        several = computed(condition, names)
        worked_out = several is not None and bool(several.formula or not _is_read_off(several))
        named = len(picks) > 1 or worked_out
        if keys and not picks and several is None:
            yield f"see {self.there(self.memory.values[keys[-1]])}"
        for key, (pick, around) in picks.items():
            listed = self.names.lists[pick.records]
            words = self._once(key, measured(listed, self.memory.uses.sides(listed.name)))
            window = next(iter(windows))
            short = len(windows) == 1 and window and window in said
            which = selected(pick, around)
            name = which.removesuffix(f" {window}") if short else which
            yield f"{name}: {words}" if named else words

    def written(self, condition: Condition) -> dict[int, str]:
        """The picked results that were written down before, and where: "the result in line a"."""
        found: dict[int, str] = {}
        for pick, around in picks_in(condition, self.names.assuming("").seeing({})):
            spot = self.memory.values.get(selected(pick, around))
            if spot is not None and spot != self.spot:
                alone = list(self.memory.values.values()).count(spot) == 1
                what = "result" if alone else self.names.title(self.names.lists[pick.records])
                there = self.there(spot)
                at = "in" if there.startswith("line ") else "of"
                found[id(pick)] = f"the {what} {at} {there}"
        return found

    def _facts(self, condition: Condition) -> Iterator[str]:
        """The facts of the patient: an amount or a date; an answer that the line's own tick is not."""
        facts = [fact for fact in self._asked_here(condition) if not self._is_moment(fact)]
        named = len(facts) > 1 or not isinstance(condition, Atom)
        said = clause(condition, self.names).lower()
        for fact in facts:
            declared = self.names.facts[fact.name]
            words = blank(declared, self.memory.uses.sides(fact.name))
            ticked = _ticks(condition, fact)
            boxed = not ticked and BLANK not in words
            if boxed:
                words = "; ".join(filter(None, (boxes(declared), words)))
            if ticked and self._is_told(fact):
                self.memory.values.setdefault(fact.name, self.spot)
            noun = self.names.noun(fact)
            unclear = boxed or (BLANK in words and not _is_said(noun, said))
            if words:
                words = words if ticked and BLANK not in words else self._once(fact.name, words)
                yield _named(noun, words) if named or unclear else words

    def _asked_here(self, condition: Condition) -> tuple[Fact, ...]:
        """The facts of a condition and of its definitions of one line; others have lines of theirs."""
        found: dict[Fact, None] = {}
        for node in walk(condition):
            if isinstance(node, Fact):
                found[node] = None
            elif isinstance(node, Defined) and isinstance(of := self.meaning(node.name), Atom):
                found.update(dict.fromkeys(facts_in(of, self.names.program)))
        return tuple(found)

    def _definitions(self, condition: Condition) -> Iterator[str]:
        """Where definitions that the condition mentions were asked."""
        for name in dict.fromkeys(
            node.name for node in walk(condition) if isinstance(node, Defined)
        ):
            seen = self.memory.definitions.get(name)
            if seen is not None and not isinstance(self.meaning(name), Atom):
                title = self.names.program.definition(name).title
                yield f"{self.names.lower(title)}: as asked at {self.there(seen)}"

    def meaning(self, name: str) -> Condition:
        """What a definition means."""
        return self.names.program.definition(name).condition

    def _is_moment(self, fact: Fact) -> bool:
        return self.names.facts[fact.name].moment

    def _is_told(self, fact: Fact) -> bool:
        """Whether a tick at the line tells the answer, and not only whether it is one of several."""
        match self.names.facts[fact.name].type:
            case YesNo() | Judged():
                return True
            case Choice(options):
                return len(options) == 2
            case _:
                return False

    def _once(self, name: str, words: str) -> str:
        """The words where something is asked first, later where that was."""
        seen = self.memory.values.setdefault(name, self.spot)
        return words if seen == self.spot else f"see {self.there(seen)}"

    def there(self, seen: Spot) -> str:
        """An earlier spot, as one refers to it from here."""
        here = seen.criterion == self.spot.criterion and seen.label
        return f"line {seen.label}" if here else seen.place.words


def _gathered(found: tuple[str, ...]) -> tuple[str, ...]:
    """What to write down; the place alone where all of it was written down at one line."""
    places = {words.rpartition(": ")[2] for words in found}
    place = min(places, default="")
    return (place,) if len(found) > len(places) == 1 and place.startswith("see ") else found


def picks_in(node: Node, names: Names) -> Iterator[tuple[Select, Names]]:
    """The results of measurements that are picked in a condition, with the names around each."""
    if isinstance(node, Select):
        if names.lists[node.records].kind == "measurement":
            yield node, names
        names = names.inside(node).introducing(node.var, selected(node, names))
    elif isinstance(node, OverRecords):
        names = names.inside(node)
    for child in children(node):
        yield from picks_in(child, names)


def _ticks(condition: Condition, fact: Fact) -> bool:
    """Whether the tick of a line is about this fact alone."""
    while isinstance(condition, Not):
        condition = condition.part
    return isinstance(condition, Asked | Is | Includes) and condition.ref == fact


def _is_read_off(found: Computed) -> bool:
    """Whether what is compared is a result as it was measured."""
    match found.compared:
        case Compare(left=compared) | Range(term=compared):
            return isinstance(compared, Value)
        case _:
            return True


def _unit(found: Computed) -> str:
    """The unit in which a limit is written: that of what is compared with it."""
    match found.compared:
        case Compare(right=limit) | Range(high=limit):
            pass
        case _:
            return ""
    figures = printed(limit.shown) if isinstance(limit, Const) else ""
    return re.sub(r"^[-\d.,/]+\s*", "", figures)


def _total(node: Aggregate | MeanOfLast | Count) -> str:
    match node:
        case Aggregate(op):
            return _TOTALS[op]
        case MeanOfLast():
            return "mean"
        case Count():
            return "number"


def _is_said(noun: str, line: str) -> bool:
    """Whether a line (in small letters) says by itself what its blank is for."""
    bare = re.sub(r"^(first to last day of|date of)( the)? | \([^()]*\)$", "", noun.lower())
    return bare in line.replace(" not been ", " been ")


def _named(noun: str, words: str) -> str:
    """A blank with what is to be written in it: "date of birth …………"."""
    if noun.startswith("date ") and words.startswith("date "):
        return f"{noun} {words.removeprefix('date ')}"
    return f"{noun} {words}" if noun.endswith("?") else f"{noun}: {words}"
