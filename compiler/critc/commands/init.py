"""`critc init`: a new repository of protocols."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from critc.commands.options import Examples, FilePath, written

if TYPE_CHECKING:
    from pathlib import Path

_NEXT = """\
Next:
{cd}  critc watch --open    shows the page of {example}, and renews it when you save
  critc new NCT….json   begins a protocol of your own from a registry record
  git init              then commit all of it, generated/ too"""


@click.command(
    cls=Examples,
    epilog="""
    critc init
    critc init our-protocols
    """,
)
@click.argument("folder", type=FilePath(file_okay=False), default=".")
def init(folder: Path) -> None:
    """Begin a repository of protocols in FOLDER, or in this one.

    It gets settings (critc.toml), a small protocol with cases and its outputs, a README, and checks
    for each commit (.pre-commit-config.yaml) and each change (.github/workflows/criteria.yml). Where
    one of these files is there already, nothing is written.
    """
    from critc.starter import EXAMPLE, files

    made = files()
    _refuse_to_overwrite(folder, made)
    for place, data in made.items():
        path = folder / place
        written(path.parent, {path.name: data})
        click.echo(f"wrote {path}")
    outputs = _outputs(folder / EXAMPLE)
    written(folder / "generated", outputs)
    click.echo(f"wrote {len(outputs)} files in {folder / 'generated'}")
    here = folder.resolve() == folder.cwd()
    click.echo(_NEXT.format(cd="" if here else f"  cd {folder}\n", example=EXAMPLE), err=True)


def _refuse_to_overwrite(folder: Path, made: dict[str, bytes]) -> None:
    there = [place for place in made if (folder / place).exists()]
    if there:
        names = ", ".join(str(folder / place) for place in there)
        raise click.UsageError(f"this would write over {names}: begin in another folder")


def _outputs(example: Path) -> dict[str, bytes]:
    """What `critc build` makes of the example."""
    from critc.commands.sources import checked
    from critc.pipeline import outputs

    [program], _ = checked([example])
    return outputs(program)
