"""The library: its formulas give what was published, to the stated precision, and cite it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import ROUND_DOWN, Decimal, localcontext
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, note, settings
from hypothesis import strategies as st
from library import decimals
from library.decimals import DIGITS
from library.protocols import (
    FILES,
    Trial,
    compared,
    compiled,
    declarations,
    limited,
    limited_to,
    patient_with,
    signatures,
    text,
    use,
    version,
    with_library,
    with_powers,
)
from library.published import ROWS, Row

from critc.ir import nodes as n
from critc.ir.evaluate import Result
from critc.pipeline import compile_source, diagnose
from critc.source import Source
from critc.syntax import tree

TINY = Decimal("1e-15")
CANNOT = frozenset({"cannot be computed"})


def at_limit(trial: Trial, arguments: str, limit: Decimal) -> list[bool | None]:
    """Whether the formula's value is at least, above, at most the limit."""
    return outcomes(results_at(trial, arguments, limit))


def results_at(trial: Trial, arguments: str, limit: Decimal) -> list[Result]:
    patient = {**patient_with(arguments), **limited_to(trial.program, limit)}
    return list(trial.results(patient).values())


def outcomes(results: list[Result]) -> list[bool | None]:
    return [result.outcome for result in results]


# ---- what is there, and where it is from --------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_library_has_a_title_and_a_version(file: str) -> None:
    head = declarations(file)[0]
    assert isinstance(head, tree.Library)
    assert head.name.text == file
    assert head.title
    assert head.version


@pytest.mark.parametrize("file", FILES)
def test_what_is_taken_from_elsewhere_says_from_where(file: str) -> None:
    own = {"sex", "is_female", "test_result", "hbsag", "hbv_dna", "anti_hcv", "hcv_rna_detected"}
    for declaration in declarations(file)[1:]:
        match declaration:
            case tree.Formula() | tree.Table() | tree.Choices() | tree.Define() | tree.Fact():
                assert declaration.source or declaration.name.text in own, declaration.name.text
            case tree.Patient() | tree.Case():
                pass
            case _:
                pytest.fail(f"{type(declaration).__name__} in the library")


@pytest.mark.parametrize("file", FILES)
def test_of_a_file_of_the_library_there_is_nothing_to_say(file: str) -> None:
    """Among others, each example of a formula comes out."""
    assert diagnose(Source(f"{file}.crit", text(file))) == ()


@pytest.mark.parametrize("file", FILES)
def test_a_formula_has_a_title_and_examples(file: str) -> None:
    for declaration in declarations(file):
        if isinstance(declaration, tree.Formula):
            assert declaration.title, declaration.name.text
            assert declaration.examples, declaration.name.text


# ---- borrowed -----------------------------------------------------------------------------------

LENT = [
    (file, declaration)
    for file in FILES
    for declaration in declarations(file)
    if isinstance(
        declaration,
        tree.Formula | tree.Table | tree.Choices | tree.Define | tree.Fact | tree.Records,
    )
]


@pytest.mark.parametrize(("file", "declaration"), LENT, ids=lambda one: getattr(one, "name", one))
def test_each_name_of_the_library_can_be_borrowed_by_itself(
    file: str, declaration: tree.Formula | tree.Table | tree.Choices | tree.Define | tree.Fact
) -> None:
    """It brings what it needs: nothing is wrong with a protocol that names it alone."""
    name = declaration.name.text
    compilation = compile_source(Source("tried.crit", use(file, name)))
    assert [found.code for found in compilation.diagnostics] == ["W0505"]
    program = compilation.program
    assert program is not None
    cited = {each.name: each for each in program.references}
    facts = {fact.name for fact in program.facts}
    assert (
        name in cited or name in facts or name == "test_result"
    )  # choices that are nobody's scale
    if declaration.source:
        assert cited[name].source == declaration.source
    assert all(each.library == f"library/{file}" for each in cited.values())
    assert all(each.version == version(file) for each in cited.values())


@pytest.mark.parametrize("name", signatures())
def test_a_protocol_cites_the_formula_that_it_uses(name: str) -> None:
    formula = signatures()[name]
    declared = next(
        one
        for one in declarations(formula.file)
        if isinstance(one, tree.Formula) and one.name.text == name
    )
    [cited] = [one for one in limited(name).program.references if one.name == name]
    assert (cited.kind, cited.title) == ("formula", declared.title)
    assert (cited.source, cited.note) == (declared.source, declared.note)
    assert (cited.library, cited.version) == (f"library/{formula.file}", version(formula.file))
    assert cited.written[0].startswith(f"formula {name} (")


