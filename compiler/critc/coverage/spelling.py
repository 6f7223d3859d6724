"""How protocols write numbers, units, comparisons and citations, as regular expressions.

The words are those of English and of measuring; no drug, disease, scale or formula is named.
"""

from __future__ import annotations

import re
from typing import Literal

from critc.coverage.amounts import NUMBER_WORDS

PLAIN = str.maketrans("\\˂˃＜＞⩽⩾≦≧﹤﹥", " <><>≤≥≤≥<>")
"""Markdown's escapes and rarer signs, each replaced by one character, so that nothing moves."""


def _words(pattern: str) -> re.Pattern[str]:
    """An expression over several lines, in which capitals do not matter and a blank is written ~."""
    return re.compile(_spaced(pattern), re.VERBOSE | re.IGNORECASE)


def _spaced(pattern: str) -> str:
    return pattern.replace("~", r"\s+")


# ---- numbers ----------------------------------------------------------------------------------

DIGITS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)")
_NUMBER_WORDS = sorted(
    (word.replace("-", r"[-\s]") for word in NUMBER_WORDS), key=len, reverse=True
)
NUMBER_WORD = _words(
    rf"\b (?<!-) (?P<word> {'|'.join(_NUMBER_WORDS)} ) \b (?! -?\s?li(?:fe|ves)\b )"
)
ROMAN = re.compile(r"\b(?:IX|IV|VI{0,3}|I{1,3}|X)\b")
_JOINT = r"\s* (?: , | / | - | – | ; | \b(?:or|and|to|through)\b ) \s*"
JOINT = _words(_JOINT)
SCALE_IN_ROMAN = re.compile(
    rf"""\b (?i:class|grade|stage)(?:es|s)? [\s-]+
    (?P<figures> {ROMAN.pattern} (?: {_JOINT} {ROMAN.pattern} )* )""",
    re.VERBOSE,
)
SCALE_WORD = _words(r"\b (?:class|grade|stage)(?:es|s)? [\s-]+ $")
RANGE = _words(r"[^\S\n]* (?: - | – | — | to | through | / ) [^\S\n]*")
RANGE_ON = re.compile(rf"{RANGE.pattern}\d", re.VERBOSE | re.IGNORECASE)
PAST_UNIT = _words(
    r"""\b (?:within|in|during|over|for)~ (?:the~)? (?:a|last|past|previous|prior|preceding)~
    (?= (?:day|week|month|year)\b )"""
)
"""What comes before the unit of "within the past year", where the one goes without saying."""

_MONTH = r"""(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july?
  | aug(?:ust)? | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? ) \.?"""
DATE = _words(
    rf"""\b (?: (?:\d{{1,2}}~)? {_MONTH}~ (?:\d{{1,2}}(?:st|nd|rd|th)?,?~)? (?P<named>(?:19|20)\d\d)
      | (?P<iso>(?:19|20)\d\d)-\d\d-\d\d
      | (?: before|after|since|until )~ (?P<year>(?:19|20)\d\d) ) \b"""
)
"""A day or a year of the calendar."""

# ---- numbers that do not measure ----------------------------------------------------------------

LABEL = _words(
    r"""(?<![a-z])
    (?: sections? | visits? | phases? | parts? | cohorts? | arms? | appendix | appendices | tables?
      | figures? | versions? | ver\.? | v\.? | types? | no\. | numbers? | cycles? | days? | weeks?
      | amendments? | chapters? | protocol | groups? | study | guidelines? | edition | steps? | items?
      | criteri(?:on|a) | strat(?:um|a) | inclusion | exclusion | annex | footnotes? | exons?
      | codons? | chromosomes? | CFR )
    \s* (?: \#\s* )? [-−+]? $"""
)
"""A word of citing: the number after it is a name."""

