"""The command line: its commands are in `critc.commands`, a module each."""

from __future__ import annotations

import click

from critc.commands.build import build
from critc.commands.check import check
from critc.commands.completion import completion
from critc.commands.coverage import coverage
from critc.commands.explain_code import explain_code
from critc.commands.fmt import fmt
from critc.commands.init import init
from critc.commands.lint import lint
from critc.commands.lsp import lsp
from critc.commands.new import new
from critc.commands.queries import queries
from critc.commands.screen import explain, screen
from critc.commands.test import test
from critc.commands.watch import watch
from critc.version import __version__


class Commands(click.Group):
    """The commands; a full disk is said in one line."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command that the arguments name."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise click.UsageError(error.strerror or str(error)) from error


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="critc")
def main() -> None:
    """Eligibility criteria as data: one source, three outputs.

    A protocol's criteria are written once, in a .crit file. critc checks it and makes from it a
    Python validator, a checklist and an HTML page. Exit codes: 0 fine, 1 findings in a file, 2 wrong
    use.
    """


for command in (
    init,
    new,
    check,
    lint,
    fmt,
    coverage,
    build,
    screen,
    explain,
    explain_code,
    test,
    queries,
    watch,
    lsp,
    completion,
):
    main.add_command(command)
