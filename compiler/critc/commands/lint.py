"""`critc lint`: what can be read, and is probably wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from critc.commands.explain_code import say_where_more_is
from critc.commands.options import FILES, FINDINGS_FORMAT, Examples, end, settings
from critc.commands.sources import compiled, print_as_data, print_diagnostics, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.pipeline import Compilation


def _codes(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    """Codes as they were typed, several with commas between them; an unknown one is wrong use."""
    from critc.lint.codes import CODES

    named = frozenset(code.upper() for value in values for code in re.findall(r"[^\s,]+", value))
    if unknown := sorted(named - CODES.keys()):
        raise click.BadParameter(
            f"there is no {unknown[0]}; the codes are {min(CODES)} to {max(CODES)}"
        )
    return named


@click.command(
    cls=Examples,
    epilog="""
    critc lint criteria/NCT07289048.crit
    critc lint --select W0601,W0608
    critc lint --format sarif > lint.sarif
    """,
)
@FILES
@FINDINGS_FORMAT
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=_codes,
    help="Only these codes, with commas between them.",
)
@click.option(
    "--ignore",
    metavar="CODES",
    multiple=True,
    callback=_codes,
    help="All codes but these; without it, but those of the settings (lint.ignore).",
)
def lint(
    files: tuple[Path, ...], form: str, select: frozenset[str], ignore: frozenset[str]
) -> None:
    """Say what can be read in FILES and is probably wrong.

    A number of the text that no condition uses, a fact that nothing asks, an exception that excepts
    nobody, a vague word that nobody decides … A finding that is meant is allowed at its place, with
    the reason: # allow W0607: a prognosis, no measurement. Without FILES: all of criteria/ and
    criteria/library/. A file with errors has to be mended first (critc check).
    """
    compilations = [compiled(path) for path in sources(files, libraries=True)]
    left_out = ignore or (frozenset[str]() if select else frozenset(settings().lint_ignore))
    found = [_linted(each, select, left_out) for each in compilations]
    if form != "text":
        print_as_data([(each.diagnostics, each.source) for each in found], form)
    else:
        _print(found)
    end(any(each.diagnostics for each in found))


def _linted(
    compilation: Compilation, select: frozenset[str], ignore: frozenset[str]
) -> Compilation:
    """The compilation with the findings in place of its diagnostics; errors stay as they are."""
    from critc.lint import lint as findings

    if compilation.program is None:
        return compilation
    chosen = tuple(
        each
        for each in findings(compilation)
        if (not select or each.code in select) and each.code not in ignore
    )
    return replace(compilation, diagnostics=chosen)


def _print(found: Sequence[Compilation]) -> None:
    for each in found:
        print_diagnostics(each)
        if not each.diagnostics:
            click.echo(f"{each.source.name}: no findings")
    say_where_more_is(d.code for each in found for d in each.diagnostics)
