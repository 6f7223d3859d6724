"""Walking a declaration's tree for what an editor annotates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from critc.syntax import tree


def inside(node: object) -> Iterator[tree.Node]:
    """Every part of a tree, in no particular order."""
    left = [node]
    while left:
        node = left.pop()
        if isinstance(node, tuple):
            left += node
        elif isinstance(node, tree.Node):
            yield node
            left += [getattr(node, each.name) for each in fields(node)]
