"""The browser of the tests: a real Chromium, found on the machine and driven by Playwright."""

from __future__ import annotations

import atexit
import json
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from critc.emit import html
from critc.emit.javascript import emit
from critc.ir.nodes import Program

DIST = Path(html.__file__).parent / "dist"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# No sandbox, since builds run as root; no talk with the browser's maker.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str:
    """Where Chromium is. Raises FileNotFoundError: without it the page is not tested."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise FileNotFoundError("Chromium is missing. On Debian or Ubuntu: apt-get install chromium")


@cache
def browser() -> Browser:
    """One browser for all tests."""
    playwright = sync_playwright().start()
    launched = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
    atexit.register(playwright.stop)
    atexit.register(launched.close)
    return launched


@cache
def engine() -> Page:
    """A blank page that has the runtime: ``critc(text)`` makes a protocol of its script."""
    page = browser().new_page()
    page.evaluate(
        f"""() => {{
        "use strict";
        {(DIST / "page.js").read_text(encoding="utf-8")}
        {(DIST / "powers.js").read_text(encoding="utf-8")}
        runtime.provideApproximation(approximation.approximatePower);
        globalThis.runtime = runtime;
        globalThis.critc = {{
          make(text) {{ globalThis.critc.protocol = eval(text + "\\n;protocol"); }},
          answer(text) {{
            const {{ patient, problems }} = runtime.readPatient(text, globalThis.critc.protocol);
            if (problems.length) return JSON.stringify({{ problems }});
            return JSON.stringify(runtime.screen(patient, globalThis.critc.protocol).toDict());
          }},
        }};
        }}"""
    )
    return page


def answers(program: Program, texts: Sequence[str]) -> list[Any]:
    """What the protocol's script says of patients in JSON text, as a screening's ``to_dict`` has it.

    Of data that are no patient: ``{"problems": [{"path": …, "message": …}]}``.
    """
    engine().evaluate("text => critc.make(text)", emit(program).text)
    found = engine().evaluate("texts => texts.map(critc.answer)", list(texts))
    return [json.loads(text) for text in found]
