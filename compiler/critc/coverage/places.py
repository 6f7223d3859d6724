"""Where in a condition a number stands: on which side of a comparison, and in which unit it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from critc.coverage.amounts import Amount, amount
from critc.coverage.reading import Cut
from critc.ir import nodes as n
from critc.ir.dictionary import Number, Quantity, Type
from critc.ir.words.terms import refs
from critc.ir.words.walk import walk


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a number from where it stands.

    ``types`` are those of the facts that it is compared with, ``times`` the units of an age or of a
    number of days beside it; ``whole`` numbers have a next one. ``about`` are the words for what is
    compared.
    """

    cut: Cut = ""
    types: tuple[Quantity | Number, ...] = ()
    times: tuple[str, ...] = ()
    whole: bool = False
    about: frozenset[str] = frozenset()

    def ways(self, value: Fraction) -> Iterator[Amount]:
        """The number in each unit in which people may say it."""
        for unit in self.times:
            yield amount(value, unit)
        for kind in self.types:
            match kind:
                case Number(noun=noun):
                    yield amount(value, noun)
                case Quantity(units):
                    for each in units:
                        yield amount((value - each.offset) / each.factor, each.code)
        if not self.times and not self.types:
            yield amount(value)


def beside(
    terms: Iterable[n.NumberTerm], type_of: Callable[[n.Ref], Type], about: frozenset[str]
) -> Place:
    """The place of the numbers beside these terms."""
    types: list[Type] = []
    times: list[str] = []
    counts = False
    for term in terms:
        types += [type_of(ref) for ref in refs(term)]
        for node in walk(term):
            match node:
                case n.Age(unit=unit):
                    times.append(unit)
                case n.DaysBetween():
                    times.append("days")
                case n.Aggregate(of=of) | n.MeanOfLast(of=of):
                    types.append(type_of(of))
                case _:
                    counts |= isinstance(node, n.Count | n.Distinct)
    numbers = tuple(dict.fromkeys(t for t in types if isinstance(t, Quantity | Number)))
    whole = counts or bool(times) or any(isinstance(t, Number) and t.whole for t in numbers)
    return Place("", numbers, tuple(times), whole, about)


RIGHT: dict[str, Cut] = {
    "<": "from", ">=": "from", ">": "above", "<=": "above", "=": "", "!=": "",
}  # fmt: skip
"""Where a comparison leaves a limit on its right; on its left it is read the other way round."""
LEFT: dict[str, Cut] = {
    ">": "from", "<=": "from", "<": "above", ">=": "above", "=": "", "!=": "",
}  # fmt: skip
_LENGTHS: dict[str, Cut] = {
    "within": "above", "more than": "above", "less than": "from", "at least": "from",
}  # fmt: skip


def length_cut(node: n.Node) -> Cut:
    """Where a window or a duration leaves its last day; "" for any other node."""
    match node:
        case n.Window(rel=rel) | n.Throughout(rel=rel) | n.LastsFor(rel=rel):
            return _LENGTHS[rel]
        case _:
            return ""


def ends(low_closed: bool, high_closed: bool) -> tuple[Cut, Cut]:
    """Where a range leaves its ends."""
    return "from" if low_closed else "above", "above" if high_closed else "from"
