"""Numbers and quantities as data have them: exact, in the declared range and the declared unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from critc.emit.python.runtime.loading import _made, _object
from critc.emit.python.runtime.problems import (
    Problem,
    _listed,
    _Literal,
    _shown,
    _undeclared,
)
from critc.emit.python.runtime.values import Quantity

# ---- numbers ----


def _whole(
    value: object, at: str, name: str, found: list[Problem], low: int | None, high: int | None
) -> int:
    """A whole number; ``3.0`` is one."""
    if type(value) is int and low is not None and high is not None and low <= value <= high:
        return value
    number = _number(value, at, name, found, low, high)
    if number % 1:
        found.append(Problem(at + name, f"{_shown(value)} is not a whole number"))
    return int(number)


def _number(
    value: object,
    at: str,
    name: str,
    found: list[Problem],
    low: Decimal | Fraction | int | None = None,
    high: Decimal | Fraction | int | None = None,
) -> Decimal:
    try:
        number = _exact(value)
    except ValueError as wrong:
        found.append(Problem(at + name, str(wrong)))
        return Decimal(0)
    if (low is not None and number < low) or (high is not None and number > high):
        found.append(Problem(at + name, f"{_shown(value)} is out of range: {_range(low, high)}"))
    return number


def _range(
    low: Decimal | Fraction | int | None, high: Decimal | Fraction | int | None, unit: str = ""
) -> str:
    if low is None or high is None:
        return f"at most {high}{unit}" if low is None else f"at least {low}{unit}"
    return f"from {low} to {high}{unit}"


def _exact(value: object) -> Decimal:
    """The number that data have, exactly. Raises ValueError, which says what is wrong with it.

    A number is spelled as in JSON, as text or not, but without an exponent, and with at most 20
    digits on either side of the point.
    """
    if type(value) is int:
        if -(10**20) < value < 10**20:
            return Decimal(value)
        raise ValueError("this number has more than 20 digits")
    if isinstance(value, str):
        return _spelled(value)
    if isinstance(value, float):
        return _shortest(value)
    if isinstance(value, Decimal) and value.is_finite() and -40 < value.adjusted() < 40:
        return _spelled(format(value, "f"))
    raise ValueError(f"{_shown(value)} is not a number")


_spellings: dict[str, Decimal] = {}
"""Numbers read before: results are rounded, and the same ones come again and again."""


def _spelled(text: str) -> Decimal:
    if text in _spellings:
        return _spellings[text]
    number = _in_digits(text)
    if len(_spellings) < 10_000:
        _spellings[str(text)] = number
    return number


def _in_digits(text: str) -> Decimal:
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not (text.isascii() and whole.isdigit() and (decimals.isdigit() or not point)):
        raise ValueError(f"{_shown(text)} is not a number{_advice(text)}")
    if len(whole) > 20 or len(decimals) > 20:
        raise ValueError(f"{_shown(text)} has more than 20 digits before or after the point")
    if whole[0] == "0" and whole != "0":
        raise ValueError(f"{_shown(text)} is not a number: it begins with a 0")
    return Decimal(text) or Decimal(0)


def _shortest(value: float) -> Decimal:
    """The shortest decimal of a float, if it has no more than the 15 digits that any float keeps."""
    text = repr(value)
    if not text[-1].isdigit():
        raise ValueError(f"{_shown(value)} is not a number")
    if "e" in text or len(text.replace(".", "").strip("-0")) > 15:
        raise ValueError(f"{text} is not exact as a float: give it as text")
    return _spelled(text)


def _advice(text: str) -> str:
    digits, exponent, _ = text.lower().partition("e")
    if "," in text:
        return ": decimals stand after a point, as in 12.5"
    if text[:1] in ("<", ">", "≤", "≥"):
        return ': the sign stands apart, as in "bound": "<"'
    if exponent and digits[-1:].isdigit():
        return ": it is written out, without an exponent"
    return ""


# ---- quantities ----


class _Measure:
    """What is declared of a quantity.

    ``unit`` is the one it is counted in. ``others`` are the units that data may use instead, each
    with what turns a value into the declared one: a factor, or factor and offset ("5/9 -160/9").
    ``met`` has what was read before, by the spelling of the number, or by that, the unit and the
    limits of normal: many patients have the same.
    """

    __slots__ = ("high", "limits", "low", "met", "others", "unit")

    def __init__(
        self,
        unit: str,
        others: dict[str, Decimal | str],
        low: Decimal | Fraction | int | None = None,
        high: Decimal | Fraction | int | None = None,
        limits: bool = False,
    ) -> None:
        self.unit = unit
        self.others = others
        self.low = low
        self.high = high
        self.limits = limits
        self.met: dict[Any, Quantity] = {}


# Types of which equal values are spelled alike: True is no number, though it equals 1.
_SPELLED = frozenset({int, str, _Literal})
_QUANTITY_KEYS: dict[str, Any] = dict.fromkeys(("value", "unit", "bound", "uln", "lln"))


def _quantity(
    value: object, at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """``{"value", "unit", "bound"?, "uln"?, "lln"?}`` as a quantity in the declared unit."""
    data: Any = value
    if type(value) is not dict:
        what = f'a value with its unit, such as {{"value": 1, "unit": "{measure.unit}"}}'
        data = _object(value, at + name, found, what)
        if data is not value:
            return None
    elif len(value) == 2 and value.get("unit") == measure.unit:
        bare = value.get("value")
        if type(bare) in _SPELLED and bare in measure.met:
            return measure.met[bare]
    fields = _QUANTITY_KEYS | data
    if len(fields) != 5:
        _undeclared(data, _QUANTITY_KEYS, at + name, found)
    if fields["value"] is None:
        found.append(Problem(f"{at}{name}.value", "is missing"))
        if fields["unit"] != measure.unit:
            _change(fields["unit"], at + name, found, measure)
        return None
    return _amount(fields, at, name, found, measure)


def _amount(
    fields: dict[str, Any], at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """The quantity in an object that has the keys of one; None where there is no value."""
    unit, given, uln, lln = fields["unit"], fields["value"], fields["uln"], fields["lln"]
    if (
        fields["bound"] is not None
        or type(given) not in _SPELLED
        or type(unit) is not str
        or (uln is not None and type(uln) not in _SPELLED)
        or (lln is not None and type(lln) not in _SPELLED)
    ):
        return _amount_in_full(fields, at, name, found, measure)
    bare = uln is None and lln is None and unit == measure.unit
    key = given if bare else (given, unit, uln, lln)
    if key in measure.met:
        return measure.met[key]
    before = len(found)
    quantity = _amount_in_full(fields, at, name, found, measure)
    if quantity is not None and len(found) == before and len(measure.met) < 10_000:
        measure.met[key] = quantity
    return quantity


def _amount_in_full(
    fields: dict[str, Any], at: str, name: str, found: list[Problem], measure: _Measure
) -> Quantity | None:
    """The same, read anew."""
    given, bound = fields["value"], fields["bound"]
    if given is None:
        for key in ("unit", "bound", "uln", "lln"):
            if fields[key] is not None:
                found.append(Problem(f"{at}{name}.{key}", "is given, but no value"))
        return None
    before = len(found)
    change = None
    if fields["unit"] != measure.unit:
        change = _change(fields["unit"], at + name, found, measure)
    value = _converted(given, at, name, ".value", found, change)
    uln = lln = None
    if fields["uln"] is not None or fields["lln"] is not None:
        uln, lln = _limits(fields, at, name, found, measure, change)
    if bound is None:
        bound = ""
    elif bound not in ("<", "<=", ">", ">="):
        wrong = f"{_shown(bound)} is not one of '<', '<=', '>', '>='"
        found.append(Problem(f"{at}{name}.bound", wrong))
    if len(found) == before and not _possible(value, bound, measure):
        span = _range(measure.low, measure.high, f" {measure.unit}")
        wrong = f"{bound}{_shown(given)} {fields['unit']} is out of range: {span}"
        found.append(Problem(f"{at}{name}.value", wrong))
    return _made(Quantity, {"value": value, "bound": bound, "uln": uln, "lln": lln})


def _possible(value: Decimal | Fraction, bound: str, measure: _Measure) -> bool:
    """Whether the value is in the declared range, and some value there agrees with its bound."""
    low, high = measure.low, measure.high
    if low is not None and (value < low or (bound == "<" and value == low)):
        return False
    return high is None or value < high or (value == high and bound != ">")


def _limits(
    fields: dict[str, Any],
    at: str,
    name: str,
    found: list[Problem],
    measure: _Measure,
    change: Decimal | str | None,
) -> tuple[Decimal | Fraction | None, Decimal | Fraction | None]:
    """The upper and the lower limit of normal, given in the unit of the value."""
    before = len(found)
    limits: list[Decimal | Fraction | None] = []
    for key in ("uln", "lln"):
        limit = fields[key]
        if limit is not None and not measure.limits:
            wrong = "no limits of normal are declared for this"
            found.append(Problem(f"{at}{name}.{key}", wrong))
        number = None if limit is None else _converted(limit, at, name, f".{key}", found, change)
        limits.append(number)
    uln, lln = limits
    if len(found) == before and uln is not None and lln is not None and lln > uln:
        wrong = f"{_shown(fields['lln'])} is above the upper limit, {_shown(fields['uln'])}"
        found.append(Problem(f"{at}{name}.lln", wrong))
    return uln, lln


def _converted(
    value: object,
    at: str,
    name: str,
    key: str,
    found: list[Problem],
    change: Decimal | str | None,
) -> Decimal | Fraction:
    """A number in the declared unit, exactly: a Fraction where it is not a decimal."""
    try:
        number = _exact(value)
    except ValueError as wrong:
        found.append(Problem(at + name + key, str(wrong)))
        return Decimal(0)
    if change is None:
        return number
    if isinstance(change, Decimal):
        from decimal import Context

        return Context(prec=200).multiply(number, change)
    from fractions import Fraction

    factor, _, offset = change.partition(" ")
    exact = Fraction(number) * Fraction(factor) + Fraction(offset or 0)
    places = exact.denominator.bit_length()
    scaled, rest = divmod(exact.numerator * 10**places, exact.denominator)
    return exact if rest else Decimal(f"{scaled}e-{places}")


def _change(unit: object, at: str, found: list[Problem], measure: _Measure) -> Decimal | str | None:
    """What turns a value in this unit into the declared one."""
    if isinstance(unit, str) and unit in measure.others:
        return measure.others[unit]
    wrong = "is missing" if unit is None else f"{_shown(unit)} is not accepted"
    accepted = _listed((measure.unit, *measure.others))
    found.append(Problem(f"{at}.unit", f"{wrong}; it may be {accepted}"))
    return None


def _fraction(text: str) -> Fraction:
    from fractions import Fraction

    return Fraction(text)
