"""The questions to the sponsor in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Template

from critc.emit.markdown.escape import inline, quoted
from critc.ir.nodes import Program
from critc.ir.queries import Queried, queried
from critc.ir.words.english import visible
from critc.templating import environment
from critc.version import __version__


@dataclass(frozen=True, slots=True)
class Asked:
    """A protocol, and its criteria that leave something open."""

    program: Program
    criteria: tuple[Queried, ...]


def queries(programs: Iterable[Program]) -> str:
    """The list of questions of some protocols, one after another."""
    asked = [Asked(program, queried(program)) for program in programs]
    return _template().render(protocols=asked, compiler=__version__)


@cache
def _template() -> Template:
    templates = environment(Path(__file__).parent / "templates", autoescape=False)
    templates.filters.update(md=inline, quoted=quoted, visible=visible)
    return templates.get_template("queries.md.j2")
