"""The coverage as it is shown: for a terminal, for programs, in a README, as a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from strategies import programs

from critc.commands.coverage import coverage as command
from critc.coverage import Coverage, coverage, render
from critc.coverage.render.page import bar, pieces
from critc.ir.nodes import Program

TEXT = """\
inclusion 1
  > Platelets ≥ 75 x 10^9/L within 14 days prior to randomization
  platelets ≥ 75 × 10^9/L

exclusion 2
  > More than 2 regimens & a <b>tag</b>
  at least 2 regimens
  query ambiguous "Which?"
    read as "any"

exclusion 3
  > Surgery within 4 weeks
  surgery within 4 weeks before screening

exclusion 4
  > Anything else
  judgement draft_4 by investigator "?"
"""

LIMIT = "mentioned, but the limit itself falls on the other side"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def small(covered: Callable[[str], Coverage]) -> Coverage:
    return covered(TEXT)


def parsed(page: str) -> Element:
    """The page, by a parser that raises on anything that is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def words(element: Element) -> str:
    return "".join(element.itertext())


def with_class(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if name in (each.get("class") or "").split())


def test_for_a_terminal(small: Coverage) -> None:
    assert render.text([small], by_criterion=True).splitlines() == [
        "protocol  criteria  computed  judged  partly both  not encoded  queried  forgotten",
        "SMALL            4         3       0            0            1        1          2",
        "",
        "SMALL  status       queries  forgotten",
        "I1     computed                      1",
        "E2     computed           1          1",
        "E3     computed",
        "E4     not encoded",
        "",
        "SMALL: what the text says and no condition mentions",
        "  I1   within 14 days prior to  “Platelets ≥ 75 x 10^9/L within 14 days prior to randomization”",
        f"  E2   More than 2              “More than 2 regimens & a <b>tag</b>”  ({LIMIT})",
    ]


def test_several_protocols_have_a_total(small: Coverage, protocol: Program) -> None:
    lines = render.text([small, coverage(protocol)], by_criterion=False).splitlines()
    assert lines[1].split() == ["SMALL", "4", "3", "0", "0", "1", "1", "2"]
    assert lines[2].split() == ["NCT07289048", "31", "18", "4", "9", "0", "25", "0"]
    assert lines[3].split() == ["total", "35", "21", "4", "9", "1", "26", "2"]
    assert not any(line.startswith("I1 ") for line in lines)


def test_what_would_turn_a_terminal_is_written_out(covered: Callable[[str], Coverage]) -> None:
    program = covered("inclusion 1\n  > within 14 days of it\n  stable\n").program
    [criterion] = program.criteria
    turned = replace(criterion, text=criterion.text.replace("of", "\u202e"))
    found = coverage(replace(program, criteria=(turned,)))
    assert found.criteria[0].gaps
    assert "\u202e" not in render.text([found], by_criterion=True)
    assert "\u202e" not in render.page([found])


def test_for_a_readme(small: Coverage, protocol: Program) -> None:
    assert render.markdown([small, coverage(protocol)]).splitlines() == [
        "| Protocol | Criteria | Computed | Judged | Partly both | Not encoded | Queried |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| SMALL | 4 | 3 | 0 | 0 | 1 | 1 |",
        "| NCT07289048 | 31 | 18 | 4 | 9 | 0 | 25 |",
        "| **Total** | **35** | **21** | **4** | **9** | **1** | **26** |",
    ]
    assert "Total" not in render.markdown([small])


def test_for_programs(small: Coverage) -> None:
    data = json.loads(json.dumps(render.as_data([small])))
    [protocol] = data["protocols"]
    assert protocol["protocol"] == "SMALL"
    assert protocol["totals"] == data["totals"]
    assert data["totals"]["forgotten"] == 2
    assert [each["status"] for each in protocol["criteria"]] == [*["computed"] * 3, "not encoded"]
    for criterion in protocol["criteria"]:
        for gap in criterion["unmentioned"]:
            assert criterion["text"][gap["start"] : gap["end"]] == gap["words"]
    assert protocol["criteria"][1]["unmentioned"][0]["why"] == "limit"


# ---- the page ---------------------------------------------------------------------------------


def test_the_page_marks_the_words_and_says_why(small: Coverage) -> None:
    root = parsed(render.page([small]))
    marks = [(words(mark), mark.get("class"), mark.get("title")) for mark in root.iter("mark")]
    assert marks == [
        ("within 14 days prior to", "absent", "not mentioned"),
        ("More than 2", "limit", LIMIT),
    ]
    gaps = [" ".join(words(each).split()) for each in with_class(root, "gaps")]
    assert gaps == [f"“{said}”: {why}" for said, _, why in marks]


