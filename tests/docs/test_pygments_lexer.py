"""The lexer for Pygments: each word of real protocols has the colour that its meaning has."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import STANDARD_TYPES, Error, Generic, Keyword, Name, Number, String, Token

from critc.pygments_lexer import DECLARATIONS, KEYWORDS, CritLexer
from critc.syntax.grammar import RESERVED, STARTS

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
FILES = sorted((ROOT / "criteria").rglob("*.crit"))
SHOWN = [ROOT / "criteria" / "NCT05147467.crit", ROOT / "criteria" / "library" / "formulas.crit"]


def tokens(text: str) -> list[tuple[Any, str]]:
    return list(CritLexer().get_tokens(text))


def lines(text: str) -> Iterator[str]:
    """For each line its tokens, ``kd:inclusion nl:5``; spaces between them are left out."""
    line: list[str] = []
    for kind, value in tokens(text):
        if value.strip():
            line.append(f"{STANDARD_TYPES.get(kind, str(kind)) or '·'}:{value}")
        if "\n" in value:
            yield " ".join(line)
            line = []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_protocol_has_no_word_without_a_meaning(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = tokens(text)
    assert "".join(value for _, value in found) == text
    assert [value for kind, value in found if kind in (Error, Generic.Error)] == []


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_tokens_are_those_expected(path: Path, golden: Callable[[Path, str], None]) -> None:
    text = path.read_text(encoding="utf-8")
    golden(GOLDEN / f"{path.stem}.txt", "\n".join(lines(text)) + "\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_protocol_s_own_words_are_told_from_all_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quoted = [value for kind, value in tokens(text) if kind is String.Doc]
    assert quoted == re.findall(r"^ +(>.*)$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "token", "value"),
    [
        ("  hba1c > 10 %", Keyword.Type, "%"),
        ("  platelets ≥ 75 × 10^9/L", Keyword.Type, "× 10^9/L"),
        ("  dna ≥ 2000 [IU]/mL", Keyword.Type, "[IU]/mL"),
        ("  some x at least 4 weeks before m", Keyword.Type, "weeks"),
        ("  at least 4 exposures", Name, "exposures"),
        ("  let x be mean of last 3 systolic", Name, "systolic"),
        ("  bilirubin > 1.5 × ULN", Name.Builtin, "ULN"),
        ("  5 × half_life", Name, "half_life"),
        ("  example a = 1 m gives 2 m2 to 3 decimals", Keyword, "decimals"),
        ("fact x : whole number of years from 0 to 120 ", Keyword.Type, "years"),
        ("fact x : nyha_class ", Keyword.Type, "nyha_class"),
        ("fact x : one of male, female ", Name.Constant, "female"),
        ("inclusion 2b", Name.Label, "2b"),
        ("  exclusions > 3", Name, "exclusions"),
        ("  measured_at_home", Name, "measured_at_home"),
        ("use bmi from library/formulas", Name.Namespace, "library/formulas"),
        ("  > at least 3 of them", String.Doc, "> at least 3 of them"),
        ("  x < 3", Number, "3"),
        ("  none of", Keyword, "none of"),
        ("  - nursing = none", Keyword.Constant, "none"),
        ("  - nursing = no", Keyword.Constant, "no"),
        ("      no      | 2026-03-02", Keyword.Constant, "no"),
        ("  no therapies where refractory", Keyword, "no"),
    ],
)
def test_a_word_is_what_it_means_where_it_stands(line: str, token: object, value: str) -> None:
    assert (token, value) in tokens(line)


def test_the_words_are_those_of_the_grammar() -> None:
    assert {*DECLARATIONS, "inclusion", "exclusion"} == set(STARTS)
    known = {word for phrase in KEYWORDS for word in phrase.split()}
    for word in RESERVED - known - set(DECLARATIONS):
        assert (Name, word) not in tokens(f"  {word} ")


def test_mistakes_are_shown_and_stop_nothing() -> None:
    """Sphinx warns of what a lexer cannot read; a page about curly quotes has to be built."""
    found = tokens('fact x “Question”\n\tfact y "open\n')
    assert Error not in {kind for kind, _ in found}
    assert (Generic.Error, "“") in found


def test_every_style_knows_the_tokens() -> None:
    used = {kind for path in FILES for kind, _ in tokens(path.read_text(encoding="utf-8"))}
    assert {kind for kind in used if kind not in Token} == set()
    assert used - {*STANDARD_TYPES} == set()


def test_pygments_finds_it_by_name_and_by_file() -> None:
    assert isinstance(get_lexer_by_name("crit"), CritLexer)
    assert isinstance(get_lexer_for_filename("NCT07289048.crit"), CritLexer)


def test_critc_itself_needs_no_pygments() -> None:
    program = "import sys, critc.cli, critc.pipeline; sys.exit('pygments' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
