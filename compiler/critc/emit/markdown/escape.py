"""Text as Markdown that shows it as it is."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$])|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)(?:([-+=#])|(\d+)([.)]))")


def inline(text: str) -> str:
    """A text inside a line or a cell of a table; its line feeds become spaces."""
    return _ANYWHERE.sub(_escaped, " ".join(text.split()))


def block(text: str) -> str:
    """A text as a paragraph of its own, its line feeds kept."""
    lines = [_line(line) for line in text.strip().split("\n")]
    following = [*lines[1:], ""]
    breaks = ("\\" if line and after else "" for line, after in zip(lines, following, strict=True))
    return "\n".join(line + end for line, end in zip(lines, breaks, strict=True))


def quoted(text: str) -> str:
    """A text as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in block(text).split("\n"))


def _line(line: str) -> str:
    bare = line.strip()
    indent = "&nbsp;" * (len(line.rstrip()) - len(bare))
    escaped = _ANYWHERE.sub(_escaped, bare)
    return indent + _AT_START.sub(_no_marker, escaped)


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else "&amp;"


def _no_marker(found: re.Match[str]) -> str:
    """ "- ", "# " or "1." at the beginning of a line is no list and no heading."""
    if found[2]:
        return f"{found[1]}\\{found[2]}"
    return f"{found[1]}{found[3]}\\{found[4]}"
