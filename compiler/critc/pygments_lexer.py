"""Colours for `.crit` files, in whatever uses Pygments: Sphinx, MkDocs, LaTeX's minted, bat.

Pygments finds the lexer by its entry point, under the name ``crit`` and for files ``*.crit``. critc
itself does not need Pygments and never imports this module.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups, default, include
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

DECLARATIONS = (
    "protocol",
    "library",
    "use",
    "moment",
    "part",
    "choices",
    "fact",
    "judgement",
    "records",
    "measurement",
    "define",
    "formula",
    "table",
    "patient",
    "case",
)
"""The words that begin a declaration; ``inclusion`` and ``exclusion`` have a number for a name."""

KEYWORDS = (
    "accepted if",
    "after",
    "all of",
    "and",
    "any of",
    "as",
    "assessed",
    "at least",
    "at most",
    "at",
    "barred by",
    "be",
    "before",
    "by",
    "completed months",
    "completed years",
    "consecutive",
    "distinct",
    "earliest",
    "earlier of",
    "every",
    "exactly",
    "expect",
    "fact",
    "fewer than",
    "for",
    "from",
    "gives",
    "greater of",
    "highest",
    "if",
    "in order",
    "in",
    "includes",
    "is",
    "judgement",
    "last",
    "later of",
    "latest",
    "less than",
    "let",
    "longer of",
    "lowest",
    "mean",
    "molar mass",
    "more than",
    "no",
    "none of",
    "not",
    "of",
    "on or after",
    "on or before",
    "one of",
    "only if",
    "only in",
    "only",
    "or",
    "otherwise",
    "query",
    "read as",
    "satisfies",
    "shorter of",
    "smaller of",
    "some",
    "than",
    "the normal range",
    "the",
    "throughout",
    "to",
    "total",
    "unless",
    "where",
    "whichever applies",
    "whole list",
    "with reference range",
    "within",
)
"""Words that say how conditions are joined, when they hold and for whom."""

ANSWERS = (
    "does not apply",
    "eligible",
    "incomplete",
    "ineligible",
    "none",
    "not known",
    "not yet",
    "ongoing",
    "satisfied",
    "undetermined",
    "unknown",
    "violated",
    "yes",
)
"""What a fact can be answered with, and what a case expects."""

TYPES = ("yes/no", "whole number", "number", "date", "period", "text", "duration")
"""The types that are words; every other type is a unit or the name of choices."""

QUERIES = ("ambiguous", "contradiction", "elsewhere", "truncated", "undefined")
"""The kinds of questions to the sponsor."""

DURATIONS = ("days?", "weeks?", "months?", "years?", "hours?", "min", "wk", "mo", "d", "h", "a")
"""After a count only these are units: ``at least 4 weeks``, but ``at least 4 exposures``."""


def spaced(phrases: tuple[str, ...]) -> str:
    """A pattern of whole phrases, the longest first, with any number of spaces between two words."""
    longest = sorted(phrases, key=len, reverse=True)
    return rf"(?:{'|'.join(phrase.replace(' ', ' +') for phrase in longest)})(?![\w/])"


NAME = r"[A-Za-z][A-Za-z0-9_]*"
AMOUNT = r"\d+(?:\.\d+)?"
RESERVED = rf"(?!{spaced((*KEYWORDS, *ANSWERS, 'be', 'decimals?', 'ULN', 'LLN'))})"
# A unit of UCUM as the grammar has it: factors, annotations in brackets, powers, quotients.
FACTOR = r"(?:\[[^\]\n]*\]|\{[^}\n]*\}|[A-Za-z%‰µμΩ°])"
FURTHER = r"(?:[A-Za-z0-9_%‰µμΩ°²³^*']|\[[^\]\n]*\]|\{[^}\n]*\}|[.·](?=\w)|/(?=[\w\[{%]))*"
UNIT = rf"(?:(?:[×*] ?)?10[\^*]\d+/[A-Za-zµμ]+|/[A-Za-zµμ]+\d?|{RESERVED}{FACTOR}{FURTHER})"
COUNT = r"(?:at +least|at +most|more +than|fewer +than|exactly|last)"


def groups(*tokens: object) -> Any:
    """The tokens of a pattern's groups, in order; Pygments' own function has no types."""
    return bygroups(*tokens)  # type: ignore[no-untyped-call]


class CritLexer(RegexLexer):
    """Lexer for critc's eligibility criteria.

    The protocol's own words (the lines after ``>``) are ``String.Doc``, questions and claims
    ``String.Double``, units and types ``Keyword.Type``. A character that no place of the language
    has is ``Generic.Error``, so that a page which shows a mistake can be built.
    """

    name = "critc"
    aliases: ClassVar[list[str]] = ["crit"]
    filenames: ClassVar[list[str]] = ["*.crit"]
    mimetypes: ClassVar[list[str]] = ["text/x-crit"]

    tokens: ClassVar = {
        "root": [
            (r"^( *)(>.*)$", groups(Whitespace, String.Doc)),
            (
                r"^(use)( +)",
                groups(Keyword.Declaration, Whitespace),
                "use",
            ),
            (
                rf"^(inclusion|exclusion)( +)({AMOUNT}[a-z]?)",
                groups(Keyword.Declaration, Whitespace, Name.Label),
            ),
            (
                rf"^({'|'.join(DECLARATIONS)})( +)({NAME})",
                groups(Keyword.Declaration, Whitespace, Name.Class),
            ),
            (rf"^({'|'.join(DECLARATIONS)})(?= )", Keyword.Declaration),
            (r"^( *)(-)(?= )", groups(Whitespace, Punctuation.Marker)),
            (rf"(?<=- )({NAME})( *)(?=[=:\"])", groups(Name.Variable, Whitespace)),
            include("line"),
        ],
        "line": [
            (r"\n", Whitespace),
            (r" +", Whitespace),
            (r"#.*$", Comment.Single),
            (r'"[^"\n]*"', String.Double),
            (r'(?:source|note|version|title)(?= *")', Keyword),
            (r"(?:example|empirical)(?=\s)", Keyword),
            (rf'(code)( +)({NAME})(?= *")', groups(Keyword, Whitespace, Name.Attribute)),
            (
                rf"(query)( +)({'|'.join(QUERIES)})\b",
                groups(Keyword, Whitespace, Name.Attribute),
            ),
            (
                r"(inclusion|exclusion)( +)(\d+[a-z]?)",
                groups(Keyword, Whitespace, Name.Label),
            ),
            (
                rf"((?:fact|judgement)\b)( +)({NAME})",
                groups(Keyword, Whitespace, Name.Variable),
            ),
            (r":", Punctuation, "type"),
            include("numbers"),
            (r"none +of\b", Keyword),
            (r"(?<=[=|] )no\b|no(?= *(?:\||\n))", Keyword.Constant),
            (spaced(ANSWERS), Keyword.Constant),
            (spaced(KEYWORDS), Keyword),
            (r"(?:inside|outside|above|below)(?= +the +normal)", Keyword),
            (r"(?:ULN|LLN)\b", Name.Builtin),
            (r"[<>]=?|[=≤≥×*/^+−-]", Operator),
            (r"[(),|]", Punctuation),
            (NAME, Name),
            (r".", Generic.Error),
        ],
        "numbers": [
            (r"\d{4}-\d{2}(?:-\d{2})?(?![\w-])", Literal.Date),
            (
                rf"({COUNT})( +)({AMOUNT})( +)({'|'.join(DURATIONS)})\b",
                groups(Keyword, Whitespace, Number, Whitespace, Keyword.Type),
            ),
            (rf"({COUNT})( +)({AMOUNT})(?= +{NAME})", groups(Keyword, Whitespace, Number)),
            (rf"({AMOUNT})( +)(decimals?)\b", groups(Number, Whitespace, Keyword)),
            (rf"({AMOUNT})( *)({UNIT})", groups(Number, Whitespace, Keyword.Type)),
            (AMOUNT, Number),
        ],
        # After a colon, up to the question or to the end of a parameter.
        "type": [
            (r" +", Whitespace),
            (r"(one|any)( +)(of)", groups(Keyword.Type, Whitespace, Keyword.Type), "options"),
            (spaced(TYPES), Keyword.Type),
            (r"(or)( +)(none)\b", groups(Keyword, Whitespace, Keyword.Constant)),
            (r"(?:from|to|of)\b", Keyword),
            (rf"[-−+]?{AMOUNT}", Number),
            (UNIT, Keyword.Type),
            default("#pop"),
        ],
        "options": [
            (r" +", Whitespace),
            (rf"{RESERVED}{NAME}", Name.Constant),
            (r",", Punctuation),
            default("#pop:2"),
        ],
        "use": [
            (r" +", Whitespace),
            (
                r"(from)( +)([\w./-]+)",
                groups(Keyword, Whitespace, Name.Namespace),
                "#pop",
            ),
            (NAME, Name),
            (r",", Punctuation),
            default("#pop"),
        ],
    }
