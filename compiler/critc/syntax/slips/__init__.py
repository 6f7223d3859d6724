"""Typical mistakes, recognised where the parser stopped, and told in plain words."""

from __future__ import annotations

from critc.diagnostic import Diagnostic
from critc.syntax.layout import Piece
from critc.syntax.slips import blocks, conditions, declarations, numbers, windows
from critc.syntax.slips.fallback import not_understood
from critc.syntax.slips.spot import Slip, Spot, spot_at

SLIPS: tuple[Slip, ...] = (
    # how the line stands to those above it
    blocks.other_bullet,
    blocks.indented_declaration,
    blocks.exception_misplaced,
    blocks.out_of_order,
    blocks.nothing_to_check,
    # declarations: these know the line by its first word
    declarations.bad_number,
    declarations.bad_use,
    declarations.expected_word,
    declarations.query_kind,
    declarations.missing_question,
    declarations.missing_quotes,
    declarations.judged_by_nobody,
    declarations.type_out_of_place,
    declarations.bad_name,
    declarations.empty_cell,
    declarations.setting,
    declarations.cited_badly,
    declarations.nothing_below,
    # what stands on the line
    numbers.letter_x,
    numbers.grouped_digits,
    numbers.decimal_comma,
    windows.other_date,
    numbers.unknown_sign,
    conditions.exception_beside,
    conditions.options_joined,
    numbers.unusual_range,
    conditions.joined,
    conditions.not_before_comparison,
    conditions.every,
    conditions.excepted_in_other_words,
    windows.recent,
    windows.ago,
    windows.prior_to,
    windows.within_of,
    windows.no_unit,
    windows.no_moment,
    windows.bare_for,
    windows.no_side,
    windows.no_word,
    numbers.compared_in_words,
    numbers.broken_unit,
    declarations.case_of_nobody,
    conditions.misspelt,
    conditions.hyphened_name,
    # a line that might be right in another place
    blocks.dash_without_heading,
    blocks.missing_dash,
    blocks.two_conditions,
    blocks.indented_under_nothing,
    conditions.unfinished,
    conditions.name_with_spaces,
)
"""In the order in which they are tried: the first that recognises its mistake speaks."""


def explain(piece: Piece, offset: int) -> Diagnostic:
    """What is wrong at an offset of the file, where this declaration stopped being understood."""
    spot = spot_at(piece, offset)
    for slip in SLIPS:
        problem = slip(spot)
        if problem and problem.span.start <= _reach(spot):
            return problem
    return not_understood(spot)


def _reach(spot: Spot) -> int:
    """The end of the word where the parser stopped: a mistake is never after it."""
    return spot.part(0, spot.offset + len(spot.word)).end
