"""The 22 criteria of NCT02926950 as a careful programmer would write them: a second yardstick of speed.

It has what the first one lacks: means of the last results, ages against the greater of two numbers,
windows whose length is the patient's, days counted inside a window, nested latest results. All 22 are
always evaluated, on the same ``Patient`` as the generated validator, whose outcomes it shares (the
benchmark compares them before it measures).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from by_hand import (
    FOREVER,
    Truth,
    all_of,
    any_of,
    at_least,
    before,
    completed_years,
    days_earlier,
    first_day,
    is_one_of,
    last_day,
    latest,
    more_than,
    negate,
    on_or_before,
    period_within,
    some,
    throughout_days_before,
    unless,
    within_days_before,
    years_earlier,
)

TWELVE_WEEKS = 84


# ---- numbers ----------------------------------------------------------------------------------


def less_than(quantity: Any, limit: Decimal) -> Truth:
    return negate(at_least(quantity, limit))


def times_upper_limit(quantity: Any, factor: Decimal) -> Truth:
    """More than so many times the upper limit of normal."""
    if quantity is None or quantity.uln is None:
        return None
    return more_than(quantity, factor * quantity.uln)


def mean_of_last_above(
    records: Any, count: int, inside: Callable[[Any], Truth], limit: Decimal
) -> Truth:
    """The mean of the last results is above a limit; None where it is open which these are."""
    if records is None or not records.complete:
        return None
    results = []
    for record in records.items:
        counts = inside(record)
        if counts is False:
            continue
        known = record.value is not None and not record.value.bound
        if counts is None or not known or not isinstance(record.date, date):
            return None
        results.append((record.date, record.value.value))
    if len(results) < count:
        return None
    results.sort(key=lambda result: result[0])
    if len(results) > count and results[-count][0] == results[-count - 1][0]:
        return None
    return bool(sum(value for _, value in results[-count:]) > count * limit)


# ---- dates ------------------------------------------------------------------------------------


def month_later(day: date) -> date:
    year, month = day.year + day.month // 12, day.month % 12 + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def month_earlier(day: date) -> date:
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(day.year, day.month, 1) - timedelta(1)


def longer_than_a_month(period: Any) -> Truth:
    if period is None or period.start is None or period.end is None:
        return None
    if first_day(period.end) > month_later(last_day(period.start)):
        return True
    return False if last_day(period.end) <= month_later(first_day(period.start)) else None


def begun_a_month_before(period: Any, moment: Any) -> Truth:
    if period is None or period.start is None or moment is None:
        return None
    if last_day(period.start) < month_earlier(first_day(moment)):
        return True
    return False if first_day(period.start) >= month_earlier(last_day(moment)) else None


def within_longer_of(day: Any, days: int, half_lives: int, half_life: Any, moment: Any) -> Truth:
    """A day lies within so many days, or so many half-lives, before a moment, whichever is longer."""
    surely = within_days_before(day, days, moment)
    if surely or day is None or moment is None:
        return surely
    if half_life is None or half_life.bound:
        return all_of(on_or_before(day, moment), None)
    length = max(Decimal(days), half_lives * half_life.value)
    if (last_day(moment) - first_day(day)).days <= length:
        return on_or_before(day, moment)
    if (first_day(moment) - last_day(day)).days > length:
        return False
    return all_of(on_or_before(day, moment), None)


def days_inside(start: date, end: date, first: date, last: date) -> int:
    return (min(end, last) - max(start, first)).days + 1


def lasts_longer(period: Any, days: int, window: int, moment: Any) -> Truth:
    """More than so many days of a period lie in a window before a moment."""
    if period is None or moment is None:
        return None
    first, last = first_day(moment) - timedelta(window), last_day(moment)
    earliest = date.min if period.start is None else first_day(period.start)
    latest_start = FOREVER if period.start is None else last_day(period.start)
    earliest_end = date.min if period.end is None else first_day(period.end)
    latest_end = FOREVER if period.end is None else last_day(period.end)
    if days_inside(latest_start, earliest_end, first, last) > days:
        return True
    return False if days_inside(earliest, latest_end, first, last) <= days else None


def at_screening(record: Any) -> Truth:
    return is_one_of(record.visit, "screening")


def central_at_screening(record: Any) -> Truth:
    return all_of(at_screening(record), is_one_of(record.laboratory, "central"))


# ---- inclusion criteria -----------------------------------------------------------------------


def inclusion_1(p: Any) -> Truth:
    def stable(course: Any) -> Truth:
        return throughout_days_before(course.taken, TWELVE_WEEKS, p.enrollment)

    enough = some(p.metformin, lambda m: all_of(stable(m), at_least(m.dose, Decimal(1500))))
    less = some(p.metformin, lambda m: all_of(stable(m), _some_but_less(m.dose)))
    return all_of(
        p.type_2_diabetes,
        p.diet_and_exercise,
        any_of(enough, all_of(less, p.intolerance_documented)),
    )


def _some_but_less(dose: Any) -> Truth:
    return all_of(more_than(dose, Decimal(0)), less_than(dose, Decimal(1500)))


def inclusion_2(p: Any) -> Truth:
    found: Truth = p.consent_signed
    return found


# ---- exclusion criteria: each says whether it bars ----------------------------------------------


def exclusion_1(p: Any) -> Truth:
    if p.birth_date is None or p.screening is None:
        return None
    youngest = completed_years(last_day(p.birth_date), first_day(p.screening))
    oldest = completed_years(first_day(p.birth_date), last_day(p.screening))
    if oldest < max(18, p.legal_age or 0):
        return True
    return None if p.legal_age is None or youngest < max(18, p.legal_age) else False


def exclusion_2(p: Any) -> Truth:
    found: Truth = p.type_1_diabetes
    return found


def exclusion_3(p: Any) -> Truth:
    def index(compared: Callable[[Decimal], bool]) -> Truth:
        def weighed(weight: Any) -> Truth:
            return latest(p.height, at_screening, lambda height: _index(weight, height, compared))

        return latest(p.weight, at_screening, weighed)

    return any_of(index(lambda bmi: bmi <= 20), index(lambda bmi: bmi > 45))


def _index(weight: Any, height: Any, compared: Callable[[Decimal], bool]) -> Truth:
    if weight.value is None or height.value is None or weight.value.bound or height.value.bound:
        return None
    if not height.value.value:
        return None
    return compared(weight.value.value * 10_000 / height.value.value**2)


def exclusion_4(p: Any) -> Truth:
    return any_of(
        latest(p.hba1c, central_at_screening, lambda test: less_than(test.value, Decimal(7))),
        latest(p.hba1c, central_at_screening, lambda test: more_than(test.value, Decimal(10))),
    )


def exclusion_5(p: Any) -> Truth:
    def high(test: Any) -> Truth:
        return more_than(test.value, Decimal(15))

    def repeats(first: Any) -> Callable[[Any], Truth]:
        return lambda test: all_of(
            before(test.date, p.randomization), before(first.date, test.date)
        )

    def confirmed(first: Any) -> Truth:
        return latest(p.fasting_glucose, repeats(first), high)

    def ever_confirmed(first: Any) -> Truth:
        return some(p.fasting_glucose, lambda test: all_of(repeats(first)(test), high(test)))

    return all_of(
        latest(p.fasting_glucose, central_at_screening, high),
        any_of(
            latest(p.fasting_glucose, central_at_screening, confirmed),
            latest(p.fasting_glucose, central_at_screening, ever_confirmed),
        ),
    )


def exclusion_6(p: Any) -> Truth:
    unwilling = any_of(negate(p.birth_control_willing), negate(p.pregnancy_tests_willing))
    return all_of(_childbearing_potential(p), unwilling)


def _childbearing_potential(p: Any) -> Truth:
    sterile = any_of(p.hysterectomy, p.bilateral_salpingectomy, p.bilateral_oophorectomy)
    postmenopausal = all_of(p.no_menses_for_12_months, negate(p.other_cause_of_amenorrhoea))
    return all_of(is_one_of(p.sex, "female"), p.menarche, negate(postmenopausal), negate(sterile))


def exclusion_7(p: Any) -> Truth:
    start = days_earlier(p.screening, TWELVE_WEEKS)

    def low(course: Any) -> Truth:
        recent = period_within(course.taken, start, p.screening)
        return all_of(recent, _some_but_less(course.dose), negate(course.maximum_tolerated))

    return any_of(
        some(p.antidiabetics, lambda drug: period_within(drug.given, start, p.screening)),
        some(p.insulin_courses, lambda course: period_within(course.given, start, p.screening)),
        some(p.metformin, low),
    )


def exclusion_8(p: Any) -> Truth:
    def bars(course: Any) -> Truth:
        long = longer_than_a_month(course.given)
        past = begun_a_month_before(course.given, p.screening)
        return unless(all_of(long, past), course.gestational)

    return some(p.insulin_courses, bars)


def exclusion_9(p: Any) -> Truth:
    start = years_earlier(p.screening, 3)
    return some(
        p.gastric_procedures,
        lambda done: all_of(
            on_or_before(start, done.done_on), on_or_before(done.done_on, p.screening)
        ),
    )


def exclusion_10(p: Any) -> Truth:
    return any_of(
        within_days_before(p.last_ketoacidosis, TWELVE_WEEKS, p.screening),
        within_days_before(p.last_hyperosmolar_coma, TWELVE_WEEKS, p.screening),
    )


def exclusion_11(p: Any) -> Truth:
    return any_of(
        mean_of_last_above(p.systolic, 3, at_screening, Decimal(180)),
        mean_of_last_above(p.diastolic, 3, at_screening, Decimal(100)),
    )


def exclusion_12(p: Any) -> Truth:
    return within_days_before(p.last_hypertensive_crisis, TWELVE_WEEKS, p.screening)


def exclusion_13(p: Any) -> Truth:
    return any_of(
        p.severe_anaemia,
        p.severe_cardiovascular,
        all_of(p.heart_failure, is_one_of(p.heart_failure_class, "nyha_4")),
        p.severe_respiratory,
        p.severe_hepatic,
        p.severe_neurological,
        p.severe_psychiatric,
        p.active_tumour,
        p.other_systemic_disease,
        p.short_life_expectancy,
    )


def exclusion_14(p: Any) -> Truth:
    def high(test: Any) -> Truth:
        return times_upper_limit(test.value, Decimal(3))

    return any_of(latest(p.ast, at_screening, high), latest(p.alt, at_screening, high))


def exclusion_15(p: Any) -> Truth:
    limit = Decimal("1.5")
    high = latest(p.bilirubin, at_screening, lambda test: times_upper_limit(test.value, limit))
    return unless(high, p.gilbert)


def exclusion_16(p: Any) -> Truth:
    def bars(course: Any) -> Truth:
        local = is_one_of(course.route, "topical", "ophthalmic", "inhaled")
        return unless(lasts_longer(course.given, 10, 90, p.screening), local)

    return some(p.glucocorticoids, bars)


def exclusion_17(p: Any) -> Truth:
    def recent(drug: Any, moment: Any) -> Truth:
        return within_longer_of(drug.last_dose, TWELVE_WEEKS, 5, drug.half_life, moment)

    return some(
        p.other_study_drugs,
        lambda drug: any_of(recent(drug, p.screening), recent(drug, p.randomization)),
    )


def exclusion_18(p: Any) -> Truth:
    positive = latest(
        p.serum_pregnancy_test, at_screening, lambda test: is_one_of(test.value, "positive")
    )
    pregnant = all_of(_childbearing_potential(p), positive)
    return all_of(is_one_of(p.sex, "female"), any_of(pregnant, p.breastfeeding))


def exclusion_19(p: Any) -> Truth:
    return any_of(p.unable_to_monitor, p.unable_to_keep_diary, p.unable_to_comply)


def exclusion_20(p: Any) -> Truth:
    found: Truth = p.metformin_contraindicated
    return found


# ---- the whole protocol -----------------------------------------------------------------------

INCLUSIONS = {f"I{n}": globals()[f"inclusion_{n}"] for n in range(1, 3)}
EXCLUSIONS = {f"E{n}": globals()[f"exclusion_{n}"] for n in range(1, 21)}


def outcomes(p: Any) -> dict[str, Truth]:
    """Each criterion's status: satisfied, violated (False) or unknown (None)."""
    found = {name: criterion(p) for name, criterion in INCLUSIONS.items()}
    for name, criterion in EXCLUSIONS.items():
        found[name] = negate(criterion(p))
    return found
