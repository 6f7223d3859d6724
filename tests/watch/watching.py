"""`critc watch` as a real process, with what it prints and what it serves."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# A busy machine is no defect: what is waited for comes in a second on an idle one.
DEADLINE = 90.0

PROTOCOL = """\
protocol SMALL "A small protocol"

fact ecog : whole number from 0 to 5 "ECOG performance status"

inclusion 1
  > ECOG performance status of 0 or 1.
  ecog is from 0 to 1
"""
OTHER = PROTOCOL.replace("SMALL", "OTHER").replace("A small", "Another small")
BORROWING = """\
use scale from library/own

protocol BORROWING "A protocol that borrows"

inclusion 1
  > Performance status of 0 or 1.
  scale is from 0 to 1
"""
LIBRARY = """\
library own "What we share"
  version "1.0"

fact scale : whole number from 0 to 5 "{question}"
"""


class Watching:
    """A running `critc watch`."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "critc", "watch", "--port", "0", *arguments]
        self._printed = (folder / ".printed").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=self._printed, stderr=subprocess.STDOUT, text=True
        )
        self.folder = folder
        self.url = self.until(lambda: re.search(r"http://\S+/", self.printed()))[0]

    def printed(self) -> str:
        """What it has printed up to now."""
        return (self.folder / ".printed").read_text(encoding="utf-8")

    def until(self, holds: Callable[[], Any]) -> Any:
        """Waits until something holds, and gives it."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            found = holds()
            if found:
                return found
            assert self.process.poll() is None, self.printed()
            time.sleep(0.05)
        raise AssertionError(f"waited in vain; printed: {self.printed()}")

    def ask(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer to a request, as it is sent: nothing of the path is mended before."""
        place = urlsplit(self.url)
        connection = HTTPConnection(place.hostname or "", place.port, timeout=DEADLINE)
        connection.putrequest("GET", path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        if answer.getheader("content-type", "").startswith("text/event-stream"):
            body = answer.readline()
        else:
            body = answer.read()
        connection.close()
        return answer, body

    def state(self, name: str) -> dict[str, Any]:
        """What the browser is told of a protocol."""
        _, line = self.ask("/events")
        protocols = json.loads(line.removeprefix(b"data: "))
        return next((each for each in protocols if each["name"] == name), {})

    def wait_built(self, name: str, other_than: str = "") -> str:
        """Waits for a good state that is not the one named; its version."""

        def built() -> str | None:
            state = self.state(name)
            new = state.get("version") and state["version"] != other_than
            return state["version"] if new and not state["problems"] else None

        return str(self.until(built))

    def wait_broken(self, name: str, words: str) -> dict[str, Any]:
        """Waits for a mistake that has these words."""

        def broken() -> dict[str, Any] | None:
            state = self.state(name)
            return state if any(words in text for text in state.get("problems", ())) else None

        found: dict[str, Any] = self.until(broken)
        return found

    def interrupt(self) -> int:
        """Presses Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(DEADLINE)

    def close(self) -> None:
        """Ends it, if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._printed.close()


def save(path: Path, text: str) -> None:
    """Saves as most editors do: written beside it, and put in its place."""
    draft = path.with_name(f"{path.name}~")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
