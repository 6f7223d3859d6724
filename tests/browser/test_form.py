"""The questions of the form: their order, and the units that an answer may be given in."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from browser.patients import choose_file, complete, open_patient
from browser.protocols import PROTOCOLS
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]


def units_of(page: Page, path: str) -> Locator:
    """The menu of units at a path."""
    return page.locator(f'[data-path="{path}"] select.unit')


def words(menu: Locator) -> list[str]:
    return menu.locator("option").all_text_contents()


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_no_menu_offers_a_unit_twice(open_page: OpenPage, protocol: str) -> None:
    page = open_page(protocol)
    adding = page.get_by_role("button", name="Add one")
    for number in range(adding.count()):
        adding.nth(number).press("Enter")
    menus = page.locator("select.unit").all()
    for offered in map(words, menus):
        assert len(set(offered)) == len(offered) > 1
        assert not {"pg", "Hz", "mg/kg/day"} & set(offered)


def test_a_laboratory_that_reports_in_moles_can_say_so(open_page: OpenPage) -> None:
    page = open_page("NCT03102606")
    patient = {"creatinine": [{"value": "100", "unit": "umol/L", "uln": "110"}]}
    open_patient(page, patient)
    menu = units_of(page, "creatinine[0].value")
    expect(menu).to_have_value("umol/L")
    assert words(menu)[0] == "mg/dL"
    assert "mol/L" not in words(menu)


def test_a_spelling_of_a_file_is_found_in_the_menu(open_page: OpenPage) -> None:
    page = open_page("NCT02926950")
    open_patient(page, {"systolic": [{"value": "120", "unit": "mmHg"}]})
    expect(units_of(page, "systolic[0].value").locator("option:checked")).to_have_text("mmHg")
    page.locator('[data-path="systolic[0].value"] input').first.fill("121")
    expect(page.locator('[data-path="systolic[0].value"] .wrong')).to_be_empty()


def test_a_unit_of_a_file_that_is_far_off_is_kept(open_page: OpenPage) -> None:
    page = open_page("NCT02926950")
    open_patient(page, {"weight": [{"value": "80000000", "unit": "mg"}]})
    menu = units_of(page, "weight[0].value")
    expect(menu).to_have_value("mg")
    assert words(menu).count("mg") == 1


def test_a_result_below_nothing_is_a_slip(open_page: OpenPage) -> None:
    page = open_page("NCT02926950")
    choose_file(page, {"alt": [{"value": "-3", "unit": "U/L"}]})
    expect(page.get_by_role("dialog")).to_contain_text("'-3' U/L is out of range")


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_form_begins_with_the_patient_and_the_dates(open_page: OpenPage, protocol: str) -> None:
    page = open_page(protocol)
    first = page.locator("#questions > details").first
    expect(first.locator("h3")).to_have_text("Dates of the study")
    paths = first.locator("[data-path]").evaluate_all("all => all.map(one => one.dataset.path)")
    assert paths[0] == "id"
    if "parts" in page.locator("#questions [data-path]").evaluate_all(
        "all => all.map(one => one.dataset.path)"
    ):
        assert paths[1] == "parts"


@pytest.mark.parametrize(
    ("protocol", "before", "after"),
    [
        ("NCT02926950", "heart_failure", "heart_failure_class"),
        ("NCT03102606", "cardiac_disease", "nyha"),
        ("NCT07289048", "effusion_needs_intervention", "stable_after_drainage"),
    ],
)
def test_a_detail_comes_after_what_it_hangs_on(
    open_page: OpenPage, protocol: str, before: str, after: str
) -> None:
    page = open_page(protocol)
    paths = page.locator("#questions [data-path]").evaluate_all(
        "all => all.map(one => one.dataset.path)"
    )
    assert paths.index(before) < paths.index(after)


def test_the_counts_are_those_of_the_filter(open_page: OpenPage) -> None:
    page = open_page()
    open_patient(page, json.loads(json.dumps(complete())))
    counts = page.locator("#verdict .counts")
    for state, said in (("Satisfied", "satisfied"), ("Does not apply", "not applicable")):
        shown = page.locator("fieldset.show label", has_text=state).locator(".count").inner_text()
        expect(counts).to_contain_text(f"{shown} {said}")
