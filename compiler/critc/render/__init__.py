"""Diagnostics and reports, as text and as JSON."""
