"""Opening and saving a patient: what the validator reads, all problems, nothing lost unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from browser.protocols import ROOT, program_of
from playwright.sync_api import Dialog, Page, expect

from critc.emit.python import load

SAMPLE = (ROOT / "tests/patients/sample.jsonl").read_text(encoding="utf-8").splitlines()

OpenPage = Callable[..., Page]
Data = dict[str, Any]


@cache
def validator() -> Any:
    return load(program_of("NCT07289048"))


def choose(page: Page, content: str | bytes | Data, name: str = "patient.json") -> None:
    """Chooses a file as the person at the page does."""
    text = json.dumps(content, ensure_ascii=False) if isinstance(content, dict) else content
    buffer = text.encode() if isinstance(text, str) else text
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a patient").press("Enter")
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": buffer})


def saved(page: Page) -> tuple[str, str]:
    """The name and the text of the file that the page saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the patient").press("Enter")
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def type_id(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Patient").first.fill(text)


def shown_id(page: Page) -> str:
    return page.get_by_role("textbox", name="Patient").first.input_value()


def problems_of(page: Page) -> list[str]:
    """The problems as they stand in the file: what the validator says of it."""
    return page.get_by_role("dialog").locator("li .in-file").all_inner_texts()


# ---- opening ----


@pytest.mark.parametrize("line", SAMPLE[:4])
def test_a_patient_is_opened_and_screened(open_page: OpenPage, line: str) -> None:
    page = open_page()
    choose(page, line)
    words = {"eligible": "Eligible", "ineligible": "Not eligible", "undetermined": "Undetermined"}
    screening = validator().screen(validator().Patient.from_json(line))
    expect(page.locator("#verdict .verdict")).to_contain_text(words[screening.verdict])
    assert shown_id(page) == json.loads(line)["id"]
    expect(page.get_by_text("Not saved")).to_be_hidden()


def spoiled() -> Data:
    data: Data = json.loads(SAMPLE[0])
    data["ecog"] = 7
    data["birth_date"] = "1967-02-30"
    data["sx"] = data.pop("sex")
    data["lesions"][0]["longest"]["unit"] = "furlong"
    data["therapies"][1]["drug_classes"] = ["platinum", "platinum"]
    data["other_condition"] = {"answer": "perhaps", "by": 3}
    return data


def test_a_bad_file_tells_every_problem_and_changes_nothing(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, SAMPLE[1])
    expect(page.locator("#verdict .counts")).to_contain_text("0 not known")
    expect(page.locator("#status")).not_to_be_empty()
    before = saved(page), page.locator("main").inner_text()

    choose(page, spoiled(), "bad.json")
    with pytest.raises(validator().InvalidPatient) as error:
        validator().Patient.from_dict(spoiled())
    assert problems_of(page) == str(error.value).splitlines()
    assert len(problems_of(page)) == 7
    expect(page.get_by_role("dialog", name="bad.json cannot be opened")).to_contain_text(
        "7 problems were found. Nothing on this page has changed."
    )

    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Open a patient")).to_be_focused()
    assert (saved(page), page.locator("main").inner_text()) == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"id": "1",}', "this is not JSON: line 1, column 12: "),
        (b'{"id": "1", "id": "2"}', "id: is given twice"),
        ('{"id": "ä"}'.encode("latin-1"), "this is not text in UTF-8 (byte 9)"),
        ('{"id": "ä"}'.encode("utf-16"), "this is text in UTF-16, not in UTF-8"),
        ('{"id": "ä"}'.encode("utf-16-be"), "this is text in UTF-16, not in UTF-8"),
        ('{"id": "ä"}'.encode("utf-32-le"), "this is text in UTF-32, not in UTF-8"),
        (b"[" * 2000, "this is nested too deeply"),
        (b'{"protocol": "NCT00000000"}', "protocol: 'NCT00000000' is not 'NCT07289048'"),
        (b'"' + b"x" * (5 * 1024 * 1024) + b'"', "this file has 5.1 MB"),
    ],
    ids=["comma", "twice", "latin-1", "utf-16", "utf-16-be", "utf-32", "deep", "other", "large"],
)
def test_what_is_no_patient_is_refused_with_the_reason(
    open_page: OpenPage, content: bytes, problem: str
) -> None:
    page = open_page()
    choose(page, content)
    [told] = problems_of(page)
    assert told.startswith(problem)


