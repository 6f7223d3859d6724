"""The core in a clinician's words, and windows as calendar dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

import pytest
from emit.sample import (
    BILIRUBIN,
    FIRST_DOSE,
    NOT_WASHED_OUT,
    PLANNED,
    PROGRAM,
    RISING,
    STABLE,
    STEROIDS,
    TWO_OR_THREE_LINES,
    asked,
    number,
    value,
    window,
)
from hypothesis import given
from hypothesis import strategies as st

from critc.ir.nodes import (
    Age,
    Aggregate,
    All,
    AnyOf,
    Arith,
    Asked,
    Compare,
    Condition,
    Const,
    Convert,
    DateBetween,
    DateConst,
    DateOf,
    DateOrder,
    DaysBetween,
    During,
    EndOf,
    Except,
    Extreme,
    ExtremeLength,
    Fact,
    Falls,
    Field,
    Includes,
    InParts,
    Is,
    KOf,
    LastsFor,
    Length,
    LengthTerm,
    LengthUnit,
    MeanOfLast,
    Not,
    Power,
    Range,
    Rel,
    Root,
    Round,
    Side,
    Status,
    Throughout,
    Touches,
    Truth,
    Window,
)
from critc.ir.words import Stretch, date_words, heading, opposite, say, shown, window_dates
from critc.ir.words.atoms import listed
from critc.ir.words.english import (
    capital,
    denied,
    lowered,
    phrase,
    plain,
    printed,
    proper_words,
    stated,
    there,
    visible,
)

STEROID = DateOf(Fact("last_steroid"))
START, END = EndOf(Fact("stable"), "start"), EndOf(Fact("stable"), "end")
GIVEN_FROM, GIVEN_TO = EndOf(Field("s", "given"), "start"), EndOf(Field("s", "given"), "end")
MEASURED = Field("m", "value")
FIXED = ExtremeLength(
    "longer", (Length(number(1), "week"), Length(number(10), "day"), Length(number(1), "month"))
)
AGE = Age("years", DateOf(Fact("birth")), DateOf(Fact("consent")))

SAID: list[tuple[Condition, str]] = [
    (asked("meningeal"), "leptomeningeal metastasis"),
    (Not(asked("meningeal")), "no leptomeningeal metastasis"),
    (asked("pregnant"), "she is pregnant"),
    (Not(asked("pregnant")), "she is not pregnant"),
    (Not(Not(asked("pregnant"))), "she is pregnant"),
    (asked("organ_function"), "organ function is adequate"),
    (Not(asked("oedema")), "no significant oedema around them on imaging"),
    (asked("smoker"), "the patient has smoked"),
    (Not(asked("smoker")), "the patient has never smoked"),
    (asked("contraception"), "the patient agrees to highly effective contraception"),
    (
        Compare(">=", value(Fact("hbv_dna")), number(1000, "1000 IU/mL")),
        "HBV DNA at least 1000 IU/mL",
    ),
    (Not(Compare(">=", value(Fact("hbv_dna")), number(1000))), "HBV DNA below 1000 IU/mL"),
    (Compare("<", value(Fact("weight")), number(1)), "body weight below 1 kg"),
    (Compare("!=", value(Fact("ecog")), number(2)), "ECOG performance status other than 2"),
    (Compare(">=", value(Fact("class")), Const(Fraction(1))), "NYHA class II or above"),
    (Range(value(Fact("ecog")), number(0), number(1)), "ECOG performance status 0 or 1"),
    (
        Not(Range(value(Fact("ecog")), number(0), number(2))),
        "ECOG performance status neither 0, 1 nor 2",
    ),
    (
        Range(AGE, number(18, "18 years"), number(75, "75 years")),
        "age at the written informed consent: from 18 to 75 years",
    ),
    (
        Range(value(Fact("weight")), number(40), number(90), high_closed=False),
        "body weight at least 40 kg and below 90 kg",
    ),
    (
        Compare(">", Arith("*", number(2), value(Fact("weight"))), number(80, "80 kg")),
        "2 times the body weight: above 80 kg",
    ),
    (Is(Fact("brain"), ("untreated",)), "brain metastases: untreated"),
    (Not(Is(Fact("brain"), ("untreated",))), "brain metastases: not untreated"),
    (
        Not(Is(Fact("brain"), ("untreated", "treated"))),
        "brain metastases: neither untreated nor treated",
    ),
    (
        Includes(Field("t", "drugs"), ("platinum", "other"), "any"),
        "drugs given: platinum or other among them",
    ),
    (
        Not(Includes(Field("t", "drugs"), ("platinum", "other"), "any")),
        "drugs given: neither platinum nor other among them",
    ),
    (
        Includes(Field("t", "drugs"), ("platinum",), "only"),
        "drugs given: nothing other than platinum",
    ),
    (
        Falls(STEROID, window("at least", 2, "week")),
        "last steroid dose 2 weeks or more before the first dose of study treatment",
    ),
    (
        Falls(STEROID, window("within", 1, "week", "around")),
        "last steroid dose within 1 week before or after the first dose of study treatment",
    ),
    (
        Not(Falls(STEROID, window("less than", 1, "month", "after"))),
        "last steroid dose not less than 1 month after the first dose of study treatment",
    ),
    (
        DateOrder("<=", STEROID, FIRST_DOSE),
        "last steroid dose on or before the first dose of study treatment",
    ),
    (
        DateBetween(STEROID, DateConst(date(2025, 1, 31)), FIRST_DOSE, high_closed=False),
        "last steroid dose on or after 31 January 2025 and before the first dose of study treatment",
    ),
    (
        STABLE,
        (
            "the brain metastases have been clinically stable throughout the 4 weeks before the first "
            "dose of study treatment"
        ),
    ),
    (
        Not(STABLE),
        (
            "the brain metastases have not been clinically stable throughout the 4 weeks before the "
            "first dose of study treatment"
        ),
    ),
    (
        Touches(GIVEN_FROM, GIVEN_TO, window("within", 14, "day")),
        "it was ongoing at any time within 14 days before the first dose of study treatment",
    ),
    (
        Touches(GIVEN_FROM, GIVEN_TO, window("more than", 14, "day")),
        "it ended more than 14 days before the first dose of study treatment",
    ),
    (
        Not(During(GIVEN_FROM, GIVEN_TO, FIRST_DOSE)),
        "it was not ongoing on the day of the first dose of study treatment",
    ),
    (
        LastsFor(
            GIVEN_FROM,
            GIVEN_TO,
            "more than",
            Length(number(10), "day"),
            window("within", 90, "day"),
        ),
        "it was ongoing for more than 10 days within 90 days before the first dose of study treatment",
    ),
    (InParts(("phase_2",)), "part of the study: Phase 2"),
    (Status("I3"), "inclusion 3 is fulfilled"),
    (Not(Status("E3")), "exclusion 3 bars the patient"),
    (
        All((asked("meningeal"), AnyOf((asked("cord"), asked("pregnant"))))),
        "leptomeningeal metastasis, and either spinal cord compression on imaging, or she is pregnant",
    ),
    (
        Not(AnyOf((asked("meningeal"), asked("cord")))),
        "no leptomeningeal metastasis, and no spinal cord compression on imaging",
    ),
    (
        KOf(2, None, (asked("meningeal"), asked("cord"), asked("smoker"))),
        (
            "at least two of these hold: leptomeningeal metastasis; spinal cord compression on imaging; "
            "the patient has smoked"
        ),
    ),
    (
        Except(asked("meningeal"), Is(Fact("sex"), ("male",)), "unless"),
        "leptomeningeal metastasis, unless sex is male",
    ),
    (
        TWO_OR_THREE_LINES,
        (
            "prior anti-tumour therapies: two or three different entries under “line of therapy”, "
            "counting those where the disease was refractory to it"
        ),
    ),
    (
        Not(STEROIDS),
        (
            "corticosteroid courses: none where it was ongoing at any time within 14 days before the "
            "first dose of study treatment, and the daily dose, as prednisone, is above 10 mg/day, "
            "unless the route is topical or inhaled, or it was short-term prophylaxis, e.g. for "
            "contrast media"
        ),
    ),
    (
        BILIRUBIN,
        (
            "latest total bilirubin from the central laboratory within 14 days before the first dose of "
            "study treatment: at most 1.5 times the upper limit of normal"
        ),
    ),
    (RISING, "total bilirubin: at least two results in a row, each above 2 mg/dL"),
    (
        NOT_WASHED_OUT,
        (
            "date: less than 5 times the half-life of the drug, or less than 21 days, before the first "
            "dose of study treatment, whichever is shorter"
        ),
    ),
    (
        Compare(
            ">",
            MeanOfLast(3, "bilirubin", "m", DateOf(Field("m", "date")), Truth(True), MEASURED),
            number(2, "2 mg/dL"),
        ),
        "mean of the last 3 results of total bilirubin: above 2 mg/dL",
    ),
    (
        Compare(
            "<=",
            Aggregate("sum", "steroids", "a", Truth(True), Field("a", "dose")),
            number(100, "100 mg/day"),
        ),
        "total of the daily dose, as prednisone, in corticosteroid courses: at most 100 mg/day",
    ),
    (
        Compare("<", DaysBetween(DateOf(Fact("consent")), FIRST_DOSE), number(28)),
        (
            "number of days from the written informed consent to the first dose of study treatment: "
            "below 28 days"
        ),
    ),
    (
        Compare(">=", Convert(value(Fact("weight")), Fraction(1000), unit="g"), number(5, "5 g")),
        "body weight in g: at least 5 g",
    ),
    (
        Compare("<", Root(2, Power(value(Fact("weight")), number(3))), number(9)),
        "square root of (body weight ^ 3): below 9",
    ),
    (
        Compare(
            ">",
            Arith(
                "/",
                Arith("-", value(Fact("weight")), number(50)),
                Extreme("larger", (value(Fact("ecog")), number(1))),
            ),
            Round(value(Fact("hbv_dna")), 0),
        ),
        (
            "(body weight − 50) / larger of (ECOG performance status; 1): above HBV DNA rounded to a "
            "whole number"
        ),
    ),
    (Truth(True), "holds always"),
]

DATED: list[tuple[Condition, str]] = [
    (
        Falls(STEROID, window("at least", 2, "week")),
        "last steroid dose on 16 February 2026 or earlier (2 weeks or more before the first dose)",
    ),
    (
        Falls(STEROID, window("less than", 2, "week", "after")),
        (
            "last steroid dose from 2 March 2026 to 15 March 2026 (less than 2 weeks after the first "
            "dose)"
        ),
    ),
    (
        Falls(STEROID, window("more than", 1, "year", "around")),
        (
            "last steroid dose on 1 March 2025 or earlier or on 3 March 2027 or later (more than 1 year "
            "before or after the first dose)"
        ),
    ),
    (
        STABLE,
        (
            "the brain metastases have been clinically stable since 2 February 2026 or earlier and still "
            "on 2 March 2026 (throughout the 4 weeks before the first dose)"
        ),
    ),
    (
        Not(STABLE),
        (
            "the brain metastases have not been clinically stable at all times from 2 February 2026 to "
            "2 March 2026 (throughout the 4 weeks before the first dose)"
        ),
    ),
    (
        Throughout(START, END, "more than", Length(number(1), "month"), "after", FIRST_DOSE),
        (
            "the brain metastases have been clinically stable since 2 March 2026 or earlier and still on "
            "3 April 2026 (throughout more than the month after the first dose)"
        ),
    ),
    (DateOrder("=", STEROID, FIRST_DOSE), "last steroid dose on 2 March 2026 (the first dose)"),
    (
        NOT_WASHED_OUT,
        (
            "date: less than 5 times the half-life of the drug, or less than 21 days (from 10 February "
            "2026 to 2 March 2026), before the first dose, whichever is shorter"
        ),
    ),
    (
        Falls(STEROID, Window("at least", FIXED, "around", FIRST_DOSE)),
        (
            "last steroid dose at least 1 week (on 23 February 2026 or earlier or on 9 March 2026 or "
            "later), or at least 10 days (on 20 February 2026 or earlier or on 12 March 2026 or later), "
            "or at least 1 month (on 2 February 2026 or earlier or on 2 April 2026 or later), before or "
            "after the first dose, whichever is longest"
        ),
    ),
]


@pytest.mark.parametrize(("condition", "words"), SAID, ids=lambda each: str(each)[:40])
def test_a_condition_is_one_line(condition: Condition, words: str) -> None:
    assert say(condition, PROGRAM) == words


@pytest.mark.parametrize(("condition", "words"), DATED, ids=lambda each: str(each)[:40])
def test_windows_become_calendar_dates(condition: Condition, words: str) -> None:
    assert say(condition, PROGRAM, PLANNED) == words


def test_the_opposite_is_the_denial() -> None:
    condition = Compare("<", value(Fact("weight")), number(50))
    assert opposite(condition, PROGRAM) == "body weight at least 50 kg"


def test_a_condition_taken_out_of_its_quantifier_keeps_its_names() -> None:
    """The field's list is found by the node itself: two lists may have a field of one name."""
    rising = RISING.then
    assert isinstance(rising, Compare)
    assert say(rising, PROGRAM) == "total bilirubin above 2 mg/dL"


