"""Reading a patient's data: each reader gives the value, or a problem and its path.

A reader takes what the data have at ``at + name`` and appends what is wrong to ``found``; what it
returns then is of no use, since a record with a problem is refused. Absent and ``null`` mean "not
known" and never come to the reader of a value. Nothing is converted but units, and those exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from critc.emit.python.runtime.problems import (
    InvalidPatient,
    Problem,
    _listed,
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
    Records,
)

_new = object.__new__
_set_attribute = object.__setattr__


def _made(kind: type[Item], fields: dict[str, Any]) -> Item:
    """A frozen instance that has all of these fields, at half of what its constructor costs."""
    made = _new(kind)
    _set_attribute(made, "__dict__", fields)
    return made


# ---- objects and lists ----


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
    """The items of ``[…]`` or ``{key: […], "complete": false}``, and whether they are all."""
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
        wrong = "is missing" if complete is None else f"{_shown(complete)} is not true or false"
        found.append(Problem(f"{at}.complete", wrong))
    return items if isinstance(items, list) else [], complete is True


_NO_RECORDS: Records[Any] = _made(Records, {"items": (), "complete": True})


def _records(
    value: object, at: str, found: list[Problem], read: Callable[[Any, str, list[Problem]], Item]
) -> Records[Item]:
    complete = True
    if type(value) is not list:
        what = "a list of records ([] where there are none)"
        value, complete = _listing(value, at, found, "records", what)
    elif not value:
        return _NO_RECORDS
    before = len(found)
    if len(value) == 1:
        items: tuple[Item, ...] = (read(value[0], at, found),)
    else:
        items = tuple([read(item, at, found) for item in value])
    if len(found) > before:  # Only now are their paths worth the time.
        del found[before:]
        items = tuple([read(item, f"{at}[{i}]", found) for i, item in enumerate(value)])
    records = _new(Records)
    _set_attribute(records, "__dict__", {"items": items, "complete": complete})
    return records


def _protocol(value: object, found: list[Problem], protocol: str) -> None:
    if value is not None and value != protocol:
        found.append(Problem("protocol", f"{_shown(value)} is not {protocol!r}, which this is for"))


# ---- answers, choices, text ----


def _yes_no(value: object, at: str, name: str, found: list[Problem]) -> None:
    """Says that this is neither ``true`` nor ``false``."""
    found.append(Problem(at + name, f"{_shown(value)} is not true or false"))


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


_JUDGEMENT_KEYS: dict[str, Any] = {"answer": None, "by": None, "on": None}


def _signed_judgement(value: dict[str, Any], at: str, found: list[Problem]) -> bool | None:
    data = value if type(value) is dict else _object(value, at, found, "a judgement")
    fields = _JUDGEMENT_KEYS | data
    if len(fields) != 3:
        _undeclared(data, _JUDGEMENT_KEYS, at, found)
    answer, by, on = fields["answer"], fields["by"], fields["on"]
    if by is not None and (type(by) is not str or not by.isprintable()):
        _text(by, at, ".by", found)
    if on is not None:
        _date(on, at, ".on", found)
    if answer is None:
        found.append(Problem(f"{at}.answer", "is missing"))
        return None
    if isinstance(answer, dict):
        found.append(Problem(f"{at}.answer", f"{_shown(answer)} is not an answer"))
        return None
    return _judgement(answer, at, ".answer", found)


def _choice(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> str | None:
    if isinstance(value, str) and value in options:
        return value
    wrong = f"{_shown(value)} is not one of {_listed(options)}{_nearest(value, options, found)}"
    found.append(Problem(at + name, wrong))
    return None


_complete_sets: dict[frozenset[str], Choices] = {}
"""Sets read before: patients differ, but not in everything."""


def _set(
    value: object, at: str, name: str, found: list[Problem], options: tuple[str, ...]
) -> Choices:
    complete = True
    if type(value) is not list:
        value, complete = _listing(value, at + name, found, "values", "a list of choices")
    for item in value:
        if item not in options:
            return _wrong_set(value, at + name, found, options)
    values = frozenset(value)
    if len(values) < len(value):
        return _wrong_set(value, at + name, found, options)
    if complete and values in _complete_sets:
        return _complete_sets[values]
    choices = _made(Choices, {"values": values, "complete": complete})
    if complete and len(_complete_sets) < 10_000:
        _complete_sets[values] = choices
    return choices


def _wrong_set(
    value: list[Any], at: str, found: list[Problem], options: tuple[str, ...]
) -> Choices:
    """Says which items are no options, or are listed before."""
    before = set[str]()
    for i, item in enumerate(value):
        if item not in options:
            _choice(item, at, f"[{i}]", found, options)
        elif item in before:
            found.append(Problem(f"{at}[{i}]", f"{_shown(item)} is listed twice"))
        else:
            before.add(item)
    return _made(Choices, {"values": frozenset[str](), "complete": False})


def _text(value: object, at: str, name: str, found: list[Problem]) -> str:
    if not isinstance(value, str) or isinstance(value, _Literal):
        found.append(Problem(at + name, f"{_shown(value)} is not text"))
        return ""
    if not value.isprintable() and any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
        found.append(Problem(at + name, f"{_shown(value)} has a character that is not text"))
    return value


# ---- dates and periods ----


_dates: dict[str, date | PartialDate] = {}
"""Dates read before: the records of a study name the same days again and again."""


def _date(
    value: object, at: str, name: str, found: list[Problem], side: str = ""
) -> date | PartialDate | None:
    """A day, or the month or the year in which it lies; years run from 1000 to 2999."""
    if type(value) is str and value in _dates:
        return _dates[value]
    day = _calendar(value, at + name + side, found)
    if day is not None and len(_dates) < 50_000:
        _dates[str(value)] = day
    return day


def _calendar(value: object, at: str, found: list[Problem]) -> date | PartialDate | None:
    parts = value.split("-") if isinstance(value, str) and value.isascii() else []
    shape = [len(part) for part in parts if part.isdigit()]
    if shape not in ([4], [4, 2], [4, 2, 2]) or len(shape) < len(parts):
        wrong = "is not a date, such as '2026-03-02', '2026-03' or '2026'"
        found.append(Problem(at, f"{_shown(value)} {wrong}"))
        return None
    year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
    wrong = _impossible(year, month, day)
    if wrong:
        found.append(Problem(at, f"{_shown(value)} is not a date: {wrong}"))
        return None
    if len(parts) == 3:
        return date(year, month, day)
    return PartialDate.of_month(year, month) if len(parts) == 2 else PartialDate.of_year(year)


def _impossible(year: int, month: int, day: int) -> str:
    """What no calendar has in this date, or nothing."""
    if not 1000 <= year <= 2999:
        return "years run from 1000 to 2999"
    if not 1 <= month <= 12:
        return f"there is no month {month:02}"
    days = PartialDate.of_month(year, month).last.day
    return "" if 1 <= day <= days else f"this month has the days 01 to {days}"


_PERIOD_KEYS: dict[str, Any] = {"start": None, "end": None}


def _period(value: object, at: str, name: str, found: list[Problem]) -> Period:
    """``{"start", "end"}``, either of which may be left out; the end may be ``"ongoing"``."""
    data: Any = value
    if type(value) is not dict:
        what = 'a period, such as {"start": "2026-01", "end": "ongoing"}'
        data = _object(value, at + name, found, what)
    made = _PERIOD_KEYS | data
    if len(made) != 2:
        _undeclared(data, _PERIOD_KEYS, at + name, found)
    start, end = made["start"], made["end"]
    if type(start) is str and start in _dates:
        made["start"] = _dates[start]
    elif start is not None:
        made["start"] = _date(start, at, name, found, ".start")
    if type(end) is str and end in _dates:
        made["end"] = _dates[end]
    elif end is not None and end != "ongoing":
        made["end"] = _date(end, at, name, found, ".end")
    period = _new(Period)
    _set_attribute(period, "__dict__", made)
    return period


# ---- JSON text ----

_decoders: dict[str, Any] = {}
"""Decoders of JSON text, by what they make of whole numbers; made when first needed."""


def _parsed(text: str | bytes) -> Any:
    """What JSON text holds, numbers as they are spelled. Raises InvalidPatient if it is not JSON."""
    text = _decoded(text)
    try:
        return _decoder(int).decode(text)
    except (ValueError, RecursionError):
        pass
    from json import JSONDecodeError

    try:  # Python reads no whole number of thousands of digits.
        return _decoder(_digits).decode(text)
    except JSONDecodeError as error:
        wrong = f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}"
    except RecursionError:
        wrong = "this is nested too deeply"
    raise InvalidPatient((Problem("", wrong),))


def _decoder(whole: Callable[[str], int | str]) -> Any:
    name = whole.__name__
    if name not in _decoders:
        from json import JSONDecoder

        _decoders[name] = JSONDecoder(
            object_pairs_hook=_pairs, parse_float=_Literal, parse_int=whole
        )
    return _decoders[name]


def _digits(text: str) -> int | str:
    return int(text) if len(text) < 40 else _Literal(text)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    from collections import Counter

    repeated = _Repeated(data)
    times = Counter(key for key, _ in pairs)
    repeated.given_twice = tuple(key for key in data if times[key] > 1)
    return repeated


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"this is not text in UTF-8 (byte {error.start + 1})"
        raise InvalidPatient((Problem("", wrong),)) from error
