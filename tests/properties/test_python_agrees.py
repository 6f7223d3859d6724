"""The generated validator and the core's evaluator say the same of random protocols and patients."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, note
from hypothesis import strategies as st
from strategies import dated_atoms, patients, programs, refinements
from strategies.answers import record_with_answers

from critc.emit.python import load
from critc.ir.evaluate import screen
from critc.ir.nodes import Program
from critc.ir.record import read

OUTCOMES = {"satisfied": True, "violated": False, "unknown": None}


def generated(program: Program, data: dict[str, Any]) -> tuple[Any, Any]:
    """The module that is generated, and the patient it loads."""
    module = load(program)
    return module, module.Patient.from_json(json.dumps(data))


@given(st.data())
def test_outcomes_are_those_of_the_core(data: st.DataObject) -> None:
    program = data.draw(programs())
    module = load(program)
    for _ in range(3):
        patient = data.draw(patients(program))
        expected = screen(program, read(program, patient))
        outcomes = {name: result.outcome for name, result in expected.results.items()}
        assert module.outcomes(module.Patient.from_dict(patient)) == outcomes


@given(st.data())
def test_outcomes_of_single_comparisons_of_dates_are_those_of_the_core(
    data: st.DataObject,
) -> None:
    program = data.draw(dated_atoms())
    module = load(program)
    for _ in range(5):
        patient = data.draw(patients(program))
        expected = screen(program, read(program, patient)).results["I1"].outcome
        assert module.outcomes(module.Patient.from_dict(patient)) == {"I1": expected}


@given(st.data())
def test_clauses_causes_and_what_is_missing_are_those_of_the_core(data: st.DataObject) -> None:
    program = data.draw(programs())
    module = load(program)
    for _ in range(3):
        data_of_patient = data.draw(patients(program))
        patient = module.Patient.from_dict(data_of_patient)
        expected = screen(program, read(program, data_of_patient))
        for name, tree in module.criteria().items():
            found = tree().judge(module.Scope(patient, {}, {}, {}))
            result = expected.results[name]
            note(f"{name}: {found.outcome}, {found.unknown}; the core: {result}")
            assert found.outcome == result.outcome, name
            assert {cause for cause, _ in found.unknown} == result.causes, name
            assert {path for _, path in found.unknown if path} == result.missing, name


@given(st.data())
def test_the_verdict_and_what_is_asked_are_those_of_the_core(data: st.DataObject) -> None:
    program = data.draw(programs())
    record = data.draw(patients(program))
    module, patient = generated(program, record)
    expected = screen(program, read(program, record))
    result = json.loads(module.screen(patient).to_json())
    assert result["verdict"] == expected.verdict == module.verdict(patient)
    assert {one["fact"] for one in result["missing"]} == expected.ask
    for one in result["criteria"]:
        status = expected.statuses[one["id"]]
        assert one["outcome"] == ("satisfied" if status == "does not apply" else status)
        assert (one["applies"] is False) == (status == "does not apply")
        assert one["because"]
        if status == "unknown":
            causes = {cause for clause in one["because"] for cause in clause["causes"]}
            assert causes == expected.results[one["id"]].causes


@given(st.data())
def test_what_is_said_to_settle_a_criterion_does(data: st.DataObject) -> None:
    program = data.draw(programs())
    record = data.draw(patients(program))
    module, patient = generated(program, record)
    for question in module.screen(patient).missing:
        trial = data.draw(st.sampled_from(range(4)))
        known = record_with_answers(module, patient, question, trial)
        for criterion, outcome, answered in known:
            note(f"{question.text} {criterion} {outcome}")
            tree = module.criteria()[criterion]()
            assert tree.judge(answered).outcome is outcome


@given(st.data())
def test_more_information_never_changes_a_settled_outcome(data: st.DataObject) -> None:
    program = data.draw(programs())
    record = data.draw(patients(program))
    module, patient = generated(program, record)
    before = module.outcomes(patient)
    refined = data.draw(refinements(program, record))
    after = module.outcomes(module.Patient.from_dict(refined))
    settled = {name: outcome for name, outcome in before.items() if outcome is not None}
    assert settled.items() <= after.items()
