"""Units of measure: UCUM codes, the spellings that people use for them, and exact conversion.

A unit is a dimension and an exact rational factor (and an offset, for temperature). Factors are
those of The Unified Code for Units of Measure (UCUM, ucum.org), except where a mean value could move
a limit unseen; these are dimensions of their own and never convert:

- months and years (they convert to each other, not to days: UCUM's month has 30.4375 days);
- moles, equivalents and international units (each substance has its own factor);
- the body surface of 1.73 m², to which a clearance is normalised.

Annotations in braces count for nothing in a conversion. ``{copies}/mL`` is a number per volume.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache

from critc.check.unit_tables import ATOMS, COMMON, METRIC, PREFIXES, SHOWN, SPELLINGS, WRITTEN_OUT

Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value × factor + offset`` is in the base units of its dimension.

    ``code`` is UCUM, ``shown`` what people read (``10⁹/L``), ``notes`` the annotations in it.
    ``cancelled`` are the dimensions of which it divides like by like: ``mg/kg/d`` has the dimension
    of a rate, and is none.
    """

    code: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    dimension: Dimension = ()
    notes: tuple[str, ...] = ()
    shown: str = field(default="", compare=False)
    cancelled: tuple[str, ...] = field(default=(), compare=False)


NUMBER = Unit("1", Fraction(1))
"""The unit of a bare number."""


def parse_unit(text: str) -> Unit | None:
    """The unit that ``text`` names, in UCUM or in a common spelling; None when there is none."""
    code = _spelled(text.strip())
    try:
        return _parse(code)
    except _NotAUnitError:
        return None


def convertible(a: Unit, b: Unit) -> bool:
    """Whether values in ``a`` can be said in ``b``."""
    return a.dimension == b.dimension


def conversion(a: Unit, b: Unit) -> tuple[Fraction, Fraction]:
    """Factor and offset that turn a value in ``a`` into one in ``b``: ``value × factor + offset``.

    Raises ValueError when the two have not the same dimension.
    """
    if not convertible(a, b):
        raise ValueError(f"{a.code} does not convert to {b.code}")
    return a.factor / b.factor, (a.offset - b.offset) / b.factor


def usual() -> tuple[Unit, ...]:
    """The units in which laboratories and hospitals report."""
    return tuple(unit for code in COMMON if (unit := parse_unit(code)))


def accepted(unit: Unit) -> tuple[Unit, ...]:
    """The units in which a quantity declared in ``unit`` may be given: ``unit`` itself comes first.

    These are the usual ones of its dimension that have its annotations, in UCUM and as people write
    them. A share is taken only as it is declared: ``mmol/mol`` of HbA1c is no tenth of a per cent, and
    ``mg/kg/d`` of a drug is no heart rate.
    """
    found = {unit.code: unit}
    for code in (*_variants(unit.code), *COMMON):
        other = parse_unit(code)
        if other and _of_one_kind(unit, other):
            for spelling in (other.code, *_variants(other.code)):
                found.setdefault(spelling, replace(other, code=spelling))
    return tuple(found.values())


def _of_one_kind(unit: Unit, other: Unit) -> bool:
    alike = (unit.dimension, unit.notes, unit.cancelled)
    same = alike == (other.dimension, other.notes, other.cancelled)
    share = unit.cancelled or not unit.dimension
    return same and (unit.factor == other.factor or not share)


class _NotAUnitError(Exception):
    """The text names no unit."""


def _spelled(text: str) -> str:
    """``text`` with common spellings replaced by UCUM codes, as a whole and part by part."""
    text = text.replace("µ", "u").replace("μ", "u").replace("²", "2").replace("³", "3")
    text = text.removeprefix("×").removeprefix("x10").strip() if text[:1] == "×" else text
    if text in SPELLINGS:
        return SPELLINGS[text]
    return "/".join(SPELLINGS.get(part.strip(), part.strip()) for part in text.split("/"))


def _variants(code: str) -> Iterator[str]:
    """Other spellings of a code that data may use: ``IU/mL`` for ``[IU]/mL``."""
    for ucum, written in WRITTEN_OUT:
        if ucum in code:
            yield code.replace(ucum, written)


