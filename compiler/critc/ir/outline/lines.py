"""Conditions as lines: what is looked up, how it is joined, what excepts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from critc.ir.nodes import (
    All,
    AnyOf,
    Asked,
    Atom,
    Cases,
    CellOptions,
    CellRange,
    Condition,
    Consecutive,
    Defined,
    Except,
    HowMany,
    KOf,
    Not,
    NumberTerm,
    Ref,
    Select,
    Status,
    Table,
    Truth,
    When,
)
from critc.ir.outline.answers import BLANK, blank, measured, sheet
from critc.ir.outline.document import Grid, Group, Line, Place, Sheet
from critc.ir.words import conditions
from critc.ir.words.conditions import (
    Described,
    clause,
    described,
    heading,
    inline,
    key,
    of_formula,
    selected,
)
from critc.ir.words.english import capital, enumerated, visible
from critc.ir.words.names import Names, OverRecords
from critc.ir.words.walk import facts_in, walk

Joined = All | AnyOf | KOf
Cell = CellRange | CellOptions | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: its criterion, and its label in it ("" for the criterion itself)."""

    criterion: str
    title: str
    label: str = ""

    def under(self, index: int) -> Spot:
        """The spot of the line under this one: a, b, … at the top, then b1, b2, then b1a."""
        counted = self.label[-1:].isalpha()
        return replace(self, label=self.label + (str(index + 1) if counted else _letter(index)))

    @property
    def place(self) -> Place:
        """The spot as something to refer to."""
        if not self.label:
            return Place(self.title, self.criterion)
        return Place(f"{self.title}, line {self.label}", self.anchor)

    @property
    def anchor(self) -> str:
        """The anchor of the line."""
        return f"{self.criterion}-{self.label}" if self.label else self.criterion


def _letter(index: int) -> str:
    """a to z, then aa, ab, …"""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)


