"""A protocol for one part of the study: what concerns other parts is left out."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from critc.ir import nodes as n
from critc.ir.words.walk import asked_in

N = TypeVar("N", bound=object)


def for_part(program: n.Program, part: n.Part) -> n.Program:
    """The protocol as it is for patients of ``part`` and of no other part.

    Criteria and members of lists that are only for other parts are left out, and with them the facts
    that nothing else asks for. For such a patient every outcome is as in the whole protocol.
    """
    criteria, gone = program.criteria, frozenset[str]()
    while True:  # what cites a criterion that is left out may be left out in turn
        about = _About(part.name, gone)
        criteria = tuple(c for c in (_criterion(c, about) for c in criteria) if c is not None)
        left_out = {c.id for c in program.criteria} - {c.id for c in criteria}
        if left_out == gone:
            break
        gone = frozenset(left_out)
    definitions = tuple(replace(d, condition=_for(d.condition, about)) for d in program.definitions)
    whole = replace(program, criteria=criteria, definitions=definitions, parts=(part,))
    unasked = _asked(program) - _asked(whole)
    return replace(
        whole,
        title=f"{program.title} ({part.title})",
        facts=tuple(fact for fact in program.facts if fact.name not in unasked),
        lists=tuple(listed for listed in program.lists if listed.name not in unasked),
    )


@dataclass(frozen=True, slots=True)
class _About:
    """The part, and the criteria that are left out: each counts as satisfied."""

    part: str
    gone: frozenset[str]

    def answer(self, node: object) -> bool | None:
        """What is settled by them alone; None for anything else."""
        if isinstance(node, n.InParts):
            return self.part in node.parts
        return True if isinstance(node, n.Status) and node.criterion in self.gone else None


def _criterion(criterion: n.Criterion, part: _About) -> n.Criterion | None:
    applies = _for(criterion.applies, part) if criterion.applies else None
    if applies == n.Truth(False):
        return None
    if applies == n.Truth(True):
        applies = None
    condition = _for(criterion.condition, part)
    if condition == n.Truth(criterion.kind == "inclusion"):
        return None
    return replace(criterion, applies=applies, condition=condition)


def _for(node: N, part: _About) -> N:
    """A node with the questions about the part answered, and what they settle simplified."""
    answer = part.answer(node)
    if answer is not None:
        return n.Truth(answer)  # type: ignore[return-value]
    if isinstance(node, tuple):
        parts = tuple(_for(each, part) for each in node)
        same = all(one is other for one, other in zip(parts, node, strict=True))
        return node if same else parts  # type: ignore[return-value]
    if not isinstance(node, n.Node | n.Row):
        return node
    changed = {
        each.name: made
        for each in fields(node)
        if (made := _for(found := getattr(node, each.name), part)) is not found
    }
    return _simple(replace(node, **changed)) if changed else node  # type: ignore[return-value]


def _simple(node: n.Node | n.Row) -> n.Node | n.Row:
    match node:
        case n.When(who=n.Truth(value), part=part, otherwise=otherwise):
            return part if value else n.Truth(otherwise)
        case n.All(parts=parts):
            return _joined(node, parts, neutral=True)
        case n.AnyOf(parts=parts):
            return _joined(node, parts, neutral=False)
        case n.KOf(parts=parts):
            return replace(node, parts=tuple(p for p in parts if p != n.Truth(False)))
        case n.Not(part=n.Truth(value)):
            return n.Truth(not value)
        case n.Except(part=part, exception=n.Truth(False)):
            return part
        case _:
            return node


def _joined(
    node: n.All | n.AnyOf, parts: tuple[n.Condition, ...], neutral: bool
) -> n.All | n.AnyOf | n.Condition:
    """Without the members that change nothing; settled by one that settles it."""
    if n.Truth(not neutral) in parts:
        return n.Truth(not neutral)
    left = tuple(part for part in parts if part != n.Truth(neutral))
    if not left:
        return n.Truth(neutral)
    return left[0] if len(left) == 1 else replace(node, parts=left)


def _asked(program: n.Program) -> set[str]:
    """The names of the facts and lists that the criteria ask for."""
    found = set[str]()
    for criterion in program.criteria:
        for condition in (criterion.condition, criterion.applies):
            if condition is not None:
                found |= asked_in(condition, program)
    return found
