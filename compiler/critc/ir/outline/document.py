"""A protocol as people read it: sections of lines, the same for paper and page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its words ("exclusion 9, line b") and its anchor ("E9-b")."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look up, or what joins the lines under it.

    ``label`` is "b1", or "" for what is said of a record. ``ticked`` says that it is answered yes, no
    or not known; otherwise it joins, or is answered at ``see``. ``by`` is the role that decides.
    ``blanks`` are what to write down: "________ IU/mL"; ``basis`` are the references it rests on.
    """

    text: str
    label: str = ""
    anchor: str = ""
    ticked: bool = False
    by: str = ""
    blanks: tuple[str, ...] = ()
    see: str = ""
    see_at: Place | None = None
    groups: tuple[Group, ...] = ()
    grid: Grid | None = None
    basis: tuple[Place, ...] = ()

    @property
    def joined(self) -> tuple[Group | None, tuple[Group, ...]]:
        """The group whose heading ends the line's own words, and the groups with a line of theirs."""
        if not self.groups:
            return None, ()
        first, *others = self.groups
        ends = not first.heading or first.exception or all(other.exception for other in others)
        return (first, tuple(others)) if ends else (None, self.groups)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a line. ``heading`` says how they are joined, or that they except it."""

    heading: str
    lines: tuple[Line, ...]
    exception: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the protocol: its caption, head and rows, as words."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the data dictionary, and what may be written: a unit, options, a date."""

    question: str
    allowed: str
    by: str = ""
    codes: str = ""
    asked_in: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Records to list, and what to write down of each; ``at`` is where they are first asked.

    ``each`` is what one of them is called: "result", or "" for records of any kind.
    """

    title: str
    rows: tuple[Answer, ...]
    at: Place
    codes: str = ""
    each: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A query to the sponsor, numbered through the protocol."""

    number: int
    place: Place
    kind: str
    question: str
    reading: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that windows are counted from; ``date`` in words, "" if it is not known."""

    question: str
    date: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What lines rest on: a formula, table, scale or definition, as it is written, and its source.

    ``label`` is "R1". ``note`` and ``source`` are lines of text; ``written`` are lines of the protocol's
    language, to be shown as they are. ``library`` says where it is borrowed from, with its version.
    """

    label: str
    anchor: str
    title: str
    note: tuple[str, ...]
    written: tuple[str, ...]
    source: tuple[str, ...]
    library: str


@dataclass(frozen=True, slots=True)
class Section:
    """One criterion. ``single`` says that it asks one thing, answered by the outcome itself.

    ``results`` is said once of the results that its lines mean. ``text`` is verbatim. ``applies`` is
    for whom it is asked (None: for everybody). ``exceptions`` except the whole list.
    """

    id: str
    kind: Literal["inclusion", "exclusion"]
    title: str
    text: str
    lead: str
    results: str
    lines: tuple[Line, ...]
    exceptions: tuple[Group, ...]
    single: bool
    applies: Line | None
    sheets: tuple[Sheet, ...]
    queries: tuple[Question, ...]
    outcomes: tuple[str, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """What each line is answered with: the outcomes themselves where one thing is asked."""
        return self.outcomes if self.single else ("yes", "no", "not known")


@dataclass(frozen=True, slots=True)
class Document:
    """The whole protocol.

    ``hints`` say how to fill it in; ``verdicts`` are the final boxes, each with when it is ticked.
    """

    protocol: str
    title: str
    version: str
    source: str
    file: str
    sha256: str
    moments: tuple[Moment, ...]
    dated: bool
    hints: tuple[str, ...]
    sections: tuple[Section, ...]
    queries: tuple[Question, ...]
    facts: tuple[Answer, ...]
    lists: tuple[Sheet, ...]
    verdicts: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...] = ()

    def of_kind(self, kind: str) -> tuple[Section, ...]:
        """The inclusion or the exclusion criteria."""
        return tuple(section for section in self.sections if section.kind == kind)
