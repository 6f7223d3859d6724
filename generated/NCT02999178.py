"""Screens patients for NCT02999178: Nintedanib in Patients With Progressive Fibrosing Interstitial
Lung Disease.

Made by critc 0.1.0 from criteria/NCT02999178.crit; change that file, not this one.

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


PROTOCOL = "NCT02999178"
TITLE = "Nintedanib in Patients With Progressive Fibrosing Interstitial Lung Disease"
VERSION = "registry record"
SOURCE_SHA256 = "94d58ab824de76891a3c61a7ce1e9b4bc91f079ddbbc201ddfc55cb0daf51f7e"

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
class FvcRecord:
    """FVC in per cent of predicted: a value."""

    value: Quantity | None = None
    """FVC in per cent of predicted. In %. At least 0 %."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Medication:
    """Medications for ILD, RA or another CTD (each once: from its first to its last day, whatever
    the dose): a record.
    """

    drug: (
        Literal[
            "corticosteroid",
            "azathioprine",
            "mmf",
            "nac",
            "rituximab",
            "cyclophosphamide",
            "cyclosporine",
            "tacrolimus",
            "other",
        ]
        | None
    ) = None
    """Drug. corticosteroid: Corticosteroid; azathioprine: Azathioprine (AZA); mmf: Mycophenolate
    mofetil (MMF); nac: N-acetylcysteine (NAC); rituximab: Rituximab; cyclophosphamide:
    Cyclophosphamide; cyclosporine: Cyclosporine; tacrolimus: Tacrolimus; other: Another drug.
    """
    drug_name: str | None = None
    """Name, if it is another drug."""
    purposes: Choices | None = None
    """Indications. Any of ild, ctd. ild: Interstitial lung disease; ctd: Rheumatoid arthritis or
    another connective tissue disease.
    """
    taken: Period | None = None
    """First to last day."""
    unapproved: bool | None = None
    """Is it an unapproved medication used in clinical practice to treat ILD? Decided by the
    investigator.
    """
    change_indicated: bool | None = None
    """Is a change of this RA or CTD medication medically indicated? Decided by the investigator."""


@dataclass(frozen=True)
class Hrct:
    """CT scans (HRCT) of the chest: a record."""

    done_on: Day | PartialDate | None = None
    """Date."""
    reticular: bool | None = None
    """Reticular abnormality?"""
    traction_bronchiectasis: bool | None = None
    """Traction bronchiectasis?"""
    disease_extent: Quantity | None = None
    """Extent of the disease. In %."""
    centrally_confirmed: bool | None = None
    """Do the central readers confirm these findings? Decided by the central_reader."""


@dataclass(frozen=True)
class DlcoRecord:
    """DLCO corrected for haemoglobin, per cent of predicted: a value."""

    value: Quantity | None = None
    """DLCO corrected for haemoglobin, per cent of predicted. In %. At least 0 %."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
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
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
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
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
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
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class CreatinineRecord:
    """Serum creatinine: a value."""

    value: Quantity | None = None
    """Serum creatinine. In mg/dL. At least 0 mg/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Retest:
    """Laboratory re-tests (meant: those of an abnormal result of Visit 1, on a later day and before
    Visit 2): a record.
    """

    parameter: Literal["of_ast", "of_alt", "of_bilirubin", "of_creatinine"] | None = None
    """Parameter. of_ast: AST; of_alt: ALT; of_bilirubin: Bilirubin; of_creatinine: Creatinine."""
    first_retest: bool | None = None
    """Is it the first re-test of this parameter?"""
    retested_on: Day | PartialDate | None = None
    """Date of the re-test (the value that counts: that of this day)."""
    recent_abnormal: bool | None = None
    """Was there an abnormal result of this test in the patient's recent history?"""
    sign: bool | None = None
    """Is there a related clinical sign?"""
    temporary: bool | None = None
    """Is it thought to be the result of a temporary and reversible medical condition?"""
    resolved_on: Day | PartialDate | Literal["none"] | None = None
    """Date of the resolution of that condition (none: not resolved, or no such condition). "none"
    if it never happened.
    """


@dataclass(frozen=True)
class WeightRecord:
    """Body weight: a value."""

    value: Quantity | None = None
    """Body weight. In kg. At least 0 kg."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class InvestigationalTherapy:
    """Other investigational therapies: a record."""

    therapy_name: str | None = None
    """Therapy."""
    given: Period | None = None
    """First to last day."""
    half_life: Quantity | None = None
    """Half-life. In d."""


@dataclass(frozen=True)
class SteroidCourse:
    """Courses of oral corticosteroids (a new one: for each drug, and with each change of its dose):
    a record.
    """

    steroid: (
        Literal[
            "prednisone",
            "prednisolone",
            "methylprednisolone",
            "triamcinolone",
            "dexamethasone",
            "betamethasone",
            "hydrocortisone",
            "cortisone",
            "deflazacort",
        ]
        | None
    ) = None
    """Corticosteroid. prednisone: Prednisone; prednisolone: Prednisolone; methylprednisolone:
    Methylprednisolone; triamcinolone: Triamcinolone; dexamethasone: Dexamethasone; betamethasone:
    Betamethasone; hydrocortisone: Hydrocortisone; cortisone: Cortisone; deflazacort: Deflazacort.
    """
    dose: Quantity | None = None
    """Daily dose. In mg/d."""
    purposes: Choices | None = None
    """Indications. Any of ild, ctd. ild: Interstitial lung disease; ctd: Rheumatoid arthritis or
    another connective tissue disease.
    """
    taken: Period | None = None
    """First to last day."""
    steroid_change_indicated: bool | None = None
    """Is a change of this corticosteroid for RA or CTD medically indicated? Decided by the
    investigator.
    """


@dataclass(frozen=True)
class RightHeartCatheterization:
    """Right heart catheterizations: a record."""

    catheterized_on: Day | PartialDate | None = None
    """Date."""
    cardiac_index: Quantity | None = None
    """Cardiac index. In L/min/m2."""


@dataclass(frozen=True)
class Fev1Record:
    """FEV1 before bronchodilator: a value."""

    value: Quantity | None = None
    """FEV1 before bronchodilator. In L. At least 0 L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class FvcVolumeRecord:
    """FVC before bronchodilator, in litres: a value."""

    value: Quantity | None = None
    """FVC before bronchodilator, in litres. In L. At least 0 L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class BloodPressure:
    """Blood pressure measurements: a record."""

    measured_on: Day | PartialDate | None = None
    """Date."""
    systolic: Quantity | None = None
    """Systolic. In mm[Hg]. LOINC 8480-6."""
    diastolic: Quantity | None = None
    """Diastolic. In mm[Hg]. LOINC 8462-4."""
    under_treatment: bool | None = None
    """Was it measured under treatment of hypertension?"""


@dataclass(frozen=True)
class Antithrombotic:
    """Fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires: a record."""

    agent: (
        Literal[
            "fibrinolytic",
            "vitamin_k_antagonist",
            "direct_thrombin_inhibitor",
            "enoxaparin",
            "heparin",
            "hirudin",
            "other_anticoagulant",
            "acetylsalicylic_acid",
            "clopidogrel",
            "other_antiplatelet",
        ]
        | None
    ) = None
    """Drug. fibrinolytic: Fibrinolytic; vitamin_k_antagonist: Vitamin K antagonist;
    direct_thrombin_inhibitor: Direct thrombin inhibitor; enoxaparin: Enoxaparin; heparin: Another
    heparin; hirudin: Hirudin; other_anticoagulant: Another anticoagulant; acetylsalicylic_acid:
    Acetyl salicylic acid; clopidogrel: Clopidogrel; other_antiplatelet: Another antiplatelet drug.
    """
    antiplatelet_dose: Quantity | None = None
    """Daily dose of an antiplatelet drug. In mg/d."""
    full_dose: bool | None = None
    """Is it full-dose therapeutic anticoagulation? (no: prophylactic low dose, or a flush of an
    indwelling intravenous device, e.g. enoxaparin 4000 IU a day). Decided by the investigator.
    """
    high_dose: bool | None = None
    """Is it a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of
    clopidogrel a day? Decided by the investigator.
    """


@dataclass(frozen=True)
class Injury:
    """Injuries: a record."""

    injured_on: Day | PartialDate | None = None
    """Date."""
    major_injury: bool | None = None
    """Was it a major injury? Decided by the investigator."""


@dataclass(frozen=True)
class Operation:
    """Surgical procedures done: a record."""

    operated_on: Day | PartialDate | None = None
    """Date."""
    major_surgery: bool | None = None
    """Was it major surgery? Decided by the investigator."""


@dataclass(frozen=True)
class InrRecord:
    """International normalized ratio (INR): a value."""

    value: Decimal | None = None
    """International normalized ratio (INR). At least 0."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class PtRecord:
    """Prothrombin time (PT): a value."""

    value: Quantity | None = None
    """Prothrombin time (PT). In s, with its limits of normal. At least 0 s."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class ApttRecord:
    """Activated partial thromboplastin time (aPTT): a value."""

    value: Quantity | None = None
    """Activated partial thromboplastin time (aPTT). In s, with its limits of normal. At least 0
    s.
    """
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "visit_1", "visit_2", "none"] | None = None
    """Visit. consent: Date of signing the written informed consent; visit_1: Date of Visit 1;
    visit_2: Date of Visit 2; none: not at one of these visits.
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
    consent: Day | PartialDate | None = None
    """Date of signing the written informed consent."""
    visit_1: Day | PartialDate | None = None
    """Date of Visit 1."""
    visit_2: Day | PartialDate | None = None
    """Date of Visit 2."""
    first_procedure: Day | PartialDate | Literal["none"] | None = None
    """Date of the first study procedure (none: not begun). "none" if it never happened."""
    hrct_shipped: Day | PartialDate | Literal["none"] | None = None
    """Date of the shipment of CT images (HRCT) to the reviewer (none: not sent). "none" if it never
    happened.
    """
    consent_signed: bool | None = None
    """Has the patient signed the written informed consent? (no: the patient refused)."""
    consent_conforms: bool | None = None
    """Is the consent consistent with the ICH-GCP guideline and local laws?"""
    begun_before_signature: bool | None = None
    """On the day of consent: was a study procedure begun, or were the images sent, before the
    signature?
    """
    birth_date: Day | PartialDate | None = None
    """Date of birth. LOINC 21112-8."""
    symptoms_worse_on: Day | PartialDate | Literal["none"] | None = None
    """Date of the last documentation of worse respiratory symptoms up to Visit 1 (none: never until
    then). "none" if it never happened.
    """
    fibrosis_more_on: Day | PartialDate | Literal["none"] | None = None
    """Date of the last chest imaging up to Visit 1 that shows an increase of fibrotic changes
    (none: never until then). "none" if it never happened.
    """
    symptoms_from_comorbidity: bool | None = None
    """Is the worsening of symptoms attributable to a comorbidity, e.g. infection or heart failure?
    Decided by the investigator.
    """
    imaging_from_comorbidity: bool | None = None
    """Is the change on imaging attributable to a comorbidity, e.g. infection or heart failure?
    Decided by the investigator.
    """
    ild_diagnosed: bool | None = None
    """Has a physician diagnosed interstitial lung disease?"""
    despite_treatment: bool | None = None
    """Has the disease progressed despite treatment with unapproved medications for ILD? Decided by
    the investigator.
    """
    decline_from_comorbidity: bool | None = None
    """Is the decline of FVC attributable to a comorbidity, e.g. infection or heart failure? Decided
    by the investigator.
    """
    underlying_ctd: bool | None = None
    """Is there an underlying connective tissue disease (rheumatoid arthritis included)?"""
    dlco_recorrected: Quantity | None = None
    """DLCO of Visit 2 corrected anew, with the haemoglobin of Visit 1, per cent of predicted. In
    %.
    """
    haemoglobin_of_visit_1: bool | None = None
    """Was DLCO corrected with the haemoglobin of Visit 1?"""
    sex: Literal["female", "male"] | None = None
    """Sex."""
    chronic_liver_disease: bool | None = None
    """Is there an underlying chronic liver disease, of any Child-Pugh class?"""
    nintedanib_before: bool | None = None
    """Has the patient ever been treated with nintedanib?"""
    pirfenidone_before: bool | None = None
    """Has the patient ever been treated with pirfenidone?"""
    highest_ocs_of_a_day: Quantity | None = None
    """Highest daily dose of all oral corticosteroids for ILD, RA or another CTD together, as
    prednisone, on any day of the 4 weeks before Visit 2. In mg/d. At least 0 mg/d.
    """
    ctd_ocs_at_visit_1: Quantity | None = None
    """Daily dose of all oral corticosteroids for RA or another CTD together, as prednisone, on the
    day of Visit 1. In mg/d. At least 0 mg/d.
    """
    joint_steroid_change_indicated: bool | None = None
    """Is a change of the corticosteroids for RA or CTD, taken together, medically indicated?
    Decided by the investigator.
    """
    ipf: bool | None = None
    """Is there a diagnosis of idiopathic pulmonary fibrosis (IPF) by the ATS/ERS/JRS/ALAT
    guidelines of 2011?
    """
    clinical_right_heart_failure: bool | None = None
    """Is there previous clinical evidence of right heart failure?"""
    echo_right_heart_failure: bool | None = None
    """Is there previous echocardiographic evidence of right heart failure?"""
    significant_right_heart_failure: bool | None = None
    """Was the right heart failure significant? Decided by the investigator."""
    parenteral_epoprostenol: bool | None = None
    """Is there pulmonary arterial hypertension that requires parenteral epoprostenol?"""
    parenteral_treprostinil: bool | None = None
    """Is there pulmonary arterial hypertension that requires parenteral treprostinil?"""
    other_pulmonary: bool | None = None
    """Is there any other clinically significant pulmonary abnormality? Decided by the
    investigator.
    """
    chest_wall_restriction: bool | None = None
    """Is there a chest wall abnormality that causes a major restriction of breathing? Decided by
    the investigator.
    """
    large_effusion: bool | None = None
    """Is there a large pleural effusion?"""
    other_restriction: bool | None = None
    """Is there any other major physiological restriction from outside the lungs? Decided by the
    investigator.
    """
    last_infarction: Day | PartialDate | Literal["none"] | None = None
    """Date of the last myocardial infarction (none: never). "none" if it never happened."""
    last_unstable_angina: Day | PartialDate | Literal["none"] | None = None
    """Last day of unstable cardiac angina (none: never). "none" if it never happened."""
    last_cns_haemorrhage: Day | PartialDate | Literal["none"] | None = None
    """Date of the last haemorrhage in the central nervous system (none: never). "none" if it never
    happened.
    """
    last_haemoptysis: Day | PartialDate | Literal["none"] | None = None
    """Last day of haemoptysis (none: never). "none" if it never happened."""
    last_haematuria: Day | PartialDate | Literal["none"] | None = None
    """Last day of haematuria (none: never). "none" if it never happened."""
    last_gi_bleeding: Day | PartialDate | Literal["none"] | None = None
    """Last day of active gastro-intestinal bleeding (none: never). "none" if it never happened."""
    last_gi_ulcer: Day | PartialDate | Literal["none"] | None = None
    """Last day on which a gastro-intestinal ulcer was present (none: never). "none" if it never
    happened.
    """
    bleeding_predisposition: bool | None = None
    """Is there a known genetic predisposition to bleeding?"""
    last_stroke: Day | PartialDate | Literal["none"] | None = None
    """Date of the last stroke (none: never). "none" if it never happened."""
    last_tia: Day | PartialDate | Literal["none"] | None = None
    """Date of the last transient ischemic attack (none: never). "none" if it never happened."""
    last_other_thrombosis: Day | PartialDate | Literal["none"] | None = None
    """Date of the last other thrombotic event, heart attacks aside (none: never). "none" if it
    never happened.
    """
    infarction_counts: bool | None = None
    """Is the myocardial infarction a thrombotic event that bars? Decided by the sponsor."""
    nintedanib_hypersensitivity: bool | None = None
    """Known hypersensitivity to nintedanib?"""
    soya_hypersensitivity: bool | None = None
    """Known hypersensitivity to soya or soya lecithin?"""
    component_hypersensitivity: bool | None = None
    """Known hypersensitivity to another component of the trial medication?"""
    peanut_allergy: bool | None = None
    """Does the patient have a peanut allergy?"""
    interferes_with_testing: bool | None = None
    """Is there another disease that may interfere with testing procedures? Decided by the
    investigator.
    """
    interferes_with_participation: bool | None = None
    """Is there another disease that may interfere with trial participation? Decided by the
    investigator.
    """
    puts_at_risk: bool | None = None
    """Is there another disease that may put the patient at risk when participating? Decided by the
    investigator.
    """
    short_life_expectancy: bool | None = None
    """Is life expectancy less than 2.5 years because of a disease other than ILD? Decided by the
    investigator.
    """
    surgery_planned: bool | None = None
    """Is a surgical procedure planned?"""
    planned_surgery_major: bool | None = None
    """Is the planned surgery major? Decided by the investigator."""
    pregnant: bool | None = None
    """Is she pregnant?"""
    nursing: bool | None = None
    """Is she nursing?"""
    plans_pregnancy: bool | None = None
    """Does she plan to become pregnant while in the trial?"""
    menarche: bool | None = None
    """Has she had her first menstruation (menarche)?"""
    postmenopausal: bool | None = None
    """Is she post-menopausal?"""
    hysterectomy: bool | None = None
    """Has she had a hysterectomy?"""
    bilateral_salpingectomy: bool | None = None
    """Has she had a bilateral salpingectomy?"""
    bilateral_oophorectomy: bool | None = None
    """Has she had a bilateral oophorectomy?"""
    effective_since: Day | PartialDate | Literal["none"] | None = None
    """First day of using a highly effective method without a break (none: not using one). "none" if
    it never happened.
    """
    barrier_since: Day | PartialDate | Literal["none"] | None = None
    """First day of using a barrier method as well, without a break (none: not using one). "none" if
    it never happened.
    """
    willing_effective: bool | None = None
    """Is she willing to use a highly effective method of birth control (failure rate below 1 % a
    year), until 3 months after nintedanib?
    """
    able_effective: bool | None = None
    """Is she able to use a highly effective method of birth control, until 3 months after
    nintedanib?
    """
    willing_barrier: bool | None = None
    """Is she willing to use one barrier method as well, until 3 months after nintedanib?"""
    able_barrier: bool | None = None
    """Is she able to use one barrier method as well, until 3 months after nintedanib?"""
    alcohol_abuse: bool | None = None
    """Is there active alcohol abuse? Decided by the investigator."""
    drug_abuse: bool | None = None
    """Is there active drug abuse? Decided by the investigator."""
    cannot_understand: bool | None = None
    """Is the patient unable to understand the trial procedures? Decided by the investigator."""
    cannot_follow: bool | None = None
    """Is the patient unable to follow the trial procedures? Decided by the investigator."""
    needs_help: bool | None = None
    """Is the patient unable to complete self-administered questionnaires without help? Decided by
    the investigator.
    """
    fvc: Records[FvcRecord] | None = None
    """FVC in per cent of predicted."""
    medications: Records[Medication] | None = None
    """Medications for ILD, RA or another CTD (each once: from its first to its last day, whatever
    the dose).
    """
    hrcts: Records[Hrct] | None = None
    """CT scans (HRCT) of the chest."""
    dlco: Records[DlcoRecord] | None = None
    """DLCO corrected for haemoglobin, per cent of predicted."""
    ast: Records[AstRecord] | None = None
    """Aspartate aminotransferase (AST)."""
    alt: Records[AltRecord] | None = None
    """Alanine aminotransferase (ALT)."""
    bilirubin: Records[BilirubinRecord] | None = None
    """Total bilirubin."""
    creatinine: Records[CreatinineRecord] | None = None
    """Serum creatinine."""
    retests: Records[Retest] | None = None
    """Laboratory re-tests (meant: those of an abnormal result of Visit 1, on a later day and before
    Visit 2).
    """
    weight: Records[WeightRecord] | None = None
    """Body weight."""
    investigational_therapies: Records[InvestigationalTherapy] | None = None
    """Other investigational therapies."""
    steroid_courses: Records[SteroidCourse] | None = None
    """Courses of oral corticosteroids (a new one: for each drug, and with each change of its
    dose).
    """
    right_heart_catheterizations: Records[RightHeartCatheterization] | None = None
    """Right heart catheterizations."""
    fev1: Records[Fev1Record] | None = None
    """FEV1 before bronchodilator."""
    fvc_volume: Records[FvcVolumeRecord] | None = None
    """FVC before bronchodilator, in litres."""
    blood_pressures: Records[BloodPressure] | None = None
    """Blood pressure measurements."""
    antithrombotics: Records[Antithrombotic] | None = None
    """Fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires."""
    injuries: Records[Injury] | None = None
    """Injuries."""
    operations: Records[Operation] | None = None
    """Surgical procedures done."""
    inr: Records[InrRecord] | None = None
    """International normalized ratio (INR)."""
    pt: Records[PtRecord] | None = None
    """Prothrombin time (PT)."""
    aptt: Records[ApttRecord] | None = None
    """Activated partial thromboplastin time (aPTT)."""

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


_0_05 = Decimal("0.05")
_0_1 = Decimal("0.1")
_0_7 = Decimal("0.7")
_10 = Decimal(10)
_100 = Decimal(100)
_140 = Decimal(140)
_16 = Decimal(16)
_160 = Decimal(160)
_17 = Decimal(17)
_1_5 = Decimal("1.5")
_1_DAYS = timedelta(days=1)
_2 = Decimal(2)
_20 = Decimal(20)
_2160 = Decimal(2160)
_24 = Decimal(24)
_28_DAYS = timedelta(days=28)
_3 = Decimal(3)
_30 = Decimal(30)
_325 = Decimal(325)
_42_DAYS = timedelta(days=42)
_43200 = Decimal(43200)
_45 = Decimal(45)
_56_DAYS = timedelta(days=56)
_6 = Decimal(6)
_75 = Decimal(75)
_80 = Decimal(80)
_OPTIONS_01 = ("corticosteroid", "azathioprine", "mmf", "nac")
_OPTIONS_02 = ("rituximab", "cyclophosphamide", "cyclosporine", "tacrolimus")
_OPTIONS_03 = ("azathioprine", "cyclosporine", "mmf", "tacrolimus", "cyclophosphamide", "rituximab")
_OPTIONS_04 = frozenset({"ild", "ctd"})
_OPTIONS_05 = ("prednisone", "prednisolone")
_OPTIONS_06 = ("dexamethasone", "betamethasone")
_OPTIONS_07 = ("vitamin_k_antagonist", "direct_thrombin_inhibitor")
_OPTIONS_08 = ("enoxaparin", "heparin", "hirudin", "other_anticoagulant")


