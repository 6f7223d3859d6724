"""Single conditions as expressions: straight for values that are known, with a call for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from critc.emit.python.arithmetic import Gathered, calculated
from critc.emit.python.constants import Constants
from critc.emit.python.days import (
    MIRRORED,
    Limit,
    Span,
    far_end,
    limit,
    moved_date,
    order_span,
    window_span,
)
from critc.emit.python.distances import apart
from critc.emit.python.flow import Cases, Function, fitted, plain, wrapped
from critc.emit.python.layout import literal
from critc.emit.python.names import attribute
from critc.ir import nodes
from critc.ir.clauses.terms import Bound
from critc.ir.dictionary import Choice, Number, Quantity


@dataclass
class Expressions:
    """Writes single conditions into a function.

    ``records`` are the local names of the records that variables are bound to; ``bail`` is the
    function's answer by its clauses, for shapes that are rare. ``gathered`` are the numbers over the
    records of a list that the lines before have worked out.
    """

    bound: Bound
    constants: Constants
    function: Function
    records: dict[str, str]
    bail: str
    gathered: Mapping[nodes.NumberTerm, Gathered] = field(default_factory=dict)

    def atom(self, node: nodes.Condition, indent: int, full: str) -> Cases | None:
        """A condition as an expression, which for rare values is ``full``; None if it always is."""
        match node:
            case nodes.Truth(value=value):
                return plain(repr(value))
            case nodes.Asked(ref=ref):
                return plain(self.read(ref))
            case nodes.Is(ref=ref, options=options):
                return self.choice(ref, options)
            case nodes.Includes(ref=ref, options=options, mode=mode):
                return self.includes(self.read(ref), options, mode)
            case nodes.InParts(parts=parts):
                return self.includes("p.parts", parts, "any")
            case nodes.Compare() | nodes.Range():
                return self.compared(node, indent, full) or calculated(self, node, indent, full)
            case _:
                return self.temporal(node, indent) or apart(self, node, indent, full)

    def compared(self, node: nodes.Compare | nodes.Range, indent: int, full: str) -> Cases | None:
        """A comparison with numbers of the protocol."""
        match node:
            case nodes.Compare(op=op, left=left, right=nodes.Const(value=value)):
                return self.number(left, wanted_by(op, value), indent, full)
            case nodes.Compare(op=op, left=nodes.Const(value=value), right=right):
                return self.number(right, wanted_by(MIRRORED.get(op, op), value), indent, full)
            case nodes.Range(term=term, low=nodes.Const(value=low), high=nodes.Const(value=high)):
                wanted = Wanted(low, high, node.low_closed, node.high_closed)
                return self.number(term, wanted, indent, full)
            case _:
                return None

    def read(self, ref: nodes.Ref) -> str:
        """A fact or field."""
        owner = "p" if isinstance(ref, nodes.Fact) else self.records[ref.var]
        return f"{owner}.{attribute(ref.name)}"

    def local(self, ref: nodes.Ref, indent: int, take: str = "", suffix: str = "") -> str:
        """A local name for a fact or field, assigned here; ``take`` is a function applied to it."""
        value = f"{take}({self.read(ref)})" if take else self.read(ref)
        name, _ = self.function.local(f"{attribute(ref.name)}{suffix}", self.kind(ref, take))
        self.function.lines += wrapped(f"{'    ' * indent}{name} = ", value, "")
        return name

    def kind(self, ref: nodes.Ref, take: str) -> str:
        """What tells a local name from another: the field that it holds, and of which record."""
        if isinstance(ref, nodes.Fact):
            return f"{take} p.{ref.name}"
        return f"{take} {self.records[ref.var]} of {self.bound.lists[ref.var].name}.{ref.name}"

    def choice(self, ref: nodes.Ref, options: tuple[str, ...]) -> Cases:
        """A choice is one of the options."""
        read = self.read(ref)
        if len(options) == 1:
            return Cases(((f"{read} is None", "None"),), f"{read} == {literal(options[0])}")
        return Cases(((f"{read} is None", "None"),), f"{read} in {self.constants.options(options)}")

    def includes(self, read: str, options: tuple[str, ...], mode: str) -> Cases:
        """A set includes any of, all of or only the options."""
        if len(options) == 1 and mode != "only":
            test = f"{literal(options[0])} in {read}.values"
        else:
            name = self.constants.options(options, as_set=True)
            tests = {
                "any": f"not {read}.values.isdisjoint({name})",
                "all": f"{read}.values >= {name}",
                "only": f"not {read}.values <= {name}",
            }
            test = tests[mode]
        found = mode != "only"
        cases = (
            (f"{read} is None", "None"),
            (test, repr(found)),
            (f"{read}.complete", repr(not found)),
        )
        return Cases(cases, "None")

    # ---- numbers ----

    def number(
        self, term: nodes.NumberTerm, wanted: Wanted, indent: int, full: str
    ) -> Cases | None:
        """A number, a quantity, the rank of a choice or an age between numbers of the protocol."""
        if isinstance(term, nodes.Age):
            return self.age(term, wanted, indent)
        if not isinstance(term, nodes.Value):
            return None
        match self.bound.declared(term.ref).type:
            case Number(whole=whole):
                read = self.read(term.ref)
                test = self.test(read, wanted, whole)
                return None if test is None else Cases(((f"{read} is None", "None"),), test)
            case Quantity(low=low):
                if self.test("", wanted, False) is None:
                    return None
                name = self.local(term.ref, indent)
                test = self.test(f"{name}.value", wanted, False) or ""
                rest = self.reported(name, wanted, low) or full
                return Cases(((f"{name} is None", "None"), (f"not {name}.bound", test)), rest)
            case Choice(options=options):
                names = [option.name for option in options]
                holding = tuple(n for rank, n in enumerate(names) if wanted.has(rank))
                return self.choice(term.ref, holding) if holding else None
            case _:
                return None

    def reported(self, name: str, wanted: Wanted, least: Fraction | None) -> str | None:
        """The same test of an amount reported as below or above a number, if the limit alone counts.

        It does unless the declared range begins at the limit or above it.
        """
        limit, closed = wanted.high, not wanted.high_closed
        if wanted.high is None:
            limit, closed = wanted.low, wanted.low_closed
        elif wanted.low is not None:
            return None
        if limit is None or (least is not None and least >= limit):
            return None
        call = f"{'at_least' if closed else 'above'}({name}, {self.constant(limit, False)})"
        return call if wanted.high is None else f"opposite({call})"

    def test(self, read: str, wanted: Wanted, whole: bool) -> str | None:
        """The text of a comparison; None if a number of the protocol is no decimal."""
        ends = [
            None if end is None else self.constant(end, whole) for end in (wanted.low, wanted.high)
        ]
        if (wanted.low is not None and ends[0] is None) or ends == [None, None]:
            return None
        if wanted.high is not None and ends[1] is None:
            return None
        low, high = ends
        if wanted.low == wanted.high and wanted.low_closed and wanted.high_closed:
            return f"{read} {'!=' if wanted.negated else '=='} {low}"
        below, above = (
            "<=" if closed else "<" for closed in (wanted.low_closed, wanted.high_closed)
        )
        if low is None:
            return f"{read} {above} {high}"
        if high is None:
            return f"{read} {below.replace('<', '>')} {low}"
        return f"{low} {below} {read} {above} {high}"

    def constant(self, value: Fraction, whole: bool) -> str | None:
        """A number of the protocol."""
        if whole and value.denominator == 1:
            return str(value)
        return self.constants.decimal(value)

    def age(self, term: nodes.Age, wanted: Wanted, indent: int) -> Cases | None:
        """An age between two numbers."""
        moment = limit(term.at_date)
        span = wanted.whole()
        if moment is None or span is None or not isinstance(term.birth, nodes.DateOf):
            return None
        if reads(moment.moment) == term.birth.ref:
            return None
        low, high = span
        at = self.limit(moment, indent)
        birth = self.local(term.birth.ref, indent)
        test = between(f"{term.unit}_between({birth}, {at})", low, high)
        known = " and ".join([*self.checks(at), f"type({birth}) is date"])
        return Cases(((known, test),), f'age_in("{term.unit}", {birth}, {at}, {low}, {high})')

    # ---- days ----

    def temporal(self, node: nodes.Condition, indent: int) -> Cases | None:
        """A condition on days."""
        match node:
            case nodes.Falls(term=term, window=window):
                return self.day(term, window_span(window), indent)
            case nodes.DateOrder(op=op, left=left, right=right):
                return self.order(left, op, right, indent)
            case nodes.Touches(start=start, end=end, window=window):
                span = window_span(window)
                inside = window.rel in ("within", "less than")
                if span is None:
                    return None
                first, last = span
                if inside:
                    return self.period(start, end, last, first, indent)
                return self.day(start if last is None else end, span, indent)
            case nodes.Throughout(start=start, end=end, side=side, moment=moment):
                far = far_end(moment, side, node.length, False, node.rel == "more than")
                near = limit(moment)
                first, last = (far, near) if side == "before" else (near, far)
                return self.period(start, end, first, last, indent)
            case nodes.During(start=start, end=end, moment=moment):
                return self.period(start, end, limit(moment), limit(moment), indent)
            case _:
                return None

    def order(
        self, left: nodes.DateTerm, op: str, right: nodes.DateTerm, indent: int
    ) -> Cases | None:
        """A day against another; that of the two which is a moment is the limit."""
        if self.is_moment(left) and not self.is_moment(right):
            left, op, right = right, MIRRORED[op], left
        at = limit(right)
        return None if at is None else self.day(left, order_span(op, at), indent)

    def is_moment(self, term: nodes.DateTerm) -> bool:
        """Whether windows refer to it."""
        if isinstance(term, nodes.DateOf):
            return self.bound.declared(term.ref).moment
        return isinstance(term, nodes.DateConst)

    def day(self, term: nodes.DateTerm, span: Span | None, indent: int) -> Cases | None:
        """A day between two limits, or on one side of one."""
        if span is None or not isinstance(term, nodes.DateOf | nodes.EndOf):
            return None
        if any(end is not None and reads(end.moment) == term.ref for end in span):
            return None
        low, high = (None if end is None else self.limit(end, indent) for end in span)
        if isinstance(term, nodes.DateOf):
            name = self.local(term.ref, indent)
        else:
            take = "first_day" if term.side == "start" else "last_day"
            name = self.local(term.ref, indent, take, f"_{term.side}")
        known = " and ".join([*self.checks(low, high), f"type({name}) is date"])
        if low is None:
            return Cases(((known, f"{name} <= {high}"),), f"day_by({name}, {high})")
        if high is None:
            return Cases(((known, f"{name} >= {low}"),), f"day_from({name}, {low})")
        return Cases(((known, f"{low} <= {name} <= {high}"),), f"day_in({name}, {low}, {high})")

    def checks(self, *limits: str | None) -> list[str]:
        """That limits are known; those of the protocol always are."""
        return [end for end in dict.fromkeys(limits) if end is not None and not end.startswith("_")]

    def period(
        self,
        start: nodes.DateTerm,
        end: nodes.DateTerm,
        start_by: Limit | None,
        end_from: Limit | None,
        indent: int,
    ) -> Cases | None:
        """A period that begins by one limit and lasts to another."""
        if not (isinstance(start, nodes.EndOf) and isinstance(end, nodes.EndOf)):
            return None
        if start.ref != end.ref or start.side != "start" or end.side != "end":
            return None
        if start_by is None or end_from is None:
            return None
        if start.ref in (reads(start_by.moment), reads(end_from.moment)):
            return None
        limits = f"{self.limit(start_by, indent)}, {self.limit(end_from, indent)}"
        return plain(f"period_in({self.read(start.ref)}, {limits})")

    def limit(self, of: Limit, indent: int) -> str:
        """A local name for a limit, counted once if it is one of the patient's days."""
        if isinstance(of.moment, nodes.DateConst):
            return self.constants.date(moved_date(of.moment.value, of.months, of.days))
        name = self.moment(of.moment, indent)
        if of.months:
            name = self.moved(name, of.months, "month", indent, of)
        if of.days:
            name = self.moved(name, of.days, "day", indent, of)
        return name

    def moment(self, of: nodes.DateOf | nodes.EndOf, indent: int) -> str:
        """A local name for a moment; one that is partial, or none, is worked out in full."""
        take, suffix = ("first_day", "_start") if isinstance(of, nodes.EndOf) else ("", "")
        value = f"{take}({self.read(of.ref)})" if take else self.read(of.ref)
        of_patient = isinstance(of.ref, nodes.Fact)
        kind = f"moment {self.kind(of.ref, take)}"
        name, new = self.function.local(f"{attribute(of.ref.name)}{suffix}", kind)
        depth = 1 if of_patient else indent
        blanks = "    " * depth
        lines = [
            *wrapped(f"{blanks}{name} = ", value, ""),
            f"{blanks}if {name} is not None and type({name}) is not date:",
            *fitted(f"{blanks}    return ", plain(self.bail), depth + 1),
        ]
        if new and of_patient:
            self.function.head += lines
        elif not of_patient:
            self.function.lines += lines
        return name

    def moved(self, name: str, count: int, unit: str, indent: int, of: Limit) -> str:
        """A local name for a day so many days or months from another."""
        sign = "less" if count < 0 else "plus"
        size = abs(count)
        wanted = f"{name}_{sign}_{size}_{unit}{'s' * (size > 1)}"
        local, new = self.function.local(wanted, f"{name} {sign} {size} {unit}")
        if unit == "day":
            result = f"{name} and {name} {'-' if count < 0 else '+'} {self.constants.days(size)}"
        else:
            result = f"{name} and months_from({name}, {count})"
        if not isinstance(reads(of.moment), nodes.Fact):
            self.function.lines += wrapped(f"{'    ' * indent}{local} = ", result, "")
        elif new:
            self.function.head += wrapped(f"    {local} = ", result, "")
        return local


