"""Dictionaries made by hand: one of the size that a real protocol has, and one of odd cases."""

from __future__ import annotations

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
from critc.ir.nodes import Asked, Criterion, Fact, Part, Program

INVESTIGATOR = Judged("investigator")
RESULT = ("positive", "negative")
GRADE = Number(whole=True, low=Fraction(1), high=Fraction(5))


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, name.replace("_", " ")) for name in names)


def one_of(*names: str) -> Choice:
    return Choice(options(*names))


def amount(*units: str, limits: bool = False, low: Fraction | None = Fraction(0)) -> Quantity:
    """Its units as "cm 10": the code, and the factor to the first one."""
    accepted = []
    for unit in units:
        code, _, factor = unit.partition(" ")
        accepted.append(UnitOption(code, code.strip("[]"), Fraction(factor or 1)))
    return Quantity(tuple(accepted), low=low, limits=limits)


def asked(name: str, kind: Type, question: str = "", moment: bool = False) -> Declared:
    words = question or name.replace("_", " ").capitalize() + "?"
    return Declared(name, kind, words, line=1, moment=moment)


def records(name: str, *fields: Declared) -> Listed:
    return Listed(name, name.replace("_", " ").capitalize(), fields, "records", line=1)


def measurement(name: str, value: Type) -> Listed:
    fields = (
        asked("value", value, "Result"),
        asked("date", Date(), "Date of the sample"),
        asked("visit", one_of("consent", "screening", "first_dose"), "Visit"),
        asked("laboratory", one_of("central", "local"), "Laboratory"),
    )
    return Listed(name, name.replace("_", " "), fields, "measurement", line=1)


def program(
    protocol: str,
    facts: tuple[Declared, ...],
    lists: tuple[Listed, ...],
    parts: tuple[Part, ...] = (),
    answer: str = "",
) -> Program:
    """A protocol with this dictionary; its only criterion, if any, is that an answer is yes."""
    title, file = f"A study called {protocol}", f"criteria/{protocol}.crit"
    criteria = (
        [Criterion("I1", "inclusion", "1", "Yes.", Asked(Fact(answer)), 1, 1)] if answer else []
    )
    header = (protocol, title, "1", "registry", file, "0" * 64)
    return Program(*header, facts, lists, tuple(criteria), parts=parts)


