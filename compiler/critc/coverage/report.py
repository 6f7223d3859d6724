"""The coverage of a protocol: how each criterion is answered, and what of its text was forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from critc.coverage.condition import queries_of
from critc.coverage.gaps import Gap, gaps
from critc.coverage.mentions import mentions
from critc.coverage.status import Status, status
from critc.ir.nodes import Criterion, Program


@dataclass(frozen=True, slots=True)
class CriterionCoverage:
    """One criterion; places in ``gaps`` are characters of ``criterion.text``."""

    criterion: Criterion
    status: Status
    gaps: tuple[Gap, ...]

    @property
    def queries(self) -> int:
        """How many questions there are to the protocol's authors."""
        return len(queries_of(self.criterion))

    @property
    def forgotten(self) -> tuple[Gap, ...]:
        """The gaps of which no query speaks."""
        return tuple(gap for gap in self.gaps if gap.forgotten)

    @property
    def complete(self) -> bool:
        """Whether it is encoded and nothing of it is forgotten."""
        return self.status != "not encoded" and not self.forgotten


@dataclass(frozen=True, slots=True)
class Totals:
    """How many criteria there are of each kind; ``queried`` ones are counted beside the others.

    ``forgotten`` counts the groups of words.
    """

    criteria: int
    computed: int
    judged: int
    partly: int
    not_encoded: int
    queried: int
    forgotten: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A protocol's criteria, in their order."""

    program: Program
    criteria: tuple[CriterionCoverage, ...]

    @property
    def totals(self) -> Totals:
        """The protocol's totals."""
        return totals((self,))

    @property
    def complete(self) -> bool:
        """Whether every criterion is encoded and nothing is forgotten."""
        return all(each.complete for each in self.criteria)


def coverage(program: Program) -> Coverage:
    """The coverage of a checked protocol."""
    return Coverage(
        program,
        tuple(
            CriterionCoverage(
                criterion,
                status(criterion, program),
                gaps(criterion.text, mentions(criterion, program)),
            )
            for criterion in program.criteria
        ),
    )


def totals(of: Sequence[Coverage]) -> Totals:
    """The totals of several protocols."""
    criteria = [each for protocol in of for each in protocol.criteria]
    by_status = Counter(each.status for each in criteria)
    return Totals(
        criteria=len(criteria),
        computed=by_status["computed"],
        judged=by_status["judged"],
        partly=by_status["partly"],
        not_encoded=by_status["not encoded"],
        queried=sum(each.queries > 0 for each in criteria),
        forgotten=sum(len(each.forgotten) for each in criteria),
    )