def leaves(node: object) -> int:
    """The comparisons that a condition comes to."""
    if isinstance(node, tuple):
        return sum(map(leaves, node))
    if not is_dataclass(node) or isinstance(node, type):
        return 0
    inside = sum(leaves(getattr(node, each.name)) for each in fields(node))
    return inside + isinstance(node, n.Compare)


@pytest.mark.parametrize("name", signatures())
def test_a_comparison_with_a_formula_stays_small(name: str) -> None:
    """Alternatives and tables are written out: what multiplies them is not for the library."""
    assert leaves(limited(name).program.criteria[0].condition) <= 10


def test_every_formula_has_a_published_value() -> None:
    assert {row.formula for row in ROWS} == set(signatures())


ORDERS = {
    "rankin_scale": "rankin_0 rankin_1 rankin_2 rankin_3 rankin_4 rankin_5 rankin_6",
    "nyha_class": "nyha_1 nyha_2 nyha_3 nyha_4",
    "asa_class": "asa_1 asa_2 asa_3 asa_4 asa_5 asa_6",
    "tanner_stage": "tanner_1 tanner_2 tanner_3 tanner_4 tanner_5",
    "ctcae_grade": "grade_0 grade_1 grade_2 grade_3 grade_4 grade_5",
    "child_pugh_class": "child_pugh_a child_pugh_b child_pugh_c",
    "ascites_degree": "no_ascites slight_ascites moderate_ascites",
    "encephalopathy_degree": "no_encephalopathy encephalopathy_1_2 encephalopathy_3_4",
}


def test_scales_are_in_order() -> None:
    scales = [one for one in declarations("scales") if isinstance(one, tree.Choices)]
    assert all(scale.ordered for scale in scales)
    steps = {one.name.text: " ".join(step.name.text for step in one.options) for one in scales}
    assert steps == ORDERS


# ---- values -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row.decimals is not None],
    ids=lambda row: f"{row.formula}: {row.arguments}",
)
def test_a_value_rounds_to_the_published_one(row: Row) -> None:
    assert row.decimals is not None
    half = Decimal(5).scaleb(-row.decimals - 1)
    trial, value = limited(row.formula), Decimal(row.value)
    assert at_limit(trial, row.arguments, value - half)[0] is True
    assert at_limit(trial, row.arguments, value + half) == [False, False, True]


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row.decimals is None],
    ids=lambda row: f"{row.formula}: {row.arguments}",
)
def test_an_exact_value_is_sharp(row: Row) -> None:
    trial, value = limited(row.formula), Decimal(row.value)
    assert at_limit(trial, row.arguments, value) == [True, False, True]
    assert at_limit(trial, row.arguments, value + TINY) == [False, False, True]
    assert at_limit(trial, row.arguments, value - TINY) == [True, True, False]


@pytest.mark.parametrize(
    ("score", "class_"),
    [(5, "a"), (6, "a"), (7, "b"), (8, "b"), (9, "b"), (10, "c"), (11, "c"), (15, "c")],
)
def test_the_child_pugh_class_of_a_score(score: int, class_: str) -> None:
    asked = "\n".join(
        f"inclusion {number}\n  child_pugh_class_of(score) is child_pugh_{one}\n"
        for number, one in enumerate("abc", start=1)
    )
    asked += "\n".join(
        f"inclusion {number}\n  child_pugh_class_of(score) ≤ child_pugh_{one}\n"
        for number, one in enumerate("abc", start=4)
    )
    source = f'fact score : whole number from 5 to 15 "Score"\n{asked}'
    trial = with_library("scales", ("child_pugh_class_of",), source)
    assert trial.outcomes({"score": score}) == [
        *(one == class_ for one in "abc"),
        *(class_ <= one for one in "abc"),
    ]


