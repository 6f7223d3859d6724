"""Who answers a criterion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from critc.coverage import Coverage, Totals, totals

JUDGED = 'judgement fit by investigator "Fit?"'


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("stable", "computed"),
        ("ecog ≤ 1", "computed"),
        ("some regimens", "computed"),
        (JUDGED, "judged"),
        (f"none of\n    - {JUDGED}\n    - {JUDGED.replace('fit', 'strong')}\n", "judged"),
        (f"all of\n    - stable\n    - {JUDGED}\n", "partly"),
        (f"some regimens where all of\n    - ended before screening\n    - {JUDGED}\n", "partly"),
        (f"only if sex is female\n  {JUDGED}", "partly"),
        ('judgement draft_1 by investigator "Stub"', "not encoded"),
    ],
)
def test_how_a_criterion_is_answered(
    covered: Callable[[str], Coverage], body: str, status: str
) -> None:
    [criterion] = covered(f"inclusion 1\n  > Text\n  {body}\n").criteria
    assert criterion.status == status


def test_a_definition_counts_where_it_is_used(covered: Callable[[str], Coverage]) -> None:
    found = covered(f"define fitness\n  {JUDGED}\n\ninclusion 1\n  > Text\n  fitness\n")
    assert found.criteria[0].status == "judged"


def test_a_stub_mentions_nothing(covered: Callable[[str], Coverage]) -> None:
    stub = 'judgement draft_1 by investigator "At least 18 years old?"'
    query = 'query undefined "Draft: at least 18 years?"\n    read as "as its text says"'
    [criterion] = covered(f"inclusion 1\n  > At least 18 years old\n  {stub}\n  {query}\n").criteria
    assert [gap.words for gap in criterion.forgotten] == ["At least 18 years old"]
    assert criterion.queries == 0
    assert not criterion.complete


def test_totals(covered: Callable[[str], Coverage]) -> None:
    found = covered(
        f"inclusion 1\n  > ECOG 0, 1 or 3\n  ecog is from 0 to 1\n\n"
        f'inclusion 2\n  > Fit\n  {JUDGED}\n  query undefined "How?"\n    read as "so"\n\n'
        'inclusion 3\n  > Later\n  judgement draft_3 by investigator "Later"\n'
    )
    assert found.totals == Totals(3, 1, 1, 0, 1, 1, 1)
    assert totals([found, found]) == Totals(6, 2, 2, 0, 2, 2, 2)
    assert not found.complete
