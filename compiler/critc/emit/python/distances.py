"""Conditions on days that are far enough apart, where the length or the moment is the patient's own.

A day is compared by the number of days between it and the moment, which may be any known day; the
length is a number of days that is worked out. What is partial or absent is worked out in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from critc.emit.python.arithmetic import CALLS, SHORT, Calculation
from critc.emit.python.days import HOURS_IN, LONGEST_DAYS, LONGEST_MONTHS, MONTHS_IN, constant
from critc.emit.python.flow import Cases
from critc.ir import nodes
from critc.ir.dictionary import Date, Period

if TYPE_CHECKING:
    from critc.emit.python.expressions import Expressions


ALWAYS = "True"
FAR = {"within": "<=", "less than": "<", "at least": ">=", "more than": ">"}


def compared(left: str, op: str, right: str) -> str:
    """A comparison; one that is long is a call."""
    text = f"{left} {op} {right}"
    return text if len(text) <= SHORT else f"{CALLS[op]}({left}, {right})"


def both(one: str, other: str) -> str:
    """Two tests that both hold."""
    text = f"{one} and {other}"
    return text if len(text) <= SHORT else f"both({one}, {other})"


def apart(writer: Expressions, node: nodes.Condition, indent: int, full: str) -> Cases | None:
    """A condition on days as an expression; None if it always is worked out in full."""
    made = Distances(writer, indent)
    before = len(writer.function.lines)
    cases = made.condition(node, full)
    if cases is None:
        del writer.function.lines[before:]
    return cases


def by_cases(cases: list[tuple[str, str]], full: str) -> Cases:
    """An expression by cases; days of the protocol are always known."""
    *before, (test, value) = cases
    return Cases(tuple(before), value) if test == ALWAYS else Cases(tuple(cases), full)


@dataclass(frozen=True)
class Known:
    """A day: the text of it where it is known, and the local name that it is read into.

    ``ongoing`` says that it may be the end of a period, which lies after every day.
    """

    text: str
    name: str = ""
    ongoing: bool = False
    or_none: bool = False

    @property
    def tests(self) -> tuple[str, ...]:
        """That it is known."""
        return (f"type({self.name}) is date",) if self.name else ()


@dataclass
class Distances:
    """Writes one condition; ``known`` are tests that its length is known."""

    writer: Expressions
    indent: int
    known: list[str] = field(default_factory=list)

    def condition(self, node: nodes.Condition, full: str) -> Cases | None:
        """The condition by cases."""
        match node:
            case nodes.DateOrder(op=op, left=left, right=right):
                days = [self.day(left), self.day(right)]
                return self.between(days, full, f"{{}} {'==' if op == '=' else op} {{}}")
            case nodes.DateBetween(term=term, low=low, high=high):
                days = [self.day(low), self.day(term), self.day(high)]
                ends = ["<=" if closed else "<" for closed in (node.low_closed, node.high_closed)]
                return self.between(days, full, f"{{}} {ends[0]} {{}} {ends[1]} {{}}")
            case nodes.Falls(term=term, window=window):
                return self.falls(self.day(term), window, full)
            case nodes.Touches(start=start, end=end, window=window):
                return self.touches(self.day(start), self.day(end), window, full)
            case nodes.LastsFor():
                return self.lasts(node, full)
            case _:
                return None

    def between(self, days: list[Known | None], full: str, test: str) -> Cases | None:
        """Days compared; a test names them in their order."""
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            return None
        cases = [
            *self.absent(known),
            (self.all_known(known), test.format(*(d.text for d in known))),
        ]
        return by_cases(cases, full)

    def absent(self, days: list[Known]) -> Iterator[tuple[str, str]]:
        """What is the outcome where a day is not there, or never was; none may be an ongoing end."""
        named = dict.fromkeys(day.name for day in days if day.name)
        never = [day.name for day in days if day.or_none]
        if never:
            yield " or ".join(f'{name} == "none"' for name in dict.fromkeys(never)), "False"
        if len(days) == 2 and named and not any(day.ongoing for day in days):
            yield " or ".join(f"{name} is None" for name in named), "None"

    def all_known(self, days: list[Known]) -> str:
        """The test that days are known, and the length."""
        tests = [*(test for day in days for test in day.tests), *self.known]
        return " and ".join(dict.fromkeys(tests)) or ALWAYS

    # ---- days ----

    def day(self, term: nodes.DateTerm) -> Known | None:
        """A day as recorded, or so long before or after one."""
        match term:
            case nodes.DateConst(value=value):
                return Known(self.writer.constants.date(value))
            case nodes.DateOf(ref=ref):
                name = self.writer.local(ref, self.indent)
                return Known(name, name, or_none=self.or_none(ref))
            case nodes.EndOf(ref=ref, side=side):
                take = "first_day" if side == "start" else "last_day"
                name = self.writer.local(ref, self.indent, take, f"_{side}")
                return Known(name, name, side == "end", self.or_none(ref))
            case nodes.Shift(term=inner, direction=direction, length=length):
                return self.shifted(self.day(inner), direction, length)

    def or_none(self, ref: nodes.Ref) -> bool:
        declared = self.writer.bound.declared(ref).type
        return isinstance(declared, Date | Period) and declared.or_none

    def shifted(self, day: Known | None, direction: str, length: nodes.LengthTerm) -> Known | None:
        """A day that lies a length of the protocol from another."""
        amount = constant(length)
        if day is None or amount is None:
            return None
        size, unit = amount
        count = size * (MONTHS_IN[unit] if unit in MONTHS_IN else Fraction(HOURS_IN[unit], 24))
        if count.denominator != 1 or count > (
            LONGEST_MONTHS if unit in MONTHS_IN else LONGEST_DAYS
        ):
            return None
        if unit in MONTHS_IN:
            text = f"months_from({day.text}, {int(count) if direction == 'after' else -int(count)})"
        else:
            text = f"{day.text} {'+' if direction == 'after' else '-'} "
            text = f"({text}{self.writer.constants.days(int(count))})"
        return replace(day, text=text)

    # ---- lengths ----

    def length(self, length: nodes.LengthTerm, moment: Known, side: str) -> str | None:
        """The text of a number of days; in months it depends on the moment, and on the side of it."""
        if isinstance(length, nodes.ExtremeLength):
            texts = [self.length(each, moment, side) for each in length.lengths]
            name = "smaller_of" if length.which == "shorter" else "larger_of"
            return None if None in texts else f"{name}({', '.join(map(str, texts))})"
        if length.unit in MONTHS_IN:
            return self.months(length, moment, side)
        made = Calculation(self.writer, self.indent)
        found = made.term(length.amount)
        if found is None or found.below or found.estimated or found.coefficient < 0:
            return None
        self.known += [test.replace(" is ", " is not ") for test in made.absent]
        self.known += [*made.known, *(f"{factor} >= 0" for factor in found.above)]
        return made.product(found.coefficient * Fraction(HOURS_IN[length.unit], 24), found.above)

    def months(self, length: nodes.Length, moment: Known, side: str) -> str | None:
        """So many months before or after a moment, in days."""
        far = self.shifted(moment, side, length)
        if far is None or side == "around":
            return None
        first, last = (far, moment) if side == "before" else (moment, far)
        return f"({last.text} - {first.text}).days"

    # ---- windows ----

    def falls(self, day: Known | None, window: nodes.Window, full: str) -> Cases | None:
        """A day lies in a window."""
        moment = self.day(window.moment)
        if day is None or moment is None:
            return None
        length = self.length(window.length, moment, window.side)
        if length is None:
            return None
        first, last = (moment, day) if window.side == "after" else (day, moment)
        gap = f"({last.text} - {first.text}).days"
        if window.side == "around":
            gap = f"abs({gap})"
        test = compared(gap, FAR[window.rel], length)
        if window.side != "around" and window.rel == "within":
            test = f"0 <= {gap} <= {length}"
            test = test if len(test) <= SHORT else f"is_between(0, {gap}, {length})"
        elif window.side != "around" and window.rel == "less than":
            test = both(compared(gap, ">=", "0"), test)
        cases = [*self.absent([day, moment]), (self.all_known([day, moment]), test)]
        if day.ongoing and day.text == day.name:  # it lies after every day
            later = window.rel in ("at least", "more than") and window.side != "before"
            known = self.all_known([moment])
            cases.append((f'{day.name} == "ongoing" and {known}', repr(later)))
        return by_cases(cases, full)

    def touches(
        self, start: Known | None, end: Known | None, window: nodes.Window, full: str
    ) -> Cases | None:
        """A period has a day in a window, or lies there as a whole."""
        moment = self.day(window.moment)
        if start is None or end is None or moment is None:
            return None
        length = self.length(window.length, moment, window.side)
        if length is None:
            return None
        inside = window.rel in ("within", "less than")
        before = compared(f"({moment.text} - {end.text}).days", FAR[window.rel], length)
        after = compared(f"({start.text} - {moment.text}).days", FAR[window.rel], length)
        if inside:
            before = f"{end.text} >= {moment.text}" if window.side == "after" else before
            after = f"{start.text} <= {moment.text}" if window.side == "before" else after
            test, ongoing = both(before, after), after
        else:
            test = {"before": before, "after": after}.get(
                window.side, f"one_or_other({before}, {after})"
            )
            ongoing = {"before": "False"}.get(window.side, after)
        known = [start, moment]
        days = [start, end, moment]
        cases = [*self.absent(days), (self.all_known(days), test)]
        if end.ongoing and end.text == end.name:
            cases.append((f'{end.name} == "ongoing" and {self.all_known(known)}', ongoing))
        return by_cases(cases, full)

    def lasts(self, node: nodes.LastsFor, full: str) -> Cases | None:
        """A period has so many days before or after a moment."""
        window, amount = node.window, constant(node.length)
        start, end, moment = self.day(node.start), self.day(node.end), self.day(window.moment)
        if start is None or end is None or moment is None or amount is None:
            return None
        size, unit = amount
        if window.rel != "within" or window.side == "around" or unit in MONTHS_IN or not size:
            return None
        far = self.shifted(moment, window.side, window.length)
        days = self.writer.constants.decimal(size * Fraction(HOURS_IN[unit], 24))
        if far is None or days is None:
            return None
        first, last = (far, moment) if window.side == "before" else (moment, far)
        begins = f"max({start.text}, {first.text})"
        lasted = f"(min({end.text}, {last.text}) - {begins}).days"
        until = compared(f"{lasted} + 1", FAR[node.rel], days)
        ongoing = compared(f"({last.text} - {begins}).days + 1", FAR[node.rel], days)
        cases = [*self.absent([start, end, moment]), (self.all_known([start, end, moment]), until)]
        if end.ongoing:
            known = self.all_known([start, moment])
            cases.append((f'{end.name} == "ongoing" and {known}', ongoing))
        return by_cases(cases, full)
