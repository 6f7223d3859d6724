"""Coverage as JSON data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from critc.coverage.report import Coverage, CriterionCoverage, totals


def as_data(protocols: Sequence[Coverage]) -> dict[str, object]:
    """``{"protocols": [{"protocol", "totals", "criteria": […]}], "totals": {…}}``.

    ``start`` and ``end`` of what is unmentioned count characters of the criterion's ``text``.
    """
    return {
        "protocols": [_protocol(each) for each in protocols],
        "totals": asdict(totals(protocols)),
    }


def _protocol(of: Coverage) -> dict[str, object]:
    return {
        "protocol": of.program.protocol,
        "title": of.program.title,
        "file": of.program.file,
        "sha256": of.program.sha256,
        "totals": asdict(of.totals),
        "criteria": [_criterion(each) for each in of.criteria],
    }


def _criterion(of: CriterionCoverage) -> dict[str, object]:
    return {
        "id": of.criterion.id,
        "status": of.status,
        "queries": of.queries,
        "line": of.criterion.line,
        "text": of.criterion.text,
        "unmentioned": [asdict(gap) for gap in of.gaps],
    }
