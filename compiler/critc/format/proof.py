"""That a formatted file says what it said: the same tree, the same comments."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from critc.format.rows import comments
from critc.ir.verbatim import joined
from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse


class UnfaithfulError(Exception):
    """What was formatted does not say the same any more: a fault of the formatter."""


def prove(file: tree.File, before: str, after: str) -> None:
    """Sees to it that ``after`` parses to the tree ``file`` of ``before``, and has its comments.

    Spans take no part; verbatim text is compared as the outputs join it. Raises UnfaithfulError.
    """
    formatted, problems = parse(Source("formatted", after))
    if problems or _unwrapped(formatted) != _unwrapped(file):
        raise UnfaithfulError("its declarations would no longer say the same")
    if Counter(comments(after)) != Counter(comments(before)):
        raise UnfaithfulError("its comments would no longer be the same")


def _unwrapped(file: tree.File) -> tuple[tree.Declaration, ...]:
    return tuple(
        replace(each, text=joined(each.text)) if isinstance(each, tree.Criterion) else each
        for each in file.declarations
    )
