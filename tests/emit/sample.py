"""A small protocol, built by hand, that uses the whole core; and the moments that are planned."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from critc.ir.dictionary import (
    Choice,
    Code,
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
from critc.ir.nodes import (
    Age,
    All,
    AnyOf,
    Arith,
    Asked,
    Case,
    Cases,
    CellOptions,
    CellRange,
    Compare,
    Condition,
    Consecutive,
    Const,
    Count,
    Criterion,
    DateOf,
    DateOrder,
    Defined,
    Definition,
    Distinct,
    EndOf,
    Except,
    ExtremeLength,
    Fact,
    Falls,
    Field,
    HowMany,
    Includes,
    InParts,
    Is,
    KOf,
    Length,
    LengthTerm,
    LengthUnit,
    Not,
    Part,
    Program,
    Query,
    Range,
    Ref,
    ReferenceLimit,
    Rel,
    Row,
    Select,
    Side,
    Status,
    Table,
    Throughout,
    Touches,
    Truth,
    Value,
    When,
    Window,
)

PLANNED = {"first_dose": date(2026, 3, 2)}

# ---- shorthand ------------------------------------------------------------------------------


def number(value: int | str, shown: str = "") -> Const:
    return Const(Fraction(value), shown or str(value))


def measured(unit: str, limits: bool = False) -> Quantity:
    return Quantity((UnitOption(unit, unit),), low=Fraction(0), limits=limits)


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, name.replace("_", " ")) for name in names)


def fact(name: str, kind: Type, question: str, moment: bool = False, code: str = "") -> Declared:
    codes = (Code("loinc", code),) if code else ()
    return Declared(name, kind, question, 1, codes, moment)


def asked(name: str) -> Asked:
    return Asked(Fact(name))


def value(of: Ref) -> Value:
    return Value(of)


def weeks(count: int) -> Length:
    return Length(number(count), "week")


FIRST_DOSE = DateOf(Fact("first_dose"))


def window(rel: Rel, count: int, unit: LengthUnit, side: Side = "before") -> Window:
    return Window(rel, Length(number(count), unit), side, FIRST_DOSE)


def start(ref: Ref) -> EndOf:
    return EndOf(ref, "start")


def end(ref: Ref) -> EndOf:
    return EndOf(ref, "end")


def touches(ref: Ref, within: Window) -> Touches:
    return Touches(start(ref), end(ref), within)


def some(records: str, where: Condition, var: str = "x") -> HowMany:
    return HowMany(Count(records, var, where), low=1)


# ---- the data dictionary --------------------------------------------------------------------

POSITIVE = Choice(options("positive", "negative"))

FACTS = (
    fact("consent", Date(), "Date of written informed consent", moment=True),
    fact("first_dose", Date(), "Date of the first dose of study treatment (planned)", moment=True),
    fact("birth", Date(), "Date of birth", code="21112-8"),
    fact("sex", Choice(options("female", "male")), "Sex"),
    fact("ecog", Number(True, Fraction(0), Fraction(5)), "ECOG performance status"),
    fact("organ_function", Judged("investigator"), "Is organ function adequate?"),
    fact("fertile", YesNo(), "Could the patient become pregnant or father a child?"),
    fact("contraception", YesNo(), "Does the patient agree to highly effective contraception?"),
    fact("menarche", YesNo(), "Has undergone menarche"),
    fact("brain", Choice(options("none_known", "untreated", "treated")), "Brain metastases"),
    fact(
        "stable",
        Period(or_none=True),
        "From when to when have the brain metastases been clinically stable? (none: never)",
    ),
    fact("last_steroid", Date(or_none=True), "Last steroid dose (none: never given)"),
    fact("oedema", Judged("radiologist"), "Is there significant oedema around them on imaging?"),
    fact("meningeal", YesNo(), "Leptomeningeal metastasis"),
    fact("cord", YesNo(), "Spinal cord compression on imaging"),
    fact("hbsag", POSITIVE, "Hepatitis B surface antigen (HBsAg)", code="5195-3"),
    fact("hbv_dna", measured("IU/mL"), "HBV DNA", code="42595-9"),
    fact("pregnant", YesNo(), "Is she pregnant?"),
    fact("breastfeeding", YesNo(), "Is she breastfeeding?"),
    fact("weight", measured("kg"), "Body weight"),
    fact("smoker", YesNo(), "Has the patient ever smoked?"),
    fact("gilbert", YesNo(), "Gilbert's disease"),
    fact("class", Choice(options("I", "II", "III"), ordered=True), "NYHA class"),
)

LISTS = (
    Listed(
        "therapies",
        "Prior anti-tumour therapies",
        (
            fact("line", Number(True, Fraction(1), Fraction(20)), "Line of therapy"),
            fact("drugs", Set(options("platinum", "PD-1_antibody", "other")), "Drugs given"),
            fact("refractory", YesNo(), "Was the disease refractory to it?"),
        ),
        "records",
        1,
    ),
    Listed(
        "steroids",
        "Corticosteroid courses",
        (
            fact("dose", measured("mg/day"), "Daily dose, as prednisone"),
            fact("given", Period(), "First to last day"),
            fact("route", Choice(options("systemic", "topical", "inhaled")), "Route"),
            fact(
                "prophylaxis",
                Judged("investigator"),
                "Was it short-term prophylaxis, e.g. for contrast media?",
            ),
        ),
        "records",
        1,
    ),
    Listed(
        "cancers",
        "Other malignancies",
        (
            fact("what", Text(), "What it was"),
            fact("cured", Date(or_none=True), "Since when has it been cured? (none: not cured)"),
        ),
        "records",
        1,
    ),
    Listed(
        "drugs",
        "Drugs given into a body cavity",
        (
            fact("on", Date(), "Date"),
            fact("half_life", measured("d"), "Half-life of the drug"),
        ),
        "records",
        1,
    ),
    Listed(
        "bilirubin",
        "Total bilirubin",
        (
            fact("value", measured("mg/dL", limits=True), "Total bilirubin"),
            fact("date", Date(), "Date"),
            fact("laboratory", Choice(options("central", "local")), "Laboratory"),
        ),
        "measurement",
        1,
    ),
)

# ---- the criteria ---------------------------------------------------------------------------

LINE, DRUGS, REFRACTORY = (Field("t", name) for name in ("line", "drugs", "refractory"))
DOSE, GIVEN, ROUTE = (Field("s", name) for name in ("dose", "given", "route"))
RESULT, TAKEN, LABORATORY = (Field("b", name) for name in ("value", "date", "laboratory"))

TWO_OR_THREE_LINES = HowMany(Distinct("therapies", "t", Asked(REFRACTORY), LINE), low=2, high=3)

STEROIDS = some(
    "steroids",
    Except(
        All(
            (
                touches(GIVEN, window("within", 14, "day")),
                Compare(">", value(DOSE), number(10, "10 mg/day")),
            )
        ),
        AnyOf((Is(ROUTE, ("topical", "inhaled")), Asked(Field("s", "prophylaxis")))),
        "unless",
    ),
    "s",
)

BILIRUBIN = Select(
    "latest",
    "bilirubin",
    "b",
    DateOf(TAKEN),
    All((Falls(DateOf(TAKEN), window("within", 14, "day")), Is(LABORATORY, ("central",)))),
    Compare(
        "<=",
        value(RESULT),
        Arith("*", number("3/2", "1.5"), ReferenceLimit(RESULT, "upper")),
    ),
)

RISING = Consecutive(
    2,
    "bilirubin",
    "c",
    DateOf(Field("c", "date")),
    Truth(True),
    Compare(">", value(Field("c", "value")), number(2, "2 mg/dL")),
)

STABLE = Throughout(
    start(Fact("stable")), end(Fact("stable")), "at least", weeks(4), "before", FIRST_DOSE
)

BRAIN = AnyOf(
    (
        Is(Fact("brain"), ("untreated",)),
        Except(
            Is(Fact("brain"), ("treated",)),
            All(
                (
                    STABLE,
                    Falls(DateOf(Fact("last_steroid")), window("at least", 2, "week")),
                    Not(asked("oedema")),
                )
            ),
            "unless",
        ),
        asked("meningeal"),
        asked("cord"),
    )
)

WASHOUT: LengthTerm = ExtremeLength(
    "shorter",
    (
        Length(Arith("*", number(5), value(Field("d", "half_life"))), "day"),
        Length(number(21), "day"),
    ),
)

NOT_WASHED_OUT = Falls(DateOf(Field("d", "on")), Window("less than", WASHOUT, "before", FIRST_DOSE))

DOSING = Table(
    "weight_by_sex",
    (Fact("sex"), value(Fact("weight"))),
    (
        Row((CellOptions(("female",)), CellRange(high=Fraction(50))), asked("smoker")),
        Row((CellOptions(("male",)), None), Compare("<", value(Fact("ecog")), number(2))),
    ),
    otherwise=asked("gilbert"),
)

HOSTILE = (
    "*Not* a `list` | <b>bold</b> & [link](x)\n- a bullet\n1. a number\n# no heading\n\u202eabc"
)


def criterion(
    name: str,
    text: str,
    condition: Condition,
    applies: Condition | None = None,
    queries: tuple[Query, ...] = (),
) -> Criterion:
    return Criterion(
        id=name,
        kind="inclusion" if name.startswith("I") else "exclusion",
        number=name[1:],
        text=text,
        condition=condition,
        line=1,
        end_line=2,
        applies=applies,
        queries=queries,
    )


CRITERIA = (
    criterion(
        "I1",
        "Age 18 to 75 years.",
        Range(
            Age("years", DateOf(Fact("birth")), DateOf(Fact("consent"))),
            number(18, "18 years"),
            number(75, "75 years"),
        ),
        queries=(Query("undefined", "On which day?", "the day of consent", 1),),
    ),
    criterion(
        "I2",
        "Refractory to 2 or 3 lines, PD-1 antibodies among them.",
        All(
            (TWO_OR_THREE_LINES, some("therapies", Includes(DRUGS, ("PD-1_antibody",), "any"), "t"))
        ),
    ),
    criterion(
        "I3",
        "ECOG 0 or 1.",
        Range(value(Fact("ecog")), number(0), number(1)),
    ),
    criterion("I4", "Adequate organ function,", asked("organ_function")),
    criterion(
        "I5",
        "Fertile patients must agree to contraception; a girl after menarche likewise.",
        All(
            (
                When(asked("fertile"), asked("contraception"), otherwise=True),
                Except(Defined("may_conceive"), asked("contraception"), "accepted if"),
            )
        ),
    ),
    criterion(
        "I6",
        "Bilirubin ≤1.5 × ULN (direct bilirubin aside in Gilbert's disease).",
        Except(BILIRUBIN, asked("gilbert"), "accepted if"),
    ),
    criterion("I7", "By weight and sex.", DOSING, applies=InParts(("phase_2",))),
    criterion(
        "E1",
        "Steroids above 10 mg/day within 14 days, except topical or prophylactic ones.",
        STEROIDS,
        queries=(
            Query("ambiguous", "How long is 'short-term'?", "the investigator decides", 1),
            Query("truncated", "Is `a | b` *meant*?", "<no>", 1),
        ),
    ),
    criterion(
        "E2",
        "Untreated brain metastases (treated ones are accepted if stable, off steroids and without "
        "oedema); leptomeningeal metastasis; cord compression.",
        BRAIN,
    ),
    criterion(
        "E3",
        "Active hepatitis B.",
        All(
            (
                Is(Fact("hbsag"), ("positive",)),
                Compare(">=", value(Fact("hbv_dna")), number(1000, "1000 IU/mL")),
            )
        ),
    ),
    criterion(
        "E4",
        "Other malignancies, unless cured for 2 years.",
        some(
            "cancers",
            Except(
                Truth(True),
                Falls(DateOf(Field("k", "cured")), window("at least", 2, "year")),
                "unless",
            ),
            "k",
        ),
    ),
    criterion(
        "E5",
        "Pregnancy or lactation.",
        AnyOf((asked("pregnant"), asked("breastfeeding"))),
        applies=Is(Fact("sex"), ("female",)),
    ),
    criterion(
        "E6",
        "Drugs into a cavity without washout.",
        some("drugs", NOT_WASHED_OUT, "d"),
    ),
    criterion(
        "E7",
        "Two of: never mind; rising bilirubin; organ function not adequate; steroids.",
        Except(
            KOf(2, None, (RISING, Not(asked("organ_function")), STEROIDS, Not(Status("I3")))),
            DateOrder("<", DateOf(Fact("consent")), DateOf(Fact("last_steroid"))),
            "unless",
        ),
    ),
    criterion(
        "E8",
        "Body weight below 40 kg in women, 50 kg in others.",
        Cases(
            (
                Case(
                    Is(Fact("sex"), ("female",)),
                    Compare("<", value(Fact("weight")), number(40, "40 kg")),
                ),
            ),
            Compare("<", value(Fact("weight")), number(50, "50 kg")),
        ),
    ),
    criterion(
        "E9",
        "Of women: steroids at any time, or heart failure of class II or above.",
        AnyOf(
            (
                some("steroids", Truth(True), "s"),
                Compare(">=", value(Fact("class")), number(1, "II")),
            )
        ),
        applies=Defined("may_conceive"),
    ),
    criterion("E10", HOSTILE, Not(AnyOf((asked("smoker"), asked("gilbert"))))),
)

PROGRAM = Program(
    protocol="TRIAL-1",
    title="A study of <b>markup</b> & words",
    version="1.0",
    source="registry record",
    file="criteria/TRIAL-1.crit",
    sha256="0" * 64,
    facts=FACTS,
    lists=LISTS,
    criteria=CRITERIA,
    definitions=(
        Definition(
            "may_conceive",
            "Girl or woman who could conceive",
            All((Is(Fact("sex"), ("female",)), asked("menarche"))),
            1,
        ),
    ),
    parts=(Part("phase_2", "Phase 2"), Part("phase_3", "Phase 3")),
)
