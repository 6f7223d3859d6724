"""From Lark's parse tree to the syntax tree, first part: names, values, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, cast

from lark import Token, Tree

from critc.diagnostic import Diagnostic
from critc.source import Span
from critc.syntax import tree
from critc.syntax.layout import Marked

Built = TypeVar("Built")
Look = Callable[[object], Iterable[Diagnostic]]
"""What is wrong with a node that has just been built."""

DEEPEST = 240
"""How deep a parse tree may be: well above what 40 levels of blocks take."""

_SIGNS = {">=": "≥", "<=": "≤", "*": "×", "−": "-"}


class NestingError(Exception):
    """Conditions or values are nested deeper than the passes after this one can follow."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


class ValueBuilder:
    """A method for each rule of the grammar; each gets its span, and its parts already built."""

    def __init__(self, marked: Marked, look: Look) -> None:
        self._marked = marked
        self._look = look
        self.problems: list[Diagnostic] = []

    def build(self, parsed: Tree[Token]) -> Any:
        """The syntax tree of a parse tree, made from the leaves up, without recursion.

        Raises NestingError.
        """
        branches: list[Tree[Token] | Token | None] = []
        pending: list[tuple[Tree[Token] | Token | None, int]] = [(parsed, 1)]
        while pending:
            branch, depth = pending.pop()
            branches.append(branch)
            if isinstance(branch, Tree):
                if depth > DEEPEST:
                    raise NestingError(self._span(branch))
                pending.extend((part, depth + 1) for part in branch.children)
        built: list[Any] = []
        for branch in reversed(branches):
            if isinstance(branch, Tree):
                first = len(built) - len(branch.children)
                parts = built[first:]
                del built[first:]
                built.append(self._looked(getattr(self, branch.data)(self._span(branch), *parts)))
            else:
                built.append(branch)
        return built[0]

    def _looked(self, node: Built) -> Built:
        """The node, after what is wrong with it has been noted."""
        self.problems.extend(self._look(node))
        return node

    def _span(self, branch: Tree[Token]) -> Span:
        return self._marked.span(branch.meta.start_pos, branch.meta.end_pos)

    def _at(self, token: Token) -> Span:
        return self._marked.span(cast(int, token.start_pos), cast(int, token.end_pos))

    def _name(self, token: Token) -> tree.Name:
        return tree.Name(str(token), span=self._at(token))

    # ---- names and literals ---------------------------------------------------------------------

    def names(self, _: Span, *names: Token) -> tuple[tree.Name, ...]:
        return tuple(self._name(name) for name in names)

    def number(self, span: Span, value: Token, unit: Token | None) -> tree.Number:
        decimal = value.replace("−", "-").removeprefix("+")
        if unit is None:
            return tree.Number(decimal, span=span)
        return tree.Number(decimal, unit.lstrip("×* "), span=span, unit_span=self._at(unit))

    def date(self, span: Span, date: Token) -> tree.DateLiteral:
        return tree.DateLiteral(str(date), span=span)

    def reference(self, span: Span, *path: Token) -> tree.Ref:
        return tree.Ref(self.names(span, *path), span=span)

    def limit(self, span: Span, side: Token, of: tree.Ref | None) -> tree.Limit:
        return tree.Limit(cast(Literal["ULN", "LLN"], str(side)), of, span=span)

    # ---- arithmetic -----------------------------------------------------------------------------

    def call(self, span: Span, name: Token, *arguments: tree.Expression) -> tree.Call:
        return tree.Call(self._name(name), arguments, span=span)

    def binary(
        self, span: Span, left: tree.Expression, sign: Token, right: tree.Expression
    ) -> tree.Binary:
        return tree.Binary(cast(Any, plain_sign(sign)), left, right, span=span)

    def extreme(self, span: Span, word: Token, *operands: tree.Expression) -> tree.Extreme:
        return tree.Extreme(cast(Any, word.split()[1]), operands, span=span)

    def age(self, span: Span, word: Token, birth: tree.Expression, at: tree.Expression) -> tree.Age:
        return tree.Age(cast(Any, word.split()[1]), birth, at, span=span)

    def value_case(
        self, span: Span, value: tree.Expression, condition: tree.Condition | None = None
    ) -> tree.ValueCase:
        return tree.ValueCase(value, condition, span=span)

    def value_cases(self, span: Span, *cases: tree.ValueCase) -> tree.ValueCases:
        return tree.ValueCases(cases, span=span)

    # ---- when -----------------------------------------------------------------------------------

    def window(
        self,
        span: Span,
        word: Token,
        length: tree.Expression,
        side: Token,
        moment: tree.Expression,
    ) -> tree.Window:
        return tree.Window(
            cast(Any, phrase(word)), length, cast(Any, phrase(side)), moment, span=span
        )

    def lasting(
        self, span: Span, word: Token, length: tree.Expression, window: tree.Window | None
    ) -> tree.Lasting:
        return tree.Lasting(cast(Any, phrase(word)), length, window, span=span)

    def order(self, span: Span, word: Token, moment: tree.Expression) -> tree.Order:
        return tree.Order(cast(Any, phrase(word)), moment, span=span)

    def chosen(
        self,
        span: Span,
        word: Token,
        records: Token,
        timing: tree.Timing | None,
        where: tree.Condition | None = None,
    ) -> tree.Chosen:
        return tree.Chosen(
            cast(Any, str(word)), self._name(records), timing=timing, where=where, span=span
        )

    def aggregated(
        self,
        span: Span,
        word: Token,
        last: Token | None,
        name: Token,
        records: Token | None,
        timing: tree.Timing | None,
        where: tree.Condition | None = None,
    ) -> tree.Chosen:
        return tree.Chosen(
            cast(Any, word.split()[0]),
            self._name(records or name),
            what=self._name(name) if records else None,
            last=str(last or ""),
            timing=timing,
            where=where,
            span=span,
        )


def phrase(token: Token) -> str:
    """The words of a token with one space between two."""
    return " ".join(token.split())


def plain_sign(token: Token) -> str:
    """An operator in the one way that the tree writes it."""
    return _SIGNS.get(token, str(token))


def unquoted(token: Token | None) -> str:
    """The words between the quotes."""
    return token[1:-1] if token else ""
