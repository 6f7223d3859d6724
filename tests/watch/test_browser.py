"""The preview in a real browser: the page, what is wrong over it, and how both change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import chromium
import pytest
from playwright.sync_api import Page, expect
from watch.conftest import Watch
from watch.watching import DEADLINE, OTHER, PROTOCOL, Watching, save

AXE = Path(__file__).parents[2] / ".venv/npm/node_modules/axe-core/axe.min.js"
BROKEN = PROTOCOL.replace("ecog is", "ecgo is")
MILLISECONDS = DEADLINE * 1000


@pytest.fixture
def browser_page() -> Iterator[Page]:
    """A page; what it complains of fails the test, and so does a request that leaves the machine."""
    expect.set_options(timeout=MILLISECONDS)
    context = chromium.browser().new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.set_default_timeout(MILLISECONDS)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("http://127.0.0.1:", "blob:"))
            else wrong.append(asked.url)
        ),
    )
    yield page
    context.close()
    expect.set_options(timeout=5000)
    assert [each for each in wrong if "net::ERR_" not in each] == []


def opened(page: Page, watching: Watching) -> Page:
    watching.wait_built("small")
    page.goto(watching.url)
    expect(page.frame_locator("#page iframe").get_by_text("ECOG").first).to_be_visible()
    return page


def test_a_mistake_stands_over_the_page_until_it_is_mended(
    folder: Path, watch: Watch, browser_page: Page
) -> None:
    page = opened(browser_page, watch("--no-write"))
    overlay = page.locator("#overlay")
    expect(overlay).to_be_hidden()
    save(folder / "criteria" / "small.crit", BROKEN)
    expect(overlay).to_be_visible()
    expect(overlay.get_by_role("heading")).to_have_text("1 mistake in criteria/small.crit")
    said = overlay.locator("pre").inner_text()
    assert "error[E0201] criteria/small.crit:7:3" in said
    assert " 7 |   ecgo is from 0 to 1" in said
    assert "Did you mean `ecog`?" in said
    expect(page.frame_locator("#page iframe").get_by_text("ECOG").first).to_be_visible()

    mended = PROTOCOL.replace("ECOG performance status of 0 or 1", "Performance status below 2")
    save(folder / "criteria" / "small.crit", mended)
    expect(overlay).to_be_hidden()
    framed = page.frame_locator("#page iframe:not(.coming)")
    expect(framed.get_by_text("Performance status below 2.").first).to_be_visible()
    expect(page.locator("#page iframe")).to_have_count(1)


def test_the_overlay_can_be_closed_and_comes_with_the_next_mistake(
    folder: Path, watch: Watch, browser_page: Page
) -> None:
    page = opened(browser_page, watch("--no-write"))
    path = folder / "criteria" / "small.crit"
    save(path, BROKEN)
    overlay = page.locator("#overlay")
    expect(overlay).to_be_visible()
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    page.get_by_role("button", name="1 mistake").click()
    expect(overlay).to_be_visible()
    overlay.get_by_role("button", name="Close").click()
    expect(overlay).to_be_hidden()
    save(path, BROKEN.replace("ecgo", "egco"))
    expect(overlay).to_be_visible()


def test_a_file_that_is_broken_from_the_beginning_has_no_page_until_it_is_mended(
    folder: Path, watch: Watch, browser_page: Page
) -> None:
    path = folder / "criteria" / "small.crit"
    path.write_text(BROKEN, encoding="utf-8")
    watching = watch("--no-write")
    browser_page.goto(watching.url)
    expect(browser_page.locator("#overlay")).to_contain_text("There is no page yet")
    expect(browser_page.locator("#page iframe")).to_have_count(0)
    save(path, PROTOCOL)
    framed = browser_page.frame_locator("#page iframe")
    expect(framed.get_by_text("ECOG").first).to_be_visible()
    expect(browser_page.locator("#overlay")).to_be_hidden()


def test_answers_in_the_page_do_not_hold_up_its_change(
    folder: Path, watch: Watch, browser_page: Page
) -> None:
    page = opened(browser_page, watch("--no-write"))
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.frame_locator("#page iframe").get_by_role("textbox").first.press_sequentially("0017")
    save(folder / "criteria" / "small.crit", PROTOCOL.replace("of 0 or 1", "below 2"))
    framed = page.frame_locator("#page iframe:not(.coming)")
    expect(framed.get_by_text("ECOG performance status below 2.").first).to_be_visible()
    assert asked == []


def test_page_and_checklist_can_stand_side_by_side(watch: Watch, browser_page: Page) -> None:
    page = opened(browser_page, watch("--no-write"))
    checklist = page.frame_locator("#checklist iframe")
    expect(checklist.get_by_role("heading", level=1)).to_be_hidden()
    page.get_by_role("button", name="Both").click()
    expect(checklist.get_by_role("heading", level=1)).to_have_text("SMALL: eligibility checklist")
    expect(page.frame_locator("#page iframe").get_by_text("ECOG").first).to_be_visible()
    page.get_by_role("button", name="Checklist").click()
    expect(page.locator("#page")).to_be_hidden()
    page.reload()
    expect(page.locator("#page")).to_be_hidden()
    expect(checklist.get_by_text("How to fill it in")).to_be_visible()


def test_the_list_shows_how_each_protocol_stands(
    folder: Path, watch: Watch, browser_page: Page
) -> None:
    (folder / "criteria" / "other.crit").write_text(OTHER, encoding="utf-8")
    watching = watch("--no-write")
    browser_page.goto(watching.url)
    entries = browser_page.locator("#protocols li")
    expect(entries.locator(".found")).to_have_text(["no findings", "no findings"])
    save(folder / "criteria" / "small.crit", BROKEN)
    expect(entries.locator(".found")).to_have_text(["no findings", "1 mistake"])
    expect(browser_page.locator("#state")).to_have_text("1 of 2 with mistakes")
    entries.get_by_role("link", name="A small protocol").click()
    expect(browser_page.locator("#overlay")).to_be_visible()
    browser_page.get_by_role("button", name="Close").click()
    browser_page.get_by_role("link", name="All protocols").click()
    expect(entries).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frame_and_overlay_keep_the_rules_of_accessibility(
    folder: Path, watch: Watch, browser_page: Page, scheme: Literal["light", "dark"]
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    page = opened(browser_page, watch("--no-write"))
    assert broken_rules(page) == []
    save(folder / "criteria" / "small.crit", BROKEN)
    expect(page.locator("#overlay")).to_be_visible()
    assert broken_rules(page) == []


def broken_rules(page: Page) -> list[str]:
    """The rules of axe-core that the frame breaks; the page in it has tests of its own."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { iframes: false })")
    return [rule["id"] for rule in found["violations"]]


def test_hostile_words_of_a_file_stay_words(folder: Path, watch: Watch, browser_page: Page) -> None:
    page = opened(browser_page, watch("--no-write"))
    hostile = "<img src=x onerror=document.title='hit'>"
    save(folder / "criteria" / "small.crit", PROTOCOL.replace("ecog is", f"{hostile} is"))
    expect(page.locator("#overlay pre").first).to_contain_text("<img src=x")
    save(folder / "criteria" / "small.crit", PROTOCOL.replace("of 0 or 1", hostile))
    page.get_by_role("button", name="Checklist").click()
    checklist = page.frame_locator("#checklist iframe:not(.coming)")
    expect(checklist.get_by_text("<img src=x").first).to_be_visible()
    assert page.title() == "small · critc watch"
    assert page.locator("#overlay img").count() == checklist.locator("img").count() == 0


def test_the_end_of_watching_is_said(watch: Watch, browser_page: Page) -> None:
    watching = watch("--no-write")
    page = opened(browser_page, watching)
    watching.interrupt()
    expect(page.locator("#state")).to_have_text("critc watch has ended")
    expect(page.frame_locator("#page iframe").get_by_text("ECOG").first).to_be_visible()
