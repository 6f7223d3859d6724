"""Formulas, tables, totals, references and definitions on paper: from a protocol as it is written."""

from __future__ import annotations

import json

import pytest
from emit.reading import lines_of

from critc.emit import html, markdown
from critc.emit.json import emit as compiled_json
from critc.ir.nodes import AnyOf, HowMany, Not, Program
from critc.ir.outline import Document, Line, Section, outline
from critc.ir.words import opposite, say
from critc.pipeline import compile_source
from critc.source import Source

PROTOCOL = """protocol ABC1 "A trial"
  version "1"
  source "https://example.org"

part early "First 5 patients enrolled"
part late "The others"

moment visit_1 "Visit 1"
moment screening "Date of the screening visit"
moment dosing "First dosing day"

choices breathlessness_grade in order "Grade of breathlessness"
  source "A handbook"
  note "Mild: on stairs"
  note "Severe: at rest"
  - no_breathlessness "Not breathless"
  - mild "Mild"
  - severe "Severe"

choices drug "Drug"
  - azathioprine "Azathioprine"
  - rituximab "Rituximab"

choices sexes "Sex"
  - male "Male"
  - female "Female"

fact birth_date : date "Date of birth"
fact sex : sexes "Sex"
fact breathlessness : breathlessness_grade "Breathlessness"
fact diabetes : yes/no "Does the patient have diabetes?"
fact metastases : yes/no "Are there liver metastases?"
judgement local_accepted by monitor "Does the monitor accept local results?"
fact central_sample : date or none "Last blood taken for the central laboratory (none: never)"

measurement weight : kg "Body weight"
measurement height : m "Body height"
measurement creatinine : mg/dL "Serum creatinine (SCr)" with reference range
measurement chloride : mmol/L "Serum chloride" with reference range
measurement glucose : mmol/L "Glucose"

records treatments "Earlier treatments"
  - drug : drug "Drug"
  - last_given : date "Date of the last dose"
  - dose : mg "Dose"
  - taken : period "First to last day"

records courses "Courses"
  - course_drug : drug "Drug"
  - course_dose : mg "Dose"
  - given : period "First to last day"

formula index (weight : kg, height : m) : kg/m2 "Body mass index"
  source "A textbook"
  note "Height without shoes"
  weight / height ^ 2

formula clearance (weight : kg, creatinine : mg/dL, female : yes/no) : mL/min "Clearance (Smith)"
  empirical
  whichever applies
    - weight × 0.85 / creatinine if female
    - weight / creatinine otherwise

formula untitled (weight : kg, height : m) : number
  empirical
  (weight / height) ^ 2

table washout (drug : drug) : duration "Time since the last dose"
  source "The handbook"
  drug         | time
  azathioprine | 14 days
  rituximab    | 6 weeks

table creatinine_limit (age : whole number of years from 1 to 120, sex : sexes) : mg/dL "Creatinine"
  age           | male | female
  1 to < 10 years | 0.6  | 0.5
  ≥ 10 years      | 1.2  | 1.1

define is_female "Female"
  sex is female

define local_results_count "Local results count"
  all of
    - local_accepted
    - central_sample within 14 days before visit_1
"""


