"""The page that lists the protocols of a folder: what it says, links to, and allows."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import html5lib
from emit.conftest import CRITERIA, compiled
from emit.sample import HOSTILE, PROGRAM

from critc.emit.index import Listed, emit
from critc.ir.nodes import Part
from critc.ir.words.english import visible

FILES = {"html": "a.html", "md": "a.md", "schema": "a.schema.json"}


def parsed(page: str):  # type: ignore[no-untyped-def]
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def text(element) -> str:  # type: ignore[no-untyped-def]
    return " ".join("".join(element.itertext()).split())


def test_it_has_every_protocol_with_its_counts() -> None:
    programs = [compiled(path) for path in sorted(CRITERIA.glob("*.crit"))]
    page = parsed(emit(Listed(each, FILES) for each in reversed(programs)))
    articles = list(page.iter("article"))
    assert [text(next(each.iter("h2"))) for each in articles] == [p.protocol for p in programs]
    for article, program in zip(articles, programs, strict=True):
        kinds = [criterion.kind for criterion in program.criteria]
        for kind in ("inclusion", "exclusion"):
            assert f"{kinds.count(kind)} {kind} criteri" in text(article)
        assert visible(program.title) in text(article)
        assert program.sha256[:12] in text(article)
        assert all(part.title in text(article) for part in program.parts)


def test_it_links_to_the_files_that_are_there_from_its_own_folder() -> None:
    page = parsed(emit([Listed(PROGRAM, FILES | {"pdf": "a #1?.pdf"})]))
    addresses = [link.get("href") for link in page.iter("a")]
    assert addresses == ["a.html", "a.html", "a%20%231%3F.pdf", "a.md", "a.schema.json"]


def test_without_a_page_a_protocol_is_no_link() -> None:
    page = parsed(emit([Listed(PROGRAM, {"md": "a.md"})]))
    assert [link.get("href") for link in page.iter("a")] == ["a.md"]


def test_the_policy_allows_its_own_style_and_script_alone() -> None:
    page = parsed(emit([Listed(PROGRAM, FILES)]))
    [policy] = (m.get("content") for m in page.iter("meta") if m.get("http-equiv"))
    [style], [script] = list(page.iter("style")), list(page.iter("script"))
    hashes = [b64encode(sha256((e.text or "").encode()).digest()).decode() for e in (style, script)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes[1]}'; style-src 'sha256-{hashes[0]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not [e for e in page.iter() if e.get("style") or e.get("src") or e.get("onclick")]


def test_hostile_text_is_text() -> None:
    part = Part("x", HOSTILE)
    program = replace(PROGRAM, protocol=HOSTILE, title=HOSTILE, version=HOSTILE, parts=(part,))
    written = emit([Listed(program, {"html": '"><script>.html'})])
    page = parsed(written)
    assert text(page).count(" ".join(visible(HOSTILE).split())) >= 4
    assert "\u202e" not in written
    assert len(list(page.iter("script"))) == 1


def test_the_same_protocols_give_the_same_bytes_in_any_order() -> None:
    listed = [Listed(replace(PROGRAM, protocol=name), FILES) for name in ("B", "A", "C")]
    assert emit(listed) == emit(reversed(listed))
