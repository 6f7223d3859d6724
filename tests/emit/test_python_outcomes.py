"""What the generated functions say of patients, worked out by hand; each way must agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from emit.every_node import EVERY_NODE, LONG, VISITS
from emit.sample import FIRST_DOSE, PROGRAM, asked, criterion, number, value, weeks, window

from critc.emit.python import load
from critc.ir import nodes as n
from critc.ir.dictionary import Date, Declared

GIVEN = n.EndOf(n.Fact("treated"), "start"), n.EndOf(n.Fact("treated"), "end")
TYPE = n.DateOf(n.Fact("type"))
AGE = n.Age("years", n.DateOf(n.Fact("birth")), n.DateOf(n.Fact("consent")))
HB = n.Select(
    "latest",
    VISITS,
    "v",
    n.DateOf(n.Field("v", "on")),
    n.Falls(n.DateOf(n.Field("v", "on")), window("within", 14, "day")),
    n.Compare(">=", value(n.Field("v", "weight")), number(9)),
)
MOMENT = {"first_dose": "2026-03-02"}


def outcome(condition: n.Condition, data: dict[str, Any], kind: str = "I") -> bool | None:
    """The outcome by the straight code, which that of the clauses must be as well."""
    program = replace(EVERY_NODE, criteria=(criterion(f"{kind}1", "A criterion.", condition),))
    program = replace(program, definitions=())
    module: Any = load(program)
    patient = module.Patient.from_dict(data)
    found: bool | None = module.outcomes(patient)[f"{kind}1"]
    [tree] = module.criteria().values()
    in_full: bool | None = tree().judge(module.Scope(patient, {}, {}, {})).outcome
    assert in_full is found
    return in_full


def weight(amount: str, bound: str = "") -> dict[str, Any]:
    return {"weight": {"value": amount, "unit": "kg", **({"bound": bound} if bound else {})}}


@pytest.mark.parametrize(
    ("op", "data", "expected"),
    [
        ("<", weight("9"), False),
        ("<=", weight("9.0"), True),
        ("<", weight("8.9999999999999999999"), True),
        ("=", weight("9.00"), True),
        ("!=", weight("9.00"), False),
        (">", {}, None),
        ("<", weight("9", "<"), True),
        ("<", weight("9", "<="), None),
        (">", weight("9", "<="), False),
        (">", weight("9", ">"), True),
        (">=", weight("20", "<"), None),
    ],
)
def test_quantities(op: Any, data: dict[str, Any], expected: bool | None) -> None:
    assert outcome(n.Compare(op, value(n.Fact("weight")), number(9)), data) is expected
    denied = None if expected is None else not expected
    assert outcome(n.Compare(op, value(n.Fact("weight")), number(9)), data, "E") is denied


@pytest.mark.parametrize(
    ("birth", "consent", "expected"),
    [
        ("2008-03-02", "2026-03-02", True),
        ("2008-03-03", "2026-03-02", False),
        ("2008", "2026-12-31", True),
        ("2008", "2026-12-30", None),
        ("1900", "2026-12-30", False),
        (None, "2026-12-30", None),
        ("1950", None, None),
        ("1950", "2026", None),
        ("1951", "2020", True),
    ],
)
def test_an_age(birth: str | None, consent: str | None, expected: bool | None) -> None:
    condition = n.Range(AGE, number(18), number(75))
    assert outcome(condition, {"birth": birth, "consent": consent}) is expected


WINDOWS: list[tuple[Any, Any, str, bool | None]] = [
    ("within", "before", "2026-02-16", True),
    ("within", "before", "2026-02-15", False),
    ("within", "before", "2026-03-03", False),
    ("within", "before", "2026-02", None),
    ("within", "before", "2026", None),
    ("within", "before", "2025", False),
    ("less than", "before", "2026-02-16", False),
    ("less than", "before", "2026-02-17", True),
    ("at least", "before", "2026-02-16", True),
    ("at least", "before", "2026-02-17", False),
    ("more than", "before", "2026-02-16", False),
    ("more than", "before", "2026-02-15", True),
    ("within", "after", "2026-03-02", True),
    ("within", "after", "2026-03-17", False),
    ("less than", "after", "2026-03-16", False),
    ("at least", "after", "2026-03-16", True),
    ("more than", "after", "2026-03-16", False),
    ("within", "around", "2026-03-16", True),
    ("within", "around", "2026-03-17", False),
    ("at least", "around", "2026-03-16", True),
    ("at least", "around", "2026-03-02", False),
    ("more than", "around", "2026-02-15", True),
]


@pytest.mark.parametrize(("rel", "side", "day", "expected"), WINDOWS)
def test_a_day_in_a_window(rel: Any, side: Any, day: str, expected: bool | None) -> None:
    condition = n.Falls(TYPE, n.Window(rel, weeks(2), side, FIRST_DOSE))
    assert outcome(condition, {"type": day, **MOMENT}) is expected
    assert outcome(condition, {"type": day}) is None


def test_a_window_around_a_vague_moment() -> None:
    month = {"first_dose": "2026-03"}
    assert (
        outcome(n.Falls(TYPE, window("within", 28, "day")), {"type": "2026-02-10", **month}) is None
    )
    around = n.Window("within", n.Length(number(30), "day"), "around", FIRST_DOSE)
    assert outcome(n.Falls(TYPE, around), {"type": "2026-03-02", **month}) is True


@pytest.mark.parametrize(
    ("rel", "side", "start", "end", "expected"),
    [
        ("within", "before", "2026-01-01", "2026-02-16", True),
        ("within", "before", "2026-01-01", "2026-02-15", False),
        ("within", "before", "2026-03-03", None, False),
        ("within", "before", "2026-01-01", None, None),
        ("within", "before", "2026-01-01", "ongoing", True),
        ("at least", "before", "2026-01-01", "2026-02-16", True),
        ("at least", "before", "2026-01-01", "ongoing", False),
        ("within", "after", "2026-03-16", None, None),
        ("within", "after", "2026-03-16", "ongoing", True),
        ("within", "after", "2026-03-17", "ongoing", False),
        ("more than", "after", "2026-03-17", None, True),
    ],
)
def test_a_period_and_a_window(
    rel: Any, side: Any, start: str | None, end: str | None, expected: bool | None
) -> None:
    condition = n.Touches(*GIVEN, n.Window(rel, weeks(2), side, FIRST_DOSE))
    data = {"treated": {"start": start, "end": end}, **MOMENT}
    assert outcome(condition, data) is expected


def test_what_never_happened() -> None:
    relapse = n.DateOf(n.Fact("relapse"))
    recent = n.Falls(relapse, window("within", 14, "day"))
    assert outcome(recent, {"relapse": "none", **MOMENT}) is False
    assert outcome(recent, {"relapse": "none"}) is False
    assert outcome(n.Not(recent), {"relapse": "none"}) is True
    assert outcome(recent, MOMENT) is None
    long_ago = n.DateOrder("<=", relapse, n.EndOf(n.Fact("treated"), "end"))
    assert outcome(long_ago, {"treated": {"start": "2026", "end": "ongoing"}}) is None
    days = n.Compare("!=", n.DaysBetween(relapse, FIRST_DOSE), number(3))
    assert outcome(days, {"relapse": "none", **MOMENT}) is False


@pytest.mark.parametrize(
    ("days", "expected"),
    [(("2026-01-01", "2026-01-10"), False), (("2026-01-01", "2026-01-11"), True)],
)
def test_so_many_days_inside_a_window(days: tuple[str, str], expected: bool) -> None:
    condition = n.LastsFor(
        *GIVEN, "more than", n.Length(number(10), "day"), window("within", 90, "day")
    )
    data = {"treated": {"start": days[0], "end": days[1]}, **MOMENT}
    assert outcome(condition, data) is expected


def test_one_vague_date_mentioned_twice_is_one_date() -> None:
    assert outcome(n.DateOrder("<=", TYPE, TYPE), {"type": "2025"}) is True
    later = n.Shift(TYPE, "after", n.Length(number(1), "month"))
    assert outcome(n.DateOrder("<", TYPE, later), {"type": "2025"}) is True
    back = n.Shift(later, "before", n.Length(number(1), "month"))
    assert outcome(n.DateOrder("=", back, TYPE), {"type": "2025-01"}) is None
    assert outcome(n.DateOrder("=", back, TYPE), {"type": "2025-02"}) is True
    none_old = n.Compare("=", n.Age("years", TYPE, TYPE), number(0))
    assert outcome(none_old, {"type": "2025"}) is True


def visits(*days: str, complete: bool = True, **more: Any) -> dict[str, Any]:
    records = [{"on": day, "weight": {"value": w, "unit": "kg"}} for day, w in map(str.split, days)]
    listed = records if complete else {"records": records, "complete": False}
    return {VISITS: listed, **MOMENT, **more}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (visits("2026-02-20 8", "2026-02-25 9"), True),
        (visits("2026-02-25 9", "2026-02-20 8"), True),
        (visits("2026-02-20 9", "2026-02-25 8.9"), False),
        (visits("2026-02-25 9", "2026-02-25 8"), None),
        (visits("2026-02-25 9", "2026-02-25 10"), True),
        (visits("2026-02-20 9", "2026-02-20 8", "2026-02-25 9"), True),
        (visits("2026-01-20 9"), None),
        (visits("2026-02-25 9", complete=False), None),
        (visits("2026-02 8", "2026-02-25 9"), None),
        (visits("2026-02 9", "2026-02-25 9"), True),
        ({VISITS: [], **MOMENT}, None),
        (MOMENT, None),
    ],
)
def test_the_latest_record(data: dict[str, Any], expected: bool | None) -> None:
    assert outcome(HB, data) is expected


def well(*answers: bool | None, complete: bool = True) -> dict[str, Any]:
    records = [{"well": answer} for answer in answers]
    return {VISITS: records if complete else {"records": records, "complete": False}}


WELL = n.Asked(n.Field("v", "well"))


@pytest.mark.parametrize(
    ("low", "high", "data", "expected"),
    [
        (1, None, well(True), True),
        (1, None, well(False), False),
        (1, None, well(False, None), None),
        (1, None, well(complete=False), None),
        (1, None, well(None, True, complete=False), True),
        (1, None, {}, None),
        (None, 0, well(), True),
        (None, 0, well(True, None), False),
        (None, 0, well(None), None),
        (2, None, well(True, None, None), None),
        (2, None, well(True, None), None),
        (2, None, well(True, False), False),
        (2, None, well(True, True, complete=False), True),
        (2, 3, well(True, True, complete=False), None),
        (2, 3, well(True, True, None), True),
        (None, 1, well(True, True, complete=False), False),
    ],
)
def test_how_many(
    low: int | None, high: int | None, data: dict[str, Any], expected: bool | None
) -> None:
    assert outcome(n.HowMany(n.Count(VISITS, "v", WELL), low, high), data) is expected


@pytest.mark.parametrize(
    ("names", "mode", "listed", "expected"),
    [
        (("cough",), "any", ["cough", "pain"], True),
        (("cough",), "any", ["pain"], False),
        (("cough",), "only", ["cough"], True),
        (("cough",), "only", ["pain"], False),
        (("cough", "fever"), "all", ["cough", "fever"], True),
        (("cough", "fever"), "all", ["cough"], False),
        (("cough", "fever"), "any", {"values": ["pain"], "complete": False}, None),
        (("cough", "fever"), "only", {"values": ["pain"], "complete": False}, False),
        (("cough",), "only", {"values": ["cough"], "complete": False}, None),
        (("cough",), "any", None, None),
    ],
)
def test_sets(names: tuple[str, ...], mode: Any, listed: Any, expected: bool | None) -> None:
    condition = n.Includes(n.Fact("symptoms"), names, mode)
    assert outcome(condition, {"symptoms": listed}) is expected


def test_names_that_python_has_another_use_for() -> None:
    assert outcome(asked("import"), {"import": True}) is True
    assert outcome(n.Is(n.Fact(LONG), ("first", "third")), {LONG: "second"}) is False
    named = replace(PROGRAM, facts=(Declared("p", Date(), "Which day?", 1),), lists=())
    condition = n.DateOrder("<", n.DateOf(n.Fact("p")), n.DateOf(n.Fact("inclusion_1")))
    named = replace(
        named,
        facts=(*named.facts, Declared("inclusion_1", Date(), "Which other day?", 1, moment=True)),
        definitions=(),
        criteria=(criterion("I1", "First.", condition), criterion("I2", "Second.", n.Status("I1"))),
    )
    module: Any = load(named)
    patient = module.Patient.from_dict({"p": "2026-01-01", "inclusion_1": "2026-01-02"})
    assert module.outcomes(patient) == {"I1": True, "I2": True}


def test_a_population() -> None:
    condition, women = asked("smoker"), n.Is(n.Fact("sex"), ("female",))
    program = replace(
        EVERY_NODE,
        definitions=(),
        criteria=(
            criterion("I1", "First.", condition, women),
            criterion("E1", "Second.", condition, women),
        ),
    )
    module: Any = load(program)
    expected: list[tuple[dict[str, Any], bool | None, bool | None]] = [
        ({"sex": "male"}, True, True),
        ({"sex": "female", "smoker": True}, True, False),
        ({"sex": "female"}, None, None),
        ({"smoker": True}, True, None),
        ({"smoker": False}, None, True),
        ({}, None, None),
    ]
    for data, inclusion, exclusion in expected:
        patient = module.Patient.from_dict(data)
        assert module.outcomes(patient) == {"I1": inclusion, "E1": exclusion}
    assert module.verdict(module.Patient(sex="female", smoker=True)) == "ineligible"
    assert module.verdict(module.Patient(sex="male")) == "eligible"
    assert module.verdict(module.Patient()) == "undetermined"


def test_all_criteria_are_always_judged() -> None:
    module: Any = load(PROGRAM)
    assert list(module.outcomes(module.Patient())) == [one.id for one in PROGRAM.criteria]
