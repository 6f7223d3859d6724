"""Records of a list that are gathered in a loop: for a total, a mean, or several in a row.

They are gathered where the list is complete and all that counts of each record is known; else there
is None, and the whole is worked out in full.
"""

from __future__ import annotations

from fractions import Fraction

from critc.emit.python.arithmetic import Gathered, Product
from critc.emit.python.flow import Cases, Part, plain
from critc.emit.python.names import attribute
from critc.emit.python.places import Exits, Place
from critc.emit.python.quantifiers import Conditions, begin, dated, judged_where, within_loop
from critc.ir import nodes
from critc.ir.dictionary import Number, Quantity
from critc.ir.words.walk import outermost

Aggregate = nodes.Aggregate | nodes.MeanOfLast

NUMBERS = "list[Decimal | int] | None"
BY_DATE = "list[tuple[date, Decimal | int]] | None"
IN_ORDER = "list[tuple[date, bool]] | None"


def aggregates(node: nodes.Compare | nodes.Range) -> list[Aggregate]:
    """The numbers over records that a comparison mentions."""
    return list(dict.fromkeys(outermost(node, nodes.Aggregate, nodes.MeanOfLast)))


def gathered(
    to: Conditions, place: Place, wanted: list[Aggregate], indent: int
) -> dict[nodes.NumberTerm, Gathered] | None:
    """Lines that gather the numbers of each aggregate, and what it is then; None if one cannot be."""
    found: dict[nodes.NumberTerm, Gathered] = {}
    for node in wanted:
        one = gathered_numbers(to, place, node, indent)
        if one is None:
            return None
        found[node] = one
    return found


def gathered_numbers(to: Conditions, place: Place, node: Aggregate, indent: int) -> Gathered | None:
    """Lines that gather the numbers of an aggregate."""
    made, last = place.function, node.n if isinstance(node, nodes.MeanOfLast) else 0
    declared = to.program.listed(node.records).field(node.of.name).type
    if isinstance(node, nodes.MeanOfLast) and not dated(to, node):
        return None
    if not isinstance(declared, Number | Quantity):
        return None
    name = own_name(place, f"{node.records}_{node.of.name}", node)
    value = "amount.value" if isinstance(declared, Quantity) else "amount"
    doubts = ["amount is None"]
    if isinstance(declared, Quantity):
        doubts += ["amount.bound", "type(amount.value) is not Decimal"]
    taken = [f"amount = {{record}}.{attribute(node.of.name)}"]
    if isinstance(node, nodes.MeanOfLast) and last:
        taken.append(f"on = {{record}}.{attribute(date_of(node))}")
        doubts.append("type(on) is not date")
        value = f"(on, {value})"
    counted = [*taken, f"if {' or '.join(doubts)}:", "    {unknown}", f"{name}.append({value})"]
    loop(to, place, node, name, BY_DATE if last else NUMBERS, counted, indent)
    if last:
        total = own_name(place, f"{name}_total", node)
        made.add(indent, f"{total} = total_of_last({name}, {last})")
        return Gathered(Product(Fraction(1, last), (total,)), f"{total} is not None")
    return number(node, name)


def number(node: Aggregate, name: str) -> Gathered:
    """What is calculated of all the numbers."""
    match node:
        case nodes.MeanOfLast():
            product = Product(Fraction(1), (f"total_of({name})",), (f"len({name})",))
            return Gathered(product, name)
        case nodes.Aggregate(op="sum"):
            return Gathered(Product(Fraction(1), (f"total_of({name})",)), f"{name} is not None")
        case nodes.Aggregate(op=op):
            word = "max" if op == "highest" else "min"
            return Gathered(Product(Fraction(1), (f"{word}({name})",)), name)


def in_a_row(
    to: Conditions, place: Place, node: nodes.Consecutive, indent: int, full: str
) -> Cases | None:
    """Lines that say of each record in its order whether it holds, and whether so many in a row do."""
    if not dated(to, node):
        return None
    name = own_name(place, node.records, node)
    inside = within_loop(to, place, node)
    counted = [
        f"on = {{record}}.{attribute(date_of(node))}",
        f"holds = {to.inner(inside, Part(node.then))}",
        "if holds is None or type(on) is not date:",
        "    {unknown}",
        f"{name}.append((on, holds))",
    ]
    loop(to, place, node, name, IN_ORDER, counted, indent)
    found = own_name(place, f"{name}_in_a_row", node)
    place.function.add(indent, f"{found} = in_a_row({name}, {node.k})")
    return Cases(((f"{found} is None", full),), found)


def date_of(node: nodes.Consecutive | nodes.MeanOfLast) -> str:
    """The field that orders the records."""
    assert isinstance(node.date, nodes.DateOf)
    return node.date.ref.name


def own_name(place: Place, wanted: str, node: nodes.Node) -> str:
    """A local name that no other node has."""
    name, _ = place.function.local(wanted, f"{wanted} of {id(node)}")
    return name


def loop(
    to: Conditions,
    place: Place,
    node: Aggregate | nodes.Consecutive,
    name: str,
    kind: str,
    counted: list[str],
    indent: int,
) -> None:
    """The loop that gathers; ``counted`` are the lines for a record that counts."""
    made, records = place.function, f"p.{attribute(node.records)}"
    inside = within_loop(to, place, node)
    record = inside.records[node.var]
    made.assign(indent, name, plain("None"), kind)
    made.test(indent, f"{records} is not None and {records}.complete")
    made.add(indent + 1, f"{name} = []")
    begin(made, indent + 1, record, records)
    unknown = [f"{name} = None", "break"]
    lines: list[str] = []
    for line in counted:
        if line.endswith("{unknown}"):
            lines += [f"    {each}" for each in unknown]
        else:
            lines.append(line.replace("{record}", record))
    judged_where(
        to, inside, node.where, Exits([*lines, "continue"], ["continue"], unknown), indent + 2
    )
