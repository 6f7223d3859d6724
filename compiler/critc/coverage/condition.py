"""What a condition mentions: each amount in it, and the texts that its questions show.

A number of the condition is given in each unit in which its fact may be recorded, since the text may
use any of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from critc.coverage.amounts import Amount, amount
from critc.coverage.places import LEFT, RIGHT, Place, beside, ends, length_cut
from critc.coverage.reading import Cut, phrases
from critc.ir import nodes as n
from critc.ir.dictionary import Choice, Declared, Number, Set, Type
from critc.ir.words.walk import OverRecords, children, walk

Kind = Literal["value", "converted", "length", "count", "declared", "asked", "queried"]
"""A number that is compared, as written or in another unit; a length of time; a number of records or
conditions; an end of a fact's declared range; a number in the words of a question, or of a query."""

DRAFT = "draft_"
"""How the name of a judgement begins that only holds a criterion's place; its query says "Draft"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount that a criterion mentions.

    ``exact`` is the same limit said in another number ("more than 1" for "at least 2"): it answers
    only to the same comparison. ``open_end`` is a limit that a range does not reach. ``about`` are
    the words for what is compared.
    """

    amount: Amount
    kind: Kind
    cut: Cut = ""
    of_normal: bool = False
    exact: bool = False
    open_end: bool = False
    about: frozenset[str] = frozenset()

    @property
    def in_words(self) -> bool:
        """Whether it stands in a question or query, not in the condition."""
        return self.kind in ("asked", "queried")


