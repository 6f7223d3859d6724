"""The page: one self-contained HTML file, for a screen, a phone or paper."""

from critc.emit.html.emit import emit

__all__ = ["emit"]
