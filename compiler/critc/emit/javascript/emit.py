"""From the core to the script of a protocol: its data dictionary, and its criteria as clauses."""

from __future__ import annotations

from collections.abc import Iterator

from critc.emit.javascript.dictionary import dictionary
from critc.emit.javascript.trees import camel, printed_call, string, tree_name
from critc.ir import clauses, nodes

# Classes of the runtime whose results need not be exact.
POWERS = frozenset({"Power", "Root"})


def emit(program: nodes.Program) -> str:
    """The constant ``protocol``, as text to stand in one scope with the constant ``runtime``."""
    about = {
        "id": program.protocol,
        "title": program.title,
        "version": program.version,
        "sha256": program.sha256,
        "file": program.file,
    }
    trees = clauses.trees(program)
    names = ",".join(sorted(used(program)))
    criteria = (f"{string(of.name)}:{tree_name(of)}" for of in trees if of.kind == "criterion")
    entries = (f"{string(path)}:{printed_call(entry)}" for path, entry in clauses.entries(program))
    properties = [
        *(f"{key}:{string(value)}" for key, value in (about | dictionary(program)).items()),
        f"criteria:{{{','.join(criteria)}}}",
        f"entries:{{{','.join(entries)}}}",
    ]
    return "\n".join(
        [
            f"const {{{names}}}=runtime;",
            *declared(trees),
            "const protocol={",
            ",\n".join(properties),
            "};",
        ]
    )


def declared(trees: dict[clauses.TreeOf, clauses.Clause]) -> Iterator[str]:
    """The clauses of criteria and definitions, built when they are first asked for."""
    for of, clause in trees.items():
        yield f"const {tree_name(of)}=new Tree(()=>{printed_call(clause.call)});"


def has_powers(program: nodes.Program) -> bool:
    """Whether there are roots or powers, whose arithmetic is a script of its own."""
    return not POWERS.isdisjoint(used(program))


def used(program: nodes.Program) -> set[str]:
    """The names of the runtime that the script of a protocol mentions."""
    calls: list[clauses.Argument] = [
        *(clause.call for clause in clauses.trees(program).values()),
        *(entry for _, entry in clauses.entries(program)),
    ]
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
