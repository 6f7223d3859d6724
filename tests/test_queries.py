"""`critc queries`: what is asked of the sponsor, as Markdown, CSV and a Word document."""

from __future__ import annotations

import csv
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path

import docx.api
import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from critc.cli import main
from critc.emit.csv import queries as as_csv
from critc.emit.docx.queries import HEAD as WORD_HEAD
from critc.emit.markdown.queries import queries as as_markdown
from critc.ir.nodes import Program, Truth
from critc.ir.outline import outline
from critc.ir.queries import Queried, queried
from critc.pipeline import compile_source, read_source
from critc.source import Source

CRITERIA = Path(__file__).parent.parent / "criteria"
PROTOCOL = """\
protocol SMALL "A small protocol"
  version "1 | 2"

fact fertile "Could she become pregnant?"
fact pregnant "Is she pregnant?"
fact breastfeeding "Is she breastfeeding?"

define may_have_children "May have children"
  all of
    - fertile
    - judgement not_sterile by investigator "Is she not sterile?"

inclusion 1
  > - Fertile, | or not
  > - or both
  only if may_have_children
  fertile
  query ambiguous "=1+1, who is it?"
    read as "-1, as written"

exclusion 2
  > Pregnant.
  pregnant

exclusion 3
  > May have children, and is breastfeeding.
  all of
    - may_have_children
    - breastfeeding
  query undefined "From when on?"
    read as "+ from now on"
  query elsewhere "Which drugs?"
    read as "@ those of the brochure"

exclusion 4
  > The investigator objects.
  judgement objection by investigator "Does the investigator object?"
  query undefined "On which grounds?"
    read as "any"
"""


@cache
def small() -> Program:
    compilation = compile_source(Source("criteria/small.crit", PROTOCOL))
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


