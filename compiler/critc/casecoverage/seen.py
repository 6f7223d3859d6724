"""What the cases of a protocol see of its clauses: each true, false or unknown for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from critc.casecoverage.clauses import Clause, Part, clause_of
from critc.ir.cases import TestCase
from critc.ir.evaluation.conditions import judge, patient_scope
from critc.ir.evaluation.scope import Scope
from critc.ir.nodes import Criterion, Defined, Definition, Fact, Origin, Program, Status
from critc.ir.record import DataError, Record, read
from critc.ir.words.walk import OverRecords, walk

Seen = dict[Clause, set[bool | None]]
"""What each clause was for some case, or for some record of one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion or a definition: ``roots`` are for whom it is asked, if it is so, and what it asks."""

    of: Criterion | Definition
    roots: tuple[Part, ...]

    @property
    def name(self) -> str:
        """The criterion's id, or the name of the definition."""
        return self.of.id if isinstance(self.of, Criterion) else self.of.name

    def clauses(self) -> Iterator[Clause]:
        """All clauses, in the order of the source."""
        for root in self.roots:
            yield from root.clause.walk()


def rules(program: Program) -> tuple[Rule, ...]:
    """Criteria, then definitions; a borrowed definition is for the cases of its library."""
    borrowed = {each.name for each in program.references if each.library}
    own = [each for each in program.definitions if each.name not in borrowed]
    of: list[Criterion | Definition] = [*program.criteria, *own]
    return tuple(Rule(each, tuple(_roots(each))) for each in of)


def _roots(of: Criterion | Definition) -> Iterator[Part]:
    at = Origin(of.line, of.line)
    whole = clause_of(of.condition, at)
    if isinstance(of, Definition) or of.applies is None:
        yield Part(whole)
    else:
        yield Part(clause_of(of.applies, at))
        yield Part(whole, of.applies)


def seen(program: Program, of: Iterable[Rule], cases: Iterable[TestCase]) -> Seen:
    """What the cases see of some rules; a case that cannot be read sees nothing."""
    records = list(_records(program, cases))
    found: Seen = {}
    for rule in of:
        found |= {clause: set() for clause in rule.clauses()}
        for record in _differing(records, _names(rule.of, program)):
            for root in rule.roots:
                ask(root, patient_scope(program, record), found)
    return found


def _records(program: Program, cases: Iterable[TestCase]) -> Iterator[Record]:
    for case in cases:
        try:
            yield read(program, case.patient)
        except DataError:
            continue


def _differing(records: Iterable[Record], names: set[str]) -> Iterator[Record]:
    """Those that differ in what a rule asks: most cases change little of one patient."""
    before = set[str]()
    for record in records:
        told = {**record.facts, **record.lists, "parts": record.parts}
        asked = repr([(name, told.get(name)) for name in sorted(names)])
        if asked not in before:
            before.add(asked)
            yield record


def _names(of: Criterion | Definition, program: Program) -> set[str]:
    """The facts and lists that a rule asks for, and those that it refers to ask for."""
    names = {"parts"}
    applies = of.applies if isinstance(of, Criterion) else None
    for condition in filter(None, (of.condition, applies)):
        for node in walk(condition):
            match node:
                case Fact(name):
                    names.add(name)
                case Defined(name):
                    names |= _names(program.definition(name), program)
                case Status(criterion):
                    [other] = [each for each in program.criteria if each.id == criterion]
                    names |= _names(other, program)
                case _ if isinstance(node, OverRecords):
                    names.add(node.records)
                case _:
                    pass
    return names


# ---- where a clause is asked -------------------------------------------------------------------


def ask(part: Part, scope: Scope, found: Seen) -> None:
    """Judges a clause where it is asked, and the clauses in it: by the language's own definitions."""
    for inner in _scopes(part, scope):
        if judge(part.given, inner).outcome is not False:
            found[part.clause].add(judge(part.clause.condition, inner).outcome)
            for each in part.clause.parts:
                ask(each, inner, found)


def _scopes(part: Part, scope: Scope) -> Iterator[Scope]:
    """The scope of each record that a part is asked of; without a list, that of the whole."""
    if not part.records:
        yield scope
    elif (rows := scope.record.lists.get(part.records)) is not None:
        for index in range(len(rows.items)):
            yield scope.binding(part.var, part.records, index)
