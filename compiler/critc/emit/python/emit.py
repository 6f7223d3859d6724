"""The Python validator of a protocol: one typed module of the standard library."""

from __future__ import annotations

import sys
import textwrap
from itertools import count
from types import ModuleType

from critc.emit.python import clauses
from critc.emit.python.constants import Constants
from critc.emit.python.criteria import criterion_functions, definition_functions
from critc.emit.python.layout import bracketed, docstring, literal
from critc.emit.python.loading import loaders
from critc.emit.python.names import function
from critc.emit.python.pasted import FOR_TYPES, import_lines, pasted
from critc.emit.python.patient import patient_types
from critc.emit.python.terms import Bound
from critc.ir import nodes
from critc.ir.words.english import visible
from critc.version import __version__

FIRST = ("values", "problems", "trees")
MACHINERY = (
    "days",
    "loading",
    "quantities",
    "numbers",
    "calendar",
    "terms",
    "clauses",
    "windows",
    "lists",
    "tables",
)

USE = """
    patient = Patient.from_json(text)  # raises InvalidPatient, which lists all that is wrong
    screening = screen(patient)
    print(screening.verdict)  # "eligible", "ineligible" or "undetermined"
    print(screening.to_json())  # with what decided, and what to ask

One function for each criterion says True (satisfied), False (violated) or None (not known).
"""


def emit(program: nodes.Program) -> str:
    """The text of the module. The same program gives the same text."""
    constants = Constants()
    functions = [
        *criterion_functions(program, constants),
        *definition_functions(program, constants),
    ]
    blocks = [
        header(program),
        "\n".join(public(program)),
        *(pasted(name).text for name in FIRST),
        patient_types(program),
        *(["\n".join(sorted(constants.lines))] if constants.lines else []),
        *("\n".join(lines) for lines in functions),
        "\n".join(outcomes(program)),
        *("\n".join(lines) for lines in trees(program)),
        *(pasted(name).text for name in MACHINERY),
        loaders(program),
    ]
    return "\n\n\n".join(block.strip("\n") for block in blocks) + "\n"


def header(program: nodes.Program) -> str:
    """Docstring and imports."""
    title = f"Screens patients for {visible(program.protocol)}: {visible(program.title)}."
    made = (
        f"Made by critc {__version__} from {visible(program.file)}; change that file, not this one."
    )
    text = "\n".join([*docstring("", title + "\n\n" + made)])
    text = text.removesuffix('"""').rstrip("\n") + "\n" + USE + '"""'
    wanted = frozenset().union(*(pasted(name).imports for name in (*FIRST, *MACHINERY)))
    for_types = frozenset(
        (module, name) for module, name in wanted if module in FOR_TYPES
    )
    runtime = wanted - for_types
    standins = textwrap.indent(pasted("standins").text, "    ")
    return "\n".join(
        [
            text,
            "",
            "from __future__ import annotations",
            "",
            *import_lines(runtime),
            "",
            "TYPE_CHECKING = False",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in import_lines(for_types)),
            "",
            '    Item = TypeVar("Item")',
            "else:",
            standins,
        ]
    )


def public(program: nodes.Program) -> list[str]:
    """What the module says of itself."""
    return [
        f"PROTOCOL = {literal(program.protocol)}",
        f"TITLE = {literal(program.title)}",
        f"VERSION = {literal(program.version)}",
        f"SOURCE_SHA256 = {literal(program.sha256)}",
        "",
        "Day = date",
    ]


def outcomes(program: nodes.Program) -> list[str]:
    """All criteria, and the verdict."""
    entries = [f"{literal(one.id)}: {function(one.id)}(p)" for one in program.criteria]
    return [
        "def outcomes(p: Patient) -> dict[str, bool | None]:",
        '    """Whether each criterion is satisfied: True, False, or None where that is not known."""',
        *bracketed("    ", "return {", entries, "}"),
        "",
        "",
        "def verdict(p: Patient) -> str:",
        '    """"ineligible", "undetermined" or "eligible"."""',
        "    return verdict_of(outcomes(p))",
        "",
        "",
        "def verdict_of(found: dict[str, bool | None]) -> str:",
        '    """The verdict on these outcomes."""',
        "    if False in found.values():",
        '        return "ineligible"',
        '    return "undetermined" if None in found.values() else "eligible"',
    ]


def trees(program: nodes.Program) -> list[list[str]]:
    """The clauses of each criterion and of each definition."""
    made = []
    for one in program.criteria:
        name = clauses.criterion_clauses(function(one.id))
        made.append(tree(name, clauses.criterion(one, program)))
    for definition in program.definitions:
        name = clauses.definition_clauses(definition.name)
        made.append(tree(name, clauses.clause_of(definition.condition, Bound(program, {}))))
    return made


def tree(name: str, clause: clauses.Clause) -> list[str]:
    """The clauses of one criterion, built when they are first asked for."""
    return ["@Tree", f"def {name}() -> Clause:", *clause.call.lines(4, "return ")]


_numbers = count(1)


def load(program: nodes.Program) -> ModuleType:
    """The module, compiled in memory."""
    module = ModuleType(f"critc_validator_{next(_numbers)}")
    sys.modules[module.__name__] = module
    exec(compile(emit(program), f"<{module.__name__}>", "exec"), module.__dict__)
    return module