def test_headings() -> None:
    parts = (asked("meningeal"), asked("cord"), asked("smoker"))
    assert heading(All(parts)) == "all of these hold"
    assert heading(All(parts[:2])) == "both of these hold"
    assert heading(AnyOf(parts)) == "any of these holds"
    assert heading(Not(AnyOf(parts))) == "none of these holds"
    assert heading(Not(All(parts))) == "not all of these hold"
    assert heading(KOf(None, 0, parts)) == "none of these holds"
    assert heading(KOf(2, None, parts)) == "at least two of these hold"
    assert heading(KOf(None, 1, parts)) == "at most one of these holds"
    assert heading(KOf(2, 2, parts)) == "exactly two of these hold"


# ---- questions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("Leptomeningeal metastasis", "leptomeningeal metastasis", "no leptomeningeal metastasis"),
        ("Irradiated before", "irradiated before", "not irradiated before"),
        ("Treated brain metastases", "treated brain metastases", "no treated brain metastases"),
        ("Has undergone menarche", "has undergone menarche", "has not undergone menarche"),
        ("HIV test positive", "HIV test positive", "no HIV test positive"),
        ("Child-Pugh class C", "Child-Pugh class C", "no Child-Pugh class C"),
        (
            "Known history of drug dependence?",
            "known history of drug dependence",
            "no known history of drug dependence",
        ),
        ("Is there an infection?", "infection", "no infection"),
        ("Can she swallow tablets?", "she can swallow tablets", "she cannot swallow tablets"),
        (
            "Does the patient carry a pacemaker?",
            "the patient carries a pacemaker",
            "the patient does not carry a pacemaker",
        ),
        (
            "Is life expectancy at least 3 months?",
            "life expectancy is at least 3 months",
            "life expectancy is not at least 3 months",
        ),
        (
            "Is she fertile? (asked of women only)",
            "she is fertile (asked of women only)",
            "she is not fertile (asked of women only)",
        ),
        (
            "Has the patient signed? (no: refused)",
            "the patient has signed",
            "the patient has not signed",
        ),
        # What cannot be turned with certainty keeps its own words.
        (
            "Does it pose no safety risk?",
            "it poses no safety risk",
            "it is not so that it poses no safety risk",
        ),
        (
            "Is poor compliance to be expected?",
            "Is poor compliance to be expected?",
            "“Is poor compliance to be expected?” is answered no",
        ),
        (
            "Does the sponsor except this disease?",
            "Does the sponsor except this disease?",
            "“Does the sponsor except this disease?” is answered no",
        ),
        (
            "Did he vomit after the dose?",
            "Did he vomit after the dose?",
            "he did not vomit after the dose",
        ),
        (
            "Size aside, can it be measured?",
            "Size aside, can it be measured?",
            "“Size aside, can it be measured?” is answered no",
        ),
        ("Nausea and vomiting", "nausea and vomiting", "“Nausea and vomiting” is answered no"),
        ("Never smoked", "never smoked", "“Never smoked” is answered no"),
    ],
)
def test_a_question_is_stated_and_denied(question: str, yes: str, no: str) -> None:
    assert stated(question) == yes
    assert denied(question) == no


