"""From text to marked text: cut into declarations, with indentation turned into marks.

A declaration begins with its word in column 0. Inside one, the marks say what indentation says, so
that the grammar need not count spaces: ``\\n`` ends a line, INDENT and DEDENT open and close a block,
DASH stands for a member's dash, and the text after a dash is a block of its own. Comments, blank
lines, trailing spaces and line endings leave no trace.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from critc.diagnostic import Diagnostic
from critc.source import Span
from critc.syntax import messages
from critc.syntax.grammar import STARTS

DASH, INDENT, DEDENT, LINE_END = "\x01", "\x02", "\x03", "\n"
DEEPEST = 40
LONGEST = 20_000

_BLANKS = " \t\r\u00a0\u2007\u2009\u202f\u3000\f\v"
_AS_SPACE = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "))
_QUOTED_OR_COMMENT = re.compile(r'"[^"]*"?|#')
_QUOTED = re.compile(r'"[^"]*"?')
_FIRST_WORD = re.compile(r"[^\s\"(:|]+")
_BODY_WORD = re.compile(
    r"(?:[-–—•*>|(≥≤<=]|(?:unless|accepted|whole|all|any|none|one|at|query|read|let|assessed|only|some"
    r"|no|not|whichever|expect|example|title|version|source|note|empirical|satisfies|barred|more|less"
    r"|fewer|exactly|from|every|where|and|or|otherwise|if|except)\b)"
)
_CONDITION = re.compile(r"[≥≤<>=|]|\b(?:is|includes|within|before|after|throughout)\b")
_CRITERION = re.compile(r"(?:inclusion|exclusion) \d+[a-z]?\b(?!.*\S)")
_ONE_LINE = ("use", "moment", "part", "judgement")
_ASKED_INSIDE = ("fact", "judgement")
_CURLY = "“”„‟«»"
_UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064"
    r"\ud800-\udfff\ufeff\ufffe\uffff"
)
_SMART_QUOTE = re.compile(f"[{_CURLY}]")
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_SUSPECT = re.compile(f"[\t{_CURLY}{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something: where its text begins in the file, what stands before it, its text.

    ``text`` has neither comment nor trailing blanks; ``verbatim`` is true of a criterion's ``>``
    lines.
    """

    start: int
    indent: str
    text: str
    verbatim: bool = False

    @property
    def column(self) -> int:
        """How many characters stand before the text."""
        return len(self.indent)

    @property
    def span(self) -> Span:
        """The line's text, without its indentation."""
        return Span(self.start, self.start + len(self.text))

    def part(self, start: int, end: int) -> Span:
        """The span of ``text[start:end]``."""
        return Span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Piece:
    """One declaration: its first word, and its lines."""

    word: str
    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return self.lines[0].span.to(self.lines[-1].span)

    def first_line(self, span: Span) -> Span:
        """The part of a span of this piece that is on its first line."""
        index = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        return Span(span.start, min(span.end, self.lines[max(0, index)].span.end))


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece as the grammar reads it, and where its runs of characters stand in the file.

    A run is the words of a line, or a mark. ``offsets`` says where each begins in ``text``,
    ``places`` where in the file, and ``widths`` how much room it takes there: a dash's mark stands
    for the dash, the other marks take none.
    """

    text: str
    offsets: list[int] = field(repr=False)
    places: list[int] = field(repr=False)
    widths: list[int] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """The place in the file of ``text[start:end]``, which is not empty."""
        offsets, places = self.offsets, self.places
        first, last = bisect_right(offsets, start) - 1, bisect_right(offsets, end - 1) - 1
        return Span(
            places[first] + start - offsets[first],
            places[last] + min(end - offsets[last], self.widths[last]),
        )


def cut(text: str) -> Iterator[Piece]:
    """The declarations of a file, broken ones too; blank lines and comments belong to none."""
    word, lines, gap = "", list[Line](), False
    for start, raw in _raw_lines(text):
        content = raw.strip(_BLANKS)
        if not content or content.startswith("#"):
            gap = True
            continue
        indent = raw[: raw.index(content[0])]
        stray = len(lines) == 1 and word in _ONE_LINE  # it has no lines below it
        at_margin = not indent or not lines or stray or _CRITERION.match(content)
        begins = _begins(content, inside=bool(lines) and not stray) if at_margin else ""
        if begins in _ASKED_INSIDE and lines and not gap and _wants_a_condition(word, lines):
            begins = ""
        gap = False
        if begins and lines:
            yield Piece(word, tuple(lines))
            lines = []
        word = begins or word
        verbatim = content.startswith(">") and STARTS.get(word) == "criterion"
        code = content if verbatim else _without_comment(content)
        lines.append(Line(start + len(indent), indent, code, verbatim))
    if lines:
        yield Piece(word, tuple(lines))


def _wants_a_condition(word: str, lines: list[Line]) -> bool:
    """Whether the lines so far are a criterion's number and the protocol's words, and no more."""
    return STARTS.get(word) == "criterion" and all(line.verbatim for line in lines[1:])


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 1 if text.startswith("\ufeff") else 0
    for raw in text[start:].split("\n"):
        yield start, raw
        start += len(raw) + 1


def _without_comment(content: str) -> str:
    if "#" in content:
        for match in _QUOTED_OR_COMMENT.finditer(content):
            if match.group() == "#":
                return content[: match.start()].rstrip(_BLANKS)
    return content


def _begins(content: str, inside: bool) -> str:
    """The first word, if this line in column 0 begins a declaration; "" if it belongs to one above."""
    first = _FIRST_WORD.match(content)
    word = first.group() if first else content[0]
    if not inside or word in STARTS:
        return word
    if _BODY_WORD.match(content):
        return ""
    from difflib import get_close_matches  # slow to import, and most files have no mistake

    if not get_close_matches(word, STARTS, cutoff=0.75) and _CONDITION.search(content):
        return ""
    return word


def mark(piece: Piece) -> Marked | Diagnostic:
    """The marked text of a piece, or what keeps its layout from being understood."""
    for line in piece.lines:
        if problem := _unreadable(line):
            return problem
    if piece.word not in STARTS or piece.lines[0].column:
        return messages.not_a_declaration(piece.lines[0], piece.word)
    return _marked(piece.lines)


def _marked(lines: tuple[Line, ...]) -> Marked | Diagnostic:
    marks = _Marks()
    for line in lines:
        problem = marks.open(line) if marks.runs else None
        if problem:
            return problem
        marks.write(line)
    marks.close()
    offsets = list(accumulate(map(len, marks.runs[:-1]), initial=0))
    return Marked("".join(marks.runs), offsets, marks.places, marks.widths)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open: its column, its first line, and how many are around it.

    The block of the text after a dash is counted with that of the dash.
    """

    column: int
    first: Line
    depth: int


