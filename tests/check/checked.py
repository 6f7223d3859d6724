"""Small protocols for the tests of the checks and of lowering."""

from __future__ import annotations

from critc.check import check
from critc.check.protocol import Protocol
from critc.diagnostic import Diagnostic
from critc.ir import nodes as n
from critc.ir.lower import lower
from critc.source import Source
from critc.syntax.parse import parse

DECLARATIONS = """\
moment screening "Screening visit"
moment first_dose "First dose"

fact age : years "Age"
fact ecog : whole number from 0 to 5 "ECOG"
fact weight : kg "Weight"
fact temperature : Cel "Temperature"
fact half_life : h "Half-life"
fact birth : date "Date of birth"
fact stable : period "Stable"
fact smoker "Smoker"
fact sex : one of male, female "Sex"
fact marker : any of a, b, c "Markers"
fact child_pugh : classes "Child-Pugh class"

choices classes in order
  - mild
  - moderate
  - severe

measurement alt : U/L "ALT" with reference range
measurement glucose : mg/dL "Glucose" molar mass 180 g/mol
measurement test : one of positive, negative "Test"

records steroids "Steroid courses"
  - dose : mg/d "Dose"
  - given : period
  - route : one of systemic, topical
  - line : whole number "Line"

records visits "Visits"
  - seen : date
  - well "Well?"
"""


def checked(text: str, declarations: str = DECLARATIONS) -> tuple[Protocol, tuple[Diagnostic, ...]]:
    """The protocol of a text below the declarations, and what is said of it."""
    source = Source("test.crit", f"{declarations}\n{text}")
    tree, unparsed = parse(source)
    assert unparsed == ()
    return check(tree, source)


def codes(text: str, declarations: str = DECLARATIONS) -> list[str]:
    """The codes of what is said of a text."""
    return [diagnostic.code for diagnostic in checked(text, declarations)[1]]


def core(text: str, declarations: str = DECLARATIONS) -> n.Program:
    """The core of a text without mistakes."""
    protocol, diagnostics = checked(text, declarations)
    assert diagnostics == ()
    return lower(protocol, protocol.file)


def condition(body: str, declarations: str = DECLARATIONS) -> n.Condition:
    """The core of the body of an inclusion."""
    lines = "\n".join("  " + line for line in body.splitlines())
    program = core(f"inclusion 1\n  > Text.\n{lines}\n", declarations)
    return program.criteria[0].condition


def body_codes(body: str, kind: str = "inclusion", declarations: str = DECLARATIONS) -> list[str]:
    """The codes of what is said of the body of a criterion."""
    lines = "\n".join("  " + line for line in body.splitlines())
    return codes(f"{kind} 1\n  > Text.\n{lines}\n", declarations)


# ---- core nodes that the tests expect often ---------------------------------------------------

SCREENING = n.DateOf(n.Fact("screening"))
FIRST_DOSE = n.DateOf(n.Fact("first_dose"))


def const(value: int | str) -> n.Const:
    """A number of the core, from its decimal or fraction."""
    from fractions import Fraction

    return n.Const(Fraction(value))


def days(amount: int, unit: n.LengthUnit = "day") -> n.Length:
    """A length of time."""
    return n.Length(const(amount), unit)


def field(var: str, name: str) -> n.Field:
    """A field of a bound record."""
    return n.Field(var, name)


def ends(ref: n.Ref) -> tuple[n.EndOf, n.EndOf]:
    """First and last day of a period."""
    return n.EndOf(ref, "start"), n.EndOf(ref, "end")