ACRONYM = re.compile(r"\b[A-Z][A-Za-z-]*[A-Z]\)?,?\s+$")
NAME_BEFORE = re.compile(r"[^\W\d_]-?$|[^\W\d_]-?\d+[-/]$|[^\W\d_]\d*\*(?:\d+:)?$")
SCALE_BEFORE = _words(r"(?: \b(?:grade|class|stage|score|aged?) [-s]? | (?<![a-z])[x×] ) $")
NAME_AFTER = re.compile(r"-?[^\W\d_]|/[A-Za-z]\w*-")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBERING = _words(
    r"""(?: (?:^|\n) \s* (?:[-*•]\s*)? \d{1,2}\s?[.)] \s
      | [;:.,] \s+ \d{1,2} (?: \)\s | \.\s (?=(?-i:[A-Z])) )
      | (?: ;\s* | (?<=\s) ) \b(?:and|or)~ \d{1,2} \) \s (?![^(]*\)) )"""
)
"""A number of a list: "1. …", "as follows: 1) … and 2) …"."""

# ---- units --------------------------------------------------------------------------------------

_END = r"(?![A-Za-z0-9])"
_TIME = rf"(?: hours?|hrs?|h|days?|d|weeks?|wks?|months?|mos?|years?|yrs? ){_END}"
_SYMBOL = rf"""(?:
    mm\s?[Hh][Gg] | cm\s?H2O | [Mm][Il]U
  | (?: mc | [kmcdµμunpMG] )? (?: grams?|gm|g|L|l|mol|[Ee]q|IU|U|Hz|Pa|[Oo]sm|Gy|cal|V|sec|s|m )
    (?: [23²³] | \s?\^\s?[23] | \([23]\) )?
  | I\.U\. | mls | [Bb]eats | bpm | BPM | Gray | percent | per~cent | units? | copies | cells
  | min(?:ute)?s? | lbs? | °C | °F | (?:kilo|milli|micro)grams? | millimet(?:er|re)s?~of~mercury
){_END}"""
_MEASURE = rf"(?: {_SYMBOL} | % )"
_POWER = r"""(?: (?:[x×*]\s*)? 10\s? (?: (?: \^ | \*\s?\* | \* | [Ee] ) \s?\d{1,2} | \(\d{1,2}\) )
  | (?:[x×*]\s*)? 10[⁰¹²³⁴-⁹]+
  | [x×*]\s* 10\d{1,2} (?= \s*/ ) )"""
_PER = rf"""(?: \s*/\s* (?: 1\.73\s?m \s? (?: \^?\s?[2²] | \(2\) ) | {_MEASURE} | {_TIME} )
  | ~per~ (?: day|week|month|year|minute|hour | (?:deci|milli|micro)?lit(?:er|re)s? | mm3 )\b
  | ~daily\b )"""
UNIT = re.compile(
    _spaced(
        rf"""(?: \s*\(\d+(?:\.\d+)?\) )? [^\S\n]* -? [^\S\n]*
        (?: (?:calendar|working|business|consecutive|full)~ )?
        (?P<unit> {_POWER} {_PER}* | {_TIME} {_PER}* | {_MEASURE} {_PER}* | {_PER}+
          | pack[\s-]years?\b | half[\s-]li(?:fe|ves)\b )"""
    ),
    re.VERBOSE,
)
TIMES_A_DAY = _words(
    r"""\s+ (?P<times> once | twice | (?:one|two|three|four|five|six|[1-6])~times ) ~
    (?: daily | a~day | per~day | each~day | every~day )\b"""
)
OR_UNIT = re.compile(_spaced(rf"~or~ (?P<unit> {_MEASURE} {_PER}+ )"), re.VERBOSE)
"""Another unit for the same number: "1000 IU/mL or copies/mL"."""

IN_OTHER_WORDS = _words(
    r"""\s*[(\[]\s*
    (?: (?: i\.e\. | equal~to | equivalent~to | approx(?:imately|\.) | or | = | \u007e ) [\s,]* )?"""
)
"""What stands between an amount and the same in another unit."""

# ---- the limits of normal -----------------------------------------------------------------------

_NORMAL = r"""(?: (?:[UL]LN|UNL)\b | (?:upper|lower)~limits?~ (?:of~)? (?:the~)? normal
  (?: ~(?:laboratory~|reference~)? range )? (?: \s*\([UL]LN\) )? )"""
NORMAL_MULTIPLE = _words(
    rf"\s* -? (?:x|×|\*|times|fold)? \s* (?:the~)? (?:institutional~|laboratory~|local~)? {_NORMAL}"
)

# ---- comparisons --------------------------------------------------------------------------------

