"""`critc check`: what is wrong with a file, each mistake at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.explain_code import say_where_more_is
from critc.commands.options import FILES, FINDINGS_FORMAT, Examples, FilePath, end
from critc.commands.sources import (
    NO_CRITERION,
    compiled,
    print_as_data,
    print_diagnostics,
    sources,
)

if TYPE_CHECKING:
    from pathlib import Path

    from critc.pipeline import Compilation


@click.command(
    cls=Examples,
    epilog="""
    critc check criteria/NCT07289048.crit
    critc check criteria/*.crit --format json | jq '.[].message'
    critc check --format sarif > critc.sarif
    critc check criteria/NCT03102606.crit --against NCT03102606.json
    """,
)
@FILES
@FINDINGS_FORMAT
@click.option(
    "--against",
    "record",
    type=FilePath(dir_okay=False),
    help="A registry record (v2, JSON): compare its words with those of the one FILE.",
)
def check(files: tuple[Path, ...], form: str, record: Path | None) -> None:
    """Say what is wrong with FILES, each mistake at its place.

    Without FILES: all of criteria/ and criteria/library/. With --against, the verbatim texts are
    compared word by word; wrapping, bullets and the record's escapes do not count.
    """
    if record is not None:
        _compare(files, record, form)
        return
    compilations = [compiled(path) for path in sources(files, libraries=True)]
    empty = [c.source.name for c in compilations if _says_nothing(c)]
    for name in empty:
        click.echo(f"{name}: {NO_CRITERION}", err=True)
    if form != "text":
        print_as_data([(c.diagnostics, c.source) for c in compilations], form)
    else:
        for compilation in compilations:
            print_diagnostics(compilation)
            if compilation.source.name not in empty and not compilation.diagnostics:
                click.echo(f"{compilation.source.name}: {_content(compilation)}, no findings")
        say_where_more_is(d.code for c in compilations for d in c.diagnostics)
    end(bool(empty) or any(compilation.program is None for compilation in compilations))


def _compare(files: tuple[Path, ...], record: Path, form: str) -> None:
    from critc.commands.records import differs, read

    if len(files) != 1:
        raise click.UsageError("--against compares one FILE with its record: name the file")
    if form == "sarif":
        raise click.UsageError("--against prints text or JSON: a record has no lines to point at")
    compilation = compiled(files[0])
    print_diagnostics(compilation, err=True)
    if compilation.program is None:
        end(True)
        return
    end(differs(compilation.program, read(record), form))


def _says_nothing(compilation: Compilation) -> bool:
    program = compilation.program
    return program is not None and not program.criteria and not compilation.is_library


def _content(compilation: Compilation) -> str:
    program = compilation.program
    assert program is not None
    cases = f"{len(compilation.cases)} cases"
    if compilation.is_library:
        from critc.check.uses import LENT

        lent = [d for d in compilation.tree.declarations if type(d).__name__.lower() in LENT]
        return f"a library of {len(lent)} declarations, {cases}"
    number = len(program.criteria)
    return f"{number} {'criterion' if number == 1 else 'criteria'}, {cases}"
