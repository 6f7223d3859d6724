"""`critc lsp`: the language server for editors."""

from __future__ import annotations

import click

from critc.commands.options import Examples


@click.command(
    cls=Examples,
    epilog="""
    critc lsp
    critc lsp --tcp 7357
    """,
)
@click.option(
    "--tcp",
    "port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Answer one editor on this port of this computer, instead of standard input and output.",
)
def lsp(port: int | None) -> None:
    """Serve an editor: findings, completion, explanations, renaming.

    Editors start this command by themselves and speak with it by the Language Server Protocol, on
    standard input and output. It needs `pip install "critc[lsp]"`.
    """
    try:
        from critc.lsp.server import made
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.UsageError('the language server needs pip install "critc[lsp]"') from missing
    server = made()
    if port is None:
        server.start_io()
    else:
        server.start_tcp("127.0.0.1", port)
