"""Values of a patient: each fits what was declared, or is reported."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from critc.check.context import Context
from critc.check.declared_types import unit_or_report
from critc.check.fit import amount, answers, exchange, option_key, shown, units_of
from critc.check.protocol import Declared, Parameter
from critc.check.suggest import did_you_mean
from critc.check.types import (
    UNKNOWN,
    Choice,
    Date,
    Judged,
    Number,
    Period,
    Set,
    Text,
    Type,
    YesNo,
    listed,
    said,
)
from critc.check.units import NUMBER
from critc.diagnostic import Related
from critc.syntax import tree

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years outside are refused as slips."""

DIGITS = 20
"""The most digits of a value before the point, and after it."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


Of = Declared | Parameter
"""What a value is given for."""


class Values:
    """Whether values fit what was declared; each date and unit is looked at once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.good_dates: set[str] = set()
        self.accepted: dict[tuple[str, str, bool], bool] = {}

    def value(self, given: tree.Given, of: Of) -> None:
        """Whether a value fits what was declared; a report if not."""
        kind = of.type
        if kind == UNKNOWN or (isinstance(given, tree.Word) and given.word == "not known"):
            return
        before = len(self.context.diagnostics)
        self._value(given, kind, of)
        if len(self.context.diagnostics) == before and not _is_none(given):
            self.context.fits(of.key)

    def _value(self, given: tree.Given, kind: Type, of: Of) -> None:
        if is_unknown(given) and not (isinstance(kind, Choice | Set) and _offers(kind, given)):
            self.say_unknown(given, of)
            return
        match kind, given:
            case (YesNo(), tree.Word(word="yes" | "no")) | (Text(), tree.Text()):
                pass
            case Judged(), tree.Word(word="yes" | "no" | "not yet"):
                pass
            case Number(), tree.Number():
                self.number(given, kind, of)
            case Number(), tree.Bounded() if kind.unit != NUMBER and not kind.noun:
                self.bounded(given, kind, of)
            case Date(), tree.DateLiteral():
                self.date(given, of)
            case Date(), tree.Number() if not given.unit:  # a year alone
                self.date(tree.DateLiteral(given.value, span=given.span), of)
            case (Date(or_none=True) | Period(or_none=True), tree.Word(word="none")):
                pass
            case Period(), tree.Interval():
                self.interval(given, of)
            case Choice(), tree.Names(names=(name,)):
                self.option(name, kind, of)
            case Choice(), tree.Word(word=word) if kind.rank(word) is not None:
                pass
            case Set(), tree.Names(names=names):
                self.options(names, kind, of)
            case Set(), tree.Word(word="none" | "incomplete"):
                pass
            case _:
                self.say_unfit(given, kind, of)

    def options(self, names: tuple[tree.Name, ...], kind: Set, of: Of) -> None:
        """The options of a set, each of them known and given once."""
        for name in names:
            self.option(name, kind, of)
        self.context.refuse_twice(names, "`{}` is given twice.", "given here before")

    def bounded(self, given: tree.Bounded, kind: Number, of: Of) -> None:
        """A result reported with a bound; the bound must leave something of the range."""
        before = len(self.context.diagnostics)
        self.number(given.value, kind, of)
        if len(self.context.diagnostics) > before:
            return
        unit = self.context.unit(given.value.unit)
        assert unit is not None
        factor, offset = exchange(unit, kind.unit, kind.molar_mass)
        value = Fraction(given.value.value) * factor + offset
        if (given.sign == "<" and value == kind.low) or (given.sign == ">" and value == kind.high):
            self.context.say(
                "E0319",
                given.span,
                "No result is beyond the end of its range.",
                label="nothing is left",
                related=[Related(of.span, "declared here")],
            )

    def say_unknown(self, given: tree.Given, of: Of) -> None:
        """Report another word for what is not known."""
        self.context.say(
            "E0318",
            given.span,
            "What is not known of a patient is said with `not known`.",
            label="`not known`?",
            help="Write `not known`.",
            replacement="not known",
            about=of.key,
        )

    def say_unfit(self, given: tree.Given, kind: Type, of: Of) -> None:
        """Report a value of another kind than was declared."""
        text = self.context.source.words(given.span).splitlines()
        bare = _without_quotes(given, kind)
        self.context.say(
            "E0318",
            given.span,
            f"`{text[0] if text else ''}` does not fit: this is {said(kind)}.",
            label=f"not {said(kind)}",
            related=[Related(of.span, "declared here")],
            help="A number stands without quotes." if bare else _example(kind),
            replacement=bare,
            about=(*of.key, "none") if _never_none(given, kind) else of.key,
            because=[of.key] if _never_none(given, kind) else (),
        )

    def option(self, name: tree.Name, kind: Choice | Set, of: Of) -> None:
        """Whether an option is one of those declared."""
        if kind.rank(name.text) is not None:
            return
        if kind is self.context.visits and not self.context.is_news(name.text):
            return  # a moment that is not declared was told where it is used
        known = [option.name.text for option in kind.options]
        help_, replacement = did_you_mean(name.text, known, f"It is one of {', '.join(known)}.")
        self.context.say(
            "E0205",
            name.span,
            f"`{name.text}` is not one of the possible answers.",
            label="not one of them",
            related=[Related(of.span, "declared here"), *answers(self.context, kind)],
            help=help_,
            replacement=replacement,
            about=option_key(kind, of, name.text),
        )

    def number(self, given: tree.Number, kind: Number, of: Of) -> None:
        """A number in a unit that data may use, inside its range."""
        counted = kind.unit == NUMBER or kind.noun
        value = Fraction(given.value)
        if counted and given.unit:
            unit = unit_or_report(self.context, given.unit, given.unit_span)
            if unit is None:
                return
            if unit != kind.unit:
                self.say_unfit(given, kind, of)
                return
        elif not counted:
            if not self.unit_fits(given, kind, of):
                return
            unit = self.context.unit(given.unit)
            assert unit is not None
            factor, offset = exchange(unit, kind.unit, kind.molar_mass)
            value = value * factor + offset
        self.range(given, value, kind, of)

    def unit_fits(self, given: tree.Number, kind: Number, of: Of) -> bool:
        """Whether data may come in this unit: the validator takes no others (decision 22)."""
        if not given.unit:
            mended = amount(given.value, kind.unit)
            self.context.say(
                "E0303",
                given.span,
                f"{given.value} what? The number needs its unit.",
                label="no unit",
                related=[Related(of.span, f"declared here as {said(kind)}")],
                help=f"Write `{mended}`.",
                replacement=mended,
                about=of.key,
            )
            return False
        unit = unit_or_report(self.context, given.unit, given.unit_span)
        if unit is None:
            return False
        key = (unit.code, kind.unit.code, bool(kind.molar_mass))
        if key not in self.accepted:
            self.accepted[key] = any(unit.code == other.code for other in units_of(kind))
        if self.accepted[key]:
            return True
        self.context.say(
            "E0302",
            given.unit_span,
            f"This is {said(kind)}: a value in {shown(unit)} is not taken.",
            label="another unit",
            related=[Related(of.span, "declared here")],
            help=f"Give it in {shown(kind.unit)}.",
            about=of.key,
        )
        return False

    def range(self, given: tree.Number, value: Fraction, kind: Number, of: Of) -> None:
        """Whole where whole numbers are declared, and inside the declared range."""
        low, high = kind.low, kind.high
        whole, _, decimals = given.value.lstrip("+-−").partition(".")
        if kind.whole and value.denominator != 1:
            message = f"{given.value} is not a whole number."
        elif (low is not None and value < low) or (high is not None and value > high):
            ends = f"{low} to {high}" if high is not None else f"from {low}"
            message = f"{given.value} is out of its range, {ends}."
        elif len(whole) > DIGITS or len(decimals) > DIGITS:
            message = f"A value has at most {DIGITS} digits before and after the point."
        else:
            return
        self.context.say(
            "E0319",
            given.span,
            message,
            label="outside its range",
            help="Correct the value; or the declaration, if a patient can have it.",
            related=[Related(of.span, "declared here")],
            about=(*of.key, "range"),
        )

    def date(self, given: tree.DateLiteral, of: Of) -> None:
        """A date of the calendar, whole or partial."""
        if given.text in self.good_dates:
            return
        if is_date(given.text):
            self.good_dates.add(given.text)
            return
        self.context.say(
            "E0310",
            given.span,
            f"There is no such date as {given.text}.",
            label="not in the calendar",
            help="Dates are written year-month-day, 2026-03-02; 2026-03 if the day is not known, "
            "2026 if neither is.",
            about=of.key,
        )

    def interval(self, given: tree.Interval, of: Of) -> None:
        """First and last day of a period."""
        for end, last in ((given.start, False), (given.end, True)):
            if isinstance(end, tree.DateLiteral):
                self.date(end, of)
            elif end.word == "ongoing" and not last:
                self.context.say(
                    "E0310",
                    end.span,
                    "Only the last day of a period can be open.",
                    label="the first day",
                    help="Write `2026-01-05 to ongoing`.",
                )


