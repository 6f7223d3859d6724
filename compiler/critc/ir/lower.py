"""From the checked protocol to the core: no sugar left, every number in its fact's unit.

Two things are not local. A *pick* (the latest haemoglobin) is read in each atom separately: the atom
is built first, and the selections that it mentions are put around it (decision 14); a quantifier is
one atom with all that is in it. A *value that depends* (``whichever applies``, a table) puts the atom
into each alternative, so values are lowered with what is to be done with them (``use``).
"""

from __future__ import annotations

from collections.abc import Iterator

from critc.check import protocol as p
from critc.ir import nodes as n
from critc.ir.dictionary_of import dictionary
from critc.ir.lower_conditions import Lowering
from critc.ir.references import references
from critc.ir.verbatim import joined
from critc.source import Source


def lower(protocol: p.Protocol, source: Source) -> n.Program:
    """The core of a protocol that was checked without an error."""
    facts, lists = dictionary(protocol, source)
    uses = _first_uses(protocol)
    criteria = tuple(_criterion(protocol, source, c, uses.get(c.id, ())) for c in protocol.criteria)
    definitions = tuple(
        n.Definition(
            d.name,
            d.title,
            Lowering(protocol, source).condition(d.condition),
            source.line_of(d.span.start),
        )
        for d in protocol.definitions.values()
        if not d.parameters
    )
    return n.Program(
        protocol.name,
        protocol.title,
        protocol.version,
        protocol.source,
        source.name,
        source.sha256,
        facts,
        lists,
        criteria,
        definitions,
        tuple(n.Part(part.name, part.title) for part in protocol.parts),
        references(protocol.declarations, source),
    )


def _criterion(
    protocol: p.Protocol,
    source: Source,
    criterion: p.Criterion,
    used: tuple[p.Definition, ...],
) -> n.Criterion:
    lowering = Lowering(protocol, source)
    queries = (*criterion.queries, *(query for definition in used for query in definition.queries))
    return n.Criterion(
        criterion.id,
        criterion.kind,
        criterion.number,
        joined(criterion.text),
        lowering.condition(criterion.condition),
        source.line_of(criterion.span.start),
        source.line_of(criterion.span.end),
        lowering.condition(criterion.applies) if criterion.applies else None,
        tuple(
            n.Query(q.kind, q.question, q.reading, source.line_of(q.span.start)) for q in queries
        ),
    )


def _first_uses(protocol: p.Protocol) -> dict[str, tuple[p.Definition, ...]]:
    """For each criterion the definitions that no earlier one uses: their queries appear with it."""
    seen: set[str] = set()
    found: dict[str, tuple[p.Definition, ...]] = {}
    for criterion in protocol.criteria:
        conditions = [criterion.condition, *([criterion.applies] if criterion.applies else [])]
        names = [name for c in conditions for name in _definitions(protocol, c, seen)]
        found[criterion.id] = tuple(protocol.definitions[name] for name in names)
    return found


def _definitions(protocol: p.Protocol, condition: p.Condition, seen: set[str]) -> Iterator[str]:
    for name in p.definitions_in(condition):
        if name not in seen:
            seen.add(name)
            yield name
            yield from _definitions(protocol, protocol.definitions[name].condition, seen)
