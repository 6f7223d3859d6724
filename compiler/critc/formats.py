"""The formats of a protocol's outputs: their names, the endings of their files, what makes them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

ENDINGS = {
    "py": ".py",
    "md": ".md",
    "html": ".html",
    "json": ".json",
    "schema": ".schema.json",
    "pdf": ".pdf",
    "docx": ".docx",
}
"""Each format, and the ending of its files."""

USUAL = ("py", "md", "html", "json", "schema")
"""The formats that need nothing but critc: text, the same on every machine."""

_LIBRARIES = {"pdf": "weasyprint", "docx": "docx"}
_PANGO = (
    "PDF needs the library Pango, which pip does not install. On Debian or Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation; "
    "on macOS: brew install pango"
)


class UnavailableError(Exception):
    """A format cannot be made here; the message says what to install."""


def require(formats: Iterable[str]) -> None:
    """Sees to it that the formats can be made. Raises UnavailableError."""
    for form in formats:
        if form in _LIBRARIES:
            _require(form)


def _require(form: str) -> None:
    try:
        import_module(_LIBRARIES[form])
    except ModuleNotFoundError as error:
        raise UnavailableError(
            f"{form.upper()} needs a library that is not installed: pip install 'critc[{form}]'"
        ) from error
    except OSError as error:
        raise UnavailableError(_PANGO) from error
