"""Periods in words: that a state or a course lies in a window, covers it, or lasts so long."""

from __future__ import annotations

import re
from typing import Literal

from critc.ir.nodes import DateTerm, During, EndOf, LastsFor, Throughout, Touches, Window
from critc.ir.words import terms
from critc.ir.words.days import date_words, day_of, window_dates
from critc.ir.words.english import aside
from critc.ir.words.names import Names

Course = Touches | Throughout | During | LastsFor


def course(condition: Course, names: Names, positive: bool) -> str:
    """What is said of a period, in one line: "the effusion has been stable throughout …"."""
    subject = _subject(condition.start, condition.end, names)
    days = re.fullmatch(r"first to last day(?: of (.+))?", subject)
    state = re.fullmatch(
        r"first to last day on which (.+? (?:was|were|had|has|is|are))( .+)", subject
    )
    if isinstance(condition, Touches) and condition.window.rel in ("at least", "more than"):
        return _ended(condition.window, days[1] or "it" if days else subject, names, positive)
    when = _when(condition, names, positive)
    if days:
        return f"{days[1] or 'it'} was {'' if positive else 'not '}ongoing {when}"
    if state:
        return f"{state[1]}{'' if positive else ' not'}{state[2]} {when}"
    if " been " in subject:
        return f"{subject if positive else subject.replace(' been ', ' not been ', 1)} {when}"
    colon = ":" if len(subject.split()) > 3 else ""
    return f"{subject}{colon} {when if positive else _denied(when)}"


def _subject(start: DateTerm, end: DateTerm, names: Names) -> str:
    match start, end:
        case EndOf(ref, "start"), EndOf(other, "end") if ref == other:
            return names.noun(ref)
        case _:
            return f"the time from {terms.dated(start, names)} to {terms.dated(end, names)}"


def _ended(window: Window, subject: str, names: Names, positive: bool) -> str:
    """At least so long before or after a moment: what counts is the end that is nearer to it."""
    verb = {"before": "ended", "after": "began", "around": "ended or began"}[window.side]
    link = ", which" if " been " in subject else ":" if len(subject.split()) > 3 else ""
    words = f"{subject}{link} {verb} {terms.window(window, names)}"
    return words if positive else f"this does not hold: {words}"


def _when(condition: Course, names: Names, positive: bool) -> str:
    match condition:
        case Touches(window=window):
            return f"at any time {terms.window(window, names)}"
        case Throughout():
            return _throughout(condition, names, positive)
        case During(moment=moment):
            words = terms.known(moment, names)
            is_day = day_of(moment, names.dates) or words.startswith("the day ")
            return f"{'on' if is_day else 'on the day of'} {words}"
        case LastsFor(rel=rel, length=length, window=window):
            return f"for {rel} {terms.length(length, names)} {_inside(window, names)}"


def _denied(when: str) -> str:
    if when.startswith("at any time "):
        return "at no time " + when.removeprefix("at any time ")
    return f"not {when}"


def _inside(window: Window, names: Names) -> str:
    """The part of a period that counts: "in the time from … to … (within 90 days before …)"."""
    if window_dates(window, names.dates):
        return f"in the time {terms.window(window, names)}"
    return terms.window(window, names)


def _throughout(condition: Throughout, names: Names, positive: bool) -> str:
    """ "since A or earlier and still on B"; denied, one of these days is enough: "at all times"."""
    rel: Literal["at least", "more than"] = condition.rel
    far = Window(rel, condition.length, condition.side, condition.moment)
    length, short = terms.length(condition.length, names), bool(window_dates(far, names.dates))
    at = terms.moment(condition.moment, names, short)
    more = "more than " if rel == "more than" else ""
    rule = f"throughout {more}the {length.removeprefix('1 ').removeprefix('the ')} {condition.side} {at}"
    stretches = window_dates(far, names.dates)
    day = day_of(condition.moment, names.dates)
    if not stretches or day is None:
        return rule
    far_day = stretches[0].last or stretches[0].first
    assert far_day is not None
    first, last = (date_words(each) for each in sorted((far_day, day)))
    if not positive:
        return aside(f"at all times from {first} to {last}", rule)
    return aside(f"since {first} or earlier and still on {last}", rule)
