"""What each name in a body means: what is asked, compared, counted, and where a value comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from critc.lsp.dictionary import MEASURED, NOT_KNOWN, Answer, Dictionary, Kind
from critc.source import Span
from critc.syntax import tree

_NUMBERED = re.compile(r"(?:inclusion|exclusion)\s+\d+[a-z]?")
_NO_OPTIONS = ("none", "yes", "no")


@dataclass(frozen=True, slots=True)
class Target:
    """What is meant: a name of the file, a field of ``owner``, an option of ``owner``, …

    ``local`` is a parameter or a name after ``let`` or ``as``: it means something in its declaration
    alone.
    """

    kind: Kind
    name: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where something is named; ``declares``: where it gets its name.

    ``answer`` says what a value, a list or a local can be.
    """

    span: Span
    target: Target
    declares: bool = False
    answer: Answer = field(default=NOT_KNOWN, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean at one place before the file is asked: locals, and lists in reach."""

    locals: Mapping[str, Answer] = field(default_factory=dict)
    records: tuple[tuple[str, str], ...] = ()

    def local(self, name: str, answer: Answer) -> Scope:
        return replace(self, locals={**self.locals, name: answer})

    def reaching(self, records: str, alias: str = "") -> Scope:
        return replace(self, records=(*self.records, (records, alias)))


_MEASUREMENTS = ""
"""The list that ``assessed`` looks at: all measurements at once."""


class BodyWalk:
    """Collects what is named in bodies; ``text`` is that of the declaration."""

    def __init__(self, text: str, dictionary: Dictionary) -> None:
        self.text = text
        self.dictionary = dictionary
        self.found: list[Occurrence] = []

    def note(
        self,
        kind: Kind,
        name: tree.Name,
        owner: str = "",
        declares: bool = False,
        answer: Answer = NOT_KNOWN,
    ) -> Answer:
        self.found.append(Occurrence(name.span, Target(kind, name.text, owner), declares, answer))
        return answer

    # ---- bodies -----------------------------------------------------------------------------

    def _body(self, body: tree.Body, scope: Scope) -> None:
        for opening in body.openings:
            match opening:
                case tree.OnlyIf(condition=condition):
                    self._condition(condition, scope)
                case tree.OnlyIn(parts=parts):
                    for part in parts:
                        self.note("name", part)
                case tree.Let():
                    scope = self._let(opening, scope)
                case tree.Assessed(timing=timing, where=where):
                    self._timing(timing, scope)
                    if where:
                        self._condition(where, scope.reaching(_MEASUREMENTS))
        self._condition(body.condition, scope)
        if body.exception:
            inner = scope
            if isinstance(body.condition, tree.Counted) and body.exception.word == "unless":
                inner = self._counted_scope(body.condition, scope)
            self._body(body.exception.body, inner)

    def _let(self, let: tree.Let, scope: Scope) -> Scope:
        match let.value:
            case tree.Chosen() as chosen:
                answer = self._chosen(chosen, scope)
            case tree.ValueCases() as cases:
                answer = self._cases(cases, scope)
            case value:
                answer = self._value(value, scope)
        self.note("local", let.name, declares=True, answer=answer)
        return scope.local(let.name.text, answer)

    def _chosen(self, chosen: tree.Chosen, scope: Scope) -> Answer:
        records = chosen.records.text
        self.note("name", chosen.records)
        if chosen.what:
            self.note("field", chosen.what, records)
        if chosen.timing:
            self._timing(chosen.timing, scope)
        if chosen.where:
            self._condition(chosen.where, scope.reaching(records))
        if chosen.word in ("latest", "earliest"):
            return Answer("records", owner=records)
        what = chosen.what.text if chosen.what else "value"
        return self.dictionary.field_answer(records, what)

    def _condition(self, condition: tree.Condition, scope: Scope) -> None:
        match condition:
            case tree.Holds(of=of):
                self._value(of, scope)
            case tree.Compare(left=left, right=right):
                answer = self._worth(left, scope)
                if isinstance(right, tree.ValueCases):
                    self._cases(right, scope, answer)
                else:
                    self._operand(right, scope, (answer,))
            case tree.Between(subject=subject, low=low, high=high):
                answer = self._worth(subject, scope)
                self._operand(low, scope, (answer,))
                self._operand(high, scope, (answer,))
            case tree.Is(subject=subject, options=options):
                answer = self._worth(subject, scope)
                for name in options:
                    if name.text not in _NO_OPTIONS or answer.option(name.text):
                        self._option(name, answer)
            case tree.Includes(subject=subject, options=options):
                answer = self._worth(subject, scope)
                for name in options:
                    self._option(name, answer)
            case tree.NormalRange(subject=subject):
                self._value(subject, scope)
            case tree.Timed(subject=subject, timing=timing):
                self._value(subject, scope)
                self._timing(timing, scope)
            case tree.Counted():
                self._counted(condition, scope)
            case tree.Asked(declaration=declaration):
                self._asked(declaration, scope)
            case tree.Cites(kind=kind, number=number):
                self._cited(condition.span, f"{kind} {number}")
            case tree.Listed(items=items):
                for item in items:
                    self._body(item, scope)
            case tree.ConditionCases(cases=cases):
                for case in cases:
                    self._condition(case.then, scope)
                    if case.condition:
                        self._condition(case.condition, scope)

    def _asked(self, declaration: tree.Fact | tree.Judgement, scope: Scope) -> None:
        if scope.records:
            self.note("field", declaration.name, scope.records[-1][0], declares=True)
        else:
            self.note("name", declaration.name, declares=True)

    def _counted(self, condition: tree.Counted, scope: Scope) -> None:
        records = condition.records.text
        if condition.distinct:
            self.note("field", condition.distinct, records)
        self.note("name", condition.records)
        if condition.alias:
            self.note("local", condition.alias, declares=True)
        if condition.timing:
            self._timing(condition.timing, scope)
        if condition.where:
            self._condition(condition.where, self._counted_scope(condition, scope))

    def _counted_scope(self, condition: tree.Counted, scope: Scope) -> Scope:
        alias = condition.alias.text if condition.alias else ""
        return scope.reaching(condition.records.text, alias)

    def _timing(self, timing: tree.Timing, scope: Scope) -> None:
        match timing:
            case tree.Window(length=length, moment=moment):
                self._value(length, scope)
                self._value(moment, scope)
            case tree.Order(moment=moment):
                self._value(moment, scope)
            case tree.Lasting(length=length, window=window):
                self._value(length, scope)
                if window:
                    self._timing(window, scope)

    # ---- values -----------------------------------------------------------------------------

    def _cases(self, cases: tree.ValueCases, scope: Scope, beside: Answer = NOT_KNOWN) -> Answer:
        answer = NOT_KNOWN
        for case in cases.cases:
            answer = self._operand(case.value, scope, (beside,))
            if case.condition:
                self._condition(case.condition, scope)
        return answer

    def _operand(self, value: tree.Expression, scope: Scope, beside: tuple[Answer, ...]) -> Answer:
        """A value; a name by itself is an option if what it is compared with has it."""
        if isinstance(value, tree.Ref) and len(value.path) == 1:
            name = value.path[0]
            owner = next((each for each in beside if each.option(name.text)), None)
            if owner:
                self._option(name, owner)
                return owner
        return self._value(value, scope)

    def _option(self, name: tree.Name, answer: Answer) -> None:
        """An option; the visits are the moments themselves."""
        if answer.owner == "visit":
            self.note("name", name)
        else:
            self.note("option", name, answer.owner)

    def _value(self, value: tree.Expression, scope: Scope) -> Answer:
        match value:
            case tree.Number():
                self._unit(value)
                return Answer("unit", value.unit)
            case tree.DateLiteral():
                return Answer("date")
            case tree.Ref():
                return self._ref(value, scope)
            case tree.Limit(of=of):
                return self._ref(of, scope) if of else NOT_KNOWN
            case tree.Call(name=name, arguments=arguments):
                for argument in arguments:
                    self._value(argument, scope)
                return self.note("name", name, answer=self.dictionary.answer(name.text))
            case tree.Binary(left=left, right=right):
                first, second = self._value(left, scope), self._value(right, scope)
                return first if value.sign in "+-" or not second.unit else NOT_KNOWN
            case tree.Extreme(operands=operands):
                first, *_ = [self._value(operand, scope) for operand in operands]
                return first
            case tree.Age(birth=birth, at=at, unit=unit):
                self._value(birth, scope)
                self._value(at, scope)
                return Answer("unit", unit)

    def _worth(self, value: tree.Expression, scope: Scope) -> Answer:
        """The same; a measurement that is compared stands for its value."""
        return self.dictionary.worth(self._value(value, scope))

    def _unit(self, number: tree.Number) -> None:
        if number.unit:
            self.found.append(Occurrence(number.unit_span, Target("unit", number.unit)))

    def _ref(self, ref: tree.Ref, scope: Scope) -> Answer:
        """What a reference means, from its last name to its first."""
        answer = self._base(ref.path[-1], scope)
        for part in reversed(ref.path[:-1]):
            if answer.word == "records":
                found = self.dictionary.field_answer(answer.owner, part.text)
                answer = self.note("field", part, answer.owner, answer=found)
            elif part.text in ("start", "end"):
                answer = Answer("date")
        return answer

    def _base(self, name: tree.Name, scope: Scope) -> Answer:
        if name.text in scope.locals:
            return self.note("local", name, answer=scope.locals[name.text])
        for records, alias in reversed(scope.records):
            if name.text == alias:
                return self.note("local", name, answer=Answer("records", owner=records))
            if name.text in self._fields(records):
                found = self.dictionary.field_answer(records, name.text)
                return self.note("field", name, records, answer=found)
        return self.note("name", name, answer=self.dictionary.answer(name.text))

    def _fields(self, records: str) -> Iterable[str]:
        return MEASURED if records == _MEASUREMENTS else self.dictionary.fields_of(records)

    def _cited(self, span: Span, name: str) -> None:
        match = _NUMBERED.search(self.text, span.start, span.end)
        if match:
            self.found.append(Occurrence(Span(*match.span()), Target("criterion", name)))
