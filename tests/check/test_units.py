"""Units in which a quantity may be given: those of its kind, and nothing that only looks alike."""

from __future__ import annotations

from fractions import Fraction

import pytest

from critc.check.fit import exchange, mass_and_moles
from critc.check.units import Unit, accepted, parse_unit


def unit(text: str) -> Unit:
    found = parse_unit(text)
    assert found is not None, text
    return found


def codes(text: str) -> set[str]:
    return {each.code for each in accepted(unit(text))}


def test_a_heart_rate_is_neither_a_dose_nor_a_frequency() -> None:
    assert codes("/min") == {"/min"}


@pytest.mark.parametrize("share", ["%", "mg/kg", "mmol/mol", "mg/kg/d"])
def test_a_share_is_given_as_it_is_declared(share: str) -> None:
    assert codes(share) == {share}


def test_a_unit_keeps_its_other_spellings() -> None:
    assert {"mm[Hg]", "mmHg", "kPa", "cmH2O"} <= codes("mm[Hg]")
    assert {"10*3/uL", "10^3/uL", "10*9/L", "/mm3"} <= codes("10^9/L")


def test_micro_is_shown_before_international_units() -> None:
    assert unit("u[IU]/mL").shown == unit("uIU/mL").shown == "µIU/mL"
    assert unit("ug/L").shown == "µg/L"


@pytest.mark.parametrize("other", ["%", "g/g", "mg/kg", "mmol/mol", "mmol/kg"])
def test_a_molar_mass_turns_no_share_into_a_concentration(other: str) -> None:
    assert not mass_and_moles(unit("mmol/L"), unit(other))
    assert not mass_and_moles(unit(other), unit("mmol/L"))


def test_a_molar_mass_turns_grams_into_moles() -> None:
    assert mass_and_moles(unit("mg/dL"), unit("umol/L"))
    factor, offset = exchange(unit("umol/L"), unit("mg/dL"), Fraction("113.12"))
    assert factor == Fraction("0.011312")
    assert offset == 0
