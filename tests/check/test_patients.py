"""Patients and cases: what fits, and what becomes of them as data (decision 20)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from check.checked import checked, codes

from critc.ir.cases import Expectation, cases

CRITERIA = """inclusion 1
  > Text.
  only if sex is female
  smoker
exclusion 2
  > Text.
  judgement unfit by investigator "Is the patient unfit?"
part phase_2 "Phase 2"
part phase_3 "Phase 3"
fact stopped : date or none "Stopped"
fact treated : period or none "Treated"
fact note : text "Note"
fact viral_load : [IU]/mL "Viral load"
fact years : whole number of years "Age"
"""


def patient(*settings: str) -> Mapping[str, object]:
    """A patient with these settings, as data."""
    lines = "\n".join(settings)
    text = f'{CRITERIA}patient typical\n{lines}\ncase "c" of typical\n  expect eligible\n'
    protocol, diagnostics = checked(text)
    assert diagnostics == ()
    [case] = cases(protocol)
    return case.patient


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("smoker = yes", True),
        ("smoker = no", False),
        ("unfit = not yet", "not yet"),
        ("unfit = yes", "yes"),
        ("ecog = 3", "3"),
        ("years = 40", "40"),
        ("years = 007", "7"),
        ("weight = 00.50 kg", {"value": "0.50", "unit": "kg"}),
        ("years = 40 years", "40"),
        ("weight = 70.5 kg", {"value": "70.5", "unit": "kg"}),
        ("weight = 70500 g", {"value": "70500", "unit": "g"}),
        ("viral_load = 12 IU/mL", {"value": "12", "unit": "[IU]/mL"}),
        ("viral_load = < 20 [IU]/mL", {"value": "20", "unit": "[IU]/mL", "bound": "<"}),
        ("viral_load = ≥ 20 [IU]/mL", {"value": "20", "unit": "[IU]/mL", "bound": ">="}),
        ("birth = 1961-07-05", "1961-07-05"),
        ("birth = 1961-07", "1961-07"),
        ("birth = 1961", "1961"),
        ("stopped = none", "none"),
        ("treated = none", "none"),
        ("stable = 2026-01 to ongoing", {"start": "2026-01", "end": "ongoing"}),
        ("stable = not known to 2026-01-05", {"end": "2026-01-05"}),
        ("sex = male", "male"),
        ("marker = a, c", ["a", "c"]),
        ("marker = none", []),
        ("marker = incomplete", {"values": [], "complete": False}),
        ('note = "Text"', "Text"),
        ("parts = phase_2", ["phase_2"]),
        ("steroids = none", []),
        ("steroids = incomplete", {"records": [], "complete": False}),
    ],
)
def test_a_value_as_data(setting: str, value: object) -> None:
    assert patient(f"  - {setting}") == {setting.split(" ")[0]: value}


def test_what_is_not_known_is_left_out() -> None:
    assert patient("  - smoker = not known") == {}


def test_records_as_data() -> None:
    given = patient(
        "  - steroids =",
        "      dose   | given                    | route     | line",
        "      5 mg/d | 2026-01-02 to ongoing    | topical   | 1",
        "      1 g/d  | 2025 to 2025-03          | not known | not known",
    )
    first = {
        "dose": {"value": "5", "unit": "mg/d"},
        "given": {"start": "2026-01-02", "end": "ongoing"},
        "route": "topical",
        "line": "1",
    }
    second = {"dose": {"value": "1", "unit": "g/d"}, "given": {"start": "2025", "end": "2025-03"}}
    assert given == {"steroids": [first, second]}


def test_measurements_as_data() -> None:
    given = patient(
        "  - alt = incomplete",
        "      value  | ULN | date       | visit     | laboratory",
        "      40 U/L | 45  | 2026-01-02 | screening | central",
        "  - test =",
        "      value    | date",
        "      positive | 2026-01-02",
    )
    alt = {"value": "40", "unit": "U/L", "uln": "45", "date": "2026-01-02", "visit": "screening",
           "laboratory": "central"}  # fmt: skip
    assert given == {
        "alt": {"records": [alt], "complete": False},
        "test": [{"value": "positive", "date": "2026-01-02"}],
    }


def test_a_case_changes_its_patient() -> None:
    text = f"""{CRITERIA}patient typical
  - smoker = yes
  - ecog = 1
case "another" of typical
  - ecog = not known
  - sex = male
  expect exclusion 2 unknown
  expect inclusion 1 does not apply
  expect undetermined
"""
    protocol, diagnostics = checked(text)
    assert diagnostics == ()
    [case] = cases(protocol)
    assert case.patient == {"smoker": True, "sex": "male"}
    first = case.line + 3
    assert case.expects == (
        Expectation("E2", "unknown", first),
        Expectation("I1", "does not apply", first + 1),
        Expectation("", "undetermined", first + 2),
    )


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("smokr = yes", "E0201"),
        ("dose = 5 mg/d", "E0203"),
        ("phase_2 = yes", "E0207"),
        ("smoker = male", "E0318"),
        ("unfit = unknown", "E0318"),
        ("ecog = 6", "E0319"),
        ("ecog = 1.5", "E0319"),
        ("ecog = < 3", "E0318"),
        ("weight = 70", "E0303"),
        ("weight = 70 cm", "E0302"),
        ("weight = 70 kilo", "E0301"),
        ("birth = 1961-02-29", "E0310"),
        ("birth = none", "E0318"),
        ("stable = 2026-01-02", "E0318"),
        ("sex = men", "E0205"),
        ("marker = a, a", "E0418"),
        ("marker = d", "E0205"),
        ("parts = phase_4", "E0205"),
        ("steroids = 12", "E0318"),
        ("weight = 123456789012345678901 kg", "E0319"),
    ],
)
def test_what_does_not_fit(setting: str, code: str) -> None:
    text = f'{CRITERIA}patient typical\n  - {setting}\ncase "c" of typical\n  expect eligible\n'
    assert codes(text) == [code]
