"""What a protocol rests on: formulas, tables, scales and definitions with where they are from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from critc.ir import nodes as n
from critc.source import Source
from critc.syntax import tree

Kind = Literal["formula", "table", "definition", "scale", "question"]

_ASIDE = re.compile(r"\s*(?:source|note|example)\b|\s*#|\s*$")


def references(declarations: Iterable[tree.Declaration], source: Source) -> tuple[n.Reference, ...]:
    """Those that state a source or are borrowed, in the order of the file."""
    return tuple(_references(declarations, source))


def _references(declarations: Iterable[tree.Declaration], source: Source) -> Iterator[n.Reference]:
    for declaration in declarations:
        match declaration:
            case tree.Formula():
                kind: Kind = "formula"
            case tree.Table():
                kind = "table"
            case tree.Define():
                kind = "definition"
            case tree.Choices():
                kind = "scale"
            case tree.Fact():
                kind = "question"
            case _:
                continue
        lender = source.lender(declaration.span.start)
        cited = declaration.source or declaration.note
        if not (cited or lender) or (kind in ("scale", "question") and not cited):
            continue
        name = declaration.name.text
        title = declaration.question if isinstance(declaration, tree.Fact) else declaration.title
        yield n.Reference(
            name,
            kind,
            title or name.replace("_", " ").capitalize(),
            declaration.source,
            declaration.note,
            _written(source.words(declaration.span)),
            lender.path if lender else "",
            lender.version if lender else "",
        )


def _written(text: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in text.splitlines() if not _ASIDE.match(line))
