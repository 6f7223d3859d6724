"""What a worked example expects, compared with what a backend says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from traceback import format_exception_only
from typing import Any

from conformance_backends import BACKENDS, Answer, Rejected
from conformance_rows import Example, paths_of, patient_of, program_of
from conformance_units import Refused

STATUSES = {"true": "satisfied", "false": "violated", "unknown": "unknown"}


def disagreements(example: Example, backend: str) -> list[str]:
    """Where the two differ, a line each; what the row does not mention is not compared."""
    try:
        answer = BACKENDS[backend](program_of(example), patient_of(example))
    except Refused as refused:
        return _same("refused", example.expected.get("refused"), refused.why)
    except Rejected as rejected:
        wrong = _same("rejected", example.expected.get("rejected"), "data")
        return [f"{line}: {rejected}" for line in wrong]
    except Exception as error:  # a backend that crashes fails its row, and the others still run
        return ["".join(format_exception_only(error)).strip()]
    return list(_compared(example, answer))


def _compared(example: Example, answer: Answer) -> Iterator[str]:
    expected: Mapping[str, Any] = example.expected
    for kind in ("refused", "rejected"):
        if kind in expected:
            yield f"{kind}: expected {expected[kind]}, got {dict(answer.statuses)}"
            return
    if "verdict" in expected:
        yield from _same("verdict", expected["verdict"], answer.verdict)
    if "criteria" in expected:
        yield from _same("criteria", expected["criteria"], dict(answer.statuses))
    if "outcome" in expected:
        statuses = {"I1": STATUSES[expected["outcome"]]}
        yield from _same("outcome", statuses, dict(answer.statuses))
    if "value" in expected:
        status = "unknown" if expected["value"] == "unknown" else "satisfied"
        yield from _same("value", {status}, set(answer.statuses.values()))
    if "causes" in expected:
        causes = frozenset[str]().union(*answer.causes.values())
        yield from _same("causes", sorted(expected["causes"]), sorted(causes))
    if "ask" in expected:
        asked = paths_of(example, answer.ask)
        yield from _same("ask", sorted(expected["ask"]), sorted(asked))


def _same(what: str, expected: object, got: object) -> list[str]:
    return [] if expected == got else [f"{what}: expected {expected}, got {got}"]
