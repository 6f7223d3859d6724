"""A record's text is cut into criteria, whatever its style; nothing of it is lost."""

from __future__ import annotations

from textwrap import dedent

import pytest

from critc.registry.items import Item, groups
from critc.registry.paragraphs import paragraphs

Cut = list[tuple[str, list[str]]]


def cut(text: str) -> Cut:
    """For each section its kind, and its parts: criteria as their words, nested ones after " / ",
    with the sub-heading in brackets; remarks after "--".
    """
    return [
        (group.kind or "", [_written(part) for part in group.parts])
        for group in groups(dedent(text))
    ]


def _written(part: object) -> str:
    if isinstance(part, Item):
        under = f"[{part.under}] " if part.under else ""
        return under + " / ".join(each.words for each in part.paragraphs)
    return f"-- {part.paragraph.words}"  # type: ignore[attr-defined]


MARKDOWN = (
    """\
    Inclusion Criteria:

    Subjects who meet all of the following criteria are eligible:

    1. Age \\>= 18
    2. Patients with:

       Phase 2 only:

       • Lung cancer

       Phase 3 only:
       * Breast cancer
    3. ANC \\>/= 1.5 x 10\\*\\*9/L

       Note: at the central laboratory.

    Exclusion Criteria:

    * Pregnancy
    """,
    [
        (
            "inclusion",
            [
                "-- Subjects who meet all of the following criteria are eligible:",
                "Age >= 18",
                "Patients with: / Phase 2 only: / Lung cancer / Phase 3 only: / Breast cancer",
                "ANC >/= 1.5 x 10**9/L / Note: at the central laboratory.",
            ],
        ),
        ("exclusion", ["Pregnancy"]),
    ],
)

INDENTED = (
    """\
    Inclusion criteria :

      -  Signed consent of the patient, in the language of the patient, before any procedure of
         1. the study or 2. its substudy.

         ･≥ 18 years of age.

      -  Bleeding risk:

           -  Patients who require

                -  Heparin

           -  Surgery

    Exclusion criteria:

      -  Use of azathioprine

    Note: Patients whose arthritis is managed by it should not be considered.

      -  Any of these:

           1. Hypertension

          10. Amputation

      -  Pregnancy

    The above information is not intended to contain all considerations relevant to a patient.
    """,
    [
        (
            "inclusion",
            [
                (
                    "Signed consent of the patient, in the language of the patient, before any procedure"
                    " of 1. the study or 2. its substudy."
                ),
                "≥ 18 years of age.",
                "Bleeding risk: / Patients who require / Heparin / Surgery",
            ],
        ),
        (
            "exclusion",
            [
                (
                    "Use of azathioprine / Note: Patients whose arthritis is managed by it should not be"
                    " considered."
                ),
                "Any of these: / Hypertension / Amputation",
                "Pregnancy",
                (
                    "-- The above information is not intended to contain all considerations relevant to"
                    " a patient."
                ),
            ],
        ),
    ],
)

BARE_LINES = (
    """\
    Key Inclusion Criteria:

    Adults
    Signed consent
    Adequate organ function assessed before the randomisation of the patient, defined as:

    haemoglobin ≥ 9 g/dL
    platelets ≥ 100

    Cardiac function: normal

    Key Exclusion Criteria:

    None
    """,
    [
        (
            "inclusion",
            [
                "Adults",
                "Signed consent",
                (
                    "Adequate organ function assessed before the randomisation of the patient, defined"
                    " as:"
                ),
                (
                    "[Adequate organ function assessed before the randomisation of the patient, defined"
                    " as:] haemoglobin ≥ 9 g/dL"
                ),
                (
                    "[Adequate organ function assessed before the randomisation of the patient, defined"
                    " as:] platelets ≥ 100"
                ),
                "Cardiac function: normal",
            ],
        ),
        ("exclusion", ["-- None"]),
    ],
)

WRAPPED_PARAGRAPHS = (
    """\
    Inclusion Criteria:

    Patients with a documented diagnosis of the disease that was made within the last year by a
    specialist.

    Age 18 to 75.
    """,
    [
        (
            "inclusion",
            [
                (
                    "Patients with a documented diagnosis of the disease that was made within the last"
                    " year by a specialist."
                ),
                "Age 18 to 75.",
            ],
        ),
    ],
)

COHORTS = (
    """\
    Surgical cohort

    Inclusion Criteria:

    * Planned surgery

    Exclusion Criteria:

    * Emergency

    Medical cohort

    Inclusion Criteria:

    * No surgery

    Exclusion Criteria for the medical cohort (all sites):

    * Prior surgery
    """,
    [
        ("inclusion", ["Planned surgery"]),
        ("exclusion", ["Emergency"]),
        ("inclusion", ["No surgery"]),
        ("exclusion", ["Prior surgery"]),
    ],
)

