"""The 31 criteria of NCT07289048 as a careful programmer would write them: the yardstick of speed.

Three-valued logic, dates and decimals have helper functions; each criterion is a function; all 31 are
always evaluated. It takes the same ``Patient`` as the generated validator, whose outcomes it shares (the
benchmark compares them before it measures).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Truth = bool | None
"""True, False, or None for unknown."""

FOREVER = date(9999, 12, 31)


# ---- three-valued logic -----------------------------------------------------------------------


def negate(part: Truth) -> Truth:
    return None if part is None else not part


def all_of(*parts: Truth) -> Truth:
    unknown = False
    for part in parts:
        if part is False:
            return False
        unknown = unknown or part is None
    return None if unknown else True


def any_of(*parts: Truth) -> Truth:
    unknown = False
    for part in parts:
        if part is True:
            return True
        unknown = unknown or part is None
    return None if unknown else False


def unless(part: Truth, exception: Truth) -> Truth:
    return all_of(part, negate(exception))


def some(records: Any, condition: Callable[[Any], Truth]) -> Truth:
    if records is None:
        return None
    unknown = not records.complete
    for record in records.items:
        outcome = condition(record)
        if outcome is True:
            return True
        unknown = unknown or outcome is None
    return None if unknown else False


# ---- numbers ----------------------------------------------------------------------------------


def at_least(quantity: Any, limit: Decimal) -> Truth:
    if quantity is None:
        return None
    if not quantity.bound:
        return bool(quantity.value >= limit)
    if quantity.bound in (">", ">="):
        return True if quantity.value >= limit else None
    if quantity.value < limit or (quantity.bound == "<" and quantity.value == limit):
        return False
    return None


def more_than(quantity: Any, limit: Decimal) -> Truth:
    if quantity is None:
        return None
    if not quantity.bound:
        return bool(quantity.value > limit)
    if quantity.bound in ("<", "<="):
        return False if quantity.value <= limit else None
    if quantity.value > limit or (quantity.bound == ">" and quantity.value == limit):
        return True
    return None


def grade_at_least(grade: int | None, limit: int) -> Truth:
    return None if grade is None else grade >= limit


def is_one_of(choice: str | None, *options: str) -> Truth:
    return None if choice is None else choice in options


# ---- dates ------------------------------------------------------------------------------------


def first_day(day: Any) -> date:
    found: date = day if isinstance(day, date) else FOREVER if day == "ongoing" else day.first
    return found


def last_day(day: Any) -> date:
    found: date = day if isinstance(day, date) else FOREVER if day == "ongoing" else day.last
    return found


def on_or_before(a: Any, b: Any) -> Truth:
    if a is None or b is None:
        return None
    if a == "none" or b == "none":
        return False
    if last_day(a) <= first_day(b):
        return True
    return False if first_day(a) > last_day(b) else None


def before(a: Any, b: Any) -> Truth:
    if a is None or b is None:
        return None
    if a == "none" or b == "none":
        return False
    if last_day(a) < first_day(b):
        return True
    return False if first_day(a) >= last_day(b) else None


def days_earlier(day: Any, days: int) -> Any:
    if day is None or day == "none":
        return day
    if isinstance(day, date):
        return day - timedelta(days)
    return Vague(day.first - timedelta(days), day.last - timedelta(days))


def years_earlier(day: Any, years: int) -> Any:
    if day is None or day == "none":
        return day
    if isinstance(day, date):
        return _years_earlier(day, years)
    return Vague(_years_earlier(day.first, years), _years_earlier(day.last, years))


def _years_earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


class Vague:
    """A date that is known to lie between two days."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last


def within_days_before(day: Any, days: int, moment: Any) -> Truth:
    return all_of(on_or_before(days_earlier(moment, days), day), on_or_before(day, moment))


def less_than_days_before(day: Any, days: int, moment: Any) -> Truth:
    return all_of(before(days_earlier(moment, days), day), on_or_before(day, moment))


def period_within(period: Any, start: Any, moment: Any) -> Truth:
    """Any day of the period lies from start to moment."""
    if period is None:
        return None
    if period == "none":
        return False
    return all_of(on_or_before(period.start, moment), on_or_before(start, period.end))


def throughout_days_before(period: Any, days: int, moment: Any) -> Truth:
    if period is None:
        return None
    if period == "none":
        return False
    return all_of(
        on_or_before(period.start, days_earlier(moment, days)), on_or_before(moment, period.end)
    )


