"""The extension for VS Code: packed whole, loaded, and with an answer where no critc is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from editors.node import EDITORS, ROOT, VENV, node

from critc.version import __version__

HERE = Path(__file__).parent
SOURCE = EDITORS / "vscode"

# A critc in which something is missing, that says what a real one would say.
WITHOUT_EXTRA = "import sys; sys.modules.update(pygls=None, lsprotocol=None)"
TOO_OLD = "import sys; sys.argv[1:] = ['no-such-command']"


DRAFT = """\
protocol EXAMPLE "Example"

fact age : years "Age"

inclusion 1
  > Age of at least 18 years
  age ≥ 18 kg
"""


def manifest() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    return read


def program(folder: Path, before: str) -> str:
    """A critc that runs a line of Python first."""
    path = folder / "critc"
    path.parent.mkdir(parents=True)
    lines = [f"#!{sys.executable}", before, "from critc.cli import main", "main()", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what is in the .vsix, which `make vsix` has made at a place of its own."""
    folder = tmp_path_factory.mktemp("vsix")
    vsix = folder / "critc.vsix"
    places = [f"VSCODE={folder / 'vscode'}", f"VSIX={vsix}"]
    made = ["make", "--old-file=.venv/.installed-web", "vsix", *places]
    done = subprocess.run(made, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(vsix) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked" / "extension"


def test_the_package_has_what_is_needed_and_nothing_else(packed: Path) -> None:
    files = {path.relative_to(packed).as_posix() for path in packed.rglob("*") if path.is_file()}
    assert files == {
        "LICENSE.txt",
        "changelog.md",
        "dist/extension.js",
        "language-configuration.json",
        "package.json",
        "readme.md",
        "syntaxes/crit.tmLanguage.json",
    }
    for name in ("package.json", "language-configuration.json", "syntaxes/crit.tmLanguage.json"):
        assert (packed / name).read_bytes() == (SOURCE / name).read_bytes()
    assert (packed / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    bundle = (packed / "dist" / "extension.js").read_text(encoding="utf-8")
    assert set(re.findall(r'\brequire\("([^"]+)"\)', bundle)) <= {
        *("vscode", "child_process", "crypto", "fs", "net", "os", "path", "readline", "util"),
        *("node:child_process", "node:fs", "node:os", "node:path"),
    }


def test_the_manifest_names_files_that_are_there(packed: Path) -> None:
    said = manifest()
    contributed = said["contributes"]
    named = [
        said["main"],
        *(language["configuration"] for language in contributed["languages"]),
        *(grammar["path"] for grammar in contributed["grammars"]),
    ]
    assert [name for name in named if not (packed / name).is_file()] == []
    assert said["version"] == __version__
    assert said["version"] in (SOURCE / "CHANGELOG.md").read_text(encoding="utf-8")
    settings = set(contributed["configuration"]["properties"])
    assert set(said["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]) <= settings


def activated(
    packed: Path, folder: Path, *files: Path, setting: str = "", trusted: bool = True
) -> dict[str, Any]:
    """What the extension does in a folder with these files open and an empty search path."""
    bundle = packed / "dist" / "extension.js"
    known = [setting, "trusted" if trusted else "not trusted"]
    nothing = {"PATH": os.pathsep}
    said = node(HERE / "activation.js", bundle, folder, *known, *files, environment=nothing)
    seen: dict[str, Any] = json.loads(said)
    return seen


def test_with_critc_its_findings_are_shown(packed: Path, tmp_path: Path) -> None:
    draft = tmp_path / "a draft.crit"
    draft.write_text(DRAFT, encoding="utf-8")
    seen = activated(packed, tmp_path, draft, setting=str(VENV / "bin" / "critc"))
    assert seen["told"] == []
    (found,) = seen["found"][str(draft)]
    assert found.startswith("This compares years and kg")


def test_without_critc_the_writer_is_told_what_to_do(packed: Path, tmp_path: Path) -> None:
    seen = activated(packed, tmp_path)
    (told,) = seen["told"]
    assert told["text"].startswith("critc was not found on this computer. Install it with pip inst")
    assert told["buttons"] == ["Copy the command", "Open the settings", "Try again"]
    assert seen["copied"] == ['pip install "critc[lsp]"']
    commands = [command["command"] for command in manifest()["contributes"]["commands"]]
    assert seen["commands"] == commands


def test_a_critc_without_its_part_for_editors_is_told(packed: Path, tmp_path: Path) -> None:
    program(tmp_path / ".venv" / "bin", WITHOUT_EXTRA)
    (told,) = activated(packed, tmp_path)["told"]
    assert told["text"].startswith("critc lacks its part for editors. Install it with")


def test_where_the_folder_is_not_trusted_nothing_is_started(packed: Path, tmp_path: Path) -> None:
    started = tmp_path / "started"
    before = f"open({str(started)!r}, 'w').close(); raise SystemExit('no room left')"
    program(tmp_path / ".venv" / "bin", before)
    assert activated(packed, tmp_path, trusted=False)["told"] == []
    assert not started.exists()
    (told,) = activated(packed, tmp_path)["told"]
    assert "does not start: no room left." in told["text"]
    assert started.exists()


def test_the_choice_of_the_program(tmp_path: Path) -> None:
    """By Node's own test runner: tests/editors/server.test.js."""
    programs = {
        "CRITC": str(VENV / "bin" / "critc"),
        "WITHOUT_EXTRA": program(tmp_path / "without", WITHOUT_EXTRA),
        "TOO_OLD": program(tmp_path / "old", TOO_OLD),
    }
    said = node("--test", HERE / "server.test.js", environment=programs)
    assert re.search(r"pass 1\d$", said, re.MULTILINE), said
