"""Mistakes in real protocols: each is told at its place, and one mistake is told once.

What is misspelt, missing or of another kind in a declaration is not told again wherever it is used;
ten mistakes in ten declarations are ten messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from critc.diagnostic import Diagnostic, Severity
from critc.pipeline import diagnose
from critc.source import Source

CRITERIA = Path(__file__).parent.parent.parent / "criteria"
SHORT = "NCT05147467"
LONG = "NCT07289048"


@cache
def text_of(protocol: str) -> str:
    return (CRITERIA / f"{protocol}.crit").read_text(encoding="utf-8")


def errors(protocol: str, text: str) -> list[Diagnostic]:
    """The errors of a text that stands where a protocol does."""
    found = diagnose(Source((CRITERIA / f"{protocol}.crit").as_posix(), text))
    return [each for each in found if each.severity is Severity.ERROR]


def slipped(text: str, right: str, wrong: str) -> str:
    """The text with a slip at the first place of some words."""
    assert right in text, right
    return text.replace(right, wrong, 1)


# ---- ten mistakes, ten messages --------------------------------------------------------------------

Slip = tuple[str, str, str, str]
"""What the protocol has, what is written instead, the code, and what is underlined."""

TEN: dict[str, list[Slip]] = {
    LONG: [
        ("ecog is from 0 to 1", "ecgo is from 0 to 1", "E0201", "ecgo"),
        ("sclc_confirmed_by is histology", "sclc_confirmed_by is biopsy", "E0205", "biopsy"),
        ("      assessed within 7 days before first_dose\n", "", "E0206", "serum_pregnancy_test"),
        (
            "first_study_procedure before consent",
            "first_study_procedure before informed_consent",
            "E0201",
            "informed_consent",
        ),
        ("grade ≥ 3  ", "grade ≥ 6  ", "E0319", "6"),
        ("prednisone_equivalent > 10 mg/d\n", "prednisone_equivalent > 10\n", "E0303", "10"),
        (
            "some infections at screening where needs_iv",
            "some infection at screening where needs_iv",
            "E0201",
            "infection",
        ),
        ("longest : mm", "longest : milimeter", "E0301", "milimeter"),
        ("exclusion 6\n", "exclusion 5\n", "E0406", "exclusion 5"),
        ("hiv_test is positive", "hiv_test", "E0320", "hiv_test"),
    ],
    "NCT02178956": [
        ("alt ≤ whichever", "ast ≤ whichever", "E0201", "ast"),
        (
            "baseline_haemoglobin ≥ 9.0 g/dL  ",
            "baseline_haemoglobin ≥ 9.0 mmol/L  ",
            "E0306",
            "9.0 mmol/L",
        ),
        ("neutrophils ≥ 1.5 × 10^9/L", "neutrophils ≥ 1.5 K/uL", "E0323", "K/uL"),
        (
            "other_laboratory_date within 14 days",
            "other_laboratory_date within 14 mg",
            "E0317",
            "14 mg",
        ),
        ("radiation_dose ≤ 8 Gy", "radiation_dose ≤ 8 kg", "E0302", "8 kg"),
        ("within 6 months after end of given", "within 6 months after given", "E0313", "given"),
        (
            "more than 1 regimens where setting is advanced",
            "more than 1 regimens where setting is late",
            "E0205",
            "late",
        ),
        (
            "neuropathy_grade ≥ 2",
            "neuropathy_grade is severe",
            "E0307",
            "neuropathy_grade is severe",
        ),
        ("  some malignancies\n", "  malignancies\n", "E0207", "malignancies"),
        (
            "moment first_dose",
            'moment randomization "Day"\nmoment first_dose',
            "E0202",
            "randomization",
        ),
    ],
    "NCT02557854": [
        (
            "antibody               | 3 × half_life",
            "biologic | 3 × half_life",
            "E0411",
            "biologic | 3 × half_life",
        ),
        ("6 to < 10 years  | 1 ", "10 to < 6 years  | 1 ", "E0322", "10 to < 6 years"),
        ("ejection_fraction > 50 %", "ejection_fraction > 50", "E0303", "50"),
        ("total of dose in anthracyclines", "total of amount in anthracyclines", "E0208", "amount"),
        ("    - sex is male\n", "    - sex is man\n", "E0205", "man"),
        (
            "serum_pregnancy_test is negative",
            "serum_pregnancy_test",
            "E0320",
            "serum_pregnancy_test",
        ),
        ("progressed_on within 30 days after", "grade within 30 days after", "E0201", "grade"),
        ("hemoglobin > 8 g/dL", "hemoglobin > 8", "E0303", "8"),
        (
            "whole number from 1 to 5",
            "whole number from 5 to 1",
            "E0322",
            "whole number from 5 to 1",
        ),
        ("inclusion 10\n", "inclusion 9\n", "E0406", "inclusion 9"),
    ],
}


@pytest.mark.parametrize("protocol", TEN)
def test_mistakes_in_different_declarations_are_told_one_by_one(protocol: str) -> None:
    text, slips = text_of(protocol), TEN[protocol]
    for right, wrong, _, _ in slips:
        text = slipped(text, right, wrong)
    found = [(d.code, text[d.span.start : d.span.end]) for d in errors(protocol, text)]
    assert sorted(found) == sorted((code, words) for _, _, code, words in slips)


def test_ten_mistakes_and_no_other_are_ten_messages() -> None:
    assert {len(slips) for slips in TEN.values()} == {10}


# ---- one mistake, one message ----------------------------------------------------------------------

ONE = [
    # a name is misspelt where it is declared, and used in many places
    (LONG, "moment first_dose", "moment first_does", "E0201"),
    (LONG, "records steroids", "records steroid", "E0201"),
    (LONG, "choices test_result", "choices test_results", "E0301"),
    (LONG, "  - route : steroid_route", "  - way : steroid_route", "E0201"),
    (LONG, '  - lymph_node "Lymph node"', '  - lymph_nodes "Lymph node"', "E0205"),
    (LONG, "  - positive\n", "  - postive\n", "E0205"),
    (LONG, "define woman_of_childbearing_potential", "define woman_of_child_bearing", "E0201"),
    (LONG, "patient typical", "patient tipical", "E0213"),
    (LONG, "measurement hcv_rna", "measurement hcv_pcr", "E0201"),
    ("NCT02178956", "  - last_dose : date", "  - last_given : date", "E0201"),
    # a declaration is of another kind than all its uses
    (LONG, "fact ecog : whole number from 0 to 5", "fact ecog : date", "E0307"),
    (LONG, "fact birth_date : date", "fact birth_date : period", "E0313"),
    (LONG, "  - done_on : date", "  - done_on : mg", "E0311"),
    (LONG, "  - longest : mm", "  - longest : mg", "E0302"),
    (LONG, "  - prednisone_equivalent : mg/d", "  - prednisone_equivalent : number", "E0304"),
    (LONG, "fact hbv_dna : IU/mL", "fact hbv_dna : g/L", "E0302"),
    (LONG, "fact hiv_test : test_result", "fact hiv_test", "E0307"),
    (LONG, "  - active_days : period", "  - active_days : yes/no", "E0318"),
    (LONG, "last_steroid_dose : date or none", "last_steroid_dose : date", "E0307"),
    ("NCT02178956", "alt : U/L", "alt : kg", "E0302"),
    ("NCT02178956", "weight : kg", "weight : mmol/L", "E0302"),
    ("NCT02178956", "  - given : period", "  - given : date", "E0208"),
    ("NCT02557854", "  - half_life : d", "  - half_life : kg", "E0302"),
    # the unit is none at all
    (LONG, "fact hbv_dna : IU/mL", "fact hbv_dna : UI/mL", "E0301"),
    (LONG, "measurement hcv_rna : IU/mL", "measurement hcv_rna : UI/mL", "E0301"),
    (LONG, "fact birth_date : date", "fact birth_date : dte", "E0301"),
    # what the laboratory gives is not declared
    (LONG, 'code loinc "11011-4" with reference range', 'code loinc "11011-4"', "E0308"),
    ("NCT02178956", "measurement alt : U/L", "measurement alt : number", "E0308"),
    # one line
    (
        LONG,
        "some vaccinations within 4 weeks before first_dose where live_attenuated",
        "vaccinations within 4 weeks before first_dose",
        "E0207",
    ),
    (SHORT, "  some malignancies within 2 years", "  malignancies within 2 years", "E0207"),
    ("NCT02178956", "  unless any of\n    - all", "  accepted if any of\n    - all", "E0402"),
    (LONG, "exclusion 6\n", "exclusion 5\n", "E0406"),
    ("NCT02178956", "0.8 mg/dL | 1 mg/dL", "0.8 | 1 mg/dL", "E0303"),
    ("NCT02178956", "0.8 mg/dL | 1 mg/dL", "0.8 days | 1 mg/dL", "E0302"),
    (SHORT, "use ecog from", "use ecgo from", "E0216"),
    (SHORT, "library/scales", "library/scale", "E0214"),
]


@pytest.mark.parametrize(("protocol", "right", "wrong", "code"), ONE)
def test_one_mistake_is_told_once(protocol: str, right: str, wrong: str, code: str) -> None:
    text = slipped(text_of(protocol), right, wrong)
    assert [each.code for each in errors(protocol, text)] == [code]


def test_other_places_of_the_mistake_are_shown_with_it() -> None:
    text = slipped(text_of(LONG), "fact ecog : whole number from 0 to 5", "fact ecog : date")
    [found] = errors(LONG, text)
    lines = [Source("", text).position(other.span.start)[0] for other in found.related]
    assert text.splitlines()[lines[0] - 1].startswith("fact ecog : date")
    assert [text.splitlines()[line - 1][:10] for line in lines[1:]] == ["  - ecog ="] * 3
    assert re.fullmatch(r"the same here, and in \d+ more places?", found.related[-1].message)


def test_a_value_that_does_not_fit_is_told_each_time_when_others_do() -> None:
    """Then the declaration is right, and each of the values is a slip of its own."""
    slips = [("  - ecog = 1\n", "  - ecog = yes\n"), ("  - ecog = 2\n", "  - ecog = no\n")]
    text = text_of(LONG)
    for right, wrong in slips:
        text = slipped(text, right, wrong)
    assert [each.code for each in errors(LONG, text)] == ["E0318", "E0318"]


# ---- every declaration of a protocol ---------------------------------------------------------------

_HEAD = re.compile(
    r"^(?:moment|fact|records|measurement|choices|define|table|formula|part|patient) (\w+)",
    re.MULTILINE,
)
_TYPE = re.compile(r'^(?:fact|measurement|  -) \w+ : ([^"\n]+?)(?= "|$)', re.MULTILINE)
_PIECE = re.compile(r"^[a-z](?:.*\n)+?(?=[a-z#]|\Z)", re.MULTILINE)


def misspelt(text: str) -> Iterator[str]:
    """The text with one declaration misspelt, for each."""
    for match in _HEAD.finditer(text):
        yield f"{text[: match.end(1)]}x{text[match.end(1) :]}"


def of_no_unit(text: str) -> Iterator[str]:
    """The text with one type written as a unit that does not exist, for each."""
    for match in _TYPE.finditer(text):
        if not match[1].startswith(("one of", "any of")):
            yield f"{text[: match.start(1)]}mgg/dll{text[match.end(1) :]}"


def without_a_declaration(text: str) -> Iterator[str]:
    """The text without one of the declarations that others need, for each."""
    for match in _PIECE.finditer(text):
        if _HEAD.match(match[0]):
            yield text[: match.start()] + text[match.end() :]


@pytest.mark.parametrize("protocol", [SHORT, "NCT02926950"])
@pytest.mark.parametrize("broken", [misspelt, of_no_unit, without_a_declaration])
def test_a_broken_declaration_is_one_message(protocol: str, broken: object) -> None:
    assert callable(broken)
    texts = list(broken(text_of(protocol)))
    assert texts
    counts = [len(errors(protocol, text)) for text in texts]
    assert counts == [1] * len(texts)
