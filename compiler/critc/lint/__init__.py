"""What compiles and is probably wrong.

rules/: one a module · reasoning/: whether conditions can hold and can fail · subject: what a rule looks
at · allow: what a writer has silenced, with the reason · codes: what there is
"""

from __future__ import annotations

from critc.diagnostic import Diagnostic, in_order
from critc.lint.allow import allowed
from critc.lint.codes import CODES
from critc.lint.reasoning import Reasoning
from critc.lint.rules import RULES
from critc.lint.subject import Subject
from critc.pipeline import Compilation

__all__ = ["CODES", "lint"]


def lint(compilation: Compilation) -> tuple[Diagnostic, ...]:
    """What is probably wrong with a file, in the order of its lines.

    What a comment at its place allows is left out. A file with errors has first to be mended: of it
    nothing is said.
    """
    protocol, program = compilation.protocol, compilation.program
    if protocol is None or program is None:
        return ()
    source = compilation.source
    subject = Subject(source, protocol, program, compilation.is_library, Reasoning(protocol))
    found = (each for rule in RULES for each in rule(subject))
    return allowed(in_order(each for each in found if subject.own(each.span)), source)
