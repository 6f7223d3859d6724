"""Patterns for numbers given as text: which digits make a number that is in a range.

They hold for text that matches ``NUMBER``. There digits can be compared from the left: the longer
whole part is the larger number, and of two as long the one with the larger first different digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from critc.ir.words import shown

DIGITS = 20
"""A number has at most so many digits before the point, and after it."""

NUMBER = rf"^-?(0|[1-9][0-9]{{0,{DIGITS - 1}}})(\.[0-9]{{1,{DIGITS}}})?$"
WHOLE = rf"^-?(0|[1-9][0-9]{{0,{DIGITS - 1}}})(\.0{{1,{DIGITS}}})?$"


def at_least(bound: Fraction, strict: bool = False) -> str:
    """A pattern for numbers from a bound on (without it, if ``strict``), a decimal."""
    return _on_one_side(bound, strict, "", "-")


def at_most(bound: Fraction, strict: bool = False) -> str:
    """A pattern for numbers up to a bound (without it, if ``strict``), a decimal."""
    return _on_one_side(-bound, strict, "-", "")


def _on_one_side(bound: Fraction, strict: bool, sign: str, other: str) -> str:
    """Numbers from ``bound`` on, where those with ``sign`` count up and the others down from 0."""
    if bound > 0 or (bound == 0 and strict):
        return f"^{sign}({'|'.join(_above(bound, strict))})$"
    return f"^({sign}[0-9.]+|{other}({'|'.join(_below(-bound, strict))}))$"


def _above(bound: Fraction, strict: bool) -> Iterator[str]:
    """Alternatives for unsigned numbers above a bound from 0 on, or equal to it."""
    whole, decimals = _digits(bound)
    yield f"[1-9][0-9]{{{len(whole)},}}(\\.[0-9]+)?"
    for i, digit in enumerate(whole):
        if digit < "9":
            yield f"{whole[:i]}{_from(digit)}{_more(len(whole) - i - 1)}(\\.[0-9]+)?"
    tails = [f"{decimals[:i]}{_from(d)}[0-9]*" for i, d in enumerate(decimals) if d < "9"]
    tails.append(f"{decimals}0*[1-9][0-9]*" if strict else f"{decimals}[0-9]*")
    yield f"{whole}\\.({'|'.join(tails)})" if decimals or strict else f"{whole}(\\.[0-9]+)?"


def _below(bound: Fraction, strict: bool) -> Iterator[str]:
    """Alternatives for unsigned numbers from 0 up to a bound from 0 on, or equal to it."""
    whole, decimals = _digits(bound)
    if len(whole) > 1:
        yield f"[0-9]{{1,{len(whole) - 1}}}(\\.[0-9]+)?"
    for i, digit in enumerate(whole):
        if digit > "0":
            yield f"{whole[:i]}{_up_to(digit)}{_more(len(whole) - i - 1)}(\\.[0-9]+)?"
    tails = [f"{decimals[:i]}{_up_to(d)}[0-9]*" for i, d in enumerate(decimals) if d > "0"]
    tails += [decimals[:i] for i in range(1, len(decimals))]
    if not strict:
        tails.append(f"{decimals}0*")
    if decimals:
        yield f"{whole}(\\.({'|'.join(tails)}))?"
    elif not strict:
        yield f"{whole}(\\.0+)?"


def _digits(bound: Fraction) -> tuple[str, str]:
    whole, _, decimals = shown(bound).partition(".")
    return whole, decimals


def _from(digit: str) -> str:
    """The digits above one."""
    return "9" if digit == "8" else f"[{int(digit) + 1}-9]"


def _up_to(digit: str) -> str:
    """The digits below one."""
    return "0" if digit == "1" else f"[0-{int(digit) - 1}]"


def _more(count: int) -> str:
    return f"[0-9]{{{count}}}" if count else ""
