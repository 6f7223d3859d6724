"""The protocol's own tables, in the shape in which the protocol has them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from critc.ir.nodes import CellOptions, Row, Table
from critc.ir.outline.document import Grid
from critc.ir.words import tables
from critc.ir.words.conditions import clause
from critc.ir.words.english import capital, visible
from critc.ir.words.names import Names
from critc.ir.words.tables import key, table_title

COLUMNS = 5  # more answers of a key than these stand below each other
GAP = "…"

Texts = list[tuple[str, ...]]


def grid(table: Table, names: Names) -> Grid:
    """A table in words: what its cells have in common is said once, in the caption."""
    across = _across(table)
    said = _said(table, names, across)
    common, cells = _in_common(said)
    caption = ": ".join(filter(None, (table_title(table), common)))
    kept = [i for i in range(len(table.keys)) if i != across]
    head = [capital(key(table.keys[i], names)) for i in kept]
    firsts = [[_cell(row, i, table, names) for i in kept] for row in _leading(table, across)]
    if table.otherwise is not None:
        firsts.append(["Otherwise", *[""] * (len(kept) - 1)])
    rows = [(*first, *map(capital, cell)) for first, cell in zip(firsts, cells, strict=True)]
    columns = _columns(table, across, names) if across is not None else ["What is asked"]
    if common and across is None:
        columns = [GAP]
    return Grid(
        visible(capital(caption)),
        tuple(visible(words) for words in (*head, *columns)),
        tuple(tuple(visible(words) for words in row) for row in rows),
    )


def _across(table: Table) -> int | None:
    """The key whose answers are columns: the last one that all rows give an answer of, in full."""
    if len(table.keys) < 2:
        return None
    for i in reversed(range(len(table.keys))):
        found = list(dict.fromkeys(row.cells[i] for row in table.rows))
        rest = [_without(row, i) for row in table.rows]
        lines = list(dict.fromkeys(rest))
        whole = {(_without(row, i), row.cells[i]) for row in table.rows}
        if (
            all(isinstance(cell, CellOptions) for cell in found)
            and 1 < len(found) <= COLUMNS
            and len(whole) == len(table.rows) == len(found) * len(lines)
        ):
            return i
    return None


def _without(row: Row, i: int) -> tuple[object, ...]:
    return (*row.cells[:i], *row.cells[i + 1 :])


def _leading(table: Table, across: int | None) -> list[Row]:
    """A row for each line of the grid."""
    if across is None:
        return list(table.rows)
    first: dict[tuple[object, ...], Row] = {}
    for row in table.rows:
        first.setdefault(_without(row, across), row)
    return list(first.values())


def _columns(table: Table, across: int, names: Names) -> list[str]:
    first: dict[object, Row] = {}
    for row in table.rows:
        first.setdefault(row.cells[across], row)
    return [_cell(row, across, table, names) for row in first.values()]


def _cell(row: Row, i: int, table: Table, names: Names) -> str:
    return capital(tables.cell(row.cells[i], table.keys[i], names))


def _said(table: Table, names: Names, across: int | None) -> Texts:
    """What is asked, line by line; the last line is for what no row holds."""
    if across is None:
        asked = [row.then for row in table.rows] + [table.otherwise] * (table.otherwise is not None)
        return [(clause(each, names),) for each in asked if each is not None]
    cells = list(dict.fromkeys(row.cells[across] for row in table.rows))
    by = {(_without(row, across), row.cells[across]): row.then for row in table.rows}
    lines = [_without(row, across) for row in _leading(table, across)]
    said: Texts = [tuple(clause(by[line, cell], names) for cell in cells) for line in lines]
    if table.otherwise is None:
        return said
    inner = table.otherwise
    answers = {row.cells[0]: row.then for row in inner.rows} if isinstance(inner, Table) else {}
    return [*said, tuple(clause(answers.get(cell, inner), names) for cell in cells)]


def _in_common(said: Texts) -> tuple[str, Texts]:
    """The sentence that all cells have in common, with a gap, and what stands in its place in each."""
    texts = [text.split() for cells in said for text in cells]
    start = _same(texts)
    end = _same([text[start:][::-1] for text in texts])
    shortest = min(len(text) for text in texts)
    start = min(start, shortest - 1)
    end = min(end, shortest - start - 1)
    if len(texts) < 2 or not start:
        return "", said
    while end and not all(_whole(text[start : len(text) - end]) for text in texts):
        end -= 1
    while start and not all(_whole(text[start : len(text) - end]) for text in texts):
        start -= 1
    first = texts[0]
    common = " ".join([*first[:start], GAP, *first[len(first) - end :]]) if start else ""
    if not common:
        return "", said
    return common, [
        tuple(" ".join(text.split()[start : len(text.split()) - end]) for text in cells)
        for cells in said
    ]


def _same(texts: Sequence[Sequence[str]]) -> int:
    """How many words all texts begin with."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*texts, strict=False)))


def _whole(words: Sequence[str]) -> bool:
    """Whether brackets and quotation marks that open in the words close in them."""
    text = " ".join(words)
    return text.count("(") == text.count(")") and text.count("“") == text.count("”")
