"""Case coverage for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from critc.casecoverage.render.wording import STATE, percent
from critc.casecoverage.report import CaseCoverage, ClauseCoverage, RuleCoverage, Totals, totals
from critc.ir.words.english import visible

_HEAD = ("protocol", "cases", "clauses", "true and false", "unknown", "per cent")
_SEEN, _NOT_SEEN = "✓", "–"
_LONGEST = 76
"""Letters of a clause that a terminal has room for."""


def text(protocols: Sequence[CaseCoverage], by_clause: bool) -> str:
    """A table of totals, one of all clauses if wanted, and the clauses for which a case is missing."""
    lines = list(_table(_HEAD, _totals(protocols)))
    for each in protocols:
        lines += _all_clauses(each) if by_clause else _open_clauses(each)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _totals(protocols: Sequence[CaseCoverage]) -> Iterator[tuple[str, ...]]:
    for each in protocols:
        yield _row(visible(each.program.protocol or each.source.name), each.totals)
    if len(protocols) > 1:
        yield _row("total", totals(protocols))


def _row(name: str, of: Totals) -> tuple[str, ...]:
    numbers = (of.cases, of.clauses, of.both, of.unknown)
    return (name, *map(str, numbers), percent(of))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as need be: the first are words, the others numbers."""
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *others in table:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells])


# ---- clauses -----------------------------------------------------------------------------------


def _all_clauses(of: CaseCoverage) -> Iterator[str]:
    for rule in of.rules:
        yield ""
        yield f"{_named(rule)}, line {rule.line}"
        yield "   line  true  false  unknown"
        yield from map(_clause, rule.clauses)


def _clause(of: ClauseCoverage) -> str:
    marks = [_SEEN if seen else _NOT_SEEN for seen in (of.true, of.false, of.unknown)]
    words = "  " * of.depth + _cut(of.words)
    aside = f"  ({STATE[of.state]})" if of.state != "both" else ""
    return f"{of.line:>7}  {marks[0]:^4}  {marks[1]:^5}  {marks[2]:^7}  {words}{aside}"


def _open_clauses(of: CaseCoverage) -> Iterator[str]:
    found = [rule for rule in of.rules if rule.open]
    if found:
        yield ""
        yield f"{visible(of.source.name)}: clauses for which a case is missing"
    for rule in found:
        yield f"  {_named(rule)}"
        for clause in rule.open:
            listed = f" [{clause.of}]" if clause.of else ""
            yield f"{clause.line:>7}  {STATE[clause.state]}: {_cut(clause.words)}{listed}"


def _named(rule: RuleCoverage) -> str:
    return f"definition {rule.name}" if rule.kind == "definition" else rule.title


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
