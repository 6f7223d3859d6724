"""`critc test`: the cases that stand in a protocol's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, FORMAT, Examples, end, print_json
from critc.commands.sources import compiled, print_diagnostics, sources

if TYPE_CHECKING:
    from pathlib import Path

    from critc.pipeline import Compilation
    from critc.testing import Finding


@click.command(
    cls=Examples,
    epilog="""
    critc test criteria/NCT07289048.crit
    critc test --format json
    """,
)
@FILES
@FORMAT
def test(files: tuple[Path, ...], form: str) -> None:
    """Run the cases in FILES, and show those that come out otherwise than expected.

    Without FILES: all of criteria/ and criteria/library/.
    """
    from critc.testing import run

    failed, data = False, list[dict[str, object]]()
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
            _print_findings(compilation, findings)
    if form == "json":
        print_json(data)
    end(failed)


def _print_findings(compilation: Compilation, findings: list[Finding]) -> None:
    failures = [finding for finding in findings if not finding.passed]
    for finding in failures:
        expected = finding.expected
        click.echo(
            f"{compilation.source.name}:{expected.line}: {finding.case.title}\n"
            f"  {expected.definition or expected.criterion or 'verdict'}: "
            f"expected {expected.outcome}, got {finding.got}"
        )
        for line in finding.why:
            click.echo(f"    {line}")
    click.echo(
        f"{compilation.source.name}: {len(compilation.cases)} cases, {len(findings)} expectations, "
        f"{len(failures) or 'none'} failed"
    )
