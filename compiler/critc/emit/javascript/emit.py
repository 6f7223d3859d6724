"""From the core to the script of a protocol: its data dictionary, and its criteria as clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from critc.emit.javascript.dictionary import dictionary
from critc.emit.javascript.trees import camel, printed_call, string, tree_name
from critc.ir import clauses, nodes

# Classes of the runtime whose results need not be exact.
POWERS = frozenset({"Power", "Root"})


@dataclass(frozen=True, slots=True)
class Script:
    """``text``, and whether there are roots or powers, whose arithmetic is a script of its own."""

    text: str
    has_powers: bool


def emit(program: nodes.Program) -> Script:
    """The constant ``protocol``, as text to stand in one scope with the constant ``runtime``."""
    about = {
        "id": program.protocol,
        "title": program.title,
        "version": program.version,
        "sha256": program.sha256,
        "file": program.file,
    }
    trees = clauses.trees(program)
    entries = dict(clauses.entries(program))
    names = used((*(clause.call for clause in trees.values()), *entries.values()))
    criteria = (f"{string(of.name)}:{tree_name(of)}" for of in trees if of.kind == "criterion")
    described = (f"{string(path)}:{printed_call(entry)}" for path, entry in entries.items())
    properties = [
        *(f"{key}:{string(value)}" for key, value in (about | dictionary(program)).items()),
        f"criteria:{{{','.join(criteria)}}}",
        f"entries:{{{','.join(described)}}}",
    ]
    text = [
        f"const {{{','.join(sorted(names))}}}=runtime;",
        *declared(trees),
        "const protocol={",
        ",\n".join(properties),
        "};",
    ]
    return Script("\n".join(text), not POWERS.isdisjoint(names))


def declared(trees: dict[clauses.TreeOf, clauses.Clause]) -> Iterator[str]:
    """The clauses of criteria and definitions, built when they are first asked for."""
    for of, clause in trees.items():
        yield f"const {tree_name(of)}=new Tree(()=>{printed_call(clause.call)});"


def used(calls: Iterable[clauses.Call]) -> set[str]:
    """The names of the runtime that these calls mention."""
    return {"Tree", *(camel(name) for call in calls for name in mentioned(call))}


def mentioned(argument: clauses.Argument) -> Iterator[str]:
    """The names of calls and causes in an argument."""
    match argument:
        case clauses.Call(name=name, arguments=arguments, named=named):
            yield name
            for part in (*arguments, *(value for _, value in named)):
                yield from mentioned(part)
        case clauses.Items(items=items):
            for part in items:
                yield from mentioned(part)
        case clauses.Cause(name=name):
            yield name
        case clauses.Labels() | clauses.TreeOf() | str() | int() | None:
            pass
