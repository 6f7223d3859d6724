"""Arithmetic with the signs and brackets of mathematics, where words would be ambiguous."""

from __future__ import annotations

from collections.abc import Callable

from critc.ir.nodes import Arith, Convert, Extreme, NumberTerm, Power, Root, Round
from critc.ir.words.english import counted, printed

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_POWER, _WHOLE = 3, 4

Operation = Arith | Power | Root | Round | Extreme
Say = Callable[[NumberTerm], str]


def nested(term: NumberTerm) -> bool:
    """Whether an operation is on the result of another; a product may go on as a product."""
    match term:
        case Convert(inner):
            return nested(inner)
        case Arith(op, left, right):
            goes_on = op in "*/" and isinstance(left, Arith) and left.op in "*/"
            return _operates(right) or (nested(left) if goes_on else _operates(left))
        case Power(base, exponent):
            return _operates(base) or _operates(exponent)
        case Root(_, inner) | Round(inner):
            return _operates(inner)
        case Extreme(_, terms):
            return any(_operates(each) for each in terms)
        case _:
            return False


def decimals(digits: int) -> str:
    """What a number is rounded to: "2 decimals"."""
    return counted(str(digits), "decimal") if digits else "a whole number"


def _operates(term: NumberTerm) -> bool:
    if term.at.formula:
        return False
    return _operates(term.term) if isinstance(term, Convert) else isinstance(term, Operation)


def signs(term: NumberTerm, say: Say) -> str:
    """A number as a formula; ``say`` gives the words for what it is computed from."""
    return _signs(term, say)[0]


def _signs(term: NumberTerm, say: Say) -> tuple[str, int]:
    """The formula, and how strongly its last operation binds."""
    if not _operates(term):
        return say(term), _WHOLE
    match term:
        case Convert(inner, unit=unit):
            words = _inside(inner, say, _WHOLE)
            return (f"{words} in {printed(unit)}" if unit else words), _WHOLE
        case Arith(op, left, right):
            strength = _STRENGTH[op]
            after = strength + 1 if op in "-/" else strength
            words = f"{_inside(left, say, strength)} {_SIGNS[op]} {_inside(right, say, after)}"
            return words, strength
        case Power(base, exponent):
            return f"{_inside(base, say, _WHOLE)} ^ {_inside(exponent, say, _WHOLE)}", _POWER
        case Root(degree, inner):
            roots = {2: "square", 3: "cube"}
            return f"{roots.get(degree, f'{degree}th')} root of {_bracketed(inner, say)}", _WHOLE
        case Round(inner, digits):
            return f"{_bracketed(inner, say)} rounded to {decimals(digits)}", _WHOLE
        case Extreme(which, terms):
            listed = "; ".join(_signs(each, say)[0] for each in terms)
            return f"{which} of {_in_brackets(listed)}", _WHOLE
        case _:
            return say(term), _WHOLE


def _inside(term: NumberTerm, say: Say, strength: int) -> str:
    words, own = _signs(term, say)
    return words if own >= strength else _in_brackets(words)


def _bracketed(term: NumberTerm, say: Say) -> str:
    return _in_brackets(_signs(term, say)[0])


def _in_brackets(words: str) -> str:
    """Round brackets inside, square ones around them, so that pairs are seen."""
    return f"[{words}]" if "(" in words else f"({words})"
