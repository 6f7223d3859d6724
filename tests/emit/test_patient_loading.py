"""Loading a patient: every problem with its path, exact values, and never another exception."""

from __future__ import annotations

import ast
import json
import pickle
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from emit.dictionaries import LUNG, LUNG_PATIENT, ODD, asked, program, records
from emit.mutations import mutants
from hypothesis import given
from hypothesis import strategies as st

from critc.emit.python import emit, load
from critc.emit.python.patient import record_names
from critc.ir.dictionary import Number
from critc.ir.nodes import Program
from critc.ir.record import DataError, read

ROOT = Path(__file__).parent.parent.parent
BOTH = pytest.mark.parametrize("program", [LUNG, ODD], ids=["lung", "odd"])


@cache
def module(program: Program) -> Any:
    return load(program)


def loaded(program: Program, data: Any) -> Any:
    return module(program).Patient.from_dict(data)


def problems(program: Program, data: Any) -> list[str]:
    """The problems that a record is refused for, from JSON text or from its data."""
    loads = module(program)
    load = loads.Patient.from_json if isinstance(data, str | bytes) else loads.Patient.from_dict
    with pytest.raises(loads.InvalidPatient) as refused:
        load(data)
    return str(refused.value).splitlines()


# ---- values ----


def test_a_typical_patient() -> None:
    loads = module(LUNG)
    patient = loads.Patient.from_json(LUNG_PATIENT)
    assert patient == loaded(LUNG, json.loads(LUNG_PATIENT))
    assert patient.id == "0017"
    assert patient.first_dose == date(2026, 3, 2)
    assert patient.written_consent is True
    assert patient.procedure_before_signature is False
    assert patient.radiation_fibrosis is None
    assert patient.ecog == 1
    assert patient.sex == "female"
    assert patient.adequate_organ_function is True
    assert patient.last_steroid_dose == "none"
    assert patient.hbv_dna == loads.Quantity(Decimal(20), "<")
    january = loads.PartialDate(date(2026, 1, 1), date(2026, 1, 31), "2026-01")
    assert patient.brain_stable == loads.Period(january, "ongoing")
    assert patient.traumas == loads.Records()
    therapy, _ = patient.therapies.items
    classes = loads.Choices(frozenset({"platinum", "pd1_pdl1"}))
    assert therapy == loads.Therapy(line_number=1, drug_classes=classes, refractory=False)
    assert patient.lesions.items[0].short_axis == loads.Quantity(Decimal("17.5"))
    [viral_load] = patient.hcv_rna.items
    assert viral_load == loads.HcvRnaRecord(
        value=loads.Quantity(Decimal(0), uln=Decimal(15)), date=date(2026, 2, 20)
    )


def test_all_fields_are_there_whatever_is_known() -> None:
    assert loaded(LUNG, {}) == module(LUNG).Patient()
    assert loaded(ODD, {"doses": [{}]}).doses.items == (module(ODD).Dose(),)
    names = [fact.name for fact in ODD.facts] + [listed.name for listed in ODD.lists]
    nothing = dict.fromkeys([*names, "parts", "id", "protocol"])
    assert loaded(ODD, nothing) == module(ODD).Patient()


def test_names_that_python_has_another_use_for() -> None:
    patient = loaded(ODD, {"class": True, "doses": [{"from": "2025-03-02"}]})
    assert patient.class_ is True
    assert patient.doses.items[0].from_ == date(2025, 3, 2)


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        ({"value": 98, "unit": "[degF]"}, Fraction(110, 3)),
        ({"value": "98.6", "unit": "[degF]"}, Decimal(37)),
        ({"value": "310.15", "unit": "K"}, Decimal(37)),
        ({"value": 37.5, "unit": "Cel"}, Decimal("37.5")),
    ],
)
def test_units_convert_exactly(given: dict[str, Any], exact: Decimal | Fraction) -> None:
    value = loaded(ODD, {"fever": given}).fever.value
    assert value == exact
    assert type(value) is type(exact)


