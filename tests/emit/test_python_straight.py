"""Numbers over records, tables, roots and windows of the patient's own length, in a straight line.

Every value is worked out by hand. What is known is settled without the clauses; what is missing, vague
or reported as below or above a number comes out as the clauses and the core have it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from critc.emit.python import load
from critc.ir.evaluate import screen
from critc.ir.nodes import Program
from critc.ir.record import read
from critc.pipeline import compile_source
from critc.source import Source

HEAD = """\
protocol TRIED "Tried"
moment first_dose "First dose"
"""

CRITERIA = {
    "mean": """
measurement systolic : mm[Hg] from 0 "Systolic blood pressure"
inclusion 1
  > The mean of the last 3 is above 180 mmHg.
  let mean_systolic be mean of last 3 systolic at first_dose
  mean_systolic > 180 mm[Hg]
""",
    "mean of all": """
measurement rate : /min from 0 "Heart rate"
inclusion 1
  > The mean is at most 90 a minute.
  let mean_rate be mean of rate at first_dose
  mean_rate ≤ 90 /min
""",
    "row": """
measurement alt : U/L "ALT" with reference range
inclusion 1
  > Two in a row above 3 times the upper limit of normal.
  at least 2 consecutive alt on or before first_dose where alt > 3 × ULN
""",
    "total": """
records losses "Blood given"
  - lost_on : date "Date"
  - volume : mL from 0 "Volume"
inclusion 1
  > More than 500 mL in 56 days.
  let lost be total of volume in losses less than 56 days before first_dose
  lost > 500 mL
""",
    "highest": """
records losses "Blood given"
  - lost_on : date "Date"
  - volume : mL from 0 "Volume"
inclusion 1
  > Never more than 500 mL.
  let highest_volume be highest of volume in losses
  highest_volume ≤ 500 mL
""",
    "root": """
use qtcf from library/formulas version "1.0"
measurement qt : ms from 0 "QT interval"
measurement ecg_rate : /min from 0 "Heart rate"
inclusion 1
  > QTcF below 450 ms.
  assessed at first_dose
  qtcf(qt, ecg_rate) < 450 ms
""",
    "power": """
use ckd_epi_2021 from library/formulas version "1.0"
fact age : whole number of years from 18 to 120 "Age"
fact creatinine : mg/dL from 0 "Creatinine"
fact female "Female"
inclusion 1
  > At least 60 mL/min/1.73 m2.
  ckd_epi_2021(age, creatinine, female) ≥ 60 mL/min/1.73m2
""",
    "age": """
fact birth_date : date "Date of birth"
fact legal_age : whole number of years from 1 to 30 "Legal age"
inclusion 1
  > Below 18 or the legal age, whichever is greater.
  completed years from birth_date to first_dose < the greater of 18 years and legal_age
""",
    "longer": """
fact last_dose : date or none "Last dose"
fact half_life : d from 0 "Half-life"
inclusion 1
  > Within 12 weeks or 5 half-lives, whichever is longer.
  last_dose within the longer of 12 weeks and 5 × half_life before first_dose
""",
    "lasting": """
fact given : period or none "First to last day"
inclusion 1
  > For more than 10 days within 90 days.
  given for more than 10 days within 90 days before first_dose
""",
    "after": """
fact given : period "First to last day"
fact progressed_on : date or none "Progression"
inclusion 1
  > Within 6 months after the last day.
  progressed_on within 6 months after end of given
""",
    "shifted": """
fact infarction : date or none "Last infarction"
inclusion 1
  > A year before 18 days after the first dose.
  let eased be first_dose + 18 days
  infarction at least 1 year before eased
""",
    "ended": """
fact given : period or none "First to last day"
fact half_life : d from 0 "Half-life"
inclusion 1
  > Not in the longer of a month and 5 half-lives.
  none of
    - given within the longer of 1 month and 5 × half_life before first_dose
""",
    "between": """
fact done_on : date or none "Done on"
inclusion 1
  > Between two days.
  done_on on or after 2026-01-05
""",
    "table": """
choices kinds
  - chemotherapy "Chemotherapy"
  - antibody "Antibody"
fact kind : kinds "Kind"
fact last_given : date "Last given"
fact half_life : d from 0 "Half-life"
table washout (kind : kinds, half_life : d) : duration "Time"
  kind         | time
  chemotherapy | 14 days
  antibody     | 3 × half_life
inclusion 1
  > The time is over.
  last_given at least washout(kind, half_life) before first_dose
""",
    "rows": """
