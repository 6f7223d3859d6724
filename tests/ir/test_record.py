"""A patient's data are read exactly, or every problem with them is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from critc.ir import dictionary as d
from critc.ir.nodes import Part, Program
from critc.ir.record import (
    Amount,
    DataError,
    Day,
    Members,
    Never,
    Ongoing,
    Problem,
    Record,
    Rows,
    Span,
    read,
)

MASS = (
    d.UnitOption("kg", "kg"),
    d.UnitOption("g", "g", Fraction(1, 1000)),
)
TEMPERATURE = (
    d.UnitOption("Cel", "°C"),
    d.UnitOption("[degF]", "°F", Fraction(5, 9), Fraction(-160, 9)),
)
TYPES: dict[str, d.Type] = {
    "smoker": d.YesNo(),
    "fit": d.Judged("investigator"),
    "ecog": d.Number(whole=True, low=Fraction(0), high=Fraction(5)),
    "score": d.Number(),
    "weight": d.Quantity(MASS, Fraction(0), Fraction(500)),
    "fever": d.Quantity(TEMPERATURE),
    "alt": d.Quantity((d.UnitOption("U/L", "U/L"),), limits=True),
    "birth": d.Date(),
    "relapse": d.Date(or_none=True),
    "stable": d.Period(),
    "infection": d.Period(or_none=True),
    "sex": d.Choice((d.Option("female", "female"), d.Option("male", "male"))),
    "sites": d.Set((d.Option("liver", "liver"), d.Option("bone", "bone"))),
    "remark": d.Text(),
}


def declared(types: dict[str, d.Type]) -> tuple[d.Declared, ...]:
    return tuple(d.Declared(name, kind, f"{name}?", 1) for name, kind in types.items())


PROGRAM = Program(
    "NCT1",
    "A protocol",
    "1",
    "",
    "a.crit",
    "",
    declared(TYPES),
    (
        d.Listed(
            "drugs", "Drugs", declared({"given": d.Period(), "dose": TYPES["weight"]}), "records", 1
        ),
        d.Listed(
            "tests", "Tests", declared({"value": TYPES["alt"], "date": d.Date()}), "measurement", 1
        ),
    ),
    (),
    parts=(Part("phase_1", "Phase 1"), Part("phase_2", "Phase 2")),
)


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def fact(name: str, given: object) -> object:
    """What one fact is read as."""
    return read(PROGRAM, {name: given}).facts.get(name)


def problems(data: Any) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(PROGRAM, data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "given", "known"),
    [
        ("smoker", True, True),
        ("smoker", None, None),
        ("fit", "no", False),
        ("fit", "not yet", None),
        ("fit", {"answer": "yes", "by": "A", "on": "2026-02-20"}, True),
        ("ecog", 1, Amount(Fraction(1))),
        ("ecog", "1.0", Amount(Fraction(1))),
        ("score", "-0.1", Amount(Fraction(-1, 10))),
        ("score", 0.1, Amount(Fraction(1, 10))),
        ("score", Decimal("0.10"), Amount(Fraction(1, 10))),
        ("score", "0.1000000000000000001", Amount(Fraction("0.1000000000000000001"))),
        ("weight", {"value": 70, "unit": "kg"}, Amount(Fraction(70))),
        ("weight", {"value": "70.5", "unit": "g"}, Amount(Fraction(705, 10_000))),
        ("weight", {"value": 1, "unit": "kg", "bound": "<"}, Amount(Fraction(1), "<")),
        ("fever", {"value": "100.4", "unit": "[degF]"}, Amount(Fraction(38))),
        (
            "alt",
            {"value": 3, "unit": "U/L", "uln": 40, "lln": 5},
            Amount(Fraction(3), "", Fraction(40), Fraction(5)),
        ),
        ("birth", "2024-02-29", Day(ordinal("2024-02-29"), ordinal("2024-02-29"))),
        ("birth", "2024-02", Day(ordinal("2024-02-01"), ordinal("2024-02-29"))),
        ("birth", "2025-12", Day(ordinal("2025-12-01"), ordinal("2025-12-31"))),
        ("birth", "2025", Day(ordinal("2025-01-01"), ordinal("2025-12-31"))),
        ("relapse", "none", Never()),
        ("infection", "none", Never()),
        ("stable", {}, Span()),
        ("stable", {"start": None, "end": "ongoing"}, Span(None, Ongoing())),
        ("sex", "male", "male"),
        ("sites", ["bone"], Members(frozenset({"bone"}))),
        ("sites", {"values": [], "complete": False}, Members(frozenset(), complete=False)),
        ("remark", "x", "x"),
    ],
)
def test_what_a_fact_is_read_as(name: str, given: object, known: object) -> None:
    assert fact(name, given) == known


def test_records_measurements_parts_and_identity() -> None:
    data = {
        "id": "0017",
        "protocol": "NCT1",
        "parts": ["phase_1"],
        "drugs": {"records": [{"given": {"end": "2026"}}, {}], "complete": False},
        "tests": [{"value": 3, "unit": "U/L", "uln": 40}, {"date": "2026-02-20"}],
    }
    whole_year = Day(ordinal("2026-01-01"), ordinal("2026-12-31"))
    one_day = Day(ordinal("2026-02-20"), ordinal("2026-02-20"))
    assert read(PROGRAM, data) == Record(
        {},
        {
            "drugs": Rows(({"given": Span(None, whole_year)}, {}), complete=False),
            "tests": Rows(({"value": Amount(Fraction(3), "", Fraction(40))}, {"date": one_day})),
        },
        Members(frozenset({"phase_1"})),
        "0017",
    )


def test_a_list_that_is_null_is_not_known() -> None:
    assert read(PROGRAM, {"drugs": None, "parts": None, "id": None}) == read(PROGRAM, {})


@pytest.mark.parametrize(
    ("name", "given", "path"),
    [
        ("smoker", "yes", "smoker"),
        ("smoker", 1, "smoker"),
        ("fit", True, "fit"),
        ("fit", {"by": "A"}, "fit"),
        ("fit", {"answer": "yes", "why": "x"}, "fit.why"),
        ("fit", {"answer": "yes", "on": "20/02/2026"}, "fit.on"),
        ("ecog", "1.5", "ecog"),
        ("ecog", 6, "ecog"),
        ("ecog", True, "ecog"),
        ("score", "12,5", "score"),
        ("score", "1e3", "score"),
        ("score", 1e22, "score"),
        ("score", 0.1 + 0.2, "score"),
        ("score", float("nan"), "score"),
        ("score", "007", "score"),
        ("score", "٣", "score"),
        ("score", "1" * 21, "score"),
        ("weight", 70, "weight"),
        ("weight", {"value": 70}, "weight.unit"),
        ("weight", {"value": 70, "unit": "mmol/L"}, "weight.unit"),
        ("weight", {"unit": "kg"}, "weight.value"),
        ("weight", {"value": 501, "unit": "kg"}, "weight.value"),
        ("weight", {"value": 0, "unit": "kg", "bound": "<"}, "weight.bound"),
        ("weight", {"value": 1, "unit": "kg", "bound": "~"}, "weight.bound"),
        ("weight", {"value": 1, "unit": "kg", "uln": 2}, "weight.uln"),
        ("alt", {"value": 3, "unit": "U/L", "uln": 5, "lln": 6}, "alt.lln"),
        ("birth", "2025-02-30", "birth"),
        ("birth", "2025-13", "birth"),
        ("birth", "0999", "birth"),
        ("birth", "3000", "birth"),
        ("birth", "none", "birth"),
        ("birth", "ongoing", "birth"),
        ("stable", "none", "stable"),
        ("stable", {"start": "ongoing"}, "stable.start"),
        ("stable", {"from": "2025"}, "stable.from"),
        ("sex", "other", "sex"),
        ("sites", ["brain"], "sites[0]"),
        ("sites", ["bone", "bone"], "sites[1]"),
        ("sites", {"values": []}, "sites.complete"),
        ("sites", {"complete": False}, "sites.values"),
        ("remark", 1, "remark"),
        ("remark", "\ud800", "remark"),
        ("drugs", {}, "drugs.complete"),
        ("drugs", [None], "drugs[0]"),
        ("drugs", [{"dose": {"value": -1, "unit": "kg"}}], "drugs[0].dose.value"),
        ("drugs", [{"given": {"end": "2025-2"}}], "drugs[0].given.end"),
        ("tests", [{"value": 3}], "tests[0].unit"),
        ("tests", [{"unit": "U/L"}], "tests[0].unit"),
        ("tests", [{"value": 3, "unit": "U/L", "dose": 1}], "tests[0].dose"),
        ("parts", ["phase_9"], "parts[0]"),
        ("protocol", "NCT2", "protocol"),
        ("id", 17, "id"),
        ("ECOG", 1, "ECOG"),
    ],
)
def test_what_does_not_fit_is_told_with_its_path(name: str, given: object, path: str) -> None:
    with pytest.raises(DataError) as caught:
        read(PROGRAM, {name: given})
    assert path in {problem.path for problem in caught.value.problems}


def test_every_problem_is_told() -> None:
    data = {
        "smoker": "no",
        "ecog": 9,
        "drugs": [{"given": {"start": "2025-02-30", "end": "x"}}, {"dose": 3}],
        "surprise": 1,
    }
    assert problems(data) == [
        "surprise: is not declared",
        "smoker: 'no' is neither true nor false",
        "ecog: 9 is out of the declared range",
        "drugs[0].given.start: '2025-02-30' is not a date",
        "drugs[0].given.end: 'x' is not a date",
        "drugs[1].dose: 3 is not a quantity with value and unit",
    ]


def test_data_that_are_no_object_are_a_problem_as_a_whole() -> None:
    assert problems([]) == ["[] is not a patient"]
    assert str(Problem("", "is wrong")) == "is wrong"
    assert str(DataError([Problem("a", "x"), Problem("b", "y")])) == "a: x\nb: y"


def test_nothing_crashes_a_message() -> None:
    nest: list[object] = []
    for _ in range(100_000):
        nest = [nest]
    assert problems({"smoker": nest}) == ["smoker: a list is neither true nor false"]
    assert problems({"score": 10**5000}) == ["score: a int is not a decimal number"]