@given(st.text(st.characters(codec="ascii", categories=["L", "P", "Zs"]), max_size=60))
def test_any_question_can_be_stated_and_denied(question: str) -> None:
    """Whatever the wording, denial and statement differ: a line never means both."""
    words = f"Does {question} hold"
    for asked_so in (words, f"{words}?"):
        assert stated(asked_so)
        assert denied(asked_so) != stated(asked_so)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Last steroid dose (none: never given)", "Last steroid dose"),
        ("Hepatitis B surface antigen (HBsAg)", "Hepatitis B surface antigen (HBsAg)"),
        ("HIV test (positive if it ever was)", "HIV test (positive if it ever was)"),
        ("Since when has it been cured? (none: not cured)", "it has been cured since"),
        ("How was it confirmed?", "How was it confirmed?"),
    ],
)
def test_a_question_as_a_subject(question: str, subject: str) -> None:
    assert phrase(question) == subject


def test_operators_and_units_are_printed_for_people() -> None:
    assert plain("Grade ≥3 (or >2)") == "Grade at least 3 (or more than 2)"
    assert printed("75 × 10^9/L") == "75 × 10⁹/L"
    assert printed("75000 /uL") == "75,000 /uL"
    assert printed("1000 copies/mL") == "1000 copies/mL"
    assert printed("0.12345") == "0.12345"
    assert printed("mL/min/1.73m2") == "mL/min/1.73 m²"


