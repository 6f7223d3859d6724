"""The checklist in Markdown, as it is written and as a reader sees it rendered."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from emit.reading import lines_of, squeezed
from emit.sample import HOSTILE, PLANNED, PROGRAM
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from critc.emit.markdown import emit
from critc.emit.markdown.escape import inline, quoted
from critc.ir.nodes import Program
from critc.ir.outline import outline
from critc.ir.words.english import visible

GOLDEN = Path(__file__).parent / "golden"
RENDERER = MarkdownIt("commonmark").enable("table")

# What an author may write: everything but line feeds, which the text's own escaping handles.
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)


class _Text(HTMLParser):
    """The text of rendered Markdown, and the elements in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> _Text:
    parser = _Text()
    parser.feed(RENDERER.render(markdown))
    return parser


def cells(row: str) -> list[str]:
    """The cells of a row of a table, as written."""
    return re.split(r"(?<!\\)\|", row)[1:-1]


@pytest.mark.parametrize(("name", "dates"), [("words", {}), ("dates", PLANNED)])
def test_the_checklist_of_the_sample(
    golden: Callable[[Path, str], None], name: str, dates: dict[str, date]
) -> None:
    golden(GOLDEN / f"sample-{name}.md", emit(PROGRAM, dates))


def test_every_line_of_the_document_is_a_row(program: Program) -> None:
    written = emit(program, PLANNED)
    rows = [cells(row) for row in written.split("\n") if row.startswith("|")]
    said = [squeezed(rendered(row[1]).text) for row in rows if len(row) > 5]
    expected = []
    for section in outline(program, PLANNED).sections:
        for line in lines_of(section):
            ending = line.joined[0]
            decides = f"{line.by} decides" if line.by else ""
            heading = ending.heading if ending else ""
            expected.append(squeezed(f"{line.text} {decides} {heading}"))
    assert [words for words in said if words in set(expected)] == expected


def test_tables_are_whole(program: Program) -> None:
    table: list[int] = []
    for line in [*emit(program).split("\n"), ""]:
        if line.startswith("|"):
            table.append(len(cells(line)))
        elif table:
            assert len(table) > 2, "a table without rows"
            assert len(set(table)) == 1, table
            table = []


def test_verbatim_text_is_shown_verbatim(program: Program) -> None:
    html = RENDERER.render(emit(program))
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", html, re.DOTALL)
    for criterion, quote in zip(program.criteria, quotes, strict=True):
        parser = _Text()
        parser.feed(quote)
        shown = [line.strip() for line in parser.text.strip().split("\n") if line.strip()]
        assert shown == [line.strip() for line in visible(criterion.text).split("\n")]
        assert parser.tags <= {"p", "br"}


def test_hostile_text_is_text() -> None:
    parser = rendered(emit(PROGRAM))
    assert parser.tags.isdisjoint({"b", "a", "img", "script", "code", "ol"})
    assert "<b>markup</b>" in parser.text
    assert "\u202e" in HOSTILE
    assert "\u202e" not in emit(PROGRAM)
    assert "[U+202E]abc" in parser.text


@given(WORDS)
def test_any_text_is_shown_in_a_line(text: str) -> None:
    parser = rendered(f"x {inline(text)} y")
    assert " ".join(parser.text.split()) == " ".join(f"x {text} y".split())
    assert parser.tags <= {"p"}


@given(WORDS)
def test_any_text_is_shown_in_a_cell(text: str) -> None:
    parser = rendered(f"| a | b |\n|---|---|\n| x{inline(text)}y | z |\n")
    assert " ".join(parser.text.split()) == " ".join(f"a b x{' '.join(text.split())}y z".split())


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_text_is_shown_in_a_quotation(lines: list[str]) -> None:
    parser = rendered(quoted("\n".join(lines)))
    shown = [" ".join(line.split()) for line in parser.text.split("\n")]
    expected = [" ".join(line.split()) for line in "\n".join(lines).split("\n")]
    assert [line for line in shown if line] == [line for line in expected if line]
    assert parser.tags <= {"blockquote", "p", "br"}


def test_dates_are_calendar_dates_only_when_planned() -> None:
    assert "2 March 2026" not in emit(PROGRAM)
    planned = emit(PROGRAM, PLANNED)
    assert "on 16 February 2026 or earlier (2 weeks or more before the first dose)" in planned
    assert "| Date of written informed consent | ………" in planned


def test_the_same_program_gives_the_same_bytes() -> None:
    assert emit(PROGRAM, PLANNED) == emit(PROGRAM, dict(PLANNED))


def test_queries_stand_under_their_criterion_and_at_the_end() -> None:
    written = emit(PROGRAM)
    assert written.count("How long is 'short-term'?") == 2
    assert "| 2 | exclusion 1 | How long is 'short-term'? | the investigator decides |" in written


def test_the_foot_says_what_it_was_made_from() -> None:
    foot = emit(PROGRAM).rstrip().split("\n")[-1]
    assert foot.startswith("TRIAL-1 · 1.0 · made from criteria/TRIAL-1.crit (SHA-256 000000")
