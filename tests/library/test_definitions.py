"""The library's definitions mean what the guidance says: of patients known, in part, or not at all."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from library.protocols import Trial, declarations, with_library

from critc.syntax import tree

DEFINITIONS = [one.name.text for one in declarations("definitions") if isinstance(one, tree.Define)]

WOMAN = {
    "sex": "female",
    "menarche": True,
    "no_menses_for_12_months": False,
    "other_cause_of_amenorrhoea": False,
    "hysterectomy": False,
    "bilateral_salpingectomy": False,
    "bilateral_oophorectomy": False,
}
OLDER = {**WOMAN, "no_menses_for_12_months": True}

FERTILITY = [
    ("is_female", {}, {"sex": "female"}, True),
    ("is_female", {}, {"sex": "male"}, False),
    ("is_female", {}, {}, None),
    ("woman_of_childbearing_potential", WOMAN, {}, True),
    ("woman_of_childbearing_potential", {}, {"sex": "male"}, False),
    ("woman_of_childbearing_potential", WOMAN, {"menarche": False}, False),
    ("woman_of_childbearing_potential", WOMAN, {"hysterectomy": True}, False),
    ("woman_of_childbearing_potential", WOMAN, {"bilateral_salpingectomy": True}, False),
    ("woman_of_childbearing_potential", WOMAN, {"bilateral_oophorectomy": True}, False),
    ("woman_of_childbearing_potential", OLDER, {}, False),
    # amenorrhoea of another cause is no menopause
    ("woman_of_childbearing_potential", OLDER, {"other_cause_of_amenorrhoea": True}, True),
    ("woman_of_childbearing_potential", OLDER, {"other_cause_of_amenorrhoea": None}, None),
    # one operation that is not recorded leaves it open, unless another settles it
    ("woman_of_childbearing_potential", WOMAN, {"hysterectomy": None}, None),
    (
        "woman_of_childbearing_potential",
        WOMAN,
        {"hysterectomy": None, "bilateral_oophorectomy": True},
        False,
    ),
    ("woman_of_childbearing_potential", {}, {}, None),
    ("woman_of_childbearing_potential", {}, {"sex": "female"}, None),
    ("postmenopausal", OLDER, {}, True),
    ("postmenopausal", WOMAN, {}, False),
    ("postmenopausal", OLDER, {"other_cause_of_amenorrhoea": True}, False),
    ("postmenopausal", OLDER, {"other_cause_of_amenorrhoea": None}, None),
    ("permanently_sterile", WOMAN, {}, False),
    ("permanently_sterile", WOMAN, {"bilateral_oophorectomy": True}, True),
    ("permanently_sterile", WOMAN, {"bilateral_oophorectomy": None}, None),
]

USED_WELL = {"contraception_reliable": "yes"}
CONTRACEPTION = [
    *(
        ("adequate_contraception", USED_WELL, {"contraception": [method]}, True)
        for method in (
            "combined_hormonal",
            "progestogen_inhibiting_ovulation",
            "intrauterine_device",
            "hormone_releasing_system",
            "tubal_occlusion",
        )
    ),
    # acceptable, and not highly effective: alone, and two together
    ("adequate_contraception", USED_WELL, {"contraception": ["condom"]}, False),
    ("adequate_contraception", USED_WELL, {"contraception": ["progestogen_other"]}, False),
    (
        "adequate_contraception",
        USED_WELL,
        {"contraception": ["condom", "barrier_with_spermicide"]},
        False,
    ),
    ("adequate_contraception", USED_WELL, {"contraception": ["condom", "tubal_occlusion"]}, True),
    ("adequate_contraception", USED_WELL, {"contraception": []}, False),
    ("adequate_contraception", USED_WELL, {"contraception": None}, None),
    # what a person decides is never passed by default
    ("adequate_contraception", {}, {"contraception": ["intrauterine_device"]}, None),
    (
        "adequate_contraception",
        {},
        {"contraception": ["intrauterine_device"], "contraception_reliable": "not yet"},
        None,
    ),
    (
        "adequate_contraception",
        {},
        {"contraception": ["intrauterine_device"], "contraception_reliable": "no"},
        False,
    ),
    # conditions of a vasectomised partner, and of abstinence
    *(
        (
            "highly_effective_contraception",
            {"contraception": ["vasectomised_partner"]},
            {"only_partner": only, "vasectomy_confirmed": confirmed},
            outcome,
        )
        for only, confirmed, outcome in [
            (True, True, True),
            (True, False, False),
            (False, True, False),
            (None, True, None),
            (None, False, False),
        ]
    ),
    *(
        (
            "highly_effective_contraception",
            {"contraception": ["sexual_abstinence"]},
            {"abstinence_reliable": answer},
            outcome,
        )
        for answer, outcome in [("yes", True), ("no", False), ("not yet", None)]
    ),
]


def dna(value: str, bound: str = "") -> dict[str, str]:
    quantity = {"value": value, "unit": "[IU]/mL"}
    return {**quantity, "bound": bound} if bound else quantity


CARRIER = {"hbsag": "positive", "hbv_dna": dna("1999"), "hepatitis_b_activity": "no"}
HEPATITIS = [
    ("hepatitis_b_infection", {"hbsag": "positive"}, {}, True),
    ("hepatitis_b_infection", {"hbsag": "negative"}, {"hbv_dna": dna("0")}, False),
    ("hepatitis_b_infection", {"hbsag": "negative"}, {"hbv_dna": dna("35")}, True),  # occult
    ("hepatitis_b_infection", {"hbsag": "negative"}, {}, None),
    ("active_hepatitis_b", CARRIER, {}, False),
    ("active_hepatitis_b", CARRIER, {"hbv_dna": dna("2000")}, True),
    ("active_hepatitis_b", CARRIER, {"hbv_dna": dna("2", ">")}, None),
    ("active_hepatitis_b", CARRIER, {"hbv_dna": dna("20", "<")}, False),
    ("active_hepatitis_b", CARRIER, {"hepatitis_b_activity": "yes"}, True),
    ("active_hepatitis_b", CARRIER, {"hepatitis_b_activity": "not yet"}, None),
    ("active_hepatitis_b", {"hbsag": "negative", "hbv_dna": dna("0")}, {}, False),
    ("active_hepatitis_b", CARRIER, {"hbv_dna": None}, None),
    ("active_hepatitis_b", {"hbv_dna": dna("170000000")}, {}, True),
    ("active_hepatitis_c", {"anti_hcv": "positive"}, {"hcv_rna_detected": True}, True),
    ("active_hepatitis_c", {"anti_hcv": "positive"}, {"hcv_rna_detected": False}, False),  # cured
    ("active_hepatitis_c", {"anti_hcv": "positive"}, {}, None),
    ("active_hepatitis_c", {"anti_hcv": "negative"}, {"hcv_rna_called_for": False}, False),
    ("active_hepatitis_c", {"anti_hcv": "negative"}, {"hcv_rna_called_for": True}, None),
    ("active_hepatitis_c", {"anti_hcv": "negative"}, {}, None),
    # antibodies not yet formed
    (
        "active_hepatitis_c",
        {"anti_hcv": "negative", "hcv_rna_called_for": True},
        {"hcv_rna_detected": True},
        True,
    ),
    ("active_hepatitis_c", {}, {"hcv_rna_detected": False}, False),
]
ROWS = [*FERTILITY, *CONTRACEPTION, *HEPATITIS]


@cache
def defined(name: str) -> Trial:
    """A criterion that asks for nothing but the definition."""
    return with_library("definitions", f"inclusion 1\n  {name}\n")


@pytest.mark.parametrize(("name", "base", "change", "outcome"), ROWS)
def test_a_definition(
    name: str, base: dict[str, Any], change: dict[str, Any], outcome: bool | None
) -> None:
    trial = defined(name)
    declared = {fact.name for fact in trial.program.facts}
    patient = {key: value for key, value in {**base, **change}.items() if key in declared}
    assert set(change) <= declared
    assert trial.outcomes(patient) == [outcome]


@pytest.mark.parametrize("name", DEFINITIONS)
def test_of_each_definition_all_three_outcomes_are_tried(name: str) -> None:
    assert {outcome for tried, _, _, outcome in ROWS if tried == name} == {True, False, None}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_of_a_patient_of_whom_nothing_is_known_no_definition_holds(name: str) -> None:
    assert defined(name).outcomes({}) == [None]
