"""The checklist as a Word document."""

from critc.emit.docx.emit import emit

__all__ = ["emit"]
