"""Walking through the core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from critc.ir.nodes import Fact, Node, Row


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


def facts_in(node: Node) -> tuple[Fact, ...]:
    """The facts that a node mentions, each once."""
    return tuple(dict.fromkeys(each for each in walk(node) if isinstance(each, Fact)))
