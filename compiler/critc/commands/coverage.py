"""`critc coverage`: what of a protocol is encoded, and what of its text was forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, Examples, FilePath, end, written
from critc.commands.sources import checked, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.coverage import Coverage


@click.command(
    cls=Examples,
    epilog="""
    critc coverage criteria/NCT07289048.crit
    critc coverage --strict
    critc coverage --format html -o coverage.html
    critc coverage --format markdown
    """,
)
@FILES
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    show_default=True,
    help="Words for people, JSON for programs, the table of a README, or a page.",
)
@click.option(
    "--criteria",
    "by_criterion",
    is_flag=True,
    help="A line for each criterion of several FILES too.",
)
@click.option(
    "--output", "-o", type=FilePath(dir_okay=False), help="The file to write to, instead of here."
)
@click.option(
    "--strict",
    is_flag=True,
    help="End with exit code 1 when a criterion is not encoded or something is forgotten.",
)
def coverage(
    files: tuple[Path, ...], form: str, by_criterion: bool, output: Path | None, strict: bool
) -> None:
    """Say what of FILES is computed, judged, queried and not encoded, and what was forgotten.

    Forgotten are the words of the verbatim text that carry a number, a unit, a window or a
    comparison, and that neither a condition nor a question mentions. What only a query mentions is
    shown, and is not forgotten. Without FILES: all of criteria/.
    """
    from critc.coverage import coverage as covered

    programs, broken = checked(sources(files))
    protocols = [covered(program) for program in programs]
    if protocols:
        _say(_rendered(protocols, form, by_criterion or len(protocols) == 1), output)
    end(broken or (strict and not all(each.complete for each in protocols)))


def _rendered(protocols: Sequence[Coverage], form: str, by_criterion: bool) -> str:
    from critc.coverage import render

    match form:
        case "json":
            import json

            return json.dumps(render.as_data(protocols), ensure_ascii=False, indent=2) + "\n"
        case "markdown":
            return render.markdown(protocols)
        case "html":
            return render.page(protocols)
        case _:
            return render.text(protocols, by_criterion)


def _say(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    written(output.parent, {output.name: text.encode()})
    click.echo(f"wrote {output}")
