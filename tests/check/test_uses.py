"""``use … from``: what is borrowed, from where, what goes wrong, and where that is shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critc.diagnostic import has_errors
from critc.ir.nodes import Program
from critc.pipeline import Compilation, compile_source, outputs, read_source
from critc.render.json import as_data
from critc.render.text import render
from critc.source import Source
from critc.syntax import tree

THINGS = """\
library things "Things"
  version "2.1"

choices colour in order
  - green "Green"
  - amber "Amber"
  - red "Red"

fact weight : kg "Weight"
fact height : m "Height"
fact unneeded "Unneeded?"

table factor (seen : colour) : number
  seen       | factor
  green      | 1
  amber, red | 2

formula squared (length : m) : m2
  length ^ 2

formula mass_index (mass : kg, length : m) : kg/m2 "Mass index"
  source "A book"
  mass / squared(length)

formula scaled (mass : kg, seen : colour) : kg
  mass × factor(seen)

define heavy "Heavy"
  all of
    - weight > 100 kg
    - fact confirmed "Weighed twice?"

define certainly_heavy
  all of
    - heavy
    - confirmed
"""

INDEX = """\
fact mass : kg "Mass"
fact length : m "Length"

inclusion 1
  mass_index(mass, length) < 30 kg/m2
"""


def compiled(text: str, libraries: Mapping[str, str] | None = None) -> Compilation:
    """A protocol of this text, with these libraries by what stands after ``from``."""
    texts = {"library/things": THINGS} if libraries is None else libraries

    def find(path: str) -> Source | None:
        return Source(f"{path}.crit", texts[path]) if path in texts else None

    return compile_source(Source("protocol.crit", dedent(text).lstrip("\n")), find)


def program(text: str, libraries: Mapping[str, str] | None = None) -> Program:
    """Its core; there is nothing to say of it."""
    compilation = compiled(text, libraries)
    assert compilation.diagnostics == ()
    assert compilation.program is not None
    return compilation.program


def said(compilation: Compilation) -> list[tuple[str, str, int, str]]:
    """Of each diagnostic the code, the file, the line, and what is underlined."""
    found = []
    for each in compilation.diagnostics:
        holder, place = compilation.source.holding(each.span)
        line, _ = holder.position(place.start)
        found.append((each.code, holder.name, line, compilation.source.words(each.span)))
    return found


def borrowed(found: Program) -> set[str]:
    return {each.name for each in found.references if each.library}


# ---- what is borrowed ----------------------------------------------------------------------------


def test_a_formula_brings_what_it_needs_and_nothing_else() -> None:
    found = program(f"use mass_index from library/things\n{INDEX}")
    assert borrowed(found) == {"mass_index", "squared"}
    assert [fact.name for fact in found.facts] == ["mass", "length"]


def test_a_parameter_brings_its_choices_and_a_call_its_table() -> None:
    text = """
        use scaled from library/things
        fact mass : kg "Mass"
        fact light : colour "Light"
        inclusion 1
          scaled(mass, light) < 30 kg
    """
    found = program(text)
    assert borrowed(found) == {"scaled", "factor"}
    [light] = [fact for fact in found.facts if fact.name == "light"]
    assert [option.name for option in getattr(light.type, "options", ())] == [
        "green",
        "amber",
        "red",
    ]


def test_a_definition_brings_the_facts_that_it_asks_and_those_asked_in_another() -> None:
    text = "use certainly_heavy from library/things\nexclusion 1\n  certainly_heavy\n"
    found = program(text)
    assert [fact.name for fact in found.facts] == ["weight", "confirmed"]
    assert [definition.name for definition in found.definitions] == ["heavy", "certainly_heavy"]


def test_a_fact_asked_inside_a_definition_can_be_borrowed() -> None:
    found = program("use confirmed from library/things\ninclusion 1\n  confirmed\n")
    assert [fact.name for fact in found.facts] == ["weight", "confirmed"]


def test_a_fact_comes_alone() -> None:
    found = program("use weight from library/things\ninclusion 1\n  weight > 50 kg\n")
    assert [fact.name for fact in found.facts] == ["weight"]
    assert found.references == ()


def test_a_reference_says_from_which_library_and_version() -> None:
    [index] = [
        each
        for each in program(f"use mass_index from library/things\n{INDEX}").references
        if each.name == "mass_index"
    ]
    assert (index.title, index.source) == ("Mass index", "A book")
    assert (index.library, index.version) == ("library/things", "2.1")


def test_what_is_borrowed_stands_where_it_is_used() -> None:
    """Facts are asked in that order, and their line is that of the ``use``."""
    text = """
        fact first "First?"
        use weight from library/things
        fact final "Final?"
        use height from library/things
        inclusion 1
          all of
            - first
            - final
            - weight > 50 kg
            - height > 1 m
    """
    found = program(text)
    lines = [(fact.name, fact.line) for fact in found.facts]
    assert lines == [("first", 1), ("weight", 2), ("final", 3), ("height", 4)]


def test_what_two_lines_borrow_is_there_once() -> None:
    once = program(f"use mass_index from library/things\n{INDEX}")
    text = f"use squared from library/things\nuse mass_index from library/things\n{INDEX}"
    twice = program(f"{text}\ninclusion 2\n  squared(length) > 1 m2\n")
    assert [each.name for each in twice.references] == [each.name for each in once.references]
    assert twice.criteria[0].condition == once.criteria[0].condition


def test_cases_and_patients_of_a_library_are_not_borrowed() -> None:
    library = f'{THINGS}\npatient big\n  - weight = 120 kg\ncase "big" of big\n  expect heavy yes\n'
    compilation = compiled(
        "use weight from library/things\ninclusion 1\n  weight > 1 kg\n",
        {"library/things": library},
    )
    assert compilation.diagnostics == ()
    assert compilation.cases == ()
    named_alike = "use weight, big from library/things\ninclusion 1\n  weight > 1 kg\n"
    found = said(compiled(named_alike, {"library/things": library}))
    assert [code for code, *_ in found] == ["E0216"]


def test_records_measurements_moments_and_judgements_can_be_borrowed() -> None:
    library = """\
