"""The clauses of a criterion, as the calls that make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from critc.ir import nodes
from critc.ir.clauses.calls import Argument, Call, Cause, TreeOf, call, items_of
from critc.ir.clauses.terms import (
    Bound,
    aggregate_of,
    brackets,
    cell,
    day,
    is_whole,
    length,
    listing,
    number,
    reference,
    window,
)
from critc.ir.dictionary import Choice, Judged, Quantity, YesNo
from critc.ir.words import clause, names_of

Leaf = nodes.Atom | nodes.Quantified


@dataclass(frozen=True)
class Clause:
    """The call that makes a clause; ``parts`` are those that it joins, in the order of the runtime."""

    node: nodes.Condition | None
    call: Call
    parts: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """This clause and those in it, in the order in which the runtime numbers them."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.parts))


def criterion(of: nodes.Criterion, program: nodes.Program) -> Clause:
    """Whether a criterion is satisfied."""
    bound = Bound(program, {})
    condition = clause_of(of.condition, bound)
    exclusion = of.kind == "exclusion"
    if of.applies is None:
        return Clause(None, call("Criterion", exclusion, condition.call), (condition,))
    applies = clause_of(of.applies, bound)
    made = call("Criterion", exclusion, condition.call, applies.call)
    return Clause(None, made, (condition, applies))


def trees(program: nodes.Program) -> dict[TreeOf, Clause]:
    """The clauses of all criteria, then those of all definitions."""
    found = {TreeOf("criterion", one.id): criterion(one, program) for one in program.criteria}
    for one in program.definitions:
        made = clause_of(one.condition, Bound(program, {}))
        found[TreeOf("definition", one.name)] = made
    return found


def clause_of(node: nodes.Condition, bound: Bound) -> Clause:
    """Any clause."""
    match node:
        case nodes.HowMany() | nodes.Select() | nodes.Consecutive():
            return quantified(node, bound)
        case nodes.Table():
            return table(node, bound)
        case nodes.Cases():
            return alternatives(node, bound)
        case nodes.Not(part=part):
            return negation(node, clause_of(part, bound), bound)
        case nodes.All(parts=parts):
            return joined(node, "all_of", [], parts, bound)
        case nodes.AnyOf(parts=parts):
            return joined(node, "any_of", [], parts, bound)
        case nodes.KOf(low=low, high=high, parts=parts):
            return joined(node, "so_many_of", [low, high], parts, bound)
        case nodes.Except(part=part, exception=exception, word=word):
            return excepted(node, clause_of(part, bound), clause_of(exception, bound), word)
        case nodes.When(who=who, part=part):
            return when(node, clause_of(who, bound), clause_of(part, bound))
        case nodes.Defined(name=name):
            return atom(node, bound, "Elsewhere", TreeOf("definition", name))
        case _:
            return plain(node, bound)


def atom(
    node: nodes.Condition, bound: Bound, name: str, *arguments: Argument, **named: Argument
) -> Clause:
    """A clause of one kind: its line, its words, and the rest."""
    words = clause(node, names_of(bound.program))
    return Clause(node, call(name, node.at.line, words, *arguments, **named))


def plain(node: nodes.Atom, bound: Bound) -> Clause:
    """A clause that asks one thing."""
    match node:
        case nodes.Truth(value=value):
            return atom(node, bound, "Truth", value)
        case nodes.Asked(ref=ref):
            judged = isinstance(bound.declared(ref).type, Judged)
            return atom(node, bound, "judged" if judged else "Asked", reference(ref))
        case nodes.Is(ref=ref, options=options):
            return atom(node, bound, "IsOneOf", reference(ref), *options)
        case nodes.Includes(ref=ref, options=options, mode=mode):
            return atom(node, bound, "Includes", reference(ref), mode, *options)
        case nodes.InParts(parts=parts):
            asked = call("fact", "parts")
            return atom(node, bound, "Includes", asked, "any", *parts)
        case nodes.Status(criterion=of):
            return atom(node, bound, "Elsewhere", TreeOf("criterion", of))
        case nodes.Compare() | nodes.Range():
            return comparison(node, bound)
        case _:
            return temporal(node, bound)


