"""The index of messages, written from the pages in `docs/messages/` when the site is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from critc.messages import titles
from critc.templating import environment

TEMPLATES = Path(__file__).parent.parent / "templates"
MARKER = "<!-- messages -->"

AREAS = {
    "E01": "How a file is written",
    "E02": "Names",
    "E03": "Values, units and dates",
    "E04": "Exceptions, numbering, counts and tables",
    "W05": "Findings while a file is checked",
    "W06": "Findings of `critc lint`",
}
"""What a code begins with → the area that it belongs to."""


def areas() -> Iterator[tuple[str, dict[str, str]]]:
    """Each area that has a page, with its codes and titles. Raises ValueError for a code without."""
    known = titles()
    unplaced = [code for code in known if code[:3] not in AREAS]
    if unplaced:
        raise ValueError(f"no area for the messages {', '.join(unplaced)}")
    for begun, area in AREAS.items():
        within = {code: title for code, title in known.items() if code.startswith(begun)}
        if within:
            yield area, within


def write(_app: Sphinx, docname: str, content: list[str]) -> None:
    """Puts the index into the page ``messages``."""
    if docname == "messages":
        template = environment(TEMPLATES, autoescape=False).get_template("messages.md.j2")
        content[0] = content[0].replace(MARKER, template.render(areas=list(areas())))


def outdated(app: Sphinx, *_names: object) -> list[str]:
    """The index is read anew each time: a page of a message may have come, gone or changed."""
    return ["messages"] if "messages" in app.env.all_docs else []


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", write)
    app.connect("env-get-outdated", outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
