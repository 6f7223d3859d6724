"""The Python validator of a protocol: one typed module of the standard library."""

from __future__ import annotations

import sys
import textwrap
from functools import cache
from itertools import count
from types import CodeType, ModuleType

from critc.emit.python.criteria import criterion_functions, definition_functions
from critc.emit.python.layout import bracketed, docstring, literal
from critc.emit.python.loading import loaders
from critc.emit.python.names import function
from critc.emit.python.pasted import FIRST, FOR_TYPES, MACHINERY, import_lines, pasted
from critc.emit.python.patient import patient_types
from critc.emit.python.places import Module
from critc.emit.python.trees import printed_call, tree, tree_name
from critc.ir import clauses, nodes
from critc.ir.words.english import visible
from critc.version import __version__

USE = """
    patient = Patient.from_json(text)  # raises InvalidPatient, which lists all that is wrong
    screening = screen(patient)
    print(screening.verdict)  # "eligible", "ineligible" or "undetermined"
    print(screening.to_json())  # with what decided, and what to ask

One function for each criterion says True (satisfied), False (violated) or None (not known).
"""

FUTURE = "from __future__ import annotations"


def emit(program: nodes.Program) -> str:
    """The text of the module. The same program gives the same text."""
    blocks = [
        "\n".join([about(program), "", FUTURE, "", imports()]),
        "\n".join(public(program)),
        *(pasted(name).text for name in FIRST),
        *criteria(program),
        *(pasted(name).text for name in MACHINERY),
        loaders(program),
    ]
    return "\n\n\n".join(block.strip("\n") for block in blocks) + "\n"


_numbers = count(1)


def load(program: nodes.Program) -> ModuleType:
    """The module, compiled in memory."""
    module = ModuleType(f"critc_validator_{next(_numbers)}")
    sys.modules[module.__name__] = module
    own = [FUTURE, *public(program), *criteria(program), loaders(program)]
    exec(_same_in_all(), module.__dict__)
    exec(compile("\n".join(own), f"<{module.__name__}>", "exec"), module.__dict__)
    return module


@cache
def _same_in_all() -> CodeType:
    """What is the same in all modules, compiled."""
    text = [FUTURE, imports(), *(pasted(name).text for name in (*FIRST, *MACHINERY))]
    return compile("\n".join(text), "<critc validator>", "exec")


def about(program: nodes.Program) -> str:
    """The module's docstring."""
    title = f"Screens patients for {visible(program.protocol)}: {visible(program.title)}."
    made = (
        f"Made by critc {__version__} from {visible(program.file)}; change that file, not this one."
    )
    text = "\n".join(docstring("", f"{title}\n\n{made}")).removesuffix('"""')
    return text.rstrip("\n") + "\n" + USE + '"""'


def imports() -> str:
    """Import statements, and what stands in for those that only types need."""
    wanted = frozenset().union(*(pasted(name).imports for name in (*FIRST, *MACHINERY)))
    for_types = frozenset((module, name) for module, name in wanted if module in FOR_TYPES)
    standins = textwrap.indent(pasted("standins").text.replace("\n\n\n", "\n\n"), "    ")
    return "\n".join(
        [
            *import_lines(wanted - for_types),
            "",
            "TYPE_CHECKING = False",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in import_lines(for_types)),
            "",
            '    Item = TypeVar("Item")',
            "else:",
            standins,
            "    Any = object",
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


def criteria(program: nodes.Program) -> list[str]:
    """The patient, the criteria and what they are made of."""
    module = Module.of(program)
    trees = clauses.trees(program)
    functions = [
        *criterion_functions(module, trees),
        *definition_functions(module, trees),
    ]
    return [
        patient_types(program),
        *(["\n".join(module.constants.lines)] if module.constants.lines else []),
        *("\n".join(lines) for lines in functions),
        "\n".join(screening(program)),
        *("\n".join(tree(of, clause)) for of, clause in trees.items()),
        "\n".join(registry(program)),
        "\n".join(dictionary(program)),
    ]


def screening(program: nodes.Program) -> list[str]:
    """All criteria, and the verdict."""
    entries = [f"{literal(one.id)}: {function(one.id)}(p)" for one in program.criteria]
    return [
        "def outcomes(p: Patient) -> dict[str, bool | None]:",
        '    """Whether each criterion is satisfied: True, False, or None where that is not known."""',
        *bracketed("    ", "return {", entries, "}"),
        "",
        "",
        "def verdict(p: Patient) -> str:",
        '    """The verdict: "ineligible", "undetermined" or "eligible"."""',
        "    return verdict_of(outcomes(p))",
        "",
        "",
        "def screen(p: Patient) -> Screening:",
        '    """Verdict and outcomes; explanations are worked out when they are asked for."""',
        "    found = outcomes(p)",
        "    return Screening(PROTOCOL, p, verdict_of(found), found, criteria, dictionary)",
    ]


def registry(program: nodes.Program) -> list[str]:
    """The clauses by criterion."""
    entries = [
        f"{literal(one.id)}: {tree_name(clauses.TreeOf('criterion', one.id))}"
        for one in program.criteria
    ]
    return [
        "def criteria() -> dict[str, Tree]:",
        '    """The clauses of each criterion."""',
        *bracketed("    ", "return {", entries, "}"),
    ]


def dictionary(program: nodes.Program) -> list[str]:
    """What is said and asked of each fact, list and field."""
    lines = [
        "def dictionary() -> dict[str, Entry]:",
        '    """What the data dictionary says of each fact, list and field."""',
        "    return {",
    ]
    for path, entry in clauses.entries(program):
        lines += printed_call(entry).lines(8, f"{literal(path)}: ", ",")
    return [*lines, "    }"]
