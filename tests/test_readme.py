"""What the README shows is what the program does."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from critc.cli import main
from critc.pipeline import diagnose
from critc.render.text import render
from critc.source import Source

ROOT = Path(__file__).parent.parent
PROTOCOL = "criteria/NCT07289048.crit"


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


def test_the_source_is_the_protocol() -> None:
    [source] = blocks("crit")
    assert source in (ROOT / PROTOCOL).read_text(encoding="utf-8")


def test_the_message_is_what_the_slip_gives() -> None:
    text = (ROOT / PROTOCOL).read_text(encoding="utf-8")
    slip = Source(PROTOCOL, text.replace("is untreated ", "is untreatd "))
    assert blocks("text")[0].strip() == render(diagnose(slip), slip, color=False).strip()


def test_the_validator_is_the_generated_one() -> None:
    generated = (ROOT / "generated" / "NCT07289048.py").read_text(encoding="utf-8")
    assert blocks("python")[0] in generated


def test_the_table_is_what_screening_prints() -> None:
    command, _, table = blocks("text")[1].partition("\n")
    assert table == shown(*command.split()[2:])


def test_the_page_of_one_patient_is_what_screening_prints(tmp_path: Path) -> None:
    samples = (ROOT / "tests/patients/sample.jsonl").read_text(encoding="utf-8").splitlines()
    patient = tmp_path / "patient.json"
    patient.write_text(next(line for line in samples if '"0010"' in line), encoding="utf-8")
    assert blocks("text")[2] == shown("screen", PROTOCOL, str(patient))


def test_the_coverage_is_that_of_the_protocols() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    command, table = re.findall(r"<!-- (critc .*?) -->\n(.*?)<!-- end -->", text, re.DOTALL)[0]
    assert table == shown(*command.split()[1:])


def test_the_example_of_embedding_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "generated"))
    example = blocks("python")[1]
    text = (ROOT / "tests/patients/base.json").read_text(encoding="utf-8")
    printed: list[object] = []
    exec(example, {"text": text, "print": printed.append})
    assert printed[:2] == ["eligible", True]
    gap = text.replace('"hiv_test": "negative",', "")
    exec(example, {"text": gap, "print": printed.append})
    assert "undetermined" in printed
    assert any("exclusion 11" in str(line) for line in printed)
    exec(example, {"text": '{"ecog": "one"}', "print": printed.append})
    assert "ecog" in str(printed[-1])
    sys.modules.pop("NCT07289048")


def test_every_linked_file_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
