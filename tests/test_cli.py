"""The command line as people and programs meet it: output, exit codes, files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from critc.cli import main

PROTOCOL = """\
protocol SMALL "A small protocol"

moment first_dose "First dose of study treatment"

fact ecog : whole number from 0 to 5 "ECOG performance status"
fact hbv_dna : [IU]/mL "HBV DNA"
fact vaccinated : date or none "Last live vaccine"
fact course : period "Course of prednisone"
records therapies "Prior therapies"
  - refractory "Refractory?"

inclusion 5
  > ECOG performance status of 0 or 1.
  ecog is from 0 to 1

inclusion 6
  > A therapy to which the disease was refractory.
  some therapies where refractory

exclusion 6
  > Live vaccine within 4 weeks prior to the first dose.
  vaccinated within 4 weeks before first_dose

exclusion 12
  > HBV DNA ≥1000 IU/mL
  hbv_dna ≥ 1000 [IU]/mL

patient typical
  - first_dose = 2026-03-02
  - ecog = 1
  - hbv_dna = 20 [IU]/mL
  - vaccinated = none
  - therapies =
      refractory
      yes

case "as it should be" of typical
  expect eligible

case "too weak" of typical
  - ecog = 2
  expect inclusion 5 violated
"""
PATIENT = {
    "id": "0017",
    "first_dose": "2026-03-02",
    "ecog": 1,
    "hbv_dna": {"value": 20, "unit": "[IU]/mL"},
    "vaccinated": "none",
    "therapies": [{"refractory": True}],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a protocol in ``criteria/``, as the current one."""
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "small.crit").write_text(PROTOCOL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def critc(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


def put(path: Path, *patients: object) -> str:
    """A file of patients: JSON for one, JSON Lines for more."""
    path.write_text("\n".join(json.dumps(patient) for patient in patients), encoding="utf-8")
    return str(path)


# ---- help and wrong use -----------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "build", "screen", "explain", "test"])
def test_each_command_has_examples(command: str) -> None:
    result = critc(command, "--help")
    assert result.exit_code == 0
    assert f"Examples:\n  critc {command}" in result.stdout or "\n  cat " in result.stdout


def test_wrong_use_is_exit_code_2(folder: Path) -> None:
    assert critc("check", "no_such.crit").exit_code == 2
    assert critc("screen", "criteria/small.crit").exit_code == 2
    assert critc("build", "--date", "first_dose=soon").exit_code == 2
    assert critc("build", "--date", "second_dose=2026-03-02").exit_code == 2
    (folder / "criteria" / "small.crit").unlink()
    assert critc("build").exit_code == 2


# ---- check ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_check_of_a_sound_file() -> None:
    result = critc("check")
    assert result.exit_code == 0
    assert "criteria/small.crit: 4 criteria, 2 cases, no findings" in result.stdout


def test_check_of_a_mistake(folder: Path) -> None:
    path = folder / "criteria" / "small.crit"
    path.write_text(PROTOCOL.replace("ecog is from", "ecgo is from"), encoding="utf-8")
    result = critc("check")
    assert result.exit_code == 1
    assert "criteria/small.crit:14:3" in result.stdout
    assert "ecog" in result.stdout
    assert "\x1b[" not in result.stdout
    [found] = json.loads(critc("check", "--format", "json").stdout)
    assert (found["line"], found["column"], found["severity"]) == (14, 3, "error")


def test_check_of_a_file_that_is_not_text(folder: Path) -> None:
    (folder / "bad.crit").write_bytes(b"\xff\xfe\x00")
    result = critc("check", "bad.crit")
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr


# ---- build ------------------------------------------------------------------------------------

OUTPUTS = ["small.html", "small.json", "small.md", "small.py", "small.schema.json"]


def test_build_writes_every_output_and_then_nothing(folder: Path) -> None:
    first = critc("build")
    assert first.exit_code == 0
    assert sorted(path.name for path in (folder / "generated").iterdir()) == OUTPUTS
    before = {path.name: path.stat().st_mtime_ns for path in (folder / "generated").iterdir()}
    second = critc("build")
    assert "5 of them unchanged" in second.stdout
    assert before == {
        path.name: path.stat().st_mtime_ns for path in (folder / "generated").iterdir()
    }


def test_build_is_the_same_bytes_in_another_process(folder: Path) -> None:
    critc("build")
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "critc", "build", "--output", f"seed{seed}"]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed}, cwd=folder)
        for name in OUTPUTS:
            ours = (folder / "generated" / name).read_bytes()
            assert (folder / f"seed{seed}" / name).read_bytes() == ours


