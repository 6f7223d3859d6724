"""Lines and columns as editors count them, and offsets as the compiler does."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critc.lsp.positions import Encoding, Lines, characters, units

ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
TEXTS = st.text(
    st.sampled_from('ab ≥µ–"#>\n\r\u2028\x0c\x85𝛼😀👩‍⚕️é') | st.characters(exclude_categories=["Cs"])
)


@pytest.mark.parametrize(
    ("encoding", "count"), [("utf-8", 4 + 4 + 3 + 1), ("utf-16", 2 + 2 + 1 + 1), ("utf-32", 4)]
)
def test_units_beyond_the_basic_plane(encoding: Encoding, count: int) -> None:
    assert units("𝛼😀≥x", encoding) == count


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_units_are_those_of_the_encoded_text(text: str, encoding: Encoding) -> None:
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    assert units(text, encoding) == len(text.encode(codec)) // width
    assert characters(text, units(text, encoding), encoding) == len(text)


def test_a_column_inside_a_character_is_in_front_of_it() -> None:
    assert [characters("a😀b", column, "utf-16") for column in range(6)] == [0, 1, 1, 2, 3, 3]


@given(TEXTS, st.data(), st.sampled_from(ENCODINGS))
def test_an_offset_comes_back_from_its_position(
    text: str, data: st.DataObject, encoding: Encoding
) -> None:
    lines = Lines(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = lines.position(offset, encoding)
    inside_a_line_end = text[offset - 1 : offset + 1] == "\r\n"
    assert lines.offset(line, column, encoding) == offset - inside_a_line_end


@given(TEXTS, TEXTS, st.data())
def test_lines_after_an_edit_are_those_of_the_new_text(
    text: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edited = Lines(text).edited(start, end, new)
    fresh = Lines(text[:start] + new + text[end:])
    assert (edited.text, edited.starts) == (fresh.text, fresh.starts)


def test_a_position_past_a_line_or_the_file_is_its_end() -> None:
    lines = Lines("ab\r\ncd")
    assert [lines.offset(0, 9, "utf-16"), lines.offset(7, 0, "utf-16")] == [2, 6]