@cache
def _parse(code: str) -> Unit:
    if code in ("", "1"):
        return NUMBER
    special = {"Cel": Fraction("273.15"), "[degF]": Fraction("459.67") * 5 / 9}
    if code in special:
        factor = Fraction(1) if code == "Cel" else Fraction(5, 9)
        return Unit(code, factor, special[code], (("K", 1),), shown=_shown(code))
    factor, powers, notes = Fraction(1), dict[str, int](), list[str]()
    for component, sign in _components(code):
        value, base, note = _component(component)
        factor *= value**sign
        notes += note
        for name, power in base:
            powers[name] = powers.get(name, 0) + sign * power
    dimension = tuple(sorted((name, power) for name, power in powers.items() if power))
    cancelled = tuple(sorted(name for name, power in powers.items() if not power))
    return Unit(code, factor, Fraction(0), dimension, tuple(notes), _shown(code), cancelled)


def _components(code: str) -> Iterator[tuple[str, int]]:
    """The factors of a code, each with the sign of its power: ``mg/d`` is ``mg`` +1, ``d`` -1."""
    sign, start, depth = 1, 0, 0
    if code.startswith("/"):
        sign, start = -1, 1
    for i, char in enumerate(code + "."):
        depth += (char in "{[") - (char in "}]")
        if depth or i < start or char not in "./" or _decimal_point(code, i):
            continue
        if i == start:
            raise _NotAUnitError(code)
        yield code[start:i], sign
        sign, start = (-1 if char == "/" else 1), i + 1
    if depth:
        raise _NotAUnitError(code)


def _decimal_point(code: str, i: int) -> bool:
    return code[i - 1 : i].isdigit() and code[i : i + 1] == "." and code[i + 1 : i + 2].isdigit()


def _component(text: str) -> tuple[Fraction, Dimension, list[str]]:
    """Factor, dimension and annotations of one factor: ``10*9``, ``m2``, ``{copies}``, ``mg``."""
    notes = []
    while text.endswith("}"):
        text, _, note = text[:-1].rpartition("{")
        if note == "1.73_m2":
            if text:
                raise _NotAUnitError(text)
            return Fraction(1), (("1.73 m2", 1),), []
        notes.append(note)
    if not text:
        return Fraction(1), (), notes
    if text.startswith(("10*", "10^")):
        return Fraction(10) ** _whole(text[3:]), (), notes
    if text.isascii() and text.isdigit():
        return Fraction(int(text)), (), notes
    name = text.rstrip("0123456789-") or text
    power = _whole(text[len(name) :]) if len(name) < len(text) else 1
    factor, dimension = _atom(name)
    return factor**power, tuple((base, n * power) for base, n in dimension), notes


def _whole(text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 2:
        raise _NotAUnitError(text)
    return int(text)


def _atom(name: str) -> tuple[Fraction, Dimension]:
    """Factor and dimension of an atom, with or without a prefix."""
    if name in ATOMS:
        return ATOMS[name]
    for length in (2, 1):
        prefix, rest = name[:length], name[length:]
        if prefix in PREFIXES and rest in METRIC:
            factor, dimension = ATOMS[rest]
            return PREFIXES[prefix] * factor, dimension
    raise _NotAUnitError(name)


def _shown(code: str) -> str:
    """A code as people read it: ``10*9/L`` is 10⁹/L, ``[IU]/mL`` is IU/mL."""
    if code in SHOWN:
        return SHOWN[code]
    return "/".join(_shown_part(part) for part in code.split("/"))


def _shown_part(part: str) -> str:
    superscripts = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
    if part.startswith("10*"):
        return "10" + part[3:].translate(superscripts)
    if part == "{1.73_m2}":
        return "1.73 m²"
    if part[:1] == "u" and part[1:] in METRIC:
        part = "µ" + part[1:]
    for ucum, written in WRITTEN_OUT:
        part = part.replace(ucum, written)
    part = part.replace("{", "").replace("}", "").replace("_", " ")
    name = part.rstrip("0123456789")
    return name + part[len(name) :].translate(superscripts) if name else part