def inclusion_1(p: Patient) -> bool | None:
    """Written Informed Consent consistent with International Conference on Harmonisation …

    Source: criteria/NCT02999178.crit, lines 19–40.
    """
    consent = p.consent
    if consent is not None and type(consent) is not date:
        return inclusion_1_clauses.in_full(0, p)
    consent_less_1_day = consent and consent - _1_DAYS
    unknown = False
    # line 25: the patient has signed the written informed consent
    part: bool | None = p.consent_signed
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 26: Is the consent consistent with the ICH-GCP guideline and local laws?
    part = p.consent_conforms
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 28: Visit 1 before signing the written informed consent
    visit_1 = p.visit_1
    part = (
        visit_1 <= consent_less_1_day
        if consent_less_1_day and type(visit_1) is date
        else day_by(visit_1, consent_less_1_day)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 29: first study procedure before signing the written informed consent
    first_procedure = p.first_procedure
    part = (
        first_procedure <= consent_less_1_day
        if consent_less_1_day and type(first_procedure) is date
        else day_by(first_procedure, consent_less_1_day)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 30: shipment of CT images (HRCT) to the reviewer: before signing the written informed consent
    hrct_shipped = p.hrct_shipped
    part = (
        hrct_shipped <= consent_less_1_day
        if consent_less_1_day and type(hrct_shipped) is date
        else day_by(hrct_shipped, consent_less_1_day)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 31: any of these
    part = _inclusion_1_2(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_1_2(p: Patient) -> bool | None:
    """Line 31: any of these."""
    unknown = False
    # line 32: all of these
    part: bool | None = _inclusion_1_3(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 36: On the day of consent: was a study procedure begun, or were the images sent, before the signature?
    part = p.begun_before_signature
    if part is False:
        return True
    return None if unknown or part is None else False


def _inclusion_1_3(p: Patient) -> bool | None:
    """Line 32: all of these."""
    consent = p.consent
    if consent is not None and type(consent) is not date:
        return opposite(inclusion_1_clauses.in_full(10, p))
    unknown = False
    # line 33: Visit 1 on the day of signing the written informed consent
    visit_1 = p.visit_1
    part: bool | None = (
        consent <= visit_1 <= consent
        if consent and type(visit_1) is date
        else day_in(visit_1, consent, consent)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 34: first study procedure on the day of signing the written informed consent
    first_procedure = p.first_procedure
    part = (
        consent <= first_procedure <= consent
        if consent and type(first_procedure) is date
        else day_in(first_procedure, consent, consent)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 35: shipment of CT images (HRCT) to the reviewer: on the day of signing the written informed consent
    hrct_shipped = p.hrct_shipped
    part = (
        consent <= hrct_shipped <= consent
        if consent and type(hrct_shipped) is date
        else day_in(hrct_shipped, consent, consent)
    )
    if part:
        return False
    return None if unknown or part is None else True


def inclusion_2(p: Patient) -> bool | None:
    """Male or female patients aged >= 18 years at Visit 1.

    Source: criteria/NCT02999178.crit, lines 44–48.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_2_clauses.in_full(0, p)
    birth_date = p.birth_date
    return (
        years_between(birth_date, visit_1) >= 18
        if visit_1 and type(birth_date) is date
        else age_in("years", birth_date, visit_1, 18, None)
    )


def inclusion_3(p: Patient) -> bool | None:
    """Patients with physician diagnosed Interstitial Lung Disease (ILD) who fulfil at …

    Source: criteria/NCT02999178.crit, lines 84–140.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(0, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 104: Has a physician diagnosed interstitial lung disease?
    part: bool | None = p.ild_diagnosed
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 105: medications for ILD, RA or another CTD: at least one where it was ongoing at any time within 24 months before Visit 1, and the indications include interstitial lung disease, and either the drug is corticosteroid, azathioprine (AZA), mycophenolate mofetil (MMF) or N-acetylcysteine (NAC), or the drug is rituximab, cyclophosphamide, cyclosporine or tacrolimus, or it is an unapproved medication used in clinical practice to treat ILD
    part = None
    if p.medications is not None:
        part = False if p.medications.complete else None
        for medications_1 in p.medications.items:
            doubt = False
            # line 105: it was ongoing at any time within 24 months before Visit 1
            hit: bool | None = period_in(medications_1.taken, visit_1, visit_1_less_24_months)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 106: indications: interstitial lung disease among them
            if medications_1.purposes is None:
                hit = None
            elif "ild" in medications_1.purposes.values:
                hit = True
            elif medications_1.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 107: any of these
            hit = _inclusion_3_2(medications_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 111: the disease has progressed despite treatment with unapproved medications for ILD
    part = p.despite_treatment
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 112: any of these
    part = _inclusion_3_3(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_2(medications_1: Medication) -> bool | None:
    """Line 107: any of these."""
    unknown = False
    # line 108: drug: corticosteroid, azathioprine (AZA), mycophenolate mofetil (MMF) or N-acetylcysteine (NAC)
    part: bool | None = None if medications_1.drug is None else medications_1.drug in _OPTIONS_01
    if part:
        return True
    if part is None:
        unknown = True
    # line 109: drug: rituximab, cyclophosphamide, cyclosporine or tacrolimus
    part = None if medications_1.drug is None else medications_1.drug in _OPTIONS_02
    if part:
        return True
    if part is None:
        unknown = True
    # line 110: it is an unapproved medication used in clinical practice to treat ILD
    part = medications_1.unapproved
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_3(p: Patient) -> bool | None:
    """Line 112: any of these."""
    unknown = False
    # line 113: all of these
    part: bool | None = _inclusion_3_4(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 116: all of these
    part = _inclusion_3_6(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 120: all of these
    part = _inclusion_3_8(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 124: all of these
    part = _inclusion_3_10(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_4(p: Patient) -> bool | None:
    """Line 113: all of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(14, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 114: relative decline of FVC in per cent of predicted: at least 10 %
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        earliest: FvcRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for fvc_1 in p.fvc.items:
            # line 100: measured within 24 months before Visit 1
            date_ = fvc_1.date
            hit: bool | None = (
                visit_1_less_24_months <= date_ <= visit_1
                if visit_1_less_24_months and visit_1 and type(date_) is date
                else day_in(date_, visit_1_less_24_months, visit_1)
            )
            if hit:
                on = fvc_1.date
                if type(on) is not date or on == earliest_day:
                    part = inclusion_3_clauses.in_full(15, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = fvc_1, on
                continue
            if hit is None:
                on = fvc_1.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(15, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = inclusion_3_clauses.in_full(15, p)
            elif earliest is not None:
                part = _inclusion_3_5(p, earliest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 115: the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure
    part = p.decline_from_comorbidity
    if part:
        return False
    return None if unknown or part is None else True


def _inclusion_3_5(p: Patient, fvc_1: FvcRecord) -> bool | None:
    """Line 114: relative decline on or before Visit 1 and after the day of the FVC in per cent of
    predicted: at least 10 %.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(17, p, fvc_1=fvc_1)
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        latest: FvcRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_2 in p.fvc.items:
            doubt = False
            # line 101: measured after the day of the FVC in per cent of predicted
            date_ = fvc_1.date
            if date_ is not None and type(date_) is not date:
                return inclusion_3_clauses.in_full(17, p, fvc_1=fvc_1)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = fvc_2.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 101: measured on or before Visit 1
            date__ = fvc_2.date
            hit = date__ <= visit_1 if visit_1 and type(date__) is date else day_by(date__, visit_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = fvc_2.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(17, p, fvc_1=fvc_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = fvc_2.date
            if type(on) is not date or on == latest_day:
                part = inclusion_3_clauses.in_full(17, p, fvc_1=fvc_1)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = fvc_2, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(17, p, fvc_1=fvc_1)
            elif latest is not None:
                value = fvc_1.value
                value_2 = latest.value
                if value is None or value_2 is None:
                    part = None
                elif (
                    not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                    and value.value > 0
                ):
                    part = is_at_least(
                        subtracted(value.value, value_2.value), multiplied(_0_1, value.value)
                    )
                else:
                    part = inclusion_3_clauses.in_full(21, p, fvc_1=fvc_1, fvc_2=latest)
    return part


def _inclusion_3_6(p: Patient) -> bool | None:
    """Line 116: all of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(24, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 117: relative decline of FVC in per cent of predicted: at least 5 % and below 10 %
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        earliest: FvcRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for fvc_3 in p.fvc.items:
            # line 100: measured within 24 months before Visit 1
            date_ = fvc_3.date
            hit: bool | None = (
                visit_1_less_24_months <= date_ <= visit_1
                if visit_1_less_24_months and visit_1 and type(date_) is date
                else day_in(date_, visit_1_less_24_months, visit_1)
            )
            if hit:
                on = fvc_3.date
                if type(on) is not date or on == earliest_day:
                    part = inclusion_3_clauses.in_full(25, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = fvc_3, on
                continue
            if hit is None:
                on = fvc_3.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(25, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = inclusion_3_clauses.in_full(25, p)
            elif earliest is not None:
                part = _inclusion_3_7(p, earliest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 118: the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure
    part = p.decline_from_comorbidity
    if part:
        return False
    if part is None:
        unknown = True
    # line 119: worsening of respiratory symptoms
    part = defined_worsening_of_symptoms(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_7(p: Patient, fvc_3: FvcRecord) -> bool | None:
    """Line 117: relative decline on or before Visit 1 and after the day of the FVC in per cent of
    predicted: at least 5 % and below 10 %.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(27, p, fvc_3=fvc_3)
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        latest: FvcRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_4 in p.fvc.items:
            doubt = False
            # line 101: measured after the day of the FVC in per cent of predicted
            date_ = fvc_3.date
            if date_ is not None and type(date_) is not date:
                return inclusion_3_clauses.in_full(27, p, fvc_3=fvc_3)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = fvc_4.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 101: measured on or before Visit 1
            date__ = fvc_4.date
            hit = date__ <= visit_1 if visit_1 and type(date__) is date else day_by(date__, visit_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = fvc_4.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(27, p, fvc_3=fvc_3)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = fvc_4.date
            if type(on) is not date or on == latest_day:
                part = inclusion_3_clauses.in_full(27, p, fvc_3=fvc_3)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = fvc_4, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(27, p, fvc_3=fvc_3)
            elif latest is not None:
                value = fvc_3.value
                value_2 = latest.value
                if value is None or value_2 is None:
                    part = inclusion_3_clauses.in_full(31, p, fvc_3=fvc_3, fvc_4=latest)
                elif (
                    not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                    and value.value > 0
                ):
                    part = both(
                        is_at_least(
                            subtracted(value.value, value_2.value), multiplied(_0_05, value.value)
                        ),
                        is_below(
                            subtracted(value.value, value_2.value), multiplied(_0_1, value.value)
                        ),
                    )
                else:
                    part = inclusion_3_clauses.in_full(31, p, fvc_3=fvc_3, fvc_4=latest)
    return part


def _inclusion_3_8(p: Patient) -> bool | None:
    """Line 120: all of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(35, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 121: relative decline of FVC in per cent of predicted: at least 5 % and below 10 %
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        earliest: FvcRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for fvc_5 in p.fvc.items:
            # line 100: measured within 24 months before Visit 1
            date_ = fvc_5.date
            hit: bool | None = (
                visit_1_less_24_months <= date_ <= visit_1
                if visit_1_less_24_months and visit_1 and type(date_) is date
                else day_in(date_, visit_1_less_24_months, visit_1)
            )
            if hit:
                on = fvc_5.date
                if type(on) is not date or on == earliest_day:
                    part = inclusion_3_clauses.in_full(36, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = fvc_5, on
                continue
            if hit is None:
                on = fvc_5.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(36, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = inclusion_3_clauses.in_full(36, p)
            elif earliest is not None:
                part = _inclusion_3_9(p, earliest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 122: the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure
    part = p.decline_from_comorbidity
    if part:
        return False
    if part is None:
        unknown = True
    # line 123: increasing extent of fibrotic changes on chest imaging
    part = defined_increasing_fibrosis(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_9(p: Patient, fvc_5: FvcRecord) -> bool | None:
    """Line 121: relative decline on or before Visit 1 and after the day of the FVC in per cent of
    predicted: at least 5 % and below 10 %.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_3_clauses.in_full(38, p, fvc_5=fvc_5)
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        latest: FvcRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_6 in p.fvc.items:
            doubt = False
            # line 101: measured after the day of the FVC in per cent of predicted
            date_ = fvc_5.date
            if date_ is not None and type(date_) is not date:
                return inclusion_3_clauses.in_full(38, p, fvc_5=fvc_5)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = fvc_6.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 101: measured on or before Visit 1
            date__ = fvc_6.date
            hit = date__ <= visit_1 if visit_1 and type(date__) is date else day_by(date__, visit_1)
            if hit is False:
                continue
            if doubt or hit is None:
                on = fvc_6.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(38, p, fvc_5=fvc_5)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = fvc_6.date
            if type(on) is not date or on == latest_day:
                part = inclusion_3_clauses.in_full(38, p, fvc_5=fvc_5)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = fvc_6, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(38, p, fvc_5=fvc_5)
            elif latest is not None:
                value = fvc_5.value
                value_2 = latest.value
                if value is None or value_2 is None:
                    part = inclusion_3_clauses.in_full(42, p, fvc_5=fvc_5, fvc_6=latest)
                elif (
                    not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                    and value.value > 0
                ):
                    part = both(
                        is_at_least(
                            subtracted(value.value, value_2.value), multiplied(_0_05, value.value)
                        ),
                        is_below(
                            subtracted(value.value, value_2.value), multiplied(_0_1, value.value)
                        ),
                    )
                else:
                    part = inclusion_3_clauses.in_full(42, p, fvc_5=fvc_5, fvc_6=latest)
    return part


def _inclusion_3_10(p: Patient) -> bool | None:
    """Line 124: all of these."""
    unknown = False
    # line 125: worsening of respiratory symptoms
    part: bool | None = defined_worsening_of_symptoms(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 126: increasing extent of fibrotic changes on chest imaging
    part = defined_increasing_fibrosis(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_4(p: Patient) -> bool | None:
    """Fibrosing lung disease on HRCT, defined as reticular abnormality with traction …

    Source: criteria/NCT02999178.crit, lines 148–162.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_4_clauses.in_full(0, p)
    visit_1_less_12_months = visit_1 and months_from(visit_1, -12)
    part: bool | None = None
    if p.hrcts is not None:
        part = False if p.hrcts.complete else None
        for hrcts_1 in p.hrcts.items:
            doubt = False
            # line 152: date: within 12 months before Visit 1
            done_on = hrcts_1.done_on
            hit: bool | None = (
                visit_1_less_12_months <= done_on <= visit_1
                if visit_1_less_12_months and visit_1 and type(done_on) is date
                else day_in(done_on, visit_1_less_12_months, visit_1)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 153: reticular abnormality
            hit = hrcts_1.reticular
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 154: traction bronchiectasis
            hit = hrcts_1.traction_bronchiectasis
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 155: extent of the disease: above 10 %
            disease_extent = hrcts_1.disease_extent
            if disease_extent is None:
                hit = None
            elif not disease_extent.bound:
                hit = disease_extent.value > _10
            else:
                hit = above(disease_extent, _10)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 156: Do the central readers confirm these findings?
            hit = hrcts_1.centrally_confirmed
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def inclusion_5(p: Patient) -> bool | None:
    """For patients with underlying Connective Tissue Disease (CTD): stable CTD as defined …

    Source: criteria/NCT02999178.crit, lines 166–178.
    """
    applies = inclusion_5_applies(p)
    if applies is False:
        return True
    # line 170: medications for ILD, RA or another CTD: none where the indications include rheumatoid arthritis or another connective tissue disease, and either the first day is within 6 weeks before Visit 1, or the last day is within 6 weeks before Visit 1
    part: bool | None = None
    if p.medications is not None:
        part = True if p.medications.complete else None
        for medications_1 in p.medications.items:
            doubt = False
            # line 171: indications: “rheumatoid arthritis or another connective tissue disease” among them
            hit: bool | None
            if medications_1.purposes is None:
                hit = None
            elif "ctd" in medications_1.purposes.values:
                hit = True
            elif medications_1.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 172: any of these
            hit = _inclusion_5_2(p, medications_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = False
            break
    if part:
        return True
    if part is None:
        return None
    return False if applies else None


def _inclusion_5_2(p: Patient, medications_1: Medication) -> bool | None:
    """Line 172: any of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return inclusion_5_clauses.in_full(4, p, medications_1=medications_1)
    visit_1_less_42_days = visit_1 and visit_1 - _42_DAYS
    unknown = False
    # line 173: first day within 6 weeks before Visit 1
    taken_start = first_day(medications_1.taken)
    part: bool | None = (
        visit_1_less_42_days <= taken_start <= visit_1
        if visit_1_less_42_days and visit_1 and type(taken_start) is date
        else day_in(taken_start, visit_1_less_42_days, visit_1)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 174: last day within 6 weeks before Visit 1
    taken_end = last_day(medications_1.taken)
    part = (
        visit_1_less_42_days <= taken_end <= visit_1
        if visit_1_less_42_days and visit_1 and type(taken_end) is date
        else day_in(taken_end, visit_1_less_42_days, visit_1)
    )
    if part:
        return True
    return None if unknown or part is None else False


def inclusion_5_applies(p: Patient) -> bool | None:
    """Whether inclusion 5 applies to the patient."""
    return p.underlying_ctd


def inclusion_6(p: Patient) -> bool | None:
    """Carbon Monoxide Diffusion Capacity (DLCO) corrected for Haemoglobin (Hb) [visit 1] …

    Source: criteria/NCT02999178.crit, lines 183–201.
    """
    unknown = False
    # line 188: all of these
    part: bool | None = _inclusion_6_2(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 191: all of these
    part = _inclusion_6_3(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_6_2(p: Patient) -> bool | None:
    """Line 188: all of these."""
    unknown = False
    # line 189: DLCO was corrected with the haemoglobin of Visit 1
    part: bool | None = p.haemoglobin_of_visit_1
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 190: latest DLCO corrected for haemoglobin, per cent of predicted at Visit 2: at least 30 % and below 80 %
    part = None
    if p.dlco is not None and p.dlco.complete:
        latest: DlcoRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for dlco_1 in p.dlco.items:
            # line 186: visit of DLCO corrected for haemoglobin, per cent of predicted: date of Visit 2
            hit: bool | None = None if dlco_1.visit is None else dlco_1.visit == "visit_2"
            if hit:
                on = dlco_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_6_clauses.in_full(4, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = dlco_1, on
                continue
            if hit is None:
                on = dlco_1.date
                if type(on) is not date:
                    part = inclusion_6_clauses.in_full(4, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_6_clauses.in_full(4, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = _30 <= value.value < _80
                else:
                    part = inclusion_6_clauses.in_full(6, p, dlco_1=latest)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_6_3(p: Patient) -> bool | None:
    """Line 191: all of these."""
    unknown = False
    # line 192: DLCO was corrected with the haemoglobin of Visit 1
    part: bool | None = p.haemoglobin_of_visit_1
    if part:
        return False
    if part is None:
        unknown = True
    # line 193: DLCO of Visit 2 corrected anew, with the haemoglobin of Visit 1, per cent of predicted: at least 30 % and below 80 %
    dlco_recorrected = p.dlco_recorrected
    if dlco_recorrected is None:
        part = None
    elif not dlco_recorrected.bound:
        part = _30 <= dlco_recorrected.value < _80
    else:
        part = inclusion_6_clauses.in_full(10, p)
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_7(p: Patient) -> bool | None:
    """FVC >= 45% predicted at Visit 2

    Source: criteria/NCT02999178.crit, lines 203–208.
    """
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        latest: FvcRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_1 in p.fvc.items:
            # line 205: visit of FVC in per cent of predicted: date of Visit 2
            hit: bool | None = None if fvc_1.visit is None else fvc_1.visit == "visit_2"
            if hit:
                on = fvc_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_7_clauses.in_full(1, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fvc_1, on
                continue
            if hit is None:
                on = fvc_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(1, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(1, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value >= _45
                else:
                    part = at_least(value, _45)
    return part


def exclusion_1(p: Patient) -> bool | None:
    """Aspartate Aminotransferase (AST), Alanine Aminotransferase (ALT) > 1.5 x Upper …

    Source: criteria/NCT02999178.crit, lines 244–283.
    """
    unknown = False
    # line 252: all of these
    part: bool | None = _exclusion_1_2(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 264: all of these
    part = _exclusion_1_14(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_1_2(p: Patient) -> bool | None:
    """Line 252: all of these."""
    unknown = False
    # line 252: earliest aspartate aminotransferase (AST) at Visit 1: above 1.5 times the upper limit of normal
    part: bool | None = None
    if p.ast is not None and p.ast.complete:
        earliest: AstRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for ast_1 in p.ast.items:
            # line 247: visit of aspartate aminotransferase (AST): date of Visit 1
            hit: bool | None = None if ast_1.visit is None else ast_1.visit == "visit_1"
            if hit:
                on = ast_1.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_1_clauses.in_full(3, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = ast_1, on
                continue
            if hit is None:
                on = ast_1.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(3, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(3, p)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_1_5, value.uln)
                else:
                    part = exclusion_1_clauses.in_full(5, p, ast_1=earliest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 253: any of these
    part = _exclusion_1_3(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_1_3(p: Patient) -> bool | None:
    """Line 253: any of these."""
    unknown = False
    # line 254: earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the earliest aspartate aminotransferase (AST) at Visit 1: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.ast is not None and p.ast.complete:
        earliest: AstRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for ast_3 in p.ast.items:
            # line 247: visit of aspartate aminotransferase (AST): date of Visit 1
            hit: bool | None = None if ast_3.visit is None else ast_3.visit == "visit_1"
            if hit:
                on = ast_3.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_1_clauses.in_full(8, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = ast_3, on
                continue
            if hit is None:
                on = ast_3.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(8, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(8, p)
            elif earliest is not None:
                part = _exclusion_1_4(p, earliest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 255: earliest aspartate aminotransferase (AST) at Visit 1: laboratory re-tests: at least one where the parameter is AST, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.ast is not None and p.ast.complete:
        earliest_: AstRecord | None = None
        earliest_day_: date | None = None
        open_day_: date | None = None
        for ast_4 in p.ast.items:
            # line 247: visit of aspartate aminotransferase (AST): date of Visit 1
            hit = None if ast_4.visit is None else ast_4.visit == "visit_1"
            if hit:
                on = ast_4.date
                if type(on) is not date or on == earliest_day_:
                    part = exclusion_1_clauses.in_full(15, p)
                    break
                if earliest_day_ is None or on < earliest_day_:
                    earliest_, earliest_day_ = ast_4, on
                continue
            if hit is None:
                on = ast_4.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(15, p)
                    break
                if open_day_ is None or on < open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_after(open_day_, earliest_day_):
                part = exclusion_1_clauses.in_full(15, p)
            elif earliest_ is not None:
                part = _exclusion_1_5(p, earliest_)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 260: earliest aspartate aminotransferase (AST) at Visit 1: earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the earliest aspartate aminotransferase (AST): laboratory re-tests: at least one where the parameter is AST, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.ast is not None and p.ast.complete:
        earliest__: AstRecord | None = None
        earliest_day__: date | None = None
        open_day__: date | None = None
        for ast_6 in p.ast.items:
            # line 247: visit of aspartate aminotransferase (AST): date of Visit 1
            hit = None if ast_6.visit is None else ast_6.visit == "visit_1"
            if hit:
                on = ast_6.date
                if type(on) is not date or on == earliest_day__:
                    part = exclusion_1_clauses.in_full(32, p)
                    break
                if earliest_day__ is None or on < earliest_day__:
                    earliest__, earliest_day__ = ast_6, on
                continue
            if hit is None:
                on = ast_6.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(32, p)
                    break
                if open_day__ is None or on < open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_after(open_day__, earliest_day__):
                part = exclusion_1_clauses.in_full(32, p)
            elif earliest__ is not None:
                part = _exclusion_1_9(p, earliest__)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_1_4(p: Patient, ast_3: AstRecord) -> bool | None:
    """Line 254: earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the
    aspartate aminotransferase (AST): at most 1.5 times the upper limit of normal.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(10, p, ast_3=ast_3)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.ast is not None and p.ast.complete:
        earliest: AstRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for ast_2 in p.ast.items:
            doubt = False
            # line 248: measured after the day of the aspartate aminotransferase (AST)
            date_ = ast_3.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(10, p, ast_3=ast_3)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = ast_2.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 248: measured before Visit 2
            date__ = ast_2.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = ast_2.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(10, p, ast_3=ast_3)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = ast_2.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_1_clauses.in_full(10, p, ast_3=ast_3)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = ast_2, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(10, p, ast_3=ast_3)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = exclusion_1_clauses.in_full(14, p, ast_3=ast_3, ast_2=earliest)
    return part


def _exclusion_1_5(p: Patient, ast_4: AstRecord) -> bool | None:
    """Line 255: laboratory re-tests: at least one where the parameter is AST, and the re-test is
    after the day of the aspartate aminotransferase (AST), and the re-test is before Visit 2, and it
    is the first re-test of this parameter, and either there was no abnormal result of this test in
    the patient's recent history, and there is no related clinical sign, or both it is thought to be
    the result of a temporary and reversible medical condition, and the resolution of that condition
    is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(17, p, ast_4=ast_4)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_1 in p.retests.items:
            doubt = False
            # line 256: parameter: AST
            hit: bool | None = (
                None if retests_1.parameter is None else retests_1.parameter == "of_ast"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 257: re-test after the day of the aspartate aminotransferase (AST)
            date_ = ast_4.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(17, p, ast_4=ast_4)
            date__plus_1_day = date_ and date_ + _1_DAYS
            retested_on = retests_1.retested_on
            hit = (
                retested_on >= date__plus_1_day
                if date__plus_1_day and type(retested_on) is date
                else day_from(retested_on, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 258: re-test before Visit 2
            retested_on = retests_1.retested_on
            hit = (
                retested_on <= visit_2_less_1_day
                if visit_2_less_1_day and type(retested_on) is date
                else day_by(retested_on, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_1.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_1_6(p, ast_4, retests_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_1_6(p: Patient, ast_4: AstRecord, retests_1: Retest) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_1_7(retests_1)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_1_8(p, ast_4, retests_1)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_1_7(retests_1: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_1.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_1.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_1_8(p: Patient, ast_4: AstRecord, retests_1: Retest) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_1.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_1.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_1_clauses.in_full(29, p, ast_4=ast_4, retests_1=retests_1)
    resolved_on = retests_1.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_1_9(p: Patient, ast_6: AstRecord) -> bool | None:
    """Line 260: earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the
    aspartate aminotransferase (AST): laboratory re-tests: at least one where the parameter is AST,
    and the re-test is on the day of this result, and it is the first re-test of this parameter, and
    either there was no abnormal result of this test in the patient's recent history, and there is
    no related clinical sign, or both it is thought to be the result of a temporary and reversible
    medical condition, and the resolution of that condition is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(34, p, ast_6=ast_6)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.ast is not None and p.ast.complete:
        earliest: AstRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for ast_5 in p.ast.items:
            doubt = False
            # line 248: measured after the day of the aspartate aminotransferase (AST)
            date_ = ast_6.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(34, p, ast_6=ast_6)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = ast_5.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 248: measured before Visit 2
            date__ = ast_5.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = ast_5.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(34, p, ast_6=ast_6)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = ast_5.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_1_clauses.in_full(34, p, ast_6=ast_6)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = ast_5, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(34, p, ast_6=ast_6)
            elif earliest is not None:
                part = _exclusion_1_10(p, ast_6, earliest)
    return part


def _exclusion_1_10(p: Patient, ast_6: AstRecord, ast_5: AstRecord) -> bool | None:
    """Line 260: laboratory re-tests: at least one where the parameter is AST, and the re-test is on
    the day of the aspartate aminotransferase (AST), and it is the first re-test of this parameter,
    and either there was no abnormal result of this test in the patient's recent history, and there
    is no related clinical sign, or both it is thought to be the result of a temporary and
    reversible medical condition, and the resolution of that condition is on or before the re-test.
    """
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_2 in p.retests.items:
            doubt = False
            # line 261: parameter: AST
            hit: bool | None = (
                None if retests_2.parameter is None else retests_2.parameter == "of_ast"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 262: re-test on the day of the aspartate aminotransferase (AST)
            date_ = ast_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(38, p, ast_6=ast_6, ast_5=ast_5)
            date_ = ast_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(38, p, ast_6=ast_6, ast_5=ast_5)
            retested_on = retests_2.retested_on
            hit = (
                date_ <= retested_on <= date_
                if date_ and type(retested_on) is date
                else day_in(retested_on, date_, date_)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_2.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_1_11(p, ast_6, ast_5, retests_2)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_1_11(
    p: Patient,
    ast_6: AstRecord,
    ast_5: AstRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_1_12(retests_2)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_1_13(p, ast_6, ast_5, retests_2)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_1_12(retests_2: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_2.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_2.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_1_13(
    p: Patient,
    ast_6: AstRecord,
    ast_5: AstRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_2.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_2.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_1_clauses.in_full(49, p, ast_6=ast_6, ast_5=ast_5, retests_2=retests_2)
    resolved_on = retests_2.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_1_14(p: Patient) -> bool | None:
    """Line 264: all of these."""
    unknown = False
    # line 264: earliest alanine aminotransferase (ALT) at Visit 1: above 1.5 times the upper limit of normal
    part: bool | None = None
    if p.alt is not None and p.alt.complete:
        earliest: AltRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for alt_1 in p.alt.items:
            # line 249: visit of alanine aminotransferase (ALT): date of Visit 1
            hit: bool | None = None if alt_1.visit is None else alt_1.visit == "visit_1"
            if hit:
                on = alt_1.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_1_clauses.in_full(53, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = alt_1, on
                continue
            if hit is None:
                on = alt_1.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(53, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(53, p)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_1_5, value.uln)
                else:
                    part = exclusion_1_clauses.in_full(55, p, alt_1=earliest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 265: any of these
    part = _exclusion_1_15(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_1_15(p: Patient) -> bool | None:
    """Line 265: any of these."""
    unknown = False
    # line 266: earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the earliest alanine aminotransferase (ALT) at Visit 1: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.alt is not None and p.alt.complete:
        earliest: AltRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for alt_3 in p.alt.items:
            # line 249: visit of alanine aminotransferase (ALT): date of Visit 1
            hit: bool | None = None if alt_3.visit is None else alt_3.visit == "visit_1"
            if hit:
                on = alt_3.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_1_clauses.in_full(58, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = alt_3, on
                continue
            if hit is None:
                on = alt_3.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(58, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(58, p)
            elif earliest is not None:
                part = _exclusion_1_16(p, earliest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 267: earliest alanine aminotransferase (ALT) at Visit 1: laboratory re-tests: at least one where the parameter is ALT, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.alt is not None and p.alt.complete:
        earliest_: AltRecord | None = None
        earliest_day_: date | None = None
        open_day_: date | None = None
        for alt_4 in p.alt.items:
            # line 249: visit of alanine aminotransferase (ALT): date of Visit 1
            hit = None if alt_4.visit is None else alt_4.visit == "visit_1"
            if hit:
                on = alt_4.date
                if type(on) is not date or on == earliest_day_:
                    part = exclusion_1_clauses.in_full(65, p)
                    break
                if earliest_day_ is None or on < earliest_day_:
                    earliest_, earliest_day_ = alt_4, on
                continue
            if hit is None:
                on = alt_4.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(65, p)
                    break
                if open_day_ is None or on < open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_after(open_day_, earliest_day_):
                part = exclusion_1_clauses.in_full(65, p)
            elif earliest_ is not None:
                part = _exclusion_1_17(p, earliest_)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 272: earliest alanine aminotransferase (ALT) at Visit 1: earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the earliest alanine aminotransferase (ALT): laboratory re-tests: at least one where the parameter is ALT, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.alt is not None and p.alt.complete:
        earliest__: AltRecord | None = None
        earliest_day__: date | None = None
        open_day__: date | None = None
        for alt_6 in p.alt.items:
            # line 249: visit of alanine aminotransferase (ALT): date of Visit 1
            hit = None if alt_6.visit is None else alt_6.visit == "visit_1"
            if hit:
                on = alt_6.date
                if type(on) is not date or on == earliest_day__:
                    part = exclusion_1_clauses.in_full(82, p)
                    break
                if earliest_day__ is None or on < earliest_day__:
                    earliest__, earliest_day__ = alt_6, on
                continue
            if hit is None:
                on = alt_6.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(82, p)
                    break
                if open_day__ is None or on < open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_after(open_day__, earliest_day__):
                part = exclusion_1_clauses.in_full(82, p)
            elif earliest__ is not None:
                part = _exclusion_1_21(p, earliest__)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_1_16(p: Patient, alt_3: AltRecord) -> bool | None:
    """Line 266: earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the
    alanine aminotransferase (ALT): at most 1.5 times the upper limit of normal.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(60, p, alt_3=alt_3)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.alt is not None and p.alt.complete:
        earliest: AltRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for alt_2 in p.alt.items:
            doubt = False
            # line 250: measured after the day of the alanine aminotransferase (ALT)
            date_ = alt_3.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(60, p, alt_3=alt_3)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = alt_2.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 250: measured before Visit 2
            date__ = alt_2.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = alt_2.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(60, p, alt_3=alt_3)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = alt_2.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_1_clauses.in_full(60, p, alt_3=alt_3)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = alt_2, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(60, p, alt_3=alt_3)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = exclusion_1_clauses.in_full(64, p, alt_3=alt_3, alt_2=earliest)
    return part


def _exclusion_1_17(p: Patient, alt_4: AltRecord) -> bool | None:
    """Line 267: laboratory re-tests: at least one where the parameter is ALT, and the re-test is
    after the day of the alanine aminotransferase (ALT), and the re-test is before Visit 2, and it
    is the first re-test of this parameter, and either there was no abnormal result of this test in
    the patient's recent history, and there is no related clinical sign, or both it is thought to be
    the result of a temporary and reversible medical condition, and the resolution of that condition
    is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(67, p, alt_4=alt_4)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_3 in p.retests.items:
            doubt = False
            # line 268: parameter: ALT
            hit: bool | None = (
                None if retests_3.parameter is None else retests_3.parameter == "of_alt"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 269: re-test after the day of the alanine aminotransferase (ALT)
            date_ = alt_4.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(67, p, alt_4=alt_4)
            date__plus_1_day = date_ and date_ + _1_DAYS
            retested_on = retests_3.retested_on
            hit = (
                retested_on >= date__plus_1_day
                if date__plus_1_day and type(retested_on) is date
                else day_from(retested_on, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 270: re-test before Visit 2
            retested_on = retests_3.retested_on
            hit = (
                retested_on <= visit_2_less_1_day
                if visit_2_less_1_day and type(retested_on) is date
                else day_by(retested_on, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_3.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_1_18(p, alt_4, retests_3)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_1_18(p: Patient, alt_4: AltRecord, retests_3: Retest) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_1_19(retests_3)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_1_20(p, alt_4, retests_3)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_1_19(retests_3: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_3.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_3.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_1_20(p: Patient, alt_4: AltRecord, retests_3: Retest) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_3.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_3.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_1_clauses.in_full(79, p, alt_4=alt_4, retests_3=retests_3)
    resolved_on = retests_3.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_1_21(p: Patient, alt_6: AltRecord) -> bool | None:
    """Line 272: earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the
    alanine aminotransferase (ALT): laboratory re-tests: at least one where the parameter is ALT,
    and the re-test is on the day of this result, and it is the first re-test of this parameter, and
    either there was no abnormal result of this test in the patient's recent history, and there is
    no related clinical sign, or both it is thought to be the result of a temporary and reversible
    medical condition, and the resolution of that condition is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_1_clauses.in_full(84, p, alt_6=alt_6)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.alt is not None and p.alt.complete:
        earliest: AltRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for alt_5 in p.alt.items:
            doubt = False
            # line 250: measured after the day of the alanine aminotransferase (ALT)
            date_ = alt_6.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(84, p, alt_6=alt_6)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = alt_5.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 250: measured before Visit 2
            date__ = alt_5.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = alt_5.date
                if type(on) is not date:
                    part = exclusion_1_clauses.in_full(84, p, alt_6=alt_6)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = alt_5.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_1_clauses.in_full(84, p, alt_6=alt_6)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = alt_5, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_1_clauses.in_full(84, p, alt_6=alt_6)
            elif earliest is not None:
                part = _exclusion_1_22(p, alt_6, earliest)
    return part


def _exclusion_1_22(p: Patient, alt_6: AltRecord, alt_5: AltRecord) -> bool | None:
    """Line 272: laboratory re-tests: at least one where the parameter is ALT, and the re-test is on
    the day of the alanine aminotransferase (ALT), and it is the first re-test of this parameter,
    and either there was no abnormal result of this test in the patient's recent history, and there
    is no related clinical sign, or both it is thought to be the result of a temporary and
    reversible medical condition, and the resolution of that condition is on or before the re-test.
    """
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_4 in p.retests.items:
            doubt = False
            # line 273: parameter: ALT
            hit: bool | None = (
                None if retests_4.parameter is None else retests_4.parameter == "of_alt"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 274: re-test on the day of the alanine aminotransferase (ALT)
            date_ = alt_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(88, p, alt_6=alt_6, alt_5=alt_5)
            date_ = alt_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_1_clauses.in_full(88, p, alt_6=alt_6, alt_5=alt_5)
            retested_on = retests_4.retested_on
            hit = (
                date_ <= retested_on <= date_
                if date_ and type(retested_on) is date
                else day_in(retested_on, date_, date_)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_4.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_1_23(p, alt_6, alt_5, retests_4)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_1_23(
    p: Patient,
    alt_6: AltRecord,
    alt_5: AltRecord,
    retests_4: Retest,
) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_1_24(retests_4)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_1_25(p, alt_6, alt_5, retests_4)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_1_24(retests_4: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_4.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_4.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_1_25(
    p: Patient,
    alt_6: AltRecord,
    alt_5: AltRecord,
    retests_4: Retest,
) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_4.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_4.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_1_clauses.in_full(99, p, alt_6=alt_6, alt_5=alt_5, retests_4=retests_4)
    resolved_on = retests_4.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_2(p: Patient) -> bool | None:
    """Bilirubin > 1.5 x ULN at Visit 1

    Source: criteria/NCT02999178.crit, lines 285–302.
    """
    unknown = False
    # line 289: earliest total bilirubin at Visit 1: above 1.5 times the upper limit of normal
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest: BilirubinRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for bilirubin_1 in p.bilirubin.items:
            # line 287: visit of total bilirubin: date of Visit 1
            hit: bool | None = None if bilirubin_1.visit is None else bilirubin_1.visit == "visit_1"
            if hit:
                on = bilirubin_1.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_2_clauses.in_full(2, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = bilirubin_1, on
                continue
            if hit is None:
                on = bilirubin_1.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(2, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_2_clauses.in_full(2, p)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_1_5, value.uln)
                else:
                    part = exclusion_2_clauses.in_full(4, p, bilirubin_1=earliest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 290: any of these
    part = _exclusion_2_2(p)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_2_2(p: Patient) -> bool | None:
    """Line 290: any of these."""
    unknown = False
    # line 291: earliest total bilirubin before Visit 2 and after the day of the earliest total bilirubin at Visit 1: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest: BilirubinRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for bilirubin_3 in p.bilirubin.items:
            # line 287: visit of total bilirubin: date of Visit 1
            hit: bool | None = None if bilirubin_3.visit is None else bilirubin_3.visit == "visit_1"
            if hit:
                on = bilirubin_3.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_2_clauses.in_full(7, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = bilirubin_3, on
                continue
            if hit is None:
                on = bilirubin_3.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(7, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_2_clauses.in_full(7, p)
            elif earliest is not None:
                part = _exclusion_2_3(p, earliest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 292: earliest total bilirubin at Visit 1: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest_: BilirubinRecord | None = None
        earliest_day_: date | None = None
        open_day_: date | None = None
        for bilirubin_4 in p.bilirubin.items:
            # line 287: visit of total bilirubin: date of Visit 1
            hit = None if bilirubin_4.visit is None else bilirubin_4.visit == "visit_1"
            if hit:
                on = bilirubin_4.date
                if type(on) is not date or on == earliest_day_:
                    part = exclusion_2_clauses.in_full(14, p)
                    break
                if earliest_day_ is None or on < earliest_day_:
                    earliest_, earliest_day_ = bilirubin_4, on
                continue
            if hit is None:
                on = bilirubin_4.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(14, p)
                    break
                if open_day_ is None or on < open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_after(open_day_, earliest_day_):
                part = exclusion_2_clauses.in_full(14, p)
            elif earliest_ is not None:
                part = _exclusion_2_4(p, earliest_)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 297: earliest total bilirubin at Visit 1: earliest total bilirubin before Visit 2 and after the day of the earliest total bilirubin: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest__: BilirubinRecord | None = None
        earliest_day__: date | None = None
        open_day__: date | None = None
        for bilirubin_6 in p.bilirubin.items:
            # line 287: visit of total bilirubin: date of Visit 1
            hit = None if bilirubin_6.visit is None else bilirubin_6.visit == "visit_1"
            if hit:
                on = bilirubin_6.date
                if type(on) is not date or on == earliest_day__:
                    part = exclusion_2_clauses.in_full(31, p)
                    break
                if earliest_day__ is None or on < earliest_day__:
                    earliest__, earliest_day__ = bilirubin_6, on
                continue
            if hit is None:
                on = bilirubin_6.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(31, p)
                    break
                if open_day__ is None or on < open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_after(open_day__, earliest_day__):
                part = exclusion_2_clauses.in_full(31, p)
            elif earliest__ is not None:
                part = _exclusion_2_8(p, earliest__)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_2_3(p: Patient, bilirubin_3: BilirubinRecord) -> bool | None:
    """Line 291: earliest total bilirubin before Visit 2 and after the day of the total bilirubin:
    at most 1.5 times the upper limit of normal.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_2_clauses.in_full(9, p, bilirubin_3=bilirubin_3)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest: BilirubinRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for bilirubin_2 in p.bilirubin.items:
            doubt = False
            # line 288: measured after the day of the total bilirubin
            date_ = bilirubin_3.date
            if date_ is not None and type(date_) is not date:
                return exclusion_2_clauses.in_full(9, p, bilirubin_3=bilirubin_3)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = bilirubin_2.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 288: measured before Visit 2
            date__ = bilirubin_2.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = bilirubin_2.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(9, p, bilirubin_3=bilirubin_3)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = bilirubin_2.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_2_clauses.in_full(9, p, bilirubin_3=bilirubin_3)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = bilirubin_2, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_2_clauses.in_full(9, p, bilirubin_3=bilirubin_3)
            elif earliest is not None:
                value = earliest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = exclusion_2_clauses.in_full(
                        13, p, bilirubin_3=bilirubin_3, bilirubin_2=earliest
                    )
    return part


def _exclusion_2_4(p: Patient, bilirubin_4: BilirubinRecord) -> bool | None:
    """Line 292: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test
    is after the day of the total bilirubin, and the re-test is before Visit 2, and it is the first
    re-test of this parameter, and either there was no abnormal result of this test in the patient's
    recent history, and there is no related clinical sign, or both it is thought to be the result of
    a temporary and reversible medical condition, and the resolution of that condition is on or
    before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_2_clauses.in_full(16, p, bilirubin_4=bilirubin_4)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_1 in p.retests.items:
            doubt = False
            # line 293: parameter: bilirubin
            hit: bool | None = (
                None if retests_1.parameter is None else retests_1.parameter == "of_bilirubin"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 294: re-test after the day of the total bilirubin
            date_ = bilirubin_4.date
            if date_ is not None and type(date_) is not date:
                return exclusion_2_clauses.in_full(16, p, bilirubin_4=bilirubin_4)
            date__plus_1_day = date_ and date_ + _1_DAYS
            retested_on = retests_1.retested_on
            hit = (
                retested_on >= date__plus_1_day
                if date__plus_1_day and type(retested_on) is date
                else day_from(retested_on, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 295: re-test before Visit 2
            retested_on = retests_1.retested_on
            hit = (
                retested_on <= visit_2_less_1_day
                if visit_2_less_1_day and type(retested_on) is date
                else day_by(retested_on, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_1.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_2_5(p, bilirubin_4, retests_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_2_5(p: Patient, bilirubin_4: BilirubinRecord, retests_1: Retest) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_2_6(retests_1)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_2_7(p, bilirubin_4, retests_1)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_2_6(retests_1: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_1.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_1.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_2_7(p: Patient, bilirubin_4: BilirubinRecord, retests_1: Retest) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_1.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_1.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_2_clauses.in_full(28, p, bilirubin_4=bilirubin_4, retests_1=retests_1)
    resolved_on = retests_1.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_2_8(p: Patient, bilirubin_6: BilirubinRecord) -> bool | None:
    """Line 297: earliest total bilirubin before Visit 2 and after the day of the total bilirubin:
    laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is on the
    day of this result, and it is the first re-test of this parameter, and either there was no
    abnormal result of this test in the patient's recent history, and there is no related clinical
    sign, or both it is thought to be the result of a temporary and reversible medical condition,
    and the resolution of that condition is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_2_clauses.in_full(33, p, bilirubin_6=bilirubin_6)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        earliest: BilirubinRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for bilirubin_5 in p.bilirubin.items:
            doubt = False
            # line 288: measured after the day of the total bilirubin
            date_ = bilirubin_6.date
            if date_ is not None and type(date_) is not date:
                return exclusion_2_clauses.in_full(33, p, bilirubin_6=bilirubin_6)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = bilirubin_5.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 288: measured before Visit 2
            date__ = bilirubin_5.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = bilirubin_5.date
                if type(on) is not date:
                    part = exclusion_2_clauses.in_full(33, p, bilirubin_6=bilirubin_6)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = bilirubin_5.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_2_clauses.in_full(33, p, bilirubin_6=bilirubin_6)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = bilirubin_5, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_2_clauses.in_full(33, p, bilirubin_6=bilirubin_6)
            elif earliest is not None:
                part = _exclusion_2_9(p, bilirubin_6, earliest)
    return part


def _exclusion_2_9(
    p: Patient,
    bilirubin_6: BilirubinRecord,
    bilirubin_5: BilirubinRecord,
) -> bool | None:
    """Line 297: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test
    is on the day of the total bilirubin, and it is the first re-test of this parameter, and either
    there was no abnormal result of this test in the patient's recent history, and there is no
    related clinical sign, or both it is thought to be the result of a temporary and reversible
    medical condition, and the resolution of that condition is on or before the re-test.
    """
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_2 in p.retests.items:
            doubt = False
            # line 298: parameter: bilirubin
            hit: bool | None = (
                None if retests_2.parameter is None else retests_2.parameter == "of_bilirubin"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 299: re-test on the day of the total bilirubin
            date_ = bilirubin_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_2_clauses.in_full(
                    37, p, bilirubin_6=bilirubin_6, bilirubin_5=bilirubin_5
                )
            date_ = bilirubin_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_2_clauses.in_full(
                    37, p, bilirubin_6=bilirubin_6, bilirubin_5=bilirubin_5
                )
            retested_on = retests_2.retested_on
            hit = (
                date_ <= retested_on <= date_
                if date_ and type(retested_on) is date
                else day_in(retested_on, date_, date_)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_2.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_2_10(p, bilirubin_6, bilirubin_5, retests_2)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_2_10(
    p: Patient,
    bilirubin_6: BilirubinRecord,
    bilirubin_5: BilirubinRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_2_11(retests_2)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_2_12(p, bilirubin_6, bilirubin_5, retests_2)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_2_11(retests_2: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_2.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_2.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_2_12(
    p: Patient,
    bilirubin_6: BilirubinRecord,
    bilirubin_5: BilirubinRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_2.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_2.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_2_clauses.in_full(
            48, p, bilirubin_6=bilirubin_6, bilirubin_5=bilirubin_5, retests_2=retests_2
        )
    resolved_on = retests_2.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_3(p: Patient) -> bool | None:
    """Creatinine clearance <30 mL/min calculated by Cockcroft-Gault formula at Visit 1 …

    Source: criteria/NCT02999178.crit, lines 310–351.
    """
    unknown = False
    # line 324: creatinine clearance (Cockcroft-Gault) at Visit 1: below 30 mL/min
    part: bool | None = None
    if p.weight is not None and p.weight.complete:
        latest: WeightRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for weight_1 in p.weight.items:
            # line 321: visit of body weight: date of Visit 1
            hit: bool | None = None if weight_1.visit is None else weight_1.visit == "visit_1"
            if hit:
                on = weight_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_3_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = weight_1, on
                continue
            if hit is None:
                on = weight_1.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_3_clauses.in_full(2, p)
            elif latest is not None:
                part = _exclusion_3_2(p, latest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 325: any of these
    part = _exclusion_3_4(p)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_3_2(p: Patient, weight_1: WeightRecord) -> bool | None:
    """Line 324: creatinine clearance (Cockcroft-Gault) at Visit 1: below 30 mL/min."""
    part: bool | None = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest: CreatinineRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for creatinine_1 in p.creatinine.items:
            # line 322: visit of serum creatinine: date of Visit 1
            hit: bool | None = (
                None if creatinine_1.visit is None else creatinine_1.visit == "visit_1"
            )
            if hit:
                on = creatinine_1.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_3_clauses.in_full(4, p, weight_1=weight_1)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = creatinine_1, on
                continue
            if hit is None:
                on = creatinine_1.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(4, p, weight_1=weight_1)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_3_clauses.in_full(4, p, weight_1=weight_1)
            elif earliest is not None:
                part = _exclusion_3_3(p, weight_1, earliest)
    return part


def _exclusion_3_3(
    p: Patient,
    weight_1: WeightRecord,
    creatinine_1: CreatinineRecord,
) -> bool | None:
    """Line 324: creatinine clearance (Cockcroft-Gault): below 30 mL/min."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_3_clauses.in_full(6, p, weight_1=weight_1, creatinine_1=creatinine_1)
    # line 8: female
    part: bool | None = defined_female(p)
    if part:
        birth_date = p.birth_date
        value = weight_1.value
        value_2 = creatinine_1.value
        if birth_date is None or value is None or value_2 is None:
            part = None
        elif (
            visit_1
            and type(birth_date) is date
            and not value.bound
            and type(value.value) is Decimal
            and not value_2.bound
            and type(value_2.value) is Decimal
            and value_2.value > 0
        ):
            part = is_below(
                multiplied(
                    multiplied(_17, subtracted(_140, years_between(birth_date, visit_1))),
                    value.value,
                ),
                multiplied(_43200, value_2.value),
            )
        else:
            part = exclusion_3_clauses.in_full(8, p, weight_1=weight_1, creatinine_1=creatinine_1)
        return part
    if part is None:
        return exclusion_3_clauses.in_full(6, p, weight_1=weight_1, creatinine_1=creatinine_1)
    birth_date = p.birth_date
    value = weight_1.value
    value_2 = creatinine_1.value
    if birth_date is None or value is None or value_2 is None:
        part = None
    elif (
        visit_1
        and type(birth_date) is date
        and not value.bound
        and type(value.value) is Decimal
        and not value_2.bound
        and type(value_2.value) is Decimal
        and value_2.value > 0
    ):
        part = is_below(
            multiplied(subtracted(_140, years_between(birth_date, visit_1)), value.value),
            multiplied(_2160, value_2.value),
        )
    else:
        part = exclusion_3_clauses.in_full(9, p, weight_1=weight_1, creatinine_1=creatinine_1)
    return part


def _exclusion_3_4(p: Patient) -> bool | None:
    """Line 325: any of these."""
    unknown = False
    # line 326: creatinine clearance (Cockcroft-Gault), with the latest body weight at Visit 1 and the earliest serum creatinine before Visit 2 and after the day of the earliest serum creatinine at Visit 1: at least 30 mL/min
    part: bool | None = None
    if p.weight is not None and p.weight.complete:
        latest: WeightRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for weight_2 in p.weight.items:
            # line 321: visit of body weight: date of Visit 1
            hit: bool | None = None if weight_2.visit is None else weight_2.visit == "visit_1"
            if hit:
                on = weight_2.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_3_clauses.in_full(12, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = weight_2, on
                continue
            if hit is None:
                on = weight_2.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(12, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_3_clauses.in_full(12, p)
            elif latest is not None:
                part = _exclusion_3_5(p, latest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 327: earliest serum creatinine at Visit 1: laboratory re-tests: at least one where the parameter is creatinine, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest: CreatinineRecord | None = None
        earliest_day: date | None = None
        open_day_: date | None = None
        for creatinine_4 in p.creatinine.items:
            # line 322: visit of serum creatinine: date of Visit 1
            hit = None if creatinine_4.visit is None else creatinine_4.visit == "visit_1"
            if hit:
                on = creatinine_4.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_3_clauses.in_full(24, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = creatinine_4, on
                continue
            if hit is None:
                on = creatinine_4.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(24, p)
                    break
                if open_day_ is None or on < open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_after(open_day_, earliest_day):
                part = exclusion_3_clauses.in_full(24, p)
            elif earliest is not None:
                part = _exclusion_3_8(p, earliest)
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 332: earliest serum creatinine at Visit 1: earliest serum creatinine before Visit 2 and after the day of the earliest serum creatinine: laboratory re-tests: at least one where the parameter is creatinine, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test
    part = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest_: CreatinineRecord | None = None
        earliest_day_: date | None = None
        open_day__: date | None = None
        for creatinine_6 in p.creatinine.items:
            # line 322: visit of serum creatinine: date of Visit 1
            hit = None if creatinine_6.visit is None else creatinine_6.visit == "visit_1"
            if hit:
                on = creatinine_6.date
                if type(on) is not date or on == earliest_day_:
                    part = exclusion_3_clauses.in_full(41, p)
                    break
                if earliest_day_ is None or on < earliest_day_:
                    earliest_, earliest_day_ = creatinine_6, on
                continue
            if hit is None:
                on = creatinine_6.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(41, p)
                    break
                if open_day__ is None or on < open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_after(open_day__, earliest_day_):
                part = exclusion_3_clauses.in_full(41, p)
            elif earliest_ is not None:
                part = _exclusion_3_12(p, earliest_)
    if part is False:
        return True
    return None if unknown or part is None else False


def _exclusion_3_5(p: Patient, weight_2: WeightRecord) -> bool | None:
    """Line 326: creatinine clearance (Cockcroft-Gault) of serum creatinine: at least 30 mL/min."""
    part: bool | None = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest: CreatinineRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for creatinine_3 in p.creatinine.items:
            # line 322: visit of serum creatinine: date of Visit 1
            hit: bool | None = (
                None if creatinine_3.visit is None else creatinine_3.visit == "visit_1"
            )
            if hit:
                on = creatinine_3.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_3_clauses.in_full(14, p, weight_2=weight_2)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = creatinine_3, on
                continue
            if hit is None:
                on = creatinine_3.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(14, p, weight_2=weight_2)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_3_clauses.in_full(14, p, weight_2=weight_2)
            elif earliest is not None:
                part = _exclusion_3_6(p, weight_2, earliest)
    return part


def _exclusion_3_6(
    p: Patient,
    weight_2: WeightRecord,
    creatinine_3: CreatinineRecord,
) -> bool | None:
    """Line 326: creatinine clearance (Cockcroft-Gault) before Visit 2 and after the day of the
    serum creatinine: at least 30 mL/min.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_3_clauses.in_full(16, p, weight_2=weight_2, creatinine_3=creatinine_3)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest: CreatinineRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for creatinine_2 in p.creatinine.items:
            doubt = False
            # line 323: measured after the day of the serum creatinine
            date_ = creatinine_3.date
            if date_ is not None and type(date_) is not date:
                return exclusion_3_clauses.in_full(
                    16, p, weight_2=weight_2, creatinine_3=creatinine_3
                )
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = creatinine_2.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 323: measured before Visit 2
            date__ = creatinine_2.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = creatinine_2.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(
                        16, p, weight_2=weight_2, creatinine_3=creatinine_3
                    )
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = creatinine_2.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_3_clauses.in_full(
                    16, p, weight_2=weight_2, creatinine_3=creatinine_3
                )
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = creatinine_2, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_3_clauses.in_full(
                    16, p, weight_2=weight_2, creatinine_3=creatinine_3
                )
            elif earliest is not None:
                part = _exclusion_3_7(p, weight_2, creatinine_3, earliest)
    return part


def _exclusion_3_7(
    p: Patient,
    weight_2: WeightRecord,
    creatinine_3: CreatinineRecord,
    creatinine_2: CreatinineRecord,
) -> bool | None:
    """Line 326: creatinine clearance (Cockcroft-Gault): at least 30 mL/min."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_3_clauses.in_full(
            20, p, weight_2=weight_2, creatinine_3=creatinine_3, creatinine_2=creatinine_2
        )
    # line 8: female
    part: bool | None = defined_female(p)
    if part:
        birth_date = p.birth_date
        value = weight_2.value
        value_2 = creatinine_2.value
        if birth_date is None or value is None or value_2 is None:
            part = None
        elif (
            visit_1
            and type(birth_date) is date
            and not value.bound
            and type(value.value) is Decimal
            and not value_2.bound
            and type(value_2.value) is Decimal
            and value_2.value > 0
        ):
            part = is_at_least(
                multiplied(
                    multiplied(_17, subtracted(_140, years_between(birth_date, visit_1))),
                    value.value,
                ),
                multiplied(_43200, value_2.value),
            )
        else:
            part = exclusion_3_clauses.in_full(
                22, p, weight_2=weight_2, creatinine_3=creatinine_3, creatinine_2=creatinine_2
            )
        return part
    if part is None:
        return exclusion_3_clauses.in_full(
            20, p, weight_2=weight_2, creatinine_3=creatinine_3, creatinine_2=creatinine_2
        )
    birth_date = p.birth_date
    value = weight_2.value
    value_2 = creatinine_2.value
    if birth_date is None or value is None or value_2 is None:
        part = None
    elif (
        visit_1
        and type(birth_date) is date
        and not value.bound
        and type(value.value) is Decimal
        and not value_2.bound
        and type(value_2.value) is Decimal
        and value_2.value > 0
    ):
        part = is_at_least(
            multiplied(subtracted(_140, years_between(birth_date, visit_1)), value.value),
            multiplied(_2160, value_2.value),
        )
    else:
        part = exclusion_3_clauses.in_full(
            23, p, weight_2=weight_2, creatinine_3=creatinine_3, creatinine_2=creatinine_2
        )
    return part


def _exclusion_3_8(p: Patient, creatinine_4: CreatinineRecord) -> bool | None:
    """Line 327: laboratory re-tests: at least one where the parameter is creatinine, and the
    re-test is after the day of the serum creatinine, and the re-test is before Visit 2, and it is
    the first re-test of this parameter, and either there was no abnormal result of this test in the
    patient's recent history, and there is no related clinical sign, or both it is thought to be the
    result of a temporary and reversible medical condition, and the resolution of that condition is
    on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_3_clauses.in_full(26, p, creatinine_4=creatinine_4)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_1 in p.retests.items:
            doubt = False
            # line 328: parameter: creatinine
            hit: bool | None = (
                None if retests_1.parameter is None else retests_1.parameter == "of_creatinine"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 329: re-test after the day of the serum creatinine
            date_ = creatinine_4.date
            if date_ is not None and type(date_) is not date:
                return exclusion_3_clauses.in_full(26, p, creatinine_4=creatinine_4)
            date__plus_1_day = date_ and date_ + _1_DAYS
            retested_on = retests_1.retested_on
            hit = (
                retested_on >= date__plus_1_day
                if date__plus_1_day and type(retested_on) is date
                else day_from(retested_on, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 330: re-test before Visit 2
            retested_on = retests_1.retested_on
            hit = (
                retested_on <= visit_2_less_1_day
                if visit_2_less_1_day and type(retested_on) is date
                else day_by(retested_on, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_1.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_3_9(p, creatinine_4, retests_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_3_9(p: Patient, creatinine_4: CreatinineRecord, retests_1: Retest) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_3_10(retests_1)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_3_11(p, creatinine_4, retests_1)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_3_10(retests_1: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_1.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_1.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_3_11(p: Patient, creatinine_4: CreatinineRecord, retests_1: Retest) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_1.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_1.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_3_clauses.in_full(38, p, creatinine_4=creatinine_4, retests_1=retests_1)
    resolved_on = retests_1.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_3_12(p: Patient, creatinine_6: CreatinineRecord) -> bool | None:
    """Line 332: earliest serum creatinine before Visit 2 and after the day of the serum creatinine:
    laboratory re-tests: at least one where the parameter is creatinine, and the re-test is on the
    day of this result, and it is the first re-test of this parameter, and either there was no
    abnormal result of this test in the patient's recent history, and there is no related clinical
    sign, or both it is thought to be the result of a temporary and reversible medical condition,
    and the resolution of that condition is on or before the re-test.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_3_clauses.in_full(43, p, creatinine_6=creatinine_6)
    visit_2_less_1_day = visit_2 and visit_2 - _1_DAYS
    part: bool | None = None
    if p.creatinine is not None and p.creatinine.complete:
        earliest: CreatinineRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for creatinine_5 in p.creatinine.items:
            doubt = False
            # line 323: measured after the day of the serum creatinine
            date_ = creatinine_6.date
            if date_ is not None and type(date_) is not date:
                return exclusion_3_clauses.in_full(43, p, creatinine_6=creatinine_6)
            date__plus_1_day = date_ and date_ + _1_DAYS
            date__ = creatinine_5.date
            hit: bool | None = (
                date__ >= date__plus_1_day
                if date__plus_1_day and type(date__) is date
                else day_from(date__, date__plus_1_day)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 323: measured before Visit 2
            date__ = creatinine_5.date
            hit = (
                date__ <= visit_2_less_1_day
                if visit_2_less_1_day and type(date__) is date
                else day_by(date__, visit_2_less_1_day)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = creatinine_5.date
                if type(on) is not date:
                    part = exclusion_3_clauses.in_full(43, p, creatinine_6=creatinine_6)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
            on = creatinine_5.date
            if type(on) is not date or on == earliest_day:
                part = exclusion_3_clauses.in_full(43, p, creatinine_6=creatinine_6)
                break
            if earliest_day is None or on < earliest_day:
                earliest, earliest_day = creatinine_5, on
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_3_clauses.in_full(43, p, creatinine_6=creatinine_6)
            elif earliest is not None:
                part = _exclusion_3_13(p, creatinine_6, earliest)
    return part


def _exclusion_3_13(
    p: Patient,
    creatinine_6: CreatinineRecord,
    creatinine_5: CreatinineRecord,
) -> bool | None:
    """Line 332: laboratory re-tests: at least one where the parameter is creatinine, and the
    re-test is on the day of the serum creatinine, and it is the first re-test of this parameter,
    and either there was no abnormal result of this test in the patient's recent history, and there
    is no related clinical sign, or both it is thought to be the result of a temporary and
    reversible medical condition, and the resolution of that condition is on or before the re-test.
    """
    part: bool | None = None
    if p.retests is not None:
        part = False if p.retests.complete else None
        for retests_2 in p.retests.items:
            doubt = False
            # line 333: parameter: creatinine
            hit: bool | None = (
                None if retests_2.parameter is None else retests_2.parameter == "of_creatinine"
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 334: re-test on the day of the serum creatinine
            date_ = creatinine_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_3_clauses.in_full(
                    47, p, creatinine_6=creatinine_6, creatinine_5=creatinine_5
                )
            date_ = creatinine_5.date
            if date_ is not None and type(date_) is not date:
                return exclusion_3_clauses.in_full(
                    47, p, creatinine_6=creatinine_6, creatinine_5=creatinine_5
                )
            retested_on = retests_2.retested_on
            hit = (
                date_ <= retested_on <= date_
                if date_ and type(retested_on) is date
                else day_in(retested_on, date_, date_)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 235: it is the first re-test of this parameter
            hit = retests_2.first_retest
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 236: any of these
            hit = _exclusion_3_14(p, creatinine_6, creatinine_5, retests_2)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return part


def _exclusion_3_14(
    p: Patient,
    creatinine_6: CreatinineRecord,
    creatinine_5: CreatinineRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 236: any of these."""
    unknown = False
    # line 237: all of these
    part: bool | None = _exclusion_3_15(retests_2)
    if part:
        return True
    if part is None:
        unknown = True
    # line 240: all of these
    part = _exclusion_3_16(p, creatinine_6, creatinine_5, retests_2)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_3_15(retests_2: Retest) -> bool | None:
    """Line 237: all of these."""
    unknown = False
    # line 238: abnormal result of this test in the patient's recent history
    part: bool | None = retests_2.recent_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 239: related clinical sign
    part = retests_2.sign
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_3_16(
    p: Patient,
    creatinine_6: CreatinineRecord,
    creatinine_5: CreatinineRecord,
    retests_2: Retest,
) -> bool | None:
    """Line 240: all of these."""
    unknown = False
    # line 241: it is thought to be the result of a temporary and reversible medical condition
    part: bool | None = retests_2.temporary
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 242: resolution of that condition: on or before the re-test
    retested_on = retests_2.retested_on
    if retested_on is not None and type(retested_on) is not date:
        return exclusion_3_clauses.in_full(
            58, p, creatinine_6=creatinine_6, creatinine_5=creatinine_5, retests_2=retests_2
        )
    resolved_on = retests_2.resolved_on
    part = (
        resolved_on <= retested_on
        if retested_on and type(resolved_on) is date
        else day_by(resolved_on, retested_on)
    )
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_4(p: Patient) -> bool | None:
    """Patients with underlying chronic liver disease (Child Pugh A, B or C hepatic …

    Source: criteria/NCT02999178.crit, lines 353–359.
    """
    # line 355: underlying chronic liver disease, of any Child-Pugh class
    part: bool | None = p.chronic_liver_disease
    return None if part is None else not part


def exclusion_5(p: Patient) -> bool | None:
    """Previous treatment with nintedanib or pirfenidone.

    Source: criteria/NCT02999178.crit, lines 361–365.
    """
    unknown = False
    # line 364: the patient has been treated with nintedanib
    part: bool | None = p.nintedanib_before
    if part:
        return False
    if part is None:
        unknown = True
    # line 365: the patient has been treated with pirfenidone
    part = p.pirfenidone_before
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_6(p: Patient) -> bool | None:
    """Other investigational therapy received within 1 month or 6 half-lives (whichever …

    Source: criteria/NCT02999178.crit, lines 372–381.
    """
    # line 375: other investigational therapies: at least one where it was ongoing at any time within 1 month, or within 6 times the half-life, before Visit 1, whichever is longer
    part: bool | None = None
    if p.investigational_therapies is not None:
        part = False if p.investigational_therapies.complete else None
        for investigational_therapies_1 in p.investigational_therapies.items:
            # line 375: it was ongoing at any time within 1 month, or within 6 times the half-life, before Visit 1, whichever is longer
            given_start = first_day(investigational_therapies_1.given)
            given_end = last_day(investigational_therapies_1.given)
            visit_1 = p.visit_1
            half_life = investigational_therapies_1.half_life
            hit: bool | None
            if (
                type(given_start) is date
                and type(given_end) is date
                and type(visit_1) is date
                and half_life is not None
                and not half_life.bound
                and type(half_life.value) is Decimal
                and half_life.value >= 0
            ):
                hit = both(
                    is_at_most(
                        (visit_1 - given_end).days,
                        larger_of(
                            (visit_1 - months_from(visit_1, -1)).days,
                            multiplied(_6, half_life.value),
                        ),
                    ),
                    given_start <= visit_1,
                )
            elif (
                given_end == "ongoing"
                and type(given_start) is date
                and type(visit_1) is date
                and half_life is not None
                and not half_life.bound
                and type(half_life.value) is Decimal
                and half_life.value >= 0
            ):
                hit = given_start <= visit_1
            else:
                hit = exclusion_6_clauses.in_full(
                    2, p, investigational_therapies_1=investigational_therapies_1
                )
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    return None if part is None else not part


def exclusion_7(p: Patient) -> bool | None:
    """Use of any of the following medications for the treatment of Interstitial Lung …

    Source: criteria/NCT02999178.crit, lines 404–448.
    """
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_7_clauses.in_full(0, p)
    visit_2_less_28_days = visit_2 and visit_2 - _28_DAYS
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_7_clauses.in_full(0, p)
    unknown = False
    # line 413: medications for ILD, RA or another CTD: at least one where the drug is azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”, and as the table “Time before Visit 2 in which the drug bars” says, by drug
    part: bool | None = None
    if p.medications is not None:
        part = False if p.medications.complete else None
        for medications_1 in p.medications.items:
            doubt = False
            # line 414: drug: azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab
            hit: bool | None = (
                None if medications_1.drug is None else medications_1.drug in _OPTIONS_03
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 415: indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them
            if medications_1.purposes is None:
                hit = None
            elif not medications_1.purposes.values.isdisjoint(_OPTIONS_04):
                hit = True
            elif medications_1.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 416: as the table “Time before Visit 2 in which the drug bars” says, by drug
            hit = _exclusion_7_2(p, medications_1)
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
    # line 417: courses of oral corticosteroids: at least one where it was ongoing at any time within 4 weeks before Visit 2, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”, and daily dose of a corticosteroid, as prednisone is above 20 mg/day
    part = None
    if p.steroid_courses is not None:
        part = False if p.steroid_courses.complete else None
        for steroid_courses_1 in p.steroid_courses.items:
            doubt = False
            # line 417: it was ongoing at any time within 4 weeks before Visit 2
            hit = period_in(steroid_courses_1.taken, visit_2, visit_2_less_28_days)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 418: indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them
            if steroid_courses_1.purposes is None:
                hit = None
            elif not steroid_courses_1.purposes.values.isdisjoint(_OPTIONS_04):
                hit = True
            elif steroid_courses_1.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 419: daily dose of a corticosteroid, as prednisone: above 20 mg/day
            hit = _exclusion_7_3(p, steroid_courses_1)
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
    # line 420: all of these
    part = _exclusion_7_4(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 423: medications for ILD, RA or another CTD: at least one where it was ongoing on the day of Visit 1, and the drug is azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab, and the indications include rheumatoid arthritis or another connective tissue disease, unless “Is a change of this RA or CTD medication medically indicated?” is answered yes
    part = None
    if p.medications is not None:
        part = False if p.medications.complete else None
        for medications_2 in p.medications.items:
            doubt = False
            # line 423: it was ongoing on the day of Visit 1
            hit = period_in(medications_2.taken, visit_1, visit_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 424: drug: azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab
            hit = None if medications_2.drug is None else medications_2.drug in _OPTIONS_03
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 425: indications: “rheumatoid arthritis or another connective tissue disease” among them
            if medications_2.purposes is None:
                hit = None
            elif "ctd" in medications_2.purposes.values:
                hit = True
            elif medications_2.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 426: Is a change of this RA or CTD medication medically indicated?
            hit = medications_2.change_indicated
            if hit:
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
    # line 427: courses of oral corticosteroids: at least one where it was ongoing on the day of Visit 1, and the indications include rheumatoid arthritis or another connective tissue disease, and daily dose of a corticosteroid, as prednisone is above 20 mg/day, unless “Is a change of this corticosteroid for RA or CTD medically indicated?” is answered yes
    part = None
    if p.steroid_courses is not None:
        part = False if p.steroid_courses.complete else None
        for steroid_courses_3 in p.steroid_courses.items:
            doubt = False
            # line 427: it was ongoing on the day of Visit 1
            hit = period_in(steroid_courses_3.taken, visit_1, visit_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 428: indications: “rheumatoid arthritis or another connective tissue disease” among them
            if steroid_courses_3.purposes is None:
                hit = None
            elif "ctd" in steroid_courses_3.purposes.values:
                hit = True
            elif steroid_courses_3.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 429: daily dose of a corticosteroid, as prednisone: above 20 mg/day
            hit = _exclusion_7_5(p, steroid_courses_3)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 430: Is a change of this corticosteroid for RA or CTD medically indicated?
            hit = steroid_courses_3.steroid_change_indicated
            if hit:
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
    # line 431: all of these
    part = _exclusion_7_6(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_7_2(p: Patient, medications_1: Medication) -> bool | None:
    """Line 416: as the table “Time before Visit 2 in which the drug bars” says, by drug."""
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_7_clauses.in_full(6, p, medications_1=medications_1)
    visit_2_less_28_days = visit_2 and visit_2 - _28_DAYS
    visit_2_less_56_days = visit_2 and visit_2 - _56_DAYS
    visit_2_less_6_months = visit_2 and months_from(visit_2, -6)
    drug = medications_1.drug
    if drug is None:
        return exclusion_7_clauses.in_full(6, p, medications_1=medications_1)
    if drug == "azathioprine" or drug == "cyclosporine" or drug == "mmf" or drug == "tacrolimus":
        return period_in(medications_1.taken, visit_2, visit_2_less_28_days)
    if drug == "cyclophosphamide":
        return period_in(medications_1.taken, visit_2, visit_2_less_56_days)
    if drug == "rituximab":
        return period_in(medications_1.taken, visit_2, visit_2_less_6_months)
    return None


def _exclusion_7_3(p: Patient, steroid_courses_1: SteroidCourse) -> bool | None:
    """Line 419: daily dose of a corticosteroid, as prednisone: above 20 mg/day."""
    steroid = steroid_courses_1.steroid
    if steroid is None:
        return exclusion_7_clauses.in_full(15, p, steroid_courses_1=steroid_courses_1)
    if steroid in _OPTIONS_05:
        dose = steroid_courses_1.dose
        part: bool | None
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _20
        else:
            part = exclusion_7_clauses.in_full(16, p, steroid_courses_1=steroid_courses_1)
        return part
    if steroid == "methylprednisolone" or steroid == "triamcinolone":
        dose = steroid_courses_1.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _16
        else:
            part = exclusion_7_clauses.in_full(17, p, steroid_courses_1=steroid_courses_1)
        return part
    if steroid in _OPTIONS_06:
        dose = steroid_courses_1.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _3
        else:
            part = exclusion_7_clauses.in_full(18, p, steroid_courses_1=steroid_courses_1)
        return part
    if steroid == "hydrocortisone":
        dose = steroid_courses_1.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _80
        else:
            part = exclusion_7_clauses.in_full(19, p, steroid_courses_1=steroid_courses_1)
        return part
    if steroid == "cortisone":
        dose = steroid_courses_1.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _100
        else:
            part = exclusion_7_clauses.in_full(20, p, steroid_courses_1=steroid_courses_1)
        return part
    dose = steroid_courses_1.dose
    if dose is None:
        part = None
    elif not dose.bound and type(dose.value) is Decimal:
        part = dose.value > _24
    else:
        part = exclusion_7_clauses.in_full(21, p, steroid_courses_1=steroid_courses_1)
    return part


def _exclusion_7_4(p: Patient) -> bool | None:
    """Line 420: all of these."""
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_7_clauses.in_full(22, p)
    visit_2_less_28_days = visit_2 and visit_2 - _28_DAYS
    unknown = False
    # line 421: courses of oral corticosteroids: at least two where it was ongoing at any time within 4 weeks before Visit 2, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”
    part: bool | None = None
    if p.steroid_courses is not None:
        found = perhaps = 0
        for steroid_courses_2 in p.steroid_courses.items:
            doubt = False
            # line 421: it was ongoing at any time within 4 weeks before Visit 2
            hit: bool | None = period_in(steroid_courses_2.taken, visit_2, visit_2_less_28_days)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 421: indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them
            if steroid_courses_2.purposes is None:
                hit = None
            elif not steroid_courses_2.purposes.values.isdisjoint(_OPTIONS_04):
                hit = True
            elif steroid_courses_2.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if doubt or hit is None:
                perhaps += 1
                continue
            found += 1
            perhaps += 1
        if not p.steroid_courses.complete:
            perhaps = MANY
        part = within(found, perhaps, 2, None)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 422: highest daily dose of all oral corticosteroids for ILD, RA or another CTD together, as prednisone, on any day of the 4 weeks before Visit 2: above 20 mg/day
    highest_ocs_of_a_day = p.highest_ocs_of_a_day
    if highest_ocs_of_a_day is None:
        part = None
    elif not highest_ocs_of_a_day.bound:
        part = highest_ocs_of_a_day.value > _20
    else:
        part = above(highest_ocs_of_a_day, _20)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_7_5(p: Patient, steroid_courses_3: SteroidCourse) -> bool | None:
    """Line 429: daily dose of a corticosteroid, as prednisone: above 20 mg/day."""
    steroid = steroid_courses_3.steroid
    if steroid is None:
        return exclusion_7_clauses.in_full(43, p, steroid_courses_3=steroid_courses_3)
    if steroid in _OPTIONS_05:
        dose = steroid_courses_3.dose
        part: bool | None
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _20
        else:
            part = exclusion_7_clauses.in_full(44, p, steroid_courses_3=steroid_courses_3)
        return part
    if steroid == "methylprednisolone" or steroid == "triamcinolone":
        dose = steroid_courses_3.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _16
        else:
            part = exclusion_7_clauses.in_full(45, p, steroid_courses_3=steroid_courses_3)
        return part
    if steroid in _OPTIONS_06:
        dose = steroid_courses_3.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _3
        else:
            part = exclusion_7_clauses.in_full(46, p, steroid_courses_3=steroid_courses_3)
        return part
    if steroid == "hydrocortisone":
        dose = steroid_courses_3.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _80
        else:
            part = exclusion_7_clauses.in_full(47, p, steroid_courses_3=steroid_courses_3)
        return part
    if steroid == "cortisone":
        dose = steroid_courses_3.dose
        if dose is None:
            part = None
        elif not dose.bound and type(dose.value) is Decimal:
            part = dose.value > _100
        else:
            part = exclusion_7_clauses.in_full(48, p, steroid_courses_3=steroid_courses_3)
        return part
    dose = steroid_courses_3.dose
    if dose is None:
        part = None
    elif not dose.bound and type(dose.value) is Decimal:
        part = dose.value > _24
    else:
        part = exclusion_7_clauses.in_full(49, p, steroid_courses_3=steroid_courses_3)
    return part


def _exclusion_7_6(p: Patient) -> bool | None:
    """Line 431: all of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_7_clauses.in_full(52, p)
    unknown = False
    # line 432: courses of oral corticosteroids: at least two where it was ongoing on the day of Visit 1, and the indications include rheumatoid arthritis or another connective tissue disease
    part: bool | None = None
    if p.steroid_courses is not None:
        found = perhaps = 0
        for steroid_courses_4 in p.steroid_courses.items:
            doubt = False
            # line 432: it was ongoing on the day of Visit 1
            hit: bool | None = period_in(steroid_courses_4.taken, visit_1, visit_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 432: indications: “rheumatoid arthritis or another connective tissue disease” among them
            if steroid_courses_4.purposes is None:
                hit = None
            elif "ctd" in steroid_courses_4.purposes.values:
                hit = True
            elif steroid_courses_4.purposes.complete:
                hit = False
            else:
                hit = None
            if hit is False:
                continue
            if doubt or hit is None:
                perhaps += 1
                continue
            found += 1
            perhaps += 1
        if not p.steroid_courses.complete:
            perhaps = MANY
        part = within(found, perhaps, 2, None)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 433: daily dose of all oral corticosteroids for RA or another CTD together, as prednisone, on the day of Visit 1: above 20 mg/day
    ctd_ocs_at_visit_1 = p.ctd_ocs_at_visit_1
    if ctd_ocs_at_visit_1 is None:
        part = None
    elif not ctd_ocs_at_visit_1.bound:
        part = ctd_ocs_at_visit_1.value > _20
    else:
        part = above(ctd_ocs_at_visit_1, _20)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 434: Is a change of the corticosteroids for RA or CTD, taken together, medically indicated?
    part = p.joint_steroid_change_indicated
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_8(p: Patient) -> bool | None:
    """Diagnosis of Idiopathic Pulmonary Fibrosis (IPF) based on American Thoracic Society …

    Source: criteria/NCT02999178.crit, lines 450–456.
    """
    # line 454: diagnosis of idiopathic pulmonary fibrosis (IPF) by the ATS/ERS/JRS/ALAT guidelines of 2011
    part: bool | None = p.ipf
    return None if part is None else not part


def exclusion_9(p: Patient) -> bool | None:
    """Significant Pulmonary Arterial Hypertension (PAH) defined by any of the following: …

    Source: criteria/NCT02999178.crit, lines 465–493.
    """
    unknown = False
    # line 474: all of these
    part: bool | None = _exclusion_9_2(p)
    if part:
        return False
    if part is None:
        unknown = True
    # line 479: right heart catheterizations: at least one where the cardiac index is at most 2 L/min/m²
    part = None
    if p.right_heart_catheterizations is not None:
        part = False if p.right_heart_catheterizations.complete else None
        for right_heart_catheterizations_1 in p.right_heart_catheterizations.items:
            # line 479: cardiac index at most 2 L/min/m²
            cardiac_index = right_heart_catheterizations_1.cardiac_index
            hit: bool | None
            if cardiac_index is None:
                hit = None
            elif not cardiac_index.bound:
                hit = cardiac_index.value <= _2
            else:
                hit = opposite(above(cardiac_index, _2))
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
    # line 480: pulmonary arterial hypertension that requires parenteral epoprostenol
    part = p.parenteral_epoprostenol
    if part:
        return False
    if part is None:
        unknown = True
    # line 481: pulmonary arterial hypertension that requires parenteral treprostinil
    part = p.parenteral_treprostinil
    if part:
        return False
    if part is None:
        unknown = True
    # line 482: latest FEV1 before bronchodilator at Visit 1 divided by latest FVC before bronchodilator, in litres at Visit 1: below 0.7
    part = None
    if p.fev1 is not None and p.fev1.complete:
        latest: Fev1Record | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fev1_1 in p.fev1.items:
            # line 472: visit of FEV1 before bronchodilator: date of Visit 1
            hit = None if fev1_1.visit is None else fev1_1.visit == "visit_1"
            if hit:
                on = fev1_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_9_clauses.in_full(11, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fev1_1, on
                continue
            if hit is None:
                on = fev1_1.date
                if type(on) is not date:
                    part = exclusion_9_clauses.in_full(11, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_9_clauses.in_full(11, p)
            elif latest is not None:
                part = _exclusion_9_4(p, latest)
    if part:
        return False
    if part is None:
        unknown = True
    # line 483: any other clinically significant pulmonary abnormality
    part = p.other_pulmonary
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_9_2(p: Patient) -> bool | None:
    """Line 474: all of these."""
    unknown = False
    # line 475: any of these
    part: bool | None = _exclusion_9_3(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 478: the right heart failure was significant
    part = p.significant_right_heart_failure
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_9_3(p: Patient) -> bool | None:
    """Line 475: any of these."""
    unknown = False
    # line 476: previous clinical evidence of right heart failure
    part: bool | None = p.clinical_right_heart_failure
    if part:
        return True
    if part is None:
        unknown = True
    # line 477: previous echocardiographic evidence of right heart failure
    part = p.echo_right_heart_failure
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_9_4(p: Patient, fev1_1: Fev1Record) -> bool | None:
    """Line 482: FEV1 before bronchodilator divided by latest FVC before bronchodilator, in litres
    at Visit 1: below 0.7.
    """
    part: bool | None = None
    if p.fvc_volume is not None and p.fvc_volume.complete:
        latest: FvcVolumeRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_volume_1 in p.fvc_volume.items:
            # line 472: visit of FVC before bronchodilator, in litres: date of Visit 1
            hit: bool | None = (
                None if fvc_volume_1.visit is None else fvc_volume_1.visit == "visit_1"
            )
            if hit:
                on = fvc_volume_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_9_clauses.in_full(13, p, fev1_1=fev1_1)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fvc_volume_1, on
                continue
            if hit is None:
                on = fvc_volume_1.date
                if type(on) is not date:
                    part = exclusion_9_clauses.in_full(13, p, fev1_1=fev1_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_9_clauses.in_full(13, p, fev1_1=fev1_1)
            elif latest is not None:
                value = fev1_1.value
                value_2 = latest.value
                if value is None or value_2 is None:
                    part = None
                elif (
                    not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                    and value_2.value > 0
                ):
                    part = value.value < multiplied(_0_7, value_2.value)
                else:
                    part = exclusion_9_clauses.in_full(15, p, fev1_1=fev1_1, fvc_volume_1=latest)
    return part


def exclusion_10(p: Patient) -> bool | None:
    """Major extrapulmonary physiological restriction (e.g. chest wall abnormality, large …

    Source: criteria/NCT02999178.crit, lines 495–503.
    """
    unknown = False
    # line 499: chest wall abnormality that causes a major restriction of breathing
    part: bool | None = p.chest_wall_restriction
    if part:
        return False
    if part is None:
        unknown = True
    # line 500: large pleural effusion
    part = p.large_effusion
    if part:
        return False
    if part is None:
        unknown = True
    # line 501: any other major physiological restriction from outside the lungs
    part = p.other_restriction
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_11(p: Patient) -> bool | None:
    """Cardiovascular diseases, any of the following: - Severe hypertension, uncontrolled …

    Source: criteria/NCT02999178.crit, lines 514–535.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_11_clauses.in_full(0, p)
    visit_1_less_6_months = visit_1 and months_from(visit_1, -6)
    visit_1_plus_6_months = visit_1 and months_from(visit_1, 6)
    unknown = False
    # line 520: blood pressure measurements: at least one where the date is within 6 months before or after Visit 1, and it was measured under treatment of hypertension, and either the systolic is at least 160 mmHg, or the diastolic is at least 100 mmHg
    part: bool | None = None
    if p.blood_pressures is not None:
        part = False if p.blood_pressures.complete else None
        for blood_pressures_1 in p.blood_pressures.items:
            doubt = False
            # line 521: date: within 6 months before or after Visit 1
            measured_on = blood_pressures_1.measured_on
            hit: bool | None = (
                visit_1_less_6_months <= measured_on <= visit_1_plus_6_months
                if visit_1_less_6_months and visit_1_plus_6_months and type(measured_on) is date
                else day_in(measured_on, visit_1_less_6_months, visit_1_plus_6_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 522: it was measured under treatment of hypertension
            hit = blood_pressures_1.under_treatment
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 523: any of these
            hit = _exclusion_11_2(blood_pressures_1)
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
    # line 526: last myocardial infarction within 6 months before or after Visit 1
    last_infarction = p.last_infarction
    part = (
        visit_1_less_6_months <= last_infarction <= visit_1_plus_6_months
        if visit_1_less_6_months and visit_1_plus_6_months and type(last_infarction) is date
        else day_in(last_infarction, visit_1_less_6_months, visit_1_plus_6_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 527: last day of unstable cardiac angina: within 6 months before or after Visit 1
    last_unstable_angina = p.last_unstable_angina
    part = (
        visit_1_less_6_months <= last_unstable_angina <= visit_1_plus_6_months
        if visit_1_less_6_months and visit_1_plus_6_months and type(last_unstable_angina) is date
        else day_in(last_unstable_angina, visit_1_less_6_months, visit_1_plus_6_months)
    )
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_11_2(blood_pressures_1: BloodPressure) -> bool | None:
    """Line 523: any of these."""
    unknown = False
    # line 524: systolic at least 160 mmHg
    systolic = blood_pressures_1.systolic
    part: bool | None
    if systolic is None:
        part = None
    elif not systolic.bound:
        part = systolic.value >= _160
    else:
        part = at_least(systolic, _160)
    if part:
        return True
    if part is None:
        unknown = True
    # line 525: diastolic at least 100 mmHg
    diastolic = blood_pressures_1.diastolic
    if diastolic is None:
        part = None
    elif not diastolic.bound:
        part = diastolic.value >= _100
    else:
        part = at_least(diastolic, _100)
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_12(p: Patient) -> bool | None:
    """Bleeding risk, any of the following: - Known genetic predisposition to bleeding. - …

    Source: criteria/NCT02999178.crit, lines 567–641.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_12_clauses.in_full(0, p)
    visit_1_less_12_months = visit_1 and months_from(visit_1, -12)
    visit_1_plus_12_months = visit_1 and months_from(visit_1, 12)
    visit_1_less_3_months = visit_1 and months_from(visit_1, -3)
    visit_1_plus_3_months = visit_1 and months_from(visit_1, 3)
    unknown = False
    # line 589: known genetic predisposition to bleeding
    part: bool | None = p.bleeding_predisposition
    if part:
        return False
    if part is None:
        unknown = True
    # line 591: fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires: at least one where the drug is fibrinolytic, or both either the drug is vitamin K antagonist or direct thrombin inhibitor, or the drug is enoxaparin, another heparin, hirudin or another anticoagulant, and it is full-dose therapeutic anticoagulation
    part = None
    if p.antithrombotics is not None:
        part = False if p.antithrombotics.complete else None
        for antithrombotics_1 in p.antithrombotics.items:
            doubt = False
            # line 592: drug: fibrinolytic
            hit: bool | None = (
                None
                if antithrombotics_1.agent is None
                else antithrombotics_1.agent == "fibrinolytic"
            )
            if hit:
                part = True
                break
            if hit is None:
                doubt = True
            # line 593: all of these
            hit = _exclusion_12_2(antithrombotics_1)
            if hit:
                part = True
                break
            if doubt or hit is None:
                part = None
                continue
    if part:
        return False
    if part is None:
        unknown = True
    # line 598: fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires: at least one where both the drug is acetyl salicylic acid, and the daily dose of an antiplatelet drug is above 325 mg/day, or both the drug is clopidogrel, and the daily dose of an antiplatelet drug is above 75 mg/day, or both the drug is another antiplatelet drug, and it is a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of clopidogrel a day
    part = None
    if p.antithrombotics is not None:
        part = False if p.antithrombotics.complete else None
        for antithrombotics_2 in p.antithrombotics.items:
            doubt = False
            # line 599: all of these
            hit = _exclusion_12_4(antithrombotics_2)
            if hit:
                part = True
                break
            if hit is None:
                doubt = True
            # line 602: all of these
            hit = _exclusion_12_5(antithrombotics_2)
            if hit:
                part = True
                break
            if hit is None:
                doubt = True
            # line 605: all of these
            hit = _exclusion_12_6(antithrombotics_2)
            if hit:
                part = True
                break
            if doubt or hit is None:
                part = None
                continue
    if part:
        return False
    if part is None:
        unknown = True
    # line 608: last haemorrhage in the central nervous system: within 12 months before or after Visit 1
    last_cns_haemorrhage = p.last_cns_haemorrhage
    part = (
        visit_1_less_12_months <= last_cns_haemorrhage <= visit_1_plus_12_months
        if visit_1_less_12_months and visit_1_plus_12_months and type(last_cns_haemorrhage) is date
        else day_in(last_cns_haemorrhage, visit_1_less_12_months, visit_1_plus_12_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 610: last day of haemoptysis: within 3 months before or after Visit 1
    last_haemoptysis = p.last_haemoptysis
    part = (
        visit_1_less_3_months <= last_haemoptysis <= visit_1_plus_3_months
        if visit_1_less_3_months and visit_1_plus_3_months and type(last_haemoptysis) is date
        else day_in(last_haemoptysis, visit_1_less_3_months, visit_1_plus_3_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 611: last day of haematuria: within 3 months before or after Visit 1
    last_haematuria = p.last_haematuria
    part = (
        visit_1_less_3_months <= last_haematuria <= visit_1_plus_3_months
        if visit_1_less_3_months and visit_1_plus_3_months and type(last_haematuria) is date
        else day_in(last_haematuria, visit_1_less_3_months, visit_1_plus_3_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 612: last day of active gastro-intestinal bleeding: within 3 months before or after Visit 1
    last_gi_bleeding = p.last_gi_bleeding
    part = (
        visit_1_less_3_months <= last_gi_bleeding <= visit_1_plus_3_months
        if visit_1_less_3_months and visit_1_plus_3_months and type(last_gi_bleeding) is date
        else day_in(last_gi_bleeding, visit_1_less_3_months, visit_1_plus_3_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 613: last day on which a gastro-intestinal ulcer was present: within 3 months before or after Visit 1
    last_gi_ulcer = p.last_gi_ulcer
    part = (
        visit_1_less_3_months <= last_gi_ulcer <= visit_1_plus_3_months
        if visit_1_less_3_months and visit_1_plus_3_months and type(last_gi_ulcer) is date
        else day_in(last_gi_ulcer, visit_1_less_3_months, visit_1_plus_3_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 614: injuries: at least one where the date is within 3 months before or after Visit 1, and it was a major injury
    part = None
    if p.injuries is not None:
        part = False if p.injuries.complete else None
        for injuries_1 in p.injuries.items:
            doubt = False
            # line 615: date: within 3 months before or after Visit 1
            injured_on = injuries_1.injured_on
            hit = (
                visit_1_less_3_months <= injured_on <= visit_1_plus_3_months
                if visit_1_less_3_months and visit_1_plus_3_months and type(injured_on) is date
                else day_in(injured_on, visit_1_less_3_months, visit_1_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 616: it was a major injury
            hit = injuries_1.major_injury
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
    # line 617: surgical procedures done: at least one where the date is within 3 months before or after Visit 1, and it was major surgery
    part = None
    if p.operations is not None:
        part = False if p.operations.complete else None
        for operations_1 in p.operations.items:
            doubt = False
            # line 618: date: within 3 months before or after Visit 1
            operated_on = operations_1.operated_on
            hit = (
                visit_1_less_3_months <= operated_on <= visit_1_plus_3_months
                if visit_1_less_3_months and visit_1_plus_3_months and type(operated_on) is date
                else day_in(operated_on, visit_1_less_3_months, visit_1_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 619: it was major surgery
            hit = operations_1.major_surgery
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
    # line 621: earliest international normalized ratio (INR) at Visit 1: above 2
    part = None
    if p.inr is not None and p.inr.complete:
        earliest: InrRecord | None = None
        earliest_day: date | None = None
        open_day: date | None = None
        for inr_1 in p.inr.items:
            # line 585: visit of international normalized ratio (INR): date of Visit 1
            hit = None if inr_1.visit is None else inr_1.visit == "visit_1"
            if hit:
                on = inr_1.date
                if type(on) is not date or on == earliest_day:
                    part = exclusion_12_clauses.in_full(38, p)
                    break
                if earliest_day is None or on < earliest_day:
                    earliest, earliest_day = inr_1, on
                continue
            if hit is None:
                on = inr_1.date
                if type(on) is not date:
                    part = exclusion_12_clauses.in_full(38, p)
                    break
                if open_day is None or on < open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_after(open_day, earliest_day):
                part = exclusion_12_clauses.in_full(38, p)
            elif earliest is not None:
                part = None if earliest.value is None else earliest.value > _2
    if part:
        return False
    if part is None:
        unknown = True
    # line 622: earliest prothrombin time (PT) at Visit 1: above 1.5 times the upper limit of normal
    part = None
    if p.pt is not None and p.pt.complete:
        earliest_: PtRecord | None = None
        earliest_day_: date | None = None
        open_day_: date | None = None
        for pt_1 in p.pt.items:
            # line 586: visit of prothrombin time (PT): date of Visit 1
            hit = None if pt_1.visit is None else pt_1.visit == "visit_1"
            if hit:
                on = pt_1.date
                if type(on) is not date or on == earliest_day_:
                    part = exclusion_12_clauses.in_full(41, p)
                    break
                if earliest_day_ is None or on < earliest_day_:
                    earliest_, earliest_day_ = pt_1, on
                continue
            if hit is None:
                on = pt_1.date
                if type(on) is not date:
                    part = exclusion_12_clauses.in_full(41, p)
                    break
                if open_day_ is None or on < open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_after(open_day_, earliest_day_):
                part = exclusion_12_clauses.in_full(41, p)
            elif earliest_ is not None:
                value = earliest_.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value > multiplied(_1_5, value.uln)
                else:
                    part = exclusion_12_clauses.in_full(43, p, pt_1=earliest_)
    if part:
        return False
    if part is None:
        unknown = True
    # line 623: earliest activated partial thromboplastin time (aPTT) at Visit 1: above 1.5 times the upper limit of normal
    part = None
    if p.aptt is not None and p.aptt.complete:
        earliest__: ApttRecord | None = None
        earliest_day__: date | None = None
        open_day__: date | None = None
        for aptt_1 in p.aptt.items:
            # line 587: visit of activated partial thromboplastin time (aPTT): date of Visit 1
            hit = None if aptt_1.visit is None else aptt_1.visit == "visit_1"
            if hit:
                on = aptt_1.date
                if type(on) is not date or on == earliest_day__:
                    part = exclusion_12_clauses.in_full(44, p)
                    break
                if earliest_day__ is None or on < earliest_day__:
                    earliest__, earliest_day__ = aptt_1, on
                continue
            if hit is None:
                on = aptt_1.date
                if type(on) is not date:
                    part = exclusion_12_clauses.in_full(44, p)
                    break
                if open_day__ is None or on < open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_after(open_day__, earliest_day__):
                part = exclusion_12_clauses.in_full(44, p)
            elif earliest__ is not None:
                value_ = earliest__.value
                if value_ is None:
                    part = None
                elif (
                    not value_.bound
                    and type(value_.value) is Decimal
                    and type(value_.uln) is Decimal
                ):
                    part = value_.value > multiplied(_1_5, value_.uln)
                else:
                    part = exclusion_12_clauses.in_full(46, p, aptt_1=earliest__)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_12_2(antithrombotics_1: Antithrombotic) -> bool | None:
    """Line 593: all of these."""
    unknown = False
    # line 594: any of these
    part: bool | None = _exclusion_12_3(antithrombotics_1)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 597: it is full-dose therapeutic anticoagulation
    part = antithrombotics_1.full_dose
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_12_3(antithrombotics_1: Antithrombotic) -> bool | None:
    """Line 594: any of these."""
    unknown = False
    # line 595: drug: vitamin K antagonist or direct thrombin inhibitor
    part: bool | None = (
        None if antithrombotics_1.agent is None else antithrombotics_1.agent in _OPTIONS_07
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 596: drug: enoxaparin, another heparin, hirudin or another anticoagulant
    part = None if antithrombotics_1.agent is None else antithrombotics_1.agent in _OPTIONS_08
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_12_4(antithrombotics_2: Antithrombotic) -> bool | None:
    """Line 599: all of these."""
    unknown = False
    # line 600: drug: acetyl salicylic acid
    part: bool | None = (
        None
        if antithrombotics_2.agent is None
        else antithrombotics_2.agent == "acetylsalicylic_acid"
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 601: daily dose of an antiplatelet drug: above 325 mg/day
    antiplatelet_dose = antithrombotics_2.antiplatelet_dose
    if antiplatelet_dose is None:
        part = None
    elif not antiplatelet_dose.bound:
        part = antiplatelet_dose.value > _325
    else:
        part = above(antiplatelet_dose, _325)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_12_5(antithrombotics_2: Antithrombotic) -> bool | None:
    """Line 602: all of these."""
    unknown = False
    # line 603: drug: clopidogrel
    part: bool | None = (
        None if antithrombotics_2.agent is None else antithrombotics_2.agent == "clopidogrel"
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 604: daily dose of an antiplatelet drug: above 75 mg/day
    antiplatelet_dose = antithrombotics_2.antiplatelet_dose
    if antiplatelet_dose is None:
        part = None
    elif not antiplatelet_dose.bound:
        part = antiplatelet_dose.value > _75
    else:
        part = above(antiplatelet_dose, _75)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_12_6(antithrombotics_2: Antithrombotic) -> bool | None:
    """Line 605: all of these."""
    unknown = False
    # line 606: drug: another antiplatelet drug
    part: bool | None = (
        None if antithrombotics_2.agent is None else antithrombotics_2.agent == "other_antiplatelet"
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 607: it is a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of clopidogrel a day
    part = antithrombotics_2.high_dose
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_13(p: Patient) -> bool | None:
    """History of thrombotic event (including stroke and transient ischemic attack) within …

    Source: criteria/NCT02999178.crit, lines 647–662.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_13_clauses.in_full(0, p)
    visit_1_less_12_months = visit_1 and months_from(visit_1, -12)
    visit_1_plus_12_months = visit_1 and months_from(visit_1, 12)
    unknown = False
    # line 651: last stroke within 12 months before or after Visit 1
    last_stroke = p.last_stroke
    part: bool | None = (
        visit_1_less_12_months <= last_stroke <= visit_1_plus_12_months
        if visit_1_less_12_months and visit_1_plus_12_months and type(last_stroke) is date
        else day_in(last_stroke, visit_1_less_12_months, visit_1_plus_12_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 652: last transient ischemic attack: within 12 months before or after Visit 1
    last_tia = p.last_tia
    part = (
        visit_1_less_12_months <= last_tia <= visit_1_plus_12_months
        if visit_1_less_12_months and visit_1_plus_12_months and type(last_tia) is date
        else day_in(last_tia, visit_1_less_12_months, visit_1_plus_12_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 653: last other thrombotic event, heart attacks aside: within 12 months before or after Visit 1
    last_other_thrombosis = p.last_other_thrombosis
    part = (
        visit_1_less_12_months <= last_other_thrombosis <= visit_1_plus_12_months
        if visit_1_less_12_months and visit_1_plus_12_months and type(last_other_thrombosis) is date
        else day_in(last_other_thrombosis, visit_1_less_12_months, visit_1_plus_12_months)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 654: all of these
    part = _exclusion_13_2(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_13_2(p: Patient) -> bool | None:
    """Line 654: all of these."""
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return exclusion_13_clauses.in_full(5, p)
    visit_1_less_12_months = visit_1 and months_from(visit_1, -12)
    visit_1_plus_12_months = visit_1 and months_from(visit_1, 12)
    unknown = False
    # line 655: last myocardial infarction within 12 months before or after Visit 1
    last_infarction = p.last_infarction
    part: bool | None = (
        visit_1_less_12_months <= last_infarction <= visit_1_plus_12_months
        if visit_1_less_12_months and visit_1_plus_12_months and type(last_infarction) is date
        else day_in(last_infarction, visit_1_less_12_months, visit_1_plus_12_months)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 656: Is the myocardial infarction a thrombotic event that bars?
    part = p.infarction_counts
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_14(p: Patient) -> bool | None:
    """Known hypersensitivity to the trial medication or its components (i.e. soya …

    Source: criteria/NCT02999178.crit, lines 664–671.
    """
    unknown = False
    # line 667: known hypersensitivity to nintedanib
    part: bool | None = p.nintedanib_hypersensitivity
    if part:
        return False
    if part is None:
        unknown = True
    # line 668: known hypersensitivity to soya or soya lecithin
    part = p.soya_hypersensitivity
    if part:
        return False
    if part is None:
        unknown = True
    # line 669: known hypersensitivity to another component of the trial medication
    part = p.component_hypersensitivity
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_15(p: Patient) -> bool | None:
    """Patients with peanut allergy.

    Source: criteria/NCT02999178.crit, lines 673–675.
    """
    # line 675: the patient has a peanut allergy
    part: bool | None = p.peanut_allergy
    return None if part is None else not part


def exclusion_16(p: Patient) -> bool | None:
    """Other disease that may interfere with testing procedures or in the judgment of the …

    Source: criteria/NCT02999178.crit, lines 677–686.
    """
    unknown = False
    # line 682: another disease that may interfere with testing procedures
    part: bool | None = p.interferes_with_testing
    if part:
        return False
    if part is None:
        unknown = True
    # line 683: another disease that may interfere with trial participation
    part = p.interferes_with_participation
    if part:
        return False
    if part is None:
        unknown = True
    # line 684: another disease that may put the patient at risk when participating
    part = p.puts_at_risk
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_17(p: Patient) -> bool | None:
    """Life expectancy for disease other than ILD < 2.5 years (Investigator assessment).

    Source: criteria/NCT02999178.crit, lines 688–693.
    """
    # line 691: life expectancy is less than 2.5 years because of a disease other than ILD
    part: bool | None = p.short_life_expectancy
    return None if part is None else not part


def exclusion_18(p: Patient) -> bool | None:
    """Planned major surgical procedures.

    Source: criteria/NCT02999178.crit, lines 695–701.
    """
    unknown = False
    # line 698: a surgical procedure is planned
    part: bool | None = p.surgery_planned
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 699: the planned surgery is major
    part = p.planned_surgery_major
    if part is False:
        return True
    return None if unknown or part is None else False


def exclusion_19(p: Patient) -> bool | None:
    """Women who are pregnant, nursing, or who plan to become pregnant while in the trial.

    Source: criteria/NCT02999178.crit, lines 703–711.
    """
    applies = exclusion_19_applies(p)
    if applies is False:
        return True
    unknown = False
    # line 707: she is pregnant
    part: bool | None = p.pregnant
    if part:
        return False if applies else None
    if part is None:
        unknown = True
    # line 708: she is nursing
    part = p.nursing
    if part:
        return False if applies else None
    if part is None:
        unknown = True
    # line 709: she plans to become pregnant while in the trial
    part = p.plans_pregnancy
    if part:
        return False if applies else None
    return None if unknown or part is None else True


def exclusion_19_applies(p: Patient) -> bool | None:
    """Whether exclusion 19 applies to the patient."""
    return defined_female(p)


def exclusion_20(p: Patient) -> bool | None:
    """Women of childbearing potential* not willing or able to use highly effective …

    Source: criteria/NCT02999178.crit, lines 732–752.
    """
    applies = exclusion_20_applies(p)
    if applies is False:
        return True
    visit_2 = p.visit_2
    if visit_2 is not None and type(visit_2) is not date:
        return exclusion_20_clauses.in_full(0, p)
    visit_2_less_28_days = visit_2 and visit_2 - _28_DAYS
    unknown = False
    # line 741: she is willing to use a highly effective method of birth control (failure rate below 1 % a year), until 3 months after nintedanib
    part: bool | None = p.willing_effective
    if part is False:
        return False if applies else None
    if part is None:
        unknown = True
    # line 742: she is able to use a highly effective method of birth control, until 3 months after nintedanib
    part = p.able_effective
    if part is False:
        return False if applies else None
    if part is None:
        unknown = True
    # line 743: she is willing to use one barrier method as well, until 3 months after nintedanib
    part = p.willing_barrier
    if part is False:
        return False if applies else None
    if part is None:
        unknown = True
    # line 744: she is able to use one barrier method as well, until 3 months after nintedanib
    part = p.able_barrier
    if part is False:
        return False if applies else None
    if part is None:
        unknown = True
    # line 745: first day of using a highly effective method without a break: 28 days or more before Visit 2
    effective_since = p.effective_since
    part = (
        effective_since <= visit_2_less_28_days
        if visit_2_less_28_days and type(effective_since) is date
        else day_by(effective_since, visit_2_less_28_days)
    )
    if part is False:
        return False if applies else None
    if part is None:
        unknown = True
    # line 746: first day of using a barrier method as well, without a break: 28 days or more before Visit 2
    barrier_since = p.barrier_since
    part = (
        barrier_since <= visit_2_less_28_days
        if visit_2_less_28_days and type(barrier_since) is date
        else day_by(barrier_since, visit_2_less_28_days)
    )
    if part is False:
        return False if applies else None
    return None if unknown or part is None else True


def exclusion_20_applies(p: Patient) -> bool | None:
    """Whether exclusion 20 applies to the patient."""
    return defined_woman_of_childbearing_potential(p)


def exclusion_21(p: Patient) -> bool | None:
    """In the opinion of the Investigator, active alcohol or drug abuse.

    Source: criteria/NCT02999178.crit, lines 754–758.
    """
    unknown = False
    # line 757: active alcohol abuse
    part: bool | None = p.alcohol_abuse
    if part:
        return False
    if part is None:
        unknown = True
    # line 758: active drug abuse
    part = p.drug_abuse
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_22(p: Patient) -> bool | None:
    """Patients not able to understand or follow trial procedures including completion of …

    Source: criteria/NCT02999178.crit, lines 760–777.
    """
    unknown = False
    # line 767: the patient is unable to understand the trial procedures
    part: bool | None = p.cannot_understand
    if part:
        return False
    if part is None:
        unknown = True
    # line 768: the patient is unable to follow the trial procedures
    part = p.cannot_follow
    if part:
        return False
    if part is None:
        unknown = True
    # line 769: the patient is unable to complete self-administered questionnaires without help
    part = p.needs_help
    if part:
        return False
    return None if unknown or part is None else True


def defined_worsening_of_symptoms(p: Patient) -> bool | None:
    """Definition: Worsening of respiratory symptoms.

    Source: criteria/NCT02999178.crit, line 74.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return defined_worsening_of_symptoms_clauses.in_full(0, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 76: last documentation of worse respiratory symptoms up to Visit 1: within 24 months before Visit 1
    symptoms_worse_on = p.symptoms_worse_on
    part: bool | None = (
        visit_1_less_24_months <= symptoms_worse_on <= visit_1
        if visit_1_less_24_months and visit_1 and type(symptoms_worse_on) is date
        else day_in(symptoms_worse_on, visit_1_less_24_months, visit_1)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 77: the worsening of symptoms is attributable to a comorbidity, e.g. infection or heart failure
    part = p.symptoms_from_comorbidity
    if part:
        return False
    return None if unknown or part is None else True


def defined_increasing_fibrosis(p: Patient) -> bool | None:
    """Definition: Increasing extent of fibrotic changes on chest imaging.

    Source: criteria/NCT02999178.crit, line 79.
    """
    visit_1 = p.visit_1
    if visit_1 is not None and type(visit_1) is not date:
        return defined_increasing_fibrosis_clauses.in_full(0, p)
    visit_1_less_24_months = visit_1 and months_from(visit_1, -24)
    unknown = False
    # line 81: last chest imaging up to Visit 1 that shows an increase of fibrotic changes: within 24 months before Visit 1
    fibrosis_more_on = p.fibrosis_more_on
    part: bool | None = (
        visit_1_less_24_months <= fibrosis_more_on <= visit_1
        if visit_1_less_24_months and visit_1 and type(fibrosis_more_on) is date
        else day_in(fibrosis_more_on, visit_1_less_24_months, visit_1)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 82: the change on imaging is attributable to a comorbidity, e.g. infection or heart failure
    part = p.imaging_from_comorbidity
    if part:
        return False
    return None if unknown or part is None else True


def defined_female(p: Patient) -> bool | None:
    """Definition: Female.

    Source: criteria/NCT02999178.crit, line 307.
    """
    return None if p.sex is None else p.sex == "female"


def defined_woman_of_childbearing_potential(p: Patient) -> bool | None:
    """Definition: Woman of childbearing potential.

    Source: criteria/NCT02999178.crit, line 719.
    """
    unknown = False
    # line 721: female
    part: bool | None = defined_female(p)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 722: she has had her first menstruation (menarche)
    part = p.menarche
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 724: she is post-menopausal
    part = p.postmenopausal
    if part:
        return False
    if part is None:
        unknown = True
    # line 725: she has had a hysterectomy
    part = p.hysterectomy
    if part:
        return False
    if part is None:
        unknown = True
    # line 726: she has had a bilateral salpingectomy
    part = p.bilateral_salpingectomy
    if part:
        return False
    if part is None:
        unknown = True
    # line 727: she has had a bilateral oophorectomy
    part = p.bilateral_oophorectomy
    if part:
        return False
    return None if unknown or part is None else True


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
        "E20": exclusion_20(p),
        "E21": exclusion_21(p),
        "E22": exclusion_22(p),
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
        all_of(
            24,
            Asked(
                25,
                "the patient has signed the written informed consent",
                fact("consent_signed"),
            ),
            Asked(
                26,
                "Is the consent consistent with the ICH-GCP guideline and local laws?",
                fact("consent_conforms"),
            ),
            Not(
                any_of(
                    27,
                    compare(
                        28,
                        "Visit 1 before signing the written informed consent",
                        DateOf(fact("visit_1")),
                        "<",
                        DateOf(fact("consent")),
                    ),
                    compare(
                        29,
                        "first study procedure before signing the written informed consent",
                        DateOf(fact("first_procedure"), or_none=True),
                        "<",
                        DateOf(fact("consent")),
                    ),
                    compare(
                        30,
                        "shipment of CT images (HRCT) to the reviewer: before signing the written informed consent",
                        DateOf(fact("hrct_shipped"), or_none=True),
                        "<",
                        DateOf(fact("consent")),
                    ),
                    all_of(
                        31,
                        any_of(
                            32,
                            compare(
                                33,
                                "Visit 1 on the day of signing the written informed consent",
                                DateOf(fact("visit_1")),
                                "=",
                                DateOf(fact("consent")),
                            ),
                            compare(
                                34,
                                "first study procedure on the day of signing the written informed consent",
                                DateOf(fact("first_procedure"), or_none=True),
                                "=",
                                DateOf(fact("consent")),
                            ),
                            compare(
                                35,
                                "shipment of CT images (HRCT) to the reviewer: on the day of signing the written informed consent",
                                DateOf(fact("hrct_shipped"), or_none=True),
                                "=",
                                DateOf(fact("consent")),
                            ),
                        ),
                        Asked(
                            36,
                            "On the day of consent: was a study procedure begun, or were the images sent, before the signature?",
                            fact("begun_before_signature"),
                        ),
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_2_clauses() -> Clause:
    return Criterion(
        False,
        compare(
            46,
            "age at Visit 1: at least 18 years",
            Age("years", DateOf(fact("birth_date")), DateOf(fact("visit_1"))),
            ">=",
            Const(18),
        ),
    )


@Tree
def inclusion_3_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            103,
            Asked(
                104,
                "Has a physician diagnosed interstitial lung disease?",
                fact("ild_diagnosed"),
            ),
            HowMany(
                105,
                "medications for ILD, RA or another CTD: at least one where it was ongoing at any time within 24 months before Visit 1, and the indications include interstitial lung disease, and either the drug is corticosteroid, azathioprine (AZA), mycophenolate mofetil (MMF) or N-acetylcysteine (NAC), or the drug is rituximab, cyclophosphamide, cyclosporine or tacrolimus, or it is an unapproved medication used in clinical practice to treat ILD",
                Count(
                    Listing(
                        "medications",
                        "medications_1",
                        all_of(
                            0,
                            touches(
                                105,
                                "it was ongoing at any time within 24 months before Visit 1",
                                DateOf(field("medications_1", "taken"), "start"),
                                DateOf(field("medications_1", "taken"), "end"),
                                Window(
                                    "within",
                                    Length(Const(24), "month", whole=True),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                            all_of(
                                105,
                                Includes(
                                    106,
                                    "indications: interstitial lung disease among them",
                                    field("medications_1", "purposes"),
                                    "any",
                                    "ild",
                                ),
                                any_of(
                                    107,
                                    IsOneOf(
                                        108,
                                        "drug: corticosteroid, azathioprine (AZA), mycophenolate mofetil (MMF) or N-acetylcysteine (NAC)",
                                        field("medications_1", "drug"),
                                        "corticosteroid",
                                        "azathioprine",
                                        "mmf",
                                        "nac",
                                    ),
                                    IsOneOf(
                                        109,
                                        "drug: rituximab, cyclophosphamide, cyclosporine or tacrolimus",
                                        field("medications_1", "drug"),
                                        "rituximab",
                                        "cyclophosphamide",
                                        "cyclosporine",
                                        "tacrolimus",
                                    ),
                                    judged(
                                        110,
                                        "it is an unapproved medication used in clinical practice to treat ILD",
                                        field("medications_1", "unapproved"),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            judged(
                111,
                "the disease has progressed despite treatment with unapproved medications for ILD",
                fact("despite_treatment"),
            ),
            any_of(
                112,
                all_of(
                    113,
                    Selected(
                        114,
                        "relative decline of FVC in per cent of predicted: at least 10 %",
                        "earliest",
                        Listing(
                            "fvc",
                            "fvc_1",
                            falls(
                                100,
                                "measured within 24 months before Visit 1",
                                DateOf(field("fvc_1", "date")),
                                Window(
                                    "within",
                                    Length(Const(24), "month", whole=True),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                        ),
                        DateOf(field("fvc_1", "date")),
                        Selected(
                            114,
                            "relative decline on or before Visit 1 and after the day of the FVC in per cent of predicted: at least 10 %",
                            "latest",
                            Listing(
                                "fvc",
                                "fvc_2",
                                all_of(
                                    0,
                                    compare(
                                        101,
                                        "measured after the day of the FVC in per cent of predicted",
                                        DateOf(field("fvc_2", "date")),
                                        ">",
                                        DateOf(field("fvc_1", "date")),
                                    ),
                                    compare(
                                        101,
                                        "measured on or before Visit 1",
                                        DateOf(field("fvc_2", "date")),
                                        "<=",
                                        DateOf(fact("visit_1")),
                                    ),
                                ),
                            ),
                            DateOf(field("fvc_2", "date")),
                            compare(
                                114,
                                "relative decline: at least 10 %",
                                Convert(
                                    Quotient(
                                        Sum(
                                            Value(field("fvc_1", "value"), low=0),
                                            "-",
                                            Value(field("fvc_2", "value"), low=0),
                                        ),
                                        Value(field("fvc_1", "value"), low=0),
                                    ),
                                    100,
                                ),
                                ">=",
                                Const(10),
                                worth=Worth("Relative decline", "%"),
                            ),
                        ),
                    ),
                    Not(
                        judged(
                            115,
                            "the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure",
                            fact("decline_from_comorbidity"),
                        ),
                        "the decline of FVC is not attributable to a comorbidity, e.g. infection or heart failure",
                    ),
                ),
                all_of(
                    116,
                    Selected(
                        117,
                        "relative decline of FVC in per cent of predicted: at least 5 % and below 10 %",
                        "earliest",
                        Listing(
                            "fvc",
                            "fvc_3",
                            falls(
                                100,
                                "measured within 24 months before Visit 1",
                                DateOf(field("fvc_3", "date")),
                                Window(
                                    "within",
                                    Length(Const(24), "month", whole=True),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                        ),
                        DateOf(field("fvc_3", "date")),
                        Selected(
                            117,
                            "relative decline on or before Visit 1 and after the day of the FVC in per cent of predicted: at least 5 % and below 10 %",
                            "latest",
                            Listing(
                                "fvc",
                                "fvc_4",
                                all_of(
                                    0,
                                    compare(
                                        101,
                                        "measured after the day of the FVC in per cent of predicted",
                                        DateOf(field("fvc_4", "date")),
                                        ">",
                                        DateOf(field("fvc_3", "date")),
                                    ),
                                    compare(
                                        101,
                                        "measured on or before Visit 1",
                                        DateOf(field("fvc_4", "date")),
                                        "<=",
                                        DateOf(fact("visit_1")),
                                    ),
                                ),
                            ),
                            DateOf(field("fvc_4", "date")),
                            between(
                                117,
                                "relative decline: at least 5 % and below 10 %",
                                Convert(
                                    Quotient(
                                        Sum(
                                            Value(field("fvc_3", "value"), low=0),
                                            "-",
                                            Value(field("fvc_4", "value"), low=0),
                                        ),
                                        Value(field("fvc_3", "value"), low=0),
                                    ),
                                    100,
                                ),
                                Const(5),
                                Const(10),
                                "[)",
                                worth=Worth("Relative decline", "%"),
                            ),
                        ),
                    ),
                    Not(
                        judged(
                            118,
                            "the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure",
                            fact("decline_from_comorbidity"),
                        ),
                        "the decline of FVC is not attributable to a comorbidity, e.g. infection or heart failure",
                    ),
                    Elsewhere(
                        119,
                        "worsening of respiratory symptoms",
                        defined_worsening_of_symptoms_clauses,
                    ),
                ),
                all_of(
                    120,
                    Selected(
                        121,
                        "relative decline of FVC in per cent of predicted: at least 5 % and below 10 %",
                        "earliest",
                        Listing(
                            "fvc",
                            "fvc_5",
                            falls(
                                100,
                                "measured within 24 months before Visit 1",
                                DateOf(field("fvc_5", "date")),
                                Window(
                                    "within",
                                    Length(Const(24), "month", whole=True),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                        ),
                        DateOf(field("fvc_5", "date")),
                        Selected(
                            121,
                            "relative decline on or before Visit 1 and after the day of the FVC in per cent of predicted: at least 5 % and below 10 %",
                            "latest",
                            Listing(
                                "fvc",
                                "fvc_6",
                                all_of(
                                    0,
                                    compare(
                                        101,
                                        "measured after the day of the FVC in per cent of predicted",
                                        DateOf(field("fvc_6", "date")),
                                        ">",
                                        DateOf(field("fvc_5", "date")),
                                    ),
                                    compare(
                                        101,
                                        "measured on or before Visit 1",
                                        DateOf(field("fvc_6", "date")),
                                        "<=",
                                        DateOf(fact("visit_1")),
                                    ),
                                ),
                            ),
                            DateOf(field("fvc_6", "date")),
                            between(
                                121,
                                "relative decline: at least 5 % and below 10 %",
                                Convert(
                                    Quotient(
                                        Sum(
                                            Value(field("fvc_5", "value"), low=0),
                                            "-",
                                            Value(field("fvc_6", "value"), low=0),
                                        ),
                                        Value(field("fvc_5", "value"), low=0),
                                    ),
                                    100,
                                ),
                                Const(5),
                                Const(10),
                                "[)",
                                worth=Worth("Relative decline", "%"),
                            ),
                        ),
                    ),
                    Not(
                        judged(
                            122,
                            "the decline of FVC is attributable to a comorbidity, e.g. infection or heart failure",
                            fact("decline_from_comorbidity"),
                        ),
                        "the decline of FVC is not attributable to a comorbidity, e.g. infection or heart failure",
                    ),
                    Elsewhere(
                        123,
                        "increasing extent of fibrotic changes on chest imaging",
                        defined_increasing_fibrosis_clauses,
                    ),
                ),
                all_of(
                    124,
                    Elsewhere(
                        125,
                        "worsening of respiratory symptoms",
                        defined_worsening_of_symptoms_clauses,
                    ),
                    Elsewhere(
                        126,
                        "increasing extent of fibrotic changes on chest imaging",
                        defined_increasing_fibrosis_clauses,
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_4_clauses() -> Clause:
    return Criterion(
        False,
        HowMany(
            152,
            "CT scans (HRCT) of the chest: at least one where the date is within 12 months before Visit 1, and reticular abnormality, and traction bronchiectasis, and the extent of the disease is above 10 %, and “Do the central readers confirm these findings?” is answered yes",
            Count(
                Listing(
                    "hrcts",
                    "hrcts_1",
                    all_of(
                        0,
                        falls(
                            152,
                            "date: within 12 months before Visit 1",
                            DateOf(field("hrcts_1", "done_on")),
                            Window(
                                "within",
                                Length(Const(12), "month", whole=True),
                                "before",
                                DateOf(fact("visit_1")),
                            ),
                        ),
                        all_of(
                            152,
                            Asked(153, "reticular abnormality", field("hrcts_1", "reticular")),
                            Asked(
                                154,
                                "traction bronchiectasis",
                                field("hrcts_1", "traction_bronchiectasis"),
                            ),
                            compare(
                                155,
                                "extent of the disease: above 10 %",
                                Value(field("hrcts_1", "disease_extent")),
                                ">",
                                Const(10),
                            ),
                            judged(
                                156,
                                "Do the central readers confirm these findings?",
                                field("hrcts_1", "centrally_confirmed"),
                            ),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def inclusion_5_clauses() -> Clause:
    return Criterion(
        False,
        HowMany(
            170,
            "medications for ILD, RA or another CTD: none where the indications include rheumatoid arthritis or another connective tissue disease, and either the first day is within 6 weeks before Visit 1, or the last day is within 6 weeks before Visit 1",
            Count(
                Listing(
                    "medications",
                    "medications_1",
                    all_of(
                        170,
                        Includes(
                            171,
                            "indications: “rheumatoid arthritis or another connective tissue disease” among them",
                            field("medications_1", "purposes"),
                            "any",
                            "ctd",
                        ),
                        any_of(
                            172,
                            falls(
                                173,
                                "first day within 6 weeks before Visit 1",
                                DateOf(field("medications_1", "taken"), "start"),
                                Window(
                                    "within",
                                    Length(Const(6), "week"),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                            falls(
                                174,
                                "last day within 6 weeks before Visit 1",
                                DateOf(field("medications_1", "taken"), "end"),
                                Window(
                                    "within",
                                    Length(Const(6), "week"),
                                    "before",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            None,
            0,
        ),
        Asked(
            169,
            "underlying connective tissue disease (rheumatoid arthritis included)",
            fact("underlying_ctd"),
        ),
    )


@Tree
def inclusion_6_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            187,
            all_of(
                188,
                Asked(
                    189,
                    "DLCO was corrected with the haemoglobin of Visit 1",
                    fact("haemoglobin_of_visit_1"),
                ),
                Selected(
                    190,
                    "latest DLCO corrected for haemoglobin, per cent of predicted at Visit 2: at least 30 % and below 80 %",
                    "latest",
                    Listing(
                        "dlco",
                        "dlco_1",
                        IsOneOf(
                            186,
                            "visit of DLCO corrected for haemoglobin, per cent of predicted: date of Visit 2",
                            field("dlco_1", "visit"),
                            "visit_2",
                        ),
                    ),
                    DateOf(field("dlco_1", "date")),
                    between(
                        190,
                        "DLCO corrected for haemoglobin, per cent of predicted: at least 30 % and below 80 %",
                        Value(field("dlco_1", "value"), low=0),
                        Const(30),
                        Const(80),
                        "[)",
                    ),
                ),
            ),
            all_of(
                191,
                Not(
                    Asked(
                        192,
                        "DLCO was corrected with the haemoglobin of Visit 1",
                        fact("haemoglobin_of_visit_1"),
                    ),
                    "DLCO was not corrected with the haemoglobin of Visit 1",
                ),
                between(
                    193,
                    "DLCO of Visit 2 corrected anew, with the haemoglobin of Visit 1, per cent of predicted: at least 30 % and below 80 %",
                    Value(fact("dlco_recorrected")),
                    Const(30),
                    Const(80),
                    "[)",
                ),
            ),
        ),
    )


@Tree
def inclusion_7_clauses() -> Clause:
    return Criterion(
        False,
        Selected(
            206,
            "latest FVC in per cent of predicted at Visit 2: at least 45 %",
            "latest",
            Listing(
                "fvc",
                "fvc_1",
                IsOneOf(
                    205,
                    "visit of FVC in per cent of predicted: date of Visit 2",
                    field("fvc_1", "visit"),
                    "visit_2",
                ),
            ),
            DateOf(field("fvc_1", "date")),
            compare(
                206,
                "FVC in per cent of predicted: at least 45 %",
                Value(field("fvc_1", "value"), low=0),
                ">=",
                Const(45),
            ),
        ),
    )


@Tree
def exclusion_1_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            251,
            unless(
                252,
                Selected(
                    252,
                    "earliest aspartate aminotransferase (AST) at Visit 1: above 1.5 times the upper limit of normal",
                    "earliest",
                    Listing(
                        "ast",
                        "ast_1",
                        IsOneOf(
                            247,
                            "visit of aspartate aminotransferase (AST): date of Visit 1",
                            field("ast_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("ast_1", "date")),
                    compare(
                        252,
                        "aspartate aminotransferase (AST) above 1.5 times the upper limit of normal",
                        Value(field("ast_1", "value"), low=0),
                        ">",
                        Product(Const("1.5"), Limit("uln", field("ast_1", "value"))),
                    ),
                ),
                all_of(
                    253,
                    Selected(
                        254,
                        "earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the earliest aspartate aminotransferase (AST) at Visit 1: at most 1.5 times the upper limit of normal",
                        "earliest",
                        Listing(
                            "ast",
                            "ast_3",
                            IsOneOf(
                                247,
                                "visit of aspartate aminotransferase (AST): date of Visit 1",
                                field("ast_3", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("ast_3", "date")),
                        Selected(
                            254,
                            "earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the aspartate aminotransferase (AST): at most 1.5 times the upper limit of normal",
                            "earliest",
                            Listing(
                                "ast",
                                "ast_2",
                                all_of(
                                    0,
                                    compare(
                                        248,
                                        "measured after the day of the aspartate aminotransferase (AST)",
                                        DateOf(field("ast_2", "date")),
                                        ">",
                                        DateOf(field("ast_3", "date")),
                                    ),
                                    compare(
                                        248,
                                        "measured before Visit 2",
                                        DateOf(field("ast_2", "date")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                            ),
                            DateOf(field("ast_2", "date")),
                            compare(
                                254,
                                "aspartate aminotransferase (AST) at most 1.5 times the upper limit of normal",
                                Value(field("ast_2", "value"), low=0),
                                "<=",
                                Product(Const("1.5"), Limit("uln", field("ast_2", "value"))),
                            ),
                        ),
                    ),
                    Selected(
                        255,
                        "earliest aspartate aminotransferase (AST) at Visit 1: laboratory re-tests: at least one where the parameter is AST, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "ast",
                            "ast_4",
                            IsOneOf(
                                247,
                                "visit of aspartate aminotransferase (AST): date of Visit 1",
                                field("ast_4", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("ast_4", "date")),
                        HowMany(
                            255,
                            "laboratory re-tests: at least one where the parameter is AST, and the re-test is after the day of the aspartate aminotransferase (AST), and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            Count(
                                Listing(
                                    "retests",
                                    "retests_1",
                                    all_of(
                                        255,
                                        IsOneOf(
                                            256,
                                            "parameter: AST",
                                            field("retests_1", "parameter"),
                                            "of_ast",
                                        ),
                                        compare(
                                            257,
                                            "re-test after the day of the aspartate aminotransferase (AST)",
                                            DateOf(field("retests_1", "retested_on")),
                                            ">",
                                            DateOf(field("ast_4", "date")),
                                        ),
                                        compare(
                                            258,
                                            "re-test before Visit 2",
                                            DateOf(field("retests_1", "retested_on")),
                                            "<",
                                            DateOf(fact("visit_2")),
                                        ),
                                        all_of(
                                            259,
                                            Asked(
                                                235,
                                                "it is the first re-test of this parameter",
                                                field("retests_1", "first_retest"),
                                            ),
                                            any_of(
                                                236,
                                                Not(
                                                    any_of(
                                                        237,
                                                        Asked(
                                                            238,
                                                            "abnormal result of this test in the patient's recent history",
                                                            field("retests_1", "recent_abnormal"),
                                                        ),
                                                        Asked(
                                                            239,
                                                            "related clinical sign",
                                                            field("retests_1", "sign"),
                                                        ),
                                                    ),
                                                ),
                                                all_of(
                                                    240,
                                                    Asked(
                                                        241,
                                                        "it is thought to be the result of a temporary and reversible medical condition",
                                                        field("retests_1", "temporary"),
                                                    ),
                                                    compare(
                                                        242,
                                                        "resolution of that condition: on or before the re-test",
                                                        DateOf(
                                                            field("retests_1", "resolved_on"),
                                                            or_none=True,
                                                        ),
                                                        "<=",
                                                        DateOf(field("retests_1", "retested_on")),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                            1,
                        ),
                    ),
                    Selected(
                        260,
                        "earliest aspartate aminotransferase (AST) at Visit 1: earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the earliest aspartate aminotransferase (AST): laboratory re-tests: at least one where the parameter is AST, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "ast",
                            "ast_6",
                            IsOneOf(
                                247,
                                "visit of aspartate aminotransferase (AST): date of Visit 1",
                                field("ast_6", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("ast_6", "date")),
                        Selected(
                            260,
                            "earliest aspartate aminotransferase (AST) before Visit 2 and after the day of the aspartate aminotransferase (AST): laboratory re-tests: at least one where the parameter is AST, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            "earliest",
                            Listing(
                                "ast",
                                "ast_5",
                                all_of(
                                    0,
                                    compare(
                                        248,
                                        "measured after the day of the aspartate aminotransferase (AST)",
                                        DateOf(field("ast_5", "date")),
                                        ">",
                                        DateOf(field("ast_6", "date")),
                                    ),
                                    compare(
                                        248,
                                        "measured before Visit 2",
                                        DateOf(field("ast_5", "date")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                            ),
                            DateOf(field("ast_5", "date")),
                            HowMany(
                                260,
                                "laboratory re-tests: at least one where the parameter is AST, and the re-test is on the day of the aspartate aminotransferase (AST), and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                                Count(
                                    Listing(
                                        "retests",
                                        "retests_2",
                                        all_of(
                                            260,
                                            IsOneOf(
                                                261,
                                                "parameter: AST",
                                                field("retests_2", "parameter"),
                                                "of_ast",
                                            ),
                                            compare(
                                                262,
                                                "re-test on the day of the aspartate aminotransferase (AST)",
                                                DateOf(field("retests_2", "retested_on")),
                                                "=",
                                                DateOf(field("ast_5", "date")),
                                            ),
                                            all_of(
                                                263,
                                                Asked(
                                                    235,
                                                    "it is the first re-test of this parameter",
                                                    field("retests_2", "first_retest"),
                                                ),
                                                any_of(
                                                    236,
                                                    Not(
                                                        any_of(
                                                            237,
                                                            Asked(
                                                                238,
                                                                "abnormal result of this test in the patient's recent history",
                                                                field(
                                                                    "retests_2",
                                                                    "recent_abnormal",
                                                                ),
                                                            ),
                                                            Asked(
                                                                239,
                                                                "related clinical sign",
                                                                field("retests_2", "sign"),
                                                            ),
                                                        ),
                                                    ),
                                                    all_of(
                                                        240,
                                                        Asked(
                                                            241,
                                                            "it is thought to be the result of a temporary and reversible medical condition",
                                                            field("retests_2", "temporary"),
                                                        ),
                                                        compare(
                                                            242,
                                                            "resolution of that condition: on or before the re-test",
                                                            DateOf(
                                                                field("retests_2", "resolved_on"),
                                                                or_none=True,
                                                            ),
                                                            "<=",
                                                            DateOf(
                                                                field("retests_2", "retested_on"),
                                                            ),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                                1,
                            ),
                        ),
                    ),
                ),
            ),
            unless(
                264,
                Selected(
                    264,
                    "earliest alanine aminotransferase (ALT) at Visit 1: above 1.5 times the upper limit of normal",
                    "earliest",
                    Listing(
                        "alt",
                        "alt_1",
                        IsOneOf(
                            249,
                            "visit of alanine aminotransferase (ALT): date of Visit 1",
                            field("alt_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("alt_1", "date")),
                    compare(
                        264,
                        "alanine aminotransferase (ALT) above 1.5 times the upper limit of normal",
                        Value(field("alt_1", "value"), low=0),
                        ">",
                        Product(Const("1.5"), Limit("uln", field("alt_1", "value"))),
                    ),
                ),
                all_of(
                    265,
                    Selected(
                        266,
                        "earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the earliest alanine aminotransferase (ALT) at Visit 1: at most 1.5 times the upper limit of normal",
                        "earliest",
                        Listing(
                            "alt",
                            "alt_3",
                            IsOneOf(
                                249,
                                "visit of alanine aminotransferase (ALT): date of Visit 1",
                                field("alt_3", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("alt_3", "date")),
                        Selected(
                            266,
                            "earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the alanine aminotransferase (ALT): at most 1.5 times the upper limit of normal",
                            "earliest",
                            Listing(
                                "alt",
                                "alt_2",
                                all_of(
                                    0,
                                    compare(
                                        250,
                                        "measured after the day of the alanine aminotransferase (ALT)",
                                        DateOf(field("alt_2", "date")),
                                        ">",
                                        DateOf(field("alt_3", "date")),
                                    ),
                                    compare(
                                        250,
                                        "measured before Visit 2",
                                        DateOf(field("alt_2", "date")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                            ),
                            DateOf(field("alt_2", "date")),
                            compare(
                                266,
                                "alanine aminotransferase (ALT) at most 1.5 times the upper limit of normal",
                                Value(field("alt_2", "value"), low=0),
                                "<=",
                                Product(Const("1.5"), Limit("uln", field("alt_2", "value"))),
                            ),
                        ),
                    ),
                    Selected(
                        267,
                        "earliest alanine aminotransferase (ALT) at Visit 1: laboratory re-tests: at least one where the parameter is ALT, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "alt",
                            "alt_4",
                            IsOneOf(
                                249,
                                "visit of alanine aminotransferase (ALT): date of Visit 1",
                                field("alt_4", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("alt_4", "date")),
                        HowMany(
                            267,
                            "laboratory re-tests: at least one where the parameter is ALT, and the re-test is after the day of the alanine aminotransferase (ALT), and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            Count(
                                Listing(
                                    "retests",
                                    "retests_3",
                                    all_of(
                                        267,
                                        IsOneOf(
                                            268,
                                            "parameter: ALT",
                                            field("retests_3", "parameter"),
                                            "of_alt",
                                        ),
                                        compare(
                                            269,
                                            "re-test after the day of the alanine aminotransferase (ALT)",
                                            DateOf(field("retests_3", "retested_on")),
                                            ">",
                                            DateOf(field("alt_4", "date")),
                                        ),
                                        compare(
                                            270,
                                            "re-test before Visit 2",
                                            DateOf(field("retests_3", "retested_on")),
                                            "<",
                                            DateOf(fact("visit_2")),
                                        ),
                                        all_of(
                                            271,
                                            Asked(
                                                235,
                                                "it is the first re-test of this parameter",
                                                field("retests_3", "first_retest"),
                                            ),
                                            any_of(
                                                236,
                                                Not(
                                                    any_of(
                                                        237,
                                                        Asked(
                                                            238,
                                                            "abnormal result of this test in the patient's recent history",
                                                            field("retests_3", "recent_abnormal"),
                                                        ),
                                                        Asked(
                                                            239,
                                                            "related clinical sign",
                                                            field("retests_3", "sign"),
                                                        ),
                                                    ),
                                                ),
                                                all_of(
                                                    240,
                                                    Asked(
                                                        241,
                                                        "it is thought to be the result of a temporary and reversible medical condition",
                                                        field("retests_3", "temporary"),
                                                    ),
                                                    compare(
                                                        242,
                                                        "resolution of that condition: on or before the re-test",
                                                        DateOf(
                                                            field("retests_3", "resolved_on"),
                                                            or_none=True,
                                                        ),
                                                        "<=",
                                                        DateOf(field("retests_3", "retested_on")),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                            1,
                        ),
                    ),
                    Selected(
                        272,
                        "earliest alanine aminotransferase (ALT) at Visit 1: earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the earliest alanine aminotransferase (ALT): laboratory re-tests: at least one where the parameter is ALT, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "alt",
                            "alt_6",
                            IsOneOf(
                                249,
                                "visit of alanine aminotransferase (ALT): date of Visit 1",
                                field("alt_6", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("alt_6", "date")),
                        Selected(
                            272,
                            "earliest alanine aminotransferase (ALT) before Visit 2 and after the day of the alanine aminotransferase (ALT): laboratory re-tests: at least one where the parameter is ALT, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            "earliest",
                            Listing(
                                "alt",
                                "alt_5",
                                all_of(
                                    0,
                                    compare(
                                        250,
                                        "measured after the day of the alanine aminotransferase (ALT)",
                                        DateOf(field("alt_5", "date")),
                                        ">",
                                        DateOf(field("alt_6", "date")),
                                    ),
                                    compare(
                                        250,
                                        "measured before Visit 2",
                                        DateOf(field("alt_5", "date")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                            ),
                            DateOf(field("alt_5", "date")),
                            HowMany(
                                272,
                                "laboratory re-tests: at least one where the parameter is ALT, and the re-test is on the day of the alanine aminotransferase (ALT), and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                                Count(
                                    Listing(
                                        "retests",
                                        "retests_4",
                                        all_of(
                                            272,
                                            IsOneOf(
                                                273,
                                                "parameter: ALT",
                                                field("retests_4", "parameter"),
                                                "of_alt",
                                            ),
                                            compare(
                                                274,
                                                "re-test on the day of the alanine aminotransferase (ALT)",
                                                DateOf(field("retests_4", "retested_on")),
                                                "=",
                                                DateOf(field("alt_5", "date")),
                                            ),
                                            all_of(
                                                275,
                                                Asked(
                                                    235,
                                                    "it is the first re-test of this parameter",
                                                    field("retests_4", "first_retest"),
                                                ),
                                                any_of(
                                                    236,
                                                    Not(
                                                        any_of(
                                                            237,
                                                            Asked(
                                                                238,
                                                                "abnormal result of this test in the patient's recent history",
                                                                field(
                                                                    "retests_4",
                                                                    "recent_abnormal",
                                                                ),
                                                            ),
                                                            Asked(
                                                                239,
                                                                "related clinical sign",
                                                                field("retests_4", "sign"),
                                                            ),
                                                        ),
                                                    ),
                                                    all_of(
                                                        240,
                                                        Asked(
                                                            241,
                                                            "it is thought to be the result of a temporary and reversible medical condition",
                                                            field("retests_4", "temporary"),
                                                        ),
                                                        compare(
                                                            242,
                                                            "resolution of that condition: on or before the re-test",
                                                            DateOf(
                                                                field("retests_4", "resolved_on"),
                                                                or_none=True,
                                                            ),
                                                            "<=",
                                                            DateOf(
                                                                field("retests_4", "retested_on"),
                                                            ),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                                1,
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_2_clauses() -> Clause:
    return Criterion(
        True,
        unless(
            287,
            Selected(
                289,
                "earliest total bilirubin at Visit 1: above 1.5 times the upper limit of normal",
                "earliest",
                Listing(
                    "bilirubin",
                    "bilirubin_1",
                    IsOneOf(
                        287,
                        "visit of total bilirubin: date of Visit 1",
                        field("bilirubin_1", "visit"),
                        "visit_1",
                    ),
                ),
                DateOf(field("bilirubin_1", "date")),
                compare(
                    289,
                    "total bilirubin above 1.5 times the upper limit of normal",
                    Value(field("bilirubin_1", "value"), low=0),
                    ">",
                    Product(Const("1.5"), Limit("uln", field("bilirubin_1", "value"))),
                ),
            ),
            all_of(
                290,
                Selected(
                    291,
                    "earliest total bilirubin before Visit 2 and after the day of the earliest total bilirubin at Visit 1: at most 1.5 times the upper limit of normal",
                    "earliest",
                    Listing(
                        "bilirubin",
                        "bilirubin_3",
                        IsOneOf(
                            287,
                            "visit of total bilirubin: date of Visit 1",
                            field("bilirubin_3", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("bilirubin_3", "date")),
                    Selected(
                        291,
                        "earliest total bilirubin before Visit 2 and after the day of the total bilirubin: at most 1.5 times the upper limit of normal",
                        "earliest",
                        Listing(
                            "bilirubin",
                            "bilirubin_2",
                            all_of(
                                0,
                                compare(
                                    288,
                                    "measured after the day of the total bilirubin",
                                    DateOf(field("bilirubin_2", "date")),
                                    ">",
                                    DateOf(field("bilirubin_3", "date")),
                                ),
                                compare(
                                    288,
                                    "measured before Visit 2",
                                    DateOf(field("bilirubin_2", "date")),
                                    "<",
                                    DateOf(fact("visit_2")),
                                ),
                            ),
                        ),
                        DateOf(field("bilirubin_2", "date")),
                        compare(
                            291,
                            "total bilirubin at most 1.5 times the upper limit of normal",
                            Value(field("bilirubin_2", "value"), low=0),
                            "<=",
                            Product(Const("1.5"), Limit("uln", field("bilirubin_2", "value"))),
                        ),
                    ),
                ),
                Selected(
                    292,
                    "earliest total bilirubin at Visit 1: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                    "earliest",
                    Listing(
                        "bilirubin",
                        "bilirubin_4",
                        IsOneOf(
                            287,
                            "visit of total bilirubin: date of Visit 1",
                            field("bilirubin_4", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("bilirubin_4", "date")),
                    HowMany(
                        292,
                        "laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is after the day of the total bilirubin, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        Count(
                            Listing(
                                "retests",
                                "retests_1",
                                all_of(
                                    292,
                                    IsOneOf(
                                        293,
                                        "parameter: bilirubin",
                                        field("retests_1", "parameter"),
                                        "of_bilirubin",
                                    ),
                                    compare(
                                        294,
                                        "re-test after the day of the total bilirubin",
                                        DateOf(field("retests_1", "retested_on")),
                                        ">",
                                        DateOf(field("bilirubin_4", "date")),
                                    ),
                                    compare(
                                        295,
                                        "re-test before Visit 2",
                                        DateOf(field("retests_1", "retested_on")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                    all_of(
                                        296,
                                        Asked(
                                            235,
                                            "it is the first re-test of this parameter",
                                            field("retests_1", "first_retest"),
                                        ),
                                        any_of(
                                            236,
                                            Not(
                                                any_of(
                                                    237,
                                                    Asked(
                                                        238,
                                                        "abnormal result of this test in the patient's recent history",
                                                        field("retests_1", "recent_abnormal"),
                                                    ),
                                                    Asked(
                                                        239,
                                                        "related clinical sign",
                                                        field("retests_1", "sign"),
                                                    ),
                                                ),
                                            ),
                                            all_of(
                                                240,
                                                Asked(
                                                    241,
                                                    "it is thought to be the result of a temporary and reversible medical condition",
                                                    field("retests_1", "temporary"),
                                                ),
                                                compare(
                                                    242,
                                                    "resolution of that condition: on or before the re-test",
                                                    DateOf(
                                                        field("retests_1", "resolved_on"),
                                                        or_none=True,
                                                    ),
                                                    "<=",
                                                    DateOf(field("retests_1", "retested_on")),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        1,
                    ),
                ),
                Selected(
                    297,
                    "earliest total bilirubin at Visit 1: earliest total bilirubin before Visit 2 and after the day of the earliest total bilirubin: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                    "earliest",
                    Listing(
                        "bilirubin",
                        "bilirubin_6",
                        IsOneOf(
                            287,
                            "visit of total bilirubin: date of Visit 1",
                            field("bilirubin_6", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("bilirubin_6", "date")),
                    Selected(
                        297,
                        "earliest total bilirubin before Visit 2 and after the day of the total bilirubin: laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "bilirubin",
                            "bilirubin_5",
                            all_of(
                                0,
                                compare(
                                    288,
                                    "measured after the day of the total bilirubin",
                                    DateOf(field("bilirubin_5", "date")),
                                    ">",
                                    DateOf(field("bilirubin_6", "date")),
                                ),
                                compare(
                                    288,
                                    "measured before Visit 2",
                                    DateOf(field("bilirubin_5", "date")),
                                    "<",
                                    DateOf(fact("visit_2")),
                                ),
                            ),
                        ),
                        DateOf(field("bilirubin_5", "date")),
                        HowMany(
                            297,
                            "laboratory re-tests: at least one where the parameter is bilirubin, and the re-test is on the day of the total bilirubin, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            Count(
                                Listing(
                                    "retests",
                                    "retests_2",
                                    all_of(
                                        297,
                                        IsOneOf(
                                            298,
                                            "parameter: bilirubin",
                                            field("retests_2", "parameter"),
                                            "of_bilirubin",
                                        ),
                                        compare(
                                            299,
                                            "re-test on the day of the total bilirubin",
                                            DateOf(field("retests_2", "retested_on")),
                                            "=",
                                            DateOf(field("bilirubin_5", "date")),
                                        ),
                                        all_of(
                                            300,
                                            Asked(
                                                235,
                                                "it is the first re-test of this parameter",
                                                field("retests_2", "first_retest"),
                                            ),
                                            any_of(
                                                236,
                                                Not(
                                                    any_of(
                                                        237,
                                                        Asked(
                                                            238,
                                                            "abnormal result of this test in the patient's recent history",
                                                            field("retests_2", "recent_abnormal"),
                                                        ),
                                                        Asked(
                                                            239,
                                                            "related clinical sign",
                                                            field("retests_2", "sign"),
                                                        ),
                                                    ),
                                                ),
                                                all_of(
                                                    240,
                                                    Asked(
                                                        241,
                                                        "it is thought to be the result of a temporary and reversible medical condition",
                                                        field("retests_2", "temporary"),
                                                    ),
                                                    compare(
                                                        242,
                                                        "resolution of that condition: on or before the re-test",
                                                        DateOf(
                                                            field("retests_2", "resolved_on"),
                                                            or_none=True,
                                                        ),
                                                        "<=",
                                                        DateOf(field("retests_2", "retested_on")),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                            1,
                        ),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_3_clauses() -> Clause:
    return Criterion(
        True,
        unless(
            320,
            Selected(
                324,
                "creatinine clearance (Cockcroft-Gault) at Visit 1: below 30 mL/min",
                "latest",
                Listing(
                    "weight",
                    "weight_1",
                    IsOneOf(
                        321,
                        "visit of body weight: date of Visit 1",
                        field("weight_1", "visit"),
                        "visit_1",
                    ),
                ),
                DateOf(field("weight_1", "date")),
                Selected(
                    324,
                    "creatinine clearance (Cockcroft-Gault) at Visit 1: below 30 mL/min",
                    "earliest",
                    Listing(
                        "creatinine",
                        "creatinine_1",
                        IsOneOf(
                            322,
                            "visit of serum creatinine: date of Visit 1",
                            field("creatinine_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("creatinine_1", "date")),
                    Alternatives(
                        324,
                        "creatinine clearance (Cockcroft-Gault): below 30 mL/min",
                        compare(
                            324,
                            "creatinine clearance (Cockcroft-Gault): below 30 mL/min",
                            Quotient(
                                Product(
                                    Sum(
                                        Const(140),
                                        "-",
                                        Age(
                                            "years",
                                            DateOf(fact("birth_date")),
                                            DateOf(fact("visit_1")),
                                        ),
                                    ),
                                    Value(field("weight_1", "value"), low=0),
                                ),
                                Product(Const(72), Value(field("creatinine_1", "value"), low=0)),
                            ),
                            "<",
                            Const(30),
                            worth=Worth("Creatinine clearance (Cockcroft-Gault)", "mL/min"),
                        ),
                        (
                            Elsewhere(8, "female", defined_female_clauses),
                            compare(
                                324,
                                "creatinine clearance (Cockcroft-Gault): below 30 mL/min",
                                Quotient(
                                    Product(
                                        Product(
                                            Sum(
                                                Const(140),
                                                "-",
                                                Age(
                                                    "years",
                                                    DateOf(fact("birth_date")),
                                                    DateOf(fact("visit_1")),
                                                ),
                                            ),
                                            Value(field("weight_1", "value"), low=0),
                                        ),
                                        Const("0.85"),
                                    ),
                                    Product(
                                        Const(72),
                                        Value(field("creatinine_1", "value"), low=0),
                                    ),
                                ),
                                "<",
                                Const(30),
                                worth=Worth("Creatinine clearance (Cockcroft-Gault)", "mL/min"),
                            ),
                        ),
                    ),
                ),
            ),
            all_of(
                325,
                Selected(
                    326,
                    "creatinine clearance (Cockcroft-Gault), with the latest body weight at Visit 1 and the earliest serum creatinine before Visit 2 and after the day of the earliest serum creatinine at Visit 1: at least 30 mL/min",
                    "latest",
                    Listing(
                        "weight",
                        "weight_2",
                        IsOneOf(
                            321,
                            "visit of body weight: date of Visit 1",
                            field("weight_2", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("weight_2", "date")),
                    Selected(
                        326,
                        "creatinine clearance (Cockcroft-Gault) of serum creatinine: at least 30 mL/min",
                        "earliest",
                        Listing(
                            "creatinine",
                            "creatinine_3",
                            IsOneOf(
                                322,
                                "visit of serum creatinine: date of Visit 1",
                                field("creatinine_3", "visit"),
                                "visit_1",
                            ),
                        ),
                        DateOf(field("creatinine_3", "date")),
                        Selected(
                            326,
                            "creatinine clearance (Cockcroft-Gault) before Visit 2 and after the day of the serum creatinine: at least 30 mL/min",
                            "earliest",
                            Listing(
                                "creatinine",
                                "creatinine_2",
                                all_of(
                                    0,
                                    compare(
                                        323,
                                        "measured after the day of the serum creatinine",
                                        DateOf(field("creatinine_2", "date")),
                                        ">",
                                        DateOf(field("creatinine_3", "date")),
                                    ),
                                    compare(
                                        323,
                                        "measured before Visit 2",
                                        DateOf(field("creatinine_2", "date")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                            ),
                            DateOf(field("creatinine_2", "date")),
                            Alternatives(
                                326,
                                "creatinine clearance (Cockcroft-Gault): at least 30 mL/min",
                                compare(
                                    326,
                                    "creatinine clearance (Cockcroft-Gault): at least 30 mL/min",
                                    Quotient(
                                        Product(
                                            Sum(
                                                Const(140),
                                                "-",
                                                Age(
                                                    "years",
                                                    DateOf(fact("birth_date")),
                                                    DateOf(fact("visit_1")),
                                                ),
                                            ),
                                            Value(field("weight_2", "value"), low=0),
                                        ),
                                        Product(
                                            Const(72),
                                            Value(field("creatinine_2", "value"), low=0),
                                        ),
                                    ),
                                    ">=",
                                    Const(30),
                                    worth=Worth("Creatinine clearance (Cockcroft-Gault)", "mL/min"),
                                ),
                                (
                                    Elsewhere(8, "female", defined_female_clauses),
                                    compare(
                                        326,
                                        "creatinine clearance (Cockcroft-Gault): at least 30 mL/min",
                                        Quotient(
                                            Product(
                                                Product(
                                                    Sum(
                                                        Const(140),
                                                        "-",
                                                        Age(
                                                            "years",
                                                            DateOf(fact("birth_date")),
                                                            DateOf(fact("visit_1")),
                                                        ),
                                                    ),
                                                    Value(field("weight_2", "value"), low=0),
                                                ),
                                                Const("0.85"),
                                            ),
                                            Product(
                                                Const(72),
                                                Value(field("creatinine_2", "value"), low=0),
                                            ),
                                        ),
                                        ">=",
                                        Const(30),
                                        worth=Worth(
                                            "Creatinine clearance (Cockcroft-Gault)",
                                            "mL/min",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                Selected(
                    327,
                    "earliest serum creatinine at Visit 1: laboratory re-tests: at least one where the parameter is creatinine, and the re-test is after the day of this result, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                    "earliest",
                    Listing(
                        "creatinine",
                        "creatinine_4",
                        IsOneOf(
                            322,
                            "visit of serum creatinine: date of Visit 1",
                            field("creatinine_4", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("creatinine_4", "date")),
                    HowMany(
                        327,
                        "laboratory re-tests: at least one where the parameter is creatinine, and the re-test is after the day of the serum creatinine, and the re-test is before Visit 2, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        Count(
                            Listing(
                                "retests",
                                "retests_1",
                                all_of(
                                    327,
                                    IsOneOf(
                                        328,
                                        "parameter: creatinine",
                                        field("retests_1", "parameter"),
                                        "of_creatinine",
                                    ),
                                    compare(
                                        329,
                                        "re-test after the day of the serum creatinine",
                                        DateOf(field("retests_1", "retested_on")),
                                        ">",
                                        DateOf(field("creatinine_4", "date")),
                                    ),
                                    compare(
                                        330,
                                        "re-test before Visit 2",
                                        DateOf(field("retests_1", "retested_on")),
                                        "<",
                                        DateOf(fact("visit_2")),
                                    ),
                                    all_of(
                                        331,
                                        Asked(
                                            235,
                                            "it is the first re-test of this parameter",
                                            field("retests_1", "first_retest"),
                                        ),
                                        any_of(
                                            236,
                                            Not(
                                                any_of(
                                                    237,
                                                    Asked(
                                                        238,
                                                        "abnormal result of this test in the patient's recent history",
                                                        field("retests_1", "recent_abnormal"),
                                                    ),
                                                    Asked(
                                                        239,
                                                        "related clinical sign",
                                                        field("retests_1", "sign"),
                                                    ),
                                                ),
                                            ),
                                            all_of(
                                                240,
                                                Asked(
                                                    241,
                                                    "it is thought to be the result of a temporary and reversible medical condition",
                                                    field("retests_1", "temporary"),
                                                ),
                                                compare(
                                                    242,
                                                    "resolution of that condition: on or before the re-test",
                                                    DateOf(
                                                        field("retests_1", "resolved_on"),
                                                        or_none=True,
                                                    ),
                                                    "<=",
                                                    DateOf(field("retests_1", "retested_on")),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        1,
                    ),
                ),
                Selected(
                    332,
                    "earliest serum creatinine at Visit 1: earliest serum creatinine before Visit 2 and after the day of the earliest serum creatinine: laboratory re-tests: at least one where the parameter is creatinine, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                    "earliest",
                    Listing(
                        "creatinine",
                        "creatinine_6",
                        IsOneOf(
                            322,
                            "visit of serum creatinine: date of Visit 1",
                            field("creatinine_6", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("creatinine_6", "date")),
                    Selected(
                        332,
                        "earliest serum creatinine before Visit 2 and after the day of the serum creatinine: laboratory re-tests: at least one where the parameter is creatinine, and the re-test is on the day of this result, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                        "earliest",
                        Listing(
                            "creatinine",
                            "creatinine_5",
                            all_of(
                                0,
                                compare(
                                    323,
                                    "measured after the day of the serum creatinine",
                                    DateOf(field("creatinine_5", "date")),
                                    ">",
                                    DateOf(field("creatinine_6", "date")),
                                ),
                                compare(
                                    323,
                                    "measured before Visit 2",
                                    DateOf(field("creatinine_5", "date")),
                                    "<",
                                    DateOf(fact("visit_2")),
                                ),
                            ),
                        ),
                        DateOf(field("creatinine_5", "date")),
                        HowMany(
                            332,
                            "laboratory re-tests: at least one where the parameter is creatinine, and the re-test is on the day of the serum creatinine, and it is the first re-test of this parameter, and either there was no abnormal result of this test in the patient's recent history, and there is no related clinical sign, or both it is thought to be the result of a temporary and reversible medical condition, and the resolution of that condition is on or before the re-test",
                            Count(
                                Listing(
                                    "retests",
                                    "retests_2",
                                    all_of(
                                        332,
                                        IsOneOf(
                                            333,
                                            "parameter: creatinine",
                                            field("retests_2", "parameter"),
                                            "of_creatinine",
                                        ),
                                        compare(
                                            334,
                                            "re-test on the day of the serum creatinine",
                                            DateOf(field("retests_2", "retested_on")),
                                            "=",
                                            DateOf(field("creatinine_5", "date")),
                                        ),
                                        all_of(
                                            335,
                                            Asked(
                                                235,
                                                "it is the first re-test of this parameter",
                                                field("retests_2", "first_retest"),
                                            ),
                                            any_of(
                                                236,
                                                Not(
                                                    any_of(
                                                        237,
                                                        Asked(
                                                            238,
                                                            "abnormal result of this test in the patient's recent history",
                                                            field("retests_2", "recent_abnormal"),
                                                        ),
                                                        Asked(
                                                            239,
                                                            "related clinical sign",
                                                            field("retests_2", "sign"),
                                                        ),
                                                    ),
                                                ),
                                                all_of(
                                                    240,
                                                    Asked(
                                                        241,
                                                        "it is thought to be the result of a temporary and reversible medical condition",
                                                        field("retests_2", "temporary"),
                                                    ),
                                                    compare(
                                                        242,
                                                        "resolution of that condition: on or before the re-test",
                                                        DateOf(
                                                            field("retests_2", "resolved_on"),
                                                            or_none=True,
                                                        ),
                                                        "<=",
                                                        DateOf(field("retests_2", "retested_on")),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                            1,
                        ),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_4_clauses() -> Clause:
    return Criterion(
        True,
        Asked(
            355,
            "underlying chronic liver disease, of any Child-Pugh class",
            fact("chronic_liver_disease"),
        ),
    )


@Tree
def exclusion_5_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            363,
            Asked(364, "the patient has been treated with nintedanib", fact("nintedanib_before")),
            Asked(365, "the patient has been treated with pirfenidone", fact("pirfenidone_before")),
        ),
    )


@Tree
def exclusion_6_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            375,
            "other investigational therapies: at least one where it was ongoing at any time within 1 month, or within 6 times the half-life, before Visit 1, whichever is longer",
            Count(
                Listing(
                    "investigational_therapies",
                    "investigational_therapies_1",
                    touches(
                        375,
                        "it was ongoing at any time within 1 month, or within 6 times the half-life, before Visit 1, whichever is longer",
                        DateOf(field("investigational_therapies_1", "given"), "start"),
                        DateOf(field("investigational_therapies_1", "given"), "end"),
                        Window(
                            "within",
                            ExtremeLength(
                                "longer",
                                Length(Const(1), "month", whole=True),
                                Length(
                                    Product(
                                        Const(6),
                                        Value(field("investigational_therapies_1", "half_life")),
                                    ),
                                    "day",
                                ),
                            ),
                            "before",
                            DateOf(fact("visit_1")),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_7_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            412,
            HowMany(
                413,
                "medications for ILD, RA or another CTD: at least one where the drug is azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”, and as the table “Time before Visit 2 in which the drug bars” says, by drug",
                Count(
                    Listing(
                        "medications",
                        "medications_1",
                        all_of(
                            413,
                            IsOneOf(
                                414,
                                "drug: azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab",
                                field("medications_1", "drug"),
                                "azathioprine",
                                "cyclosporine",
                                "mmf",
                                "tacrolimus",
                                "cyclophosphamide",
                                "rituximab",
                            ),
                            Includes(
                                415,
                                "indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them",
                                field("medications_1", "purposes"),
                                "any",
                                "ild",
                                "ctd",
                            ),
                            Table(
                                416,
                                "as the table “Time before Visit 2 in which the drug bars” says, by drug",
                                (
                                    OptionKey(
                                        field("medications_1", "drug"),
                                        "corticosteroid",
                                        "azathioprine",
                                        "mmf",
                                        "nac",
                                        "rituximab",
                                        "cyclophosphamide",
                                        "cyclosporine",
                                        "tacrolimus",
                                        "other",
                                    ),
                                ),
                                (
                                    Row(
                                        touches(
                                            416,
                                            "it was ongoing at any time within 4 weeks before Visit 2",
                                            DateOf(field("medications_1", "taken"), "start"),
                                            DateOf(field("medications_1", "taken"), "end"),
                                            Window(
                                                "within",
                                                Length(Const(4), "week"),
                                                "before",
                                                DateOf(fact("visit_2")),
                                            ),
                                        ),
                                        Options("azathioprine"),
                                    ),
                                    Row(0, Options("cyclosporine")),
                                    Row(0, Options("mmf")),
                                    Row(0, Options("tacrolimus")),
                                    Row(
                                        touches(
                                            416,
                                            "it was ongoing at any time within 8 weeks before Visit 2",
                                            DateOf(field("medications_1", "taken"), "start"),
                                            DateOf(field("medications_1", "taken"), "end"),
                                            Window(
                                                "within",
                                                Length(Const(8), "week"),
                                                "before",
                                                DateOf(fact("visit_2")),
                                            ),
                                        ),
                                        Options("cyclophosphamide"),
                                    ),
                                    Row(
                                        touches(
                                            416,
                                            "it was ongoing at any time within 6 months before Visit 2",
                                            DateOf(field("medications_1", "taken"), "start"),
                                            DateOf(field("medications_1", "taken"), "end"),
                                            Window(
                                                "within",
                                                Length(Const(6), "month", whole=True),
                                                "before",
                                                DateOf(fact("visit_2")),
                                            ),
                                        ),
                                        Options("rituximab"),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            HowMany(
                417,
                "courses of oral corticosteroids: at least one where it was ongoing at any time within 4 weeks before Visit 2, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”, and daily dose of a corticosteroid, as prednisone is above 20 mg/day",
                Count(
                    Listing(
                        "steroid_courses",
                        "steroid_courses_1",
                        all_of(
                            0,
                            touches(
                                417,
                                "it was ongoing at any time within 4 weeks before Visit 2",
                                DateOf(field("steroid_courses_1", "taken"), "start"),
                                DateOf(field("steroid_courses_1", "taken"), "end"),
                                Window(
                                    "within",
                                    Length(Const(4), "week"),
                                    "before",
                                    DateOf(fact("visit_2")),
                                ),
                            ),
                            all_of(
                                417,
                                Includes(
                                    418,
                                    "indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them",
                                    field("steroid_courses_1", "purposes"),
                                    "any",
                                    "ild",
                                    "ctd",
                                ),
                                Table(
                                    419,
                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                    (
                                        OptionKey(
                                            field("steroid_courses_1", "steroid"),
                                            "prednisone",
                                            "prednisolone",
                                            "methylprednisolone",
                                            "triamcinolone",
                                            "dexamethasone",
                                            "betamethasone",
                                            "hydrocortisone",
                                            "cortisone",
                                            "deflazacort",
                                        ),
                                    ),
                                    (
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const(5),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("prednisone", "prednisolone"),
                                        ),
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const(4),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("methylprednisolone"),
                                        ),
                                        Row(1, Options("triamcinolone")),
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const("0.75"),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("dexamethasone", "betamethasone"),
                                        ),
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const(20),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("hydrocortisone"),
                                        ),
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const(25),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("cortisone"),
                                        ),
                                        Row(
                                            compare(
                                                419,
                                                "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                Quotient(
                                                    Product(
                                                        Value(field("steroid_courses_1", "dose")),
                                                        Const(5),
                                                    ),
                                                    Const(6),
                                                ),
                                                ">",
                                                Const(20),
                                                worth=Worth(
                                                    "Daily dose of a corticosteroid, as prednisone",
                                                    "mg/day",
                                                ),
                                            ),
                                            Options("deflazacort"),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            all_of(
                420,
                HowMany(
                    421,
                    "courses of oral corticosteroids: at least two where it was ongoing at any time within 4 weeks before Visit 2, and the indications include “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease”",
                    Count(
                        Listing(
                            "steroid_courses",
                            "steroid_courses_2",
                            all_of(
                                0,
                                touches(
                                    421,
                                    "it was ongoing at any time within 4 weeks before Visit 2",
                                    DateOf(field("steroid_courses_2", "taken"), "start"),
                                    DateOf(field("steroid_courses_2", "taken"), "end"),
                                    Window(
                                        "within",
                                        Length(Const(4), "week"),
                                        "before",
                                        DateOf(fact("visit_2")),
                                    ),
                                ),
                                Includes(
                                    421,
                                    "indications: “interstitial lung disease” or “rheumatoid arthritis or another connective tissue disease” among them",
                                    field("steroid_courses_2", "purposes"),
                                    "any",
                                    "ild",
                                    "ctd",
                                ),
                            ),
                        ),
                    ),
                    2,
                ),
                compare(
                    422,
                    "highest daily dose of all oral corticosteroids for ILD, RA or another CTD together, as prednisone, on any day of the 4 weeks before Visit 2: above 20 mg/day",
                    Value(fact("highest_ocs_of_a_day"), low=0),
                    ">",
                    Const(20),
                ),
            ),
            HowMany(
                423,
                "medications for ILD, RA or another CTD: at least one where it was ongoing on the day of Visit 1, and the drug is azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab, and the indications include rheumatoid arthritis or another connective tissue disease, unless “Is a change of this RA or CTD medication medically indicated?” is answered yes",
                Count(
                    Listing(
                        "medications",
                        "medications_2",
                        all_of(
                            0,
                            during(
                                423,
                                "it was ongoing on the day of Visit 1",
                                DateOf(field("medications_2", "taken"), "start"),
                                DateOf(field("medications_2", "taken"), "end"),
                                DateOf(fact("visit_1")),
                            ),
                            unless(
                                423,
                                all_of(
                                    423,
                                    IsOneOf(
                                        424,
                                        "drug: azathioprine (AZA), cyclosporine, mycophenolate mofetil (MMF), tacrolimus, cyclophosphamide or rituximab",
                                        field("medications_2", "drug"),
                                        "azathioprine",
                                        "cyclosporine",
                                        "mmf",
                                        "tacrolimus",
                                        "cyclophosphamide",
                                        "rituximab",
                                    ),
                                    Includes(
                                        425,
                                        "indications: “rheumatoid arthritis or another connective tissue disease” among them",
                                        field("medications_2", "purposes"),
                                        "any",
                                        "ctd",
                                    ),
                                ),
                                judged(
                                    426,
                                    "Is a change of this RA or CTD medication medically indicated?",
                                    field("medications_2", "change_indicated"),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            HowMany(
                427,
                "courses of oral corticosteroids: at least one where it was ongoing on the day of Visit 1, and the indications include rheumatoid arthritis or another connective tissue disease, and daily dose of a corticosteroid, as prednisone is above 20 mg/day, unless “Is a change of this corticosteroid for RA or CTD medically indicated?” is answered yes",
                Count(
                    Listing(
                        "steroid_courses",
                        "steroid_courses_3",
                        all_of(
                            0,
                            during(
                                427,
                                "it was ongoing on the day of Visit 1",
                                DateOf(field("steroid_courses_3", "taken"), "start"),
                                DateOf(field("steroid_courses_3", "taken"), "end"),
                                DateOf(fact("visit_1")),
                            ),
                            unless(
                                427,
                                all_of(
                                    427,
                                    Includes(
                                        428,
                                        "indications: “rheumatoid arthritis or another connective tissue disease” among them",
                                        field("steroid_courses_3", "purposes"),
                                        "any",
                                        "ctd",
                                    ),
                                    Table(
                                        429,
                                        "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                        (
                                            OptionKey(
                                                field("steroid_courses_3", "steroid"),
                                                "prednisone",
                                                "prednisolone",
                                                "methylprednisolone",
                                                "triamcinolone",
                                                "dexamethasone",
                                                "betamethasone",
                                                "hydrocortisone",
                                                "cortisone",
                                                "deflazacort",
                                            ),
                                        ),
                                        (
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const(5),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("prednisone", "prednisolone"),
                                            ),
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const(4),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("methylprednisolone"),
                                            ),
                                            Row(1, Options("triamcinolone")),
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const("0.75"),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("dexamethasone", "betamethasone"),
                                            ),
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const(20),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("hydrocortisone"),
                                            ),
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const(25),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("cortisone"),
                                            ),
                                            Row(
                                                compare(
                                                    429,
                                                    "daily dose of a corticosteroid, as prednisone: above 20 mg/day",
                                                    Quotient(
                                                        Product(
                                                            Value(
                                                                field("steroid_courses_3", "dose"),
                                                            ),
                                                            Const(5),
                                                        ),
                                                        Const(6),
                                                    ),
                                                    ">",
                                                    Const(20),
                                                    worth=Worth(
                                                        "Daily dose of a corticosteroid, as prednisone",
                                                        "mg/day",
                                                    ),
                                                ),
                                                Options("deflazacort"),
                                            ),
                                        ),
                                    ),
                                ),
                                judged(
                                    430,
                                    "Is a change of this corticosteroid for RA or CTD medically indicated?",
                                    field("steroid_courses_3", "steroid_change_indicated"),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            unless(
                431,
                all_of(
                    431,
                    HowMany(
                        432,
                        "courses of oral corticosteroids: at least two where it was ongoing on the day of Visit 1, and the indications include rheumatoid arthritis or another connective tissue disease",
                        Count(
                            Listing(
                                "steroid_courses",
                                "steroid_courses_4",
                                all_of(
                                    0,
                                    during(
                                        432,
                                        "it was ongoing on the day of Visit 1",
                                        DateOf(field("steroid_courses_4", "taken"), "start"),
                                        DateOf(field("steroid_courses_4", "taken"), "end"),
                                        DateOf(fact("visit_1")),
                                    ),
                                    Includes(
                                        432,
                                        "indications: “rheumatoid arthritis or another connective tissue disease” among them",
                                        field("steroid_courses_4", "purposes"),
                                        "any",
                                        "ctd",
                                    ),
                                ),
                            ),
                        ),
                        2,
                    ),
                    compare(
                        433,
                        "daily dose of all oral corticosteroids for RA or another CTD together, as prednisone, on the day of Visit 1: above 20 mg/day",
                        Value(fact("ctd_ocs_at_visit_1"), low=0),
                        ">",
                        Const(20),
                    ),
                ),
                judged(
                    434,
                    "Is a change of the corticosteroids for RA or CTD, taken together, medically indicated?",
                    fact("joint_steroid_change_indicated"),
                ),
            ),
        ),
    )


@Tree
def exclusion_8_clauses() -> Clause:
    return Criterion(
        True,
        Asked(
            454,
            "diagnosis of idiopathic pulmonary fibrosis (IPF) by the ATS/ERS/JRS/ALAT guidelines of 2011",
            fact("ipf"),
        ),
    )


@Tree
def exclusion_9_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            473,
            all_of(
                474,
                any_of(
                    475,
                    Asked(
                        476,
                        "previous clinical evidence of right heart failure",
                        fact("clinical_right_heart_failure"),
                    ),
                    Asked(
                        477,
                        "previous echocardiographic evidence of right heart failure",
                        fact("echo_right_heart_failure"),
                    ),
                ),
                judged(
                    478,
                    "the right heart failure was significant",
                    fact("significant_right_heart_failure"),
                ),
            ),
            HowMany(
                479,
                "right heart catheterizations: at least one where the cardiac index is at most 2 L/min/m²",
                Count(
                    Listing(
                        "right_heart_catheterizations",
                        "right_heart_catheterizations_1",
                        compare(
                            479,
                            "cardiac index at most 2 L/min/m²",
                            Value(field("right_heart_catheterizations_1", "cardiac_index")),
                            "<=",
                            Const(2),
                        ),
                    ),
                ),
                1,
            ),
            Asked(
                480,
                "pulmonary arterial hypertension that requires parenteral epoprostenol",
                fact("parenteral_epoprostenol"),
            ),
            Asked(
                481,
                "pulmonary arterial hypertension that requires parenteral treprostinil",
                fact("parenteral_treprostinil"),
            ),
            Selected(
                482,
                "latest FEV1 before bronchodilator at Visit 1 divided by latest FVC before bronchodilator, in litres at Visit 1: below 0.7",
                "latest",
                Listing(
                    "fev1",
                    "fev1_1",
                    IsOneOf(
                        472,
                        "visit of FEV1 before bronchodilator: date of Visit 1",
                        field("fev1_1", "visit"),
                        "visit_1",
                    ),
                ),
                DateOf(field("fev1_1", "date")),
                Selected(
                    482,
                    "FEV1 before bronchodilator divided by latest FVC before bronchodilator, in litres at Visit 1: below 0.7",
                    "latest",
                    Listing(
                        "fvc_volume",
                        "fvc_volume_1",
                        IsOneOf(
                            472,
                            "visit of FVC before bronchodilator, in litres: date of Visit 1",
                            field("fvc_volume_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("fvc_volume_1", "date")),
                    compare(
                        482,
                        "FEV1 before bronchodilator divided by FVC before bronchodilator, in litres: below 0.7",
                        Quotient(
                            Value(field("fev1_1", "value"), low=0),
                            Value(field("fvc_volume_1", "value"), low=0),
                        ),
                        "<",
                        Const("0.7"),
                    ),
                ),
            ),
            judged(
                483,
                "any other clinically significant pulmonary abnormality",
                fact("other_pulmonary"),
            ),
        ),
    )


@Tree
def exclusion_10_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            498,
            judged(
                499,
                "chest wall abnormality that causes a major restriction of breathing",
                fact("chest_wall_restriction"),
            ),
            Asked(500, "large pleural effusion", fact("large_effusion")),
            judged(
                501,
                "any other major physiological restriction from outside the lungs",
                fact("other_restriction"),
            ),
        ),
    )


@Tree
def exclusion_11_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            519,
            HowMany(
                520,
                "blood pressure measurements: at least one where the date is within 6 months before or after Visit 1, and it was measured under treatment of hypertension, and either the systolic is at least 160 mmHg, or the diastolic is at least 100 mmHg",
                Count(
                    Listing(
                        "blood_pressures",
                        "blood_pressures_1",
                        all_of(
                            520,
                            falls(
                                521,
                                "date: within 6 months before or after Visit 1",
                                DateOf(field("blood_pressures_1", "measured_on")),
                                Window(
                                    "within",
                                    Length(Const(6), "month", whole=True),
                                    "around",
                                    DateOf(fact("visit_1")),
                                ),
                            ),
                            Asked(
                                522,
                                "it was measured under treatment of hypertension",
                                field("blood_pressures_1", "under_treatment"),
                            ),
                            any_of(
                                523,
                                compare(
                                    524,
                                    "systolic at least 160 mmHg",
                                    Value(field("blood_pressures_1", "systolic")),
                                    ">=",
                                    Const(160),
                                ),
                                compare(
                                    525,
                                    "diastolic at least 100 mmHg",
                                    Value(field("blood_pressures_1", "diastolic")),
                                    ">=",
                                    Const(100),
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            falls(
                526,
                "last myocardial infarction within 6 months before or after Visit 1",
                DateOf(fact("last_infarction"), or_none=True),
                Window(
                    "within",
                    Length(Const(6), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
            falls(
                527,
                "last day of unstable cardiac angina: within 6 months before or after Visit 1",
                DateOf(fact("last_unstable_angina"), or_none=True),
                Window(
                    "within",
                    Length(Const(6), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
        ),
    )


@Tree
def exclusion_12_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            588,
            Asked(589, "known genetic predisposition to bleeding", fact("bleeding_predisposition")),
            any_of(
                590,
                HowMany(
                    591,
                    "fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires: at least one where the drug is fibrinolytic, or both either the drug is vitamin K antagonist or direct thrombin inhibitor, or the drug is enoxaparin, another heparin, hirudin or another anticoagulant, and it is full-dose therapeutic anticoagulation",
                    Count(
                        Listing(
                            "antithrombotics",
                            "antithrombotics_1",
                            any_of(
                                591,
                                IsOneOf(
                                    592,
                                    "drug: fibrinolytic",
                                    field("antithrombotics_1", "agent"),
                                    "fibrinolytic",
                                ),
                                all_of(
                                    593,
                                    any_of(
                                        594,
                                        IsOneOf(
                                            595,
                                            "drug: vitamin K antagonist or direct thrombin inhibitor",
                                            field("antithrombotics_1", "agent"),
                                            "vitamin_k_antagonist",
                                            "direct_thrombin_inhibitor",
                                        ),
                                        IsOneOf(
                                            596,
                                            "drug: enoxaparin, another heparin, hirudin or another anticoagulant",
                                            field("antithrombotics_1", "agent"),
                                            "enoxaparin",
                                            "heparin",
                                            "hirudin",
                                            "other_anticoagulant",
                                        ),
                                    ),
                                    judged(
                                        597,
                                        "it is full-dose therapeutic anticoagulation",
                                        field("antithrombotics_1", "full_dose"),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
                HowMany(
                    598,
                    "fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires: at least one where both the drug is acetyl salicylic acid, and the daily dose of an antiplatelet drug is above 325 mg/day, or both the drug is clopidogrel, and the daily dose of an antiplatelet drug is above 75 mg/day, or both the drug is another antiplatelet drug, and it is a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of clopidogrel a day",
                    Count(
                        Listing(
                            "antithrombotics",
                            "antithrombotics_2",
                            any_of(
                                598,
                                all_of(
                                    599,
                                    IsOneOf(
                                        600,
                                        "drug: acetyl salicylic acid",
                                        field("antithrombotics_2", "agent"),
                                        "acetylsalicylic_acid",
                                    ),
                                    compare(
                                        601,
                                        "daily dose of an antiplatelet drug: above 325 mg/day",
                                        Value(field("antithrombotics_2", "antiplatelet_dose")),
                                        ">",
                                        Const(325),
                                    ),
                                ),
                                all_of(
                                    602,
                                    IsOneOf(
                                        603,
                                        "drug: clopidogrel",
                                        field("antithrombotics_2", "agent"),
                                        "clopidogrel",
                                    ),
                                    compare(
                                        604,
                                        "daily dose of an antiplatelet drug: above 75 mg/day",
                                        Value(field("antithrombotics_2", "antiplatelet_dose")),
                                        ">",
                                        Const(75),
                                    ),
                                ),
                                all_of(
                                    605,
                                    IsOneOf(
                                        606,
                                        "drug: another antiplatelet drug",
                                        field("antithrombotics_2", "agent"),
                                        "other_antiplatelet",
                                    ),
                                    judged(
                                        607,
                                        "it is a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of clopidogrel a day",
                                        field("antithrombotics_2", "high_dose"),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
            ),
            falls(
                608,
                "last haemorrhage in the central nervous system: within 12 months before or after Visit 1",
                DateOf(fact("last_cns_haemorrhage"), or_none=True),
                Window(
                    "within",
                    Length(Const(12), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
            any_of(
                609,
                falls(
                    610,
                    "last day of haemoptysis: within 3 months before or after Visit 1",
                    DateOf(fact("last_haemoptysis"), or_none=True),
                    Window(
                        "within",
                        Length(Const(3), "month", whole=True),
                        "around",
                        DateOf(fact("visit_1")),
                    ),
                ),
                falls(
                    611,
                    "last day of haematuria: within 3 months before or after Visit 1",
                    DateOf(fact("last_haematuria"), or_none=True),
                    Window(
                        "within",
                        Length(Const(3), "month", whole=True),
                        "around",
                        DateOf(fact("visit_1")),
                    ),
                ),
                falls(
                    612,
                    "last day of active gastro-intestinal bleeding: within 3 months before or after Visit 1",
                    DateOf(fact("last_gi_bleeding"), or_none=True),
                    Window(
                        "within",
                        Length(Const(3), "month", whole=True),
                        "around",
                        DateOf(fact("visit_1")),
                    ),
                ),
                falls(
                    613,
                    "last day on which a gastro-intestinal ulcer was present: within 3 months before or after Visit 1",
                    DateOf(fact("last_gi_ulcer"), or_none=True),
                    Window(
                        "within",
                        Length(Const(3), "month", whole=True),
                        "around",
                        DateOf(fact("visit_1")),
                    ),
                ),
                HowMany(
                    614,
                    "injuries: at least one where the date is within 3 months before or after Visit 1, and it was a major injury",
                    Count(
                        Listing(
                            "injuries",
                            "injuries_1",
                            all_of(
                                614,
                                falls(
                                    615,
                                    "date: within 3 months before or after Visit 1",
                                    DateOf(field("injuries_1", "injured_on")),
                                    Window(
                                        "within",
                                        Length(Const(3), "month", whole=True),
                                        "around",
                                        DateOf(fact("visit_1")),
                                    ),
                                ),
                                judged(
                                    616,
                                    "it was a major injury",
                                    field("injuries_1", "major_injury"),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
                HowMany(
                    617,
                    "surgical procedures done: at least one where the date is within 3 months before or after Visit 1, and it was major surgery",
                    Count(
                        Listing(
                            "operations",
                            "operations_1",
                            all_of(
                                617,
                                falls(
                                    618,
                                    "date: within 3 months before or after Visit 1",
                                    DateOf(field("operations_1", "operated_on")),
                                    Window(
                                        "within",
                                        Length(Const(3), "month", whole=True),
                                        "around",
                                        DateOf(fact("visit_1")),
                                    ),
                                ),
                                judged(
                                    619,
                                    "it was major surgery",
                                    field("operations_1", "major_surgery"),
                                ),
                            ),
                        ),
                    ),
                    1,
                ),
            ),
            any_of(
                620,
                Selected(
                    621,
                    "earliest international normalized ratio (INR) at Visit 1: above 2",
                    "earliest",
                    Listing(
                        "inr",
                        "inr_1",
                        IsOneOf(
                            585,
                            "visit of international normalized ratio (INR): date of Visit 1",
                            field("inr_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("inr_1", "date")),
                    compare(
                        621,
                        "international normalized ratio (INR): above 2",
                        Value(field("inr_1", "value"), low=0),
                        ">",
                        Const(2),
                    ),
                ),
                Selected(
                    622,
                    "earliest prothrombin time (PT) at Visit 1: above 1.5 times the upper limit of normal",
                    "earliest",
                    Listing(
                        "pt",
                        "pt_1",
                        IsOneOf(
                            586,
                            "visit of prothrombin time (PT): date of Visit 1",
                            field("pt_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("pt_1", "date")),
                    compare(
                        622,
                        "prothrombin time (PT) above 1.5 times the upper limit of normal",
                        Value(field("pt_1", "value"), low=0),
                        ">",
                        Product(Const("1.5"), Limit("uln", field("pt_1", "value"))),
                    ),
                ),
                Selected(
                    623,
                    "earliest activated partial thromboplastin time (aPTT) at Visit 1: above 1.5 times the upper limit of normal",
                    "earliest",
                    Listing(
                        "aptt",
                        "aptt_1",
                        IsOneOf(
                            587,
                            "visit of activated partial thromboplastin time (aPTT): date of Visit 1",
                            field("aptt_1", "visit"),
                            "visit_1",
                        ),
                    ),
                    DateOf(field("aptt_1", "date")),
                    compare(
                        623,
                        "activated partial thromboplastin time (aPTT): above 1.5 times the upper limit of normal",
                        Value(field("aptt_1", "value"), low=0),
                        ">",
                        Product(Const("1.5"), Limit("uln", field("aptt_1", "value"))),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_13_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            650,
            falls(
                651,
                "last stroke within 12 months before or after Visit 1",
                DateOf(fact("last_stroke"), or_none=True),
                Window(
                    "within",
                    Length(Const(12), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
            falls(
                652,
                "last transient ischemic attack: within 12 months before or after Visit 1",
                DateOf(fact("last_tia"), or_none=True),
                Window(
                    "within",
                    Length(Const(12), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
            falls(
                653,
                "last other thrombotic event, heart attacks aside: within 12 months before or after Visit 1",
                DateOf(fact("last_other_thrombosis"), or_none=True),
                Window(
                    "within",
                    Length(Const(12), "month", whole=True),
                    "around",
                    DateOf(fact("visit_1")),
                ),
            ),
            all_of(
                654,
                falls(
                    655,
                    "last myocardial infarction within 12 months before or after Visit 1",
                    DateOf(fact("last_infarction"), or_none=True),
                    Window(
                        "within",
                        Length(Const(12), "month", whole=True),
                        "around",
                        DateOf(fact("visit_1")),
                    ),
                ),
                judged(
                    656,
                    "Is the myocardial infarction a thrombotic event that bars?",
                    fact("infarction_counts"),
                ),
            ),
        ),
    )


@Tree
def exclusion_14_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            666,
            Asked(667, "known hypersensitivity to nintedanib", fact("nintedanib_hypersensitivity")),
            Asked(
                668,
                "known hypersensitivity to soya or soya lecithin",
                fact("soya_hypersensitivity"),
            ),
            Asked(
                669,
                "known hypersensitivity to another component of the trial medication",
                fact("component_hypersensitivity"),
            ),
        ),
    )


@Tree
def exclusion_15_clauses() -> Clause:
    return Criterion(True, Asked(675, "the patient has a peanut allergy", fact("peanut_allergy")))


@Tree
def exclusion_16_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            681,
            judged(
                682,
                "another disease that may interfere with testing procedures",
                fact("interferes_with_testing"),
            ),
            judged(
                683,
                "another disease that may interfere with trial participation",
                fact("interferes_with_participation"),
            ),
            judged(
                684,
                "another disease that may put the patient at risk when participating",
                fact("puts_at_risk"),
            ),
        ),
    )


@Tree
def exclusion_17_clauses() -> Clause:
    return Criterion(
        True,
        judged(
            691,
            "life expectancy is less than 2.5 years because of a disease other than ILD",
            fact("short_life_expectancy"),
        ),
    )


@Tree
def exclusion_18_clauses() -> Clause:
    return Criterion(
        True,
        all_of(
            697,
            Asked(698, "a surgical procedure is planned", fact("surgery_planned")),
            judged(699, "the planned surgery is major", fact("planned_surgery_major")),
        ),
    )


@Tree
def exclusion_19_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            706,
            Asked(707, "she is pregnant", fact("pregnant")),
            Asked(708, "she is nursing", fact("nursing")),
            Asked(709, "she plans to become pregnant while in the trial", fact("plans_pregnancy")),
        ),
        Elsewhere(705, "female", defined_female_clauses),
    )


@Tree
def exclusion_20_clauses() -> Clause:
    return Criterion(
        True,
        Not(
            any_of(
                739,
                all_of(
                    740,
                    Asked(
                        741,
                        "she is willing to use a highly effective method of birth control (failure rate below 1 % a year), until 3 months after nintedanib",
                        fact("willing_effective"),
                    ),
                    Asked(
                        742,
                        "she is able to use a highly effective method of birth control, until 3 months after nintedanib",
                        fact("able_effective"),
                    ),
                    Asked(
                        743,
                        "she is willing to use one barrier method as well, until 3 months after nintedanib",
                        fact("willing_barrier"),
                    ),
                    Asked(
                        744,
                        "she is able to use one barrier method as well, until 3 months after nintedanib",
                        fact("able_barrier"),
                    ),
                    falls(
                        745,
                        "first day of using a highly effective method without a break: 28 days or more before Visit 2",
                        DateOf(fact("effective_since"), or_none=True),
                        Window(
                            "at least",
                            Length(Const(28), "day"),
                            "before",
                            DateOf(fact("visit_2")),
                        ),
                    ),
                    falls(
                        746,
                        "first day of using a barrier method as well, without a break: 28 days or more before Visit 2",
                        DateOf(fact("barrier_since"), or_none=True),
                        Window(
                            "at least",
                            Length(Const(28), "day"),
                            "before",
                            DateOf(fact("visit_2")),
                        ),
                    ),
                ),
            ),
        ),
        Elsewhere(
            738,
            "woman of childbearing potential",
            defined_woman_of_childbearing_potential_clauses,
        ),
    )


@Tree
def exclusion_21_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            756,
            judged(757, "active alcohol abuse", fact("alcohol_abuse")),
            judged(758, "active drug abuse", fact("drug_abuse")),
        ),
    )


@Tree
def exclusion_22_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            766,
            judged(
                767,
                "the patient is unable to understand the trial procedures",
                fact("cannot_understand"),
            ),
            judged(
                768,
                "the patient is unable to follow the trial procedures",
                fact("cannot_follow"),
            ),
            judged(
                769,
                "the patient is unable to complete self-administered questionnaires without help",
                fact("needs_help"),
            ),
        ),
    )


@Tree
def defined_worsening_of_symptoms_clauses() -> Clause:
    return all_of(
        75,
        falls(
            76,
            "last documentation of worse respiratory symptoms up to Visit 1: within 24 months before Visit 1",
            DateOf(fact("symptoms_worse_on"), or_none=True),
            Window(
                "within",
                Length(Const(24), "month", whole=True),
                "before",
                DateOf(fact("visit_1")),
            ),
        ),
        Not(
            judged(
                77,
                "the worsening of symptoms is attributable to a comorbidity, e.g. infection or heart failure",
                fact("symptoms_from_comorbidity"),
            ),
            "the worsening of symptoms is not attributable to a comorbidity, e.g. infection or heart failure",
        ),
    )


@Tree
def defined_increasing_fibrosis_clauses() -> Clause:
    return all_of(
        80,
        falls(
            81,
            "last chest imaging up to Visit 1 that shows an increase of fibrotic changes: within 24 months before Visit 1",
            DateOf(fact("fibrosis_more_on"), or_none=True),
            Window(
                "within",
                Length(Const(24), "month", whole=True),
                "before",
                DateOf(fact("visit_1")),
            ),
        ),
        Not(
            judged(
                82,
                "the change on imaging is attributable to a comorbidity, e.g. infection or heart failure",
                fact("imaging_from_comorbidity"),
            ),
            "the change on imaging is not attributable to a comorbidity, e.g. infection or heart failure",
        ),
    )


@Tree
def defined_female_clauses() -> Clause:
    return IsOneOf(308, "sex: female", fact("sex"), "female")


@Tree
def defined_woman_of_childbearing_potential_clauses() -> Clause:
    return all_of(
        720,
        Elsewhere(721, "female", defined_female_clauses),
        Asked(722, "she has had her first menstruation (menarche)", fact("menarche")),
        Not(
            any_of(
                723,
                Asked(724, "she is post-menopausal", fact("postmenopausal")),
                Asked(725, "she has had a hysterectomy", fact("hysterectomy")),
                Asked(
                    726,
                    "she has had a bilateral salpingectomy",
                    fact("bilateral_salpingectomy"),
                ),
                Asked(727, "she has had a bilateral oophorectomy", fact("bilateral_oophorectomy")),
            ),
        ),
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
        "E20": exclusion_20_clauses,
        "E21": exclusion_21_clauses,
        "E22": exclusion_22_clauses,
    }


def dictionary() -> dict[str, Entry]:
    """What the data dictionary says of each fact, list and field."""
    return {
        "consent": Entry("date", "Date of signing the written informed consent"),
        "visit_1": Entry("date", "Date of Visit 1"),
        "visit_2": Entry("date", "Date of Visit 2"),
        "first_procedure": Entry(
            "date",
            "Date of the first study procedure (none: not begun)",
            or_none=True,
        ),
        "hrct_shipped": Entry(
            "date",
            "Date of the shipment of CT images (HRCT) to the reviewer (none: not sent)",
            or_none=True,
        ),
        "consent_signed": Entry(
            "yes/no",
            "Has the patient signed the written informed consent? (no: the patient refused)",
        ),
        "consent_conforms": Entry(
            "yes/no",
            "Is the consent consistent with the ICH-GCP guideline and local laws?",
        ),
        "begun_before_signature": Entry(
            "yes/no",
            "On the day of consent: was a study procedure begun, or were the images sent, before the signature?",
        ),
        "birth_date": Entry("date", "Date of birth"),
        "symptoms_worse_on": Entry(
            "date",
            "Date of the last documentation of worse respiratory symptoms up to Visit 1 (none: never until then)",
            or_none=True,
        ),
        "fibrosis_more_on": Entry(
            "date",
            "Date of the last chest imaging up to Visit 1 that shows an increase of fibrotic changes (none: never until then)",
            or_none=True,
        ),
        "symptoms_from_comorbidity": Entry(
            "yes/no",
            "Is the worsening of symptoms attributable to a comorbidity, e.g. infection or heart failure?",
        ),
        "imaging_from_comorbidity": Entry(
            "yes/no",
            "Is the change on imaging attributable to a comorbidity, e.g. infection or heart failure?",
        ),
        "ild_diagnosed": Entry("yes/no", "Has a physician diagnosed interstitial lung disease?"),
        "despite_treatment": Entry(
            "yes/no",
            "Has the disease progressed despite treatment with unapproved medications for ILD?",
        ),
        "decline_from_comorbidity": Entry(
            "yes/no",
            "Is the decline of FVC attributable to a comorbidity, e.g. infection or heart failure?",
        ),
        "underlying_ctd": Entry(
            "yes/no",
            "Is there an underlying connective tissue disease (rheumatoid arthritis included)?",
        ),
        "dlco_recorrected": Entry(
            "quantity",
            "DLCO of Visit 2 corrected anew, with the haemoglobin of Visit 1, per cent of predicted",
            "%",
        ),
        "haemoglobin_of_visit_1": Entry(
            "yes/no",
            "Was DLCO corrected with the haemoglobin of Visit 1?",
        ),
        "sex": Entry("choice", "Sex", labels={"female": "female", "male": "male"}),
        "chronic_liver_disease": Entry(
            "yes/no",
            "Is there an underlying chronic liver disease, of any Child-Pugh class?",
        ),
        "nintedanib_before": Entry("yes/no", "Has the patient ever been treated with nintedanib?"),
        "pirfenidone_before": Entry(
            "yes/no",
            "Has the patient ever been treated with pirfenidone?",
        ),
        "highest_ocs_of_a_day": Entry(
            "quantity",
            "Highest daily dose of all oral corticosteroids for ILD, RA or another CTD together, as prednisone, on any day of the 4 weeks before Visit 2",
            "mg/day",
            low=0,
        ),
        "ctd_ocs_at_visit_1": Entry(
            "quantity",
            "Daily dose of all oral corticosteroids for RA or another CTD together, as prednisone, on the day of Visit 1",
            "mg/day",
            low=0,
        ),
        "joint_steroid_change_indicated": Entry(
            "yes/no",
            "Is a change of the corticosteroids for RA or CTD, taken together, medically indicated?",
        ),
        "ipf": Entry(
            "yes/no",
            "Is there a diagnosis of idiopathic pulmonary fibrosis (IPF) by the ATS/ERS/JRS/ALAT guidelines of 2011?",
        ),
        "clinical_right_heart_failure": Entry(
            "yes/no",
            "Is there previous clinical evidence of right heart failure?",
        ),
        "echo_right_heart_failure": Entry(
            "yes/no",
            "Is there previous echocardiographic evidence of right heart failure?",
        ),
        "significant_right_heart_failure": Entry(
            "yes/no",
            "Was the right heart failure significant?",
        ),
        "parenteral_epoprostenol": Entry(
            "yes/no",
            "Is there pulmonary arterial hypertension that requires parenteral epoprostenol?",
        ),
        "parenteral_treprostinil": Entry(
            "yes/no",
            "Is there pulmonary arterial hypertension that requires parenteral treprostinil?",
        ),
        "other_pulmonary": Entry(
            "yes/no",
            "Is there any other clinically significant pulmonary abnormality?",
        ),
        "chest_wall_restriction": Entry(
            "yes/no",
            "Is there a chest wall abnormality that causes a major restriction of breathing?",
        ),
        "large_effusion": Entry("yes/no", "Is there a large pleural effusion?"),
        "other_restriction": Entry(
            "yes/no",
            "Is there any other major physiological restriction from outside the lungs?",
        ),
        "last_infarction": Entry(
            "date",
            "Date of the last myocardial infarction (none: never)",
            or_none=True,
        ),
        "last_unstable_angina": Entry(
            "date",
            "Last day of unstable cardiac angina (none: never)",
            or_none=True,
        ),
        "last_cns_haemorrhage": Entry(
            "date",
            "Date of the last haemorrhage in the central nervous system (none: never)",
            or_none=True,
        ),
        "last_haemoptysis": Entry("date", "Last day of haemoptysis (none: never)", or_none=True),
        "last_haematuria": Entry("date", "Last day of haematuria (none: never)", or_none=True),
        "last_gi_bleeding": Entry(
            "date",
            "Last day of active gastro-intestinal bleeding (none: never)",
            or_none=True,
        ),
        "last_gi_ulcer": Entry(
            "date",
            "Last day on which a gastro-intestinal ulcer was present (none: never)",
            or_none=True,
        ),
        "bleeding_predisposition": Entry(
            "yes/no",
            "Is there a known genetic predisposition to bleeding?",
        ),
        "last_stroke": Entry("date", "Date of the last stroke (none: never)", or_none=True),
        "last_tia": Entry(
            "date",
            "Date of the last transient ischemic attack (none: never)",
            or_none=True,
        ),
        "last_other_thrombosis": Entry(
            "date",
            "Date of the last other thrombotic event, heart attacks aside (none: never)",
            or_none=True,
        ),
        "infarction_counts": Entry(
            "yes/no",
            "Is the myocardial infarction a thrombotic event that bars?",
        ),
        "nintedanib_hypersensitivity": Entry("yes/no", "Known hypersensitivity to nintedanib?"),
        "soya_hypersensitivity": Entry(
            "yes/no",
            "Known hypersensitivity to soya or soya lecithin?",
        ),
        "component_hypersensitivity": Entry(
            "yes/no",
            "Known hypersensitivity to another component of the trial medication?",
        ),
        "peanut_allergy": Entry("yes/no", "Does the patient have a peanut allergy?"),
        "interferes_with_testing": Entry(
            "yes/no",
            "Is there another disease that may interfere with testing procedures?",
        ),
        "interferes_with_participation": Entry(
            "yes/no",
            "Is there another disease that may interfere with trial participation?",
        ),
        "puts_at_risk": Entry(
            "yes/no",
            "Is there another disease that may put the patient at risk when participating?",
        ),
        "short_life_expectancy": Entry(
            "yes/no",
            "Is life expectancy less than 2.5 years because of a disease other than ILD?",
        ),
        "surgery_planned": Entry("yes/no", "Is a surgical procedure planned?"),
        "planned_surgery_major": Entry("yes/no", "Is the planned surgery major?"),
        "pregnant": Entry("yes/no", "Is she pregnant?"),
        "nursing": Entry("yes/no", "Is she nursing?"),
        "plans_pregnancy": Entry("yes/no", "Does she plan to become pregnant while in the trial?"),
        "menarche": Entry("yes/no", "Has she had her first menstruation (menarche)?"),
        "postmenopausal": Entry("yes/no", "Is she post-menopausal?"),
        "hysterectomy": Entry("yes/no", "Has she had a hysterectomy?"),
        "bilateral_salpingectomy": Entry("yes/no", "Has she had a bilateral salpingectomy?"),
        "bilateral_oophorectomy": Entry("yes/no", "Has she had a bilateral oophorectomy?"),
        "effective_since": Entry(
            "date",
            "First day of using a highly effective method without a break (none: not using one)",
            or_none=True,
        ),
        "barrier_since": Entry(
            "date",
            "First day of using a barrier method as well, without a break (none: not using one)",
            or_none=True,
        ),
        "willing_effective": Entry(
            "yes/no",
            "Is she willing to use a highly effective method of birth control (failure rate below 1 % a year), until 3 months after nintedanib?",
        ),
        "able_effective": Entry(
            "yes/no",
            "Is she able to use a highly effective method of birth control, until 3 months after nintedanib?",
        ),
        "willing_barrier": Entry(
            "yes/no",
            "Is she willing to use one barrier method as well, until 3 months after nintedanib?",
        ),
        "able_barrier": Entry(
            "yes/no",
            "Is she able to use one barrier method as well, until 3 months after nintedanib?",
        ),
        "alcohol_abuse": Entry("yes/no", "Is there active alcohol abuse?"),
        "drug_abuse": Entry("yes/no", "Is there active drug abuse?"),
        "cannot_understand": Entry(
            "yes/no",
            "Is the patient unable to understand the trial procedures?",
        ),
        "cannot_follow": Entry("yes/no", "Is the patient unable to follow the trial procedures?"),
        "needs_help": Entry(
            "yes/no",
            "Is the patient unable to complete self-administered questionnaires without help?",
        ),
        "fvc": Entry("list", "FVC in per cent of predicted"),
        "fvc.value": Entry("quantity", "FVC in per cent of predicted", "%", low=0),
        "fvc.date": Entry("date", "Date"),
        "fvc.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "fvc.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "medications": Entry(
            "list",
            "Medications for ILD, RA or another CTD (each once: from its first to its last day, whatever the dose)",
        ),
        "medications.drug": Entry(
            "choice",
            "Drug",
            labels={
                "corticosteroid": "Corticosteroid",
                "azathioprine": "Azathioprine (AZA)",
                "mmf": "Mycophenolate mofetil (MMF)",
                "nac": "N-acetylcysteine (NAC)",
                "rituximab": "Rituximab",
                "cyclophosphamide": "Cyclophosphamide",
                "cyclosporine": "Cyclosporine",
                "tacrolimus": "Tacrolimus",
                "other": "Another drug",
            },
        ),
        "medications.drug_name": Entry("text", "Name, if it is another drug"),
        "medications.purposes": Entry(
            "set",
            "Indications",
            labels={
                "ild": "Interstitial lung disease",
                "ctd": "Rheumatoid arthritis or another connective tissue disease",
            },
        ),
        "medications.taken": Entry("period", "First to last day"),
        "medications.unapproved": Entry(
            "yes/no",
            "Is it an unapproved medication used in clinical practice to treat ILD?",
        ),
        "medications.change_indicated": Entry(
            "yes/no",
            "Is a change of this RA or CTD medication medically indicated?",
        ),
        "hrcts": Entry("list", "CT scans (HRCT) of the chest"),
        "hrcts.done_on": Entry("date", "Date"),
        "hrcts.reticular": Entry("yes/no", "Reticular abnormality?"),
        "hrcts.traction_bronchiectasis": Entry("yes/no", "Traction bronchiectasis?"),
        "hrcts.disease_extent": Entry("quantity", "Extent of the disease", "%"),
        "hrcts.centrally_confirmed": Entry(
            "yes/no",
            "Do the central readers confirm these findings?",
        ),
        "dlco": Entry("list", "DLCO corrected for haemoglobin, per cent of predicted"),
        "dlco.value": Entry(
            "quantity",
            "DLCO corrected for haemoglobin, per cent of predicted",
            "%",
            low=0,
        ),
        "dlco.date": Entry("date", "Date"),
        "dlco.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "dlco.laboratory": Entry(
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
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
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
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "alt.laboratory": Entry(
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
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "bilirubin.laboratory": Entry(
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
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "creatinine.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "retests": Entry(
            "list",
            "Laboratory re-tests (meant: those of an abnormal result of Visit 1, on a later day and before Visit 2)",
        ),
        "retests.parameter": Entry(
            "choice",
            "Parameter",
            labels={
                "of_ast": "AST",
                "of_alt": "ALT",
                "of_bilirubin": "Bilirubin",
                "of_creatinine": "Creatinine",
            },
        ),
        "retests.first_retest": Entry("yes/no", "Is it the first re-test of this parameter?"),
        "retests.retested_on": Entry(
            "date",
            "Date of the re-test (the value that counts: that of this day)",
        ),
        "retests.recent_abnormal": Entry(
            "yes/no",
            "Was there an abnormal result of this test in the patient's recent history?",
        ),
        "retests.sign": Entry("yes/no", "Is there a related clinical sign?"),
        "retests.temporary": Entry(
            "yes/no",
            "Is it thought to be the result of a temporary and reversible medical condition?",
        ),
        "retests.resolved_on": Entry(
            "date",
            "Date of the resolution of that condition (none: not resolved, or no such condition)",
            or_none=True,
        ),
        "weight": Entry("list", "Body weight"),
        "weight.value": Entry("quantity", "Body weight", "kg", low=0),
        "weight.date": Entry("date", "Date"),
        "weight.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "weight.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "investigational_therapies": Entry("list", "Other investigational therapies"),
        "investigational_therapies.therapy_name": Entry("text", "Therapy"),
        "investigational_therapies.given": Entry("period", "First to last day"),
        "investigational_therapies.half_life": Entry("quantity", "Half-life", "days"),
        "steroid_courses": Entry(
            "list",
            "Courses of oral corticosteroids (a new one: for each drug, and with each change of its dose)",
        ),
        "steroid_courses.steroid": Entry(
            "choice",
            "Corticosteroid",
            labels={
                "prednisone": "Prednisone",
                "prednisolone": "Prednisolone",
                "methylprednisolone": "Methylprednisolone",
                "triamcinolone": "Triamcinolone",
                "dexamethasone": "Dexamethasone",
                "betamethasone": "Betamethasone",
                "hydrocortisone": "Hydrocortisone",
                "cortisone": "Cortisone",
                "deflazacort": "Deflazacort",
            },
        ),
        "steroid_courses.dose": Entry("quantity", "Daily dose", "mg/day"),
        "steroid_courses.purposes": Entry(
            "set",
            "Indications",
            labels={
                "ild": "Interstitial lung disease",
                "ctd": "Rheumatoid arthritis or another connective tissue disease",
            },
        ),
        "steroid_courses.taken": Entry("period", "First to last day"),
        "steroid_courses.steroid_change_indicated": Entry(
            "yes/no",
            "Is a change of this corticosteroid for RA or CTD medically indicated?",
        ),
        "right_heart_catheterizations": Entry("list", "Right heart catheterizations"),
        "right_heart_catheterizations.catheterized_on": Entry("date", "Date"),
        "right_heart_catheterizations.cardiac_index": Entry(
            "quantity",
            "Cardiac index",
            "L/min/m²",
        ),
        "fev1": Entry("list", "FEV1 before bronchodilator"),
        "fev1.value": Entry("quantity", "FEV1 before bronchodilator", "L", low=0),
        "fev1.date": Entry("date", "Date"),
        "fev1.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "fev1.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "fvc_volume": Entry("list", "FVC before bronchodilator, in litres"),
        "fvc_volume.value": Entry("quantity", "FVC before bronchodilator, in litres", "L", low=0),
        "fvc_volume.date": Entry("date", "Date"),
        "fvc_volume.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "fvc_volume.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "blood_pressures": Entry("list", "Blood pressure measurements"),
        "blood_pressures.measured_on": Entry("date", "Date"),
        "blood_pressures.systolic": Entry("quantity", "Systolic", "mmHg"),
        "blood_pressures.diastolic": Entry("quantity", "Diastolic", "mmHg"),
        "blood_pressures.under_treatment": Entry(
            "yes/no",
            "Was it measured under treatment of hypertension?",
        ),
        "antithrombotics": Entry(
            "list",
            "Fibrinolytics, anticoagulants and antiplatelet drugs that the patient requires",
        ),
        "antithrombotics.agent": Entry(
            "choice",
            "Drug",
            labels={
                "fibrinolytic": "Fibrinolytic",
                "vitamin_k_antagonist": "Vitamin K antagonist",
                "direct_thrombin_inhibitor": "Direct thrombin inhibitor",
                "enoxaparin": "Enoxaparin",
                "heparin": "Another heparin",
                "hirudin": "Hirudin",
                "other_anticoagulant": "Another anticoagulant",
                "acetylsalicylic_acid": "Acetyl salicylic acid",
                "clopidogrel": "Clopidogrel",
                "other_antiplatelet": "Another antiplatelet drug",
            },
        ),
        "antithrombotics.antiplatelet_dose": Entry(
            "quantity",
            "Daily dose of an antiplatelet drug",
            "mg/day",
        ),
        "antithrombotics.full_dose": Entry(
            "yes/no",
            "Is it full-dose therapeutic anticoagulation? (no: prophylactic low dose, or a flush of an indwelling intravenous device, e.g. enoxaparin 4000 IU a day)",
        ),
        "antithrombotics.high_dose": Entry(
            "yes/no",
            "Is it a high dose, i.e. more than equivalent to 325 mg of acetyl salicylic acid or 75 mg of clopidogrel a day?",
        ),
        "injuries": Entry("list", "Injuries"),
        "injuries.injured_on": Entry("date", "Date"),
        "injuries.major_injury": Entry("yes/no", "Was it a major injury?"),
        "operations": Entry("list", "Surgical procedures done"),
        "operations.operated_on": Entry("date", "Date"),
        "operations.major_surgery": Entry("yes/no", "Was it major surgery?"),
        "inr": Entry("list", "International normalized ratio (INR)"),
        "inr.value": Entry("number", "International normalized ratio (INR)", low=0),
        "inr.date": Entry("date", "Date"),
        "inr.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "inr.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "pt": Entry("list", "Prothrombin time (PT)"),
        "pt.value": Entry("quantity", "Prothrombin time (PT)", "seconds", low=0),
        "pt.date": Entry("date", "Date"),
        "pt.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "pt.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "aptt": Entry("list", "Activated partial thromboplastin time (aPTT)"),
        "aptt.value": Entry(
            "quantity",
            "Activated partial thromboplastin time (aPTT)",
            "seconds",
            low=0,
        ),
        "aptt.date": Entry("date", "Date"),
        "aptt.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the written informed consent",
                "visit_1": "Date of Visit 1",
                "visit_2": "Date of Visit 2",
                "none": "not at one of these visits",
            },
        ),
        "aptt.laboratory": Entry(
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


_FVC_KEYS: dict[str, Any] = dict.fromkeys(
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
_FVC_VALUE_MEASURE = _Measure(
    "%",
    {},
    low=Decimal(0),
)
_FVC_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_FVC_LABORATORY_OPTIONS = ("central", "local")
_MEDICATIONS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "drug",
        "drug_name",
        "purposes",
        "taken",
        "unapproved",
        "change_indicated",
    )
)
_MEDICATIONS_DRUG_OPTIONS = (
    "corticosteroid",
    "azathioprine",
    "mmf",
    "nac",
    "rituximab",
    "cyclophosphamide",
    "cyclosporine",
    "tacrolimus",
    "other",
)
_MEDICATIONS_PURPOSES_OPTIONS = ("ild", "ctd")
_HRCTS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "done_on",
        "reticular",
        "traction_bronchiectasis",
        "disease_extent",
        "centrally_confirmed",
    )
)
_HRCTS_DISEASE_EXTENT_MEASURE = _Measure(
    "%",
    {},
)
_DLCO_KEYS: dict[str, Any] = dict.fromkeys(
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
_DLCO_VALUE_MEASURE = _Measure(
    "%",
    {},
    low=Decimal(0),
)
_DLCO_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_DLCO_LABORATORY_OPTIONS = ("central", "local")
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
_AST_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
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
_ALT_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_ALT_LABORATORY_OPTIONS = ("central", "local")
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
_BILIRUBIN_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_BILIRUBIN_LABORATORY_OPTIONS = ("central", "local")
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
)
_CREATININE_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_CREATININE_LABORATORY_OPTIONS = ("central", "local")
_RETESTS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "parameter",
        "first_retest",
        "retested_on",
        "recent_abnormal",
        "sign",
        "temporary",
        "resolved_on",
    )
)
_RETESTS_PARAMETER_OPTIONS = ("of_ast", "of_alt", "of_bilirubin", "of_creatinine")
_WEIGHT_KEYS: dict[str, Any] = dict.fromkeys(
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
_WEIGHT_VALUE_MEASURE = _Measure(
    "kg",
    {
        "g": Decimal("0.001"),
        "mg": Decimal("0.000001"),
        "ug": Decimal("0.000000001"),
        "ng": Decimal("0.000000000001"),
        "pg": Decimal("0.000000000000001"),
        "[lb_av]": Decimal("0.45359237"),
        "[oz_av]": Decimal("0.028349523125"),
        "[stone_av]": Decimal("6.35029318"),
    },
    low=Decimal(0),
)
_WEIGHT_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_WEIGHT_LABORATORY_OPTIONS = ("central", "local")
_INVESTIGATIONAL_THERAPIES_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "therapy_name",
        "given",
        "half_life",
    )
)
_INVESTIGATIONAL_THERAPIES_HALF_LIFE_MEASURE = _Measure(
    "d",
    {
        "wk": Decimal(7),
        "h": "1/24",
        "min": "1/1440",
        "s": "1/86400",
        "ms": "1/86400000",
    },
)
_STEROID_COURSES_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "steroid",
        "dose",
        "purposes",
        "taken",
        "steroid_change_indicated",
    )
)
_STEROID_COURSES_STEROID_OPTIONS = (
    "prednisone",
    "prednisolone",
    "methylprednisolone",
    "triamcinolone",
    "dexamethasone",
    "betamethasone",
    "hydrocortisone",
    "cortisone",
    "deflazacort",
)
_STEROID_COURSES_DOSE_MEASURE = _Measure(
    "mg/d",
    {
        "g/d": Decimal(1000),
        "ug/d": Decimal("0.001"),
    },
)
_STEROID_COURSES_PURPOSES_OPTIONS = ("ild", "ctd")
_RIGHT_HEART_CATHETERIZATIONS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "catheterized_on",
        "cardiac_index",
    )
)
_RIGHT_HEART_CATHETERIZATIONS_CARDIAC_IND_MEASURE = _Measure(
    "L/min/m2",
    {},
)
_FEV1_KEYS: dict[str, Any] = dict.fromkeys(
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
_FEV1_VALUE_MEASURE = _Measure(
    "L",
    {
        "m3": Decimal(1000),
        "dL": Decimal("0.1"),
        "mL": Decimal("0.001"),
        "uL": Decimal("0.000001"),
        "mm3": Decimal("0.000001"),
        "cm3": Decimal("0.001"),
    },
    low=Decimal(0),
)
_FEV1_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_FEV1_LABORATORY_OPTIONS = ("central", "local")
_FVC_VOLUME_KEYS: dict[str, Any] = dict.fromkeys(
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
_FVC_VOLUME_VALUE_MEASURE = _Measure(
    "L",
    {
        "m3": Decimal(1000),
        "dL": Decimal("0.1"),
        "mL": Decimal("0.001"),
        "uL": Decimal("0.000001"),
        "mm3": Decimal("0.000001"),
        "cm3": Decimal("0.001"),
    },
    low=Decimal(0),
)
_FVC_VOLUME_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_FVC_VOLUME_LABORATORY_OPTIONS = ("central", "local")
_BLOOD_PRESSURES_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "measured_on",
        "systolic",
        "diastolic",
        "under_treatment",
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
_ANTITHROMBOTICS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "agent",
        "antiplatelet_dose",
        "full_dose",
        "high_dose",
    )
)
_ANTITHROMBOTICS_AGENT_OPTIONS = (
    "fibrinolytic",
    "vitamin_k_antagonist",
    "direct_thrombin_inhibitor",
    "enoxaparin",
    "heparin",
    "hirudin",
    "other_anticoagulant",
    "acetylsalicylic_acid",
    "clopidogrel",
    "other_antiplatelet",
)
_ANTITHROMBOTICS_ANTIPLATELET_DOSE_MEASURE = _Measure(
    "mg/d",
    {
        "g/d": Decimal(1000),
        "ug/d": Decimal("0.001"),
    },
)
_INJURIES_KEYS: dict[str, Any] = dict.fromkeys(("injured_on", "major_injury"))
_OPERATIONS_KEYS: dict[str, Any] = dict.fromkeys(("operated_on", "major_surgery"))
_INR_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_INR_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_INR_LABORATORY_OPTIONS = ("central", "local")
_PT_KEYS: dict[str, Any] = dict.fromkeys(
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
_PT_VALUE_MEASURE = _Measure(
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
_PT_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_PT_LABORATORY_OPTIONS = ("central", "local")
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
_APTT_VISIT_OPTIONS = ("consent", "visit_1", "visit_2", "none")
_APTT_LABORATORY_OPTIONS = ("central", "local")
_PATIENT_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "id",
        "consent",
        "visit_1",
        "visit_2",
        "first_procedure",
        "hrct_shipped",
        "consent_signed",
        "consent_conforms",
        "begun_before_signature",
        "birth_date",
        "symptoms_worse_on",
        "fibrosis_more_on",
        "symptoms_from_comorbidity",
        "imaging_from_comorbidity",
        "ild_diagnosed",
        "despite_treatment",
        "decline_from_comorbidity",
        "underlying_ctd",
        "dlco_recorrected",
        "haemoglobin_of_visit_1",
        "sex",
        "chronic_liver_disease",
        "nintedanib_before",
        "pirfenidone_before",
        "highest_ocs_of_a_day",
        "ctd_ocs_at_visit_1",
        "joint_steroid_change_indicated",
        "ipf",
        "clinical_right_heart_failure",
        "echo_right_heart_failure",
        "significant_right_heart_failure",
        "parenteral_epoprostenol",
        "parenteral_treprostinil",
        "other_pulmonary",
        "chest_wall_restriction",
        "large_effusion",
        "other_restriction",
        "last_infarction",
        "last_unstable_angina",
        "last_cns_haemorrhage",
        "last_haemoptysis",
        "last_haematuria",
        "last_gi_bleeding",
        "last_gi_ulcer",
        "bleeding_predisposition",
        "last_stroke",
        "last_tia",
        "last_other_thrombosis",
        "infarction_counts",
        "nintedanib_hypersensitivity",
        "soya_hypersensitivity",
        "component_hypersensitivity",
        "peanut_allergy",
        "interferes_with_testing",
        "interferes_with_participation",
        "puts_at_risk",
        "short_life_expectancy",
        "surgery_planned",
        "planned_surgery_major",
        "pregnant",
        "nursing",
        "plans_pregnancy",
        "menarche",
        "postmenopausal",
        "hysterectomy",
        "bilateral_salpingectomy",
        "bilateral_oophorectomy",
        "effective_since",
        "barrier_since",
        "willing_effective",
        "able_effective",
        "willing_barrier",
        "able_barrier",
        "alcohol_abuse",
        "drug_abuse",
        "cannot_understand",
        "cannot_follow",
        "needs_help",
        "fvc",
        "medications",
        "hrcts",
        "dlco",
        "ast",
        "alt",
        "bilirubin",
        "creatinine",
        "retests",
        "weight",
        "investigational_therapies",
        "steroid_courses",
        "right_heart_catheterizations",
        "fev1",
        "fvc_volume",
        "blood_pressures",
        "antithrombotics",
        "injuries",
        "operations",
        "inr",
        "pt",
        "aptt",
        "protocol",
    )
)
_DLCO_RECORRECTED_MEASURE = _Measure(
    "%",
    {},
)
_SEX_OPTIONS = ("female", "male")
_HIGHEST_OCS_OF_A_DAY_MEASURE = _Measure(
    "mg/d",
    {
        "g/d": Decimal(1000),
        "ug/d": Decimal("0.001"),
    },
    low=Decimal(0),
)
_CTD_OCS_AT_VISIT_1_MEASURE = _Measure(
    "mg/d",
    {
        "g/d": Decimal(1000),
        "ug/d": Decimal("0.001"),
    },
    low=Decimal(0),
)


def _read_fvc(data: Any, at: str, found: list[Problem]) -> FvcRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FVC_KEYS | data
    if len(made) != 8:
        _undeclared(data, _FVC_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _FVC_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _FVC_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _FVC_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _FVC_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _FVC_LABORATORY_OPTIONS)
    record = _new(FvcRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_medications(data: Any, at: str, found: list[Problem]) -> Medication:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _MEDICATIONS_KEYS | data
    if len(made) != 6:
        _undeclared(data, _MEDICATIONS_KEYS, at, found)
    value = made["drug"]
    if value is not None and value not in _MEDICATIONS_DRUG_OPTIONS:
        _choice(value, at, ".drug", found, _MEDICATIONS_DRUG_OPTIONS)
    value = made["drug_name"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".drug_name", found)
    value = made["purposes"]
    if value is not None:
        made["purposes"] = _set(value, at, ".purposes", found, _MEDICATIONS_PURPOSES_OPTIONS)
    value = made["taken"]
    if value is not None:
        made["taken"] = _period(value, at, ".taken", found)
    value = made["unapproved"]
    if value == "yes" or value == "no":
        made["unapproved"] = value == "yes"
    elif value is not None:
        made["unapproved"] = _judgement(value, at, ".unapproved", found)
    value = made["change_indicated"]
    if value == "yes" or value == "no":
        made["change_indicated"] = value == "yes"
    elif value is not None:
        made["change_indicated"] = _judgement(value, at, ".change_indicated", found)
    record = _new(Medication)
    _set_attribute(record, "__dict__", made)
    return record


def _read_hrcts(data: Any, at: str, found: list[Problem]) -> Hrct:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HRCTS_KEYS | data
    if len(made) != 5:
        _undeclared(data, _HRCTS_KEYS, at, found)
    value = made["done_on"]
    if type(value) is str and value in _dates:
        made["done_on"] = _dates[value]
    elif value is not None:
        made["done_on"] = _date(value, at, ".done_on", found)
    value = made["reticular"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".reticular", found)
    value = made["traction_bronchiectasis"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".traction_bronchiectasis", found)
    value = made["disease_extent"]
    if value is not None:
        made["disease_extent"] = _quantity(
            value, at, ".disease_extent", found, _HRCTS_DISEASE_EXTENT_MEASURE
        )
    value = made["centrally_confirmed"]
    if value == "yes" or value == "no":
        made["centrally_confirmed"] = value == "yes"
    elif value is not None:
        made["centrally_confirmed"] = _judgement(value, at, ".centrally_confirmed", found)
    record = _new(Hrct)
    _set_attribute(record, "__dict__", made)
    return record


def _read_dlco(data: Any, at: str, found: list[Problem]) -> DlcoRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _DLCO_KEYS | data
    if len(made) != 8:
        _undeclared(data, _DLCO_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _DLCO_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _DLCO_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _DLCO_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _DLCO_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _DLCO_LABORATORY_OPTIONS)
    record = _new(DlcoRecord)
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


def _read_retests(data: Any, at: str, found: list[Problem]) -> Retest:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _RETESTS_KEYS | data
    if len(made) != 7:
        _undeclared(data, _RETESTS_KEYS, at, found)
    value = made["parameter"]
    if value is not None and value not in _RETESTS_PARAMETER_OPTIONS:
        _choice(value, at, ".parameter", found, _RETESTS_PARAMETER_OPTIONS)
    value = made["first_retest"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".first_retest", found)
    value = made["retested_on"]
    if type(value) is str and value in _dates:
        made["retested_on"] = _dates[value]
    elif value is not None:
        made["retested_on"] = _date(value, at, ".retested_on", found)
    value = made["recent_abnormal"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".recent_abnormal", found)
    value = made["sign"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".sign", found)
    value = made["temporary"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".temporary", found)
    value = made["resolved_on"]
    if type(value) is str and value in _dates:
        made["resolved_on"] = _dates[value]
    elif value is not None and value != "none":
        made["resolved_on"] = _date(value, at, ".resolved_on", found)
    record = _new(Retest)
    _set_attribute(record, "__dict__", made)
    return record


def _read_weight(data: Any, at: str, found: list[Problem]) -> WeightRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _WEIGHT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _WEIGHT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _WEIGHT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _WEIGHT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _WEIGHT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _WEIGHT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _WEIGHT_LABORATORY_OPTIONS)
    record = _new(WeightRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_investigational_therapies(
    data: Any,
    at: str,
    found: list[Problem],
) -> InvestigationalTherapy:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _INVESTIGATIONAL_THERAPIES_KEYS | data
    if len(made) != 3:
        _undeclared(data, _INVESTIGATIONAL_THERAPIES_KEYS, at, found)
    value = made["therapy_name"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".therapy_name", found)
    value = made["given"]
    if value is not None:
        made["given"] = _period(value, at, ".given", found)
    value = made["half_life"]
    if value is not None:
        made["half_life"] = _quantity(
            value, at, ".half_life", found, _INVESTIGATIONAL_THERAPIES_HALF_LIFE_MEASURE
        )
    record = _new(InvestigationalTherapy)
    _set_attribute(record, "__dict__", made)
    return record


def _read_steroid_courses(data: Any, at: str, found: list[Problem]) -> SteroidCourse:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _STEROID_COURSES_KEYS | data
    if len(made) != 5:
        _undeclared(data, _STEROID_COURSES_KEYS, at, found)
    value = made["steroid"]
    if value is not None and value not in _STEROID_COURSES_STEROID_OPTIONS:
        _choice(value, at, ".steroid", found, _STEROID_COURSES_STEROID_OPTIONS)
    value = made["dose"]
    if value is not None:
        made["dose"] = _quantity(value, at, ".dose", found, _STEROID_COURSES_DOSE_MEASURE)
    value = made["purposes"]
    if value is not None:
        made["purposes"] = _set(value, at, ".purposes", found, _STEROID_COURSES_PURPOSES_OPTIONS)
    value = made["taken"]
    if value is not None:
        made["taken"] = _period(value, at, ".taken", found)
    value = made["steroid_change_indicated"]
    if value == "yes" or value == "no":
        made["steroid_change_indicated"] = value == "yes"
    elif value is not None:
        made["steroid_change_indicated"] = _judgement(value, at, ".steroid_change_indicated", found)
    record = _new(SteroidCourse)
    _set_attribute(record, "__dict__", made)
    return record


def _read_right_heart_catheterizations(
    data: Any,
    at: str,
    found: list[Problem],
) -> RightHeartCatheterization:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _RIGHT_HEART_CATHETERIZATIONS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _RIGHT_HEART_CATHETERIZATIONS_KEYS, at, found)
    value = made["catheterized_on"]
    if type(value) is str and value in _dates:
        made["catheterized_on"] = _dates[value]
    elif value is not None:
        made["catheterized_on"] = _date(value, at, ".catheterized_on", found)
    value = made["cardiac_index"]
    if value is not None:
        made["cardiac_index"] = _quantity(
            value, at, ".cardiac_index", found, _RIGHT_HEART_CATHETERIZATIONS_CARDIAC_IND_MEASURE
        )
    record = _new(RightHeartCatheterization)
    _set_attribute(record, "__dict__", made)
    return record


def _read_fev1(data: Any, at: str, found: list[Problem]) -> Fev1Record:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FEV1_KEYS | data
    if len(made) != 8:
        _undeclared(data, _FEV1_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _FEV1_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _FEV1_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _FEV1_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _FEV1_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _FEV1_LABORATORY_OPTIONS)
    record = _new(Fev1Record)
    _set_attribute(record, "__dict__", made)
    return record


def _read_fvc_volume(data: Any, at: str, found: list[Problem]) -> FvcVolumeRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FVC_VOLUME_KEYS | data
    if len(made) != 8:
        _undeclared(data, _FVC_VOLUME_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _FVC_VOLUME_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _FVC_VOLUME_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _FVC_VOLUME_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _FVC_VOLUME_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _FVC_VOLUME_LABORATORY_OPTIONS)
    record = _new(FvcVolumeRecord)
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
    value = made["under_treatment"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".under_treatment", found)
    record = _new(BloodPressure)
    _set_attribute(record, "__dict__", made)
    return record


def _read_antithrombotics(data: Any, at: str, found: list[Problem]) -> Antithrombotic:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ANTITHROMBOTICS_KEYS | data
    if len(made) != 4:
        _undeclared(data, _ANTITHROMBOTICS_KEYS, at, found)
    value = made["agent"]
    if value is not None and value not in _ANTITHROMBOTICS_AGENT_OPTIONS:
        _choice(value, at, ".agent", found, _ANTITHROMBOTICS_AGENT_OPTIONS)
    value = made["antiplatelet_dose"]
    if value is not None:
        made["antiplatelet_dose"] = _quantity(
            value, at, ".antiplatelet_dose", found, _ANTITHROMBOTICS_ANTIPLATELET_DOSE_MEASURE
        )
    value = made["full_dose"]
    if value == "yes" or value == "no":
        made["full_dose"] = value == "yes"
    elif value is not None:
        made["full_dose"] = _judgement(value, at, ".full_dose", found)
    value = made["high_dose"]
    if value == "yes" or value == "no":
        made["high_dose"] = value == "yes"
    elif value is not None:
        made["high_dose"] = _judgement(value, at, ".high_dose", found)
    record = _new(Antithrombotic)
    _set_attribute(record, "__dict__", made)
    return record


def _read_injuries(data: Any, at: str, found: list[Problem]) -> Injury:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _INJURIES_KEYS | data
    if len(made) != 2:
        _undeclared(data, _INJURIES_KEYS, at, found)
    value = made["injured_on"]
    if type(value) is str and value in _dates:
        made["injured_on"] = _dates[value]
    elif value is not None:
        made["injured_on"] = _date(value, at, ".injured_on", found)
    value = made["major_injury"]
    if value == "yes" or value == "no":
        made["major_injury"] = value == "yes"
    elif value is not None:
        made["major_injury"] = _judgement(value, at, ".major_injury", found)
    record = _new(Injury)
    _set_attribute(record, "__dict__", made)
    return record


def _read_operations(data: Any, at: str, found: list[Problem]) -> Operation:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _OPERATIONS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _OPERATIONS_KEYS, at, found)
    value = made["operated_on"]
    if type(value) is str and value in _dates:
        made["operated_on"] = _dates[value]
    elif value is not None:
        made["operated_on"] = _date(value, at, ".operated_on", found)
    value = made["major_surgery"]
    if value == "yes" or value == "no":
        made["major_surgery"] = value == "yes"
    elif value is not None:
        made["major_surgery"] = _judgement(value, at, ".major_surgery", found)
    record = _new(Operation)
    _set_attribute(record, "__dict__", made)
    return record


def _read_inr(data: Any, at: str, found: list[Problem]) -> InrRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _INR_KEYS | data
    if len(made) != 4:
        _undeclared(data, _INR_KEYS, at, found)
    value = made["value"]
    if value is not None:
        made["value"] = _number(value, at, ".value", found, Decimal(0), None)
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


def _read_pt(data: Any, at: str, found: list[Problem]) -> PtRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _PT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _PT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _PT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _PT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _PT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _PT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _PT_LABORATORY_OPTIONS)
    record = _new(PtRecord)
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


def _read_patient(data: Any, found: list[Problem]) -> Patient:
    if type(data) is not dict:
        data = _object(data, "", found, "a patient's record, an object with named facts")
    made = _PATIENT_KEYS | data
    if len(made) != 101:
        _undeclared(data, _PATIENT_KEYS, "", found)
    _protocol(made.pop("protocol"), found, PROTOCOL)
    value = made["id"]
    if value is None:
        made["id"] = ""
    elif type(value) is not str or not value.isprintable():
        _text(value, "", "id", found)
    value = made["consent"]
    if type(value) is str and value in _dates:
        made["consent"] = _dates[value]
    elif value is not None:
        made["consent"] = _date(value, "", "consent", found)
    value = made["visit_1"]
    if type(value) is str and value in _dates:
        made["visit_1"] = _dates[value]
    elif value is not None:
        made["visit_1"] = _date(value, "", "visit_1", found)
    value = made["visit_2"]
    if type(value) is str and value in _dates:
        made["visit_2"] = _dates[value]
    elif value is not None:
        made["visit_2"] = _date(value, "", "visit_2", found)
    value = made["first_procedure"]
    if type(value) is str and value in _dates:
        made["first_procedure"] = _dates[value]
    elif value is not None and value != "none":
        made["first_procedure"] = _date(value, "", "first_procedure", found)
    value = made["hrct_shipped"]
    if type(value) is str and value in _dates:
        made["hrct_shipped"] = _dates[value]
    elif value is not None and value != "none":
        made["hrct_shipped"] = _date(value, "", "hrct_shipped", found)
    value = made["consent_signed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "consent_signed", found)
    value = made["consent_conforms"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "consent_conforms", found)
    value = made["begun_before_signature"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "begun_before_signature", found)
    value = made["birth_date"]
    if type(value) is str and value in _dates:
        made["birth_date"] = _dates[value]
    elif value is not None:
        made["birth_date"] = _date(value, "", "birth_date", found)
    value = made["symptoms_worse_on"]
    if type(value) is str and value in _dates:
        made["symptoms_worse_on"] = _dates[value]
    elif value is not None and value != "none":
        made["symptoms_worse_on"] = _date(value, "", "symptoms_worse_on", found)
    value = made["fibrosis_more_on"]
    if type(value) is str and value in _dates:
        made["fibrosis_more_on"] = _dates[value]
    elif value is not None and value != "none":
        made["fibrosis_more_on"] = _date(value, "", "fibrosis_more_on", found)
    value = made["symptoms_from_comorbidity"]
    if value == "yes" or value == "no":
        made["symptoms_from_comorbidity"] = value == "yes"
    elif value is not None:
        made["symptoms_from_comorbidity"] = _judgement(
            value, "", "symptoms_from_comorbidity", found
        )
    value = made["imaging_from_comorbidity"]
    if value == "yes" or value == "no":
        made["imaging_from_comorbidity"] = value == "yes"
    elif value is not None:
        made["imaging_from_comorbidity"] = _judgement(value, "", "imaging_from_comorbidity", found)
    value = made["ild_diagnosed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "ild_diagnosed", found)
    value = made["despite_treatment"]
    if value == "yes" or value == "no":
        made["despite_treatment"] = value == "yes"
    elif value is not None:
        made["despite_treatment"] = _judgement(value, "", "despite_treatment", found)
    value = made["decline_from_comorbidity"]
    if value == "yes" or value == "no":
        made["decline_from_comorbidity"] = value == "yes"
    elif value is not None:
        made["decline_from_comorbidity"] = _judgement(value, "", "decline_from_comorbidity", found)
    value = made["underlying_ctd"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "underlying_ctd", found)
    value = made["dlco_recorrected"]
    if value is not None:
        made["dlco_recorrected"] = _quantity(
            value, "", "dlco_recorrected", found, _DLCO_RECORRECTED_MEASURE
        )
    value = made["haemoglobin_of_visit_1"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "haemoglobin_of_visit_1", found)
    value = made["sex"]
    if value is not None and value not in _SEX_OPTIONS:
        _choice(value, "", "sex", found, _SEX_OPTIONS)
    value = made["chronic_liver_disease"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "chronic_liver_disease", found)
    value = made["nintedanib_before"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "nintedanib_before", found)
    value = made["pirfenidone_before"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "pirfenidone_before", found)
    value = made["highest_ocs_of_a_day"]
    if value is not None:
        made["highest_ocs_of_a_day"] = _quantity(
            value, "", "highest_ocs_of_a_day", found, _HIGHEST_OCS_OF_A_DAY_MEASURE
        )
    value = made["ctd_ocs_at_visit_1"]
    if value is not None:
        made["ctd_ocs_at_visit_1"] = _quantity(
            value, "", "ctd_ocs_at_visit_1", found, _CTD_OCS_AT_VISIT_1_MEASURE
        )
    value = made["joint_steroid_change_indicated"]
    if value == "yes" or value == "no":
        made["joint_steroid_change_indicated"] = value == "yes"
    elif value is not None:
        made["joint_steroid_change_indicated"] = _judgement(
            value, "", "joint_steroid_change_indicated", found
        )
    value = made["ipf"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "ipf", found)
    value = made["clinical_right_heart_failure"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "clinical_right_heart_failure", found)
    value = made["echo_right_heart_failure"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "echo_right_heart_failure", found)
    value = made["significant_right_heart_failure"]
    if value == "yes" or value == "no":
        made["significant_right_heart_failure"] = value == "yes"
    elif value is not None:
        made["significant_right_heart_failure"] = _judgement(
            value, "", "significant_right_heart_failure", found
        )
    value = made["parenteral_epoprostenol"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "parenteral_epoprostenol", found)
    value = made["parenteral_treprostinil"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "parenteral_treprostinil", found)
    value = made["other_pulmonary"]
    if value == "yes" or value == "no":
        made["other_pulmonary"] = value == "yes"
    elif value is not None:
        made["other_pulmonary"] = _judgement(value, "", "other_pulmonary", found)
    value = made["chest_wall_restriction"]
    if value == "yes" or value == "no":
        made["chest_wall_restriction"] = value == "yes"
    elif value is not None:
        made["chest_wall_restriction"] = _judgement(value, "", "chest_wall_restriction", found)
    value = made["large_effusion"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "large_effusion", found)
    value = made["other_restriction"]
    if value == "yes" or value == "no":
        made["other_restriction"] = value == "yes"
    elif value is not None:
        made["other_restriction"] = _judgement(value, "", "other_restriction", found)
    value = made["last_infarction"]
    if type(value) is str and value in _dates:
        made["last_infarction"] = _dates[value]
    elif value is not None and value != "none":
        made["last_infarction"] = _date(value, "", "last_infarction", found)
    value = made["last_unstable_angina"]
    if type(value) is str and value in _dates:
        made["last_unstable_angina"] = _dates[value]
    elif value is not None and value != "none":
        made["last_unstable_angina"] = _date(value, "", "last_unstable_angina", found)
    value = made["last_cns_haemorrhage"]
    if type(value) is str and value in _dates:
        made["last_cns_haemorrhage"] = _dates[value]
    elif value is not None and value != "none":
        made["last_cns_haemorrhage"] = _date(value, "", "last_cns_haemorrhage", found)
    value = made["last_haemoptysis"]
    if type(value) is str and value in _dates:
        made["last_haemoptysis"] = _dates[value]
    elif value is not None and value != "none":
        made["last_haemoptysis"] = _date(value, "", "last_haemoptysis", found)
    value = made["last_haematuria"]
    if type(value) is str and value in _dates:
        made["last_haematuria"] = _dates[value]
    elif value is not None and value != "none":
        made["last_haematuria"] = _date(value, "", "last_haematuria", found)
    value = made["last_gi_bleeding"]
    if type(value) is str and value in _dates:
        made["last_gi_bleeding"] = _dates[value]
    elif value is not None and value != "none":
        made["last_gi_bleeding"] = _date(value, "", "last_gi_bleeding", found)
    value = made["last_gi_ulcer"]
    if type(value) is str and value in _dates:
        made["last_gi_ulcer"] = _dates[value]
    elif value is not None and value != "none":
        made["last_gi_ulcer"] = _date(value, "", "last_gi_ulcer", found)
    value = made["bleeding_predisposition"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "bleeding_predisposition", found)
    value = made["last_stroke"]
    if type(value) is str and value in _dates:
        made["last_stroke"] = _dates[value]
    elif value is not None and value != "none":
        made["last_stroke"] = _date(value, "", "last_stroke", found)
    value = made["last_tia"]
    if type(value) is str and value in _dates:
        made["last_tia"] = _dates[value]
    elif value is not None and value != "none":
        made["last_tia"] = _date(value, "", "last_tia", found)
    value = made["last_other_thrombosis"]
    if type(value) is str and value in _dates:
        made["last_other_thrombosis"] = _dates[value]
    elif value is not None and value != "none":
        made["last_other_thrombosis"] = _date(value, "", "last_other_thrombosis", found)
    value = made["infarction_counts"]
    if value == "yes" or value == "no":
        made["infarction_counts"] = value == "yes"
    elif value is not None:
        made["infarction_counts"] = _judgement(value, "", "infarction_counts", found)
    value = made["nintedanib_hypersensitivity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "nintedanib_hypersensitivity", found)
    value = made["soya_hypersensitivity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "soya_hypersensitivity", found)
    value = made["component_hypersensitivity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "component_hypersensitivity", found)
    value = made["peanut_allergy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "peanut_allergy", found)
    value = made["interferes_with_testing"]
    if value == "yes" or value == "no":
        made["interferes_with_testing"] = value == "yes"
    elif value is not None:
        made["interferes_with_testing"] = _judgement(value, "", "interferes_with_testing", found)
    value = made["interferes_with_participation"]
    if value == "yes" or value == "no":
        made["interferes_with_participation"] = value == "yes"
    elif value is not None:
        made["interferes_with_participation"] = _judgement(
            value, "", "interferes_with_participation", found
        )
    value = made["puts_at_risk"]
    if value == "yes" or value == "no":
        made["puts_at_risk"] = value == "yes"
    elif value is not None:
        made["puts_at_risk"] = _judgement(value, "", "puts_at_risk", found)
    value = made["short_life_expectancy"]
    if value == "yes" or value == "no":
        made["short_life_expectancy"] = value == "yes"
    elif value is not None:
        made["short_life_expectancy"] = _judgement(value, "", "short_life_expectancy", found)
    value = made["surgery_planned"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "surgery_planned", found)
    value = made["planned_surgery_major"]
    if value == "yes" or value == "no":
        made["planned_surgery_major"] = value == "yes"
    elif value is not None:
        made["planned_surgery_major"] = _judgement(value, "", "planned_surgery_major", found)
    value = made["pregnant"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "pregnant", found)
    value = made["nursing"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "nursing", found)
    value = made["plans_pregnancy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "plans_pregnancy", found)
    value = made["menarche"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "menarche", found)
    value = made["postmenopausal"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "postmenopausal", found)
    value = made["hysterectomy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hysterectomy", found)
    value = made["bilateral_salpingectomy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "bilateral_salpingectomy", found)
    value = made["bilateral_oophorectomy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "bilateral_oophorectomy", found)
    value = made["effective_since"]
    if type(value) is str and value in _dates:
        made["effective_since"] = _dates[value]
    elif value is not None and value != "none":
        made["effective_since"] = _date(value, "", "effective_since", found)
    value = made["barrier_since"]
    if type(value) is str and value in _dates:
        made["barrier_since"] = _dates[value]
    elif value is not None and value != "none":
        made["barrier_since"] = _date(value, "", "barrier_since", found)
    value = made["willing_effective"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "willing_effective", found)
    value = made["able_effective"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "able_effective", found)
    value = made["willing_barrier"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "willing_barrier", found)
    value = made["able_barrier"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "able_barrier", found)
    value = made["alcohol_abuse"]
    if value == "yes" or value == "no":
        made["alcohol_abuse"] = value == "yes"
    elif value is not None:
        made["alcohol_abuse"] = _judgement(value, "", "alcohol_abuse", found)
    value = made["drug_abuse"]
    if value == "yes" or value == "no":
        made["drug_abuse"] = value == "yes"
    elif value is not None:
        made["drug_abuse"] = _judgement(value, "", "drug_abuse", found)
    value = made["cannot_understand"]
    if value == "yes" or value == "no":
        made["cannot_understand"] = value == "yes"
    elif value is not None:
        made["cannot_understand"] = _judgement(value, "", "cannot_understand", found)
    value = made["cannot_follow"]
    if value == "yes" or value == "no":
        made["cannot_follow"] = value == "yes"
    elif value is not None:
        made["cannot_follow"] = _judgement(value, "", "cannot_follow", found)
    value = made["needs_help"]
    if value == "yes" or value == "no":
        made["needs_help"] = value == "yes"
    elif value is not None:
        made["needs_help"] = _judgement(value, "", "needs_help", found)
    value = made["fvc"]
    if value == []:
        made["fvc"] = _NO_RECORDS
    elif value is not None:
        made["fvc"] = _records(value, "fvc", found, _read_fvc)
    value = made["medications"]
    if value == []:
        made["medications"] = _NO_RECORDS
    elif value is not None:
        made["medications"] = _records(value, "medications", found, _read_medications)
    value = made["hrcts"]
    if value == []:
        made["hrcts"] = _NO_RECORDS
    elif value is not None:
        made["hrcts"] = _records(value, "hrcts", found, _read_hrcts)
    value = made["dlco"]
    if value == []:
        made["dlco"] = _NO_RECORDS
    elif value is not None:
        made["dlco"] = _records(value, "dlco", found, _read_dlco)
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
    value = made["bilirubin"]
    if value == []:
        made["bilirubin"] = _NO_RECORDS
    elif value is not None:
        made["bilirubin"] = _records(value, "bilirubin", found, _read_bilirubin)
    value = made["creatinine"]
    if value == []:
        made["creatinine"] = _NO_RECORDS
    elif value is not None:
        made["creatinine"] = _records(value, "creatinine", found, _read_creatinine)
    value = made["retests"]
    if value == []:
        made["retests"] = _NO_RECORDS
    elif value is not None:
        made["retests"] = _records(value, "retests", found, _read_retests)
    value = made["weight"]
    if value == []:
        made["weight"] = _NO_RECORDS
    elif value is not None:
        made["weight"] = _records(value, "weight", found, _read_weight)
    value = made["investigational_therapies"]
    if value == []:
        made["investigational_therapies"] = _NO_RECORDS
    elif value is not None:
        made["investigational_therapies"] = _records(
            value, "investigational_therapies", found, _read_investigational_therapies
        )
    value = made["steroid_courses"]
    if value == []:
        made["steroid_courses"] = _NO_RECORDS
    elif value is not None:
        made["steroid_courses"] = _records(value, "steroid_courses", found, _read_steroid_courses)
    value = made["right_heart_catheterizations"]
    if value == []:
        made["right_heart_catheterizations"] = _NO_RECORDS
    elif value is not None:
        made["right_heart_catheterizations"] = _records(
            value, "right_heart_catheterizations", found, _read_right_heart_catheterizations
        )
    value = made["fev1"]
    if value == []:
        made["fev1"] = _NO_RECORDS
    elif value is not None:
        made["fev1"] = _records(value, "fev1", found, _read_fev1)
    value = made["fvc_volume"]
    if value == []:
        made["fvc_volume"] = _NO_RECORDS
    elif value is not None:
        made["fvc_volume"] = _records(value, "fvc_volume", found, _read_fvc_volume)
    value = made["blood_pressures"]
    if value == []:
        made["blood_pressures"] = _NO_RECORDS
    elif value is not None:
        made["blood_pressures"] = _records(value, "blood_pressures", found, _read_blood_pressures)
    value = made["antithrombotics"]
    if value == []:
        made["antithrombotics"] = _NO_RECORDS
    elif value is not None:
        made["antithrombotics"] = _records(value, "antithrombotics", found, _read_antithrombotics)
    value = made["injuries"]
    if value == []:
        made["injuries"] = _NO_RECORDS
    elif value is not None:
        made["injuries"] = _records(value, "injuries", found, _read_injuries)
    value = made["operations"]
    if value == []:
        made["operations"] = _NO_RECORDS
    elif value is not None:
        made["operations"] = _records(value, "operations", found, _read_operations)
    value = made["inr"]
    if value == []:
        made["inr"] = _NO_RECORDS
    elif value is not None:
        made["inr"] = _records(value, "inr", found, _read_inr)
    value = made["pt"]
    if value == []:
        made["pt"] = _NO_RECORDS
    elif value is not None:
        made["pt"] = _records(value, "pt", found, _read_pt)
    value = made["aptt"]
    if value == []:
        made["aptt"] = _NO_RECORDS
    elif value is not None:
        made["aptt"] = _records(value, "aptt", found, _read_aptt)
    patient = _new(Patient)
    _set_attribute(patient, "__dict__", made)
    return patient
