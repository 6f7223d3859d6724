"""Case coverage as it is shown, by `critc test --coverage`: for a terminal, for programs, as a page."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from click.testing import CliRunner, Result

from critc.casecoverage import case_coverage
from critc.casecoverage.render import page
from critc.commands.test import test as command
from critc.pipeline import compile_source
from critc.source import Source

PROTOCOL = """\
protocol SMALL "A small protocol"

fact stable "Is the disease stable?"
fact ecog : whole number from 0 to 5 "ECOG performance status"

inclusion 1
  > Stable <b>, and ECOG 0 or 1.
  all of
    - stable
    - ecog ≤ 1

exclusion 2
  > ECOG 4.
  ecog = 4

patient typical
  - stable = yes
  - ecog = 1

case "as it should be" of typical
  expect eligible

case "too weak" of typical
  - ecog = 4
  expect inclusion 1 violated

case "not known" of typical
  - ecog = not known
  expect inclusion 1 unknown
"""
SECOND = PROTOCOL.replace("SMALL", "OTHER").replace("ecog = 4\n\n", "ecog = 5\n\n", 1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two protocols in ``criteria/``, as the current one."""
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "small.crit").write_text(PROTOCOL, encoding="utf-8")
    (tmp_path / "criteria" / "other.crit").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def critc_test(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_one_file_shows_each_clause() -> None:
    found = critc_test("--coverage", "criteria/small.crit")
    assert found.exit_code == 0
    assert found.stderr == "criteria/small.crit: 3 cases, 3 expectations, none failed\n"
    assert found.stdout.splitlines() == [
        "protocol  cases  clauses  true and false  unknown  per cent",
        "SMALL         3        4               3        3      75 %",
        "",
        "Inclusion 1, line 6",
        "   line  true  false  unknown",
        "      8   ✓      ✓       ✓     both of these hold",
        "      9   ✓      –       –       the disease is stable  (never false)",
        "     10   ✓      ✓       ✓       ECOG performance status at most 1",
        "",
        "Exclusion 2, line 12",
        "   line  true  false  unknown",
        "     14   ✓      ✓       ✓     ECOG performance status exactly 4",
    ]


def test_several_files_show_what_lacks_a_case() -> None:
    found = critc_test("--coverage")
    assert found.exit_code == 0
    assert found.stdout.splitlines() == [
        "protocol  cases  clauses  true and false  unknown  per cent",
        "OTHER         3        4               2        3      50 %",
        "SMALL         3        4               3        3      75 %",
        "total         6        8               5        6    62.5 %",
        "",
        "criteria/other.crit: clauses for which a case is missing",
        "  Inclusion 1",
        "      9  never false: the disease is stable",
        "  Exclusion 2",
        "     14  never true: ECOG performance status exactly 5",
        "",
        "criteria/small.crit: clauses for which a case is missing",
        "  Inclusion 1",
        "      9  never false: the disease is stable",
    ]


def test_for_programs() -> None:
    data = json.loads(critc_test("--coverage", "json", "criteria/small.crit").stdout)
    [protocol] = data["protocols"]
    assert protocol["file"] == "criteria/small.crit"
    assert protocol["totals"] == data["totals"]
    assert data["totals"] == {
        "cases": 3, "clauses": 4, "both": 3, "unknown": 3, "constant": 0, "percent": 75.0,
    }  # fmt: skip
    assert [rule["name"] for rule in protocol["rules"]] == ["I1", "E2"]
    assert protocol["rules"][0]["clauses"][1] == {
        "line": 9,
        "end_line": 9,
        "depth": 1,
        "words": "the disease is stable",
        "of": "",
        "joint": False,
        "true": True,
        "false": False,
        "unknown": False,
        "state": "only true",
    }


@pytest.mark.parametrize(("least", "code"), [("50", 0), ("75", 1), ("62.5", 1)])
def test_too_few_clauses_end_with_exit_code_1(least: str, code: int) -> None:
    found = critc_test("--fail-under", least)
    assert found.exit_code == code
    said = f"criteria/other.crit: 50 % of the clauses, {least} % are asked\n"
    assert (said in found.stderr) == bool(code)
    assert "criteria/small.crit: 75 %" not in found.stderr
    assert found.stdout.startswith("protocol  cases")


def test_a_failing_case_still_fails(folder: Path) -> None:
    wrong = PROTOCOL.replace("expect inclusion 1 violated", "expect inclusion 1 satisfied")
    (folder / "criteria" / "small.crit").write_text(wrong, encoding="utf-8")
    found = critc_test("--coverage", "json", "criteria/small.crit")
    assert found.exit_code == 1
    assert "too weak" in found.stderr
    assert json.loads(found.stdout)["totals"]["both"] == 3


def test_without_coverage_nothing_changes() -> None:
    found = critc_test("criteria/small.crit")
    assert found.stdout == "criteria/small.crit: 3 cases, 3 expectations, none failed\n"
    assert found.stderr == ""
    assert len(critc_test().stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--coverage", "json", "--format", "json"], "write --coverage json"),
        (["-o", "x.html"], "give --coverage too"),
        (["--fail-under", "101"], "0<=x<=100"),
        (["--coverage=xml"], "'xml' is not one of"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str) -> None:
    found = critc_test(*arguments)
    assert found.exit_code == 2
    assert said in found.stderr


def test_the_page_is_written_to_a_file(folder: Path) -> None:
    found = critc_test("--coverage", "html", "-o", "cases.html")
    assert found.stderr.endswith("wrote cases.html\n")
    assert found.stdout == ""
    assert (folder / "cases.html").read_text(encoding="utf-8").startswith("<!doctype html>")


# ---- the page ----------------------------------------------------------------------------------


def made() -> str:
    compilation = compile_source(Source("criteria/small.crit", PROTOCOL))
    assert compilation.program is not None
    return page([case_coverage(compilation.program, compilation.source, compilation.cases)])


def parsed(html: str) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    assert not parser.errors, parser.errors
    return root


def words(element: Element) -> str:
    return "".join(element.itertext())


def source_lines(root: Element) -> Iterator[Element]:
    for listing in root.iter("ol"):
        yield from listing


def test_the_page_colours_the_lines_of_the_source() -> None:
    found = {int(line.get("value", 0)): line for line in source_lines(parsed(made()))}
    assert {number: line.get("class") for number, line in found.items() if line.get("class")} == {
        8: "both",
        9: "only-true",
        10: "both",
        14: "both",
    }
    assert words(found[9]) == "    - stable never false"
    assert found[6].find("code") is not None
    assert words(found[7]) == "  > Stable <b>, and ECOG 0 or 1."


def test_the_page_says_in_words_what_it_shows_in_colour() -> None:
    root = parsed(made())
    for line in source_lines(root):
        if line.get("class"):
            [mark] = line.findall("span")
            assert mark.get("aria-label") or words(mark)
    rows = [[words(cell) for cell in row] for row in root.iter("tr")]
    assert ["the disease is stable never false", "", "9", "yes", "–", "–"] in rows


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    html = made()
    root = parsed(html)
    [policy] = [each.get("content", "") for each in root.iter("meta") if each.get("http-equiv")]
    [style] = [words(each) for each in root.iter("style")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert not list(root.iter("script"))
    assert not [each for each in root.iter() if each.get("style") or each.get("src")]
    assert all(each.get("href", "").startswith("#") for each in root.iter("a"))
    assert not re.search(r"url\(|@import", style)


def test_the_page_has_a_place_for_each_link() -> None:
    root = parsed(made())
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    named = [each.get("aria-labelledby") for each in root.iter() if each.get("aria-labelledby")]
    links = [each.get("href", "")[1:] for each in root.iter("a")]
    assert {*named, *links} <= {*ids}
    assert "p1-I1" in links


def test_the_page_has_a_dark_side() -> None:
    assert "prefers-color-scheme: dark" in made()
    assert '<meta name="color-scheme" content="light dark">' in made()