def completed_years(birth: date, at: date) -> int:
    return at.year - birth.year - ((at.month, at.day) < (birth.month, birth.day))


def age_between(birth: Any, at: Any, low: int, high: int) -> Truth:
    if birth is None or at is None:
        return None
    youngest = completed_years(last_day(birth), first_day(at))
    oldest = completed_years(first_day(birth), last_day(at))
    if low <= youngest and oldest <= high:
        return True
    return False if oldest < low or youngest > high else None


def latest(
    records: Any, inside: Callable[[Any], Truth], condition: Callable[[Any], Truth]
) -> Truth:
    """The latest record inside a window satisfies a condition."""
    if records is None or not records.complete:
        return None
    windowed = [(record, inside(record)) for record in records.items]
    certain = [record for record, outcome in windowed if outcome is True]
    if not certain:
        return None
    outcomes = {
        condition(record)
        for record, outcome in windowed
        if outcome is not False and not any(_later(other, record) for other in certain)
    }
    return outcomes.pop() if len(outcomes) == 1 else None


def _later(a: Any, b: Any) -> bool:
    return b.date is not None and first_day(a.date) > last_day(b.date)


# ---- inclusion criteria -----------------------------------------------------------------------


def inclusion_1(p: Any) -> Truth:
    return age_between(p.birth_date, p.consent, 18, 75)


def inclusion_2(p: Any) -> Truth:
    return is_one_of(p.sclc_confirmed_by, "histology")


def inclusion_3(p: Any) -> Truth:
    return all_of(p.extensive_stage, _refractory_lines(p.therapies, 2, 3), _immunotherapy(p))


def _refractory_lines(therapies: Any, low: int, high: int) -> Truth:
    if therapies is None:
        return None
    certain = [t for t in therapies.items if t.refractory is True]
    possible = [t for t in therapies.items if t.refractory is not False]
    known = {t.line_number for t in certain if t.line_number is not None}
    least = len(known) or (1 if certain else 0)
    most: float = len({t.line_number for t in possible if t.line_number is not None})
    most += sum(t.line_number is None for t in possible)
    if not therapies.complete:
        most = float("inf")
    if low <= least and most <= high:
        return True
    return False if most < low or least > high else None


def _immunotherapy(p: Any) -> Truth:
    return some(p.therapies, lambda t: all_of(t.refractory, _includes(t.drug_classes, "pd1_pdl1")))


def _includes(choices: Any, option: str) -> Truth:
    if choices is None:
        return None
    if option in choices.values:
        return True
    return False if choices.complete else None


def inclusion_4(p: Any) -> Truth:
    return some(p.lesions, _target)


def _target(lesion: Any) -> Truth:
    not_brain = negate(is_one_of(lesion.site, "brain"))
    not_treated = any_of(negate(lesion.irradiated), lesion.progressed_after_local_therapy)
    return all_of(lesion.recist_target, not_brain, _measurable(lesion), not_treated)


def _measurable(lesion: Any) -> Truth:
    node = at_least(lesion.short_axis, Decimal(15))
    other = at_least(lesion.longest, Decimal(10))
    if lesion.site is None:
        return node if node is other else None
    return node if lesion.site == "lymph_node" else other


def inclusion_5(p: Any) -> Truth:
    return None if p.ecog is None else 0 <= p.ecog <= 1


def inclusion_6(p: Any) -> Truth:
    found: Truth = p.life_expectancy_3_months
    return found


def inclusion_7(p: Any) -> Truth:
    found: Truth = p.adequate_organ_function
    return found


def inclusion_8(p: Any) -> Truth:
    could_bear = all_of(is_one_of(p.sex, "female"), p.childbearing_potential)
    return all_of(
        any_of(negate(p.fertile), p.contraception_agreed),
        any_of(negate(could_bear), _latest_pregnancy_test_negative(p)),
    )


def _latest_pregnancy_test_negative(p: Any) -> Truth:
    return latest(
        p.serum_pregnancy_test,
        lambda test: within_days_before(test.date, 7, p.first_dose),
        lambda test: is_one_of(test.value, "negative"),
    )


