"""Slips in how lines stand to each other: headings, dashes, columns, exceptions, order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from critc.diagnostic import Diagnostic, Related
from critc.syntax import messages
from critc.syntax.layout import Line
from critc.syntax.slips.spot import EXCEPTIONS, HEADING, OPENINGS, WITH_CONDITIONS, Spot, code, lead

_QUERY = re.compile(r"query\b")
_READ = re.compile(r"read +as\b")
_HEAD = re.compile(r"(?:inclusion|exclusion) \d+[a-z]?$|define ")
_DECLARES = re.compile(
    r"(?:(?P<word>inclusion|exclusion) \d+[a-z]?$|(?P<other>protocol|use|moment|part|choices|records"
    r"|measurement|define|formula|table|patient|case) [\w\"])"
)
_DASHED = {
    "records": "a field of the records",
    "choices": "a value of the choice",
    "fact": "a value of the choice",
    "measurement": "a value of the choice",
    "patient": "a value of the patient",
    "case": "a value of the patient",
}
_GIVEN = re.compile(r"\w+ = ?(?:$|(?:not known|none|ongoing)$|\d{4}-|\")")
_ORDER = (
    "The order is: `only if`, `only in`, `assessed` and `let`; then the condition, its exception, the"
    " queries."
)


def siblings(spot: Spot) -> list[Line]:
    """The lines above in the same block, which begin in the line's own column; the last one first."""
    return list(_siblings(spot.piece.lines[1 : spot.index], spot.line.column))


def _siblings(lines: tuple[Line, ...], column: int) -> Iterator[Line]:
    for line in reversed(lines):
        if line.column == column:
            yield line
        elif line.column < column:
            if line.column + lead(line) == column:
                yield line
            return


def _is_condition(line: Line) -> bool:
    words = code(line)
    others = (EXCEPTIONS, OPENINGS, _QUERY, _READ)
    return not line.verbatim and not any(other.match(words) for other in others)


def _has_dash(line: Line) -> bool:
    return lead(line) > 0


def indented_declaration(spot: Spot) -> Diagnostic | None:
    """A declaration that begins in another column than the first."""
    match = _DECLARES.match(spot.code)
    if not match or not spot.index or spot.lead or spot.offset > match.end():
        return None
    word = match["word"] or match["other"]
    return Diagnostic(
        "E0110",
        spot.part(0, len(word)),
        f"`{word}` begins a declaration, but is not in the first column.",
        label="move it to the left margin",
        help="Declarations start in the first column; what belongs to them is indented.",
    )


def exception_misplaced(spot: Spot) -> Diagnostic | None:
    """`unless` with a dash, in the column of the dashes, indented under nothing, after a query."""
    match = EXCEPTIONS.match(spot.code)
    if not match or not spot.at_start:
        return None
    above = siblings(spot)
    if _has_dash(spot.line):
        return _misplaced(
            spot,
            "An exception is not a member of the list.",
            "no dash here",
            "Take the dash away, and start the line in the column of the words that it excepts.",
        )
    if above and _has_dash(above[0]) and above[0].column == spot.line.column:
        return _in_column_of_dashes(spot, above[0])
    if above and EXCEPTIONS.match(code(above[0])):
        return Diagnostic(
            "E0122",
            spot.found(match),
            "This is a second exception to the same condition.",
            label="the second",
            help=f"Put both under `{match.group()} any of`, with a dash each;"
            " or, for an exception to the exception, indent it by two more spaces below"
            f" `{match.group()}`.",
            related=(Related(above[0].span, "the first"),),
        )
    if above and (_QUERY.match(code(above[0])) or OPENINGS.match(code(above[0]))):
        return _out_of_order(spot, above[0])
    if spot.above and spot.line.column > spot.above.column + lead(spot.above):
        return _misplaced(
            spot,
            "This exception starts in a column where it excepts nothing.",
            "to the column of the words that it excepts",
            f"Start it in column {spot.above.column + lead(spot.above) + 1} to except the line above.",
            (Related(spot.above.span, "the line above starts there"),),
        )
    return None


def _misplaced(
    spot: Spot, message: str, label: str, advice: str, related: tuple[Related, ...] = ()
) -> Diagnostic:
    match = EXCEPTIONS.match(spot.code)
    assert match is not None
    return Diagnostic("E0121", spot.found(match), message, label, advice, related)


