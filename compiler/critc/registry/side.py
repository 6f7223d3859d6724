"""One side of a comparison: the words of a record, or of a file, and stretches of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from critc.registry.tokens import Token

_LIKE_A_LIST = re.compile(r"\W*(?:\d{1,3}[a-z]?|[a-z]|[ivx]+)?\W*")
CONTEXT = 6
"""So many words are shown on each side of a difference."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one owner, ``[start, end)`` of a side."""

    owner: int
    start: int
    end: int


class Side:
    """The words of the record, or of the file; those of an owner stand together."""

    def __init__(self, words: Iterable[Token]) -> None:
        self.tokens = list(words)
        self.sizes = Counter(each.owner for each in self.tokens if not each.optional)
        self.stretches = dict(self._stretches())

    def _stretches(self) -> Iterator[tuple[int, tuple[int, int]]]:
        start = 0
        for owner, its in groupby(self.tokens, key=lambda each: each.owner):
            end = start + len(list(its))
            yield owner, (start, end)
            start = end

    def counted(self, start: int = 0, end: int | None = None) -> list[int]:
        """Where the words are that count, in a stretch."""
        stretch = range(start, len(self.tokens) if end is None else end)
        return [i for i in stretch if not self.tokens[i].optional]

    def keys(self, indices: Iterable[int]) -> list[str]:
        """By what words are compared."""
        return [self.tokens[i].key for i in indices]

    def readings(self, start: int, end: int) -> list[list[str]]:
        """A stretch without what may be a list's, with its numbers, and with its bullets too."""
        stretch = range(start, end)
        numbers = [i for i in stretch if not self.tokens[i].bullet]
        return [self.keys(each) for each in (self.counted(start, end), numbers, stretch)]

    def bare(self, owner: int) -> tuple[str, ...]:
        """All that an owner has, without whatever looks like a list's wherever it stands."""
        stretch = self.tokens[slice(*self.stretches[owner])]
        return tuple(each.key for each in stretch if not _LIKE_A_LIST.fullmatch(each.text))

    def runs(self, start: int, end: int) -> list[Run]:
        """The words of each owner in a stretch, without what does not count."""
        of_owner = groupby(self.counted(start, end), key=lambda i: self.tokens[i].owner)
        found = ((owner, list(indices)) for owner, indices in of_owner)
        return [Run(owner, indices[0], indices[-1] + 1) for owner, indices in found]

    def words(self, start: int, end: int, owner: int) -> str:
        """The words of an owner in a stretch."""
        within = self.tokens[max(0, start) : end]
        return " ".join(each.text for each in within if each.owner == owner and not each.optional)

    def of(self, run: Run) -> str:
        """The words of a run."""
        return self.words(run.start, run.end, run.owner)

    def around(self, run: Run) -> tuple[str, str]:
        """Some words before a run and after it, of the same owner."""
        before = self.words(run.start - CONTEXT, run.start, run.owner)
        return before, self.words(run.end, run.end + CONTEXT, run.owner)

    def whole(self, run: Run) -> bool:
        """Whether a run is all that its owner has."""
        return len(self.counted(run.start, run.end)) == self.sizes[run.owner]
