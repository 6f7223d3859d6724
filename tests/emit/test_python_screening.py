"""Why a criterion is as it is, what to ask, and what settles it."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from emit.every_node import EVERY_NODE, VISITS
from emit.sample import (
    BRAIN,
    FIRST_DOSE,
    NOT_WASHED_OUT,
    PROGRAM,
    STEROIDS,
    TWO_OR_THREE_LINES,
    asked,
    criterion,
    number,
    some,
    value,
    weeks,
    window,
)

from critc.emit.python import load
from critc.ir import nodes as n

Screening = Any
MOMENT = {"first_dose": "2026-03-02"}
ECOG = n.Range(value(n.Fact("ecog")), number(0), number(1))
HBV = n.All(
    (
        n.Is(n.Fact("hbsag"), ("positive",)),
        n.Compare(">=", value(n.Fact("hbv_dna")), number(1000, "1000 IU/mL")),
    )
)


def screen(data: dict[str, Any], **conditions: n.Condition) -> Screening:
    """The screening of a patient for criteria by their ids."""
    criteria = tuple(criterion(name, "A criterion.", each) for name, each in conditions.items())
    module: Any = load(replace(EVERY_NODE, criteria=criteria, definitions=()))
    return module.screen(module.Patient.from_dict(data))


def texts(screening: Screening) -> list[str]:
    return [question.text for question in screening.missing]


# ---- what to ask, and what settles it ----------------------------------------------------------


def test_a_score_in_words() -> None:
    assert texts(screen({}, I5=ECOG)) == [
        "ECOG performance status: 0 or 1 satisfies inclusion 5, 2 to 5 violates it"
    ]


def test_a_quantity_that_settles_one_way_only() -> None:
    screening = screen({"hbsag": "positive"}, E12=HBV)
    assert texts(screening) == [
        "HBV DNA: below 1000 IU/mL satisfies exclusion 12, at least 1000 IU/mL violates it"
    ]
    screening = screen({}, E12=HBV)
    assert texts(screening) == [
        "Hepatitis B surface antigen (HBsAg): negative satisfies exclusion 12",
        "HBV DNA: below 1000 IU/mL satisfies exclusion 12",
    ]


def test_the_day_of_a_vague_date_stays_inside_it() -> None:
    steroid = n.Falls(n.DateOf(n.Fact("last_steroid")), window("within", 14, "day"))
    assert texts(screen({"last_steroid": "2026-02", **MOMENT}, E4=steroid)) == [
        (
            "Last steroid dose (none: never given): on or before 15 February 2026 satisfies"
            " exclusion 4, on or after 16 February 2026 violates it"
        )
    ]
    assert texts(screen(MOMENT, E4=steroid)) == [
        (
            "Last steroid dose (none: never given): on or before 15 February 2026, on or after"
            " 3 March 2026 or none satisfies exclusion 4, from 16 February 2026 to 2 March 2026"
            " violates it"
        )
    ]


@pytest.mark.parametrize(
    ("rel", "side", "satisfies"),
    [
        ("within", "before", "from 2 March 2026 to 16 March 2026"),
        ("at least", "before", "on or after 16 March 2026"),
        ("less than", "after", "from 17 February 2026 to 2 March 2026"),
        ("more than", "after", "on or before 15 February 2026"),
        ("within", "around", "from 16 February 2026 to 16 March 2026"),
    ],
)
def test_a_moment_that_is_missing(rel: Any, side: Any, satisfies: str) -> None:
    falls = n.Falls(n.DateOf(n.Fact("type")), n.Window(rel, weeks(2), side, FIRST_DOSE))
    [question] = screen({"type": "2026-03-02"}, I1=falls).missing
    assert question.settles[0].satisfies == satisfies


def test_an_age() -> None:
    age = n.Age("years", n.DateOf(n.Fact("birth")), n.DateOf(n.Fact("consent")))
    [question] = screen({"consent": "2026-03-02"}, I1=n.Compare(">=", age, number(18))).missing
    assert question.text == (
        "Date of birth: on or before 2 March 2008 satisfies inclusion 1,"
        " on or after 3 March 2008 violates it"
    )


def test_a_number_between_limits() -> None:
    score = n.Range(value(n.Fact("score")), number("1.5"), number(2), high_closed=False)
    [question] = screen({}, I1=score).missing
    assert question.settles[0].satisfies == "at least 1.5 and below 2"
    assert question.settles[0].violates == "below 1.5 or at least 2"
    months = n.Compare(">", value(n.Fact("months")), number("2.5"))
    [question] = screen({}, I1=months).missing
    assert question.settles[0].satisfies == "3 or more"
    assert question.settles[0].violates == "at most 2"


def test_another_unit() -> None:
    celsius = n.Convert(value(n.Fact("temperature")), Fraction(9, 5), Fraction(32))
    [question] = screen({}, I1=n.Compare("<=", celsius, number(100))).missing
    assert question.settles[0].satisfies == "at most about 37.78 Cel"


INDEX = n.Arith("/", value(n.Fact("weight")), n.Power(value(n.Fact("height")), number(2)))


def test_what_moves_a_formula_in_a_line() -> None:
    height = {"height": {"value": 2, "unit": "m"}}
    assert texts(screen(height, I1=n.Compare("<", INDEX, number(35)))) == [
        "Body weight: below 140 kg satisfies inclusion 1, at least 140 kg violates it"
    ]


def test_what_stands_below_the_line_of_a_formula() -> None:
    ratio = n.Arith("/", number(72), n.Arith("*", number(2), value(n.Fact("height"))))
    assert texts(screen({}, I1=n.Compare(">=", ratio, number(20)))) == [
        "Height: above 0 m and at most 1.8 m satisfies inclusion 1, above 1.8 m violates it"
    ]


def test_a_power_is_not_given() -> None:
    [question] = screen(
        {"weight": {"value": 80, "unit": "kg"}}, I1=n.Compare("<", INDEX, number(35))
    ).missing
    assert question.text == "Height: settles inclusion 1 with others"


def test_a_result_where_none_counts() -> None:
    within_two_weeks = n.Falls(n.DateOf(n.Field("b", "date")), window("within", 14, "day"))
    central = n.Is(n.Field("b", "laboratory"), ("central",))
    where = n.All((within_two_weeks, central))
    result, taken = value(n.Field("b", "value")), n.DateOf(n.Field("b", "date"))
    below = n.Compare("<=", result, number(2, "2 mg/dL"))
    pick = n.Select("latest", "bilirubin", "b", taken, where, below)
    old = {"value": 1, "unit": "mg/dL", "date": "2026-01-01", "laboratory": "central"}
    sought = "a result from 16 February 2026 to 2 March 2026 (Laboratory: central)"
    for records in ([], [old]):
        [question] = screen({**MOMENT, "bilirubin": records}, I1=pick).missing
        [settles] = question.settles
        assert settles.satisfies == f"{sought}, at most 2 mg/dL"
        assert settles.violates == f"{sought}, above 2 mg/dL"


def test_an_addend_of_a_total() -> None:
    total = n.Aggregate("sum", "steroids", "s", n.Truth(True), n.Field("s", "dose"))
    known = [{"dose": {"value": dose, "unit": "mg/day"}} for dose in (10, 12)]
    screening = screen({"steroids": [*known, {}]}, I1=n.Compare("<", total, number(30)))
    [question] = screening.missing
    assert question.fact == "steroids[2].dose"
    assert [each.satisfies for each in question.settles] == ["below 8 mg/day"]
    assert screening.criteria[0].because[0].computed == ["Total: 22 mg/day so far, and 1 not known"]


@pytest.mark.parametrize(
    ("weight", "limit", "computed"),
    [
        ("80", "35", "Body mass index: 20 kg/m²"),
        ("100.1234567", "35", "Body mass index: 25.03 kg/m²"),
        ("139.9999999", "35", "Body mass index: 34.99999998 kg/m²"),
    ],
)
def test_what_a_formula_is_worth(weight: str, limit: str, computed: str) -> None:
    index = replace(INDEX, at=n.Origin(formula="Body mass index"))
    data = {"weight": {"value": weight, "unit": "kg"}, "height": {"value": 2, "unit": "m"}}
    compared = n.Compare("<", index, number(limit, f"{limit} kg/m²"))
    [reason] = screen(data, I1=compared).criteria[0].because
    assert reason.computed == [computed]


def test_lists() -> None:
    assert texts(screen(MOMENT, E1=STEROIDS)) == [
        "Corticosteroid courses: none satisfies exclusion 1"
    ]
    listed = {"steroids": {"records": [{"route": "topical"}], "complete": False}}
    assert texts(screen({**MOMENT, **listed}, E1=STEROIDS)) == [
        "Corticosteroid courses: none but those listed satisfies exclusion 1"
    ]


def test_a_field_of_a_record() -> None:
    course = {
        "given": {"start": "2026-01-01", "end": "2026-02"},
        "dose": {"value": 20, "unit": "mg/day"},
    }
    data = {**MOMENT, "steroids": [{**course, "route": "systemic", "prophylaxis": "no"}]}
    assert texts(screen(data, E1=STEROIDS)) == [
        (
            "Corticosteroid courses, no. 1: First to last day (last day): on or before"
            " 15 February 2026 satisfies exclusion 1, on or after 16 February 2026 violates it"
        )
    ]


def test_distinct_values_and_sets() -> None:
    therapies = [{"line": 1, "refractory": True}, {"refractory": True}]
    [question] = screen({"therapies": therapies}, I3=TWO_OR_THREE_LINES).missing
    assert question.fact == "therapies[1].line"
    assert question.settles[0].satisfies == "2 to 20"
    assert question.settles[0].violates == "1"
    fever = n.Includes(n.Fact("symptoms"), ("fever",), "any")
    [question] = screen({"symptoms": {"values": ["cough"], "complete": False}}, E1=fever).missing
    assert question.settles[0].violates == "fever"
    assert question.settles[0].satisfies == "none but those listed"


def test_what_settles_the_verdict_alone_comes_first() -> None:
    screening = screen({}, E12=HBV, I5=ECOG)
    assert [question.fact for question in screening.missing] == ["ecog", "hbsag", "hbv_dna"]


def test_what_stands_in_more_criteria_comes_next() -> None:
    first, second = (
        n.All((asked("smoker"), asked("cord"))),
        n.All((asked("cord"), asked("gilbert"))),
    )
    screening = screen({}, E1=first, E2=second)
    assert [question.fact for question in screening.missing] == ["cord", "smoker", "gilbert"]
    [question, *_] = screening.missing
    assert question.text == (
        "Spinal cord compression on imaging: no satisfies exclusion 1; no satisfies exclusion 2"
    )


def test_then_the_order_of_declaration_and_of_records_counts() -> None:
    heavy = n.Compare(">", value(n.Field("v", "weight")), number(50))
    well = n.All((heavy, n.Asked(n.Field("v", "well"))))
    data: dict[str, Any] = {VISITS: [{}] * 11, "smoker": None}
    screening = screen(
        data, I1=n.AnyOf((n.All((asked("smoker"), asked("cord"))), some(VISITS, well, "v")))
    )
    facts = [question.fact for question in screening.missing]
    listed = [f"{VISITS}[{i}].{field}" for i in range(11) for field in ("weight", "well")]
    assert facts == ["cord", "smoker", *listed]


def test_nothing_is_asked_once_the_verdict_is_known() -> None:
    screening = screen({"ecog": 3}, I5=ECOG, E12=HBV)
    assert (screening.verdict, screening.missing) == ("ineligible", ())
    [_, open_one] = screening.criteria
    assert open_one.missing == ["hbsag", "hbv_dna"]


def test_a_period_that_orders_records_is_asked_without_a_guess() -> None:
    stay = n.Field("v", "stay")
    latest = n.Select(
        "latest", VISITS, "v", n.EndOf(stay, "start"), n.Truth(True), n.Asked(n.Field("v", "well"))
    )
    data = {VISITS: [{"well": True}, {"well": False}]}
    screening = screen(data, I1=latest)
    assert [question.fact for question in screening.missing] == [
        f"{VISITS}[{i}].stay" for i in (0, 1)
    ]
    assert {question.settles[0].satisfies for question in screening.missing} == {None}


# ---- why ---------------------------------------------------------------------------------------


def because(screening: Screening, number: int = 0) -> list[tuple[str, str]]:
    return [(each.clause, each.outcome) for each in screening.criteria[number].because]


def test_a_violated_criterion_names_the_clauses_that_violate_it() -> None:
    data = {"brain": "treated", "cord": True, "meningeal": False, "oedema": "yes", **MOMENT}
    assert because(screen(data, E9=BRAIN)) == [
        ("brain metastases: treated", "true"),
        ("no significant oedema around them on imaging", "false"),
        ("spinal cord compression on imaging", "true"),
    ]


def test_a_satisfied_one_names_all_that_had_to_be_so() -> None:
    data = {"brain": "none_known", "cord": False, "meningeal": False}
    assert because(screen(data, E9=BRAIN)) == [
        ("brain metastases: untreated", "false"),
        ("brain metastases: treated", "false"),
        ("leptomeningeal metastasis", "false"),
        ("spinal cord compression on imaging", "false"),
    ]


def test_an_unknown_one_names_what_is_not_known() -> None:
    screening = screen(
        {"hbsag": "positive", "hbv_dna": {"value": 2000, "unit": "IU/mL", "bound": "<"}}, E12=HBV
    )
    [reason] = screening.criteria[0].because
    assert (reason.clause, reason.outcome) == ("HBV DNA at least 1000 IU/mL", "unknown")
    assert reason.values == {"hbv_dna": "< 2000 IU/mL"}
    assert reason.causes == ["cannot be computed"]
    assert screening.missing == ()


def test_the_records_that_decide_are_shown() -> None:
    data = {
        **MOMENT,
        "drugs": [
            {"on": "2026-02-20", "half_life": {"value": "2.5", "unit": "d"}},
            {"on": "2026-01"},
        ],
    }
    screening = screen(data, E1=some("drugs", NOT_WASHED_OUT, "d"))
    [reason] = screening.criteria[0].because
    assert reason.outcome == "true"
    assert reason.values == {
        "drugs": "2 records",
        "first_dose": "2 March 2026",
        "drugs[0].on": "20 February 2026",
        "drugs[0].half_life": "2.5 d",
    }


def test_a_criterion_that_does_not_apply() -> None:
    women = n.Is(n.Fact("sex"), ("female",))
    program = replace(
        EVERY_NODE,
        definitions=(),
        criteria=(criterion("E1", "Pregnant.", asked("pregnant"), women),),
    )
    module: Any = load(program)
    [result] = module.screen(module.Patient(sex="male")).criteria
    assert (result.outcome, result.applies, result.missing) == ("satisfied", False, [])
    assert [(each.clause, each.outcome) for each in result.because] == [("sex: female", "false")]
    [result] = module.screen(module.Patient()).criteria
    assert (result.outcome, result.applies) == ("unknown", None)
    assert result.missing == ["sex", "pregnant"]


# ---- as data -----------------------------------------------------------------------------------


def test_the_result_as_json() -> None:
    screening = screen({"id": "0017"}, I5=ECOG)
    assert (
        json.loads(screening.to_json())
        == screening.to_dict()
        == {
            "protocol": PROGRAM.protocol,
            "patient": "0017",
            "verdict": "undetermined",
            "criteria": [
                {
                    "id": "I5",
                    "outcome": "unknown",
                    "applies": True,
                    "because": [
                        {
                            "clause": "ECOG performance status 0 or 1",
                            "line": 0,
                            "outcome": "unknown",
                            "values": {},
                            "computed": [],
                            "causes": ["missing"],
                            "missing": ["ecog"],
                        }
                    ],
                    "missing": ["ecog"],
                }
            ],
            "missing": [
                {
                    "fact": "ecog",
                    "question": "ECOG performance status",
                    "criteria": ["I5"],
                    "cause": "missing",
                    "settles": [{"criterion": "I5", "satisfies": "0 or 1", "violates": "2 to 5"}],
                    "text": "ECOG performance status: 0 or 1 satisfies inclusion 5, 2 to 5 violates it",
                }
            ],
        }
    )


def test_every_kind_of_condition_is_explained() -> None:
    module: Any = load(EVERY_NODE)
    result = module.screen(module.Patient()).to_dict()
    assert result["verdict"] == "ineligible"  # some criteria are constant
    for one in result["criteria"]:
        if one["outcome"] == "unknown":
            assert one["because"]
            assert all(each["causes"] and each["clause"] for each in one["because"])
