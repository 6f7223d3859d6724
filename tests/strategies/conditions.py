"""Random conditions, of every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n
from strategies.terms import NUMBERS, Terms

INSIDE: tuple[n.Rel, ...] = ("within", "less than")
RELS: tuple[n.Rel, ...] = (*INSIDE, "at least", "more than")
_ONE_IN_THREE = st.integers(0, 2).map(lambda drawn: drawn == 2)
_ONE_IN_FOUR = st.integers(0, 3).map(lambda drawn: drawn == 3)
SIDES: tuple[n.Side, ...] = ("before", "after", "around")


@dataclass(frozen=True)
class Conditions:
    """Draws conditions that may name definitions, criteria before them, and parts of the study."""

    definitions: Sequence[str] = ()
    criteria: Sequence[str] = ()
    parts: Sequence[str] = ()

    def __call__(self, terms: Terms, depth: int) -> n.Condition:
        joined: list[Callable[[Terms, int], n.Condition]] = [
            self.negated,
            self.all_of,
            self.any_of,
            self.k_of,
            self.excepted,
            self.when,
            self.how_many,
            self.how_many,
            self.select,
            self.flat,
        ]
        if depth <= 0 or terms.draw(_ONE_IN_THREE):
            return self.atom(terms)
        return terms.one_of(joined)(terms, depth - 1)

    # ---- atoms ----

    def atom(self, terms: Terms) -> n.Condition:
        named = [self.defined] * bool(self.definitions) + [self.status] * bool(self.criteria)
        in_parts = [self.in_parts] * bool(self.parts)
        return terms.one_of(
            [
                self.asked,
                self.asked,
                self.compare,
                self.compare,
                self.range,
                self.is_option,
                self.includes,
                self.order,
                self.between,
                self.falls,
                self.falls,
                self.touches,
                self.throughout,
                self.during,
                self.lasts_for,
                self.truth,
                *named,
                *in_parts,
            ]
        )(terms)

    def truth(self, terms: Terms) -> n.Condition:
        return n.Truth(terms.chance())

    def asked(self, terms: Terms) -> n.Condition:
        return n.Asked(terms.ref(d.YesNo, d.Judged))

    def compare(self, terms: Terms) -> n.Condition:
        left, right = terms.number(), terms.number(0)
        return n.Compare(terms.one_of(["<", "<=", "=", "!=", ">=", ">"]), left, right)

    def range(self, terms: Terms) -> n.Condition:
        low, high = (terms.one_of([terms.const, terms.value])() for _ in range(2))
        return n.Range(terms.number(), low, high, terms.chance(), terms.chance())

    def is_option(self, terms: Terms) -> n.Condition:
        ref = terms.ref(d.Choice)
        return n.Is(ref, self.options(terms, ref))

    def includes(self, terms: Terms) -> n.Condition:
        ref = terms.ref(d.Set)
        return n.Includes(ref, self.options(terms, ref), terms.one_of(["any", "all", "only"]))

    def options(self, terms: Terms, ref: n.Ref) -> tuple[str, ...]:
        kind = terms.type_of(ref)
        names = [one.name for one in kind.options] if isinstance(kind, d.Choice | d.Set) else []
        return tuple(name for name in names if terms.chance()) or (names[0],)

    def order(self, terms: Terms) -> n.Condition:
        left, right = terms.date(), terms.date()
        return n.DateOrder(terms.one_of(["<", "<=", "=", ">=", ">"]), left, right)

    def between(self, terms: Terms) -> n.Condition:
        days = terms.date(0), terms.date(), terms.date()
        return n.DateBetween(*days, terms.chance(), terms.chance())

    def falls(self, terms: Terms) -> n.Condition:
        return n.Falls(terms.date(0), terms.window(RELS, SIDES))

    def touches(self, terms: Terms) -> n.Condition:
        around = terms.draw(_ONE_IN_THREE)
        window = terms.window(*((("within",), ("around",)) if around else (RELS, SIDES[:2])))
        return n.Touches(*self.period(terms), window)

    def throughout(self, terms: Terms) -> n.Condition:
        start, end = self.period(terms)
        return n.Throughout(
            start,
            end,
            terms.one_of(["at least", "more than"]),
            terms.length(),
            terms.one_of(["before", "after"]),
            terms.date(),
        )

    def during(self, terms: Terms) -> n.Condition:
        return n.During(*self.period(terms), terms.date())

    def lasts_for(self, terms: Terms) -> n.Condition:
        around = terms.draw(_ONE_IN_THREE)
        window = terms.window(*((("within",), ("around",)) if around else (RELS, SIDES[:2])))
        start, end = self.period(terms)
        return n.LastsFor(
            start,
            end,
            terms.one_of(["at least", "more than", "less than"]),
            terms.length(),
            window,
        )

    def period(self, terms: Terms) -> tuple[n.DateTerm, n.DateTerm]:
        ref = terms.ref(d.Period)
        return n.EndOf(ref, "start"), n.EndOf(ref, "end")

    def in_parts(self, terms: Terms) -> n.Condition:
        return n.InParts(tuple(part for part in self.parts if terms.chance()) or (self.parts[0],))

    def defined(self, terms: Terms) -> n.Condition:
        return n.Defined(terms.one_of(self.definitions))

    def status(self, terms: Terms) -> n.Condition:
        return n.Status(terms.one_of(self.criteria))

    def flat(self, terms: Terms, depth: int) -> n.Condition:
        """What holds conditions of one level, however deep it stands."""
        del depth
        return terms.one_of([self.cases, self.table, self.consecutive])(terms)

    # ---- joined ----

    def some(self, terms: Terms, depth: int) -> tuple[n.Condition, ...]:
        return tuple(self(terms, depth) for _ in range(terms.one_of([1, 2, 2, 3])))

    def negated(self, terms: Terms, depth: int) -> n.Condition:
        return n.Not(self(terms, depth))

    def all_of(self, terms: Terms, depth: int) -> n.Condition:
        return n.All(self.some(terms, depth))

    def any_of(self, terms: Terms, depth: int) -> n.Condition:
        return n.AnyOf(self.some(terms, depth))

    def k_of(self, terms: Terms, depth: int) -> n.Condition:
        low, high = terms.one_of([(1, None), (2, None), (None, 1), (1, 1), (1, 2), (2, 2)])
        return n.KOf(low, high, self.some(terms, depth))

    def excepted(self, terms: Terms, depth: int) -> n.Condition:
        part, exception = self(terms, depth), self(terms, depth)
        return n.Except(part, exception, terms.one_of(["unless", "accepted if"]))

    def when(self, terms: Terms, depth: int) -> n.Condition:
        return n.When(self(terms, 0), self(terms, depth), terms.chance())

    # ---- alternatives ----

    def cases(self, terms: Terms) -> n.Condition:
        conditions = [self(terms, 0) for _ in range(terms.one_of([1, 2, 3]))]
        thens = self.limits(terms, len(conditions) + 1)
        otherwise = thens[-1] if terms.chance() else None
        return n.Cases(tuple(map(n.Case, conditions, thens)), otherwise)

    def limits(self, terms: Terms, n_: int) -> list[n.Condition]:
        """One comparison with several limits, as of a table's rows; now and then others."""
        if terms.draw(_ONE_IN_THREE):
            return [self(terms, 0) for _ in range(n_)]
        left, strict = terms.value(), terms.chance()
        return [n.Compare("<" if strict else "<=", left, terms.const()) for _ in range(n_)]

    def table(self, terms: Terms) -> n.Condition:
        number: n.NumberTerm = terms.one_of([terms.value, terms.age])()
        ref = terms.ref(d.Choice, d.YesNo, d.Judged)
        cells = [
            (of_number, of_option)
            for of_number in self.number_cells(terms)
            for of_option in self.option_cells(terms, ref)
            if not terms.draw(_ONE_IN_FOUR)
        ]
        thens = self.limits(terms, len(cells) + 1)
        rows = tuple(map(n.Row, cells, thens))
        otherwise = thens[-1] if terms.chance() else None
        return n.Table("limits", (number, ref), rows, otherwise)

    def number_cells(self, terms: Terms) -> list[n.CellRange | None]:
        """The number line in pieces, each end in one of the two that it parts."""
        if terms.draw(_ONE_IN_FOUR):
            return [None]
        ends = sorted({terms.one_of(NUMBERS) for _ in range(terms.one_of([1, 2]))})
        left = [terms.chance() for _ in ends]
        lows: list[Fraction | None] = [None, *ends]
        return [
            n.CellRange(
                low,
                high,
                low_closed=i > 0 and not left[i - 1],
                high_closed=i < len(ends) and left[i],
            )
            for i, (low, high) in enumerate(zip(lows, [*ends, None], strict=True))
        ]

    def option_cells(self, terms: Terms, ref: n.Ref) -> list[n.CellOptions | None]:
        if terms.draw(_ONE_IN_FOUR):
            return [None]
        kind = terms.type_of(ref)
        names = [one.name for one in kind.options] if isinstance(kind, d.Choice) else ["yes", "no"]
        if terms.chance():
            return [n.CellOptions((name,)) for name in names]
        return [n.CellOptions(tuple(names[:2])), *(n.CellOptions((name,)) for name in names[2:])]

    # ---- over records ----

    def how_many(self, terms: Terms, depth: int) -> n.Condition:
        low, high = terms.one_of([(1, None), (1, None), (None, 0), (2, None), (None, 1), (1, 2)])
        if terms.draw(_ONE_IN_THREE):
            return n.HowMany(terms.distinct(depth), low, high)
        return n.HowMany(terms.counted(depth), low, high)

    def select(self, terms: Terms, depth: int) -> n.Condition:
        listed = terms.one_of(terms.lists)
        inner, var = terms.binding(listed)
        day = terms.day_of_record(listed, var)
        where, then = self(inner, 0), self(inner, depth)
        return n.Select(terms.one_of(["latest", "earliest"]), listed.name, var, day, where, then)

    def consecutive(self, terms: Terms) -> n.Condition:
        listed = terms.one_of(terms.lists)
        inner, var = terms.binding(listed)
        day = terms.day_of_record(listed, var)
        k = terms.one_of([2, 2, 3])
        return n.Consecutive(k, listed.name, var, day, self(inner, 0), self(inner, 0))


@dataclass(frozen=True)
class AboutRecords(Conditions):
    """Draws plain conditions on one record, so that few of its outcomes are unknown."""

    def __call__(self, terms: Terms, depth: int) -> n.Condition:
        del depth
        return terms.one_of([self.truth, self.asked, self.is_option, self.limited, self.dated])(
            terms
        )

    def truth(self, terms: Terms) -> n.Condition:
        del terms
        return n.Truth(True)

    def limited(self, terms: Terms) -> n.Condition:
        strict = terms.chance()
        return n.Compare("<" if strict else ">=", terms.value(), terms.const())

    def dated(self, terms: Terms) -> n.Condition:
        return n.DateOrder(terms.one_of(["<", "<=", ">"]), terms.date_of(), terms.date_const())

    def over_records(self, terms: Terms) -> n.Condition:
        """A condition that counts, adds up, or picks one or several of the records."""
        if terms.chance():
            chosen = terms.one_of([self.how_many, self.select, self.select])
            return chosen(terms, 1) if terms.chance() else self.consecutive(terms)
        term = terms.one_of([terms.distinct, terms.aggregate, terms.mean])(1)
        return n.Compare(terms.one_of(["<", "<=", "=", ">="]), term, terms.const())
