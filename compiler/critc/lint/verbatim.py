"""Where in a file the words of a criterion's text stand."""

from __future__ import annotations

from itertools import islice

from critc.lint.subject import Criterion
from critc.source import Source, Span


def place(source: Source, criterion: Criterion, start: int, end: int) -> Span:
    """The span of ``criterion.core.text[start:end]``, as far as it is on one line.

    That text is the written one with other blanks: the two are counted in letters.
    """
    text = criterion.core.text
    before = len("".join(text[:start].split()))
    within = len("".join(text[start:end].split()))
    letters = list(islice(_letters(source, criterion), before, before + within))
    first = letters[0]
    line_end = source.text.find("\n", first)
    return Span(first, next(at for at in reversed(letters) if at < line_end or line_end < 0) + 1)


def _letters(source: Source, criterion: Criterion) -> list[int]:
    """The places of all that is no blank in the verbatim text."""
    span, found = criterion.written.text_span, list[int]()
    at = span.start
    for line in source.words(span).split("\n"):
        if line.lstrip().startswith(">"):  # else a comment
            words = at + line.index(">") + 1
            found += [i for i in range(words, at + len(line)) if not source.text[i].isspace()]
        at += len(line) + 1
    return found
