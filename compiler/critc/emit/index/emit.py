"""From the protocols of a folder to one HTML page that links to their files and loads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Template
from markupsafe import Markup

from critc.ir.nodes import Program
from critc.ir.words.english import visible
from critc.templating import environment, policy
from critc.version import __version__

_HERE = Path(__file__).parent
# The formats in the order in which people look for them, and what they are to a reader.
_LINKS = {
    "html": "Screening page",
    "pdf": "Checklist (PDF)",
    "docx": "Checklist (Word)",
    "md": "Checklist (Markdown)",
    "py": "Validator (Python)",
    "schema": "Patient schema (JSON)",
    "json": "Compiled protocol (JSON)",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A protocol in the list, and its files beside the page: format → file name."""

    program: Program
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page says of a protocol. ``links`` are the words and the address of each file."""

    protocol: str
    title: str
    version: str
    inclusions: int
    exclusions: int
    parts: tuple[str, ...]
    sha256: str
    page: str
    links: tuple[tuple[str, str], ...]


def emit(protocols: Iterable[Listed]) -> str:
    """The page of some protocols, in the order of their names."""
    entries = sorted(map(_entry, protocols), key=lambda entry: (entry.protocol, entry.page))
    style, script = _part("styles/index.css"), _part("scripts/index.js")
    return _template().render(
        entries=entries,
        compiler=__version__,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


def _entry(listed: Listed) -> Entry:
    program = listed.program
    kinds = [criterion.kind for criterion in program.criteria]
    links = {form: quote(listed.files[form]) for form in _LINKS if form in listed.files}
    return Entry(
        protocol=visible(program.protocol),
        title=visible(program.title),
        version=visible(program.version),
        inclusions=kinds.count("inclusion"),
        exclusions=kinds.count("exclusion"),
        parts=tuple(visible(part.title) for part in program.parts),
        sha256=program.sha256,
        page=links.get("html", ""),
        links=tuple((_LINKS[form], address) for form, address in links.items()),
    )


@cache
def _template() -> Template:
    return environment(_HERE / "templates", autoescape=True).get_template("index.html.j2")


@cache
def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
