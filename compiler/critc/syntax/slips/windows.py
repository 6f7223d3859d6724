"""Slips in windows, lengths of time and dates."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic
from critc.syntax.slips.spot import Spot

_LENGTH = (
    r"(?:the (?:longer|shorter|greater|smaller) of .+|\w+\([^()]*\)|[\w.]+ ?[×*] ?\w+"
    r"|\d+(?:\.\d+)?(?: [A-Za-z]+)?|[A-Za-z]\w*)"
)
_UNIT_OF_TIME = r"(?:days?|d|weeks?|wk|months?|mo|years?|a|hours?|h)\b"
_TIME = rf"\d+(?:\.\d+)? ?{_UNIT_OF_TIME}"
_STOP = r"(?= *(?:$|where\b|if\b|otherwise\b|\"))"
_WITHIN_OF = re.compile(rf"\bwithin {_LENGTH}? (?P<of>of|from)\b")
_RECENT = re.compile(
    rf"\b(?:with)?in (?:the )?(?:last|past|previous|preceding) (?P<length>{_TIME}|year|month|week|day)?"
)
_PRIOR = re.compile(
    r"\b(?P<word>prior to|previous to|preceding|ahead of|earlier than|following|since|later than"
    r"|subsequent to|until|till|up to|no later than|no earlier than|post|pre|around)\b"
)
_PLAIN = {
    "prior to": "before", "previous to": "before", "preceding": "before", "ahead of": "before",
    "earlier than": "before", "pre": "before", "following": "after", "later than": "after",
    "subsequent to": "after", "post": "after", "since": "on or after",
    "no later than": "on or before", "no earlier than": "on or after", "until": "on or before",
    "till": "on or before", "up to": "on or before", "around": "before or after",
}  # fmt: skip
_NO_MOMENT = re.compile(rf"\b(?P<window>(?:within|less than) {_TIME}){_STOP}")
_NO_MOMENT_AFTER_SIDE = re.compile(
    r"\b(?:within|throughout|at least|more than|less than|on or) .*"
    rf"\b(?P<side>before or after|before|after){_STOP}"
)
_NO_SIDE = re.compile(
    rf"\b(?P<length>(?:at least|more than|throughout|for at least) {_TIME}){_STOP}"
)
_SIDE_FORGOTTEN = re.compile(
    rf"\b(?:within|less than|at least|more than|throughout) {_TIME} (?P<moment>[A-Za-z]\w*)"
)
_NO_WORD = re.compile(
    rf"\b(?!(?:within|least|most|than|throughout|from|to|and|for|exactly|last) )[A-Za-z]\w*"
    rf" (?P<length>{_TIME}) (?:before or after|before|after)\b"
)
_SIGN_FOR_WORD = re.compile(
    rf"(?P<sign>[<>]=?|[≤≥]) ?(?={_TIME} (?:before or after|before|after)\b)"
)
_WORD_FOR_SIGN = {
    "<": "less than", "≤": "within", "<=": "within", ">": "more than", "≥": "at least",
    ">=": "at least",
}  # fmt: skip
_TWO_LENGTHS = re.compile(
    rf"(?P<subject>.*\S) within (?P<lengths>(?P<one>\d+(?:\.\d+)?)(?: {_UNIT_OF_TIME})? ?"
    rf"(?:-|–|—|to|and) ?(?P<other>\d+(?:\.\d+)?) (?P<unit>{_UNIT_OF_TIME}))"
    r" (?P<rest>(?:before|after)\b.*)$"
)
_NO_UNIT = re.compile(
    r"\b(?:within|less than|at least|more than|throughout) (?P<number>\d+(?:\.\d+)?) (?:before|after)\b"
)
_FOR = re.compile(rf"\bfor (?P<length>{_TIME})")
_AGO = re.compile(rf"\b(?P<ago>{_TIME} ago)\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?i:{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DATE = re.compile(
    r"(?<![\w-])(?:(?P<year>\d{4})[/.‐‑–—−](?P<month>\d{1,2})[/.‐‑–—−](?P<day>\d{1,2})"
    r"|(?P<other>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d(?:-\d{1,2})?|\d{4}-\d{2}-\d"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\.? )?{_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}))"
    r"(?![\w-])"
)


def within_of(spot: Spot) -> Diagnostic | None:
    """``within 4 weeks of first_dose``"""
    match = _WITHIN_OF.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0141",
        spot.found(match, "of"),
        f"`within … {match['of']}` does not say on which side of the moment.",
        label="before, after, or either?",
        help="Write `before`, `after` or `before or after`."
        " If the protocol leaves it open, take a reading and add a `query ambiguous`.",
    )


def recent(spot: Spot) -> Diagnostic | None:
    """``in the last 2 weeks``"""
    match = _RECENT.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0143",
        spot.found(match),
        "This window does not say from which day it is counted back.",
        label="back from which day?",
        help=f"Name the moment: `within {_length(match['length'])} before screening`.",
    )


def _length(words: str | None) -> str:
    """``year`` is ``1 year``."""
    return words if words and words[0].isdigit() else f"1 {words}" if words else "2 weeks"


def ago(spot: Spot) -> Diagnostic | None:
    """``at least 2 weeks ago``"""
    match = _AGO.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0143",
        spot.found(match, "ago"),
        "`ago` does not say from which day it is counted back.",
        label="back from which day?",
        help="Name the moment: `at least 2 weeks before screening`.",
    )


def prior_to(spot: Spot) -> Diagnostic | None:
    """``prior to``, ``following``, ``since``"""
    match = _PRIOR.search(spot.code)
    if not match:
        return None
    plain = _PLAIN[match["word"]]
    return Diagnostic(
        "E0142",
        spot.found(match, "word"),
        f"Write `{plain}` for `{match['word']}`.",
        label=f"`{plain}`",
        help="The words are `before`, `after`, `on or before`, `on or after`, `before or after`, `at`.",
        replacement=plain,
    )


def no_moment(spot: Spot) -> Diagnostic | None:
    """``within 14 days`` and no more"""
    match = _NO_MOMENT.search(spot.code)
    if match:
        return Diagnostic(
            "E0143",
            spot.found(match, "window"),
            "This window does not say before or after what.",
            label="before or after which moment?",
            help=f"Name the moment: `{match['window']} before first_dose`.",
        )
    match = _NO_MOMENT_AFTER_SIDE.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0143",
        spot.found(match, "side"),
        f"Nothing stands after `{match['side']}`.",
        label=f"{match['side']} which moment?",
        help=f"Name the moment: `{match['side']} first_dose`.",
    )


def no_side(spot: Spot) -> Diagnostic | None:
    """``at least 2 weeks`` and no more; ``within 2 weeks first_dose``"""
    match = _NO_SIDE.search(spot.code)
    if match:
        return Diagnostic(
            "E0144",
            spot.found(match, "length"),
            "This length of time does not say before or after what.",
            label="before or after which moment?",
            help=f"Name the moment: `{match['length']} before first_dose`.",
        )
    match = _SIDE_FORGOTTEN.search(spot.code)
    if not match or match["moment"] in ("of", "from", "before", "after", "on", "to", "ago"):
        return None
    moment = match["moment"]
    return Diagnostic(
        "E0144",
        spot.found(match, "moment"),
        "Between the length of time and the moment a word is missing.",
        label=f"before or after {moment}?",
        help=f"Write `before {moment}` or `after {moment}`.",
    )


def no_word(spot: Spot) -> Diagnostic | None:
    """``progressed 6 months after first_dose``"""
    match = _NO_WORD.search(spot.code)
    if not match:
        return None
    length = match["length"]
    return Diagnostic(
        "E0144",
        spot.found(match, "length"),
        "Is this as much, at least as much, or at most as much?",
        label="within, at least, more than, less than?",
        help=f"Write `within {length}` for 0 to {length}, `at least {length}` for {length} or longer.",
    )


def sign_for_word(spot: Spot) -> Diagnostic | None:
    """``major_surgery < 28 days before study_entry``"""
    match = _SIGN_FOR_WORD.search(spot.code)
    if not match:
        return None
    sign = match["sign"]
    word = _WORD_FOR_SIGN[sign]
    return Diagnostic(
        "E0144",
        spot.found(match),
        f"A time before or after a moment is said in words, not with {sign}.",
        label=f"`{word}`?",
        help=f"Write `{word} {spot.written(match.end())}`.",
        replacement=f"{word} ",
    )


def two_lengths(spot: Spot) -> Diagnostic | None:
    """``within 28 to 14 days before first_dose``"""
    match = _TWO_LENGTHS.match(spot.code)
    if not match:
        return None
    shorter, longer = sorted((match["one"], match["other"]), key=float)
    subject, rest = match["subject"], spot.written(match.start("rest"))
    return Diagnostic(
        "E0132",
        spot.found(match, "lengths"),
        "A window has one length; here two are given.",
        label="not earlier than one, not later than the other?",
        help="Write both below `all of`, if that is what is meant:\n"
        f"    - {subject} within {longer} {match['unit']} {rest}\n"
        f"    - {subject} at least {shorter} {match['unit']} {rest}",
    )


def no_unit(spot: Spot) -> Diagnostic | None:
    """``within 14 before first_dose``, where the line has another mistake as well"""
    match = _NO_UNIT.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0145",
        spot.found(match, "number"),
        "This number has no unit.",
        label="days, weeks, months?",
        help=f"Write the unit: `{match['number']} days`.",
    )


def bare_for(spot: Spot) -> Diagnostic | None:
    """``for 10 days``"""
    match = _FOR.search(spot.code)
    if not match:
        return None
    length = match["length"]
    return Diagnostic(
        "E0146",
        spot.found(match, "length"),
        f"`for {length}`: at least as long, or longer?",
        label="at least, or more than?",
        help=f"Write `for at least {length} within … before …` or `for more than {length} …`.",
    )


def other_date(spot: Spot) -> Diagnostic | None:
    """``2026/03/02``, ``2 March 2026``"""
    match = _DATE.search(spot.code)
    if not match:
        return None
    if match["year"]:
        mended: str | None = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    else:
        mended = _with_month_in_words(match["other"])
    return Diagnostic(
        "E0147",
        spot.found(match),
        "A date is written year, month, day: 2026-03-02.",
        label=f"{mended}?" if mended else "which is the day, which the month?",
        help="Write 2026-03-02; where the day is not known 2026-03, and 2026 if the month is not either.",
        replacement=mended,
    )


def _with_month_in_words(words: str) -> str | None:
    """``20 February 2008`` is 2008-02-20; None where the month is a number, or no month at all."""
    named, year = re.search("[A-Za-z]{3}", words), _YEAR.search(words)
    month = named.group().lower() if named else ""
    if not year or month not in _MONTHS:
        return None
    day = _DAY.search(words)
    date = f"{year.group()}-{_MONTHS.index(month) + 1:02}"
    return f"{date}-{int(day.group()):02}" if day else date
