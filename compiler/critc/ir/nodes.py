"""The three-valued core: what a checked protocol means, without sugar.

Every backend lowers from this. A condition is true, false or unknown (Kleene's strong logic); the
exact meaning of each node is in the language's semantics. Numbers are exact rationals; a quantity is
counted in the unit that its fact declares, and a literal was converted to it when compiling.

Names are resolved: a ``Fact`` names a fact of the patient, a ``Field`` a field of the record that a
quantifier, an aggregate or a selection has bound to ``var``. Variables are unique in a criterion.
``Origin`` takes no part in equality.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from critc.ir.dictionary import Declared, Listed


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a node came from: first and last line of the source (from 1), and the quoted words.

    ``formula`` is the title of the formula whose value a number is; alternatives and tables that a
    formula is made of have it too.
    """

    line: int = 0
    end_line: int = 0
    says: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """What every node has."""

    at: Origin = field(default=Origin(), compare=False, repr=False, kw_only=True)


# ---- what is known of the patient -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """A fact of the patient, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Field(Node):
    """A field of the record that is bound to ``var``."""

    var: str
    name: str


Ref = Fact | Field


# ---- numbers --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Const(Node):
    """An exact number. ``shown`` is the literal as people should read it: "75 × 10^9/L"."""

    value: Fraction
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Value(Node):
    """The number, quantity (in its declared unit) or ordered choice (its rank from 0) of a ref."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class ReferenceLimit(Node):
    """The laboratory's upper or lower limit of normal that came with a quantity, in its declared unit.

    No value ("cannot be computed") when the quantity is known and the limit was not given.
    """

    ref: Ref
    side: Literal["upper", "lower"]


@dataclass(frozen=True, slots=True)
class Arith(Node):
    """Exact arithmetic on intervals."""

    op: Literal["+", "-", "*", "/"]
    left: NumberTerm
    right: NumberTerm


@dataclass(frozen=True, slots=True)
class Convert(Node):
    """``term × factor + offset``: another unit for the same quantity. ``unit`` names the new one."""

    term: NumberTerm
    factor: Fraction
    offset: Fraction = Fraction(0)
    unit: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Power(Node):
    """``term ^ exponent``; exact when the exponent is whole, else truncated (semantics, numbers)."""

    term: NumberTerm
    exponent: NumberTerm


@dataclass(frozen=True, slots=True)
class Root(Node):
    """The ``degree``-th root, to 20 significant digits unless exact."""

    degree: int
    term: NumberTerm


@dataclass(frozen=True, slots=True)
class Round(Node):
    """Rounded half away from zero to ``digits`` decimals."""

    term: NumberTerm
    digits: int


@dataclass(frozen=True, slots=True)
class Extreme(Node):
    """The smaller or larger of several numbers."""

    which: Literal["smaller", "larger"]
    terms: tuple[NumberTerm, ...]


@dataclass(frozen=True, slots=True)
class Age(Node):
    """Completed years or months from a birth to a moment."""

    unit: Literal["years", "months"]
    birth: DateTerm
    at_date: DateTerm


@dataclass(frozen=True, slots=True)
class DaysBetween(Node):
    """Days from one date to another (negative when the second is earlier)."""

    start: DateTerm
    end: DateTerm


@dataclass(frozen=True, slots=True)
class Count(Node):
    """How many records of a list satisfy a condition."""

    records: str
    var: str
    where: Condition


@dataclass(frozen=True, slots=True)
class Distinct(Node):
    """How many different values a field (number, quantity, choice, date) has over those records."""

    records: str
    var: str
    where: Condition
    of: Field


@dataclass(frozen=True, slots=True)
class Aggregate(Node):
    """Sum, highest or lowest of a field over those records."""

    op: Literal["sum", "highest", "lowest"]
    records: str
    var: str
    where: Condition
    of: Field


@dataclass(frozen=True, slots=True)
class MeanOfLast(Node):
    """Mean of a field over the last ``n`` records by date (``n`` = 0: over all of them)."""

    n: int
    records: str
    var: str
    date: DateTerm
    where: Condition
    of: Field


NumberTerm = (
    Const
    | Value
    | ReferenceLimit
    | Arith
    | Convert
    | Power
    | Root
    | Round
    | Extreme
    | Age
    | DaysBetween
    | Count
    | Distinct
    | Aggregate
    | MeanOfLast
)


# ---- dates and lengths ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateConst(Node):
    """A date written in the protocol."""

    value: date


@dataclass(frozen=True, slots=True)
class DateOf(Node):
    """The date of a ref whose type is Date."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class EndOf(Node):
    """First or last day of a ref whose type is Period; an ongoing end lies after every day."""

    ref: Ref
    side: Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Shift(Node):
    """``length`` after (or before) a date; months and years are clamped to the month's last day."""

    term: DateTerm
    direction: Literal["after", "before"]
    length: LengthTerm


