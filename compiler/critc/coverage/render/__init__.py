"""The coverage of protocols for a terminal, for programs, for a README and as a page."""

from critc.coverage.render.data import as_data
from critc.coverage.render.markdown import markdown
from critc.coverage.render.page import page
from critc.coverage.render.text import text

__all__ = ["as_data", "markdown", "page", "text"]
