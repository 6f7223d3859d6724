"""From the document of a protocol to a tagged PDF, by way of HTML that is never seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Template

from critc.emit.pdf.typeset import typeset
from critc.ir.nodes import Program
from critc.ir.outline import Document, outline
from critc.ir.outline.foot import foot
from critc.ir.outline.rows import grids, rows
from critc.templating import environment
from critc.version import __version__

NO_DATES: Mapping[str, date] = MappingProxyType({})
_HERE = Path(__file__).parent
_TOO_LONG = re.compile(r"\S{80,}")
_PIECE = re.compile(r".{12}(?=.)")


def emit(program: Program, dates: Mapping[str, date] = NO_DATES, paper: str = "A4") -> bytes:
    """The checklist of a protocol, tagged for screen readers (PDF/UA-1).

    ``dates`` are planned moments, by name (``first_dose``); ``paper`` is a page size of CSS, "A4" or
    "letter". Raises ModuleNotFoundError without WeasyPrint, OSError where its libraries or all fonts
    are missing.
    """
    document = outline(program, dates)
    styles = (_stylesheet(), f"@page {{ size: {paper} }}")
    return typeset(_page(document), styles, identifier=document.sha256)


def _page(document: Document) -> str:
    return _template().render(document=document, foot=foot(document), compiler=__version__)


@cache
def _template() -> Template:
    templates = environment(_HERE / "templates", autoescape=True, finalize=_breakable)
    templates.filters.update(rows=rows, grids=grids)
    return templates.get_template("checklist.html.j2")


def _breakable(value: object) -> object:
    """Text in which a word that is far too long may be broken in many places.

    Where none is offered, setting takes minutes for 100 kB. The mark (a space of no width) cannot be
    the protocol's: what is invisible there is written out.
    """
    if type(value) is not str:
        return value
    return _TOO_LONG.sub(lambda found: _PIECE.sub("\\g<0>\u200b", found[0]), value)


@cache
def _stylesheet() -> str:
    return (_HERE / "styles" / "checklist.css").read_text(encoding="utf-8")