choices sexes
  - male
  - female
fact sex : sexes "Sex"
fact age : whole number of years from 1 to 120 "Age"
fact creatinine : mg/dL from 0 "Creatinine"
table limit (age : whole number of years from 1 to 120, sex : sexes) : mg/dL "Highest creatinine"
  age         | male | female
  < 13 years  | 1.2  | 1.2
  13 to 16 years | 1.5  | 1.4
inclusion 1
  > At most the limit for age and sex.
  creatinine ≤ limit(age, sex)
""",
    "outside": """
measurement chloride : mmol/L "Chloride" with reference range
inclusion 1
  > Outside the normal range.
  assessed at first_dose
  chloride is outside the normal range
""",
}


def at(day: str, value: str, unit: str, visit: str | None = "first_dose", **more: str) -> Any:
    data = {"value": value, "unit": unit, "date": day, "visit": visit, **more}
    return {name: given for name, given in data.items() if given is not None}


def pressures(*values: str, day: str = "2026-03-0{}", **more: Any) -> dict[str, Any]:
    days = (day.format(number) for number in range(1, 10))
    return {
        "systolic": [
            at(day, value, "mm[Hg]", **more) for day, value in zip(days, values, strict=False)
        ]
    }


def with_first(data: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The same with one more record before the others."""
    [(name, records)] = data.items()
    return {name: [{**records[0], **changed}, *records]}


def alts(*values: str, **more: str) -> dict[str, Any]:
    days = (f"2026-02-0{number}" for number in range(1, 10))
    tests = zip(days, values, strict=False)
    return {"alt": [at(day, value, "U/L", None, **({"uln": "40"} | more)) for day, value in tests]}


def losses(**volumes: str) -> dict[str, Any]:
    """Volumes by the day: ``m01_05`` is 5 January."""
    return {
        "losses": [
            {"lost_on": f"2026-{day[1:].replace('_', '-')}", "volume": amount(volume, "mL")}
            for day, volume in volumes.items()
        ]
    }


def amount(value: str, unit: str) -> dict[str, str]:
    """An amount, which may begin with its bound: "<20"."""
    number = value.lstrip("<>=")
    bound = value.removesuffix(number)
    return {"value": number, "unit": unit} | ({"bound": bound} if bound else {})


def ecg(qt: str, rate: str) -> dict[str, Any]:
    tests = {"qt": amount(qt, "ms"), "ecg_rate": amount(rate, "/min")}
    taken = {"date": "2026-03-02", "visit": "first_dose"}
    return {name: [test | taken] for name, test in tests.items()}


def period(start: str | None, end: str | None, name: str = "given") -> dict[str, Any]:
    return {name: {k: v for k, v in (("start", start), ("end", end)) if v is not None}}


def dose(day: str | None, half_life: str | None) -> dict[str, Any]:
    data: dict[str, Any] = {} if day is None else {"last_dose": day}
    return data if half_life is None else data | {"half_life": amount(half_life, "d")}


def half(days: float | str) -> dict[str, Any]:
    return {"half_life": amount(str(days), "d")}


def given(kind: str | None, day: str, half_life: str | None) -> dict[str, Any]:
    data = {"last_given": day} | ({} if kind is None else {"kind": kind})
    return data if half_life is None else data | {"half_life": amount(half_life, "d")}


def kidney(age: int | None, creatinine: str, female: bool | None) -> dict[str, Any]:
    data = {"age": age, "creatinine": amount(creatinine, "mg/dL"), "female": female}
    return {name: value for name, value in data.items() if value is not None}


def chloride(value: str, **limits: str) -> dict[str, Any]:
    return {"chloride": [at("2026-03-02", value, "mmol/L", **limits)]}


def young(age: int | None, sex: str | None, creatinine: str) -> dict[str, Any]:
    data = {"age": age, "sex": sex, "creatinine": amount(creatinine, "mg/dL")}
    return {name: value for name, value in data.items() if value is not None}


NORMAL = {"lln": "96", "uln": "106"}

