"""Conditions in words: one line each, denied by meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from critc.ir.nodes import (
    All,
    AnyOf,
    Cases,
    Compare,
    Condition,
    Consecutive,
    Count,
    DateBetween,
    DateOrder,
    Defined,
    Distinct,
    Except,
    Falls,
    Field,
    HowMany,
    Is,
    KOf,
    Not,
    NumberTerm,
    Range,
    Select,
    Table,
    Truth,
    Value,
    When,
)
from critc.ir.words import atoms, terms
from critc.ir.words.atoms import atom, split
from critc.ir.words.english import enumerated, number_word
from critc.ir.words.headings import between, heading
from critc.ir.words.names import THIS, Names
from critc.ir.words.tables import tabled
from critc.ir.words.walk import walk


def clause(condition: Condition, names: Names, positive: bool = True) -> str:
    """A condition in one line, denied where ``positive`` is false."""
    if found := computed(condition, names, positive):
        return f"{found.subject}: {found.predicate}"
    match condition:
        case Not(part):
            return clause(part, names, not positive)
        case All() | AnyOf() | KOf():
            return _joined(condition, names, positive)
        case Except():
            return _except(condition, names, positive)
        case When(who, part, otherwise):
            if otherwise:
                return _denied_whole(f"if {inline(who, names)}: {clause(part, names)}", positive)
            return _joined(All((who, part)), names, positive)
        case Cases():
            return _denied_whole(cases(condition, names), positive)
        case Table():
            return _denied_whole(tabled(condition, names), positive)
        case Defined(name):
            title = names.program.definition(name).title
            return names.lower(title) if positive else f"not: {names.lower(title)}"
        case HowMany() | Select() | Consecutive():
            return _records(condition, names, positive)
        case _:
            return atom(condition, names, positive)


def inline(condition: Condition, names: Names, positive: bool = True) -> str:
    """A condition inside a sentence: "HBV DNA is at least 1000 IU/mL"."""
    if found := computed(condition, names, positive):
        return f"{found.subject} is {found.predicate}"
    match condition:
        case Not(part):
            return inline(part, names, not positive)
        case Except():
            return _except(condition, names, positive, inline)
        case All() | AnyOf() | KOf() | When() | Cases() | Table() | Defined():
            return clause(condition, names, positive)
        case Select() if said := _of_the_value(
            condition.then, condition.var, names.inside(condition), positive
        ):
            return f"the {selected(condition, names)} is {said}"
        case HowMany() | Select() | Consecutive():
            return clause(condition, names, positive)
        case _:
            return atoms.inline(condition, names, positive)


Dated = Falls | DateOrder | DateBetween


@dataclass(frozen=True, slots=True)
class Computed:
    """A comparison of what is computed from several values, or of a formula's value.

    ``picks`` are the results it is computed from, each with the names that hold around it;
    ``formula`` is the formula's title, or "".
    """

    subject: str
    predicate: str
    formula: str
    compared: Compare | Range | Dated
    picks: tuple[tuple[Select, Names], ...]


def computed(condition: Condition, names: Names, positive: bool = True) -> Computed | None:
    """A comparison inside the picks, alternatives and tables that its number is made of; else None.

    A formula asks the same in each of its alternatives: the first is taken.
    """
    picks: list[tuple[Select, Names]] = []
    while not isinstance(condition, Compare | Range | Dated):
        match condition:
            case Not(part):
                condition, positive = part, not positive
            case Cases((first, *_)) if condition.at.formula:
                condition = first.then
            case Table(rows=(row, *_)) if condition.at.formula:
                condition = row.then
            case Select():
                picks.append((condition, names))
                words = selected(condition, names)
                names = names.inside(condition).introducing(condition.var, words)
                condition = condition.then
            case _:
                return None
    formula, subject = "", ""
    if isinstance(condition, Compare | Range):
        compared = condition.left if isinstance(condition, Compare) else condition.term
        formula = names.lower(compared.at.formula)
        subject = _computed_from(formula, compared, tuple(picks), names)
    if not formula and not _is_of_several(condition, picks, names):
        return None
    words, predicate = split(condition, names, positive)
    return Computed(subject or words, predicate, formula, condition, tuple(picks))


def _is_of_several(
    condition: Compare | Range | Dated, picks: Sequence[tuple[Select, Names]], names: Names
) -> bool:
    """Whether a comparison is of more than one result with a constant."""
    if not picks or any(names.lists[pick.records].kind == "records" for pick, _ in picks):
        return False
    match condition:
        case Compare(left=Value(ref)) | Range(term=Value(ref)):
            return len(picks) > 1 or ref != Field(picks[0][0].var, "value")
        case Falls(term) | DateOrder(left=term) | DateBetween(term):
            return len(picks) > 1 or not terms.is_date_of_measurement(term, names)
        case _:
            return True


def _computed_from(
    formula: str, compared: NumberTerm, picks: tuple[tuple[Select, Names], ...], names: Names
) -> str:
    """What is compared: a formula's value with what its results have in common, or in full."""
    if not formula:
        return terms.number(compared, names)
    titles = dict.fromkeys(names.title(names.lists[pick.records]) for pick, _ in picks)
    windows = {counting(pick.where, around.inside(pick)) for pick, around in picks}
    if len(picks) > 1 and len(titles) == 1:
        return f"{formula} of {next(iter(titles))}"
    if len(windows) > 1:
        used = [f"the {selected(pick, around)}" for pick, around in picks if is_used(pick)]
        return f"{formula}, with {enumerated(used, 'and')}"
    common = "".join(windows)
    return f"{formula} {'' if common == names.assumed else common}".rstrip()


