"""Windows: stretches of days that are counted from a moment."""

from __future__ import annotations

from typing import Literal

from critc.emit.python.runtime.comparisons import Comparison, End
from critc.emit.python.runtime.dates import ExtremeLength, Length, Shift, WholeDay
from critc.emit.python.runtime.terms import Const, Extreme, Term
from critc.emit.python.runtime.worth import Worth

# --- windows: stretches of days that are counted from a moment ------------------------------------


def compare(
    line: int, words: str, left: Term, op: str, right: Term, worth: Worth | None = None
) -> Comparison:
    """Two numbers or two days compared; ``worth`` names the number that is calculated."""
    shown = None
    if worth is not None:
        shown = (worth, right, left) if worth.right else (worth, left, right)
    if op in ("=", "!="):
        both = End(left, right), End(right, left)
        return Comparison(line, words, *both, negated=op == "!=", worth=shown)
    ends = {
        "<": End(left, right, strict=True),
        "<=": End(left, right),
        ">=": End(right, left),
        ">": End(right, left, strict=True),
    }
    return Comparison(line, words, ends[op], worth=shown)


def between(
    line: int,
    words: str,
    term: Term,
    low: Term | None,
    high: Term | None,
    ends: Literal["[]", "[)", "(]", "()"] = "[]",
    worth: Worth | None = None,
) -> Comparison:
    """A number or a day between two ends, each included if its bracket is square."""
    lower = [] if low is None else [End(low, term, strict=ends[0] == "(")]
    upper = [] if high is None else [End(term, high, strict=ends[1] == ")")]
    shown = None if worth is None else (worth, term, low or high)
    return Comparison(line, words, *lower, *upper, worth=shown)


class Window:
    """So long before, after or around a moment; ``rel`` says on which side of its far end."""

    __slots__ = ("far_after", "far_before", "moment", "rel", "side")

    def __init__(
        self,
        rel: Literal["within", "less than", "at least", "more than"],
        length: Length | ExtremeLength,
        side: Literal["before", "after", "around"],
        moment: Term,
    ) -> None:
        self.rel = rel
        self.side = side
        self.moment = moment
        self.far_before = Shift(moment, "before", length)
        self.far_after = Shift(moment, "after", length)

    @property
    def inside(self) -> bool:
        """Whether it reaches from the moment to its far end, and not beyond that end."""
        return self.rel in ("within", "less than")

    @property
    def strict(self) -> bool:
        """Whether the far end itself is outside."""
        return self.rel in ("less than", "more than")

    def near_and_far(self) -> tuple[Term | None, Term | None]:
        """The first and last day; None has no limit."""
        if self.side == "around":
            return self.far_before, self.far_after
        if self.side == "before":
            return (self.far_before, self.moment) if self.inside else (None, self.far_before)
        return (self.moment, self.far_after) if self.inside else (self.far_after, None)


def falls(line: int, words: str, day: Term, window: Window) -> Comparison:
    """A day lies in a window; around a moment, *at least* and *more than* leave one of two sides."""
    return touches(line, words, day, day, window)


def touches(line: int, words: str, start: Term, end: Term, window: Window) -> Comparison:
    """A period has a day in a window; *at least* and *more than* ask that it lies there as a whole."""
    first, last = window.near_and_far()
    strict = window.strict
    if window.inside:
        from_first = End(first or end, end, strict and window.side != "after")
        to_last = End(start, last or start, strict and window.side != "before")
        return Comparison(line, words, from_first, to_last)
    before, after = End(end, window.far_before, strict), End(window.far_after, start, strict)
    if window.side == "around":
        return Comparison(line, words, before, after, any_end=True)
    return Comparison(line, words, before if window.side == "before" else after)


def throughout(
    line: int,
    words: str,
    start: Term,
    end: Term,
    rel: Literal["at least", "more than"],
    length: Length | ExtremeLength,
    side: Literal["before", "after"],
    moment: Term,
) -> Comparison:
    """A period covers every day of the length before, or after, a moment."""
    far = Shift(moment, side, length)
    strict = rel == "more than"
    if side == "before":
        return Comparison(line, words, End(start, far, strict), End(moment, end))
    return Comparison(line, words, End(start, moment), End(far, end, strict))


def during(line: int, words: str, start: Term, end: Term, moment: Term) -> Comparison:
    """A moment lies in a period."""
    return Comparison(line, words, End(start, moment), End(moment, end))


def lasts(
    line: int,
    words: str,
    start: Term,
    end: Term,
    rel: Literal["at least", "more than", "less than"],
    length: Length | ExtremeLength,
    window: Window,
) -> Comparison:
    """A period has so many days inside a window, first and last included."""
    first, last = window.near_and_far()
    strict_first = window.strict and not (window.side == "after" and window.inside)
    strict_last = window.strict and not (window.side == "before" and window.inside)
    if first is not None:
        start = Extreme("larger", start, WholeDay(first, "from", strict_first))
    if last is not None:
        end = Extreme("smaller", end, WholeDay(last, "to", strict_last))
    reached = Shift(start, "after", length)
    after = Shift(end, "after", Length(Const(1), "day"))
    if rel == "less than":
        short = End(after, reached, True), End(end, start, True)
        return Comparison(line, words, *short, any_end=True, together=True)
    long = End(reached, after, rel == "more than"), End(start, end)
    return Comparison(line, words, *long, together=True)
