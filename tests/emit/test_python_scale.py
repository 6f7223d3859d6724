"""Long and deep criteria: the generated module neither explodes nor overflows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from emit.sample import PROGRAM, STEROIDS, asked, criterion, number, value

from critc.emit.python import emit, load
from critc.ir import nodes as n

Step = Callable[[int, n.Condition], n.Condition]

DEEPEST = 40


def program(*conditions: n.Condition) -> n.Program:
    criteria = [criterion(f"E{i}", "A criterion.", each) for i, each in enumerate(conditions, 1)]
    return replace(PROGRAM, criteria=tuple(criteria))


def some(i: int, inner: n.Condition) -> n.Condition:
    refractory = n.Asked(n.Field(f"t{i}", "refractory"))
    return n.HowMany(n.Count("therapies", f"t{i}", n.All((refractory, inner))), low=1)


def latest(i: int, inner: n.Condition) -> n.Condition:
    date = n.DateOf(n.Field(f"b{i}", "date"))
    return n.Select("latest", "bilirubin", f"b{i}", date, n.Truth(True), inner)


def table(_: int, inner: n.Condition) -> n.Condition:
    row = n.Row((n.CellOptions(("male",)),), inner)
    return n.Table("t", (n.Fact("sex"),), (row,), asked("smoker"))


STEPS: dict[str, Step] = {
    "all and any": lambda i, inner: (n.All if i % 2 else n.AnyOf)((asked("gilbert"), inner)),
    "not": lambda _, inner: n.Not(inner),
    "unless": lambda _, inner: n.Except(asked("gilbert"), inner, "unless"),
    "k of": lambda _, inner: n.KOf(1, 1, (asked("gilbert"), inner)),
    "alternatives": lambda _, inner: n.Cases((n.Case(asked("gilbert"), inner),), asked("smoker")),
    "some": some,
    "latest": latest,
    "table": table,
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_conditions_may_be_forty_levels_deep(step: Step) -> None:
    condition: n.Condition = asked("smoker")
    for level in range(DEEPEST):
        condition = step(level, condition)
    module: Any = load(program(condition))
    compile(emit(program(condition)), "deep", "exec")
    open_lists = {"therapies": [{}], "bilirubin": [{"value": 1, "unit": "mg/dL"}]}
    for data in ({}, open_lists, {"smoker": True, "gilbert": False, "sex": "male"}):
        patient = module.Patient.from_dict(data)
        outcome = module.outcomes(patient)["E1"]
        scope = module.Scope(patient, {}, {}, {})
        assert module.exclusion_1_clauses().judge(scope).outcome is outcome
        assert module.screen(patient).to_json()


def test_numbers_may_be_forty_levels_deep() -> None:
    term: n.NumberTerm = value(n.Fact("weight"))
    for _ in range(DEEPEST):
        term = n.Arith("+", number(1), term)
    module: Any = load(program(n.Compare("<=", term, number(100))))
    for weight, outcome in ((60, False), (61, True)):
        patient = module.Patient.from_dict({"weight": {"value": weight, "unit": "kg"}})
        assert module.outcomes(patient) == {"E1": outcome}


def test_a_criterion_may_have_a_thousand_alternatives() -> None:
    def alternatives(count: int) -> n.Program:
        scores = (n.Compare("=", value(n.Fact("ecog")), number(i)) for i in range(count))
        return program(n.AnyOf(tuple(scores)))

    module: Any = load(alternatives(1000))
    assert module.outcomes(module.Patient(ecog=3)) == {"E1": False}
    assert module.outcomes(module.Patient()) == {"E1": None}
    [question] = module.screen(module.Patient()).missing
    assert question.fact == "ecog"
    frame, small, large = (len(emit(alternatives(count))) for count in (2, 500, 1000))
    assert (large - frame) < 2.1 * (small - frame)


def test_the_size_grows_with_the_number_of_criteria() -> None:
    frame, small, large = (len(emit(program(*[STEROIDS] * count))) for count in (0, 100, 200))
    assert (large - frame) < 2.1 * (small - frame)
