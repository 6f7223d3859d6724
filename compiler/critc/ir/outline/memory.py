"""What was asked so far in a protocol, and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from critc.ir.nodes import Condition
from critc.ir.outline.basis import Basis
from critc.ir.outline.document import Place, Sheet
from critc.ir.outline.uses import Uses


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: its criterion, and its label in it ("" for the criterion itself)."""

    criterion: str
    title: str
    label: str = ""

    def under(self, index: int) -> Spot:
        """The spot of the line under this one: a, b, … at the top, then b1, b2, then b1a."""
        counted = self.label[-1:].isalpha()
        return replace(self, label=self.label + (str(index + 1) if counted else _letter(index)))

    @property
    def place(self) -> Place:
        """The spot as something to refer to."""
        if not self.label:
            return Place(self.title, self.criterion)
        return Place(f"{self.title}, line {self.label}", self.anchor)

    @property
    def anchor(self) -> str:
        """The anchor of the line."""
        return f"{self.criterion}-{self.label}" if self.label else self.criterion


def _letter(index: int) -> str:
    """a to z, then aa, ab, …"""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)


@dataclass(slots=True)
class Memory:
    """What was asked so far, and where: it is not asked again.

    ``uses`` is what the protocol needs of its measurements, ``basis`` what its lines rest on.
    """

    uses: Uses
    basis: Basis
    ticked: dict[Condition, tuple[Spot, bool]] = field(default_factory=dict)
    values: dict[str, Spot] = field(default_factory=dict)
    lists: dict[str, Sheet] = field(default_factory=dict)
    definitions: dict[str, Spot] = field(default_factory=dict)
