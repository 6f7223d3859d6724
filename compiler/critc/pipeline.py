"""From a source to its outputs: the passes, in order.

source ─parse─▶ tree ─check─▶ protocol ─lower─▶ core ─emit─▶ files
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from critc.check import check
from critc.check.protocol import Protocol
from critc.check.uses import Find, Linked, link, unused
from critc.diagnostic import Diagnostic, has_errors, in_order
from critc.formats import ENDINGS, USUAL
from critc.ir.cases import TestCase, cases
from critc.ir.lower import lower
from critc.ir.nodes import Program
from critc.source import Source
from critc.syntax.parse import parse
from critc.syntax.tree import File, Library

NO_DATES: Mapping[str, date] = {}


@dataclass(frozen=True, slots=True)
class Compilation:
    """What became of a source. ``program``, ``cases`` and ``protocol`` are there when it has no error.

    ``protocol`` is what was lowered: it has the place of each condition, and what was borrowed.
    """

    source: Source
    tree: File
    diagnostics: tuple[Diagnostic, ...]
    program: Program | None = None
    cases: tuple[TestCase, ...] = ()
    protocol: Protocol | None = None

    @property
    def is_library(self) -> bool:
        """Whether the file is one to borrow from, and no protocol."""
        return any(isinstance(declaration, Library) for declaration in self.tree.declarations)


def read_source(path: Path) -> Source:
    """The source in a file. Raises OSError, and UnicodeDecodeError where it is not UTF-8."""
    return Source(path.as_posix(), path.read_text(encoding="utf-8-sig"))


def library(source: Source) -> Find:
    """Finds libraries for a source: in the folder beside it, else among those that come with critc.

    A library that uses ``library/other`` also finds it in the folder that it stands in itself.
    """
    beside = Path(source.name).parent

    def find(path: str) -> Source | None:
        among = path.startswith(f"{beside.name}/")
        for folder in (beside, beside.parent) if among else (beside,):
            place = folder / f"{path}.crit"
            if place.is_file():
                return read_source(place)
        packed = shipped(path)
        if packed is None or not packed.is_file():
            return None
        return Source(f"{path}.crit", read_source(packed).text)

    return find


def shipped(path: str) -> Path | None:
    """The place of a library that comes with critc; in a checkout it stands in criteria/."""
    folder, _, name = path.partition("/")
    if folder != "library" or not name:
        return None
    packaged = Path(__file__).parent / "library"
    checkout = Path(__file__).parents[2] / "criteria" / "library"
    return (packaged if packaged.is_dir() else checkout) / f"{name}.crit"


@dataclass(frozen=True, slots=True)
class Checked:
    """A source with all that is to be said of it. ``linked`` is its tree with what it borrows."""

    tree: File
    linked: Linked
    protocol: Protocol
    diagnostics: tuple[Diagnostic, ...]


def check_source(source: Source, find: Find | None = None) -> Checked:
    """The passes that find what is wrong. ``find`` gives the libraries, as ``library`` does."""
    tree, unparsed = parse(source)
    linked = link(tree, source, find or library(source))
    protocol, found = check(linked.file, linked.source)
    aside = () if unparsed or linked.diagnostics else tuple(unused(tree))
    diagnostics = in_order((*unparsed, *linked.diagnostics, *found, *aside))
    return Checked(tree, linked, protocol, diagnostics)


def compile_source(source: Source, find: Find | None = None) -> Compilation:
    """All passes up to the core. What is wrong with the source becomes diagnostics.

    ``find`` gives the libraries that it uses; the usual places are those of ``library``.
    """
    checked = check_source(source, find)
    tree, linked, protocol = checked.tree, checked.linked.source, checked.protocol
    if has_errors(checked.diagnostics):
        return Compilation(linked, tree, checked.diagnostics)
    program = lower(protocol, linked)
    return Compilation(linked, tree, checked.diagnostics, program, cases(protocol), protocol)


def diagnose(source: Source) -> tuple[Diagnostic, ...]:
    """What is to be said of a source, in the order of its lines."""
    return compile_source(source).diagnostics


def outputs(
    program: Program,
    dates: Mapping[str, date] = NO_DATES,
    stem: str = "",
    formats: Iterable[str] = USUAL,
    paper: str = "A4",
) -> dict[str, bytes]:
    """The files made from a protocol: name → content, the same bytes each time.

    ``stem`` begins their names, otherwise that of the source does. ``dates`` are planned moments
    (``first_dose``), for which the documents work out calendar dates. ``formats`` are keys of
    ``critc.formats.ENDINGS``; ``paper`` is "A4" or "letter". PDF and DOCX raise what
    ``critc.formats.require`` guards against.
    """
    stem = stem or Path(program.file).stem
    return {stem + ENDINGS[form]: _output(form, program, dates, paper) for form in formats}


def _output(form: str, program: Program, dates: Mapping[str, date], paper: str) -> bytes:
    """One output. Emitters are loaded when they are asked for: not everybody has all libraries."""
    match form:
        case "py":
            from critc.emit import python

            return python.emit(program).encode()
        case "md":
            from critc.emit import markdown

            return markdown.emit(program, dates).encode()
        case "html":
            from critc.emit import html

            return html.emit(program, dates).encode()
        case "json":
            from critc.emit import json

            return json.emit(program).encode()
        case "schema":
            from critc.emit import json

            return json.schema(program).encode()
        case "pdf":
            from critc.emit import pdf

            return pdf.emit(program, dates, paper)
        case "docx":
            from critc.emit import docx

            return docx.emit(program, dates, paper)
        case _:
            raise ValueError(f"there is no format {form}")