@cache
def real(name: str) -> Program:
    compilation = compile_source(read_source(CRITERIA / f"{name}.crit"))
    assert compilation.program is not None
    return compilation.program


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a protocol in ``criteria/``, as the current one."""
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "small.crit").write_text(PROTOCOL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def critc(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["queries", *arguments], catch_exceptions=False)


def consequences(program: Program) -> dict[str, str]:
    return {of.id: of.consequence for of in queried(program)}


# ---- which questions, and what hangs on them ---------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.stem for path in CRITERIA.glob("*.crit")))
def test_all_questions_are_listed_with_the_numbers_of_the_checklist(name: str) -> None:
    program = real(name)
    found = [question for of in queried(program) for question in of.questions]
    assert tuple(found) == outline(program, {}).queries
    assert [question.number for question in found] == list(range(1, len(found) + 1))
    order = [criterion.id for criterion in program.criteria]
    assert [of.id for of in queried(program)] == [c for c in order if c in consequences(program)]
    assert len(found) == sum(len(criterion.queries) for criterion in program.criteria) > 0


def test_a_criterion_without_a_question_is_left_out() -> None:
    assert [of.id for of in queried(small())] == ["I1", "E3", "E4"]


def test_what_hangs_on_an_answer_is_told_from_the_core() -> None:
    assert consequences(small()) == {
        "I1": (
            "Another answer may change who fulfils inclusion 1. The investigator decides part of it "
            "now. Exclusion 3 uses its definition “May have children” too."
        ),
        "E3": (
            "Another answer may change whom exclusion 3 bars. The investigator decides part of it "
            "now. Inclusion 1 uses its definition “May have children” too."
        ),
        "E4": "Another answer may change whom exclusion 4 bars. The investigator decides it now.",
    }


def test_a_criterion_that_asks_nothing_may_come_to_bar() -> None:
    first, *others = small().criteria
    always = replace(first, condition=Truth(True), applies=None)
    program = replace(small(), criteria=(always, *others))
    assert consequences(program)["I1"] == "Now inclusion 1 bars nobody; with another answer it may."


def test_a_criterion_that_refers_to_it_may_change_with_it() -> None:
    line = "    - breastfeeding\n"
    text = PROTOCOL.replace(line, f"{line}    - satisfies inclusion 1\n")
    compilation = compile_source(Source("criteria/small.crit", text))
    assert compilation.program is not None, compilation.diagnostics
    assert "Exclusion 3 may change with it." in consequences(compilation.program)["I1"]


# ---- Markdown ----------------------------------------------------------------------------------


def tables(markdown: str) -> list[list[str]]:
    """The cells of each row of each table, as text."""
    tokens, found = MarkdownIt().enable("table").parse(markdown), list[list[str]]()
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            found[-1].append("".join(child.content for child in token.children or ()))
    return found


def test_markdown_has_a_table_for_each_criterion() -> None:
    assert tables(as_markdown([small()])) == [
        ["", "Kind", "Question", "Until answered, read as"],
        ["1", "can be read in more than one way", "=1+1, who is it?", "-1, as written"],
        ["", "Kind", "Question", "Until answered, read as"],
        ["2", "not defined", "From when on?", "+ from now on"],
        ["3", "refers to what is not there", "Which drugs?", "@ those of the brochure"],
        ["", "Kind", "Question", "Until answered, read as"],
        ["4", "not defined", "On which grounds?", "any"],
    ]


def test_markdown_shows_the_words_of_the_protocol() -> None:
    text = as_markdown([small()])
    assert "## Inclusion 1\n\n> \\- Fertile, \\| or not\\\n> \\- or both\n" in text
    assert "**What hangs on it:** Another answer may change who fulfils inclusion 1." in text
    assert f"SHA-256 {small().sha256}" in text


def test_a_protocol_without_questions_says_so() -> None:
    closed = tuple(replace(criterion, queries=()) for criterion in small().criteria)
    text = as_markdown([replace(small(), criteria=closed)])
    assert "leaves nothing open" in text
    assert "|" not in text.replace("\\|", "")


# ---- CSV ---------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_question() -> None:
    rows = list(csv.DictReader(StringIO(as_csv([small()]), newline="")))
    assert [row["number"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["criterion"] for row in rows] == ["I1", "E3", "E3", "E4"]
    assert rows[0] == {
        "protocol": "SMALL",
        "number": "1",
        "criterion": "I1",
        "text": "'- Fertile, | or not\n- or both",
        "kind": "can be read in more than one way",
        "question": "'=1+1, who is it?",
        "read until answered as": "'-1, as written",
        "consequence": consequences(small())["I1"],
    }


def test_no_cell_begins_like_a_formula() -> None:
    rows = csv.reader(StringIO(as_csv([small(), real("NCT02999178")]), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell]
    assert {cell[1] for cell in cells if cell.startswith("'")} >= set("=+-@")


def test_csv_is_as_rfc_4180_says() -> None:
    text = as_csv([small()])
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 5
    assert "\r" not in text.replace("\r\n", "")
    assert '"\'=1+1, who is it?"' in text


# ---- Word --------------------------------------------------------------------------------------


def test_the_word_document_has_room_for_answers(folder: Path) -> None:
    assert critc("--format", "docx", "-o", "queries.docx").exit_code == 0
    data = (folder / "queries.docx").read_bytes()
    document = docx.api.Document(BytesIO(data))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert rows[0] == list(WORD_HEAD)
    assert rows[1] == [
        "1", "can be read in more than one way", "=1+1, who is it?", "-1, as written", "",
    ]  # fmt: skip
    assert len(rows) == 3 + 4
    words = [line.text for line in document.paragraphs]
    assert f"What hangs on it: {consequences(small())['E4']}" in words
    assert "Inclusion 1" in words


def test_the_word_document_is_the_same_each_time(folder: Path) -> None:
    for name in ("a.docx", "b.docx"):
        critc("--format", "docx", "-o", name)
    assert (folder / "a.docx").read_bytes() == (folder / "b.docx").read_bytes()


def test_without_the_library_a_word_document_is_wrong_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    found = critc("--format", "docx", "-o", "queries.docx")
    assert found.exit_code == 2
    assert "pip install 'critc[docx]'" in found.stderr
    assert not (folder / "queries.docx").exists()


def test_a_word_document_needs_a_file(folder: Path) -> None:
    found = critc("--format", "docx")
    assert found.exit_code == 2
    assert "--output" in found.stderr
    assert folder.is_dir()


# ---- the command -------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_markdown_is_the_default_and_goes_to_standard_output() -> None:
    found = critc()
    assert found.exit_code == 0
    assert found.stdout == as_markdown([small()])
    assert critc("criteria/small.crit").stdout == found.stdout


def test_a_list_is_written_to_a_file(folder: Path) -> None:
    found = critc("--format", "csv", "-o", "queries.csv")
    assert found.stderr == "wrote queries.csv\n"
    assert (folder / "queries.csv").read_bytes() == as_csv([small()]).encode()


def test_a_file_with_errors_ends_with_exit_code_1(folder: Path) -> None:
    (folder / "criteria" / "broken.crit").write_text('protocol X "X"\n\ninclusion 1\n', "utf-8")
    found = critc()
    assert found.exit_code == 1
    assert "broken.crit" in found.stderr
    assert found.stdout == as_markdown([small()])


def test_the_help_shows_examples() -> None:
    help_text = critc("--help").stdout
    assert "critc queries --format csv -o queries.csv" in help_text
    assert "apostrophe" in help_text


def test_each_question_knows_its_criterion() -> None:
    of: Queried
    for of in queried(small()):
        assert all(question.place.anchor == of.id for question in of.questions)
