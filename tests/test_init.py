"""A new repository of protocols: what it begins with passes its own checks."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.cli import main
from critc.pipeline import compile_source, read_source
from critc.settings import Settings, find_settings
from critc.starter import EXAMPLE, files

ROOT = Path(__file__).parent.parent


def critc(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that has just begun, as the current folder."""
    monkeypatch.chdir(tmp_path)
    assert critc("init", "ours").exit_code == 0
    monkeypatch.chdir(tmp_path / "ours")
    return tmp_path / "ours"


def run(command: str, folder: Path, *files_: str) -> subprocess.CompletedProcess[str]:
    """A command line as a CI runner has it: `critc` is the one under test."""
    words = shlex.split(command)
    assert words[0] == "critc"
    return subprocess.run(
        [sys.executable, "-m", *words, *files_],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_passes_the_checks_of_its_own_ci(repository: Path) -> None:
    workflow = (repository / ".github/workflows/criteria.yml").read_text(encoding="utf-8")
    commands = re.findall(r"^ +- run: (critc .*)$", workflow, re.MULTILINE)
    assert [command.split()[1] for command in commands] == ["check", "lint", "fmt", "test", "build"]
    for command in commands:
        done = run(command, repository)
        assert done.returncode == 0, done.stdout + done.stderr


def test_its_checks_fail_where_something_is_wrong(repository: Path) -> None:
    example = repository / EXAMPLE
    text = example.read_text(encoding="utf-8")
    workflow = (repository / ".github/workflows/criteria.yml").read_text(encoding="utf-8")
    slips = {
        "critc check": ("surgery within", "sugery within"),
        "critc lint": ('  query undefined "Which surgery counts as major?"\n', ""),
        "critc fmt --check": ("100 × 10^9/L", "100   10^9/L"),
        "critc test --coverage": ("expect inclusion 2 violated", "expect inclusion 2 satisfied"),
        "critc build --check": ("98 × 10^9/L", "98 × 10^9/L"),
    }
    for command, (right, wrong) in slips.items():
        assert f"- run: {command}\n" in workflow
        slip = text.replace(right, wrong) if right != wrong else text + "\n# Another comment.\n"
        if command == "critc lint":
            slip = slip.replace('    read as "surgery in general anaesthesia"\n', "")
        example.write_text(slip, encoding="utf-8")
        assert run(command, repository).returncode == 1, command


def test_a_clause_without_a_case_fails_the_coverage(repository: Path) -> None:
    example = repository / EXAMPLE
    text = example.read_text(encoding="utf-8")
    case = text[text.index('case "too few"') : text.index('case "not counted"')]
    example.write_text(text.replace(case, ""), encoding="utf-8")
    assert run("critc test --coverage", repository).returncode == 1


def test_the_hooks_run_what_they_say(repository: Path) -> None:
    text = (repository / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^ +entry: (.*)$", text, re.MULTILINE)
    published = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert entries == re.findall(r"^ +entry: (.*)$", published, re.MULTILINE)
    for entry in entries:
        names = [] if "build" in entry else [EXAMPLE]
        done = run(entry, repository, *names)
        assert done.returncode == 0, done.stdout + done.stderr
    (repository / EXAMPLE).write_text("inclusion 1\n  (((\n", encoding="utf-8")
    for entry in entries:
        names = [] if "build" in entry else [EXAMPLE]
        assert run(entry, repository, *names).returncode == 1, entry


def test_the_example_is_a_protocol_without_findings() -> None:
    path = ROOT / "compiler/critc/starter/files/example.crit"
    compilation = compile_source(read_source(path))
    assert compilation.program is not None
    assert compilation.diagnostics == ()
    assert len(compilation.program.criteria) == 3
    assert compilation.cases


def test_its_settings_are_what_holds_without_them_but_for_the_cases(repository: Path) -> None:
    found = find_settings(repository)
    assert found == Settings(file=Path("critc.toml"), fail_under=100.0)


def test_nothing_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for place in files():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("ours", encoding="utf-8")
        result = critc("init")
        assert result.exit_code == 2
        assert place in result.stderr
        assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == [path.name]
        path.unlink()
    assert critc("init").exit_code == 0
    assert (tmp_path / "generated" / "example.html").is_file()


def test_next_steps_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = critc("init", "ours")
    assert "cd ours" in result.stderr
    assert "critc watch --open" in result.stderr
    wrote = result.stdout.splitlines()
    assert f"wrote {Path('ours', 'critc.toml')}" in wrote
    assert "cd " not in critc("init").stderr


def test_readme_and_hooks_name_commands_that_there_are(repository: Path) -> None:
    for name in ("README.md", ".pre-commit-config.yaml", "critc.toml"):
        text = (repository / name).read_text(encoding="utf-8")
        for command in re.findall(r"\bcritc ([a-z-]+)", text):
            assert command in main.commands, f"{name}: critc {command}"


# ---- shells -----------------------------------------------------------------------------------


def completed(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of some words, by the script that `critc completion` prints."""
    quoted = " ".join(shlex.quote(word) for word in words)
    script = f"""
        critc() {{ {shlex.quote(sys.executable)} -m critc "$@"; }}
        eval "$(critc completion bash)"
        COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}
        _critc_completion {shlex.quote(str(folder / "bin" / "critc"))}
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    (folder / "bin").mkdir(exist_ok=True)
    starter = folder / "bin" / "critc"
    starter.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m critc "$@"\n')
    starter.chmod(0o755)
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "compiler")},
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_commands_options_files_and_codes(repository: Path) -> None:
    assert completed(repository, "critc", "wat") == ["watch"]
    assert completed(repository, "critc", "build", "--pap") == ["--paper"]
    assert completed(repository, "critc", "check", "cri") == [EXAMPLE]
    assert completed(repository, "critc", "check", "") == [EXAMPLE]
    assert completed(repository, "critc", "explain-code", "E0201") == ["E0201"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    result = critc("completion", shell)
    assert result.exit_code == 0
    assert f"_CRITC_COMPLETE={shell}_complete" in result.stdout