def test_build_check_says_what_is_stale_and_changes_nothing(folder: Path) -> None:
    assert critc("build", "--check").exit_code == 1
    assert not (folder / "generated").exists()
    critc("build")
    assert critc("build", "--check").exit_code == 0
    path = folder / "generated" / "small.md"
    path.write_text("edited by hand", encoding="utf-8")
    (folder / "generated" / "gone.md").write_text("of a protocol that is no more")
    result = critc("build", "--check")
    assert result.exit_code == 1
    assert "small.md: differs" in result.stdout
    assert "gone.md: no protocol makes it" in result.stdout
    assert path.read_text(encoding="utf-8") == "edited by hand"


def test_a_broken_file_builds_nothing_of_its_own_and_the_rest(folder: Path) -> None:
    (folder / "criteria" / "other.crit").write_text("inclusion 1\n  nonsense\n", encoding="utf-8")
    result = critc("build")
    assert result.exit_code == 1
    assert sorted(path.name for path in (folder / "generated").iterdir()) == OUTPUTS


def test_outputs_cite_their_source_alike_however_the_path_is_typed(folder: Path) -> None:
    critc("build")
    absolute = str(folder / "criteria" / "small.crit")
    assert critc("build", absolute, "--check").exit_code == 0
    other = folder.parent / f"{folder.name}-other"
    critc("build", absolute, "--output", str(other))
    for name in OUTPUTS:
        assert (other / name).read_bytes() == (folder / "generated" / name).read_bytes()


def test_a_file_without_a_criterion_is_a_finding(folder: Path) -> None:
    (folder / "criteria" / "empty.crit").write_text("", encoding="utf-8")
    for command in ("check", "build"):
        result = critc(command, "criteria/empty.crit")
        assert result.exit_code == 1
        assert "no criterion" in result.stderr


def test_build_with_a_planned_date_works_out_calendar_dates(folder: Path) -> None:
    critc("build", "--date", "first_dose=2026-03-02")
    checklist = (folder / "generated" / "small.md").read_text(encoding="utf-8")
    assert "2 February 2026" in checklist
    assert "2 March 2026" in checklist


def test_build_writes_the_formats_that_are_named(folder: Path) -> None:
    assert critc("build", "--format", "docx, pdf,md").exit_code == 0
    written = {path.name: path.read_bytes() for path in (folder / "generated").iterdir()}
    assert sorted(written) == ["small.docx", "small.md", "small.pdf"]
    assert written["small.docx"].startswith(b"PK")
    assert written["small.pdf"].startswith(b"%PDF-1.7")


def test_build_all_is_every_format_for_the_paper_that_is_named(folder: Path) -> None:
    assert critc("build", "--format", "all", "--paper", "LETTER").exit_code == 0
    names = sorted(path.name for path in (folder / "generated").iterdir())
    assert names == sorted([*OUTPUTS, "small.docx", "small.pdf"])
    assert critc("build", "--format", "all", "--paper", "letter", "--check").exit_code == 0
    stale = critc("build", "--format", "all", "--check")
    assert stale.exit_code == 1
    assert {line.partition(":")[0] for line in stale.stdout.splitlines()} == {
        str(Path("generated", name)) for name in ("small.docx", "small.pdf")
    }


@pytest.mark.parametrize("formats", ["", ",", "xlsx", "pdf,xlsx"])
def test_build_knows_its_formats(folder: Path, formats: str) -> None:
    result = critc("build", "--format", formats)
    assert result.exit_code == 2
    assert "write some of py, md, html, json, schema, pdf, docx, or all" in result.stderr
    assert not (folder / "generated").exists()


@pytest.mark.parametrize(("form", "library"), [("pdf", "weasyprint"), ("docx", "docx")])
def test_a_library_that_is_missing_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = critc("build", "--format", f"md,{form}")
    assert result.exit_code == 2
    assert f"pip install 'critc[{form}]'" in result.stderr
    assert not (folder / "generated").exists()
    assert critc("build").exit_code == 0


