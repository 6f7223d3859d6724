"""Atoms in words: what is compared, asked or dated, said or denied in one line."""

from __future__ import annotations

import re

from critc.ir.dictionary import Choice, Date, Number, Period
from critc.ir.nodes import (
    Asked,
    Atom,
    Compare,
    Const,
    DateBetween,
    DateOrder,
    During,
    Falls,
    Field,
    Includes,
    InParts,
    Is,
    LastsFor,
    NumberTerm,
    Range,
    ReferenceLimit,
    Status,
    Throughout,
    Touches,
    Truth,
    Value,
)
from critc.ir.words import terms
from critc.ir.words.days import day_of
from critc.ir.words.english import capital, denied, enumerated, plain, stated, there
from critc.ir.words.names import Names
from critc.ir.words.periods import Course, course
from critc.ir.words.walk import walk

_COMPARED = {
    "<": "below", "<=": "at most", "=": "exactly", "!=": "other than", ">=": "at least", ">": "above",
}  # fmt: skip
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
    if isinstance(condition, Course):
        return course(condition, names, positive)
    subject, predicate = split(condition, names, positive)
    if not subject:
        return predicate
    if subject.endswith("?"):
        return f"{capital(subject)} Answer: {predicate}"
    if " been " in subject:
        return _sentence(condition, names, positive)
    return f"{subject}{':' if _needs_colon(subject, condition) else ''} {predicate}"


def _sentence(condition: Atom, names: Names, positive: bool) -> str:
    """A subject that has its verb: "it has not been cured since 2 March 2024 or earlier"."""
    subject, predicate = split(condition, names)
    if not positive:
        subject = subject.replace(" been ", " not been ", 1)
    if re.match(r"(?:\d.* or more|more than \d.*) before ", predicate):
        subject = re.sub(r" since$", " for", subject)
    if re.match(r"(?:within|less than) \d", predicate):
        subject = subject.removesuffix(" since")
    if subject.endswith(" since"):
        predicate = predicate.removeprefix("on ")
    return f"{subject} {predicate}"


def inline(condition: Atom, names: Names, positive: bool) -> str:
    """An atom inside a sentence: "route is topical"; a question is quoted with its answer."""
    if isinstance(condition, Asked):
        words = there(plain(names.declared(condition.ref).question), positive)
        if words:
            return words
    subject, predicate = split(condition, names, positive)
    if subject.endswith("?"):
        return f"“{capital(subject)}” is answered: {predicate}"
    if not subject:
        return f"“{predicate}” is answered yes" if predicate.endswith("?") else predicate
    if " been " in subject or subject == "measured" or isinstance(condition, Status):
        return atom(condition, names, positive)
    if isinstance(condition, Includes):
        return _includes_inline(condition, names, positive)
    if isinstance(condition, InParts):
        return f"the {subject} is {predicate}"
    if isinstance(condition, Is) and re.search(r":| is | are ", predicate):
        return f"“{subject}” is answered: {predicate}"
    said = f"{'are' if _plural(subject) else 'is'} {predicate}"
    return f"{_the(subject, condition, names)}{_pause(subject)} {said}"


def _pause(subject: str) -> str:
    """The comma that closes a remark in the subject: "the dose, as prednisone, is"."""
    _, comma, remark = re.sub(r"\([^()]*\)", "", subject).rpartition(", ")
    return "," if comma and not re.search(r" (?:and|or) ", remark) else ""


NO_ARTICLE = (
    "the|an?|this|that|its|her|his|their|all|each|any|no|what|which|who|whom|how|why|where|when|whether"
    "|taken|given|used"
)


def _the(subject: str, condition: Atom, names: Names) -> str:
    """The subject with its article, if it is what one record says: "the date", "the drug"."""
    if re.match(f"(?:{NO_ARTICLE}) ", subject):
        return subject
    fields = [node for node in walk(condition) if isinstance(node, Field)]
    own = bool(fields) and names.listed(fields[0]).kind == "records"
    return f"the {subject}" if own or re.search(r" of (?:the|this|her|his) ", subject) else subject


