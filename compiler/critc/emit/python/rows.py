"""Tables: which row it is, as tests of keys that are known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from critc.emit.python.arithmetic import Calculation
from critc.emit.python.expressions import Expressions, Wanted
from critc.emit.python.flow import wrapped
from critc.emit.python.layout import literal
from critc.ir import nodes
from critc.ir.dictionary import Choice, Judged, YesNo

MOST_ROWS = 200
"""A longer table is worked out in full."""


@dataclass(frozen=True)
class Key:
    """A key that is known: its text, its options, and whether it is an answer, True or False."""

    text: str
    options: frozenset[str] = frozenset()
    answer: bool = False


def chosen(
    writer: Expressions, node: nodes.Table, indent: int, full: str
) -> list[tuple[str, nodes.Condition]] | None:
    """The test of each row, and what holds then, after lines that leave where a key is not known.

    A row that always fits has no test. None for a table whose keys cannot be said in a line.
    """
    if len(node.rows) > MOST_ROWS:
        return None
    keys = Keys(writer, indent)
    made = [keys.key(key) for key in node.keys]
    known = [key for key in made if key is not None]
    if len(known) < len(made):
        return None
    keys.guard(full)
    known = [keys.named(key) for key in known]
    rest = [key.options for key in known]
    tests: list[tuple[str, nodes.Condition]] = []
    for then, rows in groupby(node.rows, key=lambda row: row.then):
        either = ["" if last_of(rest, row) else keys.row(known, row) for row in rows]
        if None in either:
            return None
        tests.append((any_of([str(test) for test in either]), then))
    return tests


def last_of(rest: list[frozenset[str]], row: nodes.Row) -> bool:
    """Whether a row asks for one key alone, and for all options of it that no row before had.

    ``rest`` are the options of each key that are left; those of the row are taken from it.
    """
    asked = [(number, cell) for number, cell in enumerate(row.cells) if cell is not None]
    if len(asked) != 1:
        return False
    [(number, cell)] = asked
    if not isinstance(cell, nodes.CellOptions):
        return False
    rest[number] = rest[number].difference(cell.options)
    return not rest[number]


def any_of(tests: list[str]) -> str:
    """One of several tests; one that is empty always holds."""
    if "" in tests or len(tests) == 1:
        return "" if "" in tests else tests[0]
    return " or ".join(f"({test})" if " and " in test else test for test in tests)


class Keys:
    """Reads the keys of a table into local names."""

    def __init__(self, writer: Expressions, indent: int) -> None:
        self.writer = writer
        self.indent = indent
        self.numbers = Calculation(writer, indent)
        self.absent: list[str] = []

    def key(self, key: nodes.NumberTerm | nodes.Ref) -> Key | None:
        """A key; None for a number that is more than factors."""
        if isinstance(key, nodes.Fact | nodes.Field):
            declared = self.writer.bound.declared(key).type
            if not isinstance(declared, Choice | YesNo | Judged):
                return None
            name = self.writer.local(key, self.indent)
            self.absent.append(f"{name} is None")
            if isinstance(declared, Choice):
                return Key(name, frozenset(option.name for option in declared.options))
            return Key(name, frozenset({"yes", "no"}), answer=True)
        found = self.numbers.term(key)
        if found is None or found.below or found.estimated or not found.above:
            return None
        text = self.numbers.product(found.coefficient, found.above)
        return None if text is None else Key(text)

    def guard(self, full: str) -> None:
        """Lines that leave where a key is not known."""
        unknown = [*self.absent, *self.numbers.absent, *map(negated, self.numbers.known)]
        if unknown:
            self.writer.function.test(self.indent, " or ".join(dict.fromkeys(unknown)))
            self.writer.function.add(self.indent + 1, f"return {full}")

    def named(self, key: Key) -> Key:
        """A local name for a key that is calculated."""
        if "(" not in key.text:
            return key
        name, _ = self.writer.function.local("key", f"key {key.text}")
        self.writer.function.lines += wrapped(f"{'    ' * self.indent}{name} = ", key.text, "")
        return Key(name)

    def row(self, keys: list[Key], row: nodes.Row) -> str | None:
        """The test that all cells of a row fit; "" if they always do."""
        tests = [
            self.cell(key, cell)
            for key, cell in zip(keys, row.cells, strict=True)
            if cell is not None
        ]
        return None if None in tests else " and ".join(str(test) for test in tests if test)

    def cell(self, key: Key, cell: nodes.CellRange | nodes.CellOptions) -> str | None:
        """The test that a key is in a cell."""
        if isinstance(cell, nodes.CellRange):
            if cell.low is None and cell.high is None:
                return ""
            wanted = Wanted(cell.low, cell.high, cell.low_closed, cell.high_closed)
            return self.writer.test(key.text, wanted, whole=True)
        if key.answer:
            texts = {"yes": key.text, "no": f"not {key.text}"}
            return "" if set(cell.options) >= set(texts) else texts[cell.options[0]]
        if len(cell.options) == 1:
            return f"{key.text} == {literal(cell.options[0])}"
        return f"{key.text} in {self.writer.constants.options(cell.options)}"


def negated(test: str) -> str:
    """The opposite of a test that a value is known."""
    if test.startswith("not "):
        return test.removeprefix("not ")
    if test.startswith("type("):
        return test.replace(" is ", " is not ")
    return f"not ({test})" if " " in test else f"not {test}"
