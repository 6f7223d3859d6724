"""Every name of a declaration, and what it means there."""

from __future__ import annotations

from collections.abc import Iterable

from critc.lsp.declared import NAMED
from critc.lsp.dictionary import NOT_KNOWN, Answer, Dictionary
from critc.lsp.meanings import BodyWalk, Occurrence, Scope, Target
from critc.source import Span
from critc.syntax import tree

_PARTS = "parts"
"""Under this name a patient says in which parts of the study he or she is."""


def occurrences(
    declaration: tree.Declaration, text: str, dictionary: Dictionary
) -> tuple[Occurrence, ...]:
    """What is named in a declaration, in the order of its text, which the spans count in."""
    walk = _DeclarationWalk(text, dictionary)
    walk.declaration(declaration)
    return tuple(sorted(walk.found, key=lambda each: (each.span.start, each.span.end)))


class _DeclarationWalk(BodyWalk):
    """The names of whole declarations, those in their bodies too."""

    # ---- declarations -----------------------------------------------------------------------

    def declaration(self, node: tree.Declaration) -> None:
        match node:
            case tree.Protocol() | tree.Library():
                pass
            case tree.Use():
                self._use(node)
            case tree.Criterion():
                self._criterion(node)
            case tree.Case():
                self.note("name", node.of)
                self._settings(node.settings)
                for expect in node.expects:
                    self._expect(expect)
            case _:
                self.note("name", node.name, declares=True)
                self._named(node)

    def _named(self, node: NAMED) -> None:
        match node:
            case tree.Choices(name=name, options=options):
                self._options(options, name.text)
            case tree.Fact(name=name, type=kind, options=options):
                self._type(kind, options, name.text)
            case tree.Measurement(name=name, type=kind, options=options):
                self._type(kind, options, name.text)
                if node.molar_mass:
                    self._unit(node.molar_mass)
            case tree.Records(name=name, fields=fields):
                for each in fields:
                    self.note("field", each.name, name.text, declares=True)
                    self._type(each.type, each.options, f"{name.text}.{each.name.text}")
            case tree.Define(parameters=parameters, body=body):
                self._body(body, self._parameters(parameters))
            case tree.Formula():
                self._formula(node)
            case tree.Table():
                self._table(node)
            case tree.Patient(settings=settings):
                self._settings(settings)
            case tree.Moment() | tree.Part() | tree.Judgement():
                pass

    def _use(self, node: tree.Use) -> None:
        for name in node.names:
            self.note("name", name)
        self.found.append(Occurrence(node.path_span, Target("library", node.path)))

    def _criterion(self, node: tree.Criterion) -> None:
        target = Target("criterion", f"{node.kind} {node.number}")
        self.found.append(Occurrence(node.head, target, declares=True))
        self._body(node.body, Scope())

    def _formula(self, node: tree.Formula) -> None:
        scope = self._parameters(node.parameters)
        self._type(node.type)
        for let in node.lets:
            scope = self._let(let, scope)
        if isinstance(node.value, tree.ValueCases):
            self._cases(node.value, scope)
        else:
            self._value(node.value, scope)
        for example in node.examples:
            for name, given in example.arguments:
                self.note("local", name)
                self._given(given, scope.locals.get(name.text, NOT_KNOWN))
            self._given(example.gives, self.dictionary.typed(node.type))

    def _table(self, node: tree.Table) -> None:
        scope = self._parameters(node.parameters)
        self._type(node.type)
        kinds = scope.locals.values()
        for name in node.header:
            owner = next((kind for kind in kinds if kind.option(name.text)), None)
            if name.text in scope.locals:
                self.note("local", name)
            elif owner:
                self.note("option", name, owner.owner)
        beside = (*kinds, self.dictionary.typed(node.type))
        for cell in (cell for row in node.rows for cell in row):
            self._cell(cell, scope, beside)

    def _cell(self, cell: tree.Cell, scope: Scope, beside: tuple[Answer, ...]) -> None:
        for name in cell.names:
            owner = next((kind for kind in beside if kind.option(name.text)), None)
            if owner:
                self.note("option", name, owner.owner)
        for value in (cell.low, cell.high):
            if value is not None:
                self._operand(value, scope, beside)

    def _parameters(self, parameters: Iterable[tree.Parameter]) -> Scope:
        scope = Scope()
        for parameter in parameters:
            self.note("local", parameter.name, declares=True)
            self._type(parameter.type)
            scope = scope.local(parameter.name.text, self.dictionary.typed(parameter.type))
        return scope

    def _options(self, options: Iterable[tree.Option], owner: str) -> None:
        for option in options:
            self.note("option", option.name, owner, declares=True)

    def _type(
        self, kind: tree.Type | None, options: tuple[tree.Option, ...] = (), owner: str = ""
    ) -> None:
        self._options(options, owner)
        if kind is None:
            return
        for name in kind.options:
            self.note("option", name, owner, declares=True)
        entry = self.dictionary.entries.get(kind.name.text) if kind.name else None
        if kind.name and entry and entry.word == "choices":
            self.note("name", kind.name)
        elif kind.unit:
            start = self.text.find(kind.unit, kind.span.start)
            span = Span(start, start + len(kind.unit))
            self.found.append(Occurrence(span, Target("unit", kind.unit)))

    # ---- patients ---------------------------------------------------------------------------

    def _settings(self, settings: Iterable[tree.Setting]) -> None:
        for setting in settings:
            if setting.name.text == _PARTS:
                names = setting.value.names if isinstance(setting.value, tree.Names) else ()
                for name in names:
                    self.note("name", name)
                continue
            self.note("name", setting.name)
            if isinstance(setting.value, tree.Rows):
                self._rows(setting.value, setting.name.text)
            else:
                answer = self.dictionary.answer(setting.name.text)
                self._given(setting.value, answer)

    def _rows(self, rows: tree.Rows, records: str) -> None:
        answers = []
        for name in rows.header:
            answers.append(self.dictionary.field_answer(records, name.text))
            if name.text not in ("ULN", "LLN"):
                self.note("field", name, records)
        for row in rows.rows:
            for given, answer in zip(row, answers, strict=False):
                self._given(given, answer)

    def _given(self, given: tree.Given, answer: Answer) -> None:
        match given:
            case tree.Names(names=names):
                for name in names:
                    if answer.option(name.text):
                        self._option(name, answer)
            case tree.Number():
                self._unit(given)
            case tree.Bounded(value=value):
                self._unit(value)
            case _:
                pass

    def _expect(self, expect: tree.Expect) -> None:
        if expect.defined:
            self.note("name", expect.defined)
        elif expect.kind:
            self._cited(expect.span, f"{expect.kind} {expect.number}")


__all__ = ["Occurrence", "Target", "occurrences"]
