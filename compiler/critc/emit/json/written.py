"""JSON text with exact numbers: what fits stands on one line, else two spaces deeper a level."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from critc.ir.words import shown

WIDTH = 100


def written(data: Mapping[str, Any]) -> str:
    """The text of a document, with a line feed at its end.

    It holds what JSON holds; a Fraction, which has to be a decimal, is an exact number.
    """
    return f"{_value(data, 0, 0)}\n"


def _value(data: Any, indent: int, before: int) -> str:
    """A value that begins ``before`` characters after its indentation."""
    match data:
        case Fraction():
            return shown(data)
        case Mapping():
            keys = [f"{json.dumps(key, ensure_ascii=False)}: " for key in data]
            values = [
                _value(data[key], indent + 2, len(k)) for key, k in zip(data, keys, strict=True)
            ]
            return _joined("{}", [k + v for k, v in zip(keys, values, strict=True)], indent, before)
        case list() | tuple():
            return _joined("[]", [_value(item, indent + 2, 0) for item in data], indent, before)
        case _:
            return json.dumps(data, ensure_ascii=False)


def _joined(brackets: str, items: list[str], indent: int, before: int) -> str:
    opening, closing = brackets[0], brackets[1]
    line = f"{opening}{', '.join(items)}{closing}"
    if not items or ("\n" not in line and indent + before + len(line) < WIDTH):
        return line
    margin = "\n" + " " * indent
    return f"{opening}{margin}  {f',{margin}  '.join(items)}{margin}{closing}"
