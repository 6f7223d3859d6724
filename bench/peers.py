"""The same 31 criteria for two rule engines: CEL (in Rust) and rule-engine (in Python).

Both are two-valued and know neither partial dates nor exact decimals, so they are measured on a patient
of whom everything is known, with dates as day numbers and the age worked out beforehand. Each expression
says whether the criterion is satisfied.
"""

from __future__ import annotations

from datetime import date
from typing import Any

CEL = {
    "I1": "age >= 18 && age <= 75",
    "I2": "sclc_confirmed_by == 'histology'",
    "I3": (
        "extensive_stage && [1, 2, 3, 4, 5, 6].filter(n, therapies.exists(t, t.refractory && "
        "t.line_number == n)).size() in [2, 3] && "
        "therapies.exists(t, t.refractory && 'pd1_pdl1' in t.drug_classes)"
    ),
    "I4": (
        "lesions.exists(l, l.recist_target && l.site != 'brain' && (l.site == 'lymph_node' ? "
        "l.short_axis >= 15 : l.longest >= 10) && "
        "(!l.irradiated || l.progressed_after_local_therapy))"
    ),
    "I5": "ecog >= 0 && ecog <= 1",
    "I6": "life_expectancy_3_months",
    "I7": "adequate_organ_function",
    "I8": (
        "(!fertile || contraception_agreed) && (sex != 'female' || !childbearing_potential || "
        "serum_pregnancy_test.exists(t, t.value == 'negative' && t.date <= first_dose && "
        "t.date >= first_dose - 7))"
    ),
    "I9": (
        "written_consent && !(first_study_procedure < consent || "
        "(first_study_procedure == consent && procedure_before_signature))"
    ),
    "E1": "!(combined_sclc || sclc_from_nsclc || nsclc_from_sclc)",
    "E2": (
        "!hypersensitivities.exists(h, (h.agent == 'antibody_therapy' && h.grade >= 3) || "
        "h.agent == 'ibi363_ingredient')"
    ),
    "E3": (
        "!(surgeries.exists(s, s.done_on >= first_dose - 28 && s.done_on <= first_dose && "
        "s.major_surgery && !s.needle_biopsy) || traumas.exists(t, t.injured_on >= first_dose - 28 "
        "&& t.injured_on <= first_dose && t.significant_trauma) || elective_surgery_foreseen)"
    ),
    "E4": (
        "!(steroids.exists(s, s.given_start <= first_dose && s.given_end >= first_dose - 14 && "
        "s.prednisone_equivalent > 10 && !(s.route in ['topical', 'ocular', 'intra_articular', "
        "'intranasal', 'inhaled'] || s.short_term_prophylaxis)) || (immunosuppressants.exists(d, "
        "d.given_start <= first_dose && d.given_end >= first_dose - 28) && immunosuppression_bars))"
    ),
    "E5": (
        "!immunomodulators.exists(d, d.given_start <= first_dose && d.given_end >= first_dose - 14 "
        "&& (d.drug in ['thymosin', 'interleukin_2', 'interferon'] || d.immunomodulatory))"
    ),
    "E6": (
        "!vaccinations.exists(v, v.given_on >= first_dose - 28 && v.given_on <= first_dose && "
        "v.live_attenuated)"
    ),
    "E7": "!(allogeneic_stem_cell_transplant || solid_organ_transplant)",
    "E8": (
        "!adverse_events.exists(e, e.grade_now > 1 && !(e.no_safety_risk || e.at_inclusion_level))"
    ),
    "E9": (
        "!(brain_metastases == 'untreated' || (brain_metastases == 'treated' && !("
        "brain_stable_start <= first_dose - 28 && brain_stable_end >= first_dose && "
        "last_steroid_dose <= first_dose - 14 && !peritumoral_edema)) || leptomeningeal_metastasis "
        "|| brainstem_metastasis || cord_compression)"
    ),
    "E10": (
        "!infections.exists(i, i.active_days_start <= screening && i.active_days_end >= screening "
        "&& i.needs_iv)"
    ),
    "E11": "!(immunodeficiency_history || hiv_test == 'positive')",
    "E12": (
        "!((hbsag == 'positive' && (hbv_dna_unit == 'copies_per_ml' ? hbv_dna_copies >= 1000 : "
        "hbv_dna >= 1000)) || (hcv_antibody == 'positive' && "
        "hcv_rna.exists(v, v.date <= first_dose && v.value > v.uln)))"
    ),
    "E13": "!(ild && !(radiation_fibrosis && !fibrosis_steroids))",
    "E14": "!(cardiovascular_history || cerebrovascular_history)",
    "E15": (
        "!autoimmune_diseases.exists(a, (a.active || a.may_recur) && !((a.disease == 'thyroiditis' "
        "&& a.well_controlled) || a.disease in ['type_1_diabetes', 'vitiligo'] || "
        "(a.disease == 'atopic_dermatitis' && a.childhood_resolved) || (a.disease == 'psoriasis' && "
        "!(a.systemic_therapy_start <= first_dose && a.systemic_therapy_end >= first_dose - 731)) || "
        "(a.disease == 'other' && a.excepted_by_sponsor)))"
    ),
    "E16": (
        "!adverse_events.exists(e, e.immune_related && (e.worst_grade >= 3 || (e.myocarditis && "
        "e.worst_grade >= 2)))"
    ),
    "E17": "!malignancies.exists(m, !(m.cured_since <= first_dose - 730))",
    "E18": (
        "!((effusion_needs_intervention && !(stable_undrained || (stable_after_drainage_start <= "
        "first_dose - 7 && stable_after_drainage_end >= first_dose))) || (pericardial_effusion && "
        "!minimal_pericardial_effusion) || cavity_drugs.exists(d, d.during_drainage && "
        "d.given_on <= first_dose && first_dose - d.given_on < 21 && "
        "first_dose - d.given_on < 5 * d.half_life))"
    ),
    "E19": "!(alcohol_dependence || drug_dependence)",
    "E20": "!(psychiatric_history || poor_compliance)",
    "E21": "!(sex == 'female' && (pregnant || breastfeeding))",
    "E22": "!other_condition",
}
"""Criterion → expression in the Common Expression Language."""

