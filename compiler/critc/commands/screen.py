"""`critc screen` and `critc explain`: patients against a protocol."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from critc.commands.options import FINDINGS, FORMAT, Examples, FilePath, end, print_json
from critc.commands.sources import loaded

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from critc.ir.nodes import Program
    from critc.patients import Entry

LONG_INPUT = 1_000_000
"""Bytes of patients from which on a progress bar is worth its place."""


@click.command(
    cls=Examples,
    epilog="""
    critc screen criteria/NCT07289048.crit patient.json
    critc screen criteria/NCT07289048.crit patients.jsonl --format json > results.jsonl
    cat patients.csv | critc screen criteria/NCT07289048.crit - --input csv
    """,
)
@click.argument("file", type=FilePath())
@click.argument("patients", nargs=-1, required=True, type=FilePath())
@click.option(
    "--input",
    "input_form",
    type=click.Choice(["json", "jsonl", "csv"]),
    help="The form of PATIENTS, if their names do not tell.",
)
@FORMAT
def screen(file: Path, patients: tuple[Path, ...], input_form: str | None, form: str) -> None:
    """Screen PATIENTS (JSON, JSON Lines or CSV; - reads standard input) against FILE.

    Prints a table, or for a single patient a page; with --format json one JSON object a line. A
    record that cannot be read is reported with its line and the rest goes on (exit code 1).
    Ineligible and undetermined are results, not errors: exit code 0.
    """
    program, validator = loaded(file)
    screenings = _screenings(program, validator, patients, input_form)
    end(_print_lines(screenings) if form == "json" else _print_table(program, screenings))


@click.command(
    cls=Examples,
    epilog="""
    critc explain criteria/NCT07289048.crit patient.json
    critc explain criteria/NCT07289048.crit patient.json I3 E12
    """,
)
@click.argument("file", type=FilePath())
@click.argument("patient", type=FilePath())
@click.argument("criteria", nargs=-1)
@FORMAT
def explain(file: Path, patient: Path, criteria: tuple[str, ...], form: str) -> None:
    """Say why PATIENT came out as it did, and what would settle it.

    CRITERIA are names like I3 or E12; without them, all criteria that are not satisfied.
    """
    from critc.patients import Refused

    program, validator = loaded(file)
    known = [criterion.id for criterion in program.criteria]
    for name in criteria:
        if name.upper() not in known:
            raise click.UsageError(f"there is no criterion {name}; there are {', '.join(known)}")
    for found in _screenings(program, validator, (patient,), None):
        if isinstance(found, Refused):
            raise SystemExit(FINDINGS)
        result = found.to_dict()
        wanted = [name.upper() for name in criteria] or [
            criterion["id"]
            for criterion in result["criteria"]
            if criterion["outcome"] != "satisfied"
        ]
        if form == "json":
            chosen = [criterion for criterion in result["criteria"] if criterion["id"] in wanted]
            print_json({**result, "criteria": chosen})
        else:
            _print_explanation(program, result, wanted)


# ---- patients ---------------------------------------------------------------------------------


def _screenings(
    program: Program, validator: ModuleType, paths: tuple[Path, ...], form: str | None
) -> Iterator[Any]:
    """Each patient's ``Screening``; ``Refused`` for a record that cannot be read, after saying so."""
    from critc.patients import Refused, UnreadableFileError, entries

    for path in paths:
        with _opened(path) as (stream, name, kind, progress):
            try:
                for entry in entries(stream, form or kind, program, progress):  # type: ignore[arg-type]
                    yield _screening(validator, entry, name)
            except UnreadableFileError as error:
                click.echo(f"{name}: {error}", err=True)
                yield Refused(name, None, (("", str(error)),))


def _screening(validator: ModuleType, entry: Entry, name: str) -> Any:
    from critc.patients import Refused

    if entry.problem:
        click.echo(f"{name}:{entry.line}: {entry.problem}", err=True)
        return Refused(name, entry.line, (("", entry.problem),))
    try:
        patient = (
            validator.Patient.from_json(entry.text)
            if entry.data is None
            else validator.Patient.from_dict(entry.data)
        )
    except validator.InvalidPatient as error:
        click.echo(f"{name}:{entry.line}: this record cannot be read", err=True)
        for problem in error.problems:
            click.echo(f"  {problem}", err=True)
        problems = tuple((found.path, found.message) for found in error.problems)
        return Refused(name, entry.line, problems)
    return validator.screen(patient)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, str, str, Callable[[int], object]]]:
    """The stream, its name and form, and what to call with the bytes read."""
    from critc.patients import SUFFIXES, sniff

    if str(path) == "-":
        from io import BufferedReader

        stdin = BufferedReader(sys.stdin.buffer, 65536)  # type: ignore[type-var]
        yield stdin, "standard input", sniff(stdin.peek(65536)), int
        return
    try:
        stream, size = path.open("rb"), path.stat().st_size
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    with stream:
        kind = SUFFIXES.get(path.suffix.lower()) or sniff(stream.peek(65536))
        with _bar(size, path.name) as progress:
            yield stream, str(path), kind, progress


@contextmanager
def _bar(size: int, label: str) -> Iterator[Callable[[int], object]]:
    """A progress bar on standard error, for long input, unless the results go to the terminal."""
    if size < LONG_INPUT or not sys.stderr.isatty() or sys.stdout.isatty():
        yield int
        return
    with click.progressbar(length=size, label=label, file=sys.stderr) as bar:
        yield bar.update


# ---- printing ---------------------------------------------------------------------------------


def _print_lines(screenings: Iterable[Any]) -> bool:
    """One JSON object a line; whether a record could not be read."""
    import json

    from critc.patients import Refused

    refused = False
    for found in screenings:
        unread = isinstance(found, Refused)
        refused |= unread
        data = found.as_data() if unread else found.to_dict()
        click.echo(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return refused


def _print_table(program: Program, screenings: Iterable[Any]) -> bool:
    """A table, or a page for a single patient; whether a record could not be read."""
    from critc.patients import Refused
    from critc.render import screening

    width, verdicts, refused = _width(), Counter[str](), 0
    first: Any = None
    for found in screenings:
        if isinstance(found, Refused):
            refused += 1
            continue
        verdicts[found.verdict] += 1
        if verdicts.total() == 1:
            first = found
            continue
        if first is not None:
            click.echo(screening.header())
            click.echo(screening.row(first, width))
            first = None
        click.echo(screening.row(found, width))
    if first is not None and refused:
        click.echo(screening.header())
        click.echo(screening.row(first, width))
    if first is not None and not refused:
        for line in screening.page(first.to_dict(), program, width):
            click.echo(line)
    else:
        click.echo(screening.summary(verdicts, refused))
    return refused > 0


def _print_explanation(program: Program, result: Mapping[str, Any], wanted: list[str]) -> None:
    from critc.render.screening import explanation

    click.echo(f"{program.protocol}  patient {result['patient'] or '–'}: {result['verdict']}\n")
    for line in explanation(result, program, wanted, _width()):
        click.echo(line)
    if not wanted:
        click.echo(
            "Every inclusion criterion is fulfilled and no exclusion bars. Name one to see why: I3"
        )


def _width() -> int:
    import shutil

    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))
