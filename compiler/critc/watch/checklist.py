"""The checklist, as written in Markdown, as a page for the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Template
from markdown_it import MarkdownIt
from markupsafe import Markup

from critc.ir.nodes import Program
from critc.templating import environment, policy

_HERE = Path(__file__).parent
_ALIGNED = {"text-align:left": "left", "text-align:center": "middle", "text-align:right": "right"}


def as_page(program: Program, markdown: str) -> bytes:
    """The page of a protocol's checklist. It loads nothing and runs nothing."""
    style = _stylesheet()
    return (
        _template()
        .render(
            title=f"{program.protocol}: checklist",
            checklist=Markup(_html(markdown)),
            style=Markup(style),
            policy=policy(style),
        )
        .encode()
    )


def _html(markdown: str) -> str:
    """The text as HTML; HTML in it stays text. The page takes classes, and no styles of its own."""
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        style = token.attrs.pop("style", None)
        if style:
            token.attrs["class"] = _ALIGNED[str(style)]
    return str(parser.renderer.render(tokens, parser.options, {}))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def _template() -> Template:
    return environment(_HERE / "templates", autoescape=True).get_template("checklist.html.j2")


@cache
def _stylesheet() -> str:
    return (_HERE / "assets" / "checklist.css").read_text(encoding="utf-8")
