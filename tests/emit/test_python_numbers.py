"""Exact arithmetic within limits, and the calendar, as the generated module has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critc.emit.python.runtime import numbers as r
from critc.emit.python.runtime.calendar import completed_months, completed_years, months_later
from critc.emit.python.runtime.days import (
    age_in,
    day_in,
    months_between,
    months_from,
    period_in,
    years_between,
)
from critc.emit.python.runtime.entries import number_in_words
from critc.emit.python.runtime.values import PartialDate, Period

DATES = st.dates(date(1000, 1, 1), date(2999, 12, 31))
FRACTIONS = st.fractions(-50, 50, max_denominator=20)


def ends(interval: r.Interval | None) -> tuple[Any, ...] | None:
    if interval is None:
        return None
    return interval.low, interval.high, interval.low_open, interval.high_open


def exactly(text: str) -> tuple[Any, ...]:
    value = Fraction(text)
    return value, value, False, False


@pytest.mark.parametrize(
    ("base", "exponent", "result"),
    [
        ("16", "1/2", "4"),
        ("1/1000", "1/3", "1/10"),
        ("2", "-2", "1/4"),
        ("4/9", "3/2", "8/27"),
        ("0", "1/2", "0"),
        ("5", "0", "1"),
        ("-2", "3", "-8"),
        ("1", "1/999983", "1"),
    ],
)
def test_a_power_that_ends_is_exact(base: str, exponent: str, result: str) -> None:
    found = r.power(r.point(Fraction(base)), Fraction(exponent))
    if Fraction(result).denominator == 27:  # a fraction of endless digits is cut
        assert found is not None
        assert found.low < Fraction(result) < found.high
    else:
        assert ends(found) == exactly(result)


@pytest.mark.parametrize(
    ("base", "exponent", "low"),
    [
        ("2", "1/2", "1.4142135623730950488"),
        ("2", "1/3", "1.2599210498948731647"),
        ("0.9", "-0.302", "1.0323305082596909098"),
    ],
)
def test_any_other_power_is_cut_after_20_digits(base: str, exponent: str, low: str) -> None:
    found = r.power(r.point(Fraction(base)), Fraction(exponent))
    assert found is not None
    unit = Fraction(10) ** -len(low.partition(".")[2])
    assert (found.low, found.high) == (Fraction(low), Fraction(low) + unit)


@given(
    st.fractions("0.001", 10_000, max_denominator=1000),
    st.fractions(-2, 2, max_denominator=200).filter(lambda exponent: exponent.denominator > 1),
)
def test_a_cut_power_lies_between_two_numbers_of_20_digits(
    base: Fraction, exponent: Fraction
) -> None:
    found = r.power(r.point(base), exponent)
    assert found is not None
    raised = base**exponent.numerator
    degree = exponent.denominator
    assert found.low**degree <= raised <= found.high**degree
    if found.known:
        assert found.low**degree == raised
    else:
        digits = Fraction(found.low) / Fraction(found.high - found.low)
        assert digits.denominator == 1
        assert len(str(digits.numerator)) == 20


@pytest.mark.parametrize(
    ("base", "exponent"),
    [("0", "-1"), ("-4", "1/2"), ("-8", "1/3"), ("2", "1001"), ("2", "1/1000003")],
)
def test_some_powers_have_no_value(base: str, exponent: str) -> None:
    assert r.power(r.point(Fraction(base)), Fraction(exponent)) is None


@pytest.mark.parametrize(
    ("value", "digits", "result"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1.005", 2, "1.01"),
        ("24.949", 1, "24.9"),
        ("1250", -2, "1300"),
    ],
)
def test_rounding_is_half_away_from_zero(value: str, digits: int, result: str) -> None:
    assert ends(r.rounded(r.point(Fraction(value)), digits)) == exactly(result)


def test_an_end_that_is_not_reached_is_rounded_as_it_is_approached() -> None:
    below = r.Interval(Fraction(0), Fraction("2.5"), False, True)
    assert ends(r.rounded(below, 0)) == (0, 2, False, False)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[r.Interval, Fraction]:
    """An interval, and a number in it."""
    low, inside, high = sorted(draw(st.tuples(FRACTIONS, FRACTIONS, FRACTIONS)))
    if draw(st.booleans()):
        return r.Interval(low, high, low < inside and draw(st.booleans())), inside
    return r.Interval(-r.INFINITY, high, True, high > inside and draw(st.booleans())), inside


def within(value: Fraction, interval: r.Interval) -> bool:
    above = interval.low < value or (interval.low == value and not interval.low_open)
    below = value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


@given(intervals(), intervals(), st.integers(0, 5), st.integers(-1, 2))
def test_what_is_computed_with_numbers_inside_is_inside(
    left: tuple[r.Interval, Fraction], right: tuple[r.Interval, Fraction], n: int, digits: int
) -> None:
    (a, x), (b, y) = left, right
    assert within(x + y, r.plus(a, b))
    assert within(x - y, r.plus(a, r.negative(b)))
    assert within(x * y, r.times(a, b))
    assert within(min(x, y), r.smaller([a, b]))
    assert within(max(x, y), r.larger([a, b]))
    assert within(x**n, r.whole_power(a, n))
    assert within(Fraction(r.nearest(x, digits)), r.rounded(a, digits))
    inverted = r.reciprocal(b)
    if inverted is not None:
        assert within(x / y, r.times(a, inverted))
    assert r.at_most(a, b) in (None, x <= y)
    assert r.below(a, b) in (None, x < y)


@given(DATES, st.integers(-11000, 11000))
def test_months_are_clamped_to_the_last_day(day: date, months: int) -> None:
    moved = date.fromordinal(int(months_later(day.toordinal(), months)))
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    next_day = date.fromordinal(moved.toordinal() + 1)
    assert moved.day == day.day or (moved.day < day.day and next_day.day == 1)
    assert months_from(day, months) == moved


@given(DATES, DATES)
def test_the_two_ways_to_an_age_agree(birth: date, moment: date) -> None:
    ordinals = birth.toordinal(), moment.toordinal()
    assert completed_months(*ordinals) == months_between(birth, moment)
    assert completed_years(*ordinals) == years_between(birth, moment)


@pytest.mark.parametrize(
    ("birth", "moment", "years"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2004-02-29", "2024-02-29", 20),
        ("2008-03-02", "2026-03-01", 17),
    ],
)
def test_completed_years(birth: str, moment: str, years: int) -> None:
    assert years_between(date.fromisoformat(birth), date.fromisoformat(moment)) == years


def test_days_beyond_the_calendar() -> None:
    assert months_later(1, -12) == -365
    assert months_later(date(9999, 12, 31).toordinal(), 1) == date(9999, 12, 31).toordinal() + 31
    assert months_later(r.INFINITY, 3) == r.INFINITY


MARCH = PartialDate.of_month(2026, 3)
FIRST, TENTH = date(2026, 3, 1), date(2026, 3, 10)


@pytest.mark.parametrize(
    ("day", "low", "high", "outcome"),
    [
        (MARCH, FIRST, date(2026, 3, 31), True),
        (MARCH, FIRST, TENTH, None),
        (MARCH, date(2026, 4, 1), date(2026, 4, 2), False),
        (TENTH, FIRST, TENTH, True),
        (None, FIRST, TENTH, None),
        ("none", None, None, False),
        ("ongoing", None, None, False),
        (TENTH, None, None, None),
        (PartialDate.of_year(2025), FIRST, TENTH, False),
    ],
)
def test_a_day_in_a_window(day: Any, low: Any, high: Any, outcome: bool | None) -> None:
    assert day_in(day, low, high) is outcome


@pytest.mark.parametrize(
    ("period", "outcome"),
    [
        (Period(FIRST, "ongoing"), True),
        (Period(FIRST, None), None),
        (Period(TENTH, None), False),
        (Period(None, FIRST), False),
        (Period(MARCH, "ongoing"), None),
        ("none", False),
        (None, None),
    ],
)
def test_a_period_that_covers_days(period: Any, outcome: bool | None) -> None:
    assert period_in(period, date(2026, 3, 5), date(2026, 3, 9)) is outcome


@pytest.mark.parametrize(
    ("birth", "low", "high", "outcome"),
    [
        (PartialDate.of_year(1950), 18, 76, True),
        (PartialDate.of_year(1950), 18, 75, None),
        (PartialDate.of_year(1940), 18, 75, False),
        (None, 18, None, None),
        ("none", 18, None, False),
    ],
)
def test_an_age_between(birth: Any, low: int, high: int | None, outcome: bool | None) -> None:
    assert age_in("years", birth, date(2026, 6, 1), low, high) is outcome


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Decimal("9.0"), "9.0"),
        (Decimal("1E+3"), "1000"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 80), "-0.0125"),
        (Fraction(160, 7), "about 22.86"),
        (Fraction(3), "3"),
        (7, "7"),
    ],
)
def test_numbers_in_words(value: Any, words: str) -> None:
    assert number_in_words(value) == words