def _in_column_of_dashes(spot: Spot, member: Line) -> Diagnostic:
    heading = next(_siblings(spot.piece.lines[: spot.index], spot.line.column - 1), None)
    for line in reversed(spot.piece.lines[1 : spot.index]):
        if line.column < spot.line.column:
            heading = line
            break
    inner = member.column + lead(member) + 1
    related = [Related(member.span, f"column {inner}: to except this member alone")]
    if heading and HEADING.match(code(heading)):
        outer = heading.column + lead(heading) + 1
        related.append(
            Related(heading.span, f"column {outer}, as `whole list …`: to except all of it")
        )
    return _misplaced(
        spot,
        "This exception stands in the column of the dashes, where it excepts nothing.",
        "one member, or the whole list?",
        "To except the member above, start it in the column of the member's words. To except the"
        " whole list, write `whole list` before it, in the column of the heading.",
        tuple(related),
    )


def out_of_order(spot: Spot) -> Diagnostic | None:
    """A clause after the condition, verbatim text after it, a query before it."""
    if not spot.at_start:
        return None
    if spot.line.text.startswith(">") and not spot.line.verbatim:
        return Diagnostic(
            "E0118",
            spot.line.span,
            "The protocol's own words stand below the number of a criterion.",
            label="of which criterion?",
            help="Above them write `inclusion 3` or `exclusion 3`, with the number in the protocol.",
        )
    above = siblings(spot)
    if spot.line.verbatim and above:
        return Diagnostic(
            "E0118",
            spot.line.span,
            "The protocol's own words stand before the condition.",
            label="too late here",
            help="Move this line up, below the criterion's number.",
            related=(Related(above[0].span, "the condition begins above"),),
        )
    conditions = [line for line in above if _is_condition(line)]
    if OPENINGS.match(spot.code) and above and conditions:
        return _out_of_order(spot, conditions[0])
    if _READ.match(spot.code) and above and _QUERY.match(code(above[0])):
        return Diagnostic(
            "E0152",
            spot.line.span,
            "The reading belongs below its query.",
            label="indent it by two spaces",
            replacement=f"  {spot.line.text}",
        )
    return None


def _out_of_order(spot: Spot, other: Line) -> Diagnostic:
    return Diagnostic(
        "E0118",
        spot.line.span,
        "This line comes too late.",
        label="move it up",
        help=_ORDER,
        related=(Related(other.span, "it belongs before this"),),
    )


def missing_dash(spot: Spot) -> Diagnostic | None:
    """A member without its dash: below a heading, or between lines that have one."""
    if not spot.at_start or _has_dash(spot.line) or not spot.index or spot.line.verbatim:
        return None
    if not _is_condition(spot.line) or spot.code.startswith("expect "):
        return None
    above, column = siblings(spot), spot.line.column
    beside = bool(above) and _has_dash(above[0]) and above[0].column == column
    below_heading = spot.above is not None and column > spot.above.column
    headed = below_heading and spot.above is not None and HEADING.match(code(spot.above))
    dashed = _DASHED.get(spot.piece.word)
    if not (beside or headed or (dashed and below_heading)):
        return None
    return Diagnostic(
        "E0112",
        spot.line.span,
        "This line has no dash.",
        label=f"{dashed or 'a member of the list'}?",
        help="Each member of a list begins with a dash and a space.",
        related=(Related(above[0].span, "this one has a dash"),) if beside else (),
        replacement=f"- {spot.line.text}",
    )


def two_conditions(spot: Spot) -> Diagnostic | None:
    """Two lines in one column, and no heading that says how they are joined."""
    if not spot.at_start or _has_dash(spot.line) or not _is_condition(spot.line):
        return None
    first = next((line for line in siblings(spot) if _is_condition(line)), None)
    if first is None or spot.piece.word not in WITH_CONDITIONS:
        return None
    return Diagnostic(
        "E0111",
        spot.line.span,
        "Two conditions stand below each other, and nothing says how they are joined.",
        label="both, or either?",
        help="Put `all of` or `any of` above them, and a dash before each.",
        related=(Related(first.span, "the first condition"),),
    )


def dash_without_heading(spot: Spot) -> Diagnostic | None:
    """A dash below a line that heads no list, or two dashes on one line."""
    if not _has_dash(spot.line) or spot.offset > 0:
        return None
    if spot.code.startswith("- ") or (spot.at > 0 and spot.code.startswith("-")):
        return Diagnostic(
            "E0113",
            spot.part(0, 1),
            "Two dashes stand on one line.",
            label="one dash for each member",
            help="For a list in a list, put its heading after the first dash, and its members below.",
        )
    if spot.at > 0 or spot.piece.word not in WITH_CONDITIONS:
        return None
    return Diagnostic(
        "E0113",
        spot.line.span,
        "This is a member of a list, but no heading above says how the list is joined.",
        label="all of them, any of them, none of them?",
        help="Put `all of`, `any of`, `none of` or `at least 2 of` on the line above the first dash.",
    )


