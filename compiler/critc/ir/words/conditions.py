"""Conditions in words: one line each, denied by meaning."""

from __future__ import annotations

from collections.abc import Sequence

from critc.ir.nodes import (
    All,
    AnyOf,
    Asked,
    Cases,
    CellOptions,
    CellRange,
    Compare,
    Condition,
    Consecutive,
    Defined,
    Distinct,
    Except,
    Fact,
    Falls,
    Field,
    HowMany,
    Includes,
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
from critc.ir.words import terms
from critc.ir.words.atoms import atom, split
from critc.ir.words.english import enumerated, number_word, plain
from critc.ir.words.names import Names


def clause(condition: Condition, names: Names, positive: bool = True) -> str:
    """A condition in one line, denied where ``positive`` is false; quoted words come first."""
    quoted = said(condition)
    if quoted and positive:
        return quoted if _complete(condition) else f"{quoted}: {_clause(condition, names, True)}"
    return _clause(condition, names, positive)


def said(condition: Condition) -> str:
    """The protocol's own words for a condition, "" if none were quoted or they use operators."""
    words = condition.at.says.strip()
    return "" if plain(words) != words else words


def _complete(condition: Condition) -> bool:
    """Whether quoted words say it all: a name of something to be found, without number or date."""
    return isinstance(condition, Asked | Is | Includes | Not | Defined | All | AnyOf | KOf | Except)


def _clause(condition: Condition, names: Names, positive: bool) -> str:
    match condition:
        case Not(part):
            return clause(part, names, not positive)
        case All() | AnyOf() | KOf():
            return _joined(condition, names, positive)
        case Except():
            return _except(condition, names, positive)
        case When(who, part, otherwise):
            if otherwise:
                return _denied_whole(f"if {clause(who, names)}: {clause(part, names)}", positive)
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
        case HowMany():
            return how_many(condition, names, positive)
        case Select():
            return _select(condition, names, positive)
        case Consecutive():
            return _denied_whole(_consecutive(condition, names), positive)
        case _:
            return atom(condition, names, positive)


def _denied_whole(words: str, positive: bool) -> str:
    return words if positive else f"this does not hold: {words}"


# ---- headings -------------------------------------------------------------------------------


def heading(condition: Condition, positive: bool = True) -> str:
    """What must hold of the parts of a list: "all of these hold", "any of these holds"."""
    match condition:
        case Not(part):
            return heading(part, not positive)
        case All(parts):
            if not positive:
                return "not all of these hold"
            return "both of these hold" if len(parts) == 2 else "all of these hold"
        case AnyOf():
            return "any of these holds" if positive else "none of these holds"
        case KOf(low, high, parts):
            return _k_of(low, high, len(parts), positive)
        case _:
            return "this holds" if positive else "this does not hold"


def _k_of(low: int | None, high: int | None, of: int, positive: bool) -> str:
    if not positive:
        return f"it is not so that {_k_of(low, high, of, True)}"
    if high == 0:
        return "none of these holds"
    return f"{_between(low, high)} of these {'holds' if (high or low) == 1 else 'hold'}"


def _between(low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        return f"exactly {number_word(low)}"
    if high is None:
        return f"at least {number_word(low or 0)}"
    if not low:
        return f"at most {number_word(high)}"
    return f"{number_word(low)} to {number_word(high)}"


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
    words = clause(part, names)
    if said(part):
        return words
    match part:
        case All(parts) if len(parts) > 1:
            return f"{'both' if len(parts) == 2 else 'all of'} {words}"
        case AnyOf(parts) if len(parts) > 1:
            return f"{'either' if len(parts) == 2 else 'any of'} {words}"
        case _:
            return words


def _except(condition: Except, names: Names, positive: bool) -> str:
    part, exception = clause(condition.part, names), clause(condition.exception, names)
    word = "unless" if condition.word == "unless" else "or accepted if"
    return _denied_whole(f"{part}, {word} {exception}", positive)


# ---- alternatives ---------------------------------------------------------------------------


def cases(condition: Cases, names: Names) -> str:
    """Alternatives in one line: "A if B; otherwise C"."""
    words = [
        f"{clause(each.then, names)} if {clause(each.condition, names)}" for each in condition.cases
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
        case CellRange(low, high, low_closed, high_closed):
            number = Value(of) if isinstance(of, Fact | Field) else of
            first = terms.constant(low, "", number, names) if low is not None else ""
            last = terms.constant(high, "", number, names) if high is not None else ""
            words = [f"{'at least' if low_closed else 'above'} {first}"] if first else []
            words += [f"{'at most' if high_closed else 'below'} {last}"] if last else []
            if first and first == last:
                return first
            return " and ".join(words) or "any"


# ---- over records ---------------------------------------------------------------------------


def how_many(condition: HowMany, names: Names, positive: bool = True) -> str:
    """So many records, in one line: "transfusions: none within 7 days before …"."""
    inside = names.inside(condition.count)
    where = filtered(condition.count.where, inside)
    return f"{amount_of(condition, names, positive)}{' ' + where if where else ''}"


def amount_of(condition: HowMany, names: Names, positive: bool = True) -> str:
    """How many of which list: "corticosteroid courses: at least one"."""
    low, high = condition.low, condition.high
    title = names.title(names.lists[condition.count.records])
    if not positive and low is not None and high is None:
        low, high, positive = None, low - 1, True
    elif not positive and not low and high is not None:
        low, high, positive = high + 1, None, True
    count = "none" if high == 0 else _between(low, high)
    if isinstance(condition.count, Distinct):
        noun = names.inside(condition.count).noun(condition.count.of)
        count = f"{'no' if high == 0 else count} different entries for {noun}, counting those"
    return f"{title}: {'' if positive else 'not '}{count}"


def filtered(where: Condition, names: Names) -> str:
    """Which records count: "from the central laboratory within 14 days before the first dose"."""
    if where == Truth(True):
        return ""
    parts = where.parts if isinstance(where, All) and not said(where) else (where,)
    own = [words for part in parts if (words := _of_a_measurement(part, names))]
    own.sort(key=lambda words: not words.startswith("from the"))
    rest = [part for part in parts if not _of_a_measurement(part, names)]
    with_rest = f"with {_series(rest, names, 'and')}" if rest else ""
    return " ".join([*own, with_rest]).strip()


def _of_a_measurement(part: Condition, names: Names) -> str:
    """The words for where and when a measurement was taken; "" for anything else."""
    match part:
        case Is(Field(_, field) as ref, options) if names.listed(ref).kind == "measurement":
            labels = enumerated([names.lower(names.option(ref, each)) for each in options], "or")
            if field == "visit":
                return f"at the {labels}" if " " in labels else f"at {labels}"
            return f"from the {labels} laboratory" if field == "laboratory" else ""
        case Falls(term) if terms.is_date_of_measurement(term, names):
            return split(part, names)[1]
        case _:
            return ""


def selected(condition: Select, names: Names) -> str:
    """Which record is meant: "latest haemoglobin within 14 days before the first dose"."""
    listed = names.lists[condition.records]
    where = filtered(condition.where, names.inside(condition))
    of = "" if listed.kind == "measurement" else "of the "
    return f"{condition.order} {of}{names.title(listed)} {where}".rstrip()


def _select(condition: Select, names: Names, positive: bool) -> str:
    inside = names.inside(condition)
    then = condition.then
    which = selected(condition, names)
    while isinstance(then, Not):
        then, positive = then.part, not positive
    match then:
        case Compare(left=Value(ref)) | Range(term=Value(ref)) | Is(ref) if _is_value(
            ref, condition
        ):
            return f"{which}: {split(then, inside, positive)[1]}"
        case _:
            return f"{which}: {clause(then, inside, positive)}"


def _is_value(ref: Ref, condition: Select) -> bool:
    return isinstance(ref, Field) and ref.var == condition.var and ref.name == "value"


def _consecutive(condition: Consecutive, names: Names) -> str:
    inside = names.inside(condition)
    title = names.title(names.lists[condition.records])
    where = filtered(condition.where, inside)
    among = f", among those {where}" if where else ""
    each = clause(condition.then, inside)
    return f"{title}: {number_word(condition.k)} in a row{among}, each with {each}"
