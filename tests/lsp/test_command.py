"""`critc lsp` as a command."""

from __future__ import annotations

import subprocess
import sys

WITHOUT_PYGLS = "import sys; sys.modules['pygls'] = None; from critc.cli import main; main(['lsp'])"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def test_without_its_library_it_says_what_to_install() -> None:
    done = run("-c", WITHOUT_PYGLS)
    assert done.returncode == 2
    assert 'pip install "critc[lsp]"' in done.stderr
    assert done.stdout == ""


def test_the_command_line_starts_without_it() -> None:
    code = (
        "import sys, critc.cli; print([m for m in sys.modules if m.startswith(('pygls', 'lark'))])"
    )
    assert run("-c", code).stdout == "[]\n"


def test_help_has_examples() -> None:
    done = run("-m", "critc", "lsp", "--help")
    assert done.returncode == 0
    assert "critc lsp --tcp 7357" in done.stdout


def test_a_port_that_is_none_is_wrong_use() -> None:
    assert run("-m", "critc", "lsp", "--tcp", "99999").returncode == 2
