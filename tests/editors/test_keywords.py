"""The words that editors colour are those of the language: all of them, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from editors.node import EDITORS, node

from critc import pygments_lexer
from critc.syntax import grammar

LENGTHS = {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"}
"""Units that editors know by name, since after a count nothing else is one."""

SHORT_LENGTHS = {"min", "wk", "mo"}

_LOOK = re.compile(r"\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_SET = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_ESCAPE = re.compile(r"\\z[se]|\\[A-Za-z]")
_OPTIONAL = re.compile(r"([a-z]+)([a-z])\?")


def words(patterns: Iterable[str]) -> set[str]:
    """The words that regular expressions spell out; ``days?`` are two of them."""
    found = set()
    for pattern in patterns:
        bare = _ESCAPE.sub(" ", _SET.sub(" ", _LOOK.sub(" ", pattern)))
        spelt = _OPTIONAL.sub(r"\1 \1\2", bare)
        found |= set(re.findall(r"[A-Za-z]{2,}", spelt))
    return found


@cache
def language() -> set[str]:
    """The words of the grammar, and those that are reserved."""
    parser = grammar.build(grammar.grammar_text())
    patterns = [terminal.pattern.value for terminal in parser.terminals]
    return words(patterns) | grammar.RESERVED


def of_textmate() -> set[str]:
    path = EDITORS / "vscode" / "syntaxes" / "crit.tmLanguage.json"
    return words(expressions(json.loads(path.read_text(encoding="utf-8"))))


def expressions(part: Any) -> Iterator[str]:
    """The regular expressions of a TextMate grammar."""
    if isinstance(part, dict):
        yield from (part[key] for key in ("match", "begin", "end") if key in part)
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from expressions(inner)


def of_pygments() -> set[str]:
    rules = [rule for state in pygments_lexer.CritLexer.tokens.values() for rule in state]
    return words(rule[0] for rule in rules if isinstance(rule, tuple) and isinstance(rule[0], str))


def of_vim() -> set[str]:
    source = (EDITORS / "neovim" / "syntax" / "crit.vim").read_text(encoding="utf-8")
    patterns = re.findall(
        r"^syntax match \w+ (?:contained )?/((?:\\/|[^/])*)/", source, re.MULTILINE
    )
    units = (
        "accepted\\|after"  # where a unit may stand the reserved words are listed to leave them out
    )
    plain = (pattern for pattern in patterns if units not in pattern)
    # Vim's own spelling of a group, an alternative and what is optional.
    return words(p.replace(r"\%", "").replace(r"\|", "|").replace(r"\?", "?") for p in plain)


def of_emacs() -> set[str]:
    source = (EDITORS / "emacs" / "crit-mode.el").read_text(encoding="utf-8")
    lists = re.findall(r"\(defconst crit-(?!-)[\w-]+\s+'\(([^)]*)\)", source)
    rules = source.partition("(defconst crit-font-lock-keywords")[2].partition("(defvar ")[0]
    own = source.partition("(defconst crit--length")[2].partition("(defun ")[0]
    spelt = re.findall(r'"((?:\\.|[^"\\])*)"', " ".join([*lists, rules, own]))
    patterns = [text.replace("\\\\", "\\") for text in spelt if not text.startswith("What is")]
    return words(text.replace("\\_", " ").replace("\\|", "|") for text in patterns)


EDITORS_WORDS = {
    "TextMate": of_textmate,
    "Pygments": of_pygments,
    "Vim": of_vim,
    "Emacs": of_emacs,
}


@pytest.mark.parametrize("editor", EDITORS_WORDS)
def test_an_editor_knows_the_words_of_the_language_and_no_others(editor: str) -> None:
    known, spoken = EDITORS_WORDS[editor](), language()
    assert spoken - known == set(), "the language has words that the editor lacks"
    assert known - spoken - LENGTHS - SHORT_LENGTHS == set(), "the editor has words of its own"


def test_the_words_that_begin_a_declaration_are_the_same_everywhere() -> None:
    vim = (EDITORS / "neovim" / "syntax" / "crit.vim").read_text(encoding="utf-8")
    (in_vim,) = re.findall(r"^syntax match critDeclaration /\^\\%\((.*?)\\\)", vim, re.MULTILINE)
    emacs = (EDITORS / "emacs" / "crit-mode.el").read_text(encoding="utf-8")
    (in_emacs,) = re.findall(r"\(defconst crit-declarations\s+'\(([^)]*)\)", emacs)
    starts = set(grammar.STARTS)
    assert set(in_vim.split("\\|")) == starts
    assert set(re.findall(r'"(\w+)"', in_emacs)) == starts
    assert {*pygments_lexer.DECLARATIONS, "inclusion", "exclusion"} == starts


def test_a_reserved_word_is_nowhere_a_name(tmp_path: Path) -> None:
    """What the lists are for, asked of the grammar that runs without an editor."""
    reserved = sorted(grammar.RESERVED)
    draft = tmp_path / "draft.crit"
    draft.write_text("".join(f"  x {word} y\n" for word in reserved), encoding="utf-8")
    shown = node(Path(__file__).parent / "scopes.js", draft).splitlines()
    lines = zip(reserved, shown, strict=True)
    assert [word for word, line in lines if f"variable.other‹{word}›" in line] == []
