"""`critc explain-code`: what a message means, with a wrong and a right example."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from critc.commands.options import FORMAT, Examples, print_json

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from critc.messages import Page

WIDTH = 100
"""No more columns of an example are shown."""


def say_where_more_is(codes: Iterable[str]) -> None:
    """A hint after messages, for people: where the codes are explained, three of them at most."""
    named = list(dict.fromkeys(codes))[:3]
    if named and sys.stdout.isatty():
        click.secho(f"\ncritc explain-code {' '.join(named)} says more", dim=True)


def _codes(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that begin as typed, each with its title, for the shell."""
    from click.shell_completion import CompletionItem

    from critc.messages import titles

    return [
        CompletionItem(code, help=title)
        for code, title in titles().items()
        if code.startswith(begun.upper())
    ]


@click.command(
    "explain-code",
    cls=Examples,
    epilog="""
    critc explain-code E0111
    critc explain-code e0141 e0145 | less
    critc explain-code --list | grep -i window
    """,
)
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=_codes)
@click.option("--list", "listed", is_flag=True, help="All codes, each with its title.")
@FORMAT
def explain_code(codes: tuple[str, ...], listed: bool, form: str) -> None:
    """Explain the CODE of a message: what is wrong, why it matters, what to write.

    The code stands first in each message of critc check: error[E0111]. Without a CODE: all of them,
    each with its title.
    """
    if listed and codes:
        raise click.UsageError("--list lists all codes: name none with it")
    if not codes:
        _list(form)
        return
    pages = [_page(code) for code in codes]
    if form == "json":
        print_json([_as_data(page) for page in pages])
    else:
        colour = sys.stdout.isatty()
        click.echo("\n".join(_rendered(page, colour) for page in pages), nl=False)


def _list(form: str) -> None:
    from critc.messages import titles

    if form == "json":
        print_json([{"code": code, "title": title} for code, title in titles().items()])
        return
    for code, title in titles().items():
        click.echo(f"{code}  {title}")


def _page(code: str) -> Page:
    """The page of a code as it was typed; an unknown one is wrong use."""
    from critc.messages import page

    try:
        return page(code)
    except KeyError:
        raise click.UsageError(f"there is no code {code}; {_instead(code)}") from None


def _instead(code: str) -> str:
    from difflib import get_close_matches

    from critc.messages import titles

    near = get_close_matches(code.upper(), titles(), cutoff=0.7)
    return f"did you mean {' or '.join(near)}?" if near else "critc explain-code lists them all"


def _as_data(page: Page) -> dict[str, object]:
    from critc.diagnostic import severity_of

    return {
        "code": page.code,
        "severity": severity_of(page.code).value,
        "title": page.title,
        "paragraphs": page.paragraphs,
        "wrong": page.wrong,
        "right": page.right,
    }


def _rendered(page: Page, colour: bool) -> str:
    """A page for the terminal; ``colour`` puts in ANSI colours."""
    from critc.render.text import wrapped

    def paint(text: str, foreground: str) -> str:
        return click.style(text, fg=foreground, bold=True) if colour else text

    lines = [paint(f"{page.code}: {page.title}", "yellow" if page.code[0] == "W" else "red")]
    for paragraph in page.paragraphs:
        lines += ["", *(f"  {line}" for line in wrapped(paragraph))]
    lines += ["", f"  {paint('Wrong', 'red')}", "", *_indented(page.wrong)]
    lines += ["", f"  {paint('Right', 'green')}", "", *_indented(page.right)]
    return "".join(f"{line}\n" for line in lines)


def _indented(example: str) -> list[str]:
    """An example's lines; of one that no terminal would hold, the beginning."""
    return [
        f"    {line if len(line) <= 2 * WIDTH else line[:WIDTH] + ' …'}".rstrip()
        for line in example.splitlines()
    ]
