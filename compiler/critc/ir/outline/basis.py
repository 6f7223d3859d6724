"""What lines rest on: the formulas, tables, scales and definitions that the protocol cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from critc.ir import nodes as n
from critc.ir.dictionary import Choice, Declared, Set
from critc.ir.outline.document import Place, Reference
from critc.ir.words.english import visible
from critc.ir.words.names import Names
from critc.ir.words.walk import walk

_SHOWN = ("formula", "table", "definition")  # as they are written; of a scale its steps are told


@dataclass(frozen=True, slots=True)
class Basis:
    """The references of a program, by what names them in a condition."""

    references: tuple[n.Reference, ...]

    def of(self, condition: n.Condition, names: Names) -> tuple[Place, ...]:
        """What a condition rests on, each once, in the order of the references."""
        named = set(self._named(condition, names))
        return tuple(self._place(i) for i, _ in enumerate(self.references) if i in named)

    def _named(self, condition: n.Condition, names: Names) -> Iterator[int]:
        for node in walk(condition):
            for i, each in enumerate(self.references):
                if _rests_on(node, each, names):
                    yield i

    def _place(self, i: int) -> Place:
        computed = self.references[i].kind in ("formula", "table")
        words = f"worked out as in {_label(i)}" if computed else f"see {_label(i)}"
        return Place(words, _anchor(i))

    def shown(self) -> tuple[Reference, ...]:
        """The references as people read them."""
        return tuple(_shown(i, each) for i, each in enumerate(self.references))


def _rests_on(node: n.Node, reference: n.Reference, names: Names) -> bool:
    match reference.kind, node:
        case "formula", _:
            return bool(node.at.formula) and node.at.formula == reference.title
        case "table", n.Table(name):
            return name == reference.name and not node.at.formula
        case "definition", n.Defined(name):
            return name == reference.name
        case "question", n.Fact(name):
            return name == reference.name
        case "scale", n.Fact() | n.Field():
            return _is_of_scale(names.declared(node), reference)
        case _:
            return False


def _is_of_scale(declared: Declared, reference: n.Reference) -> bool:
    """Whether a question is answered by the options that a scale lists."""
    if not isinstance(declared.type, Choice | Set):
        return False
    listed = re.findall(r"^\s+- (\w+)", "\n".join(reference.written), re.MULTILINE)
    return [option.name for option in declared.type.options] == listed


def _shown(i: int, of: n.Reference) -> Reference:
    told = of.kind in _SHOWN or (of.kind == "scale" and not of.note)
    version = f", version {of.version}" if of.version else ""
    return Reference(
        label=_label(i),
        anchor=_anchor(i),
        title=visible(of.title),
        note=_lines(of.note),
        written=tuple(visible(line) for line in of.written) if told else (),
        source=_lines(of.source),
        library=visible(f"{of.library}{version}") if of.library else "",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(visible(line) for line in text.split("\n") if line)


def _label(i: int) -> str:
    return f"R{i + 1}"


def _anchor(i: int) -> str:
    return f"reference-{i + 1}"
