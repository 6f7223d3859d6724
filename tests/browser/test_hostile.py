"""Whatever stands in a protocol or is typed into a page's fields, the page shows it as words."""

from __future__ import annotations

from pathlib import Path

import chromium
import pytest
from browser.conftest import OpenPage
from emit.sample import PROGRAM
from hostile import HOSTILE, WORDS, written
from playwright.sync_api import Page, expect

from critc.emit import html

# What would act if words became markup, and how much there is of everything.
SHAPE = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const count = (selector) => document.querySelectorAll(selector).length;
  const acts = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
  const acting = [...document.querySelectorAll("*")].filter(acts).length;
  return [count("script"), count("style"), count("img, iframe, object, base, link"), acting];
}"""
TYPED = {**HOSTILE, "long": "x" * 100_000, "digits": "9" * 100_000}


def shape(page: Page) -> list[int]:
    found = page.evaluate(SHAPE)
    assert isinstance(found, list)
    return found


def opened(page: Page, file: Path, words: str) -> list[int]:
    file.write_text(html.emit(written(PROGRAM, words)[0]), encoding="utf-8")
    page.goto(file.as_uri())
    page.locator("#next > ol > li").first.wait_for()
    return shape(page)


def test_a_protocol_full_of_hostile_words_makes_the_same_page(tmp_path: Path) -> None:
    page = chromium.browser().new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    try:
        usual = opened(page, tmp_path / "usual.html", WORDS)
        for name, words in HOSTILE.items():
            assert opened(page, tmp_path / f"{name}.html", words) == usual, name
            assert page.evaluate("typeof hacked") == "undefined", name
            assert page.locator("h1").first.is_visible(), name
            assert not set("\u202e\u2066\u2069") & set(page.locator("body").inner_text()), name
    finally:
        page.close()
    assert wrong == []


# Fills every field that takes text with the same, as if typed, after each list has a record.
FILL = """(words) => {
  const isAdding = (button) => button.textContent === "Add one";
  for (const add of [...document.querySelectorAll("#questions button")].filter(isAdding)) add.click();
  const fields = [...document.querySelectorAll(
    "#questions input[type=text], #questions input:not([type]), #questions textarea")];
  for (const field of fields) {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return fields.length;
}"""


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_into_any_field_is_words(open_page: OpenPage, name: str) -> None:
    page = open_page("NCT02926950")  # with facts, records, results and judgements of all kinds
    before, title = shape(page), page.title()
    assert page.evaluate(FILL, TYPED[name]) > 40
    expect(page.locator("#questions .wrong:not(:empty)").nth(10)).to_be_attached(timeout=30_000)
    assert shape(page) == before
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.title() == title
    assert page.locator("#verdict .verdict").inner_text().strip() != ""
    assert not set("\u202e\u2066\u2069") & set(page.locator("body").inner_text())
    page.get_by_role("button", name="Print the record").press("Enter")
    assert shape(page) == before
