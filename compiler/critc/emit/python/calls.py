"""Nested calls as text: on one line where they fit, else one argument a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from critc.emit.python.layout import WIDTH


@dataclass(frozen=True)
class Call:
    """``name(arguments)``; without a name a tuple, or with other brackets a dictionary.

    ``label`` stands before it, as in ``key=f(x)``.
    """

    name: str
    arguments: tuple[Argument, ...]
    brackets: str = "()"
    label: str = ""

    @cached_property
    def flat(self) -> str | None:
        """It on one line; None if that is longer than a line can be."""
        flat = [a if isinstance(a, str) else a.flat for a in self.arguments]
        if None in flat:
            return None
        comma = "," if len(flat) == 1 and not self.name and self.brackets == "()" else ""
        inner = ", ".join(part for part in flat if part is not None) + comma
        text = f"{self.label}{self.name}{self.brackets[0]}{inner}{self.brackets[1]}"
        return text if len(text) <= WIDTH else None

    def lines(self, indent: int, head: str = "", tail: str = "") -> list[str]:
        """It between ``head`` and ``tail``, indented by so many blanks."""
        flat, blanks = self.flat, " " * indent
        if flat is not None and indent + len(head) + len(flat) + len(tail) <= WIDTH:
            return [f"{blanks}{head}{flat}{tail}"]
        lines = [f"{blanks}{head}{self.label}{self.name}{self.brackets[0]}"]
        for argument in self.arguments:
            if isinstance(argument, str):
                lines.append(f"{blanks}    {argument},")
            else:
                lines += argument.lines(indent + 4, tail=",")
        return [*lines, f"{blanks}{self.brackets[1]}{tail}"]


Argument = Call | str


def call(name: str, *arguments: Argument | int | None, **named: str | None) -> Call:
    """A call. Named arguments that are None are left out; None and numbers are written as such."""
    given: list[Argument] = [
        argument if isinstance(argument, (Call, str)) else repr(argument) for argument in arguments
    ]
    given += [f"{key}={value}" for key, value in named.items() if value is not None]
    return Call(name, tuple(given))


def mapping(items: Mapping[str, str]) -> Call:
    """A dictionary."""
    return Call("", tuple(f"{key}: {value}" for key, value in items.items()), "{}")
