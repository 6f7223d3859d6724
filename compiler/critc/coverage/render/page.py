"""Coverage as one HTML page that loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from critc.coverage.gaps import Gap
from critc.coverage.render.wording import STATUS, WHY, counted
from critc.coverage.report import Coverage, CriterionCoverage, Totals, totals
from critc.ir.words.english import visible
from critc.templating import environment, policy
from critc.version import __version__

_TEMPLATES = Path(__file__).parent / "templates"
_ROOM_FOR_A_NUMBER = 4
"""Per cent of a bar's width that a number takes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text; ``gap`` where no condition mentions them."""

    words: str
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in per cent of its width; ``label`` is its number where there is room."""

    status: str
    x: float
    width: float
    middle: float
    label: str


def page(protocols: Sequence[Coverage]) -> str:
    """The page of some protocols: a picture and a table of totals, then each criterion's text."""
    style = _stylesheet()
    return _template().render(
        protocols=protocols,
        total=totals(protocols),
        compiler=__version__,
        style=Markup(style),
        policy=policy(style),
    )


def bar(of: Totals) -> tuple[Segment, ...]:
    """A protocol's bar: its criteria by status, from those that are computed on."""
    by_status = {
        "computed": of.computed,
        "partly": of.partly,
        "judged": of.judged,
        "not-encoded": of.not_encoded,
    }
    segments: list[Segment] = []
    before = 0
    for status, number in by_status.items():
        x, width = (round(100 * n / max(of.criteria, 1), 2) for n in (before, number))
        label = str(number) if width >= _ROOM_FOR_A_NUMBER else ""
        if number:
            segments.append(Segment(status, x, width, round(x + width / 2, 2), label))
        before += number
    return tuple(segments)


def said(of: Totals) -> str:
    """A bar in words: "31 criteria: 18 computed, 9 partly both, 4 judged, 0 not encoded"."""
    return (
        f"{counted(of.criteria, 'criterion')}: {of.computed} computed, {of.partly} partly both, "
        f"{of.judged} judged, {of.not_encoded} not encoded"
    )


def pieces(of: CriterionCoverage) -> Iterator[Piece]:
    """A criterion's text, cut where unmentioned words begin and end."""
    text, at = of.criterion.text, 0
    for gap in of.gaps:
        if gap.start > at:
            yield Piece(visible(text[at : gap.start]))
        yield Piece(visible(text[gap.start : gap.end]), gap)
        at = gap.end
    if at < len(text):
        yield Piece(visible(text[at:]))


@cache
def _template() -> Template:
    templates = environment(_TEMPLATES, autoescape=True)
    templates.globals |= {"bar": bar, "said": said, "pieces": pieces}
    templates.globals |= {"status_words": STATUS, "why_words": WHY, "counted": counted}
    templates.filters["visible"] = visible
    return templates.get_template("page.html.j2")


@cache
def _stylesheet() -> str:
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")
