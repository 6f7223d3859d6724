"""Reading a patient's data: each reader gives the value, or a problem and its path.

A reader takes what the data have at ``at + name`` and appends what is wrong to ``found``; what it
returns then is of no use, since a record with a problem is refused. Absent and ``null`` mean "not
known" and never come to a reader of values. Nothing is converted but units, and those exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from critc.emit.python.runtime.problems import (
    InvalidPatient,
    Problem,
    _Literal,
    _nearest,
    _Repeated,
    _shown,
    _undeclared,
    _under,
)
from critc.emit.python.runtime.values import (
    Choices,
    Item,
    PartialDate,
    Period,
    Quantity,
    Records,
)


def _made(kind: type[Item], fields: dict[str, Any]) -> Item:
    """A frozen instance from all of its fields, at a third of what its constructor costs."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", fields)
    return made


def _object(value: object, at: str, found: list[Problem], what: str) -> dict[str, Any]:
    """An object's values by name; none, and a problem, where the value is not an object."""
    if isinstance(value, _Repeated):
        found.extend(Problem(_under(at, key), "is given twice") for key in value.given_twice)
    if isinstance(value, dict):
        return value
    found.append(Problem(at, f"{_shown(value)} is not {what}"))
    return {}


def _listing(
    value: object, at: str, found: list[Problem], key: str, what: str
) -> tuple[list[Any], bool]:
    """The items of ``[…]`` or ``{key: […], "complete": true or false}``, and whether it has all."""
    if isinstance(value, list):
        return value, True
    data = _object(value, at, found, what)
    if data is not value:
        return [], True
    _undeclared(data, (key, "complete"), at, found)
    items, complete = data.get(key), data.get("complete")
    if not isinstance(items, list):
        wrong = "is missing" if items is None else f"{_shown(items)} is not a list"
        found.append(Problem(f"{at}.{key}", wrong))
    if not isinstance(complete, bool):
        wrong = "is missing" if complete is None else f"{_shown(complete)} is neither true nor false"
        found.append(Problem(f"{at}.complete", wrong))
    return items if isinstance(items, list) else [], complete is True


def _records(
    value: object, at: str, found: list[Problem], read: Callable[[Any, str, list[Problem]], Item]
) -> Records[Item]:
    complete = True
    if type(value) is not list:
        what = "a list of records: write [] where there are none"
        value, complete = _listing(value, at, found, "records", what)
    items = tuple([read(item, f"{at}[{i}]", found) for i, item in enumerate(value)])
    return _made(Records, {"items": items, "complete": complete})


# ---- answers, choices and words ----


def _yes_no(value: object, at: str, name: str, found: list[Problem]) -> bool | None:
    if isinstance(value, bool):
        return value
    found.append(Problem(at + name, f"{_shown(value)} is neither true nor false"))
    return None


def _judgement(value: object, at: str, name: str, found: list[Problem]) -> bool | None:
    """``"yes"``, ``"no"``, ``"not yet"``, or an object with such an answer, by whom and when."""
    if value == "yes":
        return True
    if value == "no":
        return False
    if value == "not yet":
        return None
    if isinstance(value, dict):
        return _signed_judgement(value, at + name, found)
    found.append(Problem(at + name, f"{_shown(value)} is not one of 'yes', 'no', 'not yet'"))
    return None


def _signed_judgement(value: dict[str, Any], at: str, found: list[Problem]) -> bool | None:
    data = _object(value, at, found, "a judgement")
    _undeclared(data, ("answer", "by", "on"), at, found)
    if data.get("by") is not None:
        _text(data["by"], at, ".by", found)
    if data.get("on") is not None:
        _date(data["on"], at, ".on", found)
    answer = data.get("answer")
    if answer is None or isinstance(answer, dict):
        wrong = "is missing" if answer is None else f"{_shown(answer)} is not an answer"
        found.append(Problem(f"{at}.answer", wrong))
        return None
    return _judgement(answer, at, ".answer", found)


def _choice(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> str | None:
    if isinstance(value, str) and value in options:
        return value
    hint = _nearest(value, options)
    found.append(
        Problem(at + name, f"{_shown(value)} is not one of {_listed(options)}{hint}")
    )
    return None


def _set(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> Choices:
    at += name
    items, complete = _listing(value, at, found, "values", "a list of choices")
    values = []
    for i, item in enumerate(items):
        value = _choice(item, at, f"[{i}]", found, options)
        if value in values and value is not None:
            found.append(Problem(f"{at}[{i}]", f"{_shown(value)} is listed twice"))
        values.append(value)
    return Choices(frozenset(value for value in values if value is not None), complete)


def _text(value: object, at: str, name: str, found: list[Problem]) -> str:
    if type(value) is not str:
        found.append(Problem(at + name, f"{_shown(value)} is not text"))
        return ""
    if not value.isprintable() and any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
        found.append(Problem(at + name, f"{_shown(value)} has characters that no text has"))
    return value


def _listed(words: tuple[str, ...]) -> str:
    shown = ", ".join(repr(word) for word in words[:40])
    return f"{shown}, …" if len(words) > 40 else shown


