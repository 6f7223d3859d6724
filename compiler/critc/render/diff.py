"""What changed in a file, as a unified diff: for `patch`, or in colour for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

_COLOURS = {"---": "1", "+++": "1", "@@ ": "36", "-": "31", "+": "32"}


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff, each with its line feed; none if the texts are the same."""
    for line in unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith("\n") else f"{line}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends. Only a line feed ends one, as for the compiler."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def painted(line: str) -> str:
    """A line of a diff with ANSI colours, free of what a terminal would act on."""
    words = line.rstrip("\r\n")
    shown = "".join(each if each.isprintable() else "�" for each in words)
    colour = next((code for start, code in _COLOURS.items() if words.startswith(start)), "")
    return f"\x1b[{colour}m{shown}\x1b[0m\n" if colour else f"{shown}\n"
