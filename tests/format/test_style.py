"""The one style: pairs of files before and after, and the files of this repository."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from critc.diagnostic import Diagnostic
from critc.format import UnfaithfulError, formatted, style
from critc.registry.draft import draft
from critc.registry.record import read_record
from critc.source import Source
from critc.syntax import tree
from critc.syntax.printer import declaration

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted((HERE / "cases").iterdir())
PROTOCOLS = sorted((ROOT / "criteria").rglob("*.crit"))
RECORDS = sorted((ROOT / "tests" / "records").glob("*.json"))
REFERENCE = (ROOT / "grammar" / "reference.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```crit.*?\n(.*?)^```$", REFERENCE, flags=re.MULTILINE | re.DOTALL)


def styled(text: str) -> str | tuple[Diagnostic, ...]:
    return formatted(Source("given.crit", text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_before_and_after(case: Path, golden: Callable[[Path, str], None]) -> None:
    before = (case / "before.crit").read_text(encoding="utf-8")
    after = styled(before)
    assert isinstance(after, str), after
    assert after != before
    golden(case / "after.crit", after)
    assert styled(after) == after
    assert styled(before.replace("\n", "  \n")) == after
    assert styled(before.replace("\n", "\r\n")) == after.replace("\n", "\r\n")


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_the_protocols_and_libraries_have_the_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert styled(text) == text


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_draft_has_the_style(path: Path) -> None:
    text = draft(read_record(path.read_bytes()))
    assert styled(text) == text


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_examples_of_the_reference_have_the_style(text: str) -> None:
    assert styled(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", ""),
        ("\n \n", ""),
        ("\n  # only a comment\n\n\n# and another\n\n", "# only a comment\n\n# and another\n"),
        ('\ufefffact  a "A"', 'fact a "A"\n'),
        ('fact  a "A"\r\nfact b "B"', 'fact a "A"\r\nfact b "B"\r\n'),
        ('fact  a "A"\nfact b "B"\r\n', 'fact a "A"\nfact b "B"\n'),
        ('fact a "A" #  it\'s "so  \n', 'fact a "A"  #  it\'s "so\n'),
        ('fact a "#1"#2\n', 'fact a "#1"  #2\n'),
        ('fact a\u00a0"A"\n', 'fact a "A"\n'),
    ],
)
def test_files_at_the_edge(text: str, after: str) -> None:
    assert styled(text) == after
    assert styled(after) == after


def test_a_file_with_mistakes_is_refused() -> None:
    found = styled('fact  a "A"\n\ninclusion 1\n  x is\n\nexclusion 1\n  y 3 z\n')
    assert isinstance(found, tuple)
    assert len(found) == 2


def test_a_declaration_that_would_change_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(node: tree.Declaration) -> list[str]:
        return [line.replace("not ", "") for line in declaration(node)]

    monkeypatch.setattr(style, "declaration", careless)
    with pytest.raises(UnfaithfulError, match="declarations"):
        styled("inclusion 1\n  not  x\n")


def test_a_comment_that_would_be_lost_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "with_comments", lambda _rows, printed, _places: printed)
    with pytest.raises(UnfaithfulError, match="comments"):
        styled("inclusion 1\n  x  # not in phase 2\n")


def test_verbatim_words_that_would_change_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "wrapped", lambda text: text.replace("not ", ""))
    with pytest.raises(UnfaithfulError, match="declarations"):
        styled("inclusion 1\n  > Must not be pregnant.\n  x\n")
