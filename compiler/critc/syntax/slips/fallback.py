"""When no slip is recognised: what may stand here, in words."""

from __future__ import annotations

from critc.diagnostic import Diagnostic
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
    """What may follow the word before the place."""
    before = spot.before
    if before.isdigit():
        return "After a number stands its unit, a sign such as × or +, or the end of the line."
    if before.startswith('"'):
        return "After quoted words the line ends."
    if before.isidentifier():
        return (
            "After a name stands a sign such as ≥ and a value, `is` and a choice, a time such as"
            " `within 4 weeks before first_dose`, or the end of the line."
        )
    return "One line says one thing: compare it with the examples in the language reference."
