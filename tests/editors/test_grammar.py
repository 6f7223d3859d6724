"""The grammar of the extension: each word of real protocols has the scope that its meaning has."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from editors.node import ROOT, node

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.crit"
FILES = sorted((ROOT / "criteria").rglob("*.crit"))
SHOWN = [
    SAMPLE,
    ROOT / "criteria" / "NCT05147467.crit",
    ROOT / "criteria" / "library" / "formulas.crit",
]

_WORD = re.compile(r"([\w.-]*)‹(.*?)›(?= |$)")
_DECLARED = re.compile(
    r"^(?:protocol|library|use|moment|part|choices|fact|judgement|records|measurement|define|formula"
    r"|table|patient|case)\b",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def scopes() -> dict[Path, list[str]]:
    """For each file what words its lines have, ``keyword.control.heading‹all of›``."""
    paths = [SAMPLE, *FILES]
    lines = node(HERE / "scopes.js", *paths).removesuffix("\n").split("\n")
    found = {}
    for path in paths:
        length = len(text(path).removesuffix("\n").split("\n"))
        found[path], lines = lines[:length], lines[length:]
    assert lines == []
    return found


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def words(lines: list[str], scope: str) -> list[str]:
    """The words whose scope is this one, or a kind of it."""
    found = [word for line in lines for word in _WORD.findall(line)]
    return [word for name, word in found if f"{name}.".startswith(f"{scope}.")]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_scopes_are_those_expected(
    path: Path, scopes: dict[Path, list[str]], golden: Callable[[Path, str], None]
) -> None:
    golden(HERE / "golden" / f"{path.stem}.txt", "\n".join(scopes[path]) + "\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_protocol_has_no_word_without_a_scope(path: Path, scopes: dict[Path, list[str]]) -> None:
    for line in scopes[path]:
        assert _WORD.sub("", line).strip() == ""
    assert words(scopes[path], "invalid") + words(scopes[path], "") == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_protocol_s_own_words_are_told_from_all_others(
    path: Path, scopes: dict[Path, list[str]]
) -> None:
    quoted = re.findall(r"^ +> *(.*\S)$", text(path), re.MULTILINE)
    assert words(scopes[path], "markup.quote") == quoted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_declaration_and_criterion_begins_with_its_word(
    path: Path, scopes: dict[Path, list[str]]
) -> None:
    heads = [line for line in scopes[path] if line.startswith("storage.type.")]
    assert words(heads, "storage.type.declaration") == _DECLARED.findall(text(path))
    numbers = re.findall(r"^(?:inclusion|exclusion) (\d+[a-z]?)$", text(path), re.MULTILINE)
    criteria = [line for line in heads if line.startswith("storage.type.criterion")]
    assert words(criteria, "entity.name.section") == numbers


def test_mistakes_are_shown(tmp_path: Path) -> None:
    draft = tmp_path / "draft.crit"
    draft.write_text('fact x “Question”\n\tfact y "open\nfact z "Z"\n', encoding="utf-8")
    lines = node(HERE / "scopes.js", draft).splitlines()
    assert words(lines, "invalid") == ["“", "”", '"open']
    assert words(lines, "variable.other.definition") == ["x", "y", "z"]
