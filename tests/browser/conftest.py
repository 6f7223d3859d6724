"""The finished pages, opened in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import chromium
import pytest
from browser.protocols import page_text
from playwright.sync_api import Page

OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(tmp_path: Path) -> Iterator[OpenPage]:
    """``open_page("NCT07289048", color_scheme="dark")``: its page, as from a USB stick.

    Options are those of a browser context. An error in the page, or a request that leaves it, fails
    the test.
    """
    wrong: list[str] = []
    contexts = []

    def opened(protocol: str = "NCT07289048", **options: object) -> Page:
        file = tmp_path / f"{protocol}.html"
        file.write_text(page_text(protocol), encoding="utf-8")
        context = chromium.browser().new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on(
            "request",
            lambda request: (
                wrong.append(f"request for {request.url}")
                if not request.url.startswith(("file:", "blob:", "data:"))
                else None
            ),
        )
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
