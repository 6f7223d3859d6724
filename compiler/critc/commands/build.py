"""`critc build`: the outputs of protocols, written or compared with what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, Examples, FilePath, end
from critc.commands.sources import checked, sources

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from critc.ir.nodes import Program


@click.command(
    cls=Examples,
    epilog="""
    critc build
    critc build --check
    critc build criteria/NCT07289048.crit --date first_dose=2026-03-02 --output dated
    """,
)
@FILES
@click.option(
    "--output",
    "-o",
    "folder",
    type=FilePath(file_okay=False),
    default="generated",
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "--date",
    "dates",
    metavar="MOMENT=DATE",
    multiple=True,
    help="A planned moment, for which checklist and page work out calendar dates.",
)
@click.option("--check", "only_check", is_flag=True, help="Say what is stale, and change nothing.")
def build(files: tuple[Path, ...], folder: Path, dates: tuple[str, ...], only_check: bool) -> None:
    """Write validator, checklist, page, JSON and patient schema for each of FILES.

    Without FILES: all of criteria/. Files are written whole or not at all, and the same source gives
    the same bytes. --check ends with exit code 1 when something is stale.
    """
    from critc.pipeline import outputs

    paths = sources(files)
    _refuse_same_names(paths)
    planned = _all_planned(dates)
    programs, broken = checked(paths)
    made: dict[str, str] = {}
    for program in programs:
        _refuse_unknown_moments(program, planned)
        made |= outputs(program, planned)
    if only_check:
        findings = _say_stale(folder, made, () if files else [path.stem for path in paths])
        if broken:
            click.echo("The outputs of a file with errors are not checked.", err=True)
    else:
        findings = _write(folder, made)
    end(broken or findings)


def _refuse_same_names(paths: list[Path]) -> None:
    repeated = [stem for stem, n in Counter(path.stem for path in paths).items() if n > 1]
    if repeated:
        raise click.UsageError(f"two files are named {repeated[0]}: their outputs would be one")


def _all_planned(texts: Iterable[str]) -> dict[str, date]:
    planned: dict[str, date] = {}
    for text in texts:
        name, day = _planned(text)
        if name in planned:
            raise click.UsageError(f"--date gives {name} twice")
        planned[name] = day
    return planned


def _planned(text: str) -> tuple[str, date]:
    from datetime import date

    name, _, day = text.partition("=")
    try:
        return name.strip(), date.fromisoformat(day.strip())
    except ValueError as error:
        raise click.UsageError(
            f"--date {text}: write a moment and a day, first_dose=2026-03-02"
        ) from error


def _refuse_unknown_moments(program: Program, planned: Mapping[str, date]) -> None:
    moments = [fact.name for fact in program.facts if fact.moment]
    for name in planned:
        if name not in moments:
            raise click.UsageError(
                f"{program.file} has no moment {name}; it has {', '.join(moments) or 'none'}"
            )


def _say_stale(folder: Path, made: Mapping[str, str], sources: Iterable[str]) -> bool:
    from critc.building import orphans, stale

    found = stale(folder, made)
    for name, why in found.items():
        click.echo(f"{folder / name}: {why}")
    left = orphans(folder, sources) if sources else []
    for name in left:
        click.echo(f"{folder / name}: no protocol makes it")
    if found:
        click.echo("Run `critc build` to renew what is stale.", err=True)
    if left:
        click.echo("Delete what no protocol makes.", err=True)
    if made and not found and not left:
        click.echo(f"{folder}: {len(made)} files, all as their sources say")
    return bool(found or left)


def _write(folder: Path, made: Mapping[str, str]) -> bool:
    from critc.building import write

    try:
        changed = write(folder, made)
    except OSError as error:
        raise click.UsageError(f"{folder}: {error.strerror}") from error
    for name in changed:
        click.echo(f"wrote {folder / name}")
    if made:
        click.echo(f"{len(made)} files in {folder}, {len(made) - len(changed)} of them unchanged")
    return False
