"""What may be written at the cursor: the grammar says of which kind, the file says which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    InsertTextFormat,
    TextEdit,
)

from critc.lsp.candidates import Candidate, labels, libraries, names_at, units_at
from critc.lsp.document import Document
from critc.lsp.ranges import range_of
from critc.lsp.suited import unsuited
from critc.lsp.surroundings import Surroundings, surroundings
from critc.lsp.vocabulary import DECLARATIONS, WORDS, Word
from critc.source import Span
from critc.syntax.expected import expected

_MOST = 200
"""How many an editor gets at once; it asks again when the writer goes on."""

_BEHIND_NAMES = 100_000

_LISTS = ("ALL_OF", "ANY_OF", "NONE_OF", "_WHICHEVER")
_SHORT_OF_TREE = (
    *_LISTS,
    *("NAME", "SOME", "NO", "NOT", "FACT", "JUDGEMENT", "IS", "SIGN", "WITHIN", "UNLESS"),
    *("ACCEPTED_IF", "QUERY"),
)
"""What is offered where the declaration cannot be understood before the cursor."""


def completion(document: Document, offset: int) -> CompletionList:
    """What may stand at an offset, the most likely first."""
    around = surroundings(document, offset)
    found = list(_candidates(document, around)) if around else []
    partial = around.partial.casefold() if around else ""
    fitting = [each for each in found if partial in each.label.casefold()]
    fitting.sort(key=lambda each: (not each.label.casefold().startswith(partial), each.rank))
    span = range_of(document, Span(offset - len(partial), offset))
    items = [
        CompletionItem(
            label=each.label,
            kind=each.kind,
            detail=each.detail or None,
            documentation=each.about or None,
            sort_text=f"{place:04}",
            filter_text=each.label,
            insert_text_format=InsertTextFormat.Snippet
            if each.snippet
            else InsertTextFormat.PlainText,
            text_edit=TextEdit(span, each.snippet or each.label),
        )
        for place, each in enumerate(fitting[:_MOST])
    ]
    return CompletionList(is_incomplete=len(fitting) > _MOST, items=items)


def _candidates(document: Document, around: Surroundings) -> Iterator[Candidate]:
    if not around.written and not around.column:
        for rank, word in enumerate(DECLARATIONS):
            yield _word(word, rank, around, CompletionItemKind.Class)
        return
    terminals = expected(around.word, around.above, around.column, around.written)
    if not terminals and around.above:
        terminals = frozenset(_SHORT_OF_TREE)
    terminals -= unsuited(document.names, around)
    if "NAME" in terminals:
        yield from names_at(document, around)
    if "UNIT" in terminals:
        yield from units_at(document, around)
    if "LABEL" in terminals:
        yield from labels(document, around)
    if "PATH" in terminals:
        yield from libraries()
    yield from _words(terminals, around)


def _words(terminals: Iterable[str], around: Surroundings) -> Iterator[Candidate]:
    offered = set(terminals)
    rank = _BEHIND_NAMES
    for terminal, words in WORDS.items():
        if terminal in offered:
            for word in words:
                rank += 1
                yield _word(word, rank, around, CompletionItemKind.Keyword)


def _word(word: Word, rank: int, around: Surroundings, kind: CompletionItemKind) -> Candidate:
    """A word with what follows it. Behind a dash, the lines below go in under the text."""
    snippet = word.snippet
    if "\n" in snippet and around.written.startswith("-"):
        snippet = snippet.replace("\n", "\n  ")
    is_plain = snippet == word.label
    return Candidate(word.label, kind, "", word.about, "" if is_plain else snippet, rank)