def comparison(node: nodes.Compare | nodes.Range, bound: Bound) -> Clause:
    """Numbers compared."""
    if isinstance(node, nodes.Compare):
        ends = number(node.left, bound), number(node.right, bound)
        named = worth(node.left, node.right, bound)
        return atom(node, bound, "compare", ends[0], node.op, ends[1], worth=named)
    terms = [number(term, bound) for term in (node.term, node.low, node.high)]
    ends_of = brackets(node.low_closed, node.high_closed)
    return atom(node, bound, "between", *terms, *ends_of, worth=worth(node.term, node.low, bound))


def worth(left: nodes.NumberTerm, right: nodes.NumberTerm, bound: Bound) -> Call | None:
    """The argument that names a number which is calculated, and its unit."""
    for term, limit in ((left, right), (right, left)):
        title = title_of(term)
        if title:
            at_right = [True] * (term is right)
            return call("Worth", title, unit_of(term, limit, bound), *at_right)
    return None


def title_of(term: nodes.NumberTerm) -> str:
    """What a calculated number is called; "" for what is no formula and no sum of records."""
    match term:
        case _ if term.at.formula:
            return term.at.formula
        case nodes.Convert(term=inner):
            return title_of(inner)
        case nodes.Aggregate(op=op):
            return {"sum": "Total", "highest": "Highest", "lowest": "Lowest"}[op]
        case nodes.MeanOfLast():
            return "Mean"
        case _:
            return ""


def unit_of(term: nodes.NumberTerm, limit: nodes.NumberTerm, bound: Bound) -> str:
    """The unit of a calculated number: that of its field, or of the limit as it is written."""
    if isinstance(term, nodes.Aggregate | nodes.MeanOfLast):
        kind = bound.bind(term.var, term.records).declared(term.of).type
        return kind.units[0].shown if isinstance(kind, Quantity) else ""
    return limit.shown.partition(" ")[2] if isinstance(limit, nodes.Const) else ""


Temporal = (
    nodes.DateOrder
    | nodes.DateBetween
    | nodes.Falls
    | nodes.Touches
    | nodes.Throughout
    | nodes.During
    | nodes.LastsFor
)


def temporal(node: Temporal, bound: Bound) -> Clause:
    """Days and periods compared."""
    match node:
        case nodes.DateOrder(op=op, left=left, right=right):
            return atom(node, bound, "compare", day(left, bound), op, day(right, bound))
        case nodes.DateBetween():
            terms = [day(term, bound) for term in (node.term, node.low, node.high)]
            ends = brackets(node.low_closed, node.high_closed)
            return atom(node, bound, "between", *terms, *ends)
        case nodes.Falls(term=term):
            return atom(node, bound, "falls", day(term, bound), window(node.window, bound))
        case _:
            return of_period(node, bound)


def of_period(
    node: nodes.Touches | nodes.Throughout | nodes.During | nodes.LastsFor, bound: Bound
) -> Clause:
    """A period and a window, or a moment."""
    period = [day(node.start, bound), day(node.end, bound)]
    match node:
        case nodes.Touches():
            return atom(node, bound, "touches", *period, window(node.window, bound))
        case nodes.Throughout(rel=rel, side=side):
            reach, moment = length(node.length, bound), day(node.moment, bound)
            return atom(node, bound, "throughout", *period, rel, reach, side, moment)
        case nodes.During():
            return atom(node, bound, "during", *period, day(node.moment, bound))
        case nodes.LastsFor(rel=rel):
            reach = length(node.length, bound)
            within = window(node.window, bound)
            return atom(node, bound, "lasts", *period, rel, reach, within)


def quantified(node: nodes.Quantified, bound: Bound) -> Clause:
    """A clause over the records of a list."""
    if isinstance(node, nodes.HowMany):
        counted = node.count
        where = clause_of(counted.where, bound.bind(counted.var, counted.records))
        count = aggregate_of(counted, where.call, bound)
        ends = [node.low, *([] if node.high is None else [node.high])]
        return Clause(node, atom(node, bound, "HowMany", count, *ends).call, (where,))
    inner = bound.bind(node.var, node.records)
    where, then = clause_of(node.where, inner), clause_of(node.then, inner)
    records = listing(node.records, node.var, where.call)
    terms = records, day(node.date, inner), then.call
    if isinstance(node, nodes.Select):
        made = atom(node, bound, "Selected", node.order, *terms)
    else:
        made = atom(node, bound, "Consecutive", node.k, *terms)
    return Clause(node, made.call, (where, then))


