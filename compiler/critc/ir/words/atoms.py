"""Atoms in words: what is compared, asked or dated, said or denied in one line."""

from __future__ import annotations

import re
from typing import Literal

from critc.ir.dictionary import Choice, Number
from critc.ir.nodes import (
    Asked,
    Atom,
    Compare,
    Const,
    DateBetween,
    DateOrder,
    DateTerm,
    During,
    EndOf,
    Falls,
    Includes,
    InParts,
    Is,
    LastsFor,
    NumberTerm,
    Range,
    Status,
    Throughout,
    Touches,
    Truth,
    Value,
    Window,
)
from critc.ir.words import terms
from critc.ir.words.days import date_words, day_of, window_dates
from critc.ir.words.english import aside, capital, denied, enumerated, plain, stated
from critc.ir.words.names import Names

_COMPARED = {
    "<": "below", "<=": "at most", "=": "exactly", "!=": "other than", ">=": "at least", ">": "above",
}  # fmt: skip
_WITH_VERB = Status | Includes | Touches | Throughout | During | LastsFor
_OPPOSITE = {"<": ">=", "<=": ">", "=": "!=", "!=": "=", ">=": "<", ">": "<="}
_ORDERED = {
    "<": "before",
    "<=": "on or before",
    "=": "on the day of",
    ">=": "on or after",
    ">": "after",
}


def atom(condition: Atom, names: Names, positive: bool) -> str:
    """An atom in one line; denied where ``positive`` is false."""
    subject, predicate = split(condition, names, positive)
    if not subject:
        return predicate
    if subject.endswith("?"):
        return f"{capital(subject)} {capital(predicate)}"
    if " been " in subject:
        return _sentence(condition, names, positive)
    return f"{subject}{':' if _needs_colon(subject, condition) else ''} {predicate}"


def _sentence(condition: Atom, names: Names, positive: bool) -> str:
    """A subject that has its verb: "it has not been cured since 2 March 2024 or earlier"."""
    subject, predicate = split(condition, names)
    if not positive:
        subject = subject.replace(" been ", " not been ", 1)
    if subject.endswith(" since"):
        predicate = predicate.removeprefix("on ")
    return f"{subject} {predicate}"


def inline(condition: Atom, names: Names, positive: bool) -> str:
    """An atom inside a sentence: "route is topical"; a question is quoted with its answer."""
    subject, predicate = split(condition, names, positive)
    if subject.endswith("?"):
        return f"“{capital(subject)}” is answered: {predicate}"
    if not subject:
        return f"“{predicate}” is answered yes" if predicate.endswith("?") else predicate
    if " been " in subject or _days(subject) or isinstance(condition, _WITH_VERB):
        return atom(condition, names, positive)
    if isinstance(condition, Is) and re.search(r":| is | are ", predicate):
        return f"“{subject}” is answered: {predicate}"
    return f"{subject} {'are' if _plural(subject) else 'is'} {predicate}"


def _plural(subject: str) -> bool:
    head = re.split(r" (?:of|for|in|from|with|on|at|by) |[,(]", subject)[0].strip()
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def _needs_colon(subject: str, condition: Atom) -> bool:
    """Whether a reader needs help to see where the subject ends; a sentence needs none."""
    if isinstance(condition, Status):
        return False
    long = len(subject.split()) > 3 or subject == "date"
    return isinstance(condition, Is | Includes) or long or _days(subject)


def _days(subject: str) -> bool:
    """Whether a period is asked as its days: "First to last day"."""
    return subject.startswith("first to last ")


