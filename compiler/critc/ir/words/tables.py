"""Tables in words: what they are called, what they are read by, and their cells."""

from __future__ import annotations

from critc.ir.nodes import CellOptions, CellRange, Fact, Field, NumberTerm, Ref, Table, Value
from critc.ir.words import terms
from critc.ir.words.english import enumerated, plain
from critc.ir.words.names import Names


def tabled(condition: Table, names: Names) -> str:
    """That a table holds: "last dose: as the table “Washout” says, by class"."""
    by = enumerated([key(each, names) for each in condition.keys], "and")
    return f"as the table “{table_title(condition)}” says, by {by}"


def table_title(table: Table) -> str:
    """What people call a table."""
    return plain(table.title or table.name.replace("_", " "))


def key(each: NumberTerm | Ref, names: Names) -> str:
    """What a table is read by."""
    return names.noun(each) if isinstance(each, Fact | Field) else terms.number(each, names)


def cell(each: CellRange | CellOptions | None, of: NumberTerm | Ref, names: Names) -> str:
    """A cell of a table: "from 6 to below 10 years", "female", "any"."""
    match each:
        case None:
            return "any"
        case CellOptions(options):
            ref = of if isinstance(of, Fact | Field) else None
            return enumerated([names.option(ref, o) if ref else o for o in options], "or")
        case CellRange():
            return _cell_range(each, Value(of) if isinstance(of, Fact | Field) else of, names)


def _cell_range(cell: CellRange, of: NumberTerm, names: Names) -> str:
    """A range in a table: "from 6 to below 10 years", "at least 16 years"."""
    first = terms.constant(cell.low, "", of, names) if cell.low is not None else ""
    last = terms.constant(cell.high, "", of, names) if cell.high is not None else ""
    if first == last:
        return first or "any"
    if not last:
        return f"{'at least' if cell.low_closed else 'above'} {first}"
    if not first:
        return f"{'at most' if cell.high_closed else 'below'} {last}"
    start = f"{'from' if cell.low_closed else 'above'} {first.partition(' ')[0]}"
    return f"{start} {'to' if cell.high_closed else 'to below'} {last}"