def test_limits_convert_with_their_value() -> None:
    given = {"value": "0.5", "unit": "ukat/L", "uln": 0.75, "lln": "0.1", "bound": ">="}
    [record] = loaded(ODD, {"alt": [given]}).alt.items
    assert record.value == module(ODD).Quantity(Decimal(30), ">=", Decimal(45), Decimal(6))


@pytest.mark.parametrize("number", [3, "3", "3.0", 3.0, Decimal("3.00")])
def test_a_whole_number_however_it_is_spelled(number: object) -> None:
    children = loaded(ODD, {"children": number}).children
    assert (children, type(children)) == (3, int)


@pytest.mark.parametrize("number", ["0.1", 0.1, Decimal("0.1"), "0.10"])
def test_a_decimal_is_never_binary(number: object) -> None:
    assert loaded(ODD, {"t_score": number}).t_score == Decimal("0.1")


def test_a_range_that_no_decimal_ends() -> None:
    thirds = program("THIRDS", (asked("third", Number(low=Fraction(1, 3)), "A third"),), ())
    assert loaded(thirds, {"third": "0.33333333333333333334"}).third > Fraction(1, 3)
    assert problems(thirds, {"third": "0.33333333333333333333"}) == [
        "third: '0.33333333333333333333' is out of range: at least 1/3"
    ]


def test_signed_judgements_and_incomplete_lists() -> None:
    loads = module(ODD)
    given = {
        "fit": {"answer": "no", "by": "B. Sponsor", "on": "2026-02"},
        "parts": ["phase_1"],
        "metastases": {"values": ["brain"], "complete": False},
        "days": {"records": [{"day_grade": 2}], "complete": False},
        "doses": {"records": [], "complete": True},
    }
    patient = loaded(ODD, given)
    assert patient.fit is False
    assert patient.parts == loads.Choices(frozenset({"phase_1"}))
    assert patient.metastases == loads.Choices(frozenset({"brain"}), complete=False)
    assert patient.days == loads.Records((loads.DaysRecord(day_grade=2),), complete=False)
    assert patient.doses == loads.Records()


# ---- problems ----

PERIOD = '{"start": "2026-01", "end": "ongoing"}'

