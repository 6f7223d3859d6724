"""Random values of each declared type, as a patient's JSON has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n

NUMBERS = [Fraction(text) for text in ("-1", "0", "0.5", "1", "1.5", "2", "2.5", "4", "9", "100")]
BESIDE = (Fraction(-1, 10), Fraction(0), Fraction(0), Fraction(1, 10))
SHIFTS = (-366, -90, -31, -28, -15, -14, -13, -7, -1, 0, 0, 1, 7, 14, 28, 31, 90)
TEXTS = ("", "x", "naïve ≥ 1", '"quoted"', "line\nbreak")


@dataclass(frozen=True)
class Values:
    """What a program compares with: numbers and days that its outcomes may turn on."""

    numbers: Sequence[Fraction]
    days: Sequence[date]

    @staticmethod
    def of(program: n.Program) -> Values:
        constants = list(_constants(program.criteria))
        numbers = {one for one in constants if isinstance(one, Fraction) and _short(one)}
        days = {one for one in constants if isinstance(one, date)} or {date(2026, 3, 2)}
        return Values(sorted(numbers | set(NUMBERS)), sorted(days))

    # ---- answers ----

    def value(self, kind: d.Type) -> st.SearchStrategy[Any]:
        """A value that a validator accepts; it may be partly known."""
        match kind:
            case d.YesNo():
                return st.booleans()
            case d.Judged():
                answers = st.sampled_from(["yes", "no", "not yet"])
                return answers | st.builds(_signed, answers)
            case d.Number():
                return self.number(kind).map(as_text) | self.number(kind).map(as_json)
            case d.Quantity():
                return self.quantity(kind)
            case d.Date(or_none=or_none):
                return self.date() | st.just("none") if or_none else self.date()
            case d.Period(or_none=or_none):
                return self.period() | st.just("none") if or_none else self.period()
            case d.Choice(options=options):
                return st.sampled_from([one.name for one in options])
            case d.Set(options=options):
                return members([one.name for one in options])
            case d.Text():
                return st.sampled_from(TEXTS)

    def number(self, kind: d.Number | d.Quantity) -> st.SearchStrategy[Fraction]:
        """A number of the declared range: near one that is compared with, or the range's end."""
        near = {one + beside for one in self.numbers for beside in BESIDE}
        near |= {end for end in (kind.low, kind.high) if end is not None}
        whole = isinstance(kind, d.Number) and kind.whole
        fitting = [
            one
            for one in sorted(near)
            if _in_range(one, kind) and (not whole or one.denominator == 1)
        ]
        return st.sampled_from(fitting)

    @st.composite
    @staticmethod
    def _quantity(draw: st.DrawFn, values: Values, kind: d.Quantity) -> dict[str, Any]:
        value = draw(values.number(kind))
        option = draw(st.sampled_from(kind.units))
        in_unit = (value - option.offset) / option.factor
        if not _short(in_unit):
            option, in_unit = kind.units[0], value
        given: dict[str, Any] = {"value": as_json(in_unit), "unit": option.code}
        if draw(st.integers(0, 3)) == 3:
            bounds = [b for b in ("<", "<=", ">", ">=") if _possible(b, value, kind)]
            given["bound"] = draw(st.sampled_from(bounds)) if bounds else None
        if kind.limits:
            low, high = sorted(draw(st.sampled_from(values.numbers)) for _ in range(2))
            given |= draw(st.sampled_from([{}, {"uln": as_json(high)}, {"lln": as_json(low)}]))
            if draw(st.booleans()):
                given |= {"uln": as_text(high), "lln": as_text(low)}
        return given

    def quantity(self, kind: d.Quantity) -> st.SearchStrategy[dict[str, Any]]:
        return Values._quantity(self, kind)

    # ---- dates ----

    def day(self) -> st.SearchStrategy[date]:
        """A day near one that is compared with, and a birthday now and then."""
        near = st.builds(
            lambda day, shift: day + timedelta(days=shift),
            st.sampled_from(self.days),
            st.sampled_from(SHIFTS),
        )
        return near | near | st.sampled_from([date(2008, 2, 29), date(2008, 3, 2)])

    def date(self) -> st.SearchStrategy[str]:
        """A date, two in five of them partial."""
        return st.builds(lambda day, length: day.isoformat()[:length], self.day(), _LENGTHS)

    def period(self) -> st.SearchStrategy[dict[str, Any]]:
        ends = st.none() | self.date() | self.date() | st.just("ongoing")
        return st.builds(
            lambda start, end: {
                key: value for key, value in (("start", start), ("end", end)) if value is not None
            },
            st.none() | self.date() | self.date(),
            ends,
        )


_LENGTHS = st.sampled_from([10, 10, 7, 10, 4])


def members(names: Sequence[str]) -> st.SearchStrategy[Any]:
    """A set of choices, complete or not."""
    chosen = st.lists(st.sampled_from(names), unique=True, max_size=3)
    return st.builds(
        lambda values, complete: values if complete else {"values": values, "complete": False},
        chosen,
        st.sampled_from([True, True, False]),
    )


def _signed(answer: str) -> dict[str, Any]:
    return {"answer": answer, "by": "A. Investigator", "on": "2026-02-20"}


# ---- numbers ---------------------------------------------------------------------------------


def as_text(value: Fraction) -> str:
    """A short decimal as text."""
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def as_json(value: Fraction) -> int | str:
    """A whole number as one, any other as text: both are read exactly."""
    return int(value) if value.denominator == 1 else as_text(value)


def _short(value: Fraction) -> bool:
    """Whether a few decimals are enough to write it."""
    return abs(value) < 10**9 and (value * 10**6).denominator == 1


def _in_range(value: Fraction, kind: d.Number | d.Quantity) -> bool:
    above = kind.low is None or value >= kind.low
    return above and (kind.high is None or value <= kind.high)


def _possible(bound: str, value: Fraction, kind: d.Quantity) -> bool:
    """Whether some value of the declared range agrees with a bound."""
    return not ((bound == "<" and value == kind.low) or (bound == ">" and value == kind.high))


def _constants(node: object) -> Iterator[Fraction | date]:
    """The numbers and days that are written in a program."""
    match node:
        case Fraction() | date():
            yield node
        case tuple() | list():
            for part in node:
                yield from _constants(part)
        case Mapping():
            return
        case _ if is_dataclass(node):
            for field in fields(node):
                yield from _constants(getattr(node, field.name))
        case _:
            return
