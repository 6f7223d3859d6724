"""Values that depend: ``whichever applies``, tables, formulas and definitions with parameters."""

from __future__ import annotations

import pytest
from check.checked import body_codes, checked, codes, condition, const, core, field

from critc.ir import nodes as n

WEIGHT = n.Value(n.Fact("weight"))
SMOKER = n.Asked(n.Fact("smoker"))


def limit(value: int | str) -> n.Condition:
    return n.Compare("<", WEIGHT, const(value))


def test_the_comparison_is_put_into_each_alternative() -> None:
    found = condition("weight < whichever applies\n  - 50 kg if smoker\n  - 60000 g otherwise")
    assert found == n.Cases((n.Case(SMOKER, limit(50)),), limit(60))


def test_without_otherwise_there_may_be_no_value() -> None:
    found = condition("weight < whichever applies\n  - 50 kg if smoker\n  - 60 kg if not smoker")
    assert found == n.Cases((n.Case(SMOKER, limit(50)), n.Case(n.Not(SMOKER), limit(60))), None)


def test_conditions_as_alternatives() -> None:
    found = condition("whichever applies\n  - weight < 50 kg if smoker\n  - sex is male otherwise")
    assert found == n.Cases((n.Case(SMOKER, limit(50)),), n.Is(n.Fact("sex"), ("male",)))


def test_a_let_of_alternatives_is_put_in_where_it_is_used() -> None:
    found = condition(
        "let upper be whichever applies\n  - 50 kg if smoker\n  - 60 kg otherwise\n2 × upper > weight"
    )

    def doubled(value: int) -> n.Condition:
        return n.Compare(">", n.Arith("*", const(2), const(value)), WEIGHT)

    assert found == n.Cases((n.Case(SMOKER, doubled(50)),), doubled(60))


def test_the_selection_stands_around_the_alternatives() -> None:
    found = condition(
        "assessed at screening\nalt < whichever applies\n  - 5 × ULN if smoker\n  - 3 × ULN otherwise"
    )
    assert isinstance(found, n.Select)
    assert isinstance(found.then, n.Cases)
    ref = field(found.var, "value")
    three = n.Arith("*", const(3), n.ReferenceLimit(ref, "upper"))
    assert found.then.otherwise == n.Compare("<", n.Value(ref), three)


# ---- tables -----------------------------------------------------------------------------------


def table(header: str, *rows: str, parameters: str = "age : years") -> str:
    lines = "\n".join(f"  {row}" for row in (header, *rows))
    return f"table limit_of ({parameters}) : kg\n{lines}\n"


def used(text: str, call: str = "limit_of(age)") -> n.Condition:
    return core(f"{text}inclusion 1\n  > Text.\n  weight < {call}\n").criteria[0].condition


def cells(low: int | None, high: int | None, low_closed: bool, high_closed: bool) -> n.CellRange:
    return n.CellRange(
        None if low is None else const(low).value,
        None if high is None else const(high).value,
        low_closed,
        high_closed,
    )


def test_rows_by_a_number() -> None:
    found = used(
        table(
            "age | mass", "< 2 years | 10", "2 to < 6 years | 20", "6 | 25", "> 72 months | 30 kg"
        )
    )
    assert found == n.Table(
        "limit_of",
        (n.Value(n.Fact("age")),),
        (
            n.Row((cells(None, 2, True, False),), limit(10)),
            n.Row((cells(2, 6, True, False),), limit(20)),
            n.Row((cells(6, 6, True, True),), limit(25)),
            n.Row((cells(6, None, False, True),), limit(30)),
        ),
    )


def test_the_options_of_a_key_may_stand_in_the_header() -> None:
    found = used(
        table(
            "age | mild | moderate | severe",
            "< 2 years | 1 | 2 | 3",
            "otherwise | 4 | 5 | 6",
            parameters="age : years, stage : classes",
        ),
        "limit_of(age, child_pugh)",
    )
    keys = (n.Value(n.Fact("age")), n.Fact("child_pugh"))
    young = cells(None, 2, True, False)
    options = ("mild", "moderate", "severe")
    otherwise = n.Table(
        "limit_of",
        keys[1:],
        tuple(n.Row((n.CellOptions((o,)),), limit(i)) for i, o in enumerate(options, start=4)),
    )
    assert found == n.Table(
        "limit_of",
        keys,
        tuple(
            n.Row((young, n.CellOptions((o,))), limit(i)) for i, o in enumerate(options, start=1)
        ),
        otherwise,
    )


def test_a_parameter_without_a_column_is_used_in_the_values() -> None:
    found = used(
        table("age | mass", "< 2 years | 2 × start", "otherwise | start",
              parameters="age : years, start : kg"),
        "limit_of(age, 3 kg)",
    )  # fmt: skip
    assert isinstance(found, n.Table)
    doubled = n.Compare("<", WEIGHT, n.Arith("*", const(2), const(3)))
    assert found.rows[0].then == doubled
    assert found.otherwise == limit(3)