@dataclass(slots=True)
class Reader:
    """Gathers what conditions mention: ``amounts``, the ``texts`` shown with them, their ``nodes``."""

    program: n.Program
    amounts: list[Mention] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    nodes: list[n.Node] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _lists: dict[str, str] = field(default_factory=dict)

    def criterion(self, criterion: n.Criterion) -> None:
        """Reads the condition of a criterion, and for whom it holds."""
        self._seen.add(criterion.id)
        if criterion.applies:
            self._condition(criterion.applies)
        self._condition(criterion.condition)

    def _condition(self, condition: n.Condition) -> None:
        outer, self._lists = self._lists, records_of(condition)
        self._visit(condition, Place())
        self._lists = outer

    def _visit(self, node: n.Node, place: Place) -> None:
        """Reads a node and all that is in it."""
        self.nodes.append(node)
        match node:
            case n.Compare() | n.Range():
                self._compared(node, place)
            case n.Const():
                self._constant(node, place)
            case n.Length(amount=n.Const(value=value), unit=unit):
                self._say(amount(value, unit), "length", place)
            case n.Fact() | n.Field():
                self._asked(node)
            case n.Defined(name=name):
                self._defined(name)
            case n.Status(criterion=cited):
                if cited not in self._seen:
                    self.criterion(next(c for c in self.program.criteria if c.id == cited))
            case _:
                self._other(node, place)

    def _other(self, node: n.Node, place: Place) -> None:
        place = replace(place, about=place.about | self._about(node))
        match node:
            case n.HowMany(low=low, high=high):
                self._counted(low, high, place.about)
            case n.KOf(low=low, high=high, parts=parts):
                self._counted(low, high, place.about)
                self._say(amount(Fraction(len(parts))), "count", replace(place, cut=""))
            case n.AnyOf(parts=parts) if len(parts) > 1:
                self._counted(1, None, place.about)
            case n.Includes() | n.Is():
                self._chosen(node)
            case n.MeanOfLast(n=number) | n.Consecutive(k=number):
                self._say(amount(Fraction(number)), "count", replace(place, cut=""))
            case n.DateConst(value=day):
                self._say(amount(Fraction(day.year)), "value", replace(place, cut=""))
            case n.Table():
                self._table(node, place)
                return
            case _:
                pass
        if isinstance(node, OverRecords):
            self.texts.append(self.program.listed(node.records).title)
        inner = replace(place, cut=length_cut(node) or place.cut)
        for child in children(node):
            self._visit(child, inner)

    # ---- numbers ------------------------------------------------------------------------------

    def _compared(self, node: n.Compare | n.Range, place: Place) -> None:
        about = place.about | self._about(node)
        match node:
            case n.Compare(op=op, left=left, right=right):
                inner = beside((left, right), self._type, about)
                self._side(left, replace(inner, cut=LEFT[op]))
                self._side(right, replace(inner, cut=RIGHT[op]))
            case n.Range(term=term, low=low, high=high):
                inner = beside((term,), self._type, about)
                cuts = ends(node.low_closed, node.high_closed)
                self._side(term, inner)
                self._side(low, replace(inner, cut=cuts[0]))
                self._side(high, replace(inner, cut=cuts[1]))

    def _side(self, term: n.NumberTerm, place: Place) -> None:
        """One side of a comparison; a number inside a sum is no limit itself."""
        match term:
            case n.Arith("*", n.Const(value=value), n.ReferenceLimit() as limit) | n.Arith(
                "*", n.ReferenceLimit() as limit, n.Const(value=value)
            ):
                said = Mention(amount(value), "value", place.cut, True, about=place.about)
                self.amounts.append(said)
                self._visit(limit, place)
            case n.Const() | n.Value() | n.ReferenceLimit():
                self._visit(term, place)
            case n.Extreme(terms=terms):
                self.nodes.append(term)
                for each in terms:
                    self._side(each, place)
            case n.Arith(op, left, right):
                kept = place.cut if op == "*" else ""
                for each in (left, right):
                    self._side(each, replace(place, cut=kept, whole=False))
            case _:
                self._visit(term, replace(place, cut="", whole=False))

    def _constant(self, constant: n.Const, place: Place) -> None:
        """A number, as it was written and in all units of what it stands beside."""
        if constant.shown[:1].isalpha():
            self.texts.append(constant.shown)  # an option of an ordered choice, by its rank
            return
        ways = list(place.ways(constant.value))
        written = [phrase.amount for phrase in phrases(constant.shown) if phrase.amount] or ways[:1]
        for each in written:
            self._say(each, "value", place)
        for each in ways:
            self._say(each, "converted", place)

    def _say(self, said: Amount, kind: Kind, place: Place) -> None:
        self.amounts.append(Mention(said, kind, place.cut, about=place.about))
        if place.whole and place.cut:
            step = -1 if place.cut == "from" else 1
            unit = said.value / said.written if said.written else Fraction(1)
            value, written = said.value + step * unit, said.written + step
            other: Cut = "above" if place.cut == "from" else "from"
            next_one = replace(said, value=value, written=written)
            self.amounts.append(Mention(next_one, kind, other, exact=True, about=place.about))

    def _counted(self, low: int | None, high: int | None, about: frozenset[str]) -> None:
        """So many of them, the ends included."""
        sides: tuple[tuple[int | None, Cut], ...] = ((low, "from"), (high, "above"))
        for number, cut in sides:
            if number is not None:
                self._say(amount(Fraction(number)), "count", Place(cut, whole=True, about=about))

    def _table(self, table: n.Table, place: Place) -> None:
        """Each row is about what its cells name."""
        for key in table.keys:
            self._visit(key, place)
        for row in table.rows:
            about = place.about
            for key, cell in zip(table.keys, row.cells, strict=True):
                about |= self._cell(key, cell, place.about)
            self._visit(row.then, replace(place, about=about))
        if table.otherwise:
            self._visit(table.otherwise, place)

    def _cell(
        self,
        key: n.NumberTerm | n.Ref,
        cell: n.CellRange | n.CellOptions | None,
        about: frozenset[str],
    ) -> frozenset[str]:
        """Reads a cell; the words that it names."""
        match cell:
            case n.CellRange(low, high, low_closed, high_closed):
                term = n.Value(key) if isinstance(key, n.Fact | n.Field) else key
                place = beside((term,), self._type, about)
                cuts = ends(low_closed, high_closed)
                self._end(low, replace(place, cut=cuts[0]), open_end=False)
                self._end(high, replace(place, cut=cuts[1]), open_end=not high_closed)
                return frozenset()
            case n.CellOptions(options):
                named = [name.replace("_", " ") for name in options]
                if isinstance(key, n.Fact | n.Field):
                    named += self._labels(key, options)
                self.texts += named
                return words_of(" ".join(named))
            case None:
                return frozenset()

    def _end(self, value: Fraction | None, place: Place, open_end: bool) -> None:
        for each in place.ways(value) if value is not None else ():
            self.amounts.append(
                Mention(each, "value", place.cut, open_end=open_end, about=place.about)
            )

    # ---- words --------------------------------------------------------------------------------

    def _defined(self, name: str) -> None:
        definition = self.program.definition(name)
        if name not in self._seen:
            self._seen.add(name)
            self.texts.append(definition.title)
            self._condition(definition.condition)

    def _asked(self, ref: n.Ref) -> None:
        """The question of a fact, its options, and the range of its answers."""
        declared = self._declared(ref)
        if not declared.moment and not declared.name.startswith(DRAFT):
            self.texts.append(declared.question)
        match declared.type:
            case Choice(options, ordered=False) | Set(options):
                self.texts += [option.label for option in options]
            case Number(low=low, high=high):
                for end in (low, high):
                    if end is not None:
                        self.amounts.append(Mention(amount(end), "declared"))
            case _:
                pass

    def _chosen(self, node: n.Is | n.Includes) -> None:
        self.texts += self._labels(node.ref, node.options)
        self.texts += [name.replace("_", " ") for name in node.options]

    def _labels(self, ref: n.Ref, options: tuple[str, ...]) -> list[str]:
        kind = self._type(ref)
        named = kind.options if isinstance(kind, Choice | Set) else ()
        return [each.label for each in named if each.name in options]

    def _type(self, ref: n.Ref) -> Type:
        return self._declared(ref).type

    def _declared(self, ref: n.Ref) -> Declared:
        if isinstance(ref, n.Fact):
            return self.program.fact(ref.name)
        return self.program.listed(self._lists[ref.var]).field(ref.name)

    def _about(self, node: n.Node) -> frozenset[str]:
        """The words for what a condition is about: questions, options, titles, the words it quotes."""
        if isinstance(node, _JOINED):
            return words_of(node.at.says)
        texts = [node.at.says]
        for each in walk(node):
            match each:
                case n.Fact() | n.Field():
                    declared = self._declared(each)
                    texts += [] if declared.moment else [declared.question, declared.name]
                case n.Is(ref=ref, options=options) | n.Includes(ref=ref, options=options):
                    texts += [*self._labels(ref, options), *options]
                case _:
                    if isinstance(each, OverRecords):
                        texts += [self.program.listed(each.records).title, each.records]
        return frozenset(word for text in texts for word in words_of(text))


_JOINED = (n.Not, n.All, n.AnyOf, n.Except, n.When, n.Cases, n.Case, n.Table)


def queries_of(criterion: n.Criterion) -> tuple[n.Query, ...]:
    """What is asked of the protocol's authors; that a criterion is a draft asks them nothing."""
    return tuple(each for each in criterion.queries if not each.question.startswith("Draft"))


def records_of(condition: n.Condition) -> dict[str, str]:
    """The list of each variable in a condition."""
    return {node.var: node.records for node in walk(condition) if isinstance(node, OverRecords)}


def words_of(text: str) -> frozenset[str]:
    """The telling words of a text by their first letters: "Platelets" and "platelet" are the same."""
    plain = text.casefold().replace("ae", "e").replace("oe", "e")  # haemoglobin, oedema
    found = re.findall(r"[^\W\d_]{3,}", plain)
    return frozenset(word[:_STEM] for word in found) - _TOO_COMMON


_STEM = 6
_TOO_COMMON = frozenset(
    "and the for with from was were has have had are not any all been his her its who whose which "
    "other than this that these those did does into onto per upon used date first last prior before "
    "after within".split()
)
