"""Conditions as parts that all hold, or one of them, and the text of a function that judges them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from critc.emit.python.layout import WIDTH
from critc.ir import nodes

LONGEST_NAME = 40


@dataclass(frozen=True)
class Part:
    """A condition, or that it does not hold."""

    node: nodes.Condition
    holds: bool = True


def shape(part: Part) -> tuple[Literal["all", "any", "one"], tuple[Part, ...]]:
    """Whether a condition asks for all of its parts, for any, or is one thing."""
    holds = part.holds
    match part.node:
        case nodes.Not(part=inner):
            return shape(Part(inner, not holds))
        case nodes.All(parts=parts):
            return ("all" if holds else "any"), tuple(Part(each, holds) for each in parts)
        case nodes.AnyOf(parts=parts):
            return ("any" if holds else "all"), tuple(Part(each, holds) for each in parts)
        case nodes.Except(part=inner, exception=exception, word="unless"):
            return ("all" if holds else "any"), (Part(inner, holds), Part(exception, not holds))
        case nodes.Except(part=inner, exception=exception):
            return ("any" if holds else "all"), (Part(inner, holds), Part(exception, holds))
        case nodes.When(who=who, part=inner, otherwise=True):
            return ("any" if holds else "all"), (Part(who, not holds), Part(inner, holds))
        case nodes.When(who=who, part=inner):
            return ("all" if holds else "any"), (Part(who, holds), Part(inner, holds))
        case _:
            return "one", (part,)


def flattened(kind: str, parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts, with those of parts of the same kind in their place."""
    waiting = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        inner, more = shape(part)
        if inner == kind:
            waiting.extend(reversed(more))
        else:
            yield more[0] if inner == "one" else part


@dataclass(frozen=True)
class Cases:
    """An expression by cases: the first whose condition holds, else the last."""

    cases: tuple[tuple[str, str], ...]
    otherwise: str

    @property
    def flat(self) -> str:
        """On one line."""
        return "".join(f"{value} if {test} else " for test, value in self.cases) + self.otherwise


def plain(expression: str) -> Cases:
    """An expression without cases."""
    return Cases((), expression)


