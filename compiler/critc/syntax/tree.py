"""The syntax tree: what a `.crit` file says, before anything is looked up.

Spans count characters of the whole file and take no part in equality: two trees are equal when they
say the same. Numbers are kept as the decimal text that was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from critc.source import Span

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Node:
    """What every part of the tree has: the span of the source that it came from."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name as written, of a fact, a field, a choice …"""

    text: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Quoted words, without the quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Code(Node):
    """``code loinc "742-7"``"""

    system: str
    value: str


# ---- values ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A literal: ``9.0 g/dL``, ``1.5``, ``-2.5``. The unit is as written, "" if there is none."""

    value: str
    unit: str = ""
    unit_span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class DateLiteral(Node):
    """``2026-03-02``; in a patient also ``2026-03`` and ``2026``."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """``name``, or ``part of name`` (``end of given``, ``date of first_test``, ``grade of event``).

    ``path`` is as written: ``(end, given)``. One name in most cases.
    """

    path: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Limit(Node):
    """``ULN``, ``LLN``, or ``ULN of alp``."""

    side: Literal["ULN", "LLN"]
    of: Ref | None = None


@dataclass(frozen=True, slots=True)
class Call(Node):
    """``pack_years(cigarettes_per_day, years_smoked)``: a formula or a table."""

    name: Name
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """``a + b``; the sign is one of ``+ - × / ^``."""

    sign: Literal["+", "-", "×", "/", "^"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Extreme(Node):
    """``the longer of a, b and c``. The word is kept as written."""

    word: Literal["longer", "greater", "later", "shorter", "smaller", "earlier"]
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Age(Node):
    """``completed years from birth_date to consent``."""

    unit: Literal["years", "months"]
    birth: Expression
    at: Expression


@dataclass(frozen=True, slots=True)
class Chosen(Node):
    """Right of ``let … be``: one record, or a number over several.

    ``latest haemoglobin within 14 days before randomization where laboratory is central``;
    ``mean of last 3 systolic at screening`` (``last`` = "3"); ``total of dose in anthracyclines``
    (``what`` = dose, ``records`` = anthracyclines).
    """

    word: Literal["latest", "earliest", "mean", "total", "highest", "lowest"]
    records: Name
    what: Name | None = None
    last: str = ""
    timing: Timing | None = None
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class ValueCase(Node):
    """``- 5 × ULN if liver_metastases``; without ``condition``: ``otherwise``."""

    value: Expression
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class ValueCases(Node):
    """``whichever applies`` over values."""

    cases: tuple[ValueCase, ...]


Expression = Number | DateLiteral | Ref | Limit | Call | Binary | Extreme | Age


# ---- when -----------------------------------------------------------------------------------

Side = Literal["before", "after", "before or after"]


@dataclass(frozen=True, slots=True)
class Window(Node):
    """``within 4 weeks before first_dose``, ``at least 21 days before``, ``throughout 4 weeks …``."""

    word: Literal["within", "at least", "more than", "less than", "throughout"]
    length: Expression
    side: Side
    moment: Expression


@dataclass(frozen=True, slots=True)
class Order(Node):
    """``before m``, ``on or after m``, ``at m``: a moment and no length."""

    word: Literal["before", "after", "on or before", "on or after", "at"]
    moment: Expression


@dataclass(frozen=True, slots=True)
class Lasting(Node):
    """``for more than 10 days within 90 days before screening``."""

    word: Literal["at least", "more than", "less than"]
    length: Expression
    window: Window | None = None


Timing = Window | Order | Lasting


# ---- conditions -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Conditional(Node):
    """What every condition has: the quoted words that may follow it on its line."""

    says: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Holds(Conditional):
    """A yes/no fact, judgement, definition or call by itself; ``not x`` is negated."""

    of: Ref | Call
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Compare(Conditional):
    """``x ≥ 9 g/dL``; with ``ValueCases`` on the right: ``alt ≤ whichever applies …``."""

    sign: Literal["<", "≤", "=", "≥", ">"]
    left: Expression
    right: Expression | ValueCases


@dataclass(frozen=True, slots=True)
class Between(Conditional):
    """``x is from 5 to < 10 %``. The low end's unit may be "" when the high end has one."""

    subject: Expression
    low: Expression
    high: Expression
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Is(Conditional):
    """``x is a``, ``x is not a``, ``x is one of a, b``, ``x is not one of a, b``."""

    subject: Expression
    options: tuple[Name, ...]
    negated: bool = False
    one_of: bool = False


