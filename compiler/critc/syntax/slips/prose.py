"""A protocol's own turns of phrase where a condition stands: its headings, its numbers, its words."""

from __future__ import annotations

import re

from critc.diagnostic import Diagnostic, Related
from critc.syntax.grammar import RESERVED
from critc.syntax.layout import Line
from critc.syntax.slips.spot import WITH_CONDITIONS, Spot, code, lead

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_UNIT_OF_TIME = r"(?:days?|weeks?|months?|years?|hours?)\b"
_IN_WORDS = re.compile(
    rf"(?:\b(?:within|least|most|than|exactly|throughout|from|to|and|for)|[<>]=?|[=≤≥×*]) ?"
    rf"(?P<number>\b(?:(?!one of\b)(?P<word>{'|'.join(NUMBERS)})\b|an?\b(?= {_UNIT_OF_TIME})))"
    rf"(?P<unit> {_UNIT_OF_TIME})?"
)
_FOLLOWING = r"(?: (?:of )?(?:the )?following(?: \w+){0,2}| of(?: the following(?: \w+){0,2})?)?"
_OPENING = r"(?P<opening>(?:(?:whole list )?(?:unless|accepted if)|only if) )?"
_HEADINGS = (
    (re.compile(rf"{_OPENING}(?P<words>(?:all|both|each|and){_FOLLOWING}) ?:?$"), "all of"),
    (
        re.compile(
            rf"{_OPENING}(?P<words>(?:at least one|one or more|any one|any|either|one|or)"
            rf"{_FOLLOWING}) ?:?$"
        ),
        "any of",
    ),
    (re.compile(rf"{_OPENING}(?P<words>(?:none|neither){_FOLLOWING}) ?:?$"), "none of"),
)
_COUNTED = re.compile(
    rf"{_OPENING}(?P<words>(?P<count>(?:at least|at most|more than|fewer than|exactly) \d+ of)"
    r" the following(?: \w+){0,2}) ?:?$"
)
_ARTICLE = re.compile(
    r"\bthe (?!(?:longer|greater|later|shorter|smaller|earlier|last|past|previous|preceding)\b)"
    r"(?=[A-Za-z])"
)
_SENTENCE_WORD = re.compile(r"[A-Za-z][a-z'’-]*[,.]?$")
_TWO_WORDS = re.compile(r"(?<![\w-])([a-z]+) ([a-z]+)[.,;:]?(?![\w-])")
_BEGUN = re.compile(r"(?:query|read as|unless|accepted if|whole list)\b")
_VERDICT = re.compile(
    r"(?:exclude|excluded|ineligible|not eligible|barred|include|included|eligible)\b"
)
_IF_VERDICT = re.compile(
    rf"(?:if|when|in case of|in case) .+? (?:(?:then|is|are) )?{_VERDICT.pattern}"
    r"(?: (?:the |this )?(?:patient|subject|participant)s?| from (?:the )?(?:study|trial))*\.?$"
    rf"|{_VERDICT.pattern} (?:if|when)\b.*$"
)


def number_in_words(spot: Spot) -> Diagnostic | None:
    """``within four weeks``, ``≥ nine g/dL``"""
    for match in _IN_WORDS.finditer(spot.code):
        if not match.start("number") <= spot.offset <= match.end() + 1:
            continue
        number = str(NUMBERS[match["word"]] if match["word"] else 1)
        whole = number + (match["unit"] or "")
        return Diagnostic(
            "E0133",
            spot.found(match, "number"),
            "A number is written with digits.",
            label=f"{number}?",
            help=f"Write `{whole}`." if match["unit"] else f"Write {number}.",
            replacement=number,
        )
    return None


def heading(spot: Spot) -> Diagnostic | None:
    """``all of the following:``, ``at least one of``, ``either`` above a list"""
    if spot.piece.word not in WITH_CONDITIONS or not spot.index:
        return None
    lines = spot.piece.lines
    above = lines[spot.index - 1]
    between = spot.index > 1 and not above.verbatim and above.column >= spot.line.column
    if between and spot.code.lower() in ("and", "or"):
        return None  # it joins what stands above: `joint_alone`
    if _heads_a_list(lines, spot.index):
        return _heading(spot.line)
    if spot.at_start and spot.lead and _heads_a_list(lines, spot.index - 1):
        return _heading(above)
    return None


