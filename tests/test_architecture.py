"""The shape of the code base: imports go one way, and generated code stands alone.

syntax → check → ir → emit: a folder imports only what stands before it. `emit` is stricter still,
an emitter knows the core and its own templates alone. What no table here names (the pipeline, the
command line, renderers) is the edge: it may import any folder, and no folder imports it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMPILER = ROOT / "compiler"

# Each layer, and the others that it may import.
BASE = {"version", "source", "diagnostic"}
LAYERS = {
    "version": set[str](),
    "templating": set[str](),
    "source": set[str](),
    "diagnostic": {"source"},
    "syntax": BASE,
    "check": BASE | {"syntax"},
    "ir": BASE | {"syntax", "check"},
    "format": BASE | {"syntax", "ir"},
    "emit": {"templating", "version", "ir"},
    "coverage": {"templating", "version", "ir"},
    "casecoverage": {"templating", "version", "source", "ir"},
    "lint": BASE | {"syntax", "check", "ir", "format", "coverage", "pipeline"},
    "registry": {"templating", "version", "source", "ir", "syntax"},
}


def module_name(path: Path, root: Path) -> tuple[str, ...]:
    """``root/critc/ir/nodes.py`` is ``("critc", "ir", "nodes")``; a package is its folder."""
    parts = path.relative_to(root).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imports(path: Path, root: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and full dotted name of everything imported in a file, at any depth of the code.

    ``from a import b`` counts as ``a.b``: whether b is a module does not matter to the layers.
    """
    package = path.relative_to(root).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, tuple(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            stem = (*base, *(node.module or "").split(".")) if node.module else base
            for alias in node.names:
                yield node.lineno, (*stem, alias.name)


def objection(importer: tuple[str, ...], target: tuple[str, ...]) -> str | None:
    """Why a module of the package may not import the target; None where it may."""
    layer = importer[1] if len(importer) > 1 else "critc"
    if target[0] == "lark" and layer != "syntax":
        return "only critc.syntax knows the parser"
    if target[0] != "critc" or layer not in LAYERS:
        return None
    other = target[1] if len(target) > 1 else "critc"
    if other == layer == "emit" and importer[2:] and importer[2:3] != target[2:3]:
        # The page answers by the protocol's script.
        if (importer[2], target[2:3]) == ("html", ("javascript",)):
            return None
        return "an emitter does not know the others"
    if other != layer and other not in LAYERS[layer]:
        return f"{layer} may import {', '.join(sorted(LAYERS[layer])) or 'nothing of critc'}"
    return None


def violations(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root)}:{line} imports {'.'.join(target)}: {reason}"
        for path in sorted((root / "critc").rglob("*.py"))
        for line, target in imports(path, root)
        if (reason := objection(module_name(path, root), target))
    ]


def outside_standard_library(folder: Path) -> list[str]:
    return [
        f"{path.name}:{line} imports {'.'.join(target)}"
        for path in sorted(folder.rglob("*.py"))
        for line, target in imports(path, folder)
        if target[0] not in sys.stdlib_module_names
    ]


def committed_files() -> list[Path]:
    """What git has or would add, so that a slip shows before it is committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def test_imports_go_one_way() -> None:
    assert violations(COMPILER) == []


@pytest.mark.parametrize(
    ("file", "code", "reason"),
    [
        ("ir/nodes.py", "import lark", "only critc.syntax"),
        ("cli.py", "def f():\n    from lark import Lark", "only critc.syntax"),
        ("__init__.py", "from lark.tree import Tree", "only critc.syntax"),
        ("syntax/parse.py", "from critc.check import units", "syntax may import"),
        ("check/types.py", "from ..ir import nodes", "check may import"),
        ("check/types.py", "from critc import cli", "check may import"),
        ("ir/nodes.py", "import critc.emit.python", "ir may import"),
        ("source.py", "import critc.diagnostic", "source may import nothing"),
        ("source.py", "import critc", "source may import nothing"),
        ("diagnostic.py", "from .render import text", "diagnostic may import"),
        ("format/style.py", "from critc.check import types", "format may import"),
        ("emit/python/emit.py", "from critc.check import types", "emit may import"),
        ("emit/python/emit.py", "from critc.syntax.tree import Node", "emit may import"),
        ("emit/python/emit.py", "from ..html import emit", "does not know the others"),
        ("emit/html/__init__.py", "import critc.emit.markdown", "does not know the others"),
    ],
)
def test_an_import_against_the_stream_is_found(
    tmp_path: Path, file: str, code: str, reason: str
) -> None:
    path = tmp_path / "critc" / file
    path.parent.mkdir(parents=True)
    path.write_text(code, encoding="utf-8")
    [found] = violations(tmp_path)
    assert reason in found


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("syntax/parse.py", "import lark\nfrom .tree import Node\nfrom ..source import Span"),
        (
            "check/types.py",
            "from critc.syntax import tree\nfrom critc.source import Span",
        ),
        ("ir/lower.py", "from ..check import resolve\nimport decimal"),
        ("emit/python/emit.py", "from ...ir import nodes\nfrom . import names\nimport jinja2"),
        (
            "emit/python/__init__.py",
            "from .emit import f\nfrom critc.emit.python.names import n",
        ),
        ("emit/__init__.py", "from critc.emit import html, python"),
        ("emit/html/emit.py", "from critc.emit import javascript"),
        ("pipeline.py", "from critc.emit import html\nfrom critc.syntax import parse"),
        ("lsp/server.py", "from critc import pipeline, render"),
    ],
)
def test_an_import_with_the_stream_is_fine(tmp_path: Path, file: str, code: str) -> None:
    path = tmp_path / "critc" / file
    path.parent.mkdir(parents=True)
    path.write_text(code, encoding="utf-8")
    assert violations(tmp_path) == []


def test_generated_code_imports_the_standard_library_alone() -> None:
    assert list((ROOT / "generated").rglob("*.py")), "`make build` writes the validators"
    assert outside_standard_library(ROOT / "generated") == []


def test_a_generated_import_from_outside_is_found(tmp_path: Path) -> None:
    code = "import json\n\n\ndef f():\n    from critc.ir import nodes\n"
    (tmp_path / "validator.py").write_text(code, encoding="utf-8")
    assert outside_standard_library(tmp_path) == ["validator.py:5 imports critc.ir.nodes"]


def test_the_grammar_holds_no_code() -> None:
    """The wheel takes the folder as data; a module in it would break editable installs."""
    assert (ROOT / "grammar" / "critc.lark").is_file()
    assert list((ROOT / "grammar").rglob("*.py")) == []


def test_no_file_names_a_package_host_or_a_place_of_one_machine() -> None:
    """Hosts differ from site to site and belong in pip's own settings; paths are the checkout's."""
    # Put together here, so that this file names none of them either.
    hosts = [("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org")]
    hosts += [("deb", "debian", "org"), ("static", "crates", "io"), ("proxy", "golang", "org")]
    forbidden = [".".join(host).encode() for host in hosts]
    forbidden += [b"/".join([b"", b"work", b""]), b"/".join([b"", b"root", b""])]
    assert [
        f"{path.relative_to(ROOT)}: {word.decode()}"
        for path in committed_files()
        for word in forbidden
        if word in path.read_bytes()
    ] == []
