"""``example … gives …``: a formula is calculated with the values that its source prints.

Powers with decimals are calculated to forty digits; all else is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context as Precision
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from critc.check import protocol as p
from critc.check.cells import decimal
from critc.check.context import Context
from critc.check.suggest import did_you_mean
from critc.check.types import Choice, Number, Type
from critc.check.units import NUMBER, Unit, conversion
from critc.check.values import Values
from critc.diagnostic import Related
from critc.syntax import tree

Value = Fraction | bool | str
Known = Mapping[str, Value]

_PRECISE = Precision(prec=40)


class _NoValueError(Exception):
    """The formula has no value there, or none that can be calculated from an example."""


def check_examples(context: Context, protocol: p.Protocol) -> None:
    """Report examples that do not come out, when nothing else is wrong."""
    if any(diagnostic.code.startswith("E") for diagnostic in context.diagnostics):
        return
    for declaration in context.file.declarations:
        if isinstance(declaration, tree.Formula):
            formula = protocol.formulas[declaration.name.text]
            for example in declaration.examples:
                _check(context, protocol, formula, example)


def _check(
    context: Context, protocol: p.Protocol, formula: p.Formula, example: tree.Example
) -> None:
    before = len(context.diagnostics)
    known = _arguments(context, formula, example)
    result = p.Parameter(formula.name, formula.type, span=formula.span)
    expected = _value(context, example.gives, result)
    if len(context.diagnostics) > before:
        return
    try:
        found = _Calculation(protocol).formula(formula, known)
    except _NoValueError:
        found = None
    if isinstance(found, Fraction) and isinstance(expected, Fraction):
        wanted, text = expected, decimal(_rounded(found, int(example.decimals or 12)))
        if (found if not example.decimals else _rounded(found, int(example.decimals))) == wanted:
            return
    else:
        text = "no value"
    context.say(
        "E0416",
        example.gives.span,
        f"With these values the formula gives {text}.",
        label="another value",
        related=[Related(formula.span, "the formula")],
        help="Correct the formula, or the example. `to 1 decimal` says how far the source rounds.",
    )


def _arguments(context: Context, formula: p.Formula, example: tree.Example) -> Known:
    kinds = {parameter.name: parameter for parameter in formula.parameters}
    known: dict[str, Value] = {}
    for name, given in example.arguments:
        parameter = kinds.get(name.text)
        if parameter is None:
            asked = ", ".join(f"`{kind}`" for kind in kinds)
            help_, replacement = did_you_mean(name.text, kinds, f"It asks for {asked}.")
            context.say(
                "E0208",
                name.span,
                f"The formula asks for no `{name.text}`.",
                label="not asked for",
                help=help_,
                replacement=replacement,
            )
            continue
        value = _value(context, given, parameter)
        if value is not None:
            known[name.text] = value
    missing = [name for name in kinds if name not in {n.text for n, _ in example.arguments}]
    if missing:
        context.say(
            "E0318",
            example.span,
            f"The example gives no {', '.join(f'`{name}`' for name in missing)}.",
            label="a value is missing",
            help=f"Add it before `gives`: `{missing[0]} = …`.",
            related=[Related(kinds[name].span, "asked for here") for name in missing],
        )
    return known


def _value(context: Context, given: tree.Given, of: p.Parameter) -> Value | None:
    """A value of an example, a number in the unit that was declared; None after a report."""
    before = len(context.diagnostics)
    Values(context).value(given, of)
    if len(context.diagnostics) > before:
        return None
    match given:
        case tree.Number(value=text, unit=unit):
            kind = of.type
            assert isinstance(kind, Number)
            own = context.unit(unit) if unit else None
            factor, offset = conversion(own, kind.unit) if own else (Fraction(1), Fraction(0))
            return Fraction(text) * factor + offset
        case tree.Word(word=word):
            return word == "yes"
        case tree.Names(names=names):
            return names[0].text
        case _:
            return None


def _rounded(value: Fraction, digits: int) -> Fraction:
    """Half away from zero, as people round."""
    scaled = abs(value) * 10**digits
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole, 10**digits) * (1 if value >= 0 else -1)


class _Calculation:
    """Calculates a formula whose parameters are all known."""

    def __init__(self, protocol: p.Protocol) -> None:
        self.protocol = protocol

    def formula(self, formula: p.Formula, known: Known) -> Value:
        """The number that a formula gives, in its declared unit."""
        if not isinstance(formula.type, Number):
            raise _NoValueError
        if formula.empirical:
            return self.number(formula.value, NUMBER, known)
        return self.number(formula.value, formula.type.unit, known)

    def number(self, term: p.Term, unit: Unit, known: Known) -> Fraction:
        """A number counted in ``unit``."""
        own = term.type.unit if isinstance(term.type, Number) else NUMBER
        value = self._value(term, known)
        if not isinstance(value, Fraction):
            raise _NoValueError
        factor, offset = conversion(own, unit)
        return value * factor + offset

    def _value(self, term: p.Term, known: Known) -> Value:
        match term:
            case p.Literal(value=value):
                return value
            case p.Rank(place=place):
                return Fraction(place)
            case p.ParameterRef(of=parameter):
                value_of = known.get(parameter.name)
                if value_of is None:
                    raise _NoValueError
                return value_of
            case p.Arithmetic():
                return self._arithmetic(term, known)
            case p.Extreme(terms=terms, type=Number(unit=unit), which=which):
                numbers = [self.number(part, unit, known) for part in terms]
                return max(numbers) if which == "larger" else min(numbers)
            case p.Alternatives(cases=cases):
                for case in cases:
                    if case.condition is None or self.holds(case.condition, known):
                        return self._value(case.value, known)
                raise _NoValueError
            case p.Call(name=name, arguments=arguments) if name in self.protocol.formulas:
                formula = self.protocol.formulas[name]
                inner = self._given(formula.parameters, arguments, known)
                return self.formula(formula, inner)
            case p.Call(name=name, arguments=arguments):
                table = self.protocol.tables[name]
                return self._row(table, self._given(table.parameters, arguments, known))
            case _:
                raise _NoValueError

    def _given(
        self, parameters: tuple[p.Parameter, ...], arguments: tuple[p.Term, ...], known: Known
    ) -> Known:
        return {
            parameter.name: self.number(argument, parameter.type.unit, known)
            if isinstance(parameter.type, Number)
            else self._value(argument, known)
            for parameter, argument in zip(parameters, arguments, strict=True)
        }

    def _arithmetic(self, term: p.Arithmetic, known: Known) -> Fraction:
        own = term.type.unit
        added = term.sign in ("+", "-")
        left, right = (
            self.number(part, own if added else _unit(part), known)
            for part in (term.left, term.right)
        )
        match term.sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "×":
                return left * right
            case "/" if right:
                return left / right
            case "^":
                return _power(left, right)
            case _:
                raise _NoValueError

    def _row(self, table: p.Table, known: Known) -> Value:
        keys = [known[table.parameters[place].name] for place in table.keys]
        for row in table.rows:
            if all(_lies_in(key, cell) for key, cell in zip(keys, row.cells, strict=True)):
                return self._in_unit(row.value, table.type, known)
        for row in table.otherwise:
            if not row.cells or _lies_in(keys[-1], row.cells[0]):
                return self._in_unit(row.value, table.type, known)
        raise _NoValueError

    def _in_unit(self, term: p.Term, kind: Type, known: Known) -> Value:
        if isinstance(kind, Number):
            return self.number(term, kind.unit, known)
        return self._value(term, known)

    # ---- conditions -------------------------------------------------------------------------

    def holds(self, condition: p.Condition, known: Known) -> bool:
        """Whether a condition on the parameters holds."""
        match condition:
            case p.Holds(of=p.ParameterRef(of=parameter)):
                return known.get(parameter.name) is True
            case p.Not(part=part):
                return not self.holds(part, known)
            case p.Compare(sign=sign, left=left, right=right):
                unit = _unit(right if isinstance(left, p.Literal) else left)
                return _compared(
                    sign, self._ranked(left, unit, known), self._ranked(right, unit, known)
                )
            case p.Between(term=term, low=low, high=high, high_open=high_open):
                value = self._ranked(term, _unit(term), known)
                ends = [self._ranked(end, _unit(term), known) for end in (low, high)]
                return ends[0] <= value and _compared("<" if high_open else "≤", value, ends[1])
            case p.IsOneOf(of=of, options=options):
                return self._value(of, known) in options
            case p.ListOf(word="all of", parts=parts):
                return all(self.holds(part, known) for part in parts)
            case p.ListOf(word="any of", parts=parts):
                return any(self.holds(part, known) for part in parts)
            case _:
                raise _NoValueError

    def _ranked(self, term: p.Term, unit: Unit, known: Known) -> Fraction:
        """A number, or the place of an ordered choice."""
        value = self._value(term, known)
        if isinstance(term.type, Choice) and isinstance(value, str):
            return Fraction(term.type.rank(value) or 0)
        return self.number(term, unit, known)


def _unit(term: p.Term) -> Unit:
    return term.type.unit if isinstance(term.type, Number) else NUMBER


def _compared(sign: str, left: Fraction, right: Fraction) -> bool:
    return {
        "<": left < right,
        "≤": left <= right,
        "=": left == right,
        "≥": left >= right,
        ">": left > right,
    }[sign]


def _lies_in(key: Value, cell: p.CellOf) -> bool:
    if isinstance(cell, p.CellOptions):
        return ({True: "yes", False: "no"}[key] if isinstance(key, bool) else key) in cell.options
    if not isinstance(key, Fraction):
        return False
    low, high = cell.low, cell.high
    above = low is None or low < key or (low == key and cell.low_closed)
    return above and (high is None or key < high or (key == high and cell.high_closed))


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    """Exact for whole exponents, else to the precision of this module."""
    if exponent.denominator == 1 and abs(exponent) <= 1000:
        if base == 0 and exponent < 0:
            raise _NoValueError
        return base ** int(exponent)
    try:
        number, power = (
            _PRECISE.divide(Decimal(part.numerator), Decimal(part.denominator))
            for part in (base, exponent)
        )
        return Fraction(_PRECISE.power(number, power))
    except (InvalidOperation, OverflowError):
        raise _NoValueError from None
