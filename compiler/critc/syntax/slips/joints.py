"""Slips in how several things are said on one line: and, or, commas, two units."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic
from critc.syntax.grammar import RESERVED
from critc.syntax.slips.spot import Spot

_PREFIX = re.compile(
    r"(?P<prefix>(?:(?:whole list )?(?:unless|accepted if)|only if|(?:(?!\bwhere\b).)+ where) )?"
)
_JOINING = re.compile(r"(?:, ?)?(?i:(and|or))\b")
_JOIN = re.compile(r",? (?i:(and|or)) ")
_NO_SUBJECT = re.compile(r"[<>=≤≥]|(?:is|includes|within|before|after|at least|at most)\b")
_VERB = re.compile(
    r"(?P<subject>.+?) ?(?P<verb>[<>]=?|[=≤≥]|\b(?:is|includes|within|before|after)\b)"
)
_NUMBER_ALONE = re.compile(r"[-−+]?\d")
_NUMBERS = re.compile(
    r"(?P<subject>[A-Za-z]\w*(?: of \w+)*) (?:=|is(?: one of| in)?|in|∈) ?[(\[{]?"
    r"(?P<values>\d+(?:(?:, ?or |,? or |, ?|/)\d+)+)[)\]}]?(?=$| *\")"
)
_OF_AMOUNT = frozenset("more less higher lower greater above below over under".split())
_UNIT_ALONE = re.compile(r"[A-Za-zµμ%\[\]]+/[\w\[\]/]+(?: *\"*)?$")
_TRAILING = re.compile(r"(?<=\S)(?P<joint> *(?:[;,.] *)?\b(?i:and|or)| *[;,.])$")
_COMMA = re.compile(r"(?P<one>[^,]+), *(?P<other>\S.*)$")
_OPTIONS = re.compile(
    r"(?P<subject>[A-Za-z]\w*(?: of \w+)*) (?P<verb>is(?: not)?|includes) "
    r"(?P<first>[A-Za-z]\w*)(?P<rest>(?:(?:,? (?:or|and) |, ?)[A-Za-z]\w*)+)$"
)
_LISTED = re.compile(
    r"(?:is(?: not)? one of|includes (?:any of|all of|only)) [\w, ]*?\w"
    r"(?P<last>,? (?:or|and) )[A-Za-z]\w*"
)
_LIST_BEFORE = re.compile(r"\b(?:one of|any of|all of|only|in) +\w+$|\bof\b.* (?:longer|greater)")
_EXTREME = re.compile(r"\bthe (?:longer|greater|later|shorter|smaller|earlier) of\b")


def joined(spot: Spot) -> Diagnostic | None:
    """``a and b``: the block is offered, written out."""
    here = _JOINING.match(spot.code, spot.offset)
    if not here:
        return None
    word = here[1].lower()
    heading = {"and": "all of", "or": "any of"}[word]
    prefix = _PREFIX.match(spot.code)
    start = prefix.end() if prefix else 0
    if _UNIT_ALONE.match(spot.code, here.end() + 1):
        return _two_units(spot, here)
    parts = _with_subjects(_parts(spot, start, word))
    step = " " * (spot.column + 2)
    block = "\n".join([heading, *(f"{step}- {part}" for part in parts or ("…", "…"))])
    return Diagnostic(
        "E0117",
        spot.part(start, len(spot.line.text) - spot.lead) if parts else spot.found(here, 1),
        f"Two conditions are joined by `{here[1]}` on one line.",
        label=f"`{heading}`, and a line for each",
        help=f"One line, one thing: below `{heading}` each condition has a line and a dash.",
        replacement=block if parts else None,
    )


def _two_units(spot: Spot, here: re.Match[str]) -> Diagnostic:
    """``≥ 1000 IU/mL or copies/mL``"""
    return Diagnostic(
        "E0117",
        spot.part(here.start(1), len(spot.code.rstrip(' "'))),
        "A number has one unit; here a second one is offered.",
        label="a second unit",
        help="If the units convert, one is enough. Else ask for each value by itself, and put a line with"
        " a dash for each below `any of`.",
    )


def _with_subjects(parts: list[str]) -> list[str]:
    """``x < 7 %`` and ``> 10 %``: both are of x."""
    verb = _VERB.match(parts[0]) if parts else None
    if not verb:
        return parts
    of, sign = verb["subject"], verb["verb"]
    if sign.isalpha() and any(_NUMBER_ALONE.match(part) for part in parts):
        return []  # `is not 0 or 1` reads two ways
    return [
        f"{of} {part}"
        if _NO_SUBJECT.match(part)
        else f"{of} {sign} {part}"
        if _NUMBER_ALONE.match(part)
        else part
        for part in parts
    ]


def ends_in_a_joint(spot: Spot) -> Diagnostic | None:
    """``pregnant; or``, ``pregnant,``: the heading says how the members are joined."""
    match = _TRAILING.search(spot.code)
    if not match or spot.offset < match.start() or (spot.code[-1] == "," and not spot.word):
        return None
    return Diagnostic(
        "E0117",
        spot.found(match, "joint"),
        "The heading of a list says how its lines are joined; a line ends without a sign or word for it.",
        label="nothing here",
        help="Take it away. `all of` stands for “and”, `any of` for “or”.",
        replacement="",
    )


def joined_by_comma(spot: Spot) -> Diagnostic | None:
    """``immune_related, worst_grade ≥ 3``"""
    if spot.before != "," and spot.word != ",":
        return None
    prefix = _PREFIX.match(spot.code)
    match = _COMMA.match(spot.code, prefix.end() if prefix else 0)
    if not match or not spot.code[: match.end("one") + 2].strip() or "(" in match["one"]:
        return None
    one, other = spot.written(*match.span("one")).strip(), spot.written(*match.span("other"))
    if _LIST_BEFORE.search(match["one"]):
        return None
    step = " " * (spot.column + 2)
    return Diagnostic(
        "E0117",
        spot.part(match.end("one"), match.end("one") + 1),
        "Two conditions are parted by a comma on one line.",
        label="both, or either?",
        help=f"Write `all of` or `any of` here, and below it:\n{step}- {one}\n{step}- {other}",
    )


def joined_elsewhere(spot: Spot) -> Diagnostic | None:
    """``and`` where no conditions are: between values of a patient, fields, …"""
    if spot.word not in ("and", "or"):
        return None
    return Diagnostic(
        "E0117",
        spot.part(spot.offset, spot.offset + len(spot.word)),
        f"Two things are joined by `{spot.word}` on one line.",
        label="a line for each",
        help="One line, one thing.",
    )


def _parts(spot: Spot, start: int, word: str) -> list[str]:
    """The conditions on the line, if one word joins them all; else none."""
    places = list(_JOIN.finditer(spot.code, start))
    if {match[1].lower() for match in places} != {word} or _EXTREME.search(spot.code):
        return []
    ends = [*(match.start() for match in places), len(spot.line.text) - spot.lead]
    starts = [start, *(match.end() for match in places)]
    parts = [spot.written(*place).strip() for place in zip(starts, ends, strict=True)]
    if _OF_AMOUNT.intersection(parts):
        return []
    if parts[0].startswith("(") and parts[-1].endswith(")"):
        parts = [parts[0][1:], *parts[1:-1], parts[-1][:-1]]
    return parts


def options_joined(spot: Spot) -> Diagnostic | None:
    """``kind is a or b``, ``class includes a or b``, ``kind is a, b``"""
    match = _OPTIONS.search(spot.code)
    if not match or match["first"] in RESERVED:
        return None
    if match["verb"] != "includes" and " and " in match["rest"]:
        return None
    options = ", ".join(
        [match["first"], *re.findall(r"\b(?!and\b|or\b)[A-Za-z]\w*", match["rest"])]
    )
    subject, verb = match["subject"], match["verb"]
    if verb == "includes":
        mended = f"{subject} includes {'all' if ' and ' in match['rest'] else 'any'} of {options}"
    else:
        mended = f"{subject} {verb} one of {options}"
    return Diagnostic(
        "E0138",
        spot.found(match),
        "Several values need a word that says how they are meant.",
        label=f"`{mended}`?",
        help="Write `is one of a, b`, or for a set `includes any of a, b`, `includes all of a, b`.",
        replacement=mended,
    )


def numbers_joined(spot: Spot) -> Diagnostic | None:
    """``ecog = 0 or 1 or 2``, ``ecog in (0, 1, 2)``"""
    match = _NUMBERS.search(spot.code)
    if not match or match["subject"] in RESERVED:
        return None
    subject, numbers = match["subject"], [int(each) for each in re.findall(r"\d+", match["values"])]
    step = " " * (spot.column + 2)
    rest = spot.written(match.end()).rstrip()
    block = [f"any of{rest}", *(f"{step}- {subject} = {each}" for each in numbers)]
    in_a_row = numbers == list(range(numbers[0], numbers[-1] + 1))
    return Diagnostic(
        "E0138",
        spot.part(match.start(), len(spot.line.text) - spot.lead),
        "Several numbers are given, and one comparison takes one.",
        label="`any of`, and a line for each",
        help=f"For whole numbers: `{subject} is from {numbers[0]} to {numbers[-1]}`, both ends in."
        if in_a_row
        else "One line, one thing: below `any of` each number has a line and a dash.",
        replacement="\n".join(block),
    )


def last_option_joined(spot: Spot) -> Diagnostic | None:
    """``kind is one of a, b or c``"""
    match = _LISTED.search(spot.code)
    if not match or spot.word not in ("and", "or"):
        return None
    return Diagnostic(
        "E0138",
        spot.found(match, "last"),
        "Between the values of a list stand commas alone.",
        label="a comma",
        help="Write `a, b, c`; the words before them say how they are meant.",
        replacement=", ",
    )
