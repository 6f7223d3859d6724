"""What runs the worked examples: the core's evaluator, the generated validator, and the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from critc.ir.evaluate import screen
from critc.ir.nodes import Program
from critc.ir.record import DataError, read


class Rejected(Exception):  # noqa: N818 - it is what a validator says, not a defect
    """The validator does not accept the patient's data."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a backend says: verdict, status and causes of each criterion, and what to ask for.

    ``causes`` are those of the unknown criteria, by id.
    """

    verdict: str
    statuses: Mapping[str, str]
    causes: Mapping[str, frozenset[str]]
    ask: frozenset[str]


def core(program: Program, data: Mapping[str, Any]) -> Answer:
    """The naive evaluator of the core."""
    try:
        record = read(program, data)
    except DataError as error:
        raise Rejected(str(error)) from error
    found = screen(program, record)
    causes = {name: result.causes for name, result in found.results.items()}
    return Answer(found.verdict, found.statuses, causes, found.ask)


def generated_python(program: Program, data: Mapping[str, Any]) -> Answer:
    """The generated validator, from JSON text; its plain outcomes must agree with its screening."""
    from critc.emit.python import load  # the evaluator alone needs no emitter

    module = load(program)
    try:
        patient = module.Patient.from_json(json.dumps(data))
    except module.InvalidPatient as error:
        raise Rejected(str(error)) from error
    result = module.screen(patient).to_dict()
    outcomes = {True: "satisfied", False: "violated", None: "unknown"}
    plain = {name: outcomes[outcome] for name, outcome in module.outcomes(patient).items()}
    if plain != {one["id"]: one["outcome"] for one in result["criteria"]}:
        raise AssertionError(f"outcomes and screening differ: {plain} and {result}")
    return _answer(result)


def page(program: Program, data: Mapping[str, Any]) -> Answer:
    """The script of the page, in Chromium."""
    from chromium import answers

    [found] = answers(program, [json.dumps(data)])
    if "problems" in found:
        raise Rejected("; ".join(f"{one['path']}: {one['message']}" for one in found["problems"]))
    return _answer(found)


def _answer(result: Mapping[str, Any]) -> Answer:
    return Answer(
        result["verdict"],
        {one["id"]: _status(one) for one in result["criteria"]},
        {one["id"]: _causes(one) for one in result["criteria"]},
        frozenset(one["fact"] for one in result["missing"]),
    )


def _status(criterion: Mapping[str, Any]) -> str:
    if criterion["applies"] is False:
        return "does not apply"
    return str(criterion["outcome"])


def _causes(criterion: Mapping[str, Any]) -> frozenset[str]:
    if criterion["outcome"] != "unknown":
        return frozenset()
    return frozenset(cause for clause in criterion["because"] for cause in clause["causes"])


BACKENDS: Mapping[str, Callable[[Program, Mapping[str, Any]], Answer]] = {
    "core": core,
    "python": generated_python,
    "page": page,
}
