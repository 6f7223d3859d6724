"""Screens patients for NCT01521390: Inhaled Drug in Healthy Volunteers.

Made by critc 0.1.0 from criteria/NCT01521390.crit; change that file, not this one.

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


PROTOCOL = "NCT01521390"
TITLE = "Inhaled Drug in Healthy Volunteers"
VERSION = "registry record"
SOURCE_SHA256 = "afc8ccc6de5b69f2e6491f29ea3aa829665cfc710f120ba449d87e5bed3d27b2"

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
class FindingsRecord:
    """Clinically significant abnormalities, and laboratory parameters outside the reference range
    (none: all is done, and nothing was found): a record.
    """

    finding: str | None = None
    """Finding."""
    risk_unlikely: bool | None = None
    """Is it unlikely to introduce additional risk factors? Decided by the investigator."""
    without_interference: bool | None = None
    """Is it compatible with the study procedures, so that it will not interfere with them? Decided
    by the investigator.
    """


@dataclass(frozen=True)
class FshRecord:
    """Follicle stimulating hormone (FSH): a value."""

    value: Quantity | None = None
    """Follicle stimulating hormone (FSH). In m[IU]/mL. At least 0 m[IU]/mL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class EstradiolRecord:
    """Estradiol: a value."""

    value: Quantity | None = None
    """Estradiol. In pg/mL. At least 0 pg/mL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class WeightRecord:
    """Body weight: a value."""

    value: Quantity | None = None
    """Body weight. In kg. At least 0 kg."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class HeightRecord:
    """Body height: a value."""

    value: Quantity | None = None
    """Body height. In cm. At least 0 cm."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Fev1PredictedRecord:
    """FEV1, per cent of predicted: a value."""

    value: Quantity | None = None
    """FEV1, per cent of predicted. In %. At least 0 %."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class Fev1Record:
    """FEV1: a value."""

    value: Quantity | None = None
    """FEV1. In L. At least 0 L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class FvcRecord:
    """FVC: a value."""

    value: Quantity | None = None
    """FVC. In L. At least 0 L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class IpratropiumTest:
    """Tests of the response to inhaled ipratropium bromide: a record."""

    tested_on: Day | PartialDate | None = None
    """Date of the test."""
    dose: Quantity | None = None
    """Dose of ipratropium bromide inhaled. In ug. At least 0 ug."""
    sgaw_before: Quantity | None = None
    """Specific airway conductance (sGaw) before the dose. In L/s/kPa/L. At least 0 L/s/kPa/L."""
    sgaw_after: Quantity | None = None
    """Specific airway conductance (sGaw) 2 h after the dose. In L/s/kPa/L. At least 0 L/s/kPa/L."""
    documented: bool | None = None
    """Is the result documented?"""


