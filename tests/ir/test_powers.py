"""Roots and fractional powers enclose what they stand for, which whole powers tell exactly."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from critc.ir.evaluation.powers import DIGITS, power

BASES = st.fractions(min_value=Fraction(1, 10**9), max_value=10**12, max_denominator=10**9)
EXPONENTS = st.fractions(min_value=-5, max_value=5, max_denominator=40).filter(
    lambda exponent: exponent.denominator > 1
)


@given(BASES, EXPONENTS)
def test_a_power_is_enclosed_in_one_unit_of_the_twentieth_digit(
    base: Fraction, exponent: Fraction
) -> None:
    found = power(base, exponent)
    assert found is not None
    low, high = Fraction(found.low), Fraction(found.high)
    raised = base**exponent.numerator
    assert low**exponent.denominator <= raised <= high**exponent.denominator
    if low < high:
        digits = low / (high - low)
        assert digits.denominator == 1
        assert 10 ** (DIGITS - 1) <= digits < 10**DIGITS


@given(st.integers(1, 10**DIGITS - 1), st.integers(-30, 30), st.integers(2, 9))
def test_a_root_of_at_most_twenty_digits_is_exact(digits: int, places: int, degree: int) -> None:
    root = digits * Fraction(10) ** places
    found = power(root**degree, Fraction(1, degree))
    assert found is not None
    assert (found.low, found.high) == (root, root)
