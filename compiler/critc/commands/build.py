"""`critc build`: the outputs of protocols, written or compared with what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from critc.commands.options import (
    DATES,
    FILES,
    FORMATS,
    OUTPUT,
    PAPER,
    Examples,
    end,
    written,
)
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
    critc build --format pdf,docx --paper letter
    critc build criteria/NCT07289048.crit --date first_dose=2026-03-02 --output dated
    critc build criteria/NCT03102606.crit --part phase_3 --output phase_3
    """,
)
@FILES
@OUTPUT
@FORMATS
@PAPER
@DATES
@click.option(
    "--part",
    "part",
    metavar="PART",
    help="Outputs for one part of the study: what is only for other parts is left out.",
)
@click.option("--check", "only_check", is_flag=True, help="Say what is stale, and change nothing.")
def build(
    files: tuple[Path, ...],
    folder: Path,
    formats: tuple[str, ...],
    paper: str,
    dates: tuple[str, ...],
    part: str | None,
    only_check: bool,
) -> None:
    """Write validator, checklist, page, JSON and patient schema for each of FILES.

    Without FILES: all of criteria/, and index.html, which lists them if there is more than one. With
    FILES the index stays as it is: it would lose the others. Files are written whole or not at all,
    and the same source gives the same bytes. PDF and DOCX are checklists too, and need libraries:
    pip install 'critc[pdf,docx]'. With --part the names of files end in that of the part. --check
    ends with exit code 1 when something is stale.
    """
    from critc.pipeline import outputs

    refuse_unavailable(formats)
    paths = sources(files)
    refuse_same_names(paths)
    planned = _all_planned(dates)
    programs, broken = checked(paths)
    for program in programs:
        _refuse_unknown_moments(program, planned)
    wanted = [(_stem(program), program) for program in programs]
    if part is not None:
        wanted = [(_stem(program, part), _for_part(program, part)) for program in programs]
    made: dict[str, bytes] = {}
    for stem, program in wanted:
        made |= outputs(program, planned, stem, formats, paper)
    if len(wanted) > 1 and not (files or part or broken):
        made |= _index(folder, wanted, formats)
    outdated = _outdated(folder, wanted, formats)
    if only_check:
        all_of_it = () if files or part else _stems(paths, programs)
        findings = _say_stale(folder, made, all_of_it, outdated)
        if broken:
            click.echo("The outputs of a file with errors are not checked.", err=True)
    else:
        findings = _write(folder, made, outdated)
    end(broken or findings)


def refuse_unavailable(formats: tuple[str, ...]) -> None:
    """Formats that cannot be made here are wrong use."""
    from critc.formats import UnavailableError, require

    try:
        require(formats)
    except UnavailableError as error:
        raise click.UsageError(str(error)) from error


def _index(
    folder: Path, wanted: list[tuple[str, Program]], formats: tuple[str, ...]
) -> dict[str, bytes]:
    from critc.building import INDEX
    from critc.overview import overview

    return {INDEX: overview(folder, wanted, formats)}


def _outdated(
    folder: Path, wanted: list[tuple[str, Program]], formats: tuple[str, ...]
) -> dict[str, str]:
    """Files of formats that are not built now, made from another state of their source: their formats."""
    from critc.building import kept
    from critc.formats import ENDINGS

    return {
        stem + ENDINGS[form]: form
        for stem, program in wanted
        for form, current in kept(folder, stem, program.sha256).items()
        if form not in formats and not current
    }


def _stem(program: Program, part: str = "") -> str:
    from pathlib import Path

    return Path(program.file).stem + (f"_{part}" if part else "")


def _stems(paths: Iterable[Path], programs: Iterable[Program]) -> list[str]:
    """What the names of outputs may begin with; those for one part of a study have its name too."""
    parts = [_stem(program, part.name) for program in programs for part in program.parts]
    return [*(path.stem for path in paths), *parts]


def _for_part(program: Program, name: str) -> Program:
    from critc.ir.part import for_part

    for part in program.parts:
        if part.name == name:
            return for_part(program, part)
    known = ", ".join(part.name for part in program.parts) or "none"
    raise click.UsageError(f"{program.file} has no part {name}; it has {known}")


def refuse_same_names(paths: list[Path]) -> None:
    """Sources whose outputs would have the same names are wrong use."""
    repeated = [stem for stem, n in Counter(path.stem for path in paths).items() if n > 1]
    if repeated:
        raise click.UsageError(f"two files are named {repeated[0]}: their outputs would be one")
    if any(path.stem == "index" for path in paths):
        raise click.UsageError("index.html lists the protocols: name the file index.crit otherwise")


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


def _say_stale(
    folder: Path,
    made: Mapping[str, bytes],
    sources: Iterable[str],
    outdated: Mapping[str, str],
) -> bool:
    from critc.building import orphans, stale

    found = stale(folder, made)
    others = {name: _of_another_state(form) for name, form in outdated.items()}
    for name, why in (*found.items(), *others.items()):
        click.echo(f"{folder / name}: {why}")
    left = orphans(folder, sources, made) if sources else []
    for name in left:
        click.echo(f"{folder / name}: no protocol makes it")
    if found:
        click.echo("Run it without --check to renew what is stale.", err=True)
    if left:
        click.echo("Delete what no protocol makes.", err=True)
    if made and not (found or others or left):
        click.echo(f"{folder}: {_files(len(made))}, all as their sources say")
    return bool(found or others or left)


def _of_another_state(form: str) -> str:
    return f"made from another state of its source; `critc build --format {form}` renews it"


def _files(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"


def _write(folder: Path, made: Mapping[str, bytes], outdated: Mapping[str, str]) -> bool:
    changed = written(folder, made)
    for name in changed:
        click.echo(f"wrote {folder / name}")
    if made:
        unchanged = len(made) - len(changed)
        click.echo(f"{_files(len(made))} in {folder}, {unchanged} of them unchanged")
    for name, form in outdated.items():
        click.echo(f"{folder / name}: {_of_another_state(form)}", err=True)
    return False