@dataclass(frozen=True, slots=True)
class NormalRange(Conditional):
    """``x is outside the normal range``."""

    subject: Expression
    side: Literal["inside", "outside", "above", "below"]


@dataclass(frozen=True, slots=True)
class Includes(Conditional):
    """``class includes pd1_pdl1``; with several names the word says ``any of``, ``all of``, ``only``."""

    subject: Expression
    options: tuple[Name, ...]
    word: Literal["", "any of", "all of", "only"] = ""


@dataclass(frozen=True, slots=True)
class Timed(Conditional):
    """A date, period or measurement, and when: ``progressed within 6 months after end of given``."""

    subject: Expression
    timing: Timing


@dataclass(frozen=True, slots=True)
class Count(Node):
    """How many: ``some``, ``no``, ``at least 2``, ``from 2 to 3`` …; ``low``/``high`` as written."""

    word: Literal["some", "no", "at least", "at most", "more than", "fewer than", "exactly", "from"]
    low: str = ""
    high: str = ""
    consecutive: bool = False


@dataclass(frozen=True, slots=True)
class Counted(Conditional):
    """``some steroids within 14 days before first_dose where dose > 10 mg/d``.

    ``distinct`` is the field of ``from 2 to 3 distinct line_number in therapies``; ``alias`` the name
    after ``as``.
    """

    count: Count
    records: Name
    distinct: Name | None = None
    alias: Name | None = None
    timing: Timing | None = None
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Asked(Conditional):
    """A fact or judgement declared where it is asked."""

    declaration: Fact | Judgement
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Cites(Conditional):
    """``satisfies inclusion 7``, ``barred by exclusion 3``, ``not barred by exclusion 3``."""

    word: Literal["satisfies", "barred by"]
    kind: Literal["inclusion", "exclusion"]
    number: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Listed(Conditional):
    """A heading and its dashes. ``count`` is set for ``at least 2 of``."""

    word: Literal["all of", "any of", "none of", "count"]
    items: tuple[Body, ...]
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class ConditionCase(Node):
    """``- karnofsky > 50 % if age > 16 years``; without ``condition``: ``otherwise``."""

    then: Condition
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class ConditionCases(Conditional):
    """``whichever applies`` over conditions."""

    cases: tuple[ConditionCase, ...]


Condition = (
    Holds
    | Compare
    | Between
    | Is
    | NormalRange
    | Includes
    | Timed
    | Counted
    | Asked
    | Cites
    | Listed
    | ConditionCases
)


# ---- bodies ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnlyIf(Node):
    """``only if childbearing_potential``"""

    condition: Condition


@dataclass(frozen=True, slots=True)
class OnlyIn(Node):
    """``only in phase_2, phase_3``"""

    parts: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Let(Node):
    """``let baseline be latest haemoglobin within 14 days before randomization``"""

    name: Name
    value: Expression | Chosen | ValueCases


@dataclass(frozen=True, slots=True)
class Assessed(Node):
    """``assessed within 14 days before first_dose where laboratory is central``"""

    timing: Timing
    where: Condition | None = None


Opening = OnlyIf | OnlyIn | Let | Assessed


