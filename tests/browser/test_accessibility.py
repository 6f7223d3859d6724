"""WCAG 2.2 AA: axe-core's rules in each state, keys alone, small screens, large text, speech."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import chromium
import pytest
from browser.patients import Data, choose_file, complete, open_patient
from browser.protocols import ROOT, index_text
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

AXE = (ROOT / ".venv/npm/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Behind an open dialog the page is inert.
AXE_RUN = """run => axe.run(document.querySelector("dialog[open]") ?? document, {
  runOnly: run, resultTypes: ["violations"] })"""

# ---- axe-core, in each state --------------------------------------------------------------------


# What is far from the screen has no place of its own until one scrolls there; axe measures places.
LAID_OUT = """() => document.styleSheets[0].insertRule(
  "* { content-visibility: visible !important; }", document.styleSheets[0].cssRules.length)"""


def violations(page: Page, only: str = "") -> list[str]:
    """What breaks a rule of axe-core: the rule, and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate(LAID_OUT)
    run = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": TAGS}
    found = page.evaluate(AXE_RUN, run)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def assert_accessible(page: Page) -> None:
    """No violation, in light and in dark; colours alone differ between the two."""
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []


def empty(page: Page) -> None:
    """Nothing is typed."""


def partly_filled(page: Page) -> None:
    page.get_by_role("textbox", name="Date of birth").fill("1967-05")
    page.locator("#questions input[type=radio][value=true]").first.check()


def eligible(page: Page) -> None:
    open_patient(page, complete())
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "eligible")


def ineligible(page: Page) -> None:
    changed: Data = {"sclc_confirmed_by": "cytology", "therapies": None}
    open_patient(page, complete() | changed)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "ineligible")


def unreadable(page: Page) -> None:
    page.get_by_role("textbox", name="Date of birth").fill("31.12.1967")
    expect(page.locator("#questions .wrong:visible")).to_have_count(1)


def records_added(page: Page) -> None:
    for add in page.get_by_role("button", name="Add one").all():
        add.press("Enter")


def record_removed(page: Page) -> None:
    page.get_by_role("button", name="Add one").first.press("Enter")
    page.get_by_role("button", name="Remove").press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()


def criteria_opened(page: Page) -> None:
    for summary in page.locator("#criteria summary").all():
        summary.evaluate("summary => { summary.parentElement.open = true; }")


def all_asked(page: Page) -> None:
    page.locator("#next .more").press("Enter")


def bad_file(page: Page) -> None:
    choose_file(page, {"id": 1, "ecog": 7, "sx": "male"}, "bad.json")
    expect(page.get_by_role("dialog")).to_be_visible()


def starting_anew(page: Page) -> None:
    partly_filled(page)
    page.get_by_role("button", name="Start anew").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def record_view(page: Page) -> None:
    unreadable(page)
    page.get_by_role("button", name="Print the record").press("Enter")
    expect(page.get_by_role("heading", name="Screening record")).to_be_focused()


def searched(page: Page) -> None:
    page.get_by_role("searchbox").fill("brain")
    expect(page.locator("#criteria mark").first).to_be_visible()


STATES = [
    ("NCT07289048", [empty]),
    ("NCT07289048", [partly_filled, record_removed, all_asked, criteria_opened]),
    ("NCT07289048", [eligible, searched]),
    ("NCT07289048", [ineligible]),
    ("NCT07289048", [unreadable, record_view]),
    ("NCT02999178", [unreadable, records_added]),
    ("NCT05147467", [bad_file]),
    ("NCT05147467", [starting_anew]),
]


