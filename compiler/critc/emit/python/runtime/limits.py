"""Where the outcome of a clause can change as one fact varies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from critc.emit.python.runtime.clauses import Clause
from critc.emit.python.runtime.comparisons import Comparison, End
from critc.emit.python.runtime.joined import Elsewhere
from critc.emit.python.runtime.lists import Aggregate, Highest, Listing, Total
from critc.emit.python.runtime.numbers import INFINITY, exact, exact_end
from critc.emit.python.runtime.picks import Consecutive, Selected
from critc.emit.python.runtime.tables import NumberKey, Table
from critc.emit.python.runtime.terms import (
    Convert,
    Limit,
    Never,
    Product,
    Quotient,
    Scope,
    Sum,
    Term,
    Value,
)

# --- limits: where the outcome of a clause can change ----------------------------------------------


def answered(scope: Scope, path: str, answer: Any) -> Scope:
    """The scope in which a question has this answer."""
    return Scope(scope.patient, scope.records, {**scope.given, path: answer}, {})


def recorded_at(path: str, scope: Scope) -> Any:
    """What a path holds."""
    if path in scope.given:
        return scope.given[path]
    value: Any = scope.patient
    for step in path.split("."):
        name, _, index = step.partition("[")
        if value is None or isinstance(value, str):
            return None
        attribute = next(each for each in (name, f"{name}_", f"x{name}") if hasattr(value, each))
        value = getattr(value, attribute)
        if index:
            value = value.items[int(index[:-1])]
    return value


def open_leaves(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses that are not settled, down to those that ask one thing, each with its records."""
    if clause.judge(scope).outcome is not None:
        return
    if isinstance(clause, Elsewhere):
        yield from open_leaves(clause.build(), scope)
        return
    if isinstance(clause, (Comparison, Selected, Consecutive, Table)) or not clause.parts():
        yield clause, scope
    for part, inner in inside(clause, scope):
        yield from open_leaves(part, inner)


def inside(clause: Clause, scope: Scope) -> Iterator[tuple[Clause, Scope]]:
    """The clauses in a clause, those on records once for each record."""
    if isinstance(clause, (Selected, Consecutive)):
        for inner in clause.records.bound(scope):
            yield clause.records.where, inner
            yield clause.then, inner
        return
    if isinstance(clause, Comparison):
        for records in {id(each): each for each in listings(clause)}.values():
            for inner in records.bound(scope):
                yield records.where, inner
        return
    for part in clause.parts():
        yield part, scope


def listings(clause: Comparison) -> Iterator[Listing]:
    """The lists over which a comparison counts or sums."""
    for end in clause.ends:
        for term in (*terms_in(end.left), *terms_in(end.right)):
            if isinstance(term, Aggregate):
                yield term.records


def terms_in(term: Term) -> Iterator[Term]:
    """A term and those that it is made of."""
    yield term
    for part, _ in term.parts():
        yield from terms_in(part)


def own_paths(term: Term, scope: Scope) -> set[str]:
    """The paths of values that a term itself reads."""
    paths = set()
    for each in terms_in(term):
        if isinstance(each, Aggregate):
            for member in each.records.bound(scope):
                paths |= {path for path, _ in each.of_each(member)}
        elif not any(True for _ in each.parts()):
            paths |= {path for path, _ in each.refs(scope)}
    return paths


def number_limits(clause: Clause, scope: Scope, path: str) -> set[Any] | None:
    """The numbers at which a clause can change; None if the number is part of a formula."""
    limits: set[Any] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_limits(end, at, path)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, Table):
            for index, key in enumerate(leaf.keys):
                if not isinstance(key, NumberKey) or path not in own_paths(key.term, at):
                    continue
                if not isinstance(key.term, Value):
                    return None
                for row in leaf.rows:
                    cell = row.cells[index]
                    limits.update(() if cell is None else cell.limits())
    return limits


