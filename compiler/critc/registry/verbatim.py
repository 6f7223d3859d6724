"""A criterion of a record as the `>` lines of a `.crit` file: its words, its nested lists, wrapped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from critc.registry.items import Item
from critc.registry.paragraphs import Paragraph

_STEP = 2
_NARROWEST = 40
# A line that begins so would be taken for one of a list; the word before it keeps it company.
_LIKE_A_LIST = re.compile(r" (?=(?:[-*•–o]|\d+[.)]|Notes?:)(?: |$))")
_JOINT = "\0"


def verbatim(item: Item, width: int) -> tuple[str, ...]:
    """The lines, without the ``>`` before them, at most so many characters wide if words permit.

    The outermost bullet or number is left out: the criterion's own number stands for it.
    """
    first, *nested = item.paragraphs
    return (*_wrapped(first.letter_and_words, "", "", width), *_nested(first, nested, width))


def _nested(first: Paragraph, nested: list[Paragraph], width: int) -> Iterator[str]:
    around = [first]
    for each in nested:
        if not each.marker:
            yield from ("", *_wrapped(each.words, "", "", width))
            continue
        while len(around) > 1 and not (
            each.indent > around[-1].indent and each.end > around[-1].end
        ):
            around.pop()
        indent = " " * _STEP * (len(around) - 1)
        around.append(each)
        mark = _mark(each)
        yield from _wrapped(each.words, indent + mark, indent + " " * len(mark), width)


def _mark(each: Paragraph) -> str:
    if each.lettered:
        return f"- {each.marker} "
    return f"{each.marker.strip('、')}{'.' * each.marker.endswith('、')} " if each.number else "- "


def _wrapped(words: str, first: str, others: str, width: int) -> list[str]:
    joined = _LIKE_A_LIST.sub(_JOINT, words)
    lines = textwrap.wrap(
        joined,
        max(width, len(first) + _NARROWEST),
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_JOINT, " ") for line in lines]
