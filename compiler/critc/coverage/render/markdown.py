"""Coverage as the Markdown table of a README."""

from __future__ import annotations

from collections.abc import Sequence

from critc.coverage.report import Coverage, Totals, totals
from critc.ir.words.english import visible

_HEAD = ("Protocol", "Criteria", "Computed", "Judged", "Partly both", "Not encoded", "Queried")


def markdown(protocols: Sequence[Coverage]) -> str:
    """A row for each protocol, and their total where there are several; it ends with a line feed."""
    rows = [_row(_escaped(each.program.protocol), each.totals) for each in protocols]
    if len(protocols) > 1:
        rows.append(tuple(f"**{cell}**" for cell in _row("Total", totals(protocols))))
    lines = [_HEAD, ("---", *("---:",) * (len(_HEAD) - 1)), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _row(name: str, of: Totals) -> tuple[str, ...]:
    numbers = (of.criteria, of.computed, of.judged, of.partly, of.not_encoded, of.queried)
    return (name, *map(str, numbers))


def _escaped(name: str) -> str:
    return "".join(f"\\{char}" if char in r"\`*_{}[]<>#|" else char for char in visible(name))
