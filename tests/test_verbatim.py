"""The protocol's own words: the registry record and the `.crit` file say the same, word by word."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from critc.pipeline import compile_source, read_source

HERE = Path(__file__).parent
PROTOCOL = HERE.parent / "criteria" / "NCT07289048.crit"


def registry_texts() -> dict[str, list[str]]:
    """Criterion id → its words, read from the registry record."""
    record = (HERE / "records" / "NCT07289048.txt").read_text(encoding="utf-8")
    inclusion, _, rest = record.partition("\nInclusion criteria\n")[2].partition(
        "\nExclusion criteria\n"
    )
    exclusion = rest.partition("\nTrial design\n")[0]
    found = {}
    for letter, block in (("I", inclusion), ("E", exclusion)):
        for number, text in re.findall(r"^ *(\d+)\. (.+)$", block, flags=re.MULTILINE):
            found[letter + number] = text.split()
    return found


@cache
def written_texts() -> dict[str, list[str]]:
    """Criterion id → its words, as the `.crit` file has them."""
    program = compile_source(read_source(PROTOCOL)).program
    assert program is not None
    return {criterion.id: criterion.text.split() for criterion in program.criteria}


def test_the_record_has_9_inclusion_and_22_exclusion_criteria() -> None:
    names = list(registry_texts())
    assert names == [f"I{n}" for n in range(1, 10)] + [f"E{n}" for n in range(1, 23)]


@pytest.mark.parametrize("name", registry_texts())
def test_the_text_is_verbatim(name: str) -> None:
    assert written_texts()[name] == registry_texts()[name]


def test_no_criterion_is_added() -> None:
    assert list(written_texts()) == list(registry_texts())
