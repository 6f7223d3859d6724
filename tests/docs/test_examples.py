"""What the pages of the documentation show is what happens."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
import yaml
from docs.sessions import DOCS, TUTORIAL, Session, blocks

from critc.cli import main
from critc.pipeline import compile_source, read_source
from critc.source import Source
from critc.version import __version__

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("*.md"))


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_happens(page: str, request: pytest.FixtureRequest) -> None:
    loaded = set(sys.modules)
    shown = text(page)
    should = Session(shown).run()
    for module in set(sys.modules) - loaded:
        if not hasattr(sys.modules[module], "__path__") and (Path.cwd() / f"{module}.py").exists():
            del sys.modules[module]
    if request.config.getoption("--update-golden"):
        (DOCS / page).write_text(should, encoding="utf-8", newline="\n")
    assert should == text(page)


@pytest.mark.parametrize("page", PAGES)
def test_every_example_of_the_language_compiles(page: str) -> None:
    """Each belongs to a file, and when the page is done the file has no error."""
    shown = [block for block in blocks(text(page)) if block.language == "crit"]
    assert all(block.file for block in shown)
    Session(text(page)).run()
    for name in {block.file for block in shown}:
        compilation = compile_source(read_source(Path(name)))
        assert compilation.program is not None, compilation.diagnostics


def test_a_page_that_shows_something_else_is_found() -> None:
    page = "```console\n$ critc --version\ncritc, version 0.0.9\n```\n"
    assert Session(page).run() == page.replace("0.0.9", __version__)
    with pytest.raises(AssertionError, match="Got:\n    2"):
        Session("```python\n>>> 1 + 1\n3\n```\n").run()
    with pytest.raises(AssertionError, match="only critc is run"):
        Session("```console\n$ ls\n```\n").run()


def test_the_tutorial_ends_with_its_file() -> None:
    Session(text("tutorial.md")).run()
    assert Path("diabetes.crit").read_text(encoding="utf-8") == TUTORIAL.read_text(encoding="utf-8")


def test_the_protocol_of_the_tutorial_is_the_registry_s() -> None:
    """Each criterion's words are those of the same number in the checked protocol."""
    whole = Path(__file__).parents[2] / "criteria" / "NCT02926950.crit"
    taught, real = (
        compile_source(Source(path.name, path.read_text(encoding="utf-8"))).program
        for path in (TUTORIAL, whole)
    )
    assert taught is not None
    assert real is not None
    words = {criterion.id: " ".join(criterion.text.split()) for criterion in real.criteria}
    for criterion in taught.criteria:
        assert " ".join(criterion.text.split()) == words[criterion.id]


@pytest.mark.parametrize("page", PAGES)
def test_data_can_be_read(page: str) -> None:
    for block in blocks(text(page)):
        if block.language == "json":
            json.loads(block.text)
        elif block.language == "toml":
            tomllib.loads(block.text)
        elif block.language == "yaml":
            yaml.safe_load(block.text)


def test_the_hooks_shown_are_those_that_init_writes() -> None:
    Session(text("builds.md")).run()
    written = yaml.safe_load(
        Path("our-protocols/.pre-commit-config.yaml").read_text(encoding="utf-8")
    )
    shown = [
        yaml.safe_load(each.text) for each in blocks(text("builds.md")) if each.language == "yaml"
    ]
    assert written in shown


@pytest.mark.parametrize("page", PAGES)
def test_a_command_that_is_named_exists(page: str) -> None:
    whole = text(page)
    shown = "\n".join(block.text for block in blocks(whole) if block.language in ("sh", "yaml"))
    named = re.findall(r"(?:`|\$ )critc ([a-z][a-z-]+)", whole)
    named += re.findall(r"(?:^|: )critc ([a-z][a-z-]+)", shown, re.MULTILINE)
    assert set(named) <= set(main.commands)