def _heads_a_list(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the line below is deeper, or has a dash where this one has none."""
    line, below = lines[index], lines[index + 1 : index + 2]
    if not index or line.verbatim or not below:
        return False
    return lead(below[0]) > 0 and below[0].column >= line.column + lead(line)


def _heading(line: Line) -> Diagnostic | None:
    words = code(line).rstrip(' "')
    for pattern, meant in _HEADINGS:
        match = pattern.match(words)
        if match and match["words"] != meant:
            return _headed(line, match, meant)
    match = _COUNTED.match(words)
    return _headed(line, match, match["count"]) if match else None


def _headed(line: Line, match: re.Match[str], meant: str) -> Diagnostic:
    start = lead(line) + match.start("words")
    one = match["words"].startswith("one of")
    return Diagnostic(
        "E0181",
        line.part(start, lead(line) + match.end()),
        f"The heading of this list is written in another way: `{meant}`.",
        label=f"`{meant}`?",
        help=f"Write `{meant}`"
        + ("; if no more than one may be true, `exactly 1 of`." if one else "."),
        replacement=meant,
    )


def joint_alone(spot: Spot) -> Diagnostic | None:
    """``or`` on a line of its own, between two conditions"""
    word = spot.code.lower()
    if word not in ("and", "or") or not spot.at_start:
        return None
    meant = {"and": "all of", "or": "any of"}[word]
    return Diagnostic(
        "E0117",
        spot.body,
        f"`{spot.code}` stands on a line of its own.",
        label="the heading says it",
        help=f"Take this line away. Above the first condition stands `{meant}`, and each condition below"
        " it has a line and a dash.",
    )


def article(spot: Spot) -> Diagnostic | None:
    """``before the study_entry``"""
    match = _ARTICLE.search(spot.code)
    if not match or spot.offset != match.start() or spot.piece.word not in WITH_CONDITIONS:
        return None
    before = spot.before if spot.before in RESERVED else ""
    return Diagnostic(
        "E0129",
        spot.found(match),
        "Before a name stands no `the`.",
        label="not needed",
        help=f"Leave out `the`: after `{before}` stands the name alone."
        if before
        else "Leave out `the`.",
        replacement="",
    )


def unmarked(spot: Spot) -> Diagnostic | None:
    """The protocol's words without ``>``: ``Age ≥18 years old.``, also between quotes"""
    if spot.piece.word not in ("inclusion", "exclusion") or not spot.index or spot.lead:
        return None
    above = spot.piece.lines[1 : spot.index]
    if spot.line.verbatim or not all(line.verbatim for line in above):
        return None
    quoted = bool(re.fullmatch('"{2,}', spot.code))
    if not (quoted or _reads_as_text(spot)):
        return None
    words = spot.line.text.strip('"') if quoted else spot.line.text
    return Diagnostic(
        "E0182",
        spot.line.span,
        "This is a sentence, not a condition.",
        label="the protocol's words? then with > before it",
        help="The protocol's words begin with `>`; below them stands the condition.",
        related=(Related(above[-1].span, "the line above has one"),) if above else (),
        replacement=f"> {words}",
    )


def quoted_below(spot: Spot) -> Diagnostic | None:
    """Quoted words on a line of their own, below the condition"""
    above = spot.above
    if not re.fullmatch('"{2,}', spot.code) or not spot.at_start or spot.lead or above is None:
        return None
    if spot.piece.word not in ("inclusion", "exclusion") or spot.index < 2 or above.verbatim:
        return None
    return Diagnostic(
        "E0118",
        spot.line.span,
        "These quoted words stand on a line of their own.",
        label="of which condition?",
        help="Put them at the end of the line of their condition. The protocol's words as a whole begin"
        " with `>`, and stand above it.",
        related=(Related(above.span, "the line above"),),
    )


def _reads_as_text(spot: Spot) -> bool:
    """A sentence with its full stop, or one with its capital above the condition."""
    words = spot.code.split()
    plain = [w for w in words if _SENTENCE_WORD.match(w) and w.strip(",.").lower() not in RESERVED]
    capital = bool(re.match("[A-Z][a-z]", spot.code)) and words[0].lower() not in RESERVED
    below = spot.piece.lines[spot.index + 1 : spot.index + 2]
    if spot.code.endswith(".") and len(words) >= 3:
        pairs = (m for m in _TWO_WORDS.finditer(spot.code) if not RESERVED & {m[1], m[2]})
        return any(pairs) or (capital and (bool(below) or spot.index == 1))
    followed = bool(below) and below[0].column == spot.line.column
    goes_on = followed and not below[0].verbatim and not _BEGUN.match(code(below[0]))
    return capital and goes_on and len(plain) >= 4


def verdict(spot: Spot) -> Diagnostic | None:
    """``if ecog > 2 then exclude``"""
    match = _IF_VERDICT.match(spot.code)
    if not match or not (spot.at_start or spot.word in ("if", "when")):
        return None
    return Diagnostic(
        "E0183",
        spot.body,
        "A criterion says what is asked of a patient, not what follows from it.",
        label="what lets one in, or what bars?",
        help="Write the condition alone. Below `inclusion` stands what a patient must have, below"
        " `exclusion` what bars: is it meant for one of those, or is its opposite meant here?",
    )


_OR_MORE = re.compile(
    r"(?:(?P<sign>[<>]=?|[≤≥=])|(?<![\w])(?P<subject>[A-Za-z]\w*)) ?"
    r"(?P<value>[-−+]?\d+(?:\.\d+)?(?: (?!or\b)[^\s\d]\S*)?)"
    r"(?P<words>,? or (?:(?P<more>more|higher|greater|above|over|older|longer)"
    r"|less|lower|fewer|below|under|younger|shorter))\b"
)
_SAID = {">=": "≥", "<=": "≤"}


def or_more(spot: Spot) -> Diagnostic | None:
    """``≥ 9 g/dL or more``, ``ecog = 2 or more``"""
    match = _OR_MORE.search(spot.code)
    if not match or match["subject"] in RESERVED:
        return None
    words, sign = match["words"].strip(" ,"), match["sign"] or ""
    meant = "≥" if match["more"] else "≤"
    if _SAID.get(sign, sign) == meant:
        return Diagnostic(
            "E0129",
            spot.found(match, "words"),
            f"The sign {sign} says `{words}` already.",
            label="once",
            help=f"Leave out `{words}`.",
            replacement="",
        )
    if sign in ("", "="):
        start = match.start("sign") if sign else match.start("value")
        return Diagnostic(
            "E0137",
            spot.part(start, match.end()),
            "Numbers are compared with signs; words are for time and for counting.",
            label=f"{meant}?",
            help=f"Write `{meant} {match['value']}`.",
            replacement=f"{meant} {match['value']}",
        )
    return Diagnostic(
        "E0137",
        spot.part(match.start("sign"), match.end()),
        f"The sign {sign} and the words `{words}` say two things.",
        label="which of the two?",
        help=f"Write the sign that is meant: `{sign} {match['value']}`, or `{meant} {match['value']}`.",
    )