CHILD_PUGH = """
fact bilirubin : mg/dL "Bilirubin"
fact albumin : g/dL "Albumin"
fact inr : number "INR"
fact ascites : ascites_degree "Ascites"
fact encephalopathy : encephalopathy_degree "Encephalopathy"

inclusion 1
  not has_child_pugh_b_or_c(bilirubin, albumin, inr, ascites, encephalopathy)

inclusion 2
  not has_child_pugh_c(bilirubin, albumin, inr, ascites, encephalopathy)
"""
POINTS: dict[str, tuple[str, list[tuple[str, int]]]] = {
    "bilirubin": ("mg/dL", [("1.99", 1), ("2", 2), ("3", 2), ("3.01", 3)]),
    "albumin": ("g/dL", [("3.51", 1), ("3.5", 2), ("2.8", 2), ("2.79", 3)]),
    "inr": ("", [("1.69", 1), ("1.7", 2), ("2.3", 2), ("2.31", 3)]),
    "ascites": ("", [("no_ascites", 1), ("slight_ascites", 2), ("moderate_ascites", 3)]),
    "encephalopathy": (
        "",
        [("no_encephalopathy", 1), ("encephalopathy_1_2", 2), ("encephalopathy_3_4", 3)],
    ),
}
"""What Pugh 1973 gives points for (INR: Lucey 1997), on the limits and beside them."""

FINDINGS = st.fixed_dictionaries(
    {name: st.sampled_from(rows) for name, (_, rows) in POINTS.items()}
)


@cache
def child_pugh() -> Trial:
    return with_library("scales", ("has_child_pugh_b_or_c", "has_child_pugh_c"), CHILD_PUGH)


def found_in(findings: dict[str, tuple[str, int]]) -> dict[str, Any]:
    units = {name: unit for name, (unit, _) in POINTS.items()}
    return {
        name: {"value": value, "unit": units[name]} if units[name] else value
        for name, (value, _) in findings.items()
    }


@given(FINDINGS)
def test_the_child_pugh_class_of_findings(findings: dict[str, tuple[str, int]]) -> None:
    score = sum(points for _, points in findings.values())
    assert child_pugh().outcomes(found_in(findings)) == [score <= 6, score <= 9]


@given(FINDINGS, st.sampled_from(list(POINTS)))
def test_a_finding_that_is_not_known_gives_one_to_three_points(
    findings: dict[str, tuple[str, int]], missing: str
) -> None:
    known = {name: found for name, found in findings.items() if name != missing}
    least = sum(points for _, points in known.values()) + 1
    expected = [True if least + 2 <= most else False if least > most else None for most in (6, 9)]
    assert child_pugh().outcomes(found_in(known)) == expected


def test_the_class_of_points_that_are_recorded() -> None:
    """The facts of the library give the points; out of 1 to 3 there are none."""
    points = [f"{name}_points" for name in POINTS]
    names = (*points, "child_pugh_score", "child_pugh_class_of")
    score = f"child_pugh_score({', '.join(points)})"
    source = (
        f"inclusion 1\n  {score} ≤ 7\ninclusion 2\n  child_pugh_class_of({score}) ≤ child_pugh_b"
    )
    trial = with_library("scales", names, f"{source}\n")
    assert trial.outcomes(dict.fromkeys(points, 1)) == [True, True]
    assert trial.outcomes(dict(zip(points, (2, 2, 1, 1, 1), strict=True))) == [True, True]
    assert trial.outcomes(dict(zip(points, (3, 3, 2, 1, 1), strict=True))) == [False, False]
    assert trial.outcomes(dict(zip(points, (3, 2, 1, 1, 1), strict=True))) == [False, True]
    with pytest.raises(trial.validator.InvalidPatient):
        trial.validator.Patient.from_dict(dict.fromkeys(points, 0))


MICROMOLES = """moment screening "Screening"
fact age : years "Age"
fact female : yes/no "Female?"
fact weight : kg "Weight"
fact limit : mL/min/1.73m2 "Limit of the estimated GFR"
fact clearance_limit : mL/min "Limit of the clearance"
measurement creatinine : umol/L "Serum creatinine" molar mass 113.12 g/mol

inclusion 1
  assessed at screening
  ckd_epi_2021(age, creatinine, female) ≥ limit

inclusion 2
  assessed at screening
  cockcroft_gault(age, weight, creatinine, female) ≥ clearance_limit
"""


@pytest.mark.parametrize(
    ("limit", "clearance", "outcomes"),
    [("65.5", "54.5", [True, True]), ("66.5", "55.5", [False, False])],
)
def test_creatinine_in_micromoles(limit: str, clearance: str, outcomes: list[bool]) -> None:
    """66 and 55 by the calculators of the US National Kidney Foundation."""
    trial = with_library("formulas", ("ckd_epi_2021", "cockcroft_gault"), MICROMOLES)
    patient = {
        "screening": "2026-03-02",
        "age": {"value": "65", "unit": "a"},
        "female": True,
        "weight": {"value": "60", "unit": "kg"},
        "limit": {"value": limit, "unit": "mL/min/{1.73_m2}"},
        "clearance_limit": {"value": clearance, "unit": "mL/min"},
        "creatinine": [
            {"value": "85", "unit": "umol/L", "date": "2026-03-02", "visit": "screening"}
        ],
    }
    assert trial.outcomes(patient) == outcomes


