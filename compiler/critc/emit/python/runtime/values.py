"""The values that a patient's record holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Generic, Literal, TypeVar

Item = TypeVar("Item")

# --- values: what a patient's record holds --------------------------------------------------------


@dataclass(frozen=True)
class Quantity:
    """A measured amount, in the unit that the protocol declares for it.

    ``bound`` tells what a laboratory reports at the edge of an assay: ``Quantity(Decimal(20), "<")``
    is "below 20". ``uln`` and ``lln`` are its upper and lower limit of normal, in the same unit.
    """

    value: Decimal | Fraction
    bound: Literal["", "<", "<=", ">", ">="] = ""
    uln: Decimal | Fraction | None = None
    lln: Decimal | Fraction | None = None


@dataclass(frozen=True)
class PartialDate:
    """A date of which only the month or the year is known: any day from ``first`` to ``last``."""

    first: date
    last: date
    text: str

    @staticmethod
    def of_month(year: int, month: int) -> PartialDate:
        """Some day of that month."""
        after = date(year + month // 12, month % 12 + 1, 1)
        return PartialDate(date(year, month, 1), after - timedelta(days=1), f"{year}-{month:02}")

    @staticmethod
    def of_year(year: int) -> PartialDate:
        """Some day of that year."""
        return PartialDate(date(year, 1, 1), date(year, 12, 31), f"{year}")


@dataclass(frozen=True)
class Period:
    """From a first to a last day, both included; ``"ongoing"`` has no last day yet."""

    start: date | PartialDate | None = None
    end: date | PartialDate | Literal["ongoing"] | None = None


@dataclass(frozen=True)
class Choices:
    """The options of a set that are known to hold; the others do not, unless it is incomplete."""

    values: frozenset[str] = frozenset()
    complete: bool = True


@dataclass(frozen=True)
class Records(Generic[Item]):
    """The records of a list; an incomplete one may have more."""

    items: tuple[Item, ...] = ()
    complete: bool = True
