"""The checklist as a PDF: tagged, for A4 or Letter paper."""

from critc.emit.pdf.emit import emit

__all__ = ["emit"]