# ---- where there is no value --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "arguments"),
    [
        ("ideal_body_weight", "height = 152.3 cm, female = no"),
        (
            "ldl_friedewald",
            "total_cholesterol = 300 mg/dL, hdl = 40 mg/dL, triglycerides = 401 mg/dL",
        ),
        ("qtcf", "qt = 400 ms, heart_rate = -60 /min"),
        ("bmi", "weight = 70 kg, height = 0 m"),
        ("mdrd", "age = 0 a, creatinine = 1 mg/dL, female = no, black = no"),
        ("ckd_epi_2021", "age = 50 a, creatinine = 0 mg/dL, female = no"),
        ("fib_4", "age = 50 a, ast = 40 U/L, alt = 0 U/L, platelets = 150 10*9/L"),
        ("fev1_fvc_ratio", "fev1 = 2 L, fvc = 0 L"),
        ("relative_decline", "earlier = 0 %, later = 10 %"),
    ],
)
def test_outside_of_what_it_is_defined_for_a_formula_cannot_be_computed(
    formula: str, arguments: str
) -> None:
    results = results_at(limited(formula), arguments, Decimal(50))
    assert results == [Result(None, CANNOT)] * 3


@pytest.mark.parametrize(
    ("limit", "outcome", "missing"),
    [
        ("84.9", True, set()),
        ("85", True, set()),
        ("85.1", None, {"female"}),
        ("100.1", False, set()),
    ],
)
def test_the_sex_is_asked_for_only_where_it_decides(
    limit: str, outcome: bool | None, missing: set[str]
) -> None:
    """Cockcroft and Gault: 100 mL/min for this man, 85 for this woman."""
    arguments = "age = 40 a, weight = 72 kg, creatinine = 1 mg/dL, female = ?"
    result = results_at(limited("cockcroft_gault"), arguments, Decimal(limit))[0]
    assert (result.outcome, set(result.missing)) == (outcome, missing)


# ---- precision ----------------------------------------------------------------------------------

BASES = st.decimals("0.001", "10000", places=3)
EXPONENTS = st.sampled_from(
    "0.425 0.725 -0.241 -0.302 -1.2 -0.329 -0.411 -1.209 -1.154 -0.203 0.5 1.5 -2.5".split()
).map(Decimal)


@cache
def powers() -> Trial:
    """A power of given numbers: 1 at least, 2 above, 3 at most a given limit."""
    parameters = (("base", "number"), ("exponent", "number"))
    criteria = compared("raised(base, exponent)", parameters, "number")
    formula = "formula raised (base : number, exponent : number) : number\n  base ^ exponent\n"
    return compiled(f"{criteria}\n{formula}")


def raised(base: Decimal, exponent: Decimal, limit: Decimal) -> list[Result]:
    return results_at(powers(), f"base = {base:f}, exponent = {exponent:f}", limit)


@given(BASES, EXPONENTS)
def test_a_power_is_known_to_twenty_digits(base: Decimal, exponent: Decimal) -> None:
    with localcontext(DIGITS):
        value = decimals.power(base, exponent)
        unit = Decimal(1).scaleb(value.adjusted() - 19)
        below = value.quantize(unit, rounding=ROUND_DOWN)
        inside = value.quantize(unit.scaleb(-8), rounding=ROUND_DOWN)
        assume(value.quantize(unit.scaleb(-30)) not in (below, below + unit))  # that is exact
        assert outcomes(raised(base, exponent, below - unit)) == [True, True, False]
        assert outcomes(raised(base, exponent, below + 2 * unit)) == [False, False, True]
        assert raised(base, exponent, inside) == [Result(None, CANNOT)] * 3


@pytest.mark.parametrize(("raised_to", "exponent"), [(2, "0.5"), (4, "0.25"), (2, "1.5")])
@given(root=st.decimals("0.001", "999.999", places=3))
def test_a_power_of_at_most_twenty_digits_is_exact(
    raised_to: int, exponent: str, root: Decimal
) -> None:
    with localcontext(DIGITS):
        base, power = root**raised_to, Decimal(exponent)
        value = root ** int(raised_to * power)
        tiny = value * Decimal("1e-19")
        assert outcomes(raised(base, power, value)) == [True, False, True]
        assert outcomes(raised(base, power, value + tiny)) == [False, False, True]
        assert outcomes(raised(base, power, value - tiny)) == [True, True, False]


