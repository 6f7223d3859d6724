"""The codes of the syntax, each with its meaning, and what the layout has to say.

Messages speak to those who write protocols: what is wrong, where, and what to write instead; never
of tokens, parsers or grammars.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from critc.diagnostic import Diagnostic, Related
from critc.source import Span
from critc.syntax.grammar import STARTS

if TYPE_CHECKING:
    from critc.syntax.layout import Line

CODES = {
    # the page: characters, quotes, columns
    "E0101": "A tab: lines are indented with spaces.",
    "E0102": "A character that cannot be seen.",
    "E0103": "A quote without its partner.",
    "E0104": "Curly quotes: quoted words stand between straight ones.",
    "E0105": "A line whose column fits neither the block above it nor the one around that.",
    "E0106": "A line in the first column that belongs to a declaration.",
    "E0107": "Nesting deeper than 40 levels.",
    "E0108": "A line too long to be one condition.",
    "E0109": "A line in the first column whose first word begins no declaration.",
    "E0110": "A declaration that does not begin in the first column.",
    # bodies and lists
    "E0111": "Two conditions that no heading joins.",
    "E0112": "A member of a list without its dash.",
    "E0113": "A dash without a heading above it.",
    "E0114": "A list without members.",
    "E0115": "A list of one.",
    "E0116": "A count that another heading says, or that its list cannot reach.",
    "E0117": "Conditions joined by `and` or `or` on one line.",
    "E0118": "The parts of a body out of order.",
    "E0119": "A declaration without the condition or value that it is about.",
    "E0120": "A line indented under one that takes nothing below it.",
    # exceptions
    "E0121": "An exception in a column where it belongs to nothing.",
    "E0122": "A second exception to one condition.",
    "E0123": "A bare exception in the column of a list's heading.",
    "E0124": "`whole list` where there is no list.",
    "E0125": "An exception on the line that it excepts.",
    "E0126": "Another word for an exception.",
    "E0127": "A line that stops in the middle.",
    "E0128": "A word or a sign that is missing inside a line.",
    "E0129": "A word or a sign too many.",
    "E0130": "Two words that have changed places.",
    # conditions
    "E0131": "`not` before a comparison, or `is no` after a name.",
    "E0132": "A range said in another way.",
    "E0133": "A number in words, or with a comma or a space inside.",
    "E0134": "The letter x, or a word, for a multiplication sign.",
    "E0135": "A unit with a space or a word in it.",
    "E0136": "A sign that the language does not have.",
    "E0137": "A comparison of numbers in words.",
    "E0138": "Several values without a word that says how they are meant.",
    "E0139": "`every`, which reads two ways.",
    # when
    "E0141": "A window `of` a moment: before it, after it, or both?",
    "E0142": "Another word for before or after.",
    "E0143": "A window without its moment.",
    "E0144": "A length of time without the words that it needs before it or after it.",
    "E0145": "A number without its unit.",
    "E0146": "`for` a length of time: at least, or more than?",
    "E0147": "A date written in another way.",
    # declarations
    "E0151": "A declaration without its question.",
    "E0152": "A query without the reading taken.",
    "E0153": "An unknown kind of query.",
    "E0154": "A name that cannot be one.",
    "E0155": "A type that is missing, or not set off by a colon.",
    "E0156": "A judgement that does not say by whom, in one word.",
    "E0157": "A criterion without a plain number.",
    "E0158": "A declaration without the lines that belong below it.",
    "E0159": "`use` without a library.",
    "E0160": "Words that must stand in quotes.",
    # tables
    "E0161": "A row with more or fewer cells than its table's header.",
    "E0162": "An empty cell.",
    "E0163": "`otherwise` before the last row or case.",
    # patients
    "E0171": "An outcome that is none.",
    "E0172": "A value that is not given with `=`.",
    "E0173": "A case without a patient, or one that expects nothing.",
    "E0174": "A criterion cited with the wrong word.",
    # words
    "E0181": "A word of the language misspelt, in capital letters, or in other words.",
    "E0182": "A sentence where a condition stands.",
    "E0183": "Another word for `only if`.",
    "E0184": "A comment that does not begin with #.",
    "E0199": "A line that is not understood.",
}
"""Every code of this pass, with what it means in one sentence."""


_COMMENT = re.compile(r"(?P<sign>//+|/\*+|<!--|--+(?= )|;+(?= ))\s*(?P<words>.*?)\s*(?:\*+/|-->)?$")


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of the words that was probably meant, "" if none is near."""
    from difflib import get_close_matches  # slow to import, and most files have no mistake

    near = get_close_matches(word[:40].lower(), list(words), n=1, cutoff=0.7)
    return near[0] if near else ""


# ---- the page -----------------------------------------------------------------------------------


def tab(span: Span, line: Line) -> Diagnostic:
    """A tab before or inside a line; told once a declaration."""
    spaces = line.indent.replace("\t", "  ") if span.end == line.start else " "
    return Diagnostic(
        "E0101",
        span,
        "There is a tab here, which each editor shows at another width.",
        label="a tab",
        help="Indent with spaces, two for each step; most editors can put them in for the Tab key.",
        replacement=spaces,
    )


