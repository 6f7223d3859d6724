"""Tables and alternatives: rows that overlap, combinations and values that nothing covers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import prod

from critc.check.cells import Axis
from critc.check.context import Context
from critc.check.protocol import (
    Between,
    CellOf,
    CellOptions,
    CellRange,
    Compare,
    Condition,
    FactRef,
    FieldRef,
    Holds,
    IsOneOf,
    Literal,
    Not,
    Parameter,
    ParameterRef,
    Place,
    Rank,
    Row,
    Table,
    Term,
)
from critc.check.types import Choice, Number
from critc.check.units import conversion
from critc.diagnostic import Related
from critc.source import Span

MOST = 100_000
"""How many combinations of a table's keys are looked at in search of one without a row."""


# ---- tables -----------------------------------------------------------------------------------


def check_table(context: Context, table: Table, noted: bool) -> None:
    """Report rows that overlap; warn of combinations without a row, unless a note is about them."""
    axes = [
        Axis(table.parameters[key], [row.cells[place] for row in table.rows])
        for place, key in enumerate(table.keys)
    ]
    covered: dict[Combination, Row] = {}
    for row in table.rows:
        for combination in product(
            *(axis.places(c) for axis, c in zip(axes, row.cells, strict=True))
        ):
            other = covered.setdefault(combination, row)
            if other is not row:
                _say_overlap(context, row, other, ", ".join(_in_words(axes, [combination])))
                return
    if not (table.otherwise or noted) and prod(len(axis.pieces) for axis in axes) <= MOST:
        _warn_of_gaps(context, table, axes, covered)


Combination = tuple[int, ...]
"""A piece of each key, by number."""


def _say_overlap(context: Context, row: Row, other: Row, whom: str) -> None:
    context.say(
        "E0411",
        row.span,
        "Two rows fit the same patient: which value holds?",
        label=f"overlaps for {whom}",
        related=[Related(other.span, "with this one")],
        help="Let one row end where the next begins: `1 to < 2`, then `2 to < 6`.",
    )


def _warn_of_gaps(
    context: Context, table: Table, axes: list[Axis], covered: dict[Combination, Row]
) -> None:
    every = product(*(range(len(axis.pieces)) for axis in axes))
    left = [combination for combination in every if combination not in covered]
    if not left:
        return
    found = list(_in_words(axes, left))
    context.say(
        "W0502",
        table.span,
        f"No row of the table is for {'; '.join(found[:4])}{' …' if len(found) > 4 else ''}.",
        label="for these the criterion stays unknown",
        help="If the protocol gives none, ask the sponsor; else add the row, or `otherwise`. Where it "
        'is meant, say so: `note "…"` under the table.',
    )


def _in_words(axes: list[Axis], left: list[Combination]) -> Iterator[str]:
    """Combinations in words; those that differ in the first key alone are told together."""
    firsts: dict[Combination, list[int]] = {}
    for first, *others in left:
        firsts.setdefault(tuple(others), []).append(first)
    rests: dict[tuple[int, ...], list[Combination]] = {}
    for rest, places in firsts.items():
        rests.setdefault(tuple(places), []).append(rest)
    for same, those in rests.items():
        words = axes[0].said(same) or [""]
        for other in _others(axes[1:], those):
            yield from (
                ", ".join(part for part in (word, other) if part) or "anybody" for word in words
            )


def _others(axes: list[Axis], left: list[Combination]) -> Iterator[str]:
    """The other keys in words; nothing when every combination of them is left."""
    if len(left) == prod(len(axis.pieces) for axis in axes):
        yield ""
        return
    yield from _in_words(axes, left)


# ---- alternatives -----------------------------------------------------------------------------


def check_alternatives(
    context: Context, conditions: list[Condition | None], span: Span, asked: bool
) -> None:
    """Warn when ``whichever applies`` leaves a gap, unless a query asks about it (``asked``)."""
    if asked or None in conditions or not conditions:
        return
    cells = [_cell(condition) for condition in conditions if condition]
    known = [cell for cell in cells if cell is not None]
    if len(known) < len(cells) or any(place != known[0][0] for place, _ in known):
        _say_gap(context, span, "a patient of whom none of these conditions holds")
        return
    place = known[0][0]
    axis = Axis(Parameter(place.of.name, place.type), [cell for _, cell in known])
    covered = {piece for cell in axis.cells for piece in axis.places(cell)}
    left = [piece for piece in range(len(axis.pieces)) if piece not in covered]
    if left:
        _say_gap(context, span, " or ".join(axis.said(left)[:3]) or "anybody")


def _say_gap(context: Context, span: Span, when: str) -> None:
    context.say(
        "W0503",
        span,
        f"No line is for {when}.",
        label="for these the criterion stays unknown",
        help='If the protocol leaves it open, ask the sponsor: `query undefined "…"`. Else add a '
        "line, or `otherwise`.",
    )


def _cell(condition: Condition) -> tuple[Place, CellOf] | None:
    """A condition on one fact as a set of its values."""
    match condition:
        case Holds(of=place):
            return place, CellOptions(("yes",))
        case Not(part=Holds(of=place)):
            return place, CellOptions(("no",))
        case IsOneOf(of=FactRef() | FieldRef() | ParameterRef() as place, options=options) if (
            isinstance(place.type, Choice)
        ):
            return place, CellOptions(options)
        case Not(
            part=IsOneOf(of=FactRef() | FieldRef() | ParameterRef() as place, options=none)
        ) if isinstance(place.type, Choice):
            names = [o.name.text for o in place.type.options]
            return place, CellOptions(tuple(name for name in names if name not in none))
        case Compare(sign=sign, left=FactRef() | FieldRef() | ParameterRef() as place, right=right):
            value = _value(right, place)
            return None if value is None else (place, _options_in(place, _signed(sign, value)))
        case Between(term=FactRef() | FieldRef() | ParameterRef() as place, low=low, high=high):
            ends = _value(low, place), _value(high, place)
            if None in ends:
                return None
            return place, _options_in(place, CellRange(*ends, True, not condition.high_open))
        case _:
            return None


def _options_in(place: Place, cell: CellRange) -> CellOf:
    """A range of places of an ordered choice as its options."""
    if not isinstance(place.type, Choice):
        return cell
    names = (option.name.text for option in place.type.options)
    ranked = ((Fraction(rank), name) for rank, name in enumerate(names))
    return CellOptions(tuple(name for rank, name in ranked if _holds(cell, rank)))


def _holds(cell: CellRange, value: Fraction) -> bool:
    low, high = cell.low, cell.high
    above = low is None or low < value or (low == value and cell.low_closed)
    return above and (high is None or value < high or (value == high and cell.high_closed))


def _value(term: Term, place: Place) -> Fraction | None:
    """A literal in the unit of what it is compared with."""
    if isinstance(term, Rank):
        return Fraction(term.place)
    if not isinstance(term, Literal) or not isinstance(place.type, Number):
        return None
    if term.type.unit.dimension != place.type.unit.dimension:
        return None
    factor, offset = conversion(term.type.unit, place.type.unit)
    return term.value * factor + offset


def _signed(sign: str, value: Fraction) -> CellRange:
    match sign:
        case "<":
            return CellRange(None, value, high_closed=False)
        case "≤":
            return CellRange(None, value)
        case ">":
            return CellRange(value, None, low_closed=False)
        case "≥":
            return CellRange(value, None)
        case _:
            return CellRange(value, value)
