"""`critc check`: what is wrong with a file, each mistake at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, FORMAT, Examples, end, print_json
from critc.commands.sources import compiled, print_diagnostics, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.pipeline import Compilation


@click.command(
    cls=Examples,
    epilog="""
    critc check criteria/NCT07289048.crit
    critc check criteria/*.crit --format json | jq '.[].message'
    """,
)
@FILES
@FORMAT
def check(files: tuple[Path, ...], form: str) -> None:
    """Say what is wrong with FILES, each mistake at its place.

    Without FILES: all of criteria/.
    """
    compilations = [compiled(path) for path in sources(files)]
    empty = [c.source.name for c in compilations if c.program and not c.program.criteria]
    for name in empty:
        click.echo(f"{name}: this file has no criterion", err=True)
    if form == "json":
        from critc.render.json import as_data

        print_json([d for c in compilations for d in as_data(c.diagnostics, c.source)])
    else:
        for compilation in compilations:
            print_diagnostics(compilation)
            if compilation.source.name not in empty and not compilation.diagnostics:
                click.echo(f"{compilation.source.name}: {_content(compilation)}, no findings")
    end(bool(empty) or any(compilation.program is None for compilation in compilations))


def _content(compilation: Compilation) -> str:
    program = compilation.program
    assert program is not None
    return f"{len(program.criteria)} criteria, {len(compilation.cases)} cases"
