"""`critc queries`: what is asked of the sponsor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, Examples, FilePath, end, written
from critc.commands.sources import checked, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.ir.nodes import Program


@click.command(
    cls=Examples,
    epilog="""
    critc queries criteria/NCT07289048.crit
    critc queries --format csv -o queries.csv
    critc queries -o queries.docx criteria/NCT07289048.crit
    """,
)
@FILES
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "csv", "docx"]),
    help="Words for people, rows for a spreadsheet, or a Word document with room for answers; else "
    "what the ending of --output says, or Markdown.",
)
@click.option(
    "--output", "-o", type=FilePath(dir_okay=False), help="The file to write to, instead of here."
)
def queries(files: tuple[Path, ...], form: str | None, output: Path | None) -> None:
    """List what FILES ask of the sponsor, with the reading taken until it is answered.

    Questions stand in the order of the criteria and are numbered as in the checklist. With each goes
    what another answer may change: whom the criterion bars, who decides now, and which other criteria
    rest on it. Without FILES: all of criteria/. In CSV a cell that begins with = + - or @ gets an
    apostrophe before it, so that no spreadsheet works it out. DOCX needs a library (pip install
    'critc[docx]') and --output.
    """
    form = _form(form, output)
    if form == "docx":
        _refuse_unavailable(output)
    programs, broken = checked(sources(files))
    if programs:
        _say(_rendered(programs, form), output)
    end(broken)


_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".csv": "csv", ".docx": "docx"}


def _form(form: str | None, output: Path | None) -> str:
    """The form that is asked for; of an ending that says none, Markdown."""
    ending = output.suffix.lower() if output else ""
    said = _ENDINGS.get(ending)
    if form and said and form != said:
        raise click.UsageError(f"--format {form} and a file that ends in {ending} contradict")
    return form or said or "markdown"


def _refuse_unavailable(output: Path | None) -> None:
    from critc.formats import UnavailableError, require

    if output is None:
        raise click.UsageError("a Word document is no text to show: name its file with --output")
    try:
        require(["docx"])
    except UnavailableError as error:
        raise click.UsageError(str(error)) from error


def _rendered(programs: Sequence[Program], form: str) -> bytes:
    """The list. Emitters are loaded when they are asked for: not everybody has all libraries."""
    match form:
        case "csv":
            from critc.emit import csv

            return csv.queries(programs).encode()
        case "docx":
            from critc.emit.docx.queries import queries as word_document

            return word_document(programs)
        case _:
            from critc.emit.markdown.queries import queries as in_markdown

            return in_markdown(programs).encode()


def _say(data: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(data, nl=False)
        return
    written(output.parent, {output.name: data})
    click.echo(f"wrote {output}", err=True)
