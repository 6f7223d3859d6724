"""What `critc check --against` prints, and whether it finds a difference."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from critc.commands.records import differs, read
from critc.ir.nodes import Program
from critc.pipeline import compile_source
from critc.registry.draft import draft
from critc.source import Source

PATH = Path(__file__).parent.parent / "records" / "NCT02926950.json"


def program(text: str) -> Program:
    compiled = compile_source(Source("criteria/a.crit", text)).program
    assert compiled is not None
    return compiled


def test_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    record = read(PATH)
    assert not differs(program(draft(record)), record, "text")
    first, *notes = capsys.readouterr().out.splitlines()
    assert first == "criteria/a.crit says what NCT02926950 says, word by word"
    assert "  note: words of the record that stand in no criterion" in notes


def test_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    record = read(PATH)
    other = replace(record, criteria=record.criteria.replace("A1c <7%", "A1c <8%"))
    assert differs(program(draft(record)), other, "text")
    assert "    record  Hemoglobin A1c ⟦<8%⟧ or >10%" in capsys.readouterr().out


def test_other_words_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    record = read(PATH)
    other = replace(record, criteria=record.criteria.replace("A1c <7%", "A1c <8%"))
    assert differs(program(draft(record)), other, "json")
    found, remark = json.loads(capsys.readouterr().out)
    assert (found["what"], found["criterion"]) == ("changed", "exclusion 4")
    assert (found["record"], found["file"]) == ("<8%", "<7%")
    assert remark["note"]
