"""Slips in numbers, units, signs and ranges."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic
from critc.syntax.slips.spot import Spot

_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[, ]\d{3})+(?![\w,]*\d)")
_DECIMAL_COMMA = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\w,]*\d)")
_LETTER_X = re.compile(r"\d ?([xX]) ?(?=ULN|LLN|\d|\(|[a-z])")
_BROKEN_UNIT = re.compile(
    r"\d ?(?P<unit>(?P<upper>[A-Za-z%µμ\[\]{}]+)(?: ?/ | /)(?P<lower>[A-Za-z%µμ\[\]{}][\w.]*))"
)
_UNIT_IN_WORDS = re.compile(
    r"\d ?(?P<unit>(?P<upper>[A-Za-zµμ]+) (?:per|a) (?P<lower>[A-Za-zµμ]\w*))"
)
_BACKSLASH = re.compile(r"\d ?(?P<unit>(?P<upper>[A-Za-z%µμ\d^]+)\\(?P<lower>[A-Za-zµμ]\w*))")
_MERCURY = re.compile(r"\bmm Hg\b")
_TWO_POINTS = re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?![\w.])")
_SIGN = re.compile(r"==|!=|≠|<>|=>|=<|≧|≦|⩾|⩽|>/=|</=|±|\+/-|~|≈|[<>] +=|= +[<>]|&&?|\|\|")
_SIGNS = {
    "==": "=", "=>": "≥", "=<": "≤", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", ">/=": "≥", "</=": "≤",
    ">=": "≥", "<=": "≤",
}  # fmt: skip
_DASH_FOR_MINUS = re.compile(r"(?<=[\w)]) ?(?P<dash>[–—]) ?(?=[\w(])")
_BOLD = re.compile(r"(?P<marks>\*\*|__|(?<![\w*])\*(?=\w))(?P<words>[^*_]+)(?:\*\*|__|\*)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED_UNIT = re.compile(r"(?P<power>10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)(?P<rest>/\w+)?")
_NO_TIMES = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<gap> ?)(?P<limit>ULN|LLN|uln|lln)\b")
_TIMES_IN_WORDS = re.compile(
    r"(?P<number>\d+(?:\.\d+)?) ?(?:times|fold|-fold) (?:the )?(?P<limit>(?i:ULN|LLN)\b"
    r"|(?:institutional )?(?P<side>upper|lower) limits? of (?:the )?normal(?: range)?\b)"
)
_UNIT_AND_MORE = re.compile(
    r"\d ?(?P<unit>[A-Za-zµμ%]+) (?P<more>(?P<often>(?:once|twice|three times|four times|\d times)"
    r"(?: a day| daily| per day)?|b\.?i\.?d\b\.?|t\.?i\.?d\b\.?|q\.?d\b\.?|p\.?o\b\.?)|daily|weekly"
    r"|monthly)"
)
_VALUE = r"[-−+]?\d+(?:\.\d+)?"
_CHAINED = re.compile(
    rf"(?P<low>{_VALUE})(?: ?[^\s<≤]+)? ?(?P<first><=?|≤) ?(?P<subject>[A-Za-z]\w*(?: of \w+)*)"
    rf" ?(?P<second><=?|≤) ?(?P<high>{_VALUE}(?: \S+)?)"
)
_BETWEEN = re.compile(
    rf"[\w)] (?P<range>(?:is )?between (?P<low>{_VALUE})(?: [^\s\d]\S*)?"
    rf" (?:and|to) (?P<high>{_VALUE}(?: [^\s\d]\S*)?))"
)
_BARE_RANGE = re.compile(
    rf"\b(?!from )[\w)]+ (?P<range>(?:(?:is|=) )?(?:from )?(?!\d{{4}}-)"
    rf"(?P<low>{_VALUE}) ?(?:-|–|—|to) ?"
    rf"(?P<high>{_VALUE}(?: [^\s\d]\S*)?))"
)
_SIGNED_RANGE = re.compile(
    rf"[\w)] (?P<range>(?:>=|≥) ?(?P<low>{_VALUE})(?: ?%)? ?(?:-|–|—|to|and|,)+ ?"
    rf"(?P<second><=?|≤) ?(?P<high>{_VALUE}(?: [^\s\d]\S*)?))"
)
_SIGNS_IN_WORDS = {
    "at least": "≥", "no less than": "≥", "not less than": "≥", "minimum": "≥", "or more": "≥",
    "greater than or equal to": "≥", "more than": ">", "greater than": ">", "higher than": ">",
    "over": ">", "above": ">", "exceeds": ">", "at most": "≤", "no more than": "≤",
    "not more than": "≤", "maximum": "≤", "up to": "≤", "less than or equal to": "≤",
    "less than": "<", "fewer than": "<", "lower than": "<", "under": "<", "below": "<",
    "equal to": "=", "equals": "=", "exactly": "=",
}  # fmt: skip
_COMPARED_IN_WORDS = re.compile(
    r"(?P<subject>(?:completed (?:years|months) from [A-Za-z]\w* to )?[A-Za-z]\w*(?: of \w+)*)"
    r" (?P<words>(?:is )?(?P<phrase>"
    + "|".join(sorted(_SIGNS_IN_WORDS, key=len, reverse=True))
    + r")) (?=[-−+]?\d|ULN|LLN|the )"
)
_TIME = re.compile(r"[-−+]?\d+(?:\.\d+)? (?:d|days?|wk|weeks?|mo|months?|a|years?|h|hours?)\b")


def grouped_digits(spot: Spot) -> Diagnostic | None:
    """``75,000``: no reader knows whether it is seventy-five thousand or seventy-five."""
    match = _GROUPED.search(spot.code)
    if not match:
        return None
    digits = re.sub("[, ]", "", match.group())
    return Diagnostic(
        "E0133",
        spot.found(match),
        "A number is written without commas or spaces inside.",
        label="one number, or two?",
        help=f"Write {digits}; a decimal point is a dot.",
        replacement=digits,
    )


def decimal_comma(spot: Spot) -> Diagnostic | None:
    """``1,5``"""
    match = _DECIMAL_COMMA.search(spot.code)
    if not match:
        return None
    decimal = f"{match[1]}.{match[2]}"
    return Diagnostic(
        "E0133",
        spot.found(match),
        "A decimal point is a dot, not a comma.",
        label=f"{decimal}?",
        help=f"Write {decimal}.",
        replacement=decimal,
    )


def letter_x(spot: Spot) -> Diagnostic | None:
    """``3 x ULN``"""
    match = _LETTER_X.search(spot.code)
    if not match:
        return None
    start, end = match.span(1)
    padded = " " * (spot.code[start - 1] != " ") + "×" + " " * (spot.code[end] != " ")
    return Diagnostic(
        "E0134",
        spot.found(match, 1),
        "This is the letter x, not a multiplication sign.",
        label="the letter x",
        help="Write × or * to multiply, with a space on both sides.",
        replacement=padded,
    )


def broken_unit(spot: Spot) -> Diagnostic | None:
    """``10 mg /d``, ``10 mg per day``, ``9 g\\dL``"""
    patterns = (_BROKEN_UNIT, _UNIT_IN_WORDS, _BACKSLASH)
    match = next(filter(None, (pattern.search(spot.code) for pattern in patterns)), None)
    if not match:
        return None
    whole = f"{match['upper']}/{match['lower']}"
    return Diagnostic(
        "E0135",
        spot.found(match, "unit"),
        "In a unit stands /, not \\."
        if "\\" in match["unit"]
        else "A unit is written as one word, without spaces.",
        label=f"{whole}?",
        help=f"Write {whole}: a space before the unit, none inside it.",
        replacement=whole,
    )


def mercury(spot: Spot) -> Diagnostic | None:
    """``mm Hg``"""
    match = _MERCURY.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0135",
        spot.found(match),
        "A unit is written as one word, without spaces.",
        label="mm[Hg]?",
        help="Write mm[Hg]: millimetres of mercury.",
        replacement="mm[Hg]",
    )


def two_points(spot: Spot) -> Diagnostic | None:
    """``1.5.2``"""
    match = _TWO_POINTS.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0133",
        spot.found(match),
        "A number has one decimal point at most.",
        label="which number?",
        help="Write the number that the protocol has.",
    )


def unknown_sign(spot: Spot) -> Diagnostic | None:
    """``==``, ``≠``, ``=>``, ``±``"""
    match = _SIGN.search(spot.code)
    if not match:
        return None
    sign = match.group()
    known = _SIGNS.get(_in_order(sign))
    if known:
        advice = f"Write {known}."
    elif sign in ("!=", "≠", "<>"):
        advice = "For a choice write `is not`; for a number, one line for below and one for above."
    elif sign[0] in "&|":
        advice = "Below `all of`, or `any of`, each condition has a line and a dash."
    elif sign in ("±", "+/-"):
        advice = (
            "Write `within 3 days before or after` the moment, or a range with `is from … to …`."
        )
    else:
        advice = "Write the range that is meant: `is from … to …`."
    return Diagnostic(
        "E0136",
        spot.found(match),
        f"The sign {sign} is not used here.",
        label=f"{known}?" if known else "another way",
        help=f"{advice} The signs are < ≤ = ≥ >.",
        replacement=known,
    )


def _in_order(sign: str) -> str:
    """``> =`` and ``= >`` as they are typed."""
    plain = sign.replace(" ", "")
    return f"{plain[1]}=" if " " in sign and plain[0] == "=" else plain


def dash_for_minus(spot: Spot) -> Diagnostic | None:
    """``after – before``, with the dash that a word processor puts in"""
    match = _DASH_FOR_MINUS.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0136",
        spot.found(match, "dash"),
        f"This is a dash, {match['dash']}, not a minus sign.",
        label="`-`, the minus of the keyboard",
        help="Write - with a space on both sides.",
        replacement="-",
    )


def bold(spot: Spot) -> Diagnostic | None:
    """``**not** pregnant``"""
    match = _BOLD.search(spot.code)
    if not match:
        return None
    return Diagnostic(
        "E0136",
        spot.found(match),
        f"The signs {match['marks']} around words are not used here.",
        label=f"`{match['words']}`",
        help="Words are written plain, neither bold nor slanted.",
        replacement=match["words"],
    )


def raised_digits(spot: Spot) -> Diagnostic | None:
    """``10⁹/L``"""
    match = _RAISED_UNIT.search(spot.code)
    if not match:
        return None
    ten, power = match["power"][:2], match["power"][2:].translate(_RAISED)
    mended = f"{ten}^{power}{match['rest'] or ''}"
    return Diagnostic(
        "E0135",
        spot.found(match),
        "A power of ten is written with ^, not with raised digits.",
        label=f"{mended}?",
        help=f"Write {mended}.",
        replacement=mended,
    )


def times_forgotten(spot: Spot) -> Diagnostic | None:
    """``1.5 ULN``"""
    match = _NO_TIMES.search(spot.code)
    if not match:
        return None
    mended = f"{match['number']} × {match['limit'].upper()}"
    return Diagnostic(
        "E0134",
        spot.found(match),
        "Between the number and the limit a multiplication sign is missing.",
        label=f"{mended}?",
        help=f"Write {mended}, or * for ×.",
        replacement=mended,
    )


def times_in_words(spot: Spot) -> Diagnostic | None:
    """``3 times ULN``, ``3 times the upper limit of normal``"""
    match = _TIMES_IN_WORDS.search(spot.code)
    if not match or spot.offset < match.start():
        return None
    mended = _times(match)
    return Diagnostic(
        "E0134",
        spot.found(match),
        "The sign for `times` is ×.",
        label=f"{mended}?",
        help=f"Write `{mended}`, or * for ×.",
        replacement=mended,
    )


def _times(match: re.Match[str]) -> str:
    """``3 × ULN``"""
    limit = {"upper": "ULN", "lower": "LLN"}.get(match["side"], match["limit"].upper())
    return f"{match['number']} × {limit}"


def unit_and_more(spot: Spot) -> Diagnostic | None:
    """``50 mg twice daily``"""
    match = _UNIT_AND_MORE.search(spot.code)
    if not match or spot.offset > match.start("more"):
        return None
    per = {"daily": "d", "weekly": "wk", "monthly": "mo"}.get(match["more"])
    if per:
        whole = f"{match['unit']}/{per}"
        return Diagnostic(
            "E0135",
            spot.part(match.start("unit"), match.end("more")),
            "A unit is written as one word, without spaces.",
            label=f"{whole}?",
            help=f"Write {whole}: a space before the unit, none inside it.",
            replacement=whole,
        )
    return Diagnostic(
        "E0135",
        spot.found(match, "more"),
        f"After the unit, {match['unit']}, the value ends.",
        label="a question of its own?",
        help="How often is another value: another field or fact, on a line of its own. A dose of a"
        " whole day has the unit mg/d.",
    )


def unusual_range(spot: Spot) -> Diagnostic | None:
    """``18 ≤ age ≤ 75``, ``between 18 and 75``, ``age 18-75``"""
    code = spot.code
    if match := _CHAINED.search(code):
        return _chained(spot, match)
    match = _SIGNED_RANGE.search(code) or _BETWEEN.search(code) or _BARE_RANGE.search(code)
    if not match or match["range"].startswith("is from "):
        return None
    less = "< " if match.groupdict().get("second") == "<" else ""
    return _range(spot, match, "range", f"is from {match['low']} to {less}{match['high']}")


def _chained(spot: Spot, match: re.Match[str]) -> Diagnostic:
    subject, low = match["subject"], match["low"]
    if match["first"] == "<":
        return Diagnostic(
            "E0132",
            spot.found(match),
            "Two comparisons stand on one line.",
            label="a range?",
            help=f"Under `all of` write two lines: {subject} > {low} and the other.",
        )
    less = "< " if match["second"] == "<" else ""
    return _range(spot, match, 0, f"{subject} is from {low} to {less}{match['high']}")


def _range(spot: Spot, match: re.Match[str], group: int | str, mended: str) -> Diagnostic:
    return Diagnostic(
        "E0132",
        spot.found(match, group),
        "A range is said with `is from … to …`.",
        label="a range",
        help=f"Write `{mended}`: the lower end is in, the upper one is left out."
        if "to <" in mended
        else f"Write `{mended}`: both ends are in, and `to < …` leaves the upper one out.",
        replacement=mended,
    )


def compared_in_words(spot: Spot) -> Diagnostic | None:
    """``haemoglobin at least 9 g/dL``"""
    match = _COMPARED_IN_WORDS.search(spot.code)
    if not match or _TIME.match(spot.code, match.end()):
        return None
    sign, value = _SIGNS_IN_WORDS[match["phrase"]], spot.written(match.end())
    end, times = match.end("words"), _TIMES_IN_WORDS.match(spot.code, match.end())
    if times:
        end, value = times.end(), _times(times) + spot.written(times.end())
    return Diagnostic(
        "E0137",
        spot.part(match.start("words"), end),
        "Numbers are compared with signs; words are for time and for counting.",
        label=f"{sign}?",
        help=f"Write `{match['subject']} {sign} {value}`.",
        replacement=f"{sign} {_times(times)}" if times else sign,
    )
