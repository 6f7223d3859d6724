"""The language reference: its examples compile, its cases hold, its quotations are the trials' own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from critc.pipeline import Compilation, compile_source, library
from critc.registry.items import groups
from critc.registry.record import read_record
from critc.source import Source
from critc.syntax.grammar import RESERVED
from critc.testing import run

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "grammar" / "reference.md"
TEXT = REFERENCE.read_text(encoding="utf-8")

Place = tuple[str, str, int]
"""A trial, "inclusion" or "exclusion", and the number of the criterion there."""

ELSEWHERE: dict[Place, str] = {
    ("NCT04780646", "inclusion", 2): (
        "at least 3 of the following 8 stress-associated symptoms: sleep disturbances, inappetence or "
        "increased appetite, shoulder neck tension/back pain, tension headache, concentration "
        "disturbances, exhaustion, nervousness/irritability, stress-associated digestive complaints."
    ),
    ("NCT04779489", "inclusion", 7): (
        "patient, initially staged with bulky cN+ disease as defined above, with radiologic progression "
        "after two cycles of platinum-based DCT (per RECIST 1.1 criteria: ≥20% increase in summed "
        "short-axis diameter of visible lesions with ≥ 5 mm absolute increase)"
    ),
}
"""What is quoted of trials that have no record here, from the registry's text."""


def sections() -> dict[str, str]:
    """Heading → the section."""
    found = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    return {heading: body for heading, _, body in (each.partition("\n") for each in found)}


def blocks(body: str, kind: str = "") -> list[str]:
    """The examples of a section, of one kind: plain ones, a ``library``, or ``noted`` ones."""
    opening = f"```crit {kind}".rstrip()
    return re.findall(rf"^{opening}\n(.*?)^```$", body, flags=re.MULTILINE | re.DOTALL)


WITH_EXAMPLES = [heading for heading, body in sections().items() if blocks(body)]
NOTED = [
    (heading, example, said)
    for heading, body in sections().items()
    for example, said in re.findall(
        r"^```crit noted\n(.*?)^```\n\n```text\n(.*?)^```$", body, flags=re.MULTILINE | re.DOTALL
    )
]


def as_file(text: str, heading: str) -> Source:
    """Examples as a file; it is a protocol's unless they say what it is."""
    title = heading.replace('"', "'")
    begun = text if "protocol " in text else f'protocol EXAMPLE "{title}"\n\n{text}'
    return Source(heading, begun)


def libraries(heading: str) -> dict[str, Source]:
    """The libraries that a section writes out, by the name that stands after ``from``."""
    found = {}
    for text in blocks(sections()[heading], "library"):
        name = text.split()[1]
        found[name] = Source(f"{name}.crit", text)
    return found


@cache
def compiled(heading: str) -> Compilation:
    """The examples of a section, as one file."""
    source = as_file("\n".join(blocks(sections()[heading])), heading)
    own, usual = libraries(heading), library(source)
    return compile_source(source, lambda path: own.get(path) or usual(path))


@pytest.mark.parametrize("heading", WITH_EXAMPLES)
def test_the_section_is_a_complete_file(heading: str) -> None:
    compilation = compiled(heading)
    assert compilation.diagnostics == ()
    assert compilation.program is not None
    for source in libraries(heading).values():
        assert compile_source(source).diagnostics == ()


@pytest.mark.parametrize("heading", WITH_EXAMPLES)
def test_its_cases_come_out_as_they_claim(heading: str) -> None:
    compilation = compiled(heading)
    assert compilation.program is not None
    findings = list(run(compilation.program, compilation.cases))
    assert findings, "a section without a case claims nothing"
    assert [(f.case.title, f.expected, f.got) for f in findings if not f.passed] == []


