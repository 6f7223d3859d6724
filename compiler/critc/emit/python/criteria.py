"""One function for each criterion: straight-line code that mirrors its structure."""

from __future__ import annotations

from collections.abc import Mapping

from critc.emit.python.flow import Part
from critc.emit.python.layout import docstring
from critc.emit.python.names import function
from critc.emit.python.places import Exits, Module
from critc.emit.python.trees import tree_name
from critc.emit.python.writer import Writer
from critc.ir import nodes
from critc.ir.clauses import Clause, TreeOf
from critc.ir.words.english import visible

SHOWN = 84  # characters of a criterion's text that its function repeats


def criterion_functions(module: Module, trees: Mapping[TreeOf, Clause]) -> list[list[str]]:
    """The functions of all criteria, in the order of the protocol, each with those it needs.

    ``trees`` are the clauses of all.
    """
    made: list[list[str]] = []
    for criterion in module.program.criteria:
        name = function(criterion.id)
        of = TreeOf("criterion", criterion.id)
        writer = Writer(module, tree_name(of), trees[of], name)
        write_criterion(writer, criterion, name)
        made += writer.functions
    return made


def write_criterion(writer: Writer, criterion: nodes.Criterion, name: str) -> None:
    """The function of a criterion, and that of its population."""
    text = docstring("    ", f"{beginning(criterion.text)}\n\n{source(writer.program, criterion)}")
    head: tuple[str, ...] = ()
    when_met, when_not = ("False", "True") if criterion.kind == "exclusion" else ("True", "False")
    if criterion.applies is not None:
        head = (
            f"    applies = {name}_applies(p)",
            "    if applies is False:",
            "        return True",
        )
        barred = "False if applies else None"
        when_met = barred if criterion.kind == "exclusion" else when_met
        when_not = barred if criterion.kind == "inclusion" else when_not
    exits = Exits.returning(when_met, when_not)
    writer.write(name, text, Part(criterion.condition), exits, head, whole=True)
    if criterion.applies is not None:
        about = f"Whether {criterion.kind} {criterion.number} applies to the patient."
        writer.write(
            f"{name}_applies", docstring("    ", about), Part(criterion.applies), Exits.returning()
        )


def beginning(text: str) -> str:
    """The first words of a criterion's text."""
    words = visible(" ".join(text.split()))
    if len(words) <= SHOWN:
        return words
    return f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def source(program: nodes.Program, criterion: nodes.Criterion) -> str:
    """Where a criterion stands in the source."""
    file = visible(program.file)
    if criterion.end_line > criterion.line:
        return f"Source: {file}, lines {criterion.line}–{criterion.end_line}."
    return f"Source: {file}, line {criterion.line}."


def definition_functions(module: Module, trees: Mapping[TreeOf, Clause]) -> list[list[str]]:
    """The functions of the protocol's named conditions."""
    made: list[list[str]] = []
    for definition in module.program.definitions:
        name = f"defined_{definition.name}"
        of = TreeOf("definition", definition.name)
        writer = Writer(module, tree_name(of), trees[of], name)
        title = visible(definition.title) or definition.name
        where = f"Source: {visible(module.program.file)}, line {definition.line}."
        text = docstring("    ", f"Definition: {title}.\n\n{where}")
        writer.write(name, text, Part(definition.condition), Exits.returning())
        made += writer.functions
    return made
