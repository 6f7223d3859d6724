"""The Word checklist: its words, its boxes, its styles and tables, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx.api
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from emit.conftest import CRITERIA, compiled
from emit.sample import HOSTILE, PLANNED, PROGRAM

from critc.emit.docx import emit
from critc.ir.nodes import Program
from critc.ir.outline import outline
from critc.ir.outline.rows import rows
from critc.ir.words.english import visible

NAMES = ("sample", *sorted(path.stem for path in CRITERIA.glob("*.crit")))
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def program_of(name: str) -> Program:
    return PROGRAM if name == "sample" else compiled(CRITERIA / f"{name}.crit")


@cache
def made(name: str) -> Docx:
    return read(emit(program_of(name)))


def read(data: bytes) -> Docx:
    return docx.api.Document(BytesIO(data))


def paragraphs(file: Docx) -> Iterator[tuple[str, str]]:
    """Each paragraph in order, also those in tables: the name of its style, and its words."""
    names = {style.style_id: style.name for style in file.styles}
    for each in file.element.body.iter(qn("w:p")):
        style = each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        said = "".join(node.text or "" for node in each.iter(qn("w:t")))
        yield names[style.get(qn("w:val"))] or "" if style is not None else "Normal", said


def whole(file: Docx) -> str:
    return "\n".join(said.replace("\u00a0", " ") for _, said in paragraphs(file))


# ---- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_criterion_is_quoted_word_for_word(name: str) -> None:
    quoted = [said for style, said in paragraphs(made(name)) if style == "Quote"]
    texts = [visible(criterion.text) for criterion in program_of(name).criteria]
    assert quoted == [line for text in texts for line in text.split("\n")]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_and_query_is_there(name: str) -> None:
    shown = whole(made(name))
    document = outline(program_of(name), {})
    for section in document.sections:
        for row in rows(section):
            for part in (row.text, row.joint, row.by, *row.notes):
                assert part in shown
    for query in document.queries:
        assert shown.count(query.question) >= 2
        assert shown.count(query.reading) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_each_answer_has_a_box_that_can_be_ticked(name: str) -> None:
    sections = outline(program_of(name), {}).sections
    ticked = sum(len(s.answers) for s in sections for row in rows(s) if row.ticked)
    alone = sum(len(section.outcomes) for section in sections if not section.single)
    records = sum(3 * len(section.sheets) for section in sections)
    controls = list(made(name).element.body.iter(qn("w:sdt")))
    assert len(controls) == ticked + alone + records + 3
    assert all(len(list(each.iter(f"{W14}checkbox"))) == 1 for each in controls)
    numbers = [node.get(qn("w:val")) for each in controls for node in each.iter(qn("w:id"))]
    assert len(set(numbers)) == len(controls)


def test_planned_dates_are_worked_out() -> None:
    assert "2 March 2026" not in whole(made("sample"))
    planned = whole(read(emit(PROGRAM, PLANNED)))
    assert "2 March 2026" in planned
    assert "do not correct dates by hand" in planned


def test_hostile_text_is_text() -> None:
    shown = whole(made("sample"))
    assert "\u202e" in HOSTILE
    assert "\u202e" not in shown
    assert "[U+202E]abc" in shown
    assert "A study of <b>markup</b> & words" in shown
    links = {qn("w:hyperlink"), qn("w:altChunk"), qn("w:object"), qn("w:drawing")}
    assert not links & {node.tag for node in made("sample").element.iter()}


@pytest.mark.parametrize("word", ["W" * 100_000, "lorem ipsum " * 8_400, "\ufffe \uffff"])
def test_any_text_is_there_to_its_end(word: str) -> None:
    text = f"{word}end"
    criterion = replace(PROGRAM.criteria[0], text=text)
    program = replace(PROGRAM, criteria=(criterion,), title=text, version=text, protocol=text)
    shown = whole(read(emit(program)))
    expected = text.replace("\ufffe", "[U+FFFE]").replace("\uffff", "[U+FFFF]")
    assert shown.count(expected) >= 4


# ---- shape ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_headings(name: str) -> None:
    document = outline(program_of(name), {})
    found = list(paragraphs(made(name)))
    assert sum(style == "Title" for style, _ in found) == 1
    titles = [section.title for section in document.sections]
    titles += [f"{each.label} {each.title}" for each in document.references]
    assert [said for style, said in found if style == "Heading 2"] == titles
    assert ("Heading 1", "Result") in found


@pytest.mark.parametrize("name", NAMES)
def test_tables_keep_their_head_and_their_rows_whole(name: str) -> None:
    file = made(name)
    assert len(file.tables) > len(program_of(name).criteria)
    for table in file.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_each_page_has_number_protocol_version_and_source() -> None:
    section = made("sample").sections[0]
    for foot in (section.footer, section.first_page_footer):
        [line] = foot.paragraphs
        assert line.text.startswith("TRIAL-1 · 1.0 · source 000000000000")
        fields = [each.get(qn("w:instr")) for each in line._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text.startswith("Patient …")


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 210, 297), ("letter", 216, 279)])
def test_the_paper_is_the_one_that_is_asked_for(paper: str, width: int, height: int) -> None:
    section = read(emit(PROGRAM, paper=paper)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (width, height)


# ---- the file ---------------------------------------------------------------------------------


def test_it_says_what_it_is_and_in_which_language() -> None:
    file = made("sample")
    properties = file.core_properties
    assert properties.title == "TRIAL-1: eligibility checklist"
    assert properties.language == "en-GB"
    assert properties.author.startswith("critc")
    languages = {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_same_program_gives_the_same_bytes_without_times() -> None:
    data = emit(PROGRAM, PLANNED)
    assert data == emit(PROGRAM, dict(PLANNED))
    with ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.getinfo("docProps/core.xml").compress_type == ZIP_STORED
        core = file.read("docProps/core.xml").decode()
        assert "thumbnail" not in " ".join(file.namelist())
    assert "created" not in core
    assert "modified" not in core
    assert PROGRAM.sha256.encode() in data