@pytest.mark.parametrize(
    ("protocol", "states"),
    STATES,
    ids=["-".join([protocol, *(each.__name__ for each in states)]) for protocol, states in STATES],
)
def test_the_page_breaks_no_rule(
    open_page: OpenPage, protocol: str, states: list[Callable[[Page], None]]
) -> None:
    page = open_page(protocol, reduced_motion="reduce")
    for reach in states:
        reach(page)
    assert_accessible(page)


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"contrast": "more"}], ids=str)
def test_other_colours_break_no_rule(open_page: OpenPage, media: dict[str, str]) -> None:
    page = open_page("NCT05147467", reduced_motion="reduce", **media)
    partly_filled(page)
    criteria_opened(page)
    assert_accessible(page)


def test_the_index_breaks_no_rule(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(index_text(), encoding="utf-8")
    page = chromium.browser().new_page()
    page.goto(file.as_uri())
    assert_accessible(page)
    page.get_by_role("searchbox").fill("lymphoma")
    expect(page.get_by_role("status")).to_contain_text("protocol")
    assert_accessible(page)
    page.close()


# ---- the keyboard alone ---------------------------------------------------------------------------

FOCUSED = """() => {
  const focused = document.activeElement;
  const shown = focused.matches(".buttons-of-one input") ? focused.nextElementSibling : focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const box = focused.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: focused.localName,
    type: focused.type ?? "",
    value: focused.value ?? "",
    checked: focused.checked ?? false,
    words: focused.labels?.[0]?.textContent ?? focused.textContent,
    path: focused.closest("[data-path]")?.dataset.path ?? "",
    part: focused.id.split("-").pop(),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: top !== null && (focused.contains(top) || top.contains(focused)),
  };
}"""


class Keyboard:
    """A person at the keys, who looks where the focus is after each Tab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.focused: Data = {}

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.look()

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def look(self) -> None:
        """Where the focus is: never lost, always marked, never hidden behind something."""
        before, self.focused = self.focused, self.page.evaluate(FOCUSED)
        assert self.focused["name"] != "body", f"the focus is lost after {before}"
        assert self.focused["outlined"], f"no mark of the focus: {self.focused}"
        assert self.focused["seen"], f"what has the focus is hidden: {self.focused}"

    def on(self, name: str, words: str) -> bool:
        """Whether the focus is on such an element."""
        return self.focused["name"] == name and words in self.focused["words"]

    def go_to(self, name: str, words: str, key: str = "Tab") -> None:
        """Presses Tab until the focus is there."""
        self.press(key)
        for _ in range(400):
            if self.on(name, words):
                return
            self.press(key)
        raise AssertionError(f"no {name} {words!r} can be reached")

    def choose(self, value: str) -> None:
        """Chooses among radio buttons, or in a list that opens."""
        for _ in range(30):
            if self.focused["value"] == value:
                return
            self.press("ArrowRight" if self.focused["type"] == "radio" else "ArrowDown")
        raise AssertionError(f"{value!r} cannot be chosen: {self.focused}")


def value_at(data: Data, path: str) -> Any:
    """What a patient's data have at "therapies[0].course"; None where that is nothing."""
    value: Any = data
    for step in re.findall(r"[^.[\]]+", path):
        value = value[int(step)] if step.isdigit() else (value or {}).get(step)
    return value


def answer(keys: Keyboard, data: Data) -> None:
    """Answers what has the focus."""
    focused, value = keys.focused, value_at(data, keys.focused["path"])
    records = isinstance(value, list) and (not value or isinstance(value[0], dict))
    if focused["type"] == "text" and focused["part"] not in ("by", "on"):
        if value not in (None, "none"):
            keys.write(str(value))
    elif focused["type"] == "radio":
        spoken = {True: "true", False: "false", None: ""}
        keys.choose("all" if isinstance(value, list) else spoken.get(value, str(value)))
    elif focused["type"] == "checkbox":
        if (focused["value"] in value) if isinstance(value, list) else value == "none":
            keys.press("Space")
    elif focused["type"] == "select-one":
        keys.choose(value or "")
    elif records and keys.on("button", "Add one"):
        shown = keys.page.locator(f"[data-path='{focused['path']}'] .record").count()
        if shown < len(value):
            keys.press("Enter")
            answer(keys, data)


def with_numbers(value: Any) -> Any:
    """The data with their numbers as numbers; a person types them as text."""
    if isinstance(value, dict):
        return {key: item if key == "id" else with_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_numbers(item) for item in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value


@pytest.mark.parametrize("width", [1280, 700], ids=["panes", "column"])
def test_from_an_empty_form_to_a_verdict_by_keys(open_page: OpenPage, width: int) -> None:
    """The focus goes through the whole form, and each question is answered where it stands."""
    page = open_page("NCT05147467", viewport={"width": width, "height": 700})
    data = complete("NCT05147467")
    keys = Keyboard(page)
    keys.press("Tab")
    assert keys.on("a", "Skip to the questions")
    page.keyboard.press("Enter")
    keys.press("Tab")
    for _ in range(250):
        answer(keys, data)
        keys.press("Tab")
        if keys.focused["name"] != "summary" and not keys.focused["path"]:
            break
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "eligible")
    expect(page.locator("#status")).to_contain_text("Verdict: eligible.")
    with page.expect_download() as download:
        keys.press("Control+s")
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert saved == {"protocol": "NCT05147467", **with_numbers(data)}


def test_what_to_ask_next_leads_to_its_field(open_page: OpenPage) -> None:
    page = open_page()
    page.locator("#next > ol > li").first.wait_for()
    keys = Keyboard(page)
    keys.go_to("a", "Skip to what to ask next")
    page.keyboard.press("Enter")
    expect(page.locator("#next")).to_be_focused()
    keys.press("Tab")
    asked = keys.focused["words"]
    assert keys.focused["name"] == "button"
    keys.press("Enter")
    assert keys.focused["path"] != ""
    question = page.locator(f"[data-path='{keys.focused['path']}']")
    expect(question).to_contain_text(asked)
    keys.press("ArrowRight")
    expect(page.get_by_role("button", name=asked, exact=True)).to_have_count(0)


ANSWERED_AND_LEFT = """([path, text]) => {
  const field = document.querySelector(`[data-path="${path}"] input`);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector("#next .ask").focus();
}"""


def test_the_focus_stays_when_what_to_ask_next_changes(open_page: OpenPage) -> None:
    """The reasons are worked out a moment after the answer; by then the focus may be among them."""
    page = open_page("NCT05147467")
    expect(page.locator("#next .ask").first).to_be_visible()
    before = page.locator("#next > ol").inner_text()
    page.evaluate(ANSWERED_AND_LEFT, ["ecog", "5"])
    expect(page.locator("#status")).to_contain_text("Inclusion 5: not fulfilled")
    assert page.locator("#next > ol").inner_text() != before
    assert page.evaluate("document.querySelector('#next').contains(document.activeElement)")


def test_a_dialog_keeps_the_focus_and_gives_it_back(open_page: OpenPage) -> None:
    page = open_page("NCT05147467")
    keys = Keyboard(page)
    keys.go_to("button", "Start anew")
    keys.press("Enter")
    assert keys.on("button", "Keep the answers")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    keys.press("Escape")
    assert keys.on("button", "Start anew")


# ---- what is said ---------------------------------------------------------------------------------

LISTEN = """() => {
  window.said = [];
  const status = document.getElementById("status");
  const note = () => { if (status.textContent) window.said.push(status.textContent); };
  new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
}"""
PAUSE = 1200  # Milliseconds; longer than typing pauses before something is said.


def said(page: Page) -> list[str]:
    """What the live region has said since it was asked last."""
    page.wait_for_timeout(PAUSE)
    heard: list[str] = page.evaluate("window.said.splice(0)")
    return heard


def test_what_changes_is_said_once(open_page: OpenPage) -> None:
    page = open_page("NCT05147467")
    page.wait_for_timeout(PAUSE)
    page.evaluate(LISTEN)
    page.get_by_role("textbox", name="Date of signing").press_sequentially("2026-02-20", delay=20)
    assert said(page) == []  # It settles nothing yet.
    page.get_by_role("textbox", name="Date of birth").press_sequentially("2010-05-05", delay=20)
    assert said(page) == ["Inclusion 1: not fulfilled. Verdict: not eligible."]
    page.get_by_role("textbox", name="Date of birth").press_sequentially("0", delay=20)
    [heard] = said(page)
    assert heard == (
        "Inclusion 1: not known yet. Verdict: undetermined. "
        "1 answer cannot be read and counts as not known."
    )
    page.keyboard.press("Backspace")
    assert len(said(page)) == 1
    page.get_by_role("button", name="Add one").first.press("Enter")
    [heard] = said(page)
    assert heard.endswith("no. 1 added.")
    page.get_by_role("searchbox").press_sequentially("tumor", delay=20)
    assert len(said(page)) == 1


def test_a_file_is_said_once(open_page: OpenPage) -> None:
    page = open_page("NCT05147467")
    page.wait_for_timeout(PAUSE)
    page.evaluate(LISTEN)
    choose_file(page, complete("NCT05147467"))
    [heard] = said(page)
    assert heard.startswith("patient.json is open. Eligible: ")


def test_there_is_one_live_region(open_page: OpenPage) -> None:
    page = open_page()
    live = "[aria-live], [role=status], [role=alert], [role=log], output"
    assert page.locator(live).evaluate_all("all => all.map(each => each.id)") == ["status"]


# ---- small screens, large text, targets ---------------------------------------------------------

# What stands out at the right of the window, unless it is put out of sight on purpose.
OVERHANG = """() => [...document.querySelectorAll("body *")].filter(each => {
  if (each.closest(".unseen, .skips") || !each.checkVisibility()) return false;
  return each.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(each => each.outerHTML.slice(0, 120))"""
# Words that do not fit in their control.
CROPPED = """() => [
  ...document.querySelectorAll("button, label, summary, legend, td, dd"),
].filter(each => {
  if (each.closest(".unseen, .skips") || !each.checkVisibility()) return false;
  return each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline";
}).map(each => each.outerHTML.slice(0, 120))"""
EVERYTHING = [unreadable, records_added, all_asked, criteria_opened]


def fits(page: Page) -> None:
    """Nothing hangs out of the window, nothing has to be scrolled sideways."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate(OVERHANG) == []
    assert page.evaluate(CROPPED) == []


@pytest.mark.parametrize("protocol", ["NCT07289048", "NCT02999178"])
def test_a_page_320_pixels_wide_needs_no_scrolling_sideways(
    open_page: OpenPage, protocol: str
) -> None:
    page = open_page(protocol, viewport={"width": 320, "height": 640})
    for reach in EVERYTHING:
        reach(page)
    fits(page)
    page.get_by_role("button", name="Print the record").press("Enter")
    fits(page)


@pytest.mark.parametrize("width", [1280, 640])
def test_text_of_twice_the_size_fits(open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for reach in EVERYTHING:
        reach(page)
    fits(page)
    page.get_by_role("button", name="Print the record").press("Enter")
    fits(page)


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}"""


def test_wider_spacing_of_text_fits(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate(SPACED)
    for reach in EVERYTHING:
        reach(page)
    fits(page)


# Controls smaller than 24 pixels; what a label holds is pressed by its label.
SMALL = """() => [
  ...document.querySelectorAll("button, input, select, textarea, summary"),
].filter(each => {
  if (each.closest(".unseen") || !each.checkVisibility()) return false;
  const box = (each.closest("label") ?? each).getBoundingClientRect();
  return box.width < 24 || box.height < 24;
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    for reach in EVERYTHING:
        reach(page)
    assert page.evaluate(SMALL) == []
    page.get_by_role("button", name="Print the record").press("Enter")
    assert page.evaluate(SMALL) == []
