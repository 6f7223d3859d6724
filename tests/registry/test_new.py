"""`critc new` as people meet it: files, messages, exit codes; never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.commands.new import new
from critc.pipeline import diagnose, read_source

RECORD = Path(__file__).parent.parent / "records" / "NCT02926950.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(new, arguments, catch_exceptions=False)


def test_the_draft_goes_into_criteria(folder: Path) -> None:
    result = run(str(RECORD))
    assert result.exit_code == 0
    assert "wrote criteria/NCT02926950.crit, a draft" in result.stdout
    assert diagnose(read_source(folder / "criteria" / "NCT02926950.crit")) == ()


def test_a_file_that_is_there_is_kept(folder: Path) -> None:
    (folder / "a.crit").write_text("mine", encoding="utf-8")
    result = run(str(RECORD), "-o", "a.crit")
    assert result.exit_code == 2
    assert "a.crit is there already; --force writes over it" in result.stderr
    assert (folder / "a.crit").read_text(encoding="utf-8") == "mine"


def test_force_writes_over_it(folder: Path) -> None:
    (folder / "a.crit").write_text("mine", encoding="utf-8")
    assert run(str(RECORD), "-o", "a.crit", "--force").exit_code == 0
    assert (folder / "a.crit").read_text(encoding="utf-8").startswith("# NCT02926950")


def test_standard_output(folder: Path) -> None:
    result = run(str(RECORD), "-o", "-")
    assert result.exit_code == 0
    assert "protocol NCT02926950" in result.stdout
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no JSON", "This is not JSON"),
        (b"[]", "This is a list"),
        (b'{"protocolSection": {"identificationModule": {}}}', "`eligibilityModule` is missing"),
    ],
)
def test_what_is_no_record_is_said(folder: Path, content: bytes, said: str) -> None:
    (folder / "record.json").write_bytes(content)
    result = run("record.json")
    assert result.exit_code == 1
    assert f"record.json: {said}" in result.stderr
    assert not (folder / "criteria").exists()


def test_a_record_without_criteria_is_said(folder: Path) -> None:
    data = {
        "protocolSection": {
            "identificationModule": {"nctId": "NCT00000001"},
            "eligibilityModule": {"eligibilityCriteria": "Exclusion Criteria: None"},
        }
    }
    (folder / "record.json").write_text(json.dumps(data), encoding="utf-8")
    result = run("record.json")
    assert result.exit_code == 1
    assert "record.json: The record's text holds no criterion." in result.stderr


def test_files_that_cannot_be_read_or_written(folder: Path) -> None:
    assert run("nowhere.json").exit_code == 2
    (folder / "file").write_text("", encoding="utf-8")
    result = run(str(RECORD), "-o", "file/a.crit")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
