"""The protocols of criteria/, compiled once for all tests of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from critc.emit import html, index
from critc.ir.nodes import Program
from critc.pipeline import compile_source, read_source

ROOT = Path(__file__).parent.parent.parent
PROTOCOLS = sorted(path.stem for path in (ROOT / "criteria").glob("*.crit"))


@cache
def program_of(protocol: str) -> Program:
    compiled = compile_source(read_source(ROOT / "criteria" / f"{protocol}.crit")).program
    assert compiled is not None
    return compiled


@cache
def page_text(protocol: str) -> str:
    return html.emit(program_of(protocol))


@cache
def index_text() -> str:
    """The page that lists all protocols."""
    forms = ("html", "pdf", "docx", "md", "py", "json")
    return index.emit(
        index.Listed(program_of(name), {form: f"{name}.{form}" for form in forms})
        for name in PROTOCOLS
    )
