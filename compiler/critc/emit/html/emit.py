"""From the document of a protocol to one HTML page that loads nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from critc.ir.nodes import Program
from critc.ir.outline import Document, outline
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})
_HERE = Path(__file__).parent


def emit(program: Program, dates: Mapping[str, date] = NO_DATES) -> str:
    """The page of a protocol. ``dates`` are planned moments, by name (``first_dose``)."""
    document = outline(program, dates)
    styles = (_stylesheet(), _running_foot(document))
    return _template().render(
        document=document,
        compiler=__version__,
        styles=[Markup(style) for style in styles],
        policy=_policy(styles),
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


@cache
def _stylesheet() -> str:
    return (_HERE / "templates" / "page.css").read_text(encoding="utf-8")


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


def _policy(styles: tuple[str, ...]) -> str:
    """A content security policy under which the page loads nothing and runs nothing."""
    hashes = (b64encode(sha256(style.encode()).digest()).decode() for style in styles)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"
