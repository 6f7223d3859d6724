"""The schema of a patient accepts what the validator accepts."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.validators import extend

from critc.emit.json import schema
from critc.emit.json.number_text import NUMBER, WHOLE, at_least, at_most
from critc.ir.nodes import Program
from emit.dictionaries import LUNG, LUNG_PATIENT, ODD
from emit.loading_module import module
from emit.mutations import NUMBERS, mutants

UNSAYABLE = "is above the upper limit"


def _is_integer(_checker: object, value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and value % 1 == 0
    return isinstance(value, int) and not isinstance(value, bool)


EXACT = extend(
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)
"""A checker for which numbers are decimals, as the schema asks for."""


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
        assert invalid.problems
        return [str(problem) for problem in invalid.problems]
    return []


def accepts(program: Program, text: str) -> bool:
    valid: bool = checker(program).is_valid(json.loads(text, parse_float=Decimal))
    return valid


def agree(program: Program, data: Any) -> None:
    text = json.dumps(data)
    found = problems(program, text)
    sayable = [problem for problem in found if UNSAYABLE not in problem]
    assert accepts(program, text) == (not sayable), found


@pytest.mark.parametrize("program", [LUNG, ODD], ids=["lung", "odd"])
@given(data=st.data())
def test_schema_and_validator_accept_the_same(program: Program, data: st.DataObject) -> None:
    agree(program, data.draw(mutants(program)))