@dataclass(slots=True)
class _Marks:
    """The marked text as it grows, and the blocks that are open at its end."""

    runs: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)

    def open(self, line: Line) -> Diagnostic | None:
        """Close the blocks that end before this line, and open the one that it begins."""
        column, blocks, closed = line.column, self.blocks, None
        if column == 0:
            return messages.too_far_left(line)
        while blocks and column < blocks[-1].column:
            closed = self._close_block()
        around = blocks[-1].column if blocks else 0
        if closed and column > around:
            return messages.between_columns(line, around, closed.first)
        if column > around:
            depth = self._depth + 1
            self._open_block(_Block(column, line, depth), line.start)
            if depth > DEEPEST:
                return messages.too_deep(line.span)
        return None

    def write(self, line: Line) -> None:
        """The line itself, a dash before it as a mark."""
        start, text = line.start, line.text
        if text.startswith("- ") and not line.verbatim:
            self._put(DASH, start, 1)
            words = text[1:].lstrip(_BLANKS)
            start += len(text) - len(words)
            text = words
            column, depth = line.column + start - line.start, self._depth
            self._open_block(_Block(column, line, depth), start)
        plain = line.verbatim or text.isascii()
        self._put(text if plain else text.translate(_AS_SPACE), start, len(text))
        self._put(LINE_END, start + len(text))

    def close(self) -> None:
        """Close every block that is still open."""
        while self.blocks:
            self._close_block()

    @property
    def _depth(self) -> int:
        return self.blocks[-1].depth if self.blocks else -1

    def _put(self, run: str, place: int, width: int = 0) -> None:
        self.runs.append(run)
        self.places.append(place)
        self.widths.append(width)

    def _open_block(self, block: _Block, place: int) -> None:
        self.blocks.append(block)
        self._put(INDENT, place)

    def _close_block(self) -> _Block:
        """A block ends where its last line ends, not where the next one begins."""
        self._put(DEDENT, self.places[-1])
        return self.blocks.pop()


def _unreadable(line: Line) -> Diagnostic | None:
    """A character or quote that stops the line from being read at all."""
    odd = line.text.count('"') % 2 and not line.verbatim
    if not odd and not _SUSPECT.search(line.indent + line.text) and len(line.text) <= LONGEST:
        return None
    hidden = _HIDDEN.search(line.text)
    if hidden:
        return messages.hidden_character(line, hidden.start())
    if "\t" in line.indent:
        return messages.tab(Span(line.start - line.column, line.start), line)
    return None if line.verbatim else _unreadable_words(line)


def _unreadable_words(line: Line) -> Diagnostic | None:
    code = _QUOTED.sub(lambda quoted: '"' * len(quoted.group()), line.text)
    if "\t" in code:
        place = code.index("\t")
        return messages.tab(line.part(place, place + 1), line)
    if smart := _SMART_QUOTE.search(code):
        return messages.smart_quote(line, smart.start())
    if line.text.count('"') % 2:
        return messages.open_quote(line)
    if len(code.replace('"', "")) > LONGEST:
        return messages.too_long(line.span)
    return None
