"""The pages of the library, written from `criteria/library/*.crit` when the site is built.

A page `library/<name>.md` has the marker ``<!-- declarations -->``; in its place comes what the file
of that name lends, under the headings that its comments give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx

from critc.check.uses import LENT
from critc.emit.markdown.escape import inline
from critc.pipeline import read_source
from critc.source import Source
from critc.syntax import tree
from critc.syntax.parse import parse
from critc.templating import environment

DOCS = Path(__file__).parent.parent
LIBRARY = DOCS.parent / "criteria" / "library"
MARKER = "<!-- declarations -->"
SECTION = re.compile(r"^# -{20,} (?P<title>.+)$", re.MULTILINE)

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One declaration that protocols borrow; values and units are as the file has them."""

    name: str
    kind: str
    title: str
    gives: str
    """The unit or kind of the result; "" where there is none to name."""
    parameters: tuple[tuple[str, str], ...]
    """Name, and unit or kind."""
    options: tuple[tuple[str, str], ...]
    """Name of the answer, and its words."""
    ordered: bool
    source: str
    notes: tuple[str, ...]
    empirical: bool
    worked: Rows
    """The examples: the values of the parameters in their order, and the result."""
    text: str
    """The declaration as it is written."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under the heading that a comment gives them."""

    title: str
    entries: tuple[Entry, ...]


def sections(source: Source) -> Iterator[Section]:
    """What a library lends, in its order; sections with patients and cases alone are left out."""
    file, _ = parse(source)
    headings = [
        (found.start(), found["title"].capitalize()) for found in SECTION.finditer(source.text)
    ]
    ends = [start for start, _ in headings[1:]] + [len(source.text)]
    lent = [each for each in file.declarations if type(each).__name__.lower() in LENT]
    for (start, title), end in zip(headings, ends, strict=True):
        within = tuple(entry(each, source) for each in lent if start <= each.span.start < end)
        if within:
            yield Section(title, within)


def entry(node: tree.Declaration, source: Source) -> Entry:
    """A declaration, told apart."""

    def words(of: tree.Node) -> str:
        return source.text[of.span.start : of.span.end].strip()

    parameters = getattr(node, "parameters", ())
    of_type = getattr(node, "type", None)
    return Entry(
        name=node.name.text,  # type: ignore[union-attr]
        kind=type(node).__name__.lower(),
        title=getattr(node, "title", "") or getattr(node, "question", ""),
        gives=words(of_type) if of_type else "",
        parameters=tuple((each.name.text, words(each.type)) for each in parameters),
        options=tuple((each.name.text, each.label) for each in getattr(node, "options", ())),
        ordered=getattr(node, "ordered", False),
        source=getattr(node, "source", ""),
        notes=tuple(filter(None, getattr(node, "note", "").split("\n"))),
        empirical=getattr(node, "empirical", False),
        worked=tuple(
            (*(words(value) for _, value in each.arguments), _result(each, words(each.gives)))
            for each in getattr(node, "examples", ())
        ),
        text=words(node),
    )


def _result(example: tree.Example, value: str) -> str:
    """``≈ 24.98 kg/m2`` where the file gives so many decimals."""
    return f"≈ {value}" if example.decimals else value


def page(name: str) -> str:
    """The library as Markdown."""
    source = read_source(LIBRARY / f"{name}.crit")
    file, _ = parse(source)
    [head] = [each for each in file.declarations if isinstance(each, tree.Library)]
    templates = environment(DOCS / "templates", autoescape=False)
    templates.filters["escaped"] = inline
    template = templates.get_template("library.md.j2")
    return template.render(name=name, version=head.version, sections=list(sections(source)))


def write(app: Sphinx, docname: str, content: list[str]) -> None:
    """Puts the declarations into a page of the library; the page is stale when the file changes."""
    folder, _, name = docname.partition("/")
    if folder == "library" and MARKER in content[0]:
        app.env.note_dependency(str(LIBRARY / f"{name}.crit"))
        content[0] = content[0].replace(MARKER, page(name))


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
