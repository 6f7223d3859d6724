"""The record to sign: what it holds, what is typed on it, and how it prints."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser.protocols import ROOT, program_of
from playwright.sync_api import Dialog, Locator, Page, expect

from critc.emit.python import load
from critc.ir.nodes import Program

SAMPLE = (ROOT / "tests/patients/sample.jsonl").read_text(encoding="utf-8").splitlines()

OpenPage = Callable[..., Page]
Data = dict[str, Any]


def program() -> Program:
    return program_of("NCT07289048")


@cache
def validator() -> Any:
    return load(program())


def sample(n: int, **changed: Any) -> Data:
    data: Data = json.loads(SAMPLE[n]) | changed
    return {key: value for key, value in data.items() if value is not None}


def record(page: Page, data: Data) -> Locator:
    """The record of this patient, open."""
    text = json.dumps(data)
    file = {"name": "p.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value(data["id"])
    page.get_by_role("button", name="Print the record").press("Enter")
    return page.locator("#record")


def row(of: Locator, criterion: str) -> Locator:
    heading = re.compile(rf"^{criterion} ")
    return of.get_by_role("row").filter(has=of.page.get_by_role("rowheader", name=heading))


def cells(of: Locator, criterion: str) -> list[str]:
    return row(of, criterion).get_by_role("cell").all_inner_texts()


# ---- what it holds ----


def test_it_says_what_it_is_about(open_page: OpenPage) -> None:
    told = record(open_page(), sample(0)).locator("dl")
    for words in ("NCT07289048", program().title, program().version, program().sha256, "0001"):
        expect(told).to_contain_text(words)
    expect(told).to_contain_text("Eligible: every inclusion is fulfilled")


@pytest.mark.parametrize("n", range(4))
def test_each_criterion_has_its_outcome(open_page: OpenPage, n: int) -> None:
    sheet = record(open_page(), sample(n))
    screening = validator().screen(validator().Patient.from_dict(sample(n)))
    words = {
        "I": {"satisfied": "fulfilled", "violated": "not fulfilled", "unknown": "not known yet"},
        "E": {"satisfied": "does not bar", "violated": "bars", "unknown": "not known yet"},
    }
    for result in screening.criteria:
        said = words[result.id[0]][result.outcome]
        said = "does not apply" if result.applies is False else said
        assert cells(sheet, result.id)[0].split(" ", 1)[1] == said


def test_it_names_the_values_that_decide_and_what_is_not_known(open_page: OpenPage) -> None:
    sheet = record(open_page(), sample(0, birth_date=None))
    assert "Histology: tissue was examined" in cells(sheet, "I2")[1]
    values = cells(sheet, "I3")[1]
    assert "no. 2: " in values
    assert "Anything else, PD-1 or PD-L1 inhibitor, Platinum" in values
    assert re.search(r"birth: not known", cells(sheet, "I1")[1])
    questions = sheet.locator("section").filter(has_text="Open questions")
    screening = validator().screen(validator().Patient.from_dict(sample(0, birth_date=None)))
    assert questions.locator("li").all_inner_texts() == [each.text for each in screening.missing]


def test_it_says_who_judged(open_page: OpenPage) -> None:
    sheet = record(open_page(), sample(0))
    assert cells(sheet, "E22")[3] == "Dr Lin, 2026-02-26"
    assert cells(sheet, "I6")[3] == "not recorded"
    assert cells(sheet, "I1")[3] == ""


def test_it_lists_the_queries_on_which_the_verdict_rests(open_page: OpenPage) -> None:
    page = open_page()
    queries = [(c.id, q.question) for c in program().criteria for q in c.queries]
    section = record(page, sample(0)).locator("section").filter(has_text="Queries to the sponsor")
    assert section.locator("li").count() == len(queries)

    page.keyboard.press("Escape")
    sheet = record(page, sample(0, sclc_confirmed_by="cytology"))
    expect(sheet.locator("dl")).to_contain_text("Not eligible")
    [told] = section.locator("li").all_inner_texts()
    assert told.startswith("I2 Does cytology")
    assert ("I2", told[3:].split(" Read as:")[0]) in queries


def test_answers_that_cannot_be_read_are_told(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("textbox", name="Date of birth").fill("1967-02-30")
    page.get_by_role("button", name="Print the record").press("Enter")
    expect(page.locator("#record .unread")).to_contain_text(
        "birth_date: '1967-02-30' is not a date"
    )


# ---- what is typed on it ----


def test_what_is_typed_stays_with_this_patient_and_out_of_the_file(open_page: OpenPage) -> None:
    page = open_page()
    sheet = record(page, sample(0))
    sheet.get_by_role("textbox", name="Source document for I1").fill("Passport copy, p. 3")
    sheet.get_by_role("textbox", name="Name, completed by").fill("A. Coordinator")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Print the record")).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Control+s")
    assert "Passport" not in download.value.path().read_text(encoding="utf-8")

    page.get_by_role("button", name="Print the record").press("Enter")
    expect(sheet.get_by_role("textbox", name="Source document for I1")).to_have_value(
        "Passport copy, p. 3"
    )
    page.keyboard.press("Escape")
    sheet = record(page, sample(1))
    assert sheet.get_by_role("textbox", name="Source document for I1").input_value() == ""
    assert sheet.get_by_role("textbox", name="Name, completed by").input_value() == ""


def test_the_day_of_printing_is_offered_and_can_be_corrected(open_page: OpenPage) -> None:
    page = open_page(timezone_id="Pacific/Kiritimati")
    page.clock.set_fixed_time("2026-03-31T11:00:00Z")
    page.reload()
    sheet = record(page, sample(0))
    field = sheet.get_by_role("textbox", name="Printed on")
    expect(field).to_have_value("2026-04-01")
    field.fill("31 March 2026")
    page.emulate_media(media="print")
    assert "31 March 2026" in sheet.locator("dl").inner_text()


def test_notes_that_are_not_printed_are_not_lost_unasked(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    record(page, sample(0)).get_by_role("textbox", name="Source document for I1").fill("p. 3")
    page.reload()
    assert asked == ["beforeunload"]
    record(page, sample(0)).get_by_role("textbox", name="Source document for I1").fill("p. 3")
    page.pdf()
    page.reload()
    assert asked == ["beforeunload"]


# ---- on paper ----


def pages(pdf: Path) -> list[str]:
    """The text of each page, laid out as printed."""
    assert shutil.which("pdftotext"), (
        "pdftotext is missing. On Debian: apt-get install poppler-utils"
    )
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.split("\f")[:-1]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_printed_record(open_page: OpenPage, tmp_path: Path, paper: str) -> None:
    page = open_page(color_scheme="dark")
    sheet = record(page, sample(0))
    sheet.get_by_role("textbox", name="Source document for I1").fill("Passport copy " * 12)
    page.pdf(path=tmp_path / "record.pdf", format=paper)
    printed = pages(tmp_path / "record.pdf")

    assert "Screening record" in printed[0]
    assert "".join(printed[0].split()).count("Passport") == 12  # As many lines as it takes.
    foot = f"NCT07289048 · registry record · {program().sha256[:12]}"
    for number, text in enumerate(printed, 1):
        assert re.search(rf"\b{number} ?/ ?{len(printed)}\b", text)
        assert foot in re.sub(r" +", " ", text)
        if re.search(r"^ *[IE]\d+ ", text, re.MULTILINE) and "Read as:" not in text:
            assert re.search(r"Criterion +Outcome +Values", text)
    assert "Confirmed by the" in printed[-1]
    everything = "\n".join(printed)
    for absent in ("Back to the page", "Ask next", "Search in", "Skip to"):
        assert absent not in everything


def test_paper_is_black_on_white_in_a_dark_page(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    sheet = record(page, sample(0))
    page.emulate_media(media="print", color_scheme="dark")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    for cell in (sheet.locator("h1"), row(sheet, "I1"), sheet.locator(".verdict")):
        assert cell.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_the_page_without_the_record_prints_all_criteria(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("brain")
    expect(page.locator(".found")).to_contain_text("2 of 31 criteria")
    page.pdf(path=tmp_path / "reading.pdf", format="A4")
    printed = " ".join(" ".join(pages(tmp_path / "reading.pdf")).split())
    for criterion in program().criteria:
        assert " ".join(criterion.text.split())[:60] in printed
        name = f"{criterion.kind.capitalize()} {criterion.number}"
        assert f"How {name.lower()} is read" in printed
    assert "Questions for the sponsor" in printed
    for absent in ("not known yet", "Print the record", "Date of birth 1", "Copy link"):
        assert absent not in printed
