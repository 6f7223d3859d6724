"""Patients written from the registry texts of the other trials, without sight of the `.crit` files."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from critc.emit.python import load
from critc.pipeline import compile_source, read_source
from critc.testing import STATUS

PATIENTS = Path(__file__).parent / "patients"
CRITERIA = PATIENTS.parent.parent / "criteria"
TRIALS = sorted(path.stem for path in PATIENTS.glob("NCT*.json"))
AT_LEAST = 3


@cache
def validator(trial: str) -> ModuleType:
    program = compile_source(read_source(CRITERIA / f"{trial}.crit")).program
    assert program is not None
    return load(program)


@cache
def written(trial: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((PATIENTS / f"{trial}.json").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("trial", TRIALS)
def test_the_base_patient_is_eligible(trial: str) -> None:
    module = validator(trial)
    assert module.screen(module.Patient.from_dict(written(trial)["base"])).verdict == "eligible"


@pytest.mark.parametrize("trial", TRIALS)
def test_there_are_enough_patients(trial: str) -> None:
    module = validator(trial)
    counted = [patient["criterion"] for patient in written(trial)["patients"]]
    base = module.Patient.from_dict(written(trial)["base"])
    assert {name for name in module.outcomes(base) if counted.count(name) < AT_LEAST} == set()


@pytest.mark.parametrize(
    ("trial", "patient"),
    [
        pytest.param(trial, patient, id=f"{trial}-{patient['criterion']}-{patient['name']}")
        for trial in TRIALS
        for patient in written(trial)["patients"]
    ],
)
def test_the_outcome_is_the_expected_one(trial: str, patient: dict[str, Any]) -> None:
    changed = written(trial)["base"] | patient["change"]
    data = {name: value for name, value in changed.items() if value is not None}
    module = validator(trial)
    found = module.outcomes(module.Patient.from_dict(data))[patient["criterion"]]
    assert STATUS[found] == patient["expect"], patient["why"]
