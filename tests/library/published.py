"""Values that were published, or worked out from the published equation without the compiler."""

from __future__ import annotations

from typing import NamedTuple

CDC = "US Centers for Disease Control and Prevention, About adult BMI, metric example"
NKF = "calculator of the US National Kidney Foundation, as quoted by the tests of admiral"
ADMIRAL = "tests of admiral 1.0 (pharmaverse)"
CLINPK = "tests of clinPK"
EP_STUDIOS = "tests of QTc (EP Studios), from online calculators"
TRANSPLANTR = "tests of transplantr"
MDCALC = "calculator of MDCalc, as quoted by the tests of admiral"
NCI = "US National Cancer Institute, Dictionary of Cancer Terms: pack year"
LABEL = "US Food and Drug Administration, label of prednisolone sodium phosphate oral solution"
CDC_OPIOIDS = "CDC Clinical Practice Guideline for Prescribing Opioids for Pain 2022, table"
MATTHEWS = "Matthews 1985: the reference of 4.5 mmol/L and 5 µU/mL is 1"
NGSP = "NGSP, IFCC standardization of HbA1c: table of equivalent values"
BY_HAND = "worked out from the published equation, by hand or with fifty digits"


class Row(NamedTuple):
    """What a formula must give. ``decimals`` says how far the source rounds; None: it is exact."""

    formula: str
    arguments: str
    value: str
    decimals: int | None
    source: str


