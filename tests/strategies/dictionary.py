"""The data dictionary of random protocols: every type, declared with and without a range."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from critc.ir.dictionary import (
    Choice,
    Date,
    Declared,
    Judged,
    Listed,
    Number,
    Option,
    Period,
    Quantity,
    Set,
    Text,
    Type,
    UnitOption,
    YesNo,
)

MOMENTS = ("consent", "first_dose")
ZERO = Fraction(0)


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, name.replace("_", " ")) for name in names)


def _unit(code: str, *others: tuple[str, Fraction]) -> tuple[UnitOption, ...]:
    options = (UnitOption(other, other, factor) for other, factor in others)
    return (UnitOption(code, code), *options)


MG_DL = _unit("mg/dL", ("g/L", Fraction(100)), ("mg/L", Fraction(1, 10)))
U_L = _unit("U/L", ("kU/L", Fraction(1000)))
HOURS = _unit("h", ("d", Fraction(24)))
MONTHS = _unit("mo", ("a", Fraction(12)))
CELSIUS = (
    UnitOption("Cel", "°C"),
    UnitOption("[degF]", "°F", Fraction(5, 9), Fraction(-160, 9)),
)
GRADES = Choice(_options("mild", "moderate", "severe"), ordered=True)
KINDS = Choice(_options("platinum", "taxane", "other"))
SITES = Set(_options("liver", "brain", "bone"))


@st.composite
def facts(draw: st.DrawFn) -> tuple[Declared, ...]:
    """The facts of a patient; ranges, limits and *or none* are declared or not."""
    low = draw(st.sampled_from([None, ZERO]))
    high = draw(st.sampled_from([None, Fraction(5)]))
    limits, never = draw(st.booleans()), draw(st.booleans())
    types: dict[str, Type] = {
        "smoker": YesNo(),
        "pregnant": YesNo(),
        "stable": YesNo(),
        "fit": Judged("investigator"),
        "risky": Judged("sponsor"),
        "score": Number(low=low and -Fraction(3), high=high),
        "ecog": Number(whole=True, low=ZERO, high=Fraction(5), noun="points"),
        "children": Number(whole=True, low=low),
        "creatinine": Quantity(MG_DL, low, high, limits),
        "alt": Quantity(U_L, ZERO, None, limits=True),
        "fever": Quantity(CELSIUS),
        "half_life": Quantity(HOURS, low),
        "interval": Quantity(MONTHS, ZERO),
        "consent": Date(),
        "first_dose": Date(),
        "birth": Date(),
        "progression": Date(or_none=never),
        "last_steroid": Date(or_none=True),
        "stable_days": Period(or_none=never),
        "infection": Period(or_none=True),
        "stage": Choice(_options("limited", "extensive")),
        "severity": GRADES,
        "metastases": SITES,
        "remark": Text(),
    }
    return tuple(_declared(name, type_) for name, type_ in types.items())


@st.composite
def lists(draw: st.DrawFn) -> tuple[Listed, ...]:
    """Records with fields of every type, and measurements of every kind."""
    low = draw(st.sampled_from([None, ZERO]))
    high = draw(st.sampled_from([None, Fraction(5)]))
    therapies: dict[str, Type] = {
        "kind": KINDS,
        "line": Number(whole=True, low=Fraction(1)),
        "stopped": Date(),
        "given": Period(or_none=draw(st.booleans())),
        "cured": Date(or_none=True),
        "dose": Quantity(MG_DL, low, high),
        "points": Number(low=low, high=high),
        "response": GRADES,
        "refractory": YesNo(),
        "significant": Judged("investigator"),
        "sites": SITES,
        "remark_of_record": Text(),
    }
    visit = Choice(_options(*MOMENTS))
    laboratory = Choice(_options("central", "local"))
    around: dict[str, Type] = {"date": Date(), "visit": visit, "laboratory": laboratory}
    result = Choice(_options("negative", "positive"))
    return (
        _listed("therapies", "records", therapies),
        _listed("hb", "measurement", {"value": Quantity(MG_DL, low, high, limits=True), **around}),
        _listed("karnofsky", "measurement", {"value": Number(low=ZERO), **around}),
        _listed("hcg", "measurement", {"value": result, **around}),
    )


def _declared(name: str, kind: Type) -> Declared:
    return Declared(
        name, kind, f"{name.replace('_', ' ').capitalize()}?", 1, moment=name in MOMENTS
    )


def _listed(name: str, kind: str, fields: dict[str, Type]) -> Listed:
    declared = tuple(_declared(field, type_) for field, type_ in fields.items())
    return Listed(
        name,
        name.capitalize(),
        declared,
        "measurement" if kind == "measurement" else "records",
        1,
    )
