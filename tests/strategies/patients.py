"""Random patients of a program: fully known, partly known, hardly known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir.nodes import Program
from strategies.data import Values, members

Data = dict[str, Any]


@st.composite
def patients(
    draw: st.DrawFn,
    program: Program,
    values: Values | None = None,
    gaps: Sequence[int] = (2, 4, 8, 99),
) -> Data:
    """A patient's JSON that the validator accepts; ``values`` are what the program compares with.

    Of so many facts as one of the ``gaps``, one is not known.
    """
    values = values or Values.of(program)
    known = draw(st.sampled_from(gaps))
    data: Data = draw(fields(values, program.facts, known))
    for listed in program.lists:
        if draw(st.integers(0, known)) > 0:
            data[listed.name] = draw(rows(values, listed, known))
    parts = [part.name for part in program.parts]
    in_parts = draw(st.booleans())
    if parts and in_parts:
        data["parts"] = draw(members(parts))
    return data


@st.composite
def fields(
    draw: st.DrawFn, values: Values, declared: Sequence[d.Declared], known: int
) -> dict[str, Any]:
    """Values of some facts or fields; what is not known is left out, or null."""
    found: dict[str, Any] = {}
    for one in declared:
        if draw(st.integers(0, known)) > 0:
            found[one.name] = draw(values.value(one.type))
        elif draw(st.booleans()):
            found[one.name] = None
    return found


@st.composite
def rows(draw: st.DrawFn, values: Values, listed: d.Listed, known: int) -> Any:
    """A list of records, complete or not."""
    records = draw(st.lists(record(values, listed, known), max_size=4))
    if draw(st.integers(0, 3)) < 3:
        return records
    return {"records": records, "complete": False}


@st.composite
def record(draw: st.DrawFn, values: Values, listed: d.Listed, known: int) -> dict[str, Any]:
    """A record; the quantity of a measurement stands in the record itself."""
    found: dict[str, Any] = draw(fields(values, listed.fields, known))
    measured = found.get("value") if listed.kind == "measurement" else None
    return {**found, **measured} if isinstance(measured, dict) else found
