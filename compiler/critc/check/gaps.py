"""Tables and alternatives: rows that overlap, combinations and values that nothing covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import ceil, floor

from critc.check.context import Context
from critc.check.fit import shown
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
from critc.check.types import Choice, Judged, Number, Type, YesNo
from critc.check.units import NUMBER, conversion
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree

MOST = 4_000
"""How many combinations of a table's keys are looked at."""

YES_NO = Choice((tree.Option(tree.Name("yes")), tree.Option(tree.Name("no"))))


# ---- tables -----------------------------------------------------------------------------------


def check_table(context: Context, table: Table) -> None:
    """Report rows that overlap, and warn of combinations without a row."""
    keys = [table.parameters[place] for place in table.keys]
    if any(len(row.cells) != len(keys) for row in table.rows):
        return
    if _refuse_overlaps(context, table) or (table.otherwise and len(keys) < 2):
        return
    if not table.otherwise:
        _warn_of_gaps(context, table, keys)


def _refuse_overlaps(context: Context, table: Table) -> bool:
    seen: list[Row] = []
    for row in table.rows:
        other = next((r for r in seen if _overlap(r, row)), None)
        if other is not None:
            context.say(
                "E0411",
                row.span,
                "Two rows fit the same patient: which value holds?",
                label="this row overlaps",
                related=[Related(other.span, "with this one")],
                help="Let one row end where the next begins: `1 to < 2`, then `2 to < 6`.",
            )
            return True
        seen.append(row)
    return False


def _overlap(one: Row, other: Row) -> bool:
    return all(_meet(a, b) for a, b in zip(one.cells, other.cells, strict=True))


def _meet(one: CellOf, other: CellOf) -> bool:
    if isinstance(one, CellOptions) and isinstance(other, CellOptions):
        return not set(one.options).isdisjoint(other.options)
    if isinstance(one, CellRange) and isinstance(other, CellRange):
        return not (_before(one, other) or _before(other, one))
    return False


def _before(one: CellRange, other: CellRange) -> bool:
    """Whether every value of one lies below every value of the other."""
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return not (one.high_closed and other.low_closed)
    return one.high < other.low


def _warn_of_gaps(context: Context, table: Table, keys: list[Parameter]) -> None:
    columns = [[row.cells[i] for row in table.rows] for i in range(len(keys))]
    pieces = [list(_pieces(key.type, cells)) for key, cells in zip(keys, columns, strict=True)]
    total = 1
    for piece in pieces:
        total *= len(piece)
    if total > MOST:
        return
    uncovered = [
        combination
        for combination in product(*pieces)
        if not any(_covers(row, combination) for row in table.rows)
    ]
    if uncovered:
        found = _merged(uncovered, pieces)
        words = "; ".join(_said_all(combination, keys) for combination in found[:4])
        context.say(
            "W0502",
            table.span,
            f"No row of the table is for {words}{' …' if len(found) > 4 else ''}.",
            label="for these the criterion stays unknown",
            help="If the protocol gives none, ask the sponsor; else add the row, or `otherwise`.",
        )


Combination = tuple[CellOf | None, ...]


def _merged(found: Sequence[Combination], pieces: list[list[CellOf]]) -> list[Combination]:
    """Fewer, larger combinations: neighbouring stretches joined, None for every value of a key."""
    for axis, whole in enumerate(pieces):
        groups: dict[Combination, list[CellOf]] = {}
        for combination in found:
            piece = combination[axis]
            assert piece is not None, "an axis is merged once"
            rest = (*combination[:axis], *combination[axis + 1 :])
            groups.setdefault(rest, []).append(piece)
        found = [
            (*rest[:axis], piece, *rest[axis:])
            for rest, group in groups.items()
            for piece in _runs(group, whole)
        ]
    return list(found)


def _runs(group: list[CellOf], whole: list[CellOf]) -> list[CellOf | None]:
    """Pieces of one key: all of them, runs of stretches that touch, or options one by one."""
    if len(group) == len(whole) and len(whole) > 1:
        return [None]
    runs: list[CellOf | None] = []
    at = {id(piece): place for place, piece in enumerate(whole)}
    before = -2
    for piece in group:
        last = runs[-1] if runs else None
        touches = at[id(piece)] == before + 1
        if touches and isinstance(last, CellRange) and isinstance(piece, CellRange):
            runs[-1] = CellRange(last.low, piece.high, last.low_closed, piece.high_closed)
        else:
            runs.append(piece)
        before = at[id(piece)]
    return runs


def _said_all(combination: Combination, keys: list[Parameter]) -> str:
    said = [_said(c, key) for c, key in zip(combination, keys, strict=True) if c is not None]
    return ", ".join(said) or "anything"


def _covers(row: Row, combination: Sequence[CellOf]) -> bool:
    return all(_meet(cell, piece) for cell, piece in zip(row.cells, combination, strict=True))