def _never_none(given: tree.Given, kind: Type) -> bool:
    """Whether `none` is given for what always happened, as it is declared."""
    return _is_none(given) and isinstance(kind, Date | Period)


def _is_none(given: tree.Given) -> bool:
    return isinstance(given, tree.Word) and given.word == "none"


def is_date(text: str) -> bool:
    """Whether ``2026``, ``2026-03`` or ``2026-03-02`` is in the calendar, years 1000 to 2999."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(group) if group else 1 for group in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _without_quotes(given: tree.Given, kind: Type) -> str | None:
    """The number in ``"1"``; None where something else is in quotes, or asked for."""
    words = given.text if isinstance(given, tree.Text) and isinstance(kind, Number) else ""
    return words if re.fullmatch(r"[-−+]?\d+(?:\.\d+)?(?: [^\s\d]\S*)?", words) else None


def _example(kind: Type) -> str:
    match kind:
        case YesNo():
            return "Write `yes`, `no` or `not known`."
        case Judged():
            return "Write `yes`, `no` or `not yet`."
        case Date(or_none=or_none):
            none = ", or `none` if it never happened" if or_none else ""
            return f"Write a date: `2026-03-02`{none}."
        case Period(or_none=or_none):
            none = ", or `none` if it never was" if or_none else ""
            return f"Write both ends: `2025-11-20 to ongoing`{none}."
        case Choice(options=options) | Set(options=options):
            return f"Write {'one' if isinstance(kind, Choice) else 'any'} of {listed(options)}."
        case Text():
            return 'Write it in quotes: `"…"`.'
        case Number():
            return f"Write {said(kind)}."
        case _:
            return ""


_UNKNOWN = frozenset("unknown missing unclear na NA ND".split())


def is_unknown(given: tree.Given) -> bool:
    """Whether another word stands there for what is not known."""
    match given:
        case tree.Names(names=(name,)):
            return name.text in _UNKNOWN
        case _:
            return False


def _offers(kind: Choice | Set, given: tree.Given) -> bool:
    """Whether the word is one of the possible answers all the same."""
    return isinstance(given, tree.Names) and kind.rank(given.names[0].text) is not None
