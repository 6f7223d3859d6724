"""Formulas: their units, their parameters, and the examples that their sources print."""

from __future__ import annotations

import pytest
from check.checked import checked, codes

BSA = """formula body_surface (weight : kg, height : cm) : m2
  source "Du Bois and Du Bois 1916"
  empirical
  0.007184 × weight ^ 0.425 × height ^ 0.725
"""

CLEARANCE = """formula clearance (age : years, weight : kg, creatinine : mg/dL, female : yes/no) : mL/min
  source "Cockcroft and Gault 1976, Nephron 16:31-41"
  empirical
  let factor be whichever applies
    - 0.85 if female
    - 1 otherwise
  (140 - age) × weight / (72 × creatinine) × factor
"""

MAN = "weight = 72 kg, female = no"
WOMAN = "weight = 72 kg, female = yes"

LIMIT = """table most (age : years) : mg/dL
  age        | limit
  < 16 years | 1.2
  otherwise  | 1.7
formula half_of (age : years) : g/L
  most(age) / 2
""".replace("most", "limit_at")

STAGE = """choices stages in order
  - mild
  - moderate
  - severe
formula score (stage : stages, age : years) : number
  whichever applies
    - 3 if stage ≥ moderate
    - the greater of 1 and 2 if age is from 18 to 75 years
    - 0 otherwise
"""


@pytest.mark.parametrize(
    ("formula", "example"),
    [
        (BSA, "weight = 70 kg, height = 170 cm gives 1.81 m2 to 2 decimals"),
        (BSA, "weight = 70000 g, height = 1.7 m gives 1.81 m2 to 2 decimals"),
        (CLEARANCE, f"age = 40 years, {MAN}, creatinine = 1 mg/dL gives 100 mL/min"),
        (CLEARANCE, f"age = 40 years, {WOMAN}, creatinine = 1 mg/dL gives 85 mL/min"),
        (LIMIT, "age = 15 years gives 0.006 g/L"),
        (LIMIT, "age = 16 years gives 8.5 mg/L"),
        (STAGE, "stage = severe, age = 20 years gives 3"),
        (STAGE, "stage = mild, age = 75 years gives 2"),
        (STAGE, "stage = mild, age = 76 years gives 0"),
    ],
)
def test_an_example_that_comes_out(formula: str, example: str) -> None:
    assert codes(f"{formula}  example {example}\n", "") == []


@pytest.mark.parametrize(
    ("formula", "example", "gives"),
    [
        (BSA, "weight = 70 kg, height = 170 cm gives 1.82 m2 to 2 decimals", "1.81"),
        (CLEARANCE, f"age = 41 years, {MAN}, creatinine = 1 mg/dL gives 100 mL/min", "99"),
        (CLEARANCE, f"age = 40 years, {MAN}, creatinine = 0 mg/dL gives 100 mL/min", "no value"),
        (LIMIT, "age = 15 years gives 0.0085 g/L", "0.006"),
    ],
)
def test_an_example_that_does_not(formula: str, example: str, gives: str) -> None:
    _, [diagnostic] = checked(f"{formula}  example {example}\n", "")
    assert diagnostic.code == "E0416"
    assert diagnostic.message == f"With these values the formula gives {gives}."


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("formula f (weight : kg) : kg\n  weight × weight\n", "E0302"),
        ("formula f (weight : kg) : kg\n  weight + 1\n", "E0302"),
        ("formula f (weight : kg) : kg\n  empirical\n  weight + 1 kg\n", "E0304"),
        ("formula f (weight : kg) : kg\n  f(weight)\n", "E0407"),
        ("formula f (day : date) : kg\n  day × 2\n", "E0307"),
        ("formula f (weight : kg, weight : kg) : kg\n  weight\n", "E0202"),
    ],
)
def test_formulas_that_cannot_be(formula: str, code: str) -> None:
    assert codes(formula, "") == [code]
