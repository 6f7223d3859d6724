"""Nested calls as text: on one line where they fit, else one argument a line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from critc.emit.python.layout import WIDTH, literal


@dataclass(frozen=True)
class Call:
    """``name(arguments)``; without a name it is a tuple."""

    name: str
    arguments: tuple[Argument, ...]

    @cached_property
    def flat(self) -> str | None:
        """It on one line; None if that is longer than a line can be."""
        flat = [a if isinstance(a, str) else a.flat for a in self.arguments]
        if None in flat:
            return None
        comma = "," if len(flat) == 1 and not self.name else ""
        text = f"{self.name}({', '.join(part for part in flat if part is not None)}{comma})"
        return text if len(text) <= WIDTH else None

    def lines(self, indent: int, head: str = "", tail: str = "") -> list[str]:
        """It between ``head`` and ``tail``, indented by so many blanks."""
        flat = self.flat
        blanks = " " * indent
        if flat is not None and indent + len(head) + len(flat) + len(tail) <= WIDTH:
            return [f"{blanks}{head}{flat}{tail}"]
        lines = [f"{blanks}{head}{self.name}("]
        for argument in self.arguments:
            if isinstance(argument, str):
                lines.append(f"{blanks}    {argument},")
            else:
                lines += argument.lines(indent + 4, tail=",")
        return [*lines, f"{blanks}){tail}"]


Argument = Call | str


def call(name: str, *arguments: Argument | int | None, **named: str | None) -> Call:
    """A call. Named arguments that are None are left out; None and numbers are written as such."""
    given: list[Argument] = [
        argument if isinstance(argument, (Call, str)) else repr(argument) for argument in arguments
    ]
    given += [f"{key}={value}" for key, value in named.items() if value is not None]
    return Call(name, tuple(given))


def quoted(*texts: str) -> list[str]:
    """String literals."""
    return [literal(text) for text in texts]
