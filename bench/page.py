"""How soon the page answers: after it is opened, and after each key that is pressed in it.

A real Chromium opens the finished page as from a disk. Opening is counted from the start of the
navigation to the first verdict on the screen. A key counts all that the page's main thread does for it:
script, styles and layout, as the browser itself accounts for it.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "generated"
sys.path[:0] = [str(ROOT / "tests")]

import chromium  # noqa: E402

PROTOCOLS = ("NCT07289048", "NCT02999178")
"""The first protocol, and the one with the largest page."""

OPENING, KEY = 200.0, 16.0
"""Milliseconds that the first answer and a key may take; of the keys, 95 in 100."""

ROUNDS, KEY_ROUNDS = 9, 2
REST = 180
"""Milliseconds between two keys: what comes after the first picture is done by then."""

TASK = "ThreadControllerImpl::RunTask"
"""How Chromium's traces name a task of a thread."""

Event = dict[str, Any]
"""One of a trace's events, times in microseconds: https://chromium.org, trace event format."""

EMPTY = "<!doctype html><html lang=en><title>Empty</title><p>Nothing</html>"

# Runs before the page's own scripts: notes when the verdict first has words and they are painted.
WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("#verdict > .verdict")?.textContent.trim()) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => (globalThis.answered = performance.now())));
}).observe(document, { childList: true, subtree: true });
"""


def tables() -> list[bool]:
    """Opening and typing on each protocol; whether the limits are kept."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=list(chromium.FLAGS)
        )
        kept = [table(browser, protocol) for protocol in PROTOCOLS for table in (_opening, _typing)]
        browser.close()
    return kept


# ---- opening ----------------------------------------------------------------------------------


def _opening(browser: Browser, protocol: str) -> bool:
    path = PAGES / f"{protocol}.html"
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.html"
        empty.write_text(EMPTY)
        rounds = [(_loaded(browser, empty), _answered(browser, path)) for _ in range(ROUNDS)]
    bare, first = (min(times) for times in zip(*rounds, strict=True))
    print(f"\n{protocol}.html, {path.stat().st_size / 1000:.0f} kB: opening, best of {ROUNDS}")
    print(f"  {'an empty page, loaded':<44} {bare:>9.1f} ms")
    print(f"  {'first verdict on the screen':<44} {first:>9.1f} ms {first / bare:>6.1f} ×", end="")
    return _kept(first, OPENING)


def _loaded(browser: Browser, path: Path) -> float:
    page = browser.new_page()
    page.goto(path.as_uri())
    found = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart")
    page.close()
    return float(found)


def _answered(browser: Browser, path: Path) -> float:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(path.as_uri())
    # The page's policy forbids what Playwright waits with.
    while (found := page.evaluate("globalThis.answered ?? 0")) == 0:
        page.wait_for_timeout(10)
    page.close()
    return float(found)


# ---- typing -----------------------------------------------------------------------------------


def _typing(browser: Browser, protocol: str) -> bool:
    """Each answer of a patient of whom all is known loses its last character and gets it back."""
    page = browser.new_page()
    page.goto((PAGES / f"{protocol}.html").as_uri())
    patient = json.loads((ROOT / f"tests/patients/{_written(protocol)}.json").read_text())
    data = json.dumps(patient.get("base", patient)).encode()
    file = {"name": "patient.json", "mimeType": "application/json", "buffer": data}
    page.locator("input[type=file]").first.set_input_files(file)
    page.wait_for_timeout(1000)
    rounds = [_traced(browser, page) for _ in range(KEY_ROUNDS + 1)][1:]  # the first one warms up
    page.close()
    first, later = (
        [min(times) for times in zip(*each, strict=True)] for each in zip(*rounds, strict=True)
    )
    print(f"\n{protocol}.html: {len(first)} keys in the form of a complete patient")
    print(f"  {'verdict and outcomes painted, median':<44} {statistics.median(first):>9.1f} ms")
    print(f"  {'… 95 in 100 keys at most':<44} {_most(first):>9.1f} ms         ", end="")
    kept = _kept(_most(first), KEY)
    print(f"  {'reasons and pictures, longest pause':<44} {_most(later):>9.1f} ms")
    return kept


def _written(protocol: str) -> str:
    return "base" if protocol == "NCT07289048" else protocol


def _most(times: list[float]) -> float:
    """What 95 in 100 do not pass."""
    return sorted(times)[len(times) * 95 // 100]


def _traced(browser: Browser, page: Page) -> tuple[list[float], list[float]]:
    """Of each key: milliseconds until what it changed is painted; the longest task after that."""
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    for field in page.locator("#questions input[type=text]:visible").all():
        value = field.input_value()
        if not value:
            continue
        field.focus()
        page.keyboard.press("End")
        for key in ("Backspace", value[-1]):
            page.wait_for_timeout(REST)
            page.keyboard.press(key)
        page.wait_for_timeout(REST)
        assert field.input_value() == value
    events = json.loads(browser.stop_tracing())["traceEvents"]
    return _of_keys(events)


def _of_keys(events: list[Event]) -> tuple[list[float], list[float]]:
    """What the main thread does for each key, up to the first picture and after it."""
    threads = _main_threads(events)
    mine = [e for e in events if e["ph"] == "X" and (e["pid"], e["tid"]) in threads]
    mine.sort(key=lambda each: each["ts"])
    pressed = [e["ts"] for e in mine if _event_type(e) == "keydown" and _types(mine, e["ts"])]
    first, later = [], []
    for start, end in zip(pressed, [*pressed[1:], float("inf")], strict=True):
        tasks = [e for e in mine if e["name"] == TASK and _within(e, start, end)]
        painted = next(e["ts"] for e in mine if e["name"] == "Layerize" and e["ts"] > start)
        first.append(sum(e["dur"] for e in tasks if e["ts"] <= painted) / 1000)
        later.append(max((e["dur"] for e in tasks if e["ts"] > painted), default=0) / 1000)
    return first, later


def _main_threads(events: list[Event]) -> set[tuple[int, int]]:
    """The main threads of pages: process and thread."""
    return {
        (each["pid"], each["tid"])
        for each in events
        if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }


def _event_type(event: Event) -> str:
    """Which event is dispatched to the page's scripts; "" for work of another kind."""
    return str(event["args"]["data"]["type"]) if event["name"] == "EventDispatch" else ""


def _types(events: list[Event], pressed: float) -> bool:
    """Whether a key changes its field: "End" does not."""
    after = (each for each in events if each["ts"] > pressed)
    return (
        next(_event_type(e) for e in after if _event_type(e) in ("input", "keydown", "keyup"))
        == "input"
    )


def _within(task: Event, start: float, end: float) -> bool:
    """Whether a task holds the press of the key, or begins after it and before the next one."""
    return bool(task["ts"] + task["dur"] > start and task["ts"] < end)


def _kept(found: float, limit: float) -> bool:
    print(f"   limit {limit:.0f} ms  {'kept' if found < limit else 'EXCEEDED'}")
    return found < limit


if __name__ == "__main__":
    sys.exit(not all(tables()))
