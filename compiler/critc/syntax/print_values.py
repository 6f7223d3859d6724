"""From the syntax tree back to text: names, values, and when."""

from __future__ import annotations

from collections.abc import Iterable

from critc.syntax import tree

_BINDS = {"+": 1, "-": 1, "×": 2, "/": 2, "^": 3}
_ATOM = 4


def names(listed: Iterable[tree.Name]) -> str:
    """``a, b``"""
    return ", ".join(name.text for name in listed)


def number(node: tree.Number) -> str:
    """``9.0 g/dL``, ``1.5 × 10^9/L``"""
    if node.unit.startswith("10"):
        return f"{node.value} × {node.unit}"
    return f"{node.value} {node.unit}" if node.unit else node.value


def expression(node: tree.Expression) -> str:
    """A value, with no more parentheses than it needs."""
    match node:
        case tree.Number():
            return number(node)
        case tree.DateLiteral(text):
            return text
        case tree.Ref(path):
            return " of ".join(name.text for name in path)
        case tree.Limit(side, of):
            return f"{side} of {expression(of)}" if of else side
        case tree.Call(name, arguments):
            return f"{name.text}({', '.join(map(expression, arguments))})"
        case tree.Binary(sign, left, right):
            binds = _BINDS[sign]
            # A power takes no power on its left, and no operator takes its like on its right.
            first = _operand(left, binds + (sign == "^"))
            return f"{first} {sign} {_operand(right, binds + 1)}"
        case tree.Extreme(word, operands):
            *rest, last = (_operand(operand, 1) for operand in operands)
            return f"the {word} of {', '.join(rest)} and {last}"
        case tree.Age(unit, birth, at):
            return f"completed {unit} from {expression(birth)} to {expression(at)}"


def _operand(node: tree.Expression, binds: int) -> str:
    match node:
        case tree.Binary(sign):
            own = _BINDS[sign]
        case tree.Extreme():
            own = 0
        case _:
            own = _ATOM
    return expression(node) if own >= binds else f"({expression(node)})"


def timing(node: tree.Timing) -> str:
    """``within 4 weeks before first_dose``"""
    match node:
        case tree.Window(word, length, side, moment):
            return f"{word} {expression(length)} {side} {expression(moment)}"
        case tree.Order(word, moment):
            return f"{word} {expression(moment)}"
        case tree.Lasting(word, length, window):
            within = f" {timing(window)}" if window else ""
            return f"for {word} {expression(length)}{within}"


def chosen(node: tree.Chosen) -> str:
    """What stands right of ``let … be``, without its ``where``."""
    words = node.word if node.word in ("latest", "earliest") else f"{node.word} of"
    last = f" last {node.last}" if node.last else ""
    what = f" {node.what.text} in" if node.what else ""
    when = f" {timing(node.timing)}" if node.timing else ""
    return f"{words}{last}{what} {node.records.text}{when}"
