"""Conditions over the records of a list, as loops."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from critc.emit.python.expressions import between
from critc.emit.python.flow import Cases, Function, Part, plain, shape
from critc.emit.python.names import attribute
from critc.emit.python.places import Exits, Place
from critc.ir import nodes
from critc.ir.dictionary import Choice, Date, Judged, Number, YesNo
from critc.ir.words.walk import OverRecords

BEYOND = {"latest": ">", "earliest": "<"}


class Conditions(Protocol):
    """What writes the conditions on each record."""

    @property
    def program(self) -> nodes.Program:
        """The protocol."""

    def flow(self, place: Place, part: Part, exits: Exits, indent: int) -> None:
        """The lines that judge a condition and leave by one of the exits."""

    def inner(self, place: Place, part: Part) -> str:
        """The call of a function for a part."""

    def in_full(self, part: Part | None, records: dict[str, str]) -> str:
        """The call that works out a part in full."""

    def value(self, place: Place, part: Part, indent: int, name: str) -> Cases | None:
        """A part's outcome as an expression."""

    def record_class(self, records: str) -> str:
        """The class of a list's records."""


def how_many(
    to: Conditions, place: Place, node: nodes.HowMany, indent: int, name: str
) -> Cases | None:
    """So many records satisfy a condition."""
    records = f"p.{attribute(node.count.records)}"
    low, high = node.low or 0, node.high
    if isinstance(node.count.where, nodes.Truth) and not node.count.where.value:
        return plain(to.in_full(Part(node), dict(place.records)))
    if isinstance(node.count, nodes.Distinct):
        return distinct(to, place, node, node.count, records, indent, name)
    if (low, high) in ((1, None), (0, 0)):
        return some(to, place, node.count, records, indent, name, low == 1)
    counted(to, place, node.count, records, (low, high), indent, name)
    return None


def within_loop(to: Conditions, place: Place, of: OverRecords) -> Place:
    """The place inside the loop over a list."""
    listed = to.program.listed(of.records)
    local, _ = place.function.local(attribute(of.var), f"record {of.var}")
    records = {**place.records, of.var: local}
    lists = {**place.lists, of.var: listed}
    expressions = replace(
        place.expressions,
        bound=place.expressions.bound.bind(of.var, of.records),
        records=records,
    )
    return Place(place.function, expressions, lists, records, "hit", "doubt", looping=True)


def judged_where(
    to: Conditions, inside: Place, where: nodes.Condition, exits: Exits, indent: int
) -> None:
    """The lines that judge a record; with several ways to satisfy it, by a function of its own."""
    part = Part(where)
    if shape(part)[0] == "any" and len(exits.true) > 2:
        made = inside.function
        made.assign(indent, "hit", plain(to.inner(inside, part)))
        made.add(indent, "if hit is False:")
        for line in exits.false:
            made.add(indent + 1, line)
        made.add(indent, "if hit is None:")
        for line in exits.unknown:
            made.add(indent + 1, line)
        for line in exits.true[: -1 if exits.true[-1] == "continue" else None]:
            made.add(indent, line)
        return
    to.flow(inside, part, exits, indent)


def begin(made: Function, indent: int, record: str, records: str) -> None:
    """The line that begins a loop."""
    made.loops.append((len(made.lines), record))
    made.add(indent, f"for {record} in {records}.items:")


def some(
    to: Conditions,
    place: Place,
    count: nodes.Count,
    records: str,
    indent: int,
    name: str,
    wanted: bool,
) -> Cases | None:
    """At least one record satisfies a condition, or (unless ``wanted``) none does."""
    made = place.function
    if isinstance(count.where, nodes.Truth) and count.where.value:
        cases = (
            (f"{records} is None", "None"),
            (f"{records}.items", repr(wanted)),
            (f"{records}.complete", repr(not wanted)),
        )
        return Cases(cases, "None")
    inside = within_loop(to, place, count)
    made.assign(indent, name, plain("None"))
    made.add(indent, f"if {records} is not None:")
    made.assign(indent + 1, name, Cases(((f"{records}.complete", repr(not wanted)),), "None"))
    begin(made, indent + 1, inside.records[count.var], records)
    exits = Exits([f"{name} = {wanted}", "break"], ["continue"], [f"{name} = None", "continue"])
    judged_where(to, inside, count.where, exits, indent + 2)
    return None


