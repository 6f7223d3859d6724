"""`critc lint`: which files, which codes, which form, which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.cli import main

FINDING = """\
protocol EXAMPLE "Two findings"

fact sex : one of female, male "Sex"
fact wounds "Is there an open wound?"

exclusion 7
  > Significant open wounds.
  wounds
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A protocol in which a fact is not asked and a vague word is not decided."""
    path = tmp_path / "example.crit"
    path.write_text(FINDING, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["lint", *map(str, arguments)])


def codes(result: Result) -> list[str]:
    return [each["code"] for each in json.loads(result.stdout)]


def test_findings_end_with_1_and_none_with_0(file: Path) -> None:
    found = run(file)
    assert found.exit_code == 1
    assert "warning[W0602]" in found.stdout
    assert "warning[W0608]" in found.stdout
    file.write_text(FINDING.replace("Significant open", "Open").replace("fact sex", "# fact sex"))
    clean = run(file)
    assert (clean.exit_code, clean.stdout) == (0, f"{file}: no findings\n")


def test_codes_are_chosen(file: Path) -> None:
    assert codes(run(file, "--format", "json")) == ["W0602", "W0608"]
    assert codes(run(file, "--format", "json", "--select", "w0608")) == ["W0608"]
    assert codes(run(file, "--format", "json", "--ignore", "W0608")) == ["W0602"]
    assert codes(run(file, "--format", "json", "--select", "W0601,W0602,W0608")) == [
        "W0602",
        "W0608",
    ]
    none = run(file, "--format", "json", "--ignore", "W0602", "--ignore", "W0608")
    assert (none.exit_code, codes(none)) == (0, [])


def test_an_unknown_code_is_wrong_use(file: Path) -> None:
    result = run(file, "--select", "W0602,W9999")
    assert result.exit_code == 2
    assert "there is no W9999" in result.stderr


def test_sarif_has_the_rules_and_their_places(file: Path) -> None:
    result = run(file, "--format", "sarif")
    assert result.exit_code == 1
    [sarif] = json.loads(result.stdout)["runs"]
    assert [each["id"] for each in sarif["tool"]["driver"]["rules"]] == ["W0602", "W0608"]
    assert [each["ruleId"] for each in sarif["results"]] == ["W0602", "W0608"]


def test_a_file_with_errors_is_told_of_these(file: Path) -> None:
    file.write_text(FINDING.replace("  wounds\n", "  wuonds\n"), encoding="utf-8")
    result = run(file, "--format", "json")
    assert (result.exit_code, codes(result)) == (1, ["E0201"])


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run(tmp_path / "none.crit").exit_code == 2
