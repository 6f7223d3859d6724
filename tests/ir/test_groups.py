"""Facts and lists are grouped as a person would ask them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from critc.ir.dictionary import Judged
from critc.ir.nodes import Program
from critc.ir.outline.groups import (
    DATES,
    GROUPS,
    HISTORY,
    JUDGEMENTS,
    MEASURED,
    PATIENT,
    TREATMENTS,
    groups_of,
)
from critc.pipeline import compile_source, read_source
from critc.source import Source

CRITERIA = Path(__file__).parent.parent.parent / "criteria"
TRIALS = sorted(path.stem for path in CRITERIA.glob("NCT*.crit"))

TEXT = """\
moment consent "Date of signing the consent form"
moment first_dose "Date of the first dose"
fact born : date "Date of birth"
fact sex : one of female, male "Sex"
fact age_of_majority : whole number of years "Age of majority at the site"
fact first_procedure : date or none "First study procedure (none: not begun)"
fact uterus_removed "Has her uterus been removed?"
fact last_attack : date or none "Last attack (none: never had one)"
fact performance : whole number from 0 to 5 "Performance status" code loinc "89247-1"
fact spleen : cm "Size of the spleen"
fact years_ill : years "Time since the diagnosis"
fact assay : one of older, newer "Assay that the laboratory used"
measurement haemoglobin : g/dL "Haemoglobin"
records attacks "Attacks"
  - attacked_on : date "Day of the attack"
  - attack_size : cm "Size of the swelling"
  - at_night : yes/no "Was it at night?"
records pressures "Blood pressure readings"
  - upper : mm[Hg] "Upper pressure"
  - lower : mm[Hg] "Lower pressure"
records drugs "Substances"
  - taken : period "From when to when was it taken?"
records lines "Lines of treatment of the disease"
  - number : whole number from 1 to 9 "Line"
records events "Adverse events of earlier treatment"
  - grade : whole number from 1 to 5 "Grade"
inclusion 1
  > Of age, and consent given before any procedure.
  completed years from born to consent >= age_of_majority
inclusion 2
  > Consent before any procedure.
  all of
    - consent on or before first_procedure
    - fact form_complete "Is the form complete?"
inclusion 3
  > Women have no uterus, or use contraception.
  only if sex is female
  any of
    - uterus_removed
    - fact contraception_agreed "Does she agree to contraception up to 3 months after the last dose?"
inclusion 4
  > Is fit.
  all of
    - performance <= 2
    - spleen < 13 cm
    - years_ill < 5 years
    - assay is newer
    - no haemoglobin where value < 9 g/dL
    - judgement fit by investigator "Is the patient fit?"
exclusion 1
  > Attacks, pressures, drugs, lines, events.
  any of
    - last_attack within 14 days before first_dose
    - some attacks where at_night
    - some pressures where upper > 180 mm[Hg]
    - some drugs where taken within 14 days before first_dose
    - some lines where number > 3
    - some events where grade > 2
exclusion 2
  > Takes it and cannot stop.
  all of
    - fact takes_it "Is the patient taking a blocker?"
    - not fact can_stop "Can it be stopped?"
exclusion 3
  > Asthma.
  fact asthma "Does the patient have asthma?"
"""
EXPECTED = {
    PATIENT: "born sex age_of_majority uterus_removed contraception_agreed",
    DATES: "consent first_dose first_procedure form_complete",
    HISTORY: "last_attack years_ill asthma attacks events",
    TREATMENTS: "takes_it can_stop drugs lines",
    MEASURED: "performance spleen assay haemoglobin pressures",
    JUDGEMENTS: "fit",
}


def compiled(source: Source) -> Program:
    compilation = compile_source(source)
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


@cache
def trial(name: str) -> Program:
    return compiled(read_source(CRITERIA / f"{name}.crit"))


def test_each_rule() -> None:
    groups = groups_of(compiled(Source("trial.crit", TEXT)))
    found = {group: {name for name, of in groups.items() if of == group} for group in GROUPS}
    assert found == {group: set(names.split()) for group, names in EXPECTED.items()}


@pytest.mark.parametrize("name", TRIALS)
def test_what_is_certain_of_each_trial(name: str) -> None:
    program = trial(name)
    groups = groups_of(program)
    named = [fact.name for fact in program.facts] + [each.name for each in program.lists]
    assert list(groups) == named
    assert set(groups.values()) <= set(GROUPS)
    for fact in program.facts:
        assert (groups[fact.name] == JUDGEMENTS) is isinstance(fact.type, Judged)
        assert not fact.moment or groups[fact.name] == DATES
    for listed in program.lists:
        assert listed.kind == "records" or groups[listed.name] == MEASURED


@pytest.mark.parametrize(
    ("name", "group", "members"),
    [
        ("NCT07289048", PATIENT, "birth_date sex childbearing_potential pregnant"),
        ("NCT07289048", DATES, "first_study_procedure written_consent"),
        ("NCT07289048", HISTORY, "sclc_confirmed_by brain_metastases ild lesions malignancies"),
        ("NCT07289048", TREATMENTS, "therapies steroids vaccinations last_steroid_dose"),
        ("NCT07289048", MEASURED, "ecog hbsag hbv_dna hbv_dna_unit hcv_rna"),
        ("NCT01521390", PATIENT, "last_menstruation hysterectomy consent_signed"),
        ("NCT01521390", HISTORY, "asthma cigarettes_per_day years_smoked liver_findings drinking"),
        ("NCT02999178", HISTORY, "last_stroke ipf peanut_allergy injuries"),
        ("NCT02999178", TREATMENTS, "medications steroid_courses nintedanib_before"),
        ("NCT02999178", MEASURED, "fvc blood_pressures right_heart_catheterizations"),
        ("NCT03102606", HISTORY, "study_cancer nyha adverse_events wounds"),
        ("NCT05147467", TREATMENTS, "bcl2_inhibitor therapies cell_therapies"),
    ],
)
def test_groups_of_trials(name: str, group: str, members: str) -> None:
    groups = groups_of(trial(name))
    assert {member: groups[member] for member in members.split()} == dict.fromkeys(
        members.split(), group
    )