NEVER, FOREVER = 0, 9_999_999


def rule_engine_text(expression: str) -> str:
    """A CEL expression in rule-engine's syntax: the operators are words, `exists` a comprehension."""
    text = _comprehensions(expression.replace("!=", "<>"))
    for sign, word in (("&&", "and"), ("||", "or"), ("!", "not "), ("<>", "!=")):
        text = text.replace(sign, word)
    return text.replace(".size()", ".length")


def _comprehensions(text: str) -> str:
    """``xs.exists(x, p)`` → ``$any([p for x in xs])``, and the one `filter` of inclusion 3."""
    for method in (".filter(", ".exists("):
        while method in text:
            at = text.index(method)
            start = text.rindex("[", 0, at) if text[at - 1] == "]" else at
            while start == at or text[start - 1].isalnum() or text[start - 1] == "_":
                start -= 1
            end = _closing(text, at + len(method))
            source, inner = text[start:at], text[at + len(method) : end]
            variable, _, condition = inner.partition(", ")
            made = (
                f"[{variable} for {variable} in {source} if {condition}]"
                if method == ".filter("
                else f"$any([({condition}) for {variable} in {source}])"
            )
            text = text[:start] + made + text[end + 1 :]
    return text


def _closing(text: str, at: int) -> int:
    depth = 1
    while depth:
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
    return at - 1


def flat(patient: dict[str, Any]) -> dict[str, Any]:
    """A patient's JSON as the engines want it: day numbers, plain numbers, booleans for judgements."""
    data = {name: _value(value) for name, value in patient.items()}
    for name in ("brain_stable", "stable_after_drainage"):
        data |= _ends(name, patient[name])
    born, at = date.fromisoformat(patient["birth_date"]), date.fromisoformat(patient["consent"])
    data["age"] = at.year - born.year - ((at.month, at.day) < (born.month, born.day))
    data["first_study_procedure"] = data["first_study_procedure"] or FOREVER
    return data


def _ends(name: str, period: Any) -> dict[str, int]:
    if not isinstance(period, dict):
        return {f"{name}_start": FOREVER, f"{name}_end": NEVER}
    return {f"{name}_start": _value(period["start"]), f"{name}_end": _value(period["end"])}


def _value(value: Any) -> Any:
    match value:
        case "yes" | "no":
            return value == "yes"
        case "none":
            return NEVER
        case "ongoing":
            return FOREVER
        case str() if len(value) == 10 and value[4] == "-":
            return date.fromisoformat(value).toordinal()
        case {"start": _, "end": _}:
            return value
        case {"value": number, "unit": _} if "date" not in value:
            return float(number)
        case dict():
            found = {name: _value(inner) for name, inner in value.items() if name != "unit"}
            periods = {n: v for n, v in value.items() if isinstance(v, dict) and "start" in v}
            for name, period in periods.items():
                found |= _ends(name, period)
            return found
        case list():
            return [_value(inner) for inner in value]
        case _:
            return value
