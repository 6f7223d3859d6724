"""Patients as CSV: one row a patient, flat facts; records of lists need JSON.

The header names the facts. A quantity's header carries its unit, ``hbv_dna ([IU]/mL)``; a period
has two columns, ``x.start`` and ``x.end``. An empty cell is missing. A list's column holds ``none``
or nothing. A set's values are parted by semicolons.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import TextIO

from critc.ir.dictionary import Declared, Period, Quantity, Set, YesNo
from critc.ir.nodes import Program
from critc.patients import UnreadableFileError

Put = Callable[[dict[str, object], str], None]
"""Puts a cell's text into a patient's data."""


def rows(text: TextIO, program: Program) -> Iterator[tuple[int, dict[str, object] | str]]:
    """Line and data of each row, or what is wrong with it.

    Raises UnreadableFileError for a header that is not understood.
    """
    reader = csv.reader(text, strict=True)
    try:
        header = next(reader, None)
        if header is None:
            raise UnreadableFileError("the file is empty; its first line should name the facts")
        columns = _columns(header, program)
        yield from _records(reader, columns, header)
    except csv.Error as error:
        raise UnreadableFileError(f"line {reader.line_num}: {error}") from error


def _records(
    reader: Iterator[list[str]], columns: list[Put], header: list[str]
) -> Iterator[tuple[int, dict[str, object] | str]]:
    line = 2
    for row in reader:
        data: dict[str, object] = {}
        for put, cell in zip(columns, row, strict=False):
            if cell.strip():
                put(data, cell.strip())
        if row and len(row) != len(header):
            yield line, f"the row has {len(row)} cells, but the header names {len(header)} columns"
        elif row:
            yield line, data
        line = reader.line_num + 1  # type: ignore[attr-defined]


def _columns(header: list[str], program: Program) -> list[Put]:
    known = _known(program)
    names = [name.strip() for name in header]
    for i, name in enumerate(names):
        if name in names[:i]:
            raise UnreadableFileError(f"the header names the column {name!r} twice")
        if name not in known:
            raise UnreadableFileError(_unknown(name, known))
    return [known[name] for name in names]


def _unknown(name: str, known: dict[str, Put]) -> str:
    from difflib import get_close_matches

    for mark, called in ((";", "semicolons"), ("\t", "tabs")):
        if mark in name:
            return f"the header's columns are parted by {called}: save the file with commas"
    units = [column for column in known if column.startswith(f"{name.partition(' (')[0]} (")]
    if units:
        return f"a quantity's header carries its unit: write {units[0]!r}, not {name!r}"
    close = get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"the header names a column {name!r} that the protocol does not ask for{hint}"


def _known(program: Program) -> dict[str, Put]:
    """Each header that is understood, and what its cells mean."""
    known = {"id": _plain("id"), "protocol": _plain("protocol")}
    if program.parts:
        known["parts"] = _several("parts")
    for declared in program.facts:
        known |= _columns_of(declared)
    return known | {listed.name: _none(listed.name) for listed in program.lists}


def _columns_of(declared: Declared) -> dict[str, Put]:
    name = declared.name
    match declared.type:
        case Quantity(units=units):
            return {f"{name} ({unit.code})": _quantity(name, unit.code) for unit in units}
        case Period():
            return {
                name: _plain(name),
                f"{name}.start": _side(name, "start"),
                f"{name}.end": _side(name, "end"),
            }
        case Set():
            return {name: _several(name)}
        case YesNo():
            return {name: _answer(name, {"yes": True, "no": False, "true": True, "false": False})}
        case _:
            return {name: _plain(name)}


def _plain(name: str) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        data[name] = cell

    return put


def _answer(name: str, answers: dict[str, bool]) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        data[name] = answers.get(cell, cell)

    return put


def _quantity(name: str, unit: str) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        bound = next((sign for sign in ("<=", ">=", "<", ">") if cell.startswith(sign)), "")
        data[name] = {"value": cell[len(bound) :].strip(), "unit": unit}
        if bound:
            data[name] = {"value": cell[len(bound) :].strip(), "unit": unit, "bound": bound}

    return put


def _side(name: str, side: str) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        period = data.setdefault(name, {})
        if isinstance(period, dict):
            period[side] = cell

    return put


def _several(name: str) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        data[name] = [] if cell == "none" else [part.strip() for part in cell.split(";")]

    return put


def _none(name: str) -> Put:
    def put(data: dict[str, object], cell: str) -> None:
        data[name] = [] if cell == "none" else cell

    return put