LUNG_FACTS = (
    asked("consent", Date(), "Date of written informed consent", moment=True),
    asked("screening", Date(), "Date of the screening visit", moment=True),
    asked("first_dose", Date(), "Date of the first dose of study treatment", moment=True),
    asked("birth_date", Date(), "Date of birth"),
    asked("sex", one_of("female", "male"), "Sex"),
    asked("sclc_confirmed_by", one_of("histology", "cytology", "nothing")),
    asked("extensive_stage", YesNo(), "Is the disease extensive-stage?"),
    asked("ecog", Number(True, Fraction(0), Fraction(5)), "ECOG performance status"),
    asked("life_expectancy_3_months", INVESTIGATOR, "Is life expectancy at least 3 months?"),
    asked("adequate_organ_function", INVESTIGATOR, "Is organ function adequate?"),
    asked("fertile", YesNo(), "Could the patient become pregnant or father a child?"),
    asked("childbearing_potential", YesNo(), "Is she a woman of childbearing potential?"),
    asked("contraception_agreed", YesNo()),
    asked("written_consent", YesNo()),
    asked("first_study_procedure", Date(or_none=True), "Date of the first study procedure"),
    asked("procedure_before_signature", YesNo()),
    asked("combined_sclc", YesNo()),
    asked("sclc_from_nsclc", YesNo()),
    asked("nsclc_from_sclc", YesNo()),
    asked("elective_surgery_foreseen", INVESTIGATOR),
    asked("immunosuppression_bars", Judged("sponsor")),
    asked("allogeneic_stem_cell_transplant", YesNo()),
    asked("solid_organ_transplant", YesNo()),
    asked("brain_metastases", one_of("none_known", "untreated", "treated")),
    asked("brain_stable", Period(or_none=True)),
    asked("last_steroid_dose", Date(or_none=True)),
    asked("peritumoral_edema", Judged("radiologist")),
    asked("leptomeningeal_metastasis", YesNo()),
    asked("brainstem_metastasis", YesNo()),
    asked("cord_compression", YesNo()),
    asked("immunodeficiency_history", YesNo()),
    asked("hiv_test", one_of(*RESULT), "HIV test"),
    asked("hbsag", one_of(*RESULT), "Hepatitis B surface antigen (HBsAg)"),
    asked("hbv_dna_unit", one_of("iu_per_ml", "copies_per_ml")),
    asked("hbv_dna", amount("[IU]/mL", "[IU]/L 1/1000", "k[IU]/mL 1000"), "HBV DNA"),
    asked("hbv_dna_copies", amount("{copies}/mL")),
    asked("hcv_antibody", one_of(*RESULT)),
    asked("ild", YesNo(), "Does the patient have interstitial lung disease?"),
    asked("radiation_fibrosis", YesNo()),
    asked("fibrosis_steroids", YesNo()),
    asked("cardiovascular_history", INVESTIGATOR),
    asked("cerebrovascular_history", INVESTIGATOR),
    asked("effusion_needs_intervention", YesNo()),
    asked("stable_undrained", YesNo()),
    asked("stable_after_drainage", Period(or_none=True)),
    asked("pericardial_effusion", YesNo()),
    asked("minimal_pericardial_effusion", INVESTIGATOR),
    asked("alcohol_dependence", YesNo()),
    asked("drug_dependence", YesNo()),
    asked("psychiatric_history", YesNo()),
    asked("poor_compliance", INVESTIGATOR),
    asked("pregnant", YesNo()),
    asked("breastfeeding", YesNo()),
    asked("other_condition", INVESTIGATOR),
)

LUNG_LISTS = (
    records(
        "therapies",
        asked("line_number", Number(True, Fraction(1), Fraction(20)), "Line of therapy"),
        asked("drug_classes", Set(options("pd1_pdl1", "platinum", "other"))),
        asked("refractory", YesNo()),
    ),
    records(
        "lesions",
        asked("site", one_of("lymph_node", "brain", "other")),
        asked("longest", amount("mm", "cm 10")),
        asked("short_axis", amount("mm", "cm 10")),
        asked("irradiated", YesNo()),
        asked("progressed_after_local_therapy", YesNo()),
        asked("recist_target", Judged("radiologist")),
    ),
    records(
        "hypersensitivities",
        asked("agent", one_of("antibody_therapy", "ibi363_ingredient", "other")),
        asked("grade", GRADE),
    ),
    records(
        "surgeries",
        asked("done_on", Date()),
        asked("needle_biopsy", YesNo()),
        asked("major_surgery", INVESTIGATOR),
    ),
    records("traumas", asked("injured_on", Date()), asked("significant_trauma", INVESTIGATOR)),
    records(
        "steroids",
        asked("prednisone_equivalent", amount("mg/d", "g/d 1000")),
        asked("steroid_given", Period()),
        asked("route", one_of("systemic", "topical", "ocular", "intranasal", "inhaled")),
        asked("short_term_prophylaxis", INVESTIGATOR),
    ),
    records("immunosuppressants", asked("drug_name", Text()), asked("agent_given", Period())),
    records(
        "immunomodulators",
        asked("drug", one_of("thymosin", "interleukin_2", "interferon", "other")),
        asked("given", Period()),
        asked("immunomodulatory", INVESTIGATOR),
    ),
    records("vaccinations", asked("vaccinated_on", Date()), asked("live_attenuated", YesNo())),
    records(
        "adverse_events",
        asked("term", Text()),
        asked("worst_grade", GRADE),
        asked("grade_now", Number(True, Fraction(0), Fraction(5))),
        asked("immune_related", YesNo()),
        asked("myocarditis", YesNo()),
        asked("no_safety_risk", INVESTIGATOR),
        asked("at_inclusion_level", INVESTIGATOR),
    ),
    records("infections", asked("active_days", Period()), asked("needs_iv", YesNo())),
    records(
        "autoimmune_diseases",
        asked("disease", one_of("thyroiditis", "type_1_diabetes", "vitiligo", "other")),
        asked("active", YesNo()),
        asked("may_recur", INVESTIGATOR),
        asked("well_controlled", YesNo()),
        asked("systemic_therapy", Period(or_none=True)),
    ),
    records("malignancies", asked("malignancy", Text()), asked("cured_since", Date(or_none=True))),
    records(
        "cavity_drugs",
        asked("cavity_drug", Text()),
        asked("during_drainage", YesNo()),
        asked("given_on", Date()),
        asked("half_life", amount("d", "h 1/24")),
    ),
    measurement("serum_pregnancy_test", one_of(*RESULT)),
    measurement("hcv_rna", amount("[IU]/mL", "[IU]/L 1/1000", limits=True)),
)

