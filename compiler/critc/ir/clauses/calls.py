"""Calls of the runtime as data, to be printed in any language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from critc.ir.words import shown


@dataclass(frozen=True)
class Call:
    """``name(arguments, key=argument)``. Names with a capital are classes of the runtime."""

    name: str
    arguments: tuple[Argument, ...]
    named: tuple[tuple[str, Argument], ...] = ()


@dataclass(frozen=True)
class Items:
    """Several arguments as one."""

    items: tuple[Argument, ...]


@dataclass(frozen=True)
class Labels:
    """The options of a choice, each with its words."""

    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TreeOf:
    """The clauses of another criterion ("I3"), or of a definition by its name."""

    kind: Literal["criterion", "definition"]
    name: str


@dataclass(frozen=True)
class Cause:
    """A cause for which something is not known, by the runtime's name: NOT_YET."""

    name: str


Argument = Call | Items | Labels | TreeOf | Cause | str | int | bool | None


def call(name: str, *arguments: Argument, **named: Argument) -> Call:
    """A call. Named arguments that are None are left out."""
    given = tuple((key, value) for key, value in named.items() if value is not None)
    return Call(name, arguments, given)


def items_of(items: Iterable[Argument]) -> Items:
    """Several arguments as one."""
    return Items(tuple(items))


def exact(value: Fraction) -> int | str:
    """A number as what is read back exactly: a whole one, or the text "2.5" or "1/3"."""
    if value.denominator == 1:
        return value.numerator
    decimal = shown(value)
    return decimal if Fraction(decimal) == value else str(value)
