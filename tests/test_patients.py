"""Patients written from the registry text alone, screened by the validator of the `.crit` file."""

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
PROTOCOL = PATIENTS.parent.parent / "criteria" / "NCT07289048.crit"
AT_LEAST = 10


def criteria() -> list[str]:
    return [f"I{n}" for n in range(1, 10)] + [f"E{n}" for n in range(1, 23)]


def written(criterion: str) -> list[dict[str, Any]]:
    data = json.loads((PATIENTS / f"{criterion}.json").read_text(encoding="utf-8"))
    patients: list[dict[str, Any]] = data["patients"]
    return patients


@cache
def validator() -> ModuleType:
    program = compile_source(read_source(PROTOCOL)).program
    assert program is not None
    return load(program)


def base() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((PATIENTS / "base.json").read_text(encoding="utf-8"))
    return data


def test_the_base_patient_is_eligible_with_everything_known() -> None:
    found = validator().outcomes(validator().Patient.from_dict(base()))
    assert found == dict.fromkeys(criteria(), True)


@pytest.mark.parametrize("criterion", criteria())
def test_there_are_enough_patients(criterion: str) -> None:
    outcomes = {patient["expect"] for patient in written(criterion)}
    assert len(written(criterion)) >= AT_LEAST
    assert outcomes == {"satisfied", "violated", "unknown"}


@pytest.mark.parametrize(
    ("criterion", "patient"),
    [
        pytest.param(criterion, patient, id=f"{criterion}-{patient['name']}")
        for criterion in criteria()
        for patient in written(criterion)
    ],
)
def test_the_outcome_is_the_expected_one(criterion: str, patient: dict[str, Any]) -> None:
    data = {
        name: value for name, value in (base() | patient["change"]).items() if value is not None
    }
    found = validator().outcomes(validator().Patient.from_dict(data))
    assert STATUS[found[criterion]] == patient["expect"], patient["why"]
