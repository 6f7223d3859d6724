"""How much of a protocol is encoded, and which words of its text no condition mentions."""

from critc.coverage.gaps import Gap
from critc.coverage.report import Coverage, CriterionCoverage, Totals, coverage, totals

__all__ = ["Coverage", "CriterionCoverage", "Gap", "Totals", "coverage", "totals"]