def end_limits(end: End, scope: Scope, path: str) -> set[Any] | None:
    """The same for one end of a comparison."""
    for side, other in ((end.left, end.right), (end.right, end.left)):
        if path not in own_paths(side, scope):
            continue
        if path in own_paths(other, scope):
            return None
        value = other.value(scope, set())
        ends = [] if value is None else [value.low, value.high]
        known = [exact_end(each) for each in ends if abs(each) != INFINITY]
        found = [meeting(side, each, scope, path) for each in known or [exact(0)]]
        limits = [each for each in found if each is not None]
        if len(limits) < len(found):
            return None
        return set().union(*limits) if known else set()
    return set()


def meeting(term: Term, target: Any, scope: Scope, path: str) -> set[Any] | None:
    """The numbers at which a term that one number moves is ``target``, or has no value.

    None if that is not worked out: of powers, of extremes, and of a number that occurs twice.
    """
    if isinstance(term, (Value, Limit)):
        return {target}
    if isinstance(term, Convert):
        return meeting(term.term, (target - term.offset) / term.factor, scope, path)
    if isinstance(term, Total) and not isinstance(term, Highest):
        if path in {each for each, _ in term.records.refs(scope)}:
            return None
        rest = term.value(answered(scope, path, 0), set())
        return {target - rest.low} if rest is not None and rest.finite else set()
    if isinstance(term, (Sum, Product, Quotient)):
        return through(term, target, scope, path)
    return None


def through(
    term: Sum | Product | Quotient, target: Any, scope: Scope, path: str
) -> set[Any] | None:
    """The same of two terms, of which one has the number."""
    at_left, at_right = (
        path in {each for each, _ in part.refs(scope)} for part in (term.left, term.right)
    )
    if at_left and at_right:
        return None
    part, other = (term.left, term.right) if at_left else (term.right, term.left)
    fixed = other.value(scope, set())
    if fixed is None or fixed.unbounded:
        return set()
    if not fixed.finite:
        return None
    known = exact_end(fixed.low)
    if isinstance(term, Sum):
        rest = target - (term.sign * known if at_left else known)
        return meeting(part, rest if at_left else rest * term.sign, scope, path)
    if known == 0:
        return set()
    if isinstance(term, Product) or at_left:
        wanted = target / known if isinstance(term, Product) else target * known
        return meeting(part, wanted, scope, path)
    nothing = meeting(part, exact(0), scope, path)
    found = meeting(part, known / target, scope, path) if target else set()
    return None if found is None or nothing is None else found | nothing


def day_limits(clause: Clause, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The first days of stretches over which a clause does not change; None if that is not known."""
    limits: set[int] = set()
    for leaf, at in open_leaves(clause, scope):
        if isinstance(leaf, Comparison):
            for end in leaf.ends:
                found = end_days(end, at, path, span)
                if found is None:
                    return None
                limits |= found
        elif isinstance(leaf, (Selected, Consecutive)):
            limits |= other_days(leaf, at)
        elif isinstance(leaf, Table) and any(path == read for read, _ in leaf.values(at)):
            return None
    return limits


def other_days(leaf: Selected | Consecutive, scope: Scope) -> set[int]:
    """The days around those of the records, where the order of records can change."""
    days: set[int] = set()
    for member in leaf.records.dated(scope, leaf.date):
        for day in (member.first, member.last):
            if abs(day) != INFINITY:
                days |= {int(day), int(day) + 1}
    return days


def end_days(end: End, scope: Scope, path: str, span: tuple[int, int]) -> set[int] | None:
    """The same for one end of a comparison, which a day moves one way."""
    mentioned = [(day, sign) for day, sign in end.days() if day.read(scope)[1] == path]
    directions = {sign for _, sign in mentioned}
    if not directions:
        return None if path in own_paths(end.left, scope) | own_paths(end.right, scope) else set()
    if len(directions) > 1 or 0 in directions:
        return None

    def outcome(day: int) -> bool | None:
        try:
            at = answered(scope, path, date.fromordinal(day))
            return end.judge(at, None, 0).outcome
        except Never:
            return False

    changes: set[int] = set()
    waiting = [span]
    while waiting:
        low, high = waiting.pop()
        if outcome(low) is outcome(high):
            continue
        if high - low == 1:
            changes.add(high)
            continue
        middle = (low + high) // 2
        waiting += [(low, middle), (middle, high)]
    return changes
