"""Sums and products of decimals that are known, without rounding."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact

# --- exact: sums and products without rounding ----------------------------------------------------

_UNROUNDED = Context(prec=5000, traps=[Inexact])


def multiplied(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The product, exactly."""
    return _UNROUNDED.multiply(one, other)


def added(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The sum, exactly."""
    return _UNROUNDED.add(one, other)


def subtracted(one: Decimal | int, other: Decimal | int) -> Decimal:
    """The difference, exactly."""
    return _UNROUNDED.subtract(one, other)


def is_below(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is less than the second."""
    return one < other


def is_at_most(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not more than the second."""
    return one <= other


def is_equal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are one number."""
    return one == other


def is_unequal(one: Decimal | int, other: Decimal | int) -> bool:
    """The two are different numbers."""
    return one != other


def is_at_least(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is not less than the second."""
    return one >= other


def is_above(one: Decimal | int, other: Decimal | int) -> bool:
    """The first is more than the second."""
    return one > other


def both(one: bool, other: bool) -> bool:
    """Both hold."""
    return one and other
