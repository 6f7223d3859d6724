"""The library's definitions mean what the guidance says: the cases that stand with them.

Each case is run as a reader runs it, and by the reference and a validator that asks for nothing else.
"""

from __future__ import annotations

from functools import cache

import pytest
from library.protocols import LIBRARY, Trial, declarations, with_library

from critc.ir import dictionary as d
from critc.ir.cases import TestCase
from critc.pipeline import Compilation, compile_source, read_source
from critc.syntax import tree
from critc.testing import ANSWERS, run

DEFINITIONS = [one.name.text for one in declarations("definitions") if isinstance(one, tree.Define)]


@cache
def library() -> Compilation:
    return compile_source(read_source(LIBRARY / "definitions.crit"))


def expected(name: str) -> list[tuple[TestCase, str]]:
    """The cases that expect something of a definition, with what they expect."""
    return [
        (case, expect.outcome)
        for case in library().cases
        for expect in case.expects
        if expect.definition == name
    ]


@cache
def defined(name: str) -> Trial:
    """A protocol that asks for nothing but the definition."""
    return with_library("definitions", (name,), f"inclusion 1\n  {name}\n")


def test_the_cases_come_out() -> None:
    compilation = library()
    assert compilation.program is not None
    findings = list(run(compilation.program, compilation.cases))
    assert [finding for finding in findings if not finding.passed] == []
    assert len(findings) == sum(len(expected(name)) for name in DEFINITIONS)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_the_cases_come_out_where_the_definition_is_borrowed(name: str) -> None:
    trial = defined(name)
    facts = {fact.name for fact in trial.program.facts}
    for case, answer in expected(name):
        patient = {fact: known for fact, known in case.patient.items() if fact in facts}
        [outcome] = trial.outcomes(patient)
        assert ANSWERS[outcome] == answer, case.title


@pytest.mark.parametrize("name", DEFINITIONS)
def test_of_each_definition_all_three_outcomes_are_tried(name: str) -> None:
    assert {answer for _, answer in expected(name)} == {"yes", "no", "not known"}


def test_every_answer_is_tried() -> None:
    """Each option of a question, and yes and no (of a judgement also not yet)."""
    compilation = library()
    assert compilation.program is not None
    for fact in compilation.program.facts:
        given = [case.patient[fact.name] for case in compilation.cases if fact.name in case.patient]
        tried = [each for one in given for each in (one if isinstance(one, list) else [one])]
        assert all(answer in tried for answer in answers(fact.type)), fact.name


def answers(kind: d.Type) -> set[object]:
    match kind:
        case d.Choice(options=options) | d.Set(options=options):
            return {option.name for option in options}
        case d.YesNo():
            return {True, False}
        case d.Judged():
            return {"yes", "no", "not yet"}
        case _:
            return set()


@pytest.mark.parametrize("name", DEFINITIONS)
def test_of_a_patient_of_whom_nothing_is_known_no_definition_holds(name: str) -> None:
    assert defined(name).outcomes({}) == [None]