def indented_under_nothing(spot: Spot) -> Diagnostic | None:
    """A line deeper than the one above, which takes nothing below it."""
    above = spot.above
    if not spot.at_start or above is None or spot.line.column <= above.column + lead(above):
        return None
    if spot.index == 1 and spot.piece.word in WITH_CONDITIONS:
        return None
    return Diagnostic(
        "E0120",
        spot.line.span,
        "This line is indented, but the line above takes nothing below it.",
        label="one condition, one line",
        help="Only headings, `unless`, `accepted if` and queries have lines below them."
        " A condition is written on one line.",
        related=(Related(above.span, "the line above"),),
    )


def wrong_column(spot: Spot) -> Diagnostic | None:
    """A query, an outcome or a member in a column where nothing of its kind can stand."""
    if not spot.at_start or spot.above is None:
        return None
    dashed = _has_dash(spot.line)
    if not dashed and not re.match(r"(?:query|read as|expect)\b", spot.code):
        return None
    outer = [
        line
        for line in spot.piece.lines[1 : spot.index]
        if line.column < spot.line.column and _has_dash(line) >= dashed
    ]
    column = max((line.column for line in outer), default=2)
    return Diagnostic(
        "E0120",
        spot.line.span,
        "This line does not fit in this column.",
        label=f"column {column + 1}?",
        help="A member of a list starts in the column of the other dashes."
        if dashed
        else "It starts in the column of the condition, or of the other lines of its kind.",
    )


def value_out_of_place(spot: Spot) -> Diagnostic | None:
    """``- ecog = 1``, or ``- given : period``, below something that has no such lines."""
    if spot.piece.word in ("patient", "case", "formula") or not _has_dash(spot.line):
        return None
    if spot.piece.word != "records" and re.match(r"\w+ : ?\w", spot.code):
        return Diagnostic(
            "E0120",
            spot.line.span,
            "This line declares a field of records, but stands below something else.",
            label="of which records?",
            help='Fields stand below `records name "…"`; a question of its own is `fact name "…"`.',
        )
    match = re.match(r"(?P<name>\w+) =(?: |$)", spot.code)
    if not match or (spot.piece.word in WITH_CONDITIONS and not _GIVEN.match(spot.code)):
        return None
    return Diagnostic(
        "E0120",
        spot.line.span,
        "This line gives a value to a patient, but stands below something else.",
        label="of which patient?",
        help="Values stand below a `patient` or a `case`.",
    )


def other_comment(spot: Spot) -> Diagnostic | None:
    """``/* … */``"""
    return None if spot.line.verbatim or spot.lead else messages.other_comment(spot.line)


def nothing_to_check(spot: Spot) -> Diagnostic | None:
    """A criterion of words alone, or clauses that no condition follows."""
    if spot.piece.word not in WITH_CONDITIONS[:3]:
        return None
    query_first = (
        spot.at_start
        and _QUERY.match(spot.code)
        and not any(_is_condition(line) for line in siblings(spot))
    )
    ended = not spot.word and bool(
        spot.line.verbatim
        or OPENINGS.match(spot.code)
        or (not spot.index and _HEAD.match(spot.code))
    )
    if not (query_first or ended):
        return None
    head = spot.piece.lines[0]
    return Diagnostic(
        "E0119",
        head.span if not spot.index or spot.line.verbatim else spot.line.span,
        "There is no condition here.",
        label="what is to be checked?",
        help="Write the condition below the protocol's words. What only a person can decide is a"
        ' judgement: `judgement name by investigator "Question?"`.',
    )


def dash_alone(spot: Spot) -> Diagnostic | None:
    """A dash with nothing after it."""
    if spot.line.text != "-":
        return None
    return Diagnostic(
        "E0127",
        spot.line.span,
        "Nothing stands after this dash.",
        label="what belongs to the list here?",
        help="A member begins on the line of its dash.",
    )


def other_bullet(spot: Spot) -> Diagnostic | None:
    """``•``, ``–``, ``*`` or a dash without a space."""
    match = re.match(r"[•–—*·◦▪]|-(?=\w)", spot.line.text)
    if not match or not spot.at_start or spot.line.verbatim:
        return None
    return Diagnostic(
        "E0112",
        spot.line.part(0, len(match.group())),
        "A member of a list begins with a dash and a space.",
        label="`- `",
        replacement="-" if spot.line.text[1:2] == " " else "- ",
    )