def is_used(pick: Select) -> bool:
    """Whether more than the day of a picked result is used."""
    fields = [node for node in walk(pick.then) if isinstance(node, Field) and node.var == pick.var]
    return any(field.name != "date" for field in fields)


def _denied_whole(words: str, positive: bool) -> str:
    return words if positive else f"this does not hold: {words}"


# ---- lists ----------------------------------------------------------------------------------


def _joined(condition: All | AnyOf | KOf, names: Names, positive: bool) -> str:
    parts = condition.parts
    if len(parts) == 1 and not isinstance(condition, KOf):
        return clause(parts[0], names, positive)
    match condition:
        case All():
            if positive:
                return _series(parts, names, "and")
        case AnyOf():
            if positive:
                return _series(parts, names, "or")
            return _series([Not(part) for part in parts], names, "and")
        case KOf():
            pass
    listed = "; ".join(clause(part, names) for part in parts)
    return f"{heading(condition, positive)}: {listed}"


def _series(parts: Sequence[Condition], names: Names, word: str) -> str:
    """ "A, and B"; a part that is a list begins with "either" or "both", a longer one has brackets."""
    return f", {word} ".join(_part(part, names) for part in parts)


def _part(part: Condition, names: Names) -> str:
    words = inline(part, names)
    match part:
        case All(parts) if len(parts) > 2:
            return f"({words})"
        case All(parts) if len(parts) > 1:
            return f"both {words}"
        case AnyOf(parts) if len(parts) > 1:
            return f"either {words}"
        case _:
            return words


def _except(
    condition: Except,
    names: Names,
    positive: bool,
    said: Callable[[Condition, Names], str] = clause,
) -> str:
    part, exception = said(condition.part, names), inline(condition.exception, names)
    word = "unless" if condition.word == "unless" else "or accepted if"
    return _denied_whole(f"{part}, {word} {exception}", positive)


# ---- alternatives ---------------------------------------------------------------------------


def cases(condition: Cases, names: Names) -> str:
    """Alternatives in one line: "A if B; otherwise C"."""
    words = [
        f"{inline(each.then, names)} if {inline(each.condition, names)}" for each in condition.cases
    ]
    if condition.otherwise is not None:
        words.append(f"otherwise {inline(condition.otherwise, names)}")
    return "; ".join(words)


# ---- over records ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Described:
    """A condition over records: which they are, and what is said of each of them.

    ``rest`` is said of a record in terms of ``names``; None: nothing more is said. ``joint`` leads
    to it inside a line (" where"), ``lead`` in the heading above lines ("where").
    """

    text: str
    names: Names
    joint: str = " where"
    lead: str = "where"
    rest: Condition | None = None


