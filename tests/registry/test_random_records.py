"""Records of random and mutated texts: the draft checks, and every word is in it, in order."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from critc.ir.nodes import Program
from critc.pipeline import compile_source
from critc.registry.compare import compare
from critc.registry.draft import NothingToDraftError, draft
from critc.registry.plain import plain
from critc.registry.record import Record, RecordError, read_record
from critc.source import Source

RECORDS = [
    path.read_bytes() for path in (Path(__file__).parent.parent / "records").glob("NCT*.json")
]
TEXTS = [read_record(content).criteria for content in RECORDS]

MARKERS = [
    *(
        "",
        "",
        "",
        "* ",
        "- ",
        "-  ",
        "• ",
        "･",
        "-",
        "o ",
        "– ",
        "1. ",
        "2. ",
        "3. ",
        "10. ",
        "1) ",
    ),
    *("(a) ", "b. ", "iv. ", "1、", "٣. ", "2a. ", "* 1. ", "● - "),
]
WORDS = [
    *(
        "Inclusion Criteria:",
        "Exclusion Criteria:",
        "INCLUSION",
        "Exclusion",
        "Key exclusion criteria",
    ),
    *("Note: with care", "(see below)", "None", "N/A", "Phase 2 only:", "Age \\>/= 18 years"),
    *("platelets 10\\*\\*9/L", 'the "best"', "18 - 75", "at least 1. dose", "# sign", "\\", "\\\\"),
    *("zero\u200bwidth", "soft\u00adhyphen", "\u202eturned", "half\ud800", "bell\x07", "tab\there"),
    *(
        "pages\x0capart",
        "line\u2028end",
        "nbsp\u00a0here",
        "次の条件",
        "’quoted“",
        "e\u0301t\u0065\u0301",
    ),
    *(
        "Patients are excluded if any of the following apply:",
        "word " * 30,
        "x" * 150,
        ">",
        "|",
        "-",
    ),
    *("any of", "inclusion 1", "fact a", "criteria may apply", "of the following criteria:"),
]
# A line says something; one that is a bullet or a number alone may be read as anything.
SAYING = [word for word in WORDS if any(map(str.isalpha, word))]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines of all kinds, in any order."""
    lines = draw(
        st.lists(
            st.tuples(
                st.integers(0, 12),
                st.sampled_from(MARKERS),
                st.sampled_from(SAYING),
                st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=2),
                st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]),
            ),
            max_size=14,
        )
    )
    return "".join(
        " " * indent + marker + " ".join([first, *words]) + end
        for indent, marker, first, words, end in lines
    )


@st.composite
def mutated_texts(draw: st.DrawFn) -> str:
    """A real text with some characters taken out, doubled or put in."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        middle = draw(
            st.sampled_from(["", text[start:end] * 2, "\n", "\n\n* ", "  ", "\n1. ", ":"])
        )
        text = text[:start] + middle + text[end:]
    return text


def drafted(criteria: str) -> tuple[Record, str, Program] | None:
    """A record, its draft and what is compiled from it; None if there is nothing to draft."""
    record = Record("NCT00000001", ('A "title"',), criteria)
    try:
        text = draft(record)
    except NothingToDraftError:
        return None
    compilation = compile_source(Source("draft.crit", text))
    assert compilation.diagnostics == ()
    assert compilation.program is not None
    return record, text, compilation.program


def record_or_problems(content: bytes) -> Record | tuple[str, ...]:
    """The record in a file's content, or why it is none."""
    try:
        return read_record(content)
    except RecordError as error:
        return error.problems


def words_of(text: str) -> list[str]:
    """Words of two letters and more; of one letter are bullets and the letters of lists."""
    return re.findall(r"[^\W\d_]{2,}", text)


@given(texts() | mutated_texts())
def test_a_draft_checks_and_says_what_its_record_says(criteria: str) -> None:
    if found := drafted(criteria):
        record, _, program = found
        assert [each for each in compare(program, record) if not each.note] == []


@given(texts() | mutated_texts())
def test_every_word_is_in_the_draft_in_order(criteria: str) -> None:
    if found := drafted(criteria):
        words = iter(words_of(found[1]))
        missing = [word for word in words_of(plain(criteria)) if word not in words]
        assert missing == []


@given(st.data())
def test_whatever_the_json_it_is_a_record_or_the_problems_are_said(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(RECORDS)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 20))
        content[start:end] = data.draw(
            st.sampled_from([b"", b"{", b'"', b"\\u0000", b"null", b"\xff"])
        )
    read = record_or_problems(bytes(content))
    assert read
    if isinstance(read, Record):
        drafted(read.criteria)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "protocolSection": VALUES
            | st.fixed_dictionaries(
                {},
                optional={
                    name: VALUES | st.fixed_dictionaries({}, optional=dict.fromkeys(fields, VALUES))
                    for name, fields in {
                        "identificationModule": ("nctId", "briefTitle", "officialTitle"),
                        "eligibilityModule": ("eligibilityCriteria", "sex", "minimumAge"),
                    }.items()
                },
            )
        },
    )
)
def test_values_of_any_kind_are_a_record_or_said(data: object) -> None:
    assert record_or_problems(json.dumps(data).encode())
