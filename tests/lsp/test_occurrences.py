"""What each name of a file means: the same as to the compiler."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsp.opening import CRITERIA, PROTOCOLS, checked

from critc.lsp.dictionary import MEASURED
from critc.pipeline import compile_source
from critc.source import Source

FILES = sorted(CRITERIA.glob("**/*.crit"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_name_is_that_of_something_declared(path: Path) -> None:
    document = checked(path.read_text(encoding="utf-8"), path).document
    names, lost = document.names, []
    for block, _ in document.placed():
        for each in document.occurrences(block):
            target, words = each.target, block.text[each.span.start : each.span.end]
            match target.kind:
                case "name":
                    found = words == target.name and target.name in names.entries
                case "field":
                    fields = names.fields_of(target.owner) if target.owner else MEASURED
                    found = words == target.name and target.name in fields
                case "criterion":
                    found = words == target.name and target.name in names.criteria
                case "unit":
                    found = words.endswith(target.name)
                case _:
                    found = words == target.name
            if not found:
                lost.append((block.head, target, words))
    assert lost == []


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_a_file_with_every_name_changed_still_compiles(path: Path) -> None:
    """Names, fields, answers and locals, each where it is used: one left behind would be an error."""
    document = checked(path.read_text(encoding="utf-8"), path).document
    own = {entry.name for block, _ in document.placed() for entry in block.entries}
    text = document.text
    for block, start in reversed(list(document.placed())):
        for each in reversed(document.occurrences(block)):
            target, at = each.target, start + each.span.end
            declared_here = target.kind == "name" and target.name in own
            is_field = target.kind == "field" and target.name not in MEASURED
            is_answer = target.kind == "option" and target.owner.split(".")[0] in own
            if declared_here or is_field or is_answer or target.kind == "local":
                text = f"{text[:at]}_x{text[at:]}"
    compilation = compile_source(Source(path.as_posix(), text))
    assert compilation.diagnostics == ()