def test_the_page_has_each_text_unchanged(small: Coverage) -> None:
    quotes = [words(quote) for quote in parsed(render.page([small])).iter("blockquote")]
    assert quotes == [each.criterion.text for each in small.criteria]


def test_the_page_shows_each_status(small: Coverage) -> None:
    root = parsed(render.page([small]))
    shown = [" ".join(words(each).split()) for each in with_class(root, "status")]
    assert shown == ["computed", "computed 1 query", "computed", "not encoded"]


def test_the_picture_has_a_text_and_its_parts_fill_it(small: Coverage) -> None:
    root = parsed(render.page([small]))
    [picture] = root.iter(f"{SVG}svg")
    [caption] = (each for each in root.iter() if each.get("id") == picture.get("aria-labelledby"))
    assert "4 criteria: 3 computed, 0 partly both, 0 judged, 1 not encoded" in words(caption)
    assert [(part.status, part.x, part.width) for part in bar(small.totals)] == [
        ("computed", 0.0, 75.0),
        ("not-encoded", 75.0, 25.0),
    ]
    assert len(list(picture.iter(f"{SVG}rect"))) == 2


def test_the_page_links_to_what_is_incomplete(small: Coverage) -> None:
    root = parsed(render.page([small]))
    anchors = {each.get("id") for each in root.iter()}
    links = [link.get("href", "") for link in root.iter("a")]
    assert links
    assert all(link.removeprefix("#") in anchors for link in links)
    [line] = with_class(root, "open")
    assert [words(link) for link in line.iter("a")] == ["I1", "E2", "E4"]


def test_the_page_loads_and_runs_nothing(small: Coverage) -> None:
    page = render.page([small])
    assert not re.search(r"(?i)<script|<link|src=|url\(|@import|javascript:|style=\"", page)
    [policy] = (m.get("content") or "" for m in parsed(page).iter("meta") if m.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


@given(programs())
@settings(max_examples=40)
def test_any_protocol_is_covered_and_shown(program: Program) -> None:
    found = coverage(program)
    parsed(render.page([found]))
    assert render.text([found], by_criterion=True)
    assert json.dumps(render.as_data([found]))
    numbers = found.totals
    assert numbers.criteria == (
        numbers.computed + numbers.judged + numbers.partly + numbers.not_encoded
    )
    for criterion in found.criteria:
        assert sum(len(piece.words) for piece in pieces(criterion)) >= len(criterion.criterion.text)


# ---- the command --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "criteria").mkdir()
    for name, text in {
        "whole": 'inclusion 1\n  > Smoker\n  fact smoker "Smoker?"\n',
        "stub": 'inclusion 1\n  > Age ≥ 18\n  judgement draft_1 by investigator "?"\n',
    }.items():
        path = tmp_path / "criteria" / f"{name}.crit"
        path.write_text(f'protocol {name.upper()} "Small"\n\n{text}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def critc(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


@pytest.mark.usefixtures("folder")
def test_without_files_all_protocols_are_covered() -> None:
    result = critc()
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()[:4]] == [
        "protocol", "STUB", "WHOLE", "total",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [("whole", 0), ("stub", 1)])
def test_strict_ends_with_1_when_something_is_forgotten(folder: Path, name: str, code: int) -> None:
    path = str(folder / "criteria" / f"{name}.crit")
    assert critc("--strict", path).exit_code == code
    assert critc(path).exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_single_file_has_its_criteria_and_several_have_them_if_asked() -> None:
    assert "I1 " in critc("criteria/whole.crit").stdout
    assert not re.search(r"(?m)^I1 ", critc().stdout)
    assert len(re.findall(r"(?m)^I1 ", critc("--criteria").stdout)) == 2


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("json", "{"), ("markdown", "| Protocol |"), ("html", "<!doctype html>")],
)
def test_the_other_forms(folder: Path, form: str, beginning: str) -> None:
    assert critc("--format", form).stdout.startswith(beginning)
    assert critc("--format", form, "-o", "out/coverage").exit_code == 0
    written = (folder / "out" / "coverage").read_text(encoding="utf-8")
    assert written == critc("--format", form).stdout


def test_a_file_with_errors_is_reported_and_the_others_are_covered(folder: Path) -> None:
    (folder / "criteria" / "bad.crit").write_text("inclusion one\n", encoding="utf-8")
    result = critc()
    assert result.exit_code == 1
    assert "WHOLE" in result.stdout
    assert "bad.crit" in result.stderr
