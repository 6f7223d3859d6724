"""The grammar: without conflicts, its words reserved, its parser kept where that is possible."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import lark
import pytest

from critc.source import Source
from critc.syntax import grammar
from critc.syntax.parse import parse

ONE = "from critc.syntax.grammar import parser; parser().parse('use a from b\\n', start='use')"

NO_HOME = """
import pathlib
def home(cls):
    raise RuntimeError("Could not determine home directory.")
pathlib.Path.home = classmethod(home)
"""


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles a conflict by itself and says so in its log alone."""
    before = lark.logger.level
    lark.logger.setLevel(logging.DEBUG)
    try:
        grammar.build(grammar.grammar_text(), debug=True)
    finally:
        lark.logger.setLevel(before)
    assert [record.message for record in caplog.records if "onflict" in record.message] == []


def test_every_word_that_begins_a_declaration_has_a_rule() -> None:
    built = grammar.build(grammar.grammar_text())
    rules = {str(rule.origin.name) for rule in built.rules}
    assert set(grammar.STARTS.values()) <= rules


def test_the_reserved_words_are_those_of_the_grammar() -> None:
    written = re.search(r"_FREE\s*: /\(\?!\(\?:([\w|]+)\)", grammar.grammar_text())
    assert written is not None
    assert set(written[1].split("|")) == grammar.RESERVED


@pytest.mark.parametrize("word", sorted(grammar.RESERVED))
def test_a_reserved_word_is_no_name(word: str) -> None:
    for line in (f'fact {word} "?"', f'moment {word} "?"', f"exclusion 1\n  x is {word}"):
        if line.endswith("is none"):
            continue
        assert parse(Source("test.crit", f"{line}\n"))[1], line


@pytest.mark.parametrize("word", sorted(grammar.RESERVED))
def test_a_name_may_begin_with_a_reserved_word(word: str) -> None:
    for name in (f"{word}_1", f"{word}x"):
        text = f'fact {name} "?"\n\nexclusion 1\n  any of\n    - {name}\n    - not {name}\n'
        assert parse(Source("test.crit", text))[1] == ()


def in_folder(folder: Path, code: str = ONE) -> subprocess.Popen[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True
    )


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "critc").iterdir())


@pytest.mark.skipif(sys.platform == "darwin", reason="its cache folder cannot be moved")
class TestTheKeptParser:
    def test_it_is_made_once_by_however_many_processes(self, tmp_path: Path) -> None:
        both = [in_folder(tmp_path), in_folder(tmp_path)]
        assert [process.communicate()[1] for process in both] == ["", ""]
        [place] = kept(tmp_path)
        made = place.stat().st_mtime_ns
        assert in_folder(tmp_path).communicate()[1] == ""
        assert [path.stat().st_mtime_ns for path in kept(tmp_path)] == [made]

    def test_one_cut_short_is_made_again(self, tmp_path: Path) -> None:
        assert in_folder(tmp_path).communicate()[1] == ""
        [place] = kept(tmp_path)
        whole = place.read_bytes()
        for broken in (b"", whole[:1000], b"no parser"):
            place.write_bytes(broken)
            assert in_folder(tmp_path).communicate()[1] == ""
            assert len(place.read_bytes()) > 1000

    def test_without_a_folder_to_keep_it_in_it_is_built(self, tmp_path: Path) -> None:
        (tmp_path / "critc").write_text("a file where the folder would be")
        assert in_folder(tmp_path).communicate()[1] == ""
        assert (tmp_path / "critc").is_file()

    def test_without_a_home_it_is_built(self) -> None:
        environment = {key: value for key, value in os.environ.items() if key != "XDG_CACHE_HOME"}
        done = subprocess.run(
            [sys.executable, "-c", f"{NO_HOME}\n{ONE}"],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