def test_pango_that_is_missing_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "weasyprint.py").write_text("raise OSError('cannot load library libpango')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(str(folder))
    result = critc("build", "--format", "pdf")
    assert result.exit_code == 2
    assert "apt-get install libpango" in result.stderr


def test_a_checklist_that_is_not_built_again_is_told_when_its_source_changed(folder: Path) -> None:
    critc("build", "--format", "all")
    assert critc("build", "--check").exit_code == 0
    source = folder / "criteria" / "small.crit"
    source.write_text(PROTOCOL.replace("A small protocol", "A protocol"), encoding="utf-8")
    result = critc("build")
    assert result.exit_code == 0
    assert "small.pdf: made from another state of its source" in result.stderr
    assert "small.docx: made from another state of its source" in result.stderr
    checked = critc("build", "--check")
    assert checked.exit_code == 1
    assert "`critc build --format pdf` renews it" in checked.stdout
    assert critc("build", "--format", "pdf,docx").exit_code == 0
    assert critc("build", "--check").exit_code == 0


# ---- the index of a folder --------------------------------------------------------------------


@pytest.fixture
def two(folder: Path) -> Path:
    """A folder with a second protocol."""
    text = PROTOCOL.replace("SMALL", "OTHER")
    (folder / "criteria" / "other.crit").write_text(text, encoding="utf-8")
    return folder


def links(folder: Path) -> list[str]:
    page = (folder / "generated" / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<li><a href="([^"]+)">', page)


def test_the_index_links_to_every_file(two: Path) -> None:
    assert critc("build").exit_code == 0
    files = {path.name for path in (two / "generated").iterdir()} - {"index.html"}
    assert len(files) == 10
    assert sorted(links(two)) == sorted(files)
    assert critc("build", "--check").exit_code == 0


def test_the_index_keeps_what_is_there_and_of_the_same_source(two: Path) -> None:
    critc("build")
    critc("build", "--format", "docx")
    assert {"small.html", "small.docx", "other.docx"} <= set(links(two))
    critc("build")
    assert {"small.html", "small.docx", "other.docx"} <= set(links(two))
    assert critc("build", "--check").exit_code == 0
    source = two / "criteria" / "small.crit"
    source.write_text(PROTOCOL.replace("A small protocol", "A protocol"), encoding="utf-8")
    critc("build")
    assert "small.docx" not in links(two)
    assert "other.docx" in links(two)


def test_one_file_alone_leaves_the_index_as_it_is(two: Path) -> None:
    critc("build")
    index = two / "generated" / "index.html"
    before = index.read_bytes()
    critc("build", "criteria/small.crit")
    assert index.read_bytes() == before
    (two / "criteria" / "other.crit").write_text("inclusion 1\n  nonsense\n", encoding="utf-8")
    assert critc("build").exit_code == 1
    assert index.read_bytes() == before


def test_an_index_that_is_stale_or_has_nothing_to_list_is_told(two: Path) -> None:
    critc("build")
    (two / "generated" / "index.html").write_text("edited by hand")
    assert "index.html: differs" in critc("build", "--check").stdout
    (two / "criteria" / "other.crit").unlink()
    assert "index.html: no protocol makes it" in critc("build", "--check").stdout


def test_a_protocol_cannot_take_the_name_of_the_index(folder: Path) -> None:
    (folder / "criteria" / "small.crit").rename(folder / "criteria" / "index.crit")
    result = critc("build")
    assert result.exit_code == 2
    assert "index.html lists the protocols" in result.stderr


# ---- screen -----------------------------------------------------------------------------------


def test_screen_one_patient_is_a_page(folder: Path) -> None:
    result = critc("screen", "criteria/small.crit", put(folder / "one.json", PATIENT))
    assert result.exit_code == 0
    assert result.stdout.startswith("SMALL  patient 0017")
    assert "ELIGIBLE" in result.stdout


def test_screen_many_is_a_table_with_a_summary(folder: Path) -> None:
    weak, open_ = PATIENT | {"id": "2", "ecog": 3}, PATIENT | {"id": "3", "hbv_dna": None}
    result = critc("screen", "criteria/small.crit", put(folder / "p.jsonl", PATIENT, weak, open_))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["patient", "verdict", "violated", "not", "known", "ask", "first"]
    assert lines[2].split()[:3] == ["2", "ineligible", "I5"]
    assert "HBV DNA" in lines[3]
    assert lines[-1] == "3 patients: 1 eligible, 1 ineligible, 1 undetermined"


