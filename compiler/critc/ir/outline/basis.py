"""What lines rest on: the formulas, tables, scales and definitions that the protocol cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from critc.check.units import parse_unit
from critc.ir import nodes as n
from critc.ir.dictionary import Choice, Declared, Set
from critc.ir.outline.document import Place, Reference
from critc.ir.words.english import printed, visible
from critc.ir.words.names import Names
from critc.ir.words.walk import walk

_HEAD = re.compile(r"\w+ \w+ \((?P<inputs>.*)\) : (?P<unit>\S+)")
_OPTION = re.compile(r"\s+- \w+ \"(.*)\"")


def basis_of(program: n.Program) -> Basis:
    """What the lines of a program rest on; a definition without a source says all in its lines."""
    cited = [each for each in program.references if each.kind != "definition" or each.source]
    return Basis(tuple(cited))


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
        computed = self.references[i].kind == "formula"
        words = f"worked out as in {_label(i)}" if computed else f"see {_label(i)}"
        return Place(words, _anchor(i))

    def shown(self) -> tuple[Reference, ...]:
        """The references as people read them."""
        return tuple(_shown(i, each, self._written(each)) for i, each in enumerate(self.references))

    def _written(self, of: n.Reference) -> tuple[str, ...]:
        """What is not told in the lines: a formula, a table that one uses, the options of a scale."""
        head, *body = of.written or ("",)
        match of.kind:
            case "formula":
                return (*self._in_words(body), _inputs(head))
            case "table" if any(f"{of.name}(" in "".join(each.written) for each in self.references):
                return tuple(self._in_words(body))
            case "scale" if not of.note:
                return tuple(found[1] for line in body if (found := _OPTION.fullmatch(line)))
            case "definition" if len(body) == 1:
                return tuple(self._in_words(body))
            case _:
                return ()

    def _in_words(self, body: list[str]) -> Iterator[str]:
        """Lines of the protocol's language without its names: "cigarettes per day / 20"."""
        for line in body:
            for each in self.references:
                line = re.sub(rf"\b{each.name}\(", f"“{each.title}” (", line)
            if line.strip() != "empirical":
                yield re.sub(r"(?<=[a-z0-9])_(?=[a-z0-9])", " ", line.removeprefix("  "))


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


def _inputs(head: str) -> str:
    """In which units a formula counts: "in mL/min; age in years, weight in kg"."""
    found = _HEAD.match(head)
    if found is None:
        return ""
    inputs = [each.partition(" : ") for each in found["inputs"].split(", ")]
    said = ", ".join(name.replace("_", " ") + _kind(kind) for name, _, kind in inputs)
    return f"{_kind(found['unit'])}; {said}".removeprefix("; ").lstrip()


def _kind(kind: str) -> str:
    """What an input is: " in kg", ": yes or no", or "" for a number and a choice."""
    if kind == "yes/no":
        return ": yes or no"
    unit = parse_unit(kind)
    return f" in {printed(unit.shown)}" if unit else ""


def _shown(i: int, of: n.Reference, written: tuple[str, ...]) -> Reference:
    version = f", version {of.version}" if of.version else ""
    return Reference(
        label=_label(i),
        anchor=_anchor(i),
        title=visible(of.title),
        note=_lines(of.note),
        written=tuple(visible(line) for line in written if line),
        source=_lines(of.source),
        library=visible(f"{of.library}{version}") if of.library else "",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(visible(line) for line in text.split("\n") if line)


def _label(i: int) -> str:
    return f"R{i + 1}"


def _anchor(i: int) -> str:
    return f"reference-{i + 1}"