def _plural(subject: str) -> bool:
    head = re.split(r" (?:of|for|in|from|with|on|at|by|that|which|who) |[,(]", subject)[0].strip()
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def _needs_colon(subject: str, condition: Atom) -> bool:
    """Whether a reader needs help to see where the subject ends; a sentence needs none."""
    if isinstance(condition, Status):
        return False
    long = len(subject.split()) > 3 or subject == "date"
    return isinstance(condition, Is | Includes | InParts) or long


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
        case Is(ref) if isinstance(names.declared(ref).type, Date | Period):
            return names.noun(ref), "never" if positive else "at some time"
        case Is(Field(_, "laboratory") as ref, options) if (
            names.which(ref) == names.title(names.listed(ref))
            and names.listed(ref).kind == "measurement"
        ):
            labels = enumerated([names.option(ref, each) for each in options], "or")
            return "", f"the result is {no}from the {labels} laboratory"
        case Is(ref, options):
            return names.noun(ref), _one_of([names.option(ref, each) for each in options], positive)
        case Includes():
            return names.noun(condition.ref), _includes(condition, names, positive)
        case DateOrder(op, left, right):
            order = "on" if op == "=" and day_of(right, names.dates) else _ORDERED[op]
            day = terms.known(right, names)
            if op == "=":
                day = day.removeprefix("the day of ")
            return terms.dated(left, names), f"{no}{order} {day}"
        case DateBetween():
            return terms.dated(condition.term, names), no + _between(condition, names)
        case Falls(term, window):
            return terms.dated(term, names), no + terms.window(window, names)
        case Touches() | Throughout() | During() | LastsFor():
            return "", course(condition, names, positive)
        case InParts(parts):
            titles = [each.title for each in names.program.parts if each.name in parts]
            return "part of the study", f"{no}{enumerated([plain(each) for each in titles], 'or')}"
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
    if _is_normal_range(condition):
        where = "within" if positive else "outside"
        return subject, f"{where} the laboratory’s normal range"
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


def _is_normal_range(condition: Range) -> bool:
    """Whether a value is compared with both of its own laboratory's limits, as they are."""
    match condition:
        case Range(
            Value(ref), ReferenceLimit(low, "lower"), ReferenceLimit(high, "upper"), True, True
        ):
            return ref == low == high
        case _:
            return False


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
        return listed(options, "or")
    return f"not {options[0]}" if len(options) == 1 else f"neither {listed(options, 'nor')}"


def listed(options: list[str], word: str) -> str:
    """Options in one line, in quotation marks where they would run into each other."""
    if len(options) > 1:
        options = quoted(options)
    return enumerated(options, word)


def quoted(options: list[str]) -> list[str]:
    """Options in quotation marks, if one of them reads like several or runs into what follows."""
    several = any(re.search(r",| or | and ", each) for each in options)
    return [f"“{each}”" for each in options] if several else options


def _includes(condition: Includes, names: Names, positive: bool) -> str:
    options = quoted([names.option(condition.ref, each) for each in condition.options])
    match condition.mode:
        case "any" if positive:
            return f"{enumerated(options, 'or')} among them"
        case "any":
            return (
                f"{options[0]} not among them"
                if len(options) == 1
                else (f"neither {enumerated(options, 'nor')} among them")
            )
        case "all":
            all_of_them = {1: "", 2: "both "}.get(len(options), "all ")
            no = "" if positive else "not "
            return f"{enumerated(options, 'and')} {no}{all_of_them}among them"
        case "only":
            return (
                f"{'nothing' if positive else 'something'} other than {enumerated(options, 'or')}"
            )


def _includes_inline(condition: Includes, names: Names, positive: bool) -> str:
    """What a set includes, inside a sentence: "sites include lung or liver"."""
    subject = names.noun(condition.ref)
    if condition.mode == "only" or subject.endswith("?"):
        return atom(condition, names, positive)
    options = [names.option(condition.ref, each) for each in condition.options]
    word = "or" if condition.mode == "any" else "and"
    plural = _plural(subject) or _plural(subject.partition(" ")[0])
    verb = "include" if plural or not positive else "includes"
    no = "" if positive else "do not " if plural else "does not "
    both = "both " if word == "and" and len(options) == 2 else ""
    the = _the(subject, condition, names)
    return f"{the} {no}{verb} {both}{listed(options, word)}"


# ---- dates and periods ----------------------------------------------------------------------


def _between(condition: DateBetween, names: Names) -> str:
    low, high = terms.known(condition.low, names), terms.known(condition.high, names)
    if condition.low_closed and condition.high_closed:
        return f"from {low} to {high}"
    return (
        f"{'on or after' if condition.low_closed else 'after'} {low} and "
        f"{'on or before' if condition.high_closed else 'before'} {high}"
    )
