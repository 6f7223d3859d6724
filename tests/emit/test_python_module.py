"""The generated module as a text: formatted, typed, of the standard library alone, cheap to import."""

from __future__ import annotations

import ast
import dataclasses
import json
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from emit.every_node import EVERY_NODE
from emit.sample import HOSTILE, PROGRAM, criterion

from critc.emit.python import emit, load
from critc.emit.python.pasted import FIRST, MACHINERY, pasted

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def text() -> str:
    return emit(EVERY_NODE)


@pytest.fixture(scope="module")
def path(text: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("generated") / "every_node.py"
    made.write_text(text, encoding="utf-8")
    return made


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, cwd=cwd, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_same_program_gives_the_same_text(text: str) -> None:
    assert emit(EVERY_NODE) == text


def test_it_is_formatted(path: Path) -> None:
    assert run("-m", "ruff", "format", "--config", "pyproject.toml", "--check", path) == ""


def test_it_breaks_no_rule_but_for_long_words_of_the_protocol(path: Path) -> None:
    ruff = ("-m", "ruff", "check", "--config", "pyproject.toml", "--extend-ignore", "E501")
    assert run(*ruff, path) == ""


def test_only_comments_and_words_are_longer_than_a_line(text: str) -> None:
    too_long = [line.strip() for line in text.splitlines() if len(line) > 106]
    assert all(line.startswith(("# line", '"', "'")) for line in too_long)


def test_it_is_typed_for_mypy(path: Path) -> None:
    assert run("-m", "mypy", "--strict", "--config-file", "pyproject.toml", path) == ""


def test_it_is_typed_for_pyright(path: Path) -> None:
    config = {"pythonVersion": "3.10", "typeCheckingMode": "standard", "include": [path.name]}
    (path.parent / "pyrightconfig.json").write_text(json.dumps(config))
    assert run("-m", "pyright", "-p", path.parent) == ""


def test_it_imports_nothing_outside_the_standard_library(text: str) -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - {"__future__"} <= sys.stdlib_module_names


def test_importing_it_leaves_out_what_takes_long(path: Path) -> None:
    slow = ["dataclasses", "fractions", "inspect", "json", "re", "typing"]
    code = (
        "import sys; before = set(sys.modules); import every_node;"
        f"print([name for name in {slow} if name in set(sys.modules) - before])"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        cwd=path.parent,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_name_is_defined_by_one_module_of_the_runtime() -> None:
    modules = [pasted(name) for name in (*FIRST, *MACHINERY)]
    names = [name for module in modules for name in module.names]
    assert len(names) == len(set(names))


def test_records_and_patient_are_frozen_dataclasses(path: Path) -> None:
    code = (
        "import dataclasses, pickle, every_node as v;"
        "assert dataclasses.is_dataclass(v.Patient) and dataclasses.is_dataclass(v.Therapy);"
        "one = v.Patient.from_dict({'smoker': True});"
        "assert one == v.Patient(smoker=True) and hash(one) == hash(v.Patient(smoker=True));"
        "assert one != v.Patient() and 'smoker=True' in repr(one);"
        "assert pickle.loads(pickle.dumps(one)) == one;"
        "assert dataclasses.replace(one, smoker=False).smoker is False;"
        "print([f.name for f in dataclasses.fields(v.PartialDate)])\n"
        "try: one.smoker = False\n"
        "except dataclasses.FrozenInstanceError: print('frozen')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=path.parent, check=False
    )
    assert done.stdout == "['first', 'last', 'text']\nfrozen\n", done.stderr


def test_a_record_read_before_anything_else_compares_and_pickles() -> None:
    module: Any = load(PROGRAM)
    data = {"therapies": [{"line": 1}]}
    first, second = module.Patient.from_dict(data), module.Patient.from_dict(data)
    assert first.therapies.items[0] == second.therapies.items[0]
    assert pickle.loads(pickle.dumps(first)) == second
    assert dataclasses.asdict(first.therapies.items[0])["line"] == 1


def test_hostile_words_stay_words() -> None:
    hostile = replace(
        PROGRAM,
        title=f'{HOSTILE} """ \\ {{x}}',
        file='a "b" \\N.crit',
        criteria=(
            *PROGRAM.criteria,
            criterion("E99", f'{HOSTILE} """ \\', PROGRAM.criteria[0].condition),
            criterion("E98", '"', PROGRAM.criteria[0].condition),
        ),
    )
    module: Any = load(hostile)
    assert hostile.title == module.TITLE
    compile(emit(hostile), "hostile", "exec")
    assert module.outcomes(module.Patient())["E99"] is None


def test_the_protocol_says_who_it_is() -> None:
    module: Any = load(PROGRAM)
    assert (PROGRAM.protocol, PROGRAM.version) == (module.PROTOCOL, module.VERSION)
    assert PROGRAM.sha256 == module.SOURCE_SHA256
    assert module.__doc__ is None or "critc" in module.__doc__


def test_a_criterion_shows_its_first_words_and_its_lines(text: str) -> None:
    functions = {
        node.name: ast.get_docstring(node) or ""
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }
    assert functions["inclusion_1"].startswith("Age 18 to 75 years.")
    assert f"Source: {EVERY_NODE.file}, lines 1–2." in functions["inclusion_1"]
    named = [name for name in functions if name.startswith(("inclusion_", "exclusion_"))]
    own = [name for name in named if not name.endswith(("_clauses", "_applies"))]
    kinds = {"I": "inclusion", "E": "exclusion"}
    assert own == [f"{kinds[one.id[0]]}_{one.number}" for one in EVERY_NODE.criteria]
