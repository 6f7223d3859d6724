"""The same patient, better known: some of what was open is settled, nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir.nodes import Program
from strategies.data import Values, as_json, members
from strategies.patients import Data, record, rows


def everything(path: str) -> bool:
    """Any path may become better known."""
    del path
    return True


@st.composite
def refinements(
    draw: st.DrawFn,
    program: Program,
    data: Data,
    may: Callable[[str], bool] = everything,
    bounded: bool = True,
) -> Data:
    """Data that agree with ``data`` and say more. Only paths that ``may`` become better known.

    ``bounded``: results that were reported with a bound may be measured again.
    """
    return _Refiner(draw, Values.of(program), may, bounded).patient(program, data)


@dataclass(frozen=True)
class _Refiner:
    draw: st.DrawFn
    values: Values
    may: Callable[[str], bool]
    bounded: bool

    def chosen(self, path: str) -> bool:
        """Whether something is refined: two in three of what may be."""
        return self.may(path) and self.draw(st.integers(0, 2)) > 0

    def patient(self, program: Program, data: Data) -> Data:
        refined = {**data, **self.fields("", program.facts, data)}
        for listed in program.lists:
            refined[listed.name] = self.rows(listed, data.get(listed.name))
        if program.parts:
            names = [part.name for part in program.parts]
            refined["parts"] = self.members("parts", names, data.get("parts"))
        return {key: value for key, value in refined.items() if value is not None}

    def fields(
        self, prefix: str, declared: Sequence[d.Declared], data: Mapping[str, Any]
    ) -> dict[str, Any]:
        return {
            one.name: self.value(prefix + one.name, one.type, data.get(one.name))
            for one in declared
        }

    def value(self, path: str, kind: d.Type, given: Any) -> Any:
        if given is None or given == "not yet" or _is_unsigned(given):
            return self.draw(self.values.value(kind)) if self.chosen(path) else given
        match kind:
            case d.Date():
                return self.date(path, given)
            case d.Period() if isinstance(given, dict):
                return self.period(path, given)
            case d.Set(options=options):
                return self.members(path, [one.name for one in options], given)
            case d.Quantity():
                return self.quantity(path, kind, given)
            case _:
                return given

    def date(self, path: str, given: str) -> str:
        """A partial date; its month, its day, or none of them is found out."""
        if given == "none" or len(given) == 10 or not self.chosen(path):
            return given
        first = date.fromisoformat((given + "-01-01")[:10])
        days = [first + timedelta(days=i) for i in range(366 if len(given) == 4 else 31)]
        inside = [day for day in days if day.isoformat().startswith(given)]
        near = [
            day for day in inside if any(abs((day - one).days) < 32 for one in self.values.days)
        ]
        ends = [inside[0], inside[-1]]
        day = self.draw(st.sampled_from([*ends, *inside[::9], *near]))
        return day.isoformat()[: self.draw(st.sampled_from([10, 10, 7]))]

    def period(self, path: str, given: Mapping[str, Any]) -> dict[str, Any]:
        ends: dict[str, Any] = {}
        for side in ("start", "end"):
            end, where = given.get(side), f"{path}.{side}"
            if end is None and self.chosen(where):
                ongoing = st.just("ongoing") if side == "end" else st.nothing()
                end = self.draw(self.values.date() | ongoing)
            elif end is not None and end != "ongoing":
                end = self.date(where, end)
            if end is not None:
                ends[side] = end
        return ends

    def quantity(self, path: str, kind: d.Quantity, given: Mapping[str, Any]) -> dict[str, Any]:
        """A result that was reported with a bound is measured again, and agrees with it."""
        measured = dict(given)
        bound = measured.get("bound")
        if bound is None or not self.bounded or not self.chosen(path):
            return measured
        option = next(one for one in kind.units if one.code == given["unit"])
        limit = Fraction(str(given["value"]))
        beside = {"<": -1, "<=": 0, ">": 1, ">=": 0}[bound] * Fraction(1, 1000)
        value = (limit + beside) * option.factor + option.offset
        below = kind.low is not None and value < kind.low
        above = kind.high is not None and value > kind.high
        if not (below or above):
            measured |= {"value": as_json(limit + beside), "bound": None}
        return measured

    def members(self, path: str, names: Sequence[str], given: Any) -> Any:
        if given is None:
            return self.draw(members(names)) if self.chosen(path) else None
        if isinstance(given, list) or not self.chosen(path):
            return given
        more = [name for name in names if name not in given["values"]]
        added = self.draw(st.lists(st.sampled_from(more), unique=True)) if more else []
        values = [*given["values"], *added]
        return values if self.draw(st.booleans()) else {"values": values, "complete": False}

    def rows(self, listed: d.Listed, given: Any) -> Any:
        """The fields of the records, and whether there are more of an open list."""
        if given is None:
            chosen = self.chosen(listed.name)
            return self.draw(rows(self.values, listed, 4)) if chosen else None
        records = given if isinstance(given, list) else given["records"]
        refined = [self.record(f"{listed.name}[{i}]", listed, one) for i, one in enumerate(records)]
        if isinstance(given, list):
            return refined
        if not self.chosen(listed.name):
            return {**given, "records": refined}
        refined += self.draw(st.lists(record(self.values, listed, 4), max_size=2))
        return refined if self.draw(st.booleans()) else {"records": refined, "complete": False}

    def record(self, path: str, listed: d.Listed, given: Mapping[str, Any]) -> dict[str, Any]:
        beside = [one for one in listed.fields if one.name == "value"]
        if listed.kind != "measurement" or not isinstance(beside[0].type, d.Quantity):
            return self.fields(f"{path}.", listed.fields, given)
        rest = [one for one in listed.fields if one.name != "value"]
        measured = {key: value for key, value in given.items() if key not in {r.name for r in rest}}
        value = self.value(
            f"{path}.value", beside[0].type, measured if measured.get("value") is not None else None
        )
        return self.fields(f"{path}.", rest, given) | (value or {})


def _is_unsigned(given: Any) -> bool:
    return isinstance(given, dict) and given.get("answer") == "not yet"
