"""Comparisons of calculated numbers in a straight line, where every value is a known decimal.

A term is a coefficient times factors over factors; two terms are compared by cross-multiplication,
which needs the factors below the line to be positive. Anything else is worked out in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from critc.emit.python.days import MIRRORED, limit
from critc.emit.python.flow import Cases
from critc.ir import nodes
from critc.ir.dictionary import Number, Quantity

if TYPE_CHECKING:
    from critc.emit.python.expressions import Expressions

MOST_FACTORS = 12
LARGEST_POWER = 4
SHORT = 56
"""A longer comparison is a call, which can be broken into lines."""

CALLS = {
    "<": "is_below",
    "<=": "is_at_most",
    "=": "is_equal",
    "!=": "is_unequal",
    ">=": "is_at_least",
    ">": "is_above",
}


@dataclass(frozen=True)
class Product:
    """``coefficient`` × the factors above the line / the factors below it; factors are texts."""

    coefficient: Fraction
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    def __mul__(self, other: Product) -> Product:
        return Product(
            self.coefficient * other.coefficient,
            self.above + other.above,
            self.below + other.below,
        )


@dataclass
class Calculation:
    """Reads terms; ``absent`` and ``known`` are tests that they are not there, and known exactly."""

    writer: Expressions
    indent: int
    names: dict[nodes.Ref, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)

    def compare(self, op: str, left: nodes.NumberTerm, right: nodes.NumberTerm) -> str | None:
        """The test that compares two terms; None if it cannot be said in a line."""
        one, other = self.term(left), self.term(right)
        if one is None or other is None or not one.coefficient:
            return None
        if len(one.above + one.below + other.above + other.below) > MOST_FACTORS:
            return None
        if one.coefficient < 0:
            op = MIRRORED.get(op, op)
        ratio = other.coefficient / one.coefficient
        left_text = self.product(Fraction(1), one.above + other.below)
        right_text = self.product(ratio, other.above + one.below)
        if right_text is None:
            left_text = self.product(Fraction(ratio.denominator), one.above + other.below)
            right_text = self.product(Fraction(ratio.numerator), other.above + one.below)
        if left_text is None or right_text is None:
            return None
        text = f"{left_text} {'==' if op == '=' else op} {right_text}"
        return text if len(text) <= SHORT else f"{CALLS[op]}({left_text}, {right_text})"

    def product(self, coefficient: Fraction, factors: tuple[str, ...]) -> str | None:
        """The text of a product; None if the coefficient is no decimal."""
        if coefficient == 1 and factors:
            text, *rest = factors
        else:
            constant = self.writer.constants.decimal(coefficient)
            if constant is None:
                return None
            text, rest = constant, list(factors)
        for factor in rest:
            text = f"multiplied({text}, {factor})"
        return text

    # ---- terms ----

    def term(self, node: nodes.NumberTerm) -> Product | None:
        """A term as a product; None for what is not arithmetic on known values."""
        match node:
            case nodes.Const(value=value):
                return Product(value)
            case nodes.Value(ref=ref):
                return self.value(ref)
            case nodes.ReferenceLimit(ref=ref, side=side):
                return self.limit_of_normal(ref, "uln" if side == "upper" else "lln")
            case nodes.Convert(term=inner, factor=factor, offset=offset):
                found = self.term(inner)
                return found and self.sum(
                    "+", replace(found, coefficient=found.coefficient * factor), Product(offset)
                )
            case nodes.Arith(op=op, left=left, right=right):
                return self.arithmetic(op, self.term(left), self.term(right))
            case nodes.Power(term=base, exponent=nodes.Const(value=power)):
                return self.power(self.term(base), power)
            case nodes.Age():
                return self.age(node)
            case _:
                return None

    def arithmetic(self, op: str, one: Product | None, other: Product | None) -> Product | None:
        if one is None or other is None:
            return None
        if op == "*":
            return one * other
        if op == "/":
            return self.quotient(one, other)
        return self.sum(op, one, other)

    def quotient(self, one: Product, other: Product) -> Product | None:
        """One over the other, whose factors must all be positive: those below its own line too."""
        if not other.coefficient:
            return None
        self.know(*(f"{factor} > 0" for factor in (*other.above, *other.below)))
        return one * Product(1 / other.coefficient, other.below, other.above)

    def sum(self, op: str, one: Product, other: Product) -> Product | None:
        """A sum or difference of two products, one factor of its own."""
        if not other.coefficient:
            return one
        if one.below or other.below:
            return None
        texts = [self.product(each.coefficient, each.above) for each in (one, other)]
        if None in texts:
            return None
        word = "added" if op == "+" else "subtracted"
        return Product(Fraction(1), (f"{word}({texts[0]}, {texts[1]})",))

    def power(self, base: Product | None, power: Fraction) -> Product | None:
        if base is None or power.denominator != 1 or not 1 <= power <= LARGEST_POWER:
            return None
        found = base
        for _ in range(int(power) - 1):
            found = found * base
        return found

    # ---- values ----

    def name(self, ref: nodes.Ref) -> str:
        """The local name of a value, which is assigned once."""
        if ref not in self.names:
            others = sum(other.name == ref.name for other in self.names)
            suffix = f"_{others + 1}" if others else ""  # the same field of another record
            self.names[ref] = self.writer.local(ref, self.indent, suffix=suffix)
            self.absent.append(f"{self.names[ref]} is None")
        return self.names[ref]

    def value(self, ref: nodes.Ref) -> Product | None:
        match self.writer.bound.declared(ref).type:
            case Number():
                return Product(Fraction(1), (self.name(ref),))
            case Quantity():
                name = self.name(ref)
                self.know(f"not {name}.bound", f"type({name}.value) is Decimal")
                return Product(Fraction(1), (f"{name}.value",))
            case _:
                return None

    def limit_of_normal(self, ref: nodes.Ref, side: str) -> Product:
        name = self.name(ref)
        self.know(f"type({name}.{side}) is Decimal")
        return Product(Fraction(1), (f"{name}.{side}",))

    def age(self, node: nodes.Age) -> Product | None:
        moment = limit(node.at_date)
        if moment is None or not isinstance(node.birth, nodes.DateOf):
            return None
        if isinstance(moment.moment, nodes.DateOf) and moment.moment.ref == node.birth.ref:
            return None
        at, birth = self.writer.limit(moment, self.indent), self.name(node.birth.ref)
        self.know(*self.writer.checks(at), f"type({birth}) is date")
        return Product(Fraction(1), (f"{node.unit}_between({birth}, {at})",))

    def know(self, *tests: str) -> None:
        self.known += [test for test in dict.fromkeys(tests) if test not in self.known]


def calculated(
    writer: Expressions, node: nodes.Compare | nodes.Range, indent: int, full: str
) -> Cases | None:
    """A comparison of calculated numbers as an expression; None if it always is worked out in full."""
    made = Calculation(writer, indent)
    before = len(writer.function.lines)
    tests = [made.compare(*each) for each in _ends(node)]
    if None in tests or not made.names:
        del writer.function.lines[before:]
        return None
    absent = ((" or ".join(made.absent), "None"),) if made.absent else ()
    if absent and isinstance(node, nodes.Range):  # one end may settle it alone
        absent = ((absent[0][0], full),)
    test = str(tests[0]) if len(tests) == 1 else f"both({tests[0]}, {tests[1]})"
    known = " and ".join(made.known)
    return Cases((*absent, (known, test)), full) if known else Cases(absent, test)


def _ends(
    node: nodes.Compare | nodes.Range,
) -> Iterator[tuple[str, nodes.NumberTerm, nodes.NumberTerm]]:
    if isinstance(node, nodes.Compare):
        yield node.op, node.left, node.right
        return
    yield ">=" if node.low_closed else ">", node.term, node.low
    yield "<=" if node.high_closed else "<", node.term, node.high
