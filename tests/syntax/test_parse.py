"""Sources and their trees; every node knows its place; layout that means nothing changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from syntax.syntax_trees import CASES, dump, nodes, parts

from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse

SEEN_WHOLE = [path for path in CASES if path.stem != "examples"]


def read(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


def parsed(text: str) -> tree.File:
    file, problems = parse(Source("test.crit", text))
    assert problems == ()
    return file


def condition(line: str) -> tree.Condition:
    [declaration] = parsed(f"exclusion 1\n  {line}\n").declarations
    assert isinstance(declaration, tree.Criterion)
    return declaration.body.condition


@pytest.mark.parametrize("path", SEEN_WHOLE, ids=lambda path: path.stem)
def test_a_source_has_this_tree(path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_suffix(".tree"), f"{dump(parsed(read(path).text))}\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_cases_are_understood(path: Path) -> None:
    assert parse(read(path))[1] == ()


def test_the_cases_show_every_kind_of_node() -> None:
    shown = {type(node) for path in CASES for node in nodes(parse(read(path))[0])}
    defined = {
        kind
        for kind in vars(tree).values()
        if isinstance(kind, type) and issubclass(kind, tree.Node)
    }
    assert defined - shown == {tree.Node, tree.Conditional}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_node_knows_its_place(path: Path) -> None:
    source = read(path)
    for node in nodes(parse(source)[0].declarations):
        place = source.text[node.span.start : node.span.end]
        assert place == place.strip()
        assert place, node
        for name in parts(node):
            for part in nodes(getattr(node, name)):
                assert node.span.start <= part.span.start <= part.span.end <= node.span.end, part


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_names_and_numbers_are_where_they_say(path: Path) -> None:
    source = read(path)
    for node in nodes(parse(source)[0]):
        place = source.text[node.span.start : node.span.end]
        match node:
            case tree.Name(text) | tree.DateLiteral(text) | tree.Word(text):
                assert " ".join(place.split()) == text
            case tree.Number(value, unit):
                assert place.removeprefix("+").startswith(value)
                assert source.text[node.unit_span.start : node.unit_span.end].endswith(unit)
            case tree.Exception_(word):
                words = source.text[node.word_span.start : node.word_span.end]
                assert words == (f"whole list {word}" if node.whole else word)
            case tree.Criterion(kind, number):
                assert source.text[node.head.start : node.head.end] == f"{kind} {number}"
            case _:
                pass


def test_verbatim_text_keeps_its_words_quotes_and_bullets() -> None:
    text = 'exclusion 1\n  > A "quoted" # sign\n\n  >   - | bullet\n  >\n  > end. \n  x\n'
    [criterion] = parsed(text).declarations
    assert isinstance(criterion, tree.Criterion)
    assert criterion.text == 'A "quoted" # sign\n  - | bullet\n\nend.'
    place = text[criterion.text_span.start : criterion.text_span.end]
    assert place.startswith("> A")
    assert place.endswith("end.")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_layout_that_means_nothing_changes_nothing(path: Path) -> None:
    text = read(path).text
    file = parsed(text)
    assert parsed(text.replace("\n", "\r\n")) == file
    assert parsed("\ufeff" + text) == file
    assert parsed(text.rstrip("\n")) == file
    assert parsed(text.replace("\n", " \t\n")) == file
    assert parsed(text.replace("\n", "\n\n   \n# a comment\n      # another\n")) == file
    assert parsed("\n".join(map(_twice_as_wide, text.split("\n")))) == file


def _twice_as_wide(line: str) -> str:
    content = line.lstrip(" ")
    words = "-   " + content[2:] if content.startswith("- ") else content
    return " " * 2 * (len(line) - len(content)) + words


def test_a_comment_may_follow_what_is_said() -> None:
    plain = condition('kind is a  "#1"')
    assert condition('kind is a  "#1" # as in the paper') == plain
    assert condition("x#y") == condition("x")


def test_spaces_between_words_are_as_many_as_one_likes() -> None:
    assert condition("x   is  not one   of a ,b") == condition("x is not one of a, b")
    assert condition("given on  or   before m") == condition("given on or before m")
    assert condition("dose\u00a0>\u202f10\u00a0mg/d") == condition("dose > 10 mg/d")


def test_signs_have_one_form_in_the_tree() -> None:
    assert condition("x >= 1 * y") == condition("x ≥ 1 × y")
    assert condition("x <= −2.5") == condition("x ≤ -2.5")
    assert condition("x > 1.5 10^9/L") == condition("x > 1.5 × 10^9/L")


def test_operators_bind_as_in_arithmetic() -> None:
    match condition("x = a - b × c ^ 2 - d"):
        case tree.Compare(
            right=tree.Binary("-", tree.Binary("-", _, tree.Binary("×", _, tree.Binary("^"))), _)
        ):
            pass
        case other:
            pytest.fail(f"{other}")


def test_words_with_a_meaning_elsewhere_may_be_names() -> None:
    for name in ("date", "value", "start", "period", "number", "title", "code", "whole", "yes"):
        assert condition(name) == tree.Holds(tree.Ref((tree.Name(name),)))
        assert condition(f"{name} of {name} is {name}") == tree.Is(
            tree.Ref((tree.Name(name), tree.Name(name))), (tree.Name(name),)
        )


def test_a_word_is_never_read_as_two() -> None:
    """``only iffy`` is not ``only if fy``."""
    for line in ("only iffy", "unlessx", "anyof", "notx is y", "x isnot y", "x is from5 to 6"):
        match = parse(Source("test.crit", f"exclusion 1\n  {line}\n  z\n"))
        assert match[1]


def test_a_mistake_stays_in_its_declaration() -> None:
    text = "fact a\n\nexclusion 1\n  b\n\nexclusion 2\n  c and d\n\nexclusion 3\n  e\n"
    file, problems = parse(Source("test.crit", text))
    assert [problem.code for problem in problems] == ["E0151", "E0117"]
    assert [type(each) for each in file.declarations] == [tree.Criterion, tree.Criterion]


def test_several_mistakes_of_shape_in_one_declaration_are_all_told() -> None:
    text = 'exclusion 1\n  any of\n    - a within 3 before b\n  unless c\n  query ambiguous "?"\n'
    _, problems = parse(Source("test.crit", text))
    assert [problem.code for problem in problems] == ["E0115", "E0145", "E0123", "E0152"]


def test_an_unchanged_declaration_moves_with_its_text() -> None:
    """Parsed before, and found again by its text, it still knows where it stands now."""
    text = "exclusion 1\n  some_name ≥ 3 mg\n"
    for lead in ("", "\n\n", 'moment m "M"\n'):
        file = parsed(lead + text)
        criterion = file.declarations[-1]
        names = [node for node in nodes(criterion) if isinstance(node, tree.Name)]
        assert [name.span.start for name in names] == [len(lead) + text.index("some_name")]
