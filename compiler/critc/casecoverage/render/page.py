"""Case coverage as one HTML page that loads nothing: the source, coloured by what the cases saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from critc.casecoverage.render.wording import STATE, counted, percent, summary
from critc.casecoverage.report import CaseCoverage, ClauseCoverage, RuleCoverage, State, totals
from critc.ir.words.english import visible
from critc.source import Source
from critc.templating import environment, policy
from critc.version import __version__

_TEMPLATES = Path(__file__).parent / "templates"
_WORST_FIRST: tuple[State, ...] = (
    "not asked", "only unknown", "only false", "only true", "both", "constant",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, and what the cases saw of its clauses: the worst of them, None without."""

    number: int
    text: str
    state: State | None


def page(protocols: Sequence[CaseCoverage]) -> str:
    """The page of some protocols: totals, then the source of each criterion and definition."""
    style = _stylesheet()
    return _template().render(
        protocols=protocols,
        total=totals(protocols),
        compiler=__version__,
        style=Markup(style),
        policy=policy(style),
    )


def lines(rule: RuleCoverage, source: Source) -> Iterator[Line]:
    """The lines of a criterion or definition."""
    for number in range(rule.line, rule.end_line + 1):
        yield Line(number, visible(source.line_text(number)), _state(rule, number))


def _state(rule: RuleCoverage, number: int) -> State | None:
    states = {clause.state for clause in rule.clauses if _stands_in(clause, number)}
    return next((state for state in _WORST_FIRST if state in states), None)


def _stands_in(clause: ClauseCoverage, number: int) -> bool:
    """A joint stands in its first line; the lines of its parts are theirs."""
    return clause.line <= number <= (clause.line if clause.is_joint else clause.end_line)


@cache
def _template() -> Template:
    templates = environment(_TEMPLATES, autoescape=True)
    templates.globals |= {"lines": lines, "summary": summary, "percent": percent}
    templates.globals |= {"state_words": STATE, "counted": counted}
    templates.filters["visible"] = visible
    return templates.get_template("page.html.j2")


@cache
def _stylesheet() -> str:
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")
