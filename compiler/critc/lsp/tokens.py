"""What kind of thing each word is, for its colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.occurrences import Occurrence
from critc.lsp.positions import Lines, units
from critc.syntax.grammar import RESERVED, STARTS

TYPES = (
    "keyword",
    "variable",
    "property",
    "enumMember",
    "function",
    "type",
    "event",
    "parameter",
    "class",
    "string",
    "comment",
    "number",
    "operator",
)
"""The kinds, in the order of the numbers that the editor gets."""

MODIFIERS = ("declaration", "documentation")
"""Where a name is declared; words of the protocol itself."""

_NUMBER = {name: place for place, name in enumerate(TYPES)}
_DECLARATION, _DOCUMENTATION = 1, 2
_OF_WORD = {
    "fact": "variable",
    "judgement": "variable",
    "moment": "event",
    "records": "class",
    "measurement": "variable",
    "define": "function",
    "formula": "function",
    "table": "function",
    "choices": "type",
    "part": "class",
    "patient": "class",
}
_OF_KIND = {
    "field": "property",
    "option": "enumMember",
    "local": "parameter",
    "unit": "type",
    "library": "string",
    "criterion": "keyword",
}
_LEXED = re.compile(
    r'(?P<verbatim>^[ \t]*>.*)|(?P<string>"[^"\n]*"?)|(?P<comment>\#.*)'
    r"|(?P<number>(?<![\w.])\d+(?:[-.]\d+)*)|(?P<word>[A-Za-z_]\w*)|(?P<operator>[≥≤<>=×*/+^−|]+)",
    re.MULTILINE,
)

Token = tuple[int, int, int, int, int]
"""Line and column in the block, length, kind, modifiers."""


@dataclass
class Painter:
    """Keeps the tokens of what has not changed. ``words`` says what the names were then."""

    words: dict[str, str] = field(default_factory=dict)
    kept: dict[Block, tuple[Token, ...]] = field(default_factory=dict)

    def data(self, document: Document, start: int, end: int) -> list[int]:
        """The tokens of a stretch of the text, as numbers: five each, lines and columns as steps."""
        words = {name: entry.word for name, entry in document.names.entries.items()}
        if words != self.words:
            self.words, self.kept = words, {}
        self.kept = {block: kept for block, kept in self.kept.items() if block in document}
        return _steps(self._placed(document, start, end))

    def _placed(self, document: Document, start: int, end: int) -> Iterator[Token]:
        at = start
        for block, place in document.between(start, end):
            if at < place:
                yield from _gap(document, at, place)
            if block not in self.kept:
                self.kept[block] = tuple(_tokens(block, document))
            first = document.lines.line(place)
            for line, column, length, kind, modifiers in self.kept[block]:
                yield first + line, column, length, kind, modifiers
            at = place + len(block.text)
        yield from _gap(document, at, end)


def _gap(document: Document, start: int, end: int) -> Iterator[Token]:
    """The comments between two declarations, and behind the last word of one."""
    for match in re.finditer(r"#.*", document.text[start:end]):
        line, column = document.lines.position(start + match.start(), document.encoding)
        length = units(match.group().rstrip("\r"), document.encoding)
        yield line, column, length, _NUMBER["comment"], 0


def _tokens(block: Block, document: Document) -> Iterator[Token]:
    lines, encoding = Lines(block.text), document.encoding
    for start, end, kind, modifiers in _kinds(block, document):
        line, column = lines.position(start, encoding)
        yield line, column, units(block.text[start:end], encoding), _NUMBER[kind], modifiers


def _kinds(block: Block, document: Document) -> Iterator[tuple[int, int, str, int]]:
    named = {each.span.start: each for each in document.occurrences(block)}
    at = 0
    for match in _LEXED.finditer(block.text):
        start, end = match.span()
        if start < at or match.lastgroup is None:
            continue
        found = named.get(start)
        if found and found.target.kind != "criterion":
            at = found.span.end
            yield start, at, _kind(found, document), _DECLARATION if found.declares else 0
            continue
        at = end
        match match.lastgroup:
            case "verbatim":
                start += len(match.group()) - len(match.group().lstrip())
                yield start, start + len(block.text[start:end].rstrip()), "string", _DOCUMENTATION
            case "word":
                yield start, end, _word(match.group(), block, document), 0
            case other:
                yield start, end, other, 0


def _kind(found: Occurrence, document: Document) -> str:
    if found.target.kind == "name":
        entry = document.names.entries.get(found.target.name)
        return _OF_WORD.get(entry.word, "variable") if entry else "variable"
    return _OF_KIND[found.target.kind]


def _word(word: str, block: Block, document: Document) -> str:
    """A word that names nothing belongs to the language, unless its declaration is not understood."""
    if block.declaration is not None or word in RESERVED or word in STARTS:
        return "keyword"
    entry = document.names.entries.get(word)
    return _OF_WORD.get(entry.word, "variable") if entry else "variable"


def _steps(tokens: Iterable[Token]) -> list[int]:
    data, last_line, last_column = list[int](), 0, 0
    for line, column, length, kind, modifiers in tokens:
        step = column - last_column if line == last_line else column
        data += (line - last_line, step, length, kind, modifiers)
        last_line, last_column = line, column
    return data
