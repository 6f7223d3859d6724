"""Python text as a formatter would leave it: literals, and what does not fit on one line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDTH = 100


def literal(text: str) -> str:
    """A string literal in double quotes."""
    quoted = repr(text)
    if quoted[0] == '"':
        return quoted
    inner = quoted[1:-1].replace("\\'", "'")
    return (
        f"'{inner}'" if '"' in inner and "'" not in inner else '"' + inner.replace('"', '\\"') + '"'
    )


def fitted(line: str, exploded: Iterable[str]) -> list[str]:
    """The line if it fits, else those it is broken into."""
    return [line] if len(line) <= WIDTH else list(exploded)


def bracketed(indent: str, head: str, items: Iterable[str], tail: str) -> list[str]:
    """``head item, item tail`` on one line if that fits, else one item a line."""
    items = list(items)
    comma = "," if head.endswith("(") and tail.startswith(")") and len(items) == 1 else ""
    return fitted(
        f"{indent}{head}{', '.join(items)}{comma}{tail}",
        [f"{indent}{head}", *(f"{indent}    {item}," for item in items), f"{indent}{tail}"],
    )


def called(indent: str, head: str, arguments: list[str], tail: str = ")") -> list[str]:
    """A call on one line if that fits, else its arguments on one of their own, else on one each."""
    line = ", ".join(arguments)
    inside = f"{indent}    {line}"
    lines = [line] if len(inside) <= WIDTH else [f"{argument}," for argument in arguments]
    return fitted(
        f"{indent}{head}{line}{tail}",
        [f"{indent}{head}", *(f"{indent}    {each}" for each in lines), f"{indent}{tail}"],
    )


def docstring(indent: str, text: str) -> list[str]:
    """A docstring whose first line is the first paragraph's, wrapped; paragraphs stay apart."""
    safe = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    paragraphs = [" ".join(paragraph.split()) for paragraph in safe.split("\n\n")]
    lines = [
        line
        for i, paragraph in enumerate(paragraphs)
        for line in [*([""] if i else []), *_wrapped(paragraph, len(indent), first=not i)]
    ]
    if len(lines) == 1 and WIDTH - 3 < len(indent + lines[0]) + 3 <= WIDTH:
        # Its closing quotes alone do not fit: break it before the last word.
        lines = _wrapped(paragraphs[0], len(indent) + 3, first=True)
    if lines[-1].endswith('"'):
        lines[-1] = lines[-1][:-1] + '\\"'
    if len(lines) == 1 and len(indent + lines[0]) + 6 <= WIDTH:
        return [f'{indent}"""{lines[0]}"""']
    shown = [f'"""{lines[0]}', *lines[1:], '"""']
    return [f"{indent}{line}" if line else "" for line in shown]


def _wrapped(paragraph: str, indent: int, first: bool) -> list[str]:
    opening = '"""' if first else ""
    lines = textwrap.wrap(
        opening + paragraph,
        WIDTH - indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [lines[0].removeprefix(opening), *lines[1:]]
