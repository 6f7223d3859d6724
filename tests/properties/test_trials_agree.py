"""What real trials are made of: all evaluators say the same, and the laws of the language hold."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from strategies import (
    Case,
    formula_cases,
    formulas,
    patients,
    quotients,
    refinements,
    sources,
    trials,
)
from strategies.answers import record_with_answers

from critc.emit.python import load
from critc.ir.evaluate import screen
from critc.ir.nodes import Program
from critc.ir.record import read
from critc.pipeline import compile_source
from critc.source import Source

Data = dict[str, Any]
SOME = settings(max_examples=settings().max_examples // 4)
FEW = settings(max_examples=settings().max_examples // 10)
EXACT = Fraction(1, 10**12)


@st.composite
def several(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """A construct of trials, and patients."""
    program = draw(trials())
    return program, [draw(patients(program, gaps=(4, 99, 99))) for _ in range(3)]


@st.composite
def calculated(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """Formulas, a patient near their limits and another."""
    program, data = draw(formulas())
    return program, [data, draw(patients(program))]


@st.composite
def lowered(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """A protocol that was written and compiled, and patients."""
    program = compiled(draw(sources()))
    return program, [draw(patients(program, gaps=(8, 99, 99))) for _ in range(3)]


def compiled(text: str) -> Program:
    """The program of a source in which nothing is wrong."""
    compilation = compile_source(Source("tried.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


@st.composite
def dividing(draw: st.DrawFn) -> tuple[Program, list[Data]]:
    """Quotients of quotients, and a patient."""
    program, data = draw(quotients())
    return program, [data]


KINDS = pytest.mark.parametrize(
    "kind", [several(), calculated(), dividing()], ids=["trials", "formulas", "quotients"]
)
Kind = st.SearchStrategy[tuple[Program, list[Data]]]


@KINDS
@SOME
@given(st.data())
def test_all_evaluators_agree(kind: Kind, data: st.DataObject) -> None:
    program, drawn = data.draw(kind)
    module = load(program)
    for patient in drawn:
        agree(module, program, patient)


@FEW
@given(lowered())
def test_all_evaluators_agree_on_what_was_written(drawn: tuple[Program, list[Data]]) -> None:
    program, patients_drawn = drawn
    module = load(program)
    for patient in patients_drawn:
        agree(module, program, patient)


def agree(module: Any, program: Program, data: Data) -> None:
    """Functions and clauses of the module, and the core: outcomes, causes, what is missing."""
    expected = screen(program, read(program, data))
    patient = module.Patient.from_json(json.dumps(data))
    outcomes = {name: result.outcome for name, result in expected.results.items()}
    assert module.outcomes(patient) == outcomes
    for name, tree in module.criteria().items():
        found = tree().judge(module.Scope(patient, {}, {}, {}))
        result = expected.results[name]
        note(f"{name}: {found.outcome}, {found.unknown}; the core: {result}")
        assert found.outcome == result.outcome, name
        assert {cause for cause, _ in found.unknown} == result.causes, name
        assert {path for _, path in found.unknown if path} == result.missing, name
    screening = json.loads(module.screen(patient).to_json())
    assert screening["verdict"] == expected.verdict
    assert {one["fact"] for one in screening["missing"]} == expected.ask


@KINDS
@SOME
@given(st.data())
def test_more_information_changes_nothing_settled(kind: Kind, data: st.DataObject) -> None:
    program, drawn = data.draw(kind)
    for patient in drawn[:2]:
        before = screen(program, read(program, patient)).results
        refined = data.draw(refinements(program, patient))
        after = screen(program, read(program, refined)).results
        asked = frozenset().union(*(result.missing for result in before.values()))
        unlisted = data.draw(refinements(program, patient, lambda path: path not in asked, False))  # noqa: B023
        same = screen(program, read(program, unlisted)).results
        for name, result in before.items():
            assert result.outcome in (None, after[name].outcome), name
            assert same[name].outcome is result.outcome, name


@KINDS
@SOME
@given(st.data())
def test_what_is_said_to_settle_a_criterion_does(kind: Kind, data: st.DataObject) -> None:
    program, drawn = data.draw(kind)
    module = load(program)
    for given_data in drawn:
        patient = module.Patient.from_dict(given_data)
        for question in module.screen(patient).missing:
            seed = data.draw(st.sampled_from(range(4)))
            for criterion, outcome, answered in record_with_answers(
                module, patient, question, seed
            ):
                note(f"{question.text} {criterion} {outcome}")
                assert module.criteria()[criterion]().judge(answered).outcome is outcome


@SOME
@given(formula_cases())
def test_a_formula_is_worth_what_its_text_says(case: Case) -> None:
    program = compiled(case.source)
    found = screen(program, read(program, case.patient)).results["I1"].outcome
    module = load(program)
    assert module.outcomes(module.Patient.from_dict(case.patient)) == {"I1": found}
    if case.value is None:
        assert found is None
        return
    assert found in (None, case.holds())
    near = abs(case.value - case.limit) <= abs(case.value) * EXACT
    if case.sharp or not (near or case.nested):
        assert found is not None