@dataclass
class Function:
    """The text of a generated function: first what it takes from the patient, then what it does."""

    name: str
    reserved: frozenset[str]
    head: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    annotated: set[str] = field(default_factory=set)
    loops: list[tuple[int, str]] = field(default_factory=list)

    def state(self) -> tuple[int, int, dict[str, str], set[str], int]:
        """What is written so far."""
        written = len(self.head), len(self.lines)
        return *written, dict(self.taken), set(self.annotated), len(self.loops)

    def restore(self, state: tuple[int, int, dict[str, str], set[str], int]) -> None:
        """Take back what was written since."""
        head, lines, self.taken, self.annotated, loops = state
        del self.head[head:], self.lines[lines:], self.loops[loops:]

    def add(self, indent: int, text: str) -> None:
        """One more line; a test or a call that does not fit is broken."""
        line = "    " * indent + text
        if text.startswith("if ") and text.endswith(":"):
            self.test(indent, text[3:-1])
            return
        head, assigned, call = line.partition(" = ")
        if not assigned:
            head, assigned, call = line.partition("return ")
        fits = len(line) <= WIDTH or not call.endswith(")")
        blanks = len(line) - len(line.lstrip())
        self.lines += [line] if fits else fitted(head + assigned, plain(call), blanks // 4)

    def test(self, indent: int, test: str, word: str = "if") -> None:
        """A line that begins a block."""
        self.lines += wrapped(f"{'    ' * indent}{word} ", test, ":")

    def local(self, name: str, meaning: str) -> tuple[str, bool]:
        """A local name for something, and whether it is new."""
        name = name[:LONGEST_NAME]
        while name in self.reserved or self.taken.get(name, meaning) != meaning:
            name += "_"
        new = name not in self.taken
        self.taken[name] = meaning
        return name, new

    def assign(self, indent: int, name: str, value: Cases, kind: str = "bool | None") -> None:
        """``name = value``, typed where it is first assigned."""
        blanks = "    " * indent
        target = name if name in self.annotated else f"{name}: {kind}"
        self.annotated.add(name)
        if len(value.cases) > 1 and len(f"{blanks}{target} = {value.flat}") > WIDTH:
            if target != name:
                self.lines.append(f"{blanks}{target}")
            for number, (test, result) in enumerate(value.cases):
                self.test(indent, test, "elif" if number else "if")
                self.add(indent + 1, f"{name} = {result}")
            self.add(indent, "else:")
            self.lines += fitted(f"{blanks}    {name} = ", plain(value.otherwise), indent + 1)
        else:
            self.lines += fitted(f"{blanks}{target} = ", value, indent)


def fitted(head: str, value: Cases, indent: int) -> list[str]:
    """``head value``, in brackets and on several lines if it does not fit on one."""
    line, blanks = head + value.flat, "    " * (indent + 1)
    if len(line) <= WIDTH:
        return [line]
    if not value.cases and is_call(value.flat):
        opening, _, arguments = value.flat[:-1].partition("(")
        return [f"{head}{opening}(", *arguments_of(arguments, indent + 1), f"{blanks[4:]})"]
    if not value.cases or len(blanks + value.flat) <= WIDTH:
        return wrapped(head, value.flat, "")
    [(test, result)] = value.cases
    inner = [*fitted(blanks, plain(result), indent + 1), *joined(f"{blanks}if ", test, blanks)]
    return [f"{head}(", *inner, f"{blanks}else {value.otherwise}", f"{blanks[4:]})"]


def arguments_of(arguments: str, indent: int) -> list[str]:
    """A call's arguments on a line, or one a line; the only one may be a call itself."""
    blanks = "    " * indent
    if len(blanks + arguments) <= WIDTH:
        return [blanks + arguments]
    parts = split(arguments, ", ")
    if len(parts) == 1:
        return fitted(blanks, plain(arguments), indent)
    lines = []
    for part in parts:
        *others, last = fitted(blanks, plain(part), indent)
        lines += [*others, f"{last},"]
    return lines


def is_call(text: str) -> bool:
    """Whether an expression is one call, and nothing beside it."""
    name, _, rest = text.partition("(")
    closed = rest.endswith(")") and len(split(rest[:-1], ")")) == 1
    return closed and name.replace(".", "").replace("_", "").isalnum()


def split(text: str, word: str) -> list[str]:
    """The parts between a word, where no bracket is open; an end that closes none counts."""
    parts, start, depth = [], 0, 0
    for place, char in enumerate(text):
        if depth == 0 and text.startswith(word, place) and place >= start:
            parts.append(text[start:place])
            start = place + len(word)
        depth += (char in "([{") - (char in ")]}" and depth > 0)
    return [*parts, text[start:]]


def wrapped(head: str, expression: str, tail: str) -> list[str]:
    """``head expression tail``, in brackets if it does not fit on one line."""
    line = f"{head}{expression}{tail}"
    if len(line) <= WIDTH:
        return [line]
    blanks = " " * (len(head) - len(head.lstrip()))
    if len(f"{blanks}    {expression}") <= WIDTH:
        inner = [f"{blanks}    {expression}"]
    else:
        inner = joined(f"{blanks}    ", expression, f"{blanks}    ")
    return [f"{head}(", *inner, f"{blanks}){tail}"]


def joined(head: str, expression: str, blanks: str) -> list[str]:
    """``head expression`` on one line, or each part of an *and* (or of an *or*) on its own."""
    if len(head + expression) <= WIDTH:
        return [head + expression]
    word = " or " if len(split(expression, " or ")) > 1 else " and "
    first, *others = split(expression, word)
    return [head + first, *(f"{blanks}{word.strip()} {other}" for other in others)]
