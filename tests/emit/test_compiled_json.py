"""The compiled protocol as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

import pytest
from emit.dictionaries import LUNG, ODD
from emit.sample import PROGRAM

from critc.emit.json import emit
from critc.emit.json.written import written
from critc.ir.nodes import All, AnyOf, Defined, Node, Not
from critc.ir.words import say

COMPILED: dict[str, Any] = json.loads(emit(PROGRAM))
CRITERIA: dict[str, Any] = {criterion["id"]: criterion for criterion in COMPILED["criteria"]}


def kinds(data: Any) -> Iterator[str]:
    """The kinds of all nodes in compiled JSON."""
    for inner in data.values() if isinstance(data, dict) else data:
        if isinstance(inner, dict | list):
            yield from kinds(inner)
    if isinstance(data, dict) and "node" in data:
        yield data["node"]


def nodes(part: Any) -> Iterator[Node]:
    """All nodes in a part of the core."""
    if isinstance(part, tuple):
        for inner in part:
            yield from nodes(inner)
    elif is_dataclass(part):
        if isinstance(part, Node):
            yield part
        for field in fields(part):
            yield from nodes(getattr(part, field.name))


def test_it_says_where_it_comes_from() -> None:
    assert COMPILED["protocol"] == PROGRAM.protocol
    assert COMPILED["source_sha256"] == PROGRAM.sha256
    assert re.fullmatch(r"critc \d+\.\d+\.\d+", COMPILED["compiler"])
    assert [part["name"] for part in COMPILED["parts"]] == [part.name for part in PROGRAM.parts]


def test_criteria_are_there_in_order_with_their_words() -> None:
    assert list(CRITERIA) == [criterion.id for criterion in PROGRAM.criteria]
    for criterion in PROGRAM.criteria:
        compiled = CRITERIA[criterion.id]
        assert compiled["text"] == criterion.text
        assert compiled["lines"] == [criterion.line, criterion.end_line]
        assert (compiled["applies"] is None) == (criterion.applies is None)


def test_no_node_is_lost() -> None:
    expected = Counter(
        re.sub(r"(?<!^)([A-Z])", r" \1", type(node).__name__).lower()
        for node in nodes((PROGRAM.criteria, PROGRAM.definitions))
    )
    assert Counter(kinds(COMPILED)) == expected


def test_lines_of_a_checklist_have_words_and_what_joins_them_has_none() -> None:
    def compare(condition: Any, compiled: Any) -> None:
        if isinstance(condition, All | AnyOf):
            assert "words" not in compiled
            for part, inner in zip(condition.parts, compiled["parts"], strict=True):
                compare(part, inner)
        elif isinstance(condition, Not):
            compare(condition.part, compiled["part"])
        elif not isinstance(condition, Defined) and "words" in compiled:
            assert compiled["words"] == say(condition, PROGRAM)

    for criterion in PROGRAM.criteria:
        compare(criterion.condition, CRITERIA[criterion.id]["condition"])


def test_what_a_criterion_uses() -> None:
    assert CRITERIA["I3"]["facts"] == ["ecog"]
    assert CRITERIA["E3"]["facts"] == ["hbsag", "hbv_dna"]
    assert CRITERIA["E4"]["facts"] == ["first_dose", "cancers", "cancers.cured"]
    assert {"therapies", "therapies.line"} <= set(CRITERIA["I2"]["facts"])


def test_what_definitions_and_other_criteria_use_counts() -> None:
    assert {"menarche", "sex"} <= set(CRITERIA["I5"]["facts"])  # by ``may_conceive``
    assert "ecog" in CRITERIA["E7"]["facts"]  # by the status of I3
    assert {"menarche", "steroids"} <= set(CRITERIA["E9"]["facts"])  # by its population


def test_judgements_name_who_decides() -> None:
    assert CRITERIA["I4"]["judgements"] == [
        {
            "fact": "organ_function",
            "role": "investigator",
            "question": "Is organ function adequate?",
        }
    ]
    fields_too = [judgement["fact"] for judgement in CRITERIA["E1"]["judgements"]]
    assert all(fact.startswith("steroids.") for fact in fields_too)
    assert CRITERIA["I3"]["judgements"] == []


def test_queries_stand_with_their_criterion_and_together() -> None:
    together = [
        {"criterion": criterion["id"], **query}
        for criterion in CRITERIA.values()
        for query in criterion["queries"]
    ]
    assert COMPILED["queries"] == together
    assert together[0] == {
        "criterion": "I1",
        "kind": "undefined",
        "question": "On which day?",
        "reading": "the day of consent",
        "line": 1,
    }


@pytest.mark.parametrize("program", [PROGRAM, LUNG, ODD], ids=["sample", "lung", "odd"])
def test_the_dictionary_is_whole(program: Any) -> None:
    compiled = json.loads(emit(program))
    assert [fact["name"] for fact in compiled["facts"]] == [fact.name for fact in program.facts]
    lists = [*compiled["records"], *compiled["measurements"]]
    assert sorted(each["name"] for each in lists) == sorted(each.name for each in program.lists)
    assert emit(program) == emit(program)


def test_types_are_exact() -> None:
    facts = {fact["name"]: fact for fact in json.loads(emit(ODD))["facts"]}
    assert facts["fever"]["type"] == {
        "is": "quantity",
        "units": [
            {"code": "Cel", "shown": "°C", "factor": "1", "offset": "0"},
            {"code": "[degF]", "shown": "°F", "factor": "5/9", "offset": "-160/9"},
            {"code": "K", "shown": "K", "factor": "1", "offset": "-273.15"},
        ],
        "low": "25",
        "high": "45.5",
        "limits": False,
    }
    assert facts["born"]["codes"] == [{"system": "loinc", "value": "21112-8"}]
    assert facts["born"]["moment"] is True
    assert facts["nyha"]["type"]["ordered"] is True


def test_text_is_utf8_and_numbers_are_exact() -> None:
    text = written({"words": "≥ 1", "number": Fraction("0.00000000000000000001"), "none": []})
    assert text == '{"words": "≥ 1", "number": 0.00000000000000000001, "none": []}\n'


def test_what_does_not_fit_on_a_line_is_indented() -> None:
    long = ["x" * 60, "y" * 60]
    assert written({"long": long, "short": [1]}) == (
        f'{{\n  "long": [\n    "{long[0]}",\n    "{long[1]}"\n  ],\n  "short": [1]\n}}\n'
    )
