"""A checked protocol: the tree with every name resolved and every value typed.

It still speaks the surface language (``some``, ``whichever applies``, ``whole list unless``); what it
has lost are names that mean nothing yet and units that do not fit. It is lowered only when the file
has no error, so ``Wrong``, which stands where a mistake was reported, never gets further.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal as OneOf

from critc.check.types import DATE, UNKNOWN, YES_NO, Choice, Number, Type
from critc.source import Source, Span
from critc.syntax import tree
from critc.syntax.tree import NOWHERE


@dataclass(frozen=True, slots=True)
class Node:
    """What every part has: the span of the source that it came from."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


# ---- what is declared -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Declared(Node):
    """A fact of the patient or a field of a record.

    ``criterion`` is the id ("E3") of the criterion that declares it inline, or "".
    """

    name: str
    type: Type
    question: str = ""
    codes: tuple[tree.Code, ...] = ()
    moment: bool = False
    criterion: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What no other fact, field or parameter of the file has."""
        return self.span.start, self.name


@dataclass(frozen=True, slots=True)
class Listed(Node):
    """A list of records, or of the dated values of a measurement (``value``, ``date``, …)."""

    name: str
    title: str
    fields: Mapping[str, Declared] = field(compare=False, repr=False)
    measurement: bool = False
    codes: tuple[tree.Code, ...] = ()

    @property
    def words(self) -> str:
        """The name as people read it: "adverse events"."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Choices(Node):
    """``choices drug_class`` as a type."""

    name: str
    type: Choice


@dataclass(frozen=True, slots=True)
class Part(Node):
    """A phase, arm or cohort."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A parameter of a definition, formula or table."""

    name: str
    type: Type

    @property
    def key(self) -> tuple[int, str]:
        """What no other fact, field or parameter of the file has."""
        return self.span.start, self.name


@dataclass(frozen=True, slots=True)
class Callable(Node):
    """What can be called by name: its parameters and the type of its value (None: a condition)."""

    name: str
    kind: OneOf["define", "formula", "table"]
    parameters: tuple[Parameter, ...]
    type: Type | None


@dataclass(frozen=True, slots=True)
class BasePatient(Node):
    """``patient typical``"""

    name: str


Symbol = Declared | Listed | Choices | Part | Callable | BasePatient


# ---- records in reach -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bound:
    """The record that a quantifier or an aggregate looks at; ``key`` is unique in the file."""

    key: int
    records: Listed


@dataclass(frozen=True, slots=True)
class Pick:
    """The latest or earliest record of those that satisfy ``where`` (conditions on ``Bound(key)``).

    The picks of one ``assessed`` share its key, and differ by their measurement.
    """

    key: int
    records: Listed
    order: OneOf["latest", "earliest"]
    date: Declared = field(repr=False)
    where: tuple[Condition, ...] = field(default=(), repr=False)


Record = Bound | Pick


# ---- terms ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wrong(Node):
    """Stands where a mistake was reported."""

    type: Type = UNKNOWN


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A number as written, counted in the unit of its type; ``text`` without the unit."""

    value: Fraction
    type: Number
    text: str


@dataclass(frozen=True, slots=True)
class Rank(Node):
    """An option of an ordered choice, to compare with: its place from 0."""

    option: str
    place: int
    type: Choice


@dataclass(frozen=True, slots=True)
class OptionNamed(Node):
    """An option as the value of a table or of an alternative."""

    option: str
    type: Choice


@dataclass(frozen=True, slots=True)
class Day(Node):
    """A date written in the protocol."""

    value: date
    type: Type = DATE


@dataclass(frozen=True, slots=True)
class FactRef(Node):
    """A fact of the patient."""

    of: Declared

    @property
    def type(self) -> Type:
        """That of the fact."""
        return self.of.type


@dataclass(frozen=True, slots=True)
class FieldRef(Node):
    """A field of a record in reach, or of one that was picked."""

    record: Record
    of: Declared

    @property
    def type(self) -> Type:
        """That of the field."""
        return self.of.type


@dataclass(frozen=True, slots=True)
class ParameterRef(Node):
    """A parameter; ``bare`` in an empirical formula, where it is a number in its declared unit."""

    of: Parameter
    bare: bool = False

    @property
    def type(self) -> Type:
        """That of the parameter, without its unit when bare."""
        if self.bare and isinstance(self.of.type, Number):
            return Number()
        return self.of.type


@dataclass(frozen=True, slots=True)
class DefinedRef(Node):
    """A definition without parameters as the value of a yes/no parameter."""

    name: str
    type: Type = YES_NO


Place = FactRef | FieldRef | ParameterRef


@dataclass(frozen=True, slots=True)
class EndOf(Node):
    """First or last day of a period."""

    of: Place
    side: OneOf["start", "end"]
    type: Type = DATE


@dataclass(frozen=True, slots=True)
class LimitOf(Node):
    """The laboratory's limit that came with a measured value."""

    of: Place
    side: OneOf["upper", "lower"]
    type: Number


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """``a + b`` and so on; the type's unit is that in which it is computed."""

    sign: OneOf["+", "-", "×", "/", "^"]
    left: Term
    right: Term
    type: Number


