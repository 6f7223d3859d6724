"""From Lark's parse tree to the syntax tree, last part: types and declarations."""

from __future__ import annotations

import re
from typing import Any, cast

from lark import Token

from critc.source import Span
from critc.syntax import tree
from critc.syntax.build_conditions import ConditionBuilder
from critc.syntax.build_values import phrase, plain_sign, unquoted

_IDENTIFIER = re.compile(r"[A-Za-z]\w*\Z")
_About = tuple[str, str]
_RANGE = "with reference range"
_EMPIRICAL = "empirical"


class DeclarationBuilder(ConditionBuilder):
    """The rules of types and declarations: with these, the whole grammar."""

    # ---- types ----------------------------------------------------------------------------------

    def unit_type(
        self, span: Span, unit: Token, low: Token | None, high: Token | None
    ) -> tree.Type:
        """A plain word may be a unit or a ``choices``: only the checker knows which."""
        named = _IDENTIFIER.match(unit) is not None
        return tree.Type(
            "named" if named else "unit",
            unit=str(unit) if named else unit.lstrip("×* "),
            low=_plain_minus(low),
            high=_plain_minus(high),
            name=self._name(unit) if named else None,
            span=span,
        )

    def real_type(
        self, span: Span, _word: Token, low: Token | None, high: Token | None
    ) -> tree.Type:
        return tree.Type("number", low=_plain_minus(low), high=_plain_minus(high), span=span)

    def word_type(self, span: Span, word: Token) -> tree.Type:
        return tree.Type(cast(Any, str(word)), span=span)

    text_type = word_type

    def dated_type(self, span: Span, word: Token, or_none: bool | None) -> tree.Type:
        return tree.Type(cast(Any, str(word)), or_none=bool(or_none), span=span)

    def or_none(self, _: Span, *_words: Token) -> bool:
        return True

    def whole_type(
        self, span: Span, word: Token, unit: Token | None, low: Token | None, high: Token | None
    ) -> tree.Type:
        return tree.Type(
            cast(Any, phrase(word)),
            unit=str(unit or ""),
            low=_plain_minus(low),
            high=_plain_minus(high),
            span=span,
        )

    def choice_type(
        self, span: Span, word: Token, options: tuple[tree.Name, ...] | None
    ) -> tree.Type:
        return tree.Type(cast(Any, phrase(word)), options=options or (), span=span)

    def parameter(self, span: Span, name: Token, type_: tree.Type) -> tree.Parameter:
        return tree.Parameter(self._name(name), type_, span=span)

    def parameters(self, _: Span, *parameters: tree.Parameter) -> tuple[tree.Parameter, ...]:
        return parameters

    # ---- the data dictionary --------------------------------------------------------------------

    def protocol(
        self, span: Span, name: Token, title: Token | None, *about: _About
    ) -> tree.Protocol:
        return tree.Protocol(self._name(name), unquoted(title), **_about(about), span=span)

    def library(self, span: Span, name: Token, title: Token | None, *about: _About) -> tree.Library:
        return tree.Library(self._name(name), unquoted(title), **_about(about), span=span)

    def about(self, _: Span, word: Token, text: Token) -> _About:
        return str(word), unquoted(text)

    origin = about

    def use(
        self, span: Span, names: tuple[tree.Name, ...], path: Token, version: Token | None
    ) -> tree.Use:
        place = self._at(path)
        return tree.Use(names, str(path), unquoted(version), path_span=place, span=span)

    def moment(self, span: Span, name: Token, question: Token) -> tree.Moment:
        return tree.Moment(self._name(name), unquoted(question), span=span)

    def part(self, span: Span, name: Token, title: Token) -> tree.Part:
        return tree.Part(self._name(name), unquoted(title), span=span)

    def choices(
        self,
        span: Span,
        name: Token,
        in_order: Token | None,
        title: Token | None,
        *parts: Any,
    ) -> tree.Choices:
        return tree.Choices(
            self._name(name),
            _options(parts),
            in_order is not None,
            unquoted(title),
            **_about(parts),
            span=span,
        )

    def options(self, _: Span, *options: tree.Option) -> tuple[tree.Option, ...]:
        return options

    def option(
        self, span: Span, name: Token, label: Token | None, *codes: tree.Code
    ) -> tree.Option:
        return tree.Option(self._name(name), unquoted(label), codes, span=span)

    def code(self, span: Span, system: Token, value: Token) -> tree.Code:
        return tree.Code(str(system), unquoted(value), span=span)

    def fact(
        self, span: Span, name: Token, type_: tree.Type | None, question: Token, *parts: Any
    ) -> tree.Fact:
        return tree.Fact(
            self._name(name),
            type_,
            unquoted(question),
            tuple(part for part in parts if isinstance(part, tree.Code)),
            _options(parts),
            **_about(parts),
            span=span,
        )

    def field(
        self, span: Span, name: Token, type_: tree.Type | None, question: Token | None, *rest: Any
    ) -> tree.Field:
        *codes, options = rest
        return tree.Field(
            self._name(name), type_, unquoted(question), tuple(codes), options or (), span=span
        )

    def records(
        self, span: Span, name: Token, title: Token | None, *fields: tree.Field
    ) -> tree.Records:
        return tree.Records(self._name(name), fields, unquoted(title), span=span)

    def reference_range(self, _: Span) -> str:
        return _RANGE

    def molar_mass(self, _: Span, value: Token, unit: Token) -> tree.Number:
        return self.number(self._at(value).to(self._at(unit)), value, unit)

    def measurement(
        self, span: Span, name: Token, type_: tree.Type, title: Token, *rest: Any
    ) -> tree.Measurement:
        *attributes, options = rest
        masses = [mass for mass in attributes if isinstance(mass, tree.Number)]
        return tree.Measurement(
            self._name(name),
            type_,
            unquoted(title),
            tuple(code for code in attributes if isinstance(code, tree.Code)),
            options or (),
            _RANGE in attributes,
            masses[-1] if masses else None,
            span=span,
        )

    # ---- definitions, formulas, tables ----------------------------------------------------------

    def define(
        self,
        span: Span,
        name: Token,
        parameters: tuple[tree.Parameter, ...] | None,
        title: Token | None,
        *parts: Any,
    ) -> tree.Define:
        *about, body = parts
        return tree.Define(
            self._name(name), body, parameters or (), unquoted(title), **_about(about), span=span
        )

    def empirical(self, _: Span) -> str:
        return _EMPIRICAL

    def result(self, _: Span, value: tree.Expression) -> tree.Expression:
        return value

    def argument(self, _: Span, name: Token, value: tree.Given) -> tuple[tree.Name, tree.Given]:
        return self._name(name), value

    def example(self, span: Span, *parts: Any) -> tree.Example:
        *arguments, gives, decimals = parts
        return tree.Example(tuple(arguments), gives, str(decimals or ""), span=span)

    def formula(
        self,
        span: Span,
        name: Token,
        parameters: tuple[tree.Parameter, ...] | None,
        type_: tree.Type,
        title: Token | None,
        *parts: Any,
    ) -> tree.Formula:
        (value,) = (part for part in parts if isinstance(part, tree.Expression | tree.ValueCases))
        return tree.Formula(
            self._name(name),
            parameters or (),
            type_,
            value,
            tuple(part for part in parts if isinstance(part, tree.Let)),
            unquoted(title),
            **_about(parts),
            empirical=_EMPIRICAL in parts,
            examples=tuple(part for part in parts if isinstance(part, tree.Example)),
            span=span,
        )

    def header(self, _: Span, *names: Token) -> tuple[tree.Name, ...]:
        return tuple(self._name(name) for name in names)

    def row(self, _: Span, *cells: tree.Cell) -> tuple[tree.Cell, ...]:
        return cells

    def cell_value(self, span: Span, value: tree.Expression) -> tree.Cell:
        return tree.Cell("value", value, span=span)

    def cell_from(
        self, span: Span, low: tree.Expression, less: Token | None, high: tree.Expression
    ) -> tree.Cell:
        return tree.Cell("from", low, high, less is not None, span=span)

    def cell_sign(self, span: Span, sign: Token, value: tree.Expression) -> tree.Cell:
        return tree.Cell(cast(Any, plain_sign(sign)), value, span=span)

    def cell_names(self, span: Span, *names: Token) -> tree.Cell:
        return tree.Cell("names", names=self.names(span, *names), span=span)

    def cell_otherwise(self, span: Span) -> tree.Cell:
        return tree.Cell("otherwise", span=span)

    def table(
        self,
        span: Span,
        name: Token,
        parameters: tuple[tree.Parameter, ...],
        type_: tree.Type,
        title: Token | None,
        *parts: Any,
    ) -> tree.Table:
        about = [part for part in parts if isinstance(part[0], str)]
        header, *rows = parts[len(about) :]
        keys = {parameter.name.text for parameter in parameters}
        return tree.Table(
            self._name(name),
            parameters,
            type_,
            header,
            tuple(_with_keys(row, header, keys) for row in rows),
            unquoted(title),
            **_about(about),
            span=span,
        )

    # ---- criteria -------------------------------------------------------------------------------

    def verbatim(self, span: Span, *lines: Token) -> tree.Text:
        return tree.Text("\n".join(line[1:].removeprefix(" ") for line in lines), span=span)

    def criterion(
        self, span: Span, kind: Token, number: Token, text: tree.Text | None, body: tree.Body
    ) -> tree.Criterion:
        head = self._at(kind).to(self._at(number))
        return tree.Criterion(
            cast(Any, str(kind)),
            str(number),
            text.text if text else "",
            body,
            text_span=text.span if text else head,
            head=head,
            span=span,
        )

    # ---- patients -------------------------------------------------------------------------------

    def given_text(self, span: Span, text: Token) -> tree.Text:
        return tree.Text(unquoted(text), span=span)

    def given_name(self, span: Span, name: Token) -> tree.Names | tree.Word:
        if name == "yes":
            return tree.Word("yes", span=span)
        return tree.Names((self._name(name),), span=span)

    def several_names(self, span: Span, *names: Token) -> tree.Names:
        return tree.Names(self.names(span, *names), span=span)

    def given_word(self, span: Span, word: Token) -> tree.Word:
        return tree.Word(cast(Any, phrase(word)), span=span)

    def interval_end(self, span: Span, end: Token) -> tree.DateLiteral | tree.Word:
        return self.date(span, end) if end[0].isdigit() else self.given_word(span, end)

    def interval(
        self, span: Span, start: tree.DateLiteral | tree.Word, end: tree.DateLiteral | tree.Word
    ) -> tree.Interval:
        return tree.Interval(start, end, span=span)

    def bounded(self, span: Span, sign: Token, value: tree.Number) -> tree.Bounded:
        return tree.Bounded(cast(Any, plain_sign(sign)), value, span=span)

    def given_row(self, _: Span, *cells: tree.Given) -> tuple[tree.Given, ...]:
        return cells

    def setting(self, span: Span, name: Token, value: tree.Given) -> tree.Setting:
        return tree.Setting(self._name(name), value, span=span)

    def setting_incomplete(self, span: Span, name: Token, word: Token) -> tree.Setting:
        return self.setting(span, name, tree.Word("incomplete", span=self._at(word)))

    def setting_rows(
        self,
        span: Span,
        name: Token,
        incomplete: Token | None,
        header: tuple[tree.Name, ...],
        *rows: tuple[tree.Given, ...],
    ) -> tree.Setting:
        place = header[0].span.to(rows[-1][-1].span)
        table = self._looked(tree.Rows(header, rows, incomplete is None, span=place))
        return self.setting(span, name, table)

    def patient(
        self, span: Span, name: Token, title: Token | None, *settings: tree.Setting
    ) -> tree.Patient:
        return tree.Patient(self._name(name), settings, unquoted(title), span=span)

    def expect(self, span: Span, kind: Token, number: Token, outcome: Token) -> tree.Expect:
        return tree.Expect(cast(Any, phrase(outcome)), cast(Any, str(kind)), str(number), span=span)

    def expect_verdict(self, span: Span, verdict: Token) -> tree.Expect:
        return tree.Expect(cast(Any, str(verdict)), span=span)

    def expect_defined(self, span: Span, name: Token, answer: Token) -> tree.Expect:
        return tree.Expect(cast(Any, phrase(answer)), defined=self._name(name), span=span)

    def case(
        self, span: Span, title: Token, of: Token, *parts: tree.Setting | tree.Expect
    ) -> tree.Case:
        settings = tuple(part for part in parts if isinstance(part, tree.Setting))
        expects = tuple(part for part in parts if isinstance(part, tree.Expect))
        return tree.Case(unquoted(title), self._name(of), settings, expects, span=span)


def _plain_minus(number: Token | None) -> str:
    return (number or "").replace("−", "-")


def _about(parts: Any) -> dict[str, str]:
    """The ``title``, ``version``, ``source`` and ``note`` lines among the parts, by their word.

    Several lines of one word (two sources) stay lines.
    """
    found: dict[str, str] = {}
    for word, text in (part for part in parts if isinstance(part, tuple)):
        found[word] = f"{found[word]}\n{text}" if word in found else text
    return found


def _options(parts: Any) -> tuple[tree.Option, ...]:
    return tuple(part for part in parts if isinstance(part, tree.Option))


def _with_keys(
    row: tuple[tree.Cell, ...], header: tuple[tree.Name, ...], keys: set[str]
) -> tuple[tree.Cell, ...]:
    """The row, with a bare word in a key's column read as a choice, not as a parameter."""
    return tuple(
        _as_key(cell) if column < len(header) and header[column].text in keys else cell
        for column, cell in enumerate(row)
    )


def _as_key(cell: tree.Cell) -> tree.Cell:
    match cell:
        case tree.Cell("value", tree.Ref((name,))):
            return tree.Cell("names", names=(name,), span=cell.span)
        case _:
            return cell