def hidden_character(line: Line, at: int) -> Diagnostic:
    """A control character, a zero-width one, half of a character …"""
    character = line.text[at]
    name = unicodedata.name(character, f"character U+{ord(character):04X}").lower()
    return Diagnostic(
        "E0102",
        line.part(at, at + 1),
        "There is a character here that cannot be seen.",
        label=name,
        help="Delete it; it often comes along with text copied from a PDF or a web page.",
        replacement="",
    )


def open_quote(line: Line) -> Diagnostic:
    """An odd number of quotes on a line."""
    last = line.text.rindex('"')
    if last == len(line.text) - 1 and line.text.count('"') == 1:
        return Diagnostic(
            "E0103",
            line.part(last, last + 1),
            "These quoted words have no opening quote.",
            label="closed here, opened nowhere on this line",
            help='Put a " before the first quoted word.',
        )
    return Diagnostic(
        "E0103",
        line.part(last, len(line.text)),
        "These quoted words have no closing quote.",
        label="opened here, closed nowhere on this line",
        help='Put a " after the last quoted word. Quoted words stand on one line.',
        replacement=line.text[last:] + '"',
    )


def smart_quote(line: Line, at: int) -> Diagnostic:
    """Curly quotes, as word processors put them in."""
    end = at + 1
    while end < len(line.text) and line.text[end] not in "“”„‟«»":
        end += 1
    inner = line.text[at + 1 : end].strip('"')
    return Diagnostic(
        "E0104",
        line.part(at, min(end + 1, len(line.text))),
        "These are curly quotes, as a word processor puts them in.",
        label='straight quotes are needed: "…"',
        help="Type the quotes again in a plain-text editor.",
        replacement=f'"{inner}"',
    )


def between_columns(line: Line, column: int, deeper: Line) -> Diagnostic:
    """A line between the column of a block and that of the line that began one in it."""
    step, too_deep = line.column - column, deeper.column - column
    if too_deep > 4 or step == 2 != too_deep:
        return Diagnostic(
            "E0105",
            deeper.span,
            f"This line starts in column {deeper.column + 1}, but a line below it in column"
            f" {line.column + 1}.",
            label=f"column {line.column + 1}, or below another line?",
            help="Lines that belong together start in one column. A line that goes further in belongs to"
            " the line above it: is that one missing?",
            related=(Related(line.span, f"this one starts in column {line.column + 1}"),),
        )
    return Diagnostic(
        "E0105",
        line.span,
        f"This line starts in column {line.column + 1}, where no line above it starts.",
        label=f"column {deeper.column + 1}?"
        if not column or too_deep - step == 1
        else "in which column?",
        help="Lines that belong together start in one column: move this one, or the ones above.",
        related=(Related(deeper.span, f"this one starts in column {deeper.column + 1}"),),
    )


def other_comment(line: Line) -> Diagnostic | None:
    """A comment as other languages have it: ``// …``, ``/* … */``."""
    match = _COMMENT.match(line.text)
    if not match:
        return None
    return Diagnostic(
        "E0184",
        line.span,
        f"A comment begins with #, not with {match['sign']}.",
        label="a comment?",
        help=f"Write `# {match['words']}`; from # to the end of the line nothing is read.",
        replacement=f"# {match['words']}",
    )


def too_far_left(line: Line) -> Diagnostic:
    """A line of a body in the first column."""
    if comment := other_comment(line):
        return comment
    return Diagnostic(
        "E0106",
        line.span,
        "This line belongs to the declaration above, but starts in the first column.",
        label="indent it",
        help="Only the words that begin a declaration stand in the first column.",
        replacement=f"  {line.text}",
    )


def too_deep(span: Span) -> Diagnostic:
    """More levels than anyone can read, or than the passes after this one take."""
    return Diagnostic(
        "E0107",
        span,
        "This is nested more than 40 levels deep.",
        label="too deep",
        help="Give the inner part a name with `define`, and use the name here.",
    )


def too_long(span: Span) -> Diagnostic:
    """A line that is no line."""
    return Diagnostic(
        "E0108",
        Span(span.start, span.start + 80),
        "This line is too long to be one condition.",
        label="this goes on for more than 20,000 characters",
        help="One line, one thing: break it into a list with dashes.",
    )


def not_a_declaration(line: Line, word: str) -> Diagnostic:
    """A first word that begins nothing, or a first line that is indented."""
    if line.column and word in STARTS:
        return Diagnostic(
            "E0110",
            line.part(0, len(word)),
            f"`{word}` begins a declaration, but is not in the first column.",
            label="move it to the left margin",
            help="Declarations start in the first column; what belongs to them is indented.",
        )
    if comment := other_comment(line):
        return comment
    if line.column:
        return Diagnostic(
            "E0120",
            line.span,
            "This line is indented, but no line above takes it in.",
            label="below what?",
            help="Lines of a criterion, of records, of a patient are indented below its first line; a"
            " `moment`, a `part` and `use` have no lines below them.",
        )
    near = nearest(word, STARTS)
    some = "Declarations begin with " + ", ".join(f"`{start}`" for start in list(STARTS)[:-1])
    return Diagnostic(
        "E0109",
        line.part(0, len(word)),
        f"`{word[:40]}` does not begin a declaration.",
        label=f"did you mean `{near}`?" if near else "not a word that begins a declaration",
        help="" if near else f"{some} or `{list(STARTS)[-1]}`.",
        replacement=near or None,
    )
