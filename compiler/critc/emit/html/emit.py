"""From the core to one HTML page that answers while one types, loads nothing and sends nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from critc.emit import javascript
from critc.ir.nodes import Program
from critc.ir.outline import Document, outline
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
        policy=_policy(style, script),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2")


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
    powers = []
    if javascript.has_powers(program):
        powers = [
            _built("powers.js"),
            "runtime.provideApproximation(approximation.approximatePower);",
        ]
    parts = [_built("page.js"), *powers, javascript.emit(program), "runtime.start(protocol);"]
    return '"use strict";(()=>{\n' + _no_end_of_script("\n".join(parts)) + "\n})();"


def _no_end_of_script(script: str) -> str:
    """The script so that HTML reads it to its end: in a string \\x3c is the sign <."""
    return re.sub(r"<(?=/script|!--|script)", r"\\x3c", script, flags=re.IGNORECASE)


# ---- policy ----


def _policy(style: str, script: str) -> str:
    """A content security policy: the page's own style and script, and nothing from anywhere."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
