"""The lints of an open file, found by a process of their own: they take longest, and nobody waits.

The process is ended when the writer goes on. It reads what the editor has of the file and of its
libraries, and writes what it found; run as ``python -m critc.lsp.doubts``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from critc.diagnostic import Diagnostic, Related
from critc.lint import lint
from critc.lsp.shelf import Shelf
from critc.pipeline import compile_source
from critc.source import Source, Span


async def doubts(name: str, text: str, open_: dict[Path, str]) -> tuple[Diagnostic, ...]:
    """What is probably wrong with a file. When this is cancelled, the process ends."""
    libraries = {str(path): text for path, text in open_.items()}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "critc.lsp.doubts"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    asked = json.dumps({"name": name, "text": text, "open": libraries})
    try:
        answer, _ = await process.communicate(asked.encode())
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    return tuple(_read(each) for each in json.loads(answer or b"[]"))


def _read(data: dict[str, Any]) -> Diagnostic:
    related = tuple(Related(Span(**each["span"]), each["message"]) for each in data["related"])
    return Diagnostic(**{**data, "span": Span(**data["span"]), "related": related})


def _found(asked: dict[str, Any]) -> Iterable[Diagnostic]:
    shelf = Shelf(asked["name"], {Path(path): text for path, text in asked["open"].items()})
    return lint(compile_source(Source(asked["name"], asked["text"]), shelf.find))


def main() -> None:
    """Reads one file from standard input, and writes its lints to standard output."""
    found = _found(json.load(sys.stdin.buffer))
    sys.stdout.write(json.dumps([asdict(each) for each in found]))


if __name__ == "__main__":
    main()
