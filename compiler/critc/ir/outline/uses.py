"""What a protocol needs of its measurements: which limits of normal, and which of their fields."""

from __future__ import annotations

from dataclasses import dataclass

from critc.ir.dictionary import Declared, Listed
from critc.ir.nodes import Fact, Field, Program, ReferenceLimit
from critc.ir.words.names import Names
from critc.ir.words.walk import conditions_of, walk


@dataclass(frozen=True, slots=True)
class Uses:
    """``limits`` are facts and lists with the limits that are asked of them; ``fields`` those named."""

    limits: frozenset[tuple[str, str]]
    fields: frozenset[tuple[str, str]]

    def sides(self, name: str) -> frozenset[str]:
        """Which limits of normal are asked of a fact, or of the results of a measurement."""
        return frozenset(side for of, side in self.limits if of == name)

    def of(self, listed: Listed) -> tuple[Declared, ...]:
        """The fields that have to be written down: of a measurement, those that something asks."""
        if listed.kind == "records":
            return listed.fields
        asked = {"value", "date"} | {field for name, field in self.fields if name == listed.name}
        return tuple(field for field in listed.fields if field.name in asked)


def uses_of(program: Program, names: Names) -> Uses:
    """What the conditions of a program name."""
    limits: set[tuple[str, str]] = set()
    fields: set[tuple[str, str]] = set()
    for condition in conditions_of(program):
        for node in walk(condition):
            match node:
                case ReferenceLimit(Fact(name), side):
                    limits.add((name, side))
                case ReferenceLimit(Field() as ref, side):
                    limits.add((names.listed(ref).name, side))
                case Field(name=field):
                    fields.add((names.listed(node).name, field))
                case _:
                    pass
    return Uses(frozenset(limits), frozenset(fields))
