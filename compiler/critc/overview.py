"""The page that lists the protocols of a folder, with the files that are there for each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from critc.building import kept
from critc.emit import index
from critc.formats import ENDINGS
from critc.ir.nodes import Program


def overview(
    folder: Path, protocols: Iterable[tuple[str, Program]], formats: Iterable[str]
) -> bytes:
    """The page for a folder. ``protocols`` are the stems of their files' names, and themselves.

    It links to the ``formats`` that are made now, and to what is there already of the same source.
    """
    made = frozenset(formats)
    return index.emit(_listed(folder, *each, made) for each in protocols).encode()


def _listed(folder: Path, stem: str, program: Program, made: frozenset[str]) -> index.Listed:
    there = {form for form, current in kept(folder, stem, program.sha256).items() if current}
    return index.Listed(program, {f: stem + ENDINGS[f] for f in ENDINGS if f in made | there})
