"""Screens patients for NCT03102606: Plinabulin vs. Pegfilgrastim in Patients With Solid Tumors
Receiving Docetaxel Myelosuppressive Chemotherapy Phase 3.

Made by critc 0.1.0 from criteria/NCT03102606.crit; change that file, not this one.

    patient = Patient.from_json(text)  # raises InvalidPatient, which lists all that is wrong
    screening = screen(patient)
    print(screening.verdict)  # "eligible", "ineligible" or "undetermined"
    print(screening.to_json())  # with what decided, and what to ask

One function for each criterion says True (satisfied), False (violated) or None (not known).
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal, Inexact
from itertools import chain, pairwise, product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from dataclasses import dataclass
    from fractions import Fraction
    from typing import Any, Generic, Literal, TypeVar

    Item = TypeVar("Item")
else:
    # --- stand-ins ------------------------------------------------------------------------------------

    WAITING = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")

    def dataclass(*, frozen: bool) -> Any:
        """The standard decorator; it is applied when the class is first used."""
        from _thread import RLock

        def decorate(kind: Any) -> Any:
            lock = RLock()
            waiting = [*WAITING, "__dataclass_fields__"]

            def apply() -> None:
                from dataclasses import dataclass

                with lock:
                    while waiting:
                        delattr(kind, waiting.pop())
                        if not waiting:
                            dataclass(frozen=frozen)(kind)

            def later(name: str) -> Any:
                def first(self: Any, *values: Any, **named: Any) -> Any:
                    apply()
                    return getattr(kind, name)(self, *values, **named)

                return first

            class Fields:
                def __get__(self, instance: Any, owner: Any) -> Any:
                    apply()
                    return kind.__dataclass_fields__

            for name in WAITING:
                setattr(kind, name, later(name))
            kind.__dataclass_fields__ = Fields()
            return kind

        return decorate

    class Generic:
        """``Generic[Item]``, without the types."""

        def __class_getitem__(cls, item: Any) -> type:
            return cls

    Item = None
    Any = object


PROTOCOL = "NCT03102606"
TITLE = "Plinabulin vs. Pegfilgrastim in Patients With Solid Tumors Receiving Docetaxel Myelosuppressive Chemotherapy Phase 3"
VERSION = "registry record"
SOURCE_SHA256 = "ec0b5412fc86630857f6737d8002d083ed1834be1f94ea9fcf5e87a477111522"

Day = date


# --- values: what a patient's record holds --------------------------------------------------------


@dataclass(frozen=True)
class Quantity:
    """A measured amount, in the unit that the protocol declares for it.

    ``bound`` tells what a laboratory reports at the edge of an assay: ``Quantity(Decimal(20), "<")``
    is "below 20". ``uln`` and ``lln`` are its upper and lower limit of normal, in the same unit.
    """

    value: Decimal | Fraction
    bound: Literal["", "<", "<=", ">", ">="] = ""
    uln: Decimal | Fraction | None = None
    lln: Decimal | Fraction | None = None


@dataclass(frozen=True)
class PartialDate:
    """A date of which only the month or the year is known: any day from ``first`` to ``last``."""

    first: date
    last: date
    text: str

    @staticmethod
    def of_month(year: int, month: int) -> PartialDate:
        """Some day of that month."""
        after = date(year + month // 12, month % 12 + 1, 1)
        return PartialDate(date(year, month, 1), after - timedelta(days=1), f"{year}-{month:02}")

    @staticmethod
    def of_year(year: int) -> PartialDate:
        """Some day of that year."""
        return PartialDate(date(year, 1, 1), date(year, 12, 31), f"{year}")


@dataclass(frozen=True)
class Period:
    """From a first to a last day, both included; ``"ongoing"`` has no last day yet."""

    start: date | PartialDate | None = None
    end: date | PartialDate | Literal["ongoing"] | None = None


@dataclass(frozen=True)
class Choices:
    """The options of a set that are known to hold; the others do not, unless it is incomplete."""

    values: frozenset[str] = frozenset()
    complete: bool = True


@dataclass(frozen=True)
class Records(Generic[Item]):
    """The records of a list; an incomplete one may have more."""

    items: tuple[Item, ...] = ()
    complete: bool = True


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, as in ``therapies[2].given.start``, and what.

    The path is empty when it is the record as a whole.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InvalidPatient(ValueError):  # noqa: N818
    """The data cannot be a patient's record: no outcome, no verdict. All problems are listed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class _Literal(str):
    """A number as it is spelled in JSON text, which a float would not keep."""

    __slots__ = ()


class _Repeated(dict[str, Any]):
    """An object that JSON text gives some keys of more than once."""

    given_twice: tuple[str, ...] = ()


def _shown(value: object) -> str:
    """A value as a message quotes it: short, on one line, printable."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:60]}…"
        return text if isinstance(value, _Literal) else repr(text)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else "a number of so many digits"
    if isinstance(value, float):
        return repr(value).replace("nan", "NaN").replace("inf", "Infinity")
    if isinstance(value, dict):
        return "an object {…}"
    return "a list […]" if isinstance(value, list) else f"a value of type {type(value).__name__}"


def _listed(words: Iterable[str]) -> str:
    """The words as a message lists them, the first forty."""
    shown = [repr(word) for word in words]
    return ", ".join(shown[:40] + ["…"] * (len(shown) > 40))


def _under(at: str, key: object) -> str:
    """The path of what stands under a key."""
    if isinstance(key, str) and key.isidentifier() and len(key) <= 60:
        return f"{at}.{key}" if at else key
    return f"{at}[{_shown(key)}]"


def _undeclared(data: dict[str, Any], known: Iterable[str], at: str, found: list[Problem]) -> None:
    """Lists the keys that are not among the known ones."""
    for key in data:
        if key not in known:
            hint = _nearest(key, known, found)
            found.append(Problem(_under(at, key), f"is not declared{hint}"))


def _nearest(word: object, known: Iterable[str], found: list[Problem]) -> str:
    """``; did you mean 'x'?``, or nothing: no known word is near, or too much is wrong to look."""
    if not isinstance(word, str) or len(word) > 60 or len(found) > 100:
        return ""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


# --- trees: the clauses of a criterion, built when they are needed --------------------------------


class Tree:
    """The clauses of a criterion or a definition; they are built when they are first asked for."""

    __slots__ = ("build", "numbered", "root")

    def __init__(self, build: Callable[[], Clause]) -> None:
        self.build = build
        self.root: Clause | None = None
        self.numbered: list[Clause] = []

    def __call__(self) -> Clause:
        """The outermost clause."""
        if self.root is None:
            self.root = self.build()
        return self.root

    def in_full(self, number: int, patient: Any, /, **records: Any) -> bool | None:
        """What the record says to a clause, in all cases; clauses are numbered as they are read."""
        if not self.numbered:
            waiting = [self()]
            while waiting:
                clause = waiting.pop()
                self.numbered.append(clause)
                waiting.extend(reversed(clause.parts()))
        bound = {var: (record, "") for var, record in records.items()}
        return self.numbered[number].judge(Scope(patient, bound, {}, {})).outcome


def opposite(outcome: bool | None) -> bool | None:
    """That something does not hold."""
    return None if outcome is None else not outcome


@dataclass(frozen=True)
class Treatment:
    """Anticancer drug treatments outside the study, past and present: a record."""

    tumour: Literal["breast", "nsclc", "prostate", "other"] | None = None
    """Cancer it was given for. breast: Breast cancer; nsclc: Non-small cell lung cancer (NSCLC);
    prostate: Prostate cancer; other: Another cancer.
    """
    kinds: Choices | None = None
    """Kinds of treatment it consisted of. Any of cytotoxic, conjugate, biological, hormonal,
    other_kind. cytotoxic: Cytotoxic chemotherapy; conjugate: Antibody linked to a cytotoxic drug
    (conjugate); biological: Biological treatment without such a link (e.g. trastuzumab); hormonal:
    Hormonal treatment; other_kind: Another kind.
    """
    drugs: Choices | None = None
    """Drugs it contained. Any of docetaxel, platinum, another. docetaxel: Docetaxel; platinum:
    Platinum; another: Another drug.
    """
    setting: Literal["adjuvant", "neoadjuvant", "advanced"] | None = None
    """Setting. adjuvant: Adjuvant; neoadjuvant: Neoadjuvant; advanced: For advanced or metastatic
    disease.
    """
    line: int | None = None
    """Line of therapy it belonged to (0: adjuvant or neoadjuvant; 1, 2, … for advanced or
    metastatic disease). From 0 to 30.
    """
    given: Period | None = None
    """First to last day."""
    failed: bool | None = None
    """Has it failed (the cancer progressed or came back during or after it)?"""


@dataclass(frozen=True)
class Radiotherapy:
    """Courses of radiation, past and present: a record."""

    irradiated: Period | None = None
    """First to last day of the course."""


@dataclass(frozen=True)
class Surgery:
    """Surgical procedures: a record."""

    done_on: Day | PartialDate | None = None
    """Date."""


@dataclass(frozen=True)
class Wound:
    """Open wounds: a record."""

    open_days: Period | None = None
    """First to last day on which it was open."""


@dataclass(frozen=True)
class HaemoglobinRecord:
    """Haemoglobin: a value."""

    value: Quantity | None = None
    """Haemoglobin. In g/dL. At least 0 g/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Neutrophil:
    """Absolute neutrophil count (ANC): a value."""

    value: Quantity | None = None
    """Absolute neutrophil count (ANC). In 10*9/L. At least 0 10*9/L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class BilirubinRecord:
    """Total bilirubin: a value."""

    value: Quantity | None = None
    """Total bilirubin. In mg/dL, with its limits of normal. At least 0 mg/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class DirectBilirubinRecord:
    """Direct bilirubin: a value."""

    value: Quantity | None = None
    """Direct bilirubin. In mg/dL, with its limits of normal. At least 0 mg/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class AstRecord:
    """Aspartate aminotransferase (AST): a value."""

    value: Quantity | None = None
    """Aspartate aminotransferase (AST). In U/L, with its limits of normal. At least 0 U/L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class AltRecord:
    """Alanine aminotransferase (ALT): a value."""

    value: Quantity | None = None
    """Alanine aminotransferase (ALT). In U/L, with its limits of normal. At least 0 U/L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class AlpRecord:
    """Alkaline phosphatase: a value."""

    value: Quantity | None = None
    """Alkaline phosphatase. In U/L, with its limits of normal. At least 0 U/L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class CreatinineRecord:
    """Serum creatinine: a value."""

    value: Quantity | None = None
    """Serum creatinine. In mg/dL, with its limits of normal. At least 0 mg/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class ProthrombinTimeRecord:
    """Prothrombin time (PT): a value."""

    value: Quantity | None = None
    """Prothrombin time (PT). In s, with its limits of normal. At least 0 s."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class InrRecord:
    """International normalized ratio (INR): a value."""

    value: Quantity | None = None
    """International normalized ratio (INR). In {INR}, with its limits of normal. At least 0
    {INR}.
    """
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class ApttRecord:
    """Activated partial thromboplastin time (PTT): a value."""

    value: Quantity | None = None
    """Activated partial thromboplastin time (PTT). In s, with its limits of normal. At least 0
    s.
    """
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class PregnancyTestRecord:
    """Pregnancy test, in urine or serum: a value."""

    value: Literal["positive", "negative"] | None = None
    """Pregnancy test, in urine or serum. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class UrineTestRecord:
    """Urine pregnancy test: a value."""

    value: Literal["positive", "negative"] | None = None
    """Urine pregnancy test. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class SerumTestRecord:
    """Serum pregnancy test: a value."""

    value: Literal["positive", "negative"] | None = None
    """Serum pregnancy test. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Cyp3a4Inhibitor:
    """Drugs that inhibit CYP3A4, taken or planned: a record."""

    inhibitor_name: str | None = None
    """Drug."""
    inhibitor_taken: Period | None = None
    """First to last day."""
    strong_inhibitor: bool | None = None
    """Is it a strong inhibitor of CYP3A4? Decided by the investigator."""


@dataclass(frozen=True)
class StudyAgent:
    """Investigational agents and tumour vaccines received: a record."""

    agent: Literal["investigational", "tumor_vaccine"] | None = None
    """Kind of agent. investigational: Investigational agent; tumor_vaccine: Tumour vaccine."""
    agent_given: Period | None = None
    """First to last day."""


@dataclass(frozen=True)
class AdverseEvent:
    """Adverse events of prior treatment: a record."""

    term: str | None = None
    """Adverse event."""
    grade_now: int | None = None
    """CTCAE v4.03 grade now (0: gone). From 0 to 5."""


@dataclass(frozen=True)
class AntiInfective:
    """Anti-infective treatments: a record."""

    anti_infective: str | None = None
    """Drug."""
    systemic: bool | None = None
    """Was it systemic (by mouth, vein or muscle)?"""
    dosed: Period | None = None
    """First to last day."""
    within_72_hours: bool | None = None
    """Was it last given within 72 hours before the first dose of study drug, by the clock? (needed
    if that was on the third day before).
    """


@dataclass(frozen=True)
class GrowthFactor:
    """Growth factors received outside the study: a record."""

    factor: Literal["pegfilgrastim", "filgrastim", "other_factor"] | None = None
    """Growth factor. pegfilgrastim: Pegfilgrastim; filgrastim: Filgrastim; other_factor: Another
    growth factor.
    """
    factor_given: Day | PartialDate | None = None
    """Date."""


@dataclass(frozen=True)
class BloodPressure:
    """Blood pressure readings: a record."""

    measured_on: Day | PartialDate | None = None
    """Date."""
    systolic: Quantity | None = None
    """Systolic. In mm[Hg]."""
    diastolic: Quantity | None = None
    """Diastolic. In mm[Hg]."""
    on_antihypertensive: bool | None = None
    """Was the patient on antihypertensive medication?"""


@dataclass(frozen=True)
class HbvViralLoadRecord:
    """Hepatitis B viral load (positive: detected at any level): a value."""

    value: Literal["positive", "negative"] | None = None
    """Hepatitis B viral load (positive: detected at any level). positive: Positive; negative:
    Negative.
    """
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "docetaxel_start", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent form; screening: Date of the screening
    visit; docetaxel_start: Date of the start of the docetaxel of the study (planned or given);
    first_dose: Date of the first dose of study drug (planned or given); none: not at one of these
    visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Patient:
    """What is known of a patient.

    None is not known; ``Records()``, an empty list, says that there are none. ``from_dict`` and
    ``from_json`` check all that they read; what is made by hand is taken at its word.
    """

    id: str = ""
    """The patient's identifier; empty if none is given."""
    parts: Choices | None = None
    """Parts of the study that the patient is in: phase_2 (Phase 2); phase_3 (Phase 3)."""
    ecog: int | None = None
    """ECOG performance status. From 0 to 5. LOINC 89247-1."""
    consent: Day | PartialDate | None = None
    """Date of signing the informed consent form."""
    screening: Day | PartialDate | None = None
    """Date of the screening visit."""
    docetaxel_start: Day | PartialDate | None = None
    """Date of the start of the docetaxel of the study (planned or given)."""
    first_dose: Day | PartialDate | None = None
    """Date of the first dose of study drug (planned or given)."""
    birth_date: Day | PartialDate | None = None
    """Date of birth. LOINC 21112-8."""
    study_cancer: Literal["breast", "nsclc", "prostate", "other"] | None = None
    """Cancer for which the docetaxel of the study is to be given. breast: Breast cancer; nsclc:
    Non-small cell lung cancer (NSCLC); prostate: Prostate cancer; other: Another cancer.
    """
    cancer_extent: Literal["metastatic", "locally_advanced", "early"] | None = None
    """Extent of this cancer. metastatic: Metastatic; locally_advanced: Locally advanced, not
    metastatic; early: Neither.
    """
    hormone_refractory: bool | None = None
    """Is the prostate cancer hormone-refractory?"""
    pathology_confirmed: bool | None = None
    """Does a pathology report confirm the cancer?"""
    marrow_involved: bool | None = None
    """Does the tumour involve the bone marrow?"""
    full_dose_intensity: bool | None = None
    """Is the patient to receive the full chemotherapy dose intensity?"""
    life_expectancy_3_months: bool | None = None
    """Is life expectancy 3 months or more? Decided by the investigator."""
    gilbert: bool | None = None
    """Has the patient been diagnosed with Gilbert's disease?"""
    central_sample: Day | PartialDate | Literal["none"] | None = None
    """Last blood taken for the central laboratory up to the first dose (none: not taken). "none" if
    it never happened.
    """
    local_results_accepted: bool | None = None
    """After discussion, does the Medical Monitor accept local laboratory results for this patient?
    Decided by the medical_monitor.
    """
    unsupported_haemoglobin: bool | None = None
    """Is this haemoglobin independent of transfusion and of growth factor support? Decided by the
    investigator.
    """
    unsupported_neutrophils: bool | None = None
    """Is this ANC independent of growth factor support? Decided by the investigator."""
    sex: Literal["female", "male"] | None = None
    """Sex."""
    sexually_mature: bool | None = None
    """Is she sexually mature?"""
    hysterectomy: bool | None = None
    """Has she had a hysterectomy?"""
    last_menses: Day | PartialDate | None = None
    """Last day on which she had any menses."""
    induced_amenorrhoea: bool | None = None
    """Is her lack of menses possibly due to prior chemotherapy, anti-oestrogens or ovarian
    suppression? Decided by the investigator.
    """
    sexually_active: bool | None = None
    """Is the patient sexually active?"""
    premenopausal_partner: bool | None = None
    """Is he the partner of a premenopausal woman?"""
    contraception: Choices | None = None
    """Contraception to be used. Any of iud, hormonal_contraception, condom, diaphragm, spermicide,
    vasectomized_partner, other_contraception. iud: Intrauterine device (IUD);
    hormonal_contraception: Hormonal contraception (oral, injectable, implant, transdermal); condom:
    Condom, male or female; diaphragm: Diaphragm; spermicide: Spermicide (cream or gel that contains
    a chemical to kill sperm); vasectomized_partner: Vasectomized partner; other_contraception:
    Anything else.
    """
    stable_hormonal: Period | Literal["none"] | None = None
    """First to last day of hormonal contraception at a stable dose (none: not used). "none" if
    there was no such period.
    """
    test_within_24_hours: bool | None = None
    """Are the pregnancy tests documented within the 24 hours before the first dose, by the clock?
    (the urine test and, if it is positive, the serum test).
    """
    contraception_agreed: bool | None = None
    """Does she agree to use two forms of accepted contraception during the study and for 3 months
    after the last dose?
    """
    man_contraception_agreed: bool | None = None
    """Does he agree to two forms of contraception during treatment and for at least 3 months after
    the last dose?
    """
    myelogenous_leukemia: bool | None = None
    """Has the patient ever had myelogenous leukaemia?"""
    myelodysplastic_syndrome: bool | None = None
    """Has the patient ever had a myelodysplastic syndrome?"""
    sickle_cell_disease: bool | None = None
    """Does the patient have sickle cell disease?"""
    requires_strong_inhibitor: bool | None = None
    """Does the patient require a strong inhibitor of CYP3A4? Decided by the investigator."""
    recovered: bool | None = None
    """Has the patient recovered from the toxicity of prior treatment? Decided by the
    investigator.
    """
    bone_marrow_transplant: bool | None = None
    """Has the patient ever had a bone marrow transplant?"""
    stem_cell_transplant: bool | None = None
    """Has the patient ever had a stem cell transplant?"""
    active_infection: bool | None = None
    """Is there an active infection?"""
    uncontrolled_arrhythmia: bool | None = None
    """Is there an uncontrolled cardiac arrhythmia?"""
    uncontrolled_diabetes: bool | None = None
    """Is there uncontrolled diabetes?"""
    symptomatic_heart_failure: bool | None = None
    """Is there symptomatic congestive heart failure?"""
    unstable_angina: bool | None = None
    """Is there unstable angina pectoris?"""
    uncontrolled_thrombosis: bool | None = None
    """Is there an uncontrolled arterial thrombosis?"""
    symptomatic_embolism: bool | None = None
    """Is there a symptomatic pulmonary embolism?"""
    limiting_psychiatric_illness: bool | None = None
    """Is there a psychiatric illness that would limit compliance with study requirements? Decided
    by the investigator.
    """
    other_serious_illness: bool | None = None
    """Is there any other serious or uncontrolled illness? Decided by the investigator."""
    other_condition: bool | None = None
    """Is there any other condition that would preclude the patient from study treatment? Decided by
    the investigator.
    """
    last_infarction: Day | PartialDate | Literal["none"] | None = None
    """Last myocardial infarction (none: never had one). "none" if it never happened."""
    ischemic_disease: Period | Literal["none"] | None = None
    """First to last day of ischaemic heart disease (none: never had it). "none" if there was no
    such period.
    """
    infarction_window_granted: bool | None = None
    """Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?
    Decided by the sponsor.
    """
    cardiac_disease: bool | None = None
    """Is there any cardiac disease?"""
    nyha: Literal["nyha_1", "nyha_2", "nyha_3", "nyha_4"] | None = None
    """NYHA class of the cardiac disease. nyha_1: NYHA class I; nyha_2: NYHA class II; nyha_3: NYHA
    class III; nyha_4: NYHA class IV. The least comes first.
    """
    congenital_qt_prolongation: bool | None = None
    """Has the patient ever had congenital QT prolongation?"""
    ischemic_ecg: bool | None = None
    """Are there ECG findings consistent with active ischaemic heart disease? Decided by the
    investigator.
    """
    uncontrolled_hypertension: bool | None = None
    """Is hypertension uncontrolled although the two pressures are not both consistently above their
    limits? Decided by the investigator.
    """
    hemorrhagic_diarrhea: bool | None = None
    """Has the patient ever had haemorrhagic diarrhoea?"""
    inflammatory_bowel_disease: bool | None = None
    """Has the patient ever had inflammatory bowel disease?"""
    active_ulcer: bool | None = None
    """Is there active uncontrolled peptic ulcer disease?"""
    ileus: bool | None = None
    """Has the patient ever had an ileus?"""
    ileus_risk: bool | None = None
    """Has the patient ever had another significant gastrointestinal disorder known to predispose to
    ileus or chronic bowel hypomotility? Decided by the investigator.
    """
    other_malignancy: bool | None = None
    """Is there any other malignancy that requires active therapy?"""
    known_hiv: bool | None = None
    """Is the patient known to be HIV seropositive?"""
    hbsag: Literal["positive", "negative"] | None = None
    """Hepatitis B surface antigen (HBsAg). positive: Positive; negative: Negative. LOINC 5195-3."""
    hcv_antibody: Literal["positive", "negative"] | None = None
    """Hepatitis C antibody. positive: Positive; negative: Negative. LOINC 16128-1."""
    active_hepatitis_b: bool | None = None
    """Is there an active hepatitis B virus infection?"""
    hepatitis_b_needs_treatment: bool | None = None
    """Hepatitis B that requires antiviral treatment."""
    hepatitis_c_needs_treatment: bool | None = None
    """Hepatitis C that requires treatment."""
    pregnant: bool | None = None
    """Is she pregnant?"""
    lactating: bool | None = None
    """Is she lactating?"""
    unwilling: bool | None = None
    """Is the patient unwilling to comply with procedures required in this protocol?"""
    unable: bool | None = None
    """Is the patient unable to comply with procedures required in this protocol? Decided by the
    investigator.
    """
    treatments: Records[Treatment] | None = None
    """Anticancer drug treatments outside the study, past and present."""
    radiotherapies: Records[Radiotherapy] | None = None
    """Courses of radiation, past and present."""
    surgeries: Records[Surgery] | None = None
    """Surgical procedures."""
    wounds: Records[Wound] | None = None
    """Open wounds."""
    haemoglobin: Records[HaemoglobinRecord] | None = None
    """Haemoglobin."""
    neutrophils: Records[Neutrophil] | None = None
    """Absolute neutrophil count (ANC)."""
    bilirubin: Records[BilirubinRecord] | None = None
    """Total bilirubin."""
    direct_bilirubin: Records[DirectBilirubinRecord] | None = None
    """Direct bilirubin."""
    ast: Records[AstRecord] | None = None
    """Aspartate aminotransferase (AST)."""
    alt: Records[AltRecord] | None = None
    """Alanine aminotransferase (ALT)."""
    alp: Records[AlpRecord] | None = None
    """Alkaline phosphatase."""
    creatinine: Records[CreatinineRecord] | None = None
    """Serum creatinine."""
    prothrombin_time: Records[ProthrombinTimeRecord] | None = None
    """Prothrombin time (PT)."""
    inr: Records[InrRecord] | None = None
    """International normalized ratio (INR)."""
    aptt: Records[ApttRecord] | None = None
    """Activated partial thromboplastin time (PTT)."""
    pregnancy_test: Records[PregnancyTestRecord] | None = None
    """Pregnancy test, in urine or serum."""
    urine_test: Records[UrineTestRecord] | None = None
    """Urine pregnancy test."""
    serum_test: Records[SerumTestRecord] | None = None
    """Serum pregnancy test."""
    cyp3a4_inhibitors: Records[Cyp3a4Inhibitor] | None = None
    """Drugs that inhibit CYP3A4, taken or planned."""
    study_agents: Records[StudyAgent] | None = None
    """Investigational agents and tumour vaccines received."""
    adverse_events: Records[AdverseEvent] | None = None
    """Adverse events of prior treatment."""
    anti_infectives: Records[AntiInfective] | None = None
    """Anti-infective treatments."""
    growth_factors: Records[GrowthFactor] | None = None
    """Growth factors received outside the study."""
    blood_pressures: Records[BloodPressure] | None = None
    """Blood pressure readings."""
    hbv_viral_load: Records[HbvViralLoadRecord] | None = None
    """Hepatitis B viral load (positive: detected at any level)."""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Patient:
        """The patient in data as JSON has them. Raises InvalidPatient, which lists all problems."""
        found: list[Problem] = []
        patient = _read_patient(data, found)
        if found:
            raise InvalidPatient(tuple(found))
        return patient

    @classmethod
    def from_json(cls, text: str | bytes) -> Patient:
        """The patient in JSON text. Raises InvalidPatient, which lists all problems."""
        return cls.from_dict(_parsed(text))


_100 = Decimal(100)
_14_DAYS = timedelta(days=14)
_150 = Decimal(150)
_18_DAYS = timedelta(days=18)
_1_5 = Decimal("1.5")
_1_DAYS = timedelta(days=1)
_28_DAYS = timedelta(days=28)
_2_5 = Decimal("2.5")
_2_DAYS = timedelta(days=2)
_3_DAYS = timedelta(days=3)
_7_DAYS = timedelta(days=7)
_9 = Decimal(9)
_OPTIONS_01 = ("locally_advanced", "metastatic")
_OPTIONS_02 = frozenset({"cytotoxic", "conjugate"})
_OPTIONS_03 = frozenset({"hormonal"})
_OPTIONS_04 = ("nyha_3", "nyha_4")
_OPTIONS_05 = frozenset({"condom", "diaphragm", "spermicide"})


def inclusion_1(p: Patient) -> bool | None:
    """At least ≥ 18 years of age (male or female) at the time of signing the informed …

    Source: criteria/NCT03102606.crit, lines 30–36.
    """
    consent = p.consent
    if consent is not None and type(consent) is not date:
        return inclusion_1_clauses.in_full(0, p)
    birth_date = p.birth_date
    return (
        years_between(birth_date, consent) >= 18
        if consent and type(birth_date) is date
        else age_in("years", birth_date, consent, 18, None)
    )


def inclusion_2(p: Patient) -> bool | None:
    """ECOG performance status of 0 to 1.

    Source: criteria/NCT03102606.crit, lines 38–42.
    """
    return None if p.ecog is None else 0 <= p.ecog <= 1


def inclusion_3(p: Patient) -> bool | None:
    """Patients with: Phase 2 only: - Advanced or metastatic NSCLC failing platinum-based …

    Source: criteria/NCT03102606.crit, lines 89–133.
    """
    unknown = False
    # line 102: all of these
    part: bool | None = _inclusion_3_2(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 107: all of these
    part = _inclusion_3_3(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_2(p: Patient) -> bool | None:
    """Line 102: all of these."""
    unknown = False
    # line 102: part of the study: Phase 2
    part: bool | None
    if p.parts is None:
        part = None
    elif "phase_2" in p.parts.values:
        part = True
    elif p.parts.complete:
        part = False
    else:
        part = None
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 104: cancer for which the docetaxel of the study is to be given: non-small cell lung cancer (NSCLC)
    part = None if p.study_cancer is None else p.study_cancer == "nsclc"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 105: extent of this cancer: “locally advanced, not metastatic” or “metastatic”
    part = None if p.cancer_extent is None else p.cancer_extent in _OPTIONS_01
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 106: platinum-based therapy of the non-small cell lung cancer has failed
    part = defined_platinum_failed(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_3(p: Patient) -> bool | None:
    """Line 107: all of these."""
    unknown = False
    # line 107: part of the study: Phase 3
    part: bool | None
    if p.parts is None:
        part = None
    elif "phase_3" in p.parts.values:
        part = True
    elif p.parts.complete:
        part = False
    else:
        part = None
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 108: any of these
    part = _inclusion_3_4(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_4(p: Patient) -> bool | None:
    """Line 108: any of these."""
    unknown = False
    # line 109: all of these
    part: bool | None = _inclusion_3_5(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 117: all of these
    part = _inclusion_3_7(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 121: all of these
    part = _inclusion_3_8(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_5(p: Patient) -> bool | None:
    """Line 109: all of these."""
    unknown = False
    # line 110: cancer for which the docetaxel of the study is to be given: breast cancer
    part: bool | None = None if p.study_cancer is None else p.study_cancer == "breast"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 111: extent of this cancer: “locally advanced, not metastatic” or “metastatic”
    part = None if p.cancer_extent is None else p.cancer_extent in _OPTIONS_01
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 112: anticancer drug treatments outside the study, past and present: at most four different entries under “line of therapy it belonged to”, counting those where the cancer it was given for is breast cancer, and the kinds of treatment it consisted of include cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate), and it has failed (the cancer progressed or came back during or after it), and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug
    if p.treatments is None or not p.treatments.complete:
        part = inclusion_3_clauses.in_full(14, p)
    else:
        seen = set()
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 113: cancer it was given for: breast cancer
            hit: bool | None = (
                None if treatments_1.tumour is None else treatments_1.tumour == "breast"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 114: kinds of treatment it consisted of: cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate) among them
            if treatments_1.kinds is None:
                hit = None
            elif not treatments_1.kinds.values.isdisjoint(_OPTIONS_02):
                hit = True
            elif treatments_1.kinds.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 115: it has failed (the cancer progressed or came back during or after it)
            hit = treatments_1.failed
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 116: any of these
            hit = _inclusion_3_6(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = inclusion_3_clauses.in_full(14, p)
                break
            if treatments_1.line is None:
                part = inclusion_3_clauses.in_full(14, p)
                break
            seen.add(treatments_1.line)
        else:
            part = len(seen) <= 4
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_6(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 116: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_3_clauses.in_full(19, p, treatments_1=treatments_1)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 79: first day before the first dose of study drug
    given_start = first_day(treatments_1.given)
    part: bool | None = (
        given_start <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_start) is date
        else day_by(given_start, first_dose_less_1_day)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 80: last day before the first dose of study drug
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_end) is date
        else day_by(given_end, first_dose_less_1_day)
    )
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_7(p: Patient) -> bool | None:
    """Line 117: all of these."""
    unknown = False
    # line 118: cancer for which the docetaxel of the study is to be given: non-small cell lung cancer (NSCLC)
    part: bool | None = None if p.study_cancer is None else p.study_cancer == "nsclc"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 119: extent of this cancer: “locally advanced, not metastatic” or “metastatic”
    part = None if p.cancer_extent is None else p.cancer_extent in _OPTIONS_01
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 120: platinum-based therapy of the non-small cell lung cancer has failed
    part = defined_platinum_failed(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_8(p: Patient) -> bool | None:
    """Line 121: all of these."""
    unknown = False
    # line 122: cancer for which the docetaxel of the study is to be given: prostate cancer
    part: bool | None = None if p.study_cancer is None else p.study_cancer == "prostate"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 123: Is the prostate cancer hormone-refractory?
    part = p.hormone_refractory
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_4(p: Patient) -> bool | None:
    """Pathology confirmation of cancer is required.

    Source: criteria/NCT03102606.crit, lines 135–139.
    """
    return p.pathology_confirmed


def inclusion_5(p: Patient) -> bool | None:
    """Patients with ≥ 1 of the following risk factors, at the initiation of docetaxel …

    Source: criteria/NCT03102606.crit, lines 150–186.
    """
    docetaxel_start = p.docetaxel_start
    if docetaxel_start is not None and type(docetaxel_start) is not date:
        return inclusion_5_clauses.in_full(0, p)
    docetaxel_start_less_1_day = docetaxel_start and docetaxel_start - _1_DAYS
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_5_clauses.in_full(0, p)
    first_dose_less_28_days = first_dose and first_dose - _28_DAYS
    unknown = False
    # line 160: anticancer drug treatments outside the study, past and present: at least one where the kinds of treatment it consisted of include cytotoxic chemotherapy, and either the first day is before the start of the docetaxel of the study, or the last day is before the start of the docetaxel of the study
    part: bool | None = None
    if p.treatments is not None:
        part = False if p.treatments.complete else None
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 161: kinds of treatment it consisted of: cytotoxic chemotherapy among them
            hit: bool | None
            if treatments_1.kinds is None:
                hit = None
            elif "cytotoxic" in treatments_1.kinds.values:
                hit = True
            elif treatments_1.kinds.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 162: any of these
            hit = _inclusion_5_2(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return True
    if part is None:
        unknown = True
    # line 163: courses of radiation, past and present: at least one where the first day of the course is before the start of the docetaxel of the study, or the last day of the course is before the start of the docetaxel of the study
    part = None
    if p.radiotherapies is not None:
        part = False if p.radiotherapies.complete else None
        for radiotherapies_1 in p.radiotherapies.items:
            doubt = False
            # line 79: first day of the course: before the start of the docetaxel of the study
            irradiated_start = first_day(radiotherapies_1.irradiated)
            hit = (
                irradiated_start <= docetaxel_start_less_1_day
                if docetaxel_start_less_1_day and type(irradiated_start) is date
                else day_by(irradiated_start, docetaxel_start_less_1_day)
            )
            if hit:
                part = True
                break
            if hit is None:
                doubt = True
            # line 80: last day of the course: before the start of the docetaxel of the study
            irradiated_end = last_day(radiotherapies_1.irradiated)
            hit = (
                irradiated_end <= docetaxel_start_less_1_day
                if docetaxel_start_less_1_day and type(irradiated_end) is date
                else day_by(irradiated_end, docetaxel_start_less_1_day)
            )
            if hit:
                part = True
                break
            if doubt or hit is None:
                part = None
                continue
    if part:
        return True
    if part is None:
        unknown = True
    # line 164: the tumour involves the bone marrow
    part = p.marrow_involved
    if part:
        return True
    if part is None:
        unknown = True
    # line 166: surgical procedures: at least one where the date is within 4 weeks before the first dose of study drug
    part = None
    if p.surgeries is not None:
        part = False if p.surgeries.complete else None
        for surgeries_1 in p.surgeries.items:
            # line 166: date: within 4 weeks before the first dose of study drug
            done_on = surgeries_1.done_on
            hit = (
                first_dose_less_28_days <= done_on <= first_dose
                if first_dose_less_28_days and first_dose and type(done_on) is date
                else day_in(done_on, first_dose_less_28_days, first_dose)
            )
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    if part:
        return True
    if part is None:
        unknown = True
    # line 167: open wounds: at least one where it was open at any time within 4 weeks before the first dose of study drug
    part = None
    if p.wounds is not None:
        part = False if p.wounds.complete else None
        for wounds_1 in p.wounds.items:
            # line 167: it was open at any time within 4 weeks before the first dose of study drug
            hit = period_in(wounds_1.open_days, first_dose, first_dose_less_28_days)
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    if part:
        return True
    if part is None:
        unknown = True
    # line 168: all of these
    part = _inclusion_5_3(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_5_2(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 162: any of these."""
    docetaxel_start = p.docetaxel_start
    if docetaxel_start is not None and type(docetaxel_start) is not date:
        return inclusion_5_clauses.in_full(6, p, treatments_1=treatments_1)
    docetaxel_start_less_1_day = docetaxel_start and docetaxel_start - _1_DAYS
    unknown = False
    # line 79: first day before the start of the docetaxel of the study
    given_start = first_day(treatments_1.given)
    part: bool | None = (
        given_start <= docetaxel_start_less_1_day
        if docetaxel_start_less_1_day and type(given_start) is date
        else day_by(given_start, docetaxel_start_less_1_day)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 80: last day before the start of the docetaxel of the study
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= docetaxel_start_less_1_day
        if docetaxel_start_less_1_day and type(given_end) is date
        else day_by(given_end, docetaxel_start_less_1_day)
    )
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_5_3(p: Patient) -> bool | None:
    """Line 168: all of these."""
    docetaxel_start = p.docetaxel_start
    if docetaxel_start is not None and type(docetaxel_start) is not date:
        return inclusion_5_clauses.in_full(19, p)
    unknown = False
    # line 169: age at the start of the docetaxel of the study: above 65 years
    birth_date = p.birth_date
    part: bool | None = (
        years_between(birth_date, docetaxel_start) >= 66
        if docetaxel_start and type(birth_date) is date
        else age_in("years", birth_date, docetaxel_start, 66, None)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 170: the patient is to receive the full chemotherapy dose intensity
    part = p.full_dose_intensity
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_6(p: Patient) -> bool | None:
    """Life expectancy of 3 months or more.

    Source: criteria/NCT03102606.crit, lines 188–193.
    """
    return p.life_expectancy_3_months


def inclusion_7(p: Patient) -> bool | None:
    """The following laboratory results assessed within 14 days prior to study drug …

    Source: criteria/NCT03102606.crit, lines 213–258.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_7_clauses.in_full(0, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 231: latest haemoglobin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at least 9 g/dL
    part: bool | None = None
    if p.haemoglobin is not None and p.haemoglobin.complete:
        latest: HaemoglobinRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for haemoglobin_1 in p.haemoglobin.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date_ = haemoglobin_1.date
            hit: bool | None = (
                first_dose_less_14_days <= date_ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_2(p, haemoglobin_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = haemoglobin_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = haemoglobin_1.date
            if type(on) is not date or on == latest_day:
                part = inclusion_7_clauses.in_full(2, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = haemoglobin_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(2, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value >= _9
                else:
                    part = at_least(value, _9)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 232: this haemoglobin is independent of transfusion and of growth factor support
    part = p.unsupported_haemoglobin
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 233: latest absolute neutrophil count (ANC) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at least 1.5 × 10⁹/L
    part = None
    if p.neutrophils is not None and p.neutrophils.complete:
        latest_: Neutrophil | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for neutrophils_1 in p.neutrophils.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date__ = neutrophils_1.date
            hit = (
                first_dose_less_14_days <= date__ <= first_dose
                if first_dose_less_14_days and first_dose and type(date__) is date
                else day_in(date__, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_3(p, neutrophils_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = neutrophils_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(10, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = neutrophils_1.date
            if type(on) is not date or on == latest_day_:
                part = inclusion_7_clauses.in_full(10, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = neutrophils_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_7_clauses.in_full(10, p)
            elif latest_ is not None:
                value_ = latest_.value
                if value_ is None:
                    part = None
                elif not value_.bound:
                    part = value_.value >= _1_5
                else:
                    part = at_least(value_, _1_5)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 234: this ANC is independent of growth factor support
    part = p.unsupported_neutrophils
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 235: the latest direct bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is at most 1.5 times the upper limit of normal if the patient has been diagnosed with Gilbert's disease; otherwise the latest total bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is at most 1.5 times the upper limit of normal
    part = _inclusion_7_4(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 238: latest aspartate aminotransferase (AST) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise at most 2.5 times the upper limit of normal
    part = None
    if p.ast is not None and p.ast.complete:
        latest__: AstRecord | None = None
        latest_day__: date | None = None
        open_day__: date | None = None
        for ast_1 in p.ast.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date___ = ast_1.date
            hit = (
                first_dose_less_14_days <= date___ <= first_dose
                if first_dose_less_14_days and first_dose and type(date___) is date
                else day_in(date___, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_7(p, ast_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = ast_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(34, p)
                    break
                if open_day__ is None or on > open_day__:
                    open_day__ = on
                continue
            on = ast_1.date
            if type(on) is not date or on == latest_day__:
                part = inclusion_7_clauses.in_full(34, p)
                break
            if latest_day__ is None or on > latest_day__:
                latest__, latest_day__ = ast_1, on
        else:
            if open_day__ is not None and not_before(open_day__, latest_day__):
                part = inclusion_7_clauses.in_full(34, p)
            elif latest__ is not None:
                part = _inclusion_7_8(p, latest__)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 241: latest alanine aminotransferase (ALT) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise at most 2.5 times the upper limit of normal
    part = None
    if p.alt is not None and p.alt.complete:
        latest___: AltRecord | None = None
        latest_day___: date | None = None
        open_day___: date | None = None
        for alt_1 in p.alt.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date____ = alt_1.date
            hit = (
                first_dose_less_14_days <= date____ <= first_dose
                if first_dose_less_14_days and first_dose and type(date____) is date
                else day_in(date____, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_10(p, alt_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = alt_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(50, p)
                    break
                if open_day___ is None or on > open_day___:
                    open_day___ = on
                continue
            on = alt_1.date
            if type(on) is not date or on == latest_day___:
                part = inclusion_7_clauses.in_full(50, p)
                break
            if latest_day___ is None or on > latest_day___:
                latest___, latest_day___ = alt_1, on
        else:
            if open_day___ is not None and not_before(open_day___, latest_day___):
                part = inclusion_7_clauses.in_full(50, p)
            elif latest___ is not None:
                part = _inclusion_7_11(p, latest___)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 244: latest serum creatinine within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal
    part = None
    if p.creatinine is not None and p.creatinine.complete:
        latest____: CreatinineRecord | None = None
        latest_day____: date | None = None
        open_day____: date | None = None
        for creatinine_1 in p.creatinine.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date_____ = creatinine_1.date
            hit = (
                first_dose_less_14_days <= date_____ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_____) is date
                else day_in(date_____, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_13(p, creatinine_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = creatinine_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(66, p)
                    break
                if open_day____ is None or on > open_day____:
                    open_day____ = on
                continue
            on = creatinine_1.date
            if type(on) is not date or on == latest_day____:
                part = inclusion_7_clauses.in_full(66, p)
                break
            if latest_day____ is None or on > latest_day____:
                latest____, latest_day____ = creatinine_1, on
        else:
            if open_day____ is not None and not_before(open_day____, latest_day____):
                part = inclusion_7_clauses.in_full(66, p)
            elif latest____ is not None:
                value__ = latest____.value
                if value__ is None:
                    part = None
                elif (
                    not value__.bound
                    and type(value__.value) is Decimal
                    and type(value__.uln) is Decimal
                ):
                    part = value__.value <= multiplied(_1_5, value__.uln)
                else:
                    part = inclusion_7_clauses.in_full(72, p, creatinine_1=latest____)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_7_2(p: Patient, haemoglobin_1: HaemoglobinRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = (
        None if haemoglobin_1.laboratory is None else haemoglobin_1.laboratory == "central"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_3(p: Patient, neutrophils_1: Neutrophil) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = (
        None if neutrophils_1.laboratory is None else neutrophils_1.laboratory == "central"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_4(p: Patient) -> bool | None:
    """Line 235: the latest direct bilirubin within 14 days before the first dose of study drug
    where the result is from the central laboratory, or local laboratory results are accepted is at
    most 1.5 times the upper limit of normal if the patient has been diagnosed with Gilbert's
    disease; otherwise the latest total bilirubin within 14 days before the first dose of study drug
    where the result is from the central laboratory, or local laboratory results are accepted is at
    most 1.5 times the upper limit of normal.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_7_clauses.in_full(18, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    # line 236: the patient has been diagnosed with Gilbert's disease
    part: bool | None = p.gilbert
    if part:
        part = None
        if p.direct_bilirubin is not None and p.direct_bilirubin.complete:
            latest: DirectBilirubinRecord | None = None
            latest_day: date | None = None
            open_day: date | None = None
            for direct_bilirubin_1 in p.direct_bilirubin.items:
                doubt = False
                # line 227: measured within 14 days before the first dose of study drug
                date_ = direct_bilirubin_1.date
                hit: bool | None = (
                    first_dose_less_14_days <= date_ <= first_dose
                    if first_dose_less_14_days and first_dose and type(date_) is date
                    else day_in(date_, first_dose_less_14_days, first_dose)
                )
                if hit is False:
                    continue
                if hit is None:
                    doubt = True
                # line 227: any of these
                hit = _inclusion_7_5(p, direct_bilirubin_1)
                if hit is False:
                    continue
                if doubt or hit is None:
                    on = direct_bilirubin_1.date
                    if type(on) is not date:
                        part = inclusion_7_clauses.in_full(20, p)
                        break
                    if open_day is None or on > open_day:
                        open_day = on
                    continue
                on = direct_bilirubin_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_7_clauses.in_full(20, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = direct_bilirubin_1, on
            else:
                if open_day is not None and not_before(open_day, latest_day):
                    part = inclusion_7_clauses.in_full(20, p)
                elif latest is not None:
                    value = latest.value
                    if value is None:
                        part = None
                    elif (
                        not value.bound
                        and type(value.value) is Decimal
                        and type(value.uln) is Decimal
                    ):
                        part = value.value <= multiplied(_1_5, value.uln)
                    else:
                        part = inclusion_7_clauses.in_full(26, p, direct_bilirubin_1=latest)
        return part
    if part is None:
        return inclusion_7_clauses.in_full(18, p)
    part = None
    if p.bilirubin is not None and p.bilirubin.complete:
        latest_: BilirubinRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for bilirubin_1 in p.bilirubin.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date__ = bilirubin_1.date
            hit = (
                first_dose_less_14_days <= date__ <= first_dose
                if first_dose_less_14_days and first_dose and type(date__) is date
                else day_in(date__, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_6(p, bilirubin_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = bilirubin_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(27, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = bilirubin_1.date
            if type(on) is not date or on == latest_day_:
                part = inclusion_7_clauses.in_full(27, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = bilirubin_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_7_clauses.in_full(27, p)
            elif latest_ is not None:
                value_ = latest_.value
                if value_ is None:
                    part = None
                elif (
                    not value_.bound
                    and type(value_.value) is Decimal
                    and type(value_.uln) is Decimal
                ):
                    part = value_.value <= multiplied(_1_5, value_.uln)
                else:
                    part = inclusion_7_clauses.in_full(33, p, bilirubin_1=latest_)
    return part


def _inclusion_7_5(p: Patient, direct_bilirubin_1: DirectBilirubinRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = (
        None
        if direct_bilirubin_1.laboratory is None
        else direct_bilirubin_1.laboratory == "central"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_6(p: Patient, bilirubin_1: BilirubinRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = (
        None if bilirubin_1.laboratory is None else bilirubin_1.laboratory == "central"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_7(p: Patient, ast_1: AstRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = None if ast_1.laboratory is None else ast_1.laboratory == "central"
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_8(p: Patient, ast_1: AstRecord) -> bool | None:
    """Line 238: aspartate aminotransferase (AST) is at most 1.5 times the upper limit of normal if
    the latest alkaline phosphatase within 14 days before the first dose of study drug where the
    result is from the central laboratory, or local laboratory results are accepted is above 2.5
    times the upper limit of normal; otherwise aspartate aminotransferase (AST) is at most 2.5 times
    the upper limit of normal.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_7_clauses.in_full(40, p, ast_1=ast_1)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    # line 239: latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: above 2.5 times the upper limit of normal
    part: bool | None = None
    if p.alp is not None and p.alp.complete:
        latest: AlpRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for alp_1 in p.alp.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date_ = alp_1.date
            hit: bool | None = (
                first_dose_less_14_days <= date_ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_9(p, alp_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = alp_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(41, p, ast_1=ast_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = alp_1.date
            if type(on) is not date or on == latest_day:
                part = inclusion_7_clauses.in_full(41, p, ast_1=ast_1)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = alp_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(41, p, ast_1=ast_1)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_2_5, value.uln)
                else:
                    part = inclusion_7_clauses.in_full(47, p, ast_1=ast_1, alp_1=latest)
    if part:
        value_ = ast_1.value
        if value_ is None:
            part = None
        elif not value_.bound and type(value_.value) is Decimal and type(value_.uln) is Decimal:
            part = value_.value <= multiplied(_1_5, value_.uln)
        else:
            part = inclusion_7_clauses.in_full(48, p, ast_1=ast_1)
        return part
    if part is None:
        return inclusion_7_clauses.in_full(40, p, ast_1=ast_1)
    value_ = ast_1.value
    if value_ is None:
        part = None
    elif not value_.bound and type(value_.value) is Decimal and type(value_.uln) is Decimal:
        part = value_.value <= multiplied(_2_5, value_.uln)
    else:
        part = inclusion_7_clauses.in_full(49, p, ast_1=ast_1)
    return part


def _inclusion_7_9(p: Patient, alp_1: AlpRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = None if alp_1.laboratory is None else alp_1.laboratory == "central"
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_10(p: Patient, alt_1: AltRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = None if alt_1.laboratory is None else alt_1.laboratory == "central"
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_11(p: Patient, alt_1: AltRecord) -> bool | None:
    """Line 241: alanine aminotransferase (ALT) is at most 1.5 times the upper limit of normal if
    the latest alkaline phosphatase within 14 days before the first dose of study drug where the
    result is from the central laboratory, or local laboratory results are accepted is above 2.5
    times the upper limit of normal; otherwise alanine aminotransferase (ALT) is at most 2.5 times
    the upper limit of normal.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_7_clauses.in_full(56, p, alt_1=alt_1)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    # line 242: latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: above 2.5 times the upper limit of normal
    part: bool | None = None
    if p.alp is not None and p.alp.complete:
        latest: AlpRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for alp_2 in p.alp.items:
            doubt = False
            # line 227: measured within 14 days before the first dose of study drug
            date_ = alp_2.date
            hit: bool | None = (
                first_dose_less_14_days <= date_ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 227: any of these
            hit = _inclusion_7_12(p, alp_2)
            if hit is False:
                continue
            if doubt or hit is None:
                on = alp_2.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(57, p, alt_1=alt_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = alp_2.date
            if type(on) is not date or on == latest_day:
                part = inclusion_7_clauses.in_full(57, p, alt_1=alt_1)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = alp_2, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(57, p, alt_1=alt_1)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_2_5, value.uln)
                else:
                    part = inclusion_7_clauses.in_full(63, p, alt_1=alt_1, alp_2=latest)
    if part:
        value_ = alt_1.value
        if value_ is None:
            part = None
        elif not value_.bound and type(value_.value) is Decimal and type(value_.uln) is Decimal:
            part = value_.value <= multiplied(_1_5, value_.uln)
        else:
            part = inclusion_7_clauses.in_full(64, p, alt_1=alt_1)
        return part
    if part is None:
        return inclusion_7_clauses.in_full(56, p, alt_1=alt_1)
    value_ = alt_1.value
    if value_ is None:
        part = None
    elif not value_.bound and type(value_.value) is Decimal and type(value_.uln) is Decimal:
        part = value_.value <= multiplied(_2_5, value_.uln)
    else:
        part = inclusion_7_clauses.in_full(65, p, alt_1=alt_1)
    return part


def _inclusion_7_12(p: Patient, alp_2: AlpRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = None if alp_2.laboratory is None else alp_2.laboratory == "central"
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_13(p: Patient, creatinine_1: CreatinineRecord) -> bool | None:
    """Line 227: any of these."""
    unknown = False
    # line 228: the result is from the central laboratory
    part: bool | None = (
        None if creatinine_1.laboratory is None else creatinine_1.laboratory == "central"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 229: local laboratory results are accepted
    part = defined_local_results_count(p)
    if part:
        return True
    return None if unknown or part is None else False


def inclusion_8(p: Patient) -> bool | None:
    """Prothrombin time (PT)/International Normalized Ratio (INR) ≤ 1.5 × upper limit of …

    Source: criteria/NCT03102606.crit, lines 264–277.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_8_clauses.in_full(0, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 269: latest prothrombin time (PT) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.prothrombin_time is not None and p.prothrombin_time.complete:
        latest: ProthrombinTimeRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for prothrombin_time_1 in p.prothrombin_time.items:
            doubt = False
            # line 267: measured within 14 days before the first dose of study drug
            date_ = prothrombin_time_1.date
            hit: bool | None = (
                first_dose_less_14_days <= date_ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 267: the result is from the central laboratory
            hit = (
                None
                if prothrombin_time_1.laboratory is None
                else prothrombin_time_1.laboratory == "central"
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = prothrombin_time_1.date
                if type(on) is not date:
                    part = inclusion_8_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = prothrombin_time_1.date
            if type(on) is not date or on == latest_day:
                part = inclusion_8_clauses.in_full(2, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = prothrombin_time_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_8_clauses.in_full(2, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = inclusion_8_clauses.in_full(6, p, prothrombin_time_1=latest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 270: latest international normalized ratio (INR) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal
    part = None
    if p.inr is not None and p.inr.complete:
        latest_: InrRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for inr_1 in p.inr.items:
            doubt = False
            # line 267: measured within 14 days before the first dose of study drug
            date__ = inr_1.date
            hit = (
                first_dose_less_14_days <= date__ <= first_dose
                if first_dose_less_14_days and first_dose and type(date__) is date
                else day_in(date__, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 267: the result is from the central laboratory
            hit = None if inr_1.laboratory is None else inr_1.laboratory == "central"
            if hit is False:
                continue
            if doubt or hit is None:
                on = inr_1.date
                if type(on) is not date:
                    part = inclusion_8_clauses.in_full(7, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = inr_1.date
            if type(on) is not date or on == latest_day_:
                part = inclusion_8_clauses.in_full(7, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = inr_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_8_clauses.in_full(7, p)
            elif latest_ is not None:
                value_ = latest_.value
                if value_ is None:
                    part = None
                elif (
                    not value_.bound
                    and type(value_.value) is Decimal
                    and type(value_.uln) is Decimal
                ):
                    part = value_.value <= multiplied(_1_5, value_.uln)
                else:
                    part = inclusion_8_clauses.in_full(11, p, inr_1=latest_)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 271: latest activated partial thromboplastin time (PTT) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal
    part = None
    if p.aptt is not None and p.aptt.complete:
        latest__: ApttRecord | None = None
        latest_day__: date | None = None
        open_day__: date | None = None
        for aptt_1 in p.aptt.items:
            doubt = False
            # line 267: measured within 14 days before the first dose of study drug
            date___ = aptt_1.date
            hit = (
                first_dose_less_14_days <= date___ <= first_dose
                if first_dose_less_14_days and first_dose and type(date___) is date
                else day_in(date___, first_dose_less_14_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 267: the result is from the central laboratory
            hit = None if aptt_1.laboratory is None else aptt_1.laboratory == "central"
            if hit is False:
                continue
            if doubt or hit is None:
                on = aptt_1.date
                if type(on) is not date:
                    part = inclusion_8_clauses.in_full(12, p)
                    break
                if open_day__ is None or on > open_day__:
                    open_day__ = on
                continue
            on = aptt_1.date
            if type(on) is not date or on == latest_day__:
                part = inclusion_8_clauses.in_full(12, p)
                break
            if latest_day__ is None or on > latest_day__:
                latest__, latest_day__ = aptt_1, on
        else:
            if open_day__ is not None and not_before(open_day__, latest_day__):
                part = inclusion_8_clauses.in_full(12, p)
            elif latest__ is not None:
                value__ = latest__.value
                if value__ is None:
                    part = None
                elif (
                    not value__.bound
                    and type(value__.value) is Decimal
                    and type(value__.uln) is Decimal
                ):
                    part = value__.value <= multiplied(_1_5, value__.uln)
                else:
                    part = inclusion_8_clauses.in_full(16, p, aptt_1=latest__)
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_9(p: Patient) -> bool | None:
    """Female subjects of childbearing potential have a negative pregnancy test at …

    Source: criteria/NCT03102606.crit, lines 329–401.
    """
    unknown = False
    # line 349: any of these
    part: bool | None = _inclusion_9_2(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 352: any of these
    part = _inclusion_9_3(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 358: any of these
    part = _inclusion_9_5(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 374: any of these
    part = _inclusion_9_10(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_9_2(p: Patient) -> bool | None:
    """Line 349: any of these."""
    unknown = False
    # line 349: woman of childbearing potential
    part: bool | None = defined_childbearing_potential(p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 351: latest pregnancy test, in urine or serum at the screening visit: negative
    part = None
    if p.pregnancy_test is not None and p.pregnancy_test.complete:
        latest: PregnancyTestRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for pregnancy_test_1 in p.pregnancy_test.items:
            # line 350: visit of pregnancy test, in urine or serum: date of the screening visit
            hit: bool | None = (
                None if pregnancy_test_1.visit is None else pregnancy_test_1.visit == "screening"
            )
            if hit:
                on = pregnancy_test_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_9_clauses.in_full(5, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = pregnancy_test_1, on
                continue
            if hit is None:
                on = pregnancy_test_1.date
                if type(on) is not date:
                    part = inclusion_9_clauses.in_full(5, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_9_clauses.in_full(5, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "negative"
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_9_3(p: Patient) -> bool | None:
    """Line 352: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_9_clauses.in_full(8, p)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 352: woman of childbearing potential
    part: bool | None = defined_childbearing_potential(p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 354: latest urine pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): negative
    part = None
    if p.urine_test is not None and p.urine_test.complete:
        latest: UrineTestRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for urine_test_1 in p.urine_test.items:
            doubt = False
            # line 353: measured within 1 day before the first dose of study drug
            date_ = urine_test_1.date
            hit: bool | None = (
                first_dose_less_1_day <= date_ <= first_dose
                if first_dose_less_1_day and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_1_day, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 353: the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)
            hit = p.test_within_24_hours
            if hit is False:
                continue
            if doubt or hit is None:
                on = urine_test_1.date
                if type(on) is not date:
                    part = inclusion_9_clauses.in_full(12, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = urine_test_1.date
            if type(on) is not date or on == latest_day:
                part = inclusion_9_clauses.in_full(12, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = urine_test_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_9_clauses.in_full(12, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "negative"
    if part:
        return True
    if part is None:
        unknown = True
    # line 355: all of these
    part = _inclusion_9_4(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_9_4(p: Patient) -> bool | None:
    """Line 355: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_9_clauses.in_full(17, p)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 356: latest urine pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): positive
    part: bool | None = None
    if p.urine_test is not None and p.urine_test.complete:
        latest: UrineTestRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for urine_test_2 in p.urine_test.items:
            doubt = False
            # line 353: measured within 1 day before the first dose of study drug
            date_ = urine_test_2.date
            hit: bool | None = (
                first_dose_less_1_day <= date_ <= first_dose
                if first_dose_less_1_day and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_1_day, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 353: the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)
            hit = p.test_within_24_hours
            if hit is False:
                continue
            if doubt or hit is None:
                on = urine_test_2.date
                if type(on) is not date:
                    part = inclusion_9_clauses.in_full(18, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = urine_test_2.date
            if type(on) is not date or on == latest_day:
                part = inclusion_9_clauses.in_full(18, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = urine_test_2, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_9_clauses.in_full(18, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 357: latest serum pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): negative
    part = None
    if p.serum_test is not None and p.serum_test.complete:
        latest_: SerumTestRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for serum_test_1 in p.serum_test.items:
            doubt = False
            # line 353: measured within 1 day before the first dose of study drug
            date__ = serum_test_1.date
            hit = (
                first_dose_less_1_day <= date__ <= first_dose
                if first_dose_less_1_day and first_dose and type(date__) is date
                else day_in(date__, first_dose_less_1_day, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 353: the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)
            hit = p.test_within_24_hours
            if hit is False:
                continue
            if doubt or hit is None:
                on = serum_test_1.date
                if type(on) is not date:
                    part = inclusion_9_clauses.in_full(23, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = serum_test_1.date
            if type(on) is not date or on == latest_day_:
                part = inclusion_9_clauses.in_full(23, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = serum_test_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_9_clauses.in_full(23, p)
            elif latest_ is not None:
                part = None if latest_.value is None else latest_.value == "negative"
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_9_5(p: Patient) -> bool | None:
    """Line 358: any of these."""
    unknown = False
    # line 358: sexually active woman of childbearing potential
    part: bool | None = defined_active_woman(p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 359: all of these
    part = _inclusion_9_6(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_9_6(p: Patient) -> bool | None:
    """Line 359: all of these."""
    unknown = False
    # line 360: she agrees to use two forms of accepted contraception during the study and for 3 months after the last dose
    part: bool | None = p.contraception_agreed
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 361: any of these
    part = _inclusion_9_7(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_9_7(p: Patient) -> bool | None:
    """Line 361: any of these."""
    unknown = False
    # line 362: all of these
    part: bool | None = _inclusion_9_8(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 365: all of these
    part = _inclusion_9_9(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 369: at least two of these hold: contraception to be used: “condom, male or female” among them; contraception to be used: diaphragm among them; contraception to be used: “spermicide (cream or gel that contains a chemical to kill sperm)” among them
    holding = possible = 0
    # line 370: contraception to be used: “condom, male or female” among them
    item: bool | None
    if p.contraception is None:
        item = None
    elif "condom" in p.contraception.values:
        item = True
    elif p.contraception.complete:
        item = False
    else:
        item = None
    if item:
        holding += 1
    if item is not False:
        possible += 1
    # line 371: contraception to be used: diaphragm among them
    if p.contraception is None:
        item = None
    elif "diaphragm" in p.contraception.values:
        item = True
    elif p.contraception.complete:
        item = False
    else:
        item = None
    if item:
        holding += 1
    if item is not False:
        possible += 1
    # line 372: contraception to be used: “spermicide (cream or gel that contains a chemical to kill sperm)” among them
    if p.contraception is None:
        item = None
    elif "spermicide" in p.contraception.values:
        item = True
    elif p.contraception.complete:
        item = False
    else:
        item = None
    if item:
        holding += 1
    if item is not False:
        possible += 1
    part = within(holding, possible, 2, None)
    if part:
        return True
    if part is None:
        unknown = True
    # line 373: contraception to be used: vasectomized partner among them
    if p.contraception is None:
        part = None
    elif "vasectomized_partner" in p.contraception.values:
        part = True
    elif p.contraception.complete:
        part = False
    else:
        part = None
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_9_8(p: Patient) -> bool | None:
    """Line 362: all of these."""
    unknown = False
    # line 363: contraception to be used: intrauterine device (IUD) among them
    part: bool | None
    if p.contraception is None:
        part = None
    elif "iud" in p.contraception.values:
        part = True
    elif p.contraception.complete:
        part = False
    else:
        part = None
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 364: at least one effective barrier method
    part = defined_barrier(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_9_9(p: Patient) -> bool | None:
    """Line 365: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_9_clauses.in_full(37, p)
    first_dose_less_3_months = first_dose and months_from(first_dose, -3)
    unknown = False
    # line 366: contraception to be used: “hormonal contraception (oral, injectable, implant, transdermal)” among them
    part: bool | None
    if p.contraception is None:
        part = None
    elif "hormonal_contraception" in p.contraception.values:
        part = True
    elif p.contraception.complete:
        part = False
    else:
        part = None
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 367: hormonal contraception at a stable dose was ongoing throughout the 3 months before the first dose of study drug
    part = period_in(p.stable_hormonal, first_dose_less_3_months, first_dose)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 368: at least one effective barrier method
    part = defined_barrier(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_9_10(p: Patient) -> bool | None:
    """Line 374: any of these."""
    unknown = False
    # line 374: sexually active man whose partner is premenopausal
    part: bool | None = defined_active_man(p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 375: he agrees to two forms of contraception during treatment and for at least 3 months after the last dose
    part = p.man_contraception_agreed
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_1(p: Patient) -> bool | None:
    """History of myelogenous leukemia, myelodysplastic syndrome or concomitant sickle …

    Source: criteria/NCT03102606.crit, lines 405–410.
    """
    unknown = False
    # line 408: the patient has had myelogenous leukaemia
    part: bool | None = p.myelogenous_leukemia
    if part:
        return False
    if part is None:
        unknown = True
    # line 409: the patient has had a myelodysplastic syndrome
    part = p.myelodysplastic_syndrome
    if part:
        return False
    if part is None:
        unknown = True
    # line 410: the patient has sickle cell disease
    part = p.sickle_cell_disease
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_2(p: Patient) -> bool | None:
    """Received chemotherapy within 4 weeks prior to the first dose of study drug.

    Source: criteria/NCT03102606.crit, lines 412–422.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_2_clauses.in_full(0, p)
    first_dose_less_28_days = first_dose and first_dose - _28_DAYS
    # line 414: anticancer drug treatments outside the study, past and present: at least one where it was ongoing at any time within 4 weeks before the first dose of study drug, and either the kinds of treatment it consisted of include cytotoxic chemotherapy, or the kinds of treatment it consisted of include antibody linked to a cytotoxic drug (conjugate)
    part: bool | None = None
    if p.treatments is not None:
        part = False if p.treatments.complete else None
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 414: it was ongoing at any time within 4 weeks before the first dose of study drug
            hit: bool | None = period_in(treatments_1.given, first_dose, first_dose_less_28_days)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 414: any of these
            hit = _exclusion_2_2(treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_2_2(treatments_1: Treatment) -> bool | None:
    """Line 414: any of these."""
    unknown = False
    # line 415: kinds of treatment it consisted of: cytotoxic chemotherapy among them
    part: bool | None
    if treatments_1.kinds is None:
        part = None
    elif "cytotoxic" in treatments_1.kinds.values:
        part = True
    elif treatments_1.kinds.complete:
        part = False
    else:
        part = None
    if part:
        return True
    if part is None:
        unknown = True
    # line 416: kinds of treatment it consisted of: antibody linked to a cytotoxic drug (conjugate) among them
    if treatments_1.kinds is None:
        part = None
    elif "conjugate" in treatments_1.kinds.values:
        part = True
    elif treatments_1.kinds.complete:
        part = False
    else:
        part = None
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_3(p: Patient) -> bool | None:
    """Received prior docetaxel treatment, except adjuvant docetaxel given > 1 year prior …

    Source: criteria/NCT03102606.crit, lines 424–440.
    """
    # line 427: anticancer drug treatments outside the study, past and present: at least one where the drugs it contained include docetaxel, and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug, unless the setting is adjuvant, and it ended more than 1 year before the first dose of study drug
    part: bool | None = None
    if p.treatments is not None:
        part = False if p.treatments.complete else None
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 428: drugs it contained: docetaxel among them
            hit: bool | None
            if treatments_1.drugs is None:
                hit = None
            elif "docetaxel" in treatments_1.drugs.values:
                hit = True
            elif treatments_1.drugs.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 429: any of these
            hit = _exclusion_3_2(p, treatments_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 430: any of these
            hit = _exclusion_3_3(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_3_2(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 429: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_3_clauses.in_full(5, p, treatments_1=treatments_1)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 79: first day before the first dose of study drug
    given_start = first_day(treatments_1.given)
    part: bool | None = (
        given_start <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_start) is date
        else day_by(given_start, first_dose_less_1_day)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 80: last day before the first dose of study drug
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_end) is date
        else day_by(given_end, first_dose_less_1_day)
    )
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_3_3(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 430: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return opposite(exclusion_3_clauses.in_full(9, p, treatments_1=treatments_1))
    first_dose_less_12_months = first_dose and months_from(first_dose, -12)
    first_dose_less_12_months_less_1_day = (
        first_dose_less_12_months and first_dose_less_12_months - _1_DAYS
    )
    unknown = False
    # line 431: setting: adjuvant
    part: bool | None = None if treatments_1.setting is None else treatments_1.setting == "adjuvant"
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 432: it ended more than 1 year before the first dose of study drug
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= first_dose_less_12_months_less_1_day
        if first_dose_less_12_months_less_1_day and type(given_end) is date
        else day_by(given_end, first_dose_less_12_months_less_1_day)
    )
    if part is False:
        return True
    return None if unknown or part is None else False


def exclusion_4(p: Patient) -> bool | None:
    """Phase 3 only: Received >/= 5 lines of cytotoxic chemotherapy for advanced or …

    Source: criteria/NCT03102606.crit, lines 442–460.
    """
    applies = exclusion_4_applies(p)
    if applies is False:
        return True
    # line 447: anticancer drug treatments outside the study, past and present: at least five different entries under “line of therapy it belonged to”, counting those where the cancer it was given for is breast cancer, and the kinds of treatment it consisted of include cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate), and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug
    if p.treatments is None or not p.treatments.complete:
        part: bool | None = exclusion_4_clauses.in_full(1, p)
    else:
        seen = set()
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 448: cancer it was given for: breast cancer
            hit: bool | None = (
                None if treatments_1.tumour is None else treatments_1.tumour == "breast"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 449: kinds of treatment it consisted of: cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate) among them
            if treatments_1.kinds is None:
                hit = None
            elif not treatments_1.kinds.values.isdisjoint(_OPTIONS_02):
                hit = True
            elif treatments_1.kinds.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 450: any of these
            hit = _exclusion_4_2(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = exclusion_4_clauses.in_full(1, p)
                break
            if treatments_1.line is None:
                part = exclusion_4_clauses.in_full(1, p)
                break
            seen.add(treatments_1.line)
        else:
            part = len(seen) >= 5
    if part:
        return False if applies else None
    if part is None:
        return None
    return True


def _exclusion_4_2(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 450: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_4_clauses.in_full(5, p, treatments_1=treatments_1)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 79: first day before the first dose of study drug
    given_start = first_day(treatments_1.given)
    part: bool | None = (
        given_start <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_start) is date
        else day_by(given_start, first_dose_less_1_day)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 80: last day before the first dose of study drug
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_end) is date
        else day_by(given_end, first_dose_less_1_day)
    )
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_4_applies(p: Patient) -> bool | None:
    """Whether exclusion 4 applies to the patient."""
    part: bool | None
    if p.parts is None:
        part = None
    elif "phase_3" in p.parts.values:
        part = True
    elif p.parts.complete:
        part = False
    else:
        part = None
    return part


def exclusion_5(p: Patient) -> bool | None:
    """Current use of strong cytochrome P450 (CYP) 3A4 inhibitors, within 3 days of the …

    Source: criteria/NCT03102606.crit, lines 466–482.
    """
    unknown = False
    # line 471: drugs that inhibit CYP3A4, taken or planned: at least one where it is a strong inhibitor of CYP3A4, and either it was ongoing at any time within 3 days before or after the first dose of study drug, or it was ongoing at any time within 7 days after the start of the docetaxel of the study
    part: bool | None = None
    if p.cyp3a4_inhibitors is not None:
        part = False if p.cyp3a4_inhibitors.complete else None
        for cyp3a4_inhibitors_1 in p.cyp3a4_inhibitors.items:
            doubt = False
            # line 472: it is a strong inhibitor of CYP3A4
            hit: bool | None = cyp3a4_inhibitors_1.strong_inhibitor
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 473: any of these
            hit = _exclusion_5_2(p, cyp3a4_inhibitors_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return False
    if part is None:
        unknown = True
    # line 476: the patient requires a strong inhibitor of CYP3A4
    part = p.requires_strong_inhibitor
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_5_2(p: Patient, cyp3a4_inhibitors_1: Cyp3a4Inhibitor) -> bool | None:
    """Line 473: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_5_clauses.in_full(5, p, cyp3a4_inhibitors_1=cyp3a4_inhibitors_1)
    first_dose_plus_3_days = first_dose and first_dose + _3_DAYS
    first_dose_less_3_days = first_dose and first_dose - _3_DAYS
    docetaxel_start = p.docetaxel_start
    if docetaxel_start is not None and type(docetaxel_start) is not date:
        return exclusion_5_clauses.in_full(5, p, cyp3a4_inhibitors_1=cyp3a4_inhibitors_1)
    docetaxel_start_plus_7_days = docetaxel_start and docetaxel_start + _7_DAYS
    unknown = False
    # line 474: it was ongoing at any time within 3 days before or after the first dose of study drug
    part: bool | None = period_in(
        cyp3a4_inhibitors_1.inhibitor_taken, first_dose_plus_3_days, first_dose_less_3_days
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 475: it was ongoing at any time within 7 days after the start of the docetaxel of the study
    part = period_in(
        cyp3a4_inhibitors_1.inhibitor_taken, docetaxel_start_plus_7_days, docetaxel_start
    )
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_6(p: Patient) -> bool | None:
    """Received an investigational agent or tumor vaccine within 2 weeks before the first …

    Source: criteria/NCT03102606.crit, lines 495–510.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_6_clauses.in_full(0, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 500: investigational agents and tumour vaccines received: at least one where it was ongoing at any time within 2 weeks before the first dose of study drug
    part: bool | None = None
    if p.study_agents is not None:
        part = False if p.study_agents.complete else None
        for study_agents_1 in p.study_agents.items:
            # line 500: it was ongoing at any time within 2 weeks before the first dose of study drug
            hit: bool | None = period_in(
                study_agents_1.agent_given, first_dose, first_dose_less_14_days
            )
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    if part:
        return False
    if part is None:
        unknown = True
    # line 501: the patient has recovered from the toxicity of prior treatment
    part = p.recovered
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 502: adverse events of prior treatment: at least one where the CTCAE v4.03 grade now is above 1
    part = None
    if p.adverse_events is not None:
        part = False if p.adverse_events.complete else None
        for adverse_events_1 in p.adverse_events.items:
            # line 502: CTCAE v4.03 grade now: above 1
            hit = None if adverse_events_1.grade_now is None else adverse_events_1.grade_now > 1
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_7(p: Patient) -> bool | None:
    """Receiving any concurrent anticancer therapies (except continued hormonal treatment).

    Source: criteria/NCT03102606.crit, lines 512–527.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_7_clauses.in_full(0, p)
    unknown = False
    # line 515: anticancer drug treatments outside the study, past and present: at least one where it was ongoing on the day of the first dose of study drug, unless kinds of treatment it consisted of: nothing other than hormonal treatment, and the first day is before the first dose of study drug
    part: bool | None = None
    if p.treatments is not None:
        part = False if p.treatments.complete else None
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 515: it was ongoing on the day of the first dose of study drug
            hit: bool | None = period_in(treatments_1.given, first_dose, first_dose)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 516: any of these
            hit = _exclusion_7_2(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return False
    if part is None:
        unknown = True
    # line 519: courses of radiation, past and present: at least one where the course was ongoing on the day of the first dose of study drug
    part = None
    if p.radiotherapies is not None:
        part = False if p.radiotherapies.complete else None
        for radiotherapies_1 in p.radiotherapies.items:
            # line 519: the course was ongoing on the day of the first dose of study drug
            hit = period_in(radiotherapies_1.irradiated, first_dose, first_dose)
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_7_2(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 516: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_7_clauses.in_full(5, p, treatments_1=treatments_1)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 517: kinds of treatment it consisted of: nothing other than hormonal treatment
    part: bool | None
    if treatments_1.kinds is None:
        part = None
    elif not treatments_1.kinds.values <= _OPTIONS_03:
        part = False
    elif treatments_1.kinds.complete:
        part = True
    else:
        part = None
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 518: first day before the first dose of study drug
    given_start = first_day(treatments_1.given)
    part = (
        given_start <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_start) is date
        else day_by(given_start, first_dose_less_1_day)
    )
    if part is False:
        return True
    return None if unknown or part is None else False


def exclusion_8(p: Patient) -> bool | None:
    """Received a prior bone marrow or stem cell transplant.

    Source: criteria/NCT03102606.crit, lines 529–535.
    """
    unknown = False
    # line 532: the patient has had a bone marrow transplant
    part: bool | None = p.bone_marrow_transplant
    if part:
        return False
    if part is None:
        unknown = True
    # line 533: the patient has had a stem cell transplant
    part = p.stem_cell_transplant
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_9(p: Patient) -> bool | None:
    """Has a co-existing active infection or received systemic anti-infective treatment …

    Source: criteria/NCT03102606.crit, lines 545–560.
    """
    unknown = False
    # line 549: active infection
    part: bool | None = p.active_infection
    if part:
        return False
    if part is None:
        unknown = True
    # line 550: anti-infective treatments: at least one where it was systemic (by mouth, vein or muscle), and either it was ongoing at any time less than 3 days before the first dose of study drug, or both it was ongoing at any time within 3 days before the first dose of study drug, and it was last given within 72 hours before the first dose of study drug, by the clock (needed if that was on the third day before)
    part = None
    if p.anti_infectives is not None:
        part = False if p.anti_infectives.complete else None
        for anti_infectives_1 in p.anti_infectives.items:
            doubt = False
            # line 551: it was systemic (by mouth, vein or muscle)
            hit: bool | None = anti_infectives_1.systemic
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 552: any of these
            hit = _exclusion_9_2(p, anti_infectives_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_9_2(p: Patient, anti_infectives_1: AntiInfective) -> bool | None:
    """Line 552: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_9_clauses.in_full(6, p, anti_infectives_1=anti_infectives_1)
    first_dose_less_2_days = first_dose and first_dose - _2_DAYS
    unknown = False
    # line 553: it was ongoing at any time less than 3 days before the first dose of study drug
    part: bool | None = period_in(anti_infectives_1.dosed, first_dose, first_dose_less_2_days)
    if part:
        return True
    if part is None:
        unknown = True
    # line 554: all of these
    part = _exclusion_9_3(p, anti_infectives_1)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_9_3(p: Patient, anti_infectives_1: AntiInfective) -> bool | None:
    """Line 554: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_9_clauses.in_full(8, p, anti_infectives_1=anti_infectives_1)
    first_dose_less_3_days = first_dose and first_dose - _3_DAYS
    unknown = False
    # line 555: it was ongoing at any time within 3 days before the first dose of study drug
    part: bool | None = period_in(anti_infectives_1.dosed, first_dose, first_dose_less_3_days)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 556: it was last given within 72 hours before the first dose of study drug, by the clock (needed if that was on the third day before)
    part = anti_infectives_1.within_72_hours
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_10(p: Patient) -> bool | None:
    """Prior radiation therapy within the 4 weeks before the first dose of study drug.

    Source: criteria/NCT03102606.crit, lines 562–568.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_10_clauses.in_full(0, p)
    first_dose_less_28_days = first_dose and first_dose - _28_DAYS
    # line 564: courses of radiation, past and present: at least one where the course was ongoing at any time within 4 weeks before the first dose of study drug
    part: bool | None = None
    if p.radiotherapies is not None:
        part = False if p.radiotherapies.complete else None
        for radiotherapies_1 in p.radiotherapies.items:
            # line 564: the course was ongoing at any time within 4 weeks before the first dose of study drug
            hit: bool | None = period_in(
                radiotherapies_1.irradiated, first_dose, first_dose_less_28_days
            )
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    return None if part is None else not part


def exclusion_11(p: Patient) -> bool | None:
    """Prior use of pegfilgrastim or filgrastim within 4 weeks before the first dose of …

    Source: criteria/NCT03102606.crit, lines 577–585.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_11_clauses.in_full(0, p)
    first_dose_less_28_days = first_dose and first_dose - _28_DAYS
    # line 579: growth factors received outside the study: at least one where the date is within 4 weeks before the first dose of study drug, and either the growth factor is pegfilgrastim, or the growth factor is filgrastim
    part: bool | None = None
    if p.growth_factors is not None:
        part = False if p.growth_factors.complete else None
        for growth_factors_1 in p.growth_factors.items:
            doubt = False
            # line 579: date: within 4 weeks before the first dose of study drug
            factor_given = growth_factors_1.factor_given
            hit: bool | None = (
                first_dose_less_28_days <= factor_given <= first_dose
                if first_dose_less_28_days and first_dose and type(factor_given) is date
                else day_in(factor_given, first_dose_less_28_days, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 579: any of these
            hit = _exclusion_11_2(growth_factors_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_11_2(growth_factors_1: GrowthFactor) -> bool | None:
    """Line 579: any of these."""
    unknown = False
    # line 580: growth factor: pegfilgrastim
    part: bool | None = (
        None if growth_factors_1.factor is None else growth_factors_1.factor == "pegfilgrastim"
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 581: growth factor: filgrastim
    part = None if growth_factors_1.factor is None else growth_factors_1.factor == "filgrastim"
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_12(p: Patient) -> bool | None:
    """Presence of any serious or uncontrolled illness including, but not limited to: …

    Source: criteria/NCT03102606.crit, lines 589–608.
    """
    unknown = False
    # line 597: uncontrolled diabetes
    part: bool | None = p.uncontrolled_diabetes
    if part:
        return False
    if part is None:
        unknown = True
    # line 598: active infection
    part = p.active_infection
    if part:
        return False
    if part is None:
        unknown = True
    # line 599: symptomatic congestive heart failure
    part = p.symptomatic_heart_failure
    if part:
        return False
    if part is None:
        unknown = True
    # line 600: unstable angina pectoris
    part = p.unstable_angina
    if part:
        return False
    if part is None:
        unknown = True
    # line 601: uncontrolled cardiac arrhythmia
    part = p.uncontrolled_arrhythmia
    if part:
        return False
    if part is None:
        unknown = True
    # line 602: uncontrolled arterial thrombosis
    part = p.uncontrolled_thrombosis
    if part:
        return False
    if part is None:
        unknown = True
    # line 603: symptomatic pulmonary embolism
    part = p.symptomatic_embolism
    if part:
        return False
    if part is None:
        unknown = True
    # line 604: psychiatric illness that would limit compliance with study requirements
    part = p.limiting_psychiatric_illness
    if part:
        return False
    if part is None:
        unknown = True
    # line 605: any other serious or uncontrolled illness
    part = p.other_serious_illness
    if part:
        return False
    if part is None:
        unknown = True
    # line 606: any other condition that would preclude the patient from study treatment
    part = p.other_condition
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_13(p: Patient) -> bool | None:
    """Significant cardiovascular history: - History of myocardial infarction or ischemic …

    Source: criteria/NCT03102606.crit, lines 623–675.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_13_clauses.in_full(0, p)
    unknown = False
    # line 635: all of these
    part: bool | None = _exclusion_13_2(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 639: all of these
    part = _exclusion_13_4(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 643: uncontrolled cardiac arrhythmia
    part = p.uncontrolled_arrhythmia
    if part:
        return False
    if part is None:
        unknown = True
    # line 644: the patient has had congenital QT prolongation
    part = p.congenital_qt_prolongation
    if part:
        return False
    if part is None:
        unknown = True
    # line 645: ECG findings consistent with active ischaemic heart disease
    part = p.ischemic_ecg
    if part:
        return False
    if part is None:
        unknown = True
    # line 646: all of these
    part = _exclusion_13_6(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 649: blood pressure readings: at least two in a row, counting those where the date is on or after the screening visit, for each the date is on or before the first dose of study drug, and the systolic is above 150 mmHg, and the diastolic is above 100 mmHg, and the patient was on antihypertensive medication
    blood_pressures: list[tuple[date, bool]] | None = None
    if p.blood_pressures is not None and p.blood_pressures.complete:
        blood_pressures = []
        for blood_pressures_1 in p.blood_pressures.items:
            # line 649: date: on or after the screening visit
            measured_on = blood_pressures_1.measured_on
            hit: bool | None = (
                measured_on >= screening
                if screening and type(measured_on) is date
                else day_from(measured_on, screening)
            )
            if hit:
                on = blood_pressures_1.measured_on
                holds = _exclusion_13_7(p, blood_pressures_1)
                if holds is None or type(on) is not date:
                    blood_pressures = None
                    break
                blood_pressures.append((on, holds))
                continue
            if hit is None:
                blood_pressures = None
                break
    blood_pressures_in_a_row = in_a_row(blood_pressures, 2)
    part = (
        exclusion_13_clauses.in_full(20, p)
        if blood_pressures_in_a_row is None
        else blood_pressures_in_a_row
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 654: all of these
    part = _exclusion_13_8(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_13_2(p: Patient) -> bool | None:
    """Line 635: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_13_clauses.in_full(2, p)
    first_dose_less_12_months = first_dose and months_from(first_dose, -12)
    unknown = False
    # line 635: last myocardial infarction within 1 year before the first dose of study drug
    last_infarction = p.last_infarction
    part: bool | None = (
        first_dose_less_12_months <= last_infarction <= first_dose
        if first_dose_less_12_months and first_dose and type(last_infarction) is date
        else day_in(last_infarction, first_dose_less_12_months, first_dose)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 636: any of these
    part = _exclusion_13_3(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_3(p: Patient) -> bool | None:
    """Line 636: any of these."""
    unknown = False
    # line 637: last myocardial infarction 1 year or more before the day 18 days after the first dose of study drug
    last_infarction = p.last_infarction
    first_dose = p.first_dose
    part: bool | None
    if last_infarction == "none":
        part = False
    elif last_infarction is None or first_dose is None:
        part = None
    elif type(last_infarction) is date and type(first_dose) is date:
        part = is_at_least(
            ((first_dose + _18_DAYS) - last_infarction).days,
            ((first_dose + _18_DAYS) - months_from((first_dose + _18_DAYS), -12)).days,
        )
    else:
        part = exclusion_13_clauses.in_full(6, p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 638: Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?
    part = p.infarction_window_granted
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_13_4(p: Patient) -> bool | None:
    """Line 639: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_13_clauses.in_full(8, p)
    first_dose_less_12_months = first_dose and months_from(first_dose, -12)
    unknown = False
    # line 639: ischaemic heart disease was ongoing at any time within 1 year before the first dose of study drug
    part: bool | None = period_in(p.ischemic_disease, first_dose, first_dose_less_12_months)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 640: any of these
    part = _exclusion_13_5(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_5(p: Patient) -> bool | None:
    """Line 640: any of these."""
    unknown = False
    # line 641: ischaemic heart disease ended 1 year or more before the day 18 days after the first dose of study drug
    ischemic_disease_start = first_day(p.ischemic_disease)
    ischemic_disease_end = last_day(p.ischemic_disease)
    first_dose = p.first_dose
    part: bool | None
    if ischemic_disease_start == "none" or ischemic_disease_end == "none":
        part = False
    elif (
        type(ischemic_disease_start) is date
        and type(ischemic_disease_end) is date
        and type(first_dose) is date
    ):
        part = is_at_least(
            ((first_dose + _18_DAYS) - ischemic_disease_end).days,
            ((first_dose + _18_DAYS) - months_from((first_dose + _18_DAYS), -12)).days,
        )
    elif (
        ischemic_disease_end == "ongoing"
        and type(ischemic_disease_start) is date
        and type(first_dose) is date
    ):
        part = False
    else:
        part = exclusion_13_clauses.in_full(12, p)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 642: Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?
    part = p.infarction_window_granted
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_13_6(p: Patient) -> bool | None:
    """Line 646: all of these."""
    unknown = False
    # line 647: any cardiac disease
    part: bool | None = p.cardiac_disease
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 648: NYHA class of the cardiac disease: NYHA class III or NYHA class IV
    part = None if p.nyha is None else p.nyha in _OPTIONS_04
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_7(p: Patient, blood_pressures_1: BloodPressure) -> bool | None:
    """Line 649: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_13_clauses.in_full(22, p, blood_pressures_1=blood_pressures_1)
    unknown = False
    # line 650: date: on or before the first dose of study drug
    measured_on = blood_pressures_1.measured_on
    part: bool | None = (
        measured_on <= first_dose
        if first_dose and type(measured_on) is date
        else day_by(measured_on, first_dose)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 651: systolic above 150 mmHg
    systolic = blood_pressures_1.systolic
    if systolic is None:
        part = None
    elif not systolic.bound:
        part = systolic.value > _150
    else:
        part = above(systolic, _150)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 652: diastolic above 100 mmHg
    diastolic = blood_pressures_1.diastolic
    if diastolic is None:
        part = None
    elif not diastolic.bound:
        part = diastolic.value > _100
    else:
        part = above(diastolic, _100)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 653: the patient was on antihypertensive medication
    part = blood_pressures_1.on_antihypertensive
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_8(p: Patient) -> bool | None:
    """Line 654: all of these."""
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_13_clauses.in_full(27, p)
    unknown = False
    # line 655: blood pressure readings: at least two in a row, counting those where the date is on or after the screening visit, for each the date is on or before the first dose of study drug, and either the systolic is above 150 mmHg, or the diastolic is above 100 mmHg, and the patient was on antihypertensive medication
    blood_pressures: list[tuple[date, bool]] | None = None
    if p.blood_pressures is not None and p.blood_pressures.complete:
        blood_pressures = []
        for blood_pressures_2 in p.blood_pressures.items:
            # line 655: date: on or after the screening visit
            measured_on = blood_pressures_2.measured_on
            hit: bool | None = (
                measured_on >= screening
                if screening and type(measured_on) is date
                else day_from(measured_on, screening)
            )
            if hit:
                on = blood_pressures_2.measured_on
                holds = _exclusion_13_9(p, blood_pressures_2)
                if holds is None or type(on) is not date:
                    blood_pressures = None
                    break
                blood_pressures.append((on, holds))
                continue
            if hit is None:
                blood_pressures = None
                break
    blood_pressures_in_a_row = in_a_row(blood_pressures, 2)
    part: bool | None = (
        exclusion_13_clauses.in_full(28, p)
        if blood_pressures_in_a_row is None
        else blood_pressures_in_a_row
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 661: Is hypertension uncontrolled although the two pressures are not both consistently above their limits?
    part = p.uncontrolled_hypertension
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_9(p: Patient, blood_pressures_2: BloodPressure) -> bool | None:
    """Line 655: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_13_clauses.in_full(30, p, blood_pressures_2=blood_pressures_2)
    unknown = False
    # line 656: date: on or before the first dose of study drug
    measured_on = blood_pressures_2.measured_on
    part: bool | None = (
        measured_on <= first_dose
        if first_dose and type(measured_on) is date
        else day_by(measured_on, first_dose)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 657: any of these
    part = _exclusion_13_10(blood_pressures_2)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 660: the patient was on antihypertensive medication
    part = blood_pressures_2.on_antihypertensive
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_13_10(blood_pressures_2: BloodPressure) -> bool | None:
    """Line 657: any of these."""
    unknown = False
    # line 658: systolic above 150 mmHg
    systolic = blood_pressures_2.systolic
    part: bool | None
    if systolic is None:
        part = None
    elif not systolic.bound:
        part = systolic.value > _150
    else:
        part = above(systolic, _150)
    if part:
        return True
    if part is None:
        unknown = True
    # line 659: diastolic above 100 mmHg
    diastolic = blood_pressures_2.diastolic
    if diastolic is None:
        part = None
    elif not diastolic.bound:
        part = diastolic.value > _100
    else:
        part = above(diastolic, _100)
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_14(p: Patient) -> bool | None:
    """History of hemorrhagic diarrhea, inflammatory bowel disease, or active uncontrolled …

    Source: criteria/NCT03102606.crit, lines 677–691.
    """
    unknown = False
    # line 683: the patient has had haemorrhagic diarrhoea
    part: bool | None = p.hemorrhagic_diarrhea
    if part:
        return False
    if part is None:
        unknown = True
    # line 684: the patient has had inflammatory bowel disease
    part = p.inflammatory_bowel_disease
    if part:
        return False
    if part is None:
        unknown = True
    # line 685: active uncontrolled peptic ulcer disease
    part = p.active_ulcer
    if part:
        return False
    if part is None:
        unknown = True
    # line 686: the patient has had an ileus
    part = p.ileus
    if part:
        return False
    if part is None:
        unknown = True
    # line 687: the patient has had another significant gastrointestinal disorder known to predispose to ileus or chronic bowel hypomotility
    part = p.ileus_risk
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_15(p: Patient) -> bool | None:
    """Any other malignancy requiring active therapy.

    Source: criteria/NCT03102606.crit, lines 693–695.
    """
    # line 695: any other malignancy that requires active therapy
    part: bool | None = p.other_malignancy
    return None if part is None else not part


def exclusion_16(p: Patient) -> bool | None:
    """Known human immunodeficiency virus (HIV) seropositivity.

    Source: criteria/NCT03102606.crit, lines 697–701.
    """
    # line 699: the patient is known to be HIV seropositive
    part: bool | None = p.known_hiv
    return None if part is None else not part


def exclusion_17(p: Patient) -> bool | None:
    """Active Hepatitis B virus (HBV) infection which requires antiviral treatment. …

    Source: criteria/NCT03102606.crit, lines 707–736.
    """
    unknown = False
    # line 716: all of these
    part: bool | None = _exclusion_17_2(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 719: all of these
    part = _exclusion_17_3(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 722: all of these
    part = _exclusion_17_4(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_17_2(p: Patient) -> bool | None:
    """Line 716: all of these."""
    unknown = False
    # line 717: active hepatitis B virus infection
    part: bool | None = p.active_hepatitis_b
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 718: Hepatitis B that requires antiviral treatment
    part = p.hepatitis_b_needs_treatment
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_17_3(p: Patient) -> bool | None:
    """Line 719: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_17_clauses.in_full(5, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 720: Hepatitis B surface antigen (HBsAg): positive
    part: bool | None = None if p.hbsag is None else p.hbsag == "positive"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 721: latest Hepatitis B viral load within 14 days before the first dose of study drug: positive
    part = None
    if p.hbv_viral_load is not None and p.hbv_viral_load.complete:
        latest: HbvViralLoadRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for hbv_viral_load_1 in p.hbv_viral_load.items:
            # line 714: measured within 14 days before the first dose of study drug
            date_ = hbv_viral_load_1.date
            hit: bool | None = (
                first_dose_less_14_days <= date_ <= first_dose
                if first_dose_less_14_days and first_dose and type(date_) is date
                else day_in(date_, first_dose_less_14_days, first_dose)
            )
            if hit:
                on = hbv_viral_load_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_17_clauses.in_full(7, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = hbv_viral_load_1, on
                continue
            if hit is None:
                on = hbv_viral_load_1.date
                if type(on) is not date:
                    part = exclusion_17_clauses.in_full(7, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_17_clauses.in_full(7, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_17_4(p: Patient) -> bool | None:
    """Line 722: all of these."""
    unknown = False
    # line 723: Hepatitis C antibody: positive
    part: bool | None = None if p.hcv_antibody is None else p.hcv_antibody == "positive"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 724: Hepatitis C that requires treatment
    part = p.hepatitis_c_needs_treatment
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_18(p: Patient) -> bool | None:
    """Female subject who is pregnant or lactating.

    Source: criteria/NCT03102606.crit, lines 738–743.
    """
    applies = exclusion_18_applies(p)
    if applies is False:
        return True
    unknown = False
    # line 742: she is pregnant
    part: bool | None = p.pregnant
    if part:
        return False if applies else None
    if part is None:
        unknown = True
    # line 743: she is lactating
    part = p.lactating
    if part:
        return False if applies else None
    return None if unknown or part is None else True


def exclusion_18_applies(p: Patient) -> bool | None:
    """Whether exclusion 18 applies to the patient."""
    return None if p.sex is None else p.sex == "female"


def exclusion_19(p: Patient) -> bool | None:
    """Unwilling or unable to comply with procedures required in this protocol

    Source: criteria/NCT03102606.crit, lines 745–749.
    """
    unknown = False
    # line 748: the patient is unwilling to comply with procedures required in this protocol
    part: bool | None = p.unwilling
    if part:
        return False
    if part is None:
        unknown = True
    # line 749: the patient is unable to comply with procedures required in this protocol
    part = p.unable
    if part:
        return False
    return None if unknown or part is None else True


def defined_platinum_failed(p: Patient) -> bool | None:
    """Definition: Platinum-based therapy of the non-small cell lung cancer has failed.

    Source: criteria/NCT03102606.crit, line 82.
    """
    part: bool | None = None
    if p.treatments is not None:
        part = False if p.treatments.complete else None
        for treatments_1 in p.treatments.items:
            doubt = False
            # line 84: cancer it was given for: non-small cell lung cancer (NSCLC)
            hit: bool | None = (
                None if treatments_1.tumour is None else treatments_1.tumour == "nsclc"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 85: drugs it contained: platinum among them
            if treatments_1.drugs is None:
                hit = None
            elif "platinum" in treatments_1.drugs.values:
                hit = True
            elif treatments_1.drugs.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 86: it has failed (the cancer progressed or came back during or after it)
            hit = treatments_1.failed
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 87: any of these
            hit = _defined_platinum_failed_2(p, treatments_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _defined_platinum_failed_2(p: Patient, treatments_1: Treatment) -> bool | None:
    """Line 87: any of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return defined_platinum_failed_clauses.in_full(5, p, treatments_1=treatments_1)
    first_dose_less_1_day = first_dose and first_dose - _1_DAYS
    unknown = False
    # line 79: first day before the first dose of study drug
    given_start = first_day(treatments_1.given)
    part: bool | None = (
        given_start <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_start) is date
        else day_by(given_start, first_dose_less_1_day)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 80: last day before the first dose of study drug
    given_end = last_day(treatments_1.given)
    part = (
        given_end <= first_dose_less_1_day
        if first_dose_less_1_day and type(given_end) is date
        else day_by(given_end, first_dose_less_1_day)
    )
    if part:
        return True
    return None if unknown or part is None else False


def defined_local_results_count(p: Patient) -> bool | None:
    """Definition: Local laboratory results are accepted.

    Source: criteria/NCT03102606.crit, line 208.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return defined_local_results_count_clauses.in_full(0, p)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 210: After discussion, does the Medical Monitor accept local laboratory results for this patient?
    part: bool | None = p.local_results_accepted
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 211: last blood taken for the central laboratory up to the first dose: within 14 days before the first dose of study drug
    central_sample = p.central_sample
    part = (
        first_dose_less_14_days <= central_sample <= first_dose
        if first_dose_less_14_days and first_dose and type(central_sample) is date
        else day_in(central_sample, first_dose_less_14_days, first_dose)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def defined_childbearing_potential(p: Patient) -> bool | None:
    """Definition: Woman of childbearing potential.

    Source: criteria/NCT03102606.crit, line 285.
    """
    unknown = False
    # line 287: sex: female
    part: bool | None = None if p.sex is None else p.sex == "female"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 288: she is sexually mature
    part = p.sexually_mature
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 289: any of these
    part = _defined_childbearing_potential_2(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _defined_childbearing_potential_2(p: Patient) -> bool | None:
    """Line 289: any of these."""
    unknown = False
    # line 290: all of these
    part: bool | None = _defined_childbearing_potential_3(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 292: all of these
    part = _defined_childbearing_potential_4(p)
    if part:
        return True
    return None if unknown or part is None else False


def _defined_childbearing_potential_3(p: Patient) -> bool | None:
    """Line 290: all of these."""
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return defined_childbearing_potential_clauses.in_full(4, p)
    screening_less_12_months = screening and months_from(screening, -12)
    screening_less_12_months_less_1_day = (
        screening_less_12_months and screening_less_12_months - _1_DAYS
    )
    # line 291: last day on which she had any menses: more than 12 months before the screening visit
    last_menses = p.last_menses
    part: bool | None = (
        last_menses <= screening_less_12_months_less_1_day
        if screening_less_12_months_less_1_day and type(last_menses) is date
        else day_by(last_menses, screening_less_12_months_less_1_day)
    )
    return None if part is None else not part


def _defined_childbearing_potential_4(p: Patient) -> bool | None:
    """Line 292: all of these."""
    unknown = False
    # line 293: she has had a hysterectomy
    part: bool | None = p.hysterectomy
    if part:
        return False
    if part is None:
        unknown = True
    # line 294: Is her lack of menses possibly due to prior chemotherapy, anti-oestrogens or ovarian suppression?
    part = p.induced_amenorrhoea
    if part is False:
        return False
    return None if unknown or part is None else True


def defined_active_woman(p: Patient) -> bool | None:
    """Definition: Sexually active woman of childbearing potential.

    Source: criteria/NCT03102606.crit, line 299.
    """
    unknown = False
    # line 301: woman of childbearing potential
    part: bool | None = defined_childbearing_potential(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 302: the patient is sexually active
    part = p.sexually_active
    if part is False:
        return False
    return None if unknown or part is None else True


def defined_active_man(p: Patient) -> bool | None:
    """Definition: Sexually active man whose partner is premenopausal.

    Source: criteria/NCT03102606.crit, line 304.
    """
    unknown = False
    # line 306: sex: male
    part: bool | None = None if p.sex is None else p.sex == "male"
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 307: the patient is sexually active
    part = p.sexually_active
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 308: he is the partner of a premenopausal woman
    part = p.premenopausal_partner
    if part is False:
        return False
    return None if unknown or part is None else True


def defined_barrier(p: Patient) -> bool | None:
    """Definition: At least one effective barrier method.

    Source: criteria/NCT03102606.crit, line 321.
    """
    part: bool | None
    if p.contraception is None:
        part = None
    elif not p.contraception.values.isdisjoint(_OPTIONS_05):
        part = True
    elif p.contraception.complete:
        part = False
    else:
        part = None
    return part


def outcomes(p: Patient) -> dict[str, bool | None]:
    """Whether each criterion is satisfied: True, False, or None where that is not known."""
    return {
        "I1": inclusion_1(p),
        "I2": inclusion_2(p),
        "I3": inclusion_3(p),
        "I4": inclusion_4(p),
        "I5": inclusion_5(p),
        "I6": inclusion_6(p),
        "I7": inclusion_7(p),
        "I8": inclusion_8(p),
        "I9": inclusion_9(p),
        "E1": exclusion_1(p),
        "E2": exclusion_2(p),
        "E3": exclusion_3(p),
        "E4": exclusion_4(p),
        "E5": exclusion_5(p),
        "E6": exclusion_6(p),
        "E7": exclusion_7(p),
        "E8": exclusion_8(p),
        "E9": exclusion_9(p),
        "E10": exclusion_10(p),
        "E11": exclusion_11(p),
        "E12": exclusion_12(p),
        "E13": exclusion_13(p),
        "E14": exclusion_14(p),
        "E15": exclusion_15(p),
        "E16": exclusion_16(p),
        "E17": exclusion_17(p),
        "E18": exclusion_18(p),
        "E19": exclusion_19(p),
    }


def verdict(p: Patient) -> str:
    """The verdict: "ineligible", "undetermined" or "eligible"."""
    return verdict_of(outcomes(p))


def screen(p: Patient) -> Screening:
    """Verdict and outcomes; explanations are worked out when they are asked for."""
    found = outcomes(p)
    return Screening(PROTOCOL, p, verdict_of(found), found, criteria, dictionary)


@Tree
def inclusion_1_clauses() -> Clause:
    return Criterion(
        False,
        compare(
            32,
            "age at signing the informed consent form: at least 18 years",
            Age("years", DateOf(fact("birth_date")), DateOf(fact("consent"))),
            ">=",
            Const(18),
        ),
    )


@Tree
def inclusion_2_clauses() -> Clause:
    return Criterion(
        False,
        between(
            40,
            "ECOG performance status 0 or 1",
            Value(fact("ecog"), low=0, high=5),
            Const(0),
            Const(1),
        ),
    )


@Tree
def inclusion_3_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            101,
            only_for(
                102,
                Includes(102, "part of the study: Phase 2", fact("parts"), "any", "phase_2"),
                all_of(
                    103,
                    IsOneOf(
                        104,
                        "cancer for which the docetaxel of the study is to be given: non-small cell lung cancer (NSCLC)",
                        fact("study_cancer"),
                        "nsclc",
                    ),
                    IsOneOf(
                        105,
                        "extent of this cancer: “locally advanced, not metastatic” or “metastatic”",
                        fact("cancer_extent"),
                        "locally_advanced",
                        "metastatic",
                    ),
                    Elsewhere(
                        106,
                        "platinum-based therapy of the non-small cell lung cancer has failed",
                        defined_platinum_failed_clauses,
                    ),
                ),
                False,
            ),
            only_for(
                107,
                Includes(107, "part of the study: Phase 3", fact("parts"), "any", "phase_3"),
                any_of(
                    108,
                    all_of(
                        109,
                        IsOneOf(
                            110,
                            "cancer for which the docetaxel of the study is to be given: breast cancer",
                            fact("study_cancer"),
                            "breast",
                        ),
                        IsOneOf(
                            111,
                            "extent of this cancer: “locally advanced, not metastatic” or “metastatic”",
                            fact("cancer_extent"),
                            "locally_advanced",
                            "metastatic",
                        ),
                        HowMany(
                            112,
                            "anticancer drug treatments outside the study, past and present: at most four different entries under “line of therapy it belonged to”, counting those where the cancer it was given for is breast cancer, and the kinds of treatment it consisted of include cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate), and it has failed (the cancer progressed or came back during or after it), and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug",
                            Distinct(
                                Listing(
                                    "treatments",
                                    "treatments_1",
                                    all_of(
                                        112,
                                        IsOneOf(
                                            113,
                                            "cancer it was given for: breast cancer",
                                            field("treatments_1", "tumour"),
                                            "breast",
                                        ),
                                        Includes(
                                            114,
                                            "kinds of treatment it consisted of: cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate) among them",
                                            field("treatments_1", "kinds"),
                                            "any",
                                            "cytotoxic",
                                            "conjugate",
                                        ),
                                        Asked(
                                            115,
                                            "it has failed (the cancer progressed or came back during or after it)",
                                            field("treatments_1", "failed"),
                                        ),
                                        any_of(
                                            116,
                                            compare(
                                                79,
                                                "first day before the first dose of study drug",
                                                DateOf(field("treatments_1", "given"), "start"),
                                                "<",
                                                DateOf(fact("first_dose")),
                                            ),
                                            compare(
                                                80,
                                                "last day before the first dose of study drug",
                                                DateOf(field("treatments_1", "given"), "end"),
                                                "<",
                                                DateOf(fact("first_dose")),
                                            ),
                                        ),
                                    ),
                                ),
                                Value(field("treatments_1", "line"), low=0, high=30),
                            ),
                            None,
                            4,
                        ),
                    ),
                    all_of(
                        117,
                        IsOneOf(
                            118,
                            "cancer for which the docetaxel of the study is to be given: non-small cell lung cancer (NSCLC)",
                            fact("study_cancer"),
                            "nsclc",
                        ),
                        IsOneOf(
                            119,
                            "extent of this cancer: “locally advanced, not metastatic” or “metastatic”",
                            fact("cancer_extent"),
                            "locally_advanced",
                            "metastatic",
                        ),
                        Elsewhere(
                            120,
                            "platinum-based therapy of the non-small cell lung cancer has failed",
                            defined_platinum_failed_clauses,
                        ),
                    ),
                    all_of(
                        121,
                        IsOneOf(
                            122,
                            "cancer for which the docetaxel of the study is to be given: prostate cancer",
                            fact("study_cancer"),
                            "prostate",
                        ),
                        Asked(
                            123,
                            "Is the prostate cancer hormone-refractory?",
                            fact("hormone_refractory"),
                        ),
                    ),
                ),
                False,
            ),
        ),
    )


@Tree
def inclusion_4_clauses() -> Clause:
    return Criterion(
        False,
        Asked(137, "Does a pathology report confirm the cancer?", fact("pathology_confirmed")),
    )


@Tree
def inclusion_5_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            158,
            any_of(
                159,
                HowMany(
                    160,
                    "anticancer drug treatments outside the study, past and present: at least one where the kinds of treatment it consisted of include cytotoxic chemotherapy, and either the first day is before the start of the docetaxel of the study, or the last day is before the start of the docetaxel of the study",
                    Count(
                        Listing(
                            "treatments",
                            "treatments_1",
                            all_of(
                                160,
                                Includes(
                                    161,
                                    "kinds of treatment it consisted of: cytotoxic chemotherapy among them",
                                    field("treatments_1", "kinds"),
                                    "any",
                                    "cytotoxic",
                                ),
                                any_of(
                                    162,
                                    compare(
                                        79,
                                        "first day before the start of the docetaxel of the study",
                                        DateOf(field("treatments_1", "given"), "start"),
                                        "<",
                                        DateOf(fact("docetaxel_start")),
                                    ),
                                    compare(
                                        80,
                                        "last day before the start of the docetaxel of the study",
                                        DateOf(field("treatments_1", "given"), "end"),
                                        "<",
                                        DateOf(fact("docetaxel_start")),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
                HowMany(
                    163,
                    "courses of radiation, past and present: at least one where the first day of the course is before the start of the docetaxel of the study, or the last day of the course is before the start of the docetaxel of the study",
                    Count(
                        Listing(
                            "radiotherapies",
                            "radiotherapies_1",
                            any_of(
                                163,
                                compare(
                                    79,
                                    "first day of the course: before the start of the docetaxel of the study",
                                    DateOf(field("radiotherapies_1", "irradiated"), "start"),
                                    "<",
                                    DateOf(fact("docetaxel_start")),
                                ),
                                compare(
                                    80,
                                    "last day of the course: before the start of the docetaxel of the study",
                                    DateOf(field("radiotherapies_1", "irradiated"), "end"),
                                    "<",
                                    DateOf(fact("docetaxel_start")),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
            ),
            Asked(164, "the tumour involves the bone marrow", fact("marrow_involved")),
            any_of(
                165,
                HowMany(
                    166,
                    "surgical procedures: at least one where the date is within 4 weeks before the first dose of study drug",
                    Count(
                        Listing(
                            "surgeries",
                            "surgeries_1",
                            falls(
                                166,
                                "date: within 4 weeks before the first dose of study drug",
                                DateOf(field("surgeries_1", "done_on")),
                                Window(
                                    "within",
                                    Length(Const(4), "week"),
                                    "before",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
                HowMany(
                    167,
                    "open wounds: at least one where it was open at any time within 4 weeks before the first dose of study drug",
                    Count(
                        Listing(
                            "wounds",
                            "wounds_1",
                            touches(
                                167,
                                "it was open at any time within 4 weeks before the first dose of study drug",
                                DateOf(field("wounds_1", "open_days"), "start"),
                                DateOf(field("wounds_1", "open_days"), "end"),
                                Window(
                                    "within",
                                    Length(Const(4), "week"),
                                    "before",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
            ),
            all_of(
                168,
                compare(
                    169,
                    "age at the start of the docetaxel of the study: above 65 years",
                    Age("years", DateOf(fact("birth_date")), DateOf(fact("docetaxel_start"))),
                    ">",
                    Const(65),
                ),
                Asked(
                    170,
                    "the patient is to receive the full chemotherapy dose intensity",
                    fact("full_dose_intensity"),
                ),
            ),
        ),
    )


@Tree
def inclusion_6_clauses() -> Clause:
    return Criterion(
        False,
        judged(191, "life expectancy is 3 months or more", fact("life_expectancy_3_months")),
    )


@Tree
def inclusion_7_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            230,
            Selected(
                231,
                "latest haemoglobin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at least 9 g/dL",
                "latest",
                Listing(
                    "haemoglobin",
                    "haemoglobin_1",
                    all_of(
                        0,
                        falls(
                            227,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("haemoglobin_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            227,
                            IsOneOf(
                                228,
                                "the result is from the central laboratory",
                                field("haemoglobin_1", "laboratory"),
                                "central",
                            ),
                            Elsewhere(
                                229,
                                "local laboratory results are accepted",
                                defined_local_results_count_clauses,
                            ),
                        ),
                    ),
                ),
                DateOf(field("haemoglobin_1", "date")),
                compare(
                    231,
                    "haemoglobin at least 9 g/dL",
                    Value(field("haemoglobin_1", "value"), low=0),
                    ">=",
                    Const(9),
                ),
            ),
            judged(
                232,
                "this haemoglobin is independent of transfusion and of growth factor support",
                fact("unsupported_haemoglobin"),
            ),
            Selected(
                233,
                "latest absolute neutrophil count (ANC) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at least 1.5 × 10⁹/L",
                "latest",
                Listing(
                    "neutrophils",
                    "neutrophils_1",
                    all_of(
                        0,
                        falls(
                            227,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("neutrophils_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            227,
                            IsOneOf(
                                228,
                                "the result is from the central laboratory",
                                field("neutrophils_1", "laboratory"),
                                "central",
                            ),
                            Elsewhere(
                                229,
                                "local laboratory results are accepted",
                                defined_local_results_count_clauses,
                            ),
                        ),
                    ),
                ),
                DateOf(field("neutrophils_1", "date")),
                compare(
                    233,
                    "absolute neutrophil count (ANC): at least 1.5 × 10⁹/L",
                    Value(field("neutrophils_1", "value"), low=0),
                    ">=",
                    Const("1.5"),
                ),
            ),
            judged(
                234,
                "this ANC is independent of growth factor support",
                fact("unsupported_neutrophils"),
            ),
            Alternatives(
                235,
                "the latest direct bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is at most 1.5 times the upper limit of normal if the patient has been diagnosed with Gilbert's disease; otherwise the latest total bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is at most 1.5 times the upper limit of normal",
                Selected(
                    237,
                    "latest total bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal",
                    "latest",
                    Listing(
                        "bilirubin",
                        "bilirubin_1",
                        all_of(
                            0,
                            falls(
                                227,
                                "measured within 14 days before the first dose of study drug",
                                DateOf(field("bilirubin_1", "date")),
                                Window(
                                    "within",
                                    Length(Const(14), "day"),
                                    "before",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                            any_of(
                                227,
                                IsOneOf(
                                    228,
                                    "the result is from the central laboratory",
                                    field("bilirubin_1", "laboratory"),
                                    "central",
                                ),
                                Elsewhere(
                                    229,
                                    "local laboratory results are accepted",
                                    defined_local_results_count_clauses,
                                ),
                            ),
                        ),
                    ),
                    DateOf(field("bilirubin_1", "date")),
                    compare(
                        237,
                        "total bilirubin at most 1.5 times the upper limit of normal",
                        Value(field("bilirubin_1", "value"), low=0),
                        "<=",
                        Product(Const("1.5"), Limit("uln", field("bilirubin_1", "value"))),
                    ),
                ),
                (
                    Asked(
                        236,
                        "the patient has been diagnosed with Gilbert's disease",
                        fact("gilbert"),
                    ),
                    Selected(
                        236,
                        "latest direct bilirubin within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal",
                        "latest",
                        Listing(
                            "direct_bilirubin",
                            "direct_bilirubin_1",
                            all_of(
                                0,
                                falls(
                                    227,
                                    "measured within 14 days before the first dose of study drug",
                                    DateOf(field("direct_bilirubin_1", "date")),
                                    Window(
                                        "within",
                                        Length(Const(14), "day"),
                                        "before",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                                any_of(
                                    227,
                                    IsOneOf(
                                        228,
                                        "the result is from the central laboratory",
                                        field("direct_bilirubin_1", "laboratory"),
                                        "central",
                                    ),
                                    Elsewhere(
                                        229,
                                        "local laboratory results are accepted",
                                        defined_local_results_count_clauses,
                                    ),
                                ),
                            ),
                        ),
                        DateOf(field("direct_bilirubin_1", "date")),
                        compare(
                            236,
                            "direct bilirubin at most 1.5 times the upper limit of normal",
                            Value(field("direct_bilirubin_1", "value"), low=0),
                            "<=",
                            Product(
                                Const("1.5"),
                                Limit("uln", field("direct_bilirubin_1", "value")),
                            ),
                        ),
                    ),
                ),
            ),
            Selected(
                238,
                "latest aspartate aminotransferase (AST) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise at most 2.5 times the upper limit of normal",
                "latest",
                Listing(
                    "ast",
                    "ast_1",
                    all_of(
                        0,
                        falls(
                            227,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("ast_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            227,
                            IsOneOf(
                                228,
                                "the result is from the central laboratory",
                                field("ast_1", "laboratory"),
                                "central",
                            ),
                            Elsewhere(
                                229,
                                "local laboratory results are accepted",
                                defined_local_results_count_clauses,
                            ),
                        ),
                    ),
                ),
                DateOf(field("ast_1", "date")),
                Alternatives(
                    238,
                    "aspartate aminotransferase (AST) is at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise aspartate aminotransferase (AST) is at most 2.5 times the upper limit of normal",
                    compare(
                        238,
                        "aspartate aminotransferase (AST) at most 2.5 times the upper limit of normal",
                        Value(field("ast_1", "value"), low=0),
                        "<=",
                        Product(Const("2.5"), Limit("uln", field("ast_1", "value"))),
                    ),
                    (
                        Selected(
                            239,
                            "latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: above 2.5 times the upper limit of normal",
                            "latest",
                            Listing(
                                "alp",
                                "alp_1",
                                all_of(
                                    0,
                                    falls(
                                        227,
                                        "measured within 14 days before the first dose of study drug",
                                        DateOf(field("alp_1", "date")),
                                        Window(
                                            "within",
                                            Length(Const(14), "day"),
                                            "before",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    any_of(
                                        227,
                                        IsOneOf(
                                            228,
                                            "the result is from the central laboratory",
                                            field("alp_1", "laboratory"),
                                            "central",
                                        ),
                                        Elsewhere(
                                            229,
                                            "local laboratory results are accepted",
                                            defined_local_results_count_clauses,
                                        ),
                                    ),
                                ),
                            ),
                            DateOf(field("alp_1", "date")),
                            compare(
                                239,
                                "alkaline phosphatase above 2.5 times the upper limit of normal",
                                Value(field("alp_1", "value"), low=0),
                                ">",
                                Product(Const("2.5"), Limit("uln", field("alp_1", "value"))),
                            ),
                        ),
                        compare(
                            238,
                            "aspartate aminotransferase (AST) at most 1.5 times the upper limit of normal",
                            Value(field("ast_1", "value"), low=0),
                            "<=",
                            Product(Const("1.5"), Limit("uln", field("ast_1", "value"))),
                        ),
                    ),
                ),
            ),
            Selected(
                241,
                "latest alanine aminotransferase (ALT) within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise at most 2.5 times the upper limit of normal",
                "latest",
                Listing(
                    "alt",
                    "alt_1",
                    all_of(
                        0,
                        falls(
                            227,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("alt_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            227,
                            IsOneOf(
                                228,
                                "the result is from the central laboratory",
                                field("alt_1", "laboratory"),
                                "central",
                            ),
                            Elsewhere(
                                229,
                                "local laboratory results are accepted",
                                defined_local_results_count_clauses,
                            ),
                        ),
                    ),
                ),
                DateOf(field("alt_1", "date")),
                Alternatives(
                    241,
                    "alanine aminotransferase (ALT) is at most 1.5 times the upper limit of normal if the latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted is above 2.5 times the upper limit of normal; otherwise alanine aminotransferase (ALT) is at most 2.5 times the upper limit of normal",
                    compare(
                        241,
                        "alanine aminotransferase (ALT) at most 2.5 times the upper limit of normal",
                        Value(field("alt_1", "value"), low=0),
                        "<=",
                        Product(Const("2.5"), Limit("uln", field("alt_1", "value"))),
                    ),
                    (
                        Selected(
                            242,
                            "latest alkaline phosphatase within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: above 2.5 times the upper limit of normal",
                            "latest",
                            Listing(
                                "alp",
                                "alp_2",
                                all_of(
                                    0,
                                    falls(
                                        227,
                                        "measured within 14 days before the first dose of study drug",
                                        DateOf(field("alp_2", "date")),
                                        Window(
                                            "within",
                                            Length(Const(14), "day"),
                                            "before",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    any_of(
                                        227,
                                        IsOneOf(
                                            228,
                                            "the result is from the central laboratory",
                                            field("alp_2", "laboratory"),
                                            "central",
                                        ),
                                        Elsewhere(
                                            229,
                                            "local laboratory results are accepted",
                                            defined_local_results_count_clauses,
                                        ),
                                    ),
                                ),
                            ),
                            DateOf(field("alp_2", "date")),
                            compare(
                                242,
                                "alkaline phosphatase above 2.5 times the upper limit of normal",
                                Value(field("alp_2", "value"), low=0),
                                ">",
                                Product(Const("2.5"), Limit("uln", field("alp_2", "value"))),
                            ),
                        ),
                        compare(
                            241,
                            "alanine aminotransferase (ALT) at most 1.5 times the upper limit of normal",
                            Value(field("alt_1", "value"), low=0),
                            "<=",
                            Product(Const("1.5"), Limit("uln", field("alt_1", "value"))),
                        ),
                    ),
                ),
            ),
            Selected(
                244,
                "latest serum creatinine within 14 days before the first dose of study drug where the result is from the central laboratory, or local laboratory results are accepted: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "creatinine",
                    "creatinine_1",
                    all_of(
                        0,
                        falls(
                            227,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("creatinine_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            227,
                            IsOneOf(
                                228,
                                "the result is from the central laboratory",
                                field("creatinine_1", "laboratory"),
                                "central",
                            ),
                            Elsewhere(
                                229,
                                "local laboratory results are accepted",
                                defined_local_results_count_clauses,
                            ),
                        ),
                    ),
                ),
                DateOf(field("creatinine_1", "date")),
                compare(
                    244,
                    "serum creatinine at most 1.5 times the upper limit of normal",
                    Value(field("creatinine_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("creatinine_1", "value"))),
                ),
            ),
        ),
    )


@Tree
def inclusion_8_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            268,
            Selected(
                269,
                "latest prothrombin time (PT) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "prothrombin_time",
                    "prothrombin_time_1",
                    all_of(
                        0,
                        falls(
                            267,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("prothrombin_time_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        IsOneOf(
                            267,
                            "the result is from the central laboratory",
                            field("prothrombin_time_1", "laboratory"),
                            "central",
                        ),
                    ),
                ),
                DateOf(field("prothrombin_time_1", "date")),
                compare(
                    269,
                    "prothrombin time (PT) at most 1.5 times the upper limit of normal",
                    Value(field("prothrombin_time_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("prothrombin_time_1", "value"))),
                ),
            ),
            Selected(
                270,
                "latest international normalized ratio (INR) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "inr",
                    "inr_1",
                    all_of(
                        0,
                        falls(
                            267,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("inr_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        IsOneOf(
                            267,
                            "the result is from the central laboratory",
                            field("inr_1", "laboratory"),
                            "central",
                        ),
                    ),
                ),
                DateOf(field("inr_1", "date")),
                compare(
                    270,
                    "international normalized ratio (INR): at most 1.5 times the upper limit of normal",
                    Value(field("inr_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("inr_1", "value"))),
                ),
            ),
            Selected(
                271,
                "latest activated partial thromboplastin time (PTT) from the central laboratory within 14 days before the first dose of study drug: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "aptt",
                    "aptt_1",
                    all_of(
                        0,
                        falls(
                            267,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("aptt_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        IsOneOf(
                            267,
                            "the result is from the central laboratory",
                            field("aptt_1", "laboratory"),
                            "central",
                        ),
                    ),
                ),
                DateOf(field("aptt_1", "date")),
                compare(
                    271,
                    "activated partial thromboplastin time (PTT): at most 1.5 times the upper limit of normal",
                    Value(field("aptt_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("aptt_1", "value"))),
                ),
            ),
        ),
    )


@Tree
def inclusion_9_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            348,
            only_for(
                349,
                Elsewhere(
                    349,
                    "woman of childbearing potential",
                    defined_childbearing_potential_clauses,
                ),
                Selected(
                    351,
                    "latest pregnancy test, in urine or serum at the screening visit: negative",
                    "latest",
                    Listing(
                        "pregnancy_test",
                        "pregnancy_test_1",
                        IsOneOf(
                            350,
                            "visit of pregnancy test, in urine or serum: date of the screening visit",
                            field("pregnancy_test_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("pregnancy_test_1", "date")),
                    IsOneOf(
                        351,
                        "pregnancy test, in urine or serum: negative",
                        field("pregnancy_test_1", "value"),
                        "negative",
                    ),
                ),
                True,
            ),
            only_for(
                352,
                Elsewhere(
                    352,
                    "woman of childbearing potential",
                    defined_childbearing_potential_clauses,
                ),
                accepted_if(
                    352,
                    Selected(
                        354,
                        "latest urine pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): negative",
                        "latest",
                        Listing(
                            "urine_test",
                            "urine_test_1",
                            all_of(
                                0,
                                falls(
                                    353,
                                    "measured within 1 day before the first dose of study drug",
                                    DateOf(field("urine_test_1", "date")),
                                    Window(
                                        "within",
                                        Length(Const(1), "day"),
                                        "before",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                                Asked(
                                    353,
                                    "the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)",
                                    fact("test_within_24_hours"),
                                ),
                            ),
                        ),
                        DateOf(field("urine_test_1", "date")),
                        IsOneOf(
                            354,
                            "urine pregnancy test: negative",
                            field("urine_test_1", "value"),
                            "negative",
                        ),
                    ),
                    all_of(
                        355,
                        Selected(
                            356,
                            "latest urine pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): positive",
                            "latest",
                            Listing(
                                "urine_test",
                                "urine_test_2",
                                all_of(
                                    0,
                                    falls(
                                        353,
                                        "measured within 1 day before the first dose of study drug",
                                        DateOf(field("urine_test_2", "date")),
                                        Window(
                                            "within",
                                            Length(Const(1), "day"),
                                            "before",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    Asked(
                                        353,
                                        "the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)",
                                        fact("test_within_24_hours"),
                                    ),
                                ),
                            ),
                            DateOf(field("urine_test_2", "date")),
                            IsOneOf(
                                356,
                                "urine pregnancy test: positive",
                                field("urine_test_2", "value"),
                                "positive",
                            ),
                        ),
                        Selected(
                            357,
                            "latest serum pregnancy test within 1 day before the first dose of study drug where the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test): negative",
                            "latest",
                            Listing(
                                "serum_test",
                                "serum_test_1",
                                all_of(
                                    0,
                                    falls(
                                        353,
                                        "measured within 1 day before the first dose of study drug",
                                        DateOf(field("serum_test_1", "date")),
                                        Window(
                                            "within",
                                            Length(Const(1), "day"),
                                            "before",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    Asked(
                                        353,
                                        "the pregnancy tests are documented within the 24 hours before the first dose, by the clock (the urine test and, if it is positive, the serum test)",
                                        fact("test_within_24_hours"),
                                    ),
                                ),
                            ),
                            DateOf(field("serum_test_1", "date")),
                            IsOneOf(
                                357,
                                "serum pregnancy test: negative",
                                field("serum_test_1", "value"),
                                "negative",
                            ),
                        ),
                    ),
                ),
                True,
            ),
            only_for(
                358,
                Elsewhere(
                    358,
                    "sexually active woman of childbearing potential",
                    defined_active_woman_clauses,
                ),
                all_of(
                    359,
                    Asked(
                        360,
                        "she agrees to use two forms of accepted contraception during the study and for 3 months after the last dose",
                        fact("contraception_agreed"),
                    ),
                    any_of(
                        361,
                        all_of(
                            362,
                            Includes(
                                363,
                                "contraception to be used: intrauterine device (IUD) among them",
                                fact("contraception"),
                                "any",
                                "iud",
                            ),
                            Elsewhere(
                                364,
                                "at least one effective barrier method",
                                defined_barrier_clauses,
                            ),
                        ),
                        all_of(
                            365,
                            Includes(
                                366,
                                "contraception to be used: “hormonal contraception (oral, injectable, implant, transdermal)” among them",
                                fact("contraception"),
                                "any",
                                "hormonal_contraception",
                            ),
                            throughout(
                                367,
                                "hormonal contraception at a stable dose was ongoing throughout the 3 months before the first dose of study drug",
                                DateOf(fact("stable_hormonal"), "start", or_none=True),
                                DateOf(fact("stable_hormonal"), "end", or_none=True),
                                "at least",
                                Length(Const(3), "month", whole=True),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                            Elsewhere(
                                368,
                                "at least one effective barrier method",
                                defined_barrier_clauses,
                            ),
                        ),
                        so_many_of(
                            369,
                            2,
                            None,
                            Includes(
                                370,
                                "contraception to be used: “condom, male or female” among them",
                                fact("contraception"),
                                "any",
                                "condom",
                            ),
                            Includes(
                                371,
                                "contraception to be used: diaphragm among them",
                                fact("contraception"),
                                "any",
                                "diaphragm",
                            ),
                            Includes(
                                372,
                                "contraception to be used: “spermicide (cream or gel that contains a chemical to kill sperm)” among them",
                                fact("contraception"),
                                "any",
                                "spermicide",
                            ),
                        ),
                        Includes(
                            373,
                            "contraception to be used: vasectomized partner among them",
                            fact("contraception"),
                            "any",
                            "vasectomized_partner",
                        ),
                    ),
                ),
                True,
            ),
            only_for(
                374,
                Elsewhere(
                    374,
                    "sexually active man whose partner is premenopausal",
                    defined_active_man_clauses,
                ),
                Asked(
                    375,
                    "he agrees to two forms of contraception during treatment and for at least 3 months after the last dose",
                    fact("man_contraception_agreed"),
                ),
                True,
            ),
        ),
    )


@Tree
def exclusion_1_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            407,
            Asked(408, "the patient has had myelogenous leukaemia", fact("myelogenous_leukemia")),
            Asked(
                409,
                "the patient has had a myelodysplastic syndrome",
                fact("myelodysplastic_syndrome"),
            ),
            Asked(410, "the patient has sickle cell disease", fact("sickle_cell_disease")),
        ),
    )


@Tree
def exclusion_2_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            414,
            "anticancer drug treatments outside the study, past and present: at least one where it was ongoing at any time within 4 weeks before the first dose of study drug, and either the kinds of treatment it consisted of include cytotoxic chemotherapy, or the kinds of treatment it consisted of include antibody linked to a cytotoxic drug (conjugate)",
            Count(
                Listing(
                    "treatments",
                    "treatments_1",
                    all_of(
                        0,
                        touches(
                            414,
                            "it was ongoing at any time within 4 weeks before the first dose of study drug",
                            DateOf(field("treatments_1", "given"), "start"),
                            DateOf(field("treatments_1", "given"), "end"),
                            Window(
                                "within",
                                Length(Const(4), "week"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            414,
                            Includes(
                                415,
                                "kinds of treatment it consisted of: cytotoxic chemotherapy among them",
                                field("treatments_1", "kinds"),
                                "any",
                                "cytotoxic",
                            ),
                            Includes(
                                416,
                                "kinds of treatment it consisted of: antibody linked to a cytotoxic drug (conjugate) among them",
                                field("treatments_1", "kinds"),
                                "any",
                                "conjugate",
                            ),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_3_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            427,
            "anticancer drug treatments outside the study, past and present: at least one where the drugs it contained include docetaxel, and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug, unless the setting is adjuvant, and it ended more than 1 year before the first dose of study drug",
            Count(
                Listing(
                    "treatments",
                    "treatments_1",
                    unless(
                        427,
                        all_of(
                            427,
                            Includes(
                                428,
                                "drugs it contained: docetaxel among them",
                                field("treatments_1", "drugs"),
                                "any",
                                "docetaxel",
                            ),
                            any_of(
                                429,
                                compare(
                                    79,
                                    "first day before the first dose of study drug",
                                    DateOf(field("treatments_1", "given"), "start"),
                                    "<",
                                    DateOf(fact("first_dose")),
                                ),
                                compare(
                                    80,
                                    "last day before the first dose of study drug",
                                    DateOf(field("treatments_1", "given"), "end"),
                                    "<",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                        ),
                        all_of(
                            430,
                            IsOneOf(
                                431,
                                "setting: adjuvant",
                                field("treatments_1", "setting"),
                                "adjuvant",
                            ),
                            touches(
                                432,
                                "it ended more than 1 year before the first dose of study drug",
                                DateOf(field("treatments_1", "given"), "start"),
                                DateOf(field("treatments_1", "given"), "end"),
                                Window(
                                    "more than",
                                    Length(Const(1), "year", whole=True),
                                    "before",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_4_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            447,
            "anticancer drug treatments outside the study, past and present: at least five different entries under “line of therapy it belonged to”, counting those where the cancer it was given for is breast cancer, and the kinds of treatment it consisted of include cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate), and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug",
            Distinct(
                Listing(
                    "treatments",
                    "treatments_1",
                    all_of(
                        447,
                        IsOneOf(
                            448,
                            "cancer it was given for: breast cancer",
                            field("treatments_1", "tumour"),
                            "breast",
                        ),
                        Includes(
                            449,
                            "kinds of treatment it consisted of: cytotoxic chemotherapy or antibody linked to a cytotoxic drug (conjugate) among them",
                            field("treatments_1", "kinds"),
                            "any",
                            "cytotoxic",
                            "conjugate",
                        ),
                        any_of(
                            450,
                            compare(
                                79,
                                "first day before the first dose of study drug",
                                DateOf(field("treatments_1", "given"), "start"),
                                "<",
                                DateOf(fact("first_dose")),
                            ),
                            compare(
                                80,
                                "last day before the first dose of study drug",
                                DateOf(field("treatments_1", "given"), "end"),
                                "<",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                    ),
                ),
                Value(field("treatments_1", "line"), low=0, high=30),
            ),
            5,
        ),
        Includes(446, "part of the study: Phase 3", fact("parts"), "any", "phase_3"),
    )


@Tree
def exclusion_5_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            470,
            HowMany(
                471,
                "drugs that inhibit CYP3A4, taken or planned: at least one where it is a strong inhibitor of CYP3A4, and either it was ongoing at any time within 3 days before or after the first dose of study drug, or it was ongoing at any time within 7 days after the start of the docetaxel of the study",
                Count(
                    Listing(
                        "cyp3a4_inhibitors",
                        "cyp3a4_inhibitors_1",
                        all_of(
                            471,
                            judged(
                                472,
                                "it is a strong inhibitor of CYP3A4",
                                field("cyp3a4_inhibitors_1", "strong_inhibitor"),
                            ),
                            any_of(
                                473,
                                touches(
                                    474,
                                    "it was ongoing at any time within 3 days before or after the first dose of study drug",
                                    DateOf(
                                        field("cyp3a4_inhibitors_1", "inhibitor_taken"),
                                        "start",
                                    ),
                                    DateOf(field("cyp3a4_inhibitors_1", "inhibitor_taken"), "end"),
                                    Window(
                                        "within",
                                        Length(Const(3), "day"),
                                        "around",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                                touches(
                                    475,
                                    "it was ongoing at any time within 7 days after the start of the docetaxel of the study",
                                    DateOf(
                                        field("cyp3a4_inhibitors_1", "inhibitor_taken"),
                                        "start",
                                    ),
                                    DateOf(field("cyp3a4_inhibitors_1", "inhibitor_taken"), "end"),
                                    Window(
                                        "within",
                                        Length(Const(7), "day"),
                                        "after",
                                        DateOf(fact("docetaxel_start")),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            judged(
                476,
                "the patient requires a strong inhibitor of CYP3A4",
                fact("requires_strong_inhibitor"),
            ),
        ),
    )


@Tree
def exclusion_6_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            499,
            HowMany(
                500,
                "investigational agents and tumour vaccines received: at least one where it was ongoing at any time within 2 weeks before the first dose of study drug",
                Count(
                    Listing(
                        "study_agents",
                        "study_agents_1",
                        touches(
                            500,
                            "it was ongoing at any time within 2 weeks before the first dose of study drug",
                            DateOf(field("study_agents_1", "agent_given"), "start"),
                            DateOf(field("study_agents_1", "agent_given"), "end"),
                            Window(
                                "within",
                                Length(Const(2), "week"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            Not(
                judged(
                    501,
                    "the patient has recovered from the toxicity of prior treatment",
                    fact("recovered"),
                ),
                "the patient has not recovered from the toxicity of prior treatment",
            ),
            HowMany(
                502,
                "adverse events of prior treatment: at least one where the CTCAE v4.03 grade now is above 1",
                Count(
                    Listing(
                        "adverse_events",
                        "adverse_events_1",
                        compare(
                            502,
                            "CTCAE v4.03 grade now: above 1",
                            Value(field("adverse_events_1", "grade_now"), low=0, high=5),
                            ">",
                            Const(1),
                        ),
                    ),
                ),
                1,
            ),
        ),
    )


@Tree
def exclusion_7_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            514,
            HowMany(
                515,
                "anticancer drug treatments outside the study, past and present: at least one where it was ongoing on the day of the first dose of study drug, unless kinds of treatment it consisted of: nothing other than hormonal treatment, and the first day is before the first dose of study drug",
                Count(
                    Listing(
                        "treatments",
                        "treatments_1",
                        all_of(
                            0,
                            during(
                                515,
                                "it was ongoing on the day of the first dose of study drug",
                                DateOf(field("treatments_1", "given"), "start"),
                                DateOf(field("treatments_1", "given"), "end"),
                                DateOf(fact("first_dose")),
                            ),
                            Not(
                                all_of(
                                    516,
                                    Includes(
                                        517,
                                        "kinds of treatment it consisted of: nothing other than hormonal treatment",
                                        field("treatments_1", "kinds"),
                                        "only",
                                        "hormonal",
                                    ),
                                    compare(
                                        518,
                                        "first day before the first dose of study drug",
                                        DateOf(field("treatments_1", "given"), "start"),
                                        "<",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            HowMany(
                519,
                "courses of radiation, past and present: at least one where the course was ongoing on the day of the first dose of study drug",
                Count(
                    Listing(
                        "radiotherapies",
                        "radiotherapies_1",
                        during(
                            519,
                            "the course was ongoing on the day of the first dose of study drug",
                            DateOf(field("radiotherapies_1", "irradiated"), "start"),
                            DateOf(field("radiotherapies_1", "irradiated"), "end"),
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
                1,
            ),
        ),
    )


@Tree
def exclusion_8_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            531,
            Asked(
                532,
                "the patient has had a bone marrow transplant",
                fact("bone_marrow_transplant"),
            ),
            Asked(533, "the patient has had a stem cell transplant", fact("stem_cell_transplant")),
        ),
    )


@Tree
def exclusion_9_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            548,
            Asked(549, "active infection", fact("active_infection")),
            HowMany(
                550,
                "anti-infective treatments: at least one where it was systemic (by mouth, vein or muscle), and either it was ongoing at any time less than 3 days before the first dose of study drug, or both it was ongoing at any time within 3 days before the first dose of study drug, and it was last given within 72 hours before the first dose of study drug, by the clock (needed if that was on the third day before)",
                Count(
                    Listing(
                        "anti_infectives",
                        "anti_infectives_1",
                        all_of(
                            550,
                            Asked(
                                551,
                                "it was systemic (by mouth, vein or muscle)",
                                field("anti_infectives_1", "systemic"),
                            ),
                            any_of(
                                552,
                                touches(
                                    553,
                                    "it was ongoing at any time less than 3 days before the first dose of study drug",
                                    DateOf(field("anti_infectives_1", "dosed"), "start"),
                                    DateOf(field("anti_infectives_1", "dosed"), "end"),
                                    Window(
                                        "less than",
                                        Length(Const(3), "day"),
                                        "before",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                                all_of(
                                    554,
                                    touches(
                                        555,
                                        "it was ongoing at any time within 3 days before the first dose of study drug",
                                        DateOf(field("anti_infectives_1", "dosed"), "start"),
                                        DateOf(field("anti_infectives_1", "dosed"), "end"),
                                        Window(
                                            "within",
                                            Length(Const(3), "day"),
                                            "before",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    Asked(
                                        556,
                                        "it was last given within 72 hours before the first dose of study drug, by the clock (needed if that was on the third day before)",
                                        field("anti_infectives_1", "within_72_hours"),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
        ),
    )


@Tree
def exclusion_10_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            564,
            "courses of radiation, past and present: at least one where the course was ongoing at any time within 4 weeks before the first dose of study drug",
            Count(
                Listing(
                    "radiotherapies",
                    "radiotherapies_1",
                    touches(
                        564,
                        "the course was ongoing at any time within 4 weeks before the first dose of study drug",
                        DateOf(field("radiotherapies_1", "irradiated"), "start"),
                        DateOf(field("radiotherapies_1", "irradiated"), "end"),
                        Window(
                            "within",
                            Length(Const(4), "week"),
                            "before",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_11_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            579,
            "growth factors received outside the study: at least one where the date is within 4 weeks before the first dose of study drug, and either the growth factor is pegfilgrastim, or the growth factor is filgrastim",
            Count(
                Listing(
                    "growth_factors",
                    "growth_factors_1",
                    all_of(
                        0,
                        falls(
                            579,
                            "date: within 4 weeks before the first dose of study drug",
                            DateOf(field("growth_factors_1", "factor_given")),
                            Window(
                                "within",
                                Length(Const(4), "week"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                        any_of(
                            579,
                            IsOneOf(
                                580,
                                "growth factor: pegfilgrastim",
                                field("growth_factors_1", "factor"),
                                "pegfilgrastim",
                            ),
                            IsOneOf(
                                581,
                                "growth factor: filgrastim",
                                field("growth_factors_1", "factor"),
                                "filgrastim",
                            ),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_12_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            596,
            Asked(597, "uncontrolled diabetes", fact("uncontrolled_diabetes")),
            Asked(598, "active infection", fact("active_infection")),
            Asked(599, "symptomatic congestive heart failure", fact("symptomatic_heart_failure")),
            Asked(600, "unstable angina pectoris", fact("unstable_angina")),
            Asked(601, "uncontrolled cardiac arrhythmia", fact("uncontrolled_arrhythmia")),
            Asked(602, "uncontrolled arterial thrombosis", fact("uncontrolled_thrombosis")),
            Asked(603, "symptomatic pulmonary embolism", fact("symptomatic_embolism")),
            judged(
                604,
                "psychiatric illness that would limit compliance with study requirements",
                fact("limiting_psychiatric_illness"),
            ),
            judged(605, "any other serious or uncontrolled illness", fact("other_serious_illness")),
            judged(
                606,
                "any other condition that would preclude the patient from study treatment",
                fact("other_condition"),
            ),
        ),
    )


@Tree
def exclusion_13_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            634,
            unless(
                635,
                falls(
                    635,
                    "last myocardial infarction within 1 year before the first dose of study drug",
                    DateOf(fact("last_infarction"), or_none=True),
                    Window(
                        "within",
                        Length(Const(1), "year", whole=True),
                        "before",
                        DateOf(fact("first_dose")),
                    ),
                ),
                all_of(
                    636,
                    falls(
                        637,
                        "last myocardial infarction 1 year or more before the day 18 days after the first dose of study drug",
                        DateOf(fact("last_infarction"), or_none=True),
                        Window(
                            "at least",
                            Length(Const(1), "year", whole=True),
                            "before",
                            Shift(DateOf(fact("first_dose")), "after", Length(Const(18), "day")),
                        ),
                    ),
                    judged(
                        638,
                        "Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?",
                        fact("infarction_window_granted"),
                    ),
                ),
            ),
            unless(
                639,
                touches(
                    639,
                    "ischaemic heart disease was ongoing at any time within 1 year before the first dose of study drug",
                    DateOf(fact("ischemic_disease"), "start", or_none=True),
                    DateOf(fact("ischemic_disease"), "end", or_none=True),
                    Window(
                        "within",
                        Length(Const(1), "year", whole=True),
                        "before",
                        DateOf(fact("first_dose")),
                    ),
                ),
                all_of(
                    640,
                    touches(
                        641,
                        "ischaemic heart disease ended 1 year or more before the day 18 days after the first dose of study drug",
                        DateOf(fact("ischemic_disease"), "start", or_none=True),
                        DateOf(fact("ischemic_disease"), "end", or_none=True),
                        Window(
                            "at least",
                            Length(Const(1), "year", whole=True),
                            "before",
                            Shift(DateOf(fact("first_dose")), "after", Length(Const(18), "day")),
                        ),
                    ),
                    judged(
                        642,
                        "Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?",
                        fact("infarction_window_granted"),
                    ),
                ),
            ),
            Asked(643, "uncontrolled cardiac arrhythmia", fact("uncontrolled_arrhythmia")),
            Asked(
                644,
                "the patient has had congenital QT prolongation",
                fact("congenital_qt_prolongation"),
            ),
            judged(
                645,
                "ECG findings consistent with active ischaemic heart disease",
                fact("ischemic_ecg"),
            ),
            all_of(
                646,
                Asked(647, "any cardiac disease", fact("cardiac_disease")),
                IsOneOf(
                    648,
                    "NYHA class of the cardiac disease: NYHA class III or NYHA class IV",
                    fact("nyha"),
                    "nyha_3",
                    "nyha_4",
                ),
            ),
            Consecutive(
                649,
                "blood pressure readings: at least two in a row, counting those where the date is on or after the screening visit, for each the date is on or before the first dose of study drug, and the systolic is above 150 mmHg, and the diastolic is above 100 mmHg, and the patient was on antihypertensive medication",
                2,
                Listing(
                    "blood_pressures",
                    "blood_pressures_1",
                    compare(
                        649,
                        "date: on or after the screening visit",
                        DateOf(field("blood_pressures_1", "measured_on")),
                        ">=",
                        DateOf(fact("screening")),
                    ),
                ),
                DateOf(field("blood_pressures_1", "measured_on")),
                all_of(
                    649,
                    compare(
                        650,
                        "date: on or before the first dose of study drug",
                        DateOf(field("blood_pressures_1", "measured_on")),
                        "<=",
                        DateOf(fact("first_dose")),
                    ),
                    compare(
                        651,
                        "systolic above 150 mmHg",
                        Value(field("blood_pressures_1", "systolic")),
                        ">",
                        Const(150),
                    ),
                    compare(
                        652,
                        "diastolic above 100 mmHg",
                        Value(field("blood_pressures_1", "diastolic")),
                        ">",
                        Const(100),
                    ),
                    Asked(
                        653,
                        "the patient was on antihypertensive medication",
                        field("blood_pressures_1", "on_antihypertensive"),
                    ),
                ),
            ),
            all_of(
                654,
                Consecutive(
                    655,
                    "blood pressure readings: at least two in a row, counting those where the date is on or after the screening visit, for each the date is on or before the first dose of study drug, and either the systolic is above 150 mmHg, or the diastolic is above 100 mmHg, and the patient was on antihypertensive medication",
                    2,
                    Listing(
                        "blood_pressures",
                        "blood_pressures_2",
                        compare(
                            655,
                            "date: on or after the screening visit",
                            DateOf(field("blood_pressures_2", "measured_on")),
                            ">=",
                            DateOf(fact("screening")),
                        ),
                    ),
                    DateOf(field("blood_pressures_2", "measured_on")),
                    all_of(
                        655,
                        compare(
                            656,
                            "date: on or before the first dose of study drug",
                            DateOf(field("blood_pressures_2", "measured_on")),
                            "<=",
                            DateOf(fact("first_dose")),
                        ),
                        any_of(
                            657,
                            compare(
                                658,
                                "systolic above 150 mmHg",
                                Value(field("blood_pressures_2", "systolic")),
                                ">",
                                Const(150),
                            ),
                            compare(
                                659,
                                "diastolic above 100 mmHg",
                                Value(field("blood_pressures_2", "diastolic")),
                                ">",
                                Const(100),
                            ),
                        ),
                        Asked(
                            660,
                            "the patient was on antihypertensive medication",
                            field("blood_pressures_2", "on_antihypertensive"),
                        ),
                    ),
                ),
                judged(
                    661,
                    "Is hypertension uncontrolled although the two pressures are not both consistently above their limits?",
                    fact("uncontrolled_hypertension"),
                ),
            ),
        ),
    )


@Tree
def exclusion_14_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            682,
            Asked(683, "the patient has had haemorrhagic diarrhoea", fact("hemorrhagic_diarrhea")),
            Asked(
                684,
                "the patient has had inflammatory bowel disease",
                fact("inflammatory_bowel_disease"),
            ),
            Asked(685, "active uncontrolled peptic ulcer disease", fact("active_ulcer")),
            Asked(686, "the patient has had an ileus", fact("ileus")),
            judged(
                687,
                "the patient has had another significant gastrointestinal disorder known to predispose to ileus or chronic bowel hypomotility",
                fact("ileus_risk"),
            ),
        ),
    )


@Tree
def exclusion_15_clauses() -> Clause:
    return Criterion(
        True,
        Asked(695, "any other malignancy that requires active therapy", fact("other_malignancy")),
    )


@Tree
def exclusion_16_clauses() -> Clause:
    return Criterion(
        True,
        Asked(699, "the patient is known to be HIV seropositive", fact("known_hiv")),
    )


@Tree
def exclusion_17_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            715,
            all_of(
                716,
                Asked(717, "active hepatitis B virus infection", fact("active_hepatitis_b")),
                Asked(
                    718,
                    "Hepatitis B that requires antiviral treatment",
                    fact("hepatitis_b_needs_treatment"),
                ),
            ),
            all_of(
                719,
                IsOneOf(
                    720,
                    "Hepatitis B surface antigen (HBsAg): positive",
                    fact("hbsag"),
                    "positive",
                ),
                Selected(
                    721,
                    "latest Hepatitis B viral load within 14 days before the first dose of study drug: positive",
                    "latest",
                    Listing(
                        "hbv_viral_load",
                        "hbv_viral_load_1",
                        falls(
                            714,
                            "measured within 14 days before the first dose of study drug",
                            DateOf(field("hbv_viral_load_1", "date")),
                            Window(
                                "within",
                                Length(Const(14), "day"),
                                "before",
                                DateOf(fact("first_dose")),
                            ),
                        ),
                    ),
                    DateOf(field("hbv_viral_load_1", "date")),
                    IsOneOf(
                        721,
                        "Hepatitis B viral load: positive",
                        field("hbv_viral_load_1", "value"),
                        "positive",
                    ),
                ),
            ),
            all_of(
                722,
                IsOneOf(723, "Hepatitis C antibody: positive", fact("hcv_antibody"), "positive"),
                Asked(
                    724,
                    "Hepatitis C that requires treatment",
                    fact("hepatitis_c_needs_treatment"),
                ),
            ),
        ),
    )


@Tree
def exclusion_18_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            741,
            Asked(742, "she is pregnant", fact("pregnant")),
            Asked(743, "she is lactating", fact("lactating")),
        ),
        IsOneOf(740, "sex: female", fact("sex"), "female"),
    )


@Tree
def exclusion_19_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            747,
            Asked(
                748,
                "the patient is unwilling to comply with procedures required in this protocol",
                fact("unwilling"),
            ),
            judged(
                749,
                "the patient is unable to comply with procedures required in this protocol",
                fact("unable"),
            ),
        ),
    )


@Tree
def defined_platinum_failed_clauses() -> Clause:
    return HowMany(
        83,
        "anticancer drug treatments outside the study, past and present: at least one where the cancer it was given for is non-small cell lung cancer (NSCLC), and the drugs it contained include platinum, and it has failed (the cancer progressed or came back during or after it), and either the first day is before the first dose of study drug, or the last day is before the first dose of study drug",
        Count(
            Listing(
                "treatments",
                "treatments_1",
                all_of(
                    83,
                    IsOneOf(
                        84,
                        "cancer it was given for: non-small cell lung cancer (NSCLC)",
                        field("treatments_1", "tumour"),
                        "nsclc",
                    ),
                    Includes(
                        85,
                        "drugs it contained: platinum among them",
                        field("treatments_1", "drugs"),
                        "any",
                        "platinum",
                    ),
                    Asked(
                        86,
                        "it has failed (the cancer progressed or came back during or after it)",
                        field("treatments_1", "failed"),
                    ),
                    any_of(
                        87,
                        compare(
                            79,
                            "first day before the first dose of study drug",
                            DateOf(field("treatments_1", "given"), "start"),
                            "<",
                            DateOf(fact("first_dose")),
                        ),
                        compare(
                            80,
                            "last day before the first dose of study drug",
                            DateOf(field("treatments_1", "given"), "end"),
                            "<",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
            ),
        ),
        1,
    )


@Tree
def defined_local_results_count_clauses() -> Clause:
    return all_of(
        209,
        judged(
            210,
            "After discussion, does the Medical Monitor accept local laboratory results for this patient?",
            fact("local_results_accepted"),
        ),
        falls(
            211,
            "last blood taken for the central laboratory up to the first dose: within 14 days before the first dose of study drug",
            DateOf(fact("central_sample"), or_none=True),
            Window("within", Length(Const(14), "day"), "before", DateOf(fact("first_dose"))),
        ),
    )


@Tree
def defined_childbearing_potential_clauses() -> Clause:
    return all_of(
        286,
        IsOneOf(287, "sex: female", fact("sex"), "female"),
        Asked(288, "she is sexually mature", fact("sexually_mature")),
        any_of(
            289,
            Not(
                any_of(
                    290,
                    falls(
                        291,
                        "last day on which she had any menses: more than 12 months before the screening visit",
                        DateOf(fact("last_menses")),
                        Window(
                            "more than",
                            Length(Const(12), "month", whole=True),
                            "before",
                            DateOf(fact("screening")),
                        ),
                    ),
                ),
            ),
            all_of(
                292,
                Not(
                    Asked(293, "she has had a hysterectomy", fact("hysterectomy")),
                    "she has not had a hysterectomy",
                ),
                judged(
                    294,
                    "Is her lack of menses possibly due to prior chemotherapy, anti-oestrogens or ovarian suppression?",
                    fact("induced_amenorrhoea"),
                ),
            ),
        ),
    )


@Tree
def defined_active_woman_clauses() -> Clause:
    return all_of(
        300,
        Elsewhere(301, "woman of childbearing potential", defined_childbearing_potential_clauses),
        Asked(302, "the patient is sexually active", fact("sexually_active")),
    )


@Tree
def defined_active_man_clauses() -> Clause:
    return all_of(
        305,
        IsOneOf(306, "sex: male", fact("sex"), "male"),
        Asked(307, "the patient is sexually active", fact("sexually_active")),
        Asked(308, "he is the partner of a premenopausal woman", fact("premenopausal_partner")),
    )


@Tree
def defined_barrier_clauses() -> Clause:
    return Includes(
        322,
        "contraception to be used: “condom, male or female”, “diaphragm” or “spermicide (cream or gel that contains a chemical to kill sperm)” among them",
        fact("contraception"),
        "any",
        "condom",
        "diaphragm",
        "spermicide",
    )


def criteria() -> dict[str, Tree]:
    """The clauses of each criterion."""
    return {
        "I1": inclusion_1_clauses,
        "I2": inclusion_2_clauses,
        "I3": inclusion_3_clauses,
        "I4": inclusion_4_clauses,
        "I5": inclusion_5_clauses,
        "I6": inclusion_6_clauses,
        "I7": inclusion_7_clauses,
        "I8": inclusion_8_clauses,
        "I9": inclusion_9_clauses,
        "E1": exclusion_1_clauses,
        "E2": exclusion_2_clauses,
        "E3": exclusion_3_clauses,
        "E4": exclusion_4_clauses,
        "E5": exclusion_5_clauses,
        "E6": exclusion_6_clauses,
        "E7": exclusion_7_clauses,
        "E8": exclusion_8_clauses,
        "E9": exclusion_9_clauses,
        "E10": exclusion_10_clauses,
        "E11": exclusion_11_clauses,
        "E12": exclusion_12_clauses,
        "E13": exclusion_13_clauses,
        "E14": exclusion_14_clauses,
        "E15": exclusion_15_clauses,
        "E16": exclusion_16_clauses,
        "E17": exclusion_17_clauses,
        "E18": exclusion_18_clauses,
        "E19": exclusion_19_clauses,
    }


def dictionary() -> dict[str, Entry]:
    """What the data dictionary says of each fact, list and field."""
    return {
        "parts": Entry(
            "set",
            "Parts of the study that the patient is in",
            labels={"phase_2": "Phase 2", "phase_3": "Phase 3"},
        ),
        "ecog": Entry("whole", "ECOG performance status", low=0, high=5),
        "consent": Entry("date", "Date of signing the informed consent form"),
        "screening": Entry("date", "Date of the screening visit"),
        "docetaxel_start": Entry(
            "date",
            "Date of the start of the docetaxel of the study (planned or given)",
        ),
        "first_dose": Entry("date", "Date of the first dose of study drug (planned or given)"),
        "birth_date": Entry("date", "Date of birth"),
        "study_cancer": Entry(
            "choice",
            "Cancer for which the docetaxel of the study is to be given",
            labels={
                "breast": "Breast cancer",
                "nsclc": "Non-small cell lung cancer (NSCLC)",
                "prostate": "Prostate cancer",
                "other": "Another cancer",
            },
        ),
        "cancer_extent": Entry(
            "choice",
            "Extent of this cancer",
            labels={
                "metastatic": "Metastatic",
                "locally_advanced": "Locally advanced, not metastatic",
                "early": "Neither",
            },
        ),
        "hormone_refractory": Entry("yes/no", "Is the prostate cancer hormone-refractory?"),
        "pathology_confirmed": Entry("yes/no", "Does a pathology report confirm the cancer?"),
        "marrow_involved": Entry("yes/no", "Does the tumour involve the bone marrow?"),
        "full_dose_intensity": Entry(
            "yes/no",
            "Is the patient to receive the full chemotherapy dose intensity?",
        ),
        "life_expectancy_3_months": Entry("yes/no", "Is life expectancy 3 months or more?"),
        "gilbert": Entry("yes/no", "Has the patient been diagnosed with Gilbert's disease?"),
        "central_sample": Entry(
            "date",
            "Last blood taken for the central laboratory up to the first dose (none: not taken)",
            or_none=True,
        ),
        "local_results_accepted": Entry(
            "yes/no",
            "After discussion, does the Medical Monitor accept local laboratory results for this patient?",
        ),
        "unsupported_haemoglobin": Entry(
            "yes/no",
            "Is this haemoglobin independent of transfusion and of growth factor support?",
        ),
        "unsupported_neutrophils": Entry(
            "yes/no",
            "Is this ANC independent of growth factor support?",
        ),
        "sex": Entry("choice", "Sex", labels={"female": "female", "male": "male"}),
        "sexually_mature": Entry("yes/no", "Is she sexually mature?"),
        "hysterectomy": Entry("yes/no", "Has she had a hysterectomy?"),
        "last_menses": Entry("date", "Last day on which she had any menses"),
        "induced_amenorrhoea": Entry(
            "yes/no",
            "Is her lack of menses possibly due to prior chemotherapy, anti-oestrogens or ovarian suppression?",
        ),
        "sexually_active": Entry("yes/no", "Is the patient sexually active?"),
        "premenopausal_partner": Entry("yes/no", "Is he the partner of a premenopausal woman?"),
        "contraception": Entry(
            "set",
            "Contraception to be used",
            labels={
                "iud": "Intrauterine device (IUD)",
                "hormonal_contraception": "Hormonal contraception (oral, injectable, implant, transdermal)",
                "condom": "Condom, male or female",
                "diaphragm": "Diaphragm",
                "spermicide": "Spermicide (cream or gel that contains a chemical to kill sperm)",
                "vasectomized_partner": "Vasectomized partner",
                "other_contraception": "Anything else",
            },
        ),
        "stable_hormonal": Entry(
            "period",
            "First to last day of hormonal contraception at a stable dose (none: not used)",
            or_none=True,
        ),
        "test_within_24_hours": Entry(
            "yes/no",
            "Are the pregnancy tests documented within the 24 hours before the first dose, by the clock? (the urine test and, if it is positive, the serum test)",
        ),
        "contraception_agreed": Entry(
            "yes/no",
            "Does she agree to use two forms of accepted contraception during the study and for 3 months after the last dose?",
        ),
        "man_contraception_agreed": Entry(
            "yes/no",
            "Does he agree to two forms of contraception during treatment and for at least 3 months after the last dose?",
        ),
        "myelogenous_leukemia": Entry("yes/no", "Has the patient ever had myelogenous leukaemia?"),
        "myelodysplastic_syndrome": Entry(
            "yes/no",
            "Has the patient ever had a myelodysplastic syndrome?",
        ),
        "sickle_cell_disease": Entry("yes/no", "Does the patient have sickle cell disease?"),
        "requires_strong_inhibitor": Entry(
            "yes/no",
            "Does the patient require a strong inhibitor of CYP3A4?",
        ),
        "recovered": Entry(
            "yes/no",
            "Has the patient recovered from the toxicity of prior treatment?",
        ),
        "bone_marrow_transplant": Entry(
            "yes/no",
            "Has the patient ever had a bone marrow transplant?",
        ),
        "stem_cell_transplant": Entry("yes/no", "Has the patient ever had a stem cell transplant?"),
        "active_infection": Entry("yes/no", "Is there an active infection?"),
        "uncontrolled_arrhythmia": Entry("yes/no", "Is there an uncontrolled cardiac arrhythmia?"),
        "uncontrolled_diabetes": Entry("yes/no", "Is there uncontrolled diabetes?"),
        "symptomatic_heart_failure": Entry(
            "yes/no",
            "Is there symptomatic congestive heart failure?",
        ),
        "unstable_angina": Entry("yes/no", "Is there unstable angina pectoris?"),
        "uncontrolled_thrombosis": Entry("yes/no", "Is there an uncontrolled arterial thrombosis?"),
        "symptomatic_embolism": Entry("yes/no", "Is there a symptomatic pulmonary embolism?"),
        "limiting_psychiatric_illness": Entry(
            "yes/no",
            "Is there a psychiatric illness that would limit compliance with study requirements?",
        ),
        "other_serious_illness": Entry(
            "yes/no",
            "Is there any other serious or uncontrolled illness?",
        ),
        "other_condition": Entry(
            "yes/no",
            "Is there any other condition that would preclude the patient from study treatment?",
        ),
        "last_infarction": Entry(
            "date",
            "Last myocardial infarction (none: never had one)",
            or_none=True,
        ),
        "ischemic_disease": Entry(
            "period",
            "First to last day of ischaemic heart disease (none: never had it)",
            or_none=True,
        ),
        "infarction_window_granted": Entry(
            "yes/no",
            "Does the sponsor accept heart disease that lies 18 days or fewer short of 1 year back?",
        ),
        "cardiac_disease": Entry("yes/no", "Is there any cardiac disease?"),
        "nyha": Entry(
            "choice",
            "NYHA class of the cardiac disease",
            labels={
                "nyha_1": "NYHA class I",
                "nyha_2": "NYHA class II",
                "nyha_3": "NYHA class III",
                "nyha_4": "NYHA class IV",
            },
        ),
        "congenital_qt_prolongation": Entry(
            "yes/no",
            "Has the patient ever had congenital QT prolongation?",
        ),
        "ischemic_ecg": Entry(
            "yes/no",
            "Are there ECG findings consistent with active ischaemic heart disease?",
        ),
        "uncontrolled_hypertension": Entry(
            "yes/no",
            "Is hypertension uncontrolled although the two pressures are not both consistently above their limits?",
        ),
        "hemorrhagic_diarrhea": Entry("yes/no", "Has the patient ever had haemorrhagic diarrhoea?"),
        "inflammatory_bowel_disease": Entry(
            "yes/no",
            "Has the patient ever had inflammatory bowel disease?",
        ),
        "active_ulcer": Entry("yes/no", "Is there active uncontrolled peptic ulcer disease?"),
        "ileus": Entry("yes/no", "Has the patient ever had an ileus?"),
        "ileus_risk": Entry(
            "yes/no",
            "Has the patient ever had another significant gastrointestinal disorder known to predispose to ileus or chronic bowel hypomotility?",
        ),
        "other_malignancy": Entry(
            "yes/no",
            "Is there any other malignancy that requires active therapy?",
        ),
        "known_hiv": Entry("yes/no", "Is the patient known to be HIV seropositive?"),
        "hbsag": Entry(
            "choice",
            "Hepatitis B surface antigen (HBsAg)",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "hcv_antibody": Entry(
            "choice",
            "Hepatitis C antibody",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "active_hepatitis_b": Entry("yes/no", "Is there an active hepatitis B virus infection?"),
        "hepatitis_b_needs_treatment": Entry(
            "yes/no",
            "Hepatitis B that requires antiviral treatment",
        ),
        "hepatitis_c_needs_treatment": Entry("yes/no", "Hepatitis C that requires treatment"),
        "pregnant": Entry("yes/no", "Is she pregnant?"),
        "lactating": Entry("yes/no", "Is she lactating?"),
        "unwilling": Entry(
            "yes/no",
            "Is the patient unwilling to comply with procedures required in this protocol?",
        ),
        "unable": Entry(
            "yes/no",
            "Is the patient unable to comply with procedures required in this protocol?",
        ),
        "treatments": Entry(
            "list",
            "Anticancer drug treatments outside the study, past and present",
        ),
        "treatments.tumour": Entry(
            "choice",
            "Cancer it was given for",
            labels={
                "breast": "Breast cancer",
                "nsclc": "Non-small cell lung cancer (NSCLC)",
                "prostate": "Prostate cancer",
                "other": "Another cancer",
            },
        ),
        "treatments.kinds": Entry(
            "set",
            "Kinds of treatment it consisted of",
            labels={
                "cytotoxic": "Cytotoxic chemotherapy",
                "conjugate": "Antibody linked to a cytotoxic drug (conjugate)",
                "biological": "Biological treatment without such a link (e.g. trastuzumab)",
                "hormonal": "Hormonal treatment",
                "other_kind": "Another kind",
            },
        ),
        "treatments.drugs": Entry(
            "set",
            "Drugs it contained",
            labels={"docetaxel": "Docetaxel", "platinum": "Platinum", "another": "Another drug"},
        ),
        "treatments.setting": Entry(
            "choice",
            "Setting",
            labels={
                "adjuvant": "Adjuvant",
                "neoadjuvant": "Neoadjuvant",
                "advanced": "For advanced or metastatic disease",
            },
        ),
        "treatments.line": Entry(
            "whole",
            "Line of therapy it belonged to (0: adjuvant or neoadjuvant; 1, 2, … for advanced or metastatic disease)",
            low=0,
            high=30,
        ),
        "treatments.given": Entry("period", "First to last day"),
        "treatments.failed": Entry(
            "yes/no",
            "Has it failed (the cancer progressed or came back during or after it)?",
        ),
        "radiotherapies": Entry("list", "Courses of radiation, past and present"),
        "radiotherapies.irradiated": Entry("period", "First to last day of the course"),
        "surgeries": Entry("list", "Surgical procedures"),
        "surgeries.done_on": Entry("date", "Date"),
        "wounds": Entry("list", "Open wounds"),
        "wounds.open_days": Entry("period", "First to last day on which it was open"),
        "haemoglobin": Entry("list", "Haemoglobin"),
        "haemoglobin.value": Entry("quantity", "Haemoglobin", "g/dL", low=0),
        "haemoglobin.date": Entry("date", "Date"),
        "haemoglobin.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "haemoglobin.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "neutrophils": Entry("list", "Absolute neutrophil count (ANC)"),
        "neutrophils.value": Entry("quantity", "Absolute neutrophil count (ANC)", "10⁹/L", low=0),
        "neutrophils.date": Entry("date", "Date"),
        "neutrophils.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "neutrophils.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "bilirubin": Entry("list", "Total bilirubin"),
        "bilirubin.value": Entry("quantity", "Total bilirubin", "mg/dL", low=0),
        "bilirubin.date": Entry("date", "Date"),
        "bilirubin.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "bilirubin.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "direct_bilirubin": Entry("list", "Direct bilirubin"),
        "direct_bilirubin.value": Entry("quantity", "Direct bilirubin", "mg/dL", low=0),
        "direct_bilirubin.date": Entry("date", "Date"),
        "direct_bilirubin.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "direct_bilirubin.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "ast": Entry("list", "Aspartate aminotransferase (AST)"),
        "ast.value": Entry("quantity", "Aspartate aminotransferase (AST)", "U/L", low=0),
        "ast.date": Entry("date", "Date"),
        "ast.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "ast.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "alt": Entry("list", "Alanine aminotransferase (ALT)"),
        "alt.value": Entry("quantity", "Alanine aminotransferase (ALT)", "U/L", low=0),
        "alt.date": Entry("date", "Date"),
        "alt.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "alt.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "alp": Entry("list", "Alkaline phosphatase"),
        "alp.value": Entry("quantity", "Alkaline phosphatase", "U/L", low=0),
        "alp.date": Entry("date", "Date"),
        "alp.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "alp.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "creatinine": Entry("list", "Serum creatinine"),
        "creatinine.value": Entry("quantity", "Serum creatinine", "mg/dL", low=0),
        "creatinine.date": Entry("date", "Date"),
        "creatinine.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "creatinine.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "prothrombin_time": Entry("list", "Prothrombin time (PT)"),
        "prothrombin_time.value": Entry("quantity", "Prothrombin time (PT)", "seconds", low=0),
        "prothrombin_time.date": Entry("date", "Date"),
        "prothrombin_time.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "prothrombin_time.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "inr": Entry("list", "International normalized ratio (INR)"),
        "inr.value": Entry("quantity", "International normalized ratio (INR)", "INR", low=0),
        "inr.date": Entry("date", "Date"),
        "inr.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "inr.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "aptt": Entry("list", "Activated partial thromboplastin time (PTT)"),
        "aptt.value": Entry(
            "quantity",
            "Activated partial thromboplastin time (PTT)",
            "seconds",
            low=0,
        ),
        "aptt.date": Entry("date", "Date"),
        "aptt.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "aptt.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "pregnancy_test": Entry("list", "Pregnancy test, in urine or serum"),
        "pregnancy_test.value": Entry(
            "choice",
            "Pregnancy test, in urine or serum",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "pregnancy_test.date": Entry("date", "Date"),
        "pregnancy_test.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "pregnancy_test.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "urine_test": Entry("list", "Urine pregnancy test"),
        "urine_test.value": Entry(
            "choice",
            "Urine pregnancy test",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "urine_test.date": Entry("date", "Date"),
        "urine_test.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "urine_test.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "serum_test": Entry("list", "Serum pregnancy test"),
        "serum_test.value": Entry(
            "choice",
            "Serum pregnancy test",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "serum_test.date": Entry("date", "Date"),
        "serum_test.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "serum_test.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "cyp3a4_inhibitors": Entry("list", "Drugs that inhibit CYP3A4, taken or planned"),
        "cyp3a4_inhibitors.inhibitor_name": Entry("text", "Drug"),
        "cyp3a4_inhibitors.inhibitor_taken": Entry("period", "First to last day"),
        "cyp3a4_inhibitors.strong_inhibitor": Entry(
            "yes/no",
            "Is it a strong inhibitor of CYP3A4?",
        ),
        "study_agents": Entry("list", "Investigational agents and tumour vaccines received"),
        "study_agents.agent": Entry(
            "choice",
            "Kind of agent",
            labels={"investigational": "Investigational agent", "tumor_vaccine": "Tumour vaccine"},
        ),
        "study_agents.agent_given": Entry("period", "First to last day"),
        "adverse_events": Entry("list", "Adverse events of prior treatment"),
        "adverse_events.term": Entry("text", "Adverse event"),
        "adverse_events.grade_now": Entry(
            "whole",
            "CTCAE v4.03 grade now (0: gone)",
            low=0,
            high=5,
        ),
        "anti_infectives": Entry("list", "Anti-infective treatments"),
        "anti_infectives.anti_infective": Entry("text", "Drug"),
        "anti_infectives.systemic": Entry("yes/no", "Was it systemic (by mouth, vein or muscle)?"),
        "anti_infectives.dosed": Entry("period", "First to last day"),
        "anti_infectives.within_72_hours": Entry(
            "yes/no",
            "Was it last given within 72 hours before the first dose of study drug, by the clock? (needed if that was on the third day before)",
        ),
        "growth_factors": Entry("list", "Growth factors received outside the study"),
        "growth_factors.factor": Entry(
            "choice",
            "Growth factor",
            labels={
                "pegfilgrastim": "Pegfilgrastim",
                "filgrastim": "Filgrastim",
                "other_factor": "Another growth factor",
            },
        ),
        "growth_factors.factor_given": Entry("date", "Date"),
        "blood_pressures": Entry("list", "Blood pressure readings"),
        "blood_pressures.measured_on": Entry("date", "Date"),
        "blood_pressures.systolic": Entry("quantity", "Systolic", "mmHg"),
        "blood_pressures.diastolic": Entry("quantity", "Diastolic", "mmHg"),
        "blood_pressures.on_antihypertensive": Entry(
            "yes/no",
            "Was the patient on antihypertensive medication?",
        ),
        "hbv_viral_load": Entry("list", "Hepatitis B viral load (positive: detected at any level)"),
        "hbv_viral_load.value": Entry(
            "choice",
            "Hepatitis B viral load (positive: detected at any level)",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "hbv_viral_load.date": Entry("date", "Date"),
        "hbv_viral_load.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent form",
                "screening": "Date of the screening visit",
                "docetaxel_start": "Date of the start of the docetaxel of the study (planned or given)",
                "first_dose": "Date of the first dose of study drug (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "hbv_viral_load.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
    }


# --- days: against days that are known ------------------------------------------------------------
#
# A limit of None is not known. A day recorded as none is in no window; an ongoing end lies after
# every day.

ONE_DAY = timedelta(days=1)


def day_in(
    day: date | PartialDate | str | None, low: date | None, high: date | None
) -> bool | None:
    """Whether a day lies from ``low`` to ``high``, which are known together or not at all."""
    return kleene_both(day_from(day, low), day_by(day, high))


def kleene_both(one: bool | None, other: bool | None) -> bool | None:
    """Strong Kleene: both, where no day is before the first and after the second."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def day_by(day: date | PartialDate | str | None, limit: date | None) -> bool | None:
    """Whether a day is on or before the limit."""
    if isinstance(day, str):
        return False
    if day is None or limit is None:
        return None
    if isinstance(day, PartialDate):
        return True if day.last <= limit else False if day.first > limit else None
    return day <= limit


def day_from(day: date | PartialDate | str | None, limit: date | None) -> bool | None:
    """Whether a day is on or after the limit."""
    if isinstance(day, str):
        return day == "ongoing"
    if day is None or limit is None:
        return None
    if isinstance(day, PartialDate):
        return True if day.first >= limit else False if day.last < limit else None
    return day >= limit


def first_day(period: Period | Literal["none"] | None) -> date | PartialDate | str | None:
    """The first day of a period."""
    return period.start if isinstance(period, Period) else period


def last_day(period: Period | Literal["none"] | None) -> date | PartialDate | str | None:
    """The last day of a period."""
    return period.end if isinstance(period, Period) else period


def period_in(
    period: Period | Literal["none"] | None,
    start_by: date | None,
    end_from: date | None,
) -> bool | None:
    """Whether a period begins on or before one day and ends on or after another."""
    if isinstance(period, Period):
        return kleene_both(day_by(period.start, start_by), day_from(period.end, end_from))
    return None if period is None else False


def months_from(day: date, months: int) -> date:
    """So many months after a day (before, if negative), on the same day of the month or its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - ONE_DAY


def years_between(birth: date, moment: date) -> int:
    """Completed years; who was born on 29 February completes one on 1 March of a common year."""
    years = moment.year - birth.year
    if moment.month != birth.month:
        return years if moment.month > birth.month else years - 1
    return years if moment.day >= birth.day else years - 1


def months_between(birth: date, moment: date) -> int:
    """Completed months; who was born on the 31st completes one on the 31st or the next 1st."""
    months = (moment.year - birth.year) * 12 + moment.month - birth.month
    return months if moment.day >= birth.day else months - 1


def age_in(
    unit: Literal["years", "months"],
    birth: date | PartialDate | str | None,
    moment: date | None,
    low: int | None,
    high: int | None,
) -> bool | None:
    """Whether an age is from ``low`` to ``high``; of a partial birth date every age between counts."""
    if isinstance(birth, str):
        return False
    if birth is None or moment is None:
        return None
    completed = years_between if unit == "years" else months_between
    if isinstance(birth, PartialDate):
        least, most = completed(birth.last, moment), completed(birth.first, moment)
    else:
        least = most = completed(birth, moment)
    if (low is None or low <= least) and (high is None or most <= high):
        return True
    if (low is not None and most < low) or (high is not None and high < least):
        return False
    return None


def at_least(amount: Quantity, limit: Decimal) -> bool | None:
    """Whether an amount that is reported as below or above a number reaches a limit."""
    if amount.bound in (">", ">="):
        return True if amount.value >= limit else None
    below = amount.value <= limit if amount.bound == "<" else amount.value < limit
    return False if below else None


def above(amount: Quantity, limit: Decimal) -> bool | None:
    """Whether an amount that is reported as below or above a number is above a limit."""
    if amount.bound in ("<", "<="):
        return False if amount.value <= limit else None
    beyond = amount.value >= limit if amount.bound == ">" else amount.value > limit
    return True if beyond else None


_new = object.__new__
_set_attribute = object.__setattr__


def _made(kind: type[Item], fields: dict[str, Any]) -> Item:
    """A frozen instance that has all of these fields, at half of what its constructor costs."""
    made = _new(kind)
    _set_attribute(made, "__dict__", fields)
    return made


# ---- objects and lists ----


def _object(value: object, at: str, found: list[Problem], what: str) -> dict[str, Any]:
    """An object's values by name; none, and a problem, where the value is not an object."""
    if isinstance(value, _Repeated):
        found.extend(Problem(_under(at, key), "is given twice") for key in value.given_twice)
    if isinstance(value, dict):
        return value
    found.append(Problem(at, f"{_shown(value)} is not {what}"))
    return {}


def _listing(
    value: object, at: str, found: list[Problem], key: str, what: str
) -> tuple[list[Any], bool]:
    """The items of ``[…]`` or ``{key: […], "complete": false}``, and whether they are all."""
    if isinstance(value, list):
        return value, True
    data = _object(value, at, found, what)
    if data is not value:
        return [], True
    _undeclared(data, (key, "complete"), at, found)
    items, complete = data.get(key), data.get("complete")
    if not isinstance(items, list):
        wrong = "is missing" if items is None else f"{_shown(items)} is not a list"
        found.append(Problem(f"{at}.{key}", wrong))
    if not isinstance(complete, bool):
        wrong = "is missing" if complete is None else f"{_shown(complete)} is not true or false"
        found.append(Problem(f"{at}.complete", wrong))
    return items if isinstance(items, list) else [], complete is True


_NO_RECORDS: Records[Any] = _made(Records, {"items": (), "complete": True})


def _records(
    value: object, at: str, found: list[Problem], read: Callable[[Any, str, list[Problem]], Item]
) -> Records[Item]:
    complete = True
    if type(value) is not list:
        what = "a list of records ([] where there are none)"
        value, complete = _listing(value, at, found, "records", what)
    elif not value:
        return _NO_RECORDS
    before = len(found)
    if len(value) == 1:
        items: tuple[Item, ...] = (read(value[0], at, found),)
    else:
        items = tuple([read(item, at, found) for item in value])
    if len(found) > before:  # Only now are their paths worth the time.
        del found[before:]
        items = tuple([read(item, f"{at}[{i}]", found) for i, item in enumerate(value)])
    records = _new(Records)
    _set_attribute(records, "__dict__", {"items": items, "complete": complete})
    return records


def _protocol(value: object, found: list[Problem], protocol: str) -> None:
    if value is not None and value != protocol:
        found.append(Problem("protocol", f"{_shown(value)} is not {protocol!r}, which this is for"))


# ---- answers, choices, text ----


def _yes_no(value: object, at: str, name: str, found: list[Problem]) -> None:
    """Says that this is neither ``true`` nor ``false``."""
    found.append(Problem(at + name, f"{_shown(value)} is not true or false"))


def _judgement(value: object, at: str, name: str, found: list[Problem]) -> bool | None:
    """``"yes"``, ``"no"``, ``"not yet"``, or an object with such an answer, by whom and when."""
    if value == "yes":
        return True
    if value == "no":
        return False
    if value == "not yet":
        return None
    if isinstance(value, dict):
        return _signed_judgement(value, at + name, found)
    found.append(Problem(at + name, f"{_shown(value)} is not one of 'yes', 'no', 'not yet'"))
    return None


_JUDGEMENT_KEYS: dict[str, Any] = {"answer": None, "by": None, "on": None}


def _signed_judgement(value: dict[str, Any], at: str, found: list[Problem]) -> bool | None:
    data = value if type(value) is dict else _object(value, at, found, "a judgement")
    fields = _JUDGEMENT_KEYS | data
    if len(fields) != 3:
        _undeclared(data, _JUDGEMENT_KEYS, at, found)
    answer, by, on = fields["answer"], fields["by"], fields["on"]
    if by is not None and (type(by) is not str or not by.isprintable()):
        _text(by, at, ".by", found)
    if on is not None:
        _date(on, at, ".on", found)
    if answer is None:
        found.append(Problem(f"{at}.answer", "is missing"))
        return None
    if isinstance(answer, dict):
        found.append(Problem(f"{at}.answer", f"{_shown(answer)} is not an answer"))
        return None
    return _judgement(answer, at, ".answer", found)


def _choice(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> str | None:
    if isinstance(value, str) and value in options:
        return value
    wrong = f"{_shown(value)} is not one of {_listed(options)}{_nearest(value, options, found)}"
    found.append(Problem(at + name, wrong))
    return None


_complete_sets: dict[frozenset[str], Choices] = {}
"""Sets read before: patients differ, but not in everything."""


def _set(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> Choices:
    complete = True
    if type(value) is not list:
        value, complete = _listing(value, at + name, found, "values", "a list of choices")
    for item in value:
        if item not in options:
            return _wrong_set(value, at + name, found, options)
    values = frozenset(value)
    if len(values) < len(value):
        return _wrong_set(value, at + name, found, options)
    if complete and values in _complete_sets:
        return _complete_sets[values]
    choices = _made(Choices, {"values": values, "complete": complete})
    if complete and len(_complete_sets) < 10_000:
        _complete_sets[values] = choices
    return choices


def _wrong_set(
    value: list[Any], at: str, found: list[Problem], options: tuple[str, ...]
) -> Choices:
    """Says which items are no options, or are listed before."""
    before = set[str]()
    for i, item in enumerate(value):
        if item not in options:
            _choice(item, at, f"[{i}]", found, options)
        elif item in before:
            found.append(Problem(f"{at}[{i}]", f"{_shown(item)} is listed twice"))
        else:
            before.add(item)
    return _made(Choices, {"values": frozenset[str](), "complete": False})


def _text(value: object, at: str, name: str, found: list[Problem]) -> str:
    if not isinstance(value, str) or isinstance(value, _Literal):
        found.append(Problem(at + name, f"{_shown(value)} is not text"))
        return ""
    if not value.isprintable() and any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
        found.append(Problem(at + name, f"{_shown(value)} has a character that is not text"))
    return value


# ---- dates and periods ----


_dates: dict[str, date | PartialDate] = {}
"""Dates read before: the records of a study name the same days again and again."""


def _date(
    value: object, at: str, name: str, found: list[Problem], side: str = ""
) -> date | PartialDate | None:
    """A day, or the month or the year in which it lies; years run from 1000 to 2999."""
    if type(value) is str and value in _dates:
        return _dates[value]
    day = _calendar(value, at + name + side, found)
    if day is not None and len(_dates) < 50_000:
        _dates[str(value)] = day
    return day


def _calendar(value: object, at: str, found: list[Problem]) -> date | PartialDate | None:
    parts = value.split("-") if isinstance(value, str) and value.isascii() else []
    shape = [len(part) for part in parts if part.isdigit()]
    if shape not in ([4], [4, 2], [4, 2, 2]) or len(shape) < len(parts):
        wrong = "is not a date, such as '2026-03-02', '2026-03' or '2026'"
        found.append(Problem(at, f"{_shown(value)} {wrong}"))
        return None
    year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
    wrong = _impossible(year, month, day)
    if wrong:
        found.append(Problem(at, f"{_shown(value)} is not a date: {wrong}"))
        return None
    if len(parts) == 3:
        return date(year, month, day)
    return PartialDate.of_month(year, month) if len(parts) == 2 else PartialDate.of_year(year)


def _impossible(year: int, month: int, day: int) -> str:
    """What no calendar has in this date, or nothing."""
    if not 1000 <= year <= 2999:
        return "years run from 1000 to 2999"
    if not 1 <= month <= 12:
        return f"there is no month {month:02}"
    days = PartialDate.of_month(year, month).last.day
    return "" if 1 <= day <= days else f"this month has the days 01 to {days}"


_PERIOD_KEYS: dict[str, Any] = {"start": None, "end": None}


def _period(value: object, at: str, name: str, found: list[Problem]) -> Period:
    """``{"start", "end"}``, either of which may be left out; the end may be ``"ongoing"``."""
    data: Any = value
    if type(value) is not dict:
        what = 'a period, such as {"start": "2026-01", "end": "ongoing"}'
        data = _object(value, at + name, found, what)
    made = _PERIOD_KEYS | data
    if len(made) != 2:
        _undeclared(data, _PERIOD_KEYS, at + name, found)
    start, end = made["start"], made["end"]
    if type(start) is str and start in _dates:
        made["start"] = _dates[start]
    elif start is not None:
        made["start"] = _date(start, at, name, found, ".start")
    if type(end) is str and end in _dates:
        made["end"] = _dates[end]
    elif end is not None and end != "ongoing":
        made["end"] = _date(end, at, name, found, ".end")
    period = _new(Period)
    _set_attribute(period, "__dict__", made)
    return period


# ---- JSON text ----

_decoders: dict[str, Any] = {}
"""Decoders of JSON text, by what they make of whole numbers; made when first needed."""


def _parsed(text: str | bytes) -> Any:
    """What JSON text holds, numbers as they are spelled. Raises InvalidPatient if it is not JSON."""
    text = _decoded(text)
    try:
        return _decoder(int).decode(text)
    except (ValueError, RecursionError):
        pass
    from json import JSONDecodeError

    try:  # Python reads no whole number of thousands of digits.
        return _decoder(_digits).decode(text)
    except JSONDecodeError as error:
        wrong = f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}"
    except RecursionError:
        wrong = "this is nested too deeply"
    raise InvalidPatient((Problem("", wrong),))


def _decoder(whole: Callable[[str], int | str]) -> Any:
    name = whole.__name__
    if name not in _decoders:
        from json import JSONDecoder

        _decoders[name] = JSONDecoder(
            object_pairs_hook=_pairs, parse_float=_Literal, parse_int=whole
        )
    return _decoders[name]


def _digits(text: str) -> int | str:
    return int(text) if len(text) < 40 else _Literal(text)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    from collections import Counter

    repeated = _Repeated(data)
    times = Counter(key for key, _ in pairs)
    repeated.given_twice = tuple(key for key in data if times[key] > 1)
    return repeated


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"this is not text in UTF-8 (byte {error.start + 1})"
        raise InvalidPatient((Problem("", wrong),)) from error


# ---- numbers ----


def _whole(
    value: object, at: str, name: str, found: list[Problem], low: int | None, high: int | None
) -> int:
    """A whole number; ``3.0`` is one."""
    if type(value) is int and low is not None and high is not None and low <= value <= high:
        return value
    number = _number(value, at, name, found, low, high)
    if number % 1:
        found.append(Problem(at + name, f"{_shown(value)} is not a whole number"))
    return int(number)


def _number(
    value: object,
    at: str,
    name: str,
    found: list[Problem],
    low: Decimal | Fraction | int | None = None,
    high: Decimal | Fraction | int | None = None,
) -> Decimal:
    try:
        number = _exact(value)
    except ValueError as wrong:
        found.append(Problem(at + name, str(wrong)))
        return Decimal(0)
    if (low is not None and number < low) or (high is not None and number > high):
        found.append(Problem(at + name, f"{_shown(value)} is out of range: {_range(low, high)}"))
    return number


def _range(
    low: Decimal | Fraction | int | None, high: Decimal | Fraction | int | None, unit: str = ""
) -> str:
    if low is None or high is None:
        return f"at most {high}{unit}" if low is None else f"at least {low}{unit}"
    return f"from {low} to {high}{unit}"


def _exact(value: object) -> Decimal:
    """The number that data have, exactly. Raises ValueError, which says what is wrong with it.

    A number is spelled as in JSON, as text or not, but without an exponent, and with at most 20
    digits on either side of the point.
    """
    if type(value) is int:
        if -(10**20) < value < 10**20:
            return Decimal(value)
        raise ValueError("this number has more than 20 digits")
    if isinstance(value, str):
        return _spelled(value)
    if isinstance(value, float):
        return _shortest(value)
    if isinstance(value, Decimal) and value.is_finite() and -40 < value.adjusted() < 40:
        return _spelled(format(value, "f"))
    raise ValueError(f"{_shown(value)} is not a number")


_spellings: dict[str, Decimal] = {}
"""Numbers read before: results are rounded, and the same ones come again and again."""


def _spelled(text: str) -> Decimal:
    if text in _spellings:
        return _spellings[text]
    number = _in_digits(text)
    if len(_spellings) < 10_000:
        _spellings[str(text)] = number
    return number


def _in_digits(text: str) -> Decimal:
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not (text.isascii() and whole.isdigit() and (decimals.isdigit() or not point)):
        raise ValueError(f"{_shown(text)} is not a number{_advice(text)}")
    if len(whole) > 20 or len(decimals) > 20:
        raise ValueError(f"{_shown(text)} has more than 20 digits before or after the point")
    if whole[0] == "0" and whole != "0":
        raise ValueError(f"{_shown(text)} is not a number: it begins with a 0")
    return Decimal(text) or Decimal(0)


def _shortest(value: float) -> Decimal:
    """The shortest decimal of a float, if it has no more than the 15 digits that any float keeps."""
    text = repr(value)
    if not text[-1].isdigit():
        raise ValueError(f"{_shown(value)} is not a number")
    if "e" in text or len(text.replace(".", "").strip("-0")) > 15:
        raise ValueError(f"{text} is not exact as a float: give it as text")
    return _spelled(text)


def _advice(text: str) -> str:
    digits, exponent, _ = text.lower().partition("e")
    if "," in text:
        return ": decimals stand after a point, as in 12.5"
    if text[:1] in ("<", ">", "≤", "≥"):
        return ': the sign stands apart, as in "bound": "<"'
    if exponent and digits[-1:].isdigit():
        return ": it is written out, without an exponent"
    return ""


# ---- quantities ----


class _Measure:
    """What is declared of a quantity.

    ``unit`` is the one it is counted in. ``others`` are the units that data may use instead, each
    with what turns a value into the declared one: a factor, or factor and offset ("5/9 -160/9").
    ``met`` has what was read before, by the spelling of the number, or by that, the unit and the
    limits of normal: many patients have the same.
    """

    __slots__ = ("high", "limits", "low", "met", "others", "unit")

    def __init__(
        self,
        unit: str,
        others: dict[str, Decimal | str],
        low: Decimal | Fraction | int | None = None,
        high: Decimal | Fraction | int | None = None,
        limits: bool = False,
    ) -> None:
        self.unit = unit
        self.others = others
        self.low = low
        self.high = high
        self.limits = limits
        self.met: dict[Any, Quantity] = {}


# Types of which equal values are spelled alike: True is no number, though it equals 1.
_SPELLED = frozenset({int, str, _Literal})
_QUANTITY_KEYS: dict[str, Any] = dict.fromkeys(("value", "unit", "bound", "uln", "lln"))


def _quantity(
    value: object, at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """``{"value", "unit", "bound"?, "uln"?, "lln"?}`` as a quantity in the declared unit."""
    data: Any = value
    if type(value) is not dict:
        what = f'a value with its unit, such as {{"value": 1, "unit": "{measure.unit}"}}'
        data = _object(value, at + name, found, what)
        if data is not value:
            return None
    elif len(value) == 2 and value.get("unit") == measure.unit:
        bare = value.get("value")
        if type(bare) in _SPELLED and bare in measure.met:
            return measure.met[bare]
    fields = _QUANTITY_KEYS | data
    if len(fields) != 5:
        _undeclared(data, _QUANTITY_KEYS, at + name, found)
    if fields["value"] is None:
        found.append(Problem(f"{at}{name}.value", "is missing"))
        if fields["unit"] != measure.unit:
            _change(fields["unit"], at + name, found, measure)
        return None
    return _amount(fields, at, name, found, measure)


def _amount(
    fields: dict[str, Any], at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """The quantity in an object that has the keys of one; None where there is no value."""
    unit, given, uln, lln = fields["unit"], fields["value"], fields["uln"], fields["lln"]
    if (
        fields["bound"] is not None
        or type(given) not in _SPELLED
        or type(unit) is not str
        or (uln is not None and type(uln) not in _SPELLED)
        or (lln is not None and type(lln) not in _SPELLED)
    ):
        return _amount_in_full(fields, at, name, found, measure)
    bare = uln is None and lln is None and unit == measure.unit
    key = given if bare else (given, unit, uln, lln)
    if key in measure.met:
        return measure.met[key]
    before = len(found)
    quantity = _amount_in_full(fields, at, name, found, measure)
    if quantity is not None and len(found) == before and len(measure.met) < 10_000:
        measure.met[key] = quantity
    return quantity


def _amount_in_full(
    fields: dict[str, Any], at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """The same, read anew."""
    given, bound = fields["value"], fields["bound"]
    if given is None:
        for key in ("unit", "bound", "uln", "lln"):
            if fields[key] is not None:
                found.append(Problem(f"{at}{name}.{key}", "is given, but no value"))
        return None
    before = len(found)
    change = None
    if fields["unit"] != measure.unit:
        change = _change(fields["unit"], at + name, found, measure)
    value = _converted(given, at, name, ".value", found, change)
    uln = lln = None
    if fields["uln"] is not None or fields["lln"] is not None:
        uln, lln = _limits(fields, at, name, found, measure, change)
    if bound is None:
        bound = ""
    elif bound not in ("<", "<=", ">", ">="):
        wrong = f"{_shown(bound)} is not one of '<', '<=', '>', '>='"
        found.append(Problem(f"{at}{name}.bound", wrong))
    if len(found) == before and not _possible(value, bound, measure):
        span = _range(measure.low, measure.high, f" {measure.unit}")
        wrong = f"{bound}{_shown(given)} {fields['unit']} is out of range: {span}"
        found.append(Problem(f"{at}{name}.value", wrong))
    return _made(Quantity, {"value": value, "bound": bound, "uln": uln, "lln": lln})


def _possible(value: Decimal | Fraction, bound: str, measure: _Measure) -> bool:
    """Whether the value is in the declared range, and some value there agrees with its bound."""
    low, high = measure.low, measure.high
    if low is not None and (value < low or (bound == "<" and value == low)):
        return False
    return high is None or value < high or (value == high and bound != ">")


def _limits(
    fields: dict[str, Any],
    at: str,
    name: str,
    found: list[Problem],
    measure: _Measure,
    change: Decimal | str | None,
) -> tuple[Decimal | Fraction | None, Decimal | Fraction | None]:
    """The upper and the lower limit of normal, given in the unit of the value."""
    before = len(found)
    limits: list[Decimal | Fraction | None] = []
    for key in ("uln", "lln"):
        limit = fields[key]
        if limit is not None and not measure.limits:
            wrong = "no limits of normal are declared for this"
            found.append(Problem(f"{at}{name}.{key}", wrong))
        number = None if limit is None else _converted(limit, at, name, f".{key}", found, change)
        limits.append(number)
    uln, lln = limits
    if len(found) == before and uln is not None and lln is not None and lln > uln:
        wrong = f"{_shown(fields['lln'])} is above the upper limit, {_shown(fields['uln'])}"
        found.append(Problem(f"{at}{name}.lln", wrong))
    return uln, lln


def _converted(
    value: object,
    at: str,
    name: str,
    key: str,
    found: list[Problem],
    change: Decimal | str | None,
) -> Decimal | Fraction:
    """A number in the declared unit, exactly: a Fraction where it is not a decimal."""
    try:
        number = _exact(value)
    except ValueError as wrong:
        found.append(Problem(at + name + key, str(wrong)))
        return Decimal(0)
    if change is None:
        return number
    if isinstance(change, Decimal):
        from decimal import Context

        return Context(prec=200).multiply(number, change)
    from fractions import Fraction

    factor, _, offset = change.partition(" ")
    exact = Fraction(number) * Fraction(factor) + Fraction(offset or 0)
    places = exact.denominator.bit_length()
    scaled, rest = divmod(exact.numerator * 10**places, exact.denominator)
    return exact if rest else Decimal(f"{scaled}e-{places}")


def _change(unit: object, at: str, found: list[Problem], measure: _Measure) -> Decimal | str | None:
    """What turns a value in this unit into the declared one."""
    if isinstance(unit, str) and unit in measure.others:
        return measure.others[unit]
    wrong = "is missing" if unit is None else f"{_shown(unit)} is not accepted"
    accepted = _listed((measure.unit, *measure.others))
    found.append(Problem(f"{at}.unit", f"{wrong}; it may be {accepted}"))
    return None


def _fraction(text: str) -> Fraction:
    from fractions import Fraction

    return Fraction(text)


# --- exact: sums and products without rounding ----------------------------------------------------

_UNROUNDED = Context(prec=5000, traps=[Inexact])


def multiplied(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The product, exactly."""
    return _UNROUNDED.multiply(one, other)


def added(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The sum, exactly."""
    return _UNROUNDED.add(one, other)


def subtracted(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The difference, exactly."""
    return _UNROUNDED.subtract(one, other)


def is_below(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is less than the second."""
    return one < other


def is_at_most(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not more than the second."""
    return one <= other


def is_equal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are one number."""
    return one == other


def is_unequal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are different numbers."""
    return one != other


def is_at_least(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not less than the second."""
    return one >= other


def is_above(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is more than the second."""
    return one > other


def is_between(low: Decimal | int, number: Decimal | int, high: Decimal | int) -> bool:
    """A number is not less than one number, and not more than another."""
    return low <= number <= high


def both(one: bool, other: bool) -> bool:
    """Both hold."""
    return one and other


def one_or_other(one: bool, other: bool) -> bool:
    """One holds, or both."""
    return one or other


def smaller_of(*numbers: Decimal | int) -> Decimal | int:
    """The smallest of several."""
    return min(numbers)


def larger_of(*numbers: Decimal | int) -> Decimal | int:
    """The largest of several."""
    return max(numbers)


# ---- over the records of a list ----


def not_before(day: date, other: date | None) -> bool:
    """A day is not before another, if there is another."""
    return other is None or day >= other


def not_after(day: date, other: date | None) -> bool:
    """A day is not after another, if there is another."""
    return other is None or day <= other


def total_of(numbers: list[Decimal | int]) -> Decimal | int:
    """The sum, exactly."""
    total: Decimal | int = 0
    for number in numbers:
        total = _UNROUNDED.add(total, number)
    return total


def total_of_last(
    results: list[tuple[date, Decimal | int]] | None, count: int
) -> Decimal | int | None:
    """The sum of the last by date; None if there are fewer, or a day leaves open which these are."""
    if results is None or len(results) < count:
        return None
    results.sort()
    if len(results) > count and results[-count][0] == results[-count - 1][0]:
        return None
    return total_of([number for _, number in results[-count:]])


def in_a_row(results: list[tuple[date, bool]] | None, count: int) -> bool | None:
    """Whether so many that follow one another by date hold; None where a day leaves their order open."""
    if results is None:
        return None
    results.sort()
    longest = run = 0
    before: tuple[date, bool] | None = None
    for result in results:
        if before is not None and before[0] == result[0] and before[1] != result[1]:
            return None
        before = result
        run = run + 1 if result[1] else 0
        longest = max(longest, run)
    return longest >= count


# ---- estimates ----
#
# Every factor lies within 10 to the power of ±40, and a product has few: it stays in the floats, and
# its error lies below one part in 10 to the power of 11. What is outside is "not a number".

_NAN = float("nan")
_CLEARLY = 1e-9


def rough(number: Decimal | int) -> float:
    """A number above 0 as a float."""
    value = float(number)
    return value if 1e-40 < value < 1e40 else _NAN


def estimated(*factors: float) -> float:
    """The product of several."""
    found = 1.0
    for factor in factors:
        found *= factor
    return found


def divided(number: float, *divisors: float) -> float:
    """A number divided by several, none of which is 0."""
    for divisor in divisors:
        number /= divisor
    return number


def raised(base: float, exponent: float) -> float:
    """A power of a number above 0."""
    if not (1e-240 < base < 1e240 and -200 <= exponent <= 200):
        return _NAN
    try:
        power = base**exponent
    except OverflowError:
        return _NAN
    return power if 1e-40 < power < 1e40 else _NAN


def least(*numbers: float) -> float:
    """The smallest of several."""
    return min(numbers) if all(number == number for number in numbers) else _NAN


def most(*numbers: float) -> float:
    """The largest of several."""
    return max(numbers) if all(number == number for number in numbers) else _NAN


def side(one: float, other: float) -> int:
    """-1 if the first is clearly less than the second, 1 if it is clearly more; 0 if they are near."""
    if not abs(one - other) > _CLEARLY * max(one, other):
        return 0
    return -1 if one < other else 1


# --- numbers: exact, or known only within limits --------------------------------------------------

INFINITY = float("inf")


def exact(value: Decimal | Fraction | int | str) -> Fraction:
    """The number as a fraction; text may be "2.5" or "1/3"."""
    from fractions import Fraction

    return Fraction(value)


def number(value: Decimal | Fraction | int | str) -> Fraction | int:
    """The number as a whole one if it is whole, else as a fraction: whole ones are quicker."""
    if isinstance(value, int):
        return value
    fraction = exact(value) if isinstance(value, str) else value
    numerator, denominator = fraction.as_integer_ratio()
    return numerator if denominator == 1 else exact(fraction)


def shortened(value: Fraction, digits: int) -> Fraction:
    """A number rounded to so many significant digits, whole numbers to ones at least."""
    size = len(str(abs(value.numerator) // value.denominator)) if abs(value) >= 1 else 0
    if not size:
        size = 1 - len(str(value.denominator // abs(value.numerator)))
    unit = exact(10) ** min(size - digits, 0)
    return round(value / unit) * unit


class Interval:
    """A number between two ends, each of which it may reach unless that end is open.

    What is known exactly has both ends alike; what is not known at all reaches from minus infinity to
    infinity. Days are numbers too: those of the calendar, counted from 1 January of the year 1.
    """

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(
        self,
        low: Fraction | float,
        high: Fraction | float,
        low_open: bool = False,
        high_open: bool = False,
    ) -> None:
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def finite(self) -> bool:
        """Whether it is one number, and that is not infinite."""
        return self.low == self.high and -INFINITY < self.low < INFINITY

    @property
    def unbounded(self) -> bool:
        """Whether nothing is known of it."""
        return self.low == -INFINITY and self.high == INFINITY


def point(value: Fraction | float) -> Interval:
    """The number itself."""
    return Interval(value, value)


def anything() -> Interval:
    """A number of which nothing is known."""
    return Interval(-INFINITY, INFINITY, True, True)


def at_most(left: Interval, right: Interval) -> bool | None:
    """Whether ``left`` ≤ ``right``; None when that is not known."""
    if left.high <= right.low:
        return True
    if left.low > right.high:
        return False
    if left.low == right.high and (left.low_open or right.high_open):
        return False
    return None


def below(left: Interval, right: Interval) -> bool | None:
    """Whether ``left`` < ``right``; None when that is not known."""
    outcome = at_most(right, left)
    return None if outcome is None else not outcome


def plus(left: Interval, right: Interval) -> Interval:
    """The sum."""
    if left.finite and right.finite:
        return point(left.low + right.low)
    low, high = left.low + right.low, left.high + right.high
    if low != low or high != high:  # an infinity less an infinity
        return anything()
    return Interval(low, high, left.low_open or right.low_open, left.high_open or right.high_open)


def negative(term: Interval) -> Interval:
    """The number with the other sign."""
    return Interval(-term.high, -term.low, term.high_open, term.low_open)


def times(left: Interval, right: Interval) -> Interval:
    """The product; nothing is known of it when nothing is known of a factor."""
    if left.finite and right.finite:
        return point(left.low * right.low)
    if left.unbounded or right.unbounded:
        return anything()
    corners = [
        corner(x, x_open, y, y_open)
        for x, x_open in ((left.low, left.low_open), (left.high, left.high_open))
        for y, y_open in ((right.low, right.low_open), (right.high, right.high_open))
    ]
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    return Interval(
        low,
        high,
        all(is_open for value, is_open in corners if value == low),
        all(is_open for value, is_open in corners if value == high),
    )


def corner(
    x: Fraction | float, x_open: bool, y: Fraction | float, y_open: bool
) -> tuple[Fraction | float, bool]:
    """The product of two ends, and whether it is not reached. A zero that is reached gives zero."""
    if x == 0 or y == 0:
        return 0, not ((x == 0 and not x_open) or (y == 0 and not y_open))
    return x * y, x_open or y_open


def reciprocal(term: Interval) -> Interval | None:
    """One divided by it; None when it may be zero."""
    if term.low < 0 < term.high:
        return None
    if (term.low == 0 and not term.low_open) or (term.high == 0 and not term.high_open):
        return None
    low = -INFINITY if term.high == 0 else inverse(term.high)
    high = INFINITY if term.low == 0 else inverse(term.low)
    return Interval(
        low, high, term.high_open or term.high == INFINITY, term.low_open or term.low == -INFINITY
    )


def inverse(value: Fraction | float) -> Fraction | float:
    """One divided by a number other than zero."""
    return 0 if value in (INFINITY, -INFINITY) else 1 / exact_end(value)


def exact_end(value: Fraction | float) -> Fraction:
    """An end that is not infinite, as a fraction."""
    from fractions import Fraction

    return Fraction(value)


def scaled(term: Interval, factor: Fraction | int, offset: Fraction | int) -> Interval:
    """``term × factor + offset``."""
    product = term if factor == 1 else times(term, point(factor))
    return product if offset == 0 else plus(product, point(offset))


def smaller(terms: list[Interval]) -> Interval:
    """The smallest of several."""
    if all(term.finite for term in terms):
        return min(terms, key=lambda term: term.low)
    return negative(larger([negative(term) for term in terms]))


def larger(terms: list[Interval]) -> Interval:
    """The largest of several."""
    if all(term.finite for term in terms):
        return max(terms, key=lambda term: term.low)
    low = max(term.low for term in terms)
    high = max(term.high for term in terms)
    return Interval(
        low,
        high,
        all(term.low_open for term in terms if term.low == low),
        all(term.high_open for term in terms if term.high == high),
    )


def meet(one: Interval, other: Interval) -> Interval:
    """What two intervals have in common."""
    return Interval(
        max(one.low, other.low),
        min(one.high, other.high),
        any(each.low_open for each in (one, other) if each.low >= max(one.low, other.low)),
        any(each.high_open for each in (one, other) if each.high <= min(one.high, other.high)),
    )


def rounded(term: Interval, digits: int) -> Interval:
    """Rounded to so many decimals, half away from zero; an end that is not reached is approached."""
    low = round_up(term.low, digits) if term.low_open else nearest(term.low, digits)
    high = round_down(term.high, digits) if term.high_open else nearest(term.high, digits)
    return Interval(low, high, low == -INFINITY, high == INFINITY)


def nearest(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded half away from zero, as people round by hand."""
    return round_up(value, digits) if value >= 0 else round_down(value, digits)


def round_up(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded, halves upwards."""
    if value in (INFINITY, -INFINITY):
        return value
    scale = exact(10) ** digits
    return (exact_end(value) * scale * 2 + 1) // 2 / scale


def round_down(value: Fraction | float, digits: int) -> Fraction | float:
    """A number rounded, halves downwards."""
    return -round_up(-value, digits)


# Beyond these an exponent is a slip, not a formula: the power cannot be computed.
LARGEST_WHOLE_EXPONENT = 1_000
LARGEST_FRACTION = 1_000_000


def power(base: Interval, exponent: Fraction) -> Interval | None:
    """``base ^ exponent``; None when it has no value."""
    if exponent.denominator != 1:
        return fractional_power(base, exponent)
    n = int(exponent)
    if abs(n) > LARGEST_WHOLE_EXPONENT:
        return None
    if n < 0:
        inverted = reciprocal(base)
        return None if inverted is None else whole_power(inverted, -n)
    return anything() if base.unbounded else whole_power(base, n)


def whole_power(base: Interval, n: int) -> Interval:
    """``base ^ n`` for a whole ``n`` from 0."""
    if n == 0:
        return point(1)
    ends = [(base.low**n, base.low_open), (base.high**n, base.high_open)]
    if n % 2 == 0 and base.low < 0:
        ends.sort(key=lambda end: (end[0], not end[1]))
        if base.high > 0:
            ends[0] = (0, False)
    (low, low_open), (high, high_open) = ends
    return Interval(low, high, low_open, high_open)


def root(term: Interval, degree: int) -> Interval | None:
    """The root of a number that is exactly known; None when it has no value."""
    return power(term, exact(f"1/{degree}"))


def fractional_power(base: Interval, exponent: Fraction) -> Interval | None:
    """A power that is not whole: exact if it has at most 20 significant digits.

    Else the interval from its value cut after 20 significant digits to one unit of the last of them.
    None for a power of a negative number, or of one that is not exactly known.
    """
    if not base.known or base.low < 0 or base.low == INFINITY:
        return None
    if max(abs(exponent.numerator), exponent.denominator) > LARGEST_FRACTION:
        return None
    value = exact_end(base.low)
    if value == 0:
        return point(0) if exponent > 0 else None
    if (value, exponent) not in powers:
        if len(powers) == MOST_POWERS:
            powers.clear()
        powers[value, exponent] = positive_power(value, exponent)
    return powers[value, exponent]


# The days of a partial date ask for few powers, each of them often.
MOST_POWERS = 1_000
powers: dict[tuple[Fraction, Fraction], Interval] = {}


def positive_power(value: Fraction, exponent: Fraction) -> Interval:
    """The same of a number above 0."""
    rational = rational_power(value, exponent)
    guard = 40
    while True:
        approximate = approximate_power(value, exponent, guard)
        unit = exact(10) ** (approximate.adjusted() - 19)
        in_units = (exact(approximate) if rational is None else rational) / unit
        digits = int(in_units)
        near = exact(10) ** (5 - guard)
        if rational is not None and in_units == digits:
            return point(rational)
        if rational is not None or near < in_units - digits < 1 - near:
            return Interval(digits * unit, (digits + 1) * unit)
        guard *= 2


def rational_power(value: Fraction, exponent: Fraction) -> Fraction | None:
    """A power that is a fraction: numerator and denominator have whole roots. Else None."""
    numerator = whole_root(value.numerator, exponent.denominator)
    denominator = whole_root(value.denominator, exponent.denominator)
    if numerator is None or denominator is None:
        return None
    return (exact(numerator) / denominator) ** exponent.numerator


def whole_root(value: int, degree: int) -> int | None:
    """The root of a whole number from 1, if it is whole."""
    if value == 1 or degree >= value.bit_length():
        return 1 if value == 1 else None
    found = 1 << -(-value.bit_length() // degree)
    while True:  # Newton's method, from above
        better = ((degree - 1) * found + value // found ** (degree - 1)) // degree
        if better >= found:
            return found if found**degree == value else None
        found = better


def approximate_power(value: Fraction, exponent: Fraction, guard: int) -> Decimal:
    """The power with an error below one part in ten to the power of 20 + ``guard``."""
    from decimal import MAX_EMAX, MIN_EMIN, Context

    longest = max(value.numerator.bit_length(), value.denominator.bit_length())
    size = len(str(longest)) + len(str(abs(exponent.numerator)))
    context = Context(prec=30 + guard + 2 * size, Emax=MAX_EMAX, Emin=MIN_EMIN)
    logarithm = context.subtract(
        context.ln(Decimal(value.numerator)), context.ln(Decimal(value.denominator))
    )
    logarithm = context.multiply(logarithm, Decimal(exponent.numerator))
    return context.exp(context.divide(logarithm, Decimal(exponent.denominator)))


# --- calendar -------------------------------------------------------------------------------------

# The Gregorian calendar repeats itself after 400 years.
DAYS_OF_400_YEARS = 146097


def civil(day: Fraction | float) -> tuple[int, int, int]:
    """Year, month and day of the month; days are counted from 1 January of the year 1, which is 1."""
    cycle, rest = divmod(int(day // 1) - 1, DAYS_OF_400_YEARS)
    known = date.fromordinal(rest + 1)
    return known.year + 400 * cycle, known.month, known.day


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day; a day that the month does not have is its last."""
    cycle, year_of_cycle = divmod(year - 1, 400)
    first = date(year_of_cycle + 1, month, 1).toordinal()
    length = date(year_of_cycle + 1 + month // 12, month % 12 + 1, 1).toordinal() - first
    return first + min(day, length) - 1 + DAYS_OF_400_YEARS * cycle


def months_later(day: Fraction | float, months: int) -> Fraction | float:
    """So many months after a day (before it, if negative), on the same day of the month or its last."""
    if day in (INFINITY, -INFINITY):
        return day
    year, month, day_of_month = civil(day)
    years, month_index = divmod(month - 1 + months, 12)
    return ordinal(year + years, month_index + 1, day_of_month) + day % 1


def completed_months(birth: Fraction | float, moment: Fraction | float) -> float:
    """Months of age at a moment. Who was born on the 31st completes one on the 31st or the next 1st."""
    if birth in (INFINITY, -INFINITY) or moment in (INFINITY, -INFINITY):
        return moment - birth  # type: ignore[return-value]
    year, month, day = civil(birth)
    at_year, at_month, at_day = civil(moment)
    return (at_year - year) * 12 + at_month - month - (at_day < day)


def completed_years(birth: Fraction | float, moment: Fraction | float) -> float:
    """Years of age at a moment. Who was born on 29 February completes one on 1 March of a common year."""
    months = completed_months(birth, moment)
    return months if months in (INFINITY, -INFINITY) else months // 12


# --- terms: what is read of the patient, and what is computed from it -----------------------------

MISSING = "missing"
NOT_YET = "not yet answered"
VAGUE = "date too vague"
INCOMPLETE = "list incomplete"
CANNOT = "cannot be computed"

# What is not known: a cause, and the path to ask for, or "" when asking is of no use.
Unknowns = set[tuple[str, str]]


class Never(Exception):  # noqa: N818
    """A date is recorded as none: every comparison, window or length on it is false."""


class Scope:
    """A patient, the records that quantifiers have bound, and values that are tried in their place."""

    __slots__ = ("fixed", "given", "patient", "records")

    def __init__(
        self,
        patient: Any,
        records: dict[str, tuple[Any, str]],
        given: dict[str, Any],
        fixed: dict[str, int],
    ) -> None:
        self.patient = patient
        self.records = records
        self.given = given
        self.fixed = fixed

    def bind(self, var: str, record: Any, path: str) -> Scope:
        """The scope in which ``var`` is that record; dates in it belong to the clauses in it."""
        return Scope(self.patient, {**self.records, var: (record, path)}, self.given, {})

    def fix(self, days: dict[str, int]) -> Scope:
        """The scope in which partial dates are these days."""
        return Scope(self.patient, self.records, self.given, days)


class Ref:
    """A fact of the patient, or a field of the record bound to ``var``."""

    __slots__ = ("attribute", "name", "var")

    def __init__(self, name: str, var: str, attribute: str) -> None:
        self.name = name
        self.var = var
        self.attribute = attribute

    def path(self, scope: Scope) -> str:
        """Where it stands in the patient's data: ``therapies[0].given``."""
        return f"{scope.records[self.var][1]}.{self.name}" if self.var else self.name

    def read(self, scope: Scope) -> Any:
        """The value; None when it is absent."""
        if scope.given:
            path = self.path(scope)
            if path in scope.given:
                return scope.given[path]
        owner = scope.records[self.var][0] if self.var else scope.patient
        return getattr(owner, self.attribute)


def fact(name: str, attribute: str = "") -> Ref:
    """A fact of the patient."""
    return Ref(name, "", attribute or name)


def field(var: str, name: str, attribute: str = "") -> Ref:
    """A field of the record bound to ``var``."""
    return Ref(name, var, attribute or name)


class Term:
    """A number or a day, as far as it is known."""

    __slots__ = ()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        """Its interval, or None when it has no value; what is not known is added to ``unknown``."""
        raise NotImplementedError

    def parts(self) -> Iterator[tuple[Term, int]]:
        """The terms it is made of: 1 for those it grows with, -1 for those it falls with, else 0."""
        return iter(())

    def days(self, sign: int = 1) -> Iterator[tuple[DateOf, int]]:
        """The days it mentions, each with the direction in which it moves the whole."""
        for part, direction in self.parts():
            yield from part.days(sign * direction)

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        """Of a sum: what is known of it, and how many addends are not; None for other terms."""
        return None

    def too_few(self, scope: Scope) -> str | None:  # noqa: ARG002
        """Of a number over records: that too few of those recorded count; None otherwise."""
        return None

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads: paths and values."""
        for part, _ in self.parts():
            yield from part.refs(scope)


class Const(Term):
    """A number of the protocol."""

    __slots__ = ("known",)

    def __init__(self, value: str | int) -> None:
        self.known = point(number(value))

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:  # noqa: ARG002
        return self.known


class Value(Term):
    """A number, quantity or ordered choice; ``low`` and ``high`` are the declared range."""

    __slots__ = ("high", "low", "options", "ref")

    def __init__(
        self,
        ref: Ref,
        low: str | int | None = None,
        high: str | int | None = None,
        options: tuple[str, ...] = (),
    ) -> None:
        self.ref = ref
        self.low = -INFINITY if low is None else number(low)
        self.high = INFINITY if high is None else number(high)
        if options:
            self.low, self.high = 0, len(options) - 1
        self.options = options

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        known = self.ref.read(scope)
        if known is None:
            unknown.add((MISSING, self.ref.path(scope)))
            return anything()
        if isinstance(known, str):
            return point(self.options.index(known))
        if not isinstance(known, Quantity):
            return point(number(known))
        if known.bound:
            unknown.add((CANNOT, ""))
            return self.bounded(known)
        return point(number(known.value))

    def bounded(self, known: Quantity) -> Interval:
        """What a laboratory reported as below or above a number."""
        limit = number(known.value)
        if known.bound in (">", ">="):
            return Interval(limit, INFINITY, known.bound == ">", True)
        low = self.low if self.low <= limit else -INFINITY
        return Interval(low, limit, low == -INFINITY, known.bound == "<")

    def ranged(self, scope: Scope, unknown: Unknowns) -> Interval:
        """Its interval where the declared range counts: in the numbers of a list, as a key."""
        interval = self.value(scope, unknown)
        return interval if interval.known else meet(interval, self.declared())

    def declared(self) -> Interval:
        """The declared range."""
        return Interval(self.low, self.high, self.low == -INFINITY, self.high == INFINITY)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


class Limit(Term):
    """The laboratory's upper or lower limit of normal that came with a quantity."""

    __slots__ = ("ref", "side")

    def __init__(self, side: Literal["uln", "lln"], ref: Ref) -> None:
        self.side = side
        self.ref = ref

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        if self.ref.read(scope) is None:
            unknown.add((MISSING, self.ref.path(scope)))
            return None
        limit = self.read(scope)
        if limit is None:
            unknown.add((CANNOT, self.path(scope)))
            return None
        return point(number(limit))

    def path(self, scope: Scope) -> str:
        """Where it stands beside the quantity: ``alt[0].value.uln``."""
        return f"{self.ref.path(scope)}.{self.side}"

    def read(self, scope: Scope) -> Any:
        """The limit; None when it is absent."""
        path = self.path(scope)
        if path in scope.given:
            return scope.given[path].value
        known = self.ref.read(scope)
        return None if known is None else getattr(known, self.side)

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)
        if self.ref.read(scope) is not None:
            yield self.path(scope), self.read(scope)


class Sum(Term):
    """Two terms added, or subtracted."""

    __slots__ = ("left", "right", "sign")

    def __init__(self, left: Term, op: Literal["+", "-"], right: Term) -> None:
        self.left = left
        self.sign = 1 if op == "+" else -1
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if left is None or right is None:
            return None
        return plus(left, right if self.sign > 0 else negative(right))

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 1
        yield self.right, self.sign


class Product(Term):
    """Two terms multiplied."""

    __slots__ = ("left", "right")

    def __init__(self, left: Term, right: Term) -> None:
        self.left = left
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        return None if left is None or right is None else times(left, right)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 0
        yield self.right, 0


class Quotient(Term):
    """A term divided by another; it has no value when the divisor may be zero."""

    __slots__ = ("left", "right")

    def __init__(self, left: Term, right: Term) -> None:
        self.left = left
        self.right = right

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if right is not None and right.known and right.low == 0:
            unknown.add((CANNOT, ""))
        if left is None or right is None:
            return None
        inverted = reciprocal(right)
        return None if inverted is None else times(left, inverted)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.left, 0
        yield self.right, 0


class Convert(Term):
    """``term × factor + offset``: the same quantity in another unit."""

    __slots__ = ("factor", "offset", "term")

    def __init__(self, term: Term, factor: str | int, offset: str | int = 0) -> None:
        self.term = term
        self.factor = number(factor)
        self.offset = number(offset)

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        return None if term is None else scaled(term, self.factor, self.offset)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1 if self.factor > 0 else -1


class Power(Term):
    """``term ^ exponent``."""

    __slots__ = ("exponent", "term")

    def __init__(self, term: Term, exponent: Term) -> None:
        self.term = term
        self.exponent = exponent

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        base, exponent = self.term.value(scope, unknown), self.exponent.value(scope, unknown)
        if base is None or exponent is None or not exponent.known or exponent.unbounded:
            return None
        result = power(base, exact_end(exponent.low))
        if result is None and base.known:
            unknown.add((CANNOT, ""))
        return result

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 0
        yield self.exponent, 0


class Root(Term):
    """The ``degree``-th root, to 20 significant digits unless it is exact."""

    __slots__ = ("degree", "term")

    def __init__(self, degree: int, term: Term) -> None:
        self.degree = degree
        self.term = term

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        if term is None:
            return None
        result = root(term, self.degree)
        if result is None and term.known:
            unknown.add((CANNOT, ""))
        return result

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 0


class Round(Term):
    """Rounded half away from zero."""

    __slots__ = ("digits", "term")

    def __init__(self, term: Term, digits: int) -> None:
        self.term = term
        self.digits = digits

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        return None if term is None else rounded(term, self.digits)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1


class Extreme(Term):
    """The smaller or larger of several numbers, the earlier or later of several days."""

    __slots__ = ("terms", "which")

    def __init__(self, which: Literal["smaller", "larger"], *terms: Term) -> None:
        self.which = which
        self.terms = terms

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        values = [term.value(scope, unknown) for term in self.terms]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        return smaller(known) if self.which == "smaller" else larger(known)

    def parts(self) -> Iterator[tuple[Term, int]]:
        for term in self.terms:
            yield term, 1


# --- dates, and lengths of time --------------------------------------------------------------------


class DateOf(Term):
    """A date, or with ``side`` an end of a period; ``or_none`` says that it may never have been."""

    __slots__ = ("or_none", "ref", "side")

    def __init__(
        self, ref: Ref, side: Literal["", "start", "end"] = "", or_none: bool = False
    ) -> None:
        self.ref = ref
        self.side = side
        self.or_none = or_none

    def read(self, scope: Scope) -> tuple[Any, str]:
        """The date as recorded (None: absent), and the path to ask for."""
        known, path = self.ref.read(scope), self.ref.path(scope)
        if not self.side:
            return known, path
        end = f"{path}.{self.side}"
        if end in scope.given:
            return scope.given[end], end
        return (getattr(known, self.side), end) if isinstance(known, Period) else (known, path)

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        known, path = self.read(scope)
        if known is None:
            unknown.add((MISSING, path))
            return Interval(-INFINITY, INFINITY, True, self.side != "end")
        if known == "none":
            raise Never
        if known == "ongoing":
            return point(INFINITY)
        if isinstance(known, PartialDate):
            unknown.add((VAGUE, path))
            if path in scope.fixed:
                return point(scope.fixed[path])
            return Interval(known.first.toordinal(), known.last.toordinal())
        return point(known.toordinal())

    def days(self, sign: int = 1) -> Iterator[tuple[DateOf, int]]:
        yield self, sign

    def never(self, scope: Scope) -> bool:
        """Whether it is absent and may turn out never to have been."""
        return self.or_none and self.ref.read(scope) is None

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        known, path = self.read(scope)
        yield path, known


class DayConst(Term):
    """A date of the protocol."""

    __slots__ = ("day",)

    def __init__(self, year: int, month: int, day: int) -> None:
        self.day = date(year, month, day).toordinal()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:  # noqa: ARG002
        return point(self.day)


class Age(Term):
    """Completed years or months from a birth to a moment."""

    __slots__ = ("birth", "moment", "unit")

    def __init__(self, unit: Literal["years", "months"], birth: Term, moment: Term) -> None:
        self.unit = unit
        self.birth = birth
        self.moment = moment

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        birth, moment = self.birth.value(scope, unknown), self.moment.value(scope, unknown)
        if birth is None or moment is None:
            return None
        endless = birth.low == INFINITY and moment.high == INFINITY  # both are still to come
        if birth.unbounded or moment.low == -INFINITY or endless:
            return anything()
        completed = completed_years if self.unit == "years" else completed_months
        low, high = completed(birth.high, moment.low), completed(birth.low, moment.high)
        return Interval(low, high, low_open=low == -INFINITY)

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.birth, -1
        yield self.moment, 1


class DaysBetween(Term):
    """Days from one date to another."""

    __slots__ = ("end", "start")

    def __init__(self, start: Term, end: Term) -> None:
        self.start = start
        self.end = end

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        start, end = self.start.value(scope, unknown), self.end.value(scope, unknown)
        return None if start is None or end is None else plus(end, negative(start))

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.start, -1
        yield self.end, 1


DAYS_IN = {"day": 1, "week": 7}
MONTHS_IN = {"month": 1, "year": 12}


class Length:
    """So many hours, days, weeks, months or years; a negative number of them counts as none.

    ``whole`` says that the amount can be nothing but a whole number.
    """

    __slots__ = ("amount", "unit", "whole")

    def __init__(
        self,
        amount: Term,
        unit: Literal["hour", "day", "week", "month", "year"],
        whole: bool = False,
    ) -> None:
        self.amount = amount
        self.unit = unit
        self.whole = whole

    def reach(
        self, start: Interval, direction: int, scope: Scope, unknown: Unknowns
    ) -> Interval | None:
        """The day so far after ``start`` (before it, for a ``direction`` of -1)."""
        amount = self.amount.value(scope, unknown)
        if amount is None:
            return None
        amount = larger([amount, point(0)])
        if self.unit not in MONTHS_IN:
            days = DAYS_IN[self.unit] if self.unit in DAYS_IN else exact("1/24")
            length = times(amount, point(days))
            return plus(start, length if direction > 0 else negative(length))
        months = times(amount, point(MONTHS_IN[self.unit]))
        if not months.known and not self.whole:
            return None
        if months.known and months.low % 1:
            unknown.add((CANNOT, ""))
            return None
        return moved(start, months if direction > 0 else negative(months))

    def terms(self) -> Iterator[Term]:
        """What it is counted with."""
        yield self.amount


def moved(start: Interval, months: Interval) -> Interval:
    """So many months after ``start``; several days may be clamped to one, which is then reached."""
    low = month_end(start.low, months.low, -INFINITY)
    high = month_end(start.high, months.high, INFINITY)
    low_open = low == -INFINITY or start.low_open
    return Interval(low, high, low_open, high == INFINITY and start.high_open)


def month_end(day: Fraction | float, months: Fraction | float, doubtful: float) -> Fraction | float:
    """So many months after a day; ``doubtful`` where both are infinite, one each way."""
    if abs(months) == INFINITY:
        return doubtful if abs(day) == INFINITY and day != months else months
    return months_later(day, int(months))


class ExtremeLength:
    """The shorter or longer of several lengths: the one that reaches the nearer or the farther day."""

    __slots__ = ("lengths", "which")

    def __init__(
        self, which: Literal["shorter", "longer"], *lengths: Length | ExtremeLength
    ) -> None:
        self.which = which
        self.lengths = lengths

    def reach(
        self, start: Interval, direction: int, scope: Scope, unknown: Unknowns
    ) -> Interval | None:
        """The day so far after ``start`` (before it, for a ``direction`` of -1)."""
        reached = [length.reach(start, direction, scope, unknown) for length in self.lengths]
        known = [day for day in reached if day is not None]
        if len(known) < len(reached):
            return None
        return smaller(known) if (self.which == "shorter") == (direction > 0) else larger(known)

    def terms(self) -> Iterator[Term]:
        """What the lengths are counted with."""
        for length in self.lengths:
            yield from length.terms()


class Shift(Term):
    """So long after a day, or before it."""

    __slots__ = ("direction", "length", "term")

    def __init__(
        self, term: Term, direction: Literal["after", "before"], length: Length | ExtremeLength
    ) -> None:
        self.term = term
        self.direction = 1 if direction == "after" else -1
        self.length = length

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        start = self.term.value(scope, unknown)
        reached = self.length.reach(start or anything(), self.direction, scope, unknown)
        return None if start is None else reached

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1
        for term in self.length.terms():
            yield term, self.direction


class WholeDay(Term):
    """The first whole day from a moment on, or the last up to it; ``strict`` leaves it out."""

    __slots__ = ("direction", "strict", "term")

    def __init__(self, term: Term, direction: Literal["from", "to"], strict: bool) -> None:
        self.term = term
        self.direction = 1 if direction == "from" else -1
        self.strict = strict

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        term = self.term.value(scope, unknown)
        if term is None:
            return None
        return Interval(self.whole(term.low), self.whole(term.high), term.low_open, term.high_open)

    def whole(self, day: Fraction | float) -> Fraction | float:
        """The whole day next to a moment."""
        if day in (INFINITY, -INFINITY):
            return day
        up = -(-day * self.direction // 1)
        return (up + (self.strict and up == day * self.direction)) * self.direction

    def parts(self) -> Iterator[tuple[Term, int]]:
        yield self.term, 1


# --- clauses: what a criterion asks, as data ------------------------------------------------------


MANY = 1 << 62  # records of a list that may have more


class Finding:
    """What a record says to a clause: True, False or None, and why it is not known."""

    __slots__ = ("outcome", "unknown")

    def __init__(self, outcome: bool | None, unknown: Unknowns | None = None) -> None:
        self.outcome = outcome
        self.unknown = (unknown or {(CANNOT, "")}) if outcome is None else set()


class Clause:
    """A clause of a criterion: its words, the line of the source, and how it is judged."""

    __slots__ = ("line", "words")

    def __init__(self, line: int, words: str) -> None:
        self.line = line
        self.words = words

    def judge(self, scope: Scope) -> Finding:
        """The outcome, and what is not known of it."""
        raise NotImplementedError

    def parts(self) -> tuple[Clause, ...]:
        """The clauses that it joins."""
        return ()

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads of the patient: paths and values."""
        for part in self.parts():
            yield from part.values(scope)

    def worths(self, scope: Scope) -> Iterator[str]:
        """What the calculated numbers that decide it are worth, in words."""
        for clause, _, at in self.deciding(scope):
            if clause is not self:
                yield from clause.worths(at)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        """The clauses that decide its outcome, each with its own outcome."""
        yield self, self.judge(scope).outcome, scope


class Truth(Clause):
    """Always so, or never."""

    __slots__ = ("outcome",)

    def __init__(self, line: int, words: str, outcome: bool) -> None:
        super().__init__(line, words)
        self.outcome = outcome

    def judge(self, scope: Scope) -> Finding:  # noqa: ARG002
        return Finding(self.outcome)


class Asked(Clause):
    """Answered yes or no; ``cause`` is that of an answer that is not there."""

    __slots__ = ("cause", "ref")

    def __init__(self, line: int, words: str, ref: Ref, cause: str = MISSING) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.cause = cause

    def judge(self, scope: Scope) -> Finding:
        answer = self.ref.read(scope)
        return Finding(answer, {(self.cause, self.ref.path(scope))})

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


def judged(line: int, words: str, ref: Ref) -> Asked:
    """What only a person can decide."""
    return Asked(line, words, ref, NOT_YET)


class IsOneOf(Clause):
    """A choice is one of these options."""

    __slots__ = ("options", "ref")

    def __init__(self, line: int, words: str, ref: Ref, *options: str) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.options = options

    def judge(self, scope: Scope) -> Finding:
        known = self.ref.read(scope)
        if known is None:
            return Finding(None, {(MISSING, self.ref.path(scope))})
        return Finding(known in self.options)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


class Includes(Clause):
    """A set of choices includes any of, all of, or only these options."""

    __slots__ = ("mode", "options", "ref")

    def __init__(
        self,
        line: int,
        words: str,
        ref: Ref,
        mode: Literal["any", "all", "only"],
        *options: str,
    ) -> None:
        super().__init__(line, words)
        self.ref = ref
        self.mode = mode
        self.options = frozenset(options)

    def judge(self, scope: Scope) -> Finding:
        known = self.ref.read(scope)
        if known is None:
            return Finding(None, {(MISSING, self.ref.path(scope))})
        if self.mode == "any":
            settled, outcome = not known.values.isdisjoint(self.options), True
        elif self.mode == "all":
            settled, outcome = known.values >= self.options, True
        else:
            settled, outcome = not known.values <= self.options, False
        if settled or known.complete:
            return Finding(outcome if settled else not outcome)
        return Finding(None, {(INCOMPLETE, self.ref.path(scope))})

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


# --- entries: the data dictionary, and values in words --------------------------------------------

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Entry:
    """What the data dictionary says of a fact, a field or a list.

    ``kind`` is "yes/no", "whole", "number", "quantity", "date", "period", "choice", "set", "text" or
    "list"; ``labels`` are the options in words; ``low`` and ``high`` the declared range, as text.
    """

    __slots__ = ("high", "kind", "labels", "low", "or_none", "question", "unit")

    def __init__(
        self,
        kind: str,
        question: str,
        unit: str = "",
        low: str | int | None = None,
        high: str | int | None = None,
        or_none: bool = False,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        self.kind = kind
        self.question = question
        self.unit = unit
        self.low = low
        self.high = high
        self.or_none = or_none
        self.labels = labels or {}


def pattern(path: str) -> str:
    """A path without the numbers of records: ``therapies.given.end`` of ``therapies[0].given.end``."""
    return "".join(part.partition("]")[2] if i else part for i, part in enumerate(path.split("[")))


def entry_at(dictionary: Mapping[str, Entry], path: str) -> Entry:
    """The entry of a path; the ends of a period have that of the period."""
    name = pattern(path)
    return dictionary[name] if name in dictionary else dictionary[name.rpartition(".")[0]]


def in_words(value: Any, entry: Entry) -> str:
    """A recorded value as people read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return entry.labels.get(value, value)
    if isinstance(value, (date, PartialDate)):
        return day_in_words(value)
    if isinstance(value, Quantity):
        sign = {"": "", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ "}[value.bound]
        return sign + amount(value.value, entry.unit)
    if isinstance(value, Period):
        return f"{end_in_words(value.start)} to {end_in_words(value.end)}"
    if isinstance(value, Choices):
        named = ", ".join(entry.labels.get(each, each) for each in sorted(value.values))
        return f"{named or 'none'}{'' if value.complete else ', perhaps more'}"
    if isinstance(value, Records):
        return records_in_words(value)
    return amount(value, entry.unit)


def amount(value: Any, unit: str) -> str:
    """A number and its unit."""
    return f"{number_in_words(value)} {unit}".strip()


FEW_DIGITS = 4


def number_in_words(value: Any) -> str:
    """A number as a decimal; one that is none, to a few digits: about 84.71."""
    if isinstance(value, (int, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    denominator = value.denominator
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    if denominator != 1:
        return f"about {number_in_words(shortened(value, FEW_DIGITS))}"
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    text = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    whole = f"{text[:-digits]}.{text[-digits:]}" if digits else text
    return f"-{whole}" if value < 0 else whole


def day_in_words(day: date | PartialDate) -> str:
    """A date written out: 15 February 2026, February 2026, 2026."""
    if isinstance(day, PartialDate):
        if day.first.year == day.last.year and day.first.month == day.last.month:
            return f"{MONTHS[day.first.month - 1]} {day.first.year}"
        return day.text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def end_in_words(day: Any) -> str:
    """An end of a period."""
    if day is None:
        return "not known"
    return day if isinstance(day, str) else day_in_words(day)


def records_in_words(value: Records[Any]) -> str:
    """How many records there are."""
    count = len(value.items)
    listed = "none" if count == 0 else "1 record" if count == 1 else f"{count} records"
    if value.complete:
        return listed
    return f"{listed}, perhaps more" if count else "perhaps some"


def place(path: str, dictionary: Mapping[str, Entry]) -> tuple[int, int, int, str]:
    """Where a path stands in the dictionary: for sorting."""
    names = list(dictionary)
    name, _, rest = path.partition("[")
    index, _, field = rest.partition("].")
    if not field:
        name, _, end = name.partition(".")
        return names.index(name), -1, -1, end
    field, _, end = field.partition(".")
    return names.index(name), int(index), names.index(f"{name}.{field}"), end


# --- worth: calculated numbers in words -----------------------------------------------------------

FEWEST_DIGITS = 4
MOST_DIGITS = 20


class Worth:
    """A number that is compared: what it is called, its unit, and whether it stands at the right."""

    __slots__ = ("right", "title", "unit")

    def __init__(self, title: str, unit: str, right: bool = False) -> None:
        self.title = title
        self.unit = unit
        self.right = right

    def in_words(self, term: Term, limit: Term | None, scope: Scope) -> str | None:
        """Creatinine clearance: 28.3 mL/min; None if nothing is known of it."""
        too_few = term.too_few(scope)
        if too_few is not None:
            return f"{self.title}: {too_few}"
        so_far = term.so_far(scope)
        if so_far is not None:
            total, unknown = so_far
            rest = f" so far, and {unknown} not known" if unknown else ""
            return f"{self.title}: {amount(total, self.unit)}{rest}"
        try:
            value = term.value(scope, set())
            beside = None if limit is None else limit.value(scope, set())
        except Never:
            return None
        if value is None or value.low == -INFINITY or value.high == INFINITY:
            return None
        limits = [] if beside is None else [beside.low, beside.high]
        low, high = (readable(end, limits) for end in (value.low, value.high))
        if low == high:
            return f"{self.title}: {amount(low, self.unit)}"
        return f"{self.title}: from {amount(low, '')} to {amount(high, self.unit)}"


def readable(value: Any, limits: list[Any]) -> Any:
    """A number with few digits, but so many that it does not look like a limit that it is not."""
    found = exact(value)
    if (found * 1000).denominator == 1:
        return number(found)
    digits = FEWEST_DIGITS
    while digits < MOST_DIGITS and not on_its_side(shortened(found, digits), found, limits):
        digits += 1
    return number(shortened(found, digits))


def on_its_side(short: Any, value: Any, limits: list[Any]) -> bool:
    """Whether a shortened number lies on the same side of each limit."""
    return all((short < limit) == (value < limit) and short != limit for limit in limits)


# --- comparisons: two numbers or two days, in every completion of vague dates ----------------------

# More completions than two years, day by day, are not tried: the answer is then None ("ask").
MOST_COMPLETIONS = 366 * 366


class End:
    """One end of a comparison: ``left`` ≤ ``right``, or < if ``strict``."""

    __slots__ = ("left", "right", "strict")

    def __init__(self, left: Term, right: Term, strict: bool = False) -> None:
        self.left = left
        self.right = right
        self.strict = strict

    def judge(self, scope: Scope, pivot: Term | None, at: int) -> Finding:
        """The outcome, where the term ``pivot`` is the number ``at``."""
        unknown: Unknowns = set()
        left, right = self.left.value(scope, unknown), self.right.value(scope, unknown)
        if left is None or right is None:
            return Finding(None, unknown)
        left = point(at) if self.left is pivot else left
        right = point(at) if self.right is pivot else right
        outcome = below(left, right) if self.strict else at_most(left, right)
        finding = Finding(outcome)
        finding.unknown = unknown
        return finding

    def days(self) -> Iterator[tuple[DateOf, int]]:
        """The days it mentions, each with the direction in which it favours the end."""
        yield from self.left.days(-1)
        yield from self.right.days(1)


class Comparison(Clause):
    """A comparison, range or window: one atom, whose ends all hold (or, with ``any_end``, one of them).

    It is true (false) when it is so in every joint completion of the partial dates that it mentions.
    A date that moves all ends one way is taken from its first to its last day, any other day by day.
    """

    __slots__ = ("any_end", "days", "ends", "negated", "together", "worth")

    def __init__(
        self,
        line: int,
        words: str,
        *ends: End,
        any_end: bool = False,
        negated: bool = False,
        together: bool = False,
        worth: tuple[Worth, Term, Term | None] | None = None,
    ) -> None:
        super().__init__(line, words)
        self.worth = worth
        self.together = together
        self.ends = ends
        self.days = [list(end.days()) for end in ends]
        self.any_end = any_end
        self.negated = negated

    def judge(self, scope: Scope) -> Finding:
        never = [any(day.never(scope) for day, _ in days) for days in self.days]
        try:
            tally = self.tally(scope, never)
        except Never:
            return Finding(False)
        outcome = tally.outcome()
        if outcome is None:
            return Finding(None, self.unknown(scope, tally, self.together))
        if not self.negated:
            return Finding(outcome)
        if not outcome and any(never):
            return Finding(None, self.unknown(scope, tally, True))
        return Finding(not outcome)

    def unknown(self, scope: Scope, tally: Tally, in_all: bool) -> Unknowns:
        """What is not known in the ends that are not settled in every completion, or in all."""
        findings = tally.findings
        if tally.by_day:
            findings = [end.judge(scope, None, 0) for end in self.ends]
        unknown: Unknowns = set()
        for number, finding in enumerate(findings):
            if in_all or not tally.settled(number):
                unknown |= finding.unknown
        return unknown

    def tally(self, scope: Scope, never: list[bool]) -> Tally:
        """The outcomes over the completions of the dates that do not move all ends one way."""
        tally = Tally(self.any_end, never if not self.negated else [False] * len(never))
        partial = mixed_dates(scope, self.days)
        if not partial:
            tally.add([end.judge(scope, None, 0) for end in self.ends])
            return tally
        tally.by_day = True
        pivot = self.pivot(scope, partial)
        for path in set() if pivot is None else partial_dates(scope, pivot):
            partial.pop(path, None)
        count = 1
        for known in partial.values():
            count *= (known.last - known.first).days + 1
        if count > MOST_COMPLETIONS:
            partial, pivot = {}, None
        for chosen in product(*(every_day(known) for known in partial.values())):
            completion = scope.fix({**scope.fixed, **dict(zip(partial, chosen, strict=True))})
            for at in (0,) if pivot is None else self.candidates(completion, pivot):
                tally.add([end.judge(completion, pivot, at) for end in self.ends])
            if tally.decided():
                break
        return tally

    def pivot(self, scope: Scope, partial: dict[str, PartialDate]) -> Term | None:
        """A whole number that stands alone on one side, and takes every value between two.

        It is a date, an age or a number of days between dates that are mentioned nowhere else.
        """
        for end in self.ends:
            for term in (end.left, end.right):
                if not takes_all(term, scope):
                    continue
                own = partial_dates(scope, term)
                if own.isdisjoint(partial):
                    continue
                sides = [side for other in self.ends for side in (other.left, other.right)]
                elsewhere = [partial_dates(scope, side) for side in sides if side is not term]
                interval = term.value(scope, set())
                if (
                    own.isdisjoint(set().union(*elsewhere))
                    and interval is not None
                    and not infinite(interval)
                ):
                    return term
        return None

    def candidates(self, scope: Scope, pivot: Term) -> Iterator[int]:
        """Numbers of which one stands for each stretch of the pivot's values with one outcome."""
        interval = pivot.value(scope, set())
        assert interval is not None
        low, high = int(interval.low), int(interval.high)
        tried = {low, high}
        for end in self.ends:
            for side in (end.left, end.right):
                value = None if side is pivot else side.value(scope, set())
                for limit in () if value is None else (value.low, value.high):
                    if low - 1 <= limit <= high + 1:
                        tried.update(range(int(limit // 1) - 1, int(limit // 1) + 3))
        return (number for number in sorted(tried) if low <= number <= high)

    def worths(self, scope: Scope) -> Iterator[str]:
        if self.worth is not None:
            worth, term, limit = self.worth
            words = worth.in_words(term, limit, scope)
            yield from [] if words is None else [words]

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for end in self.ends:
            yield from end.left.refs(scope)
            yield from end.right.refs(scope)


def mixed_dates(scope: Scope, days: list[list[tuple[DateOf, int]]]) -> dict[str, PartialDate]:
    """The partial dates that do not move all ends one way, by their paths."""
    directions: dict[str, set[int]] = {}
    partial: dict[str, PartialDate] = {}
    for mentioned in days:
        for day, direction in mentioned:
            known, path = day.read(scope)
            if isinstance(known, PartialDate):
                partial[path] = known
                directions.setdefault(path, set()).add(direction)
    return {
        path: known
        for path, known in partial.items()
        if len(directions[path]) > 1 or 0 in directions[path]
    }


def partial_dates(scope: Scope, term: Term) -> set[str]:
    """The paths of the partial dates that a term mentions."""
    days = (day.read(scope) for day, _ in term.days())
    return {path for known, path in days if isinstance(known, PartialDate)}


def every_day(known: PartialDate) -> range:
    """The days that a partial date may be."""
    return range(known.first.toordinal(), known.last.toordinal() + 1)


def takes_all(term: Term, scope: Scope) -> bool:
    """Whether a term takes every whole number between its ends as its dates take every day."""
    paths = [day.read(scope)[1] for day, _ in term.days()]
    return plain(term) and len(set(paths)) == len(paths)


def plain(term: Term) -> bool:
    """Whether a term is a date, an age or the days between two dates."""
    if isinstance(term, Age):
        return isinstance(term.birth, DateOf) and isinstance(term.moment, DateOf)
    if isinstance(term, DaysBetween):
        return isinstance(term.start, DateOf) and isinstance(term.end, DateOf)
    return isinstance(term, DateOf)


def infinite(interval: Interval) -> bool:
    """Whether an end is not limited."""
    return interval.low == -INFINITY or interval.high == INFINITY


class Tally:
    """The outcomes of a comparison over the completions of its dates."""

    __slots__ = ("any_end", "by_day", "ends", "false", "findings", "never", "open", "true")

    def __init__(self, any_end: bool, never: list[bool]) -> None:
        self.any_end = any_end
        self.never = never
        self.ends: list[set[bool | None]] = [set() for _ in never]
        self.true = self.false = self.open = False
        self.by_day = False  # whether dates were tried, whose causes are those of no one day
        self.findings: list[Finding] = []

    def add(self, findings: list[Finding]) -> None:
        """Count one completion. What may never have been leaves a true end open."""
        self.findings = findings
        outcomes = [
            None if finding.outcome and never else finding.outcome
            for finding, never in zip(findings, self.never, strict=True)
        ]
        outcome = kleene_or(outcomes) if self.any_end else kleene_and(outcomes)
        self.true |= outcome is True
        self.false |= outcome is False
        self.open |= outcome is None
        for seen, found in zip(self.ends, outcomes, strict=True):
            seen.add(found)

    def decided(self) -> bool:
        """Whether further completions can change neither the outcome nor its causes."""
        mixed = self.open or (self.true and self.false)
        return mixed and all(len(seen) > 1 or None in seen for seen in self.ends)

    def outcome(self) -> bool | None:
        """The outcome in every completion, or None."""
        return None if self.open or self.true == self.false else self.true

    def settled(self, number: int) -> bool:
        """Whether an end has one outcome in every completion."""
        return len(self.ends[number]) == 1 and None not in self.ends[number]


def kleene_and(outcomes: list[bool | None]) -> bool | None:
    """Strong Kleene: the least of false, unknown and true."""
    return False if False in outcomes else None if None in outcomes else True


def kleene_or(outcomes: list[bool | None]) -> bool | None:
    """Strong Kleene: the greatest of false, unknown and true."""
    return True if True in outcomes else None if None in outcomes else False


# --- joined clauses --------------------------------------------------------------------------------


class Joined(Clause):
    """Clauses of which so many hold, from ``low`` to ``high``; None is no limit."""

    __slots__ = ("clauses", "high", "low")

    def __init__(self, line: int, low: int | None, high: int | None, *clauses: Clause) -> None:
        super().__init__(line, "")
        self.low = low
        self.high = high
        self.clauses = clauses

    def judge(self, scope: Scope) -> Finding:
        unknown: Unknowns = set()
        holding = possible = 0
        for clause in self.clauses:
            finding = clause.judge(scope)
            holding += finding.outcome is True
            possible += finding.outcome is not False
            unknown |= finding.unknown
        return Finding(within(holding, possible, self.low, self.high), unknown)

    def parts(self) -> tuple[Clause, ...]:
        return self.clauses

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        """Of alternatives that fail, first the nearest to holding, and last who is not asked."""
        findings = [clause.judge(scope) for clause in self.clauses]
        outcome = within(
            sum(finding.outcome is True for finding in findings),
            sum(finding.outcome is not False for finding in findings),
            self.low,
            self.high,
        )
        same = [finding.outcome is outcome for finding in findings]
        plainly = self.high is None and self.low in (1, len(same))
        if not any(same) or (outcome is not None and not plainly):
            same = [True] * len(same)
        deciding = [clause for clause, alike in zip(self.clauses, same, strict=True) if alike]
        if self.low == len(same) and outcome is False:
            deciding = other_kinds(deciding) or deciding
        if len(same) > 1 and self.low == 1 and self.high is None and outcome is False:
            deciding = sorted(deciding, key=lambda clause: short_of(clause, scope))
        yield from chain.from_iterable(clause.deciding(scope) for clause in deciding)


def other_kinds(clauses: list[Clause]) -> list[Clause]:
    """Those by which a record is of another kind: what else is asked of that kind does not matter."""
    return [clause for clause in clauses if isinstance(clause, IsOneOf) and clause.ref.var]


def short_of(clause: Clause, scope: Scope) -> tuple[bool, int, int]:
    """For sorting alternatives that fail: first the one of which the least fails and most holds."""
    is_condition = isinstance(clause, Not) and not clause.words
    if not isinstance(clause, Joined) or clause.low != len(clause.clauses):
        return is_condition, 1, 0
    outcomes = [part.judge(scope).outcome for part in clause.clauses]
    return is_condition, outcomes.count(False), -outcomes.count(True)


def within(holding: int, possible: int, low: int | None, high: int | None) -> bool | None:
    """Whether a count between ``holding`` and ``possible`` is from ``low`` to ``high``."""
    if (low is None or holding >= low) and (high is None or possible <= high):
        return True
    if (low is not None and possible < low) or (high is not None and holding > high):
        return False
    return None


def all_of(line: int, *clauses: Clause) -> Joined:
    """All of the clauses hold."""
    return Joined(line, len(clauses), None, *clauses)


def any_of(line: int, *clauses: Clause) -> Joined:
    """One of the clauses holds, or several."""
    return Joined(line, 1, None, *clauses)


def so_many_of(line: int, low: int | None, high: int | None, *clauses: Clause) -> Joined:
    """From ``low`` to ``high`` of the clauses hold."""
    return Joined(line, low, high, *clauses)


class Not(Clause):
    """The clause does not hold. With words of its own it is a clause by itself."""

    __slots__ = ("clause",)

    def __init__(self, clause: Clause, words: str = "") -> None:
        super().__init__(clause.line, words)
        self.clause = clause

    def judge(self, scope: Scope) -> Finding:
        finding = self.clause.judge(scope)
        return finding if finding.outcome is None else Finding(not finding.outcome)

    def parts(self) -> tuple[Clause, ...]:
        return (self.clause,)

    def worths(self, scope: Scope) -> Iterator[str]:
        yield from self.clause.worths(scope)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        if self.words:
            yield self, self.judge(scope).outcome, scope
        else:
            yield from self.clause.deciding(scope)


def unless(line: int, clause: Clause, exception: Clause) -> Joined:
    """The clause holds, and the exception does not."""
    return all_of(line, clause, Not(exception))


def accepted_if(line: int, clause: Clause, exception: Clause) -> Joined:
    """The clause holds, or else the exception."""
    return any_of(line, clause, exception)


def only_for(line: int, who: Clause, clause: Clause, otherwise: bool) -> Joined:
    """A clause that is asked only of some; for the others it counts as ``otherwise``."""
    return any_of(line, Not(who), clause) if otherwise else all_of(line, who, clause)


class Criterion(Clause):
    """Whether a criterion is satisfied: it does not apply, or its condition is as it should be."""

    __slots__ = ("applies", "condition", "exclusion")

    def __init__(self, exclusion: bool, condition: Clause, applies: Clause | None = None) -> None:
        super().__init__(condition.line, "")
        self.exclusion = exclusion
        self.condition = condition
        self.applies = applies

    def judge(self, scope: Scope) -> Finding:
        met = self.condition.judge(scope)
        outcome = met.outcome if not self.exclusion or met.outcome is None else not met.outcome
        if self.applies is None or outcome:
            return Finding(outcome, met.unknown)
        applies = self.applies.judge(scope)
        if applies.outcome is False:
            return Finding(True)
        if applies.outcome:
            return Finding(outcome, met.unknown)
        return Finding(None, met.unknown | applies.unknown)

    def parts(self) -> tuple[Clause, ...]:
        return (self.condition,) if self.applies is None else (self.condition, self.applies)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        applies = True if self.applies is None else self.applies.judge(scope).outcome
        if self.applies is not None and applies is not True:
            yield from self.applies.deciding(scope)
        if applies is not False:
            yield from self.condition.deciding(scope)


class Elsewhere(Clause):
    """What a definition or another criterion says; it is built when it is first needed."""

    __slots__ = ("build",)

    def __init__(self, line: int, words: str, build: Callable[[], Clause]) -> None:
        super().__init__(line, words)
        self.build = build

    def judge(self, scope: Scope) -> Finding:
        return self.build().judge(scope)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.build().values(scope)

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        return self.build().deciding(scope)


class Alternatives(Clause):
    """Alternatives, read from the top: the first whose condition holds, else ``otherwise``.

    ``same`` numbers the clauses, those of the cases and then ``otherwise``; equal ones are alike.
    """

    __slots__ = ("cases", "otherwise", "same")

    def __init__(
        self,
        line: int,
        words: str,
        otherwise: Clause | None,
        *cases: tuple[Clause, Clause],
        same: tuple[int, ...] = (),
    ) -> None:
        super().__init__(line, words)
        self.cases = cases
        self.otherwise = otherwise
        self.same = same or tuple(range(len(cases) + 1))

    def judge(self, scope: Scope) -> Finding:
        possible = self.possible(scope)
        thens = {self.same[number]: then for number, then, _ in possible}
        findings = [then.judge(scope) for then in thens.values() if then is not None]
        choosing = [finding for _, _, finding in self.choosing(possible)]
        return agreed(findings, choosing, complete=None not in thens.values())

    def choosing(
        self, possible: list[tuple[int, Clause | None, Finding]]
    ) -> list[tuple[int, Clause | None, Finding]]:
        """Those after which another clause may be the one."""
        return [
            each
            for place, each in enumerate(possible)
            if any(self.same[each[0]] != self.same[other] for other, *_ in possible[place + 1 :])
        ]

    def possible(self, scope: Scope) -> list[tuple[int, Clause | None, Finding]]:
        """The alternatives that may be the one, numbered, and what their conditions say."""
        possible: list[tuple[int, Clause | None, Finding]] = []
        for number, (condition, then) in enumerate(self.cases):
            finding = condition.judge(scope)
            if finding.outcome is not False:
                possible.append((number, then, finding))
            if finding.outcome:
                return possible
        return [*possible, (len(self.cases), self.otherwise, Finding(True))]

    def parts(self) -> tuple[Clause, ...]:
        both = [clause for case in self.cases for clause in case]
        return (*both, *([] if self.otherwise is None else [self.otherwise]))

    def deciding(self, scope: Scope) -> Iterator[tuple[Clause, bool | None, Scope]]:
        whole = self.judge(scope).outcome
        possible = self.possible(scope)
        deciding = {number for number, _, finding in possible if finding.outcome}
        if whole is None:
            deciding |= {number for number, *_ in self.choosing(possible)}
        for number, (condition, _) in enumerate(self.cases):
            if number in deciding:
                yield from condition.deciding(scope)
        for _, clause, _ in possible:
            if clause is None:
                yield self, None, scope
            elif clause.judge(scope).outcome is whole:
                yield from clause.deciding(scope)


def agreed(findings: list[Finding], choosing: list[Finding], complete: bool) -> Finding:
    """The outcome on which all alternatives agree that may be the one.

    ``choosing`` are the findings on which it depends which one it is; without ``complete`` it may be
    none of them.
    """
    outcomes = {finding.outcome for finding in findings}
    if len(outcomes) == 1 and complete and None not in outcomes:
        return Finding(outcomes.pop())
    unknown: Unknowns = set()
    for finding in findings if not findings else (*findings, *choosing):
        unknown |= finding.unknown
    return Finding(None, unknown)


def tie(days: list[tuple[Any, bool | None]]) -> bool:
    """Whether of two records of one full day one satisfies something and the other does not."""
    seen: dict[Any, set[bool | None]] = {}
    for day, outcome in days:
        if day is not None:
            seen.setdefault(day, set()).add(outcome)
    return any({True, False} <= outcomes for outcomes in seen.values())


TIED = (VAGUE, "")


# --- windows: stretches of days that are counted from a moment ------------------------------------


def compare(
    line: int, words: str, left: Term, op: str, right: Term, worth: Worth | None = None
) -> Comparison:
    """Two numbers or two days compared; ``worth`` names the number that is calculated."""
    shown = None
    if worth is not None:
        shown = (worth, right, left) if worth.right else (worth, left, right)
    if op in ("=", "!="):
        both = End(left, right), End(right, left)
        return Comparison(line, words, *both, negated=op == "!=", worth=shown)
    ends = {
        "<": End(left, right, strict=True),
        "<=": End(left, right),
        ">=": End(right, left),
        ">": End(right, left, strict=True),
    }
    return Comparison(line, words, ends[op], worth=shown)


def between(
    line: int,
    words: str,
    term: Term,
    low: Term | None,
    high: Term | None,
    ends: Literal["[]", "[)", "(]", "()"] = "[]",
    worth: Worth | None = None,
) -> Comparison:
    """A number or a day between two ends, each included if its bracket is square."""
    lower = [] if low is None else [End(low, term, strict=ends[0] == "(")]
    upper = [] if high is None else [End(term, high, strict=ends[1] == ")")]
    shown = None if worth is None else (worth, term, low or high)
    return Comparison(line, words, *lower, *upper, worth=shown)


class Window:
    """So long before, after or around a moment; ``rel`` says on which side of its far end."""

    __slots__ = ("far_after", "far_before", "moment", "rel", "side")

    def __init__(
        self,
        rel: Literal["within", "less than", "at least", "more than"],
        length: Length | ExtremeLength,
        side: Literal["before", "after", "around"],
        moment: Term,
    ) -> None:
        self.rel = rel
        self.side = side
        self.moment = moment
        self.far_before = Shift(moment, "before", length)
        self.far_after = Shift(moment, "after", length)

    @property
    def inside(self) -> bool:
        """Whether it reaches from the moment to its far end, and not beyond that end."""
        return self.rel in ("within", "less than")

    @property
    def strict(self) -> bool:
        """Whether the far end itself is outside."""
        return self.rel in ("less than", "more than")

    def near_and_far(self) -> tuple[Term | None, Term | None]:
        """The first and last day; None has no limit."""
        if self.side == "around":
            return self.far_before, self.far_after
        if self.side == "before":
            return (self.far_before, self.moment) if self.inside else (None, self.far_before)
        return (self.moment, self.far_after) if self.inside else (self.far_after, None)


def falls(line: int, words: str, day: Term, window: Window) -> Comparison:
    """A day lies in a window; around a moment, *at least* and *more than* leave one of two sides."""
    return touches(line, words, day, day, window)


def touches(line: int, words: str, start: Term, end: Term, window: Window) -> Comparison:
    """A period has a day in a window; *at least* and *more than* ask that it lies there as a whole."""
    first, last = window.near_and_far()
    strict = window.strict
    if window.inside:
        from_first = End(first or end, end, strict and window.side != "after")
        to_last = End(start, last or start, strict and window.side != "before")
        return Comparison(line, words, from_first, to_last)
    before, after = End(end, window.far_before, strict), End(window.far_after, start, strict)
    if window.side == "around":
        return Comparison(line, words, before, after, any_end=True)
    return Comparison(line, words, before if window.side == "before" else after)


def throughout(
    line: int,
    words: str,
    start: Term,
    end: Term,
    rel: Literal["at least", "more than"],
    length: Length | ExtremeLength,
    side: Literal["before", "after"],
    moment: Term,
) -> Comparison:
    """A period covers every day of the length before, or after, a moment."""
    far = Shift(moment, side, length)
    strict = rel == "more than"
    if side == "before":
        return Comparison(line, words, End(start, far, strict), End(moment, end))
    return Comparison(line, words, End(start, moment), End(far, end, strict))


def during(line: int, words: str, start: Term, end: Term, moment: Term) -> Comparison:
    """A moment lies in a period."""
    return Comparison(line, words, End(start, moment), End(moment, end))


def lasts(
    line: int,
    words: str,
    start: Term,
    end: Term,
    rel: Literal["at least", "more than", "less than"],
    length: Length | ExtremeLength,
    window: Window,
) -> Comparison:
    """A period has so many days inside a window, first and last included."""
    first, last = window.near_and_far()
    strict_first = window.strict and not (window.side == "after" and window.inside)
    strict_last = window.strict and not (window.side == "before" and window.inside)
    if first is not None:
        start = Extreme("larger", start, WholeDay(first, "from", strict_first))
    if last is not None:
        end = Extreme("smaller", end, WholeDay(last, "to", strict_last))
    reached = Shift(start, "after", length)
    after = Shift(end, "after", Length(Const(1), "day"))
    if rel == "less than":
        short = End(after, reached, True), End(end, start, True)
        return Comparison(line, words, *short, any_end=True, together=True)
    long = End(reached, after, rel == "more than"), End(start, end)
    return Comparison(line, words, *long, together=True)


# --- lists: how many records there are, what they add up to, which is the latest ------------------


# What is recorded is of another time or kind than is asked for.
NONE_COUNTS = "none of those recorded counts"


class Member:
    """A record of a list that satisfies a condition, or may do so."""

    __slots__ = ("finding", "first", "last", "scope")

    def __init__(self, scope: Scope, finding: Finding) -> None:
        self.scope = scope
        self.finding = finding
        self.first: Any = -INFINITY
        self.last: Any = INFINITY

    @property
    def certain(self) -> bool:
        """Whether it satisfies the condition."""
        return self.finding.outcome is True

    @property
    def dated(self) -> bool:
        """Whether its day is known in full."""
        return bool(self.first == self.last)

    @property
    def day(self) -> Any:
        """Its day, if it is known in full."""
        return self.first if self.dated else None


class Listing:
    """The records of a list, each bound to ``var``, that satisfy ``where``."""

    __slots__ = ("attribute", "name", "var", "where")

    def __init__(self, name: str, var: str, where: Clause, attribute: str = "") -> None:
        self.name = name
        self.var = var
        self.where = where
        self.attribute = attribute or name

    def read(self, scope: Scope) -> Any:
        """The list as recorded."""
        if self.name in scope.given:
            return scope.given[self.name]
        return getattr(scope.patient, self.attribute)

    def bound(self, scope: Scope) -> Iterator[Scope]:
        """The scope of each record."""
        recorded = self.read(scope)
        for index, record in enumerate(() if recorded is None else recorded.items):
            yield scope.bind(self.var, record, f"{self.name}[{index}]")

    def members(self, scope: Scope) -> list[Member]:
        """The records that satisfy the condition or may do so."""
        found = [Member(each, self.where.judge(each)) for each in self.bound(scope)]
        return [member for member in found if member.finding.outcome is not False]

    def dated(self, scope: Scope, date: Term) -> list[Member]:
        """The same with their days, without those that are recorded as never having been.

        One that may never have been is not certain, and its day is one of the reasons.
        """
        dated = []
        for member in self.members(scope):
            unknown: Unknowns = set()
            try:
                days = date.value(member.scope, unknown)
            except Never:
                continue
            if days is not None:
                member.first, member.last = days.low, days.high
            if any(day.never(member.scope) for day, _ in date.days()):
                member.finding = Finding(None, member.finding.unknown | unknown)
            dated.append(member)
        return dated

    def open(self, scope: Scope) -> Unknowns:
        """Why there may be more records than those listed; empty if there are none."""
        recorded = self.read(scope)
        if recorded is None:
            return {(MISSING, self.name)}
        return set() if recorded.complete else {(INCOMPLETE, self.name)}

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What decides of the list and of its records."""
        yield self.name, self.read(scope)
        for each in self.bound(scope):
            for clause, _, at in self.where.deciding(each):
                yield from clause.values(at)


def doubts(members: list[Member]) -> Unknowns:
    """What is not known of the condition of those that may satisfy it."""
    return set().union(*(member.finding.unknown for member in members))


class Aggregate(Term):
    """A number over the records of a list."""

    __slots__ = ("records",)

    def __init__(self, records: Listing) -> None:
        self.records = records

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:  # noqa: ARG002
        """What is read of a record beside its condition."""
        return iter(())

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield from self.records.refs(scope)
        for member in self.records.members(scope):
            yield from self.of_each(member.scope)


class Count(Aggregate):
    """How many records satisfy the condition."""

    __slots__ = ()

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        certain = sum(member.certain for member in members)
        return Interval(certain, INFINITY if opened else len(members), False, bool(opened))


class Distinct(Aggregate):
    """How many different values a field has over those records."""

    __slots__ = ("cause", "of")

    def __init__(
        self, records: Listing, of: Value | DateOf | FieldOf, cause: str = MISSING
    ) -> None:
        super().__init__(records)
        self.of = of
        self.cause = cause

    def value(self, scope: Scope, unknown: Unknowns) -> Interval:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        certain, possible, absent = set(), set(), 0
        for member in members:
            known = self.known(member.scope, unknown)
            if known is None:
                absent += 1
            else:
                possible.add((id(member), known) if isinstance(known, PartialDate) else known)
                if member.certain:
                    certain.add(known)
        low = apart(certain) or int(any(member.certain for member in members))
        high = INFINITY if opened else len(possible) + absent
        return Interval(low, high, False, bool(opened))

    def known(self, scope: Scope, unknown: Unknowns) -> Any:
        """The value of the field; None when it is absent or known only within limits."""
        (path, known), *_ = self.of.refs(scope)
        if known is None:
            unknown.add((self.cause, path))
        if isinstance(known, PartialDate):
            unknown.add((VAGUE, path))
        if isinstance(known, Quantity):
            if known.bound:
                unknown.add((CANNOT, ""))
            return None if known.bound else known.value
        return known

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.of.refs(scope)


class FieldOf(Term):
    """A choice or an answer, of which only equality matters."""

    __slots__ = ("ref",)

    def __init__(self, ref: Any) -> None:
        self.ref = ref

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.ref.path(scope), self.ref.read(scope)


def apart(values: set[Any]) -> int:
    """How many values there are; of dates, the greatest number of which no two can be one day."""
    partial = [value for value in values if isinstance(value, PartialDate)]
    if not partial:
        return len(values)
    days = [value for value in values if isinstance(value, date)]
    spans = [(day, day) for day in days] + [(value.first, value.last) for value in partial]
    count, until = len(values) - len(spans), None
    for first, last in sorted(spans, key=lambda span: span[1]):
        if until is None or first > until:
            count, until = count + 1, last
    return count


class Total(Aggregate):
    """The sum of a field over those records; that of no records is 0."""

    __slots__ = ("of",)

    def __init__(self, records: Listing, of: Value) -> None:
        super().__init__(records)
        self.of = of

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        opened = self.records.open(scope)
        unknown |= opened
        total = point(0)
        for member in self.records.members(scope):
            unknown |= member.finding.unknown
            term = self.of.ranged(member.scope, unknown)
            if not member.certain:
                term = Interval(
                    min(term.low, 0),
                    max(term.high, 0),
                    term.low < 0 and term.low_open,
                    term.high > 0 and term.high_open,
                )
            total = plus(total, term)
        if opened:
            more = Interval(
                0 if self.of.low >= 0 else -INFINITY,
                0 if self.of.high <= 0 else INFINITY,
                self.of.low < 0,
                self.of.high > 0,
            )
            total = plus(total, more)
        return total

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:
        if self.records.read(scope) is None:
            return None
        members = self.records.members(scope)
        known = [self.of.value(member.scope, set()) for member in members if member.certain]
        total = sum(value.low for value in known if value.known)
        return total, len(members) - sum(value.known for value in known)

    def of_each(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        return self.of.refs(scope)


class Highest(Total):
    """The highest (or lowest) value of a field over those records."""

    __slots__ = ("lowest",)

    def __init__(self, records: Listing, of: Value, lowest: bool = False) -> None:
        super().__init__(records, of)
        self.lowest = lowest

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        return None

    def too_few(self, scope: Scope) -> str | None:
        if self.records.open(scope) or not self.records.read(scope).items:
            return None
        return None if self.records.members(scope) else NONE_COUNTS

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        members, opened = self.records.members(scope), self.records.open(scope)
        unknown |= doubts(members) | opened
        values = [(member.certain, self.of.ranged(member.scope, unknown)) for member in members]
        certain = [value for is_certain, value in values if is_certain]
        if not certain:
            if not members and not opened:
                unknown.add((MISSING, self.records.name))
            return None
        every = [value for _, value in values] + ([self.of.declared()] if opened else [])
        if self.lowest:
            least, most = smaller(every), smaller(certain)
        else:
            least, most = larger(certain), larger(every)
        return Interval(least.low, most.high, least.low_open, most.high_open)


class MeanOfLast(Total):
    """The mean of a field over the last ``n`` records by date, or over all of them for an ``n`` of 0."""

    __slots__ = ("date", "n")

    def __init__(self, n: int, records: Listing, date: Term, of: Value) -> None:
        super().__init__(records, of)
        self.n = n
        self.date = date

    def so_far(self, scope: Scope) -> tuple[Any, int] | None:  # noqa: ARG002
        return None

    def too_few(self, scope: Scope) -> str | None:
        if self.records.open(scope) or not self.records.read(scope).items:
            return None
        found = len(self.records.dated(scope, self.date))
        if not found:
            return NONE_COUNTS
        return f"only {found} of those recorded count" if found < self.n else None

    def value(self, scope: Scope, unknown: Unknowns) -> Interval | None:
        opened = self.records.open(scope)
        if opened:
            unknown |= opened
            return None
        members = self.records.dated(scope, self.date)
        certain = [member for member in members if member.certain]
        if len(certain) < max(self.n, 1):
            enough = members and len(members) >= self.n
            unknown |= doubts(members) if enough else {(MISSING, self.records.name)}
            return None
        if self.n == 0:
            return self.over_all(members, unknown)
        return self.over_last(members, certain, unknown)

    def over_all(self, members: list[Member], unknown: Unknowns) -> Interval:
        """The mean over those that satisfy the condition, with any of those that may."""
        unknown |= doubts(members)
        values = [(member.certain, self.of.ranged(member.scope, unknown)) for member in members]
        certain = [value for is_certain, value in values if is_certain]
        others = [value for is_certain, value in values if not is_certain]
        lows = [mean([*certain, *least]) for least in prefixes(sorted(others, key=lowest_first))]
        highs = [mean([*certain, *most]) for most in prefixes(sorted(others, key=highest_first))]
        low, high = min(lows, key=lowest_first), min(highs, key=highest_first)
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def over_last(
        self, members: list[Member], certain: list[Member], unknown: Unknowns
    ) -> Interval:
        """The mean over those that are surely among the last and the least of the others, or the most."""
        possible = [
            member
            for member in members
            if sum(other.first > member.last for other in certain if other is not member) < self.n
        ]
        sure = [
            member
            for member in certain
            if sum(other.last >= member.first for other in members if other is not member) < self.n
        ]
        unknown |= doubts(possible)
        values = {id(member): self.of.ranged(member.scope, unknown) for member in possible}
        others = [member for member in possible if member not in sure]
        unknown |= undated(others, self.date)
        days = [member.day for member in others if member.dated]
        if len(set(days)) < len(days):
            unknown.add(TIED)
        certain_values = [values[id(member)] for member in sure]
        other_values = [values[id(member)] for member in others]
        rest = self.n - len(sure)
        low = mean([*certain_values, *sorted(other_values, key=lowest_first)[:rest]])
        high = mean([*certain_values, *sorted(other_values, key=highest_first)[:rest]])
        return Interval(low.low, high.high, low.low_open, high.high_open)


def mean(values: list[Interval]) -> Interval:
    """The mean of several numbers."""
    total = point(0)
    for value in values:
        total = plus(total, value)
    return scaled(total, exact(1) / len(values), exact(0))


def lowest_first(value: Interval) -> tuple[Any, bool]:
    """For sorting: the value that may be the lowest comes first."""
    return value.low, value.low_open


def highest_first(value: Interval) -> tuple[Any, bool]:
    """For sorting: the value that may be the highest comes first."""
    return -value.high, value.high_open


def prefixes(values: list[Interval]) -> list[list[Interval]]:
    """None of the values, the first, the first two, and so on."""
    return [values[:count] for count in range(len(values) + 1)]


def undated(members: list[Member], date: Term) -> Unknowns:
    """The days of these records that are not known in full."""
    unknown: Unknowns = set()
    for member in members:
        date.value(member.scope, unknown)
    return unknown


class HowMany(Comparison):
    """So many records, or distinct values; both ends included."""

    __slots__ = ("count",)

    def __init__(
        self,
        line: int,
        words: str,
        count: Count | Distinct,
        low: int | None = None,
        high: int | None = None,
    ) -> None:
        ends = [] if low is None else [End(Const(low), count)]
        ends += [] if high is None else [End(count, Const(high))]
        super().__init__(line, words, *ends)
        self.count = count

    def parts(self) -> tuple[Clause, ...]:
        return (self.count.records.where,)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.count.records.name, self.count.records.read(scope)
        for inner in self.counted(scope):
            for clause, _, at in self.count.records.where.deciding(inner):
                yield from clause.values(at)
            yield from self.count.of_each(inner)

    def worths(self, scope: Scope) -> Iterator[str]:
        for inner in self.counted(scope):
            for clause, _, at in self.count.records.where.deciding(inner):
                yield from clause.worths(at)

    def counted(self, scope: Scope) -> list[Scope]:
        """The records that decide: those that count, where these settle it, else all that may."""
        members = self.count.records.members(scope)
        outcome = self.judge(scope).outcome
        certain = [member.scope for member in members if member.certain]
        if outcome is None:
            return [member.scope for member in members]
        settled = all(end.right is self.count for end in self.ends) is outcome
        return certain if certain and settled else list(self.count.records.bound(scope))


# --- picks: the latest record, and several in a row ------------------------------------------------


class Selected(Clause):
    """The latest (earliest) record by date satisfies ``then``."""

    __slots__ = ("date", "order", "records", "then")

    def __init__(
        self,
        line: int,
        words: str,
        order: Literal["latest", "earliest"],
        records: Listing,
        date: Term,
        then: Clause,
    ) -> None:
        super().__init__(line, words)
        self.order = order
        self.records = records
        self.date = date
        self.then = then

    def judge(self, scope: Scope) -> Finding:
        opened = self.records.open(scope)
        if opened:
            return Finding(None, opened)
        members = self.records.dated(scope, self.date)
        if not members:
            return Finding(None, {(MISSING, self.records.name)})
        candidates = self.candidates(members)
        findings = [self.then.judge(member.scope) for member in candidates]
        outcomes = [finding.outcome for finding in findings]
        certain = any(member.certain for member in members)
        if certain and len(set(outcomes)) == 1 and None not in outcomes:
            return Finding(outcomes[0])
        unknown = doubts(candidates).union(*(finding.unknown for finding in findings))
        if len(candidates) > 1 and set(outcomes) != {None}:
            unknown |= undated(candidates, self.date)
            if tie([(member.day, out) for member, out in zip(candidates, outcomes, strict=True)]):
                unknown.add(TIED)
        return Finding(None, unknown)

    def candidates(self, members: list[Member]) -> list[Member]:
        """The records that can be the one: none that surely counts is surely beyond them."""
        certain = [member for member in members if member.certain]
        if not certain:
            return members
        if self.order == "latest":
            bound = max(member.first for member in certain)
            return [member for member in members if member.last >= bound]
        bound = min(member.last for member in certain)
        return [member for member in members if member.first <= bound]

    def worths(self, scope: Scope) -> Iterator[str]:
        if self.records.open(scope):
            return
        members = self.records.dated(scope, self.date)
        if not members and self.records.read(scope).items:
            yield NONE_COUNTS
        for member in self.candidates(members):
            yield from self.then.worths(member.scope)

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.records.name, self.records.read(scope)
        if self.records.open(scope):
            return
        members = self.records.dated(scope, self.date)
        if not members:
            yield from self.records.refs(scope)
            for each in self.records.bound(scope):
                yield from self.date.refs(each)
                yield from self.then.values(each)
        for member in self.candidates(members):
            yield from self.date.refs(member.scope)
            yield from self.then.values(member.scope)

    def parts(self) -> tuple[Clause, ...]:
        return (self.records.where, self.then)


class Consecutive(Clause):
    """``k`` records that follow one another by date satisfy ``then``."""

    __slots__ = ("date", "k", "records", "then")

    def __init__(
        self, line: int, words: str, k: int, records: Listing, date: Term, then: Clause
    ) -> None:
        super().__init__(line, words)
        self.k = k
        self.records = records
        self.date = date
        self.then = then

    def judge(self, scope: Scope) -> Finding:
        opened = self.records.open(scope)
        if opened:
            return Finding(None, opened)
        members = self.records.dated(scope, self.date)
        judged = [(member, self.then.judge(member.scope)) for member in members]
        outcomes = [(member, finding.outcome) for member, finding in judged]
        if self.surely(outcomes):
            return Finding(True)
        if not self.possibly(outcomes):
            return Finding(False)
        unknown = doubts(members) | undated(members, self.date)
        unknown |= set().union(*(finding.unknown for _, finding in judged))
        if tie([(member.day, outcome) for member, outcome in outcomes]):
            unknown.add(TIED)
        return Finding(None, unknown)

    def surely(self, outcomes: list[tuple[Member, bool | None]]) -> bool:
        """Whether ``k`` of them satisfy it with no other that might come between them."""
        holding = [member for member, outcome in outcomes if outcome and member.certain]
        others = [member for member, outcome in outcomes if outcome is not True]
        for start in holding:
            lasts = sorted(m.last for m in holding if m is not start and m.first >= start.first)
            if len(lasts) < self.k - 1:
                continue
            last = max(start.last, lasts[self.k - 2]) if self.k > 1 else start.last
            if not any(o.last >= start.first and o.first <= last for o in others):
                return True
        return False

    def possibly(self, outcomes: list[tuple[Member, bool | None]]) -> bool:
        """Whether ``k`` of them may satisfy it, no two of which are surely parted by one that does not.

        One that does not satisfy it parts those before its first day from those after its last. So no
        two are parted when each begins before the first such end that comes after the other: each has
        a stretch of days, and those that share a day can follow one another.
        """
        parting = [member for member, outcome in outcomes if outcome is False and member.certain]
        stretches = []
        for member, outcome in outcomes:
            if outcome is not False:
                ends = [other.last for other in parting if other.first > member.last]
                stretches.append((member.first, min(ends, default=INFINITY)))
        return any(
            sum(first <= start <= last for first, last in stretches) >= self.k
            for start, _ in stretches
        )

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        yield self.records.name, self.records.read(scope)
        members = self.records.dated(scope, self.date)
        yield from chain.from_iterable(
            chain(self.date.refs(member.scope), self.then.values(member.scope))
            for member in members
        )

    def parts(self) -> tuple[Clause, ...]:
        return (self.records.where, self.then)


# --- tables: a clause for each combination of keys ------------------------------------------------


class Numbers:
    """A cell of numbers; None is no limit."""

    __slots__ = ("ends", "high", "low")

    def __init__(self, low: str | int | None, high: str | int | None, ends: str = "[]") -> None:
        self.low = None if low is None else exact(low)
        self.high = None if high is None else exact(high)
        self.ends = ends

    def has(self, value: Any) -> bool:
        """Whether the number is in the cell."""
        if self.low is not None and (
            value < self.low or (value == self.low and self.ends[0] == "(")
        ):
            return False
        return self.high is None or (
            value < self.high or (value == self.high and self.ends[1] == "]")
        )

    def limits(self) -> Iterator[Any]:
        """The ends that it has."""
        yield from (limit for limit in (self.low, self.high) if limit is not None)


class Options:
    """A cell of choices."""

    __slots__ = ("options",)

    def __init__(self, *options: str) -> None:
        self.options = options

    def has(self, value: Any) -> bool:
        """Whether the choice is in the cell."""
        return value in self.options

    def limits(self) -> Iterator[Any]:
        """A choice has no ends."""
        return iter(())


Cell = Numbers | Options | None


class NumberKey:
    """A key that is a number; it takes every value that is possible."""

    __slots__ = ("term", "whole")

    def __init__(self, term: Term, whole: bool = False) -> None:
        self.term = term
        self.whole = whole or plain(term)

    def values(self, scope: Scope, cells: list[Cell], unknown: Unknowns) -> list[Any]:
        """A number for each stretch that no cell divides; what has no value stands for itself."""
        try:
            interval = in_range(self.term, scope, unknown)
        except Never:
            return [NEVER]
        never = [NEVER] if any(day.never(scope) for day, _ in self.term.days()) else []
        if interval is None:
            return [NO_VALUE]
        limits = sorted({limit for cell in cells if cell is not None for limit in cell.limits()})
        if interval.known:  # an age counted from what is ongoing is no number
            return never if interval.low_open else [interval.low, *never]
        found = whole_numbers(interval, limits) if self.whole else numbers(interval, limits)
        return [*found, *never]

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads."""
        return self.term.refs(scope)


# What is in no cell: a key without value, and one of something that never was.
NO_VALUE = "no value"
NEVER = "never"


def in_range(term: Term, scope: Scope, unknown: Unknowns) -> Interval | None:
    """A number; one that is absent lies in the declared range."""
    if isinstance(term, Value):
        return term.ranged(scope, unknown)
    if isinstance(term, Convert):
        inner = in_range(term.term, scope, unknown)
        return None if inner is None else scaled(inner, term.factor, term.offset)
    return term.value(scope, unknown)


def whole_numbers(interval: Interval, limits: list[Any]) -> list[Any]:
    """Whole numbers of an interval, one at least for each stretch between the limits."""
    low, high = interval.low, interval.high
    if low != -INFINITY:
        low = low // 1 + 1 if interval.low_open else -(-low // 1)
    if high != INFINITY:
        high = -(-high // 1) - 1 if interval.high_open else high // 1
    tried = {end for end in (low, high) if abs(end) != INFINITY}
    for limit in limits or [0]:
        tried.update(range(int(limit // 1) - 1, int(limit // 1) + 3))
    return [number for number in sorted(tried) if low <= number <= high]


def numbers(interval: Interval, limits: list[Any]) -> list[Any]:
    """Numbers of an interval: the limits, and one from each stretch between them."""
    inner = [limit for limit in limits if interval.low < limit < interval.high]
    ends = [end for end in (interval.low, interval.high) if end not in (INFINITY, -INFINITY)]
    finite = [*inner, *ends] or [0]
    low = interval.low if interval.low in ends else min(finite) - 1
    high = interval.high if interval.high in ends else max(finite) + 1
    points = [low, *inner, high]
    between = [exact(a + b) / 2 for a, b in pairwise(points)]
    reached = [] if interval.low_open else [interval.low]
    reached += [] if interval.high_open else [interval.high]
    return [*inner, *between, *reached]


class OptionKey:
    """A key that is a choice or an answer; one that is absent may be any of the options."""

    __slots__ = ("cause", "options", "ref")

    def __init__(self, ref: Ref, *options: str, cause: str = MISSING) -> None:
        self.ref = ref
        self.options = options
        self.cause = cause

    def values(
        self,
        scope: Scope,
        cells: list[Cell],  # noqa: ARG002
        unknown: Unknowns,
    ) -> list[Any]:
        """The option, or all of them."""
        known = self.ref.read(scope)
        if known is None:
            unknown.add((self.cause, self.ref.path(scope)))
            return list(self.options)
        return [("no", "yes")[known] if isinstance(known, bool) else known]

    def refs(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        """What it reads."""
        yield self.ref.path(scope), self.ref.read(scope)


class Row:
    """A row: a cell for each key (None: any), and the clause with the row's value put in.

    A number stands for the clause of the row of that number, which says the same.
    """

    __slots__ = ("cells", "then")

    def __init__(self, then: Clause | int, *cells: Cell) -> None:
        self.then = then
        self.cells = cells


class Table(Clause):
    """Rows by keys; a combination without a row has no value, unless there is an ``otherwise``."""

    __slots__ = ("keys", "otherwise", "rows")

    def __init__(
        self,
        line: int,
        words: str,
        keys: tuple[NumberKey | OptionKey, ...],
        rows: tuple[Row, ...],
        otherwise: Clause | int | None = None,
    ) -> None:
        super().__init__(line, words)
        self.keys = keys
        self.rows = rows
        self.otherwise = otherwise

    def judge(self, scope: Scope) -> Finding:
        unknown: list[Unknowns] = [set() for _ in self.keys]
        found = self.combinations(scope, unknown)
        thens = [self.clause(row) for row in sorted(set(found.values()))]
        findings = [then.judge(scope) for then in thens if then is not None]
        choosing = [
            Finding(None, unknown[key])
            for key in range(len(self.keys))
            if self.matters(key, found, scope) or any(NO_VALUE in each[key] for each in found)
        ]
        no_value = any(NO_VALUE in each for combination in found for each in combination)
        if not findings and no_value:
            return Finding(None, set().union(*(finding.unknown for finding in choosing)))
        return agreed(findings, choosing, complete=None not in thens)

    def clause(self, row: int) -> Clause | None:
        """The clause of a row; after the last one come ``otherwise`` and no clause at all."""
        then = self.then(row)
        return self.clause(then) if isinstance(then, int) else then

    def then(self, row: int) -> Clause | int | None:
        """The same, as it was given."""
        if row < len(self.rows):
            return self.rows[row].then
        return self.otherwise if row == len(self.rows) else None

    def combinations(
        self, scope: Scope, unknown: list[Unknowns]
    ) -> dict[tuple[tuple[Any, ...], ...], int]:
        """What the keys may be together, and the row of each; equal rows have one number.

        A key is given as the rows whose cell has it, with ``NO_VALUE`` or ``NEVER`` if it is that.
        """
        found: dict[tuple[tuple[Any, ...], ...], int] = {}
        for index, key in enumerate(self.keys):  # no one day of a date tells why it is not known
            self.kinds(index, key, scope, unknown[index])
        for completion in self.completions(scope):
            kinds = [self.kinds(i, key, completion, set()) for i, key in enumerate(self.keys)]
            for combination in product(*kinds):
                found[combination] = self.row(combination)
        return found

    def kinds(
        self, index: int, key: NumberKey | OptionKey, scope: Scope, unknown: Unknowns
    ) -> set[tuple[Any, ...]]:
        """The values that a key may have, as far as the cells tell them apart."""
        cells = [row.cells[index] for row in self.rows]
        kinds = set()
        for value in key.values(scope, cells, unknown):
            special = [value] if value in (NO_VALUE, NEVER) and isinstance(key, NumberKey) else []
            rows = [
                row
                for row, cell in enumerate(cells)
                if cell is None or (not special and cell.has(value))
            ]
            kinds.add((*special, *rows))
        return kinds

    def row(self, combination: tuple[tuple[Any, ...], ...]) -> int:
        """The first row of which all cells fit."""
        fitting = set(range(len(self.rows))).intersection(*combination)
        if fitting:
            row = min(fitting)
        elif any(NO_VALUE in kind for kind in combination):
            row = len(self.rows) + 1
        else:
            row = len(self.rows)
        same = self.then(row)
        if same is None:
            return len(self.rows) + 1
        return same if isinstance(same, int) else row

    def matters(
        self, key: int, found: dict[tuple[tuple[Any, ...], ...], int], scope: Scope
    ) -> bool:
        """Whether a key alone can change the row; keys that share a date change together."""
        if self.shared(key, scope):
            return len(set(found.values())) > 1
        rows: dict[tuple[tuple[Any, ...], ...], int] = {}
        return any(
            rows.setdefault(combination[:key] + combination[key + 1 :], row) != row
            for combination, row in found.items()
        )

    def shared(self, key: int, scope: Scope) -> bool:
        """Whether a key has a partial date in common with another."""
        dates = [
            partial_dates(scope, each.term) if isinstance(each, NumberKey) else set()
            for each in self.keys
        ]
        return any(dates[key] & other for n, other in enumerate(dates) if n != key)

    def joint(self, scope: Scope) -> dict[str, Any]:
        """The partial dates that must be tried day by day: those of several keys, or of a sum."""
        tried: dict[str, Any] = {}
        for number, key in enumerate(self.keys):
            if isinstance(key, NumberKey) and not (
                takes_all(key.term, scope) and not self.shared(number, scope)
            ):
                for day, _ in key.term.days():
                    known, path = day.read(scope)
                    if isinstance(known, PartialDate):
                        tried[path] = known
        return tried

    def completions(self, scope: Scope) -> Iterator[Scope]:
        """The scope with those dates fixed, once for each completion."""
        joint = self.joint(scope)
        count = 1
        for known in joint.values():
            count *= len(every_day(known))
        if count > MOST_COMPLETIONS:
            joint = {}
        for chosen in product(*(every_day(known) for known in joint.values())):
            yield scope.fix({**scope.fixed, **dict(zip(joint, chosen, strict=True))})

    def parts(self) -> tuple[Clause, ...]:
        given = [*(row.then for row in self.rows), self.otherwise]
        return tuple(then for then in given if isinstance(then, Clause))

    def values(self, scope: Scope) -> Iterator[tuple[str, Any]]:
        for key in self.keys:
            yield from key.refs(scope)
        for then in self.possible(scope):
            yield from then.values(scope)

    def worths(self, scope: Scope) -> Iterator[str]:
        for then in self.possible(scope):
            for clause, _, at in then.deciding(scope):
                yield from clause.worths(at)

    def possible(self, scope: Scope) -> list[Clause]:
        """The clauses of the rows that may be the one."""
        found = self.combinations(scope, [set() for _ in self.keys])
        thens = [self.clause(row) for row in sorted(set(found.values()))]
        return [then for then in thens if then is not None]


# --- answers: stretches of them that have one outcome, in words ------------------------------------

FIRST_DAY = date(1000, 1, 1).toordinal()
LAST_DAY = date(2999, 12, 31).toordinal()


class Stretch:
    """Answers that all have one outcome: ``tried`` is one of them; the ends are None without limit."""

    __slots__ = ("high", "high_open", "low", "low_open", "tried")

    def __init__(
        self, tried: list[Any], low: Any, high: Any, low_open: bool = False, high_open: bool = False
    ) -> None:
        self.tried = tried
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open


def whole_stretches(limits: list[Any], low: Any, high: Any) -> list[Stretch]:
    """Whole numbers: around each limit, and between."""
    edges = sorted({edge for limit in limits for edge in (-(-limit // 1), limit // 1 + 1)})
    starts = [low, *(edge for edge in edges if low < edge <= high)]
    ends = [*(start - 1 for start in starts[1:]), high]
    return [
        Stretch([tried_between(start, end)], start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def tried_between(low: Any, high: Any) -> int:
    """A whole number between two."""
    if low == -INFINITY:
        return 0 if high == INFINITY else int(high)
    return int(low)


def number_stretches(limits: list[Any], low: Any, high: Any, quantity: bool) -> list[Stretch]:
    """Each limit, and the gaps between them."""
    stretches = []
    edges = [low, *(limit for limit in limits if low < limit < high), high]
    if low in limits or low == high:
        stretches.append(Stretch([tried_number(low, quantity)], low, low))
    for start, end in pairwise(edges):
        tried = [tried_number(each, quantity) for each in numbers_between(start, end)]
        closed_low = start == low and low != -INFINITY and low not in limits
        closed_high = end == high and high != INFINITY and high not in limits
        stretches.append(Stretch(tried, start, end, not closed_low, not closed_high))
        if end in limits:
            stretches.append(Stretch([tried_number(end, quantity)], end, end))
    return stretches


def numbers_between(low: Any, high: Any) -> list[Any]:
    """Some numbers between two."""
    if low == -INFINITY:
        return [exact(0)] if high == INFINITY else [high - 1, high - exact("0.001")]
    if high == INFINITY:
        return [low + 1, low + exact("0.001")]
    return [(exact(low) + high) / 2, (exact(low) * 999 + high) / 1000]


def tried_number(value: Any, quantity: bool) -> Any:
    """A number as a patient's record has it."""
    return Quantity(value) if quantity else value


def together(stretches: list[Stretch], kind: str) -> list[Stretch]:
    """Stretches in order, those that meet as one."""
    merged: list[Stretch] = []
    for each in stretches:
        last = merged[-1] if merged else None
        if last is not None and meets(last, each, kind):
            merged[-1] = Stretch(last.tried, last.low, each.high, last.low_open, each.high_open)
        else:
            merged.append(each)
    return merged


def meets(one: Stretch, other: Stretch, kind: str) -> bool:
    """Whether nothing lies between two stretches."""
    if one.high == other.low:
        return not (one.high_open and other.low_open)
    whole = kind in ("date", "score") or isinstance(one.tried[0], int)
    return whole and bool(one.high + 1 == other.low)


def whole_in_words(of: Stretch, entry: Entry) -> str:
    """Whole numbers in words: 3, 0 or 1, 2 to 5, 18 or more, at most 4."""
    low, high = of.low, of.high
    if low == -INFINITY or (low == declared(entry.low) and entry.high is None):
        return "any number" if high == INFINITY else f"at most {int(high)}"
    if high == INFINITY:
        return f"{int(low)} or more"
    if low == high:
        return f"{int(low)}"
    return f"{int(low)} {'or' if high == low + 1 else 'to'} {int(high)}"


def span_in_words(of: Stretch, entry: Entry) -> str:
    """Numbers in words: below 1000 IU/mL, from 5 to 9 g/dL."""
    low, high = of.low, of.high
    unit = entry.unit
    from_start = low == -INFINITY or (low == declared(entry.low) and not of.low_open)
    to_end = high == INFINITY or (high == declared(entry.high) and not of.high_open)
    if low == high:
        return amount(low, unit)
    if from_start and to_end:
        return "any value"
    if from_start:
        return f"{'below' if of.high_open else 'at most'} {amount(high, unit)}"
    if to_end:
        return f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
    if of.low_open or of.high_open:
        start = f"{'above' if of.low_open else 'at least'} {amount(low, unit)}"
        return f"{start} and {'below' if of.high_open else 'at most'} {amount(high, unit)}"
    return f"from {amount(low, '')} to {amount(high, unit)}"


def declared(limit: str | int | None) -> Any:
    """An end of the declared range."""
    return None if limit is None else exact(limit)


def days_in_words(of: Stretch, ends: tuple[int, int]) -> str:
    """Days in words: on or before 15 February 2026."""
    first, last = (day_in_words(date.fromordinal(day)) for day in (of.low, of.high))
    if (of.low, of.high) == ends:
        return "any day"
    if of.low == of.high:
        return f"on {first}"
    if of.low == ends[0]:
        return f"on or before {last}"
    if of.high == ends[1]:
        return f"on or after {first}"
    return f"from {first} to {last}"


def either(parts: list[str]) -> str:
    """Several answers, of which one is given."""
    if len(parts) < 2:
        return parts[0]
    return f"{', '.join(parts[:-1])} or {parts[-1]}"


# --- limits: where the outcome of a clause can change ----------------------------------------------


def answered(scope: Scope, path: str, answer: Any) -> Scope:
    """The scope in which a question has this answer."""
    return Scope(scope.patient, scope.records, {**scope.given, path: answer}, {})


def recorded_at(path: str, scope: Scope) -> Any:
    """What a path holds."""
    if path in scope.given:
        return scope.given[path]
    value: Any = scope.patient
    for step in path.split("."):
        name, _, index = step.partition("[")
        if value is None or isinstance(value, str):
            return None
        attribute = next(each for each in (name, f"{name}_", f"x{name}") if hasattr(value, each))
        value = getattr(value, attribute)
        if index:
            value = value.items[int(index[:-1])]
    return value


def open_leaves(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses that are not settled, down to those that ask one thing, each with its records."""
    if clause.judge(scope).outcome is not None:
        return
    if isinstance(clause, Elsewhere):
        yield from open_leaves(clause.build(), scope)
        return
    if isinstance(clause, (Comparison, Selected, Consecutive, Table)) or not clause.parts():
        yield clause, scope
    for part, inner in inside(clause, scope):
        yield from open_leaves(part, inner)


def inside(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses in a clause, those on records once for each record."""
    if isinstance(clause, (Selected, Consecutive)):
        for inner in clause.records.bound(scope):
            yield clause.records.where, inner
            yield clause.then, inner
        return
    if isinstance(clause, Comparison):
        for records in {id(each): each for each in listings(clause)}.values():
            for inner in records.bound(scope):
                yield records.where, inner
        return
    for part in clause.parts():
        yield part, scope


def listings(clause: Comparison) -> Iterator[Listing]:
    """The lists over which a comparison counts or sums."""
    for end in clause.ends:
        for term in (*terms_in(end.left), *terms_in(end.right)):
            if isinstance(term, Aggregate):
                yield term.records


def terms_in(term: Term) -> Iterator[Term]:
    """A term and those that it is made of."""
    yield term
    for part, _ in term.parts():
        yield from terms_in(part)


def own_paths(term: Term, scope: Scope) -> set[str]:
    """The paths of values that a term itself reads."""
    paths = set()
    for each in terms_in(term):
        if isinstance(each, Aggregate):
            for member in each.records.bound(scope):
                paths |= {path for path, _ in each.of_each(member)}
        elif not any(True for _ in each.parts()):
            paths |= {path for path, _ in each.refs(scope)}
    return paths


def number_limits(clause: Clause, scope: Scope, path: str) -> set[Any] | None:
    """The numbers at which a clause can change; None if the number is part of a formula."""
    limits: set[Any] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_limits(end, at, path)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, Table):
            for index, key in enumerate(leaf.keys):
                if not isinstance(key, NumberKey) or path not in own_paths(key.term, at):
                    continue
                if not isinstance(key.term, Value):
                    return None
                for row in leaf.rows:
                    cell = row.cells[index]
                    limits.update(() if cell is None else cell.limits())
    return limits


def end_limits(end: End, scope: Scope, path: str) -> set[Any] | None:
    """The same for one end of a comparison."""
    for side, other in ((end.left, end.right), (end.right, end.left)):
        if path not in own_paths(side, scope):
            continue
        if path in own_paths(other, scope):
            return None
        value = other.value(scope, set())
        ends = [] if value is None else [value.low, value.high]
        known = [exact_end(each) for each in ends if abs(each) != INFINITY]
        found = [meeting(side, each, scope, path) for each in known or [exact(0)]]
        limits = [each for each in found if each is not None]
        if len(limits) < len(found):
            return None
        return set().union(*limits) if known else set()
    return set()


def meeting(term: Term, target: Any, scope: Scope, path: str) -> set[Any] | None:
    """The numbers at which a term that one number moves is ``target``, or has no value.

    None if that is not worked out: of powers, of extremes, and of a number that occurs twice.
    """
    if isinstance(term, (Value, Limit)):
        return {target}
    if isinstance(term, Convert):
        return meeting(term.term, (target - term.offset) / term.factor, scope, path)
    if isinstance(term, Total) and not isinstance(term, Highest):
        if path in {each for each, _ in term.records.refs(scope)}:
            return None
        rest = term.value(answered(scope, path, 0), set())
        return {target - rest.low} if rest is not None and rest.finite else set()
    if isinstance(term, (Sum, Product, Quotient)):
        return through(term, target, scope, path)
    return None


def through(
    term: Sum | Product | Quotient, target: Any, scope: Scope, path: str
) -> set[Any] | None:
    """The same of two terms, of which one has the number."""
    at_left, at_right = (
        path in {each for each, _ in part.refs(scope)} for part in (term.left, term.right)
    )
    if at_left and at_right:
        return None
    part, other = (term.left, term.right) if at_left else (term.right, term.left)
    fixed = other.value(scope, set())
    if fixed is None or fixed.unbounded:
        return set()
    if not fixed.finite:
        return None
    known = exact_end(fixed.low)
    if isinstance(term, Sum):
        rest = target - (term.sign * known if at_left else known)
        return meeting(part, rest if at_left else rest * term.sign, scope, path)
    if known == 0:
        return set()
    if isinstance(term, Product) or at_left:
        wanted = target / known if isinstance(term, Product) else target * known
        return meeting(part, wanted, scope, path)
    nothing = meeting(part, exact(0), scope, path)
    found = meeting(part, known / target, scope, path) if target else set()
    return None if found is None or nothing is None else found | nothing


def day_limits(clause: Clause, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The first days of stretches over which a clause does not change; None if that is not known."""
    limits: set[int] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_days(end, at, path, span)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, (Selected, Consecutive)):
            limits |= other_days(leaf, at)
        elif isinstance(leaf, Table) and any(path == read for read, _ in leaf.values(at)):
            return None
    return limits


def other_days(leaf: Selected | Consecutive, scope: Scope) -> set[int]:
    """The days around those of the records, where the order of records can change."""
    days: set[int] = set()
    for member in leaf.records.dated(scope, leaf.date):
        for day in (member.first, member.last):
            if abs(day) != INFINITY:
                days |= {int(day), int(day) + 1}
    return days


def end_days(end: End, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The same for one end of a comparison, which a day moves one way."""
    mentioned = [(day, sign) for day, sign in end.days() if day.read(scope)[1] == path]
    directions = {sign for _, sign in mentioned}
    if not directions:
        return None if path in own_paths(end.left, scope) | own_paths(end.right, scope) else set()
    if len(directions) > 1 or 0 in directions:
        return None

    def outcome(day: int) -> bool | None:
        try:
            at = answered(scope, path, date.fromordinal(day))
            return end.judge(at, None, 0).outcome
        except Never:
            return False

    changes: set[int] = set()
    waiting = [span]
    while waiting:
        low, high = waiting.pop()
        if outcome(low) is outcome(high):
            continue
        if high - low == 1:
            changes.add(high)
            continue
        middle = (low + high) // 2
        waiting += [(low, middle), (middle, high)]
    return changes


# --- further: a result that is sought, where none that is recorded counts --------------------------

MOST_TRIED = 100


class Unrecorded:
    """A record of which nothing is known."""

    __slots__ = ()

    def __getattr__(self, name: str) -> None:
        return None


class Sought:
    """A result that would count: its words, the path of its value, and the scope that has it."""

    __slots__ = ("path", "scope", "words")

    def __init__(self, words: str, path: str, scope: Scope) -> None:
        self.words = words
        self.path = path
        self.scope = scope


def sought(
    path: str, clauses: Mapping[str, Clause], scope: Scope, dictionary: Mapping[str, Entry]
) -> Sought | None:
    """A further result of a measurement, for the first pick that finds none; None without one."""
    if f"{path}.value" not in dictionary:
        return None
    known = recorded_at(path, scope)
    items = () if known is None else known.items
    record = f"{path}[{len(items)}]"
    more = answered(answered(scope, path, Records((*items, Unrecorded()))), f"{record}.value", None)
    for clause in clauses.values():
        for leaf, at in open_leaves(clause, scope):
            if not isinstance(leaf, Selected) or leaf.records.name != path:
                continue
            if not leaf.records.members(at):
                return placed(leaf, at, more, record, dictionary)
    return None


def placed(
    pick: Selected, at: Scope, more: Scope, record: str, dictionary: Mapping[str, Entry]
) -> Sought | None:
    """A record that the pick would take: its day, and what else is asked of it."""
    where = pick.records.where
    inside = Scope(more.patient, at.records, more.given, {}).bind(
        pick.records.var, Unrecorded(), record
    )
    days = [day.read(inside)[1] for day, _ in pick.date.days()]
    if len(days) != 1:
        return None
    for chosen in options(where, inside, record, dictionary):
        trying, sure = inside, more
        for path, option in chosen.items():
            trying, sure = answered(trying, path, option), answered(sure, path, option)
        holding = [
            each
            for each in stretches(where, trying, days[0])
            if holds(where, trying, days[0], each)
        ]
        if holding:
            words = [in_full(entry_at(dictionary, path), option) for path, option in chosen.items()]
            when = either([days_in_words(each, ENDS) for each in together(holding, "date")])
            text = "a result" if when == "any day" else f"a result {when}"
            text += f" ({', '.join(words)})" if words else ""
            return Sought(text, f"{record}.value", answered(sure, days[0], holding[-1].tried[0]))
    return None


ENDS = (FIRST_DAY, LAST_DAY)


def options(
    where: Clause, scope: Scope, record: str, dictionary: Mapping[str, Entry]
) -> Iterator[dict[str, str]]:
    """What the choices may be that are asked of a record."""
    asked = dict.fromkeys(path for path, _ in where.values(scope) if path.startswith(f"{record}."))
    chosen = [path for path in asked if entry_at(dictionary, path).kind == "choice"]
    labels = [list(entry_at(dictionary, path).labels) for path in chosen]
    for number, each in enumerate(product(*labels)):
        if number == MOST_TRIED:
            return
        yield dict(zip(chosen, each, strict=True))


def stretches(where: Clause, scope: Scope, path: str) -> list[Stretch]:
    """The stretches of days over which a condition of a record does not change."""
    limits = day_limits(where, scope, path, ENDS)
    starts = sorted({FIRST_DAY, *(limits or ())})
    ends = [*(start - 1 for start in starts[1:]), LAST_DAY]
    return [
        Stretch([date.fromordinal(end if start == FIRST_DAY else start)], start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def holds(where: Clause, scope: Scope, path: str, days: Stretch) -> bool:
    """Whether a record of these days satisfies the condition."""
    both = (date.fromordinal(day) for day in (days.low, days.high))
    return all(where.judge(answered(scope, path, day)).outcome for day in both)


def in_full(entry: Entry, option: str) -> str:
    """What is answered, and the answer: Laboratory: central."""
    return f"{entry.question.rstrip('?')}: {entry.labels[option]}"


# --- settling: what to ask, and which answers settle it -------------------------------------------


class Settles:
    """For one criterion: the values in words that satisfy it, and that violate it, or None."""

    __slots__ = ("criterion", "satisfies", "violates")

    def __init__(self, criterion: str, satisfies: str | None, violates: str | None) -> None:
        self.criterion = criterion
        self.satisfies = satisfies
        self.violates = violates

    @property
    def text(self) -> str:
        """It in one sentence: "0 or 1 satisfies inclusion 5, 2 to 5 violates it"."""
        name = criterion_in_words(self.criterion)
        if self.satisfies is None and self.violates is None:
            return f"settles {name} with others"
        if self.satisfies is None:
            return f"{self.violates} violates {name}"
        violates = "" if self.violates is None else f", {self.violates} violates it"
        return f"{self.satisfies} satisfies {name}{violates}"


class Question:
    """A fact to ask for: its path and question, the criteria it stands in, and what settles them."""

    __slots__ = ("cause", "criteria", "fact", "question", "settles", "text")

    def __init__(
        self, fact: str, question: str, cause: str, settles: list[Settles], label: str
    ) -> None:
        self.fact = fact
        self.question = question
        self.cause = cause
        self.criteria = [each.criterion for each in settles]
        self.settles = settles
        self.text = f"{label} {'; '.join(each.text for each in settles)}"

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "fact": self.fact,
            "question": self.question,
            "criteria": self.criteria,
            "cause": self.cause,
            "settles": [
                {
                    "criterion": each.criterion,
                    "satisfies": each.satisfies,
                    "violates": each.violates,
                }
                for each in self.settles
            ],
            "text": self.text,
        }


def questions(
    criteria: Mapping[str, Clause], scope: Scope, dictionary: Mapping[str, Entry]
) -> list[Question]:
    """What can still change the outcome of these unknown criteria.

    First what settles the verdict alone, then what stands in the most criteria, then in the order of
    the dictionary.
    """
    standing: dict[str, dict[str, Clause]] = {}
    causes: dict[str, set[str]] = {}
    for name, clause in criteria.items():
        for cause, path in clause.judge(scope).unknown:
            if path:
                standing.setdefault(path, {})[name] = clause
                causes.setdefault(path, set()).add(cause)
    ranked = []
    for path, clauses in standing.items():
        entry = entry_at(dictionary, path)
        trial = Trial(path, entry, clauses, scope, dictionary)
        decisive = trial.decides_alone(len(criteria))
        settles = [trial.settles(name) for name in clauses]
        label = label_of(path, entry, dictionary)
        question = Question(path, entry.question, min(causes[path]), settles, label)
        ranked.append((not decisive, -len(clauses), place(path, dictionary), question))
    ranked.sort(key=lambda each: each[:3])
    return [question for *_, question in ranked]


# What is recorded beside or in a value, by the end of its path.
PARTS = {
    "start": "first day",
    "end": "last day",
    "uln": "upper limit of normal",
    "lln": "lower limit of normal",
}


def label_of(path: str, entry: Entry, dictionary: Mapping[str, Entry]) -> str:
    """A question with which a sentence begins."""
    asked = entry.question
    name, _, rest = path.partition("[")
    if pattern(path) not in dictionary:
        part = PARTS[path.rpartition(".")[2]]
        is_result = rest and asked == dictionary[name].question
        asked = part if is_result else f"{asked.rstrip('?:')} ({part})"
    if rest:
        asked = f"{dictionary[name].question}, no. {int(rest.partition(']')[0]) + 1}: {asked}"
    return asked if asked.endswith("?") else f"{asked}:"


def criterion_in_words(name: str) -> str:
    """ "inclusion 3" for "I3"."""
    return f"{'inclusion' if name[0] == 'I' else 'exclusion'} {name[1:]}"


# --- settling: the answers that are tried ---------------------------------------------------------


class Trial:
    """The answers to one question, and what each does to the criteria in which it stands."""

    __slots__ = (
        "clauses",
        "entry",
        "further",
        "kind",
        "outcomes",
        "path",
        "result",
        "scope",
        "stretches",
    )

    def __init__(
        self,
        path: str,
        entry: Entry,
        clauses: Mapping[str, Clause],
        scope: Scope,
        dictionary: Mapping[str, Entry],
    ) -> None:
        self.path = path
        self.entry = entry
        self.clauses = clauses
        self.scope = scope
        self.kind = self.kind_of()
        self.stretches = self.answers()
        self.outcomes: dict[str, list[bool | None]] = {
            name: [self.outcome(clause, stretch) for stretch in self.stretches]
            for name, clause in clauses.items()
        }
        self.further: Trial | None = None
        found = sought(path, clauses, scope, dictionary) if self.kind == "list" else None
        self.result = found.words if found else ""
        if found:
            value = entry_at(dictionary, found.path)
            self.further = Trial(found.path, value, clauses, found.scope, dictionary)

    def kind_of(self) -> str:
        """The kind of answer; the ends of a period are days."""
        if self.entry.kind == "period" and self.path.endswith((".start", ".end")):
            return "date"
        low, high = self.entry.low, self.entry.high
        if self.entry.kind == "whole" and low is not None and high is not None:
            return "score" if exact(high) - exact(low) < MOST_OPTIONS else "number"
        return "number" if self.entry.kind in ("whole", "quantity") else self.entry.kind

    def recorded(self) -> Any:
        """What is recorded so far."""
        return recorded_at(self.path, self.scope)

    def answers(self) -> list[Stretch]:
        """Answers to try, so that each possible answer has the outcome of one of them."""
        if self.kind == "yes/no":
            return [Stretch([each], each, each) for each in (True, False)]
        if self.kind == "choice":
            return [Stretch([each], each, each) for each in self.entry.labels]
        if self.kind == "score":
            low, high = int(exact(self.entry.low or 0)), int(exact(self.entry.high or 0))
            return [Stretch([each], each, each) for each in range(low, high + 1)]
        if self.kind == "set":
            return self.sets()
        if self.kind == "list":
            known = self.recorded()
            if known is not None and known.complete:
                return []
            listed = Records(() if known is None else known.items)
            return [Stretch([listed], listed, listed)]
        may_be_none = self.entry.or_none and self.recorded() is None
        none = [Stretch(["none"], "none", "none")] if may_be_none else []
        if self.kind == "date":
            return [*self.days(), *([] if "." in self.path and self.of_period() else none)]
        return [*(self.numbers() if self.kind == "number" else []), *none]

    def of_period(self) -> bool:
        """Whether the answer is an end of a period."""
        return self.entry.kind == "period"

    def sets(self) -> list[Stretch]:
        """With each further option, and without any."""
        known = self.recorded() or Choices(frozenset(), False)
        more = [each for each in self.entry.labels if each not in known.values]
        stretches = [Stretch([Choices(known.values | {each}, False)], each, each) for each in more]
        return [*stretches, Stretch([Choices(known.values)], None, None)]

    def outcome(self, clause: Clause, stretch: Stretch) -> bool | None:
        """The criterion's outcome with these answers; None if they differ."""
        found = {self.with_answer(clause, answer) for answer in stretch.tried}
        return found.pop() if len(found) == 1 else None

    def with_answer(self, clause: Clause, answer: Any) -> bool | None:
        """The criterion's outcome with this answer."""
        return clause.judge(answered(self.scope, self.path, answer)).outcome

    def decides_alone(self, open_criteria: int) -> bool:
        """Whether some answer settles the verdict, all else being as it is."""
        if self.further and self.further.decides_alone(open_criteria):
            return True
        for number in range(len(self.stretches)):
            found = [outcomes[number] for outcomes in self.outcomes.values()]
            if False in found or (found.count(True) == open_criteria):
                return True
        return False

    def settles(self, name: str) -> Settles:
        """The answers that satisfy a criterion, and that violate it."""
        words = {
            outcome: self.in_words(
                [
                    stretch
                    for stretch, found in zip(self.stretches, self.outcomes[name], strict=True)
                    if found is outcome
                ]
            )
            for outcome in (True, False)
        }
        if not self.further:
            return Settles(name, words[True], words[False])
        result = self.further.settles(name)
        return Settles(
            name,
            self.or_result(words[True], result.satisfies),
            self.or_result(words[False], result.violates),
        )

    def or_result(self, words: str | None, value: str | None) -> str | None:
        """Answers in words, with those of a further result."""
        result = None if value is None else f"{self.result}, {value}"
        return either([each for each in (words, result) if each]) if words or result else None

    # ---- numbers and days ----

    def numbers(self) -> list[Stretch]:
        """The limits that the number meets, and the gaps between them."""
        limits: set[Any] = set()
        for clause in self.clauses.values():
            found = number_limits(clause, self.scope, self.path)
            if found is None:
                return []
            limits |= found
        low = -INFINITY if self.entry.low is None else exact(self.entry.low)
        high = INFINITY if self.entry.high is None else exact(self.entry.high)
        inner = sorted(limit for limit in limits if low <= limit <= high)
        if self.entry.kind == "whole":
            return whole_stretches(inner, low, high)
        return number_stretches(inner, low, high, self.entry.kind == "quantity")

    def days(self) -> list[Stretch]:
        """The days on which an outcome can change, and the stretches between them."""
        known = self.recorded()
        first, last = FIRST_DAY, LAST_DAY
        if isinstance(known, PartialDate):
            first, last = known.first.toordinal(), known.last.toordinal()
        splits: set[int] = set()
        for clause in self.clauses.values():
            found = day_limits(clause, self.scope, self.path, (first, last))
            if found is None:
                return []
            splits |= found
        starts = sorted({first, *(split for split in splits if first < split <= last)})
        ends = [*(start - 1 for start in starts[1:]), last]
        stretches = [
            Stretch(
                [date.fromordinal(day) for day in sorted({start, (start + end) // 2, end})],
                start,
                end,
            )
            for start, end in zip(starts, ends, strict=True)
        ]
        if self.path.endswith(".end") and self.of_period() and known is None:
            stretches.append(Stretch(["ongoing"], "ongoing", "ongoing"))
        return stretches

    def in_words(self, stretches: list[Stretch]) -> str | None:
        """Answers in words; None if there are none."""
        if not stretches:
            return None
        if self.kind == "list":
            known = self.recorded()
            return "none" if known is None or not known.items else "none but those listed"
        if self.kind == "set":
            return either([self.option(stretch.low) for stretch in stretches])
        if self.kind in ("date", "number", "score"):
            return self.stretches_in_words(stretches)
        return either([self.option(stretch.low) for stretch in stretches])

    def option(self, answer: Any) -> str:
        """One answer of a few."""
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if answer is None:
            known = self.recorded()
            return "none" if known is None or not known.values else "none but those listed"
        label = self.entry.labels.get(answer, str(answer))
        return f"“{label}”" if " " in label else label

    def stretches_in_words(self, stretches: list[Stretch]) -> str:
        """Stretches in words, those that meet put together."""
        named = [stretch.low for stretch in stretches if isinstance(stretch.low, str)]
        merged = together([each for each in stretches if not isinstance(each.low, str)], self.kind)
        if self.kind == "date":
            known = self.recorded()
            ends = (FIRST_DAY, LAST_DAY)
            if isinstance(known, PartialDate):
                ends = known.first.toordinal(), known.last.toordinal()
            return either([*(days_in_words(each, ends) for each in merged), *named])
        whole = self.entry.kind == "whole"
        words = [
            whole_in_words(each, self.entry) if whole else span_in_words(each, self.entry)
            for each in merged
        ]
        return either([*words, *named])


MOST_OPTIONS = 100


# --- screening: the result, and what explains it --------------------------------------------------

STATUS = {True: "satisfied", False: "violated", None: "unknown"}
OUTCOME = {True: "true", False: "false", None: "unknown"}


def verdict_of(found: Mapping[str, bool | None]) -> str:
    """The verdict on these outcomes."""
    if False in found.values():
        return "ineligible"
    return "undetermined" if None in found.values() else "eligible"


class Because:
    """A clause that decided a criterion, with the patient's values, and what is computed of them.

    ``missing`` are the paths that it is not known for.
    """

    __slots__ = ("causes", "clause", "computed", "line", "missing", "outcome", "values")

    def __init__(
        self,
        clause: str,
        line: int,
        outcome: bool | None,
        values: dict[str, str],
        causes: list[str],
        computed: list[str],
        missing: list[str],
    ) -> None:
        self.computed = computed
        self.missing = missing
        self.clause = clause
        self.line = line
        self.outcome = OUTCOME[outcome]
        self.values = values
        self.causes = causes

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "clause": self.clause,
            "line": self.line,
            "outcome": self.outcome,
            "values": self.values,
            "computed": self.computed,
            "causes": self.causes,
            "missing": self.missing,
        }


class CriterionResult:
    """A criterion's outcome: "satisfied", "violated" or "unknown"; ``applies`` may be None.

    ``because`` are the clauses that decided it, or that are not known; ``missing`` the paths to ask.
    """

    __slots__ = ("applies", "because", "id", "missing", "outcome")

    def __init__(
        self,
        criterion: str,
        outcome: bool | None,
        applies: bool | None,
        because: list[Because],
        missing: list[str],
    ) -> None:
        self.id = criterion
        self.outcome = STATUS[outcome]
        self.applies = applies
        self.because = because
        self.missing = missing

    def to_dict(self) -> dict[str, Any]:
        """It as JSON has it."""
        return {
            "id": self.id,
            "outcome": self.outcome,
            "applies": self.applies,
            "because": [each.to_dict() for each in self.because],
            "missing": self.missing,
        }


class Screening:
    """Verdict and outcomes; ``criteria``, ``missing`` and the JSON are worked out on demand.

    ``outcomes`` says of each criterion True (satisfied), False (violated) or None (not known).
    """

    def __init__(
        self,
        protocol: str,
        patient: Any,
        verdict: str,
        outcomes: dict[str, bool | None],
        trees: Callable[[], Mapping[str, Tree]],
        dictionary: Callable[[], Mapping[str, Entry]],
    ) -> None:
        self.protocol = protocol
        self.patient: str = patient.id
        self.verdict = verdict
        self.outcomes = outcomes
        self._scope = Scope(patient, {}, {}, {})
        self._trees = trees
        self._dictionary = dictionary
        self._criteria: tuple[CriterionResult, ...] | None = None
        self._missing: tuple[Question, ...] | None = None

    @property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """Each criterion, with what decided it and what is missing."""
        if self._criteria is None:
            dictionary = self._dictionary()
            self._criteria = tuple(
                explained(name, tree(), self._scope, dictionary)
                for name, tree in self._trees().items()
            )
        return self._criteria

    @property
    def missing(self) -> tuple[Question, ...]:
        """What to ask while the verdict is undetermined, the most decisive first."""
        if self._missing is None:
            open_trees = {
                name: tree()
                for name, tree in self._trees().items()
                if self.outcomes[name] is None and self.verdict == "undetermined"
            }
            self._missing = tuple(questions(open_trees, self._scope, self._dictionary()))
        return self._missing

    def to_dict(self) -> dict[str, Any]:
        """The whole result as JSON has it."""
        return {
            "protocol": self.protocol,
            "patient": self.patient,
            "verdict": self.verdict,
            "criteria": [each.to_dict() for each in self.criteria],
            "missing": [each.to_dict() for each in self.missing],
        }

    def to_json(self) -> str:
        """The whole result as JSON text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)


def explained(
    name: str, criterion: Any, scope: Scope, dictionary: Mapping[str, Entry]
) -> CriterionResult:
    """One criterion with its reasons."""
    assert isinstance(criterion, Criterion)
    finding = criterion.judge(scope)
    applies = None if criterion.applies is None else criterion.applies.judge(scope).outcome
    because: dict[str, Because] = {}
    for clause, outcome, at in criterion.deciding(scope):
        values = {
            path: in_words(value, entry_at(dictionary, path))
            for path, value in clause.values(at)
            if value is not None
        }
        alike = f"{clause.words} {outcome} {values}"
        if alike not in because:
            unknown = clause.judge(at).unknown
            causes = sorted({cause for cause, _ in unknown})
            computed = [*dict.fromkeys(clause.worths(at))]
            missing = asked(unknown, dictionary)
            because[alike] = Because(
                clause.words, clause.line, outcome, values, causes, computed, missing
            )
    return CriterionResult(
        name,
        finding.outcome,
        True if criterion.applies is None else applies,
        list(because.values()),
        asked(finding.unknown, dictionary),
    )


def asked(unknown: Unknowns, dictionary: Mapping[str, Entry]) -> list[str]:
    """The paths to ask for, in the order of the dictionary."""
    paths = {path for _, path in unknown if path}
    return sorted(paths, key=lambda path: place(path, dictionary))


_TREATMENTS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "tumour",
        "kinds",
        "drugs",
        "setting",
        "line",
        "given",
        "failed",
    )
)
_TREATMENTS_TUMOUR_OPTIONS = ("breast", "nsclc", "prostate", "other")
_TREATMENTS_KINDS_OPTIONS = ("cytotoxic", "conjugate", "biological", "hormonal", "other_kind")
_TREATMENTS_DRUGS_OPTIONS = ("docetaxel", "platinum", "another")
_TREATMENTS_SETTING_OPTIONS = ("adjuvant", "neoadjuvant", "advanced")
_RADIOTHERAPIES_KEYS: dict[str, Any] = dict.fromkeys(("irradiated",))
_SURGERIES_KEYS: dict[str, Any] = dict.fromkeys(("done_on",))
_WOUNDS_KEYS: dict[str, Any] = dict.fromkeys(("open_days",))
_HAEMOGLOBIN_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_HAEMOGLOBIN_VALUE_MEASURE = _Measure(
    "g/dL",
    {
        "g/L": Decimal("0.1"),
        "mg/L": Decimal("0.0001"),
        "mg/dL": Decimal("0.001"),
        "mg/mL": Decimal("0.1"),
        "ug/L": Decimal("0.0000001"),
        "ug/dL": Decimal("0.000001"),
        "ug/mL": Decimal("0.0001"),
        "ng/L": Decimal("0.0000000001"),
        "ng/dL": Decimal("0.000000001"),
        "ng/mL": Decimal("0.0000001"),
        "pg/mL": Decimal("0.0000000001"),
    },
    low=Decimal(0),
)
_HAEMOGLOBIN_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_HAEMOGLOBIN_LABORATORY_OPTIONS = ("central", "local")
_NEUTROPHILS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_NEUTROPHILS_VALUE_MEASURE = _Measure(
    "10*9/L",
    {
        "10^9/L": Decimal(1),
        "/L": Decimal("0.000000001"),
        "/mL": Decimal("0.000001"),
        "/uL": Decimal("0.001"),
        "/mm3": Decimal("0.001"),
        "10*3/uL": Decimal(1),
        "10^3/uL": Decimal(1),
        "10*6/uL": Decimal(1000),
        "10^6/uL": Decimal(1000),
        "10*6/L": Decimal("0.001"),
        "10^6/L": Decimal("0.001"),
        "10*12/L": Decimal(1000),
        "10^12/L": Decimal(1000),
        "10*3/mm3": Decimal(1),
        "10^3/mm3": Decimal(1),
        "10*6/mL": Decimal(1),
        "10^6/mL": Decimal(1),
    },
    low=Decimal(0),
)
_NEUTROPHILS_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_NEUTROPHILS_LABORATORY_OPTIONS = ("central", "local")
_BILIRUBIN_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_BILIRUBIN_VALUE_MEASURE = _Measure(
    "mg/dL",
    {
        "g/L": Decimal(100),
        "g/dL": Decimal(1000),
        "mg/L": Decimal("0.1"),
        "mg/mL": Decimal(100),
        "ug/L": Decimal("0.0001"),
        "ug/dL": Decimal("0.001"),
        "ug/mL": Decimal("0.1"),
        "ng/L": Decimal("0.0000001"),
        "ng/dL": Decimal("0.000001"),
        "ng/mL": Decimal("0.0001"),
        "pg/mL": Decimal("0.0000001"),
        "mol/L": Decimal(58466),
        "mmol/L": Decimal("58.466"),
        "umol/L": Decimal("0.058466"),
        "nmol/L": Decimal("0.000058466"),
        "pmol/L": Decimal("0.000000058466"),
    },
    low=Decimal(0),
    limits=True,
)
_BILIRUBIN_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_BILIRUBIN_LABORATORY_OPTIONS = ("central", "local")
_DIRECT_BILIRUBIN_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_DIRECT_BILIRUBIN_VALUE_MEASURE = _Measure(
    "mg/dL",
    {
        "g/L": Decimal(100),
        "g/dL": Decimal(1000),
        "mg/L": Decimal("0.1"),
        "mg/mL": Decimal(100),
        "ug/L": Decimal("0.0001"),
        "ug/dL": Decimal("0.001"),
        "ug/mL": Decimal("0.1"),
        "ng/L": Decimal("0.0000001"),
        "ng/dL": Decimal("0.000001"),
        "ng/mL": Decimal("0.0001"),
        "pg/mL": Decimal("0.0000001"),
        "mol/L": Decimal(58466),
        "mmol/L": Decimal("58.466"),
        "umol/L": Decimal("0.058466"),
        "nmol/L": Decimal("0.000058466"),
        "pmol/L": Decimal("0.000000058466"),
    },
    low=Decimal(0),
    limits=True,
)
_DIRECT_BILIRUBIN_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_DIRECT_BILIRUBIN_LABORATORY_OPTIONS = ("central", "local")
_AST_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_AST_VALUE_MEASURE = _Measure(
    "U/L",
    {
        "U/mL": Decimal(1000),
        "kat/L": Decimal(60000000),
        "ukat/L": Decimal(60),
        "nkat/L": Decimal("0.06"),
    },
    low=Decimal(0),
    limits=True,
)
_AST_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_AST_LABORATORY_OPTIONS = ("central", "local")
_ALT_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_ALT_VALUE_MEASURE = _Measure(
    "U/L",
    {
        "U/mL": Decimal(1000),
        "kat/L": Decimal(60000000),
        "ukat/L": Decimal(60),
        "nkat/L": Decimal("0.06"),
    },
    low=Decimal(0),
    limits=True,
)
_ALT_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_ALT_LABORATORY_OPTIONS = ("central", "local")
_ALP_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_ALP_VALUE_MEASURE = _Measure(
    "U/L",
    {
        "U/mL": Decimal(1000),
        "kat/L": Decimal(60000000),
        "ukat/L": Decimal(60),
        "nkat/L": Decimal("0.06"),
    },
    low=Decimal(0),
    limits=True,
)
_ALP_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_ALP_LABORATORY_OPTIONS = ("central", "local")
_CREATININE_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_CREATININE_VALUE_MEASURE = _Measure(
    "mg/dL",
    {
        "g/L": Decimal(100),
        "g/dL": Decimal(1000),
        "mg/L": Decimal("0.1"),
        "mg/mL": Decimal(100),
        "ug/L": Decimal("0.0001"),
        "ug/dL": Decimal("0.001"),
        "ug/mL": Decimal("0.1"),
        "ng/L": Decimal("0.0000001"),
        "ng/dL": Decimal("0.000001"),
        "ng/mL": Decimal("0.0001"),
        "pg/mL": Decimal("0.0000001"),
        "mol/L": Decimal(11312),
        "mmol/L": Decimal("11.312"),
        "umol/L": Decimal("0.011312"),
        "nmol/L": Decimal("0.000011312"),
        "pmol/L": Decimal("0.000000011312"),
    },
    low=Decimal(0),
    limits=True,
)
_CREATININE_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_CREATININE_LABORATORY_OPTIONS = ("central", "local")
_PROTHROMBIN_TIME_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_PROTHROMBIN_TIME_VALUE_MEASURE = _Measure(
    "s",
    {
        "wk": Decimal(604800),
        "d": Decimal(86400),
        "h": Decimal(3600),
        "min": Decimal(60),
        "ms": Decimal("0.001"),
    },
    low=Decimal(0),
    limits=True,
)
_PROTHROMBIN_TIME_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_PROTHROMBIN_TIME_LABORATORY_OPTIONS = ("central", "local")
_INR_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_INR_VALUE_MEASURE = _Measure(
    "{INR}",
    {},
    low=Decimal(0),
    limits=True,
)
_INR_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_INR_LABORATORY_OPTIONS = ("central", "local")
_APTT_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "value",
        "date",
        "visit",
        "laboratory",
        "unit",
        "bound",
        "uln",
        "lln",
    )
)
_APTT_VALUE_MEASURE = _Measure(
    "s",
    {
        "wk": Decimal(604800),
        "d": Decimal(86400),
        "h": Decimal(3600),
        "min": Decimal(60),
        "ms": Decimal("0.001"),
    },
    low=Decimal(0),
    limits=True,
)
_APTT_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_APTT_LABORATORY_OPTIONS = ("central", "local")
_PREGNANCY_TEST_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_PREGNANCY_TEST_VALUE_OPTIONS = ("positive", "negative")
_PREGNANCY_TEST_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_PREGNANCY_TEST_LABORATORY_OPTIONS = ("central", "local")
_URINE_TEST_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_URINE_TEST_VALUE_OPTIONS = ("positive", "negative")
_URINE_TEST_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_URINE_TEST_LABORATORY_OPTIONS = ("central", "local")
_SERUM_TEST_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_SERUM_TEST_VALUE_OPTIONS = ("positive", "negative")
_SERUM_TEST_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_SERUM_TEST_LABORATORY_OPTIONS = ("central", "local")
_CYP3A4_INHIBITORS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "inhibitor_name",
        "inhibitor_taken",
        "strong_inhibitor",
    )
)
_STUDY_AGENTS_KEYS: dict[str, Any] = dict.fromkeys(("agent", "agent_given"))
_STUDY_AGENTS_AGENT_OPTIONS = ("investigational", "tumor_vaccine")
_ADVERSE_EVENTS_KEYS: dict[str, Any] = dict.fromkeys(("term", "grade_now"))
_ANTI_INFECTIVES_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "anti_infective",
        "systemic",
        "dosed",
        "within_72_hours",
    )
)
_GROWTH_FACTORS_KEYS: dict[str, Any] = dict.fromkeys(("factor", "factor_given"))
_GROWTH_FACTORS_FACTOR_OPTIONS = ("pegfilgrastim", "filgrastim", "other_factor")
_BLOOD_PRESSURES_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "measured_on",
        "systolic",
        "diastolic",
        "on_antihypertensive",
    )
)
_BLOOD_PRESSURES_SYSTOLIC_MEASURE = _Measure(
    "mm[Hg]",
    {
        "mmHg": Decimal(1),
        "kPa": "500000/66661",
        "cm[H2O]": "28019/38092",
        "cmH2O": "28019/38092",
    },
)
_BLOOD_PRESSURES_DIASTOLIC_MEASURE = _Measure(
    "mm[Hg]",
    {
        "mmHg": Decimal(1),
        "kPa": "500000/66661",
        "cm[H2O]": "28019/38092",
        "cmH2O": "28019/38092",
    },
)
_HBV_VIRAL_LOAD_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_HBV_VIRAL_LOAD_VALUE_OPTIONS = ("positive", "negative")
_HBV_VIRAL_LOAD_VISIT_OPTIONS = ("consent", "screening", "docetaxel_start", "first_dose", "none")
_HBV_VIRAL_LOAD_LABORATORY_OPTIONS = ("central", "local")
_PATIENT_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "id",
        "parts",
        "ecog",
        "consent",
        "screening",
        "docetaxel_start",
        "first_dose",
        "birth_date",
        "study_cancer",
        "cancer_extent",
        "hormone_refractory",
        "pathology_confirmed",
        "marrow_involved",
        "full_dose_intensity",
        "life_expectancy_3_months",
        "gilbert",
        "central_sample",
        "local_results_accepted",
        "unsupported_haemoglobin",
        "unsupported_neutrophils",
        "sex",
        "sexually_mature",
        "hysterectomy",
        "last_menses",
        "induced_amenorrhoea",
        "sexually_active",
        "premenopausal_partner",
        "contraception",
        "stable_hormonal",
        "test_within_24_hours",
        "contraception_agreed",
        "man_contraception_agreed",
        "myelogenous_leukemia",
        "myelodysplastic_syndrome",
        "sickle_cell_disease",
        "requires_strong_inhibitor",
        "recovered",
        "bone_marrow_transplant",
        "stem_cell_transplant",
        "active_infection",
        "uncontrolled_arrhythmia",
        "uncontrolled_diabetes",
        "symptomatic_heart_failure",
        "unstable_angina",
        "uncontrolled_thrombosis",
        "symptomatic_embolism",
        "limiting_psychiatric_illness",
        "other_serious_illness",
        "other_condition",
        "last_infarction",
        "ischemic_disease",
        "infarction_window_granted",
        "cardiac_disease",
        "nyha",
        "congenital_qt_prolongation",
        "ischemic_ecg",
        "uncontrolled_hypertension",
        "hemorrhagic_diarrhea",
        "inflammatory_bowel_disease",
        "active_ulcer",
        "ileus",
        "ileus_risk",
        "other_malignancy",
        "known_hiv",
        "hbsag",
        "hcv_antibody",
        "active_hepatitis_b",
        "hepatitis_b_needs_treatment",
        "hepatitis_c_needs_treatment",
        "pregnant",
        "lactating",
        "unwilling",
        "unable",
        "treatments",
        "radiotherapies",
        "surgeries",
        "wounds",
        "haemoglobin",
        "neutrophils",
        "bilirubin",
        "direct_bilirubin",
        "ast",
        "alt",
        "alp",
        "creatinine",
        "prothrombin_time",
        "inr",
        "aptt",
        "pregnancy_test",
        "urine_test",
        "serum_test",
        "cyp3a4_inhibitors",
        "study_agents",
        "adverse_events",
        "anti_infectives",
        "growth_factors",
        "blood_pressures",
        "hbv_viral_load",
        "protocol",
    )
)
_PARTS_OPTIONS = ("phase_2", "phase_3")
_STUDY_CANCER_OPTIONS = ("breast", "nsclc", "prostate", "other")
_CANCER_EXTENT_OPTIONS = ("metastatic", "locally_advanced", "early")
_SEX_OPTIONS = ("female", "male")
_CONTRACEPTION_OPTIONS = (
    "iud",
    "hormonal_contraception",
    "condom",
    "diaphragm",
    "spermicide",
    "vasectomized_partner",
    "other_contraception",
)
_NYHA_OPTIONS = ("nyha_1", "nyha_2", "nyha_3", "nyha_4")
_HBSAG_OPTIONS = ("positive", "negative")
_HCV_ANTIBODY_OPTIONS = ("positive", "negative")


def _read_treatments(data: Any, at: str, found: list[Problem]) -> Treatment:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _TREATMENTS_KEYS | data
    if len(made) != 7:
        _undeclared(data, _TREATMENTS_KEYS, at, found)
    value = made["tumour"]
    if value is not None and value not in _TREATMENTS_TUMOUR_OPTIONS:
        _choice(value, at, ".tumour", found, _TREATMENTS_TUMOUR_OPTIONS)
    value = made["kinds"]
    if value is not None:
        made["kinds"] = _set(value, at, ".kinds", found, _TREATMENTS_KINDS_OPTIONS)
    value = made["drugs"]
    if value is not None:
        made["drugs"] = _set(value, at, ".drugs", found, _TREATMENTS_DRUGS_OPTIONS)
    value = made["setting"]
    if value is not None and value not in _TREATMENTS_SETTING_OPTIONS:
        _choice(value, at, ".setting", found, _TREATMENTS_SETTING_OPTIONS)
    value = made["line"]
    if value is not None and not (type(value) is int and 0 <= value <= 30):
        made["line"] = _whole(value, at, ".line", found, 0, 30)
    value = made["given"]
    if value is not None:
        made["given"] = _period(value, at, ".given", found)
    value = made["failed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".failed", found)
    record = _new(Treatment)
    _set_attribute(record, "__dict__", made)
    return record


def _read_radiotherapies(data: Any, at: str, found: list[Problem]) -> Radiotherapy:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _RADIOTHERAPIES_KEYS | data
    if len(made) != 1:
        _undeclared(data, _RADIOTHERAPIES_KEYS, at, found)
    value = made["irradiated"]
    if value is not None:
        made["irradiated"] = _period(value, at, ".irradiated", found)
    record = _new(Radiotherapy)
    _set_attribute(record, "__dict__", made)
    return record


def _read_surgeries(data: Any, at: str, found: list[Problem]) -> Surgery:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _SURGERIES_KEYS | data
    if len(made) != 1:
        _undeclared(data, _SURGERIES_KEYS, at, found)
    value = made["done_on"]
    if type(value) is str and value in _dates:
        made["done_on"] = _dates[value]
    elif value is not None:
        made["done_on"] = _date(value, at, ".done_on", found)
    record = _new(Surgery)
    _set_attribute(record, "__dict__", made)
    return record


def _read_wounds(data: Any, at: str, found: list[Problem]) -> Wound:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _WOUNDS_KEYS | data
    if len(made) != 1:
        _undeclared(data, _WOUNDS_KEYS, at, found)
    value = made["open_days"]
    if value is not None:
        made["open_days"] = _period(value, at, ".open_days", found)
    record = _new(Wound)
    _set_attribute(record, "__dict__", made)
    return record


def _read_haemoglobin(data: Any, at: str, found: list[Problem]) -> HaemoglobinRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HAEMOGLOBIN_KEYS | data
    if len(made) != 8:
        _undeclared(data, _HAEMOGLOBIN_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _HAEMOGLOBIN_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HAEMOGLOBIN_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HAEMOGLOBIN_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HAEMOGLOBIN_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HAEMOGLOBIN_LABORATORY_OPTIONS)
    record = _new(HaemoglobinRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_neutrophils(data: Any, at: str, found: list[Problem]) -> Neutrophil:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _NEUTROPHILS_KEYS | data
    if len(made) != 8:
        _undeclared(data, _NEUTROPHILS_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _NEUTROPHILS_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _NEUTROPHILS_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _NEUTROPHILS_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _NEUTROPHILS_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _NEUTROPHILS_LABORATORY_OPTIONS)
    record = _new(Neutrophil)
    _set_attribute(record, "__dict__", made)
    return record


def _read_bilirubin(data: Any, at: str, found: list[Problem]) -> BilirubinRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _BILIRUBIN_KEYS | data
    if len(made) != 8:
        _undeclared(data, _BILIRUBIN_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _BILIRUBIN_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _BILIRUBIN_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _BILIRUBIN_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _BILIRUBIN_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _BILIRUBIN_LABORATORY_OPTIONS)
    record = _new(BilirubinRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_direct_bilirubin(data: Any, at: str, found: list[Problem]) -> DirectBilirubinRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _DIRECT_BILIRUBIN_KEYS | data
    if len(made) != 8:
        _undeclared(data, _DIRECT_BILIRUBIN_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _DIRECT_BILIRUBIN_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _DIRECT_BILIRUBIN_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _DIRECT_BILIRUBIN_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _DIRECT_BILIRUBIN_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _DIRECT_BILIRUBIN_LABORATORY_OPTIONS)
    record = _new(DirectBilirubinRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_ast(data: Any, at: str, found: list[Problem]) -> AstRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _AST_KEYS | data
    if len(made) != 8:
        _undeclared(data, _AST_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _AST_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _AST_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _AST_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _AST_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _AST_LABORATORY_OPTIONS)
    record = _new(AstRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_alt(data: Any, at: str, found: list[Problem]) -> AltRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ALT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _ALT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _ALT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _ALT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _ALT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _ALT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _ALT_LABORATORY_OPTIONS)
    record = _new(AltRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_alp(data: Any, at: str, found: list[Problem]) -> AlpRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ALP_KEYS | data
    if len(made) != 8:
        _undeclared(data, _ALP_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _ALP_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _ALP_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _ALP_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _ALP_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _ALP_LABORATORY_OPTIONS)
    record = _new(AlpRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_creatinine(data: Any, at: str, found: list[Problem]) -> CreatinineRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _CREATININE_KEYS | data
    if len(made) != 8:
        _undeclared(data, _CREATININE_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _CREATININE_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _CREATININE_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _CREATININE_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _CREATININE_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _CREATININE_LABORATORY_OPTIONS)
    record = _new(CreatinineRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_prothrombin_time(data: Any, at: str, found: list[Problem]) -> ProthrombinTimeRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _PROTHROMBIN_TIME_KEYS | data
    if len(made) != 8:
        _undeclared(data, _PROTHROMBIN_TIME_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _PROTHROMBIN_TIME_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _PROTHROMBIN_TIME_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _PROTHROMBIN_TIME_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _PROTHROMBIN_TIME_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _PROTHROMBIN_TIME_LABORATORY_OPTIONS)
    record = _new(ProthrombinTimeRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_inr(data: Any, at: str, found: list[Problem]) -> InrRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _INR_KEYS | data
    if len(made) != 8:
        _undeclared(data, _INR_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _INR_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _INR_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _INR_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _INR_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _INR_LABORATORY_OPTIONS)
    record = _new(InrRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_aptt(data: Any, at: str, found: list[Problem]) -> ApttRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _APTT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _APTT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _APTT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _APTT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _APTT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _APTT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _APTT_LABORATORY_OPTIONS)
    record = _new(ApttRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_pregnancy_test(data: Any, at: str, found: list[Problem]) -> PregnancyTestRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _PREGNANCY_TEST_KEYS | data
    if len(made) != 4:
        _undeclared(data, _PREGNANCY_TEST_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _PREGNANCY_TEST_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _PREGNANCY_TEST_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _PREGNANCY_TEST_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _PREGNANCY_TEST_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _PREGNANCY_TEST_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _PREGNANCY_TEST_LABORATORY_OPTIONS)
    record = _new(PregnancyTestRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_urine_test(data: Any, at: str, found: list[Problem]) -> UrineTestRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _URINE_TEST_KEYS | data
    if len(made) != 4:
        _undeclared(data, _URINE_TEST_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _URINE_TEST_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _URINE_TEST_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _URINE_TEST_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _URINE_TEST_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _URINE_TEST_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _URINE_TEST_LABORATORY_OPTIONS)
    record = _new(UrineTestRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_serum_test(data: Any, at: str, found: list[Problem]) -> SerumTestRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _SERUM_TEST_KEYS | data
    if len(made) != 4:
        _undeclared(data, _SERUM_TEST_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _SERUM_TEST_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _SERUM_TEST_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _SERUM_TEST_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _SERUM_TEST_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _SERUM_TEST_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _SERUM_TEST_LABORATORY_OPTIONS)
    record = _new(SerumTestRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_cyp3a4_inhibitors(data: Any, at: str, found: list[Problem]) -> Cyp3a4Inhibitor:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _CYP3A4_INHIBITORS_KEYS | data
    if len(made) != 3:
        _undeclared(data, _CYP3A4_INHIBITORS_KEYS, at, found)
    value = made["inhibitor_name"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".inhibitor_name", found)
    value = made["inhibitor_taken"]
    if value is not None:
        made["inhibitor_taken"] = _period(value, at, ".inhibitor_taken", found)
    value = made["strong_inhibitor"]
    if value == "yes" or value == "no":
        made["strong_inhibitor"] = value == "yes"
    elif value is not None:
        made["strong_inhibitor"] = _judgement(value, at, ".strong_inhibitor", found)
    record = _new(Cyp3a4Inhibitor)
    _set_attribute(record, "__dict__", made)
    return record


def _read_study_agents(data: Any, at: str, found: list[Problem]) -> StudyAgent:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _STUDY_AGENTS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _STUDY_AGENTS_KEYS, at, found)
    value = made["agent"]
    if value is not None and value not in _STUDY_AGENTS_AGENT_OPTIONS:
        _choice(value, at, ".agent", found, _STUDY_AGENTS_AGENT_OPTIONS)
    value = made["agent_given"]
    if value is not None:
        made["agent_given"] = _period(value, at, ".agent_given", found)
    record = _new(StudyAgent)
    _set_attribute(record, "__dict__", made)
    return record


def _read_adverse_events(data: Any, at: str, found: list[Problem]) -> AdverseEvent:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ADVERSE_EVENTS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _ADVERSE_EVENTS_KEYS, at, found)
    value = made["term"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".term", found)
    value = made["grade_now"]
    if value is not None and not (type(value) is int and 0 <= value <= 5):
        made["grade_now"] = _whole(value, at, ".grade_now", found, 0, 5)
    record = _new(AdverseEvent)
    _set_attribute(record, "__dict__", made)
    return record


def _read_anti_infectives(data: Any, at: str, found: list[Problem]) -> AntiInfective:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ANTI_INFECTIVES_KEYS | data
    if len(made) != 4:
        _undeclared(data, _ANTI_INFECTIVES_KEYS, at, found)
    value = made["anti_infective"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".anti_infective", found)
    value = made["systemic"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".systemic", found)
    value = made["dosed"]
    if value is not None:
        made["dosed"] = _period(value, at, ".dosed", found)
    value = made["within_72_hours"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".within_72_hours", found)
    record = _new(AntiInfective)
    _set_attribute(record, "__dict__", made)
    return record


def _read_growth_factors(data: Any, at: str, found: list[Problem]) -> GrowthFactor:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _GROWTH_FACTORS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _GROWTH_FACTORS_KEYS, at, found)
    value = made["factor"]
    if value is not None and value not in _GROWTH_FACTORS_FACTOR_OPTIONS:
        _choice(value, at, ".factor", found, _GROWTH_FACTORS_FACTOR_OPTIONS)
    value = made["factor_given"]
    if type(value) is str and value in _dates:
        made["factor_given"] = _dates[value]
    elif value is not None:
        made["factor_given"] = _date(value, at, ".factor_given", found)
    record = _new(GrowthFactor)
    _set_attribute(record, "__dict__", made)
    return record


def _read_blood_pressures(data: Any, at: str, found: list[Problem]) -> BloodPressure:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _BLOOD_PRESSURES_KEYS | data
    if len(made) != 4:
        _undeclared(data, _BLOOD_PRESSURES_KEYS, at, found)
    value = made["measured_on"]
    if type(value) is str and value in _dates:
        made["measured_on"] = _dates[value]
    elif value is not None:
        made["measured_on"] = _date(value, at, ".measured_on", found)
    value = made["systolic"]
    if value is not None:
        made["systolic"] = _quantity(
            value, at, ".systolic", found, _BLOOD_PRESSURES_SYSTOLIC_MEASURE
        )
    value = made["diastolic"]
    if value is not None:
        made["diastolic"] = _quantity(
            value, at, ".diastolic", found, _BLOOD_PRESSURES_DIASTOLIC_MEASURE
        )
    value = made["on_antihypertensive"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".on_antihypertensive", found)
    record = _new(BloodPressure)
    _set_attribute(record, "__dict__", made)
    return record


def _read_hbv_viral_load(data: Any, at: str, found: list[Problem]) -> HbvViralLoadRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HBV_VIRAL_LOAD_KEYS | data
    if len(made) != 4:
        _undeclared(data, _HBV_VIRAL_LOAD_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _HBV_VIRAL_LOAD_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _HBV_VIRAL_LOAD_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HBV_VIRAL_LOAD_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HBV_VIRAL_LOAD_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HBV_VIRAL_LOAD_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HBV_VIRAL_LOAD_LABORATORY_OPTIONS)
    record = _new(HbvViralLoadRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_patient(data: Any, found: list[Problem]) -> Patient:
    if type(data) is not dict:
        data = _object(data, "", found, "a patient's record, an object with named facts")
    made = _PATIENT_KEYS | data
    if len(made) != 99:
        _undeclared(data, _PATIENT_KEYS, "", found)
    _protocol(made.pop("protocol"), found, PROTOCOL)
    value = made["id"]
    if value is None:
        made["id"] = ""
    elif type(value) is not str or not value.isprintable():
        _text(value, "", "id", found)
    value = made["parts"]
    if value is not None:
        made["parts"] = _set(value, "", "parts", found, _PARTS_OPTIONS)
    value = made["ecog"]
    if value is not None and not (type(value) is int and 0 <= value <= 5):
        made["ecog"] = _whole(value, "", "ecog", found, 0, 5)
    value = made["consent"]
    if type(value) is str and value in _dates:
        made["consent"] = _dates[value]
    elif value is not None:
        made["consent"] = _date(value, "", "consent", found)
    value = made["screening"]
    if type(value) is str and value in _dates:
        made["screening"] = _dates[value]
    elif value is not None:
        made["screening"] = _date(value, "", "screening", found)
    value = made["docetaxel_start"]
    if type(value) is str and value in _dates:
        made["docetaxel_start"] = _dates[value]
    elif value is not None:
        made["docetaxel_start"] = _date(value, "", "docetaxel_start", found)
    value = made["first_dose"]
    if type(value) is str and value in _dates:
        made["first_dose"] = _dates[value]
    elif value is not None:
        made["first_dose"] = _date(value, "", "first_dose", found)
    value = made["birth_date"]
    if type(value) is str and value in _dates:
        made["birth_date"] = _dates[value]
    elif value is not None:
        made["birth_date"] = _date(value, "", "birth_date", found)
    value = made["study_cancer"]
    if value is not None and value not in _STUDY_CANCER_OPTIONS:
        _choice(value, "", "study_cancer", found, _STUDY_CANCER_OPTIONS)
    value = made["cancer_extent"]
    if value is not None and value not in _CANCER_EXTENT_OPTIONS:
        _choice(value, "", "cancer_extent", found, _CANCER_EXTENT_OPTIONS)
    value = made["hormone_refractory"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hormone_refractory", found)
    value = made["pathology_confirmed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "pathology_confirmed", found)
    value = made["marrow_involved"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "marrow_involved", found)
    value = made["full_dose_intensity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "full_dose_intensity", found)
    value = made["life_expectancy_3_months"]
    if value == "yes" or value == "no":
        made["life_expectancy_3_months"] = value == "yes"
    elif value is not None:
        made["life_expectancy_3_months"] = _judgement(value, "", "life_expectancy_3_months", found)
    value = made["gilbert"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "gilbert", found)
    value = made["central_sample"]
    if type(value) is str and value in _dates:
        made["central_sample"] = _dates[value]
    elif value is not None and value != "none":
        made["central_sample"] = _date(value, "", "central_sample", found)
    value = made["local_results_accepted"]
    if value == "yes" or value == "no":
        made["local_results_accepted"] = value == "yes"
    elif value is not None:
        made["local_results_accepted"] = _judgement(value, "", "local_results_accepted", found)
    value = made["unsupported_haemoglobin"]
    if value == "yes" or value == "no":
        made["unsupported_haemoglobin"] = value == "yes"
    elif value is not None:
        made["unsupported_haemoglobin"] = _judgement(value, "", "unsupported_haemoglobin", found)
    value = made["unsupported_neutrophils"]
    if value == "yes" or value == "no":
        made["unsupported_neutrophils"] = value == "yes"
    elif value is not None:
        made["unsupported_neutrophils"] = _judgement(value, "", "unsupported_neutrophils", found)
    value = made["sex"]
    if value is not None and value not in _SEX_OPTIONS:
        _choice(value, "", "sex", found, _SEX_OPTIONS)
    value = made["sexually_mature"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "sexually_mature", found)
    value = made["hysterectomy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hysterectomy", found)
    value = made["last_menses"]
    if type(value) is str and value in _dates:
        made["last_menses"] = _dates[value]
    elif value is not None:
        made["last_menses"] = _date(value, "", "last_menses", found)
    value = made["induced_amenorrhoea"]
    if value == "yes" or value == "no":
        made["induced_amenorrhoea"] = value == "yes"
    elif value is not None:
        made["induced_amenorrhoea"] = _judgement(value, "", "induced_amenorrhoea", found)
    value = made["sexually_active"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "sexually_active", found)
    value = made["premenopausal_partner"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "premenopausal_partner", found)
    value = made["contraception"]
    if value is not None:
        made["contraception"] = _set(value, "", "contraception", found, _CONTRACEPTION_OPTIONS)
    value = made["stable_hormonal"]
    if value is not None and value != "none":
        made["stable_hormonal"] = _period(value, "", "stable_hormonal", found)
    value = made["test_within_24_hours"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "test_within_24_hours", found)
    value = made["contraception_agreed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "contraception_agreed", found)
    value = made["man_contraception_agreed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "man_contraception_agreed", found)
    value = made["myelogenous_leukemia"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "myelogenous_leukemia", found)
    value = made["myelodysplastic_syndrome"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "myelodysplastic_syndrome", found)
    value = made["sickle_cell_disease"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "sickle_cell_disease", found)
    value = made["requires_strong_inhibitor"]
    if value == "yes" or value == "no":
        made["requires_strong_inhibitor"] = value == "yes"
    elif value is not None:
        made["requires_strong_inhibitor"] = _judgement(
            value, "", "requires_strong_inhibitor", found
        )
    value = made["recovered"]
    if value == "yes" or value == "no":
        made["recovered"] = value == "yes"
    elif value is not None:
        made["recovered"] = _judgement(value, "", "recovered", found)
    value = made["bone_marrow_transplant"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "bone_marrow_transplant", found)
    value = made["stem_cell_transplant"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "stem_cell_transplant", found)
    value = made["active_infection"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "active_infection", found)
    value = made["uncontrolled_arrhythmia"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "uncontrolled_arrhythmia", found)
    value = made["uncontrolled_diabetes"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "uncontrolled_diabetes", found)
    value = made["symptomatic_heart_failure"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "symptomatic_heart_failure", found)
    value = made["unstable_angina"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "unstable_angina", found)
    value = made["uncontrolled_thrombosis"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "uncontrolled_thrombosis", found)
    value = made["symptomatic_embolism"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "symptomatic_embolism", found)
    value = made["limiting_psychiatric_illness"]
    if value == "yes" or value == "no":
        made["limiting_psychiatric_illness"] = value == "yes"
    elif value is not None:
        made["limiting_psychiatric_illness"] = _judgement(
            value, "", "limiting_psychiatric_illness", found
        )
    value = made["other_serious_illness"]
    if value == "yes" or value == "no":
        made["other_serious_illness"] = value == "yes"
    elif value is not None:
        made["other_serious_illness"] = _judgement(value, "", "other_serious_illness", found)
    value = made["other_condition"]
    if value == "yes" or value == "no":
        made["other_condition"] = value == "yes"
    elif value is not None:
        made["other_condition"] = _judgement(value, "", "other_condition", found)
    value = made["last_infarction"]
    if type(value) is str and value in _dates:
        made["last_infarction"] = _dates[value]
    elif value is not None and value != "none":
        made["last_infarction"] = _date(value, "", "last_infarction", found)
    value = made["ischemic_disease"]
    if value is not None and value != "none":
        made["ischemic_disease"] = _period(value, "", "ischemic_disease", found)
    value = made["infarction_window_granted"]
    if value == "yes" or value == "no":
        made["infarction_window_granted"] = value == "yes"
    elif value is not None:
        made["infarction_window_granted"] = _judgement(
            value, "", "infarction_window_granted", found
        )
    value = made["cardiac_disease"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "cardiac_disease", found)
    value = made["nyha"]
    if value is not None and value not in _NYHA_OPTIONS:
        _choice(value, "", "nyha", found, _NYHA_OPTIONS)
    value = made["congenital_qt_prolongation"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "congenital_qt_prolongation", found)
    value = made["ischemic_ecg"]
    if value == "yes" or value == "no":
        made["ischemic_ecg"] = value == "yes"
    elif value is not None:
        made["ischemic_ecg"] = _judgement(value, "", "ischemic_ecg", found)
    value = made["uncontrolled_hypertension"]
    if value == "yes" or value == "no":
        made["uncontrolled_hypertension"] = value == "yes"
    elif value is not None:
        made["uncontrolled_hypertension"] = _judgement(
            value, "", "uncontrolled_hypertension", found
        )
    value = made["hemorrhagic_diarrhea"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hemorrhagic_diarrhea", found)
    value = made["inflammatory_bowel_disease"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "inflammatory_bowel_disease", found)
    value = made["active_ulcer"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "active_ulcer", found)
    value = made["ileus"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "ileus", found)
    value = made["ileus_risk"]
    if value == "yes" or value == "no":
        made["ileus_risk"] = value == "yes"
    elif value is not None:
        made["ileus_risk"] = _judgement(value, "", "ileus_risk", found)
    value = made["other_malignancy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "other_malignancy", found)
    value = made["known_hiv"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "known_hiv", found)
    value = made["hbsag"]
    if value is not None and value not in _HBSAG_OPTIONS:
        _choice(value, "", "hbsag", found, _HBSAG_OPTIONS)
    value = made["hcv_antibody"]
    if value is not None and value not in _HCV_ANTIBODY_OPTIONS:
        _choice(value, "", "hcv_antibody", found, _HCV_ANTIBODY_OPTIONS)
    value = made["active_hepatitis_b"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "active_hepatitis_b", found)
    value = made["hepatitis_b_needs_treatment"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hepatitis_b_needs_treatment", found)
    value = made["hepatitis_c_needs_treatment"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hepatitis_c_needs_treatment", found)
    value = made["pregnant"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "pregnant", found)
    value = made["lactating"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "lactating", found)
    value = made["unwilling"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "unwilling", found)
    value = made["unable"]
    if value == "yes" or value == "no":
        made["unable"] = value == "yes"
    elif value is not None:
        made["unable"] = _judgement(value, "", "unable", found)
    value = made["treatments"]
    if value == []:
        made["treatments"] = _NO_RECORDS
    elif value is not None:
        made["treatments"] = _records(value, "treatments", found, _read_treatments)
    value = made["radiotherapies"]
    if value == []:
        made["radiotherapies"] = _NO_RECORDS
    elif value is not None:
        made["radiotherapies"] = _records(value, "radiotherapies", found, _read_radiotherapies)
    value = made["surgeries"]
    if value == []:
        made["surgeries"] = _NO_RECORDS
    elif value is not None:
        made["surgeries"] = _records(value, "surgeries", found, _read_surgeries)
    value = made["wounds"]
    if value == []:
        made["wounds"] = _NO_RECORDS
    elif value is not None:
        made["wounds"] = _records(value, "wounds", found, _read_wounds)
    value = made["haemoglobin"]
    if value == []:
        made["haemoglobin"] = _NO_RECORDS
    elif value is not None:
        made["haemoglobin"] = _records(value, "haemoglobin", found, _read_haemoglobin)
    value = made["neutrophils"]
    if value == []:
        made["neutrophils"] = _NO_RECORDS
    elif value is not None:
        made["neutrophils"] = _records(value, "neutrophils", found, _read_neutrophils)
    value = made["bilirubin"]
    if value == []:
        made["bilirubin"] = _NO_RECORDS
    elif value is not None:
        made["bilirubin"] = _records(value, "bilirubin", found, _read_bilirubin)
    value = made["direct_bilirubin"]
    if value == []:
        made["direct_bilirubin"] = _NO_RECORDS
    elif value is not None:
        made["direct_bilirubin"] = _records(
            value, "direct_bilirubin", found, _read_direct_bilirubin
        )
    value = made["ast"]
    if value == []:
        made["ast"] = _NO_RECORDS
    elif value is not None:
        made["ast"] = _records(value, "ast", found, _read_ast)
    value = made["alt"]
    if value == []:
        made["alt"] = _NO_RECORDS
    elif value is not None:
        made["alt"] = _records(value, "alt", found, _read_alt)
    value = made["alp"]
    if value == []:
        made["alp"] = _NO_RECORDS
    elif value is not None:
        made["alp"] = _records(value, "alp", found, _read_alp)
    value = made["creatinine"]
    if value == []:
        made["creatinine"] = _NO_RECORDS
    elif value is not None:
        made["creatinine"] = _records(value, "creatinine", found, _read_creatinine)
    value = made["prothrombin_time"]
    if value == []:
        made["prothrombin_time"] = _NO_RECORDS
    elif value is not None:
        made["prothrombin_time"] = _records(
            value, "prothrombin_time", found, _read_prothrombin_time
        )
    value = made["inr"]
    if value == []:
        made["inr"] = _NO_RECORDS
    elif value is not None:
        made["inr"] = _records(value, "inr", found, _read_inr)
    value = made["aptt"]
    if value == []:
        made["aptt"] = _NO_RECORDS
    elif value is not None:
        made["aptt"] = _records(value, "aptt", found, _read_aptt)
    value = made["pregnancy_test"]
    if value == []:
        made["pregnancy_test"] = _NO_RECORDS
    elif value is not None:
        made["pregnancy_test"] = _records(value, "pregnancy_test", found, _read_pregnancy_test)
    value = made["urine_test"]
    if value == []:
        made["urine_test"] = _NO_RECORDS
    elif value is not None:
        made["urine_test"] = _records(value, "urine_test", found, _read_urine_test)
    value = made["serum_test"]
    if value == []:
        made["serum_test"] = _NO_RECORDS
    elif value is not None:
        made["serum_test"] = _records(value, "serum_test", found, _read_serum_test)
    value = made["cyp3a4_inhibitors"]
    if value == []:
        made["cyp3a4_inhibitors"] = _NO_RECORDS
    elif value is not None:
        made["cyp3a4_inhibitors"] = _records(
            value, "cyp3a4_inhibitors", found, _read_cyp3a4_inhibitors
        )
    value = made["study_agents"]
    if value == []:
        made["study_agents"] = _NO_RECORDS
    elif value is not None:
        made["study_agents"] = _records(value, "study_agents", found, _read_study_agents)
    value = made["adverse_events"]
    if value == []:
        made["adverse_events"] = _NO_RECORDS
    elif value is not None:
        made["adverse_events"] = _records(value, "adverse_events", found, _read_adverse_events)
    value = made["anti_infectives"]
    if value == []:
        made["anti_infectives"] = _NO_RECORDS
    elif value is not None:
        made["anti_infectives"] = _records(value, "anti_infectives", found, _read_anti_infectives)
    value = made["growth_factors"]
    if value == []:
        made["growth_factors"] = _NO_RECORDS
    elif value is not None:
        made["growth_factors"] = _records(value, "growth_factors", found, _read_growth_factors)
    value = made["blood_pressures"]
    if value == []:
        made["blood_pressures"] = _NO_RECORDS
    elif value is not None:
        made["blood_pressures"] = _records(value, "blood_pressures", found, _read_blood_pressures)
    value = made["hbv_viral_load"]
    if value == []:
        made["hbv_viral_load"] = _NO_RECORDS
    elif value is not None:
        made["hbv_viral_load"] = _records(value, "hbv_viral_load", found, _read_hbv_viral_load)
    patient = _new(Patient)
    _set_attribute(patient, "__dict__", made)
    return patient
