"""However a file is written, the style is the same, and so is what the file says."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from format.rewriting import Rewriting
from hypothesis import given
from hypothesis import strategies as st
from strategies import sources

from critc.format import formatted
from critc.ir.verbatim import joined
from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse

CRITERIA = Path(__file__).parents[2] / "criteria"
FILES = sorted(CRITERIA.rglob("*.crit"))


def styled(text: str) -> str:
    found = formatted(Source("given.crit", text))
    assert isinstance(found, str), (found, text)
    return found


def said(text: str) -> tuple[tree.Declaration, ...]:
    file, problems = parse(Source("said.crit", text))
    assert problems == (), text
    return file.declarations


@cache
def pieces(path: Path) -> list[str]:
    """The declarations of a protocol, each with what stands between it and the next."""
    text = path.read_text(encoding="utf-8")
    starts = [each.span.start for each in said(text)]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


@st.composite
def excerpts(draw: st.DrawFn) -> str:
    """A few declarations of a real protocol that follow one another."""
    of = pieces(draw(st.sampled_from(FILES)))
    start = draw(st.integers(0, len(of) - 1))
    return "".join(of[start : start + draw(st.integers(1, 6))])


@given(st.one_of(excerpts(), excerpts(), sources()), st.data())
def test_however_it_is_written_it_comes_out_in_the_style(text: str, data: st.DataObject) -> None:
    style = styled(text)
    assert said(style) == said(text)
    assert styled(style) == style
    rewriting = Rewriting(data)
    rewriting.file(style)
    assert styled("\n".join(rewriting.written)).rstrip("\n").split("\n") == rewriting.styled


BROKEN = st.sampled_from(["taken out", "swapped", "indented", "commented", "parted", "twice"])


@given(excerpts(), st.lists(st.tuples(BROKEN, st.integers(0, 99)), min_size=1, max_size=3))
def test_a_file_with_slips_is_refused_or_put_in_the_style(
    text: str, slips: list[tuple[str, int]]
) -> None:
    lines = text.split("\n")
    for slip, at in slips:
        at %= max(1, len(lines))
        lines[at : at + 2] = slipped(slip, lines[at : at + 2])
    written = "\n".join(lines)
    found = formatted(Source("slips.crit", written))
    if isinstance(found, str):
        assert styled(found) == found
        assert said(found) == said(written)


def slipped(slip: str, lines: list[str]) -> list[str]:
    """One or two lines of a file after a slip of its writer."""
    match slip:
        case "taken out":
            return lines[1:]
        case "swapped":
            return lines[::-1]
        case "indented":
            return [f"  {lines[0]}", *lines[1:]]
        case "commented":
            return [f"# {lines[0]}", *lines[1:]]
        case "parted":
            return [*lines[:1], "", *lines[1:]]
        case _:
            return lines[:1] + lines


WORDS = st.sampled_from(
    [
        "a",
        "longer",
        "1.",
        "2)",
        "-",
        "–",
        "o",
        "Note:",
        "≥ 5",
        "mm",
        "two  spaces",
        "in\u00a0one",
        "x" * 60,
    ]
)
LINES = st.lists(
    st.builds(" ".join, st.lists(WORDS, min_size=1, max_size=40)), min_size=1, max_size=4
)


@given(LINES, st.sampled_from(["", "- ", "  1. ", "   "]))
def test_verbatim_text_keeps_its_words_and_its_lines(lines: list[str], before: str) -> None:
    text = "inclusion 1\n" + "".join(f"  > {before}{line}\n" for line in lines) + "  x\n"
    style = styled(text)
    assert styled(style) == style
    assert verbatim(style) == verbatim(text)
    for line in re.findall(r"^  > (.*)$", style, flags=re.MULTILINE):
        assert len(line) <= 96 or not breaks(line), line


def verbatim(text: str) -> str:
    """The text of a file's one criterion, as the outputs join it."""
    [criterion] = said(text)
    assert isinstance(criterion, tree.Criterion)
    return joined(criterion.text)


def breaks(line: str) -> list[int]:
    """Where a line may be broken: no space is lost, and what follows does not look like a list."""
    mark = re.match(r" *(?:(?:[-–o]|\d+[.)]) +)?", line)
    assert mark
    places = re.finditer(r"(?<=\S) (?=\S)", line[:97])
    return [
        place.start()
        for place in places
        if place.start() > mark.end() and "\n" not in joined(f"x\n{line[place.end() :]}")
    ]
