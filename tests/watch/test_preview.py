"""What is made of a file, without a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from watch.watching import PROTOCOL

from critc.pipeline import compile_source, outputs
from critc.source import Source
from critc.watch import preview
from critc.watch.checklist import as_page
from critc.watch.preview import Preview, look


def test_a_defect_of_critc_is_shown_and_the_next_save_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(Preview(folder / "criteria" / "small.crit"))
    assert before.page
    with monkeypatch.context() as broken:
        broken.setattr(preview, "compile_source", lambda *_: 1 / 0)
        found = look(before)
    assert "Please report this. (ZeroDivisionError" in found.problems[0].text
    assert found.page == before.page
    assert not found.is_stale
    assert look(found).problems == ()


def test_the_checklist_keeps_its_tables_and_takes_no_html_from_the_protocol() -> None:
    hostile = PROTOCOL.replace("of 0 or 1", "<b onclick=x>0</b> or 1")
    program = compile_source(Source("criteria/small.crit", hostile)).program
    assert program is not None
    markdown = outputs(program, formats=("md",))["small.md"].decode()
    page = as_page(program, markdown).decode()
    assert '<th class="middle">fulfilled</th>' in page
    assert "&lt;b onclick=x&gt;0" in page
    assert "<b onclick" not in page
    assert "style=" not in page
