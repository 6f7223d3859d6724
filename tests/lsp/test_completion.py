"""What is offered at the cursor, in whole declarations and in half-written ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsp.opening import CRITERIA, PROTOCOLS, checked

from critc.lsp.completion import completion
from critc.lsp.document import Document

FILE = """\
protocol DRAFT "A draft 😀"

part phase_2 "Phase 2"
part phase_3 "Phase 3"

moment screening "Screening visit"
moment first_dose "First dose"

choices nyha_class in order
  - nyha_1 "NYHA class I"
  - nyha_2 "NYHA class II"

fact nyha : nyha_class "NYHA class"
fact weight : kg "Body weight"
fact sex : one of "Sex"
  - female "Female"
  - male "Male"
fact sites : any of liver, lung "Sites of disease"
fact last_dose : date or none "Last dose"
fact given : period "First to last day"
fact smoker "Does the patient smoke?"

measurement glucose : mmol/L "Glucose"
measurement test : one of negative, positive "Pregnancy test"

records drugs "Drugs"
  - dose : mg "Dose"
  - drug : one of "Drug"
      - aspirin "Aspirin"
      - other "Another"
  - taken : period "First to last day"

use bmi from library/formulas

define heavy "Heavy"
  weight > 100 kg

inclusion 1
  > Words of the protocol.
  smoker

inclusion 2
  > Words of the protocol.
@

patient typical "Typical"
  - sex = male

exclusion 1
  > Other words.
  weight ≥ 50 kg
"""


def offered(written: str) -> list[str]:
    """The labels where | stands, in a criterion of the file that is otherwise as above."""
    return labels(FILE.replace("@", written))


def labels(text: str) -> list[str]:
    at = text.index("|@") if "|@" in text else text.index("|")
    file = checked(text[:at] + text[at:].removeprefix("|@").removeprefix("|"), CRITERIA / "d.crit")
    return at_offset(file.document, at)


def at_offset(document: Document, offset: int) -> list[str]:
    return [item.label for item in completion(document, offset).items]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("  sex is |", ["female", "male"]),
        ("  sex is fe|", ["female"]),
        ("  sex is one of female, |", ["female", "male"]),
        ("  all of\n    - smoker\n    - not smoker\n    - sites includes |", ["liver", "lung"]),
        ("  nyha ≥ |", ["nyha_1", "nyha_2"]),
        ("  assessed at screening\n  test is |", ["negative", "positive"]),
        ("  only in |", ["phase_2", "phase_3"]),
        ("  last_dose within 4 |", ["days", "weeks", "months", "years", "hours"]),
        ("  last_dose within 4 weeks before |", ["screening", "first_dose", "last_dose"]),
        ("  weight ≥ 50 |", ["kg", "g", "mg"]),
        ("  weight is from 50 to < 60 |", ["kg", "g", "mg"]),
        ("  assessed at screening\n  glucose ≥ 5 |", ["mmol/L", "mol/L"]),
        ("  some |", ["glucose", "test", "drugs"]),
        ("  some drugs where |", ["dose", "drug", "taken"]),
        ("  some drugs where all of\n    - dose > 3 mg\n    - |", ["dose", "drug", "taken"]),
        ("  some drugs where drug is |", ["aspirin", "other"]),
        ("  some drugs where dose > 3 |", ["mg", "kg"]),
        ("  end of |", ["given"]),
        ("  judgement fit by |", ["investigator"]),
        ("  satisfies inclusion |", ["1"]),
        ("  let first be earliest glucose at screening\n  fir|", ["first", "first_dose"]),
        (
            "  smoker\n  query |",
            ["ambiguous", "truncated", "contradiction", "undefined", "elsewhere"],
        ),
    ],
)
def test_what_may_stand_here_comes_first(written: str, expected: list[str]) -> None:
    found = offered(written)
    assert set(expected) <= set(found[: len(expected) + 8]), found
    assert found[0] in expected


@pytest.mark.parametrize(
    ("written", "among", "not_among"),
    [
        ("  weight |", ["≥", "is from … to"], ["includes", "within"]),
        ("  sites |", ["includes"], ["≥", "within"]),
        ("  last_dose |", ["within", "before", "is"], ["≥", "includes"]),
        ("  smoker |", [], ["≥", "within", "includes", "is"]),
        ("  smoker\n  |", ["unless", "query", "accepted if"], ["only if", "≥"]),
        ("  |", ["all of", "any of", "only if", "smoker", "heavy", "bmi", "weight"], ["phase_2"]),
        ("  all of\n    - smoker\n    |", ["-"], ["unless"]),
        ('  smoker\n  query ambiguous "Really?"\n    |', ["read as"], ["smoker"]),
        ("  weight ≥ ≥ ≥\n  smo|", ["smoker"], []),
    ],
)
def test_words_of_the_language_where_they_may_stand(
    written: str, among: list[str], not_among: list[str]
) -> None:
    found = offered(written)
    assert set(among) <= set(found), found
    assert not set(not_among) & set(found), found


@pytest.mark.parametrize(
    "written", ["  > Words, sex is |", '  smoker  "sex is |"', "  smoker # sex is |"]
)
def test_nothing_is_offered_in_quoted_words_and_comments(written: str) -> None:
    assert offered(written) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|", ["inclusion", "exclusion", "fact"]),
        ("fact weight : |", ["kg", "mg/dL", "date", "yes/no"]),
        ("use bmi from |", ["library/formulas", "library/scales"]),
        ('choices a\n  - b "B"\n\nfact c : |', ["a", "kg"]),
        ("patient a\n  - |", []),
        ('moment m "M"\nfact f "F"\npatient a\n  - |', ["m", "f"]),
        ('fact f "F"\npatient a\n  - f = |', ["yes", "no", "not known"]),
        ('patient a "A"\n\ncase "c" of |', ["a"]),
        (
            'inclusion 3\n  > W.\n  fact a "A"\n\npatient p\n\ncase "c" of p\n  expect inclusion |',
            ["3"],
        ),
        ('patient p\n\ncase "c" of p\n  expect inclusion 3 |', ["satisfied", "violated"]),
        ('records r\n  - a : mg "A"\n  - b "B"\n\npatient p\n  - r =\n      |', ["a", "b"]),
        (
            'records r\n  - a : one of x, y "A"\n\npatient p\n  - r =\n      a\n      |',
            ["x", "y"],
        ),
    ],
)
def test_in_declarations_and_patients(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(labels(text)), labels(text)


def test_answers_have_their_labels() -> None:
    file = checked(FILE.replace("@", "  sex is "))
    items = completion(file.document, file.document.text.index("sex is ") + 7).items
    assert [(item.label, item.detail) for item in items[:2]] == [
        ("female", "Female"),
        ("male", "Male"),
    ]


@pytest.mark.parametrize("path", PROTOCOLS[:3], ids=lambda path: path.stem)
def test_what_a_protocol_has_is_offered_where_it_stands(path: Path) -> None:
    """Every fact, field, answer and unit of a body is among what is offered at its place."""
    file = checked(path.read_text(encoding="utf-8"), path)
    document, missed = file.document, []
    criteria = [
        each for each in document.placed() if each[0].piece.word in ("inclusion", "exclusion")
    ]
    for block, start in criteria[:8]:
        for each in document.occurrences(block):
            if each.declares or each.target.kind not in ("name", "field", "option", "unit"):
                continue
            found = at_offset(document, start + each.span.start + 1)
            if each.target.name not in found:
                missed.append((block.head, each.target, found[:5]))
    assert missed == []
