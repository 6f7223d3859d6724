"""`critc explain-code`: pages on a terminal and in pipes, the list of them, and wrong use."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from critc import messages
from critc.cli import main
from critc.messages import page, titles


def critc(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, arguments, color=color, catch_exceptions=False)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is a terminal, as the command sees it."""
    screen = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("critc.commands.explain_code.sys", SimpleNamespace(stdout=screen))


def test_a_page_has_title_paragraphs_and_both_examples() -> None:
    done = critc("explain-code", "E0141")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    sheet = page("E0141")
    assert lines[0] == f"E0141: {sheet.title}"
    assert max(map(len, lines)) <= 100
    words = " ".join(done.output.split())
    assert all(paragraph in words for paragraph in sheet.paragraphs)
    wrong, right = lines.index("  Wrong"), lines.index("  Right")
    assert [line[4:] for line in lines[wrong + 2 : right - 1]] == sheet.wrong.splitlines()
    assert [line[4:] for line in lines[right + 2 :]] == sheet.right.splitlines()
    assert "\x1b" not in done.output


def test_codes_are_typed_in_any_case_and_several_at_once() -> None:
    both = critc("explain-code", "e0141", "E0145").output
    assert (
        both == critc("explain-code", "E0141").output + "\n" + critc("explain-code", "E0145").output
    )


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colour() -> None:
    done = critc("explain-code", "E0141", color=True)
    assert done.output.startswith("\x1b[31m\x1b[1mE0141: ")
    assert "\x1b[32m\x1b[1mRight\x1b[0m" in done.output


def test_a_line_that_no_terminal_holds_is_cut() -> None:
    assert max(map(len, page("E0108").wrong.splitlines())) > 20_000
    assert max(map(len, critc("explain-code", "E0108").output.splitlines())) <= 110


def test_an_unknown_code_is_wrong_use_and_the_nearest_are_named() -> None:
    done = critc("explain-code", "E0141", "E01411")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert re.search(r"there is no code E01411; did you mean .*\bE0141\b", done.stderr)


def test_what_is_like_no_code_leads_to_the_list() -> None:
    done = critc("explain-code", "comma")
    assert done.exit_code == 2
    assert "there is no code comma; critc explain-code lists them all" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_the_list_has_each_code_with_its_title(arguments: tuple[str, ...]) -> None:
    done = critc("explain-code", *arguments)
    assert done.exit_code == 0
    assert done.output.splitlines() == [f"{code}  {title}" for code, title in titles().items()]


def test_the_list_takes_no_code() -> None:
    assert critc("explain-code", "--list", "E0141").exit_code == 2


def test_json_is_for_programs() -> None:
    [told] = json.loads(critc("explain-code", "e0141", "--format", "json").output)
    sheet = page("E0141")
    assert told == {
        "code": "E0141",
        "severity": "error",
        "title": sheet.title,
        "paragraphs": [*sheet.paragraphs],
        "wrong": sheet.wrong,
        "right": sheet.right,
    }
    assert json.loads(critc("explain-code", "W0501", "--format", "json").output)[0]["severity"] == (
        "warning"
    )
    listed = json.loads(critc("explain-code", "--format", "json").output)
    assert {"code": "E0141", "title": sheet.title} in listed


def test_the_shell_completes_codes() -> None:
    completion = ShellComplete(main, {}, "critc", "_CRITC_COMPLETE")
    offered = completion.get_completions(["explain-code"], "e014")
    assert [item.value for item in offered] == [c for c in titles() if c.startswith("E014")]
    assert offered[0].help == page("E0141").title


def test_an_installed_package_has_its_own_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel has them beside the module; the checkout's are looked at where there are none."""
    (tmp_path / "messages").mkdir()
    text = (
        "# E0999: Packed\n\nWords.\n\n## Wrong\n\n```crit\nx\n```\n\n## Right\n\n```crit\ny\n```\n"
    )
    (tmp_path / "messages" / "E0999.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(messages, "__file__", str(tmp_path / "messages.py"))
    assert titles() == {"E0999": "Packed"}
    assert page("E0999").right == "y\n"


# ---- the hint below messages ---------------------------------------------------------------------

BROKEN = """\
protocol SMALL "A small protocol"

fact ecog : whole number from 0 to 5 "ECOG performance status"

inclusion 5
  ecog == 1

inclusion 6
  ecog at least 1

inclusion 7
  ecog between 0 and 1

inclusion 8
  ecog ≤ 1,5

inclusion 9
  ecog == 1
"""


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A file with five mistakes of four kinds."""
    path = tmp_path / "small.crit"
    path.write_text(BROKEN, encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_told_where_more_is_said(broken: str) -> None:
    done = critc("check", broken)
    assert done.exit_code == 1
    assert done.output.endswith("\n\ncritc explain-code E0136 E0137 E0132 says more\n")


@pytest.mark.usefixtures("terminal")
def test_a_file_without_findings_gets_no_hint(tmp_path: Path) -> None:
    path = tmp_path / "fine.crit"
    path.write_text(page("E0141").right, encoding="utf-8")
    assert "explain-code" not in critc("check", str(path)).output


def test_pipes_and_programs_get_no_hint(broken: str) -> None:
    assert "explain-code" not in critc("check", broken).output
    assert "explain-code" not in critc("check", "--format", "json", broken).output
