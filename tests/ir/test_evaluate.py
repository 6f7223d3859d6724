"""The meaning of the core where worked examples are silent: each line is a patient and an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from critc.ir import dictionary as d
from critc.ir import nodes as n
from critc.ir.evaluate import Result, evaluate, screen
from critc.ir.record import read

MG = (d.UnitOption("mg", "mg"),)
DATES = {"X": d.Date(), "e": d.Date(), "never": d.Date(or_none=True)}
TYPES: dict[str, d.Type] = {
    **DATES,
    "p": d.Period(),
    "q": d.Period(or_none=True),
    "a": d.YesNo(),
    "b": d.YesNo(),
    "j": d.Judged("investigator"),
    "x": d.Number(),
    "y": d.Number(),
    "w": d.Number(whole=True, low=Fraction(0), high=Fraction(3)),
    "months": d.Quantity((d.UnitOption("mo", "months"),)),
    "mass": d.Quantity(MG, Fraction(0), Fraction(100), limits=True),
    "sex": d.Choice((d.Option("female", "female"), d.Option("male", "male"))),
}
FIELDS: dict[str, d.Type] = {
    "day": d.Date(),
    "since": d.Date(or_none=True),
    "ok": d.YesNo(),
    "member": d.YesNo(),
    "dose": d.Quantity(MG, Fraction(0), Fraction(100)),
}


def declared(types: dict[str, d.Type]) -> tuple[d.Declared, ...]:
    return tuple(d.Declared(name, kind, f"{name}?", 1) for name, kind in types.items())


def program(*criteria: n.Criterion, parts: Sequence[str] = ()) -> n.Program:
    return n.Program(
        "P",
        "A protocol",
        "1",
        "",
        "p.crit",
        "",
        declared(TYPES),
        (d.Listed("rs", "Records", declared(FIELDS), "records", 1),),
        criteria,
        parts=tuple(n.Part(part, part) for part in parts),
    )


def result(condition: n.Condition, **data: Any) -> Result:
    return evaluate(condition, program(), read(program(), data))


def outcome(condition: n.Condition, **data: Any) -> bool | None:
    return result(condition, **data).outcome


def fact(name: str) -> n.DateOf:
    return n.DateOf(n.Fact(name))


def value(name: str) -> n.Value:
    return n.Value(n.Fact(name))


def number(text: str) -> n.Const:
    return n.Const(Fraction(text))


def days(amount: str) -> n.Length:
    return n.Length(number(amount), "day")


X = fact("X")
START, END = n.EndOf(n.Fact("p"), "start"), n.EndOf(n.Fact("p"), "end")
FIRST_DOSE = "2026-03-02"


# ---- periods ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rel", "side", "period", "expected"),
    [
        ("within", "before", ("2026-03-02", "2026-05-01"), True),  # begins on the day of the moment
        ("within", "before", ("2026-03-03", "2026-05-01"), False),
        ("within", "before", ("2025-01-01", "2026-02-16"), True),  # ends on the window's first day
        ("within", "before", ("2025-01-01", "2026-02-15"), False),
        ("less than", "before", ("2025-01-01", "2026-02-16"), False),
        ("less than", "before", ("2025-01-01", "2026-02-17"), True),
        ("at least", "before", ("2025-01-01", "2026-02-16"), True),
        ("at least", "before", ("2025-01-01", "2026-02-17"), False),
        ("more than", "before", ("2025-01-01", "2026-02-16"), False),
        ("more than", "before", ("2025-01-01", "2026-02-15"), True),
        ("within", "after", ("2026-03-16", "2026-05-01"), True),
        ("within", "after", ("2026-03-17", "2026-05-01"), False),
        ("within", "after", ("2026-01-01", "2026-03-02"), True),
        ("within", "after", ("2026-01-01", "2026-03-01"), False),
        ("less than", "after", ("2026-03-16", "2026-05-01"), False),
        ("less than", "after", ("2026-03-15", "2026-05-01"), True),
        ("at least", "after", ("2026-03-16", "2026-05-01"), True),
        ("at least", "after", ("2026-03-15", "2026-05-01"), False),
        ("more than", "after", ("2026-03-16", "2026-05-01"), False),
        ("more than", "after", ("2026-03-17", "2026-05-01"), True),
        ("within", "around", ("2025-01-01", "2026-02-16"), True),
        ("within", "around", ("2025-01-01", "2026-02-15"), False),
        ("within", "around", ("2026-03-16", "ongoing"), True),
        ("within", "around", ("2026-03-17", "ongoing"), False),
    ],
)
def test_a_period_touches_a_window_of_two_weeks(
    rel: n.Rel, side: n.Side, period: tuple[str, str], expected: bool
) -> None:
    touches = n.Touches(START, END, n.Window(rel, days("14"), side, X))
    start, end = period
    assert outcome(touches, X=FIRST_DOSE, p={"start": start, "end": end}) is expected


@pytest.mark.parametrize(
    ("rel", "side", "period", "expected"),
    [
        ("at least", "before", ("2026-02-16", "2026-03-02"), True),
        ("at least", "before", ("2026-02-17", "2026-03-02"), False),
        ("at least", "before", ("2026-02-16", "2026-03-01"), False),
        ("more than", "before", ("2026-02-16", "ongoing"), False),
        ("more than", "before", ("2026-02-15", "ongoing"), True),
        ("at least", "after", ("2026-03-02", "2026-03-16"), True),
        ("at least", "after", ("2026-03-03", "2026-03-16"), False),
        ("at least", "after", ("2026-03-02", "2026-03-15"), False),
        ("more than", "after", ("2026-03-02", "2026-03-16"), False),
        ("more than", "after", ("2026-03-02", "2026-03-17"), True),
    ],
)
def test_a_period_covers_every_day_of_two_weeks(
    rel: Any, side: Any, period: tuple[str, str], expected: bool
) -> None:
    throughout = n.Throughout(START, END, rel, days("14"), side, X)
    start, end = period
    assert outcome(throughout, X=FIRST_DOSE, p={"start": start, "end": end}) is expected


@pytest.mark.parametrize(
    ("rel", "period", "expected"),
    [
        ("at least", ("2026-02-20", "2026-03-01"), True),  # ten days, first and last included
        ("at least", ("2026-02-21", "2026-03-01"), False),
        ("more than", ("2026-02-20", "2026-03-01"), False),
        ("more than", ("2026-02-20", "2026-03-02"), True),
        ("less than", ("2026-02-20", "2026-03-01"), False),
        ("less than", ("2026-02-21", "2026-03-01"), True),
        ("at least", ("2026-02-21", "2026-04-01"), True),  # the last day is that of the moment
        ("at least", ("2026-02-22", "2026-04-01"), False),
        ("at least", ("2025-01-01", "2026-02-25"), True),  # the window begins on 16 February
        ("at least", ("2025-01-01", "2026-02-24"), False),
        ("at least", ("2024-01-01", "2025-01-01"), False),  # no day inside
        ("less than", ("2024-01-01", "2025-01-01"), True),
        ("at least", ("2026-02-28", "2026-02-01"), False),  # a slip: it ends before it begins
    ],
)
def test_a_period_has_ten_days_in_the_two_weeks_before(
    rel: Any, period: tuple[str, str], expected: bool
) -> None:
    window = n.Window("within", days("14"), "before", X)
    lasts = n.LastsFor(START, END, rel, days("10"), window)
    start, end = period
    assert outcome(lasts, X=FIRST_DOSE, p={"start": start, "end": end}) is expected


@pytest.mark.parametrize(
    ("rel", "side", "period", "expected"),
    [
        ("less than", "before", ("2025-01-01", "2026-02-18"), False),  # from 17 February
        ("less than", "before", ("2025-01-01", "2026-02-19"), True),
        ("less than", "after", ("2026-03-13", "ongoing"), True),  # to 15 March
        ("less than", "after", ("2026-03-14", "ongoing"), False),
        ("at least", "before", ("2026-02-14", "ongoing"), True),  # to 16 February
        ("more than", "before", ("2026-02-14", "ongoing"), False),
        ("at least", "after", ("2026-01-01", "2026-03-18"), True),  # from 16 March
        ("more than", "after", ("2026-01-01", "2026-03-18"), False),
        ("within", "around", ("2026-01-01", "2026-02-18"), True),
        ("within", "around", ("2026-03-15", "ongoing"), False),
    ],
)
def test_three_days_inside_a_window(
    rel: n.Rel, side: n.Side, period: tuple[str, str], expected: bool
) -> None:
    window = n.Window(rel, days("14"), side, X)
    start, end = period
    lasts = n.LastsFor(START, END, "at least", days("3"), window)
    assert outcome(lasts, X=FIRST_DOSE, p={"start": start, "end": end}) is expected


def test_an_end_that_is_not_known_may_be_ongoing() -> None:
    ends_before = n.DateOrder("<", END, n.EndOf(n.Fact("q"), "end"))
    assert outcome(ends_before, p={"end": "2020"}, q={"end": "ongoing"}) is True
    assert outcome(ends_before, p={"start": "2020"}, q={"end": "ongoing"}) is None
    assert outcome(n.DateOrder("<", X, n.EndOf(n.Fact("q"), "end")), q={"end": "ongoing"}) is True


def test_outside_a_window_on_both_sides() -> None:
    outside = n.Falls(fact("e"), n.Window("at least", days("14"), "around", X))
    assert outcome(outside, X=FIRST_DOSE, e="2026-02-16") is True
    assert outcome(outside, X=FIRST_DOSE, e="2026-03-16") is True
    assert outcome(outside, X=FIRST_DOSE, e="2026-03-15") is False
    assert outcome(outside, X=FIRST_DOSE, e="2026") is None


def test_an_unknown_start_settles_a_duration_where_the_window_does() -> None:
    window = n.Window("within", days("14"), "before", X)
    lasts = n.LastsFor(START, END, "at least", days("10"), window)
    assert outcome(lasts, X=FIRST_DOSE, p={"end": "2026-02-24"}) is False
    assert result(lasts, X=FIRST_DOSE, p={"end": "2026-02-25"}) == Result(
        None, frozenset({"missing"}), frozenset({"p.start"})
    )


def test_a_moment_lies_in_a_period() -> None:
    during = n.During(START, END, X)
    assert outcome(during, X="2026-03", p={"start": "2026-03-01", "end": "2026-03-31"}) is True
    assert outcome(during, X="2026-03", p={"start": "2026-03-02", "end": "ongoing"}) is None
    assert outcome(during, X="2026-03", p={"start": "2026-04"}) is False
    assert outcome(n.DateOrder("<=", START, START), p={"start": "2025"}) is True
    asked = result(during, p={"start": "2020-01-01", "end": "ongoing"})
    assert asked.missing == {"X"}
    assert result(during, X=FIRST_DOSE).missing == {"p"}


# ---- what never happened ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition",
    [
        n.DateOrder("<=", fact("never"), X),
        n.DateOrder(">", X, fact("never")),
        n.DateBetween(X, fact("never"), X),
        n.Falls(fact("never"), n.Window("at least", days("0"), "around", X)),
        n.Falls(X, n.Window("within", days("9"), "after", fact("never"))),
        n.Compare("!=", n.DaysBetween(fact("never"), X), number("0")),
        n.Compare("<", n.Age("years", fact("never"), X), number("999")),
        n.Range(n.DaysBetween(X, fact("never")), number("-99999"), number("99999")),
        n.LastsFor(
            n.EndOf(n.Fact("q"), "start"),
            n.EndOf(n.Fact("q"), "end"),
            "less than",
            days("9"),
            n.Window("within", days("9"), "before", X),
        ),
    ],
)
def test_whatever_is_asked_of_what_never_happened_is_false(condition: n.Condition) -> None:
    assert outcome(condition, X=FIRST_DOSE, never="none", q="none") is False
    assert outcome(n.Not(condition), X=FIRST_DOSE, never="none", q="none") is True


def test_what_may_never_have_happened_does_not_satisfy() -> None:
    among = n.Extreme("smaller", (n.DaysBetween(fact("never"), X), number("5")))
    at_most_five = n.Compare("<=", among, number("5"))
    assert outcome(at_most_five, X=FIRST_DOSE) is None
    assert outcome(at_most_five, X=FIRST_DOSE, never="none") is False
    assert outcome(at_most_five, X=FIRST_DOSE, never="2020") is True


def test_records_without_a_day_are_not_in_order() -> None:
    latest = n.Select("latest", "rs", "r", field_day("since"), n.Truth(True), asked("ok"))
    never, dated = {"since": "none", "ok": False}, {"since": "2025", "ok": True}
    assert outcome(latest, rs=[never, dated]) is True
    assert result(latest, rs=[never]) == Result(None, frozenset({"missing"}), frozenset({"rs"}))
    # A day that is not known may be none: then there is no latest record at all.
    assert result(latest, rs=[{"ok": True}]).missing == {"rs[0].since"}
    two = n.Consecutive(2, "rs", "r", field_day("since"), n.Truth(True), asked("ok"))
    assert outcome(two, rs=[{"ok": True}, {"ok": True}]) is None
    assert outcome(two, rs=[{"since": "none", "ok": True}, dated]) is False


# ---- over records ----------------------------------------------------------------------------


def field_day(name: str) -> n.DateOf:
    return n.DateOf(n.Field("r", name))


def asked(name: str) -> n.Asked:
    return n.Asked(n.Field("r", name))


def test_a_record_that_may_not_be_a_member_beats_no_other() -> None:
    latest = n.Select("latest", "rs", "r", field_day("day"), asked("member"), asked("ok"))
    sure = {"day": "2026-01-01", "member": True, "ok": True}
    doubtful = {"day": "2026-02-01", "ok": False}
    assert result(latest, rs=[sure, doubtful]) == Result(
        None, frozenset({"missing"}), frozenset({"rs[1].member"})
    )
    assert outcome(latest, rs=[sure, {**doubtful, "ok": True}]) is True
    assert outcome(latest, rs=[sure, {**doubtful, "member": True}]) is False
    assert outcome(latest, rs=[sure, {**doubtful, "member": False}]) is True
    assert outcome(latest, rs=[{**sure, "member": None}]) is None


def test_a_record_that_may_not_be_a_member_parts_no_others() -> None:
    two = n.Consecutive(2, "rs", "r", field_day("day"), asked("member"), asked("ok"))
    first, last = ({"day": day, "member": True, "ok": True} for day in ("2026-01-01", "2026-01-09"))
    between = {"day": "2026-01-05", "ok": False}
    assert outcome(two, rs=[first, between, last]) is None
    assert outcome(two, rs=[first, {**between, "member": True}, last]) is False
    assert outcome(two, rs=[first, {**between, "member": False}, last]) is True
    assert outcome(two, rs=[{**first, "member": None}, last]) is None


def test_three_in_a_row() -> None:
    three = n.Consecutive(3, "rs", "r", field_day("day"), n.Truth(True), asked("ok"))
    days_ok = [("2026-01-01", True), ("2026-01-02", True), ("2026-01-03", False)]
    records = [{"day": day, "ok": ok} for day, ok in [*days_ok, ("2026-01-04", True)]]
    assert outcome(three, rs=records) is False
    assert (
        outcome(three, rs=[*records, *({"day": f"2026-02-0{i}", "ok": True} for i in (1, 2))])
        is True
    )
    assert outcome(three, rs=[records[0], records[1], {"day": "2026-01"}]) is None


def test_the_declared_range_bounds_what_is_reported_with_a_bound() -> None:
    total = n.Aggregate("sum", "rs", "r", n.Truth(True), n.Field("r", "dose"))
    highest = n.Aggregate("highest", "rs", "r", n.Truth(True), n.Field("r", "dose"))
    reported = [{"dose": {"value": 60, "unit": "mg", "bound": ">="}}]
    for term in (total, highest):
        assert outcome(n.Compare("<=", term, number("100")), rs=reported) is True
        assert outcome(n.Compare("<=", term, number("100")), rs=[{}]) is True
        assert outcome(n.Compare("<=", term, number("99")), rs=reported) is None
    assert outcome(n.Compare("<=", value("mass"), number("100")), mass=reported[0]["dose"]) is None


def test_the_mean_of_all_counts_doubtful_records_both_ways() -> None:
    mean = n.MeanOfLast(0, "rs", "r", field_day("day"), asked("member"), n.Field("r", "dose"))
    sure = {"member": True, "dose": {"value": 10, "unit": "mg"}}
    doubtful = {"dose": {"value": 20, "unit": "mg"}}
    assert outcome(n.Compare("<=", mean, number("15")), rs=[sure, doubtful]) is True
    assert outcome(n.Compare(">=", mean, number("10")), rs=[sure, doubtful]) is True
    assert outcome(n.Compare("<=", mean, number("14")), rs=[sure, doubtful]) is None
    assert result(n.Compare("<=", mean, number("14")), rs=[]).missing == {"rs"}
    assert result(n.Compare("<=", mean, number("14")), rs=[doubtful]).missing == {"rs[0].member"}


def test_none_is_one_of_the_different_values() -> None:
    different = n.Distinct("rs", "r", n.Truth(True), n.Field("r", "since"))
    assert outcome(n.HowMany(different, 1, 1), rs=[{"since": "none"}, {"since": "none"}]) is True
    assert outcome(n.HowMany(different, 2, 2), rs=[{"since": "none"}, {"since": "2025"}]) is True


def test_a_doubtful_record_is_not_counted_as_different() -> None:
    different = n.Distinct("rs", "r", asked("member"), n.Field("r", "day"))
    doubtful = {"day": "2026-01-02"}
    assert (
        outcome(n.HowMany(different, 2), rs=[{"day": "2026-01-01", "member": True}, doubtful])
        is None
    )


def test_a_picked_record_within_a_picked_record() -> None:
    """All pairs of candidates must agree."""
    inner = n.Select(
        "earliest",
        "rs",
        "s",
        n.DateOf(n.Field("s", "day")),
        n.Truth(True),
        n.DateOrder("<", n.DateOf(n.Field("s", "day")), field_day("day")),
    )
    latest = n.Select("latest", "rs", "r", field_day("day"), n.Truth(True), inner)
    assert outcome(latest, rs=[{"day": "2026-01-01"}, {"day": "2026-01-02"}]) is True
    assert outcome(latest, rs=[{"day": "2026-01-01"}]) is False
    assert outcome(latest, rs=[{"day": "2026-01"}, {"day": "2026-01-02"}]) is None


# ---- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "exponent", "low", "high"),
    [
        ("2", "1/2", "1.4142135623730950488", "1.4142135623730950489"),
        ("0.0004", "1/2", "0.02", "0.02"),
        ("8/27", "2/3", "0.44444444444444444444", "0.44444444444444444445"),
        ("1/4", "-1/2", "2", "2"),
        ("0.7", "-1.209", "1.5391341333349539289", "1.5391341333349539290"),
        ("0", "1/2", "0", "0"),
        ("1e-60", "1/2", "1e-30", "1e-30"),
        (
            "152415787532388367501905199875019052101",
            "1/2",
            "12345678901234567890",
            "12345678901234567891",
        ),
    ],
)
def test_powers_to_twenty_digits(base: str, exponent: str, low: str, high: str) -> None:
    power = n.Power(number(base), number(exponent))
    assert outcome(n.Range(power, number(low), number(high))) is True
    sharp = outcome(n.Compare("=", power, number(low)))
    assert sharp is (True if low == high else None)
    if low != high:
        assert result(n.Compare("=", power, number(low))).causes == {"cannot be computed"}


@pytest.mark.parametrize(
    "term",
    [
        n.Power(number("-8"), number("1/3")),
        n.Power(number("0"), number("-1/2")),
        n.Power(number("2"), number("1e9")),
        n.Root(2, number("-1")),
        n.Arith("/", value("x"), number("0")),
    ],
)
def test_what_has_no_value_is_unknown_and_cannot_be_computed(term: n.NumberTerm) -> None:
    for op in ("<", "!="):
        found = result(n.Compare("<" if op == "<" else "!=", term, number("0")), x=1)
        assert found == Result(None, frozenset({"cannot be computed"}))


def test_powers_of_what_is_absent() -> None:
    square = n.Power(value("x"), number("2"))
    assert outcome(n.Compare(">=", square, number("0"))) is None
    inverse = n.Power(value("x"), number("-1"))
    assert result(n.Compare("<", inverse, number("0"))).causes == {"missing"}


def test_intervals_of_reported_results() -> None:
    reported = {"value": 20, "unit": "mg", "bound": "<"}
    squared = n.Power(n.Arith("-", value("mass"), number("10")), number("2"))
    assert outcome(n.Compare(">=", squared, number("0")), mass=reported) is True
    assert outcome(n.Compare("<=", squared, number("100")), mass=reported) is True
    assert outcome(n.Compare("<", squared, number("100")), mass=reported) is None  # 0 is possible
    assert outcome(n.Compare("<=", n.Round(value("mass"), 0), number("20")), mass=reported) is True
    assert outcome(n.Compare("<", n.Round(value("mass"), 0), number("20")), mass=reported) is None
    halves = {"value": "2.5", "unit": "mg", "bound": "<"}
    assert outcome(n.Compare("<=", n.Round(value("mass"), 0), number("2")), mass=halves) is True
    inverse = n.Arith("/", number("1"), value("mass"))
    above = {"value": 0, "unit": "mg", "bound": ">"}
    assert outcome(n.Compare(">", inverse, number("0")), mass=above) is True
    assert outcome(n.Compare(">", inverse, number("0")), mass=reported) is None


def test_intervals_that_reach_below_zero() -> None:
    reported = {"value": 20, "unit": "mg", "bound": "<"}
    product = n.Arith("*", number("-2"), n.Arith("-", value("mass"), number("5")))  # (-30, 10]
    assert (
        outcome(n.Range(product, number("-30"), number("10"), False, True), mass=reported) is True
    )
    assert outcome(n.Compare(">=", product, number("10")), mass=reported) is None
    to_nothing = n.Power(value("mass"), number("0"))
    at_least = {"value": 20, "unit": "mg", "bound": ">="}
    assert outcome(n.Compare("=", to_nothing, number("1")), mass=at_least) is True


def test_the_larger_of_two_is_above_the_open_end_of_either() -> None:
    above = {"value": 2, "unit": "mg", "bound": ">"}
    larger = n.Extreme("larger", (value("mass"), number("2")))
    assert outcome(n.Compare(">", larger, number("2")), mass=above) is True
    smaller = n.Extreme("smaller", (value("mass"), number("2")))
    below = {"value": 2, "unit": "mg", "bound": "<"}
    assert outcome(n.Compare("<", smaller, number("2")), mass=below) is True


def test_one_end_settles_a_range_whatever_the_other_is() -> None:
    within = n.Range(value("x"), number("5"), n.ReferenceLimit(n.Fact("mass"), "upper"))
    assert outcome(within, x=3) is False
    assert outcome(within, x=3, mass={"value": 1, "unit": "mg"}) is False
    assert result(within, x=7, mass={"value": 1, "unit": "mg"}) == Result(
        None, frozenset({"cannot be computed"}), frozenset({"mass.uln"})
    )


# ---- lengths ---------------------------------------------------------------------------------


def test_a_recorded_length_in_months() -> None:
    def since(amount: n.NumberTerm, unit: n.LengthUnit) -> n.Condition:
        return n.Falls(fact("e"), n.Window("at least", n.Length(amount, unit), "before", X))

    half = {"value": "0.5", "unit": "mo"}
    assert result(
        since(value("months"), "month"), X=FIRST_DOSE, e="2020-01-01", months=half
    ).causes == {"cannot be computed"}
    assert (
        outcome(since(value("months"), "year"), X=FIRST_DOSE, e="2025-09-02", months=half) is True
    )
    negative = since(value("x"), "month")
    assert outcome(negative, X=FIRST_DOSE, e="2026-03-02", x=-3) is True
    assert outcome(negative, X=FIRST_DOSE, e="2026-03-03", x=-3) is False


def test_a_length_that_may_be_a_fraction_of_a_month_settles_nothing() -> None:
    """Else a refinement to 1.5 months would undo it."""

    def shorter(amount: n.NumberTerm) -> n.Condition:
        lengths = (n.Length(amount, "month"), days("21"))
        window = n.Window("at least", n.ExtremeLength("shorter", lengths), "before", X)
        return n.Falls(fact("e"), window)

    assert result(shorter(value("months")), X=FIRST_DOSE, e="2025-01-01").missing == {"months"}
    assert outcome(shorter(value("w")), X=FIRST_DOSE, e="2025") is True


def test_dates_far_beyond_the_calendar() -> None:
    million = n.Length(number("1e6"), "year")
    there = n.Shift(n.DateConst(date(2024, 2, 29)), "after", million)
    back = n.Shift(there, "before", million)
    assert outcome(n.DateOrder("=", back, n.DateConst(date(2024, 2, 29)))) is True
    assert outcome(n.DateOrder("<", there, n.Shift(there, "after", days("1")))) is True


# ---- alternatives ----------------------------------------------------------------------------


def test_a_table_over_the_whole_numbers() -> None:
    """Between 1 and 2 lies no whole number, so every value has a row."""
    rows = (
        n.Row((n.CellRange(None, Fraction(1)),), n.Truth(True)),
        n.Row((n.CellRange(Fraction(2), None),), n.Truth(True)),
    )
    assert outcome(n.Table("t", (value("w"),), rows)) is True
    assert outcome(n.Table("t", (value("x"),), rows)) is None
    assert (
        outcome(
            n.Table("t", (value("mass"),), rows), mass={"value": 2, "unit": "mg", "bound": ">="}
        )
        is True
    )


def test_a_key_is_asked_only_if_it_changes_the_row() -> None:
    rows = tuple(
        n.Row((n.CellOptions((answer,)), n.CellOptions((sex,))), n.Truth(sex == "female"))
        for answer in ("yes", "no")
        for sex in ("female", "male")
    )
    table = n.Table("t", (n.Fact("a"), n.Fact("sex")), rows)
    assert result(table).missing == {"sex"}
    assert outcome(table, sex="male") is False


def test_alternatives_without_otherwise() -> None:
    cases = n.Cases((n.Case(n.Asked(n.Fact("a")), n.Truth(True)),), None)
    assert result(cases, a=False) == Result(None, frozenset({"cannot be computed"}))
    assert result(cases) == Result(None, frozenset({"missing"}), frozenset({"a"}))
    assert outcome(cases, a=True) is True


def test_a_condition_is_asked_only_if_it_changes_the_alternative() -> None:
    same = n.Asked(n.Fact("j"))
    cases = n.Cases((n.Case(n.Asked(n.Fact("a")), same), n.Case(n.Asked(n.Fact("b")), same)), same)
    assert result(cases).missing == {"j"}
    other = n.Cases((n.Case(n.Asked(n.Fact("a")), n.Truth(True)), *cases.cases), same)
    assert result(other).missing == {"a", "j"}


# ---- criteria --------------------------------------------------------------------------------


def criterion(name: str, condition: n.Condition, applies: n.Condition | None = None) -> n.Criterion:
    kind: Any = "inclusion" if name.startswith("I") else "exclusion"
    return n.Criterion(name, kind, name[1:], name, condition, 1, 1, applies)


def test_parts_of_the_study_and_the_status_of_another_criterion() -> None:
    protocol = program(
        criterion("I1", n.Asked(n.Fact("a")), n.InParts(("phase_1",))),
        criterion("I2", n.Status("I1")),
        criterion("E3", n.Status("E4")),
        criterion("E4", n.Asked(n.Fact("b"))),
        parts=("phase_1", "phase_2"),
    )
    found = screen(protocol, read(protocol, {"parts": ["phase_2"], "b": True}))
    assert found.statuses == {
        "I1": "does not apply",
        "I2": "satisfied",
        "E3": "satisfied",
        "E4": "violated",
    }
    assert (found.verdict, found.ask, found.causes) == ("ineligible", frozenset(), frozenset())
    open_parts = {"parts": {"values": [], "complete": False}, "b": False}
    found = screen(protocol, read(protocol, open_parts))
    assert found.results["I1"].missing == {"parts", "a"}
    assert found.results["I1"].causes == {"list incomplete", "missing"}


def test_members_that_are_asked_only_of_some() -> None:
    who, part = n.Asked(n.Fact("a")), n.Asked(n.Fact("b"))
    assert outcome(n.When(who, part, otherwise=True), a=False) is True
    assert outcome(n.When(who, part, otherwise=False), a=False) is False
    assert outcome(n.When(who, part, otherwise=True), a=True, b=False) is False
    assert result(n.When(who, part, otherwise=True), b=False).missing == {"a"}


def test_accepted_if_lets_more_patients_in() -> None:
    accepted = n.Except(n.Asked(n.Fact("a")), n.Asked(n.Fact("j")), "accepted if")
    assert outcome(accepted, a=False, j="yes") is True
    assert outcome(accepted, a=False, j="no") is False
    assert result(accepted, a=False).causes == {"not yet answered"}