def test_problems_are_told_in_the_words_of_the_form(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, spoiled())
    items = page.get_by_role("dialog").locator("li").all_inner_texts()
    told = [item.splitlines()[0] for item in items]
    for words in (
        "“sx” is not asked on this page; did you mean 'sex'?",
        "ECOG performance status: 7 is out of range: from 0 to 5",
        "Date of birth: '1967-02-30' is not a date",
        "Lesions on the baseline images, no. 1: Longest diameter: 'furlong' is not accepted",
        "Prior systemic anti-tumour therapies, no. 2: ",
    ):
        assert any(each.startswith(words) for each in told), (words, told)


@pytest.mark.parametrize("content", [b"number,age\n1,58", b"[]", b"%PDF-1.7"])
def test_another_kind_of_file_is_called_so(open_page: OpenPage, content: bytes) -> None:
    page = open_page()
    choose(page, content, "list.csv")
    item = page.get_by_role("dialog").locator("li").inner_text()
    assert item.startswith("This is not a patient file of this page.")


def test_a_byte_order_mark_is_no_part_of_the_text(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, '{"id": "ä"}'.encode("utf-8-sig"))
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value("ä")


DROP = """names => {
  const held = new DataTransfer();
  for (const name of names) held.items.add(new File(['{"id": "dropped"}'], name));
  const told = kind => document.querySelector("main").dispatchEvent(
    new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  return [told("dragover"), told("drop")];
}"""


def test_a_file_is_dropped_anywhere(open_page: OpenPage) -> None:
    page = open_page()
    assert page.evaluate(DROP, ["a.json"]) == [False, False]  # The browser must not open it itself.
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value("dropped")
    assert page.locator("html.dropping").count() == 0


