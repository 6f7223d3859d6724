"""What the passes over one file share: what it declares, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
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

SHOWN = 3
"""How many other places are shown of what is wrong in the same way everywhere."""

THOUSANDS = ("K/", "k/", "M/")
"""How laboratories write thousands and millions of cells; UCUM has other meanings for these letters."""


@dataclass
class Context:
    """One file while it is being checked.

    ``symbols`` has every name of the file's one namespace, ``holders`` for each field the lists that
    have it, ``inline`` the questions that are asked of the records of each list ("": of the patient),
    ``visits`` the moments at which one may measure, ``criteria`` the ids that exist, ``misnumbered``
    the kinds of which two have one number: another may be missing for that. ``uses`` is filled on the
    way: which criterion ("inclusion 3"), definition, formula or table refers to which,
    and where.
    """

    source: Source
    file: tree.File
    symbols: dict[str, Symbol] = field(default_factory=dict)
    holders: dict[str, list[Listed]] = field(default_factory=dict)
    inline: dict[str, list[Inline]] = field(default_factory=dict)
    visits: Choice | None = None
    criteria: dict[str, tree.Criterion] = field(default_factory=dict)
    misnumbered: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    uses: dict[str, dict[str, Span]] = field(default_factory=dict)
    _units: dict[str, Unit | None] = field(default_factory=dict)
    _told: set[tuple[object, ...]] = field(default_factory=set)
    _about: dict[Hashable, list[Diagnostic]] = field(default_factory=dict)
    _because: list[tuple[Hashable, Diagnostic]] = field(default_factory=list)
    _fitting: set[Hashable] = field(default_factory=set)
    _keys: count[int] = field(default_factory=lambda: count(1))

    def refuse_twice(self, names: Iterable[tree.Name], message: str, before: str) -> None:
        """Report each name that stands twice: ``message`` has ``{}`` for it, ``before`` the label."""
        first: dict[str, Span] = {}
        for name in names:
            if name.text in first:
                self.say(
                    "E0418",
                    name.span,
                    message.format(name.text),
                    label="again",
                    related=[Related(first[name.text], before)],
                    help="Leave one of them out.",
                )
            first.setdefault(name.text, name.span)

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
        about: Hashable = None,
        because: Iterable[Hashable] = (),
    ) -> None:
        """Report one finding.

        ``about`` is what does not suit its use here: a declaration (``Declared.key``), an answer that
        is not there. Unless it ``fits`` elsewhere, the mistake is taken to be in it, and told once.
        ``because`` are what this may follow from: when one of them suits nothing, that is told alone.
        """
        found = Diagnostic(code, span, message, label, help, tuple(related), replacement)
        self.diagnostics.append(found)
        if about is not None:
            self._about.setdefault(about, []).append(found)
        for cause in because:
            self._because.append((cause, found))

    def fits(self, about: Hashable) -> None:
        """Note that something suits its use at one place: what does not, elsewhere, is told there."""
        self._fitting.add(about)

    def told(self) -> Iterator[Diagnostic]:
        """What there is to say; what is wrong wherever a thing is used once, with its other places."""
        suits_nothing = {about: each for about, each in self._about.items()
                         if about not in self._fitting}  # fmt: skip
        merged: dict[int, Diagnostic] = {}
        for found in suits_nothing.values():
            first, *others = sorted(found, key=lambda each: each.span.start)
            merged |= {id(each): _with_places(first, others) for each in found}
        follows = {id(each) for cause, each in self._because if cause in suits_nothing}
        for each in self.diagnostics:
            if id(each) not in follows:
                yield merged.get(id(each), each)

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

    def is_news(self, name: str) -> bool:
        """Whether nothing was said yet of a name that is not known, nor of what tried to declare it."""
        return name not in self.attempted and self.first_time(name)

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

    def offered(self, name: str | None) -> tuple[Related, ...]:
        """Where a name is declared that is offered instead of one that is not known."""
        symbol = self.symbols.get(name or "")
        return (Related(symbol.span, f"`{name}` is declared here"),) if symbol else ()

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


def _with_places(first: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    """A finding with the places where it is the same, if any."""
    if not others:
        return first
    shown = [Related(other.span, "the same here") for other in others[:SHOWN]]
    if left := len(others) - len(shown):
        places = "place" if left == 1 else "places"
        shown[-1] = Related(shown[-1].span, f"the same here, and in {left} more {places}")
    advice = f"It is the same in {len(others) + 1} places: look at the declaration too."
    return replace(first, help=f"{first.help} {advice}".strip(), related=(*first.related, *shown))
