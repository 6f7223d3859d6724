"""The Nu HTML checker on every page, as it is written and as it is after it has been used."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from browser.patients import complete, open_patient
from browser.protocols import PROTOCOLS, ROOT, index_text, page_text
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

CHECKER = ROOT / ".venv/npm/node_modules/vnu-jar/build/dist/vnu.jar"

# What browsers know of CSS, and the checker does not yet.
NEWER = re.compile(
    "CSS: “(vector-effect|field-sizing|paint-order|container-type)”: Property “.*” doesn't exist."
    "|CSS: Unrecognized at-rule “@container”"
)


def errors(files: list[Path]) -> list[str]:
    """What the checker says is an error in these files."""
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--format", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{Path(each.get('url', '')).name}: {each['message']} {each.get('extract', '')[:200]}"
        for each in messages
        if not NEWER.fullmatch(each["message"])
    ]


def test_every_page_is_valid(tmp_path: Path) -> None:
    pages = {name: page_text(name) for name in PROTOCOLS} | {"index": index_text()}
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    assert errors(sorted(tmp_path.glob("*.html"))) == []


def test_a_page_in_use_is_valid(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    open_patient(page, complete())
    page.get_by_role("button", name="Add one").first.press("Enter")
    filled = tmp_path / "filled.html"
    filled.write_text(page.content(), encoding="utf-8")
    page.get_by_role("button", name="Print the record").press("Enter")
    record = tmp_path / "record.html"
    record.write_text(page.content(), encoding="utf-8")
    assert errors([filled, record]) == []
