"""A protocol as its file stands now: what is shown of it, and what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from critc.building import cited
from critc.diagnostic import Diagnostic, Severity
from critc.ir.nodes import Program
from critc.lint import lint
from critc.pipeline import Compilation, compile_source, library, outputs, read_source
from critc.render.text import render
from critc.source import Source
from critc.watch.checklist import as_page

Stamp = tuple[int, int, int] | None
"""What tells one state of a file from another; None where there is no file."""

_GONE = "The file is not there. When it is saved again, the preview goes on."
_NO_TEXT = "This is not text in UTF-8: save it as UTF-8."
_NO_CRITERION = "This file has no criterion yet."
_DEFECT = "critc itself has failed on this file. Please report this."
_LIBRARY = "This is a library, to be used by protocols: it has no page of its own."


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding: its code, if it has one, its place, and the message as a terminal shows it."""

    code: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What there is of a protocol.

    ``seen`` are the files it was made from, with those sought in vain, as they were then. ``files``
    are page and checklist of its last good state, ``program`` that state, ``page`` and
    ``checklist`` what is shown of it, made at ``built``, a time of day. A file that had mistakes
    from the beginning has none of them.
    """

    path: Path
    seen: dict[Path, Stamp] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    program: Program | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    page: bytes = b""
    checklist: bytes = b""
    built: str = ""

    @property
    def stem(self) -> str:
        """What the names of its outputs begin with."""
        return self.path.stem

    @property
    def is_stale(self) -> bool:
        """Whether a file that it was made from is no longer as it was."""
        return any(stamp(path) != before for path, before in self.seen.items())


def stamp(path: Path) -> Stamp:
    """The state of a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def look(before: Preview, ignored: Collection[str] = ()) -> Preview:
    """The preview as the files are now; with mistakes in them, what was good before is kept.

    ``ignored`` are codes of `critc lint` that are not shown. A defect of critc's own is shown like a
    mistake: who is writing goes on, and the next state of the file may not meet it.
    """
    seen = {before.path: stamp(before.path)}
    try:
        return _looked(before, seen, ignored)
    except Exception as defect:
        return _without(before, seen, f"{_DEFECT} ({type(defect).__name__}: {defect})")


def _looked(before: Preview, seen: dict[Path, Stamp], ignored: Collection[str]) -> Preview:
    path = before.path
    try:
        source = read_source(path)
    except UnicodeDecodeError:
        return _without(before, seen, _NO_TEXT)
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        return _without(before, seen, _GONE if gone else f"{error.strerror}.")
    compilation = _compiled(source, seen)
    program = compilation.program
    if program is None:
        errors = tuple(_problems(compilation.source, compilation.diagnostics, Severity.ERROR))
        return replace(before, seen=seen, problems=errors, warnings=())
    if not program.criteria:
        return _without(before, seen, _LIBRARY if compilation.is_library else _NO_CRITERION)
    found = (each for each in lint(compilation) if each.code not in ignored)
    warnings = _problems(compilation.source, (*compilation.diagnostics, *found), Severity.WARNING)
    return replace(
        _made(replace(program, file=cited(path)), path), seen=seen, warnings=tuple(warnings)
    )


def _without(before: Preview, seen: dict[Path, Stamp], why: str) -> Preview:
    problem = Problem("", before.path.as_posix(), why)
    return replace(before, seen=seen, problems=(problem,), warnings=())


def _compiled(source: Source, seen: dict[Path, Stamp]) -> Compilation:
    """The compilation; libraries it looks for are put among the files ``seen`` before they are read."""
    usual = library(source)
    beside = Path(source.name).parent

    def find(name: str) -> Source | None:
        for folder in (beside, beside.parent):
            place = folder / f"{name}.crit"
            seen.setdefault(place, stamp(place))
        try:
            return usual(name)
        except (OSError, UnicodeDecodeError):  # half-saved: as if it were not there yet
            return None

    return compile_source(source, find)


def _made(program: Program, path: Path) -> Preview:
    files = outputs(program, stem=path.stem, formats=("html", "md"))
    page, checklist = files.values()
    return Preview(
        path,
        program=program,
        files=files,
        page=page,
        checklist=as_page(program, checklist.decode()),
        built=datetime.now().strftime("%H:%M:%S"),
    )


def _problems(
    source: Source, diagnostics: Iterable[Diagnostic], severity: Severity
) -> Iterator[Problem]:
    for diagnostic in diagnostics:
        if diagnostic.severity is severity:
            holder, place = source.holding(diagnostic.span)
            line, column = holder.position(place.start)
            text = render([diagnostic], source)
            yield Problem(diagnostic.code, f"{holder.name}:{line}:{column}", text)
