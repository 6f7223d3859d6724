"""What a declaration must have beyond the grammar: looked at node by node while the tree is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from critc.diagnostic import Diagnostic, Related
from critc.source import Span
from critc.syntax import tree

FirstLine = Callable[[Span], Span]
"""The part of a span that is on its first line."""

_PER = frozenset(
    "d day days h hour min s week weeks wk mo month a year L l dL dl mL ml uL ul kg g mg m2".split()
)
_NEGATABLE = tree.Holds | tree.Asked | tree.Is | tree.Compare | tree.Cites
_YEAR_OR_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z")


def problems(node: object, first_line: FirstLine) -> Iterable[Diagnostic]:
    """What is wrong with one node, its parts left aside."""
    look = _LOOKS.get(type(node))
    return look(node, first_line) if look else ()


# ---- lists and exceptions -----------------------------------------------------------------------


def _list(node: tree.Listed, first_line: FirstLine) -> Iterator[Diagnostic]:
    heading = first_line(node.span)
    if not node.items:
        yield Diagnostic(
            "E0114",
            heading,
            "This list has no members.",
            label="of what?",
            help="Below a heading stand its members, indented, each with a dash.",
        )
    elif node.count:
        yield from _list_count(node.count, len(node.items))
    elif len(node.items) == 1:
        yield from _list_of_one(node, heading)


def _list_of_one(node: tree.Listed, heading: Span) -> Iterator[Diagnostic]:
    """One member needs no heading; under `none of` it does where `not` has no place on its line."""
    (only,) = node.items
    if node.word == "none of":
        if not isinstance(only.condition, _NEGATABLE) or only.exception or only.openings:
            return
        advice = "Write it without the heading, and turn it round: `not x`, `is not`, < for ≥."
    else:
        advice = "Write the condition without a heading and without a dash."
    yield Diagnostic(
        "E0115",
        heading,
        "This list has one member.",
        label="is a member missing?",
        help=f"{advice} If a member is missing, add it.",
        related=(Related(only.span, "the only member"),),
    )


def _list_count(count: tree.Count, members: int) -> Iterator[Diagnostic]:
    low, high = _whole(count.low), _whole(count.high)
    better = None
    if count.word == "at least" and low == 1:
        better = "any of"
    elif count.word in ("at least", "exactly") and low == members:
        better = "all of"
    elif count.word in ("at most", "exactly") and low == 0:
        better = "none of"
    if better:
        yield Diagnostic(
            "E0116",
            count.span,
            f"`{count.word} {count.low} of` has a shorter name here.",
            label=f"`{better}`",
            help=f"The list has {members} members. Write `{better}`.",
            replacement=better,
        )
    elif max(low, high) > members or (count.high and high <= low):
        yield Diagnostic(
            "E0116",
            count.span,
            f"The list has {members} members, which this count does not fit.",
            label="is a member missing?",
            help="Count the members, or correct the number.",
        )


def _whole(number: str) -> int:
    return int(number.partition(".")[0][:9] or "0")


def _exception(node: tree.Body, first_line: FirstLine) -> Iterator[Diagnostic]:
    exception = node.exception
    if exception is None:
        return
    heads = isinstance(node.condition, tree.Listed | tree.ConditionCases)
    if heads and not exception.whole:
        yield _bare_after_list(node, exception, first_line)
    elif exception.whole and not heads:
        yield Diagnostic(
            "E0124",
            exception.word_span,
            "There is no list here that could be excepted as a whole.",
            label=f"`{exception.word}`",
            help="`whole list` stands in the column of a heading such as `any of`.",
            related=(Related(first_line(node.condition.span), "this is what would be excepted"),),
            replacement=exception.word,
        )


def _bare_after_list(
    node: tree.Body, exception: tree.Exception_, first_line: FirstLine
) -> Diagnostic:
    related = [Related(first_line(node.condition.span), "the whole list, as it stands now")]
    match node.condition:
        case tree.Listed(items=(*_, last)):
            related.append(Related(first_line(last.span), "or this member alone"))
        case _:
            pass
    return Diagnostic(
        "E0123",
        exception.word_span,
        f"Does `{exception.word}` mean the whole list, or its last member?",
        label="one member, or all of them?",
        help=f"For the whole list write `whole list {exception.word}`. For one member, indent it to"
        " the column of that member's words.",
        related=tuple(related),
    )


# ---- values -------------------------------------------------------------------------------------


def _length(node: tree.Window | tree.Lasting, _: FirstLine) -> Iterator[Diagnostic]:
    yield from _has_unit(node.length)


def _has_unit(length: tree.Expression) -> Iterator[Diagnostic]:
    match length:
        case tree.Number(unit=""):
            yield _no_unit(length, f"{length.value} days")
        case tree.Extreme(operands=operands):
            for operand in operands:
                yield from _has_unit(operand)
        case _:
            pass


def _no_unit(number: tree.Number, example: str) -> Diagnostic:
    return Diagnostic(
        "E0145",
        number.span,
        "This number has no unit.",
        label=f"{number.value} of what?",
        help=f"Write the unit after it: `{example}`.",
    )


def _range(node: tree.Between, _: FirstLine) -> Iterator[Diagnostic]:
    match node:
        case tree.Between(low=tree.Number(unit=unit), high=tree.Number(unit="") as high) if unit:
            yield _no_unit(high, f"{high.value} {unit}")
        case _:
            pass


_TIMES = frozenset("day days week weeks month months year years hour hours".split())


def _split_unit(node: tree.Binary, _: FirstLine) -> Iterator[Diagnostic]:
    match node:
        case tree.Binary("-", tree.Number(unit="half") as left, tree.Ref((name,))) if name.text in (
            "life",
            "lives",
        ):
            yield Diagnostic(
                "E0154",
                left.unit_span.to(name.span),
                f"`half-{name.text}` would read as a subtraction; a half-life is no unit of time.",
                label="the half-life of what?",
                help=f"Multiply the fact or field that has it: `{left.value} × half_life`.",
            )
        case tree.Binary("-", tree.Number(unit="") as left, tree.Ref((name,))) if (
            name.text in _TIMES and name.span.start == left.span.end + 1
        ):
            unit = name.text if left.value == "1" else name.text.removesuffix("s") + "s"
            whole = f"{left.value} {unit}"
            yield Diagnostic(
                "E0135",
                left.span.to(name.span),
                f"`{left.value}-{name.text}` would read as a subtraction.",
                label=f"{whole}?",
                help=f"Write `{whole}`, with a space before the unit.",
                replacement=whole,
            )
        case tree.Binary("/", tree.Number(unit=unit) as left, tree.Ref((name,))) if (
            unit and name.text in _PER
        ):
            whole = f"{unit}/{name.text}"
            yield Diagnostic(
                "E0135",
                left.unit_span.to(name.span),
                "A unit is written as one word, without spaces.",
                label=f"{whole}?",
                help=f"Write {whole}: a space before the unit, none inside it.",
                replacement=whole,
            )
        case _:
            pass


def _which_of_several(node: tree.Includes, _: FirstLine) -> Iterator[Diagnostic]:
    if len(node.options) < 2 or node.word:
        return
    listed = ", ".join(option.text for option in node.options)
    yield Diagnostic(
        "E0138",
        node.options[0].span.to(node.options[-1].span),
        "Must it include all of these, or any?",
        label=f"`any of {listed}`?",
        help="Write `includes any of`, `includes all of`, or `includes only`.",
    )


def _citation(node: tree.Cites, _: FirstLine) -> Iterator[Diagnostic]:
    wanted = "inclusion" if node.word == "satisfies" else "exclusion"
    if node.kind == wanted or node.negated:  # the part after `not` has been here by itself
        return
    better = "satisfies" if node.kind == "inclusion" else "barred by"
    yield Diagnostic(
        "E0174",
        node.span,
        "An inclusion is satisfied; an exclusion bars.",
        label=f"`{better} {node.kind} {node.number}`?",
        help=f"Write `{better} {node.kind} {node.number}`, or with `not` before it for the opposite.",
    )


def _otherwise_last(
    node: tree.ConditionCases | tree.ValueCases, _: FirstLine
) -> Iterator[Diagnostic]:
    for case in node.cases[:-1]:
        if case.condition is None:
            yield _too_early(case.span, node.cases[-1].span)


def _too_early(otherwise: Span, last: Span) -> Diagnostic:
    return Diagnostic(
        "E0163",
        otherwise,
        "`otherwise` stands before the last line; what follows would never be reached.",
        label="move it to the end",
        help="The lines are read from the top, and `otherwise` fits always.",
        related=(Related(last, "the last line"),),
    )


# ---- declarations, tables, patients -------------------------------------------------------------


def _no_reading(node: tree.Query, first_line: FirstLine) -> Iterator[Diagnostic]:
    if node.reading:
        return
    yield Diagnostic(
        "E0152",
        first_line(node.span),
        "This query does not say which reading is taken meanwhile.",
        label="read as what?",
        help='Below it, indented, write `read as "…"` with the reading that the condition takes.',
    )


def _options(
    node: tree.Fact | tree.Field | tree.Measurement, first_line: FirstLine
) -> Iterator[Diagnostic]:
    several = node.type is not None and node.type.word in ("one of", "any of")
    if several and node.type and not node.type.options and not node.options:
        yield Diagnostic(
            "E0158",
            node.type.span,
            "This choice has no values.",
            label="which ones?",
            help="Write them after it, with commas, or below it, each with a dash.",
        )
    elif node.options and (not several or (node.type and node.type.options)):
        yield Diagnostic(
            "E0158",
            first_line(node.options[0].span),
            "Values stand below a declaration that takes none there.",
            label="values of what?",
            help="They belong below `one of` or `any of` that names none itself.",
            related=(Related(first_line(node.span), "the declaration"),),
        )


def _table(node: tree.Table, _: FirstLine) -> Iterator[Diagnostic]:
    yield from _uneven(node.header, node.rows)
    keys = {parameter.name.text for parameter in node.parameters}
    columns = [index for index, name in enumerate(node.header) if name.text in keys]
    for row in node.rows[:-1]:
        cells = [row[index] for index in columns if index < len(row)]
        if cells and all(cell.word == "otherwise" for cell in cells):
            last = node.rows[-1]
            yield _too_early(row[0].span.to(row[-1].span), last[0].span.to(last[-1].span))


def _rows(node: tree.Rows, _: FirstLine) -> Iterator[Diagnostic]:
    yield from _uneven(node.header, node.rows)


def _uneven(
    header: tuple[tree.Name, ...], rows: tuple[tuple[tree.Node, ...], ...]
) -> Iterator[Diagnostic]:
    for row in rows:
        if len(row) != len(header):
            yield Diagnostic(
                "E0161",
                row[0].span.to(row[-1].span),
                f"The header has {_cells(len(header))}, this row {len(row)}.",
                label="is a cell missing?" if len(row) < len(header) else "a cell too many?",
                help="Put one cell below each column, with | between them.",
                related=(Related(header[0].span.to(header[-1].span), "the header"),),
            )


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"


def _interval(node: tree.Interval, _: FirstLine) -> Iterator[Diagnostic]:
    for end in (node.start, node.end):
        if isinstance(end, tree.DateLiteral) and not _YEAR_OR_DATE.match(end.text):
            yield Diagnostic(
                "E0147",
                end.span,
                "A period goes from a date to a date.",
                label="which year?",
                help="Write `2025-01-10 to 2025-05-20`, or `2025 to ongoing`.",
            )


def _expects_nothing(node: tree.Case, first_line: FirstLine) -> Iterator[Diagnostic]:
    if node.expects:
        return
    head = first_line(node.span)
    match node.settings:
        case (*_, tree.Setting(value=tree.Rows(rows=(*_, row)))):
            end = row[0].span.to(row[-1].span)
        case (*_, last):
            end = first_line(last.span)
        case _:
            end = head
    yield Diagnostic(
        "E0173",
        end,
        "This case expects nothing.",
        label="with which outcome?" if end == head else "and after this?",
        help="Add a line such as `expect exclusion 9 violated` or `expect eligible`.",
        related=() if end == head else (Related(head, "the case"),),
    )


_LOOKS: dict[type, Callable[[Any, FirstLine], Iterable[Diagnostic]]] = {
    tree.Listed: _list,
    tree.Body: _exception,
    tree.Window: _length,
    tree.Lasting: _length,
    tree.Between: _range,
    tree.Binary: _split_unit,
    tree.Includes: _which_of_several,
    tree.Cites: _citation,
    tree.ConditionCases: _otherwise_last,
    tree.ValueCases: _otherwise_last,
    tree.Query: _no_reading,
    tree.Table: _table,
    tree.Rows: _rows,
    tree.Interval: _interval,
    tree.Case: _expects_nothing,
    tree.Fact: _options,
    tree.Field: _options,
    tree.Measurement: _options,
}
"""What is looked at, and by which rule; of the other nodes the grammar says all."""
