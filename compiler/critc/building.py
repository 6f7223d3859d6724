"""What `critc build` does with the outputs: compare them with the files that are there, and write."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from critc.formats import ENDINGS

INDEX = "index.html"
"""The page that lists the protocols of a folder."""


def cited(path: Path) -> str:
    """How outputs cite their source: folder and name, however the path was typed."""
    return "/".join(path.resolve().parts[-2:])


def stale(folder: Path, outputs: Mapping[str, bytes]) -> dict[str, str]:
    """What is not as it should be: file name → "missing" or "differs from its source"."""
    found = {}
    for name, data in outputs.items():
        try:
            there = (folder / name).read_bytes()
        except FileNotFoundError:
            found[name] = "missing"
        else:
            if there != data:
                found[name] = "differs from what its source says now"
    return found


def orphans(folder: Path, sources: Iterable[str], made: Iterable[str] = ()) -> list[str]:
    """Outputs in the folder that nothing makes any more: files of a kind that build writes.

    ``sources`` are the stems of the protocols that are there, ``made`` the names of further files.
    """
    if not folder.is_dir():
        return []
    endings = tuple(ENDINGS.values())
    kept = {stem + ending for stem in sources for ending in endings} | set(made)
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file() and path.name not in kept and path.name.endswith(endings)
    )


def kept(folder: Path, stem: str, sha256: str) -> dict[str, bool]:
    """The outputs of a protocol that are in a folder: format → whether its source is still the same.

    Each names the hash of its source, but for the schema, which is taken as it is.
    """
    found = {}
    for form, ending in ENDINGS.items():
        path = folder / f"{stem}{ending}"
        if path.is_file():
            found[form] = form == "schema" or sha256.encode() in path.read_bytes()
    return found


def write(folder: Path, outputs: Mapping[str, bytes]) -> list[str]:
    """Writes what differs, each file whole or not at all; the names of those written.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = list(stale(folder, outputs))
    for name in changed:
        _write_whole(folder / name, outputs[name])
    return changed


def _write_whole(path: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(draft, 0o644)  # noqa: PTH101
        os.replace(draft, path)  # noqa: PTH105
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
