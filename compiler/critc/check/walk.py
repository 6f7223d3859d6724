"""Walking a tree's bodies: what is declared in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from critc.syntax import tree


@dataclass(frozen=True, slots=True)
class Inline:
    """A fact or judgement declared where it is asked; ``records`` is the list that it is asked of."""

    declaration: tree.Fact | tree.Judgement
    criterion: str
    records: str


def inline_declarations(declaration: tree.Declaration) -> Iterator[Inline]:
    """The facts and judgements that a criterion or a definition declares inline."""
    if isinstance(declaration, tree.Criterion):
        criterion = declaration.kind[0].upper() + declaration.number
        for asked, records in _in_body(declaration.body, ""):
            yield Inline(asked, criterion, records)
    elif isinstance(declaration, tree.Define):
        for asked, records in _in_body(declaration.body, ""):
            yield Inline(asked, "", records)


Asked = Iterator[tuple[tree.Fact | tree.Judgement, str]]


def _in_body(body: tree.Body, records: str) -> Asked:
    for opening in body.openings:
        match opening:
            case tree.OnlyIf(condition=condition):
                yield from _in_condition(condition, records)
            case tree.Let(value=tree.Chosen(records=name, where=condition)) if condition:
                yield from _in_condition(condition, name.text)
            case tree.Let(value=tree.ValueCases() as values):
                yield from _in_values(values, records)
            case _:
                pass
    yield from _in_condition(body.condition, records)
    if body.exception:
        yield from _in_body(body.exception.body, excepted_records(body, records))


def excepted_records(body: tree.Body, records: str) -> str:
    """The list whose records an exception describes: ``unless`` after a count (decision 1)."""
    if isinstance(body.condition, tree.Counted) and body.exception:
        return body.condition.records.text if body.exception.word == "unless" else records
    return records


def _in_condition(condition: tree.Condition, records: str) -> Asked:
    match condition:
        case tree.Asked(declaration=declaration):
            yield declaration, records
        case tree.Listed(items=items):
            for item in items:
                yield from _in_body(item, records)
        case tree.Counted(where=where) if where:
            yield from _in_condition(where, condition.records.text)
        case tree.ConditionCases(cases=cases):
            for case in cases:
                yield from _in_condition(case.then, records)
                if case.condition:
                    yield from _in_condition(case.condition, records)
        case tree.Compare(right=tree.ValueCases() as values):
            yield from _in_values(values, records)
        case _:
            pass


def _in_values(values: tree.ValueCases, records: str) -> Asked:
    for case in values.cases:
        if case.condition:
            yield from _in_condition(case.condition, records)


def queries(body: tree.Body) -> Iterator[tree.Query]:
    """The queries of a body and of all that is in it, in the order of the source."""
    yield from sorted(_queries(body), key=lambda query: query.span.start)


def _queries(body: tree.Body) -> Iterator[tree.Query]:
    yield from body.queries
    condition = body.condition.where if isinstance(body.condition, tree.Counted) else body.condition
    if isinstance(condition, tree.Listed):
        for item in condition.items:
            yield from _queries(item)
    if body.exception:
        yield from _queries(body.exception.body)