LUNG = program("NCT00000001", LUNG_FACTS, LUNG_LISTS, answer="written_consent")

LUNG_PATIENT = """{
  "id": "0017", "protocol": "NCT00000001",
  "consent": "2026-02-10", "screening": "2026-02-12", "first_dose": "2026-03-02",
  "birth_date": "1961-07-23", "sex": "female", "sclc_confirmed_by": "histology",
  "extensive_stage": true, "ecog": 1, "life_expectancy_3_months": "yes",
  "adequate_organ_function": "yes", "fertile": true, "childbearing_potential": true,
  "contraception_agreed": true, "written_consent": true, "first_study_procedure": "2026-02-12",
  "procedure_before_signature": false, "combined_sclc": false, "sclc_from_nsclc": false,
  "nsclc_from_sclc": false, "elective_surgery_foreseen": "no", "immunosuppression_bars": "no",
  "allogeneic_stem_cell_transplant": false, "solid_organ_transplant": false,
  "brain_metastases": "treated", "brain_stable": {"start": "2026-01", "end": "ongoing"},
  "last_steroid_dose": "none", "peritumoral_edema": "no", "leptomeningeal_metastasis": false,
  "brainstem_metastasis": false, "cord_compression": false, "immunodeficiency_history": false,
  "hiv_test": "negative", "hbsag": "positive", "hbv_dna_unit": "iu_per_ml",
  "hbv_dna": {"value": 20, "unit": "[IU]/mL", "bound": "<"}, "hcv_antibody": "negative",
  "ild": false, "cardiovascular_history": "no", "cerebrovascular_history": "no",
  "effusion_needs_intervention": false, "pericardial_effusion": false,
  "alcohol_dependence": false, "drug_dependence": false, "psychiatric_history": false,
  "poor_compliance": "no", "pregnant": false, "breastfeeding": false, "other_condition": "no",
  "therapies": [
    {"line_number": 1, "drug_classes": ["platinum", "pd1_pdl1"], "refractory": false},
    {"line_number": 2, "drug_classes": ["other"], "refractory": true}
  ],
  "lesions": [
    {"site": "lymph_node", "short_axis": {"value": 17.5, "unit": "mm"}, "irradiated": false,
     "recist_target": "yes"},
    {"site": "other", "longest": {"value": 31, "unit": "mm"}, "irradiated": false,
     "recist_target": "yes"}
  ],
  "hypersensitivities": [], "surgeries": [
    {"done_on": "2025-11-04", "needle_biopsy": true, "major_surgery": "no"}
  ],
  "traumas": [],
  "steroids": [
    {"prednisone_equivalent": {"value": 5, "unit": "mg/d"}, "route": "inhaled",
     "steroid_given": {"start": "2026-01-05", "end": "ongoing"}, "short_term_prophylaxis": "no"}
  ],
  "immunosuppressants": [], "immunomodulators": [], "vaccinations": [],
  "adverse_events": [
    {"term": "alopecia", "worst_grade": 2, "grade_now": 1, "immune_related": false,
     "myocarditis": false, "no_safety_risk": "yes"}
  ],
  "infections": [], "autoimmune_diseases": [],
  "malignancies": [{"malignancy": "basal cell carcinoma", "cured_since": "2012-05"}],
  "cavity_drugs": [],
  "serum_pregnancy_test": [{"value": "negative", "date": "2026-02-26"}],
  "hcv_rna": [{"value": 0, "unit": "[IU]/mL", "date": "2026-02-20", "uln": 15}]
}"""