WRONG: list[tuple[Any, list[str]]] = [
    ({"pregnant": 1}, ["pregnant: 1 is not true or false"]),
    ({"pregnant": "yes"}, ["pregnant: 'yes' is not true or false"]),
    ({"ecog": True}, ["ecog: true is not a number"]),
    ({"ecog": 1.5}, ["ecog: 1.5 is not a whole number"]),
    ({"ecog": 7}, ["ecog: 7 is out of range: from 0 to 5"]),
    ({"ecog": "1,0"}, ["ecog: '1,0' is not a number: decimals stand after a point, as in 12.5"]),
    ({"ecog": "01"}, ["ecog: '01' is not a number: it begins with a 0"]),
    ({"ecog": "٣"}, ["ecog: '٣' is not a number"]),
    ({"ecog": float("nan")}, ["ecog: NaN is not a number"]),
    ({"ecog": 0.1 + 0.2}, ["ecog: 0.30000000000000004 is not exact as a float: give it as text"]),
    ({"ecog": 1e16}, ["ecog: 1e+16 is not exact as a float: give it as text"]),
    ({"ecog": 10**5000}, ["ecog: this number has more than 20 digits"]),
    ('{"ecog": 1e0}', ["ecog: 1e0 is not a number: it is written out, without an exponent"]),
    ('{"ecog": -Infinity}', ["ecog: -Infinity is not a number"]),
    ({"sex": "femal"}, ["sex: 'femal' is not one of 'female', 'male'; did you mean 'female'?"]),
    ({"sex": ["female"]}, ["sex: a list […] is not one of 'female', 'male'"]),
    ({"sexx": "female"}, ["sexx: is not declared; did you mean 'sex'?"]),
    ({"uln": 1, 2: 3}, ["uln: is not declared", "[2]: is not declared"]),
    ({"birth_date": "2025-13"}, ["birth_date: '2025-13' is not a date: there is no month 13"]),
    (
        {"birth_date": "2025-02-29"},
        ["birth_date: '2025-02-29' is not a date: this month has the days 01 to 28"],
    ),
    (
        {"birth_date": "0999-01-01"},
        ["birth_date: '0999-01-01' is not a date: years run from 1000 to 2999"],
    ),
    (
        {"birth_date": "02/03/2025"},
        ["birth_date: '02/03/2025' is not a date, such as '2026-03-02', '2026-03' or '2026'"],
    ),
    ({"poor_compliance": True}, ["poor_compliance: true is not one of 'yes', 'no', 'not yet'"]),
    (
        {"poor_compliance": {"by": 3, "on": "2025-13", "at": "noon"}},
        [
            "poor_compliance.at: is not declared",
            "poor_compliance.by: 3 is not text",
            "poor_compliance.on: '2025-13' is not a date: there is no month 13",
            "poor_compliance.answer: is missing",
        ],
    ),
    (
        {"hbv_dna": 20},
        ['hbv_dna: 20 is not a value with its unit, such as {"value": 1, "unit": "[IU]/mL"}'],
    ),
    (
        {"hbv_dna": {"value": "<20", "unit": "IU", "uln": 3, "bound": "≤"}},
        [
            "hbv_dna.unit: 'IU' is not accepted; it may be '[IU]/mL', '[IU]/L', 'k[IU]/mL'",
            'hbv_dna.value: \'<20\' is not a number: the sign stands apart, as in "bound": "<"',
            "hbv_dna.uln: no limits of normal are declared for this",
            "hbv_dna.bound: '≤' is not one of '<', '<=', '>', '>='",
        ],
    ),
    (
        {"hbv_dna": {"vale": 3}},
        [
            "hbv_dna.vale: is not declared; did you mean 'value'?",
            "hbv_dna.value: is missing",
            "hbv_dna.unit: is missing; it may be '[IU]/mL', '[IU]/L', 'k[IU]/mL'",
        ],
    ),
    (
        {"hbv_dna": {"value": -1, "unit": "[IU]/L"}},
        ["hbv_dna.value: -1 [IU]/L is out of range: at least 0 [IU]/mL"],
    ),
    (
        {"hbv_dna": {"value": 0, "unit": "[IU]/mL", "bound": "<"}},
        ["hbv_dna.value: <0 [IU]/mL is out of range: at least 0 [IU]/mL"],
    ),
    (
        {"hcv_rna": [{"value": 9, "unit": "[IU]/mL", "uln": 5, "lln": "6"}, {"unit": "[IU]/mL"}]},
        [
            "hcv_rna[0].lln: '6' is above the upper limit, 5",
            "hcv_rna[1].unit: is given, but no value",
        ],
    ),
    (
        {"stable_after_drainage": {"begin": "2025", "end": "2025-11-31"}},
        [
            "stable_after_drainage.begin: is not declared",
            "stable_after_drainage.end: '2025-11-31' is not a date: this month has the days 01 to 30",
        ],
    ),
    (
        {"infections": [{"active_days": "none"}]},
        [f"infections[0].active_days: 'none' is not a period, such as {PERIOD}"],
    ),
    (
        {"birth_date": "none"},
        ["birth_date: 'none' is not a date, such as '2026-03-02', '2026-03' or '2026'"],
    ),
    (
        {"therapies": [{}, {"line_number": 0, "drug_classes": ["other", "taxane", "other"]}, None]},
        [
            "therapies[1].line_number: 0 is out of range: from 1 to 20",
            "therapies[1].drug_classes[1]: 'taxane' is not one of 'pd1_pdl1', 'platinum', 'other'",
            "therapies[1].drug_classes[2]: 'other' is listed twice",
            "therapies[2]: null is not a record, an object with named fields",
        ],
    ),
    (
        {"therapies": "none", "lesions": {"records": {}}},
        [
            "therapies: 'none' is not a list of records ([] where there are none)",
            "lesions.records: an object {…} is not a list",
            "lesions.complete: is missing",
        ],
    ),
    ({"protocol": "NCT2"}, ["protocol: 'NCT2' is not 'NCT00000001', which this is for"]),
    ({"id": 17}, ["id: 17 is not text"]),
    ({"id": "a\0"}, ["id: 'a\\x00' has a character that is not text"]),
    ('{"id": "\\ud800"}', ["id: '\\ud800' has a character that is not text"]),
    ('{"\\ud800": 1}', ["['\\ud800']: is not declared"]),
    ('{"ecog": 1, "sex": "male", "ecog": 1}', ["ecog: is given twice"]),
    (
        '{"hbv_dna": {"value": 1, "unit": "[IU]/mL", "unit": "[IU]/L"}, "id": "x:y"}',
        ["hbv_dna.unit: is given twice"],
    ),
    (
        '{"therapies": [{"refractory": true}, {"refractory": true, "refractory": false}]}',
        ["therapies[1].refractory: is given twice"],
    ),
    ([1], ["a list […] is not a patient's record, an object with named facts"]),
    (None, ["null is not a patient's record, an object with named facts"]),
    ("[" * 200_000, ["this is nested too deeply"]),
    ('{"ecog": 1', ["this is not JSON: line 1, column 11: Expecting ',' delimiter"]),
    ('{"ecog": 1}\n{}', ["this is not JSON: line 2, column 1: Extra data"]),
    (b'{"id": "\xff"}', ["this is not text in UTF-8 (byte 9)"]),
]