def decimal(low: str, high: str, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(low, high, places=places)


AGES, CREATININE = decimal("1", "100", 1), decimal("0.2", "12", 2)
WEIGHTS, HEIGHTS = decimal("2", "250", 1), decimal("40", "220", 1)
TRIED: dict[str, dict[str, tuple[str, st.SearchStrategy[Any]]]] = {
    "body_surface_area": {"weight": ("kg", WEIGHTS), "height": ("cm", HEIGHTS)},
    "body_surface_area_du_bois": {"weight": ("kg", WEIGHTS), "height": ("cm", HEIGHTS)},
    "ckd_epi_2021": {
        "age": ("a", AGES),
        "creatinine": ("mg/dL", CREATININE),
        "female": ("", st.booleans()),
    },
    "ckd_epi_2009": {
        "age": ("a", AGES),
        "creatinine": ("mg/dL", CREATININE),
        "female": ("", st.booleans()),
        "black": ("", st.booleans()),
    },
    "mdrd": {
        "age": ("a", AGES),
        "creatinine": ("mg/dL", CREATININE),
        "female": ("", st.booleans()),
        "black": ("", st.booleans()),
    },
    "qtcf": {
        "qt": ("ms", decimal("200", "700", 0)),
        "heart_rate": ("/min", decimal("30", "200", 1)),
    },
    "qtcb": {
        "qt": ("ms", decimal("200", "700", 0)),
        "heart_rate": ("/min", decimal("30", "200", 1)),
    },
    "fib_4": {
        "age": ("a", AGES),
        "ast": ("U/L", decimal("5", "500", 0)),
        "alt": ("U/L", decimal("5", "500", 0)),
        "platelets": ("10*9/L", decimal("10", "600", 0)),
    },
}


def test_every_formula_with_a_root_or_power_is_tried() -> None:
    assert with_powers() - {"bmi"} == set(TRIED)  # a whole power is exact


@pytest.mark.parametrize("formula", TRIED)
@settings(max_examples=settings().max_examples // 4)
@given(st.data())
def test_a_formula_agrees_with_sixty_digits(formula: str, data: st.DataObject) -> None:
    """It is right to eighteen digits, and what the precision cannot place is not guessed."""
    known = {name: data.draw(strategy) for name, (_, strategy) in TRIED[formula].items()}
    arguments = ", ".join(
        f"{name} = {_as_text(known[name])} {unit}".rstrip()
        for name, (unit, _) in TRIED[formula].items()
    )
    trial = limited(formula)
    with localcontext(DIGITS):
        value: Decimal = getattr(decimals, formula)(**known)
        beside = value * Decimal("1e-18")
        note(f"{arguments} gives {value}")
        assert at_limit(trial, arguments, value - beside) == [True, True, False]
        assert at_limit(trial, arguments, value + beside) == [False, False, True]
        digit = Decimal(1).scaleb(value.adjusted() - 30)
        assert not _contradict(at_limit(trial, arguments, value - digit), [True, True, False])
        assert not _contradict(at_limit(trial, arguments, value + digit), [False, False, True])


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}"


def _contradict(said: list[bool | None], right: list[bool]) -> bool:
    """Whether something is said that is not right; unknown is said of nothing."""
    return any(one is not None and one is not other for one, other in zip(said, right, strict=True))


@pytest.mark.parametrize(
    ("formula", "arguments", "limit"),
    [
        # 400 × 1.25 ^ (1 / 3), and 3.30555… ^ (1 / 2)
        ("qtcf", "qt = 400 ms, heart_rate = 75 /min", "430.886938006376744351858713"),
        ("body_surface_area", "weight = 70 kg, height = 170 cm", "1.81811868577261906858369241"),
    ],
)
def test_a_limit_within_the_precision_cannot_be_decided(
    formula: str, arguments: str, limit: str
) -> None:
    trial = limited(formula)
    assert results_at(trial, arguments, Decimal(limit)) == [Result(None, CANNOT)] * 3
    patient = {**patient_with(arguments), **limited_to(trial.program, Decimal(limit))}
    screening = trial.validator.screen(trial.validator.Patient.from_dict(patient))
    assert screening.verdict == "undetermined"
    assert screening.missing == ()
    for criterion in screening.criteria:
        causes = {cause for clause in criterion.to_dict()["because"] for cause in clause["causes"]}
        assert causes == CANNOT
