"""Drafts of `.crit` files: they check, they say the record's words, and they look like drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from critc.coverage import coverage
from critc.ir.nodes import Program
from critc.pipeline import compile_source, outputs
from critc.registry.compare import compare
from critc.registry.draft import NothingToDraftError, draft
from critc.registry.record import Record, read_record
from critc.source import Source

RECORDS = sorted((Path(__file__).parent.parent / "records").glob("NCT*.json"))

# Criteria counted by hand in the text of each record: its outermost bullets and numbers.
COUNTED = {
    "NCT01521390": (11, 21),
    "NCT02178956": (20, 14),
    "NCT02496767": (8, 10),
    "NCT02557854": (13, 9),
    "NCT02926950": (2, 20),
    "NCT02999178": (7, 22),
    "NCT03102606": (9, 19),
    "NCT05147467": (7, 7),
}


def checked(text: str) -> Program:
    compilation = compile_source(Source("draft.crit", text))
    assert compilation.diagnostics == ()
    assert compilation.program is not None
    return compilation.program


def record(criteria: str, sex: str = "", ages: tuple[str, str] = ("", "")) -> Record:
    return Record("NCT00000001", ("A trial",), dedent(criteria), sex, *ages)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_draft_of_a_record(path: Path) -> None:
    of = read_record(path.read_bytes())
    program = checked(draft(of))
    kinds = [each.kind for each in program.criteria]
    assert (kinds.count("inclusion"), kinds.count("exclusion")) == COUNTED[path.stem]
    assert coverage(program).totals.not_encoded == len(kinds)
    assert [each for each in compare(program, of) if not each.note] == []


def test_every_record_is_counted() -> None:
    assert sorted(COUNTED) == [path.stem for path in RECORDS]


def test_a_draft_is_one_in_every_output() -> None:
    program = checked(draft(record("Inclusion:\n* Adults")))
    made = outputs(program)
    assert len(made) == 5
    for name, data in made.items():
        text = data.decode()
        assert "draft_inclusion_1" in text or "Draft, inclusion 1" in text, name


def test_the_whole_draft(golden: Callable[[Path, str], None]) -> None:
    text = """\
        Inclusion Criteria:

        All of these are criteria for participation:

        1. Platelets \\> 50 "within" 7 days before randomisation, in a sample that was analysed at the
           central laboratory:

           * not transfused
             1. ever
        2. Consent

        Cohort B only:

        3. Measurable lesion

        Exclusion Criteria:

        * Pregnancy
    """
    of = record(text, "FEMALE", ("18 Years", "75 Years"))
    golden(Path(__file__).parent / "draft.crit", draft(of))


def test_the_record_s_own_numbers_are_kept_where_they_grow() -> None:
    program = checked(draft(record("Inclusion:\n2. Adults\n4. Consent\nExclusion:\n1. a\n1. b")))
    assert [each.id for each in program.criteria] == ["I2", "I4", "E1", "E2"]


def test_where_nothing_says_what_a_criterion_is_the_query_says_so() -> None:
    [criterion] = checked(draft(record("* Adults"))).criteria
    assert criterion.kind == "inclusion"
    assert "does not say whether" in criterion.queries[0].question


def test_a_sub_heading_is_said_in_the_query() -> None:
    [criterion] = checked(draft(record('Inclusion:\n\nOnly "B":\n\n* Adults'))).criteria
    assert "It stands under 'Only 'B':'." in criterion.queries[0].question


def test_fields_that_the_text_mentions_make_no_criterion() -> None:
    text = "Inclusion:\n* Women aged 18 to 75 years"
    [criterion] = checked(draft(record(text, "FEMALE", ("18 Years", "75 Years")))).criteria
    assert criterion.text == "Women aged 18 to 75 years"


def test_a_text_without_any_criterion_makes_no_draft() -> None:
    with pytest.raises(NothingToDraftError):
        draft(record("Exclusion Criteria: None"))


def test_what_a_file_refuses_is_not_in_a_draft() -> None:
    text = "Inclusion:\n* A\u200bge\u202e \"18\" \x07# 'x'\n\n\tNote:\u2028b\ud800\ufeff"
    of = Record("NCT00000001", ('A "new"\u200b # trial',), text)
    program = checked(draft(of))
    assert program.title == "A 'new' # trial"
    assert program.criteria[0].text.split() == ["Age", '"18"', "#", "'x'", "Note:", "b"]


def test_no_line_of_text_is_wider_than_100_columns() -> None:
    for path in RECORDS:
        lines = draft(read_record(path.read_bytes())).splitlines()
        assert all(len(line) <= 100 for line in lines if line.lstrip().startswith((">", "#")))


def test_a_wrapped_line_does_not_begin_like_a_list_s() -> None:
    words = "word " * 18 + "18 - 75 or 1. x " * 6
    program = checked(draft(record(f"Inclusion:\n* {words}")))
    assert program.criteria[0].text == words.strip()
