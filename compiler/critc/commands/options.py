"""What the commands' arguments have in common: files, forms, help with examples, exit codes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

# Findings end a command with exit code 1, wrong use with 2 (click's own code for it).
FINDINGS = 1


class FilePath(click.Path):
    """A path as a ``Path``; pathlib is loaded when there is one, so that --help starts at once."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; click's checks come first."""
        from pathlib import Path

        return Path(os.fsdecode(super().convert(value, param, ctx)))


FILES = click.argument("files", nargs=-1, type=FilePath())
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words for people, or JSON for programs.",
)


def formats_named(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """The formats of a comma list, or "all" of them: each once, in the order of ``ENDINGS``."""
    from critc.formats import ENDINGS

    named = {name.strip().lower() for name in value.split(",")} - {""}
    if not named or not named <= {*ENDINGS, "all"}:
        raise click.BadParameter(f"{value}: write some of {', '.join(ENDINGS)}, or all")
    return tuple(form for form in ENDINGS if form in named or "all" in named)


class Examples(click.Command):
    """A command whose help ends with its examples as they were written."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the epilog line by line."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.strip().splitlines():
                    formatter.write(f"  {line.strip()}\n")


def end(findings: bool) -> None:
    """Ends with exit code 1 when there were findings."""
    if findings:
        raise SystemExit(FINDINGS)


def written(folder: Path, made: Mapping[str, bytes]) -> list[str]:
    """Writes files, each whole or not at all; those that changed. What cannot be written is wrong use."""
    from critc.building import write

    try:
        return write(folder, made)
    except OSError as error:
        place = folder / next(iter(made)) if len(made) == 1 else folder
        raise click.UsageError(f"{place}: {error.strerror}") from error


def print_json(data: object) -> None:
    """Data on standard output, for programs."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
