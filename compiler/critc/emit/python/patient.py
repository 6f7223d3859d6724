"""The types of a patient's record: a dataclass for the patient, and one for each list's records."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from critc.emit.python.layout import WIDTH, bracketed, docstring, fitted, literal
from critc.emit.python.names import attribute
from critc.emit.python.pasted import machinery_names
from critc.ir.dictionary import (
    Choice,
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
    YesNo,
)
from critc.ir.nodes import Program
from critc.ir.words import shown

# Names at the top level of every validator, which no record may take.
TAKEN = frozenset(
    {
        "Any",
        "Callable",
        "Choices",
        "Day",
        "Decimal",
        "Fraction",
        "Generic",
        "InvalidPatient",
        "Item",
    }
    | {"Literal", "PartialDate", "Patient", "Period", "Problem", "Quantity", "Records", "Screening"}
)

# Plurals in -ses that only add an s; that of "metastases" takes more.
PLAIN_SES = ("diseases", "doses", "courses", "responses", "phases", "cases", "increases")

PATIENT = """What is known of a patient.

None is not known; ``Records()``, an empty list, says that there are none. ``from_dict`` and
``from_json`` check all that they read; what is made by hand is taken at its word.
"""

METHODS = '''
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
        return cls.from_dict(_parsed(text))'''


def record_names(program: Program) -> dict[str, str]:
    """The class of each list's records, by the list's name: ``AdverseEvent`` of adverse_events."""
    names: dict[str, str] = {}
    for listed in program.lists:
        plain = f"{_camel(listed.name)}Record"
        name = _camel(_singular(listed.name)) or plain
        if name in TAKEN | machinery_names() or name in names.values():
            name = plain
        while name in names.values():
            name += "_"
        names[listed.name] = name
    return names


def patient_types(program: Program) -> str:
    """Source text of the records' classes and of ``Patient``, two blank lines apart."""
    names = record_names(program)
    classes = [_record(listed, names[listed.name]) for listed in program.lists]
    return "\n\n\n".join("\n".join(lines) for lines in [*classes, _patient(program, names)])


def _singular(name: str) -> str:
    """The singular of a plural, or nothing where taking off its ending does not give one."""
    if name.endswith("ies") and not name.endswith(("series", "species")):
        return f"{name[:-3]}y"
    if name.endswith(("ss", "us", "is", "ses", "xes", "ches", "shes", "zes", "oes", "ies")):
        return name[:-1] if name.endswith(PLAIN_SES) else ""
    return name[:-1] if name.endswith("s") else ""


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def _record(listed: Listed, name: str) -> list[str]:
    what = "a value" if listed.kind == "measurement" else "a record"
    fields = [line for declared in listed.fields for line in _field(declared)]
    return [*_class(name, f"{listed.title}: {what}."), *fields]


def _patient(program: Program, names: dict[str, str]) -> list[str]:
    fields = ['    id: str = ""', '    """The patient\'s identifier; empty if none is given."""']
    if program.parts:
        parts = "; ".join(f"{part.name} ({part.title})" for part in program.parts)
        fields += ["    parts: Choices | None = None"]
        fields += docstring("    ", f"Parts of the study that the patient is in: {parts}.")
    for declared in program.facts:
        fields += _field(declared)
    for listed in program.lists:
        fields += _typed(listed.name, f"Records[{names[listed.name]}]")
        fields += docstring("    ", f"{listed.title}.")
    return [*_class("Patient", PATIENT), *fields, *METHODS.split("\n")]


def _class(name: str, words: str) -> list[str]:
    return ["@dataclass(frozen=True)", f"class {name}:", *docstring("    ", words), ""]


def _field(declared: Declared) -> list[str]:
    """A field with its type, and below it the question, and what its type does not say."""
    question = declared.question if declared.question[-1:] in ".?!" else f"{declared.question}."
    return [
        *_typed(declared.name, _annotation(declared)),
        *docstring("    ", " ".join([question, *_notes(declared)])),
    ]


def _typed(name: str, kind: str) -> list[str]:
    """The line of a field, which may be None; its type in parentheses where the line is long."""
    head, inside = f"    {attribute(name)}: ", f"        {kind} | None"
    if len(inside) <= WIDTH:
        broken = [inside]
    elif len(inside) <= WIDTH + len(" | None"):
        broken = [f"        {kind}", "        | None"]
    else:
        generic, _, options = kind.removesuffix("]").partition("[")
        broken = bracketed("        ", f"{generic}[", options.split(", "), "]")
        broken.append("        | None")
    whole = f"{head}{kind} | None ="
    if len(f"{whole} (") <= WIDTH:
        return fitted(f"{whole} None", [f"{whole} (", "        None", "    )"])
    return [f"{head}(", *broken, "    ) = None"]


def _annotation(declared: Declared) -> str:
    match declared.type:
        case YesNo() | Judged():
            return "bool"
        case Number(whole=whole):
            return "int" if whole else "Decimal"
        case Quantity():
            return "Quantity"
        case Date(or_none=or_none):
            return "Day | PartialDate" + ' | Literal["none"]' * or_none
        case Period(or_none=or_none):
            return "Period" + ' | Literal["none"]' * or_none
        case Choice(options=options):
            return f"Literal[{', '.join(literal(option.name) for option in options)}]"
        case Set():
            return "Choices"
        case Text():
            return "str"


def _notes(declared: Declared) -> Iterator[str]:
    """Sentences that say what the values of a field are."""
    match declared.type:
        case Judged(role=role):
            yield f"Decided by the {role}."
        case Number(low=low, high=high, noun=noun):
            yield from _span(low, high, f" {noun}" if noun else "")
        case Quantity(units=units, low=low, high=high, limits=limits):
            yield f"In {units[0].code}{', with its limits of normal' if limits else ''}."
            yield from _span(low, high, f" {units[0].code}")
        case Date(or_none=True):
            yield '"none" if it never happened.'
        case Period(or_none=True):
            yield '"none" if there was no such period.'
        case Choice(options=options, ordered=ordered):
            yield from _labels(options)
            if ordered:
                yield "The least comes first."
        case Set(options=options):
            yield f"Any of {', '.join(option.name for option in options)}."
            yield from _labels(options)
        case YesNo() | Date() | Period() | Text():
            pass
    if declared.codes:
        codes = (f"{code.system.upper()} {code.value}" for code in declared.codes)
        yield f"{', '.join(codes)}."


def _labels(options: tuple[Option, ...]) -> Iterator[str]:
    """What options mean that do not say it themselves."""
    told = [f"{o.name}: {o.label}" for o in options if o.label != o.name.replace("_", " ")]
    if told:
        yield f"{'; '.join(told)}."


def _span(low: Fraction | None, high: Fraction | None, unit: str) -> Iterator[str]:
    if low is not None and high is not None:
        yield f"From {shown(low)} to {shown(high)}{unit}."
    elif low is not None:
        yield f"At least {shown(low)}{unit}."
    elif high is not None:
        yield f"At most {shown(high)}{unit}."
