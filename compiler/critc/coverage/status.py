"""Who answers a criterion: the computer, a person, both, or nobody yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from critc.coverage.condition import DRAFT, records_of
from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Judged
from critc.ir.words.walk import walk

Status = Literal["computed", "judged", "partly", "not encoded"]

_ATOMS = (
    n.Asked, n.Compare, n.Range, n.Is, n.Includes, n.DateOrder, n.DateBetween, n.Falls, n.Touches,
    n.Throughout, n.During, n.LastsFor, n.HowMany, n.Consecutive, n.InParts, n.Status,
)  # fmt: skip


def status(criterion: n.Criterion, program: n.Program) -> Status:
    """How a criterion is answered, in what it asks and in whom it asks.

    Computed: from recorded facts alone. Judged: by judgements alone. Not encoded: there is no
    condition, or nothing but the judgement that holds its place (``draft_…``).
    """
    asked = list(_asked(criterion.condition, program))
    if not asked or all(each is not None and each.name.startswith(DRAFT) for each in asked):
        return "not encoded"
    if criterion.applies:
        asked += _asked(criterion.applies, program)
    judged = {each is not None and isinstance(each.type, Judged) for each in asked}
    if len(judged) == 2:
        return "partly"
    return "judged" if judged == {True} else "computed"


def _asked(condition: n.Condition, program: n.Program) -> Iterator[Declared | None]:
    """For each thing that is asked: its yes/no fact or judgement; None if it is worked out."""
    lists = records_of(condition)
    for node in walk(condition):
        match node:
            case n.Asked(ref=n.Fact(name=name)):
                yield program.fact(name)
            case n.Asked(ref=n.Field(var=var, name=name)):
                yield program.listed(lists[var]).field(name)
            case n.Defined(name=name):
                yield from _asked(program.definition(name).condition, program)
            case _:
                if isinstance(node, _ATOMS):
                    yield None
