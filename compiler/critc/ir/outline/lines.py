"""Conditions as lines: what is looked up, how it is joined, what excepts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from critc.ir.nodes import (
    All,
    AnyOf,
    Asked,
    Case,
    Cases,
    Condition,
    Consecutive,
    Defined,
    Except,
    HowMany,
    KOf,
    Not,
    Select,
    Status,
    Table,
    Truth,
    When,
)
from critc.ir.outline.answers import sheet
from critc.ir.outline.blanks import Blanks
from critc.ir.outline.document import Group, Line, Place, Sheet
from critc.ir.outline.grids import grid
from critc.ir.outline.memory import Memory, Spot
from critc.ir.words.conditions import Described, clause, computed, described, inline
from critc.ir.words.english import capital, visible
from critc.ir.words.headings import heading
from critc.ir.words.names import Names
from critc.ir.words.tables import tabled
from critc.ir.words.walk import OverRecords, walk

Joined = All | AnyOf | KOf
Records = HowMany | Select | Consecutive


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
            case Cases() | Table() | Select() if computed(condition, self.names):
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
                line = self._asked(condition, True, tabled(condition, self.names))
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
        return self._see(line, seen[0], "as answered at") if seen and seen[1] else line

    def _joining(self, text: str, *groups: Group) -> Line:
        label, anchor = (self.spot.label, self.spot.anchor) if self.spot else ("", "")
        return Line(visible(capital(text)), label, anchor, groups=groups)

    def _when(self, who: Condition, part: Condition, otherwise: bool) -> Line:
        """For whom it is asked, then what: an implication, or both."""
        if self.spot is None and is_short(who):
            only = "if" if otherwise else "only if"
            return self._joining(f"{only} {inline(who, self.names)}", Group("", (self.line(part),)))
        lines = self.lines((who, part))
        first, second = (f"line {line.label}" if line.label else "" for line in lines)
        if not otherwise:
            words = f"{first} and {second} both hold" if first else "both of these hold"
        else:
            words = f"if {first or 'the first'} holds, {second or 'the second'} must hold too"
        return self._joining(words, Group("", lines))

    def _cases(self, condition: Cases) -> Line:
        cases = tuple(self.under(i)._case(case) for i, case in enumerate(condition.cases))
        groups = [Group("", cases)]
        if condition.otherwise is not None:
            last = self.under(len(cases)).line(condition.otherwise)
            groups.append(Group("otherwise", (last,)))
            return self._joining("whichever applies", *groups)
        return self._joining("whichever applies, not known if none does", *groups)

    def _case(self, case: Case) -> Line:
        """For whom an alternative is meant, ticked; then what is asked of them."""
        if isinstance(case.condition, All | AnyOf | KOf | Except | When | Cases | Defined):
            return self._when(case.condition, case.then, True)
        line = self._asked(case.condition, True, f"if {inline(case.condition, self.names)}")
        return replace(line, groups=(*line.groups, Group("", (self.under(0).line(case.then),))))

    def _defined(self, name: str) -> Line:
        of = self.names.program.definition(name)
        title = self.names.lower(of.title)
        seen = self.memory.definitions.get(name)
        if seen is not None or self.spot is None:
            return self._see(self._joining(title), seen, "as asked at")
        self.memory.definitions[name] = self.spot
        inner = self.line(of.condition)
        basis = self.memory.basis.of(Defined(name), self.names)
        inner = replace(inner, basis=(*basis, *inner.basis))
        if not inner.groups:
            return inner
        return replace(
            inner, text=visible(f"{capital(title)}: {inner.text[0].lower()}{inner.text[1:]}")
        )

    # ---- asked ------------------------------------------------------------------------------

    def _asked(self, condition: Condition, positive: bool, text: str = "") -> Line:
        """One thing to look up, ticked where it stands for the first time."""
        words = text or clause(condition, self._seeing(condition), positive)
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
            same = "as answered at" if seen[1] == positive else "the opposite of"
            return self._see(line, seen[0], same)
        self.memory.ticked[condition] = (self.spot, positive)
        self._list_records(condition)
        blanks = Blanks(self.names, self.memory, self.spot).of(condition)
        basis = self.memory.basis.of(condition, self.names)
        groups = self._meanings(condition)
        return replace(line, ticked=True, blanks=blanks, groups=groups, basis=basis)

    def _meanings(self, condition: Condition) -> tuple[Group, ...]:
        """The definitions that a line mentions and that were not asked yet, as lines under it."""
        new = self.still_to_define(condition)
        return (Group("to decide this line", self.lines(new)),) if new else ()

    def still_to_define(self, condition: Condition) -> tuple[Defined, ...]:
        """The definitions of more than one line that a condition mentions and that were not asked."""
        named = dict.fromkeys(node.name for node in walk(condition) if isinstance(node, Defined))
        meant = {each.name: each.condition for each in self.names.program.definitions}
        seen = self.memory.definitions
        return tuple(Defined(n) for n in named if n not in seen and not is_short(meant[n]))

    def _see(self, line: Line, seen: Spot | None, words: str) -> Line:
        if seen is None:
            return line
        there = (
            Blanks(self.names, self.memory, self.spot).there(seen)
            if self.spot
            else seen.place.words
        )
        return replace(line, see=f"{words} {there}", see_at=seen.place)

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
            self.memory.lists[node.records] = sheet(listed, at, self.names.proper, self.memory.uses)
            self.sheets.append(self.memory.lists[node.records])

    # ---- records ----------------------------------------------------------------------------

    def _seeing(self, condition: Condition) -> Names:
        """The names for a condition, of which some results were written down before."""
        if self.spot is None:
            return self.names
        return self.names.seeing(Blanks(self.names, self.memory, self.spot).written(condition))

    def _over_records(self, condition: Records, positive: bool) -> Line:
        said = described(*_the_last(condition, self._seeing(condition)), positive)
        asked = self._asked(condition, positive, said.text)
        text, by, groups = self.details(said.names)._of_records(said, said.rest)
        line = replace(asked, text=visible(capital(text)), by=visible(by))
        if line.see:  # what is said of the records stands there
            return line
        if isinstance(condition, Select) and isinstance(condition.then, Table) and positive:
            line = replace(line, grid=grid(condition.then, self.names.inside(condition)))
        return replace(self._written_down(line, condition), groups=(*groups, *asked.groups))

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
                group = Group(f"{said.lead} {heading(rest)}".lstrip(), self.lines(inner.parts))
                return said.text, "", (group,)
            case _ if is_short(rest):
                asked = rest.part if isinstance(rest, Not) else rest
                by = self.names.role(asked.ref) if isinstance(asked, Asked) else ""
                return f"{said.text}{said.joint} {inline(rest, self.names)}", by, ()
            case _:
                return said.text, "", (Group(said.lead or "this holds", (self.line(rest),)),)

    def _written_down(self, line: Line, condition: Records) -> Line:
        """The line with the place where its records were written down, if that is elsewhere."""
        name = condition.count.records if isinstance(condition, HowMany) else condition.records
        at = self.memory.lists[name].at if name in self.memory.lists else None
        if self.spot is None or at is None or at.anchor == self.spot.criterion:
            return line
        return replace(line, see=f"recorded at {at.words}", see_at=at)


def _the_last(condition: Records, names: Names) -> tuple[Records, Names]:
    """Of results picked one after another, the one that a line is about: it names the others.

    They were written down before, at lines that its words refer to.
    """
    while (
        isinstance(condition, Select)
        and isinstance(condition.then, Select)
        and id(condition) in names.written
    ):
        condition, names = condition.then, names.inside(condition)
    return condition, names


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
            return True
        case All() | AnyOf() | KOf() | Except() | When() | Cases() | Table() | Defined():
            return False
        case HowMany() | Select() | Consecutive():
            return False
        case _:
            return True