def split(condition: Atom, names: Names, positive: bool = True) -> tuple[str, str]:
    """What an atom is about, and what it says of it: ("HBV DNA", "at least 1000 IU/mL")."""
    no = "" if positive else "not "
    match condition:
        case Truth(value):
            return "", "holds always" if value == positive else "holds never"
        case Asked(ref):
            question = plain(names.declared(ref).question)
            return "", (stated if positive else denied)(question, names.proper)
        case Compare():
            return _compare(condition, names, positive)
        case Range():
            return _range(condition, names, positive)
        case Is(ref, options):
            return names.noun(ref), _one_of([names.option(ref, each) for each in options], positive)
        case Includes():
            return names.noun(condition.ref), _includes(condition, names, positive)
        case DateOrder(op, left, right):
            order = "on" if op == "=" and day_of(right, names.dates) else _ORDERED[op]
            return terms.dated(left, names), f"{no}{order} {terms.known(right, names)}"
        case DateBetween():
            return terms.dated(condition.term, names), no + _between(condition, names)
        case Falls(term, window):
            own = terms.is_date_of_measurement(term, names)
            return "" if own else terms.dated(term, names), no + terms.window(window, names)
        case Touches() | Throughout() | During() | LastsFor():
            subject = period(condition.start, condition.end, names)
            return subject, _course(condition, names, _days(subject), positive)
        case InParts(parts):
            titles = [each.title for each in names.program.parts if each.name in parts]
            return (
                "",
                f"{no or ''}in {enumerated([plain(each) for each in titles], 'or')} of the study",
            )
        case Status(criterion):
            return status(criterion, names, positive)


def status(criterion: str, names: Names, positive: bool) -> tuple[str, str]:
    """Another criterion's status: ("inclusion 7", "is fulfilled")."""
    of = next(each for each in names.program.criteria if each.id == criterion)
    if of.kind == "inclusion":
        return f"inclusion {of.number}", "is fulfilled" if positive else "is not fulfilled"
    return f"exclusion {of.number}", "does not bar the patient" if positive else "bars the patient"


# ---- numbers and choices --------------------------------------------------------------------


def _compare(condition: Compare, names: Names, positive: bool) -> tuple[str, str]:
    op = condition.op if positive else _OPPOSITE[condition.op]
    left, right = condition.left, condition.right
    subject = terms.number(left, names)
    limit = terms.number(right, names, left)
    if isinstance(left, Value) and isinstance(names.declared(left.ref).type, Choice):
        ranked = {
            "<": f"below {limit}",
            "<=": f"{limit} or below",
            "=": limit,
            "!=": f"other than {limit}",
            ">=": f"{limit} or above",
            ">": f"above {limit}",
        }
        return subject, ranked[op]
    return subject, f"{_COMPARED[op]} {limit}"


def _range(condition: Range, names: Names, positive: bool) -> tuple[str, str]:
    subject = terms.number(condition.term, names)
    low, high = condition.low, condition.high
    few = _whole_numbers(condition, names)
    if few:
        return subject, enumerated(few, "or") if positive else f"neither {enumerated(few, 'nor')}"
    ends = terms.number(low, names, condition.term), terms.number(high, names, condition.term)
    if condition.low_closed and condition.high_closed:
        words = f"from {_shared_unit(*ends)}"
    else:
        words = (
            f"{'at least' if condition.low_closed else 'above'} {ends[0]} and "
            f"{'at most' if condition.high_closed else 'below'} {ends[1]}"
        )
    return subject, words if positive else f"not {words}"


def _shared_unit(low: str, high: str) -> str:
    """ "18 to 75 years" from "18 years" and "75 years"."""
    figures, _, unit = low.partition(" ")
    shared = bool(unit) and high.partition(" ")[2] == unit
    return f"{figures} to {high}" if shared else f"{low} to {high}"


def _whole_numbers(condition: Range, names: Names) -> list[str]:
    """The members of a range of two or three whole numbers: ECOG 0 to 1 is "0 or 1"."""
    low, high = condition.low, condition.high
    if not (condition.low_closed and condition.high_closed and _is_whole(condition.term, names)):
        return []
    if not (isinstance(low, Const) and isinstance(high, Const)):
        return []
    first, last = low.value, high.value
    if first.denominator != 1 or last.denominator != 1 or not 0 < last - first <= 2:
        return []
    unit = terms.constant(last, high.shown, condition.term, names).partition(" ")[2]
    figures = [str(int(first) + step) for step in range(int(last - first) + 1)]
    return [*figures[:-1], f"{figures[-1]} {unit}".rstrip()]


