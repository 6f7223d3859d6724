"""The checklist: Markdown, for a study nurse to print and fill in."""

from critc.emit.markdown.emit import emit

__all__ = ["emit"]
