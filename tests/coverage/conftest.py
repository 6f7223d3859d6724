"""Small protocols and the first real one, with their coverage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from critc.coverage import Coverage, coverage
from critc.ir.nodes import Program
from critc.pipeline import compile_source, read_source
from critc.source import Source

PROTOCOL = Path(__file__).parent.parent.parent / "criteria" / "NCT07289048.crit"
DECLARATIONS = """\
protocol SMALL "A small protocol"

moment screening "Screening visit"
moment first_dose "First dose of study treatment"

choices nyha_class in order
  - nyha_1 "NYHA class I"
  - nyha_2 "NYHA class II"
  - nyha_3 "NYHA class III"

choices sexes
  - male
  - female

fact birth : date "Date of birth"
fact ecog : whole number from 0 to 5 "ECOG performance status"
fact nyha : nyha_class "NYHA class"
fact sex : sexes "Sex"
fact age : years "Age"
fact haemoglobin : g/dL "Haemoglobin"
fact platelets : 10^9/L "Platelets"
fact dose : mg/d "Daily dose"
fact ejection : % "Ejection fraction"
fact ratio : number "FEV1/FVC"
fact half_life : d "Half-life of the drug"
fact surgery : date or none "Major surgery"
fact last_drug : date or none "Last dose of the drug"
fact course : period or none "Course of prednisone"
fact stable "Stable dose?"
measurement ast : U/L "AST" with reference range
measurement alt : U/L "ALT" with reference range
measurement systolic : mm[Hg] "Systolic blood pressure"
measurement creatinine : mg/dL "Serum creatinine"
records regimens "Chemotherapy regimens"
  - ended : date "Last day"
"""


def compiled(text: str) -> Program:
    """The program of a source that has no error."""
    compilation = compile_source(Source("small.crit", text))
    assert compilation.program, [found.message for found in compilation.diagnostics]
    return compilation.program


@pytest.fixture
def covered() -> Callable[[str], Coverage]:
    """The coverage of some criteria, on facts that are declared for all tests."""
    return lambda criteria: coverage(compiled(f"{DECLARATIONS}\n{criteria}"))


@pytest.fixture
def left(covered: Callable[[str], Coverage]) -> Callable[[str, str], list[tuple[str, str]]]:
    """``left(text, body)``: what of a text a criterion's body leaves, with why."""

    def found(text: str, body: str) -> list[tuple[str, str]]:
        quoted = "\n".join(f"  > {line}" for line in text.split("\n"))
        indented = "\n".join(f"  {line}" for line in body.strip("\n").split("\n"))
        [criterion] = covered(f"inclusion 1\n{quoted}\n{indented}\n").criteria
        return [(gap.words, gap.why) for gap in criterion.gaps]

    return found


@pytest.fixture(scope="session")
def protocol() -> Program:
    """The first protocol."""
    program = compile_source(read_source(PROTOCOL)).program
    assert program is not None
    return program