@dataclass(frozen=True)
class AstRecord:
    """Aspartate aminotransferase (AST): a value."""

    value: Quantity | None = None
    """Aspartate aminotransferase (AST). In U/L, with its limits of normal. At least 0 U/L."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
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
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
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
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
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
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class DirectBilirubinRecord:
    """Direct bilirubin: a value."""

    value: Quantity | None = None
    """Direct bilirubin. In mg/dL. At least 0 mg/dL."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class QtRecord:
    """QT interval of the 12-lead ECG, uncorrected: a value."""

    value: Quantity | None = None
    """QT interval of the 12-lead ECG, uncorrected. In ms. At least 0 ms."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class EcgRateRecord:
    """Heart rate of the same ECG: a value."""

    value: Quantity | None = None
    """Heart rate of the same ECG. In /min. At least 0 /min."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class SupineHeartRateRecord:
    """Supine heart rate: a value."""

    value: Quantity | None = None
    """Supine heart rate. In /min. At least 0 /min."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class BloodPressure:
    """Supine blood pressure readings of the screening visit: a record."""

    systolic: Quantity | None = None
    """Systolic blood pressure. In mm[Hg]. At least 0 mm[Hg]."""
    diastolic: Quantity | None = None
    """Diastolic blood pressure. In mm[Hg]. At least 0 mm[Hg]."""


@dataclass(frozen=True)
class HbsagRecord:
    """Hepatitis B surface antigen (HBsAg): a value."""

    value: Literal["positive", "negative"] | None = None
    """Hepatitis B surface antigen (HBsAg). positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class HcvAntibodyRecord:
    """Hepatitis C antibody: a value."""

    value: Literal["positive", "negative"] | None = None
    """Hepatitis C antibody. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class LiverFinding:
    """Diseases and abnormalities of the liver and the bile ducts, present and past: a record."""

    kind: Literal["gilbert", "asymptomatic_gallstones", "liver_disease", "abnormality"] | None = (
        None
    )
    """Finding. gilbert: Gilbert's syndrome; asymptomatic_gallstones: Gallstones without symptoms;
    liver_disease: Another disease of the liver; abnormality: Another abnormality of the liver or
    the bile ducts (gallstones with symptoms among them).
    """
    current_or_chronic: bool | None = None
    """Is it current or chronic?"""


@dataclass(frozen=True)
class DrugScreenRecord:
    """Drug screen: a value."""

    value: Literal["positive", "negative"] | None = None
    """Drug screen. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class AlcoholScreenRecord:
    """Alcohol screen: a value."""

    value: Literal["positive", "negative"] | None = None
    """Alcohol screen. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class HivAntibodyRecord:
    """HIV antibody: a value."""

    value: Literal["positive", "negative"] | None = None
    """HIV antibody. positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
    """
    laboratory: Literal["central", "local"] | None = None
    """Laboratory."""


@dataclass(frozen=True)
class DrinkingRecord:
    """Habits of drinking alcohol (none: does not drink): a record."""

    drunk: Period | None = None
    """First to last day of this habit."""
    beer: Decimal | None = None
    """Half-pints (about 240 ml) of beer a week, on average. At least 0."""
    wine: Decimal | None = None
    """Glasses (125 ml) of wine a week, on average. At least 0."""
    spirits: Decimal | None = None
    """Measures (25 ml) of spirits a week, on average. At least 0."""
    other_alcohol: Quantity | None = None
    """Alcohol in other drinks a week, on average. In g. At least 0 g."""


@dataclass(frozen=True)
class InvestigationalProduct:
    """Investigational products received in clinical trials: a record."""

    product: str | None = None
    """Product."""
    last_received: Day | PartialDate | None = None
    """Last dose received."""
    product_half_life: Quantity | None = None
    """Half-life of the product. In d. At least 0 d."""
    effect_duration: Quantity | None = None
    """Duration of its biological effect. In d. At least 0 d."""


@dataclass(frozen=True)
class NewEntity:
    """New chemical entities that the subject was exposed to: a record."""

    entity: str | None = None
    """New chemical entity."""
    last_exposed: Day | PartialDate | None = None
    """Last day of exposure (up to the first dosing day: later ones are not entered)."""


@dataclass(frozen=True)
class Drug:
    """Prescription and other drugs, vitamins, herbal and dietary supplements taken: a record."""

    drug: str | None = None
    """Drug or supplement (St John's Wort too)."""
    taken: Period | None = None
    """First to last day."""
    half_life: Quantity | None = None
    """Half-life of the drug. In d. At least 0 d."""
    inducer: bool | None = None
    """Is it a potential enzyme inducer?"""
    site_accepts: bool | None = None
    """Is it acceptable to the investigator, as it will not interfere with the study procedures or
    compromise safety? Decided by the investigator.
    """
    monitor_accepts: bool | None = None
    """Is it acceptable to the GSK Medical Monitor, as it will not interfere with the study
    procedures or compromise safety? Decided by the medical_monitor.
    """


@dataclass(frozen=True)
class BloodLossesRecord:
    """Donations of blood and blood products (all: before the study and in it, the planned ones
    too): a record.
    """

    lost_on: Day | PartialDate | None = None
    """Date (planned: if it is still to come)."""
    volume: Quantity | None = None
    """Volume. In mL. At least 0 mL."""
    in_study: bool | None = None
    """Is it taken in this study?"""


@dataclass(frozen=True)
class PregnancyTestRecord:
    """Pregnancy test (hCG in serum or urine): a value."""

    value: Literal["positive", "negative"] | None = None
    """Pregnancy test (hCG in serum or urine). positive: Positive; negative: Negative."""
    date: Day | PartialDate | None = None
    """Date."""
    visit: Literal["consent", "screening", "first_dose", "none"] | None = None
    """Visit. consent: Date of signing the informed consent; screening: Date of the screening visit;
    first_dose: First dosing day (planned or given); none: not at one of these visits.
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
    """Date of signing the informed consent."""
    screening: Day | PartialDate | None = None
    """Date of the screening visit."""
    first_dose: Day | PartialDate | None = None
    """First dosing day (planned or given)."""
    birth_date: Day | PartialDate | None = None
    """Date of birth. LOINC 21112-8."""
    history_taken: bool | None = None
    """Has the medical history been taken?"""
    physical_examination_done: bool | None = None
    """Has the physical examination been done?"""
    laboratory_tests_done: bool | None = None
    """Have the laboratory tests been done?"""
    cardiac_monitoring_done: bool | None = None
    """Has cardiac monitoring been done?"""
    healthy: bool | None = None
    """Is the subject healthy, based on the medical evaluation (history, examination, laboratory
    tests, cardiac monitoring)? Decided by the physician.
    """
    sex: Literal["male", "female"] | None = None
    """Sex."""
    last_menstruation: Day | PartialDate | Literal["none"] | None = None
    """Last menstruation (none: she never menstruated). "none" if it never happened."""
    last_hrt: Day | PartialDate | Literal["none"] | None = None
    """Last day of hormone replacement therapy (HRT) before the blood draw for FSH (none: never took
    it). "none" if it never happened.
    """
    tubal_ligation: bool | None = None
    """Does she have a documented tubal ligation?"""
    hysterectomy: bool | None = None
    """Does she have a documented hysterectomy?"""
    spontaneous_amenorrhoea: bool | None = None
    """Is her amenorrhoea spontaneous?"""
    menopause_questionable: bool | None = None
    """Is her menopausal status questionable? Decided by the investigator."""
    hrt_interval_sufficient: bool | None = None
    """Was the time without HRT before the blood draw long enough for its type and dosage? Decided
    by the investigator.
    """
    listed_method_agreed: bool | None = None
    """Does she agree to use one of the contraception methods listed in Section 8.1 of the
    protocol?
    """
    method_begun_in_time: bool | None = None
    """Will she use contraception for an appropriate period (as the product label or the
    investigator says) before dosing starts? Decided by the investigator.
    """
    contraception_after_agreed: bool | None = None
    """Does she agree to use contraception until 10 days after the last dose?"""
    ecg_abnormal: bool | None = None
    """Is there a significant abnormality on the 12-lead ECG at screening? Decided by the
    investigator.
    """
    last_smoked: Day | PartialDate | Literal["none"] | None = None
    """Last day of smoking (none: never smoked). "none" if it never happened."""
    cigarettes_per_day: Decimal | None = None
    """Cigarettes a day, on average over the years smoked. At least 0."""
    years_smoked: Quantity | None = None
    """Number of years smoked. In a. At least 0 a."""
    uses_inhaler: bool | None = None
    """Is the subject able to use the Novel DPI satisfactorily? Decided by the investigator."""
    can_consent: bool | None = None
    """Is the subject capable of giving written informed consent? Decided by the investigator."""
    consent_signed: bool | None = None
    """Has the subject signed the informed consent form?"""
    consent_dated: bool | None = None
    """Has the subject dated the informed consent form?"""
    consent_has_requirements: bool | None = None
    """Does the signed form include compliance with the requirements and restrictions listed in
    it?
    """
    symptomatic_arrhythmia: bool | None = None
    """Has the subject ever had a symptomatic arrhythmia?"""
    drug_sensitivity: bool | None = None
    """Has the subject ever been sensitive to any of the study medications?"""
    component_sensitivity: bool | None = None
    """Has the subject ever been sensitive to a component of the study medications?"""
    other_allergy: bool | None = None
    """Has the subject ever had a drug allergy or another allergy?"""
    allergy_bars_investigator: bool | None = None
    """Is the allergy a contraindication, as the investigator sees it? Decided by the
    investigator.
    """
    allergy_bars_monitor: bool | None = None
    """Is the allergy a contraindication, as the GSK Medical Monitor sees it? Decided by the
    medical_monitor.
    """
    lactating: bool | None = None
    """Is she lactating?"""
    unwilling: bool | None = None
    """Is the subject unwilling to follow the procedures outlined in the protocol?"""
    unable: bool | None = None
    """Is the subject unable to follow the procedures outlined in the protocol? Decided by the
    investigator.
    """
    mentally_incapacitated: bool | None = None
    """Is the subject mentally incapacitated? Decided by the investigator."""
    legally_incapacitated: bool | None = None
    """Is the subject legally incapacitated?"""
    asthma: bool | None = None
    """Does the subject have asthma, or a history of it?"""
    bronchoconstriction: bool | None = None
    """Does the subject have bronchoconstriction, or a history of it?"""
    last_nicotine: Day | PartialDate | Literal["none"] | None = None
    """Last use, up to screening, of tobacco or a product that contains nicotine (none: never used).
    "none" if it never happened.
    """
    cotinine_of_smoker: bool | None = None
    """Is urinary cotinine indicative of smoking? Decided by the investigator."""
    institution: bool | None = None
    """Is the subject kept in an institution by order of an authority or a court?"""
    military_service: bool | None = None
    """Is the subject in military service?"""
    findings: Records[FindingsRecord] | None = None
    """Clinically significant abnormalities, and laboratory parameters outside the reference range
    (none: all is done, and nothing was found).
    """
    fsh: Records[FshRecord] | None = None
    """Follicle stimulating hormone (FSH)."""
    estradiol: Records[EstradiolRecord] | None = None
    """Estradiol."""
    weight: Records[WeightRecord] | None = None
    """Body weight."""
    height: Records[HeightRecord] | None = None
    """Body height."""
    fev1_predicted: Records[Fev1PredictedRecord] | None = None
    """FEV1, per cent of predicted."""
    fev1: Records[Fev1Record] | None = None
    """FEV1."""
    fvc: Records[FvcRecord] | None = None
    """FVC."""
    ipratropium_tests: Records[IpratropiumTest] | None = None
    """Tests of the response to inhaled ipratropium bromide."""
    ast: Records[AstRecord] | None = None
    """Aspartate aminotransferase (AST)."""
    alt: Records[AltRecord] | None = None
    """Alanine aminotransferase (ALT)."""
    alp: Records[AlpRecord] | None = None
    """Alkaline phosphatase."""
    bilirubin: Records[BilirubinRecord] | None = None
    """Total bilirubin."""
    direct_bilirubin: Records[DirectBilirubinRecord] | None = None
    """Direct bilirubin."""
    qt: Records[QtRecord] | None = None
    """QT interval of the 12-lead ECG, uncorrected."""
    ecg_rate: Records[EcgRateRecord] | None = None
    """Heart rate of the same ECG."""
    supine_heart_rate: Records[SupineHeartRateRecord] | None = None
    """Supine heart rate."""
    blood_pressures: Records[BloodPressure] | None = None
    """Supine blood pressure readings of the screening visit."""
    hbsag: Records[HbsagRecord] | None = None
    """Hepatitis B surface antigen (HBsAg)."""
    hcv_antibody: Records[HcvAntibodyRecord] | None = None
    """Hepatitis C antibody."""
    liver_findings: Records[LiverFinding] | None = None
    """Diseases and abnormalities of the liver and the bile ducts, present and past."""
    drug_screen: Records[DrugScreenRecord] | None = None
    """Drug screen."""
    alcohol_screen: Records[AlcoholScreenRecord] | None = None
    """Alcohol screen."""
    hiv_antibody: Records[HivAntibodyRecord] | None = None
    """HIV antibody."""
    drinking: Records[DrinkingRecord] | None = None
    """Habits of drinking alcohol (none: does not drink)."""
    investigational_products: Records[InvestigationalProduct] | None = None
    """Investigational products received in clinical trials."""
    new_entities: Records[NewEntity] | None = None
    """New chemical entities that the subject was exposed to."""
    drugs: Records[Drug] | None = None
    """Prescription and other drugs, vitamins, herbal and dietary supplements taken."""
    blood_losses: Records[BloodLossesRecord] | None = None
    """Donations of blood and blood products (all: before the study and in it, the planned ones
    too).
    """
    pregnancy_test: Records[PregnancyTestRecord] | None = None
    """Pregnancy test (hCG in serum or urine)."""

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


_0_0019 = Decimal("0.0019")
_0_00299 = Decimal("0.00299")
_0_125 = Decimal("0.125")
_0_25 = Decimal("0.25")
_0_35 = Decimal("0.35")
_0_7 = Decimal("0.7")
_14 = Decimal(14)
_140 = Decimal(140)
_14_DAYS = timedelta(days=14)
_1_5 = Decimal("1.5")
_1_DAYS = timedelta(days=1)
_2 = Decimal(2)
_200 = Decimal(200)
_21 = Decimal(21)
_30 = Decimal(30)
_40 = Decimal(40)
_5 = Decimal(5)
_50 = Decimal(50)
_500 = Decimal(500)
_55_DAYS = timedelta(days=55)
_7 = Decimal(7)
_80 = Decimal(80)
_90 = Decimal(90)
_OPTIONS_01 = ("gilbert", "asymptomatic_gallstones")


def inclusion_1(p: Patient) -> bool | None:
    """Male or female between 18 and 65 years of age inclusive, at the time of signing the …

    Source: criteria/NCT01521390.crit, lines 19–22.
    """
    consent = p.consent
    if consent is not None and type(consent) is not date:
        return inclusion_1_clauses.in_full(0, p)
    birth_date = p.birth_date
    return (
        18 <= years_between(birth_date, consent) <= 65
        if consent and type(birth_date) is date
        else age_in("years", birth_date, consent, 18, 65)
    )


def inclusion_2(p: Patient) -> bool | None:
    """Healthy male or female as determined by a responsible and experienced physician, …

    Source: criteria/NCT01521390.crit, lines 27–49.
    """
    unknown = False
    # line 35: the medical history has been taken
    part: bool | None = p.history_taken
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 36: the physical examination has been done
    part = p.physical_examination_done
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 37: the laboratory tests have been done
    part = p.laboratory_tests_done
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 38: cardiac monitoring has been done
    part = p.cardiac_monitoring_done
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 39: the subject is healthy, based on the medical evaluation (history, examination, laboratory tests, cardiac monitoring)
    part = p.healthy
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 40: clinically significant abnormalities, and laboratory parameters outside the reference range: none, or for each of them: it is unlikely to introduce additional risk factors, and it is compatible with the study procedures, so that it will not interfere with them
    part = None
    if p.findings is not None:
        part = True if p.findings.complete else None
        for findings_1 in p.findings.items:
            doubt = False
            # line 42: it is unlikely to introduce additional risk factors
            hit: bool | None = findings_1.risk_unlikely
            if hit is False:
                part = False
                break
            if hit is None:
                doubt = True
            # line 43: it is compatible with the study procedures, so that it will not interfere with them
            hit = findings_1.without_interference
            if hit is False:
                part = False
                break
            if doubt or hit is None:
                part = None
                continue
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_3(p: Patient) -> bool | None:
    """A female subject is eligible to participate if she is of: - Non-childbearing …

    Source: criteria/NCT01521390.crit, lines 60–117.
    """
    applies = inclusion_3_applies(p)
    if applies is False:
        return True
    unknown = False
    # line 81: she has a documented tubal ligation
    part: bool | None = p.tubal_ligation
    if part:
        return True
    if part is None:
        unknown = True
    # line 82: she has a documented hysterectomy
    part = p.hysterectomy
    if part:
        return True
    if part is None:
        unknown = True
    # line 83: all of these
    part = _inclusion_3_2(p)
    if part:
        return True
    if part is None:
        unknown = True
    # line 96: all of these
    part = _inclusion_3_8(p)
    if part:
        return True
    return None if unknown or part is None else False if applies else None


def _inclusion_3_2(p: Patient) -> bool | None:
    """Line 83: all of these."""
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return inclusion_3_clauses.in_full(4, p)
    screening_less_12_months = screening and months_from(screening, -12)
    unknown = False
    # line 84: last menstruation 12 months or more before the screening visit
    last_menstruation = p.last_menstruation
    part: bool | None = (
        last_menstruation <= screening_less_12_months
        if screening_less_12_months and type(last_menstruation) is date
        else day_by(last_menstruation, screening_less_12_months)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 85: her amenorrhoea is spontaneous
    part = p.spontaneous_amenorrhoea
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 86: any of these
    part = _inclusion_3_3(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_3(p: Patient) -> bool | None:
    """Line 86: any of these."""
    unknown = False
    # line 87: her menopausal status is questionable
    part: bool | None = p.menopause_questionable
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 88: all of these
    part = _inclusion_3_4(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_4(p: Patient) -> bool | None:
    """Line 88: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_3_clauses.in_full(10, p)
    unknown = False
    # line 89: latest follicle stimulating hormone (FSH) on or before the first dosing day: above 40 mIU/mL
    part: bool | None = None
    if p.fsh is not None and p.fsh.complete:
        latest: FshRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fsh_1 in p.fsh.items:
            # line 78: measured on or before the first dosing day
            date_ = fsh_1.date
            hit: bool | None = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit:
                on = fsh_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_3_clauses.in_full(11, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fsh_1, on
                continue
            if hit is None:
                on = fsh_1.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(11, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(11, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value > _40
                else:
                    part = above(value, _40)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 90: latest estradiol on the day of the latest follicle stimulating hormone (FSH) on or before the first dosing day: below 40 pg/mL
    part = None
    if p.fsh is not None and p.fsh.complete:
        latest_: FshRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for fsh_2 in p.fsh.items:
            # line 78: measured on or before the first dosing day
            date__ = fsh_2.date
            hit = (
                date__ <= first_dose
                if first_dose and type(date__) is date
                else day_by(date__, first_dose)
            )
            if hit:
                on = fsh_2.date
                if type(on) is not date or on == latest_day_:
                    part = inclusion_3_clauses.in_full(14, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = fsh_2, on
                continue
            if hit is None:
                on = fsh_2.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(14, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_3_clauses.in_full(14, p)
            elif latest_ is not None:
                part = _inclusion_3_5(p, latest_)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 91: any of these
    part = _inclusion_3_6(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_5(p: Patient, fsh_2: FshRecord) -> bool | None:
    """Line 90: latest estradiol on the day of the follicle stimulating hormone (FSH): below 40
    pg/mL.
    """
    part: bool | None = None
    if p.estradiol is not None and p.estradiol.complete:
        latest: EstradiolRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for estradiol_1 in p.estradiol.items:
            # line 79: measured on the day of the follicle stimulating hormone (FSH)
            date_ = fsh_2.date
            if date_ is not None and type(date_) is not date:
                return inclusion_3_clauses.in_full(16, p, fsh_2=fsh_2)
            date_ = fsh_2.date
            if date_ is not None and type(date_) is not date:
                return inclusion_3_clauses.in_full(16, p, fsh_2=fsh_2)
            date__ = estradiol_1.date
            hit: bool | None = (
                date_ <= date__ <= date_
                if date_ and type(date__) is date
                else day_in(date__, date_, date_)
            )
            if hit:
                on = estradiol_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_3_clauses.in_full(16, p, fsh_2=fsh_2)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = estradiol_1, on
                continue
            if hit is None:
                on = estradiol_1.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(16, p, fsh_2=fsh_2)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(16, p, fsh_2=fsh_2)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value < _40
                else:
                    part = opposite(at_least(value, _40))
    return part


def _inclusion_3_6(p: Patient) -> bool | None:
    """Line 91: any of these."""
    unknown = False
    # line 92: last day of hormone replacement therapy (HRT) before the blood draw for FSH: never
    part: bool | None = None if p.last_hrt is None else p.last_hrt == "none"
    if part:
        return True
    if part is None:
        unknown = True
    # line 93: all of these
    part = _inclusion_3_7(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_3_7(p: Patient) -> bool | None:
    """Line 93: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_3_clauses.in_full(21, p)
    unknown = False
    # line 94: last day of hormone replacement therapy (HRT) before the blood draw for FSH: 2 weeks or more before the day of the latest follicle stimulating hormone (FSH) on or before the first dosing day
    part: bool | None = None
    if p.fsh is not None and p.fsh.complete:
        latest: FshRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fsh_3 in p.fsh.items:
            # line 78: measured on or before the first dosing day
            date_ = fsh_3.date
            hit: bool | None = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit:
                on = fsh_3.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_3_clauses.in_full(22, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fsh_3, on
                continue
            if hit is None:
                on = fsh_3.date
                if type(on) is not date:
                    part = inclusion_3_clauses.in_full(22, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_3_clauses.in_full(22, p)
            elif latest is not None:
                date__ = latest.date
                if date__ is not None and type(date__) is not date:
                    return inclusion_3_clauses.in_full(21, p)
                date___less_14_days = date__ and date__ - _14_DAYS
                last_hrt = p.last_hrt
                part = (
                    last_hrt <= date___less_14_days
                    if date___less_14_days and type(last_hrt) is date
                    else day_by(last_hrt, date___less_14_days)
                )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 95: Was the time without HRT before the blood draw long enough for its type and dosage?
    part = p.hrt_interval_sufficient
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_3_8(p: Patient) -> bool | None:
    """Line 96: all of these."""
    unknown = False
    # line 97: she agrees to use one of the contraception methods listed in Section 8.1 of the protocol
    part: bool | None = p.listed_method_agreed
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 98: she will use contraception for an appropriate period (as the product label or the investigator says) before dosing starts
    part = p.method_begun_in_time
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 99: she agrees to use contraception until 10 days after the last dose
    part = p.contraception_after_agreed
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_3_applies(p: Patient) -> bool | None:
    """Whether inclusion 3 applies to the patient."""
    return None if p.sex is None else p.sex == "female"


def inclusion_4(p: Patient) -> bool | None:
    """Body weight ≥ 50 kg and BMI within the range 19.0 - 29.9 kg/m2 (inclusive).

    Source: criteria/NCT01521390.crit, lines 122–131.
    """
    unknown = False
    # line 126: latest body weight at the screening visit: at least 50 kg
    part: bool | None = None
    if p.weight is not None and p.weight.complete:
        latest: WeightRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for weight_1 in p.weight.items:
            # line 124: visit of body weight: date of the screening visit
            hit: bool | None = None if weight_1.visit is None else weight_1.visit == "screening"
            if hit:
                on = weight_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_4_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = weight_1, on
                continue
            if hit is None:
                on = weight_1.date
                if type(on) is not date:
                    part = inclusion_4_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_4_clauses.in_full(2, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value >= _50
                else:
                    part = at_least(value, _50)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 127: body mass index at the screening visit: from 19.0 to 29.9 kg/m²
    part = None
    if p.weight is not None and p.weight.complete:
        latest_: WeightRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for weight_2 in p.weight.items:
            # line 124: visit of body weight: date of the screening visit
            hit = None if weight_2.visit is None else weight_2.visit == "screening"
            if hit:
                on = weight_2.date
                if type(on) is not date or on == latest_day_:
                    part = inclusion_4_clauses.in_full(5, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = weight_2, on
                continue
            if hit is None:
                on = weight_2.date
                if type(on) is not date:
                    part = inclusion_4_clauses.in_full(5, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_4_clauses.in_full(5, p)
            elif latest_ is not None:
                part = _inclusion_4_2(p, latest_)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_4_2(p: Patient, weight_2: WeightRecord) -> bool | None:
    """Line 127: body mass index at the screening visit: from 19.0 to 29.9 kg/m²."""
    part: bool | None = None
    if p.height is not None and p.height.complete:
        latest: HeightRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for height_1 in p.height.items:
            # line 124: visit of body height: date of the screening visit
            hit: bool | None = None if height_1.visit is None else height_1.visit == "screening"
            if hit:
                on = height_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_4_clauses.in_full(7, p, weight_2=weight_2)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = height_1, on
                continue
            if hit is None:
                on = height_1.date
                if type(on) is not date:
                    part = inclusion_4_clauses.in_full(7, p, weight_2=weight_2)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_4_clauses.in_full(7, p, weight_2=weight_2)
            elif latest is not None:
                value = weight_2.value
                value_2 = latest.value
                if value is None or value_2 is None:
                    part = inclusion_4_clauses.in_full(9, p, weight_2=weight_2, height_1=latest)
                elif (
                    not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                    and value_2.value > 0
                ):
                    part = both(
                        is_at_least(
                            value.value,
                            multiplied(multiplied(_0_0019, value_2.value), value_2.value),
                        ),
                        is_at_most(
                            value.value,
                            multiplied(multiplied(_0_00299, value_2.value), value_2.value),
                        ),
                    )
                else:
                    part = inclusion_4_clauses.in_full(9, p, weight_2=weight_2, height_1=latest)
    return part


def inclusion_5(p: Patient) -> bool | None:
    """Normal spirometry (FEV1 ≥ 80% of predicted, FEV1/FVC ≥ 70%).

    Source: criteria/NCT01521390.crit, lines 137–148.
    """
    unknown = False
    # line 141: latest FEV1, per cent of predicted at the screening visit: at least 80 %
    part: bool | None = None
    if p.fev1_predicted is not None and p.fev1_predicted.complete:
        latest: Fev1PredictedRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fev1_predicted_1 in p.fev1_predicted.items:
            # line 139: visit of FEV1, per cent of predicted: date of the screening visit
            hit: bool | None = (
                None if fev1_predicted_1.visit is None else fev1_predicted_1.visit == "screening"
            )
            if hit:
                on = fev1_predicted_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_5_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fev1_predicted_1, on
                continue
            if hit is None:
                on = fev1_predicted_1.date
                if type(on) is not date:
                    part = inclusion_5_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_5_clauses.in_full(2, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif not value.bound:
                    part = value.value >= _80
                else:
                    part = at_least(value, _80)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 142: FEV1/FVC ratio at the screening visit: at least 70 %
    part = None
    if p.fev1 is not None and p.fev1.complete:
        latest_: Fev1Record | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for fev1_1 in p.fev1.items:
            # line 139: visit of FEV1: date of the screening visit
            hit = None if fev1_1.visit is None else fev1_1.visit == "screening"
            if hit:
                on = fev1_1.date
                if type(on) is not date or on == latest_day_:
                    part = inclusion_5_clauses.in_full(5, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = fev1_1, on
                continue
            if hit is None:
                on = fev1_1.date
                if type(on) is not date:
                    part = inclusion_5_clauses.in_full(5, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_5_clauses.in_full(5, p)
            elif latest_ is not None:
                part = _inclusion_5_2(p, latest_)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_5_2(p: Patient, fev1_1: Fev1Record) -> bool | None:
    """Line 142: FEV1/FVC ratio at the screening visit: at least 70 %."""
    part: bool | None = None
    if p.fvc is not None and p.fvc.complete:
        latest: FvcRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for fvc_1 in p.fvc.items:
            # line 139: visit of FVC: date of the screening visit
            hit: bool | None = None if fvc_1.visit is None else fvc_1.visit == "screening"
            if hit:
                on = fvc_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_5_clauses.in_full(7, p, fev1_1=fev1_1)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = fvc_1, on
                continue
            if hit is None:
                on = fvc_1.date
                if type(on) is not date:
                    part = inclusion_5_clauses.in_full(7, p, fev1_1=fev1_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_5_clauses.in_full(7, p, fev1_1=fev1_1)
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
                    part = value.value >= multiplied(_0_7, value_2.value)
                else:
                    part = inclusion_5_clauses.in_full(9, p, fev1_1=fev1_1, fvc_1=latest)
    return part


def inclusion_6(p: Patient) -> bool | None:
    """Response to ipratropium bromide defined as - an increase in sGaw of ≥25% over …

    Source: criteria/NCT01521390.crit, lines 164–188.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return inclusion_6_clauses.in_full(0, p)
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return inclusion_6_clauses.in_full(0, p)
    screening_less_3_months = screening and months_from(screening, -3)
    unknown = False
    # line 171: tests of the response to inhaled ipratropium bromide: at least one where the test is on or after the screening visit, and the test is on or before the first dosing day, and the dose of ipratropium bromide inhaled is exactly 80 µg, and increase in specific airway conductance (sGaw) over the pre-dose baseline is at least 25 %
    part: bool | None = None
    if p.ipratropium_tests is not None:
        part = False if p.ipratropium_tests.complete else None
        for ipratropium_tests_1 in p.ipratropium_tests.items:
            doubt = False
            # line 172: test on or after the screening visit
            tested_on = ipratropium_tests_1.tested_on
            hit: bool | None = (
                tested_on >= screening
                if screening and type(tested_on) is date
                else day_from(tested_on, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 173: test on or before the first dosing day
            tested_on = ipratropium_tests_1.tested_on
            hit = (
                tested_on <= first_dose
                if first_dose and type(tested_on) is date
                else day_by(tested_on, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 174: dose of ipratropium bromide inhaled: exactly 80 µg
            dose = ipratropium_tests_1.dose
            if dose is None:
                hit = None
            elif not dose.bound:
                hit = dose.value == _80
            else:
                hit = inclusion_6_clauses.in_full(6, p, ipratropium_tests_1=ipratropium_tests_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 175: increase in specific airway conductance (sGaw) over the pre-dose baseline: at least 25 %
            sgaw_after = ipratropium_tests_1.sgaw_after
            sgaw_before = ipratropium_tests_1.sgaw_before
            if sgaw_after is None or sgaw_before is None:
                hit = None
            elif (
                not sgaw_after.bound
                and type(sgaw_after.value) is Decimal
                and not sgaw_before.bound
                and type(sgaw_before.value) is Decimal
                and sgaw_before.value > 0
            ):
                hit = is_at_least(
                    subtracted(sgaw_after.value, sgaw_before.value),
                    multiplied(_0_25, sgaw_before.value),
                )
            else:
                hit = inclusion_6_clauses.in_full(7, p, ipratropium_tests_1=ipratropium_tests_1)
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
    # line 176: tests of the response to inhaled ipratropium bromide: at least one where the result is documented, and the test is within 3 months before the screening visit, and the dose of ipratropium bromide inhaled is exactly 80 µg, and increase in specific airway conductance (sGaw) over the pre-dose baseline is at least 25 %
    part = None
    if p.ipratropium_tests is not None:
        part = False if p.ipratropium_tests.complete else None
        for ipratropium_tests_2 in p.ipratropium_tests.items:
            doubt = False
            # line 177: the result is documented
            hit = ipratropium_tests_2.documented
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 178: test within 3 months before the screening visit
            tested_on_ = ipratropium_tests_2.tested_on
            hit = (
                screening_less_3_months <= tested_on_ <= screening
                if screening_less_3_months and screening and type(tested_on_) is date
                else day_in(tested_on_, screening_less_3_months, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 179: dose of ipratropium bromide inhaled: exactly 80 µg
            dose_ = ipratropium_tests_2.dose
            if dose_ is None:
                hit = None
            elif not dose_.bound:
                hit = dose_.value == _80
            else:
                hit = inclusion_6_clauses.in_full(12, p, ipratropium_tests_2=ipratropium_tests_2)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 180: increase in specific airway conductance (sGaw) over the pre-dose baseline: at least 25 %
            sgaw_after_ = ipratropium_tests_2.sgaw_after
            sgaw_before_ = ipratropium_tests_2.sgaw_before
            if sgaw_after_ is None or sgaw_before_ is None:
                hit = None
            elif (
                not sgaw_after_.bound
                and type(sgaw_after_.value) is Decimal
                and not sgaw_before_.bound
                and type(sgaw_before_.value) is Decimal
                and sgaw_before_.value > 0
            ):
                hit = is_at_least(
                    subtracted(sgaw_after_.value, sgaw_before_.value),
                    multiplied(_0_25, sgaw_before_.value),
                )
            else:
                hit = inclusion_6_clauses.in_full(13, p, ipratropium_tests_2=ipratropium_tests_2)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return True
    return None if unknown or part is None else False


def inclusion_7(p: Patient) -> bool | None:
    """AST, ALT, alkaline phosphatase and bilirubin ≤ 1.5xULN (isolated bilirubin >1.5xULN …

    Source: criteria/NCT01521390.crit, lines 196–211.
    """
    unknown = False
    # line 201: latest aspartate aminotransferase (AST) at the screening visit: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.ast is not None and p.ast.complete:
        latest: AstRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for ast_1 in p.ast.items:
            # line 199: visit of aspartate aminotransferase (AST): date of the screening visit
            hit: bool | None = None if ast_1.visit is None else ast_1.visit == "screening"
            if hit:
                on = ast_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_7_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = ast_1, on
                continue
            if hit is None:
                on = ast_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(2, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = inclusion_7_clauses.in_full(4, p, ast_1=latest)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 202: latest alanine aminotransferase (ALT) at the screening visit: at most 1.5 times the upper limit of normal
    part = None
    if p.alt is not None and p.alt.complete:
        latest_: AltRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for alt_1 in p.alt.items:
            # line 199: visit of alanine aminotransferase (ALT): date of the screening visit
            hit = None if alt_1.visit is None else alt_1.visit == "screening"
            if hit:
                on = alt_1.date
                if type(on) is not date or on == latest_day_:
                    part = inclusion_7_clauses.in_full(5, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = alt_1, on
                continue
            if hit is None:
                on = alt_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(5, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_7_clauses.in_full(5, p)
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
                    part = inclusion_7_clauses.in_full(7, p, alt_1=latest_)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 203: latest alkaline phosphatase at the screening visit: at most 1.5 times the upper limit of normal
    part = None
    if p.alp is not None and p.alp.complete:
        latest__: AlpRecord | None = None
        latest_day__: date | None = None
        open_day__: date | None = None
        for alp_1 in p.alp.items:
            # line 199: visit of alkaline phosphatase: date of the screening visit
            hit = None if alp_1.visit is None else alp_1.visit == "screening"
            if hit:
                on = alp_1.date
                if type(on) is not date or on == latest_day__:
                    part = inclusion_7_clauses.in_full(8, p)
                    break
                if latest_day__ is None or on > latest_day__:
                    latest__, latest_day__ = alp_1, on
                continue
            if hit is None:
                on = alp_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(8, p)
                    break
                if open_day__ is None or on > open_day__:
                    open_day__ = on
                continue
        else:
            if open_day__ is not None and not_before(open_day__, latest_day__):
                part = inclusion_7_clauses.in_full(8, p)
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
                    part = inclusion_7_clauses.in_full(10, p, alp_1=latest__)
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 204: any of these
    part = _inclusion_7_2(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_7_2(p: Patient) -> bool | None:
    """Line 204: any of these."""
    unknown = False
    # line 204: latest total bilirubin at the screening visit: at most 1.5 times the upper limit of normal
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        latest: BilirubinRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for bilirubin_1 in p.bilirubin.items:
            # line 199: visit of total bilirubin: date of the screening visit
            hit: bool | None = (
                None if bilirubin_1.visit is None else bilirubin_1.visit == "screening"
            )
            if hit:
                on = bilirubin_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_7_clauses.in_full(12, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = bilirubin_1, on
                continue
            if hit is None:
                on = bilirubin_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(12, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(12, p)
            elif latest is not None:
                value = latest.value
                if value is None:
                    part = None
                elif (
                    not value.bound and type(value.value) is Decimal and type(value.uln) is Decimal
                ):
                    part = value.value <= multiplied(_1_5, value.uln)
                else:
                    part = inclusion_7_clauses.in_full(14, p, bilirubin_1=latest)
    if part:
        return True
    if part is None:
        unknown = True
    # line 205: latest direct bilirubin at the screening visit divided by latest total bilirubin at the screening visit: below 35 %
    part = None
    if p.direct_bilirubin is not None and p.direct_bilirubin.complete:
        latest_: DirectBilirubinRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for direct_bilirubin_1 in p.direct_bilirubin.items:
            # line 199: visit of direct bilirubin: date of the screening visit
            hit = (
                None
                if direct_bilirubin_1.visit is None
                else direct_bilirubin_1.visit == "screening"
            )
            if hit:
                on = direct_bilirubin_1.date
                if type(on) is not date or on == latest_day_:
                    part = inclusion_7_clauses.in_full(15, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = direct_bilirubin_1, on
                continue
            if hit is None:
                on = direct_bilirubin_1.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(15, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = inclusion_7_clauses.in_full(15, p)
            elif latest_ is not None:
                part = _inclusion_7_3(p, latest_)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_7_3(p: Patient, direct_bilirubin_1: DirectBilirubinRecord) -> bool | None:
    """Line 205: direct bilirubin divided by latest total bilirubin at the screening visit: below 35
    %.
    """
    part: bool | None = None
    if p.bilirubin is not None and p.bilirubin.complete:
        latest: BilirubinRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for bilirubin_2 in p.bilirubin.items:
            # line 199: visit of total bilirubin: date of the screening visit
            hit: bool | None = (
                None if bilirubin_2.visit is None else bilirubin_2.visit == "screening"
            )
            if hit:
                on = bilirubin_2.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_7_clauses.in_full(17, p, direct_bilirubin_1=direct_bilirubin_1)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = bilirubin_2, on
                continue
            if hit is None:
                on = bilirubin_2.date
                if type(on) is not date:
                    part = inclusion_7_clauses.in_full(17, p, direct_bilirubin_1=direct_bilirubin_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_7_clauses.in_full(17, p, direct_bilirubin_1=direct_bilirubin_1)
            elif latest is not None:
                value = direct_bilirubin_1.value
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
                    part = value.value < multiplied(_0_35, value_2.value)
                else:
                    part = inclusion_7_clauses.in_full(
                        19, p, direct_bilirubin_1=direct_bilirubin_1, bilirubin_2=latest
                    )
    return part


def inclusion_8(p: Patient) -> bool | None:
    """No significant abnormality on 12-lead ECG at screening, including QTcF < 450msec.

    Source: criteria/NCT01521390.crit, lines 216–225.
    """
    unknown = False
    # line 220: significant abnormality on the 12-lead ECG at screening
    part: bool | None = p.ecg_abnormal
    if part:
        return False
    if part is None:
        unknown = True
    # line 221: QT interval corrected for heart rate (Fridericia) at the screening visit: below 450 ms
    part = None
    if p.qt is not None and p.qt.complete:
        latest: QtRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for qt_1 in p.qt.items:
            # line 218: visit of QT interval of the 12-lead ECG, uncorrected: date of the screening visit
            hit: bool | None = None if qt_1.visit is None else qt_1.visit == "screening"
            if hit:
                on = qt_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_8_clauses.in_full(4, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = qt_1, on
                continue
            if hit is None:
                on = qt_1.date
                if type(on) is not date:
                    part = inclusion_8_clauses.in_full(4, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_8_clauses.in_full(4, p)
            elif latest is not None:
                part = _inclusion_8_2(p, latest)
    if part is False:
        return False
    return None if unknown or part is None else True


def _inclusion_8_2(p: Patient, qt_1: QtRecord) -> bool | None:
    """Line 221: QT interval corrected for heart rate (Fridericia) at the screening visit: below 450
    ms.
    """
    part: bool | None = None
    if p.ecg_rate is not None and p.ecg_rate.complete:
        latest: EcgRateRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for ecg_rate_1 in p.ecg_rate.items:
            # line 218: visit of heart rate of the same ECG: date of the screening visit
            hit: bool | None = None if ecg_rate_1.visit is None else ecg_rate_1.visit == "screening"
            if hit:
                on = ecg_rate_1.date
                if type(on) is not date or on == latest_day:
                    part = inclusion_8_clauses.in_full(6, p, qt_1=qt_1)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = ecg_rate_1, on
                continue
            if hit is None:
                on = ecg_rate_1.date
                if type(on) is not date:
                    part = inclusion_8_clauses.in_full(6, p, qt_1=qt_1)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = inclusion_8_clauses.in_full(6, p, qt_1=qt_1)
            elif latest is not None:
                value = qt_1.value
                value_2 = latest.value
                apart = 0
                if (
                    value is not None
                    and value_2 is not None
                    and not value.bound
                    and type(value.value) is Decimal
                    and not value_2.bound
                    and type(value_2.value) is Decimal
                ):
                    apart = side(
                        estimated(
                            rough(value.value),
                            raised(
                                estimated(0.016666666666666666, rough(value_2.value)),
                                0.3333333333333333,
                            ),
                        ),
                        450.0,
                    )
                if value is None or value_2 is None:
                    part = None
                elif apart:
                    part = apart < 0
                else:
                    part = inclusion_8_clauses.in_full(8, p, qt_1=qt_1, ecg_rate_1=latest)
    return part


def inclusion_9(p: Patient) -> bool | None:
    """Non-smokers (never smoked or not smoking for >6 months with <10 pack years history …

    Source: criteria/NCT01521390.crit, lines 231–242.
    """
    unknown = False
    # line 235: last day of smoking: never
    part: bool | None = None if p.last_smoked is None else p.last_smoked == "none"
    if part:
        return True
    if part is None:
        unknown = True
    # line 236: all of these
    part = _inclusion_9_2(p)
    if part:
        return True
    return None if unknown or part is None else False


def _inclusion_9_2(p: Patient) -> bool | None:
    """Line 236: all of these."""
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return inclusion_9_clauses.in_full(3, p)
    screening_less_6_months = screening and months_from(screening, -6)
    screening_less_6_months_less_1_day = (
        screening_less_6_months and screening_less_6_months - _1_DAYS
    )
    unknown = False
    # line 237: last day of smoking: more than 6 months before the screening visit
    last_smoked = p.last_smoked
    part: bool | None = (
        last_smoked <= screening_less_6_months_less_1_day
        if screening_less_6_months_less_1_day and type(last_smoked) is date
        else day_by(last_smoked, screening_less_6_months_less_1_day)
    )
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 238: pack-years of smoking: below 10
    cigarettes_per_day = p.cigarettes_per_day
    years_smoked = p.years_smoked
    if cigarettes_per_day is None or years_smoked is None:
        part = None
    elif not years_smoked.bound and type(years_smoked.value) is Decimal:
        part = is_below(multiplied(cigarettes_per_day, years_smoked.value), _200)
    else:
        part = inclusion_9_clauses.in_full(5, p)
    if part is False:
        return False
    return None if unknown or part is None else True


def inclusion_10(p: Patient) -> bool | None:
    """Subjects who are able to use the Novel DPI satisfactorily

    Source: criteria/NCT01521390.crit, lines 244–248.
    """
    return p.uses_inhaler


def inclusion_11(p: Patient) -> bool | None:
    """Subjects, who are capable of giving written informed consent, have signed and dated …

    Source: criteria/NCT01521390.crit, lines 250–258.
    """
    unknown = False
    # line 255: the subject is capable of giving written informed consent
    part: bool | None = p.can_consent
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 256: the subject has signed the informed consent form
    part = p.consent_signed
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 257: the subject has dated the informed consent form
    part = p.consent_dated
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 258: Does the signed form include compliance with the requirements and restrictions listed in it?
    part = p.consent_has_requirements
    if part is False:
        return False
    return None if unknown or part is None else True


def exclusion_1(p: Patient) -> bool | None:
    """A supine mean heart rate outside the range 40-90 beats per minute (BPM) at …

    Source: criteria/NCT01521390.crit, lines 264–271.
    """
    unknown = False
    # line 268: mean of all results of supine heart rate at the screening visit: below 40 /min
    supine_heart_rate_value: list[Decimal | int] | None = None
    if p.supine_heart_rate is not None and p.supine_heart_rate.complete:
        supine_heart_rate_value = []
        for supine_heart_rate_1 in p.supine_heart_rate.items:
            # line 266: visit of supine heart rate: date of the screening visit
            hit: bool | None = (
                None
                if supine_heart_rate_1.visit is None
                else supine_heart_rate_1.visit == "screening"
            )
            if hit:
                amount = supine_heart_rate_1.value
                if amount is None or amount.bound or type(amount.value) is not Decimal:
                    supine_heart_rate_value = None
                    break
                supine_heart_rate_value.append(amount.value)
                continue
            if hit is None:
                supine_heart_rate_value = None
                break
    part: bool | None = (
        is_below(total_of(supine_heart_rate_value), multiplied(_40, len(supine_heart_rate_value)))
        if supine_heart_rate_value
        else exclusion_1_clauses.in_full(2, p)
    )
    if part:
        return False
    if part is None:
        unknown = True
    # line 269: mean of all results of supine heart rate at the screening visit: above 90 /min
    supine_heart_rate_value_: list[Decimal | int] | None = None
    if p.supine_heart_rate is not None and p.supine_heart_rate.complete:
        supine_heart_rate_value_ = []
        for supine_heart_rate_2 in p.supine_heart_rate.items:
            # line 266: visit of supine heart rate: date of the screening visit
            hit = (
                None
                if supine_heart_rate_2.visit is None
                else supine_heart_rate_2.visit == "screening"
            )
            if hit:
                amount = supine_heart_rate_2.value
                if amount is None or amount.bound or type(amount.value) is not Decimal:
                    supine_heart_rate_value_ = None
                    break
                supine_heart_rate_value_.append(amount.value)
                continue
            if hit is None:
                supine_heart_rate_value_ = None
                break
    part = (
        is_above(total_of(supine_heart_rate_value_), multiplied(_90, len(supine_heart_rate_value_)))
        if supine_heart_rate_value_
        else exclusion_1_clauses.in_full(3, p)
    )
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_2(p: Patient) -> bool | None:
    """A supine blood pressure that is persistently higher than 140/90 millimetres of …

    Source: criteria/NCT01521390.crit, lines 277–296.
    """
    unknown = False
    # line 283: supine blood pressure readings of the screening visit: at least two where the systolic blood pressure is above 140 mmHg, or the diastolic blood pressure is above 90 mmHg
    part: bool | None = None
    if p.blood_pressures is not None:
        found = perhaps = 0
        for blood_pressures_1 in p.blood_pressures.items:
            hit: bool | None = _exclusion_2_2(blood_pressures_1)
            if hit is False:
                continue
            if hit is None:
                perhaps += 1
                continue
            found += 1
            perhaps += 1
        if not p.blood_pressures.complete:
            perhaps = MANY
        part = within(found, perhaps, 2, None)
    if part:
        return False
    if part is None:
        unknown = True
    # line 286: all of these
    part = _exclusion_2_3(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_2_2(blood_pressures_1: BloodPressure) -> bool | None:
    """Line 283: any of these."""
    unknown = False
    # line 284: systolic blood pressure above 140 mmHg
    systolic = blood_pressures_1.systolic
    part: bool | None
    if systolic is None:
        part = None
    elif not systolic.bound:
        part = systolic.value > _140
    else:
        part = above(systolic, _140)
    if part:
        return True
    if part is None:
        unknown = True
    # line 285: diastolic blood pressure above 90 mmHg
    diastolic = blood_pressures_1.diastolic
    if diastolic is None:
        part = None
    elif not diastolic.bound:
        part = diastolic.value > _90
    else:
        part = above(diastolic, _90)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_2_3(p: Patient) -> bool | None:
    """Line 286: all of these."""
    unknown = False
    # line 287: supine blood pressure readings of the screening visit: none where the systolic blood pressure is at most 140 mmHg, and the diastolic blood pressure is at most 90 mmHg
    part: bool | None = None
    if p.blood_pressures is not None:
        part = True if p.blood_pressures.complete else None
        for blood_pressures_2 in p.blood_pressures.items:
            doubt = False
            # line 288: systolic blood pressure at most 140 mmHg
            systolic = blood_pressures_2.systolic
            hit: bool | None
            if systolic is None:
                hit = None
            elif not systolic.bound:
                hit = systolic.value <= _140
            else:
                hit = opposite(above(systolic, _140))
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 289: diastolic blood pressure at most 90 mmHg
            diastolic = blood_pressures_2.diastolic
            if diastolic is None:
                hit = None
            elif not diastolic.bound:
                hit = diastolic.value <= _90
            else:
                hit = opposite(above(diastolic, _90))
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = False
            break
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 290: any of these
    part = _exclusion_2_4(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_2_4(p: Patient) -> bool | None:
    """Line 290: any of these."""
    unknown = False
    # line 291: highest systolic blood pressure in supine blood pressure readings of the screening visit: above 140 mmHg
    blood_pressures_systolic: list[Decimal | int] | None = None
    if p.blood_pressures is not None and p.blood_pressures.complete:
        blood_pressures_systolic = []
        for blood_pressures_3 in p.blood_pressures.items:
            amount = blood_pressures_3.systolic
            if amount is None or amount.bound or type(amount.value) is not Decimal:
                blood_pressures_systolic = None
                break
            blood_pressures_systolic.append(amount.value)
    part: bool | None = (
        max(blood_pressures_systolic) > _140
        if blood_pressures_systolic
        else exclusion_2_clauses.in_full(12, p)
    )
    if part:
        return True
    if part is None:
        unknown = True
    # line 292: highest diastolic blood pressure in supine blood pressure readings of the screening visit: above 90 mmHg
    blood_pressures_diastolic: list[Decimal | int] | None = None
    if p.blood_pressures is not None and p.blood_pressures.complete:
        blood_pressures_diastolic = []
        for blood_pressures_4 in p.blood_pressures.items:
            amount = blood_pressures_4.diastolic
            if amount is None or amount.bound or type(amount.value) is not Decimal:
                blood_pressures_diastolic = None
                break
            blood_pressures_diastolic.append(amount.value)
    part = (
        max(blood_pressures_diastolic) > _90
        if blood_pressures_diastolic
        else exclusion_2_clauses.in_full(13, p)
    )
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_3(p: Patient) -> bool | None:
    """History of symptomatic arrhythmias.

    Source: criteria/NCT01521390.crit, lines 298–300.
    """
    # line 300: the subject has had a symptomatic arrhythmia
    part: bool | None = p.symptomatic_arrhythmia
    return None if part is None else not part


def exclusion_4(p: Patient) -> bool | None:
    """A positive pre-study Hepatitis B surface antigen or positive Hepatitis C antibody …

    Source: criteria/NCT01521390.crit, lines 305–330.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_4_clauses.in_full(0, p)
    screening_less_3_months = screening and months_from(screening, -3)
    screening_plus_3_months = screening and months_from(screening, 3)
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_4_clauses.in_full(0, p)
    unknown = False
    # line 315: latest Hepatitis B surface antigen (HBsAg) on or before the first dosing day and within 3 months before or after the screening visit: positive
    part: bool | None = None
    if p.hbsag is not None and p.hbsag.complete:
        latest: HbsagRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for hbsag_1 in p.hbsag.items:
            doubt = False
            # line 309: measured within 3 months before or after the screening visit
            date_ = hbsag_1.date
            hit: bool | None = (
                screening_less_3_months <= date_ <= screening_plus_3_months
                if screening_less_3_months and screening_plus_3_months and type(date_) is date
                else day_in(date_, screening_less_3_months, screening_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 310: measured on or before the first dosing day
            date_ = hbsag_1.date
            hit = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = hbsag_1.date
                if type(on) is not date:
                    part = exclusion_4_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = hbsag_1.date
            if type(on) is not date or on == latest_day:
                part = exclusion_4_clauses.in_full(2, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = hbsag_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_4_clauses.in_full(2, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part:
        return False
    if part is None:
        unknown = True
    # line 316: Hepatitis B surface antigen (HBsAg): at least one result that is positive, on or before the first dosing day and within 3 months before or after the screening visit
    part = None
    if p.hbsag is not None:
        part = False if p.hbsag.complete else None
        for hbsag_2 in p.hbsag.items:
            doubt = False
            # line 317: measured within 3 months before or after the screening visit
            date__ = hbsag_2.date
            hit = (
                screening_less_3_months <= date__ <= screening_plus_3_months
                if screening_less_3_months and screening_plus_3_months and type(date__) is date
                else day_in(date__, screening_less_3_months, screening_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 318: measured on or before the first dosing day
            date__ = hbsag_2.date
            hit = (
                date__ <= first_dose
                if first_dose and type(date__) is date
                else day_by(date__, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 319: Hepatitis B surface antigen (HBsAg): positive
            hit = None if hbsag_2.value is None else hbsag_2.value == "positive"
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
    # line 320: latest Hepatitis C antibody on or before the first dosing day and within 3 months before or after the screening visit: positive
    part = None
    if p.hcv_antibody is not None and p.hcv_antibody.complete:
        latest_: HcvAntibodyRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for hcv_antibody_1 in p.hcv_antibody.items:
            doubt = False
            # line 312: measured within 3 months before or after the screening visit
            date___ = hcv_antibody_1.date
            hit = (
                screening_less_3_months <= date___ <= screening_plus_3_months
                if screening_less_3_months and screening_plus_3_months and type(date___) is date
                else day_in(date___, screening_less_3_months, screening_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 313: measured on or before the first dosing day
            date___ = hcv_antibody_1.date
            hit = (
                date___ <= first_dose
                if first_dose and type(date___) is date
                else day_by(date___, first_dose)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = hcv_antibody_1.date
                if type(on) is not date:
                    part = exclusion_4_clauses.in_full(12, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = hcv_antibody_1.date
            if type(on) is not date or on == latest_day_:
                part = exclusion_4_clauses.in_full(12, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = hcv_antibody_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = exclusion_4_clauses.in_full(12, p)
            elif latest_ is not None:
                part = None if latest_.value is None else latest_.value == "positive"
    if part:
        return False
    if part is None:
        unknown = True
    # line 321: Hepatitis C antibody: at least one result that is positive, on or before the first dosing day and within 3 months before or after the screening visit
    part = None
    if p.hcv_antibody is not None:
        part = False if p.hcv_antibody.complete else None
        for hcv_antibody_2 in p.hcv_antibody.items:
            doubt = False
            # line 322: measured within 3 months before or after the screening visit
            date____ = hcv_antibody_2.date
            hit = (
                screening_less_3_months <= date____ <= screening_plus_3_months
                if screening_less_3_months and screening_plus_3_months and type(date____) is date
                else day_in(date____, screening_less_3_months, screening_plus_3_months)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 323: measured on or before the first dosing day
            date____ = hcv_antibody_2.date
            hit = (
                date____ <= first_dose
                if first_dose and type(date____) is date
                else day_by(date____, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 324: Hepatitis C antibody: positive
            hit = None if hcv_antibody_2.value is None else hcv_antibody_2.value == "positive"
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


def exclusion_5(p: Patient) -> bool | None:
    """Current or chronic history of liver disease, or known hepatic or biliary …

    Source: criteria/NCT01521390.crit, lines 340–350.
    """
    # line 343: diseases and abnormalities of the liver and the bile ducts, present and past: at least one where it is current or chronic, or the finding is another abnormality of the liver or the bile ducts (gallstones with symptoms among them), unless the finding is Gilbert's syndrome or gallstones without symptoms
    part: bool | None = None
    if p.liver_findings is not None:
        part = False if p.liver_findings.complete else None
        for liver_findings_1 in p.liver_findings.items:
            doubt = False
            # line 343: any of these
            hit: bool | None = _exclusion_5_2(liver_findings_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 346: finding: Gilbert's syndrome or gallstones without symptoms
            hit = None if liver_findings_1.kind is None else liver_findings_1.kind in _OPTIONS_01
            if hit:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_5_2(liver_findings_1: LiverFinding) -> bool | None:
    """Line 343: any of these."""
    unknown = False
    # line 344: it is current or chronic
    part: bool | None = liver_findings_1.current_or_chronic
    if part:
        return True
    if part is None:
        unknown = True
    # line 345: finding: another abnormality of the liver or the bile ducts (gallstones with symptoms among them)
    part = None if liver_findings_1.kind is None else liver_findings_1.kind == "abnormality"
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_6(p: Patient) -> bool | None:
    """A positive pre-study drug/alcohol screen.

    Source: criteria/NCT01521390.crit, lines 355–377.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_6_clauses.in_full(0, p)
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_6_clauses.in_full(0, p)
    unknown = False
    # line 364: latest drug screen on or after the screening visit and on or before the first dosing day: positive
    part: bool | None = None
    if p.drug_screen is not None and p.drug_screen.complete:
        latest: DrugScreenRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for drug_screen_1 in p.drug_screen.items:
            doubt = False
            # line 358: measured on or after the screening visit
            date_ = drug_screen_1.date
            hit: bool | None = (
                date_ >= screening
                if screening and type(date_) is date
                else day_from(date_, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 359: measured on or before the first dosing day
            date_ = drug_screen_1.date
            hit = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = drug_screen_1.date
                if type(on) is not date:
                    part = exclusion_6_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
            on = drug_screen_1.date
            if type(on) is not date or on == latest_day:
                part = exclusion_6_clauses.in_full(2, p)
                break
            if latest_day is None or on > latest_day:
                latest, latest_day = drug_screen_1, on
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_6_clauses.in_full(2, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part:
        return False
    if part is None:
        unknown = True
    # line 365: drug screen: at least one result that is positive, on or after the screening visit and on or before the first dosing day
    part = None
    if p.drug_screen is not None:
        part = False if p.drug_screen.complete else None
        for drug_screen_2 in p.drug_screen.items:
            doubt = False
            # line 366: measured on or after the screening visit
            date__ = drug_screen_2.date
            hit = (
                date__ >= screening
                if screening and type(date__) is date
                else day_from(date__, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 367: measured on or before the first dosing day
            date__ = drug_screen_2.date
            hit = (
                date__ <= first_dose
                if first_dose and type(date__) is date
                else day_by(date__, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 368: drug screen: positive
            hit = None if drug_screen_2.value is None else drug_screen_2.value == "positive"
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
    # line 369: latest alcohol screen on or after the screening visit and on or before the first dosing day: positive
    part = None
    if p.alcohol_screen is not None and p.alcohol_screen.complete:
        latest_: AlcoholScreenRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for alcohol_screen_1 in p.alcohol_screen.items:
            doubt = False
            # line 361: measured on or after the screening visit
            date___ = alcohol_screen_1.date
            hit = (
                date___ >= screening
                if screening and type(date___) is date
                else day_from(date___, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 362: measured on or before the first dosing day
            date___ = alcohol_screen_1.date
            hit = (
                date___ <= first_dose
                if first_dose and type(date___) is date
                else day_by(date___, first_dose)
            )
            if hit is False:
                continue
            if doubt or hit is None:
                on = alcohol_screen_1.date
                if type(on) is not date:
                    part = exclusion_6_clauses.in_full(12, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
            on = alcohol_screen_1.date
            if type(on) is not date or on == latest_day_:
                part = exclusion_6_clauses.in_full(12, p)
                break
            if latest_day_ is None or on > latest_day_:
                latest_, latest_day_ = alcohol_screen_1, on
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = exclusion_6_clauses.in_full(12, p)
            elif latest_ is not None:
                part = None if latest_.value is None else latest_.value == "positive"
    if part:
        return False
    if part is None:
        unknown = True
    # line 370: alcohol screen: at least one result that is positive, on or after the screening visit and on or before the first dosing day
    part = None
    if p.alcohol_screen is not None:
        part = False if p.alcohol_screen.complete else None
        for alcohol_screen_2 in p.alcohol_screen.items:
            doubt = False
            # line 371: measured on or after the screening visit
            date____ = alcohol_screen_2.date
            hit = (
                date____ >= screening
                if screening and type(date____) is date
                else day_from(date____, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 372: measured on or before the first dosing day
            date____ = alcohol_screen_2.date
            hit = (
                date____ <= first_dose
                if first_dose and type(date____) is date
                else day_by(date____, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 373: alcohol screen: positive
            hit = None if alcohol_screen_2.value is None else alcohol_screen_2.value == "positive"
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


def exclusion_7(p: Patient) -> bool | None:
    """A positive test for HIV antibody.

    Source: criteria/NCT01521390.crit, lines 381–388.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_7_clauses.in_full(0, p)
    unknown = False
    # line 385: latest HIV antibody on or before the first dosing day: positive
    part: bool | None = None
    if p.hiv_antibody is not None and p.hiv_antibody.complete:
        latest: HivAntibodyRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for hiv_antibody_1 in p.hiv_antibody.items:
            # line 383: measured on or before the first dosing day
            date_ = hiv_antibody_1.date
            hit: bool | None = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit:
                on = hiv_antibody_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_7_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = hiv_antibody_1, on
                continue
            if hit is None:
                on = hiv_antibody_1.date
                if type(on) is not date:
                    part = exclusion_7_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_7_clauses.in_full(2, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part:
        return False
    if part is None:
        unknown = True
    # line 386: HIV antibody: at least one result that is positive, on or before the first dosing day
    part = None
    if p.hiv_antibody is not None:
        part = False if p.hiv_antibody.complete else None
        for hiv_antibody_2 in p.hiv_antibody.items:
            doubt = False
            # line 386: measured on or before the first dosing day
            date__ = hiv_antibody_2.date
            hit = (
                date__ <= first_dose
                if first_dose and type(date__) is date
                else day_by(date__, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 386: HIV antibody: positive
            hit = None if hiv_antibody_2.value is None else hiv_antibody_2.value == "positive"
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


def exclusion_8(p: Patient) -> bool | None:
    """History of regular alcohol consumption within 6 months of the study defined as: • …

    Source: criteria/NCT01521390.crit, lines 404–415.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_8_clauses.in_full(0, p)
    screening_less_6_months = screening and months_from(screening, -6)
    # line 409: habits of drinking alcohol: at least one where this habit was ongoing at any time within 6 months before the screening visit, and units of alcohol a week is above 21 if sex is male; otherwise units of alcohol a week is above 14
    part: bool | None = None
    if p.drinking is not None:
        part = False if p.drinking.complete else None
        for drinking_1 in p.drinking.items:
            doubt = False
            # line 409: this habit was ongoing at any time within 6 months before the screening visit
            hit: bool | None = period_in(drinking_1.drunk, screening, screening_less_6_months)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 409: units of alcohol a week is above 21 if sex is male; otherwise units of alcohol a week is above 14
            hit = _exclusion_8_2(p, drinking_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_8_2(p: Patient, drinking_1: DrinkingRecord) -> bool | None:
    """Line 409: units of alcohol a week is above 21 if sex is male; otherwise units of alcohol a
    week is above 14.
    """
    # line 410: sex: male
    part: bool | None = None if p.sex is None else p.sex == "male"
    if part:
        beer = drinking_1.beer
        wine = drinking_1.wine
        spirits = drinking_1.spirits
        other_alcohol = drinking_1.other_alcohol
        if beer is None or wine is None or spirits is None or other_alcohol is None:
            part = None
        elif not other_alcohol.bound and type(other_alcohol.value) is Decimal:
            part = is_above(
                added(added(added(beer, wine), spirits), multiplied(_0_125, other_alcohol.value)),
                _21,
            )
        else:
            part = exclusion_8_clauses.in_full(6, p, drinking_1=drinking_1)
        return part
    if part is None:
        return exclusion_8_clauses.in_full(4, p, drinking_1=drinking_1)
    beer = drinking_1.beer
    wine = drinking_1.wine
    spirits = drinking_1.spirits
    other_alcohol = drinking_1.other_alcohol
    if beer is None or wine is None or spirits is None or other_alcohol is None:
        part = None
    elif not other_alcohol.bound and type(other_alcohol.value) is Decimal:
        part = is_above(
            added(added(added(beer, wine), spirits), multiplied(_0_125, other_alcohol.value)), _14
        )
    else:
        part = exclusion_8_clauses.in_full(7, p, drinking_1=drinking_1)
    return part


def exclusion_9(p: Patient) -> bool | None:
    """The subject has participated in a clinical trial and has received an …

    Source: criteria/NCT01521390.crit, lines 423–432.
    """
    # line 428: investigational products received in clinical trials: at least one where the last dose received is within 30 days, or within 5 times the half-life of the product, or within 2 times the duration of its biological effect, before the first dosing day, whichever is longest
    part: bool | None = None
    if p.investigational_products is not None:
        part = False if p.investigational_products.complete else None
        for investigational_products_1 in p.investigational_products.items:
            # line 428: last dose received within 30 days, or within 5 times the half-life of the product, or within 2 times the duration of its biological effect, before the first dosing day, whichever is longest
            last_received = investigational_products_1.last_received
            first_dose = p.first_dose
            product_half_life = investigational_products_1.product_half_life
            effect_duration = investigational_products_1.effect_duration
            hit: bool | None
            if last_received is None or first_dose is None:
                hit = None
            elif (
                type(last_received) is date
                and type(first_dose) is date
                and product_half_life is not None
                and not product_half_life.bound
                and type(product_half_life.value) is Decimal
                and product_half_life.value >= 0
                and effect_duration is not None
                and not effect_duration.bound
                and type(effect_duration.value) is Decimal
                and effect_duration.value >= 0
            ):
                hit = is_between(
                    0,
                    (first_dose - last_received).days,
                    larger_of(
                        _30,
                        multiplied(_5, product_half_life.value),
                        multiplied(_2, effect_duration.value),
                    ),
                )
            else:
                hit = exclusion_9_clauses.in_full(
                    2, p, investigational_products_1=investigational_products_1
                )
            if hit:
                part = True
                break
            if hit is None:
                part = None
                continue
    return None if part is None else not part


def exclusion_10(p: Patient) -> bool | None:
    """Exposure to more than four new chemical entities within 12 months prior to the …

    Source: criteria/NCT01521390.crit, lines 438–444.
    """
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_10_clauses.in_full(0, p)
    first_dose_less_12_months = first_dose and months_from(first_dose, -12)
    # line 440: new chemical entities that the subject was exposed to: at least five where the last day of exposure is within 12 months before the first dosing day
    part: bool | None = None
    if p.new_entities is not None:
        found = perhaps = 0
        for new_entities_1 in p.new_entities.items:
            # line 440: last day of exposure: within 12 months before the first dosing day
            last_exposed = new_entities_1.last_exposed
            hit: bool | None = (
                first_dose_less_12_months <= last_exposed <= first_dose
                if first_dose_less_12_months and first_dose and type(last_exposed) is date
                else day_in(last_exposed, first_dose_less_12_months, first_dose)
            )
            if hit:
                found += 1
                perhaps += 1
                continue
            if hit is None:
                perhaps += 1
                continue
        if not p.new_entities.complete:
            perhaps = MANY
        part = within(found, perhaps, 5, None)
    return None if part is None else not part


def exclusion_11(p: Patient) -> bool | None:
    """Use of prescription or non-prescription drugs, including vitamins, herbal and …

    Source: criteria/NCT01521390.crit, lines 452–471.
    """
    # line 458: prescription and other drugs, vitamins, herbal and dietary supplements taken: at least one where it was ongoing at any time within 7 days, or within 5 times the half-life of the drug, before the first dosing day, whichever is longer, or both it is a potential enzyme inducer, and it was ongoing at any time within 14 days before the first dosing day, unless it is acceptable to the investigator, as it will not interfere with the study procedures or compromise safety, and it is acceptable to the GSK Medical Monitor, as it will not interfere with the study procedures or compromise safety
    part: bool | None = None
    if p.drugs is not None:
        part = False if p.drugs.complete else None
        for drugs_1 in p.drugs.items:
            doubt = False
            # line 458: any of these
            hit: bool | None = _exclusion_11_2(p, drugs_1)
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 463: any of these
            hit = _exclusion_11_4(drugs_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_11_2(p: Patient, drugs_1: Drug) -> bool | None:
    """Line 458: any of these."""
    unknown = False
    # line 459: it was ongoing at any time within 7 days, or within 5 times the half-life of the drug, before the first dosing day, whichever is longer
    taken_start = first_day(drugs_1.taken)
    taken_end = last_day(drugs_1.taken)
    first_dose = p.first_dose
    half_life = drugs_1.half_life
    part: bool | None
    if (
        type(taken_start) is date
        and type(taken_end) is date
        and type(first_dose) is date
        and half_life is not None
        and not half_life.bound
        and type(half_life.value) is Decimal
        and half_life.value >= 0
    ):
        part = both(
            is_at_most(
                (first_dose - taken_end).days, larger_of(_7, multiplied(_5, half_life.value))
            ),
            taken_start <= first_dose,
        )
    elif (
        taken_end == "ongoing"
        and type(taken_start) is date
        and type(first_dose) is date
        and half_life is not None
        and not half_life.bound
        and type(half_life.value) is Decimal
        and half_life.value >= 0
    ):
        part = taken_start <= first_dose
    else:
        part = exclusion_11_clauses.in_full(4, p, drugs_1=drugs_1)
    if part:
        return True
    if part is None:
        unknown = True
    # line 460: all of these
    part = _exclusion_11_3(p, drugs_1)
    if part:
        return True
    return None if unknown or part is None else False


def _exclusion_11_3(p: Patient, drugs_1: Drug) -> bool | None:
    """Line 460: all of these."""
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_11_clauses.in_full(5, p, drugs_1=drugs_1)
    first_dose_less_14_days = first_dose and first_dose - _14_DAYS
    unknown = False
    # line 461: it is a potential enzyme inducer
    part: bool | None = drugs_1.inducer
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 462: it was ongoing at any time within 14 days before the first dosing day
    part = period_in(drugs_1.taken, first_dose, first_dose_less_14_days)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_11_4(drugs_1: Drug) -> bool | None:
    """Line 463: any of these."""
    unknown = False
    # line 464: it is acceptable to the investigator, as it will not interfere with the study procedures or compromise safety
    part: bool | None = drugs_1.site_accepts
    if part is False:
        return True
    if part is None:
        unknown = True
    # line 465: it is acceptable to the GSK Medical Monitor, as it will not interfere with the study procedures or compromise safety
    part = drugs_1.monitor_accepts
    if part is False:
        return True
    return None if unknown or part is None else False


def exclusion_12(p: Patient) -> bool | None:
    """History of sensitivity to any of the study medications, or components thereof or a …

    Source: criteria/NCT01521390.crit, lines 473–486.
    """
    unknown = False
    # line 478: the subject has been sensitive to any of the study medications
    part: bool | None = p.drug_sensitivity
    if part:
        return False
    if part is None:
        unknown = True
    # line 479: the subject has been sensitive to a component of the study medications
    part = p.component_sensitivity
    if part:
        return False
    if part is None:
        unknown = True
    # line 480: all of these
    part = _exclusion_12_2(p)
    if part:
        return False
    return None if unknown or part is None else True


def _exclusion_12_2(p: Patient) -> bool | None:
    """Line 480: all of these."""
    unknown = False
    # line 481: the subject has had a drug allergy or another allergy
    part: bool | None = p.other_allergy
    if part is False:
        return False
    if part is None:
        unknown = True
    # line 482: any of these
    part = _exclusion_12_3(p)
    if part is False:
        return False
    return None if unknown or part is None else True


def _exclusion_12_3(p: Patient) -> bool | None:
    """Line 482: any of these."""
    unknown = False
    # line 483: Is the allergy a contraindication, as the investigator sees it?
    part: bool | None = p.allergy_bars_investigator
    if part:
        return True
    if part is None:
        unknown = True
    # line 484: Is the allergy a contraindication, as the GSK Medical Monitor sees it?
    part = p.allergy_bars_monitor
    if part:
        return True
    return None if unknown or part is None else False


def exclusion_13(p: Patient) -> bool | None:
    """Where participation in the study would result in donation of blood or blood …

    Source: criteria/NCT01521390.crit, lines 493–503.
    """
    # line 496: donations of blood and blood products: at least one where it is taken in this study, and the total volume of donations of blood and blood products, counting those where the date is less than 56 days before the date of this one, is above 500 mL
    part: bool | None = None
    if p.blood_losses is not None:
        part = False if p.blood_losses.complete else None
        for blood_losses_1 in p.blood_losses.items:
            doubt = False
            # line 497: it is taken in this study
            hit: bool | None = blood_losses_1.in_study
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 499: total volume of donations of blood and blood products, counting those where the date is less than 56 days before the date: above 500 mL
            hit = _exclusion_13_2(p, blood_losses_1)
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    return None if part is None else not part


def _exclusion_13_2(p: Patient, blood_losses_1: BloodLossesRecord) -> bool | None:
    """Line 499: total volume of donations of blood and blood products, counting those where the
    date is less than 56 days before the date: above 500 mL.
    """
    blood_losses_volume: list[Decimal | int] | None = None
    if p.blood_losses is not None and p.blood_losses.complete:
        blood_losses_volume = []
        for blood_losses_2 in p.blood_losses.items:
            # line 498: date: less than 56 days before the date
            lost_on = blood_losses_1.lost_on
            if lost_on is not None and type(lost_on) is not date:
                return exclusion_13_clauses.in_full(4, p, blood_losses_1=blood_losses_1)
            lost_on_less_55_days = lost_on and lost_on - _55_DAYS
            lost_on = blood_losses_1.lost_on
            if lost_on is not None and type(lost_on) is not date:
                return exclusion_13_clauses.in_full(4, p, blood_losses_1=blood_losses_1)
            lost_on_ = blood_losses_2.lost_on
            hit: bool | None = (
                lost_on_less_55_days <= lost_on_ <= lost_on
                if lost_on_less_55_days and lost_on and type(lost_on_) is date
                else day_in(lost_on_, lost_on_less_55_days, lost_on)
            )
            if hit:
                amount = blood_losses_2.volume
                if amount is None or amount.bound or type(amount.value) is not Decimal:
                    blood_losses_volume = None
                    break
                blood_losses_volume.append(amount.value)
                continue
            if hit is None:
                blood_losses_volume = None
                break
    return (
        total_of(blood_losses_volume) > _500
        if blood_losses_volume is not None
        else exclusion_13_clauses.in_full(4, p, blood_losses_1=blood_losses_1)
    )


def exclusion_14(p: Patient) -> bool | None:
    """Pregnant females as determined by positive serum or urine hCG test at screening or …

    Source: criteria/NCT01521390.crit, lines 507–523.
    """
    applies = exclusion_14_applies(p)
    if applies is False:
        return True
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_14_clauses.in_full(0, p)
    first_dose = p.first_dose
    if first_dose is not None and type(first_dose) is not date:
        return exclusion_14_clauses.in_full(0, p)
    unknown = False
    # line 514: latest pregnancy test (hCG in serum or urine) at the screening visit: positive
    part: bool | None = None
    if p.pregnancy_test is not None and p.pregnancy_test.complete:
        latest: PregnancyTestRecord | None = None
        latest_day: date | None = None
        open_day: date | None = None
        for pregnancy_test_1 in p.pregnancy_test.items:
            # line 511: visit of pregnancy test (hCG in serum or urine): date of the screening visit
            hit: bool | None = (
                None if pregnancy_test_1.visit is None else pregnancy_test_1.visit == "screening"
            )
            if hit:
                on = pregnancy_test_1.date
                if type(on) is not date or on == latest_day:
                    part = exclusion_14_clauses.in_full(2, p)
                    break
                if latest_day is None or on > latest_day:
                    latest, latest_day = pregnancy_test_1, on
                continue
            if hit is None:
                on = pregnancy_test_1.date
                if type(on) is not date:
                    part = exclusion_14_clauses.in_full(2, p)
                    break
                if open_day is None or on > open_day:
                    open_day = on
                continue
        else:
            if open_day is not None and not_before(open_day, latest_day):
                part = exclusion_14_clauses.in_full(2, p)
            elif latest is not None:
                part = None if latest.value is None else latest.value == "positive"
    if part:
        return False if applies else None
    if part is None:
        unknown = True
    # line 515: latest pregnancy test (hCG in serum or urine) on the first dosing day: positive
    part = None
    if p.pregnancy_test is not None and p.pregnancy_test.complete:
        latest_: PregnancyTestRecord | None = None
        latest_day_: date | None = None
        open_day_: date | None = None
        for pregnancy_test_2 in p.pregnancy_test.items:
            # line 512: visit of pregnancy test (hCG in serum or urine): first dosing day (planned or given)
            hit = None if pregnancy_test_2.visit is None else pregnancy_test_2.visit == "first_dose"
            if hit:
                on = pregnancy_test_2.date
                if type(on) is not date or on == latest_day_:
                    part = exclusion_14_clauses.in_full(5, p)
                    break
                if latest_day_ is None or on > latest_day_:
                    latest_, latest_day_ = pregnancy_test_2, on
                continue
            if hit is None:
                on = pregnancy_test_2.date
                if type(on) is not date:
                    part = exclusion_14_clauses.in_full(5, p)
                    break
                if open_day_ is None or on > open_day_:
                    open_day_ = on
                continue
        else:
            if open_day_ is not None and not_before(open_day_, latest_day_):
                part = exclusion_14_clauses.in_full(5, p)
            elif latest_ is not None:
                part = None if latest_.value is None else latest_.value == "positive"
    if part:
        return False if applies else None
    if part is None:
        unknown = True
    # line 516: pregnancy test (hCG in serum or urine): at least one result that is positive, on or after the screening visit and on or before the first dosing day
    part = None
    if p.pregnancy_test is not None:
        part = False if p.pregnancy_test.complete else None
        for pregnancy_test_3 in p.pregnancy_test.items:
            doubt = False
            # line 517: measured on or after the screening visit
            date_ = pregnancy_test_3.date
            hit = (
                date_ >= screening
                if screening and type(date_) is date
                else day_from(date_, screening)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 518: measured on or before the first dosing day
            date_ = pregnancy_test_3.date
            hit = (
                date_ <= first_dose
                if first_dose and type(date_) is date
                else day_by(date_, first_dose)
            )
            if hit is False:
                continue
            if hit is None:
                doubt = True
            # line 519: pregnancy test (hCG in serum or urine): positive
            hit = None if pregnancy_test_3.value is None else pregnancy_test_3.value == "positive"
            if hit is False:
                continue
            if doubt or hit is None:
                part = None
                continue
            part = True
            break
    if part:
        return False if applies else None
    return None if unknown or part is None else True


def exclusion_14_applies(p: Patient) -> bool | None:
    """Whether exclusion 14 applies to the patient."""
    return None if p.sex is None else p.sex == "female"


def exclusion_15(p: Patient) -> bool | None:
    """Lactating females.

    Source: criteria/NCT01521390.crit, lines 525–528.
    """
    applies = exclusion_15_applies(p)
    if applies is False:
        return True
    # line 528: she is lactating
    part: bool | None = p.lactating
    if part:
        return False if applies else None
    if part is None:
        return None
    return True


def exclusion_15_applies(p: Patient) -> bool | None:
    """Whether exclusion 15 applies to the patient."""
    return None if p.sex is None else p.sex == "female"


def exclusion_16(p: Patient) -> bool | None:
    """Unwillingness or inability to follow the procedures outlined in the protocol.

    Source: criteria/NCT01521390.crit, lines 530–534.
    """
    unknown = False
    # line 533: the subject is unwilling to follow the procedures outlined in the protocol
    part: bool | None = p.unwilling
    if part:
        return False
    if part is None:
        unknown = True
    # line 534: the subject is unable to follow the procedures outlined in the protocol
    part = p.unable
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_17(p: Patient) -> bool | None:
    """Subject is mentally or legally incapacitated.

    Source: criteria/NCT01521390.crit, lines 536–540.
    """
    unknown = False
    # line 539: the subject is mentally incapacitated
    part: bool | None = p.mentally_incapacitated
    if part:
        return False
    if part is None:
        unknown = True
    # line 540: the subject is legally incapacitated
    part = p.legally_incapacitated
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_18(p: Patient) -> bool | None:
    """Subject who has asthma or a history of asthma or bronchoconstriction.

    Source: criteria/NCT01521390.crit, lines 542–548.
    """
    unknown = False
    # line 545: the subject has asthma, or a history of it
    part: bool | None = p.asthma
    if part:
        return False
    if part is None:
        unknown = True
    # line 546: the subject has bronchoconstriction, or a history of it
    part = p.bronchoconstriction
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_19(p: Patient) -> bool | None:
    """Urinary cotinine levels indicative of smoking or history or regular use of tobacco …

    Source: criteria/NCT01521390.crit, lines 552–561.
    """
    screening = p.screening
    if screening is not None and type(screening) is not date:
        return exclusion_19_clauses.in_full(0, p)
    screening_less_6_months = screening and months_from(screening, -6)
    unknown = False
    # line 556: Is urinary cotinine indicative of smoking?
    part: bool | None = p.cotinine_of_smoker
    if part:
        return False
    if part is None:
        unknown = True
    # line 557: last use, up to screening, of tobacco or a product that contains nicotine: within 6 months before the screening visit
    last_nicotine = p.last_nicotine
    part = (
        screening_less_6_months <= last_nicotine <= screening
        if screening_less_6_months and screening and type(last_nicotine) is date
        else day_in(last_nicotine, screening_less_6_months, screening)
    )
    if part:
        return False
    return None if unknown or part is None else True


def exclusion_20(p: Patient) -> bool | None:
    """Subjects who are kept due to regulatory or juridical order in an institution.

    Source: criteria/NCT01521390.crit, lines 563–565.
    """
    # line 565: the subject is kept in an institution by order of an authority or a court
    part: bool | None = p.institution
    return None if part is None else not part


def exclusion_21(p: Patient) -> bool | None:
    """Subjects who are in military service.

    Source: criteria/NCT01521390.crit, lines 567–569.
    """
    # line 569: the subject is in military service
    part: bool | None = p.military_service
    return None if part is None else not part


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
        "I10": inclusion_10(p),
        "I11": inclusion_11(p),
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
        between(
            22,
            "age at signing the informed consent: from 18 to 65 years",
            Age("years", DateOf(fact("birth_date")), DateOf(fact("consent"))),
            Const(18),
            Const(65),
        ),
    )


@Tree
def inclusion_2_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            34,
            Asked(35, "the medical history has been taken", fact("history_taken")),
            Asked(36, "the physical examination has been done", fact("physical_examination_done")),
            Asked(37, "the laboratory tests have been done", fact("laboratory_tests_done")),
            Asked(38, "cardiac monitoring has been done", fact("cardiac_monitoring_done")),
            judged(
                39,
                "the subject is healthy, based on the medical evaluation (history, examination, laboratory tests, cardiac monitoring)",
                fact("healthy"),
            ),
            HowMany(
                40,
                "clinically significant abnormalities, and laboratory parameters outside the reference range: none, or for each of them: it is unlikely to introduce additional risk factors, and it is compatible with the study procedures, so that it will not interfere with them",
                Count(
                    Listing(
                        "findings",
                        "findings_1",
                        Not(
                            all_of(
                                41,
                                judged(
                                    42,
                                    "it is unlikely to introduce additional risk factors",
                                    field("findings_1", "risk_unlikely"),
                                ),
                                judged(
                                    43,
                                    "it is compatible with the study procedures, so that it will not interfere with them",
                                    field("findings_1", "without_interference"),
                                ),
                            ),
                        ),
                    ),
                ),
                None,
                0,
            ),
        ),
    )


@Tree
def inclusion_3_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            80,
            Asked(81, "she has a documented tubal ligation", fact("tubal_ligation")),
            Asked(82, "she has a documented hysterectomy", fact("hysterectomy")),
            all_of(
                83,
                falls(
                    84,
                    "last menstruation 12 months or more before the screening visit",
                    DateOf(fact("last_menstruation"), or_none=True),
                    Window(
                        "at least",
                        Length(Const(12), "month", whole=True),
                        "before",
                        DateOf(fact("screening")),
                    ),
                ),
                Asked(85, "her amenorrhoea is spontaneous", fact("spontaneous_amenorrhoea")),
                any_of(
                    86,
                    Not(
                        judged(
                            87,
                            "her menopausal status is questionable",
                            fact("menopause_questionable"),
                        ),
                        "her menopausal status is not questionable",
                    ),
                    all_of(
                        88,
                        Selected(
                            89,
                            "latest follicle stimulating hormone (FSH) on or before the first dosing day: above 40 mIU/mL",
                            "latest",
                            Listing(
                                "fsh",
                                "fsh_1",
                                compare(
                                    78,
                                    "measured on or before the first dosing day",
                                    DateOf(field("fsh_1", "date")),
                                    "<=",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                            DateOf(field("fsh_1", "date")),
                            compare(
                                89,
                                "follicle stimulating hormone (FSH): above 40 mIU/mL",
                                Value(field("fsh_1", "value"), low=0),
                                ">",
                                Const(40),
                            ),
                        ),
                        Selected(
                            90,
                            "latest estradiol on the day of the latest follicle stimulating hormone (FSH) on or before the first dosing day: below 40 pg/mL",
                            "latest",
                            Listing(
                                "fsh",
                                "fsh_2",
                                compare(
                                    78,
                                    "measured on or before the first dosing day",
                                    DateOf(field("fsh_2", "date")),
                                    "<=",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                            DateOf(field("fsh_2", "date")),
                            Selected(
                                90,
                                "latest estradiol on the day of the follicle stimulating hormone (FSH): below 40 pg/mL",
                                "latest",
                                Listing(
                                    "estradiol",
                                    "estradiol_1",
                                    compare(
                                        79,
                                        "measured on the day of the follicle stimulating hormone (FSH)",
                                        DateOf(field("estradiol_1", "date")),
                                        "=",
                                        DateOf(field("fsh_2", "date")),
                                    ),
                                ),
                                DateOf(field("estradiol_1", "date")),
                                compare(
                                    90,
                                    "estradiol below 40 pg/mL",
                                    Value(field("estradiol_1", "value"), low=0),
                                    "<",
                                    Const(40),
                                ),
                            ),
                        ),
                        any_of(
                            91,
                            IsOneOf(
                                92,
                                "last day of hormone replacement therapy (HRT) before the blood draw for FSH: never",
                                fact("last_hrt"),
                                "none",
                            ),
                            all_of(
                                93,
                                Selected(
                                    94,
                                    "last day of hormone replacement therapy (HRT) before the blood draw for FSH: 2 weeks or more before the day of the latest follicle stimulating hormone (FSH) on or before the first dosing day",
                                    "latest",
                                    Listing(
                                        "fsh",
                                        "fsh_3",
                                        compare(
                                            78,
                                            "measured on or before the first dosing day",
                                            DateOf(field("fsh_3", "date")),
                                            "<=",
                                            DateOf(fact("first_dose")),
                                        ),
                                    ),
                                    DateOf(field("fsh_3", "date")),
                                    falls(
                                        94,
                                        "last day of hormone replacement therapy (HRT) before the blood draw for FSH: 2 weeks or more before the day of the follicle stimulating hormone (FSH)",
                                        DateOf(fact("last_hrt"), or_none=True),
                                        Window(
                                            "at least",
                                            Length(Const(2), "week"),
                                            "before",
                                            DateOf(field("fsh_3", "date")),
                                        ),
                                    ),
                                ),
                                judged(
                                    95,
                                    "Was the time without HRT before the blood draw long enough for its type and dosage?",
                                    fact("hrt_interval_sufficient"),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            all_of(
                96,
                Asked(
                    97,
                    "she agrees to use one of the contraception methods listed in Section 8.1 of the protocol",
                    fact("listed_method_agreed"),
                ),
                judged(
                    98,
                    "she will use contraception for an appropriate period (as the product label or the investigator says) before dosing starts",
                    fact("method_begun_in_time"),
                ),
                Asked(
                    99,
                    "she agrees to use contraception until 10 days after the last dose",
                    fact("contraception_after_agreed"),
                ),
            ),
        ),
        IsOneOf(77, "sex: female", fact("sex"), "female"),
    )


@Tree
def inclusion_4_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            125,
            Selected(
                126,
                "latest body weight at the screening visit: at least 50 kg",
                "latest",
                Listing(
                    "weight",
                    "weight_1",
                    IsOneOf(
                        124,
                        "visit of body weight: date of the screening visit",
                        field("weight_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("weight_1", "date")),
                compare(
                    126,
                    "body weight at least 50 kg",
                    Value(field("weight_1", "value"), low=0),
                    ">=",
                    Const(50),
                ),
            ),
            Selected(
                127,
                "body mass index at the screening visit: from 19.0 to 29.9 kg/m²",
                "latest",
                Listing(
                    "weight",
                    "weight_2",
                    IsOneOf(
                        124,
                        "visit of body weight: date of the screening visit",
                        field("weight_2", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("weight_2", "date")),
                Selected(
                    127,
                    "body mass index at the screening visit: from 19.0 to 29.9 kg/m²",
                    "latest",
                    Listing(
                        "height",
                        "height_1",
                        IsOneOf(
                            124,
                            "visit of body height: date of the screening visit",
                            field("height_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("height_1", "date")),
                    between(
                        127,
                        "body mass index: from 19.0 to 29.9 kg/m²",
                        Quotient(
                            Value(field("weight_2", "value"), low=0),
                            Power(
                                Convert(Value(field("height_1", "value"), low=0), "0.01"),
                                Const(2),
                            ),
                        ),
                        Const(19),
                        Const("29.9"),
                        worth=Worth("Body mass index", "kg/m²"),
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_5_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            140,
            Selected(
                141,
                "latest FEV1, per cent of predicted at the screening visit: at least 80 %",
                "latest",
                Listing(
                    "fev1_predicted",
                    "fev1_predicted_1",
                    IsOneOf(
                        139,
                        "visit of FEV1, per cent of predicted: date of the screening visit",
                        field("fev1_predicted_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("fev1_predicted_1", "date")),
                compare(
                    141,
                    "FEV1, per cent of predicted: at least 80 %",
                    Value(field("fev1_predicted_1", "value"), low=0),
                    ">=",
                    Const(80),
                ),
            ),
            Selected(
                142,
                "FEV1/FVC ratio at the screening visit: at least 70 %",
                "latest",
                Listing(
                    "fev1",
                    "fev1_1",
                    IsOneOf(
                        139,
                        "visit of FEV1: date of the screening visit",
                        field("fev1_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("fev1_1", "date")),
                Selected(
                    142,
                    "FEV1/FVC ratio at the screening visit: at least 70 %",
                    "latest",
                    Listing(
                        "fvc",
                        "fvc_1",
                        IsOneOf(
                            139,
                            "visit of FVC: date of the screening visit",
                            field("fvc_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("fvc_1", "date")),
                    compare(
                        142,
                        "FEV1/FVC ratio: at least 70 %",
                        Convert(
                            Quotient(
                                Value(field("fev1_1", "value"), low=0),
                                Value(field("fvc_1", "value"), low=0),
                            ),
                            100,
                        ),
                        ">=",
                        Const(70),
                        worth=Worth("FEV1/FVC ratio", "%"),
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_6_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            170,
            HowMany(
                171,
                "tests of the response to inhaled ipratropium bromide: at least one where the test is on or after the screening visit, and the test is on or before the first dosing day, and the dose of ipratropium bromide inhaled is exactly 80 µg, and increase in specific airway conductance (sGaw) over the pre-dose baseline is at least 25 %",
                Count(
                    Listing(
                        "ipratropium_tests",
                        "ipratropium_tests_1",
                        all_of(
                            171,
                            compare(
                                172,
                                "test on or after the screening visit",
                                DateOf(field("ipratropium_tests_1", "tested_on")),
                                ">=",
                                DateOf(fact("screening")),
                            ),
                            compare(
                                173,
                                "test on or before the first dosing day",
                                DateOf(field("ipratropium_tests_1", "tested_on")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            compare(
                                174,
                                "dose of ipratropium bromide inhaled: exactly 80 µg",
                                Value(field("ipratropium_tests_1", "dose"), low=0),
                                "=",
                                Const(80),
                            ),
                            compare(
                                175,
                                "increase in specific airway conductance (sGaw) over the pre-dose baseline: at least 25 %",
                                Convert(
                                    Quotient(
                                        Sum(
                                            Value(
                                                field("ipratropium_tests_1", "sgaw_after"),
                                                low=0,
                                            ),
                                            "-",
                                            Value(
                                                field("ipratropium_tests_1", "sgaw_before"),
                                                low=0,
                                            ),
                                        ),
                                        Value(field("ipratropium_tests_1", "sgaw_before"), low=0),
                                    ),
                                    100,
                                ),
                                ">=",
                                Const(25),
                                worth=Worth(
                                    "Increase in specific airway conductance (sGaw) over the pre-dose baseline",
                                    "%",
                                ),
                            ),
                        ),
                    ),
                ),
                1,
            ),
            HowMany(
                176,
                "tests of the response to inhaled ipratropium bromide: at least one where the result is documented, and the test is within 3 months before the screening visit, and the dose of ipratropium bromide inhaled is exactly 80 µg, and increase in specific airway conductance (sGaw) over the pre-dose baseline is at least 25 %",
                Count(
                    Listing(
                        "ipratropium_tests",
                        "ipratropium_tests_2",
                        all_of(
                            176,
                            Asked(
                                177,
                                "the result is documented",
                                field("ipratropium_tests_2", "documented"),
                            ),
                            falls(
                                178,
                                "test within 3 months before the screening visit",
                                DateOf(field("ipratropium_tests_2", "tested_on")),
                                Window(
                                    "within",
                                    Length(Const(3), "month", whole=True),
                                    "before",
                                    DateOf(fact("screening")),
                                ),
                            ),
                            compare(
                                179,
                                "dose of ipratropium bromide inhaled: exactly 80 µg",
                                Value(field("ipratropium_tests_2", "dose"), low=0),
                                "=",
                                Const(80),
                            ),
                            compare(
                                180,
                                "increase in specific airway conductance (sGaw) over the pre-dose baseline: at least 25 %",
                                Convert(
                                    Quotient(
                                        Sum(
                                            Value(
                                                field("ipratropium_tests_2", "sgaw_after"),
                                                low=0,
                                            ),
                                            "-",
                                            Value(
                                                field("ipratropium_tests_2", "sgaw_before"),
                                                low=0,
                                            ),
                                        ),
                                        Value(field("ipratropium_tests_2", "sgaw_before"), low=0),
                                    ),
                                    100,
                                ),
                                ">=",
                                Const(25),
                                worth=Worth(
                                    "Increase in specific airway conductance (sGaw) over the pre-dose baseline",
                                    "%",
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
def inclusion_7_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            200,
            Selected(
                201,
                "latest aspartate aminotransferase (AST) at the screening visit: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "ast",
                    "ast_1",
                    IsOneOf(
                        199,
                        "visit of aspartate aminotransferase (AST): date of the screening visit",
                        field("ast_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("ast_1", "date")),
                compare(
                    201,
                    "aspartate aminotransferase (AST) at most 1.5 times the upper limit of normal",
                    Value(field("ast_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("ast_1", "value"))),
                ),
            ),
            Selected(
                202,
                "latest alanine aminotransferase (ALT) at the screening visit: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "alt",
                    "alt_1",
                    IsOneOf(
                        199,
                        "visit of alanine aminotransferase (ALT): date of the screening visit",
                        field("alt_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("alt_1", "date")),
                compare(
                    202,
                    "alanine aminotransferase (ALT) at most 1.5 times the upper limit of normal",
                    Value(field("alt_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("alt_1", "value"))),
                ),
            ),
            Selected(
                203,
                "latest alkaline phosphatase at the screening visit: at most 1.5 times the upper limit of normal",
                "latest",
                Listing(
                    "alp",
                    "alp_1",
                    IsOneOf(
                        199,
                        "visit of alkaline phosphatase: date of the screening visit",
                        field("alp_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("alp_1", "date")),
                compare(
                    203,
                    "alkaline phosphatase at most 1.5 times the upper limit of normal",
                    Value(field("alp_1", "value"), low=0),
                    "<=",
                    Product(Const("1.5"), Limit("uln", field("alp_1", "value"))),
                ),
            ),
            accepted_if(
                204,
                Selected(
                    204,
                    "latest total bilirubin at the screening visit: at most 1.5 times the upper limit of normal",
                    "latest",
                    Listing(
                        "bilirubin",
                        "bilirubin_1",
                        IsOneOf(
                            199,
                            "visit of total bilirubin: date of the screening visit",
                            field("bilirubin_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("bilirubin_1", "date")),
                    compare(
                        204,
                        "total bilirubin at most 1.5 times the upper limit of normal",
                        Value(field("bilirubin_1", "value"), low=0),
                        "<=",
                        Product(Const("1.5"), Limit("uln", field("bilirubin_1", "value"))),
                    ),
                ),
                Selected(
                    205,
                    "latest direct bilirubin at the screening visit divided by latest total bilirubin at the screening visit: below 35 %",
                    "latest",
                    Listing(
                        "direct_bilirubin",
                        "direct_bilirubin_1",
                        IsOneOf(
                            199,
                            "visit of direct bilirubin: date of the screening visit",
                            field("direct_bilirubin_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("direct_bilirubin_1", "date")),
                    Selected(
                        205,
                        "direct bilirubin divided by latest total bilirubin at the screening visit: below 35 %",
                        "latest",
                        Listing(
                            "bilirubin",
                            "bilirubin_2",
                            IsOneOf(
                                199,
                                "visit of total bilirubin: date of the screening visit",
                                field("bilirubin_2", "visit"),
                                "screening",
                            ),
                        ),
                        DateOf(field("bilirubin_2", "date")),
                        compare(
                            205,
                            "direct bilirubin divided by total bilirubin: below 35 %",
                            Quotient(
                                Value(field("direct_bilirubin_1", "value"), low=0),
                                Value(field("bilirubin_2", "value"), low=0),
                            ),
                            "<",
                            Const("0.35"),
                        ),
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_8_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            219,
            Not(
                judged(
                    220,
                    "significant abnormality on the 12-lead ECG at screening",
                    fact("ecg_abnormal"),
                ),
                "no significant abnormality on the 12-lead ECG at screening",
            ),
            Selected(
                221,
                "QT interval corrected for heart rate (Fridericia) at the screening visit: below 450 ms",
                "latest",
                Listing(
                    "qt",
                    "qt_1",
                    IsOneOf(
                        218,
                        "visit of QT interval of the 12-lead ECG, uncorrected: date of the screening visit",
                        field("qt_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("qt_1", "date")),
                Selected(
                    221,
                    "QT interval corrected for heart rate (Fridericia) at the screening visit: below 450 ms",
                    "latest",
                    Listing(
                        "ecg_rate",
                        "ecg_rate_1",
                        IsOneOf(
                            218,
                            "visit of heart rate of the same ECG: date of the screening visit",
                            field("ecg_rate_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("ecg_rate_1", "date")),
                    compare(
                        221,
                        "QT interval corrected for heart rate (Fridericia): below 450 ms",
                        Product(
                            Value(field("qt_1", "value"), low=0),
                            Power(
                                Quotient(Value(field("ecg_rate_1", "value"), low=0), Const(60)),
                                Quotient(Const(1), Const(3)),
                            ),
                        ),
                        "<",
                        Const(450),
                        worth=Worth("QT interval corrected for heart rate (Fridericia)", "ms"),
                    ),
                ),
            ),
        ),
    )


@Tree
def inclusion_9_clauses() -> Clause:
    return Criterion(
        False,
        any_of(
            234,
            IsOneOf(235, "last day of smoking: never", fact("last_smoked"), "none"),
            all_of(
                236,
                falls(
                    237,
                    "last day of smoking: more than 6 months before the screening visit",
                    DateOf(fact("last_smoked"), or_none=True),
                    Window(
                        "more than",
                        Length(Const(6), "month", whole=True),
                        "before",
                        DateOf(fact("screening")),
                    ),
                ),
                compare(
                    238,
                    "pack-years of smoking: below 10",
                    Product(
                        Quotient(Value(fact("cigarettes_per_day"), low=0), Const(20)),
                        Value(fact("years_smoked"), low=0),
                    ),
                    "<",
                    Const(10),
                    worth=Worth("Pack-years of smoking", ""),
                ),
            ),
        ),
    )


@Tree
def inclusion_10_clauses() -> Clause:
    return Criterion(
        False,
        judged(
            246,
            "the subject is able to use the Novel DPI satisfactorily",
            fact("uses_inhaler"),
        ),
    )


@Tree
def inclusion_11_clauses() -> Clause:
    return Criterion(
        False,
        all_of(
            254,
            judged(
                255,
                "the subject is capable of giving written informed consent",
                fact("can_consent"),
            ),
            Asked(256, "the subject has signed the informed consent form", fact("consent_signed")),
            Asked(257, "the subject has dated the informed consent form", fact("consent_dated")),
            Asked(
                258,
                "Does the signed form include compliance with the requirements and restrictions listed in it?",
                fact("consent_has_requirements"),
            ),
        ),
    )


@Tree
def exclusion_1_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            267,
            compare(
                268,
                "mean of all results of supine heart rate at the screening visit: below 40 /min",
                MeanOfLast(
                    0,
                    Listing(
                        "supine_heart_rate",
                        "supine_heart_rate_1",
                        IsOneOf(
                            266,
                            "visit of supine heart rate: date of the screening visit",
                            field("supine_heart_rate_1", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("supine_heart_rate_1", "date")),
                    Value(field("supine_heart_rate_1", "value"), low=0),
                ),
                "<",
                Const(40),
                worth=Worth("Mean", "/min"),
            ),
            compare(
                269,
                "mean of all results of supine heart rate at the screening visit: above 90 /min",
                MeanOfLast(
                    0,
                    Listing(
                        "supine_heart_rate",
                        "supine_heart_rate_2",
                        IsOneOf(
                            266,
                            "visit of supine heart rate: date of the screening visit",
                            field("supine_heart_rate_2", "visit"),
                            "screening",
                        ),
                    ),
                    DateOf(field("supine_heart_rate_2", "date")),
                    Value(field("supine_heart_rate_2", "value"), low=0),
                ),
                ">",
                Const(90),
                worth=Worth("Mean", "/min"),
            ),
        ),
    )


@Tree
def exclusion_2_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            282,
            HowMany(
                283,
                "supine blood pressure readings of the screening visit: at least two where the systolic blood pressure is above 140 mmHg, or the diastolic blood pressure is above 90 mmHg",
                Count(
                    Listing(
                        "blood_pressures",
                        "blood_pressures_1",
                        any_of(
                            283,
                            compare(
                                284,
                                "systolic blood pressure above 140 mmHg",
                                Value(field("blood_pressures_1", "systolic"), low=0),
                                ">",
                                Const(140),
                            ),
                            compare(
                                285,
                                "diastolic blood pressure above 90 mmHg",
                                Value(field("blood_pressures_1", "diastolic"), low=0),
                                ">",
                                Const(90),
                            ),
                        ),
                    ),
                ),
                2,
            ),
            all_of(
                286,
                HowMany(
                    287,
                    "supine blood pressure readings of the screening visit: none where the systolic blood pressure is at most 140 mmHg, and the diastolic blood pressure is at most 90 mmHg",
                    Count(
                        Listing(
                            "blood_pressures",
                            "blood_pressures_2",
                            all_of(
                                287,
                                compare(
                                    288,
                                    "systolic blood pressure at most 140 mmHg",
                                    Value(field("blood_pressures_2", "systolic"), low=0),
                                    "<=",
                                    Const(140),
                                ),
                                compare(
                                    289,
                                    "diastolic blood pressure at most 90 mmHg",
                                    Value(field("blood_pressures_2", "diastolic"), low=0),
                                    "<=",
                                    Const(90),
                                ),
                            ),
                        ),
                    ),
                    None,
                    0,
                ),
                any_of(
                    290,
                    compare(
                        291,
                        "highest systolic blood pressure in supine blood pressure readings of the screening visit: above 140 mmHg",
                        Highest(
                            Listing(
                                "blood_pressures",
                                "blood_pressures_3",
                                Truth(0, "holds always", True),
                            ),
                            Value(field("blood_pressures_3", "systolic"), low=0),
                        ),
                        ">",
                        Const(140),
                        worth=Worth("Highest", "mmHg"),
                    ),
                    compare(
                        292,
                        "highest diastolic blood pressure in supine blood pressure readings of the screening visit: above 90 mmHg",
                        Highest(
                            Listing(
                                "blood_pressures",
                                "blood_pressures_4",
                                Truth(0, "holds always", True),
                            ),
                            Value(field("blood_pressures_4", "diastolic"), low=0),
                        ),
                        ">",
                        Const(90),
                        worth=Worth("Highest", "mmHg"),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_3_clauses() -> Clause:
    return Criterion(
        True,
        Asked(300, "the subject has had a symptomatic arrhythmia", fact("symptomatic_arrhythmia")),
    )


@Tree
def exclusion_4_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            314,
            Selected(
                315,
                "latest Hepatitis B surface antigen (HBsAg) on or before the first dosing day and within 3 months before or after the screening visit: positive",
                "latest",
                Listing(
                    "hbsag",
                    "hbsag_1",
                    all_of(
                        308,
                        falls(
                            309,
                            "measured within 3 months before or after the screening visit",
                            DateOf(field("hbsag_1", "date")),
                            Window(
                                "within",
                                Length(Const(3), "month", whole=True),
                                "around",
                                DateOf(fact("screening")),
                            ),
                        ),
                        compare(
                            310,
                            "measured on or before the first dosing day",
                            DateOf(field("hbsag_1", "date")),
                            "<=",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
                DateOf(field("hbsag_1", "date")),
                IsOneOf(
                    315,
                    "Hepatitis B surface antigen (HBsAg): positive",
                    field("hbsag_1", "value"),
                    "positive",
                ),
            ),
            HowMany(
                316,
                "Hepatitis B surface antigen (HBsAg): at least one result that is positive, on or before the first dosing day and within 3 months before or after the screening visit",
                Count(
                    Listing(
                        "hbsag",
                        "hbsag_2",
                        all_of(
                            316,
                            falls(
                                317,
                                "measured within 3 months before or after the screening visit",
                                DateOf(field("hbsag_2", "date")),
                                Window(
                                    "within",
                                    Length(Const(3), "month", whole=True),
                                    "around",
                                    DateOf(fact("screening")),
                                ),
                            ),
                            compare(
                                318,
                                "measured on or before the first dosing day",
                                DateOf(field("hbsag_2", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                319,
                                "Hepatitis B surface antigen (HBsAg): positive",
                                field("hbsag_2", "value"),
                                "positive",
                            ),
                        ),
                    ),
                ),
                1,
            ),
            Selected(
                320,
                "latest Hepatitis C antibody on or before the first dosing day and within 3 months before or after the screening visit: positive",
                "latest",
                Listing(
                    "hcv_antibody",
                    "hcv_antibody_1",
                    all_of(
                        311,
                        falls(
                            312,
                            "measured within 3 months before or after the screening visit",
                            DateOf(field("hcv_antibody_1", "date")),
                            Window(
                                "within",
                                Length(Const(3), "month", whole=True),
                                "around",
                                DateOf(fact("screening")),
                            ),
                        ),
                        compare(
                            313,
                            "measured on or before the first dosing day",
                            DateOf(field("hcv_antibody_1", "date")),
                            "<=",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
                DateOf(field("hcv_antibody_1", "date")),
                IsOneOf(
                    320,
                    "Hepatitis C antibody: positive",
                    field("hcv_antibody_1", "value"),
                    "positive",
                ),
            ),
            HowMany(
                321,
                "Hepatitis C antibody: at least one result that is positive, on or before the first dosing day and within 3 months before or after the screening visit",
                Count(
                    Listing(
                        "hcv_antibody",
                        "hcv_antibody_2",
                        all_of(
                            321,
                            falls(
                                322,
                                "measured within 3 months before or after the screening visit",
                                DateOf(field("hcv_antibody_2", "date")),
                                Window(
                                    "within",
                                    Length(Const(3), "month", whole=True),
                                    "around",
                                    DateOf(fact("screening")),
                                ),
                            ),
                            compare(
                                323,
                                "measured on or before the first dosing day",
                                DateOf(field("hcv_antibody_2", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                324,
                                "Hepatitis C antibody: positive",
                                field("hcv_antibody_2", "value"),
                                "positive",
                            ),
                        ),
                    ),
                ),
                1,
            ),
        ),
    )


@Tree
def exclusion_5_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            343,
            "diseases and abnormalities of the liver and the bile ducts, present and past: at least one where it is current or chronic, or the finding is another abnormality of the liver or the bile ducts (gallstones with symptoms among them), unless the finding is Gilbert's syndrome or gallstones without symptoms",
            Count(
                Listing(
                    "liver_findings",
                    "liver_findings_1",
                    unless(
                        343,
                        any_of(
                            343,
                            Asked(
                                344,
                                "it is current or chronic",
                                field("liver_findings_1", "current_or_chronic"),
                            ),
                            IsOneOf(
                                345,
                                "finding: another abnormality of the liver or the bile ducts (gallstones with symptoms among them)",
                                field("liver_findings_1", "kind"),
                                "abnormality",
                            ),
                        ),
                        IsOneOf(
                            346,
                            "finding: Gilbert's syndrome or gallstones without symptoms",
                            field("liver_findings_1", "kind"),
                            "gilbert",
                            "asymptomatic_gallstones",
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_6_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            363,
            Selected(
                364,
                "latest drug screen on or after the screening visit and on or before the first dosing day: positive",
                "latest",
                Listing(
                    "drug_screen",
                    "drug_screen_1",
                    all_of(
                        357,
                        compare(
                            358,
                            "measured on or after the screening visit",
                            DateOf(field("drug_screen_1", "date")),
                            ">=",
                            DateOf(fact("screening")),
                        ),
                        compare(
                            359,
                            "measured on or before the first dosing day",
                            DateOf(field("drug_screen_1", "date")),
                            "<=",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
                DateOf(field("drug_screen_1", "date")),
                IsOneOf(364, "drug screen: positive", field("drug_screen_1", "value"), "positive"),
            ),
            HowMany(
                365,
                "drug screen: at least one result that is positive, on or after the screening visit and on or before the first dosing day",
                Count(
                    Listing(
                        "drug_screen",
                        "drug_screen_2",
                        all_of(
                            365,
                            compare(
                                366,
                                "measured on or after the screening visit",
                                DateOf(field("drug_screen_2", "date")),
                                ">=",
                                DateOf(fact("screening")),
                            ),
                            compare(
                                367,
                                "measured on or before the first dosing day",
                                DateOf(field("drug_screen_2", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                368,
                                "drug screen: positive",
                                field("drug_screen_2", "value"),
                                "positive",
                            ),
                        ),
                    ),
                ),
                1,
            ),
            Selected(
                369,
                "latest alcohol screen on or after the screening visit and on or before the first dosing day: positive",
                "latest",
                Listing(
                    "alcohol_screen",
                    "alcohol_screen_1",
                    all_of(
                        360,
                        compare(
                            361,
                            "measured on or after the screening visit",
                            DateOf(field("alcohol_screen_1", "date")),
                            ">=",
                            DateOf(fact("screening")),
                        ),
                        compare(
                            362,
                            "measured on or before the first dosing day",
                            DateOf(field("alcohol_screen_1", "date")),
                            "<=",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
                DateOf(field("alcohol_screen_1", "date")),
                IsOneOf(
                    369,
                    "alcohol screen: positive",
                    field("alcohol_screen_1", "value"),
                    "positive",
                ),
            ),
            HowMany(
                370,
                "alcohol screen: at least one result that is positive, on or after the screening visit and on or before the first dosing day",
                Count(
                    Listing(
                        "alcohol_screen",
                        "alcohol_screen_2",
                        all_of(
                            370,
                            compare(
                                371,
                                "measured on or after the screening visit",
                                DateOf(field("alcohol_screen_2", "date")),
                                ">=",
                                DateOf(fact("screening")),
                            ),
                            compare(
                                372,
                                "measured on or before the first dosing day",
                                DateOf(field("alcohol_screen_2", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                373,
                                "alcohol screen: positive",
                                field("alcohol_screen_2", "value"),
                                "positive",
                            ),
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
            384,
            Selected(
                385,
                "latest HIV antibody on or before the first dosing day: positive",
                "latest",
                Listing(
                    "hiv_antibody",
                    "hiv_antibody_1",
                    compare(
                        383,
                        "measured on or before the first dosing day",
                        DateOf(field("hiv_antibody_1", "date")),
                        "<=",
                        DateOf(fact("first_dose")),
                    ),
                ),
                DateOf(field("hiv_antibody_1", "date")),
                IsOneOf(
                    385,
                    "HIV antibody: positive",
                    field("hiv_antibody_1", "value"),
                    "positive",
                ),
            ),
            HowMany(
                386,
                "HIV antibody: at least one result that is positive, on or before the first dosing day",
                Count(
                    Listing(
                        "hiv_antibody",
                        "hiv_antibody_2",
                        all_of(
                            0,
                            compare(
                                386,
                                "measured on or before the first dosing day",
                                DateOf(field("hiv_antibody_2", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                386,
                                "HIV antibody: positive",
                                field("hiv_antibody_2", "value"),
                                "positive",
                            ),
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
        HowMany(
            409,
            "habits of drinking alcohol: at least one where this habit was ongoing at any time within 6 months before the screening visit, and units of alcohol a week is above 21 if sex is male; otherwise units of alcohol a week is above 14",
            Count(
                Listing(
                    "drinking",
                    "drinking_1",
                    all_of(
                        0,
                        touches(
                            409,
                            "this habit was ongoing at any time within 6 months before the screening visit",
                            DateOf(field("drinking_1", "drunk"), "start"),
                            DateOf(field("drinking_1", "drunk"), "end"),
                            Window(
                                "within",
                                Length(Const(6), "month", whole=True),
                                "before",
                                DateOf(fact("screening")),
                            ),
                        ),
                        Alternatives(
                            409,
                            "units of alcohol a week is above 21 if sex is male; otherwise units of alcohol a week is above 14",
                            compare(
                                409,
                                "units of alcohol a week: above 14",
                                Sum(
                                    Sum(
                                        Sum(
                                            Value(field("drinking_1", "beer"), low=0),
                                            "+",
                                            Value(field("drinking_1", "wine"), low=0),
                                        ),
                                        "+",
                                        Value(field("drinking_1", "spirits"), low=0),
                                    ),
                                    "+",
                                    Quotient(
                                        Value(field("drinking_1", "other_alcohol"), low=0),
                                        Const(8),
                                    ),
                                ),
                                ">",
                                Const(14),
                                worth=Worth("Units of alcohol a week", ""),
                            ),
                            (
                                IsOneOf(410, "sex: male", fact("sex"), "male"),
                                compare(
                                    409,
                                    "units of alcohol a week: above 21",
                                    Sum(
                                        Sum(
                                            Sum(
                                                Value(field("drinking_1", "beer"), low=0),
                                                "+",
                                                Value(field("drinking_1", "wine"), low=0),
                                            ),
                                            "+",
                                            Value(field("drinking_1", "spirits"), low=0),
                                        ),
                                        "+",
                                        Quotient(
                                            Value(field("drinking_1", "other_alcohol"), low=0),
                                            Const(8),
                                        ),
                                    ),
                                    ">",
                                    Const(21),
                                    worth=Worth("Units of alcohol a week", ""),
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
def exclusion_9_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            428,
            "investigational products received in clinical trials: at least one where the last dose received is within 30 days, or within 5 times the half-life of the product, or within 2 times the duration of its biological effect, before the first dosing day, whichever is longest",
            Count(
                Listing(
                    "investigational_products",
                    "investigational_products_1",
                    falls(
                        428,
                        "last dose received within 30 days, or within 5 times the half-life of the product, or within 2 times the duration of its biological effect, before the first dosing day, whichever is longest",
                        DateOf(field("investigational_products_1", "last_received")),
                        Window(
                            "within",
                            ExtremeLength(
                                "longer",
                                Length(Const(30), "day"),
                                Length(
                                    Product(
                                        Const(5),
                                        Value(
                                            field(
                                                "investigational_products_1",
                                                "product_half_life",
                                            ),
                                            low=0,
                                        ),
                                    ),
                                    "day",
                                ),
                                Length(
                                    Product(
                                        Const(2),
                                        Value(
                                            field("investigational_products_1", "effect_duration"),
                                            low=0,
                                        ),
                                    ),
                                    "day",
                                ),
                            ),
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
def exclusion_10_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            440,
            "new chemical entities that the subject was exposed to: at least five where the last day of exposure is within 12 months before the first dosing day",
            Count(
                Listing(
                    "new_entities",
                    "new_entities_1",
                    falls(
                        440,
                        "last day of exposure: within 12 months before the first dosing day",
                        DateOf(field("new_entities_1", "last_exposed")),
                        Window(
                            "within",
                            Length(Const(12), "month", whole=True),
                            "before",
                            DateOf(fact("first_dose")),
                        ),
                    ),
                ),
            ),
            5,
        ),
    )


@Tree
def exclusion_11_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            458,
            "prescription and other drugs, vitamins, herbal and dietary supplements taken: at least one where it was ongoing at any time within 7 days, or within 5 times the half-life of the drug, before the first dosing day, whichever is longer, or both it is a potential enzyme inducer, and it was ongoing at any time within 14 days before the first dosing day, unless it is acceptable to the investigator, as it will not interfere with the study procedures or compromise safety, and it is acceptable to the GSK Medical Monitor, as it will not interfere with the study procedures or compromise safety",
            Count(
                Listing(
                    "drugs",
                    "drugs_1",
                    unless(
                        458,
                        any_of(
                            458,
                            touches(
                                459,
                                "it was ongoing at any time within 7 days, or within 5 times the half-life of the drug, before the first dosing day, whichever is longer",
                                DateOf(field("drugs_1", "taken"), "start"),
                                DateOf(field("drugs_1", "taken"), "end"),
                                Window(
                                    "within",
                                    ExtremeLength(
                                        "longer",
                                        Length(Const(7), "day"),
                                        Length(
                                            Product(
                                                Const(5),
                                                Value(field("drugs_1", "half_life"), low=0),
                                            ),
                                            "day",
                                        ),
                                    ),
                                    "before",
                                    DateOf(fact("first_dose")),
                                ),
                            ),
                            all_of(
                                460,
                                Asked(
                                    461,
                                    "it is a potential enzyme inducer",
                                    field("drugs_1", "inducer"),
                                ),
                                touches(
                                    462,
                                    "it was ongoing at any time within 14 days before the first dosing day",
                                    DateOf(field("drugs_1", "taken"), "start"),
                                    DateOf(field("drugs_1", "taken"), "end"),
                                    Window(
                                        "within",
                                        Length(Const(14), "day"),
                                        "before",
                                        DateOf(fact("first_dose")),
                                    ),
                                ),
                            ),
                        ),
                        all_of(
                            463,
                            judged(
                                464,
                                "it is acceptable to the investigator, as it will not interfere with the study procedures or compromise safety",
                                field("drugs_1", "site_accepts"),
                            ),
                            judged(
                                465,
                                "it is acceptable to the GSK Medical Monitor, as it will not interfere with the study procedures or compromise safety",
                                field("drugs_1", "monitor_accepts"),
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
            477,
            Asked(
                478,
                "the subject has been sensitive to any of the study medications",
                fact("drug_sensitivity"),
            ),
            Asked(
                479,
                "the subject has been sensitive to a component of the study medications",
                fact("component_sensitivity"),
            ),
            all_of(
                480,
                Asked(
                    481,
                    "the subject has had a drug allergy or another allergy",
                    fact("other_allergy"),
                ),
                any_of(
                    482,
                    judged(
                        483,
                        "Is the allergy a contraindication, as the investigator sees it?",
                        fact("allergy_bars_investigator"),
                    ),
                    judged(
                        484,
                        "Is the allergy a contraindication, as the GSK Medical Monitor sees it?",
                        fact("allergy_bars_monitor"),
                    ),
                ),
            ),
        ),
    )


@Tree
def exclusion_13_clauses() -> Clause:
    return Criterion(
        True,
        HowMany(
            496,
            "donations of blood and blood products: at least one where it is taken in this study, and the total volume of donations of blood and blood products, counting those where the date is less than 56 days before the date of this one, is above 500 mL",
            Count(
                Listing(
                    "blood_losses",
                    "blood_losses_1",
                    all_of(
                        496,
                        Asked(
                            497,
                            "it is taken in this study",
                            field("blood_losses_1", "in_study"),
                        ),
                        compare(
                            499,
                            "total volume of donations of blood and blood products, counting those where the date is less than 56 days before the date: above 500 mL",
                            Total(
                                Listing(
                                    "blood_losses",
                                    "blood_losses_2",
                                    falls(
                                        498,
                                        "date: less than 56 days before the date",
                                        DateOf(field("blood_losses_2", "lost_on")),
                                        Window(
                                            "less than",
                                            Length(Const(56), "day"),
                                            "before",
                                            DateOf(field("blood_losses_1", "lost_on")),
                                        ),
                                    ),
                                ),
                                Value(field("blood_losses_2", "volume"), low=0),
                            ),
                            ">",
                            Const(500),
                            worth=Worth("Total", "mL"),
                        ),
                    ),
                ),
            ),
            1,
        ),
    )


@Tree
def exclusion_14_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            513,
            Selected(
                514,
                "latest pregnancy test (hCG in serum or urine) at the screening visit: positive",
                "latest",
                Listing(
                    "pregnancy_test",
                    "pregnancy_test_1",
                    IsOneOf(
                        511,
                        "visit of pregnancy test (hCG in serum or urine): date of the screening visit",
                        field("pregnancy_test_1", "visit"),
                        "screening",
                    ),
                ),
                DateOf(field("pregnancy_test_1", "date")),
                IsOneOf(
                    514,
                    "pregnancy test (hCG in serum or urine): positive",
                    field("pregnancy_test_1", "value"),
                    "positive",
                ),
            ),
            Selected(
                515,
                "latest pregnancy test (hCG in serum or urine) on the first dosing day: positive",
                "latest",
                Listing(
                    "pregnancy_test",
                    "pregnancy_test_2",
                    IsOneOf(
                        512,
                        "visit of pregnancy test (hCG in serum or urine): first dosing day (planned or given)",
                        field("pregnancy_test_2", "visit"),
                        "first_dose",
                    ),
                ),
                DateOf(field("pregnancy_test_2", "date")),
                IsOneOf(
                    515,
                    "pregnancy test (hCG in serum or urine): positive",
                    field("pregnancy_test_2", "value"),
                    "positive",
                ),
            ),
            HowMany(
                516,
                "pregnancy test (hCG in serum or urine): at least one result that is positive, on or after the screening visit and on or before the first dosing day",
                Count(
                    Listing(
                        "pregnancy_test",
                        "pregnancy_test_3",
                        all_of(
                            516,
                            compare(
                                517,
                                "measured on or after the screening visit",
                                DateOf(field("pregnancy_test_3", "date")),
                                ">=",
                                DateOf(fact("screening")),
                            ),
                            compare(
                                518,
                                "measured on or before the first dosing day",
                                DateOf(field("pregnancy_test_3", "date")),
                                "<=",
                                DateOf(fact("first_dose")),
                            ),
                            IsOneOf(
                                519,
                                "pregnancy test (hCG in serum or urine): positive",
                                field("pregnancy_test_3", "value"),
                                "positive",
                            ),
                        ),
                    ),
                ),
                1,
            ),
        ),
        IsOneOf(510, "sex: female", fact("sex"), "female"),
    )


@Tree
def exclusion_15_clauses() -> Clause:
    return Criterion(
        True,
        Asked(528, "she is lactating", fact("lactating")),
        IsOneOf(527, "sex: female", fact("sex"), "female"),
    )


@Tree
def exclusion_16_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            532,
            Asked(
                533,
                "the subject is unwilling to follow the procedures outlined in the protocol",
                fact("unwilling"),
            ),
            judged(
                534,
                "the subject is unable to follow the procedures outlined in the protocol",
                fact("unable"),
            ),
        ),
    )


@Tree
def exclusion_17_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            538,
            judged(539, "the subject is mentally incapacitated", fact("mentally_incapacitated")),
            Asked(540, "the subject is legally incapacitated", fact("legally_incapacitated")),
        ),
    )


@Tree
def exclusion_18_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            544,
            Asked(545, "the subject has asthma, or a history of it", fact("asthma")),
            Asked(
                546,
                "the subject has bronchoconstriction, or a history of it",
                fact("bronchoconstriction"),
            ),
        ),
    )


@Tree
def exclusion_19_clauses() -> Clause:
    return Criterion(
        True,
        any_of(
            555,
            judged(556, "Is urinary cotinine indicative of smoking?", fact("cotinine_of_smoker")),
            falls(
                557,
                "last use, up to screening, of tobacco or a product that contains nicotine: within 6 months before the screening visit",
                DateOf(fact("last_nicotine"), or_none=True),
                Window(
                    "within",
                    Length(Const(6), "month", whole=True),
                    "before",
                    DateOf(fact("screening")),
                ),
            ),
        ),
    )


@Tree
def exclusion_20_clauses() -> Clause:
    return Criterion(
        True,
        Asked(
            565,
            "the subject is kept in an institution by order of an authority or a court",
            fact("institution"),
        ),
    )


@Tree
def exclusion_21_clauses() -> Clause:
    return Criterion(
        True,
        Asked(569, "the subject is in military service", fact("military_service")),
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
        "I10": inclusion_10_clauses,
        "I11": inclusion_11_clauses,
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
    }


def dictionary() -> dict[str, Entry]:
    """What the data dictionary says of each fact, list and field."""
    return {
        "consent": Entry("date", "Date of signing the informed consent"),
        "screening": Entry("date", "Date of the screening visit"),
        "first_dose": Entry("date", "First dosing day (planned or given)"),
        "birth_date": Entry("date", "Date of birth"),
        "history_taken": Entry("yes/no", "Has the medical history been taken?"),
        "physical_examination_done": Entry("yes/no", "Has the physical examination been done?"),
        "laboratory_tests_done": Entry("yes/no", "Have the laboratory tests been done?"),
        "cardiac_monitoring_done": Entry("yes/no", "Has cardiac monitoring been done?"),
        "healthy": Entry(
            "yes/no",
            "Is the subject healthy, based on the medical evaluation (history, examination, laboratory tests, cardiac monitoring)?",
        ),
        "sex": Entry("choice", "Sex", labels={"male": "male", "female": "female"}),
        "last_menstruation": Entry(
            "date",
            "Last menstruation (none: she never menstruated)",
            or_none=True,
        ),
        "last_hrt": Entry(
            "date",
            "Last day of hormone replacement therapy (HRT) before the blood draw for FSH (none: never took it)",
            or_none=True,
        ),
        "tubal_ligation": Entry("yes/no", "Does she have a documented tubal ligation?"),
        "hysterectomy": Entry("yes/no", "Does she have a documented hysterectomy?"),
        "spontaneous_amenorrhoea": Entry("yes/no", "Is her amenorrhoea spontaneous?"),
        "menopause_questionable": Entry("yes/no", "Is her menopausal status questionable?"),
        "hrt_interval_sufficient": Entry(
            "yes/no",
            "Was the time without HRT before the blood draw long enough for its type and dosage?",
        ),
        "listed_method_agreed": Entry(
            "yes/no",
            "Does she agree to use one of the contraception methods listed in Section 8.1 of the protocol?",
        ),
        "method_begun_in_time": Entry(
            "yes/no",
            "Will she use contraception for an appropriate period (as the product label or the investigator says) before dosing starts?",
        ),
        "contraception_after_agreed": Entry(
            "yes/no",
            "Does she agree to use contraception until 10 days after the last dose?",
        ),
        "ecg_abnormal": Entry(
            "yes/no",
            "Is there a significant abnormality on the 12-lead ECG at screening?",
        ),
        "last_smoked": Entry("date", "Last day of smoking (none: never smoked)", or_none=True),
        "cigarettes_per_day": Entry(
            "number",
            "Cigarettes a day, on average over the years smoked",
            low=0,
        ),
        "years_smoked": Entry("quantity", "Number of years smoked", "years", low=0),
        "uses_inhaler": Entry("yes/no", "Is the subject able to use the Novel DPI satisfactorily?"),
        "can_consent": Entry(
            "yes/no",
            "Is the subject capable of giving written informed consent?",
        ),
        "consent_signed": Entry("yes/no", "Has the subject signed the informed consent form?"),
        "consent_dated": Entry("yes/no", "Has the subject dated the informed consent form?"),
        "consent_has_requirements": Entry(
            "yes/no",
            "Does the signed form include compliance with the requirements and restrictions listed in it?",
        ),
        "symptomatic_arrhythmia": Entry(
            "yes/no",
            "Has the subject ever had a symptomatic arrhythmia?",
        ),
        "drug_sensitivity": Entry(
            "yes/no",
            "Has the subject ever been sensitive to any of the study medications?",
        ),
        "component_sensitivity": Entry(
            "yes/no",
            "Has the subject ever been sensitive to a component of the study medications?",
        ),
        "other_allergy": Entry(
            "yes/no",
            "Has the subject ever had a drug allergy or another allergy?",
        ),
        "allergy_bars_investigator": Entry(
            "yes/no",
            "Is the allergy a contraindication, as the investigator sees it?",
        ),
        "allergy_bars_monitor": Entry(
            "yes/no",
            "Is the allergy a contraindication, as the GSK Medical Monitor sees it?",
        ),
        "lactating": Entry("yes/no", "Is she lactating?"),
        "unwilling": Entry(
            "yes/no",
            "Is the subject unwilling to follow the procedures outlined in the protocol?",
        ),
        "unable": Entry(
            "yes/no",
            "Is the subject unable to follow the procedures outlined in the protocol?",
        ),
        "mentally_incapacitated": Entry("yes/no", "Is the subject mentally incapacitated?"),
        "legally_incapacitated": Entry("yes/no", "Is the subject legally incapacitated?"),
        "asthma": Entry("yes/no", "Does the subject have asthma, or a history of it?"),
        "bronchoconstriction": Entry(
            "yes/no",
            "Does the subject have bronchoconstriction, or a history of it?",
        ),
        "last_nicotine": Entry(
            "date",
            "Last use, up to screening, of tobacco or a product that contains nicotine (none: never used)",
            or_none=True,
        ),
        "cotinine_of_smoker": Entry("yes/no", "Is urinary cotinine indicative of smoking?"),
        "institution": Entry(
            "yes/no",
            "Is the subject kept in an institution by order of an authority or a court?",
        ),
        "military_service": Entry("yes/no", "Is the subject in military service?"),
        "findings": Entry(
            "list",
            "Clinically significant abnormalities, and laboratory parameters outside the reference range (none: all is done, and nothing was found)",
        ),
        "findings.finding": Entry("text", "Finding"),
        "findings.risk_unlikely": Entry(
            "yes/no",
            "Is it unlikely to introduce additional risk factors?",
        ),
        "findings.without_interference": Entry(
            "yes/no",
            "Is it compatible with the study procedures, so that it will not interfere with them?",
        ),
        "fsh": Entry("list", "Follicle stimulating hormone (FSH)"),
        "fsh.value": Entry("quantity", "Follicle stimulating hormone (FSH)", "mIU/mL", low=0),
        "fsh.date": Entry("date", "Date"),
        "fsh.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "fsh.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "estradiol": Entry("list", "Estradiol"),
        "estradiol.value": Entry("quantity", "Estradiol", "pg/mL", low=0),
        "estradiol.date": Entry("date", "Date"),
        "estradiol.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "estradiol.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "weight": Entry("list", "Body weight"),
        "weight.value": Entry("quantity", "Body weight", "kg", low=0),
        "weight.date": Entry("date", "Date"),
        "weight.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "weight.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "height": Entry("list", "Body height"),
        "height.value": Entry("quantity", "Body height", "cm", low=0),
        "height.date": Entry("date", "Date"),
        "height.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "height.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "fev1_predicted": Entry("list", "FEV1, per cent of predicted"),
        "fev1_predicted.value": Entry("quantity", "FEV1, per cent of predicted", "%", low=0),
        "fev1_predicted.date": Entry("date", "Date"),
        "fev1_predicted.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "fev1_predicted.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "fev1": Entry("list", "FEV1"),
        "fev1.value": Entry("quantity", "FEV1", "L", low=0),
        "fev1.date": Entry("date", "Date"),
        "fev1.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "fev1.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "fvc": Entry("list", "FVC"),
        "fvc.value": Entry("quantity", "FVC", "L", low=0),
        "fvc.date": Entry("date", "Date"),
        "fvc.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "fvc.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "ipratropium_tests": Entry("list", "Tests of the response to inhaled ipratropium bromide"),
        "ipratropium_tests.tested_on": Entry("date", "Date of the test"),
        "ipratropium_tests.dose": Entry(
            "quantity",
            "Dose of ipratropium bromide inhaled",
            "µg",
            low=0,
        ),
        "ipratropium_tests.sgaw_before": Entry(
            "quantity",
            "Specific airway conductance (sGaw) before the dose",
            "L/s/kPa/L",
            low=0,
        ),
        "ipratropium_tests.sgaw_after": Entry(
            "quantity",
            "Specific airway conductance (sGaw) 2 h after the dose",
            "L/s/kPa/L",
            low=0,
        ),
        "ipratropium_tests.documented": Entry("yes/no", "Is the result documented?"),
        "ast": Entry("list", "Aspartate aminotransferase (AST)"),
        "ast.value": Entry("quantity", "Aspartate aminotransferase (AST)", "U/L", low=0),
        "ast.date": Entry("date", "Date"),
        "ast.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
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
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
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
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "alp.laboratory": Entry(
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
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
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
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "direct_bilirubin.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "qt": Entry("list", "QT interval of the 12-lead ECG, uncorrected"),
        "qt.value": Entry("quantity", "QT interval of the 12-lead ECG, uncorrected", "ms", low=0),
        "qt.date": Entry("date", "Date"),
        "qt.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "qt.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "ecg_rate": Entry("list", "Heart rate of the same ECG"),
        "ecg_rate.value": Entry("quantity", "Heart rate of the same ECG", "/min", low=0),
        "ecg_rate.date": Entry("date", "Date"),
        "ecg_rate.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "ecg_rate.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "supine_heart_rate": Entry("list", "Supine heart rate"),
        "supine_heart_rate.value": Entry("quantity", "Supine heart rate", "/min", low=0),
        "supine_heart_rate.date": Entry("date", "Date"),
        "supine_heart_rate.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "supine_heart_rate.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "blood_pressures": Entry("list", "Supine blood pressure readings of the screening visit"),
        "blood_pressures.systolic": Entry("quantity", "Systolic blood pressure", "mmHg", low=0),
        "blood_pressures.diastolic": Entry("quantity", "Diastolic blood pressure", "mmHg", low=0),
        "hbsag": Entry("list", "Hepatitis B surface antigen (HBsAg)"),
        "hbsag.value": Entry(
            "choice",
            "Hepatitis B surface antigen (HBsAg)",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "hbsag.date": Entry("date", "Date"),
        "hbsag.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "hbsag.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "hcv_antibody": Entry("list", "Hepatitis C antibody"),
        "hcv_antibody.value": Entry(
            "choice",
            "Hepatitis C antibody",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "hcv_antibody.date": Entry("date", "Date"),
        "hcv_antibody.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "hcv_antibody.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "liver_findings": Entry(
            "list",
            "Diseases and abnormalities of the liver and the bile ducts, present and past",
        ),
        "liver_findings.kind": Entry(
            "choice",
            "Finding",
            labels={
                "gilbert": "Gilbert's syndrome",
                "asymptomatic_gallstones": "Gallstones without symptoms",
                "liver_disease": "Another disease of the liver",
                "abnormality": "Another abnormality of the liver or the bile ducts (gallstones with symptoms among them)",
            },
        ),
        "liver_findings.current_or_chronic": Entry("yes/no", "Is it current or chronic?"),
        "drug_screen": Entry("list", "Drug screen"),
        "drug_screen.value": Entry(
            "choice",
            "Drug screen",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "drug_screen.date": Entry("date", "Date"),
        "drug_screen.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "drug_screen.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "alcohol_screen": Entry("list", "Alcohol screen"),
        "alcohol_screen.value": Entry(
            "choice",
            "Alcohol screen",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "alcohol_screen.date": Entry("date", "Date"),
        "alcohol_screen.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "alcohol_screen.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "hiv_antibody": Entry("list", "HIV antibody"),
        "hiv_antibody.value": Entry(
            "choice",
            "HIV antibody",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "hiv_antibody.date": Entry("date", "Date"),
        "hiv_antibody.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "hiv_antibody.laboratory": Entry(
            "choice",
            "Laboratory",
            labels={"central": "central", "local": "local"},
        ),
        "drinking": Entry("list", "Habits of drinking alcohol (none: does not drink)"),
        "drinking.drunk": Entry("period", "First to last day of this habit"),
        "drinking.beer": Entry(
            "number",
            "Half-pints (about 240 ml) of beer a week, on average",
            low=0,
        ),
        "drinking.wine": Entry("number", "Glasses (125 ml) of wine a week, on average", low=0),
        "drinking.spirits": Entry(
            "number",
            "Measures (25 ml) of spirits a week, on average",
            low=0,
        ),
        "drinking.other_alcohol": Entry(
            "quantity",
            "Alcohol in other drinks a week, on average",
            "g",
            low=0,
        ),
        "investigational_products": Entry(
            "list",
            "Investigational products received in clinical trials",
        ),
        "investigational_products.product": Entry("text", "Product"),
        "investigational_products.last_received": Entry("date", "Last dose received"),
        "investigational_products.product_half_life": Entry(
            "quantity",
            "Half-life of the product",
            "days",
            low=0,
        ),
        "investigational_products.effect_duration": Entry(
            "quantity",
            "Duration of its biological effect",
            "days",
            low=0,
        ),
        "new_entities": Entry("list", "New chemical entities that the subject was exposed to"),
        "new_entities.entity": Entry("text", "New chemical entity"),
        "new_entities.last_exposed": Entry(
            "date",
            "Last day of exposure (up to the first dosing day: later ones are not entered)",
        ),
        "drugs": Entry(
            "list",
            "Prescription and other drugs, vitamins, herbal and dietary supplements taken",
        ),
        "drugs.drug": Entry("text", "Drug or supplement (St John's Wort too)"),
        "drugs.taken": Entry("period", "First to last day"),
        "drugs.half_life": Entry("quantity", "Half-life of the drug", "days", low=0),
        "drugs.inducer": Entry("yes/no", "Is it a potential enzyme inducer?"),
        "drugs.site_accepts": Entry(
            "yes/no",
            "Is it acceptable to the investigator, as it will not interfere with the study procedures or compromise safety?",
        ),
        "drugs.monitor_accepts": Entry(
            "yes/no",
            "Is it acceptable to the GSK Medical Monitor, as it will not interfere with the study procedures or compromise safety?",
        ),
        "blood_losses": Entry(
            "list",
            "Donations of blood and blood products (all: before the study and in it, the planned ones too)",
        ),
        "blood_losses.lost_on": Entry("date", "Date (planned: if it is still to come)"),
        "blood_losses.volume": Entry("quantity", "Volume", "mL", low=0),
        "blood_losses.in_study": Entry("yes/no", "Is it taken in this study?"),
        "pregnancy_test": Entry("list", "Pregnancy test (hCG in serum or urine)"),
        "pregnancy_test.value": Entry(
            "choice",
            "Pregnancy test (hCG in serum or urine)",
            labels={"positive": "Positive", "negative": "Negative"},
        ),
        "pregnancy_test.date": Entry("date", "Date"),
        "pregnancy_test.visit": Entry(
            "choice",
            "Visit",
            labels={
                "consent": "Date of signing the informed consent",
                "screening": "Date of the screening visit",
                "first_dose": "First dosing day (planned or given)",
                "none": "not at one of these visits",
            },
        ),
        "pregnancy_test.laboratory": Entry(
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


_FINDINGS_KEYS: dict[str, Any] = dict.fromkeys(("finding", "risk_unlikely", "without_interference"))
_FSH_KEYS: dict[str, Any] = dict.fromkeys(
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
_FSH_VALUE_MEASURE = _Measure(
    "m[IU]/mL",
    {
        "mIU/mL": Decimal(1),
        "[IU]/L": Decimal(1),
        "IU/L": Decimal(1),
        "[IU]/mL": Decimal(1000),
        "IU/mL": Decimal(1000),
        "k[IU]/L": Decimal(1000),
        "kIU/L": Decimal(1000),
        "k[IU]/mL": Decimal(1000000),
        "kIU/mL": Decimal(1000000),
        "m[IU]/L": Decimal("0.001"),
        "mIU/L": Decimal("0.001"),
        "u[IU]/mL": Decimal("0.001"),
        "uIU/mL": Decimal("0.001"),
    },
    low=Decimal(0),
)
_FSH_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_FSH_LABORATORY_OPTIONS = ("central", "local")
_ESTRADIOL_KEYS: dict[str, Any] = dict.fromkeys(
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
_ESTRADIOL_VALUE_MEASURE = _Measure(
    "pg/mL",
    {
        "g/L": Decimal(1000000000),
        "g/dL": Decimal(10000000000),
        "mg/L": Decimal(1000000),
        "mg/dL": Decimal(10000000),
        "mg/mL": Decimal(1000000000),
        "ug/L": Decimal(1000),
        "ug/dL": Decimal(10000),
        "ug/mL": Decimal(1000000),
        "ng/L": Decimal(1),
        "ng/dL": Decimal(10),
        "ng/mL": Decimal(1000),
        "mol/L": Decimal(272390000000),
        "mmol/L": Decimal(272390000),
        "umol/L": Decimal(272390),
        "nmol/L": Decimal("272.39"),
        "pmol/L": Decimal("0.27239"),
    },
    low=Decimal(0),
)
_ESTRADIOL_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_ESTRADIOL_LABORATORY_OPTIONS = ("central", "local")
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
_WEIGHT_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_WEIGHT_LABORATORY_OPTIONS = ("central", "local")
_HEIGHT_KEYS: dict[str, Any] = dict.fromkeys(
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
_HEIGHT_VALUE_MEASURE = _Measure(
    "cm",
    {
        "m": Decimal(100),
        "mm": Decimal("0.1"),
        "um": Decimal("0.0001"),
        "[in_i]": Decimal("2.54"),
        "[ft_i]": Decimal("30.48"),
    },
    low=Decimal(0),
)
_HEIGHT_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_HEIGHT_LABORATORY_OPTIONS = ("central", "local")
_FEV1_PREDICTED_KEYS: dict[str, Any] = dict.fromkeys(
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
_FEV1_PREDICTED_VALUE_MEASURE = _Measure(
    "%",
    {},
    low=Decimal(0),
)
_FEV1_PREDICTED_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_FEV1_PREDICTED_LABORATORY_OPTIONS = ("central", "local")
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
_FEV1_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_FEV1_LABORATORY_OPTIONS = ("central", "local")
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
_FVC_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_FVC_LABORATORY_OPTIONS = ("central", "local")
_IPRATROPIUM_TESTS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "tested_on",
        "dose",
        "sgaw_before",
        "sgaw_after",
        "documented",
    )
)
_IPRATROPIUM_TESTS_DOSE_MEASURE = _Measure(
    "ug",
    {
        "kg": Decimal(1000000000),
        "g": Decimal(1000000),
        "mg": Decimal(1000),
        "ng": Decimal("0.001"),
        "pg": Decimal("0.000001"),
        "[lb_av]": Decimal(453592370),
        "[oz_av]": Decimal("28349523.125"),
        "[stone_av]": Decimal(6350293180),
    },
    low=Decimal(0),
)
_IPRATROPIUM_TESTS_SGAW_BEFORE_MEASURE = _Measure(
    "L/s/kPa/L",
    {},
    low=Decimal(0),
)
_IPRATROPIUM_TESTS_SGAW_AFTER_MEASURE = _Measure(
    "L/s/kPa/L",
    {},
    low=Decimal(0),
)
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
_AST_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
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
_ALT_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
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
_ALP_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_ALP_LABORATORY_OPTIONS = ("central", "local")
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
        "mol/L": Decimal(58467),
        "mmol/L": Decimal("58.467"),
        "umol/L": Decimal("0.058467"),
        "nmol/L": Decimal("0.000058467"),
        "pmol/L": Decimal("0.000000058467"),
    },
    low=Decimal(0),
    limits=True,
)
_BILIRUBIN_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
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
        "mol/L": Decimal(58467),
        "mmol/L": Decimal("58.467"),
        "umol/L": Decimal("0.058467"),
        "nmol/L": Decimal("0.000058467"),
        "pmol/L": Decimal("0.000000058467"),
    },
    low=Decimal(0),
)
_DIRECT_BILIRUBIN_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_DIRECT_BILIRUBIN_LABORATORY_OPTIONS = ("central", "local")
_QT_KEYS: dict[str, Any] = dict.fromkeys(
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
_QT_VALUE_MEASURE = _Measure(
    "ms",
    {
        "wk": Decimal(604800000),
        "d": Decimal(86400000),
        "h": Decimal(3600000),
        "min": Decimal(60000),
        "s": Decimal(1000),
    },
    low=Decimal(0),
)
_QT_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_QT_LABORATORY_OPTIONS = ("central", "local")
_ECG_RATE_KEYS: dict[str, Any] = dict.fromkeys(
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
_ECG_RATE_VALUE_MEASURE = _Measure(
    "/min",
    {},
    low=Decimal(0),
)
_ECG_RATE_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_ECG_RATE_LABORATORY_OPTIONS = ("central", "local")
_SUPINE_HEART_RATE_KEYS: dict[str, Any] = dict.fromkeys(
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
_SUPINE_HEART_RATE_VALUE_MEASURE = _Measure(
    "/min",
    {},
    low=Decimal(0),
)
_SUPINE_HEART_RATE_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_SUPINE_HEART_RATE_LABORATORY_OPTIONS = ("central", "local")
_BLOOD_PRESSURES_KEYS: dict[str, Any] = dict.fromkeys(("systolic", "diastolic"))
_BLOOD_PRESSURES_SYSTOLIC_MEASURE = _Measure(
    "mm[Hg]",
    {
        "mmHg": Decimal(1),
        "kPa": "500000/66661",
        "cm[H2O]": "28019/38092",
        "cmH2O": "28019/38092",
    },
    low=Decimal(0),
)
_BLOOD_PRESSURES_DIASTOLIC_MEASURE = _Measure(
    "mm[Hg]",
    {
        "mmHg": Decimal(1),
        "kPa": "500000/66661",
        "cm[H2O]": "28019/38092",
        "cmH2O": "28019/38092",
    },
    low=Decimal(0),
)
_HBSAG_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_HBSAG_VALUE_OPTIONS = ("positive", "negative")
_HBSAG_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_HBSAG_LABORATORY_OPTIONS = ("central", "local")
_HCV_ANTIBODY_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_HCV_ANTIBODY_VALUE_OPTIONS = ("positive", "negative")
_HCV_ANTIBODY_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_HCV_ANTIBODY_LABORATORY_OPTIONS = ("central", "local")
_LIVER_FINDINGS_KEYS: dict[str, Any] = dict.fromkeys(("kind", "current_or_chronic"))
_LIVER_FINDINGS_KIND_OPTIONS = (
    "gilbert",
    "asymptomatic_gallstones",
    "liver_disease",
    "abnormality",
)
_DRUG_SCREEN_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_DRUG_SCREEN_VALUE_OPTIONS = ("positive", "negative")
_DRUG_SCREEN_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_DRUG_SCREEN_LABORATORY_OPTIONS = ("central", "local")
_ALCOHOL_SCREEN_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_ALCOHOL_SCREEN_VALUE_OPTIONS = ("positive", "negative")
_ALCOHOL_SCREEN_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_ALCOHOL_SCREEN_LABORATORY_OPTIONS = ("central", "local")
_HIV_ANTIBODY_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_HIV_ANTIBODY_VALUE_OPTIONS = ("positive", "negative")
_HIV_ANTIBODY_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_HIV_ANTIBODY_LABORATORY_OPTIONS = ("central", "local")
_DRINKING_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "drunk",
        "beer",
        "wine",
        "spirits",
        "other_alcohol",
    )
)
_DRINKING_OTHER_ALCOHOL_MEASURE = _Measure(
    "g",
    {
        "kg": Decimal(1000),
        "mg": Decimal("0.001"),
        "ug": Decimal("0.000001"),
        "ng": Decimal("0.000000001"),
        "pg": Decimal("0.000000000001"),
        "[lb_av]": Decimal("453.59237"),
        "[oz_av]": Decimal("28.349523125"),
        "[stone_av]": Decimal("6350.29318"),
    },
    low=Decimal(0),
)
_INVESTIGATIONAL_PRODUCTS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "product",
        "last_received",
        "product_half_life",
        "effect_duration",
    )
)
_INVESTIGATIONAL_PRODUCTS_PRODUCT_HALF_LI_MEASURE = _Measure(
    "d",
    {
        "wk": Decimal(7),
        "h": "1/24",
        "min": "1/1440",
        "s": "1/86400",
        "ms": "1/86400000",
    },
    low=Decimal(0),
)
_INVESTIGATIONAL_PRODUCTS_EFFECT_DURATION_MEASURE = _Measure(
    "d",
    {
        "wk": Decimal(7),
        "h": "1/24",
        "min": "1/1440",
        "s": "1/86400",
        "ms": "1/86400000",
    },
    low=Decimal(0),
)
_NEW_ENTITIES_KEYS: dict[str, Any] = dict.fromkeys(("entity", "last_exposed"))
_DRUGS_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "drug",
        "taken",
        "half_life",
        "inducer",
        "site_accepts",
        "monitor_accepts",
    )
)
_DRUGS_HALF_LIFE_MEASURE = _Measure(
    "d",
    {
        "wk": Decimal(7),
        "h": "1/24",
        "min": "1/1440",
        "s": "1/86400",
        "ms": "1/86400000",
    },
    low=Decimal(0),
)
_BLOOD_LOSSES_KEYS: dict[str, Any] = dict.fromkeys(("lost_on", "volume", "in_study"))
_BLOOD_LOSSES_VOLUME_MEASURE = _Measure(
    "mL",
    {
        "m3": Decimal(1000000),
        "L": Decimal(1000),
        "dL": Decimal(100),
        "uL": Decimal("0.001"),
        "mm3": Decimal("0.001"),
        "cm3": Decimal(1),
    },
    low=Decimal(0),
)
_PREGNANCY_TEST_KEYS: dict[str, Any] = dict.fromkeys(("value", "date", "visit", "laboratory"))
_PREGNANCY_TEST_VALUE_OPTIONS = ("positive", "negative")
_PREGNANCY_TEST_VISIT_OPTIONS = ("consent", "screening", "first_dose", "none")
_PREGNANCY_TEST_LABORATORY_OPTIONS = ("central", "local")
_PATIENT_KEYS: dict[str, Any] = dict.fromkeys(
    (
        "id",
        "consent",
        "screening",
        "first_dose",
        "birth_date",
        "history_taken",
        "physical_examination_done",
        "laboratory_tests_done",
        "cardiac_monitoring_done",
        "healthy",
        "sex",
        "last_menstruation",
        "last_hrt",
        "tubal_ligation",
        "hysterectomy",
        "spontaneous_amenorrhoea",
        "menopause_questionable",
        "hrt_interval_sufficient",
        "listed_method_agreed",
        "method_begun_in_time",
        "contraception_after_agreed",
        "ecg_abnormal",
        "last_smoked",
        "cigarettes_per_day",
        "years_smoked",
        "uses_inhaler",
        "can_consent",
        "consent_signed",
        "consent_dated",
        "consent_has_requirements",
        "symptomatic_arrhythmia",
        "drug_sensitivity",
        "component_sensitivity",
        "other_allergy",
        "allergy_bars_investigator",
        "allergy_bars_monitor",
        "lactating",
        "unwilling",
        "unable",
        "mentally_incapacitated",
        "legally_incapacitated",
        "asthma",
        "bronchoconstriction",
        "last_nicotine",
        "cotinine_of_smoker",
        "institution",
        "military_service",
        "findings",
        "fsh",
        "estradiol",
        "weight",
        "height",
        "fev1_predicted",
        "fev1",
        "fvc",
        "ipratropium_tests",
        "ast",
        "alt",
        "alp",
        "bilirubin",
        "direct_bilirubin",
        "qt",
        "ecg_rate",
        "supine_heart_rate",
        "blood_pressures",
        "hbsag",
        "hcv_antibody",
        "liver_findings",
        "drug_screen",
        "alcohol_screen",
        "hiv_antibody",
        "drinking",
        "investigational_products",
        "new_entities",
        "drugs",
        "blood_losses",
        "pregnancy_test",
        "protocol",
    )
)
_SEX_OPTIONS = ("male", "female")
_YEARS_SMOKED_MEASURE = _Measure(
    "a",
    {
        "mo": "1/12",
    },
    low=Decimal(0),
)


def _read_findings(data: Any, at: str, found: list[Problem]) -> FindingsRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FINDINGS_KEYS | data
    if len(made) != 3:
        _undeclared(data, _FINDINGS_KEYS, at, found)
    value = made["finding"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".finding", found)
    value = made["risk_unlikely"]
    if value == "yes" or value == "no":
        made["risk_unlikely"] = value == "yes"
    elif value is not None:
        made["risk_unlikely"] = _judgement(value, at, ".risk_unlikely", found)
    value = made["without_interference"]
    if value == "yes" or value == "no":
        made["without_interference"] = value == "yes"
    elif value is not None:
        made["without_interference"] = _judgement(value, at, ".without_interference", found)
    record = _new(FindingsRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_fsh(data: Any, at: str, found: list[Problem]) -> FshRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FSH_KEYS | data
    if len(made) != 8:
        _undeclared(data, _FSH_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _FSH_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _FSH_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _FSH_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _FSH_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _FSH_LABORATORY_OPTIONS)
    record = _new(FshRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_estradiol(data: Any, at: str, found: list[Problem]) -> EstradiolRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ESTRADIOL_KEYS | data
    if len(made) != 8:
        _undeclared(data, _ESTRADIOL_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _ESTRADIOL_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _ESTRADIOL_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _ESTRADIOL_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _ESTRADIOL_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _ESTRADIOL_LABORATORY_OPTIONS)
    record = _new(EstradiolRecord)
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


def _read_height(data: Any, at: str, found: list[Problem]) -> HeightRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HEIGHT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _HEIGHT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _HEIGHT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HEIGHT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HEIGHT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HEIGHT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HEIGHT_LABORATORY_OPTIONS)
    record = _new(HeightRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_fev1_predicted(data: Any, at: str, found: list[Problem]) -> Fev1PredictedRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _FEV1_PREDICTED_KEYS | data
    if len(made) != 8:
        _undeclared(data, _FEV1_PREDICTED_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _FEV1_PREDICTED_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _FEV1_PREDICTED_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _FEV1_PREDICTED_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _FEV1_PREDICTED_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _FEV1_PREDICTED_LABORATORY_OPTIONS)
    record = _new(Fev1PredictedRecord)
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


def _read_ipratropium_tests(data: Any, at: str, found: list[Problem]) -> IpratropiumTest:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _IPRATROPIUM_TESTS_KEYS | data
    if len(made) != 5:
        _undeclared(data, _IPRATROPIUM_TESTS_KEYS, at, found)
    value = made["tested_on"]
    if type(value) is str and value in _dates:
        made["tested_on"] = _dates[value]
    elif value is not None:
        made["tested_on"] = _date(value, at, ".tested_on", found)
    value = made["dose"]
    if value is not None:
        made["dose"] = _quantity(value, at, ".dose", found, _IPRATROPIUM_TESTS_DOSE_MEASURE)
    value = made["sgaw_before"]
    if value is not None:
        made["sgaw_before"] = _quantity(
            value, at, ".sgaw_before", found, _IPRATROPIUM_TESTS_SGAW_BEFORE_MEASURE
        )
    value = made["sgaw_after"]
    if value is not None:
        made["sgaw_after"] = _quantity(
            value, at, ".sgaw_after", found, _IPRATROPIUM_TESTS_SGAW_AFTER_MEASURE
        )
    value = made["documented"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".documented", found)
    record = _new(IpratropiumTest)
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


def _read_qt(data: Any, at: str, found: list[Problem]) -> QtRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _QT_KEYS | data
    if len(made) != 8:
        _undeclared(data, _QT_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _QT_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _QT_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _QT_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _QT_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _QT_LABORATORY_OPTIONS)
    record = _new(QtRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_ecg_rate(data: Any, at: str, found: list[Problem]) -> EcgRateRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ECG_RATE_KEYS | data
    if len(made) != 8:
        _undeclared(data, _ECG_RATE_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _ECG_RATE_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _ECG_RATE_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _ECG_RATE_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _ECG_RATE_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _ECG_RATE_LABORATORY_OPTIONS)
    record = _new(EcgRateRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_supine_heart_rate(data: Any, at: str, found: list[Problem]) -> SupineHeartRateRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _SUPINE_HEART_RATE_KEYS | data
    if len(made) != 8:
        _undeclared(data, _SUPINE_HEART_RATE_KEYS, at, found)
    made["value"] = _amount(made, at, "", found, _SUPINE_HEART_RATE_VALUE_MEASURE)
    del made["unit"], made["bound"], made["uln"], made["lln"]
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _SUPINE_HEART_RATE_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _SUPINE_HEART_RATE_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _SUPINE_HEART_RATE_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _SUPINE_HEART_RATE_LABORATORY_OPTIONS)
    record = _new(SupineHeartRateRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_blood_pressures(data: Any, at: str, found: list[Problem]) -> BloodPressure:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _BLOOD_PRESSURES_KEYS | data
    if len(made) != 2:
        _undeclared(data, _BLOOD_PRESSURES_KEYS, at, found)
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
    record = _new(BloodPressure)
    _set_attribute(record, "__dict__", made)
    return record


def _read_hbsag(data: Any, at: str, found: list[Problem]) -> HbsagRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HBSAG_KEYS | data
    if len(made) != 4:
        _undeclared(data, _HBSAG_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _HBSAG_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _HBSAG_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HBSAG_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HBSAG_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HBSAG_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HBSAG_LABORATORY_OPTIONS)
    record = _new(HbsagRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_hcv_antibody(data: Any, at: str, found: list[Problem]) -> HcvAntibodyRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HCV_ANTIBODY_KEYS | data
    if len(made) != 4:
        _undeclared(data, _HCV_ANTIBODY_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _HCV_ANTIBODY_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _HCV_ANTIBODY_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HCV_ANTIBODY_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HCV_ANTIBODY_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HCV_ANTIBODY_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HCV_ANTIBODY_LABORATORY_OPTIONS)
    record = _new(HcvAntibodyRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_liver_findings(data: Any, at: str, found: list[Problem]) -> LiverFinding:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _LIVER_FINDINGS_KEYS | data
    if len(made) != 2:
        _undeclared(data, _LIVER_FINDINGS_KEYS, at, found)
    value = made["kind"]
    if value is not None and value not in _LIVER_FINDINGS_KIND_OPTIONS:
        _choice(value, at, ".kind", found, _LIVER_FINDINGS_KIND_OPTIONS)
    value = made["current_or_chronic"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".current_or_chronic", found)
    record = _new(LiverFinding)
    _set_attribute(record, "__dict__", made)
    return record


def _read_drug_screen(data: Any, at: str, found: list[Problem]) -> DrugScreenRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _DRUG_SCREEN_KEYS | data
    if len(made) != 4:
        _undeclared(data, _DRUG_SCREEN_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _DRUG_SCREEN_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _DRUG_SCREEN_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _DRUG_SCREEN_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _DRUG_SCREEN_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _DRUG_SCREEN_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _DRUG_SCREEN_LABORATORY_OPTIONS)
    record = _new(DrugScreenRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_alcohol_screen(data: Any, at: str, found: list[Problem]) -> AlcoholScreenRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _ALCOHOL_SCREEN_KEYS | data
    if len(made) != 4:
        _undeclared(data, _ALCOHOL_SCREEN_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _ALCOHOL_SCREEN_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _ALCOHOL_SCREEN_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _ALCOHOL_SCREEN_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _ALCOHOL_SCREEN_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _ALCOHOL_SCREEN_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _ALCOHOL_SCREEN_LABORATORY_OPTIONS)
    record = _new(AlcoholScreenRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_hiv_antibody(data: Any, at: str, found: list[Problem]) -> HivAntibodyRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _HIV_ANTIBODY_KEYS | data
    if len(made) != 4:
        _undeclared(data, _HIV_ANTIBODY_KEYS, at, found)
    value = made["value"]
    if value is not None and value not in _HIV_ANTIBODY_VALUE_OPTIONS:
        _choice(value, at, ".value", found, _HIV_ANTIBODY_VALUE_OPTIONS)
    value = made["date"]
    if type(value) is str and value in _dates:
        made["date"] = _dates[value]
    elif value is not None:
        made["date"] = _date(value, at, ".date", found)
    value = made["visit"]
    if value is not None and value not in _HIV_ANTIBODY_VISIT_OPTIONS:
        _choice(value, at, ".visit", found, _HIV_ANTIBODY_VISIT_OPTIONS)
    value = made["laboratory"]
    if value is not None and value not in _HIV_ANTIBODY_LABORATORY_OPTIONS:
        _choice(value, at, ".laboratory", found, _HIV_ANTIBODY_LABORATORY_OPTIONS)
    record = _new(HivAntibodyRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_drinking(data: Any, at: str, found: list[Problem]) -> DrinkingRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _DRINKING_KEYS | data
    if len(made) != 5:
        _undeclared(data, _DRINKING_KEYS, at, found)
    value = made["drunk"]
    if value is not None:
        made["drunk"] = _period(value, at, ".drunk", found)
    value = made["beer"]
    if value is not None:
        made["beer"] = _number(value, at, ".beer", found, Decimal(0), None)
    value = made["wine"]
    if value is not None:
        made["wine"] = _number(value, at, ".wine", found, Decimal(0), None)
    value = made["spirits"]
    if value is not None:
        made["spirits"] = _number(value, at, ".spirits", found, Decimal(0), None)
    value = made["other_alcohol"]
    if value is not None:
        made["other_alcohol"] = _quantity(
            value, at, ".other_alcohol", found, _DRINKING_OTHER_ALCOHOL_MEASURE
        )
    record = _new(DrinkingRecord)
    _set_attribute(record, "__dict__", made)
    return record


def _read_investigational_products(
    data: Any,
    at: str,
    found: list[Problem],
) -> InvestigationalProduct:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _INVESTIGATIONAL_PRODUCTS_KEYS | data
    if len(made) != 4:
        _undeclared(data, _INVESTIGATIONAL_PRODUCTS_KEYS, at, found)
    value = made["product"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".product", found)
    value = made["last_received"]
    if type(value) is str and value in _dates:
        made["last_received"] = _dates[value]
    elif value is not None:
        made["last_received"] = _date(value, at, ".last_received", found)
    value = made["product_half_life"]
    if value is not None:
        made["product_half_life"] = _quantity(
            value,
            at,
            ".product_half_life",
            found,
            _INVESTIGATIONAL_PRODUCTS_PRODUCT_HALF_LI_MEASURE,
        )
    value = made["effect_duration"]
    if value is not None:
        made["effect_duration"] = _quantity(
            value, at, ".effect_duration", found, _INVESTIGATIONAL_PRODUCTS_EFFECT_DURATION_MEASURE
        )
    record = _new(InvestigationalProduct)
    _set_attribute(record, "__dict__", made)
    return record


def _read_new_entities(data: Any, at: str, found: list[Problem]) -> NewEntity:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _NEW_ENTITIES_KEYS | data
    if len(made) != 2:
        _undeclared(data, _NEW_ENTITIES_KEYS, at, found)
    value = made["entity"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".entity", found)
    value = made["last_exposed"]
    if type(value) is str and value in _dates:
        made["last_exposed"] = _dates[value]
    elif value is not None:
        made["last_exposed"] = _date(value, at, ".last_exposed", found)
    record = _new(NewEntity)
    _set_attribute(record, "__dict__", made)
    return record


def _read_drugs(data: Any, at: str, found: list[Problem]) -> Drug:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _DRUGS_KEYS | data
    if len(made) != 6:
        _undeclared(data, _DRUGS_KEYS, at, found)
    value = made["drug"]
    if value is not None and (type(value) is not str or not value.isprintable()):
        _text(value, at, ".drug", found)
    value = made["taken"]
    if value is not None:
        made["taken"] = _period(value, at, ".taken", found)
    value = made["half_life"]
    if value is not None:
        made["half_life"] = _quantity(value, at, ".half_life", found, _DRUGS_HALF_LIFE_MEASURE)
    value = made["inducer"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".inducer", found)
    value = made["site_accepts"]
    if value == "yes" or value == "no":
        made["site_accepts"] = value == "yes"
    elif value is not None:
        made["site_accepts"] = _judgement(value, at, ".site_accepts", found)
    value = made["monitor_accepts"]
    if value == "yes" or value == "no":
        made["monitor_accepts"] = value == "yes"
    elif value is not None:
        made["monitor_accepts"] = _judgement(value, at, ".monitor_accepts", found)
    record = _new(Drug)
    _set_attribute(record, "__dict__", made)
    return record


def _read_blood_losses(data: Any, at: str, found: list[Problem]) -> BloodLossesRecord:
    if type(data) is not dict:
        data = _object(data, at, found, "a record, an object with named fields")
    made = _BLOOD_LOSSES_KEYS | data
    if len(made) != 3:
        _undeclared(data, _BLOOD_LOSSES_KEYS, at, found)
    value = made["lost_on"]
    if type(value) is str and value in _dates:
        made["lost_on"] = _dates[value]
    elif value is not None:
        made["lost_on"] = _date(value, at, ".lost_on", found)
    value = made["volume"]
    if value is not None:
        made["volume"] = _quantity(value, at, ".volume", found, _BLOOD_LOSSES_VOLUME_MEASURE)
    value = made["in_study"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, at, ".in_study", found)
    record = _new(BloodLossesRecord)
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


def _read_patient(data: Any, found: list[Problem]) -> Patient:
    if type(data) is not dict:
        data = _object(data, "", found, "a patient's record, an object with named facts")
    made = _PATIENT_KEYS | data
    if len(made) != 78:
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
    value = made["screening"]
    if type(value) is str and value in _dates:
        made["screening"] = _dates[value]
    elif value is not None:
        made["screening"] = _date(value, "", "screening", found)
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
    value = made["history_taken"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "history_taken", found)
    value = made["physical_examination_done"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "physical_examination_done", found)
    value = made["laboratory_tests_done"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "laboratory_tests_done", found)
    value = made["cardiac_monitoring_done"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "cardiac_monitoring_done", found)
    value = made["healthy"]
    if value == "yes" or value == "no":
        made["healthy"] = value == "yes"
    elif value is not None:
        made["healthy"] = _judgement(value, "", "healthy", found)
    value = made["sex"]
    if value is not None and value not in _SEX_OPTIONS:
        _choice(value, "", "sex", found, _SEX_OPTIONS)
    value = made["last_menstruation"]
    if type(value) is str and value in _dates:
        made["last_menstruation"] = _dates[value]
    elif value is not None and value != "none":
        made["last_menstruation"] = _date(value, "", "last_menstruation", found)
    value = made["last_hrt"]
    if type(value) is str and value in _dates:
        made["last_hrt"] = _dates[value]
    elif value is not None and value != "none":
        made["last_hrt"] = _date(value, "", "last_hrt", found)
    value = made["tubal_ligation"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "tubal_ligation", found)
    value = made["hysterectomy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "hysterectomy", found)
    value = made["spontaneous_amenorrhoea"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "spontaneous_amenorrhoea", found)
    value = made["menopause_questionable"]
    if value == "yes" or value == "no":
        made["menopause_questionable"] = value == "yes"
    elif value is not None:
        made["menopause_questionable"] = _judgement(value, "", "menopause_questionable", found)
    value = made["hrt_interval_sufficient"]
    if value == "yes" or value == "no":
        made["hrt_interval_sufficient"] = value == "yes"
    elif value is not None:
        made["hrt_interval_sufficient"] = _judgement(value, "", "hrt_interval_sufficient", found)
    value = made["listed_method_agreed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "listed_method_agreed", found)
    value = made["method_begun_in_time"]
    if value == "yes" or value == "no":
        made["method_begun_in_time"] = value == "yes"
    elif value is not None:
        made["method_begun_in_time"] = _judgement(value, "", "method_begun_in_time", found)
    value = made["contraception_after_agreed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "contraception_after_agreed", found)
    value = made["ecg_abnormal"]
    if value == "yes" or value == "no":
        made["ecg_abnormal"] = value == "yes"
    elif value is not None:
        made["ecg_abnormal"] = _judgement(value, "", "ecg_abnormal", found)
    value = made["last_smoked"]
    if type(value) is str and value in _dates:
        made["last_smoked"] = _dates[value]
    elif value is not None and value != "none":
        made["last_smoked"] = _date(value, "", "last_smoked", found)
    value = made["cigarettes_per_day"]
    if value is not None:
        made["cigarettes_per_day"] = _number(
            value, "", "cigarettes_per_day", found, Decimal(0), None
        )
    value = made["years_smoked"]
    if value is not None:
        made["years_smoked"] = _quantity(value, "", "years_smoked", found, _YEARS_SMOKED_MEASURE)
    value = made["uses_inhaler"]
    if value == "yes" or value == "no":
        made["uses_inhaler"] = value == "yes"
    elif value is not None:
        made["uses_inhaler"] = _judgement(value, "", "uses_inhaler", found)
    value = made["can_consent"]
    if value == "yes" or value == "no":
        made["can_consent"] = value == "yes"
    elif value is not None:
        made["can_consent"] = _judgement(value, "", "can_consent", found)
    value = made["consent_signed"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "consent_signed", found)
    value = made["consent_dated"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "consent_dated", found)
    value = made["consent_has_requirements"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "consent_has_requirements", found)
    value = made["symptomatic_arrhythmia"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "symptomatic_arrhythmia", found)
    value = made["drug_sensitivity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "drug_sensitivity", found)
    value = made["component_sensitivity"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "component_sensitivity", found)
    value = made["other_allergy"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "other_allergy", found)
    value = made["allergy_bars_investigator"]
    if value == "yes" or value == "no":
        made["allergy_bars_investigator"] = value == "yes"
    elif value is not None:
        made["allergy_bars_investigator"] = _judgement(
            value, "", "allergy_bars_investigator", found
        )
    value = made["allergy_bars_monitor"]
    if value == "yes" or value == "no":
        made["allergy_bars_monitor"] = value == "yes"
    elif value is not None:
        made["allergy_bars_monitor"] = _judgement(value, "", "allergy_bars_monitor", found)
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
    value = made["mentally_incapacitated"]
    if value == "yes" or value == "no":
        made["mentally_incapacitated"] = value == "yes"
    elif value is not None:
        made["mentally_incapacitated"] = _judgement(value, "", "mentally_incapacitated", found)
    value = made["legally_incapacitated"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "legally_incapacitated", found)
    value = made["asthma"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "asthma", found)
    value = made["bronchoconstriction"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "bronchoconstriction", found)
    value = made["last_nicotine"]
    if type(value) is str and value in _dates:
        made["last_nicotine"] = _dates[value]
    elif value is not None and value != "none":
        made["last_nicotine"] = _date(value, "", "last_nicotine", found)
    value = made["cotinine_of_smoker"]
    if value == "yes" or value == "no":
        made["cotinine_of_smoker"] = value == "yes"
    elif value is not None:
        made["cotinine_of_smoker"] = _judgement(value, "", "cotinine_of_smoker", found)
    value = made["institution"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "institution", found)
    value = made["military_service"]
    if value is not None and value is not False and value is not True:
        _yes_no(value, "", "military_service", found)
    value = made["findings"]
    if value == []:
        made["findings"] = _NO_RECORDS
    elif value is not None:
        made["findings"] = _records(value, "findings", found, _read_findings)
    value = made["fsh"]
    if value == []:
        made["fsh"] = _NO_RECORDS
    elif value is not None:
        made["fsh"] = _records(value, "fsh", found, _read_fsh)
    value = made["estradiol"]
    if value == []:
        made["estradiol"] = _NO_RECORDS
    elif value is not None:
        made["estradiol"] = _records(value, "estradiol", found, _read_estradiol)
    value = made["weight"]
    if value == []:
        made["weight"] = _NO_RECORDS
    elif value is not None:
        made["weight"] = _records(value, "weight", found, _read_weight)
    value = made["height"]
    if value == []:
        made["height"] = _NO_RECORDS
    elif value is not None:
        made["height"] = _records(value, "height", found, _read_height)
    value = made["fev1_predicted"]
    if value == []:
        made["fev1_predicted"] = _NO_RECORDS
    elif value is not None:
        made["fev1_predicted"] = _records(value, "fev1_predicted", found, _read_fev1_predicted)
    value = made["fev1"]
    if value == []:
        made["fev1"] = _NO_RECORDS
    elif value is not None:
        made["fev1"] = _records(value, "fev1", found, _read_fev1)
    value = made["fvc"]
    if value == []:
        made["fvc"] = _NO_RECORDS
    elif value is not None:
        made["fvc"] = _records(value, "fvc", found, _read_fvc)
    value = made["ipratropium_tests"]
    if value == []:
        made["ipratropium_tests"] = _NO_RECORDS
    elif value is not None:
        made["ipratropium_tests"] = _records(
            value, "ipratropium_tests", found, _read_ipratropium_tests
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
    value = made["qt"]
    if value == []:
        made["qt"] = _NO_RECORDS
    elif value is not None:
        made["qt"] = _records(value, "qt", found, _read_qt)
    value = made["ecg_rate"]
    if value == []:
        made["ecg_rate"] = _NO_RECORDS
    elif value is not None:
        made["ecg_rate"] = _records(value, "ecg_rate", found, _read_ecg_rate)
    value = made["supine_heart_rate"]
    if value == []:
        made["supine_heart_rate"] = _NO_RECORDS
    elif value is not None:
        made["supine_heart_rate"] = _records(
            value, "supine_heart_rate", found, _read_supine_heart_rate
        )
    value = made["blood_pressures"]
    if value == []:
        made["blood_pressures"] = _NO_RECORDS
    elif value is not None:
        made["blood_pressures"] = _records(value, "blood_pressures", found, _read_blood_pressures)
    value = made["hbsag"]
    if value == []:
        made["hbsag"] = _NO_RECORDS
    elif value is not None:
        made["hbsag"] = _records(value, "hbsag", found, _read_hbsag)
    value = made["hcv_antibody"]
    if value == []:
        made["hcv_antibody"] = _NO_RECORDS
    elif value is not None:
        made["hcv_antibody"] = _records(value, "hcv_antibody", found, _read_hcv_antibody)
    value = made["liver_findings"]
    if value == []:
        made["liver_findings"] = _NO_RECORDS
    elif value is not None:
        made["liver_findings"] = _records(value, "liver_findings", found, _read_liver_findings)
    value = made["drug_screen"]
    if value == []:
        made["drug_screen"] = _NO_RECORDS
    elif value is not None:
        made["drug_screen"] = _records(value, "drug_screen", found, _read_drug_screen)
    value = made["alcohol_screen"]
    if value == []:
        made["alcohol_screen"] = _NO_RECORDS
    elif value is not None:
        made["alcohol_screen"] = _records(value, "alcohol_screen", found, _read_alcohol_screen)
    value = made["hiv_antibody"]
    if value == []:
        made["hiv_antibody"] = _NO_RECORDS
    elif value is not None:
        made["hiv_antibody"] = _records(value, "hiv_antibody", found, _read_hiv_antibody)
    value = made["drinking"]
    if value == []:
        made["drinking"] = _NO_RECORDS
    elif value is not None:
        made["drinking"] = _records(value, "drinking", found, _read_drinking)
    value = made["investigational_products"]
    if value == []:
        made["investigational_products"] = _NO_RECORDS
    elif value is not None:
        made["investigational_products"] = _records(
            value, "investigational_products", found, _read_investigational_products
        )
    value = made["new_entities"]
    if value == []:
        made["new_entities"] = _NO_RECORDS
    elif value is not None:
        made["new_entities"] = _records(value, "new_entities", found, _read_new_entities)
    value = made["drugs"]
    if value == []:
        made["drugs"] = _NO_RECORDS
    elif value is not None:
        made["drugs"] = _records(value, "drugs", found, _read_drugs)
    value = made["blood_losses"]
    if value == []:
        made["blood_losses"] = _NO_RECORDS
    elif value is not None:
        made["blood_losses"] = _records(value, "blood_losses", found, _read_blood_losses)
    value = made["pregnancy_test"]
    if value == []:
        made["pregnancy_test"] = _NO_RECORDS
    elif value is not None:
        made["pregnancy_test"] = _records(value, "pregnancy_test", found, _read_pregnancy_test)
    patient = _new(Patient)
    _set_attribute(patient, "__dict__", made)
    return patient
