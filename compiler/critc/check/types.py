"""What kind of thing a fact, a field or a value is, and how people call it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from critc.check.units import NUMBER, Unit
from critc.syntax import tree


@dataclass(frozen=True, slots=True)
class YesNo:
    """Answered yes or no."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What only a person in this role can decide."""

    role: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a unit; a bare one in ``NUMBER``. ``low`` and ``high`` are the declared range.

    ``limits``: the laboratory's reference range may come with it. ``molar_mass`` is in g/mol. ``noun``
    is "years" of ``whole number of years``, whose unit is then the year.
    """

    unit: Unit = NUMBER
    whole: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    limits: bool = False
    molar_mass: Fraction | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A day; with ``or_none`` it may never have come."""

    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day; with ``or_none`` it may never have been."""

    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that may mix days and months: of a table, or the longer of several."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options; ``ordered``: the least first. ``name`` is that of its ``choices``, or ""."""

    options: tuple[tree.Option, ...]
    ordered: bool = False
    name: str = field(default="", compare=False)

    def rank(self, name: str) -> int | None:
        """The place of an option, from 0; None when it is not one."""
        for place, option in enumerate(self.options):
            if option.name.text == name:
                return place
        return None


@dataclass(frozen=True, slots=True)
class Set:
    """Any of the options."""

    options: tuple[tree.Option, ...]
    name: str = field(default="", compare=False)

    def rank(self, name: str) -> int | None:
        """The place of an option, from 0; None when it is not one."""
        return Choice(self.options).rank(name)


@dataclass(frozen=True, slots=True)
class Text:
    """Words that nothing computes with."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The type of what is wrong already: it fits everywhere, so that one mistake is told once."""


Type = YesNo | Judged | Number | Date | Period | Duration | Choice | Set | Text | Unknown

UNKNOWN = Unknown()
DATE = Date()
YES_NO = YesNo()


def is_time(kind: Type) -> bool:
    """Whether a value of this type is a length of time."""
    match kind:
        case Duration() | Unknown():
            return True
        case Number(unit=unit):
            return unit.dimension in (DAYS, MONTHS)
        case _:
            return False


DAYS = (("s", 1),)
"""The dimension of hours, days and weeks."""

MONTHS = (("month", 1),)
"""The dimension of months and years, which have no fixed number of days."""


def said(kind: Type) -> str:
    """The type in a clinician's words: "a number in mg/dL", "a date"."""
    match kind:
        case YesNo():
            return "a yes/no question"
        case Judged():
            return "a judgement, answered yes or no"
        case Number():
            return said_number(kind)
        case Date():
            return "a date"
        case Period():
            return "a period (first to last day)"
        case Duration():
            return "a length of time"
        case Choice(options=options):
            return f"one of {listed(options)}"
        case Set(options=options):
            return f"any of {listed(options)}"
        case Text():
            return "free text"
        case Unknown():
            return "not known"


def said_number(kind: Number) -> str:
    """ "a number in mg/dL", "a whole number of years", "a number without a unit"."""
    if kind.noun:
        return f"a whole number of {kind.noun}"
    if kind.unit == NUMBER:
        return "a whole number" if kind.whole else "a number without a unit"
    return f"a number in {kind.unit.shown or kind.unit.code}"


def listed(options: tuple[tree.Option, ...], most: int = 6) -> str:
    """The names of the options, the first few of them when there are many."""
    names = [option.name.text for option in options]
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest
