"""A protocol's verbatim texts compared with a registry record, word by word.

How the words are cut into criteria does not matter; which words there are, in which order, and
whether they include or exclude, does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from critc.ir.nodes import Criterion, Program
from critc.registry import tokens
from critc.registry.items import Group, groups
from critc.registry.plain import one_line
from critc.registry.record import Record
from critc.registry.side import Run, Side

What = Literal[
    "number", "title", "missing", "added", "changed", "criterion missing", "criterion added",
    "elsewhere", "no text", "remark",
]  # fmt: skip

_RELATED = 3
"""Criteria are related that share a third of the shorter one's words."""
_NOTES = ("no text", "remark")
_UNNAMED = "criterion"
"""How a criterion is called that the record calls neither inclusion nor exclusion."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a file and a record differ.

    ``record`` and ``file`` are the words of each ("" for none), ``before`` and ``after`` at most 6
    that stand around them. ``criterion`` ("exclusion 4") and ``line`` (from 1) are the file's,
    ``place`` is the record's criterion, counted there; "" and 0 where there is none.
    """

    what: What
    criterion: str = ""
    line: int = 0
    place: str = ""
    record: str = ""
    file: str = ""
    before: str = ""
    after: str = ""

    @property
    def note(self) -> bool:
        """Whether it is worth knowing, and no difference of the criteria's words.

        Where the record does not say what includes and what excludes, a file that does has another
        order.
        """
        free = self.what == "elsewhere" and self.place.startswith(_UNNAMED)
        return free or self.what in _NOTES


def compare(program: Program, record: Record) -> tuple[Difference, ...]:
    """The differences, in the order of number, title, criteria and notes."""
    found = [*_heads(program, record)]
    for section, criteria in _streams(program, groups(record.criteria)):
        found += _best(section, criteria)
    found += (
        Difference("no text", _name(each), each.line) for each in program.criteria if not each.text
    )
    return tuple(sorted(_in_place(found), key=lambda each: each.note))


def _heads(program: Program, record: Record) -> Iterator[Difference]:
    if program.protocol != record.nct_id:
        yield Difference("number", record=record.nct_id, file=program.protocol)
    titles = [_unquoted(title) for title in record.titles]
    if program.title and titles and _unquoted(program.title) not in titles:
        yield Difference("title", record=record.title, file=program.title)


def _unquoted(title: str) -> str:
    """A title without what a `.crit` file writes otherwise: quotes."""
    return one_line(title).replace('"', "'")


def _streams(
    program: Program, found: tuple[Group, ...]
) -> Iterator[tuple[tuple[Group, ...], tuple[Criterion, ...]]]:
    """What is compared with what: each kind by itself, if the record says of all what they are."""
    written = tuple(each for each in program.criteria if each.text)
    if any(group.kind is None and group.items for group in found):
        yield found, written
        return
    for kind in ("inclusion", "exclusion"):
        of_kind = tuple(group for group in found if (group.kind or "inclusion") == kind)
        yield of_kind, tuple(each for each in written if each.kind == kind)


def _name(criterion: Criterion) -> str:
    return f"{criterion.kind} {criterion.number}"


def _best(section: tuple[Group, ...], criteria: tuple[Criterion, ...]) -> list[Difference]:
    """The differences; a remark that has words of a criterion by chance makes none."""
    found = list(_Comparison(section, criteria, remarks=True).differences())
    if not _count(found):
        return found
    apart = list(_Comparison(section, criteria, remarks=False).differences())
    return min(found, apart, key=_count)


def _count(found: Iterable[Difference]) -> int:
    return sum(not each.note for each in found)


def _in_place(found: Iterable[Difference]) -> list[Difference]:
    """The same words missing at one place and added at another are words at the wrong place."""
    every = list(found)
    lost = {each.record: each for each in every if each.what == "criterion missing"}
    gained = {each.file: each for each in every if each.what == "criterion added"}
    both = lost.keys() & gained.keys()
    elsewhere = [
        replace(gained[words], what="elsewhere", place=lost[words].place) for words in both
    ]
    gone = [each[words] for each in (lost, gained) for words in both]
    kept = [each for each in every if each not in gone]
    return kept + sorted(elsewhere, key=lambda each: each.line)


