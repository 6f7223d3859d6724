"""From tree to a resolved and typed protocol."""

from __future__ import annotations

from critc.check import bodies, comparisons, tables
from critc.check.claims import check_claims
from critc.check.context import Context
from critc.check.examples import check_examples
from critc.check.exceptions import check_exceptions
from critc.check.names import amended, collect, identifier
from critc.check.patients import check_patients
from critc.check.protocol import (
    Criterion,
    Definition,
    Formula,
    Parameter,
    Part,
    Protocol,
    Term,
)
from critc.check.scope import Scope
from critc.check.size import check_sizes
from critc.check.structure import check_records, check_references
from critc.check.terms import value
from critc.check.types import UNKNOWN, Date, Number, Type, is_time, said
from critc.check.units import NUMBER
from critc.check.walk import queries
from critc.diagnostic import Diagnostic, Related, in_order
from critc.source import Source, Span
from critc.syntax import tree


def check(file: tree.File, source: Source) -> tuple[Protocol, tuple[Diagnostic, ...]]:
    """Resolve and type a whole file.

    The protocol is complete when there is no error among the diagnostics; otherwise what is wrong is
    left out of it.
    """
    context = Context(source, file)
    collect(context)
    protocol = _protocol(context)
    check_exceptions(context)
    check_references(context)
    check_sizes(context, protocol)
    check_records(context)
    check_claims(context)
    check_patients(context)
    check_examples(context, protocol)
    return protocol, in_order(context.told())


def environment(file: tree.File, source: Source) -> Context:
    """What the declarations of a file are checked against: its names, and what they mean."""
    context = Context(source, file)
    collect(context)
    return context


def check_again(
    known: Context, declaration: tree.Declaration, source: Source, gone: tuple[Span, ...]
) -> tuple[Diagnostic, ...]:
    """What is to be said of a declaration that was written anew, all others being as they were.

    The arguments are those of ``amended``. What lies between declarations is left to ``check``:
    circles, sizes, examples, and the exceptions in a definition.
    """
    context = amended(known, declaration, source, gone)
    match declaration:
        case tree.Define():
            _definition(context, declaration)
        case tree.Formula():
            _formula(context, declaration)
        case tree.Table(name=name):
            tables.table(context, declaration, _parameters(context, name))
        case tree.Criterion():
            _criterion(context, declaration)
        case _:
            pass
    for look in (check_exceptions, check_records, check_claims, check_patients):
        look(context)
    start, end = declaration.span.start, declaration.span.end
    return in_order(d for d in context.diagnostics if start <= d.span.start <= end)


def _protocol(context: Context) -> Protocol:
    declarations = context.file.declarations
    head = next((d for d in declarations if isinstance(d, tree.Protocol)), None)
    definitions, formulas, table_of = {}, {}, {}
    criteria = []
    for declaration in declarations:
        match declaration:
            case tree.Define(name=name):
                definitions[name.text] = _definition(context, declaration)
            case tree.Formula(name=name):
                formulas[name.text] = _formula(context, declaration)
            case tree.Table(name=name):
                table_of[name.text] = tables.table(context, declaration, _parameters(context, name))
            case tree.Criterion():
                criteria.append(_criterion(context, declaration))
            case _:
                pass
    return Protocol(
        context.source,
        head.name.text if head else "",
        head.title if head else "",
        head.version if head else "",
        head.source.replace("\n", "; ") if head else "",
        tuple(context.facts()),
        tuple(context.lists()),
        tuple(s for s in context.symbols.values() if isinstance(s, Part)),
        definitions,
        formulas,
        table_of,
        tuple(criteria),
        tuple(d for d in declarations if isinstance(d, tree.Patient)),
        tuple(d for d in declarations if isinstance(d, tree.Case)),
        declarations,
    )


def _parameters(context: Context, name: tree.Name) -> tuple[Parameter, ...]:
    signature = context.callable(name.text)
    return signature.parameters if signature else ()


def _criterion(context: Context, declaration: tree.Criterion) -> Criterion:
    key = identifier(declaration.kind, declaration.number)
    scope = Scope(f"{declaration.kind} {declaration.number}")
    condition, applies = bodies.criterion_body(context, scope, declaration.body)
    return Criterion(
        key,
        declaration.kind,
        declaration.number,
        declaration.text,
        condition,
        applies,
        tuple(queries(declaration.body)),
        span=declaration.span,
    )


def _definition(context: Context, declaration: tree.Define) -> Definition:
    name, parameters = declaration.name, _parameters(context, declaration.name)
    scope = Scope(name.text, parameters={parameter.name: parameter for parameter in parameters})
    condition = bodies.inside(context, scope, declaration.body)
    found = tuple(queries(declaration.body))
    return Definition(
        name.text, declaration.title, parameters, condition, found, span=declaration.span
    )


def _formula(context: Context, declaration: tree.Formula) -> Formula:
    name, parameters = declaration.name, _parameters(context, declaration.name)
    scope = Scope(
        name.text,
        parameters={parameter.name: parameter for parameter in parameters},
        bare=declaration.empirical,
        asked=bool(declaration.note),  # where it is not defined, the note says so
    )
    for let in declaration.lets:
        scope = scope.let(let.name.text, bodies.let_value(context, scope, let))
    if isinstance(declaration.value, tree.ValueCases):
        term: Term = comparisons.let_alternatives(
            context, scope, declaration.value, declaration.value.span
        )
    else:
        term = value(context, scope, declaration.value)
    kind = _result(context, declaration, term)
    title = declaration.title or name.text.replace("_", " ").capitalize()
    return Formula(
        name.text, parameters, term, kind, declaration.empirical, title, span=declaration.span
    )


def _result(context: Context, declaration: tree.Formula, term: Term) -> Type:
    """The type of a formula's value, after a look at whether it comes out in that unit."""
    signature = context.callable(declaration.name.text)
    declared = signature.type if signature and signature.type else UNKNOWN
    found = term.type
    if UNKNOWN in (declared, found):
        return declared
    if isinstance(declared, Number) and isinstance(found, Number):
        bare = found.unit == NUMBER
        if (declaration.empirical and bare) or declared.unit.dimension == found.unit.dimension:
            return declared
    elif _both_times(declared, found):
        return declared
    context.say(
        "E0302",
        declaration.value.span,
        f"The formula is declared as {said(declared)}, and comes out as {said(found)}.",
        label="comes out otherwise",
        related=[Related(declaration.type.span, "declared here")],
        help="Correct the unit; or, if the formula takes bare numbers, say so in a line `empirical`.",
    )
    return declared


def _both_times(one: Type, other: Type) -> bool:
    """Whether both are lengths of time, or both dates."""
    dates = isinstance(one, Date) and isinstance(other, Date)
    return dates or (is_time(one) and is_time(other))
