"""The message index: a page for each code, in Markdown, with a wrong and a right example.

The pages are `docs/messages/*.md` in a checkout; a wheel carries them beside this module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FORM = re.compile(
    r"# (?P<code>[EW]\d{4}): (?P<title>[^\n]+)\n\n(?P<text>.+?)\n\n"
    r"## Wrong\n\n```crit\n(?P<wrong>.*?)```\n\n"
    r"## Right\n\n```crit\n(?P<right>.*?)```\n",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be said of one code. The examples are whole files; the paragraphs are Markdown."""

    code: str
    title: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


def page(code: str) -> Page:
    """The page of a code, ``E0213`` or ``e0213``. Raises KeyError where there is no such code."""
    code = code.upper()
    place = _places().get(code)
    if place is None:
        raise KeyError(code)
    return read_page(place.read_text(encoding="utf-8"))


def read_page(text: str) -> Page:
    """A page from its Markdown. Raises ValueError where that has not the form of a page."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"this is not the form of a page: {text[:60]!r}")
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n{2,}", found["text"]))
    return Page(found["code"], found["title"], tuple(paragraphs), found["wrong"], found["right"])


def titles() -> dict[str, str]:
    """Each code with the title of its page, in order."""
    return {code: _title(place) for code, place in _places().items()}


def _title(place: Path) -> str:
    with place.open(encoding="utf-8") as lines:
        return lines.readline().partition(": ")[2].strip()


def _places() -> dict[str, Path]:
    """Code → its file: in the package, or in the checkout that it stands in."""
    packaged = Path(__file__).parent / "messages"
    checkout = Path(__file__).parents[2] / "docs" / "messages"
    folder = packaged if packaged.is_dir() else checkout
    return {place.stem: place for place in sorted(folder.glob("[EW][0-9][0-9][0-9][0-9].md"))}
