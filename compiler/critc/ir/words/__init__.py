"""The core in a clinician's words: no identifiers, no operators, dates worked out where known.

A program is named once, ``names_of(program, dates)``; then each condition is one line. ``say`` does
both.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from critc.ir.dictionary import Declared
from critc.ir.nodes import Condition, Not, Program
from critc.ir.words.conditions import clause, counting
from critc.ir.words.days import Stretch, date_words, window_dates
from critc.ir.words.english import visible
from critc.ir.words.headings import heading
from critc.ir.words.names import Names, named
from critc.ir.words.terms import shown

__all__ = [
    "Names",
    "Stretch",
    "clause",
    "date_words",
    "heading",
    "names_of",
    "opposite",
    "question",
    "say",
    "shown",
    "window_dates",
]


def say(condition: Condition, program: Program, dates: Mapping[str, date] | None = None) -> str:
    """A condition in one line: "last steroid dose 2 weeks or more before the first dose".

    ``dates`` are the moments that are known, by name: their windows become calendar dates.
    """
    return clause(condition, names_of(program, dates))


def opposite(
    condition: Condition, program: Program, dates: Mapping[str, date] | None = None
) -> str:
    """That a condition does not hold, in one line: "HBV DNA below 1000 IU/mL"."""
    return say(Not(condition), program, dates)


def question(declared: Declared) -> str:
    """The data dictionary's wording, with characters that would reorder or hide it written out."""
    return visible(declared.question)


def names_of(program: Program, dates: Mapping[str, date] | None = None) -> Names:
    """The names of a program; for many lines it is made once."""
    return _names(_Same(program), tuple(sorted((dates or {}).items())))


class _Same:
    """A program by identity: hashing all of it would cost more than a line."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.program is self.program

    def __hash__(self) -> int:
        return id(self.program)


@lru_cache(maxsize=2)
def _names(same: _Same, dates: tuple[tuple[str, date], ...]) -> Names:
    return named(same.program, dict(dates), counting)
