"""Another name for what is declared, in every place that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol.types import LSPErrorCodes, Range, TextEdit, WorkspaceEdit
from pygls.exceptions import JsonRpcException

from critc.check.names import MEASURED as RESERVED_FIELDS
from critc.check.names import RESERVED as TAKEN_BY_DATA
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.navigation import declared_at
from critc.lsp.occurrences import Target
from critc.lsp.ranges import range_of
from critc.lsp.workspace import Files, OpenFile, path_of
from critc.source import Source
from critc.syntax.grammar import RESERVED

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class RefusedError(JsonRpcException):
    """Why a name stays as it is, in words for the writer: the editor shows them."""

    CODE = LSPErrorCodes.RequestFailed.value


def renameable(document: Document, offset: int) -> Range | None:
    """The word that would be renamed at an offset; None where nothing can be."""
    found = document.occurrence(offset)
    if found is None:
        return None
    occurrence, _, start = found
    target = occurrence.target
    if target.kind not in ("name", "field", "option", "local") or _built_in(document, target):
        return None
    return range_of(document, occurrence.span.moved(start))


def rename(files: Files, file: OpenFile, offset: int, name: str) -> WorkspaceEdit:
    """The edits that give what stands at an offset another name. Raises RefusedError."""
    document = file.document
    found = document.occurrence(offset)
    if found is None or renameable(document, offset) is None:
        raise RefusedError("There is no name here that can be changed.")
    occurrence, block, _ = found
    target = occurrence.target
    _refuse_name(document, target, block, name)
    changed = list(_documents(files, file, target))
    for each in changed:
        _refuse_unread(each, target)
    return WorkspaceEdit(
        changes={
            each.uri: [
                TextEdit(range_of(each, use.span.moved(start)), name)
                for use, start in each.uses(target, inside=block)
            ]
            for each in changed
        }
    )


def _built_in(document: Document, target: Target) -> bool:
    """Whether the language gives the name: the fields and laboratories of measurements."""
    if target.kind == "option":
        return target.owner in ("laboratory", "visit")
    own = document.names.fields.get(target.owner, {})
    return target.kind == "field" and target.name in RESERVED_FIELDS and target.name not in own


def _refuse_name(document: Document, target: Target, block: Block, name: str) -> None:
    if not _NAME.fullmatch(name):
        raise RefusedError(
            f"`{name}` cannot be a name: names have letters, digits and _, and begin with a letter."
        )
    if name in RESERVED or name in TAKEN_BY_DATA:
        raise RefusedError(f"`{name}` is a word of the language: choose another name.")
    if name != target.name and name in set(_taken(document, target, block)):
        raise RefusedError(f"`{name}` is the name of something else already.")


def _taken(document: Document, target: Target, block: Block) -> Iterator[str]:
    """The names that another one may not have beside it."""
    names = document.names
    match target.kind:
        case "option":
            records, _, inner = target.owner.rpartition(".")
            answer = names.field_answer(records, inner) if records else names.answer(target.owner)
            yield from (option.name.text for option in names.worth(answer).options)
        case "field":
            yield from names.fields_of(target.owner)
            yield from names.entries
        case _:
            yield from names.entries
            yield from (field for fields in names.fields.values() for field in fields)
            yield from RESERVED_FIELDS
            locals_ = (each.target for each in document.occurrences(block))
            yield from (each.name for each in locals_ if each.kind == "local")


def _documents(files: Files, file: OpenFile, target: Target) -> Iterable[Document]:
    """The open files that have the name: this one; of a library, all that borrow from it."""
    place = declared_at(file.document, target) if target.kind != "local" else None
    if place is None or isinstance(place.holder, Block):
        return [file.document, *_borrowers(files, file.document.uri, target)]
    path = file.places.get(place.holder.name)
    lender = files.at(path) if path else None
    if lender is None:
        raise RefusedError(
            f"`{target.name}` is declared in {_named(place.holder, path)}: open that file to rename it."
        )
    return [lender.document, *_borrowers(files, lender.document.uri, target)]


def _named(holder: Source, path: Path | None) -> str:
    return path.name if path else holder.name


def _borrowers(files: Files, uri: str, target: Target) -> Iterator[Document]:
    if target.kind == "local":
        return
    for other in files.users(uri):
        document = files.open[other].document
        place = declared_at(document, target)
        if place and not isinstance(place.holder, Block):
            places = files.open[other].places
            if places.get(place.holder.name) == Path(path_of(uri)).resolve():
                yield document


def _refuse_unread(document: Document, target: Target) -> None:
    """A declaration that is not understood may use the name, and nobody can tell."""
    word = re.compile(rf"\b{re.escape(target.name)}\b")
    for block, start in document.placed():
        if block.declaration is None and word.search(block.text):
            line = document.lines.line(start) + 1
            raise RefusedError(
                f"`{target.name}` also stands in the declaration in line {line}, which is not "
                "understood: mend that first."
            )