_FROM = r"""
    ≥ | >\s*/?\s*= | => | at~least | (?:no|not)~(?:less|fewer|lower|younger)~than
  | (?:greater|more|higher)~than~or~equal~to | (?:a~)?minimum(?:~of)?
  | < | (?:less|fewer|lower|smaller|younger|shorter)~than | below | under"""
_ABOVE = r"""
    ≤ | <\s*/?\s*= | =< | at~most | (?:no|not)~(?:more|greater|higher|longer|older|later)~than
  | up~to(?:~and~including)? | (?:less|fewer|lower)~than~or~equal~to | (?:a~)?maximum(?:~of)?
  | > | (?:more|greater|higher|longer|older|larger)~than | above | over | exceeding | in~excess~of
  | within (?:~(?:the|a))? (?:~(?:last|past|previous|prior|preceding))?"""
_OPEN = r"""
    (?:in|during|over|for)~(?:the~)?(?:last|past|previous|prior|preceding)
  | (?<![<>/=]) (?<![<>/=]\s) = | exactly | only"""
_COMPARISON = rf"(?: {_ABOVE} | {_FROM} | {_OPEN} )"
COMPARISON_BEFORE = _words(
    rf"""(?: (?<![a-z]) | (?=[≥≤<>=]) ) (?: {_COMPARISON} \s* )* (?P<last> {_COMPARISON} )
    \s* (?: (?:a|the)~ )? (?: (?-i:[A-Z]{{2,}}) ~ )? (?: (?:grade|class|stage)s?~ )? [-−]? $"""
)
_IS_FROM = _words(_FROM)
_IS_ABOVE = _words(_ABOVE)
OR_BEYOND = _words(
    r"""\s* (?:or|and)~
    (?: (?P<more> more|greater|higher|above|older|over|longer|later|worse )
      | less|lower|below|fewer|younger|under|shorter|earlier|better ) \b"""
)
CLAUSE = re.compile(r"\n|;|\.\s|,\s+(?=(?:or|and|but)\b)")
"""Where a clause ends: what is said of one thing ends there too."""

SIDE = _words(
    r"""~ (?:of~age|old)\b
  | (?: ~(?:immediately|directly) )? ~ (?:prior~to|before|preceding|after|following)\b"""
)


def cut_of(comparison: str) -> Literal["from", "above", ""]:
    """On which side of the limit a comparison leaves the limit itself."""
    if _IS_ABOVE.fullmatch(comparison):
        return "above"
    return "from" if _IS_FROM.fullmatch(comparison) else ""


_UP = _words(
    r"""≥ | >\s*/?\s*= | => | > | at~least | (?:no|not)~(?:less|fewer|lower|younger)~than
  | (?:greater|more|higher|longer|older|larger)~than (?:~or~equal~to)? | (?:a~)?minimum(?:~of)?
  | above | over | exceeding | in~excess~of"""
)
_DOWN = _words(
    r"""≤ | <\s*/?\s*= | =< | < | at~most | (?:no|not)~(?:more|greater|higher|longer|older|later)~than
  | (?:less|fewer|lower|smaller|younger|shorter)~than (?:~or~equal~to)? | (?:a~)?maximum(?:~of)?
  | below | under | up~to (?:~and~including)?"""
)


def direction_of(comparison: str) -> Literal["up", "down", ""]:
    """Whether a comparison means what is larger than the limit, or what is smaller."""
    if _UP.fullmatch(comparison):
        return "up"
    return "down" if _DOWN.fullmatch(comparison) else ""


# ---- what carries a comparison without a number -------------------------------------------------

Alone = Literal["normal", "before", "after", "whichever"]
ALONE: dict[Alone, re.Pattern[str]] = {
    "normal": _words(
        rf"""(?: \b(?:above|below|over|under|within|outside|exceeding)~ )? (?:the~)?
        (?: {_NORMAL} | (?:normal|reference)~ (?:laboratory~|reference~)? (?:ranges?|limits)\b )"""
    ),
    "whichever": _words(r"\b whichever~ (?:is|was|comes|occurs)~ \w+"),
    "before": _words(r"\b (?:prior~to|before) \b"),
    "after": _words(r"\b after \b"),
}
"""Words that compare by themselves, by the kind of what they say."""
