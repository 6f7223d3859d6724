"""Small protocols on declarations of the library, and what both evaluators say of a patient."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Context, Decimal, localcontext
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from critc.emit.python import load
from critc.ir.evaluate import Result, screen
from critc.ir.nodes import Program
from critc.ir.record import read
from critc.pipeline import compile_source
from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse

LIBRARY = Path(__file__).parents[2] / "criteria" / "library"
FILES = ("formulas", "scales", "definitions")
_FORMULA = re.compile(r"^formula (\w+) \((.*?)\) : (\S+)", re.MULTILINE)
_BODY = re.compile(r"^formula (\w+).*\n((?:  .*\n)+)", re.MULTILINE)
_SIGNS = ("≥", ">", "≤")
_SCALE = 10**20


@dataclass(frozen=True, slots=True)
class Signature:
    """What a formula asks for, each with its type, and the unit of what it gives."""

    file: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    type: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A compiled protocol, and the validator generated from it."""

    program: Program
    validator: ModuleType

    def results(self, patient: dict[str, Any]) -> dict[str, Result]:
        """Each criterion's result by the reference; the validator must have the same outcomes."""
        found = screen(self.program, read(self.program, patient)).results
        outcomes = self.validator.outcomes(self.validator.Patient.from_dict(patient))
        assert outcomes == {name: result.outcome for name, result in found.items()}
        return dict(found)

    def outcomes(self, patient: dict[str, Any]) -> list[bool | None]:
        """The outcomes of the criteria in their order."""
        return [result.outcome for result in self.results(patient).values()]


@cache
def text(file: str) -> str:
    """A file of the library."""
    return (LIBRARY / f"{file}.crit").read_text(encoding="utf-8")


@cache
def declarations(file: str) -> tuple[tree.Declaration, ...]:
    """What a file of the library declares, in its order."""
    parsed, unparsed = parse(Source(f"{file}.crit", text(file)))
    assert unparsed == ()
    return parsed.declarations


@cache
def signatures() -> dict[str, Signature]:
    """The formulas of the library by name."""
    found = {}
    for file in FILES:
        for name, parameters, type_ in _FORMULA.findall(text(file)):
            pairs = (part.split(" : ") for part in parameters.split(", "))
            found[name] = Signature(file, name, tuple((one, kind) for one, kind in pairs), type_)
    return found


def with_powers() -> set[str]:
    """The formulas in which something is raised to a power."""
    bodies = (body for file in FILES for body in _BODY.findall(text(file)))
    return {name for name, body in bodies if " ^ " in body}


def compiled(source: str) -> Trial:
    """A protocol of this text, of which there is nothing to say."""
    compilation = compile_source(Source("tried.crit", f'protocol TRIED "Tried"\n\n{source}'))
    assert compilation.diagnostics == ()
    assert compilation.program is not None
    return Trial(compilation.program, load(compilation.program))


def version(file: str) -> str:
    """The version that a file of the library says it is."""
    head = declarations(file)[0]
    assert isinstance(head, tree.Library)
    return head.version


def use(file: str, *names: str) -> str:
    """The line that borrows names from a file of the library."""
    return f'use {", ".join(names)} from library/{file} version "{version(file)}"\n'


def with_library(file: str, names: tuple[str, ...], source: str) -> Trial:
    """A protocol of this text that borrows names from a file of the library."""
    return compiled(f"{use(file, *names)}{source}")


@cache
def limited(name: str) -> Trial:
    """A formula of the library, of given facts: 1 at least, 2 above, 3 at most a given limit."""
    formula = signatures()[name]
    call = f"{name}({', '.join(parameter for parameter, _ in formula.parameters)})"
    source = compared(call, formula.parameters, formula.type)
    return with_library(formula.file, (name,), source)


def compared(call: str, parameters: tuple[tuple[str, str], ...], type_: str) -> str:
    """Criteria that compare something with a limit, which has up to forty decimals in two parts."""
    facts = [*parameters, ("limit", type_), ("rest", type_)]
    declared = [f'fact {fact} : {kind} "{fact}"' for fact, kind in facts]
    asked = [
        f"inclusion {number}\n  {call} {sign} limit + rest / {_SCALE}\n"
        for number, sign in enumerate(_SIGNS, start=1)
    ]
    return "\n".join([*declared, "", *asked])


def patient_with(arguments: str) -> dict[str, Any]:
    """``age = 55 a, female = no`` as a patient's JSON has it; ``?`` is left out, as not known."""
    patient: dict[str, Any] = {}
    for argument in arguments.split(", "):
        name, _, value = argument.partition(" = ")
        if value != "?":
            patient[name] = _value(value)
    return patient


def _value(value: str) -> Any:
    if value in ("yes", "no"):
        return value == "yes"
    number, _, unit = value.partition(" ")
    return {"value": number, "unit": unit} if unit else value


def limited_to(program: Program, value: Decimal) -> dict[str, Any]:
    """A limit of up to forty decimals, in the unit that it is declared in."""
    kind = next(fact.type for fact in program.facts if fact.name == "limit")
    units = getattr(kind, "units", ())
    with localcontext(Context(prec=80)):
        limit = value.quantize(Decimal("1e-20"), rounding=ROUND_FLOOR)
        rest = ((value - limit) * _SCALE).quantize(Decimal("1e-20"), rounding=ROUND_FLOOR)
    texts = {"limit": f"{limit:f}", "rest": f"{rest:f}"}
    if not units:
        return texts
    return {name: {"value": text, "unit": units[0].code} for name, text in texts.items()}