# 450 ms × the cube root of 2 = 566.964472452692924145244… ms: QT at 30 beats a minute.
KNOWN: list[tuple[str, dict[str, Any], bool | None]] = [
    ("mean", pressures("180", "180", "180"), False),
    ("mean", pressures("180", "180.01", "180"), True),
    ("mean", pressures("400", "180", "180", "180"), False),
    ("mean", pressures("100", "180", "181", "180"), True),
    ("mean", pressures("190", "170", "180", day="2026-03-02"), False),
    ("mean", with_first(pressures("180", "180", "180"), visit="none", value="900"), False),
    ("mean of all", {"rate": [at("2026-03-02", "90", "/min"), at("2026-03", "90", "/min")]}, True),
    ("mean of all", {"rate": [at("2026-03-02", v, "/min") for v in ("89", "91.01")]}, False),
    ("row", alts("121", "121"), True),
    ("row", alts("120", "120"), False),
    ("row", alts("121", "120", "121"), False),
    ("row", alts("10", "121", "120.01", "10"), True),
    ("row", {"alt": []}, False),
    ("row", {"alt": [*alts("121")["alt"], at("2026-03-03", "500", "U/L", None, uln="40")]}, False),
    ("total", losses(m01_06="300", m02_01="200"), False),
    ("total", losses(m01_06="300", m02_01="200.01"), True),
    ("total", losses(m01_05="300", m02_01="500"), False),
    ("total", {"losses": []}, False),
    ("highest", losses(m01_05="500", m02_01="10"), True),
    ("highest", losses(m01_05="10", m02_01="500.1"), False),
    ("root", ecg("449.9", "60"), True),
    ("root", ecg("450.1", "60"), False),
    ("root", ecg("224.9", "480"), True),
    ("root", ecg("225.1", "480"), False),
    ("root", ecg("566.96", "30"), True),
    ("root", ecg("566.97", "30"), False),
    ("power", kidney(55, "1.2", False), True),  # 71
    ("power", kidney(55, "1.2", True), False),  # 53
    ("power", kidney(70, "1.5", False), False),  # 49.774
    ("power", kidney(40, "0.5", True), True),  # 121.519
    ("age", {"birth_date": "2008-03-02", "legal_age": 18}, False),
    ("age", {"birth_date": "2008-03-03", "legal_age": 16}, True),
    ("age", {"birth_date": "2005-03-02", "legal_age": 21}, False),
    ("age", {"birth_date": "2005-03-03", "legal_age": 21}, True),
    ("longer", dose("2025-12-08", "10"), True),
    ("longer", dose("2025-12-07", "10"), False),
    ("longer", dose("2025-12-07", "16.9"), False),
    ("longer", dose("2025-12-07", "17"), True),
    ("longer", dose("2025-11-22", "20"), True),
    ("longer", dose("2025-11-21", "20"), False),
    ("longer", dose("2026-03-02", "20"), True),
    ("longer", dose("2026-03-03", "20"), False),
    ("longer", dose("none", None), False),
    ("longer", dose(None, "20"), None),
    ("lasting", period("2026-01-01", "2026-01-10"), False),
    ("lasting", period("2026-01-01", "2026-01-11"), True),
    ("lasting", period("2025-11-01", "2025-12-11"), False),
    ("lasting", period("2025-11-01", "2025-12-12"), True),
    ("lasting", period("2026-02-21", "ongoing"), False),
    ("lasting", period("2026-02-20", "ongoing"), True),
    ("lasting", period("2025-01-01", "2025-11-30"), False),
    ("lasting", {"given": "none"}, False),
    ("after", period("2025-01-01", "2025-08-31") | {"progressed_on": "2026-02-28"}, True),
    ("after", period("2025-01-01", "2025-08-31") | {"progressed_on": "2026-03-01"}, False),
    ("after", period("2025-01-01", "2025-08-31") | {"progressed_on": "2025-08-31"}, True),
    ("after", period("2025-01-01", "2025-08-31") | {"progressed_on": "2025-08-30"}, False),
    ("after", period("2025-01-01", "2025-08-31") | {"progressed_on": "none"}, False),
    ("shifted", {"infarction": "2025-03-20"}, True),
    ("shifted", {"infarction": "2025-03-21"}, False),
    ("shifted", {"infarction": "none"}, False),
    ("shifted", {}, None),
    ("ended", period("2025-01-01", "2026-02-01") | half(5), True),  # 29 days; the month has 28
    ("ended", period("2025-01-01", "2026-02-02") | half(5), False),
    ("ended", period("2025-01-01", "2026-01-31") | half("5.9"), True),
    ("ended", period("2025-01-01", "2026-01-31") | half(6), False),
    ("ended", period("2025-01-01", "ongoing") | half(1), False),
    ("ended", period("2026-03-03", "ongoing") | half(1), True),
    ("ended", {"given": "none"}, True),
    ("between", {"done_on": "2026-01-05"}, True),
    ("between", {"done_on": "2026-01-04"}, False),
    ("between", {"done_on": "none"}, False),
    ("table", given("chemotherapy", "2026-02-16", None), True),
    ("table", given("chemotherapy", "2026-02-17", "1"), False),
    ("table", given("antibody", "2026-01-31", "10"), True),
    ("table", given("antibody", "2026-02-01", "10"), False),
    ("table", given("antibody", "2026-01-31", "10.1"), False),
    ("rows", young(12, "male", "1.2"), True),
    ("rows", young(12, "female", "1.21"), False),
    ("rows", young(13, "male", "1.5"), True),
    ("rows", young(16, "female", "1.4"), True),
    ("rows", young(16, "female", "1.41"), False),
    ("rows", young(17, "female", "1"), None),
    ("outside", chloride("96", **NORMAL), False),
    ("outside", chloride("95.9", **NORMAL), True),
    ("outside", chloride("106", **NORMAL), False),
    ("outside", chloride("106.1", **NORMAL), True),
    ("outside", with_first(chloride("95", **NORMAL), date="2024-01-01", visit=None), True),
]

