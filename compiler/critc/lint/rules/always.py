"""W0604, W0605: a criterion, or a line of one, that is settled before anything is known."""

from __future__ import annotations

from collections.abc import Iterator

from critc.check import protocol as p
from critc.diagnostic import Diagnostic, Related
from critc.lint.reasoning import Reasoning
from critc.lint.subject import Criterion, Subject


def always(subject: Subject) -> Iterator[Diagnostic]:
    """What types, ranges and the numbers in the conditions settle for everybody."""
    reasoning = subject.reasoning
    settled = set[str]()
    for criterion in subject.criteria():
        found = _settled(reasoning, criterion)
        if found is not None:
            settled.add(criterion.resolved.id)
            yield _of_criterion(subject, criterion, found)
    for body in subject.bodies():
        if isinstance(body.of, Criterion) and body.of.resolved.id in settled:
            continue
        for cause in _causes(reasoning, body.condition):
            if not _is_told_elsewhere(subject, cause):
                yield _of_line(subject, cause, reasoning.certain(cause))


def _is_told_elsewhere(subject: Subject, cause: p.Condition) -> bool:
    """Whether it is a definition of this file, where the line itself is found."""
    definitions = subject.protocol.definitions
    return isinstance(cause, p.Applied) and subject.own(definitions[cause.name].span)


def _settled(reasoning: Reasoning, criterion: Criterion) -> bool | None:
    """Whether the condition holds for all, or for none, of those to whom the criterion applies."""
    condition, applies = criterion.resolved.condition, criterion.resolved.applies
    if applies is None:
        if reasoning.certain(condition):
            return True
        return None if reasoning.possible(condition) else False
    if reasoning.implies(applies, condition):
        return True
    return False if reasoning.excludes(applies, condition) else None


def _causes(reasoning: Reasoning, condition: p.Condition) -> Iterator[p.Condition]:
    """The smallest conditions that are settled; an exception that never holds is told elsewhere."""
    for part in p.parts_of(condition):
        excepted = isinstance(condition, p.Except) and part is condition.exception
        if not (excepted and not reasoning.possible(part)):
            yield from _causes(reasoning, part)
    is_settled = reasoning.certain(condition) or not reasoning.possible(condition)
    if is_settled and not any(
        reasoning.certain(part) or not reasoning.possible(part) for part in p.parts_of(condition)
    ):
        yield condition


def _of_criterion(subject: Subject, criterion: Criterion, holds: bool) -> Diagnostic:
    conditions = [criterion.resolved.condition]
    if criterion.resolved.applies:
        conditions.append(criterion.resolved.applies)
    causes = [
        cause
        for condition in conditions
        for cause in _causes(subject.reasoning, condition)
        if subject.own(cause.span)
    ]
    first = causes[0] if causes else conditions[0]
    excludes = criterion.written.kind == "exclusion"
    named = criterion.named.capitalize()
    if holds:
        outcome = "bars everybody" if excludes else "can never be violated"
    else:
        outcome = "can never bar anybody" if excludes else "can never be satisfied"
    return Diagnostic(
        "W0604",
        first.span,
        f"{named} {outcome}, whatever is recorded of the patient.",
        label=_label(subject.reasoning, first, holds),
        related=(*_parts(first), *(Related(cause.span, "and this") for cause in causes[1:])),
        help="Compare the numbers, their signs and the declared range with the protocol's text.",
    )


def _label(reasoning: Reasoning, condition: p.Condition, holds: bool) -> str:
    if reasoning.certain(condition):
        return "always holds"
    if not reasoning.possible(condition):
        return "can never hold"
    return (
        "always holds for those who are asked" if holds else "never holds for those who are asked"
    )


def _of_line(subject: Subject, cause: p.Condition, holds: bool) -> Diagnostic:
    return Diagnostic(
        "W0605",
        cause.span,
        f"`{subject.words(cause.span)}` {'holds for every' if holds else 'can hold for no'} patient, "
        "whatever is recorded.",
        label="always so" if holds else "never so",
        related=tuple(_parts(cause)),
        help="Compare the numbers, their signs and the declared range with the protocol's text. What "
        "decides nothing can be left out.",
    )


def _parts(cause: p.Condition) -> Iterator[Related]:
    """The lines of a list that cannot hold together, or of which one always holds."""
    if isinstance(cause, p.ListOf):
        yield from (Related(part.span, "taken together") for part in cause.parts)
