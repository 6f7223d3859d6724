"""When no slip is recognised: what may stand here, in words."""

from __future__ import annotations

from critc.diagnostic import Diagnostic
from critc.syntax.grammar import RESERVED
from critc.syntax.slips.spot import Spot

_AT_START = {
    "inclusion": "a condition, a heading such as `all of`, an exception or a query",
    "exclusion": "a condition, a heading such as `any of`, an exception or a query",
    "define": "a condition, a heading such as `all of`, an exception or a query",
    "protocol": "`title`, `version`, `source` or `note`, with quoted words",
    "records": "a field with a dash: `- given : period`",
    "choices": "a value with a dash",
    "fact": "a value of the choice, with a dash",
    "measurement": "a value of the choice, with a dash",
    "table": "a row of cells with | between them",
    "formula": "`source`, `empirical`, a `let`, what is computed, or an `example`",
    "patient": "a value with a dash: `- ecog = 1`",
    "case": "a value with a dash, `- ecog = 1`, or `expect` with an outcome",
}

_LINES = {
    "protocol": 'protocol NAME "Title"',
    "use": "use name from library/formulas",
    "moment": 'moment first_dose "First dose of study treatment"',
    "part": 'part phase_2 "Phase 2"',
    "choices": 'choices stage in order "Stage"',
    "fact": 'fact name : unit "Question?"',
    "judgement": 'judgement name by investigator "Question?"',
    "records": 'records name "What they are"',
    "measurement": 'measurement name : unit "What it is" code loinc "718-7" with reference range',
    "define": 'define name "What it means"',
    "formula": 'formula name (weight : kg, height : m) : kg/m2 "What it is"',
    "table": 'table name (class : drug_class) : duration "What it is"',
    "patient": 'patient name "Who it is"',
    "case": 'case "what it shows" of patient_name',
    "let": "let name be latest haemoglobin within 14 days before first_dose",
    "assessed": "assessed within 14 days before first_dose",
    "query": 'query ambiguous "Question?"',
    "read": 'read as "the reading taken"',
    "whichever": "whichever applies",
    "example": "example weight = 70 kg, height = 2 m gives 17.5 kg/m2",
}
_FOLLOWING = {
    "some": "the name of a list of records",
    "no": "the name of a list of records",
    "distinct": "a field, `in`, and the name of a list of records",
    "in": "the name of a list of records",
    "of": "a name",
    "is": "a choice, `not`, `one of`, or `from` and a range",
    "from": "a number",
    "to": "a number, or a date",
    "includes": "a choice, or `any of`, `all of`, `only` and choices",
    "where": "a condition, or a heading such as `all of`",
    "before": "a moment",
    "after": "a moment",
    "at": "a moment",
    "within": "a length of time, such as `14 days`",
    "throughout": "a length of time, such as `4 weeks`",
    "if": "a condition",
    "unless": "a condition, or a heading such as `any of`",
    "not": "a name",
}


def not_understood(spot: Spot) -> Diagnostic:
    """The plain message, with the word that does not fit underlined."""
    if spot.at_start or not spot.code[: spot.offset].strip():
        place = spot.line.span
        advice = _AT_START.get(spot.piece.word)
        return Diagnostic(
            "E0199",
            place,
            "This line is not understood here.",
            label="does not fit here",
            help=f"Here may stand {advice}." if advice else "",
        )
    start = spot.offset
    if spot.word:
        place, label = spot.part(start, start + len(spot.word)), "understood up to here"
    else:
        words = spot.code.rstrip()
        place = spot.part(max(0, len(words) - len(spot.before)), len(words))
        label = "something is missing after this"
    return Diagnostic(
        "E0199", place, "This line is not understood.", label=label, help=_after(spot)
    )


def _after(spot: Spot) -> str:
    """How a line that begins like this one is written, or what may follow the word before the place."""
    first = spot.code.split(maxsplit=1)[0]
    if not spot.index and spot.piece.word in _LINES:
        return f"It is written: `{_LINES[spot.piece.word]}`."
    if first in _LINES:
        return f"It is written: `{_LINES[first]}`."
    if spot.before in _FOLLOWING:
        return f"After `{spot.before}` stands {_FOLLOWING[spot.before]}."
    if spot.piece.word in ("patient", "case", "records", "choices", "table"):
        return f"Here may stand {_AT_START[spot.piece.word]}."
    if spot.before.isdigit():
        return "After a number stands its unit, a sign such as × or +, or the end of the line."
    if spot.before.startswith('"'):
        return "After quoted words the line ends."
    if spot.before.isidentifier() and spot.before not in RESERVED:
        return (
            "After a name stands a sign such as ≥ and a value, `is` and a choice, a time such as"
            " `within 4 weeks before first_dose`, or the end of the line."
        )
    return "One line says one thing: compare it with the examples in the language reference."
