"""The files that are open, each with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import to_fs_path

from critc.diagnostic import Severity
from critc.lsp.analysis import (
    Analysis,
    Finding,
    Findings,
    Places,
    analyse,
    by_block,
    check_block,
)
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.doubts import doubts
from critc.lsp.shelf import Shelf
from critc.lsp.tokens import Painter


@dataclass
class OpenFile:
    """A file in the editor. ``fresh`` has what was found in declarations that are newer than the
    analysis, ``doubted`` the lints of those that have not changed since the last pause.
    """

    document: Document
    analysis: Analysis | None = None
    fresh: dict[Block, tuple[Finding, ...]] = field(default_factory=dict)
    doubted: Findings = field(default_factory=dict)
    painter: Painter = field(default_factory=Painter)

    @property
    def places(self) -> Mapping[str, Path]:
        """The files of its libraries, by the names of their sources."""
        return self.analysis.places if self.analysis else {}

    def findings(self) -> Iterator[Finding]:
        """What there is to say of this version, in the order of its text."""
        known = self.analysis.findings if self.analysis else {}
        for block in self.document.blocks.blocks:
            yield from known.get(block) or self.fresh.get(block, ())
            yield from self.doubted.get(block, ())

    def changed(self, document: Document) -> None:
        """Takes a later version, and checks the declarations in it that are new."""
        self.document = document
        self._check_new()

    def analysed(self, analysis: Analysis) -> None:
        """Takes an analysis, of this version or of one before."""
        self.analysis = analysis
        self.document = self.document.with_borrowed(analysis.borrowed)
        self.fresh = {}
        self._check_new()

    async def doubt(self, analysis: Analysis, open_: dict[Path, str]) -> None:
        """Takes the lints of the version that was analysed. A file with errors has none."""
        has_errors = any(
            each.severity is Severity.ERROR
            for found in analysis.findings.values()
            for each in found
        )
        name, text = path_of(self.document.uri), analysis.document.text
        found = () if has_errors else await doubts(name, text, open_)
        where = Places(analysis.document, analysis.known.source)
        self.doubted = by_block(where.finding(each) for each in found)

    def _check_new(self) -> None:
        if self.analysis is None:
            return
        before, known = self.analysis.document, self.fresh
        self.fresh = {
            block: known[block] if block in known else self._checked(self.analysis, block)
            for block in self.document.blocks.blocks
            if block not in before
        }

    def _checked(self, analysis: Analysis, block: Block) -> tuple[Finding, ...]:
        return check_block(analysis, block, self.document)


class Files:
    """The open files by their address. The address of an unsaved one is no path."""

    def __init__(self) -> None:
        self.open: dict[str, OpenFile] = {}

    def analyse(self, document: Document) -> Analysis:
        """A whole check of one version; it may run beside everything else."""
        name = path_of(document.uri)
        return analyse(document, name, Shelf(name, self.texts()))

    def users(self, uri: str) -> list[str]:
        """The open files that borrow from this one."""
        place = Path(path_of(uri)).resolve()
        return [
            other
            for other, file in self.open.items()
            if other != uri and place in file.places.values()
        ]

    def at(self, path: Path) -> OpenFile | None:
        """The open file at a path."""
        for uri, file in self.open.items():
            if Path(path_of(uri)).resolve() == path:
                return file
        return None

    def texts(self) -> dict[Path, str]:
        """The text of each open file, by its path."""
        return {Path(path_of(uri)).resolve(): file.document.text for uri, file in self.open.items()}


def path_of(uri: str) -> str:
    """The path of a file's address; of one that has none, its name."""
    return to_fs_path(uri) or uri.rpartition(":")[2]
