"""Random sources: formulas, tables and picks as protocols write them, with what they are worth.

Each number is drawn twice at once: as the text of an expression, and as a function that works it out
from the patient's values, with fractions, and powers that are not whole with sixty digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import strategies as st

DIGITS = Context(prec=60)
T = TypeVar("T")
Env = Mapping[str, Any]
"""What is known: numbers in the unit of their fact or parameter, answers and options."""


class NoValueError(Exception):
    """A number cannot be computed."""


@dataclass(frozen=True)
class Written:
    """An expression: its text, and its value.

    ``sharp``: without powers that are not whole. ``nested``: with such a power of such a power, which
    has no value unless the inner one is exact.
    """

    text: str
    value: Callable[[Env], Fraction]
    sharp: bool = True
    nested: bool = False

    def bracketed(self) -> str:
        return f"({self.text})" if " " in self.text else self.text


@dataclass(frozen=True)
class Unit:
    """A unit, and how many of the first of its dimension it is."""

    code: str
    size: Fraction


@dataclass(frozen=True)
class Asked:
    """What a formula takes: a kind of number, the units that it is met in, usual values in the first."""

    name: str
    units: tuple[Unit, ...]
    usual: tuple[str, ...]


def _units(**sizes: str) -> tuple[Unit, ...]:
    return tuple(Unit(code.replace("_per_", "/"), Fraction(size)) for code, size in sizes.items())


MEASURES = (
    Asked("weight", _units(kg="1", g="1/1000"), ("54.6", "70", "81.25", "0.5")),
    Asked("height", _units(cm="1", m="100", mm="1/10"), ("170", "165.5", "1", "99.9")),
    Asked("creatinine", _units(mg_per_dL="1", g_per_L="100"), ("0.7", "0.9", "1.25", "4")),
    Asked("dose", _units(mg_per_d="1", g_per_d="1000"), ("5", "12.5", "20", "0")),
    Asked("interval", _units(d="1", wk="7", h="1/24"), ("14", "28", "1", "3.5")),
    Asked("age", _units(years="1"), ("18", "55", "71", "120")),
    Asked("score", (Unit("number", Fraction(1)),), ("1", "3", "0.25", "16")),
)
EXPONENTS = ("2", "3", "-1", "-2", "0.425", "-0.241", "-1.2", "(1 / 3)", "(1 / 2)", "(-1 / 2)")
FACTORS = ("142", "0.7", "0.9", "1.012", "0.007184", "72", "60", "2", "1", "3600")
ANSWERS = ("platinum", "taxane", "other")


# ---- numbers ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Numbers:
    """Draws the body of a formula, over what it is given."""

    draw: st.DrawFn
    numbers: tuple[str, ...]
    answers: tuple[str, ...] = ()
    tables: tuple[tuple[str, str, Mapping[str, Fraction]], ...] = ()

    def one_of(self, options: Sequence[T]) -> T:
        return self.draw(st.sampled_from(options))

    def number(self, depth: int) -> Written:
        leaves: list[Callable[[], Written]] = [self.given, self.given, self.given, self.factor]
        inner: list[Callable[[int], Written]] = [
            self.arithmetic,
            self.arithmetic,
            self.power,
            self.power,
            self.extreme,
        ]
        more = [self.table] * bool(self.tables)
        if depth <= 0:
            return self.one_of([*leaves, *more])()
        return self.one_of(inner)(depth - 1)

    def given(self) -> Written:
        name = self.one_of(self.numbers)
        return Written(name, lambda env: Fraction(env[name]))

    def factor(self) -> Written:
        text = self.one_of(FACTORS)
        return Written(text, lambda _: Fraction(text))

    def table(self) -> Written:
        """A table's value for an answer; for what is in no row there is none."""
        name, key, rows = self.one_of(self.tables)

        def value(env: Env) -> Fraction:
            if env[key] not in rows:
                raise NoValueError
            return rows[env[key]]

        return Written(f"{name}({key})", value)

    def arithmetic(self, depth: int) -> Written:
        sign, left, right = self.one_of("+-××//"), self.number(depth), self.number(depth)

        def value(env: Env) -> Fraction:
            one, other = left.value(env), right.value(env)
            if sign == "/":
                if not other:
                    raise NoValueError
                return one / other
            if sign == "×":
                return one * other
            return one + other if sign == "+" else one - other

        text = f"{left.bracketed()} {sign} {right.bracketed()}"
        return Written(text, value, left.sharp and right.sharp, left.nested or right.nested)

    def power(self, depth: int) -> Written:
        base, text = self.number(depth), self.one_of(EXPONENTS)
        above, _, below = text.strip("()").partition(" / ")
        exponent = Fraction(above) / Fraction(below or 1)
        return Written(
            f"{base.bracketed()} ^ {text}",
            lambda env: raised(base.value(env), exponent),
            base.sharp and exponent.denominator == 1,
            base.nested or (not base.sharp and exponent.denominator != 1),
        )

    def extreme(self, depth: int) -> Written:
        which, left, right = self.one_of(["smaller", "greater"]), self.number(depth), self.factor()
        chosen = min if which == "smaller" else max
        return Written(
            f"the {which} of {left.bracketed()} and {right.text}",
            lambda env: chosen(left.value(env), right.value(env)),
            left.sharp,
            left.nested,
        )


