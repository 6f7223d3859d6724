"""Formulas as trials have them: powers with decimals, roots, and what is made of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import product

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n
from strategies.conditions import AboutRecords, Conditions
from strategies.dictionary import CELSIUS, MG_DL, U_L
from strategies.terms import Terms, is_number

# Exponents and factors of CKD-EPI, MDRD, Du Bois, Mosteller, Fridericia and Bazett, and their like.
EXPONENTS = [
    Fraction(text)
    for text in ("0.425", "-0.241", "-1.2", "-1.154", "1/3", "1/2", "-1/2", "3/2", "2", "-1", "3")
]
FACTORS = [
    Fraction(text) for text in ("142", "0.7", "0.9", "1.012", "0.007184", "72", "3600", "60", "1")
]
NEAR_ONE = [Fraction("0.9938"), Fraction("0.993"), Fraction("1.012")]


@st.composite
def measured(draw: st.DrawFn) -> tuple[d.Declared, ...]:
    """What formulas are calculated from: hardly ever 0, and never below."""
    low = draw(st.sampled_from([Fraction(1, 10), Fraction(1, 10), Fraction(0)]))
    limits = draw(st.booleans())
    types: dict[str, d.Type] = {
        "age": d.Number(low=low, high=Fraction(120)),
        "pulse": d.Number(low=low, noun="beats"),
        "cigarettes": d.Number(whole=True, low=Fraction(0), high=Fraction(60)),
        "creatinine": d.Quantity(MG_DL, low, None, limits=True),
        "alt": d.Quantity(U_L, low, None, limits),
        "fever": d.Quantity(CELSIUS, low),
        "birth": d.Date(),
        "consent": d.Date(),
        "female": d.YesNo(),
        "fit": d.Judged("investigator"),
    }
    return tuple(
        d.Declared(name, kind, f"{name.capitalize()}?", 1, moment=name == "consent")
        for name, kind in types.items()
    )


@dataclass(frozen=True)
class Formulas(Terms):
    """Draws numbers as formulas make them: deep, and of positive numbers mostly."""

    def number(self, depth: int = 3) -> n.NumberTerm:
        leaves: list[Callable[[], n.NumberTerm]] = [self.value, self.value, self.value, self.factor]
        inner: list[Callable[[int], n.NumberTerm]] = [
            self.arithmetic,
            self.scaled,
            self.scaled,
            self.power,
            self.power,
            self.growth,
            self.root,
            self.extreme,
            self.extreme,
            self.convert,
            self.rounded,
        ]
        deep: list[Callable[[], n.NumberTerm]] = [partial(one, depth - 1) for one in inner]
        deep += [self.recorded_number] * (depth == 1)
        shallow = depth <= 0 or self.draw(st.integers(0, 5)) == 0
        return self.one_of(leaves if shallow else deep)()

    def factor(self) -> n.NumberTerm:
        return n.Const(self.one_of(FACTORS))

    def scaled(self, depth: int) -> n.NumberTerm:
        """A product or a quotient, as most of a formula is."""
        return n.Arith(self.one_of(["*", "/"]), self.number(depth), self.number(depth))

    def power(self, depth: int) -> n.NumberTerm:
        return n.Power(self.number(depth), n.Const(self.one_of(EXPONENTS)))

    def growth(self, depth: int) -> n.NumberTerm:
        """``0.9938 ^ age``, with an age that is whole or not."""
        del depth
        exponent = self.value() if self.chance() else self.completed()
        return n.Power(n.Const(self.one_of(NEAR_ONE)), exponent)

    def completed(self) -> n.NumberTerm:
        ends = n.DateOf(n.Fact("birth")), n.DateOf(n.Fact("consent"))
        return n.Age(self.one_of(["years", "months"]), *ends)

    def extreme(self, depth: int) -> n.NumberTerm:
        """The smaller or larger of a number and 1, mostly."""
        other = n.Const(Fraction(1)) if self.chance() else self.number(depth)
        return n.Extreme(self.one_of(["smaller", "larger"]), (self.number(depth), other))

    def recorded_number(self) -> n.NumberTerm:
        """A number that records come to, an age, or a reference limit."""
        found: list[Callable[[], n.NumberTerm]]
        found = [partial(self.aggregate, 0), partial(self.mean, 0), self.limit]
        return self.one_of(found)()

    def value(self) -> n.NumberTerm:
        return n.Value(self.one_of(self.refs(is_number)))


@dataclass(frozen=True)
class OfFormulas(Conditions):
    """Draws what formulas come to: comparisons with ``limit(term)``, alone and as alternatives."""

    limit: Callable[[n.NumberTerm], n.NumberTerm] = lambda _: n.Const(Fraction(1))

    def __call__(self, terms: Terms, depth: int) -> n.Condition:
        """As a term of a formula asks it of records: plain."""
        return AboutRecords()(terms, depth)

    def formula(self, terms: Formulas, depth: int = 2) -> n.Condition:
        constructs = [self.compared, self.compared, self.ranged, self.chosen, self.looked_up]
        return terms.one_of(constructs if depth > 0 else [self.compared])(terms, depth - 1)

    def compared(self, terms: Formulas, depth: int) -> n.Condition:
        del depth
        term = terms.number()
        left, right = (term, self.limit(term)) if terms.chance() else (self.limit(term), term)
        return n.Compare(terms.one_of(["<", "<=", "=", "!=", ">=", ">"]), left, right)

    def ranged(self, terms: Formulas, depth: int) -> n.Condition:
        del depth
        term = terms.number()
        low, high = self.limit(term), self.limit(term)
        return n.Range(term, low, high, terms.chance(), terms.chance())

    def chosen(self, terms: Formulas, depth: int) -> n.Condition:
        """Alternatives: each formula another one, or the same with another factor."""
        whens = [self.asked(terms) for _ in range(terms.one_of([1, 2]))]
        thens = self.thens(terms, depth, len(whens) + 1)
        otherwise = thens[-1] if terms.draw(st.integers(0, 2)) else None
        return n.Cases(tuple(map(n.Case, whens, thens)), otherwise)

    def looked_up(self, terms: Formulas, depth: int) -> n.Condition:
        """A table by a number that is calculated, or by a choice."""
        ref = terms.ref(d.YesNo, d.Judged)
        by_number = n.Round(terms.number(1), 0) if terms.chance() else terms.number(1)
        pairs: list[tuple[n.NumberTerm | n.Ref, Sequence[n.CellRange | n.CellOptions | None]]]
        pairs = [(by_number, self.number_cells(terms)), (ref, self.option_cells(terms, ref))]
        chosen = terms.one_of([pairs, pairs[:1], pairs[1:]])
        cells = list(product(*(cells for _, cells in chosen)))
        thens = self.thens(terms, depth, len(cells) + 1)
        otherwise = thens[-1] if terms.chance() else None
        rows = tuple(map(n.Row, cells, thens))[: terms.one_of([1, 12])]
        return n.Table("factors", tuple(key for key, _ in chosen), rows, otherwise)

    def thens(self, terms: Formulas, depth: int, wanted: int) -> list[n.Condition]:
        if depth > 0 and terms.chance():
            return [self.formula(terms, depth) for _ in range(wanted)]
        term, strict = terms.number(), terms.chance()
        limit = self.limit(term)
        lefts = [term, *(n.Arith("*", term, terms.factor()) for _ in range(wanted - 1))]
        return [n.Compare("<" if strict else ">=", left, limit) for left in lefts]