def test_a_definition_as_a_yes_no_key() -> None:
    text = table("grown | mass", "yes | 70", "no | 30", parameters="grown : yes/no")
    found = used(f'define adult "Adult"\n  age ≥ 18 years\n{text}', "limit_of(adult)")
    rows = [n.Table("limit_of", (), (n.Row((), limit(value)),)) for value in (70, 30)]
    assert found == n.Cases((n.Case(n.Defined("adult"), rows[0]),), rows[1])


def test_a_table_of_answers() -> None:
    text = """table stage (age : years) : classes
  age       | stage
  < 2 years | mild
  otherwise | severe
inclusion 1
  > Text.
  stage(age) is mild
"""
    found = core(text).criteria[0].condition
    assert isinstance(found, n.Table)
    assert found.rows[0].then == n.Truth(True)
    assert found.otherwise == n.Truth(False)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("1 to < 2 years | 1", "2 to < 6 years | 2"), "age below 1 year; age from 6 years"),
        (("< 2 years | 1", "> 2 years | 2"), "age 2 years"),
        (("≤ 2 years | 1", "≥ 6 years | 2"), "age above 2 years to below 6 years"),
    ],
)
def test_gaps_are_told_in_words(rows: tuple[str, ...], said: str) -> None:
    _, diagnostics = checked(table("age | mass", *rows))
    assert [d.code for d in diagnostics] == ["W0502"]
    assert diagnostics[0].message == f"No row of the table is for {said}."


@pytest.mark.parametrize(
    "rows",
    [
        ("< 2 years | 1", "≥ 2 years | 2"),
        ("< 2 years | 1", "2 years | 2", "> 2 years | 3"),
        ("< 2 years | 1", "otherwise | 2"),
    ],
)
def test_rows_without_a_gap(rows: tuple[str, ...]) -> None:
    assert codes(table("age | mass", *rows)) == []


@pytest.mark.parametrize(
    ("rows", "overlap"),
    [
        (("≤ 2 years | 1", "≥ 2 years | 2"), True),
        (("< 2 years | 1", "1 to 3 years | 2", "> 3 years | 3"), True),
        (("< 24 months | 1", "≥ 2 years | 2"), False),
    ],
)
def test_overlaps(rows: tuple[str, ...], overlap: bool) -> None:
    assert ("E0411" in codes(table("age | mass", *rows))) == overlap


def test_whole_numbers_have_no_gap_between_neighbours() -> None:
    rows = ("0 to 1 | 1", "2 to 5 | 2")
    assert codes(table("grade | mass", *rows, parameters="grade : whole number from 0 to 5")) == []


def test_a_query_says_that_a_gap_is_known() -> None:
    cases = "whichever applies\n  - smoker if age > 16 years\n  - not smoker if age < 16 years"
    assert body_codes(cases) == ["W0503"]
    query = '\nquery undefined "Which at the age of 16?"\n  read as "left open"'
    assert body_codes(cases + query) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("age > 16 years", "age ≤ 16 years", []),
        ("smoker", "not smoker", []),
        ("sex is male", "sex is not male", []),
        ("sex is male", "sex is female", []),
        ("child_pugh ≥ moderate", "child_pugh is mild", []),
        ("child_pugh ≥ moderate", "sex is male", ["W0503"]),
        ("ecog ≤ 1", "ecog ≥ 2", []),
        ("ecog ≤ 1", "ecog ≥ 3", ["W0503"]),
    ],
)
def test_alternatives_that_leave_a_gap(one: str, other: str, found: list[str]) -> None:
    body = f"whichever applies\n  - weight < 50 kg if {one}\n  - weight < 60 kg if {other}"
    assert body_codes(body) == found


# ---- definitions ------------------------------------------------------------------------------


def test_a_definition_is_named_and_one_with_parameters_is_written_out() -> None:
    text = """define adult "Adult"
  age ≥ 18 years
define heavier (one : kg, other : kg) "Heavier"
  one > other
inclusion 1
  > Text.
  all of
    - adult
    - not adult
    - heavier(weight, 50 kg)
"""
    program = core(text)
    adult = n.Defined("adult")
    heavier = n.Compare(">", WEIGHT, const(50))
    assert program.criteria[0].condition == n.All((adult, n.Not(adult), heavier))
    [definition] = program.definitions
    age = n.Compare(">=", n.Value(n.Fact("age")), const(18))
    assert (definition.name, definition.condition) == ("adult", age)


def test_an_argument_in_another_unit_is_converted() -> None:
    text = """define heavy (mass : g) "Heavy"
  mass > 90 kg
inclusion 1
  > Text.
  heavy(weight)
"""
    grams = n.Convert(WEIGHT, const(1000).value)
    assert core(text).criteria[0].condition == n.Compare(">", grams, const(90000))


def test_the_queries_of_a_definition_come_with_the_first_criterion_that_uses_it() -> None:
    text = """define adult "Adult"
  age ≥ 18 years
  query undefined "On which day?"
    read as "at screening"
inclusion 1
  > Text.
  adult
inclusion 2
  > Text.
  adult
"""
    first, second = core(text).criteria
    assert [query.question for query in first.queries] == ["On which day?"]
    assert second.queries == ()