def described(
    condition: HowMany | Select | Consecutive, names: Names, positive: bool = True
) -> Described:
    """A condition over records in its parts: "transfusions: none", "where …"."""
    match condition:
        case HowMany(count):
            inside = names.inside(count)
            own, rest = _filtered(count.where, inside)
            if (
                positive
                and condition.high == 0
                and isinstance(rest, Not)
                and isinstance(count, Count)
            ):
                title = f"{names.title(names.lists[count.records])} {own}".rstrip()
                text = f"{title}: none, or for each of them"
                return Described(text, inside, ":", "", rest.part)
            if isinstance(rest, Not) and isinstance(rest.part, All | AnyOf):
                rest = Except(Truth(True), rest.part, "unless")
            text = _amount(condition, names, positive)
            said = _of_the_value(rest, count.var, inside, True) if isinstance(count, Count) else ""
            if rest is not None and said:
                text = f"{text} that {'are' if text.endswith('s') else 'is'} {said}"
                return Described(f"{text}, {own}" if own else text, inside)
            return Described(f"{text} {own}".rstrip(), inside, rest=rest)
        case Select() if found := computed(condition, names, positive):
            return Described(f"{found.subject}: {found.predicate}", names)
        case Select(then=then):
            inside = names.inside(condition)
            which = selected(condition, names)
            said = _of_the_value(then, condition.var, inside, positive)
            if said:
                return Described(f"{which}: {said}", inside)
            measured = names.lists[condition.records].kind == "measurement"
            lead = f"for {THIS}" if measured else "for this one"
            about = inside.about(condition.var) if measured else inside
            return Described(which, about, ":", lead, then if positive else Not(then))
        case Consecutive(k, then=then, where=where):
            inside = names.inside(condition)
            among = counting(where, inside)
            title = names.title(names.lists[condition.records])
            results = " results" if names.lists[condition.records].kind == "measurement" else ""
            row = f"{'' if positive else 'not '}at least {number_word(k)}{results} in a row"
            text = f"{title}: {row}{', counting those ' + among if among else ''}"
            said = _of_the_value(then, condition.var, inside, True)
            if said:
                return Described(f"{text}, each {said}", inside)
            return Described(text, inside, ", for each", "for each", then)


def _records(condition: HowMany | Select | Consecutive, names: Names, positive: bool) -> str:
    said = described(condition, names, positive)
    if said.rest is None:
        return said.text
    if isinstance(said.rest, Except) and said.rest.part == Truth(True):
        return f"{said.text}, not counted if {inline(said.rest.exception, said.names)}"
    return f"{said.text}{said.joint} {inline(said.rest, said.names)}"


def _amount(condition: HowMany, names: Names, positive: bool) -> str:
    """How many of which list: "corticosteroid courses: at least one"."""
    low, high = condition.low, condition.high
    title = names.title(names.lists[condition.count.records])
    if not positive and low is not None and high is None:
        return f"{title}: {_count_of(condition, None, low - 1, names)}"
    if not positive and not low and high is not None:
        return f"{title}: {_count_of(condition, high + 1, None, names)}"
    return f"{title}: {'' if positive else 'not '}{_count_of(condition, low, high, names)}"


def _count_of(condition: HowMany, low: int | None, high: int | None, names: Names) -> str:
    count = "none" if high == 0 else between(low, high)
    if not isinstance(condition.count, Distinct):
        measured = names.lists[condition.count.records].kind == "measurement"
        few = f"{count} result{'' if (high or low) == 1 else 's'}" if high != 0 else "no result"
        return few if measured else count
    noun = names.inside(condition.count).noun(condition.count.of)
    return f"{'no' if high == 0 else count} different entries under “{noun}”, counting those"


def _filtered(where: Condition, names: Names) -> tuple[str, Condition | None]:
    """Where and when a measurement was taken, in words, and what else is asked of a record."""
    if where == Truth(True):
        return "", None
    parts = tuple(_all_of(where))
    places = [
        words
        for part in parts
        if isinstance(part, Is) and (words := _of_a_measurement(part, names))
    ]
    places.sort(key=lambda words: not words.startswith("from the"))
    times = [
        words
        for part in parts
        if not isinstance(part, Is) and (words := _of_a_measurement(part, names))
    ]
    times.sort(key=len)
    rest = tuple(part for part in parts if not _of_a_measurement(part, names))
    return " ".join((*places, " and ".join(times))).rstrip(), _excepting(rest) if rest else None


