"""The pictures of the page: the time line, and the tree of each criterion's clauses."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from browser.patients import Data, complete, open_patient
from browser.protocols import program_of
from playwright.sync_api import Locator, Page, expect

from critc.emit.python import load

OpenPage = Callable[..., Page]

WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 360, "height": 740}


@cache
def validator(protocol: str) -> Any:
    return load(program_of(protocol))


def screened(data: Data, protocol: str = "NCT07289048") -> Any:
    module = validator(protocol)
    return module.screen(module.Patient.from_dict(data))


def treated() -> Data:
    """The complete sample patient, first dose on 3 March 2026, with events about the windows."""
    return complete() | {
        "surgeries": [
            {"done_on": "2026-02-03", "major_surgery": "yes", "needle_biopsy": False},
            {"done_on": "2026-02-02", "major_surgery": "yes", "needle_biopsy": False},
            {"done_on": "2026-02", "major_surgery": "yes", "needle_biopsy": False},
            {"major_surgery": "yes", "needle_biopsy": False},
        ],
        "steroids": [
            {
                "given": {"start": "2026-02-10", "end": "ongoing"},
                "prednisone_equivalent": {"value": 20, "unit": "mg/d"},
                "route": "systemic",
                "short_term_prophylaxis": "no",
            }
        ],
        "vaccinations": [{"given_on": "2026-02-20", "live_attenuated": False}],
        "brain_metastases": "treated",
        "brain_stable": {"start": "2026-01-20", "end": "ongoing"},
        "cavity_drugs": [
            {"drug_name": "a", "during_drainage": True, "given_on": "2026-02-19"},
            {
                "drug_name": "b",
                "during_drainage": True,
                "given_on": "2026-02-10",
                "half_life": {"value": 2, "unit": "d"},
            },
        ],
    }


def row(page: Page, criterion: str, words: str) -> Locator:
    """The row of a window."""
    rows = page.locator(f'.window:has(a[href="#{criterion}"])')
    found = rows.filter(has_text=words)
    expect(found).to_have_count(1)
    return found


def pictures(of: Locator) -> list[str]:
    """What the drawings of a row say to a screen reader."""
    drawings = of.locator("svg[role=img]")
    return drawings.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")  # type: ignore[no-any-return]


def sides(of: Locator) -> tuple[float, float]:
    """Where an element begins and ends, from left to right."""
    box = of.evaluate(
        "one => { const {left, right} = one.getBoundingClientRect(); return [left, right]; }"
    )
    return box[0], box[1]


class Days:
    """Where days lie: as the lines of consent (12 February) and first dose (3 March 2026) have it."""

    def __init__(self, page: Page) -> None:
        consent, first_dose = (
            sides(page.locator(f".grip[data-moment={name}] line"))
            for name in ("consent", "first_dose")
        )
        self.known = date(2026, 2, 12)
        self.at = sum(consent) / 2
        self.day = (sum(first_dose) / 2 - self.at) / 19

    def middle(self, day: date) -> float:
        return self.at + (day - self.known).days * self.day


# ---- the windows, and what they catch ----------------------------------------------------------


def test_a_window_lies_from_its_first_day_to_its_last(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    page.locator("#time-line select").select_option("42")
    surgery = row(page, "E3", "Surgical procedures")
    expect(surgery).to_contain_text("3 February 2026 to 3 March 2026")
    days = Days(page)
    left, right = sides(surgery.locator(".band .surely"))
    assert left == pytest.approx(days.middle(date(2026, 2, 3)) - days.day / 2, abs=1.5)
    assert right == pytest.approx(days.middle(date(2026, 3, 3)) + days.day / 2, abs=1.5)


def test_an_event_lies_on_its_day(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    page.locator("#time-line select").select_option("42")
    events = row(page, "E3", "Surgical procedures").locator(".event")
    days = Days(page)
    for number, day in enumerate((date(2026, 2, 3), date(2026, 2, 2))):
        left, right = sides(events.nth(number).locator(".shape > :first-child"))
        assert (left + right) / 2 == pytest.approx(days.middle(day), abs=1.5)
    # Some day of February: from the 1st to the 28th.
    left, right = sides(events.nth(2).locator("line.perhaps"))
    assert left == pytest.approx(days.middle(date(2026, 2, 1)) - days.day / 2, abs=1.5)
    assert right == pytest.approx(days.middle(date(2026, 2, 28)) + days.day / 2, abs=1.5)


def test_each_event_says_whether_its_window_catches_it(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    surgery = row(page, "E3", "Surgical procedures")
    [said] = pictures(surgery)
    assert said.split(". ", 1)[0] == "Window: 3 February 2026 to 3 March 2026"
    assert re.findall(r"no\. (\d), (.*?): (in|out|not known)", said) == [
        ("1", "3 February 2026", "in"),
        ("2", "2 February 2026", "out"),
        ("3", "February 2026", "not known"),
        ("4", "date not known", "not known"),
    ]
    outcomes = surgery.locator(".event").evaluate_all("all => all.map(one => one.dataset.outcome)")
    assert outcomes == ["true", "false", "unknown", "unknown"]
    words = surgery.locator(".event text").evaluate_all("all => all.map(one => one.textContent)")
    assert words == [
        "no. 1: in",
        "no. 2: out",
        "no. 3: not known",
        "no. 4: date not known: not known",
    ]


def test_periods_windows_to_fill_and_windows_of_each_record(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    # 14 days before 3 March, and what is ongoing has no end.
    assert pictures(row(page, "E4", "Corticosteroid courses")) == [
        "Window: 17 February 2026 to 3 March 2026. no. 1, 10 February 2026 to ongoing: in"
    ]
    assert pictures(row(page, "E9", "clinically stable throughout")) == [
        "Window: 3 February 2026 to 3 March 2026. 20 January 2026 to ongoing: throughout"
    ]
    # Strictly before the day of consent, 12 February.
    assert pictures(row(page, "I9", "procedure before signing")) == [
        "Window: 11 February 2026 or before. 13 February 2026: out"
    ]
    # 21 days before 3 March, or 5 half-lives, whichever is less: of the first it is not known.
    first, second = pictures(row(page, "E18", "Anti-tumour drugs"))
    assert "surely 10 February 2026 or before; perhaps 3 March 2026 or before" in first
    assert first.endswith("no. 1, 19 February 2026: not known")
    assert second == "Window: 21 February 2026 or before. no. 2, 10 February 2026: in"
    # No live vaccine: that it lies in the window makes no difference.
    [vaccine] = pictures(row(page, "E6", "Vaccinations"))
    assert vaccine.endswith("in (does not count: another condition settles it)")


def test_of_a_first_dose_some_day_of_march_windows_are_perhaps(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated() | {"first_dose": "2026-03"})
    # From 1 February (28 days before the 1st) to the 31st; no day is in it whichever day it is.
    surgery = row(page, "E3", "Surgical procedures")
    expect(surgery).to_contain_text("perhaps 1 February 2026 to 31 March 2026")
    expect(surgery.locator(".band .surely")).to_have_count(0)
    outcomes = surgery.locator(".event").evaluate_all("all => all.map(one => one.dataset.outcome)")
    assert outcomes == ["unknown"] * 4
    # 15 February to 1 March or 17 to 31 March: 14 days before each day of March.
    expect(row(page, "E4", "Corticosteroid courses")).to_contain_text(
        "perhaps 15 February 2026 to 31 March 2026"
    )
    expect(slider(page)).to_have_attribute("aria-valuetext", "March 2026")


def test_records_are_numbered_as_in_the_form(open_page: OpenPage) -> None:
    """A measurement without a value is not read, but it is the first one in the form."""
    page = open_page(viewport=WIDE)
    tests = [{"value": "negative", "date": day} for day in ("2026-02-26", "2026-02-27")]
    woman = {"sex": "female", "childbearing_potential": True, "serum_pregnancy_test": tests}
    open_patient(page, treated() | woman)
    test = row(page, "I8", "Serum pregnancy test")
    window = "Window: 24 February 2026 to 3 March 2026"
    assert pictures(test) == [f"{window}. no. 1, 26 February 2026: in. no. 2, 27 February 2026: in"]
    value = page.locator('[data-path="serum_pregnancy_test[0].value"]')
    value.get_by_role("radio", name="not known").check()
    drawing = test.locator("svg[role=img]")
    expect(drawing).to_have_attribute("aria-label", f"{window}. no. 2, 27 February 2026: in")
    assert any("Serum pregnancy test, no. 2" in node["words"] for node in nodes(page, "I8"))


def test_of_many_records_the_table_has_all(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    days = [f"2026-02-{number:02d}" for number in range(3, 28)]
    done = [{"done_on": day, "major_surgery": "yes", "needle_biopsy": False} for day in days]
    open_patient(page, treated() | {"surgeries": done})
    surgery = row(page, "E3", "Surgical procedures")
    expect(surgery.locator(".event")).to_have_count(8)
    expect(surgery.locator("svg[role=img]")).to_contain_text("17 more in the table")
    page.get_by_text("The same as a table").click()
    expect(page.locator("#time-line tbody tr").filter(has_text="Surgical")).to_have_count(25)
    assert sum("more records" in node["words"] for node in nodes(page, "E3")) == 1


def test_what_is_typed_moves_an_event(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    page.locator('[data-path="surgeries[0].done_on"] input').fill("2026-02-01")
    expect(row(page, "E3", "Surgical procedures").locator(".event").first).to_have_attribute(
        "data-outcome", "false"
    )


def test_nothing_known_is_said_to_be_not_known(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    line = page.locator("#time-line")
    expect(line.locator(".hint").last).to_contain_text("No dates yet")
    expect(line.locator(".plot")).to_be_hidden()
    line.get_by_text("The same as a table").click()
    cells = line.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert len(cells) > 10
    placed = [days for _, _, days, _, _ in cells if not days.startswith("cannot be placed")]
    assert set(placed) <= {"other days for each record"}
    assert {event for _, _, _, event, _ in cells} == {"not known yet"}
    # Once the first dose is known, windows are there, and still nothing in them.
    page.get_by_role("textbox", name=re.compile("first dose of study treatment")).fill("2026-03-03")
    expect(row(page, "E3", "Surgical procedures")).to_contain_text("not known yet")
    expect(page.locator(".event")).to_have_count(0)


def test_the_table_says_the_same(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    line = page.locator("#time-line")
    line.get_by_text("The same as a table").click()
    rows = line.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert [
        "E3",
        "Surgical procedures – date: within 4 weeks before the first dose of study treatment",
        "3 February 2026 to 3 March 2026",
        "no. 2, 2 February 2026",
        "out",
    ] in rows
    line.locator(".others > summary").click()
    drawn = line.locator(".window").evaluate_all(
        """rows => rows.flatMap(row => [...row.querySelectorAll(".event")].map(
             event => row.querySelector("a").textContent))"""
    )
    assert sorted(drawn) == sorted(cells[0] for cells in rows if cells[4] != "–")
    line.locator('tbody a[href="#E18"]').first.click()
    expect(page.locator("#E18 details")).to_have_attribute("open", "")


# ---- trying another day ------------------------------------------------------------------------


def changes(before: Data, after: Data) -> set[str]:
    """The criteria whose outcome differs, as the validator has it."""
    one, other = (
        {each.id: each.outcome for each in screened(data).criteria} for data in (before, after)
    )
    return {name for name, outcome in one.items() if other[name] != outcome}


def named(page: Page) -> set[str]:
    return set(page.locator(".what-if li a").all_inner_texts())


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name=re.compile("first dose"))


def test_keys_try_another_first_dose_and_change_no_answer(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    data = treated()
    open_patient(page, data)
    answer = page.locator('[data-path="first_dose"] input')
    counts = page.locator("#verdict .counts").inner_text()
    slider(page).focus()
    tried = date(2026, 3, 3)
    for key, days in (
        ("PageUp", 7),
        ("PageUp", 7),
        ("ArrowRight", 1),
        ("ArrowLeft", -1),
        ("PageDown", -7),
    ):
        page.keyboard.press(key)
        tried += timedelta(days=days)
    assert tried == date(2026, 3, 10)
    expect(slider(page)).to_have_attribute(
        "aria-valuetext", "10 March 2026, 1 week later than recorded"
    )
    expect(slider(page)).to_be_focused()
    expect(row(page, "E3", "Surgical procedures")).to_contain_text(
        "10 February 2026 to 10 March 2026"
    )
    expected = changes(data, data | {"first_dose": "2026-03-10"})
    assert expected
    assert named(page) == expected
    expect(page.locator("#status")).to_contain_text(re.compile("criteri(on|a) change"))
    # What is answered, and what it comes to, is as it was.
    expect(answer).to_have_value("2026-03-03")
    assert page.locator("#verdict .counts").inner_text() == counts
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator(".what-if")).to_be_hidden()
    expect(slider(page)).to_be_focused()
    expect(slider(page)).to_have_attribute("aria-valuetext", "3 March 2026")


def test_a_tried_date_is_used_when_the_user_takes_it(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    data = treated()
    open_patient(page, data)
    field = page.locator("#time-line").get_by_label("first dose", exact=True)
    field.fill("2026-04-14")
    later = data | {"first_dose": "2026-04-14"}
    expect(page.locator(".what-if")).to_contain_text("first dose on 14 April 2026")
    assert named(page) == changes(data, later)
    page.get_by_role("button", name="Use this date").click()
    expect(page.locator('[data-path="first_dose"] input')).to_have_value("2026-04-14")
    expect(page.locator(".what-if")).to_be_hidden()
    expect(field).to_have_value("2026-04-14")
    for each in screened(later).criteria:
        state = "other" if each.applies is False else each.outcome
        expect(page.locator(f"#{each.id}")).to_have_attribute("data-state", state)


def test_the_scale_reaches_to_the_day_that_is_tried(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    page.locator("#time-line").get_by_label("first dose", exact=True).fill("2026-06-20")
    expect(page.locator(".what-if")).to_be_visible()
    known, tried, end = (
        sides(page.locator(of))
        for of in (".grip[data-moment=consent] line", ".grip[data-moment=first_dose] line", ".grid")
    )
    days = (date(2026, 6, 20) - date(2026, 2, 12)).days
    recorded = sides(page.locator(".grid .recorded"))
    assert tried[0] < end[1] - 5
    share = (date(2026, 3, 3) - date(2026, 2, 12)).days / days
    assert (recorded[0] - known[0]) / (tried[0] - known[0]) == pytest.approx(share, abs=0.02)


def test_a_low_window_is_left_to_the_questions(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 1366, "height": 680})
    open_patient(page, treated())
    box = page.locator("#time-line").bounding_box()
    assert box is not None
    assert box["height"] < 0.3 * 680


def test_a_day_is_tried_before_any_is_known(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    field = page.locator("#time-line").get_by_label("first dose", exact=True)
    field.fill("2026-03-03")
    expect(row(page, "E3", "Surgical procedures")).to_contain_text(
        "3 February 2026 to 3 March 2026"
    )
    expect(page.locator(".window .band").nth(5)).to_be_visible()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(page.locator(".plot")).to_be_hidden()
    expect(page.locator('[data-path="first_dose"] input')).to_have_value("")


def test_a_date_that_is_none_is_not_tried(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    field = page.locator("#time-line").get_by_label("first dose", exact=True)
    for text in ("2026-02-29", "2026-13-01", "next week", "2026-04"):
        field.fill(text)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".what-if")).to_be_hidden()


def test_the_line_is_dragged(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    page.locator("#time-line select").select_option("42")
    days = Days(page)
    box = slider(page).bounding_box()
    assert box is not None
    start, y = days.middle(date(2026, 3, 3)), box["y"] + box["height"] / 2
    page.mouse.move(start - 3, y)
    page.mouse.down()
    page.mouse.move(days.middle(date(2026, 2, 24)), y, steps=5)
    page.mouse.up()
    expect(slider(page)).to_have_attribute(
        "aria-valuetext", "24 February 2026, 1 week earlier than recorded"
    )
    expect(page.locator('[data-path="first_dose"] input')).to_have_value("2026-03-03")


# ---- trees -------------------------------------------------------------------------------------

WORDS = {"true": "yes", "false": "no", "unknown": "not known"}

# Each node of a tree: its own words without those of the nodes below it, its outcome, theirs.
NODES = """root => {
  const own = (item) => [...item.childNodes]
    .filter((node) => node.nodeName !== "UL").map((node) => node.textContent).join("");
  return [...root.querySelectorAll("li")].map((item) => ({
    words: own(item),
    joint: [...item.querySelectorAll(":scope > .relation")].at(-1)?.textContent ?? "",
    outcome: item.dataset.outcome,
    children: [...item.querySelectorAll(":scope > ul > li")].map((child) => child.dataset.outcome),
  }));
}"""


def nodes(page: Page, criterion: str) -> list[Any]:
    """The nodes of a criterion's tree, once it is open."""
    page.locator(f"#{criterion}").evaluate("one => { one.querySelector('details').open = true; }")
    tree = page.locator(f"#{criterion} .tree")
    expect(tree).to_have_count(1)
    found: list[Any] = tree.evaluate(NODES)
    return found


