"""The things that conditions ask, as keys: two terms have the same key where they have one value."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from critc.check import protocol as p
from critc.check.types import Choice, Date, Number, Period
from critc.check.units import conversion
from critc.lint.reasoning.values import ALL, Values, between, compared


def key(term: p.Term) -> Hashable:
    """What tells a term from others of another value."""
    match term:
        case p.FactRef(of=of):
            return of.name
        case p.FieldRef(record=record, of=of):
            return ("field", record.key, record.records.name, of.name)
        case p.ParameterRef(of=of):
            return ("parameter", of.name)
        case p.EndOf(of=of, side=side):
            return (side, key(of))
        case _:
            return term


def possible(term: p.Term) -> Values:
    """The numbers, or the ranks of answers, that a term can have by its declaration."""
    match term.type:
        case Choice(options=options):
            return between(Fraction(0), Fraction(len(options) - 1)).whole()
        case Number(whole=True) if isinstance(term, p.Age):
            return ALL.whole()
        case Number(low=low, high=high, whole=whole) if isinstance(term, p.FactRef | p.FieldRef):
            return between(low, high).whole() if whole else between(low, high)
        case _:
            return ALL


def counts_in_ones(term: p.Term) -> bool:
    """Whether a term has whole numbers only."""
    return isinstance(term.type, Choice) or (
        isinstance(term.type, Number)
        and term.type.whole
        and isinstance(term, p.FactRef | p.FieldRef | p.Age)
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """A thing beside a limit: its values where the comparison holds, and where it does not."""

    thing: Hashable
    holding: Values
    failing: Values


def beside(term: p.Term, sign: str, limit: p.Term) -> Beside | None:
    """A comparison with a literal, or with a multiple of the laboratory's limit.

    None where it is neither: then nothing is known of the two but their order.
    """
    if (value := literal(limit, term)) is not None:
        every, found = possible(term), compared(sign, value)
        held = every & (found.whole() if counts_in_ones(term) else found)
        return Beside(key(term), held, every - held)
    match limit:
        case p.LimitOf(of=of, side=side) if key(of) == key(term):
            times = Fraction(1)
        case p.Arithmetic("×", p.Literal(value=times), p.LimitOf(of=of, side=side)) | p.Arithmetic(
            "×", p.LimitOf(of=of, side=side), p.Literal(value=times)
        ) if key(of) == key(term):
            pass
        case _:
            return None
    held = compared(sign, times)
    return Beside(("ratio", key(term), side), held, ALL - held)


def literal(limit: p.Term, term: p.Term) -> Fraction | None:
    """A number or rank as written, in the unit of what it is compared with."""
    if isinstance(limit, p.Rank):
        return Fraction(limit.place)
    if not isinstance(limit, p.Literal) or not isinstance(term.type, Number):
        return None
    if limit.type.unit.dimension != term.type.unit.dimension:
        return None
    factor, offset = conversion(limit.type.unit, term.type.unit)
    return limit.value * factor + offset


def may_be_none(term: p.Term) -> bool:
    """Whether a date or a period may never have been."""
    return isinstance(term.type, Date | Period) and term.type.or_none
