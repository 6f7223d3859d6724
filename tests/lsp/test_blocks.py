"""What an edit leaves as it was is kept; the result is that of reading the whole file anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critc.lsp.blocks import Blocks, blocks

CRITERIA = Path(__file__).parents[2] / "criteria"
PROTOCOL = (CRITERIA / "NCT05147467.crit").read_text(encoding="utf-8")
WRITTEN = st.sampled_from(
    [
        *("", " ", "\n", "\n\n", "x", "#", '"', "fact", "\nfact new_one\n", "\ninclusion 9\n"),
        *("  - ", ">", '\nfact a "A"\n\n', "\nquery", "all of\n", "\ufeff", "\r\n", "\t"),
        "inclusion 1\n  > W.\nfact x",
    ]
)


def shape(found: Blocks) -> list[tuple[int, str, str]]:
    return [
        (start, block.piece.word, block.text)
        for block, start in zip(found.blocks, found.starts, strict=True)
    ]


@pytest.mark.parametrize("path", sorted(CRITERIA.glob("**/*.crit")), ids=lambda path: path.stem)
def test_blocks_are_the_text_without_what_is_between_declarations(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = blocks(text)
    at = 0
    for block, start in zip(found.blocks, found.starts, strict=True):
        between = text[at:start].splitlines()
        assert all(not line.strip() or line.lstrip().startswith("#") for line in between)
        assert text[start:].startswith(block.text)
        assert block.parsed[1] == ()
        at = start + len(block.text)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 300), WRITTEN), min_size=1, max_size=3))
def test_edits_give_the_blocks_of_the_new_text(edits: list[tuple[float, int, str]]) -> None:
    text, found = PROTOCOL, blocks(PROTOCOL)
    for place, length, new in edits:
        start = int(place * len(text))
        end = min(len(text), start + length)
        text = text[:start] + new + text[end:]
        found = found.edited(text, start, end, len(new) - (end - start))
        assert shape(found) == shape(blocks(text))


def test_a_key_makes_one_block_new() -> None:
    before = blocks(PROTOCOL)
    at = PROTOCOL.index("inclusion 5") + len("inclusion 5\n  > ")
    after = before.edited(PROTOCOL[:at] + "x" + PROTOCOL[at:], at, at, 1)
    new = set(after.blocks) - set(before.blocks)
    assert [block.head for block in new] == ["inclusion 5"]


def test_two_declarations_in_the_same_words_are_two_blocks() -> None:
    text = 'fact a "A"\n\nfact b "B"\n\nfact a "A"\n'
    found = blocks(text).edited(text + "\n", len(text), len(text), 1)
    assert len(set(found.blocks)) == 3
