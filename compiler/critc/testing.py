"""The cases of a protocol, run through its own validator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from critc.ir.cases import Expectation, TestCase
from critc.ir.nodes import Criterion, Defined, Program

STATUS = {True: "satisfied", False: "violated", None: "unknown"}
"""A criterion's status, by what its function gives."""

ANSWERS = {True: "yes", False: "no", None: "not known"}
"""Whether a definition holds."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One expectation and what came of it. ``why`` is there when it failed."""

    case: TestCase
    expected: Expectation
    got: str
    why: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the outcome is the expected one."""
        return self.got == self.expected.outcome

    def as_data(self, file: str) -> dict[str, object]:
        """The finding as JSON has it."""
        return {
            "file": file,
            "line": self.expected.line,
            "case": self.case.title,
            "criterion": "" if self.expected.definition else self.expected.criterion,
            "definition": self.expected.definition,
            "expected": self.expected.outcome,
            "got": self.got,
            "passed": self.passed,
            "why": self.why,
        }


def run(program: Program, cases: tuple[TestCase, ...]) -> Iterator[Finding]:
    """Each expectation of each case, in the order of the file."""
    from critc.emit.python import load

    validator = load(program)
    asked = {expected.definition for case in cases for expected in case.expects} - {""}
    about = _of_definitions(program, sorted(asked))
    definitions = load(about) if asked else validator
    numbers = {criterion.condition: criterion.id for criterion in about.criteria}
    for case in cases:
        verdicts = replace(case, expects=tuple(e for e in case.expects if not e.definition))
        yield from _findings(validator, verdicts, program)
        others = tuple(
            replace(e, criterion=numbers[Defined(e.definition)])
            for e in case.expects
            if e.definition
        )
        if others:
            yield from _findings(definitions, replace(case, expects=others), about)


def _of_definitions(program: Program, names: list[str]) -> Program:
    """A protocol whose criteria are these definitions, so that each has an outcome of its own."""
    criteria = tuple(
        Criterion(f"I{number}", "inclusion", str(number), "", Defined(name), 0, 0)
        for number, name in enumerate(names, 1)
    )
    return replace(program, criteria=criteria)


def _findings(validator: ModuleType, case: TestCase, program: Program) -> Iterator[Finding]:
    try:
        patient = validator.Patient.from_dict(case.patient)
    except validator.InvalidPatient as error:
        why = tuple(str(problem) for problem in error.problems)
        for expected in case.expects:
            yield Finding(case, expected, "a patient that cannot be read", why)
        return
    screening = validator.screen(patient)
    for expected in case.expects:
        got = _outcome(screening, expected)
        why = () if got == expected.outcome else _why(screening, expected, program)
        yield Finding(case, expected, got, why)


def _outcome(screening: Any, expected: Expectation) -> str:
    if expected.definition:
        return ANSWERS[screening.outcomes[expected.criterion]]
    if not expected.criterion:
        return str(screening.verdict)
    status = screening.outcomes[expected.criterion]
    if status and expected.outcome == "does not apply" and not _applies(screening, expected):
        return "does not apply"
    return STATUS[status]


def _applies(screening: Any, expected: Expectation) -> bool:
    return _result(screening, expected.criterion)["applies"] is not False


def _result(screening: Any, criterion: str) -> dict[str, Any]:
    found = next(result for result in screening.criteria if result.id == criterion)
    data: dict[str, Any] = found.to_dict()
    return data


def _why(screening: Any, expected: Expectation, program: Program) -> tuple[str, ...]:
    from critc.render.screening import because

    if expected.criterion:
        return tuple(because(_result(screening, expected.criterion), program))
    return tuple(
        f"{criterion} {STATUS[status]}"
        for criterion, status in screening.outcomes.items()
        if status is not True
    )