def raised(base: Fraction, exponent: Fraction) -> Fraction:
    """A power, exact or with sixty digits. Raises NoValueError."""
    if exponent.denominator == 1:
        if not base and exponent < 0:
            raise NoValueError
        return base ** int(exponent)
    if base < 0 or (not base and exponent < 0):
        raise NoValueError
    if not base:
        return Fraction(0)
    with localcontext(DIGITS):
        logarithm = (Decimal(base.numerator) / Decimal(base.denominator)).ln()
        scaled = logarithm * exponent.numerator / exponent.denominator
        return Fraction(scaled.exp())


# ---- a source --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A source with one criterion, a patient, and what the criterion compares.

    ``limit`` stands at the sign's right; ``value`` is None if there is none.
    """

    source: str
    patient: dict[str, Any]
    value: Fraction | None
    sign: str
    limit: Fraction
    sharp: bool
    nested: bool

    def holds(self) -> bool:
        """Whether the value compares so with the limit."""
        assert self.value is not None
        compared = {"≥": self.value >= self.limit, ">": self.value > self.limit}
        compared |= {"≤": self.value <= self.limit, "<": self.value < self.limit}
        return compared[self.sign]


@st.composite
def formula_cases(draw: st.DrawFn) -> Case:
    """A protocol that limits a formula of its own, fitted to data: it takes plain numbers.

    The formula's parameters and the facts that it is given are counted in units of their own.
    """
    taken = draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=3, unique=True))
    in_formula = {one.name: draw(st.sampled_from(one.units)) for one in taken}
    in_facts = {one.name: draw(st.sampled_from(one.units)) for one in taken}
    known = {one.name: Fraction(draw(st.sampled_from(one.usual))) for one in taken}
    answers: dict[str, Any] = {
        "female": draw(st.booleans()),
        "drug": draw(st.sampled_from(ANSWERS)),
    }
    rows = {
        name: Fraction(draw(st.sampled_from(FACTORS)))
        for name in ANSWERS
        if draw(st.integers(0, 5))
    }
    tables = ((("strength", "drug", rows),) if rows else ()) if draw(st.booleans()) else ()
    numbers = Numbers(draw, tuple(in_formula), tables=tables)
    body, value = _body(numbers, draw(st.booleans()))
    env = {name: known[name] / in_formula[name].size for name in known} | answers
    found = _worth(value, env)
    limit, shown = draw(_near(found))
    sign = draw(st.sampled_from(["≥", ">", "≤", "<"]))
    lines = [*_facts(taken, in_facts), *_declared_tables(tables), ""]
    parameters = [f"p_{name} : {in_formula[name].code}" for name in in_formula]
    parameters += ["p_female : yes/no", "p_drug : drug_class"]
    lines += [f'formula estimate ({", ".join(parameters)}) : number "Estimate"', "  empirical"]
    lines += [f"  {line}" for line in _renamed(body, [*in_formula, "female", "drug"])]
    call = f"estimate({', '.join([*in_formula, 'female', 'drug'])})"
    lines += ["", "inclusion 1", f"  {call} {sign} {shown}"]
    patient: dict[str, Any] = dict(answers)
    for one in taken:
        patient[one.name] = _recorded(known[one.name], one, in_facts[one.name])
    return Case(_source(lines), patient, found, sign, limit, value.sharp, value.nested)


def _body(numbers: Numbers, alternatives: bool) -> tuple[list[str], Written]:
    """The lines of a formula's value: an expression, a name for a part of it, or alternatives."""
    one = numbers.number(3)
    if not alternatives:
        if numbers.draw(st.booleans()):
            return [one.text], one
        other = numbers.number(1)
        whole = Written(
            f"part × {other.bracketed()}",
            lambda env: one.value(env) * other.value(env),
            one.sharp and other.sharp,
            one.nested or other.nested,
        )
        return [f"let part be {one.text}", whole.text], whole
    other = numbers.number(2)
    chosen = Written(
        "",
        lambda env: (one if env["female"] else other).value(env),
        one.sharp and other.sharp,
        one.nested or other.nested,
    )
    return [
        "whichever applies",
        f"  - {one.text} if female",
        f"  - {other.text} otherwise",
    ], chosen


