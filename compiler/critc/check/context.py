"""What the passes over one file share: what it declares, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from critc.check.protocol import Callable as Signature
from critc.check.protocol import Declared, Listed, Symbol
from critc.check.types import Choice
from critc.check.units import Unit, parse_unit
from critc.check.walk import Inline
from critc.diagnostic import Diagnostic, Related
from critc.source import Source, Span
from critc.syntax import tree

THOUSANDS = ("K/", "k/", "M/")
"""How laboratories write thousands and millions of cells; UCUM has other meanings for these letters."""


@dataclass
class Context:
    """One file while it is being checked.

    ``symbols`` has every name of the file's one namespace, ``holders`` for each field the lists that
    have it, ``inline`` the questions that are asked of the records of each list ("": of the patient),
    ``visits`` the moments at which one may measure, ``criteria`` the ids that exist. ``uses`` is
    filled on the way: which criterion ("inclusion 3"), definition, formula or table refers to which,
    and where.
    """

    source: Source
    file: tree.File
    symbols: dict[str, Symbol] = field(default_factory=dict)
    holders: dict[str, list[Listed]] = field(default_factory=dict)
    inline: dict[str, list[Inline]] = field(default_factory=dict)
    visits: Choice | None = None
    criteria: dict[str, tree.Criterion] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    uses: dict[str, dict[str, Span]] = field(default_factory=dict)
    _units: dict[str, Unit | None] = field(default_factory=dict)
    _told: set[tuple[object, ...]] = field(default_factory=set)
    _keys: count[int] = field(default_factory=lambda: count(1))

    def say(
        self,
        code: str,
        span: Span,
        message: str,
        *,
        label: str = "",
        help: str = "",  # noqa: A002 - as Diagnostic calls it
        related: Iterable[Related] = (),
        replacement: str | None = None,
    ) -> None:
        """Report one finding."""
        self.diagnostics.append(
            Diagnostic(code, span, message, label, help, tuple(related), replacement)
        )

    def unit(self, text: str) -> Unit | None:
        """``parse_unit``, each text once. ``K/uL`` is read as a slip, not as kelvin (decision 15)."""
        if text not in self._units:
            self._units[text] = None if text.startswith(THOUSANDS) else parse_unit(text)
        return self._units[text]

    def use(self, user: str, used: str, span: Span) -> None:
        """Note that one refers to another."""
        self.uses.setdefault(user, {}).setdefault(used, span)

    def first_time(self, *of: object) -> bool:
        """Whether this is reported for the first time: what is wrong in one place is told once."""
        told = of in self._told
        self._told.add(of)
        return not told

    def key(self) -> int:
        """A number that no other record in reach has."""
        return next(self._keys)

    @cached_property
    def attempted(self) -> frozenset[str]:
        """Names that broken declarations tried to declare: uses of them are not reported again."""
        from critc.check.names import attempted

        return attempted(self.source, self.file) | self.borrowed

    @property
    def borrowed(self) -> frozenset[str]:
        """Names of ``use … from …``, and those of which the library says something not understood."""
        uses = (d for d in self.file.declarations if isinstance(d, tree.Use))
        names = frozenset(name.text for use in uses for name in use.names)
        return names.union(*(each.broken for each in self.source.borrowed))

    def declared_at(self, name: str) -> tuple[Related, ...]:
        """Where a name is declared, for a diagnostic that mentions it."""
        symbol = self.symbols.get(name)
        return (Related(symbol.span, "declared here"),) if symbol else ()

    def facts(self) -> Iterable[Declared]:
        """Facts of the patient by place in the source."""
        found = [s for s in self.symbols.values() if isinstance(s, Declared)]
        return sorted(found, key=lambda fact: self.source.order(fact.span.start))

    def lists(self) -> Iterable[Listed]:
        """Lists and measurements by place in the source."""
        found = [s for s in self.symbols.values() if isinstance(s, Listed)]
        return sorted(found, key=lambda listed: self.source.order(listed.span.start))

    def callable(self, name: str) -> Signature | None:
        """The definition, formula or table of that name."""
        symbol = self.symbols.get(name)
        return symbol if isinstance(symbol, Signature) else None
