"""Random sources of several criteria, out of the ways in which protocols say what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

DECLARED = """\
protocol TRIED "Tried"
  version "1"

use bmi, body_surface_area_du_bois, cockcroft_gault, ckd_epi_2021, qtcf from library/formulas

moment consent "Consent"
moment first_dose "First dose"
part phase_1 "Phase 1"
part phase_3 "Phase 3"
part cohort_a "Cohort A"
choices drug_class
  - platinum "platinum"
  - taxane "taxane"
  - antibody "antibody"
choices tumour_stage in order
  - early "early"
  - late "late"
fact birth : date "Date of birth"
fact weight : kg from 0 "Weight"
fact height : cm from 0 "Height"
fact qt : ms from 0 "QT interval"
fact pulse : /min from 0 "Pulse"
fact female : yes/no "Female"
fact stage : tumour_stage "Stage"
fact half_life : h from 0 "Half-life"
fact steroid : period or none "Steroid at a stable dose"
measurement creatinine : mg/dL "Creatinine" with reference range molar mass 113.12 g/mol
measurement fvc : % "Forced vital capacity"
records therapies "Therapies"
  - class : drug_class "Class"
  - ended : date "Last day"
  - dose : mg "Dose"

table limit (years : years, sex : yes/no) : mg/dL "Limit by age and sex"
  years    | sex | limit
  < 13     | yes | 0.9
  < 13     | no  | 1
  13 to 18 | yes | 1.25 mg/dL
  > 18     | yes | 1.5 mg/dL
  > 18     | no  | 1.75 mg/dL

table washout (class : drug_class) : duration "Washout"
  class            | washout
  platinum, taxane | the longer of 4 weeks and 1 month
  antibody         | 5 × half_life

table strength (class : drug_class) : number "Strength"
  class            | strength
  platinum         | 1
  taxane, antibody | 2.5
