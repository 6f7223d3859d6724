"""What is said of the reasons: what decides comes first, and nothing is said that nobody recorded."""

from __future__ import annotations

from typing import Any

from critc.emit.python import load
from critc.pipeline import compile_source
from critc.source import Source

TRIAL = """protocol TRIAL "A trial"
  version "1"

moment first_dose "Date of the first dose"

fact willing "Is the patient willing?"
fact sterilized "Is the patient sterilized?"
fact nursing "Is the patient nursing?"
fact contraception "Is contraception used?"

measurement alt : U/L "Alanine transaminase (ALT)" with reference range
measurement haemoglobin : g/dL "Haemoglobin"
measurement systolic : mm[Hg] "Systolic blood pressure"

records courses "Courses of treatment"
  - dose : mg from 0 "Dose"

records diseases "Autoimmune diseases"
  - active "Is it active?"
  - disease : one of thyroiditis, psoriasis, other "Disease"
  - controlled "Is it well controlled?"

inclusion 1
  > ALT at most 3 times the upper limit of normal.
  assessed on or before first_dose
  alt ≤ 3 × ULN

inclusion 2
  > Haemoglobin at least 9 g/dL within 14 days before the first dose.
  assessed within 14 days before first_dose
  haemoglobin ≥ 9 g/dL

inclusion 3
  > Mean of the last three systolic pressures at most 180 mmHg.
  let mean_systolic be mean of last 3 systolic on or before first_dose
  mean_systolic ≤ 180 mm[Hg]

inclusion 4
  > Total dose at most 400 mg.
  let whole be total of dose in courses
  whole ≤ 400 mg

inclusion 5
  > Sterilized, or neither nursing nor without contraception.
  any of
    - sterilized
    - all of
        - not nursing
        - contraception
        - willing

exclusion 1
  > Active autoimmune disease, except well controlled thyroiditis.
  some diseases where active
  unless all of
    - disease is thyroiditis
    - controlled
"""


def module() -> Any:
    compilation = compile_source(Source("trial.crit", TRIAL))
    assert compilation.program is not None, [
        (each.code, each.message) for each in compilation.diagnostics
    ]
    return load(compilation.program)


def screened(**data: Any) -> Any:
    trial = module()
    return trial.screen(trial.Patient.from_dict({"first_dose": "2026-03-02", **data}))


def reasons(screening: Any, criterion: str) -> list[Any]:
    found: list[Any] = next(each for each in screening.criteria if each.id == criterion).because
    return found


def pressures(*values: int) -> list[dict[str, Any]]:
    days = range(1, len(values) + 1)
    return [
        {"value": value, "unit": "mm[Hg]", "date": f"2026-02-0{day}"}
        for day, value in zip(days, values, strict=True)
    ]


# ---- computed numbers --------------------------------------------------------------------------


def test_a_mean_is_shown_and_no_sum() -> None:
    [reason] = reasons(screened(systolic=pressures(200, 171, 170)), "I3")
    assert (reason.outcome, reason.computed) == ("false", ["Mean: 180.3 mmHg"])


def test_no_mean_is_shown_of_too_few() -> None:
    [reason] = reasons(screened(systolic=pressures(200, 171)), "I3")
    assert reason.computed == ["Mean: only 2 of those recorded count"]
    [reason] = reasons(screened(systolic=[]), "I3")
    assert reason.computed == []
    [reason] = reasons(screened(), "I3")
    assert reason.computed == []


def test_no_total_is_shown_of_a_list_that_nobody_answered() -> None:
    [reason] = reasons(screened(), "I4")
    assert reason.computed == []
    [reason] = reasons(screened(courses=[]), "I4")
    assert [words.split(": ")[1] for words in reason.computed] == ["0 mg"]


def test_a_number_that_is_no_decimal_is_shown_with_few_digits() -> None:
    low = {"value": 1, "unit": "U/L", "date": "2026-03-01"}
    screening = screened(alt=[{**low, "value": 40}])
    [settles] = next(each for each in screening.missing if each.fact == "alt[0].value.uln").settles
    assert settles.satisfies == "at least about 13.33 U/L"


# ---- limits of normal --------------------------------------------------------------------------


def test_a_limit_of_normal_is_shown_beside_the_value() -> None:
    result = {"value": 121, "unit": "U/L", "uln": 40, "date": "2026-03-01"}
    [reason] = reasons(screened(alt=[result]), "I1")
    assert reason.outcome == "false"
    assert reason.values["alt[0].value"] == "121 U/L"
    assert reason.values["alt[0].value.uln"] == "40 U/L"


def test_a_limit_of_normal_that_is_missing_is_named_and_asked() -> None:
    screening = screened(alt=[{"value": 60, "unit": "U/L", "date": "2026-03-01"}])
    [reason] = reasons(screening, "I1")
    assert (reason.outcome, reason.causes) == ("unknown", ["cannot be computed"])
    assert reason.missing == ["alt[0].value.uln"]
    question = next(each for each in screening.missing if each.fact == "alt[0].value.uln")
    assert question.text == (
        "Alanine transaminase (ALT), no. 1: upper limit of normal: at least 20 U/L satisfies "
        "inclusion 1, below 20 U/L violates it"
    )
    settled = {"value": 60, "unit": "U/L", "uln": 20, "date": "2026-03-01"}
    assert screened(alt=[settled]).outcomes["I1"] is True
    assert screened(alt=[{**settled, "uln": "19.9"}]).outcomes["I1"] is False


# ---- results that do not count -----------------------------------------------------------------


def test_a_result_that_is_too_old_is_shown_and_said_not_to_count() -> None:
    old = {"value": 11, "unit": "g/dL", "date": "2026-02-01"}
    [reason] = reasons(screened(haemoglobin=[old]), "I2")
    assert reason.computed == ["none of those recorded counts"]
    assert reason.values["haemoglobin[0].date"] == "1 February 2026"
    assert reason.values["haemoglobin[0].value"] == "11 g/dL"
    [reason] = reasons(screened(haemoglobin=[]), "I2")
    assert reason.computed == []


# ---- which reasons, in which order -------------------------------------------------------------


def test_of_alternatives_that_fail_the_nearest_comes_first() -> None:
    data = {"sterilized": False, "nursing": True, "contraception": True, "willing": True}
    assert [each.clause for each in reasons(screened(**data), "I5")] == [
        "the patient is not nursing",
        "the patient is sterilized",
    ]


def test_exceptions_for_other_options_are_left_out() -> None:
    other = {"active": True, "disease": "other", "controlled": False}
    [reason] = reasons(screened(diseases=[other]), "E1")
    assert reason.outcome == "true"
    assert {path: words for path, words in reason.values.items() if "[" in path} == {
        "diseases[0].active": "yes",
        "diseases[0].disease": "other",
    }