@dataclass(slots=True)
class Memory:
    """What was asked so far, and where: it is not asked again."""

    ticked: dict[Condition, tuple[Spot, bool]] = field(default_factory=dict)
    values: dict[str, Spot] = field(default_factory=dict)
    lists: dict[str, Sheet] = field(default_factory=dict)
    definitions: dict[str, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes lines. Inside a record (``spot`` None) nothing is ticked: the record is written down."""

    names: Names
    memory: Memory
    spot: Spot | None
    sheets: list[Sheet]

    def under(self, index: int) -> Writer:
        """The writer of a line under this one."""
        return replace(self, spot=self.spot.under(index) if self.spot else None)

    def details(self, names: Names) -> Writer:
        """The writer of what is said of a record."""
        return replace(self, names=names, spot=None)

    # ---- joined -----------------------------------------------------------------------------

    def line(self, condition: Condition, positive: bool = True) -> Line:
        """A condition as a line with what stands under it; denied where ``positive`` is false."""
        match condition:
            case Cases() | Table() if condition.at.formula:
                return self._asked(condition, positive)
            case Not(part):
                return self.line(part, not positive)
            case All((only,)) | AnyOf((only,)):
                return self.line(only, positive)
            case All() | AnyOf() | KOf():
                group = Group("", self.lines(condition.parts))
                return self._joining(heading(condition, positive), group)
            case _ if not positive and isinstance(
                condition, Except | When | Cases | Table | Defined
            ):
                group = Group("", (self.under(0).line(condition),))
                return self._joining("this does not hold", group)
            case Except(part):
                base = self.line(part)
                count = sum(bool(each.label) for group in base.groups for each in group.lines)
                return replace(base, groups=(*base.groups, self.exception(condition, count)))
            case When(who, part, otherwise):
                return self._when(who, part, otherwise)
            case Cases():
                return self._cases(condition)
            case Table():
                by = enumerated([key(each, self.names) for each in condition.keys], "and")
                line = self._asked(condition, True, f"as the table below says, by {by}")
                return replace(line, grid=grid(condition, self.names))
            case Defined(name):
                return self._defined(name)
            case HowMany() | Select() | Consecutive():
                return self._over_records(condition, positive)
            case _:
                return self._asked(condition, positive)

    def lines(self, parts: Sequence[Condition], start: int = 0) -> tuple[Line, ...]:
        """The members of a list."""
        return tuple(self.under(start + i).line(part) for i, part in enumerate(parts))

    def exception(
        self, condition: Except, start: int = 0, unless: str = "does not count if"
    ) -> Group:
        """What excepts a line, a list or records; its labels begin at ``start``.

        A line that is ticked "yes" is not read on: ``unless`` therefore says outright what an
        exception does to it.
        """
        exception = condition.exception
        parts: Sequence[Condition] = (exception,)
        if isinstance(exception, Joined) and len(exception.parts) > 1:
            parts = exception.parts
        lines = self.lines(parts, start)
        word = "counts as fulfilled too if" if condition.word == "accepted if" else unless
        return Group(f"{word} {holding(exception, lines)}", lines, exception=True)

    def population(self, condition: Condition) -> Line:
        """For whom a criterion is asked, in one line: it is not ticked, there is a box for it."""
        line = Line(visible(inline(condition, self.names)))
        seen = self.memory.ticked.get(condition)
        return self._see(line, seen[0], "as ticked at") if seen and seen[1] else line

    def _joining(self, text: str, *groups: Group) -> Line:
        label, anchor = (self.spot.label, self.spot.anchor) if self.spot else ("", "")
        return Line(visible(capital(text)), label, anchor, groups=groups)

    def _when(self, who: Condition, part: Condition, otherwise: bool) -> Line:
        """For whom it is asked, then what: an implication, or both."""
        lines = self.lines((who, part))
        first, second = (f"line {line.label}" if line.label else "" for line in lines)
        if not otherwise:
            words = f"{first} and {second} both hold" if first else "both of these hold"
        else:
            words = f"if {first or 'the first'} holds, {second or 'the second'} must hold too"
        return self._joining(words, Group("", lines))

    def _cases(self, condition: Cases) -> Line:
        groups = [
            Group(
                visible(f"if {inline(case.condition, self.names)}"),
                (self.under(i).line(case.then),),
            )
            for i, case in enumerate(condition.cases)
        ]
        if condition.otherwise is not None:
            last = self.under(len(groups)).line(condition.otherwise)
            groups.append(Group("otherwise", (last,)))
            return self._joining("whichever applies", *groups)
        return self._joining("whichever applies, not known if none does", *groups)

    def _defined(self, name: str) -> Line:
        of = next(each for each in self.names.program.definitions if each.name == name)
        title = self.names.lower(of.title)
        seen = self.memory.definitions.get(name)
        if seen is not None or self.spot is None:
            return self._see(self._joining(title), seen, "as asked at")
        self.memory.definitions[name] = self.spot
        inner = self.line(of.condition)
        if not inner.groups:
            return inner
        return replace(
            inner, text=visible(f"{capital(title)}: {inner.text[0].lower()}{inner.text[1:]}")
        )

    # ---- asked ------------------------------------------------------------------------------

    def _asked(self, condition: Condition, positive: bool, text: str = "") -> Line:
        """One thing to look up, ticked where it stands for the first time."""
        words = text or clause(condition, self.names, positive)
        line = self._joining(words)
        if isinstance(condition, Asked):
            line = replace(line, by=visible(self.names.role(condition.ref)))
        if self.spot is None:
            return line
        if isinstance(condition, Status):
            place = Place("", condition.criterion)
            return replace(line, ticked=True, see_at=place)
        seen = self.memory.ticked.get(condition)
        if seen is not None:
            same = "as ticked at" if seen[1] == positive else "the opposite of"
            return self._see(line, seen[0], same)
        self.memory.ticked[condition] = (self.spot, positive)
        self._list_records(condition)
        blanks = (*self._results(condition), *self._values(condition))
        return replace(line, ticked=True, blanks=blanks)

    def _see(self, line: Line, seen: Spot | None, words: str) -> Line:
        if seen is None:
            return line
        return replace(line, see=f"{words} {self._there(seen)}", see_at=seen.place)

    def _there(self, seen: Spot) -> str:
        """An earlier spot, as one refers to it from here."""
        here = self.spot is not None and seen.criterion == self.spot.criterion and seen.label
        return f"line {seen.label}" if here else seen.place.words

    def _values(self, condition: Condition) -> Iterator[str]:
        """What to write down for the facts of an atom, each where it is asked first."""
        asked = facts_in(condition, self.names.program)
        facts = [fact for fact in asked if not self.names.facts[fact.name].moment]
        named = len(facts) > 1 or not isinstance(condition, Atom)
        said = clause(condition, self.names).lower()
        for fact in facts:
            noun, words = self.names.noun(fact), blank(self.names.facts[fact.name])
            unclear = BLANK in words and not _is_said(noun, said)
            if words:
                words = self._once(fact.name, words)
                yield visible(_named(noun, words) if named or unclear else words)

    def _results(self, condition: Condition) -> Iterator[str]:
        """Where to write down the results of which one is picked, each where it is asked first."""
        results = {
            selected(each, self.names): self.names.lists[each.records]
            for each in walk(condition)
            if isinstance(each, Select) and self.names.lists[each.records].kind == "measurement"
        }
        for which, listed in results.items():
            words = self._once(which, measured(listed))
            yield visible(f"{which}: {words}" if len(results) > 1 else words)

    def _once(self, name: str, words: str) -> str:
        """The words where something is asked first, later where that was."""
        assert self.spot is not None
        seen = self.memory.values.setdefault(name, self.spot)
        return words if seen == self.spot else f"see {self._there(seen)}"

    def _list_records(self, condition: Condition) -> None:
        """Have the lists that a condition needs written down, each before it is first needed."""
        assert self.spot is not None
        for node in walk(condition):
            if not isinstance(node, OverRecords) or node.records in self.memory.lists:
                continue
            listed = self.names.lists[node.records]
            if isinstance(node, Select) and listed.kind == "measurement":
                continue  # one result has a blank beside its line
            at = Place(self.spot.title, self.spot.criterion)
            self.memory.lists[node.records] = sheet(listed, at, self.names.proper)
            self.sheets.append(self.memory.lists[node.records])

    # ---- records ----------------------------------------------------------------------------

    def _over_records(self, condition: HowMany | Select | Consecutive, positive: bool) -> Line:
        said = described(condition, self.names, positive)
        text, by, groups = self.details(said.names)._of_records(said, said.rest)
        line = replace(self._asked(condition, positive, text), by=visible(by))
        if line.see:  # what is said of the records stands there
            return line
        return replace(self._written_down(line, condition), groups=groups)

    def _of_records(
        self, said: Described, rest: Condition | None
    ) -> tuple[str, str, tuple[Group, ...]]:
        """The line of some records, who decides in it, and what is said of each as lines."""
        match rest:
            case None | Truth(True):
                return said.text, "", ()
            case Except(part):
                text, by, groups = self._of_records(said, part)
                return text, by, (*groups, self.exception(rest, unless="not counted if"))
            case Not(All() | AnyOf() | KOf() as inner) | (All() | AnyOf() | KOf() as inner) if (
                len(inner.parts) > 1
            ):
                group = Group(f"{said.lead} {heading(rest)}", self.lines(inner.parts))
                return said.text, "", (group,)
            case _ if is_short(rest):
                asked = rest.part if isinstance(rest, Not) else rest
                by = self.names.role(asked.ref) if isinstance(asked, Asked) else ""
                return f"{said.text}{said.joint} {inline(rest, self.names)}", by, ()
            case _:
                return said.text, "", (Group(said.lead, (self.line(rest),)),)

    def _written_down(self, line: Line, condition: HowMany | Select | Consecutive) -> Line:
        """The line with the place where its records were written down, if that is elsewhere."""
        name = condition.count.records if isinstance(condition, HowMany) else condition.records
        at = self.memory.lists[name].at if name in self.memory.lists else None
        if self.spot is None or at is None or at.anchor == self.spot.criterion:
            return line
        return replace(line, see=f"written down at {at.words}", see_at=at)


def holding(condition: Condition, lines: tuple[Line, ...]) -> str:
    """That a condition holds, in terms of its lines: "any of lines a to c holds"."""
    labelled = bool(lines[0].label)
    if len(lines) == 1:
        return f"{spanned(lines)} holds" if labelled else "this holds"
    if labelled and len(lines) == 2 and isinstance(condition, All):
        return f"{spanned(lines)} both hold"
    return heading(condition, of=spanned(lines) if labelled else "these")


def spanned(lines: tuple[Line, ...]) -> str:
    """The labels of some lines: "lines a to d"."""
    first, last = lines[0].label, lines[-1].label
    if len(lines) == 1:
        return f"line {first}"
    return f"lines {first} {'and' if len(lines) == 2 else 'to'} {last}"


def is_short(condition: Condition) -> bool:
    """Whether a condition is one thing, said in one line."""
    match condition:
        case Not(part):
            return is_short(part)
        case Cases() | Table() if condition.at.formula:
            return is_short(of_formula(condition))
        case All() | AnyOf() | KOf() | Except() | When() | Cases() | Table() | Defined():
            return False
        case HowMany() | Select() | Consecutive():
            return False
        case _:
            return True


def _is_said(noun: str, line: str) -> bool:
    """Whether a line (in small letters) says by itself what its blank is for."""
    bare = re.sub(r"^(first to last day of|date of)( the)? | \([^()]*\)$", "", noun.lower())
    return bare in line.replace(" not been ", " been ")


def _named(noun: str, words: str) -> str:
    """A blank with what is to be written in it: "date of birth …………"."""
    if noun.startswith("date ") and words.startswith("date "):
        return f"{noun} {words.removeprefix('date ')}"
    return f"{noun}: {words}"


def grid(table: Table, names: Names) -> Grid:
    """A table of the protocol in words."""
    head = [capital(key(each, names)) for each in table.keys]
    rows = [
        (*(_cell(row.cells[i], each, names) for i, each in enumerate(table.keys)),
         capital(clause(row.then, names)))
        for row in table.rows
    ]  # fmt: skip
    if table.otherwise is not None:
        blank_cells = [""] * (len(table.keys) - 1)
        rows.append(("Otherwise", *blank_cells, capital(clause(table.otherwise, names))))
    return Grid(
        tuple(visible(words) for words in (*head, "What is asked")),
        tuple(tuple(visible(words) for words in row) for row in rows),
    )


def _cell(cell: Cell, key_of: NumberTerm | Ref, names: Names) -> str:
    return capital(conditions.cell(cell, key_of, names))
