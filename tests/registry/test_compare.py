"""A file against a record, word by word: what differs is found, how it is cut does not matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from critc.ir.nodes import Program
from critc.pipeline import compile_source, read_source
from critc.registry.compare import Difference, compare
from critc.registry.draft import draft
from critc.registry.record import Record, read_record
from critc.registry.report import as_data, text
from critc.source import Source

TESTS = Path(__file__).parent.parent
RECORDS = {path.stem: path for path in sorted((TESTS / "records").glob("NCT*.json"))}
WRITTEN = {
    path.stem: path
    for path in sorted((TESTS.parent / "criteria").glob("NCT*.crit"))
    if path.stem in RECORDS
}

CRITERIA = """\
Inclusion Criteria:

The following criteria apply:

1. Age \\>= 18 years at the time of the signing of the consent
2. One of these:

   * lung cancer
   * breast cancer
3. ECOG 0 - 1

Exclusion Criteria:

* Pregnancy or lactation
* Surgery within 4 weeks before the first dose
"""
RECORD = Record("NCT00000001", ("A long title", "A title"), CRITERIA)


def program(source: str) -> Program:
    compilation = compile_source(Source("a.crit", source))
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program


def written(inclusion: list[str], exclusion: list[str], title: str = "A title") -> Program:
    """A protocol whose criteria have these words, lines parted by line feeds."""
    lines = [f'protocol NCT00000001 "{title}"']
    for kind, every in (("inclusion", inclusion), ("exclusion", exclusion)):
        for number, words in enumerate(every, 1):
            lines += [f"{kind} {number}", *(f"  > {line}" for line in words.split("\n") if words)]
            lines += [f'  fact {kind}_{number} "Is it so?"']
    return program("\n".join(lines))


AGE = "Age >= 18 years at the time of the signing of the consent"
DISEASE = "One of these:\n- lung cancer\n- breast cancer"
ECOG = "ECOG 0 - 1"
PREGNANCY = "Pregnancy or lactation"
SURGERY = "Surgery within 4 weeks before the first dose"
NOTE = Difference("remark", record="The following criteria apply:")


def differences(inclusion: list[str], exclusion: list[str]) -> list[Difference]:
    found = compare(written(inclusion, exclusion), RECORD)
    return [each for each in found if not each.note]


@pytest.mark.parametrize(
    ("inclusion", "exclusion"),
    [
        pytest.param([AGE, DISEASE, ECOG], [PREGNANCY, SURGERY], id="as the record"),
        pytest.param([f"1. {AGE}", DISEASE, f"3. {ECOG}"], [PREGNANCY, SURGERY], id="numbered"),
        pytest.param([AGE.replace(">", "\\>"), DISEASE, ECOG], [PREGNANCY, SURGERY], id="escaped"),
        pytest.param(
            [AGE.replace(" ", "\n"), "One of\nthese: • lung\ncancer\n\n  * breast cancer", ECOG],
            [PREGNANCY, SURGERY],
            id="wrapped otherwise",
        ),
        pytest.param(
            [AGE, "One of these:", "lung cancer", "breast cancer", ECOG],
            [f"{PREGNANCY}\n- {SURGERY}"],
            id="cut otherwise",
        ),
        pytest.param(
            [f"The following criteria apply:\n{AGE}", DISEASE, ECOG],
            [PREGNANCY, SURGERY],
            id="with the lead-in",
        ),
        pytest.param(
            [AGE, DISEASE, "ECOG 0\n- 1"], [PREGNANCY, SURGERY], id="dash at a line's start"
        ),
    ],
)
def test_the_same_words(inclusion: list[str], exclusion: list[str]) -> None:
    assert differences(inclusion, exclusion) == []


def test_another_word() -> None:
    assert differences([AGE.replace("18", "21"), DISEASE, ECOG], [PREGNANCY, SURGERY]) == [
        Difference(
            "changed",
            "inclusion 1",
            2,
            place="inclusion 1",
            record="18",
            file="21",
            before="Age >=",
            after="years at the time of the",
        )
    ]


def test_a_missing_and_an_added_word() -> None:
    assert differences([AGE, DISEASE, "ECOG 0 1"], [PREGNANCY, f"Major {SURGERY}"]) == [
        Difference(
            "missing", "inclusion 3", 10, "inclusion 3", record="-", before="ECOG 0", after="1"
        ),
        Difference(
            "added", "exclusion 2", 16, file="Major", after="Surgery within 4 weeks before the"
        ),
    ]


def test_other_order_of_words() -> None:
    found = differences([AGE, DISEASE, ECOG], ["lactation or Pregnancy", SURGERY])
    assert {each.criterion for each in found} == {"exclusion 1"}


def test_a_criterion_is_missing() -> None:
    assert differences([AGE, ECOG], [PREGNANCY, SURGERY]) == [
        Difference(
            "criterion missing",
            place="inclusion 2",
            record="One of these: lung cancer breast cancer",
        )
    ]


def test_a_criterion_is_added() -> None:
    assert differences([AGE, DISEASE, ECOG], [PREGNANCY, "Smoker", SURGERY]) == [
        Difference("criterion added", "exclusion 2", 16, file="Smoker")
    ]


def test_a_criterion_on_the_wrong_side() -> None:
    assert differences([AGE, DISEASE, ECOG, PREGNANCY], [SURGERY]) == [
        Difference("elsewhere", "inclusion 4", 13, place="exclusion 1", file=PREGNANCY)
    ]


def test_number_and_title() -> None:
    other = replace(
        written([AGE, DISEASE, ECOG], [PREGNANCY, SURGERY], "Its title"), protocol="NCT00000002"
    )
    assert compare(other, RECORD) == (
        Difference("number", record="NCT00000001", file="NCT00000002"),
        Difference("title", record="A long title", file="Its title"),
        NOTE,
    )


def test_a_criterion_without_words_and_a_lead_in_are_notes() -> None:
    found = compare(written([AGE, DISEASE, ECOG, ""], [PREGNANCY, SURGERY]), RECORD)
    assert found == (NOTE, Difference("no text", "inclusion 4", 13))
    assert all(each.note for each in found)


def test_where_the_record_names_no_kind_another_order_is_a_note() -> None:
    record = Record("NCT00000001", (), "* Adults\n* Pregnancy")
    assert compare(written(["Adults"], ["Pregnancy"]), record) == ()
    [moved] = compare(written(["Pregnancy"], ["Adults"]), record)
    assert (moved.what, moved.note) == ("elsewhere", True)


def one_word_less(whole: Program, step: int) -> Iterator[tuple[str, Program]]:
    """The protocol without one of its criteria's words, for every so manieth word of letters."""
    for index, criterion in enumerate(whole.criteria):
        words = list(re.finditer(r"\b[A-Za-z]{3,}\b", criterion.text))
        for found in words[index % step :: step]:
            text = criterion.text[: found.start()] + criterion.text[found.end() :]
            criteria = list(whole.criteria)
            criteria[index] = replace(criterion, text=text)
            yield found[0], replace(whole, criteria=tuple(criteria))


