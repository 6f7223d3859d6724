"""Numbers, lengths and options of the protocol, as constants at the top level of the module."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from critc.emit.python.calls import Call, call
from critc.emit.python.layout import literal
from critc.ir.words import shown


@dataclass
class Constants:
    """The constants: the text of each by its name."""

    texts: dict[str, str] = field(default_factory=dict)

    def _named(self, name: str, value: Call) -> str:
        """The name of a constant: that which is asked for, unless it is taken by another."""
        text = "\n".join(value.lines(0, head="= "))
        while self.texts.get(name, text) != text:
            name += "_"
        self.texts[name] = text
        return name

    @property
    def lines(self) -> list[str]:
        """All constants, by name."""
        return [f"{name} {text}" for name, text in sorted(self.texts.items())]

    def decimal(self, value: Fraction) -> str | None:
        """A decimal; None if the number is none."""
        text = shown(value)
        if "/" in text or Fraction(text) != value:
            return None
        name = text.replace("-", "MINUS_").replace(".", "_")
        whole = value.denominator == 1 and value >= 0
        return self._named(f"_{name}", call("Decimal", text if whole else literal(text)))

    def days(self, count: int) -> str:
        """So many days."""
        return self._named(f"_{count}_DAYS", call("timedelta", f"days={count}"))

    def date(self, value: datetime.date) -> str:
        """A date of the protocol."""
        name = f"_{value.isoformat().replace('-', '_')}"
        return self._named(name, call("date", value.year, value.month, value.day))

    def options(self, options: tuple[str, ...], as_set: bool = False) -> str:
        """Several options, as a tuple or as a set."""
        quoted = tuple(literal(option) for option in options)
        value = Call("frozenset", (Call("", quoted, "{}"),)) if as_set else Call("", quoted)
        for name, text in self.texts.items():
            if text == "\n".join(value.lines(0, head="= ")):
                return name
        count = sum(name.startswith("_OPTIONS_") for name in self.texts) + 1
        return self._named(f"_OPTIONS_{count:02}", value)
