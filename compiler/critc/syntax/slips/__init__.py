"""Typical mistakes, recognised where the parser stopped, and told in plain words."""

from __future__ import annotations

from critc.diagnostic import Diagnostic
from critc.syntax.slips import (
    blocks,
    conditions,
    declarations,
    joints,
    numbers,
    prose,
    tables,
    windows,
)
from critc.syntax.slips.fallback import not_understood
from critc.syntax.slips.repairs import repaired
from critc.syntax.slips.spot import WITH_CONDITIONS, Slip, Spot

OF_ONE_LINE = frozenset(
    "E0117 E0126 E0127 E0131 E0132 E0133 E0134 E0135 E0136 E0137 E0138 E0139 E0141 E0142 E0143 E0144"
    " E0145 E0146 E0147 E0153 E0171 E0174".split()
)
"""Mistakes inside a line that has its place: the lines below it are where they should be."""

_BY_FIRST_WORD: tuple[Slip, ...] = (
    prose.unmarked,
    prose.quoted_below,
    prose.heading,
    blocks.dash_alone,
    blocks.other_comment,
    numbers.bold,
    blocks.other_bullet,
    blocks.indented_declaration,
    blocks.exception_misplaced,
    blocks.out_of_order,
    blocks.nothing_to_check,
    blocks.value_out_of_place,
    declarations.bad_number,
    declarations.bad_use,
    declarations.expected_word,
    declarations.query_kind,
    declarations.missing_question,
    declarations.missing_quotes,
    declarations.judged_by_nobody,
    declarations.judged_by_quoted,
    declarations.type_out_of_place,
    declarations.no_name,
    declarations.bad_name,
    tables.empty_cell,
    tables.table_of_nothing,
    tables.header_missing,
    tables.rows_missing,
    tables.row_out_of_column,
    numbers.times_forgotten,
    numbers.times_in_words,
    numbers.raised_digits,
    numbers.unit_and_more,
    windows.other_date,
    numbers.two_points,
    numbers.mercury,
    declarations.no_type,
    declarations.setting,
    declarations.nothing_below,
    numbers.letter_x,
    numbers.grouped_digits,
    numbers.decimal_comma,
    numbers.unknown_sign,
    numbers.broken_unit,
    tables.two_in_a_cell,
)
_IN_CONDITIONS: tuple[Slip, ...] = (
    prose.number_in_words,
    prose.verdict,
    prose.joint_alone,
    prose.article,
    conditions.sentence,
    conditions.another_if,
    conditions.misspelt,
    conditions.heading_cut_short,
    conditions.of_nothing,
    declarations.cited_badly,
    conditions.is_no,
    conditions.exception_beside,
    prose.or_more,
    joints.numbers_joined,
    joints.options_joined,
    joints.last_option_joined,
    windows.two_lengths,
    numbers.unusual_range,
    numbers.dash_for_minus,
    joints.joined,
    joints.joined_by_comma,
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
    windows.sign_for_word,
    numbers.compared_in_words,
    joints.ends_in_a_joint,
    conditions.unfinished,
    conditions.name_with_number,
)
_BY_PLACE: tuple[Slip, ...] = (
    joints.joined_elsewhere,
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


def explain(spot: Spot) -> Diagnostic:
    """What is wrong where a declaration stopped being understood.

    The slips are tried in order; the first that recognises its mistake speaks.
    """
    inside = _IN_CONDITIONS if spot.piece.word in WITH_CONDITIONS else ()
    for slip in (*_BY_FIRST_WORD, *inside, *_BY_PLACE):
        problem = slip(spot)
        if problem and problem.span.start <= _reach(spot):
            return problem
    return repaired(spot) or not_understood(spot)


def _reach(spot: Spot) -> int:
    """The end of the word where the parser stopped: a mistake is never after it."""
    return spot.part(0, spot.offset + len(spot.word)).end
