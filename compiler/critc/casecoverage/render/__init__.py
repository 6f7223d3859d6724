"""Case coverage as text, as data and as a page."""

from critc.casecoverage.render.data import as_data
from critc.casecoverage.render.page import page
from critc.casecoverage.render.text import text

__all__ = ["as_data", "page", "text"]
