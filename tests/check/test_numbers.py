"""Numbers: literals in the unit of the fact, arithmetic, limits of normal, ranges, choices in order."""

from __future__ import annotations

import pytest
from check.checked import body_codes, condition, const, core

from critc.ir import dictionary as d
from critc.ir import nodes as n

AGE = n.Value(n.Fact("age"))


@pytest.mark.parametrize(
    ("line", "value", "shown"),
    [
        ("weight ≥ 50 kg", "50", "50 kg"),
        ("weight ≥ 50000 g", "50", "50000 g"),
        ("weight ≥ 110 [lb_av]", "49.8951607", "110 lb"),
        ("temperature ≥ 100.4 [degF]", "38", "100.4 °F"),
        ("age ≥ 216 months", "18", "216 months"),
        ("ecog ≥ 1", "1", "1"),
    ],
)
def test_a_literal_is_counted_in_the_unit_of_the_fact(line: str, value: str, shown: str) -> None:
    found = condition(line)
    assert isinstance(found, n.Compare)
    assert found.right == const(value)
    assert isinstance(found.right, n.Const)
    assert found.right.shown == shown


@pytest.mark.parametrize(
    ("sign", "op"), [("<", "<"), ("≤", "<="), ("=", "="), ("≥", ">="), (">", ">"), (">=", ">=")]
)
def test_signs(sign: str, op: str) -> None:
    assert condition(f"ecog {sign} 1") == n.Compare(
        op,  # type: ignore[arg-type]
        n.Value(n.Fact("ecog")),
        const(1),
    )


def test_a_range_is_one_node_and_its_unit_stands_once() -> None:
    assert condition("age is from 18 to 75 years") == n.Range(AGE, const(18), const(75))
    assert condition("age is from 18 to < 75 years") == n.Range(
        AGE, const(18), const(75), high_closed=False
    )


def test_moles_by_the_molar_mass_of_the_substance() -> None:
    found = condition("assessed at screening\nglucose < 10 mmol/L")
    assert isinstance(found, n.Select)
    assert found.then == n.Compare("<", n.Value(n.Field("glucose_1", "value")), const(180))


def test_arithmetic_is_counted_in_the_unit_of_the_whole() -> None:
    found = condition("weight - 1000 g > 2 × weight")
    value = n.Value(n.Fact("weight"))
    assert found == n.Compare(">", n.Arith("-", value, const(1)), n.Arith("*", const(2), value))


def test_another_unit_of_a_calculation_is_converted() -> None:
    text = """formula mass_index (weight : kg, height : cm) : kg/m2
  weight / height ^ 2
fact height : m "Height"
inclusion 1
  > Text.
  mass_index(weight, height) ≤ 40 kg/m2
"""
    height = n.Convert(n.Value(n.Fact("height")), const(100).value)
    ratio = n.Arith("/", n.Value(n.Fact("weight")), n.Power(height, const(2)))
    assert core(text).criteria[0].condition == n.Compare(
        "<=", n.Convert(ratio, const(10000).value), const(40)
    )


def test_an_empirical_formula_takes_bare_numbers_in_its_own_units() -> None:
    text = """formula clearance (age : years, weight : g) : mL/min
  empirical
  (140 - age) × weight
inclusion 1
  > Text.
  clearance(age, weight) > 1 L/min
"""
    weight = n.Convert(n.Value(n.Fact("weight")), const(1000).value)
    product = n.Arith("*", n.Arith("-", const(140), AGE), weight)
    converted = n.Compare(">", product, const(1000))
    assert core(text).criteria[0].condition == converted


def test_the_smaller_of_numbers() -> None:
    value = n.Value(n.Fact("weight"))
    found = condition("weight < the smaller of 3 kg, 2000 g and weight")
    assert found == n.Compare("<", value, n.Extreme("smaller", (const(3), const(2), value)))


