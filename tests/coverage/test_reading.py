"""What the reader of protocols' words takes for a number that measures, and what for a name."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critc.coverage.amounts import DAYS, MONTHS, amount
from critc.coverage.reading import phrases


def words(text: str) -> list[str]:
    return [text[phrase.start : phrase.end] for phrase in phrases(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("surgery within 14 days prior to randomization", ["within 14 days prior to"]),
        ("hemoglobin ≥ 9 g/dL", ["≥ 9 g/dL"]),
        ("exposure to more than four new chemical entities", ["more than four"]),
        ("5 half-lives of the drug", ["5 half-lives"]),
        ("at least two weeks", ["at least two weeks"]),
        ("platelets ≥ 75,000/mcl", ["≥ 75,000/mcl"]),
        ("ANC >/= 1.5 x 10**9/L", [">/= 1.5 x 10**9/L"]),
        ("ANC ≥ 1.5 x 10^9/L", ["≥ 1.5 x 10^9/L"]),
        ("ANC ≥ 1.5 × 10*9/L", ["≥ 1.5 × 10*9/L"]),
        ("bilirubin ≤ 1.5xULN", ["≤ 1.5xULN"]),
        ("AST > 3 times the upper limit of normal (ULN)", ["> 3 times the upper limit of normal (ULN)"]),
        ("age 18-75", ["18", "75"]),
        ("ECOG: 0 -2", ["0", "2"]),
        ("BMI 19.0 - 29.9 kg/m2", ["19.0", "29.9 kg/m2"]),
        ("aged 65 years or older", ["65 years or older"]),
        ("BMI of 20.0 kg/m2 or lower", ["20.0 kg/m2 or lower"]),
        ("Grade 1 or less", ["Grade 1 or less"]),
        ("NYHA Class II or greater", ["Class II or greater"]),
        ("NYHA class III-IV", ["class III", "IV"]),
        ("no more than 2 prior lines", ["no more than 2"]),
        ("a single dose", ["single"]),
        ("creatinine clearance <30 mL/min/1.73 m^2", ["<30 mL/min/1.73 m^2"]),
        ("pressure ≥160/100 mmHg", ["≥160", "100 mmHg"]),
        ("within the past year", ["within the past year"]),
        ("amenorrhoeic for 12 or more months", ["12 or more months"]),
        ("within the 24-hour period prior to dosing", ["within the 24-hour", "prior to"]),
        ("above the upper limit of normal", ["above the upper limit of normal"]),
        ("riluzole 50 mg twice daily", ["50 mg", "twice daily"]),
        ("≥1000 IU/mL or copies/mL", ["≥1000 IU/mL", "copies/mL"]),
        ("LVEF≥50%", ["≥50%"]),
        ("eGFR ≥30 mL/min/1.73 m\\^2 and ˂90", ["≥30 mL/min/1.73 m\\^2", "˂90"]),
        ("platelets of at least 100 x 10(9)/L", ["at least 100 x 10(9)/L"]),
        ("for 12 weeks, at the end of the study 12 weeks later", ["12 weeks", "12 weeks"]),
        ("may 1500 mg be given", ["1500 mg"]),
        ("in past 6 months", ["in past 6 months"]),
        ("diagnosed before 2015", ["before 2015"]),
        ("diagnosed after January 1, 2020", ["after", "January 1, 2020"]),
        ("ECOG of 0 or 1. Patients must consent.", ["0", "1"]),
        ("neuropathy (grade 2) or worse", ["grade 2"]),
        ("30 days or 5 half-lives, whichever is longer",
         ["30 days", "5 half-lives", "whichever is longer"]),
    ],
)  # fmt: skip
def test_what_carries_a_number_a_unit_a_window_or_a_comparison(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "NCT01234567",
        "methods in Section 8.1 or 8.2",
        "per CTCAE v5.0",
        "by CTCAE (v4.03)",
        "by RECIST 1.1",
        "PD-1 or PD-L1 inhibitor",
        "IBI363 and BBI608/placebo",
        "strong cytochrome P450 (CYP) 3A4 inhibitors",
        "the 2018 revised guidelines",
        "(version 2, 2016)",
        "Type 2 diabetes, type I reaction",
        "at Visit 1 and 2",
        "Phase 2/3 only",
        "12-lead ECG",
        "FEV1 and FVC",
        "interleukin-2, S-1, 5-fluorouracil",
        "per ICH M3 (R2)",
        "EGFR exon 19 deletion, HLA-A*02:01",
        "1. Any seizure\n2) Any stroke\n- 3. Any other",
        "as follows: 1) one of the listed drugs; 2) any other",
        "no one, one another, one of them",
        "single-arm",
        "a half-life, several half lives",
        "the first dose, second-line",
    ],
)
def test_numbers_of_names_citations_and_lists_do_not_measure(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (amount(Fraction(2), "weeks"), amount(Fraction(14), "days")),
        (amount(Fraction(1), "year"), amount(Fraction(12), "months")),
        (amount(Fraction(72), "hours"), amount(Fraction(3), "d")),
        (amount(Fraction(9), "x 10**9/L"), amount(Fraction(9), "10⁹/L")),
        (amount(Fraction(9), "10*9/L"), amount(Fraction(9), "10^9/l")),
        (amount(Fraction(5), "mcg/day"), amount(Fraction(5), "µg/d")),
        (amount(Fraction(5), "[IU]/mL"), amount(Fraction(5), "IU/ml")),
        (amount(Fraction(5), "mm[Hg]"), amount(Fraction(5), "mm Hg")),
        (amount(Fraction(5), "{cells}/uL"), amount(Fraction(5), "cells per microliter")),
    ],
)
def test_the_same_amount_said_in_two_ways(one: object, other: object) -> None:
    assert getattr(one, "unit") == getattr(other, "unit")  # noqa: B009
    assert getattr(one, "value") == getattr(other, "value")  # noqa: B009


def test_months_are_not_days() -> None:
    month, days = amount(Fraction(1), "month"), amount(Fraction(30), "days")
    assert (month.unit, days.unit) == (MONTHS, DAYS)


def test_a_range_has_the_unit_of_its_end() -> None:
    low, high = phrases("18 to 75 years")
    assert low.amount == amount(Fraction(18), "years")
    assert (low.end_of, high.end_of) == ("low", "high")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("≥ 9", "from"), ("at least 9", "from"), ("< 9", "from"), ("9 or more", "from"),
        ("less than 9", "from"), ("> 9", "above"), ("≤ 9", "above"), ("no more than 9", "above"),
        ("more than 9", "above"), ("within 9 days", "above"), (">/= 9", "from"), ("\\</= 9", "above"),
        ("at least ≥ 9", "from"), ("9", ""), ("> Grade 9", "above"),
    ],
)  # fmt: skip
def test_on_which_side_the_limit_itself_lies(text: str, cut: str) -> None:
    [phrase] = phrases(text)
    assert phrase.cut == cut


PIECES = st.sampled_from(
    "≥ ≤ < > / - – ( ) [ ] \\ . , ; 1 2 75,000 1.5 10^9/L mg/dL % days weeks ULN x × within before "
    "after twice one two Grade class II IV Visit 2018 January or to and between \n".split(" ")
)


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_and_each_word_once(text: str) -> None:
    found = phrases(text)
    ends = [place for phrase in found for place in (phrase.start, phrase.end)]
    assert ends == sorted(ends)
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in found)