@dataclass(frozen=True, slots=True)
class Shifted(Node):
    """A date so long before or after another."""

    date: Term
    direction: OneOf["before", "after"]
    length: Term
    type: Type = DATE


@dataclass(frozen=True, slots=True)
class DaysBetween(Node):
    """The days from one date to another."""

    start: Term
    end: Term
    type: Number


@dataclass(frozen=True, slots=True)
class Extreme(Node):
    """The smaller or larger of numbers, lengths or dates, by its type."""

    which: OneOf["smaller", "larger"]
    terms: tuple[Term, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Age(Node):
    """Completed years or months."""

    unit: OneOf["years", "months"]
    birth: Term
    at: Term
    type: Number


@dataclass(frozen=True, slots=True)
class Aggregate(Node):
    """``mean of last 3 systolic``, ``total of dose in anthracyclines``; ``last`` 0: over all."""

    op: OneOf["mean", "total", "highest", "lowest"]
    bound: Bound
    of: Declared
    last: int
    where: tuple[Condition, ...]
    type: Number


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A formula or table with its arguments, in the order of its parameters."""

    name: str
    arguments: tuple[Term, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Alternative(Node):
    """One of several values, and when it holds (None: otherwise)."""

    value: Term
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class Alternatives(Node):
    """``whichever applies`` over values."""

    cases: tuple[Alternative, ...]
    type: Type


Term = (
    Wrong
    | Literal
    | Rank
    | OptionNamed
    | Day
    | FactRef
    | FieldRef
    | ParameterRef
    | DefinedRef
    | EndOf
    | LimitOf
    | Arithmetic
    | Shifted
    | DaysBetween
    | Extreme
    | Age
    | Aggregate
    | Call
    | Alternatives
)


# ---- conditions -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Conditional(Node):
    """What every condition has: the quoted words that followed it."""

    says: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Mistaken(Conditional):
    """Stands where a mistake was reported."""


@dataclass(frozen=True, slots=True)
class Holds(Conditional):
    """A yes/no fact, field or parameter, or a judgement."""

    of: Place


@dataclass(frozen=True, slots=True)
class Applied(Conditional):
    """A definition, with arguments if it has parameters."""

    name: str
    arguments: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Compare(Conditional):
    """Two numbers, or two values of an ordered choice."""

    sign: OneOf["<", "≤", "=", "≥", ">"]
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Between(Conditional):
    """``term is from low to high``"""

    term: Term
    low: Term
    high: Term
    high_open: bool


@dataclass(frozen=True, slots=True)
class IsOneOf(Conditional):
    """A choice is one of these options; ``x is none`` of a date or period has the option "none"."""

    of: Term
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Includes(Conditional):
    """A set includes any of, all of or only these options."""

    of: Place
    options: tuple[str, ...]
    mode: OneOf["any", "all", "only"]


@dataclass(frozen=True, slots=True)
class NormalRange(Conditional):
    """A measured value and the laboratory's reference range."""

    of: Place
    side: OneOf["inside", "outside", "above", "below"]


@dataclass(frozen=True, slots=True)
class DateOrder(Conditional):
    """``left before right`` is ``<``, ``on or before`` ``≤``, ``at`` ``=``."""

    sign: OneOf["<", "≤", "=", "≥", ">"]
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Window(Node):
    """``within 4 weeks before first_dose``"""

    word: OneOf["within", "at least", "more than", "less than"]
    length: Term
    side: tree.Side
    moment: Term


@dataclass(frozen=True, slots=True)
class Falls(Conditional):
    """A date or period in a window; the type of ``of`` says which."""

    of: Term
    window: Window


@dataclass(frozen=True, slots=True)
class Throughout(Conditional):
    """A period covers every day of the length before or after the moment."""

    of: Term
    length: Term
    side: OneOf["before", "after"]
    moment: Term


@dataclass(frozen=True, slots=True)
class During(Conditional):
    """The moment lies in the period."""

    of: Term
    moment: Term


@dataclass(frozen=True, slots=True)
class Lasting(Conditional):
    """A period has so many days in the window."""

    of: Term
    word: OneOf["at least", "more than", "less than"]
    length: Term
    window: Window


@dataclass(frozen=True, slots=True)
class HowMany(Conditional):
    """So many records; ``timing`` is the window on their date, ``where`` includes an ``unless``."""

    bound: Bound
    low: int | None
    high: int | None
    timing: Condition | None = None
    where: Condition | None = None
    distinct: Declared | None = None
    consecutive: bool = False


@dataclass(frozen=True, slots=True)
class Cites(Conditional):
    """Another criterion is satisfied: ``criterion`` is its id ("E3")."""

    criterion: str


@dataclass(frozen=True, slots=True)
class Not(Conditional):
    """Not so."""

    part: Condition


@dataclass(frozen=True, slots=True)
class When(Conditional):
    """A list member that is asked only of some."""

    who: Condition
    part: Condition


@dataclass(frozen=True, slots=True)
class InParts(Conditional):
    """``only in phase_2``"""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf(Conditional):
    """A heading and its members; ``low`` and ``high`` for ``at least 2 of`` (word ``count``)."""

    word: OneOf["all of", "any of", "none of", "count"]
    parts: tuple[Condition, ...]
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Except(Conditional):
    """``part unless exception``, ``part accepted if exception``."""

    part: Condition
    exception: Condition
    word: OneOf["unless", "accepted if"]


@dataclass(frozen=True, slots=True)
class CaseOf(Node):
    """One of several conditions, and when it holds (None: otherwise)."""

    then: Condition
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class CasesOf(Conditional):
    """``whichever applies`` over conditions."""

    cases: tuple[CaseOf, ...]


Condition = (
    Mistaken
    | Holds
    | Applied
    | Compare
    | Between
    | IsOneOf
    | Includes
    | NormalRange
    | DateOrder
    | Falls
    | Throughout
    | During
    | Lasting
    | HowMany
    | Cites
    | Not
    | When
    | InParts
    | ListOf
    | Except
    | CasesOf
)


# ---- what has a body ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Criterion(Node):
    """An inclusion or exclusion; ``applies`` None: to everybody."""

    id: str
    kind: OneOf["inclusion", "exclusion"]
    number: str
    text: str
    condition: Condition
    applies: Condition | None
    queries: tuple[tree.Query, ...]


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """A named condition."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    condition: Condition
    queries: tuple[tree.Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula(Node):
    """A named value; in an empirical one the number is in the type's unit without conversion."""

    name: str
    parameters: tuple[Parameter, ...]
    value: Term
    type: Type
    empirical: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class CellRange:
    """A table cell of numbers, in the unit of its key; None is no limit."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class CellOptions:
    """A table cell of options."""

    options: tuple[str, ...]


CellOf = CellRange | CellOptions


@dataclass(frozen=True, slots=True)
class Row(Node):
    """A cell for each key, and the value."""

    cells: tuple[CellOf, ...]
    value: Term


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A value by rows. ``keys`` are places in ``parameters``; ``otherwise`` are the rows below all.

    The rows of ``otherwise`` have cells for the last key alone when the options of a parameter stand in
    the header, and none else.
    """

    name: str
    parameters: tuple[Parameter, ...]
    keys: tuple[int, ...]
    rows: tuple[Row, ...]
    otherwise: tuple[Row, ...]
    type: Type


@dataclass(frozen=True, slots=True)
class Protocol:
    """A whole file, checked. ``facts`` and ``lists`` are in the order of the source."""

    file: Source = field(repr=False)
    name: str
    title: str
    version: str
    source: str
    facts: tuple[Declared, ...]
    lists: tuple[Listed, ...]
    parts: tuple[Part, ...]
    definitions: Mapping[str, Definition]
    formulas: Mapping[str, Formula]
    tables: Mapping[str, Table]
    criteria: tuple[Criterion, ...]
    patients: tuple[tree.Patient, ...]
    cases: tuple[tree.Case, ...]
    declarations: tuple[tree.Declaration, ...] = field(default=(), repr=False)


def definitions_in(condition: Condition) -> tuple[str, ...]:
    """The definitions that a condition names, in the order of the source, each as often as named."""
    return tuple(_definitions_in(condition))


def _definitions_in(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Applied):
        yield condition.name
    for part in parts_of(condition):
        yield from _definitions_in(part)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that a condition is joined from, or asks of records."""
    match condition:
        case Not(part=part):
            return (part,)
        case When(who=who, part=part):
            return (who, part)
        case Except(part=part, exception=exception):
            return (part, exception)
        case ListOf(parts=parts):
            return parts
        case CasesOf(cases=cases):
            return tuple(c for case in cases for c in (case.then, case.condition) if c)
        case HowMany(timing=timing, where=where):
            return tuple(c for c in (timing, where) if c)
        case Compare(right=Alternatives(cases=values)):
            return tuple(case.condition for case in values if case.condition)
        case _:
            return ()


def negated(found: Condition, is_negated: bool) -> Condition:
    """The condition, or its contrary."""
    return Not(found, span=found.span) if is_negated else found
