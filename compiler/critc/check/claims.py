"""The quoted words after a condition claim a piece of the protocol's text: they must stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from critc.check.context import Context
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree


def check_claims(context: Context) -> None:
    """Report claimed words that the criterion's verbatim text does not have."""
    for declaration in context.file.declarations:
        if isinstance(declaration, tree.Criterion) and declaration.text:
            text = _plain(declaration.text)
            for condition in _claiming(declaration.body):
                if condition.says and not _stands_in(condition.says, text):
                    _say_not_there(context, condition, declaration)


def _claiming(node: object) -> Iterator[tree.Conditional]:
    """The conditions in a body that have quoted words after them."""
    left = [node]
    while left:
        node = left.pop()
        if isinstance(node, tree.Conditional) and node.says:
            yield node
        if isinstance(node, tuple):
            left += node
        elif isinstance(node, tree.Node):
            left += [getattr(node, field.name) for field in fields(node)]


def _stands_in(claim: str, text: str) -> bool:
    """Whether each piece of the claim stands in the text; an ellipsis leaves something out."""
    pieces = claim.replace("...", "…").split("…")
    return all(_plain(piece) in text for piece in pieces)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,;:")


def _say_not_there(
    context: Context, condition: tree.Conditional, criterion: tree.Criterion
) -> None:
    assert condition.says is not None
    whole = context.source.words(Span(condition.span.start, criterion.span.end))
    start = whole.find(f'"{condition.says}"')
    words = condition.span
    if start >= 0:
        words = Span(0, len(condition.says) + 2).moved(condition.span.start + start)
    context.say(
        "W0504",
        words,
        f"The text of {criterion.kind} {criterion.number} does not have these words.",
        label="not in the text",
        related=[Related(criterion.text_span, "the text begins here")],
        help="Quote the protocol's own words, and compare them with the condition; … stands for what "
        "is left out.",
    )
