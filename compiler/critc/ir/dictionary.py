"""The data dictionary of a checked protocol: what can be known of a patient, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """A code in a public code system: ``Code("loinc", "742-7")``."""

    system: str
    value: str


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: the name that data uses, and the words that people read."""

    name: str
    label: str
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitOption:
    """A unit in which a quantity may be given; ``value × factor + offset`` is in the declared unit.

    ``code`` is UCUM, ``shown`` what people read ("10^9/L", "weeks").
    """

    code: str
    shown: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Answered yes or no."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What only a person in this role can decide; answered yes, no or not yet."""

    role: str


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number, exact; ``low`` and ``high`` are the declared range, ends included."""

    whole: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    noun: str = ""  # "years" of ``whole number of years``


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit. ``units[0]`` is the declared unit, in which the core computes.

    ``limits`` says that the laboratory's reference range may come with it.
    """

    units: tuple[UnitOption, ...]
    low: Fraction | None = None
    high: Fraction | None = None
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date, possibly partial; with ``or_none`` "it never happened" can be recorded."""

    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day; the end may be ongoing; with ``or_none`` it may never have been."""

    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options. ``ordered``: the least first."""

    options: tuple[Option, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Set:
    """Any of the options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Words that nothing computes with."""


Type = YesNo | Judged | Number | Quantity | Date | Period | Choice | Set | Text


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact of the patient or a field of a record.

    ``question`` is the wording of the data dictionary, never empty; ``moment`` says that windows
    refer to this date; ``criterion`` is the id of the criterion in which it was declared inline, or
    "".
    """

    name: str
    type: Type
    question: str
    line: int
    codes: tuple[Code, ...] = ()
    moment: bool = False
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of records, or of the dated values of one measurement.

    A measurement's fields are ``value`` (Quantity, Number or Choice), ``date``, ``visit`` (Choice of
    the moments; only if the protocol has moments) and ``laboratory`` (Choice of central and local). In
    a patient's JSON the value of a quantity stands in the record itself:
    ``{"value": "9.1", "unit": "g/dL", "uln": …, "date": …}``.
    """

    name: str
    title: str
    fields: tuple[Declared, ...]
    kind: Literal["records", "measurement"]
    line: int
    codes: tuple[Code, ...] = ()

    def field(self, name: str) -> Declared:
        """The field of that name. Raises KeyError."""
        for declared in self.fields:
            if declared.name == name:
                return declared
        raise KeyError(name)
