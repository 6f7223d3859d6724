"""Makes docs/recording.webp: a criterion is written, a mistake shown, mended, and the page changes.

`make recording` runs it. What is seen is `critc watch` itself, beside the text of the file as an
editor would show it; only the editor is drawn here.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Frame, Page, sync_playwright
from pygments import highlight
from pygments.formatters import HtmlFormatter

from critc.pygments_lexer import CritLexer

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from chromium import FLAGS, executable  # noqa: E402

TARGET = HERE / "recording.webp"
LARGEST = 600_000
EDITOR = {"width": 560, "height": 760}
PREVIEW = {"width": 660, "height": 760}
QUICK, SHORT, LONG = 70, 700, 3200  # milliseconds

BEFORE = """\
protocol EXAMPLE "A small protocol"

fact ecog : whole number from 0 to 5 "ECOG performance status"

inclusion 1
  > ECOG performance status of 0 or 1.
  ecog is from 0 to 1

"""
TYPED = """\
fact platelets : 10^9/L from 0 "Platelet count"

inclusion 2
  > Platelets ≥ 100 × 10^9/L.
  platelets ≥ 100"""
MENDED = " × 10^9/L"


@dataclass
class Recording:
    """The pictures taken so far, each with the milliseconds that it stands."""

    editor: Page
    preview: Page
    file: Path
    pictures: list[Image.Image] = field(default_factory=list)
    times: list[int] = field(default_factory=list)

    def take(self, text: str, time: int, saved: bool = False) -> None:
        """A picture of both, with the file as it is in the editor."""
        mark = "saved" if saved else "not saved"
        self.editor.set_content(editor_page(text, mark))
        whole = Image.new("RGB", (EDITOR["width"] + PREVIEW["width"], EDITOR["height"]))
        for page, left in ((self.editor, 0), (self.preview, EDITOR["width"])):
            shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="initial")))
            whole.paste(shot.convert("RGB"), (left, 0))
        self.pictures.append(whole)
        self.times.append(time)

    def type(self, text: str, more: str) -> str:
        """Types something more, some signs to a picture; the text that then stands there."""
        for piece in re.findall(r"\S{1,3}\s?|\s+", more):
            text += piece
            self.take(text, QUICK)
        return text

    def save(self, text: str) -> None:
        """Saves the file, as the preview will see it."""
        self.file.write_text(text + "\n", encoding="utf-8")

    def write(self) -> None:
        """The moving picture, as small as it can be while its words stay sharp."""
        first, *others = self.pictures
        first.save(
            TARGET,
            save_all=True,
            append_images=others,
            duration=self.times,
            loop=0,
            quality=70,
            method=6,
            minimize_size=True,
        )
        size = TARGET.stat().st_size
        print(f"{TARGET.name}: {len(self.pictures)} pictures, {size // 1000} kB")
        if size > LARGEST:
            sys.exit(f"larger than {LARGEST // 1000} kB")


def editor_page(text: str, mark: str) -> str:
    """The text as an editor shows it, the caret at its end."""
    formatter = HtmlFormatter(nowrap=True, style="default")
    code = highlight(text + "\u200b", CritLexer(stripnl=False, ensurenl=False), formatter)
    template = (HERE / "recording.html").read_text(encoding="utf-8")
    for name, value in (
        ("COLOURS", str(formatter.get_style_defs("pre"))),  # type: ignore[no-untyped-call]
        ("STATE", mark),
        ("CODE", code.rstrip("\n").replace("\u200b", "<i></i>")),
    ):
        template = template.replace(f"<!--{name}-->", value)
    return template


@contextmanager
def watched(folder: Path) -> Iterator[str]:
    """The address of a preview of a folder's criteria, as long as it is needed."""
    command = [sys.executable, "-m", "critc", "watch", "--no-write", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+/", process.stdout.readline())
            assert found is not None
            yield found[0]
        finally:
            process.kill()


def shown(page: Page, words: str) -> Frame:
    """The page in the preview, once it has these words."""
    frames = page.frame_locator("#page iframe:not(.coming)")
    frames.get_by_text(words).first.wait_for(state="attached")
    handle = page.locator("#page iframe:not(.coming)").element_handle()
    frame = handle.content_frame()
    assert frame is not None
    return frame


def record(take: Recording) -> None:
    """The scenes."""
    text = BEFORE
    shown(take.preview, "ECOG performance status")
    take.take(text, SHORT, saved=True)
    text = take.type(text, TYPED)
    take.take(text, SHORT)
    take.save(text)
    take.preview.locator("#overlay").wait_for(state="visible")
    take.take(text, LONG, saved=True)
    text = take.type(text, MENDED)
    take.take(text, SHORT)
    take.save(text)
    take.preview.locator("#overlay").wait_for(state="hidden")
    page = shown(take.preview, "Platelet count")
    take.take(text, LONG // 2, saved=True)
    answer(take, page, text)


def answer(take: Recording, page: Frame, text: str) -> None:
    """A patient's platelets are typed into the page that has just changed."""
    box = page.locator("#q-platelets")
    box.scroll_into_view_if_needed()
    take.take(text, SHORT, saved=True)
    for sign in "75":
        box.press_sequentially(sign)
        take.preview.wait_for_timeout(500)
        take.take(text, 4 * QUICK, saved=True)
    take.take(text, LONG, saved=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        file = Path(place) / "criteria" / "example.crit"
        file.parent.mkdir()
        file.write_text(BEFORE, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        editor = browser.new_page(viewport=EDITOR)  # type: ignore[arg-type]
        preview = browser.new_page(viewport=PREVIEW)  # type: ignore[arg-type]
        with watched(Path(place)) as address:
            preview.goto(address)
            recording = Recording(editor, preview, file)
            record(recording)
            recording.write()
        browser.close()


if __name__ == "__main__":
    main()