@pytest.mark.parametrize("protocol", ["NCT07289048", "NCT02557854"])
def test_the_trees_have_the_outcomes_of_the_validator(open_page: OpenPage, protocol: str) -> None:
    page = open_page(protocol, viewport=WIDE)
    data = treated() if protocol == "NCT07289048" else complete(protocol)
    open_patient(page, data)
    for each in screened(data, protocol).criteria:
        tree = nodes(page, each.id)
        words = [node["words"] for node in tree]
        for because in each.because:
            clause = because.clause.removesuffix("?")
            shown = f"{clause}: {WORDS[because.outcome]}"
            assert any(shown in line or line.startswith(clause) for line in words), (each.id, shown)
        condition = next(
            node
            for node in tree
            if re.search("if", node["words"]) and "Applies" not in node["words"]
        )
        if each.applies is not False:
            expected = {"satisfied": "true", "violated": "false", "unknown": "unknown"}[
                each.outcome
            ]
            if each.id.startswith("E"):
                expected = {"true": "false", "false": "true"}.get(expected, expected)
            assert condition["outcome"] == expected, each.id


def joined(joint: str, outcomes: list[str]) -> str:
    """Strong Kleene: what the parts come to together."""
    settled, otherwise = ("false", "true") if joint.endswith("all of") else ("true", "false")
    if settled in outcomes:
        return settled
    return "unknown" if "unknown" in outcomes else otherwise


