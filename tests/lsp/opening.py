"""Documents for the tests: files of the repository and texts, checked as the server does."""

from __future__ import annotations

from pathlib import Path

from critc.lsp.analysis import Analysis
from critc.lsp.document import Document, opened
from critc.lsp.workspace import Files, OpenFile

ROOT = Path(__file__).parents[2]
CRITERIA = ROOT / "criteria"
PROTOCOLS = sorted(CRITERIA.glob("NCT*.crit"))


def checked(text: str, path: Path = CRITERIA / "draft.crit") -> OpenFile:
    """An open file with its whole check."""
    files = Files()
    file = OpenFile(opened(path.as_uri(), 1, text))
    files.open[file.document.uri] = file
    file.analysed(files.analyse(file.document))
    return file


def analysed(document: Document) -> Analysis:
    """The whole check of a document."""
    return Files().analyse(document)


def replaced(document: Document, old: str, new: str) -> Document:
    """The document with the first occurrence of a text replaced."""
    at = document.text.index(old)
    return document.edited(at, at + len(old), new, document.version + 1)
