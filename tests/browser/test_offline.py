"""From a file, without a network: nothing is asked for, nothing is kept."""

from __future__ import annotations

from pathlib import Path

import chromium
from browser.patients import complete, open_patient
from browser.protocols import page_text
from playwright.sync_api import expect

KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length]"""


def test_a_whole_session_asks_for_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    file = tmp_path / "NCT07289048.html"
    file.write_text(page_text("NCT07289048"), encoding="utf-8")
    context = chromium.browser().new_context(offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(file.as_uri())
    page.get_by_role("textbox", name="ECOG").press_sequentially("1")
    with page.expect_download():
        page.keyboard.press("Control+s")
    open_patient(page, complete())
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "eligible")
    page.get_by_role("searchbox").fill("brain")
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Print the record").press("Enter")
    expect(page.get_by_role("heading", name="Screening record")).to_be_visible()
    page.pdf()
    assert [url for url in asked if not url.startswith("blob:")] == [file.as_uri()]
    assert page.evaluate(KEPT) == [0, 0, "", 0]
    assert context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
    context.close()
