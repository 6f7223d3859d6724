"""Numbers, lengths and options of the protocol, as constants at the top level of the module."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from critc.emit.python.layout import bracketed, literal
from critc.ir.words import shown


@dataclass
class Constants:
    """The constants, by what they are."""

    names: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def _named(self, name: str, value: str, lines: Iterable[str] = ()) -> str:
        if value in self.names:
            return self.names[value]
        while name in self.names.values():
            name += "_"
        self.names[value] = name
        self.lines += list(lines) or [f"{name} = {value}"]
        return name

    def decimal(self, value: Fraction) -> str | None:
        """A decimal; None if the number is none."""
        text = shown(value)
        if "/" in text or Fraction(text) != value:
            return None
        name = text.replace("-", "MINUS_").replace(".", "_")
        whole = value.denominator == 1 and value >= 0
        return self._named(f"_{name}", f"Decimal({text if whole else literal(text)})")

    def days(self, count: int) -> str:
        """So many days."""
        return self._named(f"_{count}_DAYS", f"timedelta(days={count})")

    def date(self, value: datetime.date) -> str:
        """A date of the protocol."""
        parts = f"{value.year}, {value.month}, {value.day}"
        return self._named(f"_{value.isoformat().replace('-', '_')}", f"date({parts})")

    def options(self, options: tuple[str, ...], kind: str = "") -> str:
        """Several options; ``kind`` is "frozenset" or nothing, for a tuple."""
        items = [literal(option) for option in options]
        value = f"{kind}({', '.join(items)})"
        name = f"_OPTIONS_{len(self.names) + 1}"
        if kind:
            value = f"frozenset(({', '.join(items)}))"
            inner = bracketed("    ", "(", items, ")")
            line = f"{name} = {value}"
            lines = [line] if len(line) <= 100 else [f"{name} = frozenset(", *inner, ")"]
            return self._named(name, value, lines)
        return self._named(name, value, bracketed("", f"{name} = (", items, ")"))
