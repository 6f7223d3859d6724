"""The worked examples have the form that their README describes, and each has a name of its own."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent / "conformance"
FILES = sorted(path for path in FOLDER.glob("*.json") if path.name != "schema.json")


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_follows_the_schema(path: Path) -> None:
    schema = load(FOLDER / "schema.json")
    Draft202012Validator.check_schema(schema)
    problems = Draft202012Validator(schema).iter_errors(load(path))
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


def test_every_row_has_its_own_id() -> None:
    ids = Counter(row["id"] for path in FILES for row in load(path)["rows"])
    assert [name for name, times in ids.items() if times > 1] == []


def test_the_readme_lists_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = {line.split("|")[1].strip() for line in readme.splitlines() if ".json |" in line}
    assert listed == {path.name for path in FILES}
