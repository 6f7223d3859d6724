"""A criterion's verbatim text as one reads it: where it was wrapped it is joined, bullets keep lines."""

from __future__ import annotations

BULLETS = ("- ", "* ", "• ", "– ", "o ")


def joined(wrapped: str) -> str:
    """``wrapped`` lines as paragraphs: a line feed before each bullet, numbered line and `Note:`.

    The words and their order stay as they are; an empty line ends a paragraph.
    """
    paragraphs: list[str] = []
    fresh = True
    for line in wrapped.split("\n"):
        words = line.strip()
        if not words:
            fresh = True
            continue
        if fresh or _starts_a_line(words):
            indent = line[: len(line) - len(line.lstrip())] if _starts_a_line(words) else ""
            paragraphs.append(indent + words)
        else:
            paragraphs[-1] += " " + words
        fresh = False
    return "\n".join(paragraphs)


def _starts_a_line(words: str) -> bool:
    number, _, rest = words.partition(" ")
    numbered = bool(rest) and number[:-1].isdigit() and number[-1] in ".)"
    return words.startswith(BULLETS) or numbered or words.startswith(("Note:", "Notes:"))
