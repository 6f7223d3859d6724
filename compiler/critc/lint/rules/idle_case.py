"""W0609: a case that expects nothing of what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from critc.diagnostic import Diagnostic
from critc.ir import nodes as n
from critc.ir.words.walk import asked_in, walk
from critc.lint.subject import Subject
from critc.source import Span
from critc.syntax import tree


def idle_case(subject: Subject) -> Iterator[Diagnostic]:
    """Cases that change what none of the criteria asks of which they expect something."""
    asked = _asked(subject.program)
    for case in subject.protocol.declarations:
        if isinstance(case, tree.Case) and case.settings:
            changed = {setting.name.text for setting in case.settings}
            if not any(_rests_on(expect, changed, asked) for expect in case.expects):
                yield _said(subject, case)


def _rests_on(expect: tree.Expect, changed: set[str], asked: Mapping[str, set[str]]) -> bool:
    """Whether an expectation can depend on what was changed; a verdict rests on everything."""
    if expect.defined:
        return bool(changed & asked[expect.defined.text])
    if expect.kind:
        return bool(changed & asked[expect.kind[0].upper() + expect.number])
    return True


def _asked(program: n.Program) -> dict[str, set[str]]:
    """What each criterion, by its id, and each definition, by its name, rests on."""
    found = {each.name: asked_in(each.condition, program) for each in program.definitions}
    for criterion in program.criteria:
        _add(program, criterion.id, found)
    return found


def _add(program: n.Program, name: str, found: dict[str, set[str]]) -> set[str]:
    """What a criterion asks for, and the criteria that it cites, which are never in a circle."""
    if name not in found:
        criterion = next(each for each in program.criteria if each.id == name)
        applies = (criterion.applies,) if criterion.applies else ()
        found[name] = {"parts"}
        for condition in (criterion.condition, *applies):
            found[name] |= asked_in(condition, program)
            cited = (each for each in walk(condition) if isinstance(each, n.Status))
            found[name].update(*(_add(program, each.criterion, found) for each in cited))
    return found[name]


def _said(subject: Subject, case: tree.Case) -> Diagnostic:
    first = case.settings[0].name
    title = subject.source.words(case.span).partition("\n")[0]
    names = " and ".join(f"`{each.name.text}`" for each in case.settings[:2])
    rest = " …" if len(case.settings) > 2 else ""
    return Diagnostic(
        "W0609",
        Span(case.span.start, case.span.start + len(title)),
        f"This case changes {names}{rest} and expects nothing of it.",
        label=f"nothing that it expects asks for `{first.text}`",
        help="It would come out the same without the change. Is the number of the criterion right, or "
        "the name of what is changed?",
    )
