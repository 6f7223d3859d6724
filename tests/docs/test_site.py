"""The site: it builds without a warning, its links lead somewhere, and it says what the sources say."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from critc.cli import main
from critc.messages import titles
from critc.pipeline import read_source
from critc.syntax import tree
from critc.syntax.parse import parse

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "criteria" / "library"
LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
}
HOSTS = {
    "github.com",
    "json-schema.org",
    "keepachangelog.com",
    "pre-commit.com",
    "pygments.org",
    "semver.org",
    "www.python.org",
}
"""The other sites that pages link to; tests have no network, so a new one is added knowingly."""

LONGEST = 40
"""Seconds that a processor may work on the site; how long it takes depends on its other work."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it; its warnings are errors."""
    folder = tmp_path_factory.mktemp("site")
    before = getrusage(RUSAGE_CHILDREN)
    command = ["-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q", "-n", "-E"]
    places = ["-d", str(folder / "doctrees"), str(ROOT / "docs"), str(folder / "html")]
    done = subprocess.run(
        [sys.executable, *command, *places], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    after = getrusage(RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < LONGEST
    return folder / "html"


def elements(page: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Name and attributes of each element of a page."""
    document = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for element in document.iter():
        if isinstance(element.tag, str):
            yield element.tag, element.attrib


def pages(site: Path) -> list[Path]:
    return sorted(page for page in site.rglob("*.html") if "made" not in page.parts)


def links(page: Path) -> list[str]:
    return [
        attributes[LINKS[name]]
        for name, attributes in elements(page)
        if attributes.get(LINKS.get(name, ""))
    ]


def ids(page: Path) -> set[str]:
    return {attributes["id"] for _, attributes in elements(page) if "id" in attributes}


def words(page: Path) -> str:
    """What a reader sees of a page, with single spaces."""
    text = re.sub(
        r"<(script|style)\b.*?</\1>|<[^>]+>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    return " ".join(unescape(text).split())


def test_every_link_leads_somewhere(site: Path) -> None:
    known = {page: ids(page) for page in pages(site)}
    lost = []
    for page in pages(site):
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or link.startswith("data:"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            anchor = unquote(parts.fragment)
            missing = anchor and target in known and anchor not in known[target]
            if not target.is_file() or missing:
                lost.append(f"{page.relative_to(site)}: {link}")
    assert lost == []


def test_links_to_other_sites_are_well_formed(site: Path) -> None:
    for page in pages(site):
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme == "https", link
                assert parts.netloc in HOSTS, link
                assert not re.search(r"\s", link), link


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    for page in pages(site):
        for name, attributes in elements(page):
            if name in LINKS and name != "a":
                assert not urlsplit(attributes.get(LINKS[name], "")).netloc, (page, attributes)
    for style in site.rglob("*.css"):
        assert not re.search(
            r"(@import|url\()\s*[\"']?(https?:)?//", style.read_text(encoding="utf-8")
        )


def test_every_message_has_a_page_and_stands_in_the_index(site: Path) -> None:
    index = links(site / "messages.html")
    for code in titles():
        assert (site / "messages" / f"{code}.html").is_file()
        assert f"messages/{code}.html" in index


def test_every_command_stands_with_its_options(site: Path) -> None:
    shown = words(site / "commands.html")
    for name, command in main.commands.items():
        assert f"critc {name}" in shown
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option in shown
        for example in (command.epilog or "").strip().splitlines():
            assert " ".join(example.split()) in shown


@pytest.mark.parametrize("library", sorted(path.stem for path in LIBRARY.glob("*.crit")))
def test_everything_that_a_library_lends_stands_on_its_page(site: Path, library: str) -> None:
    source = read_source(LIBRARY / f"{library}.crit")
    page = site / "library" / f"{library}.html"
    shown, known = words(page), ids(page)
    lent = (tree.Formula, tree.Table, tree.Define, tree.Choices, tree.Fact)
    declared = [each for each in parse(source)[0].declarations if isinstance(each, lent)]
    assert declared
    for each in declared:
        assert each.name.text.replace("_", "-") in known
        written = source.text[each.span.start : each.span.end]
        assert " ".join(written.split()) in shown
        for line in each.note.split("\n") if not isinstance(each, tree.Fact) else ():
            assert " ".join(line.split()) in shown
        for example in each.examples if isinstance(each, tree.Formula) else ():
            value = source.text[example.gives.span.start : example.gives.span.end]
            assert f"≈ {value}" if example.decimals else value in shown


def test_every_section_of_the_reference_has_its_place(site: Path) -> None:
    text = (ROOT / "grammar" / "reference.md").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert wanted
    assert wanted <= ids(site / "reference.html")


def test_code_of_the_language_is_coloured(site: Path) -> None:
    shown = (site / "reference.html").read_text(encoding="utf-8")
    assert '<span class="kd">inclusion</span>' in shown
    assert 'class="highlight-crit notranslate"' in shown


def test_the_tutorial_s_outputs_lie_beside_it(site: Path) -> None:
    made = {path.name for path in (site / "made").iterdir()}
    endings = ("py", "md", "html", "json", "schema.json")
    assert made == {f"diabetes.{ending}" for ending in endings}
    assert "made/diabetes.html" in links(site / "tutorial.html")
    assert "gastric banding included: within 3 years before the screening visit" in words(
        site / "tutorial.html"
    )
