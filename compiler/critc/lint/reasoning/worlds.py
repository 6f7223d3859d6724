"""What must be so for a condition to hold: for each thing that it asks, the values that are left.

A *world* bounds things one by one; several worlds are alternatives. They take in every patient of whom
the condition can hold, and perhaps more: none left means that it can never hold.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from critc.lint.reasoning.values import Values

World = Mapping[Hashable, Values]
"""Things, and the values that each may have; what is not there may have any."""

Worlds = tuple[World, ...]
"""Alternatives: none of them is never, one that bounds nothing is anybody."""

ANYBODY: Worlds = ({},)
NOBODY: Worlds = ()

MOST = 64
"""More alternatives than these are taken together as one that has room for all."""


def only(thing: Hashable, values: Values) -> Worlds:
    """Those in which a thing has one of these values."""
    return ({thing: values},) if values else NOBODY


def either(parts: Iterable[Worlds]) -> Worlds:
    """Those of any of the parts."""
    found = tuple(world for part in parts for world in part)
    if any(not world for world in found):
        return ANYBODY
    return found if len(found) <= MOST else (_around(found),)


def both(parts: Iterable[Worlds]) -> Worlds:
    """Those that all parts have in common."""
    found = ANYBODY
    for part in parts:
        met = (_met(one, other) for one in found for other in part)
        found = tuple(world for world in met if world is not None)
        if len(found) > MOST:
            found = (_around(found),)
    return found


def _met(one: World, other: World) -> World | None:
    """The world in which both hold; None where a thing would have no value left."""
    found = dict(one)
    for thing, values in other.items():
        left = found[thing] & values if thing in found else values
        if not left:
            return None
        found[thing] = left
    return found


def _around(worlds: Worlds) -> World:
    """One world with room for all of these."""
    first, *others = worlds
    found = dict(first)
    for world in others:
        found = {thing: values | world[thing] for thing, values in found.items() if thing in world}
    return found
