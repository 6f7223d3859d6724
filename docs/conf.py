"""The documentation as a site: Sphinx, MyST and Furo. `make docs` builds it without a network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from critc.version import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "critc"
author = "The critc authors"
release = version = __version__
language = "en"

extensions = ["myst_parser", "library_pages", "message_index", "made_of_it", "command_pages"]
exclude_patterns = ["templates", "extensions", "README.md"]
nitpicky = True

# --- Markdown -------------------------------------------------------------------------------------

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
# Quotes and dashes stay as they are typed: most of them are of commands and protocols.
smartquotes = False

# --- pages ----------------------------------------------------------------------------------------

html_theme = "furo"
html_title = "critc"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_favicon = "static/favicon.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None
html_use_index = False
pygments_style = "crit_style.Light"
pygments_dark_style = "crit_style.Dark"
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {
        "color-brand-primary": "#0b6b63",
        "color-brand-content": "#0b6b63",
        "color-brand-visited": "#5b4b9a",
        "color-background-secondary": "#f6f8f7",
    },
    "dark_css_variables": {
        "color-brand-primary": "#5cc8bb",
        "color-brand-content": "#5cc8bb",
        "color-brand-visited": "#b3a4ef",
    },
}


def within_reach(
    _app: Sphinx, _name: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Lets a wide example be scrolled by keyboard: what scrolls has to take the focus."""
    if "body" in context:
        plain, reached = '<div class="highlight"><pre>', '<div class="highlight"><pre tabindex="0">'
        context["body"] = context["body"].replace(plain, reached)


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("html-page-context", within_reach)
