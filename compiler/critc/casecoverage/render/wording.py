"""What the outputs call what the cases saw."""

from __future__ import annotations

from critc.casecoverage.report import State, Totals

STATE: dict[State, str] = {
    "both": "true and false",
    "only true": "never false",
    "only false": "never true",
    "only unknown": "neither true nor false",
    "not asked": "not asked by any case",
    "constant": "the same for everybody",
}


def percent(of: Totals) -> str:
    """The per cent of clauses that were seen both true and false: "97.2 %", "100 %"."""
    return f"{of.percent:g} %"


def counted(number: int, noun: str) -> str:
    """ "1 clause", "3 clauses"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(of: Totals) -> str:
    """The numbers in one line."""
    constant = f", {of.constant} the same for everybody" if of.constant else ""
    return (
        f"{counted(of.cases, 'case')}, {counted(of.clauses, 'clause')}: {of.both} seen both true and "
        f"false ({percent(of)}), {of.unknown} seen unknown{constant}"
    )