def counted(
    to: Conditions,
    place: Place,
    count: nodes.Count,
    records: str,
    ends: tuple[int, int | None],
    indent: int,
    name: str,
) -> None:
    """The number of records that satisfy a condition lies between two."""
    made = place.function
    inside = within_loop(to, place, count)
    made.assign(indent, name, plain("None"))
    made.add(indent, f"if {records} is not None:")
    made.add(indent + 1, "found = perhaps = 0")
    begin(made, indent + 1, inside.records[count.var], records)
    exits = Exits(
        ["found += 1", "perhaps += 1", "continue"],
        ["continue"],
        ["perhaps += 1", "continue"],
    )
    judged_where(to, inside, count.where, exits, indent + 2)
    made.add(indent + 1, f"if not {records}.complete:")
    made.add(indent + 2, "perhaps = MANY")
    made.assign(indent + 1, name, plain(f"within(found, perhaps, {ends[0]}, {ends[1]})"))


def distinct(
    to: Conditions,
    place: Place,
    node: nodes.HowMany,
    count: nodes.Distinct,
    records: str,
    indent: int,
    name: str,
) -> Cases | None:
    """The number of different values lies between two; of values that are not known, in full."""
    made = place.function
    full = to.in_full(Part(node), dict(place.records))
    declared = to.program.listed(count.records).field(count.of.name).type
    if not isinstance(declared, Number | Choice | YesNo | Judged):
        return plain(full)
    inside = within_loop(to, place, count)
    record = inside.records[count.var]
    read = f"{record}.{attribute(count.of.name)}"
    made.test(indent, f"{records} is None or not {records}.complete")
    made.assign(indent + 1, name, plain(full))
    made.add(indent, "else:")
    made.add(indent + 1, "seen = set()")
    begin(made, indent + 1, record, records)
    unknown = [f"{name} = {full}", "break"]
    exits = Exits(
        [
            f"if {read} is None:",
            *(f"    {line}" for line in unknown),
            f"seen.add({read})",
            "continue",
        ],
        ["continue"],
        unknown,
    )
    judged_where(to, inside, count.where, exits, indent + 2)
    made.add(indent + 1, "else:")
    made.assign(indent + 2, name, plain(between("len(seen)", node.low, node.high)))
    return None


def selected(
    to: Conditions, place: Place, node: nodes.Select, indent: int, name: str
) -> Cases | None:
    """The latest (earliest) record satisfies a condition; where its date leaves a doubt, in full.

    A record that may count leaves none if another that does lies beyond it.
    """
    made = place.function
    full = to.in_full(Part(node), dict(place.records))
    if not dated(to, node):
        return plain(full)
    records = f"p.{attribute(node.records)}"
    inside = within_loop(to, place, node)
    record = inside.records[node.var]
    chosen, _ = made.local(node.order, f"chosen {node.var}")
    day, _ = made.local(f"{node.order}_day", f"day of {node.var}")
    open_day, _ = made.local("open_day", f"open day of {node.var}")
    assert isinstance(node.date, nodes.DateOf)
    made.assign(indent, name, plain("None"))
    made.test(indent, f"{records} is not None and {records}.complete")
    made.assign(indent + 1, chosen, plain("None"), f"{to.record_class(node.records)} | None")
    made.assign(indent + 1, day, plain("None"), "date | None")
    made.assign(indent + 1, open_day, plain("None"), "date | None")
    begin(made, indent + 1, record, records)
    read, beyond = f"on = {record}.{attribute(node.date.ref.name)}", BEYOND[node.order]
    vague = [f"    {name} = {full}", "    break"]
    unknown = [
        read,
        "if type(on) is not date:",
        *vague,
        f"if {open_day} is None or on {beyond} {open_day}:",
        f"    {open_day} = on",
        "continue",
    ]
    found = [
        read,
        f"if type(on) is not date or on == {day}:",
        *vague,
        f"if {day} is None or on {beyond} {day}:",
        f"    {chosen}, {day} = {record}, on",
        "continue",
    ]
    judged_where(to, inside, node.where, Exits(found, ["continue"], unknown), indent + 2)
    made.add(indent + 1, "else:")
    reaches = f"{'not_before' if node.order == 'latest' else 'not_after'}({open_day}, {day})"
    made.test(indent + 2, f"{open_day} is not None and {reaches}")
    made.add(indent + 3, f"{name} = {full}")
    made.add(indent + 2, f"elif {chosen} is not None:")
    after = replace(
        inside,
        records={**inside.records, node.var: chosen},
        expressions=replace(
            inside.expressions, records={**inside.expressions.records, node.var: chosen}
        ),
        part=name,
        doubt=place.doubt,
    )
    value = to.value(after, Part(node.then), indent + 3, name)
    if value is not None:
        made.assign(indent + 3, name, value)
    return None


def dated(to: Conditions, node: nodes.Select | nodes.Consecutive | nodes.MeanOfLast) -> bool:
    """Whether the records are ordered by a date of their own that always has a day."""
    if not isinstance(node.date, nodes.DateOf) or not isinstance(node.date.ref, nodes.Field):
        return False
    declared = to.program.listed(node.records).field(node.date.ref.name).type
    return node.date.ref.var == node.var and isinstance(declared, Date) and not declared.or_none
