"""The questions to the sponsor, numbered as in the checklist, and what hangs on each answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from critc.ir.nodes import Asked, Condition, Criterion, Defined, Node, Program, Status, Truth
from critc.ir.outline import Question, Section, outline
from critc.ir.words import names_of
from critc.ir.words.english import capital, enumerated, visible
from critc.ir.words.names import Names
from critc.ir.words.walk import walk


@dataclass(frozen=True, slots=True)
class Queried:
    """A criterion with its questions.

    ``consequence`` is what another answer than the reading taken may change, in one or more sentences;
    it is told from the criterion's condition alone, and so is the same for each of its questions.
    """

    id: str
    title: str
    text: str
    consequence: str
    questions: tuple[Question, ...]


def queried(program: Program) -> tuple[Queried, ...]:
    """The criteria that leave something open, in the order of the protocol."""
    names, document = names_of(program), outline(program, {})
    pairs = zip(program.criteria, document.sections, strict=True)
    return tuple(_queried(each, section, names) for each, section in pairs if section.queries)


def _queried(criterion: Criterion, section: Section, names: Names) -> Queried:
    sentences = visible(" ".join(_consequence(criterion, names)))
    return Queried(criterion.id, section.title, section.text, sentences, section.queries)


# ---- what hangs on it ---------------------------------------------------------------------------


def _consequence(criterion: Criterion, names: Names) -> Iterator[str]:
    yield _effect(criterion)
    nodes = list(_nodes(criterion, names.program))
    roles = dict.fromkeys(names.role(node.ref) for node in nodes if isinstance(node, Asked))
    deciding = [f"the {role}" for role in roles if role]
    if deciding:
        decide = "decides" if len(deciding) == 1 else "decide"
        whole = isinstance(criterion.condition, Asked) and "" not in roles
        some = "it" if whole and criterion.applies is None else "part of it"
        yield f"{capital(enumerated(deciding, 'and'))} {decide} {some} now."
    referring = [_said(one) for one in names.program.criteria if _refers(one, criterion, names)]
    if referring:
        yield f"{capital(enumerated(referring, 'and'))} may change with it."
    yield from _sharing(criterion, nodes, names)


def _effect(criterion: Criterion) -> str:
    match criterion.condition, criterion.kind:
        case Truth(value), kind if value == (kind == "inclusion"):
            return f"Now {_said(criterion)} bars nobody; with another answer it may."
        case _, "inclusion":
            return f"Another answer may change who fulfils {_said(criterion)}."
        case _:
            return f"Another answer may change whom {_said(criterion)} bars."


def _refers(one: Criterion, to: Criterion, names: Names) -> bool:
    return one is not to and Status(to.id) in _nodes(one, names.program)


def _sharing(criterion: Criterion, nodes: list[Node], names: Names) -> Iterator[str]:
    """The definitions that a criterion shares with others: an answer may be about one of them."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for used in dict.fromkeys(node for node in nodes if isinstance(node, Defined)):
        others = tuple(
            _said(one)
            for one in names.program.criteria
            if one is not criterion and used in _nodes(one, names.program)
        )
        shared.setdefault(others, []).append(f"“{names.program.definition(used.name).title}”")
    for others, titles in shared.items():
        if others:
            use = "uses" if len(others) == 1 else "use"
            what = "definition" if len(titles) == 1 else "definitions"
            who = capital(enumerated(others, "and"))
            yield f"{who} {use} its {what} {enumerated(titles, 'and')} too."


def _nodes(criterion: Criterion, program: Program) -> Iterator[Node]:
    """All nodes of a criterion, those of its definitions too."""
    if criterion.applies is not None:
        yield from _in(criterion.applies, program)
    yield from _in(criterion.condition, program)


def _in(condition: Condition, program: Program) -> Iterator[Node]:
    for node in walk(condition):
        yield node
        if isinstance(node, Defined):
            yield from _in(program.definition(node.name).condition, program)


def _said(criterion: Criterion) -> str:
    return f"{criterion.kind} {criterion.number}"