@pytest.mark.parametrize(("data", "expected"), WRONG, ids=range(len(WRONG)))
def test_each_problem_has_its_path_and_its_reason(data: Any, expected: list[str]) -> None:
    assert problems(LUNG, data) == expected


def test_a_number_too_long_for_python_is_named_by_its_path() -> None:
    [problem] = problems(LUNG, f'{{"therapies": [{{"line_number": {"1" * 5000}}}]}}')
    assert problem.startswith("therapies[0].line_number: 1111")
    assert problem.endswith("has more than 20 digits before or after the point")


FAULTS: list[tuple[list[Any], Any]] = [
    (["sex"], "x"),
    (["consent"], "2026-02-31"),
    (["ecog"], 6),
    (["pregnant"], "no"),
    (["poor_compliance"], "maybe"),
    (["hbv_dna", "value"], "1e3"),
    (["hbv_dna", "unit"], "mg"),
    (["brain_stable", "start"], "ongoing"),
    (["brain_stable", "stop"], "2026"),
    (["therapies", 0, "line_number"], 21),
    (["therapies", 1, "drug_classes", 0], "Other"),
    (["therapies", 1, "drug_class"], []),
    (["lesions", 1, "longest", "bound"], "~"),
    (["lesions", 0, "short_axis", "value"], -1),
    (["malignancies", 0, "cured_since"], "never"),
    (["adverse_events", 0, "term"], 5),
    (["hcv_rna", 0, "lln"], 16),
    (["hcv_rna", 0, "visit"], "later"),
    (["steroids", 0, "steroid_given", "end"], "2025-13"),
    (["nickname"], "Bob"),
]


@given(st.sets(st.integers(0, len(FAULTS) - 1), min_size=1))
def test_all_problems_are_listed_at_once(chosen: set[int]) -> None:
    data = json.loads(LUNG_PATIENT)
    expected = []
    for place, value in (FAULTS[i] for i in chosen):
        inside = data
        for key in place[:-1]:
            inside = inside[key]
        inside[place[-1]] = value
        words = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
        expected.append(words.removeprefix("."))
    assert sorted(problem.split(": ")[0] for problem in problems(LUNG, data)) == sorted(expected)
    assert problems(LUNG, json.dumps(data)) == problems(LUNG, data)