@dataclass(frozen=True, slots=True)
class Exception_(Node):  # noqa: N801
    """``unless …`` or ``accepted if …``; ``whole`` when ``whole list`` stands before it.

    ``word_span`` underlines the word itself.
    """

    word: Literal["unless", "accepted if"]
    body: Body
    whole: bool = False
    word_span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Query(Node):
    """A question to the protocol's authors, and the reading taken meanwhile."""

    kind: Literal["ambiguous", "truncated", "contradiction", "undefined", "elsewhere"]
    question: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Body(Node):
    """One condition, what stands before it, and what may follow it."""

    condition: Condition
    openings: tuple[Opening, ...] = ()
    exception: Exception_ | None = None
    queries: tuple[Query, ...] = ()


# ---- types ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Type(Node):
    """A type as written.

    ``word`` says which: ``unit`` (``unit`` holds it), ``yes/no``, ``whole number`` (``unit`` = "years"
    for ``whole number of years``), ``number`` (these three with ``low`` and ``high`` if written),
    ``date``, ``period``, ``duration``, ``text``, ``one of`` and ``any of`` (``options``; empty when
    they follow as dashes), ``named`` (``name`` of a ``choices``). ``or_none`` for ``date or none``.
    """

    word: Literal[
        "unit",
        "yes/no",
        "whole number",
        "number",
        "date",
        "period",
        "duration",
        "text",
        "one of",
        "any of",
        "named",
    ]
    unit: str = ""
    low: str = ""
    high: str = ""
    options: tuple[Name, ...] = ()
    name: Name | None = None
    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Option(Node):
    """One value of a choice, with its words and codes."""

    name: Name
    label: str = ""
    codes: tuple[Code, ...] = ()


# ---- declarations ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Protocol(Node):
    """``protocol NCT07289048 "title"`` with ``version``, ``source``, ``note`` lines."""

    name: Name
    title: str = ""
    version: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Library(Node):
    """``library formulas "title"`` with ``version``, ``source``, ``note`` lines: heads a file to use."""

    name: Name
    title: str = ""
    version: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Use(Node):
    """``use pack_years from library/formulas version "1.0"``; ``version`` is "" where any will do."""

    names: tuple[Name, ...]
    path: str
    version: str = ""
    path_span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Moment(Node):
    """``moment first_dose "First dose of study treatment"``"""

    name: Name
    question: str = ""


@dataclass(frozen=True, slots=True)
class Part(Node):
    """``part phase_2 "Phase 2"``"""

    name: Name
    title: str = ""


