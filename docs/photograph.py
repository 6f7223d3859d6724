"""Takes the README's pictures of the page: `make pictures`, after the page has changed.

A patient of the samples of whom some things are not known, in the finished page of the first protocol.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "tests"))

from chromium import FLAGS, executable  # noqa: E402

PAGE = ROOT / "generated" / "NCT07289048.html"
PATIENT = "0010"
DESK = {"width": 1280, "height": 800}
WALL = {"width": 1280, "height": 1500}  # high enough for some rows of the time line
PHONE = {"width": 390, "height": 800}
LARGEST = 120_000


def main() -> None:
    """The page on a desk, its time line, and the page on a phone at night."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        desk = opened(browser, DESK, "light")
        save("page", desk.screenshot())
        wall = opened(browser, WALL, "light")
        unfold(wall)
        save("time-line", shot(wall.locator("#time-line")))
        phone = opened(browser, PHONE, "dark")
        save("phone", phone.screenshot())
        browser.close()


def opened(browser: Browser, size: dict[str, int], scheme: str) -> Page:
    """The page with the patient, all of it explained and drawn."""
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(PAGE.as_uri())
    lines = (ROOT / "tests/patients/sample.jsonl").read_text(encoding="utf-8").splitlines()
    [line] = [line for line in lines if line and json.loads(line)["id"] == PATIENT]
    file = {"name": f"{PATIENT}.json", "mimeType": "application/json", "buffer": line.encode()}
    page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
    page.locator("#next > ol > li").first.wait_for()
    page.wait_for_timeout(500)
    return page


def unfold(page: Page) -> None:
    """Shows the time line where it is folded."""
    show = page.locator("#time-line").get_by_role("button", name="Show", exact=True)
    if show.is_visible():
        show.click()
    page.wait_for_timeout(500)


def shot(part: Locator) -> bytes:
    part.scroll_into_view_if_needed()
    return part.screenshot(animations="disabled")


def save(name: str, png: bytes) -> None:
    """Writes docs/NAME.webp, small."""
    target = HERE / f"{name}.webp"
    Image.open(io.BytesIO(png)).convert("RGB").save(target, quality=80, method=6)
    size = target.stat().st_size
    print(f"{target.name}: {size // 1000} kB")
    if size > LARGEST:
        sys.exit(f"{target.name} is larger than {LARGEST // 1000} kB")


if __name__ == "__main__":
    main()
