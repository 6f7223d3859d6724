"""From a file named on the command line to a registry record; what is wrong with it is printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from critc.commands.options import FINDINGS, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from critc.ir.nodes import Program
    from critc.registry.record import Record


def read(path: Path) -> Record:
    """The record in a file; the problems of one that is none end the command with exit code 1."""
    from critc.registry.record import RecordError, read_record

    try:
        return read_record(path.read_bytes())
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    except RecordError as error:
        for problem in error.problems:
            click.echo(f"{path}: {problem}", err=True)
        raise SystemExit(FINDINGS) from error


def differs(program: Program, record: Record, form: str) -> bool:
    """Prints how a protocol's words differ from a record's; whether any of its criteria's do.

    ``form`` is "text" or "json".
    """
    from critc.registry.compare import compare
    from critc.registry.report import as_data, text

    found = compare(program, record)
    if form == "json":
        print_json(as_data(found))
    else:
        click.echo(text(found, program.file, record.nct_id, sys.stdout.isatty()), nl=False)
    return not all(each.note for each in found)
