"""What was read before is found again, and nothing else in its place."""

from __future__ import annotations

from typing import Any

import pytest

from critc.emit.python import load
from critc.pipeline import compile_source
from critc.source import Source

TEXT = """\
protocol MET "Met before"
moment screening "Screening"
fact grade : whole number from 0 to 5 "Grade"
fact dose : mg/d from 0 "Dose"
measurement alt : U/L "ALT" with reference range
inclusion 1
  > ALT at most twice the upper limit of normal.
  assessed at screening
  all of
    - alt ≤ 2 × ULN
    - dose ≤ 10 mg/d
    - grade ≤ 3
"""

program = compile_source(Source("met.crit", TEXT)).program
assert program is not None
module = load(program)


def alt(**fields: Any) -> dict[str, Any]:
    test = {"value": 1, "unit": "U/L", "uln": "40", "date": "2026-03-02", **fields}
    return {"alt": [{name: value for name, value in test.items() if value is not None}]}


def problems(data: dict[str, Any]) -> list[str]:
    try:
        module.Patient.from_dict(data)
    except module.InvalidPatient as refused:
        return [problem.path for problem in refused.problems]
    return []


@pytest.fixture(autouse=True)
def met_before() -> None:
    module.Patient.from_dict(alt(value=1, uln=1) | {"dose": {"value": 1, "unit": "mg/d"}})
    module.Patient.from_dict(alt(value="1", uln="1") | {"grade": "1"})


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (alt(value=True), ["alt[0].value"]),
        (alt(value=1, uln=True), ["alt[0].uln"]),
        (alt(value=[1]), ["alt[0].value"]),
        (alt(value=1, unit=["U/L"]), ["alt[0].unit"]),
        (alt(value=1, unit=None), ["alt[0].unit"]),
        (alt(value=1, bound="~"), ["alt[0].bound"]),
        ({"dose": {"value": True, "unit": "mg/d"}}, ["dose.value"]),
        ({"dose": {"value": 1, "unit": "mg/d", "uln": 1}}, ["dose.uln"]),
        ({"grade": True}, ["grade"]),
        ({"grade": ["1"]}, ["grade"]),
    ],
)
def test_what_equals_it_is_not_taken_for_it(data: dict[str, Any], paths: list[str]) -> None:
    assert problems(data) == paths


def test_the_limits_of_normal_the_unit_and_the_bound_belong_to_it() -> None:
    tests = [
        alt(value="1", uln="2"),
        alt(value="1", uln="2", lln="1"),
        alt(value="1", unit="U/mL", uln="2"),
        alt(value="1", uln="2", bound="<"),
        alt(value="1", uln=None),
    ]
    read = [module.Patient.from_dict(test).alt.items[0].value for _ in range(2) for test in tests]
    assert [(str(q.value), q.bound, str(q.uln), str(q.lln)) for q in read[5:]] == [
        ("1", "", "2", "None"),
        ("1", "", "2", "1"),
        ("1000", "", "2000", "None"),
        ("1", "<", "2", "None"),
        ("1", "", "None", "None"),
    ]
    assert read[:5] == read[5:]