WITHOUT_HEADING = (
    """\
    DISEASE CHARACTERISTICS:

      -  Confirmed cancer

    PATIENT CHARACTERISTICS:

    Age:

      -  18 and over

    Performance status:

      -  ECOG 0-2
    """,
    [
        (
            "",
            [
                "-- DISEASE CHARACTERISTICS:",
                "[DISEASE CHARACTERISTICS:] Confirmed cancer",
                "-- PATIENT CHARACTERISTICS:",
                "-- Age:",
                "[Age:] 18 and over",
                "-- Performance status:",
                "[Performance status:] ECOG 0-2",
            ],
        )
    ],
)

ANNOUNCED = (
    """\
    Patients are eligible if all of the following apply:

    1) Adults
    2) Consent

    Patients will be excluded if they have any of the following:

    1) Pregnancy
    """,
    [("inclusion", ["Adults", "Consent"]), ("exclusion", ["Pregnancy"])],
)

IN_ONE_LINE = (
    "Inclusion: Adults with diabetes. Exclusion Criteria: Pregnancy.",
    [("inclusion", ["Adults with diabetes."]), ("exclusion", ["Pregnancy."])],
)

MIXED_MARKERS = (
    """\
    INCLUSION

    1. One of:
    * lung cancer
    * breast cancer
    2. Adults
    (a) not lost
    EXCLUSION
    - Pregnancy
    -Lactation
    o Dialysis
    """,
    [
        ("inclusion", ["One of: / lung cancer / breast cancer", "Adults", "not lost"]),
        ("exclusion", ["Pregnancy", "Lactation", "Dialysis"]),
    ],
)

HEADINGS_IN_THE_LIST = (
    """\
    * Inclusion Criteria:

      1. Adults
      2. Consent
    * Non-inclusion criteria

      1. Pregnancy
      2. Does not meet inclusion criteria
    """,
    [
        ("inclusion", ["Adults", "Consent"]),
        ("exclusion", ["Pregnancy", "Does not meet inclusion criteria"]),
    ],
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*MARKDOWN, id="Markdown"),
        pytest.param(*INDENTED, id="indented"),
        pytest.param(*BARE_LINES, id="bare lines"),
        pytest.param(*WRAPPED_PARAGRAPHS, id="wrapped paragraphs"),
        pytest.param(*COHORTS, id="cohorts"),
        pytest.param(*WITHOUT_HEADING, id="without heading"),
        pytest.param(*ANNOUNCED, id="announced"),
        pytest.param(*IN_ONE_LINE, id="in one line"),
        pytest.param(*MIXED_MARKERS, id="mixed markers"),
        pytest.param(*HEADINGS_IN_THE_LIST, id="headings in the list"),
    ],
)
def test_the_criteria_of_a_text(text: str, expected: Cut) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("INCLUSION CRITERIA", "inclusion"),
        ("Inclusion:", "inclusion"),
        ("**Inclusion criteria**", "inclusion"),
        ("[Inclusion Criteria]", "inclusion"),
        ("Main Inclusion Criteria:", "inclusion"),
        ("Inclusion Criteria - Healthy Volunteers:", "inclusion"),
        ("Criteria for inclusion:", "inclusion"),
        ("Inclusions Criteria:", "inclusion"),
        ("Inclusion Criteria：", "inclusion"),
        ("Donor Exclusion Criteria (Part 2)", "exclusion"),
        ("Noninclusion criteria:", "exclusion"),
        ("Inclusion/Exclusion Criteria:", ""),
    ],
)
def test_headings_in_many_spellings(heading: str, kind: str) -> None:
    assert cut(f"{heading}\n\n* Adults\n* Consent") == [(kind, ["Adults", "Consent"])]


@pytest.mark.parametrize(
    "line",
    [
        "Patients in whom the exclusion of infection was possible",
        "Inclusion in another trial",
        "No exclusion criteria of the core study apply",
        "Patients who fulfil one of the criteria (refer to Exclusion Criteria): fever",
        "Other inclusion criteria may apply.",
    ],
)
def test_a_criterion_that_speaks_of_inclusion_is_no_heading(line: str) -> None:
    assert cut(f"Inclusion Criteria:\n\n* Adults\n* {line}") == [("inclusion", ["Adults", line])]


def test_a_letter_that_may_be_a_word_is_not_lost() -> None:
    [first, second] = paragraphs("* E. coli infection\n* a. first")
    assert (first.words, second.words) == ("E. coli infection", "a. first")
