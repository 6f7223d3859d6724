"""How much of a protocol its own cases see: each clause true, false and unknown for somebody."""

from critc.casecoverage.report import (
    CaseCoverage,
    ClauseCoverage,
    RuleCoverage,
    State,
    Totals,
    case_coverage,
    totals,
)

__all__ = [
    "CaseCoverage",
    "ClauseCoverage",
    "RuleCoverage",
    "State",
    "Totals",
    "case_coverage",
    "totals",
]
