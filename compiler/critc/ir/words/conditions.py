"""Conditions in words: one line each, denied by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from critc.ir.nodes import (
    All,
    AnyOf,
    Cases,
    CellOptions,
    CellRange,
    Compare,
    Condition,
    Consecutive,
    DateBetween,
    DateOrder,
    Defined,
    Distinct,
    Except,
    Fact,
    Falls,
    Field,
    HowMany,
    Is,
    KOf,
    Not,
    NumberTerm,
    Range,
    Ref,
    Select,
    Table,
    Truth,
    Value,
    When,
)
from critc.ir.words import atoms, terms
from critc.ir.words.atoms import atom, split
from critc.ir.words.english import enumerated, number_word
from critc.ir.words.names import Names


def clause(condition: Condition, names: Names, positive: bool = True) -> str:
    """A condition in one line, denied where ``positive`` is false."""
    condition = of_formula(condition)
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
        case Table(name, keys):
            by = enumerated([key(each, names) for each in keys], "and")
            title = name.replace("_", " ")
            return _denied_whole(f"as the table “{title}” says, by {by}", positive)
        case Defined(name):
            title = next(each.title for each in names.program.definitions if each.name == name)
            return names.lower(title) if positive else f"not: {names.lower(title)}"
        case HowMany() | Select() | Consecutive():
            return _records(condition, names, positive)
        case _:
            return atom(condition, names, positive)


def inline(condition: Condition, names: Names, positive: bool = True) -> str:
    """A condition inside a sentence: "HBV DNA is at least 1000 IU/mL"."""
    condition = of_formula(condition)
    match condition:
        case Not(part):
            return inline(part, names, not positive)
        case All() | AnyOf() | KOf() | Except() | When() | Cases() | Table() | Defined():
            return clause(condition, names, positive)
        case Select() if said := _of_the_value(condition, names.inside(condition), positive):
            return f"the {selected(condition, names)} is {said}"
        case HowMany() | Select() | Consecutive():
            return clause(condition, names, positive)
        case _:
            return atoms.inline(condition, names, positive)


def of_formula(condition: Condition) -> Condition:
    """What is asked of a formula's value: the same in each alternative that the formula is made of."""
    while condition.at.formula:
        match condition:
            case Cases((first, *_)):
                condition = first.then
            case Table(rows=(row, *_)):
                condition = row.then
            case _:
                break
    return condition


def _denied_whole(words: str, positive: bool) -> str:
    return words if positive else f"this does not hold: {words}"


# ---- headings -------------------------------------------------------------------------------


def heading(condition: Condition, positive: bool = True, of: str = "these") -> str:
    """What must hold of the parts of a list: "all of these hold", "any of these holds"."""
    match condition:
        case Not(part):
            return heading(part, not positive, of)
        case All(parts):
            if not positive:
                return f"not all of {of} hold"
            return f"both of {of} hold" if len(parts) == 2 else f"all of {of} hold"
        case AnyOf(parts):
            if not positive:
                return f"none of {of} holds"
            return f"at least one of {of} holds" if len(parts) == 2 else f"any of {of} holds"
        case KOf(low, high):
            return _k_of(low, high, of, positive)
        case _:
            return "this holds" if positive else "this does not hold"


def _k_of(low: int | None, high: int | None, of: str, positive: bool) -> str:
    if not positive:
        return f"it is not so that {_k_of(low, high, of, True)}"
    if high == 0:
        return f"none of {of} holds"
    return f"{_between(low, high)} of {of} {'holds' if (high or low) == 1 else 'hold'}"


