"""What Enter does in VS Code: it goes on with a list and with the protocol's own words."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from editors.node import EDITORS

SAID: dict[str, Any] = json.loads(
    (EDITORS / "vscode" / "language-configuration.json").read_text(encoding="utf-8")
)


def next_line(line: str) -> str:
    """What stands on the next line after Enter, by the rules as VS Code takes them."""
    indent = line[: len(line) - len(line.lstrip())]
    for rule in SAID["onEnterRules"]:
        if re.search(rule["beforeText"], line):
            step = "  " if rule["action"]["indent"] == "indent" else ""
            return indent + step + str(rule["action"].get("appendText", ""))
    deeper = re.search(SAID["indentationRules"]["increaseIndentPattern"], line)
    return indent + ("  " if deeper else "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # the protocol's own words
        ("inclusion 1", "  > "),
        ("exclusion 2b", "  > "),
        ("  > Age of at least", "  > "),
        ("  > any of", "  > "),
        ("  >", "  "),
        ("  > ", "  "),
        # lists: members stand one indent deeper than their heading
        ("  all of", "    - "),
        ("  at least 2 of", "    - "),
        ('  any of  "one of these: any of"', "    - "),
        ("  unless none of", "    - "),
        ("  whole list accepted if from 2 to 3 of", "    - "),
        ("  some doses within 4 weeks before consent where all of", "    - "),
        ("  alt ≤ whichever applies", "    - "),
        ("    - all of", "        - "),
        ("    - alt > whichever applies", "        - "),
        ('    - symptoms ≥ 1  "all of"', "    - "),
        ("    - prior_treatment", "    - "),
        ('    - fact bone_marrow "Bone marrow involvement"', "    - "),
        ("      unless recovered", "      "),
        # declarations
        ("choices stage in order", "  - "),
        ('records doses "Doses"', "  - "),
        ('fact drug : any of "Drug"', "  - "),
        ("fact sex : one of male, female", ""),
        ('  - purpose : one of "Purpose"', "      - "),
        ('fact age : years "Age"', ""),
        ('moment consent "Date of consent"', ""),
        ('define adult "Adult"', "  "),
        ('protocol X "A trial"', "  "),
        ('  query undefined "Which day?"', "    "),
        ('    read as "the first"', "    "),
        # patients and their tables
        ('patient typical "Meets every criterion"', "  - "),
        ('case "one day late" of typical', "  "),
        ("  - surgery = none", "  - "),
        ("  - glucose =", "      "),
        ("  - doses = incomplete", "      "),
        ("      15 mmol/L | 2026-03-02 | screening", "      "),
        # comments
        ("# any of", ""),
        ("  all of  # any of", "  "),
    ],
)
def test_enter_goes_on(line: str, expected: str) -> None:
    assert next_line(line) == expected


@pytest.mark.parametrize(
    ("line", "moves_out"),
    [
        ("  inclusion 2", True),
        ("    exclusion 3a", True),
        ('  case "late" of typical', True),
        ("  expect inclusion 2 satisfied", False),
        ("  > inclusion 2", False),
        ("inclusion 2", False),
    ],
)
def test_a_criterion_moves_to_the_left_edge(line: str, moves_out: bool) -> None:
    pattern = SAID["indentationRules"]["decreaseIndentPattern"]
    assert bool(re.search(pattern, line)) is moves_out