@given(mutants(ODD))
def test_what_the_core_evaluator_reads_and_nothing_else(mutant: dict[str, Any]) -> None:
    """No slip gives any exception but InvalidPatient, from text or from data."""
    loads = module(ODD)
    try:
        read(ODD, mutant)
    except DataError:
        assert problems(ODD, json.dumps(mutant)) == problems(ODD, mutant)
    else:
        assert loads.Patient.from_json(json.dumps(mutant)) == loads.Patient.from_dict(mutant)


@given(text=st.text('{}[]:,"\\ \nue1-.\ud800x') | st.binary())
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    loads = module(LUNG)
    try:
        loads.Patient.from_json(text)
    except loads.InvalidPatient as refused:
        assert refused.problems  # noqa: PT017


def test_much_that_is_wrong_takes_no_long_time() -> None:
    data = {f"unknown_{i}" * 5: i for i in range(20_000)}
    assert len(problems(LUNG, data)) == 20_000
    assert len(problems(LUNG, {"therapies": [None] * 20_000})) == 20_000
    assert len(problems(LUNG, {"sex": "f" * 1_000_000, "ecog": "1" * 1_000_000})) == 2
    assert len(problems(LUNG, {"therapies": [{"drug_classes": ["other"] * 5_000}]})) == 4_999


def test_a_refusal_survives_pickling() -> None:
    loads = module(LUNG)
    refusal = loads.InvalidPatient((loads.Problem("sex", "is missing"),))
    assert pickle.loads(pickle.dumps(refusal.args)) == refusal.args
    assert str(type(refusal)(*refusal.args)) == "sex: is missing"


def test_the_data_are_left_as_they_were() -> None:
    data = json.loads(LUNG_PATIENT)
    loaded(LUNG, data)
    assert data == json.loads(LUNG_PATIENT)


# ---- the generated text ----


def test_record_classes_are_named_in_the_singular() -> None:
    names = record_names(LUNG)
    assert names["therapies"] == "Therapy"
    assert names["adverse_events"] == "AdverseEvent"
    assert names["autoimmune_diseases"] == "AutoimmuneDisease"
    assert names["hcv_rna"] == "HcvRnaRecord"
    assert record_names(ODD)["days"] == "DaysRecord"  # ``Day`` is taken
    clashing = program("CLASH", (), (records("items"), records("item"), records("metastases")))
    assert list(record_names(clashing).values()) == [
        "ItemsRecord",
        "ItemRecord",
        "MetastasesRecord",
    ]


@BOTH
def test_no_name_is_defined_twice(program: Program) -> None:
    tree = ast.parse(emit(program))
    names = Counter(
        name
        for statement in tree.body
        for name in (
            [statement.name]
            if isinstance(statement, ast.FunctionDef | ast.ClassDef)
            else [t.id for t in getattr(statement, "targets", []) if isinstance(t, ast.Name)]
        )
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_the_text_is_formatted_and_typed(tmp_path: Path) -> None:
    for each in (LUNG, ODD):
        name = each.protocol.lower().replace("-", "_")
        (tmp_path / f"{name}.py").write_text(emit(each), encoding="utf-8")
    settings = str(ROOT / "pyproject.toml")
    for tool in (
        ["ruff", "format", "--check", "--config", settings, "."],
        ["ruff", "check", "--ignore", "E501", "--config", settings, "."],
        ["mypy", "--strict", "--config-file", settings, "."],
        ["pyright", "."],
    ):
        run = subprocess.run(
            [sys.executable, "-m", *tool], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, f"{tool[0]}: {run.stdout}{run.stderr}"
