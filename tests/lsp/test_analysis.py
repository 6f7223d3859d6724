"""A declaration that was written anew is told what the whole check will tell it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsp.opening import CRITERIA, analysed, checked, replaced

from critc.lsp.analysis import Finding, check_block
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.syntax import tree

_LATER = {"E0401", "E0402", "E0403", "E0407", "E0409", "E0416", "W0505"}
"""What lies between declarations is told by the whole check."""

BROKEN = """\
protocol DRAFT "A draft"

moment first_dose "First dose"

measurement glucose : mmol/L "Glucose"
fact weight : kg "Body weight"
fact last_dose : date or none "Last dose"

records drugs "Drugs"
  - dose : mg "Dose"
  - taken : period "First to last day"

inclusion 1
  > Weight at least 50 kg.
  weight ≥ 50 kg

exclusion 1
  > Treated within 4 weeks before the first dose.
  last_dose within 4 weeks before first_dose
"""


def told(findings: Iterator[Finding] | tuple[Finding, ...]) -> list[tuple[str, int, int, str]]:
    return [
        (each.code, each.place.span.start, each.place.span.end, each.message)
        for each in findings
        if each.code not in _LATER
    ]


def mutations(text: str, seed: int) -> Iterator[tuple[int, int, str]]:
    """Slips of the pen in the lines below the verbatim text: a word lost, doubled, misspelt."""
    chance = random.Random(seed)
    words = [each for each in re.finditer(r"(?<![\w\"])[\w≥≤]+", text) if each.start() > 12]
    for match in chance.sample(words, min(3, len(words))):
        word = match.group()
        yield match.start(), match.end(), chance.choice(["", word * 2, word[:-1], "50 mg", "sex"])


@pytest.mark.parametrize("name", ["NCT05147467", "NCT02926950"])
def test_a_declaration_is_told_the_same_at_once_and_in_the_whole(name: str) -> None:
    path = CRITERIA / f"{name}.crit"
    file = checked(path.read_text(encoding="utf-8"), path)
    assert file.analysis is not None
    document, compared = file.document, 0
    for index, (block, start) in enumerate(document.placed()):
        if not isinstance(block.declaration, tree.Criterion):
            continue
        for at, end, new in mutations(block.text, index):
            edited = document.edited(start + at, start + end, new, 2)
            fresh = [each for each, _ in edited.placed() if document.start_of(each) is None]
            if len(fresh) != 1 or _names(fresh[0]) != _names(block):
                continue
            whole = analysed(edited).findings.get(fresh[0], ())
            assert told(check_block(file.analysis, fresh[0], edited)) == told(whole), edited.text
            compared += 1
    assert compared > 20


def _names(block: Block) -> set[str]:
    return {entry.name for entry in block.entries}


def _fresh(document: Document, edited: Document) -> Block:
    [fresh] = [block for block, _ in edited.placed() if document.start_of(block) is None]
    return fresh


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("weight ≥ 50 kg\n", "weight ≥ 50\n", ["E0303"]),
        ("weight ≥ 50 kg\n", "wieght ≥ 50 kg\n", ["E0201"]),
        ("weight ≥ 50 kg\n", 'fact asked "Is it so?"\n', []),
        ("weight ≥ 50 kg\n", 'fact last_dose "Is it so?"\n', ["E0202"]),
        ("weight ≥ 50 kg\n", 'some drugs where fact strong "Is it strong?"\n', []),
        ("weight ≥ 50 kg\n", "some drugs where weight > 3 mmol/L\n", ["E0302"]),
        ("weight ≥ 50 kg\n", "weight ≥ ≥ 50 kg\n", ["E01"]),
        ("inclusion 1", "exclusion 1", ["E0406"]),
        ('fact weight : kg "', 'fact weight : kgg "', ["E0301"]),
        ("- dose : mg", "- weight : mg", ["E0215"]),
    ],
)
def test_what_a_declaration_is_told_at_once(old: str, new: str, codes: list[str]) -> None:
    file = checked(BROKEN)
    assert file.analysis is not None
    assert list(file.findings()) == []
    edited = replaced(file.document, old, new)
    found = check_block(file.analysis, _fresh(file.document, edited), edited)
    assert [each.code[: len(code)] for each, code in zip(found, codes, strict=True)] == codes


def test_findings_stay_with_their_declaration_when_lines_come_above_it() -> None:
    file = checked(BROKEN.replace("weight ≥ 50 kg", "weight ≥ 50 mmol/L"))
    [before] = file.findings()
    file.changed(replaced(file.document, "protocol", "# above\n\nprotocol"))
    assert list(file.findings()) == [before]


def test_what_is_wrong_in_a_library_is_told_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    library = tmp_path / "library" / "own.crit"
    library.write_text('library own\n\nfact sugar : mgg "Sugar"\n', encoding="utf-8")
    text = 'protocol P "P"\n\nuse sugar from library/own\n\ninclusion 1\n  > S.\n  sugar ≥ 3 mg\n'
    file = checked(text, tmp_path / "p.crit")
    [found] = file.findings()
    assert found.code == "E0301"
    assert isinstance(found.place.holder, Block)
    assert found.place.holder.text == "use sugar from library/own"
    assert found.message.startswith("In library/own, line 3: ")
    assert file.places[str(library)] == library.resolve()
