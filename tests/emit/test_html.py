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
    [found] = (each for each in root.iter("section") if each.get("id") == criterion)
    return found


@pytest.mark.parametrize(("name", "dates"), [("words", {}), ("dates", PLANNED)])
def test_the_page_of_the_sample(
    golden: Callable[[Path, str], None], name: str, dates: dict[str, date]
) -> None:
    golden(GOLDEN / f"sample-{name}.html", emit(PROGRAM, dates))


def test_it_is_valid_and_says_what_it_is(program: Program) -> None:
    root = parsed(emit(program, PLANNED))
    assert root.get("lang") == "en"
    metas = list(root.iter("meta"))
    head = {meta.get("charset") or meta.get("name"): meta.get("content") for meta in metas}
    assert "utf-8" in head
    assert head["viewport"] == "width=device-width, initial-scale=1"
    assert program.protocol in text(next(root.iter("title")))


def test_it_loads_nothing_and_runs_nothing(program: Program) -> None:
    page = emit(program)
    root = parsed(page)
    loading = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "form"}
    assert loading.isdisjoint({each.tag for each in root.iter()})
    for each in root.iter():
        for name, content in each.attrib.items():
            assert not str(name).startswith("on")
            assert name != "src"
            assert name != "style"
            assert name != "href" or content.startswith("#")
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_its_own_styles_alone(program: Program) -> None:
    root = parsed(emit(program))
    [policy] = (m.get("content") or "" for m in root.iter("meta") if m.get("http-equiv"))
    hashes = [
        f"'sha256-{b64encode(sha256(text(style).encode()).digest()).decode()}'"
        for style in root.iter("style")
    ]
    assert policy == (
        f"default-src 'none'; style-src {' '.join(hashes)}; base-uri 'none'; form-action 'none'"
    )


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
        shown = section(root, each.id)
        lines = [text(found) for found in with_class(shown, "text")]
        lines = lines[1:] if each.applies else lines
        assert lines == [line.text for line in lines_of(each)]
        joints = [squeezed(text(found)) for found in with_class(shown, "joint")]
        assert sorted(joints) == sorted(squeezed(heading) for heading in headings_of(each))
        assert sum(line.ticked for line in lines_of(each)) == sum(
            any(True for _ in with_class(found, "ticks")) for found in with_class(shown, "line")
        )


def test_every_criterion_has_room_for_its_source_document(program: Program) -> None:
    root = parsed(emit(program))
    for criterion in program.criteria:
        [sign] = with_class(section(root, criterion.id), "sign")
        assert text(sign).split() == ["Source", "document", "Initials", "Date"]


def test_records_keep_their_cells_on_a_phone() -> None:
    phone = CSS.partition("@media screen and (max-width")[2].partition("@media print")[0]
    for selector, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", phone):
        if ".sheet td" in selector or ".sheet tr" in selector:
            assert "display: none" not in rules
    assert "content: counter(record)" in phone  # their heads, 1 to 3, are not shown there


def test_each_printed_page_has_room_for_the_patient() -> None:
    assert re.search(r'@page \{[^}]*@top-right \{ content: "Patient …+"', CSS)


def test_every_query_stands_by_its_criterion_and_in_the_list(program: Program) -> None:
    root = parsed(emit(program))
    for query in outline(program, {}).queries:
        assert query.question in text(section(root, query.place.anchor))
        assert query.question in text(section(root, "queries"))


def test_the_dictionary_has_every_fact_and_field(program: Program) -> None:
    dictionary = text(section(parsed(emit(program)), "dictionary"))
    for declared in (*program.facts, *(field for each in program.lists for field in each.fields)):
        assert declared.question.lower() in dictionary.lower()
        assert all(code.value in dictionary for code in declared.codes)


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

CSS = (Path(__file__).parents[2] / "compiler/critc/emit/html/templates/page.css").read_text("utf-8")


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme, by the name of their property."""
    light, dark = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    )
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * char for char in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "inclusion", "exclusion", "role"])
@pytest.mark.parametrize("ground", ["paper", "card", "quote", "query", "target"])
def test_text_stands_out_from_its_ground(scheme: str, ink: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_boxes_stand_out_from_their_ground() -> None:
    """Success criterion 1.4.11: what shows a control needs 3 to 1."""
    for colours in schemes().values():
        assert contrast(colours["box"], colours["card"]) >= 3
