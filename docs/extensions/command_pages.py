"""The page of the commands, written from their own help when the site is built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

import click
from sphinx.application import Sphinx

from critc.cli import main
from critc.emit.markdown.escape import inline
from critc.templating import environment

TEMPLATES = Path(__file__).parent.parent / "templates"
MARKER = "<!-- commands -->"
_CODE = re.compile(
    r"`[^`]+`|(?<![\w-])--?[a-z][\w-]*|\bpip install '[^']+'|\S*\.crit\b|\bcriteria/\S*\w/?"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command, as its help has it: Markdown where nothing else is said."""

    name: str
    usage: str
    """Plain text, as are the names of the options and the examples."""
    paragraphs: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def commands() -> list[Command]:
    """All commands, in the order of ``critc --help``."""
    group = click.Context(main, info_name="critc", **main.context_settings)
    return [_command(name, main.commands[name], group) for name in sorted(main.commands)]


def _command(name: str, command: click.Command, group: click.Context) -> Command:
    with click.Context(command, parent=group, info_name=name) as context:
        records = (each.get_help_record(context) for each in command.get_params(context))
        return Command(
            name,
            " ".join((context.command_path, *command.collect_usage_pieces(context))),
            tuple(map(words, cleandoc(command.help or "").split("\n\n"))),
            tuple((option, words(said)) for option, said in filter(None, records) if said),
            tuple(line.strip() for line in (command.epilog or "").strip().splitlines()),
        )


def words(text: str) -> str:
    """A sentence of a help text as Markdown: options, files and what is quoted become code."""
    written, end = "", 0
    for found in _CODE.finditer(text):
        written += inline(f"x{text[end : found.start()]}x")[1:-1] + f"`{found[0].strip('`')}`"
        end = found.end()
    return written + inline(f"x{text[end:]}x")[1:-1]


def write(_app: Sphinx, docname: str, content: list[str]) -> None:
    """Puts the commands into the page ``commands``."""
    if docname == "commands":
        template = environment(TEMPLATES, autoescape=False).get_template("commands.md.j2")
        content[0] = content[0].replace(MARKER, template.render(commands=commands()))


def outdated(app: Sphinx, *_names: object) -> list[str]:
    """The page is read anew each time: the help may have changed."""
    return ["commands"] if "commands" in app.env.all_docs else []


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", write)
    app.connect("env-get-outdated", outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
