"""Mutated protocols and patients: never a traceback, never a hang, never a verdict on bad data.

``make campaign`` runs these by the hundred thousand.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from critc.diagnostic import has_errors
from critc.emit.python import load
from critc.ir.nodes import Program
from critc.pipeline import compile_source, read_source
from critc.render.text import render
from critc.source import Source

TESTS = Path(__file__).parent.parent
PROTOCOL = TESTS.parent / "criteria" / "NCT07289048.crit"
ODD = st.sampled_from(
    [
        "",
        "\t",
        '"',
        "“",
        "-",
        "|",
        ">",
        "#",
        "(",
        "0",
        "-1",
        "1e9",
        "≥",
        "<",
        "×",
        "of",
        "unless",
        "\0",
        "all of",
        "not",
        "none",
        "within",
        "first_dose",
        "2026-02-30",
        "mg/dL",
        "kg",
        "\u202e",
        "é",
    ]
)


@cache
def lines() -> list[str]:
    """The protocol, with the first dozen of its cases: enough to meet every construct."""
    text = PROTOCOL.read_text(encoding="utf-8")
    head, *cases = text.split("\ncase ")
    return "\ncase ".join([head, *cases[:12]]).splitlines()


@st.composite
def mutated_protocols(draw: st.DrawFn) -> str:
    """The protocol after one to three slips: words and lines dropped, doubled, swapped, replaced."""
    text = list(lines())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text) - 1))
        words = text[at].split(" ")
        word = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(["drop line", "double line", "swap", "indent", "word", "cut"])):
            case "drop line":
                del text[at]
            case "double line":
                text.insert(at, text[at])
            case "swap":
                other = draw(st.integers(0, len(text) - 1))
                text[at], text[other] = text[other], text[at]
            case "indent":
                text[at] = " " * draw(st.integers(0, 9)) + text[at].lstrip()
            case "word":
                words[word] = draw(ODD)
                text[at] = " ".join(words)
            case _:
                text[at] = text[at][: draw(st.integers(0, len(text[at])))]
        text = text or [""]
    return "\n".join(text)


@given(mutated_protocols())
def test_a_mutated_protocol_compiles_or_says_what_is_wrong(text: str) -> None:
    source = Source("mutated.crit", text)
    compilation = compile_source(source)
    rendered = render(compilation.diagnostics, source, color=False)
    assert (compilation.program is None) == has_errors(compilation.diagnostics)
    assert bool(rendered) == bool(compilation.diagnostics)
    for found in compilation.diagnostics:
        assert 0 <= found.span.start <= found.span.end <= len(text)


@given(st.text(max_size=200))
def test_any_text_compiles_or_says_what_is_wrong(text: str) -> None:
    source = Source("any.crit", text)
    compilation = compile_source(source)
    render(compilation.diagnostics, source, color=False)


# ---- patients ---------------------------------------------------------------------------------

VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**20)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["none", "ongoing", "2026-02", "2026", "2026-02-30", "yes", "not yet", "12,5"]
    )
    | st.sampled_from([[], {}, [[]], [None], {"records": []}, {"records": [], "complete": False}])
    | st.sampled_from(
        [{"value": 1}, {"value": "1e3", "unit": "mm"}, {"start": "2026"}, {"values": 1}]
    )
)


@cache
def program() -> Program:
    compiled = compile_source(read_source(PROTOCOL)).program
    assert compiled is not None
    return compiled


@cache
def validator() -> ModuleType:
    return load(program())


@cache
def base() -> str:
    return (TESTS / "patients" / "base.json").read_text(encoding="utf-8")


@st.composite
def mutated_patients(draw: st.DrawFn) -> dict[str, Any]:
    """The complete patient with one to four values, at any depth, replaced, dropped or renamed."""
    patient: dict[str, Any] = json.loads(base())
    for _ in range(draw(st.integers(1, 4))):
        where: Any = patient
        while True:
            key = draw(
                st.sampled_from(sorted(where) if isinstance(where, dict) else [*range(len(where))])
            )
            inner = where[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
                break
            where = inner
        match draw(st.sampled_from(["replace", "drop", "rename"])):
            case "rename" if isinstance(where, dict):
                where[draw(st.text(max_size=12))] = where.pop(key)
            case "drop":
                del where[key]
            case _:
                where[key] = deepcopy(draw(VALUES))
        if not patient:
            break
    return patient


def _screened(text: str) -> str:
    """What comes of a patient's text: a verdict, or the problems; anything else is a defect."""
    try:
        patient = validator().Patient.from_json(text)
    except validator().InvalidPatient as error:
        return "invalid" if all(problem.message for problem in error.problems) else "unexplained"
    screening = validator().screen(patient)
    result = json.loads(screening.to_json())
    outcomes = {criterion["outcome"] for criterion in result["criteria"]}
    if "violated" in outcomes:
        assert result["verdict"] == "ineligible"
    elif "unknown" in outcomes:
        assert result["verdict"] == "undetermined"
    else:
        assert result["verdict"] == "eligible"
    return "screened"


@given(mutated_patients())
def test_a_mutated_patient_is_screened_or_refused(patient: dict[str, Any]) -> None:
    from critc.ir.record import DataError, read

    outcome = _screened(json.dumps(patient))
    try:
        read(program(), patient)
    except DataError:
        assert outcome == "invalid"
    else:
        assert outcome == "screened"


@given(st.integers(0, 10_000), ODD, st.integers(0, 3))
def test_mutated_json_text_is_screened_or_refused(at: int, inserted: str, cut: int) -> None:
    text = base()
    at %= len(text)
    _screened(text[:at] + inserted + text[at + cut :])


@given(st.text(max_size=60))
def test_any_text_as_a_patient_is_refused_or_screened(text: str) -> None:
    _screened(text)


def test_deeply_nested_json_is_refused() -> None:
    assert _screened("[" * 100_000) == "invalid"
    assert _screened('{"therapies":' + "[" * 5_000 + "]" * 5_000 + "}") == "invalid"
