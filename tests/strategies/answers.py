"""Answers to what a validator asks for, of those that it says settle a criterion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def record_with_answers(
    module: Any, patient: Any, question: Any, seed: int
) -> Iterator[tuple[str, bool, Any]]:
    """For each answer that is said to settle a criterion: criterion, outcome and the scope with it."""
    scope = module.Scope(patient, {}, {}, {})
    entry = module.entry_at(module.dictionary(), question.fact)
    trees = {name: module.criteria()[name]() for name in question.criteria}
    trial = module.Trial(question.fact, entry, trees, scope, module.dictionary())
    for tried in (trial, trial.further):
        for name in question.criteria if tried else ():
            for stretch, outcome in zip(tried.stretches, tried.outcomes[name], strict=True):
                if outcome is not None:
                    for answer in answers_in(module, stretch, tried.kind, seed):
                        yield name, outcome, module.answered(tried.scope, tried.path, answer)


def answers_in(module: Any, stretch: Any, kind: str, seed: int) -> list[Any]:
    """Answers of a stretch other than those that were tried."""
    if isinstance(stretch.low, str) or kind not in ("date", "number"):
        return list(stretch.tried)
    if kind == "date":
        width = stretch.high - stretch.low
        days = {stretch.low + width * seed // 3, stretch.low + min(width, seed)}
        return [module.date.fromordinal(day) for day in days]
    low = stretch.low if stretch.low != -module.INFINITY else -1000
    high = stretch.high if stretch.high != module.INFINITY else max(low, 0) + 1000
    value = module.exact(low) + (module.exact(high) - module.exact(low)) * (2 * seed + 1) / 8
    if isinstance(stretch.tried[0], int):
        return [min(max(int(value), int(low)), int(high))]
    return [value if isinstance(stretch.tried[0], type(value)) else module.Quantity(value)]
