"""The command line. Thin: it reads arguments and files, and prints what other modules make."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from critc.version import __version__

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from types import ModuleType

    from critc.ir.nodes import Program
    from critc.patients import Entry
    from critc.pipeline import Compilation
    from critc.testing import Finding

LONG_INPUT = 1_000_000
"""Bytes of patients from which on a progress bar is worth its place."""

# Findings end a command with exit code 1, wrong use with 2 (click's own code for it).
FINDINGS = 1


class FilePath(click.Path):
    """A path as a ``Path``; pathlib is loaded when there is one, so that --help starts at once."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; click's checks come first."""
        from pathlib import Path

        return Path(os.fsdecode(super().convert(value, param, ctx)))


_files = click.argument("files", nargs=-1, type=FilePath())
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words for people, or JSON for programs.",
)


class Examples(click.Command):
    """A command whose help ends with its examples as they were written."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the epilog line by line."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.strip().splitlines():
                    formatter.write(f"  {line.strip()}\n")


class Commands(click.Group):
    """The commands; a full disk is said in one line."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command that the arguments name."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise click.UsageError(error.strerror or str(error)) from error


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="critc")
def main() -> None:
    """Eligibility criteria as data: one source, three outputs.

    A protocol's criteria are written once, in a .crit file. critc checks it and makes from it a
    Python validator, a checklist and an HTML page. Exit codes: 0 fine, 1 findings in a file, 2 wrong
    use.
    """


@main.command(
    cls=Examples,
    epilog="""
    critc check criteria/NCT07289048.crit
    critc check criteria/*.crit --format json | jq '.[].message'
    """,
)
@_files
@_format
def check(files: tuple[Path, ...], form: str) -> None:
    """Say what is wrong with FILES, each mistake at its place.

    Without FILES: all of criteria/.
    """
    compilations = [_compile(path) for path in _sources(files)]
    empty = [c.source.name for c in compilations if c.program and not c.program.criteria]
    for name in empty:
        click.echo(f"{name}: this file has no criterion", err=True)
    if form == "json":
        from critc.render.json import as_data

        _print_json([d for c in compilations for d in as_data(c.diagnostics, c.source)])
    else:
        for compilation in compilations:
            _print_diagnostics(compilation)
            if compilation.source.name not in empty and not compilation.diagnostics:
                click.echo(f"{compilation.source.name}: {_content(compilation)}, no findings")
    _exit(bool(empty) or any(compilation.program is None for compilation in compilations))


@main.command(
    cls=Examples,
    epilog="""
    critc build
    critc build --check
    critc build criteria/NCT07289048.crit --date first_dose=2026-03-02 --output dated
    """,
)
@_files
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

    paths = _sources(files)
    _refuse_same_names(paths)
    planned = _all_planned(dates)
    programs, broken = _programs(paths)
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
    _exit(broken or findings)


