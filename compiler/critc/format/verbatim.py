"""A criterion's verbatim text, wrapped: its words, their order and its lists stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from critc.ir.verbatim import joined
from critc.syntax.layout import Line, cut

WIDTH = 100
"""How many columns a line may take, quoted words excepted."""

_MARGIN = len("  > ")
_MARK = re.compile(r" *(?:(?:[-*•–o]|\d+[.)]) +)?")
# Two spaces, or one that does not break, are the protocol's own: only a single one is a joint.
_JOINT = re.compile(r"(?<=\S) (?=\S)")


def wrapped(text: str) -> str:
    """The file with its verbatim paragraphs wrapped, of which a line is too long; the others stay."""
    made, at = list[str](), 0
    for piece in cut(text):
        for run in _runs(text, [line for line in piece.lines if line.verbatim]):
            start, end = run[0].start - run[0].column, run[-1].span.end
            lines = [line for paragraph in _paragraphs(run) for line in _fitted(paragraph)]
            margin = f"{run[0].indent}> "
            made += text[at:start], "\n".join((margin + line).rstrip() for line in lines)
            at = end
    return "".join(made) + text[at:]


def _runs(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Verbatim lines that no comment and no blank line parts."""
    run = lines[:1]
    for above, line in pairwise(lines):
        if text.count("\n", above.span.end, line.start) > 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _paragraphs(run: Iterable[Line]) -> Iterator[list[str]]:
    """The lines by paragraph, as the outputs join them; an empty line stands alone."""
    paragraph = list[str]()
    for line in run:
        words = line.text[1:].removeprefix(" ")
        if paragraph and not (paragraph[-1].strip() and words.strip() and _continues(words)):
            yield paragraph
            paragraph = []
        paragraph.append(words)
    yield paragraph


def _continues(words: str) -> bool:
    """Whether a line that begins so continues the one above it."""
    return "\n" not in joined(f"above\n{words}")


def _fitted(paragraph: list[str]) -> list[str]:
    width = WIDTH - _MARGIN
    if all(len(line) <= width for line in paragraph):
        return paragraph
    words = joined("\n".join(paragraph))
    mark = _MARK.match(words)
    assert mark is not None, "the mark may be empty"
    hanging = "" if _continues(words) else " " * mark.end()
    line, *chunks = _chunks(words[mark.end() :])
    lines = [mark.group() + line]
    for chunk in chunks:
        if len(f"{lines[-1]} {chunk}") <= width:
            lines[-1] += f" {chunk}"
        else:
            lines.append(hanging + chunk)
    return lines


def _chunks(words: str) -> list[str]:
    """What may stand on a line of its own: a word, or several of which the next looks like a list."""
    pieces, chunks = _JOINT.split(words), list[str]()
    for index, piece in enumerate(pieces):
        if chunks and not _continues(" ".join(pieces[index : index + 2])):
            chunks[-1] += f" {piece}"
        else:
            chunks.append(piece)
    return chunks
