"""The protocols and libraries of this repository: no findings, cases that hold, one meaning."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from critc.emit.python import load
from critc.ir.evaluate import screen
from critc.ir.record import read
from critc.pipeline import Compilation, compile_source, read_source
from critc.testing import run

ROOT = Path(__file__).parent.parent
PROTOCOLS = sorted((ROOT / "criteria").glob("*.crit"))
LIBRARIES = sorted((ROOT / "criteria" / "library").glob("*.crit"))
NUMBERS = {
    "NCT01521390": (11, 21),
    "NCT02178956": (20, 14),
    "NCT02496767": (8, 10),
    "NCT02557854": (13, 9),
    "NCT02926950": (2, 20),
    "NCT02999178": (7, 22),
    "NCT03102606": (9, 19),
    "NCT05147467": (7, 7),
    "NCT07289048": (9, 22),
}
"""How many inclusion and exclusion criteria each protocol has, counted in the registry's text."""


@cache
def compiled(path: Path) -> Compilation:
    return compile_source(read_source(path))


def named(path: Path) -> str:
    return path.stem


def test_each_protocol_is_there_with_all_its_criteria() -> None:
    found = {}
    for path in PROTOCOLS:
        program = compiled(path).program
        assert program is not None
        kinds = [criterion.kind for criterion in program.criteria]
        found[path.stem] = (kinds.count("inclusion"), kinds.count("exclusion"))
    assert found == NUMBERS


@pytest.mark.parametrize("path", [*PROTOCOLS, *LIBRARIES], ids=named)
def test_there_are_no_findings(path: Path) -> None:
    assert compiled(path).diagnostics == ()


@pytest.mark.parametrize("path", [*PROTOCOLS, *LIBRARIES], ids=named)
def test_the_cases_come_out_as_they_expect(path: Path) -> None:
    compilation = compiled(path)
    assert compilation.program is not None
    findings = list(run(compilation.program, compilation.cases))
    assert [(f.case.title, f.expected, f.got) for f in findings if not f.passed] == []


@pytest.mark.parametrize("path", PROTOCOLS, ids=named)
def test_each_criterion_is_seen_satisfied_violated_and_unknown(path: Path) -> None:
    compilation = compiled(path)
    assert compilation.program is not None
    expected = {(e.criterion, e.outcome) for case in compilation.cases for e in case.expects}
    for criterion in compilation.program.criteria:
        outcomes = {outcome for name, outcome in expected if name == criterion.id}
        assert outcomes >= {"satisfied", "violated", "unknown"}, criterion.id


@pytest.mark.parametrize("path", PROTOCOLS, ids=named)
def test_the_validator_says_of_the_cases_what_the_core_says(path: Path) -> None:
    compilation = compiled(path)
    program = compilation.program
    assert program is not None
    module = load(program)
    for case in compilation.cases:
        judged = screen(program, read(program, case.patient))
        patient = module.Patient.from_dict(case.patient)
        outcomes = {name: result.outcome for name, result in judged.results.items()}
        assert module.outcomes(patient) == outcomes, case.title


@pytest.mark.parametrize("path", PROTOCOLS, ids=named)
def test_a_judgement_hides_no_number(path: Path) -> None:
    """Where the text gives a number, a window or a count, a condition or a question has it."""
    from critc.coverage import coverage

    program = compiled(path).program
    assert program is not None
    forgotten = {
        each.criterion.id: each.forgotten for each in coverage(program).criteria if each.forgotten
    }
    assert forgotten == {}


def test_the_compiler_holds_no_name_of_the_libraries() -> None:
    """No drug, disease, scale or formula is built in: the language says them all."""
    names = set[str]()
    for path in LIBRARIES:
        text = path.read_text(encoding="utf-8")
        names |= set(re.findall(r"^(?:formula|table|choices|define) (\w+)", text, re.MULTILINE))
        names |= set(re.findall(r"^ +- (\w+)(?: \"|$)", text, re.MULTILINE))
    words = {name for name in names if len(name) > 5 and not name.startswith("no_")}
    assert len(words) > 50
    for path in (ROOT / "compiler" / "critc").rglob("*.py"):
        code = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        found = words & set(re.findall(r"\w+", code))
        assert found <= {"positive", "negative", "sitting", "grade_2"}, f"{path}: {found}"