# ---- alternatives -----------------------------------------------------------------------------


def check_alternatives(
    context: Context, conditions: list[Condition | None], span: Span, asked: bool
) -> None:
    """Warn when ``whichever applies`` leaves a gap, unless a query asks about it (``asked``)."""
    if asked or None in conditions or not conditions:
        return
    cells = [_cell(condition) for condition in conditions if condition]
    places = [place for place, _ in (c for c in cells if c)]
    if len(places) < len(conditions) or any(place != places[0] for place in places):
        _say_gap(context, span, "a patient of whom none of these conditions holds")
        return
    place = places[0]
    covered = [cell for _, cell in (c for c in cells if c)]
    pieces = list(_pieces(place.type, covered))
    found = [piece for piece in pieces if not any(_meet(cell, piece) for cell in covered)]
    if found:
        key = Parameter(place.of.name, place.type)
        words = [_said(run, key) for run in _runs(found, pieces) if run]
        _say_gap(context, span, " or ".join(words[:3]) or "the rest")


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
        case IsOneOf(of=FactRef() | FieldRef() | ParameterRef() as place, options=options):
            return place, CellOptions(options)
        case Not(part=IsOneOf(of=FactRef() | FieldRef() | ParameterRef() as place, options=none)):
            names = (
                [o.name.text for o in place.type.options] if isinstance(place.type, Choice) else []
            )
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
    return CellOptions(tuple(name for rank, name in ranked if _meet(cell, CellRange(rank, rank))))


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


# ---- the values of a key, cut at the ends of cells --------------------------------------------


def _pieces(kind: Type, cells: list[CellOf]) -> Iterator[CellOf]:
    """The values of a type, cut so that each piece lies in a cell or outside it, whole."""
    match kind:
        case YesNo() | Judged():
            yield from (CellOptions((o.name.text,)) for o in YES_NO.options)
        case Choice(options=options):
            yield from (CellOptions((o.name.text,)) for o in options)
        case Number(low=low, high=high, whole=whole):
            never_negative = kind.unit != NUMBER and not kind.unit.offset
            least = Fraction(0) if low is None and never_negative else low
            yield from _stretches(cells, least, high, whole and not kind.unit.offset)
        case _:
            return


def _stretches(
    cells: list[CellOf], low: Fraction | None, high: Fraction | None, whole: bool
) -> Iterator[CellRange]:
    ranges = [cell for cell in cells if isinstance(cell, CellRange)]
    ends = {end for cell in ranges for end in (cell.low, cell.high) if end is not None}
    ends = {e for e in ends if (low is None or e >= low) and (high is None or e <= high)}
    ends |= {end for end in (low, high) if end is not None}
    points = sorted(ends)
    if low is None and points:
        yield CellRange(None, points[0], high_closed=False)
    for point, following in zip(points, [*points[1:], None], strict=False):
        yield CellRange(point, point)
        if following is None:
            if high is None:
                yield CellRange(point, None, low_closed=False)
        elif not whole:
            yield CellRange(point, following, False, False)
        elif (between := _wholes(point, following)) is not None:
            yield between


def _wholes(low: Fraction, high: Fraction) -> CellRange | None:
    """The whole numbers strictly between the two."""
    first, last = Fraction(floor(low) + 1), Fraction(ceil(high) - 1)
    return CellRange(first, last) if first <= last else None


def _said(piece: CellOf, key: Parameter) -> str:
    name = key.name.replace("_", " ")
    if isinstance(piece, CellOptions):
        if isinstance(key.type, YesNo | Judged):
            return f"{name}: {piece.options[0]}"
        return f"{name} {piece.options[0].replace('_', ' ')}"
    return f"{name} {_said_range(piece, key.type)}"


def _said_range(piece: CellRange, kind: Type) -> str:
    def number(value: Fraction) -> str:
        unit = f" {shown(kind.unit)}" if isinstance(kind, Number) and kind.unit != NUMBER else ""
        return f"{decimal(value)}{unit.removesuffix('s') if value == 1 else unit}"

    low, high = piece.low, piece.high
    if low == high and low is not None:
        return number(low)
    if high is not None and (low is None or (low == 0 and piece.low_closed)):
        return f"{'up to' if piece.high_closed else 'below'} {number(high)}"
    if low is not None and high is None:
        return f"{'from' if piece.low_closed else 'above'} {number(low)}"
    assert low is not None
    assert high is not None
    start = "from" if piece.low_closed else "above"
    return f"{start} {number(low)} {'to' if piece.high_closed else 'to below'} {number(high)}"


def decimal(value: Fraction) -> str:
    """The exact decimal, or the fraction where there is none."""
    if value.denominator == 1:
        return str(value.numerator)
    for digits in range(1, 20):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            whole, part = divmod(abs(scaled.numerator), 10**digits)
            return f"{'-' if value < 0 else ''}{whole}.{part:0{digits}}"
    return str(value)
