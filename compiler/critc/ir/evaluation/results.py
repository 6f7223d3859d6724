"""What evaluating gives: an outcome or a term's value, and what it is not known for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from critc.ir.evaluation.intervals import Interval

Cause = Literal[
    "missing", "not yet answered", "date too vague", "list incomplete", "cannot be computed"
]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is not known. ``path`` is what to ask for; None where asking cannot help."""

    cause: Cause
    path: str | None = None


Unknowns = frozenset[Unknown]
NOTHING: Unknowns = frozenset()
NOT_COMPUTED: Unknowns = frozenset({Unknown("cannot be computed")})
TIED: Unknowns = frozenset({Unknown("date too vague")})
"""Two records of one day: no day is left to ask for."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """True, false or unknown (None); an unknown one with what it is unknown for."""

    outcome: bool | None
    unknowns: Unknowns = NOTHING


@dataclass(frozen=True, slots=True)
class Term:
    """A number, or a day counted as an ordinal.

    ``value`` None is no value. ``never``: it stands for something that never happened (True), or
    may do so (None); whatever is asked of such a thing is false. ``unknowns`` are those of every
    value in the term that is not known exactly.
    """

    value: Interval | None
    never: bool | None = False
    unknowns: Unknowns = NOTHING


def all_of(outcomes: Iterable[bool | None]) -> bool | None:
    """Kleene's *and*: the least of them, with false < unknown < true."""
    several = list(outcomes)
    if False in several:
        return False
    return None if None in several else True


def any_of(outcomes: Iterable[bool | None]) -> bool | None:
    """Kleene's *or*."""
    several = list(outcomes)
    if True in several:
        return True
    return None if None in several else False


def union(several: Iterable[Unknowns]) -> Unknowns:
    return NOTHING.union(*several)


def unknown(unknowns: Unknowns) -> Judgement:
    """Unknown for these reasons; where no single value is to blame, it cannot be computed."""
    return Judgement(None, unknowns or NOT_COMPUTED)
