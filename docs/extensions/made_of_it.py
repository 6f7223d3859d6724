"""What critc makes of the tutorial's protocol, made anew with the site and shown in its pages.

``<!-- checklist of exclusion 9 -->`` in a page stands for that part of the checklist,
``<!-- validator of exclusion 9 -->`` for the function of the validator, and ``<!-- picture -->`` for
the picture of one source and its outputs. The files themselves lie in ``made/`` of the site.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx

from critc.ir.nodes import Program
from critc.pipeline import compile_source, outputs
from critc.source import Source
from critc.templating import environment

DOCS = Path(__file__).parent.parent
TUTORIAL = DOCS / "tutorial" / "diabetes.crit"
SHOWN = "exclusion 9"
"""The criterion of the picture."""


@cache
def source() -> Source:
    """The protocol at the end of the tutorial, named as there."""
    return Source(TUTORIAL.name, TUTORIAL.read_text(encoding="utf-8"))


@cache
def made() -> dict[str, bytes]:
    """Its outputs: name → content. Raises ValueError where the protocol has errors."""
    program: Program | None = compile_source(source()).program
    if program is None:
        raise ValueError(f"{TUTORIAL} has errors: critc check says which")
    return outputs(program)


def checklist(criterion: str) -> str:
    """The part of the checklist for ``exclusion 9``, without its heading."""
    text = made()["diabetes.md"].decode()
    part: str
    [part] = re.findall(
        rf"^### {criterion.capitalize()}\n\n(.*?)(?=^##)", text, re.DOTALL | re.MULTILINE
    )
    return part.strip()


def validator(criterion: str) -> str:
    """The function of the validator for ``exclusion 9``."""
    text = made()["diabetes.py"].decode()
    name = criterion.replace(" ", "_")
    found: list[str] = re.findall(rf"^def {name}\(.*?(?=\n\n\n)", text, re.DOTALL | re.MULTILINE)
    return found[0]


def declaration(criterion: str) -> str:
    """The criterion as it is written."""
    found: list[str] = re.findall(rf"^{criterion}\n(?:  .*\n)+", source().text, re.MULTILINE)
    return found[0]


def picture() -> str:
    """One source and what is made of it, as HTML."""
    [line] = re.findall(r"^\|  \| (.+?) \| ☐", checklist(SHOWN), re.MULTILINE)
    templates = environment(DOCS / "templates", autoescape=True)
    head, *words, condition = declaration(SHOWN).rstrip().split("\n")
    return templates.get_template("picture.html.j2").render(
        head=head, words=words, condition=condition, line=line, function=SHOWN.replace(" ", "_")
    )


def write(app: Sphinx, _docname: str, content: list[str]) -> None:
    """Puts the parts in the places of their markers."""
    parts = re.compile(
        r"<!-- (checklist|validator) of ((?:inclusion|exclusion) \d+) -->|<!-- (picture) -->"
    )
    if parts.search(content[0]):
        app.env.note_dependency(str(TUTORIAL))
        content[0] = parts.sub(_part, content[0])


def _part(found: re.Match[str]) -> str:
    if found[3]:
        return picture()
    if found[1] == "checklist":
        return f":::{{container}} checklist\n\n{checklist(found[2])}\n\n:::"
    return f"```python\n{validator(found[2])}\n```"


def lay_down(app: Sphinx, failed: Exception | None) -> None:
    """Writes the outputs themselves beside the pages that link to them."""
    if failed is None:
        folder = Path(app.outdir) / "made"
        folder.mkdir(exist_ok=True)
        for name, content in made().items():
            (folder / name).write_bytes(content)


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", write)
    app.connect("build-finished", lay_down)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
