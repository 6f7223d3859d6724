"""The compiled protocol as JSON: what other programs need to know of it.

Conditions are the core's nodes, ``{"node": "compare", "op": ">=", …}``, with their lines in the
source and, where they stand for one line of a checklist, their words. Exact numbers are text, "1.5"
or "1/3"; dates are year-month-day. ``references`` are the formulas, tables, definitions, scales and
questions that state a source or are borrowed: ``{"name", "kind", "title", "source", "note",
"written": [lines of the protocol's language], "library", "version"}``, the last two "" for what the
protocol declares itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from critc.emit.json.written import written
from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Judged, Listed, Type
from critc.ir.words import Names, clause, names_of, shown
from critc.version import __version__

CONDITIONS = get_args(n.Condition)
WORDED = get_args(n.Atom) + get_args(n.Quantified)
ALTERNATIVES = (*get_args(Type), n.CellRange, n.CellOptions)
BINDING = (n.Count, n.Distinct, n.Aggregate, n.MeanOfLast, n.Select, n.Consecutive)


def emit(program: n.Program) -> str:
    """The compiled protocol, the same text each time."""
    return written(_protocol(program))


def _protocol(program: n.Program) -> dict[str, Any]:
    names = names_of(program)
    return {
        "protocol": program.protocol,
        "title": program.title,
        "version": program.version,
        "source": program.source,
        "file": program.file,
        "source_sha256": program.sha256,
        "compiler": f"critc {__version__}",
        "parts": [{"name": part.name, "title": part.title} for part in program.parts],
        "criteria": [_criterion(criterion, program, names) for criterion in program.criteria],
        "definitions": [_definition(definition, names) for definition in program.definitions],
        "facts": [_declared(fact) for fact in program.facts],
        "records": [_listed(each) for each in program.lists if each.kind == "records"],
        "measurements": [_listed(each) for each in program.lists if each.kind == "measurement"],
        "queries": [
            {"criterion": criterion.id, **_query(query)}
            for criterion in program.criteria
            for query in criterion.queries
        ],
        "references": [_plain(reference) for reference in program.references],
    }


def _criterion(criterion: n.Criterion, program: n.Program, names: Names) -> dict[str, Any]:
    used = _used(criterion, program)
    return {
        "id": criterion.id,
        "kind": criterion.kind,
        "number": criterion.number,
        "lines": [criterion.line, criterion.end_line],
        "text": criterion.text,
        "applies": None if criterion.applies is None else _node(criterion.applies, names),
        "condition": _node(criterion.condition, names),
        "facts": list(used),
        "judgements": [
            {"fact": path, "role": declared.type.role, "question": declared.question}
            for path, declared in used.items()
            if isinstance(declared, Declared) and isinstance(declared.type, Judged)
        ],
        "queries": [_query(query) for query in criterion.queries],
    }


def _definition(definition: n.Definition, names: Names) -> dict[str, Any]:
    return {
        "name": definition.name,
        "title": definition.title,
        "line": definition.line,
        "condition": _node(definition.condition, names),
    }


def _query(query: n.Query) -> dict[str, Any]:
    return {
        "kind": query.kind,
        "question": query.question,
        "reading": query.reading,
        "line": query.line,
    }


# ---- the dictionary ----


def _declared(declared: Declared) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": declared.name,
        "question": declared.question,
        "type": _plain(declared.type),
        "line": declared.line,
        "codes": _plain(declared.codes),
    }
    if declared.moment:
        told["moment"] = True
    if declared.criterion:
        told["criterion"] = declared.criterion
    return told


def _listed(listed: Listed) -> dict[str, Any]:
    return {
        "name": listed.name,
        "title": listed.title,
        "line": listed.line,
        "codes": _plain(listed.codes),
        "fields": [_declared(declared) for declared in listed.fields],
    }


# ---- nodes ----


def _node(node: n.Node, names: Names) -> dict[str, Any]:
    """A node by its kind and its parts; a condition also with its words and its lines."""
    told: dict[str, Any] = {"node": _kind(node)}
    if isinstance(node, WORDED):
        told["words"] = clause(node, names)
    if isinstance(node, CONDITIONS) and node.at.line:
        told["lines"] = [node.at.line, node.at.end_line or node.at.line]
        if node.at.says:
            told["says"] = node.at.says
    return told | {name: _plain(part, names) for name, part in _parts(node)}


def _plain(value: Any, names: Names | None = None) -> Any:
    """A value of the core as JSON, the nodes in it by ``_node``."""
    if isinstance(value, n.Node) and names is not None:
        return _node(value, names)
    if isinstance(value, tuple):
        return [_plain(item, names) for item in value]
    if is_dataclass(value):
        kind = {"is": _kind(value)} if isinstance(value, ALTERNATIVES) else {}
        return kind | {name: _plain(part, names) for name, part in _parts(value)}
    if isinstance(value, Fraction):
        return shown(value)
    return value.isoformat() if isinstance(value, date) else value


def _kind(value: object) -> str:
    """``HowMany`` is "how many"."""
    return re.sub(r"(?<!^)([A-Z])", r" \1", type(value).__name__).lower()


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Names and values of the fields of a dataclass, but for its place in the source."""
    for field in fields(value):
        if field.name != "at":
            yield field.name, getattr(value, field.name)


# ---- what a criterion asks for ----


def _used(criterion: n.Criterion, program: n.Program) -> dict[str, Declared | Listed]:
    """The facts, lists and fields (``therapies.given``) that decide it, as they are declared."""
    named = set(_references((criterion.applies, criterion.condition), {}, program))
    used: dict[str, Declared | Listed] = {f.name: f for f in program.facts if f.name in named}
    for listed in program.lists:
        if listed.name in named:
            used[listed.name] = listed
            for declared in listed.fields:
                if (path := f"{listed.name}.{declared.name}") in named:
                    used[path] = declared
    return used


def _references(part: Any, lists: dict[str, str], program: n.Program) -> Iterator[str]:
    """Names of what a part of the core refers to; ``lists`` has the list of each bound variable."""
    match part:
        case n.Fact(name=name):
            yield name
        case n.Field(var=var, name=name):
            yield f"{lists[var]}.{name}"
        case n.Defined(name=name):
            yield from _references(program.definition(name).condition, lists, program)
        case n.Status(criterion=id):
            [other] = [c for c in program.criteria if c.id == id]
            yield from _references((other.applies, other.condition), lists, program)
        case tuple():
            for item in part:
                yield from _references(item, lists, program)
        case _ if is_dataclass(part):
            if isinstance(part, BINDING):
                yield part.records
                lists = lists | {part.var: part.records}
            for _, inner in _parts(part):
                yield from _references(inner, lists, program)
        case _:
            pass