OPEN: list[tuple[str, dict[str, Any], bool | None]] = [
    ("mean", pressures("180", "190"), None),
    ("mean", pressures("400", "180", "180", "180", day="2026-03-02"), None),
    ("mean", pressures("180", "180", "180", "180", day="2026-03-02"), False),
    ("mean", with_first(pressures("180", "180", "180"), date="2026-02", value="900"), False),
    ("mean", with_first(pressures("180", "180", "180"), date="2026-03", value="900"), None),
    ("mean", with_first(pressures("180", "180", "180"), date="2026-01-01", visit=None), False),
    ("mean", pressures("200", "180", "180", bound=">"), True),
    ("mean", pressures("170", "180", "180", bound=">"), None),
    (
        "mean",
        {"systolic": {"records": pressures("1", "1", "1")["systolic"], "complete": False}},
        None,
    ),
    ("mean", {}, None),
    ("mean of all", {"rate": []}, None),
    ("row", {"alt": [*alts("121")["alt"] * 2, *alts("10")["alt"]]}, None),
    (
        "row",
        {"alt": [*alts("121", "10")["alt"], at("2026-02", "121", "U/L", None, uln="40")]},
        None,
    ),
    ("row", {"alt": [*alts("121")["alt"], at("2026-02-02", "121", "U/L", None)]}, None),
    ("row", alts("121", "121", bound=">"), True),
    ("row", alts("119", "119", bound=">"), None),
    ("total", losses(m01_06="300", m02="201"), True),
    ("total", losses(m01="300", m02_01="201"), None),
    ("total", losses(m02_01="501") | {}, True),
    ("total", {"losses": [*losses(m02_01="499")["losses"], {"lost_on": "2026-02-02"}]}, None),
    ("total", {"losses": [*losses(m02_01="501")["losses"], {"lost_on": "2026-02-02"}]}, True),
    ("highest", {"losses": []}, None),
    ("highest", losses(m02_01="<500"), True),
    ("highest", losses(m02_01=">400"), None),
    ("root", ecg("450", "60"), False),
    ("root", ecg("225", "480"), False),
    ("root", ecg("566.9644724526", "30"), True),
    ("root", ecg("566.9644724527", "30"), False),
    ("root", ecg("566.96447245269292414524", "30"), None),
    ("root", ecg("450", "0"), True),
    ("root", ecg("<400", "60"), True),
    ("root", ecg("<460", "60"), None),
    ("root", {"qt": ecg("400", "60")["qt"], "ecg_rate": []}, None),
    ("power", kidney(55, "1.2", None), None),
    ("power", kidney(70, "1.5", None), False),
    ("power", kidney(None, "1.2", False), None),
    ("power", kidney(55, "<1.2", False), None),
    ("age", {"birth_date": "2008-03-03"}, True),
    ("age", {"birth_date": "2005-03-02"}, None),
    ("age", {"birth_date": "1990-03-02"}, None),
    ("age", {"birth_date": "2008-03", "legal_age": 18}, None),
    ("age", {"birth_date": "2008-04", "legal_age": 18}, True),
    ("age", {"legal_age": 18}, None),
    ("longer", dose("2025-12-08", None), True),
    ("longer", dose("2025-12-07", None), None),
    ("longer", dose("2025-12-07", "<16"), False),
    ("longer", dose("2025-12-07", ">16"), None),
    ("longer", dose("2025-12", "10"), None),
    ("longer", dose("2026-01", "10"), True),
    ("lasting", period("2026-02-20", None), None),
    ("lasting", period("2026-03-03", None), False),
    ("lasting", period("2026-02", "ongoing"), None),
    ("lasting", period("2026-01", "2026-02-15"), True),
    ("after", period("2025-01-01", "ongoing") | {"progressed_on": "2026-01-01"}, False),
    ("after", period("2025-01-01", None) | {"progressed_on": "2026-01-01"}, None),
    ("after", period("2025-01-01", "2025-08") | {"progressed_on": "2025-09-01"}, True),
    ("after", period("2025-01-01", "2025-08") | {"progressed_on": "2026-02-20"}, None),
    ("ended", period("2025-01-01", "2026-02-02"), False),
    ("ended", period("2025-01-01", "2026-02-01"), None),
    ("ended", period("2025-01-01", None) | half(1), None),
    ("ended", period("2025-01-01", "2026-02") | half(1), None),
    ("ended", period("2025-01-01", "2026-02") | half(7), False),
    ("ended", period(None, "2026-02-20") | half(1), None),
    ("ended", period(None, "2025-02-20") | half(1), True),
    ("shifted", {"infarction": "2025-03"}, None),
    ("shifted", {"infarction": "2025-02"}, True),
    ("table", given("antibody", "2026-01-31", None), None),
    ("table", given(None, "2025-01-01", "10"), True),
    ("table", given(None, "2026-02-10", "10"), None),
    ("table", given(None, "2026-03-01", "10"), False),
    ("table", given("antibody", "2026-01", "15"), None),
    ("rows", young(13, None, "1.4"), True),
    ("rows", young(13, None, "1.5"), None),
    ("rows", young(13, None, "1.51"), False),
    ("rows", young(None, "male", "1"), None),
    ("rows", young(13, "male", "<1.5"), True),
    ("rows", young(13, "male", ">1.4"), None),
    ("outside", chloride("95", lln="96"), True),
    ("outside", chloride("100", lln="96"), None),
    ("outside", with_first(chloride("95", **NORMAL), date="2026-03-02", visit=None), True),
    (
        "outside",
        with_first(chloride("95", **NORMAL), date="2026-04-01", visit=None, value="99"),
        None,
    ),
]