def _between(low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        return f"exactly {number_word(low)}"
    if high is None:
        return f"at least {number_word(low or 0)}"
    if not low:
        return f"at most {number_word(high)}"
    return f"{number_word(low)} {'or' if high == low + 1 else 'to'} {number_word(high)}"


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
    """ "A, and B"; a part that is itself a list begins with "either" or "both"."""
    return f", {word} ".join(_part(part, names) for part in parts)


def _part(part: Condition, names: Names) -> str:
    words = inline(part, names)
    match part:
        case All(parts) if len(parts) > 1:
            return f"{'both' if len(parts) == 2 else 'all of'} {words}"
        case AnyOf(parts) if len(parts) > 1:
            return f"{'either' if len(parts) == 2 else 'any of'} {words}"
        case _:
            return words


def _except(condition: Except, names: Names, positive: bool) -> str:
    part, exception = clause(condition.part, names), inline(condition.exception, names)
    word = "unless" if condition.word == "unless" else "or accepted if"
    return _denied_whole(f"{part}, {word} {exception}", positive)


# ---- alternatives ---------------------------------------------------------------------------


def cases(condition: Cases, names: Names) -> str:
    """Alternatives in one line: "A if B; otherwise C"."""
    words = [
        f"{inline(each.then, names)} if {inline(each.condition, names)}" for each in condition.cases
    ]
    if condition.otherwise is not None:
        words.append(f"otherwise {clause(condition.otherwise, names)}")
    return "; ".join(words)


def key(each: NumberTerm | Ref, names: Names) -> str:
    """What a table is read by."""
    return names.noun(each) if isinstance(each, Fact | Field) else terms.number(each, names)


def cell(each: CellRange | CellOptions | None, of: NumberTerm | Ref, names: Names) -> str:
    """A cell of a table: "from 6 to below 10 years", "female", "any"."""
    match each:
        case None:
            return "any"
        case CellOptions(options):
            ref = of if isinstance(of, Fact | Field) else None
            return enumerated([names.option(ref, o) if ref else o for o in options], "or")
        case CellRange():
            return _cell_range(each, Value(of) if isinstance(of, Fact | Field) else of, names)


def _cell_range(cell: CellRange, of: NumberTerm, names: Names) -> str:
    """A range in a table: "from 6 to below 10 years", "at least 16 years"."""
    first = terms.constant(cell.low, "", of, names) if cell.low is not None else ""
    last = terms.constant(cell.high, "", of, names) if cell.high is not None else ""
    if first == last:
        return first or "any"
    if not last:
        return f"{'at least' if cell.low_closed else 'above'} {first}"
    if not first:
        return f"{'at most' if cell.high_closed else 'below'} {last}"
    start = f"{'from' if cell.low_closed else 'above'} {first.partition(' ')[0]}"
    return f"{start} {'to' if cell.high_closed else 'to below'} {last}"


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
            text = f"{_amount(condition, names, positive)} {own}".rstrip()
            return Described(text, inside, rest=rest)
        case Select(then=then):
            inside = names.inside(condition)
            which = selected(condition, names)
            said = _of_the_value(condition, inside, positive)
            if said:
                return Described(f"{which}: {said}", inside)
            measured = names.lists[condition.records].kind == "measurement"
            lead = "for this result" if measured else "for this one"
            return Described(which, inside, ":", lead, then if positive else Not(then))
        case Consecutive(k, then=then, where=where):
            inside = names.inside(condition)
            among = counting(where, inside)
            title = names.title(names.lists[condition.records])
            row = f"{'' if positive else 'not '}at least {number_word(k)} in a row"
            text = f"{title}: {row}{', counting those ' + among if among else ''}"
            said = _of_the_value(condition, inside, True)
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
    count = "none" if high == 0 else _between(low, high)
    if not isinstance(condition.count, Distinct):
        return count
    noun = names.inside(condition.count).noun(condition.count.of)
    return f"{'no' if high == 0 else count} different entries under “{noun}”, counting those"


def _filtered(where: Condition, names: Names) -> tuple[str, Condition | None]:
    """Where and when a measurement was taken, in words, and what else is asked of a record."""
    if where == Truth(True):
        return "", None
    parts = where.parts if isinstance(where, All) else (where,)
    own = [words for part in parts if (words := _of_a_measurement(part, names))]
    own.sort(key=lambda words: not words.startswith("from the"))
    rest = tuple(part for part in parts if not _of_a_measurement(part, names))
    if not own:
        return "", where
    return " ".join(own), (rest[0] if len(rest) == 1 else All(rest) if rest else None)


def counting(where: Condition, names: Names) -> str:
    """Which records count, in one line: "within 14 days before the first dose"."""
    own, rest = _filtered(where, names)
    return f"{own} {'where ' + inline(rest, names) if rest else ''}".strip()


def _of_a_measurement(part: Condition, names: Names) -> str:
    """The words for where and when a measurement was taken; "" for anything else."""
    match part:
        case Is(Field(_, field) as ref, options) if names.listed(ref).kind == "measurement":
            labels = enumerated([names.option(ref, each) for each in options], "or")
            if field == "visit":
                return f"at the {labels}" if " " in labels else f"at {labels}"
            return f"from the {labels} laboratory" if field == "laboratory" else ""
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
    return f"{condition.order} {of}{names.title(listed)} {where}".rstrip()


def _of_the_value(condition: Select | Consecutive, names: Names, positive: bool) -> str:
    """What is said of the measured value itself: "at least 9 g/dL"; "" if more is said."""
    then = condition.then
    while isinstance(then, Not):
        then, positive = then.part, not positive
    match then:
        case Compare(left=Value(Field(var, "value"))) | Range(term=Value(Field(var, "value"))):
            return split(then, names, positive)[1] if var == condition.var else ""
        case Is(Field(var, "value")) if var == condition.var:
            return split(then, names, positive)[1]
        case _:
            return ""
