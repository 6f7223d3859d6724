"""The PDF checklist: its words, its tags, what each page has, and how it holds together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from emit.conftest import CRITERIA, compiled
from emit.sample import HOSTILE, PLANNED, PROGRAM, asked, fact
from pypdf import PageObject, PdfReader

from critc.emit.pdf import emit
from critc.ir.dictionary import YesNo
from critc.ir.nodes import All, Program
from critc.ir.outline import outline
from critc.ir.outline.rows import rows
from critc.ir.words.english import visible

NAMES = ("sample", "NCT03102606", "NCT07289048")


def program_of(name: str) -> Program:
    return PROGRAM if name == "sample" else compiled(CRITERIA / f"{name}.crit")


@cache
def made(name: str) -> PdfReader:
    return read(emit(program_of(name)))


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def bare(text: str) -> str:
    """The text without spaces: where a line was broken, a PDF has none, or one too many."""
    return "".join(text.split()).replace("\u200b", "")


def words(page: PageObject) -> str:
    return bare(page.extract_text())


def whole(pdf: PdfReader) -> str:
    return "".join(words(page) for page in pdf.pages)


@cache
def pages_of(name: str) -> tuple[str, ...]:
    return tuple(words(page) for page in made(name).pages)


def elements(pdf: PdfReader) -> Iterator[Any]:
    """The structure elements, from the top."""
    open_ones = [pdf.root_object["/StructTreeRoot"]["/K"][0].get_object()]  # type: ignore[index]
    while open_ones:
        element = open_ones.pop()
        yield element
        kids = [kid.get_object() for kid in element.get("/K", []) if not isinstance(kid, int)]
        open_ones += reversed([kid for kid in kids if "/S" in kid])


def below(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.get("/K", []):
        if not isinstance(kid, int) and "/S" in kid.get_object():
            yield from below(kid.get_object())


def long_list(count: int) -> Program:
    """The sample with one criterion of so many lines."""
    facts = [fact(f"long_{i}", YesNo(), f"Sign number {i} is there") for i in range(count)]
    lines = All(tuple(asked(each.name) for each in facts))
    criterion = replace(PROGRAM.criteria[0], condition=lines, applies=None)
    return replace(PROGRAM, facts=(*PROGRAM.facts, *facts), criteria=(criterion,))


# ---- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_criterion_is_there_word_for_word(name: str) -> None:
    shown = "".join(pages_of(name))
    for criterion in program_of(name).criteria:
        assert bare(visible(criterion.text)) in shown


@pytest.mark.parametrize("name", NAMES)
def test_every_line_and_query_is_there(name: str) -> None:
    shown = "".join(pages_of(name))
    document = outline(program_of(name), {})
    for section in document.sections:
        for row in rows(section):
            for part in (row.text, row.joint, row.by, *row.notes):
                assert bare(part) in shown
    for query in document.queries:
        assert shown.count(bare(query.question)) >= 2
        assert shown.count(bare(query.reading)) >= 2


def test_each_answer_has_its_box() -> None:
    sections = outline(PROGRAM, {}).sections
    ticked = sum(len(s.answers) for s in sections for row in rows(s) if row.ticked)
    alone = sum(len(section.outcomes) for section in sections if not section.single)
    records = sum(3 * len(section.sheets) for section in sections)
    noted = sum(note.count("☐") for s in sections for row in rows(s) for note in row.notes)
    assert whole(made("sample")).count("☐") == ticked + alone + records + noted + 3


def test_planned_dates_are_worked_out() -> None:
    assert "2March2026" not in whole(made("sample"))
    planned = whole(read(emit(PROGRAM, PLANNED)))
    assert "2March2026" in planned
    assert "donotcorrectdatesbyhand" in planned


def test_hostile_text_is_text() -> None:
    pdf, shown = made("sample"), "".join(pages_of("sample"))
    assert "\u202e" in HOSTILE
    assert "\u202e" not in shown
    assert "[U+202E]abc" in shown
    assert "<b>markup</b>" in shown
    assert all("/Annots" not in page for page in pdf.pages)
    assert not {"/OpenAction", "/AA", "/Names"} & set(pdf.root_object)


def test_a_character_that_no_font_has_is_written_out() -> None:
    text = "before \U0010fff0 after"
    assert visible(text) == text
    criterion = replace(PROGRAM.criteria[0], text=text)
    shown = whole(read(emit(replace(PROGRAM, criteria=(criterion,)))))
    assert "before[U+10FFF0]after" in shown


@pytest.mark.parametrize(("word", "times"), [("W", 100_000), ("lorem ipsum dolor ", 5_600)])
def test_a_text_of_100_kb_is_there_to_its_end(word: str, times: int) -> None:
    criterion = replace(PROGRAM.criteria[0], text=word * times)
    without, shown = (
        whole(read(emit(replace(PROGRAM, criteria=criteria)))) for criteria in ((), (criterion,))
    )
    assert shown.count(bare(word)[:5]) - without.count(bare(word)[:5]) >= times


# ---- pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_page_says_what_it_belongs_to(name: str) -> None:
    pages, program = pages_of(name), program_of(name)
    foot = f"{program.protocol} · {program.version} · source {program.sha256[:12]}"
    for number, page in enumerate(pages, start=1):
        assert bare(foot) in page
        assert f"{number}/{len(pages)}" in page
        assert bare("Patient …………") in page or number == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_criterion_begins_with_a_table_on_its_page(name: str) -> None:
    """Its heading and its words are not left alone at the end of a page."""
    pages = pages_of(name)
    for section in outline(program_of(name), {}).sections:
        begin = bare(section.title + section.text)
        [rest] = (page.partition(begin)[2] for page in pages if begin in page)
        assert "Whattolookup" in rest or "Question123" in rest


def test_the_head_of_a_table_is_on_each_page_that_it_covers() -> None:
    pages = [words(page) for page in read(emit(long_list(120))).pages]
    covered = [page for page in pages if "Signnumber" in page]
    assert len(covered) > 2
    assert all(page.count("LineWhattolookupyesnonotknown") == 1 for page in covered)
    numbers = [i for page in covered for i in range(120) if f"Signnumber{i}isthere" in page]
    assert numbers == list(range(120))


def test_no_page_has_one_line_of_a_table_alone() -> None:
    for count in range(34, 40):
        pages = [words(page) for page in read(emit(long_list(count))).pages]
        on_each = [page.count("Signnumber") for page in pages if "Signnumber" in page]
        assert sum(on_each) == count
        assert min(on_each) > 1


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 595, 842), ("letter", 612, 792)])
def test_the_paper_is_the_one_that_is_asked_for(paper: str, width: int, height: int) -> None:
    for page in read(emit(PROGRAM, paper=paper)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (width, height)


# ---- tags -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_is_and_in_which_language(name: str) -> None:
    pdf, program = made(name), program_of(name)
    root: Any = pdf.root_object
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"{program.protocol}: eligibility checklist"
    assert pdf.metadata.creation_date is None
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert program.sha256 in str(pdf.trailer["/ID"])


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_tagged_as_headings(name: str) -> None:
    document = outline(program_of(name), {})
    tags = Counter(element["/S"] for element in elements(made(name)))
    assert tags["/H1"] == 1
    assert tags["/H3"] == len(document.sections) + len(document.references)
    assert tags["/BlockQuote"] == len(document.sections)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_table_names_its_head(name: str) -> None:
    tables = [element for element in elements(made(name)) if element["/S"] == "/Table"]
    assert len(tables) > len(program_of(name).criteria)
    for table in tables:
        heads = {each["/ID"] for each in below(table) if each["/S"] == "/TH"}
        for cell in (each for each in below(table) if each["/S"] == "/TD"):
            assert cell["/A"]["/Headers"]
            assert set(cell["/A"]["/Headers"]) <= heads


def test_the_same_program_gives_the_same_bytes() -> None:
    assert emit(PROGRAM, PLANNED) == emit(PROGRAM, dict(PLANNED))