def negation(node: nodes.Not, part: Clause, bound: Bound) -> Clause:
    """What must not be so; of one thing it has words of its own."""
    leads_on = isinstance(node.part, nodes.Defined | nodes.Status)
    if leads_on or (part.parts and not isinstance(node.part, nodes.Quantified)):
        return Clause(node, call("Not", part.call), (part,))
    words = clause(node, names_of(bound.program))
    return Clause(node, call("Not", part.call, words), (part,))


def joined(
    node: nodes.Condition,
    name: str,
    limits: list[int | None],
    parts: tuple[nodes.Condition, ...],
    bound: Bound,
) -> Clause:
    """Several clauses."""
    made = tuple(clause_of(part, bound) for part in parts)
    calls = call(name, node.at.line, *limits, *(part.call for part in made))
    return Clause(node, calls, made)


def excepted(node: nodes.Condition, part: Clause, exception: Clause, word: str) -> Clause:
    """A clause with an exception."""
    made = call(word.replace(" ", "_"), node.at.line, part.call, exception.call)
    if word == "unless":
        return Clause(node, made, (part, Clause(None, exception.call, (exception,))))
    return Clause(node, made, (part, exception))


def when(node: nodes.When, who: Clause, part: Clause) -> Clause:
    """A clause that is asked only of some."""
    made = call("only_for", node.at.line, who.call, part.call, node.otherwise)
    if node.otherwise:
        return Clause(node, made, (Clause(None, who.call, (who,)), part))
    return Clause(node, made, (who, part))


def alternatives(node: nodes.Cases, bound: Bound) -> Clause:
    """Alternatives, read from the top."""
    cases = [(clause_of(c.condition, bound), clause_of(c.then, bound)) for c in node.cases]
    otherwise = None if node.otherwise is None else clause_of(node.otherwise, bound)
    thens = [*(case.then for case in node.cases), node.otherwise]
    same = [thens.index(then) for then in thens]
    made = atom(
        node,
        bound,
        "Alternatives",
        None if otherwise is None else otherwise.call,
        *(items_of((condition.call, then.call)) for condition, then in cases),
        same=items_of(same) if same != list(range(len(same))) else None,
    )
    parts = [part for case in cases for part in case]
    return Clause(node, made.call, (*parts, *([] if otherwise is None else [otherwise])))


def table(node: nodes.Table, bound: Bound) -> Clause:
    """Rows by keys."""
    same = [[*(row.then for row in node.rows)].index(row.then) for row in node.rows]
    made = {n: clause_of(node.rows[n].then, bound) for n in dict.fromkeys(same)}
    rows = [
        call("Row", made[n].call if n == number else n, *(cell(of) for of in row.cells))
        for number, (row, n) in enumerate(zip(node.rows, same, strict=True))
    ]
    otherwise = None
    more: list[Argument] = []
    if node.otherwise is not None:
        equal = [n for n in made if node.rows[n].then == node.otherwise]
        otherwise = None if equal else clause_of(node.otherwise, bound)
        more = [equal[0] if otherwise is None else otherwise.call]
    keys = items_of(key(of, bound) for of in node.keys)
    whole = atom(node, bound, "Table", keys, items_of(rows), *more)
    parts = [*made.values(), *([] if otherwise is None else [otherwise])]
    return Clause(node, whole.call, tuple(parts))


def key(of: nodes.NumberTerm | nodes.Ref, bound: Bound) -> Call:
    """A key of a table."""
    if not isinstance(of, nodes.Fact | nodes.Field):
        return number_key(of, bound)
    match bound.declared(of).type:
        case YesNo():
            return call("OptionKey", reference(of), "no", "yes")
        case Judged():
            return call("OptionKey", reference(of), "no", "yes", cause=Cause("NOT_YET"))
        case Choice(options=options):
            return call("OptionKey", reference(of), *(o.name for o in options))
        case _:
            return number_key(nodes.Value(of), bound)


def number_key(of: nodes.NumberTerm, bound: Bound) -> Call:
    """A key that is a number."""
    return call("NumberKey", number(of, bound), whole=is_whole(of, bound) or None)
