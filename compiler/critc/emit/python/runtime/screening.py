"""The result of screening a patient; what explains it is worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from critc.emit.python.runtime.entries import Entry, entry_at, in_words, place
from critc.emit.python.runtime.joined import Criterion
from critc.emit.python.runtime.settling import Question, questions
from critc.emit.python.runtime.terms import Scope, Unknowns
from critc.emit.python.runtime.trees import Tree

# --- screening: the result, and what explains it --------------------------------------------------

STATUS = {True: "satisfied", False: "violated", None: "unknown"}
OUTCOME = {True: "true", False: "false", None: "unknown"}


def verdict_of(found: Mapping[str, bool | None]) -> str:
    """The verdict on these outcomes."""
    if False in found.values():
        return "ineligible"
    return "undetermined" if None in found.values() else "eligible"


class Because:
    """A clause that decided a criterion, with the patient's values, and what is computed of them.

    ``missing`` are the paths that it is not known for.
    """

    __slots__ = ("causes", "clause", "computed", "line", "missing", "outcome", "values")

    def __init__(
        self,
        clause: str,
        line: int,
        outcome: bool | None,
        values: dict[str, str],
        causes: list[str],
        computed: list[str],
        missing: list[str],
    ) -> None:
        self.computed = computed
        self.missing = missing
        self.clause = clause
        self.line = line
        self.outcome = OUTCOME[outcome]
        self.values = values
        self.causes = causes

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "clause": self.clause,
            "line": self.line,
            "outcome": self.outcome,
            "values": self.values,
            "computed": self.computed,
            "causes": self.causes,
            "missing": self.missing,
        }


class CriterionResult:
    """A criterion's outcome: "satisfied", "violated" or "unknown"; ``applies`` may be None.

    ``because`` are the clauses that decided it, or that are not known; ``missing`` the paths to ask.
    """

    __slots__ = ("applies", "because", "id", "missing", "outcome")

    def __init__(
        self,
        criterion: str,
        outcome: bool | None,
        applies: bool | None,
        because: list[Because],
        missing: list[str],
    ) -> None:
        self.id = criterion
        self.outcome = STATUS[outcome]
        self.applies = applies
        self.because = because
        self.missing = missing

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "id": self.id,
            "outcome": self.outcome,
            "applies": self.applies,
            "because": [each.to_dict() for each in self.because],
            "missing": self.missing,
        }


class Screening:
    """Verdict and outcomes; ``criteria``, ``missing`` and the JSON are worked out on demand.

    ``outcomes`` says of each criterion True (satisfied), False (violated) or None (not known).
    """

    def __init__(
        self,
        protocol: str,
        patient: Any,
        verdict: str,
        outcomes: dict[str, bool | None],
        trees: Callable[[], Mapping[str, Tree]],
        dictionary: Callable[[], Mapping[str, Entry]],
    ) -> None:
        self.protocol = protocol
        self.patient: str = patient.id
        self.verdict = verdict
        self.outcomes = outcomes
        self._scope = Scope(patient, {}, {}, {})
        self._trees = trees
        self._dictionary = dictionary
        self._criteria: tuple[CriterionResult, ...] | None = None
        self._missing: tuple[Question, ...] | None = None

    @property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """Each criterion, with what decided it and what is missing."""
        if self._criteria is None:
            dictionary = self._dictionary()
            self._criteria = tuple(
                explained(name, tree(), self._scope, dictionary)
                for name, tree in self._trees().items()
            )
        return self._criteria

    @property
    def missing(self) -> tuple[Question, ...]:
        """What to ask while the verdict is undetermined, the most decisive first."""
        if self._missing is None:
            open_trees = {
                name: tree()
                for name, tree in self._trees().items()
                if self.outcomes[name] is None and self.verdict == "undetermined"
            }
            self._missing = tuple(questions(open_trees, self._scope, self._dictionary()))
        return self._missing

    def to_dict(self) -> dict[str, Any]:
        """The whole result as JSON has it."""
        return {
            "protocol": self.protocol,
            "patient": self.patient,
            "verdict": self.verdict,
            "criteria": [each.to_dict() for each in self.criteria],
            "missing": [each.to_dict() for each in self.missing],
        }

    def to_json(self) -> str:
        """The whole result as JSON text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)


def explained(
    name: str, criterion: Any, scope: Scope, dictionary: Mapping[str, Entry]
) -> CriterionResult:
    """One criterion with its reasons."""
    assert isinstance(criterion, Criterion)
    finding = criterion.judge(scope)
    applies = None if criterion.applies is None else criterion.applies.judge(scope).outcome
    because: dict[str, Because] = {}
    for clause, outcome, at in criterion.deciding(scope):
        values = {
            path: in_words(value, entry_at(dictionary, path))
            for path, value in clause.values(at)
            if value is not None
        }
        alike = f"{clause.words} {outcome} {values}"
        if alike not in because:
            unknown = clause.judge(at).unknown
            causes = sorted({cause for cause, _ in unknown})
            computed = [*dict.fromkeys(clause.worths(at))]
            missing = asked(unknown, dictionary)
            because[alike] = Because(
                clause.words, clause.line, outcome, values, causes, computed, missing
            )
    return CriterionResult(
        name,
        finding.outcome,
        True if criterion.applies is None else applies,
        list(because.values()),
        asked(finding.unknown, dictionary),
    )


def asked(unknown: Unknowns, dictionary: Mapping[str, Entry]) -> list[str]:
    """The paths to ask for, in the order of the dictionary."""
    paths = {path for _, path in unknown if path}
    return sorted(paths, key=lambda path: place(path, dictionary))
