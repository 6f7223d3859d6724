"""The message index and the words of messages: each code has a page, each message one style.

What CONTRIBUTING.md says of messages is checked here over all that the files in ``tests/bad`` and the
wrong examples of the pages give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from critc.check import codes
from critc.diagnostic import Diagnostic, has_errors
from critc.format import formatted
from critc.lint import lint
from critc.messages import Page, page, read_page, titles
from critc.pipeline import compile_source
from critc.source import Source
from critc.syntax import messages

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "messages").glob("[EW][0-9][0-9][0-9][0-9].md"))
BAD = sorted((ROOT / "tests").glob("bad/**/*.crit")) + sorted(
    (ROOT / "tests").glob("lint/**/*.crit")
)
_CODE = re.compile(r"[EW]\d{4}")
_IN_QUOTES = re.compile(r"[\"'](?P<code>[EW]\d{4})[\"']")
_QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"")

BESIDES: dict[str, set[str]] = {}
"""What else a page's wrong example has to have wrong."""

JARGON = (
    "tokens? lexers? lexical pars(?:ers?|ed|es|ing|e) syntax syntactic grammars? unexpected expecting"
    " identifiers? expressions? operands? operators? literals? AST nodes? keywords? clauses? strings?"
    " integers? booleans? floats? null variables? functions? arguments? parameters? signatures?"
    " statements? scopes? namespaces? symbols? unresolved undefined implicit recursive recursion throws?"
    " thrown compil(?:ers?|ed|es|ation|e) EOF whitespace delimiters? brackets? expand(?:ed|s)?"
    " evaluat(?:ed|es|e) runtime callable instances? objects? attributes? cast coerced? enums? tuples?"
    " arrays? predicates? quantifiers? unary binary arity iterat(?:es|ion|e) overload(?:ed)? index"
    " indices defaults? schemas? escaped? match(?:ed|es)? inputs?"
).split()
"""The words of those who build languages; a clinician has no use for them."""
_JARGON = re.compile(rf"\b(?:{'|'.join(JARGON)}|expected one|type (?:error|mismatch))\b")
_TOKEN_NAME = re.compile(r"\b[A-Z]+_[A-Z]+\b|\b__\w+")

BLAME = re.compile(
    r"\b(?:you (?:forgot|have forgotten|should|must|failed|did not|cannot|have to)|your|illegal|bad|wrong"
    r"|incorrect|improper|malformed|invalid|erroneous|mistakes?|forbidden|not allowed|fail(?:ed|s|ure)?"
    r"|fatal|abort(?:ed)?|sorry|oops|please|simply|just|obviously|of course|I|we)\b|!",
    re.IGNORECASE,
)
"""Reproach, alarm, apology; and "invalid", which says nothing."""

_SENTENCES = re.compile(r"[.?][\"'”’`)]*$")


# ---- pages ---------------------------------------------------------------------------------------


def emitted() -> set[str]:
    """Every code that stands in the compiler's text, in a list of codes or in a folder of mistakes."""
    compiler = ROOT / "compiler" / "critc"
    texts = (path.read_text(encoding="utf-8") for path in compiler.rglob("*.py"))
    found = {match["code"] for text in texts for match in _IN_QUOTES.finditer(text)}
    folders = {path.name for path in (ROOT / "tests").rglob("*") if _CODE.fullmatch(path.name)}
    return found | folders | set(messages.CODES) | set(codes.CODES)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in PAGES} == emitted()


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def sheet(request: pytest.FixtureRequest) -> Page:
    """A page, one after the other."""
    path: Path = request.param
    return read_page(path.read_text(encoding="utf-8"))


def test_a_page_is_of_its_code_and_reads_in_a_terminal(sheet: Page) -> None:
    assert page(sheet.code) == page(sheet.code.lower()) == sheet
    assert len(sheet.title) <= 80
    assert not sheet.title.endswith(".")
    assert 1 <= len(sheet.paragraphs) <= 4
    for paragraph in sheet.paragraphs:
        assert paragraph.count("`") % 2 == 0
        assert not re.match(r"[-*#>|]|\d+\.", paragraph), "a paragraph, no list and no table"
        assert not re.search(r"\]\(|<[a-z/]", paragraph), (
            "no links and no HTML: it is read as it is"
        )
        assert _SENTENCES.search(paragraph)
        assert not _JARGON.search(_words(paragraph))
    assert not _JARGON.search(_words(sheet.title))


