"""From files named on the command line to checked protocols; what is wrong is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from critc.commands.options import end

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from critc.ir.nodes import Program
    from critc.pipeline import Compilation


NO_CRITERION = "this file has no criterion"


def sources(files: tuple[Path, ...], libraries: bool = False) -> list[Path]:
    """The files named; without any, all protocols in criteria/, and if wanted the libraries there."""
    from pathlib import Path

    paths = list(files) or sorted(Path("criteria").glob("*.crit"))
    if libraries and not files:
        paths += sorted(Path("criteria/library").glob("*.crit"))
    if not paths:
        raise click.UsageError("there is no criteria/*.crit here; name the files")
    return paths


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
            programs.append(replace(compilation.program, file=_cited(path)))
    return programs, broken


def _cited(path: Path) -> str:
    """How outputs cite their source: folder and name, however the path was typed."""
    return "/".join(path.resolve().parts[-2:])


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
