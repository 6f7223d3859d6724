"""What the things that a condition refers to are called, and which moments are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from critc.ir.dictionary import Choice, Declared, Judged, Listed, Number, Quantity, Set
from critc.ir.nodes import (
    Condition,
    Fact,
    Field,
    Node,
    Program,
    Ref,
    Select,
)
from critc.ir.words.english import lowered, phrase, plain, printed, proper_words
from critc.ir.words.walk import OverRecords, children, conditions_of

THIS = "this result"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a program's facts, fields and lists; ``dates`` are the moments that are known.

    ``bound`` says which list the record of a variable is from, inside a quantifier; ``elsewhere``
    does so for the variables of the whole program, for a condition that was taken out of one.
    ``picked`` are the variables of a latest or earliest record, which may be mentioned beside others
    of its list; ``in_full`` are the words for those that nothing has introduced. ``told`` says which
    records count: a number can be a count. ``assumed`` is where and when results are of that goes
    without saying, because it was said of all of them. ``written`` says where a picked result was
    written down ("the result in line a"), by the identity of its node; ``known`` are the words for
    the results that go by such a place, or are the one that a line is about.
    """

    program: Program
    dates: Mapping[str, date]
    facts: Mapping[str, Declared]
    lists: Mapping[str, Listed]
    elsewhere: Mapping[int, str]
    proper: frozenset[str]
    told: Callable[[Condition, Names], str]
    bound: Mapping[str, Listed]
    picked: Mapping[str, str]
    in_full: Mapping[str, str]
    assumed: str = ""
    written: Mapping[int, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    def tell(self, where: Condition) -> str:
        """Which records count: "within 14 days before the first dose", "" for all."""
        return self.told(where, self)

    def inside(self, node: OverRecords) -> Names:
        """The names inside a quantifier, an aggregate or a selection."""
        bound = {**self.bound, node.var: self.lists[node.records]}
        picked = {**self.picked, node.var: node.order} if isinstance(node, Select) else self.picked
        known = {var: words for var, words in self.known.items() if var != node.var}
        if id(node) in self.written:
            known[node.var] = self.written[id(node)]
        return replace(self, bound=bound, picked=picked, known=known)

    def about(self, var: str) -> Names:
        """The names where a line is about the picked record: it is "this result"."""
        others = {of: words for of, words in self.known.items() if words != THIS}
        return replace(self, known={**others, var: THIS})

    def seeing(self, written: Mapping[int, str]) -> Names:
        """The names where picked results, by their nodes, were written down before."""
        return replace(self, written=written)

    def introducing(self, var: str, words: str) -> Names:
        """The names where a picked record goes by these words each time."""
        return replace(self, in_full={**self.in_full, var: words})

    def assuming(self, window: str) -> Names:
        """The names where it goes without saying where and when results are of."""
        return replace(self, assumed=window)

    def listed(self, field: Field) -> Listed:
        """The list whose record the field is of."""
        if field.var in self.bound:
            return self.bound[field.var]
        if id(field) in self.elsewhere:
            return self.lists[self.elsewhere[id(field)]]
        return next(each for each in self.lists.values() if _has(each, field.name))

    def declared(self, ref: Ref) -> Declared:
        """The declaration that a ref refers to."""
        if isinstance(ref, Fact):
            return self.facts[ref.name]
        return self.listed(ref).field(ref.name)

    def noun(self, ref: Ref) -> str:
        """The ref inside a line: "last steroid dose"; of a measurement, what was measured."""
        if isinstance(ref, Field) and self.listed(ref).kind == "measurement":
            title = self.which(ref)
            return title if ref.name == "value" else f"{ref.name} of {title}"
        noun = self.lower(phrase(self.declared(ref).question))
        if not isinstance(ref, Field):
            return noun
        if self._beside(ref) or ref.var in self.in_full:
            return f"{noun} of {self.which(ref)}"
        return f"{noun} of this one" if self._around(ref) else noun

    def which(self, ref: Field) -> str:
        """The record of a field: its list, and which of them where others are mentioned beside it."""
        if ref.var in self.in_full:
            return self.in_full[ref.var]
        title = self.title(self.listed(ref))
        return f"{self.picked[ref.var]} {title}" if self._beside(ref) else title

    def result(self, ref: Field) -> str:
        """The picked result that a field is of: "this result", "the result in line a"."""
        of_its_list = [var for var, of in self.bound.items() if of is self.bound.get(ref.var)]
        words = self.known.get(ref.var, "")
        clear = words != THIS or of_its_list[-1] == ref.var
        return words if words and clear else f"the {self.which(ref)}"

    def _beside(self, ref: Field) -> bool:
        """Whether a picked record is mentioned beside other records of its list."""
        others = [var for var, listed in self.bound.items() if listed is self.bound.get(ref.var)]
        return ref.var in self.picked and len(others) > 1

    def _around(self, ref: Field) -> bool:
        """Whether a record is one around another of its list: the inner one goes without saying."""
        own = [var for var, listed in self.bound.items() if listed is self.bound.get(ref.var)]
        return ref.var in own and ref.var != own[-1]

    def title(self, listed: Listed) -> str:
        """The title of a list inside a line."""
        return self.lower(phrase(listed.title))

    def lower(self, text: str) -> str:
        """The text inside a line, without operators."""
        return lowered(plain(text), self.proper)

    def role(self, ref: Ref) -> str:
        """Who decides: "investigator", or "" where nobody has to."""
        kind = self.declared(ref).type
        return kind.role.replace("_", " ") if isinstance(kind, Judged) else ""

    def option(self, ref: Ref, name: str) -> str:
        """The words of an option of a choice or a set."""
        kind = self.declared(ref).type
        options = kind.options if isinstance(kind, Choice | Set) else ()
        return self.lower(next((each.label for each in options if each.name == name), name))

    def ranked(self, ref: Ref, rank: Fraction) -> str:
        """The words of the option of an ordered choice that has this rank; "" if there is none."""
        kind = self.declared(ref).type
        if not isinstance(kind, Choice) or rank not in range(len(kind.options)):
            return ""
        return self.option(ref, kind.options[int(rank)].name)

    def unit(self, ref: Ref) -> str:
        """What a number is counted in: "IU/mL", "years", or ""."""
        match self.declared(ref).type:
            case Quantity(units):
                return printed(units[0].shown)
            case Number(noun=noun):
                return noun
            case _:
                return ""


def named(
    program: Program, dates: Mapping[str, date], told: Callable[[Condition, Names], str]
) -> Names:
    """The names of a program."""
    sentences = [criterion.text for criterion in program.criteria]
    return Names(
        program=program,
        dates=dates,
        facts={fact.name: fact for fact in program.facts},
        lists={listed.name: listed for listed in program.lists},
        elsewhere=_lists_of_fields(program),
        proper=proper_words(sentences),
        told=told,
        bound={},
        picked={},
        in_full={},
    )


def _has(listed: Listed, name: str) -> bool:
    return any(field.name == name for field in listed.fields)


def _lists_of_fields(program: Program) -> dict[int, str]:
    """The list of each field in the program, by the identity of its node."""
    return {
        id(field): records
        for condition in conditions_of(program)
        for field, records in _fields_in(condition, {})
    }


def _fields_in(node: Node, bound: Mapping[str, str]) -> Iterator[tuple[Field, str]]:
    if isinstance(node, Field) and node.var in bound:
        yield node, bound[node.var]
    if isinstance(node, OverRecords):
        bound = {**bound, node.var: node.records}
    for child in children(node):
        yield from _fields_in(child, bound)