@dataclass(frozen=True, slots=True)
class Choices(Node):
    """``choices drug_class in order "…"`` and its options."""

    name: Name
    options: tuple[Option, ...]
    ordered: bool = False
    title: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """``fact name : type "Question"``; without a type, yes/no (``type`` is None)."""

    name: Name
    type: Type | None = None
    question: str = ""
    codes: tuple[Code, ...] = ()
    options: tuple[Option, ...] = ()
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement(Node):
    """``judgement name by investigator "Question"``"""

    name: Name
    role: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Field(Node):
    """``- name : type "Question"`` of records."""

    name: Name
    type: Type | None = None
    question: str = ""
    codes: tuple[Code, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Records(Node):
    """``records therapies "Prior therapies"`` and its fields."""

    name: Name
    fields: tuple[Field, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Measurement(Node):
    """``measurement alt : U/L "ALT" code loinc "1742-6" with reference range``"""

    name: Name
    type: Type
    title: str = ""
    codes: tuple[Code, ...] = ()
    options: tuple[Option, ...] = ()
    reference_range: bool = False
    molar_mass: Number | None = None


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """``age : years`` in the parentheses of a formula, table or definition."""

    name: Name
    type: Type


@dataclass(frozen=True, slots=True)
class Define(Node):
    """``define childbearing_potential "…"`` and its body."""

    name: Name
    body: Body
    parameters: tuple[Parameter, ...] = ()
    title: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example(Node):
    """``example age = 40 years, … gives 100 mL/min to 1 decimals``"""

    arguments: tuple[tuple[Name, Given], ...]
    gives: Given
    decimals: str = ""


@dataclass(frozen=True, slots=True)
class Formula(Node):
    """``formula cockcroft_gault (age : years, …) : mL/min``"""

    name: Name
    parameters: tuple[Parameter, ...]
    type: Type
    value: Expression | ValueCases
    lets: tuple[Let, ...] = ()
    title: str = ""
    source: str = ""
    note: str = ""
    empirical: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """A cell of a ``table``: ``word`` says how to read it.

    ``value`` (low), ``from`` (low to high; ``high_open`` for ``to < high``), a sign (``≥ 16 years``:
    low holds it), ``names`` (one or more choices), ``otherwise``.
    """

    word: Literal["value", "from", "<", "≤", "=", "≥", ">", "names", "otherwise"]
    low: Expression | None = None
    high: Expression | None = None
    high_open: bool = False
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Node):
    """``table washout (class : drug_class) : duration`` with its header and rows."""

    name: Name
    parameters: tuple[Parameter, ...]
    type: Type
    header: tuple[Name, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion(Node):
    """``inclusion 3`` or ``exclusion 12``: number, verbatim text (lines joined by one line feed), body.

    ``head`` is the span of the heading line.
    """

    kind: Literal["inclusion", "exclusion"]
    number: str
    text: str
    body: Body
    text_span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)
    head: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


# ---- patients -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word(Node):
    """``yes``, ``no``, ``not yet``, ``none``, ``not known``, ``ongoing`` or ``incomplete`` as a value."""

    word: Literal["yes", "no", "not yet", "none", "not known", "ongoing", "incomplete"]


@dataclass(frozen=True, slots=True)
class Names(Node):
    """Choices: ``platinum, pd1_pdl1``; one name for a choice."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Interval(Node):
    """``2025-01-10 to ongoing``"""

    start: DateLiteral | Word
    end: DateLiteral | Word


@dataclass(frozen=True, slots=True)
class Bounded(Node):
    """``< 20 {copies}/mL``: reported with a bound."""

    sign: Literal["<", "≤", "≥", ">"]
    value: Number


@dataclass(frozen=True, slots=True)
class Rows(Node):
    """A table of records. ``complete`` is False after ``= incomplete``."""

    header: tuple[Name, ...]
    rows: tuple[tuple[Given, ...], ...]
    complete: bool = True


Given = Number | DateLiteral | Text | Word | Names | Interval | Bounded | Rows


@dataclass(frozen=True, slots=True)
class Setting(Node):
    """``- fact = value``"""

    name: Name
    value: Given


@dataclass(frozen=True, slots=True)
class Patient(Node):
    """``patient typical "…"`` and what is known of the patient."""

    name: Name
    settings: tuple[Setting, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Expect(Node):
    """``expect exclusion 9 violated``; ``expect eligible``: the verdict.

    ``expect active_hepatitis_b yes``: whether a definition (``defined``) holds.
    """

    outcome: Literal[
        "satisfied",
        "violated",
        "unknown",
        "does not apply",
        "eligible",
        "ineligible",
        "undetermined",
        "yes",
        "no",
        "not known",
    ]
    kind: Literal["inclusion", "exclusion"] | None = None
    number: str = ""
    defined: Name | None = None


@dataclass(frozen=True, slots=True)
class Case(Node):
    """``case "treated and stable for 27 days" of typical``"""

    title: str
    of: Name
    settings: tuple[Setting, ...]
    expects: tuple[Expect, ...]


Declaration = (
    Protocol
    | Library
    | Use
    | Moment
    | Part
    | Choices
    | Fact
    | Judgement
    | Records
    | Measurement
    | Define
    | Formula
    | Table
    | Criterion
    | Patient
    | Case
)


@dataclass(frozen=True, slots=True)
class File(Node):
    """A whole file: its declarations in the order written."""

    declarations: tuple[Declaration, ...]
