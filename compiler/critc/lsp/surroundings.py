"""What stands before the cursor, read as far as it goes: what is half written has no tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from critc.lsp.dictionary import NOT_KNOWN, Answer, Dictionary
from critc.lsp.document import Document
from critc.syntax import tree
from critc.syntax.layout import Line

_PARTIAL = re.compile(r"[\w/\[\]{}^%*µ°>.-]*\Z")
_SPEAKS = re.compile(r'"[^"]*"|#')
_WORD = re.compile(r"[A-Za-z]\w*")
_OPERATOR = re.compile(
    r"\b(?:is|includes)\b(?! (?:from|\w+ the normal))|\bis from\b|(?<!\bto )[<>≤≥=]+"
)
_TIMES_OR_OVER = ("/", "×", "*", "^")  # what comes out has another unit
_SUBJECT = re.compile(r"([A-Za-z]\w*)((?:\s+of\s+[A-Za-z]\w*)*)\s*(?:\([^()]*\))?\s*\Z")
_AGE = re.compile(r"\bcompleted +(years|months) +from\b[^<>≤≥=]*\Z")
_LET = re.compile(r"\blet\s+([A-Za-z]\w*)\s+be\s+(.*)")
_PARAMETER = re.compile(r"[(,]\s*([A-Za-z]\w*)\s*:\s*([^,)]+)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The place of the cursor. ``partial`` is the word being written, ``written`` what its line has
    before it, ``above`` the declaration's lines before that one, ``word`` the declaration's own.
    """

    word: str
    above: tuple[Line, ...]
    column: int
    written: str
    partial: str

    # ---- what is compared -------------------------------------------------------------------

    def subject(self, names: Dictionary) -> Answer:
        """What the condition at the cursor speaks of: left of its sign, its ``is`` or ``includes``."""
        operators = list(_OPERATOR.finditer(_plain(self.written)))
        if not operators:
            return NOT_KNOWN
        before = self.written[: operators[-1].start()]
        if age := _AGE.search(before):
            return Answer("unit", age.group(1))
        match = _SUBJECT.search(before)
        if match is None or before[: match.start()].rstrip().endswith(_TIMES_OR_OVER):
            return NOT_KNOWN
        of = _WORD.findall(match.group(2).replace(" of ", " "))
        return names.worth(self._path(names, [match.group(1), *of]))

    def _path(self, names: Dictionary, path: list[str]) -> Answer:
        answer = self.meaning(names, path[-1])
        for part in reversed(path[:-1]):
            if answer.word == "records":
                answer = names.field_answer(answer.owner, part)
        return answer

    def meaning(self, names: Dictionary, name: str) -> Answer:
        """What a name can be here: a local one, a field of a list in reach, or a name of the file."""
        locals_ = self.locals(names)
        if name in locals_:
            return locals_[name]
        for records in self.lists_in_reach(names):
            if name in names.fields_of(records):
                return names.field_answer(records, name)
        return names.answer(name)

    # ---- what is in reach -------------------------------------------------------------------

    def enclosing(self) -> Iterator[str]:
        """The text of the lines that the cursor's line is inside of, its own first."""
        yield self.written
        column = self.column
        for line in reversed(self.above):
            if line.column < column and not line.verbatim:
                yield line.text
                column = line.column

    def lists_in_reach(self, names: Dictionary) -> list[str]:
        """The lists of whose records the cursor's line speaks, the innermost first."""
        found = []
        for text in self.enclosing():
            before, asks, _ = text.rpartition(" where")
            if asks:
                found += [each for each in reversed(_WORD.findall(before)) if names.is_list(each)]
        return found

    def locals(self, names: Dictionary) -> dict[str, Answer]:
        """The parameters, and the names after ``let``, with what they can be."""
        found = dict[str, Answer]()
        head = self.above[0].text if self.above else ""
        for match in _PARAMETER.finditer(head):
            found[match.group(1)] = _typed(names, match.group(2).strip())
        for line in self.above:
            if let := _LET.search(line.text):
                lists = [each for each in _WORD.findall(let.group(2)) if names.is_list(each)]
                found[let.group(1)] = Answer("records", owner=lists[0]) if lists else NOT_KNOWN
        return found


def surroundings(document: Document, offset: int) -> Surroundings | None:
    """What is around the cursor; None inside quotes, comments and the protocol's own words."""
    lines = document.lines
    start = lines.starts[lines.line(offset)]
    before = document.text[start:offset]
    partial = _PARTIAL.search(before)
    assert partial is not None, "it may be empty"
    stem = before[: partial.start()]
    if before.lstrip().startswith(">") or not _speaks(stem):
        return None
    written = stem.lstrip()
    column = len(stem) - len(written)
    index = document.index_before(start if column else start - 1)
    inside = index >= 0 and column > 0
    block = document.blocks.blocks[index] if inside else None
    if block is None:
        return Surroundings((written.split() or [""])[0], (), column, written, partial.group())
    place = document.blocks.starts[index]
    above = tuple(line for line in block.piece.lines if place + line.start < start)
    word = block.piece.word if above else (written.split() or [""])[0]
    return Surroundings(word, above, column, written, partial.group())


def _speaks(stem: str) -> bool:
    """Whether what follows belongs to the language: neither quoted nor a comment."""
    plain = stem
    for match in _SPEAKS.finditer(stem):
        if match.group() == "#":
            return False
        plain = plain.replace(match.group(), "", 1)
    return '"' not in plain


def _plain(text: str) -> str:
    """The text with its quoted words blanked."""
    return re.sub(r'"[^"]*"?', lambda match: " " * len(match.group()), text)


def _typed(names: Dictionary, written: str) -> Answer:
    named = _WORD.fullmatch(written) is not None
    if written in ("yes/no", "date", "period", "duration", "number"):
        return Answer(written)
    name = tree.Name(written) if named else None
    return names.typed(tree.Type("named" if named else "unit", unit=written, name=name))
