"""What the pages of the documentation show, done: files written, commands run, programs executed.

A page is a session in an empty folder, read from top to bottom. Its fenced blocks are

- ``crit``: goes into the file that ``<!-- file name.crit -->`` named last. A declaration that is
  already there (the same criterion, fact, case …) is replaced, another is added at the end;
- ``console``: commands after ``$ ``, each with what it prints; ``critc`` alone is run;
- ``python``: a program; those with ``>>>`` show results. The blocks of a page share their names;
- any other, after ``<!-- save name -->``: a file of that name, as is a program.

``<!-- begin with criteria/diabetes.crit -->`` lays down the tutorial's protocol under that name.
Blocks of other languages (``sh``, ``text`` …) are shown and not run.
"""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from critc.cli import main

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = DOCS / "tutorial" / "diabetes.crit"

_PART = re.compile(
    r"^<!-- (?P<word>file|save|begin with) (?P<name>\S+) -->$"
    r"|^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text and where that begins in the page.

    ``file`` is the name of the file that it is, or that it is a part of; "" for none.
    """

    language: str
    text: str
    start: int
    file: str = ""


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page, in their order."""
    grows = saved = ""
    for found in _PART.finditer(page):
        match found["word"]:
            case "file":
                grows = found["name"]
            case "save":
                saved = found["name"]
            case "begin with":
                yield Block(
                    "begin", TUTORIAL.read_text(encoding="utf-8"), found.end(), found["name"]
                )
            case _:
                file = saved or (grows if found["language"] == "crit" else "")
                yield Block(found["language"], found["text"], found.start("text"), file)
                saved = ""


# ---- .crit files that grow ----------------------------------------------------------------------


def declarations(text: str) -> list[str]:
    """The declarations of a file, each without the blank lines after it."""
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return [part.rstrip("\n") for part in parts if part.strip()]


def subject(declaration: str) -> str:
    """What a declaration is about: ``exclusion 9``, ``fact bmi``, the whole head of a case."""
    head = declaration.partition("\n")[0]
    return head if head.startswith("case ") else " ".join(head.split()[:2])


def grown(text: str, added: str) -> str:
    """A file with declarations put in: in the place of those about the same, or at the end."""
    found = {subject(each): each for each in (*declarations(text), *declarations(added))}
    return "\n\n".join(found.values()) + "\n"


# ---- commands and programs ----------------------------------------------------------------------


def printed(command: str) -> str:
    """What a command prints in the working folder, on either stream, each line ended."""
    program, *arguments = shlex.split(command)
    assert program == "critc", f"{command}: only critc is run; another stands in a block `sh`"
    result = CliRunner().invoke(main, arguments, catch_exceptions=False, prog_name="critc")
    lines = [line.rstrip() for line in result.output.rstrip("\n").split("\n")]
    return "".join(f"{line}\n" for line in lines) if result.output else ""


def console(text: str) -> str:
    """A ``console`` block, with what its commands print now."""
    commands = [found["command"] for found in _COMMAND.finditer(text)]
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)


@dataclass
class Session:
    """A page that is being done, in the working folder."""

    page: str
    names: dict[str, object] = field(default_factory=dict)
    """What the page's programs have defined."""

    def run(self) -> str:
        """Does all that the page shows; the page as it should be, by what was printed."""
        written, end = "", 0
        for block in blocks(self.page):
            if block.language == "console":
                written += self.page[end : block.start] + console(block.text)
                end = block.start + len(block.text)
            else:
                self._do(block)
        return written + self.page[end:]

    def _do(self, block: Block) -> None:
        if block.file:
            place = Path(block.file)
            grows = block.language == "crit" and place.exists()
            before = place.read_text(encoding="utf-8") if grows else ""
            place.parent.mkdir(parents=True, exist_ok=True)
            text = grown(before, block.text) if grows else block.text
            place.write_text(text, encoding="utf-8", newline="\n")
        if block.language == "python" and ">>> " in block.text:
            self._compare(block)
        elif block.language == "python":
            exec(compile(block.text, block.file or "<page>", "exec"), self.names)

    def _compare(self, block: Block) -> None:
        """Runs the lines after ``>>>``. Raises AssertionError where another result is shown."""
        shown = doctest.DocTestParser().get_doctest(block.text, self.names, "page", None, None)
        said: list[str] = []
        doctest.DocTestRunner(verbose=False).run(shown, out=said.append, clear_globs=False)
        self.names |= shown.globs
        assert not said, "".join(said)