def _all_of(where: Condition) -> Iterator[Condition]:
    """What all must hold of a record: a list in the list is one list with it."""
    if isinstance(where, All):
        for part in where.parts:
            yield from _all_of(part)
    else:
        yield where


def _excepting(parts: tuple[Condition, ...]) -> Condition:
    """All of the parts; a denied list at their end excepts the record that the others hold of.

    So does what excepts the last part alone: of a record that is excepted, not all hold.
    """
    *first, last = parts
    if not first:
        return last
    match last:
        case Not(All((_, _, *_)) as exception) | Not(AnyOf((_, _, *_)) as exception):
            return Except(All(tuple(first)) if first[1:] else first[0], exception, "unless")
        case Except(part, exception, "unless"):
            return Except(All((*first, *_all_of(part))), exception, "unless")
        case _:
            return All(parts)


def counting(where: Condition, names: Names) -> str:
    """Which records count, in one line: "within 14 days before the first dose"."""
    own, rest = _filtered(where, names)
    return f"{own} {'where ' + inline(rest, names) if rest else ''}".strip()


def _of_a_measurement(part: Condition, names: Names) -> str:
    """The words for where and when a measurement was taken; "" for anything else."""
    match part:
        case Is(Field(_, field) as ref, options) if names.listed(ref).kind == "measurement":
            labels = [names.option(ref, each) for each in options]
            if field == "visit":
                on = "on" if re.search(r"\bday\b", labels[0], re.IGNORECASE) else "at"
                return f"{on} {enumerated([terms.visit(each) for each in labels], 'or')}"
            if field == "laboratory":
                return f"from the {enumerated(labels, 'or')} laboratory"
            return ""
        case Falls(term) | DateOrder(left=term) | DateBetween(term) if terms.is_date_of_measurement(
            term, names
        ):
            return split(part, names)[1]
        case _:
            return ""


def selected(condition: Select, names: Names) -> str:
    """Which record is meant: "latest haemoglobin within 14 days before the first dose"."""
    listed = names.lists[condition.records]
    of = "" if listed.kind == "measurement" else "of the "
    where = counting(condition.where, names.inside(condition))
    said = "" if where == names.assumed else where
    return f"{condition.order} {of}{names.title(listed)} {said}".rstrip()


def _of_the_value(then: Condition | None, var: str, names: Names, positive: bool) -> str:
    """What is said of the measured value itself: "at least 9 g/dL"; "" if more is said."""
    while isinstance(then, Not):
        then, positive = then.part, not positive
    match then:
        case Table() if positive and not then.at.formula:
            return tabled(then, names)
        case Cases() if positive and not then.at.formula:
            return _limits(then, var, names)
        case Compare(left=Value(Field(of, "value"))) | Range(term=Value(Field(of, "value"))):
            return split(then, names, positive)[1] if of == var else ""
        case Is(Field(of, "value")) if of == var:
            return split(then, names, positive)[1]
        case _:
            return ""


def _limits(of: Cases, var: str, names: Names) -> str:
    """Limits of the measured value by alternatives: "at most 5 if C; otherwise at most 3"; or ""."""
    lists = All | AnyOf | KOf | Except | When | Cases | Table
    thens = [case.then for case in of.cases]
    said = [_of_the_value(then, var, names, True) for then in thens]
    if not all(said) or any(
        isinstance(each, lists) for each in (*thens, *(c.condition for c in of.cases))
    ):
        return ""
    words = [
        f"{each} if {inline(case.condition, names)}"
        for each, case in zip(said, of.cases, strict=True)
    ]
    if of.otherwise is None:
        return "; ".join((*words, "not known if none of these applies"))
    last = "" if isinstance(of.otherwise, lists) else _of_the_value(of.otherwise, var, names, True)
    return "; ".join((*words, f"otherwise {last}")) if last else ""