def test_characters_that_hide_or_reorder_are_shown() -> None:
    assert visible("a\u202eb\u2066c\x07d\ud800") == "a[U+202E]b[U+2066]c[U+0007]d[U+D800]"
    assert visible("≥ 3 × ULN\né ﬁ 漢字\tx") == "≥ 3 × ULN\né ﬁ 漢字 x"


# ---- numbers and dates ----------------------------------------------------------------------


@given(st.fractions(max_denominator=10_000))
def test_a_number_is_shown_exactly(exact: Fraction) -> None:
    words = shown(exact)
    assert Fraction(words) == exact
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?|-?\d+/\d+", words)


def test_dates_are_written_out() -> None:
    assert date_words(date(2026, 2, 1)) == "1 February 2026"


MOMENT = date(2024, 3, 31)
LENGTHS: list[LengthTerm] = [
    Length(number(0), "day"),
    Length(number(14), "day"),
    Length(number("15/2"), "day"),
    Length(number(36), "hour"),
    Length(number(2), "week"),
    Length(number(1), "month"),
    Length(number(13), "month"),
    Length(number(1), "year"),
    Length(number(-3), "day"),
]


def lies_in(day: date, rel: Rel, length: LengthTerm, side: Side) -> bool:
    """Whether a day lies in a window, straight from the semantics' table of days."""
    if side == "around":
        if rel in ("within", "less than"):
            near = "before" if day <= MOMENT else "after"
            return lies_in(day, rel, length, "before" if near == "before" else "after")
        return lies_in(day, rel, length, "before") or lies_in(day, rel, length, "after")
    if isinstance(length, ExtremeLength):
        each = [lies_in(day, rel, one, side) for one in length.lengths]
        reaches_far = rel in ("within", "less than")
        return all(each) if (length.which == "shorter") == reaches_far else any(each)
    assert isinstance(length.amount, Const)
    away = (MOMENT - day).days if side == "before" else (day - MOMENT).days
    far = distance(max(length.amount.value, Fraction(0)), length.unit, side)
    return {
        "within": 0 <= away <= far,
        "less than": 0 <= away < far,
        "at least": away >= far,
        "more than": away > far,
    }[rel]


