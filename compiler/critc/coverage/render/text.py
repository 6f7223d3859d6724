"""Coverage for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from critc.coverage.gaps import Gap
from critc.coverage.render.wording import STATUS, WHY
from critc.coverage.report import Coverage, CriterionCoverage, Totals, totals
from critc.ir.words.english import visible

_HEAD = (
    "protocol", "criteria", "computed", "judged", "partly both", "not encoded", "queried", "forgotten",
)  # fmt: skip
_AROUND = 28
"""Characters of the text that are shown on each side of forgotten words."""


def text(protocols: Sequence[Coverage], by_criterion: bool) -> str:
    """A table of totals, one of criteria if wanted, and the words that no condition mentions."""
    lines = list(_table(_HEAD, _totals(protocols)))
    for each in protocols:
        if by_criterion:
            lines += ["", *_criteria(each)]
        lines += _unmentioned(each)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _totals(protocols: Sequence[Coverage]) -> Iterator[tuple[str, ...]]:
    for each in protocols:
        yield _row(visible(each.program.protocol), each.totals)
    if len(protocols) > 1:
        yield _row("total", totals(protocols))


def _row(name: str, of: Totals) -> tuple[str, ...]:
    numbers = (
        of.criteria, of.computed, of.judged, of.partly, of.not_encoded, of.queried, of.forgotten,
    )  # fmt: skip
    return (name, *map(str, numbers))


def _criteria(of: Coverage) -> Iterator[str]:
    rows = [
        (
            each.criterion.id,
            STATUS[each.status],
            str(each.queries or ""),
            str(len(each.forgotten) or ""),
        )
        for each in of.criteria
    ]
    yield from _table((visible(of.program.protocol), "status", "queries", "forgotten"), rows, 2)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], words: int = 1) -> Iterator[str]:
    """Columns as wide as need be; the first ``words`` of them are words, the others numbers."""
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (
            cell.ljust(width) if i < words else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells)


# ---- the words that no condition mentions -------------------------------------------------------


def _unmentioned(of: Coverage) -> Iterator[str]:
    found = [each for each in of.criteria if each.gaps]
    if not found:
        return
    width = max(len(_one_line(gap.words)) for each in found for gap in each.gaps)
    yield ""
    yield f"{visible(of.program.protocol)}: what the text says and no condition mentions"
    for each in found:
        yield from _of_criterion(each, min(width, 30))


def _of_criterion(of: CriterionCoverage, width: int) -> Iterator[str]:
    label = of.criterion.id
    for gap in of.gaps:
        words = _one_line(gap.words)
        why = "" if gap.why == "absent" else f"  ({WHY[gap.why]})"
        yield f"  {label:<4} {words:<{width}}  {context(of.criterion.text, gap)}{why}"
        label = ""


def context(whole: str, gap: Gap) -> str:
    """The forgotten words with those around them, in one line."""
    start, end = max(0, gap.start - _AROUND), min(len(whole), gap.end + _AROUND)
    if start:
        start = max(start, whole.find(" ", start, gap.start) + 1)
    if end < len(whole):
        space = whole.rfind(" ", gap.end, end)
        end = space if space >= 0 else end
    before, after = "… " if start else "", " …" if end < len(whole) else ""
    return f"“{before}{_one_line(whole[start:end])}{after}”"


def _one_line(words: str) -> str:
    return visible(" ".join(words.split()))
