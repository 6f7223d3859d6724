"""Typical mistakes, recognised where the parser stopped, and told in plain words."""

from __future__ import annotations

from critc.diagnostic import Diagnostic
from critc.syntax.layout import Piece
from critc.syntax.slips import blocks, conditions, declarations, numbers, tables, windows
from critc.syntax.slips.fallback import not_understood
from critc.syntax.slips.spot import WITH_CONDITIONS, Slip, Spot, spot_at

_BY_FIRST_WORD: tuple[Slip, ...] = (
    blocks.dash_alone,
    blocks.other_bullet,
    blocks.indented_declaration,
    blocks.exception_misplaced,
    blocks.out_of_order,
    blocks.nothing_to_check,
    declarations.bad_number,
    declarations.bad_use,
    declarations.expected_word,
    declarations.query_kind,
    declarations.missing_question,
    declarations.missing_quotes,
    declarations.judged_by_nobody,
    declarations.type_out_of_place,
    declarations.no_name,
    declarations.bad_name,
    tables.empty_cell,
    tables.rows_missing,
    tables.row_out_of_column,
    declarations.setting,
    declarations.nothing_below,
    numbers.letter_x,
    numbers.grouped_digits,
    numbers.decimal_comma,
    windows.other_date,
    numbers.unknown_sign,
    numbers.broken_unit,
)
_IN_CONDITIONS: tuple[Slip, ...] = (
    conditions.misspelt,
    conditions.heading_cut_short,
    declarations.cited_badly,
    conditions.is_no,
    conditions.exception_beside,
    conditions.options_joined,
    conditions.last_option_joined,
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
    conditions.unfinished,
)
_BY_PLACE: tuple[Slip, ...] = (
    conditions.joined_elsewhere,
    declarations.case_of_nobody,
    conditions.misspelt,
    conditions.hyphened_name,
    blocks.dash_without_heading,
    blocks.missing_dash,
    blocks.two_conditions,
    blocks.indented_under_nothing,
    blocks.wrong_column,
    conditions.name_with_spaces,
)


def explain(piece: Piece, offset: int) -> Diagnostic:
    """What is wrong at an offset of the file, where this declaration stopped being understood.

    The slips are tried in order; the first that recognises its mistake speaks.
    """
    spot = spot_at(piece, offset)
    inside = _IN_CONDITIONS if piece.word in WITH_CONDITIONS else ()
    for slip in (*_BY_FIRST_WORD, *inside, *_BY_PLACE):
        problem = slip(spot)
        if problem and problem.span.start <= _reach(spot):
            return problem
    return not_understood(spot)


def _reach(spot: Spot) -> int:
    """The end of the word where the parser stopped: a mistake is never after it."""
    return spot.part(0, spot.offset + len(spot.word)).end
