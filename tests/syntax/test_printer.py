"""A tree printed and parsed again is the same tree, and what has the one style is left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syntax.syntax_trees import CASES

from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse
from critc.syntax.print_values import expression
from critc.syntax.printer import print_tree

IN_STYLE = [path for path in CASES if path.stem not in ("values", "patients", "exceptions")]


def parsed(text: str) -> tree.File:
    file, problems = parse(Source("printed.crit", text))
    assert problems == (), text
    return file


def said(text: str) -> list[str]:
    """The lines without comments, and with one blank line for several."""
    lines = re.sub(r"(?m)^#.*\n", "", text)
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n").split("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_printed_and_parsed_again_it_is_the_same(path: Path) -> None:
    file = parsed(path.read_text(encoding="utf-8"))
    printed = print_tree(file)
    assert parsed(printed) == file
    assert print_tree(parsed(printed)) == printed


@pytest.mark.parametrize("path", IN_STYLE, ids=lambda path: path.stem)
def test_what_has_the_one_style_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    without_gaps = [line for line in said(text) if line]
    assert [line for line in said(print_tree(parsed(text))) if line] == without_gaps


def test_the_style_is_put_in_place_of_others() -> None:
    text = (
        "exclusion   1\n >words\n any   of\n   -  x>=3mg\n   -  y<=2*z\n"
        '      unless\n       w\n   -  a  is  b   "c"\n query ambiguous "?"\n  read as "!"\n'
    )
    assert print_tree(parsed(text)) == (
        "exclusion 1\n  > words\n  any of\n    - x ≥ 3 mg\n    - y ≤ 2 × z\n      unless w\n"
        '    - a is b  "c"\n  query ambiguous "?"\n    read as "!"\n'
    )


def test_declarations_of_one_line_stand_together() -> None:
    text = 'moment a "A"\n\n\nmoment b "B"\nfact c "C"\nrecords d\n  - e\nrecords f\n  - g\n'
    assert print_tree(parsed(text)) == (
        'moment a "A"\nmoment b "B"\n\nfact c "C"\n\nrecords d\n  - e\n\nrecords f\n  - g\n'
    )


def test_a_file_of_nothing_is_printed_as_nothing() -> None:
    assert print_tree(parsed("# only a comment\n")) == ""


def named(text: str) -> tree.Ref:
    return tree.Ref((tree.Name(text),))


LEAVES = st.one_of(
    st.sampled_from(["a", "bc", "d_1"]).map(named),
    st.sampled_from(["0", "1", "-2.5", "140"]).map(tree.Number),
    st.just(tree.Number("1.5", "10^9/L")),
    st.just(tree.Number("9.0", "g/dL")),
    st.just(tree.Limit("ULN")),
    st.just(tree.Limit("LLN", named("alt"))),
    st.just(tree.DateLiteral("2026-03-02")),
    st.just(tree.Age("years", named("born"), tree.DateLiteral("2026-03"))),
)


def combined(inner: st.SearchStrategy[tree.Expression]) -> st.SearchStrategy[tree.Expression]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(tree.Binary, st.sampled_from(["+", "-", "×", "/", "^"]), inner, inner),
        st.builds(tree.Extreme, st.sampled_from(["longer", "smaller", "later"]), several),
        st.builds(tree.Call, st.just(tree.Name("f")), several),
    )


EXPRESSIONS: st.SearchStrategy[tree.Expression] = st.recursive(LEAVES, combined, max_leaves=12)


@given(EXPRESSIONS)
def test_parentheses_are_put_where_they_are_needed(value: tree.Expression) -> None:
    file = parsed(f"exclusion 1\n  {expression(value)} > x\n")
    [criterion] = file.declarations
    assert isinstance(criterion, tree.Criterion)
    assert criterion.body.condition == tree.Compare(">", value, named("x"))
