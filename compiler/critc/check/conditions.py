"""Conditions: each resolved and typed, or reported and left out."""

from __future__ import annotations

from dataclasses import replace

from critc.check import comparisons, counted
from critc.check.context import Context
from critc.check.fit import declared, key_of, question, suits
from critc.check.gaps import check_alternatives
from critc.check.names import identifier
from critc.check.protocol import (
    Applied,
    CaseOf,
    CasesOf,
    Cites,
    Condition,
    FactRef,
    FieldRef,
    Holds,
    ListOf,
    Mistaken,
    ParameterRef,
    Term,
    Wrong,
    negated,
)
from critc.check.scope import Scope, as_value, look_up, reaches
from critc.check.terms import arguments, signature_of, value
from critc.check.timing import timed
from critc.check.types import (
    UNKNOWN,
    Judged,
    YesNo,
    said,
)
from critc.diagnostic import Related
from critc.syntax import tree


def condition(context: Context, scope: Scope, written: tree.Condition) -> Condition:
    """The condition that is written, resolved; what its line says in quotes stays with it."""
    found = _condition(context, scope, written)
    return replace(found, says=written.says) if written.says else found


def _condition(context: Context, scope: Scope, written: tree.Condition) -> Condition:
    match written:
        case tree.Holds():
            return _holds(context, scope, written)
        case tree.Compare():
            return comparisons.compare(context, scope, written)
        case tree.Between():
            return comparisons.between(context, scope, written)
        case tree.Is():
            return comparisons.is_option(context, scope, written)
        case tree.NormalRange():
            return comparisons.normal_range(context, scope, written)
        case tree.Includes():
            return comparisons.includes(context, scope, written)
        case tree.Timed():
            return timed(context, scope, written)
        case tree.Counted():
            return counted.how_many(context, scope, written)
        case tree.Asked():
            return _asked(context, scope, written)
        case tree.Cites():
            return _cites(context, scope, written)
        case tree.Listed():
            return _list(context, scope, written)
        case tree.ConditionCases():
            return _cases(context, scope, written)


# ---- yes or no --------------------------------------------------------------------------------


def _holds(context: Context, scope: Scope, written: tree.Holds) -> Condition:
    if isinstance(written.of, tree.Call):
        return negated(_applied(context, scope, written.of), written.negated)
    path = written.of.path
    signature = context.callable(path[0].text) if len(path) == 1 else None
    local = path[0].text in scope.parameters or path[0].text in scope.lets
    if signature and not local:
        found = _applied(context, scope, tree.Call(path[0], (), span=written.of.span))
        return negated(found, written.negated)
    term = as_value(context, look_up(context, scope, written.of), written.of.span)
    if isinstance(term, FactRef | FieldRef | ParameterRef) and isinstance(
        term.type, YesNo | Judged
    ):
        suits(context, term)
        return negated(Holds(term, span=written.span), written.negated)
    if term.type != UNKNOWN:
        _say_not_a_condition(context, written, term)
    return Mistaken(span=written.span)


def _applied(context: Context, scope: Scope, call: tree.Call) -> Condition:
    signature = signature_of(context, call.name)
    if signature is None:
        for argument in call.arguments:
            value(context, scope, argument)
        return Mistaken(span=call.span)
    if signature.type is not None:
        context.say(
            "E0320",
            call.span,
            f"`{signature.name}` gives {said(signature.type)}: what must be true of it?",
            label="what of it?",
            related=[Related(signature.span, "declared here")],
            help=f"Compare it: `{signature.name}(…) ≥ …`.",
        )
        return Mistaken(span=call.span)
    found = arguments(context, scope, call, signature)
    if found is None:
        return Mistaken(span=call.span)
    context.use(scope.owner, signature.name, call.name.span)
    return Applied(signature.name, found, span=call.span)


def _say_not_a_condition(context: Context, written: tree.Holds, term: Term) -> None:
    name = context.source.words(written.of.span)
    context.say(
        "E0320",
        written.of.span,
        f"What must be true of `{name}`? It is {said(term.type)}.",
        label="what of it?",
        related=declared(term),
        help=question(name, term.type),
        about=key_of(term),
    )


def _asked(context: Context, scope: Scope, written: tree.Asked) -> Condition:
    """A fact or judgement declared here; inside ``where`` it is a field of the record."""
    declaration = written.declaration
    name = declaration.name
    if isinstance(declaration, tree.Fact) and declaration.type is not None:
        context.say(
            "E0320",
            declaration.type.span,
            "What is declared inside a condition is a yes/no question.",
            label="not yes/no",
            help="Declare this one above the criterion, and compare it here.",
        )
        return Mistaken(span=written.span)
    reach = next(reaches(scope), None)
    if reach is None:
        symbol = context.symbols.get(name.text)
        place: Term = (
            FactRef(symbol, span=name.span)  # type: ignore[arg-type]
            if symbol is not None and symbol.span == name.span
            else Wrong(span=name.span)
        )
    elif name.text in reach.records.fields:
        place = FieldRef(reach, reach.records.fields[name.text], span=name.span)
    else:
        place = _say_no_record(context, scope, name)
    if isinstance(place, FactRef | FieldRef):
        return negated(Holds(place, span=written.span), written.negated)
    return Mistaken(span=written.span)


def _say_no_record(context: Context, scope: Scope, name: tree.Name) -> Term:
    if not scope.open:
        context.say(
            "E0419",
            name.span,
            "`assessed` chooses among all measurements: nothing new can be asked of each of them.",
            label="of which one?",
            help="Ask it of one: `let test be latest … where fact …`.",
        )
    return Wrong(span=name.span)


# ---- other criteria, lists, alternatives ------------------------------------------------------


def _cites(context: Context, scope: Scope, written: tree.Cites) -> Condition:
    cited = identifier(written.kind, written.number)
    if cited not in context.criteria:
        if context.is_news(cited) and written.kind not in context.misnumbered:
            known = [c.number for c in context.criteria.values() if c.kind == written.kind]
            context.say(
                "E0210",
                written.span,
                f"There is no {written.kind} {written.number} in this file.",
                label="not in this file",
                help=f"It has {written.kind} {', '.join(known[:12])}." if known else "",
            )
        return Mistaken(span=written.span)
    context.use(scope.owner, f"{written.kind} {written.number}", written.span)
    found = Cites(cited, span=written.span)
    return negated(found, (written.word == "barred by") != written.negated)


def _list(context: Context, scope: Scope, written: tree.Listed) -> Condition:
    from critc.check.bodies import member

    parts = tuple(member(context, scope, item) for item in written.items)
    if written.word != "count" or written.count is None:
        return ListOf(written.word, parts, span=written.span)
    low, high = counted.bounds(context, written.count)
    return ListOf("count", parts, low, high, span=written.span)


def _cases(context: Context, scope: Scope, written: tree.ConditionCases) -> Condition:
    cases = []
    for case in written.cases:
        then = condition(context, scope, case.then)
        held = condition(context, scope, case.condition) if case.condition else None
        cases.append(CaseOf(then, held, span=case.span))
    held_all = [case.condition for case in cases]
    check_alternatives(context, held_all, comparisons.heading(context, written.span), scope.asked)
    return CasesOf(tuple(cases), span=written.span)
