"""Whatever is typed, every answer is an answer: files are half-written most of the time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lsp.opening import CRITERIA, checked
from lsp.test_features import painted

from critc.lsp.actions import actions
from critc.lsp.completion import completion
from critc.lsp.document import Document
from critc.lsp.folding import folding
from critc.lsp.formatting import formatting
from critc.lsp.hints import hints
from critc.lsp.hover import hover
from critc.lsp.navigation import definition, references
from critc.lsp.outline import outline
from critc.lsp.rename import renameable

TEXT = (CRITERIA / "NCT05147467.crit").read_text(encoding="utf-8")[:9000]
FILE = checked(TEXT)
TYPED = st.text(
    st.sampled_from(' \n\n-"#>:≥=|.,()/😀abcis0159_\t\r'), max_size=8
) | st.sampled_from(
    [
        "all of\n    - ",
        "is one of ",
        "where ",
        "fact ",
        "  unless ",
        "within 4 ",
        "\ninclusion 1\n  ",
    ]
)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40), TYPED), min_size=1, max_size=3
    )
)
def test_whatever_is_typed_there_are_answers(edits: list[tuple[int, int, str]]) -> None:
    assert FILE.analysis is not None
    FILE.analysed(FILE.analysis)
    document, at = FILE.analysis.document, 0
    for place, length, new in edits:
        start = min(place, len(document.text))
        end = min(len(document.text), start + length)
        document = document.edited(start, end, new, document.version + 1)
        at = start + len(new)
        FILE.changed(document.with_borrowed(FILE.document.borrowed))
        document = FILE.document
        _answer(document, at)
    _answer(document, at // 2)


def _answer(document: Document, offset: int) -> None:
    offset = min(offset, len(document.text))
    completion(document, offset)
    hover(document, offset)
    definition(document, offset, FILE.places)
    references(document, offset, True)
    renameable(document, offset)
    actions(document, FILE.findings(), 0, len(document.text), [])
    assert len(outline(document)) == len(document.blocks.blocks)
    folding(document)
    hints(document, 0, len(document.text))
    formatting(document)
    painted(document)


def test_a_name_is_explained_and_found_in_a_declaration_that_is_not_understood() -> None:
    text = 'fact asked "Is it asked?"\n\ninclusion 1\n  > W.\n  asked and asked\n'
    document = checked(text).document
    at = text.index("asked and") + 2
    found = hover(document, at)
    assert found is not None
    assert "Is it asked?" in str(found.contents)
    place = definition(document, at, {})
    assert place is not None
    assert place.range.start.line == 0


def test_an_empty_file() -> None:
    document = checked("").document
    assert completion(document, 0).items
    assert (outline(document), folding(document), formatting(document)) == ([], [], [])