CELSIUS = Quantity(
    (
        UnitOption("Cel", "°C"),
        UnitOption("[degF]", "°F", Fraction(5, 9), Fraction(-160, 9)),
        UnitOption("K", "K", Fraction(1), Fraction("-273.15")),
    ),
    low=Fraction(25),
    high=Fraction("45.5"),
)
POUNDS = (UnitOption("kg", "kg"), UnitOption("[lb_av]", "lb", Fraction("0.45359237")))

ODD_FACTS = (
    asked("fever", CELSIUS, 'Temperature, if "feverish"'),
    asked("weight", Quantity(POUNDS, Fraction("0.35"), Fraction(300)), "Weight \\ (kg)?"),
    asked("t_score", Number(low=Fraction("-9.75"), high=Fraction("2.5")), "T-score"),
    asked("balance", Number(high=Fraction(-1)), "Base excess"),
    asked("children", Number(True, Fraction(0), None, "children"), "Children"),
    asked("change", Number(True), "Change"),
    asked("rank", Number(True, Fraction(-3), Fraction(12)), "Rank"),
    asked("creatinine", amount("mg/dL", "umol/L 113/10000", limits=True, low=None), "Creatinine"),
    asked("class", YesNo(), "A name that Python has another use for"),
    asked("dict", YesNo(), "And another"),
    asked("nyha", Choice(options("I", "II", "III", "IV"), ordered=True), "NYHA class"),
    asked("metastases", Set(options("liver", "brain")), "Where are there metastases?"),
    asked("remark", Text(), "Remark"),
    asked("fit", Judged("sponsor"), "Is the patient fit?"),
    Declared("born", Date(), "Date of birth", 1, (Code("loinc", "21112-8"),), moment=True),
    asked("cured", Date(or_none=True), "Cured since"),
    asked("remission", Period(or_none=True), "Longest remission"),
    asked("stay", Period(), "Stay in hospital"),
)

ODD_LISTS = (
    records("doses", asked("from", Date()), asked("size", amount("mg")), asked("note", Text())),
    records("days", asked("day_of", Date()), asked("day_grade", GRADE)),
    records(
        "metastatic_sites_by_modality_and_region_at_baseline",
        asked("largest_diameter_of_the_lesion_by_computed_tomography", amount("mm")),
        asked("certainty_that_the_lesion_was_described_as_metastatic", INVESTIGATOR),
        asked(
            "anatomical_region",
            one_of("head_and_neck", "thorax", "upper_abdomen", "lower_abdomen", "pelvis", "limbs"),
        ),
    ),
    measurement("karnofsky", Number(True, Fraction(0), Fraction(100))),
    measurement("temperatures", CELSIUS),
    measurement("alt", amount("U/L", "ukat/L 60", limits=True)),
    measurement("dipstick", Choice(options("trace", "one_plus"), ordered=True)),
)

ODD = program(
    "ODD-1",
    ODD_FACTS,
    ODD_LISTS,
    (Part("phase_1", "Phase 1"), Part("phase_2", "Phase 2")),
    answer="fit",
)
