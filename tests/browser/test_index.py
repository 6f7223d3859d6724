"""The page that lists the protocols, in a real browser: its search, and that nothing leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from browser.protocols import PROTOCOLS, index_text
from playwright.sync_api import Page, expect


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Page]:
    """The page, opened from a file; what it complains of or asks for fails the test."""
    file = tmp_path / "index.html"
    file.write_text(index_text(), encoding="utf-8")
    page = chromium.browser().new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text))
    page.on("request", lambda request: wrong.append(request.url))
    page.goto(file.as_uri())
    yield page
    page.close()
    assert wrong == [file.as_uri()]


def shown(page: Page) -> list[str]:
    return page.locator(".protocols > li:visible h2").all_inner_texts()


def test_typing_leaves_the_protocols_that_have_all_words(index: Page) -> None:
    assert shown(index) == PROTOCOLS
    index.keyboard.press("Tab")
    index.keyboard.type("sclc IBI")
    assert shown(index) == ["NCT07289048"]
    expect(index.get_by_role("status")).to_have_text("1 protocol")
    index.keyboard.type("zzz")
    assert shown(index) == []
    expect(index.get_by_role("status")).to_have_text("No protocol has all of these words.")


def test_an_empty_box_shows_all_again(index: Page) -> None:
    box = index.get_by_role("searchbox", name="Find a protocol")
    box.fill("nct0310")
    assert shown(index) == ["NCT03102606"]
    box.fill("")
    assert shown(index) == PROTOCOLS
    expect(index.get_by_role("status")).to_have_text("")


def test_without_scripts_there_are_the_links_alone(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(index_text(), encoding="utf-8")
    context = chromium.browser().new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.locator("#words").is_visible()
    assert shown(page) == PROTOCOLS
    context.close()
