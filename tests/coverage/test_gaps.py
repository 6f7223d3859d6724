"""What a condition leaves of a text. Texts are those of real protocols, or made for one rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from critc.coverage import Coverage

Left = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Surgery within 4 weeks prior to screening.", "surgery within 4 weeks before screening"),
        ("Major surgery within four weeks", "surgery within 28 days before screening"),
        ("Surgery within 1 year", "surgery within 12 months before screening"),
        ("Treated within 72 hours before the first dose", "surgery within 3 days before first_dose"),
        ("Hemoglobin ≥ 9.0 g/dL", "haemoglobin ≥ 9 g/dL"),
        ("Hemoglobin ≥ 90 g/L", "haemoglobin ≥ 9 g/dL"),
        ("Platelets ≥ 75,000/mcl", "platelets ≥ 75 × 10^9/L"),
        ("Platelets ≥ 75 x 10**9/L", "platelets ≥ 75 × 10^9/L"),
        ("Platelets of 75000 per microliter or more", "platelets ≥ 75 × 10^9/L"),
        ("Age 18 to 75 years", "completed years from birth to screening is from 18 to 75"),
        ("Age 18-75", "completed years from birth to screening is from 18 to 75"),
        ("≥ 18 years", "age ≥ 18 years"),
        ("Older than 17 years", "completed years from birth to screening ≥ 18"),
        ("PS: 0 -2", "ecog ≤ 2"),
        ("ECOG of 0 or 1", "ecog is from 0 to 1"),
        ("NYHA Class II or greater", "nyha ≥ nyha_2"),
        ("NYHA III", "nyha is nyha_3"),
        ("More than one prior regimen", "at least 2 regimens"),
        ("At least one prior regimen", "some regimens"),
        ("Exposure to more than four regimens", "more than 4 regimens"),
        ("Ejection fraction > 50%", "ejection > 50 %"),
        ("FEV1/FVC ≥ 70%", "ratio ≥ 0.7"),
        ("Prednisone > 10 mg of it per day", "dose > 10 mg/d"),
        ("Drug 50 mg twice daily", "dose = 100 mg/d"),
        ("Drug, 5 half-lives or 21 days (whichever is shorter)",
         "last_drug at least the shorter of 5 × half_life and 21 days before first_dose"),
        ("AST ≤ 2.5 x ULN within 14 days prior to dosing",
         "assessed within 14 days before first_dose\nast ≤ 2.5 × ULN"),
        ("AST above the upper limit of normal", "assessed before first_dose\nast > ULN"),
        ("Mean of 3 blood pressures >180 mmHg",
         "let mean_systolic be mean of last 3 systolic before screening\nmean_systolic > 180 mmHg"),
        ("At least two of the following three: …",
         "at least 2 of\n  - stable\n  - ecog ≤ 1\n  - sex is male"),
        ("Prednisone for more than 10 consecutive days within 90 days prior to screening",
         "course for more than 10 days within 90 days before screening"),
        ("Surgery before 2015", "surgery before 2015-01-01"),
        ("Life expectancy ≥ 3 months",
         'judgement expectancy by investigator "Is life expectancy at least 3 months?"'),
        ("Two forms of contraception",
         'fact contraception "Does she use two forms of contraception?"'),
        ("Informed consent prior to any procedure",
         'fact consent "Was consent given before any procedure?"'),
        ("Glucose >15 g/dL (270 mg/dL)", "haemoglobin > 15 g/dL"),
    ],
)  # fmt: skip
def test_what_the_condition_says_in_its_own_way_is_not_left(
    left: Left, text: str, body: str
) -> None:
    assert left(text, body) == []


@pytest.mark.parametrize(
    ("text", "body", "words"),
    [
        ("Major surgery within 14 days prior to randomization", "surgery before screening",
         "within 14 days prior to"),
        ("Hemoglobin ≥ 9 g/dL", "haemoglobin ≥ 8 g/dL", "≥ 9 g/dL"),
        ("Hemoglobin ≥ 9 g/L", "haemoglobin ≥ 9 g/dL", "≥ 9 g/L"),
        ("Platelets ≥ 75,000/mcl", "platelets ≥ 7.5 × 10^9/L", "≥ 75,000/mcl"),
        ("Exposure to four new chemical entities", "some regimens", "four"),
        ("5 half-lives", "last_drug at least 21 days before first_dose", "5 half-lives"),
        ("two weeks", "surgery within 2 months before screening", "two weeks"),
        ("2 years", "at least 2 regimens", "2 years"),
        ("30 days", "surgery within 1 month before screening", "30 days"),
        ("AST ≤ 3 x ULN", "assessed before first_dose\nast ≤ 3 U/L", "≤ 3 x ULN"),
        ("within the past year", "surgery before screening", "within the past year"),
        ("Consent prior to any procedure", "stable", "prior to"),
        ("Relapsed after treatment", "stable", "after"),
        ("outside the normal range", "stable", "outside the normal range"),
        ("30 days, whichever is longer", "surgery within 30 days before screening",
         "whichever is longer"),
        ("NYHA Class III", "nyha ≥ nyha_2", "Class III"),
        ("Drug 50 mg twice daily", "dose = 50 mg/d", "twice daily"),
        ("Length 20 cm", "dose = 20 mg/d", "20 cm"),
        ("Stable dose for 12 weeks", 'stable  "Stable dose for 12 weeks"', "12 weeks"),
    ],
)  # fmt: skip
def test_what_the_condition_does_not_say_is_left(
    left: Left, text: str, body: str, words: str
) -> None:
    assert left(text, body) == [(words, "absent")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hemoglobin ≥ 9 g/dL", "haemoglobin > 9 g/dL"),
        ("Hemoglobin < 9 g/dL", "haemoglobin ≤ 9 g/dL"),
        ("AST > 3 x ULN", "assessed before first_dose\nast ≥ 3 × ULN"),
        ("More than 2 regimens", "at least 2 regimens"),
        ("more than 14 days", "surgery at least 14 days before screening"),
    ],
)
def test_a_limit_on_the_other_side_is_told_apart(left: Left, text: str, body: str) -> None:
    assert [why for _, why in left(text, body)] == ["limit"]


@pytest.mark.parametrize(
    ("text", "body"),
    [("Not > 3 g/dL", "haemoglobin ≤ 3 g/dL"), ("Not < 3 g/dL", "haemoglobin ≥ 3 g/dL")],
)
def test_the_opposite_leaves_the_limit_where_it_is(left: Left, text: str, body: str) -> None:
    assert left(text, body) == []


def test_what_only_a_query_mentions_is_open_and_not_forgotten(
    covered: Callable[[str], Coverage],
) -> None:
    [criterion] = covered(
        "inclusion 1\n  > Stable for 2 weeks\n  stable\n"
        '  query undefined "For 2 weeks before what?"\n    read as "not asked"\n'
    ).criteria
    assert [(gap.words, gap.why) for gap in criterion.gaps] == [("2 weeks", "query")]
    assert criterion.forgotten == ()
    assert criterion.complete


def test_the_same_number_of_something_else_is_forgotten(left: Left) -> None:
    text = "Laboratory results:\n- AST ≤ 3 x ULN\n- ALT ≤ 3 x ULN"
    both = "assessed before first_dose\nall of\n  - ast ≤ 3 × ULN\n  - alt ≤ 3 × ULN"
    assert left(text, both) == []
    assert left(text, "assessed before first_dose\nast ≤ 3 × ULN") == [("≤ 3 x ULN", "absent")]


def test_cells_of_a_table_are_mentioned(covered: Callable[[str], Coverage]) -> None:
    """NCT02557854, inclusion 8: ages "1-1.99" are from 1 to less than 2 years."""
    source = """
