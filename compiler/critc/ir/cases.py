"""The cases of a protocol as data: each a patient in the shape of JSON, and what is expected."""

from __future__ import annotations

from dataclasses import dataclass

from critc.check import protocol as p
from critc.check import types as t
from critc.check.names import identifier
from critc.check.units import NUMBER, parse_unit
from critc.source import Source
from critc.syntax import tree

Data = dict[str, object]

LIMITS = {"ULN": "uln", "LLN": "lln"}
_BOUNDS = {"<": "<", "≤": "<=", ">": ">", "≥": ">="}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a case expects: the outcome of a criterion ("I3"), or the verdict (criterion "").

    With ``definition``: whether that definition holds, "yes", "no" or "not known".
    """

    criterion: str
    outcome: str
    line: int
    definition: str = ""


@dataclass(frozen=True, slots=True)
class TestCase:
    """A patient in the JSON shape of the language's data, numbers as text, and the expectations."""

    __test__ = False  # no test of pytest's

    title: str
    line: int
    patient: Data
    expects: tuple[Expectation, ...]


def cases(protocol: p.Protocol) -> tuple[TestCase, ...]:
    """The cases of a protocol that was checked without an error, in the order of the source."""
    writer = _Writer(protocol)
    return tuple(writer.case(case, protocol.file) for case in protocol.cases)


class _Writer:
    """Writes settings as data; each base patient once."""

    def __init__(self, protocol: p.Protocol) -> None:
        self.types: dict[str, t.Type] = {fact.name: fact.type for fact in protocol.facts}
        self.lists = {listed.name: listed for listed in protocol.lists}
        self.types["parts"] = t.Set(())
        self.bases = {p.name.text: self._settings(p.settings) for p in protocol.patients}

    def case(self, case: tree.Case, source: Source) -> TestCase:
        patient = self.bases[case.of.text] | self._settings(case.settings)
        known = {name: value for name, value in patient.items() if value is not None}
        expects = tuple(
            Expectation(
                identifier(expect.kind, expect.number) if expect.kind else "",
                expect.outcome,
                source.line_of(expect.span.start),
                expect.defined.text if expect.defined else "",
            )
            for expect in case.expects
        )
        return TestCase(case.title, source.line_of(case.span.start), known, expects)

    def _settings(self, settings: tuple[tree.Setting, ...]) -> Data:
        return {setting.name.text: self._given(setting) for setting in settings}

    def _given(self, setting: tree.Setting) -> object:
        name = setting.name.text
        if name in self.lists:
            return _records(setting.value, self.lists[name])
        return value(setting.value, self.types[name])


def _records(given: tree.Given, listed: p.Listed) -> object:
    """A list: complete, or with what is known of it."""
    match given:
        case tree.Word(word="none"):
            return []
        case tree.Word(word="incomplete"):
            return {"records": [], "complete": False}
        case tree.Rows(header=header, rows=rows, complete=complete):
            records = [_record(header, row, listed) for row in rows]
            return records if complete else {"records": records, "complete": False}
        case _:
            return None


def _record(header: tuple[tree.Name, ...], row: tuple[tree.Given, ...], listed: p.Listed) -> Data:
    record: Data = {}
    for name, given in zip(header, row, strict=True):
        if name.text in LIMITS:
            if isinstance(given, tree.Number):  # in the unit of the value, which was checked
                record[LIMITS[name.text]] = _decimal(given.value)
            continue
        found = value(given, listed.fields[name.text].type)
        if listed.measurement and name.text == "value" and isinstance(found, dict):
            record |= found
        elif found is not None:
            record[name.text] = found
    return record


def value(given: tree.Given, kind: t.Type) -> object:
    """One value as data; None where it is not known."""
    match given:
        case tree.Word(word=word):
            return _word(word, kind)
        case tree.Number():
            return _number(given, kind, "")
        case tree.Bounded(sign=sign, value=number):
            return _number(number, kind, _BOUNDS[sign])
        case tree.DateLiteral(text=text) | tree.Text(text=text):
            return text
        case tree.Interval(start=start, end=end):
            ends = {"start": _end(start), "end": _end(end)}
            return {side: day for side, day in ends.items() if day is not None}
        case tree.Names(names=names):
            found = [name.text for name in names]
            return found if isinstance(kind, t.Set) else found[0]
        case tree.Rows():
            return None


def _word(word: str, kind: t.Type) -> object:
    match word, kind:
        case ("yes" | "no", t.YesNo()):
            return word == "yes"
        case ("yes" | "no" | "not yet", t.Judged()):
            return word
        case "none", t.Set():
            return []
        case "incomplete", t.Set():
            return {"values": [], "complete": False}
        case ("none", _) | ("ongoing", _):
            return word
        case _:
            return None


def _number(given: tree.Number, kind: t.Type, bound: str) -> object:
    """A bare number as text; a quantity with its unit; a year alone as a date."""
    if not isinstance(kind, t.Number):
        return given.value
    text = _decimal(given.value)
    if kind.unit == NUMBER or kind.noun:
        return text
    unit = parse_unit(given.unit)
    found: Data = {"value": text, "unit": unit.code if unit else given.unit}
    return found | {"bound": bound} if bound else found


def _decimal(text: str) -> str:
    """Without the leading zeros that JSON does not allow."""
    sign = "-" if text.startswith("-") else ""
    whole, point, decimals = text.removeprefix("-").partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{point}{decimals}"


def _end(end: tree.DateLiteral | tree.Word) -> str | None:
    match end:
        case tree.DateLiteral(text=text):
            return text
        case tree.Word(word="ongoing"):
            return "ongoing"
        case _:
            return None
