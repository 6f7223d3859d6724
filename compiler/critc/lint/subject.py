"""What the rules look at: a file that was compiled without an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from critc.check import protocol as p
from critc.check.walk import inline_declarations
from critc.coverage.condition import records_of
from critc.ir import nodes as n
from critc.ir.dictionary import Declared, Judged
from critc.ir.words.walk import walk as walk_core
from critc.lint.reasoning import Reasoning
from critc.source import Source, Span
from critc.syntax import tree

LONGEST = 80
"""No more characters of a place are quoted in a message."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion as it was written, as it was resolved, and as it means."""

    written: tree.Criterion
    resolved: p.Criterion
    core: n.Criterion

    @property
    def named(self) -> str:
        """ "inclusion 3" """
        return f"{self.written.kind} {self.written.number}"


@dataclass(frozen=True, slots=True)
class Body:
    """The condition of a criterion, for whom that is, or the condition of a definition."""

    of: Criterion | p.Definition
    condition: p.Condition


@dataclass(frozen=True, slots=True)
class Subject:
    """A protocol or library in its three forms, and the reasoning about its conditions."""

    source: Source = field(repr=False)
    protocol: p.Protocol
    program: n.Program
    is_library: bool
    reasoning: Reasoning

    def own(self, span: Span) -> bool:
        """Whether a place is in the file itself, and not in a library that it borrows from."""
        return self.source.lender(span.start) is None

    def criteria(self) -> Iterator[Criterion]:
        """All criteria, in the order of the source."""
        written = (d for d in self.protocol.declarations if isinstance(d, tree.Criterion))
        for each in zip(written, self.protocol.criteria, self.program.criteria, strict=True):
            yield Criterion(*each)

    def bodies(self) -> Iterator[Body]:
        """What criteria and the file's own definitions ask."""
        for criterion in self.criteria():
            if criterion.resolved.applies:
                yield Body(criterion, criterion.resolved.applies)
            yield Body(criterion, criterion.resolved.condition)
        for definition in self.protocol.definitions.values():
            if self.own(definition.span):
                yield Body(definition, definition.condition)

    def named(self) -> dict[str, Span]:
        """Where the file itself declares its facts, moments and judgements."""
        found = dict[str, Span]()
        for declaration in self.protocol.declarations:
            if isinstance(declaration, tree.Fact | tree.Moment | tree.Judgement):
                found[declaration.name.text] = declaration.name.span
            for inline in inline_declarations(declaration):
                if not inline.records:
                    found[inline.declaration.name.text] = inline.declaration.name.span
        return {name: span for name, span in found.items() if self.own(span)}

    def asked(self, criterion: Criterion) -> Iterator[Declared]:
        """The facts and fields that a criterion asks for, those of its definitions too."""
        applies = criterion.core.applies
        for condition in (criterion.core.condition, *((applies,) if applies else ())):
            yield from self._asked(condition)

    def _asked(self, condition: n.Condition) -> Iterator[Declared]:
        lists = records_of(condition)
        for node in walk_core(condition):
            match node:
                case n.Fact(name=name):
                    yield self.program.fact(name)
                case n.Field(var=var, name=name):
                    yield self.program.listed(lists[var]).field(name)
                case n.Defined(name=name):
                    yield from self._asked(self.program.definition(name).condition)
                case _:
                    pass

    def judged(self, criterion: Criterion) -> bool:
        """Whether some of it is left to a person's judgement."""
        return any(isinstance(each.type, Judged) for each in self.asked(criterion))

    def words(self, span: Span) -> str:
        """The text of a place in one line; of several lines the first."""
        line, _, more = self.source.words(span).partition("\n")
        if len(line) > LONGEST:
            line, more = line[:LONGEST].rsplit(" ", 1)[0], "more"
        return f"{line.rstrip()} …" if more else line


def walk(condition: p.Condition) -> Iterator[p.Condition]:
    """A condition and all in it, in the order of the source."""
    yield condition
    for part in p.parts_of(condition):
        yield from walk(part)
