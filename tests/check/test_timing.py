"""Windows, orders and lengths of time: of dates, of periods (decisions 6, 7), of measurements (11)."""

from __future__ import annotations

import pytest
from check.checked import FIRST_DOSE, SCREENING, body_codes, condition, const, days, ends, field

from critc.ir import nodes as n

BIRTH = n.DateOf(n.Fact("birth"))
STABLE = ends(n.Fact("stable"))


@pytest.mark.parametrize("rel", ["within", "less than", "at least", "more than"])
@pytest.mark.parametrize(
    ("words", "side"), [("before", "before"), ("after", "after"), ("before or after", "around")]
)
def test_a_date_falls_in_a_window(rel: n.Rel, words: str, side: n.Side) -> None:
    found = condition(f"birth {rel} 4 weeks {words} screening")
    assert found == n.Falls(BIRTH, n.Window(rel, days(4, "week"), side, SCREENING))


@pytest.mark.parametrize("rel", ["within", "less than", "at least", "more than"])
def test_a_period_touches_a_window(rel: n.Rel) -> None:
    window = n.Window(rel, days(14), "before", FIRST_DOSE)
    assert condition(f"stable {rel} 14 days before first_dose") == n.Touches(*STABLE, window)


def test_around_a_moment_a_period_is_within() -> None:
    window = n.Window("within", days(14), "around", FIRST_DOSE)
    found = condition("stable within 14 days before or after first_dose")
    assert found == n.Touches(*STABLE, window)
    assert body_codes("stable at least 14 days before or after first_dose") == ["E0316"]


@pytest.mark.parametrize("side", ["before", "after"])
def test_throughout(side: str) -> None:
    assert condition(f"stable throughout 4 weeks {side} first_dose") == n.Throughout(
        *STABLE,
        "at least",
        days(4, "week"),
        side,  # type: ignore[arg-type]
        FIRST_DOSE,
    )


@pytest.mark.parametrize(
    ("words", "op"),
    [("before", "<"), ("on or before", "<="), ("at", "="), ("on or after", ">="), ("after", ">")],
)
def test_the_order_of_dates(words: str, op: str) -> None:
    assert condition(f"birth {words} screening") == n.DateOrder(
        op,  # type: ignore[arg-type]
        BIRTH,
        SCREENING,
    )
    assert condition(f"end of stable {words} screening") == n.DateOrder(
        op,  # type: ignore[arg-type]
        STABLE[1],
        SCREENING,
    )


def test_a_moment_in_a_period() -> None:
    assert condition("stable at screening") == n.During(*STABLE, SCREENING)


def test_so_many_days_inside_a_window() -> None:
    window = n.Window("within", days(90), "before", SCREENING)
    found = condition("stable for more than 10 days within 90 days before screening")
    assert found == n.LastsFor(*STABLE, "more than", days(10), window)


@pytest.mark.parametrize("words", ["before", "after", "on or before", "on or after"])
def test_a_bare_order_of_a_period_is_refused(words: str) -> None:
    assert body_codes(f"stable {words} screening") == ["E0313"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("birth within 4 weeks before stable", "E0313"),
        ("birth throughout 4 weeks before screening", "E0315"),
        ("stable throughout 4 weeks before or after screening", "E0316"),
        ("stable for at least 1 week", "E0314"),
        ("birth for at least 1 week within 2 weeks before screening", "E0314"),
        ("birth within 1.5 months before screening", "E0317"),
        ("birth within 2 kg before screening", "E0317"),
        ("smoker within 2 weeks before screening", "E0311"),
        ("birth within 2 weeks before age", "E0311"),
        ("birth before 2026-02-29", "E0310"),
    ],
)
def test_times_that_have_no_meaning(line: str, code: str) -> None:
    assert body_codes(line) == [code]


@pytest.mark.parametrize(
    ("length", "amount", "unit"),
    [
        ("10 days", 10, "day"),
        ("72 hours", 72, "hour"),
        ("6 months", 6, "month"),
        ("2 years", 2, "year"),
        ("1.5 years", 18, "month"),
        ("0.5 weeks", "0.5", "week"),
    ],
)
def test_lengths_keep_days_and_months_apart(
    length: str, amount: int | str, unit: n.LengthUnit
) -> None:
    found = condition(f"birth at least {length} before screening")
    assert isinstance(found, n.Falls)
    assert found.window.length == n.Length(const(amount), unit)


def test_the_longer_of_days_and_months() -> None:
    found = condition(
        "birth less than the longer of 5 × half_life, 2 months and 30 days before screening"
    )
    assert isinstance(found, n.Falls)
    half_lives = n.Length(n.Arith("*", const(5), n.Value(n.Fact("half_life"))), "hour")
    assert found.window.length == n.ExtremeLength(
        "longer", (half_lives, days(2, "month"), days(30))
    )


def test_the_later_of_two_dates_is_the_one_that_the_other_is_not_after() -> None:
    found = condition("birth within 4 weeks before the later of screening and first_dose")

    def within(moment: n.DateTerm) -> n.Condition:
        return n.Falls(BIRTH, n.Window("within", days(4, "week"), "before", moment))

    first = n.Case(n.DateOrder(">=", SCREENING, FIRST_DOSE), within(SCREENING))
    assert found == n.Cases((first,), within(FIRST_DOSE))


def test_a_date_and_a_length_of_time() -> None:
    found = condition("birth + 6 weeks before screening")
    assert found == n.DateOrder("<", n.Shift(BIRTH, "after", days(6, "week")), SCREENING)


def test_the_window_of_records_is_on_their_only_date() -> None:
    found = condition("some steroids within 14 days before first_dose")
    window = n.Window("within", days(14), "before", FIRST_DOSE)
    where = n.Touches(*ends(field("steroids_1", "given")), window)
    assert found == n.HowMany(n.Count("steroids", "steroids_1", where), 1)


def test_at_of_a_measurement_is_its_visit() -> None:
    found = condition("some alt at screening")
    where = n.Is(field("alt_1", "visit"), ("screening",))
    assert found == n.HowMany(n.Count("alt", "alt_1", where), 1)
    found = condition("some alt where date of alt at screening")
    where_date = n.DateOrder("=", n.DateOf(field("alt_1", "date")), SCREENING)
    assert found == n.HowMany(n.Count("alt", "alt_1", where_date), 1)
