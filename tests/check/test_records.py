"""Lists of records: counts, what describes the records, which measurement, selections (decision 14)."""

from __future__ import annotations

import pytest
from check.checked import (
    FIRST_DOSE,
    SCREENING,
    body_codes,
    condition,
    const,
    core,
    days,
    field,
)

from critc.ir import nodes as n

DOSE = n.Compare(">", n.Value(field("steroids_1", "dose")), const(10))
TOPICAL = n.Is(field("steroids_1", "route"), ("topical",))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("some", 1, None),
        ("no", None, 0),
        ("at least 2", 2, None),
        ("at most 2", None, 2),
        ("more than 2", 3, None),
        ("fewer than 2", None, 1),
        ("exactly 2", 2, 2),
        ("from 2 to 3", 2, 3),
    ],
)
def test_how_many(words: str, low: int | None, high: int | None) -> None:
    found = condition(f"{words} steroids where dose > 10 mg/d")
    assert found == n.HowMany(n.Count("steroids", "steroids_1", DOSE), low, high)


def test_distinct_values() -> None:
    found = condition("from 2 to 3 distinct line in steroids where dose > 10 mg/d")
    line = field("steroids_1", "line")
    assert found == n.HowMany(n.Distinct("steroids", "steroids_1", DOSE, line), 2, 3)


def test_an_exception_after_a_count_describes_the_records() -> None:
    found = condition("no steroids where dose > 10 mg/d\nunless route is topical")
    where = n.Except(DOSE, TOPICAL, "unless")
    assert found == n.HowMany(n.Count("steroids", "steroids_1", where), None, 0)


def test_without_where_the_records_are_those_that_are_not_excepted() -> None:
    found = condition("no steroids\nunless route is topical")
    assert found == n.HowMany(n.Count("steroids", "steroids_1", n.Not(TOPICAL)), None, 0)


def test_what_is_declared_of_a_record_is_its_field() -> None:
    program = core(
        """exclusion 1
  > Text.
  some steroids where fact at_home "Taken at home?"
  unless judgement harmless by investigator "Is it harmless?"
"""
    )
    steroids = program.listed("steroids")
    assert [f.name for f in steroids.fields][-2:] == ["at_home", "harmless"]
    assert steroids.field("at_home").criterion == "E1"
    assert "at_home" not in [fact.name for fact in program.facts]
    where = n.Except(
        n.Asked(field("steroids_1", "at_home")), n.Asked(field("steroids_1", "harmless")), "unless"
    )
    assert program.criteria[0].condition == n.HowMany(n.Count("steroids", "steroids_1", where), 1)


def test_accepted_if_after_a_count_is_of_the_patient() -> None:
    program = core(
        """inclusion 1
  > Text.
  some steroids
  accepted if fact intolerant "Intolerant?"
"""
    )
    assert "intolerant" in [fact.name for fact in program.facts]
    some = n.HowMany(n.Count("steroids", "steroids_1", n.Truth(True)), 1)
    assert program.criteria[0].condition == n.Except(
        some, n.Asked(n.Fact("intolerant")), "accepted if"
    )


def test_nested_records_and_the_name_after_as() -> None:
    found = condition("some visits as v where no steroids where start of given after seen of v")
    start = n.EndOf(field("steroids_1", "given"), "start")
    inner = n.DateOrder(">", start, n.DateOf(field("visits_1", "seen")))
    none = n.HowMany(n.Count("steroids", "steroids_1", inner), None, 0)
    assert found == n.HowMany(n.Count("visits", "visits_1", none), 1)


def test_consecutive_records() -> None:
    found = condition(
        "at least 2 consecutive alt within 14 days before screening where alt > 9 U/L"
    )
    date = n.DateOf(field("alt_1", "date"))
    window = n.Falls(date, n.Window("within", days(14), "before", SCREENING))
    high = n.Compare(">", n.Value(field("alt_1", "value")), const(9))
    assert found == n.Consecutive(2, "alt", "alt_1", date, window, high)


# ---- which measurement ------------------------------------------------------------------------


def latest(var: str, where: n.Condition, then: n.Condition, records: str = "alt") -> n.Select:
    return n.Select("latest", records, var, n.DateOf(field(var, "date")), where, then)


