"""Where the nodes of the core come from: their lines, and the words quoted after them."""

from __future__ import annotations

from check.checked import core

from critc.ir import nodes as n

TEXT = """protocol X "X"
fact liver_metastases "Liver metastases"
measurement alt : U/L "ALT" with reference range
moment screening "Screening"

inclusion 9
  > Text in presence of liver metastases.
  assessed at screening
  all of
    - liver_metastases  "in presence of liver metastases"
    - alt ≤ whichever applies
        - 5 × ULN if liver_metastases
        - 3 × ULN otherwise
    - fact well "Well?"
      accepted if
        fact ill "Ill?"
"""


def test_a_condition_knows_its_lines() -> None:
    criterion = core(TEXT, "").criteria[0]
    assert (criterion.id, criterion.line, criterion.end_line) == ("I9", 6 + 1, 16 + 1)
    whole = criterion.condition
    assert isinstance(whole, n.All)
    first, select, excepted = whole.parts
    assert first.at == n.Origin(11, 11, "in presence of liver metastases")
    assert (select.at.line, select.at.end_line) == (12, 14)
    assert isinstance(select, n.Select)
    assert isinstance(select.then, n.Cases)
    assert select.then.at.line == 12
    assert select.then.cases[0].condition.at.line == 13
    assert isinstance(excepted, n.Except)
    assert excepted.part.at.line == 15
    assert excepted.exception.at.line == 17


def test_the_file_is_named_with_its_hash() -> None:
    program = core(TEXT, "")
    assert program.file == "test.crit"
    assert len(program.sha256) == 64
    assert (program.protocol, program.title) == ("X", "X")