def between(term: str, low: int | None, high: int | None) -> str:
    """The test that a whole number is between two, as Python has it."""
    if low is None:
        return f"{term} <= {high}"
    return f"{term} >= {low}" if high is None else f"{low} <= {term} <= {high}"


def reads(moment: nodes.DateConst | nodes.DateOf | nodes.EndOf) -> nodes.Ref | None:
    """The fact or field of a moment."""
    return None if isinstance(moment, nodes.DateConst) else moment.ref


@dataclass(frozen=True)
class Wanted:
    """The numbers that satisfy a comparison; ``negated`` is used with one number alone."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True
    negated: bool = False

    def has(self, value: int) -> bool:
        """Whether a number is among them."""
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return (above and below) != self.negated

    def whole(self) -> tuple[int | None, int | None] | None:
        """The first and the last whole number; None if there are none, or all but one."""
        low = None if self.low is None else ceil(self.low)
        high = None if self.high is None else floor(self.high)
        if low is not None and low == self.low and not self.low_closed:
            low += 1
        if high is not None and high == self.high and not self.high_closed:
            high -= 1
        empty = low is not None and high is not None and low > high
        return None if empty or self.negated else (low, high)


def wanted_by(op: str, value: Fraction) -> Wanted:
    """The numbers that compare so with a number."""
    if op in ("=", "!="):
        return Wanted(value, value, negated=op == "!=")
    if op in ("<", "<="):
        return Wanted(None, value, high_closed=op == "<=")
    return Wanted(value, None, low_closed=op == ">=")
