"""Walking through the core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from critc.ir.nodes import Defined, Fact, Node, Program, Row


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


def facts_in(node: Node, program: Program) -> tuple[Fact, ...]:
    """The facts that a node mentions, each once; those of the definitions in it too."""
    return tuple(dict.fromkeys(_facts(node, program)))


def _facts(node: Node, program: Program) -> Iterator[Fact]:
    for each in walk(node):
        if isinstance(each, Fact):
            yield each
        elif isinstance(each, Defined):
            meant = (d.condition for d in program.definitions if d.name == each.name)
            yield from (fact for condition in meant for fact in _facts(condition, program))