class _Comparison:
    """The words of some sections of the record, and of the criteria that should have them."""

    def __init__(
        self, section: tuple[Group, ...], criteria: tuple[Criterion, ...], remarks: bool
    ) -> None:
        """``remarks``: the file may have words of remarks."""
        self.criteria = criteria
        self.places = [_place(group, n) for group, n in _counted(section)]
        every = tuple(tokens.of_record(section))
        self.record = Side(each for each in every if remarks or each.owner >= 0)
        self.apart = Side(each for each in every if not remarks and each.owner < 0)
        self.file = Side(t for i, each in enumerate(criteria) for t in tokens.of_text(each.text, i))
        self.settled = self._settled()
        self.pairs, self.partners = self._aligned()

    def _settled(self) -> dict[int, int]:
        """The criteria of the record, and the file's, that have the same words at the same place."""
        items = [owner for owner in self.record.stretches if owner >= 0]
        criteria = list(self.file.stretches)
        matcher = SequenceMatcher(
            None, list(map(self.record.bare, items)), list(map(self.file.bare, criteria)), False
        )
        blocks = matcher.get_matching_blocks()
        same = ((items[b.a + k], criteria[b.b + k]) for b in blocks for k in range(b.size))
        return {item: criterion for item, criterion in same if self._alike(item, criterion)}

    def _alike(self, item: int, criterion: int) -> bool:
        readings = self.file.readings(*self.file.stretches[criterion])
        return any(each in readings for each in self.record.readings(*self.record.stretches[item]))

    def _aligned(self) -> tuple[list[tuple[int, int]], dict[int, int]]:
        """Which words are the same, and for each criterion of the record the file's with most of them.

        Criteria that share but a few words, as "of the", have nothing to do with each other.
        """
        pairs = [pair for start, end in self._between() for pair in self._same(start, end)]
        shared = Counter(self._owners(*pair) for pair in pairs)
        related = {
            (item, criterion)
            for (item, criterion), count in shared.items()
            if _RELATED * count >= min(self.record.sizes[item], self.file.sizes[criterion])
        }
        partners = {
            item: criterion
            for (item, criterion), _ in reversed(shared.most_common())
            if (item, criterion) in related
        }
        ends = [
            (self.record.stretches[i][1] - 1, self.file.stretches[j][1] - 1)
            for i, j in self.settled.items()
        ]
        kept = [pair for pair in pairs if self._owners(*pair) in related]
        return sorted(kept + ends), partners | self.settled

    def _between(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The stretches around what is settled, each as its start and its end on both sides."""
        start = (0, 0)
        for item, criterion in self.settled.items():
            (i, after_i), (j, after_j) = self.record.stretches[item], self.file.stretches[criterion]
            yield start, (i, j)
            start = (after_i, after_j)
        yield start, (len(self.record.tokens), len(self.file.tokens))

    def _same(self, start: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """The words that are the same in a stretch of both sides, in their order."""
        a, b = self.record.counted(start[0], end[0]), self.file.counted(start[1], end[1])
        matcher = SequenceMatcher(None, self.record.keys(a), self.file.keys(b), autojunk=False)
        blocks = matcher.get_matching_blocks()
        return ((a[each.a + k], b[each.b + k]) for each in blocks for k in range(each.size))

    def _owners(self, i: int, j: int) -> tuple[int, int]:
        return self.record.tokens[i].owner, self.file.tokens[j].owner

    def differences(self) -> Iterator[Difference]:
        """The differences, in the order of the record's words."""
        ends = (len(self.record.tokens), len(self.file.tokens))
        items, criteria = self.settled.keys(), self.settled.values()
        for (i1, j1), (i2, j2) in pairwise([(-1, -1), *self.pairs, ends]):
            readings = self.file.readings(j1 + 1, j2)
            if any(each in readings for each in self.record.readings(i1 + 1, i2)):
                continue  # a wrapped line may begin with a number that is no list's
            lost = [run for run in self.record.runs(i1 + 1, i2) if run.owner not in items]
            gained = [run for run in self.file.runs(j1 + 1, j2) if run.owner not in criteria]
            remarks = [run for run in lost if run.owner < 0]
            lost = [run for run in lost if run.owner >= 0]
            if len(lost) == len(gained) == 1:
                yield from self._changed(lost[0], gained[0])
            else:
                yield from map(self._missing, lost)
                yield from map(self._added, gained)
            yield from _remarks(self.record, remarks)
        yield from _remarks(self.apart, self.apart.runs(0, len(self.apart.tokens)))

    def _changed(self, lost: Run, gained: Run) -> Iterator[Difference]:
        if self.record.of(lost) == self.file.of(gained):
            return
        before, after = self.record.around(lost)
        yield replace(
            self._added(gained),
            what="changed",
            place=self.places[lost.owner],
            record=self.record.of(lost),
            before=before,
            after=after,
        )

    def _missing(self, run: Run) -> Difference:
        before, after = self.record.around(run)
        words, place = self.record.of(run), self.places[run.owner]
        if run.owner not in self.partners or self.record.whole(run):
            return Difference("criterion missing", place=place, record=words)
        criterion = self.criteria[self.partners[run.owner]]
        return Difference(
            "missing", _name(criterion), criterion.line, place, words, "", before, after
        )

    def _added(self, run: Run) -> Difference:
        before, after = self.file.around(run)
        criterion = self.criteria[run.owner]
        what: What = "criterion added" if self.file.whole(run) else "added"
        return Difference(
            what,
            _name(criterion),
            criterion.line,
            file=self.file.of(run),
            before=before,
            after=after,
        )


def _remarks(side: Side, runs: list[Run]) -> Iterator[Difference]:
    """Remarks of which the file has less than half; a word or two may be the same by chance."""
    for run in runs:
        if 2 * (run.end - run.start) > side.sizes[run.owner]:
            yield Difference("remark", record=side.words(0, len(side.tokens), run.owner))


def _counted(section: tuple[Group, ...]) -> Iterator[tuple[Group, int]]:
    every = [group for group in section for _ in group.items]
    return zip(every, range(1, len(every) + 1), strict=True)


def _place(group: Group, number: int) -> str:
    return f"{group.kind or _UNNAMED} {number}"
