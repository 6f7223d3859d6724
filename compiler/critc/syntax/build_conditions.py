"""From Lark's parse tree to the syntax tree, second part: conditions and bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from lark import Token

from critc.source import Span
from critc.syntax import tree
from critc.syntax.build_values import ValueBuilder, phrase, plain_sign, unquoted


@dataclass(frozen=True, slots=True)
class _CountedList:
    """What stands between a count and its window: ``distinct line in therapies as t``."""

    records: tree.Name
    distinct: tree.Name | None
    alias: tree.Name | None


class ConditionBuilder(ValueBuilder):
    """The rules of conditions, of what stands before them and of what follows them."""

    # ---- one line, one thing --------------------------------------------------------------------

    def holds(self, span: Span, of: tree.Ref | tree.Call) -> tree.Holds:
        return tree.Holds(of, span=span)

    def not_holds(self, span: Span, of: tree.Ref | tree.Call) -> tree.Holds:
        return tree.Holds(of, negated=True, span=span)

    def denied(self, span: Span, denied: tree.Asked | tree.Cites) -> tree.Asked | tree.Cites:
        return replace(denied, negated=True, span=span)

    def compare(
        self, span: Span, left: tree.Expression, sign: Token, right: tree.Expression
    ) -> tree.Compare:
        return tree.Compare(cast(Any, plain_sign(sign)), left, right, span=span)

    def compare_cases(
        self,
        span: Span,
        left: tree.Expression,
        sign: Token,
        says: Token | None,
        *cases: tree.ValueCase,
    ) -> tree.Compare:
        limits = self._looked(self.value_cases(cases[0].span.to(cases[-1].span), *cases))
        return tree.Compare(cast(Any, plain_sign(sign)), left, limits, says=_says(says), span=span)

    def between(
        self,
        span: Span,
        subject: tree.Expression,
        low: tree.Expression,
        less: Token | None,
        high: tree.Expression,
    ) -> tree.Between:
        return tree.Between(subject, low, high, less is not None, span=span)

    def is_option(
        self, span: Span, subject: tree.Expression, negation: Token | None, option: Token
    ) -> tree.Is:
        return tree.Is(subject, (self._name(option),), negation is not None, span=span)

    def is_one_of(
        self,
        span: Span,
        subject: tree.Expression,
        negation: Token | None,
        _: Token,
        options: tuple[tree.Name, ...],
    ) -> tree.Is:
        return tree.Is(subject, options, negation is not None, one_of=True, span=span)

    def normal_range(self, span: Span, subject: tree.Expression, side: Token) -> tree.NormalRange:
        return tree.NormalRange(subject, cast(Any, side.split()[0]), span=span)

    def includes(
        self,
        span: Span,
        subject: tree.Expression,
        word: Token | None,
        options: tuple[tree.Name, ...],
    ) -> tree.Includes:
        return tree.Includes(subject, options, cast(Any, phrase(word) if word else ""), span=span)

    def timed(self, span: Span, subject: tree.Expression, timing: tree.Timing) -> tree.Timed:
        return tree.Timed(subject, timing, span=span)

    def asked_fact(self, span: Span, name: Token, question: Token, *codes: tree.Code) -> tree.Asked:
        fact = tree.Fact(self._name(name), None, unquoted(question), codes, span=span)
        return tree.Asked(fact, span=span)

    def asked_judgement(self, span: Span, name: Token, role: Token, question: Token) -> tree.Asked:
        return tree.Asked(self.judgement(span, name, role, question), span=span)

    def judgement(self, span: Span, name: Token, role: Token, question: Token) -> tree.Judgement:
        return tree.Judgement(self._name(name), str(role), unquoted(question), span=span)

    def cited(self, span: Span, word: Token, kind: Token, number: Token) -> tree.Cites:
        return tree.Cites(cast(Any, phrase(word)), cast(Any, str(kind)), str(number), span=span)

    # ---- how many -------------------------------------------------------------------------------

    def count(self, span: Span, word: Token, low: Token, high: Token | None = None) -> tree.Count:
        return tree.Count(cast(Any, phrase(word)), str(low), str(high or ""), span=span)

    def some_or_no(self, span: Span, word: Token) -> tree.Count:
        return tree.Count(cast(Any, str(word)), span=span)

    def several(self, span: Span, count: tree.Count, consecutive: Token | None) -> tree.Count:
        return replace(count, consecutive=consecutive is not None, span=span)

    def counted(self, _: Span, records: Token, alias: Token | None) -> _CountedList:
        return _CountedList(self._name(records), None, self._name(alias) if alias else None)

    def counted_distinct(
        self, _: Span, distinct: Token, records: Token, alias: Token | None
    ) -> _CountedList:
        return replace(self.counted(_, records, alias), distinct=self._name(distinct))

    def counted_line(
        self,
        span: Span,
        count: tree.Count,
        of: _CountedList,
        timing: tree.Timing | None,
        where: tree.Condition | None,
    ) -> tree.Counted:
        return tree.Counted(count, of.records, of.distinct, of.alias, timing, where, span=span)

    counted_block = counted_line

    # ---- lines, lists and cases -----------------------------------------------------------------

    def said(self, _: Span, condition: tree.Condition, says: Token | None) -> tree.Condition:
        return replace(condition, says=unquoted(says)) if says else condition

    def joined(self, _: Span, heading: Token | tree.Count) -> Token | tree.Count:
        return heading

    def listed(
        self, span: Span, heading: Token | tree.Count, says: Token | None, *items: tree.Body
    ) -> tree.Listed:
        if isinstance(heading, tree.Count):
            return tree.Listed("count", items, heading, says=_says(says), span=span)
        return tree.Listed(cast(Any, phrase(heading)), items, says=_says(says), span=span)

    def item(self, _: Span, body: tree.Body) -> tree.Body:
        return body

    def condition_case(
        self, span: Span, then: tree.Condition, condition: tree.Condition | None = None
    ) -> tree.ConditionCase:
        return tree.ConditionCase(then, condition, span=span)

    def condition_cases(
        self, span: Span, says: Token | None, *cases: tree.ConditionCase
    ) -> tree.ConditionCases:
        return tree.ConditionCases(cases, says=_says(says), span=span)

    # ---- bodies ---------------------------------------------------------------------------------

    def only_if(self, span: Span, condition: tree.Condition) -> tree.OnlyIf:
        return tree.OnlyIf(condition, span=span)

    def only_in(self, span: Span, parts: tuple[tree.Name, ...]) -> tree.OnlyIn:
        return tree.OnlyIn(parts, span=span)

    def assessed(
        self, span: Span, timing: tree.Timing, where: tree.Condition | None = None
    ) -> tree.Assessed:
        return tree.Assessed(timing, where, span=span)

    def let(
        self, span: Span, name: Token, value: tree.Expression | tree.Chosen | tree.ValueCases
    ) -> tree.Let:
        return tree.Let(self._name(name), value, span=span)

    def exception(
        self, span: Span, whole: Token | None, word: Token, excepted: tree.Condition | tree.Body
    ) -> tree.Exception_:
        body = excepted
        if not isinstance(body, tree.Body):
            body = tree.Body(body, span=body.span)
        return tree.Exception_(
            cast(Any, phrase(word)),
            body,
            whole is not None,
            span=span,
            word_span=self._at(whole or word).to(self._at(word)),
        )

    def query(
        self, span: Span, kind: Token, question: Token, reading: Token | None = None
    ) -> tree.Query:
        return tree.Query(cast(Any, str(kind)), unquoted(question), unquoted(reading), span=span)

    def body(self, span: Span, *parts: Any) -> tree.Body:
        openings = tuple(part for part in parts if isinstance(part, tree.Opening))
        queries = tuple(part for part in parts if isinstance(part, tree.Query))
        condition, *rest = parts[len(openings) : len(parts) - len(queries)]
        exception = rest[0] if rest else None
        return tree.Body(condition, openings, exception, queries, span=span)


def _says(token: Token | None) -> str | None:
    return unquoted(token) if token else None
