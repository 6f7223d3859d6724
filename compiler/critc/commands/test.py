"""`critc test`: the cases that stand in a protocol's file, and what they leave unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from critc.commands.options import (
    FILES,
    FORMAT,
    Examples,
    FilePath,
    end,
    print_json,
    settings,
    written,
)
from critc.commands.sources import compiled, print_diagnostics, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.casecoverage import CaseCoverage
    from critc.pipeline import Compilation
    from critc.testing import Finding

FORMS = ("text", "json", "html")


class WithCoverage(Examples):
    """The command; ``--coverage`` without a form is text, also before the name of a file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Writes the form out where it is left out."""
        return super().parse_args(ctx, list(_spelled_out(args)))


def _spelled_out(args: Sequence[str]) -> Iterator[str]:
    for argument, following in pairwise([*args, ""]):
        left_out = argument == "--coverage" and following not in FORMS
        yield "--coverage=text" if left_out else argument


@click.command(
    cls=WithCoverage,
    epilog="""
    critc test criteria/NCT07289048.crit
    critc test --format json
    critc test --coverage criteria/NCT07289048.crit
    critc test --coverage html -o cases.html
    critc test --coverage --fail-under 100
    """,
)
@FILES
@FORMAT
@click.option(
    "--coverage",
    type=click.Choice(FORMS),
    metavar="[text|json|html]",
    help="Say of each clause whether the cases saw it true, false and unknown.",
)
@click.option(
    "--output",
    "-o",
    type=FilePath(dir_okay=False),
    help="The file to write the coverage to, instead of here.",
)
@click.option(
    "--fail-under",
    "least",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="End with exit code 1 when a file has fewer clauses seen both true and false. With "
    "--coverage the settings may give it.",
)
def test(
    files: tuple[Path, ...],
    form: str,
    coverage: str | None,
    output: Path | None,
    least: float | None,
) -> None:
    """Run the cases in FILES, and show those that come out otherwise than expected.

    Without FILES: all of criteria/ and criteria/library/. With --coverage: the leaves and joints of
    each criterion and definition, and which of them no case made both true and false. For one file
    all are shown, for several those that lack a case. A clause that says the same of everybody does
    not count.
    """
    from critc.testing import run

    wanted = coverage or ("text" if least is not None else None)
    if wanted and least is None:
        least = settings().fail_under
    _refuse_misplaced(form, wanted, output)
    failed, data, covered = False, list[dict[str, object]](), list["CaseCoverage"]()
    for compilation in map(compiled, sources(files, libraries=True)):
        print_diagnostics(compilation, err=True)
        if compilation.program is None:
            failed = True
            continue
        findings = list(run(compilation.program, compilation.cases))
        failed |= not all(finding.passed for finding in findings)
        if form == "json":
            data += [finding.as_data(compilation.source.name) for finding in findings]
        else:
            _print_findings(compilation, findings, err=wanted is not None)
        if wanted:
            covered.append(_covered(compilation))
    if form == "json":
        print_json(data)
    if wanted and covered:
        _say(_rendered(covered, wanted), output)
    below = least is not None and _say_below(covered, least)
    end(failed or below)


def _refuse_misplaced(form: str, coverage: str | None, output: Path | None) -> None:
    if coverage and form == "json":
        raise click.UsageError("--format is for the cases; write --coverage json")
    if output and not coverage:
        raise click.UsageError("--output is for the coverage: give --coverage too")


def _covered(compilation: Compilation) -> CaseCoverage:
    from critc.casecoverage import case_coverage

    assert compilation.program is not None
    return case_coverage(compilation.program, compilation.source, compilation.cases)


def _rendered(covered: Sequence[CaseCoverage], form: str) -> str:
    from critc.casecoverage import render

    match form:
        case "json":
            import json

            return json.dumps(render.as_data(covered), ensure_ascii=False, indent=2) + "\n"
        case "html":
            return render.page(covered)
        case _:
            return render.text(covered, by_clause=len(covered) == 1)


def _say(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    written(output.parent, {output.name: text.encode()})
    click.echo(f"wrote {output}", err=True)


def _say_below(covered: Sequence[CaseCoverage], least: float) -> bool:
    """Whether a file falls short of what is asked; each that does is named."""
    short = [each for each in covered if each.totals.percent < least]
    for each in short:
        share = f"{each.totals.percent:g} %"
        click.echo(f"{each.source.name}: {share} of the clauses, {least:g} % are asked", err=True)
    return bool(short)


def _print_findings(compilation: Compilation, findings: list[Finding], err: bool) -> None:
    failures = [finding for finding in findings if not finding.passed]
    for finding in failures:
        expected = finding.expected
        click.echo(
            f"{compilation.source.name}:{expected.line}: {finding.case.title}\n"
            f"  {expected.definition or expected.criterion or 'verdict'}: "
            f"expected {expected.outcome}, got {finding.got}",
            err=err,
        )
        for line in finding.why:
            click.echo(f"    {line}", err=err)
    click.echo(
        f"{compilation.source.name}: {len(compilation.cases)} cases, {len(findings)} expectations, "
        f"{len(failures) or 'none'} failed",
        err=err,
    )
