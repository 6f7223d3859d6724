"""What refers to what: no circles, and not too deep; one record or two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from critc.check.context import Context
from critc.diagnostic import Related
from critc.source import Span
from critc.syntax import tree

DEEPEST = 40
"""How many definitions, formulas, tables or criteria may refer to each other in a row."""


def check_references(context: Context) -> None:
    """Report circles among criteria, definitions, formulas and tables, and chains too long."""
    depth: dict[str, int] = {}
    for start in context.uses:
        if start not in depth:
            _descend(context, start, depth)


def _descend(context: Context, start: str, depth: dict[str, int]) -> None:
    """Depth-first, without recursion: ``path`` is the chain, ``left`` what is still to be seen."""
    path, left = [start], [iter(context.uses.get(start, {}).items())]
    on_path = {start}
    while path:
        found = next(left[-1], None)
        if found is None:
            name = path.pop()
            left.pop()
            on_path.discard(name)
            depth[name] = 1 + max((depth[u] for u in context.uses.get(name, {})), default=0)
            if depth[name] == DEEPEST + 1:
                _say_too_deep(context, name)
            continue
        name, span = found
        if name in on_path:
            _say_circle(context, path[path.index(name) :], span)
            depth.setdefault(name, 0)
        elif name not in depth:
            path.append(name)
            left.append(iter(context.uses.get(name, {}).items()))
            on_path.add(name)


def _say_circle(context: Context, circle: list[str], span: Span) -> None:
    first = circle[0]
    others = " → ".join([*circle, first])
    steps = pairwise(circle)
    context.say(
        "E0407",
        span,
        f"{_called(first)} refers to itself: whether it holds could never be settled.",
        label=f"back to {first}" if len(circle) > 1 else "itself",
        related=[
            Related(context.uses[one][other], f"from {one} to {other}") for one, other in steps
        ],
        help=f"The circle: {others}." if len(circle) > 1 else "Write the condition out here.",
    )


def _say_too_deep(context: Context, name: str) -> None:
    span = next(iter(context.uses[name].values()))
    context.say(
        "E0409",
        span,
        f"{_called(name)} refers to others through more than {DEEPEST} steps.",
        label="too long a chain",
        help="Write some of them out where they are used.",
    )


def _called(name: str) -> str:
    return name.capitalize() if " " in name else f"`{name}`"


# ---- one record, or two? ----------------------------------------------------------------------


def check_records(context: Context) -> None:
    """Warn of two ``some`` on one list under ``all of`` (decision 10)."""
    for declaration in context.file.declarations:
        if isinstance(declaration, tree.Criterion | tree.Define):
            for listed in _lists(declaration.body):
                _check_list(context, listed)


def _lists(body: tree.Body) -> Iterator[tree.Listed]:
    """The lists of a body, at any depth."""
    condition = body.condition
    if isinstance(condition, tree.Counted) and condition.where:
        condition = condition.where
    if isinstance(condition, tree.Listed):
        yield condition
        for item in condition.items:
            yield from _lists(item)
    if body.exception:
        yield from _lists(body.exception.body)


def _check_list(context: Context, listed: tree.Listed) -> None:
    if listed.word != "all of":
        return
    first: dict[str, Span] = {}
    for item in listed.items:
        condition = item.condition
        if not isinstance(condition, tree.Counted) or condition.count.word != "some":
            continue
        name = condition.records.text
        if name in first:
            _say_one_or_two(context, name, first[name], condition.span)
        first.setdefault(name, condition.span)


def _say_one_or_two(context: Context, name: str, first: Span, second: Span) -> None:
    context.say(
        "W0501",
        second,
        f"One of the {name} that is both, or two different ones? As it stands, two may do.",
        label="the same one?",
        related=[Related(first, "the other `some`")],
        help=f"If one must be both, join them: `some {name} where all of`, with a dash for each. If "
        "two may do, leave it.",
    )