library visits "Visits"
moment screening "Screening"
part phase_1 "Phase 1"
measurement alt : U/L "ALT" with reference range
records drugs "Drugs"
  - given : date "Given"
judgement able by investigator "Able?"
define fine
  assessed at screening
  all of
    - alt ≤ 3 × ULN
    - no drugs within 2 weeks before screening
    - able
"""
    text = "use fine, phase_1 from library/visits\ninclusion 1\n  only in phase_1\n  fine\n"
    found = program(text, {"library/visits": library})
    assert [fact.name for fact in found.facts] == ["screening", "able"]
    assert {listed.name for listed in found.lists} == {"alt", "drugs"}


# ---- libraries that use libraries ----------------------------------------------------------------

BASE = """\
library base "Base"
  version "1"
fact weight : kg "Weight"
formula doubled (mass : kg) : kg
  mass × 2
formula halved (mass : kg) : kg
  mass / 2
"""
MIDDLE = """\
library middle "Middle"
use weight, doubled, halved from library/base version "1"
use nothing from library/nowhere
define heavy
  doubled(weight) > 200 kg
define light
  halved(weight) < 20 kg
"""
TWO = {"library/base": BASE, "library/middle": MIDDLE}


def test_a_library_brings_what_it_borrows_itself_as_far_as_it_is_needed() -> None:
    found = program("use heavy from library/middle\nexclusion 1\n  heavy\n", TWO)
    libraries = {each.name: (each.library, each.version) for each in found.references}
    assert libraries == {"heavy": ("library/middle", ""), "doubled": ("library/base", "1")}
    assert [fact.name for fact in found.facts] == ["weight"]


def test_what_both_borrow_is_there_once() -> None:
    text = """
        use heavy from library/middle
        use weight, halved from library/base
        exclusion 1
          any of
            - heavy
            - halved(weight) > 100 kg
    """
    found = program(text, TWO)
    assert [fact.name for fact in found.facts] == ["weight"]
    assert borrowed(found) == {"heavy", "doubled", "halved"}


def test_what_a_library_borrows_is_not_lent_on_by_name() -> None:
    found = said(
        compiled("use doubled from library/middle\ninclusion 1\n  doubled(1 kg) > 1 kg\n", TWO)
    )
    assert found == [("E0216", "protocol.crit", 1, "doubled")]


def test_another_version_for_a_library_is_told_in_the_library() -> None:
    libraries = {**TWO, "library/base": BASE.replace('version "1"', 'version "3"')}
    found = said(compiled("use heavy from library/middle\nexclusion 1\n  heavy\n", libraries))
    assert [(code, file, line) for code, file, line, _ in found] == [
        ("E0217", "library/middle.crit", 2)
    ]


CIRCLE = {
    "library/a": """\