def test_two_files_at_once_are_refused(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate(DROP, ["a.json", "b.json"])
    expect(page.get_by_role("dialog", name="One patient at a time")).to_be_visible()
    assert shown_id(page) == ""


def test_what_is_typed_is_kept_unless_the_person_lets_it_go(open_page: OpenPage) -> None:
    page = open_page()
    type_id(page, "mine")
    choose(page, SAMPLE[0])
    question = page.get_by_role("dialog", name="Open patient.json?")
    expect(question.get_by_role("button", name="Keep what is typed")).to_be_focused()
    page.keyboard.press("Enter")
    assert shown_id(page) == "mine"

    choose(page, SAMPLE[0])
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    assert shown_id(page) == "mine"

    choose(page, SAMPLE[0])
    question.get_by_role("button", name="Open the file").press("Enter")
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value("0001")


# ---- saving ----


@pytest.mark.parametrize("line", SAMPLE[:6])
def test_what_is_saved_is_what_was_opened(open_page: OpenPage, line: str) -> None:
    page = open_page()
    choose(page, line)
    name, text = saved(page)
    assert name == f"NCT07289048-{json.loads(line)['id']}.json"
    assert json.loads(text) == {"protocol": "NCT07289048", **json.loads(line)}
    read = validator().Patient.from_json
    assert read(text) == read(line)

    choose(page, text)
    assert saved(page) == (name, text)


def test_numbers_keep_their_spelling(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, '{"hbv_dna": {"value": 12.50, "unit": "[IU]/mL"}}')
    name, text = saved(page)
    assert '"value": 12.50' in text
    assert name == "NCT07289048-patient.json"


def test_a_file_has_a_name_that_every_system_takes(open_page: OpenPage) -> None:
    page = open_page()
    type_id(page, "../a\\b:\u202ec*?<é>")
    assert saved(page)[0] == "NCT07289048-a_b_c_é_.json"


def test_saving_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    type_id(page, "7")
    expect(page.get_by_text("Not saved")).to_be_visible()
    with page.expect_download():
        page.keyboard.press("Control+s")
    expect(page.get_by_text("Not saved")).to_be_hidden()


def test_what_cannot_be_read_back_is_not_saved(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("textbox", name="Date of birth").fill("1967-02-30")
    page.get_by_role("button", name="Save the patient").press("Enter")
    dialog = page.get_by_role("dialog", name="Nothing was saved")
    expect(dialog).to_contain_text("birth_date: '1967-02-30' is not a date")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Not saved")).to_be_visible()


# ---- losing nothing, keeping nothing ----


def test_an_unsaved_page_warns_before_it_closes(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    type_id(page, "1")
    saved(page)
    page.reload()
    assert asked == []  # Everything is saved.
    type_id(page, "2")
    page.reload()
    assert asked == ["beforeunload"]


def test_starting_anew_asks_and_then_leaves_nothing(open_page: OpenPage) -> None:
    page = open_page()
    unknown = page.locator(".contents [data-state=unknown]")
    expect(unknown).to_have_count(31)
    empty = page.locator("main").inner_text()
    choose(page, SAMPLE[0])
    anew = page.get_by_role("button", name="Start anew").first
    anew.press("Enter")
    page.keyboard.press("Escape")
    expect(anew).to_be_focused()
    assert shown_id(page) == "0001"

    anew.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Start anew").press("Enter")
    expect(page.get_by_role("textbox", name="Patient").first).to_have_value("")
    expect(unknown).to_have_count(31)
    assert json.loads(saved(page)[1]) == {"protocol": "NCT07289048"}
    assert page.locator("main").inner_text() == empty


def test_nothing_is_stored(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, SAMPLE[0])
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Print the record").press("Enter")
    saved_by_page = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(saved_by_page) == [0, 0, ""]
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_the_list_of_problems_can_be_copied(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    choose(page, spoiled())
    problems = problems_of(page)
    page.get_by_role("button", name="Copy the list").press("Enter")
    expect(page.get_by_role("button", name="Copied the list")).to_be_visible()
    assert page.evaluate("copied").split("\n") == problems


def test_without_a_clipboard_the_text_is_selected(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    choose(page, spoiled())
    problems = problems_of(page)
    page.get_by_role("button", name="Copy the list").press("Enter")
    field = page.get_by_role("textbox", name="Text to copy")
    expect(field).to_be_focused()
    selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert field.evaluate(selected).split("\n") == problems
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy the list")).to_be_focused()


HOSTILE = [
    "<script>document.title = 'run'</script>",
    '<img src=x onerror="document.title = 1">',
    "</textarea></dialog></script><b id=planted>",
    "\u202egnp.exe\u2066\u200b\ufeff",
    "&lt;b&gt; {{ 7 * 7 }} ${7 * 7}",
    "x" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=["script", "img", "end", "bidi", "entity", "long"])
def test_hostile_text_is_text(open_page: OpenPage, text: str) -> None:
    page = open_page()
    count = "document.querySelectorAll('script, img, #planted').length"
    elements, title = page.evaluate(count), page.title()
    data = {"id": text, "other_condition": {"answer": "yes", "by": text}, "ecog": text, text: 1}
    choose(page, data, f"{text[:30].replace('/', '')}.json")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not set("\u202e\u2066\u200b\ufeff") & set(page.locator("body").inner_text())
    page.keyboard.press("Escape")

    choose(page, {"id": text, "other_condition": {"answer": "yes", "by": text}})
    page.get_by_role("button", name="Print the record").press("Enter")
    record = page.locator("#record").inner_text()
    assert not set("\u202e\u2066\u200b\ufeff") & set(record)
    assert text in record or "[U+202E]gnp.exe[U+2066][U+200B][U+FEFF]" in record
    assert (page.evaluate(count), page.title()) == (elements, title)
    page.keyboard.press("Escape")
    assert json.loads(saved(page)[1])["id"] == text
