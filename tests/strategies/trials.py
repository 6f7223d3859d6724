"""Conditions as trials have them: nested tables and alternatives, washout, change, parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from hypothesis import strategies as st

from critc.ir import dictionary as d
from critc.ir import nodes as n
from strategies.conditions import RELS, Conditions
from strategies.terms import NUMBERS, Terms

PARTS = ("phase_1", "phase_2", "cohort_a")
MOST_ROWS = 12
Cell = n.CellRange | n.CellOptions | None


@dataclass(frozen=True)
class OfTrials(Conditions):
    """Draws what real criteria are made of; what is in it is plain, or of the same kind."""

    parts: Sequence[str] = PARTS
    plain: Conditions = field(default_factory=lambda: Conditions(parts=PARTS))

    def __call__(self, terms: Terms, depth: int) -> n.Condition:
        if depth <= 0:
            return self.atom(terms)
        constructs: list[Callable[[Terms, int], n.Condition]] = [
            self.nested_table,
            self.nested_table,
            self.nested_cases,
            self.nested_cases,
            self.washout,
            self.washout,
            self.change,
            self.change,
            self.member,
            self.member,
            self.so_many_in_a_row,
            self.recorded,
            self.stable,
            self.months_old,
        ]
        return terms.one_of(constructs)(terms, depth - 1)

    def atom(self, terms: Terms) -> n.Condition:
        """A comparison of a record's own, where there is one; now and then any atom."""
        if terms.draw(st.integers(0, 3)) == 0:
            return self.plain.atom(terms)
        return terms.one_of([self.asked, self.limited, self.is_option, self.limited])(terms)

    def limited(self, terms: Terms) -> n.Condition:
        return n.Compare(terms.one_of(["<", "<=", ">=", ">"]), terms.value(), terms.const())

    # ---- tables and alternatives in each other ----

    def thens(self, terms: Terms, depth: int, wanted: int) -> list[n.Condition]:
        """What rows or alternatives say; several may say the same, as formulas make them do."""
        if terms.chance():
            said = [self(terms, depth) for _ in range(terms.one_of([1, 2, 3]))]
        else:
            left, strict = terms.value(), terms.chance()
            said = [n.Compare("<" if strict else ">=", left, terms.const()) for _ in range(3)]
        return [terms.one_of(said) for _ in range(wanted)]

    def nested_cases(self, terms: Terms, depth: int) -> n.Condition:
        whens = [self(terms, terms.one_of([0, 0, depth])) for _ in range(terms.one_of([1, 2, 3]))]
        thens = self.thens(terms, depth, len(whens) + 1)
        otherwise = thens[-1] if terms.chance() else None
        return n.Cases(tuple(map(n.Case, whens, thens)), otherwise)

    def nested_table(self, terms: Terms, depth: int) -> n.Condition:
        """A table with one, two or three keys of any kind."""
        pairs = [self.key(terms) for _ in range(terms.one_of([1, 1, 2, 2, 3]))]
        every = list(product(*(cells for _, cells in pairs)))
        kept = [cells for cells in every if terms.draw(st.integers(0, 4))][:MOST_ROWS]
        chosen = kept or every[:1]
        thens = self.thens(terms, depth, len(chosen) + 1)
        otherwise = thens[-1] if terms.draw(st.integers(0, 2)) == 0 else None
        rows = tuple(map(n.Row, chosen, thens))
        return n.Table("limits", tuple(key for key, _ in pairs), rows, otherwise)

    def key(self, terms: Terms) -> tuple[n.NumberTerm | n.Ref, Sequence[Cell]]:
        """A key of a table, and the cells that part it."""
        if terms.chance():
            ref = terms.ref(d.Choice, d.YesNo, d.Judged)
            return ref, self.option_cells(terms, ref)
        options: list[Callable[[], n.NumberTerm]] = [
            terms.value,
            terms.value,
            terms.age,
            partial(terms.convert, 0),
            partial(terms.arithmetic, 0),
            partial(terms.extreme, 0),
            partial(terms.rounded, 1),
            partial(terms.root, 0),
            terms.days_between,
            terms.limit,
            partial(terms.counted, 0),
            partial(terms.aggregate, 0),
        ]
        return terms.one_of(options)(), self.number_cells(terms)

    # ---- records ----

    def washout(self, terms: Terms, depth: int) -> n.Condition:
        """A count of records that each has its own window: by a table, or by alternatives."""
        del depth
        listed = next(one for one in terms.lists if one.name == "therapies")
        inner, var = terms.binding(listed)
        windows = [self.window_of(inner, var) for _ in range(4)]
        table = n.Table(
            "washout",
            (n.Field(var, "kind"),),
            tuple(
                n.Row((n.CellOptions((one.name,)),), windows[i])
                for i, one in enumerate(_options(listed.field("kind")))
                if terms.draw(st.integers(0, 4))
            ),
            windows[-1] if terms.chance() else None,
        )
        barred: n.Condition = table if table.rows else windows[0]
        if terms.chance():
            barred = n.Cases((n.Case(self.atom(inner), windows[0]),), barred)
        where = n.All((self.atom(inner), barred)) if terms.chance() else barred
        low, high = terms.one_of([(1, None), (None, 0), (2, None)])
        return n.HowMany(n.Count("therapies", var, where), low, high)

    def window_of(self, terms: Terms, var: str) -> n.Condition:
        moment = n.DateOf(n.Fact(terms.one_of(["consent", "first_dose"])))
        window = n.Window(terms.one_of(RELS), terms.length(), "before", moment)
        if terms.chance():
            return n.Falls(n.DateOf(n.Field(var, "stopped")), window)
        ends = n.EndOf(n.Field(var, "given"), "start"), n.EndOf(n.Field(var, "given"), "end")
        return n.Touches(*ends, window)

    def change(self, terms: Terms, depth: int) -> n.Condition:
        """The latest result compared with the earliest, by ratio, difference or relative change."""
        del depth
        name = terms.one_of(["hb", "karnofsky"])
        listed = next(one for one in terms.lists if one.name == name)
        late, later = terms.binding(listed)
        both, earlier = late.binding(listed)
        now, before = (n.Value(n.Field(var, "value")) for var in (later, earlier))
        moved = n.Arith("-", now, before)
        left = terms.one_of([moved, n.Arith("/", moved, before), n.Arith("/", now, before)])
        then = n.Compare(terms.one_of(["<", "<=", ">", ">="]), left, terms.const())
        days = [n.DateOf(n.Field(var, "date")) for var in (earlier, later)]
        first: n.Condition = n.DateOrder("<", days[0], days[1])
        first = n.All((first, self.atom(both))) if terms.chance() else first
        baseline = n.Select("earliest", name, earlier, days[0], first, then)
        which: n.Condition = n.Truth(True) if terms.chance() else self.atom(late)
        return n.Select("latest", name, later, days[1], which, baseline)

    def so_many_in_a_row(self, terms: Terms, depth: int) -> n.Condition:
        """Consecutive results that themselves need a table, a window or a part of the study."""
        listed = terms.one_of(terms.lists)
        inner, var = terms.binding(listed)
        where = self.atom(inner) if terms.chance() else n.Truth(True)
        then = self(inner, min(depth, 1))
        day = terms.day_of_record(listed, var)
        return n.Consecutive(terms.one_of([2, 3, 4]), listed.name, var, day, where, then)

    def recorded(self, terms: Terms, depth: int) -> n.Condition:
        """A total, a mean of the last few or a number of different ones, between two ends."""
        del depth
        term = terms.one_of([terms.aggregate, terms.aggregate, terms.mean, terms.distinct])(0)
        if terms.chance():
            return n.Compare(terms.one_of(["<=", "=", ">="]), term, terms.const())
        low, high = sorted(terms.one_of(NUMBERS) for _ in range(2))
        return n.Range(term, n.Const(low), n.Const(high), terms.chance(), terms.chance())

    # ---- the patient ----

    def member(self, terms: Terms, depth: int) -> n.Condition:
        """A list of which some members are asked only in some parts of the study."""
        members = [self(terms, terms.one_of([0, depth])) for _ in range(terms.one_of([1, 2, 3]))]
        heading = terms.one_of(["all", "any", "some of"])
        asked = tuple(
            n.When(self.in_parts(terms), member, heading == "all") if terms.chance() else member
            for member in members
        )
        if heading == "all":
            return n.All(asked)
        return n.AnyOf(asked) if heading == "any" else n.KOf(1, 2, asked)

    def stable(self, terms: Terms, depth: int) -> n.Condition:
        """A stable dose, or off it: for the longer of half-lives and a written length."""
        del depth
        half_lives = terms.recorded()
        length = n.ExtremeLength(terms.one_of(["shorter", "longer"]), (half_lives, terms.written()))
        ref = terms.ref(d.Period)
        ends = n.EndOf(ref, "start"), n.EndOf(ref, "end")
        moment = n.DateOf(n.Fact("first_dose"))
        on = n.Throughout(*ends, terms.one_of(["at least", "more than"]), length, "before", moment)
        off = n.Falls(ends[1], n.Window(terms.one_of(RELS), length, "before", moment))
        joined: list[n.Condition] = [on, off, n.AnyOf((on, off)), n.AnyOf((n.Not(on), off))]
        return terms.one_of(joined)

    def months_old(self, terms: Terms, depth: int) -> n.Condition:
        del depth
        moment = n.DateOf(n.Fact(terms.one_of(["consent", "first_dose"])))
        age = n.Age("months", n.DateOf(n.Fact("birth")), moment)
        if terms.chance():
            return n.Compare(terms.one_of(["<", ">="]), age, terms.const())
        return n.Range(age, terms.const(), terms.const(), terms.chance(), terms.chance())


def _options(declared: d.Declared) -> tuple[d.Option, ...]:
    assert isinstance(declared.type, d.Choice)
    return declared.type.options
