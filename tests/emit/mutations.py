"""Slips in a patient's JSON: keys, values, kinds, dates, numbers and units, anywhere in it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from strategies import patients

from critc.ir.nodes import Program

Place = tuple[Any, Any]
"""An object or array, and the key or index in it."""

DATES = """2024 2024-02 2024-02-29 2025-02-29 2025-02-28 2025-04-31 2000-02-29 2100-02-29 2025-13
2025-00 2025-1-1 2025-01-00 20250101 2025-W10-1 0999-01-01 1000 3000 2999-12-31 2025-01-01T00:00
01/02/2025 none ongoing""".split()
NUMBERS = """3 3.0 3.5 03 1e3 -0 -0.0 0 0.0 0.10 1,5 5. .5 +5 <5 NaN Infinity 12.00000000000000000001
0.000000000000000000001 99999999999999999999 100000000000000000000 -9.75 -9.76 2.5 2.51 -1 -0.99
45.5 45.51 24.9 113.9 114 318.65 298.15 661.38 0.73 0.74 ٣ ½""".split()
WORDS = """yes no not_yet female femal positive I II platinum liver mm cm mg/dL [IU]/mL [IU]/L Cel
[degF] K kg [lb_av] U/L ukat/L umol/L phase_1 central screening < <= > >= ≤ value unit""".split()
TEXTS = [
    "",
    " ",
    "5\n",
    "2025\n",
    "\n",
    "a\0b",
    "２０２５",
    "not yet",
    "x" * 90,
    *DATES,
    *NUMBERS,
    *WORDS,
]
SCALARS = [None, True, False, 0, 1, -1, 2, 5, 6, 25, 300, 3.0, 0.5, -9.75, 10**20 - 1, 10**20]
SHAPES: list[Any] = [
    [],
    {},
    [None],
    [[]],
    [{}],
    ["liver", "liver"],
    {"value": 1},
    {"value": 1, "unit": "mm"},
    {"value": None, "unit": "mm"},
    {"start": "2025", "end": "2024"},
    {"answer": "yes", "by": None, "on": "2025"},
    {"answer": None},
    {"answer": {"answer": "yes"}},
    {"records": [], "complete": False},
    {"records": [{}], "complete": True},
    {"records": []},
    {"values": [], "complete": False},
    {"values": ["liver"], "complete": None},
]
KEYS = """id protocol parts complete records values value unit bound uln lln start end answer by on
date visit Sex sexx __class__ consent""".split()


@st.composite
def mutants(draw: st.DrawFn, program: Program) -> dict[str, Any]:
    """A patient with one to three slips; now and then they are none."""
    data = copy.deepcopy(draw(patients(program)))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(data))
        container, key = draw(st.sampled_from(places)) if places else (data, "id")
        _slip(draw, container, key)
    return data


def _slip(draw: st.DrawFn, container: Any, key: Any) -> None:
    match draw(st.sampled_from(["value", "value", "value", "letter", "remove", "rename", "add"])):
        case "value":
            values = st.sampled_from(TEXTS) | st.sampled_from(SCALARS) | st.sampled_from(SHAPES)
            container[key] = copy.deepcopy(draw(values))
        case "letter" if isinstance(container[key], str):
            text = container[key]
            at = draw(st.integers(0, len(text)))
            container[key] = text[:at] + draw(st.sampled_from("0139-. ex")) + text[at + 1 :]
        case "remove":
            del container[key]
        case "rename" if isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = container.pop(key)
        case "add" if isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = draw(st.sampled_from([*SCALARS, *TEXTS]))
        case _:
            pass


def _places(data: Any) -> Iterator[Place]:
    keys = data if isinstance(data, dict) else range(len(data))
    for key in keys:
        yield data, key
        if isinstance(data[key], dict | list):
            yield from _places(data[key])
