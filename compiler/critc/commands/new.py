"""`critc new`: the draft of a `.crit` file, begun from a registry record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.options import FINDINGS, Examples, FilePath, settings, written
from critc.commands.records import read

if TYPE_CHECKING:
    from pathlib import Path

    from critc.registry.record import Record


@click.command(
    cls=Examples,
    epilog="""
    critc new NCT07289048.json
    critc new NCT07289048.json -o criteria/NCT07289048.crit
    critc new NCT07289048.json -o -
    """,
)
@click.argument("record", type=FilePath(dir_okay=False))
@click.option(
    "--output",
    "-o",
    type=FilePath(dir_okay=False, allow_dash=True),
    help="The file to write, - for standard output. Without it: criteria/NCT….crit.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def new(record: Path, output: Path | None, force: bool) -> None:
    """Begin a .crit file from RECORD, a registry record of ClinicalTrials.gov (v2, JSON).

    Each criterion gets its words, and in place of a condition a judgement named draft_…, which every
    output shows as a draft. Nothing of the prose is interpreted. The draft passes `critc check`.
    """
    found = read(record)
    text = _drafted(record, found)
    target = output or _folder() / f"{found.nct_id}.crit"
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    if target.exists() and not force:
        raise click.UsageError(f"{target} is there already; --force writes over it")
    written(target.parent, {target.name: text.encode()})
    click.echo(f"wrote {target}, a draft: replace each judgement named draft_…")
    click.echo(f"See what is still to be done with `critc coverage {target}`.", err=True)


def _folder() -> Path:
    """Where the project keeps its protocols."""
    first = settings().criteria[0]
    return first.parent if first.suffix == ".crit" else first


def _drafted(path: Path, record: Record) -> str:
    from critc.registry.draft import NothingToDraftError, draft

    try:
        return draft(record)
    except NothingToDraftError as error:
        click.echo(f"{path}: {error}", err=True)
        raise SystemExit(FINDINGS) from error
