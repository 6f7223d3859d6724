"""Numbers with units, as the worked examples have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from critc.check.units import Unit, conversion, convertible, parse_unit
from critc.ir import nodes as n


class Refused(Exception):  # noqa: N818 - it is what a compiler says, not a defect
    """A compiler must refuse the question; ``why`` is "units" or "rows overlap"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def unit_of(code: str) -> Unit:
    found = parse_unit(code)
    if found is None:
        raise ValueError(f"{code} is no unit")
    return found


def product_of(a: Unit, b: Unit, power: int = 1) -> Unit:
    """The unit of a × b^power."""
    powers = dict(a.dimension)
    for name, exponent in b.dimension:
        powers[name] = powers.get(name, 0) + power * exponent
    dimension = tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
    return Unit(f"{a.code}.({b.code})^{power}", a.factor * b.factor**power, dimension=dimension)


def base_of(a: Unit) -> Unit:
    """The unit of the same dimension whose factor is 1."""
    return Unit(f"base of {a.code}", Fraction(1), dimension=a.dimension)


def root_of(a: Unit, degree: int) -> Unit:
    """The root of a base unit. Raises Refused where there is none."""
    if any(exponent % degree for _, exponent in a.dimension):
        raise Refused("units")
    dimension = tuple((name, exponent // degree) for name, exponent in a.dimension)
    return Unit(f"root of {a.code}", Fraction(1), dimension=dimension)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and its unit; a literal takes the unit of what it is compared with."""

    term: n.NumberTerm
    unit: Unit
    literal: bool = False

    def to(self, other: Unit) -> Measured:
        """The same in another unit. Raises Refused where it does not convert."""
        if not convertible(self.unit, other):
            raise Refused("units")
        factor, offset = conversion(self.unit, other)
        if factor == 1 and offset == 0:
            return replace(self, unit=other)
        if isinstance(self.term, n.Const):
            return Measured(n.Const(self.term.value * factor + offset), other, self.literal)
        return Measured(n.Convert(self.term, factor, offset, other.code), other)


def alike(*terms: Measured) -> Sequence[Measured]:
    """The terms in one unit: that of the first which is no literal."""
    first = next((one for one in terms if not one.literal), terms[0])
    return [one.to(first.unit) for one in terms]
