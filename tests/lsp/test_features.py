"""What the editor gets for a word, a line and a file, without the process around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lsp.opening import CRITERIA, PROTOCOLS, checked
from lsprotocol.types import InlayHint

from critc.lsp.actions import actions
from critc.lsp.blocks import Block
from critc.lsp.document import Document
from critc.lsp.folding import folding
from critc.lsp.formatting import formatting
from critc.lsp.hints import hints
from critc.lsp.hover import hover
from critc.lsp.outline import outline
from critc.lsp.rename import RefusedError, rename
from critc.lsp.tokens import TYPES, Painter
from critc.lsp.workspace import Files, OpenFile
from critc.pipeline import compile_source
from critc.source import Source

HEAD = """\
protocol P "P"

moment first_dose "First dose"

fact stay : period "Stay in hospital"
fact seen : date or none "Last seen"
fact weight : kg "Body weight"
measurement glucose : mmol/L "Glucose" molar mass 180 g/mol

"""


def labels(found: list[InlayHint]) -> list[str]:
    return [str(hint.label).strip() for hint in found]


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("seen within 4 weeks before first_dose", "0 to 28 days before"),
        ("seen within 1 day after first_dose", "0 to 1 day after"),
        ("seen less than 4 weeks before first_dose", "0 to 27 days before"),
        ("seen at least 4 weeks before first_dose", "28 days before, or earlier"),
        ("seen more than 3 days after first_dose", "4 days after, or later"),
        ("seen within 7 days before or after first_dose", "7 days before to 7 after"),
        ("seen within 36 hours before first_dose", "0 to 1 day before"),
        ("seen more than 36 hours before first_dose", "2 days before, or earlier"),
        ("seen within 6 months before first_dose", "to the same day 6 months before, which is in"),
        ("stay throughout 4 weeks before first_dose", "every day from 28 to 0 days before"),
        ("weight ≥ 50000 g", "= 50 kg"),
        ("weight > 110 [lb_av]", "≈ 49.8952 kg"),
        ("weight is from 40000 to 50000 g", "= 50 kg"),
    ],
)
def test_hints(condition: str, shown: str) -> None:
    text = f"{HEAD}inclusion 1\n  > W.\n  {condition}\n"
    document = checked(text).document
    assert shown in labels(hints(document, 0, len(text)))


def test_a_limit_in_another_unit_by_molar_mass() -> None:
    text = f"{HEAD}inclusion 1\n  > W.\n  assessed at first_dose\n  glucose ≥ 180 mg/dL\n"
    document = checked(text).document
    assert labels(hints(document, 0, len(text))) == ["= 10 mmol/L"]


@pytest.mark.parametrize("path", PROTOCOLS, ids=lambda path: path.stem)
def test_whole_files(path: Path) -> None:
    """Outline, folding, colours, style: each covers the file and stays inside it."""
    document = _protocol(path)
    symbols = outline(document)
    assert len(symbols) == len(document.blocks.blocks)
    for symbol in symbols:
        assert symbol.range.start <= symbol.selection_range.start
        assert symbol.selection_range.end <= symbol.range.end
    assert len([each for each in symbols if each.name.startswith(("inclusion", "exclusion"))]) > 2
    last = len(document.lines.starts)
    assert all(each.start_line < each.end_line < last for each in folding(document))
    assert formatting(document) == []
    _assert_painted(document)
    hinted = hints(document, 0, len(document.text))
    lines = [document.lines.line_text(hint.position.line) for hint in hinted]
    assert all(re.search(r"\d", line) for line in lines)
    assert hinted or "within" not in document.text


def _protocol(path: Path) -> Document:
    return checked(path.read_text(encoding="utf-8"), path).document


def painted(document: Document) -> list[tuple[str, str]]:
    """Each coloured word and its kind; that none overlaps another is asserted."""
    data = Painter().data(document, 0, len(document.text))
    line = column = end = 0
    found = []
    for at in range(0, len(data), 5):
        step, shift, length, kind, _ = data[at : at + 5]
        assert step or shift >= end - column, "tokens overlap"
        line, column = line + step, shift if step else column + shift
        end = column + length
        start = document.offset(line, column)
        found.append((document.text[start : document.offset(line, end)], TYPES[kind]))
    return found


def _assert_painted(document: Document) -> None:
    kinds = dict(painted(document))
    names = {entry.name for entry in document.names.of("fact")}
    assert {kinds[name] for name in names if name in kinds} <= {
        "variable",
        "enumMember",
        "property",
    }
    assert kinds["all of".split()[0]] == "keyword"
    assert all(kind == "comment" for word, kind in kinds.items() if word.startswith("#"))


def test_colours_keep_their_columns_beyond_the_basic_plane() -> None:
    text = 'fact a "𝛼 😀?"\n\ninclusion 1\n  > 😀😀 ≥ words\n  a  "😀😀 ≥"  # 😀 then\n'
    found = painted(checked(text).document)
    assert ("> 😀😀 ≥ words", "string") in found
    assert ('"😀😀 ≥"', "string") in found
    assert ("# 😀 then", "comment") in found


def test_colours_after_an_edit_are_those_of_the_new_text() -> None:
    text = (CRITERIA / "NCT05147467.crit").read_text(encoding="utf-8")
    file = checked(text)
    painter = Painter()
    painter.data(file.document, 0, len(text))
    at = text.index("inclusion 5")
    edited = file.document.edited(at, at, 'fact another "Another?"\n\n', 2)
    again = painter.data(edited, 0, len(edited.text))
    assert again == Painter().data(edited, 0, len(edited.text))


def said(document: Document, word: str, inside: str) -> str:
    at = document.text.index(inside) + inside.index(word)
    found = hover(document, at)
    assert found is not None
    return str(getattr(found.contents, "value", found.contents))


@pytest.mark.parametrize(
    ("word", "inside", "parts"),
    [
        (
            "upright_svc",
            "upright_svc ≥",
            ["Upright slow vital capacity", "UCUM `%`", "inclusion 2"],
        ),
        ("kg/m2", "kg/m2  ", ["UCUM `kg/m2`", "g/m2"]),
        ("bmi", "bmi(weight", ["Quetelet", "Borrowed from `formulas.crit`", "exclusion 3"]),
        ("familial", "familial, sporadic", ["Familial", "`als_origin`", "inclusion 1"]),
        ("chloride", "chloride is outside", ["LOINC 2075-0", "mmol/L"]),
        ("single_dose", "single_dose = 50", ["riluzole_courses", "Single dose", "mg"]),
        ("exclusion 3", "exclusion 3\n", ["> BMI of 20.0 kg/m2 or lower", "ambiguous"]),
        ("screening", "before screening", ["Date of the screening visit"]),
        (
            "will_swallow_tablets",
            "judgement will_swallow_tablets",
            ["investigator", "asked in inclusion 3"],
        ),
    ],
)
def test_hover_on_a_protocol(word: str, inside: str, parts: list[str]) -> None:
    document = _protocol(CRITERIA / "NCT02496767.crit")
    text = said(document, word, inside)
    assert [part for part in parts if part not in text] == []


def test_hover_says_nothing_of_what_is_no_name() -> None:
    document = _protocol(CRITERIA / "NCT02496767.crit")
    assert hover(document, document.text.index("# ------")) is None


# ---- renaming ---------------------------------------------------------------------------------


def opened_file(text: str) -> tuple[Files, OpenFile]:
    file = checked(text, CRITERIA / "NCT02496767.crit")
    files = Files()
    files.open[file.document.uri] = file
    return files, file


def renamed(text: str, word: str, inside: str, name: str) -> str:
    files, file = opened_file(text)
    at = text.index(inside) + inside.index(word)
    changes = rename(files, file, at, name).changes
    assert changes is not None
    document = file.document
    for edit in reversed(changes[document.uri]):
        start = document.offset(edit.range.start.line, edit.range.start.character)
        end = document.offset(edit.range.end.line, edit.range.end.character)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.parametrize(
    ("word", "inside"),
    [
        ("sex", "sex is male"),
        ("male", "sex is male"),
        ("screening", "before screening"),
        ("chloride", "chloride is outside"),
        ("single_dose", "single_dose = 50"),
        ("riluzole_courses", "some riluzole_courses"),
        ("vasectomy", "fact vasectomy"),
        ("clinically_significant", "judgement clinically_significant"),
        ("typical", "patient typical"),
    ],
)
def test_a_renamed_protocol_says_the_same(word: str, inside: str) -> None:
    path = CRITERIA / "NCT02496767.crit"
    text = path.read_text(encoding="utf-8")
    after = renamed(text, word, inside, "another_name_for_it")
    assert after != text
    compilation = compile_source(Source(path.as_posix(), after))
    assert compilation.diagnostics == ()
    assert renamed(after, "another_name_for_it", "another_name_for_it", word) == text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("two words", "cannot be a name"),
        ("9lives", "cannot be a name"),
        ("unless", "word of the language"),
        ("protocol", "word of the language"),
        ("als_origin", "something else"),
        ("single_dose", "something else"),
        ("bmi", "something else"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, reason: str) -> None:
    text = (CRITERIA / "NCT02496767.crit").read_text(encoding="utf-8")
    with pytest.raises(RefusedError, match=reason):
        renamed(text, "sex", "sex is male", name)


def test_a_name_in_a_declaration_that_is_not_understood_is_not_changed() -> None:
    text = 'fact a "A"\n\ninclusion 1\n  > W.\n  a and and\n'
    with pytest.raises(RefusedError, match="line 3"):
        renamed(text, "a", 'a "A"', "b")


def test_a_borrowed_name_needs_its_library_open() -> None:
    text = (CRITERIA / "NCT02496767.crit").read_text(encoding="utf-8")
    with pytest.raises(RefusedError, match=r"formulas\.crit: open that file"):
        renamed(text, "bmi", "bmi(weight", "body_mass")


def test_a_borrowed_name_is_changed_in_its_open_library_too() -> None:
    files, file = opened_file((CRITERIA / "NCT02496767.crit").read_text(encoding="utf-8"))
    path = CRITERIA / "library" / "formulas.crit"
    library = checked(path.read_text(encoding="utf-8"), path)
    files.open[library.document.uri] = library
    at = file.document.text.index("bmi(weight")
    changes = rename(files, file, at, "body_mass").changes
    assert changes is not None
    assert len(changes[library.document.uri]) >= 1
    assert len(changes[file.document.uri]) == 2


# ---- mends and style ----------------------------------------------------------------------------


def mended(text: str) -> tuple[list[str], str]:
    """The titles of the actions over a whole file, and the file after the first one."""
    file = checked(text)
    found = actions(file.document, file.findings(), 0, len(text), [])
    if not found:
        return [], text
    edit = found[0].edit
    assert edit is not None
    assert edit.changes is not None
    [change] = edit.changes[file.document.uri]
    start = file.document.offset(change.range.start.line, change.range.start.character)
    end = file.document.offset(change.range.end.line, change.range.end.character)
    return [each.title for each in found], text[:start] + change.new_text + text[end:]


def test_a_mend_makes_the_file_right() -> None:
    text = f"{HEAD}inclusion 1\n  > 😀 W.\n  wieght ≥ 50 kg\n"
    titles, after = mended(text)
    assert titles == ["Write `weight`"]
    assert list(checked(after).findings()) == []


def test_without_a_suggestion_there_is_no_action() -> None:
    assert mended(f"{HEAD}inclusion 1\n  > W.\n  all of\n")[0] == []


def test_style_is_one_edit_over_what_changes() -> None:
    text = f"{HEAD}inclusion 1\r\n  > W.\n  weight   >= 50 kg\n".replace("\r", "")
    document = checked(text).document
    [edit] = formatting(document)
    assert edit.new_text == "  weight ≥ 50 kg\n"
    assert edit.range.start.line == edit.range.end.line - 1


def test_a_file_with_mistakes_keeps_its_style() -> None:
    assert (
        formatting(checked(f"{HEAD}inclusion 1\n  > W.\n  weight   >= >= 50 kg\n").document) == []
    )


def test_the_outline_has_what_is_not_understood() -> None:
    document = checked(f"{HEAD}inclusion 1\n  > W.\n  weight >= >=\n\nfact broken : : \n").document
    assert [each.name for each in outline(document)][-2:] == ["inclusion 1", "broken"]


def test_a_block_is_shown_short() -> None:
    block = checked('fact a "A"\n').document.blocks.blocks[0]
    assert isinstance(block, Block)
    assert repr(block) == "Block(text='fact a \"A\"')"