ROWS = [
    # body size
    Row("bmi", "weight = 68 kg, height = 1.65 m", "24.98", 2, CDC),
    Row("bmi", "weight = 81 kg, height = 1.8 m", "25", None, BY_HAND),
    Row("bmi", "weight = 45000 g, height = 150 cm", "20", None, BY_HAND),
    Row("body_surface_area", "weight = 75 kg, height = 170 cm", "1.88", 2, ADMIRAL),
    Row("body_surface_area", "weight = 90 kg, height = 185 cm", "2.15", 2, ADMIRAL),
    Row("body_surface_area", "weight = 80 kg, height = 180 cm", "2", None, CLINPK),
    Row("body_surface_area", "weight = 36 kg, height = 1.44 m", "1.2", None, BY_HAND),
    Row("body_surface_area_du_bois", "weight = 75 kg, height = 170 cm", "1.86", 2, ADMIRAL),
    Row("body_surface_area_du_bois", "weight = 90 kg, height = 185 cm", "2.14", 2, ADMIRAL),
    Row("body_surface_area_du_bois", "weight = 80 kg, height = 180 cm", "1.996", 3, CLINPK),
    Row("ideal_body_weight", "height = 177.8 cm, female = no", "73", None, BY_HAND),
    Row("ideal_body_weight", "height = 177.8 cm, female = yes", "68.5", None, BY_HAND),
    Row("ideal_body_weight", "height = 152.4 cm, female = no", "50", None, BY_HAND),
    Row(
        "adjusted_body_weight",
        "weight = 103 kg, height = 177.8 cm, female = no",
        "85",
        None,
        BY_HAND,
    ),
    # kidneys
    Row(
        "cockcroft_gault",
        "age = 55 a, weight = 90 kg, creatinine = 1.09 mg/dL, female = no",
        "97",
        0,
        NKF,
    ),
    Row(
        "cockcroft_gault",
        "age = 25 a, weight = 60 kg, creatinine = 1 mg/dL, female = yes",
        "81.46",
        2,
        TRANSPLANTR,
    ),
    Row(
        "cockcroft_gault",
        "age = 68 a, weight = 72 kg, creatinine = 1.2 mg/dL, female = no",
        "60",
        None,
        BY_HAND,
    ),
    Row("ckd_epi_2021", "age = 0 a, creatinine = 0.9 mg/dL, female = no", "142", None, BY_HAND),
    Row(
        "ckd_epi_2021", "age = 0 a, creatinine = 0.7 mg/dL, female = yes", "143.704", None, BY_HAND
    ),
    Row("ckd_epi_2021", "age = 55 a, creatinine = 1.09 mg/dL, female = no", "80", 0, NKF),
    Row("ckd_epi_2021", "age = 55 a, creatinine = 1.2 mg/dL, female = no", "71", 0, NKF),
    # 96.3, 70, 77 and 65 µmol/L, divided by 88.42
    Row(
        "ckd_epi_2021",
        "age = 55 a, creatinine = 1.089120108573 mg/dL, female = no",
        "80.2293",
        4,
        ADMIRAL,
    ),
    Row(
        "ckd_epi_2021",
        "age = 52 a, creatinine = 0.791676091382 mg/dL, female = yes",
        "89.7175",
        4,
        ADMIRAL,
    ),
    Row(
        "ckd_epi_2021",
        "age = 67 a, creatinine = 0.870843700520 mg/dL, female = no",
        "94.5453",
        4,
        ADMIRAL,
    ),
    Row(
        "ckd_epi_2021",
        "age = 76 a, creatinine = 0.735127799140 mg/dL, female = yes",
        "84.4646",
        4,
        ADMIRAL,
    ),
    # 120 µmol/L, divided by 88.4
    Row(
        "ckd_epi_2009",
        "age = 45.2 a, creatinine = 1.357466063348 mg/dL, female = no, black = no",
        "62.5",
        1,
        TRANSPLANTR,
    ),
    Row(
        "ckd_epi_2009",
        "age = 0 a, creatinine = 0.7 mg/dL, female = yes, black = yes",
        "166.360542",
        None,
        BY_HAND,
    ),
    Row(
        "mdrd",
        "age = 55 a, creatinine = 1.09 mg/dL, female = no, black = no",
        "70.2",
        1,
        MDCALC,
    ),
    # 85 µmol/L, divided by 88.42
    Row(
        "mdrd",
        "age = 65 a, creatinine = 0.961320968107 mg/dL, female = yes, black = yes",
        "70.6",
        1,
        MDCALC,
    ),
    Row(
        "ckd_epi_2009",
        "age = 25 a, creatinine = 0.5 mg/dL, female = no, black = no",
        "150.6147",
        4,
        BY_HAND,
    ),
    Row(
        "ckd_epi_2009",
        "age = 80 a, creatinine = 2.4 mg/dL, female = no, black = no",
        "24.5563",
        4,
        BY_HAND,
    ),
    Row(
        "ckd_epi_2009",
        "age = 25 a, creatinine = 0.5 mg/dL, female = yes, black = yes",
        "155.9041",
        4,
        BY_HAND,
    ),
    Row(
        "ckd_epi_2009",
        "age = 80 a, creatinine = 2.4 mg/dL, female = yes, black = no",
        "18.4482",
        4,
        BY_HAND,
    ),
    Row(
        "mdrd",
        "age = 33 a, creatinine = 4.1 mg/dL, female = yes, black = no",
        "12.5323",
        4,
        BY_HAND,
    ),
    Row(
        "mdrd",
        "age = 81 a, creatinine = 0.5 mg/dL, female = no, black = yes",
        "193.4224",
        4,
        BY_HAND,
    ),
    Row("bedside_schwartz", "height = 101 cm, creatinine = 0.6 mg/dL", "69.5", 1, TRANSPLANTR),
    Row("bedside_schwartz", "height = 120 cm, creatinine = 0.6 mg/dL", "82.6", None, BY_HAND),
    # heart and circulation
    Row("qtcf", "qt = 278 ms, heart_rate = 88 /min", "315.9", 1, EP_STUDIOS),
    Row("qtcf", "qt = 334 ms, heart_rate = 112 /min", "411.2", 1, EP_STUDIOS),
    Row("qtcf", "qt = 402 ms, heart_rate = 47 /min", "370.6", 1, EP_STUDIOS),
    Row("qtcf", "qt = 219 ms, heart_rate = 132 /min", "284.8", 1, EP_STUDIOS),
    Row("qtcf", "qt = 456 ms, heart_rate = 77 /min", "495.5", 1, EP_STUDIOS),
    Row("qtcf", "qt = 450 ms, heart_rate = 60 /min", "450", None, BY_HAND),
    Row("qtcf", "qt = 300 ms, heart_rate = 202.5 /min", "450", None, BY_HAND),
    Row("qtcb", "qt = 278 ms, heart_rate = 88 /min", "336.7", 1, EP_STUDIOS),
    Row("qtcb", "qt = 334 ms, heart_rate = 112 /min", "456.3", 1, EP_STUDIOS),
    Row("qtcb", "qt = 402 ms, heart_rate = 47 /min", "355.8", 1, EP_STUDIOS),
    Row("qtcb", "qt = 219 ms, heart_rate = 132 /min", "324.8", 1, EP_STUDIOS),
    Row("qtcb", "qt = 456 ms, heart_rate = 77 /min", "516.6", 1, EP_STUDIOS),
    Row("qtcb", "qt = 369 ms, heart_rate = 100 /min", "476.4", 1, EP_STUDIOS),
    Row("qtcb", "qt = 300 ms, heart_rate = 135 /min", "450", None, BY_HAND),
    Row(
        "mean_arterial_pressure",
        "systolic = 135 mm[Hg], diastolic = 75 mm[Hg]",
        "95",
        None,
        BY_HAND,
    ),
    # lungs and tobacco
    Row("fev1_fvc_ratio", "fev1 = 2.1 L, fvc = 3 L", "70", None, BY_HAND),
    Row("fev1_fvc_ratio", "fev1 = 1750 mL, fvc = 2.5 L", "70", None, BY_HAND),
    Row("pack_years", "cigarettes_per_day = 20, years_smoked = 1 a", "1", None, NCI),
    Row("pack_years", "cigarettes_per_day = 40, years_smoked = 6 mo", "1", None, NCI),
    Row("pack_years", "cigarettes_per_day = 8, years_smoked = 25 a", "10", None, BY_HAND),
    # change
    Row("relative_decline", "earlier = 60 %, later = 54 %", "10", None, BY_HAND),
    Row("relative_decline", "earlier = 60 %, later = 57 %", "5", None, BY_HAND),
    Row("relative_change", "earlier = 1.2, later = 1.5", "25", None, BY_HAND),
    # laboratory
    Row("corrected_calcium", "calcium = 5.9 mg/dL, albumin = 2.5 g/dL", "7.1", None, BY_HAND),
    Row("corrected_calcium", "calcium = 8 mg/dL, albumin = 28 g/L", "8.96", None, BY_HAND),
    Row(
        "absolute_neutrophil_count",
        "white_cells = 3 10*9/L, segmented = 45 %, bands = 5 %",
        "1.5",
        None,
        BY_HAND,
    ),
    Row(
        "ldl_friedewald",
        "total_cholesterol = 220 mg/dL, hdl = 45 mg/dL, triglycerides = 250 mg/dL",
        "125",
        None,
        BY_HAND,
    ),
    Row("homa_ir", "glucose = 4.5 mmol/L, insulin = 5 u[IU]/mL", "1", None, MATTHEWS),
    Row("homa_ir", "glucose = 5.6 mmol/L, insulin = 12 u[IU]/mL", "2.987", 3, BY_HAND),
    Row("hba1c_ngsp", "ifcc = 42 mmol/mol", "6.0", 1, NGSP),
    Row("hba1c_ngsp", "ifcc = 53 mmol/mol", "7.0", 1, NGSP),
    Row("hba1c_ngsp", "ifcc = 64 mmol/mol", "8.0", 1, NGSP),
    Row("hba1c_ngsp", "ifcc = 75 mmol/mol", "9.0", 1, NGSP),
    Row("hba1c_ngsp", "ifcc = 86 mmol/mol", "10.0", 1, NGSP),
    Row("hba1c_ngsp", "ifcc = 100 mmol/mol", "11.3", None, BY_HAND),
    Row(
        "fib_4",
        "age = 65 a, ast = 40 U/L, alt = 25 U/L, platelets = 160 10*9/L",
        "3.25",
        None,
        BY_HAND,
    ),
    Row(
        "fib_4",
        "age = 61 a, ast = 45 U/L, alt = 38 U/L, platelets = 150 10*9/L",
        "2.969",
        3,
        BY_HAND,
    ),
    Row(
        "apri", "ast = 80 U/L, upper_limit = 40 U/L, platelets = 160 10*9/L", "1.25", None, BY_HAND
    ),
    # equivalent doses
    *(
        Row("prednisone_equivalent", f"drug = {drug}, dose = {dose} mg/d", "15", None, LABEL)
        for drug, dose in {
            "cortisone": "75",
            "hydrocortisone": "60",
            "prednisolone": "15",
            "prednisone": "15",
            "methylprednisolone": "12",
            "triamcinolone": "12",
            "betamethasone": "2.25",
            "dexamethasone": "2.25",
        }.items()
    ),
    Row("prednisone_equivalent", "drug = dexamethasone, dose = 6 mg/d", "40", None, BY_HAND),
    Row("prednisone_equivalent", "drug = deflazacort, dose = 12 mg/d", "10", None, BY_HAND),
    Row("morphine_equivalent", "drug = hydrocodone, dose = 20 mg/d", "20", None, CDC_OPIOIDS),
    Row("morphine_equivalent", "drug = oxycodone, dose = 20 mg/d", "30", None, CDC_OPIOIDS),
    Row("morphine_equivalent", "drug = codeine, dose = 120 mg/d", "18", None, BY_HAND),
    Row("morphine_equivalent", "drug = hydromorphone, dose = 8 mg/d", "40", None, BY_HAND),
    Row("morphine_equivalent", "drug = methadone, dose = 10 mg/d", "47", None, BY_HAND),
    Row("morphine_equivalent", "drug = oxymorphone, dose = 10 mg/d", "30", None, BY_HAND),
    Row("morphine_equivalent", "drug = tapentadol, dose = 100 mg/d", "40", None, BY_HAND),
    Row("morphine_equivalent", "drug = tramadol, dose = 200 mg/d", "40", None, BY_HAND),
    Row("morphine_equivalent_of_fentanyl_patch", "rate = 75 ug/h", "180", None, BY_HAND),
    Row("doxorubicin_equivalent", "drug = doxorubicin, dose = 300 mg/m2", "300", None, BY_HAND),
    Row("doxorubicin_equivalent", "drug = daunorubicin, dose = 500 mg/m2", "300", None, BY_HAND),
    Row("doxorubicin_equivalent", "drug = epirubicin, dose = 400 mg/m2", "320", None, BY_HAND),
    Row("doxorubicin_equivalent", "drug = mitoxantrone, dose = 24 mg/m2", "252", None, BY_HAND),
    # liver: points of bilirubin, albumin, INR, ascites and encephalopathy
    *(
        Row(
            "child_pugh_score",
            f"bilirubin = {bilirubin}, albumin = {albumin}, inr = {inr}, ascites = {ascites}, "
            f"encephalopathy = {encephalopathy}",
            score,
            None,
            BY_HAND,
        )
        for bilirubin, albumin, inr, ascites, encephalopathy, score in [
            (1, 1, 1, 1, 1, "5"),
            (2, 1, 1, 1, 1, "6"),
            (1, 3, 1, 1, 2, "8"),
            (3, 2, 3, 2, 2, "12"),
            (3, 3, 3, 3, 3, "15"),
        ]
    ),
]