def inclusion_9(p: Any) -> Truth:
    procedure = p.first_study_procedure
    same_day = all_of(on_or_before(procedure, p.consent), on_or_before(p.consent, procedure))
    return all_of(
        p.written_consent,
        negate(
            any_of(before(procedure, p.consent), all_of(same_day, p.procedure_before_signature))
        ),
    )


# ---- exclusion criteria: each says whether it bars ----------------------------------------------


def exclusion_1(p: Any) -> Truth:
    return any_of(p.combined_sclc, p.sclc_from_nsclc, p.nsclc_from_sclc)


def exclusion_2(p: Any) -> Truth:
    return some(
        p.hypersensitivities,
        lambda h: any_of(
            all_of(is_one_of(h.agent, "antibody_therapy"), grade_at_least(h.grade, 3)),
            is_one_of(h.agent, "ibi363_ingredient"),
        ),
    )


def exclusion_3(p: Any) -> Truth:
    return any_of(
        some(
            p.surgeries,
            lambda s: unless(
                all_of(within_days_before(s.done_on, 28, p.first_dose), s.major_surgery),
                s.needle_biopsy,
            ),
        ),
        some(
            p.traumas,
            lambda t: all_of(
                within_days_before(t.injured_on, 28, p.first_dose), t.significant_trauma
            ),
        ),
        p.elective_surgery_foreseen,
    )


LOCAL = ("topical", "ocular", "intra_articular", "intranasal", "inhaled")


def exclusion_4(p: Any) -> Truth:
    return any_of(
        some(
            p.steroids,
            lambda s: unless(
                all_of(
                    period_within(s.given, days_earlier(p.first_dose, 14), p.first_dose),
                    more_than(s.prednisone_equivalent, Decimal(10)),
                ),
                any_of(is_one_of(s.route, *LOCAL), s.short_term_prophylaxis),
            ),
        ),
        all_of(
            some(
                p.immunosuppressants,
                lambda d: period_within(d.given, days_earlier(p.first_dose, 28), p.first_dose),
            ),
            p.immunosuppression_bars,
        ),
    )


def exclusion_5(p: Any) -> Truth:
    return some(
        p.immunomodulators,
        lambda d: all_of(
            period_within(d.given, days_earlier(p.first_dose, 14), p.first_dose),
            any_of(
                is_one_of(d.drug, "thymosin", "interleukin_2", "interferon"), d.immunomodulatory
            ),
        ),
    )


def exclusion_6(p: Any) -> Truth:
    return some(
        p.vaccinations,
        lambda v: all_of(within_days_before(v.given_on, 28, p.first_dose), v.live_attenuated),
    )


def exclusion_7(p: Any) -> Truth:
    return any_of(p.allogeneic_stem_cell_transplant, p.solid_organ_transplant)


def exclusion_8(p: Any) -> Truth:
    return some(
        p.adverse_events,
        lambda e: unless(
            grade_at_least(e.grade_now, 2), any_of(e.no_safety_risk, e.at_inclusion_level)
        ),
    )


def exclusion_9(p: Any) -> Truth:
    excused = all_of(
        throughout_days_before(p.brain_stable, 28, p.first_dose),
        negate(
            any_of(
                less_than_days_before(p.last_steroid_dose, 14, p.first_dose),
                before(p.first_dose, p.last_steroid_dose),
                p.peritumoral_edema,
            )
        ),
    )
    return any_of(
        is_one_of(p.brain_metastases, "untreated"),
        unless(is_one_of(p.brain_metastases, "treated"), excused),
        p.leptomeningeal_metastasis,
        p.brainstem_metastasis,
        p.cord_compression,
    )


def exclusion_10(p: Any) -> Truth:
    return some(
        p.infections,
        lambda i: all_of(period_within(i.active_days, p.screening, p.screening), i.needs_iv),
    )


def exclusion_11(p: Any) -> Truth:
    return any_of(p.immunodeficiency_history, is_one_of(p.hiv_test, "positive"))


def exclusion_12(p: Any) -> Truth:
    return any_of(
        all_of(is_one_of(p.hbsag, "positive"), _hbv_load(p)),
        all_of(is_one_of(p.hcv_antibody, "positive"), _hcv_load(p)),
    )


def _hbv_load(p: Any) -> Truth:
    copies = at_least(p.hbv_dna_copies, Decimal(1000))
    units = at_least(p.hbv_dna, Decimal(1000))
    if p.hbv_dna_unit is None:
        return copies if copies is units else None
    return copies if p.hbv_dna_unit == "copies_per_ml" else units


