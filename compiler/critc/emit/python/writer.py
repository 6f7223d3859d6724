"""Writes functions that judge conditions: each part in turn, until the outcome is settled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from critc.emit.python import gathering, quantifiers
from critc.emit.python.expressions import Expressions
from critc.emit.python.flow import Cases, Function, Part, fitted, flattened, plain, shape
from critc.emit.python.layout import WIDTH, docstring
from critc.emit.python.names import attribute, function
from critc.emit.python.places import Exits, Module, Place
from critc.emit.python.rows import chosen
from critc.ir import nodes
from critc.ir.clauses import Clause
from critc.ir.clauses.terms import Bound
from critc.ir.dictionary import Listed
from critc.ir.words import clause, names_of


@dataclass
class Writer:
    """Writes the functions of one criterion or definition, the outer ones first.

    ``tree`` is the name of its clauses; ``base`` that of its function.
    """

    module: Module
    tree: str
    clauses: Clause
    base: str
    functions: list[list[str]] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    count: int = 1

    def __post_init__(self) -> None:
        for number, found in enumerate(self.clauses.walk()):
            if found.node is not None:
                self.numbers.setdefault(id(found.node), number)

    @property
    def program(self) -> nodes.Program:
        """The protocol."""
        return self.module.program

    # ---- functions ----

    def write(
        self,
        name: str,
        text: list[str],
        part: Part,
        exits: Exits,
        head: tuple[str, ...] = (),
        lists: Mapping[str, Listed] | None = None,
        whole: bool = False,
    ) -> list[str]:
        """A function of the patient and of records of ``lists``; the variables that it uses.

        ``head`` are its first lines; ``whole`` says that it judges all of a criterion.
        """
        lists = lists or {}
        made = Function(name, self.module.reserved)
        records = {var: made.local(attribute(var), f"record {var}")[0] for var in lists}
        bail = self.in_full(None if whole else part, records)
        bound = Bound(self.program, dict(lists))
        expressions = Expressions(bound, self.module.constants, made, records, bail)
        place = Place(made, expressions, lists, records)
        position = len(self.functions)
        self.functions.append([])
        self.flow(place, part, exits, 1)
        for line, record in made.loops:
            if not uses(made.lines[line + 1 :], record):
                made.lines[line] = made.lines[line].replace(f"for {record} in", "for _ in")
        body = [*head, *made.head, *made.lines]
        used = [var for var, local in records.items() if uses(body, local)]
        parameters = [f"{records[var]}: {self.module.classes[lists[var].name]}" for var in used]
        needed = uses(body, "p")
        if not lists or needed:
            used, parameters = ["", *used], ["p: Patient", *parameters]
        opening = signature(name, parameters)
        if not lists and not needed:
            opening[0] += "  # noqa: ARG001"
        self.functions[position] = [*opening, *text, *body]
        return used

    def in_full(self, part: Part | None, records: Mapping[str, str]) -> str:
        """The call that works out a part in full; None is the whole criterion.

        A condition on records that are gathered has no clause of its own: it is not known here, and
        what they are gathered for is worked out in full.
        """
        number = 0 if part is None else self.numbers.get(id(part.node))
        if number is None:
            return "None"
        given = "".join(f", {var}={name}" for var, name in records.items())
        call = f"{self.tree}.in_full({number}, p{given})"
        return call if part is None or part.holds else f"opposite({call})"

    def record_class(self, records: str) -> str:
        """The class of a list's records."""
        return self.module.classes[records]

    def inner(self, place: Place, part: Part) -> str:
        """A function of its own for a part, and the call of it."""
        self.count += 1
        name = f"_{self.base}_{self.count}"
        about = f"Line {part.node.at.line}: {self.heading(part)}."
        used = self.write(
            name, docstring("    ", about), part, Exits.returning(), lists=place.lists
        )
        return f"{name}({', '.join(place.records[var] if var else 'p' for var in used)})"

    def heading(self, part: Part) -> str:
        """What a part says, in a few words."""
        kind, _ = shape(part)
        if kind != "one":
            return f"{kind} of these"
        inner = part.node
        while isinstance(inner, nodes.Not):
            inner = inner.part
        return " ".join(clause(inner, names_of(self.program)).split())

    # ---- several parts ----

    def flow(self, place: Place, part: Part, exits: Exits, indent: int) -> None:
        """The lines that judge a condition and leave by one of the exits."""
        kind, parts = shape(part)
        if kind == "one":
            self.single(place, parts[0], exits, indent)
            return
        every = kind == "all"
        kept = [each for each in flattened(kind, parts) if constant(each) is not every]
        settled = exits.false if every else exits.true
        otherwise = exits.true if every else exits.false
        if any(constant(each) is not None for each in kept):
            self.leave(place, settled, indent)
        elif not kept:
            self.leave(place, otherwise, indent)
        elif len(kept) == 1:
            self.flow(place, kept[0], exits, indent)
        else:
            self.each(place, kept, every, exits, indent)

    def each(self, place: Place, parts: list[Part], every: bool, exits: Exits, indent: int) -> None:
        """Several parts, one after the other, until one settles the whole."""
        made, name, doubt = place.function, place.part, place.doubt
        settled = exits.false if every else exits.true
        otherwise = exits.true if every else exits.false
        made.add(indent, f"{doubt} = False")
        for part in parts:
            holds = self.literal(place, part, indent)
            made.add(indent, f"if {name}:" if holds != every else f"if {name} is False:")
            self.leave(place, settled, indent + 1)
            if part is not parts[-1]:
                made.add(indent, f"if {name} is None:")
                made.add(indent + 1, f"{doubt} = True")
        if is_return(exits.unknown, otherwise):
            value = otherwise[0].removeprefix("return ")
            made.add(indent, f"return None if {doubt} or {name} is None else {value}")
            return
        made.add(indent, f"if {doubt} or {name} is None:")
        self.leave(place, exits.unknown, indent + 1)
        self.leave(place, otherwise, indent, last=True)

    def single(self, place: Place, part: Part, exits: Exits, indent: int) -> None:
        """One part that settles the whole."""
        made, name = place.function, place.part
        known = constant(part)
        if known is not None:
            self.leave(place, exits.true if known else exits.false, indent, last=True)
            return
        returned = [lines[0].removeprefix("return ") for lines in (exits.true, exits.false)]
        returns = is_return(exits.true, exits.false, exits.unknown)
        if returns and part.holds and returned == ["True", "False"]:
            self.returned(place, part, indent)
            return
        holds = self.literal(place, part, indent)
        if returns and returned == (["False", "True"] if holds else ["True", "False"]):
            made.add(indent, f"return None if {name} is None else not {name}")
            return
        made.add(indent, f"if {name}:")
        self.leave(place, exits.true if holds else exits.false, indent + 1)
        made.add(indent, f"if {name} is None:")
        self.leave(place, exits.unknown, indent + 1)
        self.leave(place, exits.false if holds else exits.true, indent, last=True)

    def returned(self, place: Place, part: Part, indent: int) -> None:
        """The part's outcome is that of the function."""
        made = place.function
        if isinstance(part.node, nodes.Cases):
            self.alternatives(place, part.node, indent)
            return
        if isinstance(part.node, nodes.Table):
            self.rows(place, part.node, indent)
            return
        value = self.value(place, part, indent, place.part)
        if value is None:
            made.add(indent, f"return {place.part}")
        elif len(value.cases) > 1 and len("    " * indent + "return " + value.flat) > WIDTH:
            made.assign(indent, place.part, value)
            made.add(indent, f"return {place.part}")
        else:
            made.lines += fitted("    " * indent + "return ", value, indent)

    def leave(self, place: Place, lines: list[str], indent: int, last: bool = False) -> None:
        """The lines of an exit; at the end of a loop's body it needs no jump to the next record."""
        alone = lines == ["continue"] and place.function.lines[-1].endswith(":")
        if last and place.looping and lines[-1] == "continue" and not alone:
            lines = lines[:-1]
        for line in lines:
            place.function.add(indent, line)

    # ---- one part ----

    def literal(self, place: Place, part: Part, indent: int) -> bool:
        """Assign a part's outcome, or that of its opposite; the answer says which."""
        place.function.add(indent, f"# line {part.node.at.line}: {self.heading(part)}")
        value = self.value(place, part, indent, place.part)
        if value is not None:
            place.function.assign(indent, place.part, value)
        return part.holds if shape(part)[0] == "one" else True

    def value(self, place: Place, part: Part, indent: int, name: str) -> Cases | None:
        """A part's outcome as an expression; None if lines were written that assign ``name``."""
        node = part.node
        if shape(part)[0] != "one":
            return plain(self.inner(place, part))
        match node:
            case nodes.Defined(name=definition):
                return plain(f"defined_{definition}(p)")
            case nodes.Status(criterion=criterion):
                return plain(f"{function(criterion)}(p)")
            case nodes.Not():
                [opposed] = shape(part)[1]
                return plain(self.inner(place, opposed))
            case nodes.Cases() | nodes.Table():
                return plain(self.inner(place, Part(node)))
            case nodes.KOf() | nodes.HowMany() | nodes.Select() | nodes.Consecutive() if (
                place.looping
            ):
                return plain(self.inner(place, Part(node)))
            case nodes.KOf() if place.part == "item":
                return plain(self.inner(place, Part(node)))
            case nodes.KOf():
                return self.so_many_of(place, node, indent)
            case nodes.HowMany():
                return quantifiers.how_many(self, place, node, indent, name)
            case nodes.Select():
                return quantifiers.selected(self, place, node, indent, name)
            case nodes.Consecutive():
                full = self.in_full(Part(node), place.records)
                return gathering.in_a_row(self, place, node, indent, full) or plain(full)
            case nodes.Compare() | nodes.Range() if gathering.aggregates(node):
                return self.of_many(place, node, indent)
            case _:
                full = self.in_full(Part(node), place.records)
                return place.expressions.atom(node, indent, full) or plain(full)

    def of_many(self, place: Place, node: nodes.Compare | nodes.Range, indent: int) -> Cases:
        """A comparison of numbers over the records of a list."""
        if place.looping:
            return plain(self.inner(place, Part(node)))
        made, full = place.function, self.in_full(Part(node), place.records)
        before = made.state()
        found = gathering.gathered(self, place, gathering.aggregates(node), indent)
        value = None
        if found is not None:
            value = replace(place.expressions, gathered=found).atom(node, indent, full)
        if value is None:
            made.restore(before)
        return value or plain(full)

    def so_many_of(self, place: Place, node: nodes.KOf, indent: int) -> Cases:
        """How many parts hold, and how many may."""
        made = place.function
        made.add(indent, "holding = possible = 0")
        for each in node.parts:
            holds = self.literal(replace(place, part="item"), Part(each), indent)
            made.add(indent, "if item:" if holds else "if item is False:")
            made.add(indent + 1, "holding += 1")
            made.add(indent, "if item is not False:" if holds else "if not item:")
            made.add(indent + 1, "possible += 1")
        return plain(f"within(holding, possible, {node.low}, {node.high})")

    def alternatives(self, place: Place, node: nodes.Cases, indent: int) -> None:
        """The first alternative whose condition holds; one that is not known is worked out in full."""
        made, name = place.function, place.part
        for case in node.cases:
            holds = self.literal(place, Part(case.condition), indent)
            made.add(indent, f"if {name}:" if holds else f"if {name} is False:")
            self.flow(place, Part(case.then), Exits.returning(), indent + 1)
            made.add(indent, f"if {name} is None:")
            made.add(indent + 1, f"return {self.in_full(Part(node), place.records)}")
        if node.otherwise is None:
            made.add(indent, "return None")
        else:
            self.flow(place, Part(node.otherwise), Exits.returning(), indent)

    def rows(self, place: Place, node: nodes.Table, indent: int) -> None:
        """The first row of which all cells fit; where a key is not known, in full."""
        full = self.in_full(Part(node), place.records)
        tests = chosen(place.expressions, node, indent, full)
        if tests is None:
            place.function.add(indent, f"return {full}")
            return
        for test, then in tests:
            if not test:
                self.flow(place, Part(then), Exits.returning(), indent)
                return
            place.function.test(indent, test)
            self.flow(place, Part(then), Exits.returning(), indent + 1)
        if node.otherwise is None:
            place.function.add(indent, "return None")
        else:
            self.flow(place, Part(node.otherwise), Exits.returning(), indent)


def uses(lines: list[str], name: str) -> bool:
    """Whether a name occurs in lines of code."""
    pattern = re.compile(rf"\b{name}\b")
    return any(pattern.search(line) for line in lines if not line.lstrip().startswith("#"))


def signature(name: str, parameters: list[str]) -> list[str]:
    """The first line of a function, or several."""
    line = f"def {name}({', '.join(parameters)}) -> bool | None:"
    if len(line) <= WIDTH:
        return [line]
    return [f"def {name}(", *(f"    {each}," for each in parameters), ") -> bool | None:"]


def constant(part: Part) -> bool | None:
    """Whether a part is always so, or never."""
    if isinstance(part.node, nodes.Truth):
        return part.node.value is part.holds
    return None


def is_return(*exits: list[str]) -> bool:
    """Whether exits do nothing but leave the function."""
    return all(len(lines) == 1 and lines[0].startswith("return ") for lines in exits)
