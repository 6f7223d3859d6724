"""The runtime's modules as text to paste into a generated one."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What only types need is not imported when the validator runs.
FOR_TYPES = frozenset({"collections.abc", "dataclasses", "fractions", "typing"})


# The modules that are pasted: before the criteria, and after them.
FIRST = ("values", "problems", "trees")
MACHINERY = (
    "days",
    "loading",
    "quantities",
    "exact",
    "numbers",
    "calendar",
    "terms",
    "dates",
    "clauses",
    "entries",
    "worth",
    "comparisons",
    "joined",
    "windows",
    "lists",
    "picks",
    "tables",
    "answers",
    "limits",
    "further",
    "settling",
    "screening",
)


@dataclass(frozen=True)
class Pasted:
    """A module's text without docstring and imports, what it imports, and the names it defines."""

    text: str
    imports: frozenset[tuple[str, str]]
    names: frozenset[str]


@cache
def pasted(name: str) -> Pasted:
    """The runtime's module of that name."""
    source = (files("critc.emit.python") / "runtime" / f"{name}.py").read_text("utf-8")
    tree = ast.parse(source)
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    dropped = {
        line
        for node in tree.body
        if node in imports or is_for_types(node) or node is tree.body[0]
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    lines = [line for n, line in enumerate(source.splitlines(), 1) if n not in dropped]
    return Pasted(
        "\n".join(lines).strip(),
        frozenset(
            (node.module or "", alias.name)
            for node in imports
            for alias in node.names
            if node.module and not node.module.startswith(("critc", "__future__"))
            if alias.name != "TYPE_CHECKING"
        ),
        frozenset(defined for node in tree.body for defined in names_of(node)),
    )


@cache
def machinery_names() -> frozenset[str]:
    """The names that these modules take in every generated one."""
    return frozenset().union(*(pasted(name).names for name in (*FIRST, *MACHINERY)))


def is_for_types(node: ast.stmt) -> bool:
    """Whether a statement makes a type variable, which the frame has, or imports for types alone."""
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case _:
            return False


def names_of(node: ast.stmt) -> list[str]:
    """The names that a statement defines."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def import_lines(imports: frozenset[tuple[str, str]]) -> list[str]:
    """Import statements, sorted as a formatter would have them."""
    modules = sorted({module for module, _ in imports})
    return [
        f"from {module} import {', '.join(sorted((n for m, n in imports if m == module), key=order))}"
        for module in modules
    ]


def order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as import sorting has them."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name
