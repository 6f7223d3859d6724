"""`critc fmt`: files in the one style."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from critc.commands.options import FILES, Examples, end, written
from critc.commands.sources import sources

if TYPE_CHECKING:
    from pathlib import Path

_INPUT = "-"


@click.command(
    cls=Examples,
    epilog="""
    critc fmt
    critc fmt criteria/NCT07289048.crit
    critc fmt --check || critc fmt --diff | less
    critc fmt - < draft.crit
    """,
)
@FILES
@click.option("--check", is_flag=True, help="Write nothing; list what would change, exit code 1.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change as a diff.")
def fmt(files: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Write FILES in the one style of the language.

    Without FILES: all of criteria/ and criteria/library/. With - the file is read from standard
    input and written to standard output. Words, comments and groups of lines stay; before anything
    is written, it is proved to say the same. A file with mistakes is left as it is.
    """
    paths = sources(files, libraries=True)
    if len(paths) > 1 and any(str(path) == _INPUT for path in paths):
        raise click.UsageError("- is read to its end and written out: name no other file with it")
    failed = False
    for path in paths:
        text = _text(path)
        styled = _styled(path, text)
        if styled is None:
            failed = True
            continue
        if diff:
            _print_diff(_name(path), text, styled)
        if check and styled != text:
            click.echo(_name(path), err=diff)
            failed = True
        if not check and not diff:
            _write(path, text, styled)
    end(failed)


def _name(path: Path) -> str:
    return "standard input" if str(path) == _INPUT else path.as_posix()


def _text(path: Path) -> str:
    """The whole text, its line ends and a byte-order mark too; what is none is wrong use."""
    try:
        given = sys.stdin.buffer.read() if str(path) == _INPUT else path.read_bytes()
        return given.decode("utf-8")
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(
            f"{_name(path)}: this is not text in UTF-8: save it as UTF-8"
        ) from error


def _styled(path: Path, text: str) -> str | None:
    """The text in the style; None if it has mistakes, which are printed."""
    from critc.format import UnfaithfulError, formatted
    from critc.render.text import render
    from critc.source import Source

    source = Source(_name(path), text.removeprefix("\ufeff"))
    try:
        styled = formatted(source)
    except UnfaithfulError as fault:
        click.echo(f"{source.name}: left as it is: {fault}. Please report this.", err=True)
        return None
    if isinstance(styled, str):
        return styled
    click.echo(render(styled, source, sys.stderr.isatty()), err=True)
    return None


def _write(path: Path, text: str, styled: str) -> None:
    if str(path) == _INPUT:
        click.echo(styled.encode(), nl=False)
    elif styled == text:
        click.echo(f"{_name(path)}: unchanged")
    else:
        place = path.resolve()  # where a link leads: the link stays
        mode = place.stat().st_mode
        written(place.parent, {place.name: styled.encode()})
        place.chmod(mode)
        click.echo(f"{_name(path)}: formatted")


def _print_diff(name: str, before: str, after: str) -> None:
    from critc.render.diff import painted, unified

    lines = unified(name, before, after)
    if sys.stdout.isatty():
        click.echo("".join(map(painted, lines)), nl=False)
    else:
        click.echo("".join(lines).encode(), nl=False)
