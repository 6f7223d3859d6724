"""The libraries that an open file borrows from: where they are, and their text as the editor has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from critc.pipeline import library, shipped
from critc.source import Source


class Shelf:
    """Finds libraries as the compiler does; of one that is open, the text in the editor counts.

    ``places`` fills on the way: the file of each library by the name of its source.
    """

    def __init__(self, name: str, open_: Mapping[Path, str]) -> None:
        self._usual = library(Source(name, ""))
        self._open = open_
        self.places: dict[str, Path] = {}

    def find(self, path: str) -> Source | None:
        """The library of a path in ``use … from``."""
        found = self._usual(path)
        if found is None:
            return None
        place = Path(found.name)
        if not place.is_file():
            place = shipped(path) or place
        place = place.resolve()
        self.places[found.name] = place
        return Source(found.name, self._open[place]) if place in self._open else found