DateTerm = DateConst | DateOf | EndOf | Shift

LengthUnit = Literal["hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Length(Node):
    """A length of time, ``amount`` counted in ``unit``; negative amounts count as 0."""

    amount: NumberTerm
    unit: LengthUnit


@dataclass(frozen=True, slots=True)
class ExtremeLength(Node):
    """The shorter or longer of several lengths: the one that reaches the nearer or farther date."""

    which: Literal["shorter", "longer"]
    lengths: tuple[LengthTerm, ...]


LengthTerm = Length | ExtremeLength

Rel = Literal["within", "less than", "at least", "more than"]
Side = Literal["before", "after", "around"]


@dataclass(frozen=True, slots=True)
class Window(Node):
    """A stretch of days, counted from ``moment`` (semantics, time)."""

    rel: Rel
    length: LengthTerm
    side: Side
    moment: DateTerm


# ---- conditions: atoms ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """Always true, or always false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Asked(Node):
    """A yes/no fact or a judgement."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """Two numbers compared."""

    op: Literal["<", "<=", "=", "!=", ">=", ">"]
    left: NumberTerm
    right: NumberTerm


@dataclass(frozen=True, slots=True)
class Range(Node):
    """A number between two ends; one atom."""

    term: NumberTerm
    low: NumberTerm
    high: NumberTerm
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class Is(Node):
    """A choice is one of these options.

    A date or a period that may never have been (``or none``) has one option, "none": true when it is
    recorded that it never was, false when anything else is recorded of it.
    """

    ref: Ref
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Includes(Node):
    """A set of choices includes any of, all of, or only these options."""

    ref: Ref
    options: tuple[str, ...]
    mode: Literal["any", "all", "only"]


@dataclass(frozen=True, slots=True)
class DateOrder(Node):
    """Two dates compared: ``<`` is before, ``<=`` on or before, ``=`` the same day."""

    op: Literal["<", "<=", "=", ">=", ">"]
    left: DateTerm
    right: DateTerm


@dataclass(frozen=True, slots=True)
class DateBetween(Node):
    """A date between two dates; empty when the second is earlier."""

    term: DateTerm
    low: DateTerm
    high: DateTerm
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class Falls(Node):
    """A date lies in a window."""

    term: DateTerm
    window: Window


@dataclass(frozen=True, slots=True)
class Touches(Node):
    """A period and a window (decision 6): ``within`` asks for any day; ``at least`` for the near end."""

    start: DateTerm
    end: DateTerm
    window: Window


@dataclass(frozen=True, slots=True)
class Throughout(Node):
    """A period covers every day of the ``length`` before or after a moment.

    Before: start ≤ moment ⊖ length (``more than``: <) and end ≥ moment. After: start ≤ moment and
    end ≥ moment ⊕ length (``more than``: >).
    """

    start: DateTerm
    end: DateTerm
    rel: Literal["at least", "more than"]
    length: LengthTerm
    side: Literal["before", "after"]
    moment: DateTerm


@dataclass(frozen=True, slots=True)
class During(Node):
    """A moment lies in a period: start ≤ moment ≤ end."""

    start: DateTerm
    end: DateTerm
    moment: DateTerm


@dataclass(frozen=True, slots=True)
class LastsFor(Node):
    """A period has so many days inside a window, first and last included (decision 7)."""

    start: DateTerm
    end: DateTerm
    rel: Literal["at least", "more than", "less than"]
    length: LengthTerm
    window: Window


# ---- conditions: over records ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HowMany(Node):
    """So many records (or distinct values): ``some`` is from 1, ``no`` is to 0; both ends included."""

    count: Count | Distinct
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Select(Node):
    """The latest (earliest) record by ``date``, among those ``where``, satisfies ``then``."""

    order: Literal["latest", "earliest"]
    records: str
    var: str
    date: DateTerm
    where: Condition
    then: Condition


@dataclass(frozen=True, slots=True)
class Consecutive(Node):
    """``k`` consecutive records by ``date``, among those ``where``, satisfy ``then``."""

    k: int
    records: str
    var: str
    date: DateTerm
    where: Condition
    then: Condition


# ---- conditions: joined ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Not so."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All(Node):
    """Each of the parts. All of nothing is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """At least one of the parts. Any of nothing is false."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class KOf(Node):
    """Between ``low`` and ``high`` of the parts, ends included; None is no limit."""

    low: int | None
    high: int | None
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Except(Node):
    """``unless``: ``part`` and not ``exception``. ``accepted if``: ``part`` or ``exception``."""

    part: Condition
    exception: Condition
    word: Literal["unless", "accepted if"]


@dataclass(frozen=True, slots=True)
class When(Node):
    """A list member that is asked only of some (``only if``, ``only in``).

    For those for whom ``who`` is false it stands for ``otherwise``: true under ``all of`` (¬who or
    part), false under other headings (who and part).
    """

    who: Condition
    part: Condition
    otherwise: bool


@dataclass(frozen=True, slots=True)
class InParts(Node):
    """The patient is in one of these parts of the study (the reserved field ``parts``)."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case(Node):
    """One alternative: ``then`` holds the condition with this alternative's value put in."""

    condition: Condition
    then: Condition


@dataclass(frozen=True, slots=True)
class Cases(Node):
    """Alternatives, read from the top. Without ``otherwise`` there may be no value."""

    cases: tuple[Case, ...]
    otherwise: Condition | None


@dataclass(frozen=True, slots=True)
class CellRange:
    """A table cell of numbers; None is no limit."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class CellOptions:
    """A table cell of choices; for a yes/no key the options are "yes" and "no"."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell for each key (None: any), and the condition with the row's value put in."""

    cells: tuple[CellRange | CellOptions | None, ...]
    then: Condition


@dataclass(frozen=True, slots=True)
class Table(Node):
    """Rows by keys. ``otherwise`` holds when no row does; a combination without a row has no value.

    ``title`` is what people call it, "" if it has none.
    """

    name: str
    keys: tuple[NumberTerm | Ref, ...]
    rows: tuple[Row, ...]
    otherwise: Condition | None = None
    title: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Defined(Node):
    """A named condition of the protocol, see ``Program.definitions``."""

    name: str


@dataclass(frozen=True, slots=True)
class Status(Node):
    """Another criterion's status: true when satisfied, false when violated."""

    criterion: str


Atom = (
    Truth
    | Asked
    | Compare
    | Range
    | Is
    | Includes
    | DateOrder
    | DateBetween
    | Falls
    | Touches
    | Throughout
    | During
    | LastsFor
    | InParts
    | Status
)
Quantified = HowMany | Select | Consecutive
Joined = Not | All | AnyOf | KOf | Except | When | Cases | Table | Defined
Condition = Atom | Quantified | Joined


# ---- the protocol ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the protocol's authors, and the reading taken meanwhile."""

    kind: Literal["ambiguous", "truncated", "contradiction", "undefined", "elsewhere"]
    question: str
    reading: str
    line: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """An inclusion or exclusion criterion.

    ``id`` is "I3" or "E12"; ``text`` is verbatim, with line feeds where the source has bullets and
    spaces elsewhere. It applies when ``applies`` is true (None: to everybody).
    """

    id: str
    kind: Literal["inclusion", "exclusion"]
    number: str
    text: str
    condition: Condition
    line: int
    end_line: int
    applies: Condition | None = None
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A named condition: ``define``."""

    name: str
    title: str
    condition: Condition
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A phase, arm or cohort of the study."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A formula, table, definition, scale or question that states where it is from, or is borrowed.

    ``source`` and ``note`` have a line feed between two lines; ``written`` are its lines in the
    source, those of ``source``, ``note`` and ``example`` aside.
    ``library`` and ``version`` are "" for what the protocol's own file declares.
    """

    name: str
    kind: Literal["formula", "table", "definition", "scale", "question"]
    title: str
    source: str
    note: str
    written: tuple[str, ...]
    library: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A checked protocol: the one thing that every backend lowers from.

    ``facts`` (moments and judgements among them) and ``lists`` are in the order of declaration;
    ``file`` is the source's name as it should be printed, ``sha256`` that of its text.
    """

    protocol: str
    title: str
    version: str
    source: str
    file: str
    sha256: str
    facts: tuple[Declared, ...]
    lists: tuple[Listed, ...]
    criteria: tuple[Criterion, ...]
    definitions: tuple[Definition, ...] = ()
    parts: tuple[Part, ...] = ()
    references: tuple[Reference, ...] = ()

    def fact(self, name: str) -> Declared:
        """The fact of that name. Raises KeyError."""
        for declared in self.facts:
            if declared.name == name:
                return declared
        raise KeyError(name)

    def definition(self, name: str) -> Definition:
        """The definition of that name. Raises KeyError."""
        for definition in self.definitions:
            if definition.name == name:
                return definition
        raise KeyError(name)

    def listed(self, name: str) -> Listed:
        """The list of that name. Raises KeyError."""
        for listed in self.lists:
            if listed.name == name:
                return listed
        raise KeyError(name)
