"""The questions to the sponsor in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from critc.emit.markdown.escape import inline, quoted
from critc.ir.nodes import Program
from critc.ir.queries import Queried, queried
from critc.ir.words.english import visible
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
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=inline, quoted=quoted, visible=visible)
    return environment.get_template("queries.md.j2")