@main.command(
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
@_format
def screen(file: Path, patients: tuple[Path, ...], input_form: str | None, form: str) -> None:
    """Screen PATIENTS (JSON, JSON Lines or CSV; - reads standard input) against FILE.

    Prints a table, or for a single patient a page; with --format json one JSON object a line. A
    record that cannot be read is reported with its line and the rest goes on (exit code 1).
    Ineligible and undetermined are results, not errors: exit code 0.
    """
    program, validator = _validator(file)
    screenings = _screenings(program, validator, patients, input_form)
    _exit(_print_lines(screenings) if form == "json" else _print_table(program, screenings))


@main.command(
    cls=Examples,
    epilog="""
    critc explain criteria/NCT07289048.crit patient.json
    critc explain criteria/NCT07289048.crit patient.json I3 E12
    """,
)
@click.argument("file", type=FilePath())
@click.argument("patient", type=FilePath())
@click.argument("criteria", nargs=-1)
@_format
def explain(file: Path, patient: Path, criteria: tuple[str, ...], form: str) -> None:
    """Say why PATIENT came out as it did, and what would settle it.

    CRITERIA are names like I3 or E12; without them, all criteria that are not satisfied.
    """
    from critc.patients import Refused

    program, validator = _validator(file)
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
            _print_json({**result, "criteria": chosen})
        else:
            _print_explanation(program, result, wanted)


@main.command(
    cls=Examples,
    epilog="""
    critc test criteria/NCT07289048.crit
    critc test --format json
    """,
)
@_files
@_format
def test(files: tuple[Path, ...], form: str) -> None:
    """Run the cases in FILES, and show those that come out otherwise than expected.

    Without FILES: all of criteria/.
    """
    from critc.testing import run

    failed, data = False, list[dict[str, object]]()
    for compilation in map(_compile, _sources(files)):
        _print_diagnostics(compilation, err=True)
        if compilation.program is None:
            failed = True
            continue
        findings = list(run(compilation.program, compilation.cases))
        failed |= not all(finding.passed for finding in findings)
        if form == "json":
            data += [finding.as_data(compilation.source.name) for finding in findings]
        else:
            _print_findings(compilation, findings)
    if form == "json":
        _print_json(data)
    _exit(failed)


# ---- sources ----------------------------------------------------------------------------------


def _sources(files: tuple[Path, ...]) -> list[Path]:
    from pathlib import Path

    paths = list(files) or sorted(Path("criteria").glob("*.crit"))
    if not paths:
        raise click.UsageError("there is no criteria/*.crit here; name the files")
    return paths


def _compile(path: Path) -> Compilation:
    from critc.pipeline import compile_source, read_source

    try:
        source = read_source(path)
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: this is not text in UTF-8: save it as UTF-8") from error
    return compile_source(source)


def _programs(paths: Iterable[Path]) -> tuple[list[Program], bool]:
    """The checked protocols, and whether some file has errors; its diagnostics are printed."""
    from dataclasses import replace

    programs, broken = [], False
    for path in paths:
        compilation = _compile(path)
        _print_diagnostics(compilation, err=True)
        if compilation.program is None:
            broken = True
        elif not compilation.program.criteria:
            click.echo(f"{path}: this file has no criterion", err=True)
            broken = True
        else:
            programs.append(replace(compilation.program, file=_cited(path)))
    return programs, broken


def _cited(path: Path) -> str:
    """How outputs cite their source: folder and name, however the path was typed."""
    return "/".join(path.resolve().parts[-2:])


def _validator(path: Path) -> tuple[Program, ModuleType]:
    from critc.emit.python import load

    programs, broken = _programs([path])
    if broken:
        _exit(True)
    return programs[0], load(programs[0])


def _content(compilation: Compilation) -> str:
    program = compilation.program
    assert program is not None
    return f"{len(program.criteria)} criteria, {len(compilation.cases)} cases"


# ---- build ------------------------------------------------------------------------------------


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


def _print_json(data: object) -> None:
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _print_diagnostics(compilation: Compilation, err: bool = False) -> None:
    from critc.render.text import render

    if compilation.diagnostics:
        colour = (sys.stderr if err else sys.stdout).isatty()
        click.echo(render(compilation.diagnostics, compilation.source, colour), err=err)


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


def _print_findings(compilation: Compilation, findings: list[Finding]) -> None:
    failures = [finding for finding in findings if not finding.passed]
    for finding in failures:
        expected = finding.expected
        click.echo(
            f"{compilation.source.name}:{expected.line}: {finding.case.title}\n"
            f"  {expected.criterion or 'verdict'}: expected {expected.outcome}, got {finding.got}"
        )
        for line in finding.why:
            click.echo(f"    {line}")
    click.echo(
        f"{compilation.source.name}: {len(compilation.cases)} cases, {len(findings)} expectations, "
        f"{len(failures) or 'none'} failed"
    )


def _width() -> int:
    import shutil

    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def _exit(findings: bool) -> None:
    if findings:
        raise SystemExit(FINDINGS)