def program(*criteria: str) -> Program:
    """The protocol with these exclusion criteria, each given by its body."""
    text = PROTOCOL
    for number, body in enumerate(criteria, start=1):
        lines = "\n".join(f"  {line}" for line in body.split("\n"))
        text += f"\nexclusion {number}\n  > Words.\n{lines}\n"
    compilation = compile_source(Source("abc.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


def first(body: str) -> tuple[Section, list[Line]]:
    """The criterion of that body on paper, and all its lines."""
    section = outline(program(body), {}).sections[0]
    return section, list(lines_of(section))


INDEX = """let w be latest weight at screening
let h be latest height at screening
index(w, h) ≤ 20 kg/m2"""


def test_a_formula_goes_by_its_title_and_its_inputs_have_blanks() -> None:
    _, [line] = first(INDEX)
    assert line.text == "Body mass index at the screening visit: at most 20 kg/m²"
    assert line.blanks == (
        "body mass index: ………… kg/m²",
        "latest body weight: ………… kg; date …………",
        "latest body height: ………… m; date …………",
    )
    [place] = line.basis
    assert (place.words, place.anchor) == ("worked out as in R2", "reference-2")


def test_inputs_of_different_windows_say_them_and_a_choice_has_boxes() -> None:
    _, [line] = first(
        "let w be latest weight at visit_1\n"
        "let scr be earliest creatinine within 14 days before visit_1\n"
        "clearance(w, scr, is_female) < 30 mL/min"
    )
    assert line.text == (
        "Clearance (Smith), with the latest body weight at Visit 1 and the earliest serum creatinine "
        "(SCr) within 14 days before Visit 1: below 30 mL/min"
    )
    assert line.blanks == (
        "clearance (Smith): ………… mL/min",
        "latest body weight at Visit 1: ………… kg; date …………",
        "earliest serum creatinine (SCr) within 14 days before Visit 1: ………… mg/dL; date …………",
        "sex: ☐ Male ☐ Female",
    )


def test_a_formula_in_one_sentence() -> None:
    of = program(INDEX)
    said = say(of.criteria[0].condition, of)
    assert said == "body mass index at the screening visit: at most 20 kg/m²"


def test_a_value_worked_out_before_is_referred_to() -> None:
    document = outline(program(INDEX, INDEX.replace("≤ 20", "> 45")), {})
    [again] = lines_of(document.sections[1])
    assert again.blanks == ("see exclusion 1",)


def test_a_repeat_says_after_which_result_it_was_taken() -> None:
    _, [line] = first(
        "let one be latest glucose at screening\n"
        "let again be latest glucose where date after one\n"
        "again > 15 mmol/L"
    )
    assert line.text == (
        "Latest glucose after the day of the latest glucose at the screening visit: above 15 mmol/L"
    )


def test_a_day_is_counted_from_a_picked_result() -> None:
    _, [line] = first(
        "let one be latest glucose at screening\ncentral_sample at least 2 weeks before one"
    )
    assert line.text == (
        "Last blood taken for the central laboratory: 2 weeks or more before the day of the latest "
        "glucose at the screening visit"
    )


def test_outside_the_normal_range_asks_for_both_limits() -> None:
    _, [line] = first("let c be latest chloride at screening\nc is outside the normal range")
    assert line.text == (
        "Latest serum chloride at the screening visit: outside the laboratory’s normal range"
    )
    assert line.blanks == ("………… mmol/L, normal range ………… to …………; date …………",)


def test_a_limit_that_nothing_asks_for_has_no_blank() -> None:
    _, [line] = first("let c be latest chloride at dosing\nc > 110 mmol/L")
    assert line.text == "Latest serum chloride on the first dosing day: above 110 mmol/L"
    assert line.blanks == ("………… mmol/L; date …………",)


def test_a_total_has_a_blank() -> None:
    _, [line] = first("let sum be total of dose in treatments\nsum ≥ 450 mg")
    assert line.blanks == ("total: ………… mg",)


def test_a_mean_has_a_blank_and_results_ask_for_no_more_than_is_used() -> None:
    section, [line] = first(
        "let m be mean of last 3 glucose within 14 days before visit_1\nm > 9 mmol/L"
    )
    assert line.blanks == ("mean: ………… mmol/L",)
    [sheet] = section.sheets
    assert [row.question for row in sheet.rows] == ["Glucose", "Date"]
    assert sheet.each == "result"
    at_a_visit, _ = first("let m be mean of last 3 glucose at screening\nm > 9 mmol/L")
    [sheet] = at_a_visit.sheets
    assert [row.question for row in sheet.rows] == ["Glucose", "Date", "Visit"]
    assert sheet.rows[2].allowed.startswith("Visit 1; the screening visit; the first dosing day")


def test_no_record_unless_is_asked_of_each() -> None:
    section, lines = first("no treatments\nunless last_given at least washout(drug) before visit_1")
    assert lines[0].text == "Earlier treatments: none, or for each of them"
    [group] = lines[0].groups
    assert group.heading == "this holds"
    assert lines[1].text == "As the table “Time since the last dose” says, by drug"
    grid = lines[1].grid
    assert grid is not None
    assert grid.caption == "Time since the last dose: last dose … or more before Visit 1"
    assert grid.rows == (("Azathioprine", "14 days"), ("Rituximab", "6 weeks"))
    assert section.single


def test_a_table_of_two_keys_keeps_its_shape() -> None:
    _, [line] = first(
        "let scr be latest creatinine on or before visit_1\n"
        "scr > creatinine_limit(completed years from birth_date to visit_1, sex)"
    )
    assert line.text == (
        "Latest serum creatinine (SCr) on or before Visit 1: as the table “Creatinine” says, "
        "by age at Visit 1 and sex"
    )
    assert line.grid is not None
    assert line.grid.caption == "Creatinine: serum creatinine (SCr) above … mg/dL"
    assert line.grid.head == ("Age at Visit 1", "Male", "Female")
    assert line.grid.rows == (
        ("From 1 to below 10 years", "0.6", "0.5"),
        ("At least 10 years", "1.2", "1.1"),
    )
    assert "sex: ☐ Male ☐ Female" in line.blanks


def test_a_list_in_a_list_of_a_record_is_one_list() -> None:
    _, lines = first(
        "some courses throughout 4 weeks before visit_1 where all of\n"
        "  - course_drug is rituximab\n"
        "  - course_dose > 5 mg"
    )
    [group] = lines[0].groups
    assert group.heading == "where all of these hold"
    assert [line.text for line in group.lines] == [
        "It was ongoing throughout the 4 weeks before Visit 1",
        "Drug: rituximab",
        "Dose above 5 mg",
    ]


def test_an_exception_after_a_window_is_an_exception() -> None:
    _, lines = first(
        "some courses at visit_1\nunless all of\n  - course_drug is rituximab\n  - course_dose > 5 mg"
    )
    assert lines[0].text == "Courses: at least one where it was ongoing on the day of Visit 1"
    [group] = lines[0].groups
    assert group.heading == "not counted if both of these hold"


def test_a_part_goes_by_its_name() -> None:
    _, lines = first("any of\n  - only in early\n    diabetes\n  - metastases")
    assert lines[1].text == "Part of the study: First 5 patients enrolled"


def test_a_member_of_a_record_for_one_part_says_so_in_a_sentence() -> None:
    _, lines = first(
        "some treatments where all of\n  - drug is rituximab\n  - only in early\n    dose > 5 mg"
    )
    assert [line.text for line in lines[2:]] == [
        "If the part of the study is First 5 patients enrolled",
        "Dose above 5 mg",
    ]


def test_alternatives_are_ticked() -> None:
    _, lines = first(
        "whichever applies\n  - diabetes if metastases\n  - breathlessness is severe otherwise"
    )
    asked = [(line.label, line.text) for line in lines if line.ticked]
    assert asked == [
        ("a1", "If there are liver metastases"),
        ("a1a", "The patient has diabetes"),
        ("a2", "Breathlessness: severe"),
    ]


def test_a_definition_in_a_window_is_asked_under_its_line() -> None:
    section, lines = first(
        "assessed within 14 days before visit_1 where any of\n"
        "  - laboratory is central\n"
        "  - local_results_count\n"
        "glucose > 7 mmol/L"
    )
    assert not section.single
    assert lines[0].text == (
        "Latest glucose within 14 days before Visit 1 where the result is from the central "
        "laboratory, or local results count: above 7 mmol/L"
    )
    asked = [(line.label, line.by) for line in lines if line.ticked]
    assert asked == [("a", ""), ("a1a", "monitor"), ("a1b", "")]


def test_an_answer_that_only_records_need_has_boxes() -> None:
    _, lines = first("some treatments where any of\n  - drug is rituximab\n  - diabetes")
    assert lines[0].blanks == ("does the patient have diabetes? ☐ yes ☐ no",)


def test_references_stand_at_the_end_with_what_they_are() -> None:
    of = program(INDEX, "breathlessness ≥ mild")
    document = outline(of, {})
    assert [(each.label, each.title) for each in document.references] == [
        ("R1", "Grade of breathlessness"),
        ("R2", "Body mass index"),
        ("R3", "Time since the last dose"),
    ]
    scale, index, _ = document.references
    assert scale.note == ("Mild: on stairs", "Severe: at rest")
    assert scale.written == ()
    assert index.written == ("weight / height ^ 2", "in kg/m²; weight in kg, height in m")
    assert index.source == ("A textbook",)
    [graded] = lines_of(document.sections[1])
    assert [place.words for place in graded.basis] == ["see R1"]


def test_references_on_paper_page_and_in_json() -> None:
    of = program(INDEX)
    written, page = markdown.emit(of), html.emit(of)
    assert "### R2 Body mass index" in written
    assert "\n    weight / height ^ 2\n" in written
    assert "Source: A textbook" in written
    assert 'href="#reference-2">worked out as in R2</a>' in page
    assert 'id="reference-2"' in page
    index = json.loads(compiled_json(of))["references"][1]
    assert index == {
        "name": "index",
        "kind": "formula",
        "title": "Body mass index",
        "source": "A textbook",
        "note": "Height without shoes",
        "written": [
            'formula index (weight : kg, height : m) : kg/m2 "Body mass index"',
            "  weight / height ^ 2",
        ],
        "library": "",
        "version": "",
    }


def test_what_is_borrowed_says_from_where() -> None:
    text = PROTOCOL.replace("moment visit_1", "use qtcf from library/formulas\n\nmoment visit_1", 1)
    text += "\nexclusion 1\n  > Words.\n  diabetes\n"
    compilation = compile_source(Source("abc.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    document: Document = outline(compilation.program, {})
    [borrowed] = [each for each in document.references if each.library]
    assert borrowed.library == "library/formulas, version 1.0"


def test_what_excepts_one_member_of_a_record_excepts_the_record() -> None:
    _, lines = first(
        "some courses at visit_1 where all of\n"
        "  - course_drug is rituximab\n"
        "  - course_dose > 5 mg\n"
        "unless diabetes"
    )
    where, excepted = lines[0].groups
    assert where.heading == "where all of these hold"
    assert len(where.lines) == 3
    assert (excepted.heading, excepted.exception) == ("not counted if this holds", True)


def test_none_of_these_as_an_exception_of_records() -> None:
    _, lines = first("some treatments\nunless any of\n  - drug is rituximab\n  - dose > 5 mg")
    assert lines[0].text == "Earlier treatments: at least one"
    assert [group.heading for group in lines[0].groups] == [
        "not counted if at least one of these holds"
    ]


def test_limits_by_alternatives_are_one_line() -> None:
    _, [line] = first(
        "let scr be latest creatinine at screening\n"
        "scr ≤ whichever applies\n"
        "  - 5 × ULN if metastases\n"
        "  - 3 × ULN otherwise"
    )
    assert line.text == (
        "Latest serum creatinine (SCr) at the screening visit: at most 5 times the upper limit of "
        "normal if there are liver metastases; otherwise at most 3 times the upper limit of normal"
    )
    assert line.blanks == (
        "………… mg/dL, upper limit of normal …………; date …………",
        "are there liver metastases? ☐ yes ☐ no",
    )


def test_how_to_fill_it_in_explains_alternatives_and_references() -> None:
    document = outline(program("whichever applies\n  - diabetes if metastases"), {})
    assert any("whichever applies" in hint for hint in document.hints)
    assert any("“R1”" in hint for hint in document.hints)
    assert not any("whichever applies" in hint for hint in outline(program(INDEX), {}).hints)


SAME_WINDOW = """assessed within 14 days before visit_1
all of
  - weight ≥ 40 kg
  - height ≥ 1.2 m
  - glucose > 7 mmol/L"""


def test_what_all_results_have_in_common_is_said_once() -> None:
    section, lines = first(SAME_WINDOW)
    assert section.results == (
        "Unless a line says otherwise, the results meant are those within 14 days before Visit 1."
    )
    assert [line.text for line in lines] == [
        "Latest body weight: at least 40 kg",
        "Latest body height: at least 1.2 m",
        "Latest glucose: above 7 mmol/L",
    ]


def test_it_is_not_said_where_a_line_means_results_of_any_day() -> None:
    any_day = "at least 2 consecutive chloride where chloride > 110 mmol/L"
    section, lines = first(f"{SAME_WINDOW}\n  - {any_day}")
    assert section.results == ""
    assert lines[0].text == "Latest body weight within 14 days before Visit 1: at least 40 kg"


def test_the_same_result_of_another_criterion_is_known_by_its_window() -> None:
    other = "let w be latest weight on or before visit_1\nw < 90 kg"
    same = "let w be latest weight within 14 days before visit_1\nw < 90 kg"
    document = outline(program(SAME_WINDOW, other, same), {})
    [later], [again] = (list(lines_of(each)) for each in document.sections[1:])
    assert later.blanks == ("………… kg; date …………",)
    assert again.blanks == ("see exclusion 1, line a",)


REPEAT = """let one be latest glucose at screening
let again be latest glucose where date after one
all of
  - one > 15 mmol/L
  - again > 15 mmol/L"""


def test_a_repeat_names_the_line_of_the_result_before_it() -> None:
    _, lines = first(REPEAT)
    assert lines[1].text == (
        "Latest glucose after the day of the result in line a: above 15 mmol/L"
    )
    assert lines[1].blanks == ("………… mmol/L; date …………",)


def test_of_results_picked_one_after_another_the_last_is_said() -> None:
    _, lines = first(f"{REPEAT}\n  - some treatments where last_given after again")
    last = lines[2]
    assert last.text == ("Latest glucose after the day of the result in line a")
    assert last.blanks == ("see line b",)
    [group] = last.groups
    assert group.heading == "for this result"
    assert [line.text for line in group.lines] == [
        "Earlier treatments: at least one where the last dose is after the day of this result"
    ]


def test_results_that_count_are_said_with_their_value_first() -> None:
    _, [line] = first("some glucose within 14 days before visit_1 where value > 15 mmol/L")
    assert line.text == (
        "Glucose: at least one result that is above 15 mmol/L, within 14 days before Visit 1"
    )


def test_a_definition_without_a_source_is_no_reference() -> None:
    borrowed = "use woman_of_childbearing_potential, is_female from library/definitions\n\n"
    text = PROTOCOL.replace("moment visit_1", f"{borrowed}moment visit_1", 1)
    text = text.replace('define is_female "Female"\n  sex is female\n', "")
    text = text.replace('fact sex : sexes "Sex"\n', "")
    text += "\nexclusion 1\n  > Words.\n  all of\n    - is_female\n"
    text += "    - woman_of_childbearing_potential\n"
    compilation = compile_source(Source("abc.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    assert any(each.title == "Female" for each in compilation.program.references)
    document = outline(compilation.program, {})
    titles = {each.title: each.written for each in document.references}
    assert "Female" not in titles
    assert titles["Woman of childbearing potential"] == ()


STATES = PROTOCOL.replace(
    'records treatments "Earlier treatments"',
    'records wounds "Open wounds"\n'
    '  - open_days : period "First to last day on which it was open"\n'
    '  - closed_on : date "Since when has it been closed?"\n'
    '  - methods : any of "Methods"\n'
    '      - condom "Condom, male or female"\n'
    '      - diaphragm "Diaphragm"\n\n'
    'records treatments "Earlier treatments"',
    1,
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "open_days within 4 weeks before visit_1",
            "it was open at any time within 4 weeks before Visit 1",
        ),
        (
            "closed_on at least 2 weeks before visit_1",
            "it has been closed for 2 weeks or more before Visit 1",
        ),
        (
            "closed_on more than 2 weeks before visit_1",
            "it has been closed for more than 2 weeks before Visit 1",
        ),
        (
            "closed_on within 2 weeks before visit_1",
            "it has been closed within 2 weeks before Visit 1",
        ),
        (
            "methods includes condom",
            "the methods include condom, male or female",
        ),
    ],
)
def test_what_is_said_of_a_record(body: str, words: str) -> None:
    text = f"{STATES}\nexclusion 1\n  > Words.\n  some wounds where {body}\n"
    compilation = compile_source(Source("abc.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    [line] = outline(compilation.program, {}).sections[0].lines
    assert line.text == f"Open wounds: at least one where {words}"


def test_a_state_is_denied_where_it_is_said() -> None:
    text = f"{STATES}\nexclusion 1\n  > Words.\n  some wounds where none of\n"
    text += "    - diabetes\n    - open_days within 4 weeks before visit_1\n"
    compilation = compile_source(Source("abc.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    some = compilation.program.criteria[0].condition
    assert isinstance(some, HowMany)
    assert isinstance(some.count.where, Not)
    assert isinstance(some.count.where.part, AnyOf)
    state = some.count.where.part.parts[1]
    assert opposite(state, compilation.program) == (
        "it was not open at any time within 4 weeks before Visit 1"
    )


def test_days_of_windows_and_ages_are_explained_where_they_occur() -> None:
    hints = outline(program("birth_date within 3 years before visit_1"), {}).hints
    assert any("both included" in hint for hint in hints)
    assert not any("completed years" in hint for hint in hints)
    assert any(
        "completed years" in hint
        for hint in outline(program("completed years from birth_date to visit_1 < 18"), {}).hints
    )
