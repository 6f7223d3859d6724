"""Walking through the core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TypeVar

from critc.ir.nodes import (
    Aggregate,
    Condition,
    Consecutive,
    Count,
    Defined,
    Distinct,
    Fact,
    MeanOfLast,
    Node,
    Program,
    Row,
    Select,
)

Kind = TypeVar("Kind", bound=Node)
OverRecords = Count | Distinct | Aggregate | MeanOfLast | Select | Consecutive


def conditions_of(program: Program) -> Iterator[Condition]:
    """All conditions: for whom each criterion is and what it asks, then what definitions mean."""
    for criterion in program.criteria:
        if criterion.applies is not None:
            yield criterion.applies
        yield criterion.condition
    yield from (definition.condition for definition in program.definitions)


def children(node: Node) -> Iterator[Node]:
    """The nodes directly under a node, those in the rows of a table among them."""
    for each in fields(node):
        value = getattr(node, each.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Node):
                yield item
            elif isinstance(item, Row):
                yield item.then


def walk(node: Node) -> Iterator[Node]:
    """A node and all that is in it, in the order of the source."""
    yield node
    for child in children(node):
        yield from walk(child)


def outermost(node: Node, *kinds: type[Kind]) -> Iterator[Kind]:
    """The nodes of these kinds in a node, or it itself; not what stands in one of them."""
    if isinstance(node, kinds):
        yield node
    else:
        for child in children(node):
            yield from outermost(child, *kinds)


def facts_in(node: Node, program: Program) -> tuple[Fact, ...]:
    """The facts that a node mentions, each once; those of the definitions in it too."""
    return tuple(dict.fromkeys(_facts(node, program)))


def _facts(node: Node, program: Program) -> Iterator[Fact]:
    for each in walk(node):
        if isinstance(each, Fact):
            yield each
        elif isinstance(each, Defined):
            yield from _facts(program.definition(each.name).condition, program)


def asked_in(node: Node, program: Program) -> set[str]:
    """The names of the facts and lists that a node asks for, and the definitions in it."""
    names = {fact.name for fact in facts_in(node, program)}
    for each in walk(node):
        if isinstance(each, OverRecords):
            names.add(each.records)
        elif isinstance(each, Defined):
            names |= asked_in(program.definition(each.name).condition, program)
    return names