def test_a_node_comes_to_what_its_parts_do(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    checked = 0
    for criterion in ("I3", "I8", "I9", "E1", "E3", "E4", "E9", "E12", "E15", "E18", "E20"):
        for node in nodes(page, criterion):
            if node["joint"].endswith(("all of", "any of")):
                assert node["outcome"] == joined(node["joint"], node["children"]), node
                checked += 1
    assert checked > 20


def test_a_tree_is_drawn_when_opened_and_follows_what_is_typed(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    expect(page.locator("#E3 > h3")).to_be_visible()
    assert page.locator(".tree").count() == 0
    page.locator("#E19 summary").click()
    expect(page.locator(".tree")).to_have_count(1)
    alcohol = page.locator("#E19 .tree li li").filter(has_text="alcohol")
    expect(alcohol).to_have_attribute("data-outcome", "unknown")
    expect(alcohol).to_contain_text("not known — missing")
    page.locator('[data-path="alcohol_dependence"] input[value=true]').check()
    expect(alcohol).to_have_attribute("data-outcome", "true")
    expect(alcohol).to_contain_text(": yes")


def test_records_have_their_branches(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE)
    open_patient(page, treated())
    found = {node["words"].split(":")[0].strip(): node["outcome"] for node in nodes(page, "E3")}
    # The first is in the window, the second not; of the others the day is not known.
    assert found["Surgical procedures, no. 1, with an exception"] == "true"
    assert found["Surgical procedures, no. 2, with an exception"] == "false"
    assert found["Surgical procedures, no. 3, with an exception"] == "unknown"
    assert found["Surgical procedures, no. 4, with an exception"] == "unknown"


# ---- small screens, other colours, other protocols ---------------------------------------------


def test_a_phone_shows_both_without_scrolling_sideways(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    open_patient(page, treated())
    page.locator("#time-line").scroll_into_view_if_needed()
    surgery = row(page, "E3", "Surgical procedures")
    surgery.scroll_into_view_if_needed()
    left, right = sides(surgery.locator("svg.lanes"))
    assert 0 <= left < right <= PHONE["width"]
    nodes(page, "E15")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_shapes_tell_outcomes_apart_without_colours(open_page: OpenPage) -> None:
    page = open_page(viewport=WIDE, forced_colors="active")
    open_patient(page, treated())
    shapes = row(page, "E3", "Surgical procedures").locator(".event .shape > :first-child")
    names = shapes.evaluate_all("all => all.map(one => one.nodeName)")
    assert names == ["circle", "rect", "path"]


@pytest.mark.parametrize("protocol", ["NCT02178956", "NCT02557854", "NCT05147467"])
def test_other_protocols_have_their_own_moments(open_page: OpenPage, protocol: str) -> None:
    page = open_page(protocol, viewport=WIDE)
    open_patient(page, complete(protocol))
    expect(page.locator("#time-line .window").first).to_be_visible()
    labels = page.locator("#time-line svg[role=img]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert len(labels) > 3
    assert not [label for label in labels if re.search("NaN|undefined|Infinity|null", label)]
    moments = {fact.name for fact in program_of(protocol).facts if fact.moment}
    flags = page.get_by_role("slider").evaluate_all("all => all.map(one => one.dataset.moment)")
    assert flags
    assert set(flags) <= moments


@pytest.mark.parametrize("width", [360, 1024, 1280])
def test_a_deep_tree_has_room_for_its_words(open_page: OpenPage, width: int) -> None:
    page = open_page("NCT02999178", viewport={"width": width, "height": 800})
    retest = {
        "ast": [
            {"value": "70", "unit": "U/L", "uln": "40", "date": "2026-03-02", "visit": "visit_1"}
        ],
        "retests": [
            {"parameter": "of_ast", "first_retest": True, "retested_on": "2026-03-09"},
        ],
    }
    open_patient(page, complete("NCT02999178") | retest)
    page.locator("#E1").evaluate("one => { one.querySelector('details').open = true; }")
    tree = page.locator("#E1 .tree")
    expect(tree).to_be_visible()
    rooms = tree.evaluate(
        """tree => [...tree.querySelectorAll("li")].map(
          one => one.clientWidth - parseFloat(getComputedStyle(one).paddingLeft))"""
    )
    assert len(rooms) > 50
    assert min(rooms) > 170
