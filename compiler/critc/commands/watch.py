"""`critc watch`: a live preview in the browser, rebuilt when a file is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, FORMATS, OUTPUT, PAPER, Examples, settings
from critc.commands.sources import found_in, sources

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from critc.watch.preview import Preview

PORT = 8317
_SHOWN = 3


@click.command(
    cls=Examples,
    epilog="""
    critc watch
    critc watch criteria/NCT07289048.crit --open
    critc watch --no-write --port 9000
    critc watch --output preview --format html
    """,
)
@FILES
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port to serve on; 0 is any that is free. Without it: {PORT}, or any if it is taken.",
)
@click.option("--open/--no-open", "opens", help="Open the preview in the browser; not by itself.")
@click.option("--write/--no-write", default=True, help="Write the outputs, as critc build does.")
@OUTPUT
@FORMATS
@PAPER
def watch(
    files: tuple[Path, ...],
    port: int | None,
    opens: bool,
    write: bool,
    folder: Path,
    formats: tuple[str, ...],
    paper: str,
) -> None:
    """Show page and checklist of FILES in the browser, and renew them when a file is saved.

    What is wrong with a file is shown over its page, which stays as it was until the file is mended;
    warnings, and what critc lint finds, are shown on demand.
    A protocol is rebuilt when a library that it uses is saved, too. Each rebuild writes the outputs
    as critc build does, into the same folder; with --no-write nothing is written. Without FILES: all
    of criteria/, and those that are added there later. This machine alone is served. Ctrl-C ends it.

    Needs libraries: pip install 'critc[watch]'.
    """
    from critc.commands.build import refuse_same_names, refuse_unavailable

    _refuse_without_libraries()
    paths = sources(files)
    _refuse_missing(paths)
    refuse_same_names(paths)
    if write:
        refuse_unavailable(formats)

    from critc.watch.project import Output, Project
    from critc.watch.session import run

    listener = _listener(port)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    click.echo(f"The preview is at {address} until Ctrl-C ends it.")
    if opens:
        click.launch(address)
    settled = settings()
    project = Project(
        (lambda: paths) if files else (lambda: found_in(settled.criteria)), settled.lint_ignore
    )
    output = Output(folder, formats, paper, index=not files) if write else None
    run(project, output, listener, _report)


def _refuse_without_libraries() -> None:
    from importlib import import_module

    try:
        for name in ("markdown_it", "starlette", "uvicorn", "watchfiles"):
            import_module(name)
    except ModuleNotFoundError as error:
        raise click.UsageError(
            "the preview needs libraries that are not installed: pip install 'critc[watch]'"
        ) from error


def _refuse_missing(paths: list[Path]) -> None:
    for path in paths:
        if not path.is_file():
            raise click.UsageError(f"{path}: there is no such file")


def _listener(port: int | None) -> socket.socket:
    from critc.watch.server import listen

    try:
        return listen(PORT if port is None else port)
    except OSError as error:
        if port is None:
            return listen(0)
        raise click.UsageError(
            f"port {port} cannot be used ({error.strerror}); --port 0 takes any that is free"
        ) from error


def _report(preview: Preview, seconds: float, unwritten: str) -> None:
    """One line for each rebuild: when, which file, how long it took, what was found."""
    from datetime import datetime

    now = datetime.now().strftime("%H:%M:%S")
    line = f"{now}  {preview.path.as_posix()}  {seconds:.1f} s  {_findings(preview)}"
    click.echo(f"{line}; {unwritten}" if unwritten else line)


def _findings(preview: Preview) -> str:
    found = preview.problems or preview.warnings
    if not found:
        return "no findings"
    noun = "mistake" if preview.problems else "warning"
    if len(found) == 1 and not found[0].code:
        return found[0].text
    named = ", ".join(f"{each.code} {each.place}" for each in found[:_SHOWN])
    more = ", …" if len(found) > _SHOWN else ""
    return f"{len(found)} {noun}{'' if len(found) == 1 else 's'}: {named}{more}"
