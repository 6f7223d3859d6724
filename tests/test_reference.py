"""Every example of the language reference compiles, and its cases come out as they claim."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from critc.diagnostic import Severity
from critc.pipeline import compile_source
from critc.source import Source
from critc.testing import run

REFERENCE = Path(__file__).parent.parent / "grammar" / "reference.md"


def sections() -> dict[str, str]:
    """Heading → the section's examples as one file."""
    found = {}
    for section in re.split(r"^## ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        examples = re.findall(r"^```crit\n(.*?)^```$", body, flags=re.MULTILINE | re.DOTALL)
        if examples:
            text = "\n".join(examples)
            title = heading.replace('"', "'")
            header = "" if "protocol " in text else f'protocol EXAMPLE "{title}"\n\n'
            found[heading] = header + text
    return found


@pytest.mark.parametrize("heading", sections())
def test_the_section_is_a_complete_file(heading: str) -> None:
    compilation = compile_source(Source(heading, sections()[heading]))
    errors = [d for d in compilation.diagnostics if d.severity is Severity.ERROR]
    assert compilation.program is not None, errors
    assert not compilation.diagnostics


@pytest.mark.parametrize("heading", sections())
def test_its_cases_come_out_as_they_claim(heading: str) -> None:
    compilation = compile_source(Source(heading, sections()[heading]))
    assert compilation.program is not None
    findings = list(run(compilation.program, compilation.cases))
    assert findings, "a section without a case claims nothing"
    assert [finding for finding in findings if not finding.passed] == []


def test_the_reference_has_a_section_for_each_entry_of_its_contents() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    entries = re.findall(r"^- \[(.+?)\]\(#(.+?)\)$", text, flags=re.MULTILINE)
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert [title for title, _ in entries] == headings
    for title, anchor in entries:
        plain = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        assert anchor == plain


def test_the_reserved_words_are_those_of_the_grammar() -> None:
    from critc.syntax.grammar import RESERVED

    listed = REFERENCE.read_text(encoding="utf-8").rpartition("## Reserved words")[2]
    quoted = re.search(r"`(.+?)`", listed, flags=re.DOTALL)
    assert quoted is not None
    assert set(quoted[1].split()) == set(RESERVED)