def test_screen_as_json_lines(folder: Path) -> None:
    path = put(folder / "p.jsonl", PATIENT, PATIENT | {"ecog": None})
    result = critc("screen", "criteria/small.crit", path, "--format", "json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["verdict"] == "eligible"
    assert list(first) == ["protocol", "patient", "verdict", "criteria", "missing"]
    assert first["missing"] == []
    assert second["verdict"] == "undetermined"
    assert [fact["fact"] for fact in second["missing"]] == ["ecog"]


def test_a_bad_record_is_reported_with_its_line_and_the_rest_goes_on(folder: Path) -> None:
    bad = PATIENT | {"therapies": [{"refractory": "perhaps"}], "vaccinated": "2025-13"}
    path = put(folder / "p.jsonl", PATIENT, bad, PATIENT)
    result = critc("screen", "criteria/small.crit", path, "--format", "json")
    assert result.exit_code == 1
    assert "p.jsonl:2: this record cannot be read" in result.stderr
    assert "therapies[0].refractory" in result.stderr
    assert "vaccinated" in result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert "verdict" not in found[1]
    assert [problem["path"] for problem in found[1]["problems"]] == [
        "therapies[0].refractory",
        "vaccinated",
    ] or [problem["path"] for problem in found[1]["problems"]] == [
        "vaccinated",
        "therapies[0].refractory",
    ]
    assert found[2]["verdict"] == "eligible"


def test_an_array_of_patients(folder: Path) -> None:
    path = folder / "p.json"
    path.write_text(json.dumps([PATIENT, PATIENT | {"ecog": 3}], indent=2), encoding="utf-8")
    result = critc("screen", "criteria/small.crit", str(path), "--format", "json")
    verdicts = [json.loads(line)["verdict"] for line in result.stdout.splitlines()]
    assert verdicts == ["eligible", "ineligible"]


@pytest.mark.parametrize(
    "text", ["[", "[{}", "[{},", "[{} {}]", "[1, {]", "[{}] x", "{", "", "null", "[[]]", "7"]
)
def test_what_is_not_json_is_a_finding(folder: Path, text: str) -> None:
    path = folder / "p.json"
    path.write_text(text, encoding="utf-8")
    assert critc("screen", "criteria/small.crit", str(path)).exit_code == 1


@pytest.mark.usefixtures("folder")
def test_standard_input() -> None:
    lines = json.dumps(PATIENT) + "\n" + json.dumps(PATIENT)
    result = critc("screen", "criteria/small.crit", "-", "--format", "json", stdin=lines)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2


CSV_HEADER = "id,first_dose,ecog,hbv_dna ([IU]/mL),vaccinated,course.start,course.end,therapies\n"


def test_csv(folder: Path) -> None:
    path = folder / "p.csv"
    path.write_text(
        CSV_HEADER
        + "1,2026-03-02,1,<20,none,2025-01,ongoing,none\n\n2,2026-03-02,3,,2026-02-02,,,\n",
        encoding="utf-8",
    )
    result = critc("screen", "criteria/small.crit", str(path), "--format", "json")
    assert result.exit_code == 0, result.stderr
    first, second = (
        {c["id"]: c["outcome"] for c in json.loads(line)["criteria"]}
        for line in result.stdout.splitlines()
    )
    assert first == {"I5": "satisfied", "I6": "violated", "E6": "satisfied", "E12": "satisfied"}
    assert second == {"I5": "violated", "I6": "unknown", "E6": "violated", "E12": "unknown"}


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("id,ecgo", "did you mean 'ecog'"),
        ("id,ecog,ecog", "twice"),
        ("id,hbv_dna", "carries its unit: write 'hbv_dna ([IU]/mL)'"),
        ("id,hbv_dna (mg)", "carries its unit"),
        ("id,weight", "does not ask for"),
        ("id;ecog", "parted by semicolons"),
        ("", "empty"),
    ],
)
def test_a_csv_header_that_is_not_understood_refuses_the_file(
    folder: Path, header: str, message: str
) -> None:
    path = folder / "p.csv"
    path.write_text(header + ("\n1,1,1\n" if header else ""), encoding="utf-8")
    result = critc("screen", "criteria/small.crit", str(path))
    assert result.exit_code == 1
    assert message in result.stderr