library a "A"
use from_b from library/b
formula from_a (x : number) : number
  x + 1
formula both (x : number) : number
  from_b(x) + 1
""",
    "library/b": """\
library b "B"
use from_a from library/a
formula from_b (x : number) : number
  from_a(x) + 1
""",
}


def test_libraries_may_use_each_other() -> None:
    text = 'use both from library/a\nfact x : number "X"\ninclusion 1\n  both(x) > 3\n'
    assert borrowed(program(text, CIRCLE)) == {"both", "from_b", "from_a"}


def test_formulas_that_use_each_other_across_libraries_are_told() -> None:
    libraries = {
        "library/a": "library a\nuse g from library/b\nformula f (x : number) : number\n  g(x)\n",
        "library/b": "library b\nuse f from library/a\nformula g (x : number) : number\n  f(x)\n",
    }
    text = 'use f from library/a\nfact x : number "X"\ninclusion 1\n  f(x) > 3\n'
    found = said(compiled(text, libraries))
    assert [code for code, *_ in found] == ["E0407"]
    assert found[0][1] in ("library/a.crit", "library/b.crit")


def test_a_library_that_uses_itself_is_told() -> None:
    library = "library a\nuse f from library/a\nformula f (x : number) : number\n  g(x)\n"
    compilation = compile_source(
        Source("library/a.crit", library), lambda path: Source(f"{path}.crit", library)
    )
    assert ("E0214", "library/a.crit", 2, "library/a") in said(compilation)
    own = library.replace("use f", "use g")
    found = said(compiled("use f from library/a\ninclusion 1\n  f(1) > 0\n", {"library/a": own}))
    assert ("E0214", "library/a.crit", 2, "library/a") in found


# ---- the same name twice -------------------------------------------------------------------------


def test_the_same_declaration_in_the_file_is_accepted() -> None:
    text = """
        fact weight : kg "Weight"   # as the library has it
        use heavy from library/things
        exclusion 1
          heavy
    """
    found = program(text)
    assert [(fact.name, fact.line) for fact in found.facts] == [("weight", 1), ("confirmed", 2)]


def test_the_same_declaration_in_two_libraries_is_accepted() -> None:
    libraries = {"library/things": THINGS, "library/base": BASE}
    text = """
        use weight from library/base
        use heavy from library/things
        exclusion 1
          all of
            - heavy
            - weight > 120 kg
    """
    assert [fact.name for fact in program(text, libraries).facts] == ["weight", "confirmed"]


@pytest.mark.parametrize(
    "other",
    [
        'fact weight : g "Weight"',
        'fact weight : kg "Body weight"',
        'fact weight : kg from 0 "Weight"',
        'fact weight : kg "Weight" code loinc "29463-7"',
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_different_declaration_is_refused_and_both_files_are_shown(
    other: str, before: bool
) -> None:
    use = "use heavy from library/things"
    lines = [other, use] if before else [use, other]
    compilation = compiled("\n".join([*lines, "exclusion 1\n  heavy\n"]))
    [found] = compilation.diagnostics
    assert found.code == "E0202"
    first, line = found.related
    places = {compilation.source.holding(span)[0].name for span in (found.span, first.span)}
    assert places == {"protocol.crit", "library/things.crit"}
    assert compilation.source.words(line.span) == use
    shown = render(compilation.diagnostics, compilation.source)
    assert other in shown
    assert 'fact weight : kg "Weight"\n' in shown
    assert "in library/things.crit:" in shown or "in protocol.crit:" in shown


def test_a_library_that_declares_a_name_twice_is_told() -> None:
    library = f'{THINGS}\nfact weight : g "Weight"\n'
    text = "use weight from library/things\ninclusion 1\n  weight > 50 kg\n"
    found = said(compiled(text, {"library/things": library}))
    assert [(code, file) for code, file, *_ in found] == [("E0202", "library/things.crit")]


# ---- what is not there ---------------------------------------------------------------------------


def test_a_library_that_is_not_there() -> None:
    found = said(compiled("use x from library/nothing\ninclusion 1\n  x\n"))
    assert found == [("E0214", "protocol.crit", 1, "library/nothing")]


def test_a_name_that_the_library_does_not_have() -> None:
    compilation = compiled(
        "use mass_indx, weight from library/things\ninclusion 1\n  weight > 1 kg\n"
    )
    assert said(compilation)[0] == ("E0216", "protocol.crit", 1, "mass_indx")
    assert compilation.diagnostics[0].replacement == "mass_index"


@pytest.mark.parametrize("name", ["green", "things", "mass", "length"])
def test_options_parameters_and_the_library_itself_cannot_be_borrowed(name: str) -> None:
    found = said(compiled(f"use {name} from library/things\n{INDEX.partition('inclusion')[0]}"))
    assert ("E0216", "protocol.crit", 1, name) in found


@pytest.mark.parametrize(
    ("version", "codes"),
    [(' version "2.1"', []), ("", []), (' version "2.10"', ["E0217"]), (' version "1"', ["E0217"])],
)
def test_a_version(version: str, codes: list[str]) -> None:
    compilation = compiled(f"use mass_index from library/things{version}\n{INDEX}")
    assert [each.code for each in compilation.diagnostics] == codes


def test_a_library_without_a_version_is_not_the_one_asked_for() -> None:
    library = THINGS.replace('  version "2.1"\n', "")
    text = f'use mass_index from library/things version "2.1"\n{INDEX}'
    [found] = compiled(text, {"library/things": library}).diagnostics
    assert found.code == "E0217"
    assert "without a version" in found.message


# ---- mistakes in a library -----------------------------------------------------------------------

BROKEN = {
    "syntax": (THINGS.replace("length ^ 2", "length ^^ 2"), "E01", 19),
    "unit": (THINGS.replace("(length : m) : m2", "(length : m) : mm2x"), "E0301", 18),
    "dimension": (THINGS.replace("length ^ 2", "length ^ 3"), "E0302", 19),
    "name": (THINGS.replace("squared(length)\n", "square(length)\n"), "E0201", 23),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_in_a_library_is_shown_where_it_is(mistake: str) -> None:
    library, code, line = BROKEN[mistake]
    compilation = compiled(
        f"use mass_index from library/things\n{INDEX}", {"library/things": library}
    )
    assert compilation.program is None
    [found] = compilation.diagnostics
    assert found.code.startswith(code)
    [data] = as_data(compilation.diagnostics, compilation.source)
    assert (data["file"], data["line"]) == ("library/things.crit", line)
    shown = render(compilation.diagnostics, compilation.source)
    assert f"library/things.crit:{line}:" in shown
    assert library.splitlines()[line - 1] in shown


def test_a_mistake_in_what_is_not_borrowed_is_the_librarys_own_affair() -> None:
    library = BROKEN["syntax"][0]
    text = "use weight from library/things\ninclusion 1\n  weight > 50 kg\n"
    assert compiled(text, {"library/things": library}).diagnostics == ()


def test_a_mistake_in_what_two_lines_borrow_is_told_once() -> None:
    text = f"use squared from library/things\nuse mass_index from library/things\n{INDEX}"
    library = BROKEN["syntax"][0].replace("library things", "library things things")
    found = said(compiled(text, {"library/things": library}))
    lines = [line for _, file, line, _ in found if file == "library/things.crit"]
    assert lines == [1, 19]


# ---- borrowed and not used -----------------------------------------------------------------------


def test_a_name_that_is_borrowed_and_not_used_is_told() -> None:
    found = said(compiled(f"use mass_index, squared, colour from library/things\n{INDEX}"))
    assert found == [
        ("W0505", "protocol.crit", 1, "squared"),
        ("W0505", "protocol.crit", 1, "colour"),
    ]


USES = {
    "a type": 'use colour from library/things\nfact light : colour "Light"\ninclusion 1\n  light is red',
    "the type of a field": "use colour from library/things\nrecords lights\n  - seen : colour\n"
    "inclusion 1\n  no lights where seen is red",
    "a parameter's type": 'use colour, factor from library/things\nfact light : colour "Light"\n'
    "formula own (seen : colour) : number\n  factor(seen)\ninclusion 1\n  own(light) > 1",
    "a definition": "use heavy from library/things\ninclusion 1\n  only if not heavy\n  fact a \"A\"",
    "a let": "use weight from library/things\ninclusion 1\n  let half be weight / 2\n  half > 10 kg",
    "an expectation": "use heavy from library/things\npatient p\n  - weight = 1 kg\n"
    'case "light" of p\n  expect heavy no',
}  # fmt: skip


@pytest.mark.parametrize("use", USES)
def test_a_name_is_used_by(use: str) -> None:
    assert compiled(f"{USES[use]}\n").diagnostics == ()


def test_what_is_used_in_a_line_that_is_not_understood_is_not_said_to_be_unused() -> None:
    found = said(compiled("use heavy from library/things\ninclusion 1\n  heavy heavy\n"))
    assert [code[:3] for code, *_ in found] == ["E01"]


# ---- files ---------------------------------------------------------------------------------------


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these files; gives its protocol."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "protocol.crit"


PROTOCOL = 'protocol P "P"\nuse bmi from library/formulas\n' + INDEX.replace("mass_index", "bmi")


def test_a_library_beside_the_file_wins_over_the_one_that_comes_with_critc(tmp_path: Path) -> None:
    own = 'library formulas\n  version "mine"\nformula bmi (m : kg, l : m) : kg/m2\n  m / l ^ 2\n'
    path = written(tmp_path, {"protocol.crit": PROTOCOL})
    shipped = compile_source(read_source(path)).program
    written(tmp_path, {"library/formulas.crit": own})
    mine = compile_source(read_source(path)).program
    assert shipped is not None
    assert mine is not None
    assert [(each.library, each.version) for each in shipped.references] == [
        ("library/formulas", "1.0")
    ]
    assert [each.version for each in mine.references] == ["mine"]


def test_a_library_elsewhere_is_found_by_its_path(tmp_path: Path) -> None:
    files = {"trials/one/protocol.crit": PROTOCOL.replace("library/formulas", "../../common/sizes")}
    files["common/sizes.crit"] = "library sizes\nformula bmi (m : kg, l : m) : kg/m2\n  m / l ^ 2\n"
    written(tmp_path, files)
    compilation = compile_source(read_source(tmp_path / "trials/one/protocol.crit"))
    assert compilation.diagnostics == ()


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "library/../../secret", "C:/x", "library//things", "~/things", "library/", "a b",
     "library\\things", "file:///x", "library/things.crit", '"library/things"'],
)  # fmt: skip
def test_paths_that_cannot_be_written(path: str, tmp_path: Path) -> None:
    """No absolute ones, no detours, no schemes: only folders and names."""
    place = written(tmp_path, {"protocol.crit": f"use x from {path}\n"})
    compilation = compile_source(read_source(place))
    assert has_errors(compilation.diagnostics)
    assert all(each.code.startswith("E01") for each in compilation.diagnostics)


def test_a_path_longer_than_a_file_system_has_is_told(tmp_path: Path) -> None:
    place = written(tmp_path, {"protocol.crit": f"use x from {'a' * 5000}\ninclusion 1\n  x\n"})
    compilation = compile_source(read_source(place))
    assert [each.code for each in compilation.diagnostics] == ["E0214"]
    assert "cannot be read" in compilation.diagnostics[0].message


def test_a_library_that_is_no_text_is_told(tmp_path: Path) -> None:
    place = written(tmp_path, {"protocol.crit": PROTOCOL, "library/formulas.crit": ""})
    (tmp_path / "library/formulas.crit").write_bytes(b"library formulas\n\xff\xfe")
    [found] = compile_source(read_source(place)).diagnostics
    assert (found.code, found.label) == ("E0214", "not text in UTF-8: save it as UTF-8")


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    place = written(tmp_path, {"protocol.crit": PROTOCOL.replace("formulas", "folder")})
    (tmp_path / "library/folder.crit").mkdir(parents=True)
    assert [each.code for each in compile_source(read_source(place)).diagnostics] == ["E0214"]


def test_a_library_finds_its_neighbour_whoever_asks(tmp_path: Path) -> None:
    files = {"protocol.crit": "use heavy from library/middle\nexclusion 1\n  heavy\n"}
    middle = MIDDLE.replace("use nothing from library/nowhere\n", "")
    written(tmp_path, {**files, "library/base.crit": BASE, "library/middle.crit": middle})
    for name in ("protocol.crit", "library/middle.crit"):
        assert compile_source(read_source(tmp_path / name)).diagnostics == ()


def test_a_library_that_uses_itself_is_told_of_its_file(tmp_path: Path) -> None:
    own = "library own\nuse f from library/own\nformula f (x : number) : number\n  x + 1\n"
    written(tmp_path, {"library/own.crit": own})
    compilation = compile_source(read_source(tmp_path / "library/own.crit"))
    assert [each.code for each in compilation.diagnostics] == ["E0214"]


# ---- outputs -------------------------------------------------------------------------------------


def test_outputs_change_with_the_text_of_a_library() -> None:
    text = f'protocol P "P"\nuse mass_index from library/things\n{INDEX}'
    before = program(text)
    after = program(text, {"library/things": f"{THINGS}\n# a word more\n"})
    assert before.sha256 != after.sha256
    made, again = outputs(before, stem="p"), outputs(after, stem="p")
    for name in ("p.py", "p.md", "p.html", "p.json"):
        assert before.sha256.encode() in made[name]
        assert after.sha256.encode() in again[name]
    assert made == outputs(program(text), stem="p")


def test_outputs_change_with_a_library_of_a_library() -> None:
    text = "use heavy from library/middle\nexclusion 1\n  heavy\n"
    other = {**TWO, "library/base": f"{BASE}\n# a word more\n"}
    assert program(text, TWO).sha256 != program(text, other).sha256


def test_outputs_are_the_same_where_a_library_is_not_borrowed_from() -> None:
    text = "use light from library/middle\nexclusion 1\n  light\n"
    other = {**TWO, "library/nowhere": "library nowhere\n"}
    assert program(text, TWO).sha256 == program(text, other).sha256


def test_build_check_notices_what_changed_in_a_library(tmp_path: Path) -> None:
    place = written(
        tmp_path,
        {"protocol.crit": PROTOCOL, "library/formulas.crit": THINGS.replace("mass_index", "bmi")},
    )
    assert critc("build", place, "-o", tmp_path / "made").returncode == 0
    assert critc("build", "--check", place, "-o", tmp_path / "made").returncode == 0
    with (tmp_path / "library/formulas.crit").open("a", encoding="utf-8") as library:
        library.write("\n# reviewed\n")
    stale = critc("build", "--check", place, "-o", tmp_path / "made")
    assert stale.returncode == 1
    assert "protocol.py: differs from what its source says now" in stale.stdout


def critc(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "critc", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


# ---- any text ------------------------------------------------------------------------------------

LINES = THINGS.splitlines()
WORDS = [*THINGS.split(), "use", "from", "library/things", "library/other", "(", ")", ":", "-", '"']


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The library with some lines dropped, doubled, cut, moved in or out, or with other words."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "cut", "indent", "word"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(draw(st.integers(0, len(lines))), lines[at])
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "indent":
                lines[at] = " " * draw(st.integers(0, 6)) + lines[at].strip()
            case _:
                words = lines[at].split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
                lines[at] = " ".join(words)
    return "\n".join(lines)


BORROWS_ALL = f"""\
use mass_index, scaled, certainly_heavy, colour from library/things
use squared from library/other

