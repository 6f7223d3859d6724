"""Texts that would do harm if an output took them for more than words, and a protocol full of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from critc.ir.nodes import Program

WORDS = "just some words"
HOSTILE = {
    "script": "</script><script>hacked=1</script>",
    "img": "<img src=x onerror=hacked=1>",
    "comment": "<!--<script>hacked=1",
    "style": "</style><style>*{display:none}",
    "attribute": "\" ' onmouseover='hacked=1' x=\"",
    "entity": "&lt;b&gt; &amp; ]]> &#x202E;",
    "template": "{{ 7 * 7 }} ${hacked=1} {% raw %} `${hacked=1}`",
    "link": "[link](javascript:hacked=1) <http://x.y>",
    "markdown": "![x](y) **b** `c` | d ~~e~~",
    "bidi": "a\u202egnp.exe\u2066b\u2069",
    "lines": "one\n# two\n- three\n\n    four\n| five |\n---",
}

PROSE = {
    ("Program", "protocol"),
    ("Program", "title"),
    ("Program", "version"),
    ("Program", "source"),
    ("Program", "file"),
    ("Part", "title"),
    ("Declared", "question"),
    ("Listed", "title"),
    ("Option", "label"),
    ("Judged", "role"),
    ("Definition", "title"),
    ("Criterion", "text"),
    ("Query", "question"),
    ("Query", "reading"),
}
"""Where a protocol's words stand in the core: what its writer may write as they like."""


@dataclass
class _Writer:
    """Writes the words in the places where a protocol has words, each between marks of its own."""

    words: str
    each_once: bool
    marks: int = 0
    seen: set[tuple[str, str]] = field(default_factory=set)

    def write(self, node: Any) -> Any:
        if isinstance(node, tuple):
            return tuple(map(self.write, node))
        if not is_dataclass(node) or isinstance(node, type):
            return node
        changed = {each.name: self._field(node, each.name) for each in fields(node) if each.init}
        return replace(node, **changed)

    def _field(self, node: Any, name: str) -> Any:
        value = getattr(node, name)
        place = (type(node).__name__, name)
        if not isinstance(value, str) or place not in PROSE:
            return self.write(value)
        if self.each_once and place in self.seen:
            return value
        self.seen.add(place)
        self.marks += 1
        return f"q{self.marks}x{self.words}x{self.marks}q"


def written(program: Program, words: str, each_once: bool = False) -> tuple[Program, int]:
    """The protocol with these words wherever it has words, each between marks ``q1x`` and ``x1q``.

    ``each_once``: in one of each kind of place. With it the number of marks.
    """
    writer = _Writer(words, each_once)
    changed = writer.write(program)
    assert writer.seen == PROSE
    return changed, writer.marks


def marks_shown(text: str, words: Collection[str], marks: int) -> set[int]:
    """Which marks are in a text. AssertionError where one has not all of such words behind it."""
    found = set()
    for number in range(1, marks + 1):
        begun = text.count(f"q{number}x")
        whole = sum(text.count(f"q{number}x{each}x{number}q") for each in words)
        assert begun == whole, f"{min(words)[:50]}: torn in {begun - whole} of {begun} places"
        if whole:
            found.add(number)
    return found