def at_screening(var: str) -> n.Condition:
    return n.Is(field(var, "visit"), ("screening",))


def test_assessed_chooses_the_latest_for_each_atom() -> None:
    found = condition(
        "assessed at screening where laboratory is central\nall of\n  - alt < 9 U/L\n  - alt > 3 U/L"
    )

    def select(var: str, op: str, value: int) -> n.Condition:
        central = n.Is(field(var, "laboratory"), ("central",))
        then = n.Compare(op, n.Value(field(var, "value")), const(value))  # type: ignore[arg-type]
        return latest(var, n.All((at_screening(var), central)), then)

    assert found == n.All((select("alt_1", "<", 9), select("alt_2", ">", 3)))


def test_a_picked_value_and_its_date_in_one_atom_are_of_one_record() -> None:
    found = condition(
        "let last_test be latest alt at screening\nno visits within 7 days before last_test"
    )
    window = n.Window("within", days(7), "before", n.DateOf(field("alt_1", "date")))
    where = n.Falls(n.DateOf(field("visits_1", "seen")), window)
    none = n.HowMany(n.Count("visits", "visits_1", where), None, 0)
    assert found == latest("alt_1", at_screening("alt_1"), none)


def test_a_pick_that_depends_on_another_stands_inside_it() -> None:
    found = condition(
        "let first_test be earliest alt at screening\n"
        "let next_test be latest alt after date of first_test\n"
        "next_test > first_test"
    )
    assert isinstance(found, n.Select)
    assert isinstance(found.then, n.Select)
    assert found.order == "earliest"
    assert found.then.where == n.DateOrder(
        ">", n.DateOf(field(found.then.var, "date")), n.DateOf(field(found.var, "date"))
    )
    assert found.then.then == n.Compare(
        ">", n.Value(field(found.then.var, "value")), n.Value(field(found.var, "value"))
    )


def test_a_pick_that_depends_on_a_record_stays_with_its_atom() -> None:
    found = condition(
        "some visits where all of\n"
        "  - well\n"
        "  - assessed within 4 weeks before seen\n"
        "    alt > 9 U/L"
    )
    assert isinstance(found, n.HowMany)
    where = found.count.where
    assert isinstance(where, n.All)
    assert where.parts[0] == n.Asked(field("visits_1", "well"))
    assert isinstance(where.parts[1], n.Select)


def test_the_mean_of_the_last() -> None:
    found = condition("let m be mean of last 3 alt at screening\nm > 9 U/L")
    mean = n.MeanOfLast(
        3, "alt", "alt_1", n.DateOf(field("alt_1", "date")), at_screening("alt_1"),
        field("alt_1", "value"),
    )  # fmt: skip
    assert found == n.Compare(">", mean, const(9))


def test_totals() -> None:
    found = condition("let sum be total of dose in steroids\nsum > 1 g/d")
    total = n.Aggregate("sum", "steroids", "steroids_1", n.Truth(True), field("steroids_1", "dose"))
    assert found == n.Compare(">", total, const(1000))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("alt > 9 U/L", "E0206"),
        ("dose > 10 mg/d", "E0203"),
        ("some steroids where seen before screening", "E0203"),
        ("steroids", "E0207"),
        ("some smoker", "E0207"),
        ("some steroids within 2 weeks before screening where dosis > 1 mg/d", "E0201"),
        ("at most 2 consecutive alt where alt > 9 U/L", "E0414"),
        ("at least 2 consecutive steroids where dose > 9 mg/d", "E0414"),
        ("at least 2 distinct given in steroids", "E0307"),
        ("let m be mean of test\nm > 1", "E0307"),
        ("let m be mean of dose in steroids\nm > 1 mg/d", "E0311"),
        ("let m be latest steroids\ndose of m > 1 mg/d", "E0311"),
        ("let m be latest alt at birth\nm > 1 U/L", "E0321"),
    ],
)
def test_records_that_are_asked_wrongly(body: str, code: str) -> None:
    assert body_codes(body) == [code]


def test_first_dose_is_used() -> None:
    found = condition("some visits before first_dose")
    where = n.DateOrder("<", n.DateOf(field("visits_1", "seen")), FIRST_DOSE)
    assert found == n.HowMany(n.Count("visits", "visits_1", where), 1)