fact light : colour "Light"
{INDEX}
inclusion 2
  scaled(mass, light) < 30 kg

inclusion 3
  squared(length) > 1 m2

exclusion 1
  certainly_heavy
"""


@given(mutated() | st.text(max_size=200), mutated() | st.text(max_size=200))
def test_of_any_library_a_protocol_compiles_or_is_told_what_is_wrong(one: str, other: str) -> None:
    compilation = compiled(BORROWS_ALL, {"library/things": one, "library/other": other})
    assert (compilation.program is None) == has_errors(compilation.diagnostics)
    assert bool(render(compilation.diagnostics, compilation.source)) == bool(
        compilation.diagnostics
    )
    for data in as_data(compilation.diagnostics, compilation.source):
        assert data["file"] in ("protocol.crit", "library/things.crit", "library/other.crit")
    for found in compilation.diagnostics:
        holder, place = compilation.source.holding(found.span)
        assert 0 <= place.start <= place.end <= len(holder.text)


def test_what_is_borrowed_is_parsed_as_in_its_own_file() -> None:
    """The same tree, so that a formula means the same borrowed as it does in its library."""
    alone = compile_source(Source("library/things.crit", THINGS)).tree
    names = [
        each.name.text
        for each in alone.declarations
        if isinstance(each, tree.Fact | tree.Formula | tree.Table | tree.Define | tree.Choices)
    ]
    own = compiled(THINGS.partition("\n\n")[2])
    lent = compiled(f"use {', '.join(names)} from library/things\n")
    assert own.program is not None
    assert lent.program is not None
    assert [fact.type for fact in own.program.facts] == [fact.type for fact in lent.program.facts]
    assert [each.condition for each in own.program.definitions] == [
        each.condition for each in lent.program.definitions
    ]
