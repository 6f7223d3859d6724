"""Whatever the text: a tree and diagnostics, never an exception."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syntax.syntax_trees import CASES

from critc.render.text import render
from critc.source import Source
from critc.syntax.grammar import STARTS
from critc.syntax.parse import parse
from critc.syntax.printer import print_tree

LINES = sorted({line for path in CASES for line in path.read_text(encoding="utf-8").split("\n")})
WORDS = sorted({word for line in LINES for word in line.split()})
ODD = [
    "\t",
    "\0",
    "\ufeff",
    "\u200b",
    "\ud800",
    "“",
    "'",
    '"',
    "#",
    ">",
    "|",
    "- ",
    "(",
    "\r",
    "\x01",
    "\x02",
    "\x03",
]


def checked(text: str) -> None:
    """Parses; what is understood can be printed, what is not can be shown."""
    source = Source("any.crit", text)
    file, problems = parse(source)
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert problem.message
    render(problems, source).encode()
    again, later = parse(Source("again.crit", print_tree(file)))
    assert later == ()
    assert again == file


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    checked(text)


@given(st.sampled_from(sorted(STARTS)), st.lists(st.sampled_from(WORDS + ODD), max_size=12))
def test_any_words_after_a_first_one(word: str, words: list[str]) -> None:
    checked(f"{word} {' '.join(words)}\n  {' '.join(reversed(words))}\n")


@given(st.lists(st.sampled_from(LINES), max_size=15))
def test_any_lines(lines: list[str]) -> None:
    checked("\n".join(lines))


@given(st.data())
def test_a_source_with_pieces_cut_and_put_in(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(CASES)).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    text = text[start : start + 1500]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 8))
        put = data.draw(st.sampled_from(["", " ", "\n", *ODD, *WORDS[:200]]))
        text = text[:place] + put + text[place + gone :]
    checked(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_line_of_a_source_in_disorder(path: Path) -> None:
    lines = [line for line in LINES if line.strip()]
    shuffled = random.Random(str(path)).sample(lines, min(len(lines), 150))
    checked("\n".join(shuffled))


@pytest.mark.parametrize(
    "line",
    [
        "x" * 1_000_000,
        "x " * 500_000,
        "1" * 1_000_000,
        "a ≥ 1" + " + 1" * 250_000,
        "(" * 1_000_000,
        '"' * 1_000_001,
        "not " * 250_000,
        "a of " * 200_000 + "a",
        "- " * 500_000,
        "some x where " * 80_000,
        "a, " * 300_000,
        ">" + " word" * 200_000,
    ],
    ids=lambda line: line[:8],
)
def test_a_line_of_a_million_characters(line: str) -> None:
    source = Source("long.crit", f'exclusion 1\n  {line}\n\nfact a "A?"\n')
    file, problems = parse(source)
    assert [problem.span.start >= 12 or problem.code == "E0119" for problem in problems] == [True]
    assert len(file.declarations) == 1
    assert len(render(problems, source)) < 2000


def nested(levels: int) -> str:
    lines = ["exclusion 1", "  any of"]
    for level in range(1, levels):
        lines += ["    " * level + "- a", "    " * level + "- any of"]
    return "\n".join([*lines, "    " * levels + "- a", "    " * levels + "- b"])


def excepted(levels: int) -> str:
    lines = ["exclusion 1", "  a"]
    for level in range(1, levels + 1):
        lines += ["  " * level + "unless", "  " * level + "  a"]
    return "\n".join(lines)


@pytest.mark.parametrize("shape", [nested, excepted])
def test_forty_levels_are_understood_and_one_more_is_refused(shape: Callable[[int], str]) -> None:
    checked(shape(40))
    assert parse(Source("deep.crit", shape(40)))[1] == ()
    assert [problem.code for problem in parse(Source("deep.crit", shape(41)))[1]] == ["E0107"]
    assert [problem.code for problem in parse(Source("deep.crit", shape(3000)))[1]] == ["E0107"]


@pytest.mark.parametrize(
    "deep",
    [
        "x > " + "(1 + " * 300 + "1" + ")" * 300,
        "x > 1" + " + 1" * 2000,
        "x > " + "f(" * 300 + "1" + ")" * 300,
        "some a where " * 300 + "b",
    ],
    ids=["parentheses", "sum", "calls", "where"],
)
def test_what_is_nested_on_one_line_is_refused_as_well(deep: str) -> None:
    problems = parse(Source("deep.crit", f"exclusion 1\n  {deep}\n"))[1]
    assert [problem.code for problem in problems] == ["E0107"]


def test_a_thousand_alternatives_are_no_depth() -> None:
    members = "".join(f"    - kind_{i} is one of a, b\n" for i in range(1000))
    assert parse(Source("wide.crit", f"exclusion 1\n  any of\n{members}"))[1] == ()