"""
T = TypeVar("T")
SIGNS = ("≥", ">", "≤", "<")
WINDOWS = (
    "within 28 days before first_dose",
    "within 1 month before first_dose",
    "before first_dose",
    "at consent",
)


@dataclass(frozen=True)
class Lines:
    """Draws the lines of a criterion's body."""

    draw: st.DrawFn

    def one_of(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(options))

    def sign(self) -> str:
        return self.one_of(SIGNS)

    def body(self) -> list[str]:
        head = []
        if self.draw(st.integers(0, 3)) == 0:
            head.append(f"only in {self.one_of(['phase_1', 'cohort_a', 'phase_1, phase_3'])}")
        if self.draw(st.integers(0, 3)) == 0:
            head.append("only if female")
        if self.draw(st.booleans()):
            return [*head, *self.said()]
        heading, size = self.one_of(
            [("all of", 2), ("any of", 3), ("none of", 2), ("at least 2 of", 3)]
        )
        members = [self.member() for _ in range(size)]
        return [*head, heading, *(line for member in members for line in member)]

    def member(self) -> list[str]:
        said = self.said()
        if self.draw(st.integers(0, 2)) == 0:
            said = ["only in phase_3", *said]
        return [f"  {'- ' if i == 0 else '  '}{line}" for i, line in enumerate(said)]

    def said(self) -> list[str]:
        ways: list[Callable[[], list[str]]] = [
            self.from_library,
            self.from_library,
            self.assessed,
            self.by_table,
            self.washed_out,
            self.change,
            self.mean,
            self.total,
            self.alternatives,
            self.in_a_row,
            self.stable,
            self.staged,
        ]
        return self.one_of(ways)()

    def from_library(self) -> list[str]:
        let = "let age be completed years from birth to consent"
        scr = f"let scr be {self.one_of(['latest', 'earliest'])} creatinine {self.one_of(WINDOWS)}"
        bsa = self.one_of(["1.5 m2", "1.86 m2", "20000 cm2"])
        qtc, clearance = self.one_of(["400", "450"]), self.one_of(["60", "30"])
        calls: list[tuple[str, list[str]]] = [
            (f"bmi(weight, height) {self.sign()} {self.one_of(['18.5', '25', '30'])} kg/m2", []),
            (f"body_surface_area_du_bois(weight, height) {self.sign()} {bsa}", []),
            (f"qtcf(qt, pulse) {self.sign()} {qtc} ms", []),
            (
                f"cockcroft_gault(age, weight, scr, female) {self.sign()} {clearance} mL/min",
                [let, scr],
            ),
            (
                f"ckd_epi_2021(age, scr, female) {self.sign()} {clearance} mL/min/1.73m2",
                [let, scr],
            ),
        ]
        line, lets = self.one_of(calls)
        return [*lets, line]

    def assessed(self) -> list[str]:
        limit = self.one_of(
            ["1.5 × ULN", "1.25 mg/dL", "110 umol/L", "LLN", "the greater of ULN and 1 mg/dL"]
        )
        return [f"assessed {self.one_of(WINDOWS[:3])}", f"creatinine {self.sign()} {limit}"]

    def by_table(self) -> list[str]:
        return [
            f"let age be completed years from birth to {self.one_of(['consent', 'first_dose'])}",
            f"let scr be latest creatinine {self.one_of(WINDOWS)}",
            f"scr {self.sign()} limit(age, female){self.one_of(['', ' × 2', ' + 0.5 mg/dL'])}",
        ]

    def washed_out(self) -> list[str]:
        quantity = self.one_of(["no", "some", "at least 2"])
        return [f"{quantity} therapies where ended within washout(class) before first_dose"]

    def change(self) -> list[str]:
        limit = self.one_of(["-0.1", "0", "0.1"]) if self.draw(st.booleans()) else "0.5"
        return [
            "let now be latest fvc before first_dose",
            f"let then be earliest fvc {self.one_of(['before', 'on or before'])} consent",
            f"(now - then) / then {self.sign()} {limit}",
        ]

    def mean(self) -> list[str]:
        last = self.one_of(["last 2 ", "last 3 ", ""])
        return [
            f"let usual be mean of {last}fvc {self.one_of(WINDOWS[:3])}",
            f"usual is from {self.one_of(['40', '50'])} % to {self.one_of(['< 80', '100'])} %",
        ]

    def total(self) -> list[str]:
        return [
            "let sum be total of dose in therapies where class is one of platinum, taxane",
            f"sum × 2 {self.sign()} {self.one_of(['4 mg', '9 mg', '0.2 g'])}",
        ]

    def alternatives(self) -> list[str]:
        otherwise = ["  - 2 × ULN otherwise"] if self.draw(st.booleans()) else []
        return [
            f"let scr be latest creatinine {self.one_of(WINDOWS)}",
            f"scr {self.one_of(['≤', '<'])} whichever applies",
            "  - 1.5 mg/dL if female",
            f"  - 1.75 mg/dL if weight {self.sign()} 54.6 kg",
            *otherwise,
        ]

    def in_a_row(self) -> list[str]:
        strength = f"strength(class) × dose {self.sign()} {self.one_of(['4 mg', '9 mg'])}"
        return [f"at least 2 consecutive therapies where {strength}"]

    def stable(self) -> list[str]:
        length = self.one_of(["4 weeks", "the longer of 4 weeks and 5 × half_life", "3 months"])
        return [f"steroid throughout {length} before first_dose"]

    def staged(self) -> list[str]:
        return [f"stage {self.sign()} {self.one_of(['early', 'late'])}"]


@st.composite
def sources(draw: st.DrawFn, criteria: int = 3) -> str:
    """The text of a protocol with up to so many criteria."""
    lines = [DECLARED]
    for number in range(1, draw(st.integers(1, criteria)) + 1):
        kind = draw(st.sampled_from(["inclusion", "exclusion"]))
        lines += [f"{kind} {number}", *(f"  {line}" for line in Lines(draw).body()), ""]
    return "\n".join(lines)
