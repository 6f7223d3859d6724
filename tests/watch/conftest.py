"""A folder with protocols, and `critc watch` in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watch.watching import PROTOCOL, Watching

Watch = Callable[..., Watching]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one protocol in ``criteria/``."""
    return with_protocol(tmp_path)


def with_protocol(folder: Path) -> Path:
    """The folder, with a protocol in it."""
    (folder / "criteria").mkdir()
    (folder / "criteria" / "small.crit").write_text(PROTOCOL, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """A folder with one protocol that is watched, for tests that only look."""
    running = Watching(with_protocol(tmp_path_factory.mktemp("watched")), "--no-write")
    running.wait_built("small")
    yield running
    running.close()


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    """``watch("--no-write")`` begins to watch in the folder."""
    running: list[Watching] = []

    def begin(*arguments: str) -> Watching:
        running.append(Watching(folder, *arguments))
        return running[-1]

    yield begin
    for each in running:
        each.close()
