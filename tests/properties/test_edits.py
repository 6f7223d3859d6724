"""Slips of the hand in the protocols are told where they are, in few words: see ``edits``."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from edits import KINDS, PROTOCOLS, Told, edited, errors, measured, protocol, rates

EACH = 84
"""So many edits of each protocol, all kinds in turn; the campaign makes more, with other seeds."""
EDITS_AT_ONCE = 3


@cache
def told(path: Path) -> tuple[Told, ...]:
    return tuple(measured(path, EACH))


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_a_mistake_is_told_within_a_line_of_it(path: Path) -> None:
    found = told(path)
    assert len(found) > EACH / 2, "most edits of a protocol are mistakes"
    share = rates(found)
    assert share["near"] >= 0.95
    assert share["strictly"] >= 0.85
    assert share["E0199"] <= 0.05


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_one_mistake_is_told_briefly(path: Path) -> None:
    assert [each.edit.done for each in told(path) if not each.brief] == []


def test_every_kind_of_edit_is_told_near() -> None:
    found = [each for path in PROTOCOLS for each in told(path)]
    for kind in KINDS:
        of_kind = [each for each in found if each.edit.kind == kind]
        assert rates(of_kind)["near"] >= 0.9, kind


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_several_mistakes_are_told_in_twice_as_many_messages(path: Path) -> None:
    chance = random.Random(path.name)
    for _ in range(3):
        lines, mistakes = protocol(path, chance), 0
        for _ in range(EDITS_AT_ONCE):
            edit = edited(lines, chance.choice(list(KINDS)), chance)
            lines, mistakes = edit.text.split("\n"), mistakes + edit.mistakes
        assert len(errors("\n".join(lines))) <= 2 * mistakes
