"""The schema of a patient accepts what the validator accepts."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from emit.dictionaries import LUNG, LUNG_PATIENT, ODD
from emit.mutations import NUMBERS, mutants
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.validators import extend

from critc.emit.json import schema
from critc.emit.json.number_text import NUMBER, WHOLE, at_least, at_most
from critc.emit.python import load
from critc.ir.nodes import Program

UNSAYABLE = "is above the upper limit"


def _is_integer(_checker: object, value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and value % 1 == 0
    return isinstance(value, int) and not isinstance(value, bool)


EXACT = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)
"""A checker for which numbers are decimals, as the schema asks for."""


@cache
def module(program: Program) -> Any:
    return load(program)


@cache
def checker(program: Program) -> Any:
    document = json.loads(schema(program), parse_float=Decimal)
    Draft202012Validator.check_schema(json.loads(schema(program)))
    return EXACT(document)


def problems(program: Program, text: str) -> list[str]:
    loads = module(program)
    try:
        loads.Patient.from_json(text)
    except loads.InvalidPatient as invalid:
        return str(invalid).splitlines()
    return []


def accepts(program: Program, text: str) -> bool:
    valid: bool = checker(program).is_valid(json.loads(text, parse_float=Decimal))
    return valid


def agree(program: Program, data: Any) -> None:
    text = json.dumps(data)
    found = problems(program, text)
    sayable = [problem for problem in found if UNSAYABLE not in problem]
    assert accepts(program, text) == (not sayable), found


@given(mutants(ODD))
def test_schema_and_validator_accept_the_same(mutant: dict[str, Any]) -> None:
    agree(ODD, mutant)


@pytest.mark.parametrize(
    "data",
    [
        {"fever": {"value": "114", "unit": "[degF]"}},
        {"fever": {"value": "113.9", "unit": "[degF]"}},
        {"fever": {"value": "113.90000000000000000001", "unit": "[degF]"}},
        {"fever": {"value": 25, "unit": "Cel", "bound": "<"}},
        {"fever": {"value": 77, "unit": "[degF]", "bound": "<"}},
        {"fever": {"value": 77, "unit": "[degF]", "bound": "<="}},
        {"weight": {"value": "661.38678655463273857896", "unit": "[lb_av]"}},
        {"weight": {"value": "661.38678655463273857895", "unit": "[lb_av]"}},
        {"weight": {"value": "661.38678655463273857895", "unit": "[lb_av]", "bound": ">"}},
        {"weight": {"value": 300, "unit": "kg", "bound": ">"}},
        {"weight": {"value": 300, "unit": "kg", "bound": ">="}},
        {"creatinine": {"value": 0, "unit": "mg/dL", "bound": "<", "uln": None, "lln": "-3"}},
        {"weight": {"value": 80, "unit": "kg", "uln": None}},
        {"weight": {"value": 80, "unit": "kg", "uln": 90}},
        {"alt": [{"value": None, "unit": None}, {}, {"date": "2025"}]},
        {"alt": [{"unit": "U/L"}]},
        {"alt": [{"value": 3}]},
        {"alt": [{"value": 0, "unit": "ukat/L", "bound": "<"}]},
        {"children": 99999999999999999999, "change": -99999999999999999999},
        {"children": 100000000000000000000},
        {"change": "-100000000000000000000"},
    ],
    ids=str,
)
def test_on_the_edges_of_ranges_in_every_unit(data: Any) -> None:
    agree(ODD, data)


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_the_days_that_a_calendar_has(year: int) -> None:
    for month in range(14):
        for day in (0, 1, 9, 10, 28, 29, 30, 31, 32):
            agree(ODD, {"born": f"{year}-{month:02}-{day:02}"})


def test_leap_days() -> None:
    for year in (*range(990, 1010), *range(1090, 3010, 10), *range(2890, 2912), 2996, 3000):
        agree(ODD, {"born": f"{year:04}-02-29"})


def test_a_typical_patient_is_accepted() -> None:
    assert problems(LUNG, LUNG_PATIENT) == []
    assert accepts(LUNG, LUNG_PATIENT)


def test_what_no_schema_says_is_listed_in_it() -> None:
    document = json.loads(schema(ODD))
    unsayable = {
        "a key given twice": '{"change": 1, "change": 1}',
        "an exponent": '{"change": 1e0}',
        "more than 20 decimals": '{"t_score": 0.000000000000000000001}',
        "lln above the uln": '{"creatinine": {"value": 1, "unit": "mg/dL", "uln": 1, "lln": 2}}',
        "half of a surrogate pair": r'{"remark": "\ud800"}',
    }
    for words, text in unsayable.items():
        assert words in document["$comment"]
        assert problems(ODD, text), words
        assert accepts(ODD, text), words


numbers = st.sampled_from([text for text in NUMBERS if text.lstrip("-")[:1].isdigit()]) | st.builds(
    lambda sign, whole, decimals: f"{sign}{whole}{decimals}",
    st.sampled_from(["", "-"]),
    st.integers(0, 1200).map(str),
    st.sampled_from(["", ".0", ".5", ".05", ".50", ".49", ".51", ".500000001", ".9", ".99"]),
)


@given(bound=numbers, text=numbers, strict=st.booleans())
def test_patterns_compare_numbers(bound: str, text: str, strict: bool) -> None:
    if not (re.search(NUMBER, bound) and re.search(NUMBER, text)):
        return
    limit, number = Fraction(bound), Fraction(text)
    above = number > limit or (number == limit and not strict)
    below = number < limit or (number == limit and not strict)
    assert bool(re.search(at_least(limit, strict), text)) == above
    assert bool(re.search(at_most(limit, strict), text)) == below
    assert bool(re.search(WHOLE, text)) == (number.denominator == 1)


def test_the_same_text_each_time() -> None:
    assert schema(ODD) == schema(ODD)
    assert json.loads(schema(ODD))["properties"]["born"]["title"] == "Date of birth"
