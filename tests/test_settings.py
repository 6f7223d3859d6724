"""Settings: where they are found, what they change, and what is said of those that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.cli import main
from critc.settings import Settings, SettingsError, find_settings

PROTOCOL = """\
protocol SMALL "A small protocol"

fact ecog : whole number from 0 to 5 "ECOG performance status"

inclusion 1
  > ECOG performance status of 0 or 1.
  ecog is from 0 to 1

patient typical
  - ecog = 1

case "fit" of typical
  expect eligible
"""
ALL = """\
criteria = ["protocols", "more/one.crit"]
output = "out"
formats = ["json", "md"]
paper = "Letter"

[lint]
ignore = ["W0607"]

[test]
fail-under = 90.5
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a protocol in ``protocols/``, as the current one."""
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "small.crit").write_text(PROTOCOL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def critc(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def settle(folder: Path, text: str, name: str = "critc.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


# ---- where they are found ---------------------------------------------------------------------


def test_without_a_file_there_is_what_holds_without_one(tmp_path: Path) -> None:
    assert find_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("critc.toml", ALL),
        ("pyproject.toml", "[tool.critc]\n" + ALL.replace("[", "[tool.critc.", 9)),
    ],
)
def test_everything_can_be_settled_in_either_file(tmp_path: Path, name: str, text: str) -> None:
    # Only headers of tables begin a line with a bracket.
    text = text.replace(" [tool.critc.", " [")
    settle(tmp_path, text, name)
    assert find_settings(tmp_path) == Settings(
        file=Path(name),
        criteria=(Path("protocols"), Path("more/one.crit")),
        output=Path("out"),
        formats=("md", "json"),
        paper="letter",
        fail_under=90.5,
        lint_ignore=("W0607",),
    )


def test_paths_are_those_of_the_file_seen_from_here(tmp_path: Path) -> None:
    settle(tmp_path, 'output = "out"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    found = find_settings(inner)
    assert found.output == Path("../../out")
    assert found.file == Path("../../critc.toml")


def test_the_nearest_file_holds_alone(tmp_path: Path) -> None:
    settle(tmp_path, 'paper = "letter"\noutput = "outer"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    settle(inner, '[tool.other]\nname = "critc"\n', "pyproject.toml")
    assert find_settings(inner).paper == "letter"
    settle(inner, '[tool.critc]\noutput = "inner"\n', "pyproject.toml")
    assert (find_settings(inner).paper, find_settings(inner).output) == ("A4", Path("inner"))
    settle(inner, 'output = "own"\n')
    assert find_settings(inner).output == Path("own")


def test_a_shared_file_that_is_not_about_critc_is_not_looked_into(tmp_path: Path) -> None:
    settle(tmp_path, "this = = is no TOML", "pyproject.toml")
    assert find_settings(tmp_path) == Settings()


# ---- what they change -------------------------------------------------------------------------


def test_commands_take_their_files_and_options_from_them(folder: Path) -> None:
    assert critc("check").exit_code == 2
    settle(folder, 'criteria = ["protocols"]\noutput = "out"\nformats = ["json", "md"]\n')
    assert "protocols/small.crit: 1 criterion, 1 cases" in critc("check").stdout
    for command in ("build", "test", "coverage", "queries", "fmt"):
        assert critc(command).exit_code == 0, command
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["small.json", "small.md"]
    assert "[default: out]" in critc("build", "--help").stdout


def test_options_come_before_settings(folder: Path) -> None:
    settle(folder, 'criteria = ["protocols"]\noutput = "out"\nformats = ["json"]\n')
    assert critc("build", "--output", "other", "--format", "md").exit_code == 0
    assert not (folder / "out").exists()
    assert [path.name for path in (folder / "other").iterdir()] == ["small.md"]


def test_they_hold_in_a_folder_further_down(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(folder, 'criteria = ["protocols"]\noutput = "out"\nformats = ["md"]\n')
    monkeypatch.chdir(folder / "protocols")
    assert critc("build").exit_code == 0
    assert (folder / "out" / "small.md").is_file()
    assert critc("build", "--check").exit_code == 0


def test_coverage_that_is_asked_for_is_held_against_them(folder: Path) -> None:
    settle(folder, 'criteria = ["protocols"]\n\n[test]\nfail-under = 100\n')
    assert critc("test").exit_code == 0
    result = critc("test", "--coverage")
    assert result.exit_code == 1
    assert "100 % are asked" in result.stderr
    assert critc("test", "--coverage", "--fail-under", "0").exit_code == 0


def test_lints_can_be_left_out(folder: Path) -> None:
    vague = PROTOCOL.replace("of 0 or 1", "of 0 or 1, major")
    (folder / "protocols" / "small.crit").write_text(vague, encoding="utf-8")
    settle(folder, 'criteria = ["protocols"]\n')
    result = critc("lint")
    assert result.exit_code == 1
    assert "W0608" in result.stdout
    settle(folder, 'criteria = ["protocols"]\n\n[lint]\nignore = ["W0608"]\n')
    assert critc("lint").exit_code == 0
    assert critc("lint", "--select", "W0608").exit_code == 1
    assert critc("lint", "--ignore", "W0601").exit_code == 1


# ---- what is wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\noutptu = "x"\n', "critc.toml:2: there is no setting `outptu`; did you mean `output`?"),
        ("fail_under = 3", "critc.toml:1: there is no setting `fail_under`; did you mean `test.f"),
        ("[lint]\nignroe = []", "critc.toml:2: there is no setting `lint.ignroe`; did you mean `l"),
        ("lint = 3", "critc.toml:1: there is no setting `lint`; did you mean `lint.ignore`?"),
        (
            "[nonsense]\nx = 1",
            "critc.toml:2: there is no setting `nonsense.x`; there are criteria,",
        ),
        ("[zzzzz]", "critc.toml:1: there is no setting `zzzzz`"),
        ('criteria = "criteria"', "critc.toml:1: `criteria` takes a list of folders and files"),
        ("criteria = []", "critc.toml:1: `criteria` takes a list"),
        ("criteria = [3]", "critc.toml:1: `criteria` takes a list"),
        ("output = 3", "critc.toml:1: `output` takes the name of a folder"),
        ('paper = "A5"', 'critc.toml:1: `paper` takes "A4" or "letter"'),
        ('formats = ["md", "xlsx"]', "critc.toml:1: `formats` takes a list of some of py, md"),
        ("formats = [[1]]", "critc.toml:1: `formats` takes"),
        (
            "[test]\nfail-under = 101",
            "critc.toml:2: `test.fail-under` takes a number from 0 to 100",
        ),
        ("test.fail-under = true", "critc.toml:1: `test.fail-under` takes a number"),
        ('lint = { ignore = ["E0101"] }', "critc.toml:1: `lint.ignore` takes a list of codes"),
        ("output =", "critc.toml:1: this is not as TOML is written: Invalid value"),
        ("a = 1\na = 2", "critc.toml:2: this is not as TOML is written"),
        ("output = '''", "critc.toml:1: this is not as TOML is written"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    settle(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        find_settings(tmp_path)
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(said)


def test_what_is_wrong_in_a_shared_file_is_said_with_its_place(tmp_path: Path) -> None:
    settle(tmp_path, '[project]\npaper = "x"\n\n[tool.critc]\npaper = "x"\n', "pyproject.toml")
    with pytest.raises(SettingsError, match=r"^pyproject.toml:5: `paper` takes"):
        find_settings(tmp_path)
    settle(tmp_path, "[tool]\ncritc = 3\n", "pyproject.toml")
    with pytest.raises(SettingsError, match=r"^pyproject.toml:2: `tool.critc` takes a table"):
        find_settings(tmp_path)


def test_settings_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "critc.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        find_settings(tmp_path)


@pytest.mark.parametrize(
    "command", ["check", "fmt", "build", "test", "coverage", "queries", "watch"]
)
def test_wrong_settings_are_wrong_use_of_each_command(folder: Path, command: str) -> None:
    settle(folder, 'outptu = "x"\n')
    for arguments in ((command,), (command, "protocols/small.crit")):
        result = critc(*arguments)
        assert result.exit_code == 2
        assert "critc.toml:1: there is no setting `outptu`" in result.stderr
    assert critc(command, "--help").exit_code == 0
