"""The values of a key cut into pieces, so that each lies in a cell or outside it, whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from critc.check.fit import shown
from critc.check.protocol import CellOf, CellOptions, CellRange, Parameter
from critc.check.types import Choice, Judged, Number, Type, YesNo
from critc.check.units import NUMBER
from critc.syntax import tree

YES_NO = Choice((tree.Option(tree.Name("yes")), tree.Option(tree.Name("no"))))


@dataclass
class Axis:
    """The values of one key, in ascending order, and where cells lie on it."""

    key: Parameter
    cells: Sequence[CellOf]

    @cached_property
    def pieces(self) -> list[CellOf]:
        """Stretches and single points of numbers, or the options one by one."""
        return list(_pieces(self.key.type, self.cells))

    @cached_property
    def _options(self) -> dict[str, int]:
        options = [piece for piece in self.pieces if isinstance(piece, CellOptions)]
        return {piece.options[0]: place for place, piece in enumerate(options)}

    def places(self, cell: CellOf) -> Sequence[int]:
        """The pieces, by number, that lie in a cell."""
        if isinstance(cell, CellOptions):
            return [self._options[name] for name in cell.options if name in self._options]
        first = bisect_left(self.pieces, True, key=lambda piece: not _before(piece, cell))
        last = bisect_left(self.pieces, True, key=lambda piece: _before(cell, piece))
        return range(first, last)

    def said(self, places: Sequence[int]) -> list[str]:
        """Pieces in words, neighbouring stretches joined; none when they are all there are."""
        if len(places) == len(self.pieces):
            return []
        return [_said(piece, self.key) for piece in self._joined(places)]

    def _joined(self, places: Sequence[int]) -> Iterator[CellOf]:
        run: CellRange | None = None
        before = -2
        for place in places:
            piece = self.pieces[place]
            if isinstance(piece, CellOptions):
                yield piece
            elif run is not None and place == before + 1:
                run = CellRange(run.low, piece.high, run.low_closed, piece.high_closed)
            else:
                if run is not None:
                    yield run
                run = piece
            before = place
        if run is not None:
            yield run


def _before(one: CellOf, other: CellOf) -> bool:
    """Whether every value of one lies below every value of the other."""
    assert isinstance(one, CellRange)
    assert isinstance(other, CellRange)
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return not (one.high_closed and other.low_closed)
    return one.high < other.low


# ---- cutting ----------------------------------------------------------------------------------


def _pieces(kind: Type, cells: Sequence[CellOf]) -> Iterator[CellOf]:
    match kind:
        case YesNo() | Judged():
            yield from (CellOptions((o.name.text,)) for o in YES_NO.options)
        case Choice(options=options):
            yield from (CellOptions((o.name.text,)) for o in options)
        case Number(low=low, high=high, whole=whole):
            never_negative = kind.unit != NUMBER and not kind.unit.offset
            least = Fraction(0) if low is None and never_negative else low
            yield from _stretches(cells, least, high, whole)
        case _:
            return


def _stretches(
    cells: Sequence[CellOf], low: Fraction | None, high: Fraction | None, whole: bool
) -> Iterator[CellRange]:
    ranges = [cell for cell in cells if isinstance(cell, CellRange)]
    ends = {end for cell in ranges for end in (cell.low, cell.high) if end is not None}
    ends = {e for e in ends if (low is None or e >= low) and (high is None or e <= high)}
    ends |= {end for end in (low, high) if end is not None}
    points = sorted(ends)
    if low is None and points:
        yield CellRange(None, points[0], high_closed=False)
    for point, following in zip(points, [*points[1:], None], strict=True):
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


# ---- in words ---------------------------------------------------------------------------------


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
