"""What the commands' arguments have in common: files, forms, help with examples, exit codes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from critc.settings import Settings

# Findings end a command with exit code 1, wrong use with 2 (click's own code for it).
FINDINGS = 1


class FilePath(click.Path):
    """A path as a ``Path``; pathlib is loaded when there is one, so that --help starts at once."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; click's checks come first."""
        from pathlib import Path

        return Path(os.fsdecode(super().convert(value, param, ctx)))


class Sources(FilePath):
    """The path of a source; a shell that completes it offers `.crit` files alone."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Files here and up to two folders down: a shell takes a folder alone for a whole word."""
        from glob import escape, glob

        from click.shell_completion import CompletionItem

        begun = escape(incomplete)
        found = {path for end in ("*.crit", "*/*.crit", "*/*/*.crit") for path in glob(begun + end)}  # noqa: PTH207
        offered = [CompletionItem(path) for path in sorted(found)]
        return offered or super().shell_complete(ctx, param, incomplete)


FILES = click.argument("files", nargs=-1, type=Sources())
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words for people, or JSON for programs.",
)
FINDINGS_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Words for people, JSON for programs, or SARIF for code hosts and editors.",
)


def formats_named(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """The formats of a comma list, or "all" of them: each once, in the order of ``ENDINGS``."""
    from critc.formats import ENDINGS

    named = {name.strip().lower() for name in value.split(",")} - {""}
    if not named or not named <= {*ENDINGS, "all"}:
        raise click.BadParameter(f"{value}: write some of {', '.join(ENDINGS)}, or all")
    return tuple(form for form in ENDINGS if form in named or "all" in named)


class FromSettings(click.Option):
    """An option whose default is a function of the settings, which its help shows too."""

    def get_default(self, ctx: click.Context, call: bool = True) -> Any:  # noqa: ARG002
        """The default; none in a help text or completion where the settings are wrong."""
        try:
            return super().get_default(ctx, call=True)
        except click.UsageError:
            if ctx.resilient_parsing:
                return None
            raise


def settings() -> Settings:
    """The settings of the project that the command runs in; wrong ones are wrong use."""
    meta = click.get_current_context().meta  # shared by the contexts of one run
    if "critc.settings" not in meta:
        meta["critc.settings"] = _found_settings()
    found: Settings = meta["critc.settings"]
    return found


def _found_settings() -> Settings:
    from pathlib import Path

    from critc.settings import SettingsError, find_settings

    try:
        return find_settings(Path.cwd())
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


OUTPUT = click.option(
    "--output",
    "-o",
    "folder",
    cls=FromSettings,
    type=FilePath(file_okay=False),
    default=lambda: settings().output,
    show_default=True,
    help="The folder to write to.",
)
FORMATS = click.option(
    "--format",
    "formats",
    cls=FromSettings,
    callback=formats_named,
    metavar="FORMATS",
    default=lambda: ",".join(settings().formats),
    show_default=True,
    help="A comma list of py, md, html, json, schema, pdf and docx, or all.",
)
PAPER = click.option(
    "--paper",
    cls=FromSettings,
    type=click.Choice(["A4", "letter"], case_sensitive=False),
    default=lambda: settings().paper,
    show_default=True,
    help="The paper of PDF and DOCX.",
)
DATES = click.option(
    "--date",
    "dates",
    metavar="MOMENT=DATE",
    multiple=True,
    help="A planned moment, for which checklist and page work out calendar dates.",
)


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
