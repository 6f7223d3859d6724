""" "Did you mean …?": the known name that is nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a slip of the pen would turn into ``name``; None when none is near."""
    from difflib import get_close_matches  # slow to import, and most files have no mistake

    candidates = sorted(set(known))
    exact = [other for other in candidates if _plain(other) == _plain(name)]
    if exact:
        return exact[0]
    found = get_close_matches(name.lower(), [other.lower() for other in candidates], 1, 0.7)
    if found:
        return next(other for other in candidates if other.lower() == found[0])
    begun = [other for other in candidates if len(name) > 2 and other.startswith(name)]
    return begun[0] if len(begun) == 1 else None


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> tuple[str, str | None]:
    """A help line and the replacement for a name that is not known."""
    other = nearest(name, known)
    if other is None:
        return otherwise, None
    return f"Did you mean `{other}`?", other


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")
