"""What is saved is rebuilt: real files, saved in all the ways that editors have."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner
from watch.conftest import Watch
from watch.watching import BORROWING, LIBRARY, OTHER, PROTOCOL, save

from critc.cli import main


def built_by_build(folder: Path, to: Path) -> dict[str, bytes]:
    """What `critc build` makes of the folder's protocols."""
    names = [str(path) for path in sorted((folder / "criteria").glob("*.crit"))]
    result = CliRunner().invoke(main, ["build", *names, "-o", str(to)], catch_exceptions=False)
    assert result.exit_code == 0
    return {path.name: path.read_bytes() for path in to.iterdir()}


def outputs(folder: Path) -> dict[str, bytes]:
    found = (folder / "generated").glob("[!.]*")
    return {path.name: path.read_bytes() for path in found}


def test_a_save_writes_what_build_writes(folder: Path, watch: Watch, tmp_path: Path) -> None:
    watching = watch()
    version = watching.wait_built("small")
    changed = PROTOCOL.replace("to 1\n", "to 2\n")
    save(folder / "criteria" / "small.crit", changed)
    watching.wait_built("small", other_than=version)
    expected = built_by_build(folder, tmp_path / "by build")
    watching.until(lambda: outputs(folder) == expected)
    assert watching.ask("/page/small.html")[1] == expected["small.html"]


def test_each_rebuild_is_one_line_with_its_findings(folder: Path, watch: Watch) -> None:
    watching = watch()
    watching.wait_built("small")
    path = folder / "criteria" / "small.crit"
    path.write_text(PROTOCOL.replace("ecog is", "ecgo is"), encoding="utf-8")
    watching.until(lambda: "1 mistake: E0201 criteria/small.crit:7:3" in watching.printed())
    lines = watching.printed().splitlines()
    assert "no findings" in lines[1]
    assert [line.count("criteria/small.crit  ") for line in lines] == [0, 1, 1]


def test_what_lint_finds_is_a_warning_and_no_mistake(folder: Path, watch: Watch) -> None:
    vague = PROTOCOL.replace("of 0 or 1", "of 0 or 1, major")
    path = folder / "criteria" / "small.crit"
    path.write_text(vague, encoding="utf-8")
    (folder / "critc.toml").write_text('[lint]\nignore = ["W0602"]\n', encoding="utf-8")
    watching = watch("--no-write")
    watching.wait_built("small")
    assert "warning[W0608]" in "".join(watching.state("small")["warnings"])
    watching.until(lambda: "W0608 criteria/small.crit:6:" in watching.printed())


def test_without_writing_there_is_a_preview_and_no_file(folder: Path, watch: Watch) -> None:
    watching = watch("--no-write")
    watching.wait_built("small")
    watching.until(lambda: "no findings" in watching.printed())
    assert b"ECOG performance status" in watching.ask("/page/small.html")[1]
    assert not (folder / "generated").exists()


def test_only_the_formats_that_are_named_are_written(folder: Path, watch: Watch) -> None:
    watching = watch("--format", "md,json", "--output", "out")
    watching.until(lambda: "no findings" in watching.printed())
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["small.json", "small.md"]


def test_a_broken_file_keeps_its_last_good_outputs(folder: Path, watch: Watch) -> None:
    path = folder / "criteria" / "small.crit"
    watching = watch()
    version = watching.wait_built("small")
    watching.until(lambda: len(outputs(folder)) == 5)
    before, page = outputs(folder), watching.ask("/page/small.html")[1]
    broken = {
        "Nothing in this file is called": PROTOCOL.replace("ecog is", "ecgo is").encode(),
        "no criterion": b"",
        "save it as UTF-8": PROTOCOL.encode("utf-16"),
        "error[E": PROTOCOL[: PROTOCOL.index(" is from")].encode(),
    }
    for words, data in broken.items():
        path.write_bytes(data)
        state = watching.wait_broken("small", words)
        assert state["version"] == version
        assert watching.ask("/page/small.html")[1] == page
        assert outputs(folder) == before
    path.write_text(PROTOCOL, encoding="utf-8")
    watching.wait_built("small")