def _worth(written: Written, env: Env) -> Fraction | None:
    try:
        return written.value(env)
    except NoValueError:
        return None


@st.composite
def _near(draw: st.DrawFn, value: Fraction | None) -> tuple[Fraction, str]:
    """A limit with some decimals, near a number or at it, and its text."""
    near = Fraction(1) if value is None else value
    digits = draw(st.sampled_from([0, 2, 6, 24]))
    limit = round(near * 10**digits) + draw(st.sampled_from([-1, 0, 0, 1]))
    limit = max(limit, 0)
    whole, decimals = divmod(limit, 10**digits)
    return Fraction(limit, 10**digits), f"{whole}.{decimals:0{digits}}" if digits else f"{whole}"


def _facts(taken: list[Asked], units: Mapping[str, Unit]) -> list[str]:
    lines = ["choices drug_class", *(f'  - {name} "{name}"' for name in ANSWERS)]
    lines += [f'fact {one.name} : {units[one.name].code} "{one.name}"' for one in taken]
    return [*lines, 'fact female : yes/no "female"', 'fact drug : drug_class "drug"']


def _declared_tables(
    tables: tuple[tuple[str, str, Mapping[str, Fraction]], ...],
) -> list[str]:
    lines = []
    for name, _, rows in tables:
        lines += ["", f'table {name} (kind : drug_class) : number "{name}"', f"  kind | {name}"]
        lines += [f"  {option} | {_decimal(rows[option])}" for option in rows]
    return lines


def _renamed(lines: list[str], names: list[str]) -> list[str]:
    """The lines of a body with the names of its parameters."""
    return [
        " ".join(_parameter(word, names) for word in line.split(" ")) if line else line
        for line in lines
    ]


def _parameter(word: str, names: list[str]) -> str:
    bare = word.strip("()")
    if bare in names:
        return word.replace(bare, f"p_{bare}")
    return word.replace("strength(drug", "strength(p_drug")


def _recorded(value: Fraction, asked: Asked, unit: Unit) -> Any:
    """A value as data have it: in the unit of its fact, or in another where that is no decimal."""
    if (value / unit.size * 10**12).denominator != 1:
        unit = asked.units[0]
    text = _decimal(value / unit.size)
    return text if unit.code == "number" else {"value": text, "unit": _code(unit)}


def _code(unit: Unit) -> str:
    return {"years": "a"}.get(unit.code, unit.code)


def _decimal(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def _source(lines: list[str]) -> str:
    return "\n".join(['protocol TRIED "Tried"', "", *lines, ""])
