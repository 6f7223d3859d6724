"""A protocol that uses every kind of node, in the shapes that the Python emitter tells apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from emit.sample import (
    FIRST_DOSE,
    PROGRAM,
    asked,
    criterion,
    end,
    fact,
    measured,
    number,
    options,
    some,
    start,
    value,
    weeks,
    window,
)

from critc.ir import nodes as n
from critc.ir.dictionary import Choice, Date, Listed, Number, Period, Quantity, Set, YesNo

LONG = "a_fact_with_a_name_that_is_longer_than_anybody_would_like_to_read"

FACTS = (
    *PROGRAM.facts,
    fact("import", YesNo(), "Is the name a word of Python?"),
    fact("type", Date(), "Date of the type"),
    fact(LONG, Choice(options("first", "second", "third")), "A long name?"),
    fact(f"{LONG}_date", Date(), "A long name of a date?"),
    fact("height", measured("m"), "Height"),
    fact("score", Number(), "Score"),
    fact("months", Number(whole=True, low=Fraction(0)), "Months of treatment"),
    fact("treated", Period(), "First to last day of treatment"),
    fact("relapse", Date(or_none=True), "Relapse (none: never)"),
    fact("symptoms", Set(options("cough", "fever", "pain")), "Symptoms"),
    fact("temperature", Quantity((measured("Cel").units[0],)), "Temperature"),
)

LISTS = (
    *PROGRAM.lists,
    Listed(
        "visits_with_a_long_name_for_a_list",
        "Visits",
        (
            fact("on", Date(), "Date"),
            fact("since", Date(or_none=True), "Since"),
            fact("weight", measured("kg"), "Weight"),
            fact("grade", Choice(options("mild", "severe"), ordered=True), "Grade"),
            fact("stay", Period(or_none=True), "First to last day"),
            fact("well", YesNo(), "Was the patient well?"),
        ),
        "records",
        1,
    ),
)

VISITS = "visits_with_a_long_name_for_a_list"
ON, SINCE, WEIGHT, GRADE, STAY, WELL = (
    n.Field("v", name) for name in ("on", "since", "weight", "grade", "stay", "well")
)
TREATED = n.Fact("treated")
TYPE = n.DateOf(n.Fact("type"))
BIRTH = n.DateOf(n.Fact("birth"))
CONSENT = n.DateOf(n.Fact("consent"))
RELAPSE = n.DateOf(n.Fact("relapse"))
LENGTHS: tuple[tuple[str, n.LengthUnit], ...] = (
    ("14", "day"),
    ("1.5", "day"),
    ("36", "hour"),
    ("6", "month"),
)
NEW_YEAR = n.DateConst(date(2026, 1, 1))
HALF_LIFE = n.Length(n.Arith("*", number(5), value(n.Fact("months"))), "month")


def visits(where: n.Condition) -> n.Count:
    return n.Count(VISITS, "v", where)


def compare(left: n.NumberTerm, op: str, right: str) -> n.Compare:
    return n.Compare(op, left, number(right))  # type: ignore[arg-type]


NUMBERS: tuple[n.Condition, ...] = (
    *(compare(value(n.Fact("ecog")), op, "2") for op in ("<", "<=", "=", "!=", ">=", ">")),
    compare(value(n.Fact("score")), ">", "1/3"),
    compare(value(n.Fact("score")), ">", "-2.5"),
    n.Compare("<", number(1), value(n.Fact("height"))),
    compare(value(n.Fact("class")), ">=", "1"),
    compare(value(n.Fact("class")), ">", "5"),
    n.Range(value(n.Fact("score")), number(1), number(2), low_closed=False, high_closed=False),
    n.Range(value(n.Fact("height")), number(1), value(n.Fact("score"))),
    compare(
        n.Arith("/", value(n.Fact("weight")), n.Power(value(n.Fact("height")), number(2))),
        "<",
        "35",
    ),
    compare(n.Root(2, n.Arith("+", value(n.Fact("weight")), value(n.Fact("score")))), "<", "12"),
    compare(n.Power(value(n.Fact("score")), number("-3/2")), "<", "12"),
    compare(n.Round(n.Arith("-", value(n.Fact("weight")), number(1)), 1), "<=", "100"),
    compare(n.Extreme("smaller", (value(n.Fact("score")), value(n.Fact("ecog")))), "<", "3"),
    compare(n.Convert(value(n.Fact("temperature")), Fraction(9, 5), Fraction(32)), "<", "100.4"),
    compare(n.Age("years", BIRTH, CONSENT), ">", "17"),
    compare(n.Age("years", BIRTH, CONSENT), "!=", "17"),
    compare(n.Age("months", BIRTH, FIRST_DOSE), "<=", "1000.5"),
    compare(n.Age("years", start(TREATED), NEW_YEAR), "=", "2"),
    n.Range(n.DaysBetween(CONSENT, FIRST_DOSE), number(0), number(28)),
    compare(n.Aggregate("sum", VISITS, "v", n.Asked(WELL), WEIGHT), "<", "900"),
    compare(n.Aggregate("highest", VISITS, "v", n.Truth(True), WEIGHT), ">", "50"),
    compare(n.Aggregate("lowest", VISITS, "v", n.Truth(True), WEIGHT), ">", "40"),
    compare(n.MeanOfLast(3, VISITS, "v", n.DateOf(ON), n.Truth(True), WEIGHT), ">", "40"),
    compare(visits(n.Asked(WELL)), ">", "2"),
)

DATES: tuple[n.Condition, ...] = (
    *(n.DateOrder(op, TYPE, CONSENT) for op in ("<", "<=", "=", ">=", ">")),
    n.DateOrder("<", FIRST_DOSE, TYPE),
    n.DateOrder("<=", RELAPSE, NEW_YEAR),
    n.DateOrder("<", TYPE, TYPE),
    n.DateOrder("<=", n.Shift(TYPE, "after", weeks(2)), CONSENT),
    n.DateOrder("<", n.DateOf(n.Fact(f"{LONG}_date")), start(TREATED)),
    n.DateBetween(TYPE, CONSENT, FIRST_DOSE, high_closed=False),
    *(
        n.Falls(TYPE, n.Window(rel, n.Length(number(count), unit), side, FIRST_DOSE))
        for rel in ("within", "less than", "at least", "more than")
        for side in ("before", "after", "around")
        for count, unit in LENGTHS
    ),
    n.Falls(RELAPSE, window("within", 2, "year")),
    n.Falls(TYPE, n.Window("within", n.Length(number(9000), "year"), "before", FIRST_DOSE)),
    n.Falls(TYPE, n.Window("at least", HALF_LIFE, "before", FIRST_DOSE)),
    n.Falls(end(TREATED), window("within", 30, "day")),
    n.Falls(start(TREATED), n.Window("within", weeks(2), "after", NEW_YEAR)),
    *(
        n.Touches(start(TREATED), end(TREATED), n.Window(rel, weeks(2), side, FIRST_DOSE))
        for rel in ("within", "less than", "at least", "more than")
        for side in ("before", "after", "around")
    ),
    *(
        n.Throughout(start(TREATED), end(TREATED), rel, weeks(4), side, FIRST_DOSE)
        for rel in ("at least", "more than")
        for side in ("before", "after")
    ),
    n.During(start(TREATED), end(TREATED), CONSENT),
    *(
        n.LastsFor(start(TREATED), end(TREATED), rel, weeks(1), window("within", 90, "day"))
        for rel in ("at least", "more than", "less than")
    ),
)

RECORDS: tuple[n.Condition, ...] = (
    some(VISITS, n.Truth(True), "v"),
    n.HowMany(visits(n.Truth(True)), high=0),
    n.HowMany(visits(n.Truth(False)), low=1),
    n.HowMany(visits(n.Asked(WELL)), low=2),
    n.HowMany(visits(n.Asked(WELL)), low=1, high=3),
    n.HowMany(visits(n.AnyOf((n.Asked(WELL), n.Is(GRADE, ("severe",))))), high=2),
    n.HowMany(visits(n.All((n.Asked(WELL), n.Not(n.Is(GRADE, ("severe",)))))), high=0),
    n.HowMany(n.Distinct(VISITS, "v", n.Asked(WELL), GRADE), low=2),
    n.HowMany(n.Distinct(VISITS, "v", n.AnyOf((n.Asked(WELL), n.Truth(False))), GRADE), high=2),
    n.HowMany(n.Distinct(VISITS, "v", n.Truth(True), ON), low=1, high=2),
    n.HowMany(n.Distinct(VISITS, "v", n.Truth(True), WEIGHT), low=1),
    some(VISITS, n.Touches(start(STAY), end(STAY), window("within", 14, "day")), "v"),
    some(VISITS, n.DateOrder("<=", n.DateOf(SINCE), n.DateOf(ON)), "v"),
    some(
        VISITS,
        n.Falls(n.DateOf(ON), n.Window("within", weeks(2), "after", n.DateOf(SINCE))),
        "v",
    ),
    some(
        VISITS,
        n.All(
            (
                compare(value(WEIGHT), ">", "50"),
                some("therapies", n.Asked(n.Field("t", "refractory")), "t"),
                n.Select(
                    "latest",
                    "bilirubin",
                    "b",
                    n.DateOf(n.Field("b", "date")),
                    n.DateOrder("<=", n.DateOf(n.Field("b", "date")), n.DateOf(ON)),
                    compare(value(n.Field("b", "value")), "<", "2"),
                ),
                n.KOf(1, 1, (n.Asked(WELL), n.Is(GRADE, ("mild", "severe")))),
            )
        ),
        "v",
    ),
    n.Select(
        "earliest",
        VISITS,
        "v",
        n.DateOf(ON),
        n.AnyOf((n.Asked(WELL), n.Is(GRADE, ("mild",)))),
        n.All((n.Asked(WELL), compare(value(WEIGHT), ">", "50"))),
    ),
    n.Select("latest", VISITS, "v", n.DateOf(SINCE), n.Truth(True), n.Asked(WELL)),
    some(
        VISITS,
        n.All(
            (
                n.HowMany(
                    n.Distinct(
                        "therapies",
                        "therapies_of_a_long_name",
                        n.Asked(n.Field("therapies_of_a_long_name", "refractory")),
                        n.Field("therapies_of_a_long_name", "line"),
                    ),
                    low=2,
                ),
                n.Select(
                    "latest",
                    "bilirubin",
                    "bilirubin_of_a_long_name",
                    n.DateOf(n.Field("bilirubin_of_a_long_name", "date")),
                    n.Asked(n.Field(VISITS, "well")),
                    n.Consecutive(
                        2,
                        VISITS,
                        "v",
                        n.DateOf(ON),
                        n.Truth(True),
                        n.Asked(n.Field(VISITS, "well")),
                    ),
                ),
            )
        ),
        VISITS,
    ),
    n.Consecutive(2, VISITS, "v", n.DateOf(ON), n.Truth(True), n.Asked(WELL)),
)

CHOICES: tuple[n.Condition, ...] = (
    n.Is(n.Fact(LONG), ("first",)),
    n.Is(n.Fact(LONG), ("first", "second")),
    *(
        n.Includes(n.Fact("symptoms"), names, mode)
        for names in (("cough",), ("cough", "fever"))
        for mode in ("any", "all", "only")
    ),
    n.InParts(("phase_2",)),
    n.Truth(True),
    n.Not(n.Truth(True)),
    asked("import"),
    n.Defined("may_conceive"),
    n.Status("I3"),
)

JOINED: tuple[n.Condition, ...] = (
    n.All(()),
    n.AnyOf(()),
    n.KOf(1, 2, (asked("import"), n.KOf(1, None, (asked("import"), n.Not(asked("smoker")))))),
    n.KOf(None, 1, (asked("import"), some(VISITS, n.Asked(WELL), "v"))),
    n.Not(n.All((asked("import"), n.AnyOf((asked("smoker"), n.Not(asked("gilbert"))))))),
    n.When(asked("import"), n.AnyOf((asked("smoker"), asked("gilbert"))), otherwise=True),
    n.When(asked("import"), asked("smoker"), otherwise=False),
    n.Except(asked("import"), n.All((asked("smoker"), asked("gilbert"))), "unless"),
    n.Except(asked("import"), n.All((asked("smoker"), asked("gilbert"))), "accepted if"),
    n.Cases(
        (
            n.Case(asked("import"), asked("smoker")),
            n.Case(n.Not(asked("gilbert")), n.All((asked("smoker"), n.Not(asked("gilbert"))))),
        ),
        n.Truth(False),
    ),
    n.Cases(
        (n.Case(asked("import"), asked("smoker")), n.Case(asked("gilbert"), asked("smoker"))), None
    ),
    n.Table(
        "limits",
        (n.Age("years", BIRTH, CONSENT), n.Fact("sex"), n.Fact("smoker")),
        (
            n.Row(
                (n.CellRange(high=Fraction(18), high_closed=False), None, n.CellOptions(("yes",))),
                compare(value(n.Fact("weight")), "<", "50"),
            ),
            n.Row(
                (n.CellRange(low=Fraction(18)), n.CellOptions(("male",)), None),
                compare(value(n.Fact("weight")), "<", "50"),
            ),
            n.Row(
                (n.CellRange(low=Fraction(18)), n.CellOptions(("female",)), None),
                compare(value(n.Fact("weight")), "<", "60"),
            ),
        ),
    ),
)

CONDITIONS = (*NUMBERS, *DATES, *RECORDS, *CHOICES, *JOINED)

EVERY_NODE = replace(
    PROGRAM,
    facts=FACTS,
    lists=LISTS,
    criteria=(
        *PROGRAM.criteria,
        *(
            criterion(f"{'IE'[number % 2]}{100 + number}", f"Criterion {number}.", condition)
            for number, condition in enumerate(CONDITIONS)
        ),
        criterion("E900", "With a population.", asked("import"), asked("smoker")),
        criterion(
            "I901",
            "With a population.",
            n.AnyOf((asked("import"), asked("gilbert"))),
            asked("smoker"),
        ),
    ),
)
