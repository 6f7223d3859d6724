"""A file in the one style, written in another way: what the formatter has to put right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

# Between × and 10^9/L there is one space at most: together they are a unit.
_ROOM = re.compile(r"(?<=[^ ×]) +(?=[^ ])")
_SPELLINGS = {"≥": ["≥", ">="], "≤": ["≤", "<="], "×": ["×", "*"]}
_TIGHT = re.compile(r" +([≥≤=<>,|]) +")
_QUOTED = re.compile(r'("[^"]*")')


@dataclass(slots=True)
class Rewriting:
    """Draws how each line is written, and adds comments to some.

    ``written`` grows to the lines as they are written, ``styled`` to those that the formatter is to
    make of them.
    """

    data: st.DataObject
    written: list[str] = field(default_factory=list)
    styled: list[str] = field(default_factory=list)
    comments: int = 0

    def file(self, text: str) -> None:
        """All lines of a file in the style, each declaration with an indent of its own."""
        step = 1
        for line in text.rstrip("\n").split("\n"):
            if line and not line.startswith((" ", "#")):
                step = self.data.draw(st.integers(1, 3))
            self._line(line, step)

    def _line(self, line: str, step: int) -> None:
        words = line.lstrip(" ")
        indent = line[: len(line) - len(words)]
        if not words:
            self.written += [" " * self.data.draw(st.integers(0, 2))] * self.data.draw(
                st.integers(1, 3)
            )
        elif words.startswith("#"):
            self.written.append(indent * step + words)
        else:
            if indent and self._now_and_then():
                comment = self._comment()
                self.written.append(indent * step + comment)
                self.styled.append(indent + comment)
            beside = self._comment() if words[0] != ">" and self._now_and_then() else ""
            self.written.append(f"{indent * step}{self._words(words, step)} {beside}")
            line = f"{line}  {beside}" if beside else line
        self.styled.append(line)

    def _words(self, words: str, step: int) -> str:
        """The line's words with other gaps. What is indented below a dash moves with its text."""
        if words.startswith(">"):
            return words
        dash, text = ("- ", words[2:]) if words.startswith("- ") else ("", words)
        parts = (part if part[:1] == '"' else self._spelled(part) for part in _QUOTED.split(text))
        return dash.rstrip() + " " * (2 * step - 1) * bool(dash) + "".join(parts)

    def _spelled(self, code: str) -> str:
        code = _ROOM.sub(lambda _: " " * self.data.draw(st.integers(1, 3)), code)
        if self._now_and_then():
            code = _TIGHT.sub(r"\1", code)
        if "10^" not in code:
            for sign, spellings in _SPELLINGS.items():
                code = code.replace(sign, self.data.draw(st.sampled_from(spellings)))
        return code

    def _now_and_then(self) -> bool:
        return self.data.draw(st.integers(0, 4)) == 4

    def _comment(self) -> str:
        self.comments += 1
        return f'# "{self.comments}" > - comment'
