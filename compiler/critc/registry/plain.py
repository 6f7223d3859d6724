"""The record's text as it is read: Markdown escapes undone, characters that nobody sees left out."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_TAB = 4


def visible_only(text: str) -> str:
    """The text without characters that have no width, turn the direction of writing, or are halves.

    A `.crit` file refuses them. Line ends of every kind stay.
    """
    return _UNSEEN.sub("", text)


def unescaped(text: str) -> str:
    r"""The text without the registry's Markdown escapes: ``\>`` is ``>``, ``10\*\*9`` is ``10**9``."""
    return _ESCAPED.sub(r"\1", text)


def plain(text: str) -> str:
    """The text as it is read, its lines ended by line feeds, tabs as spaces."""
    lines = visible_only(text).splitlines()
    return "\n".join(unescaped(line).expandtabs(_TAB).rstrip() for line in lines)


def one_line(text: str) -> str:
    """The words of a text, one space between two."""
    return " ".join(visible_only(text).split())


def quotable(text: str) -> str:
    """The words as they can stand in quotes in a `.crit` file."""
    return one_line(text).replace('"', "'")