def test_a_csv_row_of_another_length_is_a_bad_record_and_the_rest_goes_on(folder: Path) -> None:
    path = folder / "p.csv"
    path.write_text("id,ecog\n1,1\n2\n3,3\n", encoding="utf-8")
    result = critc("screen", "criteria/small.crit", str(path), "--format", "json")
    assert result.exit_code == 1
    assert "p.csv:3: the row has 1 cells" in result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record.get("patient") for record in found] == ["1", None, "3"]


def test_one_readable_patient_among_others_is_no_page(folder: Path) -> None:
    path = put(folder / "p.jsonl", PATIENT | {"ecog": 9}, PATIENT)
    result = critc("screen", "criteria/small.crit", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].endswith("1 not readable")


def test_records_in_a_csv_are_refused(folder: Path) -> None:
    path = folder / "p.csv"
    path.write_text("id,therapies\n1,platinum\n", encoding="utf-8")
    result = critc("screen", "criteria/small.crit", str(path))
    assert result.exit_code == 1
    assert "therapies" in result.stderr


# ---- explain and test -------------------------------------------------------------------------


def test_explain_says_why_and_what_would_settle_it(folder: Path) -> None:
    path = put(folder / "p.json", PATIENT | {"hbv_dna": None, "ecog": 3})
    result = critc("explain", "criteria/small.crit", path)
    assert result.exit_code == 0
    assert "Inclusion 5: not fulfilled" in result.stdout
    assert "ECOG performance status of 0 or 1." in result.stdout
    assert "Exclusion 12: not known yet" in result.stdout
    only = critc("explain", "criteria/small.crit", path, "i5")
    assert "Exclusion 12" not in only.stdout
    assert critc("explain", "criteria/small.crit", path, "I99").exit_code == 2


def test_test_runs_the_cases(folder: Path) -> None:
    result = critc("test")
    assert result.exit_code == 0
    assert "2 cases, 2 expectations, none failed" in result.stdout
    path = folder / "criteria" / "small.crit"
    path.write_text(PROTOCOL.replace("inclusion 5 violated", "inclusion 5 satisfied"), "utf-8")
    result = critc("test")
    assert result.exit_code == 1
    assert "too weak" in result.stdout
    assert "I5: expected satisfied, got violated" in result.stdout
    found = json.loads(critc("test", "--format", "json").stdout)
    assert [finding["passed"] for finding in found] == [True, False]


# ---- what a command loads ---------------------------------------------------------------------

LOADED = """
import sys
from click.testing import CliRunner
from critc.cli import main
CliRunner().invoke(main, sys.argv[1:])
print(" ".join(sorted({name.split(".")[0] for name in sys.modules} & HEAVY)))
print(" ".join(sorted(name for name in sys.modules if name.startswith("critc."))))
"""
HEAVY = {"lark", "jinja2", "jsonschema", "hypothesis", "fractions", "csv", "difflib"}


def loaded(folder: Path, *arguments: str) -> tuple[set[str], set[str]]:
    command = [sys.executable, "-c", LOADED.replace("HEAVY", repr(HEAVY)), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    heavy, ours = result.stdout.split("\n")[:2]
    return set(heavy.split()), set(ours.split())


def test_version_and_help_load_next_to_nothing(folder: Path) -> None:
    for option in ("--version", "--help"):
        heavy, ours = loaded(folder, option)
        assert heavy == set()
        rest = {name for name in ours if not name.startswith("critc.commands")}
        assert rest == {"critc.cli", "critc.version"}


def test_check_loads_no_emitter(folder: Path) -> None:
    heavy, ours = loaded(folder, "check")
    assert heavy == {"lark", "fractions"}
    assert not any(name.startswith("critc.emit") for name in ours)


def test_screen_loads_no_template(folder: Path) -> None:
    heavy, ours = loaded(folder, "screen", "criteria/small.crit", put(folder / "p.json", PATIENT))
    assert "jinja2" not in heavy
    assert not any(name.startswith(("critc.emit.html", "critc.emit.markdown")) for name in ours)