def test_a_file_that_goes_and_comes_back(folder: Path, watch: Watch) -> None:
    path = folder / "criteria" / "small.crit"
    watching = watch()
    version = watching.wait_built("small")
    path.unlink()
    watching.wait_broken("small", "The file is not there")
    assert b"ECOG performance status" in watching.ask("/page/small.html")[1]
    path.write_text(PROTOCOL.replace("0 or 1", "1 or 0"), encoding="utf-8")
    watching.wait_built("small", other_than=version)


def test_a_folder_that_goes_and_comes_back(folder: Path, watch: Watch) -> None:
    watching = watch("--no-write")
    version = watching.wait_built("small")
    shutil.rmtree(folder / "criteria")
    watching.wait_broken("small", "The file is not there")
    (folder / "criteria").mkdir()
    path = folder / "criteria" / "small.crit"
    path.write_text(PROTOCOL.replace("0 or 1", "1 or 0"), encoding="utf-8")
    version = watching.wait_built("small", other_than=version)
    path.write_text(PROTOCOL, encoding="utf-8")
    watching.wait_built("small", other_than=version)


def test_many_saves_at_once_end_with_the_last(folder: Path, watch: Watch) -> None:
    watching = watch("--no-write")
    watching.wait_built("small")
    path = folder / "criteria" / "small.crit"
    for number in range(100):
        half = PROTOCOL[: number * 2]
        path.write_text(half, encoding="utf-8")
        path.write_text(PROTOCOL.replace("A small", f"Draft {number} of a small"), encoding="utf-8")
    watching.until(lambda: watching.state("small")["title"] == "Draft 99 of a small protocol")
    assert watching.state("small")["problems"] == []


def test_a_protocol_that_is_added_is_watched_and_listed(folder: Path, watch: Watch) -> None:
    watching = watch()
    watching.wait_built("small")
    (folder / "criteria" / "other.crit").write_text(OTHER, encoding="utf-8")
    version = watching.wait_built("other")
    index = folder / "generated" / "index.html"
    watching.until(index.is_file)
    assert b"OTHER" in index.read_bytes()
    save(folder / "criteria" / "other.crit", OTHER.replace("to 1\n", "to 2\n"))
    watching.wait_built("other", other_than=version)


def test_files_that_are_named_are_watched_alone(folder: Path, watch: Watch) -> None:
    (folder / "criteria" / "other.crit").write_text(OTHER, encoding="utf-8")
    watching = watch("criteria/other.crit")
    watching.wait_built("other")
    watching.until(lambda: "no findings" in watching.printed())
    assert watching.state("small") == {}
    assert not (folder / "generated" / "index.html").exists()


def test_a_library_rebuilds_the_protocols_that_use_it(folder: Path, watch: Watch) -> None:
    criteria = folder / "criteria"
    (criteria / "borrowing.crit").write_text(BORROWING, encoding="utf-8")
    watching = watch("--no-write")
    watching.wait_broken("borrowing", "library/own")
    watching.wait_built("small")
    (criteria / "library").mkdir()
    own = criteria / "library" / "own.crit"
    own.write_text(LIBRARY.format(question="Performance status"), encoding="utf-8")
    version = watching.wait_built("borrowing")
    own.write_text(LIBRARY.format(question="Another question"), encoding="utf-8")
    watching.wait_built("borrowing", other_than=version)
    assert b"Another question" in watching.ask("/page/borrowing.html")[1]
    own.write_text(LIBRARY.format(question='"'), encoding="utf-8")
    watching.wait_broken("borrowing", "criteria/library/own.crit")
    own.unlink()
    watching.wait_broken("borrowing", "library/own")
    assert watching.printed().count("criteria/small.crit") == 1


def test_a_library_itself_has_no_page(folder: Path, watch: Watch) -> None:
    library = folder / "criteria" / "own.crit"
    library.write_text(LIBRARY.format(question="Performance status"), encoding="utf-8")
    watching = watch("criteria/own.crit")
    watching.wait_broken("own", "This is a library")


def test_a_folder_that_cannot_be_written_is_said_and_the_preview_goes_on(
    folder: Path, watch: Watch
) -> None:
    (folder / "generated").write_text("in the way", encoding="utf-8")
    watching = watch("--output", "generated/deeper")
    watching.wait_built("small")
    watching.until(lambda: "not written: " in watching.printed())
