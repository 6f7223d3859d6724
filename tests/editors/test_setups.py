"""What Neovim, Emacs and Helix are told: the files, the name of the language, the server to start."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from editors.node import EDITORS, ROOT

from critc.cli import main

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read(path: str) -> str:
    return (EDITORS / path).read_text(encoding="utf-8")


def neovim() -> list[str]:
    found = re.search(r"cmd = \{ (.*?) \}", read("neovim/lsp/critc.lua"))
    assert found
    return re.findall(r'"(.*?)"', found[1])


def emacs() -> list[str]:
    found = re.search(r"\(defcustom crit-server-command '\((.*?)\)", read("emacs/crit-mode.el"))
    assert found
    return re.findall(r'"(.*?)"', found[1])


def helix() -> list[str]:
    said = tomllib.loads(read("helix/languages.toml"))
    (language,) = said["language"]
    (name,) = language["language-servers"]
    assert (language["name"], language["file-types"]) == ("crit", ["crit"])
    server = said["language-server"][name]
    return [server["command"], *server["args"]]


@pytest.mark.parametrize("started", [neovim, emacs, helix])
def test_the_server_is_a_command_of_critc(started: Callable[[], list[str]]) -> None:
    program, command = started()
    assert program == "critc"
    assert command in main.commands


def test_the_files_are_those_of_critc() -> None:
    assert "*.crit setfiletype crit" in read("neovim/ftdetect/crit.vim")
    assert 'filetypes = { "crit" }' in read("neovim/lsp/critc.lua")
    assert r"""'("\\.crit\\'" . crit-mode)""" in read("emacs/crit-mode.el")


def test_each_editor_has_a_section_in_the_documentation() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    for title, folder in (("VS Code", "vscode"), ("Neovim", "neovim"), ("Emacs", "emacs")):
        assert f"\n## {title}\n" in page
        assert (EDITORS / folder / "README.md").is_file()
    assert "../editors/helix/languages.toml" in page