table limit (age : years, sex : sexes) : mg/dL "Highest creatinine"
  age            | male | female
  1 to < 2 years | 0.6  | 0.6
  2 to < 6 years | 0.8  | 0.7
  ≥ 6 years      | 1    | {last}

inclusion 8
  > Serum creatinine (mg/dL) less than or equal to the following:
  > - Age (yrs)-----Male (mg/dL)-----Female (mg/dL)
  > - 1-1.99----------0.6------------------0.6
  > - 2-5.99----------0.8------------------0.7
  > - ≥6--------------1--------------------0.9
  assessed before screening
  creatinine ≤ limit(age, sex)
"""
    [complete] = covered(source.format(last="0.9")).criteria
    assert complete.gaps == ()
    [wrong] = covered(source.format(last="0.95")).criteria
    assert [gap.words for gap in wrong.gaps] == ["0.9"]


def test_definitions_and_cited_criteria_belong_to_the_condition(
    covered: Callable[[str], Coverage],
) -> None:
    found = covered("""
define recent_surgery "Recent surgery"
  surgery within 4 weeks before screening

exclusion 1
  > Surgery within 4 weeks, platelets < 75 x 10^9/L
  any of
    - recent_surgery
    - platelets < 75 × 10^9/L

exclusion 2
  > Platelets < 75 x 10^9/L again
  barred by exclusion 1
""")
    assert [criterion.gaps for criterion in found.criteria] == [(), ()]
