"""Lists as CSV (RFC 4180): for a spreadsheet or a query log."""

from critc.emit.csv.queries import queries

__all__ = ["queries"]
