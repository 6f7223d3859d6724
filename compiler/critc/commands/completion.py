"""`critc completion`: the script that lets a shell complete critc's words."""

from __future__ import annotations

import click

from critc.commands.options import Examples

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    cls=Examples,
    epilog="""
    eval "$(critc completion bash)"
    eval "$(critc completion zsh)"
    critc completion fish > ~/.config/fish/completions/critc.fish
    """,
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete commands, options, .crit files and codes.

    For bash write the first example into ~/.bashrc, for zsh the second into ~/.zshrc, after compinit;
    for fish run the third once.
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, "critc", "_CRITC_COMPLETE").source())
