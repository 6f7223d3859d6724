"""Case coverage as JSON data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from critc.casecoverage.report import CaseCoverage, ClauseCoverage, RuleCoverage, Totals, totals


def as_data(protocols: Sequence[CaseCoverage]) -> dict[str, object]:
    """``{"protocols": [{"protocol", "file", "totals", "rules": [{"clauses": […]}]}], "totals": {…}}``.

    Lines count from 1; ``depth`` is how deep a clause hangs in its rule, from 0.
    """
    return {
        "protocols": [_protocol(each) for each in protocols],
        "totals": _totals(totals(protocols)),
    }


def _protocol(of: CaseCoverage) -> dict[str, object]:
    return {
        "protocol": of.program.protocol,
        "file": of.source.name,
        "sha256": of.program.sha256,
        "totals": _totals(of.totals),
        "rules": [_rule(each) for each in of.rules],
    }


def _totals(of: Totals) -> dict[str, object]:
    return {**asdict(of), "percent": of.percent}


def _rule(of: RuleCoverage) -> dict[str, object]:
    return {
        "kind": of.kind,
        "name": of.name,
        "title": of.title,
        "line": of.line,
        "end_line": of.end_line,
        "clauses": [_clause(each) for each in of.clauses],
    }


def _clause(of: ClauseCoverage) -> dict[str, object]:
    return {
        "line": of.line,
        "end_line": of.end_line,
        "depth": of.depth,
        "words": of.words,
        "of": of.of,
        "joint": of.is_joint,
        "true": of.true,
        "false": of.false,
        "unknown": of.unknown,
        "state": of.state,
    }
