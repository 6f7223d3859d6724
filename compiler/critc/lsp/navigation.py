"""From a name to its declaration, and to every place that uses it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import Location, Position, Range

from critc.lsp.declared import Place
from critc.lsp.document import Document
from critc.lsp.occurrences import Target
from critc.lsp.ranges import location, range_of


def definition(document: Document, offset: int, places: Mapping[str, Path]) -> Location | None:
    """Where the name at an offset is declared: in this file or in a library."""
    found = document.occurrence(offset)
    if found is None:
        return None
    occurrence, block, _ = found
    target = occurrence.target
    if target.kind == "library":
        return _library(target.name, places)
    if target.kind == "local":
        for each, place in document.uses(target, inside=block):
            if each.declares:
                return Location(document.uri, range_of(document, each.span.moved(place)))
        return None
    place_ = declared_at(document, target)
    return location(document, place_, places) if place_ else None


def declared_at(document: Document, target: Target) -> Place | None:
    """The place where a name of the file, a field, an option or a criterion is declared."""
    names = document.names
    match target.kind:
        case "name":
            entry = names.entries.get(target.name)
        case "criterion":
            entry = names.criteria.get(target.name)
        case "field":
            own = names.fields.get(target.owner, {}).get(target.name)
            entry = own or names.entries.get(target.owner)
        case "option":
            return _option(document, target)
        case _:
            return None
    return entry.place if entry else None


def _option(document: Document, target: Target) -> Place | None:
    for each, start in document.uses(target):
        if each.declares:
            block = document.at(start)
            return Place(block[0], each.span) if block else None
    entry = document.names.entries.get(target.owner)  # borrowed: the list that has it
    return entry.place if entry else None


def _library(path: str, places: Mapping[str, Path]) -> Location | None:
    name = f"{path.rpartition('/')[2]}.crit"
    place = next((each for each in places.values() if each.name == name), None)
    start = Position(0, 0)
    return Location(place.as_uri(), Range(start, start)) if place else None


def references(document: Document, offset: int, with_declaration: bool) -> list[Location]:
    """Every place of the file that names what stands at an offset."""
    found = document.occurrence(offset)
    if found is None:
        return []
    occurrence, block, _ = found
    return [
        Location(document.uri, range_of(document, each.span.moved(start)))
        for each, start in document.uses(occurrence.target, inside=block)
        if with_declaration or not each.declares
    ]
