"""The page's engine and the Python validator say the same of each patient, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import chromium
import pytest
from browser.protocols import PROTOCOLS, ROOT, program_of
from emit.mutations import mutants
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import dated_atoms, formulas, patients, programs, record_atoms, sources, trials

from critc.emit.python import load
from critc.ir.nodes import Program
from critc.pipeline import compile_source
from critc.source import Source

WRITTEN = sorted(path.stem for path in (ROOT / "tests/patients").glob("NCT*.json"))
# Each example is a batch of patients: the browser is asked once for all of them.
BATCHES = settings(max_examples=max(1, settings().max_examples // 30))
SOME = settings(max_examples=settings().max_examples // 4)

# A campaign takes all of the written patients, a usual run every fourth.
ONE_RUN = 100
EVERY = {False: 4, True: 1}

Data = dict[str, Any]


@cache
def validator(name: str) -> Any:
    return load(program_of(name))


def said(module: Any, text: str) -> str:
    """What the validator says of a patient in JSON text, as JSON text."""
    try:
        patient = module.Patient.from_json(text)
    except module.InvalidPatient as error:
        problems = [{"path": each.path, "message": each.message} for each in error.problems]
        return json.dumps({"problems": problems}, ensure_ascii=False)
    return str(module.screen(patient).to_json())


def agree(program: Program, module: Any, texts: Sequence[str]) -> None:
    """Both say the same of all of these."""
    for text, answer in zip(texts, chromium.answers(program, texts), strict=True):
        assert json.dumps(answer, ensure_ascii=False) == said(module, text), text


@pytest.mark.parametrize("name", WRITTEN)
def test_on_written_patients(name: str) -> None:
    kept = json.loads((ROOT / f"tests/patients/{name}.json").read_text(encoding="utf-8"))
    some = kept["patients"][:: EVERY[settings().max_examples > ONE_RUN]]
    changed = [kept["base"], *(kept["base"] | patient["change"] for patient in some)]
    agree(program_of(name), validator(name), [json.dumps(data) for data in changed])


@pytest.mark.parametrize("name", PROTOCOLS)
def test_on_random_patients(name: str) -> None:
    program = program_of(name)

    @BATCHES
    @given(st.lists(patients(program), min_size=1, max_size=20))
    def tried(several: list[Data]) -> None:
        agree(program, validator(name), [json.dumps(data) for data in several])

    tried()


@pytest.mark.parametrize("name", PROTOCOLS)
def test_on_slips_in_the_data(name: str) -> None:
    """Both list the same problems, in the same words."""
    program = program_of(name)

    @BATCHES
    @given(st.lists(mutants(program), min_size=1, max_size=10))
    def tried(several: list[Data]) -> None:
        agree(program, validator(name), [json.dumps(data) for data in several])

    tried()


@st.composite
def screened(draw: st.DrawFn, drawn: st.SearchStrategy[Program]) -> tuple[Program, list[Data]]:
    """A random protocol, and patients."""
    program = draw(drawn)
    return program, [draw(patients(program)) for _ in range(3)]


@st.composite
def calculated(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """Formulas, a patient near their limits and another."""
    program, data = draw(formulas())
    return program, [data, draw(patients(program))]


@st.composite
def written(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """A protocol that was written and compiled, and patients."""
    program = compile_source(Source("tried.crit", draw(sources()))).program
    assert program is not None
    return program, [draw(patients(program)) for _ in range(3)]


@pytest.mark.parametrize(
    "drawn",
    [
        screened(programs()),
        screened(trials()),
        screened(dated_atoms()),
        screened(record_atoms()),
        calculated(),
        written(),
    ],
    ids=["programs", "trials", "dates", "records", "formulas", "sources"],
)
def test_on_random_protocols(drawn: st.SearchStrategy[tuple[Program, list[Data]]]) -> None:
    @SOME
    @given(drawn)
    def tried(case: tuple[Program, list[Data]]) -> None:
        program, several = case
        agree(program, load(program), [json.dumps(data) for data in several])

    tried()