def test_titles_are_those_of_the_pages_and_no_two_are_alike() -> None:
    assert titles() == {path.stem: page(path.stem).title for path in PAGES}
    assert len(set(titles().values())) == len(PAGES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# E0999: A title\n\nWords.\n",
        "# A title\n\nWords.\n\n## Wrong\n\n```crit\nx\n```\n\n## Right\n\n```crit\ny\n```\n",
        "# E0999: A title\n\n## Wrong\n\n```crit\nx\n```\n\n## Right\n\n```crit\ny\n```\n",
        "# E0999: A title\n\nWords.\n\n## Right\n\n```crit\ny\n```\n\n## Wrong\n\n```crit\nx\n```\n",
    ],
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="form of a page"):
        read_page(text)


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        page("E0999")


# ---- examples ------------------------------------------------------------------------------------


@cache
def diagnostics(example: str) -> tuple[Diagnostic, ...]:
    """All that is said of a file, lints too."""
    compilation = compile_source(Source("example.crit", example))
    return (*compilation.diagnostics, *lint(compilation))


def test_examples_are_whole_files(sheet: Page) -> None:
    for example in (sheet.wrong, sheet.right):
        assert re.search(r"^(?:protocol|library) \w+", example, re.MULTILINE)
    assert sheet.wrong != sheet.right


def test_the_wrong_example_has_this_mistake_and_no_other(sheet: Page) -> None:
    said = {d.code for d in diagnostics(sheet.wrong)}
    assert sheet.code in said
    errors = {code for code in said if code.startswith("E")}
    assert errors - {sheet.code} == BESIDES.get(sheet.code, set())


def test_the_right_example_has_none_and_is_in_the_one_style(sheet: Page) -> None:
    found = diagnostics(sheet.right)
    assert not has_errors(found)
    assert sheet.code not in {d.code for d in found}
    assert formatted(Source("example.crit", sheet.right)) == sheet.right


# ---- style ---------------------------------------------------------------------------------------


def texts() -> Iterator[tuple[str, str]]:
    """Broken files: a name and the text of each."""
    for path in BAD:
        yield f"{path.parent.name}-{path.stem}", path.read_bytes().decode("utf-8")
    for path in PAGES:
        yield path.name, read_page(path.read_text(encoding="utf-8")).wrong


def _words(text: str) -> str:
    """A message without what it quotes: names and words of the file, and of the language."""
    return _QUOTED.sub("…", text)


def faults(diagnostic: Diagnostic) -> Iterator[str]:
    """Where the words of a diagnostic fall short of the style."""
    places = [related.message for related in diagnostic.related]
    said = (diagnostic.message, diagnostic.label, diagnostic.help, *places)
    for text in said:
        if found := _TOKEN_NAME.search(text):
            yield f"the name of a token, {found.group()}: {text}"
        if found := _JARGON.search(_words(text)):
            yield f"jargon, {found.group()}: {text}"
        if found := BLAME.search(_words(text)):
            yield f"blame or noise, {found.group()}: {text}"
        if text.count("`") % 2:
            yield f"a backtick without its partner: {text}"
    if not _SENTENCES.search(diagnostic.message):
        yield f"no sentence: {diagnostic.message}"
    if diagnostic.help and not _SENTENCES.search(diagnostic.help) and "\n" not in diagnostic.help:
        yield f"no sentence: {diagnostic.help}"
    if len(_words(diagnostic.message)) > 160:
        yield f"too long to take in: {diagnostic.message}"
    if not all((diagnostic.label, *places)):
        yield f"a place without words: {diagnostic.message}"
    if any(text.endswith(".") for text in (diagnostic.label, *places)):
        yield f"a full stop in a label: {diagnostic.label} {places}"
    if not (diagnostic.help or diagnostic.replacement is not None or "`" in diagnostic.label):
        yield f"nothing that can be done: {diagnostic.message}"


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_messages_are_written_in_one_style(text: str) -> None:
    assert [fault for found in diagnostics(text) for fault in faults(found)] == []
