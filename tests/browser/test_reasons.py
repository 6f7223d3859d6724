"""Why a criterion is as it is: on the page, in its tree, and on the record to sign."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from browser.patients import PATIENTS, Data, complete, open_patient
from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]

GASTRIC = "NCT02178956"


def patient(protocol: str, criterion: str, name: str) -> Data:
    """One of the patients that the tests of the protocol describe."""
    text = (PATIENTS / f"{protocol}.json").read_text(encoding="utf-8")
    found = [
        each["change"]
        for each in json.loads(text)["patients"]
        if each["criterion"] == criterion and each["name"] == name
    ]
    [change] = found
    data = complete(protocol) | change
    return {key: value for key, value in data.items() if value is not None}


def opened(open_page: OpenPage, protocol: str, data: Data) -> Page:
    page = open_page(protocol)
    open_patient(page, data)
    return page


def reasons(page: Page, criterion: str) -> Locator:
    return page.locator(f"#{criterion} .because > li")


def tree(page: Page, criterion: str) -> Locator:
    page.locator(f"#{criterion}").evaluate("one => { one.querySelector('details').open = true; }")
    return page.locator(f"#{criterion} .tree")


def recorded(page: Page, criterion: str) -> Locator:
    """The values that decide a criterion, on the record."""
    page.get_by_role("button", name="Print the record").press("Enter")
    rows = page.locator("#record .record-criteria tbody tr")
    heading = page.locator(f"th:has(> b:text-is('{criterion}'))")
    return rows.filter(has=heading).locator("td[data-column^='Values'] > ul > li")


def with_result(name: str, **changed: Any) -> Data:
    """A patient with one result, changed; None takes a part of it away."""
    data = complete(GASTRIC)
    [result] = data[name]
    kept = {key: value for key, value in (result | changed).items() if value is not None}
    return data | {name: [kept]}


# ---- numbers -----------------------------------------------------------------------------------


def test_the_mean_is_no_sum(open_page: OpenPage) -> None:
    page = opened(open_page, "NCT02926950", patient("NCT02926950", "E11", "systolic mean 180.3"))
    [reason] = reasons(page, "E11").all_inner_texts()
    assert "Mean: 180.3 mmHg" in reason
    assert "541" not in reason
    expect(tree(page, "E11")).to_contain_text("Mean: 180.3 mmHg")
    assert "Mean: 180.3 mmHg" in recorded(page, "E11").all_inner_texts()


def test_a_calculated_clearance_is_shown(open_page: OpenPage) -> None:
    data = patient(GASTRIC, "I12", "no ULN, clearance low")
    data["creatinine"] = [data["creatinine"][0] | {"uln": "1"}]
    page = opened(open_page, GASTRIC, data)
    words = "Creatinine clearance (Cockcroft-Gault): 41.97 mL/min"
    assert any(words in reason for reason in reasons(page, "I12").all_inner_texts())
    assert words in recorded(page, "I12").all_inner_texts()


# ---- limits of normal --------------------------------------------------------------------------


def test_a_value_is_shown_with_its_limit_of_normal(open_page: OpenPage) -> None:
    page = opened(open_page, GASTRIC, with_result("alt", value="121"))
    words = "Alanine transaminase (ALT): 121 U/L (26 February 2026; upper limit of normal 40 U/L)"
    [reason] = reasons(page, "I9").all_inner_texts()
    assert words in reason
    expect(tree(page, "I9")).to_contain_text("no — 121 U/L (upper limit of normal 40 U/L)")
    assert words in recorded(page, "I9").all_inner_texts()


def test_a_limit_that_nobody_typed_is_named_and_asked(open_page: OpenPage) -> None:
    page = opened(open_page, GASTRIC, with_result("alt", uln=None))
    [reason] = reasons(page, "I9").all_inner_texts()
    assert reason.endswith("missing: upper limit of normal of Alanine transaminase (ALT), no. 1")
    asked = page.locator("#next").get_by_role("button", name="upper limit of normal")
    expect(asked).to_have_text("Alanine transaminase (ALT), no. 1: upper limit of normal")
    asked.click()
    field = page.locator(":focus")
    expect(field).to_have_accessible_name("upper limit of normal")
    field.fill("40")
    expect(page.locator("#I9")).to_have_attribute("data-state", "satisfied")


# ---- records -----------------------------------------------------------------------------------


def test_a_result_that_does_not_count_is_not_missing(open_page: OpenPage) -> None:
    page = opened(open_page, GASTRIC, with_result("haemoglobin", date="2026-02-15"))
    reason = reasons(page, "I10").first
    expect(reason).to_contain_text("not known — none of those recorded counts")
    expect(reason).to_contain_text("Haemoglobin: 11 g/dL (15 February 2026)")
    expect(reason).not_to_contain_text("missing")


def test_the_answer_that_is_missing_of_a_record_is_named(open_page: OpenPage) -> None:
    event = {"worst_grade": 3, "myocarditis": False}
    page = opened(open_page, "NCT07289048", complete() | {"adverse_events": [event]})
    reason = reasons(page, "E16").first
    expect(reason).to_contain_text("missing: Immune-related, from prior immunotherapy of Adverse")


def test_a_barring_record_is_explained_by_what_decides(open_page: OpenPage) -> None:
    arthritis = {
        "disease": "other",
        "active": True,
        "well_controlled": False,
        "childhood_resolved": False,
        "may_recur": "yes",
        "excepted_by_sponsor": "no",
    }
    page = opened(open_page, "NCT07289048", complete() | {"autoimmune_diseases": [arthritis]})
    reason = reasons(page, "E15").first
    expect(reason).to_contain_text("Is it active: yes")
    expect(reason).to_contain_text("Disease: Another autoimmune disease")
    shown = reason.locator(".values")
    expect(shown).not_to_contain_text("well controlled")
    expect(shown).not_to_contain_text("childhood")


def test_a_vague_date_is_not_said_to_be_unknown_too(open_page: OpenPage) -> None:
    data = complete() | {"brain_metastases": "treated", "last_steroid_dose": "2026-02"}
    page = opened(open_page, "NCT07289048", data)
    shown = recorded(page, "E9").all_inner_texts()
    assert [line for line in shown if "steroids" in line] == [
        "Last dose of steroids for the brain metastases: February 2026 (day not known)"
    ]


def test_a_day_that_is_not_the_one_asked_for_has_its_name(open_page: OpenPage) -> None:
    page = opened(open_page, "NCT02496767", patient("NCT02496767", "I1", "I1-05"))
    expect(tree(page, "I1")).to_contain_text(
        "not known — screening: 16 February 2026; missing: Date of the diagnosis of ALS"
    )


# ---- which reasons are seen --------------------------------------------------------------------


def test_what_decides_comes_first_and_more_reasons_are_counted(open_page: OpenPage) -> None:
    page = opened(open_page, "NCT03102606", patient("NCT03102606", "I9", "I9-02"))
    expect(reasons(page, "I9").first).to_contain_text("negative: no — Pregnancy test")
    seen = reasons(page, "I9").locator("visible=true")
    expect(seen).to_have_count(4)
    seen.last.get_by_role("button", name="and 1 more reason").press("Enter")
    expect(page.locator("#I9 details").first).to_have_attribute("open", "")
    expect(page.locator("#I9 details > summary").first).to_be_focused()
    expect(page.locator("#I9 .more-reasons")).to_be_hidden()


def test_no_reason_is_said_twice(open_page: OpenPage) -> None:
    data = patient("NCT03102606", "I9", "I9-02")
    for criterion in ("I9", "E13", "I3"):
        page = opened(open_page, "NCT03102606", data)
        said = reasons(page, criterion).all_text_contents()
        assert len(said) == len(set(said))