@pytest.mark.parametrize("name", RECORDS)
def test_a_word_that_the_file_lacks_is_found(name: str) -> None:
    record = read_record(RECORDS[name].read_bytes())
    for word, shorter in one_word_less(program(draft(record)), 53):
        found = [each for each in compare(shorter, record) if not each.note]
        assert found
        assert any(word in each.record for each in found), word


def test_the_criteria_of_this_repository_that_have_a_record() -> None:
    assert WRITTEN, "criteria/ and tests/records/ have protocols in common"


@pytest.mark.parametrize("name", WRITTEN)
def test_a_protocol_says_what_its_record_says(name: str) -> None:
    compilation = compile_source(read_source(WRITTEN[name]))
    assert compilation.program is not None
    found = compare(compilation.program, read_record(RECORDS[name].read_bytes()))
    assert text([each for each in found if not each.note], name, "its record").count("\n") == 1


REPORT = """\
a.crit differs from NCT00000001 in 3 places

  inclusion 1, line 2: other words
    record  Age >= ⟦18⟧ years at the time of the …
    file    Age >= ⟦21⟧ years at the time of the …

  inclusion 2 of the record is missing
    record  One of these: lung cancer breast cancer

  exclusion 2, line 11: words are added
    file    ⟦Major⟧ Surgery within 4 weeks before the …

  note: words of the record that stand in no criterion
    The following criteria apply:
"""


def test_the_report_in_words_and_colours() -> None:
    file = written([AGE.replace("18", "21"), ECOG], [PREGNANCY, f"Major {SURGERY}"])
    found = compare(file, RECORD)
    assert text(found, "a.crit", "NCT00000001") == REPORT
    coloured = text(found, "a.crit", "NCT00000001", color=True)
    assert "Age >= \x1b[31m18\x1b[0m years" in coloured
    assert "Age >= \x1b[32m21\x1b[0m years" in coloured
    assert "⟦" not in coloured


def test_the_report_of_the_same_words() -> None:
    assert text((), "a.crit", "NCT00000001") == "a.crit says what NCT00000001 says, word by word\n"


def test_the_report_as_data() -> None:
    [data] = as_data([NOTE])
    assert data == {
        "what": "remark",
        "criterion": "",
        "line": 0,
        "place": "",
        "record": "The following criteria apply:",
        "file": "",
        "before": "",
        "after": "",
        "note": True,
    }
