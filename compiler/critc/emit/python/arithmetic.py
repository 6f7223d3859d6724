"""Comparisons of calculated numbers in a straight line, where every value is a known decimal.

A term is a coefficient times factors over factors; two terms are compared by cross-multiplication,
which needs the factors below the line to be positive. Roots and fractional powers are estimated with
floats, which settle a comparison whose sides are clearly apart. Anything else is worked out in full.
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
LARGEST_ESTIMATED = 50
LARGEST_FRACTION = 1_000_000
"""Of the parts of an exponent; beyond, a power has no value."""
MOST_ESTIMATED = 6
"""Factors of an estimate: each lies within 10 to the power of ±40, so no product leaves the floats."""
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
    """``coefficient`` × the factors above the line / the factors below it; factors are texts.

    ``estimated`` are factors of which only a float is known; those below the line have a "/".
    """

    coefficient: Fraction
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    estimated: tuple[str, ...] = ()

    def __mul__(self, other: Product) -> Product:
        return Product(
            self.coefficient * other.coefficient,
            self.above + other.above,
            self.below + other.below,
            self.estimated + other.estimated,
        )

    @property
    def inverse(self) -> Product:
        """One over it."""
        turned = tuple(text[2:] if text[:2] == "/ " else f"/ {text}" for text in self.estimated)
        return Product(1 / self.coefficient, self.below, self.above, turned)

    def estimate(self) -> str | None:
        """The text of a float near it; None if it is not above 0, or of too many factors."""
        factors = [f"rough({factor})" for factor in self.above]
        factors += [text for text in self.estimated if text[:2] != "/ "]
        under = [f"rough({factor})" for factor in self.below]
        under += [text[2:] for text in self.estimated if text[:2] == "/ "]
        if self.coefficient <= 0 or len(factors + under) > MOST_ESTIMATED:
            return None
        if not Fraction(1, 10**40) < self.coefficient < 10**40:
            return None
        if self.coefficient != 1 or not factors:
            factors.insert(0, repr(float(self.coefficient)))
        above = factors[0] if len(factors) == 1 else f"estimated({', '.join(factors)})"
        return f"divided({', '.join([above, *under])})" if under else above


@dataclass(frozen=True)
class Gathered:
    """A number over the records of a list: what it is, and the test that it is known."""

    product: Product
    known: str


@dataclass
class Calculation:
    """Reads terms; ``absent`` and ``known`` are tests that they are not there, and known exactly.

    ``partly`` says that a value may settle the outcome though another is absent; ``sides`` are the
    local names that say which side of an estimate is less, and the calls that tell.
    """

    writer: Expressions
    indent: int
    names: dict[nodes.Ref, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    sides: dict[str, str] = field(default_factory=dict)
    partly: bool = False

    def compare(self, op: str, left: nodes.NumberTerm, right: nodes.NumberTerm) -> str | None:
        """The test that compares two terms; None if it cannot be said in a line."""
        one, other = self.term(left), self.term(right)
        if one is None or other is None or not one.coefficient:
            return None
        if one.estimated or other.estimated:
            return self.estimated(op, one, other)
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

    def estimated(self, op: str, one: Product, other: Product) -> str | None:
        """The test that compares two estimates; ``sides`` has whether they are clearly apart."""
        left, right = one.estimate(), other.estimate()
        if left is None or right is None:
            return None
        number = len(self.sides)
        name, _ = self.writer.function.local(f"apart_{number}" if number else "apart", "a side")
        self.sides[name] = f"side({left}, {right})"
        if op in ("=", "!="):
            return repr(op == "!=")
        return f"{name} {op[0]} 0"

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
            case nodes.Power(term=base, exponent=exponent) if self.whole(exponent):
                return self.raised(self.term(base), self.term(exponent))
            case nodes.Power(term=base, exponent=exponent):
                return self.power(self.term(base), self.term(exponent))
            case nodes.Root(degree=degree, term=base):
                return self.fractional(self.term(base), Fraction(1, degree))
            case nodes.Extreme(which=which, terms=terms):
                return self.extreme(which, [self.term(each) for each in terms])
            case nodes.Aggregate() | nodes.MeanOfLast():
                return self.gathered(node)
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
        return one * other.inverse

    def sum(self, op: str, one: Product, other: Product) -> Product | None:
        """A sum or difference of two products, one factor of its own."""
        if not other.coefficient:
            return one
        if one.below or other.below or one.estimated or other.estimated:
            return None
        texts = [self.product(each.coefficient, each.above) for each in (one, other)]
        if None in texts:
            return None
        word = "added" if op == "+" else "subtracted"
        return Product(Fraction(1), (f"{word}({texts[0]}, {texts[1]})",))

    def power(self, base: Product | None, exponent: Product | None) -> Product | None:
        if base is None or exponent is None or exponent != Product(exponent.coefficient):
            return None
        power = exponent.coefficient
        if power.denominator != 1 or not 1 <= power <= LARGEST_POWER or base.estimated:
            return self.fractional(base, power)
        found = base
        for _ in range(int(power) - 1):
            found = found * base
        return found

    def fractional(self, base: Product | None, power: Fraction) -> Product | None:
        """A root or a fractional power, estimated."""
        size = max(abs(power.numerator), power.denominator)
        if not power or abs(power) > LARGEST_ESTIMATED or size > LARGEST_FRACTION:
            return None
        return self.raised(base, Product(power))

    def whole(self, exponent: nodes.NumberTerm) -> bool:
        """Whether an exponent is a whole number of the patient."""
        if isinstance(exponent, nodes.Value):
            declared = self.writer.bound.declared(exponent.ref).type
            return isinstance(declared, Number) and declared.whole
        return isinstance(exponent, nodes.Age)

    def raised(self, base: Product | None, exponent: Product | None) -> Product | None:
        """A power, estimated; its exponent is a number of the protocol, or a whole one."""
        text = None if base is None else base.estimate()
        if text is None or exponent is None or "raised(" in text:  # errors would be raised too
            return None
        [power] = exponent.above or (repr(float(exponent.coefficient)),)
        return Product(Fraction(1), estimated=(f"raised({text}, {power})",))

    def extreme(self, which: str, terms: list[Product | None]) -> Product | None:
        """The smaller or larger of several: exactly if that can be said, else estimated."""
        self.partly = True
        known = [term for term in terms if term is not None]
        if len(known) < len(terms):
            return None
        if not any(term.below or term.estimated for term in known):
            texts = [self.product(term.coefficient, term.above) for term in known]
            if None not in texts:
                name = f"{which}_of"
                return Product(Fraction(1), (f"{name}({', '.join(map(str, texts))})",))
        estimates = [term.estimate() for term in known]
        if None in estimates:
            return None
        name = "least" if which == "smaller" else "most"
        return Product(Fraction(1), estimated=(f"{name}({', '.join(map(str, estimates))})",))

    def estimate(self) -> None:
        """Lines that tell the sides apart, where all is known."""
        function, present = self.writer.function, [_opposite(test) for test in self.absent]
        for name in self.sides:
            function.add(self.indent, f"{name} = 0")
        function.test(self.indent, " and ".join([*present, *self.known]))
        for name, call in self.sides.items():
            function.add(self.indent + 1, f"{name} = {call}")

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

    def gathered(self, node: nodes.Aggregate | nodes.MeanOfLast) -> Product | None:
        found = self.writer.gathered.get(node)
        if found is None:
            return None
        self.know(found.known)
        return found.product

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


def _opposite(absent: str) -> str:
    """That a value is there."""
    return absent.replace(" is ", " is not ")


def calculated(
    writer: Expressions, node: nodes.Compare | nodes.Range, indent: int, full: str
) -> Cases | None:
    """A comparison of calculated numbers as an expression; None if it always is worked out in full."""
    made = Calculation(writer, indent)
    before = len(writer.function.lines)
    tests = [made.compare(*each) for each in _ends(node)]
    if None in tests or not (made.names or made.known):
        del writer.function.lines[before:]
        return None
    absent = ((" or ".join(made.absent), "None"),) if made.absent else ()
    if absent and (made.partly or isinstance(node, nodes.Range)):  # one end may settle it alone
        absent = () if made.sides else ((absent[0][0], full),)
    test = str(tests[0]) if len(tests) == 1 else f"both({tests[0]}, {tests[1]})"
    if made.sides:
        made.estimate()
    known = " and ".join(made.sides or made.known)
    return Cases((*absent, (known, test)), full) if known else Cases(absent, test)


def _ends(
    node: nodes.Compare | nodes.Range,
) -> Iterator[tuple[str, nodes.NumberTerm, nodes.NumberTerm]]:
    if isinstance(node, nodes.Compare):
        yield node.op, node.left, node.right
        return
    yield ">=" if node.low_closed else ">", node.term, node.low
    yield "<=" if node.high_closed else "<", node.term, node.high
