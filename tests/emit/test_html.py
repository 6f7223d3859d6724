"""The page: valid, self-contained, with the checklist's lines, legible in both schemes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from emit.reading import headings_of, lines_of, squeezed
from emit.sample import HOSTILE, PLANNED, PROGRAM

from critc.emit.html import emit
from critc.ir.nodes import Program
from critc.ir.outline import outline
from critc.ir.words.english import visible

GOLDEN = Path(__file__).parent / "golden"
HTML = Path(__file__).parents[2] / "compiler/critc/emit/html"
BASE = (HTML / "styles" / "base.css").read_text(encoding="utf-8")
CSS = "\n".join(style.read_text(encoding="utf-8") for style in sorted(HTML.glob("styles/*.css")))


def parsed(page: str) -> Element:
    """The page, by a parser that raises on anything that is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def text(element: Element) -> str:
    return "".join(element.itertext())


def with_class(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if name in (each.get("class") or "").split())


def section(root: Element, criterion: str) -> Element:
    [found] = (each for each in root.iter("li") if each.get("id") == criterion)
    return found


def apart_from_scripts_and_styles(page: str) -> str:
    """What of a page is its own: the rest is the same text in each."""
    page = re.sub(r"(<(script|style)>).*?(</\2>)", r"\1…\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


@pytest.mark.parametrize(("name", "dates"), [("words", {}), ("dates", PLANNED)])
def test_the_page_of_the_sample(
    golden: Callable[[Path, str], None], name: str, dates: dict[str, date]
) -> None:
    page = apart_from_scripts_and_styles(emit(PROGRAM, dates))
    golden(GOLDEN / f"sample-{name}.html", page)


def test_it_is_valid_and_says_what_it_is(program: Program) -> None:
    root = parsed(emit(program, PLANNED))
    assert root.get("lang") == "en"
    metas = list(root.iter("meta"))
    head = {meta.get("charset") or meta.get("name"): meta.get("content") for meta in metas}
    assert "utf-8" in head
    assert head["viewport"] == "width=device-width, initial-scale=1"
    assert program.protocol in text(next(root.iter("title")))


def test_it_loads_nothing(program: Program) -> None:
    page = emit(program)
    root = parsed(page)
    loading = {"link", "img", "iframe", "object", "embed", "video", "audio", "form", "base"}
    assert loading.isdisjoint({each.tag for each in root.iter()})
    for each in root.iter():
        for name, content in each.attrib.items():
            assert not str(name).startswith("on")
            assert name != "src"
            assert name != "style"
            assert name != "href" or content.startswith("#")
    [style] = root.iter("style")
    assert "url(" not in text(style)
    assert "@import" not in text(style)


def test_the_policy_allows_its_own_style_and_script_alone(program: Program) -> None:
    root = parsed(emit(program))
    [policy] = (m.get("content") or "" for m in root.iter("meta") if m.get("http-equiv"))
    style, script = (
        f"'sha256-{b64encode(sha256(text(only).encode()).digest()).decode()}'"
        for name in ("style", "script")
        for only in root.iter(name)
    )
    assert policy == (
        f"default-src 'none'; script-src {script}; style-src {style}; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_policy_stands_before_what_it_is_for(program: Program) -> None:
    page = emit(program)
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_scripts_make_no_markup_of_text() -> None:
    for script in sorted(HTML.glob("scripts/*.js")):
        words = script.read_text(encoding="utf-8")
        for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert unsafe not in words, script.name


def test_without_scripts_it_says_so_and_hides_what_would_not_work(program: Program) -> None:
    root = parsed(emit(program))
    assert "runs no scripts" in text(next(root.iter("noscript")))
    hidden = {each.get("id") for each in with_class(root, "needs-script")}
    assert {"verdict", "form", "next"} <= hidden
    assert re.search(r"html:not\(\.scripted\) \.needs-script \{\s*display: none;\s*\}", CSS)


def test_ids_are_unique_and_links_lead_somewhere(program: Program) -> None:
    root = parsed(emit(program))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {criterion.id for criterion in program.criteria} <= set(ids)
    for link in root.iter("a"):
        assert (link.get("href") or "")[1:] in ids


def test_it_has_the_lines_of_the_checklist(program: Program) -> None:
    root = parsed(emit(program, PLANNED))
    for each in outline(program, PLANNED).sections:
        shown = squeezed(text(section(root, each.id)))
        at = 0
        for line in lines_of(each):
            at = shown.index(squeezed(line.text), at)
        for heading in headings_of(each):
            assert squeezed(heading) in shown
        assert each.applies is None or squeezed(each.applies.text) in shown
        assert sum(bool(line.by) for line in lines_of(each)) == sum(
            1 for _ in with_class(section(root, each.id), "by")
        )


def test_the_words_of_a_criterion_stand_beside_their_reading(program: Program) -> None:
    root = parsed(emit(program))
    for criterion in outline(program, {}).sections:
        item = section(root, criterion.id)
        [quote] = item.iter("blockquote")
        assert text(quote) == criterion.text
        [reading] = with_class(item, "wording")
        assert reading.tag == "details"


def test_every_query_stands_in_the_list_and_is_linked_from_its_criterion(program: Program) -> None:
    root = parsed(emit(program))
    for query in outline(program, {}).queries:
        [item] = (each for each in root.iter("li") if each.get("id") == f"query-{query.number}")
        assert query.question in text(item)
        assert query.reading in text(item)
        assert item.get("data-criterion") == query.place.anchor
        links = {link.get("href") for link in section(root, query.place.anchor).iter("a")}
        assert f"#query-{query.number}" in links


def test_hostile_text_is_text() -> None:
    root = parsed(emit(PROGRAM))
    [quote] = section(root, "E10").iter("blockquote")
    assert text(quote) == visible(HOSTILE)
    assert list(quote) == []
    assert "A study of <b>markup</b> & words" in text(next(root.iter("h1")))
    assert "\u202e" not in emit(PROGRAM)


def test_the_same_program_gives_the_same_bytes() -> None:
    assert emit(PROGRAM, PLANNED) == emit(PROGRAM, dict(PLANNED))


# ---- legible: WCAG 2.2, success criterion 1.4.3, contrast of text at least 4.5 to 1 ------------

DARK = (r':root\[data-theme="dark"\] \{(.*?)\}', r":root:not\(\[data-theme\]\) \{(.*?)\}")


def colours(selector: str) -> dict[str, str]:
    """The colours that a rule declares, by the name of their property."""
    found = re.search(selector, BASE, re.DOTALL)
    assert found is not None
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", found[1]))


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme."""
    return {"light": colours(r"(?m)^:root \{(.*?)\}"), "dark": colours(DARK[0])}


def test_dark_is_the_same_whether_chosen_or_of_the_system() -> None:
    assert colours(DARK[0]) == colours(DARK[1])


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * char for char in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "inclusion", "exclusion", "role", "accent"])
@pytest.mark.parametrize("ground", ["paper", "card", "quote", "query", "target"])
def test_text_stands_out_from_its_ground(scheme: str, ink: str, ground: str) -> None:
    found = schemes()[scheme]
    assert contrast(found[ink], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["satisfied", "violated", "unknown"])
def test_outcomes_stand_out_from_their_ground(scheme: str, state: str) -> None:
    found = schemes()[scheme]
    for ground in (f"{state}-ground", "card", "paper", "quote", "target"):
        assert contrast(found[state], found[ground]) >= 4.5
    assert contrast(found["ink"], found[f"{state}-ground"]) >= 4.5
    assert contrast(found["violated"], found[f"{state}-ground"]) >= 4.5  # unreadable answers


def test_what_is_chosen_stands_out() -> None:
    for found in schemes().values():
        assert contrast(found["on-accent"], found["accent"]) >= 4.5


def test_boxes_stand_out_from_their_ground() -> None:
    """Success criterion 1.4.11: what shows a control needs 3 to 1."""
    for found in schemes().values():
        for ground in ("card", "paper", "quote"):
            assert contrast(found["box"], found[ground]) >= 3