@pytest.mark.parametrize("heading", WITH_EXAMPLES)
def test_each_criterion_is_seen_satisfied_violated_and_unknown(heading: str) -> None:
    compilation = compiled(heading)
    assert compilation.program is not None
    expected = {(e.criterion, e.outcome) for case in compilation.cases for e in case.expects}
    for criterion in compilation.program.criteria:
        outcomes = {outcome for name, outcome in expected if name == criterion.id}
        assert outcomes >= {"satisfied", "violated", "unknown"}, criterion.id


@pytest.mark.parametrize(("heading", "example", "said"), NOTED)
def test_the_compiler_says_what_is_claimed(heading: str, example: str, said: str) -> None:
    diagnostics = compile_source(as_file(example, heading)).diagnostics
    assert [diagnostic.message for diagnostic in diagnostics] == said.splitlines()


def test_each_example_that_is_noted_has_its_message() -> None:
    assert len(NOTED) == sum(len(blocks(body, "noted")) for body in sections().values())


def words(text: str) -> list[str]:
    """The words, without what marks the members of a list."""
    return [word for word in text.split() if word not in {"-", "•", "*", "･"}]


@cache
def criteria() -> dict[Place, list[str]]:
    """The words of each criterion of the trials that have a record here."""
    found = {place: words(text) for place, text in ELSEWHERE.items()}
    for path in sorted((HERE / "records").glob("*.json")):
        record = read_record(path.read_bytes())
        for group in groups(record.criteria):
            for number, item in enumerate(group.items, 1):
                text = " ".join(f"{each.marker} {each.words}" for each in item.paragraphs)
                found[record.nct_id, str(group.kind), number] = words(text)
    text = (HERE / "records" / "NCT07289048.txt").read_text(encoding="utf-8")
    for kind, until in (("inclusion", "Exclusion criteria"), ("exclusion", "Trial design")):
        part = text.partition(f"\n{kind.capitalize()} criteria\n")[2].partition(f"\n{until}\n")[0]
        for number, line in re.findall(r"^ *(\d+)\. (.+)$", part, flags=re.MULTILINE):
            found["NCT07289048", kind, int(number)] = words(line)
    return found


def holds(text: list[str], quoted: str) -> bool:
    """Whether a quotation is of this text: its pieces, between the omissions, stand there in order."""
    joined, at = f" {' '.join(text)} ", 0
    for piece in filter(None, map(words, quoted.split("…"))):
        at = joined.find(f" {' '.join(piece)} ", at)
        if at < 0:
            return False
    return True


@pytest.mark.parametrize("heading", WITH_EXAMPLES)
def test_what_is_quoted_is_in_that_criterion_of_a_trial_that_is_named(heading: str) -> None:
    body = sections()[heading]
    trials = set(re.findall(r"NCT\d{8}", body))
    assert trials
    quoted = re.findall(
        r"^(inclusion|exclusion) (\d+)[a-z]?\n((?:  >.*\n)+)", body, flags=re.MULTILINE
    )
    assert quoted
    for kind, number, lines in quoted:
        text = re.sub(r"^  > ?", "", lines, flags=re.MULTILINE)
        places = [(trial, kind, int(number)) for trial in trials]
        assert any(holds(criteria()[place], text) for place in places if place in criteria()), (
            kind,
            number,
            text,
        )


def test_the_reference_has_a_section_for_each_entry_of_its_contents() -> None:
    entries = re.findall(r"^- \[(.+?)\]\(#(.+?)\)$", TEXT, flags=re.MULTILINE)
    assert [title for title, _ in entries] == list(sections())
    for title, anchor in entries:
        plain = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        assert anchor == plain
    for anchor in re.findall(r"\]\(#(.+?)\)", TEXT):
        assert anchor in {anchor for _, anchor in entries}


def test_the_reserved_words_are_those_of_the_grammar() -> None:
    listed = TEXT.rpartition("## Reserved words")[2]
    quoted = re.search(r"`(.+?)`", listed, flags=re.DOTALL)
    assert quoted is not None
    assert set(quoted[1].split()) == set(RESERVED)