def _is_whole(term: NumberTerm, names: Names) -> bool:
    if not isinstance(term, Value):
        return False
    kind = names.declared(term.ref).type
    return isinstance(kind, Number) and kind.whole


def _one_of(options: list[str], positive: bool) -> str:
    if positive:
        return enumerated(options, "or")
    return f"not {options[0]}" if len(options) == 1 else f"neither {enumerated(options, 'nor')}"


def _includes(condition: Includes, names: Names, positive: bool) -> str:
    options = [names.option(condition.ref, each) for each in condition.options]
    match condition.mode:
        case "any" if positive:
            return f"{enumerated(options, 'or')} among them"
        case "any":
            return (
                f"{_one_of(options, True)} not among them"
                if len(options) == 1
                else (f"neither {enumerated(options, 'nor')} among them")
            )
        case "all":
            return f"{enumerated(options, 'and')} {'all' if positive else 'not all'} among them"
        case "only":
            return (
                f"{'nothing' if positive else 'something'} other than {enumerated(options, 'or')}"
            )


# ---- dates and periods ----------------------------------------------------------------------


def _between(condition: DateBetween, names: Names) -> str:
    low, high = terms.known(condition.low, names), terms.known(condition.high, names)
    if condition.low_closed and condition.high_closed:
        return f"from {low} to {high}"
    return (
        f"{'on or after' if condition.low_closed else 'after'} {low} and "
        f"{'on or before' if condition.high_closed else 'before'} {high}"
    )


def period(start: DateTerm, end: DateTerm, names: Names) -> str:
    """A period as the subject of a line."""
    match start, end:
        case EndOf(ref, "start"), EndOf(other, "end") if ref == other:
            return names.noun(ref)
        case _:
            return f"the time from {terms.dated(start, names)} to {terms.dated(end, names)}"


def _course(
    condition: Touches | Throughout | During | LastsFor, names: Names, days: bool, positive: bool
) -> str:
    no = "" if positive else "not "
    match condition:
        case Touches(window=window):
            return _touches(window, names, days, positive)
        case Throughout():
            return no + _throughout(condition, names)
        case During(moment=moment):
            return f"{no}{'including' if days else 'going on on'} {terms.known(moment, names)}"
        case LastsFor(rel=rel, length=length, window=window):
            return f"{no}for {rel} {terms.length(length, names)} {_inside(window, names)}"


def _inside(window: Window, names: Names) -> str:
    """The part of a period that counts: "in the time from … to … (within 90 days before …)"."""
    if window_dates(window, names.dates):
        return f"in the time {terms.window(window, names)}"
    return terms.window(window, names)


def _touches(window: Window, names: Names, days: bool, positive: bool) -> str:
    """``within`` asks for any day, ``at least`` and ``more than`` for the near end."""
    if window.rel in ("within", "less than"):
        some = ("at least one day", "no day") if days else ("at any time", "at no time")
        return f"{some[0] if positive else some[1]} {terms.window(window, names)}"
    began = {"before": "ended ", "after": "began ", "around": "ended or began "}[window.side]
    return ("" if positive else "not ") + terms.window(window, names, began)


def _throughout(condition: Throughout, names: Names) -> str:
    rel: Literal["at least", "more than"] = condition.rel
    far = Window(rel, condition.length, condition.side, condition.moment)
    length, short = terms.length(condition.length, names), bool(window_dates(far, names.dates))
    at = terms.moment(condition.moment, names, short)
    more = "more than " if rel == "more than" else ""
    rule = f"throughout {more}the {length.removeprefix('1 ')} {condition.side} {at}"
    stretches = window_dates(far, names.dates)
    day = day_of(condition.moment, names.dates)
    if not stretches or day is None:
        return rule
    first, last = stretches[0].first, stretches[0].last
    if last is not None:
        return aside(f"from {date_words(last)} or earlier until {date_words(day)} or later", rule)
    assert first is not None
    return aside(f"from {date_words(day)} or earlier until {date_words(first)} or later", rule)
