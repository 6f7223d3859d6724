"""From the core to one HTML page that answers while one types, loads nothing and sends nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Template
from markupsafe import Markup

from critc.emit import javascript
from critc.ir.nodes import Program
from critc.ir.outline import Document, outline
from critc.templating import environment, policy
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})
_HERE = Path(__file__).parent


def emit(program: Program, dates: Mapping[str, date] = NO_DATES) -> str:
    """The page of a protocol. ``dates`` are planned moments, by name (``first_dose``)."""
    document = outline(program, dates)
    style = _built("page.css") + _running_foot(document)
    script = _script(program)
    return _template().render(
        document=document,
        compiler=__version__,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


@cache
def _template() -> Template:
    return environment(_HERE / "templates", autoescape=True).get_template("page.html.j2")


# ---- styles ----


@cache
def _built(name: str) -> str:
    """A file that ``make scripts`` joins and shortens from ``styles/`` or ``scripts/``."""
    return (_HERE / "dist" / name).read_text(encoding="utf-8")


def _running_foot(document: Document) -> str:
    """What stands at the foot of each printed page."""
    words = " · ".join(filter(None, (document.protocol, document.version, document.sha256[:12])))
    return f"@page {{ @bottom-left {{ content: {_css_string(words)}; }} }}"


def _css_string(text: str) -> str:
    """A string of CSS; everything but letters, digits and spaces is written as its code.

    The space after a code belongs to it (CSS Syntax, consume an escaped code point).
    """
    plain = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(plain)}"'


# ---- scripts ----


def _script(program: Program) -> str:
    """The engine with the page's scripts, and the protocol's own, in a scope of their own."""
    protocol, powers = javascript.emit(program), []
    if protocol.has_powers:
        powers = [
            _built("powers.js"),
            "runtime.provideApproximation(approximation.approximatePower);",
        ]
    parts = [_built("page.js"), *powers, protocol.text, "runtime.start(protocol);"]
    return '"use strict";(()=>{\n' + _no_end_of_script("\n".join(parts)) + "\n})();"


def _no_end_of_script(script: str) -> str:
    """The script so that HTML reads it to its end: in a string \\x3c is the sign <."""
    return re.sub(r"<(?=/script|!--|script)", r"\\x3c", script, flags=re.IGNORECASE)