@cache
def tried(construct: str) -> tuple[Program, ModuleType]:
    source = Source("criteria/tried.crit", HEAD + CRITERIA[construct])
    compilation = compile_source(source)
    assert compilation.program is not None, compilation.diagnostics
    return compilation.program, load(compilation.program)


def named(cases: list[tuple[str, dict[str, Any], bool | None]]) -> list[Any]:
    return [pytest.param(*case, id=f"{case[0]} {number}") for number, case in enumerate(cases)]


@pytest.mark.parametrize(("construct", "data", "outcome"), named([*KNOWN, *OPEN]))
def test_all_backends_agree(construct: str, data: dict[str, Any], outcome: bool | None) -> None:
    program, module = tried(construct)
    data = {"first_dose": "2026-03-02", **data}
    patient = module.Patient.from_dict(data)
    assert screen(program, read(program, data)).results["I1"].outcome is outcome
    assert module.inclusion_1_clauses.in_full(0, patient) is outcome
    assert module.inclusion_1(patient) is outcome


@pytest.mark.parametrize(("construct", "data", "outcome"), named(KNOWN))
def test_what_is_known_needs_no_clauses(
    construct: str, data: dict[str, Any], outcome: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, module = tried(construct)
    patient = module.Patient.from_dict({"first_dose": "2026-03-02", **data})
    monkeypatch.delattr(module.Tree, "in_full")
    assert module.inclusion_1(patient) is outcome


@drawn(
    st.decimals("0.01", 900, places=2),
    st.integers(1, 300),
    st.sampled_from((-1, 0, 1)),
    st.integers(1, 20),
)
def test_an_estimate_is_taken_only_where_the_cubes_agree(
    qt: Any, rate: int, step: int, place: int
) -> None:
    """Some are near the limit: QT is 450 ms × the cube root of 60 / rate, and a little more or less."""
    _, module = tried("root")
    near = Fraction(450 * (60 / rate) ** (1 / 3)) + step * Fraction(1, 10**place)
    for value in (Fraction(qt), Fraction(round(near, 12))):
        patient = module.Patient.from_dict(
            {"first_dose": "2026-03-02", **ecg(f"{float(value):.12f}", str(rate))}
        )
        exact = Fraction(f"{float(value):.12f}")
        assert module.inclusion_1(patient) is (exact**3 * rate < 450**3 * 60)
