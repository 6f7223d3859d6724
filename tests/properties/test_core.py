"""Laws of the language's meaning, on random protocols and patients."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import product
from math import prod
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import dated_atoms, patients, programs, record_atoms, refinements

from critc.ir import nodes as n
from critc.ir.dictionary import Date, Declared, Period
from critc.ir.evaluate import Verdict, screen
from critc.ir.record import read

KINDS = ["programs", "dates", "records"]


def outcomes(found: Verdict) -> dict[str, bool | None]:
    """Whether each criterion is satisfied, which one that does not apply is as well."""
    return {name: result.outcome for name, result in found.results.items()}


@pytest.mark.parametrize("protocols", [programs(), dated_atoms(), record_atoms()], ids=KINDS)
@given(data=st.data())
def test_more_information_never_changes_a_settled_outcome(
    protocols: st.SearchStrategy[n.Program], data: st.DataObject
) -> None:
    program = data.draw(protocols)
    patient = data.draw(patients(program))
    before = screen(program, read(program, patient))
    after = screen(program, read(program, data.draw(refinements(program, patient))))
    settled = {name: found for name, found in outcomes(before).items() if found is not None}
    assert settled.items() <= outcomes(after).items()
    if before.verdict == "ineligible":
        assert after.verdict == "ineligible"


@pytest.mark.parametrize("protocols", [programs(), dated_atoms(), record_atoms()], ids=KINDS)
@given(data=st.data())
def test_nothing_that_can_change_a_status_is_left_unasked(
    protocols: st.SearchStrategy[n.Program], data: st.DataObject
) -> None:
    program = data.draw(protocols)
    patient = data.draw(patients(program))
    before = screen(program, read(program, patient))
    if before.verdict != "undetermined":
        return
    unlisted = refinements(program, patient, lambda path: path not in before.ask, bounded=False)
    after = screen(program, read(program, data.draw(unlisted)))
    assert outcomes(after) == outcomes(before)


@given(st.data())
def test_an_unknown_outcome_has_a_cause_and_a_settled_one_has_none(data: st.DataObject) -> None:
    program = data.draw(programs())
    found = screen(program, read(program, data.draw(patients(program))))
    for result in found.results.values():
        assert bool(result.causes) is (result.outcome is None)
        if result.causes - {"cannot be computed", "date too vague"}:
            assert result.missing


@given(st.data())
def test_an_atom_is_unknown_only_if_its_completions_do_not_agree(data: st.DataObject) -> None:
    program = data.draw(dated_atoms())
    patient = data.draw(patients(program))
    found = screen(program, read(program, patient)).results["I1"].outcome
    first, *others = (
        screen(program, read(program, completed)).results["I1"].outcome
        for completed in completions(program.facts, patient)
    )
    agreed = first if all(other is first for other in others) else None
    assert found is agreed


def completions(facts: Sequence[Declared], patient: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The same patient with every joint completion of the partial dates, day by day."""
    options: list[list[tuple[str, Any]]] = []
    for fact in facts:
        given = patient.get(fact.name)
        match fact.type, given:
            case Date(), str():
                options.append([(fact.name, day) for day in days_of(given)])
            case Period(), dict():
                ends = ([(side, day) for day in days_of(text)] for side, text in given.items())
                options.append([(fact.name, dict(period)) for period in product(*ends)])
            case _:
                options.append([(fact.name, given)])
    assume(prod(map(len, options)) < 2000)
    yield from map(dict, product(*options))


def days_of(text: str) -> list[str]:
    """The days of a date, in order; what is no date stands for itself."""
    if text in ("none", "ongoing") or len(text) == 10:
        return [text]
    first = date.fromisoformat(f"{text}-01-01"[:10])
    days = (first + timedelta(days=i) for i in range(366))
    return [day.isoformat() for day in days if day.isoformat().startswith(text)]


@given(st.data(), st.integers(0, 99))
def test_the_order_of_parts_does_not_matter(data: st.DataObject, seed: int) -> None:
    program = data.draw(programs())
    patient = read(program, data.draw(patients(program)))
    assert screen(shuffled(program, Random(seed)), patient) == screen(program, patient)


def shuffled(node: Any, order: Random) -> Any:
    """The same, with the parts of every *all of*, *any of* and *k of* in another order."""
    if isinstance(node, tuple):
        return tuple(shuffled(part, order) for part in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    if isinstance(node, n.All | n.AnyOf | n.KOf):
        node = replace(node, parts=tuple(order.sample(node.parts, len(node.parts))))
    names = [one.name for one in fields(node)]
    return replace(node, **{name: shuffled(getattr(node, name), order) for name in names})


@given(st.data())
def test_data_read_the_same_from_json_text(data: st.DataObject) -> None:
    program = data.draw(programs())
    patient = data.draw(patients(program))
    assert read(program, json.loads(json.dumps(patient))) == read(program, patient)
