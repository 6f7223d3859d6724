"""`critc fmt` as one meets it: files, standard input, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.cli import main
from critc.format import style
from critc.render.diff import painted, unified

LOOSE = 'fact  a   "A"\n\n\n# why\ninclusion 1\n  >Words.\n  a   # beside\n'
STYLED = 'fact a "A"\n\n# why\ninclusion 1\n  > Words.\n  a  # beside\n'
BROKEN = 'fact  a "A"\n\ninclusion 1\n  a is\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a protocol and a library in ``criteria/``."""
    (tmp_path / "criteria" / "library").mkdir(parents=True)
    write(tmp_path / "criteria" / "small.crit", LOOSE)
    write(tmp_path / "criteria" / "library" / "own.crit", 'library own "Own"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def read(path: Path) -> str:
    return path.read_bytes().decode()


def fmt(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)], stdin, catch_exceptions=False)


def test_all_of_criteria_is_written_in_the_style(folder: Path) -> None:
    result = fmt()
    assert result.exit_code == 0
    assert result.stdout == (
        "criteria/small.crit: formatted\ncriteria/library/own.crit: unchanged\n"
    )
    assert read(folder / "criteria" / "small.crit") == STYLED
    assert fmt().stdout.count("unchanged") == 2


def test_check_lists_what_would_change_and_changes_nothing(folder: Path) -> None:
    result = fmt("--check")
    assert (result.exit_code, result.stdout) == (1, "criteria/small.crit\n")
    assert read(folder / "criteria" / "small.crit") == LOOSE
    fmt()
    result = fmt("--check")
    assert (result.exit_code, result.output) == (0, "")


def test_diff_shows_what_would_change_and_changes_nothing(folder: Path) -> None:
    result = fmt("--diff")
    assert result.exit_code == 0
    assert result.stdout == (
        "--- criteria/small.crit\n+++ criteria/small.crit\n@@ -1,7 +1,6 @@\n"
        '-fact  a   "A"\n-\n+fact a "A"\n \n # why\n inclusion 1\n'
        "-  >Words.\n-  a   # beside\n+  > Words.\n+  a  # beside\n"
    )
    assert read(folder / "criteria" / "small.crit") == LOOSE


def test_diff_and_check_part_what_is_piped_from_what_is_said(folder: Path) -> None:
    result = fmt("--diff", "--check", folder / "criteria" / "small.crit")
    assert result.exit_code == 1
    assert result.stdout.startswith("---")
    assert result.stderr == f"{folder.as_posix()}/criteria/small.crit\n"


def test_a_file_with_mistakes_is_left_alone_and_the_others_are_written(folder: Path) -> None:
    broken = write(folder / "criteria" / "broken.crit", BROKEN)
    result = fmt()
    assert result.exit_code == 1
    assert "criteria/broken.crit:4:5" in result.stderr
    assert read(broken) == BROKEN
    assert read(folder / "criteria" / "small.crit") == STYLED


def test_standard_input_goes_to_standard_output() -> None:
    assert fmt("-", stdin=LOOSE).stdout == STYLED
    assert fmt("-", stdin=STYLED).stdout == STYLED
    checked = fmt("-", "--check", stdin=LOOSE)
    assert (checked.exit_code, checked.stdout) == (1, "standard input\n")


def test_of_a_broken_standard_input_nothing_is_written_out() -> None:
    result = fmt("-", stdin=BROKEN)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "standard input:4:5" in result.stderr


def test_standard_input_stands_alone(folder: Path) -> None:
    result = fmt("-", "criteria/small.crit", stdin=LOOSE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert read(folder / "criteria" / "small.crit") == LOOSE


def test_line_ends_the_link_and_the_mode_stay(folder: Path) -> None:
    file = write(folder / "real.crit", LOOSE.replace("\n", "\r\n"))
    file.chmod(0o600)
    link = folder / "link.crit"
    link.symlink_to(file)
    assert fmt(link).exit_code == 0
    assert read(file) == STYLED.replace("\n", "\r\n")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("data", [b"fact a \xff", None])
def test_what_cannot_be_read_is_wrong_use(folder: Path, data: bytes | None) -> None:
    if data:
        (folder / "odd.crit").write_bytes(data)
    assert fmt("odd.crit").exit_code == 2


def test_nothing_is_written_that_would_not_say_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(style, "with_comments", lambda _rows, printed, _places: printed)
    result = fmt("criteria/small.crit")
    assert result.exit_code == 1
    assert "criteria/small.crit: left as it is" in result.stderr
    assert read(folder / "criteria" / "small.crit") == LOOSE


def test_a_diff_tells_of_a_missing_line_end_and_keeps_others() -> None:
    lines = list(unified("a", "1\r\n2\u2028\n3", "1\n2\u2028\n3\n"))
    assert lines[3:] == [
        "-1\r\n", "+1\n", " 2\u2028\n", "-3\n", "\\ No newline at end of file\n", "+3\n"
    ]  # fmt: skip


def test_a_painted_line_does_nothing_to_the_terminal() -> None:
    assert painted("+# \x1b[2J\u202e\r\n") == "\x1b[32m+# �[2J�\x1b[0m\n"
    assert painted(" plain\n") == " plain\n"
