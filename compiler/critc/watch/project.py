"""The protocols that are watched: which there are, what is stale, where their files stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from critc.building import INDEX, write
from critc.overview import overview
from critc.pipeline import outputs
from critc.watch.preview import Preview


class Project:
    """The previews of protocols, by the stem of their files.

    ``sources`` gives the files that there are now: one that comes is added, one that goes stays,
    as it may come back. ``lint_ignore`` are codes of `critc lint` that are not shown.
    """

    def __init__(
        self, sources: Callable[[], list[Path]], lint_ignore: tuple[str, ...] = ()
    ) -> None:
        self._sources = sources
        self.lint_ignore = lint_ignore
        self.previews: dict[str, Preview] = {}
        self._add_new()

    def _add_new(self) -> None:
        for path in self._sources():
            # A preview that has not looked at its file yet has seen nothing of it.
            self.previews.setdefault(path.stem, Preview(path, {path: (0, 0, 0)}))

    def stale(self) -> Iterator[Preview]:
        """The previews whose files have changed, each when its turn comes."""
        self._add_new()
        for stem in sorted(self.previews):
            if self.previews[stem].is_stale:
                yield self.previews[stem]

    def folders(self) -> dict[Path, int]:
        """The folders in which something may change, and which of its time each is.

        Instead of one that is not there, that in which it would appear.
        """
        wanted = {path.parent for preview in self.previews.values() for path in preview.seen}
        wanted |= {path.parent for path in self._sources()}
        return {there: there.stat().st_ino for there in map(_nearest, wanted)}


def _nearest(folder: Path) -> Path:
    absolute = folder.absolute()
    return next(each for each in (absolute, *absolute.parents) if each.is_dir())


class Output:
    """Where the outputs go, as `critc build` writes them.

    With ``index`` the folder's list of protocols is kept too: when all of them are watched.
    """

    def __init__(self, folder: Path, formats: tuple[str, ...], paper: str, index: bool) -> None:
        self._folder, self._formats, self._paper, self._index = folder, formats, paper, index

    def write(self, preview: Preview, previews: Mapping[str, Preview]) -> None:
        """Writes what is made from a protocol without mistakes. Raises OSError."""
        if preview.program is None or preview.problems:
            return
        others = [form for form in self._formats if form not in ("html", "md")]
        made = outputs(preview.program, stem=preview.stem, formats=others, paper=self._paper)
        endings = tuple(f".{form}" for form in self._formats)
        made |= {name: data for name, data in preview.files.items() if name.endswith(endings)}
        write(self._folder, made)
        sound = [
            (stem, each.program)
            for stem, each in sorted(previews.items())
            if each.program and not each.problems
        ]
        if self._index and len(sound) == len(previews) > 1:
            write(self._folder, {INDEX: overview(self._folder, sound, self._formats)})
