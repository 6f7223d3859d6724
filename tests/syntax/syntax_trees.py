"""Trees as text for the eye, and their nodes one by one, for the tests of the syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path

from critc.syntax.tree import Node

CASES = sorted((Path(__file__).parent / "cases").glob("*.crit"))
_WIDTH = 100


def nodes(part: object) -> Iterator[Node]:
    """A node and all nodes below it, or those in a tuple, each before its own parts."""
    if isinstance(part, tuple):
        for each in part:
            yield from nodes(each)
    elif isinstance(part, Node):
        yield part
        for name in parts(part):
            yield from nodes(getattr(part, name))


def parts(node: Node) -> list[str]:
    """The names of what a node says: all of it but where it stands."""
    return [field.name for field in fields(node) if field.compare]


def dump(part: object, indent: int = 0) -> str:
    """A tree as text: what is as by default is left out, what is too long is broken into lines."""
    if isinstance(part, tuple):
        return _listed("", [dump(each, indent + 2) for each in part], indent)
    if not is_dataclass(part) or isinstance(part, type):
        return repr(part)
    said = [
        f"{field.name}={dump(getattr(part, field.name), indent + 2)}"
        for field in fields(part)
        if field.compare and getattr(part, field.name) != _default(field)
    ]
    return _listed(type(part).__name__, said, indent)


def _default(field: Field[object]) -> object:
    return None if field.default is MISSING else field.default


def _listed(word: str, said: list[str], indent: int) -> str:
    line = f"{word}({', '.join(said)})"
    if "\n" not in line and indent + len(line) <= _WIDTH:
        return line
    step = " " * (indent + 2)
    return f"{word}(\n" + "".join(f"{step}{each},\n" for each in said) + " " * indent + ")"
