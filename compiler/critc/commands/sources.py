"""From files named on the command line to checked protocols; what is wrong is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from critc.commands.options import end, print_json, settings

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from critc.diagnostic import Diagnostic
    from critc.ir.nodes import Program
    from critc.pipeline import Compilation
    from critc.source import Source


NO_CRITERION = "this file has no criterion"


def sources(files: tuple[Path, ...], libraries: bool = False) -> list[Path]:
    """The files named; without any those of the settings: protocols, and if wanted libraries."""
    places = settings().criteria  # wrong settings are said also where files are named
    paths = list(files) or found_in(places, libraries)
    if not paths:
        sought = " or ".join(_sought(place) for place in places)
        raise click.UsageError(f"there is no {sought} here; name the files")
    return paths


def found_in(places: Iterable[Path], libraries: bool = False) -> list[Path]:
    """The protocols in folders, and if wanted the libraries that stand in ``library`` there."""
    paths: list[Path] = []
    for place in places:
        found = [place] if place.suffix == ".crit" and place.is_file() else []
        found += sorted(place.glob("*.crit"))
        if libraries:
            found += sorted(place.glob("library/*.crit"))
        # What begins with a dot is an editor's own, kept while a file is open.
        paths += [path for path in found if not path.name.startswith(".")]
    return paths


def _sought(place: Path) -> str:
    return place.as_posix() if place.suffix == ".crit" else f"{place.as_posix()}/*.crit"


def compiled(path: Path) -> Compilation:
    """What became of a file; one that cannot be read is wrong use."""
    from critc.pipeline import compile_source, read_source

    try:
        source = read_source(path)
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: this is not text in UTF-8: save it as UTF-8") from error
    return compile_source(source)


def checked(paths: Iterable[Path]) -> tuple[list[Program], bool]:
    """The checked protocols, and whether some file has errors; its diagnostics are printed."""
    from dataclasses import replace

    from critc.building import cited

    programs, broken = [], False
    for path in paths:
        compilation = compiled(path)
        print_diagnostics(compilation, err=True)
        if compilation.program is None:
            broken = True
        elif not compilation.program.criteria:
            what = "a library, to be used by protocols" if compilation.is_library else NO_CRITERION
            click.echo(f"{path}: {what}", err=True)
            broken = True
        else:
            programs.append(replace(compilation.program, file=cited(path)))
    return programs, broken


def loaded(path: Path) -> tuple[Program, ModuleType]:
    """The checked protocol and its validator; diagnostics of a file with errors end the command."""
    from critc.emit.python import load

    programs, broken = checked([path])
    if broken:
        end(True)
    return programs[0], load(programs[0])


def print_diagnostics(compilation: Compilation, err: bool = False) -> None:
    """What there is to say of a file, in colour on a terminal."""
    from critc.render.text import render

    if compilation.diagnostics:
        colour = (sys.stderr if err else sys.stdout).isatty()
        click.echo(render(compilation.diagnostics, compilation.source, colour), err=err)


def print_as_data(found: Sequence[tuple[Sequence[Diagnostic], Source]], form: str) -> None:
    """What there is to say of several files, as "json" or as "sarif"."""
    if form == "sarif":
        from critc.render.sarif import as_log

        print_json(as_log(found))
        return
    from critc.render.json import as_data

    print_json([each for diagnostics, source in found for each in as_data(diagnostics, source)])
