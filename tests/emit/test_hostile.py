"""Whatever a protocol's words are, each output shows them as words, in every place that it has."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO

import docx.api
import pytest
from docx.oxml.ns import qn
from emit.sample import PLANNED, PROGRAM
from hostile import HOSTILE, WORDS, marks_shown, written
from markdown_it import MarkdownIt
from pypdf import PdfReader

from critc.emit import docx as docx_output
from critc.emit import html, markdown, pdf
from critc.ir.nodes import Program
from critc.ir.words.english import plain, visible

Reading = tuple[str, list[str]]
"""What an output says, and of what it is made: its elements in order."""


class _Elements(HTMLParser):
    """The words of a document, and its elements with what they do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(f"{tag} {' '.join(name for name, _ in attrs)}")
        self.said += [value or "" for name, value in attrs if name not in ("href", "content")]

    def handle_comment(self, _data: str) -> None:
        self.elements.append("comment")

    def handle_data(self, data: str) -> None:
        if self.elements[-1:] not in (["script "], ["style "]):
            self.said.append(data)


def _of_markup(text: str) -> Reading:
    parser = _Elements()
    parser.feed(text)
    # Line breaks of a text are <br>, as many as it has lines.
    return "".join(parser.said), [each for each in parser.elements if each.strip() != "br"]


def _html(program: Program) -> Reading:
    return _of_markup(html.emit(program, PLANNED))


def _markdown(program: Program) -> Reading:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return _of_markup(reader.render(markdown.emit(program, PLANNED)))


def _docx(program: Program) -> Reading:
    body = docx.api.Document(BytesIO(docx_output.emit(program, PLANNED))).element.body
    said = "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )
    kinds = ("tbl", "p", "hyperlink", "object", "drawing", "altChunk", "fldSimple", "instrText")
    names = {qn(f"w:{kind}"): kind for kind in kinds}
    return said, [names[node.tag] for node in body.iter() if node.tag in names]


def _pdf(program: Program) -> Reading:
    reader = PdfReader(BytesIO(pdf.emit(program, PLANNED)), strict=True)
    said = "".join(page.extract_text() for page in reader.pages)
    acts = {"/OpenAction", "/AA", "/Names"} & set(reader.root_object)
    return said, [*acts, *("annotation" for page in reader.pages if "/Annots" in page)]


READERS = {"html": _html, "md": _markdown, "docx": _docx, "pdf": _pdf}


def bare(text: str) -> str:
    """Without spaces: how a text is broken into lines is each output's own."""
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def wordings(words: str) -> set[str]:
    """How words may be shown: as they are, or with comparisons read out ("at least" for "≥")."""
    return {bare(visible(words)), bare(plain(f"x{visible(words)}x"))[1:-1]}


@cache
def harmless(form: str) -> tuple[set[int], list[str]]:
    """Where an output has words, and of what it is made, if they are just words."""
    program, marks = written(PROGRAM, WORDS)
    said, made = READERS[form](program)
    return marks_shown(bare(said), wordings(WORDS), marks), made


# A PDF takes seconds, and is made from the same templates' kind as a page: some of the words.
TRIED = {form: list(HOSTILE) for form in READERS} | {"pdf": ["script", "entity", "link", "bidi"]}


@pytest.mark.parametrize(
    ("form", "name"), [(form, name) for form, names in TRIED.items() for name in names]
)
def test_hostile_words_are_words(form: str, name: str) -> None:
    program, marks = written(PROGRAM, HOSTILE[name])
    said, made = READERS[form](program)
    shown = bare(said)
    assert not set("\u202e\u2066\u2069") & set(shown)
    places, elements = harmless(form)
    assert marks_shown(shown, wordings(HOSTILE[name]), marks) == places
    assert set(made) <= set(elements)
    assert made == elements or name == "lines"  # Texts of several lines are set in another way.


SHAPES = {"one word": "W" * 100_000, "words": "lorem ipsum " * 8_400}


@pytest.mark.parametrize("form", ["html", "md", "docx"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_100_kb_is_shown_to_its_end(form: str, shape: str) -> None:
    """In one of each kind of place. The pages of a PDF part such texts: test_pdf counts their words."""
    program, marks = written(PROGRAM, f"{SHAPES[shape]} end", each_once=True)
    said, _ = READERS[form](program)
    assert marks_shown(bare(said), [f"{bare(SHAPES[shape])}end"], marks)