def distance(amount: Fraction, unit: LengthUnit, side: Side) -> Fraction:
    """How many days the length reaches from the moment; months by hand, for 31 March 2024."""
    if unit in ("month", "year"):
        months = int(amount) * (12 if unit == "year" else 1)
        end = {
            ("before", 1): date(2024, 2, 29),
            ("after", 1): date(2024, 4, 30),
            ("before", 12): date(2023, 3, 31),
            ("after", 12): date(2025, 3, 31),
            ("before", 13): date(2023, 2, 28),
            ("after", 13): date(2025, 4, 30),
        }[side, months]
        return Fraction(abs((end - MOMENT).days))
    return amount * {"hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7)}[unit]


MIXED = (Length(number(30), "day"), Length(number(1), "month"), Length(number("15/2"), "day"))


@pytest.mark.parametrize("side", ["before", "after", "around"])
@pytest.mark.parametrize("rel", ["within", "less than", "at least", "more than"])
@pytest.mark.parametrize(
    "length",
    [*LENGTHS, ExtremeLength("shorter", MIXED), ExtremeLength("longer", MIXED)],
    ids=str,
)
def test_a_window_holds_exactly_its_days(rel: Rel, side: Side, length: LengthTerm) -> None:
    dates = {"first_dose": MOMENT}
    stretches = window_dates(Window(rel, length, side, FIRST_DOSE), dates)
    assert stretches
    for offset in range(-430, 431):
        day = MOMENT + timedelta(offset)
        inside = any((each.first or day) <= day <= (each.last or day) for each in stretches)
        assert inside == lies_in(day, rel, length, side), day


def test_a_window_that_depends_on_the_patient_has_no_dates() -> None:
    assert window_dates(window("within", 2, "week"), {}) == ()
    assert window_dates(NOT_WASHED_OUT.window, PLANNED) == ()
    assert window_dates(window("at least", 9000, "year"), PLANNED) == ()
    half_a_month = Window("within", Length(number("1/2"), "month"), "before", FIRST_DOSE)
    assert window_dates(half_a_month, PLANNED) == ()


def test_a_window_from_a_date_of_the_protocol_needs_no_plan() -> None:
    fixed = Window("within", Length(number(1), "day"), "after", DateConst(date(2024, 2, 28)))
    assert window_dates(fixed, {}) == (Stretch(date(2024, 2, 28), date(2024, 2, 29)),)


def test_every_line_is_free_of_identifiers_and_operators() -> None:
    conditions = [each.condition for each in PROGRAM.criteria]
    conditions += [each.applies for each in PROGRAM.criteria if each.applies is not None]
    for condition in conditions:
        for words in (say(condition, PROGRAM, PLANNED), opposite(condition, PROGRAM)):
            assert not re.search(r"[a-z]_[a-z]|[≥≤≠<>=]", words), words


def test_a_fact_asked_as_a_judgement_is_said_like_any_other() -> None:
    assert say(Asked(Field("s", "prophylaxis")), PROGRAM) == (
        "it was short-term prophylaxis, e.g. for contrast media"
    )


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("Is there another cause?", "another cause", "no other cause"),
        (
            "Is this ANC independent of growth factors?",
            "this ANC is independent of growth factors",
            "this ANC is not independent of growth factors",
        ),
        (
            "Is this neutrophil count independent of growth factors?",
            "Is this neutrophil count independent of growth factors?",
            "“Is this neutrophil count independent of growth factors?” is answered no",
        ),
        (
            "Is it present now, or was it chronic?",
            "Is it present now, or was it chronic?",
            "“Is it present now, or was it chronic?” is answered no",
        ),
        (
            "Is heart disease accepted that lies less than 1 year back?",
            "Is heart disease accepted that lies less than 1 year back?",
            "“Is heart disease accepted that lies less than 1 year back?” is answered no",
        ),
        (
            "Is it resectable without an amputation?",
            "it is resectable without an amputation",
            "it is not resectable without an amputation",
        ),
        (
            "Is the effusion stable, without drainage?",
            "the effusion is stable, without drainage",
            "it is not so that the effusion is stable, without drainage",
        ),
        (
            "Is she willing and able to be tested?",
            "she is willing and able to be tested",
            "it is not so that she is willing and able to be tested",
        ),
        (
            "Is the decline of FVC attributable to a comorbidity, e.g. infection?",
            "the decline of FVC is attributable to a comorbidity, e.g. infection",
            "the decline of FVC is not attributable to a comorbidity, e.g. infection",
        ),
        (
            "Is the drug used in patients treated with radiation?",
            "Is the drug used in patients treated with radiation?",
            "“Is the drug used in patients treated with radiation?” is answered no",
        ),
        (
            "Has CLL or SLL been confirmed by pathology?",
            "CLL or SLL has been confirmed by pathology",
            "CLL or SLL has not been confirmed by pathology",
        ),
        (
            "Have both her ovaries been removed?",
            "both her ovaries have been removed",
            "it is not so that both her ovaries have been removed",
        ),
        (
            "Has there ever been an allergic reaction?",
            "there has been an allergic reaction",
            "there has not been an allergic reaction",
        ),
        (
            "Has the cancer that had been treated come back?",
            "Has the cancer that had been treated come back?",
            "“Has the cancer that had been treated come back?” is answered no",
        ),
        (
            "Is life expectancy 3 months or more?",
            "life expectancy is 3 months or more",
            "life expectancy is not 3 months or more",
        ),
    ],
)
def test_a_question_is_turned_only_where_that_is_certain(question: str, yes: str, no: str) -> None:
    assert stated(question) == yes
    assert denied(question) == no


