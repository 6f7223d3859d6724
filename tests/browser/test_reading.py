"""Reading the criteria on the page: contents, search, filter, links, queries, colours."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from browser.protocols import ROOT, program_of
from playwright.sync_api import Locator, Page, expect

from critc.emit.python import load
from critc.ir.nodes import Program
from critc.ir.outline import outline

SAMPLE = (ROOT / "tests/patients/sample.jsonl").read_text(encoding="utf-8").splitlines()

OpenPage = Callable[..., Page]


def program() -> Program:
    return program_of("NCT07289048")


def states(line: str) -> dict[str, str]:
    """The state of each criterion, as the validator has it."""
    validator: Any = load(program())
    screening = validator.screen(validator.Patient.from_json(line))
    return {
        each.id: "other" if each.applies is False else each.outcome for each in screening.criteria
    }


def open_patient(page: Page, line: str) -> None:
    file = {"name": "p.json", "mimeType": "application/json", "buffer": line.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value(json.loads(line)["id"])


def shown(page: Page) -> list[str]:
    criteria = page.locator("#criteria > li:visible")
    return criteria.evaluate_all("items => items.map(item => item.id)")  # type: ignore[no-any-return]


def sponsor_line() -> str:
    """A patient who has all outcomes: violated, satisfied, not known, not applying."""
    data = json.loads(SAMPLE[0]) | {"sclc_confirmed_by": "cytology"}
    del data["ecog"]
    return json.dumps(data)


# ---- contents and filter ----


def test_the_contents_follow_the_outcomes(open_page: OpenPage) -> None:
    page = open_page()
    contents = page.get_by_role("navigation", name="Criteria")
    expect(contents.locator("[data-state=unknown]")).to_have_count(31)
    open_patient(page, sponsor_line())
    for criterion, state in states(sponsor_line()).items():
        link = contents.locator(f"a[href='#{criterion}']")
        expect(link).to_have_attribute("data-state", state)
    expect(contents.get_by_role("link", name="I2 not fulfilled")).to_be_visible()
    expect(contents.get_by_role("link", name="E21 does not apply")).to_be_visible()


@pytest.mark.parametrize(
    ("choice", "state"),
    [
        ("Open", "unknown"),
        ("Violated", "violated"),
        ("Satisfied", "satisfied"),
        ("Does not apply", "other"),
    ],
)
def test_the_filter_shows_one_state(open_page: OpenPage, choice: str, state: str) -> None:
    page = open_page()
    open_patient(page, sponsor_line())
    expected = [criterion for criterion, its in states(sponsor_line()).items() if its == state]
    radio = page.locator(".show").get_by_role("radio", name=choice)
    expect(radio.locator("..")).to_have_text(f"{choice} {len(expected)}")
    radio.check()
    assert shown(page) == expected
    expect(page.locator("#status")).to_contain_text(f"{len(expected)} of 31 criteria")


def test_the_filter_follows_what_is_typed(open_page: OpenPage) -> None:
    page = open_page()
    open_patient(page, sponsor_line())
    page.get_by_role("radio", name="Open").check()
    assert shown(page) == ["I5"]
    open_patient(page, SAMPLE[0])
    expect(page.locator("#criteria > li:visible")).to_have_count(0)
    expect(page.locator(".found")).to_have_text("0 of 31 criteria")


def test_the_filter_by_query_and_its_keys(open_page: OpenPage) -> None:
    page = open_page()
    page.locator(".show").get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowLeft")  # A group of radio buttons: from the first to the last.
    expect(page.get_by_role("radio", name="With query")).to_be_checked()
    assert shown(page) == [each.id for each in program().criteria if each.queries]


# ---- search ----


def marked(page: Page) -> list[str]:
    return page.locator("#criteria mark").all_inner_texts()


MARKUP = "elements => elements.map(element => element.innerHTML)"


def test_search_finds_words_reading_and_queries(open_page: OpenPage) -> None:
    page = open_page()
    wording = page.locator("blockquote, .lines, .query").evaluate_all(MARKUP)
    field = page.get_by_role("searchbox", name="Search in the criteria")
    field.press_sequentially("LEPTOmeningeal")
    assert shown(page) == ["E9"]
    assert {text.lower() for text in marked(page)} == {"leptomeningeal"}
    expect(page.locator("#E9 details.wording")).to_have_attribute("open", "")
    hits = len(marked(page))
    expect(page.locator("#status")).to_have_text(f"1 of 31 criteria, {hits} hits")

    field.fill("which half-life")  # In a query alone, with another dash and case.
    assert shown(page) == ["E18"]
    field.fill("e9")
    assert shown(page) == ["E9"]
    field.press("Escape")
    assert len(shown(page)) == 31
    expect(field).to_have_value("")
    assert page.locator("blockquote, .lines, .query").evaluate_all(MARKUP) == wording


def test_a_hit_may_run_over_elements_and_lines(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("one  WHERE both of these")
    assert "I3" in shown(page)
    assert "".join(page.locator("#I3 mark").all_inner_texts()) == "one where both of these"


def test_signs_have_no_meaning_in_a_search(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("(e.g., scl")
    assert shown(page) == ["E1"]
    assert marked(page) == ["(e.g., SCL"]
    page.get_by_role("searchbox").fill(".*")
    assert shown(page) == []
    page.get_by_role("searchbox").fill("<b>")
    assert page.locator("#criteria mark").count() == 0


def test_one_letter_is_not_searched(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("a")
    assert len(shown(page)) == 31
    expect(page.locator(".found")).to_have_text("Type at least 2 characters.")


def test_search_and_filter_together(open_page: OpenPage) -> None:
    page = open_page()
    open_patient(page, sponsor_line())
    page.get_by_role("searchbox").fill("small cell")
    found = shown(page)
    page.get_by_role("radio", name="Violated").check()
    assert shown(page) == ["I2"]
    assert "E1" in found


# ---- links ----


def test_an_address_opens_its_criterion(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"{page.url}#E9")
    page.reload()
    expect(page.locator("#E9 details.wording")).to_have_attribute("open", "")
    expect(page.locator("#E9 h3 a")).to_be_focused()
    expect(page.locator("#E9 h3")).to_be_in_viewport()


def test_a_link_brings_back_what_is_filtered_out(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("leptomeningeal")
    page.get_by_role("navigation", name="Criteria").get_by_role("link", name="I1 ").press("Enter")
    expect(page.locator("#I1 h3 a")).to_be_focused()
    assert len(shown(page)) == 31
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_a_line_of_a_criterion_has_an_address(open_page: OpenPage) -> None:
    page = open_page()
    line = page.locator("#criteria .lines li[id]").nth(20).get_attribute("id")
    page.evaluate("id => { location.hash = id; }", line)
    expect(page.locator(f"#{line}")).to_be_focused()
    expect(page.locator(f"#{line}")).to_be_in_viewport()


@pytest.mark.parametrize("hash_", ["#nowhere", "#%", "#%00", "#<b>", "#criteria"])
def test_an_address_that_leads_nowhere_harms_nothing(open_page: OpenPage, hash_: str) -> None:
    page = open_page()
    page.goto(page.url + hash_)
    page.reload()
    assert len(shown(page)) == 31


def copied(page: Page, copy: Locator) -> str:
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.evaluate("document.getElementById('status').textContent = ''")
    copy.press("Enter")
    expect(page.locator("#status")).to_contain_text("Copied")
    return page.evaluate("copied")  # type: ignore[no-any-return]


def test_the_link_of_a_criterion_can_be_copied(open_page: OpenPage) -> None:
    page = open_page()
    page.locator("#E9 summary").press("Enter")
    button = page.get_by_role("button", name="Copy link to E9")
    assert copied(page, button) == f"{page.url}#E9"


# ---- queries ----


def test_queries_can_be_copied_as_text_markdown_and_table(open_page: OpenPage) -> None:
    page = open_page()
    queries = outline(program(), {}).queries

    def said(form: str) -> list[str]:
        return copied(page, page.get_by_role("button", name=f"Copy {form}")).split("\n")

    text = said("as text")
    assert text[0] == "Questions for the sponsor: NCT07289048, registry record"
    assert [line for line in text if line and line[0] == " "] == [
        f"   Until answered, read as: {each.reading}" for each in queries
    ]
    assert [line for line in text[1:] if line and line[0] != " "] == [
        f"{each.number}. {each.place.words.capitalize()} ({each.kind}): {each.question}"
        for each in queries
    ]
    table = [line.split("\t") for line in said("for a spreadsheet")]
    assert [row[3:] for row in table[1:]] == [[each.question, each.reading] for each in queries]
    rows = said("as Markdown")
    assert len(rows) == len(queries) + 4
    assert all(row.replace("\\|", "").count("|") == 6 for row in rows[2:])


# ---- colours ----


GROUND = "getComputedStyle(document.body).backgroundColor"


def test_the_colours_are_chosen_for_as_long_as_the_page_is_open(open_page: OpenPage) -> None:
    page = open_page(color_scheme="light")
    light = page.evaluate(GROUND)
    choice = page.get_by_role("combobox", name="Colours")
    choice.select_option("Dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.emulate_media(color_scheme="dark")
    choice.select_option("Light")
    assert page.evaluate(GROUND) == light
    choice.select_option("As the system has it")
    assert page.evaluate(GROUND) == dark
    choice.select_option("High contrast")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    page.reload()
    assert page.evaluate(GROUND) == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_where_the_system_asks_for_it(
    open_page: OpenPage, scheme: str
) -> None:
    page = open_page(color_scheme=scheme, contrast="more")
    ground, ink = {"light": (255, 0), "dark": (0, 255)}[scheme]
    assert page.evaluate(GROUND) == f"rgb({ground}, {ground}, {ground})"
    colour = page.locator("#I1 summary").evaluate("e => getComputedStyle(e).color")
    assert colour == f"rgb({ink}, {ink}, {ink})"