def _hcv_load(p: Any) -> Truth:
    return latest(
        p.hcv_rna,
        lambda load: on_or_before(load.date, p.first_dose),
        lambda load: _above_upper_limit(load.value),
    )


def _above_upper_limit(quantity: Any) -> Truth:
    if quantity is None or quantity.uln is None:
        return None
    return more_than(quantity, quantity.uln)


def exclusion_13(p: Any) -> Truth:
    return unless(p.ild, unless(p.radiation_fibrosis, p.fibrosis_steroids))


def exclusion_14(p: Any) -> Truth:
    return any_of(p.cardiovascular_history, p.cerebrovascular_history)


def exclusion_15(p: Any) -> Truth:
    return some(
        p.autoimmune_diseases,
        lambda a: unless(any_of(a.active, a.may_recur), _excepted_disease(a, p.first_dose)),
    )


def _excepted_disease(a: Any, first_dose: Any) -> Truth:
    treated = period_within(a.systemic_therapy, years_earlier(first_dose, 2), first_dose)
    return any_of(
        all_of(is_one_of(a.disease, "thyroiditis"), a.well_controlled),
        is_one_of(a.disease, "type_1_diabetes", "vitiligo"),
        all_of(is_one_of(a.disease, "atopic_dermatitis"), a.childhood_resolved),
        unless(is_one_of(a.disease, "psoriasis"), treated),
        all_of(is_one_of(a.disease, "other"), a.excepted_by_sponsor),
    )


def exclusion_16(p: Any) -> Truth:
    return some(
        p.adverse_events,
        lambda e: all_of(
            e.immune_related,
            any_of(
                grade_at_least(e.worst_grade, 3),
                all_of(e.myocarditis, grade_at_least(e.worst_grade, 2)),
            ),
        ),
    )


def exclusion_17(p: Any) -> Truth:
    return some(
        p.malignancies,
        lambda m: negate(on_or_before(m.cured_since, years_earlier(p.first_dose, 2))),
    )


def exclusion_18(p: Any) -> Truth:
    return any_of(
        unless(
            p.effusion_needs_intervention,
            any_of(
                p.stable_undrained,
                throughout_days_before(p.stable_after_drainage, 7, p.first_dose),
            ),
        ),
        unless(p.pericardial_effusion, p.minimal_pericardial_effusion),
        some(
            p.cavity_drugs,
            lambda d: all_of(d.during_drainage, _not_washed_out(d, p.first_dose)),
        ),
    )


def _not_washed_out(drug: Any, first_dose: Any) -> Truth:
    longest = less_than_days_before(drug.given_on, 21, first_dose)
    if longest is False:
        return False
    if drug.half_life is None or drug.half_life.bound:
        return None
    washout = min(Decimal(21), drug.half_life.value * 5)
    whole_days = int(washout.to_integral_value(rounding="ROUND_CEILING"))
    return less_than_days_before(drug.given_on, whole_days, first_dose)


def exclusion_19(p: Any) -> Truth:
    return any_of(p.alcohol_dependence, p.drug_dependence)


def exclusion_20(p: Any) -> Truth:
    return any_of(p.psychiatric_history, p.poor_compliance)


def exclusion_21(p: Any) -> Truth:
    return all_of(is_one_of(p.sex, "female"), any_of(p.pregnant, p.breastfeeding))


def exclusion_22(p: Any) -> Truth:
    found: Truth = p.other_condition
    return found


# ---- the whole protocol -----------------------------------------------------------------------

INCLUSIONS = {f"I{n}": globals()[f"inclusion_{n}"] for n in range(1, 10)}
EXCLUSIONS = {f"E{n}": globals()[f"exclusion_{n}"] for n in range(1, 23)}


def outcomes(p: Any) -> dict[str, Truth]:
    """Each criterion's status: satisfied, violated (False) or unknown (None)."""
    found = {name: criterion(p) for name, criterion in INCLUSIONS.items()}
    for name, criterion in EXCLUSIONS.items():
        found[name] = negate(criterion(p))
    return found


def verdict(found: Iterable[Truth]) -> str:
    """The verdict, by the statuses."""
    statuses = list(found)
    if any(status is False for status in statuses):
        return "ineligible"
    return "undetermined" if None in statuses else "eligible"