def test_there_is_something_in_a_sentence() -> None:
    assert there("Are there liver metastases?", True) == "there are liver metastases"
    assert there("Is there another cause?", False) == "there is no other cause"
    assert there("Is the patient pregnant?", True) == ""


def test_capitals_of_names_and_of_what_is_numbered_stay() -> None:
    assert lowered("Visit 1") == "Visit 1"
    assert lowered("Visit of the nurse") == "visit of the nurse"
    assert capital("eGFR") == "eGFR"
    assert capital("serum") == "Serum"
    spelled_out = ["Patients with Interstitial Lung Disease (ILD)", "as in Crohn's disease"]
    assert proper_words(spelled_out) == frozenset({"Crohn's"})


def test_units_of_a_day() -> None:
    assert printed("4000 IU/d") == "4000 IU/day"


def test_options_that_would_run_into_each_other_are_quoted() -> None:
    assert listed(["a", "b or c"], "or") == "“a” or “b or c”"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed(["a or b"], "or") == "a or b"


def test_brackets_show_what_is_raised() -> None:
    ratio = Arith("/", value(Fact("weight")), number(60))
    raised = Arith("*", number(142), Power(ratio, number(3)))
    assert say(Compare("<", raised, number(9)), PROGRAM) == "142 × (body weight / 60) ^ 3: below 9"
