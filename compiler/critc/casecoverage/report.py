"""How much of a protocol its cases see: each clause both true and false, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from critc.casecoverage.clauses import Clause, Part
from critc.casecoverage.constant import constant
from critc.casecoverage.seen import Rule, Seen, rules, seen
from critc.ir.cases import TestCase
from critc.ir.nodes import Cases, Criterion, Definition, Except, Program, Table, When
from critc.ir.words import clause as worded
from critc.ir.words import heading, names_of
from critc.ir.words.english import visible
from critc.ir.words.names import Names
from critc.source import Source

State = Literal["both", "only true", "only false", "only unknown", "not asked", "constant"]
"""What the cases saw of a clause, but for unknown; ``constant``: it says the same of everybody."""


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """A clause, in words, and what the cases saw of it; ``depth`` is how deep it hangs, from 0.

    ``of`` is the title of the list whose records it is asked of, "" where it is asked of the patient.
    """

    line: int
    end_line: int
    depth: int
    words: str
    of: str
    is_joint: bool
    true: bool
    false: bool
    unknown: bool
    is_constant: bool

    @property
    def state(self) -> State:
        """What the cases saw of it."""
        match (self.is_constant, self.true, self.false):
            case (True, _, _):
                return "constant"
            case (_, True, True):
                return "both"
            case (_, True, False):
                return "only true"
            case (_, False, True):
                return "only false"
            case _:
                return "only unknown" if self.unknown else "not asked"

    @property
    def is_open(self) -> bool:
        """Whether some case is missing."""
        return self.state not in ("both", "constant")


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """A criterion ("I3") or a definition, by name, with its lines in the source."""

    kind: Literal["inclusion", "exclusion", "definition"]
    name: str
    title: str
    line: int
    end_line: int
    clauses: tuple[ClauseCoverage, ...]

    @property
    def open(self) -> tuple[ClauseCoverage, ...]:
        """The clauses for which a case is missing."""
        return tuple(clause for clause in self.clauses if clause.is_open)


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of clauses; a constant one counts as neither seen nor missing."""

    cases: int
    clauses: int
    both: int
    unknown: int
    constant: int

    @property
    def percent(self) -> float:
        """Those seen both true and false, of those that can be; never rounded up."""
        asked = self.clauses - self.constant
        return 1000 * self.both // asked / 10 if asked else 100.0

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.cases + other.cases,
            self.clauses + other.clauses,
            self.both + other.both,
            self.unknown + other.unknown,
            self.constant + other.constant,
        )


@dataclass(frozen=True, slots=True)
class CaseCoverage:
    """A protocol or library, and what its cases see of its criteria and definitions."""

    program: Program
    source: Source
    cases: int
    rules: tuple[RuleCoverage, ...]

    @property
    def totals(self) -> Totals:
        """The numbers of its clauses."""
        clauses = [clause for rule in self.rules for clause in rule.clauses]
        states = [clause.state for clause in clauses]
        return Totals(
            self.cases,
            len(clauses),
            states.count("both"),
            sum(clause.unknown for clause in clauses),
            states.count("constant"),
        )


def totals(protocols: Iterable[CaseCoverage]) -> Totals:
    """The numbers of several protocols together."""
    return sum((each.totals for each in protocols), Totals(0, 0, 0, 0, 0))


def case_coverage(program: Program, source: Source, cases: Sequence[TestCase]) -> CaseCoverage:
    """What the cases of a protocol see of its clauses; ``source`` is what it was compiled from."""
    own = rules(program)
    found = seen(program, own, cases)
    return CaseCoverage(
        program, source, len(cases), tuple(_rule(rule, found, program) for rule in own)
    )


def _rule(rule: Rule, found: Seen, program: Program) -> RuleCoverage:
    always, names = constant(program, rule), names_of(program)
    clauses = tuple(
        ClauseCoverage(
            clause.line,
            clause.end_line,
            depth,
            visible(_words(clause, names)),
            visible(program.listed(records).title) if records else "",
            clause.is_joint,
            True in found[clause],
            False in found[clause],
            None in found[clause],
            clause in always,
        )
        for root in rule.roots
        for clause, depth, records in _hanging(root, 0, "")
    )
    return RuleCoverage(
        rule.of.kind if isinstance(rule.of, Criterion) else "definition",
        rule.name,
        visible(_title(rule.of)),
        rule.of.line,
        _end_line(rule),
        clauses,
    )


def _title(of: Criterion | Definition) -> str:
    return f"{of.kind.capitalize()} {of.number}" if isinstance(of, Criterion) else of.title


def _end_line(rule: Rule) -> int:
    if isinstance(rule.of, Criterion):
        return rule.of.end_line
    return max(rule.of.line, *(root.clause.end_line for root in rule.roots))


def _hanging(part: Part, depth: int, around: str) -> Iterator[tuple[Clause, int, str]]:
    """A clause and those in it, each with how deep it hangs and the list that it is asked of."""
    records = part.records or around
    yield part.clause, depth, records
    for each in part.clause.parts:
        yield from _hanging(each, depth + 1, records)


def _words(clause: Clause, names: Names) -> str:
    """A leaf in one line; of a joint, how it joins what hangs under it."""
    match clause.condition:
        case condition if not clause.is_joint:
            return worded(condition, names)
        case Except(word=word):
            return f"the first, {word} the second"
        case When():
            return "the second, for those of the first"
        case Cases():
            return "whichever applies"
        case Table(title=title, name=name):
            return f"as the table “{title or name}” says"
        case condition:
            return heading(condition)
