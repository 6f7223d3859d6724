"""What `critc build` does with the outputs: compare them with the files that are there, and write."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ENDINGS = (".py", ".md", ".html", ".json", ".schema.json")
"""The endings of the files that a protocol's outputs have."""


def stale(folder: Path, outputs: Mapping[str, str]) -> dict[str, str]:
    """What is not as it should be: file name → "missing" or "differs from its source"."""
    found = {}
    for name, text in outputs.items():
        try:
            there = (folder / name).read_bytes()
        except FileNotFoundError:
            found[name] = "missing"
        else:
            if there != text.encode():
                found[name] = "differs from what its source says now"
    return found


def orphans(folder: Path, sources: Iterable[str]) -> list[str]:
    """Outputs in the folder whose protocol is no longer there: files of a kind that build writes."""
    if not folder.is_dir():
        return []
    kept = {stem + ending for stem in sources for ending in ENDINGS}
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file() and path.name not in kept and path.name.endswith(ENDINGS)
    )


def write(folder: Path, outputs: Mapping[str, str]) -> list[str]:
    """Writes what differs, each file whole or not at all; the names of those written.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name in outputs if name in stale(folder, outputs)]
    for name in changed:
        _write_whole(folder / name, outputs[name].encode())
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