def test_limits_of_normal_belong_to_the_measurement_on_the_left() -> None:
    found = condition("assessed at screening\nalt ≤ 2.5 × ULN")
    assert isinstance(found, n.Select)
    ref = n.Field("alt_1", "value")
    limit = n.ReferenceLimit(ref, "upper")
    assert found.then == n.Compare("<=", n.Value(ref), n.Arith("*", const("2.5"), limit))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("above", n.Compare(">", n.Value(n.Field("alt_1", "value")),
                            n.ReferenceLimit(n.Field("alt_1", "value"), "upper"))),
        ("inside", n.Range(n.Value(n.Field("alt_1", "value")),
                           n.ReferenceLimit(n.Field("alt_1", "value"), "lower"),
                           n.ReferenceLimit(n.Field("alt_1", "value"), "upper"))),
    ],
)  # fmt: skip
def test_the_normal_range(words: str, expected: n.Condition) -> None:
    found = condition(f"assessed at screening\nalt is {words} the normal range")
    assert isinstance(found, n.Select)
    assert found.then == expected


def test_outside_the_normal_range_is_not_inside() -> None:
    found = condition("assessed at screening\nalt is outside the normal range")
    assert isinstance(found, n.Select)
    assert isinstance(found.then, n.Not)
    assert isinstance(found.then.part, n.Range)


def test_choices_in_order_compare_by_their_place() -> None:
    value = n.Value(n.Fact("child_pugh"))
    assert condition("child_pugh ≤ moderate") == n.Compare("<=", value, const(1))
    assert condition("child_pugh is from mild to < severe") == n.Range(
        value, const(0), const(2), high_closed=False
    )


def test_choices_and_sets() -> None:
    assert condition("sex is female") == n.Is(n.Fact("sex"), ("female",))
    assert condition("sex is not female") == n.Not(n.Is(n.Fact("sex"), ("female",)))
    assert condition("child_pugh is one of mild, severe") == n.Is(
        n.Fact("child_pugh"), ("mild", "severe")
    )
    assert condition("marker includes a") == n.Includes(n.Fact("marker"), ("a",), "any")
    assert condition("marker includes all of a, b") == n.Includes(
        n.Fact("marker"), ("a", "b"), "all"
    )
    assert condition("marker includes only c") == n.Includes(n.Fact("marker"), ("c",), "only")


def test_age_in_completed_years() -> None:
    age = n.Age("years", n.DateOf(n.Fact("birth")), n.DateOf(n.Fact("screening")))
    years = "completed years from birth to screening"
    assert condition(f"{years} ≥ 18 years") == n.Compare(">=", age, const(18))
    assert condition(f"{years} ≥ 18") == n.Compare(">=", age, const(18))
    assert condition(f"{years} is from 18 to 75") == n.Range(age, const(18), const(75))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("weight > 50", "E0303"),
        ("50 < weight", "E0303"),
        ("weight > 50 mm", "E0302"),
        ("ecog > 1 kg", "E0304"),
        ("age > 30 days", "E0305"),
        ("weight > 1 mol", "E0306"),
        ("weight + 1 ≥ 3 kg", "E0302"),
        ("weight × half_life > 1 kg", "E0302"),
        ("temperature × 2 > 70 Cel", "E0307"),
        ("sex ≥ male", "E0309"),
        ("child_pugh ≥ worst", "E0205"),
        ("ecog ≤ 6", "E0319"),
        ("ecog is from 1 to 0", "E0322"),
        ("weight ^ weight > 3 kg", "E0307"),
    ],
)  # fmt: skip
def test_numbers_that_do_not_go_together(line: str, code: str) -> None:
    assert body_codes(line) == [code]


def test_percent_is_no_bare_number() -> None:
    declarations = 'fact share : % "Share"\nfact ratio : number "Ratio"\n'
    assert body_codes("share ≥ 0.5", declarations=declarations) == ["E0303"]
    assert body_codes("ratio ≥ 50 %", declarations=declarations) == ["E0304"]
    assert body_codes("share ≥ 50 %", declarations=declarations) == []


def test_what_was_calculated_may_be_said_in_percent() -> None:
    found = condition("weight / (2 × weight) ≥ 50 %")
    assert isinstance(found, n.Compare)
    assert found.right == const("0.5")


def test_a_share_is_taken_only_as_it_is_declared() -> None:
    """58 mmol/mol of HbA1c are 7.5 %, not 5.8 %: they measure another thing."""
    kind = core('fact hba1c : % "HbA1c"', "").fact("hba1c").type
    assert isinstance(kind, d.Quantity)
    assert [unit.code for unit in kind.units] == ["%"]
